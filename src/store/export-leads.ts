import { stageMove } from '../domain/lead-flow.ts';
import { readPages } from './cursor.ts';
import type { Database, Queryable } from './database.ts';
import { inScope, type Scope } from './scope.ts';

export interface ExportedLead {
  readonly id: number;
  readonly client: string;
  readonly batch: string;
  readonly memberUrn: string | null;
  readonly publicIdentifier: string | null;
  readonly name: string | null;
  readonly headline: string | null;
  readonly company: string | null;
  readonly location: string | null;
  readonly jobTitles: readonly string[];
  readonly industry: string | null;
  readonly companyType: string | null;
  readonly score: number | null;
  readonly reasoning: string | null;
}

export interface ExportTerms {
  readonly scope: Scope;
  readonly minScore: number | null;
  readonly top: number | null;
  /** Include those exported before. */
  readonly again: boolean;
}

const { from, to } = stageMove('export');
const PAGE = 250;

/** Best first, ties by what the score was before its calibration and then by lead id; a lead without a score stands last. Parameters 1–4. */
const SELECTION = `
       from leads l
      where l.status = any($3::text[])
        and ($4::numeric is null or l.icp_score >= $4)
        and ${inScope(1, 2)}
      order by l.icp_score desc nulls last, l.raw_score desc nulls last, l.id`;

/**
 * Lends the qualified leads in pages to `write`, marks them exported, lets `publish` put what was written in its place, and commits: what is
 * marked is exactly what was written, and nothing is marked when either throws. When another process changed one of the leads meanwhile, or the
 * server went away, all of it is done anew: `write` may be called several times, and starts afresh each time.
 */
export async function exportLeads<T>(
  database: Database,
  terms: ExportTerms,
  write: (pages: AsyncIterable<readonly ExportedLead[]>) => Promise<void>,
  publish: () => Promise<T>,
): Promise<{ count: number; result: T | null }> {
  return database.transaction(
    async (transaction) => {
      const selection = selectionParameters(terms);
      let count = 0;
      const pages = async function* () {
        for await (const page of pagesOf(transaction, terms)) {
          count += page.length;
          yield page;
        }
      };
      await write(pages());
      if (count === 0) return { count, result: null };
      await transaction.query(
        `with chosen as materialized (select l.id ${SELECTION} limit $5)
       update leads set status = '${to}', status_reason = null
         from chosen
        where leads.id = chosen.id and leads.status = '${from}'`,
        [...selection, terms.top],
      );
      return { count, result: await publish() };
    },
    { isolation: 'repeatable read', long: true },
  );
}

function selectionParameters({ scope, again, minScore }: ExportTerms): unknown[] {
  return [scope.clientId, scope.batchId, again ? [from, to] : [from], minScore];
}

function pagesOf(
  transaction: Queryable,
  terms: ExportTerms,
): AsyncGenerator<readonly ExportedLead[], void, undefined> {
  return readPages(
    transaction,
    `select l.id, c.slug as client, b.name as batch, l.member_urn as "memberUrn",
            l.public_identifier as "publicIdentifier", l.name, l.headline, l.company, l.location,
            l.job_titles as "jobTitles", l.industry, l.company_type as "companyType",
            l.icp_score as score, l.match_reasoning as reasoning
       from (select l.* ${SELECTION} limit $5) l
       join clients c on c.id = l.client_id
       join batches b on b.id = l.batch_id
      order by l.icp_score desc nulls last, l.raw_score desc nulls last, l.id`,
    [...selectionParameters(terms), terms.top],
    PAGE,
  );
}
