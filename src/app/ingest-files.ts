import { UsageError } from '../domain/errors.ts';
import type { FoundPerson } from '../domain/person.ts';
import { mergePeople } from '../stages/ingest/merge-people.ts';
import { readInput } from '../stages/ingest/read-input.ts';
import type { Reading } from '../stages/ingest/read-people.ts';
import type { ProfileItem, ReadOptions, Reject } from '../stages/ingest/recogniser.ts';
import {
  type BatchSource,
  ensureBatch,
  findBatchOfSources,
  freeBatchName,
  recordSources,
} from '../store/batches.ts';
import { requireClient } from '../store/clients.ts';
import { insertLeads } from '../store/insert-leads.ts';
import { contentHash } from '../support/hash.ts';
import { cleanLine } from '../support/text.ts';
import type { App } from './app.ts';
import { batchNameOf, type InputFile, readInputs } from './input-files.ts';

export interface IngestRequest {
  readonly files: readonly string[];
  readonly client: string;
  readonly batch?: string | undefined;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly reading?: ReadOptions;
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
  readonly suppressed: number;
  readonly files: readonly IngestedFile[];
  /** Rows that look like people but cannot be used. */
  readonly rejects: readonly RejectedRow[];
}

export interface RejectedRow extends Reject {
  readonly path: string;
}

export interface ReadSources {
  readonly people: readonly FoundPerson[];
  readonly files: readonly IngestedFile[];
  readonly sources: readonly BatchSource[];
  readonly warnings: readonly string[];
  readonly rejects: readonly RejectedRow[];
  /** Scraped profiles that the files bring along. */
  readonly profileItems: readonly ProfileItem[];
}

/** People of all the files together, each once. A file of a folder that holds nobody is only warned of if another holds somebody. */
export async function readSources(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<ReadSources> {
  const lists: (readonly FoundPerson[])[] = [];
  const files: IngestedFile[] = [];
  const sources: BatchSource[] = [];
  const warnings: string[] = [];
  const rejects: RejectedRow[] = [];
  const profileItems: ProfileItem[] = [];
  let firstProblem: UsageError | null = null;
  for await (const file of readInputs(paths, stdin)) {
    const reading = await readOrExplain(file, options);
    if (reading instanceof UsageError) {
      if (paths.includes(file.path)) throw reading;
      firstProblem ??= reading;
      warnings.push(reading.message);
      continue;
    }
    const { kind, why, people, skipped, statedTotal } = reading;
    lists.push(people);
    files.push({ path: file.path, kind, why, found: people.length, skipped, statedTotal });
    rejects.push(...reading.rejects.map((reject) => ({ path: file.path, ...reject })));
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
  return { people: mergePeople(lists), files, sources, warnings, rejects, profileItems };
}

async function readOrExplain(file: InputFile, options: ReadOptions): Promise<Reading | UsageError> {
  try {
    return await readInput(file, options);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
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
  const { people, files, sources, warnings, rejects } = await readSources(
    request.files,
    request.stdin,
    request.reading,
  );
  for (const warning of warnings) app.notice(warning);
  return app.database.transaction(
    async (transaction) => {
      const hashes = [...new Set(sources.map((source) => source.contentHash))];
      const known =
        request.batch === undefined ? await findBatchOfSources(transaction, client.id, hashes) : null;
      const wished = request.batch ?? batchNameOf(request.files[0]!);
      const name = request.batch ?? (await freeBatchName(transaction, client.id, wished));
      const batch = known ?? (await ensureBatch(transaction, client.id, name));
      const { created } = await insertLeads(transaction, client.id, batch.id, people);
      await recordSources(transaction, batch.id, sources);
      return {
        client: client.slug,
        batch: { id: batch.id, name: batch.name },
        found: people.length,
        created,
        duplicates: people.length - created,
        suppressed: 0,
        files,
        rejects,
      };
    },
    { long: true },
  );
}
