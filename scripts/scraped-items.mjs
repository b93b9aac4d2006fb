// Profiles as scrapers return them (PROVIDERS.md §1.6), with the faults of §1.7 where the list of people asks for them.

import { duration, MONTHS, newerPosition, slug, supremePosition, yearMonth } from './scraped-positions.mjs';

function supreme(person) {
  const [current] = person.positions;
  const [city, country, countryCode] = person.location;
  return {
    id: String(person.member),
    profileId: person.urn,
    firstName: person.name[0],
    lastName: person.name[1],
    occupation: person.headline,
    publicIdentifier: person.vanity,
    pictureUrl: null,
    countryCode,
    positions: person.positions.map(supremePosition),
    educations: (person.education ?? []).map(([schoolName, degreeName, fieldOfStudy, from, to]) => ({
      schoolName,
      degreeName,
      fieldOfStudy,
      timePeriod: { startDate: { year: from }, ...(to && { endDate: { year: to } }) },
    })),
    certifications: [],
    languages: [],
    skills: person.skills,
    headline: person.headline,
    summary: person.about,
    student: false,
    industryName: person.industry,
    geoLocationName: city,
    geoCountryName: country,
    jobTitle: current.title,
    companyName: current.company,
    companyPublicId: slug(current.company),
    connectionType: 3,
    inputUrl: person.url,
  };
}

function supremeNew(person) {
  const { summary, ...item } = supreme(person);
  return {
    ...item,
    about: summary,
    positions: person.positions.map(newerPosition),
    skills: person.skills.map((skill, place) => (place % 2 === 0 ? skill : { name: skill })),
  };
}

function devFusion(person) {
  const [current] = person.positions;
  return {
    linkedinUrl: person.url,
    linkedinPublicUrl: `https://www.linkedin.com/in/${person.vanity}`,
    firstName: person.name[0],
    lastName: person.name[1],
    fullName: person.fullName,
    headline: person.headline,
    jobTitle: current.title,
    jobStillWorking: true,
    companyName: current.company,
    companyIndustry: current.industries[0],
    companySize: current.size,
    addressWithCountry: `${person.location[0]}, ${person.location[1]}`,
    about: person.about,
    publicIdentifier: person.vanity,
    urn: person.urn,
    experiences: person.positions.map((position) => ({
      companyName: position.company,
      companySize: position.size,
      companyIndustry: position.industries[0],
      title: position.title,
      jobDescription: position.text ?? null,
      jobStartedOn: `${yearMonth(position.from).month}-${yearMonth(position.from).year}`,
      jobEndedOn: position.to ? `${yearMonth(position.to).month}-${yearMonth(position.to).year}` : null,
      jobStillWorking: !position.to,
      jobLocation: position.location ?? null,
      employmentType: position.type ?? null,
    })),
    skills: person.skills.map((title) => ({ title })),
    educations: [],
    inputUrl: person.url,
  };
}

function harvestapi(person) {
  const spelled = (text) => ({ month: MONTHS[yearMonth(text).month - 1], year: yearMonth(text).year });
  return {
    id: person.urn,
    publicIdentifier: person.vanity,
    linkedinUrl: `https://www.linkedin.com/in/${person.vanity}`,
    firstName: person.name[0],
    lastName: person.name[1],
    headline: person.headline,
    about: person.about,
    location: {
      linkedinText: `${person.location[0]}, ${person.location[1]}`,
      countryCode: person.location[2],
    },
    topSkills: person.skills.slice(0, 3).join(' • '),
    currentPosition: [{ companyName: person.positions[0].company }],
    experience: person.positions.map((position) => ({
      position: position.title,
      location: position.location ?? null,
      employmentType: position.type ?? null,
      workplaceType: null,
      companyName: position.company,
      duration: duration(position),
      description: position.text ?? null,
      startDate: spelled(position.from),
      endDate: position.to ? spelled(position.to) : { text: 'Present' },
    })),
    education: (person.education ?? []).map(([schoolName, degree, fieldOfStudy, from, to]) => ({
      schoolName,
      degree,
      fieldOfStudy,
      period: `${from} - ${to}`,
    })),
    skills: person.skills.map((name) => ({ name })),
    originalQuery: { url: person.url },
    inputUrl: person.url,
  };
}

const gone = (person) => ({ inputUrl: person.url, error: 'Profile not found' });

const SHAPES = { supreme, 'supreme-new': supremeNew, 'dev-fusion': devFusion, harvestapi, gone };

/** What goes wrong; each changes one item of the `supreme` shape. */
const DAMAGE = {
  /** LinkedIn's grouped card read as a flat role: the total duration lands where the company belongs. */
  duration_company(item, person) {
    const total = duration({ from: person.positions[1].from });
    item.positions[0].companyName = total;
    item.positions[0].company.name = total;
  },
  /** Title and company of the current role change places; the item's own jobTitle and companyName are right. */
  swapped(item, person) {
    const { title, company } = person.positions[0];
    Object.assign(item.positions[0], { title: company, companyName: title });
    item.positions[0].company.name = title;
  },
  null_fields(item) {
    Object.assign(item, {
      educations: null,
      certifications: null,
      languages: null,
      geoCountryName: null,
      jobTitle: null,
    });
    Object.assign(item.positions[1], {
      company: null,
      description: null,
      locationName: null,
      employmentType: null,
    });
  },
  missing_fields(item) {
    for (const field of [
      'industryName',
      'occupation',
      'jobTitle',
      'companyName',
      'certifications',
      'languages',
    ])
      delete item[field];
    if (item.summary === null) delete item.summary;
  },
  /** A board seat that began later stands before the real job, and the item's jobTitle and companyName follow it. */
  board_seat_first(item) {
    const seat = {
      title: 'Board Member, Chair of the Audit Committee',
      company: 'Lanternfish Arts',
      from: '2022-09',
      industries: ['Non-profit Organizations'],
      size: '11-50',
    };
    item.positions.unshift(supremePosition(seat));
    Object.assign(item, {
      jobTitle: seat.title,
      companyName: seat.company,
      companyPublicId: slug(seat.company),
    });
  },
};

/** @returns the dataset item of one person of the list */
export function scrapedItem(person) {
  const item = SHAPES[person.profile ?? 'supreme'](person);
  for (const damage of person.damage ?? []) DAMAGE[damage](item, person);
  return item;
}
