import { cleanTurn, clockSeconds } from '../domain/targeting/spoken-entries.ts';
import { joinUnnamed, type Turn } from '../domain/targeting/turn.ts';
import { speakerPrefixes } from './speaker-prefix.ts';

const CLOCK = String.raw`[\[(]?(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?`;
const NAME = String.raw`([\p{L}][\p{L}\p{M}\p{N} .,'’()&/|+_-]{0,59}?)`;

/** `Ana Brandt  00:12`, alone on its line (Zoom, Otter, Teams). */
const NAME_THEN_CLOCK = new RegExp(`^${NAME}[\\s|–—-]{1,8}${CLOCK}$`, 'u');
/** `0:12 - Ana Brandt` (Fathom), `00:00:12 Ana Brandt`. */
const CLOCK_THEN_NAME = new RegExp(`^${CLOCK}[\\s|–—-]{1,8}${NAME}$`, 'u');
/** `[00:01:02] Ana: text`. */
const LEADING_CLOCK = new RegExp(`^${CLOCK}[\\s|–—-]{0,8}`, 'u');
/** `Ana (00:01:02): text`. */
const NAME_CLOCK_TEXT = new RegExp(`^${NAME} ?[\\[(](\\d{1,3}:\\d{2}(?::\\d{2})?)[\\])]\\s*:\\s*`, 'u');
const MOST_WORDS = 6;

interface Line {
  readonly speaker: string | null;
  readonly atSeconds: number | null;
  /** Empty for a line that only says who speaks now. */
  readonly text: string;
}

/** The turns of a plain text: lines that name who speaks and when, in any of the usual ways, and what follows them; without a name, nobody's. */
export function readSpokenLines(lines: readonly string[]): readonly Turn[] {
  const timed = lines.map((line) => line.trim()).flatMap((line) => (line === '' ? [] : timedLine(line)));
  const prefixOf = speakerPrefixes(timed.flatMap(({ speaker, text }) => (speaker === null ? [text] : [])));
  let speaker: string | null = null;
  let atSeconds: number | null = null;
  const turns = timed.flatMap((line) => {
    const said = line.speaker === null ? prefixOf(line.text) : line;
    // Another speaker without a time speaks at an unknown time.
    if (said.speaker !== null && said.speaker !== speaker) atSeconds = null;
    speaker = said.speaker ?? speaker;
    atSeconds = line.atSeconds ?? atSeconds;
    return cleanTurn(speaker, atSeconds, said.text) ?? [];
  });
  return joinUnnamed(turns);
}

function timedLine(line: string): Line {
  // A heading is short; what is longer is not looked at as one.
  if (line.length <= 100) {
    const [, name, clock] = NAME_THEN_CLOCK.exec(line) ?? [];
    if (isName(name)) return { speaker: name, atSeconds: clockSeconds(clock!), text: '' };
    const [, time, after] = CLOCK_THEN_NAME.exec(line) ?? [];
    if (isName(after) && !after.includes(':'))
      return { speaker: after, atSeconds: clockSeconds(time!), text: '' };
  }
  const named = NAME_CLOCK_TEXT.exec(line);
  if (named !== null && isName(named[1]))
    return { speaker: named[1], atSeconds: clockSeconds(named[2]!), text: line.slice(named[0].length) };
  const clock = LEADING_CLOCK.exec(line);
  if (clock === null) return { speaker: null, atSeconds: null, text: line };
  return { speaker: null, atSeconds: clockSeconds(clock[1]!), text: line.slice(clock[0].length) };
}

function isName(text: string | undefined): text is string {
  return text !== undefined && text.split(' ').length <= MOST_WORDS && !/[.!?]$/.test(text);
}
