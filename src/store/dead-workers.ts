import { isSurelyDead, type ProcessIdentity, thisProcess } from '../support/process-identity.ts';
import type { Database } from './database.ts';

/** Names this process in leases: host, pid, start time and pid namespace, so that others on the host can see whether it still lives. */
export function workerName(identity: ProcessIdentity = thisProcess()): string {
  return JSON.stringify([identity.host, identity.pid, identity.started, identity.pidNamespace ?? null]);
}

function parseWorkerName(name: string): ProcessIdentity | null {
  try {
    const [host, pid, started, pidNamespace] = JSON.parse(name) as unknown[];
    return typeof host === 'string' && typeof pid === 'number'
      ? { host, pid, started: textOrNull(started), pidNamespace: textOrNull(pidNamespace) }
      : null;
  } catch {
    return null;
  }
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

/** Looking costs a query and a few files of /proc: whoever waits for others may ask as often as it likes. */
const LOOK_AGAIN_MS = 1000;

/**
 * Frees at once what processes held that are known to be dead, instead of waiting for their leases to run out: any other process for the embedded
 * database, which admits one at a time; those of this machine whose process is gone for a server.
 */
export class DeadWorkers {
  readonly #database: Database;
  readonly #worker: string;
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(database: Database, worker: string) {
    this.#database = database;
    this.#worker = worker;
  }

  /** Whether anything was freed. */
  async release(): Promise<boolean> {
    const now = performance.now();
    if (now - this.#lookedAt < LOOK_AGAIN_MS) return false;
    this.#lookedAt = now;
    const { rows } = await this.#database.query<{ name: string }>(
      `select distinct leased_by as name from leads where leased_by is not null and leased_by <> $1
       union
       select owner from actor_runs where state in ('intended', 'started') and owner <> $1
       union
       select owner from answer_batches where state in ('gathering', 'intended', 'created') and owner <> $1
       union
       select owner from answers_under_way where owner <> $1
       union
       select owner from budgets where owner <> $1 and alive_until > clock_timestamp()`,
      [this.#worker],
    );
    const dead = rows.map((row) => row.name).filter((name) => this.#isDead(name));
    // Nobody asked for these again since their time ran out.
    await this.#database.query(`delete from answers_under_way where owned_until < now() - interval '1 hour'`);
    if (dead.length === 0) return false;
    await this.#database.query(
      'update leads set leased_by = null, leased_until = null where leased_by = any($1::text[])',
      [dead],
    );
    await this.#database.query(
      `update actor_runs set owner = null, owned_until = null where owner = any($1::text[]) and state in ('intended', 'started')`,
      [dead],
    );
    await this.#database.query(
      'update answer_batches set owner = null, owned_until = null where owner = any($1::text[])',
      [dead],
    );
    await this.#database.query('delete from answers_under_way where owner = any($1::text[])', [dead]);
    await this.#database.query(
      `update budgets set alive_until = clock_timestamp() where owner = any($1::text[]) and alive_until > clock_timestamp()`,
      [dead],
    );
    return true;
  }

  #isDead(name: string): boolean {
    if (this.#database.kind === 'embedded') return true;
    const identity = parseWorkerName(name);
    return identity !== null && isSurelyDead(identity);
  }
}
