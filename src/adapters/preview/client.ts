/**
 * The script that the preview adds to every page. It shows the page anew when it has changed and puts it where it was,
 * shows problems over the text that they are about, and offers links to the editor. Text only, never HTML from the
 * content. Plain browser JavaScript.
 */
export const PREVIEW_CLIENT = `
const css = \`
#preview-bar { position: fixed; right: 1rem; bottom: 1rem; z-index: 99; max-width: min(40rem, calc(100vw - 2rem)); max-height: 60vh; overflow: auto;
  padding: .5rem .75rem; background: #fff; color: #0b0c0c; border: 3px solid #505a5f; font: 1rem/1.4 system-ui, sans-serif; }
#preview-bar.has-errors { border-color: #d4351c; }
#preview-bar p { margin: 0 0 .25rem; } #preview-bar li { margin-bottom: .5rem; } #preview-bar a, .preview-note a, .preview-edit { color: #1a65a6; }
.preview-note { margin: .75rem 0 .25rem; padding: .5rem .75rem; background: #fff; color: #0b0c0c; border-left: 6px solid #505a5f; font: 1rem/1.4 system-ui, sans-serif; }
.preview-note.error { border-color: #d4351c; } .preview-note.warning { border-color: #b58840; }
.preview-note i { display: block; }
mark.preview-words { background: #fff7bf; color: #0b0c0c; text-decoration: underline wavy #d4351c; }
.preview-edit { font: 0.875rem/1.4 system-ui, sans-serif; margin-left: .5em; }
@media print { #preview-bar, .preview-note, .preview-edit { display: none; } }
\`;
document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
const add = (parent, tag, text, name) => parent.appendChild(Object.assign(document.createElement(tag), { textContent: text ?? '', className: name ?? '' }));
const editLink = (parent, href, text, name) => href && parent.append(' ', Object.assign(document.createElement('a'), { href, textContent: text, className: name ?? '' }));
let main;
const KEY = 'preview-place ' + location.pathname;

function placeNow() {
  const near = [...main.querySelectorAll('[id]')].find((one) => one.getBoundingClientRect().bottom > 0);
  return { y: scrollY, id: near?.id, top: near?.getBoundingClientRect().top };
}
function leave() {
  sessionStorage.setItem(KEY, JSON.stringify(placeNow()));
  location.reload();
}
function comeBack(place) {
  if (!place) return;
  scrollTo({ top: place.y, behavior: 'instant' });
  const near = place.id && document.getElementById(place.id);
  if (near && place.y > 0) scrollBy({ top: near.getBoundingClientRect().top - place.top, behavior: 'instant' });
}

/** Loading a page again takes longer than making it: its new text is put into the page that is there. */
const MOST_TIMES = 30;
let times = 0;
async function showAnew() {
  const time = ++times;
  const own = [...document.scripts].map(({ src }) => src).filter((src) => src && !src.includes('/__preview/'));
  // Pages with more scripts than all have, and now and then any: what scripts have added must go.
  if (times > MOST_TIMES || own.length > 1) return leave();
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) return leave();
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (time !== times) return;
  const place = placeNow();
  document.title = next.title;
  for (const { name, value } of next.body.attributes) document.body.setAttribute(name, value);
  document.body.replaceChildren(...next.body.childNodes);
  main = document.querySelector('main') ?? document.body;
  comeBack(place);
  for (const src of own) await import(src + '?' + time).catch(() => undefined);
  // Whatever was waited for: a later text may be in the page by now, and is dealt with by its own turn.
  if (time !== times) return;
  shown = '';
  await notes();
  comeBack(place);
}

/** The first text below an element that holds the words; over several pieces of text when it must be. */
function findWords(from, words) {
  if (!words) return undefined;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isBefore = from && !from.contains(node) && !(from.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (isBefore || node.parentElement.closest('.preview-note, .preview-edit, script, style')) continue;
    pieces.push({ node, start: text.length });
    text += node.data.replace(/\\s/g, ' ');
  }
  const at = text.indexOf(words);
  if (at === -1) return undefined;
  const piece = (offset) => pieces.findLast(({ start }) => start <= offset);
  const range = document.createRange();
  const [first, last] = [piece(at), piece(at + words.length - 1)];
  range.setStart(first.node, at - first.start);
  range.setEnd(last.node, at + words.length - last.start);
  return range;
}

function show(problem) {
  const anchor = problem.anchor && document.getElementById(problem.anchor);
  const range = findWords(anchor, problem.words) ?? (anchor ? undefined : findWords(undefined, problem.words));
  const target = range ? (range.startContainer.parentElement ?? main) : anchor;
  const block = target?.closest('.app-table, table, ul, ol, dl, blockquote, p, h1, h2, h3, h4, h5, h6') ?? target;
  const note = Object.assign(document.createElement('div'), { className: 'preview-note ' + problem.severity });
  add(note, 'strong', problem.severity + ': ');
  add(note, 'span', problem.message);
  if (problem.hint) add(note, 'i', problem.hint);
  editLink(note, problem.edit, 'edit this');
  if (block && main.contains(block)) block.before(note);
  else main.prepend(note);
  if (range && range.startContainer === range.endContainer) range.surroundContents(Object.assign(document.createElement('mark'), { className: 'preview-words' }));
}

let shown = '';
async function notes() {
  const time = times;
  const answer = await fetch('/__preview/notes.json?path=' + encodeURIComponent(location.pathname));
  const text = await answer.text();
  if (time !== times || text === shown) return;
  if (shown) return showAnew();
  shown = text;
  const { all, here, edit, headings, marks, failure } = JSON.parse(text);
  for (const problem of here) show(problem);
  if (here.length > 0) document.querySelector('.app-problems')?.remove();
  for (const [id, href] of Object.entries(headings)) {
    const heading = document.getElementById(id);
    if (heading) editLink(heading, href, 'edit this', 'preview-edit');
  }
  const bar = Object.assign(document.createElement('aside'), { id: 'preview-bar', ariaLabel: 'Preview' });
  const errors = all.filter(({ severity }) => severity === 'error').length;
  bar.classList.toggle('has-errors', errors > 0 || failure !== '');
  const line = add(bar, 'p', 'Preview');
  editLink(line, edit, 'edit this page');
  for (const mark of marks) add(bar, 'p').append(Object.assign(document.createElement('strong'), { textContent: mark }));
  if (failure) add(bar, 'p', failure);
  if (all.length > 0) {
    const panel = add(bar, 'details');
    panel.id = 'preview-problems';
    panel.open = sessionStorage.getItem('preview-problems') === 'open';
    panel.addEventListener('toggle', () => sessionStorage.setItem('preview-problems', panel.open ? 'open' : 'closed'));
    add(panel, 'summary', (all.length === 1 ? '1 problem' : all.length + ' problems') + ' in the content, ' + here.length + ' on this page');
    const list = add(panel, 'ul');
    for (const problem of all.slice(0, 200)) {
      const item = add(list, 'li');
      add(item, 'strong', problem.severity + ' ');
      add(item, 'code', problem.place);
      editLink(item, problem.edit, 'edit this');
      add(item, 'div', problem.message);
    }
    if (all.length > 200) add(panel, 'p', 'npm run check lists the others.');
  }
  document.body.append(bar);
}

main = document.querySelector('main') ?? document.body;
await notes().catch(() => undefined);
comeBack(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
sessionStorage.removeItem(KEY);
const version = document.querySelector('meta[name="preview-version"]')?.content ?? '';
const events = new EventSource('/__preview/events?since=' + version);
let isLost = false;
events.onerror = () => { isLost = true; };
events.onopen = () => { if (isLost) leave(); };
// Which pages were printed anew; on others only the problems may have changed.
events.onmessage = ({ data }) => {
  const changed = JSON.parse(data);
  const own = location.pathname.endsWith('/') ? location.pathname + 'index.html' : location.pathname;
  const isMissing = document.querySelector('meta[name="preview-missing"]') !== null;
  if (changed === 'all' || isMissing) leave();
  else if (changed.includes(own)) showAnew().catch(leave);
  else notes().catch(() => undefined);
};
`;
