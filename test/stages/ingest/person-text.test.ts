import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personHeadline, personName } from '../../../src/stages/ingest/person-text.ts';
import { isRowFurniture } from '../../../src/stages/ingest/row-furniture.ts';

describe('personName', () => {
  it.each([
    ['Mirela Okonjari', 'Mirela Okonjari'],
    [' Mirela \n Okonjari ', 'Mirela Okonjari'],
    ['Mirela Okonjari • 2nd', 'Mirela Okonjari'],
    ['Mirela Okonjari · 3rd+', 'Mirela Okonjari'],
    ['Mirela Okonjari · 2.', 'Mirela Okonjari'],
    ['Mirela Okonjari • 1er', 'Mirela Okonjari'],
    ['Mirela Okonjari Mirela Okonjari • 3 度+', 'Mirela Okonjari'],
    ['View Mirela Okonjari’s profile', 'Mirela Okonjari'],
    ["View Mirela Okonjari's profile", 'Mirela Okonjari'],
    ['Mirela Okonjari’s profile picture', 'Mirela Okonjari'],
    ['Mirela Okonjari is open to work', 'Mirela Okonjari'],
    ['Photo of Mirela Okonjari', 'Mirela Okonjari'],
    ['Status is offline Mirela Okonjari', 'Mirela Okonjari'],
    ['Mirela Okonjari (She/Her)', 'Mirela Okonjari'],
    ['Mirela Okonjari (she/they) · 2nd', 'Mirela Okonjari'],
    ['Mirela Okonjari 🚀', 'Mirela Okonjari 🚀'],
    ['Mirela Okonjari, PhD', 'Mirela Okonjari, PhD'],
    ['Dr. Jean-Luc O’Brien III', 'Dr. Jean-Luc O’Brien III'],
    ['Bo Bo', 'Bo Bo'],
    ['山田 太郎', '山田 太郎'],
    ['Mir\u001b[31mela', 'Mirela'],
    ['LinkedIn Member', null],
    ['Mitglied', 'Mitglied'],
    ['She/Her', null],
    ['• 2nd', null],
    ['--', null],
    ['', null],
  ])('%j → %j', (raw, name) => {
    expect(personName(raw)).toBe(name);
  });

  it('is at most 200 characters, never half of one', () => {
    const name = personName('🚀'.repeat(150) + 'a'.repeat(300));
    expect([...name!]).toHaveLength(200);
    expect(name).not.toMatch(/\p{Surrogate}/u);
  });

  it('takes any text, and takes a name as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (raw) => {
        const name = personName(raw);
        if (name !== null) expect(personName(name)).toBe(name);
      }),
    );
  });
});

describe('personHeadline', () => {
  it.each([
    ['--', null],
    ['—', null],
    ['  CFO \n at X ', 'CFO at X'],
    [null, null],
  ])('%j → %j', (raw, headline) => {
    expect(personHeadline(raw)).toBe(headline);
  });

  it('is at most 500 characters', () => {
    expect(personHeadline('x'.repeat(5000))).toHaveLength(500);
  });
});

describe('isRowFurniture', () => {
  it.each([
    '• 2nd',
    '3rd+',
    'Follow',
    'Message',
    'connected on January 27, 2025',
    'Connected 53 minutes ago',
    '1.2K followers',
  ])('%s', (text) => expect(isRowFurniture(text)).toBe(true));
  it.each([
    'Connected Health Lead',
    'Head of Follow-up',
    '--',
    '🚀',
    '2nd-line support',
    'Author of things',
    'CFO',
  ])('not: %s', (text) => expect(isRowFurniture(text)).toBe(false));
});
