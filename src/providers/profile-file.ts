import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { UsageError } from '../domain/errors.ts';
import { JsonValueSplitter } from './json-value-splitter.ts';
import { type NormalisedItem, normaliseItem } from './profile-items/normalise-item.ts';

/** What a file of earlier scrapes says of one person. */
export type ProfileSource = Extract<NormalisedItem, { kind: 'profile' | 'gone' | 'error' }>;

export interface ProfileFile {
  /** In the order of the file. */
  readonly profiles: readonly ProfileSource[];
  /** Lines or elements that are no JSON, too large, or hold nothing of a profile. */
  readonly unusable: number;
}

/** A scraped profile has some 10 KB; this leaves room for a hundred times that. */
const MAX_ITEM_CHARACTERS = 1_000_000;

/**
 * Reads profiles scraped earlier, in the shape of any scraper that `normaliseItem` knows: a JSON array, or one JSON object per line;
 * UTF-8 or UTF-16, with or without a byte-order mark. The file is streamed, so only what it says of people is held in memory. An item that
 * cannot be read, or is longer than a million characters, is counted and passed over. Throws UsageError `unreadable_profiles` when the
 * file cannot be read and `no_profiles` when nothing in it can be used.
 */
export async function loadProfileFile(path: string): Promise<ProfileFile> {
  const profiles: ProfileSource[] = [];
  let unusable = 0;
  const splitter = new JsonValueSplitter(MAX_ITEM_CHARACTERS, (json) => {
    const item = json === null ? null : normaliseItem(parsed(json));
    if (item === null || item.kind === 'refusal' || item.kind === 'unusable') unusable += 1;
    else profiles.push(item);
  });
  try {
    for await (const text of decodedChunks(path)) splitter.push(text);
  } catch (error) {
    throw new UsageError(
      'unreadable_profiles',
      `the profiles in ${path} cannot be read: ${(error as Error).message}`,
      'Give --profiles the path of a JSON or JSONL file.',
    );
  }
  splitter.end();
  if (profiles.length === 0) {
    throw new UsageError(
      'no_profiles',
      `${path} holds no profile: ${unusable} items, none of which can be used`,
      'Give --profiles a JSON array of scraped profiles, or a file with one JSON object per line.',
    );
  }
  return { profiles, unusable };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

async function* decodedChunks(path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const bytes of createReadStream(path) as AsyncIterable<Uint8Array>) {
    // The decoder itself drops the mark that told it apart.
    decoder ??= new TextDecoder(encodingOf(bytes));
    yield decoder.decode(bytes, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

function encodingOf(start: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8';
}
