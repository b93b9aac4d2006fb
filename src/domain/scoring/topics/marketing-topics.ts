import type { IndustryTopic } from './industry-topic.ts';

/** Advertising, and what goes with it. */
export const MARKETING_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'advertising agencies',
    within: ['marketing services'],
    labels: `
      advertising, werbung, publicite, publicidad, pubblicita, publicidade, reclame, agencies, agency, agenturen
    `,
    terms: `
      advertising agency, advertising agencies, ad agency, advertising services, creative agency, creative agencies, media agency, branding agency,
      brand agency, marketing agency, marketing agencies, digital agency, digital agencies, digital marketing agency, performance agency,
      performance marketing agency, social media agency, seo agency, web agency, content agency, full service agency, influencer agency,
      communications agency, communication agency, agency network, growth agency, werbeagentur, werbeagenturen, -werbeagentur, marketingagentur,
      digitalagentur, mediaagentur, kreativagentur, kommunikationsagentur, onlinemarketing agentur, internetagentur, agenturgruppe, agenturnetzwerk,
      agence de publicite, agence de communication, agences de communication, agence marketing, agence digitale, agence web, agence media,
      agence creative, agencia de publicidad, agencias de publicidad, agencia de marketing, agencia digital, agencia creativa, agencia de medios,
      agencia de comunicacion, agenzia pubblicitaria, agenzia di comunicazione, agenzia di pubblicita, agenzia di marketing, agenzia creativa,
      agenzia digitale, reclamebureau, marketingbureau, mediabureau, communicatiebureau, online marketing bureau, agencia de publicidade,
      agencia de propaganda, agencia de comunicacao, reklambyra, reklambyraer, mediebyra, digitalbyra, kommunikationsbyra, marknadsforingsbyra,
      reklamebureau, mediebureau, marketingbureauer, kommunikationsbureau, reklamebyra, kommunikasjonsbyra, mainostoimisto, mediatoimisto,
      viestintatoimisto, digitoimisto, agencja reklamowa, agencja marketingowa, dom mediowy, agencja kreatywna, agencja interaktywna,
      reklamni agentura, marketingova agentura, medialni agentura, reklam ajansı, medya ajansı, dijital ajans
    `,
  },
  {
    name: 'marketing services',
    within: [],
    labels: 'marketing',
    terms: `
      marketing services, marketing and advertising, marketing advertising, marketing and sales services, advertising and marketing, direct marketing,
      outdoor advertising, out of home advertising, promotional products, promotional merchandise, loyalty marketing, marketing und werbung,
      außenwerbung, aussenwerbung, werbeartikel, marketing et publicite, affichage publicitaire, objets publicitaires, marketing y publicidad,
      publicidad exterior, regalos promocionales, marketing e pubblicita, articoli promozionali, marketing en reclame, relatiegeschenken,
      buitenreclame, marketing e publicidade, midia exterior, brindes promocionais, marknadsforing och reklam, profilreklam, markkinointi ja mainonta,
      marketing i reklama, marketing a reklama, reklam ve pazarlama
    `,
  },
  {
    name: 'public relations',
    within: ['marketing services'],
    labels: 'pr',
    terms: `
      public relations and communications, public relations and communications services, public relations services, public relations agency,
      pr agency, pr agencies, pr firm, public relations firm, communications consultancy, communications firm, public affairs consultancy,
      public affairs firm, lobbying firm, investor relations firm, pr agentur, pr agenturen, pr beratung, kommunikationsberatung,
      public affairs agentur, agence de relations publics, agence de relations presse, agence rp, agences rp, conseil en communication,
      cabinet de lobbying, agencia de relaciones publicas, consultora de comunicacion, gabinete de prensa, agencia de pr,
      agenzia di relazioni pubbliche, ufficio stampa agenzia, agenzia pr, pr bureau, communicatieadviesbureau, agencia de relacoes publicas,
      assessoria de imprensa, pr byra, pr byraer, pr konsult, pr toimisto, agencja pr, agencja public relations, pr agentura, halkla iliskiler ajansı,
      pr ajansı
    `,
  },
  {
    name: 'market research',
    within: ['marketing services'],
    terms: `
      market research, market research firm, market research company, market research agency, market research agencies, insights agency,
      polling company, opinion research, consumer research, consumer insights agency, marktforschung, marktforschungsinstitut, meinungsforschung,
      marktforschungsunternehmen, institut d etudes, institut de sondage, etudes de marche, societe d etudes, estudios de mercado,
      investigacion de mercados, instituto de investigacion de mercados, ricerche di mercato, istituto di ricerca di mercato, ricerca di mercato,
      marktonderzoek, marktonderzoekbureau, marktonderzoeksbureau, pesquisa de mercado, estudos de mercado, instituto de pesquisa de mercado,
      marknadsundersokning, undersokningsforetag, markedsanalyse, analyseinstitut, markedsundersøgelse, markedsundersøkelser, markkinatutkimus,
      badania rynku, badania rynkowe, agencja badawcza, pruzkum trhu, vyzkum trhu, pazar arastırma, pazar arastırması
    `,
  },
  {
    name: 'design studios',
    within: ['marketing services'],
    labels: 'design, design services, diseno, grafikdesign, photography',
    terms: `
      graphic design, design agency, design agencies, design studio, design firm, design consultancy, industrial design studio, product design studio,
      ux agency, ux design agency, photography studio, designagentur, designburo, designstudio, agence de design, studio de design, studio graphique,
      estudio de diseno, agencia de diseno, studio di design, studio grafico, ontwerpbureau, designbureau, grafisch ontwerpbureau, estudio de design,
      agencia de design, designbyra, designbureauer, muotoilutoimisto, studio projektowe, studio graficzne, designerske studio, graficke studio,
      tasarım ajansı, tasarım studyosu
    `,
  },
];
