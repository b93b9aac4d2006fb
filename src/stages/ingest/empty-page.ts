import { cleanLine } from '../../support/text.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageList } from './page-list.ts';
import type { Findings } from './recogniser.ts';

/** What a page turned out to be that shows nobody who can be used, and what to do instead. */
export function emptyPage(
  facts: PageFacts,
  { withheld, skipped, isCutOff }: Pick<PageList, 'withheld' | 'skipped'> & { readonly isCutOff: boolean },
): Findings['ifEmpty'] {
  const title = cleanLine(facts.title.slice(0, 80));
  const page = title === null ? 'this page' : `this page ("${title}")`;
  const scroll =
    'Open the followers list, scroll to its end, and save it with "Save page as… Webpage, Complete".';
  if (facts.isLoginWall) {
    return {
      message: `${page} is LinkedIn's sign-in page: it holds no people`,
      hint: `Sign in to LinkedIn first. ${scroll}`,
    };
  }
  if (isCutOff && skipped === 0) {
    return {
      message: `${page} ends in the middle of its data, before anybody is named in full`,
      hint: `The file is not whole: save it again, and wait until it is done. ${scroll}`,
    };
  }
  const sales = withheld.filter(({ salesId }) => salesId !== null).length;
  if (sales > 0) {
    const others = skipped === sales ? '' : ` of ${skipped}`;
    return {
      message: `${page} shows ${skipped} people, none of them with a profile link: ${sales}${others} have only an id of Sales Navigator or Recruiter, from which no profile address can be made`,
      hint: 'Use an export of the list that has profile addresses (a column such as "LinkedIn URL"), or add to a CSV the address that "View LinkedIn profile" opens; --rejects writes their names and ids to a file.',
    };
  }
  if (skipped > 0) {
    return {
      message: `${page} shows ${skipped} people, none of them with a profile link ("LinkedIn Member" and Sales Navigator rows have none)`,
      hint: 'Save the list from an account that can see these profiles, or use an export with profile addresses.',
    };
  }
  if (facts.saysEmpty || facts.statedTotal === 0) {
    return { message: `${page} is an empty LinkedIn list: it says so itself`, hint: scroll };
  }
  return {
    message: `${page} holds no people: looked for list rows with links to linkedin.com/in/…, and for people in LinkedIn's embedded data`,
    hint: scroll,
  };
}
