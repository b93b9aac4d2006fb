import { type Attributes, NO_ATTRIBUTES } from './attributes.ts';
import type { ClassFacts } from './page-marks.ts';

/** What a page says about itself: which page it is, how long its list really is, whether one had to sign in. */
export interface PageFacts {
  readonly title: string;
  /** Address noted by the browser or SingleFile when it saved the page, or null. */
  readonly savedFrom: string | null;
  readonly selectedTab: string | null;
  readonly statedTotal: number | null;
  readonly saysFollowing: boolean;
  readonly isLinkedIn: boolean;
  readonly isLoginWall: boolean;
  readonly saysEmpty: boolean;
}

const TEXT_LIMIT = 300;
/** A number grouped in any country's way: 3,384 · 3.384 · 3 384 · 3'384 · 12,34,567. */
const NUMBER = String.raw`(\d{1,3}(?:[.,'’\u00a0\u202f\s]\d{2,3})*|\d+)(?![\d.,]*[KkMm]\b)`;
const THINGS =
  'people are following you|people follow you|people you follow|followers?|connections?|results?|reactions?|follower|kontakte|ergebnisse|personen|seguidores|contactos|resultados|personas|abonnés|relations|résultats|personnes|conexões|pessoas|collegamenti|risultati|persone|volgers|connecties|resultaten';
const TOTALS: readonly RegExp[] = [
  new RegExp(
    `^(?:about |showing |you have |ungefähr |env\\.? |cerca de |circa )?${NUMBER}\\s+(?:${THINGS})\\b`,
    'iu',
  ),
  new RegExp(`^(?:you are|you're) following ${NUMBER}\\b`, 'iu'),
];
const FOLLOWING_TAB =
  /^(?:following|siguiendo|seguindo|abonnements|seguiti|volgend|gefolgt|folge ich|ich folge)\b/iu;
const SIGN_IN_TITLE =
  /^(?:LinkedIn Login|Sign (?:in|up)|Log ?in|Join LinkedIn|Security Verification|LinkedIn: Log In)/iu;
const EMPTY =
  /^(?:you (?:don['’]t|do not) have any (?:followers|connections)|no (?:followers|connections|results)(?: found| yet)?|you (?:have no|haven['’]t got any) (?:followers|connections))/iu;

/** Collects the facts while the page streams by; text is captured from headings, paragraphs and tabs outside rows only. */
export class PageFactsCollector {
  private title = '';
  private savedFrom: string | null = null;
  private selectedTab: string | null = null;
  private statedTotal: number | null = null;
  private totalIsCertain = false;
  private saysFollowing = false;
  private isLinkedIn = false;
  private isLoginWall = false;
  private saysEmpty = false;
  private capture: { kind: 'title' | 'tab' | 'subtitle' | 'text'; depth: number; text: string } | null = null;

  get wantsText(): boolean {
    return this.capture !== null;
  }

  /** `depth` is the number of open elements, this one included. */
  open(name: string, attributes: Attributes, look: ClassFacts, depth: number, insideRow: boolean): void {
    if (attributes !== NO_ATTRIBUTES) this.readMarks(name, attributes);
    if (insideRow || this.capture !== null) return;
    const kind = look.subtitle
      ? 'subtitle'
      : attributes.role === 'tab' && attributes.ariaSelected === 'true'
        ? 'tab'
        : name === 'p' || name === 'h1' || name === 'h2' || name === 'h3'
          ? 'text'
          : name === 'title' && this.title === ''
            ? 'title'
            : null;
    if (kind !== null) this.capture = { kind, depth, text: '' };
  }

  text(text: string): void {
    if (this.capture !== null && this.capture.text.length < TEXT_LIMIT) this.capture.text += text;
  }

  close(depth: number): void {
    const { capture } = this;
    if (capture === null || capture.depth !== depth) return;
    this.capture = null;
    const text = capture.text.slice(0, TEXT_LIMIT).replace(/\s+/gu, ' ').trim();
    if (text === '') return;
    if (capture.kind === 'title') {
      this.title = text;
      if (/(?:^|[|·-]\s*)LinkedIn$/iu.test(text)) this.isLinkedIn = true;
    } else if (capture.kind === 'tab') this.selectedTab ??= text;
    else this.readCount(text, capture.kind === 'subtitle');
  }

  comment(text: string): void {
    const address =
      /saved from url=\(\d+\)(\S+)/.exec(text)?.[1] ??
      (text.includes('SingleFile') ? /^\s*url:\s*(\S+)/m.exec(text)?.[1] : undefined);
    if (address === undefined || this.savedFrom !== null) return;
    this.savedFrom = address;
    if (/^https?:\/\/(?:[a-z0-9-]+\.)*linkedin\.com(?:\/|$)/i.test(address)) this.isLinkedIn = true;
  }

  facts(): PageFacts {
    const url = this.savedFrom ?? '';
    return {
      title: this.title.replace(/^\(\d+\+?\)\s*/, ''),
      savedFrom: this.savedFrom,
      selectedTab: this.selectedTab,
      statedTotal: this.statedTotal,
      saysFollowing:
        this.saysFollowing ||
        /\/people-follow\/following|\/feed\/following/.test(url) ||
        FOLLOWING_TAB.test(this.selectedTab ?? ''),
      isLinkedIn: this.isLinkedIn,
      isLoginWall:
        this.isLoginWall ||
        SIGN_IN_TITLE.test(this.title) ||
        /linkedin\.com\/(?:authwall|login|uas\/login|checkpoint\/)/.test(url),
      saysEmpty: this.saysEmpty,
    };
  }

  private readMarks(name: string, attributes: Attributes): void {
    const { id, action, dataViewName, componentkey } = attributes;
    if (
      name === 'form' &&
      action !== null &&
      /login-submit|\/uas\/login|checkpoint\/(?:lg|rp|challenge)/.test(action)
    ) {
      this.isLoginWall = true;
    }
    if (name === 'input' && attributes.name === 'session_password') this.isLoginWall = true;
    if (dataViewName !== null || componentkey !== null) this.isLinkedIn = true;
    if (id === 'global-nav' || id === 'rehydrate-data' || id?.startsWith('bpr-guid-')) this.isLinkedIn = true;
  }

  private readCount(text: string, isSubtitle: boolean): void {
    if (EMPTY.test(text)) this.saysEmpty = true;
    if (/^(?:you are|you['’]re) following\b/iu.test(text)) this.saysFollowing = true;
    if (this.totalIsCertain || (this.statedTotal !== null && !isSubtitle)) return;
    const digits = isSubtitle
      ? new RegExp(NUMBER, 'u').exec(text)?.[1]
      : TOTALS.map((pattern) => pattern.exec(text)?.[1]).find((match) => match !== undefined);
    if (digits === undefined) return;
    const total = Number(digits.replace(/\D/g, ''));
    if (!Number.isSafeInteger(total)) return;
    this.statedTotal = total;
    this.totalIsCertain = isSubtitle;
  }
}
