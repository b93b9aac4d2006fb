import { cleanLine } from '../../support/text.ts';
import type { Classification, CompanyType } from '../classification.ts';
import type { ScoreInput, ScorePart } from './score-types.ts';
import type { TitleEvidence } from './title-match.ts';
import type { ScorePartName } from './weights.ts';

/** SPEC §7: the reason of a lead whose profile says too little, word for word. */
export const NOT_ENOUGH = 'not enough on the profile to judge';

/** From here on a part is said to match, and from here on to match in part. */
const MATCHES = 0.75;
const PARTLY = 0.3;
const SHOWN_KEYWORDS = 4;
const SHOWN_CHARACTERS = 80;

const COMPANY_NOUNS: Readonly<Record<CompanyType, string>> = {
  startup: 'startup',
  scaleup: 'scaleup',
  'mid-market': 'mid-market company',
  enterprise: 'enterprise',
  agency: 'agency',
  freelance: 'freelance business',
  unknown: 'company',
};

export interface ReasoningInput {
  readonly input: ScoreInput;
  readonly title: TitleEvidence;
  readonly keywords: readonly string[];
  readonly parts: readonly ScorePart[];
}

/** Of a score without relevance. */
export function withoutReranker({ beyondShortlist }: Pick<ScoreInput, 'beyondShortlist'>): string {
  return beyondShortlist
    ? 'scored without reranker: not on the shortlist of the nearest'
    : 'scored without reranker';
}

export function disqualifiedReasoning(reason: string): string {
  return `Disqualified: ${reason}`;
}

/** One sentence for a marketer: who this is, what fits, what does not, and what is not known. */
export function scoredReasoning({ input, title, keywords, parts }: ReasoningInput): string {
  const part = (name: ScorePartName) => parts.find((each) => each.name === name)!;
  const asked = (['title', 'industry', 'size', 'location'] as const).filter(
    (name) => part(name).reason !== 'not asked for',
  );
  const known = asked.filter((name) => part(name).match !== null);
  const within = (low: number, high: number) =>
    known.filter((name) => part(name).match! >= low && part(name).match! < high);

  const matching = within(MATCHES, Number.POSITIVE_INFINITY);
  const partly = within(PARTLY, MATCHES);
  const missing = within(0, PARTLY);
  const unknown = asked.filter((name) => part(name).match === null);
  const otherMisses = missing.filter((name) => name !== 'title');
  const findings = [
    ...(missing.includes('title') ? [title.note] : []),
    ...(matching.length > 0 ? [`${listed(matching)} ${matching.length > 1 ? 'match' : 'matches'}`] : []),
    ...(partly.length > 0 ? [`${listed(partly)} partly ${partly.length > 1 ? 'match' : 'matches'}`] : []),
    ...(otherMisses.length > 0
      ? [`${listed(otherMisses)} ${otherMisses.length > 1 ? 'do' : 'does'} not match`]
      : []),
    ...keywordFinding(part('keywords'), keywords),
    ...(unknown.length > 0 ? [`${listed(unknown)} unknown`] : []),
    ...(input.relevance === null ? [withoutReranker(input)] : []),
  ];
  return `${subject(input, title)}: ${findings.length > 0 ? findings.join('; ') : 'judged by its text alone'}`;
}

function keywordFinding(part: ScorePart, keywords: readonly string[]): string[] {
  if (keywords.length > 0) {
    const more = keywords.length > SHOWN_KEYWORDS ? ` and ${keywords.length - SHOWN_KEYWORDS} more` : '';
    return [`keywords: ${keywords.slice(0, SHOWN_KEYWORDS).join(', ')}${more}`];
  }
  return part.match === 0 ? ['no keywords'] : [];
}

/** "CFO at Ledgerly, a SaaS startup". */
function subject({ profile, classification }: ScoreInput, { title, role }: TitleEvidence): string {
  const name = short(title ?? profile.headline) ?? 'No current title';
  const company = short(role?.company ?? null);
  const at = company === null || name.toLowerCase().includes(company.toLowerCase()) ? '' : ` at ${company}`;
  return `${name}${at}${description(classification)}`;
}

function description({ industry, companyType }: Classification): string {
  if (industry === 'Other' && companyType === 'unknown') return '';
  const what =
    industry === 'Other' ? COMPANY_NOUNS[companyType] : `${industry} ${COMPANY_NOUNS[companyType]}`;
  // By sound: "an HRTech startup", "a SaaS company".
  return `, ${/^(?:[aeio]|hr)/i.test(what) ? 'an' : 'a'} ${what}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function short(text: string | null): string | null {
  const line = cleanLine(text);
  if (line === null || line.length <= SHOWN_CHARACTERS) return line;
  const cut = line.slice(0, SHOWN_CHARACTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHOWN_CHARACTERS / 2)).replace(/\p{Surrogate}$/u, '')}…`;
}
