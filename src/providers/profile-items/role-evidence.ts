import { foldForMatching } from '../../support/text.ts';
import { damageOf, isTitleLike } from './item-damage.ts';
import type { DraftProfile, DraftRole } from './profile-draft.ts';

/** A headline read as "title at company", or its first part where it names no company. */
interface Headline {
  readonly title: string;
  readonly company: string | null;
}

const sound = (text: string | null): text is string => text !== null && damageOf(text) === null;

/** What the rest of an item says about who employs the person as what: the support that a repair needs. */
export class RoleEvidence {
  readonly #current: DraftProfile['current'];
  readonly #roles: readonly DraftRole[];
  readonly #headline: Headline | null;
  readonly #folded = new Map<string, string>();

  /** `roles` may be repaired while the evidence is in use: what was repaired then supports the rest. */
  constructor(draft: DraftProfile, roles: readonly DraftRole[]) {
    this.#current = draft.current;
    this.#roles = roles;
    this.#headline = readHeadline(draft.headline);
  }

  same(a: string | null, b: string | null): boolean {
    return a !== null && b !== null && (a === b || this.#fold(a) === this.#fold(b));
  }

  /** The text is named as a company elsewhere: by the item's summary, the headline, a role, or a company's own key. */
  isKnownCompany(text: string): boolean {
    const summary = sound(this.#current.company) ? this.#current.company : null;
    return (
      this.#sameCompany(summary, text) ||
      this.#sameCompany(this.#headline?.company ?? null, text) ||
      this.#roles.some(
        (role) =>
          (sound(role.company) && role.title !== text && this.#sameCompany(role.company, text)) ||
          this.#slugMatches(role.companySlug, text),
      )
    );
  }

  isKnownTitle(text: string): boolean {
    return this.same(this.#current.title, text) || this.same(this.#headline?.title ?? null, text);
  }

  /** The role's company is confirmed by something that does not merely repeat the role. */
  confirmsCompany({ company, companySlug }: DraftRole): boolean {
    return (
      company !== null &&
      (this.#slugMatches(companySlug, company) || this.#sameCompany(this.#headline?.company ?? null, company))
    );
  }

  /**
   * Whether title and company stand in each other's place. The item's summary follows the first position, so its agreement proves nothing and
   * only its contradiction counts. How the words look decides nothing alone, but makes a pair `unclear`.
   */
  judgePair(role: DraftRole): 'swapped' | 'unclear' | 'sound' {
    const { title, company } = role;
    if (title === null || company === null) return 'sound';
    const votes =
      2 * Number(this.#slugMatches(role.companySlug, title)) -
      2 * Number(this.#slugMatches(role.companySlug, company)) +
      this.#headlineVotes(title, company) +
      Number(sound(this.#current.company) && this.same(this.#current.company, title)) +
      Number(sound(this.#current.title) && this.same(this.#current.title, company)) +
      this.#neighbourVotes(role, title, company);
    const looks = Number(isTitleLike(company)) - Number(isTitleLike(title));
    if (votes >= 1 && votes + looks >= 2) return 'swapped';
    return votes >= 0 && looks > 0 ? 'unclear' : 'sound';
  }

  #headlineVotes(title: string, company: string): number {
    if (this.#headline === null) return 0;
    const { title: job, company: employer } = this.#headline;
    return (
      Number(this.same(job, company)) -
      Number(this.same(job, title)) +
      Number(this.#sameCompany(employer, title)) -
      Number(this.#sameCompany(employer, company))
    );
  }

  #neighbourVotes(role: DraftRole, title: string, company: string): number {
    const others = this.#roles.filter((other) => other !== role && sound(other.company));
    return (
      Number(others.some((other) => this.same(other.company, title))) -
      Number(others.some((other) => other.title !== title && this.same(other.company, company)))
    );
  }

  /** The company of a role that names none, from its neighbours, the item's summary, the headline, or the company's own key. */
  companyFor(role: DraftRole): string | null {
    const { companyKey, companySlug } = role;
    const neighbour = this.#roles.find(
      (other) =>
        other !== role &&
        sound(other.company) &&
        ((companyKey !== null && other.companyKey === companyKey) ||
          (companySlug !== null && other.companySlug === companySlug)),
    );
    if (neighbour !== undefined) return neighbour.company;
    const { company: summary, companySlug: summarySlug, title: summaryTitle } = this.#current;
    const name = sound(summary) && !isTitleLike(summary) ? summary : null;
    if (name !== null && companySlug !== null) {
      if (companySlug === summarySlug || this.#slugMatches(companySlug, name)) return name;
    }
    if (this.#isTheCurrentOne(role) && (companySlug === null || summarySlug === null)) {
      const isSameJob = role.title === null || summaryTitle === null || this.same(role.title, summaryTitle);
      if (name !== null && isSameJob) return name;
      if (this.#headline?.company && this.same(role.title, this.#headline.title))
        return this.#headline.company;
    }
    return nameOfSlug(companySlug);
  }

  /** The title of a role that names none, from the item's summary or the headline, when they speak of the same company. */
  titleFor(role: DraftRole): string | null {
    if (role.company === null || !this.#isTheCurrentOne(role)) return null;
    const { company, title } = this.#current;
    if (sound(title) && this.#sameCompany(company, role.company) && !this.#sameCompany(title, role.company)) {
      return title;
    }
    return this.#headline !== null && this.#sameCompany(this.#headline.company, role.company)
      ? this.#headline.title
      : null;
  }

  /** Summary and headline speak of the first role that is not over. */
  #isTheCurrentOne(role: DraftRole): boolean {
    const isOver = ({ period }: DraftRole) => period.end !== null || period.current === false;
    return this.#roles.find((other) => !isOver(other)) === role;
  }

  /** "Nordlicht" and "Nordlicht Systems" name one company; two letters do not make a name. */
  #sameCompany(a: string | null, b: string): boolean {
    if (a === null) return false;
    if (a === b) return true;
    const [left, right] = [this.#fold(a), this.#fold(b)];
    const [short, long] = left.length < right.length ? [left, right] : [right, left];
    return short !== '' && (short === long || (short.length >= 3 && long.startsWith(`${short} `)));
  }

  #slugMatches(slug: string | null, text: string): boolean {
    if (slug === null || /^\d+$/.test(slug)) return false;
    const [left, right] = [slug, text].map((name) => this.#fold(name).replaceAll(' ', '')) as [
      string,
      string,
    ];
    const [short, long] = left.length < right.length ? [left, right] : [right, left];
    return short === long || (short.length >= 4 && long.startsWith(short));
  }

  #fold(text: string): string {
    let folded = this.#folded.get(text);
    if (folded === undefined) {
      folded = foldForMatching(text);
      this.#folded.set(text, folded);
    }
    return folded;
  }
}

/** `VP Sales at Nordlicht | SaaS` → title and company; `VP Sales | SaaS` → title alone. */
function readHeadline(headline: string | null): Headline | null {
  const first = headline?.split(/\s*[|·•]\s*|\s+[–—-]\s+/u)[0]?.trim();
  if (first === undefined || first === '') return null;
  const at = /^(.{2,200}?)\s*(?:\bat\b|@|\bbei\b|\bchez\b)\s*(.{2,200})$/iu.exec(first);
  return at?.[1] !== undefined && at[2] !== undefined
    ? { title: at[1].trim(), company: at[2].trim() }
    : { title: first, company: null };
}

/** "nordlicht-systems" → "Nordlicht Systems": LinkedIn's own name of the company, in want of its spelling. */
function nameOfSlug(slug: string | null): string | null {
  if (slug === null || !/^[a-z][a-z0-9-]{2,60}$/.test(slug)) return null;
  return slug
    .split('-')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
