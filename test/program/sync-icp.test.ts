import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FathomSimulator, startFathomSimulator } from '../simulators/fathom.ts';
import { createWorkplace, until, type Workplace } from '../support/icp-process.ts';
import { type InventedMeeting, inventedMeeting, inventedMeetings } from '../support/invented-meetings.ts';
import { type SimulatedServices, startServices } from '../support/simulated-services.ts';

interface Quote {
  quote: string;
  title: string | null;
  speaker: string | null;
}
interface Entry {
  key: string;
  value: string;
  calls: number;
  quotes: Quote[];
}
interface Outcome {
  calls: Record<'found' | 'read' | 'known' | 'not_transcribed' | 'failed' | 'left', number>;
  current_version: number | null;
  proposed: Record<string, string[]>;
  added: Entry[];
  confirmed: Entry[];
  contradictions: { kind: string; value: string; wanted: Quote[]; avoided: Quote[]; in_icp: string | null }[];
  other: { kind: string; value: string; quotes: Quote[] }[];
  dropped: { quotes: number; values: number; too_many: number };
  applied: boolean;
  version: number | null;
  cost_usd: number;
}

let services: SimulatedServices;
let fathom: FathomSimulator;
let place: Workplace;
beforeAll(async () => {
  // Calls of the model last, so that a process can be killed in the middle of some.
  services = await startServices({ openai: { latencyMs: { chat: 60 } } });
  fathom = await startFathomSimulator({
    meetings: inventedMeetings(),
    limit: { calls: 30, windowSeconds: 1 },
  });
  place = await createWorkplace({
    ...services.environment,
    FATHOM_BASE_URL: fathom.baseUrl,
    FATHOM_API_KEY: fathom.apiKey,
    ICP_LLM_CONCURRENCY: '2',
  });
});
afterAll(async () => {
  await place.close();
  await Promise.all([services.close(), fathom.close()]);
});

/** Everything that was said in any meeting, a turn a line. */
const transcripts = () =>
  (fathom.meetings as InventedMeeting[])
    .flatMap(({ transcript }) => (Array.isArray(transcript) ? transcript.map(({ text }) => text) : []))
    .join('\n');
const quotesOf = ({ added, confirmed, contradictions, other }: Outcome) => [
  ...[...added, ...confirmed, ...other].flatMap(({ quotes }) => quotes),
  ...contradictions.flatMap(({ wanted, avoided }) => [...wanted, ...avoided]),
];
const bought = () => services.openai.partsExtracted;
const sync = async (...args: string[]) => {
  const result = await place.here(['sync-icp', '--client', 'nordlicht', '--json', ...args]);
  return { ...result, outcome: result.json<Outcome>() };
};

it('an ICP comes out of 25 meetings, grows with a 26th, and nothing is paid for twice', async () => {
  await place.here(['client', 'add', 'nordlicht']);
  await place.here(['client', 'add', 'somebody']);

  // Killed in the middle: what had arrived is kept, two calls at most were under way.
  const killed = place.start(['sync-icp', '--client', 'nordlicht']);
  await until(() => services.openai.purchases.filter(({ arrived }) => arrived).length >= 6, killed);
  killed.child.kill('SIGKILL');
  expect((await killed.ended).signal).toBe('SIGKILL');

  fathom.faults.queue('meetings', 'rate_limited', 'server_error');
  const listed = fathom.calls.total;
  const first = await sync();
  expect(first.stderr).toContain(
    '22 of 24 meetings: those that name "nordlicht"; 2 left out, 1 of them among colleagues',
  );
  expect(first.stderr).toContain("1 entry in Fathom's list could not be read");
  expect(first.code).toBe(0);
  const { outcome } = first;
  const { calls } = outcome;
  expect(calls).toMatchObject({ found: 24, not_transcribed: 2, failed: 0, left: 2 });
  expect(calls.read + calls.known).toBe(20);
  expect(bought().counts.size).toBe(20);
  expect(bought().repeated.length).toBeLessThanOrEqual(2);
  expect(fathom.calls.total - listed).toBe(3 + 2);

  const spoken = transcripts();
  const quotes = quotesOf(outcome);
  expect(quotes.length).toBeGreaterThan(40);
  for (const { quote, speaker } of quotes) {
    expect(spoken).toContain(quote);
    expect(speaker).toBe('Ana Brandt');
  }
  expect(outcome.dropped.quotes).toBeGreaterThan(0);
  expect(outcome.dropped.values).toBeGreaterThan(0);
  expect(JSON.stringify(outcome)).not.toMatch(/astronaut|neither big nor little/i);
  expect(outcome).toMatchObject({ current_version: null, applied: false, version: null });
  // CFO and Chief Financial Officer are one, and a COO is wanted here and to be left out there.
  expect(outcome.proposed['target_titles']).toEqual(['CFO', 'Finance Director', 'Head of Finance']);
  expect(outcome.proposed).toMatchObject({ company_sizes: ['51-200'], exclude_companies: ['Ledgerly'] });
  expect(outcome.contradictions).toMatchObject([{ kind: 'title', value: 'COO', in_icp: null }]);
  expect(outcome.other).toMatchObject([{ kind: 'industry', value: 'gambling' }]);

  const before = bought().total;
  const again = await sync();
  expect(again.outcome).toEqual({
    ...outcome,
    calls: { ...calls, read: 0, known: 20 },
    dropped: { quotes: 0, values: 0, too_many: 0 },
    cost_usd: 0,
  });
  expect(bought().total).toBe(before);

  const cfoBefore = outcome.added.find(({ value }) => value === 'CFO')!.calls;
  fathom.meetings.unshift(inventedMeeting(25));
  const applied = await sync('--apply');
  expect(applied.outcome).toMatchObject({
    calls: { found: 25, read: 1, known: 20 },
    applied: true,
    version: 1,
  });
  expect(applied.outcome.added.find(({ value }) => value === 'CFO')!.calls).toBe(cfoBefore + 1);
  expect(bought().total).toBe(before + 1);

  writeFileSync(
    join(place.folder, 'call.srt'),
    '1\n00:00:01,000 --> 00:00:05,000\nAna Brandt: We now also sell to the Controller of Biotech companies.\n\n2\n00:00:06,000 --> 00:00:07,000\nAna Brandt: Yes.\n',
  );
  const text = await place.here(['sync-icp', '--client', 'nordlicht', '--transcript', 'call.srt', '--apply']);
  expect(text.stdout).toContain('ICP of nordlicht, version 2');
  expect(text.stdout).toMatch(
    /\+ Controller {2,}1 call, Ana Brandt\n {6}“We now also sell to the Controller of Biotech companies\.” – Ana Brandt, call.srt, 00:01/,
  );
  expect(text.stdout).toContain('Next: icp qualify --client nordlicht --rescore');

  const last = await place.here(['sync-icp', '--client', 'nordlicht', '--apply', '--calls', '1025', '1024']);
  expect(last.stdout).toContain('Nothing new: 2 read before.');
  expect(last.stdout).toContain('The calls add nothing to the ICP of nordlicht (version 2)');
  expect(bought().total).toBe(before + 2);
});
