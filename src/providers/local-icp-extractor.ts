import { INDUSTRY_TERMS } from '../domain/scoring/industry-terms.ts';
import { phraseOf } from '../domain/scoring/phrase-search.ts';
import { placesIn } from '../domain/scoring/places.ts';
import type { CriterionKind, Stance } from '../domain/targeting/criterion.ts';
import type { StatedCriterion } from '../domain/targeting/mention.ts';
import type { IcpExtractor } from '../ports/icp-extractor.ts';
import { contentHash } from '../support/hash.ts';
import { cleanLine } from '../support/text.ts';
import { industryMentions } from './lexical/industry-mentions.ts';
import { titlePhrases } from './lexical/title-phrases.ts';

/** Goes up with every change of the rules; the word list that they use changes the version by itself. */
const RULES_VERSION = 'rules-1';
/** Nothing is sent anywhere; parts of this size are quick to read. */
const TOKENS_PER_CALL = 20_000;
const LONGEST_SENTENCE = 500;
const MOST_CRITERIA = 200;

/** A sentence with one of these says whom somebody wants to reach. */
const WANTED =
  /\b(?:we|i|they) (?:\w+ )?(?:sell|cater|market|talk|pitch) (?:\w+ )?to\b|\b(?:ideal|best|typical|perfect|target|dream) (?:customers?|clients?|buyers?|audience|companies)\b|\bour (?:main |core )?(?:customers?|clients?|buyers?|users?|audience) (?:are|is)\b|\bwe (?:\w+ )?(?:(?:work|deal) (?:\w+ )?with|want)\b|\blook(?:ing)? (?:\w+ )?for\b|\btarget(?:s|ed|ing)?\b|\b(?:want|like|need|love|trying) to (?:reach|meet|talk|speak|win|sell|get)\b|\binterested in\b|\b(?:good|best|great|perfect) fit\b|\b(?:verkaufen|suchen|wunschkunden?|zielgruppe|zielkunden?|unsere kunden)\b/i;
/** A sentence with one of these says whom to leave out. */
const UNWANTED =
  /^\W*(?:please |and |so |but )*(?:no|not|skip|keine)\b|\b(?:(?:do not|don['’]t|never) (?:\w+ )?(?:want|need|target|contact|include|sell to|work with)|avoid|exclude|stay away from|leave out|not interested in)\b/i;
/** What stands after one of these, up to the next break, is to be left out. */
const AVOIDED =
  /\b(?:avoid|exclude|leave out|leave aside|skip|stay away from|keep away from|(?:do not|don['’]t|never|not) (?:\w+ )?(?:want|need|sell|work|target|look|care|include|interested|contact|reach|pitch)|not interested in|never|nicht|keine[nr]?|ohne|vermeiden|no|not|without|except(?: for)?)\b/i;
/** Begins a clause of its own: "no agencies, but we do want startups". */
const TURN =
  /[;–—]|,? \b(?:but|only|however|rather|instead|sondern|aber)\b|,(?= (?:not|no|never|nicht|keine)\b)/i;

const HEAD_COUNT =
  /(?:(?:under|over|below|above|up to|at least|more than|fewer than|less than|about|around)\s+)?\d[\d,.]{0,8}k?\s*(?:(?:-|–|to|and|bis)\s*\d[\d,.]{0,8}k?|\+)?(?=\s*(?:people|employees|staff|heads|fte|mitarbeiter\w*)\b)/gi;
const COMPANY_TYPE =
  /\b(?:start-?ups?|scale-?ups?|mid-?market|mittelstand|enterprises?|agenc(?:y|ies)|freelancers?|smbs?|smes?|kmu)\b/gi;
const PLACE =
  /\b(?:in|from|across|throughout|within|outside|aus)\s+(?:the\s+)?(\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,2})/gu;

/**
 * An extractor of fixed rules: sentences that say whom somebody sells to or looks for, and in them titles, trades, head counts, kinds of companies and
 * places that the word lists know. It understands no sentence, hence no instruction in one. Costs nothing and calls nobody.
 */
export function createLocalIcpExtractor(): IcpExtractor {
  return {
    provider: 'local',
    model: 'local-rules-1',
    promptVersion: `${RULES_VERSION}-${contentHash(JSON.stringify(INDUSTRY_TERMS)).slice(0, 8)}`,
    limits: { tokensPerCall: TOKENS_PER_CALL, parallelCalls: 4, maxCompletionTokens: 0 },
    async extract(part, signal) {
      signal.throwIfAborted();
      const criteria = part
        .split('\n')
        .flatMap((line) => sentencesOf(line.replace(/^[^:.!?]{1,80}: /, '')))
        .flatMap(criteriaOf)
        .slice(0, MOST_CRITERIA);
      return { criteria, usage: { promptTokens: 0, completionTokens: 0 } };
    },
  };
}

/** Without questions, which state nothing. */
function sentencesOf(line: string): readonly string[] {
  return line
    .split(/(?<=[.!?…])\s+/u)
    .filter((sentence) => sentence.length <= LONGEST_SENTENCE && !sentence.trimEnd().endsWith('?'));
}

function criteriaOf(sentence: string): readonly StatedCriterion[] {
  const quote = cleanLine(sentence);
  if (quote === null || !(WANTED.test(sentence) || UNWANTED.test(sentence))) return [];
  return clausesOf(sentence).flatMap(({ text, stance }) =>
    namedIn(text).map(({ kind, value }) => ({ kind, stance, value, quote })),
  );
}

/** A clause is against what it names from its first "not" or "avoid" on. */
function clausesOf(sentence: string): readonly { readonly text: string; readonly stance: Stance }[] {
  return sentence.split(TURN).flatMap((clause) => {
    const at = clause.search(AVOIDED);
    if (at === -1) return [{ text: clause, stance: 'wants' as const }];
    return [
      { text: clause.slice(0, at), stance: 'wants' as const },
      { text: clause.slice(at), stance: 'avoids' as const },
    ];
  });
}

function namedIn(clause: string): readonly { readonly kind: CriterionKind; readonly value: string }[] {
  const found: { kind: CriterionKind; value: string }[] = [];
  const add = (kind: CriterionKind, text: string) => {
    const value = cleanLine(text.slice(0, 100));
    if (value !== null) found.push({ kind, value });
  };
  for (const title of titlePhrases(clause)) add('title', title);
  for (const { quote, length } of industryMentions(clause))
    if (length > 1 || quote.length > 3 || quote === quote.toUpperCase()) add('industry', quote);
  for (const [size] of clause.matchAll(HEAD_COUNT)) add('company_size', size);
  for (const [type] of clause.matchAll(COMPANY_TYPE)) add('company_size', type);
  for (const [, capitals] of clause.matchAll(PLACE)) {
    const place = capitals!.replace(/[.-]+$/, '');
    if (placesIn(place, phraseOf(place)).length > 0) add('location', place);
  }
  return found;
}
