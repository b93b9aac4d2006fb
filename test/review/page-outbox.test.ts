import { describe, expect, it } from 'vitest';
import { LATE_MS, Outbox, type PostFailure } from '../../src/review/page/outbox.ts';
import type { Verdict } from '../../src/review/page/review-api.ts';

const word = (lead: number, verdict: Verdict | null = 'fit') => ({ lead, verdict });
const later: PostFailure = { message: 'away', hint: 'wait', isFinal: false };
const never: PostFailure = { message: 'no such lead', hint: 'load anew', isFinal: true };
const settled = () => new Promise((wake) => setImmediate(wake));

/** An outbox to a server that answers only when it is told to. */
function observed() {
  const log: string[] = [];
  const answers: ((failure?: PostFailure) => Promise<unknown>)[] = [];
  const pauses: (() => void)[] = [];
  const patience: (() => void)[] = [];
  const outbox = new Outbox(
    (words) => {
      log.push(`sent ${words.map(({ number, lead }) => `${number}: ${lead}`).join(', ')}`);
      return new Promise((resolve, reject) =>
        answers.push((failure) => {
          if (failure === undefined) resolve(null);
          else reject(failure);
          return settled();
        }),
      );
    },
    {
      changed: () => {},
      late: ({ lead }) => log.push(`late ${lead}`),
      held: ({ lead }, { message }) => log.push(`held ${lead}: ${message}`),
      released: ({ lead }) => log.push(`released ${lead}`),
      refused: ({ lead }, { message }) => log.push(`refused ${lead}: ${message}`),
    },
    (ms) => new Promise((wake) => (ms === LATE_MS ? patience : pauses).push(wake)),
  );
  const answer = (failure?: PostFailure) => answers.shift()!(failure);
  const end = (waits: (() => void)[]) => {
    waits.shift()!();
    return settled();
  };
  return { outbox, log, answer, pauseEnds: () => end(pauses), patienceEnds: () => end(patience) };
}

describe('verdicts on their way', () => {
  it('go one at a time, in the order in which they were given', async () => {
    const { outbox, log, answer } = observed();
    for (const lead of [1, 2, 3]) outbox.add(word(lead));
    outbox.add(word(2, null));
    expect([log, outbox.waiting]).toEqual([['sent 1: 1'], 4]);
    for (let count = 0; count < 4; count += 1) await answer();
    expect([log, outbox.waiting]).toEqual([['sent 1: 1', 'sent 2: 2', 'sent 3: 3', 'sent 4: 2'], 0]);
    outbox.add(word(5));
    expect(log.at(-1)).toBe('sent 5: 5');
  });

  it('wait for a server that is away, of which is told once, and are not overtaken', async () => {
    const { outbox, log, answer, pauseEnds, patienceEnds } = observed();
    outbox.add(word(7));
    outbox.add(word(8));
    await answer(later);
    await pauseEnds();
    await patienceEnds();
    await patienceEnds();
    await answer(later);
    outbox.retry();
    await settled();
    await answer();
    expect(log).toEqual(['sent 1: 7', 'held 7: away', 'sent 1: 7', 'sent 1: 7', 'released 7', 'sent 2: 8']);
    await answer();
    expect(outbox.waiting).toBe(0);
  });

  it('are told of when they are late, and sent again when somebody asks; the first answer counts', async () => {
    const { outbox, log, answer, patienceEnds } = observed();
    outbox.add(word(7));
    outbox.add(word(8));
    await patienceEnds();
    outbox.retry();
    await patienceEnds();
    expect(log).toEqual(['sent 1: 7', 'late 7', 'sent 1: 7', 'late 7']);
    await answer();
    expect(log.slice(4)).toEqual(['released 7', 'sent 2: 8']);
    await answer(never);
    expect([log.slice(6), outbox.waiting]).toEqual([[], 1]);
    await answer();
    await patienceEnds();
    expect([log.slice(6), outbox.waiting]).toEqual([[], 0]);
  });

  it('go as one list when the page is left, in their order, with the one that may be under way', () => {
    const { outbox, log } = observed();
    outbox.flush();
    for (const lead of [7, 8, 9]) outbox.add(word(lead));
    outbox.add(word(8, null));
    outbox.flush();
    expect(log).toEqual(['sent 1: 7', 'sent 1: 7, 2: 8, 3: 9, 4: 8']);
  });

  it('go with the one that is held when the page is left', async () => {
    const { outbox, log, answer } = observed();
    outbox.add(word(7));
    await answer(later);
    outbox.add(word(8));
    outbox.flush();
    expect(log).toEqual(['sent 1: 7', 'held 7: away', 'sent 1: 7, 2: 8']);
  });

  it('give way to the next where the server will not have one', async () => {
    const { outbox, log, answer } = observed();
    outbox.add(word(1));
    outbox.add(word(2));
    await answer(never);
    await answer();
    expect(log).toEqual(['sent 1: 1', 'refused 1: no such lead', 'sent 2: 2']);
    expect(outbox.waiting).toBe(0);
  });
});
