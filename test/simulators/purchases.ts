/** One answer that a simulator charged for. */
export interface Purchase {
  readonly kind: 'embedding' | 'classification' | 'rerank score' | 'extraction';
  /** Which process asked, where its base URL says so. */
  readonly caller: string | null;
  /** What was embedded, classified or scored. */
  readonly texts: readonly string[];
  readonly tokens: number;
  readonly beganMs: number;
  /** Whether a fault made the answer useless, so that what it was about has to be bought again. */
  readonly spoilt: boolean;
  /** When the answer had left, or was found to have nobody to go to; null while it is under way. */
  answeredMs: number | null;
  /** Whether the client was still there when the answer left. */
  arrived: boolean;
}

/** What was charged for, by whom, and whether the answer reached them: what may be bought again follows from it. */
export class PurchaseBook {
  readonly all: Purchase[] = [];

  /** Enters a purchase; the result is to be told whether its answer left. */
  enter(purchase: Omit<Purchase, 'answeredMs' | 'arrived'>): (left: boolean) => void {
    const entry: Purchase = { ...purchase, answeredMs: null, arrived: false };
    this.all.push(entry);
    return (left) => {
      entry.answeredMs = Date.now();
      entry.arrived = left;
    };
  }
}
