import type { BatchWaits } from '../../store/batch-waits.ts';
import { counted, moment } from '../format.ts';
import { shown } from '../io.ts';

/** Who waits for which batch, and what collects it; nothing when nobody does. */
export function waitingLines({ leads, servers, since }: BatchWaits, command: string): string[] {
  if (leads === 0) return [];
  const wait = leads === 1 ? 'waits' : 'wait';
  const submitted = since === null ? '' : ` (submitted ${moment(since)})`;
  return [
    `${counted(leads, 'lead')} ${wait} for a batch at ${servers.map(shown).join(', ')}${submitted}; run ${command} again later.`,
  ];
}
