import type { IndustryTopic } from './industry-topic.ts';

/** Building, land and houses. */
export const BUILDING_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'construction',
    within: [],
    labels: 'building',
    terms: `
      construction, construction company, construction companies, construction industry, construction firm, construction group, general contractor,
      building contractor, main contractor, building construction, residential building construction, nonresidential building construction,
      non residential building construction, housebuilder, home builder, homebuilder, housebuilding, building company, prefabricated houses,
      wood construction, bau, bauwirtschaft, bauindustrie, baugewerbe, bauunternehmen, bauunternehmung, baukonzern, bauhauptgewerbe, baubranche,
      hochbau, -hochbau, generalunternehmer, fertighaus, fertighauser, wohnungsbau, holzbau, -holzbau, trockenbau, baugesellschaft, -baugesellschaft,
      batiment, btp, entreprise de construction, entreprise du batiment, secteur du batiment, gros œuvre, gros oeuvre, maisons individuelles,
      promoteur constructeur, construccion, constructora, empresa constructora, sector de la construccion, edificacion, contratista general, edilizia,
      costruzioni, impresa edile, impresa di costruzioni, settore edile, edile, bouw, bouwbedrijf, -bouwbedrijf, bouwsector, aannemer,
      aannemersbedrijf, aannemingsbedrijf, woningbouw, bouwgroep, construcao, construtora, construcao civil, setor da construcao, empreiteira, bygg,
      byggbranschen, byggforetag, byggbolag, byggbransch, -bygg, byggeri, byggebranchen, byggevirksomhed, entreprenør, entrepreneurfirma,
      byggentreprenør, entreprenad, rakentaminen, rakennus, rakennusala, rakennusliike, rakennusyhtio, budownictwo, budowlany, budowlana,
      firma budowlana, generalny wykonawca, stavebnictvi, stavebni firma, stavebni spolecnost, insaat, yapı insaat, muteahhit
    `,
  },
  {
    name: 'civil engineering',
    within: ['construction'],
    terms: `
      civil engineering, heavy construction, highway street and bridge construction, utility system construction, infrastructure construction,
      road construction, bridge construction, tunnelling, tunneling, earthworks, dredging, groundworks, subdivision of land, railway construction,
      tiefbau, -tiefbau, straßenbau, strassenbau, bruckenbau, ingenieurbau, tunnelbau, kanalbau, leitungsbau, spezialtiefbau, genie civil,
      travaux publics, terrassement, travaux routiers, obra civil, obras publicas, ingenieria civil, infraestructuras viarias, opere pubbliche,
      ingegneria civile, lavori stradali, infrastrutture stradali, grondwerken, wegenbouw, civiele techniek, grond weg en waterbouw, gww, baggeraar,
      baggeren, engenharia civil, obras de infraestrutura, anlaggning och infrastruktur, vagbyggnad, anlægsarbejde, anleggsbransjen,
      infrarakentaminen, maarakennus, inzynieria ladowa, budowa drog, dopravni stavby, altyapı insaat
    `,
  },
  {
    name: 'building trades',
    within: ['construction'],
    terms: `
      building equipment contractors, building finishing contractors, building structure and exterior contractors, specialty trade contractors,
      electrical contractor, electrical installation, plumbing, plumber, hvac contractor, heating and plumbing, roofing, roofing contractor,
      carpentry, joinery, painting contractor, scaffolding, insulation contractor, interior fit out, fit out contractor,
      building services engineering, elevator installation, landscaping services, landscaping, handwerk, handwerksbetrieb, elektroinstallation,
      elektrohandwerk, gebaudetechnik, haustechnik, -haustechnik, gebaudetechnik und tga, shk, sanitar heizung, heizungsbau, dachdecker, dachdeckerei,
      zimmerei, -zimmerei, schreinerei, -schreinerei, tischlerei, -tischlerei, malerbetrieb, geruestbau, gerustbau, garten und landschaftsbau,
      galabau, technische gebaudeausrustung, second œuvre, plomberie, couverture toiture, electricite generale, genie climatique, menuiserie,
      charpente, paysagiste, instalaciones electricas, instalador, fontaneria, climatizacion, carpinteria, impianti elettrici,
      impianti termoidraulici, idraulica, installazione impianti, falegnameria, installatietechniek, installatiebedrijf, loodgieter, dakdekker,
      timmerbedrijf, schildersbedrijf, hovenier, instalacoes eletricas, instalacoes, serralharia, canalizacao, elinstallation, elfirma, vvs,
      ror och el, installationsforetag, snickeri, malerfirma, tømrerfirma, elektriker firma, rørlegger, talotekniikka, lvi, sahkoasennus,
      instalacje elektryczne, instalacje sanitarne, elektroinstalace, instalaterstvi, tesarstvi, tesisat, elektrik taahhut
    `,
  },
  {
    name: 'architecture',
    within: ['professional services'],
    labels: `
      architektur, arquitectura, architettura, architectuur, arquitetura, architektura, mimarlık, architecture
    `,
    terms: `
      architecture firm, architectural practice, architecture and planning, architecture practice, architecture studio, architectural firm,
      architectural services, urban planning, landscape architecture, landscape architect, interior architecture, interior design, architekturburo,
      architekturbuero, -architekten, architekten, stadtplanung, landschaftsarchitektur, innenarchitektur, cabinet d architecture,
      agence d architecture, urbanisme, architecture d interieur, estudio de arquitectura, urbanismo, interiorismo, studio di architettura,
      architetti, urbanistica, architectenbureau, architect bureau, stedenbouw, interieurarchitectuur, escritorio de arquitetura,
      atelier de arquitetura, arkitekter, arkitektkontor, arkitektfirma, arkkitehtitoimisto, biuro architektoniczne, biuro projektowe,
      architektonicka kancelar, architekti, mimarlik
    `,
  },
  {
    name: 'real estate',
    within: [],
    terms: `
      real estate, real estate company, real estate industry, commercial real estate, residential real estate, leasing residential real estate,
      leasing non residential real estate, real estate group, property company, property industry, property group, housing association,
      social housing, housing company, immobilien, -immobilien, immobilienwirtschaft, immobilienunternehmen, immobilienbranche,
      immobiliengesellschaft, wohnungswirtschaft, wohnungsgesellschaft, wohnungsunternehmen, wohnungsbaugesellschaft, wohnungsgenossenschaft,
      wohnbaugenossenschaft, baugenossenschaft, immobilier, secteur immobilier, fonciere, bailleur social, logement social, habitat social,
      office hlm, inmobiliaria, inmobiliario, sector inmobiliario, bienes raices, immobiliare, settore immobiliare, immobili, vastgoed,
      vastgoedbedrijf, vastgoedsector, woningcorporatie, woningbouwvereniging, woonstichting, imobiliaria, imobiliario, setor imobiliario, imoveis,
      fastighet, fastigheter, -fastigheter, fastighetsbolag, fastighetsbranschen, bostader, bostadsbolag, ejendomme, ejendomsselskab, boligselskab,
      almene boliger, eiendom, -eiendom, eiendomsselskap, boligbyggelag, kiinteisto, kiinteistoala, kiinteistoyhtio, nieruchomosci,
      branza nieruchomosci, nemovitosti, gayrimenkul, emlak, konut
    `,
  },
  {
    name: 'real estate agents',
    within: ['real estate'],
    terms: `
      real estate agents and brokers, real estate agent, real estate agency, real estate agencies, estate agent, estate agency, estate agencies,
      real estate broker, real estate brokerage, realtor, realty, letting agent, lettings, immobilienmakler, maklerburo, immobilienvermittlung,
      agence immobiliere, agent immobilier, agences immobilieres, agencia inmobiliaria, agente inmobiliario, agenzia immobiliare, agente immobiliare,
      makelaar, makelaardij, makelaarskantoor, mediacao imobiliaria, corretor de imoveis, fastighetsmaklare, maklarfirma, ejendomsmægler,
      eiendomsmegler, eiendomsmegling, kiinteistonvalitys, agencja nieruchomosci, posrednictwo nieruchomosci, realitni kancelar, emlak danısmanlıgı
    `,
  },
  {
    name: 'property development',
    within: ['real estate'],
    terms: `
      property development, property developer, real estate development, real estate developer, land development, project development, bautrager,
      projektentwicklung, projektentwickler, immobilienentwicklung, immobilienentwickler, promotion immobiliere, promoteur immobilier,
      promotora inmobiliaria, promocion inmobiliaria, desarrolladora inmobiliaria, desarrollo inmobiliario, sviluppo immobiliare,
      sviluppatore immobiliare, projectontwikkelaar, projectontwikkeling, gebiedsontwikkeling, vastgoedontwikkeling, incorporadora,
      promocao imobiliaria, incorporacao imobiliaria, fastighetsutveckling, ejendomsudvikling, eiendomsutvikling, kiinteistokehitys, deweloper,
      developerska, developer nemovitosti, developerska spolecnost, gayrimenkul gelistirme
    `,
  },
  {
    name: 'property management',
    within: ['real estate'],
    terms: `
      property management, property manager company, property management company, residential property management, block management,
      letting and management, condominium management, hausverwaltung, -hausverwaltung, hausverwaltungen, immobilienverwaltung, weg verwaltung,
      liegenschaftsverwaltung, gestion locative, syndic de copropriete, administrateur de biens, syndic, administracion de fincas,
      gestion de inmuebles, administrador de fincas, amministrazione condominiale, amministratore di condominio, gestione immobiliare, vastgoedbeheer,
      vve beheer, administracao de condominios, gestao de condominios, administradora de condominios, fastighetsforvaltning, ejendomsadministration,
      eiendomsforvaltning, isannointi, isannoitsija, zarzadzanie nieruchomosciami, zarzadca nieruchomosci, sprava nemovitosti, site yonetimi,
      tesis ve mulk yonetimi
    `,
  },
  {
    name: 'facility services',
    within: [],
    terms: `
      facilities services, facility services, facility management, facilities management, facility management services, janitorial services,
      janitorial, cleaning company, cleaning services, commercial cleaning, contract cleaning, building maintenance, soft services provider,
      laundry and drycleaning services, laundry services, pest control, gebaudereinigung, gebaudemanagement, gebaudeservice, facility services gmbh,
      gebaudedienstleistungen, reinigungsfirma, reinigungsdienst, schadlingsbekampfung, waschereien, wascherei, hausmeisterservice, proprete,
      entreprise de proprete, services de nettoyage, nettoyage industriel, multiservices, blanchisserie, facility management dienstleister,
      limpieza profesional, servicios de limpieza, empresa de limpieza, facility services spa, mantenimiento de edificios, lavanderia industrial,
      pulizie, impresa di pulizie, servizi di pulizia, facilitair bedrijf, facilitaire dienstverlening, schoonmaakbedrijf, schoonmaak,
      ongediertebestrijding, limpeza profissional, servicos de limpeza, gestao de instalacoes, stadbolag, stadforetag, lokalvard, rengøringsselskab,
      rengøring, renhold, ejendomsservice, siivouspalvelut, kiinteistohuolto, kiinteistopalvelut, usługi sprzatania, firma sprzatajaca,
      uklidova firma, uklidove sluzby, tesis yonetimi, temizlik hizmetleri
    `,
  },
];
