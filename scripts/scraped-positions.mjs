// The parts that scraped profiles are made of: dates, durations, head counts, positions.

/** The month in which the profiles were scraped, for the durations that some shapes spell out. */
const SCRAPED = { year: 2026, month: 10 };
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function yearMonth(text) {
  const [year, month] = String(text).split('-').map(Number);
  return { month, year };
}

export function duration(position) {
  const from = yearMonth(position.from);
  const to = position.to ? yearMonth(position.to) : SCRAPED;
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return [
    ...(years > 0 ? [`${years} yr${years > 1 ? 's' : ''}`] : []),
    ...(rest > 0 ? [`${rest} mo${rest > 1 ? 's' : ''}`] : []),
  ].join(' ');
}

export function headCount(size) {
  const [start, end] = String(size).replace('+', '').split('-').map(Number);
  return { start, ...(String(size).endsWith('+') ? {} : { end: end ?? start }) };
}

export const slug = (name) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const dated = (position) => ({
  startDate: yearMonth(position.from),
  ...(position.to && { endDate: yearMonth(position.to) }),
});

/** A position as supreme_coder's actor gives it. */
export const supremePosition = (position) => ({
  title: position.title,
  ...(position.location && { locationName: position.location }),
  ...(position.text && { description: position.text }),
  ...(position.type && { employmentType: position.type }),
  timePeriod: dated(position),
  company: {
    ...(position.size && { employeeCountRange: headCount(position.size) }),
    ...(position.industries && { industries: position.industries }),
    name: position.company,
    showcase: false,
    active: true,
    universalName: slug(position.company),
  },
  companyName: position.company,
});

/** The newer variants of the same actor: wrapped texts, dates on the position, a company without `companyName`, mixed skills. */
export const newerPosition = (position) => ({
  title: position.title,
  ...(position.location && { locationName: position.location }),
  ...(position.text && { description: { text: position.text } }),
  ...(position.type && { employmentType: position.type }),
  ...dated(position),
  totalDuration: `${MONTHS[yearMonth(position.from).month - 1]} ${yearMonth(position.from).year} - ${position.to ? `${MONTHS[yearMonth(position.to).month - 1]} ${yearMonth(position.to).year}` : 'Present'} · ${duration(position)}`,
  company: {
    name: position.company,
    url: `https://www.linkedin.com/company/${slug(position.company)}`,
    ...(position.size && { employeeCountRange: headCount(position.size) }),
    ...(position.industries && { industries: position.industries }),
  },
});
