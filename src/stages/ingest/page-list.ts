import { memberNumber } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import type { EmbeddedList, EmbeddedPeople } from './embedded-people.ts';
import { tieKeys } from './merge-people.ts';
import type { PageRow, WithheldRow } from './page-row.ts';
import type { PageScan } from './page-scan.ts';
import type { Sighting } from './recogniser.ts';

/** The list that a page is about: what it shows and what its data holds, taken together. */
export interface PageList {
  readonly sightings: readonly Sighting[];
  /** Rows of the list that name nobody who could be opened. */
  readonly withheld: readonly WithheldRow[];
  readonly skipped: number;
  readonly statedTotal: number | null;
}

/** Tells the page's list from everything else that the scan and the data found. */
export function pageList(scan: PageScan, embedded: EmbeddedPeople): PageList {
  const rows = listRows(scan);
  const others = rows.filter((row) => !row.isOwn).map((row) => row.sighting);
  const withheld: WithheldRow[] = [];
  const resolved: Sighting[] = [];
  const bySalesId = salesLookup([...others, ...embedded.known], embedded);
  for (const row of scan.withheld) {
    const known = row.salesId === null ? undefined : bySalesId(row.salesId);
    if (known === undefined) withheld.push(row);
    else resolved.push({ ...known, name: row.name ?? known.name, headline: row.headline ?? known.headline });
  }
  const shown = [...others, ...resolved];
  const lists = listsInData(shown, embedded);
  const found = [...shown, ...lists.flatMap((list) => list.people)];
  // Addresses that somebody wrote into a post are no list.
  const written = scan.facts.isApplication || scan.facts.isOtherPage ? [] : scan.written.map(nameless);
  const sightings = found.length > 0 ? found : written;
  const own = rows.filter((row) => row.isOwn).map((row) => row.sighting);
  const viewers = [...[...embedded.viewers, ...scan.viewers].map(nameless), ...own];
  const isViewer = sameAsAny(viewers, embedded.known);
  const isShown = rows.length + scan.withheld.length > 0;
  return {
    sightings: completed(sightings, embedded.known).filter((person) => !isViewer(person)),
    withheld,
    skipped: isShown ? withheld.length : lists.reduce((sum, list) => sum + list.skipped, 0),
    statedTotal: lists.map((list) => list.statedTotal).find((total) => total !== null) ?? null,
  };
}

/** Finds whom a Sales Navigator id means, where the data names their profile, or their number and some row the profile id with it. */
function salesLookup(
  people: readonly Sighting[],
  { bySalesId, numberBySalesId }: EmbeddedPeople,
): (salesId: string) => Sighting | undefined {
  if (numberBySalesId.size === 0) return (salesId) => bySalesId.get(salesId);
  const byNumber = new Map<number, Sighting>();
  for (const person of people) {
    const number = person.memberUrn === null ? null : memberNumber(person.memberUrn);
    if (number !== null && !byNumber.has(number)) byNumber.set(number, person);
  }
  return (salesId) => bySalesId.get(salesId) ?? byNumber.get(numberBySalesId.get(salesId) ?? -1);
}

/** The rows that are the page's list. On a LinkedIn page, rows by surer signs leave no room for others. */
function listRows({ rows, facts }: PageScan): readonly PageRow[] {
  const certain = rows.filter((row) => row.tier === 'certain');
  const found = certain.length > 0 ? certain : rows.filter((row) => row.tier === 'structural');
  const inDialog = found.filter((row) => row.inDialog);
  // Of notifications, those of new followers are a list.
  const notices = facts.isOtherPage ? rows.filter((row) => row.isFollowNotice && row.tier !== 'loose') : [];
  if (notices.length > 0 && inDialog.length === 0) return notices;
  // A window over the page, such as "Reactions": the page behind it is another list.
  if (facts.isOtherPage || inDialog.length >= 2 || inDialog.some((row) => row.isMarked)) return inDialog;
  if (found.length > 0 && (facts.isLinkedIn || certain.length > 0)) return found;
  const rest = rows.filter((row) => row.tier !== 'certain');
  const remainder = rest.filter((row) => row.tier === 'remainder');
  // The application shows every list with pictures: mere links in it are mentions.
  return facts.isApplication || (facts.isLinkedIn && remainder.length > 0) ? remainder : rest;
}

/**
 * The data's lists, where they are what the page shows. LinkedIn is an app: data can be left over from the page visited before, so a list
 * that has nobody in common with the rows is not believed.
 */
function listsInData(shown: readonly Sighting[], embedded: EmbeddedPeople): readonly EmbeddedList[] {
  if (shown.length === 0) return embedded.believed();
  const isShown = sameAsAny(shown, embedded.known);
  return embedded.lists.filter((list) => list.shape !== 'loose' && list.people.some(isShown));
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
