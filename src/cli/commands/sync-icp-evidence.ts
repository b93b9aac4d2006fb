import type { Insight } from '../../domain/targeting/insight.ts';
import type { Mention } from '../../domain/targeting/mention.ts';
import { counted } from '../format.ts';
import { type Paint, shown } from '../io.ts';
import { wrap } from '../wrap.ts';

/** How much is shown, and how. */
export interface ReportStyle {
  readonly width: number;
  readonly paint: Paint;
  /** `-v`: every quote of everything. */
  readonly everything: boolean;
}

/** Quotes for each new entry; contradictions show as many for each side. */
const QUOTES = 2;
const QUOTE_INDENT = '      ';

/** Each quote on a line or more, with who said it, where and when. */
export function quoteLines(
  mentions: readonly Mention[],
  { width, paint, everything }: ReportStyle,
): string[] {
  const chosen = everything ? mentions : best(mentions);
  return chosen.flatMap((mention) =>
    wrap(`“${shown(mention.quote)}” ${source(mention)}`, width, QUOTE_INDENT).map((line) =>
      paint('dim', line),
    ),
  );
}

/** From different calls, where there are any. */
function best(mentions: readonly Mention[]): readonly Mention[] {
  const firsts = mentions.filter(
    (mention, index) => mentions.findIndex(({ call }) => call.id === mention.call.id) === index,
  );
  return firsts.slice(0, QUOTES);
}

function source({ speaker, call, atSeconds }: Mention): string {
  const parts = [
    speaker === null ? [] : shown(speaker),
    call.title === null ? [] : shown(call.title),
    atSeconds === null ? [] : clock(atSeconds),
  ].flat();
  return parts.length === 0 ? '' : `– ${parts.join(', ')}`;
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes}`;
}

/** How often, when and by whom. */
export function summary({ calls, last, speakers }: Insight): string {
  return summaryText(calls, last, speakers);
}

/** As `summary` does, for one side of a contradiction. */
export function summaryOf(mentions: readonly Mention[]): string {
  const times = mentions.flatMap(({ call }) => call.heldAt?.getTime() ?? []);
  return summaryText(
    new Set(mentions.map(({ call }) => call.id)).size,
    times.length === 0 ? null : new Date(Math.max(...times)),
    [...new Set(mentions.flatMap(({ speaker }) => speaker ?? []))],
  );
}

function summaryText(calls: number, last: Date | null, speakers: readonly string[]): string {
  const others = speakers.length > 2 ? ` and ${speakers.length - 2} more` : '';
  return [
    counted(calls, 'call'),
    ...(last === null ? [] : [`last ${last.toISOString().slice(0, 10)}`]),
    ...(speakers.length === 0 ? [] : [`${speakers.slice(0, 2).map(shown).join(', ')}${others}`]),
  ].join(', ');
}
