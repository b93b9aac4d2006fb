import { onceNeeded, PhraseTable } from './phrase-search.ts';

/** What a place name stands for: the countries it covers, and its own name where it is smaller than a country. */
export interface Place {
  readonly countries: readonly string[];
  /** Null for countries and regions; else the city or state, by its first name in the table. */
  readonly local: string | null;
}

/** Countries by ISO 3166 code: their names in English and in their own and neighbouring languages (folded by the table). */
const COUNTRIES: Readonly<Record<string, string>> = {
  GB: 'United Kingdom, UK, U K, Great Britain, Britain, England, Scotland, Wales, Northern Ireland, Vereinigtes Königreich, Großbritannien, Royaume-Uni, Reino Unido, Regno Unito, Verenigd Koninkrijk, Angleterre, Inglaterra',
  IE: 'Ireland, Irland, Irlande, Irlanda, Ierland, Republic of Ireland',
  DE: 'Germany, Deutschland, Allemagne, Alemania, Germania, Duitsland, Alemanha',
  AT: 'Austria, Österreich, Autriche, Oostenrijk, Áustria',
  CH: 'Switzerland, Schweiz, Suisse, Suiza, Svizzera, Zwitserland, Suíça',
  FR: 'France, Frankreich, Francia, Frankrijk, França',
  BE: 'Belgium, Belgien, Belgique, Bélgica, Belgio, België',
  NL: 'Netherlands, The Netherlands, Holland, Niederlande, Pays-Bas, Países Bajos, Paesi Bassi, Nederland, Países Baixos',
  LU: 'Luxembourg, Luxemburg, Luxemburgo, Lussemburgo',
  ES: 'Spain, Spanien, Espagne, España, Spagna, Spanje, Espanha',
  PT: 'Portugal, Portogallo',
  IT: 'Italy, Italien, Italie, Italia, Italië, Itália',
  DK: 'Denmark, Dänemark, Danemark, Dinamarca, Danimarca, Denemarken, Danmark',
  SE: 'Sweden, Schweden, Suède, Suecia, Svezia, Zweden, Sverige, Suécia',
  NO: 'Norway, Norwegen, Norvège, Noruega, Norvegia, Noorwegen, Norge',
  FI: 'Finland, Finnland, Finlande, Finlandia, Suomi',
  IS: 'Iceland, Islande, Islandia, Islanda',
  PL: 'Poland, Polen, Pologne, Polonia, Polska, Polónia',
  CZ: 'Czech Republic, Czechia, Tschechien, République tchèque, República Checa, Repubblica Ceca, Tsjechië',
  SK: 'Slovakia, Slowakei, Slovaquie, Eslovaquia',
  HU: 'Hungary, Ungarn, Hongrie, Hungría, Ungheria',
  RO: 'Romania, Rumänien, Roumanie, Rumania',
  BG: 'Bulgaria, Bulgarien, Bulgarie',
  GR: 'Greece, Griechenland, Grèce, Grecia, Griekenland',
  HR: 'Croatia, Kroatien, Croatie, Croacia',
  SI: 'Slovenia, Slowenien, Slovénie',
  RS: 'Serbia, Serbien, Serbie',
  EE: 'Estonia, Estland, Estonie',
  LV: 'Latvia, Lettland, Lettonie',
  LT: 'Lithuania, Litauen, Lituanie',
  UA: 'Ukraine, Ucrania',
  TR: 'Turkey, Türkiye, Türkei, Turquie, Turquía, Turchia',
  MT: 'Malta, Malte',
  CY: 'Cyprus, Zypern, Chypre, Chipre',
  US: 'United States, United States of America, USA, U S A, US, U S, America, Vereinigte Staaten, États-Unis, Estados Unidos, Stati Uniti, Verenigde Staten',
  CA: 'Canada, Kanada, Canadá',
  MX: 'Mexico, Mexiko, Mexique, México, Messico',
  BR: 'Brazil, Brasilien, Brésil, Brasil, Brasile, Brazilië',
  AR: 'Argentina, Argentinien, Argentine',
  CL: 'Chile, Chili',
  CO: 'Colombia, Kolumbien, Colombie',
  PE: 'Peru, Perú, Pérou',
  UY: 'Uruguay',
  EC: 'Ecuador, Équateur',
  CR: 'Costa Rica',
  PA: 'Panama, Panamá',
  IL: 'Israel, Israël',
  AE: 'United Arab Emirates, UAE, U A E, Emirates, Vereinigte Arabische Emirate, Émirats arabes unis, Emiratos Árabes Unidos',
  SA: 'Saudi Arabia, KSA, Saudi-Arabien, Arabie saoudite, Arabia Saudita',
  QA: 'Qatar, Katar',
  EG: 'Egypt, Ägypten, Égypte, Egipto',
  MA: 'Morocco, Marokko, Maroc, Marruecos',
  TN: 'Tunisia, Tunesien, Tunisie',
  ZA: 'South Africa, Südafrika, Afrique du Sud, Sudáfrica',
  NG: 'Nigeria',
  KE: 'Kenya, Kenia',
  GH: 'Ghana',
  IN: 'India, Indien, Inde',
  PK: 'Pakistan',
  BD: 'Bangladesh',
  LK: 'Sri Lanka',
  CN: 'China, Chine, Cina, Mainland China',
  HK: 'Hong Kong, Hong Kong SAR, Hongkong',
  TW: 'Taiwan, Taïwan',
  JP: 'Japan, Japon, Japón, Giappone',
  KR: 'South Korea, Republic of Korea, Korea, Südkorea, Corée du Sud, Corea del Sur',
  SG: 'Singapore, Singapur, Singapour',
  MY: 'Malaysia, Malaisie, Malasia',
  ID: 'Indonesia, Indonesien, Indonésie',
  TH: 'Thailand, Thaïlande, Tailandia',
  VN: 'Vietnam, Viet Nam',
  PH: 'Philippines, Philippinen, Filipinas',
  AU: 'Australia, Australien, Australie',
  NZ: 'New Zealand, Neuseeland, Nouvelle-Zélande',
};

/** Cities and states by country; names of one place are joined with "=". */
const LOCAL_PLACES: Readonly<Record<string, string>> = {
  GB: 'London=Greater London=London Area=Londres=Londra, Manchester=Greater Manchester, Birmingham, Leeds, Bristol, Edinburgh, Glasgow, Liverpool, Cambridge, Oxford, Brighton, Cardiff, Belfast, Nottingham, Sheffield, Newcastle, Reading, Surrey, Kent, Yorkshire, Essex',
  IE: 'Dublin, Cork, Galway, Limerick',
  DE: 'Berlin, Munich=München=Monaco di Baviera, Hamburg, Frankfurt=Frankfurt am Main=Frankfurt Rhine-Main, Cologne=Köln, Düsseldorf, Stuttgart, Leipzig, Dresden, Hanover=Hannover, Nuremberg=Nürnberg, Bremen, Essen, Dortmund, Karlsruhe, Mannheim, Bonn, Heidelberg, Bavaria=Bayern, Hesse=Hessen, Baden-Württemberg, North Rhine-Westphalia=Nordrhein-Westfalen=NRW, Saxony=Sachsen',
  AT: 'Vienna=Wien=Vienne, Graz, Linz, Salzburg, Innsbruck',
  CH: 'Zurich=Zürich, Geneva=Genève=Genf, Basel=Bâle, Bern=Berne, Lausanne, Zug, Lugano, Lucerne=Luzern, St Gallen, Winterthur',
  FR: 'Paris=Île-de-France=Greater Paris, Lyon, Marseille, Toulouse, Bordeaux, Lille, Nantes, Nice, Strasbourg, Rennes, Montpellier, Grenoble, Sophia Antipolis',
  BE: 'Brussels=Bruxelles=Brussel=Brüssel, Antwerp=Antwerpen=Anvers, Ghent=Gent=Gand, Liège, Leuven, Flanders=Vlaanderen, Wallonia=Wallonie',
  NL: 'Amsterdam, Rotterdam, The Hague=Den Haag, Utrecht, Eindhoven, Randstad, Groningen, Delft',
  ES: 'Madrid, Barcelona, Valencia, Seville=Sevilla, Bilbao, Málaga, Zaragoza, Catalonia=Cataluña=Catalunya, Andalusia=Andalucía',
  PT: 'Lisbon=Lisboa=Lissabon, Porto=Oporto, Braga',
  IT: 'Milan=Milano=Mailand, Rome=Roma=Rom, Turin=Torino, Bologna, Florence=Firenze, Naples=Napoli, Venice=Venezia, Verona, Padua=Padova, Genoa=Genova, Lombardy=Lombardia, Veneto, Tuscany=Toscana',
  DK: 'Copenhagen=København=Kopenhagen, Aarhus, Odense',
  SE: 'Stockholm, Gothenburg=Göteborg, Malmö',
  NO: 'Oslo, Bergen, Trondheim',
  FI: 'Helsinki, Espoo, Tampere',
  IS: 'Reykjavik',
  PL: 'Warsaw=Warszawa, Krakow=Kraków, Wroclaw=Wrocław, Gdansk=Gdańsk, Poznan=Poznań',
  CZ: 'Prague=Praha, Brno',
  HU: 'Budapest',
  RO: 'Bucharest=București, Cluj',
  BG: 'Sofia',
  GR: 'Athens=Athína, Thessaloniki',
  HR: 'Zagreb',
  SI: 'Ljubljana',
  RS: 'Belgrade=Beograd',
  EE: 'Tallinn',
  LV: 'Riga',
  LT: 'Vilnius',
  UA: 'Kyiv=Kiev, Lviv',
  TR: 'Istanbul=İstanbul, Ankara, Izmir',
  US: 'New York=New York City=NYC, San Francisco=San Francisco Bay Area=Bay Area=Silicon Valley, Los Angeles, Boston, Chicago, Seattle, Austin, Dallas, Houston, Denver, Atlanta, Miami, Washington DC, Philadelphia, San Diego, Portland, Phoenix, Minneapolis, Detroit, Salt Lake City, Nashville, Raleigh, Charlotte, Tampa, San Jose, Palo Alto, Mountain View, Brooklyn, California, Texas, Florida, Massachusetts, Washington, Illinois, Georgia, Colorado, Virginia, Pennsylvania, North Carolina, New Jersey, Ohio, Michigan, Arizona, Utah, Tennessee, Oregon, Minnesota, Maryland, Connecticut',
  CA: 'Toronto=Greater Toronto, Vancouver, Montreal=Montréal, Ottawa, Calgary, Quebec=Québec, Ontario, British Columbia',
  MX: 'Mexico City=Ciudad de México=CDMX, Guadalajara, Monterrey',
  BR: 'São Paulo, Rio de Janeiro, Belo Horizonte, Curitiba, Porto Alegre, Brasília',
  AR: 'Buenos Aires, Córdoba',
  CL: 'Santiago=Santiago de Chile',
  CO: 'Bogotá, Medellín',
  PE: 'Lima',
  UY: 'Montevideo',
  IL: 'Tel Aviv=Tel Aviv-Yafo, Jerusalem, Haifa',
  AE: 'Dubai, Abu Dhabi',
  SA: 'Riyadh, Jeddah',
  QA: 'Doha',
  EG: 'Cairo',
  MA: 'Casablanca, Rabat',
  ZA: 'Johannesburg, Cape Town, Durban',
  NG: 'Lagos, Abuja',
  KE: 'Nairobi',
  GH: 'Accra',
  IN: 'Bangalore=Bengaluru, Mumbai, Delhi=New Delhi, Hyderabad, Pune, Chennai, Kolkata, Gurgaon=Gurugram, Noida',
  PK: 'Karachi, Lahore, Islamabad',
  BD: 'Dhaka',
  CN: 'Shanghai, Beijing, Shenzhen, Guangzhou, Hangzhou',
  TW: 'Taipei',
  JP: 'Tokyo, Osaka',
  KR: 'Seoul',
  MY: 'Kuala Lumpur',
  ID: 'Jakarta',
  TH: 'Bangkok',
  VN: 'Ho Chi Minh City, Hanoi',
  PH: 'Manila',
  AU: 'Sydney, Melbourne, Brisbane, Perth, Adelaide, Canberra',
  NZ: 'Auckland, Wellington, Christchurch',
};

const EU = 'IE DE AT FR BE NL LU ES PT IT DK SE FI PL CZ SK HU RO BG GR HR SI EE LV LT MT CY';
const EUROPE = `${EU} GB CH NO IS RS UA`;
const MIDDLE_EAST = 'IL AE SA QA EG TR';
const AFRICA = 'EG MA TN ZA NG KE GH';
const LATIN_AMERICA = 'MX BR AR CL CO PE UY EC CR PA';
const ASIA = 'IN PK BD LK CN HK TW JP KR SG MY ID TH VN PH';

/** Regions as the ISO codes that they cover. */
const REGIONS: readonly (readonly [names: string, countries: string])[] = [
  ['EMEA', `${EUROPE} ${MIDDLE_EAST} ${AFRICA}`],
  ['DACH, DACH region, D-A-CH, German-speaking countries, deutschsprachiger Raum', 'DE AT CH'],
  ['Benelux', 'BE NL LU'],
  ['Nordics, Nordic countries, Nordic region', 'DK SE NO FI IS'],
  ['Scandinavia, Skandinavien', 'DK SE NO'],
  ['Baltics, Baltic states', 'EE LV LT'],
  ['Iberia', 'ES PT'],
  ['Europe, Europa, Continental Europe', EUROPE],
  ['European Union, EU, Europäische Union, Union européenne', EU],
  ['Western Europe, Westeuropa', 'GB IE DE AT CH FR BE NL LU ES PT IT'],
  ['Southern Europe', 'ES PT IT GR MT CY'],
  ['CEE, Central and Eastern Europe, Eastern Europe, Osteuropa', 'PL CZ SK HU RO BG HR SI RS EE LV LT UA'],
  ['British Isles, UK and Ireland, UKI', 'GB IE'],
  ['MENA, Middle East and North Africa', `${MIDDLE_EAST} EG MA TN`],
  ['Middle East, GCC, Gulf', MIDDLE_EAST],
  ['Africa, Afrika, Afrique', AFRICA],
  ['North America, Nordamerika, Amérique du Nord, NORAM', 'US CA'],
  ['Americas, AMER', `US CA ${LATIN_AMERICA}`],
  ['LATAM, Latin America, Lateinamerika, América Latina, Latinoamérica, South America', LATIN_AMERICA],
  ['APAC, Asia Pacific, Asia-Pacific', `${ASIA} AU NZ`],
  ['Asia, Asien, Asie', ASIA],
  ['Southeast Asia, South East Asia, SEA, ASEAN', 'SG MY ID TH VN PH'],
  ['ANZ, Australia and New Zealand, Oceania', 'AU NZ'],
];

const US_STATES =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC'.split(
    ' ',
  );

function buildTable(): PhraseTable<Place> {
  const table = new PhraseTable<Place>();
  for (const [names, countries] of REGIONS)
    for (const name of names.split(',')) table.add(name, { countries: countries.split(' '), local: null });
  for (const [country, names] of Object.entries(COUNTRIES))
    for (const name of names.split(',')) table.add(name, { countries: [country], local: null });
  for (const [country, places] of Object.entries(LOCAL_PLACES)) {
    for (const place of places.split(',')) {
      const names = place.split('=');
      for (const name of names) table.add(name, { countries: [country], local: names[0]!.trim() });
    }
  }
  return table;
}

const table = onceNeeded(buildTable);

/** The places that a location text names, in its order: "Austin, TX" is in the United States, "London Area, United Kingdom" is London and its country. */
export function placesIn(text: string, words: readonly string[]): readonly Place[] {
  const places: Place[] = [];
  for (let at = 0; at < words.length; ) {
    const found = table().longestAt(words, at);
    if (found !== null) places.push(found.value);
    at += found?.length ?? 1;
  }
  const state = /,\s*([A-Z]{2})(?=\s*(?:,|$|\d))/.exec(text)?.[1];
  if (state !== undefined && US_STATES.includes(state) && !places.some((place) => place.local === null))
    places.push({ countries: ['US'], local: null });
  return places;
}
