import { readSizes, type WantedSize } from '../scoring/size-match.ts';

/** Money that comes in or was raised, which says how big a company is, but not how many work there. */
const MONEY =
  /[$€£¥₹]|\b(?:usd|eur|gbp|chf|dollars?|euros?|pounds?|arr|mrr|aum|gmv|revenues?|turnover|sales|umsatz|funding|valuation|ebitda|omzet|chiffre|fatturato)\b|\d\s*(?:m|mm|mn|mio|mrd|bn|b)\b|\b(?:millions?|millionen|milliarden|millones|milioni|billions?)\b/i;
const DENIED = /^\W*(?:not|no|non|never|nicht|kein\w*|ohne|without|except|other than|anything but)\b/i;

/** Between two numbers that are one range; whatever else stands there makes them two. */
const NUMBER = String.raw`\d[\d.,'’]*k?\+?`;
const RANGE = new RegExp(
  String.raw`${NUMBER}\s*(?:people|employees|staff|heads|fte|mitarbeiter)?\s*(?:-|–|—|to|bis|till|until|up to|à|a|hasta|tot|through)\s*${NUMBER}|\b(?:between|zwischen|entre|tra|fra|tussen)\s+${NUMBER}\s+(?:and|und|et|y|e|en)\s+${NUMBER}`,
  'gi',
);

/** A size of companies as it can stand in `company_sizes`: one head count, one kind or a few; null for anything else, money above all. */
export function readCompanySize(value: string): WantedSize | null {
  if (MONEY.test(value) || DENIED.test(value)) return null;
  const named = value.replace(/series\s+\w|fortune\s+\d+/gi, '').replace(/(\d)\s(?=\d{3}(?!\d))/g, '$1');
  // A range counts as one number.
  const numbers = named.replace(RANGE, '0').match(new RegExp(NUMBER, 'gi')) ?? [];
  if (numbers.length > 1) return null;
  return readSizes([value])[0] ?? null;
}
