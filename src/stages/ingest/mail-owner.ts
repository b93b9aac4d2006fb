/**
 * Links in a mail that lead to who wrote it or whom it was written to: in signatures, and in the head of LinkedIn's own mails, which shows the
 * picture of the account that they are for.
 */

/** LinkedIn says in each link of its mails where it stands: `trk=eml-email_notification_01-header-0-profile_glimmer`. */
const MAIL_LINK = /https?:\/\/(?:[a-z]{1,10}\.)?linkedin\.com\/comm\/in\/[^\s"'<>]{1,2000}/gi;
const IN_HEADER = /[?&;]trk(?:Email)?=eml-[\w~.%-]{0,200}(?:header|profile_glimmer)/i;

const DIVIDER = /^-- ?$/;
/** What a reply or a mail that is passed on begins with: what is below belongs to it. */
const QUOTED =
  /^(?:>|-{3,}|_{5,}|Begin forwarded message|(?:From|Von|De|Da|Van|Od): |(?:On|Am|Le|El|Il|Op) .{5,200}:\s{0,5}$)/i;
/** More is a list under a line, not a signature. */
const MOST_LINKS = 2;

const BLOCK = /<(div|pre)\b([^<>]{0,1000})>/gi;
const SIGNATURE_MARK =
  /\b(?:gmail_signature(?!_prefix)|moz-signature|ms-outlook-mobile-signature)\b|\bid\s*=\s*["']?Signature\b/i;

/** HTML without the addresses of the account that a mail of LinkedIn is for. */
export function withoutRecipient(html: Buffer): Buffer {
  const change = (text: string) => text.replace(MAIL_LINK, (link) => (IN_HEADER.test(link) ? '#' : link));
  return replaced(html, change, html);
}

/**
 * The text of a mail without its signature: the lines under a line `-- `, or the blocks of HTML that mail programs mark as one. The same bytes
 * where there is none.
 */
export function withoutSignature(bytes: Uint8Array, type: string): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (type === 'text/plain') return replaced(buffer, withoutLines, bytes);
  return type === 'text/html' ? replaced(buffer, withoutBlocks, bytes) : bytes;
}

/** Byte by byte, since what is looked for is ASCII in any charset; those of UTF-16 hold none of it. */
function replaced<Same>(bytes: Buffer, change: (text: string) => string, same: Same): Buffer | Same {
  const text = bytes.toString('latin1');
  const changed = change(text);
  return changed === text ? same : Buffer.from(changed, 'latin1');
}

/** The lines are made empty, so that the others keep their numbers. */
function withoutLines(text: string): string {
  if (!/^-- ?\r?$/m.test(text)) return text;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    if (!DIVIDER.test(withoutReturn(lines[at]!))) continue;
    let end = at + 1;
    while (end < lines.length && !DIVIDER.test(withoutReturn(lines[end]!)) && !QUOTED.test(lines[end]!))
      end++;
    if (isSignature(lines.slice(at, end))) lines.fill('', at, end);
    at = end - 1;
  }
  return lines.join('\n');
}

function withoutBlocks(html: string): string {
  const kept: string[] = [];
  let keptTo = 0;
  for (const { index, 0: tag, 1: name, 2: attributes } of html.matchAll(BLOCK)) {
    if (index < keptTo || !SIGNATURE_MARK.test(attributes!)) continue;
    kept.push(html.slice(keptTo, index));
    keptTo = blockEnd(html, index + tag.length, name!);
  }
  return kept.length === 0 ? html : kept.join('') + html.slice(keptTo);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function isSignature(lines: readonly string[]): boolean {
  return (lines.join('\n').match(/linkedin\.com\//gi)?.length ?? 0) <= MOST_LINKS;
}

/** Where the block ends whose content begins at `from`; the end of the text when it is never closed. */
function blockEnd(html: string, from: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}\\b[^<>]{0,1000}>`, 'gi');
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
}
