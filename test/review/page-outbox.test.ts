import { describe, expect, it } from 'vitest';
import { Outbox, type PostFailure } from '../../src/review/page/outbox.ts';
import type { VerdictPost } from '../../src/review/page/review-api.ts';

const post = (lead: number, verdict: VerdictPost['verdict'] = 'fit'): VerdictPost => ({
  reviewer: 'Anna',
  lead,
  verdict,
});
const later: PostFailure = { message: 'away', hint: 'wait', isFinal: false };
const never: PostFailure = { message: 'no such lead', hint: 'load anew', isFinal: true };
const settled = () => new Promise((wake) => setImmediate(wake));

/** An outbox to a server that answers only when it is told to. */
function observed() {
  const log: string[] = [];
  const answers: ((failure?: PostFailure) => Promise<unknown>)[] = [];
  const pauses: (() => void)[] = [];
  const outbox = new Outbox(
    ({ lead }) => {
      log.push(`sent ${lead}`);
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
      held: ({ lead }, { message }) => log.push(`held ${lead}: ${message}`),
      released: ({ lead }) => log.push(`released ${lead}`),
      refused: ({ lead }, { message }) => log.push(`refused ${lead}: ${message}`),
    },
    () => new Promise((wake) => pauses.push(wake)),
  );
  const answer = (failure?: PostFailure) => answers.shift()!(failure);
  return { outbox, log, answer, pauses };
}

describe('verdicts on their way', () => {
  it('go one at a time, in the order in which they were given', async () => {
    const { outbox, log, answer } = observed();
    for (const lead of [1, 2, 3]) outbox.add(post(lead));
    outbox.add(post(2, null));
    expect([log, outbox.waiting]).toEqual([['sent 1'], 4]);
    for (let count = 0; count < 4; count += 1) await answer();
    expect([log, outbox.waiting]).toEqual([['sent 1', 'sent 2', 'sent 3', 'sent 2'], 0]);
    outbox.add(post(5));
    expect(log.at(-1)).toBe('sent 5');
  });

  it('wait for a server that is away, of which is told once, and are not overtaken', async () => {
    const { outbox, log, answer, pauses } = observed();
    outbox.add(post(1));
    outbox.add(post(2));
    await answer(later);
    pauses.shift()!();
    await settled();
    await answer(later);
    outbox.retry();
    await settled();
    await answer();
    expect(log).toEqual(['sent 1', 'held 1: away', 'sent 1', 'sent 1', 'released 1', 'sent 2']);
    await answer();
    expect(outbox.waiting).toBe(0);
  });

  it('go all at once when the page is left, of each lead the last word', () => {
    const { outbox, log } = observed();
    for (const lead of [1, 2, 3]) outbox.add(post(lead));
    outbox.add(post(2, null));
    outbox.flush();
    expect(log).toEqual(['sent 1', 'sent 2', 'sent 3']);
  });

  it('give way to the next where the server will not have one', async () => {
    const { outbox, log, answer } = observed();
    outbox.add(post(1));
    outbox.add(post(2));
    await answer(never);
    await answer();
    expect(log).toEqual(['sent 1', 'refused 1: no such lead', 'sent 2']);
    expect(outbox.waiting).toBe(0);
  });
});
