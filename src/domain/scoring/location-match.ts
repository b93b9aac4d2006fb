import type { Profile, Role } from '../profile.ts';
import { findPhrase, phraseOf, quoteStart, wordsOf } from './phrase-search.ts';
import { type Place, placesIn } from './places.ts';
import type { PartEvidence } from './score-types.ts';

const ANYWHERE = new Set([
  'any',
  'anywhere',
  'worldwide',
  'global',
  'remote',
  'international',
  'all',
  'everywhere',
  'weltweit',
  'world',
]);

/** Known only to the country of the wanted city, and known to be another city of that country. */
const SAME_COUNTRY = 0.5;
const OTHER_CITY = 0.3;

/** True when the ICP's locations say no more than "anywhere". */
export function asksForLocation(targets: readonly string[]): boolean {
  return targets.length > 0 && !targets.some((target) => ANYWHERE.has(phraseOf(target).join(' ')));
}

/** Whether the person's place (their own, else that of the role which the score is about) lies in a wanted one. */
export function matchLocation(targets: readonly string[], profile: Profile, role: Role | null): PartEvidence {
  const text = profile.location ?? role?.location ?? null;
  if (text === null) return { match: null, reason: 'location unknown', quote: null };
  const quote = quoteStart(text);
  const words = wordsOf(text);
  const places = placesIn(
    text,
    words.map((word) => word.folded),
  );

  let best: { readonly match: number; readonly target: string } | null = null;
  for (const target of targets) {
    const wanted = placesIn(target, phraseOf(target));
    const match =
      findPhrase(words, phraseOf(target)) !== null && wanted.length === 0 ? 1 : nearness(wanted, places);
    if (match !== null && (best === null || match > best.match)) best = { match, target };
  }
  if (best === null) return { match: null, reason: `${quote} cannot be placed`, quote };
  const reason =
    best.match === 1
      ? `${quote} is in ${best.target}`
      : best.match > 0
        ? `${quote} is in the country of ${best.target}`
        : `${quote} is outside ${targets.join(', ')}`;
  return { match: best.match, reason, quote };
}

/** Null when either side names no place that is known. */
function nearness(wanted: readonly Place[], places: readonly Place[]): number | null {
  if (wanted.length === 0 || places.length === 0) return null;
  const cities = wanted.filter((place) => place.local !== null);
  const countries = new Set(countriesOf(places));
  const here = new Set(
    places.flatMap((place) =>
      place.local !== null && place.countries.some((code) => countries.has(code)) ? [place.local] : [],
    ),
  );
  if (cities.length === 0)
    return wanted.some((place) => place.countries.some((code) => countries.has(code))) ? 1 : 0;
  if (cities.some((place) => here.has(place.local!))) return 1;
  if (!cities.some((place) => place.countries.some((code) => countries.has(code)))) return 0;
  return here.size === 0 ? SAME_COUNTRY : OTHER_CITY;
}

/** A country that is named outright settles it; city names alone can mean several ("Cambridge, Massachusetts, United States"). */
function countriesOf(places: readonly Place[]): readonly string[] {
  const named = places.filter((place) => place.local === null);
  return (named.length > 0 ? named : places).flatMap((place) => place.countries);
}
