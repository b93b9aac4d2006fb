import { type CallPart, partText, splitTurns } from '../../calls/call-parts.ts';
import { mostTokens, tokenCostUsd } from '../../config/prices.ts';
import type { Call } from '../../ports/call-source.ts';
import { findExtractions } from '../../store/call-extractions.ts';
import { averageTokens } from '../../store/estimates.ts';
import { findReadCalls } from '../../store/fathom-calls.ts';
import { contentHash } from '../../support/hash.ts';
import { quotedForModel } from '../../support/text.ts';
import { BYTES_PER_TOKEN } from '../estimate-cost.ts';
import { SYNC_STAGE, type SyncServices } from './sync-services.ts';
import { transcriptHash } from './transcript-hash.ts';

export interface PartToExtract {
  readonly part: CallPart;
  readonly text: string;
  readonly textHash: string;
}

export interface CallToRead {
  readonly call: Call;
  readonly transcriptHash: string;
  readonly parts: readonly PartToExtract[];
}

/** What is to be read, and what of it is to be bought. */
export interface PlannedReading {
  readonly calls: readonly CallToRead[];
  /** Read before, and not asked for again. */
  readonly known: number;
  readonly notTranscribed: number;
  readonly parts: number;
  /** Parts that were bought before. */
  readonly knownParts: number;
  /** Of the others, sent and answered, as far as can be told before. */
  readonly tokens: number;
  /** Null when the price is not known. */
  readonly costUsd: number | null;
}

/** Tokens of the question around a part, and of an answer with some ten criteria, for where the ledger has no experience yet. */
const USUAL = { question: 850, answer: 900 };

/** Nothing is called: what was read before is in the database. */
export async function planReading(
  { app, client, origin, extractor }: SyncServices,
  calls: readonly Call[],
  again: boolean,
): Promise<PlannedReading> {
  const transcribed = calls.flatMap((call) =>
    call.turns === null ? [] : [{ call, turns: call.turns, transcriptHash: transcriptHash(call.turns) }],
  );
  const before = new Map<string, string>();
  for (const source of ['fathom', 'file'] as const) {
    const ids = transcribed.filter(({ call }) => call.source === source).map(({ call }) => call.id);
    const read = await findReadCalls(app.database, { clientId: client.id, source, origin }, ids);
    for (const [id, hash] of read) before.set(`${source} ${id}`, hash);
  }
  const toRead = transcribed
    .filter(({ call, transcriptHash: hash }) => again || before.get(`${call.source} ${call.id}`) !== hash)
    .map(({ call, turns, transcriptHash: hash }) => ({
      call,
      transcriptHash: hash,
      parts: splitTurns(turns, extractor.limits.tokensPerCall).map((part) => {
        const text = partText(part);
        return { part, text, textHash: contentHash(text) };
      }),
    }));
  const texts = new Map(
    toRead.flatMap(({ parts }) => parts.map(({ textHash, text }) => [textHash, text] as const)),
  );
  const { model, promptVersion } = extractor;
  const bought = await findExtractions(app.database, model, promptVersion, [...texts.keys()]);
  const toBuy = [...texts].filter(([hash]) => !bought.has(hash));
  const bytes = toBuy.reduce((sum, [, text]) => sum + mostTokens(quotedForModel(text)), 0);
  const promptTokens = Math.ceil(bytes / BYTES_PER_TOKEN) + toBuy.length * USUAL.question;
  const answer = (await averageTokens(app.database, model, SYNC_STAGE))?.completion ?? USUAL.answer;
  const completionTokens = Math.ceil(toBuy.length * answer);
  return {
    calls: toRead,
    known: transcribed.length - toRead.length,
    notTranscribed: calls.length - transcribed.length,
    parts: texts.size,
    knownParts: bought.size,
    tokens: promptTokens + completionTokens,
    costUsd:
      toBuy.length === 0 ? 0 : tokenCostUsd(app.prices.ofModel(model), { promptTokens, completionTokens }),
  };
}
