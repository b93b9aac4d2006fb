import { profileUrl } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { withoutControls } from '../../support/text.ts';

/** What a row of the export is made of. */
export interface ExportRow extends PersonIdentity {
  readonly name: string | null;
  readonly headline: string | null;
  readonly company: string | null;
  readonly location: string | null;
  readonly jobTitles: readonly string[];
  readonly score: number | null;
  readonly reasoning: string | null;
  readonly industry: string | null;
  readonly companyType: string | null;
}

/** A column of a file that is written for people or programs. */
export interface OutputColumn<Row> {
  /** Its name in JSON Lines. */
  readonly key: string;
  /** Its name in CSV. */
  readonly title: string;
  value(row: Row): string | number | null;
}

/** Keys are the same as in `icp leads --json`. */
export type ExportColumn = OutputColumn<ExportRow>;

/** The columns of the export (SPEC §7), in order. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { key: 'name', title: 'Name', value: (row) => row.name },
  { key: 'profile_url', title: 'Profile URL', value: (row) => profileUrl(row) },
  { key: 'headline', title: 'Headline', value: (row) => row.headline },
  { key: 'company', title: 'Company', value: (row) => row.company },
  { key: 'location', title: 'Location', value: (row) => row.location },
  { key: 'job_title', title: 'Job Title', value: (row) => row.jobTitles.join('; ') },
  { key: 'icp_score', title: 'ICP Score', value: (row) => row.score },
  { key: 'match_reasoning', title: 'Match Reasoning', value: (row) => row.reasoning },
  { key: 'industry', title: 'Industry', value: (row) => row.industry },
  { key: 'company_type', title: 'Company Type', value: (row) => row.companyType },
];

/**
 * Characters with which a spreadsheet begins a formula, also in their full-width forms and behind white space or characters that take no
 * room, which some spreadsheets drop.
 */
const FORMULA = /^[\s\u00ad\u200b-\u200d\u2060]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/u;

/** A cell that no spreadsheet runs: what would be read as a formula gets an apostrophe in front, the spreadsheet's own mark for text. */
export function harmlessCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = withoutControls(value);
  return FORMULA.test(text) || text.startsWith('\t') ? `'${text}` : text;
}
