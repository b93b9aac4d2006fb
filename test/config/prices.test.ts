import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { mostTokens, tokenCostUsd, tokenPrice } from '../../src/config/prices.ts';

describe('prices', () => {
  it('are known for the default models, nothing for local ones, and unknown otherwise', () => {
    for (const model of ['text-embedding-3-small', 'gpt-5-mini', 'jina-reranker-v2-base-multilingual']) {
      expect(tokenPrice(model)!.input).toBeGreaterThan(0);
    }
    expect(tokenPrice('local-lexical')).toEqual({ input: 0, output: 0 });
    for (const model of ['llama-3', '', 'constructor', 'toString', '__proto__'])
      expect(tokenPrice(model)).toBeNull();
  });

  it('make a cost only of what is known', () => {
    const price = { input: 2, output: 10 };
    expect(tokenCostUsd(price, { promptTokens: 1_000_000, completionTokens: 100_000 })).toBe(3);
    expect(tokenCostUsd(price, { promptTokens: 0, completionTokens: 0 })).toBe(0);
    expect(tokenCostUsd(null, { promptTokens: 1, completionTokens: 1 })).toBeNull();
    expect(tokenCostUsd(price, { promptTokens: null, completionTokens: 1 })).toBeNull();
    expect(tokenCostUsd(price, { promptTokens: 1, completionTokens: null })).toBeNull();
    expect(tokenCostUsd({ input: 2, output: 0 }, { promptTokens: 500_000, completionTokens: null })).toBe(1);
  });

  it('have an upper bound for the tokens of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(mostTokens(text)).toBeGreaterThanOrEqual(countTokens(text));
      }),
    );
  });
});
