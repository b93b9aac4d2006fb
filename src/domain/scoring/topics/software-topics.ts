import type { IndustryTopic } from './industry-topic.ts';

/** Software and its kinds. A vendor stands with software, not with the industry that it serves. */
export const SOFTWARE_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'software',
    within: ['SaaS'],
    labels: `
      tech, technology, technologie, tecnologia, information technology, internet, informatik, informatique, cloud, logiciel, teknik, technologia
    `,
    terms: `
      software company, software companies, software development, software vendor, software publisher, software house, software product company,
      software business, software startup, software industry, software provider, computer software, software products, enterprise software,
      business software, saas, b2b saas, saas company, saas platform, software as a service, vertical software, vertical saas, isv,
      independent software vendor, technology information and internet, technology information and media, desktop computing software products,
      mobile computing software products, embedded software products, erp, erp software, erp vendor, low code, no code, developer tools, devtools,
      open source software, softwareunternehmen, softwarehersteller, softwareanbieter, softwarehaus, softwareentwicklung, softwarebranche, -software,
      editeur de logiciel, editeurs de logiciels, editeur saas, edition de logiciels, editeur logiciel, desarrollo de software, empresa de software,
      fabricante de software, sviluppo software, software house italiana, azienda software, produttore di software, softwarebedrijf,
      softwareontwikkeling, softwareleverancier, desenvolvimento de software, empresa de software brasileira, mjukvara, mjukvarubolag,
      programvarubolag, programvaruforetag, softwarevirksomhed, softwarehus, programvareselskap, programvare, ohjelmistoyritys, ohjelmistot,
      ohjelmistoala, ohjelmistotalo, producent oprogramowania, oprogramowanie, firma programistyczna, softwarova firma, vyvoj softwaru,
      vyvoj software, yazılım, yazilim
    `,
  },
  {
    name: 'HR software',
    within: ['software', 'HRTech'],
    terms: `
      hr tech, hrtech, hr software, hr technology, hr saas, hr platform, hcm software, human capital management software, hris, people platform,
      talent platform, talent management software, recruiting software, recruitment software, recruitment technology, applicant tracking,
      applicant tracking system, payroll software, payroll platform, workforce management software, job board, employee engagement platform,
      employee experience platform, employee benefits platform, worktech, hr softwareanbieter, personalsoftware, lohnsoftware, bewerbermanagement,
      jobborse, stellenborse, sirh, logiciel rh, logiciels rh, logiciel de paie, plateforme rh, software de rrhh, software de recursos humanos,
      portal de empleo, software hr, software risorse umane, software paghe, hr softwarebedrijf, salarissoftware, software de rh, plataforma de rh,
      software de folha de pagamento, hr system, lonesystem, rekryteringssystem, hr systemer, lønsystem, lønnssystem, hr jarjestelma, system hr,
      system kadrowo płacowy, hr portal, insan kaynakları yazılımı, ik yazılımı
    `,
  },
  {
    name: 'finance software',
    within: ['software', 'Fintech'],
    terms: `
      accounting software, finance software, financial software, fintech software, cfo software, fp and a software, billing software,
      invoicing software, spend management, expense management, expense management software, accounts payable automation,
      accounts receivable automation, treasury software, tax software, procure to pay software, subscription billing, banking software, core banking,
      core banking software, software for banks, bookkeeping software, buchhaltungssoftware, finanzsoftware, rechnungssoftware, bankensoftware,
      kernbankensystem, logiciel comptable, logiciel de comptabilite, logiciel de facturation, logiciel de gestion financiere, logiciel bancaire,
      software contable, software de facturacion, software financiero, software bancario, software di contabilita, software contabilita,
      fatturazione elettronica, software gestionale contabile, boekhoudsoftware, facturatiesoftware, financiele software, software de contabilidade,
      software financeiro, sistema financeiro erp, ekonomisystem, bokforingsprogram, regnskabsprogram, økonomisystem, regnskapsprogram,
      regnskapssystem, taloushallinto ohjelmisto, oprogramowanie finansowo ksiegowe, ucetni software, ekonomicky software, muhasebe yazılımı,
      on muhasebe programı
    `,
  },
  {
    name: 'sales and CRM software',
    within: ['software'],
    terms: `
      crm software, crm platform, crm vendor, sales software, sales tech, salestech, sales technology, sales engagement platform,
      sales enablement platform, sales intelligence, revenue intelligence, revops software, cpq software, customer success software,
      customer service software, customer support software, helpdesk software, contact center software, ccaas, conversational platform,
      vertriebssoftware, crm anbieter, crm systeme, kundenservice software, logiciel crm, editeur crm, logiciel de vente, logiciel commercial,
      software crm, software de ventas, software vendite, crm systeem, verkoopsoftware, software de vendas, plataforma de vendas, crm system,
      saljverktyg, salgsverktøj, myyntiohjelmisto, system crm, crm systemy, crm yazılımı
    `,
  },
  {
    name: 'marketing technology',
    within: ['software', 'MarTech'],
    terms: `
      martech, mar tech, marketing technology, marketing tech, marketing software, marketing platform, marketing automation,
      marketing automation software, email marketing platform, email marketing software, customer data platform, seo software, social media software,
      social media management platform, adtech, ad tech, advertising technology, programmatic advertising, programmatic, demand side platform,
      affiliate network, affiliate platform, loyalty platform, customer engagement platform, marketing saas, werbetechnologie, marketingplattform,
      marketingsoftware, marketing automatisierung, logiciel marketing, plateforme marketing, automatisation marketing, technologie publicitaire,
      software de marketing, automatizacion de marketing, tecnologia publicitaria, software marketing, piattaforma di marketing, marketingtechnologie,
      automacao de marketing, plataforma de marketing, marknadsforingsteknik, marketing automation verktyg, markkinointiteknologia,
      technologie marketingowe, marketingove technologie, pazarlama teknolojileri
    `,
  },
  {
    name: 'legal technology',
    within: ['software'],
    terms: `
      legal tech, legaltech, lawtech, legal technology, legal software, law firm software, software for law firms, contract management software,
      contract lifecycle management, e discovery, ediscovery, compliance software, governance risk and compliance software, grc software,
      privacy software, e signature, esignature, electronic signature, kanzleisoftware, anwaltssoftware, vertragsmanagement software, rechtssoftware,
      compliance plattform, logiciel juridique, logiciel pour avocats, signature electronique, software juridico, software legal, firma electronica,
      software para abogados, software legale, software per avvocati, firma digitale, juridische software, advocatensoftware, software para advogados,
      assinatura eletronica, juridisk teknik, system dla kancelarii, hukuk teknolojileri
    `,
  },
  {
    name: 'supply chain software',
    within: ['software'],
    terms: `
      supply chain software, supply chain technology, supply chain tech, supply chain platform, supply chain planning software, logistics software,
      logistics tech, logistics technology, logtech, freight tech, freighttech, transport management system, transport management software,
      transportation management system, tms software, warehouse management system, warehouse management software, wms software,
      fleet management software, telematics, route optimization, shipping software, visibility platform, procurement software, procurement platform,
      procuretech, e procurement, sourcing platform, inventory management software, digital freight platform, logistiksoftware, logistik software,
      speditionssoftware, lagerverwaltungssoftware, supply chain plattform, beschaffungssoftware, einkaufssoftware, logiciel logistique,
      logiciels logistiques, logiciel supply chain, logiciel transport, logiciel achats, software logistico, software de logistica,
      software de transporte, software de compras, software logistica, software per la logistica, software supply chain, logistieke software,
      transportsoftware, inkoopsoftware, software para logistica, software de compras publicas, logistiksystem, transportsystem mjukvara,
      logistikksystem, logistiikkaohjelmisto, system tms, system wms, oprogramowanie logistyczne, logisticky software, lojistik yazılımı,
      hospital supply chain software
    `,
  },
  {
    name: 'health IT',
    within: ['software'],
    terms: `
      health it, healthcare it, healthcare software, health software, medical software, health information technology, hospital software,
      hospital information system, clinical software, electronic health records, ehr, emr, practice management software, medical practice software,
      patient engagement platform, software for hospitals, software for clinics, dental software, pharmacy software, revenue cycle management,
      krankenhausinformationssystem, krankenhaussoftware, praxissoftware, medizinsoftware, arztsoftware, pflegesoftware, logiciel medical,
      logiciels medicaux, logiciel hospitalier, editeur de logiciels de sante, software medico, software sanitario, software hospitalario,
      software ospedaliero, software sanitari, zorgsoftware, zorg ict, ziekenhuissoftware, elektronisch patientendossier, software hospitalar,
      software para clinicas, journalsystem, vardsystem, patientjournal system, potilastietojarjestelma, oprogramowanie medyczne, systemy szpitalne,
      zdravotnicky software, nemocnicni informacni system, hastane bilgi sistemi, saglık bilisimi
    `,
  },
  {
    name: 'construction technology',
    within: ['software', 'PropTech'],
    terms: `
      construction tech, contech, construction technology, construction software, construction management software, bim software,
      building information modeling, software for construction, bausoftware, bau software, baumanagement software, logiciel btp, logiciel de chantier,
      logiciels pour le batiment, software de construccion, software para construccion, software edilizia, software per l edilizia, bouwsoftware,
      software para construcao, software para construcao civil, byggsystem mjukvara, rakennusalan ohjelmisto, oprogramowanie budowlane,
      stavebni software, insaat yazılımı
    `,
  },
  {
    name: 'property technology',
    within: ['software', 'PropTech'],
    terms: `
      proptech, prop tech, property technology, property tech, real estate technology, real estate tech, real estate software, real estate platform,
      property platform, property portal, property management software, facility management software, smart building, building management software,
      estate agency software, cafm software, immobiliensoftware, immobilienportal, immobilienplattform, hausverwaltungssoftware, makler software,
      maklersoftware, logiciel immobilier, portail immobilier, plateforme immobiliere, technologie immobiliere, portal inmobiliario,
      software inmobiliario, plataforma inmobiliaria, portale immobiliare, software immobiliare, piattaforma immobiliare, vastgoedsoftware,
      vastgoedplatform, woningplatform, plataforma imobiliaria, portal imobiliario, fastighetssystem, bostadsportal, ejendomsportal, boligportal,
      boligplattform, kiinteistoteknologia, portal nieruchomosci, realitni portal, emlak portalı, gayrimenkul teknolojileri
    `,
  },
  {
    name: 'travel and hospitality technology',
    within: ['software'],
    terms: `
      travel tech, traveltech, travel technology, travel software, hotel software, hotel tech, hoteltech, hotel technology, hospitality tech,
      hospitality technology, hospitality software, property management system, hotel property management system, booking engine,
      hotel booking engine, channel manager, hotel distribution technology, revenue management software, revenue management system,
      software for hotels, restaurant software, restaurant tech, restaurant technology, restaurant pos, pos software for restaurants,
      campsite software, vacation rental software, event software, event technology, event tech, ticketing software, airline software,
      airport software, hotelsoftware, gastrosoftware, kassensystem gastronomie, reisetechnologie, software fur hotels, logiciel hotelier,
      logiciel hotel, logiciels pour hotels, logiciel de caisse restaurant, logiciel restauration, software hotelero, software para hoteles,
      software para restaurantes, software alberghiero, software per hotel, gestionale hotel, software per ristoranti, hotel softwarebedrijf,
      horeca software, kassasysteem horeca, software hoteleiro, software para hotelaria, hotellsystem, restaurangsystem, hotelsystem,
      restaurant kassesystem, hotellijarjestelma, system hotelowy, oprogramowanie dla hoteli, hotelovy system, hotelovy software, otel yazılımı,
      otel otomasyonu
    `,
  },
  {
    name: 'retail and e-commerce technology',
    within: ['software'],
    terms: `
      retail tech, retailtech, retail technology, retail software, pos software, point of sale software, e commerce software, ecommerce software,
      e commerce platform provider, ecommerce platform provider, ecommerce tech, ecommerce technology, commerce platform, headless commerce,
      product information management, pim software, shop software, shopsoftware, marketplace software, pricing software, retail analytics,
      kassensoftware, e commerce software anbieter, warenwirtschaft, warenwirtschaftssystem, logiciel retail, logiciel de caisse, solution e commerce,
      logiciel e commerce, software para retail, software tpv, software de comercio electronico, plataforma ecommerce, software per il retail,
      piattaforma ecommerce, software e commerce, kassasoftware, webshop software, software para varejo, plataforma de e commerce, butikssystem,
      kassasystem, butikksystem, kassajarjestelma, oprogramowanie dla handlu, oprogramowanie sklepowe, pokladni system, e ticaret altyapısı,
      perakende yazılımı
    `,
  },
  {
    name: 'energy and climate software',
    within: ['software', 'CleanTech'],
    terms: `
      energy software, energy tech, energytech, energy management software, utility software, utilities software, grid software, virtual power plant,
      carbon accounting, carbon accounting software, carbon management platform, esg software, esg platform, sustainability software,
      climate software, ev charging software, energiesoftware, energiemanagement software, software fur energieversorger, virtuelles kraftwerk,
      nachhaltigkeitssoftware, logiciel energie, logiciel bilan carbone, comptabilite carbone, software energetico, software de sostenibilidad,
      software energia, software di sostenibilita, energie software, duurzaamheidssoftware, software de energia, energisystem mjukvara,
      energiaohjelmisto, oprogramowanie dla energetyki, energeticky software, enerji yazılımı
    `,
  },
  {
    name: 'industrial software',
    within: ['software'],
    terms: `
      industrial software, industrial iot, iiot, industry 4 0, internet of things, iot, iot platform, iot company, smart factory software,
      manufacturing software, manufacturing execution system, mes software, product lifecycle management, plm software, cad software, cam software,
      simulation software, digital twin, predictive maintenance, maintenance software, cmms software, quality management software,
      automotive software, software defined vehicle, industriesoftware, fertigungssoftware, industrie 4 0, digitaler zwilling, internet der dinge,
      instandhaltungssoftware, logiciel industriel, logiciels industriels, jumeau numerique, gmao, industrie du futur, software industrial,
      industria 4 0, internet de las cosas, gemelo digital, software industriale, software per l industria, industriele software,
      software voor industrie, software industriale mes, industrimjukvara, sakernas internet, digital tvilling, teollinen internet,
      oprogramowanie przemysłowe, przemysł 4 0, prumyslovy software, prumysl 4 0, endustri 4 0, nesnelerin interneti
    `,
  },
  {
    name: 'data and analytics platforms',
    within: ['software'],
    labels: 'data, analytics, big data, daten',
    terms: `
      data platform, data analytics company, data analytics platform, analytics platform, analytics software, data company,
      business intelligence platforms, business intelligence software, bi software, big data company, data warehouse vendor, data infrastructure,
      data integration platform, data management software, data observability, process mining, data provider, datenplattform, analytics plattform,
      datenanbieter, bi anbieter, plateforme de donnees, plateforme data, plateforme analytique, plataforma de datos, plataforma analitica,
      empresa de datos, piattaforma dati, piattaforma di analisi, piattaforma di analytics, dataplatform, databedrijf, plataforma de dados,
      plataforma de analytics, empresa de dados, dataplattform, analysplattform, data alusta, platforma danych, platforma analityczna,
      datova platforma, veri platformu, veri analitigi
    `,
  },
  {
    name: 'collaboration software',
    within: ['software'],
    terms: `
      collaboration software, collaboration platform, productivity software, project management software, work management platform, workflow software,
      workflow automation software, document management software, intranet software, communication software, communications platform,
      unified communications, ucaas, cpaas, video conferencing, knowledge management software, kollaborationssoftware, projektmanagement software,
      dokumentenmanagement, intranet anbieter, logiciel collaboratif, logiciel de gestion de projet, gestion electronique de documents,
      software de colaboracion, software de gestion de proyectos, gestion documental, software collaborativo, gestione documentale,
      samenwerkingssoftware, projectmanagement software, documentbeheer software, software de colaboracao, gestao de documentos, gestao documental,
      dokumenthantering, obieg dokumentow, sprava dokumentu, belge yonetimi
    `,
  },
  {
    name: 'government technology',
    within: ['software'],
    terms: `
      govtech, gov tech, govtech company, public sector software, government software, government technology, software for municipalities,
      software for local government, civic tech, civictech, verwaltungssoftware, software fur kommunen, kommunalsoftware, e government losungen,
      logiciel pour collectivites, logiciels pour collectivites, software para ayuntamientos, software para administraciones publicas,
      software per la pubblica amministrazione, software voor gemeenten, overheidssoftware, software para prefeituras, software para governo,
      kommunsystem, offentlig sektor mjukvara, julkishallinnon ohjelmistot, oprogramowanie dla samorzadow, software pro obce, kamu yazılımı
    `,
  },
  {
    name: 'education technology',
    within: ['EdTech'],
    terms: `
      edtech, ed tech, edtech company, education technology, educational technology, education software, educational software, e learning, elearning,
      e learning providers, online learning, online courses, online education, digital learning, learning platform, learning technology,
      learning management system, lms, virtual classroom, mooc, language learning app, online tutoring, school software, student information system,
      bildungstechnologie, lernplattform, lernsoftware, digitale bildung, digitales lernen, online kurse, online akademie, schulsoftware,
      apprentissage en ligne, formation en ligne, plateforme d apprentissage, plateforme de formation, technologie educative, tecnologia educativa,
      formacion online, plataforma educativa, plataforma de formacion, cursos online, formazione online, piattaforma e learning,
      piattaforma di formazione, corsi online, tecnologia educacional, ensino online, plataforma de ensino, ensino a distancia, educacao online,
      online leren, leerplatform, online cursussen, onderwijssoftware, onderwijstechnologie, larplattform, digitalt larande, utbildningsteknik,
      digital læring, læringsplatform, læringsplattform, nettkurs, oppimisalusta, verkko oppiminen, koulutusteknologia, platforma edukacyjna,
      platforma e learningowa, szkolenia online, kursy online, vzdelavaci platforma, online vzdelavani, online kurzy, online egitim,
      egitim teknolojileri
    `,
  },
];
