import type { Role } from '../profile.ts';
import { asHouseHead } from './house-heads.ts';
import type { TitleReading } from './title-chunk.ts';
import { withoutAmbiguity } from './title-context.ts';
import { titleNearness } from './title-nearness.ts';
import { readTitle, type TitleText } from './title-reading.ts';

/** A title that an ICP asks for. */
export interface Target {
  readonly text: string;
  readonly readings: readonly TitleReading[];
}

/** A title that a profile names, of a role or (role null) in the headline. */
export interface Candidate {
  readonly text: string;
  readonly role: Role | null;
  readonly read: TitleText;
}

/** The best pair of the two. */
export interface Hit {
  readonly nearness: number;
  readonly target: string;
  readonly candidate: Candidate;
  /** Which of the candidate's titles it is; null where none of them is near. */
  readonly held: TitleReading | null;
}

const targetsRead = new WeakMap<readonly string[], readonly Target[]>();

/** An ICP is read once for all leads that are scored against it. "CPO" beside "Head of Procurement" is no product officer. */
export function readTargets(titles: readonly string[]): readonly Target[] {
  const known = targetsRead.get(titles);
  if (known !== undefined) return known;
  const read = titles.map((text) => ({ text, readings: readTitle(text, 'target').held }));
  const others = read.flatMap(({ readings }) => readings);
  const targets = read.map(({ text, readings }) => ({
    text,
    readings: readings.map((reading) => withoutAmbiguity(reading, others, [])),
  }));
  targetsRead.set(titles, targets);
  return targets;
}

export function candidateOf(text: string, role: Role | null): Candidate {
  return { text, role, read: readTitle(text, 'profile') };
}

/** The best pair of target and title; null when no candidate says anything that can be read as a title. */
export function bestHit(targets: readonly Target[], candidates: readonly Candidate[]): Hit | null {
  let best: Hit | null = null;
  for (const candidate of candidates) {
    const { held, served } = candidate.read;
    if (candidate.role === null && held.length + served.length === 0) continue;
    if (isForeignScript(candidate.text) && held.every((reading) => reading.level === null)) continue;
    const employer = employerOf(candidate.role);
    for (const target of targets) {
      best ??= { nearness: 0, target: target.text, candidate, held: null };
      for (const wanted of target.readings) {
        for (const reading of held) {
          const nearness = titleNearness(wanted, asHouseHead(reading, wanted, employer));
          if (nearness > best.nearness) best = { nearness, target: target.text, candidate, held: reading };
        }
      }
    }
  }
  return best;
}

function employerOf(role: Role | null): string | null {
  if (role === null) return null;
  return [role.company, ...role.companyIndustries].filter((text) => text !== null).join(', ');
}

/** Scripts that the lexicon hardly covers: not to recognise such a title says nothing about it. */
function isForeignScript(text: string): boolean {
  return !/\p{Script=Latin}/u.test(text);
}
