import type { FoundPerson } from '../../domain/person.ts';
import type { DecodedText } from './decode.ts';
import type { FieldRole } from './field-role.ts';

/** One input file: its raw bytes, and its text for the kinds that are text. */
export interface Source {
  /** Where it came from, for messages; kinds are told by content, never by this name. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: DecodedText;
}

/** One place in a file that shows a person. Several sightings of one person are merged, see merge-people.ts. */
export interface Sighting extends FoundPerson {
  /** The number of `urn:li:member:N`, which is also inside every profile id: ties, but opens no profile. */
  readonly memberNumber?: number | null;
}

/** A row, line or object that looks like a person and cannot be used. */
export interface Reject {
  /** Line of the file in which it begins, counted from 1; null where the kind has no lines. */
  readonly line: number | null;
  /** In a few words, such as "no profile URL". */
  readonly reason: string;
  /** The row as the file has it, cut to a few hundred characters. */
  readonly text: string;
}

/** What the user says about a file that guessing would get wrong. */
export interface ReadOptions {
  /** `--map`: which column of a table holds what. */
  readonly columns?: ReadonlyMap<FieldRole, string>;
}

/** What one file holds, before sightings of one person are merged. */
export interface Findings {
  /** In the order in which the file shows them; each has a member id or a vanity name. */
  readonly sightings: readonly Sighting[];
  /** Rows that look like people but cannot be used: "LinkedIn Member", Sales Navigator ids, rows without a link. */
  readonly skipped: number;
  /** Those of them that can be shown. */
  readonly rejects?: readonly Reject[];
  /** Items of a dataset that are scraped profiles, so that nobody in it needs a new scrape. */
  readonly profileItems?: readonly ProfileItem[];
  /** How many people the file itself says the whole list has, or null. */
  readonly statedTotal: number | null;
  readonly warnings: readonly string[];
  /** For the error message of a file without people: what it turned out to be and what was looked for. */
  readonly ifEmpty: { readonly message: string; readonly hint: string };
}

/** A scraped profile as the dataset has it. */
export interface ProfileItem {
  readonly item: Readonly<Record<string, unknown>>;
  /** When it was scraped, as far as the item says; null otherwise. */
  readonly scrapedAt: Date | null;
}

/** Knows one kind of input. Recognition looks at content only and is cheap; reading may take its time. */
export interface Recogniser {
  /** Stable name of the kind, as `icp ingest --json` reports it. */
  readonly kind: string;
  /** Kinds of text are never offered a file that is binary. */
  readonly content: 'text' | 'bytes';
  /** Why the source is of this kind, in words that follow the kind's name; null when it is not. */
  recognise(source: Source, options: ReadOptions): string | null;
  /** Never throws for what a file may hold, other than UsageError. */
  read(source: Source, options: ReadOptions): Findings;
}
