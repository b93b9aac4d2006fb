import type { RunningIcp, Workplace } from '../support/icp-process.ts';

export interface SentSignal {
  readonly signal: NodeJS.Signals;
  readonly atMs: number;
}

/** What became of one process. */
export interface ProcessRecord {
  /** Its name in the simulators' books. */
  readonly name: string;
  readonly args: readonly string[];
  readonly startedMs: number;
  /** Signals that it was still there to get. */
  readonly signals: SentSignal[];
  endedMs: number | null;
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The moment a process was killed without warning, or null. */
export function killedAt(record: ProcessRecord): number | null {
  return record.signals.find(({ signal }) => signal === 'SIGKILL')?.atMs ?? null;
}

export interface CrewMember {
  readonly record: ProcessRecord;
  readonly ended: Promise<ProcessRecord>;
  send(signal: NodeJS.Signals): void;
}

/** Starts processes of the program, each under a name that the simulators see, and keeps the record of them all. */
export class ProcessCrew {
  readonly records: ProcessRecord[] = [];
  readonly #place: Workplace;
  readonly #living = new Set<CrewMember>();

  constructor(place: Workplace) {
    this.#place = place;
  }

  start(args: readonly string[]): CrewMember {
    const name = `p${this.records.length + 1}`;
    const running = this.#place.start(args, { environment: underName(this.#place.environment, name) });
    const record: ProcessRecord = {
      name,
      args,
      startedMs: Date.now(),
      signals: [],
      endedMs: null,
      code: null,
      stdout: '',
      stderr: '',
    };
    this.records.push(record);
    const member: CrewMember = {
      record,
      ended: ending(running, record).finally(() => this.#living.delete(member)),
      send: (signal) => {
        if (running.child.exitCode !== null || running.child.signalCode !== null) return;
        record.signals.push({ signal, atMs: Date.now() });
        running.child.kill(signal);
      },
    };
    this.#living.add(member);
    return member;
  }

  /** Runs one process to its end; one that does not end by itself is killed. */
  async run(args: readonly string[], timeoutMs = 60_000): Promise<ProcessRecord> {
    const member = this.start(args);
    const timer = setTimeout(() => member.send('SIGKILL'), timeoutMs);
    const record = await member.ended;
    clearTimeout(timer);
    return record;
  }

  async killAll(): Promise<void> {
    const living = [...this.#living];
    for (const member of living) member.send('SIGKILL');
    await Promise.all(living.map((member) => member.ended));
  }
}

async function ending(running: RunningIcp, record: ProcessRecord): Promise<ProcessRecord> {
  const { code, stdout, stderr } = await running.ended;
  record.endedMs = Date.now();
  Object.assign(record, { code, stdout, stderr });
  return record;
}

/** The services' addresses with the name of the process in front of their paths. */
function underName(environment: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment)
      .filter(([variable]) => variable.endsWith('_BASE_URL'))
      .map(([variable, url]) => [variable, url.replace(/^(https?:\/\/[^/]+)/, `$1/as/${name}`)]),
  );
}
