/** What was seen of one thing that the pipeline needs. */
export interface Finding {
  readonly what: string;
  readonly state: 'fine' | 'wrong' | 'unneeded';
  readonly found: string;
  /** What to do about it; null when all is well. */
  readonly fix: string | null;
}

export const fine = (what: string, found: string): Finding => ({ what, state: 'fine', found, fix: null });

/** For what an examination died of. */
export function wrong(what: string, error: unknown): Finding {
  const { message, hint } = error as { message: string; hint?: string };
  return { what, state: 'wrong', found: message, fix: hint ?? 'run with --verbose for the details' };
}
