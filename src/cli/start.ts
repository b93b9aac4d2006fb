import type { CommandContext } from './context.ts';

/** Carries out a command: options as declared, arguments in their order; returns the exit code. */
export type Run<Options> = (options: Options, context: CommandContext, ...args: never[]) => Promise<number>;
/** Turns a run function into what commander calls. */
export type Start = <Options>(run: Run<Options>) => (...args: unknown[]) => Promise<void>;
