import { phraseOf } from './phrase-search.ts';

/** How a person stands to a title, where it is not simply theirs. */
export type Standing =
  | 'active'
  | 'interim'
  | 'deputy'
  | 'former'
  | 'retired'
  | 'aspiring'
  | 'student'
  | 'trainee';

export const STANDING_WORDS: readonly (readonly [Standing, 'before' | 'after', string])[] = [
  [
    'former',
    'before',
    `former, formerly, ex, previous, previously, prev, past, recovering, one time, ehemals, vormalig, vormaliger, vormalige, einstig, einstiger, zuletzt, ehemalig, ehemalige, ehemaliger, ehemaligen, ehem, fruher, fruhere, fruherer, vormals, ancien, ancienne,
    anciennement, anterior, anteriormente, antiguo, antigua, precedente, precedentemente, gia, voormalig, voormalige, voorheen, antigo, antiga`,
  ],
  ['former', 'after', 'turned, gone, a d'],
  [
    'retired',
    'before',
    `retired, semi retired, retiree, im ruhestand, ruhestand, i r, pensioniert, pensionierte, pensionierter, rentner, pensionar, retraite, retraitee, a la retraite, en retraite, jubilado, jubilada, pensionato, pensionata,
    in pensione, gepensioneerd, gepensioneerde, met pensioen, aposentado, aposentada, reformado, emeritus`,
  ],
  [
    'aspiring',
    'before',
    `aspiring, aspirant, aspirante, future, futur, futuro, futura, prospective, wannabe, soon to be, angehend, angehende, angehender, zukunftig, zukunftige, zukunftiger, werdend, werdende, werdender, aankomend, aankomende, toekomstig,
    toekomstige, on the path to, on my way to, on track to become, dreaming of becoming`,
  ],
  ['aspiring', 'after', 'to be, in the making, in training, en devenir, en herbe, in ausbildung, candidate'],
  [
    'student',
    'before',
    `student, studierende, studierender, studentessa, studente, estudiante, etudiant, etudiante, estudante, undergraduate, undergrad, freshman, sophomore, fresher, phd candidate, mba candidate, msc candidate, master candidate, doktorand, doctoral candidate, doctorant, doctorante,
    laureando, laureanda, werkstudent, working student, alternant, alternante, pupil, schuler, studying`,
  ],
  [
    'trainee',
    'before',
    `intern, internship, trainee, praktikant, praktikum, stagiaire, becario, becaria, en practicas, practicante, tirocinante, tirocinio, stagista, stagiair, estagiario, estagiaria, apprentice, apprenticeship, apprenti, apprentie, azubi,
    auszubildende, auszubildender, volontar, management trainee, graduate trainee, apprendista, aprendiz`,
  ],
  [
    'interim',
    'before',
    `interim, fractional, acting, a i, ad interim, part time, parttime, teilzeit, temps partage, temps partiel, a temps partage, a temps partiel, externalise, externalisee, virtual, outsourced, on demand, as a service, temporary, kommissarisch,
    kommissarische, kommissarischer, de transition, facente funzione, interino, interina, fraccional, fraccionado, a tempo parcial, tempo parcial, a tiempo parcial, for hire, freelance, freelancer, auf zeit, part timer`,
  ],
  [
    'deputy',
    'before',
    `deputy, vice, stellvertretend, stellvertretende, stellvertretender, stellvertretenden, stellvertreter, stv, vize, adjoint, adjointe, adjunct, adjunto, adjunta, aggiunto, aggiunta, plaatsvervangend, plaatsvervangende, substituto, substituta`,
  ],
];

export const SIMPLE_MARKERS: readonly (readonly [
  'preposition' | 'company' | 'audience' | 'now' | 'noise',
  string,
])[] = [
  [
    'preposition',
    `to, for, of, with, behind, on behalf of, reporting to, zu, zum, zur, fur, von, vom, der, des, dem, den, mit, pour, de, du, d, aux, au, avec, aupres de, para, por, del, al, alla, alle, agli, ao, aos, do, da, dos, das, di, della, dell, dei, delle, dello, degli, per, van,
    voor, aan, between`,
  ],
  ['company', 'at, bei, beim, chez, presso, bij, na empresa, en la empresa, working at, c o'],
  [
    'audience',
    `help, helps, helping, i help, we help, serving, serves, supporting, supports, support for, enabling, enables, empowering, empowers, advising, advises, coaching for, mentoring for, partnering with, partner to, partner for, partner of, connecting, placing, hiring, recruiting for, looking for,
    seeking, searching for, selling to, sell to, sells to, working with, work with, works with, trusted by, trusted partner, built for, built by, backed by, making, turning, helfe, wir helfen, ich helfe, unterstutze, unterstutzt, begleite, berate, ich berate, wir beraten, suche, sucht,
    j aide, aide, aidons, nous aidons, accompagne, j accompagne, accompagnons, accompagner, aider, ayudo, ayudamos, ayudando, ayudar, acompano, aiuto, aiutiamo, supporto, supportiamo, ik help, ondersteun, begeleid, wij helpen, ajudo, ajudamos, ajudando, apoio, conecto, married to, wife of, husband of,
    daughter of, son of, interested in, interview, interviews, interviewing, talking to, writing for, writing about, loved by, insights for, on a mission, i work with, teaching, training for, saving, giving, equipping, equip`,
  ],
  [
    'now',
    'now, currently, today, jetzt, heute, aktuell, maintenant, aujourd hui, actuellement, ahora, actualmente, ora, attualmente, nu, agora, atualmente, as, als, como, come, comme, en tant que, tuning into',
  ],
  [
    'noise',
    'self employed, selbststandig, selbstandig, financial services, finance sector, finance industry, human rights, data center, data centre, product led, sales force, the future of, future of',
  ],
];

export const GROUP_WORDS = `leader, leaders, leadership, leadership team, senior leadership, senior leaders, executives, senior executives, c suite executives, c level executives, decision maker, decision makers, decisionmaker, decisionmakers, management team, senior management,
  top management, fuhrungskrafte, fuhrungskraft, entscheider, entscheiderinnen, entscheidungstrager, decideur, decideurs, cadres dirigeants, dirigeants, directivos, responsables de decision, lider, lideres, dirigenti, decisori, beslissers, besluitvormers, leidinggevenden, liderancas, tomadores de decisao`;

/** After a C-level or founder title these nouns make it somebody else's: "CFO services", "the founder community". */
const OBJECT_NOUNS = new Set(
  phraseOf(
    `service services solution solutions advisory practice practices network networks club community communities alliance forum summit conference event events council podcast newsletter magazine search recruitment recruiting coaching
    consulting consultancy mentoring training program programme programs track candidates suite tool tools software platform insights research team teams organisation organization staff office offices agenda roundtable whisperer connect circle
    academy school course courses buyers persona personas audience relations relationships segment leads beratung buro services s relationship enthusiast fan confidant ally content weekly daily times review hub world live media show`,
  ),
);

export const AND_WORDS: ReadonlySet<string> = new Set([
  'and',
  'und',
  'et',
  'y',
  'e',
  'or',
  'oder',
  'ou',
  'o',
  'ed',
  'plus',
  'sowie',
  'as well as',
  'u',
]);
/** Words between the words: they neither name anything nor change who holds the title. */
const NEUTRAL_WORDS = new Set(
  phraseOf(
    'the a an der die das dem den le la les l el los las il lo i gli un une une uno een het de o os in im en em nel nella group global regional international emea dach apac latam mena uk usa us europe europa north south east west central worldwide deutschland france',
  ),
);
/** Two-letter abbreviations that are also everyday words or syllables; they count only in capitals. */
export const CAPITALS_ONLY = new Set([
  'it',
  'ae',
  'ad',
  'pa',
  'ea',
  'md',
  'gm',
  'gf',
  'dg',
  'pm',
  'po',
  'gc',
  'fd',
  'hd',
  'pr',
  'ui',
  'ki',
  'tic',
  'sap',
  'sea',
  'sem',
  'bi',
]);

export function isObjectNoun(word: string | undefined): boolean {
  return word !== undefined && OBJECT_NOUNS.has(word);
}

export function isNeutral(word: string): boolean {
  return NEUTRAL_WORDS.has(word);
}
