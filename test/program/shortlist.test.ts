import { copyFileSync } from 'node:fs';
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
  copyFileSync('fixtures/followers.html', join(place.folder, 'followers.html'));
  copyFileSync('fixtures/icp-finance.yaml', join(place.folder, 'icp.yaml'));
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
const BEYOND = 'scored without reranker: not on the shortlist of the nearest';
const RUN = ['run', 'followers.html', '--client', 'acme', '--icp', 'icp.yaml', '-o', 'leads.csv'];

async function leads(...more: string[]): Promise<Lead[]> {
  return (await place.icp(['leads', '--client', 'acme', '--json', ...more])).json<{ leads: Lead[] }>().leads;
}
async function qualified(...more: string[]): Promise<number> {
  const result = await place.icp(['qualify', '--client', 'acme', '--rescore', '--json', ...more]);
  expect(result.code).toBe(0);
  return result.json<{ qualified: number }>().qualified;
}

// Seven processes; the rules themselves are shown without any in test/store/nearest-leads.test.ts and qualify-desk.test.ts.
describeOnServer('--shortlist', () => {
  it('has only the nearest reranked, and says so of the others; without it they are reranked too, once', async () => {
    const plan = (await place.icp([...RUN, '--shortlist', '4', '--dry-run', '--json'])).json<{
      steps: { what: string; known: number; leads: number }[];
    }>();
    const planned = plan.steps.find((step) => step.what === 'rerank scores')!;
    expect(planned.leads - planned.known).toBe(4);

    expect((await place.icp([...RUN, '--shortlist', '4'])).code).toBe(0);
    const reranked = services.jina.calls.total;
    expect(reranked).toBe(1);
    const scored = (await leads()).filter((lead) => lead.icp_score !== null && lead.icp_score > 0);
    const nearest = new Set((await leads('--sort', 'semantic')).slice(0, 4).map((lead) => lead.id));
    expect(scored.filter((lead) => !lead.match_reasoning.includes(BEYOND)).length).toBeLessThanOrEqual(4);
    for (const lead of scored) expect(lead.match_reasoning.includes(BEYOND)).toBe(!nearest.has(lead.id));

    expect(await qualified('--shortlist', '4')).toBe(0);
    expect(await qualified()).toBe((await leads()).length - 4);
    expect((await leads()).some((lead) => lead.match_reasoning.includes(BEYOND))).toBe(false);
    expect(await qualified('--shortlist', '4')).toBe(0);
  });

  it('is refused along with --no-rerank', async () => {
    const result = await place.icp(['qualify', '--shortlist', '4', '--no-rerank']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('--shortlist');
  });
});
