import { INDUSTRIES } from '../../classification.ts';
import { onceNeeded, type Passage, type Word } from '../phrase-search.ts';
import { INDUSTRY_TOPICS } from './industry-topics.ts';
import { lookalikePhrases } from './topic-lookalikes.ts';

/** So many letters must stand before the end of a compound word: "hofbrauerei" is a brewery. */
const COMPOUND_START = 2;
const SHORTEST_PLURAL = 3;
/** Longer words are also known by the plurals of German and its neighbours: "brauereien", "advokatfirmaer". */
const SHORTEST_INFLECTED = 8;
const SHORTEST_INFLECTED_END = 6;
const INFLECTIONS = ['e', 'n', 'en', 'er'];

/** A wider topic than the wanted one: it may well be the wanted one. */
const WIDER = 0.5;
/** Both are kinds of the same thing: hotels and holiday parks. */
const SIBLING = 0.35;
/** No more in common than one of the 20 classes, or something wide at a distance. */
const DISTANT = 0.2;

const CLASSES: ReadonlySet<string> = new Set(INDUSTRIES);

type TopicsByWords = ReadonlyMap<string, readonly string[]>;

interface TopicTables {
  /** By the words of the phrase, joined by blanks; what only resembles a term names no topic. */
  readonly terms: TopicsByWords;
  /** How many words the longest phrase has that begins with a word. */
  readonly longestFrom: ReadonlyMap<string, number>;
  /** By the letters of the end; the longest end of a word counts. */
  readonly compoundEnds: TopicsByWords;
  readonly longestEnd: number;
  readonly labels: TopicsByWords;
}

function entries(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(',').map((entry) => entry.trim());
}

const tables = onceNeeded((): TopicTables => {
  const terms = new Map<string, string[]>();
  const labels = new Map<string, string[]>();
  const compoundEnds = new Map<string, string[]>();
  const note = (map: Map<string, string[]>, key: string, topic: string) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [topic]);
    else known.push(topic);
  };
  for (const topic of INDUSTRY_TOPICS) {
    for (const term of entries(topic.terms)) {
      if (term.startsWith('-')) note(compoundEnds, term.slice(1), topic.name);
      else note(terms, term, topic.name);
    }
    for (const label of entries(topic.labels)) note(labels, label, topic.name);
  }
  for (const phrase of lookalikePhrases()) terms.set(phrase, []);
  const longestFrom = new Map<string, number>();
  for (const term of terms.keys()) {
    const words = term.split(' ');
    longestFrom.set(words[0]!, Math.max(words.length, longestFrom.get(words[0]!) ?? 0));
  }
  const longestEnd = Math.max(...[...compoundEnds.keys()].map((end) => end.length));
  return { terms, longestFrom, compoundEnds, longestEnd, labels };
});

interface Naming {
  readonly topics: readonly string[];
  readonly at: number;
  readonly length: number;
}

function withoutPlural(word: string): string {
  return word.endsWith('s') && word.length > SHORTEST_PLURAL ? word.slice(0, -1) : word;
}

/** The forms under which a phrase may be listed: as it is, and with its last, its first or both words in the singular ("agences de voyage"). */
function listedForms(phrase: readonly string[]): readonly string[] {
  if (phrase.length === 1) return listedFormsOfWord(phrase[0]!);
  const [first, last] = [phrase[0]!, phrase.at(-1)!];
  const between = phrase.slice(1, -1);
  const forms = [first, withoutPlural(first)].flatMap((start) =>
    [last, withoutPlural(last)].map((end) => [start, ...between, end].join(' ')),
  );
  return [...new Set(forms)];
}

function listedFormsOfWord(word: string): readonly string[] {
  const forms = [word, withoutPlural(word)];
  for (const inflection of INFLECTIONS) {
    if (word.endsWith(inflection) && word.length - inflection.length >= SHORTEST_INFLECTED)
      forms.push(word.slice(0, -inflection.length));
  }
  return forms;
}

function longestTermAt(words: readonly string[], at: number): Naming | null {
  const { terms, longestFrom } = tables();
  const first = words[at]!;
  const longest = Math.max(1, longestFrom.get(first) ?? 0, longestFrom.get(withoutPlural(first)) ?? 0);
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    for (const form of listedForms(words.slice(at, at + length))) {
      const topics = terms.get(form);
      if (topics !== undefined) return { topics, at, length };
    }
  }
  return null;
}

/** What the words name, place by place: the longest phrase that begins at a word, else the longest end of the word. */
function* namings(words: readonly string[]): Generator<Naming> {
  const asLabel = tables().labels.get(words.join(' '));
  if (asLabel !== undefined) {
    yield { topics: asLabel, at: 0, length: words.length };
    return;
  }
  for (let at = 0; at < words.length; ) {
    const naming = longestTermAt(words, at) ?? { topics: topicsOfCompound(words[at]!), at, length: 1 };
    if (naming.topics.length > 0) yield naming;
    at += naming.length;
  }
}

function topicsOfCompound(word: string): readonly string[] {
  const { compoundEnds, longestEnd } = tables();
  for (const inflection of ['', 's', ...INFLECTIONS]) {
    if (!word.endsWith(inflection)) continue;
    const form = word.slice(0, word.length - inflection.length);
    const shortest = INFLECTIONS.includes(inflection) ? SHORTEST_INFLECTED_END : 1;
    for (
      let start = Math.max(COMPOUND_START, form.length - longestEnd);
      start <= form.length - shortest;
      start += 1
    ) {
      const topics = compoundEnds.get(form.slice(start));
      if (topics !== undefined) return topics;
    }
  }
  return [];
}

/**
 * The names of all topics that folded words name, without repetition, in the order found. Words that are a label as a whole ("legal") mean more
 * than the same words in a sentence.
 */
export function topicsIn(words: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const { topics } of namings(words)) for (const topic of topics) found.add(topic);
  return [...found];
}

/** The first passage of a text that names a wanted topic. */
export function findTopic(words: readonly Word[], wanted: (topic: string) => boolean): Passage | null {
  for (const { topics, at, length } of namings(words.map((word) => word.folded))) {
    if (topics.some(wanted)) return { start: words[at]!.start, end: words[at + length - 1]!.end };
  }
  return null;
}

const directlyWithin = onceNeeded(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(INDUSTRY_TOPICS.map((topic) => [topic.name, topic.within])),
);

/** Everything that a topic or class is within, at any distance; the topic itself is not among it. */
const allWithin = onceNeeded((): ReadonlyMap<string, ReadonlySet<string>> => {
  const known = new Map<string, ReadonlySet<string>>();
  const collect = (name: string): ReadonlySet<string> => {
    const done = known.get(name);
    if (done !== undefined) return done;
    const wider = new Set<string>();
    known.set(name, wider);
    for (const each of directlyWithin().get(name) ?? []) {
      wider.add(each);
      for (const further of collect(each)) wider.add(further);
    }
    return wider;
  };
  for (const topic of INDUSTRY_TOPICS) collect(topic.name);
  return known;
});

const NOTHING: ReadonlySet<string> = new Set();

function widerThan(name: string): ReadonlySet<string> {
  return allWithin().get(name) ?? NOTHING;
}

/**
 * How well a company of the found topic serves a client who wants the other: 1 for the same or a narrower one, 0.5 for a wider one, 0.35 for two
 * that are directly within the same wider topic, 0.2 for two that share no more than a class of the 20 or a topic further up, else 0. Both may also be classes.
 */
export function topicNearness(wanted: string, found: string): number {
  if (wanted === found) return 1;
  const aboveFound = widerThan(found);
  if (aboveFound.has(wanted)) return 1;
  const aboveWanted = widerThan(wanted);
  if (aboveWanted.has(found)) return CLASSES.has(found) ? DISTANT : WIDER;
  const parents = directlyWithin().get(wanted) ?? [];
  const siblings = directlyWithin().get(found) ?? [];
  if (parents.some((parent) => !CLASSES.has(parent) && siblings.includes(parent))) return SIBLING;
  for (const wider of aboveWanted) if (aboveFound.has(wider)) return DISTANT;
  return 0;
}
