import { z } from 'zod';
import { UsageError } from '../domain/errors.ts';
import { cleanLine } from '../support/text.ts';
import { type KeyedEntry, likelyKey, parseKeyedFile } from './keyed-file.ts';
import type { ActorPrice, OwnPrices, TokenPrice } from './prices.ts';

const LONGEST_FILE = 200_000;
const amount = z.number().nonnegative();

/**
 * Reads prices from YAML or JSON: model → `{input, output}` in dollars per million tokens, and under `actors:` the id or name of an actor →
 * `{start, profile}` in dollars. Throws UsageError that lists every mistake with its key and line: an unknown key, a number that is missing, negative or none, a
 * key given twice.
 */
export function parsePrices(source: string, name: string): OwnPrices {
  const file = parseKeyedFile(source, LONGEST_FILE);
  if (file.mistakes.length > 0) throw problem(name, file.mistakes);
  const mistakes: string[] = [];
  const models = new Map<string, TokenPrice>();
  const actors = new Map<string, ActorPrice>();
  for (const entry of file.entries) {
    if (entry.key !== 'actors') {
      const price = readAmounts(entry, entry.key, ['input', 'output'], mistakes);
      if (price !== null) models.set(entry.key, { input: price.input, output: price.output });
      continue;
    }
    const listed = entry.entries();
    if (listed === null) {
      mistakes.push(
        `${entry.valueLine}actors must be a list of actors, such as user/name: {start: 0, profile: 0.004}`,
      );
    }
    for (const actor of listed ?? []) {
      const price = readAmounts(actor, `actors, ${actor.key}`, ['start', 'profile'], mistakes);
      const key = actor.key.replace('~', '/');
      if (actors.has(key)) mistakes.push(`${actor.keyLine}actors, ${actor.key} is given twice`);
      if (price !== null) actors.set(key, { startUsd: price.start, profileUsd: price.profile });
    }
  }
  if (mistakes.length > 0) throw problem(name, mistakes);
  return { models, actors };
}

/** The amounts under an entry, all of which must be there and nothing else; null, with the mistakes told, when that is not so. */
function readAmounts<Key extends string>(
  entry: KeyedEntry,
  path: string,
  keys: readonly Key[],
  mistakes: string[],
): Readonly<Record<Key, number>> | null {
  const before = mistakes.length;
  const parts = entry.entries();
  if (parts === null) {
    mistakes.push(`${entry.valueLine}${path} must be {${keys.map((key) => `${key}: number`).join(', ')}}`);
    return null;
  }
  const amounts: Partial<Record<Key, number>> = {};
  for (const part of parts) {
    const key = keys.find((known) => known === part.key);
    const value = amount.safeParse(part.value);
    if (key === undefined) {
      const likely = likelyKey(part.key, keys);
      const hint = likely === undefined ? '' : ` (did you mean ${likely}?)`;
      mistakes.push(`${part.keyLine}unknown key "${part.key}" in ${path}${hint}`);
    } else if (value.success) amounts[key] = value.data;
    else mistakes.push(`${part.valueLine}${path}, ${key} must be a number from 0 on`);
  }
  const present = new Set(parts.map((part) => part.key));
  for (const key of keys) {
    if (!present.has(key)) mistakes.push(`${entry.keyLine}${path} lacks ${key}, a number from 0 on`);
  }
  return mistakes.length === before ? (amounts as Record<Key, number>) : null;
}

function problem(name: string, mistakes: readonly string[]): UsageError {
  const file = cleanLine(name) ?? '';
  return new UsageError(
    'bad_price_file',
    mistakes.length === 1
      ? `the prices in ${file} cannot be used: ${mistakes[0]}`
      : `the prices in ${file} cannot be used:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`,
    'correct it, or unset ICP_PRICES to use the list prices; the README shows the form',
  );
}
