import pg from 'pg';
import type { LeadStatus } from '../../src/domain/lead-flow.ts';
import type { SimulatedRun } from '../simulators/apify-runs.ts';
import type { Purchase } from '../simulators/purchases.ts';
import type { ChaosClient, People } from './population.ts';
import type { ProcessRecord } from './process-crew.ts';

export interface LeadRow {
  readonly id: number;
  readonly client: string;
  readonly status: LeadStatus;
  readonly failedFrom: LeadStatus | null;
  readonly errorCode: string | null;
  readonly memberUrn: string | null;
  readonly publicIdentifier: string | null;
  readonly leasedBy: string | null;
}

export interface EventRow {
  readonly leadId: number;
  readonly from: LeadStatus;
  readonly to: LeadStatus;
}

export interface ActorRunRow {
  readonly id: number;
  readonly runId: string | null;
  readonly state: string;
  readonly costUsd: number | null;
  readonly intendedMs: number;
  readonly collectedMs: number | null;
  /** How often it stands in the usage ledger as billed, and for how much in all. */
  readonly billed: number;
  readonly usageUsd: number;
}

export interface UsageRow {
  readonly provider: string;
  readonly tokens: number;
  readonly costUsd: number;
  readonly unknownApifyCosts: number;
}

/** What the database says at the end of a round. */
export interface DatabaseEvidence {
  readonly leads: readonly LeadRow[];
  readonly events: readonly EventRow[];
  readonly actorRuns: readonly ActorRunRow[];
  readonly usage: readonly UsageRow[];
  /** Answers that somebody still claims to be buying. */
  readonly answersUnderWay: number;
}

/** A row of an export: the person, and what a client is told of them. */
export interface ExportedRow {
  readonly profile_url: string;
  readonly icp_score: number | null;
  readonly match_reasoning: string;
  readonly industry: string | null;
  readonly company_type: string | null;
}

export interface ExportFile {
  /** The process that wrote it. */
  readonly writer: ProcessRecord;
  readonly client: string;
  readonly urls: readonly string[];
}

/** All that the checks of a round need. */
export interface Evidence {
  readonly clients: readonly ChaosClient[];
  readonly people: People;
  readonly database: DatabaseEvidence;
  readonly runs: readonly SimulatedRun[];
  readonly apifyBilledUsd: number;
  readonly purchases: readonly Purchase[];
  readonly processes: readonly ProcessRecord[];
  /** Names of the processes of the undisturbed end. */
  readonly lastProcesses: ReadonlySet<string>;
  /** Everybody who was ever exported, by client, as the last export says. */
  readonly exported: ReadonlyMap<string, readonly ExportedRow[]>;
  /** The same of an undisturbed run. */
  readonly undisturbed: ReadonlyMap<string, readonly ExportedRow[]>;
  readonly exportFiles: readonly ExportFile[];
}

export async function readDatabase(url: string): Promise<DatabaseEvidence> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const all = async <Row>(sql: string): Promise<Row[]> => (await client.query(sql)).rows as Row[];
  try {
    const leads = await all<LeadRow>(
      `select l.id::int, c.slug as client, l.status, l.failed_from as "failedFrom", l.error_code as "errorCode",
              l.member_urn as "memberUrn", l.public_identifier as "publicIdentifier", l.leased_by as "leasedBy"
         from leads l join clients c on c.id = l.client_id order by l.id`,
    );
    const events = await all<EventRow>(
      'select lead_id::int as "leadId", from_status as "from", to_status as "to" from lead_events order by id',
    );
    const actorRuns = await all<ActorRunRow>(
      `select a.id::int, a.run_id as "runId", a.state, a.cost_usd::float8 as "costUsd",
              extract(epoch from a.intended_at)::float8 * 1000 as "intendedMs",
              extract(epoch from a.collected_at)::float8 * 1000 as "collectedMs",
              (select count(*)::int from usage u where u.actor_run_id = a.id and u.outcome = 'ok') as billed,
              (select coalesce(sum(u.cost_usd), 0)::float8 from usage u where u.actor_run_id = a.id) as "usageUsd"
         from actor_runs a order by a.id`,
    );
    const usage = await all<UsageRow>(
      `select provider, coalesce(sum(coalesce(prompt_tokens, 0) + coalesce(completion_tokens, 0)), 0)::float8 as tokens,
              coalesce(sum(cost_usd), 0)::float8 as "costUsd",
              count(*) filter (where provider = 'apify' and cost_usd is null)::int as "unknownApifyCosts"
         from usage group by provider order by provider`,
    );
    const [underWay] = await all<{ count: number }>('select count(*)::int as count from answers_under_way');
    return { leads, events, actorRuns, usage, answersUnderWay: underWay!.count };
  } finally {
    await client.end();
  }
}
