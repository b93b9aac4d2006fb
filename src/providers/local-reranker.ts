import type { Industry } from '../domain/classification.ts';
import type { Reranker } from '../ports/reranker.ts';
import { type IcpFieldName, readIcpFields } from './lexical/icp-fields.ts';
import { industryMentions } from './lexical/industry-mentions.ts';
import { type Job, jobsOf, type LexicalTerm, termsOf } from './lexical/lexical-terms.ts';
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
    model: 'local-lexical-rerank-1',
    absoluteScores: true,
    limits: { documentsPerCall: 64, tokensPerCall: 2_000_000, parallelCalls: 1 },
    async rerank(query, documents, signal) {
      signal.throwIfAborted();
      const parts = readQuery(query);
      const scores = documents.map((document) => relevance(parts, documentIndex(document)));
      return { scores, usage: { promptTokens: 0, completionTokens: 0 } };
    },
  };
}

/** One entry of a part of the query, read once for all documents. */
interface QueryEntry {
  readonly terms: readonly LexicalTerm[];
  readonly jobs: readonly Job[];
  readonly industries: readonly Industry[];
}

interface QueryPart {
  readonly name: IcpFieldName;
  readonly entries: readonly QueryEntry[];
}

function readQuery(query: string): readonly QueryPart[] {
  const fields = readIcpFields(query) ?? [{ name: 'text' as const, entries: [query] }];
  return fields
    .filter(({ entries }) => entries.length > 0)
    .map(({ name, entries }) => ({
      name,
      entries: entries.map((entry) => ({
        terms: termsOf(entry),
        jobs: name === 'titles' ? jobsOf(entry, 'target') : [],
        industries:
          name === 'industries' ? industryMentions(entry, true).flatMap((mention) => mention.industries) : [],
      })),
    }));
}

function relevance(parts: readonly QueryPart[], document: DocumentIndex): number {
  const matches = parts.map((part) => ({ name: part.name, match: matchPart(part, document) }));
  const possible = matches.reduce((sum, { name }) => sum + PART_WEIGHT[name], 0);
  if (possible === 0) return 0;
  const points = matches.reduce((sum, { name, match }) => sum + PART_WEIGHT[name] * match, 0);
  const title = matches.find(({ name }) => name === 'titles')?.match ?? 1;
  return (points / possible) * (WITHOUT_TITLE + (1 - WITHOUT_TITLE) * title);
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

/** The nearest of the document's own jobs; words decide only where the title lists know none of the one or the other. */
function titleMatch(entry: QueryEntry, document: DocumentIndex): number {
  if (entry.jobs.length === 0 || document.jobs.length === 0)
    return 0.7 * wordMatch(entry, document.titleWords);
  // The same function counts by nearness of rank, another function not at all.
  const nearness = entry.jobs.flatMap((target) =>
    document.jobs.map(({ job, weight }) =>
      job.function === target.function ? weight * rankNearness(target.rank, job.rank) : 0,
    ),
  );
  return Math.max(...nearness);
}

function rankNearness(wanted: Job['rank'], has: Job['rank']): number {
  if (wanted === has) return 1;
  return wanted === 'manager' || has === 'manager' ? 0.5 : 0.25;
}

function industryMatch({ industries }: QueryEntry, document: DocumentIndex): number {
  return Math.max(0, ...industries.map((industry) => document.industries.get(industry) ?? 0));
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
