/** What one person says in a call until somebody else speaks, or a piece of it as the transcript cuts it. */
export interface Turn {
  readonly speaker: string | null;
  /** From the beginning of the call. */
  readonly atSeconds: number | null;
  /** One line of clean text. */
  readonly text: string;
}
