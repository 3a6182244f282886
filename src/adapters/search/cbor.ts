/** Walks over CBOR (RFC 8949) as Pagefind writes it: numbers, texts, arrays, maps. */
export interface CborCursor {
  readonly bytes: Uint8Array;
  at: number;
}

const TEXT = new TextDecoder();

/** The head of the next item: its major type and its number, length or count. */
export function readHead(cursor: CborCursor): { readonly type: number; readonly value: number } {
  const first = cursor.bytes[cursor.at++]!;
  const info = first & 31;
  if (info < 24) return { type: first >> 5, value: info };
  const length = 2 ** (info - 24);
  if (length > 8) throw new Error(`CBOR of indefinite length at ${cursor.at}`);
  let value = 0;
  for (let read = 0; read < length; read++) value = value * 256 + cursor.bytes[cursor.at++]!;
  return { type: first >> 5, value };
}

export function readText(cursor: CborCursor): string {
  const { type, value } = readHead(cursor);
  if (type !== 3) throw new Error(`CBOR: no text at ${cursor.at}`);
  cursor.at += value;
  return TEXT.decode(cursor.bytes.subarray(cursor.at - value, cursor.at));
}

export function readArray(cursor: CborCursor): number {
  const { type, value } = readHead(cursor);
  if (type !== 4) throw new Error(`CBOR: no array at ${cursor.at}`);
  return value;
}

/** Passes over one item, whatever it is. */
export function skip(cursor: CborCursor): void {
  for (let left = 1; left > 0; left--) {
    const { type, value } = readHead(cursor);
    if (type === 2 || type === 3) cursor.at += value;
    else if (type === 4) left += value;
    else if (type === 5) left += 2 * value;
    else if (type === 6) left += 1;
  }
}

export function writeHead(type: number, value: number): Uint8Array {
  if (value < 24) return Uint8Array.of((type << 5) | value);
  if (value < 2 ** 8) return Uint8Array.of((type << 5) | 24, value);
  if (value < 2 ** 16) return Uint8Array.of((type << 5) | 25, value >> 8, value & 255);
  return Uint8Array.of((type << 5) | 26, value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
}

export function writeText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  return Buffer.concat([writeHead(3, bytes.length), bytes]);
}
