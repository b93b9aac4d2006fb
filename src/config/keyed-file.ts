import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { cleanLine } from '../support/text.ts';

/** One key of a file, with its value as plain data. */
export interface KeyedEntry {
  readonly key: string;
  /** An error where the value has an alias that leads nowhere or to too much. */
  readonly value: unknown;
  /** `line 3: `, where the key stands. */
  readonly keyLine: string;
  /** Where the value begins, or the key when there is none. */
  readonly valueLine: string;
  /** The entries below it; null for a value that is not keys and values. */
  readonly entries: () => readonly KeyedEntry[] | null;
}

/**
 * The keys and values of a YAML or JSON (which is YAML too) file, in their order, each with its line. Never throws: what keeps the file from being
 * read comes back as a list of mistakes, each with its line.
 */
export function parseKeyedFile(
  source: string,
  longest: number,
): { readonly entries: readonly KeyedEntry[]; readonly mistakes: readonly string[] } {
  const failed = (...mistakes: string[]) => ({ entries: [], mistakes });
  if (source.length > longest) return failed(`it is larger than ${longest / 1000} kB`);
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const mistakes = document.errors.map((error) => {
    const at = error.linePos?.[0].line;
    return `${at === undefined ? '' : `line ${at}: `}${error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}`;
  });
  if (mistakes.length > 0) return failed(...mistakes);
  if (!isMap(document.contents)) return failed('it is not a list of keys and values');
  return { entries: entriesOf(document.contents, document, lines), mistakes: [] };
}

function entriesOf(map: YAMLMap, document: Document.Parsed, lines: LineCounter): KeyedEntry[] {
  const line = (node: unknown) => {
    const offset = (node as Node | null)?.range?.[0];
    return offset === undefined ? '' : `line ${lines.linePos(offset).line}: `;
  };
  return map.items.map(({ key, value }: Pair): KeyedEntry => {
    const node = value as Node | null;
    return {
      key: isScalar(key) ? (cleanLine(String(key.value)) ?? '') : '?',
      value: plainValue(node, document),
      keyLine: line(key),
      valueLine: line(node ?? key),
      entries: () => {
        const target = isAlias(node) ? node.resolve(document) : node;
        return isMap(target) ? entriesOf(target, document, lines) : null;
      },
    };
  });
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

/** The likeliest of the known keys, for "did you mean"; undefined when none is like it. */
export function likelyKey(key: string, known: readonly string[]): string | undefined {
  const near = known
    .map((one) => ({ one, away: distance(one, key.toLowerCase()) }))
    .filter(({ away }) => away <= 3)
    .sort((first, second) => first.away - second.away);
  return near[0]?.one;
}

/** Edit distance (Levenshtein). */
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
