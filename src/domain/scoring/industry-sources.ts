import type { Profile, Role } from '../profile.ts';
import { industriesOfLabel } from './industry-labels.ts';
import { phraseOf, type Word, wordsOf } from './phrase-search.ts';
import { fieldsOf, type ProfileField } from './profile-fields.ts';
import { topicsIn } from './topics/topic-search.ts';

/** A text that may tell the trade of somebody's employer, and how surely. */
export interface Source {
  readonly text: string;
  readonly words: readonly Word[];
  /** The trades that it names, the classes of the coarse list among them. */
  readonly topics: readonly string[];
  readonly kind: 'label' | 'company' | 'told';
  /** 0–1: what LinkedIn files the company under is sure, its name nearly so; what people tell may be about customers. */
  readonly trust: number;
}

const TRUST: Partial<Record<ProfileField['place'], number>> = {
  headline: 0.85,
  'current title': 0.85,
  'current role': 0.8,
  about: 0.7,
};
const COMPANY_TRUST = 0.95;

/** What may tell the trade, the surest first; the company is that of the role which the score is about. */
export function sourcesOf(profile: Profile, role: Role | null): readonly Source[] {
  const stated = (text: string | null, kind: Source['kind'], trust: number): Source[] => {
    if (text === null || text === '') return [];
    const words = wordsOf(text);
    return [{ text, kind, trust, words, topics: topicsOf(text, words, kind) }];
  };
  const labels = new Set([
    ...(role?.companyIndustries ?? []),
    ...(profile.industry === null ? [] : [profile.industry]),
  ]);
  return [
    ...[...labels].sort().flatMap((label) => stated(label, 'label', 1)),
    ...stated(role?.company ?? null, 'company', COMPANY_TRUST),
    ...fieldsOf(profile).flatMap(({ text, words, place }): Source[] => {
      const trust = TRUST[place];
      if (trust === undefined || text === role?.company) return [];
      return [{ text, words, kind: 'told', trust, topics: topicsOf(text, words, 'told') }];
    }),
  ];
}

const LEGAL_FORMS: ReadonlySet<string> = new Set(
  phraseOf(
    'gmbh ag se kg kgaa ohg ug co mbh ges inc llc ltd plc lp corp corporation limited group holding sa sas sarl spa srl bv nv oy oyj ab as asa aps sp z o o sro kft zrt',
  ),
);

function topicsOf(text: string, words: readonly Word[], kind: Source['kind']): readonly string[] {
  const folded = words.map((word) => word.folded);
  const topics = topicsIn(folded);
  if (topics.length > 0 || kind === 'told') return topics;
  // "Wolf River Paper", "Palatin Chemie AG": the last word of a name, but for its legal form, is its trade.
  return kind === 'label'
    ? industriesOfLabel(text)
    : topicsIn(folded.filter((word) => !LEGAL_FORMS.has(word)).slice(-1));
}
