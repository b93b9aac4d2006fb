import type { TitleWords } from './title-words.ts';

/** Polish, Czech, Slovak, Hungarian and Romanian. */
export const CENTRAL_WORDS: TitleWords = {
  functions: {
    finance: {
      '': `finanse, finansow, finansowy, finansowa, finansowe, finansowych, finansowego, finansowej, finansowo ksiegowych, ekonomiczny, ekonomiczna, ekonomicznych, financi, financie, financii, financni, financny, financna, financneho,
        financniho, ekonomicky, ekonomicka, ekonomickeho, ekonomiky, ekonomika, penzugy, penzugyi, gazdasagi, gazdalkodasi, financiar, financiara, finante, financiar contabil`,
      accounting: `ksiegowosc, ksiegowosci, rachunkowosc, rachunkowosci, uctarna, uctarny, ucetnictvi, uctovnictvo, uctovnictva, konyveles, konyvelesi, szamvitel, szamviteli, contabilitate, contabilitatii`,
      controlling: 'kontroling, kontrolling, kontrollingu, controllingu, kontrolingu, controllingowy',
      treasury: 'skarbu',
      tax: 'podatki, podatkow, podatkowy, podatkowa, podatkowych, danovy, danova, danove, dani,, adozas, adozasi, fiscalitate',
      audit:
        'audyt, audytu, audytu wewnetrznego, auditu, interniho auditu, interneho auditu, belso ellenorzes, belso ellenorzesi, audit intern',
    },
    investment: {
      '': 'inwestycji, inwestycje, inwestycyjny, inwestycyjna, investic, investicii, investicni, befektetes, befektetesi, investitii, investitiilor',
    },
    marketing: {
      '': 'marketingu, marketingowy, marketingowa, marketingowych, marketingovy, marketingova, marketingove, marketingoveho, marketingove komunikace, marketingowej',
      brand: 'marki, znacky',
      content: 'tresci, obsahu, tartalom, tartalommarketing, mediow społecznosciowych, socialnich siti',
    },
    communications: {
      '': `komunikacji, komunikacja, komunikace, komunikacie, komunikacia, komunikacio, komunikacios, comunicare, comunicarii, relacji publicznych, vnejsich vztahu, vztahu s verejnosti, sajto, relatii publice`,
    },
    sales: {
      '': `sprzedaz, sprzedazy, sprzedazowy, sprzedazowa, handlowy, handlowa, handlowych, handlowego, handlu, handel, obchod, obchodu, obchodni, obchodny, obchodna, obchodniho, obchodneho, prodej, prodeje, predaj, predaja, exportu, eksportu,
        ertekesites, ertekesitesi, kereskedelem, kereskedelmi, vanzari, vanzarilor, de vanzari, exportni`,
      'business development':
        'rozwoju biznesu, rozwoju rynku, obchodniho rozvoje, rozvoje obchodu, rozvoja obchodu, uzletfejlesztes, uzletfejlesztesi, dezvoltarea afacerilor, dezvoltare afaceri',
      'account management':
        'klientow kluczowych, kluczowych klientow, klicovych zakazniku, klucovych zakaznikov, kiemelt ugyfel, clienti cheie',
    },
    'customer success': {
      '': `obsługi klienta, obsługa klienta, obsługi klientow, klienta, doswiadczen klienta, wsparcia klienta, zakaznicky servis, zakaznickeho servisu, zakaznicka podpora, zakaznicke podpory, zakaznickej podpory, zakaznicka pece, zakaznicke pece,
        pece o zakazniky, starostlivosti o zakaznikov, ugyfelszolgalat, ugyfelszolgalati, ugyfelkapcsolati, ugyfelelmeny, vevoszolgalat, vevoszolgalati, relatii clienti, relatii cu clientii, suport clienti, serviciu clienti`,
    },
    people: {
      '': `kadr, kadry, kadrowy, kadrowa, kadrowych, personalny, personalna, personalnych, personalni, personalneho, personalniho, zasobow ludzkich, zasoby ludzkie, lidskych zdroju, lidske zdroje, ludskych zdrojov, ludske zdroje,
        humaneroforras, humaneroforras gazdalkodasi, human eroforras, humanpolitikai, szemelyugyi, szemelyzeti, munkaugyi, resurse umane, resurselor umane, de resurse umane`,
      rewards:
        'kadr i płac, kadry i płace, płac, płace, wynagrodzen, mzdy, mzdova, mzdovy, mzdove, berszamfejtes, berszamfejtesi, berugyi, salarizare, compensatii si beneficii',
      learning:
        'szkolen, szkolenia, rozwoju pracownikow, vzdelavani a rozvoje, kepzes, kepzesi, kepzesfejlesztes',
    },
    recruiting: {
      '': 'rekrutacja, rekrutacji, rekrutacyjny, pozyskiwania talentow, nabor, naboru, naboru zamestnancu, toborzas, toborzasi, kivalasztas, recrutare, recrutarii, recrutare si selectie',
    },
    engineering: {
      '': `techniczny, techniczna, technicznych, technicznego, technologii, technologie, technologia, inzynierii, technicky, technicka, technicke, technickeho, techniky, technickych, vyvoje, vyvoj, vyvoja, vyzkumu a vyvoje, vyskumu a vyvoja,
        badan i rozwoju, muszaki, fejlesztes, fejlesztesi, kutatas fejlesztes, kutatas fejlesztesi, technologiai, tehnic, tehnica, tehnologie, inginerie, cercetare dezvoltare, cercetare si dezvoltare`,
      software:
        'oprogramowania, rozwoju oprogramowania, inzynierii oprogramowania, vyvoje software, vyvoja softveru, szoftver, szoftverfejlesztes, szoftverfejlesztesi, dezvoltare software',
    },
    'industrial engineering': {
      '': 'utrzymania ruchu, udrzby, udrzba, karbantartas, karbantartasi, mentenanta, gepeszet, gepeszeti, konstrukcji, konstrukce, budowy, stavby, stavebni, epitesi',
    },
    product: {
      '': 'produktu, produktow, produktowy, produktowa, produktovy, produktova, produktoveho, vyrobku, termek, termekek, termekfejlesztes, termekfejlesztesi, produs, produse, produselor, innowacji, inovaci, inovacii, innovacio, innovacios, inovare',
    },
    data: {
      '': 'danych, analizy danych, analityki danych, analityki, sztucznej inteligencji, datova, datovy, datove, datove analytiky, umele inteligence, umelej inteligencie, adatelemzes, adatelemzesi, adattudomany, mesterseges intelligencia, analiza datelor, analiza de date, inteligenta artificiala',
    },
    IT: {
      '': `informatyki, informatyka, informatyczny, informatyczna, informatycznych, technologii informacyjnych, technologii informatycznych, teleinformatyki, systemow informatycznych, cyfryzacji, transformacji cyfrowej, informatiky, informacnich technologii,
        informacnych technologii, informacni technologie, informacne technologie, informacnich systemu, informatikai, informatika, digitalizacios, digitalizace, digitalizacie, digitalis, tehnologia informatiei, tehnologii informatice`,
    },
    security: {
      '': `cyberbezpieczenstwa, cyberbezpieczenstwo, bezpieczenstwa, bezpieczenstwo, bezpieczenstwa informacji, bezpieczenstwa teleinformatycznego, bezpieczenstwa it, ochrony informacji, kyberneticke bezpecnosti, kybernetickej bezpecnosti, kyberneticka bezpecnost,
        kyberbezpecnosti, informacni bezpecnosti, informacnej bezpecnosti, bezpecnosti informaci, bezpecnosti, bezpecnost, bezpecnostni, bezpecnostny, kiberbiztonsag, kiberbiztonsagi, informaciobiztonsag, informaciobiztonsagi, it biztonsagi, biztonsagi,
        biztonsag, securitate, securitatea informatiei, securitatii informatiei, securitate cibernetica, securitate informatica`,
    },
    operations: {
      '': `operacyjny, operacyjna, operacyjnych, operacji, fabryki, fabryka, wytwarzania, eksploatacji, provoz, provozu, provozni, prevadzka, prevadzky, prevadzkovy, prevadzkova, uzemeltetes, uzemeltetesi, uzem, uzemi, gyar, operativ, operacios, mukodesi, operatiuni, operatiunilor, operationala`,
      production: `produkcja, produkcji, produkcyjny, produkcyjna, produkcyjnych, produkcyjnego, zakładu, zakładu produkcyjnego, vyroba, vyroby, vyrobni, vyrobny, vyrobna, zavodu, zavod, tovarny, termeles, termelesi, gyartas, gyartasi, productie, de productie, fabrica`,
      branch: `pobocky, prodejny, sklepu, salonu`,
    },
    'project management': {
      '': 'projekty, projektow, projektu, projektami, projektowy, projektowa, projektovy, projektova, projektove, projektoveho, projektov, projektiranyitas, proiect, proiecte, proiectelor, programu, programow',
    },
    'supply chain': {
      '': `łancucha dostaw, łancuch dostaw, łancuchem dostaw, logistyka, logistyki, logistyczny, logistyczna, logistyki i magazynu, magazyn, magazynu, spedycji, dystrybucji, logistika, logistiky, logisticky, logisticka, dodavatelskeho retezce, dodavatelskeho retazca,
        sklad, skladu, distribuce, dopravy, logisztika, logisztikai, ellatasi lanc, raktar, raktari, szallitas, szallitmanyozasi, lant de aprovizionare, lantului de aprovizionare, logisticii, transporturi, transportu`,
    },
    procurement: {
      '': 'zakupy, zakupow, zakupu, zakupowy, zakupowa, zakupowych, zaopatrzenia, zaopatrzenie, zamowien publicznych, nakup, nakupu, nakupni, nakupny, obstaravania, obstaravanie, verejnych zakazek, beszerzes, beszerzesi, kozbeszerzesi, achizitii, achizitiilor, de achizitii, achizitii publice, aprovizionare',
    },
    quality: {
      '': `jakosc, jakosci, kontroli jakosci, zapewnienia jakosci, zarzadzania jakoscia, bhp, kvalita, kvality, rizeni kvality, rizeni jakosti, riadenia kvality, kontroly kvality, bozp, minoseg, minosegugyi, minosegbiztositas, minosegbiztositasi, minosegiranyitasi,
        minosegellenorzesi, munkavedelmi, calitate, calitatii, de calitate, asigurarea calitatii, controlul calitatii, kontrola jakosci, kontroly jakosti`,
    },
    legal: {
      '': 'prawny, prawna, prawnych, prawnego, prawnej, prawne, prawa, prawo, pravni, pravny, pravna, pravneho, pravniho, prava, jogi, juridice, juridicului',
      compliance:
        'zgodnosci, ochrony danych, ochrony danych osobowych, ochrany osobnich udaju, ochrany osobnych udajov, megfeleloseg, megfelelosegi, adatvedelmi, adatvedelem, conformitate, protectia datelor',
    },
    risk: {
      '': 'ryzyko, ryzyka, ryzykiem, zarzadzania ryzykiem, ryzyka kredytowego, rizik, rizika, riziko, rizeni rizik, riadenia rizik, kockazat, kockazati, kockazatkezeles, kockazatkezelesi, risc, riscuri, riscului, riscurilor',
    },
    strategy: {
      '': 'strategii, strategiczny, strategiczna, strategicznych, strategicky, strategicka, strategickeho, strategickeho rozvoje, strategiai, strategiei, rozwoju strategicznego',
    },
    sustainability: {
      '': 'zrownowazonego rozwoju, zrownowazony rozwoj, ochrony srodowiska, udrzitelnosti, udrzitelnost, udrzatelnosti, udrzatelnost, udrzitelneho rozvoje, fenntarthatosag, fenntarthatosagi, kornyezetvedelmi, sustenabilitate',
    },
    administration: {
      '': 'administracji, administracja, administracyjny, administracyjna, administracyjnych, biura, biuro, sekretariat, sekretariatu, spravy, administrativy, administrativni, administrativny, kancelare, adminisztracio, adminisztracios, adminisztrativ, igazgatasi, iroda, irodai, administrativa, secretariat si administratie',
    },
    consulting: {
      '': 'doradztwa, doradztwo, konsultingu, poradenstvi, poradenstva, tanacsadas, tanacsadasi, tanacsadoi, consultanta',
    },
    teaching: {
      '': 'edukacji, edukacja, nauczania, dydaktyki, szkoły, vzdelavani, vzdelavania, skoly, oktatas, oktatasi, iskola, educatie, invatamant',
    },
    medicine: {
      '': 'medyczny, medyczna, medycznych, medycyny, kliniczny, klinicznych, pielegniarstwa, lekarsky, medicinsky, zdravotni, zdravotny, klinicky, osetrovatelstvi, orvosi, egeszsegugyi, apolasi, klinikai, medicale, sanatate',
    },
    research: {
      '': 'badan, badania, badawczy, naukowy, naukowa, naukowych, vyzkum, vyzkumu, vyskumu, vedecky, kutatas, kutatasi, tudomanyos, cercetare, stiintific',
    },
  },
  roles: [
    [
      'c-level',
      ['general management'],
      `prezes zarzadu, prezeska, prezeska zarzadu, jednatel, jednatelka, konatel, konatelka, predseda predstavenstva, predsedkyne predstavenstva, ugyvezeto, ugyvezeto igazgato, vezerigazgato, generalni reditel, generalni reditelka, generalny riaditel,
      generalna riaditelka, vykonny reditel, vykonna reditelka, vykonny riaditel, vykonna riaditelka, director general executiv`,
    ],
    [
      'c-level',
      ['finance'],
      `dyrektor finansowy, dyrektorka finansowa, dyrektora finansowego, financniho reditele, financneho riaditela, dyrektor ds finansowych, dyrektor do spraw finansowych, dyrektor ds finansow, dyrektor finansow, dyrektor ekonomiczny, dyrektor ekonomiczno finansowy, financni reditel, financni reditelka, financny riaditel, financna riaditelka,
      ekonomicky reditel, ekonomicka reditelka, ekonomicky riaditel, ekonomicka riaditelka, reditel financi, riaditel financii, penzugyi igazgato, gazdasagi igazgato, gazdasagi vezerigazgato helyettes, director financiar, directoare financiara, director economic`,
    ],
    [
      'head',
      ['finance'],
      'głowny ksiegowy, głowna ksiegowa, hlavni ucetni, hlavny uctovnik, hlavna uctovnicka, fokonyvelo, szamviteli vezeto, contabil sef, sef contabilitate',
      'accounting',
    ],
    [
      'manager',
      ['finance'],
      'kontroler finansowy, kontroling finansowy, kontroller, financni kontrolor, financny kontrolor, financni controller, penzugyi kontroller, controlor financiar',
      'controlling',
    ],
    [
      'individual',
      ['finance'],
      'ksiegowy, ksiegowa, samodzielny ksiegowy, samodzielna ksiegowa, ucetni, uctovnik, uctovnicka, konyvelo, merlegkepes konyvelo, contabil, contabila, expert contabil, ekonom, ekonomka',
      'accounting',
    ],
    [
      'individual',
      ['finance'],
      'doradca podatkowy, danovy poradce, danovy poradca, adotanacsado, adoszakerto, consultant fiscal',
      'tax',
    ],
    [
      'individual',
      ['finance'],
      'biegły rewident, audytor, audytorka, audytor wewnetrzny, konyvvizsgalo, belso ellenor, auditor intern, auditor financiar',
      'audit',
    ],
    [
      'individual',
      ['investment'],
      'doradca finansowy, doradca inwestycyjny, financni poradce, financny poradca, penzugyi tanacsado, consultant financiar, inwestor, investicni poradce, befekteto, broker ubezpieczeniowy, consilier bancar, bankar',
    ],
    [
      'vp',
      ['sales'],
      'dyrektor handlowy, dyrektorka handlowa, obchodni reditel, obchodni reditelka, obchodny riaditel, obchodna riaditelka, kereskedelmi igazgato, directoare comerciala',
    ],
    [
      'individual',
      ['sales'],
      `handlowiec, przedstawiciel handlowy, przedstawicielka handlowa, sprzedawca, sprzedawczyni, doradca klienta, opiekun klienta, opiekun klienta kluczowego, agent nieruchomosci, posrednik nieruchomosci, obchodnik, obchodni zastupce, obchodni zastupkyne,
      obchodny zastupca, obchodny zastupkyna, prodejce, prodavac, predajca, predavac, realitni makler, makler, ertekesito, uzletkoto, kereskedo, elado, teruleti kepviselo, agent de vanzari, agent vanzari, reprezentant vanzari, reprezentant de vanzari, vanzator, agent imobiliar, consilier vanzari`,
    ],
    [
      'individual',
      ['customer success'],
      'konsultant telefoniczny, operator call center, ugyfelszolgalatos, ugyfelkapcsolati munkatars, ugyfelszolgalati munkatars, operator zakaznicke linky',
    ],
    [
      'head',
      ['people'],
      'dyrektor personalny, dyrektorka personalna, personalni reditel, personalni reditelka, personalny riaditel, personalna riaditelka, hr igazgato, humanigazgato, human igazgato, director resurse umane, director de resurse umane, hr vezeto, reditel lidskych zdroju',
    ],
    [
      'individual',
      ['people'],
      'kadrowa, kadrowy specjalista, specjalista ds kadr i płac, specjalista ds personalnych, personalista, personalistka, mzdova ucetni, mzdovy ucetni, mzdova uctovnicka, berszamfejto, hr munkatars, hr generalista, inspector resurse umane',
    ],
    [
      'individual',
      ['recruiting'],
      'rekruter, rekruterka, naborar, naborarka, toborzo, hr toborzo, fejvadasz, recrutor, recruter, specialist recrutare, łowca głow',
    ],
    [
      'c-level',
      ['engineering'],
      'dyrektor techniczny, dyrektorka techniczna, technicky reditel, technicky riaditel, muszaki igazgato, director tehnic',
    ],
    [
      'individual',
      ['engineering'],
      `inzynier, inzynier oprogramowania, programista, programistka, deweloper, developer software, architekt oprogramowania, inzenyr, inzenyrka, inzinier, inzinierka, programator, programatorka, vyvojar, vyvojarka, mernok, szoftvermernok, fejleszto,
      szoftverfejleszto, programozo, webfejleszto, inginer, inginera, inginer software, inginer de software, programator software, dezvoltator, dezvoltator software`,
      'software',
    ],
    [
      'individual',
      ['industrial engineering'],
      `inzynier produkcji, inzynier procesu, inzynier budowy, inzynier mechanik, inzynier elektryk, inzynier utrzymania ruchu, mechanik, elektryk, automatyk, konstruktor, technolog, monter, spawacz, kierownik budowy, strojni inzenyr, konstrukter, elektrikar,
      udrzbar, svarec, technik udrzby, stavbyvedouci, gepeszmernok, villamosmernok, folyamatmernok, epiteszmernok, epitesz, karbantarto, villanyszerelo, hegeszto, technikus, inginer mecanic, inginer electric, inginer de proces, inginer proces, inginer constructor, sudor`,
    ],
    [
      'individual',
      ['product'],
      'menedzer produktu, menadzer produktu, kierownik produktu, produktovy manazer, produktova manazerka, produktmenedzser, termekmenedzser, manager de produs, własciciel produktu',
    ],
    [
      'individual',
      ['design'],
      'grafik, graficzka, projektant, projektant graficzny, fotografka, graficky designer, grafikus, formatervezo, designer grafic, pisarz, spisovatel',
    ],
    [
      'individual',
      ['data'],
      'analityk danych, analityk biznesowy, datovy analytik, datova analyticka, adatelemzo, adattudos, uzleti elemzo, analist date, analist de date, analist business',
    ],
    [
      'c-level',
      ['IT'],
      'dyrektor it, dyrektor ds it, reditel it, informatikai igazgato, it igazgato, director it',
    ],
    [
      'individual',
      ['IT'],
      'informatyk, administrator systemow, administrator sieci, spravce site, spravce systemu, spravca siete, rendszergazda, informatikus, rendszermernok, administrator de sistem, administrator retea, wdrozeniowiec',
    ],
    [
      'vp',
      ['operations'],
      'dyrektor operacyjny, dyrektorka operacyjna, provozni reditel, prevadzkovy riaditel, operativ igazgato, uzemeltetesi igazgato, director operational, director operatiuni, director de operatiuni',
    ],
    [
      'senior',
      ['operations'],
      'kierownik zmiany, mistrz produkcji, brygadzista, mistr vyroby, majster vyroby, mistr, vedouci smeny, veduci zmeny, muszakvezeto, sef de tura, sef tura',
      'production',
    ],
    [
      'head',
      ['operations'],
      'uzemvezeto, gyarvezeto, gyarigazgato, dyrektor zakladu, dyrektor zakładu, dyrektor fabryki, dyrektorka zakladu, kierownik zakladu, reditel zavodu, reditelka zavodu, vedouci zavodu, riaditel zavodu, reditel tovarny, director fabrica, director de fabrica, sef fabrica',
      'production',
    ],
    ['manager', ['operations'], 'sef productie', 'production'],
    [
      'manager',
      ['operations'],
      'kierownik sklepu, vedouci prodejny, veduci predajne, uzletvezeto, boltvezeto, maistru, sef magazin, kierownik restauracji',
      'branch',
    ],
    [
      'individual',
      ['craft'],
      'operator maszyn, pracownik produkcji, kierowca, kucharz, kelner, kelnerka, ridic, vodic, kuchar, cisnik, gepkezelo, gepjarmuvezeto, sofor, szakacs, pincer, sofer, bucatar, ospatar, operator productie, delnik, robotnik, operator vyroby',
    ],
    [
      'individual',
      ['project management'],
      'kierownik projektu, kierownik projektow, menedzer projektu, menadzer projektu, koordynator projektu, projektovy manazer, projektova manazerka, vedouci projektu, veduci projektu, projektvezeto, projektmenedzser, projekt menedzser, manager de proiect, manager proiect, sef de proiect, sef proiect',
    ],
    [
      'individual',
      ['supply chain'],
      'magazynier, spedytor, spedytorka, logistyk, dyspozytor, skladnik, disponent dopravy, spediter, raktaros, szallitmanyozo, diszpecser, gestionar depozit, dispecer',
    ],
    [
      'individual',
      ['procurement'],
      'kupiec, zakupowiec, specjalista ds zakupow, nakupci, nakupca, referent nakupu, beszerzo, operativ beszerzo, strategiai beszerzo, achizitor, specialist achizitii',
    ],
    [
      'individual',
      ['quality'],
      'inzynier jakosci, kontroler jakosci, tester oprogramowania, inzenyr kvality, inzinier kvality, kontrolor kvality, minosegugyi mernok, szoftvertesztelo, inginer calitate, inspector calitate, tester software',
    ],
    [
      'individual',
      ['legal'],
      'prawnik, prawniczka, radca prawny, radczyni prawna, adwokat, adwokatka, aplikant radcowski, aplikant adwokacki, notariusz, sedzia, pravnik, pravnicka, advokatka, podnikovy pravnik, advokatni koncipient, soudce, sudca, jogasz, ugyved, jogtanacsos, ugyvedjelolt, kozjegyzo, avocata, consilier juridic, judecator, inspektor ochrony danych, poverenec pro ochranu osobnich udaju',
    ],
    [
      'c-level',
      ['legal'],
      'dyrektor prawny, dyrektor ds prawnych, pravni reditel, jogi igazgato, director juridic',
    ],
    [
      'manager',
      ['administration'],
      'kierownik biura, vedouci kancelare, irodavezeto, office menedzser, sef birou',
    ],
    [
      'individual',
      ['administration'],
      `asystent zarzadu, asystentka zarzadu, sekretarka, recepcjonistka, asistentka vedeni, sekretarka reditele, recepcni, recepcna, vezetoi asszisztens, titkarno, titkar, irodai asszisztens, recepcios, asistent manager, asistenta manager, asistent administrativ, secretara, receptionera`,
    ],
    [
      'individual',
      ['consulting'],
      'konsultant, konsultantka, doradca, doradczyni, doradca zarzadu, konzultant, konzultantka, poradce, poradkyne, poradca, poradkyna, tanacsado, uzleti tanacsado, szaktanacsado, consultanta, consultant de afaceri',
    ],
    [
      'individual',
      ['coaching'],
      'trener, trenerka, trener biznesu, szkoleniowiec, lektor, lektorka, skolitel, trener personal, formator',
    ],
    [
      'head',
      ['teaching'],
      'dyrektor szkoły, dyrektorka szkoły, reditel skoly, reditelka skoly, riaditel skoly, riaditelka skoly, iskolaigazgato, intezmenyvezeto, director de scoala, director scoala',
    ],
    [
      'individual',
      ['teaching'],
      'nauczyciel, nauczycielka, wykładowca, wykładowczyni, adiunkt, ucitel, ucitelka, vysokoskolsky pedagog, tanar, tanarno, tanito, oktato, egyetemi docens, adjunktus, ovodapedagogus, pedagogus, profesoara, invatator, invatatoare, lector universitar, conferentiar universitar',
    ],
    [
      'individual',
      ['medicine'],
      'lekarz, lekarka, pielegniarka, pielegniarz, farmaceuta, farmaceutka, stomatolog, fizjoterapeuta, fizjoterapeutka, ratownik medyczny, połozna, lekar, zdravotni sestra, zdravotna sestra, zdravotnik, zubar, zubarka, lekarnik, fyzioterapeut, orvos, szakorvos, foorvos, apolo, apolono, gyogyszeresz, fogorvos, pszichologus, gyogytornasz, medic, medic specialist, medic primar, asistent medical, asistenta medicala, asistent medical generalist, kinetoterapeut, psiholog',
    ],
    [
      'individual',
      ['research'],
      'naukowiec, badacz, badaczka, pracownik naukowy, vyzkumnik, vyskumnik, vedecky pracovnik, vedec, vedkyne, kutato, tudomanyos munkatars, cercetator, cercetatoare, cercetator stiintific',
    ],
    [
      'individual',
      ['journalism'],
      'dziennikarz, dziennikarka, redaktor, redaktorka, redaktor naczelny, novinar, novinarka, sefredaktor, ujsagiro, szerkeszto, foszerkeszto, jurnalist, jurnalista, ziarist, redactor',
    ],
  ],
  ranks: [
    [
      'owner',
      'general management',
      `własciciel, własciciel firmy, własciciel sklepu, wspołwłasciciel, załozyciel, wspołzałozyciel, przedsiebiorca, załozyciel firmy, majitel, majitelka, majitel firmy, spolumajitel, spolumajitelka, spolumajitel firmy, spolumajitel spolecnosti,
      vlastnik, vlastnicka, zakladatel, zakladatelka, spoluzakladatel, spoluzakladatelka, zakladatel firmy, podnikatel, podnikatelka, zivnostnik, osvc, szco, tulajdonos, tarstulajdonos, cegtulajdonos, alapito, tarsalapito, alapito tulajdonos, vallalkozo,
      egyeni vallalkozo, fondator, fondatoare, cofondator, cofondatoare, co fondator, proprietar, proprietara, antreprenor, antreprenoare, patron, asociat unic, własna działalnosc gospodarcza`,
    ],
    [
      'c-level',
      'general management',
      `dyrektor generalny, dyrektorka generalna, dyrektor zarzadzajacy, dyrektorka zarzadzajaca, dyrektor naczelny, dyrektor wykonawczy, członek zarzadu, członkini zarzadu, clen predstavenstva, clenka predstavenstva, clen vedeni, clen vedenia,
      mistopredseda predstavenstva, podpredseda predstavenstva, igazgatosagi tag, elnok, elnok vezerigazgato, presedinte, presedinta, presedinte director general, directoare generala, membru al directoratului, prezident, prezydent`,
    ],
    [
      'partner',
      'general management',
      'wspolnik, wspolniczka, partner zarzadzajacy, partnerka, spolecnik, spolecnice, spolocnik, uzlettars, partner ugyved, asociat, asociata',
      'weak',
    ],
    [
      'vp',
      'general management',
      `dyrektor regionalny, dyrektor regionu, dyrektor oddziału, dyrektor zakładu, dyrektor fabryki, dyrektor krajowy, kierownik regionu, kierownik oddziału, kierownik regionalny, regionalny kierownik, regionalni reditel, regionalny riaditel, regionalni manazer, reditel pobocky, reditel zavodu,
      riaditel zavodu, reditel divize, oblastni manazer, gyarigazgato, uzletagvezeto, uzletag igazgato, regiovezeto, regionalis igazgato, teruleti igazgato, orszagigazgato, director regional, director de fabrica, director fabrica, director sucursala, sef sucursala`,
    ],
    [
      'vp',
      null,
      'wiceprezes, wiceprezeska, wiceprezes zarzadu, wiceprezydent, viceprezident, viceprezidentka, alelnok, vicepresedinte, vicepresedinta',
    ],
    [
      'head',
      null,
      `dyrektorka, dyrektorzy, dyr, szef, szefowa, naczelnik, naczelniczka, prokurent, prokurentka, reditel, reditelka, reditele, reditelky, riaditel, riaditelka, riaditela, riaditelky, prokurista, igazgato, igazgatoja, igazgatono, foigazgato, directoare, directorul`,
    ],
    [
      'manager',
      null,
      `kierownik, kierowniczka, kierownictwo, menedzer, menedzerka, menadzer, menadzerka, manazer, manazerka, lider zespołu, liderka zespołu, lider, team lider, brygadier, koordynujacy, vedouci, vedouciho, veduci, veduca, veduceho, sef, sefa, sefka, vedouci oddeleni, veduci oddelenia,
      vezeto, vezetoje, vezetoi, fonok, menedzser, csoportvezeto, osztalyvezeto, teruletvezeto, reszlegvezeto, teamvezeto, sef departament, sef serviciu, sef birou, sef echipa, sef de echipa, sef de departament, sef sectie, responsabil, responsabila, zodpovedny`,
    ],
    [
      'senior',
      null,
      'starszy, starsza, głowny, głowna, wiodacy, starsi, hlavni, hlavny, hlavna, vrchni, vezeto szakerto, vezeto fejleszto',
      'weak',
    ],
    [
      'individual',
      null,
      `specjalista, specjalistka, specjalistow, ekspertka, koordynator, koordynatorka, analityk, analityczka, pracownik, pracowniczka, samodzielny specjalista, referentka, przedstawiciel, przedstawicielka, specialista, specialistka, koordinatorka, pracovnik,
      pracovnice, pracovnicka, odbornik, analytik, analyticka, referentka, szakerto, szakember, munkatars, ugyintezo, eloado, elemzo, referens, specialist, specialista, expert, experta, coordonator, coordonatoare, analist, analista, reprezentant, operator, inspector, angajat, angajata`,
      'weak',
    ],
    [
      'junior',
      null,
      'młodszy, młodsza, mladsi, mladsi specialista, palyakezdo, incepator, incepatoare, debutanta, absolwent, absolwentka, absolvent, absolventka',
      'weak',
    ],
  ],
  standings: [
    [
      'former',
      'before',
      'były, była, byłego, dawny, dawniej, poprzednio, byvaly, byvala, byvaleho, predtym, korabbi, egykori, korabban, fost, fosta',
    ],
    [
      'retired',
      'before',
      'emerytowany, emerytowana, emeryt, emerytka, na emeryturze, w stanie spoczynku, v duchodu, duchodce, duchodkyne, dochodca, dochodkyna, na dochodku, nyugdijas, nyugalmazott, nyugalomban, pensionar, pensionara, la pensie',
    ],
    [
      'student',
      'before',
      'studentka, studiujacy, doktorant, doktorantka, studujici, hallgato, egyetemi hallgato, egyetemista, studenta, masterand, masteranda, doctorand, doctoranda, uczen, uczennica',
    ],
    [
      'trainee',
      'before',
      'stazysta, stazystka, staz, praktykant, praktykantka, praktyki, stazista, stazistka, praktikantka, ucen, gyakornok, szakmai gyakornok, stagiar, stagiara, practicant, practicanta, ucenic',
    ],
    [
      'aspiring',
      'before',
      'przyszły, przyszła, aspirujacy, aspirujaca, poczatkujacy, budouci, buduci, zacinajici, zacinajuci, leendo, jovobeli, viitor, viitoare',
    ],
    [
      'interim',
      'before',
      'p o, pełniacy obowiazki, pełniaca obowiazki, tymczasowy, tymczasowa, poverena rizenim, povereny rizenim, povereny riadenim, poverena riadenim, docasny, docasna, zastupujici, megbizott, ideiglenes, atmeneti, interimar, interimara',
    ],
    [
      'deputy',
      'before',
      'zastepca, zastepczyni, zastepcy, z ca, zca, wice, zastupce, zastupkyne, zastupca, zastupkyna, namestek, namestkyne, namestok, namestnik, helyettes, adjuncta',
    ],
    ['deputy', 'after', 'helyettese'],
  ],
  assistants: 'asystent, asystentka, asystenta, asistent, asistentka, asistenta, asszisztens, asszisztense',
  markers: [
    ['preposition', 'dla, pentru'],
    ['company', 'w firmie, w społce, v spolecnosti, v spolocnosti, la compania, in cadrul'],
    [
      'audience',
      'pomagam, pomagamy, wspieram, wspieramy, doradzam, pomaham, pomahame, pomahame firmam, segitek, segitunk, tamogatom, ajut, ajutam, oferim, rekrutuje, szukam',
    ],
    ['now', 'obecnie, aktualnie, teraz, aktualne, nyni, momentalne, jelenleg, in prezent, prezent, acum'],
    [
      'noise',
      `ds, do spraw, działu, dział, działem, dz, departamentu, departament, departamentem, wydziału, wydział, sekcji, zespołu, zespoł, obszaru, pionu, pion, oddziału, oddział, zarzadu, zarzad, dyrekcji, zarzadzania, zarzadzanie, w dziale, społki, spolki,
      oddeleni, oddelenia, oddelenie, odboru, odbor, useku, usek, utvaru, sekce, sekcie, divize, divizie, firmy, osztaly, osztalyi, csoport, teruleti, teruletert, terulet, vallalati, departamentul, departamentului, serviciu, serviciul, directia, directiei, sectie, echipa, w, z, rizeni, riadenia`,
    ],
  ],
};
