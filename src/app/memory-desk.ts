import type { ClaimedLead, LeadDesk, Settlement } from '../ports/lead-desk.ts';

/** A desk of leads that stand in no database or are not to be moved there: each is handed out once, and `onSettled` told what came of it. */
export function createMemoryDesk<Lead extends ClaimedLead, Result>(
  leads: readonly Lead[],
  onSettled: (settlement: Settlement<Result>) => void,
): LeadDesk<Lead, Result> {
  const waiting = [...leads];
  return {
    claim: async (limit) => waiting.splice(0, limit),
    renew: async () => {},
    release: async () => {},
    settle: async (settlements) => settlements.forEach(onSettled),
  };
}
