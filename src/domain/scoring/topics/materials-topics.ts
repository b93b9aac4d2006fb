import type { IndustryTopic } from './industry-topic.ts';

/** Materials, and what is made of one: paper, plastics, glass, metal. */
export const MATERIAL_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'textiles',
    within: ['Manufacturing'],
    terms: `
      textile, textile manufacturing, textile industry, fabric mill, fabrics, yarn, weaving mill, spinning mill, nonwovens, technical textiles,
      carpet maker, home textiles, textilindustrie, textilhersteller, textilien, weberei, -weberei, spinnerei, -spinnerei, strickerei, teppiche,
      vliesstoffe, industrie textile, tissage, filature, tissus, linge de maison, industria textil, tejidos, hilatura, alfombras, industria tessile,
      tessile, tessuti, tessitura, filatura, textielindustrie, textiel, weverij, tapijten, textil, tecelagem, textilforetag, tekstil, tekstiili,
      tekstilindustri, włokiennictwo, przemysł włokienniczy, textilni, textilni prumysl, iplik, kumas
    `,
  },
  {
    name: 'paper and wood products',
    within: ['Manufacturing'],
    terms: `
      paper and forest products, paper and forest product manufacturing, paper manufacturing, paper industry, paper mill, pulp and paper, pulp,
      tissue paper, wood product, wood product manufacturing, sawmill, timber, lumber, plywood, wood panels, forest industry, papierindustrie,
      papierfabrik, papierhersteller, zellstoff, kartonfabrik, holzindustrie, holzwerk, holzverarbeitung, sagewerk, -sagewerk, holzwerkstoffe,
      parkett, papeterie industrielle, industrie papetiere, papetier, scierie, industrie du bois, bois et derives, papelera, industria papelera,
      celulosa, aserradero, industria maderera, maderas, cartiera, industria cartaria, segheria, legno, industria del legno, papierfabriek,
      houtindustrie, zagerij, houthandel, papel e celulose, celulose, madeireira, serraria, massa och papper, pappersbruk, skogsindustri, sagverk,
      trævarer, papirfabrik, papirindustri, trelast, sagbruk, metsateollisuus, paperitehdas, sahateollisuus, papiernia, przemysł papierniczy,
      przemysł drzewny, tartak, papirny, papirensky, drevozpracujici, kagıt, orman urunleri
    `,
  },
  {
    name: 'packaging',
    within: ['Manufacturing'],
    terms: `
      packaging, packaging and containers, packaging and containers manufacturing, packaging manufacturer, packaging company, packaging industry,
      flexible packaging, corrugated, corrugated board, cardboard, carton, paper packaging, glass packaging, metal packaging, labels manufacturer,
      verpackung, verpackungen, verpackungsindustrie, verpackungshersteller, -verpackungen, wellpappe, folding cartons, faltschachteln,
      folienverpackung, emballage, cartonnage, carton ondule, conditionnement industriel, embalaje, envases, envases y embalajes, carton corrugado,
      imballaggio, imballaggi, scatolificio, cartotecnica, cartone ondulato, verpakking, verpakkingen, verpakkingsindustrie, golfkarton, kartonnage,
      embalagem, embalagens, forpackning, forpackningar, forpackningsindustri, emballasje, emballageindustri, pakkaus, pakkausteollisuus, pakkaukset,
      opakowania, producent opakowan, obaly, obalovy prumysl, ambalaj
    `,
  },
  {
    name: 'printing',
    within: ['Manufacturing'],
    terms: `
      printing, printing services, print shop, printing house, printing company, commercial printing, digital printing, offset printing,
      print industry, online printing, label printing, druckerei, druckereien, -druckerei, druckindustrie, druckhaus, -druckhaus, onlinedruckerei,
      siebdruck, imprimerie, imprimeur, industrie graphique, imprenta, artes graficas, impresion digital, tipografia, stamperia, arti grafiche,
      drukkerij, -drukkerij, drukwerk, grafische industrie, grafica editora, tryckeri, -tryckeri, trykkeri, -trykkeri, kirjapaino, drukarnia,
      poligrafia, tiskarna, matbaa, matbaacılık
    `,
  },
  {
    name: 'chemicals',
    within: ['Manufacturing'],
    terms: `
      chemical, chemical manufacturing, chemical industry, chemical company, chemical raw materials manufacturing, specialty chemical,
      speciality chemicals, fine chemicals, petrochemical, agrochemical, agricultural chemical manufacturing, fertilizer, fertiliser, crop protection,
      coatings, paint manufacturer, paint coating and adhesive manufacturing, paints and coatings, adhesives, industrial gases, lubricants, resins,
      dyes, artificial rubber and synthetic fiber manufacturing, chemie, chemieindustrie, chemische industrie, spezialchemie, -chemie, chemiekonzern,
      chemieunternehmen, chemiepark, lacke, farben und lacke, klebstoffe, dungemittel, schmierstoffe, pflanzenschutz, industriegase, chimie,
      industrie chimique, chimie fine, peintures et revetements, engrais, gaz industriels, colles et adhesifs, produits chimiques, quimica,
      industria quimica, productos quimicos, pinturas, fertilizantes, petroquimica, adhesivos, chimica, industria chimica, prodotti chimici, vernici,
      fertilizzanti, petrolchimica, colorificio, chemische, chemiebedrijf, verfindustrie, kunstmest, lijmen, produtos quimicos, tintas e vernizes,
      kemi, kemiindustri, kemisk industri, -kemi, kjemisk industri, farg och lack, kemianteollisuus, maaliteollisuus, chemiczny, przemysł chemiczny,
      chemia przemysłowa, nawozy, farby i lakiery, chemicky prumysl, hnojiva, kimya, kimya sanayi, boya sanayi, gubre
    `,
  },
  {
    name: 'plastics and rubber',
    within: ['Manufacturing'],
    terms: `
      plastics, plastics manufacturing, plastics and rubber product manufacturing, plastics industry, plastic products, injection moulding,
      injection molding, extrusion, polymer, rubber products manufacturing, rubber, thermoplastics, composites manufacturer, masterbatch, kunststoff,
      kunststoffe, kunststoffindustrie, kunststofftechnik, -kunststoffe, -kunststofftechnik, spritzguss, spritzgießerei, gummi, gummiwerke, kautschuk,
      plasturgie, matieres plastiques, caoutchouc, injection plastique, industria del plastico, inyeccion de plastico, caucho, materie plastiche,
      plastica, industria plastica, gomma, stampaggio plastica, kunststofindustrie, kunststoffen, kunststof, spuitgieten, borracha, plastico,
      transformacao de plasticos, plastindustri, plastforetag, plastproduktion, gummiindustri, muoviteollisuus, muovi, kumi, tworzywa sztuczne,
      przetworstwo tworzyw, plasty, zpracovani plastu, gumarensky, plastik, kaucuk
    `,
  },
  {
    name: 'glass and ceramics',
    within: ['Manufacturing'],
    terms: `
      glass ceramics and concrete, glass ceramics and concrete manufacturing, glass manufacturing, glass product manufacturing, glassmaker,
      glass maker, glassworks, ceramics, ceramic tiles, porcelain, clay and refractory products manufacturing, refractories, float glass, flat glass,
      sanitaryware, glasindustrie, glashutte, glaswerk, glashersteller, glasveredelung, keramik, keramikindustrie, fliesenhersteller, porzellan,
      porzellanmanufaktur, feuerfest, verrerie, verrier, industrie du verre, ceramique, carrelage, porcelaine, faiencerie, cristallerie, vidrio,
      industria del vidrio, ceramica, azulejos, porcelanico, vetro, vetreria, ceramiche, industria ceramica, piastrelle, glasfabriek, keramiek,
      tegelfabriek, vidro, vidraria, revestimento ceramico, cristaleria, glasbruk, glasværk, keramikk, lasiteollisuus, lasitehdas, keramiikka,
      huta szkła, przemysł szklarski, ceramika, sklarna, sklarny, sklarsky, keramicka, seramik, cam sanayi
    `,
  },
  {
    name: 'building materials',
    within: ['Manufacturing'],
    terms: `
      building material, building product, construction material, cement, cement manufacturing, concrete product manufacturing,
      abrasives and nonmetallic minerals manufacturing, lime and gypsum products manufacturing, bricks, roof tiles, insulation material,
      insulation manufacturer, ready mix, plasterboard, windows and doors, window manufacturer, architectural and structural metal manufacturing,
      prefab concrete, precast concrete, fittings and bathrooms, baustoffe, baustoffindustrie, baustoffhersteller, zement, zementwerk, beton,
      betonwerk, transportbeton, fertigteile, betonfertigteile, ziegel, ziegelwerk, dammstoffe, fensterbau, fensterhersteller, turenhersteller,
      fenster und turen, materiaux de construction, cimenterie, ciment, beton pret a l emploi, menuiserie industrielle, isolation thermique, tuiles,
      briqueterie, materiales de construccion, cementera, cemento, hormigon, ladrillos, ventanas y puertas, materiali da costruzione, cementificio,
      calcestruzzo, laterizi, serramenti, infissi, bouwmaterialen, bouwmateriaal, betonfabriek, cementfabriek, kozijnen, materiais de construcao,
      cimento, cimenteira, betao, concreteira, byggmaterial, byggmaterialindustri, byggematerialer, betong, cementtillverkare, rakennusmateriaalit,
      rakennustuoteteollisuus, betoni, materiały budowlane, cementownia, stolarka okienna, stavebni material, stavebni hmoty, cementarna,
      yapı malzemeleri, concrete manufacturing, concrete producer
    `,
  },
  {
    name: 'metals and steel',
    within: ['Manufacturing'],
    terms: `
      steel, steelmaker, steel maker, steel producer, steel industry, steelworks, steel mill, iron and steel, primary metal manufacturing,
      primary and fabricated metal manufacturing, fabricated metal product, fabricated metal products manufacturing, metal treatments,
      metal manufacturing, metal industry, metals, metallurgy, aluminium, aluminum, copper producer, foundry, foundries, metalworking,
      metal processing, sheet metal, casting company, galvanizing, stainless steel, metal fabrication, metal fabricator, stahl, stahlwerk,
      stahlindustrie, stahlhersteller, -stahlwerke, stahlbau, -stahlbau, metallindustrie, metallverarbeitung, metallbau, -metallbau, gießerei,
      giesserei, -gießerei, -giesserei, huttenwerk, blechbearbeitung, blechverarbeitung, schmiede, schmiedetechnik, oberflachentechnik, galvanik,
      edelstahl, siderurgie, siderurgique, acierie, acier, metallurgie, fonderie, chaudronnerie, tolerie, siderurgia, siderurgica, acero, aceria,
      metalurgia, metalurgica, fundicion, caldereria, acciaio, acciaieria, siderurgico, metallurgia, metallurgica, fonderia, carpenteria metallica,
      laminatoio, metalmeccanica, staal, staalindustrie, staalfabriek, staalconstructie, metaalindustrie, metaalbewerking, gieterij, aco,
      metalomecanica, fundicao, stal, stalindustri, stalverk, stalproduktion, metallindustri, gjuteri, -gjuteri, verkstadsindustri, stalvaerk,
      støberi, støperi, metallverk, terasteollisuus, metalliteollisuus, valimo, huta, hutnictwo, przemysł stalowy, obrobka metalu, odlewnia,
      konstrukcje stalowe, ocelarna, hutnictvi, zelezarny, slevarna, kovovyroba, celik, demir celik, dokum, metal sanayi
    `,
  },
];
