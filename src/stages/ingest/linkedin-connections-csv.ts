import { readCsv } from './csv.ts';
import { fieldRole } from './field-role.ts';
import type { Recogniser } from './recogniser.ts';
import { tableShape } from './table-shape.ts';

/** "Connected On" in the languages in which LinkedIn and its translators write the column, as letters without accents. */
const CONNECTED_ON: ReadonlySet<string> = new Set(
  [
    'connectedon',
    'verbundenam',
    'vernetztam',
    'verbundenseit',
    'kontaktseit',
    'connectele',
    'connecteele',
    'enrelationdepuis',
    'enrelationdepuisle',
    'datedeconnexion',
    'conectadoel',
    'conectadodesde',
    'fechadeconexion',
    'conectadoem',
    'conectouseem',
    'datadeconexao',
    'datadaconexao',
    'collegatoil',
    'collegatodal',
    'collegatoin',
    'datadicollegamento',
    'datadelcollegamento',
    'verbondenop',
    'verbondensinds',
    'gekoppeldop',
    'polaczono',
    'polaczonodnia',
    'datapolaczenia',
    'datanawiazaniakontaktu',
    'wkontakcieod',
    'anslutendatum',
    'kontaktsedan',
    'baglantitarihi',
    'terhubungpada',
    'датаконтакта',
    'датаустановленияконтакта',
    'датавстановленняконтакту',
    'つながった日',
    'つながり承認日',
    '建立联系时间',
    '建立聯繫時間',
    '连接时间',
    '聯絡日期',
    '1촌맺은날짜',
    'تاريخ الاتصال',
    'तारीख',
    'เชื่อมต่อเมื่อ',
    'ημερομηνία σύνδεσης',
    'תאריך יצירת קשר',
  ].map(folded),
);

/** `Connections.csv` of LinkedIn's "Get a copy of your data": notes, a blank line, then the table (LINKEDIN.md §3). */
export const linkedinConnectionsCsv: Recogniser = {
  kind: 'linkedin-connections-csv',
  content: 'text',
  recognise({ text }, options) {
    if (/^\s*</.test(text.head)) return null;
    const header = tableShape(text.head, options.columns)?.header ?? [];
    const roles = header.map(fieldRole);
    // Nom and Nome, which may also mean the full name, are one half of it beside the other.
    const names = (['name', 'firstName', 'lastName'] as const).filter((role) => roles.includes(role));
    const isExport = names.length >= 2 && header.some((cell) => CONNECTED_ON.has(folded(cell)));
    return isExport ? "it has the columns of LinkedIn's own export" : null;
  },
  read(source, options) {
    return {
      ...readCsv(source, options),
      ifEmpty: {
        message:
          'this Connections.csv names no profile addresses: it has no URL column, or the column is empty',
        hint: 'Ask LinkedIn for a new copy of the data, or save the connections page as HTML.',
      },
    };
  },
};

function folded(name: string): string {
  return name
    .slice(0, 100)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}]/gu, '');
}
