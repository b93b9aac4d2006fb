import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlannedCalls } from '../../src/app/estimate-cost.ts';
import { askYesNo } from '../../src/cli/ask.ts';
import { type ConfirmOptions, mayAsk, questionFor } from '../../src/cli/commands/confirm-spending.ts';
import { runProgram } from '../../src/cli/program.ts';
import { StopRun } from '../../src/domain/errors.ts';
import { Halt } from '../../src/pipeline/halt.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { terminal } from '../support/terminal.ts';

const interrupted = new StopRun('interrupted', 'sigint', 'interrupted', 'run it again');

describe('whether somebody may be asked', () => {
  it.each<[string, ConfirmOptions, { stdin?: boolean; stderr?: boolean }, boolean]>([
    ['at a terminal', {}, {}, true],
    ['when stdin is a pipe', {}, { stdin: false }, false],
    ['when stderr is a file', {}, { stderr: false }, false],
    ['with --json', { json: true }, {}, false],
    ['with --quiet', { quiet: true }, {}, false],
    ['with --dry-run', { dryRun: true }, {}, false],
    ['with --yes', { yes: true }, {}, false],
    ['with --max-cost of 5', { maxCost: 5 }, {}, false],
    ['with --max-cost of 20', { maxCost: 20 }, {}, false],
    ['with --max-cost of more', { maxCost: 20.01 }, {}, true],
    ['with --max-cost of more and --yes', { maxCost: 500, yes: true }, {}, false],
    ['with --verbose', { verbose: true }, {}, true],
  ])('%s', (_, options, isTTY, expected) => {
    expect(mayAsk(terminal(isTTY).io, options)).toBe(expected);
  });
});

describe('the question', () => {
  const step = (model: string, costUsd: number | null) =>
    ({ model, costUsd, leads: 5, known: 0, calls: 1 }) as PlannedCalls;

  it.each<[string, number | null, (number | null)[], RegExp | null]>([
    ['nothing', 0, [0], null],
    ['exactly 20 dollars', 20, [20], null],
    ['more', 23.456, [20, 3.456], /^This would cost about \$23\.46 for 5,000 leads\. Go on\?$/],
    [
      'an unknown amount',
      null,
      [null],
      /for 5,000 leads is not known: no price is known of model-0\. Go on\?$/,
    ],
    ['a known and an unknown amount', null, [3, null], /of model-1, beyond \$3\.00 for the rest\. Go on\?$/],
  ])('for %s', (_, costUsd, costs, expected) => {
    const steps = costs.map((cost, position) => step(`model-${position}`, cost));
    const question = questionFor({ leads: 5000, steps, costUsd });
    if (expected === null) expect(question).toBeNull();
    else expect(question).toMatch(expected);
  });

  it('may be about calls', () => {
    const question = questionFor({ calls: 30, steps: [step('m', 25)], costUsd: 25 });
    expect(question).toBe('This would cost about $25.00 for 30 calls. Go on?');
  });

  it.each([
    ['y\n', true],
    ['Yes \r\n', true],
    ['n\n', false],
    ['\n', false],
    ['yesterday\n', false],
    ['', false],
  ])('answered with %j: %s', async (answer, expected) => {
    const { io, shown } = terminal();
    const asked = askYesNo(io, new Halt(), 'Go on?');
    if (answer === '') io.stdin.end();
    else io.stdin.write(answer);
    expect(await asked).toBe(expected);
    expect(shown.stderr).toBe(`Go on? [y/N] ${answer === '' ? '\n' : ''}`);
    expect(shown.stdout).toBe('');
  });

  it('ends with Ctrl-C, of which nothing more is said', async () => {
    const { io, shown } = terminal();
    const halt = new Halt();
    const asked = askYesNo(io, halt, 'Go on?');
    halt.stop(interrupted);
    await expect(asked).rejects.toBe(interrupted);
    expect(halt.endsQuietly).toBe(true);
    expect(shown.stderr).toBe('Go on? [y/N] \n');
    await expect(askYesNo(io, halt, 'Again?')).rejects.toBe(interrupted);
    expect(shown.stderr).not.toContain('Again');
  });
});

describe('a command at a terminal', () => {
  let services: SimulatedServices;
  let folder: string;
  beforeAll(async () => {
    services = await startServices();
    folder = await mkdtemp(join(tmpdir(), 'icp-confirm-'));
    await writeFile(
      join(folder, 'dear.yaml'),
      'actors:\n  supreme_coder/linkedin-profile-scraper: {start: 0, profile: 1}\n',
    );
  });
  afterAll(async () => {
    await services.close();
    await rm(folder, { recursive: true, force: true });
  });

  const RUN = [
    'run',
    resolve('fixtures/followers.html'),
    '--client',
    'acme',
    '--icp',
    resolve('fixtures/icp-finance.yaml'),
  ];
  async function run(args: readonly string[], act: (typed: PassThrough, halt: Halt) => void) {
    const { io, shown, asked } = terminal();
    const halt = new Halt();
    Object.assign(io.environment, services.environment, {
      ICP_HOME: join(folder, 'home'),
      ICP_PRICES: join(folder, 'dear.yaml'),
      NO_COLOR: '1',
    });
    const ended = runProgram([...args, '-o', join(folder, 'leads.csv')], io, halt, '0.0.0');
    void asked.then(() => act(io.stdin, halt));
    return { code: await ended, ...shown };
  }

  it('that would cost 41 dollars asks, and does nothing without a yes', async () => {
    const no = await run(RUN, (typed) => typed.write('n\n'));
    expect(no.stderr).toMatch(/^This would cost about \$41\.\d\d for 41 leads\. Go on\? \[y\/N\] /);
    expect(no.stderr).toMatch(/not confirmed: nothing was done/);
    expect(no.code).toBe(2);
    const interruptedAt = await run(RUN, (_, halt) => halt.stop(interrupted));
    expect(interruptedAt.code).toBe(130);
    expect(interruptedAt.stderr.trimEnd()).toMatch(/\[y\/N\]$/);
    expect(services.requests()).toBe(0);
  });

  it('whose cost is not known asks too', async () => {
    const { io, shown, asked } = terminal();
    Object.assign(io.environment, services.environment, {
      ICP_HOME: join(folder, 'home'),
      ICP_CLASSIFIER_MODEL: 'somebodys-model',
    });
    const ended = runProgram(RUN, io, new Halt(), '0.0.0');
    await asked;
    io.stdin.end();
    expect(await ended).toBe(2);
    expect(shown.stderr).toMatch(
      /is not known: no price is known of somebodys-model, beyond \$0\.\d+ for the rest/,
    );
    expect(services.requests()).toBe(0);
  });

  it('that cannot be done says so instead of asking', async () => {
    const { io, shown } = terminal();
    Object.assign(io.environment, services.environment, { ICP_HOME: join(folder, 'home') });
    expect(await runProgram([...RUN.slice(0, 3), 'nobody'], io, new Halt(), '0.0.0')).toBe(2);
    expect(shown.stderr).toMatch(/no client "nobody"/);
    expect(shown.stderr).not.toContain('[y/N]');
  });

  it('that is told yes does it', async () => {
    const yes = await run(RUN, (typed) => typed.write('y\n'));
    expect(yes.code).toBe(3);
    expect(yes.stdout).toMatch(/export +\d+ leads/);
    expect(services.apify.runs.length).toBeGreaterThan(5);
    const again = await run(RUN, () => {});
    expect(again.stderr).not.toContain('[y/N]');
    expect(again.code).toBe(0);
  });
});
