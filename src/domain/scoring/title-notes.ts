import { quoteStart } from './phrase-search.ts';
import type { TitleReading } from './title-chunk.ts';
import type { Standing } from './title-markers.ts';
import { titleNearness } from './title-nearness.ts';
import type { TitleText } from './title-reading.ts';

/** From here on two titles are taken for the same thing, for a close one, and for the same function at least. */
const SAME = 0.88;
const CLOSE = 0.6;
const RELATED = 0.1;

/** True when one of the wanted titles is at least close to a held one. */
export function isCloseTo(wanted: readonly TitleReading[], held: TitleReading): boolean {
  return wanted.some((target) => titleNearness(target, held) >= CLOSE);
}

/** Says in a few words how a title stands to the wanted ones: `target` is the nearest of them, `wanted` all that are asked for. */
export function titleNote(
  match: number,
  target: string,
  read: TitleText,
  wanted: readonly TitleReading[],
): string {
  if (match >= SAME) return `matches target title ${shown(target)}`;
  if (match >= CLOSE) return `close to target title ${shown(target)}`;
  const isNear = (held: TitleReading) => isCloseTo(wanted, held);
  const once = read.held.find(
    (reading) => reading.standing !== 'active' && isNear({ ...reading, standing: 'active' }),
  );
  if (once !== undefined) return STANDING_NOTES[once.standing];
  if (read.served.some(isNear)) return servingNote(read.held);
  return match >= RELATED
    ? `not at the level or in the function of target title ${shown(target)}`
    : 'none of the target titles';
}

const STANDING_NOTES: Readonly<Record<Standing, string>> = {
  active: 'the title itself',
  interim: 'the title for a time',
  deputy: 'deputy to a target title',
  former: 'a former title',
  retired: 'retired',
  aspiring: 'an aspiration, not a position',
  student: 'a student',
  trainee: 'a trainee',
};

/** What somebody does whose title only mentions a wanted one. */
function servingNote(held: readonly TitleReading[]): string {
  const functions = new Set(held.flatMap((reading) => reading.functions));
  if (held.some((reading) => reading.assisting) || functions.has('administration'))
    return 'assists a target title, does not hold it';
  if (functions.has('recruiting')) return 'recruits target titles, does not hold one';
  if (functions.has('coaching') || functions.has('consulting') || functions.has('teaching'))
    return 'advises target titles, does not hold one';
  if (functions.has('sales') || functions.has('customer success'))
    return 'sells to target titles, does not hold one';
  return 'speaks of target titles, does not hold one';
}

/** A title on one line, short enough for a sentence. */
export function shown(text: string): string {
  return quoteStart(text).replace(/\s+/gu, ' ');
}
