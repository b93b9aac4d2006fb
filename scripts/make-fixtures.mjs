// Makes fixtures/followers.html and fixtures/profiles.jsonl from scripts/fixture-people.yaml, the same bytes every time.
// Usage: node scripts/make-fixtures.mjs [output folder]
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { followersPage } from './followers-page.mjs';
import { scrapedItem } from './scraped-items.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));
const output = process.argv[2] ?? join(repository, 'fixtures');

/**
 * A member id as LinkedIn makes them (LINKEDIN.md §0.2): base64url of `00 2a 00 00 | member number, 4 bytes big-endian | 01 | 20 bytes`.
 * The numbers of the list lie just below 2³², where LinkedIn has not come yet.
 */
function memberUrn(memberNumber) {
  const bytes = Buffer.alloc(29);
  bytes.set([0x00, 0x2a, 0x00, 0x00]);
  bytes.writeUInt32BE(memberNumber, 4);
  bytes[8] = 0x01;
  createHash('sha256').update(`member ${memberNumber}`).digest().copy(bytes, 9, 0, 20);
  return bytes.toString('base64url');
}

const withIds = (person) => {
  const fullName = person.name.join(' ');
  if (person.hidden) return { ...person, fullName };
  const urn = memberUrn(person.member);
  const segment = person.link === 'vanity' ? encodeURIComponent(person.vanity) : urn;
  return { ...person, fullName, urn, url: `https://www.linkedin.com/in/${segment}` };
};

const people = parse(readFileSync(join(repository, 'scripts/fixture-people.yaml'), 'utf8')).map(withIds);

const bystander = (name, member, vanity, headline) => withIds({ name, member, vanity, headline });
const page = followersPage({
  viewer: bystander(['Tamsin', 'Achterberg'], 4100000127, 'tamsin-achterberg', 'Founder at Quillbrook'),
  followers: people,
  statedTotal: 3384,
  suggestions: [
    bystander(['Ferdinand', 'Loxley-Mbeki'], 4100000231, 'ferdinand-loxley-mbeki', 'CFO at Sundrywell'),
    bystander(['Paloma', 'Sigurdsen'], 4100000349, 'paloma-sigurdsen', 'Angel investor'),
    bystander(['Bartholomew', 'Czerny'], 4100000467, 'bartholomew-czerny', 'VP Finance at Turnipcloud'),
  ],
  chat: bystander(['Lorcan', 'Abendroth'], 4100000583, 'lorcan-abendroth', 'Printer'),
  mutual: [
    bystander(['Osric', 'Vandemeer'], 4100000601, 'osric-vandemeer', ''),
    bystander(['Calla', 'Rosengaard'], 4100000727, 'calla-rosengaard', ''),
  ],
});

const items = people.filter((person) => !person.hidden && person.profile !== 'none').map(scrapedItem);

mkdirSync(output, { recursive: true });
writeFileSync(join(output, 'followers.html'), page);
writeFileSync(join(output, 'profiles.jsonl'), items.map((item) => `${JSON.stringify(item)}\n`).join(''));
