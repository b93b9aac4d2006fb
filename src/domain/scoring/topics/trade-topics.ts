import type { IndustryTopic } from './industry-topic.ts';

/** Wholesale, shops and online trade. */
export const TRADE_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'wholesale and distribution',
    within: [],
    labels: 'distribution, trade',
    terms: `
      wholesale, wholesaler, wholesale trade, wholesale distribution, wholesale building materials, wholesale import and export, wholesale machinery,
      wholesale hardware plumbing heating equipment, wholesale chemical and allied products, wholesale drugs and sundries,
      wholesale metals and minerals, wholesale furniture and home furnishings, wholesale appliances electrical and electronics,
      wholesale computer equipment, wholesale motor vehicles and parts, wholesale apparel and sewing supplies, wholesale paper products,
      wholesale petroleum and petroleum products, distribution company, distributor, import and export, import export,
      international trade and development, trading company, trading house, cash and carry, builders merchant, electrical wholesaler, it distribution,
      grosshandel, großhandel, -großhandel, -grosshandel, grosshandler, großhandler, handelsunternehmen, handelshaus, handelsgesellschaft,
      technischer handel, außenhandel, commerce de gros, grossiste, negoce, distributeur, societe de negoce, import et export, comercio al por mayor,
      mayorista, distribuidora, comercio exterior, commercio all ingrosso, ingrosso, grossista, commercio estero, groothandel, -groothandel,
      groothandelaar, handelsonderneming, comercio por grosso, atacado, atacadista, grossista distribuidor, comercio atacadista, partihandel,
      grossist, grossistforetag, engroshandel, engrosvirksomhed, grossistfirma, tukkukauppa, tukkuliike, hurtownia, handel hurtowy, dystrybutor,
      velkoobchod, distribuce zbozi, toptan, toptancı, dıs ticaret
    `,
  },
  {
    name: 'food wholesale',
    within: ['wholesale and distribution'],
    terms: `
      food wholesale, food wholesaler, wholesale food and beverage, food distribution, food distributor, foodservice distribution,
      wholesale alcoholic beverages, wholesale raw farm products, fruit and vegetable trade, fresh produce, lebensmittelgroßhandel,
      lebensmittelgrosshandel, getrankegroßhandel, getrankehandel, getrankefachgroßhandel, gastronomiegroßhandel, fruchthandel, grossiste alimentaire,
      distribution alimentaire en gros, mayorista de alimentacion, distribucion alimentaria, ingrosso alimentare,
      distribuzione alimentare all ingrosso, levensmiddelengroothandel, horecagroothandel, distribuicao alimentar, livsmedelsgrossist,
      dagligvaregrossist, elintarviketukku, hurtownia spozywcza, velkoobchod potravin, gıda toptan
    `,
  },
  {
    name: 'retail',
    within: ['Retail'],
    terms: `
      retail, retailer, retail chain, retail store, retail company, retail group, retail industry, retail sector, brick and mortar,
      multichannel retailer, omnichannel retailer, department store, discount store, chain stores, specialist retailer, retail office equipment,
      retail office supplies and gifts, retail art supplies, retail art dealers, retail books and printed news, retail florists, book retailer,
      bookshop, bookstore, optician, health and beauty retail, einzelhandel, einzelhandler, -einzelhandel, handelskette, handelsketten, kaufhaus,
      kaufhauser, warenhaus, warenhauser, filialist, stationarer handel, fachhandel, fachhandelskette, discounter, buchhandel, buchhandlung,
      augenoptik, optiker, augenoptiker, commerce de detail, distribution specialisee, grands magasins, grand magasin, librairie, opticien,
      comercio minorista, comercio al por menor, minorista, grandes almacenes, cadena de tiendas, libreria, optica, commercio al dettaglio,
      vendita al dettaglio, grandi magazzini, catena di negozi, ottica, detailhandel, winkelketen, retailbedrijf, warenhuis, boekhandel, varejo,
      varejista, retalho, lojas de departamento, livraria, cadeia de lojas, detaljhandel, butikskedja, varuhus, butikskæde, detailkæde, varehus,
      varehandel, optikerkedja, vahittaiskauppa, tavaratalo, kauppaketju, handel detaliczny, siec sklepow, siec handlowa, maloobchod,
      obchodni retezec, perakende, perakendecilik, magazacılık
    `,
  },
  {
    name: 'grocery retail',
    within: ['retail'],
    terms: `
      grocery, grocery retail, grocery retailer, grocery chain, retail groceries, grocery stores, food retail, food retailer, food retailing,
      food and beverage retail, supermarket, hypermarket, convenience store, organic supermarket, lebensmitteleinzelhandel, lebensmittelhandel, leh,
      supermarkt, supermarktkette, -supermarkt, lebensmitteldiscounter, verbrauchermarkt, biomarkt, bio supermarkt, grande distribution, supermarche,
      hypermarche, distribution alimentaire, supermercado, hipermercado, gran distribucion, distribucion de alimentacion, supermercati, supermercato,
      ipermercato, grande distribuzione, gdo, grande distribuzione organizzata, supermarkten, supermarktketen, dagligvaruhandel, dagligvarubutik,
      livsmedelsbutik, livsmedelshandel, dagligvarehandel, dagligvarebutikk, dagligvarekæde, supermarked, dagligvarekjede, paivittaistavarakauppa,
      ruokakauppa, marketketju, siec spozywcza, sklepy spozywcze, supermarkety, sit prodejen potravin, gıda perakende, supermarketcilik
    `,
  },
  {
    name: 'DIY and garden retail',
    within: ['retail'],
    terms: `
      diy, diy retail, diy retailer, diy store, home improvement, home improvement retail, home improvement retailer, garden centre, garden center,
      retail building materials and garden equipment, hardware store, hardware retailer, builders merchants retail, baumarkt, baumarkte, -baumarkt,
      baumarktkette, gartencenter, -gartencenter, bau und gartenmarkt, heimwerkermarkt, heimwerkerbedarf, bricolage, magasin de bricolage, jardinerie,
      grande surface de bricolage, ferreteria, centro de jardineria, tiendas de bricolaje, bricolaje, ferramenta, centro giardinaggio, fai da te,
      brico, bouwmarkt, bouwmarkten, tuincentrum, tuincentra, doe het zelf, materiais de construcao varejo, home center, casa e construcao,
      byggvaruhus, bygghandel, tradgardsbutik, plantagen, byggemarked, byggevarehandel, havecenter, byggevarehus, hagesenter, rautakauppa,
      puutarhamyymala, market budowlany, markety budowlane, centrum ogrodnicze, hobbymarket, zahradni centrum, yapı market
    `,
  },
  {
    name: 'fashion retail',
    within: ['retail'],
    terms: `
      fashion retail, fashion retailer, retail apparel and fashion, apparel retail, clothing retailer, clothing store, shoe retailer, shoe store,
      fashion stores, retail luxury goods and jewelry, modehandel, modehaus, -modehaus, schuhhandel, textilhandel, textileinzelhandel,
      bekleidungshandel, modekette, distribution textile, enseigne de mode, enseigne de pret a porter, retail moda, cadena de moda, tiendas de moda,
      tienda de ropa, catena di abbigliamento, negozi di abbigliamento, modeketen, kledingwinkel, kledingketen, modewinkel, varejo de moda,
      loja de roupas, modekedja, kladkedja, tøjbutik, kleskjede, muotikauppa, siec odziezowa, sklepy odziezowe, prodej odevu, moda perakende
    `,
  },
  {
    name: 'furniture and electronics retail',
    within: ['retail'],
    terms: `
      furniture retail, furniture retailer, furniture store, retail furniture and home furnishings, home furnishings retailer,
      retail appliances electrical and electronic equipment, electronics retailer, electronics retail, consumer electronics retail, kitchen studio,
      mobelhaus, mobelhauser, -mobelhaus, mobelhandel, einrichtungshaus, elektronikmarkt, elektrofachhandel, kuchenstudio, magasin de meubles,
      distribution de meubles, distribution electronique, tienda de muebles, cadena de electronica, negozi di arredamento, catena di elettronica,
      woonwinkel, meubelwinkel, meubelboulevard, elektronicawinkel, loja de moveis, loja de eletronicos, mobelvaruhus, elektronikkedja, mobelkedja,
      møbelkæde, møbelkjede, elektronikkjede, huonekalukauppa, kodinkonekauppa, siec rtv agd, sklep meblowy, prodej nabytku, elektro prodejce,
      mobilya perakende
    `,
  },
  {
    name: 'pharmacies and drugstores',
    within: ['retail'],
    terms: `
      pharmacy, pharmacy chain, retail pharmacies, drugstore, drug store, community pharmacy, chemist shop, online pharmacy, apotheke, apotheken,
      -apotheke, -apotheken, versandapotheke, drogerie, drogeriemarkt, drogeriemarkte, drogeriekette, pharmacie, officine, parapharmacie,
      pharmacies d officine, farmacia, parafarmacia, botica, farmacie, parafarmacie, apotheek, apotheken keten, drogisterij, drogisterijen, drogaria,
      rede de farmacias, apotek, apoteket, -apotek, apotekskedja, apteekki, apteekit, -apteekki, apteka, apteki, siec aptek, drogeria, lekarna,
      lekarny, eczane, eczacılık
    `,
  },
  {
    name: 'car dealers',
    within: ['retail'],
    terms: `
      car dealer, car dealership, auto dealership, dealership group, automotive dealer, automotive retail, automotive retailer,
      automotive retail group, retail motor vehicles, motor retail, used cars, used car dealer, vehicle dealer, dealerships,
      vehicle repair and maintenance, auto repair, car repair, garage chain, autohaus, autohauser, -autohaus, autohandel, autohandler, autohausgruppe,
      fahrzeughandel, gebrauchtwagen, kfz handel, kfz werkstatt, kfz betrieb, concession automobile, concessionnaire automobile, concessionnaire,
      concessions automobiles, distribution automobile, garage automobile, concesionario, concesionario de coches, taller mecanico,
      compraventa de coches, concessionaria auto, concessionaria, concessionario, autosalone, autofficina, autodealer, autobedrijf, autobedrijven,
      garagebedrijf, concessionaria de veiculos, concessionaria de automoveis, revenda de veiculos, stand de automoveis, bilhandlare, bilhandel,
      bilaterforsaljare, bilforhandler, bilhus, bilverkstad, autokauppa, autoliike, dealer samochodowy, salon samochodowy, komis samochodowy,
      prodejce aut, autosalon, autobazar, autoservis, oto bayi, otomotiv bayi, oto galeri
    `,
  },
  {
    name: 'petrol stations',
    within: ['retail'],
    terms: `
      petrol station, gas station, service station, fuel retail, fuel retailer, retail gasoline, forecourt, filling station, tankstelle, tankstellen,
      -tankstellen, station service, stations service, gasolinera, estacion de servicio, estaciones de servicio, stazione di servizio,
      distributori carburanti, tankstation, posto de combustivel, postos de combustiveis, bensinstation, bensinstasjon, huoltoasema, stacja paliw,
      stacje paliw, cerpaci stanice, akaryakıt istasyonu
    `,
  },
  {
    name: 'online retail',
    within: ['E-commerce'],
    labels: 'online, online commerce',
    terms: `
      e commerce, ecommerce, e commerce company, ecommerce company, online retail, online retailer, online shop, online store, webshop, web shop,
      etailer, e tailer, online and mail order retail, internet retail, mail order, pure player, online pure player, dropshipping, quick commerce,
      online grocery, online supermarket, onlinehandel, onlineshop, onlinehandler, -onlineshop, versandhandel, versandhandler, versandhaus,
      e commerce unternehmen, internethandel, commerce en ligne, vente en ligne, boutique en ligne, site marchand, e commercant, vente a distance,
      commerce electronique, comercio electronico, tienda online, tiendas online, venta online, venta por internet, commercio elettronico,
      negozio online, vendita online, webwinkel, online winkel, comercio eletronico, loja online, loja virtual, lojas online, varejo online, e handel,
      ehandel, e handelsforetag, natbutik, webbutik, nethandel, netbutik, nettbutikk, netthandel, verkkokauppa, -verkkokauppa, sklep internetowy,
      sklepy internetowe, handel internetowy, internetovy obchod, e shop, eshop, e ticaret, eticaret, online magaza
    `,
  },
  {
    name: 'direct-to-consumer brands',
    within: ['online retail', 'consumer goods'],
    terms: `
      d2c, dtc, d2c brand, dtc brand, direct to consumer, direct to consumer brand, ecommerce brand, e commerce brand, digitally native brand,
      digital native vertical brand, dnvb, online brand, shopify brand, amazon brands, amazon aggregator, amazon seller, brand aggregator, marca d2c,
      d2c marke, d2c marken, onlinemarke, marque dnvb, marques dnvb, marque digitale, marca nativa digital, marcas nativas digitales,
      brand nativo digitale, d2c merk, d2c merken, marca digital nativa
    `,
  },
  {
    name: 'online marketplaces',
    within: ['E-commerce'],
    labels: 'marketplace',
    terms: `
      online marketplace, digital marketplace, b2b marketplace, internet marketplace platforms, classifieds, online classifieds, classified ads,
      auction platform, online auction, price comparison, comparison site, food delivery platform, food delivery, delivery platform,
      gig economy platform, onlinemarktplatz, online marktplatz, kleinanzeigen, vergleichsportal, auktionshaus, lieferdienst, place de marche,
      places de marche, petites annonces, comparateur de prix, mercado en linea, clasificados, comparador de precios, mercato online, annunci online,
      comparatore di prezzi, online marktplaats, marktplaats, veilingplatform, vergelijkingssite, classificados, comparador de precos, marknadsplats,
      natauktion, prisjamforelse, markedsplads, nettauksjon, markedsplass, verkkohuutokauppa, kauppapaikka, platforma handlowa, portal ogłoszeniowy,
      porownywarka cen, online trziste, srovnavac cen, pazaryeri
    `,
  },
];
