import type { PersonIdentity } from '../../domain/person.ts';
import { personOfToken, referenceOf } from './profile-reference.ts';
import { isOwnPage, unreadableReason, withheldReason } from './unusable-link.ts';
import { withBareAddresses } from './wrapped-links.ts';

/** A profile address in running text: whose it is, or why it opens no profile. */
export type WrittenLink =
  | { readonly person: PersonIdentity }
  | { readonly person: null; readonly reason: string };

/**
 * What an address may hold in running text: of ASCII what addresses do not enclose or separate, of everything else letters, marks and digits.
 * Quotation marks, full stops and brackets of other scripts, dashes and invisible marks end it.
 */
const IN_ADDRESS = String.raw`[\w.~:/?#@!$&*+=%\p{L}\p{M}\p{N}·-]`;
/**
 * The host must be LinkedIn's own: `lnkd.in/…` cannot be resolved offline, and its end looks like `/in/`. Bounded repetition keeps the
 * search linear on any text.
 */
const LINK = String.raw`(?<![\w@-])(?:https?:\/\/)?(?:[a-z0-9-]{1,30}\.){0,3}linkedin\.com\/(?:in|pub|mwlite|comm|profile|sales|talent|recruiter)\/${IN_ADDRESS}{1,2000}`;
const URN = `urn:li:(?:fsd_profile|fs_miniProfile|fs_profile|member|person):[A-Za-z0-9_-]{12,60}`;
const LINK_OR_URN = new RegExp(`${LINK}|${URN}`, 'giu');
/** In every match. To look for it costs a tenth of the search, which most texts need not have. */
const TELLTALE = /linkedin\.com\/|urn:li:/iu;
const TRAILING = '.:!?*_~·';
/** General and CJK punctuation, quotation marks and invisible marks, percent-encoded by the program that made the text a link. */
const ENCODED_TRAILING =
  /(?:%E2%80%[89AB][0-9A-F]|%E2%81%A0|%E3%80%(?:8[0-489A-F]|9[0-9A-F])|%EF%BC%8[0-9A-F]|%EF%BC%9[ABF]|%EF%BB%BF|%C2%A[0B]|%C2%BB)$/i;
/** An id may end in an underscore. */
const ENDS_IN_ID = /(?:^|\/)A[CE][A-Za-z0-9_-]{37}$/;

/** Every profile address and profile URN in a text, in order, repetitions included; wrapped ones too. */
export function* profileLinksIn(text: string): Generator<WrittenLink> {
  const bare = withBareAddresses(text);
  if (!TELLTALE.test(bare)) return;
  for (const [found] of bare.matchAll(LINK_OR_URN)) {
    if (/^urn:/i.test(found)) {
      const person = personOfToken(found);
      if (person !== null) yield { person };
      continue;
    }
    const link = withoutTrailing(found);
    const reference = referenceOf(/^https?:/i.test(link) ? link : `https://${link}`);
    const reason = reference === null && !isOwnPage(link) ? unreadableReason(link) : null;
    if (reference?.kind === 'person') yield { person: reference.person };
    else if (reference?.kind === 'withheld') yield { person: null, reason: withheldReason(link) };
    else if (reason !== null) yield { person: null, reason };
  }
}

/** True for a text that ends in what would not belong to an address in it. */
export function endsInPunctuation(text: string): boolean {
  return TRAILING.includes(text.at(-1) ?? 'x') && !ENDS_IN_ID.test(text.slice(-40));
}

function withoutTrailing(found: string): string {
  let link = found;
  for (;;) {
    const encoded = ENCODED_TRAILING.exec(link.slice(-9));
    const surplus = encoded?.[0].length ?? (endsInPunctuation(link) ? 1 : 0);
    if (surplus === 0) return link;
    link = link.slice(0, -surplus);
  }
}
