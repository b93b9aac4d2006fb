import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onServer } from '../support/test-database.ts';
import { journalOf, playRound, type RoundResult, type RoundSize, summaryOf } from './chaos-round.ts';

const SHORT: RoundSize = { disturbedMs: 7000, people: 110 };
const LONG: RoundSize = { disturbedMs: 16_000, people: 200 };
/** A round's end, its check and its undisturbed twin. */
const MOST_AFTER_MS = 120_000;

const seed = Number(process.env['ICP_CHAOS_SEED'] ?? randomInt(1, 1_000_000));
const minutes = Number(process.env['ICP_CHAOS_MINUTES'] ?? 0);

/** Rounds follow each other until the minutes are over, each with a seed of its own: the first has the one that was given. */
async function playRounds(): Promise<RoundResult[]> {
  const untilMs = Date.now() + minutes * 60_000;
  const results: RoundResult[] = [];
  do {
    const result = await playRound(seed + results.length, minutes === 0 ? SHORT : LONG);
    results.push(result);
    say(summaryOf(result));
    if (result.breaches.length > 0) {
      const journal = join(tmpdir(), `icp-chaos-${result.seed}.log`);
      writeFileSync(journal, journalOf(result));
      for (const breach of result.breaches) say(`  ${breach}`);
      say(`  what happened when: ${journal}`);
    }
  } while (Date.now() < untilMs);
  return results;
}

/** Straight to stdout, where the reporter of the tests would hold it back or frame it. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

describe.skipIf(!onServer)('many processes, faults everywhere, killed at any instant', () => {
  it(`nothing is lost and nothing is paid for twice (seed ${seed})`, {
    timeout: minutes * 60_000 + LONG.disturbedMs + MOST_AFTER_MS,
  }, async () => {
    const results = await playRounds();
    const sum = (of: (result: RoundResult) => number) =>
      results.reduce((total, result) => total + of(result), 0);
    if (results.length > 1) {
      say(
        `${results.length} rounds: ${sum((one) => one.kills)} kills, ${sum((one) => one.requests)} requests, ${sum((one) => one.breaches.length)} breaches`,
      );
    }
    const breaches = results.flatMap((one) => one.breaches.map((breach) => `seed ${one.seed}: ${breach}`));
    expect(breaches).toEqual([]);
  });
});
