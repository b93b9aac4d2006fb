import { Extractions } from '../../pipeline/buy-extractions.ts';
import type { PaidCalls } from '../../pipeline/paid-call.ts';
import type { CallSource } from '../../ports/call-source.ts';
import type { IcpExtractor } from '../../ports/icp-extractor.ts';
import type { ProviderOptions } from '../../providers/registry.ts';
import { createExtractionStore } from '../../store/call-extractions.ts';
import type { Client } from '../../store/clients.ts';
import type { App } from '../app.ts';
import { openPaidCalls } from '../paid-calls.ts';

/** As it stands in the ledger. */
export const SYNC_STAGE = 'sync-icp';

/** What reading calls works with, for one client. */
export interface SyncServices {
  readonly app: App;
  readonly client: Client;
  /** Evidence of the two kinds is never mixed. */
  readonly origin: 'network' | 'local';
  readonly calls: PaidCalls;
  readonly source: () => CallSource;
  readonly extractor: IcpExtractor;
  readonly extractions: Extractions;
  /** Runs the work while what it has reserved is held for it, and tells others when it has ended. */
  holding<T>(work: () => Promise<T>): Promise<T>;
}

export async function openSyncServices(
  app: App,
  client: Client,
  maxCostUsd: number | undefined,
): Promise<SyncServices> {
  const { settings, prices, clock, worker, deadWorkers } = app;
  const { leaseSeconds } = settings;
  const registry = await import('../../providers/registry.ts');
  const calls = openPaidCalls(app, { clientId: client.id, batchId: null }, maxCostUsd);
  const options: ProviderOptions = {
    settings,
    prices,
    profilesFile: undefined,
    clock,
    notice: app.notice,
    onAllowance: (provider, model, allowance) => calls.paceOf(provider, model).allow(allowance),
  };
  const extractor = registry.createIcpExtractor(options);
  const store = createExtractionStore(app.database, { worker, leaseSeconds, deadWorkers });
  return {
    app,
    client,
    origin: settings.offline ? 'local' : 'network',
    calls,
    source: () => registry.createCallSource(options),
    extractor,
    extractions: new Extractions(extractor, store, calls, prices.ofModel(extractor.model)),
    holding: async (work) => {
      const renewal = setInterval(
        () => {
          // A renewal that fails is tried again at the next turn; at worst a part is bought by another process too.
          Promise.all([store.renew(), calls.budget.tellOthers(false)]).catch(() => {});
        },
        (leaseSeconds * 1000) / 3,
      );
      try {
        return await work();
      } finally {
        clearInterval(renewal);
        await calls.budget.tellOthers(true).catch(() => {});
      }
    },
  };
}
