import type { StageName } from '../domain/lead-flow.ts';

/** How far a stage has come; sent on every change. */
export interface StageProgress {
  readonly stage: StageName | 'calls';
  readonly done: number;
  readonly failed: number;
  /** Leads that the stage expects to take on in all. */
  readonly total: number;
  /** Known dollars spent by this command so far. */
  readonly costUsd: number;
}

export type OnProgress = (progress: StageProgress) => void;
