import { expect, it } from 'vitest';
import { settleVerdict, type Vote } from '../../../src/domain/learning/settled-verdict.ts';

const VOTES: Readonly<Record<string, Vote>> = {
  f: { source: 'review', verdict: 'fit' },
  x: { source: 'review', verdict: 'not_fit' },
  F: { source: 'import', verdict: 'fit' },
  X: { source: 'import', verdict: 'not_fit' },
  e: { source: 'export', verdict: 'fit' },
};

it.each([
  ['', null],
  ['f', 'fit'],
  ['X', 'not_fit'],
  ['fX', 'disagreed'],
  ['ffX', 'fit'],
  ['fxX', 'not_fit'],
  ['fxFX', 'disagreed'],
  ['e', 'exported'],
  ['ex', 'not_fit'],
  ['efx', 'disagreed'],
  ['eF', 'fit'],
])('the votes %j come to %s', (votes, settled) => {
  expect(settleVerdict([...votes].map((vote) => VOTES[vote]!))).toBe(settled);
});
