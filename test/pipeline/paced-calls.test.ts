import { afterEach, beforeEach, expect, it } from 'vitest';
import { Budget } from '../../src/pipeline/budget.ts';
import { Classifications } from '../../src/pipeline/buy-classifications.ts';
import { systemClock } from '../../src/pipeline/clock.ts';
import { Halt } from '../../src/pipeline/halt.ts';
import { PaidCalls } from '../../src/pipeline/paid-call.ts';
import { createOpenAiClassifier } from '../../src/providers/openai-classifier.ts';
import { type OpenAiSimulator, startOpenAiSimulator } from '../simulators/openai.ts';
import { MemoryAnswerStore, MemoryUsageLedger } from '../support/in-memory-stores.ts';
import { onBehalfOf } from '../support/scripted-services.ts';

const PROFILES = 120;
let simulator: OpenAiSimulator;
beforeEach(async () => {
  simulator = await startOpenAiSimulator({
    concurrencyLimit: 3,
    latencyMs: { chat: 15 },
    countTokens: (text) => Math.ceil(text.length / 4),
  });
});
afterEach(() => simulator.close());

it('finds out how many calls at once a server takes, and loses no answer on the way', async () => {
  const usage = new MemoryUsageLedger();
  const calls = new PaidCalls({
    halt: new Halt(),
    budget: new Budget(null),
    clock: systemClock,
    ledger: usage,
  });
  const classifier = createOpenAiClassifier({
    apiKey: simulator.apiKey,
    baseUrl: simulator.baseUrl,
    model: 'gpt-5-mini',
    parallelCalls: 16,
  });
  const classifications = new Classifications(classifier, new MemoryAnswerStore(), calls, null);
  const answers = await Promise.all(
    Array.from({ length: PROFILES }, (_, number) =>
      classifications.get(`hash-${number}`, `Founder number ${number}`, 'enrich', onBehalfOf(number)),
    ),
  );
  expect(answers).toHaveLength(PROFILES);
  const refused = usage.attempts.filter(({ outcome }) => outcome === 'rate_limited').length;
  // The first sixteen meet the limit together; after that it is one now and then.
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(PROFILES / 2);
  expect(calls.paceOf('openai', 'gpt-5-mini').limit).toBeLessThan(16);
});
