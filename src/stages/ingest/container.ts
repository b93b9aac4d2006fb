import type { Source } from './recogniser.ts';

/** One of the files in a container. */
export interface Part {
  /** Container and part, for messages: `export.zip/Connections.csv`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Another rendering of what the parts before show (a mail's plain text, a page's frames): read only when they name nobody. */
  readonly isFallback?: boolean;
}

/** A file that holds files (an archive, a saved page with its pictures, a mail): opened before what is in it is recognised. */
export interface Container {
  /** Stable name of the kind, as `icp ingest --explain` reports it. */
  readonly kind: string;
  /** Why the source is of this kind, in words that follow the kind's name; null when it is not. Cheap. */
  recognise(source: Source): string | null;
  /** The parts that may name the people of a list, each at most MAX_INPUT_BYTES. Throws UsageError for what is broken, encrypted or larger than the limits. */
  open(source: Source): Promise<readonly Part[]>;
}
