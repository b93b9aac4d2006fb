import type { Profile } from '../profile.ts';
import { type Word, wordsOf } from './phrase-search.ts';
import { byRecency, compareText, presentRoles } from './role-order.ts';

/** One text of a profile that may be searched and quoted. */
export interface ProfileField {
  readonly text: string;
  readonly words: readonly Word[];
  /** Where it stands: what people call themselves, what they do now, what LinkedIn files them under, what they tell, and the rest. */
  readonly place: 'headline' | 'current title' | 'current role' | 'label' | 'about' | 'skill' | 'past role';
}

const known = new WeakMap<Profile, readonly ProfileField[]>();

/**
 * Every text of the profile that counts as what it says: most telling first, in an order that does not depend on how the source lists skills or
 * roles of equal date. Name, schools and places are left out: "Ms Sales" sells nothing.
 */
export function fieldsOf(profile: Profile): readonly ProfileField[] {
  const fields = known.get(profile) ?? listFields(profile);
  known.set(profile, fields);
  return fields;
}

function listFields(profile: Profile): readonly ProfileField[] {
  const field = (place: ProfileField['place'], ...texts: readonly (string | null)[]): ProfileField[] =>
    texts.flatMap((text) => (text === null || text === '' ? [] : [{ text, place, words: wordsOf(text) }]));
  const sorted = (texts: readonly string[]) => [...texts].sort(compareText);
  return [
    ...field('headline', profile.headline),
    ...presentRoles(profile).flatMap((role) => [
      ...field('current title', role.title),
      ...field('current role', role.company, role.description),
      ...field('label', ...sorted(role.companyIndustries)),
    ]),
    ...field('label', profile.industry),
    ...field('about', profile.about),
    ...field('skill', ...sorted(profile.skills)),
    ...profile.roles
      .filter((role) => !role.isCurrent)
      .sort(byRecency)
      .flatMap((role) =>
        field('past role', role.title, role.company, ...sorted(role.companyIndustries), role.description),
      ),
  ];
}
