import { UsageError } from '../domain/errors.ts';
import type { Turn } from '../domain/targeting/turn.ts';
import { withoutControls } from '../support/text.ts';
import { type CallDetails, NO_DETAILS, readJsonTranscript } from './json-transcript.ts';
import { readSpokenLines } from './spoken-lines.ts';
import { looksLikeSubtitles, readSubtitles } from './subtitles.ts';

export interface Transcript {
  readonly turns: readonly Turn[];
  readonly details: CallDetails;
}

/** An hour of speech is 60 KB. */
export const LARGEST_TRANSCRIPT_MB = 5;

const KINDS =
  'WebVTT, SubRip, JSON (Fathom, Whisper) and plain text with or without lines that say who speaks';

/** What was said, from a file of any of the kinds, told by its content. Throws UsageError for one without words. */
export function readTranscript(source: string, name: string): Transcript {
  const text = withoutControls(source);
  const read = /^\s*[[{]/.test(text) ? readJson(text, name) : null;
  const transcript = read ?? { turns: readLines(text), details: NO_DETAILS };
  if (transcript.turns.some((turn) => /\p{L}{2}/u.test(turn.text))) return transcript;
  throw new UsageError(
    'no_transcript',
    `${name} holds nothing that was said`,
    `transcripts are read as ${KINDS}`,
  );
}

function readLines(text: string): readonly Turn[] {
  const lines = text.split(/\r\n?|\n/);
  return looksLikeSubtitles(lines) ? readSubtitles(lines) : readSpokenLines(lines);
}

/** Null for what only begins like JSON: `[00:01:02] Ana: …`. */
function readJson(text: string, name: string): Transcript | null {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    if (!/^\s*(?:\{|\[\s*[{[])/.test(text)) return null;
    throw new UsageError(
      'no_transcript',
      `${name} begins like JSON and cannot be read as such: ${(error as Error).message.slice(0, 200)}`,
      'export it again, or save it as text',
    );
  }
  return readJsonTranscript(document);
}
