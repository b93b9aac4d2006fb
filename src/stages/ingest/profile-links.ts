import type { PersonIdentity } from '../../domain/person.ts';
import { personOfToken, referenceOf } from './profile-reference.ts';

/** A profile address in running text; `person` is null where it opens no profile (Sales Navigator, Recruiter). */
export interface WrittenLink {
  readonly person: PersonIdentity | null;
}

/**
 * The host must be LinkedIn's own: `lnkd.in/…` cannot be resolved offline, and its end looks like `/in/`. Bounded repetition keeps the
 * search linear on any text.
 */
const LINK = String.raw`(?<![\w@-])(?:https?:\/\/)?(?:[a-z0-9-]{1,30}\.){0,3}linkedin\.com\/(?:in|pub|mwlite|comm|profile|sales|talent|recruiter)\/[^\s"'<>()[\]{}|\\^\x60,;]{1,2000}`;
const URN = `urn:li:(?:fsd_profile|fs_miniProfile|fs_profile|member|person):[A-Za-z0-9_-]{12,60}`;
const LINK_OR_URN = new RegExp(`${LINK}|${URN}`, 'giu');
const TRAILING_PUNCTUATION = /[.:!?…»”’*_~]+$/u;

/** Every profile address and profile URN in a text, in order, repetitions included. */
export function* profileLinksIn(text: string): Generator<WrittenLink> {
  for (const [found] of text.matchAll(LINK_OR_URN)) {
    if (/^urn:/i.test(found)) {
      const person = personOfToken(found);
      if (person !== null) yield { person };
      continue;
    }
    const link = found.replace(TRAILING_PUNCTUATION, '');
    const reference = referenceOf(/^https?:/i.test(link) ? link : `https://${link}`);
    if (reference?.kind === 'person') yield { person: reference.person };
    else if (reference?.kind === 'withheld') yield { person: null };
  }
}
