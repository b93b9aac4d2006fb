import { cleanTurn, clockSeconds } from '../domain/targeting/spoken-entries.ts';
import { joinUnnamed, type Turn } from '../domain/targeting/turn.ts';
import { looksPrefixed, type PrefixedLine, speakerPrefixes } from './speaker-prefix.ts';

/** The line between the two times of a cue, in WebVTT and in SubRip. */
const TIMING = /^\s*(\d{1,3}:\d{2}(?::\d{2})?[.,]\d{1,3})\s*-->\s*\d/;
/** `<v.loud Ana Brandt>`: who speaks from here on. */
const VOICE = /<v(?:\.[^\s>]{0,60})?\s+([^>]{1,120})>/g;
const TAG = /<\/?[a-z0-9][^>]{0,200}>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};

/** `- Are you there?`: somebody else than before. */
const DASH = /^[-–—]\s+/;

/** What one voice says in a cue, by its lines. */
interface Piece {
  readonly voice: string | null;
  readonly atSeconds: number | null;
  readonly lines: readonly string[];
}

export function looksLikeSubtitles(lines: readonly string[]): boolean {
  return lines.slice(0, 200).some((line) => TIMING.test(line));
}

/**
 * The turns of a WebVTT or SubRip file: voices (`<v Ana>`), else names before a colon, else nobody's. Who is named before a colon goes on speaking in lines
 * and cues that name nobody and do not begin with a dash.
 */
export function readSubtitles(lines: readonly string[]): readonly Turn[] {
  const pieces = lines.flatMap((line, at) => (TIMING.test(line) ? piecesOf(lines, at) : []));
  if (pieces.some(({ voice }) => voice !== null)) {
    // A voice is that of its cue only.
    return pieces.flatMap((piece) => cleanTurn(piece.voice, piece.atSeconds, piece.lines.join(' ')) ?? []);
  }
  const starts = pieces.flatMap((piece) =>
    piece.lines
      .map((line) => line.replace(DASH, ''))
      .filter((line, index) => index === 0 || looksPrefixed(line)),
  );
  return joinUnnamed(namedTurns(pieces, speakerPrefixes(starts)));
}

function namedTurns(pieces: readonly Piece[], prefixOf: (line: string) => PrefixedLine): readonly Turn[] {
  let speaker: string | null = null;
  return pieces.flatMap(({ atSeconds, lines }) => {
    const said: { speaker: string | null; text: string }[] = [];
    for (const line of lines) {
      const named = prefixOf(line.replace(DASH, ''));
      const isDashed = DASH.test(line);
      if (named.speaker !== null) speaker = named.speaker;
      else if (isDashed) speaker = null;
      if (said.length === 0 || named.speaker !== null || isDashed)
        said.push({ speaker, text: named.speaker === null ? line : named.text });
      else said.at(-1)!.text += ` ${line}`;
    }
    return said.flatMap((one) => cleanTurn(one.speaker, atSeconds, one.text) ?? []);
  });
}

function piecesOf(lines: readonly string[], timingAt: number): readonly Piece[] {
  const atSeconds = clockSeconds(TIMING.exec(lines[timingAt]!)![1]!);
  let end = timingAt + 1;
  while (end < lines.length && lines[end]!.trim() !== '' && !TIMING.test(lines[end]!)) end += 1;
  const body = lines.slice(timingAt + 1, end).join('\n');
  const voices = [...body.matchAll(VOICE)];
  const starts = voices.map((match) => match.index);
  const before = body.slice(0, starts[0] ?? body.length);
  return [
    { voice: null, atSeconds, lines: plainLines(before) },
    ...voices.map((match, index) => ({
      voice: plain(match[1]!),
      atSeconds,
      lines: plainLines(body.slice(match.index, starts[index + 1])),
    })),
  ].filter((piece) => piece.lines.length > 0);
}

function plainLines(markup: string): readonly string[] {
  return plain(markup)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function plain(markup: string): string {
  return markup
    .replace(TAG, '')
    .replace(/&(?:amp|lt|gt|quot|nbsp|lrm|rlm|#39);/g, (entity) => ENTITIES[entity]!)
    .trim();
}
