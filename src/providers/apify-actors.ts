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

/** The family of an actor given by id, `user/name` or `user~name`; null for an actor we know nothing of. */
export function apifyActorFamily(actor: string): ApifyActorFamily | null {
  const name = actor.trim().replace('~', '/');
  return (Object.hasOwn(FAMILY_OF, name) ? FAMILY_OF[name] : undefined) ?? null;
}
