import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { MAX_INPUT_BYTES } from '../../../src/stages/ingest/input-limits.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { readOrRefuse, refusalOf, vanitiesIn } from '../../support/read-or-refuse.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url));
const LIST = 'https://www.linkedin.com/in/mirela-okonjari-1\nhttps://www.linkedin.com/in/zoe-brandt\n';

describe('a gzip file', () => {
  it('names the people of the page in it', async () => {
    const page = readPeople({ path: 'page.html', bytes: fixture('followers-2025.html') });
    const { kind, people, skipped, statedTotal } = page;
    expect(await readOrRefuse(fixture('followers-2025.html.gz'))).toMatchObject({
      kind,
      people,
      skipped,
      statedTotal,
    });
  });

  it('may have several members, and zeros after them', async () => {
    const [first, second] = LIST.split(/(?<=\n)/);
    const padded = Buffer.concat([gzipSync(first!), gzipSync(second!), Buffer.alloc(512)]);
    expect(await vanitiesIn(padded)).toEqual(['mirela-okonjari-1', 'zoe-brandt']);
  });

  it('may be in another, but not in others without end', async () => {
    let packed = gzipSync(LIST);
    for (let depth = 1; depth < 3; depth++) packed = gzipSync(packed);
    expect(await vanitiesIn(packed)).toHaveLength(2);
    expect(await refusalOf(gzipSync(packed))).toMatchObject({
      code: 'unreadable_input',
      message: expect.stringMatching(/3 deep/),
    });
  });

  it('names itself and what is in it when nobody is', async () => {
    const error = await refusalOf(gzipSync('nobody here'), 'folder/list.txt.gz');
    expect(error).toMatchObject({
      code: 'no_people',
      message: expect.stringMatching(/^folder\/list\.txt\.gz\/list\.txt /),
    });
  });
});

describe('a gzip file is refused', () => {
  it('when it unpacks to far more than lists do', async () => {
    const error = await refusalOf(gzipSync(Buffer.alloc(30_000_000)));
    expect(error).toMatchObject({
      code: 'input_too_large',
      message: expect.stringMatching(/200 times its size/),
    });
  });

  it('when it unpacks to more than one file may have', async () => {
    const noise = Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7919 * at) & 0xff));
    const block = Buffer.concat(Array.from({ length: 50 }, () => noise));
    const member = gzipSync(block, { level: 1 });
    const members = Array.from({ length: Math.ceil(MAX_INPUT_BYTES / block.length) + 1 }, () => member);
    const error = await refusalOf(Buffer.concat(members));
    expect(error).toMatchObject({ code: 'input_too_large', message: expect.stringMatching(/200 MB/) });
  });

  it('when it is a tar archive', async () => {
    const tar = Buffer.alloc(1024);
    tar.write('ustar', 257);
    expect((await refusalOf(gzipSync(tar))).message).toMatch(/tar archive/);
  });

  it.each([
    ['cut off', (packed: Buffer) => packed.subarray(0, -9), /cut off/],
    ['damaged', (packed: Buffer) => packed.fill(0x55, 12, 30), /damaged/],
    [
      'of another checksum',
      (packed: Buffer) => packed.fill(0, packed.length - 8, packed.length - 4),
      /damaged/,
    ],
  ])('when it is %s', async (_what, spoil, message) => {
    const error = await refusalOf(spoil(gzipSync(LIST)));
    expect(error).toMatchObject({ code: 'unreadable_input', message: expect.stringMatching(message) });
  });

  it('or read whole, cut off anywhere', async () => {
    const packed = fixture('followers-2025.html.gz');
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), async (length) => {
        expect(await readOrRefuse(packed.subarray(0, length))).toBeInstanceOf(UsageError);
      }),
      { numRuns: 80 },
    );
  });
});
