import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Figure, Measurement } from './figure.ts';
import { FIGURES } from './figures/registry.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const server = process.env['TEST_DATABASE_URL'] ?? null;
const say = (line: string) => process.stderr.write(`${line}\n`);

const unknown = positionals.filter((name) => !FIGURES.some((figure) => figure.name === name));
if (unknown.length > 0) {
  say(`no such figure: ${unknown.join(', ')}; there are ${FIGURES.map((figure) => figure.name).join(', ')}`);
  process.exit(2);
}

async function measure(figure: Figure): Promise<Measurement> {
  const folder = await mkdtemp(join(tmpdir(), 'icp-bench-'));
  try {
    const compared = await figure.compare({ quick: values.quick, folder, server });
    const { ours, baseline } = compared;
    const value = figure.isRatio ? ours / baseline : ours;
    const { name, what, unit, baselineIs, target } = figure;
    return { name, what, ...compared, unit, baselineIs, value, target, pass: value <= target };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const round = (number: number) => Number(number.toPrecision(3)).toLocaleString('en-US');

const measured: Measurement[] = [];
const skipped: string[] = [];
const chosen = FIGURES.filter((figure) =>
  positionals.length === 0 ? figure.onlyByName !== true : positionals.includes(figure.name),
);
for (const figure of chosen) {
  if (figure.needsServer && server === null) {
    skipped.push(figure.name);
    say(`${figure.name.padEnd(14)} needs a PostgreSQL server in TEST_DATABASE_URL`);
    continue;
  }
  const result = await measure(figure);
  measured.push(result);
  const { name, ours, baseline, unit, value, target, pass } = result;
  const verdict = values.quick ? '' : pass ? '  ok' : '  TOO SLOW';
  const ratio = figure.isRatio ? `${value.toFixed(2)} × baseline` : `${round(value)} ${unit}`;
  const bound = figure.isRatio ? `≤ ${target}` : `≤ ${round(target)} ${unit}`;
  say(
    `${name.padEnd(14)} ${`${round(ours)} ${unit}`.padStart(12)}  baseline ${`${round(baseline)} ${unit}`.padStart(12)}  ${ratio.padStart(16)}  ${bound}${verdict}`,
  );
  for (const [noted, amount] of Object.entries(result.alongside ?? {})) {
    say(`${''.padEnd(14)} ${round(amount).padStart(9)}  ${noted}`);
  }
}
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
process.stdout.write(
  `${JSON.stringify({ machine, quick: values.quick, figures: measured, skipped }, null, 2)}\n`,
);
process.exitCode = !values.quick && measured.some((one) => !one.pass) ? 1 : 0;
