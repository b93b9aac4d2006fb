import type { Database } from './database.ts';

/** Where profiles are, what is made of them, and where people are mentioned. */
const TABLES = [
  'leads',
  'lead_batches',
  'lead_events',
  'lead_scores',
  'verdicts',
  'profile_cache',
  'profile_keys',
  'earlier_profile_texts',
  'embeddings',
  'classifications',
  'rerank_scores',
  'actor_runs',
  'fathom_calls',
  'call_criteria',
  'call_extractions',
  'client_icps',
];

/**
 * Makes the files of an embedded database forget what was erased from its tables, whose bytes would else stay until something is written over them: in the
 * tables, and in the log of what was written before, which is begun anew instead of written over. A server does both by itself, in its own time; doing it there would hold
 * everybody up.
 */
export async function rewriteTables(database: Database): Promise<void> {
  if (database.kind !== 'embedded') return;
  for (const table of TABLES) await database.query(`vacuum full ${table}`);
  await database.query('set wal_recycle = off');
  await database.query('select pg_switch_wal()');
  await database.query('checkpoint');
  await database.query('reset wal_recycle');
}
