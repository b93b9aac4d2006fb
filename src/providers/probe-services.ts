import { z } from 'zod';
import type { Settings } from '../config/settings.ts';

/** What a service said to a question that costs nothing. */
export interface Probe {
  readonly ok: boolean;
  readonly found: string;
  readonly fix: string | null;
}

const TIME_LIMIT_MS = 10_000;
const apifyUser = z.object({
  data: z.object({
    username: z.string().optional(),
    plan: z.object({ id: z.string().optional() }).optional(),
  }),
});
const apifyActor = z.object({ data: z.object({ name: z.string().optional() }) });

/** Whether Apify accepts the token, and for which account. */
export async function probeApify(settings: Settings, fetchFn: typeof fetch): Promise<Probe> {
  const answer = await ask(fetchFn, `${settings.apifyBaseUrl}/v2/users/me`, settings.apifyToken!);
  if (answer.status === 401 || answer.status === 403) return refused('APIFY_TOKEN');
  const user = apifyUser.safeParse(answer.body);
  if (answer.status !== 200 || !user.success) return strange(answer, 'APIFY_BASE_URL');
  const { username, plan } = user.data.data;
  return {
    ok: true,
    found: `accepted${username ? `, account ${username}` : ''}${plan?.id ? `, plan ${plan.id}` : ''}`,
    fix: null,
  };
}

/** Whether the account can see the actor. */
export async function probeActor(settings: Settings, fetchFn: typeof fetch): Promise<Probe> {
  const id = encodeURIComponent(settings.apifyActor.replace('/', '~'));
  const answer = await ask(fetchFn, `${settings.apifyBaseUrl}/v2/actors/${id}`, settings.apifyToken!);
  if (answer.status === 404) {
    return {
      ok: false,
      found: `there is no actor ${settings.apifyActor}`,
      fix: 'set APIFY_ACTOR to the id or name of a LinkedIn profile scraper',
    };
  }
  const actor = apifyActor.safeParse(answer.body);
  if (answer.status !== 200 || !actor.success) return strange(answer, 'APIFY_ACTOR');
  return { ok: true, found: actor.data.data.name ?? settings.apifyActor, fix: null };
}

/** Whether the OpenAI-compatible server accepts the key and has the model. */
export async function probeModel(
  settings: Settings,
  model: string,
  variable: string,
  fetchFn: typeof fetch,
): Promise<Probe> {
  const answer = await ask(
    fetchFn,
    `${settings.openaiBaseUrl}/models/${encodeURIComponent(model)}`,
    settings.openaiApiKey!,
  );
  if (answer.status === 401 || answer.status === 403) return refused('OPENAI_API_KEY');
  if (answer.status === 404) {
    return {
      ok: false,
      found: `the server has no model ${model}`,
      fix: `set ${variable} to a model that it has`,
    };
  }
  if (answer.status !== 200 || typeof answer.body !== 'object') return strange(answer, 'OPENAI_BASE_URL');
  return { ok: true, found: `${model} is there`, fix: null };
}

async function ask(
  fetchFn: typeof fetch,
  url: string,
  key: string,
): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetchFn(url, {
      headers: { authorization: `Bearer ${key}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    const text = (await response.text()).slice(0, 100_000);
    try {
      return { status: response.status, body: JSON.parse(text) };
    } catch {
      return { status: response.status, body: null };
    }
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause;
    return { status: 0, body: cause?.code ?? (error as Error).name };
  }
}

function refused(variable: string): Probe {
  return { ok: false, found: 'the service refuses the key', fix: `set ${variable} to a valid key` };
}

function strange(answer: { status: number; body: unknown }, variable: string): Probe {
  return answer.status === 0
    ? {
        ok: false,
        found: `cannot be reached (${String(answer.body)})`,
        fix: `check the network and ${variable}`,
      }
    : {
        ok: false,
        found: `unexpected answer (HTTP ${answer.status})`,
        fix: `check ${variable}; the service may be down`,
      };
}
