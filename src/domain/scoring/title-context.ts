import type { Profile } from '../profile.ts';
import { fieldsOf } from './profile-fields.ts';
import type { TitleReading } from './title-chunk.ts';
import type { JobFunction } from './title-functions.ts';
import { entryAt } from './title-lexicon.ts';
import { readTitle } from './title-reading.ts';
import { tokensOf } from './title-tokens.ts';

/** Abbreviations that stand for different officers in different companies. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['cpo', 'cco', 'cdo', 'cso', 'cao']);
/** Another title beside the abbreviation says more than the words of a whole profile. */
const BESIDE = 5;
const READ_CHARACTERS = 2000;

export function isAmbiguous({ functions, words }: TitleReading): boolean {
  return functions.length > 1 && words.some((word) => AMBIGUOUS.has(word));
}

/**
 * An abbreviation read as the one officer whom its surroundings speak of: titles beside it ("Chief People Officer (CPO)"), and functions that the profile
 * names. Where they leave it open it keeps all its meanings.
 */
export function withoutAmbiguity(
  reading: TitleReading,
  beside: readonly TitleReading[],
  told: readonly JobFunction[],
): TitleReading {
  if (!isAmbiguous(reading)) return reading;
  const others = beside.filter((other) => !isAmbiguous(other)).flatMap((other) => other.functions);
  const counts = reading.functions.map((name) => ({
    name,
    count:
      BESIDE * others.filter((other) => other === name).length +
      told.filter((other) => other === name).length,
  }));
  const [most, next] = counts.sort((one, other) => other.count - one.count);
  return most!.count > (next?.count ?? 0) ? { ...reading, functions: [most!.name], words: [] } : reading;
}

/** The functions that the present of a profile names, each as often as it does. */
export function functionsTold(profile: Profile): readonly JobFunction[] {
  return fieldsOf(profile)
    .filter(({ place }) => place !== 'past role' && place !== 'label')
    .flatMap(({ text }) => functionsIn(text.slice(0, READ_CHARACTERS)));
}

function functionsIn(text: string): readonly JobFunction[] {
  const tokens = tokensOf(text);
  const plain = tokens.map((token) => token.word);
  const found: JobFunction[] = [];
  for (let at = 0; at < tokens.length; ) {
    const entry = entryAt(tokens, plain, at);
    if (entry?.value.kind === 'function') found.push(entry.value.name);
    else if (entry?.value.kind === 'role' && entry.value.functions.length === 1)
      found.push(...entry.value.functions);
    at += entry?.length ?? 1;
  }
  return found;
}

const EXPANSION = /\bchief\s+(\p{L})[\p{L}-]*(?:\s+(?:and|&|of)?\s*\p{L}[\p{L}-]*)?\s+officer\b/giu;

/**
 * What the profile itself says that its abbreviation stands for, as readings by abbreviation: "CTO (Chief Tasting Officer)" runs no technology.
 */
export function expansionsTold(profile: Profile): ReadonlyMap<string, readonly TitleReading[]> {
  const found = new Map<string, readonly TitleReading[]>();
  for (const { text, place } of fieldsOf(profile)) {
    if (place === 'past role' || place === 'label') continue;
    for (const [expansion, initial] of text.slice(0, READ_CHARACTERS).matchAll(EXPANSION))
      found.set(`c${initial!.toLowerCase()}o`, readTitle(expansion, 'profile').held);
  }
  return found;
}

/** "CFO", "CTO": whether a title has an abbreviation that the profile may spell out. */
export function isAbbreviated({ words }: TitleReading): boolean {
  return words.some((word) => /^c.o$/u.test(word));
}

/** The abbreviation read as its expansion, where the profile gives one that is another job. */
export function asExpanded(
  reading: TitleReading,
  expansions: ReadonlyMap<string, readonly TitleReading[]>,
): TitleReading {
  const told = reading.words.flatMap((word) => expansions.get(word) ?? []);
  if (told.length === 0) return reading;
  const functions = [...new Set(told.flatMap((each) => each.functions))];
  if (functions.some((name) => reading.functions.includes(name))) return reading;
  return { ...reading, functions: functions.length > 0 ? functions : ['craft'], words: [], unread: [] };
}
