import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBreaches, importsOf, type SourceFile } from './support/import-rules.ts';

async function readSources(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map(async (path) => ({
        path: relative(folder, path).replaceAll('\\', '/'),
        text: await readFile(path, 'utf8'),
      })),
  );
}

/** The breaches of a made-up tree; files that are only imported are there, empty. */
function breachesOf(tree: Record<string, string>): string[] {
  return findBreaches(Object.entries(tree).map(([path, text]) => ({ path, text })));
}

describe('the layout of src/', () => {
  it('is kept by every import', async () => {
    const files = await readSources('src');
    expect(files.length).toBeGreaterThan(50);
    expect(findBreaches(files)).toEqual([]);
  });

  it('is seen as a whole: the imports that the compiler needs are all found', async () => {
    const program = (await readSources('src')).find((file) => file.path === 'store/embedded-database.ts')!;
    expect(importsOf(program.text)).toEqual(
      expect.arrayContaining([
        'node:fs',
        '../domain/errors.ts',
        './folder-lock.ts',
        'tar',
        '@electric-sql/pglite',
      ]),
    );
  });
});

describe('importsOf', () => {
  it.each<[string, string[]]>([
    [`import { a } from './a.ts';`, ['./a.ts']],
    [`import type { A } from "./a.ts";`, ['./a.ts']],
    [`import a, {\n  b,\n  type C,\n} from './a.ts';`, ['./a.ts']],
    [`import * as a from './a.ts'`, ['./a.ts']],
    [`import './a.ts';`, ['./a.ts']],
    [`export { a } from './a.ts';`, ['./a.ts']],
    [`export * from './a.ts';`, ['./a.ts']],
    [`const { a } = await import('./a.ts');`, ['./a.ts']],
    [`type A = import('./a.ts').A;`, ['./a.ts']],
    [`const a = require('a');`, ['a']],
    [`import { a } from './a.ts';\nimport { b } from './b.ts';`, ['./a.ts', './b.ts']],
    [`export const a = 'b';\nconst from = 'c';`, []],
    [`// import { a } from './a.ts';`, []],
    [`/** import('./a.ts') */\nexport const a = 1;`, []],
  ])('reads %j', (text, expected) => {
    expect(importsOf(text)).toEqual(expected);
  });
});

describe('findBreaches', () => {
  it('lets a tidy tree pass', () => {
    expect(
      breachesOf({
        'main.ts': `import './cli/program.ts';\nprocess.exitCode = 1;`,
        'cli/program.ts': `import { Command } from 'commander';\nimport { run } from '../app/run.ts';\nimport './table.ts';`,
        'cli/table.ts': `import { z } from 'zod';\nimport stringWidth from 'string-width';`,
        'app/run.ts': `import '../stages/ingest/read.ts';\nimport '../store/claims.ts';\nimport '../providers/one.ts';`,
        'stages/ingest/read.ts': `import './part.ts';\nimport { Parser } from 'htmlparser2';`,
        'stages/ingest/part.ts': `import { fromBuffer } from 'yauzl';`,
        'store/claims.ts': `import pg from 'pg';\nimport '../pipeline/batcher.ts';\nimport { readFile } from 'node:fs/promises';`,
        'providers/one.ts': `import OpenAI from 'openai';\nimport type { Port } from '../ports/port.ts';`,
        'pipeline/batcher.ts': `import type { Port } from '../ports/port.ts';`,
        'ports/port.ts': `import type { Lead } from '../domain/lead.ts';`,
        'domain/lead.ts': `import { fold } from '../support/text.ts';`,
        'support/text.ts': '',
      }),
    ).toEqual([]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'a higher rank',
      { 'store/a.ts': `import '../app/b.ts';`, 'app/b.ts': '' },
      /^store\/a\.ts imports app\/b\.ts: rank 4/,
    ],
    [
      'a higher rank, for a type only',
      { 'domain/a.ts': `import type { B } from '../ports/b.ts';`, 'ports/b.ts': '' },
      /^domain\/a\.ts imports ports\/b\.ts/,
    ],
    [
      'a higher rank, dynamically',
      { 'pipeline/a.ts': `await import('../store/b.ts');`, 'store/b.ts': '' },
      /^pipeline\/a\.ts imports store\/b\.ts/,
    ],
    [
      'a higher rank, by re-export',
      { 'config/a.ts': `export * from '../pipeline/b.ts';`, 'pipeline/b.ts': '' },
      /^config\/a\.ts imports pipeline\/b\.ts/,
    ],
    [
      'another folder of its rank',
      { 'store/a.ts': `import '../providers/b.ts';`, 'providers/b.ts': '' },
      /one rank \(4\)/,
    ],
    ['ports from config', { 'config/a.ts': `import '../ports/b.ts';`, 'ports/b.ts': '' }, /one rank \(2\)/],
    [
      'another stage',
      { 'stages/ingest/a.ts': `import '../export/b.ts';`, 'stages/export/b.ts': '' },
      /^stages\/ingest\/a\.ts imports stages\/export\/b\.ts/,
    ],
    [
      'main from anywhere',
      { 'cli/a.ts': `import '../main.ts';`, 'main.ts': '' },
      /^cli\/a\.ts imports main\.ts/,
    ],
    ['nothing there', { 'cli/a.ts': `import './gone.ts';` }, /gone\.ts, which does not exist/],
    ['out of src', { 'cli/a.ts': `import '../../bin/icp.js';` }, /does not exist/],
    [
      'an unknown folder',
      { 'utils/a.ts': `import '../support/b.ts';`, 'support/b.ts': '' },
      /utils is no folder/,
    ],
    [
      'commander outside cli',
      { 'app/a.ts': `import { Command } from 'commander';` },
      /commander is at home in cli/,
    ],
    ['pg outside store', { 'app/a.ts': `import pg from 'pg';` }, /pg is at home in store/],
    [
      'a scoped package',
      { 'app/a.ts': `await import('@electric-sql/pglite');` },
      /@electric-sql\/pglite is at home in store/,
    ],
    [
      'a sub-path of a package',
      { 'store/a.ts': `import { z } from 'openai/helpers/zod';` },
      /openai is at home in providers/,
    ],
    [
      'htmlparser2 in another stage',
      { 'stages/export/a.ts': `import 'htmlparser2';` },
      /at home in stages\/ingest/,
    ],
    [
      'csv-stringify in ingest',
      { 'stages/ingest/a.ts': `import 'csv-stringify';` },
      /at home in stages\/export/,
    ],
    ['zod in domain', { 'domain/a.ts': `import { z } from 'zod';` }, /domain\/ imports no package/],
    [
      'node: in domain',
      { 'domain/a.ts': `import { hash } from 'node:crypto';` },
      /domain\/ imports no package/,
    ],
    [
      'node: in ports',
      { 'ports/a.ts': `import type { Readable } from 'node:stream';` },
      /ports\/ imports no package/,
    ],
    ['an unknown package', { 'app/a.ts': `import lodash from 'lodash';` }, /lodash has no home/],
    ['node without its prefix', { 'app/a.ts': `import { join } from 'path';` }, /path has no home/],
    [
      'constructor, which every object has',
      { 'app/a.ts': `import 'constructor';` },
      /constructor has no home/,
    ],
    [
      'a rule of ours from the review page',
      { 'review/page/a.ts': `import '../../domain/b.ts';`, 'domain/b.ts': '' },
      /nothing from outside/,
    ],
    ['a package from the review page', { 'review/page/a.ts': `import 'zod';` }, /nothing from outside/],
    ['a barrel', { 'app/index.ts': '' }, /barrel/],
    ['a name in camelCase', { 'app/openApp.ts': '' }, /kebab-case/],
    ['process.exit', { 'cli/a.ts': 'process.exit(1);' }, /exit code/],
    ['process.exitCode', { 'app/a.ts': 'process.exitCode = 3;' }, /exit code/],
    ['a hidden process.exit', { 'app/a.ts': `process['exit'](1);` }, /exit code/],
  ])('names the culprit that imports or is %s', (_, tree, expected) => {
    expect(breachesOf(tree)).toEqual([expect.stringMatching(expected)]);
  });

  it('finds circles, however long', () => {
    expect(
      breachesOf({
        'store/a.ts': `import './b.ts';`,
        'store/b.ts': `import type { C } from './c.ts';`,
        'store/c.ts': `import './a.ts';`,
        'store/d.ts': `import './a.ts';`,
      }),
    ).toEqual(['circle: store/a.ts → store/b.ts → store/c.ts → store/a.ts']);
    expect(breachesOf({ 'store/a.ts': `import './a.ts';` })).toEqual(['circle: store/a.ts → store/a.ts']);
  });

  it('keeps support/ small', () => {
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`support/file-${index}.ts`, '']));
    expect(breachesOf(files(8))).toEqual([]);
    expect(breachesOf(files(9))).toEqual([expect.stringContaining('9 files')]);
  });
});
