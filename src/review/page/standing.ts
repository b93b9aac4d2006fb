import { bdi, byId, element, fill } from './elements.ts';
import { filterText } from './finder.ts';
import type { Verdict } from './review-api.ts';
import type { Session, Tally } from './session.ts';

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = { fit: 'Fit', not_fit: 'Not a fit' };

export interface Standing {
  readonly session: Session;
  readonly current: number | null;
  /** Verdicts that are not saved yet. */
  readonly waiting: number;
  /** Null: several. */
  readonly client: string | null;
  readonly nameOf: (id: number) => string;
}

/** What the frame around the lead shows: how far one is, what can be undone, and what was said of this lead. */
export function showStandingOf({ session, current, waiting, client, nameOf }: Standing): void {
  const { tally, latest } = session;
  const decided = tally.total - tally.undecided;
  const bar = byId<HTMLProgressElement>('bar');
  bar.max = Math.max(1, tally.total);
  bar.value = decided;
  byId('tally').textContent = [
    decidedText(tally),
    `${number(tally.fit)} fit`,
    `${number(tally.notFit)} not`,
    ...(waiting > 1 ? [`${number(waiting)} being saved`] : []),
  ].join(' · ');
  document.title = `${decided}/${tally.total} Review${client === null ? '' : ` ${client}`}`;

  byId<HTMLButtonElement>('undo').disabled = latest === null;
  const verdictOnLatest = latest === null ? null : session.verdictOn(latest);
  fill(
    byId('undo-label'),
    'Undo',
    latest === null || verdictOnLatest === null
      ? null
      : element(
          'span',
          { class: 'undo-name' },
          ` ${VERDICT_NAMES[verdictOnLatest].toLowerCase()}: `,
          bdi(nameOf(latest)),
        ),
  );
  const verdict = current === null ? null : session.verdictOn(current);
  showChoice('fit', current !== null, verdict === 'fit');
  showChoice('not-fit', current !== null, verdict === 'not_fit');
  const filter = filterText(session.filter);
  byId('filter-label').textContent = filter === null ? 'Leads' : `Leads: ${filter}`;
}

function showChoice(id: string, isOpen: boolean, isChosen: boolean): void {
  const button = byId<HTMLButtonElement>(id);
  button.disabled = !isOpen;
  button.setAttribute('aria-pressed', String(isChosen));
}

/** “12 of 20” */
export function decidedText({ total, undecided }: Tally): string {
  return `${number(total - undecided)} of ${number(total)}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
