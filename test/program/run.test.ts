import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkplace, type Workplace } from '../support/icp-process.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { itOnServer } from '../support/test-database.ts';

interface RunDocument {
  batch: { id: number; name: string };
  ingest: {
    found: number;
    created: number;
    duplicates: number;
    files: { kind: string; stated_total: number }[];
  };
  enrich: { enriched: number; failed: number; from_cache: number; remaining: number; cost_usd: number };
  qualify: { qualified: number; failed: number; cost_usd: number };
  export: { exported: number; path: string | null };
}

let services: SimulatedServices;
let place: Workplace;

beforeEach(async () => {
  services = await startServices();
  place = await createWorkplace(services.environment);
  place.bringUsualCase();
});
afterEach(async () => {
  await services.close();
  await place.close();
});

const RUN = ['run', 'followers.html', '--client', 'acme', '--icp', 'icp.yaml'];

function readCsv(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true });
}

describe('icp run with the real SDKs against simulated services', () => {
  it('ends with everybody who can be scored in the CSV once, best first, and 3 because some profiles are gone; again it makes no call and ends with 0', async () => {
    const result = await place.icp([...RUN, '--json']);
    expect(result.stderr).not.toMatch(/unexpected/);
    expect(result.code).toBe(3);
    const document = result.json<RunDocument>();
    expect(document.enrich.failed).toBeGreaterThan(0);
    expect(document.enrich.enriched + document.enrich.failed).toBe(document.ingest.found);
    expect(document.qualify.qualified).toBe(document.enrich.enriched);
    expect(document.export.exported).toBe(document.qualify.qualified);

    const rows = readCsv(join(place.folder, document.export.path!));
    expect(rows).toHaveLength(document.export.exported);
    expect(new Set(rows.map((row) => row['Profile URL'])).size).toBe(rows.length);
    const scores = rows.map((row) => (row['ICP Score'] === '' ? -1 : Number(row['ICP Score'])));
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(scores.every((score) => score === -1 || (score >= 0 && score <= 100))).toBe(true);
    expect(rows[0]!['Job Title']).toMatch(/financ|cfo/i);
    expect(rows.every((row) => row['Match Reasoning'] !== '')).toBe(true);
    expect(services.apify.delivered.repeated).toEqual([]);
    expect(services.openai.textsEmbedded.repeated).toEqual([]);
    expect(services.openai.profilesClassified.repeated).toEqual([]);
    expect(services.jina.pairsScored.repeated).toEqual([]);

    const failed = await place.here(['leads', '--status', 'failed', '--json']);
    expect(failed.json<{ leads: unknown[] }>().leads).toHaveLength(document.enrich.failed);
    const status = (await place.here(['status', '--json'])).json<{
      failures: { code: string; stage: string; retryable: boolean }[];
    }>();
    expect(status.failures).toEqual([
      { stage: 'enrich', code: 'profile_not_found', count: document.enrich.failed, retryable: false },
    ]);

    // What is reported is what the services bill.
    const { enrich, qualify } = document;
    const { openai, apify, jina } = services;
    const embedded = (openai.billed.promptTokens * 0.25 + openai.billed.completionTokens * 2) / 1e6;
    expect(enrich.cost_usd).toBeGreaterThan(apify.billedUsd());
    expect(enrich.cost_usd + qualify.cost_usd).toBeLessThan(
      apify.billedUsd() + embedded + jina.billed.totalTokens / 1e6,
    );
    const usage = (await place.here(['usage', '--json'])).json<{
      rows: { provider: string; prompt_tokens: number; completion_tokens: number; calls: number }[];
      cost_usd: number;
    }>();
    const tokens = (provider: string, kind: 'prompt_tokens' | 'completion_tokens') =>
      usage.rows.filter((row) => row.provider === provider).reduce((sum, row) => sum + row[kind], 0);
    expect(tokens('openai', 'prompt_tokens')).toBe(openai.billed.promptTokens);
    expect(tokens('openai', 'completion_tokens')).toBe(openai.billed.completionTokens);
    expect(tokens('jina', 'prompt_tokens')).toBe(jina.billed.totalTokens);
    expect(usage.cost_usd).toBeCloseTo(enrich.cost_usd + qualify.cost_usd, 8);

    // The second time it makes no call at all.
    const before = services.requests();
    const again = await place.icp([...RUN, '--json']);
    expect(again.code).toBe(0);
    expect(services.requests()).toBe(before);
    expect(again.json<RunDocument>().export).toEqual({ exported: 0, path: null });
    expect(again.json<RunDocument>().ingest.created).toBe(0);
    expect(readdirSync(join(place.folder, 'outputs'))).toHaveLength(1);
  });

  // Some twenty processes, which take half the time there.
  itOnServer('gives byte for byte the same CSV when the stages run one by one', async () => {
    await place.icp([...RUN, '-o', 'together.csv']);
    const other = await createWorkplace(services.environment);
    try {
      other.bringUsualCase();
      expect((await other.icp(['client', 'add', 'acme', '--icp', 'icp.yaml'])).code).toBe(0);
      expect((await other.icp(['ingest', 'followers.html', '--client', 'acme'])).code).toBe(0);
      expect((await other.icp(['enrich', '--client', 'acme', '--limit', '7'])).code).toBeLessThanOrEqual(3);
      expect((await other.icp(['enrich', '--client', 'acme'])).code).toBeLessThanOrEqual(3);
      expect((await other.icp(['qualify', '--client', 'acme', '--limit', '9'])).code).toBe(0);
      expect((await other.icp(['qualify', '--client', 'acme'])).code).toBe(0);
      expect((await other.icp(['export', '--client', 'acme', '-o', 'apart.csv'])).code).toBe(0);
      expect(readFileSync(join(other.folder, 'apart.csv'), 'utf8')).toBe(
        readFileSync(join(place.folder, 'together.csv'), 'utf8'),
      );
    } finally {
      await other.close();
    }
  });
});
