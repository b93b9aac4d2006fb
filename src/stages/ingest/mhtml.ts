import { cleanLine } from '../../support/text.ts';
import type { Container, Part } from './container.ts';
import { refuseMoreEntries } from './input-limits.ts';
import { decodedBody, leavesOf, type MimeEntity, readMimeMessage } from './mime-message.ts';
import { withOwnCharset } from './part-charset.ts';

/** Fields that a mail gets on its way and a saved page does not. */
const MAIL_ONLY = ['received', 'return-path', 'delivered-to', 'to', 'cc', 'message-id'];

/** A page with its pictures in one file (RFC 2557): "Webpage, Single File" of Chrome and Edge, `.mht` of Internet Explorer and Word. */
export const mhtml: Container = {
  kind: 'mhtml',
  recognise({ bytes }) {
    const { fields, type } = readMimeMessage(bytes);
    if (fields.has('snapshot-content-location') || /saved by/i.test(fields.get('from') ?? '')) {
      return 'a browser saved it as a single file';
    }
    if (MAIL_ONLY.some((name) => fields.has(name))) return null;
    if (type === 'multipart/related') return 'it is a page with its pictures';
    return isHtml(type) && fields.has('content-location') ? 'it is a page with its address' : null;
  },
  async open({ path, bytes }) {
    const message = readMimeMessage(bytes);
    const pages: MimeEntity[] = [];
    for (const leaf of leavesOf(message, path)) if (isHtml(leaf.type)) pages.push(leaf);
    refuseMoreEntries(path, pages.length);
    const root = pages.find(isStartOf(message)) ?? pages[0];
    if (root === undefined) return [];
    const frames = pages.filter((page) => page !== root);
    return [toPart(root, path), ...frames.map((frame) => ({ ...toPart(frame, path), isFallback: true }))];
  },
};

function isHtml(type: string): boolean {
  return type === 'text/html' || type === 'application/xhtml+xml';
}

/** The root is the part that `start` names, else the first (RFC 2387 §3.2). */
function isStartOf(message: MimeEntity): (part: MimeEntity) => boolean {
  const start = bareId(message.parameters.get('start'));
  return (part) => start !== null && bareId(part.fields.get('content-id')) === start;
}

function bareId(id: string | undefined): string | null {
  return id === undefined ? null : id.trim().replace(/^<|>$/g, '');
}

function toPart(entity: MimeEntity, path: string): Part {
  const location = cleanLine(entity.fields.get('content-location')?.slice(0, 200)) ?? 'page';
  return {
    path: `${path}/${location}`,
    bytes: withOwnCharset(decodedBody(entity), entity.parameters.get('charset')),
  };
}
