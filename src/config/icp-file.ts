import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { UsageError } from '../domain/errors.ts';
import { hasCriteria, type Icp } from '../domain/icp.ts';
import { cleanLine, cleanText } from '../support/text.ts';

/** Keys of an ICP file (SPEC §3) and what they become. All are lists of texts but `notes`. */
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
const KEYS = [...Object.keys(LIST_KEYS), 'notes'];

const LONGEST_FILE = 200_000;
const MOST_ENTRIES = 500;

/**
 * Reads an ICP from YAML or JSON (which is YAML too). Throws UsageError that lists every mistake with its line: unknown key (with the
 * likely one), wrong type, a key given twice, an alias that leads nowhere or to too much, no criteria at all.
 */
export function parseIcp(source: string, name: string): Icp {
  if (source.length > LONGEST_FILE) throw problem(name, [`it is larger than ${LONGEST_FILE / 1000} kB`]);
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const line = (node: unknown) => {
    const offset = (node as Node | null)?.range?.[0];
    return offset === undefined ? '' : `line ${lines.linePos(offset).line}: `;
  };
  const mistakes = document.errors.map((error) => {
    const at = error.linePos?.[0].line;
    return `${at === undefined ? '' : `line ${at}: `}${error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}`;
  });
  if (mistakes.length > 0) throw problem(name, mistakes);
  if (!isMap(document.contents)) throw problem(name, ['it is not a list of keys and values']);

  const icp: { -readonly [Key in keyof Icp]: Icp[Key] } = {
    targetTitles: [],
    targetIndustries: [],
    companySizes: [],
    targetKeywords: [],
    targetLocations: [],
    excludeTitles: [],
    excludeCompanies: [],
    excludeKeywords: [],
    notes: null,
  };
  for (const { key, value } of document.contents.items) {
    const keyName = isScalar(key) ? String(key.value) : '?';
    const plain = plainValue(value as Node | null, document);
    if (plain instanceof ReferenceError) {
      mistakes.push(`${line(value)}${cleanLine(keyName) ?? ''}: ${cleanLine(plain.message) ?? ''}`);
    } else if (Object.hasOwn(LIST_KEYS, keyName)) {
      const entries = readList(plain);
      if (typeof entries === 'string') mistakes.push(`${line(value ?? key)}${keyName} ${entries}`);
      else icp[LIST_KEYS[keyName as keyof typeof LIST_KEYS]] = entries;
    } else if (keyName === 'notes') {
      if (plain !== null && plain !== undefined && typeof plain !== 'string') {
        mistakes.push(`${line(value)}notes must be a text`);
      } else icp.notes = cleanText(plain);
    } else {
      const likely = KEYS.find((known) => distance(known, keyName.toLowerCase()) <= 3);
      mistakes.push(
        `${line(key)}unknown key "${cleanLine(keyName) ?? ''}"${likely ? ` (did you mean ${likely}?)` : ''}`,
      );
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

/** The value with its aliases followed; the error where that cannot be done (no such anchor, or an explosion of them). */
function plainValue(node: Node | null, document: Document.Parsed): unknown {
  try {
    return node?.toJS(document);
  } catch (error) {
    if (error instanceof ReferenceError) return error;
    throw error;
  }
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

function problem(name: string, mistakes: readonly string[]): UsageError {
  return new UsageError(
    'bad_icp_file',
    mistakes.length === 1
      ? `the ICP in ${name} cannot be used: ${mistakes[0]}`
      : `the ICP in ${name} cannot be used:\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`,
    `correct it and try again; known keys: ${KEYS.join(', ')}`,
  );
}

/** Edit distance (Levenshtein), enough for "did you mean". */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[other.length]!;
}
