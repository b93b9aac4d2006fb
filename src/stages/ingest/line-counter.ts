const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Tells in which line of a text a byte stands, counted from 1. Asked in ascending order it looks at every byte once. */
export class LineCounter {
  private readonly bytes: Uint8Array;
  private offset = 0;
  private line = 1;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The line of the byte at `offset`; CR, LF and CRLF each end one. */
  lineAt(offset: number): number {
    const { bytes } = this;
    if (offset < this.offset) {
      this.offset = 0;
      this.line = 1;
    }
    for (; this.offset < offset; this.offset++) {
      const byte = bytes[this.offset];
      if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[this.offset + 1] !== LINE_FEED))
        this.line++;
    }
    return this.line;
  }
}
