/** A number grouped in any country's way: 3,384 · 3.384 · 3 384 · 3'384 · 12,34,567 · ٣٬٣٨٤. */
const NUMBER = String.raw`(\p{Nd}{1,3}(?:[.,'’٬\u00a0\u202f\s]\p{Nd}{2,3})*|\p{Nd}+)(?![\p{Nd}.,]*\s?[KkMm]\b)`;
/** What LinkedIn counts at the head of a list, in the languages we know; "associated members" and the like are not the list. */
const THINGS = [
  'people (?:are )?follow(?:ing)? you|people you follow|people|followers?|connections?|results?|reactions?|members?|attendees?|participants?',
  'follower(?::?innen)?|kontakte?|ergebnis(?:se)?|personen|mitglieder|teilnehmer(?::?innen)?|teilnehmende',
  'seguidor(?:es|as?)?|contactos?|conexi(?:ón|ones)|resultados?|personas|miembros|asistentes|participantes',
  'abonnés?|relations?|résultats?|personnes|membres|conexão|conexões|pessoas|membros|collegament[io]|risultat[io]|persone|follower|membri|partecipanti',
  'volgers?|connecties|resultaten|leden|deelnemers|følgere|følgjere|följare|kontakter|treff|resultat(?:er)?|obserwujących|kontakt(?:y|ów)|wyników|takipçi|bağlantı|sonuç',
  'подписчик\\p{L}*|контакт\\p{L}*|результат\\p{L}*|人の?フォロワー|人があなた|人をフォロー|人のつながり|件|人|位|个|個|名|명|개',
  'شخص\\p{L}*|متابع\\p{L}*|زميل\\p{L}*|زملاء|نتيجة|نتائج|عضو\\p{L}*',
].join('|');
const TOTALS: readonly RegExp[] = [
  new RegExp(`^(?:[\\p{L}.'’:]{1,20}\\s*){0,3}${NUMBER}\\s?(?:${THINGS})(?![\\p{Ll}])`, 'iu'),
  new RegExp(`^(?:you are|you're|you’re) following ${NUMBER}(?![\\p{Nd}])`, 'iu'),
  new RegExp(
    `^(?:つながり|フォロワー|コネクション|粉丝|关注者|好友|인맥|팔로워)\\s?[:：(（]?\\s?${NUMBER}`,
    'iu',
  ),
];
const ANY_NUMBER = new RegExp(NUMBER, 'u');
/** Where the digits of other scripts begin. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10];

/** How long a list is that a line over it describes, or null. In a `caption`, a line known to be about the list, any number will do. */
export function statedTotal(line: string, place: 'caption' | 'text'): number | null {
  const digits =
    place === 'caption'
      ? ANY_NUMBER.exec(line)?.[1]
      : TOTALS.map((pattern) => pattern.exec(line)?.[1]).find((match) => match !== undefined);
  if (digits === undefined) return null;
  const plain = [...digits].map(digitOf).join('');
  const total = plain === '' ? Number.NaN : Number(plain);
  return Number.isSafeInteger(total) ? total : null;
}

function digitOf(character: string): string {
  const code = character.codePointAt(0)!;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? '' : String(code - zero);
}
