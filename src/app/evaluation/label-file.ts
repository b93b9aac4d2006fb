import { UsageError } from '../../domain/errors.ts';
import { GRADES, type Grade } from '../../domain/evaluation/ranking-figures.ts';
import { cleanLine } from '../../support/text.ts';
import {
  columnsAt,
  type FoundRecord,
  isWider,
  type Places,
  placesNamed,
  readRecords,
  type Values,
} from '../records-in-file.ts';

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

type LabelField = keyof typeof NAMES;
const FIELDS = Object.keys(NAMES) as LabelField[];
/** What two columns must not say differently. Of several notes the first is as good as another. */
const SOLE: readonly LabelField[] = ['profile', 'grade', 'icp'];

/** Where each field may stand. */
interface LabelPlaces extends Places {
  readonly at: Readonly<Record<LabelField, readonly number[]>>;
  readonly names: readonly string[];
}

/**
 * Reads labels: JSON (an array), JSONL, or CSV with column names; a profile and a grade from 0 to 3 in each. Throws UsageError that lists what is wrong, by
 * row: a judgement that is passed over in silence would make every figure wrong.
 */
export function readLabels(bytes: Uint8Array, path: string): readonly Label[] {
  const labels: Label[] = [];
  const mistakes: string[] = [];
  let row = 0;
  const isRead = readRecords<LabelPlaces>(bytes, path, {
    placesIn: (names, kind) => {
      const places = placesIn(names);
      return kind === 'table' && places.at.grade.length === 0 ? null : places;
    },
    isUsable: isLabel,
    isCertain: isLabel,
    take: (record) => {
      row += 1;
      if (typeof record !== 'string') refuseTwoColumns(path, record.places);
      const label = typeof record === 'string' ? 'it is no JSON object' : labelIn(record, row);
      if (typeof label === 'string') mistakes.push(`${row}: ${label}`);
      else labels.push(label);
    },
  });
  if (!isRead)
    throw badLabels(path, ['it is neither JSON, JSONL nor a table with the columns profile_url and grade']);
  if (mistakes.length > 0) throw badLabels(path, mistakes);
  if (labels.length === 0) throw badLabels(path, ['it holds no label']);
  return labels;
}

const isLabel = (values: Values, { at }: LabelPlaces) => typeof labelOf(values, at, 0) !== 'string';

function placesIn(names: readonly string[]): LabelPlaces {
  const at = Object.fromEntries(
    FIELDS.map((field) => [field, placesNamed(names, NAMES[field])]),
  ) as LabelPlaces['at'];
  return { at, names, areNamed: true };
}

/** The label, or what is wrong with it. */
function labelIn({ values, places }: FoundRecord<LabelPlaces>, row: number): Label | string {
  const { at, names } = places;
  const read = SOLE.flatMap((field) => at[field]);
  // Where only these stand to the left of a cell too many, none of them is moved by it.
  const isMoved = isWider(values, names.length) && Math.max(...read) >= read.length;
  return isMoved
    ? `it has ${values.length} cells, and there are ${names.length} columns: quote what holds the delimiter`
    : labelOf(values, at, row);
}

function labelOf(values: Values, at: LabelPlaces['at'], row: number): Label | string {
  const given = (field: LabelField): unknown => values[at[field][0] ?? -1];
  const textOf = (field: LabelField): string | null => {
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
    profile: isItem ? (profile as Readonly<Record<string, unknown>>) : named!,
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

function refuseTwoColumns(path: string, { at, names }: LabelPlaces): void {
  const twofold = SOLE.find((field) => at[field].length > 1);
  if (twofold === undefined) return;
  throw new UsageError(
    'bad_labels',
    `${path} has two columns for the ${twofold}, ${columnsAt(names, at[twofold])}`,
    'give the one that does not count another name',
  );
}
