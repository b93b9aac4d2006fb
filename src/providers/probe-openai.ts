import type { Settings } from '../config/settings.ts';
import { type Asking, ask, bearer, fine, type Probe, refused, strange } from './probe.ts';

/** Whether the OpenAI-compatible server accepts the key and has the model. */
export async function probeModel(
  settings: Settings,
  model: string,
  variable: string,
  asking: Asking,
): Promise<Probe> {
  const url = `${settings.openaiBaseUrl}/models/${encodeURIComponent(model)}`;
  const answer = await ask(asking, url, bearer(settings.openaiApiKey!));
  if (answer.status === 401 || answer.status === 403) return refused(answer, 'OPENAI_API_KEY');
  if (answer.status === 404) {
    return {
      state: 'wrong',
      found: `${answer.host} has no model ${model}`,
      fix: `set ${variable} to a model that it has`,
    };
  }
  if (answer.status !== 200 || typeof answer.body !== 'object' || answer.body === null) {
    return strange(answer, 'OPENAI_BASE_URL');
  }
  return fine(`${model} is there`);
}
