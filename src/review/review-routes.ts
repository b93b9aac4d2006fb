import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Review } from '../app/review-leads.ts';
import { StopRun, UsageError } from '../domain/errors.ts';
import { LONGEST_JUDGE, reviewerName } from '../domain/learning/reviewer.ts';
import { VERDICTS } from '../domain/learning/verdict.ts';
import { cleanLine } from '../support/text.ts';
import type {
  ErrorDocument,
  ReviewQueue,
  ShownCheck,
  ShownIcp,
  ShownLead,
  ShownScore,
} from './page/review-api.ts';
import type { PageFile } from './page-files.ts';
import { shownIcp } from './shown-icp.ts';
import { shownInQueue, shownLead, shownScore } from './shown-lead.ts';
import type { VerdictIntake } from './verdict-intake.ts';

export interface RouteTerms {
  readonly review: Review;
  readonly intake: VerdictIntake;
  readonly files: ReadonlyMap<string, PageFile>;
  /** The scope by name, to be shown. */
  readonly client: string | null;
  readonly batch: string | null;
  /** Who judges when the page does not say. */
  readonly reviewer: string;
  /** Told of errors that are nobody's wrong request. */
  readonly onError: (error: unknown) => void;
}

/** A verdict needs less than a hundred bytes; a browser lets no page that is being left send more than this. */
const LARGEST_BODY = 64 * 1024;

const judge = z.string().transform((text, context) => {
  const name = reviewerName(text);
  if (name !== null) return name;
  context.addIssue({ code: 'custom', message: `must have 1 to ${LONGEST_JUDGE} characters` });
  return z.NEVER;
});
const id = z.int().positive();
const asked = z.object({ reviewer: judge });
const addressed = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});
const word = z.strictObject({ number: id, lead: id, verdict: z.enum(VERDICTS).nullable() });
const verdictPost = z.strictObject({ reviewer: judge, page: z.uuid(), words: z.array(word).min(1) });

/** The page's files and what it asks for, below the token. */
export function reviewRoutes(terms: RouteTerms): Hono {
  const { review, intake, files, client, batch, reviewer, onError } = terms;
  const routes = new Hono();
  const judgeOf = (query: Record<string, string>) =>
    asked.parse({ reviewer: query['reviewer'] ?? reviewer }).reviewer;

  routes.get('/api/queue', async (context) => {
    const name = judgeOf(context.req.query());
    // A page that was left has sent what it had left to say: the next one must see it.
    await intake.settled(name);
    const leads = (await review.queue(name)).map(shownInQueue);
    return context.json<ReviewQueue>({ reviewer: name, client, batch, showScores: review.showScores, leads });
  });
  routes.get('/api/leads/:id', async (context) => {
    const lead = await review.lead(judgeOf(context.req.query()), addressed.parse(context.req.param()).id);
    return context.json<ShownLead>(shownLead(lead));
  });
  routes.get('/api/leads/:id/score', async (context) => {
    const score = await review.score(judgeOf(context.req.query()), addressed.parse(context.req.param()).id);
    return context.json<ShownScore>(shownScore(score));
  });
  routes.get('/api/icps/:id', async (context) =>
    context.json<ShownIcp>(shownIcp(await review.icp(addressed.parse(context.req.param()).id))),
  );
  routes.get('/api/check', async (context) =>
    context.json<ShownCheck | null>(await review.checkOnCut(judgeOf(context.req.query()))),
  );
  routes.post(
    '/api/verdicts',
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) => context.json(failure('too_large', 'this is no verdict: too large'), 413),
    }),
    async (context) => {
      if (!/^application\/json(?:;|$)/i.test(context.req.header('content-type') ?? ''))
        return context.json(failure('not_json', 'a verdict must be JSON'), 415);
      await intake.take(verdictPost.parse(await context.req.json()));
      return context.body(null, 204);
    },
  );
  const isMissing = (context: Context) => context.json(failure('not_found', 'there is no such page'), 404);
  const sendFile = (context: Context, name: string) => {
    const file = files.get(name);
    return file === undefined
      ? isMissing(context)
      : context.body(file.bytes, 200, { 'content-type': file.type });
  };
  routes.get('/', (context) => sendFile(context, 'index.html'));
  routes.get('/:name', (context) => sendFile(context, context.req.param('name')));
  routes.all('*', isMissing);

  routes.onError((error, context) => {
    if (error instanceof z.ZodError) {
      const [issue] = error.issues;
      return context.json(
        failure('bad_request', `${issue?.path.join('.') || 'body'}: ${issue?.message}`),
        400,
      );
    }
    if (error instanceof SyntaxError)
      return context.json(failure('bad_request', 'a verdict must be JSON'), 400);
    if (error instanceof UsageError) {
      const document = failure(error.code, error.message, error.hint);
      return context.json(document, error.code.startsWith('unknown_') ? 404 : 409);
    }
    if (error instanceof StopRun) return context.json(failure(error.code, error.message, error.hint), 503);
    if (isBrokenOff(error, context)) return context.json(failure('broken_off', 'the request broke off'), 400);
    onError(error);
    return context.json(
      failure('unexpected', 'something unexpected went wrong; the terminal of icp review says what'),
      500,
    );
  });
  return routes;
}

/** Whoever asked has gone in the middle of it, as browsers do, and hears nothing any more. */
function isBrokenOff(error: NodeJS.ErrnoException, context: Context): boolean {
  return error.code === 'ECONNRESET' && context.req.raw.signal.aborted;
}

function failure(code: string, message: string, hint = 'load the page anew'): ErrorDocument {
  return { error: { code, message: cleanLine(message) ?? code, hint } };
}
