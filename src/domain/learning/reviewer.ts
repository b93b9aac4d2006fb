import { cleanLine } from '../../support/text.ts';

/** Characters that the name of a judge may have. */
export const LONGEST_JUDGE = 80;

/** The name under which somebody's verdicts are kept, or null for what is none: nothing to see, or too long. */
export function reviewerName(text: string): string | null {
  const name = cleanLine(text)?.normalize('NFC') ?? null;
  return name === null || [...name].length > LONGEST_JUDGE ? null : name;
}
