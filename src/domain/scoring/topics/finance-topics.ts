import type { IndustryTopic } from './industry-topic.ts';

/** Banks, insurers, investors, and the companies that rebuild them in software. */
export const FINANCE_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'financial services',
    within: ['Financial Services'],
    labels: 'finance, finanzen, finanza, finans, finanse, financas',
    terms: `
      financial services, financial services industry, financial institution, financial sector, financial industry, finance industry, finance sector,
      financial advisory, bfsi, finanzdienstleistungen, finanzdienstleistung, finanzdienstleister, finanzbranche, finanzwirtschaft, finanzwesen,
      finanzinstitut, finanzinstitute, services financiers, secteur financier, institutions financieres, etablissement financier,
      servicios financieros, sector financiero, entidad financiera, entidades financieras, servizi finanziari, settore finanziario,
      istituti finanziari, financiele dienstverlening, financiele sector, financiele instelling, financiele instellingen, servicos financeiros,
      setor financeiro, instituicoes financeiras, instituicao financeira, finansiella tjanster, finansbranschen, finansbolag, finansielle tjenester,
      finanssektoren, finansnæring, rahoitusala, rahoituspalvelut, finanssiala, usługi finansowe, sektor finansowy, instytucje finansowe,
      instytucja finansowa, financni sluzby, financni sektor, financni instituce, finansal hizmetler, finans sektoru, finans kurulusu
    `,
  },
  {
    name: 'banking',
    within: ['financial services'],
    terms: `
      banking, bank, retail banking, retail bank, private banking, private bank, commercial bank, commercial banking, corporate banking, savings bank,
      savings institutions, credit union, building society, central bank, international trade finance bank, development bank, bank holding company,
      cooperative bank, credit institution, bankwesen, banken, bankensektor, -bank, -banken, sparkasse, sparkassen, -sparkasse, -sparkassen,
      volksbank, raiffeisenbank, genossenschaftsbank, privatbank, kreditinstitut, kreditinstitute, landesbank, bausparkasse, kreditwirtschaft,
      bankhaus, kantonalbank, banque, secteur bancaire, bancaire, banque privee, caisse d epargne, credit agricole, credit mutuel, caisse regionale,
      etablissement de credit, banca, banco, banca privada, sector bancario, bancario, bancaria, caja rural, caja de ahorros, cajas de ahorros,
      cooperativa de credito, entidad bancaria, banche, settore bancario, istituto di credito, istituti di credito, cassa di risparmio,
      credito cooperativo, banca di credito cooperativo, cassa rurale, bankieren, bankwezen, bankensector, setor bancario,
      bancos digitais tradicionais, caixa economica, caixa de credito, banka, banky, bankovnictvi, bankovni, sparbank, sparbanken, -sparbank,
      bankvasen, banksektorn, sparekasse, sparekassen, pengeinstitut, banksektoren, sparebank, -sparebank, sparebanken, bankvirksomhet, pankki,
      pankit, -pankki, osuuspankki, saastopankki, pankkiala, bankowosc, banki, bank społdzielczy, sektor bankowy, bankacılık, bankacilik, bankası,
      bankasi, bankalar, sporitelna
    `,
  },
  {
    name: 'investment banking',
    within: ['banking'],
    terms: `
      investment banking, investment bank, m and a advisory, mergers and acquisitions advisory, corporate finance advisory,
      corporate finance boutique, m and a boutique, merchant bank, investmentbank, investmentbanken, m and a beratung, banque d investissement,
      banque d affaires, banques d affaires, banca de inversion, banco de inversion, banca d investimento, banca d affari, zakenbank,
      banco de investimento, bancos de investimento, bankowosc inwestycyjna, bank inwestycyjny, investicni bankovnictvi, investicni banka,
      yatırım bankası, investeringsbank, investointipankki
    `,
  },
  {
    name: 'insurance',
    within: ['financial services'],
    terms: `
      insurance, insurance company, insurance companies, insurer, insurance carrier, insurance industry, insurance group, life insurance, reinsurance,
      reinsurer, mutual insurer, property and casualty insurance, insurance and employee benefit funds, claims adjusting actuarial services,
      versicherung, versicherungen, -versicherung, -versicherungen, versicherer, versicherungswirtschaft, versicherungsbranche, versicherungskonzern,
      versicherungsgesellschaft, ruckversicherung, ruckversicherer, lebensversicherung, assekuranz, -assekuranz, assurance, assureur,
      secteur de l assurance, compagnie d assurance, compagnies d assurance, reassurance, bancassurance, mutuelle d assurance, seguros, aseguradora,
      sector asegurador, compania de seguros, reaseguro, reaseguradora, assicurazione, assicurazioni, settore assicurativo, assicurativo,
      compagnia di assicurazioni, compagnie assicurative, compagnia assicurativa, riassicurazione, verzekering, verzekeringen, verzekeraar,
      -verzekeringen, verzekeringsbranche, verzekeringsmaatschappij, herverzekering, seguradora, setor de seguros, companhia de seguros, resseguro,
      forsakring, forsakringar, -forsakring, -forsakringar, forsakringsbolag, forsikring, -forsikring, forsikringsselskab, forsikringsselskap,
      vakuutus, -vakuutus, vakuutusyhtio, vakuutusala, ubezpieczenia, ubezpieczen, ubezpieczyciel, towarzystwo ubezpieczen, zakład ubezpieczen,
      branza ubezpieczeniowa, pojistovna, pojistovny, pojistovnictvi, pojisteni, sigorta, sigortacılık, sigortacilik, state farm
    `,
  },
  {
    name: 'insurance brokers',
    within: ['insurance'],
    terms: `
      insurance broker, insurance brokerage, insurance agencies and brokerages, insurance agency, insurance agencies, managing general agent,
      versicherungsmakler, versicherungsvermittler, versicherungsagentur, versicherungsvermittlung, courtier en assurance, courtiers en assurances,
      courtage d assurance, courtage en assurance, agent general d assurance, correduria de seguros, corredor de seguros, corredores de seguros,
      mediacion de seguros, broker assicurativo, brokeraggio assicurativo, agenzia assicurativa, agenzia di assicurazioni,
      intermediazione assicurativa, assurantiekantoor, verzekeringsmakelaar, assurantietussenpersoon, verzekeringsadvies, corretora de seguros,
      corretor de seguros, mediacao de seguros, forsakringsformedlare, forsakringsmaklare, forsikringsmægler, forsikringsmegler, vakuutusmeklari,
      broker ubezpieczeniowy, agencja ubezpieczeniowa, posrednictwo ubezpieczeniowe, pojistovaci makler, pojistovaci makleri, sigorta acentesi,
      sigorta brokerligi
    `,
  },
  {
    name: 'health insurance',
    within: ['insurance', 'Healthcare'],
    terms: `
      health insurance, health insurer, medical insurance, health plan, health insurance funds, krankenkasse, krankenkassen, -krankenkasse,
      krankenversicherung, -krankenversicherung, private krankenversicherung, krankenversicherer, gkv, betriebskrankenkasse, assurance sante,
      mutuelle sante, mutuelles, assurance maladie, caisse maladie, complementaire sante, seguro medico, seguros medicos, seguros de salud,
      seguro de salud, aseguradora de salud, assicurazione sanitaria, assicurazioni sanitarie, fondi sanitari, zorgverzekeraar, zorgverzekering,
      plano de saude, planos de saude, operadora de saude, seguros de saude, seguro de saude, sjukforsakring, sundhedsforsikring, sygeforsikring,
      helseforsikring, terveysvakuutus, sairausvakuutus, ubezpieczenia zdrowotne, zdravotni pojistovna, zdravotni pojisteni, saglık sigortası
    `,
  },
  {
    name: 'insurtech',
    within: ['Fintech', 'software'],
    terms: `
      insurtech, insuretech, insurance technology, insurance software, insurance platform software, policy administration software, claims software,
      digital insurance, insurance saas, software for insurers, versicherungssoftware, logiciel assurance, assurtech, software de seguros,
      software assicurativo, software para seguros, verzekeringssoftware
    `,
  },
  {
    name: 'payments',
    within: ['Fintech', 'financial services'],
    terms: `
      payment, payment processing, payment processor, payment service provider, payment provider, payment solutions, payments platform,
      payments company, payment company, payments industry, payment gateway, psp, paytech, merchant acquiring, card issuing, card issuer,
      digital wallet, e wallet, mobile payments, instant payments, money transfer, remittance, transaction processing, electronic money institution,
      zahlungsdienstleister, zahlungsverkehr, zahlungen, zahlungsabwicklung, bezahldienst, zahlungsanbieter, paiement, moyens de paiement,
      services de paiement, prestataire de paiement, etablissement de paiement, solutions de paiement, pagos, medios de pago, pasarela de pago,
      procesamiento de pagos, entidad de pago, pagos digitales, pagamenti, pagamenti digitali, sistemi di pagamento, istituto di pagamento,
      moneta elettronica, betalingen, betaaldienst, betaaldiensten, betaalplatform, betaalprovider, betalingsverkeer, betaaldienstverlener, pagamento,
      meios de pagamento, adquirencia, adquirente, betalningar, betallosningar, betaltjanst, betaltjanster, betalingslosninger, betalingsløsninger,
      betalingstjenester, betalingsformidling, maksupalvelut, maksuratkaisut, maksaminen, płatnosci, płatnosci elektroniczne, operator płatnosci,
      platby, platebni brana, platebni sluzby, odeme, odeme sistemleri, odeme hizmetleri
    `,
  },
  {
    name: 'fintech lending and neobanks',
    within: ['Fintech', 'financial services'],
    terms: `
      neobank, neobanking, challenger bank, digital bank, digital banking, online lender, digital lending, lending platform, lendtech,
      alternative lender, alternative lending, peer to peer lending, p2p lending, crowdlending, marketplace lending, buy now pay later, bnpl,
      embedded finance, open banking, banking as a service, baas, revenue based financing, invoice financing platform, crowdfunding platform,
      direktbank, onlinekredit, kreditplattform, neobanque, banque en ligne, pret en ligne, credit en ligne, financement participatif, banco digital,
      bancos digitales, neobanco, prestamos online, credito digital, banca digitale, prestiti online, online bank, digitale bank, kredietplatform,
      fintech de credito, credito online, nischbank, digital bank platform, laneplattform, verkkopankki, bank cyfrowy, pozyczki online, online pujcky,
      dijital bankacılık, dijital banka
    `,
  },
  {
    name: 'crypto and blockchain',
    within: ['Fintech'],
    terms: `
      crypto, cryptocurrency, cryptocurrencies, crypto exchange, blockchain, blockchain services, bitcoin, ethereum, web3, web 3, defi,
      decentralized finance, digital assets, nft, tokenization, tokenisation, stablecoin, crypto mining, kryptowahrung, kryptowahrungen, krypto,
      cryptomonnaie, actifs numeriques, criptomoneda, criptoactivos, criptovalute, criptovaluta, cryptovaluta, cryptomunten, criptomoeda,
      criptoativos, kryptovaluta, kryptovalutor, kryptovaluutta, kryptowaluty, kryptomeny, kripto, kripto para
    `,
  },
  {
    name: 'wealth and investment technology',
    within: ['Fintech'],
    terms: `
      wealthtech, wealth tech, robo advisor, neobroker, trading app, investment app, investment platform, regtech, compliance technology, suptech,
      plateforme d investissement, plataforma de inversion, piattaforma di investimento, beleggingsplatform, beleggingsapp,
      plataforma de investimento, onlinebroker, online broker
    `,
  },
  {
    name: 'consumer credit and leasing',
    within: ['financial services'],
    terms: `
      consumer finance, consumer credit, consumer lending, credit intermediation, loan brokers, mortgage lender, mortgage broker, mortgage company,
      leasing company, equipment finance, equipment leasing, asset finance, factoring, invoice factoring, credit bureau, specialty finance,
      trade finance, leasinggesellschaft, leasingunternehmen, -leasing, baufinanzierung, kreditvermittlung, konsumentenkredit,
      finanzierungsvermittlung, credit a la consommation, affacturage, courtier en credit, courtier immobilier credit, credit bail,
      credito al consumo, financiacion al consumo, intermediacion hipotecaria, mediazione creditizia, mutui, consumptief krediet, hypotheekadvies,
      hypotheekverstrekker, hypotheken, financiera de consumo, credito pessoal, credito imobiliario, intermediacao de credito, konsumentkredit,
      kreditbolag, leasingbolag, bolaneinstitut, realkredit, realkreditinstitut, leasingselskab, boliglan, finansieringsselskap, leasingselskap,
      kulutusluotto, rahoitusyhtio, kredyty konsumenckie, posrednictwo kredytowe, firma leasingowa, faktoring, spotrebitelske uvery, hypoteky,
      leasingova spolecnost, tuketici finansmanı, finansal kiralama
    `,
  },
  {
    name: 'investors',
    within: ['financial services'],
    labels: 'investment, investing',
    terms: `
      investment firm, investment company, investment companies, investment group, investment holding, institutional investor, family office,
      multi family office, single family office, sovereign wealth fund, funds and trusts, trusts and estates, pension fund, beteiligungsgesellschaft,
      -beteiligungsgesellschaft, beteiligungsholding, investmentgesellschaft, pensionskasse, pensionskassen, versorgungswerk,
      institutionelle investoren, vermogensholding, societe d investissement, investisseurs institutionnels, caisse de retraite, fonds de pension,
      fonds d investissement, sociedad de inversion, fondo de pensiones, fondos de pensiones, fondo de inversion, inversores institucionales,
      societa di investimento, fondo pensione, fondi pensione, fondo di investimento, investitori istituzionali, investeringsmaatschappij,
      participatiemaatschappij, pensioenfonds, pensioenfondsen, institutionele beleggers, fundo de pensao, fundos de pensao, empresa de investimentos,
      fundo de investimento, investmentbolag, pensionsbolag, pensionsfond, pensionskassen dk, investeringsselskab, pensionsselskab, pensjonskasse,
      investeringsselskap, sijoitusyhtio, elakeyhtio, elakevakuutusyhtio, fundusz inwestycyjny, fundusz emerytalny, firma inwestycyjna,
      investicni spolecnost, investicni fond, penzijni spolecnost, yatırım sirketi, emeklilik fonu
    `,
  },
  {
    name: 'asset management',
    within: ['investors'],
    terms: `
      asset management, asset manager, asset management firm, asset management company, investment management, investment manager firm,
      fund management, fund manager firm, wealth management, wealth manager, wealth management firm, investment advice, independent financial adviser,
      financial planning firm, hedge fund, mutual fund, etf provider, quant fund, vermogensverwaltung, -vermogensverwaltung, vermogensverwalter,
      vermogensmanagement, kapitalverwaltungsgesellschaft, fondsgesellschaft, kapitalanlagegesellschaft, fondsmanagement, gestion d actifs,
      societe de gestion, societes de gestion, gestion de patrimoine, gestion privee, cabinet de gestion de patrimoine, gestionnaire d actifs,
      gestion de activos, gestora de fondos, gestoras de fondos, gestion de patrimonios, gestora de activos, gestion patrimonial,
      gestione patrimoniale, gestione del risparmio, risparmio gestito, sgr, societa di gestione del risparmio, gestori patrimoniali, vermogensbeheer,
      vermogensbeheerder, fondsbeheerder, fondsbeheer, gestao de ativos, gestora de recursos, gestao de recursos, gestao de patrimonio,
      gestora de ativos, kapitalforvaltning, kapitalforvaltare, formogenhetsforvaltning, fondbolag, formueforvaltning, kapitalforvalter,
      investeringsforening, fondsforvaltning, forvaltningsselskap, varainhoito, omaisuudenhoito, rahastoyhtio, zarzadzanie aktywami, tfi,
      towarzystwo funduszy inwestycyjnych, zarzadzanie majatkiem, sprava aktiv, sprava majetku, portfoy yonetimi, varlık yonetimi
    `,
  },
  {
    name: 'private equity',
    within: ['investors'],
    terms: `
      private equity, pe firm, pe fund, private equity firm, private equity fund, buyout fund, buyout firm, growth equity,
      venture capital and private equity, venture capital private equity, venture capital and private equity principals, private debt, private credit,
      private markets, infrastructure fund, infrastructure investor, search fund, capital investissement, fonds de private equity, capital privado,
      capital riesgo y private equity, fondo de private equity, capital de desarrollo, beteiligungskapital, participatiefonds,
      riskkapitalbolag private equity, kapitalfond, kapitalfonde, paaomasijoitusyhtio, fundusz private equity, ozel sermaye fonu,
      girisim ve ozel sermaye, ozel sermaye
    `,
  },
  {
    name: 'venture capital',
    within: ['investors'],
    terms: `
      venture capital, venture capital firm, venture capital fund, vc fund, vc firm, venture fund, venture firm, venture capitalists, seed fund,
      early stage fund, venture builder, venture studio, startup accelerator, accelerator program, incubator, business angels, angel investors,
      corporate venture capital, venture capital and private equity, venture capital private equity, venture capital and private equity principals,
      wagniskapital, risikokapital, wagniskapitalgeber, wagniskapitalfonds, grunderzentrum, capital risque, fonds de capital risque, fonds d amorcage,
      incubateur, accelerateur de startups, capital riesgo, fondo de capital riesgo, aceleradora, incubadora, capitale di rischio, incubatore,
      acceleratore, durfkapitaal, durfkapitaalfonds, durfinvesteerder, capital de risco, fundo de venture capital, riskkapital, riskkapitalbolag,
      venturefond, venturekapital, ventureselskap, risikovillig kapital, paaomasijoittaja, paaomasijoittajat, fundusz venture capital,
      rizikovy kapital, girisim sermayesi
    `,
  },
  {
    name: 'capital markets',
    within: ['financial services'],
    terms: `
      capital markets, stock exchange, securities exchange, securities and commodity exchanges, brokerage, brokerage firm, stockbroker, stockbroking,
      securities firm, broker dealer, trading firm, proprietary trading, market maker, commodity trading, commodities trader, clearing house,
      custodian bank, securities services, rating agency, credit rating agency, borse, wertpapierborse, borsenbetreiber, wertpapierhandel,
      wertpapierhandelsbank, wertpapierfirma, kapitalmarkt, kapitalmarkte, marches financiers, bourse, marches de capitaux, entreprise de marche,
      societe de bourse, bolsa de valores, mercado de capitales, mercados de capitales, sociedad de valores, agencia de valores, borsa valori,
      borsa italiana, mercati dei capitali, mercati finanziari, societa di intermediazione mobiliare, effectenbeurs, kapitaalmarkten, effectenhuis,
      effectenmakelaar, mercado de capitais, corretora de valores, bolsa de valores e mercadorias, fondkommission, borsbolag handel, kapitalmarknad,
      fondsbørs, børsmægler, kapitalmarkeder, verdipapirforetak, verdipapirhandel, arvopaperiporssi, porssiyhtio kauppa, paaomamarkkinat,
      giełda papierow wartosciowych, dom maklerski, domy maklerskie, rynki kapitałowe, burza cennych papiru, obchodnik s cennymi papiry,
      kapitalove trhy, menkul degerler, sermaye piyasaları, borsa istanbul, yatırım menkul degerler
    `,
  },
];
