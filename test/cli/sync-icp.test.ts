import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { Halt } from '../../src/pipeline/halt.ts';
import { type FathomSimulator, startFathomSimulator } from '../simulators/fathom.ts';
import { inventedMeeting } from '../support/invented-meetings.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';
import { terminal } from '../support/terminal.ts';
import { createServerDatabase, itOnServer } from '../support/test-database.ts';

let services: SimulatedServices;
let fathom: FathomSimulator;
let folder: string;
beforeAll(async () => {
  // Each part costs about a cent.
  services = await startServices({ openai: { reasoningTokens: 5000 } });
  fathom = await startFathomSimulator({ meetings: [1, 2, 3, 4].map((index) => inventedMeeting(index)) });
  folder = await mkdtemp(join(tmpdir(), 'icp-sync-'));
  await writeFile(
    join(folder, '2026-10-02 nordlicht.txt'),
    'Ana Brandt: We sell to CFOs in Austria.\nBen: To startups too?\nAna Brandt: No startups please. And we do not sell to banks.\n',
  );
  await writeFile(
    join(folder, 'page.docx'),
    Buffer.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 200 }, () => 0)]),
  );
});
afterAll(async () => {
  await Promise.all([services.close(), fathom.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** In this process, at a terminal of 80 columns. */
async function icp(
  args: readonly string[],
  {
    environment = {},
    answer = '',
    meanwhile = async () => {},
  }: {
    environment?: Record<string, string>;
    answer?: string;
    /** While the question waits. */
    meanwhile?: () => Promise<unknown>;
  } = {},
) {
  const { io, shown, asked } = terminal();
  Object.assign(io.environment, services.environment, {
    FATHOM_BASE_URL: fathom.baseUrl,
    FATHOM_API_KEY: fathom.apiKey,
    ICP_HOME: join(folder, 'home'),
    NO_COLOR: '1',
    ...environment,
  });
  const ended = runProgram(args, io, new Halt(), '0.0.0');
  void asked.then(meanwhile).then(() => (io.stdin as PassThrough).write(`${answer}\n`));
  return { code: await ended, ...shown };
}
const sync = (...args: string[]) => ['sync-icp', '--client', 'nordlicht', ...args];

describe('icp sync-icp at a terminal', () => {
  it('shows a diff with quotes and contradictions, asks, and does nothing without a yes', async () => {
    await icp(['client', 'add', 'nordlicht', '--icp', resolve('fixtures/icp-finance.yaml')]);
    const file = sync('--offline', '--transcript', join(folder, '2026-10-02 nordlicht.txt'));
    const no = await icp(file, { answer: 'n' });
    expect(no.code).toBe(0);
    expect(no.stderr).toContain('read by rules, not by a model');
    expect(no.stderr).toContain('Make this version 2 of the ICP of nordlicht? [y/N]');
    expect(no.stdout).toBe(`1 call read now.

Proposed ICP of nordlicht, version 2: 1 new entry

target_titles
  CFO                       1 call, last 2026-10-02, Ana Brandt

target_locations
+ Austria                   1 call, last 2026-10-02, Ana Brandt
      “We sell to CFOs in Austria.” – Ana Brandt, 2026-10-02 nordlicht.txt

Contradictions, for you to settle; nothing of them was added
! company size startups
    wanted: in company_sizes now
    avoided: 1 call, last 2026-10-02, Ana Brandt
      “No startups please.” – Ana Brandt, 2026-10-02 nordlicht.txt

Said, but not for an ICP file
  avoids industry banks     1 call, last 2026-10-02, Ana Brandt
      “And we do not sell to banks.” – Ana Brandt, 2026-10-02 nordlicht.txt

Cost: $0.

Make it current: the same command with --apply
`);
    const yes = await icp(file, { answer: 'y' });
    expect(yes.stdout).toMatch(/^Nothing new: 1 read before\.\n/);
    expect(yes.stdout).toMatch(
      /\n\nThe ICP of nordlicht is now version 2\.\nNext: icp qualify .* --rescore --offline\n$/,
    );
    const shown = await icp(['client', 'show', 'nordlicht', '--json']);
    expect(JSON.parse(shown.stdout)).toMatchObject({
      icp: {
        version: 2,
        target_locations: ['Austria'],
        target_titles: expect.arrayContaining(['Head of Finance']),
        company_sizes: ['startup', 'scaleup', '51-200', '201-500'],
      },
    });
  });

  itOnServer('says so when somebody else was faster than the answer', async () => {
    const { url, drop } = await createServerDatabase();
    const environment = { DATABASE_URL: url };
    await icp(['client', 'add', 'nordlicht'], { environment });
    const file = sync('--offline', '--transcript', join(folder, '2026-10-02 nordlicht.txt'));
    const { code, stdout, stderr } = await icp(file, {
      environment,
      answer: 'y',
      meanwhile: () => icp(sync('--offline', '--apply'), { environment }),
    });
    expect(stderr).toContain(
      'somebody made version 1 of the ICP of nordlicht while you were asked; the calls add nothing to that',
    );
    expect(stdout).not.toMatch(/--apply|is now version/);
    expect(code).toBe(0);
    await drop();
  });

  it('plans without a model', async () => {
    const plan = await icp(sync('--dry-run'), { environment: { OPENAI_API_KEY: '' } });
    expect(plan.stderr).toContain('4 of 4 meetings: all, as "nordlicht" is the only client');
    expect(plan.stdout).toMatch(
      /^4 calls: 4 to read, 0 read before\.\n4 parts for gpt-5-mini, 0 of them bought before; [\d,]+ tokens, about \$0\.0\d+\.\nNo model/,
    );
    expect(services.openai.calls.total).toBe(0);
  });

  it('stops at --max-cost with what it has, and reads on; a call that fails is named, the others are kept', async () => {
    const poor = await icp(sync('--max-cost', '0.065', '--json'), {
      environment: { ICP_LLM_CONCURRENCY: '1' },
    });
    expect(poor.code).toBe(4);
    const bought = services.openai.partsExtracted.total;
    expect(bought).toBe(2);
    expect(poor.stderr).toContain('2 of 4 calls were read and are kept');
    services.openai.faults.queue('chat', 'refusal', 'refusal');
    const rest = await icp(sync('--json'), { environment: { ICP_LLM_CONCURRENCY: '1' } });
    expect(rest.code).toBe(3);
    expect(JSON.parse(rest.stdout)).toMatchObject({
      calls: { read: 1, known: 2, failed: 1 },
      failures: [{ title: expect.stringContaining('Discovery nordlicht'), code: 'refused' }],
      current_version: 2,
    });
    // What the rules read of a file is not mixed in.
    expect(rest.stdout).not.toContain('banks');
    expect((await icp(sync('--json', '--again'))).code).toBe(0);
    const corrected = inventedMeeting(4);
    const transcript = corrected.transcript!.map((entry) => ({
      ...entry,
      text: entry.text.replace('COO', 'CMO'),
    }));
    fathom.meetings.splice(3, 1, { ...corrected, transcript });
    const changed = JSON.parse((await icp(sync('--json'))).stdout);
    expect(changed).toMatchObject({ calls: { read: 1, known: 3 } });
    expect(JSON.stringify(changed)).toContain('CMO');
    expect(JSON.stringify(changed)).not.toContain('COO of');
    expect(services.openai.partsExtracted.repeated.length).toBeLessThanOrEqual(1);
    expect(services.openai.partsExtracted.counts.size).toBe(5);
  });

  it('says why there may be no meetings', async () => {
    const none = await icp(sync('--dry-run', '--since', '2026-12-01', '--domain', '@Nordlicht.example'));
    expect(none.code).toBe(0);
    expect(none.stderr).toMatch(
      /^Fathom lists no meetings: .*; check --since and --domain\. Other calls: --transcript FILE\n$/,
    );
    expect(fathom.queries.at(-1)!.getAll('calendar_invitees_domains[]')).toEqual(['nordlicht.example']);
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    ['without a key', [], { FATHOM_API_KEY: '' }, /FATHOM_API_KEY is not set/],
    [
      'with a key that is refused',
      [],
      { FATHOM_API_KEY: 'wrong-key-of-somebody' },
      /does not accept the key in FATHOM_API_KEY/,
    ],
    ['with an id that is not there', ['--calls', '1001', '7'], {}, /no meeting 7/],
    ['with a file that is no transcript', ['--transcript', 'page.docx'], {}, /page\.docx is no text/],
    [
      'with meetings chosen offline',
      ['--offline', '--calls', '1001', '--since', '90d'],
      {},
      /--calls and --since are/,
    ],
    ['with a domain that is none', ['--domain', 'acme.example', ' '], {}, /must be a mail domain/],
    ['with two ways to choose', ['--all', '--calls', '1'], {}, /cannot be used with/],
  ])('%s ends with code 2 and says so', async (_, args, environment, message) => {
    const named = args.map((arg) => (arg.endsWith('.docx') ? join(folder, arg) : arg));
    const { code, stderr } = await icp(sync(...named), { environment });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('wrong-key-of-somebody');
    expect(code).toBe(2);
  });
});
