import { type Attributes, NO_ATTRIBUTES } from './attributes.ts';
import { refuseMoreSightings } from './input-limits.ts';
import { type ClassFacts, classFacts, rowMark } from './page-marks.ts';
import {
  appended,
  isVacant,
  type Mention,
  mentionKey,
  newNode,
  type PageNode,
  type Part,
} from './page-node.ts';
import { numberOfUrn, type Reference, referenceOf } from './profile-reference.ts';
import type { Sighting } from './recogniser.ts';
import { type Evidence, evidence, isOneRemainder, isOneRow, mainKey, mentionsOf } from './row-evidence.ts';
import { rowFields } from './row-fields.ts';
import { numberOfMention, tiedId, tiedVanity } from './row-ties.ts';

/** How a person was found, surest first: a row by LinkedIn's own marks, a row by structure, a mere link. */
export type RowTier = 'certain' | 'structural' | 'loose';

export interface PageRow {
  readonly sighting: Sighting;
  readonly tier: RowTier;
  readonly inDialog: boolean;
}

/** A subtree that is larger than this and names nobody is no part of a row. */
const IDLE_WEIGHT = 300;
const MAX_WEIGHT = 20_000;
const MAX_LOOSE_MENTIONS = 200;
const MAX_TIES = 20;
/** `data-view-name` of the links that lead to a row's own person in the React pages. */
const OWN_LINK_VIEW = /lockup-title|connections-profile/;

/**
 * Finds the rows of people while the page streams by. A row is decided as soon as its element closes, and forgotten with it: an
 * element that LinkedIn marks as a row, a list item, or, where nothing is marked, one of several siblings that each link to a different
 * person with a picture. The row's first link says whose row it is; further people in it are only mentioned (mutual connections).
 */
export class PageLists {
  readonly rows: PageRow[] = [];
  /** Rows of people who cannot be opened, or of nobody. */
  skipped = 0;
  private readonly stack: PageNode[] = [newNode('#root', NO_ATTRIBUTES, classFacts(null), null)];
  private readonly openRows: PageNode[] = [];
  private readonly openLinks: Mention[] = [];
  private dialogDepth = 0;
  private lastHref = '';
  private lastReference: Reference | null = null;

  get current(): PageNode {
    return this.stack.at(-1)!;
  }

  get insideRow(): boolean {
    return this.openRows.length > 0;
  }

  get insideLink(): boolean {
    return this.openLinks.length > 0;
  }

  /** Begins an element. `suggested` says that people linked here are LinkedIn's suggestions, which are nobody's followers. */
  open(name: string, attributes: Attributes, look: ClassFacts, suggested: boolean): PageNode {
    const node = newNode(name, attributes, look, rowMark(name, attributes, look));
    this.stack.push(node);
    if (node.mark !== null) this.openRows.push(node);
    if (isDialog(attributes)) this.dialogDepth++;
    if (name === 'a' && attributes.href !== null) this.link(node, attributes.href, suggested);
    else if (name === 'img' || name === 'svg' || name === 'figure') {
      const link = this.openLinks.at(-1);
      if (link !== undefined) link.hasPhoto = true;
    }
    const key = attributes.componentkey;
    if (key !== null && /ACo|urn:li:member:/.test(key)) node.ties = appended(node.ties, key);
    return node;
  }

  text(text: string, shown: boolean): void {
    const node = this.current;
    if (node.openRow !== null) {
      this.appendToList(node, text);
      return;
    }
    if (text.trim() === '') {
      if (node.children.length > 0) node.children = appended(node.children, ' ');
      return;
    }
    if (node.weight >= MAX_WEIGHT) {
      node.children = [];
      node.weight = 1;
    }
    node.children = appended(node.children, text);
    node.weight++;
    if (shown && this.openLinks.length > 0) this.openLinks.at(-1)!.hasText = true;
  }

  close(): void {
    const node = this.stack.pop()!;
    const parent = this.current;
    if (this.openLinks.at(-1)?.anchor === node) this.openLinks.pop();
    if (isDialog(node.attributes)) this.dialogDepth--;
    if (node.mark !== null) this.openRows.pop();
    if (node.openRow !== null) this.endList(node);

    if (node.mark !== null && (node.mark === 'certain' || node.mentions.length > 0)) {
      if (node.decided) {
        parent.decided = true;
        return;
      }
      if (!this.isSubordinate(node) && (node.mark === 'certain' || isOneRow(node))) {
        this.takeRow([node], node.mark === 'certain' ? 'certain' : 'structural');
        parent.decided = true;
        return;
      }
    }
    this.attach(parent, node);
  }

  /** To be called once, after the last `close`. */
  end(): void {
    const root = this.current;
    if (root.openRow !== null) this.endList(root);
    if (isOneRemainder(root.mentions)) this.takeRow(root.children, 'structural');
    else for (const mention of root.mentions) this.takeRow([mention.anchor], 'loose');
  }

  private link(node: PageNode, href: string, suggested: boolean): void {
    // A row links to its person twice or more in a row.
    const reference = href === this.lastHref ? this.lastReference : referenceOf(href);
    this.lastHref = href;
    this.lastReference = reference;
    if (reference === null) {
      if (/(?:recipient|profileUrn|vanityName)=/.test(href)) node.ties = appended(node.ties, href);
      return;
    }
    if (suggested) {
      for (const open of this.stack) if (open.suggestionsFollow) open.sawSuggested = true;
      return;
    }
    const hasPhoto = OWN_LINK_VIEW.test(node.attributes.dataViewName ?? '');
    const mention: Mention = { reference, anchor: node, hasPhoto, hasText: false };
    node.mentions = appended(node.mentions, mention);
    this.openLinks.push(mention);
  }

  /** True when an enclosing row already has its person, so that this one is only mentioned there. */
  private isSubordinate(node: PageNode): boolean {
    const own = [...evidence(node.mentions).values()][0];
    const isFull = own?.hasPhoto && own.hasText;
    for (const row of this.openRows) {
      if (row.mark === 'likely' && (node.mark === 'certain' || isFull)) continue;
      if (this.stack.slice(this.stack.indexOf(row)).some((open) => open.mentions.length > 0)) return true;
    }
    return (
      node.mark === 'likely' &&
      own?.hasPhoto !== true &&
      this.stack.some((open) => open.openRow === null && open.mentions.some((mention) => mention.hasPhoto))
    );
  }

  private attach(parent: PageNode, node: PageNode): void {
    if (isVacant(node)) return;
    if (node.weight > (node.mentions.some((mention) => mention.hasPhoto) ? MAX_WEIGHT : IDLE_WEIGHT))
      node.children = [];
    if (node.decided) {
      parent.decided = true;
      // What is left around rows that were taken out belongs to no other row.
      if (node.mentions.length === 0) return;
    }
    if (parent.openRow !== null) {
      this.appendToList(parent, node);
      return;
    }

    parent.weight += node.children.length === 0 ? 1 : node.weight;
    if (parent.weight > MAX_WEIGHT) {
      parent.children = [];
      parent.weight = 1;
    }
    parent.children = appended(parent.children, node);
    for (const tie of node.ties) if (parent.ties.length < MAX_TIES) parent.ties = appended(parent.ties, tie);
    if (node.mentions.length === 0) return;
    const before = parent.mentions;
    parent.mentions = before.length === 0 ? node.mentions : before.concat(node.mentions);
    if (before.length > 0 && this.becomesList(before, node.mentions)) {
      const children = parent.children;
      parent.children = [];
      parent.mentions = [];
      parent.ties = [];
      parent.openRow = [];
      for (const child of children) this.appendToList(parent, child);
    } else if (parent.mentions.length > MAX_LOOSE_MENTIONS) {
      for (const mention of parent.mentions) this.takeRow([mention.anchor], 'loose');
      parent.mentions = [];
      parent.children = [];
    }
  }

  private becomesList(before: readonly Mention[], added: readonly Mention[]): boolean {
    if (this.openRows.some((row) => row.mark === 'certain')) return false;
    const strict = this.openRows.length > 0;
    if (!added.some((mention) => mention.hasPhoto)) return false;
    if (added.length === 1 && mentionKey(added[0]!) === mentionKey(before[0]!)) return false;
    const own = ([, seen]: [string, Evidence]) => seen.hasPhoto && (!strict || seen.hasText);
    const first = [...evidence(before)].find(own);
    return first !== undefined && [...evidence(added)].some((entry) => own(entry) && entry[0] !== first[0]);
  }

  private appendToList(list: PageNode, part: Part): void {
    const row = list.openRow!;
    const start = row[0];
    if (typeof part === 'string' || part.mentions.length === 0) {
      if (start !== undefined && isFlat(start) && row.length < 40) row.push(part);
      return;
    }
    const key = mainKey(part.mentions);
    const rowKey = start === undefined ? null : mainKey(mentionsOf(row));
    if (key === rowKey) {
      if (row.length < 40) row.push(part);
    } else if (
      part.mentions.some((mention) => mention.hasPhoto) ||
      (start !== undefined && typeof start === 'object' && isAlike(part, start))
    ) {
      this.endList(list);
      list.openRow = [part];
    } else {
      for (const mention of part.mentions) this.takeRow([mention.anchor], 'loose');
    }
  }

  private endList(list: PageNode): void {
    if (list.openRow!.length > 0) this.takeRow(list.openRow!, 'structural');
    list.openRow = [];
    list.decided = true;
  }

  private takeRow(parts: readonly Part[], tier: RowTier): void {
    const mentions = mentionsOf(parts);
    const certain = parts.find(
      (part): part is PageNode => typeof part === 'object' && part.mark === 'certain',
    );
    const marked = certain?.attributes.dataChameleonResultUrn ?? null;
    if (marked !== null && !marked.startsWith('urn:li:member:')) return;
    const number = marked === null ? null : numberOfUrn(marked);
    const main =
      mentions.find((mention) => number !== null && numberOfMention(mention) === number) ?? mentions[0];
    if (main === undefined) {
      if (certain !== undefined && hasText(certain)) this.skipped++;
      return;
    }
    if (main.reference.kind === 'withheld' && tier !== 'loose') this.skipped++;
    if (main.reference.kind !== 'person') return;

    const key = mentionKey(main);
    const anchors = new Set<PageNode>();
    let { memberUrn, publicIdentifier } = main.reference.person;
    for (const mention of mentions) {
      if (mention.reference.kind !== 'person' || (mention !== main && mentionKey(mention) !== key)) continue;
      anchors.add(mention.anchor);
      memberUrn ??= mention.reference.person.memberUrn;
      publicIdentifier ??= mention.reference.person.publicIdentifier;
    }
    const ties = parts.flatMap((part) => (typeof part === 'string' ? [] : part.ties));
    memberUrn ??= tiedId(ties, number);
    publicIdentifier ??= tiedVanity(ties);
    const memberNumber = number ?? main.reference.memberNumber;
    const { name, headline } = rowFields(parts, anchors);
    refuseMoreSightings(this.rows.length);
    this.rows.push({
      sighting: { memberUrn, publicIdentifier, memberNumber, name, headline },
      tier,
      inDialog: this.dialogDepth > 0,
    });
  }
}

/** The person's link or name itself, without an element around the whole row: the row's other texts are its siblings. */
function isFlat(part: Part): boolean {
  return typeof part === 'object' && /^(?:a|b|strong|span|img|p|dt|h[1-6]|td)$/.test(part.name);
}

function isAlike(one: PageNode, other: PageNode): boolean {
  return one.name === other.name && one.attributes.class === other.attributes.class;
}

function hasText(part: Part): boolean {
  return typeof part === 'string' ? /\S/u.test(part) : part.children.some(hasText);
}

function isDialog(attributes: Attributes): boolean {
  return attributes.role === 'dialog' || attributes.role === 'alertdialog';
}
