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
import { type OutcomeColumns, type OutcomeRow, readOutcomes } from './outcome-file.ts';

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

interface JudgedRow extends OutcomeRow {
  readonly person: PersonIdentity;
  readonly verdict: FitVerdict;
}

const CHUNK = 2000;
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
  const rows = readOutcomes(bytes, path, request.columns);
  const judged = judgedRows(path, rows, ownMeanings(request.words));
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
          `rows ${first.row} ("${first.outcome}") and ${row.row} ("${row.outcome}"): ${profileUrl(row.person)}`,
        );
    }
    if (contradictions.length > 0) throw contradicts(path, contradictions);
    const stored = await keep(transaction, client, request, byLead);
    const verdicts = [...byLead.values()].map(({ verdict }) => verdict);
    return {
      rows: rows.length,
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

function judgedRows(
  path: string,
  rows: readonly OutcomeRow[],
  own: ReadonlyMap<string, OutcomeMeaning>,
): { withPerson: readonly JudgedRow[]; leftOut: ImportedFeedback['leftOut'] } {
  const withPerson: JudgedRow[] = [];
  const words = new Map<string, { word: string; count: number }>();
  let [saysNothing, noLink] = [0, 0];
  for (const row of rows) {
    const meaning = meaningOf(row.outcome, own);
    if (meaning === null) {
      const key = outcomeKey(row.outcome);
      const { word, count } = words.get(key) ?? { word: row.outcome, count: 0 };
      words.set(key, { word, count: count + 1 });
    } else if (meaning === 'nothing') saysNothing += 1;
    else if (row.person === null) noLink += 1;
    else withPerson.push({ ...row, person: row.person, verdict: meaning });
  }
  if (words.size > 0) throw unknownOutcomes(path, [...words.values()]);
  return { withPerson, leftOut: { saysNothing, noLink } };
}

function unknownOutcomes(path: string, words: readonly { word: string; count: number }[]): UsageError {
  const most = words.toSorted((one, other) => other.count - one.count);
  const listed = most.slice(0, SHOWN_WORDS).map(({ word, count }) => `  ${count} × ${word}`);
  const more = words.length > SHOWN_WORDS ? [`  … and ${words.length - SHOWN_WORDS} more`] : [];
  return new UsageError(
    'unknown_outcomes',
    `it is not known whether these outcomes in ${path} mean a fit; nothing was stored:\n${[...listed, ...more].join('\n')}`,
    'say what they mean, separated by commas: --fit WORDS, --not-fit WORDS, or --ignore WORDS for those that say nothing of it',
  );
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
