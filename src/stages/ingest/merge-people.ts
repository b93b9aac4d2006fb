import { memberNumber } from '../../domain/linkedin-id.ts';
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

/** Who is known under which id. One map per kind of id, since keys made of kind and id would be most of the work. */
class Owners {
  private readonly byUrn = new Map<string, Group>();
  private readonly byVanity = new Map<string, Group>();
  private readonly byNumber = new Map<number, Group>();

  /** The groups that share an id with the sighting, the earliest first. */
  of({ memberUrn, publicIdentifier }: Sighting, number: number | null): Group[] {
    const found: Group[] = [];
    const add = (group: Group | undefined) => {
      const root = group === undefined ? undefined : rootOf(group);
      if (root !== undefined && !found.includes(root)) found.push(root);
    };
    if (memberUrn !== null) add(this.byUrn.get(memberUrn));
    if (publicIdentifier !== null) add(this.byVanity.get(publicIdentifier));
    if (number !== null) add(this.byNumber.get(number));
    return found.length < 2 ? found : found.sort((a, b) => a.order - b.order);
  }

  /** Gives the group every id of the sighting that nobody has yet; the vanity name is then also the group's own. */
  claim(group: Group, { memberUrn, publicIdentifier }: Sighting, number: number | null): void {
    if (memberUrn !== null && !this.byUrn.has(memberUrn)) this.byUrn.set(memberUrn, group);
    if (number !== null && !this.byNumber.has(number)) this.byNumber.set(number, group);
    if (publicIdentifier === null) return;
    const owner = this.byVanity.get(publicIdentifier);
    if (owner === undefined) this.byVanity.set(publicIdentifier, group);
    if (owner === undefined || rootOf(owner) === group) group.publicIdentifier ??= publicIdentifier;
  }
}

/**
 * One entry per person, in the order of first appearance, with everything that any sighting knows. People are tied by
 * shared ids only, never by name. Two different member ids stay two people even when a file gives both the same vanity name: the first
 * keeps it.
 */
export function mergePeople(lists: readonly (readonly Sighting[])[]): FoundPerson[] {
  const groups: Group[] = [];
  const owners = new Owners();
  for (const list of lists) {
    for (const sighting of list) {
      const number = numberOf(sighting);
      const fitting = owners.of(sighting, number).filter((group) => fits(group, sighting.memberUrn));
      const home = fitting[0] ?? newGroup(groups);
      home.memberUrn ??= sighting.memberUrn;
      for (const other of fitting) if (other !== home && fits(other, home.memberUrn)) absorb(home, other);
      owners.claim(home, sighting, number);
      home.name ??= sighting.name;
      home.headline ??= sighting.headline;
    }
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
  const { memberUrn, publicIdentifier } = sighting;
  const number = numberOf(sighting);
  return [
    ...(memberUrn === null ? [] : [`urn:${memberUrn}`]),
    ...(publicIdentifier === null ? [] : [`in:${publicIdentifier}`]),
    ...(number === null ? [] : [`number:${number}`]),
  ];
}

function numberOf({ memberNumber: number, memberUrn }: Sighting): number | null {
  return number ?? (memberUrn === null ? null : memberNumber(memberUrn));
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
