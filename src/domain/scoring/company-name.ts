import { phraseOf } from './phrase-search.ts';

/** Legal forms, folded and joined as `phraseOf` gives them; "S.à r.l." becomes single letters. */
const LEGAL_FORMS = new Set(
  `ltd limited llc inc incorporated corp corporation co company plc llp lp pbc gmbh mbh ag kg kgaa ohg gbr ug se ev e k haftungsbeschrankt sa sas sasu sarl eurl sl slu spa srl srls snc bv nv vof lda ltda sca
   oy oyj ab as asa aps a s sp z o o zoo kft doo pte pty pvt private public the et cie`.split(/\s+/),
);
/** Words that a branch of a company adds to its name. */
const BRANCH_WORDS = new Set(
  `group gruppe groupe grupo gruppo holding holdings international global worldwide europe europa emea dach apac uk usa us deutschland germany france espana spain italia italy nederland netherlands belgium austria
   osterreich schweiz switzerland suisse ireland portugal brasil brazil canada india australia americas america north latam nordics benelux labs technologies technology software solutions services com io ai hq`.split(
    /\s+/,
  ),
);

/** The words of a company's name without its legal form, folded. */
export function companyWords(name: string): readonly string[] {
  const words = phraseOf(name.replace(/\([^)]*\)/g, ' ').replace(/\.(?=\p{L}\.)/gu, ''));
  const kept = words.filter((word) => word !== 'and' && !LEGAL_FORMS.has(word));
  return kept.length > 0 ? kept : words;
}

/** Whether two names mean one company: "Ledgerly" is "Ledgerly UK Ltd", and "Apple" is not "Apple Bank". */
export function sameCompany(one: string, other: string): boolean {
  const [short, long] = [companyWords(one), companyWords(other)].sort((a, b) => a.length - b.length) as [
    readonly string[],
    readonly string[],
  ];
  if (short.length === 0) return false;
  return (
    short.every((word, index) => long[index] === word) &&
    long.slice(short.length).every((word) => BRANCH_WORDS.has(word))
  );
}
