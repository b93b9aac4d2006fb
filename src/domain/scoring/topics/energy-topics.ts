import type { IndustryTopic } from './industry-topic.ts';

/** Energy, and what comes out of the ground or goes to waste. */
export const ENERGY_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'energy',
    within: [],
    terms: `
      energy, energy company, energy companies, energy sector, energy industry, energy group, power generation, electric power generation,
      power plant, fossil fuel electric power generation, nuclear, nuclear power, nuclear energy, nuclear electric power generation, energie,
      energiewirtschaft, energiebranche, energiekonzern, energieunternehmen, kraftwerk, kraftwerke, -kraftwerk, kernkraft, kernenergie, -energie,
      secteur de l energie, energetique, nucleaire, centrale nucleaire, production d energie, producteur d electricite, energia, sector energetico,
      sector energia, empresa energetica, energetica, central electrica, settore energetico, settore energia, produzione di energia,
      centrale elettrica, energiesector, energiebedrijf, energiecentrale, setor de energia, setor energetico, empresa de energia, usina eletrica,
      energi, energibolag, energibranschen, energiselskab, energiforsyning, energiselskap, -energi, karnkraft, vattenkraft, vannkraft,
      kraftproduksjon, energia ala, energiayhtio, energiateollisuus, ydinvoima, voimalaitos, energetyka, energetyczny, branza energetyczna,
      elektrownia, energetika, energeticka, energeticky, elektrarna, enerji, enerji sektoru, enerji uretim
    `,
  },
  {
    name: 'oil and gas',
    within: ['energy'],
    terms: `
      oil and gas, oil gas, oil and energy, oil company, oil companies, oil industry, oil and coal product manufacturing, oil extraction,
      natural gas extraction, petroleum, petroleum refinery, refinery, refineries, upstream oil, midstream, oilfield services, oilfield,
      offshore drilling, oil drilling, lng, natural gas, gas storage, fuel supplier, mineralol, mineraloel, mineralolindustrie, mineralolwirtschaft,
      raffinerie, erdgas, erdol, ol und gas, gasspeicher, petrole, petrole et gaz, petrolier, industrie petroliere, raffinage, gaz naturel, petroleo,
      petroleo y gas, petroleo e gas, petrolera, hidrocarburos, refineria, gas natural, petrolio, petrolio e gas, oil e gas, raffinazione,
      petrolifera, gas naturale, olie en gas, olie en gasindustrie, raffinaderij, aardgas, aardolie, refinaria, petrolifero, olja och gas, oljebolag,
      olje og gass, oljeindustri, oljeserviceselskap, olie og gas, oljy ja kaasu, oljynjalostus, ropa i gaz, przemysł naftowy, paliwa, rafineria,
      ropa a plyn, rafinerie, petrol, petrol ve gaz, dogal gaz, dogalgaz, akaryakıt
    `,
  },
  {
    name: 'utilities',
    within: ['energy'],
    labels: 'utility',
    terms: `
      utilities, utility company, utility companies, public utility, public utilities, electric utility, gas utility, energy supplier,
      electricity supplier, energy provider, power company, power supplier, municipal utility, multi utility, multiutility, district heating,
      steam and air conditioning supply, natural gas distribution, gas distribution, stadtwerk, stadtwerke, -stadtwerke, gemeindewerke,
      -gemeindewerke, energieversorger, energieversorgung, -energieversorgung, versorger, versorgungswirtschaft, elektrizitatswerk,
      elektrizitatswerke, fernwarme, fernwarmeversorgung, stromversorger, stromanbieter, gasversorger, gasversorgung, fournisseur d energie,
      fournisseur d electricite, services publics locaux, regie d electricite, reseau de chaleur, chauffage urbain, comercializadora electrica,
      compania electrica, suministro electrico, electrica, suministro de gas, servizi pubblici locali, fornitura di energia, municipalizzata,
      teleriscaldamento, fornitore di energia, nutsbedrijf, nutsbedrijven, energieleverancier, stadsverwarming, warmtenet, concessionaria de energia,
      distribuidora de energia, comercializadora de energia, servicos publicos de energia, eletrica, energileverantor, fjarrvarme, fjarrvarmebolag,
      elhandel, elbolag, elhandelsbolag, forsyning, forsyningsselskab, forsyningsvirksomhed, -forsyning, fjernvarme, kraftselskap, kraftlag,
      strømleverandør, kaukolampo, sahkoyhtio, zakład energetyczny, ciepłownia, ciepłownictwo, cieplownia, dodavatel energii, teplarna, teplarny,
      teplarenstvi, elektrik dagıtım perakende
    `,
  },
  {
    name: 'electricity grids',
    within: ['utilities'],
    labels: 'grid, netze',
    terms: `
      electricity grid, power grid, grid operator, electric power transmission control and distribution, electric power transmission,
      electricity distribution, electricity network, transmission system operator, distribution system operator, distribution network operator,
      electricity transmission, network operator electricity, smart grid, gas network operator, stromnetz, stromnetze, stromnetzbetreiber,
      verteilnetzbetreiber, ubertragungsnetzbetreiber, netzgesellschaft, -netzgesellschaft, netzbetreiber strom, energienetze, verteilnetz,
      gasnetzbetreiber, gestionnaire de reseau, gestionnaires de reseau, reseau electrique, reseaux electriques, distribution d electricite,
      transport d electricite, red electrica, redes electricas, distribuidora electrica, operador de red, distribucion electrica,
      transporte de electricidad, rete elettrica, reti elettriche, distribuzione elettrica, gestore di rete, distributore di energia elettrica,
      netbeheerder, netbeheer, elektriciteitsnet, energienet, rede eletrica, distribuicao de energia, transmissao de energia, operador da rede, elnat,
      elnatsbolag, natbolag, elnatsforetag, elnet, elnetselskab, netselskab, nettselskap, strømnett, kraftnett, sahkoverkko, sahkoverkkoyhtio,
      verkkoyhtio, sahkonsiirto, operator sieci, operator systemu dystrybucyjnego, siec energetyczna, dystrybucja energii, distribucni soustava,
      provozovatel distribucni soustavy, elektrik dagıtım, elektrik iletim
    `,
  },
  {
    name: 'renewable energy',
    within: ['energy', 'CleanTech'],
    terms: `
      renewable energy, renewable energies, renewables, renewables and environment, renewable energy power generation,
      renewable energy equipment manufacturing, services for renewable energy, clean energy, green energy, green electricity, solar, solar energy,
      solar power, solar company, solar electric power generation, solar developer, photovoltaic, pv developer, wind energy, wind power,
      wind electric power generation, wind farm, offshore wind, wind turbine, hydropower, hydroelectric, hydroelectric power generation, geothermal,
      geothermal electric power generation, biomass electric power generation, biogas, biomethane, bioenergy, biofuel, biomass, heat pump,
      green hydrogen, hydrogen, hydrogen company, erneuerbare energien, erneuerbare, regenerative energien, okostrom, solarenergie, photovoltaik,
      -solar, solarunternehmen, windenergie, windkraft, windpark, wasserkraft, geothermie, biogasanlagen, warmepumpen, wasserstoff,
      energies renouvelables, energie renouvelable, eolien, energie solaire, photovoltaique, solaire, hydroelectricite, hydrogene, methanisation,
      energias renovables, energia renovable, eolica, parque eolico, energia solar, fotovoltaica, energia eolica, hidroelectrica, hidrogeno,
      energie rinnovabili, rinnovabili, fotovoltaico, eolico, idroelettrico, idrogeno, duurzame energie, hernieuwbare energie, zonne energie,
      zonnepanelen, windmolens, waterstof, energias renovaveis, energia renovavel, energia fotovoltaica, hidreletrica, hidrogenio, fornybar energi,
      fornybar, fornybar kraft, fornybare energi, fornyelig energi, vedvarende energi, fornybara, solenergi, vindkraft, solceller, vindenergi,
      vindmøller, vatgas, uusiutuva energia, tuulivoima, aurinkoenergia, odnawialne zrodła energii, oze, fotowoltaika, energetyka wiatrowa,
      obnovitelne zdroje, fotovoltaika, vetrna energie, yenilenebilir enerji, gunes enerjisi, ruzgar enerjisi
    `,
  },
  {
    name: 'energy storage',
    within: ['energy', 'CleanTech'],
    terms: `
      energy storage, battery storage, energy storage system, battery energy storage, bess, grid storage, battery systems, energiespeicher,
      batteriespeicher, stromspeicher, speichersysteme, stockage d energie, stockage par batteries, almacenamiento de energia,
      almacenamiento energetico, accumulo di energia, sistemi di accumulo, energieopslag, batterijopslag, armazenamento de energia, energilagring,
      batterilagring, energivarasto, magazyny energii, magazynowanie energii, ukladani energie, bateriova uloziste, enerji depolama
    `,
  },
  {
    name: 'energy services',
    within: ['energy', 'CleanTech'],
    terms: `
      energy efficiency, energy services, energy services company, esco, energy contracting, energy performance contracting, energy consulting,
      energy management, ev charging, charging infrastructure, charging network, charge point operator, charging station, electric vehicle charging,
      emobility, e mobility, energieeffizienz, energiedienstleister, energiedienstleistungen, energieberatung, ladeinfrastruktur, ladestationen,
      elektromobilitat, efficacite energetique, services energetiques, renovation energetique, bornes de recharge, mobilite electrique,
      eficiencia energetica, servicios energeticos, puntos de recarga, movilidad electrica, efficienza energetica, servizi energetici,
      mobilita elettrica, ricarica elettrica, energiebesparing, laadinfrastructuur, laadpalen, mobilidade eletrica, servicos energeticos,
      energieffektivisering, laddinfrastruktur, laddstationer, ladestasjoner, ladestandere, energiatehokkuus, latausasema, efektywnosc energetyczna,
      stacje ładowania, elektromobilita, enerji verimliligi, sarj istasyonu
    `,
  },
  {
    name: 'mining',
    within: [],
    terms: `
      mining, mining company, mining companies, mining industry, mining and metals, mining group, coal mining, metal ore mining,
      nonmetallic mineral mining, gold mining, gold mine, copper mine, quarry, quarries, quarrying, mineral extraction, mineral exploration,
      raw material extraction, salt mine, lithium mining, bergbau, bergwerk, steinbruch, rohstoffgewinnung, -bergbau, kalibergbau, tagebau,
      industrie miniere, exploitation miniere, carriere et granulats, granulats, compagnie miniere, mineria, minera, compania minera, sector minero,
      cantera, industria mineraria, mineraria, minerario, estrazione mineraria, cave e miniere, mijnbouw, mijnbouwbedrijf, steengroeve, delfstoffen,
      mineracao, mineradora, pedreira, extracao mineral, gruvdrift, gruvindustri, gruvbolag, gruva, gruvedrift, bergverk, minedrift, kaivos,
      kaivosteollisuus, kaivosyhtio, gornictwo, kopalnia, kopalnie, społka weglowa, przemysł wydobywczy, tezba, hornictvi, tezebni, lom kamene,
      madencilik, maden
    `,
  },
  {
    name: 'water and waste water',
    within: ['utilities'],
    terms: `
      water utility, water utilities, water supply, water supply and irrigation systems, water company, water companies, water treatment, wastewater,
      waste water, wastewater treatment, sewerage, sewage, water waste steam and air conditioning services, drinking water, water board,
      irrigation systems, desalination, wasserversorgung, wasserwerk, wasserwerke, -wasserwerke, wasserverband, abwasser, abwasserverband, -abwasser,
      wasserwirtschaft, wasserversorger, trinkwasser, klaranlage, traitement de l eau, traitement des eaux, distribution d eau, service des eaux,
      assainissement, eaux usees, gestion de l eau, abastecimiento de agua, tratamiento de agua, aguas residuales, gestion del agua,
      depuracion de aguas, servizio idrico, servizi idrici, trattamento acque, acquedotto, waterschap, drinkwater, drinkwaterbedrijf, waterbedrijf,
      waterzuivering, afvalwater, saneamento, abastecimento de agua, tratamento de agua, aguas e saneamento, vatten och avlopp, vatten och avfall,
      vattenrening, va verksamhet, vandforsyning, vandværk, spildevand, vann og avlop, vann og avløp, vesihuolto, vesilaitos, wodociagi,
      wodociagi i kanalizacja, wodociagow i kanalizacji, vodarna, vodarny, vodovody a kanalizace, su ve kanalizasyon, su aritma, su arıtma
    `,
  },
  {
    name: 'environmental services',
    within: ['CleanTech'],
    terms: `
      environmental services, environmental consulting, environmental engineering, environmental technology, remediation, soil remediation,
      climate tech, climatetech, cleantech, clean tech, greentech, carbon capture, carbon credits, carbon removal, carbon offset, umwelttechnik,
      umweltdienstleistungen, umweltberatung, umwelttechnologie, services environnementaux, conseil environnemental, depollution,
      servicios ambientales, medio ambiente, consultoria ambiental, servizi ambientali, consulenza ambientale, bonifiche ambientali, milieudiensten,
      milieuadvies, milieutechniek, bodemsanering, servicos ambientais, engenharia ambiental, miljoteknik, miljokonsult, miljøteknik, miljøteknologi,
      ymparistopalvelut, ochrona srodowiska, usługi srodowiskowe, ekologicke sluzby, cevre teknolojileri, cevre hizmetleri
    `,
  },
  {
    name: 'waste and recycling',
    within: ['environmental services'],
    terms: `
      waste management, waste collection, waste treatment and disposal, waste disposal, waste company, recycling, recycling company, scrap metal,
      scrap dealer, circular economy, landfill, incineration, waste to energy, waste industry, wholesale recyclable materials, e waste,
      abfallwirtschaft, abfallentsorgung, entsorgung, entsorger, entsorgungsunternehmen, -entsorgung, -recycling, stadtreinigung, kreislaufwirtschaft,
      schrotthandel, mullabfuhr, mullverbrennung, abfallbetrieb, gestion des dechets, collecte des dechets, traitement des dechets, recyclage,
      dechets, economie circulaire, ferrailleur, gestion de residuos, tratamiento de residuos, residuos, reciclaje, recogida de residuos,
      economia circular, gestione rifiuti, gestione dei rifiuti, rifiuti, smaltimento rifiuti, riciclo, riciclaggio, economia circolare,
      afvalverwerking, afvalbeheer, afvalinzameling, afvalbedrijf, afval, circulaire economie, kringloop, gestao de residuos, reciclagem,
      coleta de lixo, recolha de residuos, avfallshantering, avfall, avfallsbolag, atervinning, renhallning, affald, affaldshandtering,
      affaldsselskab, genbrug, avfallsselskap, gjenvinning, jatehuolto, kierratys, kierratysyhtio, gospodarka odpadami, odpady, recykling,
      zakład oczyszczania, odpadove hospodarstvi, recyklace, technicke sluzby, atık yonetimi, geri donusum
    `,
  },
];
