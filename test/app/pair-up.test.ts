import { expect, it } from 'vitest';
import { pairUp } from '../../src/app/evaluation/evaluate-labels.ts';
import type { Label } from '../../src/app/evaluation/label-file.ts';

const label: Label = { row: 1, profile: 'in/ada', grade: 3, icp: 'acme', trap: null, why: null };

it.each([
  ['of verdicts', true, /none of the 1 judged leads has a profile/, /icp enrich.*icp purge/],
  ['of a file', false, /none of its profiles is known/, /--profiles FILE.*icp enrich/],
])('says where profiles come from when there is none %s', (_, isFeedback, message, hint) => {
  const pair = () => pairUp({ path: 'feedback', isFeedback }, [label], [null], []);
  expect(pair).toThrow(message);
  expect(pair).toThrow(expect.objectContaining({ code: 'no_profiles', hint: expect.stringMatching(hint) }));
});
