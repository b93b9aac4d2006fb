import type { Classification } from '../domain/classification.ts';
import { currentCompany, currentTitles, type Profile } from '../domain/profile.ts';

/** What lists and exports show of a lead, as columns of `leads`. */
export function leadCard(profile: Profile, classification: Classification) {
  return {
    name: profile.fullName,
    headline: profile.headline,
    company: currentCompany(profile),
    location: profile.location,
    job_titles: currentTitles(profile),
    industry: classification.industry,
    company_type: classification.companyType,
  };
}

/** Sets those columns from a record `r`; a name or headline that the profile lacks stays what the source said. */
export const SET_LEAD_CARD = `
            name = coalesce(r.name, l.name),
            headline = coalesce(r.headline, l.headline),
            company = r.company,
            location = r.location,
            job_titles = array(select json_array_elements_text(r.job_titles)),
            industry = r.industry,
            company_type = r.company_type`;

/** Their types in `json_to_recordset`. */
export const LEAD_CARD_TYPES =
  'name text, headline text, company text, location text, job_titles json, industry text, company_type text';
