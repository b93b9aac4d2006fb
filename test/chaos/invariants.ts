import type { Evidence } from './evidence.ts';
import * as leads from './lead-invariants.ts';
import * as money from './money-invariants.ts';

/** What must hold at the end of a round (SPEC §5, §6), each check answering with what breaches it, readably; nothing when all is well. */
export const INVARIANTS: Readonly<Record<string, (evidence: Evidence) => string[]>> = {
  'processes end well': leads.everyProcessEndsWell,
  'every lead is settled': leads.everyLeadIsSettled,
  'nobody is lost': leads.nobodyIsLost,
  'every history is legal': leads.everyHistoryIsLegal,
  'nobody is scraped twice': money.nobodyIsScrapedTwice,
  'every run is collected': money.everyRunIsCollected,
  'runs are billed once': money.runsAreBilledOnce,
  'answers are bought once': money.answersAreBoughtOnce,
  'tokens are recorded': money.tokensAreRecorded,
  'exports are undisturbed': leads.exportsAreUndisturbed,
  'exported leads stand in files': leads.exportedLeadsStandInFiles,
};

/** All breaches, each with the name of its invariant; of those that have many only the first few. */
export function findBreaches(evidence: Evidence, most = 6): string[] {
  return Object.entries(INVARIANTS).flatMap(([name, check]) => {
    const breaches = check(evidence);
    const more = breaches.length - most;
    return [
      ...breaches.slice(0, most).map((breach) => `${name}: ${breach}`),
      ...(more > 0 ? [`${name}: and ${more} more`] : []),
    ];
  });
}
