import { describe, expect, test } from 'vitest';
import { matchTitles } from '../../../src/domain/scoring/title-match.ts';
import { profile, role, titled } from './invented-profiles.ts';

type Pair = readonly [target: string, held: string];

function match(target: string, held: string): number {
  return matchTitles([target], titled(held)).match!;
}

const SAME: readonly Pair[] = [
  // One title in many languages and spellings.
  ['CFO', 'CFO'],
  ['CFO', 'Chief Financial Officer'],
  ['Chief Financial Officer', 'cfo'],
  ['CFO', 'Group CFO'],
  ['CFO', 'CFO EMEA'],
  ['CFO', 'Chief Finance Officer'],
  ['CFO', 'Directrice financière'],
  ['CFO', 'Directeur Administratif et Financier'],
  ['CFO', 'DAF'],
  ['CFO', 'Finanzvorständin'],
  ['CFO', 'Finanzvorstand'],
  ['CFO', 'Vorstand Finanzen'],
  ['CFO', 'Mitglied des Vorstands, Finanzen'],
  ['CFO', 'Geschäftsführer Finanzen'],
  ['CFO', 'Kaufmännische Geschäftsführerin'],
  ['CFO', 'Directora Financiera'],
  ['CFO', 'Director de Finanzas'],
  ['CFO', 'Direttore finanziario'],
  ['CFO', 'Direttrice Amministrazione Finanza e Controllo'],
  ['CFO', 'Financieel directeur'],
  ['CFO', 'Diretora Financeira'],
  ['CFO', 'Co-Founder & CFO'],
  ['CFO', 'CFO & COO'],
  ['CFO', 'COO/CFO'],
  ['CFO', 'CFO, Board Member'],
  ['CFO', 'CFO and Board Advisor'],
  ['CFO', 'Chief Financial and Operating Officer'],
  ['CFO', 'CFO at Marketing Partners'],
  ['CFO', 'CFO @Billwise'],
  ['CFO', 'CFO (Ex-Stripely)'],
  ['CFO', 'Former consultant, now CFO'],
  ['CFOs', 'CFO'],
  ['Chief Financial Officers', 'CFO'],
  ['CFO or VP Finance', 'VP Finance'],
  ['VP Finance', 'Vice President, Finance'],
  ['VP Finance', 'Vice President of Finance & Operations'],
  ['VP Finance', 'SVP Finance'],
  ['VP Finance', 'Vice-Président Finance'],
  ['VP Finance', 'CFO'],
  ['Head of Finance', 'Leiter Finanzen'],
  ['Head of Finance', 'Leiterin Finanzen'],
  ['Head of Finance', 'Leiter:in Finanzen (m/w/d)'],
  ['Head of Finance', 'Finanzleiterin'],
  ['Head of Finance', 'Kaufmännischer Leiter'],
  ['Head of Finance', 'Hoofd Financiën'],
  ['Head of Finance', 'Head of Group Finance'],
  ['Head of Finance', 'Director of Finance'],
  ['Head of Finance', 'Director - Finance'],
  ['Head of Finance', 'Finance Director'],
  ['Finance leaders', 'CFO'],
  ['Finance leaders', 'VP Finance'],
  ['Finance leaders', 'Head of Finance and Administration'],
  ['Finance leaders', 'Finanzchefin'],
  ['Finance decision makers', 'Finance Director'],
  ['Leaders in finance', 'Chief Financial Officer'],
  ['Finance', 'Finance Manager'],
  ['Finance', 'Financial Analyst'],
  ['CMO', 'Chief Marketing Officer'],
  ['Head of Marketing', 'Marketingleiter'],
  ['Head of Marketing', 'Directrice marketing'],
  ['Head of Marketing', 'Directora de Marketing'],
  ['Head of Marketing', 'Direttore marketing'],
  ['Head of Marketing', 'Director, Marketing & Communications'],
  ['Head of Marketing', 'Sales & Marketing Director'],
  ['Head of Growth / Marketing', 'Head of Marketing'],
  ['Head of Growth / Marketing', 'Head of Growth'],
  ['Marketing Manager', 'Responsable marketing'],
  ['Marketing Manager', 'Marketing-Managerin'],
  ['Marketing Manager', 'Gerente de Marketing'],
  ['Head of Sales', 'Vertriebsleiter'],
  ['Head of Sales', 'Leitung Vertrieb'],
  ['Head of Sales', 'Directeur commercial'],
  ['Head of Sales', 'Director Comercial'],
  ['Head of Sales', 'VP Sales EMEA'],
  ['CRO', 'Chief Revenue Officer'],
  ['VP Sales', 'Chief Commercial Officer'],
  ['CHRO', 'Chief Human Resources Officer'],
  ['CHRO', 'Chief People Officer'],
  ['Head of HR', 'HR Director'],
  ['Head of HR', 'Leiterin Personal'],
  ['Head of HR', 'Personalleiter'],
  ['Head of People', 'Directrice des ressources humaines'],
  ['Head of HR', 'Directora de Recursos Humanos'],
  ['Head of HR', 'Direttore Risorse Umane'],
  ['Head of HR', 'Head of People & Culture'],
  ['Head of HR', 'DRH'],
  ['HR Manager', 'Responsable RH'],
  ['CTO', 'Chief Technology Officer'],
  ['CTO', 'Directeur technique'],
  ['CTO', 'Technischer Geschäftsführer'],
  ['VP Engineering', 'Vice President of Engineering'],
  ['Software Engineer', 'Softwareentwicklerin'],
  ['Software Engineer', 'Développeuse'],
  ['Software Engineer', 'Full Stack Developer'],
  ['Engineers', 'Software Engineer'],
  ['CIO', 'Chief Information Officer'],
  ['CIO', 'DSI'],
  ['Head of IT', 'IT-Leiter'],
  ['Head of IT', 'Leiter IT'],
  ['CISO', 'Chief Information Security Officer'],
  ['Head of Security', 'Director of Information Security'],
  ['CPO', 'CPO'],
  ['Head of Product', 'VP Product'],
  ['Product Manager', 'Chef de produit'],
  ['Product Manager', 'Produktmanagerin'],
  ['Product Manager', 'Senior Product Manager'],
  ['COO', 'Chief Operating Officer'],
  ['Head of Procurement', 'Einkaufsleiter'],
  ['Head of Procurement', 'Director of Purchasing'],
  ['Head of Procurement', 'Directeur des achats'],
  ['Procurement Manager', 'Inkoopmanager'],
  ['General Counsel', 'Chief Legal Officer'],
  ['Head of Legal', 'General Counsel'],
  ['Head of Customer Success', 'VP Customer Success'],
  ['Head of Data', 'Director of Data & Analytics'],
  ['CEO', 'Chief Executive Officer'],
  ['CEO', 'Geschäftsführerin'],
  ['CEO', 'Geschäftsführer'],
  ['CEO', 'PDG'],
  ['CEO', 'Directrice générale'],
  ['CEO', 'Amministratore Delegato'],
  ['CEO', 'Consejera Delegada'],
  ['CEO', 'Directora General'],
  ['CEO', 'Algemeen directeur'],
  ['CEO', 'Diretor Geral'],
  ['CEO', 'Managing Director'],
  ['CEO', 'Founder & CEO'],
  ['Founder', 'Co-Founder'],
  ['Founder', 'Gründerin'],
  ['Founder', 'Fondatrice'],
  ['Founder', 'Fundador'],
  ['Founder', 'Oprichter'],
  ['Founder', 'Founder & CTO'],
  ['Founders', 'Co-fondateur'],
  ['Owner', 'Inhaberin'],
  ['Managing Director', 'MD'],
  ['Partner', 'Managing Partner'],
  ['C-level executives', 'Chief Marketing Officer'],
  ['Directors', 'Director of Operations'],
  ['Recruiter', 'Talent Acquisition Partner'],
  ['Executive Assistant', 'Assistante de direction'],
  ['Executive Assistant', 'EA to the CEO'],
  ['Fractional CFO', 'Fractional CFO'],
  ['Beekeeper', 'Beekeeper'],
  ['CFO', 'CFO | Board Member | ex-Googler'],
  ['CFO', 'CFO, Coach & Speaker'],
  ['CFO', 'GM and CFO'],
  ['Founder', 'CEO and founder of a recruitment agency'],
  ['Founder', 'Founder & Executive Coach'],
  ['Founder', '2x Founder'],
  ['CEO', 'President & CEO'],
  ['CEO', 'Gérant'],
  ['Head of Product', 'VP of Product & Engineering'],
  ['Head of Beekeeping', 'Head of Beekeeping'],
];

const CLOSE: readonly Pair[] = [
  ['Head of Marketing', 'VP Product Marketing'],
  ['CFO', 'Interim CFO'],
  ['CFO', 'Fractional CFO'],
  ['CFO', 'CFO a.i.'],
  ['CFO', 'DAF à temps partagé'],
  ['CFO', 'Deputy CFO'],
  ['CFO', 'VP Finance'],
  ['CFO', 'Head of Finance'],
  ['CFO', 'Leiter Finanzen'],
  ['CFO', 'Finance Director'],
  ['CFO', 'Leiterin Finanzen und Controlling'],
  ['Head of Finance', 'Finance Manager'],
  ['Head of Finance', 'Head of Controlling'],
  ['VP Marketing', 'Head of Brand'],
  ['Head of Marketing', 'Marketing Lead'],
  ['CEO', 'Founder'],
  ['CEO', 'General Manager'],
  ['Founder', 'CEO'],
  ['Head of Marketing', 'Deputy Head of Marketing'],
];

const FAR: readonly Pair[] = [
  ['CFO', 'Financial Analyst'],
  ['CFO', 'Senior Accountant'],
  ['CFO', 'Buchhalterin'],
  ['CFO', 'Junior Controller'],
  ['CFO', 'Finance Manager'],
  ['CFO', 'Financial Controller'],
  ['CFO', 'Director'],
  ['Finance Manager', 'Senior Accountant'],
  ['CMO', 'Marketing Specialist'],
  ['CMO', 'Marketing Assistant'],
  ['Head of HR', 'HR Business Partner'],
  ['Head of HR', 'Personalreferentin'],
  ['Head of Marketing', 'Head of Communications'],
  ['CTO', 'Software Engineer'],
  ['CTO', 'IT Director'],
];

const OTHER: readonly Pair[] = [
  ['CFO', 'Software Engineer'],
  ['CFO', 'Chief Marketing Officer'],
  ['CFO', 'CEO'],
  ['CFO', 'Founder'],
  ['CFO', 'Head of Sales'],
  ['CFO', 'Responsable RH'],
  ['CFO', 'Diseñadora gráfica'],
  ['CFO', 'Pastry Chef'],
  ['CFO', 'Falconer'],
  ['CFO', 'Partner'],
  ['CFO', 'HR Business Partner'],
  ['Head of Marketing', 'Founder of Acme Marketing'],
  ['Head of Finance', 'Head of Financial Services Sales'],
  ['Head of Beekeeping', 'Head of Marketing'],
  ['Marketing Consultant', 'Software Engineer'],
  // Those who are around the wanted people.
  ['CFO', 'Executive Assistant to the CFO'],
  ['CFO', 'EA to CEO & CFO'],
  ['CFO', 'Assistentin des CFO'],
  ['CFO', 'Assistante du directeur financier'],
  ['CFO', 'Asistente del Director Financiero'],
  ['CFO', 'CFO Assistant'],
  ['CFO', "Finance Director's Assistant"],
  ['CEO', 'Assistenz der Geschäftsführung'],
  ['CEO', 'Assistant to the Managing Director'],
  ['CEO', 'Chief of Staff to the CEO'],
  ['CFO', 'Chief of Staff to the CFO'],
  ['CFO', 'Recruiter for CFOs'],
  ['CFO', 'CFO Recruiter'],
  ['CFO', 'Finance & Accounting Recruiter'],
  ['CFO', 'Head of CFO Executive Search'],
  ['CFO', 'Partner, CFO Practice'],
  ['Head of Finance', 'Head of Finance Recruitment'],
  ['Head of Finance', 'Recruitment Consultant - Finance'],
  ['CFO', 'Personalberaterin für CFOs und Finanzleiter'],
  ['CFO', 'CFO Coach'],
  ['CFO', 'Coach for finance leaders'],
  ['CFO', 'Advisor to CFOs'],
  ['CFO', 'Trusted advisor to the CFO and CEO'],
  ['CFO', 'CFO Advisory Director'],
  ['CFO', 'CFO Services Lead'],
  ['CFO', 'Account Executive, Office of the CFO solutions'],
  ['CFO', 'Selling to CFOs'],
  ['CFO', 'Helping CFOs close their books faster'],
  ['CFO', 'We help CFOs and finance directors sleep'],
  ['CFO', 'Ich helfe CFOs bei der Digitalisierung'],
  ['CFO', "J'aide les directeurs financiers à gagner du temps"],
  ['CFO', 'Ayudo a directores financieros'],
  ['CFO', 'Host of the CFO Podcast'],
  ['CFO', 'CFO Network Manager'],
  ['Founder', 'Helping founders raise money'],
  ['Founder', 'Founder Coach'],
  ['Founder', 'Founding Engineer'],
  ['CFO', 'Financial Advisor'],
  ['CFO', 'Wealth Manager'],
  // Those who are not, not yet or no longer.
  ['CFO', 'Former CFO'],
  ['CFO', 'Ex-CFO'],
  ['CFO', 'Ehemaliger Finanzvorstand'],
  ['CFO', 'Ancienne directrice financière'],
  ['CFO', 'Former CFO, now painter'],
  ['CFO', 'CFO turned coach'],
  ['CFO', 'Retired CFO'],
  ['CFO', 'CFO (retired)'],
  ['CFO', 'CFO im Ruhestand'],
  ['CFO', 'Directeur financier à la retraite'],
  ['CFO', 'Aspiring CFO'],
  ['CFO', 'Future CFO'],
  ['CFO', 'CFO in the making'],
  ['CFO', 'CFO-to-be'],
  ['CFO', 'Angehender CFO'],
  ['CFO', 'Finance student'],
  ['CFO', 'Student of finance, aspiring CFO'],
  ['CFO', 'Étudiante en finance'],
  ['Head of Finance', 'Finance Intern'],
  ['Finance', 'Finance Intern'],
  ['Finance', 'Praktikantin Finanzen'],
  ['CFO', 'Trainee CFO Office'],
  ['CFO', 'Board member'],
  ['CFO', 'Non-Executive Director, Finance Committee'],
  ['CFO', 'Aufsichtsrat'],
  ['CEO', 'Non-Executive Director'],
  ['CFO', 'Sales Director – CFO solutions'],
  ['CFO', 'Partnerships @ The CFO Alliance'],
  ['CFO', 'Editor, CFO Weekly'],
  ['CFO', 'Seeking CFO role'],
  ['CFO', 'Open to CFO opportunities'],
  ['CFO', 'Founder & Managing Director, Finance Recruitment'],
  ['CFO', 'Finance Systems Engineer'],
  ['CFO', 'Coach, ex-CFO'],
  ['CFO', 'CFO turned VC'],
  ['Head of HR', 'HR Tech Sales Director'],
  ['Head of HR', 'Selling HR software to HR directors'],
  ['Head of HR', 'Director, Human Capital Consulting'],
  ['Head of Engineering', 'Technical Recruiter'],
  ['Founder', 'Process Owner'],
  ['Founder', 'Community Manager for founders'],
  ['CEO', 'CEO-in-training'],
];

describe('one title and another', () => {
  test('the table is large enough to mean something', () => {
    expect(SAME.length + CLOSE.length + FAR.length + OTHER.length).toBeGreaterThanOrEqual(150);
  });
  test.each(SAME)('%s is %s', (target, held) => {
    expect(match(target, held)).toBeGreaterThanOrEqual(0.85);
  });
  test.each(CLOSE)('%s is close to %s', (target, held) => {
    expect(match(target, held)).toBeGreaterThanOrEqual(0.6);
    expect(match(target, held)).toBeLessThanOrEqual(0.95);
  });
  test.each(FAR)('%s is far from %s', (target, held) => {
    expect(match(target, held)).toBeGreaterThanOrEqual(0.02);
    expect(match(target, held)).toBeLessThanOrEqual(0.6);
  });
  test.each(OTHER)('%s is not %s', (target, held) => {
    expect(match(target, held)).toBeLessThanOrEqual(0.08);
  });
});

describe('which titles of a profile count', () => {
  const ended = { isCurrent: false, start: { year: 2015, month: 1 }, end: { year: 2021, month: 5 } };

  test('past roles give nothing', () => {
    const now = role({ title: 'Painter', start: { year: 2021, month: 6 } });
    const person = profile({ headline: 'Painter', roles: [now, role({ ...ended, title: 'CFO' })] });
    expect(matchTitles(['CFO'], person).match).toBe(0);
  });
  test('a headline that repeats an ended role is out of date', () => {
    const person = profile({
      headline: 'CFO at Billwise',
      roles: [role({ title: 'Advisor' }), role({ ...ended, title: 'CFO', company: 'Billwise' })],
    });
    expect(matchTitles(['CFO'], person).match).toBeLessThan(0.1);
  });
  test('the headline stands in where no role has a title', () => {
    const person = profile({ headline: 'CFO at Billwise | Runner', roles: [role({ company: 'Billwise' })] });
    expect(matchTitles(['CFO'], person)).toMatchObject({ match: 1, title: 'CFO at Billwise' });
  });
  test('the headline says more than a role that names no function', () => {
    const person = profile({ headline: 'VP Finance @ Billwise', roles: [role({ title: 'Vice President' })] });
    expect(matchTitles(['VP Finance'], person).match).toBeGreaterThan(0.9);
  });
  test('a headline does not overrule a role of another function', () => {
    const person = profile({ headline: 'CFO', roles: [role({ title: 'Account Executive' })] });
    expect(matchTitles(['CFO'], person).match).toBeLessThan(0.1);
  });
  test('the best of several current roles counts, wherever it stands', () => {
    const roles = [
      role({ title: 'Board member', company: 'Stroom' }),
      role({ title: 'CFO', company: 'Ledgerly' }),
    ];
    for (const order of [roles, [...roles].reverse()])
      expect(matchTitles(['CFO'], profile({ roles: order }))).toMatchObject({
        match: 1,
        role: { company: 'Ledgerly' },
      });
  });
  test('a retired headline beats a role that nobody closed', () => {
    const person = profile({ headline: 'Retired | Grandfather', roles: [role({ title: 'CFO' })] });
    expect(matchTitles(['CFO'], person).match).toBe(0);
  });
  test('who retired from one thing may do another', () => {
    const person = profile({ headline: 'Retired officer, now CFO', roles: [role({ title: 'CFO' })] });
    expect(matchTitles(['CFO'], person).match).toBe(1);
  });
  test('a headline that calls the open role former lowers it', () => {
    const person = profile({ headline: 'Former CFO of Billwise', roles: [role({ title: 'CFO' })] });
    expect(matchTitles(['CFO'], person)).toMatchObject({
      match: 0.4,
      note: 'the headline calls it a former title',
    });
  });
  test('a headline that speaks of customers is no title', () => {
    expect(matchTitles(['CFO'], profile({ headline: 'Helping CFOs save tax' })).match).toBe(0);
  });
  test.each(['Living my best life ✨', 'Coffee. Dogs. Mountains.', 'Finance | Yoga | Jazz'])(
    'a headline without a title leaves it unknown: %s',
    (headline) => expect(matchTitles(['CFO'], profile({ headline })).match).toBeNull(),
  );
  test('a script that the lexicon does not cover is unknown, not a miss', () => {
    expect(matchTitles(['CFO'], titled('経理部長代理')).match).toBeNull();
  });
  test('a profile whose roles have all ended holds no title', () => {
    expect(matchTitles(['CFO'], profile({ roles: [role({ ...ended, title: 'CFO' })] })).match).toBe(0);
  });
  test('what the reason says of people around the title', () => {
    const note = (held: string) => matchTitles(['CFO'], titled(held)).note;
    expect(note('Executive Assistant to the CFO')).toContain('assists');
    expect(note('Recruiter of CFOs')).toContain('recruits');
    expect(note('CFO Coach')).toContain('advises');
    expect(note('Account Executive selling to CFOs')).toContain('sells');
    expect(note('Former CFO')).toContain('former');
    expect(note('CFO')).toBe('matches target title CFO');
  });
});
