import type { PlannedReading } from '../../app/sync/planned-reading.ts';
import type { FailedCall, ReadingResult } from '../../app/sync/read-calls.ts';
import type { AppliedIcp, GatheredCalls, ProposedIcp } from '../../app/sync/sync-icp.ts';
import type { ContradictingSide, Contradiction } from '../../domain/targeting/contradictions.ts';
import type { Insight } from '../../domain/targeting/insight.ts';
import type { Mention } from '../../domain/targeting/mention.ts';
import type { BackedEntry } from '../../domain/targeting/proposal.ts';
import { fileKey, fileKeys } from './client.ts';

/** All that one run of `icp sync-icp` came to. */
export interface SyncOutcome {
  readonly client: string;
  /** Nothing of this came from the network. */
  readonly offline: boolean;
  /** `--transcript` was given. */
  readonly fromFiles: boolean;
  readonly gathered: GatheredCalls;
  readonly plan: PlannedReading;
  readonly reading: ReadingResult;
  readonly proposal: ProposedIcp;
  /** Null when nothing was made current. */
  readonly applied: AppliedIcp | null;
}

export function syncDocument(outcome: SyncOutcome): object {
  const { client, gathered, plan, reading, proposal, applied } = outcome;
  return {
    command: 'sync-icp',
    client,
    calls: {
      found: gathered.found,
      read: reading.read,
      known: plan.known,
      not_transcribed: plan.notTranscribed,
      failed: reading.failed.length,
      left: gathered.left,
    },
    failures: reading.failed.map(({ id, title, code, message }: FailedCall) => ({
      call: id,
      title,
      code,
      message,
    })),
    current_version: proposal.currentVersion,
    proposed: fileKeys(proposal.icp),
    added: proposal.added.map(entryDocument),
    confirmed: proposal.confirmed.map(entryDocument),
    contradictions: proposal.contradictions.map(contradictionDocument),
    other: proposal.other.map(insightDocument),
    taken_out: proposal.takenOut.map(insightDocument),
    dropped: { quotes: reading.withoutQuote, values: reading.withoutValue, too_many: reading.tooMany },
    applicable: proposal.applicable,
    applied: applied !== null,
    version: applied?.version ?? null,
    cost_usd: reading.costUsd,
    unknown_costs: reading.unknownCosts,
  };
}

function insightDocument(insight: Insight): object {
  const { kind, stance, value } = insight;
  return { kind, stance, value, ...evidence(insight) };
}

function entryDocument({ key, value, insight }: BackedEntry): object {
  return { key: fileKey(key), value, ...evidence(insight) };
}

/**
 * `wanted_as` and `avoided_as` say in what words, and where in the current ICP. Of the keys beside them `kind` and `value` are what is wanted, and `in_icp` is
 * where the ICP has either.
 */
function contradictionDocument({ wanted, avoided }: Contradiction): object {
  const side = ({ kind, value, standsIn }: ContradictingSide) => ({
    kind,
    value,
    in_icp: standsIn === null ? null : fileKey(standsIn),
  });
  const standsIn = wanted.standsIn ?? avoided.standsIn;
  return {
    kind: wanted.kind,
    value: wanted.value,
    in_icp: standsIn === null ? null : fileKey(standsIn),
    wanted: wanted.mentions.map(quoteDocument),
    avoided: avoided.mentions.map(quoteDocument),
    wanted_as: side(wanted),
    avoided_as: side(avoided),
  };
}

function evidence({ calls, mentions, first, last, speakers }: Insight): object {
  return { calls, mentions: mentions.length, first, last, speakers, quotes: mentions.map(quoteDocument) };
}

function quoteDocument({ quote, speaker, atSeconds, call }: Mention): object {
  const { callId, title, url, heldAt } = call;
  return { quote, call: callId, title, url, held_at: heldAt, speaker, at: atSeconds };
}

export function syncPlanDocument(
  client: string,
  gathered: GatheredCalls,
  plan: PlannedReading,
  model: string,
): object {
  return {
    command: 'sync-icp',
    dry_run: true,
    client,
    model,
    calls: {
      found: gathered.found,
      to_read: plan.calls.length,
      known: plan.known,
      not_transcribed: plan.notTranscribed,
      left: gathered.left,
    },
    parts: plan.parts,
    known_parts: plan.knownParts,
    tokens: plan.tokens,
    cost_usd: plan.costUsd,
  };
}
