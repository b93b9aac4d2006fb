import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

/** What a request must show to be heard; all of it stands in the link that the command prints. */
export interface GuardTerms {
  readonly token: string;
  /** Known once the server listens. */
  readonly port: () => number;
}

/**
 * Nothing but the page's own files may run, load or be asked for; nothing may frame it, send forms from it, or hear where it lies. With Trusted Types and no
 * policy, no text can become markup or script, whatever the page's code does.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // The link holds the token.
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), clipboard-read=(), usb=(), serial=(), hid=(), payment=()',
};

/** Lets nobody through but the page itself and whoever opens its link. */
export function guard(terms: GuardTerms): MiddlewareHandler {
  return async (context, next) => {
    if (!isAdmitted(context, terms)) {
      context.res = forbidden();
      return;
    }
    await next();
    setHeaders(context);
  };
}

/** The answer to whoever may not know what is here. */
export function forbidden(): Response {
  return new Response('Forbidden\n', { status: 403, headers: HEADERS });
}

function setHeaders(context: Context): void {
  for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
}

function isAdmitted(context: Context, { token, port }: GuardTerms): boolean {
  const host = context.req.header('host');
  // A name of somebody else's that leads here (DNS rebinding) shows in the host.
  if (host !== `127.0.0.1:${port()}` && host !== `localhost:${port()}`) return false;
  const [, given = '', ...rest] = context.req.path.split('/');
  if (!isSame(given, token)) return false;
  const origin = context.req.header('origin');
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = context.req.header('sec-fetch-site');
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // Somebody follows the link from another page, such as a terminal in the browser.
  const isPage = context.req.method === 'GET' && rest.join('/') === '';
  return (
    isPage &&
    context.req.header('sec-fetch-mode') === 'navigate' &&
    context.req.header('sec-fetch-dest') === 'document'
  );
}

/** In a time that tells nothing of where they differ. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
