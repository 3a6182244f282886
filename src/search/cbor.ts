/** Walks over CBOR (RFC 8949) as Pagefind writes it: numbers, texts, arrays, maps. */
export interface CborCursor {
  readonly bytes: Uint8Array;
  at: number;
  /** The number, length or count of the head that was read last. */
  value: number;
}

export function cursorOf(bytes: Uint8Array): CborCursor {
  return { bytes, at: 0, value: 0 };
}

/** Major types of items. */
export const NUMBER = 0;
export const NEGATIVE = 1;
export const ARRAY = 4;

const TEXT = new TextDecoder();
const TO_BYTES = new TextEncoder();

/** Reads the head of the next item into `value`; gives its major type. */
export function readHead(cursor: CborCursor): number {
  const first = cursor.bytes[cursor.at++]!;
  const info = first & 31;
  if (info < 24) cursor.value = info;
  else {
    const length = 2 ** (info - 24);
    if (length > 8) throw new Error(`CBOR of indefinite length at ${cursor.at}`);
    let value = 0;
    for (let read = 0; read < length; read++) value = value * 256 + cursor.bytes[cursor.at++]!;
    cursor.value = value;
  }
  return first >> 5;
}

export function readNumber(cursor: CborCursor): number {
  if (readHead(cursor) !== 0) throw new Error(`CBOR: no number at ${cursor.at}`);
  return cursor.value;
}

/** A number that may be negative. */
export function readInteger(cursor: CborCursor): number {
  const type = readHead(cursor);
  if (type > 1) throw new Error(`CBOR: no number at ${cursor.at}`);
  return type === 0 ? cursor.value : -1 - cursor.value;
}

export function readText(cursor: CborCursor): string {
  if (readHead(cursor) !== 3) throw new Error(`CBOR: no text at ${cursor.at}`);
  cursor.at += cursor.value;
  return TEXT.decode(cursor.bytes.subarray(cursor.at - cursor.value, cursor.at));
}

export function readArray(cursor: CborCursor): number {
  if (readHead(cursor) !== 4) throw new Error(`CBOR: no array at ${cursor.at}`);
  return cursor.value;
}

/** Passes over one item, whatever it is. */
export function skip(cursor: CborCursor): void {
  for (let left = 1; left > 0; left--) {
    const type = readHead(cursor);
    if (type === 2 || type === 3) cursor.at += cursor.value;
    else if (type === 4) left += cursor.value;
    else if (type === 5) left += 2 * cursor.value;
    else if (type === 6) left += 1;
  }
}

/** Bytes that grow while they are written. */
export interface CborWriter {
  bytes: Uint8Array;
  at: number;
}

export function writerOf(capacity: number): CborWriter {
  return { bytes: new Uint8Array(capacity), at: 0 };
}

/** What has been written. */
export function written({ bytes, at }: CborWriter): Uint8Array {
  return bytes.subarray(0, at);
}

export function writeHead(writer: CborWriter, type: number, value: number): void {
  reserve(writer, 5);
  const { bytes } = writer;
  if (value < 24) bytes[writer.at++] = (type << 5) | value;
  else {
    const length = value < 2 ** 8 ? 1 : value < 2 ** 16 ? 2 : 4;
    bytes[writer.at++] = (type << 5) | (length === 4 ? 26 : 23 + length);
    for (let left = length - 1; left >= 0; left--) bytes[writer.at++] = (value >>> (8 * left)) & 255;
  }
}

export function writeText(writer: CborWriter, text: string): void {
  const bytes = TO_BYTES.encode(text);
  writeHead(writer, 3, bytes.length);
  writeBytes(writer, bytes);
}

/** Copies what was written elsewhere. */
export function writeBytes(writer: CborWriter, bytes: Uint8Array, start = 0, end = bytes.length): void {
  reserve(writer, end - start);
  const { bytes: target, at } = writer;
  // Most pieces are a few bytes: a loop is quicker than a view of them.
  if (end - start < 32) for (let from = start, to = at; from < end; from++, to++) target[to] = bytes[from]!;
  else target.set(bytes.subarray(start, end), at);
  writer.at += end - start;
}

function reserve(writer: CborWriter, more: number): void {
  if (writer.at + more <= writer.bytes.length) return;
  const larger = new Uint8Array(Math.max(2 * writer.bytes.length, writer.at + more));
  larger.set(writer.bytes);
  writer.bytes = larger;
}
