import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { identityKeys } from '../../../src/domain/linkedin-id.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { followersPage } from '../../support/followers-page.ts';
import { memberId } from '../../support/member-id.ts';
import { readOrRefuse, refusalOf, vanitiesIn } from '../../support/read-or-refuse.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url));
const row = (vanity: string, name = vanity) =>
  `<li><a href="https://www.linkedin.com/in/${vanity}"><img alt="${name}">${name}</a></li>`;
const page = (...rows: string[]) =>
  `<html><head><meta charset="utf-8"></head><body><ul>${rows.join('')}</ul></body></html>`;

interface TestPart {
  readonly header: readonly string[];
  readonly body: string | Uint8Array;
}

const HTML = 'Content-Type: text/html';

/** A saved page with these parts; `end` is what follows the last of them. */
function saved(parts: readonly TestPart[], { eol = '\r\n', parameters = '', end = '--B--' } = {}): Buffer {
  const head = [
    'From: <Saved by Blink>',
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;${eol}\ttype="text/html";${eol}\tboundary="B"${parameters}`,
    '',
    '',
  ].join(eol);
  const bodies = parts.flatMap(({ header, body }) => [
    Buffer.from(['--B', ...header, '', ''].join(eol)),
    Buffer.from(body as Uint8Array),
    Buffer.from(eol),
  ]);
  return Buffer.concat([Buffer.from(head), ...bodies, Buffer.from(end)]);
}

function quotedPrintable(text: string, eol = '\r\n'): string {
  return [...Buffer.from(text)]
    .map((byte) =>
      byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
    )
    .reduce<string[]>(
      (lines, token) => {
        const last = lines.at(-1)!;
        if (last.length + token.length > 75) lines.push(token);
        else lines[lines.length - 1] = last + token;
        return lines;
      },
      [''],
    )
    .join(`=${eol}`);
}

describe('a page saved as a single file', () => {
  it('names the people whom the plain page names', async () => {
    const plain = readPeople({ path: 'page.html', bytes: fixture('followers-2025.html') });
    const reading = await readOrRefuse(fixture('followers-chrome.mhtml'));
    expect(reading).toMatchObject({ people: plain.people, statedTotal: plain.statedTotal, kind: plain.kind });
  });

  it.each(['\r\n', '\n'])('names them whatever the line ends and the encoding (%j)', async (eol) => {
    const people = Array.from({ length: 40 }, (_, number) => ({
      memberUrn: memberId(number + 1),
      name: `Zoë ${number} =3D`,
      headline: 'Head of “quiet” tools = calm',
    }));
    const html = followersPage(people);
    const { people: expected } = readPeople({ path: 'page.html', bytes: Buffer.from(html) });
    const bodies: readonly (readonly [string, string])[] = [
      ['quoted-printable', quotedPrintable(html, eol)],
      ['BASE64', Buffer.from(html).toString('base64').replace(/.{76}/g, `$&${eol}`)],
      ['8bit', html],
      ['binary', html],
      ['unheard-of', html],
    ];
    for (const [encoding, body] of bodies) {
      const part = { header: [HTML, `Content-Transfer-Encoding: ${encoding}`], body };
      for (const end of ['--B--', `--B--${eol}`, ''])
        expect(await readOrRefuse(saved([part], { eol, end }))).toMatchObject({ people: expected });
    }
  });

  it('is that of the part which `start` names, whatever the order', async () => {
    const parts = [
      { header: [HTML, 'Content-ID: <advert@x>'], body: page(row('promoted-one')) },
      { header: [HTML, 'Content-ID: <root@x>'], body: page(row('mirela-okonjari-1')) },
    ];
    expect(await vanitiesIn(saved(parts, { parameters: ';\r\n\tstart="<root@x>"' }))).toEqual([
      'mirela-okonjari-1',
    ]);
    expect(await vanitiesIn(saved(parts))).toEqual(['promoted-one']);
  });

  it('is read in its frames only when the page itself names nobody', async () => {
    const parts = [
      { header: [HTML], body: page() },
      { header: ['Content-Type: image/png'], body: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) },
      { header: [HTML], body: page(row('mirela-okonjari-1')) },
    ];
    expect(await vanitiesIn(saved(parts))).toEqual(['mirela-okonjari-1']);
  });

  it('keeps parts whose boundaries begin alike apart', async () => {
    const inner = `--B-inner\r\n${HTML}\r\n\r\n${page(row('mirela-okonjari-1'))}\r\n--B-inner--\r\n`;
    const header = ['Content-Type: multipart/alternative; boundary=B-inner (a comment)'];
    expect(await vanitiesIn(saved([{ header, body: inner }]))).toEqual(['mirela-okonjari-1']);
  });

  it('may be one part only, as Internet Explorer saves a page without pictures', async () => {
    const head = `MIME-Version: 1.0\n${HTML};\n\tcharset="utf-8"\nContent-Location: https://www.linkedin.com/\n\n`;
    expect(await vanitiesIn(`${head}${page(row('zoe-brandt'))}`)).toEqual(['zoe-brandt']);
  });
});

describe('the charset of a part', () => {
  const html = (label: string) =>
    `<html><head><meta charset="${label}"></head><body><ul>${row('zoe-brandt', 'Zoë “Z” Brandt')}</ul></body></html>`;
  const latin = (text: string) =>
    Buffer.from(text.replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1');
  const wide = (text: string) => Buffer.from(text, 'utf16le');

  it.each<[string, string, Buffer]>([
    ['header and page agree', 'utf-8', Buffer.from(html('utf-8'))],
    ['the page lies', 'windows-1252', latin(html('utf-8'))],
    ['the page lies about UTF-8', 'utf-8', Buffer.from(html('windows-1252'))],
    ['the header lies about UTF-8', 'iso-8859-1', Buffer.from(html('utf-8'))],
    ['both lie about UTF-8', 'us-ascii', Buffer.from(html('windows-1252'))],
    ['the header lies about Latin-1', 'utf-8', latin(html('windows-1252'))],
    ['the header names no charset that there is', 'x-no-such', Buffer.from(html('utf-8'))],
    ['UTF-16 without a mark', 'utf-16', wide(html('utf-16'))],
    ['UTF-16 with a mark and another label', 'utf-8', wide(`\ufeff${html('utf-8')}`)],
    ['the header lies about UTF-16', 'utf-16le', Buffer.from(html('utf-8'))],
    ['UTF-8 with a mark and another label', 'windows-1252', Buffer.from(`\ufeff${html('x')}`)],
  ])('is found when %s', async (_what, label, bytes) => {
    const header = [`${HTML}; charset="${label}"`, 'Content-Transfer-Encoding: base64'];
    const reading = await readOrRefuse(saved([{ header, body: bytes.toString('base64') }]));
    expect(reading).toMatchObject({ people: [{ name: 'Zoë “Z” Brandt' }] });
  });
});

describe('a damaged saved page', () => {
  it.each<[string, string, RegExp]>([
    [
      'names no boundary',
      saved([])
        .toString()
        .replace(/;\r\n\tboundary="B"/, ''),
      /names no boundary/,
    ],
    ['lost its boundary', saved([], { end: '' }).toString(), /stands nowhere/],
  ])('that %s is refused', async (_what, text, message) => {
    const error = await refusalOf(text, 'page.mhtml');
    expect(error).toMatchObject({ code: 'unreadable_input', message: expect.stringMatching(message) });
    expect(error.message).toMatch(/^page\.mhtml/);
  });

  it('with parts in parts in parts is refused', async () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}x\r\n\r\n--b${level}x\r\n`,
    );
    expect((await refusalOf(`From: <Saved by Blink>\r\n${levels.join('')}`)).message).toMatch(/20 deep/);
  });

  it('without a page names nobody', async () => {
    const picture = { header: ['Content-Type: image/png'], body: 'x' };
    expect(await refusalOf(saved([picture]))).toMatchObject({ code: 'no_people' });
  });

  it.each(['followers-chrome.mhtml', 'connections-ie-windows-1252.mht'])(
    'yields a part of its people, cut off anywhere: %s',
    async (name) => {
      const bytes = fixture(name);
      const whole = await readOrRefuse(bytes);
      if (whole instanceof UsageError) throw whole;
      // The frames count when the page before them is lost.
      const keys = new Set([...whole.people.flatMap(identityKeys), 'in:promoted-person']);
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length), async (length) => {
          const part = await readOrRefuse(bytes.subarray(0, length));
          if (part instanceof UsageError) return;
          for (const person of part.people)
            expect(identityKeys(person).some((key) => keys.has(key))).toBe(true);
        }),
        { numRuns: 80 },
      );
    },
  );

  it.each<[string, string]>([
    ['boundaries', '--B\r\n'.repeat(300_000)],
    ['half boundaries', '--B-'.repeat(500_000)],
    ['header fields', `--B\r\n${'X-Y: z\r\n'.repeat(300_000)}`],
    ['one folded field', `--B\r\nContent-Type: text/html${`;\r\n a="`.repeat(200_000)}`],
    [
      'soft line breaks',
      `--B\r\n${HTML}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'=   '.repeat(500_000)}`,
    ],
    ['empty pages', `--B\r\n${HTML}\r\n\r\n<p>\r\n`.repeat(20_000)],
  ])(
    'is done with nothing but %s in time',
    async (_what, text) => {
      await readOrRefuse(saved([], { end: text }));
    },
    5_000,
  );
});
