import type { TitleWords } from './title-words.ts';

/** Swedish, Danish, Norwegian and Finnish. */
export const NORDIC_WORDS: TitleWords = {
  functions: {
    finance: {
      '': `ekonomi, økonomi, finans, finansiell, finansiel, ekonomisk, økonomisk, talous, talouden, rahoitus, rahoituksen, rahasto, ekonomi och administration, økonomi og administration, økonomi og administrasjon,
        ekonomi och finans, økonomi og finans, talous ja hallinto`,
      accounting: `redovisning, bokforing, bokføring, bogføring, bogholderi, regnskap, regnskab, kirjanpito, kirjanpidon, laskenta, laskennan, bokslut, kundreskontra, leverandorsreskontra, ostoreskontra, myyntireskontra`,
      controlling: 'ekonomistyrning, økonomistyring, virksomhetsstyring',
      treasury: 'likviditet',
      tax: 'skatt, skat, verotus, verotuksen',
      audit: 'internrevision, internrevisjon, revisjon, sisainen tarkastus, tilintarkastus',
    },
    investment: {
      '': 'investering, investeringar, investeringer, kapitalforvaltning, formuesforvaltning, sijoitus, sijoitustoiminta, varainhoito',
    },
    marketing: {
      '': 'marknad, marknads, marknadsforing, markedsføring, marked, markeds, markkinointi, markkinoinnin, markedsforing',
      brand: 'varumarke, varemerke, varemærke, brandi',
      content: 'sisaltomarkkinointi, innehall, sociala medier, sosiale medier, some markkinointi',
      'performance marketing': 'digital marknadsforing, digital markedsføring, digimarkkinointi',
    },
    communications: {
      '': `kommunikation, kommunikasjon, information och kommunikation, viestinta, viestinnan, tiedotus, presse, samhallskontakter, samfunnskontakt, yhteiskuntasuhteet, intern kommunikation, ekstern kommunikation`,
    },
    sales: {
      '': `salj, forsaljning, forsaljnings, salg, salgs, myynti, myynnin, kommersiell, kommersielle, kommerciel, kommersiel, kaupallinen, eksport, vienti, viennin`,
      'business development':
        'affarsutveckling, forretningsudvikling, forretningsutvikling, liiketoiminnan kehitys, liiketoiminnan kehityksen, liiketoiminnan kehittaminen',
      'account management': 'asiakkuus, asiakkuudet, kundansvar, storkund, storkunder',
    },
    'customer success': {
      '': `kundservice, kundeservice, kundtjanst, kundesenter, kundupplevelse, kundeoplevelse, kundesupport, kundsupport, kunder, asiakaspalvelu, asiakaspalvelun, asiakaskokemus, asiakaskokemuksen, asiakastuki, asiakkaat`,
    },
    people: {
      '': 'personale, henkilosto, henkiloston, hr ja hallinto, menneskelige ressourcer, manskliga resurser, medarbetare, medarbejder, arbeidsliv, tyosuhde, tyosuhteet',
      rewards:
        'lønn, løn, lønninger, palkka, palkat, palkanlaskenta, palkanlaskennan, palkkahallinto, kompensation',
      learning: 'kompetensutveckling, kompetenceudvikling, kompetanseutvikling, osaamisen kehittaminen',
    },
    recruiting: {
      '': 'rekrytering, rekruttering, rekrytointi, rekrytoinnin, bemanning, bemanding, henkilostovuokraus',
    },
    engineering: {
      '': `teknik, teknikk, teknologi, teknisk, tekniske, tekniska, tekninen, tekniikka, tekniikan, teknologia, teknologian, utveckling, udvikling, utvikling, forskning och utveckling, forskning og utvikling,
        forskning og udvikling, tutkimus ja kehitys`,
      software: `mjukvara, mjukvaruutveckling, programvara, programvareutvikling, softwareudvikling, systemutveckling, systemutvikling, systemudvikling, ohjelmisto, ohjelmistokehitys, ohjelmistokehityksen`,
    },
    'industrial engineering': {
      '': 'underhall, vedlikehold, vedligehold, kunnossapito, kunnossapidon, maskin, mekanisk, elektro, konepaja',
    },
    product: {
      '': 'produkter, produktutveckling, produktutvikling, produktudvikling, tuote, tuotteet, tuotekehitys, tuotekehityksen, tuotehallinta, innovasjon, innovaatio',
    },
    design: { '': 'formgivning, muotoilu, muotoilun, brukeropplevelse, kayttokokemus' },
    data: {
      '': 'dataanalyse, dataanalys, analyse och insikt, tekoaly, tekoalyn, kunstig intelligens, artificiell intelligens, tiedolla johtaminen, analytiikka, analytiikan',
    },
    IT: {
      '': `informationsteknik, informationsteknologi, informasjonsteknologi, tietohallinto, tietohallinnon, tietotekniikka, tietotekniikan, digitalisering, digitalisaatio, digitalisaation, digitaliset palvelut, it drift, ikt`,
    },
    security: {
      '': `sakerhet, sikkerhed, sikkerhet, informationssakerhet, informationssikkerhed, informasjonssikkerhet, itsakerhet, it sakerhet, it sikkerhed, it sikkerhet, cybersakerhet, cybersikkerhed, cybersikkerhet,
        tietoturva, tietoturvan, kyberturvallisuus, kyberturvallisuuden, turvallisuus, turvallisuuden, datasikkerhet`,
    },
    operations: {
      '': `drift, drifts, verksamhet, virksomhet, virksomhed, toiminnot, toimintojen, operatiivinen, myymala, anlegg, anlæg, anlaggning, kiinteisto, kiinteistot, fastighet, fastigheter, ejendom, eiendom`,
      production: `produktions, produksjon, produksjons, tillverkning, fremstilling, tuotanto, tuotannon, tehdas, tehtaan, fabrik, fabrikk`,
      branch: `butik, butikk`,
    },
    'project management': {
      '': 'prosjekt, prosjekter, projekter, projekti, projektit, hanke, hankkeet, projektiledning',
    },
    'supply chain': {
      '': `logistikk, logistiikka, logistiikan, varasto, varaston, toimitusketju, toimitusketjun, forsorjningskedja, forsyningskjede, forsyningskæde, varuforsorjning, distribusjon, kuljetus, spedition, lagerdrift`,
    },
    procurement: {
      '': 'inkop, innkjøp, indkøb, anskaffelse, anskaffelser, upphandling, osto, oston, ostot, hankinta, hankinnan, hankinnat, hankinta ja logistiikka',
    },
    quality: {
      '': 'kvalitet, kvalitets, kvalitetssakring, kvalitetssikring, laatu, laadun, laadunvarmistus, laadunhallinta, hms, arbetsmiljo, arbejdsmiljø, arbeidsmiljø, tyosuojelu, testing og kvalitet',
    },
    legal: {
      '': 'juridik, juridisk, juridiska, jura, jus, lakiasiat, lakiasiain, lakiasioiden, oikeudellinen, ratt, avtal',
      compliance:
        'regelefterlevnad, etterlevelse, dataskydd, personvern, databeskyttelse, tietosuoja, tietosuojan',
    },
    risk: { '': 'riskhantering, risikostyring, riski, riskit, riskien, riskienhallinta, riskienhallinnan' },
    strategy: {
      '': 'strategi, strategisk, strategiska, strategian, strateginen, verksamhetsutveckling, virksomhetsutvikling',
    },
    sustainability: {
      '': 'hallbarhet, hallbarhets, baredygtighed, bærekraft, bæredygtighed, miljo, miljø, vastuullisuus, vastuullisuuden, kestava kehitys, kestavan kehityksen',
    },
    administration: {
      '': 'administrasjon, administrativ, administrativa, hallinto, hallinnon, hallinnollinen, kontor, toimisto, forvaltning, stab',
    },
    consulting: {
      '': 'radgivning, radgivnings, konsultverksamhet, konsulentvirksomhet, konsultointi, neuvonta',
    },
    teaching: {
      '': 'undervisning, utbildning, utdanning, uddannelse, opetus, opetuksen, skola, skole, koulu, koulutus, koulutuksen',
    },
    medicine: {
      '': 'medicinsk, medisinsk, sjukvard, vard, omvardnad, sykepleie, sygepleje, helse, terveydenhuolto, hoitotyo, hoitotyon, laaketieteellinen, tandvard, omsorg',
    },
    research: { '': 'forskning, forsknings, tutkimus, tutkimuksen, vetenskap' },
    journalism: { '': 'redaktionen, redaksjon, toimitus' },
  },
  roles: [
    [
      'c-level',
      ['general management'],
      `vd, vd och koncernchef, koncernchef, konsernsjef, konserndirektør, koncerndirektør, koncerndirektor, konsernijohtaja, verkstallande direktor, administrerende direktør, adm dir, adm direktør, adm direktor, daglig leder,
      toimitusjohtaja, paajohtaja, generaldirektor, generaldirektør, ordforande och vd`,
    ],
    [
      'c-level',
      ['finance'],
      `ekonomidirektor, finansdirektor, finanschef, ekonomi och finansdirektor, talousjohtaja, rahoitusjohtaja, talous ja hallintojohtaja, hallinto ja talousjohtaja, økonomi og administrasjonsdirektør, cfo ekonomichef`,
    ],
    [
      'head',
      ['finance'],
      'ekonomisjef, økonomisjef, ekonomiansvarig, økonomiansvarlig, talouspaallikko, finanssjef, økonomileder',
    ],
    [
      'head',
      ['finance'],
      'redovisningschef, regnskabschef, regnskapssjef, regnskapsleder, paakirjanpitaja',
      'accounting',
    ],
    [
      'manager',
      ['finance'],
      'business kontroller, konsernikontrolleri, kontrolleri, liiketoimintakontrolleri',
      'controlling',
    ],
    [
      'individual',
      ['finance'],
      `redovisningsekonom, redovisningskonsult, ekonomiassistent, ekonom, civilekonom, regnskapsfører, regnskapsmedarbeider, regnskabsmedarbejder, bogholder, bokholder, økonomimedarbejder, økonomimedarbeider,
      okonomikonsulent, økonomikonsulent, kirjanpitaja, laskentaekonomi, taloushallinnon asiantuntija`,
      'accounting',
    ],
    ['individual', ['finance'], 'skatteradgivare, skatterådgiver, skatteradgiver, veroasiantuntija', 'tax'],
    [
      'individual',
      ['finance'],
      'auktoriserad revisor, statsautoriseret revisor, statsautorisert revisor, tilintarkastaja, internrevisor',
      'audit',
    ],
    [
      'individual',
      ['investment'],
      'privatradgivare, bankradgiver, bankrådgiver, finansiell radgivare, finansiell radgiver, sijoitusneuvoja, kapitalforvalter, kapitalforvaltare, sijoittaja, investerare',
    ],
    [
      'individual',
      ['marketing'],
      'marknadsforare, markedsfører, marknadskoordinator, markedskoordinator, markedsføringskonsulent, markedsforer, markkinoija',
    ],
    [
      'individual',
      ['communications'],
      'kommunikator, informator, pressekreterare, pressetalsmand, viestija, tiedottaja, kommunikationsradgivare, kommunikasjonsradgiver',
    ],
    [
      'individual',
      ['sales'],
      `saljare, innesaljare, utesaljare, butikssaljare, selger, sælger, saelger, salgskonsulent, salgsrepresentant, salgsmedarbeider, salgsmedarbejder, myyja, myyntiedustaja, myyntineuvottelija, kundansvarig, kundeansvarlig,
      kundeansvarlig selger, affarsutvecklare, forretningsudvikler, forretningsutvikler, asiakasvastaava, asiakkuuspaallikko, avainasiakaspaallikko, maklare, fastighetsmaklare, eiendomsmegler, ejendomsmægler, kiinteistonvalittaja, key account chef, kam chef`,
    ],
    [
      'individual',
      ['customer success'],
      'kundtjanstmedarbetare, kundservicemedarbetare, kundeservicemedarbeider, kundekonsulent, kunderadgiver, kundradgivare, asiakaspalvelija, asiakasneuvoja',
    ],
    [
      'head',
      ['people'],
      'personaldirektor, personaldirektør, hr direktor, hr direktør, henkilostojohtaja, hr johtaja',
    ],
    [
      'individual',
      ['people'],
      'hr konsulent, hr konsult, hr radgiver, personalkonsulent, personalradgiver, lonespecialist, loneadministrator, lønkonsulent, lønningsmedarbeider, lonekonsult, palkanlaskija, hr partner, hr asiantuntija, personalvetare',
    ],
    [
      'individual',
      ['recruiting'],
      'rekryterare, rekryteringskonsult, rekrutterer, rekrutteringskonsulent, rekrutteringsradgiver, rekrytoija, rekrytointikonsultti, rekrytointiasiantuntija, bemanningskonsult, bemanningsradgiver, suorahakukonsultti',
    ],
    [
      'manager',
      ['engineering'],
      'teknisk chef, tekniska chefen, teknikchef, teknisk leder, r d chef, utvecklingschef',
    ],
    ['manager', ['people'], 'hr chef, hr chefen, people chef'],
    ['manager', ['communications'], 'pr chef, press chef'],
    ['manager', ['marketing'], 'marketing chef'],
    ['manager', ['sales'], 'sales chef, business development chef'],
    ['manager', ['customer success'], 'customer success chef'],
    [
      'c-level',
      ['engineering'],
      'teknisk direktor, teknisk direktør, teknologidirektør, teknologiajohtaja, tekninen johtaja',
    ],
    [
      'individual',
      ['engineering'],
      `ingenjor, ingeniør, insinoori, utvecklare, systemutvecklare, mjukvaruutvecklare, webbutvecklare, utvikler, systemutvikler, softwareudvikler, udvikler, systemudvikler, webutvikler, webudvikler, programmerare, programmerer, programmør,
      civilingenjor, civilingeniør, sivilingeniør, diplomi insinoori, ohjelmistokehittaja, ohjelmoija, ohjelmistosuunnittelija, kehittaja, systemarkitekt, losningsarkitekt, løsningsarkitekt, ratkaisuarkkitehti, ohjelmistoarkkitehti`,
      'software',
    ],
    [
      'individual',
      ['industrial engineering'],
      `maskiningenjor, maskiningeniør, elingenjor, produktionstekniker, konstruktor, konstruktør, processingenjor, prosessingeniør, byggingenjor, byggeleder, servicetekniker, underhallstekniker, mekaniker, tekniker,
      montør, montor, svetsare, sveiser, smed, rørlegger, tømrer, snickare, asentaja, sahkoasentaja, huoltoteknikko, koneinsinoori, suunnittelija, tuotantoinsinoori, arkkitehti`,
    ],
    [
      'individual',
      ['product'],
      'produktagare, produkteier, produktejer, tuoteomistaja, produktsjef, produktchef, produktansvarig, produktansvarlig, tuotepaallikko',
    ],
    [
      'individual',
      ['design'],
      'formgivare, grafisk formgivare, grafisk designer, muotoilija, graafikko, graafinen suunnittelija, palvelumuotoilija, konstnar, kunstner, taiteilija, forfattare, forfatter, kirjailija',
    ],
    [
      'individual',
      ['data'],
      'dataanalytiker, data analytiker, datavetare, data analyytikko, dataingenjor, dataingeniør, datatieteilija',
    ],
    [
      'manager',
      ['IT'],
      'it chef, it sjef, it leder, tietohallintopaallikko, it paallikko, it ansvarig, it ansvarlig',
    ],
    [
      'head',
      ['IT'],
      'tietohallintojohtaja, it direktor, it direktør, it johtaja, digitaliseringschef, digitaliseringsdirektør',
    ],
    [
      'individual',
      ['IT'],
      'systemforvaltare, systemforvalter, it konsult, it konsulent, it tekniker, driftstekniker, it supportmedarbejder, jarjestelmaasiantuntija, it tuki, natverkstekniker, systemansvarig, systemansvarlig',
    ],
    ['senior', ['operations'], 'arbetsledare, arbeidsleder, formann, tyonjohtaja, skiftleder', 'production'],
    [
      'head',
      ['operations'],
      'fabrikschef, fabrikksjef, fabrikkschef, tehtaanjohtaja, tehdaspaallikko',
      'production',
    ],
    ['manager', ['operations'], 'produktionsledare, produksjonsleder, tuotantopaallikko', 'production'],
    [
      'manager',
      ['operations'],
      'butikschef, butikksjef, butikkschef, myymalapaallikko, arbejdsleder, driftsansvarig, vuoropaallikko, restaurangchef, hotellchef, hotelldirektør, ravintolapaallikko',
      'branch',
    ],
    [
      'individual',
      ['craft'],
      'operatør, prosessoperatør, kock, kokk, kok, souschef, kokschef, koksmastare, kjøkkensjef, køkkenchef, kokki, keittiomestari, keittiopaallikko, chauffor, chauffør, sjafør, sjafor, kuljettaja, tarjoilija, servitor, servitør, polis, brandman, operaattori',
    ],
    [
      'individual',
      ['project management'],
      'projektledare, projektleder, prosjektleder, projektipaallikko, projektchef, prosjektsjef, hankepaallikko, projektikoordinaattori, prosjektkoordinator, projektkoordinator, prosjektmedarbeider',
    ],
    [
      'individual',
      ['supply chain'],
      'lagerarbetare, lagermedarbeider, lagermedarbejder, logistiker, transportledare, speditor, speditør, varastotyontekija, logistikkoordinator',
    ],
    ['manager', ['supply chain'], 'supply chain chef, lagerchef'],
    [
      'individual',
      ['procurement'],
      'inkopare, strategisk inkopare, operativ inkopare, innkjøper, indkøber, upphandlare, ostaja, hankinta asiantuntija, sisaanostaja',
    ],
    [
      'manager',
      ['quality'],
      'hms sjef, hms leder, hse leder, ehs chef, hse chef, qa chef, kvalitetssjef, kvalitetschef',
    ],
    [
      'c-level',
      ['legal'],
      'chefsjurist, chefjurist, juridisk direktør, juridisk direktor, lakiasiainjohtaja, lakiasiain johtaja',
    ],
    [
      'individual',
      ['legal'],
      'advokat, bolagsjurist, virksomhetsjurist, virksomhedsjurist, advokatfullmektig, advokatfuldmægtig, bitradande jurist, juristi, lakimies, asianajaja, domare, dommer, tuomari, yritysjuristi, foretagsjurist',
    ],
    ['individual', ['risk'], 'aktuarie, aktuaari, riskanalytiker'],
    ['head', ['administration'], 'stabschef, stabssjef, kanslichef, hallintojohtaja'],
    [
      'manager',
      ['administration'],
      'kontorchef, kontorschef, kontorsjef, kontorleder, administrativ chef, administrativ leder, toimistopaallikko, hallintopaallikko, kansliasihteeri',
    ],
    [
      'individual',
      ['administration'],
      `sekreterare, sekretær, sihteeri, johdon assistentti, assistentti, johdon sihteeri, toimistotyontekija, kontorist, vd assistent, ledelsessekretær, direktionssekretær, direktionsassistent, kontorassistent, kontormedarbeider, kontormedarbejder, koordinator administration, receptionist, resepsjonist, toimistoassistentti`,
    ],
    [
      'individual',
      ['consulting'],
      'konsult, konsulent, konsultti, radgivare, radgiver, seniorkonsult, seniorkonsulent, managementkonsult, managementkonsulent, neuvonantaja, neuvoja, liikkeenjohdon konsultti, organisationskonsult',
    ],
    [
      'individual',
      ['coaching'],
      'valmentaja, kouluttaja, kursledare, kursleder, kursholder, forelasare, foredragsholder, foredragsholdare, puhuja',
    ],
    ['head', ['teaching'], 'rektor, skoleleder, skolechef, utbildningschef, rehtori, koulutuspaallikko'],
    [
      'individual',
      ['teaching'],
      'larare, lærer, laerer, opettaja, gymnasielarare, grundskollarare, gymnasielærer, folkeskolelærer, universitetslektor, lektor, adjunkt, førsteamanuensis, professori, lehtori, forskollarare, pædagog, pedagog, barnehagelærer, luokanopettaja, yliopistonlehtori',
    ],
    [
      'individual',
      ['medicine'],
      'lakare, lege, læge, laege, laakari, sjukskoterska, sykepleier, sygeplejerske, sairaanhoitaja, lahihoitaja, underskoterska, barnmorska, jordmor, jordemoder, tandlakare, tannlege, tandlæge, hammaslaakari, psykolog, psykologi, apotekare, farmaceut, farmasøyt, fysioterapeut, fysioterapeutti, overlege, overlæge, overlakare, ylilaakari, socionom, sosionom, socialradgiver, helsefagarbeider',
    ],
    [
      'individual',
      ['research'],
      'forskare, forsker, tutkija, vetenskapsman, doktorgradsforsker, stipendiat, postdoktor',
    ],
    [
      'individual',
      ['journalism'],
      'journalisti, toimittaja, redaktør, redaktor, chefredaktor, chefredaktør, sjefredaktør, ansvarlig redaktør, paatoimittaja',
    ],
    [
      'partner',
      ['board'],
      `styrelseledamot, styrelseordforande, styrelsemedlem, styrelsens ordforande, ledamot i styrelsen, bestyrelsesmedlem, bestyrelsesformand, styremedlem, styreleder, medlem av styret, medlem af bestyrelsen, hallituksen jasen,
      hallituksen puheenjohtaja, puheenjohtaja, ordforande, bestyrelsesformand, bestyrelsesforkvinde, styrelsesuppleant, varamedlem, nestleder i styret`,
    ],
  ],
  ranks: [
    [
      'owner',
      'general management',
      `agare, delagare, medagare, grundare, medgrundare, grundlaggare, foretagare, egenforetagare, egen foretagare, ejer, medejer, indehaver, stifter, medstifter, grundlægger, ivaerksætter, iværksætter, selvstændig, eier, medeier,
      innehaver, innehavare, grunnlegger, medgrunnlegger, grunder og eier, selvstendig næringsdrivende, entreprenor, entreprenør, omistaja, osaomistaja, perustaja, perustajaosakas, yrittaja, toiminimiyrittaja`,
    ],
    ['partner', 'general management', 'kompanjon, osakas, partneri', 'weak'],
    [
      'vp',
      'general management',
      `landschef, landechef, landchef, landssjef, maajohtaja, regionchef, regionschef, regionsjef, regiondirektør, regiondirektor, aluejohtaja, aluepaallikko, distriktschef, distriktssjef, platschef, affarsomradeschef, divisionschef,
      divisjonsdirektør, liiketoimintajohtaja, liiketoimintapaallikko, yksikon johtaja, bolagschef, affarsenhetschef`,
    ],
    ['vp', null, 'viseadministrerende direktør, konserndirektor, viceadministrerende direktør'],
    [
      'head',
      null,
      'direktør, direktor, johtaja, johtava, direktorer, ledande, fagdirektør, avdelingsdirektør, underdirektør, verksamhetschef, virksomhetsleder, etatsjef',
    ],
    [
      'manager',
      null,
      `paallikko, leder, ledare, sjef, ansvarig, ansvarlig, vastaava, vetaja, esimies, esihenkilo, lahiesimies, lahiesihenkilo, tiiminvetaja, tiimin vetaja, ryhmapaallikko, osastopaallikko, yksikkopaallikko, palvelupaallikko, avdelningschef, avdelingssjef, avdelingsleder,
      afdelingschef, afdelingsleder, enhetschef, enhetsleder, enhedschef, enhedsleder, gruppchef, gruppeleder, gruppledare, teamchef, teamledare, teamleder, sektionschef, sektionsleder, seksjonsleder, seksjonssjef, omradeschef, omradechef,
      fagsjef, fagansvarlig, faggruppeleder, fagleder, servicechef, servicesjef, chef for, chefen for, sjef for, nestleder, mellemleder, mellomleder, forstander`,
    ],
    [
      'senior',
      null,
      'seniori, johtava asiantuntija, erityisasiantuntija, seniorradgiver, senioringenjor, chefkonsulent, sjefkonsulent, seniorkoordinator',
      'weak',
    ],
    [
      'individual',
      null,
      `asiantuntija, erikoisasiantuntija, koordinaattori, spesialist, spesialisti, ekspert, eksperti, handlaggare, saksbehandler, sagsbehandler, medarbejder, medarbetare, medarbeider, fuldmægtig, analytiker, analyytikko, radgiver i, planlegger, planlægger, planerare, tyontekija, tekniikkaasiantuntija, anstalld, ansatt, ansat`,
      'weak',
    ],
    ['junior', null, 'nyexaminerad, nyutdannet, nyuddannet, juniori, vastavalmistunut', 'weak'],
  ],
  standings: [
    ['former', 'before', 'tidigare, f d, forhenværende, tidligere, entinen, aiempi, aikaisempi, fhv'],
    [
      'retired',
      'before',
      'pensionerad, pensjonert, pensioneret, pensjonist, pensionist, elakkeella, elakelainen, elakkeella oleva, emerita',
    ],
    [
      'student',
      'before',
      'studerande, studerende, opiskelija, studentmedarbetare, studentermedhjælper, studentermedhjaelper, studentmedarbeider, phd stipendiat, doktorgradsstipendiat, tohtorikoulutettava, elev',
    ],
    [
      'trainee',
      'before',
      'praktikantplats, harjoittelija, lærling, larling, larlinge, oppisopimus, oppisopimusopiskelija',
    ],
    ['aspiring', 'before', 'blivande, kommende, vordende, tuleva, framtida, fremtidig'],
    [
      'interim',
      'before',
      'tillforordnad, tf, t f, konstituert, fungerende, midlertidig, vikarierande, vikar, vikariat, v t, interims, interimistisk, valiaikainen, sijainen, maaraaikainen',
    ],
    [
      'deputy',
      'before',
      'bitradande, bitr, stallforetradande, stedfortræder, stedfortreder, assisterende, viceverkstallande, stf',
    ],
  ],
  markers: [
    ['preposition', 'af, til, till'],
    ['company', 'hos, vid, ved, ansatt i, anstalld pa, yrityksessa'],
    [
      'audience',
      'jag hjalper, jeg hjelper, jeg hjælper, hjalper, hjelper, hjælper, autan, autamme, vi hjalper, vi hjelper, vi hjælper, auttaa',
    ],
    ['now', 'nuvarande, nåværende, navaerende, nuværende, for narvarande, nykyinen, nykyaan, idag'],
    [
      'noise',
      'av, avdelning, avdelningen, avdeling, avdelingen, afdeling, afdelingen, enheten, omradet, yksikko, yksikon, osasto, osaston, inom, innen, inden for, innenfor, koncern, konsern, konserni',
    ],
  ],
};

/** First parts of compounds that are no words of a title by themselves ("lönechef", "varajohtaja"), and the word they stand for. */
export const COMPOUND_PARTS: ReadonlyMap<string, string> = new Map([
  ['lone', 'payroll'],
  ['kund', 'customer'],
  ['kunde', 'customer'],
  ['asiakas', 'customer'],
  ['apulais', 'deputy'],
  ['vara', 'deputy'],
  ['vise', 'deputy'],
  ['ravinto', 'restaurant'],
  ['hotell', 'hotel'],
  ['turva', 'security'],
]);

/** Second parts of compounds that are ranks there, whatever they are as words of their own: a "chef" cooks, a "Produktionschef" leads. */
export const COMPOUND_RANKS: ReadonlyMap<string, { readonly word: string; readonly plural: boolean }> =
  new Map(
    (
      [
        [
          'manager',
          'chef chefin chefen sjef sjefen leder lederen ledare ansvarig ansvarlig paallikko vastaava',
        ],
        ['direktor', 'direktør direktor direktoren direktøren johtaja'],
      ] as const
    ).flatMap(([word, endings]) =>
      endings.split(' ').map((ending) => [ending, { word, plural: false }] as const),
    ),
  );
