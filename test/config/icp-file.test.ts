import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIcp } from '../../src/config/icp-file.ts';
import { UsageError } from '../../src/domain/errors.ts';

function mistake(source: string): UsageError {
  try {
    parseIcp(source, 'icp.yaml');
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

const FULL = `
target_titles: [CFO, VP Finance]          # a remark
target_industries: [SaaS, Payments]
company_sizes: [startup, 51-200, "500+", 500]
target_keywords:
  - fundraising
  - Series B
target_locations: [United Kingdom]
exclude_titles: [Assistant, Recruiter]
exclude_companies: [Ledgerly]
exclude_keywords: [student]
notes: Finance leaders who have scaled from 10M to 100M ARR
`;

describe('an ICP file', () => {
  it('is read whole', () => {
    expect(parseIcp(FULL, 'icp.yaml')).toEqual({
      targetTitles: ['CFO', 'VP Finance'],
      targetIndustries: ['SaaS', 'Payments'],
      companySizes: ['startup', '51-200', '500+', '500'],
      targetKeywords: ['fundraising', 'Series B'],
      targetLocations: ['United Kingdom'],
      excludeTitles: ['Assistant', 'Recruiter'],
      excludeCompanies: ['Ledgerly'],
      excludeKeywords: ['student'],
      notes: 'Finance leaders who have scaled from 10M to 100M ARR',
    });
  });

  it('may say what parts of the score are worth', () => {
    const weights = parseIcp('target_titles: [CFO]\nweights: {title: 50, location: 0}', 'icp.yaml').weights;
    expect(weights).toEqual({ title: 50, location: 0 });
  });

  it('may say what the scores of a model mean for the client', () => {
    const { calibration } = parseIcp(
      'target_titles: [CFO]\ncalibration: {some-model: [0.1, 0.6]}',
      'icp.yaml',
    );
    expect(calibration).toEqual({ 'some-model': { unrelated: 0.1, perfect: 0.6 } });
  });

  it.each([
    ['calibration: high', /line 2: calibration must name models/],
    ['calibration: {m: 0.5}', /line 2: the calibration of m must be two numbers/],
    ['calibration: {m: [0.6, 0.1]}', /the lower first/],
    ['calibration: {m: [0, 5]}', /from -1 to 1/],
    ['weights: heavy', /line 2: weights must name parts/],
    ['weights: {titel: 3}', /line 2: "titel" is no part of the score; parts: title, relevance/],
    ['weights:\n  title: much', /line 3: the weight of title must be a number/],
    ['weights: {size: -1}', /the weight of size must be a number from 0/],
    ['weights: {size: .inf}', /the weight of size must be a number from 0/],
    [
      'weights: {title: 0, relevance: 0, semantic: 0, industry: 0, size: 0, keywords: 0, location: 0}',
      /leave nothing to score by/,
    ],
  ])('with %j is refused', (line, message) => {
    expect(mistake(`target_titles: [CFO]\n${line}`).message).toMatch(message);
  });

  it('may be JSON, may leave keys out or empty, and is trimmed and without repetition', () => {
    const icp = parseIcp(
      JSON.stringify({
        target_titles: [' CFO ', 'CFO', '', 'VP\u001b[31m  Finance'],
        target_keywords: null,
        target_locations: [],
      }),
      'icp.json',
    );
    expect(icp).toMatchObject({
      targetTitles: ['CFO', 'VP Finance'],
      targetKeywords: [],
      targetLocations: [],
      notes: null,
    });
    expect(parseIcp('\ufefftarget_titles: [CFO]\r\nnotes: |\r\n  one\r\n  two\r\n', 'x')).toMatchObject({
      notes: 'one\ntwo',
    });
  });

  it.each<[string, string, RegExp]>([
    [
      'an unknown key',
      'target_titles: [CFO]\nfavourite_colour: red',
      /line 2: unknown key "favourite_colour"/,
    ],
    [
      'a misspelt key',
      'target_title: [CFO]',
      /line 1: unknown key "target_title" \(did you mean target_titles\?\)/,
    ],
    [
      'a text for a list',
      'company_sizes: [startup]\ntarget_titles: CFO',
      /line 2: target_titles must be a list/,
    ],
    ['a map for a list', 'target_titles:\n  first: CFO', /line 2: target_titles must be a list/],
    ['a list in a list', 'target_titles: [[CFO]]', /line 1: target_titles must hold texts only; entry 1/],
    ['nothing in a list', 'target_titles: [CFO, null]', /entry 2/],
    ['a truth value in a list', 'target_titles: [true]', /entry 1/],
    ['a number for notes', 'target_titles: [CFO]\nnotes: 5', /line 2: notes must be a text/],
    ['a list for notes', 'target_titles: [CFO]\nnotes: [a]', /line 2: notes must be a text/],
    ['a key twice', 'target_titles: [CFO]\ntarget_titles: [CEO]', /line 2: .*unique/],
    ['broken YAML', 'target_titles: [CFO', /line \d/],
    ['a list at the top', '- CFO', /not a list of keys and values/],
    ['nothing', '', /not a list of keys and values/],
    ['a remark only', '# nothing', /not a list of keys and values/],
    ['no criteria', 'notes: anybody', /nobody to look for/],
    ['exclusions only', 'exclude_titles: [Intern]', /nobody to look for/],
    ['empty entries only', 'target_titles: ["", " "]', /nobody to look for/],
    ['two documents', 'target_titles: [CFO]\n---\ntarget_titles: [CEO]', /./],
    [
      'constructor, which every object has',
      'target_titles: [CFO]\nconstructor: [a]',
      /line 2: unknown key "constructor"/,
    ],
    [
      'toString, which every object has',
      'target_titles: [CFO]\ntoString: [a]',
      /line 2: unknown key "toString"/,
    ],
    ['__proto__', 'target_titles: [CFO]\n__proto__: [a]', /line 2: unknown key "__proto__"/],
    ['a name for something that is not there', 'target_titles: *nobody', /line 1|alias/i],
    ['a tag', 'target_titles: !!js/function "x"', /./],
    ['too many entries', `target_titles: [${'a,'.repeat(600)}]`, /more than 500 entries/],
    ['too large a file', `target_titles: [CFO]\nnotes: ${'x'.repeat(200_001)}`, /larger than/],
  ])('with %s is refused, saying where', (_, source, expected) => {
    const error = mistake(source);
    expect(error).toMatchObject({ code: 'bad_icp_file' });
    expect(error.message).toMatch(expected);
    expect(error.message).toContain('icp.yaml');
    expect(error.hint).toContain('target_titles');
  });

  it('lists all mistakes at once', () => {
    const { message } = mistake('target_titles: CFO\nnote: x\ncompany_sizes: 5');
    expect(message).toMatch(/line 1[\s\S]*line 2[\s\S]*line 3/);
  });

  it('that explodes when its aliases are followed is refused', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 8 }, (_, level) => {
        const [own, below] = [level, level - 1].map((one) => (one < 0 ? 'a' : `b${one}`));
        return `b${level}: &${own} [${Array.from({ length: 10 }, () => `*${below}`).join(', ')}]`;
      }),
      'target_titles: *b7',
    ].join('\n');
    expect(mistake(bomb).code).toBe('bad_icp_file');
  });

  it('never makes anything but a UsageError of nonsense, nor lets a control through', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(
              fc.constantFrom(
                'target_titles',
                'notes',
                ':',
                ' ',
                '\n',
                '- ',
                '[',
                ']',
                '&a',
                '*a',
                '{',
                '}',
                '"',
                '|',
                '? ',
                'CFO',
                '!!set',
                '<<',
              ),
            )
            .map((parts) => parts.join('')),
        ),
        (source) => {
          try {
            const icp = parseIcp(source, 'icp.yaml');
            expect(icp.targetTitles.length).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(UsageError);
            expect((error as UsageError).message).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
