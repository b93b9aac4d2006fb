/** SPEC §7: the closed lists that a classification chooses from. */
export const INDUSTRIES = [
  'SaaS',
  'Fintech',
  'Healthcare',
  'E-commerce',
  'AI/ML',
  'Cybersecurity',
  'EdTech',
  'MarTech',
  'HRTech',
  'PropTech',
  'CleanTech',
  'Consulting',
  'Financial Services',
  'Manufacturing',
  'Retail',
  'Media/Entertainment',
  'Telecommunications',
  'Government/Public Sector',
  'Non-profit',
  'Other',
] as const;

export const COMPANY_TYPES = [
  'startup',
  'scaleup',
  'mid-market',
  'enterprise',
  'agency',
  'freelance',
  'unknown',
] as const;

export type Industry = (typeof INDUSTRIES)[number];
export type CompanyType = (typeof COMPANY_TYPES)[number];

export interface Classification {
  readonly industry: Industry;
  readonly industryReasoning: string;
  readonly companyType: CompanyType;
  readonly companyTypeReasoning: string;
}
