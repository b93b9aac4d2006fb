import { cleanLine } from '../../support/text.ts';
import type { Turn } from './turn.ts';

const LONGEST_NAME = 80;

/** A turn of clean text; null when nothing is said in it. */
export function cleanTurn(speaker: string | null, atSeconds: number | null, text: string): Turn | null {
  const said = cleanLine(text);
  if (said === null) return null;
  return { speaker: cleanLine(speaker?.slice(0, LONGEST_NAME)), atSeconds, text: said };
}

/** Seconds of `HH:MM:SS`, `MM:SS`, with or without fractions after a point or comma; null for anything else. */
export function clockSeconds(text: string): number | null {
  const parts = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,6})?$/.exec(text.trim());
  return parts === null ? null : Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
}

/**
 * What was said, from the entries of a transcript as services and speech recognisers write them in JSON: text, speaker (a name, or an object with one) and
 * time (a clock, or seconds), any of them absent or null. Entries without text are left out.
 */
export function spokenEntries(entries: readonly unknown[]): readonly Turn[] {
  return entries.flatMap((entry) => {
    if (!isRecord(entry) || typeof entry['text'] !== 'string') return [];
    const time = entry['timestamp'] ?? entry['start'] ?? entry['start_time'];
    return cleanTurn(nameOf(entry['speaker'] ?? entry['speaker_name']), secondsOf(time), entry['text']) ?? [];
  });
}

function nameOf(speaker: unknown): string | null {
  if (typeof speaker === 'string') return speaker;
  if (!isRecord(speaker)) return null;
  const name = speaker['display_name'] ?? speaker['name'];
  return typeof name === 'string' ? name : null;
}

function secondsOf(time: unknown): number | null {
  if (typeof time === 'string') return clockSeconds(time);
  return typeof time === 'number' && time >= 0 && time < 1_000_000 ? Math.floor(time) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
