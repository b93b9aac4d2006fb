/** What a person says of a lead: worth talking to for this client, or not. */
export const VERDICTS = ['fit', 'not_fit'] as const;
export type FitVerdict = (typeof VERDICTS)[number];

/** Who judges: somebody on the review page, or a system whose outcomes were imported. */
export type VerdictSource = 'review' | 'import';
