import { bdi, element } from './elements.ts';
import type { ShownCheck } from './review-api.ts';
import type { Tally } from './session.ts';

/** Verdicts of each kind from which on `icp calibrate` works. */
const ENOUGH = 30;
/** Fewer leads below the cut say nothing about it. */
const TELLING_CHECKS = 5;
const TOO_MANY_FITS = 0.2;

export interface EndTerms {
  readonly tally: Tally;
  readonly client: string | null;
  /** Null as long as it is not known. */
  readonly check: ShownCheck | null;
  readonly isSaved: boolean;
  readonly nameOf: (id: number) => string;
  readonly goTo: (id: number) => void;
}

/** All is decided: what came out, how the cut did, and what to do with it. */
export function endView({ tally, client, check, isSaved, nameOf, goTo }: EndTerms): HTMLElement {
  const share = Math.round((tally.fit / Math.max(1, tally.total)) * 100);
  return element(
    'section',
    { class: 'end' },
    element(
      'h2',
      { id: 'lead-name', tabindex: '-1' },
      tally.total === 1 ? 'The one lead is reviewed' : `All ${tally.total.toLocaleString('en')} reviewed`,
    ),
    element(
      'dl',
      { class: 'figures' },
      figure('fit', String(tally.fit)),
      figure('not a fit', String(tally.notFit)),
      figure('of them fit', `${share} %`),
    ),
    check === null ? null : checkView(check, nameOf, goTo),
    element('h3', {}, 'What next'),
    element(
      'ul',
      { class: 'next-steps' },
      step(
        `icp calibrate --client ${client ?? 'SLUG'}`,
        tally.fit >= ENOUGH && tally.notFit >= ENOUGH
          ? 'fits the scores to these verdicts and proposes from which score on to export'
          : `fits the scores to verdicts once a client has ${ENOUGH} of each kind, of all reviewers together`,
      ),
      step(
        'icp feedback export --format labels',
        'the verdicts for icp eval; or --format kto, for a trainer',
      ),
    ),
    element(
      'p',
      { class: 'quiet' },
      isSaved
        ? 'Everything is saved: you can close this page, and end icp review with Ctrl-C. Go back to a lead to see its score.'
        : 'The last verdicts are being saved …',
    ),
  );
}

/** Everybody whom the filter lets through is decided, but others are not. */
export function filterEndView(left: number, clearFilter: () => void): HTMLElement {
  const clear = element('button', { type: 'button', class: 'main-action' }, 'Go on without the filter');
  clear.addEventListener('click', clearFilter);
  return element(
    'section',
    { class: 'end' },
    element('h2', { id: 'lead-name', tabindex: '-1' }, 'Nobody left in this filter'),
    element(
      'p',
      {},
      `${left.toLocaleString('en')} ${left === 1 ? 'lead is' : 'leads are'} undecided elsewhere.`,
    ),
    element('p', {}, clear),
  );
}

function figure(label: string, value: string): HTMLElement {
  return element('div', {}, element('dt', {}, label), element('dd', {}, value));
}

function step(command: string, what: string): HTMLElement {
  return element('li', {}, element('code', {}, command), element('span', {}, what));
}

function checkView(
  { leftOut, checks }: ShownCheck,
  nameOf: (id: number) => string,
  goTo: (id: number) => void,
): HTMLElement | null {
  if (leftOut + checks.length === 0) return null;
  const fits = checks.filter(({ verdict }) => verdict === 'fit');
  const text =
    checks.length === 0
      ? `${people(leftOut)} below the cut ${leftOut === 1 ? 'was' : 'were'} left out, and none of them was drawn as a check.`
      : `Of ${people(leftOut + checks.length)} below the cut you saw ${checks.length} as a check; ${fits.length === 0 ? 'none' : fits.length} turned out a fit${conclusion(fits.length, checks.length)}.`;
  return element(
    'section',
    {},
    element('h3', {}, 'The cut'),
    element('p', {}, text),
    fits.length === 0
      ? null
      : element(
          'ul',
          { class: 'checked' },
          fits.map(({ id }) => {
            const name = element('button', { type: 'button', class: 'more' }, bdi(nameOf(id)));
            name.addEventListener('click', () => goTo(id));
            return element('li', {}, name);
          }),
        ),
  );
}

/** What the check says of the cut, where it is large enough to say anything. */
function conclusion(fits: number, checked: number): string {
  if (checked < TELLING_CHECKS) return '';
  return fits / checked > TOO_MANY_FITS ? ': the cut may be too high' : ': the cut looks right';
}

function people(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'lead' : 'leads'}`;
}
