import { type Finding, fine } from './finding.ts';

const MOST_AHEAD_MS = 60_000;

/** What the clocks of others say of ours. */
export class ClockReadings {
  readonly #readings: { readonly of: string; readonly aheadMs: number }[] = [];

  /** `aheadMs`: by how much our clock is ahead of theirs; negative when it is behind. */
  add(of: string, aheadMs: number): void {
    this.#readings.push({ of, aheadMs });
  }

  /** Ours is wrong when it agrees with none of the others: one of them may be wrong itself. */
  judge(): Finding {
    const what = 'clock';
    const [nearest] = this.#readings.toSorted(
      (one, other) => Math.abs(one.aheadMs) - Math.abs(other.aheadMs),
    );
    if (nearest === undefined) {
      return { what, state: 'unneeded', found: 'there is no other clock to compare it with', fix: null };
    }
    const seconds = Math.round(Math.abs(nearest.aheadMs) / 1000);
    if (seconds <= 1) return fine(what, `agrees with that of ${nearest.of}`);
    const found = `${seconds} s ${nearest.aheadMs > 0 ? 'ahead of' : 'behind'} that of ${nearest.of}`;
    if (Math.abs(nearest.aheadMs) <= MOST_AHEAD_MS) return fine(what, found);
    return { what, state: 'wrong', found, fix: 'set the clock of this machine; have it kept by NTP' };
  }
}
