import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { readOrRefuse, refusalOf, vanitiesIn } from '../../support/read-or-refuse.ts';
import { type ZipEntry, zipArchive } from '../../support/zip-archive.ts';

const link = (vanity: string) => `https://www.linkedin.com/in/${vanity}`;
const list = (name: string, vanity: string): ZipEntry => ({ name, content: link(vanity) });
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url));

describe('the lists in a ZIP archive', () => {
  it.each<[string, ZipEntry[], string[]]>([
    ['all its files', [list('a.txt', 'a-1'), list('sub/b.txt', 'b-2')], ['a-1', 'b-2']],
    ['stored files', [{ ...list('a.txt', 'a-1'), method: 0 }], ['a-1']],
    [
      'no side-car folders, no hidden files, nothing that macOS added',
      [
        list('a.html', 'a-1'),
        list('a_files/frame.html', 'x-1'),
        list('sub/b_Dateien/frame.html', 'x-2'),
        list('__MACOSX/._a.html', 'x-3'),
        list('.hidden/a.txt', 'x-4'),
        list('sub/.a.txt', 'x-5'),
        { name: 'empty/', content: '' },
      ],
      ['a-1'],
    ],
    [
      'files named like paths elsewhere',
      [list('../../a.txt', 'a-1'), list('/etc/b.txt', 'b-2'), list('C:\\c.txt', 'c-3')],
      ['a-1', 'b-2', 'c-3'],
    ],
    ['names in any alphabet', [list('Pêle-mêle/список.txt', 'a-1')], ['a-1']],
    [
      'Connections.csv only, where there is one',
      [
        list('messages.csv', 'x-1'),
        {
          name: 'Basic/Connections.csv',
          content: `First Name,Last Name,URL,Connected On\nA,B,${link('a-1')},1 Jan 2024\n`,
        },
      ],
      ['a-1'],
    ],
    [
      'those of archives in it',
      [
        { name: 'inner.zip', content: zipArchive([list('a.txt', 'a-1')]) },
        { name: 'b.txt.gz', content: gzipSync(link('b-2')) },
      ],
      ['a-1', 'b-2'],
    ],
  ])('are %s', async (_what, entries, expected) => {
    expect(await vanitiesIn(zipArchive(entries))).toEqual(expected);
  });

  it('are told with a warning when one cannot be read', async () => {
    const archive = zipArchive([list('a.txt', 'a-1'), { name: 'broken.json', content: '[{"profileUrl":' }]);
    expect(await readOrRefuse(archive, 'x.zip')).toMatchObject({
      warnings: [expect.stringMatching(/^left out: x\.zip\/broken\.json: .*not valid JSON/)],
    });
  });
});

describe('a ZIP archive is refused', () => {
  const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000);

  it.each<[string, ZipEntry[], string, RegExp]>([
    [
      'that is encrypted',
      [{ ...list('a.txt', 'a-1'), isEncrypted: true }],
      'unreadable_input',
      /a\.txt: .*encrypted/,
    ],
    [
      'that is packed in a way of its own',
      [{ ...list('a.txt', 'a-1'), method: 14 }],
      'unreadable_input',
      /method 14/,
    ],
    [
      'that is an Excel workbook',
      [list('[Content_Types].xml', 'x-1'), list('xl/workbook.xml', 'x-1')],
      'unreadable_input',
      /Excel workbook/,
    ],
    ['that is a Word document', [list('word/document.xml', 'x-1')], 'unreadable_input', /Word document/],
    [
      'that is an OpenDocument file',
      [list('META-INF/manifest.xml', 'x-1')],
      'unreadable_input',
      /OpenDocument/,
    ],
    [
      'that is an OpenDocument spreadsheet',
      [{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 }],
      'unreadable_input',
      /OpenDocument spreadsheet/,
    ],
    [
      "that is LinkedIn's export without the list",
      [list('messages.csv', 'x-1'), list('Registration.csv', 'x-2')],
      'no_people',
      /without Connections\.csv/,
    ],
    ['with nothing in it', [], 'no_people', /nothing in it/],
    ['with pictures only', [list('a.png', 'x-1')], 'no_people', /nothing in it/],
    [
      'with no people in it',
      [{ name: 'a.txt', content: 'nobody' }],
      'no_people',
      /a\.txt .*no profile addresses/,
    ],
    [
      'that unpacks to far more than lists do',
      [{ name: 'a.txt', content: zeros(30) }],
      'input_too_large',
      /200 times its size/,
    ],
    [
      'with a file above the limit',
      [{ name: 'a.txt', content: 'x', statedSize: 300_000_000 }],
      'input_too_large',
      /300 MB is more than the 200 MB/,
    ],
    [
      'with a file of another size than it says',
      [{ ...list('a.txt', 'a-1'), statedSize: 9 }],
      'unreadable_input',
      /damaged/,
    ],
    [
      'with a file of another checksum',
      [{ ...list('a.txt', 'a-1'), checksum: 1 }],
      'unreadable_input',
      /checksum/,
    ],
    [
      'with too many files',
      Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, content: '', method: 0 })),
      'input_too_large',
      /10,000 files/,
    ],
  ])('%s', async (_what, entries, code, message) => {
    const error = await refusalOf(zipArchive(entries), 'x.zip');
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(error.hint).not.toBe('');
  });

  it('that unpacks to more than can be held, all together', async () => {
    const incompressible = randomBytes(1_000_000);
    const stated = Array.from({ length: 4 }, (_, at) => ({
      name: `${at}.txt`,
      content: incompressible,
      statedSize: 150_000_000,
    }));
    const error = await refusalOf(zipArchive(stated));
    expect(error).toMatchObject({ code: 'input_too_large', message: expect.stringMatching(/500 MB/) });
  });

  it('that holds archives which together unpack to more than can be held', async () => {
    // One packed block of 9 MB many times over: each archive is harmless by itself.
    const inner = zipArchive(
      Array.from({ length: 20 }, (_, at) => ({ name: `${at}.txt`, content: zeros(9) })),
    );
    const bomb = zipArchive(
      Array.from({ length: 10 }, (_, at) => ({ name: `${at}.zip`, content: inner, method: 0 })),
    );
    const error = await refusalOf(bomb);
    expect(error).toMatchObject({ code: 'input_too_large', message: expect.stringMatching(/500 MB/) });
  });

  it('that holds archives without end', async () => {
    let archive = zipArchive([list('a.txt', 'a-1')]);
    for (let depth = 1; depth < 3; depth++) archive = zipArchive([{ name: 'inner.zip', content: archive }]);
    expect(await vanitiesIn(archive)).toEqual(['a-1']);
    const error = await refusalOf(zipArchive([{ name: 'inner.zip', content: archive }]));
    expect(error).toMatchObject({ code: 'unreadable_input', message: expect.stringMatching(/3 deep/) });
  });

  it.each(['linkedin-data-export.zip', 'saved-pages.zip'])(
    'or read, cut off or spoilt anywhere: %s',
    async (name) => {
      const archive = fixture(name);
      await fc.assert(
        fc.asyncProperty(fc.nat(archive.length - 1), fc.nat(255), async (at, byte) => {
          expect(await readOrRefuse(archive.subarray(0, at))).toBeInstanceOf(UsageError);
          const spoilt = Buffer.from(archive);
          spoilt[at] = byte;
          await readOrRefuse(spoilt);
        }),
        { numRuns: 150 },
      );
    },
  );
});
