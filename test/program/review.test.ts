import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { addClient } from '../support/leads.ts';
import { addIcp, addScoredLead } from '../support/reviewable-leads.ts';

let place: Workplace;
beforeAll(async () => {
  place = await createWorkplace();
});
afterAll(() => place.close());

it('icp review says why there is nobody to review; else it serves until Ctrl-C, and what was decided is kept', async () => {
  const nobody = await place.icp(['review', '--json', '--reviewer', 'Ana']);
  expect(nobody).toMatchObject({ code: 0, stderr: '' });
  expect(nobody.json()).toEqual({
    ...{ command: 'review', reviewer: 'Ana', leads: 0, decided: 0, url: null },
    ...{ waiting: 0, excluded: 0, below_cut: 0, not_enough: 0 },
  });
  const lead = await place.withDatabase(async (database) => {
    const client = await addClient(database, 'acme');
    return addScoredLead(
      database,
      client,
      { vanity: 'ana' },
      { icpId: await addIcp(database, client.clientId) },
    );
  });

  const running = place.start(['review', '--json', '--reviewer', ' Ana\u202e  Brandt ', '--show-scores']);
  const line = await new Promise<string>((print) =>
    running.child.stdout!.once('data', (chunk: Buffer) => print(chunk.toString())),
  );
  const { url, ...document } = JSON.parse(line);
  expect(document).toMatchObject({
    ...{ command: 'review', reviewer: 'Ana Brandt', leads: 1, decided: 0 },
    ...{ waiting: 0, excluded: 0, below_cut: 0, not_enough: 0 },
  });
  expect((await fetch(new URL('/', url))).status).toBe(403);
  expect(await (await fetch(`${url}api/leads/${lead}/score`)).json()).toMatchObject({ score: 60 });
  const answer = await fetch(`${url}api/verdicts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      reviewer: 'Ana Brandt',
      page: randomUUID(),
      words: [{ number: 1, lead, verdict: 'fit' }],
    }),
  });
  expect(answer.status).toBe(204);
  running.child.kill('SIGINT');
  const { code, stdout, stderr } = await running.ended;
  expect({ code, stdout }).toEqual({ code: 130, stdout: line });
  expect(stderr).toMatch(/\n1 verdict given: 1 fit, 0 not\.\n$/);
  const { rows } = await place.withDatabase((database) =>
    database.query('select lead_id as lead, judge, verdict, score_shown from verdicts'),
  );
  expect(rows).toEqual([{ lead, judge: 'Ana Brandt', verdict: 'fit', score_shown: true }]);
});
