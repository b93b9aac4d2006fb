import type { ProfileField } from './profile-fields.ts';
import { titleMentions } from './title-mentions.ts';

/** The dates behind `TITLE at COMPANY`, and failing these the full stop before the description; "Sr." ends nothing. */
const ROLE_DATES = / \((?:\?|\d{4})[^()]* to [^()]*\)/;
const SENTENCE_END = /(?<=\p{L}{3})\. |\n/u;
/** Titles and companies are cut to this by whoever scraped them, and so is a hostile line here. */
const MAX_HEAD_CHARACTERS = 500;
const MAX_COMPANIES_CHARACTERS = 3000;

export interface RoleHead {
  readonly title: string;
  readonly company: string | null;
}

/** Title and company of a current or past role of a profile text. */
export function readRoleHead(roleText: string): RoleHead {
  const start = roleText.slice(0, MAX_HEAD_CHARACTERS);
  const head = start.slice(
    0,
    ROLE_DATES.exec(start)?.index ?? SENTENCE_END.exec(start)?.index ?? start.length,
  );
  const at = head.indexOf(' at ');
  return at === -1
    ? { title: head, company: null }
    : { title: head.slice(0, at), company: head.slice(at + 4) };
}

/**
 * The fields without board seats, in the current roles and in the company line: a seat says little about where somebody works, yet often stands
 * first because it began last. Someone who holds nothing but seats keeps them.
 */
export function withoutBoardSeats(fields: readonly ProfileField[]): readonly ProfileField[] {
  const roles = fields.filter(({ name }) => name === 'current');
  const seats = roles.filter(({ text }) => isBoardSeat(readRoleHead(text).title));
  if (seats.length === 0 || seats.length === roles.length) return fields;
  const elsewhere = new Set(seats.map(({ text }) => readRoleHead(text).company));
  for (const role of roles) if (!seats.includes(role)) elsewhere.delete(readRoleHead(role.text).company);
  return fields
    .filter((field) => !seats.includes(field))
    .map((field) =>
      field.name === 'company' ? { ...field, text: companiesExcept(field.text, elsewhere) } : field,
    );
}

/** Only the roles of the title itself count: the chair of a board sits on it, its secretary does not. */
function isBoardSeat(title: string): boolean {
  const jobs = titleMentions(title).entries.filter((entry) => entry.kind === 'role');
  return jobs.length > 0 && jobs.every((job) => job.functions.includes('board'));
}

function companiesExcept(line: string, names: ReadonlySet<string | null>): string {
  return line
    .slice(0, MAX_COMPANIES_CHARACTERS)
    .split(/; (?![^(]*\))/)
    .filter((company) => !names.has(company.replace(/ \([^()]*\)$/, '')))
    .join('; ');
}
