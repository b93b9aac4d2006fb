import { describe, expect, it } from 'vitest';
import { refusalOf, vanitiesIn } from '../../support/read-or-refuse.ts';

const mail = (body: string) =>
  `From calla@example.org Mon Mar  2 10:00:00 2026\nFrom: Calla <calla@example.org>\nSubject: x\nContent-Type: text/plain\n\n${body}\n\n`;
const link = (vanity: string) => `https://www.linkedin.com/in/${vanity}`;

describe('the people of a folder of mails', () => {
  it.each<[string, string, string[]]>([
    ['of one', mail(link('a-1')), ['a-1']],
    ['of several', mail(link('a-1')) + mail('nobody') + mail(link('b-2')), ['a-1', 'b-2']],
    [
      'with From in a text',
      mail(`x\nFrom here on\n\n>From ${link('a-1')}`) + mail(link('b-2')),
      ['a-1', 'b-2'],
    ],
  ])('are those of all of them: %s', async (_what, text, expected) => {
    expect(await vanitiesIn(text)).toEqual(expected);
    expect(await vanitiesIn(text.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('are not looked for in a text that merely begins so', async () => {
    expect(await vanitiesIn(`From here on\n${link('a-1')}`)).toEqual(['a-1']);
  });

  it('may be too many mails', async () => {
    expect(await refusalOf('From a b\nSubject: x\n\n'.repeat(20_000))).toMatchObject({
      code: 'input_too_large',
    });
  });
});
