import { StopRun, UsageError } from '../domain/errors.ts';

/** What exit codes mean (SPEC §3); printed by `icp --help`. */
export const EXIT_CODES: readonly (readonly [number | string, string])[] = [
  [0, 'done'],
  [1, 'unexpected error (a bug)'],
  [2, 'usage or configuration'],
  [3, 'finished, but some leads (or calls) failed'],
  [4, 'stopped by --max-cost or an exhausted provider account'],
  [5, 'database unreachable, or the embedded one is in use'],
  ['130/143', 'interrupted by Ctrl-C / SIGTERM; what is done is kept'],
];

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly exitCode: number;
  /** For `--verbose`. */
  readonly details: string | undefined;
}

const STOP_CODES = {
  configuration: 2,
  account: 4,
  budget: 4,
  unavailable: 4,
  database: 5,
  interrupted: 130,
} as const;

/** What an error means for the user and for the exit code. The only place that decides on exit codes. */
export function explainFailure(error: unknown): Failure {
  const details = error instanceof Error ? fullStory(error) : String(error);
  if (error instanceof UsageError) {
    return { code: error.code, message: error.message, hint: error.hint, exitCode: 2, details };
  }
  if (error instanceof StopRun) {
    const exitCode = error.code === 'sigterm' ? 143 : STOP_CODES[error.reason];
    return { code: error.code, message: error.message, hint: error.hint, exitCode, details };
  }
  return {
    code: 'unexpected',
    message: `unexpected error: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'this is a bug in icp; run the command again with --verbose for the details and report them',
    exitCode: 1,
    details,
  };
}

function fullStory(error: Error): string {
  const chain: Error[] = [];
  for (let one: unknown = error; one instanceof Error && !chain.includes(one); one = one.cause)
    chain.push(one);
  return chain.map((one) => one.stack ?? one.message).join('\ncaused by: ');
}
