import { identityKeys, memberNumber } from '../../domain/linkedin-id.ts';
import type { FoundPerson } from '../../domain/person.ts';
import type { Sighting } from './recogniser.ts';

interface Group {
  /** Position of the first sighting, which is where the person stands in the result. */
  readonly order: number;
  mergedInto: Group | null;
  memberUrn: string | null;
  publicIdentifier: string | null;
  name: string | null;
  headline: string | null;
}

/**
 * One entry per person, in the order of first appearance, with everything that any sighting knows. People are tied by
 * shared ids only, never by name. Two different member ids stay two people even when a file gives both the same vanity name: the first
 * keeps it.
 */
export function mergePeople(lists: readonly (readonly Sighting[])[]): FoundPerson[] {
  const groups: Group[] = [];
  const owners = new Map<string, Group>();

  for (const sighting of lists.flat()) {
    const keys = tieKeys(sighting);
    const known = new Set<Group>();
    for (const key of keys) {
      const owner = owners.get(key);
      if (owner !== undefined) known.add(rootOf(owner));
    }
    const fitting = [...known]
      .filter((group) => fits(group, sighting.memberUrn))
      .sort((a, b) => a.order - b.order);
    const home = fitting[0] ?? newGroup(groups);
    home.memberUrn ??= sighting.memberUrn;
    for (const other of fitting.slice(1)) if (fits(other, home.memberUrn)) absorb(home, other);

    for (const key of keys) if (!owners.has(key)) owners.set(key, home);
    if (home.publicIdentifier === null && sighting.publicIdentifier !== null) {
      const owner = owners.get(`in:${sighting.publicIdentifier}`);
      if (owner !== undefined && rootOf(owner) === home) home.publicIdentifier = sighting.publicIdentifier;
    }
    home.name ??= sighting.name;
    home.headline ??= sighting.headline;
  }

  return groups
    .filter((group) => group.mergedInto === null)
    .filter((group) => group.memberUrn !== null || group.publicIdentifier !== null)
    .map(({ memberUrn, publicIdentifier, name, headline }) => ({
      memberUrn,
      publicIdentifier,
      name,
      headline,
    }));
}

/** The keys under which sightings of one person find each other. */
export function tieKeys(sighting: Sighting): string[] {
  const number =
    sighting.memberNumber ?? (sighting.memberUrn === null ? null : memberNumber(sighting.memberUrn));
  return number === null ? identityKeys(sighting) : [...identityKeys(sighting), `number:${number}`];
}

function newGroup(groups: Group[]): Group {
  const group: Group = {
    order: groups.length,
    mergedInto: null,
    memberUrn: null,
    publicIdentifier: null,
    name: null,
    headline: null,
  };
  groups.push(group);
  return group;
}

function fits(group: Group, memberUrn: string | null): boolean {
  return group.memberUrn === null || memberUrn === null || group.memberUrn === memberUrn;
}

/** Follows the chain of merges, shortening it on the way, so that long chains cost nothing later. */
function rootOf(group: Group): Group {
  let root = group;
  while (root.mergedInto !== null) root = root.mergedInto;
  while (group.mergedInto !== null) {
    const next = group.mergedInto;
    group.mergedInto = root;
    group = next;
  }
  return root;
}

/** `home` is the earlier of the two, so what it knows comes first. */
function absorb(home: Group, other: Group): void {
  other.mergedInto = home;
  home.memberUrn ??= other.memberUrn;
  home.publicIdentifier ??= other.publicIdentifier;
  home.name ??= other.name;
  home.headline ??= other.headline;
}
