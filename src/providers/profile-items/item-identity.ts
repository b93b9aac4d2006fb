import {
  isMemberId,
  memberIdOfUrn,
  normaliseVanity,
  parseProfileLink,
  profileUrl,
} from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import type { DraftProfile } from './profile-draft.ts';
import { isRecord, readLine } from './tolerant-fields.ts';

export const NOBODY: PersonIdentity = { memberUrn: null, publicIdentifier: null };

/** The person whom a text names: a profile link, a URN, a member id, or a bare vanity name. */
function personOfText(text: string): PersonIdentity | null {
  const linked = parseProfileLink(text);
  if (linked !== null) return linked;
  const memberUrn = isMemberId(text) ? text : memberIdOfUrn(text);
  if (memberUrn !== null) return { memberUrn, publicIdentifier: null };
  const publicIdentifier = normaliseVanity(text);
  return publicIdentifier === null ? null : { memberUrn: null, publicIdentifier };
}

/** Who a draft says it is. Ids turn up in fields for vanity names too, and are not taken for one: that would fold their case. */
export function identityOfDraft(draft: DraftProfile): PersonIdentity {
  const people = [...draft.memberIds, ...draft.vanityNames].flatMap((text) =>
    text === null ? [] : (personOfText(text) ?? []),
  );
  const vanities = draft.vanityNames.flatMap((text) => (text === null ? [] : (personOfText(text) ?? [])));
  return {
    memberUrn: people.find(({ memberUrn }) => memberUrn !== null)?.memberUrn ?? null,
    publicIdentifier:
      vanities.find(({ publicIdentifier }) => publicIdentifier !== null)?.publicIdentifier ?? null,
  };
}

/** The person of a link; nobody for null and for what is no profile link. */
export function identityOfUrl(url: string | null): PersonIdentity {
  return (url === null ? null : parseProfileLink(url)) ?? NOBODY;
}

/** Fields in which scrapers repeat what they were asked for. */
const ECHOES = ['inputUrl', 'originalQuery', 'query', 'input'] as const;
const ECHO_PARTS = ['url', 'query', 'publicIdentifier', 'profileId'] as const;
/** Fields that say what an item is about; for items without a profile, which carry no other identity. */
const SUBJECTS = ['url', 'profileUrl', 'linkedinUrl', 'linkedinPublicUrl', 'publicIdentifier'] as const;

function firstPerson(values: readonly unknown[]): string | null {
  for (const value of values) {
    const text = readLine(value);
    const person = text === null ? null : personOfText(text);
    if (text !== null && person !== null) return parseProfileLink(text) === null ? profileUrl(person) : text;
  }
  return null;
}

/** The profile URL that an item says it answers, as it was echoed or made from the echoed name or id; null without an echo. */
export function echoedUrl(item: Readonly<Record<string, unknown>>): string | null {
  return firstPerson(
    ECHOES.flatMap((name) => {
      const echo = item[name];
      return isRecord(echo) ? ECHO_PARTS.map((part) => echo[part]) : [echo];
    }),
  );
}

/** As `echoedUrl`, or failing that the URL of the profile that the item speaks of. */
export function subjectUrl(item: Readonly<Record<string, unknown>>): string | null {
  return echoedUrl(item) ?? firstPerson(SUBJECTS.map((name) => item[name]));
}
