/** The scrapers whose input and price we know; everything else is treated as the first. */
export type ApifyActorFamily = 'supreme_coder' | 'dev_fusion' | 'harvestapi' | 'apimaestro';

/** Ids and names as of November 2026, from public code (PROVIDERS.md §1.6). */
const FAMILY_OF: Readonly<Record<string, ApifyActorFamily>> = {
  yZnhB5JewWf9xSmoM: 'supreme_coder',
  'supreme_coder/linkedin-profile-scraper': 'supreme_coder',
  '2SyF0bVxmgGr8IVCZ': 'dev_fusion',
  'dev_fusion/linkedin-profile-scraper': 'dev_fusion',
  LpVuK3Zozwuipa5bp: 'harvestapi',
  'harvestapi/linkedin-profile-scraper': 'harvestapi',
  'apimaestro/linkedin-profile-batch-scraper-no-cookies-required': 'apimaestro',
};

const asName = (actor: string) => actor.trim().replace('~', '/');

/** The family of an actor given by id, `user/name` or `user~name`; null for an actor we know nothing of. */
export function apifyActorFamily(actor: string): ApifyActorFamily | null {
  const name = asName(actor);
  return (Object.hasOwn(FAMILY_OF, name) ? FAMILY_OF[name] : undefined) ?? null;
}

/** All that the actor is called, id and `user/name`, beginning with what it is called here. */
export function apifyActorNames(actor: string): readonly string[] {
  const name = asName(actor);
  const family = apifyActorFamily(actor);
  const others = Object.keys(FAMILY_OF).filter((one) => one !== name && FAMILY_OF[one] === family);
  return [name, ...others];
}
