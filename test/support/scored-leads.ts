import type { Score } from '../../src/domain/score.ts';
import { scoreKey } from '../../src/ports/qualify-work.ts';
import type { Queryable } from '../../src/store/database.ts';
import type { StatedVerdict } from '../../src/store/verdicts.ts';
import { addClient, type TestClient } from './leads.ts';

export interface ScoredClient extends TestClient {
  readonly slug: string;
  readonly icpId: number;
}

/** A client with an ICP. */
export async function addClientWithIcp(database: Queryable, slug: string): Promise<ScoredClient> {
  const client = await addClient(database, slug);
  return { ...client, slug, icpId: await addIcpVersion(database, client, 1) };
}

export async function addIcpVersion(
  database: Queryable,
  { clientId }: TestClient,
  version: number,
): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `insert into client_icps (client_id, version, criteria, icp_text, content_hash)
     values ($1, $2, '{}', $3, 'x') returning id`,
    [clientId, version, `Target titles: CFO ${version}`],
  );
  return rows[0]!.id;
}

export interface GivenScore {
  /** A number is a raw score. */
  readonly score: number | 'disqualified' | 'not_enough';
  readonly icpId?: number;
  readonly models?: string;
}

/** Leads called `<slug>-1`, `<slug>-2` …, each with a score if one is given. Returns their ids. */
export async function addScoredLeads(
  database: Queryable,
  { clientId, batchId, slug, icpId }: ScoredClient,
  scores: readonly (GivenScore | null)[],
): Promise<readonly number[]> {
  const { rows: leads } = await database.query<{ id: number }>(
    `insert into leads (client_id, batch_id, linkedin_url, public_identifier, name)
     select $1, $2, 'https://www.linkedin.com/in/' || $3::text || '-' || n, $3::text || '-' || n, $3::text || ' ' || n
       from generate_series(1, $4::int) n order by n returning id`,
    [clientId, batchId, slug, scores.length],
  );
  const rows = scores.flatMap((given, index) => {
    if (given === null) return [];
    const { score, icpId: under = icpId, models = 'models|v2' } = given;
    const parts: Score['parts'] =
      typeof score === 'string'
        ? []
        : [{ name: 'title', points: score, possible: 100, match: score / 100, reason: 'r', quote: null }];
    return [
      {
        lead_id: leads[index]!.id,
        icp_id: under,
        key: scoreKey(under, 'hash', models),
        verdict: typeof score === 'string' ? score : 'scored',
        score: score === 'not_enough' ? null : score === 'disqualified' ? 0 : score,
        parts,
      },
    ];
  });
  await database.query(
    `insert into lead_scores (lead_id, client_icp_id, score_key, verdict, score, parts, reasoning)
     select lead_id, icp_id, key, verdict, score, parts, 'r'
       from json_to_recordset($1::json)
         as r(lead_id bigint, icp_id bigint, key text, verdict text, score numeric, parts jsonb)`,
    [JSON.stringify(rows)],
  );
  return leads.map(({ id }) => id);
}

/** A verdict of a lead; by the reviewer `anna` unless told otherwise. */
export function stated(
  leadId: number,
  verdict: 'fit' | 'not_fit',
  change: Partial<StatedVerdict> = {},
): StatedVerdict {
  return {
    leadId,
    source: 'review',
    judge: 'anna',
    verdict,
    outcome: null,
    icpId: null,
    scoreShown: false,
    belowCut: false,
    ...change,
  };
}
