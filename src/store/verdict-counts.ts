import type { Queryable } from './database.ts';

export interface VerdictCounts {
  readonly fit: number;
  readonly notFit: number;
}

/** How many verdicts there are of a client's leads, each judge's counted. */
export async function countVerdicts(database: Queryable, clientId: number): Promise<VerdictCounts> {
  const { rows } = await database.query<VerdictCounts>(
    `select count(*) filter (where v.verdict = 'fit') as fit,
            count(*) filter (where v.verdict = 'not_fit') as "notFit"
       from verdicts v join leads l on l.id = v.lead_id
      where l.client_id = $1`,
    [clientId],
  );
  return rows[0]!;
}
