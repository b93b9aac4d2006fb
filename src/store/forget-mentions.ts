import { type Icp, icpText } from '../domain/icp.ts';
import { mentionFinder } from '../domain/person-mention.ts';
import { contentHash } from '../support/hash.ts';
import { readPages } from './cursor.ts';
import { type Queryable, recordset } from './database.ts';

type Mentions = (text: string) => boolean;

/** A long call's criteria come to some kilobytes. */
const PAGE = 500;

/** The names of people as their leads and profiles spell them. To be asked before these go. */
export async function fullNamesOf(
  transaction: Queryable,
  leadIds: readonly number[],
  profileIds: readonly number[],
): Promise<readonly string[]> {
  const { rows } = await transaction.query<{ name: string | null }>(
    `select name from leads where id = any($1::bigint[])
      union
     select profile->>'fullName' from profile_cache where id = any($2::bigint[])`,
    [leadIds, profileIds],
  );
  return rows.flatMap(({ name }) => name ?? []);
}

/**
 * Takes people who are mentioned by their full name out of what is kept of calls (as speakers, in titles and links, and with what was said by their name)
 * and out of ICPs. Returns in how many places they stood. The names are compared here, not by the database, whose idea of letters depends on
 * its locale.
 */
export async function forgetMentions(transaction: Queryable, fullNames: readonly string[]): Promise<number> {
  const mentions = mentionFinder(fullNames);
  if (mentions === null) return 0;
  return (
    (await clearCalls(transaction, mentions)) +
    (await clearCriteria(transaction, mentions)) +
    (await dropExtractions(transaction, mentions)) +
    (await clearIcps(transaction, mentions))
  );
}

async function clearCalls(transaction: Queryable, mentions: Mentions): Promise<number> {
  const { rows } = await transaction.query<{ id: number; title: string | null; url: string | null }>(
    'select id, title, url from fathom_calls',
  );
  const found = rows.filter(({ title, url }) => mentions(title ?? '') || mentions(decoded(url ?? '')));
  await transaction.query(
    `update fathom_calls c set title = r.title, url = r.url
       from json_to_recordset($1::json) as r(id bigint, title text, url text)
      where c.id = r.id`,
    [
      recordset(
        found.map(({ id, title, url }) => ({
          id,
          title: mentions(title ?? '') ? null : title,
          url: mentions(decoded(url ?? '')) ? null : url,
        })),
      ),
    ],
  );
  return found.length;
}

async function clearCriteria(transaction: Queryable, mentions: Mentions): Promise<number> {
  const [said, spoken]: [number[], number[]] = [[], []];
  const rows = readPages<{ id: number; value: string; quote: string; speaker: string | null }>(
    transaction,
    'select id, value, quote, speaker from call_criteria order by id',
    [],
    PAGE,
  );
  for await (const page of rows) {
    for (const { id, value, quote, speaker } of page) {
      if (mentions(quote) || mentions(value)) said.push(id);
      else if (mentions(speaker ?? '')) spoken.push(id);
    }
  }
  await transaction.query('delete from call_criteria where id = any($1::bigint[])', [said]);
  await transaction.query('update call_criteria set speaker = null where id = any($1::bigint[])', [spoken]);
  return said.length + spoken.length;
}

async function dropExtractions(transaction: Queryable, mentions: Mentions): Promise<number> {
  const found: string[] = [];
  const rows = readPages<{ textHash: string; criteria: readonly { value: string; quote: string }[] }>(
    transaction,
    'select text_hash as "textHash", criteria from call_extractions order by text_hash',
    [],
    PAGE,
  );
  for await (const page of rows) {
    for (const { textHash, criteria } of page)
      if (criteria.some(({ value, quote }) => mentions(value) || mentions(quote))) found.push(textHash);
  }
  await transaction.query('delete from call_extractions where text_hash = any($1::text[])', [found]);
  return found.length;
}

/**
 * Takes entries and notes that name the person out of every version of every ICP: the one case in which a version is changed. An ICP that would have nobody left to
 * look for stays without its entries all the same.
 */
async function clearIcps(transaction: Queryable, mentions: Mentions): Promise<number> {
  const { rows } = await transaction.query<{ id: number; criteria: Icp }>(
    'select id, criteria from client_icps',
  );
  const changed = rows.flatMap(({ id, criteria }) => {
    const cleared = withoutMentions(criteria, mentions);
    return cleared === null ? [] : [{ id, criteria: cleared }];
  });
  await transaction.query(
    `update client_icps i set criteria = r.criteria, icp_text = r.text, content_hash = r.hash
       from json_to_recordset($1::json) as r(id bigint, criteria jsonb, text text, hash text)
      where i.id = r.id`,
    [
      recordset(
        changed.map(({ id, criteria }) => ({
          id,
          criteria,
          text: icpText(criteria),
          hash: contentHash(JSON.stringify(criteria)),
        })),
      ),
    ],
  );
  return changed.length;
}

/** Null where nobody is mentioned. */
function withoutMentions(criteria: Icp, mentions: Mentions): Icp | null {
  let found = false;
  const kept = (entry: string) => {
    const isMention = mentions(entry);
    found ||= isMention;
    return !isMention;
  };
  const cleared = Object.fromEntries(
    Object.entries(criteria).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? value.filter((entry) => typeof entry !== 'string' || kept(entry)) : value,
    ]),
  ) as unknown as Icp;
  const notes = criteria.notes?.split(/(?<=[.!?…])\s+|\n/).filter(kept) ?? [];
  if (!found) return null;
  return { ...cleared, notes: notes.length === 0 ? null : notes.join('\n') };
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
