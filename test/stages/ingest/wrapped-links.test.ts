import { describe, expect, it } from 'vitest';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { bareAddress, withBareLinks } from '../../../src/stages/ingest/wrapped-links.ts';
import { vanitiesIn } from '../../support/read-or-refuse.ts';

const url = 'https://www.linkedin.com/in/mirela-1';
const encoded = encodeURIComponent(url);
const safe = (address: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C02%7Cx%40y.example&sdata=a%3D&reserved=0`;

const WRAPPED: [string, string][] = [
  ['Safe Links', safe(url)],
  ['Safe Links of a government', safe(url).replace('.com/?', '.com/ap/?')],
  ['URL Defense 1', `https://urldefense.proofpoint.com/v1/url?u=${encoded}&k=x`],
  [
    'URL Defense 2',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__www.linkedin.com_in_mirela-2D1&d=DwMFaQ',
  ],
  ['URL Defense 3', `https://urldefense.com/v3/__${url}__;!!abc!def$`],
  [
    'URL Defense 3 with one slash',
    `https://urldefense.us/v3/__https:/www.linkedin.com/in/mirela-1/__;!!abc!def$`,
  ],
  ['Safe Links around URL Defense', safe(`https://urldefense.com/v3/__${url}__;!!abc!def$`)],
  ['Google', `https://www.google.com/url?q=${url}&sa=D&ust=1`],
  ['Google of a country', `https://www.google.co.uk/url?sa=t&rct=j&url=${encoded}&usg=x`],
  ['Facebook', `https://l.facebook.com/l.php?u=${encoded}&h=AT`],
  ['Instagram', `https://l.instagram.com/?u=${encoded}&e=x`],
  ['the sign-in page', `https://www.linkedin.com/login?session_redirect=${encoded}`],
  ['the old sign-in page', `https://www.linkedin.com/uas/login?trk=x&session_redirect=%2Fin%2Fmirela-1%2F`],
  ['the sign-in wall', `https://www.linkedin.com/authwall?trk=x&sessionRedirect=${encoded}`],
  ['a sign-in wall of a country', `https://de.linkedin.com/authwall?trk=x&sessionRedirect=${encoded}`],
  ['the warning page', `https://www.linkedin.com/safety/go?url=${encoded}&trk=x`],
  ['a mail tracker', `https://mailtrack.io/trace/link/abc?url=${encoded}&userId=1`],
  ['Slack', `https://slack-redir.net/link?url=${encoded}`],
];

describe('a wrapped link names the person within', () => {
  it.each(WRAPPED)('%s', async (_what, address) => {
    expect(bareAddress(address).replace(/\/$/, '')).toBe(url);
    const html = `<div><p><a href="${address.replaceAll('&', '&amp;')}">Mirela</a></div>`;
    const head = 'From: a@b.example\nSubject: x\n';
    for (const content of [
      address,
      `See ${address} ok`,
      `(<${address}>)`,
      `[Mirela](${address})`,
      `Name,URL\nMirela,"${address}"\n`,
      `{"name":"Mirela","profileUrl":${JSON.stringify(address)}}`,
      `${head}Content-Type: text/plain\n\nMirela <${address}>`,
      `${head}Content-Type: text/html\n\n${html}`,
    ]) {
      expect(await vanitiesIn(content)).toEqual(['mirela-1']);
    }
  });

  it.each([
    ['Safe Links', safe('https://www.linkedin.com/in/zo%C3%AB-1')],
    ['Safe Links around what was not encoded', safe('https://www.linkedin.com/in/zoë-1')],
    [
      'URL Defense 2',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__www.linkedin.com_in_zo-25C3-25AB-2D1&d=x',
    ],
    ['URL Defense 3', 'https://urldefense.com/v3/__https://www.linkedin.com/in/zo*C3*AB-1__;JSU!!abc!def$'],
    [
      'URL Defense 3 with a run',
      'https://urldefense.com/v3/__https://www.linkedin.com/in/**A%AB-1__;em8!!abc!def$'
        .replace('**A%AB', '**A*C3*AB')
        .replace('em8', 'em8lJQ'),
    ],
  ])('whatever its letters: %s', (_what, address) => {
    const [person] = readPeople({ path: 'x', bytes: Buffer.from(address) }).people;
    expect(person?.publicIdentifier).toBe('zoë-1');
  });

  it.each([
    'https://www.google.com/search?q=https://www.linkedin.com/in/mirela-1',
    `https://www.linkedin.com/sharing/share-offsite/?url=${encoded}`,
    safe('https://example.org/in/mirela-1'),
    safe('https://linkedin.com.example.org/in/mirela-1'),
    url,
  ])('no other address is one: %s', (address) => {
    expect(bareAddress(address)).toBe(address);
    const bytes = Buffer.from(`<a href="${address}">`);
    expect(withBareLinks(bytes)).toBe(bytes);
  });

  it('texts of nothing but beginnings of wrapped links are done with in time', () => {
    const started = performance.now();
    for (const part of [
      safe(''),
      'https://www.google.com/url?',
      'https://urldefense.com/v3/__',
      'https://a.b.c.d.',
      '/v3/__*',
    ])
      withBareLinks(Buffer.from(part.repeat(20_000)));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
