import {
  isMemberId,
  isProfileMemberId,
  memberIdOfUrn,
  memberNumber,
  normaliseVanity,
  parseProfileLink,
} from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { ownCopy } from './own-copy.ts';
import { bareAddress } from './wrapped-links.ts';

/**
 * What a link of a LinkedIn page points at. `withheld` is a person who cannot be opened: out of network ("headless"), or known by a
 * Sales Navigator or Recruiter id only, from which no `/in/` address can be made (LINKEDIN.md §1h).
 */
export type Reference =
  | { readonly kind: 'person'; readonly person: PersonIdentity; readonly memberNumber: number | null }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'organisation' };

const WITHHELD: Reference = { kind: 'withheld' };
const ORGANISATION: Reference = { kind: 'organisation' };

/** The spelling of nearly every link, decided without a URL parser. */
const USUAL_LINK =
  /^(?:https?:\/\/(?:www\.)?linkedin\.com)?\/in\/([A-Za-z0-9_-]{3,70})\/?(?:\?miniProfileUrn=urn%3Ali%3A(?:fs_miniProfile|fsd_profile)%3A([A-Za-z0-9_-]{39}))?$/;
const WITHHELD_PATH =
  /^(?:https?:\/\/(?:[a-z0-9-]+\.)*linkedin\.com)?\/(?:sales\/(?:lead|people|profile)\/|talent\/(?:search\/)?profile\/|recruiter\/profile\/|search\/results\/people\/headless)/i;
/** What is not in the one form that can be rewritten. `/pub/dir/` is a directory of namesakes. */
const OLD_PATH = /^(?:https?:\/\/(?:[a-z0-9-]+\.)*linkedin\.com)?\/pub\/(?!dir\/)[^/?#]/i;
const ORGANISATION_PATH =
  /^(?:https?:\/\/(?:[a-z0-9-]+\.)*linkedin\.com)?\/(?:company|school|showcase|groups|products|jobs|newsletters|events)\//i;

/**
 * What the href of a list row points at, or null for any other link (search, messaging, posts, other sites). Mail gateways, archives and
 * translators put an address of theirs around LinkedIn's: it is seen through, and gets shorter each time.
 */
export function referenceOf(href: string): Reference | null {
  const link = href.trim();
  const usual = USUAL_LINK.exec(link);
  if (usual !== null) return usualReference(usual[1]!, usual[2] ?? null);
  if (link.length > 4096) return null;
  if (WITHHELD_PATH.test(link)) return WITHHELD;
  if (ORGANISATION_PATH.test(link)) return ORGANISATION;
  const person = parseProfileLink(link);
  if (person !== null) return usable(person);
  if (OLD_PATH.test(link)) return WITHHELD;
  const bare = bareAddress(link);
  return bare === link ? null : referenceOf(bare);
}

function usualReference(segment: string, tied: string | null): Reference | null {
  if (isMemberId(segment)) return usable({ memberUrn: segment, publicIdentifier: null });
  const publicIdentifier = normaliseVanity(segment);
  const memberUrn = tied !== null && isProfileMemberId(tied) ? tied : null;
  return publicIdentifier === null ? null : usable({ memberUrn, publicIdentifier });
}

/** A person as far as the id opens a profile; Sales Navigator and Recruiter ids are never kept as member ids. */
function usable(person: PersonIdentity): Reference {
  const memberUrn =
    person.memberUrn !== null && isProfileMemberId(person.memberUrn) ? ownCopy(person.memberUrn) : null;
  const publicIdentifier = person.publicIdentifier === null ? null : ownCopy(person.publicIdentifier);
  if (memberUrn === null && publicIdentifier === null) return WITHHELD;
  const number = memberUrn === null ? null : memberNumber(memberUrn);
  return { kind: 'person', person: { memberUrn, publicIdentifier }, memberNumber: number };
}

/** The person behind a bare id or URN, as cells of exports and JSON fields hold them; null for anything else. */
export function personOfToken(token: string): PersonIdentity | null {
  const id = isProfileMemberId(token) ? token : memberIdOfUrn(token);
  return id !== null && isProfileMemberId(id) ? { memberUrn: id, publicIdentifier: null } : null;
}

/** N of `urn:li:member:N`, or null. */
export function numberOfUrn(urn: string): number | null {
  const digits = /^urn:li:member:(\d{1,12})$/.exec(urn)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Profile ids that a link or attribute of somebody's row mentions: `recipient=`, `profileUrn=`, `SearchResultsACoAA…`. */
export function memberIdsIn(text: string): string[] {
  const plain = text
    .slice(0, 4096)
    .replace(/%3A/gi, ':')
    .replace(/%2[89C]/gi, ' ');
  const found =
    plain.match(/(?<![A-Za-z0-9_-])(?:SearchResults)?ACo[A-Za-z0-9_-]{36}(?![A-Za-z0-9_-])/g) ?? [];
  return found.map((token) => token.replace('SearchResults', '')).filter(isProfileMemberId);
}
