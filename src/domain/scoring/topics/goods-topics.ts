import type { IndustryTopic } from './industry-topic.ts';

/** What people wear and use at home. */
export const GOODS_TOPICS: readonly IndustryTopic[] = [
  {
    name: 'cosmetics and personal care',
    within: ['consumer goods'],
    terms: `
      cosmetic, beauty, beauty brand, beauty and personal care, personal care, personal care product manufacturing, personal care products, skincare,
      skin care, haircare, hair care, make up brand, makeup, fragrance, perfume, perfumery, toiletries, soap and cleaning product manufacturing,
      natural cosmetics, kosmetik, -kosmetik, kosmetikindustrie, naturkosmetik, korperpflege, parfum, parfumerie, hautpflege, cosmetique,
      produits de beaute, beaute, soins de la peau, parfumeur, cosmetica, cosmeticos, belleza, cuidado personal, perfumeria, cosmesi, cosmetici,
      cura della persona, profumeria, profumi, bellezza, persoonlijke verzorging, schoonheidsproducten, beleza, cuidados pessoais, perfumaria,
      hudvard, skonhetsprodukter, kosmetikk, hudpleje, kosmetiikka, kosmetyki, kosmetyczny, kosmetika, kozmetik, kisisel bakım
    `,
  },
  {
    name: 'household products',
    within: ['consumer goods'],
    terms: `
      household product, household goods, cleaning product, detergent, laundry detergent, soap and cleaning products, home care product,
      hygiene product, hygiene paper, housewares, kitchenware, cookware, tableware, cutlery, homeware,
      household and institutional furniture accessories, candles, reinigungsmittel, waschmittel, haushaltswaren, haushaltsartikel, hygieneartikel,
      hygienepapier, produits menagers, produits d entretien, lessive, arts de la table, articles menagers, detergentes, productos de limpieza,
      menaje, menaje del hogar, detersivi, casalinghi, prodotti per la casa, schoonmaakmiddelen, wasmiddelen, huishoudelijke artikelen,
      produtos de limpeza, utilidades domesticas, rengoringsmedel, hushallsprodukter, rengøringsmidler, pesuaineet, chemia gospodarcza,
      drogerijni zbozi, temizlik urunleri
    `,
  },
  {
    name: 'fashion and apparel',
    within: ['consumer goods'],
    labels: 'mode',
    terms: `
      fashion, apparel, apparel and fashion, apparel manufacturing, retail apparel and fashion, clothing, clothing brand, garment,
      garment manufacturing, leather product manufacturing, leather goods, footwear, footwear manufacturing, shoe, sneaker brand, sportswear,
      lingerie, hosiery, menswear, womenswear, workwear, streetwear, denim, fashion accessories manufacturing, fashion accessories, modeindustrie,
      bekleidung, bekleidungsindustrie, -bekleidung, textil und mode, modemarke, modelabel, schuhe, schuhhersteller, -schuhe, lederwaren,
      arbeitskleidung, pret a porter, habillement, vetements, chaussures, maroquinerie, maison de mode, confection textile, moda, sector moda, ropa,
      confeccion textil, calzado, marroquineria, vestuario, abbigliamento, calzature, calzaturificio, pelletteria, maglificio, settore moda,
      casa di moda, kleding, kledingmerk, mode industrie, schoenen, schoenmode, vestuario e calcados, calcado, klader, modeforetag, tøj, beklaedning,
      klær, vaatteet, muoti, vaatetus, odziez, odziezowy, obuwie, obuwniczy, odevy, odevni, obuv, giyim, hazır giyim, konfeksiyon, ayakkabı,
      deri urunleri
    `,
  },
  {
    name: 'luxury goods and jewellery',
    within: ['consumer goods'],
    terms: `
      luxury goods, luxury goods and jewelry, retail luxury goods and jewelry, luxury brand, luxury group, luxury industry, luxury, jewelry,
      jewellery, jeweler, jeweller, fine jewelry, watchmaking, watchmaker, luxury watches, haute couture, haute horlogerie, luxusguter, luxusmarke,
      luxusmarken, schmuck, juwelier, -juwelier, uhrenindustrie, uhrenmanufaktur, uhrenhersteller, luxe, industrie du luxe, produits de luxe,
      joaillerie, bijouterie, horlogerie, horloger, orfevrerie, lujo, articulos de lujo, joyeria, relojeria, lusso, beni di lusso, gioielleria,
      gioielli, oreficeria, orologeria, luxeartikelen, luxe merken, juwelen, horloges, luxo, joalheria, joalharia, relojoaria, lyxvaror, smycken,
      smykker, korut, bizuteria, jubiler, klenoty, klenotnictvi, mucevher, kuyumculuk
    `,
  },
  {
    name: 'furniture',
    within: ['consumer goods'],
    terms: `
      furniture, furniture manufacturing, furniture and home furnishings manufacturing, household and institutional furniture manufacturing,
      office furniture and fixtures manufacturing, office furniture, home furnishings, mattress, mattress and blinds manufacturing,
      kitchen manufacturer, kitchen cabinets, blinds, mobel, -mobel, mobelindustrie, mobelhersteller, buromobel, kuchenhersteller, matratzen,
      polstermobel, ameublement, meubles, fabricant de meubles, mobilier, literie, cuisiniste, muebles, mobiliario, colchones, fabrica de muebles,
      mobili, arredamento, arredo, mobilificio, settore arredo, materassi, cucine componibili, meubel, meubelen, meubelindustrie, meubelmaker,
      kantoormeubilair, moveis, mobiliario de escritorio, colchoes, mobler, mobelforetag, møbler, møbelindustri, -møbler, huonekalut,
      huonekaluteollisuus, meble, meblarski, fabryka mebli, nabytek, mobilya
    `,
  },
  {
    name: 'toys',
    within: ['consumer goods'],
    terms: `
      toy, toy manufacturing, toy brand, board game, plush toys, doll manufacturing, dolls toys and games manufacturing, dolls toys, baby product,
      juvenile products, spielwaren, spielzeug, spielwarenhersteller, gesellschaftsspiele, babyartikel, jouet, industrie du jouet, puericulture,
      juguete, jugueteria, giocattolo, giocattoli, speelgoed, brinquedos, leksaker, legetøj, lelut, zabawki, hracky, oyuncak
    `,
  },
  {
    name: 'sporting goods',
    within: ['consumer goods'],
    terms: `
      sporting goods, sporting goods manufacturing, sports equipment, sports brand, outdoor brand, outdoor equipment, outdoor gear, fitness equipment,
      golf equipment, ski maker, bicycle, bike manufacturer, bicycle manufacturer, e bike, ebike, camping equipment, fahrrad, fahrradhersteller,
      fahrradindustrie, sportartikel, sportartikelhersteller, sportgerate, outdoor ausrustung, articles de sport, equipement sportif,
      materiel de sport, cycles, fabricant de velos, articulos deportivos, material deportivo, bicicletas, articoli sportivi, attrezzature sportive,
      biciclette, sportartikelen, fietsen, fietsfabrikant, fietsenfabrikant, artigos esportivos, artigos desportivos, sportutrustning, sportsudstyr,
      sportsutstyr, cyklar, urheiluvalineet, artykuły sportowe, rowery, sportovni potreby, spor malzemeleri
    `,
  },
  {
    name: 'consumer electronics',
    within: ['consumer goods', 'electronics'],
    terms: `
      consumer electronics, audio and video equipment manufacturing, audio equipment, headphones, smartphone maker, smartphone manufacturer, hifi,
      hi fi, wearables, smart home devices, smart home, home entertainment devices, unterhaltungselektronik, electronique grand public,
      electronica de consumo, elettronica di consumo, consumentenelektronica, eletronicos de consumo, hemelektronik, forbrugerelektronik,
      kulutuselektroniikka, elektronika uzytkowa, spotrebni elektronika, tuketici elektronigi
    `,
  },
  {
    name: 'household appliances',
    within: ['consumer goods', 'electrical equipment'],
    terms: `
      household appliance, household appliance manufacturing, home appliance, domestic appliance, white goods, kitchen appliance, vacuum cleaner,
      haushaltsgerate, hausgerate, haushaltsgeratehersteller, weißeware, weisse ware, weiße ware, electromenager, electrodomestico, linea blanca,
      elettrodomestici, elettrodomestico, huishoudelijke apparaten, witgoed, eletrodomesticos, vitvaror, hvidevarer, hvitevarer, kodinkoneet, agd,
      sprzet agd, domaci spotrebice, beyaz esya
    `,
  },
  {
    name: 'pet products',
    within: ['consumer goods'],
    terms: `
      pet food, petfood, pet product, pet supplies, pet care, petcare, pet brand, tiernahrung, tierfutter, heimtierbedarf, heimtier, tierbedarf,
      animalerie, aliments pour animaux, alimentation animale, produits pour animaux, alimentos para mascotas, productos para mascotas, mascotas,
      pet shop, cibo per animali, alimenti per animali, dierenvoeding, huisdieren producten, huisdiervoeding, petiscos pet, racao animal, djurfoder,
      dyrefoder, lemmikkiruoka, karma dla zwierzat, krmiva, evcil hayvan urunleri
    `,
  },
];
