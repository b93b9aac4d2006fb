import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { MAX_INPUT_BYTES } from '../../../src/stages/ingest/input-limits.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { followersPage } from '../../support/followers-page.ts';
import { memberId } from '../../support/member-id.ts';

const read = (content: string | Uint8Array) =>
  readPeople({ path: 'input', bytes: typeof content === 'string' ? Buffer.from(content) : content });

function refusal(content: string | Uint8Array): UsageError {
  try {
    read(content);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('the input was accepted');
}

describe('readPeople refuses', () => {
  it.each<[string, string | Uint8Array, string, RegExp]>([
    ['an empty file', '', 'no_people', /empty/],
    ['plain text without links', 'hello\nworld', 'no_people', /url-list.*linkedin\.com\/in/],
    ['only a link shortener', 'https://lnkd.in/abcdef', 'no_people', /no profile addresses/],
    [
      'the sign-in page',
      '<html><head><title>LinkedIn Login, Sign in | LinkedIn</title></head><body><form action="/checkpoint/lg/login-submit"><input name="session_password"></form></body></html>',
      'no_people',
      /sign-in page/,
    ],
    [
      'an empty list',
      '<html><head><title>Manage Follows | LinkedIn</title></head><body><main><h2>You don’t have any followers yet</h2></main></body></html>',
      'no_people',
      /empty LinkedIn list/,
    ],
    [
      'a page with navigation only',
      '<html><body><nav><a href="/in/me-myself/">Me</a></nav><footer><a href="/in/author">a</a></footer></body></html>',
      'no_people',
      /list rows/,
    ],
    [
      'a guest job search',
      '<html><head><title>Jobs</title></head><body><code id="x" style="display: none"><!--{"jobs":1}--></code><ul><li><a href="https://www.linkedin.com/jobs/view/1">CFO</a></li></ul></body></html>',
      'no_people',
      /list rows/,
    ],
    [
      'rows of withheld people only',
      '<html><body><ul><li data-x-search-result="LEAD"><span>Somebody Sales</span></li></ul></body></html>',
      'no_people',
      /shows 1 people, none of them with a profile link/,
    ],
    [
      'a CSV without addresses',
      'FullName,Date,State\nMirela Okonjari,1/1/25,Active\n',
      'no_people',
      /FullName, Date, State/,
    ],
    [
      'a Connections.csv without URLs',
      'First Name,Last Name,Company,Position,Connected On\nA,B,C,D,1 Jan 2024\n',
      'no_people',
      /no URL column/,
    ],
    ['JSON without people', '{"a":[1,2,{"b":null}]}', 'no_people', /JSON names no people/],
    ['broken JSON', '[{"profileUrl" "https://www.linkedin.com/in/a"}]', 'unreadable_input', /not valid JSON/],
    ['JSON cut off in its first entry', '[{"profileUrl":"https://w', 'unreadable_input', /not whole/],
    ['addresses cut off in the first', '["https://www.linkedin.com/in/a', 'unreadable_input', /not whole/],
    [
      'a PDF',
      Buffer.from('%PDF-1.7\n%\u0001\u0002\u0003\u0004\u0005\u0006', 'latin1'),
      'unreadable_input',
      /PDF/,
    ],
    ['a PDF that is text', `%PDF-1.7\n<</URI(https://www.linkedin.com/in/a-1)>>`, 'unreadable_input', /PDF/],
    ['binary', Uint8Array.from({ length: 500 }, (_, i) => (i * 7919) & 0x1f), 'unreadable_input', /no text/],
  ])('%s', (_what, content, code, message) => {
    const error = refusal(content);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.hint).not.toBe('');
  });

  it('a file over the limit, unread', () => {
    expect(refusal(new Uint8Array(MAX_INPUT_BYTES + 1)).code).toBe('input_too_large');
  });
});

describe('readPeople', () => {
  const people = [1, 2, 3].map((number) => ({
    memberUrn: memberId(number),
    name: `Person ${number}`,
    headline: null,
  }));

  it('reads one person in every spelling once', () => {
    const spellings = [
      'https://www.linkedin.com/in/Mirela-Okonjari-1',
      'http://linkedin.com/in/mirela-okonjari-1/',
      'https://uk.linkedin.com/in/mirela-okonjari-1?originalSubdomain=uk',
      'https://m.linkedin.com/mwlite/in/mirela-okonjari-1',
      '/in/mirela-okonjari-1/overlay/contact-info/',
      `https://www.linkedin.com/in/mirela-okonjari-1?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${memberId(7)}&lipi=x`,
      memberId(7),
      `urn:li:fsd_profile:${memberId(7)}`,
    ];
    const expected = [
      { memberUrn: memberId(7), publicIdentifier: 'mirela-okonjari-1', name: null, headline: null },
    ];
    expect(read(spellings.join('\n')).people).toEqual(expected);
    expect(read([...spellings].reverse().join('\n')).people).toEqual(expected);
  });

  it('leaves out the viewer, who is in the navigation', () => {
    const owner =
      '<ul><li><a href="/in/page-owner-7/"><img alt="Page Owner"></a><a href="/in/page-owner-7/">Page Owner</a></li>';
    const page = followersPage(people).replace('<ul class="list-style-none">', owner);
    expect(read(page).people.map((person) => person.memberUrn)).toEqual(
      people.map((person) => person.memberUrn),
    );
  });

  it.each([
    { relativeLinks: true },
    { rowBytes: 3000 },
    { tab: 'following' as const },
    { statedTotal: 5000 },
  ])('reads a generated page (%o)', (options) => {
    const reading = read(followersPage(people, options));
    expect(reading.people).toEqual(people.map((person) => ({ ...person, publicIdentifier: null })));
    expect(reading.statedTotal).toBe(options.statedTotal ?? 3);
  });

  it('lets no escape sequence through', () => {
    const [first] = read(
      followersPage([
        { memberUrn: memberId(1), name: 'Mi\u001b]0;x\u0007rela\u202e', headline: 'CFO \u001b[31mred' },
      ]),
    ).people;
    expect(first).toMatchObject({ name: 'Mirela', headline: 'CFO red' });
  });

  it('reads a table with a stray quotation mark to its end', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `Person ${i},https://www.linkedin.com/in/person-${i}`);
    rows[10] = '"Stray Mark,https://www.linkedin.com/in/person-10';
    const reading = read(['name,profileUrl', ...rows].join('\n'));
    expect(reading.people).toHaveLength(50);
    expect(reading.warnings).toHaveLength(1);
  });
});
