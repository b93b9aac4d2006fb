import type { Mention, QuotedCriterion } from '../domain/targeting/mention.ts';
import { type Database, type Queryable, recordset } from './database.ts';

/** A call that was read to its end, for one client. */
export interface ReadCall {
  readonly clientId: number;
  readonly source: 'fathom' | 'file';
  readonly callId: string;
  readonly origin: 'network' | 'local';
  readonly title: string | null;
  readonly url: string | null;
  readonly heldAt: Date | null;
  readonly transcriptHash: string;
  /** Model and prompt version. */
  readonly extractor: string;
}

export type CallKey = Pick<ReadCall, 'clientId' | 'source' | 'origin'>;

/** The hashes of the transcripts that were read, by id of the call. */
export async function findReadCalls(
  database: Queryable,
  { clientId, source, origin }: CallKey,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.query<{ callId: string; transcriptHash: string }>(
    `select call_id as "callId", transcript_hash as "transcriptHash" from fathom_calls
      where client_id = $1 and source = $2 and origin = $3 and call_id = any($4::text[])`,
    [clientId, source, origin, callIds],
  );
  return new Map(rows.map((row) => [row.callId, row.transcriptHash]));
}

/** Records that the call was read, with what was said in it; what an earlier reading of it left is replaced. */
export function saveReadCall(
  database: Database,
  call: ReadCall,
  criteria: readonly QuotedCriterion[],
): Promise<void> {
  return database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ id: number }>(
      `insert into fathom_calls (client_id, source, call_id, origin, title, url, held_at, transcript_hash, extractor)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (client_id, source, call_id, origin) do update
          set title = excluded.title, url = excluded.url, held_at = excluded.held_at, read_at = now(),
              transcript_hash = excluded.transcript_hash, extractor = excluded.extractor
       returning id`,
      [
        call.clientId,
        call.source,
        call.callId,
        call.origin,
        call.title,
        call.url,
        call.heldAt?.toISOString() ?? null,
        call.transcriptHash,
        call.extractor,
      ],
    );
    const { id } = rows[0]!;
    await transaction.query('delete from call_criteria where fathom_call_id = $1', [id]);
    await transaction.query(
      `insert into call_criteria (fathom_call_id, kind, stance, value, quote, speaker, at_seconds)
       select $1, kind, stance, value, quote, speaker, "atSeconds"
         from json_to_recordset($2::json)
           as r(kind text, stance text, value text, quote text, speaker text, "atSeconds" integer)`,
      [id, recordset(criteria)],
    );
  });
}

/** Everything that was said in the client's calls, as one kind of extractor read it. */
export async function listMentions(
  database: Queryable,
  clientId: number,
  origin: 'network' | 'local',
): Promise<readonly Mention[]> {
  const { rows } = await database.query<
    QuotedCriterion & {
      id: number;
      callId: string;
      title: string | null;
      url: string | null;
      heldAt: Date | null;
    }
  >(
    `select r.kind, r.stance, r.value, r.quote, r.speaker, r.at_seconds as "atSeconds",
            c.id, c.call_id as "callId", c.title, c.url, c.held_at as "heldAt"
       from call_criteria r
       join fathom_calls c on c.id = r.fathom_call_id
      where c.client_id = $1 and c.origin = $2
      order by r.id`,
    [clientId, origin],
  );
  return rows.map(({ id, callId, title, url, heldAt, ...criterion }) => ({
    ...criterion,
    call: { id, callId, title, url, heldAt },
  }));
}
