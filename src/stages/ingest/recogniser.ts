import type { FoundPerson } from '../../domain/person.ts';
import type { DecodedText } from './decode.ts';

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

/** What one file holds, before sightings of one person are merged. */
export interface Findings {
  /** In the order in which the file shows them; each has a member id or a vanity name. */
  readonly sightings: readonly Sighting[];
  /** Rows that look like people but cannot be used: "LinkedIn Member", Sales Navigator ids, rows without a link. */
  readonly skipped: number;
  /** How many people the file itself says the whole list has, or null. */
  readonly statedTotal: number | null;
  readonly warnings: readonly string[];
  /** For the error message of a file without people: what it turned out to be and what was looked for. */
  readonly ifEmpty: { readonly message: string; readonly hint: string };
}

/** Knows one kind of input. Recognition looks at content only and is cheap; reading may take its time. */
export interface Recogniser {
  /** Stable name of the kind, as `icp ingest --json` reports it. */
  readonly kind: string;
  /** Kinds of text are never offered a file that is binary. */
  readonly content: 'text' | 'bytes';
  /** Why the source is of this kind, in words that follow the kind's name; null when it is not. */
  recognise(source: Source): string | null;
  /** Never throws for what a file may hold, other than UsageError. */
  read(source: Source): Findings;
}
