/**
 * Cuts a stream of text into the JSON values of one array, or of one value per line; which of the two it is, the first character other
 * than a blank says. Nothing is parsed here: a value may still turn out to be no JSON. In lines a broken value costs that line alone; in
 * an array the cut follows brackets and quotes, so an unclosed string costs the rest.
 */
export class JsonValueSplitter {
  readonly #maxCharacters: number;
  readonly #take: (json: string | null) => void;
  #kind: 'unknown' | 'lines' | 'array' | 'ended' = 'unknown';
  #pieces: string[] = [];
  #length = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;

  /** `take` gets each value's text without surrounding blanks, or null for one of more than `maxCharacters`. */
  constructor(maxCharacters: number, take: (json: string | null) => void) {
    this.#maxCharacters = maxCharacters;
    this.#take = take;
  }

  push(text: string): void {
    let from = 0;
    if (this.#kind === 'unknown') {
      from = text.search(/\S/);
      if (from === -1) return;
      this.#kind = text[from] === '[' ? 'array' : 'lines';
      if (this.#kind === 'array') from += 1;
    }
    if (this.#kind === 'lines') this.#pushLines(text, from);
    else if (this.#kind === 'array') this.#pushElements(text, from);
  }

  /** The last value need not be followed by anything. */
  end(): void {
    this.#finish();
  }

  #pushLines(text: string, from: number): void {
    for (let lineEnd = text.indexOf('\n', from); lineEnd !== -1; lineEnd = text.indexOf('\n', from)) {
      this.#keep(text, from, lineEnd);
      this.#finish();
      from = lineEnd + 1;
    }
    this.#keep(text, from, text.length);
  }

  #pushElements(text: string, from: number): void {
    for (let at = from; at < text.length; at += 1) {
      const character = text.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (character === BACKSLASH) this.#escaped = true;
        else if (character === QUOTE) this.#inString = false;
      } else if (character === QUOTE) this.#inString = true;
      else if (character === OPEN_BRACE || character === OPEN_BRACKET) this.#depth += 1;
      else if (character === CLOSE_BRACE || (character === CLOSE_BRACKET && this.#depth > 0))
        this.#depth -= 1;
      else if (this.#depth === 0 && (character === COMMA || character === CLOSE_BRACKET)) {
        this.#keep(text, from, at);
        this.#finish();
        from = at + 1;
        if (character === CLOSE_BRACKET) {
          this.#kind = 'ended';
          return;
        }
      }
    }
    this.#keep(text, from, text.length);
  }

  #keep(text: string, from: number, to: number): void {
    if (this.#length <= this.#maxCharacters) this.#pieces.push(text.slice(from, to));
    this.#length += to - from;
  }

  #finish(): void {
    const json = this.#pieces.join('').trim();
    const tooLong = this.#length > this.#maxCharacters;
    this.#pieces = [];
    this.#length = 0;
    if (tooLong) this.#take(null);
    else if (json !== '') this.#take(json);
  }
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
