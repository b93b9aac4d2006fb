import type { Word } from './review-api.ts';

/** What went wrong; `isFinal`: trying again is of no use. */
export interface PostFailure {
  readonly message: string;
  readonly hint: string;
  readonly isFinal: boolean;
}

export interface OutboxEvents {
  /** Something was saved, or a word came in: `waiting` has changed. */
  readonly changed: () => void;
  /** There is no answer yet, which is told before anything else goes wrong. */
  readonly late: (word: Word) => void;
  /** Cannot be saved now; it is tried again by itself, and nothing overtakes it. */
  readonly held: (word: Word, failure: PostFailure) => void;
  /** What was late or held is saved. */
  readonly released: (word: Word) => void;
  /** Will never be saved; those behind it go on. */
  readonly refused: (word: Word, failure: PostFailure) => void;
}

export const LATE_MS = 4000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 8000;

/** Words on their way to the server: one at a time, in the order in which they were given, however fast somebody types. */
export class Outbox {
  readonly #words: Word[] = [];
  readonly #send: (words: readonly Word[]) => Promise<unknown>;
  readonly #events: OutboxEvents;
  readonly #pause: (ms: number) => Promise<void>;
  #number = 0;
  #isSending = false;
  /** What was told of the first word. */
  #told: 'late' | 'held' | null = null;
  #again: () => void = () => {};

  /** `send` rejects with a `PostFailure`. */
  constructor(
    send: (words: readonly Word[]) => Promise<unknown>,
    events: OutboxEvents,
    pause: (ms: number) => Promise<void>,
  ) {
    this.#send = send;
    this.#events = events;
    this.#pause = pause;
  }

  /** Words that are not saved yet. */
  get waiting(): number {
    return this.#words.length;
  }

  add(word: Omit<Word, 'number'>): void {
    this.#number += 1;
    this.#words.push({ number: this.#number, ...word });
    this.#events.changed();
    if (!this.#isSending) void this.#sendAll();
  }

  /**
   * The page is being left: everything that waits goes as one list, so that its order stays, and with what may be under way, which the server knows by its
   * number. The answer is not waited for.
   */
  flush(): void {
    if (this.#words.length > 0) this.#send([...this.#words]).catch(() => {});
  }

  /** Tries again now what is held, or what is late and may have got lost; either answer counts. */
  retry(): void {
    if (this.#told === 'late') this.#told = null;
    this.#again();
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    let pauseMs = FIRST_PAUSE_MS;
    for (let word = this.#words[0]; word !== undefined; word = this.#words[0]) {
      const failure = await this.#answerTo(word);
      if (failure === null || failure.isFinal) {
        this.#words.shift();
        if (failure !== null) this.#events.refused(word, failure);
        else if (this.#told !== null) this.#events.released(word);
        this.#told = null;
        pauseMs = FIRST_PAUSE_MS;
        this.#events.changed();
      } else {
        if (this.#told !== 'held') this.#events.held(word, failure);
        this.#told = 'held';
        await Promise.race([this.#pause(pauseMs), new Promise<void>((wake) => (this.#again = wake))]);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      }
    }
    this.#isSending = false;
  }

  /** The first answer to a word that is sent as often as somebody asks for it; null when it is saved. */
  async #answerTo(word: Word): Promise<PostFailure | null> {
    let isAnswered = false;
    const answer = await new Promise<PostFailure | null>((settle) => {
      this.#again = () => {
        this.#send([word]).then(() => settle(null), settle);
        void this.#pause(LATE_MS).then(() => {
          if (isAnswered || this.#told !== null) return;
          this.#told = 'late';
          this.#events.late(word);
        });
      };
      this.#again();
    });
    isAnswered = true;
    return answer;
  }
}
