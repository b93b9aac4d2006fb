import { describe, expect, it } from 'vitest';
import { hasCriteria, type Icp, icpText } from '../../src/domain/icp.ts';

const EMPTY: Icp = {
  targetTitles: [],
  targetIndustries: [],
  companySizes: [],
  targetKeywords: [],
  targetLocations: [],
  excludeTitles: [],
  excludeCompanies: [],
  excludeKeywords: [],
  notes: null,
};

describe('an ICP', () => {
  it.each(['targetTitles', 'targetIndustries', 'companySizes', 'targetKeywords', 'targetLocations'] as const)(
    'has criteria by %s',
    (key) => {
      expect(hasCriteria({ ...EMPTY, [key]: ['x'] })).toBe(true);
    },
  );

  it.each(['excludeTitles', 'excludeCompanies', 'excludeKeywords'] as const)(
    'has none by %s, nor by notes',
    (key) => {
      expect(hasCriteria({ ...EMPTY, [key]: ['x'], notes: 'anybody' })).toBe(false);
    },
  );

  it('reads as the specification says, without exclusions and empty parts', () => {
    expect(
      icpText({
        ...EMPTY,
        targetTitles: ['CFO', 'VP Finance'],
        targetIndustries: ['SaaS'],
        companySizes: ['startup', '51-200'],
        targetKeywords: ['Series B'],
        targetLocations: ['Norway'],
        excludeTitles: ['Intern'],
        notes: 'Has raised before',
      }),
    ).toBe(
      'Target titles: CFO, VP Finance | Industries: SaaS | Company sizes: startup, 51-200 | Keywords: Series B | Locations: Norway | Notes: Has raised before',
    );
    expect(icpText({ ...EMPTY, targetKeywords: ['hiring'] })).toBe('Keywords: hiring');
    expect(icpText(EMPTY)).toBe('');
  });
});
