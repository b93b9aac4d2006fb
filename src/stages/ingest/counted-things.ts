/**
 * What LinkedIn counts at the head of a list, in the languages we know, as beginnings of an expression. "Associated members" and the like
 * are not the list, nor are "new followers".
 */
const COUNTED: readonly string[] = [
  'people (?:are )?follow(?:ing)? you|people you follow|people|(?:total )?followers?|connections?|results?|reactions?|members?|attendees?|participants?',
  'alumni|employees?|(?:profile )?viewers?|leads?',
  'follower(?::?innen)?|kontakte?|ergebnis(?:se)?|personen|mitglieder|teilnehmer(?::?innen)?|teilnehmende|beschäftigte|reaktionen',
  'seguidor(?:es|as?)?|contactos?|conexi(?:ón|ones)|resultados?|personas|miembros|asistentes|participantes|empleados|reacciones',
  'abonnés?|relations?|résultats?|personnes|membres|participants|employés|réactions|anciens (?:élèves|étudiants)',
  'conexão|conexões|contatos?|pessoas|membros|funcionários|reações|ex-alunos',
  'collegament[io]|contatt[io]|risultat[io]|persone|follower|membri|partecipanti|dipendenti|reazioni',
  'volgers?|connecties|contacten|resultaten|personen|mensen|leden|deelnemers|medewerkers',
  'følgere|følgjere|följare|kontakter|forbindelser|treff|resultat(?:er)?|personer|medlemm?er|medlemmar|deltagare|deltagere|deltakere',
  'seuraaja\\p{L}*|verkosto\\p{L}*|kontakti\\p{L}*|yhteyttä|henkilöä|tulosta|jäsentä',
  'obserwując\\p{L}*|kontakt(?:y|ów)?|wynik(?:i|ów)?|osoby?|osób|połącze(?:nia|ń)|członk(?:owie|ów)',
  'sledující\\p{L}*|spojení|kontakt(?:y|ů)|výsledk(?:y|ů)|lid(?:é|í)|osob|člen(?:ové|ů)',
  'urmăritori|conexiuni|contacte|rezultate|persoane|membri',
  'követő|ismerős|kapcsolat|személy|találat',
  'ακόλουθοι|ακολούθους|συνδέσεις|επαφές|άτομα|αποτελέσματα|μέλη',
  'последовател\\p{L}*|връзки|контакти?|резултат\\p{L}*|души|хора|членове',
  'подписчик\\p{L}*|контакт\\p{L}*|результат\\p{L}*|человек|участник\\p{L}*|підписник\\p{L}*|людей|осіб',
  'takipçi|bağlantı|sonuç|kişi|pengikut|koneksi|hasil|orang|anggota|người theo dõi|kết nối|kết quả',
  '人の?フォロワー|人があなた|人をフォロー|人のつながり|件|人|位|个|個|名|条|條|名|명|개|คน|ผู้ติดตาม',
  'شخص\\p{L}*|متابع\\p{L}*|زميل\\p{L}*|زملاء|نتيجة|نتائج|عضو\\p{L}*|עוקבים|קשרים|אנשים|תוצאות|फ़ॉलोअर|कनेक्शन|लोग|परिणाम',
];
export const COUNTED_THINGS = COUNTED.join('|');

/** Where the word comes first: `つながり：1,337`, `粉丝 3,384`. */
export const NAMED_COUNTS =
  'つながり|フォロワー|コネクション|粉丝|粉絲|关注者|關注者|好友|인맥|팔로워|ผู้ติดตาม';

/** Of all these, what nothing but a list of people found has over it, wherever it stands. */
export const FOUND_THINGS =
  'results?|ergebnis(?:se)?|resultados?|résultats?|risultat[io]|resultaten|resultater?|resultat|wynik(?:i|ów)|результат\\p{L}*|件|条结果|個結果|نتيجة|نتائج';
