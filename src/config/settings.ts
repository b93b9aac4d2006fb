import { z } from 'zod';
import { UsageError } from '../domain/errors.ts';

/** Every setting: its variables (the first that is set counts), how it is read, its default. Adding one is adding an entry. */
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) URL' })
  .transform((value) => value.replace(/\/+$/, ''));
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));
const flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off'], 'must be 1 or 0'))
  .transform((value) => ['1', 'true', 'yes', 'on'].includes(value));
const secret = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]+$/, 'holds a character that no key has (check for a stray blank or line break)');
const text = z.string().trim().min(1);
const REASONING_EFFORTS = ['none', 'minimal', 'low', 'medium', 'high'] as const;
export type ReasoningEffort = (typeof REASONING_EFFORTS)[number];

const SETTINGS = {
  databaseUrl: {
    variables: ['DATABASE_URL'],
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
      .optional(),
  },
  home: { variables: ['ICP_HOME'], schema: text.default('.icp') },
  offline: { variables: ['ICP_OFFLINE'], schema: flag.default(false) },
  apifyToken: { variables: ['APIFY_TOKEN', 'APIFY_API_TOKEN'], schema: secret.optional() },
  apifyBaseUrl: { variables: ['APIFY_BASE_URL'], schema: url.default('https://api.apify.com') },
  apifyActor: { variables: ['APIFY_ACTOR'], schema: text.default('yZnhB5JewWf9xSmoM') },
  openaiApiKey: { variables: ['OPENAI_API_KEY'], schema: secret.optional() },
  openaiBaseUrl: { variables: ['OPENAI_BASE_URL'], schema: url.default('https://api.openai.com/v1') },
  embeddingModel: { variables: ['ICP_EMBEDDING_MODEL'], schema: text.default('text-embedding-3-small') },
  classifierModel: { variables: ['ICP_CLASSIFIER_MODEL'], schema: text.default('gpt-5-mini') },
  extractorModel: { variables: ['ICP_EXTRACTOR_MODEL'], schema: text.default('gpt-5-mini') },
  /** Unset: what suits the model, see providers/openai-chat-request.ts. */
  reasoningEffort: {
    variables: ['ICP_REASONING_EFFORT'],
    schema: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.enum(REASONING_EFFORTS, `must be one of ${REASONING_EFFORTS.join(', ')}`))
      .optional(),
  },
  jinaApiKey: { variables: ['JINA_API_KEY'], schema: secret.optional() },
  jinaBaseUrl: { variables: ['JINA_BASE_URL'], schema: url.default('https://api.jina.ai/v1') },
  rerankModel: {
    variables: ['ICP_RERANK_MODEL'],
    schema: text.default('jina-reranker-v2-base-multilingual'),
  },
  fathomApiKey: { variables: ['FATHOM_API_KEY'], schema: secret.optional() },
  fathomBaseUrl: {
    variables: ['FATHOM_BASE_URL'],
    schema: url.default('https://api.fathom.ai/external/v1'),
  },
  scrapeConcurrency: { variables: ['ICP_SCRAPE_CONCURRENCY'], schema: whole(1, 256).default(20) },
  scrapeBatch: { variables: ['ICP_SCRAPE_BATCH'], schema: whole(1, 1000).default(5) },
  llmConcurrency: { variables: ['ICP_LLM_CONCURRENCY'], schema: whole(1, 256).default(16) },
  callSeconds: { variables: ['ICP_CALL_SECONDS'], schema: whole(1, 3600).optional() },
  cacheDays: { variables: ['ICP_CACHE_DAYS'], schema: whole(0, 3650).default(30) },
  maxAttempts: { variables: ['ICP_MAX_ATTEMPTS'], schema: whole(1, 100).default(3) },
  pricesFile: { variables: ['ICP_PRICES'], schema: text.optional() },
  leaseSeconds: { variables: ['ICP_LEASE_SECONDS'], schema: whole(5, 86_400).default(300) },
  // As LangSmith itself reads it: anything but this word is no.
  langsmithTracing: {
    variables: ['LANGSMITH_TRACING'],
    schema: z
      .string()
      .default('')
      .transform((value) => value === 'true'),
  },
  langsmithApiKey: { variables: ['LANGSMITH_API_KEY'], schema: secret.optional() },
  langsmithEndpoint: {
    variables: ['LANGSMITH_ENDPOINT'],
    schema: url
      .refine((value) => !value.includes('@'), 'must hold no user name and no password')
      .default('https://api.smith.langchain.com'),
  },
  langsmithProject: { variables: ['LANGSMITH_PROJECT'], schema: text.default('default') },
  langsmithWorkspaceId: {
    variables: ['LANGSMITH_WORKSPACE_ID'],
    schema: z
      .string()
      .trim()
      .regex(/^[\w-]+$/, 'must be the id of a workspace')
      .optional(),
  },
} as const;

type SettingName = keyof typeof SETTINGS;
export type Settings = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']> };

/** Where a setting's value came from; for `icp doctor`. */
export type Origin = 'flag' | 'environment' | '.env' | 'default';

export interface LoadedSettings {
  readonly settings: Settings;
  readonly origins: Readonly<Record<SettingName, Origin>>;
}

/**
 * Settings from flags, then environment, then `.env`, then defaults. Throws UsageError naming every variable that is wrong, never
 * its value. An empty variable counts as not set.
 */
export function loadSettings(
  flags: Partial<Record<SettingName, string>>,
  environment: Readonly<Record<string, string | undefined>>,
  dotenv: Readonly<Record<string, string | undefined>>,
): LoadedSettings {
  const settings: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  const mistakes: string[] = [];
  for (const [name, { variables, schema }] of Object.entries(SETTINGS) as [
    SettingName,
    (typeof SETTINGS)[SettingName],
  ][]) {
    const found = find(flags[name], variables, environment, dotenv);
    origins[name] = found.origin;
    const parsed = schema.safeParse(found.value);
    if (parsed.success) settings[name] = parsed.data;
    else mistakes.push(`${found.variable} ${parsed.error.issues[0]!.message}`);
  }
  if (mistakes.length > 0) {
    throw new UsageError(
      'bad_setting',
      mistakes.join('; '),
      'correct it in the environment or in .env; the README lists all settings',
    );
  }
  return { settings: settings as unknown as Settings, origins: origins as Record<SettingName, Origin> };
}

function find(
  flagValue: string | undefined,
  variables: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  dotenv: Readonly<Record<string, string | undefined>>,
): { value: string | undefined; origin: Origin; variable: string } {
  if (flagValue !== undefined) return { value: flagValue, origin: 'flag', variable: variables[0]! };
  for (const [source, origin] of [
    [environment, 'environment'],
    [dotenv, '.env'],
  ] as const) {
    for (const variable of variables) {
      const value = source[variable];
      if (value !== undefined && value.trim() !== '') return { value, origin, variable };
    }
  }
  return { value: undefined, origin: 'default', variable: variables[0]! };
}

export type ServiceRole = 'apify' | 'openai' | 'jina' | 'fathom' | 'extractor';

const KEYS: Readonly<Record<ServiceRole, { setting: SettingName; variable: string; purpose: string }>> = {
  apify: { setting: 'apifyToken', variable: 'APIFY_TOKEN', purpose: 'fetching profiles' },
  openai: { setting: 'openaiApiKey', variable: 'OPENAI_API_KEY', purpose: 'embeddings and classification' },
  jina: { setting: 'jinaApiKey', variable: 'JINA_API_KEY', purpose: 'reranking' },
  fathom: { setting: 'fathomApiKey', variable: 'FATHOM_API_KEY', purpose: 'reading recorded calls' },
  extractor: {
    setting: 'openaiApiKey',
    variable: 'OPENAI_API_KEY',
    purpose: 'the model that reads what was said',
  },
};

/** Throws UsageError naming every key that is missing and the way to do without, unless all are there. */
export function requireKeys(
  settings: Settings,
  roles: readonly ServiceRole[],
  wayOut = 'add --offline to use the local providers, which need no key',
): void {
  const missing = roles.map((role) => KEYS[role]).filter((key) => settings[key.setting] === undefined);
  if (missing.length === 0) return;
  throw new UsageError(
    'missing_key',
    `${missing.map((key) => `${key.variable} is not set (needed for ${key.purpose})`).join('; ')}`,
    `set it in the environment or in .env, or ${wayOut}`,
  );
}

/** Throws UsageError when tracing is asked for without a key to send traces with; with `--offline` nothing is sent. */
export function requireTracingKey(settings: Settings): void {
  if (!settings.langsmithTracing || settings.offline || settings.langsmithApiKey !== undefined) return;
  throw new UsageError(
    'missing_key',
    'LANGSMITH_API_KEY is not set (needed for tracing, which LANGSMITH_TRACING=true asks for)',
    'set it in the environment or in .env, or unset LANGSMITH_TRACING',
  );
}

/** Every secret value there is, in each of its spellings, so that output can be kept free of them. */
export function secretsOf(settings: Settings): readonly string[] {
  const { apifyToken, openaiApiKey, jinaApiKey, fathomApiKey, langsmithApiKey } = settings;
  const keys = [apifyToken, openaiApiKey, jinaApiKey, fathomApiKey, langsmithApiKey].filter(
    (value) => value !== undefined,
  );
  return [...keys, ...passwordsIn(settings.databaseUrl ?? '')];
}

/** The password of a connection string, before the host or as a parameter, as it is written there and decoded. */
function passwordsIn(connection: string): readonly string[] {
  const written = [
    /^\w+:\/\/[^:@/?#]*:([^/?#]*)@/.exec(connection)?.[1],
    /[?&]password=([^&#]*)/.exec(connection)?.[1],
  ];
  const spellings = written.flatMap((password) =>
    password === undefined || password === '' ? [] : [password, decoded(password)],
  );
  return [...new Set(spellings)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
