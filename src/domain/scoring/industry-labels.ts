import { INDUSTRIES, type Industry } from '../classification.ts';
import { INDUSTRY_TERMS } from './industry-terms.ts';
import { onceNeeded, type Passage, PhraseTable, phraseOf, type Word } from './phrase-search.ts';

/**
 * What a *label* means, where the same words in running text would say too little: an ICP that asks for "Tech" or a company that LinkedIn files
 * under "Software" means software companies, while a person may write "tech" about anything.
 */
const LABELS: Partial<Record<Industry, string>> = {
  SaaS: 'software, tech, technology, technologie, tecnologia, information technology, it, internet, cloud, b2b tech, tech companies, software & tech, b2b technology, informatik, informatique, logiciel, logiciels, software und it',
  Fintech: 'financial software, finance technology',
  Healthcare: 'health, medical, gesundheit, healthcare services',
  'AI/ML': 'ai, ki, ia, ml, data science, data infrastructure and analytics, robotics',
  Cybersecurity: 'security, it security',
  EdTech:
    'education, learning, higher education, education administration programs, primary and secondary education, bildung, formation, educacion',
  MarTech: 'marketing, advertising, digital marketing, werbung, publicite',
  HRTech: 'hr, human resources, people tech, recruiting, staffing, human resources technology',
  PropTech:
    'real estate, property, immobilien, immobilier, commercial real estate, leasing non residential real estate, real estate agents and brokers',
  CleanTech: 'energy, sustainability, environment, clean technology, energie, umwelttechnik, utilities',
  Consulting:
    'professional services, consultants, consultancies, advisory, accounting, legal services, law practice',
  'Financial Services':
    'finance, financial institutions, financial industry, finanzen, finances, finanzas, accounting',
  Manufacturing: 'industrial, industry, industrie, engineering, production',
  Retail: 'consumer goods, fmcg, cpg, consumer, handel, fashion',
  'Media/Entertainment': 'media, creative industries, games, film, publishing and media',
  Telecommunications: 'telecommunications services, communications technology',
  'Government/Public Sector': 'public, govtech, defense, offentlich',
  'Non-profit': 'charities and non profits, social impact, third sector',
};

interface IndustryTables {
  readonly terms: PhraseTable<readonly Industry[]>;
  readonly wholeLabels: ReadonlyMap<string, readonly Industry[]>;
}

const tables = onceNeeded((): IndustryTables => {
  const byTerm = new Map<string, Industry[]>();
  const wholeLabels = new Map<string, readonly Industry[]>();
  for (const industry of INDUSTRIES) {
    for (const term of INDUSTRY_TERMS[industry]) byTerm.set(term, [...(byTerm.get(term) ?? []), industry]);
    for (const label of [industry, ...(LABELS[industry]?.split(',') ?? [])]) {
      const key = phraseOf(label).join(' ');
      wholeLabels.set(key, [...(wholeLabels.get(key) ?? []), industry]);
    }
  }
  const terms = new PhraseTable<readonly Industry[]>();
  for (const [term, industries] of byTerm) terms.add(term, industries);
  return { terms, wholeLabels };
});

/** Words that may stand around a label without changing it. */
const FILLER = new Set(
  phraseOf(
    'b2b b2c industry industries sector companies company startups startup scaleups scaleup firms firm the based space or and branche secteur sector settore platform platforms businesses early stage',
  ),
);

/** What people call a whole industry of the list, where the same words are a narrower trade's label too. */
const CLASS_SYNONYMS: Partial<Record<Industry, string>> = {
  SaaS: 'software, software as a service, software development, tech, technology, informatik, logiciel',
  Fintech: 'financial technology, financial technologies, finanztechnologie',
  Healthcare:
    'health, health care, hospitals and health care, hospital and health care, healthcare services, gesundheitswesen, gesundheit, sante, secteur de la sante, sanidad, salud, sector salud, sanita, gezondheidszorg, saude, sjukvard, helse, sundhed, opieka zdrowotna',
  'E-commerce':
    'ecommerce, online retail, onlinehandel, commerce en ligne, comercio electronico, commercio elettronico, comercio eletronico',
  'AI/ML':
    'ai, artificial intelligence, machine learning, ki, kunstliche intelligenz, ia, intelligence artificielle, inteligencia artificial, intelligenza artificiale',
  Cybersecurity:
    'cyber security, cyber, it security, information security, it sicherheit, cybersecurite, ciberseguridad',
  EdTech: 'education technology, ed tech',
  MarTech: 'marketing technology, adtech, advertising technology',
  HRTech: 'hr tech, hr technology, hr software',
  PropTech: 'property technology, real estate technology',
  CleanTech: 'climate tech, greentech, clean technology, umwelttechnik',
  Consulting: 'consulting firms, consultancies, beratung, conseil, consultoria, consulenza',
  'Financial Services':
    'financial institutions, financial industry, finance, finanzdienstleistungen, services financiers, servicios financieros, servizi finanziari',
  Manufacturing: 'industrial, industry, produzierendes gewerbe, industrie, fabricacion, manifattura',
  Retail:
    'retailers, einzelhandel, handel, commerce de detail, comercio minorista, detailhandel, retail chains',
  'Media/Entertainment': 'media, entertainment, media and entertainment, medien',
  Telecommunications: 'telecom, telecoms, telco, telekommunikation, telecomunicaciones',
  'Government/Public Sector':
    'government, public sector, public administration, offentlicher sektor, offentlicher dienst, secteur public, sector publico, settore pubblico',
  'Non-profit': 'nonprofit, nonprofits, non profits, ngo, ngos, charity, charities, gemeinnutzig, ong',
};

const classNames = onceNeeded(
  (): ReadonlySet<string> =>
    new Set(
      INDUSTRIES.flatMap((industry) => [industry, ...(CLASS_SYNONYMS[industry]?.split(',') ?? [])]).flatMap(
        (name) => [phraseOf(name).join(' '), withoutFiller(phraseOf(name))],
      ),
    ),
);

function withoutFiller(words: readonly string[]): string {
  return words.filter((word) => !FILLER.has(word)).join(' ');
}

/** Whether a label is the name of a whole industry of the list ("B2B SaaS companies"), and not of a trade within one. */
export function isClassName(label: string): boolean {
  const words = phraseOf(label);
  return classNames().has(words.join(' ')) || classNames().has(withoutFiller(words));
}

/** The industries that a label means: an entry of an ICP, or an industry as LinkedIn names it. Empty when it is none of ours. */
export function industriesOfLabel(label: string): readonly Industry[] {
  const { wholeLabels } = tables();
  const words = phraseOf(label);
  const exact = wholeLabels.get(words.join(' ')) ?? wholeLabels.get(withoutFiller(words));
  return exact ?? industriesInText(words);
}

function industriesInText(words: readonly string[]): readonly Industry[] {
  const found = new Set<Industry>();
  for (let at = 0; at < words.length; ) {
    const hit = tables().terms.longestAt(words, at);
    for (const industry of hit?.value ?? []) found.add(industry);
    at += hit?.length ?? 1;
  }
  return [...found];
}

/** The first passage of a text that points to one of the industries. */
export function findIndustry(words: readonly Word[], industries: readonly Industry[]): Passage | null {
  const folded = words.map((word) => word.folded);
  for (let at = 0; at < words.length; ) {
    const hit = tables().terms.longestAt(folded, at);
    if (hit?.value.some((industry) => industries.includes(industry)))
      return { start: words[at]!.start, end: words[at + hit.length - 1]!.end };
    at += hit?.length ?? 1;
  }
  return null;
}

/** Industries whose companies resemble each other, in what they buy and who works there; 0–1. */
const RELATED: readonly (readonly [Industry, Industry, number])[] = [
  ['Fintech', 'Financial Services', 0.6],
  ['SaaS', 'Fintech', 0.6],
  ['SaaS', 'AI/ML', 0.7],
  ['SaaS', 'Cybersecurity', 0.7],
  ['SaaS', 'MarTech', 0.75],
  ['SaaS', 'HRTech', 0.75],
  ['SaaS', 'EdTech', 0.7],
  ['SaaS', 'PropTech', 0.7],
  ['SaaS', 'CleanTech', 0.3],
  ['SaaS', 'E-commerce', 0.4],
  ['SaaS', 'Telecommunications', 0.25],
  ['AI/ML', 'Cybersecurity', 0.4],
  ['AI/ML', 'MarTech', 0.4],
  ['AI/ML', 'HRTech', 0.4],
  ['AI/ML', 'Fintech', 0.4],
  ['AI/ML', 'EdTech', 0.35],
  ['MarTech', 'HRTech', 0.4],
  ['MarTech', 'E-commerce', 0.35],
  ['MarTech', 'Media/Entertainment', 0.35],
  ['HRTech', 'EdTech', 0.4],
  ['Fintech', 'PropTech', 0.35],
  ['Fintech', 'E-commerce', 0.35],
  ['Fintech', 'Cybersecurity', 0.35],
  ['Fintech', 'HRTech', 0.35],
  ['Fintech', 'MarTech', 0.35],
  ['E-commerce', 'Retail', 0.6],
  ['CleanTech', 'Manufacturing', 0.3],
  ['Government/Public Sector', 'Non-profit', 0.3],
  ['Consulting', 'Financial Services', 0.2],
];

/** 1 for the same industry, less for a related one, 0 for any other. */
export function industryNearness(one: Industry, other: Industry): number {
  if (one === other) return 1;
  return RELATED.find(([a, b]) => (a === one && b === other) || (a === other && b === one))?.[2] ?? 0;
}
