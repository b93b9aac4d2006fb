import { describe, expect, it } from 'vitest';
import type { Icp } from '../../../src/domain/icp.ts';
import type { ContradictingSide } from '../../../src/domain/targeting/contradictions.ts';
import type { CriterionKind, Stance } from '../../../src/domain/targeting/criterion.ts';
import type { IcpKey } from '../../../src/domain/targeting/icp-keys.ts';
import { accumulate } from '../../../src/domain/targeting/insight.ts';
import { propose } from '../../../src/domain/targeting/proposal.ts';
import { mention } from '../../support/mentions.ts';

const ICP: Icp = {
  targetTitles: ['CFO', 'VP Finance'],
  targetIndustries: ['SaaS'],
  companySizes: ['startup (1-50)'],
  targetKeywords: [],
  targetLocations: [],
  excludeTitles: ['Assistant'],
  excludeCompanies: [],
  excludeKeywords: ['student'],
  notes: 'Finance leaders. They must have an ERP.',
  weights: { location: 0 },
  calibration: { m: { unrelated: 0.1, perfect: 0.9 } },
};

type Said = readonly [stance: Stance, kind: CriterionKind, value: string];
const proposal = (icp: Icp | null, ...said: Said[]) =>
  propose(icp, accumulate(said.map((one) => mention(one))));

describe('where a criterion goes', () => {
  it.each<[Said, keyof Icp]>([
    [['wants', 'title', 'COO'], 'targetTitles'],
    [['wants', 'industry', 'Biotech'], 'targetIndustries'],
    [['wants', 'company_size', '500+'], 'companySizes'],
    [['wants', 'keyword', 'ARR'], 'targetKeywords'],
    [['wants', 'location', 'Austria'], 'targetLocations'],
    [['avoids', 'title', 'Recruiter'], 'excludeTitles'],
    [['avoids', 'company', 'Ledgerly'], 'excludeCompanies'],
    [['avoids', 'keyword', 'gambling'], 'excludeKeywords'],
  ])('%j: at the end of %s', (said, key) => {
    const { icp, added, applicable } = proposal(ICP, said);
    expect(icp).toEqual({ ...ICP, [key]: [...(ICP[key] as string[]), said[2]] });
    expect(added).toMatchObject([{ key, value: said[2] }]);
    expect(applicable).toBe(true);
  });

  it('a note: a sentence after the notes that are there', () => {
    expect(proposal(ICP, ['wants', 'note', 'They hate Excel']).icp.notes).toBe(
      `${ICP.notes}\nThey hate Excel.`,
    );
    expect(proposal({ ...ICP, notes: null }, ['wants', 'note', 'They hate Excel!']).icp.notes).toBe(
      'They hate Excel!',
    );
  });

  it.each<[Said]>([
    [['avoids', 'industry', 'Gambling']],
    [['avoids', 'company_size', '500+']],
    [['avoids', 'location', 'Mars']],
    [['avoids', 'note', 'Nobody who is in a hurry']],
    [['wants', 'company', 'Tallywren']],
  ])('%j: nowhere', (said) => {
    const { icp, added, other, applicable } = proposal(ICP, said);
    expect(icp).toEqual(ICP);
    expect(added).toEqual([]);
    expect(other).toMatchObject([{ value: said[2] }]);
    expect(applicable).toBe(false);
  });
});

describe('what the ICP has already', () => {
  it.each<[Said, string]>([
    [['wants', 'title', 'Chief Financial Officer'], 'CFO'],
    [['wants', 'title', 'Vice President of Finance'], 'VP Finance'],
    [['wants', 'industry', 'saas'], 'SaaS'],
    [['avoids', 'title', 'assistants'], 'Assistant'],
    [['avoids', 'keyword', 'Students'], 'student'],
    [['wants', 'note', 'they must have an ERP'], 'they must have an ERP'],
  ])('%j is confirmed as %s, and nothing changes', (said, value) => {
    const { icp, added, confirmed, applicable } = proposal(ICP, said);
    expect(icp).toEqual(ICP);
    expect({ added, applicable }).toEqual({ added: [], applicable: false });
    expect(confirmed).toMatchObject([{ value }]);
  });
});

describe('a contradiction', () => {
  /** Each side as kind, value, how often it was said, and where it stands in the current ICP. */
  type Side = readonly [kind: CriterionKind, value: string, said: number, standsIn: IcpKey | null];
  const sideOf = ({ kind, value, mentions, standsIn }: ContradictingSide): Side => [
    kind,
    value,
    mentions.length,
    standsIn,
  ];

  it.each<[string, Icp | null, Said[], wanted: Side, avoided: Side]>([
    [
      'among calls',
      ICP,
      [
        ['wants', 'title', 'COO'],
        ['avoids', 'title', 'Chief Operating Officer'],
      ],
      ['title', 'COO', 1, null],
      ['title', 'Chief Operating Officer', 1, null],
    ],
    [
      'among calls, of what no ICP can say on one side',
      null,
      [
        ['wants', 'industry', 'Banks'],
        ['avoids', 'industry', 'bank'],
      ],
      ['industry', 'Banks', 1, null],
      ['industry', 'bank', 1, null],
    ],
    [
      'among calls, of something in the ICP',
      ICP,
      [
        ['wants', 'title', 'CFO'],
        ['avoids', 'title', 'CFOs'],
      ],
      ['title', 'CFO', 1, 'targetTitles'],
      ['title', 'CFOs', 1, null],
    ],
    [
      'with the ICP, which wants it and could not say otherwise',
      ICP,
      [['avoids', 'industry', 'SaaS']],
      ['industry', 'SaaS', 0, 'targetIndustries'],
      ['industry', 'SaaS', 1, null],
    ],
    [
      'with the ICP, which excludes it',
      ICP,
      [['wants', 'keyword', 'student']],
      ['keyword', 'student', 1, null],
      ['keyword', 'student', 0, 'excludeKeywords'],
    ],
    [
      'with the notes of the ICP',
      ICP,
      [['avoids', 'note', 'They must have an ERP']],
      ['note', 'They must have an ERP', 0, 'notes'],
      ['note', 'They must have an ERP', 1, null],
    ],
    [
      'between a title and a wider one that excludes it',
      null,
      [
        ['wants', 'title', 'Finance Director'],
        ['avoids', 'title', 'Directors'],
      ],
      ['title', 'Finance Director', 1, null],
      ['title', 'Directors', 1, null],
    ],
    [
      'between a title of the ICP and a wider one',
      { ...ICP, targetTitles: ['CFO', 'Finance Manager'] },
      [['avoids', 'title', 'Managers']],
      ['title', 'Finance Manager', 0, 'targetTitles'],
      ['title', 'Managers', 1, null],
    ],
    [
      'between a title and a wider one that the ICP excludes',
      { ...ICP, excludeTitles: ['Director'] },
      [['wants', 'title', 'Sales Director']],
      ['title', 'Sales Director', 1, null],
      ['title', 'Director', 0, 'excludeTitles'],
    ],
    [
      'between a wanted assistant and all of them',
      ICP,
      [['wants', 'title', 'Executive Assistant']],
      ['title', 'Executive Assistant', 1, null],
      ['title', 'Assistant', 0, 'excludeTitles'],
    ],
    [
      'between an industry and a keyword',
      null,
      [
        ['wants', 'industry', 'crypto exchanges'],
        ['avoids', 'keyword', 'Crypto'],
      ],
      ['industry', 'crypto exchanges', 1, null],
      ['keyword', 'Crypto', 1, null],
    ],
    [
      'between a keyword and an industry that no ICP can exclude',
      null,
      [
        ['wants', 'keyword', 'crypto'],
        ['avoids', 'industry', 'Crypto'],
      ],
      ['keyword', 'crypto', 1, null],
      ['industry', 'Crypto', 1, null],
    ],
    [
      'between a title and a keyword',
      null,
      [
        ['wants', 'title', 'Finance Recruiter'],
        ['avoids', 'keyword', 'recruiters'],
      ],
      ['title', 'Finance Recruiter', 1, null],
      ['keyword', 'recruiters', 1, null],
    ],
    [
      'between a company size and a title',
      null,
      [
        ['wants', 'company_size', 'freelancers'],
        ['avoids', 'title', 'Freelancer'],
      ],
      ['company_size', 'freelancers', 1, null],
      ['title', 'Freelancer', 1, null],
    ],
    [
      'between a company size and a keyword',
      null,
      [
        ['wants', 'company_size', 'agency'],
        ['avoids', 'keyword', 'agencies'],
      ],
      ['company_size', 'agency', 1, null],
      ['keyword', 'agencies', 1, null],
    ],
    [
      'between an industry and a keyword that the ICP excludes',
      { ...ICP, targetIndustries: [], excludeKeywords: ['SaaS'] },
      [['wants', 'industry', 'SaaS']],
      ['industry', 'SaaS', 1, null],
      ['keyword', 'SaaS', 0, 'excludeKeywords'],
    ],
    [
      'between a company and a branch of it',
      null,
      [
        ['wants', 'company', 'Ledgerly UK'],
        ['avoids', 'company', 'Ledgerly'],
      ],
      ['company', 'Ledgerly UK', 1, null],
      ['company', 'Ledgerly', 1, null],
    ],
  ])('%s is told once, and resolved on neither side', (_, icp, said, wanted, avoided) => {
    for (const order of [said, [...said].reverse()]) {
      const { contradictions, added, confirmed, other, icp: proposed } = proposal(icp, ...order);
      expect(contradictions.map((one) => [sideOf(one.wanted), sideOf(one.avoided)])).toEqual([
        [wanted, avoided],
      ]);
      expect([added, confirmed, other]).toEqual([[], [], []]);
      if (icp !== null) expect(proposed).toEqual(icp);
    }
  });

  it('of one with several is told for each', () => {
    const { contradictions, added } = proposal(
      null,
      ['wants', 'title', 'Sales Director'],
      ['wants', 'title', 'Director of Operations'],
      ['wants', 'title', 'CMO'],
      ['avoids', 'title', 'Director'],
    );
    expect(contradictions.map(({ wanted, avoided }) => [wanted.value, avoided.value])).toEqual([
      ['Director of Operations', 'Director'],
      ['Sales Director', 'Director'],
    ]);
    expect(added.map(({ value }) => value)).toEqual(['CMO']);
  });

  it('within the current ICP is not for calls to tell, until they speak of it', () => {
    const icp = { ...ICP, excludeTitles: ['Chief Financial Officer'] };
    expect(proposal(icp, ['wants', 'title', 'COO']).contradictions).toEqual([]);
    expect(proposal(icp, ['wants', 'title', 'CFO']).contradictions).toMatchObject([
      { wanted: { standsIn: 'targetTitles' }, avoided: { standsIn: 'excludeTitles' } },
    ]);
  });

  it.each<[string, Said, Said]>([
    ['a title that serves it', ['wants', 'title', 'CFO'], ['avoids', 'title', 'Assistant to the CFO']],
    ['the same, as a keyword', ['wants', 'title', 'CFO'], ['avoids', 'keyword', 'assistant to the CFO']],
    ['a narrower title', ['wants', 'title', 'Director'], ['avoids', 'title', 'Finance Director']],
    ['a way to hold it', ['wants', 'title', 'CFO'], ['avoids', 'title', 'fractional CFO']],
    ['a narrower keyword', ['wants', 'industry', 'SaaS'], ['avoids', 'keyword', 'HR SaaS']],
    ['half a word', ['wants', 'industry', 'Banking'], ['avoids', 'keyword', 'bank']],
    ['what notes say of it', ['wants', 'note', 'They use no agencies'], ['avoids', 'keyword', 'agencies']],
    ['a company that makes it', ['wants', 'keyword', 'SAP'], ['avoids', 'company', 'SAP']],
    ['a title in a trade', ['wants', 'industry', 'Recruiting'], ['avoids', 'title', 'Recruiter']],
  ])('is none with %s: it refines', (_, wanted, avoided) => {
    const { contradictions, added } = proposal(null, wanted, avoided);
    expect(contradictions).toEqual([]);
    expect(added).toHaveLength(2);
  });

  it('is looked for in long lists in no time', () => {
    const many = (count: number, word: string) =>
      Array.from({ length: count }, (_, index) => `${word} ${index}`);
    const icp = { ...ICP, targetTitles: many(500, 'Director of Matters'), excludeTitles: many(500, 'Head') };
    const said = many(150, 'VP').flatMap((title): Said[] => [
      ['wants', 'title', title],
      ['avoids', 'title', `${title} Sales`],
    ]);
    const began = performance.now();
    proposal(icp, ...said);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('limits', () => {
  it('a list of 500 takes no more, and notes are not endless', () => {
    const full = { ...ICP, targetKeywords: Array.from({ length: 499 }, (_, index) => `k${index}`) };
    const many = proposal(full, ['wants', 'keyword', 'alpha'], ['wants', 'keyword', 'beta']);
    expect([many.icp.targetKeywords.length, many.added.length, many.other.length]).toEqual([500, 1, 1]);
    const long = proposal({ ...ICP, notes: 'x'.repeat(1990) }, ['wants', 'note', 'They hate Excel']);
    expect([long.added, long.other.length]).toEqual([[], 1]);
  });

  it('without an ICP there is one as soon as somebody says whom to look for', () => {
    expect(proposal(null, ['avoids', 'title', 'Recruiter'], ['wants', 'note', 'Be nice']).applicable).toBe(
      false,
    );
    expect(proposal(null, ['wants', 'location', 'Austria'])).toMatchObject({
      applicable: true,
      icp: { targetLocations: ['Austria'], notes: null },
    });
  });
});

describe('what somebody took out of the ICP', () => {
  const earlier: Icp = {
    ...ICP,
    targetTitles: ['Chief Operating Officer', 'CFO'],
    notes: 'They must sell abroad.',
  };
  const said = [
    mention(['wants', 'title', 'COO']),
    mention(['wants', 'title', 'CFO']),
    mention(['wants', 'note', 'They must sell abroad']),
    mention(['wants', 'title', 'CTO']),
  ];

  it('is not proposed again, but told', () => {
    const { icp, added, confirmed, takenOut } = propose(ICP, accumulate(said), [earlier]);
    expect(takenOut.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['COO', 'They must sell abroad']),
    );
    expect(added.map(({ value }) => value)).toEqual(['CTO']);
    expect(confirmed.map(({ value }) => value)).toEqual(['CFO']);
    expect(icp).toEqual({ ...ICP, targetTitles: [...ICP.targetTitles, 'CTO'] });
  });

  it('is proposed where it never stood there, and confirmed where it was put back', () => {
    expect(propose(ICP, accumulate(said)).takenOut).toEqual([]);
    expect(propose(earlier, accumulate(said), [ICP, earlier]).takenOut).toEqual([]);
  });
});
