import { describe, expect, it } from 'vitest';
import { isDegree, isOwnBadge } from '../../../src/stages/ingest/connection-degree.ts';
import { isHiddenMember, personName } from '../../../src/stages/ingest/person-text.ts';
import { isRowFurniture } from '../../../src/stages/ingest/row-furniture.ts';
import { isOrganisationPage, isSuggestionHeading } from '../../../src/stages/ingest/suggestion-headings.ts';

describe('degrees in many languages', () => {
  it.each([
    '2nd',
    '3rd+',
    '• 1er',
    '· 2e',
    '3e et +',
    '2.',
    '3.+',
    '2º',
    '2.º',
    '3.º+',
    '2 度',
    '3 度+',
    '2次',
    '2촌',
    '2:a',
    '2-й',
  ])('%s', (text) => {
    expect(isDegree(text)).toBe(true);
    expect(personName(text)).toBeNull();
    expect(personName(`Mirela Okonjari • ${text.replace(/^[•·] /u, '')}`)).toBe('Mirela Okonjari');
  });
  it.each(['• الثانية', '• 3ο', '· Following'])('%s', (text) => expect(isRowFurniture(text)).toBe(true));
  it.each(['3M', '2 be or not 2 be', '1st mate', '4th', 'Sie', '株式会社タイドグラス', 'مديرة مالية'])(
    'not: %s',
    (text) => expect(isDegree(text) || isRowFurniture(text)).toBe(false),
  );
  it.each(['• You', '· Sie', '•\u00a0Vous', '• あなた'])('own: %s', (text) =>
    expect(isOwnBadge(text)).toBe(true),
  );
  it.each(['You', '• Yousef', '• 2nd'])('not own: %s', (text) => expect(isOwnBadge(text)).toBe(false));
});

describe('people whose name is withheld, in many languages', () => {
  it.each([
    'LinkedIn Member',
    'LinkedIn Mitglied',
    'LinkedIn-medlem',
    'LinkedInメンバー',
    'LinkedIn 회원',
    'Utilisateur LinkedIn',
    'Miembro de LinkedIn',
    'Usuário do LinkedIn',
    'Utente LinkedIn',
    'Участник LinkedIn',
    'عضو LinkedIn',
    '领英会员',
  ])('%s', (text) => {
    expect(isHiddenMember(text)).toBe(true);
    expect(personName(text)).toBeNull();
  });
  it.each(['Al Member', 'LinkedIn Learning', 'Ada LinkedIn Member'])('not: %s', (text) =>
    expect(isHiddenMember(text)).toBe(false),
  );
});

describe('headings over suggestions', () => {
  it.each([
    'People you may know',
    'More profiles for you',
    'People you may know from Nordhavn University',
    'Personen, die Sie vielleicht kennen',
    'Beliebte Personen, denen Sie folgen könnten',
    'Vous connaissez peut-être',
    'Gente que podrías conocer',
    'Pessoas que talvez você conheça',
    'Persone che potresti conoscere',
    '知り合いかも',
    'أشخاص قد تعرفهم',
  ])('%s', (text) => expect(isSuggestionHeading(text)).toBe(true));
  it.each([
    'Followers',
    'People',
    '3,384 followers',
    'Personen',
    'Reaktionen',
    'People who follow you',
    'Pessoas que você segue',
    'Personen, die Ihnen folgen',
    'Personnes qui vous suivent',
  ])('not: %s', (text) => expect(isSuggestionHeading(text)).toBe(false));
  it.each([
    'Tideglass: People | LinkedIn',
    'Nordhavn University: Alumni | LinkedIn',
    'Tideglass : Personnes | LinkedIn',
  ])('of an organisation: %s', (title) => expect(isOrganisationPage(title, null)).toBe(true));
  it.each(['People | LinkedIn', 'Finance leads: Members | LinkedIn', 'Search | LinkedIn'])(
    'not of one: %s',
    (title) => expect(isOrganisationPage(title, null)).toBe(false),
  );
});
