import { UsageError } from '../../domain/errors.ts';
import { GRADES, type Grade } from '../../domain/evaluation/ranking-figures.ts';
import { cleanLine } from '../../support/text.ts';
import { type Fields, fieldNamed, readRecords } from '../records-in-file.ts';

/** What one line of a label file says: a person's judgement of a profile against an ICP. */
export interface Label {
  /** Counted from 1, of JSON by value and of CSV by row, without the column names. */
  readonly row: number;
  /** Profile link, vanity name or member id; or a whole profile as a scraper delivers it. */
  readonly profile: string | Readonly<Record<string, unknown>>;
  readonly grade: Grade;
  /** ICP file, next to the labels, or slug of a client; null: the one that the command names. */
  readonly icp: string | null;
  readonly trap: string | null;
  readonly why: string | null;
}

/** Names of keys and columns, in lower case without blanks and underscores. */
const NAMES = {
  profile: [
    'profileurl',
    'profile',
    'url',
    'linkedinurl',
    'linkedin',
    'link',
    'publicidentifier',
    'memberurn',
  ],
  grade: ['grade', 'label', 'rating', 'relevance'],
  icp: ['icp', 'icpfile', 'client'],
  trap: ['trap'],
  why: ['reason', 'why', 'comment', 'note', 'notes'],
} as const;
const SHOWN_MISTAKES = 5;

/**
 * Reads labels: JSON (an array), JSONL, or CSV with column names; a profile and a grade from 0 to 3 in each. Throws UsageError that lists what is wrong, by
 * row: a judgement that is passed over in silence would make every figure wrong.
 */
export function readLabels(bytes: Uint8Array, path: string): readonly Label[] {
  const rows = readRecords(bytes, (names) => fieldNamed(names, NAMES.grade) !== undefined);
  if (rows === null)
    throw badLabels(path, ['it is neither JSON, JSONL nor a table with the columns profile_url and grade']);
  const labels: Label[] = [];
  const mistakes: string[] = [];
  for (const [index, fields] of rows.entries()) {
    const label = labelOf(fields, index + 1);
    if (typeof label === 'string') mistakes.push(`${index + 1}: ${label}`);
    else labels.push(label);
  }
  if (mistakes.length > 0) throw badLabels(path, mistakes);
  if (labels.length === 0) throw badLabels(path, ['it holds no label']);
  return labels;
}

/** The label, or what is wrong with it. */
function labelOf(fields: Fields | null, row: number): Label | string {
  if (fields === null) return 'it is no JSON object';
  const keys = Object.keys(fields);
  const given = (field: keyof typeof NAMES): unknown => fields[fieldNamed(keys, NAMES[field]) ?? ''];
  const textOf = (field: keyof typeof NAMES): string | null => {
    const value = given(field);
    return typeof value === 'string' ? cleanLine(value) : null;
  };
  const profile = given('profile');
  const isItem = typeof profile === 'object' && profile !== null && !Array.isArray(profile);
  const named = textOf('profile');
  if (!isItem && named === null) return 'it names no profile (profile_url)';
  const grade = gradeOf(given('grade'));
  if (grade === undefined) return 'its grade is not 0, 1, 2 or 3';
  return {
    row,
    profile: isItem ? (profile as Fields) : named!,
    grade,
    icp: textOf('icp'),
    trap: textOf('trap'),
    why: textOf('why'),
  };
}

function gradeOf(value: unknown): Grade | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return GRADES.find((grade) => grade === number);
}

export function badLabels(path: string, mistakes: readonly string[]): UsageError {
  const shown = mistakes.slice(0, SHOWN_MISTAKES);
  const more = mistakes.length > shown.length ? [`… and ${mistakes.length - shown.length} more`] : [];
  return new UsageError(
    'bad_labels',
    mistakes.length === 1
      ? `the labels in ${path} cannot be used: ${mistakes[0]}`
      : `the labels in ${path} cannot be used:\n${[...shown, ...more].map((one) => `  - ${one}`).join('\n')}`,
    'each label needs a profile_url and a grade from 0 (no lead) to 3 (write today); an icp and a reason may stand beside them',
  );
}
