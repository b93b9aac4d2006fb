import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalReranker } from '../../src/providers/local-reranker.ts';
import { rerankerContract } from '../contracts/reranker.ts';
import {
  FINANCE_LEADERS,
  FINANCE_TRAPS,
  fixtureIcpText,
  fixturePeople,
  MARKETING_LEADERS,
} from '../support/fixture-profiles.ts';

const reranker = createLocalReranker();
const never = new AbortController().signal;

rerankerContract('local reranker', async () => ({ reranker }));

const ICP = 'Target titles: CFO, VP Finance | Industries: SaaS | Keywords: fundraising, Series B, ARR';

async function score(document: string, query = ICP): Promise<number> {
  return (await reranker.rerank(query, [document], never)).scores[0]!;
}

function profile(
  title: string,
  company = 'Ledgerly (51-200 employees; Software Development)',
  about = 'Numbers.',
) {
  return `${title}\nHeadline: ${title}\nCompany: ${company}\nAbout: ${about}\nCurrent role: ${title} at ${company.split(' (')[0]} (2021-03 to now)`;
}

describe('the local reranker', () => {
  it.each([
    ['the same job', profile('CFO'), profile('Head of Engineering')],
    ['the same job in another language', profile('Directrice financière'), profile('Directrice artistique')],
    ['the nearer rank', profile('VP Finance'), profile('Finance Analyst')],
    [
      'the trade asked for',
      profile('CFO'),
      profile('CFO', 'Kupferwerk (51-200 employees; Primary Metal Manufacturing)'),
    ],
    ['a keyword', profile('CFO', undefined, 'I led our fundraising.'), profile('CFO')],
    [
      'two keywords over one',
      profile('CFO', undefined, 'Fundraising, ARR.'),
      profile('CFO', undefined, 'Fundraising.'),
    ],
    ['a CFO over an assistant of one', profile('CFO'), profile('Executive Assistant to the CFO')],
    ['a CFO over a former one', profile('CFO'), profile('Painter, former CFO')],
    [
      'the job over the company',
      profile('CFO', 'Kupferwerk (51-200 employees; Steel)'),
      profile('Software Engineer'),
    ],
  ])('prefers %s', async (_, better, worse) => {
    expect(await score(better)).toBeGreaterThan((await score(worse)) + 0.03);
  });

  it('does not let a board seat stand for the job', async () => {
    const text =
      'Board Member; CFO\nHeadline: CFO\nCompany: Warm Harbour (11-50 employees; Non-profit Organizations); Ledgerly (51-200 employees; Software Development)\nCurrent role: Board Member at Warm Harbour (2023 to now)\nCurrent role: CFO at Ledgerly (2020 to now)';
    const icp = 'Target titles: CFO | Industries: Non-profit';
    expect(await score(text, 'Target titles: CFO | Industries: SaaS')).toBeGreaterThan(
      (await score(text, icp)) + 0.2,
    );
  });

  it('hardly gains from saying a word a hundred times', async () => {
    const twice = await score(profile('CFO', undefined, 'fundraising ARR '.repeat(2)));
    const often = await score(profile('CFO', undefined, 'fundraising ARR '.repeat(100)));
    expect(Math.abs(often - twice)).toBeLessThan(0.05);
    expect(
      await score(profile('Gardener', 'Own', 'CFO SaaS fundraising ARR Series B '.repeat(100))),
    ).toBeLessThan(0.3);
  });

  it('takes a question that is no ICP text by its words', async () => {
    const question = 'Who restores old wooden boats?';
    const builder = await score('I restore wooden boats, old ones above all.', question);
    expect(builder).toBeGreaterThan((await score('I sell insurance for old people.', question)) + 0.3);
  });

  it('reads an ICP of one part alone', async () => {
    const nurse = profile('Nurse', 'Sankt Anna (5001-10000 employees; Hospitals and Health Care)');
    expect(await score(nurse, 'Industries: Healthcare')).toBeGreaterThan(0.8);
    expect(await score(nurse, 'Industries: SaaS')).toBeLessThan(0.3);
  });

  it('answers any query and document with a number from 0 to 1', async () => {
    const word = fc.constantFrom(
      'CFO',
      'SaaS',
      'Target titles: ',
      ' | ',
      'Industries: ',
      ', ',
      '\n',
      'Headline: ',
      'a',
      '…',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.array(word).map((words) => words.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (query, document) => {
        const value = await score(document, query);
        expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });
});

describe.each([
  ['icp-finance.yaml', FINANCE_LEADERS, FINANCE_TRAPS],
  ['icp-marketing.yaml', MARKETING_LEADERS, []],
] as const)('over the fixtures, for %s, the relevance', (icp, leaders, traps) => {
  let scores: ReadonlyMap<string, number>;
  beforeAll(async () => {
    const people = await fixturePeople();
    const texts = [...people.values()].map(({ text }) => text);
    const answer = await reranker.rerank(await fixtureIcpText(icp), texts, never);
    scores = new Map([...people.keys()].map((name, at) => [name, answer.scores[at]!]));
  });

  it('is high for everyone it is about, and low for every ordinary other', () => {
    for (const name of leaders) expect([name, scores.get(name)! > 0.7]).toEqual([name, true]);
    const others = [...scores.keys()].filter(
      (name) => !leaders.includes(name as never) && !traps.includes(name as never),
    );
    for (const name of others) expect([name, scores.get(name)! < 0.35]).toEqual([name, true]);
  });

  it('puts nobody who only looks like them above them', () => {
    const wanted = Math.min(...leaders.map((name) => scores.get(name)!));
    for (const name of traps) expect([name, scores.get(name)! < wanted - 0.1]).toEqual([name, true]);
  });
});
