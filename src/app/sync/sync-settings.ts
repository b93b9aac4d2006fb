import { requireKeys, type Settings } from '../../config/settings.ts';
import { UsageError } from '../../domain/errors.ts';

export interface SyncPlan {
  /** `--transcript`: Fathom is not asked. */
  readonly fromFiles: boolean;
  /** Fathom is asked, but no model. */
  readonly dryRun: boolean;
  /** The given options that choose among Fathom's meetings. */
  readonly forFathom: readonly string[];
}

/** Throws UsageError for the keys that are missing, with the way to do without them, and for options that `--offline` could only ignore. */
export function requireSyncSettings(settings: Settings, { fromFiles, dryRun, forFathom }: SyncPlan): void {
  if (settings.offline) {
    if (forFathom.length > 0) throw offlineAsksNobody(forFathom);
    return;
  }
  const asksModel = !dryRun;
  const needsNone = '--offline, which reads by fixed rules and needs no key';
  requireKeys(
    settings,
    [...(fromFiles ? [] : (['fathom'] as const)), ...(asksModel ? (['extractor'] as const) : [])],
    fromFiles
      ? `add ${needsNone}`
      : settings.openaiApiKey !== undefined || dryRun
        ? 'read transcript files instead: --transcript FILE'
        : `read transcript files instead with --transcript FILE and ${needsNone}`,
  );
}

function offlineAsksNobody(flags: readonly string[]): UsageError {
  return new UsageError(
    'offline_without_fathom',
    `--offline (or ICP_OFFLINE) does not ask Fathom, which ${flags.join(' and ')} ${flags.length === 1 ? 'is' : 'are'} about`,
    'leave out one or the other, or read transcript files with --transcript FILE',
  );
}
