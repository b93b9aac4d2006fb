import type {
  ErrorDocument,
  ReviewQueue,
  ShownCheck,
  ShownIcp,
  ShownLead,
  ShownScore,
  VerdictPost,
} from './review-api.ts';

/** A request that came to nothing, in words for the reviewer. */
export class ServerError extends Error {
  readonly hint: string;
  /** The server has understood and will say the same again. */
  readonly isFinal: boolean;
  constructor(message: string, hint: string, isFinal: boolean) {
    super(message);
    this.name = 'ServerError';
    this.hint = hint;
    this.isFinal = isFinal;
  }
}

/** What the page asks of `icp review`, on behalf of one reviewer; null: whoever the command was started for. */
export function connect(reviewer: string | null) {
  const named = reviewer === null ? '' : `?reviewer=${encodeURIComponent(reviewer)}`;
  return {
    queue: () => ask<ReviewQueue>(`api/queue${named}`),
    lead: (id: number) => ask<ShownLead>(`api/leads/${id}${named}`),
    score: (id: number) => ask<ShownScore>(`api/leads/${id}/score${named}`),
    icp: (id: number) => ask<ShownIcp>(`api/icps/${id}`),
    check: () => ask<ShownCheck | null>(`api/check${named}`),
    post: (post: VerdictPost) =>
      ask<null>('api/verdicts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(post),
        // Goes out even if the page is closed right after the key.
        keepalive: true,
      }),
  };
}

export type Server = ReturnType<typeof connect>;

async function ask<T>(path: string, request?: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, request);
  } catch {
    throw new ServerError(
      'icp review does not answer',
      'this goes on by itself when it does; if it was stopped, start it again and decide anew, at its new link, what is not saved here',
      false,
    );
  }
  if (answer.status === 204) return null as T;
  if (answer.status === 403) {
    throw new ServerError(
      'this link is not valid any more',
      'use the link that icp review printed when it was started anew',
      false,
    );
  }
  const document = (await answer.json().catch(() => null)) as T | ErrorDocument | null;
  if (answer.ok) return document as T;
  const { message, hint } = (document as ErrorDocument | null)?.error ?? {
    message: `icp review answered with ${answer.status}`,
    hint: 'load the page anew',
  };
  throw new ServerError(message, hint, answer.status < 500);
}
