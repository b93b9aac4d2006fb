import type { IndustryTopic } from './industry-topic.ts';

/** Moving goods and people. */
export const TRANSPORT_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'transport and logistics',
    within: [],
    labels: 'transport, transportation, trasporti, transporte, kuljetus, doprava',
    terms: `
      transportation logistics supply chain and storage, transportation and logistics, transport and logistics, transportation company,
      transport company, transport companies, transport sector, transport industry, transportation industry, transportation trucking railroad,
      transportunternehmen, transportgewerbe, transport und logistik, verkehrsunternehmen, verkehr und logistik, entreprise de transport,
      transport et logistique, transports et logistique, empresa de transporte, transporte y logistica, azienda di trasporti, trasporti e logistica,
      transportbedrijf, transport en logistiek, transportsector, transporte e logistica, transportes e logistica, transportforetag,
      transport och logistik, transport og logistik, transport og logistikk, kuljetus ja logistiikka, transport i logistyka, doprava a logistika,
      tasımacılık, ulastırma
    `,
  },
  {
    name: 'logistics',
    within: ['transport and logistics'],
    terms: `
      logistics, logistics company, logistics companies, logistics provider, logistics service provider, third party logistics, 3pl, 4pl, lsp,
      logistics and supply chain, contract logistics, logistics services, logistics group, supply chain services, logistik, -logistik,
      logistikunternehmen, logistikdienstleister, logistikdienstleistungen, kontraktlogistik, logistikbranche, logistique, prestataire logistique,
      operateur logistique, prestataires logistiques, logistica, operador logistico, operadores logisticos, empresa de logistica, operatore logistico,
      servizi logistici, logistiek, logistiek dienstverlener, logistieke dienstverlening, logistiekbedrijf, logistikforetag, tredjepartslogistik,
      logistikvirksomhed, logistikk, logistikkselskap, logistiikka, logistiikkayritys, logistyka, operator logistyczny, logistika,
      logisticka spolecnost, lojistik
    `,
  },
  {
    name: 'freight forwarding',
    within: ['logistics'],
    terms: `
      freight forwarding, freight forwarder, freight and package transportation, freight transportation, freight broker, freight brokerage,
      freight company, forwarding company, forwarder, customs brokerage, customs broker, customs agent, project cargo, spedition, speditionen,
      -spedition, -speditionen, spediteur, speditionsunternehmen, internationale spedition, zollagentur, commissionnaire de transport,
      commissionnaires de transport, transitaire, commission de transport, affretement, affreteur, transitario, agente de aduanas, agencia de aduanas,
      agencia de carga, casa di spedizioni, spedizioniere, spedizionieri, spedizioni internazionali, agenzia doganale, expediteur, expeditiebedrijf,
      expeditie, douane expediteur, agente de cargas, despachante aduaneiro, transitarios e cargas, speditionsforetag, speditor, speditør,
      speditionsfirma, spedisjon, huolinta, huolintaliike, huolitsija, spedycja, spedycyjna, firma spedycyjna, agencja celna, spedice, spedicni,
      zasilatelstvi, nakliye komisyoncusu, gumruk musavirligi
    `,
  },
  {
    name: 'road haulage',
    within: ['logistics'],
    terms: `
      trucking, truck transportation, trucking company, haulage, haulier, haulage company, road haulage, road freight, road transport,
      carrier company, moving company, removals company, guterkraftverkehr, -transporte, straßenguterverkehr, strassentransport, umzugsunternehmen,
      umzuge, fuhrunternehmen, frachtfuhrer, transport routier, transporteur routier, transporteur, transports routiers, demenagement, demenageur,
      transporte por carretera, transporte de mercancias, transportista, camiones transporte, mudanzas, autotrasporti, autotrasporto,
      trasporto su strada, autotrasportatore, traslochi, wegtransport, wegvervoer, transporteurs over de weg, vrachtvervoer, verhuisbedrijf,
      transporte rodoviario, transportadora, transportes rodoviarios, mudancas, akeri, -akeri, vagtransport, akeriforetag, vognmand, vognmandsfirma,
      vejtransport, transportsentral, veitransport, kuljetusliike, -kuljetus, maantiekuljetus, transport drogowy, firma transportowa, przewoznik,
      przeprowadzki, nakladni doprava, silnicni doprava, autodoprava, nakliyat, kara tasımacılıgı
    `,
  },
  {
    name: 'rail freight and operators',
    within: ['transport and logistics'],
    terms: `
      rail transportation, rail freight, railroad, railway, railway company, rail operator, railway operator, train operator, train operating company,
      rail cargo, rail infrastructure, intermodal, eisenbahn, bahn, eisenbahnverkehr, eisenbahnunternehmen, bahnunternehmen, schienenguterverkehr,
      guterbahn, bundesbahn, staatsbahn, chemin de fer, chemins de fer, ferroviaire, fret ferroviaire, operateur ferroviaire, ferrocarril,
      ferrocarriles, ferroviario, operador ferroviario, ferrovia, ferrovie, trasporto ferroviario, spoorwegen, spoorvervoer,
      goederenvervoer per spoor, spoorwegmaatschappij, caminhos de ferro, transporte ferroviario, jarnvag, jarnvagsoperator, tagoperator, jernbane,
      togoperatør, jernbanen, rautatie, rautatiet, kolej, kolejowy, koleje, przewozy kolejowe, zeleznice, zeleznicni, drahy, demiryolu, demiryolları
    `,
  },
  {
    name: 'air cargo',
    within: ['logistics'],
    terms: `
      air cargo, air freight, airfreight, cargo airline, air cargo carrier, luftfracht, fret aerien, carga aerea, cargo aereo, trasporto aereo merci,
      luchtvracht, flygfrakt, luftfragt, luftfrakt, lentorahti, fracht lotniczy, letecka nakladni doprava, hava kargo
    `,
  },
  {
    name: 'shipping',
    within: ['logistics'],
    labels: 'shipping, versand',
    terms: `
      maritime, maritime transportation, shipping company, shipping companies, shipping line, container line, container shipping, ocean carrier,
      sea freight, ocean freight, shipowner, ship owner, ship operator, ship management, ship broker, shipbroking, tanker operator, bulk carrier,
      inland shipping, ferry operator, ferries, towage, seafreight, reederei, reedereien, -reederei, schifffahrt, -schifffahrt, seeschifffahrt,
      containerschifffahrt, seefracht, binnenschifffahrt, schiffsmakler, armateur, compagnie maritime, transport maritime, transporteur maritime,
      compagnies maritimes, naviera, armador, armadores, transporte maritimo, compania naviera, compagnia di navigazione, armatore, armatori,
      trasporto marittimo, navigazione, shipping agency, rederij, rederijen, scheepvaart, zeevaart, binnenvaart, zeevracht, companhia de navegacao,
      navegacao maritima, rederi, -rederi, rederier, rederiet, sjofart, sjofartsforetag, skibsfart, shippingselskab, skipsfart, skipsrederi,
      varustamo, merenkulku, laivayhtio, armator, zegluga, zeglugowa, namorni doprava, rejdarstvi, denizcilik, gemi isletmeciligi, deniz tasımacılıgı,
      maritime industry, ocean shipping
    `,
  },
  {
    name: 'ports and terminals',
    within: ['transport and logistics'],
    terms: `
      port authority, port operator, port terminal, container terminal, terminal operator, seaport, sea port, ports and terminals, port logistics,
      stevedore, stevedoring, hafen, hafenbetreiber, hafenbehorde, seehafen, hafenlogistik, containerterminal, port maritime, grand port maritime,
      ports maritimes, manutention portuaire, autoridad portuaria, terminal portuaria, operador portuario, estiba, autorita portuale, terminalista,
      terminal portuale, operatore portuale, havenbedrijf, havens, overslag, terminal portuario, autoridade portuaria, operadora portuaria, hamn,
      hamnar, hamnbolag, havn, havne, havnevesen, satama, satamaoperaattori, -satama, port morski, terminal kontenerowy, zarzad portu, pristav, liman,
      liman isletmesi, puerto de, autoridade portuaria do, porto di
    `,
  },
  {
    name: 'parcels and last mile',
    within: ['logistics'],
    terms: `
      parcel, parcel delivery, parcel carrier, parcel company, parcel locker, last mile, last mile delivery, last mile logistics, last mile carrier,
      final mile, courier, courier service, courier company, express delivery, express and parcel, same day delivery, delivery company,
      delivery companies, freight and parcel, express carrier, paketdienst, paketdienste, paketdienstleister, kurierdienst, -kurier, kurier, kep,
      kep dienstleister, letzte meile, paketzustellung, expressdienst, paketlogistik, colis, livraison de colis, transport express, dernier kilometre,
      messagerie, coursier, livraison du dernier kilometre, paqueteria, mensajeria, ultima milla, empresa de mensajeria, transporte urgente,
      entrega de ultima milla, corrieri, corriere espresso, corrieri espressi, ultimo miglio, consegna pacchi, pakketbezorging, pakketdienst,
      koeriersdienst, koerier, pakketvervoer, pakketbezorger, encomendas, entrega expressa, entregas expresso, estafeta, ultima milha, budforetag,
      paketleverans, paketforetag, budbil, sista milen, pakkelevering, pakkedistribution, pakkeshop, budfirma, kurerfirma, hjemmelevering pakker,
      pakettipalvelut, kuriiri, kuriirit, lahettipalvelu, pakettiautomaatit, przesyłki kurierskie, firma kurierska, kurierska, paczki, paczkomaty,
      ostatnia mila, zasilkova sluzba, kuryrni sluzba, baliky, dorucovani zasilek, kargo, kurye, son kilometre
    `,
  },
  {
    name: 'postal services',
    within: ['logistics'],
    terms: `
      postal service, post office, postal operator, mail carrier, mail delivery, postdienst, postdienste, briefdienst, briefzustellung,
      postdienstleister, la poste, services postaux, servicio postal, servicios postales, correos, poste italiane, servizi postali, postbedrijf,
      postdiensten, postbezorging, correios, servicos postais, postnord, postoperator, postipalvelut, poczta, usługi pocztowe, ceska posta,
      postovni sluzby, deutsche post, osterreichische post, swiss post, royal mail
    `,
  },
  {
    name: 'warehousing and fulfilment',
    within: ['logistics'],
    labels: 'storage',
    terms: `
      warehousing, warehousing and storage, warehousing company, warehouse operator, warehouse provider, storage company, self storage, cold storage,
      cold chain, fulfillment, fulfilment, fulfillment provider, fulfilment provider, e commerce fulfillment, ecommerce fulfilment, e fulfilment,
      fulfillment company, fulfillment center, fulfilment centre, order fulfilment, lagerlogistik, lagerhaltung, lagerhaus, lagerei,
      lagerdienstleister, e commerce logistik, fulfillment dienstleister, fulfillmentdienstleister, kuhlhaus, kuhllogistik, e logistique,
      logistique e commerce, entreposage, stockage logistique, preparation de commandes, entrepot frigorifique, almacenaje,
      almacenamiento y logistica, logistica ecommerce, logistica e commerce, guardamuebles, magazzinaggio, deposito merci, logistica del freddo,
      opslag en distributie, opslagbedrijf, e fulfilment dienstverlener, warehousing en distributie, armazenagem, armazem geral, lagerhotell,
      tredjepartslager, lagring och logistik, lagerhotel, lagerhotel og logistik, varastointi, varastopalvelut, magazynowanie, usługi magazynowe,
      centrum fulfillmentu, skladovani, skladova logistika, depolama, depoculuk, antrepo
    `,
  },
  {
    name: 'public transport',
    within: ['transport and logistics'],
    terms: `
      public transport, public transit, urban transit services, transit agency, transit authority, interurban and rural bus services, bus operator,
      bus company, coach operator, school and employee bus services, shuttles and special needs transportation services,
      ground passenger transportation, mass transit, taxi and limousine services, taxi company, ride hailing, opnv, nahverkehr, verkehrsbetriebe,
      -verkehrsbetriebe, verkehrsverbund, -verkehrsverbund, verkehrsgesellschaft, busunternehmen, offentlicher nahverkehr, omnibusbetrieb,
      transport public, transports publics, transports en commun, transport urbain, autocariste, mobilite urbaine, transporte publico, autobuses,
      empresa de autobuses, transporte urbano, transporte de viajeros, transporte de pasajeros, trasporto pubblico, trasporto pubblico locale,
      autolinee, azienda trasporti, openbaar vervoer, vervoersbedrijf, busbedrijf, streekvervoer, transporte coletivo, transportes publicos,
      empresa de onibus, kollektivtrafik, lokaltrafik, bussbolag, busselskab, kollektiv trafik, kollektivtransport, busselskap, joukkoliikenne,
      linja autoyhtio, transport publiczny, komunikacja miejska, przewozy autobusowe, dopravni podnik, autobusova doprava, toplu tasıma,
      belediye otobus
    `,
  },
  {
    name: 'airlines',
    within: ['transport and logistics', 'travel and tourism'],
    terms: `
      airline, airlines and aviation, airlines aviation, air carrier, low cost carrier, business aviation, private jets, private aviation,
      passenger airline, airways, fluggesellschaft, fluggesellschaften, fluglinie, flugbetrieb, compagnie aerienne, compagnies aeriennes,
      transport aerien, aerolinea, linea aerea, lineas aereas, compania aerea, compagnia aerea, compagnie aeree, linee aeree, trasporto aereo,
      luchtvaart, luchtvaartmaatschappij, luchtvaartmaatschappijen, companhia aerea, companhias aereas, linhas aereas, aviacao civil, flygbolag,
      -flygbolag, flyselskab, flyselskap, lentoyhtio, linia lotnicza, linie lotnicze, letecka spolecnost, aerolinky, hava yolu, havayolu,
      hava yolları, havayolları
    `,
  },
  {
    name: 'airports',
    within: ['transport and logistics'],
    terms: `
      airport, airport operator, airport authority, airports and air services, ground handling, air traffic control, flughafen, flughafenbetreiber,
      -flughafen, flughafengesellschaft, bodenverkehrsdienste, flugsicherung, aeroport, aeroportuaire, assistance en escale, aeropuerto, aeroporto,
      aeroporti, luchthaven, vliegveld, flygplats, flygplatser, lufthavn, lufthavne, lentoasema, port lotniczy, lotnisko, letiste, havalimanı,
      havaalanı
    `,
  },
  {
    name: 'car rental and mobility',
    within: [],
    labels: 'mobility, mobilitat',
    terms: `
      car rental, vehicle rental, rent a car, car leasing, vehicle leasing, fleet leasing, passenger car leasing, truck rental, car sharing,
      carsharing, bike sharing, ride sharing, micromobility, scooter sharing, mobility services, mobility as a service, shared mobility,
      mobility provider, parking operator, autovermietung, -autovermietung, fahrzeugleasing, autoleasing, flottenleasing, mobilitatsdienstleister,
      mobilitatsdienste, parkraumbewirtschaftung, parkhausbetreiber, location de voitures, location de vehicules, autopartage, location longue duree,
      stationnement, alquiler de coches, alquiler de vehiculos, aparcamientos, noleggio auto, autonoleggio, noleggio a lungo termine, autoverhuur,
      autolease, leasemaatschappij, deelmobiliteit, parkeerbedrijf, aluguel de carros, aluguer de automoveis, locadora de veiculos, biluthyrning,
      bilpool, biludlejning, delebiler, bilutleie, bildeling, autovuokraamo, autovuokraus, wypozyczalnia samochodow, autopujcovna, arac kiralama,
      oto kiralama
    `,
  },
];
