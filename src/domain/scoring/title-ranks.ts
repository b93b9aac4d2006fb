import type { JobFunction } from './title-functions.ts';
import type { Level } from './title-roles.ts';

/**
 * Words that give a level and leave the function to the rest of the title. Where the title names no function, `fallback` is what the word
 * means by itself. Weak ones ("partner", "associate", "senior") never make a following name the object of a preposition.
 */
export const RANK_WORDS: readonly (readonly [
  level: Level,
  fallback: JobFunction | null,
  words: string,
  weak?: 'weak',
])[] = [
  ['c-level', null, 'chief, c level, c suite, cxo, c level executive, c suite executive, membre du comex'],
  [
    'owner',
    'general management',
    `founder, co founder, cofounder, founding partner, founding member, owner, business owner, co owner, shop owner, entrepreneur, serial entrepreneur, solopreneur, proprietor, unternehmer, grunder, mitgrunder,
    mitbegrunder, inhaber, mitinhaber, eigentumer, fondateur, fondatrice, cofondateur, cofondatrice, co fondateur, co fondatrice, proprietaire, entrepreneure, fundador, cofundador, co fundador, propietario, dueno, duena,
    emprendedor, fondatore, fondatrice, cofondatore, cofondatrice, co fondatore, titolare, imprenditore, imprenditrice, zaakvoerder, zaakvoerster, oprichter, medeoprichter, mede oprichter, eigenaar, eigenaresse, ondernemer, socio fundador, socia fundadora, proprietario, dono, dona,
    empreendedor, gerant associe`,
  ],
  [
    'c-level',
    'general management',
    `managing director, md, geschaftsfuhrer, geschaftsfuhrerin, geschaftsfuhrung, geschaftsleiter, geschaftsleitung, mitglied der geschaftsleitung, mitglied der geschaftsfuhrung, gf, vorstand, vorstandin, vorstandsmitglied, mitglied des vorstands, vorstandes,
    member of the executive board, member of the management board, management board member, executive board member, executive committee member, member of the executive committee, president, executive director, executive chairman, group managing director,
    directeur general, directrice generale, dg, president directeur, gerant, gerante, membre du directoire, directoire, dirigeant, dirigeante, directeur general delegue, director general, directora general, gerente general, presidente, administrador,
    administradora, direttore generale, direttrice generale, algemeen directeur, statutair directeur, bestuurder, bestuursvoorzitter, diretor geral, diretora geral, presidente executivo, presidenta`,
  ],
  [
    'partner',
    'general management',
    'partner, managing partner, senior partner, equity partner, general partner, gesellschafter, associe, associee, socio, socia, vennoot',
    'weak',
  ],
  [
    'vp',
    'general management',
    'general manager, gm, country manager, country director, business unit director, business unit manager, regional director, regional manager, site director, niederlassungsleiter, standortleiter, landesleiter, directeur de filiale, directeur regional, regionalleiter',
  ],
  [
    'vp',
    null,
    'vp, vice president, svp, senior vice president, evp, executive vice president, avp, assistant vice president, associate vice president, rvp, gvp, vice presidente, vicepresidente, vicepresident, vice presidente executivo, vice presidente senior, vice presidenta, vicepresidenta, vizeprasident, vice presidente esecutivo, senior executive vice president, area vice president, regional vice president',
  ],
  [
    'head',
    null,
    `head, global head, group head, director, leiter, leitung, leiterin, bereichsleiter, bereichsleitung, hauptabteilungsleiter, direktor, direktorin, directeur, directrice, directora, direttore, direttrice, diretor, diretora, hoofd, senior director,
    associate director, prokurist, dirigente, dirigenti, directivo, directiva, dyrektor, direktør, директор, hd, dir, fuhrungskraft, leidinggevende, verantwortlich, verantwortlicher`,
  ],
  [
    'manager',
    null,
    `manager, managerin, mgr, senior manager, lead, team lead, team leader, abteilungsleiter, abteilungsleitung, teamleiter, teamleitung, gruppenleiter, teamleider, responsable, responsabile, responsavel, chef de service, chef d equipe, cheffe de service, chef de, chef des, chef du, cheffe de, cheffe des, subdirector, vicedirector, vicedirettore, vicedirettrice, sous directeur, sous directrice, cadre,
    jefe, jefa, jefe de equipo, gerente, encargado, encargada, coordenador, coordinateur, coordinatrice, coordinador, coordinatore, capo, capo area, quadro, afdelingshoofd, chefe, chefin, verantwortliche, gestionnaire, gestor, superintendent, leidster, leider`,
  ],
  ['senior', null, 'senior, sr, principal, staff, experienced, confirme', 'weak'],
  [
    'individual',
    null,
    `analyst, specialist, expert, coordinator, associate, officer, executive, representative, administrator, advocate, generalist, professional, practitioner, planner, strategist, agent, clerk, referent, sachbearbeiter, mitarbeiter, spezialist, koordinator, experte, fachkraft,
    charge de, chargee de, charge, chargee, analyste, specialiste, experte, collaborateur, collaboratrice, employe, employee, analista, especialista, experto, ejecutivo, ejecutiva, addetto, addetta, impiegato, impiegata, specialista, esperto, medewerker, assessor, auxiliar,
    business partner, member, contributor, buchhaltungsfachkraft, kaufmann, kauffrau, worker, enthusiast`,
    'weak',
  ],
  ['junior', null, 'junior, jr, entry level, berufseinsteiger, debutant, debutante, graduate', 'weak'],
];
