// Reads the page argv[3] as argv[2] says, `ours` or `htmlparser2`, and prints {milliseconds, peakBytes}.
import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { readPeople } from '../../src/stages/ingest/read-people.ts';

const [, , side, path] = process.argv;
const bytes = readFileSync(path!);
const began = performance.now();
let found = 0;
if (side === 'ours') {
  found = readPeople({ path: path!, bytes }).people.length;
} else {
  const parser = new Parser({
    onopentag: () => {
      found += 1;
    },
  });
  parser.write(bytes.toString('utf8'));
  parser.end();
}
const milliseconds = performance.now() - began;
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ milliseconds, peakBytes, found }));
