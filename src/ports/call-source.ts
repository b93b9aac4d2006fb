import type { Turn } from '../domain/targeting/turn.ts';

/** A recorded call, wherever it was recorded. */
export interface Call {
  readonly source: 'fathom' | 'file';
  /** Names it for good at its source. */
  readonly id: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly heldAt: Date | null;
  /** What the calendar entry calls it, where that is not the title. */
  readonly calendarTitle: string | null;
  /** Mail domains of those who were invited, colleagues left out; empty when not known. */
  readonly domains: readonly string[];
  /** Nobody from outside was invited, as far as the source knows. */
  readonly internal: boolean;
  /** Null while there is no transcript. */
  readonly turns: readonly Turn[] | null;
}

export interface CallPage {
  readonly calls: readonly Call[];
  /** Entries that could not be read. */
  readonly unreadable: number;
  /** Null on the last page. */
  readonly next: string | null;
}

export interface CallQuery {
  readonly since: Date | null;
  /** Only calls to which somebody of one of these mail domains was invited; empty: all. */
  readonly domains: readonly string[];
}

/** Where recorded calls come from, page by page, with their transcripts. Reading costs nothing. */
export interface CallSource {
  readonly provider: string;
  /** What is read, for the ledger. */
  readonly model: string;
  /** `cursor` as the page before gave it; null for the first. Throws as Embedder.embed. */
  page(query: CallQuery, cursor: string | null, signal: AbortSignal): Promise<CallPage>;
}
