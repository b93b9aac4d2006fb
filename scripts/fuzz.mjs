// `npm run fuzz -- MINUTES [SEED]`: gives mutated fixtures to the compiled reader (dist/; `npm run build` first). Anything but people or a
// UsageError within the time and memory of one input is a finding, kept in a temporary folder. Exits with 1 when there is one.

import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { mutated, randomFrom } from './fuzz-mutations.mjs';

const SECONDS_PER_INPUT = 2;
const MEGABYTES_OF_HEAP = 512;
const MEGABYTES_OF_PROCESS = 1500;

const [minutes = '1', seedText = String(randomInt(1, 1_000_000_000))] = process.argv.slice(2);
if (!/^\d+(\.\d+)?$/.test(minutes) || !/^\d+$/.test(seedText)) {
  process.stderr.write('usage: npm run fuzz -- [MINUTES [SEED]], both numbers\n');
  process.exit(2);
}
const seed = Number(seedText);
const folders = ['ingest', 'ingest-refused'].map(
  (name) => new URL(`../test/fixtures/${name}/`, import.meta.url),
);
const fixtures = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) })),
);
const findings = join(tmpdir(), `icp-fuzz-${seed}`);

/** Reads one input after another; a new one takes its place when it hangs or runs out of memory. */
class Reader {
  #worker = null;
  #answer = () => {};

  async read(path, bytes) {
    this.#worker ??= await this.#newWorker();
    const before = process.cpuUsage();
    const answered = this.#nextAnswer();
    this.#worker.postMessage({ path, bytes });
    // Time is the processor's: how long the clock says it took depends on whatever else runs on the machine.
    const watch = setInterval(() => {
      const { user } = process.cpuUsage(before);
      if (user > SECONDS_PER_INPUT * 1e6) this.#giveUp(`not done within ${SECONDS_PER_INPUT} s`);
    }, 100);
    const outcome = await answered;
    clearInterval(watch);
    return outcome;
  }

  async end() {
    await this.#worker?.terminate();
  }

  #nextAnswer() {
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  async #newWorker() {
    const worker = new Worker(new URL('./fuzz-reader.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES_OF_HEAP },
    });
    const ready = this.#nextAnswer();
    worker.on('message', (outcome) => this.#answer(outcome));
    worker.on('error', (error) => this.#giveUp(error.stack ?? String(error)));
    await ready;
    return worker;
  }

  async #giveUp(text) {
    const worker = this.#worker;
    if (worker === null) return;
    this.#worker = null;
    worker.removeAllListeners();
    await worker.terminate();
    this.#answer({ kind: 'finding', text });
  }
}

const counts = { people: 0, refused: 0, finding: 0 };
let peak = 0;
const started = Date.now();
const deadline = started + Number(minutes) * 60_000;
let nextReport = started + 60_000;
const report = () => {
  const elapsed = ((Date.now() - started) / 60_000).toFixed(1);
  const done = counts.people + counts.refused + counts.finding;
  process.stdout.write(
    `${elapsed} min: ${done} inputs, ${counts.people} with people, ${counts.refused} refused, ${counts.finding} findings, ${Math.round(peak)} MB\n`,
  );
};

process.stdout.write(`seed ${seed}, ${fixtures.length} fixtures\n`);
const reader = new Reader();
for (let index = 0; Date.now() < deadline; index++) {
  const { name, bytes } = mutated(fixtures, randomFrom(seed, index));
  let outcome = await reader.read(name, bytes);
  const memory = process.memoryUsage().rss / 1e6;
  peak = Math.max(peak, memory);
  if (outcome.kind !== 'finding' && memory > MEGABYTES_OF_PROCESS) {
    outcome = { kind: 'finding', text: `${Math.round(memory)} MB in use afterwards` };
  }
  counts[outcome.kind]++;
  if (outcome.kind === 'finding') {
    mkdirSync(findings, { recursive: true });
    writeFileSync(join(findings, `${index}-${name}`), bytes);
    writeFileSync(join(findings, `${index}-${name}.txt`), `seed ${seed}, input ${index}\n${outcome.text}\n`);
    process.stdout.write(`finding: ${join(findings, `${index}-${name}`)}: ${outcome.text.split('\n')[0]}\n`);
  }
  if (Date.now() >= nextReport) {
    nextReport += 60_000;
    report();
  }
}
await reader.end();
report();
process.stdout.write(`seed ${seed}: ${counts.finding === 0 ? 'no findings' : `findings in ${findings}`}\n`);
process.exitCode = counts.finding === 0 ? 0 : 1;
