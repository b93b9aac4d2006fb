import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JsonValueSplitter } from '../../src/providers/json-value-splitter.ts';
import { loadProfileFile } from '../../src/providers/profile-file.ts';

const person = (name: string) => ({ publicIdentifier: name, headline: `I am ${name}`, positions: [] });
const [ana, bela] = [person('ana'), person('bela')];

describe('loadProfileFile', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'icp-profiles-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function load(content: string | Uint8Array) {
    const path = join(folder, 'profiles.json');
    await writeFile(path, content);
    const { profiles, unusable } = await loadProfileFile(path);
    const names = profiles.map((source) =>
      source.kind === 'profile' ? source.profile.publicIdentifier : source.kind,
    );
    return { names, unusable };
  }

  it.each<[string, string | Uint8Array]>([
    ['JSON lines', `${JSON.stringify(ana)}\n${JSON.stringify(bela)}\n`],
    [
      'JSON lines with CRLF, blank lines and no last line end',
      `\r\n${JSON.stringify(ana)}\r\n\r\n${JSON.stringify(bela)}`,
    ],
    ['an array', JSON.stringify([ana, bela])],
    ['an indented array', JSON.stringify([ana, bela], null, 2)],
    ['an array with a byte-order mark', `\ufeff${JSON.stringify([ana, bela])}`],
    ['lines with a byte-order mark', `\ufeff${JSON.stringify(ana)}\n${JSON.stringify(bela)}`],
    ['UTF-16', Buffer.from(`\ufeff${JSON.stringify([ana, bela])}`, 'utf16le')],
  ])('reads %s', async (_, content) => {
    expect(await load(content)).toEqual({ names: ['ana', 'bela'], unusable: 0 });
  });

  it.each([
    ['a broken line', `${JSON.stringify(ana)}\n{"publicIdentifier": "\n${JSON.stringify(bela)}\n`],
    ['a line of something else', `${JSON.stringify(ana)}\n42\n${JSON.stringify(bela)}`],
    [
      'a refusal of the scraper',
      `${JSON.stringify(ana)}\n{"error":"Users on the free Apify plan can run the actor through the UI and not via other methods."}\n${JSON.stringify(bela)}`,
    ],
    [
      'an endless line',
      `${JSON.stringify(ana)}\n${JSON.stringify({ ...person('x'), summary: 'y'.repeat(1_100_000) })}\n${JSON.stringify(bela)}`,
    ],
    ['a broken element', `[${JSON.stringify(ana)}, {"publicIdentifier": nonsense}, ${JSON.stringify(bela)}]`],
    [
      'an array that was cut off',
      `[${JSON.stringify(ana)}, ${JSON.stringify(bela)}, {"publicIdentifier": "ce`,
    ],
  ])('counts and passes over %s', async (_, content) => {
    expect(await load(content)).toEqual({ names: ['ana', 'bela'], unusable: 1 });
  });

  it('keeps what says that there is no such profile', async () => {
    const item = { inputUrl: 'https://www.linkedin.com/in/cela', error: 'Profile not found' };
    expect(await load(JSON.stringify([ana, item]))).toEqual({ names: ['ana', 'gone'], unusable: 0 });
  });

  it.each([
    ['an empty file', ''],
    ['something else', 'Name,URL\nAna,https://www.linkedin.com/in/ana\n'],
    ['an array of nothing', '[]'],
  ])('refuses %s', async (_, content) => {
    await expect(load(content)).rejects.toMatchObject({ name: 'UsageError', code: 'no_profiles' });
  });

  it.each([
    ['a missing file', () => join(folder, 'nowhere.json')],
    ['a folder', () => folder],
  ])('refuses %s', async (_, path) => {
    await expect(loadProfileFile(path())).rejects.toMatchObject({
      name: 'UsageError',
      code: 'unreadable_profiles',
    });
  });
});

describe('JsonValueSplitter', () => {
  const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 8 });

  function split(text: string, places: readonly number[], maxCharacters = 1_000_000): (string | null)[] {
    const values: (string | null)[] = [];
    const splitter = new JsonValueSplitter(maxCharacters, (json) => values.push(json));
    let from = 0;
    for (const place of [...places].sort((one, other) => one - other)) {
      splitter.push(text.slice(from, Math.max(from, place)));
      from = Math.max(from, place);
    }
    splitter.push(text.slice(from));
    splitter.end();
    return values;
  }

  it('gives the values of an array back, wherever the text is cut into pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 6 }),
        cuts,
        fc.constantFrom(0, 2),
        (values, places, indent) => {
          const parts = split(JSON.stringify(values, null, indent), places);
          expect(parts.map((part) => JSON.parse(part!))).toEqual(JSON.parse(JSON.stringify(values)));
        },
      ),
    );
  });

  it('gives the values of lines back, wherever the text is cut into pieces', () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(objects, cuts, (values, places) => {
        const parts = split(values.map((value) => `${JSON.stringify(value)}\n`).join(''), places);
        expect(parts.map((part) => JSON.parse(part!))).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  it('never throws, and never holds on to more than it may', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), cuts, (text, places) => {
        for (const value of split(text, places, 20)) expect(value === null || value.length <= 20).toBe(true);
      }),
    );
  });
});
