import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { identityKeys } from '../../../src/domain/linkedin-id.ts';
import type { FoundPerson } from '../../../src/domain/person.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { memberId } from '../../support/member-id.ts';
import { respelled, type Spelling } from '../../support/respelled-page.ts';

const folder = new URL('../../fixtures/ingest/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
const pages = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));

const read = (html: string): readonly FoundPerson[] =>
  readPeople({ path: 'page.html', bytes: Buffer.from(html) }).people;

function readOrNone(html: string): readonly FoundPerson[] {
  try {
    return read(html);
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

const spelling: fc.Arbitrary<Spelling> = fc.record({
  order: fc.integer({ min: 0, max: 1000 }),
  quote: fc.constantFrom('"', "'", 'as is'),
  case: fc.constantFrom('lower', 'upper'),
  space: fc.constantFrom(' ', '\n    ', '\t', ' \r\n '),
  entities: fc.constantFrom('none', 'decimal', 'hexadecimal'),
});

describe('however a page is written down, it has the same people', () => {
  it.each(names)('%s', (name) => {
    const page = pages.get(name)!;
    const expected = read(page);
    fc.assert(
      fc.property(spelling, (choice) => {
        expect(read(respelled(page, choice))).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});

describe('however its links are spelled', () => {
  const vanities = ['mirela-okonjari-1', 'zoë-brandt', '王小明-1', 'jo-ann-o-dowd'];
  const people = vanities.map((vanity, place) => ({
    vanity,
    id: memberId(place + 1),
    name: `Person ${place}`,
  }));
  const origin = fc.constantFrom(
    '',
    '//www.linkedin.com',
    'https://www.linkedin.com',
    'http://linkedin.com',
    'https://de.linkedin.com',
    'https://uk.linkedin.com',
    'https://m.linkedin.com',
    'https://touch.www.linkedin.com/mwlite',
    'HTTPS://WWW.LINKEDIN.COM',
    'https://www.linkedin.com:443',
  );
  const path = fc.constantFrom(
    '',
    '/',
    '/overlay/contact-info/',
    '/recent-activity/all/',
    '/details/experience/',
  );
  const query = fc.constantFrom(
    '',
    '?trk=people_x',
    '?originalSubdomain=de',
    '?lipi=urn%3Ali%3Apage%3Ad_x%3Babc%3D%3D',
  );
  const fragment = fc.constantFrom('', '#main');
  const percent = fc.constantFrom('none', 'lower', 'upper', 'case');
  const link = fc.tuple(origin, path, query, fragment, percent);

  function segmentOf(vanity: string, how: string): string {
    if (how === 'none') return vanity;
    if (how === 'case') return vanity.toUpperCase();
    const encoded = encodeURIComponent(vanity.normalize(how === 'upper' ? 'NFD' : 'NFC'));
    return how === 'lower' ? encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()) : encoded;
  }

  /** A list without any mark of LinkedIn's. */
  function pageOf(links: readonly { readonly href: string; readonly name: string }[]): string {
    const rows = links.map(
      ({ href, name }) =>
        `<li><div><a href="${href}"><img alt="${name}"></a></div><div><a href="${href}">${name}</a><p>CFO</p></div></li>`,
    );
    return `<html><body><main><ul>${rows.join('')}</ul></main></body></html>`;
  }

  it('by vanity name', () => {
    const expected = people.map(({ vanity, name }) => ({
      memberUrn: null,
      publicIdentifier: vanity,
      name,
      headline: 'CFO',
    }));
    fc.assert(
      fc.property(fc.array(link, { minLength: 4, maxLength: 4 }), (links) => {
        const rows = links.map(([host, tail, search, hash, how], place) => {
          const { vanity, name } = people[place]!;
          return { href: `${host}/in/${segmentOf(vanity, how)}${tail}${search}${hash}`, name };
        });
        expect(read(pageOf(rows))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('by member id, by vanity name, or by both', () => {
    const way = fc.constantFrom('vanity', 'id', 'tied', 'tied by the dash id');
    fc.assert(
      fc.property(fc.array(fc.tuple(link, way, fc.nat(3)), { minLength: 1, maxLength: 12 }), (mentions) => {
        const tied = people.map(({ vanity, id, name }) => ({
          href: `/in/${vanity}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${id}`,
          name,
        }));
        const rows = mentions.map(([[host, tail, search, hash, how], by, place]) => {
          const { vanity, id, name } = people[place]!;
          const segment = by === 'id' ? id : segmentOf(vanity, how);
          const sign = search === '' ? '?' : '&amp;';
          const urn =
            by === 'tied'
              ? `${sign}miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${id}`
              : by === 'tied by the dash id'
                ? `${sign}profileUrn=urn:li:fsd_profile:${id}`
                : '';
          return { href: `${host}/in/${segment}${tail}${search}${urn}${hash}`, name };
        });
        // Every person several times, in any order, in any spelling, and at last with both ids: one person each.
        const found = read(pageOf([...rows, ...tied]));
        expect(new Set(found.map((person) => person.publicIdentifier))).toEqual(new Set(vanities));
        expect(found).toHaveLength(people.length);
        expect(new Set(found.map((person) => person.memberUrn))).toEqual(new Set(people.map(({ id }) => id)));
      }),
      { numRuns: 200 },
    );
  });

  it('of nobody, when they lead elsewhere', () => {
    const elsewhere = fc.constantFrom(
      'https://lnkd.in/abcdef',
      'https://www.linkedin.com/company/tideglass/',
      'https://www.linkedin.com/posts/mirela-okonjari_x-activity-1',
      'https://www.linkedin.com.evil.example/in/mirela-okonjari-1',
      'https://evil.example/?u=https://www.linkedin.com/in/mirela-okonjari-1',
      'https://notlinkedin.com/in/mirela-okonjari-1',
      '/in/me/',
      '/in/',
      'mailto:in/x@linkedin.com',
      'javascript:void(0)//linkedin.com/in/x',
    );
    fc.assert(
      fc.property(fc.array(elsewhere, { minLength: 1, maxLength: 5 }), (hrefs) => {
        expect(readOrNone(pageOf(hrefs.map((href) => ({ href, name: 'Nobody Here' }))))).toEqual([]);
      }),
    );
  });
});

describe('rows said again', () => {
  it.each(names)('%s twice over has the same people', (name) => {
    const page = pages.get(name)!;
    const expected = read(page);
    const again = read(`${page}\n${page}`);
    expect(again.map(identityKeys)).toEqual(expected.map(identityKeys));
  });
});

describe('cut off anywhere', () => {
  const whole = names.filter((name) => {
    const expected = readFileSync(new URL(`${name}.expected.json`, folder), 'utf8');
    return !('endDecides' in (JSON.parse(expected) as object));
  });

  it.each(whole)('%s has the first of its people', (name) => {
    const page = pages.get(name)!;
    const keys = read(page).map((person) => new Set(identityKeys(person)));
    fc.assert(
      fc.property(fc.nat(page.length), (length) => {
        const part = readOrNone(page.slice(0, length));
        const places = part.map((person) =>
          keys.findIndex((known) => identityKeys(person).some((key) => known.has(key))),
        );
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 25 },
    );
  });
});
