import type { Readable, Writable } from 'node:stream';
import { withoutControls } from '../support/text.ts';

/** Every byte in or out goes through this; commands never touch `process`. */
export interface Io {
  readonly stdin: Readable & { isTTY?: boolean };
  readonly stdout: Writable & { isTTY?: boolean; columns?: number };
  readonly stderr: Writable & { isTTY?: boolean; columns?: number };
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** How wide a terminal is; null where it does not say, or says 0 as one without a size does (a bare pty). */
export function columnsOf({ columns }: { readonly columns?: number }): number | null {
  return columns !== undefined && columns > 0 ? columns : null;
}

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Select graphic rendition codes (ECMA-48): on, off. */
const STYLES: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
};

export type Paint = (style: Style, text: string) => string;

/** Whether a stream gets colour: a terminal that has some, unless NO_COLOR or `--no-color` says no; FORCE_COLOR says yes. */
export function wantsColour(io: Io, stream: { isTTY?: boolean }, noColourFlag: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = io.environment;
  if (noColourFlag || (NO_COLOR !== undefined && NO_COLOR !== '')) return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && TERM !== 'dumb';
}

export function painter(colour: boolean): Paint {
  return (style, text) => {
    if (!colour || text === '') return text;
    const [on, off] = STYLES[style];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}

/** Anything that did not come from this program, made fit for a line of terminal output. */
export function shown(text: string): string {
  return withoutControls(text).replace(/\s+/gu, ' ').trim();
}
