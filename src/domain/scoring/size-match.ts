import type { Classification, CompanyType } from '../classification.ts';
import type { Profile, Role } from '../profile.ts';
import { phraseOf } from './phrase-search.ts';
import type { PartEvidence } from './score-types.ts';
import { toldHeadCount } from './told-head-count.ts';

interface HeadCount {
  readonly min: number;
  readonly max: number;
}

/** One entry of an ICP's `company_sizes`: a type of company, a head count, or both ("startup (1-50)"). */
export interface WantedSize {
  readonly text: string;
  readonly types: readonly CompanyType[];
  readonly headCount: HeadCount | null;
}

type SizedType = 'startup' | 'scaleup' | 'mid-market' | 'enterprise';

/** How many people companies of a type usually employ; the borders overlap because the words do. */
const USUAL_HEAD_COUNT: Readonly<Record<SizedType, HeadCount>> = {
  startup: { min: 1, max: 100 },
  scaleup: { min: 51, max: 1000 },
  'mid-market': { min: 201, max: 2000 },
  enterprise: { min: 1001, max: Number.POSITIVE_INFINITY },
};

/** How near two types are to each other. */
const NEAR_TYPES: readonly (readonly [CompanyType, CompanyType, number])[] = [
  ['startup', 'scaleup', 0.5],
  ['scaleup', 'mid-market', 0.5],
  ['mid-market', 'enterprise', 0.4],
  ['startup', 'mid-market', 0.1],
  ['agency', 'freelance', 0.3],
  ['agency', 'startup', 0.2],
];

const TYPE_WORDS: Readonly<Record<Exclude<CompanyType, 'unknown'>, string>> = {
  startup: 'startup|start up|early stage|seed|pre seed|series a|jungunternehmen|jeune pousse',
  scaleup: 'scaleup|scale up|growth stage|series b|series c|hypergrowth',
  'mid-market':
    'mid market|midmarket|mid size|midsize|mid sized|medium|medium sized|mittelstand|eti|mediana|media impresa|middelgroot',
  enterprise:
    'enterprise|large|large enterprise|corporate|corporation|konzern|grossunternehmen|grand groupe|gran empresa|grande impresa|multinational|fortune 500|big company',
  agency: 'agency|agencies|agentur|agence|agencia|agenzia|bureau',
  freelance: 'freelance|freelancer|solo|self employed|solopreneur|independent|freiberufler|autonomo',
};
/** Small and medium-sized businesses are no type of ours but a head count: the EU's definition. */
const SMALL_BUSINESS =
  /\b(?:smb|smes?|smbs|kmu|pme|pyme|pymes|pmi|mkb|small|small business|small and medium)\b/;

const WITHOUT_HEAD_COUNT = 0.8;
const TYPE_AGAINST_HEAD_COUNT = 0.7;

/** The entries that can be read; others ask for nothing. */
export function readSizes(entries: readonly string[]): readonly WantedSize[] {
  return entries.flatMap((text) => {
    const words = ` ${phraseOf(text).join(' ')} `;
    const types = (Object.keys(TYPE_WORDS) as (keyof typeof TYPE_WORDS)[]).filter((type) =>
      TYPE_WORDS[type].split('|').some((word) => words.includes(` ${word} `) || words.includes(` ${word}s `)),
    );
    const headCount = readHeadCount(text) ?? (SMALL_BUSINESS.test(words) ? { min: 1, max: 250 } : null);
    return types.length > 0 || headCount !== null ? [{ text, types, headCount }] : [];
  });
}

/** "51-200", "1,000–5,000 employees", "500+", "< 50", "up to 50", "1k to 5k", "über 500"; null when there is no number. */
export function readHeadCount(text: string): HeadCount | null {
  const plain = text
    .toLowerCase()
    .slice(0, 100)
    .replace(/(\d)[.,'’\s](?=\d{3}(?!\d))/g, '$1')
    .replace(/series\s+\w|fortune\s+\d+/g, '');
  const numbers = [...plain.matchAll(/(\d+(?:\.\d+)?)\s*(k|m)?\b/g)].map(
    ([, digits, unit]) => Number(digits) * (unit === 'k' ? 1000 : unit === 'm' ? 1_000_000 : 1),
  );
  const [first, second] = numbers;
  if (first === undefined) return null;
  if (second !== undefined) return { min: Math.min(first, second), max: Math.max(first, second) };
  if (
    /[<≤]|\b(?:under|below|up to|less than|fewer than|at most|max|maximum|bis|unter|weniger als|hochstens|höchstens|moins de|jusqu|menos de|hasta|fino a|meno di|tot|minder dan|onder|até)\b/u.test(
      plain,
    )
  )
    return {
      min: 1,
      max:
        /[<]|under|below|less|fewer|unter|weniger|moins|menos|meno|minder/.test(plain) && !/=|≤/.test(plain)
          ? Math.max(1, first - 1)
          : first,
    };
  if (
    /[+>≥]|\b(?:over|above|more than|at least|from|min|minimum|or more|ab|mehr als|mindestens|plus|au moins|al menos|almeno|oltre|vanaf|meer dan|mais de|desde|más de|mas de)\b|über|ueber/u.test(
      plain,
    )
  )
    return { min: first, max: Number.POSITIVE_INFINITY };
  return { min: first, max: first };
}

/**
 * Whether the company is of a wanted size: by the head count that LinkedIn shows of it, else by the one that the profile tells, else by the type it was
 * classified as.
 */
export function matchSize(
  wanted: readonly WantedSize[],
  profile: Profile,
  classification: Classification,
  role: Role | null,
): PartEvidence {
  const type = classification.companyType;
  const told = role?.companySize ? null : toldHeadCount(profile, role);
  const headCount = role?.companySize
    ? { min: role.companySize.min, max: role.companySize.max ?? Number.POSITIVE_INFINITY }
    : told === null
      ? null
      : { min: told.count, max: told.count };
  const quote = told?.quote ?? null;
  if (type === 'unknown' && headCount === null) return { match: null, reason: 'company size unknown', quote };
  const known = [
    ...(type === 'unknown' ? [] : [type]),
    ...(headCount === null ? [] : [shownHeadCount(headCount)]),
  ].join(', ');

  let best: { readonly match: number; readonly text: string } | null = null;
  for (const size of wanted) {
    const match = Math.max(
      size.headCount === null ? 0 : headCountNearness(size.headCount, headCount, type),
      ...size.types.map((each) => typeNearness(each, headCount, type)),
    );
    if (best === null || match > best.match) best = { match, text: size.text };
  }
  if (best === null) return { match: null, reason: 'company size not asked for', quote: null };
  const reason =
    best.match >= 0.75
      ? `${known} matches target size ${best.text}`
      : best.match > 0
        ? `${known} is near target size ${best.text}`
        : `${known} is none of the target sizes`;
  return { match: best.match, reason, quote };
}

function headCountNearness(wanted: HeadCount, headCount: HeadCount | null, type: CompanyType): number {
  if (headCount !== null) return overlap(wanted, headCount);
  return isSized(type)
    ? WITHOUT_HEAD_COUNT * overlap(wanted, USUAL_HEAD_COUNT[type])
    : type === 'freelance' && wanted.min <= 1
      ? WITHOUT_HEAD_COUNT
      : 0;
}

function typeNearness(wanted: CompanyType, headCount: HeadCount | null, type: CompanyType): number {
  const byType =
    wanted === type
      ? 1
      : (NEAR_TYPES.find(([a, b]) => (a === wanted && b === type) || (a === type && b === wanted))?.[2] ?? 0);
  if (headCount === null || !isSized(wanted)) return byType;
  const byCount = overlap(USUAL_HEAD_COUNT[wanted], headCount);
  return Math.max(byType, byCount * (type === 'unknown' ? WITHOUT_HEAD_COUNT : TYPE_AGAINST_HEAD_COUNT));
}

function isSized(type: CompanyType): type is SizedType {
  return type in USUAL_HEAD_COUNT;
}

/**
 * The share of the company's band that lies in the wanted one, measured in orders of magnitude; a band that only borders on it gets a little.
 * A band that holds the wanted one whole cannot be told apart from it and gets at least half.
 */
function overlap(wanted: HeadCount, actual: HeadCount): number {
  const scale = (value: number) => Math.log(Math.max(1, Math.min(value, 1_000_000)));
  const low = Math.max(wanted.min, actual.min);
  const high = Math.min(wanted.max, actual.max);
  if (high < low) return low / Math.max(1, high) <= 1.6 ? 0.3 : 0;
  const width = scale(actual.max + 1) - scale(actual.min);
  const share = width <= 0 ? 1 : (scale(high + 1) - scale(low)) / width;
  const holdsWanted = wanted.min >= actual.min && wanted.max <= actual.max;
  return Math.min(1, Math.max(share, holdsWanted ? 0.5 : 0.2));
}

function shownHeadCount({ min, max }: HeadCount): string {
  return max === Number.POSITIVE_INFINITY
    ? `${min}+ employees`
    : min === max
      ? `${min} employees`
      : `${min}–${max} employees`;
}
