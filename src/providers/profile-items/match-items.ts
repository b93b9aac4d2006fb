import { memberNumber } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import type { ScrapeOutcome, ScrapeTarget } from '../../ports/profile-scraper.ts';
import { identityOfUrl } from './item-identity.ts';
import type { NormalisedItem } from './normalise-item.ts';

type MatchableItem = Extract<NormalisedItem, { kind: 'profile' | 'gone' | 'error' }>;

interface KnownTarget {
  readonly memberIds: ReadonlySet<string>;
  readonly vanities: ReadonlySet<string>;
}

const collect = (...values: (string | null)[]) => new Set(values.filter((value) => value !== null));

function knownTarget(target: ScrapeTarget): KnownTarget {
  const linked = identityOfUrl(target.url);
  return {
    memberIds: collect(target.memberUrn, linked.memberUrn),
    vanities: collect(target.publicIdentifier, linked.publicIdentifier),
  };
}

const names = (target: KnownTarget, person: PersonIdentity) =>
  (person.memberUrn !== null && target.memberIds.has(person.memberUrn)) ||
  (person.publicIdentifier !== null && target.vanities.has(person.publicIdentifier));

/** How surely an item answers a target: 3 by the URL it was asked for, 2 by member id, 1 by vanity name, 0 not at all. */
function strength(item: MatchableItem, target: KnownTarget): 0 | 1 | 2 | 3 {
  if (item.kind !== 'profile') return names(target, identityOfUrl(item.inputUrl)) ? 3 : 0;
  if (isSomeoneElse(item.profile, target)) return 0;
  if (names(target, item.alsoKnownAs)) return 3;
  const { memberUrn, publicIdentifier } = item.profile;
  if (memberUrn !== null && target.memberIds.has(memberUrn)) return 2;
  return publicIdentifier !== null && target.vanities.has(publicIdentifier) ? 1 : 0;
}

/** A vanity name can pass to another member; the number inside the member id tells. Ids of other kinds cannot be compared. */
function isSomeoneElse(person: PersonIdentity, target: KnownTarget): boolean {
  const number = person.memberUrn === null ? null : memberNumber(person.memberUrn);
  if (number === null) return false;
  const wanted = [...target.memberIds].map(memberNumber).filter((other) => other !== null);
  return wanted.length > 0 && !wanted.includes(number);
}

function outcomeOf(item: MatchableItem): ScrapeOutcome {
  if (item.kind === 'profile') return { kind: 'profile', profile: item.profile };
  return { kind: item.kind === 'gone' ? 'gone' : 'failed', message: item.message };
}

const KIND_ORDER = ['profile', 'gone', 'error'] as const;

/**
 * What the items say of each target, in the order of the targets; null where none speaks of it. Matches by the URL that was asked for,
 * then member id, then vanity name; never by name or order. Of several items a profile wins over "gone", that over an error, the surer
 * match over the weaker, the first over later ones. Two targets may be one person and then share an item.
 */
export function matchItems(
  items: readonly NormalisedItem[],
  targets: readonly ScrapeTarget[],
): (ScrapeOutcome | null)[] {
  const matchable = items.filter(
    (item): item is MatchableItem => item.kind === 'profile' || item.kind === 'gone' || item.kind === 'error',
  );
  return targets.map((target) => {
    const known = knownTarget(target);
    const found = matchable
      .map((item) => ({ item, strength: strength(item, known) }))
      .filter((match) => match.strength > 0)
      .toSorted(
        (a, b) =>
          KIND_ORDER.indexOf(a.item.kind) - KIND_ORDER.indexOf(b.item.kind) || b.strength - a.strength,
      );
    return found[0] === undefined ? null : outcomeOf(found[0].item);
  });
}
