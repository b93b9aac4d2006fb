/** One source file, by its path below src/ (`store/claims.ts`), with its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Ranks of the folders of src/ (LAYOUT.md): imports go to a lower one. */
const RANKS: Readonly<Record<string, number>> = {
  'main.ts': 8,
  cli: 7,
  review: 6,
  app: 5,
  stages: 4,
  calls: 4,
  providers: 4,
  store: 4,
  learning: 4,
  pipeline: 3,
  ports: 2,
  config: 2,
  domain: 1,
  support: 0,
};

/** Where each npm package may be imported: folders, or one stage as `stages/<name>`. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli'],
  ora: ['cli'],
  'string-width': ['cli'],
  'apify-client': ['providers'],
  openai: ['providers'],
  'gpt-tokenizer': ['providers'],
  langsmith: ['providers'],
  pg: ['store'],
  pgvector: ['store'],
  '@electric-sql/pglite': ['store'],
  '@electric-sql/pglite-pgvector': ['store'],
  tar: ['store'],
  yaml: ['config'],
  htmlparser2: ['stages/ingest'],
  domhandler: ['stages/ingest'],
  yauzl: ['stages/ingest'],
  'csv-stringify': ['stages/export'],
  hono: ['review'],
  '@hono/node-server': ['review'],
  open: ['review'],
  'ml-levenberg-marquardt': ['learning'],
  zod: [
    'main.ts',
    'cli',
    'review',
    'app',
    'stages',
    'calls',
    'providers',
    'store',
    'pipeline',
    'ports',
    'config',
    'support',
  ],
};

/** Runs in a browser: nothing of the program reaches it but what it asks the server for. */
const PAGE = 'review/page/';

/** Folders of nouns and interfaces, which know neither packages nor the machine. */
const PURE = ['domain', 'ports'];
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/;
const MOST_SUPPORT_FILES = 8;
const EXIT = /\bprocess\s*\.\s*exit(?:Code)?\b|\bprocess\s*\[\s*['"]exit(?:Code)?['"]\s*\]/;

/** Every breach of the layout, each as one line that names the culprit; empty when all is well. */
export function findBreaches(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map((file) => file.path));
  const edges = new Map<string, string[]>();
  const breaches: string[] = [];
  for (const file of files) {
    const targets: string[] = [];
    for (const specifier of importsOf(file.text)) {
      if (specifier.startsWith('.')) {
        const target = resolve(file.path, specifier);
        if (!known.has(target)) {
          breaches.push(`${file.path} imports ${specifier}, which does not exist`);
          continue;
        }
        targets.push(target);
        const why = forbidden(file.path, target);
        if (why !== null) breaches.push(`${file.path} imports ${target}: ${why}`);
      } else {
        const why = forbiddenPackage(file.path, specifier);
        if (why !== null) breaches.push(`${file.path} imports ${specifier}: ${why}`);
      }
    }
    edges.set(file.path, targets);
    breaches.push(...badName(file.path));
    if (file.path !== 'main.ts' && EXIT.test(withoutComments(file.text))) {
      breaches.push(`${file.path} sets the exit code; only main.ts may`);
    }
  }
  const support = files.filter((file) => file.path.startsWith('support/'));
  if (support.length > MOST_SUPPORT_FILES) {
    breaches.push(`support/ holds ${support.length} files; at most ${MOST_SUPPORT_FILES}`);
  }
  for (const circle of findCircles(edges)) breaches.push(`circle: ${circle.join(' → ')}`);
  return breaches;
}

/** Module specifiers of static, type-only, re-exporting and dynamic imports. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const patterns = [
    /(?:^|[;}\n])\s*(?:import|export)\s(?:[^;'"`]*?\sfrom\s*)?(['"])([^'"\n]+)\1/g,
    /\bimport\s*\(\s*(['"`])([^'"`\n]+)\1/g,
    /\brequire\s*\(\s*(['"`])([^'"`\n]+)\1/g,
  ];
  return [...new Set(patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[2]!)))];
}

/** Comments blanked, strings and regular expressions left alone as far as imports need it. */
function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '');
}

function resolve(from: string, specifier: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') {
      if (parts.length === 0) parts.push('(outside src)');
      else parts.pop();
    } else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The folder to which the rules apply: `store`, `main.ts`, or for stages `stages/<name>`. */
function home(path: string): string {
  const [top, next] = path.split('/');
  return top === 'stages' && path.split('/').length > 2 ? `stages/${next}` : top!;
}

function rank(path: string): number | undefined {
  return RANKS[path.split('/')[0]!];
}

function forbidden(from: string, to: string): string | null {
  if (from.startsWith(PAGE) && !to.startsWith(PAGE)) return `${PAGE} imports nothing from outside`;
  const own = rank(from);
  const other = rank(to);
  if (own === undefined) return `${from.split('/')[0]} is no folder of the layout`;
  if (other === undefined) return `${to.split('/')[0]} is no folder of the layout`;
  if (home(from) === home(to)) return null;
  if (other > own) return `rank ${own} may not import rank ${other}`;
  if (other === own) return `folders of one rank (${own}) never import each other`;
  return null;
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function forbiddenPackage(from: string, specifier: string): string | null {
  if (from.startsWith(PAGE)) return `${PAGE} imports nothing from outside`;
  const folder = from.split('/')[0]!;
  if (PURE.includes(folder)) return `${folder}/ imports no package and no node: module`;
  if (specifier.startsWith('node:')) return null;
  const name = packageName(specifier);
  const homes = Object.hasOwn(HOMES, name) ? HOMES[name]! : undefined;
  if (homes === undefined) return `${name} has no home in the layout (a node module needs the prefix node:)`;
  if (homes.some((allowed) => from === allowed || from.startsWith(`${allowed}/`))) return null;
  return `${name} is at home in ${homes.join(', ')} only`;
}

function badName(path: string): string[] {
  const name = path.split('/').at(-1)!;
  if (name === 'index.ts') return [`${path} is a barrel`];
  return KEBAB_CASE.test(name) ? [] : [`${path} is not named in kebab-case`];
}

/** One example of each circle of imports, as a path that ends where it began. */
function findCircles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      circles.push([...path.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const next of edges.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of edges.keys()) visit(file);
  return circles;
}
