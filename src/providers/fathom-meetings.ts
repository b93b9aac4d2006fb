import { z } from 'zod';
import { RetryLater } from '../domain/errors.ts';
import { spokenEntries } from '../domain/targeting/spoken-entries.ts';
import { webAddress } from '../domain/web-address.ts';
import type { Allowance } from '../pipeline/pace.ts';
import type { Call, CallPage, CallQuery, CallSource } from '../ports/call-source.ts';
import { moment } from '../support/moment.ts';
import { cleanLine } from '../support/text.ts';
import {
  FATHOM_SETTINGS,
  type FathomAnswer,
  fathomFailure,
  resetSeconds,
  unreadableAnswer,
} from './fathom-failure.ts';
import {
  boundedFetch,
  connectionFailure,
  type Fetch,
  requireUsableKey,
  serviceUrl,
  withDeadline,
} from './http-answer.ts';

export interface FathomOptions {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  /** Told when nothing is left of the limit for now. */
  readonly onAllowance: (allowance: Allowance) => void;
  /** Milliseconds for one page, its whole body included. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;
/** Ten transcripts of eight hours each come to less. */
const MAX_ANSWER_BYTES = 64_000_000;
const LONGEST_TITLE = 200;
const LONGEST_ID = 100;

const text = z.string().nullish().catch(null);
const page = z.object({
  items: z.array(z.unknown()),
  next_cursor: z.string().nullish().catch(null),
});
/** Only the id is needed; whatever else is missing, null or something else is not known. */
const meeting = z.object({
  recording_id: z
    .union([z.number().int(), z.string().max(LONGEST_ID)])
    .transform((id) => cleanLine(String(id)))
    .pipe(z.string()),
  title: text,
  meeting_title: text,
  url: text,
  share_url: text,
  created_at: moment,
  scheduled_start_time: moment,
  recording_start_time: moment,
  calendar_invitees_domains_type: text,
  calendar_invitees: z
    .array(
      z
        .object({ email: text, email_domain: text, is_external: z.boolean().nullish().catch(null) })
        .catch({ email: null, email_domain: null, is_external: null }),
    )
    .nullish()
    .catch(null),
  transcript: z.array(z.unknown()).nullish().catch(null),
});

/** The meetings that a Fathom key sees, with their transcripts, newest first, as `GET /meetings` lists them (PROVIDERS.md §5). */
export function createFathomMeetings(options: FathomOptions): CallSource {
  const { apiKey } = options;
  const fetch = boundedFetch(options.fetch, MAX_ANSWER_BYTES);
  return {
    provider: 'fathom',
    model: 'meetings',
    async page(query, cursor, signal): Promise<CallPage> {
      const base = serviceUrl(options.baseUrl, FATHOM_SETTINGS);
      requireUsableKey(apiKey, FATHOM_SETTINGS);
      const url = pageUrl(base, query, cursor);
      const answer = await withDeadline(options.timeoutMs ?? TIMEOUT_MS, signal, async (callSignal) => {
        try {
          const headers = { 'x-api-key': apiKey, accept: 'application/json' };
          const response = await fetch(url, { headers, signal: callSignal });
          return { status: response.status, headers: response.headers, text: await response.text() };
        } catch (error) {
          throw error instanceof RetryLater ? error : connectionFailure(error, url.host);
        }
      });
      tellAllowance(answer.headers, options.onAllowance);
      if (answer.status !== 200) throw fathomFailure(answer, url.host, apiKey);
      return readPage(answer, url.host);
    },
  };
}

function pageUrl(base: URL, { since, domains }: CallQuery, cursor: string | null): URL {
  const url = new URL(base);
  url.pathname += '/meetings';
  url.searchParams.set('include_transcript', 'true');
  if (since !== null) url.searchParams.set('created_after', since.toISOString());
  for (const domain of domains) url.searchParams.append('calendar_invitees_domains[]', domain);
  if (cursor !== null) url.searchParams.set('cursor', cursor);
  return url;
}

/** Fathom's limit is a window that opens again all at once, not a bucket that fills up: until then there is nothing. */
function tellAllowance(headers: Headers, tell: (allowance: Allowance) => void): void {
  const reset = resetSeconds(headers);
  if (headers.get('ratelimit-remaining')?.trim() === '0' && reset !== null)
    tell({ limit: 1, remaining: 0, fullInMs: reset * 1000 });
}

function readPage(answer: FathomAnswer, host: string): CallPage {
  let json: unknown;
  try {
    json = JSON.parse(answer.text);
  } catch {
    throw unreadableAnswer(host, 'it is not valid JSON');
  }
  const parsed = page.safeParse(json);
  if (!parsed.success) throw unreadableAnswer(host, 'it is not a list of meetings');
  const calls = parsed.data.items.flatMap((item) => {
    const read = meeting.safeParse(item);
    return read.success ? [callOf(read.data)] : [];
  });
  return {
    calls,
    unreadable: parsed.data.items.length - calls.length,
    next: parsed.data.next_cursor || null,
  };
}

function callOf(item: z.infer<typeof meeting>): Call {
  const line = (said: string | null | undefined) => cleanLine(said?.slice(0, LONGEST_TITLE));
  const turns = spokenEntries(item.transcript ?? []);
  return {
    source: 'fathom',
    id: item.recording_id,
    title: line(item.title) ?? line(item.meeting_title),
    url: webAddress(item.url) ?? webAddress(item.share_url),
    heldAt: item.recording_start_time ?? item.scheduled_start_time ?? item.created_at ?? null,
    calendarTitle: line(item.meeting_title),
    domains: [
      ...new Set(
        (item.calendar_invitees ?? []).flatMap(({ email, email_domain: domain, is_external: isGuest }) =>
          isGuest === false ? [] : (domain?.toLowerCase() ?? mailDomain(email)),
        ),
      ),
    ],
    internal: item.calendar_invitees_domains_type === 'only_internal',
    turns: turns.length === 0 ? null : turns,
  };
}

function mailDomain(email: string | null | undefined): string[] {
  const domain = email?.split('@')[1]?.toLowerCase();
  return domain ? [domain] : [];
}
