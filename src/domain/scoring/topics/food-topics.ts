import type { IndustryTopic } from './industry-topic.ts';

/** What grows, and what people eat, drink and smoke. */
export const FOOD_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'agriculture',
    within: [],
    terms: `
      agriculture, farming, agribusiness, agri business, agri food, agrifood, horticulture, greenhouse grower, ranching, ranching and fisheries,
      animal husbandry, livestock, crop production, plantation, orchard, nursery and floriculture, agricultural cooperative, arable farming,
      dairy farm, farming ranching forestry, agricultural, landwirtschaft, agrarwirtschaft, agrargenossenschaft, gartenbau, viehzucht, ackerbau,
      raiffeisen waren, pflanzenzucht, agricole, exploitation agricole, agroalimentaire, cooperative agricole, elevage, horticole, maraichage,
      agricultura, agropecuaria, agropecuario, ganaderia, agroindustria, cooperativa agricola, azienda agricola, agricoltura, agroalimentare,
      allevamento, landbouw, tuinbouw, veehouderij, akkerbouw, glastuinbouw, agronegocio, fazenda, lantbruk, jordbruk, landbrug, landbruk, gartneri,
      maatalous, rolnictwo, rolniczy, gospodarstwo rolne, zemedelstvi, zemedelske druzstvo, tarım, tarim, agro, -gartnerei, gartnerei,
      -landwirtschaft, farms, farmers
    `,
  },
  {
    name: 'forestry',
    within: ['agriculture'],
    terms: `
      forestry, forestry and logging, logging company, timberland, forest management, forstwirtschaft, forstbetrieb, forst, sylviculture,
      exploitation forestiere, silvicultura, forestal, florestal, silvicoltura, bosbouw, skogsbruk, skovbrug, metsatalous, lesnictwo, lesnictvi,
      ormancılık, ormancilik
    `,
  },
  {
    name: 'fishing and aquaculture',
    within: ['agriculture'],
    terms: `
      fishery, fisheries, aquaculture, fish farm, fish farming, salmon farming, seafood, fischerei, fischzucht, aquakultur, pisciculture, peche,
      produits de la mer, pesca, pesquera, acuicultura, aquicultura, acquacoltura, itticoltura, visserij, viskwekerij, fiske, fiskeri, oppdrett,
      lakseoppdrett, akvakultur, kalastus, rybołowstwo, rybarstvi, su urunleri, balıkcılık
    `,
  },
  {
    name: 'agricultural technology',
    within: [],
    terms: `
      agtech, agritech, agri tech, precision farming, precision agriculture, smart farming, farm management software, vertical farming, foodtech,
      food tech, agricultural technology, alternative protein, plant based protein, cultivated meat
    `,
  },
  {
    name: 'consumer goods',
    within: ['Manufacturing'],
    terms: `
      consumer goods, fmcg, cpg, consumer packaged goods, packaged goods, fast moving consumer goods, consumer product, consumer brand,
      household brand, fmcg manufacturing, branded goods, konsumguter, konsumguterindustrie, markenartikel, gebrauchsguter, biens de consommation,
      produits de grande consommation, pgc, bienes de consumo, productos de consumo, gran consumo, beni di consumo, largo consumo, consumptiegoederen,
      consumentengoederen, bens de consumo, konsumentvaror, forbrugsvarer, forbruksvarer, dagligvarer, kulutustavarat, dobra konsumpcyjne,
      spotrebni zbozi, hızlı tuketim, manufacture of consumer goods
    `,
  },
  {
    name: 'food production',
    within: ['consumer goods'],
    terms: `
      food production, food producer, food and beverage manufacturing, food and beverage, f and b manufacturing, food manufacturing,
      food manufacturer, food processing, food processor, food industry, food company, food companies, food brand, food product, food ingredient,
      foodstuff, frozen food, convenience food, snack food, snack, canned food, baby food manufacturing, animal feed manufacturing, animal feed,
      sugar and confectionery, fruit and vegetable preserves manufacturing, seafood product manufacturing, breakfast cereal, pasta maker, flour mill,
      edible oil, olive oil, spices, ready meal, food, lebensmittel, lebensmittelindustrie, lebensmittelproduktion, lebensmittelherstellung,
      lebensmittelhersteller, lebensmittelproduzent, nahrungsmittel, nahrungsmittelindustrie, ernahrungsindustrie, feinkost, tiefkuhlkost,
      futtermittel, teigwaren, muhlenwerke, -lebensmittel, -feinkost, alimentaire, industrie alimentaire, industrie agroalimentaire,
      produits alimentaires, conserverie, surgeles, huilerie, minoterie, traiteur industriel, alimentacion, alimentos, industria alimentaria,
      sector alimentario, conservas, conservera, aceite de oliva, aceitera, congelados, alimentare, alimentari, industria alimentare,
      settore alimentare, pastificio, oleificio, salumificio, conservificio, surgelati, levensmiddelen, levensmiddelenindustrie, voedingsindustrie,
      voedingsmiddelen, voedselproductie, diepvries, alimentar, industria de alimentos, producao de alimentos, livsmedel, livsmedelsindustri,
      -livsmedel, fødevarer, fødevareindustri, naeringsmiddel, næringsmiddelindustri, matindustri, elintarvike, elintarviketeollisuus,
      przemysł spozywczy, spozywczy, produkcja zywnosci, potravinarstvi, potravinarsky prumysl, gıda, gida, gıda sanayi
    `,
  },
  {
    name: 'meat',
    within: ['food production'],
    terms: `
      meat product, meat products manufacturing, meat processing, meat industry, meat packing, slaughterhouse, abattoir, butcher, poultry,
      sausage maker, fleischerei, metzgerei, -fleischerei, -metzgerei, fleischwaren, wurstwaren, fleischindustrie, fleischverarbeitung, schlachthof,
      -fleischwaren, boucherie, charcuterie, salaisons, industrie de la viande, volailles, carnica, industria carnica, embutidos, jamones, matadero,
      avicola, carni, salumi, macello, prosciuttificio, vleesverwerking, slachterij, vleeswaren, slagerij, frigorifico de carne, abatedouro,
      charkuteri, slagteri, slakteri, kjøttindustri, lihanjalostus, zakłady miesne, miesny, masna, masny prumysl, et urunleri
    `,
  },
  {
    name: 'dairy',
    within: ['food production'],
    terms: `
      dairy, dairies, dairy product, dairy product manufacturing, creamery, creameries, cheese maker, cheesemaker, milk processing, yoghurt, yogurt,
      ice cream, ice cream maker, molkerei, molkereien, -molkerei, kaserei, -kaserei, milchwerke, -milchwerke, milchwirtschaft, milchprodukte,
      sennerei, laiterie, fromagerie, produits laitiers, lactalis, lacteos, lactea, queseria, industria lactea, caseificio, latteria,
      lattiero caseario, latticini, zuivel, zuivelindustrie, melkfabriek, kaasmakerij, laticinio, queijaria, mejeri, -mejeri, meieri, -meieri,
      meijeri, mleczarnia, mleczarski, mleczarska, mlekarna, mlekarny, sut urunleri, glace industrielle
    `,
  },
  {
    name: 'bakery and confectionery',
    within: ['food production'],
    terms: `
      bakery, bakeries, baked goods, baked goods manufacturing, baked product, confectionery, confectioner, chocolate maker, chocolatier, chocolate,
      biscuit, cookie maker, sweets manufacturer, candy, sugar and confectionery product manufacturing, backerei, backereien, -backerei,
      grossbackerei, backwaren, -backwaren, konditorei, -konditorei, sußwaren, susswaren, sußwarenindustrie, susswarenindustrie, schokolade,
      schokoladenfabrik, -schokolade, bonbon, boulangerie, viennoiserie, patisserie, confiserie, biscuiterie, chocolaterie, panaderia, panificadora,
      pasteleria, galletas, bolleria, turron, panificio, pasticceria, biscottificio, cioccolato, dolciaria, dolciario, prodotti da forno, bakkerij,
      -bakkerij, banketbakkerij, zoetwaren, koekjesfabriek, chocolaterie artisanale, padaria, panificacao, confeitaria, bageri, -bageri, bagerier,
      bakeri, -bakeri, konfektyr, godis, leipomo, -leipomo, piekarnia, cukiernia, cukierniczy, wyroby cukiernicze, pekarna, pekarny, cukrovinky,
      unlu mamuller, sekerleme, fırın
    `,
  },
  {
    name: 'beverages',
    within: ['consumer goods'],
    terms: `
      beverage, beverage manufacturing, beverage industry, beverage company, beverage brand, food and beverage manufacturing, food and beverage,
      soft drink, drinks company, drinks brand, drinks producer, drinks industry, energy drink, bottler, bottling, bottling company, bottling group,
      mineral water, bottled water, juice, fruit juice, tea and coffee, coffee roaster, coffee roastery, roastery, coffee company, kombucha, getranke,
      getrankeindustrie, getrankehersteller, getrankeproduktion, -getranke, mineralbrunnen, -mineralbrunnen, mineralwasser, fruchtsaft, kelterei,
      erfrischungsgetranke, limonade, kaffeerosterei, rosterei, boisson, industrie des boissons, eaux minerales, jus de fruits, embouteilleur,
      torrefacteur, bebida, industria de bebidas, refrescos, embotelladora, aguas minerales, zumos, bevanda, bevande, acque minerali,
      succhi di frutta, torrefazione, imbottigliamento, dranken, drankenindustrie, frisdrank, frisdranken, koffiebranderij, refrigerante,
      engarrafadora, aguas minerais, dryck, drycker, dryckesindustri, drikkevarer, drikkevareindustri, juomat, juomateollisuus, virvoitusjuoma,
      napoje, branza napojow, napoje bezalkoholowe, napoj, nealkoholicke napoje, icecek, mesrubat
    `,
  },
  {
    name: 'breweries',
    within: ['beverages'],
    terms: `
      brewery, breweries, brewing, brewing company, brewer, craft beer, microbrewery, beer brand, beer, malting, brauerei, brauereien, -brauerei,
      -brauereien, brauhaus, -brauhaus, braustatte, -brau, brau, bier, biere, malzerei, brasserie artisanale, brasseries, brasseur, microbrasserie,
      malterie, cerveceria, cervecera, cerveza, birrificio, birra, birreria artigianale, brouwerij, -brouwerij, brouwerijen, mouterij, cervejaria,
      cerveja, bryggeri, -bryggeri, bryggerier, bryggeriet, -bryggeriet, panimo, -panimo, browar, browary, piwo, piwowarski, pivovar, pivovary, bira,
      biracılık
    `,
  },
  {
    name: 'wine and spirits',
    within: ['beverages'],
    terms: `
      wine and spirits, wines and spirits, winery, wineries, vineyard, winemaker, winemaking, viticulture, wine producer, wine company, wines,
      distillery, distiller, spirits company, spirits brand, whisky, whiskey, vodka, rum producer, liqueur, champagne, cider maker, weingut, -weingut,
      weinkellerei, -kellerei, sektkellerei, winzer, winzergenossenschaft, weinbau, spirituosen, brennerei, -brennerei, destillerie, schnaps,
      domaine viticole, vigneron, viticole, vignoble, vins, vins et spiritueux, spiritueux, distillerie, maison de champagne, chateau viticole,
      bodega, vinos, vina, vinedo, vinicola, viticultura, destileria, licores, cantina vinicola, cantine, vini, vinicolo, enologia, viticoltura,
      distilleria, liquori, spumanti, wijnhuis, wijngaard, gedistilleerd, distilleerderij, stokerij, adega, viniculture, vinho, destilaria, vingard,
      destilleri, vinmonopol, viini, tislaamo, winnica, gorzelnia, destylarnia, vinarstvi, vinarske zavody, palirna, sarap, rakı
    `,
  },
  {
    name: 'tobacco',
    within: ['consumer goods'],
    terms: `
      tobacco, tobacco manufacturing, cigarette, cigar, vaping, vape, nicotine product, tabak, tabakindustrie, tabakwaren, zigaretten, tabac,
      industrie du tabac, tabaco, tabacalera, cigarrillos, tabacco, manifattura tabacchi, sigarette, tobak, snus, tobakk, tupakka, tyton, tytoniowy,
      tabakovy, tutun
    `,
  },
  {
    name: 'nutrition and supplements',
    within: ['consumer goods'],
    terms: `
      dietary supplement, food supplement, nutritional supplement, nutraceutical, vitamins and supplements, sports nutrition, functional food,
      infant formula, baby food, clinical nutrition, nahrungserganzung, nahrungserganzungsmittel, sportnahrung, babynahrung, complements alimentaires,
      nutrition sportive, suplementos, complementos alimenticios, nutraceutica, integratori, integratori alimentari, voedingssupplementen,
      sportvoeding, suplementos alimentares, kosttillskott, kosttilskud, kosttilskudd, ravintolisat, suplementy, suplementy diety, doplnky stravy,
      gıda takviyesi
    `,
  },
];
