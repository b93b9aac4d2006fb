import type { EmbeddedPeople } from './embedded-people.ts';
import { emptyPage } from './empty-page.ts';
import { readFlightData } from './flight-data.ts';
import { parseJson } from './json-walk.ts';
import type { PageFacts } from './page-facts.ts';
import { pageList } from './page-list.ts';
import type { WithheldRow } from './page-row.ts';
import { type PageScan, scanPage } from './page-scan.ts';
import type { Findings, Recogniser, Reject } from './recogniser.ts';
import { isViewSource, shownSource } from './view-source.ts';
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
    return readPage(isViewSource(text.head) ? shownSource(text.pieces()) : text.pieces());
  },
};

/** A frame in a frame is an advert's. */
const MAX_FRAME_DEPTH = 2;

/**
 * Reads a page that comes in pieces; for every kind of file that wraps one. Since 2025 LinkedIn shows its older lists in a frame: the page
 * in it is read on its own, and the one of all that has most people is the list.
 */
export function readPage(pieces: Iterable<string>): Findings {
  return readNested(pieces, null, 0);
}

function readNested(pieces: Iterable<string>, around: PageFacts | null, depth: number): Findings {
  const embedded = noEmbeddedPeople();
  const alone = scanPage(pieces, (block) => {
    if (block.kind === 'flight') readFlightData(block.text, embedded);
    else if (/^\s*[[{]/.test(block.text)) {
      const document = parseJson(block.text);
      // Half of it names companies as people, and people whom the rest would tell apart: none of it is believed.
      if (document === undefined && !/[\]}]\s*$/.test(block.text.slice(-100))) embedded.isCutOff = true;
      readVoyagerJson(document, embedded, block.id);
    }
  });
  const facts = around === null ? alone.facts : framedFacts(alone.facts, around);
  const whole = findingsOf({ ...alone, facts }, embedded);
  if (depth === MAX_FRAME_DEPTH) return whole;
  const framed = alone.frames.map((page) => readNested([page], facts, depth + 1));
  const most = framed.reduce((best, next) => (weightOf(next) > weightOf(best) ? next : best), whole);
  return most === whole ? whole : { ...most, warnings: [...new Set([...whole.warnings, ...most.warnings])] };
}

/** What holds of a page holds of the frames in it: an advert's links in a feed are no list there either. */
function framedFacts(facts: PageFacts, around: PageFacts): PageFacts {
  return {
    ...facts,
    isLinkedIn: facts.isLinkedIn || around.isLinkedIn,
    isApplication: facts.isApplication || around.isApplication,
    isOtherPage: facts.isOtherPage || around.isOtherPage,
  };
}

/** Somebody who can be opened outweighs any number of those who cannot. */
function weightOf({ sightings, skipped }: Findings): number {
  return sightings.length + skipped / (skipped + 1);
}

function findingsOf(scan: PageScan, embedded: EmbeddedPeople): Findings {
  const { facts } = scan;
  const { sightings, withheld, skipped, statedTotal } = pageList(scan, embedded);
  const following = facts.saysFollowing || (embedded.saysFollowing && facts.selectedTab === null);
  return {
    sightings,
    skipped,
    rejects: withheld.flatMap(rejectOf),
    statedTotal: facts.statedTotal ?? statedTotal,
    warnings: [...(following ? [FOLLOWING_WARNING] : []), ...(embedded.isCutOff ? [CUT_OFF_WARNING] : [])],
    ifEmpty: emptyPage(facts, { withheld, skipped, isCutOff: embedded.isCutOff }),
  };
}

const FOLLOWING_WARNING =
  'this page was saved on its Following tab: these are people whom the client follows, not its followers';

const CUT_OFF_WARNING =
  'this page ends in the middle of its data, so people may be missing: save it again, and wait until it is done';

/** Somebody who is named, but only by an id that opens no profile. Of "LinkedIn Member" there is nothing to tell. */
function rejectOf({ salesId, name, headline }: WithheldRow): Reject[] {
  if (salesId === null && name === null) return [];
  const reason = salesId === null ? 'no profile link' : 'only an id of Sales Navigator or Recruiter';
  const text = [name, headline, salesId].filter((part) => part !== null).join(' | ');
  return [{ line: null, reason, text }];
}
