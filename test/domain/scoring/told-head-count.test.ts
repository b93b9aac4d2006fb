import { describe, expect, test } from 'vitest';
import { toldHeadCount } from '../../../src/domain/scoring/told-head-count.ts';
import { profile, role } from './invented-profiles.ts';

const count = (about: string) => toldHeadCount(profile({ about }), role())?.count ?? null;

describe('the head count that a profile tells', () => {
  test.each([
    ['We are 540 people in two plants.', 540],
    ['A 2,400-person card processor.', 2400],
    ['A company of 1,000 employees', 1000],
    ['Wir sind 320 Kolleginnen und Kollegen.', 320],
    ['Ein Werk mit 1.800 Mitarbeitern', 1800],
    ['rund 250 Mitarbeiter:innen', 250],
    ['610 Beschäftigte in zwei Werken', 610],
    ['Une usine de 820 salariés', 820],
    ['820 collaborateurs, trois sites', 820],
    ['Una planta de 450 empleados', 450],
    ['560 dipendenti', 560],
    ['een bedrijf met 75 medewerkers', 75],
    ['Vi är 140 anställda', 140],
    ['Vi er 90 ansatte', 90],
    ['firma zatrudnia 1 800 pracowników', 1800],
    ['1300 çalışanı olan bir fabrika', 1300],
    ['We grew from 20 to 85 employees', 85],
    ['850+ employees', 850],
  ])('%s', (about, expected) => expect(count(about)).toBe(expected));

  test.each([
    'I lead a team of 40 people.',
    'Leading 30 colleagues',
    'We hired 200 employees last year',
    'I have coached 300 people',
    'Ich führe 25 Mitarbeiter.',
    '12 years of experience',
    '3 people',
    'served 9000 people',
  ])('is none in: %s', (about) => expect(count(about)).toBeNull());

  test('is quoted word for word, and looked for in headline and role too', () => {
    const found = toldHeadCount(
      profile({ headline: 'CFO of a 540-person bakery' }),
      role({ description: 'Twelve sites, 700 staff.' }),
    );
    expect(found).toEqual({ count: 700, quote: 'Twelve sites, 700 staff.' });
  });
});
