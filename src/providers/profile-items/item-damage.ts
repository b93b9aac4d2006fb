import { foldForMatching } from '../../support/text.ts';
import { periodOfCaption } from './role-period.ts';

/** What a title or a company turned out to hold instead. Mechanism: LinkedIn's grouped-company card read as a flat role. */
export type Damage = 'duration' | 'period' | 'employment_type';

const EMPLOYMENT_TYPE =
  /^(?:full[- ]?time|part[- ]?time|permanent(?: full[- ]?time)?|self[- ]?employed|freelance|contract(?: full[- ]?time| part[- ]?time)?|internship|apprenticeship|seasonal|temporary|vollzeit|teilzeit|selbst[aä]ndig|temps plein|temps partiel|jornada completa|media jornada|autónomo|tempo integral)$/iu;
const WORKPLACE = /^(?:on[- ]?site|hybrid|remote)$/i;
const YEARS = '\\d{1,3}\\s*\\+?\\s*(?:yrs?|years?|jahre?|ans?|años?|anos?|jaar)\\.?';
const MONTHS = '\\d{1,3}\\s*(?:mos?|months?|monate?|mois|meses|mes|maanden|maand)\\.?';
const DURATION = new RegExp(
  `^(?:${YEARS}(?:[\\s,]+(?:and\\s+)?${MONTHS})?|${MONTHS}|less than (?:a|1) (?:year|yr))$`,
  'iu',
);

/** Longer texts are no card line: a title or a company, if a strange one. */
const LONGEST_DAMAGE = 120;

/** The pieces of a card line such as `Full-time · 4 yrs 9 mos`. */
export function cardPieces(text: string): string[] {
  return text
    .split(/\s*[·•]\s*/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

export function isEmploymentType(text: string): boolean {
  return EMPLOYMENT_TYPE.test(text);
}

/** `Self-employed` and its like: words for a type of employment that people rightly give as their company. */
export function isOwnBusiness(text: string): boolean {
  return /^(?:self[- ]?employed|freelance|selbst[aä]ndig|autónomo)$/iu.test(text);
}

/** Says when a whole text is a duration, a period or a type of employment, and so neither a title nor a company. */
export function damageOf(text: string): Damage | null {
  if (text.length > LONGEST_DAMAGE) return null;
  if (periodOfCaption(text) !== null) return 'period';
  const pieces = cardPieces(text);
  if (pieces.length === 0) return null;
  const kinds = pieces.map((piece): Damage | 'workplace' | null =>
    DURATION.test(piece)
      ? 'duration'
      : periodOfCaption(piece) !== null
        ? 'period'
        : EMPLOYMENT_TYPE.test(piece)
          ? 'employment_type'
          : WORKPLACE.test(piece)
            ? 'workplace'
            : null,
  );
  if (kinds.includes(null)) return null;
  return (['period', 'duration', 'employment_type'] as const).find((kind) => kinds.includes(kind)) ?? null;
}

/** A card line without its trailing pieces that say how, where and how long: `Nordlicht · Full-time` → `Nordlicht`. */
export function splitCardLine(text: string): { main: string; employmentType: string | null } {
  const pieces = cardPieces(text);
  let employmentType: string | null = null;
  while (pieces.length > 1) {
    const last = pieces.at(-1)!;
    if (EMPLOYMENT_TYPE.test(last)) employmentType = last;
    else if (!WORKPLACE.test(last) && !DURATION.test(last) && periodOfCaption(last) === null) break;
    pieces.pop();
  }
  return { main: pieces.join(' · '), employmentType };
}

/** A place without the kind of workplace: `Berlin · On-site` → `Berlin`; `Remote` alone stays. */
export function splitLocation(text: string | null): string | null {
  if (text === null) return null;
  const places = cardPieces(text).filter((piece) => !WORKPLACE.test(piece));
  return places.length === 0 ? text : places.join(' · ');
}

const TITLE_WORDS =
  'ceo|cfo|cto|coo|cmo|cro|cpo|cio|ciso|founder|cofounder|owner|president|vp|svp|evp|director|manager|engineer|developer|programmer|designer|analyst|consultant|specialist|coordinator|assistant|associate|intern|officer|lead|recruiter|accountant|executive|representative|advisor|adviser|professor|lecturer|teacher|controller|treasurer|administrator|architect|scientist|researcher|editor|writer|copywriter|marketer|strategist|nurse|attorney|lawyer|supervisor|technician|freelancer|geschaftsfuhrer|leiter|leiterin|berater|beraterin';
const TITLE_START = new RegExp(
  `^(?:(?:senior|sr|junior|jr|global|regional|interim|deputy|group|managing|co) )*(?:chief \\p{L}+(?: \\p{L}+)? officer|chief of staff|vice president|vp|svp|evp|head of|director of|member of the board|(?:${TITLE_WORDS})$)`,
  'u',
);
const TITLE_END = new RegExp(`(?:^| )(?:${TITLE_WORDS})(?: (?:i|ii|iii|iv|v|[1-5]))?$`, 'u');
const COMPANY_WORDS =
  /(?:^| )(?:inc|ltd|llc|llp|gmbh|ag|se|sa|bv|plc|corp|corporation|company|group|bank|university|college|labs?|technologies|systems|solutions|partners|consulting|capital|ventures|holdings?|studios?|agency|institute|foundation|academy|school)$/;

/** True for words that are surely a job title: they begin or end as titles do, and not as companies do. */
export function isTitleLike(text: string): boolean {
  const folded = foldForMatching(text);
  return !COMPANY_WORDS.test(folded) && (TITLE_START.test(folded) || TITLE_END.test(folded));
}
