import { PhraseTable, phraseOf } from './phrase-search.ts';
import { FUNCTION_WORDS, type JobFunction } from './title-functions.ts';
import { type Level, RANK_WORDS, ROLE_WORDS } from './title-roles.ts';

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

export type LexiconEntry =
  | {
      readonly kind: 'role';
      readonly level: Level;
      readonly functions: readonly JobFunction[];
      readonly specialty: string | null;
    }
  | {
      readonly kind: 'rank';
      readonly level: Level;
      readonly fallback: JobFunction | null;
      readonly weak: boolean;
    }
  | { readonly kind: 'function'; readonly name: JobFunction; readonly specialty: string | null }
  /** Leaders in general: "executives", "decision makers", "C-suite"; the singular is a person's own level. */
  | { readonly kind: 'group' }
  | { readonly kind: 'standing'; readonly standing: Standing; readonly side: 'before' | 'after' }
  | { readonly kind: 'assistant'; readonly mayBeDeputy: boolean }
  | { readonly kind: 'preposition' | 'company' | 'audience' | 'now' | 'noise' };

const STANDING_WORDS: readonly (readonly [Standing, 'before' | 'after', string])[] = [
  [
    'former',
    'before',
    `former, formerly, ex, previous, previously, prev, past, recovering, one time, ehemalig, ehemalige, ehemaliger, ehemaligen, ehem, fruher, fruhere, fruherer, vormals, ancien, ancienne,
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
    `student, studierende, studierender, studentessa, studente, estudiante, etudiant, etudiante, estudante, undergraduate, phd candidate, mba candidate, msc candidate, master candidate, doktorand, doctoral candidate, doctorant, doctorante,
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

const SIMPLE_MARKERS: readonly (readonly [
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
    'financial services, finance sector, finance industry, human rights, data center, data centre, product led, sales force, the future of, future of',
  ],
];

const GROUP_WORDS = `leader, leaders, leadership, leadership team, senior leadership, senior leaders, executives, senior executives, c suite executives, c level executives, decision maker, decision makers, decisionmaker, decisionmakers, management team, senior management,
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
const CAPITALS_ONLY = new Set([
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

type WordKind = LexiconEntry['kind'] | 'part of a phrase';

function phrases(list: string): readonly string[] {
  return list.split(',').map((phrase) => phrase.trim());
}

function buildTable(): {
  readonly table: PhraseTable<LexiconEntry>;
  readonly vocabulary: Map<string, WordKind>;
} {
  const table = new PhraseTable<LexiconEntry>();
  const vocabulary = new Map<string, WordKind>();
  const add = (list: string, entry: LexiconEntry) => {
    for (const phrase of phrases(list)) {
      table.add(phrase, entry);
      const words = phraseOf(phrase);
      for (const word of words) {
        const known = vocabulary.get(word);
        if (words.length === 1 && (known === undefined || known === 'part of a phrase'))
          vocabulary.set(word, entry.kind);
        else if (known === undefined) vocabulary.set(word, 'part of a phrase');
      }
    }
  };
  for (const [level, functions, titles, specialty] of ROLE_WORDS)
    add(titles, { kind: 'role', level, functions, specialty: specialty ?? null });
  for (const [level, fallback, words, weak] of RANK_WORDS)
    add(words, { kind: 'rank', level, fallback, weak: weak !== undefined });
  for (const [standing, side, words] of STANDING_WORDS) add(words, { kind: 'standing', standing, side });
  add(GROUP_WORDS, { kind: 'group' });
  add('assistant', { kind: 'assistant', mayBeDeputy: true });
  add('assistante, assistent, assistentin, assistenz, asistente, assistente, aide', {
    kind: 'assistant',
    mayBeDeputy: false,
  });
  for (const [kind, words] of SIMPLE_MARKERS) add(words, { kind });
  for (const [name, specialties] of Object.entries(FUNCTION_WORDS) as [
    JobFunction,
    Record<string, string>,
  ][]) {
    for (const [specialty, words] of Object.entries(specialties))
      add(words, { kind: 'function', name, specialty: specialty === '' ? null : specialty });
  }
  return { table, vocabulary };
}

const { table: TABLE, vocabulary: VOCABULARY } = buildTable();

export interface CanonicalWord {
  readonly word: string;
  /** As typed, for abbreviations that count only in capitals. */
  readonly raw: string;
  readonly plural: boolean;
  /** The base form, where the word as written is known only as part of a phrase ("directors" of "board of directors"). */
  readonly base?: string;
}

/** Regular endings: plural first, then feminine forms; each with what takes its place. */
const ENDINGS: readonly (readonly [ending: string, instead: string, plural: boolean, shortest: number])[] = [
  ['innen', '', true, 8],
  ['s', '', true, 3],
  ['es', '', true, 6],
  ['en', '', true, 7],
  ['i', 'e', true, 6],
  ['in', '', false, 6],
  ['a', '', false, 6],
  ['a', 'o', false, 6],
  ['e', '', false, 6],
];

/**
 * The form of a folded word that the lexicon knows: feminine and plural endings taken off, German and Dutch compounds ("Finanzleiterin",
 * "salesmanager") split. An unknown word comes back as it is.
 */
export function canonicalWords(folded: string, raw: string): readonly CanonicalWord[] {
  const known = VOCABULARY.get(folded);
  const base = baseForm(folded);
  if (known === 'part of a phrase' && base !== null)
    return [{ word: folded, raw, plural: base.plural, base: base.word }];
  if (known !== undefined) return [{ word: folded, raw, plural: false }];
  if (base !== null) return [{ ...base, raw }];
  for (let cut = 3; cut <= folded.length - 4; cut += 1) {
    const left = folded.slice(0, cut);
    const field = [left, left.replace(/s$/, '')].find((word) =>
      COMPOUND_FIELDS.has(VOCABULARY.get(word) ?? ''),
    );
    if (field === undefined) continue;
    const right = folded.slice(cut);
    const head = VOCABULARY.has(right) ? { word: right, plural: false } : baseForm(right);
    if (head !== null && COMPOUND_HEADS.has(VOCABULARY.get(head.word) ?? ''))
      return [
        { word: field, raw, plural: false },
        { ...head, raw },
      ];
  }
  return [{ word: folded, raw, plural: false }];
}

const COMPOUND_FIELDS = new Set<string>(['function', 'standing']);
const COMPOUND_HEADS = new Set<string>(['rank', 'role', 'assistant']);

/** The word with a regular ending taken off, if what remains is a word of the lexicon by itself. */
function baseForm(folded: string): { readonly word: string; readonly plural: boolean } | null {
  for (const [ending, instead, plural, shortest] of ENDINGS) {
    if (folded.length < shortest || !folded.endsWith(ending)) continue;
    const word = folded.slice(0, folded.length - ending.length) + instead;
    if (VOCABULARY.has(word)) return { word, plural };
  }
  return null;
}

export interface FoundEntry {
  readonly value: LexiconEntry;
  /** How many words it takes. */
  readonly length: number;
  readonly plural: boolean;
}

/** The longest entry of the lexicon that begins at the given word; `plain` are the same words as bare strings. */
export function entryAt(
  words: readonly CanonicalWord[],
  plain: readonly string[],
  at: number,
): FoundEntry | null {
  const asWritten = TABLE.longestAt(plain, at);
  const found =
    asWritten ??
    TABLE.longestAt(
      words.map((word) => word.base ?? word.word),
      at,
    );
  if (found === null) return null;
  const last = words[at + found.length - 1]!;
  const plural = last.plural && (asWritten === null || last.base === undefined);
  const { word, raw } = words[at]!;
  if (found.length === 1 && CAPITALS_ONLY.has(word) && raw !== raw.toUpperCase()) return null;
  return { ...found, plural };
}

export function isObjectNoun(word: string | undefined): boolean {
  return word !== undefined && OBJECT_NOUNS.has(word);
}

export function isNeutral(word: string): boolean {
  return NEUTRAL_WORDS.has(word);
}
