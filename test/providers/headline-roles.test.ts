import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rolesOfHeadline } from '../../src/providers/lexical/headline-roles.ts';

it.each<[string, string]>([
  // "At", in several spellings and languages
  ['CFO at Ledgerly', 'CFO @ Ledgerly'],
  ['CFO @Ledgerly', 'CFO @ Ledgerly'],
  ['VP, Finance at Ledgerly', 'VP, Finance @ Ledgerly'],
  ['CFO (part-time) at Ledgerly', 'CFO (part-time) @ Ledgerly'],
  ['Sommelier at Bistro Quince', 'Sommelier @ Bistro Quince'],
  ['Leiterin Finanzen bei Nordwerk AG', 'Leiterin Finanzen @ Nordwerk AG'],
  ['Directrice financière chez Nuagerie — éditeur de logiciels', 'Directrice financière @ Nuagerie'],
  ['CFO presso Nuvolario', 'CFO @ Nuvolario'],
  ['Finance Manager bij De Kaasboer B.V.', 'Finance Manager @ De Kaasboer B.V.'],
  ['Directora Financiera en Cuentamar', 'Directora Financiera @ Cuentamar'],
  ['Diretor Financeiro na Contaclara', 'Diretor Financeiro @ Contaclara'],
  ['Product Designer ✏️ at Wobbleshelf', 'Product Designer @ Wobbleshelf'],
  // Other ways to write it
  ['Chief Financial Officer, Kiteledger', 'Chief Financial Officer @ Kiteledger'],
  ['Founder - Brightwick', 'Founder @ Brightwick'],
  ['Co-Founder & CEO, Torfwende — heat pumps for old houses', 'Co-Founder & CEO @ Torfwende'],
  // Segments
  ['CFO at Ledgerly | SaaS | speaker', 'CFO @ Ledgerly'],
  ['Numbers person • Head of Finance @ Sparrowmint', 'Head of Finance @ Sparrowmint'],
  ['Board Member at Aster | CFO at Birch', 'Board Member @ Aster; CFO @ Birch'],
  ['🚀 CFO at Ledgerly 🚀 Speaker', 'CFO @ Ledgerly'],
  ['A at B | C at D | E at F | G at H', 'A @ B; C @ D; E @ F'],
  // A title alone
  ['CFO', 'CFO'],
  ['CFO | SaaS', 'CFO'],
  ['CFO @', 'CFO'],
  ['CFO 🚀 @ ', 'CFO'],
  ['CFO bei', 'CFO'],
  ['VP, Finance', 'VP, Finance'],
  ['CFO, EMEA', 'CFO'],
  ['CFO, Advisor, Dad', 'CFO'],
  ['Fractional CFO for B2B SaaS, seed to Series B', 'Fractional CFO'],
  ['CFO at early-stage startups', 'CFO'],
  ['Hoofd Finance en Control', 'Hoofd Finance en Control'],
  ['Painter. Former CFO (SaaS), now oil on linen', 'Painter'],
  // What is no present job, or none at all
  ['Former CFO at Hollowpine', ''],
  ['Ex-CFO at Hollowpine | Painter', 'Painter'],
  ['aspiring CFO', ''],
  ['Helping CFOs at SaaS companies close faster', ''],
  ['I place CFOs | Partner at Copperlane Search', 'Partner @ Copperlane Search'],
  ['Engineer at heart', ''],
  ['Experto en Marketing Digital', ''],
  ['Marketing | Sales | Growth', ''],
  ['write to ana@ledgerly.example', ''],
  ['--', ''],
  ['', ''],
])('reads %j as %j', (headline, expected) => {
  const roles = rolesOfHeadline(headline).map(({ title, company }) =>
    company === null ? title : `${title} @ ${company}`,
  );
  expect(roles.join('; ')).toBe(expected);
});

it('invents no word, whatever the headline', () => {
  const word = fc.constantFrom(
    'CFO',
    'at',
    '@',
    'bei',
    'en',
    '|',
    ',',
    '–',
    '🚀',
    'Ledgerly',
    'Former',
    'Head of',
    ' ',
    '.',
    '(',
  );
  const headlines = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.array(word).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(headlines, (headline) => {
      const roles = rolesOfHeadline(headline);
      expect(roles.length).toBeLessThanOrEqual(3);
      for (const { title, company } of roles) {
        expect(title).not.toBe('');
        expect(company).not.toBe('');
        // Pictures between them fall out, so it is the words that must all stand there.
        for (const part of `${title} ${company ?? ''}`.trim().split(/\s+/u)) expect(headline).toContain(part);
      }
    }),
  );
});

it('is done with a hostile headline at once', () => {
  for (const piece of ['CFO at ', ' @', ', ', '🚀', 'A en B ', '(((('])
    rolesOfHeadline(piece.repeat(100_000));
});
