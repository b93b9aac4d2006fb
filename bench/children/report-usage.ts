// Loaded by `node --import` before a program: writes {cpuMilliseconds, peakBytes} of the process to $ICP_BENCH_USAGE when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  writeFileSync(
    process.env['ICP_BENCH_USAGE']!,
    JSON.stringify({ cpuMilliseconds: (user + system) / 1000, peakBytes }),
  );
});
