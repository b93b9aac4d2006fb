import type { CompanyType, Industry } from '../../domain/classification.ts';
import { PhraseTable, wordsOf } from '../../domain/scoring/phrase-search.ts';
import type { ProfileField, ProfileFieldName } from './profile-fields.ts';
import { quoted } from './quoted.ts';

export interface CompanyTypeJudgement {
  readonly companyType: CompanyType;
  readonly reasoning: string;
}

/** What people call their own company, in seven languages, folded. `enterprise` is missing from its list: it is what software is sold to. */
const TYPE_WORDS: Readonly<Record<Exclude<CompanyType, 'unknown'>, string>> = {
  freelance: `freelance, freelancer, freelancing, self employed, independent consultant, independent contractor, fractional, sole trader, freiberuflich, freiberufler, freiberuflerin,
    selbststandig, selbstandig, independant, auto entrepreneur, autonomo, autonoma, por cuenta propia, libero professionista, libera professionista, zzp, zzper, zelfstandige, trabalhador independente`,
  agency: `agency, agence, agentur, werbeagentur, agencia, agenzia, marketingbureau, reclamebureau, design studio, creative studio, executive search, search firm, recruitment firm, staffing and recruiting,
    personalberatung, cabinet de recrutement`,
  startup: `startup, start up, pre seed, seed, seed stage, seed round, series a, early stage, jeune pousse, levee de fonds de serie a, ronda semilla, serie a, seed runde, seed ronde`,
  scaleup: `scaleup, scale up, series b, series c, series d, serie b, serie c, hypergrowth, unicorn, growth stage, wachstumsphase`,
  'mid-market':
    'mid market, midmarket, mid sized, midsize, medium sized, mittelstand, mittelstandisch, mittelstandisches unternehmen, eti, moyenne entreprise, mediana empresa, media impresa, middenbedrijf',
  enterprise: `fortune 500, fortune 100, ftse 100, dax, cac 40, s&p 500, ibex 35, multinational, multinationale, multinacional, multinazionale, konzern, global group, international group, publicly traded,
    listed company, stock listed, borsennotiert, groupe international, grupo internacional, gruppo internazionale`,
};

const FIELD_WEIGHT: Readonly<Record<ProfileFieldName, number>> = {
  title: 3,
  headline: 3,
  company: 3,
  current: 2,
  text: 2,
  about: 1,
  industry: 1,
  name: 0,
  location: 0,
  past: 0,
  skills: 0,
};

/** Trades in which a small or fast-growing company is called a startup or scaleup. */
const TECHNOLOGY: ReadonlySet<Industry> = new Set<Industry>([
  'SaaS',
  'Fintech',
  'E-commerce',
  'AI/ML',
  'Cybersecurity',
  'EdTech',
  'MarTech',
  'HRTech',
  'PropTech',
  'CleanTech',
]);

const HEAD_COUNT = /(\d[\d,.]*)(?:\s?[-–]\s?(\d[\d,.]*)|\+)? employees?/i;

let table: PhraseTable<Exclude<CompanyType, 'unknown'>> | undefined;

function typeTable() {
  if (table !== undefined) return table;
  table = new PhraseTable();
  for (const [type, phrases] of Object.entries(TYPE_WORDS) as [Exclude<CompanyType, 'unknown'>, string][])
    for (const phrase of phrases.split(',')) table.add(phrase, type);
  return table;
}

/**
 * What kind of company a profile's current one is. Freelancers and agencies are told by their words; otherwise the head count decides, and
 * words ("Series A", "Konzern") decide where it is missing or leaves two answers open.
 */
export function judgeCompanyType(fields: readonly ProfileField[], industry: Industry): CompanyTypeJudgement {
  const words = countWords(fields);
  const says = (type: keyof typeof TYPE_WORDS) => quoted(words.get(type)?.quotes ?? new Map());
  const points = (type: keyof typeof TYPE_WORDS) => words.get(type)?.points ?? 0;
  const size = headCount(fields);
  const answer = (companyType: CompanyType, why: string) => ({ companyType, reasoning: why });

  // In the title, headline or company line: "freelance" further down may speak of others.
  if (points('freelance') >= 3) return answer('freelance', `The profile says ${says('freelance')}.`);
  if (size !== null && size.max === 1)
    return answer('freelance', `The company has one employee ("${size.quote}").`);
  if (points('agency') >= 3) return answer('agency', `The profile says ${says('agency')}.`);

  if (size !== null) return answer(...bySize(size, TECHNOLOGY.has(industry), points, says));
  const [likeliest] = (['startup', 'scaleup', 'mid-market', 'enterprise'] as const).toSorted(
    (one, other) => points(other) - points(one),
  );
  return points(likeliest!) > 0
    ? answer(likeliest!, `The profile says ${says(likeliest!)} and no head count.`)
    : answer('unknown', 'The profile states neither a head count nor what kind of company it is.');
}

interface HeadCount {
  readonly max: number;
  readonly quote: string;
}

function bySize(
  { max, quote }: HeadCount,
  isTechnology: boolean,
  points: (type: keyof typeof TYPE_WORDS) => number,
  says: (type: keyof typeof TYPE_WORDS) => string,
): [CompanyType, string] {
  const because = `The company has "${quote}"`;
  if (max > 1000) return ['enterprise', `${because}.`];
  if (max > 200) {
    return points('scaleup') > 0 && isTechnology
      ? ['scaleup', `${because} and the profile says ${says('scaleup')}.`]
      : ['mid-market', `${because}.`];
  }
  if (max > 50) {
    if (isTechnology && points('startup') > points('scaleup'))
      return ['startup', `${because} and the profile says ${says('startup')}.`];
    return isTechnology
      ? ['scaleup', `${because} and works in a technology trade.`]
      : ['mid-market', `${because} and works in no technology trade.`];
  }
  if (points('startup') > 0) return ['startup', `${because} and the profile says ${says('startup')}.`];
  return isTechnology
    ? ['startup', `${because} and works in a technology trade.`]
    : ['unknown', `${because}, and nothing says what kind of small company it is.`];
}

/** The largest head count of the company line: of several current employers the largest is the one with a job to it. */
function headCount(fields: readonly ProfileField[]): HeadCount | null {
  const found = fields
    .filter(({ name }) => name === 'company' || name === 'text')
    .flatMap(({ text }) => [...text.matchAll(new RegExp(HEAD_COUNT, 'gi'))])
    .map(([quote, from, to]) => ({
      max: number(to) ?? (quote.includes('+') ? Infinity : number(from)!),
      quote,
    }));
  return found.toSorted((one, other) => other.max - one.max)[0] ?? null;
}

function number(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits.replace(/[,.]/g, ''));
}

interface WordCount {
  /** Of the weightiest place; repeating a word adds nothing. */
  points: number;
  readonly quotes: Map<string, number>;
}

function countWords(fields: readonly ProfileField[]): ReadonlyMap<CompanyType, WordCount> {
  const counts = new Map<CompanyType, WordCount>();
  for (const { name, text } of fields) {
    const weight = FIELD_WEIGHT[name];
    if (weight === 0) continue;
    const words = wordsOf(text);
    const plain = words.map(({ folded }) => folded);
    for (let at = 0; at < words.length; ) {
      const found = typeTable().longestAt(plain, at);
      if (found !== null) {
        const count = counts.get(found.value) ?? { points: 0, quotes: new Map<string, number>() };
        const quote = text.slice(words[at]!.start, words[at + found.length - 1]!.end);
        count.points = Math.max(count.points, weight);
        count.quotes.set(quote, Math.max(count.quotes.get(quote) ?? 0, weight));
        counts.set(found.value, count);
      }
      at += found?.length ?? 1;
    }
  }
  return counts;
}
