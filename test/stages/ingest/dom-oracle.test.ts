import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfileLink } from '../../../src/domain/linkedin-id.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { cleanLine } from '../../../src/support/text.ts';
import { followersPage } from '../../support/followers-page.ts';
import { memberId } from '../../support/member-id.ts';

interface Row {
  readonly member: string | null;
  readonly name: string | null;
  readonly headline: string | null;
}

/** The same rows read off a whole DOM with selectors for this one kind of page: slow, simple, and nothing shared with the scanner. */
function rowsOfDom(html: string): Row[] {
  const $ = load(html);
  return $('main li [data-chameleon-result-urn]')
    .toArray()
    .map((row) => {
      const link = $(row).find('a[href*="/in/"]').last();
      const headline = cleanLine($(row).find('.t-14.t-black.t-normal').first().text());
      return {
        member: parseProfileLink(link.attr('href') ?? '')?.memberUrn ?? null,
        name: cleanLine(link.text()),
        headline: headline === '--' ? null : headline,
      };
    });
}

const rowsOfScan = (html: string): Row[] =>
  readPeople({ path: 'page.html', bytes: Buffer.from(html) }).people.map((person) => ({
    member: person.memberUrn,
    name: person.name,
    headline: person.headline,
  }));

describe('the scanner sees what a DOM sees', () => {
  it('on the demo page', () => {
    const html = readFileSync('fixtures/followers.html', 'utf8');
    const seen = rowsOfScan(html);
    const inDom = new Map(rowsOfDom(html).map((row) => [row.member, row]));
    const linkedById = seen.filter((row) => inDom.has(row.member));
    expect(linkedById.length).toBeGreaterThan(20);
    expect(linkedById).toEqual(linkedById.map((row) => inDom.get(row.member)));
  });

  it('whatever the names and headlines', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    const text = fc
      .array(
        fc.oneof(
          word,
          fc.constantFrom('&', '&amp;', '<b>', '"', "O'Neil", '&#39;', '&notin', '=1+1', '株式会社'),
        ),
        {
          minLength: 1,
          maxLength: 5,
        },
      )
      .map((words) => words.join(' '));
    const follower = fc.tuple(text, text).map(([name, headline]) => ({
      name: `Ada ${name} Quill`,
      headline: `Controller, ${headline} and more`,
    }));
    fc.assert(
      fc.property(fc.array(follower, { minLength: 1, maxLength: 6 }), (people) => {
        const html = followersPage(
          people.map((person, place) => ({ ...person, memberUrn: memberId(place + 1) })),
        );
        expect(rowsOfScan(html)).toEqual(rowsOfDom(html));
      }),
      { numRuns: 150 },
    );
  });
});
