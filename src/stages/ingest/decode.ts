import { isUtf8 } from 'node:buffer';

/** The text of a file, decoded piece by piece so that a large file is never held twice. */
export interface DecodedText {
  /** WHATWG label of the encoding, such as `utf-8`. */
  readonly encoding: string;
  /** The first 64 Ki characters or so: what recognisers look at. */
  readonly head: string;
  /** The bytes are hardly a text in any encoding: too many control characters among the first. */
  readonly looksBinary: boolean;
  /** The whole text in pieces, each a few hundred kilobytes, from the start on every call. */
  pieces(): Iterable<string>;
  /** The whole text as one string; for kinds that cannot be read in pieces. */
  whole(): string;
}

const HEAD_BYTES = 65_536;
const PIECE_BYTES = 131_072;
/** HTML looks for a declaration in the first 1,024 bytes (WHATWG); saved pages put a long comment before it. */
const DECLARATION_BYTES = 4096;

/** Decodes by byte-order mark, else the declared charset, else UTF-8 where the bytes are valid, else windows-1252. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { encoding, start } = detectEncoding(bytes);
  const body = bytes.subarray(start);
  const decode = (part: Uint8Array) =>
    encoding === 'windows-1252'
      ? windows1252(part)
      : new TextDecoder(encoding, { ignoreBOM: true }).decode(part);
  const head = decode(body.subarray(0, HEAD_BYTES));
  return {
    encoding,
    head,
    looksBinary:
      (head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0) > head.length / 50,
    whole: () => decode(body),
    pieces: () => piecesOf(body, encoding),
  };
}

/** The text of bytes whose encoding is known, by its WHATWG label, in pieces of a few hundred kilobytes. */
export function piecesOf(body: Uint8Array, encoding: string): Iterable<string> {
  return encoding === 'utf-8' ? utf8Pieces(body) : otherPieces(body, encoding);
}

/** Cut between characters, since Buffer decodes several times faster than a TextDecoder that keeps state. */
function* utf8Pieces(body: Uint8Array): Generator<string> {
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.length);
  for (let start = 0; start < buffer.length; ) {
    let end = Math.min(start + PIECE_BYTES, buffer.length);
    // A character has at most three continuation bytes (10xxxxxx); more of them are no UTF-8, wherever one cuts.
    for (let back = 0; back < 3 && end < buffer.length && (buffer[end]! & 0xc0) === 0x80; back++) end--;
    yield buffer.toString('utf8', start, end);
    start = end;
  }
}

function* otherPieces(body: Uint8Array, encoding: string): Generator<string> {
  const decoder = encoding === 'windows-1252' ? null : new TextDecoder(encoding, { ignoreBOM: true });
  for (let offset = 0; offset < body.length; offset += PIECE_BYTES) {
    const part = body.subarray(offset, offset + PIECE_BYTES);
    yield decoder === null ? windows1252(part) : decoder.decode(part, { stream: true });
  }
  if (decoder !== null) yield decoder.decode();
}

/** What windows-1252 has at 0x80–0x9f, where Latin-1 has control characters (WHATWG index-windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20's own decoder of this name gives Latin-1: "Zoë’s" would lose its apostrophe. */
function windows1252(part: Uint8Array): string {
  const text = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);
}

function detectEncoding(bytes: Uint8Array): { encoding: string; start: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', start: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', start: 2 };
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return { encoding: wide, start: 0 };
  const declared = declaredEncoding(bytes);
  if (declared !== null) return { encoding: declared, start: 0 };
  return { encoding: isUtf8(withoutCutTail(bytes)) ? 'utf-8' : 'windows-1252', start: 0 };
}

/** Mostly ASCII text in UTF-16 has a zero in nearly every second byte; other text has none. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 2048) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, DECLARATION_BYTES),
  ).toString('latin1');
  if (!/^\s*</.test(start)) return null;
  const label =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(start)?.[1] ??
    /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]{2,40})["']/i.exec(start)?.[1];
  if (label === undefined) return null;
  try {
    const encoding = new TextDecoder(label).encoding;
    // The declaration was readable as ASCII, so it cannot be true of a two-byte encoding (WHATWG says the same).
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}

/** A file that was cut in the middle of a character is still UTF-8. */
function withoutCutTail(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) break;
  }
  return bytes;
}
