import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundPerson } from '../../../src/domain/person.ts';
import { mergePeople } from '../../../src/stages/ingest/merge-people.ts';
import { memberId } from '../../support/member-id.ts';

const one = memberId(1);
const two = memberId(2);
const person = (
  memberUrn: string | null,
  publicIdentifier: string | null,
  name: string | null = null,
  headline: string | null = null,
): FoundPerson => ({ memberUrn, publicIdentifier, name, headline });

describe('mergePeople', () => {
  it('keeps the order of first appearance and joins what is known', () => {
    const lists = [
      [person(null, 'b', 'B'), person(one, null, null, 'first headline')],
      [person(null, 'a', 'A', 'second headline'), person(one, 'a')],
    ];
    expect(mergePeople(lists)).toEqual([person(null, 'b', 'B'), person(one, 'a', 'A', 'first headline')]);
  });

  it('ties two spellings by a third that comes later', () => {
    expect(
      mergePeople([[person(one, null), person(null, 'x'), person(null, 'a', 'A'), person(one, 'a')]]),
    ).toEqual([person(one, 'a', 'A'), person(null, 'x')]);
  });

  it('never merges two member ids, even under one vanity name', () => {
    expect(mergePeople([[person(one, 'a'), person(two, 'a', 'Second'), person(null, 'a', 'First')]])).toEqual(
      [person(one, 'a', 'First'), person(two, null, 'Second')],
    );
  });

  it('never ties by name', () => {
    expect(mergePeople([[person(one, null, 'Same Name'), person(null, 'a', 'Same Name')]])).toHaveLength(2);
  });

  it('ties a vanity name to the member id with the same number', () => {
    const lists = [[{ ...person(null, 'a', 'A'), memberNumber: 1 }, person(one, null)]];
    expect(mergePeople(lists)).toEqual([person(one, 'a', 'A')]);
  });

  it('leaves out who is known by number only', () => {
    expect(mergePeople([[{ ...person(null, null, 'A'), memberNumber: 1 }]])).toEqual([]);
  });

  const sightings = fc.array(
    fc.record({
      memberUrn: fc.constantFrom(null, ...[1, 2, 3, 4].map(memberId)),
      publicIdentifier: fc.constantFrom(null, 'a', 'b', 'c', 'd', 'e'),
      name: fc.constant(null),
      headline: fc.constant(null),
    }),
    { maxLength: 20 },
  );

  it('gives every member id and every vanity name at most once, and loses no member id', () => {
    fc.assert(
      fc.property(sightings, (list) => {
        const merged = mergePeople([list]);
        const ids = merged.flatMap((entry) => entry.memberUrn ?? []);
        const vanities = merged.flatMap((entry) => entry.publicIdentifier ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(vanities).size).toBe(vanities.length);
        expect(new Set(ids)).toEqual(new Set(list.flatMap((entry) => entry.memberUrn ?? [])));
      }),
    );
  });

  it('is at rest after one pass', () => {
    fc.assert(
      fc.property(sightings, (list) => {
        const merged = mergePeople([list]);
        expect(mergePeople([merged])).toEqual(merged);
        expect(mergePeople([list, list])).toEqual(merged);
      }),
    );
  });
});
