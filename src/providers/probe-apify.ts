import { z } from 'zod';
import type { Settings } from '../config/settings.ts';
import { type Answer, type Asking, ask, bearer, fine, type Probe, refused, strange } from './probe.ts';

/** Fields that Apify leaves out, or fills with something else, are not told; nothing depends on them. */
const untold = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const userAnswer = z.object({
  data: z.object({
    username: untold(z.string()),
    plan: untold(z.object({ id: untold(z.string()), monthlyUsageCreditsUsd: untold(z.number()) })),
  }),
});
const limitsAnswer = z.object({
  data: z.object({
    monthlyUsageCycle: untold(z.object({ endAt: untold(z.iso.datetime({ offset: true })) })),
    limits: untold(z.object({ maxMonthlyUsageUsd: untold(z.number()) })),
    current: untold(z.object({ monthlyUsageUsd: untold(z.number()) })),
  }),
});
const actorAnswer = z.object({ data: z.object({ name: untold(z.string()) }) });

const usd = (amount: number) => `$${amount.toFixed(2)}`;

/** Whether Apify accepts the token, for which account and plan; and what is left to spend this month. */
export async function probeApify(
  settings: Settings,
  asking: Asking,
): Promise<{ readonly token: Probe; readonly credit: Probe | null }> {
  const address = `${settings.apifyBaseUrl}/v2/users/me`;
  const [user, limits] = await Promise.all([
    ask(asking, address, bearer(settings.apifyToken!)),
    ask(asking, `${address}/limits`, bearer(settings.apifyToken!)),
  ]);
  if (user.status === 401 || user.status === 403) {
    return { token: refused(user, 'APIFY_TOKEN'), credit: null };
  }
  const told = userAnswer.safeParse(user.body);
  if (user.status !== 200 || !told.success) {
    return { token: strange(user, 'APIFY_BASE_URL'), credit: null };
  }
  const { username, plan } = told.data.data;
  const account = `accepted${username ? `, account ${username}` : ''}${plan?.id ? `, plan ${plan.id}` : ''}`;
  return { token: fine(account), credit: creditLeft(limits, plan?.monthlyUsageCreditsUsd) };
}

/** Of the month's hard limit, beyond which Apify starts no run; with how much of that the plan has prepaid. */
function creditLeft(answer: Answer, prepaidUsd: number | undefined): Probe {
  const told = limitsAnswer.safeParse(answer.body);
  const { limits, current, monthlyUsageCycle } = told.success ? told.data.data : {};
  const limit = limits?.maxMonthlyUsageUsd;
  const used = current?.monthlyUsageUsd;
  if (answer.status !== 200 || limit === undefined || used === undefined) {
    return { state: 'unneeded', found: `${answer.host} does not tell what is left to spend`, fix: null };
  }
  const until = monthlyUsageCycle?.endAt?.slice(0, 10);
  const month = `the monthly limit of ${usd(limit)}${until === undefined ? '' : `, until ${until}`}`;
  if (used >= limit) {
    return {
      state: 'wrong',
      found: `nothing is left of ${month}`,
      fix: 'raise the limit or upgrade the plan at https://console.apify.com/billing, or wait for the next month',
    };
  }
  const prepaid =
    prepaidUsd === undefined ? '' : `; ${usd(Math.max(0, prepaidUsd - used))} of the plan's credit`;
  return fine(`${usd(limit - used)} left of ${month}${prepaid}`);
}

/** Whether the account can see the actor. */
export async function probeActor(settings: Settings, asking: Asking): Promise<Probe> {
  const id = encodeURIComponent(settings.apifyActor.replace('/', '~'));
  const answer = await ask(asking, `${settings.apifyBaseUrl}/v2/actors/${id}`, bearer(settings.apifyToken!));
  if (answer.status === 401 || answer.status === 403) return refused(answer, 'APIFY_TOKEN');
  if (answer.status === 404) {
    return {
      state: 'wrong',
      found: `${answer.host} has no actor ${settings.apifyActor}`,
      fix: 'set APIFY_ACTOR to the id or name of a LinkedIn profile scraper',
    };
  }
  const actor = actorAnswer.safeParse(answer.body);
  if (answer.status !== 200 || !actor.success) return strange(answer, 'APIFY_BASE_URL');
  return fine(actor.data.data.name ?? settings.apifyActor);
}
