import { UsageError } from '../domain/errors.ts';
import { identityKeys } from '../domain/linkedin-id.ts';
import type { FoundPerson } from '../domain/person.ts';
import { mergePeople } from '../stages/ingest/merge-people.ts';
import { NobodyFound, type RejectedRow } from '../stages/ingest/nobody-found.ts';
import { readInput } from '../stages/ingest/read-input.ts';
import type { Reading } from '../stages/ingest/read-people.ts';
import type { ProfileItem, ReadOptions } from '../stages/ingest/recogniser.ts';
import { MAX_REJECTS } from '../stages/ingest/reject-list.ts';
import {
  type BatchSource,
  ensureBatch,
  findBatchOfSources,
  freeBatchName,
  recordSources,
} from '../store/batches.ts';
import { requireClient } from '../store/clients.ts';
import { forgetNewNames } from '../store/forget-person.ts';
import { insertLeads } from '../store/insert-leads.ts';
import { contentHash } from '../support/hash.ts';
import { cleanLine } from '../support/text.ts';
import type { App } from './app.ts';
import { batchNameOf, type InputFile, readInputs } from './input-files.ts';
import { keepBroughtProfiles } from './keep-brought-profiles.ts';
import { type WrittenRejects, writeRejects } from './write-rejects.ts';

export interface IngestRequest {
  readonly files: readonly string[];
  readonly client: string;
  readonly batch?: string | undefined;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly reading?: ReadOptions;
  /** `--rejects FILE`: where the rows go that look like people and cannot be used. */
  readonly rejectsFile?: string | undefined;
}

export interface IngestedFile {
  readonly path: string;
  readonly kind: string;
  /** Why it was taken for that. */
  readonly why: string;
  readonly found: number;
  readonly skipped: number;
  readonly statedTotal: number | null;
}

export interface IngestResult {
  readonly client: string;
  readonly batch: { readonly id: number; readonly name: string };
  readonly found: number;
  readonly created: number;
  readonly duplicates: number;
  /** Those of `found` who are to stay forgotten, and were left out. */
  readonly forgotten: number;
  /** Scraped profiles that the files brought along: they are in the cache now. */
  readonly profiles: number;
  readonly files: readonly IngestedFile[];
  /** Null unless asked for. */
  readonly rejects: WrittenRejects | null;
}

export interface ReadSources {
  readonly people: readonly FoundPerson[];
  readonly files: readonly IngestedFile[];
  readonly sources: readonly BatchSource[];
  readonly warnings: readonly string[];
  /** Scraped profiles that the files bring along. */
  readonly profileItems: readonly ProfileItem[];
}

/**
 * People of all the files together, each once. A file of a folder that holds nobody is only warned of if another holds somebody. The rows
 * that cannot be used are told to `onReject`, also before a UsageError because there were no others.
 */
export async function readSources(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
  onReject: (row: RejectedRow) => void = () => {},
): Promise<ReadSources> {
  const lists: (readonly FoundPerson[])[] = [];
  const files: IngestedFile[] = [];
  const sources: BatchSource[] = [];
  const warnings: string[] = [];
  const profileItems: ProfileItem[] = [];
  let firstProblem: UsageError | null = null;
  for await (const { file, reading } of readEach(paths, stdin, options)) {
    if (!(reading instanceof UsageError) || reading instanceof NobodyFound) reading.rejects.forEach(onReject);
    if (reading instanceof UsageError) {
      if (paths.includes(file.path)) throw reading;
      firstProblem ??= reading;
      warnings.push(reading.message);
      continue;
    }
    const { kind, why, people, skipped, statedTotal } = reading;
    lists.push(people);
    files.push({ path: file.path, kind, why, found: people.length, skipped, statedTotal });
    profileItems.push(...reading.profileItems);
    sources.push({
      contentHash: contentHash(file.bytes),
      path: file.path,
      kind,
      found: people.length,
      skipped,
      statedTotal,
    });
    warnings.push(...reading.warnings.map((warning) => `${file.path}: ${warning}`));
  }
  if (files.length === 0 && firstProblem !== null) throw firstProblem;
  const unused = options.columns !== undefined && !files.some(isTable);
  if (unused) warnings.push('--map applies to tables (CSV), and no file was one: it changed nothing');
  return { people: mergePeople(lists), files, sources, warnings, profileItems };
}

/** Also in a container, whose explanation quotes those of its parts. */
function isTable({ kind, why }: IngestedFile): boolean {
  return /\bcsv$/.test(kind) || /\bcsv: /.test(why);
}

/** The files, one at a time, each with what is in it or why nobody can be read in it. */
export async function* readEach(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<{ readonly file: InputFile; readonly reading: Reading | UsageError }, void, undefined> {
  for await (const file of readInputs(paths, stdin)) {
    try {
      yield { file, reading: await readInput(file, options) };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      yield { file, reading: error };
    }
  }
}

/** People in the files → a batch of `discovered` leads, all or nothing. The same files again are the same batch. */
export async function ingestFiles(app: App, request: IngestRequest): Promise<IngestResult> {
  if (
    request.batch !== undefined &&
    (cleanLine(request.batch) !== request.batch || request.batch.length > 100)
  ) {
    throw new UsageError(
      'bad_batch_name',
      'the name of a batch must be 1 to 100 characters on one line, without blanks around it',
      'name another with --batch',
    );
  }
  const client = await requireClient(app.database, request.client);
  const { people, files, sources, warnings, profileItems, written } = await readAndReject(request);
  for (const warning of warnings) app.notice(warning);
  const profiles = await keepBroughtProfiles(app, profileItems);
  const { forgotten, result } = await app.database.transaction(
    async (transaction) => {
      const hashes = [...new Set(sources.map((source) => source.contentHash))];
      const known =
        request.batch === undefined ? await findBatchOfSources(transaction, client.id, hashes) : null;
      const wished = request.batch ?? batchNameOf(request.files[0]!);
      const name = request.batch ?? (await freeBatchName(transaction, client.id, wished));
      const batch = known ?? (await ensureBatch(transaction, client.id, name));
      const { created, forgotten } = await insertLeads(transaction, client.id, batch.id, people);
      await recordSources(transaction, batch.id, sources);
      return {
        forgotten,
        result: {
          client: client.slug,
          batch: { id: batch.id, name: batch.name },
          found: people.length,
          created,
          duplicates: people.length - created - forgotten.size,
          forgotten: forgotten.size,
          profiles,
          files,
          rejects: written,
        },
      };
    },
    { long: true },
  );
  await forgetNewNames(app.database, (position) => identityKeys(people[position]!), forgotten);
  return result;
}

/** Reads the files and writes the rows that cannot be used, above all when there are no others: then the file says why. */
async function readAndReject({
  files,
  stdin,
  reading,
  rejectsFile,
}: IngestRequest): Promise<ReadSources & { readonly written: WrittenRejects | null }> {
  const rejects: RejectedRow[] = [];
  const write = async () => (rejectsFile === undefined ? null : await writeRejects(rejectsFile, rejects));
  const keep = (row: RejectedRow) => {
    // Of all the files together no more than of one.
    if (rejects.length < MAX_REJECTS) rejects.push(row);
  };
  try {
    const sources = await readSources(files, stdin, reading, keep);
    return { ...sources, written: await write() };
  } catch (error) {
    if (!(error instanceof UsageError) || rejects.length === 0) throw error;
    const written = await write();
    if (written === null || written.path === null) throw error;
    throw new UsageError(error.code, `${error.message}; the rows are in ${written.path}`, error.hint);
  }
}
