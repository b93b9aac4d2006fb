import type { Classification, Industry } from '../classification.ts';
import type { Profile, Role } from '../profile.ts';
import { findIndustry, industriesOfLabel, industryNearness } from './industry-labels.ts';
import { findPhrase, phraseOf, quoteAround, quoteStart, wordsOf } from './phrase-search.ts';
import { fieldsOf, type ProfileField } from './profile-fields.ts';
import type { PartEvidence } from './score-types.ts';

/** A company's own label beside a classification that says otherwise; LinkedIn's are coarse. */
const LABEL_ONLY = 0.7;
/** The same, where the label covers both ("IT Services and IT Consulting") and the classification chose the other. */
const LABEL_EXPLAINED = 0.3;
/** The wanted industry is spoken of in the present role or headline, or in the about; that may be a customer's industry. */
const SPOKEN_OF_NOW = 0.4;
const SPOKEN_OF = 0.25;
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

/**
 * Whether the person works in a wanted industry: by the classification, by what LinkedIn files the company under, and at last by what the profile
 * speaks of. Unknown when nothing names an industry at all.
 */
export function matchIndustry(
  targets: readonly string[],
  profile: Profile,
  classification: Classification,
  role: Role | null,
): PartEvidence {
  const labels = [
    ...new Set([
      ...(role?.companyIndustries ?? []),
      ...(profile.industry === null ? [] : [profile.industry]),
    ]),
  ];
  const classified = classification.industry === 'Other' ? null : classification.industry;
  const findings = targets.flatMap((target) => [
    ...byClassification(target, classified, profile),
    ...byLabels(target, labels, classified),
    ...byMention(target, profile),
  ]);
  const best = findings.reduce<Finding | null>(
    (top, each) => (top === null || each.match > top.match ? each : top),
    null,
  );
  if (best !== null && best.match > 0) return best;
  if (classified === null && labels.length === 0)
    return { match: null, reason: 'industry unknown', quote: null };
  const named = classified ?? labels.join(', ');
  return {
    match: 0,
    reason: `${named} is none of the target industries`,
    quote: classified === null ? quoteStart(labels[0]!) : evidenceFor(classified, profile),
  };
}

function byClassification(target: string, classified: Industry | null, profile: Profile): Finding[] {
  if (classified === null) return [];
  const match = Math.max(
    0,
    ...industriesOfLabel(target).map((wanted) => industryNearness(wanted, classified)),
  );
  if (match === 0) return [];
  const same = match === 1;
  return [
    {
      match,
      reason: same
        ? `${classified} matches target industry ${target}`
        : `${classified} is related to target industry ${target}`,
      quote: evidenceFor(classified, profile),
    },
  ];
}

function byLabels(target: string, labels: readonly string[], classified: Industry | null): Finding[] {
  const phrase = phraseOf(target);
  const wanted = industriesOfLabel(target);
  return labels.flatMap((label) => {
    const named = findPhrase(wordsOf(label), phrase) !== null;
    // A label of our own list is judged by the classification; only other ones ("Construction") stand for themselves.
    if (named && wanted.length === 0)
      return [{ match: 1, reason: `${label} matches target industry ${target}`, quote: label }];
    const meant = industriesOfLabel(label);
    if (!named && !meant.some((industry) => wanted.includes(industry))) return [];
    const explained = classified !== null && meant.includes(classified) && !wanted.includes(classified);
    return [
      {
        match: explained ? LABEL_EXPLAINED : LABEL_ONLY,
        reason: `the company is listed under ${label}, near target industry ${target}`,
        quote: label,
      },
    ];
  });
}

function byMention(target: string, profile: Profile): Finding[] {
  const phrase = phraseOf(target);
  const wanted = industriesOfLabel(target);
  for (const field of presentFields(profile)) {
    if (field.place === 'label') continue;
    const passage = findPhrase(field.words, phrase) ?? findIndustry(field.words, wanted);
    if (passage === null) continue;
    return [
      {
        match: field.place === 'about' ? SPOKEN_OF : SPOKEN_OF_NOW,
        reason: `speaks of ${field.text.slice(passage.start, passage.end)}, target industry ${target}`,
        quote: quoteAround(field.text, passage),
      },
    ];
  }
  return [];
}

/** A passage of the present or the about that shows the industry. */
function evidenceFor(industry: Industry, profile: Profile): string | null {
  for (const field of presentFields(profile)) {
    const passage = findIndustry(field.words, [industry]);
    if (passage !== null) return quoteAround(field.text, passage);
  }
  return null;
}

function presentFields(profile: Profile): readonly ProfileField[] {
  return fieldsOf(profile).filter((field) => field.place !== 'past role' && field.place !== 'skill');
}
