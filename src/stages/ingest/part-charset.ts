import { isAscii, isUtf8 } from 'node:buffer';
import { decodeText, piecesOf } from './decode.ts';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The text of a MIME part, such that decode.ts reads it right without knowing what the part's header says: the bytes as they are where
 * they speak for themselves, else in UTF-8 with a byte-order mark. The header outranks what a page declares of itself, and a byte-order
 * mark outranks the header (WHATWG HTML, "determining the character encoding"); a label that the bytes disprove counts for nothing.
 */
export function withOwnCharset(bytes: Buffer, label: string | undefined): Buffer {
  const named = canonicalLabel(label);
  if (named === null) return bytes;
  const detected = decodeText(bytes).encoding;
  const encoding = provenEncoding(bytes, detected, named);
  if (encoding === null || encoding === detected) return bytes;
  return encoding === 'utf-8' ? Buffer.concat([BYTE_ORDER_MARK, bytes]) : inUtf8(bytes, encoding);
}

/** The encoding in which the part has to be read, or null where what decode.ts finds is right. */
function provenEncoding(bytes: Buffer, detected: string, named: string): string | null {
  if (detected.startsWith('utf-16') || bytes.subarray(0, 3).equals(BYTE_ORDER_MARK)) return null;
  // Text in two-byte units has zeros in its markup and its addresses; other text has none.
  if (named.startsWith('utf-16')) return bytes.includes(0) ? named : null;
  if (isAscii(bytes)) return named === 'iso-2022-jp' ? named : null;
  const isValid = isUtf8(bytes);
  if (named === 'utf-8') return isValid ? named : null;
  // Mail programs label UTF-8 as Latin-1; hardly any other text happens to be valid UTF-8.
  return isValid ? 'utf-8' : named;
}

function canonicalLabel(label: string | undefined): string | null {
  if (label === undefined) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** Decoded twice, once for the length, so that a large page is not held a third time. */
function inUtf8(bytes: Buffer, encoding: string): Buffer {
  let length = BYTE_ORDER_MARK.length;
  for (const piece of piecesOf(bytes, encoding)) length += Buffer.byteLength(piece);
  const converted = Buffer.allocUnsafe(length);
  let at = BYTE_ORDER_MARK.copy(converted);
  for (const piece of piecesOf(bytes, encoding)) at += converted.write(piece, at);
  return converted.subarray(0, at);
}
