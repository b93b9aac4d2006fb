import { UsageError } from '../domain/errors.ts';
import { atHand } from '../pipeline/in-batch.ts';
import type { TargetIcp } from '../stages/qualify/qualify-lead.ts';
import { countWithoutVector, findNearestTexts } from '../store/nearest-leads.ts';
import type { Scope } from '../store/scope.ts';
import type { App } from './app.ts';
import type { Services } from './services.ts';

/** Of each client, the texts of the leads that the reranker is asked about (`--shortlist`). */
export class Shortlist {
  readonly #members: ReadonlySet<string>;

  constructor(members: Iterable<string>) {
    this.#members = new Set(members);
  }

  has(clientId: number, textHash: string): boolean {
    return this.#members.has(shortlistMember(clientId, textHash));
  }

  /** For a condition in SQL. */
  get members(): string[] {
    return [...this.#members];
  }
}

const shortlistMember = (clientId: number, textHash: string) => `${clientId}/${textHash}`;

/**
 * The `size` leads in scope that are nearest to the ICP of each client, by the cosine of their texts. All that have been enriched take part, so that a command
 * which is repeated, or goes on where another stopped, draws the same list. Throws UsageError when not all of them have a vector.
 */
export async function drawShortlist(
  app: App,
  services: Services,
  scope: Scope,
  icps: ReadonlyMap<number, TargetIcp>,
  size: number,
): Promise<Shortlist> {
  const { origin, embeddings } = services;
  const { model } = embeddings;
  const missing = await countWithoutVector(app.database, { scope, origin, model });
  if (missing > 0) {
    throw new UsageError(
      'no_vectors',
      `${missing} leads have no vector of ${model} yet, so nobody can tell whether they are among the nearest`,
      'icp qualify --rescore --no-rerank buys what is missing; or leave out --shortlist',
    );
  }
  const members: string[] = [];
  for (const [clientId, icp] of icps) {
    const ofClient = { clientId, batchId: scope.batchId };
    await embeddings.ensure(icp.hash, icp.text, 'qualify', { ...ofClient, leadId: null }).then(atHand);
    const terms = { scope: ofClient, origin, model, queryHash: icp.hash, count: size };
    const nearest = await findNearestTexts(app.database, terms);
    members.push(...nearest.map((textHash) => shortlistMember(clientId, textHash)));
  }
  return new Shortlist(members);
}
