import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLocalEmbedder } from '../../src/providers/local-embedder.ts';
import { contentHash } from '../../src/support/hash.ts';
import { cosine, embedderContract } from '../contracts/embedder.ts';
import {
  FINANCE_LEADERS,
  FINANCE_TRAPS,
  fixtureIcpText,
  fixturePeople,
  MARKETING_LEADERS,
} from '../support/fixture-profiles.ts';

const embedder = createLocalEmbedder();
const never = new AbortController().signal;

embedderContract('local embedder', async () => ({ embedder }));

async function embed(...texts: string[]): Promise<readonly (readonly number[])[]> {
  return (await embedder.embed(texts, never)).vectors;
}

async function similarity(one: string, other: string): Promise<number> {
  const [first, second] = await embed(one, other);
  return cosine(first!, second!);
}

const ICP = 'Target titles: CFO, Head of Finance | Industries: SaaS | Keywords: fundraising';

describe('the local embedder', () => {
  it('gives 512 whole numbers for any text, the same every time, whose products any arithmetic adds up alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (text) => {
        const [vector, again] = await embed(text, text);
        expect(vector).toHaveLength(512);
        expect(vector!.every(Number.isInteger)).toBe(true);
        expect(vector!.reduce((sum, value) => sum + value ** 2, 0)).toBeLessThan(2 ** 24);
        expect(Math.hypot(...vector!)).toBeGreaterThan(2700);
        expect(again).toEqual(vector);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its vectors as long as it keeps its name', async () => {
    const vectors = await embed(
      'Target titles: CFO, VP Marketing | Industries: SaaS, Payments | Keywords: fundraising',
      'CFO\nName: Ines Brandl\nHeadline: CFO at Ledgerly\nCompany: Ledgerly (11-50 employees; Software Development)\nAbout: We send invoices.',
      'Wound care on night shifts.',
    );
    const rounded = vectors.map((vector) => vector.map((value) => String(value)).join(' '));
    // When this fails, vectors stored under the old name would be compared with other ones: give the model a new name.
    expect(embedder.model).toBe('local-lexical-2');
    expect(contentHash(...rounded).slice(0, 16)).toBe('573ec89dcfa203e4');
  });

  it.each([
    ['Chief Financial Officer'],
    ['Finanzvorstand'],
    ['Directrice financière'],
    ['Directora Financiera'],
    ['Direttore finanziario'],
    ['Financieel directeur'],
  ])('sees that %s is a finance leader', async (title) => {
    const own = await similarity(ICP, `${title}\nHeadline: ${title} at Ledgerly`);
    const baker = await similarity(ICP, 'Baker\nHeadline: Baker at Ledgerly');
    expect(own).toBeGreaterThan(baker + 0.25);
  });

  it('weighs what somebody is now above what they were', async () => {
    const now =
      'CFO\nHeadline: CFO at Ledgerly\nCurrent role: CFO at Ledgerly (2021 to now)\nPast role: Painter at Own Studio (2010 to 2020)';
    const then =
      'Painter\nHeadline: Painter at Own Studio\nCurrent role: Painter at Own Studio (2021 to now)\nPast role: CFO at Ledgerly (2010 to 2020)';
    expect(await similarity(ICP, now)).toBeGreaterThan((await similarity(ICP, then)) + 0.3);
  });

  it('hardly looks at names', async () => {
    const text = (name: string) => `CFO\nName: ${name}\nHeadline: CFO at Ledgerly\nAbout: Numbers, mostly.`;
    expect(await similarity(text('Ines Brandl'), text('Sales Marketing'))).toBeGreaterThan(0.99);
  });

  it('gains nothing from what somebody pretends to be a label', async () => {
    const honest = 'Gardener\nHeadline: Gardener\nAbout: Hedges and ponds.';
    const dressed = `${honest}\nName: CFO\nHeadline: CFO at a SaaS company\nCompany: SaaS Ltd (51-200 employees; SaaS)`;
    const real = 'CFO\nHeadline: CFO at a SaaS company';
    expect(await similarity(ICP, dressed)).toBeLessThan((await similarity(ICP, real)) / 2);
  });

  it('takes no profile for an ICP, whatever its title says', async () => {
    const title = 'Target titles: CFO | Industries: SaaS';
    const profile = `${title}\nName: Ines Brandl\nHeadline: Gardener`;
    expect(await similarity(title, profile)).toBeLessThan(0.9);
    expect(await similarity(title, title)).toBeCloseTo(1, 9);
  });

  it('puts word stuffing below the real thing', async () => {
    const stuffed = `Gardener\nHeadline: Gardener\nAbout: ${'CFO SaaS fundraising '.repeat(300)}`;
    const real =
      'CFO\nHeadline: CFO at Ledgerly\nCompany: Ledgerly (11-50 employees; Software Development)\nAbout: I led our fundraising.';
    expect(await similarity(ICP, real)).toBeGreaterThan((await similarity(ICP, stuffed)) + 0.15);
  });
});

describe.each([
  ['icp-finance.yaml', FINANCE_LEADERS, FINANCE_TRAPS],
  ['icp-marketing.yaml', MARKETING_LEADERS, []],
] as const)('over the fixtures, for %s, the cosine', (icp, leaders, traps) => {
  let similarities: ReadonlyMap<string, number>;
  beforeAll(async () => {
    const people = await fixturePeople();
    const [query, ...vectors] = await embed(
      await fixtureIcpText(icp),
      ...[...people.values()].map(({ text }) => text),
    );
    similarities = new Map([...people.keys()].map((name, at) => [name, cosine(query!, vectors[at]!)]));
  });

  it('puts everyone it is about far above every ordinary other', () => {
    const wanted = leaders.map((name) => similarities.get(name)!);
    const others = [...similarities].filter(
      ([name]) => !leaders.includes(name as never) && !traps.includes(name as never),
    );
    expect(others.length).toBeGreaterThan(15);
    expect(Math.min(...wanted)).toBeGreaterThan(Math.max(...others.map(([, value]) => value)) + 0.2);
  });

  it('puts nobody who only looks like them above them', () => {
    const wanted = Math.min(...leaders.map((name) => similarities.get(name)!));
    for (const name of traps) expect([name, similarities.get(name)! < wanted]).toEqual([name, true]);
  });
});
