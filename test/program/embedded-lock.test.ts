import { describe, expect, it } from 'vitest';
import { createWorkplace } from '../support/icp-process.ts';
import { startServices } from '../support/simulated-services.ts';

const embedded = { DATABASE_URL: '' };

describe('the embedded database', () => {
  it('belongs to one process: the second gets 5 and the pid, or waits', async () => {
    const services = await startServices({ apify: { runMs: 1500 } });
    const place = await createWorkplace({ ...services.environment, ...embedded });
    try {
      place.bringUsualCase();
      const first = place.start(['run', 'followers.html', '--client', 'acme', '--icp', 'icp.yaml']);
      while (services.apify.runs.length === 0) await new Promise((wake) => setTimeout(wake, 10));
      const second = await place.icp(['status']);
      expect(second.code).toBe(5);
      expect(second.stderr).toContain(`process ${first.child.pid}`);
      expect(second.stderr).toContain('--wait');
      const waiting = await place.icp(['status', '--wait', '60', '--json']);
      expect(waiting.code).toBe(0);
      expect(waiting.stderr).toContain(`waiting for process ${first.child.pid}`);
      expect(waiting.json<{ leads: { exported: number } }>().leads.exported).toBeGreaterThan(30);
      expect((await first.ended).code).toBe(3);
    } finally {
      await services.close();
      await place.close();
    }
  });

  it('is taken over from a process that was killed, and holds all that had been committed', async () => {
    const place = await createWorkplace(embedded);
    try {
      place.bringUsualCase();
      await place.here(['client', 'add', 'acme', '--icp', 'icp.yaml']);
      await place.here(['ingest', 'followers.html', '--client', 'acme']);
      for (const delayMs of [500, 1100]) {
        const running = place.start(['enrich', '--offline']);
        setTimeout(() => running.child.kill('SIGKILL'), delayMs);
        await running.ended;
        const status = await place.here(['status', '--json']);
        expect(status.code).toBe(0);
        const { leads } = status.json<{ leads: Record<string, number> }>();
        expect(Object.values(leads).reduce((sum, count) => sum + count, 0)).toBe(41);
      }
      await place.icp(['enrich', '--offline']);
      expect(
        (await place.here(['status', '--json'])).json<{ leads: { enriched: number } }>().leads.enriched,
      ).toBe(41);
    } finally {
      await place.close();
    }
  });
});
