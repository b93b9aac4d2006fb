import { companySlugOfUrl, type DraftProfile, joinName, joinPlaces, NO_CURRENT } from './profile-draft.ts';
import { mergePeriods, periodOfCaption, periodOfEnds, type RolePeriod } from './role-period.ts';
import { flag, key, LIMITS, line, lines, raw, record, records, text } from './tolerant-fields.ts';

const apimaestroItem = record({
  basic_info: record({
    fullname: line,
    first_name: line,
    last_name: line,
    headline: line,
    public_identifier: line,
    profile_url: line,
    about: text,
    location: raw,
    urn: line,
    current_company: line,
    current_company_url: line,
    top_skills: lines(LIMITS.skills),
  }),
  experience: records(
    {
      title: line,
      company: line,
      location: line,
      description: text,
      duration: line,
      start_date: raw,
      end_date: raw,
      is_current: flag,
      company_linkedin_url: line,
      company_id: key,
      employment_type: line,
    },
    LIMITS.roles,
  ),
  education: records(
    { school: line, degree: line, degree_name: line, field_of_study: line },
    LIMITS.education,
  ),
  skills: lines(LIMITS.skills),
});

const place = record({ full: line, city: line, country: line });

/** `is_current` is this scraper's own word for it, and wins over a missing end. */
function withFlag(period: RolePeriod, isCurrent: boolean | null): RolePeriod {
  return isCurrent === null ? period : { ...period, current: isCurrent };
}

/** Items of apimaestro/linkedin-profile-detail and its batch variant (PROVIDERS.md §1.6). */
export function draftOfApimaestro(value: unknown): DraftProfile {
  const { basic_info: basics, experience, education, skills } = apimaestroItem.parse(value);
  const { full, city, country } = place.parse(basics.location);
  return {
    memberIds: [basics.urn, basics.profile_url],
    vanityNames: [basics.public_identifier, basics.profile_url],
    fullName: basics.fullname ?? joinName(basics.first_name, basics.last_name),
    headline: basics.headline,
    location: full ?? joinPlaces(city, country) ?? line.parse(basics.location),
    about: basics.about,
    industry: null,
    current: {
      ...NO_CURRENT,
      company: basics.current_company,
      companySlug: companySlugOfUrl(basics.current_company_url),
    },
    roles: experience.map((role) => {
      const slug = companySlugOfUrl(role.company_linkedin_url);
      return {
        title: role.title,
        company: role.company,
        companyKey: role.company_id ?? slug,
        companySlug: slug,
        companySize: null,
        companyIndustries: [],
        location: role.location,
        description: role.description,
        employmentType: role.employment_type,
        period: withFlag(
          mergePeriods(periodOfEnds(role.start_date, role.end_date), periodOfCaption(role.duration)),
          role.is_current,
        ),
      };
    }),
    education: education.map((school) => ({
      school: school.school,
      degree: school.degree_name ?? school.degree,
      field: school.field_of_study,
    })),
    skills: skills.length > 0 ? skills : basics.top_skills,
  };
}
