/**
 * Undoes the transfer encoding of a MIME body (RFC 2045 §6). Never fails: what is no valid encoding is taken as it stands, as §6.7
 * advises, since a saved page with one broken line is still the page.
 */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  switch (encoding.trim().toLowerCase()) {
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    case 'base64':
      return decodeBase64(body);
    default:
      return body;
  }
}

const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** `=3D` → `=`, and lines that end in `=` joined to the next, which makes cut addresses whole again. */
function decodeQuotedPrintable(body: Buffer): Buffer {
  const length = body.length;
  const decoded = Buffer.allocUnsafe(length);
  let out = 0;
  for (let at = 0; at < length; ) {
    const byte = body[at]!;
    if (byte !== EQUALS) {
      decoded[out++] = byte;
      at++;
      continue;
    }
    const high = at + 2 < length ? hexDigit(body[at + 1]!) : -1;
    const low = high < 0 ? -1 : hexDigit(body[at + 2]!);
    if (low >= 0) {
      decoded[out++] = high * 16 + low;
      at += 3;
      continue;
    }
    const next = afterLineBreak(body, at + 1);
    if (next === null) decoded[out++] = byte;
    at = next ?? at + 1;
  }
  return decoded.subarray(0, out);
}

/** Where the text goes on after blanks and a line break, or null where there is no line break. */
function afterLineBreak(body: Buffer, start: number): number | null {
  let at = start;
  while (body[at] === 0x20 || body[at] === 0x09) at++;
  if (at >= body.length) return at;
  if (body[at] === RETURN) return body[at + 1] === LINE_FEED ? at + 2 : at + 1;
  return body[at] === LINE_FEED ? at + 1 : null;
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const upper = byte & 0xdf;
  return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}

/** So much text at a time: a string of the whole body would be held beside the body and the result. */
const BASE64_CHUNK = 3_145_728;

function decodeBase64(body: Buffer): Buffer {
  const decoded = Buffer.allocUnsafe(Math.ceil(body.length * 0.75) + 3);
  let out = 0;
  let rest = '';
  for (let at = 0; at < body.length; at += BASE64_CHUNK) {
    const text = rest + body.toString('latin1', at, at + BASE64_CHUNK).replace(/[^A-Za-z0-9+/=_-]+/g, '');
    // Groups of four characters are three bytes each.
    const whole = at + BASE64_CHUNK >= body.length ? text.length : text.length & ~3;
    out += decoded.write(text.slice(0, whole), out, 'base64');
    rest = text.slice(whole);
  }
  return decoded.subarray(0, out);
}
