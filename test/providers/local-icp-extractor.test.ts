import { describe, expect, it } from 'vitest';
import { createLocalIcpExtractor } from '../../src/providers/local-icp-extractor.ts';
import { icpExtractorContract } from '../contracts/icp-extractor.ts';

const extractor = createLocalIcpExtractor();
icpExtractorContract('local extractor', async () => ({ extractor }));

async function heard(sentence: string): Promise<string[]> {
  const { criteria } = await extractor.extract(`Ana Brandt: ${sentence}`, new AbortController().signal);
  return criteria.map(({ stance, kind, value }) => `${stance} ${kind} ${value}`);
}

describe('the local extractor', () => {
  it.each<[string, string[]]>([
    [
      'We sell to CFOs and heads of finance at SaaS companies.',
      ['wants title CFOs', 'wants title heads of finance', 'wants industry SaaS'],
    ],
    [
      'Our ideal customers are startups in Germany with 51 to 200 people.',
      ['wants company_size 51 to 200', 'wants company_size startups', 'wants location Germany'],
    ],
    ['We sell to CFOs, not recruiters.', ['wants title CFOs', 'avoids title recruiters']],
    ['No recruiters please.', ['avoids title recruiters']],
    ["We don't want agencies, but we do target fintechs.", ['avoids company_size agencies']],
    ['Please avoid students and interns.', ['avoids title students', 'avoids title interns']],
    ['Do you sell to CFOs?', []],
    ['I am the CFO here, and not a founder.', []],
    ['Our CFO left in May.', []],
    ['Wir suchen CFOs.', ['wants title CFOs']],
  ])('%s', async (sentence, expected) => {
    expect(await heard(sentence)).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect(await heard(sentence)).toEqual([]);
  });

  it('reads a sentence at a time, however many there are on a line', async () => {
    expect(await heard('Nice weather. We sell to CFOs. No banks please. I like banks.')).toEqual([
      'wants title CFOs',
      'avoids industry banks',
    ]);
  });
});
