import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { readOrRefuse, refusalOf, vanitiesIn } from '../../support/read-or-refuse.ts';
import { zipArchive } from '../../support/zip-archive.ts';

const HEAD = 'From: Calla <calla@example.org>\nSubject: the list\nDate: Tue, 1 Sep 2026 11:00:00 +0200\n';
const link = (vanity: string) => `https://www.linkedin.com/in/${vanity}`;
const anchor = (vanity: string) => `<p><a href="${link(vanity)}">${vanity}</a></p>`;
const text = (...vanities: string[]) => `Content-Type: text/plain\n\n${vanities.map(link).join('\n')}\n`;
const html = (...vanities: string[]) =>
  `Content-Type: text/html\n\n<div>${vanities.map(anchor).join('')}</div>\n`;

let boundaries = 0;
/** A multipart body, with its own header. */
function multipart(kind: string, ...parts: string[]): string {
  const boundary = `b${boundaries++}x`;
  const bodies = parts.map((part) => `--${boundary}\n${part}\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n${bodies}--${boundary}--\n`;
}

function attached(name: string, content: Uint8Array | string, type = 'application/octet-stream'): string {
  const body = Buffer.from(content as Uint8Array).toString('base64');
  return `Content-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${body}\n`;
}

describe('the people of a mail', () => {
  it.each<[string, string, string[]]>([
    ['a plain text', `${text('a-1', 'b-2')}`, ['a-1', 'b-2']],
    ['a mail without a type', `\n${link('a-1')}`, ['a-1']],
    ['HTML', html('a-1', 'b-2'), ['a-1', 'b-2']],
    ['HTML rather than the same as text', multipart('alternative', text('a-1', 'x-9'), html('a-1')), ['a-1']],
    ['the text when the HTML names nobody', multipart('alternative', text('a-1'), html()), ['a-1']],
    [
      'text and attachments',
      multipart('mixed', text('a-1'), attached('l.csv', `profileUrl\n${link('b-2')}\n`)),
      ['a-1', 'b-2'],
    ],
    [
      'a table beside renderings of a text',
      multipart(
        'mixed',
        multipart('alternative', text('a-1'), multipart('related', html('a-1'))),
        attached('l.txt', link('b-2'), 'text/plain'),
      ),
      ['a-1', 'b-2'],
    ],
    [
      'a mail in a mail',
      multipart('mixed', text(), `Content-Type: message/rfc822\n\n${HEAD}${multipart('mixed', text('a-1'))}`),
      ['a-1'],
    ],
    ['a digest', multipart('digest', `\n${HEAD}${text('a-1')}`, `\n${HEAD}${text('b-2')}`), ['a-1', 'b-2']],
    [
      'an archive',
      multipart(
        'mixed',
        text(),
        attached('pages.zip', zipArchive([{ name: 'p.txt', content: link('a-1') }])),
      ),
      ['a-1'],
    ],
    [
      'no calendar and no picture',
      multipart(
        'mixed',
        text('a-1'),
        attached('i.ics', link('x-9'), 'text/calendar'),
        attached('p.png', '\u0089PNG', 'image/png'),
      ),
      ['a-1'],
    ],
  ])('are those in %s', async (_what, body, expected) => {
    const mail = `${HEAD}MIME-Version: 1.0\n${body}`;
    expect(await vanitiesIn(mail)).toEqual(expected);
    expect(await vanitiesIn(mail.replace(/(?<!\r)\n/g, '\r\n'))).toEqual(expected);
  });

  it.each<[string, string, string]>([
    [
      'quoted-printable',
      `Content-Transfer-Encoding: quoted-printable\n\nsee https://www.linked=\nin.com/in/a-very=\n-long-name?x=3D1`,
      'a-very-long-name',
    ],
    [
      'quoted-printable with blanks after the break',
      `Content-Transfer-Encoding: Quoted-Printable\n\nhttps://www.linkedin.com/in/a-very= \t\r\n-long-name`,
      'a-very-long-name',
    ],
    [
      'flowed lines',
      `Content-Type: text/plain; format=flowed; delsp=yes\n\nhttps://www.linkedin.com/in/a-very \n-long-name`,
      'a-very-long-name',
    ],
    ['a mail of LinkedIn', `\nhttps://www.linkedin.com/comm/in/mirela-1?midToken=AQE&trk=eml`, 'mirela-1'],
    [
      'Safe Links',
      `Content-Type: text/html\n\n<a href="https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fmirela-1%2F&amp;data=05%7C02&amp;reserved=0">M</a>`,
      'mirela-1',
    ],
    [
      'Safe Links in text',
      `\nMirela<https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.linkedin.com%2Fin%2Fzo%25C3%25AB-brandt&data=05>`,
      'zoë-brandt',
    ],
    [
      'URL Defense',
      `\nhttps://urldefense.com/v3/__https://www.linkedin.com/in/mirela-1/__;!!abc!def$ `,
      'mirela-1',
    ],
    [
      'Google',
      `Content-Type: text/html\n\n<p><a href="https://www.google.com/url?q=https://www.linkedin.com/in/mirela-1&amp;sa=D">M</a>`,
      'mirela-1',
    ],
  ])('come from whole links: %s', async (_what, rest, expected) => {
    expect(await vanitiesIn(`${HEAD}${rest}`)).toEqual([expected]);
  });

  it('have their names right whatever the charset', async () => {
    const body = Buffer.from('<p><a href="https://www.linkedin.com/in/zoe-1">Zoë Brandt</a></p>', 'latin1');
    const mail = Buffer.concat([Buffer.from(`${HEAD}Content-Type: text/html; charset=ISO-8859-1\n\n`), body]);
    expect(await readOrRefuse(mail)).toMatchObject({ people: [{ name: 'Zoë Brandt' }] });
  });

  it('are told with a warning when an attachment cannot be read', async () => {
    const mail = `${HEAD}${multipart('mixed', text('a-1'), attached('=?utf-8?Q?M=C3=BCll?=.pdf', '%PDF-1.7\u0001\u0002\u0003'))}`;
    const reading = await readOrRefuse(mail, 'x.eml');
    expect(reading).toMatchObject({ warnings: [expect.stringContaining('x.eml/Müll.pdf: this is a PDF')] });
  });
});

describe('who writes or gets a mail is not in its list', () => {
  const signature = `-- \nClient Owner\n${link('owner-1')}\n`;
  const marked = `<div dir="ltr" class="gmail_signature"><div>Owner</div><a href="${link('owner-1')}">Owner</a></div>`;
  const list = attached('l.csv', `profileUrl\n${link('a-1')}\n${link('b-2')}\n`);

  it.each<[string, string, string[]]>([
    [
      'with a list attached',
      multipart('mixed', `${text()}list attached\n${signature}`, list),
      ['a-1', 'b-2'],
    ],
    ['with a list above', `${text('a-1')}${signature}`, ['a-1']],
    [
      'with a mail below',
      `${text()}hi\n${signature}\n---- Forwarded message ----\n${link('a-1')}\n`,
      ['a-1'],
    ],
    ['with no blank behind the line', `${text('a-1')}${signature.replace('-- ', '--')}`, ['a-1']],
    ['with nobody else', `${text()}${signature}`, ['owner-1']],
    [
      'a list under a line',
      `${text()}-- \n${['a-1', 'b-2', 'c-3'].map(link).join('\n')}\n`,
      ['a-1', 'b-2', 'c-3'],
    ],
    [
      'in HTML',
      multipart('mixed', `Content-Type: text/html\n\n<p>Hi</p>${marked}<p>Bye</p>`, list),
      ['a-1', 'b-2'],
    ],
    ['in HTML with nobody else', `Content-Type: text/html\n\n<p>Hi</p>${marked}`, ['owner-1']],
    [
      'in the head of LinkedIn’s own mail',
      `Content-Type: text/html\n\n<table><tr><td><a href="https://www.linkedin.com/comm/in/owner-1?lipi=x&amp;trk=eml-email_notification_01-header-0-profile_glimmer&amp;trkEmail=x"><img alt="Owner"></a></td></tr></table><table><tr><td><a href="https://www.linkedin.com/comm/in/a-1?trk=eml-email_notification_01-hero-0-prof">Ada</a></td></tr></table>`,
      ['a-1'],
    ],
  ])('%s', async (_what, body, expected) => {
    const mail = `${HEAD}MIME-Version: 1.0\n${body}`;
    expect(await vanitiesIn(mail)).toEqual(expected);
    expect(await vanitiesIn(mail.replace(/(?<!\r)\n/g, '\r\n'))).toEqual(expected);
  });

  it('and looking for signatures takes time in proportion', async () => {
    const started = performance.now();
    await readOrRefuse(`${HEAD}Content-Type: text/plain\n\n${'-- \n'.repeat(100_000)}`);
    await readOrRefuse(`${HEAD}Content-Type: text/html\n\n${'<div class="gmail_signature">'.repeat(20_000)}`);
    await readOrRefuse(`${HEAD}Content-Type: text/html\n\n${'<div '.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('a mail is refused', () => {
  it.each<[string, string, string, RegExp]>([
    ['without people', text(), 'no_people', /no profile addresses/],
    [
      'encrypted with S/MIME',
      attached('smime.p7m', 'x', 'application/pkcs7-mime; smime-type=enveloped-data'),
      'unreadable_input',
      /encrypted/,
    ],
    [
      'encrypted with PGP',
      multipart('encrypted', 'Content-Type: application/pgp-encrypted\n\nVersion: 1'),
      'unreadable_input',
      /encrypted/,
    ],
    [
      'without its boundary',
      'Content-Type: multipart/mixed; boundary=gone\n\n--other\n',
      'unreadable_input',
      /stands nowhere/,
    ],
    [
      'with pictures only',
      multipart('mixed', attached('a.png', 'x', 'image/png')),
      'no_people',
      /nothing in it/,
    ],
  ])('%s', async (_what, body, code, message) => {
    expect(await refusalOf(`${HEAD}${body}`)).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it('when it has more parts than can be meant', async () => {
    const part = `--b\n${text('a-1')}`;
    const mail = `${HEAD}Content-Type: multipart/alternative; boundary=b\n\n${part.repeat(150_000)}`;
    expect((await refusalOf(mail)).message).toMatch(/more than 10,000 files/);
  });

  it('when mails hold mails too deep', async () => {
    let mail = `${HEAD}${text('a-1')}`;
    for (let depth = 0; depth < 2; depth++)
      mail = `${HEAD}${multipart('mixed', `Content-Type: message/rfc822\n\n${mail}`)}`;
    expect(await vanitiesIn(mail)).toEqual(['a-1']);
    mail = `${HEAD}${multipart('mixed', `Content-Type: message/rfc822\n\n${mail}`)}`;
    expect(await refusalOf(mail)).toMatchObject({
      code: 'unreadable_input',
      message: expect.stringMatching(/3 deep/),
    });
  });

  it('when parts hold parts too deep', async () => {
    let body = text('a-1');
    for (let depth = 0; depth < 30; depth++) body = multipart('mixed', body);
    expect((await refusalOf(`${HEAD}${body}`)).message).toMatch(/20 deep/);
  });

  it.each(['forwarded-links.eml', 'mail-with-attachment.eml', 'linkedin-notification.eml'])(
    'or read, cut off anywhere: %s',
    async (name) => {
      const bytes = readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url));
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length), async (length) => {
          await readOrRefuse(bytes.subarray(0, length));
        }),
        { numRuns: 80 },
      );
    },
  );

  it('or read, whatever its parts', async () => {
    const piece = fc.constantFrom(
      ...[
        '--b\n',
        '--b--\n',
        '--b-',
        '\n',
        '\r\n',
        'Content-Type: text/html\n',
        'Content-Type: multipart/mixed; boundary=b\n',
      ],
      ...[
        'Content-Type: message/rfc822\n',
        'Content-Transfer-Encoding: base64\n',
        'Content-Transfer-Encoding: quoted-printable\n',
      ],
      ...[
        'Content-Disposition: attachment; filename*0*=%E4;filename*1="',
        '=',
        '=3',
        'QUJD',
        '<a href="/in/x-1">',
        link('x-1'),
        ' \t',
        '\u0000',
      ],
      ...["charset*=utf-16''x", 'Content-Type: text/plain; charset=utf-16\n', HEAD],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        await readOrRefuse(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${pieces.join('')}`);
      }),
      { numRuns: 300 },
    );
  });
});

describe('no mail is', () => {
  it.each<[string, string]>([
    ['a list that begins with addresses', `${link('a-1')}\n${link('b-2')}\n`],
    ['a note', `Date: today\nSubject: people\n\n${link('a-1')}\n${link('b-2')}\n`],
    ['a table', `from,to\n${link('a-1')},x\n${link('b-2')},y\n`],
  ])('%s', async (_what, content) => {
    const reading = await readOrRefuse(content);
    if (reading instanceof UsageError) throw reading;
    expect(reading.why).not.toMatch(/mail/);
    expect(reading.people).toHaveLength(2);
  });
});
