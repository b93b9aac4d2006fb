import { type Mention, mentionKey, type PageNode, type Part } from './page-node.ts';
import { numberOfUrn } from './profile-reference.ts';
import type { Sighting } from './recogniser.ts';
import { mentionsOf } from './row-evidence.ts';
import { rowFields } from './row-fields.ts';
import { numberOfMention, salesIdIn, tiedId, tiedVanity } from './row-ties.ts';

/**
 * How a person was found, surest first: a row by LinkedIn's own marks, a row by structure, the one person that is left over at the end, a
 * mere link.
 */
export type RowTier = 'certain' | 'structural' | 'remainder' | 'loose';

export interface PageRow {
  readonly kind: 'person';
  readonly sighting: Sighting;
  readonly tier: RowTier;
  readonly inDialog: boolean;
  /** It is an element that is a row by its own mark or a list item. */
  readonly isMarked: boolean;
  /** It says that it is the reader's own: "• You". */
  readonly isOwn: boolean;
  /** It is a notification that they started following the reader. */
  readonly isFollowNotice: boolean;
}

/** A row of somebody who cannot be opened: out of network, or known by a Sales Navigator id only. */
export interface WithheldRow {
  readonly kind: 'withheld';
  readonly salesId: string | null;
  readonly name: string | null;
  readonly headline: string | null;
}

/** Whose row the parts are, and what it says of them; null when it is an organisation's, an advert, or nobody's. */
export function readPageRow(
  parts: readonly Part[],
  tier: RowTier,
  inDialog: boolean,
): PageRow | WithheldRow | null {
  const mentions = mentionsOf(parts);
  const certain = parts.find((part): part is PageNode => typeof part === 'object' && part.mark === 'certain');
  const marked = certain?.attributes.dataChameleonResultUrn ?? null;
  if (marked !== null && !marked.startsWith('urn:li:member:')) return null;
  const number = marked === null ? null : numberOfUrn(marked);
  const main =
    mentions.find((mention) => number !== null && numberOfMention(mention) === number) ??
    linkedBeside(mentions) ??
    mentions[0];
  if (main === undefined) return certain !== undefined && hasText(certain) ? withheldRow(parts, []) : null;
  if (main.reference.kind === 'withheld' && tier !== 'loose') return withheldRow(parts, mentions);
  if (main.reference.kind !== 'person') return null;

  const key = mentionKey(main);
  const anchors = new Set<PageNode>();
  let { memberUrn, publicIdentifier } = main.reference.person;
  for (const mention of mentions) {
    // The same person as Sales Navigator knows them.
    if (mention.reference.kind === 'withheld' && tier === 'certain') anchors.add(mention.anchor);
    if (mention.reference.kind !== 'person' || (mention !== main && mentionKey(mention) !== key)) continue;
    anchors.add(mention.anchor);
    memberUrn ??= mention.reference.person.memberUrn;
    publicIdentifier ??= mention.reference.person.publicIdentifier;
  }
  const ties = parts.flatMap((part) => (typeof part === 'string' ? [] : part.ties));
  memberUrn ??= tiedId(ties, number);
  publicIdentifier ??= tiedVanity(ties);
  const memberNumber = number ?? main.reference.memberNumber;
  const { name, headline, isOwn, isAdvert, isHidden, isFollowNotice } = rowFields(parts, anchors);
  if (isAdvert) return null;
  if (isHidden) return { kind: 'withheld', salesId: null, name, headline };
  return {
    kind: 'person',
    sighting: { memberUrn, publicIdentifier, memberNumber, name, headline },
    tier,
    inDialog,
    isMarked: parts.some((part) => typeof part === 'object' && part.mark !== null),
    isOwn,
    isFollowNotice,
  };
}

/** The profile that a Sales Navigator row also links to, where it links to one person's only. */
function linkedBeside(mentions: readonly Mention[]): Mention | null {
  const [first] = mentions;
  if (first?.reference.kind !== 'withheld' || salesIdIn(first.anchor.attributes.href ?? '') === null)
    return null;
  const people = mentions.filter(({ reference }) => reference.kind === 'person');
  return new Set(people.map(mentionKey)).size === 1 ? people[0]! : null;
}

function withheldRow(parts: readonly Part[], mentions: readonly Mention[]): WithheldRow {
  const anchors = mentions
    .filter(({ reference }) => reference.kind === 'withheld')
    .map(({ anchor }) => anchor);
  const marks = parts.flatMap((part) =>
    typeof part === 'string' ? [] : [part.attributes.dataScrollIntoView, part.attributes.dataRowId],
  );
  const salesId =
    [...anchors.map((anchor) => anchor.attributes.href), ...marks]
      .map((text) => (text === null ? null : salesIdIn(text)))
      .find((id) => id !== null) ?? null;
  const { name, headline } = rowFields(parts, new Set(anchors));
  return { kind: 'withheld', salesId, name, headline };
}

/** Whether a part of a row says anything. */
export function hasText(part: Part): boolean {
  return typeof part === 'string' ? /\S/u.test(part) : part.children.some(hasText);
}
