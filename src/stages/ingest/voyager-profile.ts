import { z } from 'zod';
import { isMemberId, memberIdOfUrn, normaliseVanity } from '../../domain/linkedin-id.ts';
import type { JsonObject } from './json-walk.ts';
import { personHeadline, personName } from './person-text.ts';
import { numberOfUrn, personOfToken, referenceOf } from './profile-reference.ts';
import type { Sighting } from './recogniser.ts';

const text = z.string().nullish().catch(null);
const profile = z.object({
  firstName: text,
  lastName: text,
  fullName: text,
  headline: text,
  occupation: text,
  publicIdentifier: text,
  entityUrn: text,
  dashEntityUrn: text,
  objectUrn: text,
  flagshipProfileUrl: text,
});

/** A Profile, MiniProfile or Sales Navigator object as a sighting; null for schema decoys and anything that names no member. */
export function profileSighting(object: JsonObject): Sighting | null {
  const { publicIdentifier: vanity, entityUrn, flagshipProfileUrl } = object;
  if (typeof vanity !== 'string' && typeof flagshipProfileUrl !== 'string') {
    if (typeof entityUrn !== 'string' || memberIdOfUrn(entityUrn) === null) return null;
  }
  const row = profile.parse(object);
  const flagship = row.flagshipProfileUrl ? referenceOf(row.flagshipProfileUrl) : null;
  const urns = [row.entityUrn, row.dashEntityUrn].map((urn) => (urn ? personOfToken(urn)?.memberUrn : null));
  const linked = flagship?.kind === 'person' ? flagship.person : null;
  const memberUrn = urns.find((urn) => urn != null) ?? linked?.memberUrn ?? null;
  const publicIdentifier =
    (row.publicIdentifier && row.publicIdentifier !== 'UNKNOWN' && !isMemberId(row.publicIdentifier)
      ? normaliseVanity(row.publicIdentifier)
      : null) ??
    linked?.publicIdentifier ??
    null;
  if (memberUrn === null && publicIdentifier === null) return null;
  return {
    memberUrn,
    publicIdentifier,
    memberNumber: numberOfUrn(row.objectUrn ?? ''),
    name: personName(row.fullName ?? [row.firstName, row.lastName].filter(Boolean).join(' ')),
    headline: personHeadline(row.headline ?? row.occupation),
  };
}

/** The id of a `fs_salesProfile` URN, or null for any other. */
export function salesIdOf(urn: unknown): string | null {
  if (typeof urn !== 'string') return null;
  return /^urn:li:fs_salesProfile:\(?([A-Za-z0-9_-]{12,70})[,)]?/.exec(urn)?.[1] ?? null;
}
