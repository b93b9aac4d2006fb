import type { PersonIdentity } from '../../domain/person.ts';
import { cleanLine } from '../../support/text.ts';
import { readFlightData } from './flight-data.ts';
import { parseJson } from './json-walk.ts';
import { tieKeys } from './merge-people.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageRow } from './page-lists.ts';
import { type PageScan, scanPage } from './page-scan.ts';
import type { Findings, Recogniser, Sighting } from './recogniser.ts';
import { type EmbeddedPeople, noEmbeddedPeople, readVoyagerJson } from './voyager-json.ts';

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
    else if (/^\s*[[{]/.test(block.text)) readVoyagerJson(parseJson(block.text), embedded);
  });
  const { facts } = scan;
  const rows = listRows(scan);
  const isViewer = sameAsAny([...embedded.viewers, ...scan.viewers].map(nameless), embedded.known);
  const shown = rows.map((row) => row.sighting);
  const listed = listedInData(shown, embedded);
  const found = [...shown, ...listed];
  const sightings = found.length > 0 ? found : scan.written.map(nameless);
  const following = facts.saysFollowing || (embedded.saysFollowing && facts.selectedTab === null);
  return {
    sightings: completed(sightings, embedded.known).filter((person) => !isViewer(person)),
    skipped: rows.length + scan.skipped > 0 ? scan.skipped : embedded.skipped,
    statedTotal: facts.statedTotal ?? (listed.length > 0 ? embedded.statedTotal : null),
    warnings: following ? [FOLLOWING_WARNING] : [],
    ifEmpty: emptyPage(facts, scan.skipped + embedded.skipped),
  };
}

const FOLLOWING_WARNING =
  'this page was saved on its Following tab: these are people whom the client follows, not its followers';

/** The rows that are the page's list. On a LinkedIn page, rows by LinkedIn's own marks leave no room for others. */
function listRows(scan: PageScan): PageRow[] {
  const certain = scan.rows.filter((row) => row.tier === 'certain');
  const found = certain.length > 0 ? certain : scan.rows.filter((row) => row.tier === 'structural');
  const inDialog = found.filter((row) => row.inDialog);
  // A window over the page, such as "Reactions": the page behind it is another list.
  if (inDialog.length >= 2) return inDialog;
  if (found.length > 0 && (scan.facts.isLinkedIn || certain.length > 0)) return found;
  return scan.rows.filter((row) => row.tier !== 'certain');
}

/**
 * The data's list, where it is the list that the page shows. LinkedIn is an app: data can be left over from the page visited before, so
 * a list that has nobody in common with the rows is not believed.
 */
function listedInData(shown: readonly Sighting[], embedded: EmbeddedPeople): readonly Sighting[] {
  if (shown.length === 0) return embedded.listed;
  const isShown = sameAsAny(shown, embedded.known);
  return embedded.listed.some(isShown) ? embedded.listed : [];
}

/** The sightings, and after them what the data knows of the same people: the other id, a missing name or headline. */
function completed(sightings: readonly Sighting[], known: readonly Sighting[]): readonly Sighting[] {
  if (known.length === 0) return sightings;
  return [...sightings, ...known.filter(sameAsAny(sightings, known))];
}

/** Whether somebody is one of the people given; `ties` say which spellings belong together. */
function sameAsAny(people: readonly Sighting[], ties: readonly Sighting[]): (person: Sighting) => boolean {
  if (people.length === 0) return () => false;
  const keys = new Set(people.flatMap(tieKeys));
  for (const tie of ties) {
    const tied = tieKeys(tie);
    if (tied.some((key) => keys.has(key))) for (const key of tied) keys.add(key);
  }
  return (person) => tieKeys(person).some((key) => keys.has(key));
}

function nameless(person: PersonIdentity): Sighting {
  return { ...person, name: null, headline: null };
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
