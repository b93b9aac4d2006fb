import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ScorePart } from '../../src/domain/score.ts';
import { fitProbability, type ScoreMapping } from '../../src/domain/scoring/score-mapping.ts';
import { SeededRandom } from '../chaos/seeded-random.ts';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { describeOnServer, onServer } from '../support/test-database.ts';

interface Lead {
  id: number;
  profile_url: string;
  icp_score: number | null;
  match_reasoning: string;
}
interface CalibrateDocument {
  fits: number;
  misses: number;
  left_out: Record<string, number>;
  before: { ece: number; brier: number };
  after: { ece: number; brier: number; reliability: { leads: number }[] };
  mapping: ScoreMapping;
  threshold: { precision: number; min_score: number; leads: number; fits: number; recall: number };
  applied: boolean;
  version: number | null;
}

const ICP = resolve('fixtures/eval/icps/saas-finance.yaml');
let place: Workplace;
beforeAll(async () => {
  if (!onServer) return;
  place = await createWorkplace({ ICP_OFFLINE: '1' });
  const people = ['tune', 'report'].map((set) => readFileSync(`fixtures/eval/${set}/profiles.jsonl`, 'utf8'));
  writeFileSync(join(place.folder, 'people.jsonl'), people.join(''));
  const run = ['run', 'people.jsonl', '--client', 'acme', '--icp', ICP, '--profiles', 'people.jsonl'];
  expect((await place.icp([...run, '-o', 'leads.csv'])).code).toBe(0);
});
afterAll(() => place?.close());

const icp = (...args: string[]) => place.icp([...args, '--client', 'acme']);
async function leads(): Promise<Lead[]> {
  return (await icp('leads', '--json')).json<{ leads: Lead[] }>().leads;
}
async function rescored(): Promise<number> {
  const result = await icp('qualify', '--rescore', '--json');
  expect(result).toMatchObject({ code: 0, stderr: '' });
  return result.json<{ qualified: number }>().qualified;
}

/** What a CRM says of them later: whether each was a fit, by chance, and by less than the score promises at the top and more at its foot. */
function dealsOf(people: readonly Lead[]): string[] {
  const random = new SeededRandom(8);
  return people.map(({ profile_url, icp_score }) => {
    const isFit = random.next() < fitProbability({ slope: 5, intercept: -1.7 }, icp_score ?? 0);
    return `${profile_url};${isFit ? 'Closed Won' : 'Disqualified'}`;
  });
}

describeOnServer('what became of leads', () => {
  it('calibrates their scores from enough verdicts on, and the way back gives the very same', async () => {
    const raw = await leads();
    const deals = dealsOf(raw);
    const write = (rows: readonly string[]) =>
      writeFileSync(join(place.folder, 'deals.csv'), ['LinkedIn URL;Deal Stage', ...rows].join('\r\n'));

    write(deals.slice(0, 40));
    const first = await icp('feedback', 'import', 'deals.csv');
    expect(first.stdout).toMatch(
      /\n40 verdicts of acme: \d+ fit, \d+ not a fit\. Next: icp calibrate --client acme\n$/,
    );
    const refused = await icp('calibrate', '--apply', '--json');
    expect(refused.code).toBe(2);
    expect(refused.json()).toMatchObject({ error: { code: 'too_few_verdicts' } });

    write(deals);
    const all = await icp('feedback', 'import', 'deals.csv', '--json');
    expect(all.json()).toMatchObject({ rows: deals.length, stored: deals.length - 40, unchanged: 40 });
    const applied = await icp('calibrate', '--precision', '70%', '--apply', '--json');
    expect(applied).toMatchObject({ code: 0, stderr: '' });
    const { before, after, mapping, threshold, ...made } = applied.json<CalibrateDocument>();
    expect(made).toMatchObject({ applied: true, version: 1 });
    expect(made.fits + made.misses + made.left_out['disqualified']!).toBe(deals.length);
    expect(after.ece).toBeLessThan(before.ece / 2);
    expect(after.brier).toBeLessThan(before.brier);

    const status = (await icp('status', '--json')).json<{ stale: number; next: string }>();
    expect(status).toMatchObject({ stale: raw.length, next: 'icp qualify --client acme --rescore' });
    const plan = (await icp('qualify', '--rescore', '--dry-run', '--json')).json<{
      leads: number;
      cost_usd: number;
    }>();
    expect(plan).toMatchObject({ leads: raw.length, cost_usd: 0 });
    expect(await rescored()).toBe(raw.length);
    expect((await icp('status', '--json')).json()).toMatchObject({ stale: 0 });
    const now = new Map((await leads()).map((lead) => [lead.id, lead.icp_score]));
    for (const { id, icp_score, match_reasoning } of raw) {
      const expected = match_reasoning.startsWith('Disqualified')
        ? 0
        : Math.round(fitProbability(mapping, icp_score!) * 1000) / 10;
      expect(now.get(id)).toBe(expected);
    }
    // A preview is calibrated too, so that old and new compare.
    const preview = (await icp('qualify', '--preview', ICP, '--json')).json<{
      preview: { old_score: number; new_score: number }[];
    }>().preview;
    expect(preview.map(({ new_score }) => new_score)).toEqual(preview.map(({ old_score }) => old_score));
    const { scores } = (await place.icp(['lead', String(raw[0]!.id), '--json'])).json<{
      scores: { score: number; parts: ScorePart[] }[];
    }>();
    expect(scores[0]!.parts.at(-1)).toMatchObject({
      name: 'calibration',
      reason: expect.stringMatching(
        /^\d+ verdicts say that \d+ % of leads scored [\d.]+ are fits \(calibration 1\)$/,
      ),
    });
    expect(scores[0]!.parts.reduce((sum, part) => sum + Math.round(part.points * 10), 0)).toBe(
      Math.round(scores[0]!.score * 10),
    );
    // The export takes about as many as were promised: the promise is of fits that had not seen the lead.
    const exported = await icp('export', '--min-score', String(threshold.min_score), '--again', '--json');
    expect(Math.abs(exported.json<{ exported: number }>().exported - threshold.leads)).toBeLessThanOrEqual(5);
    expect(threshold.fits / threshold.leads).toBeGreaterThanOrEqual(0.7);

    expect((await icp('calibrate', '--use', 'none')).stdout).toContain(
      'Calibration 2 of acme is current: none.',
    );
    expect(await rescored()).toBe(raw.length);
    expect(await leads()).toEqual(raw.map((lead) => ({ ...lead, status: 'qualified' })));
  });

  it('goes out as labels, by which icp eval measures as it does by the database', async () => {
    const wrote = await icp('feedback', 'export', '--format', 'labels', '-o', 'labels.jsonl');
    expect(wrote.stdout).toMatch(/^Wrote \d+ labels to labels\.jsonl\.\n$/);
    const of = async (labels: string) =>
      (await icp('eval', '--labels', labels, '--json')).json<{ components: object; pairs: number }>();
    const [file, database] = [await of('labels.jsonl'), await of('feedback')];
    expect(file.pairs).toBeGreaterThan(300);
    expect(database.components).toEqual(file.components);
    const kto = await icp('feedback', 'export', '--format', 'kto', '-o', '-');
    expect(kto.stdout.trimEnd().split('\n')).toHaveLength(file.pairs);
    expect(Object.keys(JSON.parse(kto.stdout.split('\n')[0]!))).toEqual(['prompt', 'completion', 'label']);
  });
});
