/** An invented person for the simulated scraper. */
export interface SimulatedPerson {
  readonly vanity: string;
  readonly memberUrn?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly title?: string;
  readonly company?: string;
  readonly headline?: string;
  readonly about?: string;
  readonly industry?: string;
  readonly location?: string;
  readonly employees?: { readonly start: number; readonly end?: number };
}

/** A profile id laid out as LinkedIn's are: the number at bytes 4–7, big-endian. */
export function simulatedMemberUrn(number: number): string {
  const bytes = Buffer.alloc(29, 1 + (number % 250));
  bytes.set([0x00, 0x2a, 0x00, 0x00], 0);
  bytes.writeUInt32BE(number, 4);
  return bytes.toString('base64url');
}

/** A dataset item in supreme_coder's shape (PROVIDERS.md §1.6) for an invented person. */
export function supremeCoderItem(person: SimulatedPerson): Record<string, unknown> {
  const {
    vanity,
    firstName = 'Ana',
    lastName = 'Brandt',
    title = 'VP Sales',
    company = 'Nordlicht Systems',
  } = person;
  const headline = person.headline ?? `${title} at ${company}`;
  return {
    id: '48210377',
    ...(person.memberUrn === undefined ? {} : { profileId: person.memberUrn }),
    firstName,
    lastName,
    occupation: headline,
    publicIdentifier: vanity,
    countryCode: 'de',
    positions: [
      {
        title,
        locationName: person.location ?? 'Berlin, Germany',
        description: `${title} since 2021.`,
        employmentType: 'Full-time',
        timePeriod: { startDate: { month: 3, year: 2021 } },
        company: {
          employeeCountRange: person.employees ?? { start: 51, end: 200 },
          industries: [person.industry ?? 'Software'],
          objectUrn: 'urn:li:company:901',
          name: company,
        },
        companyName: company,
      },
      {
        title: 'Sales Manager',
        timePeriod: { startDate: { month: 1, year: 2018 }, endDate: { month: 2, year: 2021 } },
        companyName: 'Kranwerk',
        company: { name: 'Kranwerk' },
      },
    ],
    educations: [{ schoolName: 'TU Beispiel', degreeName: 'MSc', fieldOfStudy: 'Physics' }],
    skills: ['Sales', 'SaaS'],
    headline,
    summary: person.about ?? `${firstName} works at ${company}.`,
    industryName: person.industry ?? 'Software',
    geoLocationName: person.location ?? 'Berlin',
    geoCountryName: 'Germany',
    jobTitle: title,
    companyName: company,
  };
}
