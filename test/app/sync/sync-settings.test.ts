import { describe, expect, it } from 'vitest';
import { requireSyncSettings, type SyncPlan } from '../../../src/app/sync/sync-settings.ts';
import { loadSettings } from '../../../src/config/settings.ts';
import { UsageError } from '../../../src/domain/errors.ts';

const FATHOM = { FATHOM_API_KEY: 'fathom-key' };
const OPENAI = { OPENAI_API_KEY: 'openai-key' };
const OFFLINE = { ICP_OFFLINE: '1' };

function mistake(environment: Record<string, string>, more: Partial<SyncPlan>): UsageError | null {
  const { settings } = loadSettings({}, environment, {});
  try {
    requireSyncSettings(settings, { fromFiles: false, dryRun: false, forFathom: [], ...more });
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

describe('what sync-icp needs', () => {
  it.each<[string, Record<string, string>, Partial<SyncPlan>]>([
    ['both keys', { ...FATHOM, ...OPENAI }, { forFathom: ['--all'] }],
    ['no model for a dry run', FATHOM, { dryRun: true }],
    ['no Fathom for files', OPENAI, { fromFiles: true }],
    ['nothing for a dry run over files', {}, { fromFiles: true, dryRun: true }],
    ['nothing offline', OFFLINE, {}],
    ['nothing for files offline', OFFLINE, { fromFiles: true }],
  ])('%s', (_, environment, more) => {
    expect(mistake(environment, more)).toBeNull();
  });

  it.each<[string, Record<string, string>, Partial<SyncPlan>, string, string]>([
    [
      'Fathom’s key',
      OPENAI,
      {},
      'FATHOM_API_KEY is not set (needed for reading recorded calls)',
      'or read transcript files instead: --transcript FILE',
    ],
    [
      'Fathom’s key for a dry run',
      {},
      { dryRun: true },
      'FATHOM_API_KEY is not set (needed for reading recorded calls)',
      'or read transcript files instead: --transcript FILE',
    ],
    [
      'the model’s key for files',
      FATHOM,
      { fromFiles: true },
      'OPENAI_API_KEY is not set (needed for the model that reads what was said)',
      'or add --offline, which reads by fixed rules and needs no key',
    ],
    [
      'the model’s key',
      FATHOM,
      {},
      'OPENAI_API_KEY is not set (needed for the model that reads what was said)',
      'or read transcript files instead with --transcript FILE and --offline, which reads by fixed rules and needs no key',
    ],
    [
      'both keys',
      {},
      {},
      'FATHOM_API_KEY is not set (needed for reading recorded calls); OPENAI_API_KEY is not set (needed for the model that reads what was said)',
      'or read transcript files instead with --transcript FILE and --offline, which reads by fixed rules and needs no key',
    ],
  ])('%s: what it is needed for, and what does without it', (_, environment, more, message, wayOut) => {
    expect(mistake(environment, more)).toMatchObject({
      code: 'missing_key',
      message,
      hint: `set it in the environment or in .env, ${wayOut}`,
    });
  });

  it('is not asked for Fathom’s meetings offline', () => {
    expect(mistake({ ...OFFLINE, ...FATHOM }, { forFathom: ['--domain', '--since'] })).toMatchObject({
      code: 'offline_without_fathom',
      message: expect.stringContaining('--domain and --since are about'),
      hint: expect.stringContaining('--transcript FILE'),
    });
  });
});
