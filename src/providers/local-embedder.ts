import { phraseOf } from '../domain/scoring/phrase-search.ts';
import { topicsIn } from '../domain/scoring/topics/topic-search.ts';
import type { Embedder } from '../ports/embedder.ts';
import { firstCharacters } from '../support/text.ts';
import { type IcpFieldName, readIcpFields } from './lexical/icp-fields.ts';
import { industryMentions } from './lexical/industry-mentions.ts';
import { charactersOf, jobsOf, termsOf } from './lexical/lexical-terms.ts';
import { readRoleHead, withoutBoardSeats } from './lexical/main-roles.ts';
import { type ProfileFieldName, readProfileFields } from './lexical/profile-fields.ts';

const DIMENSIONS = 512;
/**
 * Vectors hold whole numbers and are about this long: their products add up to less than 2^24, so databases that reckon in single precision get the same
 * cosine to the last bit in whatever order they add.
 */
const LENGTH = 2800;
/** Twenty times the longest About section; beyond it a text only repeats itself. */
const MAX_CHARACTERS = 50_000;

/** How much a part of a profile says about who somebody is now. */
const PROFILE_WEIGHT: Readonly<Record<ProfileFieldName, number>> = {
  title: 3,
  headline: 2,
  company: 1.5,
  industry: 1,
  current: 1,
  about: 0.8,
  text: 1,
  skills: 0.6,
  past: 0.2,
  location: 0.3,
  name: 0.02,
};
const ICP_WEIGHT: Readonly<Record<IcpFieldName, number>> = {
  titles: 3,
  industries: 2,
  keywords: 0.9,
  sizes: 0.1,
  locations: 0.4,
  notes: 0.25,
  text: 1,
};

/** Kinds of features, by how surely two texts that share one speak of the same thing. */
const FEATURE = { word: 1, pair: 0.5, characters: 0.12, job: 2.5, jobFunction: 1.5, industry: 2, trade: 3 };
const GRAM = 4;

/**
 * A lexical embedding, the same for the same text on every machine: words, pairs of neighbouring words, groups of four characters, and what the
 * domain's word lists know of jobs and trades in several languages, each hashed to a place and a sign, weighted by where it stands and
 * by the logarithm of how often. Two texts are close when they share words or mean the same job or trade by the lists;
 * beyond these it understands nothing. A change of weights, features or word lists that moves vectors needs a new model name.
 */
export function createLocalEmbedder(): Embedder {
  return {
    provider: 'local',
    model: 'local-lexical-2',
    limits: { inputsPerCall: 32, tokensPerInput: MAX_CHARACTERS, tokensPerCall: 2_000_000, parallelCalls: 1 },
    fit(text) {
      if (text.length <= MAX_CHARACTERS) return { text, cut: false };
      return { text: firstCharacters(text, MAX_CHARACTERS), cut: true };
    },
    async embed(texts, signal) {
      signal.throwIfAborted();
      return { vectors: texts.map(embedded), usage: { promptTokens: 0, completionTokens: 0 } };
    },
  };
}

function embedded(text: string): readonly number[] {
  const features = featuresOf(text);
  // Punctuation alone still is a text, and every text needs a direction.
  if (features.size === 0)
    for (const gram of charactersOf(text, GRAM)) features.set(`raw ${gram}`, { kind: 1, amount: 1 });
  const vector = new Float64Array(DIMENSIONS);
  for (const [feature, { kind, amount }] of features) {
    const hash = hashOf(feature);
    vector[hash % DIMENSIONS]! += (hash & 0x80000000 ? -1 : 1) * kind * Math.log1p(amount);
  }
  const length = Math.hypot(...vector);
  return Array.from(vector, (value) => Math.round((value / length) * LENGTH));
}

/** Amount: how often a feature occurs, each time counted with the weight of the place. */
type Features = Map<string, { readonly kind: number; amount: number }>;

function featuresOf(text: string): Features {
  const features: Features = new Map();
  const add = (feature: string, kind: number, amount: number) => {
    const known = features.get(feature);
    if (known === undefined) features.set(feature, { kind, amount });
    else known.amount += amount;
  };
  const addText = (value: string, weight: number) => {
    const terms = termsOf(value);
    terms.forEach(({ key, weight: told }, at) => {
      add(`word ${key}`, FEATURE.word * told, weight);
      const next = terms[at + 1];
      if (told < 0.3) return;
      if (next !== undefined && next.weight >= 0.3) add(`pair ${key} ${next.key}`, FEATURE.pair, weight);
      if (key.length > GRAM)
        for (const gram of charactersOf(key, GRAM)) add(`characters ${gram}`, FEATURE.characters, weight);
    });
  };
  const addJobs = (value: string, weight: number, mode: 'profile' | 'target') => {
    for (const job of jobsOf(value, mode)) {
      add(`job ${job.function} ${job.rank}`, FEATURE.job, weight);
      add(`function ${job.function}`, FEATURE.jobFunction, weight);
    }
  };
  const addIndustries = (value: string, weight: number, typed = false) => {
    for (const { industries } of industryMentions(value, typed))
      for (const industry of industries)
        add(`industry ${industry}`, FEATURE.industry, weight / industries.length);
    for (const topic of topicsIn(phraseOf(value))) add(`trade ${topic}`, FEATURE.trade, weight);
  };

  const icp = readIcpFields(text);
  for (const { name, entries } of icp ?? []) {
    for (const entry of entries) {
      // Alternatives of a list share its weight, so that a long list is no louder than a short one.
      const weight = ICP_WEIGHT[name] / Math.sqrt(entries.length);
      addText(entry, weight);
      if (name === 'titles') addJobs(entry, weight, 'target');
      if (name === 'industries' || name === 'keywords') addIndustries(entry, weight, true);
    }
  }
  for (const { name, text: value } of icp === null ? withoutBoardSeats(readProfileFields(text)) : []) {
    const weight = PROFILE_WEIGHT[name];
    addText(value, weight);
    if (name === 'title' || name === 'headline' || name === 'text') addJobs(value, weight, 'profile');
    if (name === 'current') addJobs(readRoleHead(value).title, weight, 'profile');
    if (name !== 'name' && name !== 'location') addIndustries(value, weight);
  }
  return features;
}

/** FNV-1a over UTF-16 units with a final mix (from MurmurHash3), since the highest bit becomes the sign. */
function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
