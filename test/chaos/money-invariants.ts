import { parseProfileLink, profileUrl } from '../../src/domain/linkedin-id.ts';
import type { SimulatedRun } from '../simulators/apify-runs.ts';
import type { Purchase } from '../simulators/purchases.ts';
import type { Evidence } from './evidence.ts';
import { grouped } from './grouped.ts';
import type { People } from './population.ts';
import { killedAt, type ProcessRecord } from './process-crew.ts';

/** How long an answer may take from the wire to the database on a busy machine: whoever is killed within it may have to ask again. */
const KEEPING_MS = 1000;
const CENT = 0.01;

interface Delivery {
  readonly run: SimulatedRun;
  /** The spelling that was asked for. */
  readonly asked: string;
  readonly gone: boolean;
}

/** Who was delivered by which runs, oldest first. Those who are gone count too: they are not to be asked for again either. */
function deliveriesOf(runs: readonly SimulatedRun[], people: People): Map<string, Delivery[]> {
  const deliveries = new Map<string, Delivery[]>();
  for (const run of runs) {
    const urls = new Map(run.urls.map((url) => [people.ofUrl(url)?.name, url]));
    const names = new Set(
      run.items.map((item) => {
        const url = String(
          item['inputUrl'] ?? `https://www.linkedin.com/in/${String(item['publicIdentifier'])}`,
        );
        return people.ofUrl(url)?.name;
      }),
    );
    for (const name of names) {
      const asked = urls.get(name);
      const person = asked === undefined ? null : parseProfileLink(asked);
      if (name === undefined || person === null) continue;
      const delivery = { run, asked: profileUrl(person), gone: people.of(person)!.gone };
      deliveries.set(name, [...(deliveries.get(name) ?? []), delivery]);
    }
  }
  return deliveries;
}

/**
 * SPEC §6.1: nobody is scraped twice. Two spellings of a person are only known to be one once a run that found the profile has been
 * collected, so until then both may be asked for; of who is gone it never becomes known.
 */
export function nobodyIsScrapedTwice({ runs, people, database }: Evidence): string[] {
  const known = new Map(database.actorRuns.map((row) => [row.runId, row]));
  return [...deliveriesOf(runs, people)].flatMap(([name, deliveries]) =>
    deliveries.flatMap(({ gone, ...later }, position) => {
      const intendedMs = known.get(later.run.id)?.intendedMs ?? later.run.startedAtMs;
      const earlier = deliveries.slice(0, position).find((one) => {
        const collectedMs = known.get(one.run.id)?.collectedMs ?? null;
        const tied = collectedMs !== null && collectedMs < intendedMs && !gone;
        return one.asked === later.asked || tied;
      });
      return earlier === undefined
        ? []
        : [
            `${name} was delivered by run ${earlier.run.number} (${earlier.asked}) and again by run ${later.run.number} (${later.asked})`,
          ];
    }),
  );
}

/** SPEC §6.2: every run that exists at the service is known, and collected unless it delivered nothing. */
export function everyRunIsCollected({ runs, database }: Pick<Evidence, 'runs' | 'database'>): string[] {
  const known = new Map(database.actorRuns.map((row) => [row.runId, row]));
  const open = database.actorRuns.filter(({ state }) => state === 'intended' || state === 'started');
  return [
    ...runs.flatMap((run) => {
      const row = known.get(run.id);
      const what = `run ${run.number} (${run.finalStatus}, ${run.items.length} items)`;
      if (row === undefined) return [`${what} is not known to the database`];
      if (row.state === 'collected' || (row.state === 'abandoned' && run.items.length === 0)) return [];
      return [`${what} is ${row.state}`];
    }),
    ...open.map((row) => `actor_runs ${row.id} is still ${row.state}`),
  ];
}

/** SPEC §6.5: each run is billed once and for what the service bills; nothing stays unknown. */
export function runsAreBilledOnce({ runs, database, apifyBilledUsd }: Evidence): string[] {
  const charges = new Map(runs.map((run) => [run.id, run.chargeUsd]));
  const breaches = database.actorRuns.flatMap((row) => {
    if (row.state !== 'collected') return [];
    const charge = charges.get(row.runId ?? '') ?? 0;
    const what = `actor_runs ${row.id} (charged ${charge.toFixed(4)})`;
    if (row.billed !== 1) return [`${what} is billed ${row.billed} times in usage`];
    const differs = [row.costUsd ?? 0, row.usageUsd].some((cost) => Math.abs(cost - charge) > 1e-6);
    return differs ? [`${what} costs ${row.costUsd}, in usage ${row.usageUsd}`] : [];
  });
  const apify = database.usage.find(({ provider }) => provider === 'apify');
  const recorded = apify?.costUsd ?? 0;
  if (Math.abs(recorded - apifyBilledUsd) > CENT)
    breaches.push(`usage has ${recorded.toFixed(4)} USD for Apify, which bills ${apifyBilledUsd.toFixed(4)}`);
  if ((apify?.unknownApifyCosts ?? 0) > 0)
    breaches.push(`${apify!.unknownApifyCosts} costs of Apify are still unknown`);
  return breaches;
}

/**
 * Whether an answer that was paid for may have to be bought again: a fault spoilt it, nobody was there any more to take it, or the
 * process was killed before it can have been kept.
 */
function mayBeRepeated(purchase: Purchase, processes: ReadonlyMap<string, ProcessRecord>): boolean {
  if (purchase.spoilt || !purchase.arrived || purchase.answeredMs === null) return true;
  const buyer = processes.get(purchase.caller ?? '');
  const killedMs = buyer === undefined ? null : killedAt(buyer);
  return killedMs !== null && killedMs < purchase.answeredMs + KEEPING_MS;
}

/** Answers bought again although nothing had happened to those bought before, and how many were bought again for a reason. */
export function boughtAgain(
  purchases: readonly Purchase[],
  processes: readonly ProcessRecord[],
): { breaches: string[]; excused: number } {
  const byName = new Map(processes.map((record) => [record.name, record]));
  const byText = grouped(
    purchases.flatMap((purchase) => purchase.texts.map((text) => ({ purchase, text }))),
    ({ purchase, text }) => `${purchase.kind} ${text}`,
  );
  const breaches: string[] = [];
  let excused = 0;
  for (const group of byText.values()) {
    const list = group.map(({ purchase }) => purchase).sort((one, other) => one.beganMs - other.beganMs);
    for (const purchase of list.slice(0, -1)) {
      if (mayBeRepeated(purchase, byName)) excused += 1;
      else
        breaches.push(`${describe(list)} was bought ${list.length} times by ${list.map(buyerOf).join(', ')}`);
    }
  }
  return { breaches: [...new Set(breaches)], excused };

  function buyerOf({ caller, beganMs, answeredMs }: Purchase): string {
    const buyer = byName.get(caller ?? '');
    const killedMs = buyer === undefined ? null : killedAt(buyer);
    const after = (ms: number | null) => (ms === null ? 'never' : `+${ms - beganMs} ms`);
    const death = killedMs === null ? '' : `, killed ${after(killedMs)}`;
    return `${caller} (at ${new Date(beganMs).toISOString().slice(17, 23)}, answered ${after(answeredMs)}${death})`;
  }
}

function describe([first]: readonly Purchase[]): string {
  return `the ${first!.kind} of "${first!.texts[0]!.slice(0, 60).replaceAll('\n', ' ')}"${first!.texts.length > 1 ? ' or a text beside it' : ''}`;
}

/** SPEC §6.3 and §6.4: the same answer is bought again only where the first one was lost. */
export function answersAreBoughtOnce({ purchases, processes }: Evidence): string[] {
  return boughtAgain(purchases, processes).breaches;
}

/** SPEC §6.5: the ledger has the tokens of every call whose answer came, and none that were not billed. */
export function tokensAreRecorded({ purchases, processes, database }: Evidence): string[] {
  const byName = new Map(processes.map((record) => [record.name, record]));
  return (['openai', 'jina'] as const).flatMap((provider) => {
    const bought = purchases.filter(({ kind }) => (kind === 'rerank score') === (provider === 'jina'));
    const sum = (list: readonly Purchase[]) => list.reduce((total, { tokens }) => total + tokens, 0);
    const most = sum(bought);
    const least = sum(bought.filter((purchase) => !mayBeRepeated(purchase, byName)));
    const recorded = database.usage.find((row) => row.provider === provider)?.tokens ?? 0;
    return recorded >= least && recorded <= most
      ? []
      : [
          `usage has ${recorded} tokens of ${provider}, which billed ${most}; ${least} of them certainly arrived`,
        ];
  });
}
