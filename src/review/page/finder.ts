import { bdi, byId, element, fill } from './elements.ts';
import { verdictTag } from './lead-view.ts';
import { type Filter, NO_FILTER, type Session, type Status } from './session.ts';

/** As many as anybody looks through; more are found by typing. */
const MOST_SHOWN = 100;

export interface FinderTerms {
  readonly session: Session;
  /** The filter has changed. */
  readonly onFilter: () => void;
  readonly goTo: (id: number) => void;
}

/** The list of leads, and the filter that `j`, `k` and the order of review keep to. */
export function openableFinder({ session, onFilter, goTo }: FinderTerms) {
  const dialog = byId<HTMLDialogElement>('finder');
  const form = byId<HTMLFormElement>('finder-form');
  const text = byId<HTMLInputElement>('finder-text');
  const client = byId<HTMLSelectElement>('finder-client');
  const clients = [...new Set(session.leads.map((lead) => lead.client))].sort();
  byId('finder-clients').hidden = clients.length < 2;
  fill(
    client,
    element('option', { value: '' }, 'All clients'),
    clients.map((slug) => element('option', { value: slug }, slug)),
  );

  const statusRadios = () => [...form.querySelectorAll<HTMLInputElement>('input[name=status]')];
  const read = (): Filter => ({
    text: text.value,
    status: (statusRadios().find((radio) => radio.checked)?.value ?? 'all') as Status,
    client: client.value === '' ? null : client.value,
  });
  const pick = (id: number) => {
    dialog.close();
    goTo(id);
  };
  const show = () => {
    const found = session.matches();
    const count = found.length.toLocaleString('en');
    byId('found').textContent =
      found.length > MOST_SHOWN
        ? `${count} leads, the first ${MOST_SHOWN} of them here`
        : `${count} ${found.length === 1 ? 'lead' : 'leads'}`;
    byId('finder-clear').hidden = filterText(session.filter) === null;
    fill(
      byId('matches'),
      found.slice(0, MOST_SHOWN).map((lead) => {
        const verdict = session.verdictOn(lead.id);
        const button = element(
          'button',
          { type: 'button' },
          element(
            'span',
            { class: 'match-name' },
            bdi(lead.name ?? 'Name unknown'),
            ' ',
            verdict && verdictTag(verdict),
          ),
          element('span', { class: 'match-headline', dir: 'auto' }, lead.headline ?? lead.company ?? ''),
        );
        button.addEventListener('click', () => pick(lead.id));
        return element('li', {}, button);
      }),
    );
  };
  const change = () => {
    session.filter = read();
    show();
    onFilter();
  };
  const clear = () => {
    form.reset();
    session.filter = NO_FILTER;
    show();
    onFilter();
  };
  form.addEventListener('input', change);
  byId('finder-clear').addEventListener('click', () => {
    clear();
    text.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [first] = session.matches();
    if (first === undefined) return;
    pick(session.filter.status === 'all' ? (session.following(null) ?? first.id) : first.id);
  });
  return {
    open: () => {
      show();
      dialog.showModal();
      text.select();
    },
    clear,
  };
}

/** The filter in a few words, or null when everybody is let through. */
export function filterText({ text, status, client }: Filter): string | null {
  const named = { all: null, undecided: 'undecided', fit: 'fit', not_fit: 'not a fit' }[status];
  const parts = [client, named, text.trim() === '' ? null : `“${text.trim()}”`].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? null : parts.join(', ');
}
