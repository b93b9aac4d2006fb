/** What a criterion can be about. */
export const CRITERION_KINDS = [
  'title',
  'industry',
  'company_size',
  'keyword',
  'location',
  'company',
  'note',
] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** Whether such people are wanted or to be left out. */
export const STANCES = ['wants', 'avoids'] as const;
export type Stance = (typeof STANCES)[number];
