import type { PersonIdentity } from './person.ts';

/**
 * When are two spellings one person? Vanity names compare percent-decoded (once), NFC-normalised and without case;
 * member ids exactly (LinkedIn help answer 87; layout of ids read off saved pages, see LINKEDIN.md §4).
 */

/** Prefixes of the 29 bytes behind a member id: profile (`ACoAA`), Sales Navigator (`ACwAA`), Recruiter (`AEMAA`). */
const ID_PREFIXES: readonly (readonly [number, number, number])[] = [
  [0x00, 0x2a, 0x00],
  [0x00, 0x2c, 0x00],
  [0x00, 0x43, 0x00],
];
const ID_SHAPE = /^A[CE][A-Za-z0-9_-]{37}$/;
/** Pages of LinkedIn's own under `/in/`, and the two names that a URL takes for a place in a path. */
const RESERVED_VANITY = new Set(['me', 'edit', 'unavailable', 'headless', '.', '..']);

function idBytes(token: string): Buffer | null {
  if (!ID_SHAPE.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === 29 && ID_PREFIXES.some((prefix) => prefix.every((byte, i) => bytes[i] === byte))
    ? bytes
    : null;
}

/**
 * Ids of another length than the 39 characters seen everywhere so far. Exact-case prefix, mixed case and no hyphen tell them from
 * vanity names; folding such an id to lower case would destroy it, while a vanity name taken for an id merely stays as typed.
 */
const UNUSUAL_ID = /^A(?:Co|Cw|EM)AA(?=[^-]*[a-z])(?=[^-]*[A-Z])[A-Za-z0-9_]{7,60}$/;

/** True for a LinkedIn member id (`ACoAA…`, and its Sales Navigator and Recruiter kin). */
export function isMemberId(token: string): boolean {
  return idBytes(token) !== null || UNUSUAL_ID.test(token);
}

/** True for an id that opens as `/in/<id>`: only the profile kind does. */
export function isProfileMemberId(token: string): boolean {
  return isMemberId(token) && token.startsWith('ACo');
}

/** The numeric member id inside a profile id: bytes 4–7, big-endian; null for anything else. */
export function memberNumber(token: string): number | null {
  return isProfileMemberId(token) ? (idBytes(token)?.readUInt32BE(4) ?? null) : null;
}

/** The comparison form of a vanity name, or null when the text cannot be one. Decodes percent-encoding once only. */
export function normaliseVanity(raw: string): string | null {
  let decoded = raw;
  try {
    decoded = decodeURIComponent(raw);
  } catch {
    // A stray % is not an encoding; a decoded vanity name never contains one, so the test below refuses it.
  }
  const name = decoded.normalize('NFC').toLowerCase().normalize('NFC').trim();
  if (name === '' || name.length > 100 || RESERVED_VANITY.has(name)) return null;
  return /^[\p{L}\p{N}\p{M}_.·’'&+-]+$/u.test(name) ? name : null;
}

/** The member id that a LinkedIn URN such as `urn:li:fsd_profile:ACoAA…` carries, or null. */
export function memberIdOfUrn(urn: string): string | null {
  const token =
    /^urn:li:(?:fsd_profile|fs_miniProfile|fs_profile|member|person):([A-Za-z0-9_-]{12,70})$/.exec(urn)?.[1];
  return token !== undefined && isMemberId(token) ? token : null;
}

/** Country hosts (`uk.linkedin.com`), `m.`, `touch.`, `www.` and none: all serve the same profiles. */
const HOST = /^(?:[a-z0-9-]+\.)*linkedin\.com\.?$/;
/** LinkedIn's mails link to `/comm/in/…`, which leads to `/in/…`. */
const PROFILE_PATH = /^\/(?:mwlite\/|comm\/)?(?:profile\/)?in\/([^/]+)/i;
/** `/pub/first-last/50/814/5b1` was rewritten by LinkedIn to `/in/first-last-5b181450`: segments reversed, padded to 3. */
const PUBLIC_PATH = /^\/pub\/([^/]+)\/([0-9a-f]{1,3})\/([0-9a-f]{1,3})\/([0-9a-f]{1,3})(?:\/|$)/i;

/**
 * The person whom a link names, or null when it is no profile link. Takes every spelling seen in saved pages:
 * relative or absolute, with or without scheme, any LinkedIn host, sub-pages (`/in/x/overlay/…`), tracking parameters; and reads
 * the tie from `miniProfileUrn=`/`profileUrn=` where the link carries one.
 */
export function parseProfileLink(href: string): PersonIdentity | null {
  const trimmed = href.trim();
  if (trimmed.length > 4096) return null;
  const url = toUrl(trimmed);
  if (url === null || !HOST.test(url.hostname)) return null;

  const tied = ['miniProfileUrn', 'profileUrn']
    .map((name) => url.searchParams.get(name))
    .map((urn) => (urn === null ? null : memberIdOfUrn(urn)))
    .find((id) => id !== null);

  const segment = PROFILE_PATH.exec(url.pathname)?.[1];
  if (segment !== undefined) {
    if (isMemberId(segment)) return { memberUrn: segment, publicIdentifier: null };
    const publicIdentifier = normaliseVanity(segment);
    return publicIdentifier === null ? null : { memberUrn: tied ?? null, publicIdentifier };
  }
  const old = PUBLIC_PATH.exec(url.pathname);
  if (old !== null) {
    const [, name, first, second, third] = old as unknown as [string, string, string, string, string];
    const publicIdentifier = normaliseVanity(
      `${name}-${third.padStart(3, '0')}${second.padStart(3, '0')}${first}`.toLowerCase(),
    );
    return publicIdentifier === null ? null : { memberUrn: null, publicIdentifier };
  }
  return null;
}

function toUrl(link: string): URL | null {
  const absolute = link.startsWith('//')
    ? `https:${link}`
    : link.startsWith('/')
      ? `https://www.linkedin.com${link}`
      : /^https?:\/\//i.test(link)
        ? link
        : /^(?:[a-z0-9-]+\.)*linkedin\.com\//i.test(link)
          ? `https://${link}`
          : null;
  return absolute !== null && URL.canParse(absolute) ? new URL(absolute) : null;
}

/** The one URL under which a person is stored and scraped: by vanity name where known, else by member id. */
export function profileUrl(person: PersonIdentity): string {
  const segment = person.publicIdentifier ?? person.memberUrn;
  if (segment === null) throw new Error('a person without any LinkedIn identity has no URL');
  return `https://www.linkedin.com/in/${encodeURIComponent(segment)}`;
}

/** The keys under which a person is known: two identities are one person when they share a key. */
export function identityKeys(person: PersonIdentity): string[] {
  return [
    ...(person.memberUrn === null ? [] : [`urn:${person.memberUrn}`]),
    ...(person.publicIdentifier === null ? [] : [`in:${person.publicIdentifier}`]),
  ];
}

/** The person whom somebody names by a link, `in/…`, a member URN, a member id or a vanity name; null when it is none of these. */
export function parsePerson(text: string): PersonIdentity | null {
  const link = parseProfileLink(/^\/?in\//i.test(text) ? `/${text.replace(/^\//, '')}` : text);
  if (link !== null) return link;
  const memberUrn = memberIdOfUrn(text) ?? (isMemberId(text) ? text : null);
  if (memberUrn !== null) return { memberUrn, publicIdentifier: null };
  const publicIdentifier = normaliseVanity(text);
  return publicIdentifier === null ? null : { memberUrn: null, publicIdentifier };
}
