// What scripts add to pages that are complete without them: contents that follow the reader, tables that sort and
// filter, links to copy, previews of references. Text only goes into the page; nothing is asked of another host.

const words = document.body.dataset;
const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/** The entry of the contents list for the heading last passed is marked as current. */
function followContents() {
  const links = new Map(
    [...document.querySelectorAll('.app-contents a[href^="#"]')].map((link) => [link.hash.slice(1), link]),
  );
  const headings = [...links.keys()].map((id) => document.getElementById(decodeURIComponent(id))).filter(Boolean);
  if (headings.length === 0) return;
  let current;
  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120).at(-1) ?? headings[0];
    if (passed === current) return;
    current = passed;
    for (const [id, link] of links) {
      if (decodeURIComponent(id) === passed.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  new IntersectionObserver(mark, { rootMargin: '0px 0px -80% 0px' }).observe(headings[0]);
  addEventListener('scroll', () => requestAnimationFrame(mark), { passive: true });
  mark();
}

/** State in the address: one parameter for each filter; the rest of the address stays. */
function readState(name) {
  return new URLSearchParams(location.search).get(name) ?? '';
}

function writeState(name, value) {
  const address = new URL(location.href);
  if (value === '') address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  history.replaceState(null, '', address);
}

/** “Showing 3 of 20” */
const shownOf = (shown, all) => words.shown.replace('{shown}', shown).replace('{all}', all);

function selectFor(name, label, values, onChange) {
  const id = `filter-${name}`;
  const select = element('select', { id }, element('option', { value: '', textContent: words.all }));
  for (const value of values) select.append(element('option', { value, textContent: value }));
  select.value = values.includes(readState(name)) ? readState(name) : '';
  select.addEventListener('change', () => {
    writeState(name, select.value);
    onChange();
  });
  return { select, holder: element('div', {}, element('label', { htmlFor: id, textContent: label }), select) };
}

/** The conclusions table: filters by agency, meeting and outcome, sorting by each column. */
function enhanceTable(table) {
  const rows = [...table.tBodies[0].rows];
  const original = [...rows];
  const split = (text) => (text ?? '').split('|').filter(Boolean);
  const status = element('p', { className: 'govuk-visually-hidden' });
  status.setAttribute('role', 'status');
  const selects = ['agencies', 'meetings', 'outcomes'].map((name) => ({
    name,
    label: table.dataset[{ agencies: 'agencyLabel', meetings: 'meetingLabel', outcomes: 'outcomeLabel' }[name]],
  }));
  const controls = selects.map(({ name, label }) => ({
    name,
    ...selectFor(name, label, split(table.dataset[name]), apply),
  }));
  function apply() {
    let shown = 0;
    for (const row of rows) {
      row.hidden = controls.some(
        ({ name, select }) => select.value !== '' && !split(row.dataset[name]).includes(select.value),
      );
      if (!row.hidden) shown++;
    }
    status.textContent = shownOf(shown, rows.length);
  }
  const bar = element('div', { className: 'app-filters' }, ...controls.map(({ holder }) => holder), status);
  table.before(bar);

  const headers = [...table.tHead.rows[0].cells];
  const sortBy = (column, direction) => {
    headers.forEach((header, index) =>
      index === column && direction ? header.setAttribute('aria-sort', direction) : header.removeAttribute('aria-sort'),
    );
    const key = (row) => row.cells[column].textContent.trim();
    const sorted = direction
      ? [...original].sort((a, b) => key(a).localeCompare(key(b), 'en-GB', { numeric: true }))
      : original;
    if (direction === 'descending') sorted.reverse();
    table.tBodies[0].append(...sorted);
    writeState('sort', direction ? `${column}-${direction}` : '');
  };
  headers.forEach((header, column) => {
    const button = element('button', { type: 'button', className: 'app-sort', textContent: header.textContent });
    button.addEventListener('click', () =>
      sortBy(column, header.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending'),
    );
    header.replaceChildren(button);
  });
  const [column, direction] = readState('sort').split('-');
  if (headers[column] && ['ascending', 'descending'].includes(direction)) sortBy(Number(column), direction);
  apply();
}

/** Lists with facets: the generated pages stay as they are, filters in place come on top. */
function enhanceList(navigation) {
  const items = [...document.querySelectorAll('[data-filters]')];
  // A page that is narrowed already leads to the others by its links.
  if (items.length < 2 || navigation.querySelector('[aria-current]')) return;
  const valuesOf = (item) =>
    item.dataset.filters
      .split(';')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]);
  const status = element('p', {});
  status.setAttribute('role', 'status');
  const controls = [...navigation.querySelectorAll('details[data-facet]')].map((facet) => {
    const name = facet.dataset.facet;
    const values = [
      ...new Set(
        items.flatMap((item) =>
          valuesOf(item)
            .filter(([key]) => key === name)
            .map(([, value]) => value),
        ),
      ),
    ];
    return { name, ...selectFor(name, facet.querySelector('summary').textContent, values, apply) };
  });
  function apply() {
    let shown = 0;
    for (const item of items) {
      item.hidden = controls.some(
        ({ name, select }) =>
          select.value !== '' && !valuesOf(item).some(([key, value]) => key === name && value === select.value),
      );
      if (!item.hidden) shown++;
    }
    status.textContent = shownOf(shown, items.length);
  }
  navigation.after(element('div', { className: 'app-filters' }, ...controls.map(({ holder }) => holder)), status);
  navigation.hidden = true;
  apply();
}

/** A button that copies the link to a paragraph, a recommendation or a table row. */
function offerLinks() {
  if (!navigator.clipboard) return;
  const targets = document.querySelectorAll(
    '.app-prose > [id], .app-prose li[id], .app-conclusions__table tr[id] > th, .app-list > li[id] > .app-list__title',
  );
  for (const target of targets) {
    const id = target.id || target.closest('[id]').id;
    const button = element('button', { type: 'button', className: 'app-copy', textContent: '#', title: words.copy });
    button.setAttribute('aria-label', words.copy);
    button.addEventListener('click', async () => {
      const address = new URL(location.href);
      address.search = '';
      address.hash = id;
      await navigator.clipboard.writeText(address.href);
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = '#'), 2000);
    });
    target.append(button);
  }
}

/** Shows what a reference leads to, on hover or focus; Escape, leaving or the next reference takes it away. */
function previewReferences() {
  const pages = new Map();
  let card;
  let timer;
  const hide = () => {
    clearTimeout(timer);
    card?.remove();
    card = undefined;
  };
  const load = (address) => {
    const page = address.split('#')[0];
    if (!pages.has(page))
      pages.set(
        page,
        fetch(page)
          .then((answer) => (answer.ok ? answer.text() : ''))
          .then((html) => new DOMParser().parseFromString(html, 'text/html'))
          .catch(() => undefined),
      );
    return pages.get(page);
  };
  const show = async (link) => {
    const loaded = await load(link.href);
    if (!loaded || (!link.matches(':hover') && document.activeElement !== link)) return;
    const anchor = link.hash === '' ? undefined : loaded.getElementById(decodeURIComponent(link.hash.slice(1)));
    const caption = loaded.querySelector('.app-caption')?.textContent ?? '';
    const heading = anchor?.matches('h2, h3, h4, h5, h6')
      ? anchor.textContent
      : (loaded.querySelector('h1')?.textContent ?? '');
    const text = anchor
      ? anchor.matches('h2, h3, h4, h5, h6')
        ? anchor.nextElementSibling
        : anchor
      : loaded.querySelector('.app-wording, .app-prose p');
    hide();
    const said = text?.textContent.trim() ?? '';
    card = element('div', { className: 'app-preview-card', id: 'reference-preview' });
    card.setAttribute('role', 'tooltip');
    if (caption) card.append(element('p', { className: 'app-list__meta', textContent: caption }));
    card.append(
      element('p', {}, element('strong', { textContent: heading })),
      element('p', { textContent: said.length > 240 ? `${said.slice(0, 240)}…` : said }),
    );
    document.querySelector('main').append(card);
    const box = link.getBoundingClientRect();
    card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8)) + scrollX}px`;
    const below = box.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.top = `${(below ? box.bottom + 8 : Math.max(8, box.top - card.offsetHeight - 8)) + scrollY}px`;
    link.setAttribute('aria-describedby', 'reference-preview');
    card.addEventListener('pointerleave', hide);
  };
  const soon = (link) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(link), 250);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => !card?.matches(':hover') && hide(), 200);
  };
  for (const link of document.querySelectorAll('a.app-reference')) {
    link.addEventListener('pointerenter', (event) => event.pointerType !== 'touch' && soon(link));
    link.addEventListener('pointerleave', later);
    link.addEventListener('focus', () => link.matches(':focus-visible') && soon(link));
    link.addEventListener('blur', hide);
  }
  addEventListener('keydown', (event) => event.key === 'Escape' && hide());
}

/** Search forms lead to the search; to the index of everything only where scripts do not run. */
function leadToSearch() {
  for (const form of document.querySelectorAll('form[data-search-url]')) form.action = form.dataset.searchUrl;
  const index = document.querySelector('div[data-search-url]');
  if (index && new URLSearchParams(location.search).get('q'))
    location.replace(index.dataset.searchUrl + location.search);
}

/** The key `/` leads to the search box for readers who switched that on: keys of one sign disturb others. */
function offerSlashKey() {
  const NAME = 'search-slash-key';
  const stored = () => {
    try {
      return localStorage.getItem(NAME) === 'on';
    } catch {
      return false;
    }
  };
  const box = document.getElementById('slash-key');
  if (box) {
    box.closest('[hidden]').hidden = false;
    box.checked = stored();
    box.addEventListener('change', () => localStorage.setItem(NAME, box.checked ? 'on' : 'off'));
  }
  addEventListener('keydown', (event) => {
    const isWriting = event.target.closest?.('input, select, textarea, [contenteditable]');
    const input = document.querySelector('#q, #header-search, #home-search, #lost-search');
    if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || !input || !stored()) return;
    event.preventDefault();
    input.focus();
  });
}

leadToSearch();
offerSlashKey();
if (new URLSearchParams(location.search).has('highlight')) import('./marks.js');
followContents();
for (const table of document.querySelectorAll('table[data-sortable]'))
  if (document.querySelectorAll('table[data-sortable]').length === 1) enhanceTable(table);
for (const navigation of document.querySelectorAll('.app-facets')) enhanceList(navigation);
offerLinks();
previewReferences();
