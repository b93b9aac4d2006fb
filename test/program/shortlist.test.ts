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
});
afterAll(async () => {
  await services?.close();
  await place?.close();
});

interface Lead {
  id: number;
  icp_score: number | null;
  match_reasoning: string | null;
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

    // One of the people is gone.
    expect((await place.icp([...RUN, '--shortlist', '4'])).code).toBe(3);
    expect(services.jina.pairsScored.total).toBe(4);
    const scored = (await leads()).filter((lead) => lead.icp_score !== null && lead.icp_score > 0);
    // One of the four may have been disqualified.
    const reranked = scored.filter((lead) => !lead.match_reasoning?.includes(BEYOND));
    expect(reranked.length).toBeGreaterThanOrEqual(3);
    expect(reranked.length).toBeLessThanOrEqual(4);

    expect(await qualified('--shortlist', '4')).toBe(0);
    // Whoever is scored anew is qualified again; the four stay as they were exported.
    expect(await qualified()).toBe((await leads('--status', 'qualified')).length);
    expect(await leads('--status', 'exported')).toHaveLength(4);
    expect(services.jina.pairsScored.repeated).toEqual([]);
    expect((await leads()).some((lead) => lead.match_reasoning?.includes(BEYOND))).toBe(false);
    expect(await qualified('--shortlist', '4')).toBe(0);
  });

  it('is refused along with --no-rerank', async () => {
    const result = await place.icp(['qualify', '--shortlist', '4', '--no-rerank']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('--shortlist');
  });
});
