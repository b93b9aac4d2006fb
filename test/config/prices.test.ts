import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { mostTokens, Prices, tokenCostUsd } from '../../src/config/prices.ts';
import { apifyActorNames } from '../../src/providers/apify-actors.ts';

describe('prices', () => {
  const prices = new Prices();

  it('are known for the default models, nothing for local ones, and unknown otherwise', () => {
    for (const model of ['text-embedding-3-small', 'gpt-5-mini', 'jina-reranker-v2-base-multilingual']) {
      expect(prices.ofModel(model)!.input).toBeGreaterThan(0);
    }
    expect(prices.ofModel('local-lexical')).toEqual({ input: 0, output: 0 });
    for (const model of ['llama-3', '', 'constructor', 'toString', '__proto__'])
      expect(prices.ofModel(model)).toBeNull();
  });

  it("of one's own win over the list's, under any of the names of an actor; local models stay free", () => {
    const own = new Prices({
      models: new Map([
        ['gpt-5-mini', { input: 1, output: 8 }],
        ['llama-3', { input: 0, output: 0 }],
        ['local-lexical', { input: 5, output: 5 }],
      ]),
      actors: new Map([['supreme_coder/linkedin-profile-scraper', { startUsd: 0, profileUsd: 0.002 }]]),
    });
    expect(own.ofModel('gpt-5-mini')).toEqual({ input: 1, output: 8 });
    expect(own.ofModel('llama-3')).toEqual({ input: 0, output: 0 });
    expect(own.ofModel('local-lexical')).toEqual({ input: 0, output: 0 });
    expect(own.ofModel('gpt-5-nano')).toEqual(prices.ofModel('gpt-5-nano'));
    expect(own.ofActor(apifyActorNames('yZnhB5JewWf9xSmoM'))).toEqual({ startUsd: 0, profileUsd: 0.002 });
    expect(own.ofActor(apifyActorNames('dev_fusion~linkedin-profile-scraper'))?.profileUsd).toBe(0.01);
    expect(own.ofActor(['constructor'])).toBeNull();
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
