// Makes the calls that enriching needs, with the bare SDKs and nothing else: a run per five people (start, wait, dataset), an embedding
// request per hundred (those of the runs at once), a classification per person. argv[2]: a file with a line of JSON per person, {url, text}.
import { readFileSync } from 'node:fs';
import { ApifyClient } from 'apify-client';
import { OpenAI } from 'openai';
import { loadSettings } from '../../src/config/settings.ts';
import {
  CLASSIFICATION_FORMAT,
  CLASSIFICATION_TOKENS,
  classificationQuestion,
} from '../../src/providers/classify-prompt.ts';
import { completionBody, firstShape, reasoningBudget } from '../../src/providers/openai-chat-request.ts';

interface Person {
  readonly url: string;
  readonly text: string;
}

const { settings } = loadSettings({}, process.env, {});
const { apifyActor, classifierModel, embeddingModel, llmConcurrency, scrapeBatch, scrapeConcurrency } =
  settings;
const people = readFileSync(process.argv[2]!, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Person);

const apify = new ApifyClient({
  token: settings.apifyToken!,
  baseUrl: settings.apifyBaseUrl,
  maxRetries: 0,
});
const openai = new OpenAI({
  apiKey: settings.openaiApiKey!,
  baseURL: settings.openaiBaseUrl,
  maxRetries: 0,
});

/** Each item once, so many at a time. */
async function atOnce<T>(places: number, items: readonly T[], work: (item: T) => Promise<void>) {
  const waiting = items.values();
  const place = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: places }, place));
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

await Promise.all([
  atOnce(scrapeConcurrency, inGroups(people, scrapeBatch), async (group) => {
    const { id } = await apify.actor(apifyActor).start({ urls: group.map(({ url }) => ({ url })) });
    const run = await apify.run(id).waitForFinish();
    await apify.dataset(run.defaultDatasetId).listItems();
  }),
  atOnce(4, inGroups(people, scrapeBatch * scrapeConcurrency), async (group) => {
    await openai.embeddings.create({ model: embeddingModel, input: group.map(({ text }) => text) });
  }),
  atOnce(llmConcurrency, people, async ({ text }) => {
    await openai.chat.completions.create(
      completionBody(
        classifierModel,
        classificationQuestion(text),
        reasoningBudget(undefined) + CLASSIFICATION_TOKENS,
        firstShape(classifierModel, undefined),
        CLASSIFICATION_FORMAT,
      ),
    );
  }),
]);
