import { z } from 'zod';
import { spokenEntries } from '../domain/targeting/spoken-entries.ts';
import { joinUnnamed, type Turn } from '../domain/targeting/turn.ts';
import { moment } from '../support/moment.ts';
import { readSpokenLines } from './spoken-lines.ts';

/** What a file says of the call besides what was said in it. */
export interface CallDetails {
  readonly title: string | null;
  readonly url: string | null;
  readonly heldAt: Date | null;
}

export const NO_DETAILS: CallDetails = { title: null, url: null, heldAt: null };

const text = z.string().nullish().catch(null);
const entries = z.array(z.unknown()).nullish().catch(null);
const meeting = z.object({
  transcript: z
    .union([z.array(z.unknown()), z.string()])
    .nullish()
    .catch(null),
  segments: entries,
  utterances: entries,
  title: text,
  meeting_title: text,
  url: text,
  share_url: text,
  recording_start_time: moment,
  created_at: moment,
});

/** The turns in a JSON document: a list of entries, or an object that holds one as Fathom (`transcript`) or Whisper (`segments`) writes it. */
export function readJsonTranscript(document: unknown): {
  readonly turns: readonly Turn[];
  readonly details: CallDetails;
} {
  if (Array.isArray(document)) return { turns: spokenEntries(document), details: NO_DETAILS };
  const { data } = meeting.safeParse(document);
  if (data === undefined) return { turns: [], details: NO_DETAILS };
  return {
    turns: turnsOf(data),
    details: {
      title: data.title ?? data.meeting_title ?? null,
      url: data.url ?? data.share_url ?? null,
      heldAt: data.recording_start_time ?? data.created_at ?? null,
    },
  };
}

/** Segments are cut by a speech recogniser, anywhere in a sentence; the entries of the others, where somebody else speaks. */
function turnsOf({ transcript, segments, utterances }: z.infer<typeof meeting>): readonly Turn[] {
  if (typeof transcript === 'string') return readSpokenLines(transcript.split(/\r\n?|\n/));
  if (transcript == null && segments != null) return joinUnnamed(spokenEntries(segments));
  return spokenEntries(transcript ?? utterances ?? []);
}
