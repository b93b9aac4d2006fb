import { profileUrl } from '../domain/linkedin-id.ts';
import type { Role, YearMonth } from '../domain/profile.ts';
import type { LeadToReview, ReviewScore } from '../store/review-lead.ts';
import type { QueueRow } from '../store/review-queue.ts';
import { cleanLine, cleanText } from '../support/text.ts';
import type { QueuedLead, ShownLead, ShownRole, ShownScore } from './page/review-api.ts';

/** More than anybody reads of lists that have no end. */
const MOST_ROLES = 12;
const MOST_PAST_ROLES = 6;
const MOST_SKILLS = 60;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function shownInQueue(row: QueueRow): QueuedLead {
  const { id, client, name, headline, company, verdict, turn } = row;
  return {
    id,
    client,
    name: cleanLine(name),
    headline: cleanLine(headline),
    company: cleanLine(company),
    verdict,
    turn,
  };
}

/** What the page shows of a lead: cleaned once more, and with a link that is made of the person's name on LinkedIn, never of a link in the data. */
export function shownLead(lead: LeadToReview): ShownLead {
  const { profile } = lead;
  const roles = (profile?.roles ?? []).map((role) => ({ isCurrent: role.isCurrent, shown: shownRole(role) }));
  const current = roles.filter(({ isCurrent }) => isCurrent).slice(0, MOST_ROLES);
  const past = roles.filter(({ isCurrent }) => !isCurrent).slice(0, MOST_PAST_ROLES);
  return {
    id: lead.id,
    client: lead.client,
    icp: lead.icpId,
    name: cleanLine(lead.name),
    headline: cleanLine(lead.headline),
    location: cleanLine(lead.location),
    industry: cleanLine(lead.industry),
    companyType: cleanLine(lead.companyType),
    profileUrl: profileUrl(lead),
    hasProfile: profile !== null,
    about: cleanText(profile?.about),
    roles: profile === null ? rolesOfCard(lead) : current.map(({ shown }) => shown),
    pastRoles: past.map(({ shown }) => shown),
    skills: (profile?.skills ?? []).flatMap((skill) => cleanLine(skill) ?? []).slice(0, MOST_SKILLS),
  };
}

/** Of a lead whose profile is gone, titles and company are still known, but not which belong together. */
function rolesOfCard({ jobTitles, company }: LeadToReview): readonly ShownRole[] {
  const title = cleanLine(jobTitles.join(', '));
  const nothing = { period: null, location: null, size: null, industries: null, description: null };
  return title === null && company === null ? [] : [{ title, company: cleanLine(company), ...nothing }];
}

function shownRole(role: Role): ShownRole {
  return {
    title: cleanLine(role.title),
    company: cleanLine(role.company),
    period: periodOf(role),
    location: cleanLine(role.location),
    size: sizeOf(role),
    industries: cleanLine(role.companyIndustries.join(', ')),
    description: cleanText(role.description),
  };
}

function periodOf({ start, end, isCurrent }: Role): string | null {
  if (isCurrent) return start === null ? null : `since ${month(start)}`;
  if (start === null) return end === null ? null : `until ${month(end)}`;
  return end === null ? `from ${month(start)}` : `${month(start)} – ${month(end)}`;
}

function month({ year, month: number }: YearMonth): string {
  return number === null ? String(year) : `${MONTHS[number - 1] ?? ''} ${year}`.trim();
}

function sizeOf({ companySize: size }: Role): string | null {
  if (size === null) return null;
  const count = (value: number) => value.toLocaleString('en-US');
  if (size.max === null) return `${count(size.min)} people or more`;
  return size.max === size.min
    ? `${count(size.min)} ${size.min === 1 ? 'person' : 'people'}`
    : `${count(size.min)}–${count(size.max)} people`;
}

export function shownScore({ score, reasoning, parts }: ReviewScore): ShownScore {
  return {
    score,
    reasoning: cleanLine(reasoning) ?? '',
    parts: parts
      // Those that were not asked for, or not known, gave nothing and could not.
      .filter(({ possible, points }) => possible > 0 || points !== 0)
      .map(({ name, points, possible, reason, quote }) => ({
        name,
        points,
        possible,
        reason: cleanLine(reason) ?? '',
        quote: cleanLine(quote),
      })),
  };
}
