/** A header block (RFC 5322 §2.2) and where the body after it begins. */
export interface MimeHeader {
  /** Values by lower-case name, unfolded; of a repeated field the first. */
  readonly fields: ReadonlyMap<string, string>;
  readonly bodyStart: number;
}

/** The value of a structured field such as `Content-Type: text/html; charset=utf-8` (RFC 2045 §5.1). */
export interface HeaderValue {
  /** In lower case, without parameters. */
  readonly value: string;
  /** By lower-case name, without quotation marks. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** No header is longer; what goes on is no header. */
const MAX_HEADER_BYTES = 262_144;
const MAX_VALUE_CHARACTERS = 16_384;
/** An address at the beginning of a body is no field. */
const FIELD = /^([!-9;-~]{1,100})[ \t]*:(?!\/\/)(.*)$/s;
const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/gs;

/** Reads the header block at `start`. A line that can be no field ends it too: some writers forget the empty line. */
export function readMimeHeader(bytes: Buffer, start = 0): MimeHeader {
  const lines: string[] = [];
  const limit = Math.min(bytes.length, start + MAX_HEADER_BYTES);
  let at = start;
  while (at < limit) {
    const found = bytes.indexOf(0x0a, at);
    const next = found < 0 ? bytes.length : found + 1;
    const line = bytes.toString('utf8', at, Math.min(next, limit)).replace(/\r?\n$/, '');
    if (line === '') return { fields: fieldsOf(lines), bodyStart: next };
    if (/^[ \t]/.test(line) && lines.length > 0) lines[lines.length - 1] += line;
    else if (FIELD.test(line)) lines.push(line);
    else break;
    at = next;
  }
  return { fields: fieldsOf(lines), bodyStart: at };
}

/** Takes a structured field apart, continued and encoded parameters (RFC 2231) included. */
export function parseHeaderValue(field: string): HeaderValue {
  const text = field.slice(0, MAX_VALUE_CHARACTERS);
  const value = text.split(/[;\s(]/, 1)[0]!.toLowerCase();
  const parameters = new Map<string, string>();
  const continued = new Map<string, string[]>();
  for (const [, rawName, quoted, bare] of text.matchAll(PARAMETER)) {
    const content = quoted?.replace(/\\(.)/gs, '$1') ?? bare ?? '';
    const [, name, index = '0', star] = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(rawName!.toLowerCase()) ?? [];
    if (name === undefined) continue;
    if (rawName!.includes('*')) {
      const segments = continued.get(name) ?? [];
      segments[Number(index)] = star === undefined ? content : decodeExtended(content, index === '0');
      continued.set(name, segments);
    } else if (!parameters.has(name)) {
      parameters.set(name, content);
    }
  }
  for (const [name, segments] of continued) parameters.set(name, segments.join(''));
  return { value, parameters };
}

/** `utf-8'en'na%C3%AFve.csv`; only the first segment names a charset. What is no UTF-8 stays as it is: it is a name for messages. */
function decodeExtended(text: string, isFirst: boolean): string {
  const encoded = isFirst ? text.replace(/^[^']*'[^']*'/, '') : text;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/** Text with encoded words (`=?utf-8?B?…?=`, RFC 2047) made readable. */
export function decodeWords(text: string): string {
  return text
    .slice(0, MAX_VALUE_CHARACTERS)
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(
      /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([BbQq])\?([^?\s]*)\?=/g,
      (word, charset: string, kind: string, content: string) => {
        const bytes =
          kind.toUpperCase() === 'B'
            ? Buffer.from(content, 'base64')
            : Buffer.from(
                content
                  .replaceAll('_', ' ')
                  .replace(/=([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
                    String.fromCharCode(Number.parseInt(hex, 16)),
                  ),
                'latin1',
              );
        try {
          return new TextDecoder(charset).decode(bytes);
        } catch {
          return word;
        }
      },
    );
}

/** Of a repeated field the first: mail programs write theirs above those of the mail that they pass on. */
function fieldsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = FIELD.exec(line)!;
    const key = name!.toLowerCase();
    if (!fields.has(key)) fields.set(key, value!.trim());
  }
  return fields;
}
