// `npm run chaos -- MINUTES SEED`: the chaos test for longer. Needs a PostgreSQL server to play on, in TEST_DATABASE_URL.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

const [minutes = '5', seed = String(randomInt(1, 1_000_000))] = process.argv.slice(2);

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

if (!/^\d+(\.\d+)?$/.test(minutes) || !/^\d+$/.test(seed)) {
  refuse('usage: npm run chaos -- [MINUTES [SEED]], both numbers; 5 minutes and a random seed when left out');
}
if (!process.env.TEST_DATABASE_URL) {
  refuse(
    'TEST_DATABASE_URL is not set: give it the URL of any PostgreSQL 15+ with pgvector, as a role that may create databases',
  );
}
const { status } = spawnSync('npx', ['vitest', 'run', 'test/chaos/chaos.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, ICP_CHAOS_MINUTES: minutes, ICP_CHAOS_SEED: seed },
});
process.exit(status ?? 1);
