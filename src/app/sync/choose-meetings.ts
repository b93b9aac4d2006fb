import { UsageError } from '../../domain/errors.ts';
import type { Call } from '../../ports/call-source.ts';
import { clientFinder, type NamedClient } from './named-clients.ts';

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

/** Why a meeting that might be meant is left out, for people; null: it is about something else. */
type Doubt = (call: Call) => string | null;

/**
 * The client's meetings: those asked for; else all where there is no other client; else those that name it, and none of the others. Meetings among
 * colleagues are left out unless asked for. Throws UsageError for an id that is not there, and where no meeting names the client.
 */
export function chooseMeetings(
  meetings: readonly Call[],
  wishes: MeetingWishes,
  client: NamedClient,
  clients: readonly NamedClient[],
): ChosenMeetings {
  const { ids, domains, all } = wishes;
  if (ids !== null) {
    const missing = ids.filter((id) => !meetings.some((call) => call.id === id));
    if (missing.length > 0) throw unknownCalls(missing);
    return choice(meetings, (call) => ids.includes(call.id), 'asked for by id');
  }
  if (all) return choice(meetings, () => true, 'all that the key sees (--all)');
  const external = (isMeant: (call: Call) => boolean, reason: string, doubt?: Doubt) =>
    choice(meetings, (call) => !call.internal && isMeant(call), reason, doubt);
  if (domains.length > 0) {
    const reason = `with guests of ${domains.join(', ')}`;
    const hasGuests = (call: Call) => call.domains.some((domain) => domains.includes(domain));
    const isUnknown = (call: Call) => call.domains.length === 0;
    if (isFiltered(meetings, hasGuests))
      return external((call) => hasGuests(call) || isUnknown(call), reason);
    return external(hasGuests, reason, (call) => (isUnknown(call) ? 'with guests not known' : null));
  }
  if (clients.length === 1) return external(() => true, `all, as "${client.slug}" is the only client`);
  const others = clients.filter(({ slug }) => slug !== client.slug);
  const thisOne = clientFinder([client]);
  const allOfThem = clientFinder([client, ...others]);
  // Before its name is taken for a part of a longer one.
  const isNamed = (call: Call) => thisOne(call).size > 0;
  const isNamedAlone = (call: Call) => isNamed(call) && [...allOfThem(call)].every((one) => one === client);
  const named = external(isNamedAlone, `those that name "${client.slug}"`, (call) =>
    isNamed(call) ? 'naming another client too' : null,
  );
  if (named.chosen.length > 0 || meetings.length === 0) return named;
  throw noMeeting(
    meetings,
    client,
    meetings.filter((call) => !call.internal && isNamed(call)),
  );
}

/**
 * Whether the service itself has left out the meetings with other guests, as it was asked to: then those of which it does not say who was invited are meant
 * too. A service that ignores what it is asked for lists others as well.
 */
function isFiltered(meetings: readonly Call[], hasGuests: (call: Call) => boolean): boolean {
  return meetings.some(hasGuests) && meetings.every((call) => call.domains.length === 0 || hasGuests(call));
}

function choice(
  meetings: readonly Call[],
  isMeant: (call: Call) => boolean,
  reason: string,
  doubt: Doubt = () => null,
): ChosenMeetings {
  const chosen = meetings.filter(isMeant);
  const rest = meetings.filter((call) => !isMeant(call));
  const doubtful = new Map<string, Call[]>();
  for (const call of rest) {
    const why = call.internal ? 'among colleagues' : doubt(call);
    if (why !== null) doubtful.set(why, [...(doubtful.get(why) ?? []), call]);
  }
  const which = [...doubtful].map(([why, calls], index) => {
    const count = calls.length === rest.length ? '' : `${calls.length} ${index === 0 ? 'of them ' : ''}`;
    return `, ${count}${why}${calls[0]!.internal ? '' : ` (--calls ${someIds(calls)} takes ${calls.length === 1 ? 'it' : 'them'})`}`;
  });
  const left = rest.length === 0 ? '' : `; ${rest.length} left out${which.join('')}`;
  return {
    chosen,
    left: rest.length,
    why: `${chosen.length} of ${meetings.length} meetings: ${reason}${left}`,
  };
}

/** As one writes them after `--calls`. */
function someIds(calls: readonly Call[]): string {
  const some = calls.slice(0, 3).map(({ id }) => id);
  return `${some.join(' ')}${calls.length > some.length ? ' …' : ''}`;
}

function noMeeting(
  meetings: readonly Call[],
  { slug, name }: NamedClient,
  ambiguous: readonly Call[],
): UsageError {
  const ways = 'say which are meant: --calls ID…, --domain DOMAIN (of the client), or --all';
  if (ambiguous.length === 0) {
    return new UsageError(
      'no_meeting_of_client',
      `none of ${meetings.length} meetings names "${slug}"${name === slug ? '' : ` or "${name}"`}, in its title or by the mail domain of a guest`,
      ways,
    );
  }
  const which =
    ambiguous.length === 1 ? 'the one that does also names' : `the ${ambiguous.length} that do also name`;
  return new UsageError(
    'no_meeting_of_client',
    `none of ${meetings.length} meetings names "${slug}" alone; ${which} another client`,
    `${ways}; --calls ${someIds(ambiguous)} takes ${ambiguous.length === 1 ? 'that one' : 'those'}`,
  );
}

function unknownCalls(ids: readonly string[]): UsageError {
  const some = ids.slice(0, 5).join(', ');
  return new UsageError(
    'unknown_call',
    `the key in FATHOM_API_KEY sees no meeting ${some}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`,
    'the id is the recording_id of the Fathom API; keys see the recordings of their user and those shared with the team. Check --since too',
  );
}
