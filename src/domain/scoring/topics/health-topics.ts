import type { IndustryTopic } from './industry-topic.ts';

/** Care for people and animals, and the makers of medicines and devices. */
export const HEALTH_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'healthcare providers',
    within: ['Healthcare'],
    labels: `
      health, healthcare, health care, medical, gesundheit, sante, salud, saude, sanita, zorg, vard, helse, sundhed
    `,
    terms: `
      hospitals and health care, hospital and health care, hospital health care, hospitals and healthcare, healthcare provider, health care provider,
      healthcare organisation, healthcare organization, healthcare industry, healthcare sector, healthcare services, healthcare group,
      healthcare system, health service, health system, care provider, ambulatory health care services, ambulance services, public health,
      community services for health, primary care trust, gesundheitswesen, gesundheitsbranche, gesundheitsversorgung, gesundheitswirtschaft,
      gesundheitsdienstleister, gesundheitskonzern, secteur de la sante, etablissement de sante, etablissements de sante, groupe de sante,
      services de sante, sector salud, sector sanitario, sanidad, servicios de salud, servicio de salud, grupo sanitario, settore sanitario,
      sanitario, azienda sanitaria, aziende sanitarie, strutture sanitarie, servizi sanitari, azienda sanitaria locale, gezondheidszorg,
      zorginstelling, zorginstellingen, zorgsector, zorgaanbieder, zorggroep, zorgorganisatie, setor de saude, servicos de saude, unidade de saude,
      halso och sjukvard, sjukvard, vardforetag, vardbolag, sundhedsvæsen, sundhedssektoren, sundhedspleje, helsevesen, helsetjenester, helseforetak,
      helsesektoren, terveydenhuolto, terveyspalvelut, hyvinvointialue, sosiaali ja terveyspalvelut, ochrona zdrowia, opieka zdrowotna,
      słuzba zdrowia, zdravotnictvi, zdravotnicke zarizeni, zdravotni pece, saglık hizmetleri, saglık sektoru, saglık grubu
    `,
  },
  {
    name: 'hospitals',
    within: ['healthcare providers'],
    terms: `
      hospital, hospital group, hospital trust, nhs trust, nhs foundation trust, nhs, medical center, medical centre, university hospital,
      teaching hospital, general hospital, children s hospital, infirmary, acute care, acute care hospital, hospital network, blood bank, krankenhaus,
      krankenhauser, -krankenhaus, krankenhauskonzern, klinik, kliniken, -klinik, -kliniken, klinikum, klinika, -klinikum, klinikverbund,
      klinikgruppe, universitatsklinikum, universitatsklinik, uniklinik, uniklinikum, spital, spitaler, -spital, kantonsspital, universitatsspital,
      rehaklinik, fachklinik, privatklinik, krankenanstalt, hopital, hopitaux, centre hospitalier, centres hospitaliers, hospitalier, hospitaliere,
      clinique privee, cliniques privees, groupe hospitalier, assistance publique, hospitales, hospital universitario, grupo hospitalario,
      hospitalario, sanatorio, ospedale, ospedali, ospedaliero, ospedaliera, azienda ospedaliera, policlinico, casa di cura, case di cura,
      gruppo ospedaliero, ziekenhuis, ziekenhuizen, -ziekenhuis, umc, universitair medisch centrum, medisch centrum, hospitais, rede hospitalar,
      santa casa, hospitalar, sjukhus, sjukhuset, -sjukhus, -sjukhuset, universitetssjukhus, lasarett, hospitalet, sygehus, sygehuset, -sygehus,
      sykehus, sykehuset, -sykehus, universitetssykehus, sairaala, sairaalat, -sairaala, yliopistosairaala, szpital, szpitale, szpital kliniczny,
      nemocnice, nemocnicni, fakultni nemocnice, hastane, hastanesi, hastaneler, hastaneleri, chu de, chru
    `,
  },
  {
    name: 'medical practices and clinics',
    within: ['healthcare providers'],
    labels: 'doctors',
    terms: `
      medical practice, medical clinic, clinic, outpatient clinic, outpatient care centers, outpatient care, physicians, gp practice,
      general practice, doctor s office, physical occupational and speech therapists, chiropractors, physiotherapy, physiotherapist practice,
      fertility clinic, eye clinic, dermatology clinic, aesthetic clinic, diagnostic imaging centre, radiology group, optometrists,
      alternative medicine, family planning centers, medical group, polyclinic, arztpraxis, arztpraxen, -arztpraxis, praxisklinik,
      gemeinschaftspraxis, medizinisches versorgungszentrum, mvz, facharztzentrum, facharztpraxis, physiotherapiepraxis, hausarztpraxis, ambulanz,
      radiologie, poliklinik, augenklinik, praxisgruppe, cabinet medical, cabinets medicaux, centre medical, centres medicaux, clinique,
      centre de sante, maison de sante, centre d imagerie, kinesitherapie, clinica, centro medico, centros medicos, consulta medica, clinica privada,
      policlinica, fisioterapia, cliniche, studio medico, studi medici, poliambulatorio, poliambulatori, ambulatorio, centro diagnostico,
      fisioterapia centro, huisartsenpraktijk, huisartsen, kliniek, klinieken, -kliniek, polikliniek, privekliniek, zelfstandige klinieken,
      fysiotherapiepraktijk, consultorio, vardcentral, vardcentraler, lakarmottagning, privatlege, legesenter, lægehus, lægeklinik, speciallæge,
      laakariasema, laakarikeskus, terveysasema, terveyskeskus, przychodnia, przychodnie, centrum medyczne, poradnia, gabinet lekarski, ordinace,
      soukroma klinika, klinik muayenehane, tıp merkezi, ozel klinik, radiology practice
    `,
  },
  {
    name: 'mental health',
    within: ['healthcare providers'],
    terms: `
      mental health, mental health care, mental healthcare, behavioral health, behavioural health, psychiatric hospital, psychiatric clinic,
      psychiatry, psychotherapy practice, psychology practice, addiction treatment, psychosomatic clinic, psychiatrie, -psychiatrie, psychosomatik,
      psychotherapie, suchtklinik, sante mentale, psychiatrique, salud mental, clinica psiquiatrica, psicologia clinica, salute mentale, psichiatria,
      geestelijke gezondheidszorg, ggz, saude mental, clinica psiquiatrica privada, psykiatri, psykisk halsa, psykisk helse, psykisk sundhed,
      mielenterveys, zdrowie psychiczne, psychiatria, dusevni zdravi, psychiatricka nemocnice, ruh saglıgı, psikiyatri
    `,
  },
  {
    name: 'dental care',
    within: ['healthcare providers'],
    terms: `
      dentist, dental clinic, dental practice, dental group, dental care, dental service organization, dso group, orthodontics, orthodontist,
      dental laboratory, dental, zahnarztpraxis, zahnarzt, zahnarzte, zahnklinik, -zahnarzt, zahnmedizin, zahnarztpraxen, kieferorthopadie,
      dentallabor, cabinet dentaire, cabinets dentaires, centre dentaire, centres dentaires, dentiste, clinique dentaire, clinica dental,
      clinicas dentales, dentista, odontologia, ortodoncia, studio dentistico, studi dentistici, clinica odontoiatrica, cliniche odontoiatriche,
      cliniche dentali, odontoiatria, tandarts, tandartspraktijk, tandartspraktijken, tandheelkunde, tandartsketen, mondzorg, clinica odontologica,
      clinicas odontologicas, clinica dentaria, clinicas dentarias, medicina dentaria, tandlakare, tandvard, tandlakarmottagning, tandklinik,
      tandlæge, tandlægeklinik, tannlege, tannklinikk, hammaslaakari, hammasklinikka, stomatologia, stomatologiczny, dentysta, stomatologie,
      zubni ordinace, zubni klinika, dis klinigi, dis hekimi, agız ve dis saglıgı
    `,
  },
  {
    name: 'senior care and nursing homes',
    within: ['healthcare providers'],
    terms: `
      nursing home, nursing homes and residential care facilities, care home, care home operator, senior living, senior care, elderly care, eldercare,
      aged care, retirement home, assisted living, residential care, hospice, services for the elderly and disabled, social care,
      social care provider, disability care, residential aged care, pflegeheim, pflegeheime, -pflegeheim, altenheim, altenheime, -altenheim,
      altenpflege, seniorenheim, -seniorenheim, seniorenresidenz, -seniorenresidenz, seniorenzentrum, -seniorenzentrum, seniorenwohnen, alterszentrum,
      altersheim, pflegezentrum, pflegeeinrichtung, pflegeeinrichtungen, stationare pflege, pflegebranche, hospiz, betreutes wohnen, behindertenhilfe,
      lebenshilfe, ehpad, maison de retraite, maisons de retraite, residence senior, residences seniors, residence services seniors, medico social,
      secteur medico social, grand age, residencia de mayores, residencias de mayores, residencia de ancianos, residencias geriatricas, geriatrico,
      atencion a mayores, tercera edad, sociosanitario, sector sociosanitario, casa di riposo, case di riposo, residenza per anziani,
      residenze per anziani, residenza sanitaria assistenziale, assistenza anziani, verpleeghuis, verpleeghuizen, verzorgingshuis, verzorgingshuizen,
      woonzorgcentrum, woonzorgcentra, ouderenzorg, woonzorg, gehandicaptenzorg, zorgcentrum, verpleging en verzorging, lar de idosos,
      lares de idosos, residencia senior, residencias seniores, casa de repouso, cuidados de idosos, aldreboende, aldreboenden, aldreomsorg,
      sarskilt boende, vardboende, plejehjem, plejecenter, ældrepleje, ældreomsorg, -plejehjem, sykehjem, -sykehjem, eldreomsorg, omsorgsbolig,
      hoivakoti, hoivakodit, hoiva, vanhustenhoito, palvelutalo, dom opieki, domy opieki, dom seniora, opieka nad osobami starszymi,
      dom pomocy społecznej, domov senioru, domov pro seniory, domov duchodcu, domovy senioru, huzurevi, yaslı bakım
    `,
  },
  {
    name: 'home care',
    within: ['healthcare providers'],
    terms: `
      home care, homecare, home health care, home health care services, home healthcare, home health, domiciliary care, home nursing, in home care,
      live in care, pflegedienst, pflegedienste, -pflegedienst, ambulante pflege, ambulanter pflegedienst, hausliche pflege, intensivpflege, spitex,
      soins a domicile, hospitalisation a domicile, aide a domicile, services a la personne, maintien a domicile, sante a domicile,
      atencion domiciliaria, ayuda a domicilio, cuidados a domicilio, hospitalizacion a domicilio, assistenza domiciliare, cure domiciliari,
      assistenza a domicilio, thuiszorg, thuiszorgorganisatie, wijkverpleging, cuidados domiciliarios, atendimento domiciliar, apoio domiciliario,
      hemtjanst, hemsjukvard, hjemmepleje, hjemmetjeneste, hjemmesykepleie, kotihoito, kotipalvelu, opieka domowa, domaci pece, evde bakım,
      evde saglık
    `,
  },
  {
    name: 'veterinary services',
    within: [],
    terms: `
      veterinary, veterinary services, veterinary clinic, veterinary practice, veterinary group, vet clinic, vet practice, veterinarian,
      animal hospital, animal clinic, tierarztpraxis, tierklinik, -tierklinik, tierarzt, tierarzte, tiermedizin, veterinarmedizin,
      clinique veterinaire, cliniques veterinaires, cabinet veterinaire, veterinaire, clinica veterinaria, clinicas veterinarias, veterinaria,
      veterinario, hospital veterinario, cliniche veterinarie, dierenarts, dierenartsenpraktijk, dierenkliniek, dierenziekenhuis, dierenartsen,
      djursjukhus, djurklinik, veterinarklinik, dyrehospital, dyreklinik, dyrlæge, dyreklinikk, dyrlege, dyresykehus, elainlaakari, elainklinikka,
      elainsairaala, klinika weterynaryjna, weterynaria, lecznica weterynaryjna, veterinarni klinika, veterinarni ordinace, veteriner,
      veteriner klinigi
    `,
  },
  {
    name: 'digital health',
    within: ['Healthcare', 'software'],
    terms: `
      digital health, healthtech, health tech, ehealth, e health, mhealth, telemedicine, telehealth, virtual care, remote patient monitoring,
      digital therapeutics, femtech, mental health app, health app, medical ai, digitale gesundheit, telemedizin, digitale gesundheitsanwendung, diga,
      e sante, sante numerique, telemedecine, teleconsultation, salud digital, telemedicina, sanita digitale, telemedicina e sanita digitale,
      digitale zorg, telegeneeskunde, saude digital, digital halsa, digital vard, digital sundhed, telemedicin, e helse, terveysteknologia,
      etalaaketiede, telemedycyna, e zdrowie, telemedicinska, digitalni zdravi, dijital saglık, tele tıp
    `,
  },
  {
    name: 'life sciences',
    within: ['Healthcare'],
    terms: `
      life science, life sciences industry, lifesciences, life science tools, laboratory equipment, lab equipment, laboratory supplies,
      contract research organization, contract research organisation, cro services, clinical research, clinical research organization,
      clinical trials company, sciences de la vie, sciences du vivant, ciencias de la vida, investigacion clinica, scienze della vita,
      ricerca clinica, levenswetenschappen, klinisch onderzoek, ciencias da vida, pesquisa clinica, investigacao clinica, biovetenskap, livsvetenskap,
      klinische forschung, auftragsforschung, laborausstattung, labortechnik, laborgerate, equipement de laboratoire, materiel de laboratoire,
      equipos de laboratorio, attrezzature da laboratorio, badania kliniczne, klinicky vyzkum, yasam bilimleri
    `,
  },
  {
    name: 'pharmaceuticals',
    within: ['life sciences', 'Manufacturing'],
    terms: `
      pharma, pharmaceutical, pharmaceutical manufacturing, pharmaceutical industry, pharmaceutical company, pharmaceutical companies, pharma company,
      pharma companies, pharma industry, drug maker, drugmaker, generics, generic drugs, biopharma, biopharmaceutical, specialty pharma, cdmo,
      contract drug manufacturer, vaccines, animal health, over the counter medicine, pharmaindustrie, pharmaunternehmen, pharmazie, pharmazeutika,
      pharmazeutische industrie, pharmahersteller, arzneimittel, arzneimittelhersteller, -pharma, generika, tierarzneimittel, pharmaceutique,
      industrie pharmaceutique, laboratoire pharmaceutique, laboratoires pharmaceutiques, medicaments, medicaments generiques, farmaceutica,
      industria farmaceutica, laboratorio farmaceutico, laboratorios farmaceuticos, sector farmaceutico, farmaceutico, farmaceutici,
      casa farmaceutica, case farmaceutiche, azienda farmaceutica, settore farmaceutico, farmaceutische industrie, farmaceutisch,
      farmaceutisch bedrijf, lakemedel, lakemedelsbolag, lakemedelsindustri, lakemedelsforetag, lægemidler, medicinalindustri, medicinalvirksomhed,
      farmaceutisk, legemidler, legemiddelindustri, farmasoytisk, farmasøytisk industri, laaketeollisuus, laakeyhtio, laakeyritys, farmacja,
      przemysł farmaceutyczny, farmaceutyczny, firma farmaceutyczna, farmaceuticky, farmaceuticky prumysl, leciva, ilac, ilac sanayi, -farma
    `,
  },
  {
    name: 'biotechnology',
    within: ['life sciences'],
    terms: `
      biotech, biotechnology, biotechnology company, biotechnology research, biotech company, biotech companies, biotech startup, gene therapy,
      cell therapy, genomics, synthetic biology, bioprocessing, nanotechnology research, nanotechnology, biotechnologie, biotech unternehmen,
      biotechnologieunternehmen, gentherapie, therapie genique, biotecnologia, biotecnologica, biotecnologie, terapia genica, biotechbedrijf,
      bioteknik, biotekbolag, biotek, bioteknologi, biotekselskap, bioteknologia, biotechnologia, firma biotechnologiczna, biotechnologicky,
      biyoteknoloji, -biotech, -therapeutics, therapeutics
    `,
  },
  {
    name: 'medical devices',
    within: ['life sciences', 'Manufacturing'],
    terms: `
      medical device, medical device manufacturer, medical device company, medical equipment, medical equipment manufacturing, medical technology,
      medtech, med tech, medical instruments, surgical instruments, implants, orthopaedics manufacturer, prosthetics, diagnostics company,
      in vitro diagnostics, ivd, diagnostics, medical imaging equipment, hearing aids, hospital equipment, medizintechnik, medizintechnikunternehmen,
      medizintechnikhersteller, -medizintechnik, medizinprodukte, medizinproduktehersteller, dentaltechnik, implantate, orthopadietechnik,
      sanitatshaus, horgerate, in vitro diagnostik, diagnostika, dispositif medical, dispositifs medicaux, technologies medicales, materiel medical,
      equipements medicaux, diagnostic in vitro, dispositivos medicos, tecnologia medica, equipos medicos, tecnologia sanitaria, productos sanitarios,
      dispositivi medici, apparecchiature medicali, elettromedicali, biomedicale, dispositivo medico, diagnostica in vitro, medische technologie,
      medische hulpmiddelen, medische apparatuur, medisch technologisch bedrijf, equipamentos medicos, produtos medicos, equipamentos hospitalares,
      medicinteknik, medicinteknisk, medicintekniska produkter, medicoteknik, medicinsk udstyr, medicinsk utstyr, medisinsk utstyr,
      medisinsk teknologi, medtek, laakinnalliset laitteet, laaketekniikka, wyroby medyczne, sprzet medyczny, technologie medyczne,
      zdravotnicke prostredky, zdravotnicka technika, tıbbi cihaz, tıbbi cihazlar, medikal
    `,
  },
  {
    name: 'medical laboratories',
    within: ['healthcare providers'],
    terms: `
      medical and diagnostic laboratories, medical laboratory, medical laboratories, diagnostic laboratory, diagnostic laboratories,
      clinical laboratory, pathology laboratory, labormedizin, medizinisches labor, laborverbund, laborgruppe, laboratoire d analyses,
      laboratoires d analyses, biologie medicale, laboratoire de biologie medicale, laboratorio clinico, laboratorios clinicos,
      laboratorio de analisis, laboratorio analisi, laboratori analisi, laboratorio di analisi, medisch laboratorium, diagnostisch centrum,
      laboratorio de analises clinicas, analises clinicas, medicinskt laboratorium, laboratorium medyczne, diagnostyka laboratoryjna,
      laboratorni diagnostika, tıbbi laboratuvar
    `,
  },
];
