import { INDUSTRIES, type Industry } from '../../domain/classification.ts';
import type { Standing } from '../../domain/scoring/title-lexicon.ts';
import { statementsOf } from '../../domain/scoring/title-tokens.ts';
import { type IndustryMention, industryMentions } from './industry-mentions.ts';
import type { ProfileField, ProfileFieldName } from './profile-fields.ts';
import { quoted } from './quoted.ts';
import { titleMentions } from './title-mentions.ts';

export interface IndustryJudgement {
  readonly industry: Industry;
  readonly reasoning: string;
}

/** How much a word says about where somebody works now, by where it stands. */
const FIELD_WEIGHT: Readonly<Record<ProfileFieldName, number>> = {
  company: 4,
  industry: 2,
  headline: 2.5,
  current: 1.5,
  title: 1,
  text: 2,
  about: 1.2,
  skills: 0.4,
  past: 0.3,
  name: 0,
  location: 0,
};

/** LinkedIn's plainest names for software companies; in running text they name a skill, in the company line a trade. */
const SOFTWARE_COMPANY = /[;,(]\s*(?:software|internet|logiciels)\s*[,)]/i;

/** A trade that is more particular than another wins over it with this share of its evidence, and with more than one word in a description. */
const SPECIAL_SHARE = 0.35;
const SPECIAL_ENOUGH = 2.4;
const GENERAL: Partial<Record<Industry, readonly Industry[]>> = {
  SaaS: [
    'Fintech',
    'AI/ML',
    'Cybersecurity',
    'EdTech',
    'MarTech',
    'HRTech',
    'PropTech',
    'CleanTech',
    'E-commerce',
  ],
  'Financial Services': ['Fintech'],
  Manufacturing: ['CleanTech', 'Healthcare'],
  Retail: ['E-commerce'],
};

/** What a profile must say beyond a passing word in its About section, its skills or its past. */
const ENOUGH = 1.8;
/** The same where the company states its trade and that is none of the list: a landscaper who mentions fintech is a landscaper. */
const ENOUGH_AGAINST_COMPANY = 3.6;
/** The company line's details: head count; trades. */
const STATED_TRADE = /\((?:[^()]*employees; )?(?![^()]*employees\))[^()]+\)/;

const PAST_OR_HOPED_FOR: ReadonlySet<Standing> = new Set<Standing>([
  'former',
  'retired',
  'aspiring',
  'student',
]);

interface Evidence {
  points: number;
  readonly quotes: Map<string, number>;
}

/** Which trade the words of a profile point to, current role and company before everything else. */
export function judgeIndustry(fields: readonly ProfileField[]): IndustryJudgement {
  const evidence = gather(fields);
  const ranked = INDUSTRIES.map((industry) => ({ industry, found: evidence.get(industry) }))
    .filter((entry): entry is { industry: Industry; found: Evidence } => entry.found !== undefined)
    .toSorted((one, other) => other.found.points - one.found.points);
  const first = ranked[0];
  const company = fields.find(({ name }) => name === 'company')?.text ?? '';
  const agrees =
    first !== undefined &&
    industryMentions(company).some(({ industries }) => industries.includes(first.industry));
  const enough =
    STATED_TRADE.test(company) && !agrees && !SOFTWARE_COMPANY.test(company)
      ? ENOUGH_AGAINST_COMPANY
      : ENOUGH;
  if (first === undefined || first.found.points < enough) {
    const reasoning =
      first === undefined
        ? 'Nothing in the profile names a trade of the list.'
        : `Only a passing mention of ${quoted(first.found.quotes)}, which is too little to name a trade.`;
    return { industry: 'Other', reasoning };
  }
  const special = ranked.find(
    ({ industry, found }) =>
      GENERAL[first.industry]?.includes(industry) &&
      found.points >= SPECIAL_ENOUGH &&
      found.points >= SPECIAL_SHARE * first.found.points,
  );
  const { industry, found } = special ?? first;
  return { industry, reasoning: `The profile says ${quoted(found.quotes)}, which points to ${industry}.` };
}

function gather(fields: readonly ProfileField[]): ReadonlyMap<Industry, Evidence> {
  const evidence = new Map<Industry, Evidence>();
  /** Each term counts once, where it weighs most: repeating it adds nothing. */
  const strongest = new Map<string, { mention: IndustryMention; points: number }>();
  for (const { name, text } of fields) {
    const weight = FIELD_WEIGHT[name];
    if (weight === 0) continue;
    const mentions =
      name === 'headline'
        ? statementsOf(text)
            .filter(isAboutNow)
            .flatMap((statement) => industryMentions(statement))
        : [...industryMentions(text), ...softwareLabel(name, text)];
    for (const mention of mentions) {
      const key = mention.quote.toLowerCase();
      // The labels of a company are long by nature; in running text a long term is a surer one.
      const points =
        name === 'company' || name === 'industry' ? weight : weight * (1 + 0.2 * (mention.length - 1));
      if ((strongest.get(key)?.points ?? 0) < points) strongest.set(key, { mention, points });
    }
  }
  for (const { mention, points: whole } of strongest.values()) {
    const points = whole / mention.industries.length;
    for (const industry of mention.industries) {
      const known = evidence.get(industry) ?? { points: 0, quotes: new Map<string, number>() };
      known.points += points;
      known.quotes.set(mention.quote, points);
      evidence.set(industry, known);
    }
  }
  return evidence;
}

/** "Former CFO (SaaS)" says nothing of where somebody works. */
function isAboutNow(statement: string): boolean {
  return !titleMentions(statement).entries.some(
    (entry) => entry.kind === 'standing' && PAST_OR_HOPED_FOR.has(entry.standing),
  );
}

function softwareLabel(name: ProfileFieldName, text: string): readonly IndustryMention[] {
  const label =
    name === 'company'
      ? SOFTWARE_COMPANY.exec(text)?.[0]
      : name === 'industry' && /^(?:software|internet|logiciels)$/i.test(text)
        ? text
        : undefined;
  return label === undefined
    ? []
    : [{ industries: ['SaaS'], quote: label.replace(/[^\p{L}]+/gu, ''), length: 1 }];
}
