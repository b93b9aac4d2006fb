import { checkCriteria } from '../../calls/check-criteria.ts';
import { GiveUp, RetryLater, StopRun } from '../../domain/errors.ts';
import { saveReadCall } from '../../store/fathom-calls.ts';
import type { OnProgress } from '../stage-progress.ts';
import type { CallToRead, PlannedReading } from './planned-reading.ts';
import { SYNC_STAGE, type SyncServices } from './sync-services.ts';

export interface FailedCall {
  readonly id: string;
  readonly title: string | null;
  readonly code: string;
  readonly message: string;
}

export interface ReadingResult {
  readonly read: number;
  readonly failed: readonly FailedCall[];
  /** Criteria that were dropped: their quotes are not in the transcript. */
  readonly withoutQuote: number;
  /** Criteria that were dropped: nothing can be made of their values. */
  readonly withoutValue: number;
  /** Criteria that were dropped: a part of a call had enough others. */
  readonly tooMany: number;
  readonly costUsd: number;
  readonly unknownCosts: number;
}

/**
 * Reads each call to its end and records it with what was said in it. A call of which a part cannot be read fails alone; its other parts are kept. Throws the
 * StopRun that ended it early, after all calls under way have ended.
 */
export async function readCalls(
  services: SyncServices,
  { calls: toRead }: Pick<PlannedReading, 'calls'>,
  onProgress: OnProgress,
): Promise<ReadingResult> {
  const { app, calls } = services;
  const dropped = { withoutQuote: 0, withoutValue: 0, tooMany: 0 };
  const failed: FailedCall[] = [];
  let read = 0;
  const report = () =>
    onProgress({
      stage: 'calls',
      done: read,
      failed: failed.length,
      total: toRead.length,
      costUsd: calls.budget.spentUsd,
    });
  if (toRead.length > 0) report();
  const work = async (one: CallToRead) => {
    try {
      const { withoutQuote, withoutValue, tooMany } = await readCall(services, one);
      dropped.withoutQuote += withoutQuote;
      dropped.withoutValue += withoutValue;
      dropped.tooMany += tooMany;
      read += 1;
    } catch (error) {
      if (!(error instanceof RetryLater || error instanceof GiveUp)) {
        if (error instanceof StopRun) app.halt.stop(error);
        throw error;
      }
      const { code, message } = error;
      failed.push({ id: one.call.id, title: one.call.title, code, message });
    }
    report();
  };
  const ended = await services.holding(async () => {
    const settled = await Promise.allSettled(toRead.map(work));
    await calls.recorded();
    return settled;
  });
  for (const one of ended) {
    if (one.status === 'fulfilled') continue;
    if (read > 0) app.notice(`${read} of ${toRead.length} calls were read and are kept`);
    throw one.reason;
  }
  return {
    read,
    failed: failed.sort((one, other) => (one.id < other.id ? -1 : 1)),
    ...dropped,
    costUsd: calls.budget.spentUsd,
    unknownCosts: calls.budget.unknownCosts,
  };
}

async function readCall(
  { app, client, origin, extractor, extractions }: SyncServices,
  { call, transcriptHash, parts }: CallToRead,
): Promise<Omit<Checked, 'criteria'>> {
  const context = { clientId: client.id, batchId: null, leadId: null };
  const answers = await Promise.allSettled(
    parts.map(async (part) => checkCriteria(part.part, await extractions.get(part, SYNC_STAGE, context))),
  );
  const failure = answers.find((answer) => answer.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  const checked = answers.map((answer) => (answer as PromiseFulfilledResult<Checked>).value);
  const { title, url, heldAt, source, id } = call;
  await saveReadCall(
    app.database,
    {
      clientId: client.id,
      source,
      callId: id,
      origin,
      title,
      url,
      heldAt,
      transcriptHash,
      extractor: `${extractor.model}/${extractor.promptVersion}`,
    },
    checked.flatMap(({ criteria }) => criteria),
  );
  const sum = (count: (one: Checked) => number) => checked.reduce((total, one) => total + count(one), 0);
  return {
    withoutQuote: sum((one) => one.withoutQuote),
    withoutValue: sum((one) => one.withoutValue),
    tooMany: sum((one) => one.tooMany),
  };
}

type Checked = ReturnType<typeof checkCriteria>;
