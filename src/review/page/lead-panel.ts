import { byId, element, fill } from './elements.ts';
import { icpView } from './icp-view.ts';
import { leadBody, leadHead, scoreView } from './lead-view.ts';
import type { ShownIcp, ShownLead } from './review-api.ts';
import type { Server, ServerError } from './server.ts';
import type { Session } from './session.ts';

/** Leads whose details are kept: those around the current one. */
const MOST_KEPT = 40;

export interface PanelTerms {
  readonly session: Session;
  readonly server: Server;
  readonly showScores: boolean;
  readonly severalClients: boolean;
  /** Whether the server knows of all verdicts: only then does it tell scores. */
  readonly isSaved: () => boolean;
}

/** The lead that is looked at, and its client's ICP beside it. */
export class LeadPanel {
  readonly #terms: PanelTerms;
  readonly #article = byId('lead');
  readonly #beside = byId('beside');
  readonly #details = new Map<number, Promise<ShownLead>>();
  readonly #icps = new Map<number, Promise<ShownIcp>>();
  #shown: number | null = null;
  #wantedIcp: number | null = null;

  constructor(terms: PanelTerms) {
    this.#terms = terms;
  }

  /** Shows a lead: what the list knows of it at once, all else as soon as it is there. */
  async show(id: number): Promise<void> {
    const { session, severalClients } = this.#terms;
    const lead = session.lead(id)!;
    this.#shown = id;
    this.#beside.hidden = this.#wantedIcp === null;
    const head = leadHead(lead, session.verdictOn(id), severalClients);
    const score = element('div', { id: 'score' });
    const body = element('div', { class: 'pending' });
    this.#replace([head, score, body]);
    this.#article.setAttribute('aria-busy', 'true');
    try {
      const details = await this.#detailsOf(id);
      if (this.#shown !== id) return;
      body.replaceWith(leadBody(details));
      this.#article.setAttribute('aria-busy', 'false');
      await Promise.all([this.showScore(), this.#showIcp(details.icp)]);
    } catch (error) {
      if (this.#shown !== id) return;
      this.#article.setAttribute('aria-busy', 'false');
      fill(
        body,
        problem(error as ServerError, () => void this.show(id)),
      );
    }
  }

  /** Instead of a lead. */
  showInstead(view: HTMLElement): void {
    this.#shown = null;
    this.#beside.hidden = true;
    this.#replace([view]);
    this.#article.setAttribute('aria-busy', 'false');
  }

  /** The score of the lead that is looked at, once its verdict is saved; to be called again when it is. */
  async showScore(): Promise<void> {
    const { session, server, showScores, isSaved } = this.#terms;
    const id = this.#shown;
    const place = document.getElementById('score');
    if (id === null || place === null || place.hasChildNodes()) return;
    if (!showScores && (session.verdictOn(id) === null || !isSaved())) return;
    // A score is an extra: without it the lead can be judged all the same.
    const score = await server.score(id).catch(() => null);
    if (score !== null && this.#shown === id && place.isConnected) fill(place, scoreView(score));
  }

  /** Has details at hand before they are asked for. */
  prefetch(ids: readonly (number | null)[]): void {
    for (const id of ids) if (id !== null) this.#detailsOf(id).catch(() => {});
  }

  async #showIcp(id: number): Promise<void> {
    this.#beside.hidden = false;
    if (this.#wantedIcp === id) return;
    this.#wantedIcp = id;
    const { server } = this.#terms;
    const asked = this.#icps.get(id) ?? server.icp(id);
    this.#icps.set(id, asked);
    try {
      const icp = await asked;
      // Leads of another client may have been looked at meanwhile.
      if (this.#wantedIcp !== id) return;
      byId('icp-client').textContent = icp.clientName;
      fill(byId('icp'), icpView(icp));
    } catch (error) {
      this.#icps.delete(id);
      if (this.#wantedIcp !== id) return;
      this.#wantedIcp = null;
      fill(
        byId('icp'),
        problem(error as ServerError, () => void this.#showIcp(id)),
      );
    }
  }

  #detailsOf(id: number): Promise<ShownLead> {
    const known = this.#details.get(id);
    if (known !== undefined) return known;
    const asked = this.#terms.server.lead(id);
    this.#details.set(id, asked);
    asked.catch(() => this.#details.delete(id));
    for (const oldest of this.#details.keys()) {
      if (this.#details.size <= MOST_KEPT) break;
      this.#details.delete(oldest);
    }
    return asked;
  }

  /** Whoever read the lead before, or nothing in particular, is taken to the new one; whoever stands on a button stays there. */
  #replace(contents: readonly HTMLElement[]): void {
    const { activeElement } = document;
    const moves = activeElement === document.body || this.#article.contains(activeElement);
    fill(this.#article, contents);
    window.scrollTo({ top: 0 });
    if (moves && document.querySelector('dialog[open]') === null)
      byId('lead-name').focus({ preventScroll: true });
  }
}

function problem({ message, hint }: ServerError, again: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'main-action' }, 'Try again');
  button.addEventListener('click', again);
  return element(
    'div',
    { class: 'problem' },
    element('p', {}, element('strong', {}, message)),
    element('p', { class: 'quiet' }, hint),
    button,
  );
}
