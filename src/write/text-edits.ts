/** Changes to single places of a text; everything else stays byte for byte. */

/** Offsets are those of the normalised text (`\n` line ends, no byte-order mark). */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits to a normalised text. Edits must not overlap; two equal ones count once. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of inOrder(edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Applies edits to a file's own text, with its line ends and byte-order mark. New lines end as the file's lines do. */
export function applyEditsToFile(raw: string, edits: readonly TextEdit[]): string {
  const places = rawOffsets(raw);
  const ending = /\r\n/.test(raw) ? '\r\n' : '\n';
  return applyEdits(
    raw,
    edits.map(({ start, end, text }) => ({
      start: places[start]!,
      end: places[end]!,
      text: text.replaceAll('\n', ending),
    })),
  );
}

/** Where each character of the normalised text stands in the file; one more for its end. */
function rawOffsets(raw: string): number[] {
  const places: number[] = [];
  for (let at = raw.charCodeAt(0) === 0xfeff ? 1 : 0; at < raw.length; at++) {
    places.push(at);
    if (raw[at] === '\r' && raw[at + 1] === '\n') at++;
  }
  places.push(raw.length);
  return places;
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((edit, index) => {
    const before = sorted[index - 1];
    if (!before) return true;
    if (before.start === edit.start && before.end === edit.end && before.text === edit.text) return false;
    if (edit.start < before.end) throw new Error(`Two edits overlap at ${edit.start}.`);
    return true;
  });
}
