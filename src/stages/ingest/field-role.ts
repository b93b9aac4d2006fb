/** What a column of a table, or a key of an object, holds as far as its name says; see LINKEDIN.md §3 for the exports behind it. */
export type FieldRole =
  | 'link'
  | 'id'
  | 'vanity'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'headline'
  | 'occupation'
  | 'summary'
  | 'title'
  | 'position'
  | 'company'
  | 'ignored'
  | 'unknown';

const ROLES: readonly (readonly [FieldRole, RegExp])[] = [
  ['name', /^(?:full|display|member|contact|person|lead|profile|linkedin)?name$/],
  ['firstName', /^(?:first|given|fore|vor)name$|^first$|^pr[eé]nom$|^voornaam$/],
  ['lastName', /^(?:last|family|sur|nach)name$|^last$|^apellidos?$|^cognome$|^achternaam$/],
  ['headline', /^(?:linkedin|profile)?(?:headline|tagline)$|^(?:primary)?subtitle(?:text)?$/],
  ['occupation', /^occupation$/],
  ['summary', /^summary$/],
  ['title', /^title$/],
  ['position', /^(?:current)?(?:position|jobtitle|job|role|title)$/],
  ['company', /^(?:current)?(?:company|companyname|organi[sz]ation|employer)$/],
  ['vanity', /^(?:linkedin)?(?:public(?:identifier|id)|vanity(?:name)?)$|^linkedin(?:username|handle|slug)$/],
  ['id', /^(?:vmid|urn|(?:member|entity|profile|object|tracking|linkedin|dashentity)(?:urn|id))$/],
  [
    'ignored',
    /company|organi[sz]ation|employer|school|college|query|search|image|photo|picture|avatar|logo|mutual|shared|referr|owner|sender|invite|viewer|account|website|recommend|category|addition/,
  ],
  [
    'link',
    /^.{0,12}(?:linkedin|profil).{0,12}$|^(?:person|member|public|lead|contact)?(?:url|link|href)$|^navigationurl$/,
  ],
];
const roles = new Map<string, FieldRole>();

/** The role of a column by its name; `unknown` names may still turn out to hold profile links. */
export function fieldRole(name: string): FieldRole {
  const known = roles.get(name);
  if (known !== undefined) return known;
  const plain = name
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const role = ROLES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'unknown';
  if (roles.size < 10_000) roles.set(name, role);
  return role;
}
