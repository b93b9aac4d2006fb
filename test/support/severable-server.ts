import { connect, createServer, type Socket } from 'node:net';

export interface SeverableServer {
  /** The same database by way of this proxy. */
  readonly url: string;
  /** Breaks every connection and refuses new ones for so long: what a restart of the server looks like from outside. */
  cut(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** A proxy on loopback in front of a PostgreSQL server. */
export async function startSeverableServer(databaseUrl: string): Promise<SeverableServer> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (port: number) =>
    new Promise<number>((resolve) =>
      server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  const port = await listen(0);
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    cut: async (ms) => {
      await stop();
      await new Promise((resolve) => setTimeout(resolve, ms));
      await listen(port);
    },
    close: stop,
  };
}
