import { describe, expect, it } from 'vitest';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { memberId } from '../../support/member-id.ts';

const url = 'https://www.linkedin.com/in/mirela';
const other = 'https://www.linkedin.com/in/other-person';
const read = (content: string) => readPeople({ path: 'input', bytes: Buffer.from(content) });
const mirela = { publicIdentifier: 'mirela', memberUrn: null, name: 'Mirela Okonjari', headline: null };

describe('a column of names', () => {
  it.each([
    ['after a prefix', 'Contact First Name,Contact Last Name,Contact LinkedIn URL'],
    ['after another', 'Prospect First Name,Prospect Last Name,Prospect LinkedIn URL'],
    ['after the site', 'linkedinFirstName,linkedinLastName,linkedinProfileUrl'],
    ['in Chinese', '名字,姓氏,URL'],
    ['in Japanese', '名,姓,URL'],
    ['in Arabic', 'الاسم الأول,اسم العائلة,URL'],
    ['in Hindi', 'पहला नाम,उपनाम,URL'],
    ['in Thai', 'ชื่อ,นามสกุล,URL'],
    ['in Greek', 'Όνομα,Επώνυμο,URL'],
    ['in Hebrew', 'שם פרטי,שם משפחה,URL'],
    ['in Persian', 'نام,نام خانوادگی,URL'],
    ['in Ukrainian', "Ім'я,Прізвище,URL"],
    ['in Vietnamese', 'Tên,Họ,URL'],
    ['in Indonesian', 'Nama Depan,Nama Belakang,URL'],
    ['in Turkish', 'Ad,Soyadı,URL'],
  ])('is known %s', (_what, header) => {
    expect(read(`${header}\nMirela,Okonjari,${url}\nMirela,Okonjari,${url}\n`).people[0]?.name).toMatch(
      /Okonjari/,
    );
  });

  it.each(['Contact', 'Person', 'Candidate', 'Prospect', 'Lead', 'Kontakt', 'Contacto'])(
    'may be called %s',
    (name) => {
      expect(read(`${name},LinkedIn\nMirela Okonjari,${url}\n`).people).toEqual([mirela]);
      expect(read(`Name,${name},LinkedIn\nMirela Okonjari,Hal Jordanes,${url}\n`).people).toEqual([mirela]);
      expect(read(`${name},LinkedIn\nhot,${url}\nm@example.org,${other}\n`).people).toMatchObject([
        { name: null },
        { name: null },
      ]);
    },
  );

  it.each([
    ['a formula', `"=HYPERLINK(""${url}"",""Mirela Okonjari"")"`],
    ['Markdown', `[Mirela Okonjari](${url})`],
  ])('may be the words of the link, in %s', (_what, cell) => {
    expect(read(`Profile,Company\n${cell},x\n${cell},x\n`).people).toEqual([mirela]);
  });
});

describe('a cell with more in it than a link', () => {
  it.each([
    ['several links', 'Name,Links', `Mirela Okonjari,"https://example.org/x, ${url}"`],
    ['a link in Markdown', 'Name,Notes', `[Mirela Okonjari](${url}),x`],
    ['words, where no column is of links', 'Name,Notes', `Mirela Okonjari,her profile: ${url}.`],
    ['a link in another column than usual', 'Name,URL,Web', `Mirela Okonjari,,${url}`],
    ['one person twice', 'Name,URL', `Mirela Okonjari,${url} ${url}/?x=1`],
  ])('is searched: %s', (_what, header, row) => {
    expect(read(`${header}\n${row}\n${row}\n`).people).toEqual([mirela]);
  });

  it.each([
    [
      'somebody in the midst of words',
      'Name,URL,Notes',
      `Mirela Okonjari,,met through ${other}`,
      'no profile URL',
    ],
    ['somebody in a column about others', 'Name,URL,Referrer', `Mirela Okonjari,,${other}`, 'no profile URL'],
    ['two people', 'Name,URL', `Mirela Okonjari,${url} ${other}`, 'several profile URLs'],
    [
      'two people in two columns',
      'Name,URL,A,B',
      `Mirela Okonjari,,${url} x://y,${other} x://y`,
      'several profile URLs',
    ],
  ])('is of nobody with %s', (_what, header, row, reason) => {
    const { people, rejects } = read(`${header}\nZoë Brandt,https://www.linkedin.com/in/zoe\n${row}\n`);
    expect(people).toHaveLength(1);
    expect(rejects).toMatchObject([{ line: 3, reason }]);
  });
});

describe('a row with too many cells', () => {
  it.each([
    ['a comma in the name', 'Carnaby, PhD', 'Carnaby, PhD'],
    ['two', 'Carnaby, PhD, MBA', 'Carnaby, PhD, MBA'],
  ])('is put right again: %s', (_what, name, expected) => {
    const text = `Name,URL,Headline\nA B,${other},x\n${name},${url},Cook\n`;
    expect(read(text).people[1]).toMatchObject({
      publicIdentifier: 'mirela',
      name: expected,
      headline: 'Cook',
    });
  });
});

describe('an id', () => {
  it('under the name of id is tied when it is a member’s', () => {
    const id = memberId(7);
    expect(read(`id,publicIdentifier,name\n${id},mirela,Mirela Okonjari\n`).people).toEqual([
      { ...mirela, memberUrn: id },
    ]);
    expect(read(`id,URL,name\n4711,${url},Mirela Okonjari\n`).people).toEqual([mirela]);
  });
});
