import type { Profile } from '../profile.ts';
import { onceNeeded, PhraseTable, phraseOf } from './phrase-search.ts';
import { fieldsOf } from './profile-fields.ts';
import type { TitleReading } from './title-chunk.ts';
import type { JobFunction } from './title-functions.ts';

/** A word of titles that means two jobs, told apart by what else a profile speaks of. */
interface TwoSenses {
  readonly function: JobFunction;
  /** Only titles with one of these words are in doubt; others say which they mean. */
  readonly doubtful: ReadonlySet<string>;
  /** Words of the job that companies mean, and of the other one. */
  readonly usual: string;
  readonly other: string;
}

const words = (list: string) => new Set(phraseOf(list));

const SENSES: readonly TwoSenses[] = [
  {
    function: 'security',
    doubtful: words(
      'security sicherheit securite seguridad sicurezza seguranca beveiliging sakerhet sikkerhed sikkerhet',
    ),
    usual: `cyber, cybersecurity, cyber security, information security, infosec, it security, iso 27001, siem, iam, identity management, identity and access, cloud, nist, phishing, malware, ransomware, vulnerability, vulnerabilities,
      penetration testing, firewall, ciso, cissp, cism, dora, nis2, nis 2, encryption, zero trust, endpoint, threat, threats, data protection, network security, patching, it sicherheit, informationssicherheit, cybersecurite, ciberseguridad`,
    other: `guard, guards, guarding, cctv, camera, cameras, surveillance, patrol, patrols, alarm, alarms, fire, evacuation, police, close protection, bodyguard, crowd, cash in transit, vault, vaults, physical security, building security,
      door, doors, gates, keys, military police, wachschutz, werkschutz, objektschutz, streife, wachpersonal, kameras, gardiennage, videosurveillance, vigilantes, vigilanza, bewaking, reception desk, visitors`,
  },
  {
    function: 'people',
    doubtful: words('hr'),
    usual: `human resources, employees, employee, recruiting, recruitment, payroll, workforce, hiring, onboarding, talent, people operations, people team, compensation, benefits, labor, labour, works council, personal, personalabteilung, mitarbeiter,
      ressources humaines, recursos humanos, risorse umane, hr business partner, hrbp, staffing`,
    other:
      'high resolution, high risk, hochauflosend, haute resolution, alta resolucion, human rights, heart rate, human rights law, human rights defenders, menschenrechte, menschenrechtsarbeit, droits humains, droits de l homme, derechos humanos, diritti umani, mensenrechten, direitos humanos',
  },
  {
    function: 'operations',
    doubtful: words('production produktion produccion produzione producao productie plant plants'),
    usual: `factory, factories, manufacturing, plant floor, lean, kaizen, 5s, shift, shifts, machine, machines, packaging, haccp, tonnes, tons, filling, bottling, assembly, lines, throughput, oee, maintenance, supply chain, werk, fertigung, usine, planta, stabilimento`,
    other: `film, films, movie, movies, tv, television, documentary, documentaries, feature film, theatre, theater, concert, concerts, album, broadcast, broadcasting, screenplay, animation, podcast, festival, studio, shooting, fernsehen, kino, cinema, cine,
      teatro, garden centre, garden center, shrubs, perennials, greenhouse, greenhouses, houseplants, horticulture, seedlings, gardens, stauden, gartencenter, jardinerie, vivero`,
  },
];

const tables = onceNeeded(() =>
  SENSES.map(({ usual, other }) => {
    const table = new PhraseTable<'usual' | 'other'>();
    for (const phrase of usual.split(',')) table.add(phrase, 'usual');
    for (const phrase of other.split(',')) table.add(phrase, 'other');
    return table;
  }),
);

/** A title in doubt, read as the other job where the profile's present speaks more of that one. */
export function inItsSense(reading: TitleReading, profile: Profile): TitleReading {
  const at = SENSES.findIndex(
    (senses) =>
      reading.functions.includes(senses.function) && reading.words.some((word) => senses.doubtful.has(word)),
  );
  if (at === -1) return reading;
  const counts = { usual: 0, other: 0 };
  for (const { words: told, place } of fieldsOf(profile)) {
    if (place === 'past role') continue;
    const folded = told.map((word) => word.folded);
    for (let index = 0; index < folded.length; ) {
      const hit = tables()[at]!.longestAt(folded, index);
      if (hit !== null) counts[hit.value] += 1;
      index += hit?.length ?? 1;
    }
  }
  return counts.other > counts.usual ? { ...reading, functions: ['craft'], words: [], unread: [] } : reading;
}
