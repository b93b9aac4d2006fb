import { cleanLine } from '../../support/text.ts';
import { isDegree, withoutDegree } from './connection-degree.ts';
import { trimInvisible } from './invisible-marks.ts';
import { ownCopy } from './own-copy.ts';

const NAME_LIMIT = 200;
const HEADLINE_LIMIT = 500;
/** Text beyond this cannot matter to a name or headline, and bounds what the expressions below work on. */
const RAW_LIMIT = 4000;

const PRONOUN =
  'she|he|they|her|him|them|hers|ze|zie|xe|ella|él|elle|il|iel|sie|er|ela|ele|lei|lui|hen|hon|han';
const PRONOUNS = new RegExp(
  `\\s*\\(?(?<![\\p{L}])(?:${PRONOUN})(?:\\s*/\\s*\\p{L}{1,10}){1,3}\\)?\\s*$`,
  'iu',
);
const LABELS: readonly RegExp[] = [
  /^View\s+(.+?)(?:['’]s?)\s+(?:full\s+)?(?:profile|verifications).*$/iu,
  /^(.+?)(?:['’]s?)\s+(?:profile\s+(?:picture|photo|image)|photo|picture|avatar)$/iu,
  /^(?:profile\s+)?(?:photo|picture|image|avatar)\s+of\s+(.+)$/iu,
  /^(?:Foto|Profilfoto|Profilbild)\s+von\s+(.+)$/iu,
  /^(?:Photo de profil|Photo)\s+de\s+(.+)$/iu,
  /^(?:Foto de perfil|Imagen del perfil|Foto(?: del profilo)?)\s+(?:de|do|da|di|van)\s+(.+)$/iu,
  /^(?:Profil von|Voir le profil de|Ver (?:el )?perfil de|Visualizza il profilo di|Bekijk het profiel van)\s+(.+?)(?:\s+anzeigen)?$/iu,
  /^(.+?)さんの(?:プロフィール)?(?:写真|画像)$/u,
  /^(?:صورة(?: ملف)?|عرض ملف)\s+(.+)$/u,
];
/** The repetitions are bounded: one that begins anew at each of thousands of commas would take the square of their number. */
const TAILS =
  /(?:,?\s+is\s+(?:open\s+to\s+work|hiring)|[,\s]{1,9}#?open[\s_]?to[\s_]?work|[,\s]{1,9}#hiring|[,\s]{1,9}(?:linkedin\s+)?premium(?:\s+member)?|[,\s]{1,9}verified(?:\s+profile)?)\.?$/iu;
/** Of what stands behind names there are five or six kinds; a line of thousands of them is no name. */
const MOST_ROUNDS = 10;
const STATUS = /\s*Status is (?:offline|online|reachable|away|unknown)\s*/giu;
/** Most names: letters and little else, and no word that belongs to a decoration. Spares them the expressions above. */
const PLAIN_NAME = /^[\p{L}\p{M}\p{N} .,'’&-]+$/u;
const DECORATED =
  /status|view|photo|picture|profil|avatar|image|foto|imagen|bekijk|さんの|صورة|ملف|open|hiring|premium|verified/i;
const HIDDEN_MEMBER =
  /^(?:LinkedIn[\s-]*(?:Member|Mitglied|Nutzer|User|gebruiker|lid|medlem|bruker|bruger|användare|jäsen|üyesi|メンバー|会员|會員|用户|회원)|(?:Miembro|Membre|Usuario|Utilisateur|Utilisatrice|Membro|Utente|Usuário|Medlem|Użytkownik|Участник|Пользователь|Uživatel|Člen|Membru|Anggota|Pengguna|عضو|مستخدم)\s+(?:(?:de|do|di|på|w|sítě|على|في)\s+)?LinkedIn|领英会员)$/iu;

/**
 * A display name without what LinkedIn puts around it (badges, degree, "View …’s profile", "… is open to work", pronouns; a doubled name
 * once), or null when nothing nameable is left. Emoji stay. At most 200 characters.
 */
export function personName(raw: string | null | undefined): string | null {
  // A row says its name three times and more, and each is asked for.
  if (raw === lastName.raw) return lastName.name;
  const name = readName(raw);
  lastName = { raw, name };
  return name;
}

let lastName: { raw: string | null | undefined; name: string | null } = { raw: null, name: null };

function readName(raw: string | null | undefined): string | null {
  const line = cleanLine(trimInvisible(raw?.slice(0, RAW_LIMIT) ?? ''));
  if (line === null) return null;
  let name = PLAIN_NAME.test(line) && !DECORATED.test(line) ? line : undecorated(line);
  name = once(name);
  if (!/[\p{L}\p{N}]/u.test(name) || HIDDEN_MEMBER.test(name) || isPronouns(name) || isDegree(name))
    return null;
  return clip(name, NAME_LIMIT);
}

/** Takes off what LinkedIn puts around a name. */
function undecorated(line: string): string {
  let name = line.replace(STATUS, ' ').trim();
  for (const label of LABELS) {
    const inner = label.exec(name)?.[1];
    if (inner !== undefined) name = inner.trim();
  }
  let before = '';
  for (let round = 0; round < MOST_ROUNDS && before !== name; round++) {
    before = name;
    name = withoutDegree(name.replace(TAILS, '')).trim();
    if (name.includes('/') && !isPronouns(name)) name = name.replace(PRONOUNS, '').trim();
  }
  return name;
}

/** A headline as one clean line of at most 500 characters; `--`, LinkedIn's mark for "none", is null. */
export function personHeadline(raw: string | null | undefined): string | null {
  const headline = cleanLine(trimInvisible(raw?.slice(0, RAW_LIMIT) ?? ''));
  return headline === null || /^[-–—]+$/u.test(headline) ? null : clip(headline, HEADLINE_LIMIT);
}

/** What LinkedIn shows in place of a name it withholds ("LinkedIn Member"), in the languages we know. */
export function isHiddenMember(raw: string): boolean {
  return HIDDEN_MEMBER.test(raw.slice(0, 100).replace(/\s+/gu, ' ').trim());
}

/** True for pronouns and nothing else: "She/Her". */
export function isPronouns(text: string): boolean {
  return text.length <= 40 && text.includes('/') && PRONOUNS.exec(text)?.index === 0;
}

/** "X Y X Y" → "X Y": search pages of 2026 repeat the name. A single repeated word may be a real name and stays. */
function once(name: string): string {
  if (name.length < 7) return name;
  const words = name.split(' ');
  const half = words.length / 2;
  if (words.length < 4 || words.length % 2 !== 0) return name;
  return words.slice(0, half).join(' ') === words.slice(half).join(' ')
    ? words.slice(0, half).join(' ')
    : name;
}

/** Cuts between characters. */
function clip(text: string, limit: number): string {
  const cut = text.length <= limit ? text : [...text.slice(0, limit * 2)].slice(0, limit).join('').trim();
  return ownCopy(cut);
}
