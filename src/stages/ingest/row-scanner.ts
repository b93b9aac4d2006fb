/** One row of a table, with the bytes of the text that it takes up. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly start: number;
  /** Where the next row begins: behind the line break that ends this one. */
  readonly end: number;
  /** Its quotation marks have no end: they were read as ordinary characters. */
  readonly broken: boolean;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;

/**
 * Reads the rows of a table (RFC 4180), each byte once. A quotation mark in the midst of a cell is an ordinary character, and so are those around
 * the beginning of a cell that goes on behind them: `"Ada" Quill`. Own code, since csv-parse makes an error object of each row that is not as wide
 * as the first, told to accept them or not: a megabyte of short ones took it five seconds. The test compares the two.
 */
export class RowScanner {
  private readonly bytes: Buffer;
  private readonly delimiter: Buffer;
  private readonly longestRow: number;
  private at = 0;

  constructor(bytes: Buffer, delimiter: string, longestRow: number) {
    this.bytes = bytes;
    this.delimiter = Buffer.from(delimiter);
    this.longestRow = longestRow;
  }

  /**
   * The row that begins at `start`, with quotation marks as ordinary characters unless `quotes`. Null where a cell in quotation marks has no
   * end, or makes the row longer than a row may be.
   */
  rowAt(start: number, quotes: boolean): TableRow | null {
    const { bytes } = this;
    const cells: string[] = [];
    this.at = start;
    do {
      const cell = quotes && bytes[this.at] === QUOTE ? this.quotedCell(start) : this.plainCell();
      if (cell === null) return null;
      cells.push(cell);
    } while (this.passDelimiter());
    if (bytes[this.at] === CARRIAGE_RETURN && bytes[this.at + 1] === LINE_FEED) this.at++;
    return { cells, start, end: Math.min(this.at + 1, bytes.length), broken: false };
  }

  private passDelimiter(): boolean {
    const found = this.isDelimiter(this.at);
    if (found) this.at += this.delimiter.length;
    return found;
  }

  /** Everything up to the end of the cell, whatever it is. */
  private plainCell(): string {
    const { bytes } = this;
    const start = this.at;
    let at = start;
    while (!this.isEnd(at)) at++;
    this.at = at;
    return at === start ? '' : bytes.toString('utf8', start, at);
  }

  private quotedCell(rowStart: number): string | null {
    const { bytes } = this;
    const limit = Math.min(bytes.length, rowStart + this.longestRow);
    const start = this.at + 1;
    let hasMarks = false;
    let at = start;
    for (; ; at += 2) {
      while (at < limit && bytes[at] !== QUOTE) at++;
      if (at >= limit) return null;
      if (bytes[at + 1] !== QUOTE) break;
      hasMarks = true;
    }
    const quoted = bytes.toString('utf8', start, at);
    const text = hasMarks ? quoted.replaceAll('""', '"') : quoted;
    this.at = at + 1;
    if (this.isEnd(this.at)) return text;
    // A NUL is no character that a cell could go on with; damaged files have them anywhere.
    return bytes[this.at] === 0 ? text + this.plainCell() : `"${text}"${this.plainCell()}`;
  }

  private isEnd(at: number): boolean {
    const { bytes } = this;
    if (at >= bytes.length) return true;
    const byte = bytes[at];
    return byte === LINE_FEED || byte === CARRIAGE_RETURN || this.isDelimiter(at);
  }

  private isDelimiter(at: number): boolean {
    const { bytes, delimiter } = this;
    if (bytes[at] !== delimiter[0]) return false;
    for (let offset = 1; offset < delimiter.length; offset++) {
      if (bytes[at + offset] !== delimiter[offset]) return false;
    }
    return true;
  }
}
