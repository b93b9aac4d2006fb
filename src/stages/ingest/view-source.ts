import type { Attributes } from './attributes.ts';
import { type HtmlSink, scanHtml } from './html-scanner.ts';

/** Before the first line there are but a few elements. */
const START = 4096;
/** Something that reaches over very many small pieces takes the square of their number to read. */
const PIECE = 65_536;

/** True for a copy of a `view-source:` tab: the page is what it shows, not what it is. */
export function isViewSource(head: string): boolean {
  const sink = new SourceSink();
  scanHtml([head.slice(0, START)], sink);
  return sink.isViewSource;
}

/** The source that the tab shows, in pieces. */
export function shownSource(pieces: Iterable<string>): readonly string[] {
  const sink = new SourceSink();
  scanHtml(pieces, sink);
  sink.flush();
  return sink.source;
}

/** Chrome and Edge show the source of a page as a table with a row a line, Firefox in one `<pre>`. */
class SourceSink implements HtmlSink {
  readonly source: string[] = [];
  isViewSource = false;
  private piece = '';
  private depth = 0;
  /** Depth of the line, or of the block, that is being read; 0 outside of them. */
  private lineDepth = 0;

  open(name: string, attributes: Attributes): void {
    this.depth++;
    if (this.lineDepth > 0) return;
    const isLine = name === 'td' && /(?:^|\s)line-content(?:\s|$)/.test(attributes.class ?? '');
    if (isLine || (name === 'body' && attributes.id === 'viewsource')) this.isViewSource = true;
    if (isLine || name === 'pre') this.lineDepth = this.depth;
  }

  close(): void {
    if (this.depth === this.lineDepth) {
      this.add('\n');
      this.lineDepth = 0;
    }
    this.depth--;
  }

  text(text: string): void {
    if (this.lineDepth > 0) this.add(text);
  }

  comment(): void {}

  flush(): void {
    this.source.push(this.piece);
    this.piece = '';
  }

  private add(text: string): void {
    this.piece += text;
    if (this.piece.length >= PIECE) this.flush();
  }

  wantsText(): boolean {
    return this.lineDepth > 0;
  }
}
