import { memberNumber } from '../../domain/linkedin-id.ts';
import { ownCopy } from './own-copy.ts';
import type { Mention } from './page-node.ts';
import { memberIdsIn, referenceOf } from './profile-reference.ts';

/** The number inside the member id that a link names, or null. */
export function numberOfMention({ reference }: Mention): number | null {
  return reference.kind === 'person' ? reference.memberNumber : null;
}

/** The id that the row's other links and keys give away, unless they contradict one another or the row's number. */
export function tiedId(ties: readonly string[], number: number | null): string | null {
  const ids = new Set(ties.flatMap(memberIdsIn));
  const fitting = [...ids].filter((id) => number === null || memberNumber(id) === number);
  return fitting.length === 1 ? fitting[0]! : null;
}

/** The vanity name that an invitation link of the row gives away, or null. */
export function tiedVanity(ties: readonly string[]): string | null {
  for (const tie of ties) {
    const vanity = /[?&]vanityName=([^&#]{1,200})/.exec(tie)?.[1];
    const reference = vanity === undefined ? null : referenceOf(`/in/${vanity}`);
    if (reference?.kind === 'person' && reference.person.publicIdentifier !== null) {
      return reference.person.publicIdentifier;
    }
  }
  return null;
}

/** The id of Sales Navigator or Recruiter in a link or URN of a row (`/sales/lead/ACwAA…,NAME_SEARCH,q4Xz`), or null. */
export function salesIdIn(text: string): string | null {
  const id =
    /(?:\/(?:sales\/(?:lead|people)|(?:sales|talent|recruiter|talent\/search)\/profile)\/|fs_salesProfile:\(?)([A-Za-z0-9_-]{12,70})/.exec(
      text,
    )?.[1];
  return id === undefined ? null : ownCopy(id);
}
