const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const VOID = words(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr',
);
const TABLE = words('table template');
const LIST = words('ul ol menu dir table template section article main');
/** Which open elements a start tag ends, and at which ancestors the search for them stops (HTML standard, 13.2.6.4). */
const IMPLIED_END = new Map<string, { ends: ReadonlySet<string>; within: ReadonlySet<string> }>([
  ['li', { ends: words('li'), within: LIST }],
  ['dd', { ends: words('dd dt'), within: words('dl ul ol table template section article main') }],
  ['dt', { ends: words('dd dt'), within: words('dl ul ol table template section article main') }],
  ['tr', { ends: words('tr'), within: TABLE }],
  ['td', { ends: words('td th'), within: words('tr table template') }],
  ['th', { ends: words('td th'), within: words('tr table template') }],
  ['tbody', { ends: words('tbody thead'), within: TABLE }],
  ['option', { ends: words('option'), within: words('select') }],
]);
/** A start tag of these ends a paragraph that is the current element. Saved pages are serialised, so no deeper one is meant. */
const ENDS_PARAGRAPH = words(
  'p div ul ol dl li section article aside header footer main nav table form h1 h2 h3 h4 h5 h6 hr pre figure',
);
/** End tags of inline elements do not reach past the hard ones. */
const INLINE = words('a span p b i u em strong small font label time mark sup sub button');
const HARD = words('li ul ol dl table tr td th section article main aside nav header footer form body');

/** All that the tree rules ask about an element name, looked up once per tag. */
export interface ElementKind {
  readonly name: string;
  readonly isVoid: boolean;
  readonly endsParagraph: boolean;
  readonly endsForeign: boolean;
  readonly isForeign: boolean;
  readonly isInline: boolean;
  readonly isHard: boolean;
  readonly impliedEnd: { ends: ReadonlySet<string>; within: ReadonlySet<string> } | null;
  /** How many of these are open now. */
  openCount: number;
}

export function elementKind(name: string): ElementKind {
  return {
    name,
    isVoid: VOID.has(name),
    endsParagraph: ENDS_PARAGRAPH.has(name),
    endsForeign: ENDS_PARAGRAPH.has(name) || name === 'span' || name === 'img',
    isForeign: name === 'svg' || name === 'math',
    isInline: INLINE.has(name),
    isHard: HARD.has(name),
    impliedEnd: IMPLIED_END.get(name) ?? null,
    openCount: 0,
  };
}
