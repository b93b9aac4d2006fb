import { UsageError } from '../../domain/errors.ts';

/** Side-car folders of saved pages, in the languages of browsers; what macOS adds to archives; hidden files. */
const LEFT_OUT = /(?:^|\/)(?:[^/]*_(?:files|Dateien|fichiers|archivos|file)\/|__MACOSX\/|\.(?!\.?\/))/;
/** Kinds that hold no list, and of which folders of pages are full. */
const NO_LIST = /\.(?:png|jpe?g|gif|webp|svg|ico|css|js|mjs|map|woff2?|ttf|otf|mp[34]|mov|webm)$|\/$/i;
/** Files of LinkedIn's "Get a copy of your data" (LINKEDIN.md §3) by which one knows it. */
const EXPORT_FILES = [
  'registration.csv',
  'profile.csv',
  'messages.csv',
  'invitations.csv',
  'email addresses.csv',
];

/** What a ZIP archive with one of these files in it is; `[Content_Types].xml` and the like would be no help to anybody. */
const DOCUMENTS: readonly { readonly mark: RegExp; readonly kind: string; readonly hint: string }[] = [
  { mark: /^xl\/workbook\.(?:xml|bin)$/, kind: 'an Excel workbook', hint: 'Export it as CSV.' },
  {
    mark: /^word\/document\.xml$/,
    kind: 'a Word document',
    hint: 'Save it as plain text or HTML, or export the table in it as CSV.',
  },
  { mark: /^ppt\/presentation\.xml$/, kind: 'a PowerPoint presentation', hint: 'Export its list as CSV.' },
  { mark: /^Index\/Document\.iwa$/, kind: 'a document of Apple Numbers or Pages', hint: 'Export it as CSV.' },
  { mark: /^META-INF\/manifest\.xml$/, kind: 'an OpenDocument file', hint: 'Export it as CSV.' },
];

/** What the first file of an OpenDocument archive says, uncompressed and at this place (ODF 1.3 part 2 §3.3). */
const DOCUMENT_TYPE = /^mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]{1,20})/;
const DOCUMENT_TYPE_AT = 30;

/** Throws UsageError `unreadable_input` for an archive that is an OpenDocument file, and says of which kind. */
export function refuseOpenDocument(bytes: Uint8Array, path: string): void {
  const start = Buffer.from(bytes.subarray(DOCUMENT_TYPE_AT, DOCUMENT_TYPE_AT + 100)).toString('latin1');
  const kind = DOCUMENT_TYPE.exec(start)?.[1];
  if (kind === undefined) return;
  const isText = kind === 'text';
  throw new UsageError(
    'unreadable_input',
    `${path}: this is an OpenDocument ${kind}`,
    isText ? 'Save it as plain text or HTML, or export the table in it as CSV.' : 'Export it as CSV.',
  );
}

/**
 * Those of an archive's files, by name, that may be a list of people. LinkedIn's own export is known by its names: only its
 * Connections.csv is a list, since messages and invitations name people who are no connections. Throws UsageError `unreadable_input`
 * for documents that are ZIP archives inside, `no_people` for an export without the list.
 */
export function listsAmong(names: readonly string[], path: string): ReadonlySet<string> {
  for (const { mark, kind, hint } of DOCUMENTS) {
    if (!names.some((name) => mark.test(name))) continue;
    throw new UsageError('unreadable_input', `${path}: this is ${kind}`, hint);
  }
  const candidates = names.filter((name) => !LEFT_OUT.test(name) && !NO_LIST.test(name));
  const connections = candidates.filter((name) => baseName(name) === 'connections.csv');
  if (connections.length > 0) return new Set(connections);
  const known = new Set(candidates.map(baseName).filter((name) => EXPORT_FILES.includes(name)));
  if (known.size >= 2) {
    throw new UsageError(
      'no_people',
      `${path}: this is LinkedIn's copy of an account's data, but without Connections.csv: it holds no list of people`,
      'Ask LinkedIn for a copy of the data with "Connections" ticked.',
    );
  }
  return new Set(candidates);
}

function baseName(name: string): string {
  return name.split('/').at(-1)!.toLowerCase();
}
