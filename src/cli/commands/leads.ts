import { type Command, Option } from 'commander';
import { LEAD_STATUSES, type LeadStatus } from '../../domain/lead-flow.ts';
import { profileUrl } from '../../domain/linkedin-id.ts';
import { SCORE_PARTS } from '../../domain/scoring/weights.ts';
import { LEAD_ORDERS, type LeadOrder, type LeadRow, type ListedLead } from '../../store/lead-list.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import {
  addDatabaseOptions,
  addGlobalOptions,
  addScopeOptions,
  examples,
  parseCount,
  parseScore,
} from '../options.ts';
import type { Start } from '../start.ts';
import { type Column, formatTable } from '../table.ts';

interface LeadsOptions extends GlobalOptions {
  readonly client?: string;
  readonly batch?: string;
  readonly status?: LeadStatus;
  readonly minScore?: number;
  readonly maxScore?: number;
  readonly sort: LeadOrder;
  readonly limit?: number;
}

export function declareLeads(program: Command, start: Start): void {
  const command = addScopeOptions(program.command('leads').description('list leads, best first'))
    .addOption(new Option('--status <status>', 'only leads that stand there').choices([...LEAD_STATUSES]))
    .option('--min-score <n>', 'only leads with at least this score', parseScore)
    .option('--max-score <n>', 'only leads with at most this score', parseScore)
    .addOption(
      new Option('--sort <by>', 'by score, name, newest, or the points for a part of the score')
        .choices([...LEAD_ORDERS])
        .default('score' satisfies LeadOrder),
    )
    .option('--limit <n>', 'at most this many', parseCount)
    .action(start(leads));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['icp leads --client acme --min-score 70', 'the good ones'],
    ['icp leads --client acme --sort title --limit 20', 'whose titles fit best'],
    ['icp leads --status failed', 'whom to look at'],
  ]);
}

async function leads(options: LeadsOptions, context: CommandContext): Promise<number> {
  const [{ resolveScope }, { listLeads }] = await Promise.all([
    import('../../app/resolve-scope.ts'),
    import('../../store/lead-list.ts'),
  ]);
  const rows = await context.withApp(async (app) =>
    listLeads(app.database, await resolveScope(app.database, options), {
      status: options.status ?? null,
      minScore: options.minScore ?? null,
      maxScore: options.maxScore ?? null,
      limit: options.limit ?? null,
      order: options.sort,
    }),
  );
  const partKey = isPart(options.sort) ? `${options.sort}_points` : null;
  context.printer.result(
    {
      leads: rows.map((row) => ({
        ...leadDocument(row),
        ...(partKey === null ? {} : { [partKey]: row.partPoints }),
      })),
    },
    (paint) =>
      rows.length === 0
        ? ['No such lead.']
        : [
            ...formatTable(
              [
                { title: 'ID', value: (row) => row.id, align: 'right' },
                { title: 'SCORE', value: (row) => row.score?.toFixed(1) ?? null, align: 'right' },
                ...partColumn(options.sort),
                { title: 'STATUS', value: (row) => row.errorCode ?? row.status, shrink: 1, least: 10 },
                { title: 'NAME', value: (row) => row.name, shrink: 2, least: 14 },
                { title: 'HEADLINE', value: (row) => row.headline, shrink: 4, least: 16 },
                { title: 'COMPANY', value: (row) => row.company, shrink: 3, least: 10 },
              ],
              rows,
              context.printer.width,
              paint,
            ),
            '',
            paint('dim', `${counted(rows.length, 'lead')}. Everything about one: icp lead ID`),
          ],
  );
  return 0;
}

/** What the leads are ordered by, where no other column shows it. */
function partColumn(sort: LeadOrder): Column<ListedLead>[] {
  if (!isPart(sort)) return [];
  return [{ title: sort.toUpperCase(), value: (row) => row.partPoints?.toFixed(1) ?? null, align: 'right' }];
}

function isPart(sort: LeadOrder): boolean {
  return SCORE_PARTS.some((name) => name === sort);
}

/** A lead under the keys that scripts rely on (SPEC §3). */
export function leadDocument(row: LeadRow): object {
  return {
    id: row.id,
    client: row.client,
    batch: row.batch,
    profile_url: profileUrl(row),
    public_identifier: row.publicIdentifier,
    member_urn: row.memberUrn,
    name: row.name,
    headline: row.headline,
    company: row.company,
    location: row.location,
    job_titles: row.jobTitles,
    industry: row.industry,
    company_type: row.companyType,
    status: row.status,
    icp_score: row.score,
    match_reasoning: row.reasoning,
  };
}
