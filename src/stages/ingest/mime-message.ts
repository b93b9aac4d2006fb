import { UsageError } from '../../domain/errors.ts';
import { parseHeaderValue, readMimeHeader } from './mime-header.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/**
 * One body of a MIME message, or the message itself (RFC 2045, RFC 2046). Bodies are views of the file, decoded only when asked for:
 * a saved page is mostly pictures, and nobody asks for them.
 */
export interface MimeEntity {
  /** Values of the header by lower-case name. */
  readonly fields: ReadonlyMap<string, string>;
  /** Media type in lower case, such as `text/html`. */
  readonly type: string;
  /** Parameters of the media type, by lower-case name. */
  readonly parameters: ReadonlyMap<string, string>;
  /** As transferred; `decodedBody` undoes the encoding. */
  readonly body: Buffer;
}

/** Forwarded mails and signatures nest a few levels; more are made to do harm. */
const MAX_MIME_DEPTH = 20;

/** The message that a file is; never throws. */
export function readMimeMessage(bytes: Uint8Array): MimeEntity {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return readEntity(buffer.subarray(messageStart(buffer)), 'text/plain');
}

function readEntity(bytes: Buffer, defaultType: string): MimeEntity {
  const { fields, bodyStart } = readMimeHeader(bytes);
  const { value, parameters } = parseHeaderValue(fields.get('content-type') ?? '');
  const type = /^[^/]+\/[^/]+$/.test(value) ? value : defaultType;
  return { fields, type, parameters, body: bytes.subarray(bodyStart) };
}

/** The body without its transfer encoding. */
export function decodedBody(entity: MimeEntity): Buffer {
  return decodeTransfer(entity.body, entity.fields.get('content-transfer-encoding') ?? '');
}

/**
 * The bodies in a multipart one (RFC 2046 §5.1.1), one at a time. Takes lines that end in LF only and a missing last boundary, as a
 * download that was cut off has it. Throws UsageError `unreadable_input` when the boundary is not said or nowhere to be found.
 */
export function* partsOf(entity: MimeEntity, path: string): Generator<MimeEntity> {
  const boundary = entity.parameters.get('boundary') ?? '';
  const defaultType = entity.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  let start: number | null = null;
  if (boundary !== '') {
    for (const delimiter of delimitersIn(entity.body, boundary)) {
      if (start !== null) yield readEntity(entity.body.subarray(start, delimiter.start), defaultType);
      start = delimiter.next;
      if (delimiter.isLast) return;
    }
  }
  if (start === null) {
    throw new UsageError(
      'unreadable_input',
      `${path}: its parts cannot be told apart: ${boundary === '' ? 'it names no boundary' : 'the boundary that its header names stands nowhere in it'}`,
      'The file is damaged or cut off: save it again.',
    );
  }
  yield readEntity(entity.body.subarray(start), defaultType);
}

/** Throws UsageError `unreadable_input` when parts are nested more than `MAX_MIME_DEPTH` deep. */
export function refuseDeeper(path: string, depth: number): void {
  if (depth < MAX_MIME_DEPTH) return;
  throw new UsageError(
    'unreadable_input',
    `${path}: parts in parts, more than ${MAX_MIME_DEPTH} deep`,
    'Save what holds the list as a file of its own.',
  );
}

interface Delimiter {
  /** Where the part before ends: the line break before the boundary belongs to the boundary. */
  readonly start: number;
  /** Where the part after begins. */
  readonly next: number;
  readonly isLast: boolean;
}

function* delimitersIn(body: Buffer, boundary: string): Generator<Delimiter> {
  const delimiter = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(delimiter); at >= 0; ) {
    let end = at + delimiter.length;
    if (at === 0 || body[at - 1] === 0x0a) {
      const isLast = body[end] === 0x2d && body[end + 1] === 0x2d;
      if (isLast) end += 2;
      while (body[end] === 0x20 || body[end] === 0x09 || body[end] === 0x0d) end++;
      // Anything else on the line makes it another boundary that begins alike.
      if (end >= body.length || body[end] === 0x0a) {
        const lineBreak = at === 0 ? 0 : body[at - 2] === 0x0d ? 2 : 1;
        yield { start: Math.max(0, at - lineBreak), next: Math.min(end + 1, body.length), isLast };
      }
    }
    at = body.indexOf(delimiter, end);
  }
}

/** Past a byte-order mark and empty lines, which some programs write before the header. */
function messageStart(bytes: Buffer): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 1024 && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at++;
  return at;
}

/** Every body that has no parts of its own, in the order of the message. Forwarded messages are bodies: what is in them is theirs. */
export function* leavesOf(entity: MimeEntity, path: string, depth = 0): Generator<MimeEntity> {
  if (!entity.type.startsWith('multipart/')) {
    yield entity;
    return;
  }
  refuseDeeper(path, depth);
  for (const part of partsOf(entity, path)) yield* leavesOf(part, path, depth + 1);
}
