import type { Turn } from '../../domain/targeting/turn.ts';
import { contentHash } from '../../support/hash.ts';

/** Changes with every word, name and time of a transcript. */
export function transcriptHash(turns: readonly Turn[]): string {
  return contentHash(JSON.stringify(turns.map(({ speaker, atSeconds, text }) => [speaker, atSeconds, text])));
}
