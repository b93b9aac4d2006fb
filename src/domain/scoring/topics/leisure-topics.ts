import type { IndustryTopic } from './industry-topic.ts';

/** Travel, guests and free time. */
export const LEISURE_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'travel and hospitality',
    within: [],
    terms: `
      travel and hospitality, hospitality and tourism, hospitality and travel, tourism and hospitality, travel and leisure, leisure and hospitality,
      travel hospitality, hotels and travel, hotellerie und tourismus, tourismus und hotellerie, tourismus und gastgewerbe, hotellerie et tourisme,
      tourisme et hotellerie, hosteleria y turismo, turismo y hosteleria, turismo e ospitalita, toerisme en horeca, turismo e hotelaria,
      turism i hotelarstwo, turizm ve otelcilik
    `,
  },
  {
    name: 'travel and tourism',
    within: ['travel and hospitality'],
    labels: 'travel, leisure, reisen, viajes, viaggi, resor, rejser, reiser',
    terms: `
      tourism, travel and tourism, leisure travel and tourism, leisure travel tourism, travel arrangements, travel industry, travel company,
      travel companies, tourism board, tourist board, destination marketing organisation, destination management, destination management company,
      tourist office, cruise line, cruise company, cruises, sightseeing transportation, tourismus, tourismusbranche, touristik, reisebranche,
      tourismusverband, tourismusorganisation, kreuzfahrten, kreuzfahrtreederei, tourisme, secteur du tourisme, office de tourisme, croisieres,
      croisieriste, turismo, sector turistico, cruceros, settore turistico, crociere, toerisme, reisbranche, reissector, setor de turismo,
      setor do turismo, cruzeiros, turism, besoksnaring, resebranschen, turisme, reiseliv, turistindustri, rejsebranchen, matkailu, matkailuala,
      turystyka, branza turystyczna, cestovni ruch, cestovani a turismus, turizm, turizm sektoru
    `,
  },
  {
    name: 'travel agencies and tour operators',
    within: ['travel and tourism'],
    terms: `
      travel agency, travel agencies, travel agent, tour operator, travel management company, business travel agency, online travel agency,
      package holidays, holiday company, reiseveranstalter, reiseburo, -reiseburo, reisebuero, geschaftsreisen, busreisen, agences de voyages,
      agence de voyage, tour operateur, voyagiste, tour operador, turoperador, agencia de viajes, agencias de viajes, agenzia di viaggi,
      agenzia viaggi, agenzie di viaggio, touroperator, reisbureau, reisorganisatie, agencia de viagens, operadora de turismo, operador turistico,
      resebyra, researrangor, rejsebureau, rejsearrangør, reisebyra, reiseoperatør, matkatoimisto, matkanjarjestaja, biuro podrozy, touroperatorzy,
      cestovni kancelar, cestovni agentura, seyahat acentası, seyahat acentesi, tur operatoru
    `,
  },
  {
    name: 'attractions and theme parks',
    within: ['travel and tourism'],
    terms: `
      theme park, amusement park, amusement parks and arcades, visitor attraction, leisure park, leisure centre, water park, zoo, aquarium,
      museums historical sites and zoos, skiing facilities, ski resort, ski area, golf course, golf club, golf courses and country clubs,
      country club, cable cars, recreational facilities, wellness resort, freizeitpark, -freizeitpark, erlebnispark, tierpark, zoologischer garten,
      bergbahnen, bergbahn, seilbahnen, skigebiet, freizeitbad, therme, -therme, parc d attractions, parcs d attractions, parc de loisirs,
      parcs de loisirs, parc a theme, station de ski, remontees mecaniques, domaine skiable, domaines skiables, loisirs, parque tematico,
      parques tematicos, parque de atracciones, estacion de esqui, ocio, parco divertimenti, parchi divertimento, parco a tema,
      comprensorio sciistico, impianti di risalita, pretpark, pretparken, attractiepark, dierentuin, recreatiepark attracties, parque de diversoes,
      jardim zoologico, temapark, nojespark, djurpark, skidanlaggning, forlystelsespark, fornøyelsespark, skianlegg, huvipuisto, elaintarha,
      hiihtokeskus, park rozrywki, park wodny, zabavni park, lyzarske stredisko, eglence parkı, tema parkı
    `,
  },
  {
    name: 'hospitality',
    within: ['travel and hospitality'],
    terms: `
      hospitality, hospitality industry, hospitality group, hospitality company, hospitality sector, hospitality business, accommodation,
      accommodation and food services, horeca, gastgewerbe, hotel und gastgewerbe, hotellerie und gastronomie, hotellerie gastronomie,
      hotel und gaststattengewerbe, hotellerie restauration, cafes hotels restaurants, hosteleria, sector hostelero, hoteleria y gastronomia,
      ospitalita, settore ricettivo, ricettivita, horecabedrijf, horecasector, hotelaria e restauracao, hospitalidade, hospedagem,
      hotell och restaurang, hotel og restauration, hotell og restaurant, majoitus ja ravitsemis, majoitusala, branza hotelarska i gastronomiczna,
      pohostinstvi, konaklama, agırlama
    `,
  },
  {
    name: 'hotels and resorts',
    within: ['hospitality'],
    terms: `
      hotel, hotels and motels, hotels and resorts, hotel and resort, hotels motels and resorts, resort, hotel group, hotel chain, hotel operator,
      hotel company, hotel management company, hotel owner, boutique hotel, hotel industry, hotelier, aparthotel, motel, hostel, inn and suites,
      bed and breakfast, lodging, bed and breakfasts hostels homestays, wellnesshotel, -hotel, hotellerie, hotelgruppe, hotelkette, hotelgesellschaft,
      hotelbetrieb, gasthof, gasthaus, pension hotel, herberge, jugendherberge, -resort, groupe hotelier, chaine hoteliere, hotelerie,
      hotelier restaurateur, auberge de jeunesse, palace hotelier, cadena hotelera, cadenas hoteleras, hotelero, hotelera, grupo hotelero,
      sector hotelero, hosteria, parador, paradores, alberghi, albergo, alberghiero, catena alberghiera, gruppo alberghiero, settore alberghiero,
      hotellerie di lusso, hotelketen, hotelgroep, hotelbedrijf, hotelaria, rede hoteleira, hoteis, grupo hoteleiro, hoteleiro, pousada, hotell,
      -hotell, hotellkedja, hotellkjede, hotelkæde, hotelli, hotellit, -hotelli, hotelliketju, kylpyla, hotelarstwo, hotelarski, siec hoteli, hotele,
      hotelova, hotelnictvi, hotelovy, otel, oteller, otelcilik, tatil koyu
    `,
  },
  {
    name: 'holiday parks and campsites',
    within: ['hospitality'],
    terms: `
      holiday park, campsite, campground, camping site, caravan park, holiday village, holiday resort park, glamping, bungalow park, vacation park,
      ferienpark, -ferienpark, campingplatz, campingplatze, feriendorf, ferienanlage, camping, hotellerie de plein air, village vacances,
      villages vacances, village de vacances, parc residentiel de loisirs, parque de vacaciones, villaggio turistico, villaggi turistici, campeggio,
      campeggi, vakantiepark, vakantieparken, -vakantiepark, bungalowpark, bungalowparken, recreatiepark, recreatieparken, parque de campismo,
      parques de campismo, campingplats, campingplatser, semesterby, stugby, campingplads, campingpladser, feriecenter, feriepark, campingplass,
      leirintaalue, lomakyla, osrodek wypoczynkowy, pole kempingowe, kempingi, kemp, autokemp, kamp alanı, tatil parkı
    `,
  },
  {
    name: 'serviced apartments and holiday rentals',
    within: ['hospitality'],
    terms: `
      serviced apartment, serviced living, apartment hotel, extended stay, short term rental, short stay, vacation rental, holiday rental,
      holiday home, holiday let, coliving, co living, corporate housing, aparthotels, ferienwohnung, ferienwohnungen, ferienhaus, ferienhauser,
      boardinghouse, wohnen auf zeit, -ferienwohnungen, location saisonniere, locations saisonnieres, location de vacances, locations de vacances,
      residence de tourisme, residences de tourisme, residence hoteliere, appart hotel, apparthotel, gite, conciergerie airbnb, alquiler vacacional,
      alojamiento turistico, alojamientos turisticos, apartamentos turisticos, viviendas turisticas, affitti brevi, affitto breve, case vacanza,
      casa vacanze, residence turistico, appartamenti turistici, vakantiewoning, vakantiewoningen, vakantiehuizen, vakantieverhuur,
      aluguel por temporada, alojamento local, arrendamento de ferias, semesterlagenhet, stuguthyrning, foretagsbostader, feriehuse,
      sommerhusudlejning, hytteutleie, ferieboliger, loma asunto, mokkivuokraus, huoneistohotelli, apartamenty na wynajem, najem krotkoterminowy,
      kratkodoby pronajem, tatil evi, kısa sureli kiralama
    `,
  },
  {
    name: 'restaurants',
    within: ['hospitality'],
    terms: `
      restaurant, restaurant chain, restaurant group, restaurant operator, food and beverage services, fast food, quick service restaurant, qsr,
      casual dining, coffee shop chain, coffee shops, bars taverns and nightclubs, pub chain, pubs, nightclub, food service, foodservice,
      mobile food services, dark kitchens, pizzeria, cafe chain, bistro, gastronomie, systemgastronomie, gaststatte, gastronomiebetrieb,
      gastrobetrieb, -restaurant, wirtshaus, schnellgastronomie, restauration, restaurateur, restauration rapide, chaine de restaurants, brasserie,
      restauracion, cadena de restaurantes, restauracion organizada, gastronomia, ristorazione, ristorante, ristoranti, catena di ristoranti,
      trattoria, restaurantketen, restaurants en cafes, restaurante, rede de restaurantes, alimentacao fora do lar, lanchonete, restaurang,
      restauranger, restaurangkedja, snabbmat, restaurationsbranchen, restaurantkæde, restaurantkjede, serveringsbransjen, ravintola, ravintolat,
      -ravintola, ravintola ala, restauracja, restauracje, branza gastronomiczna, restaurace, gastronomicky provoz, restoran, restoranlar, yeme icme
    `,
  },
  {
    name: 'catering',
    within: ['hospitality'],
    terms: `
      catering, caterer, catering company, catering group, contract catering, contract caterer, contract foodservice, corporate catering,
      event catering, inflight catering, betriebsgastronomie, gemeinschaftsverpflegung, betriebsverpflegung, caterer unternehmen, partyservice,
      catering unternehmen, -catering, restauration collective, traiteur, restauracion colectiva, colectividades, ristorazione collettiva,
      mensa aziendale, ristorazione aziendale, cateraar, bedrijfscatering, cateringbedrijf, restauracao coletiva, refeicoes coletivas, maltidsservice,
      kantinedrift, kantine, cateringfirma, henkilostoravintola, pitopalvelu, zywienie zbiorowe, firma cateringowa, zavodni stravovani,
      yemek fabrikası, toplu yemek
    `,
  },
  {
    name: 'events',
    within: [],
    labels: 'event, eventos, eventi, evenementen, veranstaltungen, evenementiel',
    terms: `
      events services, event services, event management, event agency, events agency, event company, events company, events industry, event organiser,
      event organizer, conference organiser, exhibition organiser, trade fair, trade show organizer, exhibitions and trade shows, mice industry,
      convention centre, conference centre, congress centre, wedding planner, ticketing, event technology rental, stand builder, exhibition stands,
      eventagentur, eventagenturen, veranstaltungsagentur, messe, messen, messegesellschaft, messebau, -messe, messeveranstalter, kongresszentrum,
      veranstaltungswirtschaft, veranstaltungstechnik, livekommunikation, agence evenementielle, evenementielle, secteur evenementiel,
      salons professionnels, organisateur de salons, parc des expositions, palais des congres, agencia de eventos, organizacion de eventos,
      empresa de eventos, ferias y congresos, recinto ferial, organizzazione eventi, agenzia di eventi, organizzazione di eventi, fiera, fiere,
      ente fiera, allestimenti fieristici, evenementenbureau, evenementenbranche, beurzen, beursorganisator, standbouw, congrescentrum,
      organizacao de eventos, produtora de eventos, feiras e congressos, eventbyra, eventforetag, massarrangor, eventbureau, messearrangør,
      tapahtuma ala, tapahtumatuotanto, tapahtumatoimisto, messukeskus, agencja eventowa, organizacja eventow, targi, eventova agentura, veletrhy,
      etkinlik yonetimi, organizasyon sirketi, fuarcılık
    `,
  },
  {
    name: 'sports clubs and leagues',
    within: ['Media/Entertainment'],
    labels: 'sport, deportes, desporto, esporte, idrott, urheilu',
    terms: `
      sports club, sports team, sports teams and clubs, sports league, spectator sports, professional sports, football club, soccer club,
      basketball club, rugby club, cricket club, sports organisation, sports organization, sports federation, sports association, sports industry,
      esports, esports organization, racetracks, sports marketing, sports rights, racing team, sportverein, sportvereine, -sportverein, fußballverein,
      fussballverein, fußballclub, fußball bundesliga, sportverband, -sportverband, sportbranche, club de football, club sportif, federation sportive,
      club professionnel, club de futbol, club deportivo, clubes deportivos, federacion deportiva, liga deportiva, societa sportiva,
      squadra di calcio, club calcistico, associazione sportiva, federazione sportiva, voetbalclub, sportclub, sportbond, betaald voetbal,
      clube de futebol, clube esportivo, clube desportivo, federacao esportiva, idrottsforening, idrottsforbund, fotbollsklubb, fotbollsforbund,
      idrætsforening, fodboldklub, idrettslag, idrettsforbund, fotballklubb, urheiluseura, jalkapalloseura, klub sportowy, klub piłkarski,
      zwiazek sportowy, fotbalovy klub, sportovni klub, spor kulubu, futbol kulubu
    `,
  },
  {
    name: 'fitness and wellness',
    within: [],
    labels: 'wellness, fitness, health and wellness',
    terms: `
      health wellness and fitness, wellness and fitness services, wellness and fitness, fitness club, fitness centre, fitness center, fitness chain,
      fitness industry, fitness company, gym, gym chain, health club, health and fitness, yoga studio, day spa, wellness company, beauty salon,
      hairdresser, hair salon, personal care services, fitnessstudio, -fitness, fitnesskette, fitnessbranche, wellnessbranche, friseur, friseursalon,
      kosmetikstudio, salle de sport, salles de sport, club de fitness, remise en forme, institut de beaute, salon de coiffure, gimnasio,
      cadena de gimnasios, centro de belleza, peluqueria, palestra, palestre, centro fitness, centro benessere, parrucchiere, sportschool,
      sportscholen, fitnessketen, kapsalon, academia de ginastica, academias de ginastica, ginasio, salao de beleza, gymkedja, traningskedja,
      friskvard, fitnesskæde, treningssenter, kuntosali, kuntosaliketju, siłownia, kluby fitness, salon fryzjerski, fitness centrum, posilovna,
      spor salonu, kuafor, spa and wellness, spa resort
    `,
  },
];
