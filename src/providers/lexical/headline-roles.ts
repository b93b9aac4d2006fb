import { namesJob, titleMentions } from './title-mentions.ts';

export interface HeadlineRole {
  readonly title: string;
  /** Null when the headline names a title alone. */
  readonly company: string | null;
}

const MAX_HEADLINE_CHARACTERS = 500;
const MAX_SEGMENTS = 8;
const MAX_ROLES = 3;
const MAX_TITLE_WORDS = 10;
const MAX_COMPANY_WORDS = 7;

/** What people put between the parts of a headline; a full stop only behind a word long enough to be no abbreviation. */
const SEGMENT_BREAK = /\s*[|•·●▪★║¦;\n]\s*|\s+\/\/\s+|(?<=\p{L}{4})\.\s+/u;
/** Pictures decorate a headline and are no part of a name in it. */
const PICTURE =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{200d}|\u{20e3}|\u{fe0f})+/gu;

/** "At" in several languages, where nothing but an employer follows. */
const EMPLOYED_AT = /^(.+?)(?:\s+(?:at|bei|beim|chez|presso|bij|hos)\s+|\s*@\s*)(.+)$/iu;
const PICTURE_BEFORE_AT = new RegExp(
  `${PICTURE.source}(?=\\s*(?:@|(?:at|bei|beim|chez|presso|bij|hos)\\s))`,
  'giu',
);
/** Words that are "at" among other things ("Director en Cuentamar", but "Experto en finanzas", Dutch "Finance en Control"). */
const PERHAPS_AT = /^(.+?)\s+(?:en|em|na|no)\s+(\p{Lu}.*|\p{N}.*)$/u;
/** "CFO, Ledgerly" and "CFO – Ledgerly". */
const PUNCTUATED = /^(.+?)(?:,\s+|\s+[–—-]\s+)(\p{Lu}.*|\p{N}.*)$/u;

/** An "at" behind which no employer stands. */
const NOTHING_FOLLOWS = /(?:\s+(?:at|bei|beim|chez|presso|bij|hos)|[\s@,:–—-]+)$/iu;

/** What someone was, or would like to be. */
const NOT_NOW =
  /^(?:ex\b|former|formerly|previous|previously|past\b|retired|ehemal|ehem\b|früher|ancien|anciennement|antigu|anterior|già\b|oud-|voormalig|aspiring|future\b|wannabe|angehende|werdende|futur\b|aspirante|toekomstig)/iu;
/** The start of a sentence about what someone does, which names no job: "Helping CFOs at SaaS companies". */
const SLOGAN =
  /^(?:i\b|i['’]m\b|we\b|my\b|your\b|let['’]s|ask\b|helping|building|making|turning|working|empowering|enabling|scaling|growing|driving|connecting|supporting|creating|passionate|obsessed|looking|seeking|open to|on a mission|ich\b|wir\b|ik\b|je\b|j['’]|nous\b|ayudo|ayudando|aiuto|ajudo)/iu;
/** "At" is also how many a phrase begins: "at heart", "at scale", "at the intersection of …". */
const FIGURE_OF_SPEECH =
  /^(?:heart|scale|home|work|large|night|risk|last|least|best|your|my|our|all|any|the (?:intersection|crossroads|edge|heart|forefront|helm))(?![\p{L}\p{N}])/iu;
/** Employers of a kind, none by name. */
const ANY_COMPANY =
  /^(?:\p{Ll}.*\s)?(?:companies|startups?|start-ups?|scale-?ups?|businesses|firms)(?![\p{L}\p{N}])/u;
/** For whom one works is no part of the title. */
const BENEFICIARY = /\s+(?:for|für|pour|para|per|voor)\s.*$/iu;
/** Also the second half of "Finance en Control". */
const HALF_OF_A_PAIR = /^control(?:ling)?$/iu;
/** Regions that follow a title after a comma. */
const REGION =
  /^(?:EMEA|APAC|DACH|LATAM|MENA|ANZ|UKI|UK|US|USA|EU|Nordics|Benelux|Europe|Europa|Asia|Africa|Americas|North America|Global|Worldwide|International|Remote)(?![\p{L}\p{N}])/u;
/** Where the name of a company ends and more about it begins. */
const COMPANY_END = /\s+[–—-]\s+|[,;(:[]|\.\s|\s+(?:where|helping|building|ex-|und|and I)\s/u;

/**
 * The current roles that a LinkedIn headline states, at most three, in its order: "Title at Company", "Title @ Company",
 * "Title, Company", "Title – Company", also with the "at" of other languages, and a title by itself. Former and hoped-for roles and slogans
 * are left out, and so is whatever is in doubt: a headline may give no role at all.
 */
export function rolesOfHeadline(headline: string): readonly HeadlineRole[] {
  const segments = headline
    .slice(0, MAX_HEADLINE_CHARACTERS)
    .replace(PICTURE_BEFORE_AT, ' ')
    .replace(PICTURE, ' ; ')
    .split(SEGMENT_BREAK)
    .map((segment) => segment.replace(/^[^\p{L}\p{N}(]+/u, '').trim())
    .filter((segment) => segment !== '' && !NOT_NOW.test(segment) && !SLOGAN.test(segment))
    .slice(0, MAX_SEGMENTS);
  const roles: HeadlineRole[] = [];
  for (const segment of segments) {
    const role = employment(segment) ?? (roles.length === 0 ? titleAlone(segment) : null);
    if (role !== null && roles.length < MAX_ROLES) roles.push(role);
  }
  return roles;
}

function employment(segment: string): HeadlineRole | null {
  if (/\S@\S+\.\S/u.test(segment)) return null;
  const [, title, rest] = EMPLOYED_AT.exec(segment) ?? [];
  if (title !== undefined && rest !== undefined) return role(title, rest);
  for (const pattern of [PERHAPS_AT, PUNCTUATED]) {
    const [, before, after] = pattern.exec(segment) ?? [];
    if (before === undefined || after === undefined || !namesJob(before)) continue;
    const found = role(before, after);
    if (found !== null && !isMoreOfTheTitle(found.company)) return found;
  }
  return null;
}

function role(before: string, after: string): { title: string; company: string } | null {
  const title = before.replace(/[\s,:–—-]+$/u, '').trim();
  const company = after
    .split(COMPANY_END)[0]!
    .replace(/(?:[\s!,&+/-]|(?<!\p{Lu}|Inc|Ltd|Co)\.)+$/u, '')
    .trim();
  const isNamed = /[\p{L}\p{N}]/u.test(company) && wordCount(company) <= MAX_COMPANY_WORDS;
  const fits = isNamed && title !== '' && wordCount(title) <= MAX_TITLE_WORDS;
  return fits && !FIGURE_OF_SPEECH.test(company) && !ANY_COMPANY.test(company) ? { title, company } : null;
}

/** What follows a comma need be no company: "VP, Finance", "CFO, EMEA", "CFO, Advisor". */
function isMoreOfTheTitle(text: string): boolean {
  return REGION.test(text) || HALF_OF_A_PAIR.test(text) || titleMentions(text).coverAll;
}

/** A segment that is a title and nothing else, up to its first comma or dash unless a function follows there ("VP, Finance"). */
function titleAlone(segment: string): HeadlineRole | null {
  const [, worker, employer] = EMPLOYED_AT.exec(segment) ?? [];
  if (employer !== undefined && !ANY_COMPANY.test(employer)) return null;
  const plain = (worker ?? segment).replace(/\s*\(.*$/u, '').replace(BENEFICIARY, '');
  const [, before, after] = /^(.+?)(?:,\s+|\s+[–—-]\s+)(.+)$/u.exec(plain) ?? [];
  const first = before === undefined || after === undefined || isFunction(after) ? plain : before;
  const title = first.replace(NOTHING_FOLLOWS, '').trim();
  return namesJob(title) && wordCount(title) <= MAX_TITLE_WORDS ? { title, company: null } : null;
}

function isFunction(text: string): boolean {
  const { entries, coverAll } = titleMentions(text);
  return coverAll && entries.every(({ kind }) => kind === 'function');
}

function wordCount(text: string): number {
  return text.split(/\s+/u).length;
}
