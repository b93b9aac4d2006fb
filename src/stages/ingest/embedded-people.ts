import type { PersonIdentity } from '../../domain/person.ts';
import type { Sighting } from './recogniser.ts';

/**
 * A list of people in a page's data. `rows` come in a shape that only LinkedIn's lists have; `members` is any other list whose elements lead
 * to one profile each; `loose` are the profiles of a document without a list.
 */
export interface EmbeddedList {
  readonly shape: 'rows' | 'members' | 'loose';
  readonly people: Sighting[];
  skipped: number;
  statedTotal: number | null;
  /** What the data itself says of the list: the key it stands under, the types of its elements, the request that fetched it. */
  about: string;
}

/** What embedded data says of people. The lists are the page's own; `known` merely complete people found elsewhere. */
export class EmbeddedPeople {
  readonly lists: EmbeddedList[] = [];
  private readonly byBlock = new Map<string, readonly EmbeddedList[]>();
  readonly known: Sighting[] = [];
  /** The account that was signed in. */
  readonly viewers: PersonIdentity[] = [];
  /** People by Sales Navigator id, of those whose profile the data names. */
  readonly bySalesId = new Map<string, Sighting>();
  /** The number of the member behind a Sales Navigator id: it is in the profile id too, but makes none (LINKEDIN.md §0). */
  readonly numberBySalesId = new Map<string, number>();
  saysFollowing = false;
  /** Some of the data ends in the middle. */
  isCutOff = false;

  /** Takes in the lists of the block with this id. */
  add(block: string, lists: readonly EmbeddedList[]): void {
    for (const list of lists) this.lists.push(list);
    if (lists.length > 0) this.byBlock.set(block, lists);
  }

  /** Those lists, once: each block is followed by one note about its request. */
  listsOf(block: string): readonly EmbeddedList[] {
    const lists = this.byBlock.get(block) ?? [];
    this.byBlock.delete(block);
    return lists;
  }

  /** The lists that are to be believed when the page shows nobody: those of the surest shape that there is. */
  believed(): readonly EmbeddedList[] {
    const credible = this.lists.filter((list) => list.shape === 'rows' || isCredible(list));
    for (const shape of ['rows', 'members', 'loose'] as const) {
      const found = credible.filter((list) => list.shape === shape);
      if (found.some((list) => list.people.length > 0)) return found;
    }
    return credible;
  }

  get listed(): readonly Sighting[] {
    return this.believed().flatMap((list) => list.people);
  }

  get skipped(): number {
    return this.believed().reduce((sum, list) => sum + list.skipped, 0);
  }
}

const OTHER_LISTS =
  /update|feed|conversation|messag|pymk|discover|cohort|suggest|recommend|invitation|notification|comment|advert|sponsor|browsemap|nurture/i;
/** Says of anybody whether the viewer follows them. */
const FOLLOWING_STATE = 'com.linkedin.voyager.dash.feed.FollowingState';
const PEOPLE_REQUESTS = /follow|connection|search|relationship|member|attendee|reaction|people|viewer/i;

const FOLLOWING_REQUEST = /resultType(?:,value)?:List\(PEOPLE_FOLLOW\)/;

/** True for a request to LinkedIn's API whose answer may be a list of the people that a page is about; not for whom the viewer follows. */
export function isPeopleRequest(url: string): boolean {
  return PEOPLE_REQUESTS.test(url) && !OTHER_LISTS.test(url) && !FOLLOWING_REQUEST.test(url);
}

function isCredible({ about, shape }: EmbeddedList): boolean {
  // Until 2024 the followers themselves came as "recommended entities" of the feed.
  if (/followers?(?![a-z])/i.test(about)) return true;
  if (OTHER_LISTS.test(about.replaceAll(FOLLOWING_STATE, ''))) return false;
  return shape !== 'loose' || !about.includes('/voyager/api/') || PEOPLE_REQUESTS.test(about);
}
