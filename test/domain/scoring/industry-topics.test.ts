import { describe, expect, test } from 'vitest';
import { INDUSTRIES } from '../../../src/domain/classification.ts';
import { phraseOf, wordsOf } from '../../../src/domain/scoring/phrase-search.ts';
import { INDUSTRY_TOPICS } from '../../../src/domain/scoring/topics/industry-topics.ts';
import { findTopic, topicNearness, topicsIn } from '../../../src/domain/scoring/topics/topic-search.ts';

const CLASSES: readonly string[] = INDUSTRIES;

function entries(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(',').map((entry) => entry.trim());
}

describe('the list of topics', () => {
  const names = INDUSTRY_TOPICS.map((topic) => topic.name);

  test('has each name once, and none of a class', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => CLASSES.includes(name))).toEqual([]);
  });

  test('names topics or classes as what is wider', () => {
    const strange = INDUSTRY_TOPICS.flatMap((topic) => topic.within).filter(
      (wider) => !names.includes(wider) && !CLASSES.includes(wider),
    );
    expect(strange).toEqual([]);
  });

  test('has no circles', () => {
    const within = new Map(INDUSTRY_TOPICS.map((topic) => [topic.name, topic.within]));
    const circular = (name: string, path: readonly string[]): boolean =>
      path.includes(name) || (within.get(name) ?? []).some((wider) => circular(wider, [...path, name]));
    expect(names.filter((name) => circular(name, []))).toEqual([]);
  });

  test('writes every term and label in the form in which texts are compared', () => {
    const unfolded = INDUSTRY_TOPICS.flatMap((topic) => [
      ...entries(topic.terms).map((term) => (term.startsWith('-') ? term.slice(1) : term)),
      ...entries(topic.labels),
    ]).filter((term) => term === '' || phraseOf(term).join(' ') !== term);
    expect(unfolded).toEqual([]);
  });

  test('has single words as ends of compounds', () => {
    const ends = INDUSTRY_TOPICS.flatMap((topic) => entries(topic.terms)).filter((term) =>
      term.startsWith('-'),
    );
    expect(ends.filter((end) => end.includes(' ') || end.length < 4)).toEqual([]);
  });

  test('has no term twice in a topic, and none in more than two', () => {
    const owners = new Map<string, string[]>();
    for (const topic of INDUSTRY_TOPICS)
      for (const term of entries(topic.terms)) owners.set(term, [...(owners.get(term) ?? []), topic.name]);
    const bad = [...owners].filter(([, own]) => own.length > 2 || new Set(own).size < own.length);
    expect(bad).toEqual([]);
  });
});

describe('topics that a text names', () => {
  test.each<[string, string]>([
    // What LinkedIn calls industries, new and old.
    ['Food and Beverage Manufacturing', 'food production, beverages'],
    ['Food Production', 'food production'],
    ['Food & Beverages', 'food production, beverages'],
    ['Dairy Product Manufacturing', 'dairy'],
    ['Breweries', 'breweries'],
    ['Wine and Spirits', 'wine and spirits'],
    ['Retail Apparel and Fashion', 'fashion and apparel, fashion retail'],
    ['Apparel & Fashion', 'fashion and apparel'],
    ['Retail Groceries', 'grocery retail'],
    ['Motor Vehicle Manufacturing', 'automotive'],
    ['Motor Vehicle Parts Manufacturing', 'automotive suppliers'],
    ['Automotive', 'automotive'],
    ['Machinery Manufacturing', 'machinery'],
    ['Industrial Automation', 'industrial automation'],
    ['Aviation and Aerospace Component Manufacturing', 'aerospace'],
    ['Defense & Space', 'defence industry'],
    ['Pharmaceutical Manufacturing', 'pharmaceuticals'],
    ['Medical Equipment Manufacturing', 'medical devices'],
    ['Biotechnology Research', 'biotechnology'],
    ['Hospitals and Health Care', 'healthcare providers'],
    ['Hospital & Health Care', 'healthcare providers'],
    ['Nursing Homes and Residential Care Facilities', 'senior care and nursing homes'],
    ['Home Health Care Services', 'home care'],
    ['Mental Health Care', 'mental health'],
    ['Veterinary Services', 'veterinary services'],
    ['Banking', 'banking'],
    ['Insurance', 'insurance'],
    ['Insurance Agencies and Brokerages', 'insurance brokers'],
    ['Venture Capital and Private Equity Principals', 'private equity, venture capital'],
    ['Investment Management', 'asset management'],
    ['Utilities', 'utilities'],
    ['Oil & Energy', 'oil and gas'],
    ['Electric Power Transmission, Control, and Distribution', 'electricity grids'],
    ['Renewables & Environment', 'renewable energy'],
    ['Transportation, Logistics, Supply Chain and Storage', 'transport and logistics'],
    ['Freight and Package Transportation', 'freight forwarding'],
    ['Maritime Transportation', 'shipping'],
    ['Truck Transportation', 'road haulage'],
    ['Airlines and Aviation', 'airlines'],
    ['Warehousing and Storage', 'warehousing and fulfilment'],
    ['Hospitality', 'hospitality'],
    ['Hotels and Motels', 'hotels and resorts'],
    ['Restaurants', 'restaurants'],
    ['Leisure, Travel & Tourism', 'travel and tourism'],
    ['Events Services', 'events'],
    ['Law Practice', 'law firms'],
    ['Accounting', 'accounting and audit firms'],
    ['Staffing and Recruiting', 'staffing'],
    ['Executive Search Services', 'executive search'],
    ['Business Consulting and Services', 'management consulting'],
    ['IT Services and IT Consulting', 'IT services'],
    ['Software Development', 'software'],
    ['Computer & Network Security', 'cyber security'],
    ['Telecommunications', 'telecoms operators'],
    ['Primary and Secondary Education', 'schools'],
    ['Higher Education', 'universities'],
    ['E-Learning Providers', 'education technology'],
    ['Government Administration', 'public administration'],
    ['Armed Forces', 'armed forces'],
    ['Law Enforcement', 'police and public safety'],
    ['Non-profit Organizations', 'non-profit organisations'],
    ['Religious Institutions', 'churches and religious institutions'],
    ['Facilities Services', 'facility services'],
    ['Security and Investigations', 'security and investigations'],
    ['Architecture and Planning', 'architecture'],
    ['Civil Engineering', 'civil engineering'],
    ['Paper and Forest Product Manufacturing', 'paper and wood products'],
    ['Glass, Ceramics and Concrete Manufacturing', 'glass and ceramics'],
    ['Museums, Historical Sites, and Zoos', 'attractions and theme parks, museums and arts'],
    ['Market Research', 'market research'],
    ['Marketing & Advertising', 'marketing services'],
    // What clients write.
    ['grid operators', 'electricity grids'],
    ['last-mile delivery', 'parcels and last mile'],
    ['automotive suppliers', 'automotive suppliers'],
    ['hotels and resorts', 'hotels and resorts'],
    ['D2C brands', 'direct-to-consumer brands'],
    ['law firms', 'law firms'],
    ['universities', 'universities'],
    ['Hospitals', 'hospitals'],
    ['Beverages', 'beverages'],
    ['Legal', 'law firms'],
    ['Finance', 'financial services'],
    ['3PL', 'logistics'],
    ['DIY retailers', 'DIY and garden retail'],
    ['holiday parks', 'holiday parks and campsites'],
    ['serviced apartments', 'serviced apartments and holiday rentals'],
    ['private equity firms', 'private equity'],
    ['warehouse automation', 'warehouse automation'],
    ['care homes', 'senior care and nursing homes'],
    ['local government', 'municipalities and local government'],
    ['payment service providers', 'payments'],
    ['CPG', 'consumer goods'],
    ['SaaS companies', 'software'],
    ['Automobilzulieferer', 'automotive suppliers'],
    ['Maschinen- und Anlagenbau', 'machinery'],
    ['Energieversorger', 'utilities'],
    ['Lebensmittelhandel', 'grocery retail'],
    ['Wirtschaftsprüfungsgesellschaften und Kanzleien', 'accounting and audit firms, law firms'],
    ['industrie agroalimentaire', 'food production'],
    ['équipementiers automobiles', 'automotive suppliers'],
    ["cabinets d'avocats", 'law firms'],
    ['grande distribution', 'grocery retail'],
    ['hôtellerie de plein air', 'holiday parks and campsites'],
    ['despachos de abogados', 'law firms'],
    ['cadenas hoteleras', 'hotels and resorts'],
    ['empresas de paquetería', 'parcels and last mile'],
    ['studi legali', 'law firms'],
    ['settore alimentare', 'food production'],
    ['ziekenhuizen', 'hospitals'],
    ['netbeheerders', 'electricity grids'],
    ['zorgverzekeraars', 'health insurance'],
    ['escritórios de advocacia', 'law firms'],
    ['setor de seguros', 'insurance'],
    ['försäkringsbolag', 'insurance'],
    ['fastighetsbolag', 'real estate'],
    ['advokatfirmaer', 'law firms'],
    ['agences de relations publics et écoles privées', 'public relations, schools'],
    ['advokatfirma', 'law firms'],
    ['plejehjem', 'senior care and nursing homes'],
    ['næringsmiddelindustri', 'food production'],
    ['elintarviketeollisuus', 'food production'],
    ['browary', 'breweries'],
    ['szkoły językowe', 'vocational and adult education'],
    ['nemocnice', 'hospitals'],
    ['bankacılık', 'banking'],
    ['BANKACILIK', 'banking'],
    ['hastaneler', 'hospitals'],
    // Names of companies.
    ['Stadtwerke Kreuzau', 'utilities'],
    ['Klinikum Nordheide', 'hospitals'],
    ['Uniklinik Feldstadt', 'hospitals'],
    ['Waldbergklinik', 'hospitals'],
    ['Belvento Hotels', 'hotels and resorts'],
    ['Seehotel Marienufer', 'hotels and resorts'],
    ['Brauerei Grünfels', 'breweries'],
    ['Hofbrauerei Lindach', 'breweries'],
    ['Sparkasse Mittelland', 'banking'],
    ['Volksbank Oberfeld eG', 'banking'],
    ['Nordbanken AB', 'banking'],
    ['Rückversicherung Alpina', 'insurance'],
    ['Fjordforsikring', 'insurance'],
    ['Bodegas Montefrío', 'wine and spirits'],
    ['Pastificio Belsole', 'food production'],
    ['Glenmore Creamery', 'dairy'],
    ['Spedition Harkens', 'freight forwarding'],
    ['Reederei Ostersund', 'shipping'],
    ['Lindenhof Pflegeheim', 'senior care and nursing homes'],
    ['Lycée Saint-Aubin', 'schools'],
    ['Colegio Monteverde', 'schools'],
    ['Szkoła Podstawowa nr 8', 'schools'],
    ['Grundskolan Björken', 'schools'],
    ['Goethe-Gymnasium Weiler', 'schools'],
    ['Technische Hochschule Ansgar', 'universities'],
    ['Volkshochschule Lahntal', 'vocational and adult education'],
    ['Mairie de Valbonne', 'municipalities and local government'],
    ['Ayuntamiento de Villarreal', 'municipalities and local government'],
    ['Gemeente Zuiderveen', 'municipalities and local government'],
    ['Stadtverwaltung Ebern', 'municipalities and local government'],
    ['Autohaus Kemper', 'car dealers'],
    ['Möbelhaus Rieger', 'furniture and electronics retail'],
    ['Löwen-Apotheke', 'pharmacies and drugstores'],
    ['Kreativ Werbeagentur', 'advertising agencies'],
    ['Anwaltskanzlei Weiss', 'law firms'],
    ['Steuerberatung Hofer', 'accounting and audit firms'],
    ['Maschinenfabrik Hollerbach', 'machinery'],
    ['Gießerei Thalmann', 'metals and steel'],
    ['Bayerwald-Molkerei', 'dairy'],
    ['Buchverlag Seiler', 'publishing'],
    ['Caixa Seguradora Atlântica', 'insurance'],
    ['Osuuspankki', 'banking'],
    ['Keskussairaala', 'hospitals'],
    ['Pivovar Zlatá Hora', 'breweries'],
    ['Hellmann Logistics', 'logistics'],
    ['Studio Berg Architekten', 'architecture'],
    ['Architektur', 'architecture'],
    ['Kreissparkassen', 'banking'],
    ['Hausverwaltung Berg', 'property management'],
    // In sentences.
    ['We brew in the oldest brewery of the valley', 'breweries'],
    ['We run 14 hospitals and two nursing homes', 'hospitals, senior care and nursing homes'],
    ['Head of Logistics at Fairline Freight Forwarding', 'freight forwarding'],
    ['CFO of a family-owned hotel chain', 'hotels and resorts'],
    // A vendor belongs to software, not to those whom it serves.
    ['hotel software', 'travel and hospitality technology'],
    ['Software for hospitals', 'health IT'],
    ['construction software', 'construction technology'],
    ['law firm software', 'legal technology'],
    ['core banking software', 'finance software'],
    ['HR Tech', 'HR software'],
    ['supply chain software', 'supply chain software'],
    // Nothing.
    ['Passionate about people, growth and building great teams in a fast-moving market', ''],
    ['I help founders scale revenue from 1 to 10 million with data-driven sales and marketing', ''],
    ['Chief Information Security Officer, responsible for risk, policy and audit', ''],
    ['Ich verantworte Finanzen, Personal und Recht sowie die Leitung der Verwaltung', ''],
    ['Responsable des achats, de la qualité et de la sécurité pour toute la France', ''],
    ['Directora financiera con amplia experiencia en control, personas y equipos', ''],
    ['Board member and angel, husband, father of two, based in Porto', ''],
    ['We are seguro que this is in reality an open door', ''],
    ['Verantwortlich für Einkauf, Versand, Qualität und Ausbau der Standorte', ''],
    ['Leading IT, operations, legal and design across 12 countries', ''],
    ['General Manager with P&L responsibility, lean, six sigma, public speaking', ''],
    ['Software Architect, enterprise architecture', ''],
    ['Gelsenkirchen, København, Ludwigshafen, Karlshamn', ''],
    ['US Army veteran, last resort for hard problems', ''],
    ['Ordförande i styrelsen, nätverket', ''],
    ['Working with customers in the heart of the city since 2011', ''],
    ['catering to enterprise customers', ''],
    ['Head of E-commerce', ''],
    ['Logistics Manager', ''],
    ['Leiter Logistik', ''],
    ['responsible for legal and accounting', ''],
    ['full of energy', ''],
    ['data mining', ''],
    ['Head of Information Technology', ''],
    ['Senior Security Engineer', ''],
    ['design thinking and market leadership', ''],
    ['customer care and service', ''],
    ['Datenbank', ''],
    ['Diebstahl und Eindruck', ''],
    ['Douglas', ''],
    ['Eni SpA', ''],
    ['interim CFO', ''],
    ['training and marketing for teams', ''],
    ['a concrete plan', ''],
    ['', ''],
  ])('%s: %s', (text, expected) => {
    expect(topicsIn(phraseOf(text)).join(', ')).toBe(expected);
  });

  test('are quoted where they stand', () => {
    const text = 'Finance lead. Before: Waldbergklinik in Füssen, now a Hotel.';
    const quoted = (topic: string) => {
      const passage = findTopic(wordsOf(text), (name) => name === topic);
      return passage === null ? null : text.slice(passage.start, passage.end);
    };
    expect(quoted('hospitals')).toBe('Waldbergklinik');
    expect(quoted('hotels and resorts')).toBe('Hotel');
    expect(quoted('breweries')).toBeNull();
    expect(findTopic([], () => true)).toBeNull();
  });
});

describe('nearness of topics', () => {
  test.each<[string, string, number]>([
    ['hospitals', 'hospitals', 1],
    ['Healthcare', 'hospitals', 1],
    ['healthcare providers', 'hospitals', 1],
    ['consumer goods', 'breweries', 1],
    ['Manufacturing', 'food production', 1],
    ['Manufacturing', 'Manufacturing', 1],
    ['breweries', 'beverages', 0.5],
    ['breweries', 'consumer goods', 0.5],
    ['hospitals', 'healthcare providers', 0.5],
    ['hospitals', 'Healthcare', 0.2],
    ['food production', 'beverages', 0.35],
    ['hotels and resorts', 'holiday parks and campsites', 0.35],
    ['private equity', 'venture capital', 0.35],
    ['steel', 'steel', 1],
    ['machinery', 'chemicals', 0.2],
    ['hospitals', 'pharmaceuticals', 0.2],
    ['hotels and resorts', 'airlines', 0.2],
    ['hospitals', 'banking', 0],
    ['hotels and resorts', 'travel and hospitality technology', 0],
    ['law firms', 'legal technology', 0],
    ['hospitals', 'no such topic', 0],
  ])('%s for somebody who finds %s: %d', (wanted, found, expected) => {
    expect(topicNearness(wanted, found)).toBe(expected);
  });
});
