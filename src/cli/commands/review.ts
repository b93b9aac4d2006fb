import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import type { Review } from '../../app/review-leads.ts';
import { USUAL_CUT } from '../../domain/learning/review-cut.ts';
import { LONGEST_JUDGE, reviewerName } from '../../domain/learning/reviewer.ts';
import type { Unreviewable } from '../../store/review-queue.ts';
import type { CommandContext, GlobalOptions } from '../context.ts';
import { counted } from '../format.ts';
import { shown } from '../io.ts';
import { addDatabaseOptions, addGlobalOptions, addScopeOptions, examples } from '../options.ts';
import type { Start } from '../start.ts';
import { scopeFlags } from './scope-flags.ts';

interface ReviewOptions extends GlobalOptions {
  readonly client?: string;
  readonly batch?: string;
  readonly reviewer?: string;
  readonly port: number;
  readonly open?: boolean;
  readonly showScores?: boolean;
  readonly cut: number;
}

/** Of the token in the link. */
const TOKEN_BYTES = 32;
const SEED_BYTES = 12;

export function declareReview(program: Command, start: Start): void {
  const command = addScopeOptions(
    program.command('review').description('a local page on which people say who is worth talking to'),
  )
    .option(
      '--reviewer <name>',
      'who judges; can be changed on the page (default: your user name)',
      parseReviewer,
    )
    .option('--port <n>', 'port on 127.0.0.1; 0 is a free one', parsePort, 0)
    .option('--open', 'open the page in the browser')
    .option('--show-scores', 'show scores before the verdict too; such verdicts are marked')
    .option(
      '--cut <relevance>',
      'leave out whom the reranker gives less, but for a sample; 0 to 1',
      parseCut,
      USUAL_CUT,
    )
    .action(start(review));
  addGlobalOptions(addDatabaseOptions(command));
  examples(command, [
    ['icp review --client acme --open', 'judge the leads of one client'],
    [
      'icp review --client acme --reviewer "Ana Brandt" --port 4400',
      'under another name, on a port of your choice',
    ],
    ['icp review --client acme --cut 0', 'leave out only whom the ICP excludes'],
  ]);
}

async function review(options: ReviewOptions, context: CommandContext): Promise<number> {
  const [{ openReview }, { packageFolder }, { resolveScope }] = await Promise.all([
    import('../../app/review-leads.ts'),
    import('../../app/package-folder.ts'),
    import('../../app/resolve-scope.ts'),
  ]);
  const { printer, halt } = context;
  const reviewer = options.reviewer ?? userName();
  return context.withApp(async (app) => {
    const opened = openReview(app, {
      scope: await resolveScope(app.database, options),
      cut: options.cut,
      showScores: options.showScores === true,
      newSeed: () => randomBytes(SEED_BYTES).toString('hex'),
    });
    const queue = await opened.queue(reviewer);
    const decided = queue.filter(({ verdict }) => verdict !== null).length;
    const leftOut = await opened.unreviewable(reviewer);
    const document = {
      ...{ command: 'review', reviewer, leads: queue.length, decided },
      ...leftOutDocument(leftOut),
    };
    if (queue.length === 0) {
      printer.result({ ...document, url: null }, () => nobodyLines(leftOut, options));
      return 0;
    }
    const [{ startReviewServer }, { openInBrowser }] = await Promise.all([
      import('../../review/review-server.ts'),
      import('../../review/open-in-browser.ts'),
    ]);
    const server = await startReviewServer({
      review: opened,
      client: options.client ?? null,
      batch: options.batch ?? null,
      reviewer,
      port: options.port,
      token: randomBytes(TOKEN_BYTES).toString('base64url'),
      pageFolder: `${packageFolder}/dist/review/page`,
      onError: (error) => printer.warn(`the review page: ${error instanceof Error ? error.message : error}`),
    });
    try {
      halt.endsQuietly = true;
      printer.result({ ...document, url: server.url }, () => [
        `Review ${counted(queue.length, 'lead')}${of(options)} as ${shown(reviewer)}: ${server.url}`,
      ]);
      printer.note(
        [
          ...leftOutLines(leftOut, options),
          ...(decided > 0 ? [`${decided} of them decided already.`] : []),
          'Ctrl-C stops; every verdict is kept the moment it is given. Who has the link can review.',
          ...(app.database.kind === 'embedded'
            ? [
                'The embedded database is in use until then: other icp commands wait (--wait) or end with code 5.',
              ]
            : []),
        ].join('\n'),
      );
      if (options.open) {
        const problem = await openInBrowser(server.url);
        if (problem !== null) printer.note(`${problem}; open the link yourself`);
      }
      await new Promise<void>((stopped) => halt.onStop(stopped));
    } finally {
      await server.close();
    }
    printer.note(givenText(opened));
    return 0;
  });
}

const of = ({ client, batch }: ReviewOptions) =>
  (client === undefined ? '' : ` of ${shown(client)}`) +
  (batch === undefined ? '' : `, batch ${shown(batch)}`);

function givenText(opened: Review): string {
  const { fit, not_fit } = opened.given();
  return fit + not_fit === 0
    ? 'No verdict given.'
    : `${counted(fit + not_fit, 'verdict')} given: ${fit} fit, ${not_fit} not.`;
}

function leftOutDocument({ waiting, excluded, belowCut, notEnough }: Unreviewable): object {
  return { waiting, excluded, below_cut: belowCut, not_enough: notEnough };
}

function reasons({ waiting, excluded, belowCut, notEnough }: Unreviewable, { cut }: ReviewOptions): string[] {
  return [
    ...(waiting > 0 ? [`${counted(waiting, 'lead')} not scored yet`] : []),
    ...(excluded > 0 ? [`${excluded} excluded by the ICP`] : []),
    ...(belowCut > 0 ? [`${belowCut} below the cut of ${cut}`] : []),
    ...(notEnough > 0 ? [`${notEnough} with too little on the profile to judge`] : []),
  ];
}

/** Also told where there are leads to review. One in ten of the excluded and those below the cut is among them. */
function leftOutLines(leftOut: Unreviewable, options: ReviewOptions): string[] {
  const why = reasons(leftOut, options);
  return why.length === 0 ? [] : [`Left out, but for a sample: ${why.join(', ')}.`];
}

/** Why there is nobody to review, and what to do about it. */
function nobodyLines(leftOut: Unreviewable, options: ReviewOptions): string[] {
  const { waiting, excluded, belowCut } = leftOut;
  const scope = scopeFlags(options);
  const why = reasons(leftOut, options);
  const next =
    waiting > 0
      ? `Next: icp enrich${scope}, then icp qualify${scope}`
      : belowCut > 0
        ? `Next: icp review${scope} --cut 0, or another ICP`
        : excluded > 0
          ? `Next: icp leads${scope} says why; another ICP: icp client set-icp, then icp qualify${scope} --rescore`
          : 'Next: icp run FILE --client SLUG finds and scores people; icp qualify scores those who are enriched';
  return [`Nobody to review${why.length === 0 ? ': no lead is scored' : `: ${why.join(', ')}`}.`, next];
}

function userName(): string {
  try {
    return reviewerName(userInfo().username) ?? 'reviewer';
  } catch {
    // A user id that the system has no name for, as in some containers.
    return 'reviewer';
  }
}

function parseReviewer(value: string): string {
  const name = reviewerName(value);
  if (name === null)
    throw new InvalidArgumentError(`It must be a name of at most ${LONGEST_JUDGE} characters.`);
  return name;
}

function parsePort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new InvalidArgumentError('It must be a port from 0 to 65535.');
  return Number(value);
}

function parseCut(value: string): number {
  if (!/^(?:0|1|0?\.\d{1,6}|1\.0{1,6})$/.test(value))
    throw new InvalidArgumentError('It must be from 0 to 1.');
  return Number(value);
}
