import { type Chunk, hasHead, readingsOf, type TitleReading } from './title-chunk.ts';
import { readStatement } from './title-statement.ts';
import { statementsOf, tokensOf } from './title-tokens.ts';

export interface TitleText {
  /** Titles that the person holds (or held, or wants: see `standing`). */
  readonly held: readonly TitleReading[];
  /** Titles of the people whom they assist, recruit, coach or sell to. */
  readonly served: readonly TitleReading[];
}

/**
 * Reads a title or headline. In a profile plural titles ("helping CFOs") are people whom its owner serves; in a target they are who is wanted.
 * Never throws; a text that says nothing readable gives readings without level and function, or none.
 */
export function readTitle(text: string, mode: 'profile' | 'target'): TitleText {
  const held: Chunk[] = [];
  const served: TitleReading[] = [];
  let previous: Chunk | null = null;
  for (const statement of statementsOf(text)) {
    const read = readStatement(tokensOf(statement), mode);
    served.push(...read.served);
    const chunks = attachHeadless(read.chunks);
    const first = chunks[0];
    if (
      first !== undefined &&
      chunks.length === 1 &&
      isFunctionsOnly(first) &&
      first.unread.length === 0 &&
      previous !== null &&
      hasHead(previous)
    ) {
      // "Director - Finance" is one title; "Recruiter - Finance" names a field.
      const functions = [...first.functions, ...first.attached];
      if (wantsFunction(previous)) previous.attached.push(...functions);
      else previous.aside.push(...functions);
      continue;
    }
    const rest: readonly Chunk[] =
      first !== undefined && previous !== null && isBareStanding(first) ? chunks.slice(1) : chunks;
    if (rest.length < chunks.length) previous!.standing = first!.standing;
    held.push(...rest);
    previous = rest.at(-1) ?? previous;
  }
  return { held: held.flatMap(readingsOf), served };
}

function isFunctionsOnly(chunk: Chunk): boolean {
  return !hasHead(chunk) && chunk.functions.length > 0 && chunk.standing === 'active';
}

/** "retired" or "interim" alone between brackets or dashes: it is said of the title before. */
function isBareStanding(chunk: Chunk): boolean {
  return !hasHead(chunk) && chunk.standing !== 'active' && chunk.words.length === 0;
}

function wantsFunction(chunk: Chunk): boolean {
  return (
    chunk.roles.length === 0 &&
    chunk.ranks.length > 0 &&
    chunk.functions.length + chunk.leading.length + chunk.attached.length === 0
  );
}

/** Gives functions that stand alone ("Sales, Marketing & Operations Director") to the title that they belong to. */
function attachHeadless(chunks: readonly Chunk[]): Chunk[] {
  const result: Chunk[] = [];
  let waiting: Chunk[] = [];
  for (const chunk of chunks) {
    const before = result.at(-1);
    if (isBareStanding(chunk) && before !== undefined) {
      before.standing = chunk.standing;
    } else if (isFunctionsOnly(chunk)) {
      const forward = before === undefined || (chunk.andAfter && !chunk.andBefore) || waiting.length > 0;
      if (forward) waiting.push(chunk);
      else {
        before.attached.push(...chunk.functions);
        before.aside.push(...chunk.aside);
      }
    } else {
      if (hasHead(chunk)) {
        chunk.leading.push(...waiting.flatMap((item) => item.functions));
        chunk.words.unshift(...waiting.flatMap((item) => item.words));
        waiting = [];
      }
      result.push(chunk);
    }
  }
  const before = result.at(-1);
  if (before !== undefined && hasHead(before))
    before.attached.push(...waiting.flatMap((item) => item.functions));
  else if (waiting.length > 0) {
    const [first, ...others] = waiting as [Chunk, ...Chunk[]];
    first.functions.push(...others.flatMap((item) => item.functions));
    result.push(first);
  }
  return result;
}
