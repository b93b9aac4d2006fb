import type { QueuedLead, Verdict } from './review-api.ts';

export type Status = 'all' | 'undecided' | Verdict;

export interface Filter {
  /** In name, headline or company; several words in any order. */
  readonly text: string;
  readonly status: Status;
  /** Null: any. */
  readonly client: string | null;
}

export const NO_FILTER: Filter = { text: '', status: 'all', client: null };

export interface Tally {
  readonly total: number;
  readonly fit: number;
  readonly notFit: number;
  readonly undecided: number;
}

/** Where one reviewer stands: the leads in their order, the verdicts on them, and whom a filter lets through. Knows nothing of page or server. */
export class Session {
  filter: Filter = NO_FILTER;
  readonly leads: readonly QueuedLead[];
  readonly #places = new Map<number, number>();
  readonly #verdicts = new Map<number, Verdict>();
  /** Whom the reviewer has decided, the latest last. */
  #history: number[];
  readonly #words: readonly string[];

  constructor(leads: readonly QueuedLead[]) {
    this.leads = leads;
    leads.forEach(({ id, verdict }, place) => {
      this.#places.set(id, place);
      if (verdict !== null) this.#verdicts.set(id, verdict);
    });
    this.#history = leads
      .filter(({ turn }) => turn !== null)
      .sort((one, other) => one.turn! - other.turn!)
      .map(({ id }) => id);
    this.#words = leads.map(({ name, headline, company }) =>
      searchable([name, headline, company].filter((text) => text !== null).join('\n')),
    );
  }

  lead(id: number): QueuedLead | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.leads[place];
  }

  verdictOn(id: number): Verdict | null {
    return this.#verdicts.get(id) ?? null;
  }

  get tally(): Tally {
    const total = this.leads.length;
    const decided = this.#verdicts.size;
    let fit = 0;
    for (const verdict of this.#verdicts.values()) if (verdict === 'fit') fit += 1;
    return { total, fit, notFit: decided - fit, undecided: total - decided };
  }

  /** Whom `undo` is about; null when nothing is decided. */
  get latest(): number | null {
    return this.#history.at(-1) ?? null;
  }

  decide(id: number, verdict: Verdict): void {
    this.withdraw(id);
    this.#verdicts.set(id, verdict);
    this.#history.push(id);
  }

  withdraw(id: number): void {
    if (this.#verdicts.delete(id)) this.#history = this.#history.filter((one) => one !== id);
  }

  /** Whom the filter lets through, in order. */
  matches(filter: Filter = this.filter): readonly QueuedLead[] {
    const words = searchable(filter.text).split(/\s+/);
    return this.leads.filter((lead, place) => {
      const verdict = this.#verdicts.get(lead.id);
      const stands = filter.status === 'all' || filter.status === (verdict ?? 'undecided');
      const ofClient = filter.client === null || lead.client === filter.client;
      return stands && ofClient && words.every((word) => this.#words[place]!.includes(word));
    });
  }

  /** The neighbour of a lead among those whom the filter lets through; null at either end. Without a lead, the first or the last. */
  neighbour(id: number | null, step: 1 | -1): number | null {
    const matches = this.matches();
    const here = id === null ? (step === 1 ? -1 : this.leads.length) : this.#places.get(id)!;
    const beside = (lead: QueuedLead) => (this.#places.get(lead.id)! - here) * step > 0;
    return (step === 1 ? matches.find(beside) : matches.findLast(beside))?.id ?? null;
  }

  /** Who comes after a verdict on `id`: the next undecided one in order, else the first; with a filter for decided ones, the next of these. */
  following(id: number | null): number | null {
    const { status } = this.filter;
    if (status === 'fit' || status === 'not_fit') return this.neighbour(id, 1);
    const undecided = this.matches({ ...this.filter, status: 'undecided' });
    const here = id === null ? -1 : this.#places.get(id)!;
    return (undecided.find((lead) => this.#places.get(lead.id)! > here) ?? undecided[0])?.id ?? null;
  }
}

/** Without marks and case: "jose" finds José. */
function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
