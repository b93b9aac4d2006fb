import type { Attributes } from './attributes.ts';
import type { ClassFacts, RowMark } from './page-marks.ts';
import type { Reference } from './profile-reference.ts';

/** A link of the page that points at a person, a withheld person or an organisation. */
export interface Mention {
  readonly reference: Reference;
  readonly anchor: PageNode;
  /** The link holds a picture or is marked as a row's own; it shows text. Somebody merely mentioned has no picture. */
  hasPhoto: boolean;
  hasText: boolean;
}

/** An element that may still turn out to be part of a row. Its text is kept only as long as that is open. */
export interface PageNode {
  readonly name: string;
  readonly attributes: Attributes;
  readonly look: ClassFacts;
  readonly mark: RowMark;
  children: readonly Part[];
  /** Undecided links of the subtree, in document order. */
  mentions: readonly Mention[];
  /** Undecided further ids that the subtree's attributes give away: `componentkey`, message and invitation links. */
  ties: readonly string[];
  /** Nodes and texts kept in the subtree. */
  weight: number;
  /** Rows were already taken out of the subtree. */
  decided: boolean;
  /** Rows among the children that show "LinkedIn Member" and link to nobody. */
  hiddenRows: number;
  /** Set once the children turn out to be the rows of a list: the row being put together. */
  openRow: Part[] | null;
  /** One of those rows, which others may be compared with. */
  rowModel: PageNode | null;
  /** What follows stands under a heading such as "People you may know". */
  suggestionsFollow: boolean;
  /** Such people were met. */
  sawSuggested: boolean;
}

export type Part = PageNode | string;

/** What most elements have: shared, since a page has a million of them. */
const NONE: readonly never[] = [];

export function newNode(name: string, attributes: Attributes, look: ClassFacts, mark: RowMark): PageNode {
  return {
    name,
    attributes,
    look,
    mark,
    children: NONE,
    mentions: NONE,
    ties: NONE,
    weight: 1,
    decided: false,
    hiddenRows: 0,
    openRow: null,
    rowModel: null,
    suggestionsFollow: false,
    sawSuggested: false,
  };
}

/** The list with one more; `list` is changed in place when it is a node's own. */
export function appended<Item>(list: readonly Item[], item: Item): readonly Item[] {
  if (list === NONE) return [item];
  (list as Item[]).push(item);
  return list;
}

/** Forgets the texts of a subtree. */
export function emptied(node: PageNode): void {
  node.children = NONE;
  node.weight = 1;
}

/** True for an element that says nothing: no text, link, description or mark in it. */
export function isVacant(node: PageNode): boolean {
  return (
    node.children === NONE &&
    node.mentions === NONE &&
    node.ties === NONE &&
    !node.decided &&
    node.attributes.alt === null &&
    node.attributes.ariaLabel === null &&
    node.name !== 'br'
  );
}

/** Ids are one person's when they share one; compared as text. */
export function mentionKey(mention: Mention): string {
  const { reference } = mention;
  if (reference.kind !== 'person') return reference.kind;
  return reference.person.memberUrn ?? `in:${reference.person.publicIdentifier}`;
}
