import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  isLegalMove,
  LEAD_MOVES,
  LEAD_STATUSES,
  type LeadStatus,
  leadFlowChart,
  STAGE_MOVES,
  stageMove,
} from '../../src/domain/lead-flow.ts';
import type { Queryable } from '../../src/store/database.ts';
import { addClient, addLead } from '../support/leads.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const FAILED_FROM: readonly LeadStatus[] = ['discovered', 'enriched', 'qualified'];

/** Every place where a lead can stand: its status and, where that is `failed`, where it failed from. */
const PLACES = LEAD_STATUSES.flatMap((status): { status: LeadStatus; failedFrom: LeadStatus | null }[] =>
  status === 'failed'
    ? FAILED_FROM.map((failedFrom) => ({ status, failedFrom }))
    : [{ status, failedFrom: null }],
);
const CASES = PLACES.flatMap((place) =>
  LEAD_STATUSES.filter((to) => to !== place.status).map((to) => ({
    from: place.status,
    failedFrom: place.failedFrom,
    to,
  })),
);

let test: TestDatabase;
let client: { clientId: number; batchId: number };

beforeAll(async () => {
  test = await createTestDatabase();
  client = await addClient(test.database, 'flow');
});
afterAll(() => test.close());

const ROLLBACK = new Error('rolled back on purpose');

/** Runs `work` and undoes what it did. */
async function undone(work: (transaction: Queryable) => Promise<void>): Promise<void> {
  await test.database
    .transaction(async (transaction) => {
      await work(transaction);
      throw ROLLBACK;
    })
    .catch((error: unknown) => {
      if (error !== ROLLBACK) throw error;
    });
}

/** Walks a new lead to a place by legal moves only. */
async function leadAt(
  transaction: Queryable,
  place: { status: LeadStatus; failedFrom: LeadStatus | null },
): Promise<number> {
  const id = await addLead(transaction, client, { vanity: 'walker' });
  const goal = place.failedFrom ?? place.status;
  for (const { from, to } of STAGE_MOVES) {
    if (from === goal) break;
    await transaction.query('update leads set status = $2 where id = $1', [id, to]);
  }
  if (place.status === 'failed') {
    await transaction.query(`update leads set status = 'failed', error_code = 'tried' where id = $1`, [id]);
  }
  return id;
}

describe('the status machine', () => {
  it('is the one of the specification', () => {
    const legal = CASES.filter(({ from, to, failedFrom }) => isLegalMove(from, to, failedFrom)).map(
      ({ from, to, failedFrom }) => `${from}${failedFrom === null ? '' : `(${failedFrom})`} → ${to}`,
    );
    expect(legal.sort()).toEqual(
      [
        'discovered → enriched',
        'enriched → qualified',
        'qualified → exported',
        'discovered → failed',
        'enriched → failed',
        'qualified → failed',
        'failed(discovered) → discovered',
        'failed(enriched) → enriched',
        'failed(qualified) → qualified',
        'exported → qualified',
      ].sort(),
    );
  });

  it('calls staying put no move, and lets no failed lead go where it did not come from', () => {
    for (const status of LEAD_STATUSES) {
      for (const failedFrom of [...LEAD_STATUSES, null])
        expect(isLegalMove(status, status, failedFrom)).toBe(false);
    }
    for (const to of LEAD_STATUSES) expect(isLegalMove('failed', to, null)).toBe(false);
  });

  it('hands each stage its move', () => {
    expect(STAGE_MOVES.map(({ stage }) => stageMove(stage))).toEqual(
      STAGE_MOVES.map((move) => expect.objectContaining({ from: move.from, to: move.to })),
    );
  });

  it('draws every move into its chart once', () => {
    const lines = leadFlowChart().split('\n');
    expect(lines[0]).toBe('stateDiagram-v2');
    for (const { from, to, by } of LEAD_MOVES)
      expect(lines.filter((line) => line === `  ${from} --> ${to}: ${by}`)).toHaveLength(1);
    expect(lines).toHaveLength(LEAD_MOVES.length + 2);
  });

  it('is shown by the README as it is', async () => {
    expect(await readFile('README.md', 'utf8')).toContain(leadFlowChart());
  });
});

describe('the database', () => {
  it.each(CASES)('and the table agree on $from ($failedFrom) → $to', async ({ from, failedFrom, to }) => {
    await undone(async (transaction) => {
      const id = await leadAt(transaction, { status: from, failedFrom });
      const before = await eventsOf(transaction, id);
      const legal = isLegalMove(from, to, failedFrom);
      const move = transaction.query(
        'update leads set status = $2, error_code = case when $3 then $4::text else error_code end, status_reason = $5 where id = $1',
        [id, to, to === 'failed', 'by_hand', 'because'],
      );
      if (!legal) {
        await expect(move).rejects.toMatchObject({
          code: '23514',
          message: expect.stringContaining(`from ${from} to ${to}`),
        });
        return;
      }
      await move;
      const { rows } = await transaction.query<Record<string, unknown>>(
        'select status, failed_from, error_code, error_message, next_attempt_at, retryable from leads where id = $1',
        [id],
      );
      expect(rows[0]).toMatchObject(
        to === 'failed'
          ? { status: to, failed_from: from, error_code: 'by_hand' }
          : {
              status: to,
              failed_from: null,
              error_code: null,
              error_message: null,
              next_attempt_at: null,
              retryable: null,
            },
      );
      expect(await eventsOf(transaction, id)).toEqual([
        ...before,
        { from_status: from, to_status: to, reason: 'because' },
      ]);
    });
  });

  it.each(
    LEAD_STATUSES.flatMap((from) =>
      LEAD_STATUSES.flatMap((to) => [...LEAD_STATUSES, null].map((failedFrom) => ({ from, to, failedFrom }))),
    ),
  )('function agrees on $from ($failedFrom) → $to', async ({ from, to, failedFrom }) => {
    const { rows } = await test.database.query<{ legal: boolean | null }>(
      'select lead_move_is_legal($1, $2, $3) is true as legal',
      [from, to, failedFrom],
    );
    expect(rows[0]!.legal).toBe(isLegalMove(from, to, failedFrom));
  });

  it('refuses a status that does not exist', async () => {
    await undone(async (transaction) => {
      const id = await leadAt(transaction, { status: 'discovered', failedFrom: null });
      await expect(
        transaction.query(`update leads set status = 'won' where id = $1`, [id]),
      ).rejects.toMatchObject({ code: '23514' });
    });
  });

  it.each(LEAD_STATUSES.filter((status) => status !== 'discovered'))(
    'refuses a new lead that is %s',
    async (status) => {
      await undone(async (transaction) => {
        await expect(
          transaction.query(
            `insert into leads (client_id, batch_id, linkedin_url, public_identifier, status, failed_from, error_code)
           values ($1, $2, 'https://www.linkedin.com/in/forged', 'forged', $3, $4, $5)`,
            [
              client.clientId,
              client.batchId,
              status,
              status === 'failed' ? 'discovered' : null,
              status === 'failed' ? 'made_up' : null,
            ],
          ),
        ).rejects.toMatchObject({ code: '23514' });
      });
    },
  );

  it('records moves only, each once, also for many leads in one statement', async () => {
    await undone(async (transaction) => {
      const ids = [
        await addLead(transaction, client, { vanity: 'one' }),
        await addLead(transaction, client, { vanity: 'two' }),
        await addLead(transaction, client, { vanity: 'three' }),
      ];
      await transaction.query(`update leads set name = 'Somebody' where id = any($1::bigint[])`, [ids]);
      await transaction.query(`update leads set status = 'discovered' where id = $1`, [ids[0]]);
      await transaction.query(`update leads set status = 'enriched' where id = any($1::bigint[])`, [
        ids.slice(0, 2),
      ]);
      const { rows } = await transaction.query<{ lead_id: number; from_status: string; to_status: string }>(
        'select lead_id, from_status, to_status from lead_events where lead_id = any($1::bigint[]) order by id',
        [ids],
      );
      expect(rows).toEqual(
        ids.slice(0, 2).map((id) => ({ lead_id: id, from_status: 'discovered', to_status: 'enriched' })),
      );
    });
  });

  it('does not let a forged failed_from open another way back', async () => {
    await undone(async (transaction) => {
      const id = await leadAt(transaction, { status: 'failed', failedFrom: 'discovered' });
      await expect(
        transaction.query(`update leads set failed_from = 'qualified', status = 'qualified' where id = $1`, [
          id,
        ]),
      ).rejects.toMatchObject({ code: '23514' });
    });
    await undone(async (transaction) => {
      const id = await leadAt(transaction, { status: 'failed', failedFrom: 'discovered' });
      await expect(
        transaction
          .query(`update leads set failed_from = 'qualified' where id = $1`, [id])
          .then(() => transaction.query(`update leads set status = 'qualified' where id = $1`, [id])),
      ).rejects.toMatchObject({ code: '23514' });
    });
  });
});

async function eventsOf(transaction: Queryable, id: number) {
  const { rows } = await transaction.query<Record<string, unknown>>(
    'select from_status, to_status, reason from lead_events where lead_id = $1 order by id',
    [id],
  );
  return rows;
}
