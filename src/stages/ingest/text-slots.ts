import { ownCopy } from './own-copy.ts';

const SLOTS = 4096;
const MAX_LENGTH = 1000;

/**
 * Recognises short texts that occur again and again at positions of a larger one, without cutting them out: names of elements, class
 * attributes. Remembers a bounded number; what is not remembered is cut out as usual.
 */
export class TextSlots<Value> {
  private readonly texts: string[] = new Array<string>(SLOTS).fill('');
  private readonly values: (Value | undefined)[] = new Array<Value | undefined>(SLOTS).fill(undefined);
  private readonly make: (text: string) => Value;

  /** `make` is given each text the first time it is seen, and again when it was forgotten meanwhile. */
  constructor(make: (text: string) => Value) {
    this.make = make;
  }

  /** The value of `page.slice(start, end)`. */
  at(page: string, start: number, end: number): Value {
    const length = end - start;
    if (length === 0) return this.make('');
    const middle = page.charCodeAt(start + (length >> 1));
    const sample = (length * 31 + page.charCodeAt(start)) * 31 + middle;
    const slot = (sample * 31 + page.charCodeAt(end - 1)) & (SLOTS - 1);
    const text = this.texts[slot]!;
    if (text.length === length && page.startsWith(text, start)) return this.values[slot]!;
    const copy = ownCopy(page.slice(start, end));
    const value = this.make(copy);
    // Only a faithful copy (no lone surrogates) can be found again.
    if (copy.length === length && length <= MAX_LENGTH) {
      this.texts[slot] = copy;
      this.values[slot] = value;
    }
    return value;
  }
}
