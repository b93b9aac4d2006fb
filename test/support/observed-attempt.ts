import type { ObservedAttempt } from '../../src/ports/call-observer.ts';

/** What a profile may say that nobody outside may learn. */
export const PRIVATE_WORDS = 'Mirela Okonjari, CFO at Ledgerly, "since 2019" – 東京 🙂';

/** A classification that worked, on behalf of lead 7 of batch 3 of client 2; change what matters. */
export function observedAttempt(changes: Partial<ObservedAttempt> = {}): ObservedAttempt {
  return {
    provider: 'openai',
    stage: 'enrich',
    model: 'gpt-5-mini',
    kind: 'classification',
    outcome: 'ok',
    contexts: [{ clientId: 2, batchId: 3, leadId: 7 }],
    promptTokens: 120,
    completionTokens: 30,
    requests: 1,
    costUsd: 0.000_09,
    latencyMs: 480,
    actorRunId: null,
    startedAt: new Date('2026-03-01T09:00:00.123Z'),
    errorMessage: null,
    content: {
      input: PRIVATE_WORDS,
      output: { industry: 'Fintech', reasoning: `because of ${PRIVATE_WORDS}` },
    },
    ...changes,
  };
}
