import type { App } from '../../app/app.ts';
import type { Plan, PlannedCalls } from '../../app/estimate-cost.ts';
import { UsageError } from '../../domain/errors.ts';
import { askYesNo } from '../ask.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted, dollars } from '../format.ts';
import type { Io } from '../io.ts';

/** What is spent without a question. */
const UNASKED_USD = 20;

export interface ConfirmOptions extends GlobalOptions {
  readonly dryRun?: boolean;
  readonly maxCost?: number;
  readonly yes?: boolean;
}

/** Whether there is somebody to ask, and no answer has been given on the command line. */
export function mayAsk(io: Pick<Io, 'stdin' | 'stderr'>, options: ConfirmOptions): boolean {
  const terminal = io.stdin.isTTY === true && io.stderr.isTTY === true;
  const answered = options.yes === true || (options.maxCost ?? Number.POSITIVE_INFINITY) <= UNASKED_USD;
  const silent = options.json === true || options.quiet === true || options.dryRun === true;
  return terminal && !answered && !silent;
}

/** What a command is about to spend. */
export interface Spending extends Pick<Plan, 'costUsd'> {
  readonly leads?: number;
  /** In place of leads: recorded calls. */
  readonly calls?: number;
  readonly steps: readonly Pick<PlannedCalls, 'model' | 'costUsd'>[];
}

/** What to ask before a plan is carried out; null when it costs too little to ask. */
export function questionFor({ leads, calls, steps, costUsd }: Spending): string | null {
  const things = leads === undefined ? counted(calls ?? 0, 'call') : counted(leads, 'lead');
  if (costUsd !== null) {
    if (costUsd <= UNASKED_USD) return null;
    return `This would cost about ${dollars(costUsd)} for ${things}. Go on?`;
  }
  const unknown = [...new Set(steps.filter((step) => step.costUsd === null).map((step) => step.model))];
  const known = steps.reduce((sum, step) => sum + (step.costUsd ?? 0), 0);
  const rest = known > 0 ? `, beyond ${dollars(known)} for the rest` : '';
  return `What this would cost for ${things} is not known: no price is known of ${unknown.join(' and ')}${rest}. Go on?`;
}

/**
 * At a terminal, asks before more than 20 dollars are spent, or an amount that is not known; offline nothing costs. Throws UsageError when the answer is no. The plan is made
 * only where there may be a question.
 */
export async function confirmSpending(
  context: CommandContext,
  options: ConfirmOptions,
  { offline }: Pick<App, 'offline'>,
  makePlan: () => Promise<Spending>,
): Promise<void> {
  if (offline || !mayAsk(context.io, options)) return;
  const question = questionFor(await makePlan());
  if (question === null || (await askYesNo(context.io, context.halt, question))) return;
  throw new UsageError(
    'not_confirmed',
    'not confirmed: nothing was done, nothing was spent',
    'answer y to go on; --yes goes on without the question, --max-cost USD sets a limit, --dry-run shows the plan',
  );
}
