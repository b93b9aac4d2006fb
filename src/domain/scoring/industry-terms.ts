import type { Industry } from '../classification.ts';

function list(terms: string): readonly string[] {
  return terms.split(',').map((term) => term.trim());
}

/**
 * Words and phrases by which running text points to an industry: LinkedIn's own industry names (both the taxonomy in use since 2022
 * and the older names that profiles still carry) and what people call their trade in English, German, French, Spanish, Italian,
 * Dutch and Portuguese. Every term is in the form that `foldForMatching` gives and is meant to be found at word boundaries.
 *
 * Words that name a person's function rather than a company's trade ("finance", "marketing", "software", "recruiting",
 * "accounting") are left out on purpose: a software engineer at a bank works in banking. A phrase may stand under two industries
 * where LinkedIn's name covers both.
 */
export const INDUSTRY_TERMS: Readonly<Record<Industry, readonly string[]>> = {
  SaaS: list(`
    saas, b2b saas, software as a service, software development, computer software, software company,
    software companies, software startup, software vendor, software house, software publisher,
    software platform, software provider, b2b software, enterprise software, business software,
    cloud software, billing software, accounting software, subscription software, vertical software,
    cloud platform, cloud based platform, paas, platform as a service, information technology & services,
    information technology and services, it services and it consulting,
    technology information and internet, technology information and media, it system data services,
    it system custom software development, business intelligence platforms,
    mobile computing software products, embedded software products, desktop computing software products,
    developer tools, low code, no code platform, crm software, erp software, softwareunternehmen,
    softwareentwicklung, softwarehersteller, softwareanbieter, softwarehaus, cloud losung,
    editeur de logiciels, edition de logiciels, editeur logiciel, logiciel saas, logiciels en mode saas,
    developpement de logiciels, desarrollo de software, empresa de software, software en la nube,
    sviluppo software, sviluppo di software, azienda software, softwarebedrijf, softwareontwikkeling,
    desenvolvimento de software, software na nuvem
  `),
  Fintech: list(`
    fintech, fin tech, financial technology, financial technologies, payments, payment,
    payment processing, payment service provider, payments platform, psp, neobank, neobanking, neobanque,
    challenger bank, digital bank, digital banking, open banking, embedded finance, banking as a service,
    baas, buy now pay later, bnpl, insurtech, wealthtech, regtech, paytech, lendtech, digital lending,
    peer to peer lending, crypto, cryptocurrency, blockchain, blockchain services, digital wallet,
    e wallet, card issuing, robo advisor, spend management, finanztechnologie, zahlungsdienstleister,
    zahlungsverkehr, zahlungen, paiement, paiements, technologie financiere, pagos, medios de pago,
    tecnologia financiera, pagamenti, pagamentos, meios de pagamento, tecnologia finanziaria, betalingen,
    betaaldienst, betaalplatform
  `),
  Healthcare: list(`
    healthcare, health care, hospital & health care, hospitals and health care, hospital, hospitals,
    clinic, clinics, medical practice, medical practices, medical device, medical devices,
    medical equipment manufacturing, mental health care, public health, digital health, healthtech,
    health tech, medtech, biotech, biotechnology, biotechnology research, life sciences, life science,
    pharma, pharmaceutical, pharmaceuticals, pharmaceutical manufacturing, pharmacy,
    health wellness & fitness, wellness and fitness services,
    nursing homes and residential care facilities, home health care services, telemedicine, telehealth,
    nhs, patient care, dental, krankenhaus, krankenhauser, klinik, kliniken, klinikum, gesundheitswesen,
    medizintechnik, pflegeheim, pharmazie, hopital, hopitaux, clinique, cliniques, centre hospitalier,
    secteur de la sante, sante, pharmaceutique, dispositifs medicaux, hospitales, clinica, clinicas,
    sanidad, sector salud, salud, farmaceutica, farmaceutico, ospedale, ospedali, sanita,
    settore sanitario, ziekenhuis, ziekenhuizen, gezondheidszorg, zorginstelling, saude, hospitais
  `),
  'E-commerce': list(`
    e commerce, ecommerce, online shop, online store, online retail, online retailer, online marketplace,
    internet marketplace platforms, online and mail order retail, internet retail, marketplace,
    direct to consumer, d2c, dtc, dtc brand, shopify, dropshipping, webshop, onlineshop, onlinehandel,
    versandhandel, commerce en ligne, vente en ligne, boutique en ligne, commerce electronique,
    comercio electronico, tienda online, venta online, commercio elettronico, negozio online, webwinkel,
    online winkel, comercio eletronico, loja online, loja virtual
  `),
  'AI/ML': list(`
    ai ml, artificial intelligence, machine learning, deep learning, generative ai, gen ai, genai, llm,
    llms, large language models, computer vision, natural language processing, nlp, ai company,
    ai startup, ai platform, foundation models, robotics engineering, kunstliche intelligenz, ki startup,
    maschinelles lernen, intelligence artificielle, apprentissage automatique, inteligencia artificial,
    aprendizaje automatico, intelligenza artificiale, kunstmatige intelligentie, aprendizado de maquina,
    ai powered, ai native, ai driven, ai first, ai software, ai solutions, ai infrastructure, ai lab,
    ai research, ai agents, applied ai, conversational ai, ki basiert, ki losungen
  `),
  Cybersecurity: list(`
    cybersecurity, cyber security, cyber, information security, infosec, computer & network security,
    computer and network security, network security, data security software products, cloud security,
    application security, security software, threat intelligence, threat detection, penetration testing,
    siem, endpoint protection, zero trust, identity and access management, it sicherheit,
    cybersicherheit, informationssicherheit, cybersecurite, cyber securite, securite informatique,
    ciberseguridad, seguridad informatica, sicurezza informatica, cyberbeveiliging, ciberseguranca,
    seguranca da informacao
  `),
  EdTech: list(`
    edtech, ed tech, education technology, educational technology, e learning, elearning,
    e learning providers, online learning, online courses, online education, digital learning,
    learning platform, learning management system, lms, virtual classroom, mooc, bildungstechnologie,
    lernplattform, digitale bildung, online kurse, apprentissage en ligne, formation en ligne,
    plateforme d apprentissage, tecnologia educativa, formacion online, plataforma educativa,
    formazione online, tecnologia educacional, ensino online, online leren, leerplatform
  `),
  MarTech: list(`
    martech, mar tech, adtech, ad tech, marketing technology, advertising technology,
    marketing automation, marketing software, marketing platform, email marketing platform,
    customer data platform, programmatic, programmatic advertising, marketing & advertising,
    marketing and advertising, marketing services, advertising services, market research,
    public relations and communications services, marketing agency, advertising agency, digital agency,
    seo software, werbetechnologie, werbeagentur, marketingagentur, marketingplattform,
    agence de publicite, agence marketing, agence de communication, automatisation marketing,
    agencia de marketing, agencia de publicidad, automatizacion de marketing, agenzia di marketing,
    agenzia di comunicazione, marketingbureau, reclamebureau, agencia de publicidade,
    automacao de marketing
  `),
  HRTech: list(`
    hrtech, hr tech, hr technology, hr software, human resources services, hcm software, people platform,
    talent platform, talent management software, recruiting software, recruitment software,
    recruitment technology, applicant tracking system, applicant tracking, payroll software,
    payroll platform, hris, employee engagement platform, worktech, workforce management software,
    personalsoftware, hr plattform, lohnsoftware, recruiting plattform, logiciel rh, sirh, plateforme rh,
    software de rrhh, software de recursos humanos, software hr, piattaforma hr, hr platform,
    plataforma de rh, software de rh
  `),
  PropTech: list(`
    proptech, prop tech, property technology, real estate technology, real estate tech,
    real estate software, real estate platform, property management software, property platform,
    smart building, smart buildings, contech, construction technology, construction software,
    immobilienplattform, immobiliensoftware, digitale immobilienwirtschaft, technologie immobiliere,
    plateforme immobiliere, tecnologia inmobiliaria, plataforma inmobiliaria, piattaforma immobiliare,
    vastgoedplatform, plataforma imobiliaria
  `),
  CleanTech: list(`
    cleantech, clean tech, climate tech, climatetech, greentech, green tech, clean energy,
    renewable energy, renewables, renewables & environment, renewable energy power generation,
    renewable energy equipment manufacturing, renewable energy semiconductor manufacturing,
    services for renewable energy, solar electric power generation, wind electric power generation,
    environmental services, solar energy, solar power, photovoltaic, wind energy, wind power,
    battery storage, energy storage, heat pumps, carbon capture, carbon accounting, decarbonization,
    decarbonisation, net zero, green hydrogen, ev charging, circular economy, erneuerbare energien,
    solarenergie, windenergie, klimatechnologie, photovoltaik, energiewende, energies renouvelables,
    energie renouvelable, energie solaire, transition energetique, energias renovables,
    energia renovable, energia solar, energie rinnovabili, energia rinnovabile, fotovoltaico,
    duurzame energie, hernieuwbare energie, zonne energie, energias renovaveis, energia renovavel
  `),
  Consulting: list(`
    consulting, consultancy, management consulting, strategy consulting, business consulting,
    business consulting and services, it consulting, it services and it consulting,
    operations consulting, outsourcing and offshoring consulting, environmental consulting,
    strategic management services, professional services, advisory firm, consulting firm,
    staffing and recruiting, staffing & recruiting, executive search, executive search services,
    recruitment agency, professional training and coaching, professional training & coaching, beratung,
    unternehmensberatung, managementberatung, strategieberatung, personalberatung, it beratung,
    beratungsunternehmen, cabinet de conseil, conseil en, conseil en strategie, conseil en management,
    societe de conseil, cabinet de recrutement, consultoria, consultora, consultoria estrategica,
    servicios profesionales, consulenza, consulenza aziendale, societa di consulenza, adviesbureau,
    organisatieadvies, consultancybureau, consultoria empresarial
  `),
  'Financial Services': list(`
    financial services, banking, bank, banks, retail banking, investment banking, private banking,
    corporate banking, insurance, insurer, reinsurance, insurance carriers,
    insurance agencies and brokerages, asset management, wealth management, investment management,
    investment advice, fund management, capital markets, securities and commodity exchanges,
    credit intermediation, savings institutions, loan brokers, funds and trusts, pension funds,
    venture capital, private equity, venture capital & private equity,
    venture capital and private equity principals, hedge fund, credit union, mortgage lender,
    leasing company, finanzdienstleistungen, finanzdienstleister, bankwesen, banken, sparkasse,
    volksbank, versicherung, versicherungen, vermogensverwaltung, services financiers, banque, banques,
    secteur bancaire, assurance, assurances, assureur, gestion d actifs, capital investissement,
    servicios financieros, banca, banco, bancos, seguros, gestion de activos, capital riesgo,
    servizi finanziari, servizi bancari, assicurazioni, assicurazione, gestione patrimoniale,
    financiele dienstverlening, bankieren, verzekeringen, verzekeraar, vermogensbeheer,
    servicos financeiros, bancario, seguradora, gestao de ativos
  `),
  Manufacturing: list(`
    manufacturing, manufacturer, industrial manufacturing, machinery manufacturing,
    industrial machinery manufacturing, automation machinery manufacturing, motor vehicle manufacturing,
    motor vehicle parts manufacturing, chemical manufacturing, food and beverage manufacturing,
    computers and electronics manufacturing, appliances electrical and electronics manufacturing,
    electrical & electronic manufacturing, semiconductor manufacturing, semiconductors,
    plastics manufacturing, packaging and containers manufacturing,
    furniture and home furnishings manufacturing, textile manufacturing,
    aviation and aerospace component manufacturing, defense and space manufacturing,
    mechanical or industrial engineering, industrial automation, automotive, machinery, steel,
    steelworks, steel maker, metalworking, foundry, factory, factories, chemicals, aerospace,
    building materials, consumer goods manufacturing, maschinenbau, anlagenbau, fertigung,
    fertigungsindustrie, produzierendes gewerbe, automobilindustrie, automobilzulieferer, stahl,
    stahlwerk, stahlindustrie, fabrik, chemieindustrie, fabrication, industrie manufacturiere,
    siderurgie, acier, usine, industrie automobile, fabricacion, manufactura, industria manufacturera,
    acero, siderurgia, fabrica, sector industrial, produzione industriale, industria manifatturiera,
    acciaio, acciaieria, fabbrica, settore manifatturiero, maakindustrie, machinebouw, fabriek, staal,
    manufatura, industria transformadora, metalurgica, siderurgica
  `),
  Retail: list(`
    retail, retailer, retailers, retail chain, retail stores, supermarket, supermarkets, grocery,
    grocery retail, department store, department stores, retail groceries, retail apparel and fashion,
    apparel & fashion, fashion retail, luxury goods and jewelry, retail luxury goods and jewelry,
    consumer retail, einzelhandel, einzelhandler, lebensmitteleinzelhandel, supermarktkette,
    handelskette, kaufhaus, commerce de detail, grande distribution, supermarche, supermarches,
    comercio minorista, comercio al por menor, supermercado, supermercados, gran distribucion,
    commercio al dettaglio, vendita al dettaglio, supermercati, grande distribuzione, detailhandel,
    winkelketen, supermarkt, varejo, retalho
  `),
  'Media/Entertainment': list(`
    media and entertainment, media & entertainment, media entertainment, media production, media company,
    online media, online audio and video media, broadcast media,
    broadcast media production and distribution, entertainment, entertainment providers, television,
    tv production, film production, motion pictures and film, movies videos and sound, music, musicians,
    record label, publishing, book and periodical publishing, book publishing, newspapers,
    newspaper publishing, magazine, internet publishing, internet news, journalism, streaming service,
    podcast network, gaming, video games, computer games, game studio, animation and post production,
    performing arts, sports, spectator sports, medien, medienhaus, medienunternehmen, verlag,
    verlagswesen, rundfunk, fernsehen, unterhaltung, medias, presse, edition de livres, audiovisuel,
    divertissement, jeux video, medios de comunicacion, entretenimiento, editorial, videojuegos,
    intrattenimento, editoria, casa editrice, videogiochi, uitgeverij, omroep, entretenimento, editora,
    midia
  `),
  Telecommunications: list(`
    telecommunications, telecommunication, telecom, telecoms, telco, wireless services, wireless,
    mobile operator, mobile network operator, telecommunications carriers, satellite telecommunications,
    broadband, internet service provider, isp, fibre network, fiber network, 5g, mvno, telekommunikation,
    mobilfunk, mobilfunkanbieter, netzbetreiber, breitband, telecommunication operateur,
    operateur telecom, operateur mobile, telecomunicaciones, operador movil, telecomunicazioni,
    operatore telefonico, telecommunicatie, telecombedrijf, telecomunicacoes
  `),
  'Government/Public Sector': list(`
    government, public sector, government administration, government relations, public administration,
    public policy, public policy offices, public safety, law enforcement, armed forces, military,
    civil service, ministry of, municipality, city council, local authority, federal agency,
    executive offices, legislative offices, judiciary, international affairs, offentlicher dienst,
    offentliche verwaltung, offentlicher sektor, bundesministerium, ministerium, behorde,
    stadtverwaltung, bundeswehr, secteur public, administration publique, fonction publique, ministere,
    collectivite territoriale, mairie, sector publico, administracion publica, ministerio, ayuntamiento,
    gobierno, settore pubblico, pubblica amministrazione, ministero, comune di, publieke sector,
    overheid, gemeente, rijksoverheid, ministerie, setor publico, administracao publica, governo,
    camara municipal, prefeitura
  `),
  'Non-profit': list(`
    non profit, nonprofit, not for profit, non profit organization, non profit organizations,
    nonprofit organization management, non profit organization management, ngo, ngos, charity, charities,
    charitable, philanthropy, philanthropic, philanthropic fundraising services,
    civic & social organization, civic and social organizations, social enterprise, humanitarian,
    gemeinnutzig, gemeinnutzige, gemeinnutzige organisation, stiftung, hilfsorganisation,
    association a but non lucratif, but non lucratif, organisation caritative, ong, sin animo de lucro,
    sin fines de lucro, senza scopo di lucro, no profit, terzo settore, goede doelen, stichting,
    sem fins lucrativos, terceiro setor
  `),
  Other: [],
};
