import { isRecord, readLine } from './tolerant-fields.ts';

/** What an in-band error item means: there is no such profile, the account may not use the scraper, or something failed. */
export type ItemErrorKind = 'gone' | 'refusal' | 'error';

export interface ItemError {
  readonly kind: ItemErrorKind;
  readonly message: string;
}

const GONE =
  /\b404\b|\bnot[ _-]found\b|\bno such (?:profile|member|user|person|page)|\b(?:does not|doesn['’]?t) exist|\bno longer (?:exists?|available)|\b(?:profile|account|member|page|user) (?:is |was |has been )?(?:private|unavailable|deleted|removed|deactivated|not (?:public|available))|\bprivate profile\b|\bprofile unavailable\b|\b(?:could not|couldn['’]?t|cannot) find (?:the |this )?(?:profile|person|member|user)/i;
/** "Not found" said of the scraper's own machinery is no word on the person. */
const MACHINERY =
  /proxy|time[d -]*out|rate.?limit|captcha|session|cookie|\bhost\b|\bdns\b|\bactor\b|\btoken\b|\bapi key\b|endpoint/i;
const REFUSAL =
  /\b(?:free|paid|starter|current|apify|your) (?:apify )?plan\b|\bsubscri(?:be|ption)|\bthrough the UI\b|\brent(?:al|ed|ing)?\b|\b(?:free )?trial\b|\b(?:out of|insufficient|not enough|no) (?:credits?|balance|funds)\b|\bupgrade your\b/i;

function messageOf(item: Readonly<Record<string, unknown>>): string | null {
  for (const name of ['error', 'errorMessage', 'error_message', 'errorType', 'errorDescription']) {
    const value = item[name];
    const text = isRecord(value) ? (readLine(value['message']) ?? readLine(value)) : readLine(value);
    if (text !== null) return text;
    if (value === true || isRecord(value))
      return readLine(item['message']) ?? 'the scraper reported an error';
  }
  const failed =
    item['succeeded'] === false ||
    item['success'] === false ||
    /^(?:error|failed|not_found)$/i.test(String(readLine(item['status'])));
  if (failed || isErrorStatus(item)) return readLine(item['message']) ?? 'the scraper reported a failure';
  return null;
}

function isErrorStatus(item: Readonly<Record<string, unknown>>): boolean {
  return [item['status'], item['statusCode']].some((status) => typeof status === 'number' && status >= 400);
}

/** Reads the error that an item reports in place of a profile, or null when it reports none. `hasUrl`: it names a profile. */
export function readItemError(item: Readonly<Record<string, unknown>>, hasUrl: boolean): ItemError | null {
  const message = messageOf(item)?.slice(0, 300) ?? null;
  if (message === null) return null;
  const says404 =
    item['status'] === 404 || item['statusCode'] === 404 || readLine(item['status']) === 'not_found';
  if (!hasUrl && REFUSAL.test(message)) return { kind: 'refusal', message };
  if (says404 || (GONE.test(message) && !MACHINERY.test(message))) return { kind: 'gone', message };
  return { kind: 'error', message };
}
