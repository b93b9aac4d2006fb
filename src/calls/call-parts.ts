import { likelyTokens } from '../config/prices.ts';
import { isOneVoice, type Turn } from '../domain/targeting/turn.ts';
import { quotedForModel } from '../support/text.ts';

/** Turns that are read together: a whole call, or as much of a long one as fits. */
export type CallPart = readonly Turn[];

/** The most characters that can make one token by our reckoning. */
const CHARACTERS_PER_TOKEN = 3;

/** A part as an extractor sees it: a line for each speaker in turn. */
export function partText(part: CallPart): string {
  const lines: string[] = [];
  for (const [index, turn] of part.entries()) {
    if (index > 0 && isOneVoice(part[index - 1]!, turn)) lines[lines.length - 1] += ` ${turn.text}`;
    else lines.push(turn.speaker === null ? turn.text : `${turn.speaker}: ${turn.text}`);
  }
  return lines.join('\n');
}

/**
 * Cuts a call between turns into parts of at most so many tokens each; a turn that is longer than that by itself, between sentences, else words, else
 * anywhere but inside a character. Nothing is lost, and nothing stands in two parts.
 */
export function splitTurns(turns: readonly Turn[], mostTokens: number): readonly CallPart[] {
  const parts: Turn[][] = [];
  let room = 0;
  for (const turn of turns.flatMap((one) => splitTurn(one, mostTokens))) {
    const tokens = turnTokens(turn);
    if (tokens > room || parts.length === 0) {
      parts.push([]);
      room = mostTokens;
    }
    parts.at(-1)!.push(turn);
    room -= tokens;
  }
  return parts;
}

/** As it is sent, with the name of who speaks and the break before it, though a neighbour may share them. */
function turnTokens({ speaker, text }: Turn): number {
  return likelyTokens(quotedForModel(`${speaker === null ? '' : `${speaker}: `}${text}\n`));
}

function splitTurn(turn: Turn, mostTokens: number): readonly Turn[] {
  if (turnTokens(turn) <= mostTokens) return [turn];
  const pieces: Turn[] = [];
  for (let rest = turn.text; rest !== ''; ) {
    const piece = { ...turn, text: rest.slice(0, mostThatFits({ ...turn, text: rest }, mostTokens)) };
    const end = piece.text.length === rest.length ? rest.length : breakIn(piece.text);
    const text = rest.slice(0, end);
    pieces.push(pieces.length === 0 ? { ...turn, text } : { ...turn, text, continues: true });
    rest = rest.slice(end);
  }
  return pieces;
}

/** Characters from the beginning; at least one. */
function mostThatFits(turn: Turn, mostTokens: number): number {
  const fits = (length: number) => turnTokens({ ...turn, text: turn.text.slice(0, length) }) <= mostTokens;
  let least = 1;
  let most = Math.min(turn.text.length, mostTokens * CHARACTERS_PER_TOKEN);
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return isInsideCharacter(turn.text, least) && least > 1 ? least - 1 : least;
}

/** Where to cut: after the last sentence that ends in the second half, else after the last word there, else at the end. */
function breakIn(text: string): number {
  const half = Math.floor(text.length / 2);
  const tail = text.slice(half);
  const sentence = [...tail.matchAll(/[.!?…。！？]["'”’)]?\s+/gu)].at(-1);
  if (sentence !== undefined) return half + sentence.index + sentence[0].length;
  const blank = tail.search(/\s\S*$/u);
  return blank === -1 ? text.length : half + blank + 1;
}

function isInsideCharacter(text: string, index: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(index - 1)) && /[\udc00-\udfff]/.test(text.charAt(index));
}
