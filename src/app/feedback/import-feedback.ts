import { UsageError } from '../../domain/errors.ts';
import { meaningOf, meanings, type OutcomeMeaning, outcomeKey } from '../../domain/learning/outcome.ts';
import type { FitVerdict } from '../../domain/learning/verdict.ts';
import { profileUrl } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { type Client, currentIcps, requireClient } from '../../store/clients.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { findLeadsOf } from '../../store/leads-of-people.ts';
import { countVerdicts, type VerdictCounts } from '../../store/verdict-counts.ts';
import { type StatedVerdict, saveVerdicts } from '../../store/verdicts.ts';
import { firstCharacters } from '../../support/text.ts';
import { eachOutcome, type OutcomeRow } from './outcome-file.ts';
import type { OutcomeColumns } from './outcome-places.ts';

export interface ImportRequest {
  readonly client: string;
  /** What the verdicts are from; a second import from there changes the first. */
  readonly from: string;
  readonly columns: OutcomeColumns;
  /** Outcomes that the user says mean this. */
  readonly words: OutcomeWords;
  readonly dryRun: boolean;
}

export interface ImportedFeedback {
  readonly rows: number;
  readonly fit: number;
  readonly notFit: number;
  /** New or changed ones; with `dryRun` those that would be. */
  readonly stored: number;
  readonly unchanged: number;
  /** Rows that say nothing: of whether somebody fits, or of whom. */
  readonly leftOut: { readonly saysNothing: number; readonly noLink: number };
  /** People who are no leads of the client, each once. */
  readonly unknown: readonly PersonIdentity[];
  readonly now: VerdictCounts;
}

type OutcomeWords = Readonly<Partial<Record<OutcomeMeaning, readonly string[]>>>;

/** A row that says of somebody whether they fit, its outcome as short as it is stored. */
interface JudgedRow extends OutcomeRow {
  readonly person: PersonIdentity;
  readonly verdict: FitVerdict;
}

interface JudgedRows {
  readonly rows: number;
  readonly withPerson: readonly JudgedRow[];
  readonly leftOut: ImportedFeedback['leftOut'];
}

const CHUNK = 2000;
const LONGEST_OUTCOME = 200;
const LONGEST_WORD = 80;
const SHOWN_WORDS = 10;
const SHOWN_MISTAKES = 5;

/**
 * Keeps what a CRM says of the client's leads as verdicts: all of a file or nothing. The same file again changes nothing. Throws UsageError for an outcome of
 * which nobody said what it means, and for a file that says two things of one person.
 */
export async function importFeedback(
  database: Database,
  bytes: Uint8Array,
  path: string,
  request: ImportRequest,
): Promise<ImportedFeedback> {
  const judged = judgedRows(bytes, path, request.columns, ownMeanings(request.words));
  return database.transaction(async (transaction) => {
    const client = await requireClient(transaction, request.client);
    const leads = await findLeadsOf(
      transaction,
      client.id,
      judged.withPerson.map(({ person }) => person),
    );
    const byLead = new Map<number, JudgedRow>();
    const unknown = new Map<string, PersonIdentity>();
    const contradictions: string[] = [];
    for (const [index, row] of judged.withPerson.entries()) {
      const lead = leads[index]!;
      if (lead === null) {
        unknown.set(profileUrl(row.person), row.person);
        continue;
      }
      const first = byLead.get(lead);
      if (first === undefined) byLead.set(lead, row);
      else if (first.verdict !== row.verdict)
        contradictions.push(
          `rows ${first.row} ("${shortened(first.outcome)}") and ${row.row} ("${shortened(row.outcome)}"): ${profileUrl(row.person)}`,
        );
    }
    if (contradictions.length > 0) throw contradicts(path, contradictions);
    const stored = await keep(transaction, client, request, byLead);
    const verdicts = [...byLead.values()].map(({ verdict }) => verdict);
    return {
      rows: judged.rows,
      fit: verdicts.filter((verdict) => verdict === 'fit').length,
      notFit: verdicts.filter((verdict) => verdict === 'not_fit').length,
      stored,
      unchanged: byLead.size - stored,
      leftOut: judged.leftOut,
      unknown: [...unknown.values()],
      now: await countVerdicts(transaction, client.id),
    };
  });
}

/** Returns how many are new or changed. A dry run does it all, and takes it back. */
async function keep(
  transaction: Queryable,
  client: Client,
  { from, dryRun }: ImportRequest,
  byLead: ReadonlyMap<number, JudgedRow>,
): Promise<number> {
  const [icp] = await currentIcps(transaction, client.id);
  const verdicts = [...byLead].map(
    ([leadId, { verdict, outcome }]): StatedVerdict => ({
      leadId,
      source: 'import',
      judge: from,
      verdict,
      outcome,
      icpId: icp?.id ?? null,
      scoreShown: false,
      belowCut: false,
    }),
  );
  if (dryRun) await transaction.query('savepoint before_import');
  let stored = 0;
  for (let start = 0; start < verdicts.length; start += CHUNK) {
    stored += (await saveVerdicts(transaction, verdicts.slice(start, start + CHUNK))).changed;
  }
  if (dryRun) await transaction.query('rollback to savepoint before_import');
  return stored;
}

/** Throws UsageError for a word that is given two meanings. */
function ownMeanings(words: OutcomeWords): ReadonlyMap<string, OutcomeMeaning> {
  const own = meanings(words);
  const each = Object.values(words).map((list) => new Set(list.map(outcomeKey)).size);
  if (own.size === each.reduce((sum, count) => sum + count, 0)) return own;
  throw new UsageError(
    'two_meanings',
    'an outcome stands under two of --fit, --not-fit and --ignore',
    'give each outcome one meaning',
  );
}

/** Keeps of a file no more than who is judged how: a CRM has few outcomes, and many columns besides. */
function judgedRows(
  bytes: Uint8Array,
  path: string,
  columns: OutcomeColumns,
  own: ReadonlyMap<string, OutcomeMeaning>,
): JudgedRows {
  const withPerson: JudgedRow[] = [];
  const unknown = new Map<string, { word: string; count: number }>();
  const read = new Map<string, ReadOutcome>();
  let [saysNothing, noLink] = [0, 0];
  const rows = eachOutcome(bytes, path, columns, ({ row, person, outcome }) => {
    const known = read.get(outcome) ?? readOutcome(outcome, own);
    read.set(outcome, known);
    const { meaning, stored } = known;
    if (meaning === null) {
      const key = outcomeKey(outcome);
      const { word, count } = unknown.get(key) ?? { word: outcome, count: 0 };
      unknown.set(key, { word, count: count + 1 });
    } else if (meaning === 'nothing') saysNothing += 1;
    else if (person === null) noLink += 1;
    else withPerson.push({ row, person, outcome: stored, verdict: meaning });
  });
  if (unknown.size > 0) throw unknownOutcomes(path, [...unknown.values()]);
  return { rows, withPerson, leftOut: { saysNothing, noLink } };
}

interface ReadOutcome {
  readonly meaning: OutcomeMeaning | null;
  readonly stored: string;
}

/** What it means the whole of it says, however little of it is stored. */
function readOutcome(outcome: string, own: ReadonlyMap<string, OutcomeMeaning>): ReadOutcome {
  return { meaning: meaningOf(outcome, own), stored: firstCharacters(outcome, LONGEST_OUTCOME) };
}

function unknownOutcomes(path: string, words: readonly { word: string; count: number }[]): UsageError {
  const most = words.toSorted((one, other) => other.count - one.count);
  const listed = most.slice(0, SHOWN_WORDS).map(({ word, count }) => `  ${count} × ${shortened(word)}`);
  const more = words.length > SHOWN_WORDS ? [`  … and ${words.length - SHOWN_WORDS} more`] : [];
  return new UsageError(
    'unknown_outcomes',
    `it is not known whether these outcomes in ${path} mean a fit; nothing was stored:\n${[...listed, ...more].join('\n')}`,
    `say what they mean, separated by commas${words.some(({ word }) => word.includes(',')) ? ' (an outcome with a comma goes without it)' : ''}: --fit WORDS, --not-fit WORDS, or --ignore WORDS for those that say nothing of it`,
  );
}

function shortened(word: string): string {
  const start = firstCharacters(word, LONGEST_WORD);
  return start === word ? word : `${start}…`;
}

function contradicts(path: string, contradictions: readonly string[]): UsageError {
  const shown = contradictions.slice(0, SHOWN_MISTAKES).map((one) => `  ${one}`);
  const more =
    contradictions.length > SHOWN_MISTAKES ? [`  … and ${contradictions.length - SHOWN_MISTAKES} more`] : [];
  return new UsageError(
    'contradicting_outcomes',
    `${path} says of the same person that they fit and that they do not; nothing was stored:\n${[...shown, ...more].join('\n')}`,
    'keep one row for each person, or leave out outcomes that are not about the person: --ignore WORDS',
  );
}
