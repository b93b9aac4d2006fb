import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** One request as a simulator sees it, body decompressed. */
export interface SimulatedRequest {
  /** Who asks: a path that begins with `/as/<name>` says so, and goes on as if it did not. Null when it does not say. */
  readonly caller: string | null;
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What goes back. Objects are sent as JSON; `delivery` says how the wire behaves. */
export interface SimulatedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /**
   * `whole` (the default); `truncated`: half of the body under a matching length; `cut`: the socket dies in the middle of the body;
   * `stalled`: headers and half of the body, then silence; `lost`: the socket dies before any answer; `silent`: no answer, ever.
   */
  readonly delivery?: 'whole' | 'truncated' | 'cut' | 'stalled' | 'lost' | 'silent';
  /** Told at the end whether all that was to be sent left, or the client had gone before. */
  readonly onSent?: (left: boolean) => void;
}

/** How long something takes: always the same, or drawn anew each time. */
export type Duration = number | (() => number);

export const lasting = (duration: Duration): number =>
  typeof duration === 'function' ? duration() : duration;

export interface SimulatorServer {
  /** Without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves on a free port of the loopback interface, with a clock that is so much ahead of the real one. A handler that throws answers 500 with the error, so that tests show it. */
export async function startSimulatorServer(
  handle: (request: SimulatedRequest) => Promise<SimulatedAnswer>,
  clockAheadMs = 0,
): Promise<SimulatorServer> {
  const server = createServer((incoming, outgoing) => {
    void readRequest(incoming)
      .then(handle)
      .catch((error: unknown) => ({ status: 500, body: { error: `simulator: ${String(error)}` } }))
      .then((answer: SimulatedAnswer) => {
        outgoing.setHeader('date', new Date(Date.now() + clockAheadMs).toUTCString());
        send(outgoing, answer);
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<SimulatedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const encoding = incoming.headers['content-encoding'];
  const body = encoding === 'br' ? brotliDecompressSync(raw) : encoding === 'gzip' ? gunzipSync(raw) : raw;
  const url = new URL(incoming.url ?? '/', 'http://simulator');
  const caller = /^\/as\/([^/]+)(?=\/)/.exec(url.pathname);
  if (caller !== null) url.pathname = url.pathname.slice(caller[0].length);
  return {
    caller: caller?.[1] ?? null,
    method: incoming.method ?? 'GET',
    url,
    headers: incoming.headers,
    body: body.toString('utf8'),
  };
}

function send(outgoing: ServerResponse, answer: SimulatedAnswer): void {
  const delivery = answer.delivery ?? 'whole';
  const { onSent } = answer;
  if (onSent !== undefined) {
    if (outgoing.destroyed) onSent(false);
    else outgoing.once('close', () => onSent(outgoing.writableFinished));
  }
  if (delivery === 'silent') return;
  if (delivery === 'lost') {
    outgoing.destroy();
    return;
  }
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const whole = Buffer.from(text, 'utf8');
  const half = whole.subarray(0, Math.ceil(whole.length / 2));
  const body = delivery === 'whole' ? whole : half;
  const ends = delivery === 'whole' || delivery === 'truncated';
  outgoing.writeHead(answer.status, {
    'content-type': 'application/json',
    'content-length': ends ? body.length : whole.length,
    ...answer.headers,
  });
  if (ends) outgoing.end(body);
  else outgoing.write(body, () => (delivery === 'cut' ? outgoing.destroy() : undefined));
}

/** A repeatable source of numbers in [0, 1): mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Faults drawn by chance: each request of a route meets one of `faults` with probability `rate`. */
export interface RandomFaults<Fault> {
  readonly seed: number;
  readonly rate: number;
  readonly faults: readonly Fault[];
}

/** Which fault the next request of a route meets: queued ones first, in order, then drawn ones. */
export class FaultPlan<Route extends string, Fault> {
  readonly #queues = new Map<Route, Fault[]>();
  #chance: RandomFaults<Fault> | undefined;
  readonly #random: () => number;

  constructor(chance?: RandomFaults<Fault>) {
    this.#chance = chance;
    this.#random = seededRandom(chance?.seed ?? 0);
  }

  /** The next requests of the route meet these, one each. */
  queue(route: Route, ...faults: Fault[]): void {
    this.#queues.set(route, [...(this.#queues.get(route) ?? []), ...faults]);
  }

  /** From now on nothing goes wrong. */
  calm(): void {
    this.#queues.clear();
    this.#chance = undefined;
  }

  next(route: Route): Fault | undefined {
    const queued = this.#queues.get(route)?.shift();
    if (queued !== undefined || this.#chance === undefined) return queued;
    const { rate, faults } = this.#chance;
    return this.#random() < rate ? faults[Math.floor(this.#random() * faults.length)] : undefined;
  }
}

/** How often something happened, by name or by text. */
export class Tally {
  readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Names counted more than once: what was bought twice. */
  get repeated(): string[] {
    return [...this.counts].filter(([, count]) => count > 1).map(([name]) => name);
  }
}

/** How many requests are being answered at once, and the most there ever were. */
export class ConcurrencyGauge {
  now = 0;
  highest = 0;

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.now++;
    this.highest = Math.max(this.highest, this.now);
    try {
      return await work();
    } finally {
      this.now--;
    }
  }
}
