import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkplace, type RunningIcp, until, type Workplace } from '../support/icp-process.ts';
import { type SeverableServer, startSeverableServer } from '../support/severable-server.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { onServer } from '../support/test-database.ts';

let services: SimulatedServices;
let place: Workplace;
let server: SeverableServer;

describe.skipIf(!onServer)('a database server that goes away', () => {
  beforeEach(async () => {
    services = await startServices({
      apify: { runMs: () => 500 + 1000 * Math.random() },
      openai: { latencyMs: { embeddings: 100, chat: 300 } },
      jina: { latencyMs: 1000 },
    });
    place = await createWorkplace(services.environment);
    server = await startSeverableServer(place.environment['DATABASE_URL']!);
    place.bringUsualCase();
  });
  afterEach(async () => {
    await server.close();
    await services.close();
    await place.close();
  });

  const byProxy = () => ({ environment: { DATABASE_URL: server.url } });

  async function untilUnderWay(reached: () => boolean, running: RunningIcp): Promise<void> {
    await until(reached, running);
    expect(running.child.exitCode).toBeNull();
  }

  it('in the middle of enrich and of qualify is waited for, and the run goes on', async () => {
    const running = place.start(
      ['run', 'followers.html', '--client', 'acme', '--icp', 'icp.yaml', '-o', 'leads.csv'],
      byProxy(),
    );
    await untilUnderWay(
      () => services.apify.delivered.total > 5 && services.openai.calls.of('chat') > 3,
      running,
    );
    await server.cut(1500);
    await untilUnderWay(() => services.jina.calls.total > 0, running);
    await server.cut(2500);
    const { code, stderr } = await running.ended;
    // Some of the fixtures' people have no profile.
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('answers again after') });
    expect(stderr).toContain('waiting up to 60 s');
    expect(services.apify.delivered.repeated).toEqual([]);
    expect(services.openai.profilesClassified.repeated).toEqual([]);

    const undisturbed = await createWorkplace(services.environment);
    for (const name of ['followers.html', 'icp.yaml'])
      copyFileSync(join(place.folder, name), join(undisturbed.folder, name));
    await undisturbed.icp([
      ...['run', 'followers.html', '--client', 'acme'],
      ...['--icp', 'icp.yaml', '-o', 'leads.csv'],
    ]);
    const csv = (of: Workplace) => readFileSync(join(of.folder, 'leads.csv'), 'utf8');
    expect(csv(place)).toBe(csv(undisturbed));
    await undisturbed.close();
    const { rows } = (await place.icp(['usage', '--json'])).json<{
      rows: { provider: string; calls: number }[];
    }>();
    expect(rows.length).toBeGreaterThan(2);
  });

  it('that is not there at the start ends the command with 5, at once or after --wait', async () => {
    await server.close();
    const atOnce = await place.icp(['status'], byProxy());
    expect(atOnce.code).toBe(5);
    expect(atOnce.stderr).toContain('cannot be reached');
    expect(atOnce.stderr).not.toContain('waiting');
    const waited = await place.icp(['status', '--wait', '1'], byProxy());
    expect(waited.code).toBe(5);
    expect(waited.stderr).toContain('waiting up to 1 s');
  });

  it('is not waited for by a command that was interrupted', async () => {
    await place.icp(['client', 'add', 'acme']);
    await place.icp(['ingest', 'followers.html', '--client', 'acme']);
    const running = place.start(['enrich'], byProxy());
    await untilUnderWay(() => services.apify.runs.length > 0, running);
    const away = server.cut(8000);
    const since = performance.now();
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    expect(performance.now() - since).toBeLessThan(5500);
    await away;
  });
});
