import type { Industry } from '../../domain/classification.ts';
import { phraseOf } from '../../domain/scoring/phrase-search.ts';
import type { TitleReading } from '../../domain/scoring/title-chunk.ts';
import { readTitle } from '../../domain/scoring/title-reading.ts';
import { topicsIn } from '../../domain/scoring/topics/topic-search.ts';
import { industryMentions } from './industry-mentions.ts';
import { termsOf } from './lexical-terms.ts';
import { readRoleHead, withoutBoardSeats } from './main-roles.ts';
import { type ProfileFieldName, readProfileFields } from './profile-fields.ts';

/** What a reranker looks up in a document; every number lies between 0 and 1. */
export interface DocumentIndex {
  /** Words of the whole text, by how much and how weightily it uses them. */
  readonly words: ReadonlyMap<string, number>;
  /** The same for titles and headline. */
  readonly titleWords: ReadonlyMap<string, number>;
  /** Titles that the person may hold, with the weight of where they stand. */
  readonly titles: readonly { readonly title: TitleReading; readonly weight: number }[];
  /** The companies of current roles, with what they are listed under. */
  readonly employer: string | null;
  readonly industries: ReadonlyMap<Industry, number>;
  /** Trades finer than those. */
  readonly topics: ReadonlyMap<string, number>;
}

const FIELD_WEIGHT: Readonly<Record<ProfileFieldName, number>> = {
  title: 1,
  headline: 1,
  company: 1,
  current: 0.9,
  industry: 0.7,
  about: 0.8,
  text: 0.9,
  skills: 0.6,
  location: 0.8,
  past: 0.25,
  name: 0,
};
/** A person may have several jobs, and a headline often states the wish for one: what a current role says is surer. */
const JOB_WEIGHT: Partial<Record<ProfileFieldName, number>> = {
  title: 1,
  current: 0.95,
  headline: 0.85,
  text: 0.8,
};
const INDUSTRY_WEIGHT: Readonly<Record<ProfileFieldName, number>> = {
  ...FIELD_WEIGHT,
  about: 0.75,
  skills: 0.35,
  past: 0.15,
  location: 0,
};

/** BM25's constants, with the length of a usual profile in words in place of a corpus's average. */
const SATURATION = 0.35;
const LENGTH_SHARE = 0.4;
const USUAL_LENGTH = 220;

/** Reads a document once for all parts of a query. */
export function documentIndex(document: string): DocumentIndex {
  const counts = new Map<string, number>();
  const titleWords = new Map<string, number>();
  const titles: { title: TitleReading; weight: number }[] = [];
  const industries = new Map<Industry, number>();
  const topics = new Map<string, number>();
  let employer: string | null = null;
  let length = 0;
  for (const { name, text } of withoutBoardSeats(readProfileFields(document))) {
    const weight = FIELD_WEIGHT[name];
    if (name === 'company') employer = text;
    for (const { key } of weight === 0 ? [] : termsOf(text)) {
      length += 1;
      counts.set(key, (counts.get(key) ?? 0) + weight);
      if (name === 'title' || name === 'headline' || name === 'text') titleWords.set(key, weight);
    }
    const jobWeight = JOB_WEIGHT[name];
    if (jobWeight !== undefined) {
      const title = name === 'current' ? readRoleHead(text).title : text;
      titles.push(...readTitle(title, 'profile').held.map((held) => ({ title: held, weight: jobWeight })));
    }
    for (const { industries: named } of weight === 0 ? [] : industryMentions(text))
      for (const industry of named)
        industries.set(industry, Math.max(industries.get(industry) ?? 0, INDUSTRY_WEIGHT[name]));
    for (const topic of weight === 0 ? [] : topicsIn(phraseOf(text)))
      topics.set(topic, Math.max(topics.get(topic) ?? 0, INDUSTRY_WEIGHT[name]));
  }
  const slowness = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / USUAL_LENGTH);
  const words = new Map([...counts].map(([key, count]) => [key, count / (count + slowness)]));
  return { words, titleWords, titles, employer, industries, topics };
}
