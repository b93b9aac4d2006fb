import { UsageError } from '../domain/errors.ts';
import { EMPTY_ICP, hasCriteria, type Icp, MOST_ENTRIES } from '../domain/icp.ts';
import type { Calibration, CalibrationRange } from '../domain/scoring/calibration.ts';
import { SCORE_PARTS, type WeightChanges, weightsWith } from '../domain/scoring/weights.ts';
import { cleanLine, cleanText } from '../support/text.ts';
import { type KeyedEntry, likelyKey, parseKeyedFile } from './keyed-file.ts';

/** Keys of an ICP file (SPEC §3) and what they become. All are lists of texts but `notes`, `weights` and `calibration`. */
const LIST_KEYS = {
  target_titles: 'targetTitles',
  target_industries: 'targetIndustries',
  company_sizes: 'companySizes',
  target_keywords: 'targetKeywords',
  target_locations: 'targetLocations',
  exclude_titles: 'excludeTitles',
  exclude_companies: 'excludeCompanies',
  exclude_keywords: 'excludeKeywords',
} as const;
const KEYS = [...Object.keys(LIST_KEYS), 'notes', 'weights', 'calibration'];

const LONGEST_FILE = 200_000;

/**
 * Reads an ICP from YAML or JSON (which is YAML too). Throws UsageError that lists every mistake with its line: unknown key (with the
 * likely one), wrong type, a key given twice, an alias that leads nowhere or to too much, no criteria at all.
 */
export function parseIcp(source: string, name: string): Icp {
  const file = parseKeyedFile(source, LONGEST_FILE);
  if (file.mistakes.length > 0) throw problem(name, file.mistakes);
  const mistakes: string[] = [];

  const icp: { -readonly [Key in keyof Icp]: Icp[Key] } = { ...EMPTY_ICP };
  for (const { key, value, keyLine, valueLine, entries } of file.entries) {
    if (value instanceof ReferenceError) {
      mistakes.push(`${valueLine}${key}: ${cleanLine(value.message) ?? ''}`);
    } else if (Object.hasOwn(LIST_KEYS, key)) {
      const texts = readList(value);
      if (typeof texts === 'string') mistakes.push(`${valueLine}${key} ${texts}`);
      else icp[LIST_KEYS[key as keyof typeof LIST_KEYS]] = texts;
    } else if (key === 'notes') {
      if (value !== null && value !== undefined && typeof value !== 'string') {
        mistakes.push(`${valueLine}notes must be a text`);
      } else icp.notes = cleanText(value);
    } else if (key === 'weights') {
      const { weights, wrong } = readWeights(entries(), valueLine);
      if (wrong.length > 0) mistakes.push(...wrong);
      else icp.weights = weights;
    } else if (key === 'calibration') {
      const { calibration, wrong } = readCalibration(entries(), valueLine);
      if (wrong.length > 0) mistakes.push(...wrong);
      else icp.calibration = calibration;
    } else {
      const likely = likelyKey(key, KEYS);
      mistakes.push(`${keyLine}unknown key "${key}"${likely ? ` (did you mean ${likely}?)` : ''}`);
    }
  }
  if (mistakes.length > 0) throw problem(name, mistakes);
  if (!hasCriteria(icp)) {
    throw problem(name, [
      'it says nobody to look for: at least one target_* or company_sizes list must have an entry',
    ]);
  }
  return icp;
}

/** The entries of a list, trimmed and without repetition; or what is wrong with it. A bare null is an empty list. */
function readList(value: unknown): string[] | string {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) return 'must be a list, such as [one, two]';
  if (value.length > MOST_ENTRIES) return `has more than ${MOST_ENTRIES} entries`;
  const wrong = value.findIndex((entry) => typeof entry !== 'string' && typeof entry !== 'number');
  if (wrong >= 0) return `must hold texts only; entry ${wrong + 1} is not one`;
  return [...new Set(value.flatMap((entry) => cleanLine(String(entry)) ?? []))];
}

const LARGEST_WEIGHT = 1000;

/** What each part of the score is worth; numbers from 0 on, not all of them 0. */
function readWeights(
  entries: readonly KeyedEntry[] | null,
  line: string,
): { readonly weights: WeightChanges; readonly wrong: readonly string[] } {
  if (entries === null) {
    const example =
      'weights must name parts of the score and what they are worth, such as {title: 40, location: 0}';
    return { weights: {}, wrong: [`${line}${example}`] };
  }
  const wrong: string[] = [];
  const weights: { -readonly [Key in keyof WeightChanges]: WeightChanges[Key] } = {};
  for (const { key, value, keyLine, valueLine } of entries) {
    const part = SCORE_PARTS.find((name) => name === key);
    if (part === undefined) {
      wrong.push(`${keyLine}"${key}" is no part of the score; parts: ${SCORE_PARTS.join(', ')}`);
    } else if (typeof value !== 'number' || !(value >= 0 && value <= LARGEST_WEIGHT)) {
      wrong.push(`${valueLine}the weight of ${key} must be a number from 0 to ${LARGEST_WEIGHT}`);
    } else weights[part] = value;
  }
  if (wrong.length === 0 && weightsWith(weights).every((weight) => weight === 0))
    wrong.push(`${line}weights leave nothing to score by: all are 0`);
  return { weights, wrong };
}

/** By model, the raw score that counts nothing and the one that counts in full. */
function readCalibration(
  entries: readonly KeyedEntry[] | null,
  line: string,
): { readonly calibration: Calibration; readonly wrong: readonly string[] } {
  if (entries === null) {
    const example =
      'calibration must name models and two scores each, such as {text-embedding-3-small: [0.2, 0.55]}';
    return { calibration: {}, wrong: [`${line}${example}`] };
  }
  const wrong: string[] = [];
  const ranges: [model: string, range: CalibrationRange][] = [];
  for (const { key, value, valueLine } of entries) {
    const [unrelated, perfect, ...others] = Array.isArray(value) ? (value as unknown[]) : [];
    const isRange =
      typeof unrelated === 'number' &&
      typeof perfect === 'number' &&
      -1 <= unrelated &&
      unrelated < perfect &&
      perfect <= 1;
    if (isRange && others.length === 0) ranges.push([key, { unrelated, perfect }]);
    else
      wrong.push(`${valueLine}the calibration of ${key} must be two numbers from -1 to 1, the lower first`);
  }
  return { calibration: Object.fromEntries(ranges), wrong };
}

function problem(name: string, mistakes: readonly string[]): UsageError {
  return new UsageError(
    'bad_icp_file',
    mistakes.length === 1
      ? `the ICP in ${name} cannot be used: ${mistakes[0]}`
      : `the ICP in ${name} cannot be used:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`,
    `correct it and try again; known keys: ${KEYS.join(', ')}`,
  );
}
