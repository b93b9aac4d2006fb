import { UsageError } from '../domain/errors.ts';
import type { Icp } from '../domain/icp.ts';
import { currentIcps, insertClient, requireClient, saveIcp } from '../store/clients.ts';
import type { App } from './app.ts';
import { type EnrichResult, enrichLeads } from './enrich-leads.ts';
import { type ExportRequest, type ExportResult, exportLeads } from './export-leads.ts';
import { type IngestRequest, type IngestResult, ingestFiles } from './ingest-files.ts';
import { type QualifyResult, qualifyLeads } from './qualify-leads.ts';
import { openServices, requireStageKeys, type SpendOptions } from './services.ts';
import type { OnProgress } from './stage-progress.ts';

export interface PipelineRequest extends SpendOptions {
  readonly ingest: IngestRequest;
  /** Makes this the client's ICP first; and the client, if it does not exist. */
  readonly icp: Icp | null;
  readonly rerank: boolean;
  readonly allowListwise: boolean;
  /** See QualifyRequest. */
  readonly shortlist?: number | undefined;
  readonly export: Pick<ExportRequest, 'output' | 'format' | 'minScore' | 'top' | 'stdout'>;
  readonly onProgress?: OnProgress | undefined;
  readonly onStage?: (stage: 'ingest' | 'enrich' | 'qualify' | 'export') => void;
}

export interface PipelineResult {
  readonly ingest: IngestResult;
  readonly enrich: EnrichResult;
  readonly qualify: QualifyResult;
  readonly export: ExportResult;
}

/** Ingest → enrich → qualify → export. Every step takes up what an earlier, interrupted call of the same request left undone. */
export async function runPipeline(app: App, request: PipelineRequest): Promise<PipelineResult> {
  requireStageKeys(app.settings, ['enrich', 'qualify'], request.rerank);
  await prepareClient(app, request.ingest.client, request.icp);
  request.onStage?.('ingest');
  const ingest = await ingestFiles(app, request.ingest);
  const client = await requireClient(app.database, ingest.client);
  const scope = { clientId: client.id, batchId: ingest.batch.id };
  const services = await openServices(app, scope, request);
  const common = { ...request, scope, limit: null };
  const buy = async () => {
    request.onStage?.('enrich');
    const enrich = await enrichLeads(app, common, services);
    request.onStage?.('qualify');
    return { enrich, qualify: await qualifyLeads(app, { ...common, rescore: false }, services) };
  };
  const { enrich, qualify } = await buy().finally(services.end);
  request.onStage?.('export');
  const exported = await exportLeads(app, {
    ...request.export,
    scope,
    again: false,
    client: client.slug,
    batch: ingest.batch.name,
  });
  return { ingest, enrich, qualify, export: exported };
}

/** Throws UsageError unless there is such a client, with an ICP. */
export async function requireIcp(app: App, slug: string): Promise<void> {
  const client = await requireClient(app.database, slug);
  if ((await currentIcps(app.database, client.id)).length > 0) return;
  throw new UsageError('no_icp', `client "${slug}" has no ICP to score against`, 'add --icp FILE');
}

async function prepareClient(app: App, slug: string, icp: Icp | null): Promise<void> {
  if (icp === null) return requireIcp(app, slug);
  await app.database.transaction(async (transaction) => {
    const added = await insertClient(transaction, slug, slug);
    if (added !== null) app.notice(`added client ${slug}`);
    const client = added ?? (await requireClient(transaction, slug));
    const { icp: saved, changed } = await saveIcp(transaction, client.id, icp);
    if (changed && saved.version > 1) app.notice(`the ICP of ${slug} is now version ${saved.version}`);
  });
}
