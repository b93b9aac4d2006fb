import { companySlugOfUrl, type DraftProfile, joinName, joinPlaces, NO_CURRENT } from './profile-draft.ts';
import { mergePeriods, periodOfCaption, periodOfEnds } from './role-period.ts';
import { key, LIMITS, line, lines, raw, record, records, text } from './tolerant-fields.ts';

const harvestapiItem = record({
  id: line,
  publicIdentifier: line,
  linkedinUrl: line,
  firstName: line,
  lastName: line,
  headline: line,
  about: text,
  location: raw,
  topSkills: lines(LIMITS.skills),
  currentPosition: records({ position: line, companyName: line, companyLinkedinUrl: line }, 1),
  experience: records(
    {
      position: line,
      title: line,
      companyName: line,
      companyLinkedinUrl: line,
      companyId: key,
      companyUniversalName: line,
      location: line,
      employmentType: line,
      duration: line,
      description: text,
      startDate: raw,
      endDate: raw,
    },
    LIMITS.roles,
  ),
  education: records({ schoolName: line, degree: line, fieldOfStudy: line }, LIMITS.education),
  skills: lines(LIMITS.skills),
});

const place = record({
  linkedinText: line,
  parsed: record({ text: line, city: line, state: line, countryFull: line, country: line }),
});

function locationOf(value: unknown): string | null {
  const { linkedinText, parsed } = place.parse(value);
  return (
    linkedinText ??
    parsed.text ??
    joinPlaces(parsed.city, parsed.state, parsed.countryFull ?? parsed.country) ??
    line.parse(value)
  );
}

/** Items of harvestapi/linkedin-profile-scraper (PROVIDERS.md §1.6). */
export function draftOfHarvestapi(value: unknown): DraftProfile {
  const item = harvestapiItem.parse(value);
  const current = item.currentPosition[0];
  return {
    memberIds: [item.id, item.linkedinUrl],
    vanityNames: [item.publicIdentifier, item.linkedinUrl],
    fullName: joinName(item.firstName, item.lastName),
    headline: item.headline,
    location: locationOf(item.location),
    about: item.about,
    industry: null,
    current: {
      ...NO_CURRENT,
      title: current?.position ?? null,
      company: current?.companyName ?? null,
      companySlug: companySlugOfUrl(current?.companyLinkedinUrl ?? null),
    },
    roles: item.experience.map((role) => {
      const slug = role.companyUniversalName?.toLowerCase() ?? companySlugOfUrl(role.companyLinkedinUrl);
      return {
        title: role.position ?? role.title,
        company: role.companyName,
        companyKey: role.companyId ?? slug,
        companySlug: slug,
        companySize: null,
        companyIndustries: [],
        location: role.location,
        description: role.description,
        employmentType: role.employmentType,
        period: mergePeriods(periodOfEnds(role.startDate, role.endDate), periodOfCaption(role.duration)),
      };
    }),
    education: item.education.map((school) => ({
      school: school.schoolName,
      degree: school.degree,
      field: school.fieldOfStudy,
    })),
    skills: item.skills.length > 0 ? item.skills : item.topSkills,
  };
}
