/** One side of a comparison, in the figure's unit. */
export interface Comparison {
  readonly ours: number;
  readonly baseline: number;
  /** What else was seen, each name with its unit: told, not judged. */
  readonly alongside?: Readonly<Record<string, number>>;
}

export interface Measurement extends Comparison {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly baselineIs: string;
  /** Ours over baseline, or ours itself where the target is no ratio. */
  readonly value: number;
  /** At most this (SPEC §8). */
  readonly target: number;
  readonly pass: boolean;
}

export interface BenchTerms {
  /** Fewer repetitions and smaller inputs: for CI, which records but does not judge. */
  readonly quick: boolean;
  /** A folder for inputs, gone afterwards. */
  readonly folder: string;
  /** A PostgreSQL server on which databases may be created; null without TEST_DATABASE_URL. */
  readonly server: string | null;
}

/** One figure of SPEC §8. */
export interface Figure {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly baselineIs: string;
  readonly target: number;
  /** False: the target is an amount of its own, and the baseline is there to compare machines by. */
  readonly isRatio: boolean;
  readonly needsServer?: boolean;
  /** Takes many minutes, so it is left out unless it is asked for. */
  readonly onlyByName?: boolean;
  compare(terms: BenchTerms): Promise<Comparison>;
}
