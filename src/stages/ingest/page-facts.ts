import { type Attributes, NO_ATTRIBUTES } from './attributes.ts';
import type { ClassFacts } from './page-marks.ts';
import { statedTotal } from './stated-total.ts';
import { isOrganisationPage } from './suggestion-headings.ts';

/** What a page says about itself: which page it is, how long its list really is, whether one had to sign in. */
export interface PageFacts {
  readonly title: string;
  /** Address noted by the browser or SingleFile when it saved the page, or null. */
  readonly savedFrom: string | null;
  readonly selectedTab: string | null;
  readonly statedTotal: number | null;
  readonly saysFollowing: boolean;
  readonly isLinkedIn: boolean;
  /** It is a page of LinkedIn's application as it stands, not a print or a copy of a part. */
  readonly isApplication: boolean;
  /** A feed, a post or a profile: whatever people are on it, they are no list, unless a window over it shows one. */
  readonly isOtherPage: boolean;
  readonly isLoginWall: boolean;
  readonly saysEmpty: boolean;
}

const TEXT_LIMIT = 300;
const MAX_BARE_COUNT = 40;
const OTHER_ADDRESS =
  /linkedin\.com\/(?:feed\/?(?:[?#]|$)|feed\/update\/|posts\/|in\/[^/?#]+\/?(?:[?#]|$)|messaging\/|notifications\/)/;
const OTHER_TITLE =
  /^(?:\(\d+\+?\) )?(?:Feed|Fil d['’]actualité|Messaging|Notifications|フィード) \| LinkedIn$/iu;
const FOLLOWING_TAB =
  /^(?:following|siguiendo|seguidos|seguindo|abonnements|suivis|seguiti|volgend|gefolgt|folge ich|ich folge|följer|følger|obserwowan\p{L}*|takip edilen\p{L}*|подписки|フォロー中|أتابعهم|متابَعون|팔로잉|(?:已)?关注(?!者))(?!\p{L})/iu;
const FOLLOWING_LINE =
  /^(?:(?:you are|you['’]re) following|vous suivez|(?:sie|ich) folgen?|du folgst|sigues a|você (?:está )?segu|stai seguendo|u volgt|je volgt)(?!\p{L})|をフォロー中|^تتابع /iu;
const SIGN_IN_TITLE =
  /^(?:LinkedIn Login|Sign (?:in|up)|Log ?in|Join LinkedIn|Security Verification|LinkedIn: Log In)|(?:Anmelden|Einloggen|S['’]identifier|S['’]inscrire|Connexion|Inici(?:ar?|o de) sesión|Entrar|Iniciar sessão|Accedi|Inloggen|Вход|Войти|تسجيل الدخول|ログイン|サインイン|登录|登入|로그인)(?!\p{L})/iu;
const EMPTY =
  /^(?:you (?:don['’]t|do not) have any (?:followers|connections)|no (?:followers|connections|results|one)(?: found| yet)?|you (?:have no|haven['’]t got any) (?:followers|connections)|(?:noch )?keine (?:follower|kontakte|ergebnisse)|aucun (?:abonné|résultat)|aucune relation|no se han encontrado|no hay resultados|nenhum (?:seguidor|resultado)|nessun (?:follower|risultato|collegamento)|geen (?:volgers|resultaten))/iu;

/** Collects the facts while the page streams by; text is captured from headings, paragraphs and tabs outside rows only. */
export class PageFactsCollector {
  private title = '';
  private savedFrom: string | null = null;
  private selectedTab: string | null = null;
  private statedTotal: number | null = null;
  private totalIsCertain = false;
  /** By a tab or a bare text: believed when no heading says otherwise. */
  private totalAside: number | null = null;
  private saysFollowing = false;
  private isLinkedIn = false;
  private isApplication = false;
  private isLoginWall = false;
  private saysEmpty = false;
  private organisation = false;
  private capture: { kind: 'title' | 'tab' | 'subtitle' | 'text'; depth: number; text: string } | null = null;

  /** True once the page turned out to list an organisation's people. */
  get isOrganisationPage(): boolean {
    return this.organisation;
  }

  get wantsText(): boolean {
    return this.capture !== null;
  }

  /** A text that stands in no element which is read as a whole. */
  bareText(text: string): void {
    if (this.capture !== null || this.statedTotal !== null || text.length > MAX_BARE_COUNT) return;
    this.totalAside ??= statedTotal(text.trim(), 'elsewhere');
  }

  /** `depth` is the number of open elements, this one included; `isElsewhere` says that a text here is not about the list. */
  open(name: string, attributes: Attributes, look: ClassFacts, depth: number, isElsewhere: boolean): void {
    if (attributes !== NO_ATTRIBUTES) this.readMarks(name, attributes);
    if (look.organisation) this.organisation = true;
    if (isElsewhere || this.capture !== null) return;
    if (look.emptyList) this.saysEmpty = true;
    const isSelected = attributes.role === 'tab' && attributes.ariaSelected === 'true';
    if (isSelected && attributes.href !== null) this.noteAddress(attributes.href);
    const kind = look.subtitle
      ? 'subtitle'
      : isSelected
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
      this.organisation ||= isOrganisationPage(text, null);
    } else if (capture.kind === 'tab') {
      this.selectedTab ??= text;
      this.totalAside ??= statedTotal(text, 'tab');
    } else this.readCount(text, capture.kind === 'subtitle');
  }

  comment(text: string): void {
    const address =
      /saved from url=\(\d+\)(\S+)/.exec(text)?.[1] ??
      (text.includes('SingleFile') ? /^\s*url:\s*(\S+)/m.exec(text)?.[1] : undefined);
    if (address === undefined || this.savedFrom !== null) return;
    this.savedFrom = address;
    this.organisation ||= isOrganisationPage('', address);
    this.noteAddress(address);
    if (/^https?:\/\/(?:[a-z0-9-]+\.)*linkedin\.com(?:\/|$)/i.test(address)) this.isLinkedIn = true;
  }

  facts(): PageFacts {
    const url = this.savedFrom ?? '';
    return {
      title: this.title.replace(/^\(\d+\+?\)\s*/, ''),
      savedFrom: this.savedFrom,
      selectedTab: this.selectedTab,
      statedTotal: this.statedTotal ?? this.totalAside,
      saysFollowing: this.saysFollowing || FOLLOWING_TAB.test(this.selectedTab ?? ''),
      isLinkedIn: this.isLinkedIn || this.isApplication,
      isApplication: this.isApplication,
      isOtherPage: OTHER_ADDRESS.test(url) || OTHER_TITLE.test(this.title),
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
    if (
      name === 'input' &&
      (attributes.name === 'session_password' || attributes.autocomplete?.includes('current-password'))
    ) {
      this.isLoginWall = true;
    }
    if (dataViewName !== null || componentkey !== null) this.isApplication = true;
    if (id === 'global-nav' || id === 'rehydrate-data' || id?.startsWith('bpr-guid-'))
      this.isApplication = true;
  }

  private readCount(text: string, isSubtitle: boolean): void {
    if (EMPTY.test(text)) this.saysEmpty = true;
    if (FOLLOWING_LINE.test(text) && /\p{Nd}/u.test(text)) this.saysFollowing = true;
    if (this.totalIsCertain || (this.statedTotal !== null && !isSubtitle)) return;
    const total = statedTotal(text, isSubtitle ? 'caption' : 'text');
    if (total === null) return;
    this.statedTotal = total;
    this.totalIsCertain = isSubtitle;
  }

  private noteAddress(address: string): void {
    if (/\/people-follow\/following|\/feed\/following/.test(address)) this.saysFollowing = true;
  }
}
