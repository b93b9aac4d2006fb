import { describe, expect, it } from 'vitest';
import { GiveUp, RetryLater, StopRun, type TokenUsage } from '../../src/domain/errors.ts';
import { CALL_ATTEMPTS } from '../../src/pipeline/retry-policy.ts';
import type { ObservedAttempt } from '../../src/ports/call-observer.ts';
import { onBehalfOf, paidCalls } from '../support/scripted-services.ts';

const description = {
  kind: 'classification' as const,
  input: 'Mirela, CFO',
  provider: 'openai',
  model: 'gpt-5-mini',
  stage: 'enrich',
  contexts: [onBehalfOf(1)],
  mostUsd: 0.1,
  price: (usage: TokenUsage) => (usage.promptTokens === null ? null : usage.promptTokens / 1000),
};
const answered = { value: 'yes', usage: { promptTokens: 20, completionTokens: 5 } };

describe('a paid call', () => {
  it('is reserved, made, settled and recorded', async () => {
    const { calls, budget, usage, clock } = paidCalls(1);
    const value = await calls.run(description, async () => {
      clock.pass(1234);
      return answered;
    });
    expect(value).toBe('yes');
    expect(budget.spentUsd).toBe(0.02);
    expect(usage.attempts).toEqual([
      {
        provider: 'openai',
        stage: 'enrich',
        model: 'gpt-5-mini',
        outcome: 'ok',
        contexts: [onBehalfOf(1)],
        promptTokens: 20,
        completionTokens: 5,
        requests: 1,
        costUsd: 0.02,
        latencyMs: 1234,
        actorRunId: null,
      },
    ]);
  });

  it('has a row for each request that an attempt took, each with its own cost', async () => {
    const { calls, budget, usage, clock } = paidCalls(1);
    const first = { promptTokens: 30, completionTokens: 1 };
    await calls.run(description, async () => {
      clock.pass(1000);
      return { value: 'yes', usage: { promptTokens: 20, completionTokens: 5, before: [first] } };
    });
    expect(usage.attempts).toMatchObject([
      { outcome: 'repeated', ...first, costUsd: 0.03, latencyMs: 500 },
      { outcome: 'ok', promptTokens: 20, completionTokens: 5, costUsd: 0.02, latencyMs: 500 },
    ]);
    expect(budget.spentUsd).toBeCloseTo(0.05);

    const lost = { promptTokens: null, completionTokens: null, before: [first] };
    const failing = calls.run(description, () =>
      Promise.reject(new GiveUp('lost', 'no answer', { usage: lost })),
    );
    await expect(failing).rejects.toThrow('no answer');
    expect(usage.attempts.slice(2)).toMatchObject([
      { outcome: 'repeated', costUsd: 0.03 },
      { outcome: 'lost', promptTokens: null, costUsd: null },
    ]);
    expect(budget.unknownCosts).toBe(1);
  });

  it('is shown to those who watch, with what was said, however it ended', async () => {
    const seen: ObservedAttempt[] = [];
    const observer = { ended: (attempt: ObservedAttempt) => seen.push(attempt), close: async () => {} };
    const { calls, clock, usage } = paidCalls(1, [observer]);
    const began = clock.now();
    const answers = [new RetryLater('rate_limited', 'too many requests'), answered];
    await calls.run(description, async () => {
      const answer = answers.shift()!;
      if (answer instanceof Error) throw answer;
      return answer;
    });
    expect(seen.map(({ outcome, errorMessage }) => [outcome, errorMessage])).toEqual([
      ['rate_limited', 'too many requests'],
      ['ok', null],
    ]);
    expect(seen[0]!.startedAt).toEqual(began);
    expect(seen.map(({ kind, content }) => [kind, content])).toEqual([
      ['classification', { input: 'Mirela, CFO', output: null }],
      ['classification', { input: 'Mirela, CFO', output: 'yes' }],
    ]);
    expect(seen).toMatchObject(usage.attempts);
  });

  it('is made again when its failure may pass, each attempt on record', async () => {
    const { calls, budget, usage, clock } = paidCalls(1);
    const script: (Error | null)[] = [
      new RetryLater('server_error', 'five hundred'),
      new RetryLater('timeout', 'nothing came', { usage: { promptTokens: null, completionTokens: null } }),
      new RetryLater('bad_answer', 'no JSON', { usage: { promptTokens: 10, completionTokens: 1 } }),
      null,
    ];
    await calls.run(description, async () => {
      const error = script.shift()!;
      if (error !== null) throw error;
      return answered;
    });
    expect(
      usage.attempts.map(({ outcome, promptTokens, costUsd }) => [outcome, promptTokens, costUsd]),
    ).toEqual([
      ['server_error', 0, 0],
      ['timeout', null, null],
      ['bad_answer', 10, 0.01],
      ['ok', 20, 0.02],
    ]);
    expect(clock.sleeps).toEqual([375, 750, 1500]);
    expect(budget.spentUsd).toBeCloseTo(0.03);
    expect(budget.unknownCosts).toBe(1);
  });

  it('ends with the last failure', async () => {
    const { calls, usage } = paidCalls();
    const failing = calls.run(description, async () => {
      throw new RetryLater('server_error', 'five hundred');
    });
    await expect(failing).rejects.toMatchObject({ code: 'server_error' });
    expect(usage.outcomes()).toEqual(Array.from({ length: CALL_ATTEMPTS }, () => 'server_error'));
  });

  it.each<[string, Error, string]>([
    ['a permanent failure', new GiveUp('refused_input', 'no'), 'refused_input'],
    ['an account failure', new StopRun('account', 'no_credit', 'no', 'pay'), 'no_credit'],
    ['a bug', new TypeError('oops'), 'unexpected'],
  ])('is not made again after %s', async (_, error, outcome) => {
    const { calls, usage, halt } = paidCalls();
    await expect(calls.run(description, async () => Promise.reject(error))).rejects.toBe(error);
    expect(usage.outcomes()).toEqual([outcome]);
    expect(halt.reason).toBe(error instanceof StopRun ? error : null);
  });

  it('is not made again when it must not be', async () => {
    const { calls, usage } = paidCalls();
    const error = new RetryLater('server_error', 'five hundred');
    await expect(
      calls.run({ ...description, repeatable: false }, async () => Promise.reject(error)),
    ).rejects.toBe(error);
    expect(usage.outcomes()).toEqual(['server_error']);
  });

  it('is never begun once all has stopped, nor made again', async () => {
    const { calls, usage, halt } = paidCalls();
    const reason = new StopRun('interrupted', 'sigint', 'stopped', 'again');
    await expect(
      calls.run(description, async () => {
        halt.stop(reason);
        throw new RetryLater('server_error', 'five hundred');
      }),
    ).rejects.toBe(reason);
    await expect(calls.run(description, async () => answered)).rejects.toBe(reason);
    expect(usage.outcomes()).toEqual(['server_error']);
  });

  it('keeps the answer of a call that ended after all has stopped', async () => {
    const { calls, halt } = paidCalls();
    const value = await calls.run(description, async () => {
      halt.stop(new StopRun('budget', 'max_cost_reached', 'stopped', 'again'));
      return answered;
    });
    expect(value).toBe('yes');
  });

  it('stops everything, before it is made, when it could pass the limit', async () => {
    const { calls, usage, halt } = paidCalls(0.25);
    let made = 0;
    const under = Array.from({ length: 5 }, () =>
      calls.run(description, async () => {
        made += 1;
        await new Promise((resolve) => setImmediate(resolve));
        return { ...answered, usage: { promptTokens: 100, completionTokens: 0 } };
      }),
    );
    const results = await Promise.allSettled(under);
    expect(made).toBe(2);
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(2);
    expect(halt.reason).toMatchObject({ reason: 'budget' });
    expect(usage.attempts).toHaveLength(2);
  });

  it('believes the service about what it cost, and that it does not know', async () => {
    const { calls, budget } = paidCalls();
    await calls.run(description, async () => ({ ...answered, costUsd: 0.5 }));
    await calls.run(description, async () => ({ ...answered, costUsd: null }));
    expect(budget.spentUsd).toBe(0.5);
    expect(budget.unknownCosts).toBe(1);
  });

  it('wakes from its pause when all stops, so that stopping does not wait for it', async () => {
    const { calls, halt, clock } = paidCalls();
    const reason = new StopRun('account', 'no_credit', 'no credit', 'pay');
    let asleep!: () => void;
    const sleeping = new Promise<void>((resolve) => {
      asleep = resolve;
    });
    // A pause that ends only by its signal.
    clock.sleep = (_ms, signal) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        asleep();
      });
    const waiting = calls.run(description, async () =>
      Promise.reject(new RetryLater('rate_limited', 'wait')),
    );
    await sleeping;
    halt.stop(reason);
    const outcome = await Promise.race([
      waiting.catch((error: unknown) => error),
      new Promise((resolve) => setTimeout(resolve, 500, 'still asleep')),
    ]);
    expect(outcome).toBe(reason);
  });
});
