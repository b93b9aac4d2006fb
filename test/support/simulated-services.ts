import { readFileSync } from 'node:fs';
import { parseProfileLink } from '../../src/domain/linkedin-id.ts';
import { type ApifySimulator, type ApifySimulatorOptions, startApifySimulator } from '../simulators/apify.ts';
import { type JinaSimulator, type JinaSimulatorOptions, startJinaSimulator } from '../simulators/jina.ts';
import {
  type OpenAiSimulator,
  type OpenAiSimulatorOptions,
  startOpenAiSimulator,
} from '../simulators/openai.ts';

export interface SimulatedServices {
  readonly apify: ApifySimulator;
  readonly openai: OpenAiSimulator;
  readonly jina: JinaSimulator;
  /** What a process needs to use them. */
  readonly environment: Record<string, string>;
  /** How many requests reached the three services so far. */
  requests(): number;
  close(): Promise<void>;
}

/** The three services on loopback; Apify knows the people of the fixtures unless told otherwise. */
export async function startServices(
  options: {
    apify?: Partial<ApifySimulatorOptions>;
    openai?: OpenAiSimulatorOptions;
    jina?: JinaSimulatorOptions;
  } = {},
): Promise<SimulatedServices> {
  const apify = await startApifySimulator({ profiles: fixtureProfiles(), ...options.apify });
  const openai = await startOpenAiSimulator(options.openai);
  const jina = await startJinaSimulator(options.jina);
  return {
    apify,
    openai,
    jina,
    environment: {
      APIFY_BASE_URL: apify.url,
      APIFY_TOKEN: apify.token,
      OPENAI_BASE_URL: openai.baseUrl,
      OPENAI_API_KEY: openai.apiKey,
      JINA_BASE_URL: jina.baseUrl,
      JINA_API_KEY: jina.apiKey,
    },
    requests: () => apify.calls.total + openai.calls.total + jina.calls.total,
    close: async () => {
      await Promise.all([apify.close(), openai.close(), jina.close()]);
    },
  };
}

/** The fixtures' scraped profiles by member id, as the actor returns them; who is not among them is gone. */
export function fixtureProfiles(): (name: string) => Record<string, unknown> | 'gone' {
  const items = readFileSync('fixtures/profiles.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const byName = new Map<string, Record<string, unknown>>();
  for (const item of items) {
    const person = parseProfileLink(String(item['inputUrl'] ?? item['linkedinUrl'] ?? ''));
    const name = person?.memberUrn ?? person?.publicIdentifier;
    if (name && item['error'] === undefined) byName.set(name, item);
    const vanity = item['publicIdentifier'];
    if (typeof vanity === 'string' && item['error'] === undefined) byName.set(vanity, item);
  }
  return (name) => byName.get(name) ?? 'gone';
}
