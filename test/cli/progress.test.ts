import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StageProgress } from '../../src/app/stage-progress.ts';
import { createPrinter } from '../../src/cli/printer.ts';
import { runProgram } from '../../src/cli/program.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { Halt } from '../../src/pipeline/halt.ts';
import { terminal } from '../support/terminal.ts';

const paint = (_style: unknown, text: string) => text;
const PROGRESS: StageProgress = { stage: 'enrich', done: 0, failed: 0, total: 9, costUsd: 0 };

describe('progress', () => {
  // The spinner does not turn where this is set.
  beforeEach(() => vi.stubEnv('CI', undefined));
  afterEach(() => vi.unstubAllEnvs());

  /** Three reports, eight seconds apart, with a live line's time to turn in between. */
  async function shown(columns: number | null, isTTY = true): Promise<string> {
    const { io, shown: written } = terminal({ stderr: isTTY }, columns);
    let now = 0;
    const progress = createProgress(io, { quiet: false, paint, now: () => now });
    for (const done of [0, 3, 6]) {
      progress.onProgress({ ...PROGRESS, done });
      await new Promise((wake) => setTimeout(wake, 120));
      now += 8000;
    }
    progress.clear();
    return written.stderr;
  }

  it('is a live line at a terminal', async () => {
    expect(await shown(80)).toMatch(/enrich +━+╌+ 6\/9/);
  });

  it('stops its live line when the terminal loses its width, and goes on when it is back', async () => {
    const { io, shown: written } = terminal({}, 80);
    const progress = createProgress(io, { quiet: false, paint, now: () => 0 });
    const turn = () => new Promise((wake) => setTimeout(wake, 120));
    progress.onProgress(PROGRESS);
    await turn();
    Object.assign(io.stderr, { columns: 0 }).emit('resize');
    const before = written.stderr.length;
    progress.onProgress({ ...PROGRESS, done: 3 });
    await turn();
    expect(written.stderr.length - before).toBeLessThan(100);
    Object.assign(io.stderr, { columns: 80 }).emit('resize');
    progress.onProgress({ ...PROGRESS, done: 6 });
    await turn();
    progress.clear();
    expect(written.stderr).not.toContain('3/9');
    expect(written.stderr).toContain('6/9');
  });

  it.each([
    ['at a terminal of 0 columns', 0, true],
    ['at a terminal that does not say how wide it is', null, true],
    ['without a terminal', 80, false],
  ])('is a plain line now and then %s', async (_, columns, isTTY) => {
    expect(await shown(columns, isTTY)).toBe('enrich: 6/9, 0.4/s, 8 s left, $0\n');
  });
});

describe('at a terminal of 0 columns', () => {
  it('help and tables have the width of one that does not say', async () => {
    const help = async (columns: number | null) => {
      const { io, shown } = terminal({}, columns);
      expect(await runProgram(['sync-icp', '--help'], io, new Halt(), '0.0.0')).toBe(0);
      return shown.stdout;
    };
    expect(await help(0)).toBe(await help(null));
    const options = { json: false, quiet: false, verbose: false, noColour: true };
    const printer = createPrinter(terminal({}, 0).io, {
      ...options,
      beforePrint: () => {},
      secrets: () => [],
    });
    expect(printer.width).toBe(80);
  });
});
