// The three services as a process of their own, so that what they cost is not taken for ours. argv[2]: ServiceLatencies as JSON. Prints
// the environment that leads to them, as a line of JSON, and runs until it is killed.
import { startApifySimulator } from '../../test/simulators/apify.ts';
import { startJinaSimulator } from '../../test/simulators/jina.ts';
import { startOpenAiSimulator } from '../../test/simulators/openai.ts';
import { bagOfWordsVector, hashOf, roughTokens } from '../../test/simulators/simulated-text.ts';
import { inventedPersonNamed } from '../invented-people.ts';
import type { ServiceLatencies } from '../simulated-services.ts';

const latencies = JSON.parse(process.argv[2]!) as ServiceLatencies;
const DIMENSIONS = 1536;
/** Made beforehand: a text's own vector would take longer than all the rest of an answer. */
const vectors = Array.from({ length: 64 }, (_, number) => bagOfWordsVector(`text ${number}`, DIMENSIONS));

let runs = 0;
const runMs = () => {
  runs += 1;
  return runs <= 50 && runs % 10 === 0 ? (latencies.slowRunMs ?? latencies.runMs) : latencies.runMs;
};
const apify = await startApifySimulator({
  profiles: inventedPersonNamed,
  runMs,
  // The real service's own.
  waitCapMs: 60_000,
});
const openai = await startOpenAiSimulator({
  latencyMs: { embeddings: latencies.embeddingMs, chat: latencies.classificationMs },
  vector: (text) => vectors[hashOf(text) % vectors.length]!,
  countTokens: roughTokens,
});
const jina = await startJinaSimulator({ latencyMs: latencies.rerankMs, countTokens: roughTokens });
const environment = {
  APIFY_BASE_URL: apify.url,
  APIFY_TOKEN: apify.token,
  OPENAI_BASE_URL: openai.baseUrl,
  OPENAI_API_KEY: openai.apiKey,
  JINA_BASE_URL: jina.baseUrl,
  JINA_API_KEY: jina.apiKey,
};
process.stdout.write(`${JSON.stringify(environment)}\n`);
