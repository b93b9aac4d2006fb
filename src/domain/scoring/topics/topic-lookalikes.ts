/** Folded words and phrases that contain or resemble a term of a topic and name none. */
const PHRASES = `
  catering to, catering for, banking on, food for thought, bank account, bank statement, bank holiday, west bank, south bank, data bank, databank, power bank, powerbank,
  piggybank, burbank, fairbank, willbank, datenbank, datenbanken, wissensdatenbank, databanken, old school, school of thought, high school diploma, high school student,
  baumschule, baumschulen, high energy, positive energy, energy level, energy levels, full of energy, energy and passion, passion and energy, data mining, text mining,
  gold mine of, server farm, data warehousing, robot framework, food lover, retail therapy, cyber monday, army of, elevator pitch, last resort, insurance policy,
  military veteran, army veteran, navy veteran, air force veteran, us army veteran, us navy veteran, military spouse, suchmaschinen, wertpapier, wertpapiere
`;

/** What people head or manage inside a company of any industry: "Head of Logistics" is no logistics company. */
const FUNCTIONS = `
  logistics, e commerce, ecommerce, real estate, retail, wholesale, payments, payment, fulfillment, fulfilment, warehousing, facility management, facilities management, property management, market research, artificial intelligence,
  machine learning, cybersecurity, cyber security, cyber, education, energy, transport logistics, transportation and logistics, international trade, import and export, food and beverage, wealth management, asset management,
  marketing automation, energy management, construction, insurance, telecommunications, telecom, music, hospitality, tourism, public relations and communications, corporate training, online retail, online marketplaces, packaging, printing
`;
const BEFORE =
  'head of, director of, vp of, vp, vice president of, manager of, lead of, chief of, global head of, group head of, head, chief';
const AFTER =
  'manager, director, specialist, coordinator, lead, officer, analyst, engineer, supervisor, administrator, assistant, planner, associate';

/** The same in other languages. */
const FOREIGN_FUNCTIONS =
  'leiter logistik, leitung logistik, leiterin logistik, bereichsleiter logistik, head of logistik, responsable logistique, directeur logistique, directrice logistique, chef logistique, director de logistica, directora de logistica, responsable de logistica, jefe de logistica, director logistica, responsabile logistica, direttore logistica, hoofd logistiek, manager logistiek, logistiek manager, gerente de logistica, coordenador de logistica, leiter e commerce, leitung e commerce, responsable e commerce, directeur e commerce, responsabile e commerce, responsable ecommerce, responsabile ecommerce, director ecommerce, director e commerce, responsable de ecommerce, director de ecommerce, leiter immobilien, leitung immobilien, directeur immobilier, responsable immobilier, logistikkchef, leiter energie, leiter bau, leitung bau, leiter handel';

function list(text: string): readonly string[] {
  return text.split(',').map((entry) => entry.trim());
}

/** All phrases that are passed over when a text is searched for topics. */
export function lookalikePhrases(): readonly string[] {
  const functions = list(FUNCTIONS);
  return [
    ...list(PHRASES),
    ...list(FOREIGN_FUNCTIONS),
    ...functions.flatMap((name) => list(BEFORE).map((before) => `${before} ${name}`)),
    ...functions.flatMap((name) => list(AFTER).map((after) => `${name} ${after}`)),
  ];
}
