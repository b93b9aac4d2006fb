/** What a column of a table, or a key of an object, holds as far as its name says; see LINKEDIN.md §3 for the exports behind it. */
export type FieldRole =
  | 'link'
  | 'id'
  | 'vanity'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'headline'
  | 'occupation'
  | 'summary'
  | 'title'
  | 'position'
  | 'company'
  /** An id of whatever it may be. */
  | 'plainId'
  /** A word such as "Contact", beside which a name may stand. */
  | 'possibleName'
  | 'ignored'
  | 'unknown';

/** A cell of a row, or a value of an object. */
export interface Field {
  readonly role: FieldRole;
  readonly value: string;
}

/** Without accents and the vowel signs of scripts that write them as marks. */
const withoutMarks = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
/** Any of these words or patterns as the whole of a name. */
const whole = (...names: readonly string[]) => new RegExp(`^(?:${withoutMarks(names.join('|'))})$`, 'u');
/** Any of these words or patterns anywhere in a name. */
const within = (...names: readonly string[]) => new RegExp(withoutMarks(names.join('|')), 'u');

/**
 * Names are compared folded: lower case, without accents, blanks and punctuation. The first that fits decides. Where a word means the full name
 * to some and a part of it to others (Name, Nom, Nombre, Nome), it is `name`, and the row tells (record-fields.ts).
 */
const ROLES: readonly (readonly [FieldRole, RegExp])[] = [
  [
    'name',
    whole(
      '(?:full|display|member|contact|person|lead|prospect|candidate|profile|linkedin)?name',
      'nom|nome|nombre|naam|namn|navn|imiona|jmeno|meno|nume|nimi|имя|adı|isim|이름|성명|姓名|氏名|名前|фио',
      'vollstandigername|nomcomplet|nombrecompleto|nomecompleto|volledigenaam|fullstandigtnamn|fuldenavn|fulltnavn|celejmeno',
      'имепрезиме|пълноиме|повнеімя|ονοματεπωνυμο|שםמלא|الاسمالكامل|الاسم|نام|نامکامل|नाम|पूरानाम|ชื่อ|ชื่อเต็ม|tendaydu|hoten|nama|namalengkap',
      'vornamenachname|prenomnom|nomprenom|nometprenom|prenometnom|nomeecognome|nombreyapellidos?|nomeesobrenome|imieinazwisko|jmenoaprijmeni|adsoyad',
    ),
  ],
  [
    'firstName',
    whole(
      '(?:first|given|fore|vor)names?|first|vornamen|prenoms?|voornaam|nombres|nombredepila|primernombre|primeironome|nomeproprio',
      'imie|fornamn|fornavn|etunimi|krestnijmeno|prenume|keresztnev|utonev|名|名字|jmenokrestni|krstnemeno|prvoime|osobnoime|ime|emri|vardas|vards|eesnimi',
      'имяотчество|име|собственоиме|імя|імята|ονομα|שםפרטי|الاسمالأول|اسمالأول|نامکوچک|पहलानाम|प्रथमनाम|ชื่อจริง|ten|namadepan|namapertama|unangpangalan|isiminiz',
    ),
  ],
  [
    'lastName',
    whole(
      '(?:last|family|sur|nach)names?|last|nachnamen|familienname|nomdefamille|apellidos?|sobrenomes?|apelidos?|cognome|achternaam|familienaam',
      'nazwisko|efternamn|efternavn|etternavn|sukunimi|prijmeni|priezvisko|vezeteknev|soyad[ıi]?|фамилия|성|姓|姓氏|cumle|mbiemri|pavarde|uzvards|perekonnanimi|prezime',
      'фамилноиме|прізвище|презиме|επωνυμο|επιθετο|שםמשפחה|اسمالعائلة|الاسمالأخير|اسمالعايله|اللقب|نامخانوادگی|उपनाम|अंतिमनाम|कुलनाम|นามสกุล|ho|namabelakang|namaakhir|namakeluarga|apelyido',
    ),
  ],
  [
    'headline',
    whole(
      '(?:linkedin|profile)?(?:headline|tagline)|(?:primary)?subtitle(?:text)?',
      'profilslogan|uberschrift|titreduprofil|titreprofil|titular|rubrik',
    ),
  ],
  ['occupation', whole('occupation|profession|beruf|ocupacion|ocupacao|professione|beroep|zawod')],
  ['summary', whole('summary')],
  ['title', whole('title|titre|titulo|titolo|tytul')],
  [
    'position',
    whole(
      '(?:current|latest)?(?:position|jobtitle|job|role|title|jobposition)|designation|currentcompanyposition|organizationtitle1',
      'stelle|funktion|jobbezeichnung|berufsbezeichnung|jobtitel|poste|posteactuel|fonction|intituleduposte|puesto|cargo|cargoa(?:ctual|tual)',
      'posizione|ruolo|qualifica|functie|functietitel|stanowisko|befattning|stilling|pozice|pozicia|pozisyon|unvan|должность|职位|职务|職位|職稱|職稱|役職|직책|직위|rolle|rol|rola|posisi|jabatan|chucvu|chucdanh|asema|tehtava|beosztas|functia',
      'позиция|длъжност|посада|θεση|θεσηεργασιας|תפקיד|المنصب|الوظيفة|المسمىالوظيفي|سمت|عنوانشغلی|पद|ตำแหน่ง',
    ),
  ],
  [
    'company',
    whole(
      '(?:current|latest)?(?:company|companyname|organi[sz]ation|organi[sz]ationname|employer)|organization1',
      'unternehmen|firma|firmenname|arbeitgeber|entreprise|societe|empresa|azienda|societa|impresa|bedrijf|bedrijfsnaam|werkgever',
      'foretag|virksomhed|bedrift|spolecnost|spolocnost|sirket|компания|компанія|公司|会社|会社名|회사|회사명|perusahaan|syarikat|congty|yritys|vallalat|companie',
      'фирма|εταιρεια|εταιρια|חברה|שםהחברה|الشركة|شرکت|कंपनी|कम्पनी|บริษัท',
    ),
  ],
  [
    'vanity',
    whole('(?:linkedin)?(?:public(?:identifier|id)|vanity(?:name)?)', 'linkedin(?:username|handle|slug)'),
  ],
  [
    'id',
    whole(
      'vmid|urn|hashid|(?:member|entity|profile|object|tracking|linkedin|dashentity|person|fsdprofile|linkedinprofile|linkedinmember)(?:urn|id)',
    ),
  ],
  ['plainId', whole('id')],
  [
    'possibleName',
    whole(
      'contact|person|candidate|prospect|lead|follower|member|attendee|participant|employee|connection',
      'kontakt|kontaktperson|kandidat|teilnehmer|mitglied|personne|candidat|membre|contacto|persona|candidato|miembro|contatto|membro|contato|pessoa',
    ),
  ],
  [
    'ignored',
    within(
      'company|organi[sz]ation|employer|school|college|query|search|image|photo|picture|avatar|logo|owner|sender|invite|viewer|account',
      'mutual|shared|common|referr|introduc|recommend|colleague|similar|alsoviewed|category|addition|postauthor',
      'unternehmen|firma|firmen|arbeitgeber|entreprise|societe|empresa|azienda|societa|bedrijf|werkgever|foretag|virksomhed|bedrift|spolecnost|sirket',
      'gemeinsam|commun|comun|comum|gemeenschap|wspoln',
    ),
  ],
  ['unknown', within('description')],
  // Somebody beside the person of the row, unless nobody else is in it.
  ['unknown', within('ceo|founder|manager|assistant|author|hiring|supervisor|poster|boss')],
  [
    'link',
    whole(
      '.{0,12}(?:linkedin|profil|perfil|profiel|профил).{0,12}',
      '(?:person|member|public|lead|contact|prospect|candidate|follower)?(?:url|link|href|uri)|navigationurl',
      'adresurl|adresseurl|urladresse|webadresse|lien|enlace|ссылка',
    ),
  ],
];

/** Keys under which an export puts the person of a row into an object of its own. */
const PERSON_KEY =
  /profile|person|member|user|basic|lead|follower|contact|linkedin|entity|node|reactor|commenter|^actor$/i;
/** `basic_info/public_identifier`, `positions/0/companyName`, `headline.text`: nested objects made flat, as Apify's CSV has them. */
const PATH = /^[\w$-]{1,80}(?:[/.][\w$-]{1,80}){1,8}$/;

const WHOSE = /^(?:linkedin|profile|contact|prospect|lead|person|candidate|member|follower)+/;
const TEXTS: ReadonlySet<FieldRole> = new Set([
  ...(['name', 'firstName', 'lastName', 'headline', 'occupation', 'summary', 'title'] as const),
  ...(['position', 'company'] as const),
]);

const roles = new Map<string, FieldRole>();

/** The role of a column by its name; `unknown` names may still turn out to hold profile links. */
export function fieldRole(name: string): FieldRole {
  const known = roles.get(name);
  if (known !== undefined) return known;
  const trimmed = name.trim();
  const role = (PATH.test(trimmed) ? roleOfPath(trimmed) : null) ?? roleOfWord(trimmed);
  if (roles.size < 10_000) roles.set(name, role);
  return role;
}

/** True for a key whose object describes the person of the row, such as `basic_info` or `profile`. */
export function describesPerson(key: string): boolean {
  return PERSON_KEY.test(key);
}

function roleOfWord(name: string): FieldRole {
  const folded = withoutMarks(name.slice(0, 200))
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');
  const role = roleOfFolded(folded);
  if (role !== 'unknown' && role !== 'link' && role !== 'ignored') return role;
  // "Contact Job Title", "linkedinFirstName": whose it is says nothing about what it is.
  const bare = folded.replace(WHOSE, '');
  const text = bare === folded ? role : roleOfFolded(bare);
  return TEXTS.has(text) ? text : role;
}

function roleOfFolded(folded: string): FieldRole {
  return ROLES.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'unknown';
}

/** What is in a list, or in an object about something else, is not about the person; null where the path says nothing. */
function roleOfPath(path: string): FieldRole | null {
  const steps = path.split(/[/.]/);
  if (steps.some((step) => /^\d+$/.test(step))) return 'ignored';
  if (steps.length > 1 && steps.at(-1) === 'text') return fieldRole(steps.slice(0, -1).join('/'));
  const role = roleOfWord(steps.at(-1)!);
  const parents = steps.slice(0, -1);
  if (role === 'unknown' || role === 'ignored' || parents.every(describesPerson)) {
    return role === 'unknown' ? null : role;
  }
  if (parents.some((parent) => roleOfWord(parent) === 'ignored' || roleOfWord(parent) === 'company'))
    return 'ignored';
  return role === 'link' || role === 'id' || role === 'vanity' ? 'unknown' : 'ignored';
}
