import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { describeOnServer, onServer } from '../support/test-database.ts';

let services: SimulatedServices;
let place: Workplace;

beforeAll(async () => {
  if (!onServer) return;
  services = await startServices();
  place = await createWorkplace(services.environment);
  place.bringUsualCase();
  const icp = readFileSync('fixtures/icp-finance.yaml', 'utf8');
  writeFileSync(
    join(place.folder, 'edited.yaml'),
    icp.replace('target_industries: [', 'target_industries: [HRTech, '),
  );
  writeFileSync(join(place.folder, 'weighed.yaml'), `${icp}\nweights: {title: 20, location: 0}\n`);
  await place.icp(['run', 'followers.html', '--client', 'acme', '--icp', 'icp.yaml', '-o', 'first.csv']);
});
afterAll(async () => {
  await services?.close();
  await place?.close();
});

interface Lead {
  id: number;
  icp_score: number | null;
  match_reasoning: string;
}

/** What each service was asked since the last time, leaving the services of a stage that asked nothing out. */
function callsSince(before: Record<string, number>): Record<string, number> {
  const now = callsSoFar();
  return Object.fromEntries(
    Object.entries(now).flatMap(([name, count]) =>
      count > before[name]! ? [[name, count - before[name]!]] : [],
    ),
  );
}
const callsSoFar = () => ({
  scrapes: services.apify.runs.length,
  embedded: services.openai.textsEmbedded.total,
  classified: services.openai.calls.of('chat'),
  reranks: services.jina.calls.total,
});
async function preview(file: string) {
  const result = await place.icp(['qualify', '--client', 'acme', '--preview', file, '--json']);
  expect(result.code).toBe(0);
  return result.json<{ preview: { id: number; new_score: number | null; match_reasoning: string }[] }>()
    .preview;
}
async function leads(): Promise<Map<number, Lead>> {
  const found = (await place.icp(['leads', '--client', 'acme', '--json'])).json<{ leads: Lead[] }>().leads;
  return new Map(found.map((lead) => [lead.id, lead]));
}
async function adopt(file: string) {
  expect((await place.icp(['client', 'set-icp', 'acme', file])).code).toBe(0);
  const rescored = await place.icp(['qualify', '--client', 'acme', '--rescore', '--json']);
  expect(rescored.code).toBe(0);
  return rescored.json<{ qualified: number; cost_usd: number }>();
}

// What an edit costs has nothing to do with the embedded database; commands.test.ts shows the preview on it.
describeOnServer('an edit of one criterion', () => {
  it('costs the ICP itself and the reranker, once: the rescore is what the preview showed, at no cost', async () => {
    const old = await leads();
    let before = callsSoFar();
    const promised = await preview('edited.yaml');
    // One text was embedded: the ICP's own.
    expect(callsSince(before)).toEqual({ embedded: 1, reranks: expect.any(Number) });
    expect(await leads()).toEqual(old);

    before = callsSoFar();
    const { qualified, cost_usd } = await adopt('edited.yaml');
    expect(callsSince(before)).toEqual({});
    expect(cost_usd).toBe(0);
    expect(qualified).toBe(promised.length);
    const now = await leads();
    for (const { id, new_score, match_reasoning } of promised)
      expect(now.get(id)).toMatchObject({ icp_score: new_score, match_reasoning });
    expect(promised.some(({ id, new_score }) => old.get(id)!.icp_score !== new_score)).toBe(true);
  });

  it('of weights alone costs nothing at all, and back again gives the scores of before', async () => {
    const old = await leads();
    const before = callsSoFar();
    const promised = await preview('weighed.yaml');
    await adopt('weighed.yaml');
    const now = await leads();
    for (const { id, new_score } of promised) expect(now.get(id)!.icp_score).toBe(new_score);
    await adopt('edited.yaml');
    expect(await leads()).toEqual(old);
    expect(callsSince(before)).toEqual({});
  });

  it('leaves the score under each version in the history of a lead', async () => {
    const [first] = [...(await leads()).keys()];
    const { scores } = (await place.icp(['lead', String(first), '--json'])).json<{
      scores: { icp_version: number; score: number; parts: { points: number }[] }[];
    }>();
    expect(scores.map((score) => score.icp_version)).toEqual([4, 3, 2, 1]);
    expect(scores[0]!.score).toBe(scores[2]!.score);
    for (const { score, parts } of scores.filter(({ parts: all }) => all.length > 0))
      expect(parts.reduce((sum, part) => sum + Math.round(part.points * 10), 0)).toBe(Math.round(score * 10));
  });
});
