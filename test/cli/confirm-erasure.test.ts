import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { Halt } from '../../src/pipeline/halt.ts';
import { terminal } from '../support/terminal.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-erasure-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(args: readonly string[], answer: string) {
  const { io, shown, asked } = terminal();
  Object.assign(io.environment, { ICP_HOME: join(folder, 'home'), NO_COLOR: '1' });
  void asked.then(() => io.stdin.write(answer));
  return { code: await runProgram(args, io, new Halt(), '0.0.0'), ...shown };
}

describe('at a terminal', () => {
  it('icp forget asks once, and does nothing without a yes', async () => {
    await writeFile(join(folder, 'people.csv'), 'Name,Profile URL\nKnut Aasen,linkedin.com/in/knut-aasen\n');
    await run(['client', 'add', 'acme'], '');
    await run(['ingest', join(folder, 'people.csv'), '--client', 'acme'], '');
    const no = await run(['forget', 'ana-brandt', 'in/knut-aasen'], 'n\n');
    expect(no.stderr).toContain(
      [
        'To be erased for good, with all that is known of them:',
        '  ana-brandt, of whom nothing is stored',
        '  Knut Aasen, lead of acme',
        'Go on? [y/N] ',
      ].join('\n'),
    );
    expect(no.stderr).toMatch(/not confirmed: nothing was erased/);
    expect(no).toMatchObject({ code: 2, stdout: '' });
    const yes = await run(['forget', 'ana-brandt'], 'y\n');
    expect(yes).toMatchObject({ code: 0, stdout: expect.stringContaining('ana-brandt: nothing was stored') });
  });

  it('icp forget says at once that somebody is nobody', async () => {
    const { code, stderr } = await run(['forget', 'ana-brandt', '17'], 'y\n');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('"17" is no lead') });
    expect(stderr).not.toContain('[y/N]');
  });

  it('icp purge asks too', async () => {
    const no = await run(['purge', '--older-than', '90d'], '\n');
    expect(no.stderr).toMatch(/^Profiles of before \d{4}-\d\d-\d\d will be dropped\. Go on\? \[y\/N\] /);
    expect(no.code).toBe(2);
  });
});
