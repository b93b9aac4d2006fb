import type { CriterionKind, Stance } from './criterion.ts';
import type { Mention } from './mention.ts';
import { sameCriterionKey } from './same-criterion.ts';

/** All that was said for one criterion, or against it, over all calls. */
export interface Insight {
  /** Equal for the two sides of one criterion. */
  readonly key: string;
  readonly kind: CriterionKind;
  readonly stance: Stance;
  /** As most people put it. */
  readonly value: string;
  readonly calls: number;
  readonly first: Date | null;
  readonly last: Date | null;
  /** Who said so, those who did in most calls first. */
  readonly speakers: readonly string[];
  /** The latest call first, and within a call in the order in which it was said. */
  readonly mentions: readonly Mention[];
}

/** What was said, by criterion and side: what came up in more calls first, then what came up last, then by the alphabet. */
export function accumulate(mentions: readonly Mention[]): readonly Insight[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.stance} ${sameCriterionKey(mention.kind, mention.value)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups.values()].map(insightOf).sort(byWeight);
}

function insightOf(group: readonly Mention[]): Insight {
  const mentions = [...group].sort(
    (one, other) =>
      timeOf(other.call.heldAt) - timeOf(one.call.heldAt) ||
      // Not by the database's own id: it is the order in which calls happened to be read.
      compare(one.call.callId, other.call.callId) ||
      (one.atSeconds ?? 0) - (other.atSeconds ?? 0) ||
      compare(one.quote, other.quote) ||
      compare(one.value, other.value),
  );
  const { kind, stance, value } = mentions[0]!;
  const held = mentions.flatMap(({ call }) => call.heldAt ?? []).sort((one, other) => +one - +other);
  return {
    key: sameCriterionKey(kind, value),
    kind,
    stance,
    value: mostCommon(mentions.map((mention) => mention.value))[0]!,
    calls: new Set(mentions.map(({ call }) => call.id)).size,
    first: held[0] ?? null,
    last: held.at(-1) ?? null,
    speakers: mostCommon(mentions.flatMap(({ speaker }) => speaker ?? [])),
    mentions,
  };
}

function byWeight(one: Insight, other: Insight): number {
  return (
    other.calls - one.calls ||
    timeOf(other.last) - timeOf(one.last) ||
    compare(one.value, other.value) ||
    compare(one.key, other.key) ||
    compare(one.stance, other.stance)
  );
}

/** The different texts, the most frequent first; of equally frequent ones the first by the alphabet. */
function mostCommon(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort(([one, often], [other, oftener]) => oftener - often || compare(one, other))
    .map(([text]) => text);
}

/** What has no date is older than what has one. */
function timeOf(date: Date | null): number {
  return date === null ? 0 : date.getTime();
}

/** The same on every machine, whatever its language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
