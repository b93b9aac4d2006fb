/**
 * Mail gateways, web mail and other sites put links behind addresses of their own, with the real one in it: Outlook's Safe Links, Proofpoint's
 * URL Defense, Google, Facebook, and LinkedIn's own sign-in wall.
 */
const PLACES = [
  String.raw`safelinks\.protection\.outlook\.com\/`,
  String.raw`urldefense\.(?:proofpoint\.)?(?:com|us)\/v[123]\/`,
  String.raw`google\.[a-z.]{2,6}\/url\?`,
  String.raw`(?:facebook|messenger)\.com\/(?:l|flx\/warn)(?:\.php)?\/?\?`,
  String.raw`l\.(?:instagram|threads|wl)\.(?:com|net|co)\/\?`,
  String.raw`linkedin\.com\/(?:uas\/|comm\/|checkpoint\/[\w/-]{1,40}|m\/|signup\/)?(?:login|authwall|cold-join|safety\/go|redir\/[\w-]{1,40})[\w/-]{0,40}\?`,
  String.raw`mailtrack\.(?:io|me|com)\/`,
  String.raw`linkprotect\.cudasvc\.com\/url\?`,
  String.raw`(?:slack-redir\.net\/link|youtube\.com\/redirect|duckduckgo\.com\/l\/|vk\.com\/away\.php|out\.reddit\.com\/[\w/-]{0,40})\?`,
].join('|');
/** Addresses are ASCII; in an attribute of HTML their `&` is written `&amp;`. */
const WRAPPED = new RegExp(
  String.raw`https?:\/\/(?:[a-z0-9-]{1,60}\.){0,4}(?:${PLACES})[!#-&(-;=?-~]{1,8000}`,
  'gi',
);
const IS_WRAPPED = new RegExp(`^${WRAPPED.source}$`, 'i');
/** Parameters that hold the real address. */
const TARGETS: ReadonlySet<string> = new Set([
  ...['url', 'u', 'q', 'a', 'to', 'uddg', 'session_redirect', 'sessionredirect'],
]);
/** Addresses under which others show LinkedIn's own pages: what is behind the prefix is the path of the profile. */
const COPIES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/web\.archive\.org\/web\/\d{1,14}[a-z_]{0,4}\/(?=https?:\/\/)/i, ''],
  [/^https?:\/\/www-linkedin-com\.translate\.goog\//i, 'https://www.linkedin.com/'],
  // A relative link, made absolute by the browser that had the page open from the disk.
  [/^file:\/\/\/(?:[a-z]:\/)?(?=in\/)/i, 'https://www.linkedin.com/'],
];
const LINKEDIN = /^https?:\/\/(?:[a-z0-9-]{1,30}\.){0,3}linkedin\.com\//i;
/** A gateway wraps what another gateway has wrapped. */
const MOST_LAYERS = 4;

/** A mail's text or HTML with the wrapped addresses of LinkedIn laid bare; everything else as it was. */
export function withBareLinks(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const bare = withBareAddresses(text);
  return bare === text ? bytes : Buffer.from(bare, 'latin1');
}

/** The text with the wrapped addresses of LinkedIn in it laid bare. */
export function withBareAddresses(text: string): string {
  // Searching for one word is much faster than for the pattern, and most texts have no link but plain ones.
  if (!/[?]|\/v3\/__/.test(text)) return text;
  return text.replace(WRAPPED, (wrapped) => bareAddress(wrapped));
}

/** The address of LinkedIn that another one wraps, whatever the number of layers; any other address as it is. */
export function bareAddress(address: string): string {
  let inner = original(address);
  for (let layer = 0; layer < MOST_LAYERS && IS_WRAPPED.test(inner); layer++) {
    const target = targetOf(inner);
    if (target === null) break;
    inner = target;
  }
  return LINKEDIN.test(inner) ? inner : address;
}

/** What stands behind the address of a copy, any other address as it is. */
function original(address: string): string {
  const copy = COPIES.find(([prefix]) => prefix.test(address));
  return copy === undefined ? address : address.replace(copy[0], copy[1]);
}

/** What is directly in the wrapping. */
function targetOf(address: string): string | null {
  const third = /\/v3\/__(.*?)__;([^!]*)/.exec(address);
  if (third !== null) return withReplaced(third[1]!, third[2]!).replace(/^(https?):\/(?!\/)/i, '$1://');
  const isSecond = /^https?:\/\/[^/]*\/v2\/url\?/i.test(address);
  const query = address.slice(address.indexOf('?') + 1).replaceAll('&amp;', '&');
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    if (!TARGETS.has(pair.slice(0, Math.max(at, 0)).toLowerCase())) continue;
    const value = pair.slice(at + 1);
    const target = decoded(isSecond ? value.replaceAll('-', '%').replaceAll('_', '/') : value);
    if (/^https?:\/\//i.test(target)) return target;
    if (/^\/(?!\/)/.test(target) && LINKEDIN.test(address)) return `https://www.linkedin.com${target}`;
  }
  return null;
}

/** Decoded once; bytes of other alphabets stay encoded in the address, as addresses have them. */
function decoded(target: string): string {
  try {
    return encodeURI(decodeURIComponent(target)).replaceAll('%25', '%');
  } catch {
    return target;
  }
}

const RUN_LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** URL Defense 3 writes `*` for a character and `**` with a letter for a run of them, and puts them at the end, in Base64. */
function withReplaced(target: string, base64: string): string {
  const characters = Buffer.from(base64, 'base64url').toString('utf8');
  let at = 0;
  return target.replace(/\*(?:\*(.))?/g, (mark, length: string | undefined) => {
    const count = length === undefined ? 1 : RUN_LENGTHS.indexOf(length) + 2;
    const replaced = characters.slice(at, at + count);
    at += count;
    return replaced === '' ? mark : replaced;
  });
}
