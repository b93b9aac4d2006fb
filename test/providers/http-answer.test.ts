import { describe, expect, it } from 'vitest';
import { boundedFetch, retryAfterMs, withDeadline } from '../../src/providers/http-answer.ts';
import { failureOf } from './failure-of.ts';

describe('how long a service asks us to wait', () => {
  const date = 'Mon, 02 Nov 2026 09:00:00 GMT';
  it.each<[Record<string, string>, string, number | undefined]>([
    [{}, '', undefined],
    [{ 'retry-after-ms': '120', 'retry-after': '1' }, '', 120],
    [{ 'retry-after': '2' }, '', 2000],
    [{ 'retry-after': '0.5' }, '', 500],
    [{ 'retry-after': 'Mon, 02 Nov 2026 09:00:30 GMT', date }, '', 30_000],
    [{ 'retry-after': 'Mon, 02 Nov 2026 08:00:00 GMT', date }, '', 0],
    [{ 'retry-after': 'Mon, 02 Nov 2026 09:00:30 GMT' }, '', undefined],
    [{ 'retry-after': 'soon' }, 'Please try again in 84ms.', 84],
    [{ 'retry-after': '-5' }, '', undefined],
    [{}, 'Please try again in 1.5s. Visit', 1500],
    [{}, 'Please try again in 6m0s.', 360_000],
    [{}, 'Please retry in 1h2m3.5s', 3_723_500],
    [{}, 'try again in 1.2.3s', undefined],
    [{}, 'try again in a moment', undefined],
  ])('%o %s → %s', (headers, message, expected) => {
    expect(retryAfterMs(new Headers(headers), message)).toBe(expected);
  });
});

describe('a bounded fetch', () => {
  it('hands out a body up to its bound', async () => {
    const answer = await boundedFetch(async () => new Response('12345'), 5)('http://x');
    expect(await answer.text()).toBe('12345');
  });

  it('stops reading beyond it', async () => {
    let cancelled = false;
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1000;
        controller.enqueue(new Uint8Array(1000));
      },
      cancel() {
        cancelled = true;
      },
    });
    const failure = await failureOf(boundedFetch(async () => new Response(endless), 10_000)('http://x'));
    expect(failure).toMatchObject({ kind: 'retry later', code: 'answer_too_large' });
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(20_000);
  });

  it.each([204, 304])('takes a %s, which has no body', async (status) => {
    const answer = await boundedFetch(async () => new Response(null, { status }), 5)('http://x');
    expect(answer.status).toBe(status);
  });
});

describe('a deadline', () => {
  it('ends work that takes no notice of its signal', async () => {
    const forever = () => new Promise<never>(() => undefined);
    const failure = await failureOf(withDeadline(20, new AbortController().signal, forever));
    expect(failure).toMatchObject({ kind: 'retry later', code: 'timeout' });
  });
});
