import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PROGRAM } from '../bench-paths.ts';
import type { Figure } from '../figure.ts';
import { interleaved } from '../interleaved.ts';
import { timedProcess } from '../timed-process.ts';

const bareNode = async () => (await timedProcess(['-e', '0'])).milliseconds;

export const version: Figure = {
  name: 'version',
  what: 'icp --version',
  unit: 'ms',
  baselineIs: 'bare node -e 0',
  target: 2.5,
  isRatio: true,
  compare: ({ quick }) =>
    interleaved(
      quick ? 5 : 15,
      async () => (await timedProcess([PROGRAM, '--version'])).milliseconds,
      bareNode,
    ),
};

export const firstUse: Figure = {
  name: 'first-use',
  what: 'first use of the embedded database (icp status)',
  unit: 'ms',
  baselineIs: 'bare node -e 0',
  target: 2000,
  isRatio: false,
  compare: ({ quick, folder }) =>
    interleaved(
      quick ? 3 : 7,
      async () => {
        const home = await mkdtemp(join(folder, 'home-'));
        const { milliseconds } = await timedProcess([PROGRAM, 'status'], {
          folder,
          environment: { ICP_HOME: home },
        });
        await rm(home, { recursive: true });
        return milliseconds;
      },
      bareNode,
    ),
};

export const laterOpen: Figure = {
  name: 'later-open',
  what: 'a later open of it (icp status)',
  unit: 'ms',
  baselineIs: 'bare node -e 0',
  target: 700,
  isRatio: false,
  compare: ({ quick, folder }) =>
    interleaved(
      quick ? 3 : 9,
      async () => {
        const environment = { ICP_HOME: join(folder, 'home') };
        return (await timedProcess([PROGRAM, 'status'], { folder, environment })).milliseconds;
      },
      bareNode,
    ),
};
