import { UsageError } from '../../domain/errors.ts';
import { cleanLine } from '../../support/text.ts';
import type { Container, Part } from './container.ts';
import { refuseMoreEntries } from './input-limits.ts';
import { withoutRecipient, withoutSignature } from './mail-owner.ts';
import { decodeWords, parseHeaderValue } from './mime-header.ts';
import { decodedBody, type MimeEntity, partsOf, readMimeMessage, refuseDeeper } from './mime-message.ts';
import { withOwnCharset } from './part-charset.ts';
import { withBareLinks } from './wrapped-links.ts';

/** Fields of which a mail has several; one of the telling ones must be among them, since notes begin with "Date:" too. */
const USUAL_FIELDS = [
  ...['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'received', 'return-path'],
  ...['delivered-to', 'reply-to', 'sender', 'content-type'],
];
const TELLING_FIELDS = ['from', 'message-id', 'mime-version', 'received', 'return-path'];

/** Bodies that hold no list, whatever mail they are part of. */
const NO_LIST =
  /^(?:image|audio|video|font)\/|^text\/(?:css|calendar|javascript|rfc822-headers)$|^application\/(?:javascript|pgp-.*|(?:x-)?pkcs7-signature|font-.*)$|^message\/(?:delivery-status|disposition-notification)$/;

/** The source of a mail (`.eml`, RFC 5322): its text, the pages and tables attached to it, and the mails passed on in it. */
export const email: Container = {
  kind: 'email',
  recognise({ bytes }) {
    const { fields } = readMimeMessage(bytes);
    const found = USUAL_FIELDS.filter((name) => fields.has(name));
    if (found.length < 2 || !found.some((name) => TELLING_FIELDS.includes(name))) return null;
    return 'it begins with the header of a mail';
  },
  async open({ path, bytes }) {
    const bodies: Body[] = [];
    let isEncrypted = false;
    for (const body of bodiesOf(readMimeMessage(bytes), path, 0)) {
      if (isCiphertext(body.entity)) isEncrypted = true;
      else if (!NO_LIST.test(body.entity.type)) bodies.push(body);
      refuseMoreEntries(path, bodies.length);
    }
    if (isEncrypted) {
      throw new UsageError(
        'unreadable_input',
        `${path}: this mail is encrypted`,
        'Open it in the mail program and save the attachment, or copy the text into a file.',
      );
    }
    const parts: Part[] = [];
    const signed: Part[] = [];
    for (const [at, body] of bodies.entries()) {
      const part = toPart(body, path, at + 1);
      const unsigned = withoutOwner(part, body.entity);
      parts.push(unsigned);
      if (unsigned !== part) signed.push({ ...part, isFallback: true });
    }
    // Who signs a mail is one of its list only if nobody else is in it.
    return [...parts, ...signed];
  },
};

interface Body {
  readonly entity: MimeEntity;
  readonly isFallback: boolean;
}

function* bodiesOf(entity: MimeEntity, path: string, depth: number): Generator<Body> {
  if (!entity.type.startsWith('multipart/')) {
    yield { entity, isFallback: false };
    return;
  }
  refuseDeeper(path, depth);
  const isChoice = entity.type === 'multipart/alternative';
  const bodies: Body[] = [];
  for (const part of partsOf(entity, path)) {
    for (const body of bodiesOf(part, path, depth + 1)) {
      if (isChoice) bodies.push(body);
      else yield body;
    }
  }
  yield* htmlFirst(bodies);
}

/** Of renderings of one text (RFC 2046 §5.1.4), HTML has the links behind the words; the plain one counts only without it. */
function htmlFirst(bodies: readonly Body[]): readonly Body[] {
  if (!bodies.some(({ entity }) => entity.type === 'text/html')) return bodies;
  const isRendering = ({ entity }: Body) => entity.type === 'text/plain' && attachedName(entity) === null;
  return [
    ...bodies.filter((body) => !isRendering(body)),
    ...bodies.filter(isRendering).map(({ entity }) => ({ entity, isFallback: true })),
  ];
}

/** S/MIME (RFC 8551) and PGP/MIME (RFC 3156). */
function isCiphertext({ type, parameters }: MimeEntity): boolean {
  return (
    type === 'application/pgp-encrypted' ||
    (/^application\/(?:x-)?pkcs7-mime$/.test(type) && parameters.get('smime-type') !== 'signed-data')
  );
}

/** Without what the mail's own texts say of who signs them; attachments as they are. */
function withoutOwner(part: Part, entity: MimeEntity): Part {
  if (attachedName(entity) !== null) return part;
  const bytes = withoutSignature(part.bytes, entity.type);
  return bytes === part.bytes ? part : { ...part, bytes };
}

function toPart({ entity, isFallback }: Body, path: string, number: number): Part {
  const { type } = entity;
  const name = attachedName(entity) ?? (type.startsWith('message/') ? `mail ${number}` : `text ${number}`);
  let bytes = decodedBody(entity);
  if (type.startsWith('text/')) bytes = withOwnCharset(bytes, entity.parameters.get('charset'));
  if (type === 'text/html') bytes = withoutRecipient(withBareLinks(asPage(bytes)));
  else if (type === 'text/plain') bytes = withBareLinks(withoutFlow(bytes, entity));
  return { path: `${path}/${name}`, bytes, isFallback };
}

function attachedName({ fields, parameters }: MimeEntity): string | null {
  const disposition = parseHeaderValue(fields.get('content-disposition') ?? '');
  const name = disposition.parameters.get('filename') ?? parameters.get('name');
  if (name === undefined) return disposition.value === 'attachment' ? 'attachment' : null;
  return cleanLine(decodeWords(name).slice(0, 200)) ?? 'attachment';
}

/** Mail programs write HTML without `<html>`, which may begin with plain words. */
function asPage(bytes: Buffer): Buffer {
  const start = bytes.toString('latin1', 0, 256).replace(/^\u00ef\u00bb\u00bf/, '');
  if (/^\s*</.test(start) || bytes.includes(0)) return bytes;
  const isMarked = start.length < Math.min(bytes.length, 256);
  const [mark, text] = isMarked ? [bytes.subarray(0, 3), bytes.subarray(3)] : [Buffer.alloc(0), bytes];
  return Buffer.concat([mark, Buffer.from('<!doctype html><body>\n'), text]);
}

/** Lines that were wrapped at a blank which belongs to nothing (RFC 3676 §4.1, DelSp): joined, or long addresses stay cut. */
function withoutFlow(bytes: Buffer, { parameters }: MimeEntity): Buffer {
  const isFlowed = parameters.get('format')?.toLowerCase() === 'flowed';
  if (!isFlowed || parameters.get('delsp')?.toLowerCase() !== 'yes' || bytes.includes(0)) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/ \r?\n/g, ''), 'latin1');
}
