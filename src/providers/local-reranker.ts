import type { Industry } from '../domain/classification.ts';
import { asHouseHead } from '../domain/scoring/house-heads.ts';
import { phraseOf } from '../domain/scoring/phrase-search.ts';
import type { TitleReading } from '../domain/scoring/title-chunk.ts';
import { titleNearness } from '../domain/scoring/title-nearness.ts';
import { readTitle } from '../domain/scoring/title-reading.ts';
import { topicNearness, topicsIn } from '../domain/scoring/topics/topic-search.ts';
import type { Reranker } from '../ports/reranker.ts';
import { type IcpFieldName, readIcpFields } from './lexical/icp-fields.ts';
import { industryMentions } from './lexical/industry-mentions.ts';
import { type LexicalTerm, termsOf } from './lexical/lexical-terms.ts';
import { type DocumentIndex, documentIndex } from './lexical/rerank-document.ts';

/** What each part of an ICP contributes, in proportion to those that it has. */
const PART_WEIGHT: Readonly<Record<IcpFieldName, number>> = {
  titles: 0.5,
  industries: 0.24,
  keywords: 0.12,
  notes: 0.06,
  sizes: 0.05,
  locations: 0.03,
  text: 1,
};
/** What somebody whose job does not fit at all keeps of the rest: the right company does not make the right person. */
const WITHOUT_TITLE = 0.3;
/** The query names a trade, and the document only the industry that it is part of. */
const COARSE_ONLY = 0.5;
/** Notes of an ICP without titles that ask for people who have a say. */
const DECIDERS =
  /\b(?:decid\p{L}*|decision|responsib\p{L}*|in charge|who (?:run|lead|own|head|manage)|leaders?|executives?|owners?|heads? of|budgets?|entscheid\p{L}*|verantwort\p{L}*|d[ée]cid\p{L}*|dirige\p{L}*|responsab\p{L}*|decis\p{L}*)/iu;
const LEVEL_WORTH: Partial<Record<NonNullable<TitleReading['level']>, number>> = {
  manager: 0.6,
  senior: 0.35,
  individual: 0.2,
  junior: 0.1,
};
const LEVEL_UNKNOWN = 0.7;
/** So many different keywords are as good as all of them: an ICP lists what may be said, not what must. */
const ENOUGH_KEYWORDS = 3;

/**
 * A lexical reranker. For an ICP text it looks for the jobs, trades, keywords and words of each part in the profile, where they count by where
 * they stand; for any other query for its words, much as BM25 does, with fixed statistics in place of a corpus. So a score depends on
 * query and document alone, lies between 0 and 1, and saturates: saying a word ten times is hardly better than saying it twice.
 */
export function createLocalReranker(): Reranker {
  return {
    provider: 'local',
    model: 'local-lexical-rerank-2',
    absoluteScores: true,
    limits: { documentsPerCall: 64, tokensPerCall: 2_000_000, parallelCalls: 1 },
    async rerank(query, documents, signal) {
      signal.throwIfAborted();
      const parts = readQuery(query);
      const wantsDeciders = parts.some(({ asksForDeciders }) => asksForDeciders);
      const scores = documents.map((document) => relevance(parts, documentIndex(document), wantsDeciders));
      return { scores, usage: { promptTokens: 0, completionTokens: 0 } };
    },
  };
}

/** One entry of a part of the query, read once for all documents. */
interface QueryEntry {
  readonly terms: readonly LexicalTerm[];
  readonly titles: readonly TitleReading[];
  readonly industries: readonly Industry[];
  /** Trades finer than those. */
  readonly topics: readonly string[];
}

interface QueryPart {
  readonly name: IcpFieldName;
  readonly asksForDeciders: boolean;
  readonly entries: readonly QueryEntry[];
}

function readQuery(query: string): readonly QueryPart[] {
  const fields = readIcpFields(query) ?? [{ name: 'text' as const, entries: [query] }];
  return fields
    .filter(({ entries }) => entries.length > 0)
    .map(({ name, entries }) => ({
      name,
      asksForDeciders: name === 'notes' && entries.some((entry) => DECIDERS.test(entry)),
      entries: entries.map((entry) => ({
        terms: termsOf(entry),
        titles: name === 'titles' ? readTitle(entry, 'target').held : [],
        industries:
          name === 'industries' ? industryMentions(entry, true).flatMap((mention) => mention.industries) : [],
        topics: name === 'industries' ? topicsIn(phraseOf(entry)) : [],
      })),
    }));
}

function relevance(parts: readonly QueryPart[], document: DocumentIndex, wantsDeciders: boolean): number {
  const matches = parts.map((part) => ({ name: part.name, match: matchPart(part, document) }));
  const possible = matches.reduce((sum, { name }) => sum + PART_WEIGHT[name], 0);
  if (possible === 0) return 0;
  const points = matches.reduce((sum, { name, match }) => sum + PART_WEIGHT[name] * match, 0);
  const title =
    matches.find(({ name }) => name === 'titles')?.match ?? (wantsDeciders ? levelWorth(document) : 1);
  return (points / possible) * (WITHOUT_TITLE + (1 - WITHOUT_TITLE) * title);
}

/** What the level of somebody is worth to whoever names no titles and wants people who decide. */
function levelWorth({ titles }: DocumentIndex): number {
  const levels = titles.flatMap(({ title }) => (title.standing === 'active' ? (title.level ?? []) : []));
  return levels.length === 0 ? LEVEL_UNKNOWN : Math.max(...levels.map((level) => LEVEL_WORTH[level] ?? 1));
}

/** 0–1 for one part of the query; entries of a list are alternatives, but of keywords several are better than one. */
function matchPart({ name, entries }: QueryPart, document: DocumentIndex): number {
  if (name === 'keywords') {
    const found = entries.reduce((sum, entry) => sum + phraseMatch(entry, document), 0);
    return Math.min(1, found / Math.min(ENOUGH_KEYWORDS, entries.length));
  }
  return Math.max(...entries.map((entry) => matchEntry(name, entry, document)));
}

function matchEntry(name: IcpFieldName, entry: QueryEntry, document: DocumentIndex): number {
  if (name === 'titles') return titleMatch(entry, document);
  const words = wordMatch(entry, document.words);
  return name === 'industries' ? Math.max(industryMatch(entry, document), 0.6 * words) : words;
}

/** The nearest of the document's own titles; words decide only where the title lists know none of the one or the other. */
function titleMatch(entry: QueryEntry, document: DocumentIndex): number {
  const isKnown = (title: TitleReading) => title.level !== null || title.functions.length > 0;
  if (!entry.titles.some(isKnown) || !document.titles.some(({ title }) => isKnown(title)))
    return 0.7 * wordMatch(entry, document.titleWords);
  const nearness = entry.titles.flatMap((wanted) =>
    document.titles.map(
      ({ title, weight }) => weight * titleNearness(wanted, asHouseHead(title, wanted, document.employer)),
    ),
  );
  return Math.max(...nearness);
}

/** By the finer trades where the query names one, else by the coarse industries. */
function industryMatch({ industries, topics }: QueryEntry, document: DocumentIndex): number {
  const coarse = Math.max(0, ...industries.map((industry) => document.industries.get(industry) ?? 0));
  if (topics.length === 0) return coarse;
  const fine = topics.flatMap((wanted) =>
    [...document.topics].map(([topic, weight]) => weight * topicNearness(wanted, topic)),
  );
  return Math.max(COARSE_ONLY * coarse, ...fine);
}

/** How much of the entry's words the document has, each by what it tells. */
function wordMatch({ terms }: QueryEntry, words: ReadonlyMap<string, number>): number {
  const possible = terms.reduce((sum, { weight }) => sum + weight, 0);
  const found = terms.reduce((sum, { key, weight }) => sum + weight * (words.get(key) ?? 0), 0);
  return possible === 0 ? 0 : found / possible;
}

/** A keyword counts as far as the rarest of its telling words is there: half a keyword is another word. */
function phraseMatch({ terms }: QueryEntry, document: DocumentIndex): number {
  const telling = terms.filter(({ weight }) => weight > 0.1);
  return telling.length === 0 ? 0 : Math.min(...telling.map(({ key }) => document.words.get(key) ?? 0));
}
