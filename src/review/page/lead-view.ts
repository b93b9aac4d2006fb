import { bdi, element, longText } from './elements.ts';
import type { QueuedLead, ShownLead, ShownRole, ShownScore, Verdict } from './review-api.ts';

const ABOUT = 1200;
const DESCRIPTION = 320;

/** Name and headline, which are known before everything else is. */
export function leadHead(lead: QueuedLead, verdict: Verdict | null, severalClients: boolean): HTMLElement {
  return element(
    'header',
    { class: 'lead-head' },
    element(
      'p',
      { class: 'lead-tags' },
      severalClients ? element('span', { class: 'tag' }, 'for ', bdi(lead.client)) : null,
      verdict === null ? null : verdictTag(verdict),
    ),
    element('h2', { id: 'lead-name', tabindex: '-1', dir: 'auto' }, lead.name ?? 'Name unknown'),
    lead.headline === null ? null : element('p', { class: 'headline', dir: 'auto' }, lead.headline),
  );
}

export function verdictTag(verdict: Verdict): HTMLElement {
  return verdict === 'fit'
    ? element('span', { class: 'tag tag-fit' }, '✓ Fit')
    : element('span', { class: 'tag tag-not-fit' }, '× Not a fit');
}

/** Everything below the headline. */
export function leadBody(lead: ShownLead): HTMLElement {
  const facts = [
    ['Industry', lead.industry],
    ['Company type', lead.companyType],
    ['Location', lead.location],
  ].filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== undefined);
  return element(
    'div',
    { class: 'lead-body' },
    facts.length === 0
      ? null
      : element(
          'dl',
          { class: 'facts' },
          facts.map(([label, value]) =>
            element('div', {}, element('dt', {}, label), element('dd', { dir: 'auto' }, value)),
          ),
        ),
    element(
      'p',
      { class: 'open' },
      element(
        'a',
        {
          id: 'profile',
          href: lead.profileUrl,
          target: '_blank',
          rel: 'noopener noreferrer',
          'aria-keyshortcuts': 'o',
        },
        'Open on LinkedIn',
        element('span', { 'aria-hidden': 'true' }, '↗'),
        element('kbd', { 'aria-hidden': 'true' }, 'o'),
      ),
    ),
    section('Works as', roleList(lead.roles)),
    section('About', lead.about === null ? null : longText(lead.about, ABOUT)),
    section(
      'Skills',
      lead.skills.length === 0
        ? null
        : element(
            'ul',
            { class: 'skills' },
            lead.skills.map((skill) => element('li', { dir: 'auto' }, skill)),
          ),
    ),
    section('Before', pastRoleList(lead.pastRoles)),
    lead.hasProfile
      ? null
      : element(
          'p',
          { class: 'quiet' },
          'The profile itself was dropped (icp purge); this is what is left of it.',
        ),
  );
}

/** What the scorer made of a lead; shown after the verdict. */
export function scoreView(score: ShownScore): HTMLElement {
  return element(
    'section',
    { class: 'score', 'aria-label': 'Score' },
    element(
      'p',
      { class: 'score-figure' },
      element('strong', {}, score.score.toFixed(1)),
      element('span', {}, ' of 100'),
    ),
    element('p', { dir: 'auto' }, score.reasoning),
    score.parts.length === 0
      ? null
      : element(
          'ul',
          { class: 'parts' },
          score.parts.map((part) =>
            element(
              'li',
              {},
              element('span', { class: 'part-name' }, part.name),
              part.possible > 0
                ? element('progress', {
                    max: String(part.possible),
                    value: String(part.points),
                    'aria-label': `${part.name}: ${part.points} of ${part.possible} points`,
                  })
                : element('span'),
              element('span', { class: 'part-points' }, part.points.toFixed(1)),
              element('span', { class: 'part-reason', dir: 'auto' }, part.reason),
            ),
          ),
        ),
  );
}

function section(title: string, body: HTMLElement | null): HTMLElement | null {
  return body === null ? null : element('section', {}, element('h3', {}, title), body);
}

function roleList(roles: readonly ShownRole[]): HTMLElement | null {
  if (roles.length === 0) return null;
  return element(
    'ul',
    { class: 'roles' },
    roles.map((role) => {
      const about = [role.period, role.location, role.size, role.industries].filter((fact) => fact !== null);
      return element(
        'li',
        {},
        roleLine(role),
        about.length === 0
          ? null
          : element(
              'p',
              { class: 'role-facts' },
              about.flatMap((fact, place) => [place === 0 ? null : ' · ', bdi(fact)]),
            ),
        role.description === null ? null : longText(role.description, DESCRIPTION),
      );
    }),
  );
}

function roleLine({ title, company }: ShownRole): HTMLElement {
  return element(
    'p',
    { class: 'role' },
    title === null ? null : element('strong', {}, bdi(title)),
    title !== null && company !== null ? ' at ' : null,
    company === null ? null : bdi(company),
  );
}

function pastRoleList(roles: readonly ShownRole[]): HTMLElement | null {
  if (roles.length === 0) return null;
  return element(
    'ul',
    { class: 'past' },
    roles.map((role) =>
      element(
        'li',
        {},
        element('span', {}, bdi([role.title, role.company].filter((text) => text !== null).join(', '))),
        role.period === null ? null : element('span', { class: 'quiet' }, role.period),
      ),
    ),
  );
}
