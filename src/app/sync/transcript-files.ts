import { basename } from 'node:path';
import { LARGEST_TRANSCRIPT_MB, readTranscript } from '../../calls/read-transcript.ts';
import { UsageError } from '../../domain/errors.ts';
import { webAddress } from '../../domain/web-address.ts';
import type { Call } from '../../ports/call-source.ts';
import { decodeText } from '../../stages/ingest/decode.ts';
import { cleanLine } from '../../support/text.ts';
import { type InputFile, readInputs } from '../input-files.ts';
import { transcriptHash } from './transcript-hash.ts';

const LONGEST_TITLE = 200;

/** The calls in transcript files, each once, however many copies there are. Throws UsageError for a file that is none. */
export async function readTranscriptFiles(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): Promise<readonly Call[]> {
  const calls = new Map<string, Call>();
  for await (const file of readInputs(paths, stdin)) {
    const call = callIn(file);
    if (!calls.has(call.id)) calls.set(call.id, call);
  }
  return [...calls.values()];
}

function callIn({ path, bytes }: InputFile): Call {
  const name = path === '-' ? 'standard input' : path;
  if (bytes.length > LARGEST_TRANSCRIPT_MB * 1024 * 1024) {
    throw new UsageError(
      'input_too_large',
      `${name} is larger than ${LARGEST_TRANSCRIPT_MB} MB, and an hour of speech has 60 KB`,
      'name transcripts, one call each',
    );
  }
  const text = decodeText(bytes);
  if (text.looksBinary) {
    throw new UsageError(
      'no_transcript',
      `${name} is no text`,
      'save the transcript as text, WebVTT, SubRip or JSON (of a Word or PDF file: copy its text into a .txt)',
    );
  }
  const { turns, details } = readTranscript(text.whole(), name);
  return {
    source: 'file',
    // The same call under another file name is the same call.
    id: transcriptHash(turns),
    title: title(details.title) ?? (path === '-' ? null : title(basename(path))),
    url: webAddress(details.url),
    heldAt: details.heldAt ?? dateIn(basename(path)),
    calendarTitle: null,
    domains: [],
    internal: false,
    turns,
  };
}

const title = (given: string | null) => cleanLine(given?.slice(0, LONGEST_TITLE));

/** Recorders put the day of the call into the name of the file. */
function dateIn(name: string): Date | null {
  const day = /(?<!\d)(20\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return day === null ? null : new Date(`${day[1]}-${day[2]}-${day[3]}T00:00:00Z`);
}
