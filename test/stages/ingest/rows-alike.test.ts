import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/stages/ingest/linkedin-page.ts';

interface Look {
  /** Which rows link their person's picture too. */
  readonly photos: readonly boolean[];
  readonly row: (place: number, inner: string) => string;
}

const people = ['Mirela Okonjari', 'Knut Aasen', 'Zoë Brandt', 'Dag Halvorsen'];
const vanityOf = (name: string) => name.toLowerCase().replace('ë', 'e').replace(' ', '-');
const ROWS: [string, Look['row']][] = [
  ['with a key', (place, inner) => `<div componentkey="auto-component-${place}" class="c1">${inner}</div>`],
  ['with a view', (_, inner) => `<div data-view-name="people-row" class="c1 c2">${inner}</div>`],
  ['in a wrapper', (_, inner) => `<div><div class="c1">${inner}</div></div>`],
  ['bare', (_, inner) => `<div>${inner}</div>`],
  ['with a class of its own', (place, inner) => `<div class="x${place * 7}q"><div>${inner}</div></div>`],
  ['a section', (place, inner) => `<section id="r${place}" class="u${place}">${inner}</section>`],
];

function pageOf({ photos, row }: Look): string {
  const rows = people.map((name, place) => {
    const href = `https://www.linkedin.com/in/${vanityOf(name)}/`;
    const photo = photos[place]
      ? `<a href="${href}" class="p"><img alt=""></a>`
      : '<div class="ghost"></div>';
    return row(
      place,
      `${photo}<div class="t"><a href="${href}"><b>${name}</b></a><p>Controller</p></div><div><button>Follow</button></div>`,
    );
  });
  return `<html><head><title>Followers | LinkedIn</title></head><body><main><h1>4 followers</h1><div>${rows.join('')}</div></main></body></html>`;
}

/** Every choice of rows with a picture, other than none. */
const CHOICES = Array.from({ length: 2 ** people.length - 1 }, (_, choice) =>
  people.map((_name, place) => ((choice + 1) & (1 << place)) !== 0),
);

describe('rows of a list are found whichever of them link a picture', () => {
  it.each(ROWS)('%s', (_, row) => {
    for (const photos of CHOICES) {
      const { sightings } = readPage([pageOf({ photos, row })]);
      expect(sightings.map(({ name, headline }) => [name, headline])).toEqual(
        people.map((name) => [name, 'Controller']),
      );
    }
  });
});

describe('a mention beside a person is no row', () => {
  const person =
    '<div class="k"><a href="/in/mirela-okonjari/"><img alt=""></a><p><a href="/in/mirela-okonjari/">Mirela Okonjari</a></p><p>Controller</p></div>';
  it.each([
    ['in a line', '<div class="k"><a href="/in/knut-aasen/">Knut Aasen</a> and 3 others follow</div>'],
    ['in a paragraph', '<div class="k"><p>With <a href="/in/knut-aasen/">Knut Aasen</a></p></div>'],
    ['in a corner of its own', '<div class="m"><p><a href="/in/knut-aasen/">Knut Aasen</a></p></div>'],
  ])('%s', (_, mention) => {
    const page = `<title>Followers | LinkedIn</title><main><div data-view-name="x">${person}${mention}</div></main>`;
    expect(readPage([page]).sightings.map(({ name }) => name)).toEqual(['Mirela Okonjari']);
  });
});

describe('names and lines that take turns', () => {
  const paste = (count: number, end: string) =>
    Array.from(
      { length: count },
      (_, place) =>
        `<div><a href="https://www.linkedin.com/in/person-${place}/">Person ${place}</a></div><div>Headline ${place}</div><div><br></div>`,
    ).join('') + end;

  it.each([2, 7, 450])('%i of them', (count) => {
    const { sightings } = readPage([`<div dir="ltr">${paste(count, '<div>Best regards, Inga</div>')}</div>`]);
    expect(sightings.map(({ name, headline }) => [name, headline])).toEqual(
      Array.from({ length: count }, (_, place) => [`Person ${place}`, `Headline ${place}`]),
    );
  });

  it.each([
    ['a text', '<p>We met <a href="/in/ada-quill/">Ada Quill</a> there.</p><p>It rained.</p>'],
    ['a line alone', '<p><a href="/in/ada-quill/">Ada Quill</a></p><p>Best regards</p>'],
  ])('but not in %s', (_, text) => {
    const { sightings } = readPage([`<html><body>${text}</body></html>`]);
    expect(sightings.map(({ name, headline }) => [name, headline])).toEqual([['Ada Quill', null]]);
  });
});
