import { statSync } from 'node:fs';
import { childOf } from '../bench-paths.ts';
import type { BenchTerms, Figure } from '../figure.ts';
import { followersFile } from '../followers-file.ts';
import { interleaved } from '../interleaved.ts';
import { timedProcess } from '../timed-process.ts';

interface Reading {
  readonly milliseconds: number;
  readonly peakBytes: number;
}

async function read(side: 'ours' | 'htmlparser2', page: string): Promise<Reading> {
  return JSON.parse((await timedProcess([childOf('read-page'), side, page])).stdout) as Reading;
}

const pageOf = (terms: BenchTerms) => followersFile(terms.folder, terms.quick ? 2000 : 20_000);

/** Reading a large page against the fastest plain way over the same bytes. */
export const parsePage: Figure = {
  name: 'parse-page',
  what: 'reading a saved page of 20,000 followers',
  unit: 'ms',
  baselineIs: 'a bare htmlparser2 pass over the same bytes',
  target: 2,
  isRatio: true,
  async compare(terms) {
    const page = await pageOf(terms);
    return interleaved(
      terms.quick ? 3 : 7,
      async () => (await read('ours', page)).milliseconds,
      async () => (await read('htmlparser2', page)).milliseconds,
    );
  },
};

/** Peak memory of the same, of the whole process. */
export const parseMemory: Figure = {
  name: 'parse-memory',
  what: 'peak memory of the same',
  unit: 'MB',
  baselineIs: '3 × the file + 100 MB',
  target: 1,
  isRatio: true,
  async compare(terms) {
    const page = await pageOf(terms);
    const allowed = 3 * statSync(page).size + 100e6;
    return { ours: (await read('ours', page)).peakBytes / 1e6, baseline: allowed / 1e6 };
  },
};
