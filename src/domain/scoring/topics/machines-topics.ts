import type { IndustryTopic } from './industry-topic.ts';

/** Machines, electronics and vehicles. */
export const MACHINE_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'machinery',
    within: ['Manufacturing'],
    terms: `
      machinery, machinery manufacturing, machinery manufacturer, industrial machinery, industrial machinery manufacturing, machine builder,
      machine building, mechanical engineering industry, mechanical or industrial engineering, plant engineering and construction,
      commercial and service industry machinery manufacturing, metalworking machinery manufacturing, machine tool, agricultural machinery,
      agriculture construction mining machinery manufacturing, farm machinery, farm equipment, tractor, construction equipment,
      construction machinery, printing machines, packaging machines, packaging machinery, textile machinery, food processing machinery,
      engines and power transmission equipment manufacturing, turbine, turbines and turbomachinery, hvac and refrigeration equipment manufacturing,
      forklift, material handling equipment, crane manufacturer, elevator, lifts and escalators, industrial equipment, capital equipment manufacturer,
      special purpose machinery, maschinenbau, -maschinenbau, maschinenbauer, maschinen und anlagenbau, anlagenbau, -anlagenbau, sondermaschinenbau,
      maschinenfabrik, -maschinenfabrik, werkzeugmaschinen, -werkzeugmaschinen, landmaschinen, -landmaschinen, baumaschinen, verpackungsmaschinen,
      druckmaschinen, kaltetechnik, aufzuge, aufzugshersteller, gabelstapler, fordertechnik, landtechnik, constructeur de machines,
      machines industrielles, machines outils, machinisme agricole, machines agricoles, engins de chantier, biens d equipement,
      fabrication de machines, ascenseurs, maquinaria, maquinaria industrial, fabricacion de maquinaria, bienes de equipo, maquina herramienta,
      maquinaria agricola, ascensores, macchinari, macchine industriali, macchine utensili, macchine agricole, costruzione macchine, impiantistica,
      ascensori, machinebouw, machinefabriek, -machinefabriek, machinebouwer, landbouwmachines, maquinas, maquinas industriais, maquinas agricolas,
      bens de capital, elevadores, maskinindustri, maskinfabrik, -maskinfabrik, maskintillverkare, maskinfabrikk, verktygsmaskiner, lantbruksmaskiner,
      konepaja, konepajateollisuus, koneenrakennus, przemysł maszynowy, budowa maszyn, producent maszyn, maszyny rolnicze, obrabiarki, strojirenstvi,
      strojirensky, strojirny, obrabeci stroje, zemedelska technika, makine imalat, makina, makine sanayi
    `,
  },
  {
    name: 'industrial components',
    within: ['Manufacturing'],
    terms: `
      industrial components, pump manufacturer, pumps and valves, pumps, valve manufacturer, valves, bearings, ball bearings, fasteners,
      screws and bolts, spring and wire product manufacturing, turned products and fastener manufacturing, hydraulics, pneumatics, gears, gearboxes,
      drive technology, couplings, seals and gaskets, springs, hand tools, power tools, cutting tools, cutlery and handtool manufacturing,
      tool manufacturer, toolmaking, tool and die, compressor, fluid technology, boilers tanks and shipping container manufacturing, armaturen,
      armaturenhersteller, pumpen, pumpenhersteller, -pumpen, -armaturen, ventile, walzlager, schrauben, schraubenhersteller, befestigungstechnik,
      verbindungstechnik, antriebstechnik, -antriebe, getriebe, getriebebau, hydraulik, pneumatik, dichtungen, dichtungstechnik, werkzeugbau,
      -werkzeugbau, werkzeughersteller, federn, fluidtechnik, kompressoren, robinetterie, robinetterie industrielle, pompes, vannes, roulements,
      visserie, decolletage, outillage, hydraulique, bombas industriales, valvulas, rodamientos, tornilleria, herramientas, mecanizado,
      pompe industriali, valvole, rubinetteria, cuscinetti, viteria, bulloneria, utensileria, oleodinamica, ingranaggi, pompen, afsluiters,
      kogellagers, bevestigingsmaterialen, gereedschap, aandrijftechniek, valvulas industriais, rolamentos, parafusos, ferramentas, pumpar, ventiler,
      kullager, verktyg, hydraulikk, pumput, venttiilit, laakerit, łozyska, pompy, zawory, sruby, narzedzia, loziska, cerpadla, armatury, naradi,
      pompa, rulman, hırdavat
    `,
  },
  {
    name: 'industrial automation',
    within: ['Manufacturing'],
    labels: 'automation',
    terms: `
      industrial automation, automation machinery manufacturing, automation technology, factory automation, process automation, automation company,
      automation supplier, industrial controls, control technology, measuring and control instrument manufacturing, measuring instruments,
      measurement technology, sensor, sensor manufacturer, sensor technology, test and measurement, laser technology, optics, photonics,
      industrial cameras, machine vision, automatisierungstechnik, industrieautomation, steuerungstechnik, messtechnik, -messtechnik,
      regelungstechnik, mess und regeltechnik, sensorik, -sensorik, lasertechnik, pruftechnik, waagenhersteller, automatismes,
      automatismes industriels, automatisation industrielle, instrumentation, instruments de mesure, capteurs, photonique, automatizacion industrial,
      instrumentacion, sensores, automazione industriale, automazione, strumenti di misura, sensoristica, industriele automatisering, meettechniek,
      sensoren, automacao industrial, instrumentacao, industriautomation, automationsteknik, matteknik, automationsindustri, automaatio,
      teollisuusautomaatio, mittauslaitteet, automatyka, automatyka przemysłowa, aparatura pomiarowa, prumyslova automatizace, merici technika,
      endustriyel otomasyon, otomasyon
    `,
  },
  {
    name: 'electronics',
    within: ['Manufacturing'],
    terms: `
      electronics, electronics manufacturing, electronic components, electronic equipment, electronics manufacturer,
      computers and electronics manufacturing, electrical and electronic manufacturing, electrical electronic manufacturing, electronics industry,
      electronic manufacturing services, ems provider, circuit boards, pcb manufacturer, printed circuit board,
      magnetic and optical media manufacturing, embedded systems, elektronik, -elektronik, elektronikindustrie, elektronikfertigung,
      elektronikhersteller, leiterplatten, steckverbinder, electronique, industrie electronique, composants electroniques, cartes electroniques,
      connectique, electronica, industria electronica, componentes electronicos, elettronica, industria elettronica, componenti elettronici,
      schede elettroniche, elektronica, elektronica industrie, eletronica, eletronicos, industria eletronica, componentes eletronicos,
      elektronikindustri, elektronikktillverkning, elektronikproduktion, elektronikk, elektroniikka, elektroniikkateollisuus, elektronika,
      przemysł elektroniczny, elektronicky prumysl, elektronik sanayi
    `,
  },
  {
    name: 'semiconductors',
    within: ['electronics'],
    terms: `
      semiconductor, semiconductor manufacturing, semiconductor industry, renewable energy semiconductor manufacturing, chip maker, chipmaker,
      chip design, fabless, wafer, integrated circuits, asic, microchip, microelectronics, power electronics, halbleiter, halbleiterindustrie,
      halbleiterhersteller, mikroelektronik, chiphersteller, leistungselektronik, semi conducteurs, semiconducteur, microelectronique,
      semiconductores, microelectronica, semiconduttori, microelettronica, halfgeleider, chipfabrikant, chipmachine, semicondutores, halvledare,
      halvleder, puolijohde, puolijohteet, połprzewodniki, polovodice, yarı iletken
    `,
  },
  {
    name: 'computer hardware',
    within: ['electronics'],
    terms: `
      computer hardware, computer hardware manufacturing, computer networking products, computer networking, networking hardware,
      hardware manufacturer, server manufacturer, printers and copiers, storage hardware, computer peripherals, pos terminals, it hardware,
      computerhersteller, hardwarehersteller, materiel informatique, fabricant informatique, hardware informatico, computerhardware, datorhardvara,
      sprzet komputerowy, bilgisayar donanımı
    `,
  },
  {
    name: 'electrical equipment',
    within: ['Manufacturing'],
    terms: `
      electrical equipment, electrical equipment manufacturing, appliances electrical and electronics manufacturing,
      electric lighting equipment manufacturing, lighting manufacturer, lighting, led lighting, electric motor, transformer manufacturer, switchgear,
      cables and wires, cable manufacturer, wire and cable, wires and cables, electrical engineering industry, power equipment, batteries,
      battery manufacturer, fuel cell, fuel cell manufacturing, electrical and electronic manufacturing, electrical electronic manufacturing,
      elektrotechnik, elektroindustrie, elektrotechnische industrie, -elektrotechnik, beleuchtung, leuchtenhersteller, lichttechnik, kabelhersteller,
      kabelwerk, -kabel, schaltanlagen, schaltschrankbau, transformatoren, elektromotoren, batteriehersteller, materiel electrique,
      equipements electriques, electrotechnique, eclairage, luminaire, cablerie, moteurs electriques, material electrico, equipos electricos,
      iluminacion, luminarias, cables electricos, materiale elettrico, apparecchiature elettriche, illuminazione, cavi elettrici, motori elettrici,
      quadri elettrici, elektrische apparatuur, verlichting, kabelfabriek, material eletrico, equipamentos eletricos, iluminacao, cabos eletricos,
      elutrustning, belysning, kabeltillverkare, elektroteknik, lysarmaturer, sahkolaitteet, valaistus, kaapelit, oswietlenie, kable,
      aparatura elektryczna, elektrotechnicky prumysl, osvetleni, kabely, elektrik malzemeleri, aydınlatma, kablo
    `,
  },
  {
    name: 'automotive',
    within: ['Manufacturing'],
    terms: `
      automotive, automotive industry, automotive manufacturing, motor vehicle manufacturing, vehicle manufacturer,
      transportation equipment manufacturing, car maker, carmaker, car manufacturer, automaker, automotive oem, electric vehicle, ev maker,
      motorcycle, motorcycle manufacturer, truck manufacturer, truck maker, bus manufacturer, commercial vehicles, trailer manufacturer, caravans,
      motorhome, alternative fuel vehicle manufacturing, automobile, automobilindustrie, automobilhersteller, automobilbau, autohersteller,
      autoindustrie, fahrzeugbau, -fahrzeugbau, nutzfahrzeuge, -fahrzeuge, motorrad, reisemobile, wohnmobile, industrie automobile,
      secteur automobile, constructeur automobile, vehicules industriels, poids lourds constructeur, automocion, industria automotriz, automotriz,
      sector automocion, industria del automovil, fabricante de automoviles, settore automobilistico, industria automobilistica, casa automobilistica,
      veicoli industriali, auto industrie, automobielindustrie, autofabrikant, automotivo, automotiva, industria automotiva, setor automotivo,
      montadora, ramo automovel, industria automovel, fordonsindustri, bilindustri, fordonstillverkare, biltillverkare, autoteollisuus,
      ajoneuvoteollisuus, motoryzacja, motoryzacyjny, branza motoryzacyjna, automobilovy prumysl, automobilka, otomotiv, otomotiv sanayi
    `,
  },
  {
    name: 'automotive suppliers',
    within: ['automotive'],
    terms: `
      automotive supplier, automotive parts, auto parts, car parts, motor vehicle parts manufacturing, automotive components, tier 1 supplier,
      tier one supplier, tier 1 automotive, tier 2 supplier, automotive tier 1, vehicle parts, tyre manufacturer, tire manufacturer, tyres, tires,
      automotive aftermarket, automotive electronics, automotive interior, automobilzulieferer, automobilzulieferindustrie, autozulieferer,
      zulieferindustrie, -zulieferer, kfz teile, autoteile, fahrzeugteile, reifenhersteller, reifen, equipementier automobile, equipementier,
      sous traitance automobile, pieces automobiles, pneumatiques, componentes de automocion, proveedor de automocion, autopartes,
      auxiliar de automocion, recambios, neumaticos, componentistica automotive, componentistica, ricambi auto, fornitore automotive, pneumatici,
      toeleverancier automotive, auto onderdelen, autoonderdelen, autobanden, autopecas, fornecedor automotivo, componentes automoveis, pneus,
      fordonskomponenter, underleverantor fordon, bildelar, autonosat, czesci samochodowe, dostawca motoryzacyjny, opony, automobilove dily, autodily,
      pneumatiky, otomotiv yan sanayi, yan sanayi, lastik, oto yedek parca, equipementiers automobiles
    `,
  },
  {
    name: 'aerospace',
    within: ['Manufacturing'],
    terms: `
      aerospace, aviation and aerospace, aviation and aerospace component manufacturing, aerospace industry, aerospace and defense,
      aerospace and defence, aircraft manufacturer, aircraft maker, aircraft, avionics, airframe, aircraft engines, jet engines, helicopter,
      drone manufacturer, drones, uav, evtol, aircraft maintenance, luftfahrtindustrie, luft und raumfahrt, flugzeugbau, flugzeughersteller,
      triebwerke, drohnen, -aerospace, aeronautique, industrie aeronautique, aeronautique et spatial, avionneur, motoriste aeronautique, aeronautica,
      industria aeronautica, aeroespacial, industria aerospaziale, aerospaziale, luchtvaartindustrie, luchtvaart en ruimtevaart, vliegtuigbouw,
      flygindustri, flyindustri, ilmailuteollisuus, lotnictwo, przemysł lotniczy, letecky prumysl, letectvi, havacılık, havacılık ve uzay, havacilik
    `,
  },
  {
    name: 'space',
    within: ['aerospace'],
    terms: `
      space industry, space company, space technology, spacetech, space tech, newspace, new space, satellite, satellite manufacturer, launch vehicle,
      rocket, spacecraft, space exploration, earth observation, space agency, space research and technology, raumfahrt, raumfahrtindustrie,
      satelliten, -raumfahrt, secteur spatial, industrie spatiale, espacial, industria espacial, sector espacial, industria spaziale, ruimtevaart,
      rymdindustri, rymdteknik, rumfart, romfart, avaruus, przemysł kosmiczny, kosmicky prumysl, uzay
    `,
  },
  {
    name: 'defence industry',
    within: ['Manufacturing'],
    labels: 'defense, defence, verteidigung, difesa, defensie, defensa, defesa',
    terms: `
      defense and space, defense and space manufacturing, defence and space, defence industry, defense industry, defense contractor,
      defence contractor, defense company, defence company, defense technology, defence technology, defense tech, defence tech, aerospace and defense,
      aerospace and defence, weapons manufacturer, arms manufacturer, ammunition, military vehicles, rustungsindustrie, rustung, wehrtechnik,
      rustungsunternehmen, verteidigungsindustrie, munition, industrie de defense, industrie de la defense, secteur de la defense, armement,
      industria de defensa, sector defensa, armamento, industria della difesa, settore difesa, armamenti, defensie industrie, defensie industrieel,
      wapenindustrie, industria de defesa, forsvarsindustri, forsvarsindustrien, puolustusteollisuus, przemysł obronny, przemysł zbrojeniowy,
      zbrojeniowy, obranny prumysl, obranny, zbrojni prumysl, savunma sanayi, savunma
    `,
  },
  {
    name: 'shipbuilding',
    within: ['Manufacturing'],
    terms: `
      shipbuilding, shipbuilder, shipyard, boat builder, boat manufacturer, yacht, yacht builder, yacht manufacturer, marine equipment,
      marine engineering, schiffbau, schiffswerft, werft, werften, -werft, -werften, bootsbau, yachtbau, construction navale, chantier naval,
      chantiers navals, nautisme, astillero, construccion naval, nautica, cantiere navale, cantieri navali, cantieristica, cantiere nautico,
      scheepsbouw, scheepswerf, -scheepswerf, jachtbouw, estaleiro, construcao naval, varv, skeppsvarv, skibsværft, skipsverft, verft, telakka,
      stocznia, stocznie, przemysł stoczniowy, lodenice, tersane, gemi insa
    `,
  },
  {
    name: 'rail industry',
    within: ['Manufacturing'],
    terms: `
      railroad equipment manufacturing, railway equipment, rail industry, rolling stock, train manufacturer, locomotive, railway technology,
      rail technology, signalling systems, railway signalling, rail vehicles, bahntechnik, bahnindustrie, schienenfahrzeuge, schienenfahrzeugbau,
      lokomotiven, waggonbau, gleisbau, leit und sicherungstechnik, industrie ferroviaire, materiel roulant, materiel ferroviaire,
      constructeur ferroviaire, industria ferroviaria, material rodante, settore ferroviario, materiale rotabile, spoorindustrie, spoortechniek,
      material ferroviario, jarnvagsteknik, tagtillverkare, jernbaneteknik, jernbaneindustri, junateollisuus, przemysł kolejowy, tabor kolejowy,
      kolejova vozidla, raylı sistemler
    `,
  },
  {
    name: 'robotics',
    within: ['AI/ML', 'Manufacturing'],
    terms: `
      robotics, robotics engineering, robot manufacturing, robot, robotics company, cobot, industrial robot, humanoid robot, autonomous robots,
      autonomous mobile robots, robotik, roboterhersteller, roboter, -robotik, robotique, robotica, robotik teknolojileri, robotteknik, robottechnik,
      robotiikka, robotyka, robotizace
    `,
  },
  {
    name: 'warehouse automation',
    within: ['robotics', 'machinery'],
    terms: `
      warehouse automation, intralogistics, intralogistics systems, automated warehouse, asrs, automated storage and retrieval, conveyor systems,
      sortation systems, warehouse robotics, warehouse robot, logistics automation, automated guided vehicle, agv, intralogistik,
      lagerautomatisierung, lagertechnik, logistikautomation, fahrerlose transportsysteme, automatisation d entrepot, automatisation des entrepots,
      intralogistique, robotisation d entrepot, automatizacion de almacenes, intralogistica, automazione del magazzino, automazione di magazzino,
      magazzini automatici, magazijnautomatisering, magazijn automatisering, automacao de armazens, lagerautomation, lagerautomatisering,
      varastoautomaatio, automatyka magazynowa, automatizace skladu, depo otomasyon
    `,
  },
];
