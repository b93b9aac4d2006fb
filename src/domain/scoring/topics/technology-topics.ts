import type { IndustryTopic } from './industry-topic.ts';

/** Networks and data centres, artificial intelligence, and protection from attacks. */
export const TECHNOLOGY_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'telecoms operators',
    within: ['Telecommunications'],
    labels: 'telecommunications services, wireless, telecomunicacion',
    terms: `
      telecommunication, telecom, telco, telecom operator, telecoms operator, telecommunications carriers, telecommunications company,
      telecom company, telecom provider, wireless services, mobile operator, mobile network operator, mobile carrier, mvno, broadband provider,
      fibre broadband, fiber broadband, fibre network, fiber network, internet service provider, isp, satellite telecommunications,
      telecommunications resellers, cable operator, tower company, towerco, voip provider, telekommunikation, telekommunikationsunternehmen,
      mobilfunk, mobilfunkanbieter, mobilfunkbetreiber, telekom, glasfaser, glasfaserausbau, glasfaseranbieter, breitbandanbieter, -telekom,
      telecommunicaciones, telecommunications operateur, operateur telecom, operateurs telecoms, operateur mobile, operateur de telecommunications,
      fournisseur d acces internet, fibre optique, telecomunicaciones, operador movil, operador de telecomunicaciones,
      operadora de telecomunicaciones, fibra optica, teleoperadora, telecomunicazioni, operatore telefonico, operatore mobile, operatori telefonici,
      fibra ottica, telecommunicatie, telecombedrijf, telecomprovider, glasvezel, telecomunicacoes, operadora de telefonia, operadora movel,
      provedor de internet, operadoras de telecomunicacoes, teleoperator, telekombolag, telekombranschen, mobiloperator, bredband, stadsnat,
      fiberbolag, teleselskab, mobiloperatør, fiberselskab, teleoperatør, teleselskap, telekommunikasjon, fiberselskap, teleoperaattori,
      tietoliikenne, televiestinta, telekomunikacja, telekomunikacyjny, operator telekomunikacyjny, operator komorkowy, swiatłowod, telekomunikace,
      telekomunikacni operator, mobilni operator, telekomunikasyon, gsm operatoru
    `,
  },
  {
    name: 'telecoms equipment',
    within: ['Telecommunications', 'Manufacturing'],
    terms: `
      communications equipment manufacturing, telecommunications equipment, telecom equipment, telecoms equipment, telecom vendor,
      network equipment manufacturer, radio and television broadcasting and wireless communications equipment manufacturing, antenna manufacturer,
      optical networking equipment, 5g equipment, telekommunikationsausrustung, nachrichtentechnik, netzwerkausruster, equipementier telecom,
      equipements de telecommunications, equipos de telecomunicaciones, apparati di telecomunicazione, apparati telecom, telecomapparatuur,
      equipamentos de telecomunicacoes, telekomutrustning, teleudstyr, telekomutstyr, tietoliikennelaitteet, sprzet telekomunikacyjny,
      telekomunikacni technika, telekom ekipmanları
    `,
  },
  {
    name: 'hosting and cloud infrastructure',
    within: ['SaaS'],
    labels: 'cloud computing, hosting',
    terms: `
      web hosting, hosting provider, hosting company, cloud infrastructure, cloud provider, cloud hosting, cloud service provider, iaas,
      infrastructure as a service, data center, data centre, data center operator, data centre operator, colocation, colocation provider, hyperscaler,
      data infrastructure and analytics, it system data services, content delivery network, cdn, domain registrar, sovereign cloud, rechenzentrum,
      rechenzentren, rechenzentrumsbetreiber, webhosting, webhoster, hosting anbieter, cloud anbieter, hebergeur, hebergement web, centre de donnees,
      centres de donnees, fournisseur cloud, cloud souverain, centro de datos, centros de datos, alojamiento web, proveedor cloud,
      proveedor de hosting, servizi di hosting, centro dati, fornitore cloud, datacenter, datacentrum, cloudprovider, hostingbedrijf, centro de dados,
      provedor de nuvem, hospedagem de sites, datahall, webbhotell, molntjanst, molnleverantor, datasenter, webhotel, konesali, palvelinkeskus,
      centrum danych, centra danych, datove centrum, datova centra, veri merkezi, bulut saglayıcı, hosting services
    `,
  },
  {
    name: 'artificial intelligence',
    within: ['AI/ML'],
    labels: 'ai, ki, ia, ml, yapay zeka',
    terms: `
      artificial intelligence, ai company, ai companies, ai startup, ai platform, ai software, ai lab, ai research lab, ai solutions,
      ai infrastructure, ai native, ai vendor, ai ml, ai agents, machine learning, machine learning platform, deep learning, generative ai, gen ai,
      genai, large language models, llm, foundation model, computer vision, natural language processing, conversational ai, applied ai,
      kunstliche intelligenz, ki startup, ki unternehmen, ki losungen, ki plattform, maschinelles lernen, intelligence artificielle, ia generative,
      apprentissage automatique, startup ia, inteligencia artificial, aprendizaje automatico, ia generativa, intelligenza artificiale,
      kunstmatige intelligentie, inteligencia artificial generativa, aprendizado de maquina, aprendizagem automatica, artificiell intelligens,
      ai bolag, maskininlarning, kunstig intelligens, maskinlæring, tekoaly, koneoppiminen, sztuczna inteligencja, uczenie maszynowe,
      umela inteligence, strojove uceni, yapay zeka sirketi, makine ogrenmesi
    `,
  },
  {
    name: 'cyber security',
    within: ['Cybersecurity'],
    labels: 'security, it security, information security, data security',
    terms: `
      cybersecurity, cyber security, cyber, cybersecurity company, cyber security company, cybersecurity vendor, security software,
      security software vendor, it security company, it security provider, infosec company, computer and network security, computer network security,
      data security software products, managed security services, managed security service provider, mssp, managed detection and response,
      cloud security, application security, endpoint protection, threat intelligence, identity and access management, penetration testing, pentesting,
      zero trust, siem, it sicherheit, it sicherheitsunternehmen, cybersicherheit, informationssicherheit, cybersecurite, cyber securite,
      securite informatique, editeur cybersecurite, ciberseguridad, seguridad informatica, sicurezza informatica, cybersicurezza, cyberbeveiliging,
      cyberveiligheid, it beveiliging, informatiebeveiliging, ciberseguranca, seguranca cibernetica, seguranca da informacao, cybersakerhet,
      it sakerhet, informationssakerhet, cybersikkerhed, it sikkerhed, cybersikkerhet, it sikkerhet, kyberturvallisuus, tietoturva, tietoturvayhtio,
      cyberbezpieczenstwo, bezpieczenstwo it, kyberneticka bezpecnost, kyberbezpecnost, siber guvenlik
    `,
  },
];
