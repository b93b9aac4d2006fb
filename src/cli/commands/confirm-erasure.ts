import { UsageError } from '../../domain/errors.ts';
import { askYesNo } from '../ask.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { mayAsk } from './confirm-spending.ts';

/** At a terminal, asks before something is erased for good. Throws UsageError when the answer is no. */
export async function confirmErasure(
  context: CommandContext,
  options: GlobalOptions & { readonly yes?: boolean },
  question: () => Promise<string>,
): Promise<void> {
  if (!mayAsk(context.io, options) || (await askYesNo(context.io, context.halt, await question()))) return;
  throw new UsageError(
    'not_confirmed',
    'not confirmed: nothing was erased',
    'answer y to go on; --yes goes on without the question',
  );
}
