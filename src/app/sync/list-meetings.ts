import { GiveUp, NOT_BILLED, RetryLater, StopRun } from '../../domain/errors.ts';
import type { PaidCalls } from '../../pipeline/paid-call.ts';
import type { Call, CallPage, CallQuery, CallSource } from '../../ports/call-source.ts';
import { SYNC_STAGE } from './sync-services.ts';

/** Ten meetings a page: more than one key has seen. */
const MOST_PAGES = 5000;
/** Pages shift while they are read, and a filter may leave some empty; with so many in a row that bring nothing new, nothing new is to come. */
const MOST_PAGES_WITHOUT_NEWS = 20;

export interface ListRequest extends CallQuery {
  readonly clientId: number;
  /** Only these are looked for, and no page more than they take; null: all. */
  readonly ids: readonly string[] | null;
}

/** All meetings that the source lists, each once, though pages shift while they are read. Throws StopRun when a page cannot be had. */
export async function listMeetings(
  source: CallSource,
  calls: PaidCalls,
  request: ListRequest,
): Promise<{ readonly meetings: readonly Call[]; readonly unreadable: number }> {
  const meetings = new Map<string, Call>();
  const cursors = new Set<string>();
  let unreadable = 0;
  let withoutNews = 0;
  for (let cursor: string | null = null; ; ) {
    const page = await onePage(source, calls, request, cursor);
    const known = meetings.size;
    for (const call of page.calls) if (!meetings.has(call.id)) meetings.set(call.id, call);
    unreadable += page.unreadable;
    const isComplete = request.ids?.every((id) => meetings.has(id)) ?? false;
    if (page.next === null || isComplete) break;
    withoutNews = meetings.size > known ? 0 : withoutNews + 1;
    const isEndless = withoutNews >= MOST_PAGES_WITHOUT_NEWS || cursors.size >= MOST_PAGES;
    if (isEndless || cursors.has(page.next)) throw endless(source.provider);
    cursors.add(page.next);
    cursor = page.next;
  }
  return { meetings: [...meetings.values()], unreadable };
}

async function onePage(
  source: CallSource,
  calls: PaidCalls,
  request: ListRequest,
  cursor: string | null,
): Promise<CallPage> {
  const { provider, model } = source;
  const description = {
    kind: 'meetings',
    provider,
    model,
    stage: SYNC_STAGE,
    contexts: [{ clientId: request.clientId, batchId: null, leadId: null }],
    mostUsd: 0,
    price: () => 0,
    input: cursor,
  } as const;
  try {
    return await calls.run(description, async (signal) => ({
      value: await source.page(request, cursor, signal),
      usage: NOT_BILLED,
    }));
  } catch (error) {
    if (error instanceof RetryLater)
      throw new StopRun('unavailable', error.code, error.message, AGAIN, { cause: error });
    if (error instanceof GiveUp) {
      const hint = 'check what was asked for (--domain, --since) and FATHOM_BASE_URL';
      throw new StopRun('configuration', error.code, error.message, hint, { cause: error });
    }
    throw error;
  }
}

const AGAIN = 'run the same command again in a while; calls that were read before are kept';

function endless(provider: string): StopRun {
  return new StopRun(
    'unavailable',
    'endless_pages',
    `${provider} lists meetings without an end: its pages come again and again, or bring nothing new`,
    'narrow it down with --since or --calls, or read files with --transcript FILE',
  );
}
