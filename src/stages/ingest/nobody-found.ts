import { UsageError } from '../../domain/errors.ts';
import type { Reject } from './recogniser.ts';

/** A row that cannot be used, and the file it stands in: one in a container has the container's path before its own. */
export interface RejectedRow extends Reject {
  readonly path: string;
}

/** A file was understood and holds nobody who can be used: its rejected rows say why. */
export class NobodyFound extends UsageError {
  readonly rejects: readonly RejectedRow[];
  /** Of all rejected rows, listed or not. */
  readonly skipped: number;
  constructor(
    message: string,
    hint: string,
    rejected: { readonly rejects: readonly RejectedRow[]; readonly skipped: number },
  ) {
    super('no_people', message, hint);
    this.rejects = rejected.rejects;
    this.skipped = rejected.skipped;
  }
}
