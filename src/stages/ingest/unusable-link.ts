import { REJECTED } from './reject-list.ts';

/** What looks like the address of a profile even if no profile can be read from it. */
const PROFILE_ADDRESS = /(?:^|[/.@])linkedin\.com\/(?:comm\/)?(?:in|pub|mwlite|profile)\b/i;
const SHORT_LINK = /(?:^|\/)lnkd\.in\//i;
const HEADLESS = /\/search\/results\/people\/headless/i;
const RECRUITER = /\/(?:talent|recruiter)\/|^AEM/i;
/** Everybody's own profile and the like, which are nobody's address. */
const OWN_PAGE = /\/in\/(?:me|edit|unavailable|headless)?\/?(?:[?#].*)?$/i;
const LONGEST = 4096;

/** Why a link or id that points at a person opens no profile. */
export function withheldReason(value: string): string {
  if (HEADLESS.test(value)) return REJECTED.hidden;
  return RECRUITER.test(value) ? REJECTED.recruiter : REJECTED.salesNavigator;
}

/** Why a text that is meant to be the address of a profile cannot be used; null for any other text. */
export function unreadableReason(value: string): string | null {
  const start = value.slice(0, LONGEST);
  if (SHORT_LINK.test(start)) return REJECTED.shortLink;
  return PROFILE_ADDRESS.test(start) ? REJECTED.unreadable : null;
}

/** True for `/in/me` and its like: everybody's own, and so nobody's. */
export function isOwnPage(link: string): boolean {
  return OWN_PAGE.test(link.slice(0, LONGEST));
}
