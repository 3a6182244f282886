// The search page: results as you type, filters, exact references first, state in the address.
// Text goes into the page as text; only Pagefind's excerpts, cut down to <mark>, go in as marked words.

const root = document.getElementById('search');
const form = root.querySelector('form');
const input = form.elements.q;
const status = document.getElementById('search-status');
const list = document.getElementById('search-results');
const filterBox = document.getElementById('search-filters');
const everything = document.getElementById('everything');
const { indexUrl, documentsUrl, baseUrl, ...words } = root.dataset;

const FILTERS = ['review', 'kind', 'committee', 'year', 'topic', 'agency', 'outcome', 'person'];
const KINDS = {
  area: 'area',
  afi: 'area',
  meeting: 'meeting',
  appendix: 'appendix',
  recommendation: 'recommendation',
  rec: 'recommendation',
};
const SHOWN = 20;

let pagefind;
let documents;
let shown = SHOWN;
let run = 0;
const chosen = new Map(FILTERS.map((name) => [name, new Set()]));

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/** "area 8", "appendix f", "rec 2", with or without words of the review's title. */
function readReference(query) {
  const match =
    /^(.*?)\b(areas? for improvement|area|afi|meeting|appendix|recommendation|rec)\.?\s+([a-z]|\d{1,4})\b(.*)$/i.exec(
      query.trim(),
    );
  if (!match) return undefined;
  const kind = KINDS[match[2].toLowerCase().split(' ')[0].replace(/s$/, '')] ?? 'area';
  const others = `${match[1]} ${match[4]}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !['of', 'the', 'in', 'review'].includes(word));
  return { kind, number: match[3].toUpperCase(), others };
}

async function exactDocuments(query) {
  const reference = readReference(query);
  if (!reference) return [];
  documents ??= await fetch(documentsUrl).then((answer) => answer.json());
  return documents.filter(
    ({ kind, number, letter, title, reviewTitle }) =>
      kind === reference.kind &&
      [number, letter].some((name) => name && String(name).toUpperCase() === reference.number) &&
      reference.others.every((word) => `${reviewTitle} ${title}`.toLowerCase().includes(word)),
  );
}

/** Keeps the words and the marks of an excerpt, nothing else. */
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  const result = element('p');
  for (const node of parsed.childNodes) {
    result.append(node.nodeName === 'MARK' ? element('mark', { textContent: node.textContent }) : node.textContent);
  }
  return result;
}

function resultItem({ title, url, meta, excerptHtml, exact, parts }) {
  const heading = element('h2', { className: 'app-list__title' }, element('a', { href: url, textContent: title }));
  const item = element('li', {}, heading);
  if (exact) item.append(element('p', { className: 'app-exact', textContent: words.exact }));
  const facts = meta.filter(Boolean).join(' · ');
  if (facts) item.append(element('p', { className: 'app-list__meta app-result__facts', textContent: facts }));
  if (excerptHtml) item.append(excerpt(excerptHtml));
  if (parts?.length > 0)
    item.append(
      element(
        'ul',
        { className: 'app-passages' },
        ...parts.map((part) => element('li', {}, element('a', { href: part.url, textContent: part.title }))),
      ),
    );
  return item;
}

/** The three passages with most matches, in the order of the page. */
function bestPassages(parts, url) {
  const matches = ({ locations }) => locations?.length ?? 0;
  const best = parts
    .filter((part) => part.url !== url)
    .sort((a, b) => matches(b) - matches(a))
    .slice(0, 3);
  return parts.filter((part) => best.includes(part));
}

async function search() {
  const query = input.value.trim();
  const mine = ++run;
  const filters = Object.fromEntries(
    [...chosen].filter(([, values]) => values.size > 0).map(([name, values]) => [name, { any: [...values] }]),
  );
  const isEmpty = query === '' && Object.keys(filters).length === 0;
  everything.hidden = !isEmpty;
  remember(query);
  if (isEmpty) {
    list.replaceChildren();
    status.textContent = '';
    showFilters(await pagefind.filters());
    return;
  }
  const [exact, found] = await Promise.all([
    exactDocuments(query),
    pagefind.search(query === '' ? null : query, { filters }),
  ]);
  if (mine !== run) return;
  const exactUrls = new Set(exact.map(({ url }) => url));
  const data = await Promise.all(found.results.slice(0, shown + exact.length).map((result) => result.data()));
  if (mine !== run) return;
  const others = data.filter(({ url }) => !exactUrls.has(url)).slice(0, shown);
  const items = [
    ...exact.map(({ title, url, reviewTitle }) => resultItem({ title, url, meta: [reviewTitle], exact: true })),
    ...others.map(({ url, meta, excerpt: excerptHtml, sub_results: parts }) =>
      resultItem({
        title: meta.title,
        url,
        meta: [meta.kind, meta.review, meta.date, meta.outcome],
        excerptHtml,
        parts: bestPassages(parts, url),
      }),
    ),
  ];
  const total = Math.max(found.results.length, items.length);
  list.replaceChildren(...items);
  if (found.results.length > shown) {
    const more = element('button', { type: 'button', className: 'govuk-button', textContent: words.more });
    more.addEventListener('click', () => {
      shown += SHOWN;
      search();
    });
    list.append(element('li', {}, more));
  }
  status.textContent =
    total === 0
      ? words.none.replace('{query}', () => query)
      : total === 1
        ? words.one
        : words.many.replace('{count}', total);
  showFilters(found.filters);
}

function showFilters(counts) {
  const open = new Set([...filterBox.querySelectorAll('details[open]')].map((details) => details.dataset.name));
  const focused = document.activeElement?.id;
  filterBox.replaceChildren(
    ...FILTERS.filter((name) => Object.keys(counts[name] ?? {}).length > 0).map((name) => {
      const options = Object.entries(counts[name])
        .filter(([value, count]) => count > 0 || chosen.get(name).has(value))
        .sort(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true }))
        .map(([value, count], index) => {
          const box = element('input', {
            type: 'checkbox',
            checked: chosen.get(name).has(value),
            id: `filter-${name}-${index}`,
          });
          box.addEventListener('change', () => {
            if (box.checked) chosen.get(name).add(value);
            else chosen.get(name).delete(value);
            shown = SHOWN;
            search();
          });
          return element('label', {}, box, `${value} (${count})`);
        });
      const details = element('details', { open: open.has(name) || chosen.get(name).size > 0 });
      details.dataset.name = name;
      details.append(element('summary', { textContent: words[name] }), ...options);
      return details;
    }),
  );
  if (focused?.startsWith('filter-')) document.getElementById(focused)?.focus();
}

function remember(query) {
  const address = new URL(location.href);
  address.search = '';
  if (query !== '') address.searchParams.set('q', query);
  for (const [name, values] of chosen) for (const value of values) address.searchParams.append(name, value);
  history.replaceState(null, '', address);
}

function readAddress() {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get('q') ?? '';
  for (const [name, values] of chosen) {
    values.clear();
    for (const value of parameters.getAll(name)) values.add(value);
  }
}

let timer;
input.addEventListener('input', () => {
  clearTimeout(timer);
  shown = SHOWN;
  timer = setTimeout(search, 150);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});
addEventListener('popstate', () => {
  readAddress();
  search();
});

readAddress();
try {
  pagefind = await import(`${indexUrl}pagefind.js`);
  await pagefind.options({ excerptLength: 30, baseUrl });
  await pagefind.init();
  await pagefind.filters();
  await search();
} catch {
  everything.hidden = false;
  status.textContent = words.failed;
}
