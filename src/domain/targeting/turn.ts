/** What one person says in a call until somebody else speaks, or a piece of it as the transcript cuts it. */
export interface Turn {
  readonly speaker: string | null;
  /** From the beginning of the call. */
  readonly atSeconds: number | null;
  /** One line of clean text. */
  readonly text: string;
  /** Of a turn without a speaker: whoever it was goes on. Otherwise two who are unknown are not taken for one. */
  readonly continues?: boolean;
}

/** Whether what is said before and after is said by one person. */
export function isOneVoice(before: Turn, after: Turn): boolean {
  return before.speaker === after.speaker && (after.speaker !== null || after.continues === true);
}

/** Between two who speak, where nobody is named. */
const DASHED = /^[-–—]\s/;

/**
 * The turns of a call in which cues or lines cut sentences apart. Where it names nobody at all, they go on until a dash begins another; where it names some, nobody
 * knows whether the others are one.
 */
export function joinUnnamed(turns: readonly Turn[]): readonly Turn[] {
  if (turns.some(({ speaker }) => speaker !== null)) return turns;
  return turns.map((turn, index) =>
    index === 0 || DASHED.test(turn.text) ? turn : { ...turn, continues: true },
  );
}
