import { describe, expect, it } from 'vitest';
import type { Icp } from '../../../src/domain/icp.ts';
import type { CriterionKind, Stance } from '../../../src/domain/targeting/criterion.ts';
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
  it.each<[string, Icp | null, Said[], object]>([
    [
      'among calls',
      ICP,
      [
        ['wants', 'title', 'COO'],
        ['avoids', 'title', 'Chief Operating Officer'],
      ],
      {
        kind: 'title',
        wanted: [{ value: 'COO' }],
        avoided: [{ value: 'Chief Operating Officer' }],
        inIcp: null,
      },
    ],
    [
      'among calls, of what no ICP can say on one side',
      null,
      [
        ['wants', 'industry', 'Banks'],
        ['avoids', 'industry', 'bank'],
      ],
      { wanted: [{ value: 'Banks' }], avoided: [{ value: 'bank' }], inIcp: null },
    ],
    [
      'among calls, of something in the ICP',
      ICP,
      [
        ['wants', 'title', 'CFO'],
        ['avoids', 'title', 'CFOs'],
      ],
      { inIcp: 'targetTitles' },
    ],
    [
      'with the ICP, which wants it',
      ICP,
      [['avoids', 'title', 'CFO']],
      { wanted: [], avoided: [{ value: 'CFO' }], inIcp: 'targetTitles' },
    ],
    [
      'with the ICP, which wants it and could not say otherwise',
      ICP,
      [['avoids', 'industry', 'SaaS']],
      { wanted: [], inIcp: 'targetIndustries' },
    ],
    [
      'with the ICP, which excludes it',
      ICP,
      [['wants', 'keyword', 'student']],
      { wanted: [{ value: 'student' }], avoided: [], inIcp: 'excludeKeywords' },
    ],
  ])('%s is told once, and resolved on neither side', (_, icp, said, expected) => {
    const { contradictions, added, confirmed, other, icp: proposed } = proposal(icp, ...said);
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]).toMatchObject(expected);
    expect([added, confirmed, other]).toEqual([[], [], []]);
    if (icp !== null) expect(proposed).toEqual(icp);
  });

  it('is none between a title and a keyword', () => {
    const { contradictions, added } = proposal(ICP, ['wants', 'title', 'COO'], ['avoids', 'keyword', 'COO']);
    expect(contradictions).toEqual([]);
    expect(added).toHaveLength(2);
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
