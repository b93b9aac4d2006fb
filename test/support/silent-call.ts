import type { Call } from '../../src/ports/call-source.ts';

/** A recorded call of which nothing is known but its id, and what is given. */
export function silentCall(id: string, more: Partial<Call> = {}): Call {
  return {
    source: 'fathom',
    id,
    title: null,
    url: null,
    heldAt: null,
    calendarTitle: null,
    domains: [],
    internal: false,
    turns: null,
    ...more,
  };
}
