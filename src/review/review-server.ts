import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { UsageError } from '../domain/errors.ts';
import { readPageFiles } from './page-files.ts';
import { forbidden, guard } from './review-guards.ts';
import { type RouteTerms, reviewRoutes } from './review-routes.ts';
import { openVerdictIntake } from './verdict-intake.ts';

export interface ReviewServerOptions extends Omit<RouteTerms, 'files' | 'intake'> {
  /** 0: any that is free. */
  readonly port: number;
  /** Who has it may do all that the page can: at least 32 random bytes, fit for a URL. */
  readonly token: string;
  /** Where the page was built. */
  readonly pageFolder: string;
}

export interface ReviewServer {
  /** With the token. */
  readonly url: string;
  close(): Promise<void>;
}

/** Reachable from this machine only. */
const LOOPBACK = '127.0.0.1';
const LAST_REQUESTS_MS = 500;

/** Serves the review page. Throws UsageError for a port that cannot be had. */
export async function startReviewServer(options: ReviewServerOptions): Promise<ReviewServer> {
  const { token, port, pageFolder, ...terms } = options;
  const files = await readPageFiles(pageFolder);
  const intake = openVerdictIntake(terms.review);
  const app = new Hono();
  let boundPort = port;
  app.use('*', guard({ token, port: () => boundPort }));
  // The page's links are relative to the slash, which gets lost in copying.
  app.get(`/${token}`, (context) => context.redirect(`/${token}/`));
  app.route(`/${token}/`, reviewRoutes({ ...terms, intake, files }));
  // What makes no address, for want of a host that could be one, never reaches the guard.
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false, errorHandler: forbidden });
  const server = createServer(listener);
  await listen(server, port);
  boundPort = (server.address() as AddressInfo).port;
  return {
    url: `http://${LOOPBACK}:${boundPort}/${token}/`,
    close: async () => {
      // Verdicts that came in are written down; a browser that holds its connection open is not waited for.
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref();
      });
      await intake.settled();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${error.code})`;
      reject(
        new UsageError(
          'port_unavailable',
          `port ${port} of ${LOOPBACK} ${why}`,
          'choose another one with --port, or leave it out for a free one',
        ),
      );
    });
    server.listen(port, LOOPBACK, () => resolve());
  });
}
