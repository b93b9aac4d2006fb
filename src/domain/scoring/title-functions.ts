/** What a person does in a company, as marketers group it. */
export const JOB_FUNCTIONS = [
  'general management',
  'board',
  'finance',
  'investment',
  'marketing',
  'communications',
  'e-commerce',
  'sales',
  'customer success',
  'people',
  'recruiting',
  'engineering',
  'industrial engineering',
  'product',
  'design',
  'data',
  'IT',
  'security',
  'operations',
  'project management',
  'supply chain',
  'procurement',
  'quality',
  'legal',
  'risk',
  'strategy',
  'sustainability',
  'administration',
  'consulting',
  'coaching',
  'teaching',
  'school management',
  'medicine',
  'research',
  'journalism',
  'craft',
] as const;
export type JobFunction = (typeof JOB_FUNCTIONS)[number];

/**
 * Functions whose holders work *on* other functions: a finance recruiter recruits, whatever field it is in. Beside one of these
 * any other function word of the same title names only the field.
 */
export const SERVING_FUNCTIONS: ReadonlySet<JobFunction> = new Set<JobFunction>([
  'recruiting',
  'consulting',
  'coaching',
  'teaching',
  'journalism',
  'investment',
]);

/** Words that name a function, in seven languages and folded; the key "" holds the general words, the others a specialty within it. */
export const FUNCTION_WORDS: Partial<Record<JobFunction, Readonly<Record<string, string>>>> = {
  finance: {
    '': `finance, finances, financial, fin, finanz, finanzen, finanziell, finanzwesen, financier, financiers, financiere, financieres, financiero,
      financieros, financiera, financieras, finanzas, finanza, finanziario, finanziari, finanziaria, financeiro, financeira,
      financeiros, financas, financien, financieel, financiele, finance administration, finance and administration,
      administration and finance, administratif et financier, administrative et financiere, administrativo y financiero,
      administrativa y financiera, administracion y finanzas, administrativo financiero, administrativo e financeiro,
      administrativa e financeira, amministrazione finanza e controllo, amministrazione e finanza, amministrazione e controllo, afc,
      finanzen und controlling, finanzen und administration, kaufmannisch, kaufmannischer, kaufmannische, kaufmannischen`,
    accounting: `accounting, accounts, accounts payable, accounts receivable, bookkeeping, general ledger, record to report, payroll accounting,
      buchhaltung, finanzbuchhaltung, rechnungswesen, bilanzbuchhaltung, comptabilite, contabilidad, contabilita, contabilidade, boekhouding`,
    controlling: `controlling, controle de gestion, controllo di gestione, control de gestion, controladoria, controllo, beteiligungscontrolling`,
    planning: `fp&a, fpa, fp a, fp and a, financial planning, financial planning and analysis, financial planning analysis, business finance`,
    treasury: `treasury, tresorerie, tesoreria, tesouraria, cash management`,
    tax: `tax, taxes, taxation, steuern, steuer, fiscalite, fiscal, fiscalidad, fiscalita, impuestos, belastingen`,
    audit: `audit, internal audit, revision, interne revision, auditoria, audit interne`,
    'investor relations': `investor relations, relations investisseurs`,
    'corporate finance': `corporate finance, m&a, m and a, mergers and acquisitions, corporate development`,
  },
  investment: {
    '': `investment, investments, portfolio, asset management, wealth management, private banking, venture capital, private equity, fund management,
      capital markets, investissement, inversiones, investimenti, investimentos, beleggingen`,
  },
  marketing: {
    '': `marketing, mktg, mkt, mercadotecnia, mercadeo, marketing communications, marcom, commerciele marketing`,
    growth: `growth, growth marketing, acquisition marketing, user acquisition, croissance, crecimiento, wachstum`,
    'performance marketing': `performance marketing, paid media, paid social, ppc, ads, google ads, sea, sem, seo, search engine optimization, digital marketing, online marketing,
      digital media, marketing digital, onlinemarketing, e mail marketing, email marketing, lifecycle marketing, crm`,
    brand: `brand, branding, personal brand, personal branding, brand marketing, marque, marca, marke, merk`,
    content: `content, content marketing, social media, copywriting, contenu, contenidos, contenuti`,
    'product marketing': `product marketing, produktmarketing, marketing produit, marketing de producto`,
    'demand generation': `demand generation, demand gen, lead generation, b2b marketing, field marketing, marketing operations, revenue marketing, abm`,
    events: `event marketing, events, event management`,
  },
  'e-commerce': {
    '': `e commerce, ecommerce, e com, ecom, e business, ebusiness, digital commerce, online shop, online shops, online store, webshop, web shop, onlineshop, online retail, online sales, online business, onlinehandel, marketplace, marketplaces, d2c, dtc,
      direct to consumer, vente en ligne, tienda online, comercio electronico, commercio elettronico, comercio eletronico, e handel, ehandel, netthandel, nethandel, verkkokauppa`,
  },
  communications: {
    '': `communications, communication, comms, public relations, pr, corporate affairs, public affairs, external affairs, press, kommunikation,
      unternehmenskommunikation, offentlichkeitsarbeit, pressearbeit, communicatie, comunicacion, comunicaciones, comunicazione, comunicacao,
      relations presse, relaciones publicas, internal communications`,
  },
  sales: {
    '': `sales, commercial, commerciaal, vertrieb, verkauf, verkoop, ventes, vente, ventas, comercial, comerciales, commerciale, commerciali,
      commerciaux, vendite, vendas, revenue, go to market, gtm, new business, inside sales, field sales, enterprise sales, vertriebs, commercial development`,
    'business development': `business development, bizdev, biz dev, geschaftsentwicklung, developpement commercial, developpement des affaires,
      desarrollo de negocio, sviluppo commerciale, sviluppo business, desenvolvimento de negocios`,
    partnerships: `partnerships, partnership, alliances, channel, channels, channel sales, partner management, strategic partnerships, partenariats, alianzas`,
    'account management': `account management, key account management, key accounts, key account, client accounts, grands comptes`,
    'sales operations': `sales operations, sales ops, revenue operations, revops, rev ops, sales enablement, salesops`,
    presales: `presales, pre sales, sales engineering, solutions engineering, avant vente, preventa`,
  },
  'customer success': {
    '': `customer success, customer, customers, customer experience, client success, client services, customer care, customer support, customer service,
      customer operations, support, kundenerfolg, kundenservice, kundendienst, kundenbetreuung, service client, relation client, experience client,
      atencion al cliente, servicio al cliente, assistenza clienti, klantenservice, apoio ao cliente, sucesso do cliente, onboarding, cx`,
  },
  people: {
    '': `people, people and culture, people culture, people operations, people ops, hr, human resources, human resource, human capital, personalwesen,
      personal, personalmanagement, ressources humaines, rh, recursos humanos, rrhh, capital humano, risorse umane, personale, personeel, personeelszaken,
      p and o, hrm, culture, employee experience, personas`,
    rewards: `compensation and benefits, compensation benefits, total rewards, payroll, comp and ben, lohnbuchhaltung, paie, nominas`,
    learning: `learning and development, l&d, l and d, organizational development, talent development, talent management, personalentwicklung, formation rh, talent,
      diversity, inclusion`,
  },
  recruiting: {
    '': `recruiting, recruitment, talent acquisition, staffing, executive search, headhunting, recrutement, personalberatung, personalvermittlung, personalgewinnung,
      acquisition de talents, aquisicao de talento, aquisicao de talentos, adquisicion de talento, acquisizione di talenti, acquisizione talenti, talentgewinnung, seleccion de personal, reclutamiento, seleccion, selezione, selezione del personale, werving, werving en selectie, recrutamento, search and selection`,
  },
  engineering: {
    '': `engineering, technology, technologies, technical, tech, technik, technologie, technique, technisch, technische, technischer, tecnico, tecnica,
      tecnologia, tecnologico, technological, techniek, r&d, r and d, research and development, forschung und entwicklung, recherche et developpement`,
    software: `software, software engineering, software development, softwareentwicklung, entwicklung, web development, frontend, front end, backend, back end,
      full stack, fullstack, mobile, developpement logiciel, desarrollo de software, sviluppo software, devrel, developer relations, architecture, devops,
      site reliability, platform engineering, platform, platforms, sre, infrastructure`,
  },
  'industrial engineering': {
    '': `mechanical engineering, electrical engineering, process engineering, manufacturing engineering, civil engineering, maschinenbau, elektrotechnik,
      konstruktion, mechanical, electrical, hardware, maintenance, instandhaltung, mantenimiento, manutenzione`,
  },
  product: {
    '': `product, products, produkt, produit, produits, producto, productos, prodotto, prodotti, produto, produtos, product management, produktmanagement,
      produktentwicklung, product development, product strategy, product operations, innovation`,
  },
  design: {
    '': `design, ux, ui, ux ui, user experience, product design, creative, creation, kreation, diseno, art, visual design, brand design, graphic design, creativo`,
  },
  data: {
    '': `data, analytics, data science, data engineering, machine learning, ai, ml, artificial intelligence, business intelligence, bi, insights, daten, donnees,
      datos, dati, dados, big data, data analytics, data and analytics, product analytics, people analytics, kunstliche intelligenz, ki,
      intelligence artificielle, inteligencia artificial`,
  },
  IT: {
    '': `it, information technology, information systems, informatik, informatique, informatica, systemes d information, systemes d informations, systems, sistemas,
      sistemi informativi, sistemas de informacion, edv, ict, tic, digital, digital transformation, digitalisierung, digitalization, informationstechnologie,
      enterprise systems, it operations, it infrastructure, erp, sap, workplace`,
  },
  security: {
    '': `security, information security, cybersecurity, cyber security, infosec, it security, it sicherheit, informationssicherheit, cyber, securite informatique,
      securite, cybersecurite, ciberseguridad, seguridad, sicurezza, sicurezza informatica, beveiliging, seguranca, product security, application security,
      informatiebeveiliging, seguridad de la informacion,
      sicurezza delle informazioni, seguranca da informacao, securite de l information, securite des systemes d information`,
    identity: `identity, identity and access management, identity access management, access management, iam, digital identity`,
    'security operations': `security operations, security operations center, security operations centre, soc, cyber defence, cyber defense, incident response, grc, security governance`,
    physical: `physical security, corporate security, building security, event security, guarding, werkschutz, objektschutz, loss prevention, close protection, security guards`,
  },
  operations: {
    '': `operations, operational, operating, ops, business operations, bizops, betrieb, operativ, operativer, exploitation, operaciones, operazioni,
      operacoes, operaties, operational excellence, transformation, facilities, facility management, delivery, service delivery, event operations, shared services,
      excellence operationnelle, lean, lean management, continuous improvement, process improvement, operativo, operativa, operationnel, operationnelle, operationeel, operationele`,
    production: `production, produktion, produccion, produzione, producao, productie, fertigung, manufacturing, plant, plants, factory, factories, mill, works, werk, werke, usine, usines,
      planta, plantas, stabilimento, stabilimenti, fabrica, fabrik, fabriek, fabbrica, industriel, industrielle, industriale, fabrication, bottling, packing, processing`,
    branch: `store, stores, retail operations, branch, branches, restaurant, restaurants, hotel, hotels, filiale, filialen`,
  },
  'project management': {
    '': `project, projects, project management, pmo, program, programme, programs, program management, projekt, projekte, projektmanagement, projet, projets,
      proyectos, proyecto, progetti, projecten, projetos, agile`,
  },
  'supply chain': {
    '': `supply chain, logistics, logistik, logistique, logistica, logistiek, supply, warehouse, fulfillment, lager, distribution, transport, demand planning`,
  },
  procurement: {
    '': `procurement, purchasing, sourcing, strategic sourcing, buying, category management, einkauf, beschaffung, achats, achat, compras, acquisti, inkoop,
      vendor management, aprovisionamiento`,
  },
  quality: {
    '': `quality, quality assurance, qa, qualitat, qualitatsmanagement, qualite, calidad, qualita, kwaliteit, qualidade, ehs, hse, health and safety, testing, food safety, lebensmittelsicherheit, securite alimentaire, seguridad alimentaria,
      seguranca alimentar, sicurezza alimentare, voedselveiligheid, qualite et securite, arbeitssicherheit, occupational safety, haccp`,
  },
  legal: {
    '': `legal, legal affairs, legal operations, recht, rechtsabteilung, juridique, juridico, juridica, legale, affari legali, juridisch, juridische zaken,
      corporate counsel, law, patents, intellectual property, contracts`,
    compliance: `compliance, regulatory, regulatory affairs, data protection, datenschutz, privacy, conformite, cumplimiento, gdpr, company secretarial`,
  },
  risk: {
    '': `risk, risk management, risks, risiko, risikomanagement, risque, risques, riesgos, rischi, riscos, fraud, credit risk, aml, financial crime, actuarial`,
  },
  strategy: {
    '': `strategy, strategic, strategie, unternehmensentwicklung, estrategia, strategia, strategic planning, corporate strategy, business planning, strategic initiatives`,
  },
  sustainability: {
    '': `sustainability, esg, csr, nachhaltigkeit, rse, developpement durable, sostenibilidad, sostenibilita, duurzaamheid, sustentabilidade, climate, impact`,
  },
  administration: {
    '': `administration, administrative, admin, verwaltung, back office, backoffice, office, reception, secretariat, secretaria, empfang, buro,
      administratie, administratif, administrativo`,
  },
  consulting: {
    '': `consulting, consultancy, advisory, beratung, conseil, consultoria, consulenza, asesoria, advies, professional services, implementation services`,
  },
  coaching: {
    '': `coaching, mentoring, executive coaching, leadership coaching, leadership development, training`,
  },
  teaching: {
    '': `teaching, education, faculty, lehre, enseignement, docencia, curriculum, academic, academics, academy`,
  },
  'school management': {
    '': `school leadership, schulleitung, direction d ecole, direccion de centro`,
  },
  medicine: {
    '': `medical, clinical, nursing, medizin, medizinische, medical affairs, medico, medica, pflege, patient, dental, pharmacy, care`,
  },
  research: {
    '': `research, scientific, science, forschung, recherche, investigacion, ricerca, onderzoek, pesquisa, lab, laboratory, market research, ux research, user research`,
  },
  journalism: {
    '': `editorial, newsroom, redaktion, redaction, podcast, newsletter, publishing, news`,
  },
};

/** How near two functions are, 0–1; pairs that are not listed have nothing to do with each other. */
const RELATED: readonly (readonly [JobFunction, JobFunction, number])[] = [
  ['marketing', 'communications', 0.6],
  ['marketing', 'sales', 0.25],
  ['e-commerce', 'marketing', 0.5],
  ['e-commerce', 'sales', 0.35],
  ['e-commerce', 'IT', 0.2],
  ['e-commerce', 'product', 0.2],
  ['sales', 'customer success', 0.4],
  ['people', 'recruiting', 0.6],
  ['people', 'coaching', 0.1],
  ['engineering', 'IT', 0.5],
  ['engineering', 'data', 0.4],
  ['engineering', 'product', 0.25],
  ['engineering', 'industrial engineering', 0.25],
  ['engineering', 'research', 0.25],
  ['IT', 'security', 0.5],
  ['IT', 'data', 0.4],
  ['security', 'risk', 0.3],
  ['operations', 'supply chain', 0.6],
  ['operations', 'procurement', 0.35],
  ['operations', 'general management', 0.35],
  ['operations', 'project management', 0.4],
  ['operations', 'quality', 0.4],
  ['operations', 'industrial engineering', 0.3],
  ['operations', 'strategy', 0.35],
  ['operations', 'administration', 0.2],
  ['supply chain', 'procurement', 0.6],
  ['legal', 'risk', 0.5],
  ['finance', 'investment', 0.15],
  ['finance', 'risk', 0.15],
  ['finance', 'strategy', 0.15],
  ['strategy', 'general management', 0.3],
  ['product', 'design', 0.4],
  ['product', 'project management', 0.3],
  ['research', 'data', 0.35],
  ['research', 'teaching', 0.3],
  ['board', 'general management', 0.1],
  ['school management', 'teaching', 0.25],
  ['school management', 'general management', 0.2],
];

/** 1 for the same function, less for a neighbouring one, 0 for any other. */
export function functionNearness(one: JobFunction, other: JobFunction): number {
  if (one === other) return 1;
  return RELATED.find(([a, b]) => (a === one && b === other) || (a === other && b === one))?.[2] ?? 0;
}
