import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import type { FieldRole } from '../../../src/stages/ingest/field-role.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';

const read = (content: string | Uint8Array, columns?: ReadonlyMap<FieldRole, string>) =>
  readPeople(
    { path: 'input', bytes: typeof content === 'string' ? Buffer.from(content) : content },
    columns === undefined ? {} : { columns },
  );

/** A table of made-up people: names, titles and notes with whatever a cell may hold. */
const DELIMITERS = [',', ';', '\t', '|'] as const;
const ENDS = ['\n', '\r\n', '\r'] as const;
const QUOTING = ['all', 'needed', 'mixed'] as const;
const ENCODINGS = ['utf8', 'utf8 with mark', 'utf16le with mark'] as const;
const HEADER = [
  'Company Linkedin Url',
  'Full Name',
  'Profile URL',
  'Headline',
  'Notes',
  'Mutual connection',
] as const;

const word = fc.stringMatching(/^[A-Za-zÀ-ÿ]{2,8}$/);
const messy = fc
  .array(fc.constantFrom('a', 'B', ' ', ',', ';', '|', '\t', '"', '\n', 'é', '=', "'"), { maxLength: 12 })
  .map((parts) => parts.join(''));
const person = fc.record({ first: word, last: word, headline: word, notes: messy });

function cell(value: string, style: (typeof QUOTING)[number], delimiter: string, at: number): string {
  const needed = value.includes(delimiter) || /["\r\n]/.test(value) || /^\s|\s$/.test(value);
  const quoted = style === 'all' || needed || (style === 'mixed' && at % 2 === 0);
  return quoted ? `"${value.replaceAll('"', '""')}"` : value;
}

describe('one table, however it is written', () => {
  it('gives the same people', () => {
    const layout = fc.record({
      order: fc.shuffledSubarray([...HEADER.keys()], { minLength: HEADER.length }),
      delimiter: fc.constantFrom(...DELIMITERS),
      end: fc.constantFrom(...ENDS),
      quoting: fc.constantFrom(...QUOTING),
      encoding: fc.constantFrom(...ENCODINGS),
      separatorLine: fc.boolean(),
      lastEnd: fc.boolean(),
      emptyRows: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 8 }), layout, (people, how) => {
        const rows = people.map(({ first, last, headline, notes }, at) => [
          'https://www.linkedin.com/company/55',
          `${first} ${last}`,
          `https://www.linkedin.com/in/person-${at}`,
          headline,
          notes,
          'https://www.linkedin.com/in/somebody-else',
        ]);
        const { delimiter, end, order } = how;
        const line = (cells: readonly string[]) =>
          order.map((from, at) => cell(cells[from]!, how.quoting, delimiter, at)).join(delimiter);
        const lines = [line(HEADER), ...rows.map(line)];
        if (how.emptyRows) lines.splice(2, 0, delimiter.repeat(HEADER.length - 1));
        if (how.separatorLine) lines.unshift(`sep=${delimiter}`);
        const text = lines.join(end) + (how.lastEnd ? end : '');
        const bytes =
          how.encoding === 'utf16le with mark'
            ? Buffer.from(`\ufeff${text}`, 'utf16le')
            : Buffer.from(how.encoding === 'utf8' ? text : `\ufeff${text}`);
        const reading = read(bytes);
        expect(reading.kind).toBe('csv');
        expect(reading.people.map(({ publicIdentifier, headline }) => [publicIdentifier, headline])).toEqual(
          people.map(({ headline }, at) => [`person-${at}`, headline]),
        );
        expect([reading.skipped, reading.warnings]).toEqual([0, []]);
      }),
      { numRuns: 300 },
    );
  });

  it('never fails but with a UsageError, whatever stands in it and whatever is mapped', () => {
    const part = fc.constantFrom(
      ...DELIMITERS,
      ...ENDS,
      '"',
      '""',
      'sep=;\n',
      'Name',
      'Profile URL',
      'https://www.linkedin.com/in/x-1',
      '=HYPERLINK("https://www.linkedin.com/in/x-2","X")',
      '="x"',
      'Mirela',
      '{"url":"https://www.linkedin.com/in/x-3"}',
      '[',
      ']',
      '\u0000',
    );
    const columns = fc.option(
      fc
        .tuple(
          fc.constantFrom<FieldRole>('link', 'vanity', 'name'),
          fc.constantFrom('1', '2', 'Name', 'profile url'),
        )
        .map((pair) => new Map([pair])),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 50 }), columns, (parts, mapped) => {
        try {
          const { rejects, skipped } = read(parts.join(''), mapped);
          expect(rejects.length).toBe(skipped);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('whose column it is', () => {
  const url = 'https://www.linkedin.com/in/mirela';
  const other = 'https://www.linkedin.com/in/other-person';

  it.each([
    [
      'PhantomBuster',
      'profileUrl,fullName,companyUrl,sharedConnections',
      `${url},Mirela Okonjari,${other},${other}`,
    ],
    [
      'Evaboot',
      'Company Linkedin URL Public,Linkedin URL Public,First Name,Last Name',
      `${other},${url},Mirela,Okonjari`,
    ],
    [
      'Apollo',
      'First Name,Last Name,Company Linkedin Url,Person Linkedin Url',
      `Mirela,Okonjari,${other},${url}`,
    ],
    [
      'Wiza',
      'full_name,company_linkedin,linkedin_profile_url,domain',
      `Mirela Okonjari,${other},${url},x.example`,
    ],
    ['Dux-Soup', 'CompanyProfile,Profile,First Name,Last Name,Picture', `${other},${url},Mirela,Okonjari,x`],
    ['Surfe', 'First Name,Last Name,Company LinkedIn URL,LinkedIn URL', `Mirela,Okonjari,${other},${url}`],
    ['Waalaxy', 'firstName,lastName,company_linkedinUrl,linkedinUrl', `Mirela,Okonjari,${other},${url}`],
    ['Kaspr', 'Company LinkedIn,LinkedIn,Full name', `${other},${url},Mirela Okonjari`],
    [
      'ZoomInfo',
      'First Name,Last Name,LinkedIn Company Profile URL,LinkedIn Contact Profile URL',
      `Mirela,Okonjari,${other},${url}`,
    ],
    [
      'LinkedHelper',
      'mutual_first_fullname,mutual_url,profile_url,full_name',
      `Osric Vale,${other},${url},Mirela Okonjari`,
    ],
    ['a job list', 'CEO LinkedIn,LinkedIn,Name', `${other},${url},Mirela Okonjari`],
    [
      'German',
      'Name;Vorname;Firmenprofil (LinkedIn);Gemeinsame Kontakte;LinkedIn-Profil',
      `Okonjari;Mirela;${other};${other};${url}`,
    ],
    ['Spanish', 'Nombre;Apellidos;LinkedIn de la empresa;URL del perfil', `Mirela;Okonjari;${other};${url}`],
    ['Portuguese', 'Nome;Sobrenome;LinkedIn da empresa;Link', `Mirela;Okonjari;${other};${url}`],
    ['Dutch', 'Voornaam;Achternaam;Bedrijf LinkedIn;Profiel', `Mirela;Okonjari;${other};${url}`],
    ['full and first name', 'First Name;Name;URL', `Mirela;Mirela Okonjari;${url}`],
    [
      'CSV of nested objects',
      'author/profile_url,profile/url,profile/name,similar/0/url',
      `${other},${url},Mirela Okonjari,${other}`,
    ],
    ['text around the link', 'Name,LinkedIn', `Mirela Okonjari,profile: ${url} (checked)`],
  ])('%s', (_, header, row) => {
    expect(read(`${header}\n${row}\n${row}\n`).people).toEqual([
      { publicIdentifier: 'mirela', memberUrn: null, name: 'Mirela Okonjari', headline: null },
    ]);
  });

  it('a colleague of LinkedIn without a link does not become the header', () => {
    const text = `Name,Company,URL\nMirela Okonjari,LinkedIn,${url}\nNo Link,LinkedIn,\nNo Link Either,LinkedIn,\n`;
    expect(read(text)).toMatchObject({ skipped: 2, people: [{ name: 'Mirela Okonjari' }] });
  });
});

describe('a table whose columns the user names', () => {
  const table = 'Wer;Wo;Zweite;Was\nMirela;mirela-1;https://www.linkedin.com/in/other;CFO\nKnut;;x;CTO\n';

  it.each([
    [
      'by name',
      [
        ['vanity', ' wO '],
        ['firstName', 'WER'],
      ],
    ],
    [
      'by number',
      [
        ['vanity', '2'],
        ['firstName', '1'],
      ],
    ],
  ] as const)('is read %s, and guesses do not stand against it', (_, columns) => {
    const reading = read(table, new Map<FieldRole, string>(columns));
    expect(reading.kind).toBe('csv');
    expect(reading.people).toEqual([
      { publicIdentifier: 'mirela-1', memberUrn: null, name: 'Mirela', headline: null },
    ]);
    expect(reading.rejects).toMatchObject([{ line: 3, reason: 'no profile URL' }]);
  });

  it('keeps the guesses about everything else', () => {
    const text =
      'Name,Summary,Job,Company,Web\nMirela,Long text,CFO,Acme,https://www.linkedin.com/in/mirela\n';
    expect(read(text, new Map([['link', 'web']])).people).toMatchObject([
      { name: 'Mirela', headline: 'Long text' },
    ]);
    expect(read(text, new Map([['position', 'Job']])).people).toMatchObject([{ headline: 'CFO at Acme' }]);
  });

  it('may have no names and a single column', () => {
    expect(read('mirela-1\nknut-1\n', new Map([['vanity', '1']])).people).toHaveLength(1);
    const bare = 'https://www.linkedin.com/in/a,Mirela Okonjari\nhttps://www.linkedin.com/in/b,Knut Aasen\n';
    expect(
      read(
        bare,
        new Map([
          ['name', '2'],
          ['link', '1'],
        ]),
      ).people,
    ).toMatchObject([
      { publicIdentifier: 'a', name: 'Mirela Okonjari' },
      { publicIdentifier: 'b', name: 'Knut Aasen' },
    ]);
  });

  it.each([
    ['Woo', /no column "Woo": its columns are Wer, Wo, Zweite, Was$/],
    ['5', /no column "5"/],
    ['0', /no column "0"/],
  ])('is refused with a column that it has not: %s', (column, message) => {
    expect(() => read(table, new Map([['link', column]]))).toThrow(
      expect.objectContaining({ code: 'unknown_column', message: expect.stringMatching(message) }),
    );
  });
});
