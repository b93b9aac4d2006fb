import { Tokenizer } from 'htmlparser2';
import { type Attributes, NO_ATTRIBUTES, newAttributes, wantedAttribute } from './attributes.ts';
import { type ElementKind, elementKind } from './element-kind.ts';
import { decodeEntities, decodeStart } from './html-entities.ts';
import { TextSlots } from './text-slots.ts';

/** Receives a page as a balanced sequence: every `open` has its `close`. */
export interface HtmlSink {
  open(name: string, attributes: Attributes): void;
  close(): void;
  text(text: string): void;
  /** Only the first 2,000 characters, except inside `<code>`, where LinkedIn's guest pages put data into comments. */
  comment(text: string): void;
  /** False while text would be thrown away: it is then not even cut out of the page. */
  wantsText(): boolean;
}

/** Saved pages nest a few dozen levels. Deeper elements are taken as part of their ancestor at this depth. */
const MAX_DEPTH = 512;
const INLINE_REACH = 64;
const MAX_NAMES = 2000;
const LONG_VALUE = 65_536;

/**
 * Feeds a page to `sink` in one pass. htmlparser2's tokenizer does the reading; the tree rules are here because its own parser (10.1)
 * leaves `<li><p>…<li>` nested, which minified saves (SingleFile) are full of, and keeps its stack in an array that grows quadratically slow.
 * Works on any bytes: never throws, and takes time and memory in proportion to the page.
 */
export function scanHtml(pieces: Iterable<string>, sink: HtmlSink): void {
  const scanner = new Scanner(sink);
  const tokenizer = new Tokenizer({ decodeEntities: false }, scanner);
  for (const piece of pieces) {
    if (piece === '') continue;
    scanner.addPiece(piece);
    tokenizer.write(piece);
  }
  tokenizer.end();
}

class Scanner {
  private readonly sink: HtmlSink;
  private readonly kinds = new Map<string, ElementKind>();
  private readonly elementNames = new TextSlots((name) => this.kindNamed(name));
  private readonly attributeNames = new TextSlots(wantedAttribute);
  private readonly classNames = new TextSlots((className) => className);
  private readonly stack: ElementKind[] = [];
  private overflow = 0;
  private foreignDepth = 0;

  private piece = '';
  private pieceStart = 0;
  /** Pieces before the current one that a token in progress may still reach back to. */
  private earlier: { start: number; text: string }[] = [];

  /** The text that is being read; `textEnd` is negative while there is none. */
  private textStart = 0;
  private textEnd = -1;
  private tag = elementKind('');
  private attributes: Attributes | null = null;
  private attribute: keyof Attributes | null = null;
  private value = '';
  /** What came before `value`: a page in a frame is one attribute of megabytes, half of it character references. */
  private decoded = '';

  constructor(sink: HtmlSink) {
    this.sink = sink;
  }

  addPiece(text: string): void {
    if (this.piece !== '') this.earlier.push({ start: this.pieceStart, text: this.piece });
    this.pieceStart += this.piece.length;
    this.piece = text;
  }

  private slice(start: number, end: number): string {
    if (start >= this.pieceStart) {
      if (this.earlier.length > 0) this.earlier = [];
      return this.piece.slice(start - this.pieceStart, end - this.pieceStart);
    }
    const parts = this.earlier.map((part) =>
      part.text.slice(Math.max(0, start - part.start), Math.max(0, end - part.start)),
    );
    return parts.join('') + this.piece.slice(0, Math.max(0, end - this.pieceStart));
  }

  private kindNamed(name: string): ElementKind {
    const lower = name.toLowerCase();
    let kind = this.kinds.get(lower);
    if (kind === undefined) {
      kind = elementKind(lower);
      // Real pages use a few dozen names; a page that makes up names must not fill the memory with them.
      if (this.kinds.size < MAX_NAMES) this.kinds.set(lower, kind);
    }
    return kind;
  }

  /** The value that `slots` has for the text from `start` to `end` of the page. */
  private lookUp<Value>(slots: TextSlots<Value>, start: number, end: number): Value {
    const at = start - this.pieceStart;
    if (at >= 0) return slots.at(this.piece, at, end - this.pieceStart);
    const text = this.slice(start, end);
    return slots.at(text, 0, text.length);
  }

  /** A text comes in several parts where it runs over the end of a piece, or holds a `<` that begins no tag. */
  ontext(start: number, end: number): void {
    if (this.foreignDepth > 0 || !this.sink.wantsText()) return;
    if (this.textEnd !== start) {
      this.flushText();
      this.textStart = start;
    }
    this.textEnd = end;
  }

  /** To be called before anything else is cut out of the page: pieces are kept only as long as something reaches back to them. */
  private flushText(): void {
    if (this.textEnd < 0) return;
    const text = this.slice(this.textStart, this.textEnd);
    this.textEnd = -1;
    // Scripts hold no character references: what looks like one is theirs.
    this.sink.text(this.stack.at(-1)?.name === 'script' ? text : decodeEntities(text, 'text'));
  }

  // The tokenizer is told not to decode.
  ontextentity(): void {}
  onattribentity(): void {}

  oncomment(start: number, end: number, offset: number): void {
    this.flushText();
    const length = end - offset - start;
    if (length <= 0) return;
    const limit = this.stack.at(-1)?.name === 'code' ? length : Math.min(length, 2000);
    this.sink.comment(this.slice(start, start + limit));
  }

  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  onopentagname(start: number, end: number): void {
    this.flushText();
    this.tag = this.lookUp(this.elementNames, start, end);
    this.attributes = null;
  }

  onattribname(start: number, end: number): void {
    this.attribute = null;
    const attribute = this.lookUp(this.attributeNames, start, end);
    // Of an attribute given twice the first counts.
    if (attribute === null || (this.attributes !== null && this.attributes[attribute] !== null)) return;
    this.attribute = attribute;
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute === null) return;
    if (this.value.length > LONG_VALUE) [this.decoded, this.value] = decodeStart(this.decoded, this.value);
    const isWholeClass = this.attribute === 'class' && this.value === '';
    this.value = isWholeClass
      ? this.lookUp(this.classNames, start, end)
      : this.value + this.slice(start, end);
  }

  onattribend(): void {
    if (this.attribute === null) return;
    this.attributes ??= newAttributes();
    this.attributes[this.attribute] = this.decoded + decodeEntities(this.value, 'attribute');
    this.attribute = null;
    this.decoded = '';
  }

  onopentagend(): void {
    this.open(false);
  }

  onselfclosingtag(): void {
    this.open(this.foreignDepth > 0 || this.tag.isForeign);
  }

  private open(selfClosing: boolean): void {
    const kind = this.tag;
    // An unclosed <svg> ends where HTML goes on, as in browsers.
    if (this.foreignDepth > 0 && kind.endsForeign) this.popTo(this.stack.length - this.foreignDepth);
    const foreign = this.foreignDepth > 0;
    if (!foreign && (kind.endsParagraph || kind.impliedEnd !== null)) this.closeImplied(kind);
    const isVoid = selfClosing || (!foreign && kind.isVoid);
    if (!isVoid && this.stack.length >= MAX_DEPTH) {
      this.overflow++;
      return;
    }
    if (!foreign) this.sink.open(kind.name, this.attributes ?? NO_ATTRIBUTES);
    if (isVoid) {
      if (!foreign) this.sink.close();
      return;
    }
    this.stack.push(kind);
    kind.openCount++;
    if (foreign || kind.isForeign) this.foreignDepth++;
  }

  onclosetag(start: number, end: number): void {
    this.flushText();
    const kind = this.lookUp(this.elementNames, start, end);
    if (this.overflow > 0) {
      if (!kind.isVoid) this.overflow--;
      return;
    }
    if (kind.openCount === 0) return;
    const last = this.stack.length - 1;
    if (this.stack[last] === kind) {
      this.popTo(last);
      return;
    }
    const position = this.stack.lastIndexOf(kind);
    if (kind.isInline) {
      if (last - position > INLINE_REACH) return;
      for (let i = last; i > position; i--) if (this.stack[i]!.isHard) return;
    }
    this.popTo(position);
  }

  onend(): void {
    this.flushText();
    this.popTo(0);
  }

  private popTo(position: number): void {
    while (this.stack.length > position) {
      this.stack.pop()!.openCount--;
      if (this.foreignDepth > 0) this.foreignDepth--;
      if (this.foreignDepth === 0) this.sink.close();
    }
  }

  private closeImplied(kind: ElementKind): void {
    if (kind.endsParagraph && this.stack.at(-1)?.name === 'p') this.popTo(this.stack.length - 1);
    const rule = kind.impliedEnd;
    if (rule === null) return;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const open = this.stack[i]!.name;
      if (rule.ends.has(open)) {
        this.popTo(i);
        return;
      }
      if (rule.within.has(open)) return;
    }
  }
}
