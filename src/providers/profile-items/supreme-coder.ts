import { readCompanySize } from './company-size.ts';
import {
  companySlugOfUrl,
  type DraftProfile,
  type DraftRole,
  joinName,
  joinPlaces,
} from './profile-draft.ts';
import { mergePeriods, periodOfCaption, periodOfEnds, UNKNOWN_PERIOD } from './role-period.ts';
import {
  field,
  industries,
  LIMITS,
  line,
  lines,
  raw,
  readLine,
  record,
  records,
  text,
} from './tolerant-fields.ts';

const company = record({
  name: line,
  universalName: line,
  objectUrn: line,
  url: line,
  employeeCountRange: field(readCompanySize),
  industries: industries,
});

const timePeriod = record({ startDate: raw, endDate: raw });

const supremeCoderItem = record({
  profileId: line,
  entityUrn: line,
  publicIdentifier: line,
  firstName: line,
  lastName: line,
  fullName: line,
  occupation: line,
  headline: line,
  summary: text,
  about: text,
  industryName: line,
  geoLocationName: line,
  geoCountryName: line,
  locationName: line,
  location: line,
  jobTitle: line,
  companyName: line,
  companyPublicId: line,
  companyLinkedinUrl: line,
  skills: lines(LIMITS.skills),
  positions: records(
    {
      title: line,
      companyName: line,
      company: raw,
      locationName: line,
      location: line,
      description: text,
      employmentType: line,
      timePeriod: raw,
      startDate: raw,
      endDate: raw,
      totalDuration: line,
    },
    LIMITS.roles,
  ),
  educations: records({ schoolName: line, degreeName: line, fieldOfStudy: line }, LIMITS.education),
});

type Position = ReturnType<typeof supremeCoderItem.parse>['positions'][number];

function roleOf(position: Position): DraftRole {
  const employer = company.parse(position.company);
  const period = timePeriod.parse(position.timePeriod);
  return {
    title: position.title,
    company: position.companyName ?? readLine(position.company),
    companyKey: employer.objectUrn ?? employer.universalName ?? employer.url,
    companySlug: employer.universalName?.toLowerCase() ?? companySlugOfUrl(employer.url),
    companySize: employer.employeeCountRange,
    companyIndustries: employer.industries,
    location: position.locationName ?? position.location,
    description: position.description,
    employmentType: position.employmentType,
    period: [
      periodOfEnds(position.startDate, position.endDate),
      periodOfCaption(position.totalDuration),
    ].reduce(mergePeriods, periodOfEnds(period.startDate, period.endDate)),
  };
}

/** Items of supreme_coder/linkedin-profile-scraper, which keeps the shape of LinkedIn's own API (PROVIDERS.md §1.6). */
export function draftOfSupremeCoder(value: unknown): DraftProfile {
  const item = supremeCoderItem.parse(value);
  return {
    memberIds: [item.profileId, item.entityUrn],
    vanityNames: [item.publicIdentifier],
    fullName: joinName(item.firstName, item.lastName) ?? item.fullName,
    headline: item.headline ?? item.occupation,
    location:
      joinPlaces(item.geoLocationName, item.geoCountryName) ?? joinPlaces(item.locationName ?? item.location),
    about: item.summary ?? item.about,
    industry: item.industryName,
    current: {
      title: item.jobTitle,
      company: item.companyName,
      companySlug: item.companyPublicId?.toLowerCase() ?? companySlugOfUrl(item.companyLinkedinUrl),
      companySize: null,
      companyIndustries: [],
      period: UNKNOWN_PERIOD,
    },
    roles: item.positions.map(roleOf),
    education: item.educations.map((school) => ({
      school: school.schoolName,
      degree: school.degreeName,
      field: school.fieldOfStudy,
    })),
    skills: item.skills,
  };
}
