/** The attributes of one element that say anything about lists of people; null where the element has none such. */
export interface Attributes {
  href: string | null;
  id: string | null;
  class: string | null;
  role: string | null;
  alt: string | null;
  name: string | null;
  action: string | null;
  autocomplete: string | null;
  ariaLabel: string | null;
  ariaSelected: string | null;
  dataAnonymize: string | null;
  dataViewName: string | null;
  dataChameleonResultUrn: string | null;
  dataXSearchResult: string | null;
  dataScrollIntoView: string | null;
  dataRowId: string | null;
  componentkey: string | null;
  shadowrootmode: string | null;
  srcdoc: string | null;
}

const WANTED_ATTRIBUTES = new Map<string, keyof Attributes>([
  ['href', 'href'],
  ['id', 'id'],
  ['class', 'class'],
  ['role', 'role'],
  ['alt', 'alt'],
  ['name', 'name'],
  ['action', 'action'],
  ['autocomplete', 'autocomplete'],
  ['aria-label', 'ariaLabel'],
  ['aria-selected', 'ariaSelected'],
  ['data-anonymize', 'dataAnonymize'],
  ['data-view-name', 'dataViewName'],
  ['data-chameleon-result-urn', 'dataChameleonResultUrn'],
  ['data-x-search-result', 'dataXSearchResult'],
  ['data-scroll-into-view', 'dataScrollIntoView'],
  ['data-row-id', 'dataRowId'],
  ['componentkey', 'componentkey'],
  ['shadowrootmode', 'shadowrootmode'],
  ['srcdoc', 'srcdoc'],
]);
export function newAttributes(): Attributes {
  return {
    href: null,
    id: null,
    class: null,
    role: null,
    alt: null,
    name: null,
    action: null,
    autocomplete: null,
    ariaLabel: null,
    ariaSelected: null,
    dataAnonymize: null,
    dataViewName: null,
    dataChameleonResultUrn: null,
    dataXSearchResult: null,
    dataScrollIntoView: null,
    dataRowId: null,
    componentkey: null,
    shadowrootmode: null,
    srcdoc: null,
  };
}

/** What an element without any such attribute has. */
export const NO_ATTRIBUTES: Attributes = Object.freeze(newAttributes());

/** Which field of Attributes the attribute of this name fills; null for one that says nothing. */
export function wantedAttribute(name: string): keyof Attributes | null {
  return WANTED_ATTRIBUTES.get(name.toLowerCase()) ?? null;
}
