import { expect, it } from 'vitest';
import { readAllowances } from '../../src/providers/rate-headers.ts';

const headers = (limit: string, remaining: string, reset: string, what = 'requests') => ({
  [`x-ratelimit-limit-${what}`]: limit,
  [`x-ratelimit-remaining-${what}`]: remaining,
  [`x-ratelimit-reset-${what}`]: reset,
});

it.each<[string, Record<string, string>, object[]]>([
  ['nothing', {}, []],
  ['requests', headers('500', '499', '120ms'), [{ limit: 500, remaining: 499, fullInMs: 120 }]],
  [
    'requests and tokens',
    { ...headers('500', '0', '6m0s'), ...headers('200000', '12', '1s', 'tokens') },
    [
      { limit: 500, remaining: 0, fullInMs: 360_000 },
      { limit: 200_000, remaining: 12, fullInMs: 1000 },
    ],
  ],
  ['bare seconds', headers('10', '3', '1.5'), [{ limit: 10, remaining: 3, fullInMs: 1500 }]],
  ['less than nothing', headers('10', '-1', '1s'), [{ limit: 10, remaining: 0, fullInMs: 1000 }]],
  ['a part', { 'x-ratelimit-remaining-requests': '0' }, []],
  ['no numbers', headers('many', '0', '1s'), []],
  ['no time', headers('10', '0', 'tomorrow'), []],
  ['an odd time', headers('10', '0', '1.2.3s'), []],
])('reads %s', (_, sent, expected) => {
  expect(readAllowances(new Headers(sent))).toEqual(expected);
});
