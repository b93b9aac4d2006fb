import { cleanLine } from '../../support/text.ts';
import { readFlightData } from './flight-data.ts';
import { parseJson } from './json-walk.ts';
import type { PageFacts } from './page-facts.ts';
import { pageList } from './page-list.ts';
import type { WithheldRow } from './page-row.ts';
import { scanPage } from './page-scan.ts';
import type { Findings, Recogniser, Reject } from './recogniser.ts';
import { noEmbeddedPeople, readVoyagerJson } from './voyager-json.ts';

const MARKUP = /<(?:html|head|body|main|section|div|ul|ol|li|table|tr|a|code|script)(?:\s[^<>]{0,2000})?>/gi;

/** A LinkedIn list page as a browser or an extension saved it (any of LINKEDIN.md §1 and §2), or other HTML with profile links. */
export const linkedinPage: Recogniser = {
  kind: 'linkedin-page',
  content: 'text',
  recognise({ text }) {
    if (/^\s*<(?:!doctype|!--|[a-z?])/i.test(text.head)) return 'it begins as HTML';
    return (text.head.match(MARKUP)?.length ?? 0) >= 3 ? 'it contains HTML' : null;
  },
  read({ text }) {
    return readPage(text.pieces());
  },
};

/** Reads a page that comes in pieces; for every kind of file that wraps one. */
export function readPage(pieces: Iterable<string>): Findings {
  const embedded = noEmbeddedPeople();
  const scan = scanPage(pieces, (block) => {
    if (block.kind === 'flight') readFlightData(block.text, embedded);
    else if (/^\s*[[{]/.test(block.text)) readVoyagerJson(parseJson(block.text), embedded, block.id);
  });
  const { facts } = scan;
  const { sightings, withheld, skipped, statedTotal } = pageList(scan, embedded);
  const following = facts.saysFollowing || (embedded.saysFollowing && facts.selectedTab === null);
  return {
    sightings,
    skipped,
    rejects: withheld.flatMap(rejectOf),
    statedTotal: facts.statedTotal ?? statedTotal,
    warnings: following ? [FOLLOWING_WARNING] : [],
    ifEmpty: emptyPage(facts, skipped),
  };
}

const FOLLOWING_WARNING =
  'this page was saved on its Following tab: these are people whom the client follows, not its followers';

/** Somebody who is named, but only by an id that opens no profile. Of "LinkedIn Member" there is nothing to tell. */
function rejectOf({ salesId, name, headline }: WithheldRow): Reject[] {
  if (salesId === null && name === null) return [];
  const reason = salesId === null ? 'no profile link' : 'only an id of Sales Navigator or Recruiter';
  const text = [name, headline, salesId].filter((part) => part !== null).join(' | ');
  return [{ line: null, reason, text }];
}

function emptyPage(facts: PageFacts, skipped: number): Findings['ifEmpty'] {
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
