import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueuedLead, Verdict } from '../../src/review/page/review-api.ts';
import { NO_FILTER, Session } from '../../src/review/page/session.ts';

function lead(id: number, change: Partial<QueuedLead> = {}): QueuedLead {
  const nothing = { headline: null, company: null, verdict: null, turn: null };
  return { id, client: 'acme', name: `Person ${id}`, ...nothing, ...change };
}

const PEOPLE = [
  lead(7, { name: 'José Ibáñez', company: 'Ledgerlight' }),
  lead(3, { verdict: 'fit', turn: 2, headline: 'CFO at Tallywren' }),
  lead(9, { client: 'zeta', name: null, headline: 'VP Finance' }),
  lead(1, { verdict: 'not_fit', turn: 1, name: 'Ana Brandt' }),
  lead(4),
];
const idsOf = (leads: readonly QueuedLead[]) => leads.map(({ id }) => id);

describe('a session', () => {
  it('starts where the verdicts end, and undoes those of before, the latest first', () => {
    const session = new Session(PEOPLE);
    expect(session.following(null)).toBe(7);
    expect(session.tally).toEqual({ total: 5, fit: 1, notFit: 1, undecided: 3 });
    expect(session.latest).toBe(3);
    session.decide(7, 'fit');
    expect([session.latest, session.following(7)]).toEqual([7, 9]);
    for (const expected of [7, 3, 1]) {
      expect(session.latest).toBe(expected);
      session.withdraw(expected);
    }
    expect(session.latest).toBeNull();
  });

  it('counts a verdict that changes as the latest', () => {
    const session = new Session(PEOPLE);
    session.decide(1, 'fit');
    expect(session.latest).toBe(1);
    expect(session.tally).toMatchObject({ fit: 2, notFit: 0 });
  });

  it('goes on behind the lead that was decided, then with those left over, and ends', () => {
    const session = new Session(PEOPLE);
    session.decide(4, 'fit');
    expect(session.following(4)).toBe(7);
    session.decide(7, 'fit');
    session.decide(9, 'fit');
    expect(session.following(9)).toBeNull();
  });

  it.each([
    ['everybody', NO_FILTER, [7, 3, 9, 1, 4]],
    ['a name without its marks', { ...NO_FILTER, text: ' IBANEZ  jose ' }, [7]],
    ['a company', { ...NO_FILTER, text: 'light' }, [7]],
    ['a headline', { ...NO_FILTER, text: 'finance' }, [9]],
    ['words of several fields, but not across them', { ...NO_FILTER, text: '3 cfo' }, [3]],
    ['nobody', { ...NO_FILTER, text: '.*' }, []],
    ['the undecided', { ...NO_FILTER, status: 'undecided' }, [7, 9, 4]],
    ['fits', { ...NO_FILTER, status: 'fit' }, [3]],
    ['the others', { ...NO_FILTER, status: 'not_fit' }, [1]],
    ['a client', { ...NO_FILTER, client: 'zeta' }, [9]],
  ] as const)('finds %s', (_, filter, expected) => {
    expect(idsOf(new Session(PEOPLE).matches(filter))).toEqual(expected);
  });

  it('steps among those whom the filter lets through, from wherever it stands', () => {
    const session = new Session(PEOPLE);
    expect([session.neighbour(3, 1), session.neighbour(7, -1), session.neighbour(null, -1)]).toEqual([
      9,
      null,
      4,
    ]);
    session.filter = { ...NO_FILTER, status: 'undecided' };
    expect([session.neighbour(3, 1), session.neighbour(3, -1), session.neighbour(4, 1)]).toEqual([
      9,
      7,
      null,
    ]);
    session.filter = { ...NO_FILTER, status: 'not_fit' };
    expect(session.following(3)).toBe(1);
  });

  it('never loses count, whatever is decided and taken back', () => {
    const act = fc.record({
      id: fc.integer({ min: 0, max: 9 }),
      verdict: fc.constantFrom('fit', 'not_fit', null),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const session = new Session(Array.from({ length: 10 }, (_, id) => lead(id)));
        const model = new Map<number, Verdict>();
        for (const { id, verdict } of acts) {
          model.delete(id);
          if (verdict === null) session.withdraw(id);
          else {
            session.decide(id, verdict);
            model.set(id, verdict);
          }
        }
        expect(session.tally.undecided).toBe(10 - model.size);
        expect(session.latest).toBe([...model.keys()].at(-1) ?? null);
        for (const id of [...model.keys()].reverse()) {
          expect(session.latest).toBe(id);
          expect(session.verdictOn(id)).toBe(model.get(id));
          session.withdraw(id);
        }
        expect(session.latest).toBeNull();
      }),
    );
  });
});
