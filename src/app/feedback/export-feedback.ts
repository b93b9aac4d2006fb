import type { Writable } from 'node:stream';
import { type SettledVerdict, settleVerdict } from '../../domain/learning/settled-verdict.ts';
import { type ExportFormat, writeDocuments, writeRows } from '../../stages/export/export-writer.ts';
import { FEEDBACK_COLUMNS, labelDocument } from '../../stages/export/feedback-columns.ts';
import { ktoExample } from '../../stages/export/kto-example.ts';
import { listIcpTexts } from '../../store/clients.ts';
import { type LeadFeedback, lendFeedback, lendLeadFeedback } from '../../store/feedback.ts';
import type { App } from '../app.ts';
import { type Draft, datedPath, writeOutput } from '../output-file.ts';
import { resolveScope } from '../resolve-scope.ts';
import { reasonOf } from './settled-reason.ts';

/** For a trainer, for `icp eval`, for a spreadsheet. */
export type FeedbackFormat = 'kto' | 'labels' | 'csv';

/** So that one can be told from the other without opening it. */
const FILE_NAMES: Readonly<Record<FeedbackFormat, string>> = {
  kto: 'kto',
  labels: 'labels',
  csv: 'feedback',
};

export interface FeedbackRequest {
  readonly format: FeedbackFormat;
  /** Slug of the client; undefined: all. */
  readonly client?: string | undefined;
  /** Also whom somebody exported and nobody judged; as csv they are there anyway. */
  readonly withExports: boolean;
  readonly output?: string | undefined;
  readonly stdout: Writable;
}

/** Why there is no line of a lead. */
export type NoLine = 'disagreed' | 'no_profile' | 'no_icp';

export interface WrittenFeedback {
  readonly written: number;
  readonly leftOut: Readonly<Record<NoLine, number>>;
  /** Null when there was nothing to write or it went to standard output. */
  readonly path: string | null;
}

type UsedApp = Pick<App, 'database' | 'clock'>;
type Counts = { written: number; leftOut: Record<NoLine, number> };
/** What is written of a lead, or why nothing is. */
type Line = (lead: LeadFeedback, settled: Exclude<SettledVerdict, 'disagreed'>) => object | NoLine;

/** Writes what people said of leads, for a trainer, for `icp eval` or for a spreadsheet: whole or not at all, and no file without a line. */
export async function exportFeedback(app: UsedApp, request: FeedbackRequest): Promise<WrittenFeedback> {
  const { client, format, output, stdout } = request;
  const { clientId } = await resolveScope(app.database, { client });
  const extension: ExportFormat = format === 'csv' ? 'csv' : 'jsonl';
  const defaultPath = datedPath([client ?? 'all', FILE_NAMES[format]], app.clock.now(), extension);
  return writeOutput({ output, defaultPath, stdout }, async (draft) => {
    const counts =
      format === 'csv'
        ? await writeAll(app, clientId, draft)
        : await writeLeads(app, clientId, request, draft);
    return { ...counts, path: counts.written === 0 ? null : await draft.publish() };
  });
}

async function writeAll({ database }: UsedApp, clientId: number | null, draft: Draft): Promise<Counts> {
  return lendFeedback(database, clientId, async (pages) => {
    const counts = noCounts();
    const counted = async function* () {
      for await (const page of pages) {
        counts.written += page.length;
        yield page;
      }
    };
    await draft.write((stream) => writeRows(counted(), FEEDBACK_COLUMNS, 'csv', stream));
    return counts;
  });
}

async function writeLeads(
  { database }: UsedApp,
  clientId: number | null,
  { format, withExports }: FeedbackRequest,
  draft: Draft,
): Promise<Counts> {
  const isKto = format === 'kto';
  const lineOf = isKto ? ktoLine(await listIcpTexts(database, clientId)) : labelLine;
  return lendLeadFeedback(database, { clientId, withExports, withProfiles: isKto }, async (pages) => {
    const counts = noCounts();
    const documents = async function* () {
      for await (const page of pages) yield documentsOf(page, lineOf, counts);
    };
    await draft.write((stream) => writeDocuments(documents(), stream));
    return counts;
  });
}

function documentsOf(page: readonly LeadFeedback[], lineOf: Line, counts: Counts): object[] {
  return page.flatMap((lead) => {
    const settled = settleVerdict(lead.votes);
    if (settled === null) return [];
    const line = settled === 'disagreed' ? settled : lineOf(lead, settled);
    if (typeof line === 'string') {
      counts.leftOut[line] += 1;
      return [];
    }
    counts.written += 1;
    return [line];
  });
}

const noCounts = (): Counts => ({ written: 0, leftOut: { disagreed: 0, no_profile: 0, no_icp: 0 } });

const labelLine: Line = (lead, settled) =>
  labelDocument(lead, settled, settled === 'exported' ? 'exported' : reasonOf(lead.votes, settled));

/** Under the ICP that the latest of those who agree had before them, else the client's current one. */
function ktoLine(icps: Awaited<ReturnType<typeof listIcpTexts>>): Line {
  const texts = new Map(icps.map(({ id, text }) => [id, text]));
  const current = new Map(icps.map(({ clientId, text }) => [clientId, text]));
  return ({ clientId, votes, profileText }, settled) => {
    if (profileText === null) return 'no_profile';
    const isFit = settled !== 'not_fit';
    const under = votes.find(
      ({ icpId, verdict }) => icpId !== null && (verdict === 'fit') === isFit && texts.has(icpId),
    );
    const icp = texts.get(under?.icpId ?? -1) ?? current.get(clientId);
    return icp === undefined ? 'no_icp' : ktoExample(icp, profileText, isFit);
  };
}
