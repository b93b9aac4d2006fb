/** `Ana Brandt: what she says`. A name holds no sentence, so it is short and has no punctuation but that of names. */
const PREFIX = /^([\p{L}][\p{L}\p{M}\p{N} .,'’()&/|+_-]{0,59}?)\s*:\s+(?=\S)/u;
const MOST_WORDS = 6;
/** From this share of prefixed lines on, what comes only once can be a name too, if it is written like one. */
const USUAL_SHARE = 0.5;
const LIKE_A_NAME =
  /^(?:(?:[\p{Lu}\p{Lo}\p{N}(][^\s]*|v[ao]n|zu|d[aeiou]s?|de[rnl]|l[ae]|el|al|bin|ten?|y|&)(?:\s+|$))+$/u;

export interface PrefixedLine {
  readonly speaker: string | null;
  readonly text: string;
}

/**
 * Tells names before a colon from other words there ("Our target: CFOs"): a name comes more than once, or is written like one where most lines begin with one. Lines are without
 * times.
 */
export function speakerPrefixes(lines: readonly string[]): (line: string) => PrefixedLine {
  const counts = new Map<string, number>();
  let prefixed = 0;
  for (const line of lines) {
    const name = prefixOf(line)?.name;
    if (name === undefined) continue;
    prefixed += 1;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const usual = prefixed >= lines.length * USUAL_SHARE;
  return (line) => {
    const found = prefixOf(line);
    return found !== null && ((usual && LIKE_A_NAME.test(found.name)) || counts.get(found.name)! > 1)
      ? { speaker: found.name, text: line.slice(found.length) }
      : { speaker: null, text: line };
  };
}

/** Whether a line may begin with a name. */
export function looksPrefixed(line: string): boolean {
  return prefixOf(line) !== null;
}

function prefixOf(line: string): { readonly name: string; readonly length: number } | null {
  const match = PREFIX.exec(line);
  if (match === null || match[1]!.split(' ').length > MOST_WORDS) return null;
  return { name: match[1]!, length: match[0].length };
}
