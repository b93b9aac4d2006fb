/** Beginnings of the headings over people whom LinkedIn suggests. */
const SUGGESTIONS: readonly string[] = [
  '(?:more )?people (?:you may|also|similar|to follow|who .{1,40} also)',
  'people .{1,60} (?:you may know|also (?:viewed|followed))',
  'popular people|others? (?:also )?viewed|who to follow|because you follow|grow your network',
  'add to your feed|more profiles for you|(?:suggested|suggestions|recommended) for you|similar profiles|explore .{0,20}profiles',
  'personen,? (?:aus .{1,60} )?die sie (?:vielleicht|evtl|eventuell|möglicherweise|auch)|.{0,40}denen sie (?:auch )?folgen (?:könnten|sollten)',
  'weitere profile für sie|vorschläge für sie|ähnliche profile|zum feed hinzufügen|andere .{0,40}angesehen',
  'vous (?:connaissez peut-être|pourriez connaître)|(?:des )?personnes que vous (?:pourriez|connaissez)|.{0,40}(?:personnes|profils) à suivre',
  'ajouter à votre fil|(?:plus|autres?) (?:de )?profils|(?:suggestions?|recommandations?) pour vous|profils similaires',
  '(?:gente|personas) (?:.{1,60} )?que (?:podrías|puede|quizás?|tal vez)|(?:más )?perfiles para ti|(?:sugerencias|recomendaciones) para ti',
  '(?:añadir|agregar|añade) a tu|perfiles similares|otros perfiles|(?:gente|personas) a las? que',
  'pessoas (?:.{1,60} )?que (?:talvez|você (?:talvez|pode|possa))|mais perfis para você|(?:sugestões|recomendações) para você|adicionar ao|perfis semelhantes',
  'persone che (?:potresti|forse)|altri profili|(?:suggeriti|suggerimenti|consigliati) per te|aggiungi al tuo feed|profili simili',
  'mensen die (?:u|je) (?:wellicht|misschien|mogelijk)|meer profielen|(?:suggesties|aanbevolen) voor|toevoegen aan (?:uw|je) feed',
  'personer,? (?:som )?du (?:kanske|måske|kanskje)|osoby, które możesz|люди, которых вы можете|возможно, вы (?:их )?знаете|tanıyor olabileceğiniz',
  '.{0,40}知り合いかも|.{0,20}おすすめ|フィードに追加|.{0,20}可能[认認][识識]|알 수도 있는|.{0,20}추천',
  'أشخاص (?:.{1,40} )?قد تعرف|أضف إلى|اقتراحات|ملفات .{0,20}مشابهة',
];
const SUGGESTION = new RegExp(`^(?:${SUGGESTIONS.join('|')})`, 'iu');

/** True for the heading over people whom LinkedIn suggests, in the languages we know. */
export function isSuggestionHeading(text: string): boolean {
  return text.length <= 120 && SUGGESTION.test(text.replace(/\s+/gu, ' ').trim());
}

const PEOPLE =
  'People|Personen|Leute|Personnes|Personas|Gente|Pessoas|Persone|Mensen|Alumni|Employees|メンバー|الأشخاص|人员|사람';
const ORGANISATION_TITLE = new RegExp(
  `^[^|]{1,200}\\s?[:：]\\s(?:${PEOPLE}|anciens|ehemalige|antiguos|exalumnos|ex-alunos)(?![\\p{L}]).{0,40}\\|\\s*LinkedIn$`,
  'iu',
);

/** True for a page of an organisation's people: the whole list stands under "People you may know" there. */
export function isOrganisationPage(title: string, savedFrom: string | null): boolean {
  return (
    ORGANISATION_TITLE.test(title) ||
    /linkedin\.com\/(?:company|school)\/[^/]+\/people/i.test(savedFrom ?? '')
  );
}
