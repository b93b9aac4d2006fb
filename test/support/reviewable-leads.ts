import { type Icp, icpText } from '../../src/domain/icp.ts';
import type { Profile } from '../../src/domain/profile.ts';
import type { Queryable } from '../../src/store/database.ts';
import { contentHash } from '../../src/support/hash.ts';
import { addLead, type TestClient } from './leads.ts';

export const WISHES: Icp = {
  targetTitles: ['CFO', 'VP Finance'],
  targetIndustries: ['SaaS', 'Payments'],
  companySizes: ['startup', '51-200'],
  targetKeywords: ['fundraising', 'Series B'],
  targetLocations: ['United Kingdom'],
  excludeTitles: ['Assistant', 'Recruiter'],
  excludeCompanies: [],
  excludeKeywords: ['student'],
  notes: 'Finance leaders who have scaled from 10M to 100M ARR',
};

/** One more version of a client's ICP. */
export async function addIcp(database: Queryable, clientId: number, icp: Icp = WISHES): Promise<number> {
  const criteria = JSON.stringify(icp);
  const { rows } = await database.query<{ id: number }>(
    `insert into client_icps (client_id, version, criteria, icp_text, content_hash)
     select $1, coalesce(max(version), 0) + 1, $2::jsonb, $3, $4 from client_icps where client_id = $1
     returning id`,
    [clientId, criteria, icpText(icp), contentHash(criteria)],
  );
  return rows[0]!.id;
}

export interface Scoring {
  readonly icpId: number;
  readonly score?: number | null;
  readonly verdict?: 'scored' | 'disqualified' | 'not_enough';
  /** The match of the reranker's part; null: it was not asked. */
  readonly relevance?: number | null;
  readonly profile?: Profile;
  readonly company?: string;
}

/** A qualified lead, with its profile and the score of one ICP. */
export async function addScoredLead(
  database: Queryable,
  client: TestClient,
  person: { vanity: string; name?: string },
  { icpId, score = 60, verdict = 'scored', relevance = 0.7, profile, company = 'Ledgerly' }: Scoring,
): Promise<number> {
  const id = await addLead(database, client, person);
  const profileId = profile === undefined ? null : await addProfile(database, profile);
  await database.query(`update leads set status = 'enriched' where id = $1`, [id]);
  await database.query(
    `update leads
        set status = 'qualified', client_icp_id = $2, icp_score = $3, profile_id = $4, company = $5,
            name = coalesce($6, name), headline = $7, location = $8, industry = 'Fintech', company_type = 'startup',
            job_titles = array['CFO']
      where id = $1`,
    [
      id,
      icpId,
      score,
      profileId,
      company,
      profile?.fullName ?? null,
      profile?.headline ?? 'CFO at Ledgerly',
      profile?.location ?? null,
    ],
  );
  const parts =
    verdict !== 'scored'
      ? []
      : [
          {
            name: 'title',
            points: 30,
            possible: 34,
            match: 0.9,
            reason: 'CFO matches target title CFO',
            quote: 'CFO',
          },
          {
            name: 'relevance',
            points: 10,
            possible: relevance === null ? 0 : 22,
            match: relevance,
            reason: relevance === null ? 'scored without reranker' : `reranker ${relevance.toFixed(2)}`,
            quote: null,
          },
        ];
  await database.query(
    `insert into lead_scores (lead_id, client_icp_id, score_key, verdict, score, parts, reasoning)
     values ($1, $2, 'key', $3, $4, $5::jsonb, 'CFO at Ledgerly, a Fintech startup: title and industry match')`,
    [id, icpId, verdict, score, JSON.stringify(parts)],
  );
  return id;
}

async function addProfile(database: Queryable, profile: Profile): Promise<number> {
  const { rows } = await database.query<{ id: number }>(
    `insert into profile_cache (origin, profile, profile_text, text_hash, scraper, fetched_at)
     values ('local', $1::jsonb, 'text', $2, 'test', now()) returning id`,
    [JSON.stringify(profile), contentHash(JSON.stringify(profile))],
  );
  return rows[0]!.id;
}
