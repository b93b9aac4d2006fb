import type { Settings } from '../config/settings.ts';
import { type Asking, ask, fine, type Probe, refused, strange } from './probe.ts';

/** Whether Fathom accepts the key: a list of meetings without transcripts, of the last moment, hence an empty one. */
export async function probeFathom(settings: Settings, asking: Asking, now: Date): Promise<Probe> {
  const url = new URL(`${settings.fathomBaseUrl}/meetings`);
  url.searchParams.set('created_after', now.toISOString());
  const answer = await ask(asking, url.href, { 'x-api-key': settings.fathomApiKey! });
  if (answer.status === 401 || answer.status === 403) return refused(answer, 'FATHOM_API_KEY');
  const isList =
    answer.status === 200 &&
    typeof answer.body === 'object' &&
    Array.isArray((answer.body as { items?: unknown } | null)?.items);
  return isList ? fine('accepted') : strange(answer, 'FATHOM_BASE_URL');
}
