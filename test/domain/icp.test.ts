import { describe, expect, it } from 'vitest';
import { EMPTY_ICP, hasCriteria, icpText } from '../../src/domain/icp.ts';

describe('an ICP', () => {
  it.each(['targetTitles', 'targetIndustries', 'companySizes', 'targetKeywords', 'targetLocations'] as const)(
    'has criteria by %s',
    (key) => {
      expect(hasCriteria({ ...EMPTY_ICP, [key]: ['x'] })).toBe(true);
    },
  );

  it.each(['excludeTitles', 'excludeCompanies', 'excludeKeywords'] as const)(
    'has none by %s, nor by notes',
    (key) => {
      expect(hasCriteria({ ...EMPTY_ICP, [key]: ['x'], notes: 'anybody' })).toBe(false);
    },
  );

  it('reads as the specification says, without exclusions and empty parts', () => {
    expect(
      icpText({
        ...EMPTY_ICP,
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
    expect(icpText({ ...EMPTY_ICP, targetKeywords: ['hiring'] })).toBe('Keywords: hiring');
    expect(icpText(EMPTY_ICP)).toBe('');
  });
});
