import { type Classification, INDUSTRIES, type Industry } from '../classification.ts';
import type { Profile, Role } from '../profile.ts';
import { findIndustry, industriesOfLabel, industryNearness, isClassName } from './industry-labels.ts';
import { type Source, sourcesOf } from './industry-sources.ts';
import { findPhrase, phraseOf, quoteAround, quoteStart } from './phrase-search.ts';
import { fieldsOf } from './profile-fields.ts';
import type { PartEvidence } from './score-types.ts';
import { findTopic, topicNearness, topicsIn } from './topics/topic-search.ts';

const ANY = new Set([
  'any',
  'all',
  'any industry',
  'all industries',
  'industry agnostic',
  'alle',
  'tous',
  'todas',
  'tutti',
]);

/** True when the ICP's industries say more than "any". */
export function asksForIndustry(targets: readonly string[]): boolean {
  return targets.length > 0 && !targets.some((target) => ANY.has(phraseOf(target).join(' ')));
}

interface Finding {
  readonly match: number;
  readonly reason: string;
  readonly quote: string | null;
}

/** One wanted industry, read once for all sources. */
interface Wanted {
  readonly text: string;
  readonly phrase: readonly string[];
  /** Trades and classes that satisfy it; empty where it is none that we know. */
  readonly topics: readonly string[];
  /** Whether it is judged by the coarse classification ("Fintech") rather than as a trade within a class ("Payments"). */
  readonly isClass: boolean;
  /** The classes of the coarse list that its words point to. */
  readonly classes: readonly Industry[];
}

/** Told of a trade that the company's own label does not confirm: likely a customer's. */
const AGAINST_LABEL = 0.4;
/** An agency that speaks of a trade works for it, not in it. */
const AGENCY = 0.15;
const CLASSES: ReadonlySet<string> = new Set(INDUSTRIES);
/**
 * The classification names the class to which the wanted trade belongs, and nothing says which trade it is: how likely it is the wanted one. A manufacturer
 * may make anything.
 */
const CLASS_ONLY: Partial<Record<Industry, number>> = {
  Fintech: 0.75,
  Manufacturing: 0.25,
  Retail: 0.4,
  'Media/Entertainment': 0.4,
  'Government/Public Sector': 0.4,
  Consulting: 0.4,
  SaaS: 0.5,
};
const USUAL_CLASS_ONLY = 0.6;
/** A company's own label beside a classification that says otherwise; and where the label covers both. */
const LABEL_ONLY = 0.7;
const LABEL_EXPLAINED = 0.3;
/** "Booking software for hotels": what is worked for, and not in. */
const SERVED = 0.4;
const SERVING =
  /(?<!\p{L})(?:for|to|help\p{L}*|serv\p{L}+|support\p{L}*|advis\p{L}+|consult\p{L}*|coach\p{L}*|sell\p{L}*|connect\p{L}*|grow|growing|empower\p{L}*|enabl\p{L}*|f[üu]r|helf\p{L}*|berat\p{L}*|pour|aid\p{L}*|accompagn\p{L}*|para|ayud\p{L}*|per|aiut\p{L}*|voor|till|f[öo]r|til|dla|pro|için)\s+(?:[\p{L}’'-]+\s+){0,2}$/iu;
/** From here on one trade is like another. What is told must be about one like the wanted: everybody speaks of something distantly related. */
const LIKE = 0.35;
/** A trade that we do not know by name, in the words of the client. */
const LITERAL = 0.9;

const wantedRead = new WeakMap<readonly string[], readonly Wanted[]>();

/** An ICP is read once for all leads that are scored against it. */
function readWanted(targets: readonly string[]): readonly Wanted[] {
  const known = wantedRead.get(targets);
  if (known !== undefined) return known;
  const wanted = targets.map((text): Wanted => {
    const phrase = phraseOf(text);
    const topics = topicsIn(phrase);
    const isClass = isClassName(text) || topics.length === 0;
    const classes = industriesOfLabel(text);
    return { text, phrase, isClass, classes, topics: isClass ? [...topics, ...classes] : topics };
  });
  wantedRead.set(targets, wanted);
  return wanted;
}

/**
 * Whether the person works in a wanted industry: by what LinkedIn files the company under, by its name, by the classification, and by what the
 * profile tells. Unknown when nothing names an industry at all.
 */
export function matchIndustry(
  targets: readonly string[],
  profile: Profile,
  classification: Classification,
  role: Role | null,
): PartEvidence {
  const sources = sourcesOf(profile, role);
  const stated = sources.flatMap(({ kind, topics }) => (kind === 'told' ? [] : topics));
  const findings = readWanted(targets).flatMap((wanted) => {
    const isOtherTrade = saysOtherwise(wanted, stated);
    const confirmed = !isOtherTrade && !(stated.length === 0 && isOtherClass(wanted, classification));
    return [
      ...byClassification(wanted, classification, profile, isOtherTrade),
      ...bySources(wanted, sources, classification, confirmed),
    ];
  });
  const best = findings.reduce<Finding | null>(
    (top, each) => (top === null || each.match > top.match ? each : top),
    null,
  );
  if (best !== null && best.match > 0) return best;
  const classified = classification.industry === 'Other' ? null : classification.industry;
  const told = sources.find((source) => source.kind !== 'told' && source.topics.length > 0);
  const label = sources.find((source) => source.kind === 'label') ?? told;
  if (classified === null && label === undefined)
    return { match: null, reason: 'industry unknown', quote: null };
  return {
    match: 0,
    reason: `${label === undefined ? classified! : quoteStart(label.text)} is none of the target industries`,
    quote: label === undefined ? evidenceFor(classified!, profile) : quoteStart(label.text),
  };
}

/** `confirmed`: nothing that is stated speaks against the wanted trade. */
function bySources(
  wanted: Wanted,
  sources: readonly Source[],
  classification: Classification,
  confirmed: boolean,
): Finding[] {
  const isAgency =
    classification.companyType === 'agency' && !wanted.topics.some((topic) => /agenc|consult/i.test(topic));
  return sources.flatMap((source) => {
    const literal =
      wanted.topics.length === 0 || source.kind === 'label' ? findPhrase(source.words, wanted.phrase) : null;
    const near = Math.max(nearest(wanted, source.topics), literal === null ? 0 : LITERAL);
    if (near < (source.kind === 'told' ? LIKE : Number.MIN_VALUE)) return [];
    const passage = literal ?? findTopic(source.words, (topic) => nearest(wanted, [topic]) > 0);
    const isServed =
      source.kind === 'told' &&
      passage !== null &&
      SERVING.test(source.text.slice(0, passage.start).slice(-60));
    const doubt =
      (isServed ? SERVED : 1) *
      differsFromClass(wanted, source, classification) *
      (confirmed || source.kind !== 'told' ? 1 : AGAINST_LABEL) *
      (isAgency && source.kind === 'told' ? AGENCY : 1);
    const shown = passage === null ? source.text : source.text.slice(passage.start, passage.end);
    return [
      {
        match: near * source.trust * doubt,
        reason: `${SAYING[source.kind]} ${quoteStart(shown)}, ${near >= LITERAL ? '' : 'near '}target industry ${wanted.text}`,
        quote: passage === null ? quoteStart(source.text) : quoteAround(source.text, passage),
      },
    ];
  });
}

/** Whether the company's label or name states trades, and none like the wanted one. */
function saysOtherwise(wanted: Wanted, stated: readonly string[]): boolean {
  return stated.some((topic) => !CLASSES.has(topic)) && nearest(wanted, stated) < LIKE;
}

/** Whether the classification is another class than that of the wanted trade. */
function isOtherClass({ classes, topics }: Wanted, { industry }: Classification): boolean {
  return (
    industry !== 'Other' &&
    classes.every((each) => industryNearness(each, industry) === 0) &&
    topics.every((topic) => topicNearness(industry, topic) < 1)
  );
}

/** What a company does goes before what LinkedIn files it under: its labels are coarse, and some cover two of our classes. */
function differsFromClass(wanted: Wanted, source: Source, { industry }: Classification): number {
  if (!wanted.isClass || source.kind !== 'label' || industry === 'Other') return 1;
  if (wanted.topics.includes(industry)) return 1;
  return source.topics.includes(industry) ? LABEL_EXPLAINED : LABEL_ONLY;
}

const SAYING: Readonly<Record<Source['kind'], string>> = {
  label: 'the company is listed under',
  company: 'the company is called',
  told: 'speaks of',
};

/** How near any of the trades comes to the wanted ones, 0–1. */
function nearest({ topics }: Wanted, found: readonly string[]): number {
  return Math.max(0, ...topics.flatMap((wanted) => found.map((topic) => topicNearness(wanted, topic))));
}

function byClassification(
  wanted: Wanted,
  { industry, companyType }: Classification,
  profile: Profile,
  isOtherTrade: boolean,
): Finding[] {
  if (industry === 'Other') return [];
  const { classes } = wanted;
  const near = Math.max(0, ...classes.map((each) => industryNearness(each, industry)));
  const isWithin = wanted.topics.some((topic) => topicNearness(industry, topic) === 1);
  const classOnly = CLASS_ONLY[industry] ?? USUAL_CLASS_ONLY;
  const byTopic = isWithin && !isOtherTrade ? classOnly : 0;
  const match = Math.max(wanted.isClass ? near : isOtherTrade ? 0 : Math.min(near, classOnly), byTopic);
  if (match === 0) return [];
  const serves = companyType === 'agency' && !classes.includes('Consulting') && !classes.includes('MarTech');
  return [
    {
      match: serves ? match * AGENCY : match,
      reason: serves
        ? `an agency for ${industry}, not of target industry ${wanted.text}`
        : `${industry} ${match === 1 ? 'matches' : 'is related to'} target industry ${wanted.text}`,
      quote: evidenceFor(industry, profile),
    },
  ];
}

/** A passage of the present or the about that shows the industry. */
function evidenceFor(industry: Industry, profile: Profile): string | null {
  for (const field of fieldsOf(profile)) {
    if (field.place === 'past role' || field.place === 'skill') continue;
    const passage = findIndustry(field.words, [industry]);
    if (passage !== null) return quoteAround(field.text, passage);
  }
  return null;
}
