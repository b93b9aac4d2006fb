import { randomBytes } from 'node:crypto';
import { isProfileMemberId } from '../domain/linkedin-id.ts';
import { isMemberKey } from '../domain/member-keys.ts';
import type { Queryable } from './database.ts';

/** HMAC-SHA256 (RFC 2104): the block length of SHA-256, and what its two passes combine the key with. */
const BLOCK_BYTES = 64;
const INNER = 0x36;
const OUTER = 0x5c;

/** Whether all names of a forgotten person are remembered, or some have come to light only now. */
export type Forgotten = 'under all names' | 'under some names';

/**
 * Which of these people are to stay forgotten, by their position; each is given by its names as keys. Nobody can be forgotten between this and the end
 * of the transaction, so that whatever it stores of the others `icp forget` finds.
 */
export async function findForgotten(
  transaction: Queryable,
  people: readonly (readonly string[])[],
): Promise<ReadonlyMap<number, Forgotten>> {
  const found = new Map<number, Forgotten>();
  // First without the names: a file may hold a hundred thousand, and mostly nobody was ever forgotten.
  const { rows: anybody } = await transaction.query<{ any: boolean }>('select anybody_forgotten() as any');
  if (!anybody[0]!.any) return found;
  const { rows } = await transaction.query<{ name: string; memberKnown: boolean }>(
    'select name, member_known as "memberKnown" from forgotten_among($1::text[])',
    [people.flat()],
  );
  const remembered = new Map(rows.map((row) => [row.name, row.memberKnown]));
  for (const [position, names] of people.entries()) {
    if (!meansForgotten(names, remembered)) continue;
    const all = names.every((name) => remembered.has(name));
    found.set(position, all ? 'under all names' : 'under some names');
  }
  return found;
}

/** By member id, or by a vanity name, unless that has passed on: its holder's member id is remembered, and this is another's. */
function meansForgotten(names: readonly string[], remembered: ReadonlyMap<string, boolean>): boolean {
  const hasMemberId = names.some(isProfileMemberKey);
  return names.some((name) => {
    const memberKnown = remembered.get(name);
    return memberKnown !== undefined && (isMemberKey(name) || !(memberKnown && hasMemberId));
  });
}

function isProfileMemberKey(name: string): boolean {
  return isMemberKey(name) && isProfileMemberId(name.slice('urn:'.length));
}

/** Remembers a person by all their names and by the hashes of their texts, keyed, and by nothing else. */
export async function rememberForgotten(
  transaction: Queryable,
  names: readonly string[],
  textHashes: readonly string[],
): Promise<void> {
  const secret = randomBytes(BLOCK_BYTES);
  await transaction.query(
    `insert into forgetting_key (inner_pad, outer_pad)
     values (decode($1, 'hex'), decode($2, 'hex'))
     on conflict do nothing`,
    [INNER, OUTER].map((pad) => Buffer.from(secret.map((byte) => byte ^ pad)).toString('hex')),
  );
  await transaction.query(
    `insert into forgotten_people as f (key_hash, member_known)
     select distinct forgotten_key_hash(k, r.name), $2::boolean
       from forgetting_key k
      cross join unnest($1::text[]) as r(name)
     on conflict (key_hash) do update set member_known = f.member_known or excluded.member_known`,
    [[...names, ...textHashes.map((hash) => `text:${hash}`)], names.some(isProfileMemberKey)],
  );
}
