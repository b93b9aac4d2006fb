import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTranscriptFiles } from '../../../src/app/sync/transcript-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'icp-transcripts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, content: string | Uint8Array) {
  await writeFile(join(folder, name), content);
  return readTranscriptFiles([join(folder, name)], Readable.from([]));
}
const SAID = 'Ana: Größe zählt.\nAna: Yes.';

describe('transcript files', () => {
  it.each<[string, string | null]>([
    ['2026-10-02 nordlicht.txt', '2026-10-02'],
    ['nordlicht_20261002_final.txt', '2026-10-02'],
    ['call 2026-13-02.txt', null],
    ['call 1202610021.txt', null],
    ['call.txt', null],
  ])('%s is of the day %s', async (name, day) => {
    const [call] = await read(name, SAID);
    expect(call!.heldAt?.toISOString().slice(0, 10) ?? null).toBe(day);
    expect(call).toMatchObject({ source: 'file', title: name, url: null, turns: [{ speaker: 'Ana' }, {}] });
  });

  it('are one call whatever they are called and however they are encoded', async () => {
    const [plain] = await read('a.txt', SAID);
    const [wide] = await read('b.txt', Buffer.from(`\ufeff${SAID}`, 'utf16le'));
    expect(wide!.id).toBe(plain!.id);
    expect(wide!.turns![0]!.text).toBe('Größe zählt.');
    const both = await readTranscriptFiles(
      [join(folder, 'a.txt'), join(folder, 'b.txt'), '-'],
      Readable.from([Buffer.from('Ana: No.')]),
    );
    expect(both.map(({ title }) => title)).toEqual(['a.txt', null]);
    expect((await read('c.txt', `${SAID} No.`))[0]!.id).not.toBe(plain!.id);
  });

  it('tell title, link and time themselves where they do', async () => {
    const meeting = {
      title: 'A\u001b[31m title',
      url: 'javascript:alert(1)',
      share_url: 'https://fathom.video/share/x',
      created_at: '2026-10-01T10:00:00Z',
      transcript: [{ text: 'We sell.' }],
    };
    const [call] = await read('2026-01-01.json', JSON.stringify(meeting));
    expect(call).toMatchObject({ title: 'A title', url: null, heldAt: new Date('2026-10-01T10:00:00Z') });
  });

  it.each(['-000001-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', '2200-01-01T00:00:00Z', 'soon', ''])(
    'of no time in which a call can have been (%s) are of the day in their name',
    async (time) => {
      const meeting = {
        title: 'x'.repeat(5000),
        recording_start_time: time,
        transcript: [{ text: 'We sell.' }],
      };
      const [call] = await read('2026-01-02.json', JSON.stringify(meeting));
      expect(call).toMatchObject({ title: 'x'.repeat(200), heldAt: new Date('2026-01-02T00:00:00Z') });
    },
  );

  it.each<[string, string | Uint8Array, string, RegExp]>([
    ['empty.txt', '', 'no_transcript', /empty\.txt holds nothing/],
    ['call.docx', Buffer.alloc(500, 1), 'no_transcript', /call\.docx is no text/],
    ['huge.txt', 'word '.repeat(1_100_000), 'input_too_large', /huge\.txt is larger than 5 MB/],
  ])('%s is refused', async (name, content, code, message) => {
    await expect(read(name, content)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});
