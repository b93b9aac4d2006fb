import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabels } from '../src/app/evaluation/label-file.ts';
import { parseIcp } from '../src/config/icp-file.ts';
import type { Icp } from '../src/domain/icp.ts';
import { parsePerson } from '../src/domain/linkedin-id.ts';
import type { Profile } from '../src/domain/profile.ts';
import { scoreLead } from '../src/domain/score.ts';
import { loadProfileFile } from '../src/providers/profile-file.ts';

const SETS = ['tune', 'other-clients', 'more-clients', 'report', 'report-other-clients'] as const;
const UNKNOWN = {
  industry: 'Other',
  industryReasoning: '',
  companyType: 'unknown',
  companyTypeReasoning: '',
} as const;

async function readSet(name: (typeof SETS)[number]) {
  const folder = join('fixtures/eval', name);
  const labels = readLabels(readFileSync(join(folder, 'labels.jsonl')), name);
  const { profiles, unusable } = await loadProfileFile(join(folder, 'profiles.jsonl'));
  const people = new Map<string, Profile>();
  for (const source of profiles)
    if (source.kind === 'profile') people.set(source.profile.publicIdentifier ?? '', source.profile);
  const icps = new Map<string, Icp>();
  for (const { icp } of labels)
    if (!icps.has(icp!)) icps.set(icp!, parseIcp(readFileSync(join(folder, icp!), 'utf8'), icp!));
  return { labels, people, icps, unusable };
}

/** Every text of a profile that may be quoted. */
function textsOf(profile: Profile): string[] {
  const roles = profile.roles.flatMap((role) => [
    role.title,
    role.company,
    role.location,
    role.description,
    ...role.companyIndustries,
  ]);
  return [
    profile.headline,
    profile.about,
    profile.location,
    profile.industry,
    ...profile.skills,
    ...roles,
  ].filter((text) => text !== null);
}

describe.each(SETS)('the judged people of %s', (name) => {
  it('are all judged against every ICP once, with a reason', async () => {
    const { labels, people, icps, unusable } = await readSet(name);
    expect(unusable).toBe(0);
    expect(people.size).toBeGreaterThanOrEqual(120);
    expect(icps.size).toBeGreaterThanOrEqual(5);
    expect(labels).toHaveLength(people.size * icps.size);
    expect(new Set(labels.map(({ icp, profile }) => `${icp} ${profile as string}`)).size).toBe(labels.length);
    for (const { profile, why } of labels) {
      expect(people.has(parsePerson(profile as string)!.publicIdentifier!), profile as string).toBe(true);
      expect(why).not.toBeNull();
    }
    for (const icp of icps.keys())
      for (const grade of [0, 1, 2, 3])
        expect(
          labels.filter((label) => label.icp === icp && label.grade === grade).length,
        ).toBeGreaterThanOrEqual(3);
  });

  it('are quoted word for word', async () => {
    const { labels, people, icps } = await readSet(name);
    let quotes = 0;
    for (const { icp, profile: link } of labels) {
      const profile = people.get(parsePerson(link as string)!.publicIdentifier!)!;
      const texts = textsOf(profile);
      const { parts } = scoreLead({
        icp: icps.get(icp!)!,
        profile,
        classification: UNKNOWN,
        semantic: null,
        relevance: null,
      });
      for (const { quote } of parts) {
        if (quote === null) continue;
        quotes += 1;
        expect(
          texts.some((text) => text.includes(quote)),
          `“${quote}” of ${link as string}`,
        ).toBe(true);
      }
    }
    expect(quotes).toBeGreaterThan(500);
  });
});
