import { cleanTurn, clockSeconds } from '../domain/targeting/spoken-entries.ts';
import type { Turn } from '../domain/targeting/turn.ts';
import { speakerPrefixes } from './speaker-prefix.ts';

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

interface Piece {
  readonly voice: string | null;
  readonly atSeconds: number | null;
  readonly text: string;
}

export function looksLikeSubtitles(lines: readonly string[]): boolean {
  return lines.slice(0, 200).some((line) => TIMING.test(line));
}

/**
 * The turns of a WebVTT or SubRip file: voices (`<v Ana>`), else names before a colon, else nobody's. Who speaks goes on speaking in cues that name nobody.
 */
export function readSubtitles(lines: readonly string[]): readonly Turn[] {
  const pieces = lines.flatMap((line, at) => (TIMING.test(line) ? piecesOf(lines, at) : []));
  const hasVoices = pieces.some(({ voice }) => voice !== null);
  const prefixOf = hasVoices ? null : speakerPrefixes(pieces.map(({ text }) => text));
  let speaker: string | null = null;
  return pieces.flatMap(({ voice, atSeconds, text }) => {
    const said = prefixOf === null ? { speaker: voice, text } : prefixOf(text);
    speaker = said.speaker ?? speaker;
    return cleanTurn(speaker, atSeconds, said.text) ?? [];
  });
}

function piecesOf(lines: readonly string[], timingAt: number): readonly Piece[] {
  const atSeconds = clockSeconds(TIMING.exec(lines[timingAt]!)![1]!);
  let end = timingAt + 1;
  while (end < lines.length && lines[end]!.trim() !== '' && !TIMING.test(lines[end]!)) end += 1;
  const body = lines.slice(timingAt + 1, end).join(' ');
  const voices = [...body.matchAll(VOICE)];
  const starts = voices.map((match) => match.index);
  const before = body.slice(0, starts[0] ?? body.length);
  return [
    { voice: null, atSeconds, text: plain(before) },
    ...voices.map((match, index) => ({
      voice: plain(match[1]!),
      atSeconds,
      text: plain(body.slice(match.index, starts[index + 1])),
    })),
  ].filter(({ text }) => text !== '');
}

function plain(markup: string): string {
  return markup
    .replace(TAG, '')
    .replace(/&(?:amp|lt|gt|quot|nbsp|lrm|rlm|#39);/g, (entity) => ENTITIES[entity]!)
    .trim();
}
