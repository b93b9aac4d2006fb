import { readCompanySize } from './company-size.ts';
import { damageOf, isEmploymentType, splitCardLine } from './item-damage.ts';
import {
  companySlugOfUrl,
  type DraftProfile,
  type DraftRole,
  joinName,
  joinPlaces,
} from './profile-draft.ts';
import { mergePeriods, periodOfCaption, periodOfEnds, type RolePeriod } from './role-period.ts';
import {
  field,
  flag,
  industries,
  isRecord,
  key,
  LIMITS,
  line,
  lines,
  raw,
  readText,
  record,
  records,
  text,
} from './tolerant-fields.ts';

const devFusionItem = record({
  linkedinUrl: line,
  linkedinPublicUrl: line,
  publicIdentifier: line,
  urn: line,
  firstName: line,
  lastName: line,
  fullName: line,
  headline: line,
  about: text,
  jobTitle: line,
  jobStartedOn: raw,
  jobStillWorking: flag,
  companyName: line,
  companyIndustry: industries,
  companyLinkedin: line,
  companySize: field(readCompanySize),
  addressWithCountry: line,
  addressWithoutCountry: line,
  addressCountryOnly: line,
  skills: lines(LIMITS.skills),
  topSkillsByEndorsements: lines(LIMITS.skills),
  educations: records({ title: line, subtitle: line }, LIMITS.education),
  experiences: records(
    {
      companyId: key,
      companyLink1: line,
      companyName: line,
      companySize: field(readCompanySize),
      companyIndustry: industries,
      title: line,
      subtitle: line,
      caption: line,
      metadata: line,
      breakdown: flag,
      subComponents: raw,
      jobDescription: text,
      jobStartedOn: raw,
      jobEndedOn: raw,
      jobStillWorking: flag,
      jobLocation: line,
      employmentType: line,
    },
    LIMITS.roles,
  ),
});

type Experience = ReturnType<typeof devFusionItem.parse>['experiences'][number];

const nestedRoles = records(
  { title: line, subtitle: line, caption: line, metadata: line, description: raw, subComponents: raw },
  LIMITS.roles,
);

function descriptionOf(components: unknown): string | null {
  const parts = Array.isArray(components) ? components.slice(0, LIMITS.roles) : [];
  return readText(parts.map((part: unknown) => (isRecord(part) ? part['description'] : null)));
}

function withFlag(period: RolePeriod, stillWorking: boolean | null): RolePeriod {
  return stillWorking === null ? period : { ...period, current: stillWorking };
}

/** The newer generation: one flat object per role. */
function flatRole(experience: Experience): DraftRole {
  return {
    title: experience.title,
    company: experience.companyName,
    companyKey: experience.companyId ?? experience.companyLink1,
    companySlug: companySlugOfUrl(experience.companyLink1),
    companySize: experience.companySize,
    companyIndustries: experience.companyIndustry,
    location: experience.jobLocation,
    description: experience.jobDescription,
    employmentType: experience.employmentType,
    period: withFlag(
      periodOfEnds(experience.jobStartedOn, experience.jobEndedOn),
      experience.jobStillWorking,
    ),
  };
}

/** The older generation, one role of a card: `subtitle` is company and type, `caption` the period, `metadata` the place. */
function cardRole(experience: Experience): DraftRole {
  const subtitle = experience.subtitle === null ? null : splitCardLine(experience.subtitle);
  return {
    ...flatRole(experience),
    company: experience.companyName ?? subtitle?.main ?? null,
    location: experience.jobLocation ?? experience.metadata,
    description: experience.jobDescription ?? descriptionOf(experience.subComponents),
    employmentType: experience.employmentType ?? subtitle?.employmentType ?? null,
    period: mergePeriods(flatRole(experience).period, periodOfCaption(experience.caption)),
  };
}

/** The older generation, grouped: the card's title is the company, its roles are nested, each with its own period. */
function groupedRoles(experience: Experience): DraftRole[] {
  return nestedRoles
    .parse(experience.subComponents)
    .filter((role) => role.title !== null)
    .map((role) => {
      const period = periodOfCaption(role.caption) ?? periodOfCaption(role.subtitle);
      const subtitle = role.subtitle === null ? null : splitCardLine(role.subtitle);
      const type = [subtitle?.main ?? null, subtitle?.employmentType ?? null].find(
        (piece) => piece !== null && isEmploymentType(piece),
      );
      return {
        ...flatRole(experience),
        title: role.title,
        company: experience.title,
        location: role.metadata,
        description: readText(role.description) ?? descriptionOf(role.subComponents),
        employmentType: type ?? null,
        period: period ?? { start: null, end: null, current: null },
      };
    });
}

function rolesOf(experience: Experience): DraftRole[] {
  const nested = groupedRoles(experience);
  const totalOnly = experience.subtitle === null || damageOf(experience.subtitle) !== null;
  if (nested.length > 0 && (experience.breakdown === true || totalOnly)) return nested;
  const isCard = experience.subtitle !== null || experience.caption !== null;
  return [isCard ? cardRole(experience) : flatRole(experience)];
}

/** Items of dev_fusion/linkedin-profile-scraper, in both generations of its `experiences` (PROVIDERS.md §1.6). */
export function draftOfDevFusion(value: unknown): DraftProfile {
  const item = devFusionItem.parse(value);
  return {
    memberIds: [item.urn, item.linkedinUrl],
    vanityNames: [item.publicIdentifier, item.linkedinPublicUrl, item.linkedinUrl],
    fullName: item.fullName ?? joinName(item.firstName, item.lastName),
    headline: item.headline,
    location: item.addressWithCountry ?? joinPlaces(item.addressWithoutCountry, item.addressCountryOnly),
    about: item.about,
    industry: null,
    current: {
      title: item.jobTitle,
      company: item.companyName,
      companySlug: companySlugOfUrl(item.companyLinkedin),
      companySize: item.companySize,
      companyIndustries: item.companyIndustry,
      period: withFlag(periodOfEnds(item.jobStartedOn, null), item.jobStillWorking),
    },
    roles: item.experiences.flatMap(rolesOf).slice(0, LIMITS.roles),
    education: item.educations.map((school) => {
      const [degree, ...rest] = school.subtitle?.split(',') ?? [];
      return {
        school: school.title,
        degree: degree?.trim() || null,
        field: rest.join(',').trim() || null,
      };
    }),
    skills: item.skills.length > 0 ? item.skills : item.topSkillsByEndorsements,
  };
}
