import type { VerdictPost } from './review-api.ts';

/** What went wrong; `isFinal`: trying again is of no use. */
export interface PostFailure {
  readonly message: string;
  readonly hint: string;
  readonly isFinal: boolean;
}

export interface OutboxEvents {
  /** Something was saved, or a post came in: `waiting` has changed. */
  readonly changed: () => void;
  /** Cannot be saved now; it is tried again by itself, and nothing overtakes it. */
  readonly held: (post: VerdictPost, failure: PostFailure) => void;
  /** What was held is saved. */
  readonly released: (post: VerdictPost) => void;
  /** Will never be saved; those behind it go on. */
  readonly refused: (post: VerdictPost, failure: PostFailure) => void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 8000;

/** Verdicts on their way to the server: one at a time, in the order in which they were given, however fast somebody types. */
export class Outbox {
  readonly #posts: VerdictPost[] = [];
  readonly #send: (post: VerdictPost) => Promise<unknown>;
  readonly #events: OutboxEvents;
  readonly #pause: (ms: number) => Promise<void>;
  #isSending = false;
  #isHeld = false;
  #wake: () => void = () => {};

  /** `send` rejects with a `PostFailure`. */
  constructor(
    send: (post: VerdictPost) => Promise<unknown>,
    events: OutboxEvents,
    pause: (ms: number) => Promise<void>,
  ) {
    this.#send = send;
    this.#events = events;
    this.#pause = pause;
  }

  /** Posts that are not saved yet. */
  get waiting(): number {
    return this.#posts.length;
  }

  add(post: VerdictPost): void {
    this.#posts.push(post);
    this.#events.changed();
    if (!this.#isSending) void this.#sendAll();
  }

  /** Whether the server cannot save anything now. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** The page is being left: sends along with the post under way all behind it, of each lead the last word. Answers are not waited for. */
  flush(): void {
    const lastOf = new Map(this.#posts.slice(1).map((post) => [post.lead, post]));
    for (const post of lastOf.values()) this.#send(post).catch(() => {});
  }

  /** Tries again now what is held. */
  retry(): void {
    this.#wake();
  }

  async #sendAll(): Promise<void> {
    this.#isSending = true;
    let pauseMs = FIRST_PAUSE_MS;
    for (let post = this.#posts[0]; post !== undefined; post = this.#posts[0]) {
      const failure = await this.#send(post).then(
        () => null,
        (error: PostFailure) => error,
      );
      if (failure === null || failure.isFinal) {
        this.#posts.shift();
        if (failure !== null) this.#events.refused(post, failure);
        else if (this.#isHeld) this.#events.released(post);
        this.#isHeld = false;
        pauseMs = FIRST_PAUSE_MS;
        this.#events.changed();
      } else {
        if (!this.#isHeld) this.#events.held(post, failure);
        this.#isHeld = true;
        await Promise.race([this.#pause(pauseMs), new Promise<void>((wake) => (this.#wake = wake))]);
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
      }
    }
    this.#isSending = false;
  }
}
