import type { CriterionKind, Stance } from '../../src/domain/targeting/criterion.ts';
import type { Mention } from '../../src/domain/targeting/mention.ts';

/** That somebody said so in a call, which is held on the day of October of its number. */
export function mention(
  said: readonly [stance: Stance, kind: CriterionKind, value: string],
  more: {
    readonly call?: number;
    readonly speaker?: string | null;
    readonly undated?: boolean;
    readonly at?: number;
  } = {},
): Mention {
  const [stance, kind, value] = said;
  const { call = 1, speaker = 'Ana', undated = false, at = 60 } = more;
  const heldAt = undated ? null : new Date(Date.UTC(2026, 9, call));
  return {
    kind,
    stance,
    value,
    quote: `we say ${stance} ${value}`,
    speaker,
    atSeconds: at,
    call: { id: call, callId: String(call), title: `Call ${call}`, url: null, heldAt },
  };
}
