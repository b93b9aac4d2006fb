// `npm run bench -- [NAME…] [--quick]`: compiles bench/ and measures the figures of the README's table with the built program.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
};
// What is measured is what stands in src/ now.
run('npm', ['run', '--silent', 'build']);
run('npx', ['tsc', '-p', 'bench/tsconfig.json']);
run(process.execPath, ['node_modules/.cache/icp-bench/bench/main.js', ...process.argv.slice(2)]);
