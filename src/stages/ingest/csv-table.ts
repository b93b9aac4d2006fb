import { columnRoles, type MappedColumns } from './column-roles.ts';
import { fieldRole } from './field-role.ts';
import { refuseMoreSightings } from './input-limits.ts';
import { LineCounter } from './line-counter.ts';
import type { Reject, Sighting } from './recogniser.ts';
import { type RecordReading, readRecord } from './record-fields.ts';
import { REJECTED, RejectList } from './reject-list.ts';
import { fieldsOf } from './row-cells.ts';
import { lookAgain } from './second-look.ts';
import { withEscapedBars } from './split-cells.ts';
import { lineBreakOf, spansLines, wholeRowsIn } from './swallowed-rows.ts';
import { eachRow, type RowAnswer, withoutEndlessLines } from './table-rows.ts';
import { isRepeatedHeader, type TableShape } from './table-shape.ts';

export interface TableReading {
  readonly sightings: readonly Sighting[];
  readonly skipped: number;
  readonly rejects: readonly Reject[];
  readonly warnings: readonly string[];
}

/** More than a rejected row is shown of, in whatever script. */
const SHOWN_BYTES = 2000;
/** A line below or between the rows that is about the table: "Exported by …", "Total: 120". */
const FOOTER =
  /^(?:exported|generated|created|downloaded|powered|scraped|source|total|count|page|end of|copyright|©|exportiert|erstellt|export[eé]|exporté|généré|exportado|generado|esportato|geëxporteerd|wyeksportowano)(?!\p{L})|^\d|\d{4}|@|:\/\//iu;

/** Reads a whole table, row by row. Throws UsageError for a mapped column that it has not, and for more people than can be held. */
export function readTable(text: string, shape: TableShape, columns?: MappedColumns): TableReading {
  let roles = columnRoles(shape, columns);
  const whole = Buffer.from(text);
  const rejects = new RejectList();
  const rejectIn = (bytes: Buffer) => {
    const lines = new LineCounter(bytes);
    return (reason: string, start: number, end: number) =>
      rejects.add(reason, () => ({
        line: lines.lineAt(start),
        text: bytes.toString('utf8', start, Math.min(end, start + SHOWN_BYTES)),
      }));
  };
  const rejectEndless = rejectIn(whole);
  const bytes = withoutEndlessLines(whole, (start, end) => rejectEndless(REJECTED.broken, start, end));
  const endless = rejects.count;
  const reject = rejectIn(bytes);
  const sightings: Sighting[] = [];

  const lineBreak = lineBreakOf(bytes);
  let at = 0;
  const repaired = eachRow(bytes, { delimiter: shape.delimiter, limit: null }, (row): RowAnswer => {
    if (at++ < shape.bodyStart) return undefined;
    const cells = shape.delimiter === '|' ? withEscapedBars(row.cells) : row.cells;
    const first = readRecord(fieldsOf(cells, roles));
    const least = first.kind === 'person' ? 2 : 1;
    const isPerson = (line: readonly string[]) => readRecord(fieldsOf(line, roles)).kind === 'person';
    const isOfLines = !row.broken && spansLines(bytes, lineBreak, row);
    if (isOfLines && wholeRowsIn(bytes, row, shape, isPerson) >= least) {
      at--;
      return 'read as lines';
    }
    const reading = first.kind === 'person' ? first : lookAgain(cells, roles, shape, first);
    if (reading.kind === 'person') {
      sightings.push(reading.sighting);
      refuseMoreSightings(sightings.length);
    } else if (columns === undefined && isRepeatedHeader(row.cells)) roles = row.cells.map(fieldRole);
    else {
      const reason = reasonAgainst(reading, cells, shape);
      if (reason !== null) reject(row.broken ? REJECTED.broken : reason, row.start, row.end);
    }
    return undefined;
  });
  return {
    sightings,
    skipped: rejects.count,
    rejects: rejects.kept.sort((one, other) => one.line! - other.line!),
    warnings: [
      ...(endless === 0 ? [] : [`${endless} line(s) of more than a million characters were left out`]),
      ...(repaired === 0
        ? []
        : [`quotation marks are unbalanced: on ${repaired} line(s) they were read as ordinary characters`]),
    ],
  };
}

/** Why a row counts as one that cannot be used; null for rows about the table, and for those that have no words in them. */
function reasonAgainst(reading: RecordReading, cells: readonly string[], shape: TableShape): string | null {
  const reason = reading.kind === 'unusable' ? reading.reason : REJECTED.noUrl;
  if (reason !== REJECTED.noUrl) return reason;
  const isEmpty = !cells.some((cell) => /[\p{L}\p{N}]/u.test(cell));
  return isEmpty || isFooter(cells, shape) ? null : reason;
}

/** One text alone in a wider table, with what no name has in it. */
function isFooter(cells: readonly string[], shape: TableShape): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return shape.width >= 2 && filled.length === 1 && FOOTER.test(filled[0]!.trim());
}
