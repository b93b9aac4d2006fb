import { readCompanySize } from '../domain/targeting/company-size.ts';
import type { QuotedCriterion, StatedCriterion } from '../domain/targeting/mention.ts';
import { sameCriterionKey } from '../domain/targeting/same-criterion.ts';
import { cleanLine } from '../support/text.ts';
import type { CallPart } from './call-parts.ts';
import { quoteFinder } from './find-quote.ts';

/** What of the criteria that were stated about a part of a call can be used. */
export interface CheckedCriteria {
  readonly criteria: readonly QuotedCriterion[];
  /** Dropped because the quote is not in the part. */
  readonly withoutQuote: number;
  /** Dropped because nothing can be made of the value. */
  readonly withoutValue: number;
  /** Dropped because there were enough others in this part. */
  readonly tooMany: number;
}

const LONGEST_VALUE = 120;
const LONGEST_NOTE = 300;
/** Nobody says more in one part; a model that runs wild does. */
export const MOST_OF_A_PART = 60;

/** Takes nobody's word for it: each quote is looked for in the part, and replaced by the passage that was found. */
export function checkCriteria(part: CallPart, stated: readonly StatedCriterion[]): CheckedCriteria {
  const find = quoteFinder(part);
  const kept = new Map<string, QuotedCriterion>();
  let withoutQuote = 0;
  let withoutValue = 0;
  let tooMany = 0;
  for (const { kind, stance, value, quote } of stated) {
    const clean = cleanLine(value);
    const isUsable =
      clean !== null &&
      /[\p{L}\p{N}]/u.test(clean) &&
      clean.length <= (kind === 'note' ? LONGEST_NOTE : LONGEST_VALUE) &&
      (kind !== 'company_size' || readCompanySize(clean) !== null);
    if (!isUsable) {
      withoutValue += 1;
      continue;
    }
    const found = find(quote);
    if (found === null) {
      withoutQuote += 1;
      continue;
    }
    const { text, speaker, atSeconds } = found;
    const key = JSON.stringify([sameCriterionKey(kind, clean), stance, text]);
    if (kept.has(key)) continue;
    if (kept.size < MOST_OF_A_PART)
      kept.set(key, { kind, stance, value: clean, quote: text, speaker, atSeconds });
    else tooMany += 1;
  }
  return { criteria: [...kept.values()], withoutQuote, withoutValue, tooMany };
}
