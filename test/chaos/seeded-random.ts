import { seededRandom } from '../simulators/simulator-server.ts';

/** Chance that can be repeated: the same seed draws the same. */
export class SeededRandom {
  readonly seed: number;
  /** A number in [0, 1). */
  readonly next: () => number;

  constructor(seed: number) {
    this.seed = seed >>> 0;
    this.next = seededRandom(this.seed);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(least: number, most: number): number {
    return least + (most - least) * this.next();
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<T>(choices: readonly T[]): T {
    return choices[Math.floor(this.next() * choices.length)]!;
  }

  /** One of the choices, each as likely as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
    let left = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices.at(-1)![1];
  }

  shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let last = result.length - 1; last > 0; last--) {
      const other = this.whole(0, last);
      [result[last], result[other]] = [result[other]!, result[last]!];
    }
    return result;
  }

  /** Another source, so that who draws how often from it changes nothing for the others. */
  fork(): SeededRandom {
    return new SeededRandom(this.whole(0, 0xffff_ffff));
  }
}
