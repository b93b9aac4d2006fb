import type { Icp } from '../../domain/icp.ts';
import { accumulate } from '../../domain/targeting/insight.ts';
import { type Proposal, propose } from '../../domain/targeting/proposal.ts';
import type { Call } from '../../ports/call-source.ts';
import { currentIcps, earlierCriteria, listClients, lockClient, saveIcp } from '../../store/clients.ts';
import type { Database, Queryable } from '../../store/database.ts';
import { listMentions } from '../../store/fathom-calls.ts';
import { chooseMeetings, type MeetingWishes } from './choose-meetings.ts';
import { listMeetings } from './list-meetings.ts';
import type { SyncServices } from './sync-services.ts';
import { readTranscriptFiles } from './transcript-files.ts';

export interface SyncRequest extends MeetingWishes {
  readonly since: Date | null;
  /** `--transcript`: these files are read, and Fathom is not asked. */
  readonly files: readonly string[];
  readonly stdin: AsyncIterable<Uint8Array>;
}

export interface GatheredCalls {
  readonly calls: readonly Call[];
  readonly found: number;
  readonly left: number;
}

/** The calls that the command is about, with their transcripts; says on the way which were chosen and why. */
export async function gatherCalls(services: SyncServices, request: SyncRequest): Promise<GatheredCalls> {
  const { app, client } = services;
  if (request.files.length > 0) {
    const calls = await readTranscriptFiles(request.files, request.stdin);
    return { calls, found: calls.length, left: 0 };
  }
  if (app.offline) {
    app.notice('--offline does not ask Fathom; name transcripts with --transcript FILE to read more');
    return { calls: [], found: 0, left: 0 };
  }
  const { meetings, unreadable } = await listMeetings(services.source(), services.calls, {
    clientId: client.id,
    since: request.since,
    domains: request.domains,
    ids: request.ids,
  });
  await services.calls.recorded();
  if (unreadable > 0) {
    const entries = unreadable === 1 ? '1 entry' : `${unreadable} entries`;
    app.notice(`${entries} in Fathom's list could not be read`);
  }
  const clients = await listClients(app.database);
  const { chosen, left, why } = chooseMeetings(meetings, request, client, clients);
  app.notice(meetings.length === 0 ? noMeetings(request) : why);
  return { calls: chosen, found: meetings.length, left };
}

function noMeetings({ since, domains }: SyncRequest): string {
  const flags = [...(since === null ? [] : ['--since']), ...(domains.length === 0 ? [] : ['--domain'])];
  const narrowed = flags.length === 0 ? '' : `; check ${flags.join(' and ')}`;
  return `Fathom lists no meetings: the key sees the recordings of its user and those shared with the team${narrowed}. Other calls: --transcript FILE`;
}

/** What is proposed, and which version it starts from; null for a client without an ICP. */
export interface ProposedIcp extends Proposal {
  readonly currentVersion: number | null;
}

/** Made of everything that was said in the client's calls so far. */
export async function proposeIcp(
  database: Queryable,
  { client, origin }: Pick<SyncServices, 'client' | 'origin'>,
): Promise<ProposedIcp> {
  const mentions = await listMentions(database, client.id, origin);
  const [current] = await currentIcps(database, client.id);
  const earlier = await earlierCriteria(database, client.id);
  return {
    ...propose(current?.criteria ?? null, accumulate(mentions), earlier),
    currentVersion: current?.version ?? null,
  };
}

export interface AppliedIcp {
  readonly version: number;
  readonly icp: Icp;
}

/**
 * Makes the proposal current, or finds that there is nothing to apply. It is made anew for that, from the version that is current by then, so that what somebody
 * else saved meanwhile is kept; what is returned is what came of it.
 */
export function applyProposal(
  database: Database,
  services: Pick<SyncServices, 'client' | 'origin'>,
): Promise<{ readonly proposal: ProposedIcp; readonly applied: AppliedIcp | null }> {
  return database.transaction(async (transaction) => {
    await lockClient(transaction, services.client.id);
    const proposal = await proposeIcp(transaction, services);
    if (!proposal.applicable) return { proposal, applied: null };
    const { icp } = await saveIcp(transaction, services.client.id, proposal.icp);
    return { proposal, applied: { version: icp.version, icp: icp.criteria } };
  });
}
