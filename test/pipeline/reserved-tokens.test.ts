import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostTokens, tokenCostUsd } from '../../src/config/prices.ts';
import { Classifications } from '../../src/pipeline/buy-classifications.ts';
import { Extractions } from '../../src/pipeline/buy-extractions.ts';
import type { ExtractionStore } from '../../src/ports/extraction-store.ts';
import { createOpenAiClassifier } from '../../src/providers/openai-classifier.ts';
import { createOpenAiIcpExtractor } from '../../src/providers/openai-icp-extractor.ts';
import { type OpenAiSimulator, startOpenAiSimulator } from '../simulators/openai.ts';
import { realTokens } from '../simulators/simulated-text.ts';
import { MemoryAnswerStore } from '../support/in-memory-stores.ts';
import { onBehalfOf, paidCalls } from '../support/scripted-services.ts';

const PRICE = { input: 0.25, output: 2 };
const STAGE = 'test';
const REFUSED = { reason: 'budget', code: 'max_cost_reached' };

let simulator: OpenAiSimulator;
beforeEach(async () => {
  simulator = await startOpenAiSimulator({ countTokens: realTokens });
  // Both tries of each call take all that they may.
  simulator.faults.queue('chat', 'cut_off_half', 'cut_off_half');
});
afterEach(() => simulator.close());

const nothingKnown: ExtractionStore = {
  reserve: async (_model, _version, hashes) => new Map(hashes.map((hash) => [hash, 'mine'])),
  save: async () => {},
  letGo: async () => {},
  renew: async () => {},
};

/** What two tries cost at most where the text itself is sent, instead of a JSON string of it. */
function plainly(text: string, completionTokens: number): number {
  return tokenCostUsd(PRICE, { promptTokens: 2 * (mostTokens(text) + 1100) + 400, completionTokens })!;
}

describe('a text of angle brackets, which is sent with each of them escaped', () => {
  const text = `Ana: We sell to CFOs. ${'<>'.repeat(5500)}`;
  const options = () => ({ ...simulator, model: 'gpt-5-mini', parallelCalls: 1 });

  it('never passes the limit when a part of a call is read', async () => {
    const extractor = createOpenAiIcpExtractor(options());
    const limit = plainly(text, extractor.limits.maxCompletionTokens);
    const { budget, calls } = paidCalls(limit);
    const extractions = new Extractions(extractor, nothingKnown, calls, PRICE);
    await expect(extractions.get({ textHash: 'one', text }, STAGE, onBehalfOf(1))).rejects.toMatchObject(
      REFUSED,
    );
    expect(budget.spentUsd).toBeLessThanOrEqual(limit);
  });

  it('never passes the limit when a profile is classified', async () => {
    const classifier = createOpenAiClassifier(options());
    const limit = plainly(text, classifier.limits.maxCompletionTokens);
    const { budget, calls } = paidCalls(limit);
    const classifications = new Classifications(classifier, new MemoryAnswerStore(), calls, PRICE);
    await expect(classifications.get('one', text, STAGE, onBehalfOf(1))).rejects.toMatchObject(REFUSED);
    expect(budget.spentUsd).toBeLessThanOrEqual(limit);
  });
});
