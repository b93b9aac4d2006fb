import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReview } from '../../src/app/review-leads.ts';
import { type ReviewServer, startReviewServer } from '../../src/review/review-server.ts';
import { openPostgres } from '../../src/store/postgres-database.ts';
import { askReview } from './ask-review.ts';

const TOKEN = 'xJ3v-0Zq_8mWb1rT5yU7iO9pA2sD4fG6hK8lQ0wE1rc';
/** Nobody who is let in here asks for anything that is in it. */
const database = openPostgres('postgres://127.0.0.1:9/nothing', { applicationName: 'icp-tests' });

let server: ReviewServer;
let port: number;

function optionsOf(wantedPort: number) {
  const scope = { clientId: null, batchId: null };
  return {
    review: openReview({ database }, { scope, cut: 0.2, showScores: false, newSeed: () => 'seed' }),
    ...{ client: null, batch: null, reviewer: 'Anna', port: wantedPort, token: TOKEN },
    ...{ pageFolder: 'dist/review/page', onError: () => {} },
  };
}

beforeAll(async () => {
  server = await startReviewServer(optionsOf(0));
  port = Number(new URL(server.url).port);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

describe('who is let in to the review', () => {
  const page = `/${TOKEN}/`;
  const verdicts = `${page}api/verdicts`;
  it.each<[string, number, string, () => OutgoingHttpHeaders, string?]>([
    ['the page, by its link', 200, page, () => ({})],
    ['the page, under the name of this machine', 200, page, () => ({ host: `localhost:${port}` })],
    ['the page, without the slash', 302, `/${TOKEN}`, () => ({})],
    ['its script', 200, `${page}review.js`, () => ({})],
    ['its style', 200, `${page}base.css`, () => ({})],
    ['its own question', 400, `${page}api/leads/x`, () => ({ 'sec-fetch-site': 'same-origin' })],
    [
      'a link that somebody follows',
      200,
      page,
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    ],
    ['what is not there', 404, `${page}nothing`, () => ({})],
    ['what lies outside of the page', 404, `${page}%2e%2e%2freview-server.js`, () => ({})],
    ['the compiler\u2019s leftovers', 404, `${page}review-api.js.map`, () => ({})],
    ['no token', 403, '/', () => ({})],
    ['no token, and a page of the server', 403, '/api/queue', () => ({})],
    ['no token, and an icon', 403, '/favicon.ico', () => ({})],
    ['the token without its last character', 403, `/${TOKEN.slice(0, -1)}/`, () => ({})],
    ['the token in capitals', 403, `/${TOKEN.toUpperCase()}/`, () => ({})],
    ['the token with more behind it', 403, `/${TOKEN}0/`, () => ({})],
    ['another token of the same length', 403, `/${'A'.repeat(TOKEN.length)}/api/queue`, () => ({})],
    ['the token as a question', 403, `/?${TOKEN}`, () => ({})],
    ['a name that leads here (DNS rebinding)', 403, page, () => ({ host: `evil.example:${port}` })],
    ['a name that begins like ours', 403, page, () => ({ host: `127.0.0.1.evil.example:${port}` })],
    ['another port', 403, page, () => ({ host: '127.0.0.1:1' })],
    ['no port', 403, page, () => ({ host: '127.0.0.1' })],
    ['an empty host', 403, page, () => ({ host: '' })],
    ['a host that cannot be', 403, page, () => ({ host: 'a b' })],
    ['a path that cannot be', 403, '/\\', () => ({})],
    ['all interfaces', 403, page, () => ({ host: `0.0.0.0:${port}` })],
    ['another origin', 403, `${page}api/queue`, () => ({ origin: 'https://evil.example' })],
    ['another port of this machine', 403, `${page}api/queue`, () => ({ origin: 'http://127.0.0.1:1' })],
    ['no origin that could be named', 403, `${page}api/queue`, () => ({ origin: 'null' })],
    ['our origin by https', 403, `${page}api/queue`, () => ({ origin: `https://127.0.0.1:${port}` })],
    ['the other name of our origin', 403, `${page}api/queue`, () => ({ origin: `http://localhost:${port}` })],
    ['another site, without an origin', 403, `${page}api/queue`, () => ({ 'sec-fetch-site': 'cross-site' })],
    ['another port, without an origin', 403, `${page}api/queue`, () => ({ 'sec-fetch-site': 'same-site' })],
    [
      'another site that navigates to data',
      403,
      `${page}api/queue`,
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    ],
    [
      'another site that frames the page',
      403,
      page,
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }),
    ],
    [
      'another site that loads a script',
      403,
      `${page}review.js`,
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }),
    ],
    [
      'another site that sends a form',
      403,
      page,
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
      'POST',
    ],
    [
      'a question for permission',
      403,
      verdicts,
      () => ({ origin: 'https://evil.example', 'access-control-request-method': 'POST' }),
      'OPTIONS',
    ],
    [
      'a question for permission of our own',
      404,
      verdicts,
      () => ({ origin: `http://127.0.0.1:${port}` }),
      'OPTIONS',
    ],
  ])('%s: %i', async (_, status, path, headers, method) => {
    const answer = await askReview(port, path, headers(), method);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body).toBe('Forbidden\n');
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; .*trusted-types 'none'$/,
    );
    expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|\*|http/);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('is nobody on another interface', async () => {
    const { address } = await new Promise<AddressInfo>((resolve) => {
      const other = createServer();
      other.listen(port, '127.0.0.2', () => {
        resolve(other.address() as AddressInfo);
        other.close();
      });
    });
    expect(address).toBe('127.0.0.2');
  });

  it('a port that is in use is named', async () => {
    await expect(startReviewServer(optionsOf(port))).rejects.toMatchObject({
      code: 'port_unavailable',
      message: `port ${port} of 127.0.0.1 is in use by another program`,
      hint: expect.stringContaining('--port'),
    });
  });
});
