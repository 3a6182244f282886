import type { WholeFile } from './everything.ts';
import type { TextEdit } from './text-edits.ts';

/**
 * Adds old addresses to a document's `formerly`, so that they lead on; takes out the address that it has from now on.
 * The list keeps the form that the clerk gave it.
 */
export function leaveRedirects(file: WholeFile, old: readonly string[], now: string): TextEdit[] {
  const { yaml, source, yamlEnd } = file;
  const known = yaml.data['formerly'];
  const before = typeof known === 'string' ? [known] : Array.isArray(known) ? known.map(String) : [];
  const kept = before.filter((address) => bare(address) !== bare(now));
  const added = old.filter(
    (address) => !before.some((other) => bare(other) === bare(address)) && bare(address) !== bare(now),
  );
  if (added.length === 0 && kept.length === before.length) return [];
  const value = yaml.spans.get('formerly')?.value;
  if (value === undefined || known === undefined) {
    return added.length === 0 ? [] : [{ start: yamlEnd, end: yamlEnd, text: `formerly: [${added.join(', ')}]\n` }];
  }
  const written = source.text.slice(value.start, value.end);
  if (kept.length === before.length) {
    if (written.startsWith('[')) {
      const end = value.start + written.lastIndexOf(']');
      return [{ start: end, end, text: `${before.length > 0 ? ', ' : ''}${added.join(', ')}` }];
    }
    if (written.startsWith('-')) {
      const column = value.start - (source.text.lastIndexOf('\n', value.start - 1) + 1);
      return [
        {
          start: value.end,
          end: value.end,
          text: added.map((address) => `\n${' '.repeat(column)}- ${address}`).join(''),
        },
      ];
    }
  }
  const list = `[${[...kept, ...added].join(', ')}]`;
  const line = source.text.lastIndexOf('\n', value.start - 1) + 1;
  // A list on lines of its own comes up behind its key.
  const start = written.startsWith('-') ? line - 1 : value.start;
  return [{ start, end: value.end, text: written.startsWith('-') ? ` ${list}` : list }];
}

function bare(address: string): string {
  return address.replace(/\/$/, '');
}
