import type { Command } from 'commander';
import { UsageError } from '../../domain/errors.ts';
import { parsePerson, profileUrl } from '../../domain/linkedin-id.ts';
import type { Profile } from '../../domain/profile.ts';
import type { EventRow, LeadDetail, ScoreRow } from '../../store/lead-story.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted, dollars, moment } from '../format.ts';
import { type Paint, shown } from '../io.ts';
import { addDatabaseOptions, addGlobalOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { formatTable } from '../table.ts';
import { leadDocument } from './leads.ts';

interface Story {
  readonly lead: LeadDetail;
  readonly scores: readonly ScoreRow[];
  readonly events: readonly EventRow[];
  readonly costs: readonly { stage: string; calls: number; costUsd: number | null }[];
}

export function declareLead(program: Command, start: Start): void {
  const command = program
    .command('lead <id-or-url>')
    .description('everything about one lead: profile, score and its parts, history, cost')
    .action(start(lead));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['icp lead 17', 'by the id that icp leads shows'],
    ['icp lead https://www.linkedin.com/in/ana-brandt', 'by any spelling of the profile link'],
  ]);
}

async function lead(_: GlobalOptions, context: CommandContext, asked: string): Promise<number> {
  const reports = await import('../../store/lead-story.ts');
  const wanted = parseWanted(asked);
  const stories = await context.withApp(async (app) => {
    const found = await reports.findLeads(app.database, wanted);
    const told: Story[] = [];
    for (const one of found) {
      told.push({
        lead: one,
        scores: await reports.listScores(app.database, one.id),
        events: await reports.listEvents(app.database, one.id),
        costs: await reports.leadCost(app.database, one.id),
      });
    }
    return told;
  });
  if (stories.length === 0) {
    throw new UsageError('unknown_lead', `there is no lead "${shown(asked)}"`, 'list them: icp leads');
  }
  const documents = stories.map(storyDocument);
  context.printer.result(documents.length === 1 ? documents[0]! : { leads: documents }, (paint) =>
    stories.flatMap((story, index) => [
      ...(index > 0 ? ['', ''] : []),
      ...storyLines(story, context.printer.width, paint),
    ]),
  );
  return 0;
}

function parseWanted(asked: string) {
  if (/^\d{1,15}$/.test(asked)) return { id: Number(asked), memberUrn: null, publicIdentifier: null };
  return { id: null, ...(parsePerson(asked) ?? { memberUrn: null, publicIdentifier: null }) };
}

function storyDocument({ lead: one, scores, events, costs }: Story): object {
  return {
    ...leadDocument(one),
    profile: one.profile,
    scraper: one.scraper,
    fetched_at: one.fetchedAt,
    profile_text_cut: one.textCut,
    failure:
      one.errorCode === null
        ? null
        : {
            failed_from: one.failedFrom,
            code: one.errorCode,
            message: one.errorMessage,
            retryable: one.retryable,
            attempts: one.retryCount,
            next_attempt_at: one.nextAttemptAt,
          },
    scores: scores.map((score) => ({
      icp_version: score.icpVersion,
      verdict: score.verdict,
      score: score.score,
      parts: score.parts,
      match_reasoning: score.reasoning,
      scored_at: score.scoredAt,
    })),
    history: events,
    costs: costs.map(({ stage, calls, costUsd }) => ({ stage, calls, cost_usd: costUsd })),
  };
}

function storyLines({ lead: one, scores, events, costs }: Story, width: number, paint: Paint): string[] {
  const profile = one.profile as Profile | null;
  const field = (label: string, value: string | null | undefined) =>
    value ? [`  ${paint('dim', label.padEnd(10))} ${shown(value)}`] : [];
  const current = scores[0];
  return [
    `${paint('bold', shown(one.name ?? 'unknown name'))}  ${paint('dim', `lead ${one.id} · ${one.client} · ${one.batch}`)}`,
    ...field('profile', profileUrl(one)),
    ...field('headline', one.headline),
    ...field(
      'roles',
      profile?.roles
        .filter((role) => role.isCurrent)
        .map((role) => [role.title, role.company].filter(Boolean).join(' at '))
        .join('; '),
    ),
    ...field('location', one.location),
    ...field('industry', one.industry === null ? null : `${one.industry}, ${one.companyType}`),
    ...field('scraped', one.fetchedAt === null ? null : `${moment(one.fetchedAt)} by ${one.scraper}`),
    ...field('repaired', profile?.flags.join(', ')),
    ...field('note', one.textCut ? 'the profile text was cut at the limit of the embedding model' : null),
    ...field('status', one.status),
    ...field('failure', one.errorCode === null ? null : `${one.errorCode}: ${one.errorMessage ?? ''}`),
    ...(current === undefined ? [] : ['', ...scoreLines(current, width, paint)]),
    '',
    paint('dim', 'History'),
    `  ${moment(one.createdAt)}  discovered`,
    ...events.map(
      (event) =>
        `  ${moment(event.at)}  ${event.from} → ${event.to}${event.reason === null ? '' : ` (${shown(event.reason)})`}`,
    ),
    ...(costs.length === 0
      ? []
      : [
          '',
          paint('dim', 'Cost'),
          ...costs.map(
            (cost) => `  ${cost.stage.padEnd(9)} ${counted(cost.calls, 'call')}, ${dollars(cost.costUsd)}`,
          ),
        ]),
  ];
}

function scoreLines(score: ScoreRow, width: number, paint: Paint): string[] {
  const total = score.score === null ? 'no score' : `${score.score.toFixed(1)} of 100`;
  return [
    `${paint('bold', total)}  ${paint('dim', `ICP version ${score.icpVersion}`)}`,
    `  ${shown(score.reasoning)}`,
    ...(score.parts.length === 0
      ? []
      : formatTable(
          [
            { title: 'PART', value: (part) => part.name },
            { title: 'POINTS', value: (part) => part.points.toFixed(1), align: 'right' },
            { title: 'OF', value: (part) => part.possible.toFixed(1), align: 'right' },
            { title: 'WHY', value: (part) => part.reason, shrink: 2, least: 24 },
            {
              title: 'QUOTE',
              value: (part) => (part.quote === null ? '' : `“${part.quote}”`),
              shrink: 1,
              least: 24,
            },
          ],
          score.parts,
          width - 2,
          paint,
        ).map((line) => `  ${line}`)),
  ];
}
