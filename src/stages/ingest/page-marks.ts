import type { Attributes } from './attributes.ts';
import { ownCopy } from './own-copy.ts';

/** What LinkedIn's markup says about an element, for all generations of LINKEDIN.md §1. Class names count only where they are words. */

/** What the words of a `class` attribute say. */
export interface ClassFacts {
  readonly row: boolean;
  readonly viewer: boolean;
  readonly aside: boolean;
  /** The card over an organisation's or an event's lists. */
  readonly head: boolean;
  readonly screenReader: boolean;
  /** The window over a post that lists who reacted; it may be saved inside the post that it belongs to. */
  readonly reactions: boolean;
  /** Part of a page about an organisation. */
  readonly organisation: boolean;
  /** Stands in place of a list that has nobody in it. */
  readonly emptyList: boolean;
  readonly subtitle: boolean;
  /** Which field of a row the element holds. */
  readonly field: 'name' | 'headline' | 'other' | null;
}

const ROW =
  /(?:^|\s)(?:mn-connection-card|follows-recommendation-card|search-result__wrapper|entity-result|reusable-search__result-container|social-details-reactors-tab-body-list-item|member-analytics-addon-entity-list__item|org-people-profile-card__profile-card-spacing)(?:\s|$)/;
const VIEWER = /(?:^|\s)(?:global-nav|feed-identity-module|profile-rail-card|authentication-outlet__nav)/;
const ASIDE =
  /(?:^|\s)(?:msg-|pymk|mn-pymk|mn-invitation|invitation-card|discover-person-card|mn-discovery|discovery-templates|browsemap|pv-browsemap|scaffold-layout__(?:aside|sidebar)|right-rail|ad-banner|ads?-container|feed-shared-update|comments?-comment|entity-result__insights|search-result__social-proof|reusable-search-simple-insight|mn-connection-card__shared)/;
const SCREEN_READER = /(?:^|\s)(?:visually-hidden|a11y-text|sr-only|screen-reader-text)(?:\s|$)/;
const NAME = /(?:__name|actor-name|__title-text|lockup__title)(?:\s|$)/;
const HEADLINE =
  /(?:__occupation|__headline|primary-subtitle|subline-level-1|lockup__subtitle|lockup__caption)(?:\s|$)/;
const OTHER =
  /(?:secondary-subtitle|subline-level-2|time-badge|__subtext|__summary|insights?|badge-text|lockup__degree)(?:\s|$)/;

/** Rows repeat a few dozen class attributes thousands of times. */
const known = new Map<string, ClassFacts>();
const MAX_KNOWN = 5000;
const NO_CLASS = readClass('');

export function classFacts(className: string | null): ClassFacts {
  if (className === null) return NO_CLASS;
  let facts = known.get(className);
  if (facts === undefined) {
    facts = readClass(className.slice(0, 2000));
    if (known.size < MAX_KNOWN && className.length <= 1000) known.set(ownCopy(className), facts);
  }
  return facts;
}

function readClass(className: string): ClassFacts {
  return {
    row: ROW.test(className),
    viewer: VIEWER.test(className),
    aside: ASIDE.test(className),
    head: /(?:^|\s)[\w-]*top-?card(?:\s|$)/.test(className),
    screenReader: SCREEN_READER.test(className),
    reactions: /(?:^|\s)social-details-reactors/.test(className),
    organisation: /(?:^|\s)org-(?:people|top-card|organization|grid)/.test(className),
    emptyList: /(?:^|\s)artdeco-empty-state(?:\s|$)|no-results(?:\s|$)/.test(className),
    subtitle: className.includes('mn-network-manager__subtitle'),
    field: NAME.test(className)
      ? 'name'
      : HEADLINE.test(className)
        ? 'headline'
        : OTHER.test(className)
          ? 'other'
          : null,
  };
}

/** How sure it is that an element is one row of a list: by LinkedIn's own marks, or because it is a list item. */
export type RowMark = 'certain' | 'likely' | null;

const ROW_VIEWS = new Set(['search-entity-result-universal-template', 'people-search-result']);

/** Whether an element is a row: `certain` by LinkedIn's own marks, `likely` for any list item or table row. */
export function rowMark(name: string, attributes: Attributes, look: ClassFacts): RowMark {
  if (
    look.row ||
    attributes.dataChameleonResultUrn !== null ||
    attributes.dataXSearchResult === 'LEAD' ||
    attributes.dataScrollIntoView?.startsWith('urn:li:fs_salesProfile:') ||
    attributes.dataRowId?.startsWith('urn:li:fs_salesProfile:') ||
    attributes.componentkey?.startsWith('ConnectionCard_') ||
    (attributes.dataViewName !== null && ROW_VIEWS.has(attributes.dataViewName))
  ) {
    return 'certain';
  }
  return name === 'li' || name === 'tr' || attributes.role === 'listitem' ? 'likely' : null;
}

/**
 * Parts of a page that hold no list: `viewer` parts link to the account's owner, `aside` parts to anybody, `head` is what stands over a list
 * and describes it, `data` holds JSON, `silent` is never shown.
 */
export type Zone = 'viewer' | 'aside' | 'head' | 'silent' | 'data' | null;

const ELEMENT_ZONES = new Map<string, Zone>([
  ['nav', 'viewer'],
  ['aside', 'aside'],
  ['footer', 'aside'],
  ['header', 'head'],
  ['code', 'data'],
  ...['style', 'noscript', 'iframe', 'object', 'textarea', 'select'].map((name) => [name, 'silent'] as const),
]);
const ROLE_ZONES = new Map<string, Zone>([
  ['navigation', 'viewer'],
  ['banner', 'viewer'],
  ['complementary', 'aside'],
  ['contentinfo', 'aside'],
]);
const ASIDE_ID = /^(?:msg-|messaging|ember-pymk)/;
const ASIDE_VIEW =
  /pymk|people-you-may-know|cohort|people-also-viewed|browsemap|messaging|sponsored|advert|^feed-/i;

export function zoneOf(name: string, attributes: Attributes, look: ClassFacts): Zone {
  const { id, role, dataViewName } = attributes;
  if (name === 'script') return id === 'rehydrate-data' ? 'data' : 'silent';
  if (name === 'template' && attributes.shadowrootmode === null) return 'silent';
  if (look.viewer || id === 'global-nav') return 'viewer';
  const byRole = role === null ? undefined : ROLE_ZONES.get(role);
  const zone = byRole ?? ELEMENT_ZONES.get(name);
  if (zone !== undefined) return zone;
  if (look.head) return 'head';
  if (look.aside || (id !== null && ASIDE_ID.test(id))) return 'aside';
  return dataViewName !== null && ASIDE_VIEW.test(dataViewName) ? 'aside' : null;
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** 1–6; 7 for what is no heading. */
export function headingLevel(name: string, attributes: Attributes): number {
  if (HEADINGS.has(name)) return Number(name[1]);
  return attributes.role === 'heading' ? 2 : 7;
}

/** True for a window over the page. */
export function isDialog(name: string, { role }: Attributes): boolean {
  return name === 'dialog' || role === 'dialog' || role === 'alertdialog';
}
