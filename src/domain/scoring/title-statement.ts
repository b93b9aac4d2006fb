import {
  type Chunk,
  type FunctionItem,
  hasHead,
  isServingRole,
  newChunk,
  type Rank,
  type Role,
  readingsOf,
  setFieldsAside,
  type TitleReading,
} from './title-chunk.ts';
import { SERVING_FUNCTIONS } from './title-functions.ts';
import { type CanonicalWord, entryAt, type LexiconEntry } from './title-lexicon.ts';
import { AND_WORDS, isNeutral, isObjectNoun, type Standing } from './title-markers.ts';
import {
  applyStanding,
  belongsToOthers,
  isDeputised,
  type ObjectPhrase,
  staysObject,
  takeBeside,
} from './title-ownership.ts';
import { BREAK } from './title-tokens.ts';

export interface StatementReading {
  readonly chunks: readonly Chunk[];
  readonly served: readonly TitleReading[];
}

/** Reads the words of one statement from left to right; see `readTitle` for what the modes mean. */
export function readStatement(
  tokens: readonly CanonicalWord[],
  mode: 'profile' | 'target',
): StatementReading {
  return new StatementReader(tokens, mode).read();
}

class StatementReader {
  readonly #tokens: readonly CanonicalWord[];
  readonly #plain: readonly string[];
  readonly #mode: 'profile' | 'target';
  readonly #chunks: Chunk[] = [];
  readonly #served: TitleReading[] = [];
  #chunk = newChunk('active', false);
  #object: ObjectPhrase | null = null;
  /** The title in hand that belongs to people whom the owner serves. */
  #servedChunk: Chunk | null = null;
  /** After "at": the employer's name, made of any words, up to the next comma. */
  #inCompany = false;
  /** After "helping" and the like: all that follows is about others. */
  #inAudience = false;

  constructor(tokens: readonly CanonicalWord[], mode: 'profile' | 'target') {
    this.#tokens = tokens;
    this.#plain = tokens.map((token) => token.word);
    this.#mode = mode;
  }

  read(): StatementReading {
    for (let at = 0; at < this.#tokens.length; ) {
      const found = entryAt(this.#tokens, this.#plain, at);
      const next = at + (found?.length ?? 1);
      if (found === null) this.#readUnknown(this.#plain[at]!, next);
      else if (found.value.kind === 'now' || !this.#inCompany)
        this.#readEntry(found.value, at, next, this.#mode === 'profile' && found.plural);
      at = next;
    }
    this.#closeTitle();
    this.#closeChunk(false, false);
    return { chunks: this.#chunks, served: this.#served };
  }

  #readUnknown(word: string, next: number): void {
    const isAnd = AND_WORDS.has(word);
    if (word === BREAK || isAnd) {
      if (this.#inAudience || staysObject(this.#object, this.#chunk, this.#tokens, this.#plain, next))
        this.#closeServed();
      else {
        this.#closeTitle();
        this.#closeChunk(isAnd, isAnd);
      }
    } else if (!isNeutral(word) && !this.#inCompany && !this.#inAudience && !this.#object?.hasTitle) {
      this.#chunk.words.push(word);
      this.#chunk.unread.push(word);
    }
  }

  #readEntry(entry: LexiconEntry, at: number, next: number, plural: boolean): void {
    if (entry.kind === 'role' || entry.kind === 'rank') this.#readTitleWord(entry, at, next, plural);
    else if (entry.kind === 'function') this.#readFunction(entry, this.#plain.slice(at, next));
    else if (entry.kind === 'group') this.#readGroup(next, plural || this.#plain[at]!.endsWith('s'));
    else if (entry.kind === 'assistant') this.#readAssistant(entry.mayBeDeputy, next);
    else if (entry.kind === 'standing') this.#readStanding(entry.standing, entry.side);
    else if (entry.kind === 'preposition')
      this.#object ??= { of: this.#plain[at] === 'of', hasTitle: false, plural: false, functions: [] };
    else if (entry.kind === 'audience') {
      this.#closeObject();
      this.#inAudience = true;
      this.#object = { of: false, hasTitle: true, plural: true, functions: [] };
    } else if (entry.kind === 'company') {
      this.#closeTitle();
      this.#inCompany = true;
    } else if (entry.kind === 'now') {
      this.#closeTitle();
      this.#closeChunk(false, false);
    }
  }

  #readStanding(standing: Standing, side: 'before' | 'after'): void {
    if (this.#object === null || side === 'after') applyStanding(this.#chunk, standing, side);
    if (side === 'after') this.#closeChunk(false, false);
  }

  #readTitleWord(entry: Role | Rank, at: number, next: number, plural: boolean): void {
    const object = this.#object;
    if (object !== null) {
      if (entry.kind === 'rank' && entry.weak && !plural) return;
      object.hasTitle = true;
      object.plural = plural || this.#inAudience;
      this.#serve(entry);
      if (!this.#inAudience) this.#chunk.unread.push(this.#plain[at]!);
    } else if (plural || belongsToOthers(entry, this.#tokens, this.#plain, next, this.#chunk)) {
      this.#serve(entry);
      this.#servedChunk?.functions.push(...(plural ? takeBeside(this.#chunk) : []));
      if (isObjectNoun(this.#plain[next])) this.#chunk.unread.push(this.#plain[next]!);
    } else {
      if (entry.kind === 'role') this.#chunk.roles.push(entry);
      else this.#chunk.ranks.push(entry);
      this.#chunk.words.push(...this.#plain.slice(at, next));
    }
  }

  #readFunction(entry: Extract<LexiconEntry, { kind: 'function' }>, words: readonly string[]): void {
    const object = this.#object;
    const item: FunctionItem = {
      name: entry.name,
      specialty: entry.specialty,
      ofObject: object?.of ?? false,
    };
    // "Head of CFO Search": what is done with the CFOs is the person's own work.
    const ownWork = object?.hasTitle && !this.#inAudience && SERVING_FUNCTIONS.has(entry.name);
    if (object === null || ownWork) this.#chunk.functions.push(item);
    else object.functions.push(item);
    if (!object?.hasTitle) this.#chunk.words.push(...words);
  }

  #readGroup(next: number, plural: boolean): void {
    if (this.#mode === 'target') this.#chunk.wantsLeader = true;
    else if (plural || this.#object !== null || isObjectNoun(this.#plain[next]) || this.#isServing(next)) {
      this.#servedChunk ??= newChunk('active', false);
      this.#servedChunk.wantsLeader = true;
      this.#servedChunk.functions.push(...takeBeside(this.#chunk), ...(this.#object?.functions ?? []));
      this.#object = null;
    } else this.#chunk.ranks.push({ kind: 'rank', level: 'head', fallback: null, weak: false });
  }

  /** "Leadership recruiter": whom somebody recruits. */
  #isServing(at: number): boolean {
    return isServingRole(entryAt(this.#tokens, this.#plain, at)?.value);
  }

  #readAssistant(mayBeDeputy: boolean, next: number): void {
    if (this.#object !== null) return;
    const following = entryAt(this.#tokens, this.#plain, next)?.value;
    if (mayBeDeputy && isDeputised(following)) this.#chunk.standing = 'deputy';
    else this.#chunk.assisting = true;
    this.#chunk.words.push('assistant');
  }

  #serve(entry: Role | Rank): void {
    this.#servedChunk ??= newChunk('active', false);
    if (entry.kind === 'role') this.#servedChunk.roles.push(entry);
    else this.#servedChunk.ranks.push(entry);
  }

  #closeObject(): void {
    const functions = this.#object?.functions ?? [];
    const owner = this.#object?.hasTitle ? this.#servedChunk : this.#chunk;
    owner?.functions.push(...functions);
    this.#object = null;
  }

  #closeServed(): void {
    if (this.#servedChunk !== null) this.#served.push(...readingsOf(this.#servedChunk));
    this.#servedChunk = null;
  }

  #closeTitle(): void {
    this.#closeObject();
    this.#closeServed();
  }

  #closeChunk(and: boolean, keepStanding: boolean): void {
    const chunk = this.#chunk;
    chunk.andAfter = and;
    setFieldsAside(chunk);
    const saysSomething = chunk.functions.length > 0 || chunk.words.length > 0 || chunk.standing !== 'active';
    if (hasHead(chunk) || saysSomething) this.#chunks.push(chunk);
    this.#chunk = newChunk(keepStanding ? chunk.standing : 'active', and);
    this.#inCompany = false;
  }
}
