import { phraseOf } from './phrase-search.ts';
import type { TitleReading } from './title-chunk.ts';
import type { JobFunction } from './title-functions.ts';
import type { Level } from './title-roles.ts';
import { topicsIn } from './topics/topic-search.ts';

/** Jobs that are the head of a kind of house, by the trades of such houses. */
const HOUSES: Partial<Record<JobFunction, ReadonlySet<string>>> = {
  'school management': new Set(['schools']),
};
const HEADS: ReadonlySet<Level | 'leader'> = new Set<Level | 'leader'>(['owner', 'c-level', 'vp', 'head']);

/** Of a school it is the head; elsewhere "principal" is a senior something. */
const PRINCIPAL = 'principal';

/**
 * The same title, read with where it is held: the director of a school, whatever the language calls it, is its principal; and the "head of school" of a
 * university or of a driving school teaches there, and no more. `employer` is its name and what it is listed under.
 */
export function asHouseHead(held: TitleReading, wanted: TitleReading, employer: string | null): TitleReading {
  const job = wanted.functions.find((name) => HOUSES[name] !== undefined);
  if (job === undefined || employer === null) return held;
  const trades = topicsIn(phraseOf(employer));
  const isHouse = trades.some((trade) => HOUSES[job]!.has(trade));
  if (held.functions.includes(job))
    return trades.length > 0 && !isHouse ? { ...held, functions: ['teaching'], words: [] } : held;
  const isHead = held.level !== null && (HEADS.has(held.level) || held.words.join(' ') === PRINCIPAL);
  const isGeneral = held.functions.every((name) => name === 'general management');
  return isHouse && isHead && isGeneral && held.unread.length === 0
    ? { ...held, functions: wanted.functions, level: wanted.level }
    : held;
}
