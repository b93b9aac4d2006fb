import { openDialogs } from './dialogs.ts';
import { byId, fill } from './elements.ts';
import { endView, filterEndView } from './end-view.ts';
import { openableFinder } from './finder.ts';
import { type Action, actionOf } from './keys.ts';
import { LeadPanel } from './lead-panel.ts';
import { LATE_MS, Outbox, type PostFailure } from './outbox.ts';
import type { ReviewQueue, Verdict, Word } from './review-api.ts';
import { connect, type Server, ServerError } from './server.ts';
import { Session } from './session.ts';
import { decidedText, showStandingOf, VERDICT_NAMES } from './standing.ts';
import { hideTrouble, say, tellTrouble } from './told.ts';

const AHEAD = 4;
const LONGEST_NAME = 60;
const LATE_HINT = 'the database takes its time, or icp review itself';

void start();

async function start(): Promise<void> {
  openDialogs();
  const server = connect(new URLSearchParams(location.search).get('reviewer'));
  const again = () => location.reload();
  const wait = setTimeout(() => tellTrouble('The leads are not here yet', LATE_HINT, again), LATE_MS);
  try {
    const queue = await server.queue();
    hideTrouble();
    // So that a reload, or another person's turn on this machine, keeps to the name.
    history.replaceState(null, '', `?reviewer=${encodeURIComponent(queue.reviewer)}`);
    review(queue, connect(queue.reviewer));
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    tellTrouble(error.message, error.hint, again);
  } finally {
    clearTimeout(wait);
  }
}

function review(queue: ReviewQueue, server: Server): void {
  const session = new Session(queue.leads);
  const severalClients = new Set(queue.leads.map(({ client }) => client)).size > 1;
  const onlyClient = queue.client ?? (severalClients ? null : (queue.leads[0]?.client ?? null));
  const nameOf = (id: number) => shortened(session.lead(id)?.name ?? 'Name unknown');
  const page = crypto.randomUUID();
  let current: number | null = null;
  /** Shown again because what was said of them could not be saved. */
  let broughtBack: number | null = null;

  const outbox = new Outbox(
    (words) => server.post({ reviewer: queue.reviewer, page, words }),
    {
      changed: () => {
        showStanding();
        if (outbox.waiting === 0) void whenSaved();
      },
      late: (word) =>
        tellTrouble(
          `${deedOf(word)} is not saved yet`,
          `${LATE_HINT}; go on meanwhile, and leave this page open until it is saved`,
          () => {
            hideTrouble();
            outbox.retry();
          },
        ),
      held: (word, failure) => {
        tellTrouble(`${deedOf(word)} is not saved: ${failure.message}`, failure.hint, () => outbox.retry());
        broughtBack = word.lead;
        goTo(word.lead);
      },
      released: (word) => {
        hideTrouble();
        say('Saved again.');
        if (current === word.lead && broughtBack === word.lead) goTo(session.following(word.lead));
        broughtBack = null;
      },
      refused: (word, failure) => takeBack(word, failure),
    },
    (ms) => new Promise((wake) => setTimeout(wake, ms)),
  );
  const panel = new LeadPanel({
    session,
    server,
    severalClients,
    showScores: queue.showScores,
    isSaved: () => outbox.waiting === 0,
  });
  const finder = openableFinder({ session, goTo, onFilter: filterChanged });

  function goTo(id: number | null): void {
    current = id;
    showStanding();
    if (id === null) {
      showEnd();
      return;
    }
    void panel.show(id);
    let ahead: number | null = id;
    const coming: (number | null)[] = [session.neighbour(id, 1), session.neighbour(id, -1)];
    for (let count = 0; count < AHEAD && ahead !== null; count += 1) {
      ahead = session.following(ahead);
      coming.push(ahead);
    }
    panel.prefetch(coming);
  }

  function showEnd(): void {
    const { tally } = session;
    if (tally.undecided > 0) {
      panel.showInstead(filterEndView(tally.undecided, finder.clear));
      return;
    }
    panel.showInstead(
      endView({ tally, client: onlyClient, check: null, isSaved: outbox.waiting === 0, nameOf, goTo }),
    );
    if (outbox.waiting === 0) void whenSaved();
  }

  /** What the server tells only of verdicts that it has. */
  async function whenSaved(): Promise<void> {
    await panel.showScore();
    if (current !== null || session.tally.undecided > 0) return;
    const check = await server.check().catch(() => null);
    const { tally } = session;
    if (check === null || current !== null || tally.undecided > 0) return;
    panel.showInstead(endView({ tally, client: onlyClient, check, isSaved: true, nameOf, goTo }));
  }

  function decide(verdict: Verdict): void {
    if (current === null) return;
    const lead = current;
    if (session.verdictOn(lead) !== verdict) {
      session.decide(lead, verdict);
      outbox.add({ lead, verdict });
    }
    say(`${VERDICT_NAMES[verdict]}: ${nameOf(lead)}. ${decidedText(session.tally)}.`);
    goTo(session.following(lead));
  }

  function undo(): void {
    const lead = session.latest;
    if (lead === null) return;
    session.withdraw(lead);
    outbox.add({ lead, verdict: null });
    say(`Undone: ${nameOf(lead)}. ${decidedText(session.tally)}.`);
    goTo(lead);
  }

  /** The server will not have it: the page must not claim it. */
  function takeBack(word: Word, { message, hint }: PostFailure): void {
    session.withdraw(word.lead);
    broughtBack = null;
    tellTrouble(`${deedOf(word)} was not saved: ${message}`, hint, () => location.reload());
    goTo(word.lead);
  }

  function step(by: 1 | -1): void {
    const other = session.neighbour(current, by);
    if (other !== null) goTo(other);
    else if (by === 1 && session.tally.undecided === 0) goTo(null);
    else if (current === null) finder.clear();
    else say(by === 1 ? 'This is the last lead.' : 'This is the first lead.');
  }

  function filterChanged(): void {
    const matches = session.matches();
    const stays = current !== null && matches.some(({ id }) => id === current);
    if (stays) showStanding();
    else goTo(session.following(null) ?? (session.tally.undecided === 0 ? (matches[0]?.id ?? null) : null));
  }

  function deedOf({ lead, verdict }: Word): string {
    return verdict === null
      ? `The undoing of ${nameOf(lead)}`
      : `“${VERDICT_NAMES[verdict]}” for ${nameOf(lead)}`;
  }

  const showStanding = () =>
    showStandingOf({ session, current, waiting: outbox.waiting, client: onlyClient, nameOf });

  const actions: Readonly<Record<Action, () => void>> = {
    fit: () => decide('fit'),
    not_fit: () => decide('not_fit'),
    next: () => step(1),
    previous: () => step(-1),
    undo,
    filter: finder.open,
    help: () => byId<HTMLDialogElement>('help').showModal(),
    open: () => document.getElementById('profile')?.click(),
  };
  const buttons = {
    fit: 'fit',
    'not-fit': 'not_fit',
    next: 'next',
    previous: 'previous',
    undo: 'undo',
    'open-filter': 'filter',
    'open-help': 'help',
  } as const satisfies Readonly<Record<string, Action>>;
  for (const [id, action] of Object.entries(buttons)) byId(id).addEventListener('click', actions[action]);
  document.addEventListener('keydown', (event) => {
    const target = event.target as Element;
    const inField = target.closest('input, textarea, select, [contenteditable], dialog') !== null;
    const action = actionOf({ ...pressOf(event), inField });
    if (action === null) return;
    event.preventDefault();
    actions[action]();
  });
  window.addEventListener('beforeunload', (event) => {
    if (outbox.waiting > 0) event.preventDefault();
  });
  window.addEventListener('pagehide', () => outbox.flush());

  fill(
    byId('scope'),
    [onlyClient ?? `${new Set(queue.leads.map(({ client }) => client)).size} clients`, queue.batch]
      .filter((text) => text !== null)
      .join(', '),
  );
  byId('reviewer').textContent = queue.reviewer;
  goTo(session.following(null));
}

function pressOf({ key, code, ctrlKey, altKey, metaKey, repeat, isComposing }: KeyboardEvent) {
  return { key, code, ctrlKey, altKey, metaKey, repeat, isComposing };
}

/** A name as part of a sentence: some fill the line with what they sell. */
function shortened(name: string): string {
  const characters = [...name];
  return characters.length <= LONGEST_NAME ? name : `${characters.slice(0, LONGEST_NAME).join('')}…`;
}
