import type { IndustryTopic } from './industry-topic.ts';

/** Schools of every kind. */
export const EDUCATION_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'education',
    within: [],
    labels: `
      bildung, enseignement, educacion, educacao, istruzione, onderwijs, utbildning, uddannelse, utdanning, koulutus, edukacja, vzdelavani, egitim
    `,
    terms: `
      education, education sector, education industry, education company, education group, education administration programs, education management,
      educational institution, education provider, academia, educational services, bildungswesen, bildungssektor, bildungseinrichtung,
      bildungseinrichtungen, bildungstrager, bildungsanbieter, bildungsbranche, secteur de l education, education nationale,
      etablissement d enseignement, etablissements d enseignement, enseignement prive, sector educativo, institucion educativa,
      instituciones educativas, centros educativos, centro educativo, settore istruzione, istituzioni educative, istituto scolastico,
      istituti scolastici, onderwijssector, onderwijsinstelling, onderwijsinstellingen, setor de educacao, setor educacional, instituicao de ensino,
      instituicoes de ensino, utbildningssektorn, uddannelsesinstitution, uddannelsessektoren, utdanningssektoren, utdanningsinstitusjon, koulutusala,
      oppilaitos, oppilaitokset, oswiata, sektor edukacyjny, placowki oswiatowe, skolstvi, vzdelavaci instituce, egitim sektoru, egitim kurumları
    `,
  },
  {
    name: 'schools',
    within: ['education'],
    terms: `
      school, primary school, secondary school, high school, middle school, elementary school, grammar school, boarding school, private school,
      international school, k 12, k12, primary and secondary education, primary secondary education, primary education, secondary education,
      school district, multi academy trust, academy trust, schule, schulen, grundschule, -grundschule, gymnasium, gymnasien, -gymnasium, realschule,
      -realschule, gesamtschule, -gesamtschule, mittelschule, hauptschule, oberschule, internat, privatschule, waldorfschule, montessorischule,
      -schule, -schulen, schulamt, schultrager, ecole primaire, ecole privee, ecoles privees, ecole, college et lycee, lycee, groupe scolaire,
      etablissement scolaire, etablissements scolaires, enseignement secondaire, escuela primaria, colegio, escuela, educacion primaria,
      educacion secundaria, instituto de ensenanza secundaria, scuola, scuole, scuola primaria, scuola secondaria, liceo, licei, istituto comprensivo,
      istituto superiore, scuola media, basisschool, basisscholen, middelbare school, middelbare scholen, voortgezet onderwijs, primair onderwijs,
      scholengemeenschap, scholengroep, -lyceum, -school, -scholen, schoolbestuur, escola, ensino fundamental, ensino medio, agrupamento de escolas,
      colegios privados, skola, skolan, skolor, -skola, -skolan, grundskola, gymnasieskola, gymnasiet, -gymnasiet, friskola, friskolor, skole, skolen,
      skoler, -skole, -skolen, folkeskole, efterskole, privatskole, grunnskole, videregaende skole, koulu, koulut, -koulu, peruskoulu, lukio, lukiot,
      -lukio, szkoła, szkoły, szkola, szkoła podstawowa, liceum, technikum, zespoł szkoł, zakladni skola, stredni skola, gymnazium, skoly, okul,
      okullar, okulları, ilkokul, ortaokul, lisesi, anadolu lisesi, kolej okulları
    `,
  },
  {
    name: 'kindergartens and childcare',
    within: ['education'],
    terms: `
      kindergarten, nursery school, day nursery, day nurseries, preschool, pre school, early childhood education, early years education, childcare,
      child care, child care centre, child day care services, child day care, daycare center, kita, -kita, kitatrager, kindertagesstatte,
      kindertagesstatten, kinderkrippe, -kindergarten, kinderbetreuung, ecole maternelle, ecoles maternelles, creche, micro creche, petite enfance,
      garde d enfants, escuela infantil, escuelas infantiles, guarderia, educacion infantil, jardin de infancia, jardin infantil,
      scuola dell infanzia, scuole dell infanzia, asilo nido, asili nido, asilo, kinderopvang, kinderdagverblijf, kinderdagverblijven,
      buitenschoolse opvang, peuterspeelzaal, educacao infantil, jardim de infancia, jardins de infancia, forskola, forskolan, forskolor, -forskola,
      barnomsorg, børnehave, bornehave, børnehaver, vuggestue, daginstitution, dagtilbud, barnehage, barnehagen, barnehager, -barnehage, paivakoti,
      paivakodit, -paivakoti, varhaiskasvatus, przedszkole, przedszkola, złobek, złobki, materska skola, materske skoly, skolka, detska skupina,
      jesle, anaokulu, anaokulları, gunduz bakımevi
    `,
  },
  {
    name: 'universities',
    within: ['education'],
    terms: `
      university, universities, higher education, higher ed, higher education institution, business school, law school, medical school,
      graduate school, college, community college, polytechnic, university of applied sciences, universitat, universitaten, -universitat, hochschule,
      hochschulen, -hochschule, fachhochschule, fachhochschulen, hochschulwesen, technische universitat, padagogische hochschule, duale hochschule,
      universite, grande ecole, grandes ecoles, ecole de commerce, ecoles de commerce, ecole d ingenieurs, ecoles d ingenieurs, ecole superieure,
      enseignement superieur, institut universitaire, ecole polytechnique, universidad, educacion superior, escuela de negocios, escuelas de negocios,
      escuela superior, universita, ateneo, atenei, politecnico, universita degli studi, istruzione superiore, istruzione universitaria, universiteit,
      universiteiten, -universiteit, hogeschool, hogescholen, -hogeschool, hoger onderwijs, universidade, ensino superior, faculdade,
      instituto politecnico, institutos politecnicos, universitet, universitetet, -universitet, hogskola, hogskolan, hogskolor, -hogskola, -hogskolan,
      hogre utbildning, lærosæte, professionshøjskole, erhvervsakademi, høyskole, høgskole, høyere utdanning, høgskolen, høyskolen, yliopisto,
      yliopistot, -yliopisto, -yliopiston, korkeakoulu, korkeakoulut, -korkeakoulu, ammattikorkeakoulu, -ammattikorkeakoulu, uniwersytet,
      uniwersytety, uczelnia, uczelnie, szkoła wyzsza, politechnika, akademia ekonomiczna, szkolnictwo wyzsze, univerzita, univerzity, vysoka skola,
      vysoke skoly, vysoke uceni, vysoke skolstvi, universite hastanesi egitim, universitesi, universiteler, yuksekogretim, yuksek ogretim
    `,
  },
  {
    name: 'vocational and adult education',
    within: ['education'],
    terms: `
      vocational training, vocational education, vocational school, vocational college, technical and vocational training,
      technical and vocational education, further education, further education college, adult education, continuing education,
      apprenticeship provider, apprenticeships provider, trade school, language school, secretarial schools, cosmetology and barber schools,
      driving school, flight training, fine arts schools, sports and recreation instruction, tutoring, tutoring company, coding bootcamp, bootcamp,
      berufsschule, berufsschulen, -berufsschule, berufskolleg, berufsbildung, berufsbildungszentrum, berufsakademie, erwachsenenbildung,
      volkshochschule, -volkshochschule, volkshochschulen, weiterbildung, sprachschule, sprachschulen, fahrschule, fahrschulen, musikschule,
      nachhilfe, formation professionnelle, formation continue, formation pour adultes, centre de formation d apprentis, lycee professionnel,
      ecole de langues, auto ecole, soutien scolaire, formacion profesional, formacion continua, educacion de adultos, escuela de idiomas,
      academia de idiomas, autoescuela, centro de formacion, centros de formacion, formazione professionale, formazione continua,
      educazione degli adulti, scuola di lingue, scuola di formazione, centro di formazione, autoscuola, istituto professionale, its academy,
      beroepsonderwijs, middelbaar beroepsonderwijs, volwassenenonderwijs, volwasseneneducatie, taleninstituut, taalschool, rijschool,
      ensino profissional, formacao profissional, ensino tecnico, educacao de adultos, escola profissional, escola tecnica, escola de idiomas,
      escola de linguas, autoescola, escola de conducao, yrkesutbildning, yrkeshogskola, yrkeshogskolan, vuxenutbildning, folkhogskola, folkhogskolan,
      komvux, studieforbund, trafikskola, erhvervsskole, erhvervsuddannelse, voksenuddannelse, højskole, køreskole, sprogskole, yrkesfagskole,
      fagskole, fagskolen, voksenopplæring, trafikkskole, ammattiopisto, -ammattiopisto, ammatillinen koulutus, aikuiskoulutus, kansanopisto,
      autokoulu, szkolnictwo zawodowe, szkoła zawodowa, kształcenie dorosłych, kształcenie zawodowe, szkoła jezykowa, szkoły jezykowe, szkoła jazdy,
      odborne uciliste, vzdelavani dospelych, jazykova skola, jazykove skoly, autoskola, mesleki egitim, meslek lisesi, yetiskin egitimi, dil okulu,
      surucu kursu
    `,
  },
];
