import { type Icp, icpText } from '../domain/icp.ts';
import { identityKeys } from '../domain/linkedin-id.ts';
import type { PersonIdentity } from '../domain/person.ts';
import { GONE_DAYS } from '../pipeline/buy-profiles.ts';
import type { CacheTerms, ScrapedProfile } from '../ports/profile-store.ts';
import type { ProfileItem } from '../stages/ingest/recogniser.ts';
import { currentIcpOf, currentIcps } from '../store/clients.ts';
import {
  type CurrentScoring,
  listKnownProfiles,
  listStandings,
  listToEnrich,
  listToScore,
  type SizedText,
} from '../store/estimates.ts';
import type { Scope } from '../store/scope.ts';
import { contentHash } from '../support/hash.ts';
import type { App } from './app.ts';
import { scrapedProfiles } from './keep-brought-profiles.ts';

const DAY_MS = 86_400_000;

/** People of files, who may not be leads yet (`icp run`). */
export interface Newcomers {
  readonly client: string;
  /** What becomes the client's ICP first; null: the one it has. */
  readonly icp: Icp | null;
  readonly people: readonly PersonIdentity[];
  /** Scraped profiles that the files bring along: ingest puts them into the cache. */
  readonly profileItems: readonly ProfileItem[];
}

/** One person to enrich: the text of the profile that is there already, `gone` for nobody, null for a profile that has to be bought. */
export type KnownText = SizedText | 'gone' | null;

/** A text to score for an ICP, whose own text is the query; each null where it is not known yet. */
export interface TextToScore {
  readonly query: SizedText | null;
  readonly text: SizedText | null;
}

export interface PlannedLeads {
  readonly toEnrich: readonly KnownText[];
  readonly toScore: readonly TextToScore[];
}

export interface PlannedScope {
  readonly scope: Scope;
  readonly limit: number | null;
  readonly stages: readonly ('enrich' | 'qualify')[];
  /** How the scores of each client are made now, where stale ones are to be made anew. */
  readonly rescoring?: readonly CurrentScoring[];
  readonly newcomers?: Newcomers;
}

/** Whom the stages would take on, and what is known of each of them. */
export async function plannedLeads(
  app: App,
  origin: 'network' | 'local',
  request: PlannedScope,
): Promise<PlannedLeads> {
  const { database, settings } = app;
  const { scope, limit, rescoring = [], stages, newcomers } = request;
  if (newcomers !== undefined) return plannedNewcomers(app, origin, newcomers);
  const { maxAttempts } = settings;
  if (!stages.includes('qualify')) {
    const people = await listToEnrich(database, scope, maxAttempts, limit);
    return { toEnrich: await knownTexts(app, origin, people, []), toScore: [] };
  }
  const leads = await listToScore(database, { scope, origin, maxAttempts, rescoring, limit });
  const icps = await currentIcps(database, scope.clientId);
  const queries = new Map(icps.map((icp) => [icp.clientId, sized(icp.text)]));
  const toScore = leads.map((text) => ({ query: queries.get(text.clientId) ?? null, text }));
  return { toEnrich: [], toScore };
}

async function plannedNewcomers(
  app: App,
  origin: 'network' | 'local',
  { client, icp, people, profileItems }: Newcomers,
): Promise<PlannedLeads> {
  const { database, settings } = app;
  const standings = await listStandings(database, client, people.map(identityKeys), settings.maxAttempts);
  const status = (position: number) => standings.get(position)?.status ?? 'discovered';
  const waiting = people.filter((_, position) => status(position) === 'discovered');
  const brought = origin === 'network' ? scrapedProfiles(profileItems, app.clock.now()) : [];
  const toEnrich = await knownTexts(app, origin, waiting, brought);
  const text = icp === null ? (await currentIcpOf(database, client))?.text : icpText(icp);
  const query = text === undefined ? null : sized(text);
  const enriched = [...standings.values()].filter((standing) => standing.status === 'enriched');
  const texts = [...toEnrich.filter((known) => known !== 'gone'), ...enriched.map(({ text: own }) => own)];
  return { toEnrich, toScore: texts.map((one) => ({ query, text: one })) };
}

/** What is known of each person: what the file brings along counts as if it were in the cache, where the fresher one wins. */
async function knownTexts(
  { database, settings, clock }: App,
  origin: 'network' | 'local',
  people: readonly PersonIdentity[],
  brought: readonly ScrapedProfile[],
): Promise<KnownText[]> {
  const before = (days: number) => new Date(clock.now().getTime() - days * DAY_MS);
  const terms: CacheTerms = { freshAfter: before(settings.cacheDays), goneAfter: before(GONE_DAYS) };
  const cached = await listKnownProfiles(database, origin, people.map(identityKeys), terms);
  const broughtBy = new Map(
    brought
      .filter(({ fetchedAt }) => fetchedAt !== undefined && fetchedAt > terms.freshAfter)
      .flatMap((scraped) =>
        [...identityKeys(scraped.asked), ...identityKeys(scraped.profile)].map(
          (key) => [key, scraped] as const,
        ),
      ),
  );
  return people.map((person, position): KnownText => {
    const kept = cached.get(position);
    const own = identityKeys(person)
      .map((key) => broughtBy.get(key))
      .find((scraped) => scraped !== undefined);
    const keptAt = kept === undefined || kept === 'gone' ? new Date(0) : kept.fetchedAt;
    return own !== undefined && own.fetchedAt! >= keptAt ? sized(own.text) : (kept ?? null);
  });
}

function sized(text: string): SizedText {
  return { textHash: contentHash(text), bytes: Buffer.byteLength(text) };
}
