import type { IndustryTopic } from './industry-topic.ts';

/** Games, media and the arts. */
export const MEDIA_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'gaming',
    within: ['Media/Entertainment'],
    labels: 'games, juegos, spiele',
    terms: `
      gaming, video game, computer game, game studio, games studio, game developer, games company, game publisher, mobile games, mobile gaming,
      mobile gaming apps, game development, indie games, esports platform, videospiele, computerspiele, spieleentwickler, spielestudio,
      gaming branche, jeux video, jeu video, studio de jeux, editeur de jeux, videojuego, estudio de videojuegos, videogioco, videogiochi,
      sviluppatore di videogiochi, videogames, gamestudio, spelontwikkelaar, jogos eletronicos, jogos digitais, estudio de jogos, spelutvecklare,
      spelstudio, datorspel, tv spel, spiludvikler, computerspil, spillstudio, dataspill, spillselskap, pelialan, pelistudio, peliyhtio,
      gry komputerowe, gry wideo, producent gier, pocitacove hry, vyvoj her, herni studio, oyun studyosu, oyun gelistirme
    `,
  },
  {
    name: 'gambling and casinos',
    within: ['Media/Entertainment'],
    labels: 'betting',
    terms: `
      gambling, gambling and casinos, gambling facilities and casinos, casino, igaming, i gaming, sports betting, bookmaker, online casino, lottery,
      sportsbook, glucksspiel, sportwetten, lotterie, lotto, spielbank, spielbanken, wettanbieter, jeux d argent, paris sportifs, loterie,
      francaise des jeux, juego online, apuestas, apuestas deportivas, loteria, gioco d azzardo, scommesse, lotteria, scommesse sportive, kansspelen,
      loterij, weddenschappen, apostas, apostas esportivas, jogos de azar, spelbolag, spel och dobbel, lotteri, spiludbyder, pengespill, rahapeli,
      veikkaus, zakłady bukmacherskie, kasyno, sazkova kancelar, sazeni, loterie a sazky, bahis, sans oyunları, online betting
    `,
  },
  {
    name: 'film and television',
    within: ['Media/Entertainment'],
    labels: 'film, movie, radio',
    terms: `
      film production, film industry, movie studio, motion pictures and film, movies videos and sound, movies and sound recording, media production,
      tv production, television, television production, broadcaster, broadcasting, broadcast media, broadcast media production and distribution,
      radio and television broadcasting, cable and satellite programming, radio station, radio broadcasting, tv channel, tv station,
      streaming service, streaming platform, video production, animation, animation and post production, post production, vfx, visual effects, cinema,
      cinema chain, production company, filmproduktion, filmproduktionen, -filmproduktion, fernsehen, fernsehproduktion, fernsehsender, rundfunk,
      rundfunkanstalt, -rundfunk, horfunk, privatsender, kino, kinobetreiber, filmstudio, videoproduktion, production audiovisuelle, audiovisuel,
      cinema et television, chaine de television, chaines de television, radiodiffusion, societe de production, produccion audiovisual, audiovisual,
      productora, productora audiovisual, cadena de television, television y radio, produzione cinematografica, produzione televisiva, emittente,
      emittenti televisive, televisione, audiovisivo, omroep, omroepen, televisie, filmproductie, tv productie, bioscoop, bioscopen, emissora de tv,
      emissora, produtora audiovisual, produtora de cinema, televisao, radiodifusao, filmbolag, tv bolag, tv produktion, biograf, biografkedja,
      produktionsbolag, produktionsselskab, filmselskab, filmproduksjon, tv selskap, kringkasting, elokuvatuotanto, tuotantoyhtio, yleisradio,
      elokuvateatteri, telewizja, produkcja filmowa, stacja telewizyjna, stacja radiowa, filmova produkce, televize, televizni, rozhlas, sinema,
      televizyon, yapım sirketi, dizi yapım
    `,
  },
  {
    name: 'music',
    within: ['Media/Entertainment'],
    labels: 'music',
    terms: `
      music industry, musicians, record label, music label, music publishing, music publisher, music company, music streaming, sound recording,
      concert promoter, live music, live entertainment, artist management, musikindustrie, musikverlag, plattenlabel, konzertveranstalter,
      musikwirtschaft, musikbranche, industrie musicale, maison de disques, label musical, producteur de spectacles, edition musicale,
      industria musical, discografica, promotor de conciertos, industria musicale, etichetta discografica, casa discografica, muziekindustrie,
      platenlabel, platenmaatschappij, concertorganisator, gravadora, industria da musica, musikbolag, skivbolag, musikbranschen, pladeselskab,
      musikkbransjen, plateselskap, levy yhtio, musiikkiala, branza muzyczna, wytwornia muzyczna, hudebni vydavatelstvi, muzik sirketi, plak sirketi
    `,
  },
  {
    name: 'media',
    within: ['Media/Entertainment'],
    labels: `
      medien, medias, medios, mezzi di comunicazione, entertainment, unterhaltung, divertissement, entretenimiento, intrattenimento, entretenimento
    `,
    terms: `
      media company, media companies, media group, media house, media industry, online media, online audio and video media, digital media company,
      media and entertainment, media entertainment, media conglomerate, entertainment industry, entertainment company, entertainment providers,
      content creators, creator economy, influencer network, podcast network, podcasts, social networking platforms, medienhaus, medienhauser,
      medienunternehmen, mediengruppe, medienkonzern, medienbranche, medienwirtschaft, groupe media, groupe de medias, secteur des medias,
      medios de comunicacion, grupo de medios, grupo de comunicacion, sector media, gruppo media, gruppo editoriale multimediale, mediabedrijf,
      mediaconcern, mediasector, midia, grupo de midia, grupo de comunicacao, media grupo, mediehus, mediabolag, mediekoncern, mediehuset,
      mediekonsern, medieselskab, mediatalo, mediayhtio, koncern medialny, grupa medialna, medialni dum, medialni skupina, medya, medya grubu
    `,
  },
  {
    name: 'publishing',
    within: ['media'],
    labels: 'editorial',
    terms: `
      publishing, publisher, publishing house, book publishing, book publisher, book and periodical publishing, periodical publishing,
      magazine publisher, magazine publishing, academic publishing, educational publisher, writing and editing, verlag, verlage, verlagswesen,
      -verlag, -verlage, verlagshaus, verlagsgruppe, fachverlag, buchverlag, zeitschriftenverlag, maison d edition, maisons d edition,
      edition de livres, editeur de livres, edition litteraire, editoriales, sector editorial, grupo editorial, casa editorial, casa editrice,
      case editrici, editoria, settore editoriale, gruppo editoriale, uitgeverij, uitgeverijen, uitgever, -uitgeverij, editora, editora de livros,
      mercado editorial, forlag, -forlag, bokforlag, forlaget, bogforlag, forlagshus, kustantamo, kustannusyhtio, kustannus, wydawnictwo, wydawnictwa,
      wydawca, nakladatelstvi, vydavatelstvi, yayınevi, yayıncılık
    `,
  },
  {
    name: 'news and press',
    within: ['media'],
    labels: 'news, press, magazine, presse, imprensa',
    terms: `
      newspaper, newspaper publishing, news agency, news media, news publisher, news organisation, news organization, internet news,
      internet publishing, online news, journalism, news outlet, press agency, broadcast news, zeitung, zeitungen, zeitungsverlag, -zeitung,
      nachrichtenagentur, nachrichtenportal, tageszeitung, nachrichtenmagazin, journalismus, presse ecrite, presse quotidienne, journal quotidien,
      agence de presse, groupe de presse, periodico, prensa, periodismo, giornale, giornali, quotidiano, agenzia di stampa, testata giornalistica,
      giornalismo, krant, kranten, dagblad, dagbladen, nieuwsmedia, persbureau, journalistiek, tijdschriften, jornal, jornais, jornalismo,
      agencia de noticia, tidning, tidningar, -tidning, dagstidning, nyhetsbyra, nyhetsmedia, dagblade, nyhedsmedie, aviser, avishus, sanomalehti,
      uutistoimisto, gazeta, gazety, prasa, dziennik, agencja prasowa, noviny, denik, tiskova agentura, gazete, haber ajansı, gazetecilik
    `,
  },
  {
    name: 'museums and arts',
    within: ['Media/Entertainment'],
    labels: 'art, culture, kultur',
    terms: `
      museum, museums and institutions, museums historical sites and zoos, historical sites, art gallery, art galleries, arts and crafts, fine art,
      performing arts, performing arts and spectator sports, artists and writers, theatre, theater, theater companies, theatre company,
      dance companies, circuses and magic shows, opera, opera house, orchestra, philharmonic, ballet, libraries, cultural institution,
      cultural organisation, auction house, arts organisation, arts organization, arts and culture, art and culture, museen, -museum, -museen,
      -theater, theaterbetrieb, staatstheater, schauspielhaus, oper, opernhaus, philharmonie, orchester, -orchester, philharmoniker, kunsthalle,
      kunstgalerie, galerie, bibliothek, bibliotheken, -bibliothek, kultureinrichtung, kulturbetrieb, kulturinstitution, kunst und kultur, musee,
      galerie d art, bibliotheque, mediatheque, institution culturelle, secteur culturel, spectacle vivant, arts du spectacle, patrimoine culturel,
      museo, teatro, galeria de arte, biblioteca, institucion cultural, artes escenicas, sector cultural, musei, teatri, galleria d arte, biblioteche,
      istituzione culturale, beni culturali, settore culturale, musea, schouwburg, bibliotheek, culturele instelling, kunst en cultuur, cultuursector,
      museu, orquestra, artes cenicas, setor cultural, museer, muset, teater, -teatern, kulturhus, bibliotek, konsthall, operan, kunstmuseum,
      kunsthal, museo ja kulttuuri, teatteri, -teatteri, kirjasto, -kirjasto, ooppera, muzeum, muzea, teatr, filharmonia, biblioteka,
      instytucja kultury, divadlo, galerie umeni, knihovna, kulturni instituce, tiyatro, kutuphane, public library, national library, stadtbibliothek
    `,
  },
];
