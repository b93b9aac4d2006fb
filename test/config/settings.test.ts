import { describe, expect, it } from 'vitest';
import { loadSettings, requireKeys, requireTracingKey, secretsOf } from '../../src/config/settings.ts';
import { UsageError } from '../../src/domain/errors.ts';

const KEY = 'sk-a-secret-that-nobody-may-see';

function mistake(work: () => unknown): UsageError {
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('settings', () => {
  it('have the defaults of the specification', () => {
    const { settings, origins } = loadSettings({}, {}, {});
    expect(settings).toMatchObject({
      home: '.icp',
      offline: false,
      apifyBaseUrl: 'https://api.apify.com',
      openaiBaseUrl: 'https://api.openai.com/v1',
      embeddingModel: 'text-embedding-3-small',
      classifierModel: 'gpt-5-mini',
      jinaBaseUrl: 'https://api.jina.ai/v1',
      rerankModel: 'jina-reranker-v2-base-multilingual',
      scrapeConcurrency: 20,
      scrapeBatch: 5,
      llmConcurrency: 16,
      cacheDays: 30,
      maxAttempts: 3,
      leaseSeconds: 300,
    });
    for (const name of ['databaseUrl', 'apifyToken', 'openaiApiKey', 'jinaApiKey'] as const)
      expect(settings[name]).toBeUndefined();
    expect(new Set(Object.values(origins))).toEqual(new Set(['default']));
  });

  it('take a reasoning effort in any case, and none for unset', () => {
    const effort = (ICP_REASONING_EFFORT: string) =>
      loadSettings({}, { ICP_REASONING_EFFORT }, {}).settings.reasoningEffort;
    expect([effort('Low'), effort('none'), effort('')]).toEqual(['low', 'none', undefined]);
  });

  it('come from flags, then the environment, then .env', () => {
    const read = (flag?: string, environment?: string, dotenv?: string) => {
      const { settings, origins } = loadSettings(
        flag === undefined ? {} : { home: flag },
        { ICP_HOME: environment },
        { ICP_HOME: dotenv },
      );
      return [settings.home, origins.home];
    };
    expect(read('a', 'b', 'c')).toEqual(['a', 'flag']);
    expect(read(undefined, 'b', 'c')).toEqual(['b', 'environment']);
    expect(read(undefined, undefined, 'c')).toEqual(['c', '.env']);
    expect(read(undefined, '', 'c')).toEqual(['c', '.env']);
    expect(read(undefined, '  ', undefined)).toEqual(['.icp', 'default']);
  });

  it('know the other name of the Apify token, and prefer the environment over .env under either', () => {
    const token = (environment: object, dotenv: object = {}) =>
      loadSettings({}, environment as Record<string, string>, dotenv as Record<string, string>).settings
        .apifyToken;
    expect(token({ APIFY_API_TOKEN: 'other' })).toBe('other');
    expect(token({ APIFY_TOKEN: 'one', APIFY_API_TOKEN: 'other' })).toBe('one');
    expect(token({ APIFY_API_TOKEN: 'environment' }, { APIFY_TOKEN: 'dotenv' })).toBe('environment');
  });

  it.each([
    ['ICP_OFFLINE', 'TRUE', 'offline', true],
    ['ICP_OFFLINE', '0', 'offline', false],
    ['ICP_OFFLINE', 'off', 'offline', false],
    ['OPENAI_BASE_URL', 'http://localhost:11434/v1//', 'openaiBaseUrl', 'http://localhost:11434/v1'],
    ['ICP_CACHE_DAYS', '0', 'cacheDays', 0],
    ['ICP_SCRAPE_CONCURRENCY', '256', 'scrapeConcurrency', 256],
    ['DATABASE_URL', 'postgresql://u:p@h:5432/d', 'databaseUrl', 'postgresql://u:p@h:5432/d'],
    ['OPENAI_API_KEY', ` ${KEY}\n`, 'openaiApiKey', KEY],
  ] as const)('read %s=%j', (variable, value, name, expected) => {
    expect(loadSettings({}, { [variable]: value }, {}).settings[name]).toBe(expected);
  });

  it.each([
    ['ICP_OFFLINE', 'perhaps'],
    ['ICP_SCRAPE_CONCURRENCY', '0'],
    ['ICP_SCRAPE_CONCURRENCY', '257'],
    ['ICP_SCRAPE_BATCH', '2.5'],
    ['ICP_LLM_CONCURRENCY', '-1'],
    ['ICP_REASONING_EFFORT', 'much'],
    ['ICP_MAX_ATTEMPTS', '1e2'],
    ['ICP_LEASE_SECONDS', '4'],
    ['ICP_CACHE_DAYS', '99999999999999999999'],
    ['OPENAI_BASE_URL', 'localhost:8080'],
    ['APIFY_BASE_URL', 'ftp://example.org'],
    ['JINA_BASE_URL', 'javascript:alert(1)'],
    ['DATABASE_URL', 'mysql://root:hunter22@h/d'],
    ['APIFY_TOKEN', 'two words-secretsecret'],
    ['JINA_API_KEY', 'naïve-secretsecret'],
    ['LANGSMITH_ENDPOINT', 'https://user:hunter22@smith.example'],
    ['LANGSMITH_WORKSPACE_ID', 'two\nlines'],
  ])('refuse %s=%s by the name of the variable, never showing the value', (variable, value) => {
    const error = mistake(() => loadSettings({}, { [variable]: value }, {}));
    expect(error).toMatchObject({ code: 'bad_setting' });
    expect(error.message).toContain(variable);
    if (value.length > 5) expect(`${error.message} ${error.hint}`).not.toContain(value);
    expect(error.message).not.toContain('hunter22');
  });

  it('report all mistakes at once, under the name that was used', () => {
    const { message } = mistake(() =>
      loadSettings({}, { APIFY_API_TOKEN: 'a b', ICP_SCRAPE_BATCH: 'x' }, { ICP_OFFLINE: '7' }),
    );
    for (const name of ['APIFY_API_TOKEN', 'ICP_SCRAPE_BATCH', 'ICP_OFFLINE'])
      expect(message).toContain(name);
  });
});

describe('requireKeys', () => {
  it('names every missing key and the offline way', () => {
    const { settings } = loadSettings({}, { OPENAI_API_KEY: KEY }, {});
    const error = mistake(() => requireKeys(settings, ['apify', 'openai', 'jina']));
    expect(error).toMatchObject({ code: 'missing_key' });
    expect(error.message).toContain('APIFY_TOKEN');
    expect(error.message).toContain('JINA_API_KEY');
    expect(error.message).not.toContain('OPENAI_API_KEY');
    expect(error.hint).toContain('--offline');
    requireKeys(settings, ['openai']);
  });
});

describe('tracing', () => {
  it.each([
    ['true', true],
    ['True', false],
    ['1', false],
    ['', false],
  ])('LANGSMITH_TRACING=%j: %s', (value, expected) => {
    expect(loadSettings({}, { LANGSMITH_TRACING: value }, {}).settings.langsmithTracing).toBe(expected);
  });

  it('is asked for by LANGSMITH_* only, and may go to Europe', () => {
    const { settings } = loadSettings(
      {},
      { LANGCHAIN_TRACING_V2: 'true', LANGCHAIN_API_KEY: KEY, LANGSMITH_TRACING_V2: 'true' },
      { LANGSMITH_ENDPOINT: 'https://eu.api.smith.langchain.com/' },
    );
    expect(settings).toMatchObject({
      langsmithTracing: false,
      langsmithApiKey: undefined,
      langsmithEndpoint: 'https://eu.api.smith.langchain.com',
      langsmithProject: 'default',
      langsmithWorkspaceId: undefined,
    });
  });

  it('needs a key where anything is sent', () => {
    const required = (environment: Record<string, string>) => () =>
      requireTracingKey(loadSettings({}, environment, {}).settings);
    const error = mistake(required({ LANGSMITH_TRACING: 'true' }));
    expect(error).toMatchObject({ code: 'missing_key' });
    expect(error.message).toContain('LANGSMITH_API_KEY');
    expect(error.hint).toContain('LANGSMITH_TRACING');
    for (const fine of [{}, { LANGSMITH_TRACING: 'true', LANGSMITH_API_KEY: KEY }])
      expect(required(fine as Record<string, string>)).not.toThrow();
    expect(required({ LANGSMITH_TRACING: 'true', ICP_OFFLINE: '1' })).not.toThrow();
  });
});

describe('secretsOf', () => {
  it('holds every key, and the password of the database', () => {
    const { settings } = loadSettings(
      {},
      {
        OPENAI_API_KEY: KEY,
        APIFY_TOKEN: 'apify-token',
        JINA_API_KEY: 'jina-key',
        FATHOM_API_KEY: 'fathom-key',
        LANGSMITH_API_KEY: 'langsmith-key',
        DATABASE_URL: 'postgres://user:pass%2Fword9@host/db',
      },
      {},
    );
    expect(secretsOf(settings)).toEqual(
      expect.arrayContaining([KEY, 'apify-token', 'jina-key', 'fathom-key', 'langsmith-key']),
    );
    expect(secretsOf(settings).join(' ')).toMatch(/pass(%2F|\/)word9/);
  });
});
