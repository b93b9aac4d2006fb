import { UsageError } from '../../domain/errors.ts';
import type { Call } from '../../ports/call-source.ts';
import type { Client } from '../../store/clients.ts';
import { foldForMatching } from '../../support/text.ts';

/** Which of the meetings that a key sees are about a client. */
export interface MeetingWishes {
  /** `--calls`. */
  readonly ids: readonly string[] | null;
  /** `--domain`. */
  readonly domains: readonly string[];
  /** `--all`. */
  readonly all: boolean;
}

export interface ChosenMeetings {
  readonly chosen: readonly Call[];
  readonly left: number;
  /** Why these, for people. */
  readonly why: string;
}

/** A shorter name stands in too many titles that mean something else. */
const SHORTEST_NAME = 3;

/**
 * The client's meetings: those asked for; else all where there is no other client; else those that name it. Meetings among colleagues are left out unless
 * asked for. Throws UsageError for an id that is not there, and where no meeting names the client.
 */
export function chooseMeetings(
  meetings: readonly Call[],
  wishes: MeetingWishes,
  client: Pick<Client, 'slug' | 'name'>,
  isOnlyClient: boolean,
): ChosenMeetings {
  const { ids, domains, all } = wishes;
  if (ids !== null) {
    const missing = ids.filter((id) => !meetings.some((call) => call.id === id));
    if (missing.length > 0) throw unknownCalls(missing);
    return choice(meetings, (call) => ids.includes(call.id), 'asked for by id');
  }
  if (all) return choice(meetings, () => true, 'all that the key sees (--all)');
  const external = (isMeant: (call: Call) => boolean, reason: string) =>
    choice(meetings, (call) => !call.internal && isMeant(call), reason);
  if (domains.length > 0) {
    // The service has left out the others, but does not always say who was invited.
    return external(
      (call) => call.domains.length === 0 || call.domains.some((domain) => domains.includes(domain)),
      `with guests of ${domains.join(', ')}`,
    );
  }
  if (isOnlyClient) return external(() => true, `all, as "${client.slug}" is the only client`);
  const named = external((call) => namesClient(call, client), `those that name "${client.slug}"`);
  if (named.chosen.length > 0 || meetings.length === 0) return named;
  throw new UsageError(
    'no_meeting_of_client',
    `none of ${meetings.length} meetings names "${client.slug}" or "${client.name}", in its title or by the mail domain of a guest`,
    'say which are meant: --calls ID…, --domain DOMAIN (of the client), or --all',
  );
}

function choice(meetings: readonly Call[], isMeant: (call: Call) => boolean, reason: string): ChosenMeetings {
  const chosen = meetings.filter(isMeant);
  const rest = meetings.filter((call) => !isMeant(call));
  const internal = rest.filter((call) => call.internal).length;
  const which =
    internal === 0 ? '' : `, ${internal === rest.length ? '' : `${internal} of them `}among colleagues`;
  const left = rest.length === 0 ? '' : `; ${rest.length} left out${which}`;
  return {
    chosen,
    left: rest.length,
    why: `${chosen.length} of ${meetings.length} meetings: ${reason}${left}`,
  };
}

/** By whole words of a title, or by the first label of a guest's mail domain. */
function namesClient(call: Call, { slug, name }: Pick<Client, 'slug' | 'name'>): boolean {
  const names = [slug, name].map(foldForMatching).filter((one) => one.length >= SHORTEST_NAME);
  const titles = [call.title, call.calendarTitle].map((title) => ` ${foldForMatching(title ?? '')} `);
  const labels = call.domains.map((domain) => joined(domain.split('.')[0]!));
  return names.some(
    (one) => titles.some((title) => title.includes(` ${one} `)) || labels.includes(joined(one)),
  );
}

const joined = (text: string) => foldForMatching(text).replaceAll(' ', '');

function unknownCalls(ids: readonly string[]): UsageError {
  const some = ids.slice(0, 5).join(', ');
  return new UsageError(
    'unknown_call',
    `the key in FATHOM_API_KEY sees no meeting ${some}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`,
    'the id is the recording_id of the Fathom API; keys see the recordings of their user and those shared with the team. Check --since too',
  );
}
