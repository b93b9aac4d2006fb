import { describe, expect, it } from 'vitest';
import { parsePrices } from '../../src/config/price-file.ts';
import { UsageError } from '../../src/domain/errors.ts';

const FULL = `# what our contract says
gpt-5-mini: {input: 0.2, output: 1.6}
"llama-3.3:70b":
  input: 0
  output: 0
actors:
  yZnhB5JewWf9xSmoM: {start: 0.001, profile: 0.002}
  somebody~own-scraper: {start: 0, profile: 0}
`;

function problemOf(source: string): UsageError {
  try {
    parsePrices(source, 'prices.yaml');
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('no error');
}

describe('a price file', () => {
  it('holds models and actors, in YAML or JSON', () => {
    const expected = {
      models: new Map([
        ['gpt-5-mini', { input: 0.2, output: 1.6 }],
        ['llama-3.3:70b', { input: 0, output: 0 }],
      ]),
      actors: new Map([
        ['yZnhB5JewWf9xSmoM', { startUsd: 0.001, profileUsd: 0.002 }],
        ['somebody/own-scraper', { startUsd: 0, profileUsd: 0 }],
      ]),
    };
    expect(parsePrices(FULL, 'prices.yaml')).toEqual(expected);
    const json = JSON.stringify({
      'gpt-5-mini': { input: 0.2, output: 1.6 },
      'llama-3.3:70b': { input: 0, output: 0 },
      actors: {
        yZnhB5JewWf9xSmoM: { start: 0.001, profile: 0.002 },
        'somebody/own-scraper': { start: 0, profile: 0 },
      },
    });
    expect(parsePrices(json, 'prices.json')).toEqual(expected);
  });

  it('may give two models one price by an alias', () => {
    const { models } = parsePrices('one: &same {input: 1, output: 2}\ntwo: *same\n', 'x');
    expect(models.get('two')).toEqual({ input: 1, output: 2 });
  });

  it.each<[string, string, RegExp]>([
    [
      'an unknown key',
      'm: {input: 1, ouput: 2}',
      /line 1: unknown key "ouput" in m \(did you mean output\?\)/,
    ],
    [
      'an unknown key of an actor',
      'actors:\n  a/b: {start: 0, profile: 1, per: 2}',
      /line 2: unknown key "per" in actors, a\/b/,
    ],
    ['a missing number', '\n\nm:\n  input: 1\n', /line 3: m lacks output, a number from 0 on/],
    ['a missing number of an actor', 'actors:\n  a/b: {profile: 1}', /line 2: actors, a\/b lacks start/],
    ['a negative number', 'm:\n  input: 1\n  output: -2', /line 3: m, output must be a number from 0 on/],
    ['a text', 'm: {input: "1", output: 2}', /line 1: m, input must be a number/],
    ['nothing', 'm:\n  input:\n  output: 2', /line 2: m, input must be a number/],
    ['infinity', 'm: {input: .inf, output: 2}', /m, input must be a number/],
    ['no number at all', 'm: {input: .nan, output: 2}', /m, input must be a number/],
    ['a bare price', 'm: 0.25', /line 1: m must be \{input: number, output: number\}/],
    ['a list of actors', 'actors: [a, b]', /line 1: actors must be a list of actors, such as/],
    ['an alias that leads nowhere', 'm: *nowhere', /nowhere|must be/],
    ['a key given twice', 'm: {input: 1, output: 1}\nm: {input: 2, output: 1}', /line 2: .*unique/],
    [
      'an actor given twice',
      'actors:\n  a/b: {start: 0, profile: 1}\n  a~b: {start: 0, profile: 2}',
      /line 3: actors, a~b is given twice/,
    ],
    ['no keys and values', '- one', /not a list of keys and values/],
    ['broken JSON', '{"m": {"input": 1,', /line 1/],
    ['too much', `# ${'x'.repeat(200_001)}`, /larger than 200 kB/],
  ])('%s is refused, with its key and line', (_, source, message) => {
    const problem = problemOf(source);
    expect(problem.code).toBe('bad_price_file');
    expect(problem.message).toMatch(/^the prices in prices\.yaml cannot be used/);
    expect(problem.message).toMatch(message);
  });

  it('that has several mistakes is told them all at once', () => {
    const { message } = problemOf('m: {input: -1}\nn: 3\n');
    expect(message.split('\n')).toHaveLength(4);
  });
});
