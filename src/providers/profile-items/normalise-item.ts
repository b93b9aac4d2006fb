import { memberNumber, profileUrl } from '../../domain/linkedin-id.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { isStub, type Profile } from '../../domain/profile.ts';
import { draftOfApimaestro } from './apimaestro.ts';
import { draftOfDevFusion } from './dev-fusion.ts';
import { draftOfHarvestapi } from './harvestapi.ts';
import { readItemError } from './item-error.ts';
import { echoedUrl, identityOfDraft, identityOfUrl, subjectUrl } from './item-identity.ts';
import type { DraftProfile } from './profile-draft.ts';
import { repairRoles } from './repair-roles.ts';
import { draftOfSupremeCoder } from './supreme-coder.ts';
import { isRecord } from './tolerant-fields.ts';

export type NormalisedItem =
  | {
      readonly kind: 'profile';
      readonly profile: Profile;
      /** The URL that the item says it was asked for; null when it does not say. */
      readonly inputUrl: string | null;
      /** Who was asked for, which may be an older vanity name than the profile's own. */
      readonly alsoKnownAs: PersonIdentity;
    }
  /** `gone`: there is no such, or no public, profile. `error`: something failed, or the profile came back empty. */
  | { readonly kind: 'gone' | 'error'; readonly message: string; readonly inputUrl: string | null }
  /** The account may not use the scraper in this way; said of no profile in particular. */
  | { readonly kind: 'refusal'; readonly message: string }
  | { readonly kind: 'unusable'; readonly message: string };

/** Each scraper's items are told apart by fields that only they have; the default is the shape of LinkedIn's own API. */
function draftOf(item: Readonly<Record<string, unknown>>): DraftProfile {
  if (isRecord(item['basic_info'])) return draftOfApimaestro(item);
  if (Array.isArray(item['positions'])) return draftOfSupremeCoder(item);
  if (Array.isArray(item['experiences']) || 'linkedinPublicUrl' in item || 'jobStillWorking' in item)
    return draftOfDevFusion(item);
  if (Array.isArray(item['experience']) || 'currentPosition' in item || 'originalQuery' in item)
    return draftOfHarvestapi(item);
  return draftOfSupremeCoder(item);
}

/** Some actors push their API's envelope around the profile. */
function unwrap(item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  for (const name of ['element', 'profile', 'data']) {
    const inner = item[name];
    if (isRecord(inner)) return { ...item, ...inner };
  }
  return item;
}

/** What LinkedIn shows in place of the name of a person outside the viewer's network. */
const NAMELESS = /^linkedin member$/i;

function profileOf(draft: DraftProfile, requested: PersonIdentity): Profile {
  const flags = new Set<string>();
  const own = identityOfDraft(draft);
  const [ownNumber, requestedNumber] = [own.memberUrn, requested.memberUrn].map((id) =>
    id === null ? null : memberNumber(id),
  );
  if (ownNumber != null && requestedNumber != null && ownNumber !== requestedNumber)
    flags.add('member_id_differs_from_request');
  const isNameless = draft.fullName !== null && NAMELESS.test(draft.fullName);
  if (isNameless) flags.add('name_withheld');
  const roles = repairRoles(draft, flags);
  return {
    memberUrn: own.memberUrn ?? requested.memberUrn,
    publicIdentifier: own.publicIdentifier ?? requested.publicIdentifier,
    fullName: isNameless ? null : draft.fullName,
    headline: draft.headline,
    location: draft.location,
    about: draft.about,
    industry: draft.industry,
    roles,
    education: draft.education.filter(({ school, degree, field }) => (school ?? degree ?? field) !== null),
    skills: draft.skills,
    flags: [...flags],
  };
}

/**
 * Reads one item of a scraper's dataset, or of a file of earlier scrapes, whichever of the known scrapers made it. Never throws, however
 * damaged the item: what cannot be read is null, what had to be repaired is named in the profile's flags.
 */
export function normaliseItem(value: unknown): NormalisedItem {
  if (!isRecord(value)) return { kind: 'unusable', message: 'the item is no object' };
  const item = unwrap(value);
  const inputUrl = echoedUrl(item);
  const requested = identityOfUrl(inputUrl);
  const profile = profileOf(draftOf(item), requested);
  if (!isStub(profile)) return { kind: 'profile', profile, inputUrl, alsoKnownAs: requested };

  const subject = subjectUrl(item);
  const error = readItemError(item, subject !== null);
  if (error?.kind === 'refusal') return { kind: 'refusal', message: error.message };
  if (error !== null) return { kind: error.kind, message: error.message, inputUrl: subject };
  const about = subject ?? ((profile.publicIdentifier ?? profile.memberUrn) ? profileUrl(profile) : null);
  return about === null
    ? { kind: 'unusable', message: 'the item holds no field of a profile' }
    : { kind: 'error', message: 'the profile came back empty', inputUrl: about };
}
