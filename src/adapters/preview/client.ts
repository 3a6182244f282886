/**
 * The script that the preview adds to every page: loads the page again after a change (browsers keep the scroll
 * position on a reload) and shows the problems of the content in a corner. Text only, never HTML from the content.
 */
export const PREVIEW_CLIENT = `
const events = new EventSource('/__preview/events');
events.onmessage = () => location.reload();

const problems = await fetch('/__preview/problems.json').then((answer) => answer.json());
if (problems.length > 0) {
  const panel = document.createElement('details');
  panel.id = 'preview-problems';
  panel.style.cssText = 'position:fixed;right:1rem;bottom:1rem;z-index:99;max-width:min(40rem,calc(100vw - 2rem));max-height:60vh;overflow:auto;padding:.75rem 1rem;background:#fff;color:#0b0c0c;border:3px solid #d4351c;font:1rem/1.4 system-ui,sans-serif';
  panel.open = sessionStorage.getItem('preview-problems') === 'open';
  panel.addEventListener('toggle', () => sessionStorage.setItem('preview-problems', panel.open ? 'open' : 'closed'));
  const add = (parent, tag, text) => parent.appendChild(Object.assign(document.createElement(tag), { textContent: text }));
  add(panel, 'summary', problems.length === 1 ? '1 problem in the content' : problems.length + ' problems in the content');
  const list = panel.appendChild(document.createElement('ul'));
  for (const { place, severity, message, hint } of problems) {
    const item = list.appendChild(document.createElement('li'));
    add(item, 'strong', severity + ' ');
    add(item, 'code', place);
    add(item, 'div', message);
    if (hint) add(item, 'div', hint).style.fontStyle = 'italic';
  }
  document.body.append(panel);
}
`;
