import type { IndustryTopic } from './industry-topic.ts';

/** Services to companies. */
export const BUSINESS_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'professional services',
    within: [],
    terms: `
      professional services, professional services firm, business services, b2b services, freie berufe, professionelle dienstleistungen,
      services aux entreprises, services professionnels, servicios profesionales, servicios a empresas, servizi professionali, servizi alle imprese,
      zakelijke dienstverlening, servicos profissionais, servicos empresariais, foretagstjanster, liberale erhverv, asiantuntijapalvelut,
      usługi profesjonalne
    `,
  },
  {
    name: 'management consulting',
    within: ['professional services', 'Consulting'],
    labels: `
      consulting, consultancy, consultants, consultancies, beratung, conseil, consultoria, consulenza, advies, advisory, radgivning
    `,
    terms: `
      management consulting, management consultancy, management consultant, business consulting, business consulting and services,
      strategy consulting, strategy consultancy, strategic management services, operations consulting, consulting firm, consulting company,
      consultancy firm, advisory firm, business advisory, boutique consultancy, turnaround consulting, unternehmensberatung, -unternehmensberatung,
      managementberatung, strategieberatung, beratungsunternehmen, beratungshaus, wirtschaftsberatung, cabinet de conseil, cabinets de conseil,
      conseil en strategie, conseil en management, conseil en organisation, societe de conseil, consultoria estrategica, consultora,
      consultoria de gestion, consultoria empresarial, empresa de consultoria, consulenza aziendale, consulenza strategica, consulenza direzionale,
      societa di consulenza, organisatieadvies, organisatieadviesbureau, adviesbureau, consultancybureau, strategieadvies, consultoria de gestao,
      consultoria de negocios, managementkonsult, konsultbolag, strategikonsult, konsulentfirma, managementkonsulent, konsulenthus, konsulentselskap,
      konsultointi, liikkeenjohdon konsultointi, firma doradcza, firma konsultingowa, doradztwo strategiczne, doradztwo biznesowe,
      poradenska spolecnost, manazerske poradenstvi, yonetim danısmanlıgı, danısmanlık
    `,
  },
  {
    name: 'IT services',
    within: ['Consulting'],
    labels: 'it services and consulting, it',
    terms: `
      it services, it services and it consulting, it consulting, it consultancy, it service provider, it services company,
      information technology and services, information technology services, managed services provider, managed service provider, system integrator,
      systems integrator, systems integration, it outsourcing, it system custom software development, it system design services,
      it system installation and disposal, it system operations and maintenance, it system training and support, it system testing and evaluation,
      digital transformation consultancy, software agency, software house development, web development agency, nearshore development,
      offshore development, custom software development, it dienstleister, it dienstleistungen, it beratung, it systemhaus, systemhaus, -systemhaus,
      it beratungshaus, softwaredienstleister, esn, ssii, entreprise de services du numerique, services informatiques, conseil informatique,
      prestataire informatique, infogerance, integrateur informatique, servicios informaticos, consultora tecnologica, consultoria tecnologica,
      consultoria informatica, servicios ti, servizi informatici, consulenza informatica, system integrator informatico, it dienstverlening,
      it dienstverlener, ict dienstverlening, ict bedrijf, automatiseringsbedrijf, servicos de ti, consultoria de ti, consultoria em ti,
      fabrica de software, it konsult, it konsultbolag, it konsulter, it tjanster, it konsulenthus, it konsulent, it tjenester, it konsulentselskap,
      it palvelut, it konsultointi, usługi it, firma it, usługi informatyczne, it sluzby, it poradenstvi, bt hizmetleri, bilisim hizmetleri
    `,
  },
  {
    name: 'engineering services',
    within: ['professional services'],
    terms: `
      engineering services, engineering consultancy, engineering consulting, consulting engineers, engineering firm, engineering company,
      engineering office, structural engineering, design engineering services, geotechnical engineering, surveying and mapping services, surveying,
      land surveyor, epc contractor, ingenieurburo, -ingenieurburo, ingenieurdienstleistungen, ingenieurgesellschaft, planungsburo, fachplaner,
      entwicklungsdienstleister, vermessungsburo, ingenieurdienstleister, bureau d etudes, bureau d ingenierie, societe d ingenierie, ingenierie,
      bureaux d etudes, geometre expert, empresa de ingenieria, servicios de ingenieria, ingenieria, consultoria de ingenieria, topografia,
      societa di ingegneria, studio di ingegneria, servizi di ingegneria, ingenieursbureau, -ingenieursbureau, advies en ingenieursbureau,
      ingenieurs en adviesbureau, empresa de engenharia, servicos de engenharia, projetos de engenharia, teknikkonsult, teknikkonsulter,
      ingenjorsbyra, radgivende ingeniører, radgivende ingenjorer, radgivende ingeniør, ingeniørfirma, insinooritoimisto, -insinooritoimisto,
      suunnittelutoimisto, biuro inzynierskie, projektova kancelar, inzenyring, inzenyrska cinnost, muhendislik
    `,
  },
  {
    name: 'testing and certification',
    within: ['professional services'],
    terms: `
      testing inspection and certification, testing laboratories, testing laboratory, certification body, inspection body, tic industry,
      conformity assessment, calibration laboratory, technical inspection, quality assurance laboratory, tuv, prufgesellschaft, pruflabor,
      zertifizierungsstelle, zertifizierungsgesellschaft, prufinstitut, sachverstandigenorganisation, organisme de certification, bureau de controle,
      laboratoire d essais, certificadora, entidad de certificacion, inspeccion tecnica, laboratorio de ensayos, ente di certificazione,
      laboratorio di prova, organismo di certificazione, certificerende instelling, keuringsinstantie, testlaboratorium, organismo de certificacao,
      laboratorio de ensaios, certifieringsorgan, provningslaboratorium, jednostka certyfikujaca, certifikacni organ, zkusebna, belgelendirme,
      gozetim ve belgelendirme
    `,
  },
  {
    name: 'accounting and audit firms',
    within: ['professional services'],
    labels: `
      accounting, accountancy, audit, tax, steuern, contabilidad, contabilidade, contabilita, comptabilite, redovisning, regnskap, auditing
    `,
    terms: `
      accounting firm, accountancy firm, accountancy practice, accounting practice, public accounting, audit firm, audit and advisory, tax advisory,
      tax advisory firm, tax consultancy, tax firm, chartered accountants, certified public accountants, cpa firm, bookkeeping firm,
      bookkeeping services, accounting services, big four, big 4, wirtschaftsprufungsgesellschaft, wirtschaftsprufung, wirtschaftspruferkanzlei,
      steuerberatung, steuerkanzlei, -steuerberatung, steuerberatungsgesellschaft, steuerberater, treuhand, -treuhand, treuhandgesellschaft,
      buchhaltungsburo, cabinet d expertise comptable, cabinets d expertise comptable, expertise comptable, cabinet comptable, cabinet d audit,
      commissariat aux comptes, fiduciaire, despacho contable, asesoria fiscal, asesoria contable, gestoria, firma de auditoria, auditoras,
      auditoria y consultoria, despacho de auditores, studio commercialista, societa di revisione, commercialisti, studio di commercialisti,
      consulenza fiscale, accountantskantoor, accountantskantoren, belastingadvies, belastingadviseurs, administratiekantoor,
      accountants en adviseurs, escritorio de contabilidade, escritorio contabil, contabilidade e auditoria, empresa de auditoria, redovisningsbyra,
      redovisningsbyraer, revisionsbyra, revisionsbolag, redovisningsforetag, revisionsfirma, revisionshus, revisorfirma, bogholderifirma,
      regnskapsbyra, regnskapskontor, revisjonsselskap, revisjonsfirma, tilitoimisto, tilintarkastusyhtio, tilitoimistot, biuro rachunkowe,
      biura rachunkowe, firma audytorska, doradztwo podatkowe, ucetni firma, ucetni kancelar, danove poradenstvi, auditorska spolecnost,
      mali musavirlik, muhasebe burosu, bagımsız denetim
    `,
  },
  {
    name: 'law firms',
    within: ['professional services'],
    labels: 'legal, law, recht, droit, jura, juridico, legale, avocats',
    terms: `
      law firm, law practice, law office, law chambers, legal services, legal services firm, solicitors, barristers, barristers chambers,
      attorneys at law, notary, notaries, patent attorneys, patent law firm, legal industry, alternative legal services, kanzlei, kanzleien, -kanzlei,
      anwaltskanzlei, anwaltskanzleien, rechtsanwaltskanzlei, rechtsanwalte, rechtsanwaltsgesellschaft, wirtschaftskanzlei, sozietat, notariat, notar,
      patentanwalte, patentanwaltskanzlei, rechtsberatung, cabinets d avocats, cabinet d avocat, avocats associes, notaire, office notarial,
      etude notariale, huissiers, despacho de abogados, despachos de abogados, bufete, bufete de abogados, abogados, notaria, servicios juridicos,
      servicios legales, studio legale, studi legali, avvocati, studio notarile, notai, servizi legali, advocatenkantoor, advocatenkantoren,
      advocaten, advocatuur, notariskantoor, notarissen, juridische dienstverlening, escritorio de advocacia, escritorios de advocacia,
      sociedade de advogados, advocacia, advogados, cartorio, advokatbyra, advokatbyraer, -advokatbyra, advokatfirma, advokatfirman, advokatbyran,
      juristbyra, advokathus, advokatkontor, advokatfirmaet, advokater, asianajotoimisto, -asianajotoimisto, asianajotoimistot, lakitoimisto,
      kancelaria prawna, kancelarie prawne, kancelaria adwokacka, kancelaria radcow prawnych, kancelaria, adwokaci, advokatni kancelar, pravni sluzby,
      pravni kancelar, notarska kancelar, hukuk burosu, avukatlık, avukatlık ortaklıgı, milbank
    `,
  },
  {
    name: 'staffing',
    within: [],
    labels: 'recruiting, recruitment, human resources, hr, personnel',
    terms: `
      staffing, staffing and recruiting, staffing company, staffing agency, staffing agencies, temporary staffing, temporary help services,
      temp agency, recruitment agency, recruitment agencies, recruitment firm, recruitment company, recruiting agency, recruiting firm,
      recruitment consultancy, recruitment industry, employment services, employment agency, human resources services, contract staffing,
      professional employer organization, rpo, outplacement, payroll services, payroll provider, personaldienstleister, personaldienstleistung,
      personaldienstleistungen, zeitarbeit, zeitarbeitsfirma, arbeitnehmeruberlassung, personalvermittlung, personalvermittler, personalservice,
      jobvermittlung, cabinet de recrutement, cabinets de recrutement, agence d interim, travail temporaire, agence d emploi,
      empresa de trabajo temporal, trabajo temporal, empresa de seleccion, seleccion de personal, consultora de seleccion, agenzia per il lavoro,
      agenzie per il lavoro, somministrazione di lavoro, agenzia di selezione, ricerca e selezione, uitzendbureau, detachering, detacheringsbureau,
      wervings en selectiebureau, werving en selectie, payrolling, empresa de recrutamento, trabalho temporario, recrutamento e selecao,
      agencia de emprego, bemanning, bemanningsforetag, bemanningsbolag, rekryteringsforetag, rekryteringsbolag, vikarbureau, rekrutteringsbureau,
      bemanningsselskap, bemanningsbyra, rekrutteringsselskap, rekrutteringsbyra, henkilostopalvelut, henkilostovuokraus, rekrytointiyritys,
      agencja pracy, agencja pracy tymczasowej, agencja rekrutacyjna, agencje rekrutacyjne, personalni agentura, agentura prace, istihdam burosu,
      insan kaynakları danısmanlık, societe d interim, entreprise d interim
    `,
  },
  {
    name: 'executive search',
    within: ['staffing'],
    terms: `
      executive search, executive search services, executive search firm, headhunter, headhunting, search firm, personalberatung, personalberater,
      -personalberatung, chasseur de tetes, chasse de tetes, cazatalentos, busqueda de directivos, cacciatori di teste, ricerca dirigenti,
      executive searchbureau, recrutamento executivo, chefsrekrytering, lederrekruttering, suorahaku, johdon suorahaku,
      rekrutacja kadry zarzadzajacej, ust duzey yonetici arama
    `,
  },
  {
    name: 'training and coaching',
    within: ['Consulting'],
    terms: `
      professional training and coaching, coaching firm, coaching company, coaching business, coaching practice, executive coaching,
      leadership coaching, business coaching, life coaching, corporate training, training provider, training company, training firm,
      leadership training, leadership development firm, coaching und training, training und coaching, trainingsanbieter, trainingsinstitut,
      seminaranbieter, weiterbildungsanbieter, cabinet de coaching, organisme de formation, organismes de formation, formation en entreprise,
      empresa de formacion, formacion para empresas, formacion in company, societa di formazione, formazione aziendale, ente di formazione,
      trainingsbureau, opleidingsbureau, opleider, treinamento corporativo, treinamento empresarial, formacao empresarial, utbildningsforetag,
      ledarskapsutbildning, kursusudbyder, kursusvirksomhed, kursleverandør, valmennusyritys, firma szkoleniowa, szkolenia dla firm,
      skolici spolecnost, vzdelavaci agentura, kurumsal egitim
    `,
  },
  {
    name: 'outsourcing and call centres',
    within: ['professional services'],
    terms: `
      outsourcing and offshoring consulting, outsourcing offshoring, bpo, business process outsourcing, outsourcing provider, contact center,
      contact centre, call center, call centre, telephone call centers, collection agencies, debt collection, shared services provider,
      customer experience outsourcing, office administration, callcenter, inkasso, inkassounternehmen, centre d appels, centres d appels,
      centre de contact, recouvrement de creances, externalisation, centro de llamadas, centro de contacto, recobro, centro contatti,
      recupero crediti, klantcontactcentrum, incassobureau, central de atendimento, centro de contacto telefonico, kundservicebolag, inkassobolag,
      inkassoselskab, inkassoselskap, perintatoimisto, yhteyskeskus, firma windykacyjna, centrum obsługi, inkasni agentura, cagrı merkezi
    `,
  },
  {
    name: 'translation services',
    within: ['professional services'],
    terms: `
      translation and localization, translation agency, translation company, translation services, localization company, language services,
      language service provider, interpreting services, ubersetzungsburo, ubersetzungsagentur, ubersetzungsdienst, sprachdienstleister,
      agence de traduction, services linguistiques, agencia de traduccion, servicios linguisticos, agenzia di traduzione, agenzia di traduzioni,
      servizi linguistici, vertaalbureau, agencia de traducao, oversattningsbyra, oversættelsesbureau, oversettelsesbyra, kaannostoimisto,
      biuro tłumaczen, prekladatelska agentura, ceviri burosu, tercume burosu
    `,
  },
  {
    name: 'coworking and offices',
    within: ['real estate'],
    terms: `
      coworking, co working, coworking space, coworking operator, flexible office, flexible workspace, flex office, serviced office, business centre,
      business center, bureaux partages, centre d affaires, espacios de coworking, centro de negocios, spazi di coworking, flexplekken,
      kantoorverhuur, escritorios compartilhados, kontorshotell, kontorhotel, kontorfællesskab, biura serwisowane, sdilene kancelare, hazır ofis
    `,
  },
  {
    name: 'equipment rental',
    within: [],
    terms: `
      equipment rental, equipment rental services, commercial and industrial equipment rental, consumer goods rental, tool hire, plant hire,
      construction equipment rental, equipment hire, machine rental, baumaschinenvermietung, maschinenvermietung, arbeitsbuhnenvermietung,
      mietservice, location de materiel, loueur de materiel, location d engins, alquiler de maquinaria, alquiler de equipos, noleggio attrezzature,
      noleggio macchinari, materieelverhuur, machineverhuur, verhuurbedrijf, locacao de equipamentos, aluguer de equipamentos, maskinuthyrning,
      materieludlejning, maskinutleie, konevuokraus, konevuokraamo, wynajem maszyn, wynajem sprzetu, pujcovna stroju, makine kiralama
    `,
  },
  {
    name: 'security and investigations',
    within: [],
    terms: `
      security and investigations, security guards and patrol services, security guards, security guard services, guarding company, guarding services,
      manned guarding, private security, security services, security company, security systems services, alarm systems, alarm company,
      investigation services, private investigator, detective agency, cash in transit, locksmith, sicherheitsdienst, sicherheitsdienste,
      sicherheitsdienstleister, sicherheitsunternehmen, wachdienst, werkschutz, detektei, objektschutz, bewachung, geldtransport,
      wach und sicherheitsdienst, securite privee, gardiennage, societe de securite, surveillance humaine, agence de detectives, telesurveillance,
      seguridad privada, vigilancia privada, empresa de seguridad, agencia de detectives, vigilancia y seguridad, vigilanza privata,
      istituto di vigilanza, sicurezza privata, agenzia investigativa, beveiligingsbedrijf, particuliere beveiliging, bewakingsdienst,
      recherchebureau, seguranca privada, vigilancia patrimonial, empresa de seguranca, transporte de valores, bevakningsforetag, bevakningsbolag,
      vaktbolag, sikkerhedsvagter, vagtselskab, vagtvirksomhed, vaktselskap, vekterselskap, vartiointi, vartiointiliike, turvallisuusala,
      agencja ochrony, firma ochroniarska, ochrona mienia, bezpecnostni agentura, ostraha, ozel guvenlik, guvenlik hizmetleri
    `,
  },
];
