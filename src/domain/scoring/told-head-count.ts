import type { Profile, Role } from '../profile.ts';
import { quoteAround } from './phrase-search.ts';

/** How many people work somewhere, as a profile tells it in its own words. */
export interface ToldHeadCount {
  readonly count: number;
  /** Verbatim. */
  readonly quote: string;
}

const NUMBER = String.raw`(\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+|\d{1,6})`;
/** Who is counted, in the languages that profiles are written in. */
const PEOPLE = String.raw`(?:employees?|people|persons?|staff|colleagues|ftes?|headcount|associates|team members|mitarbeite\p{L}*(?:[:*]innen)?|besch[äa]ftigte\p{L}*|kolleg\p{L}*|leute|personen|collaborat\p{L}+|salari[ée]\p{L}*|employ[ée]s|personnes|emplead\p{L}+|personas|trabajador\p{L}+|colaborador\p{L}+|dipendenti|addetti|persone|collaboratori|medewerkers|werknemers|mensen|funcion[áa]ri\p{L}+|pessoas|anst[äa]llda|medarbet\p{L}+|ansatte|medarbejdere|pracownik\p{L}*|os[óo]b|zam[ěe]stnanc\p{L}+|lid[íi]|çal[ıi][şs]an\p{L}*|ki[şs]i\p{L}*|ty[öo]ntekij\p{L}+)`;
const TOLD = new RegExp(
  String.raw`${NUMBER}[\s\u00a0]*\+?(?:[\s-]*|\s\p{L}{2,12}\s)${PEOPLE}(?!\p{L})`,
  'giu',
);
/** A team, a crowd of customers or a hiring plan is no company. */
const OTHER_PEOPLE =
  /(?:team|group|crew|department|staff|lead|leads|leading|led|manage|manages|managing|managed|hired|hire|hiring|trained|coached|reach|reached|helped|placed|served|abteilung|führe|leite|leitung|führung|équipe|equipe|encadr\p{L}*|dirige\p{L}*|manag\p{L}*|equipo|squadra|gestis\p{L}*|teamet|zesp\p{L}*|ekip\p{L}*|ekib\p{L}*|customers|users)\s+(?:of|von|de|di|d['’]|van|à|aus|på|med|around|about|up to|some|circa|ca\.?|rund|etwa)?\s*$/iu;
const OTHERS_AFTER =
  /^\s*(?:in (?:my|the|our) team|team|served|trained|placed|coached|hired|reached|im team|in meinem team|follow|(?:a|per|each|every|pro|par|por|al|im)\s+(?:month|year|quarter|week|monat|jahr|mois|an|mes|m[êe]s|a[ñn]o|ano|mese|anno)|\/\s?(?:month|year|m[êe]s|mois|monat))/iu;
/** Fewer are a team or an office. */
const LEAST = 5;
const READ_CHARACTERS = 5000;

/** The head count that headline, current role or about tell; the largest where several are told, since parts are told beside the whole. Null when none is. */
export function toldHeadCount(profile: Profile, role: Role | null): ToldHeadCount | null {
  let largest: ToldHeadCount | null = null;
  for (const text of [profile.headline, role?.description ?? null, role?.company ?? null, profile.about]) {
    if (text === null) continue;
    for (const match of text.slice(0, READ_CHARACTERS).matchAll(TOLD)) {
      const count = Number(match[1]!.replace(/\D/g, ''));
      const end = match.index + match[0].length;
      const isOther =
        OTHER_PEOPLE.test(text.slice(Math.max(0, match.index - 40), match.index)) ||
        OTHERS_AFTER.test(text.slice(end, end + 30));
      if (isOther || count < LEAST || (largest !== null && largest.count >= count)) continue;
      largest = { count, quote: quoteAround(text, { start: match.index, end }) };
    }
  }
  return largest;
}
