import { type Attributes, NO_ATTRIBUTES } from './attributes.ts';
import { HIDDEN_ROW, isHiddenRow } from './hidden-row.ts';
import { refuseMoreSightings } from './input-limits.ts';
import { isAlike, isFlat, isListNow, isSameKind } from './list-evidence.ts';
import { looseRows } from './loose-rows.ts';
import { type ClassFacts, classFacts, isDialog, rowMark } from './page-marks.ts';
import {
  appended,
  isVacant,
  type Mention,
  mentionKey,
  newNode,
  type PageNode,
  type Part,
} from './page-node.ts';
import { type PageRow, type RowTier, readPageRow, type WithheldRow } from './page-row.ts';
import { type Reference, referenceOf } from './profile-reference.ts';
import { evidence, isOneRemainder, isOneRow, mainKey, mentionsOf } from './row-evidence.ts';
import { isSubordinate } from './subordinate-row.ts';

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
  readonly withheld: WithheldRow[] = [];
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

  /** Begins an element. `outside` says that people linked here are on no list: LinkedIn's suggestions, or the head over a list. */
  open(
    name: string,
    attributes: Attributes,
    look: ClassFacts,
    outside: 'suggestions' | 'head' | null,
  ): PageNode {
    const node = newNode(name, attributes, look, outside === 'head' ? null : rowMark(name, attributes, look));
    this.stack.push(node);
    if (node.mark !== null) this.openRows.push(node);
    if (isDialog(name, attributes)) this.dialogDepth++;
    if (name === 'a' && attributes.href !== null) this.link(node, attributes.href, outside);
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
    if (this.openLinks.at(-1)?.anchor === node) {
      const link = this.openLinks.pop()!;
      // A link that shows no text shows a picture, if only as a background.
      if (!link.hasText) link.hasPhoto = true;
    }
    if (isDialog(node.name, node.attributes)) this.dialogDepth--;
    if (node.mark !== null) this.openRows.pop();
    if (node.openRow !== null) this.endList(node);
    if (node.mark === 'likely' && !this.insideRow && isHiddenRow(node)) parent.hiddenRows++;
    else if (node.hiddenRows > 0) this.endHiddenRows(node, parent);

    if (node.mark !== null && (node.mark === 'certain' || node.mentions.length > 0)) {
      if (node.decided) {
        parent.decided = true;
        return;
      }
      if (!isSubordinate(node, this.openRows, this.stack) && (node.mark === 'certain' || isOneRow(node))) {
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
    this.endHiddenRows(root, root);
    const [first] = evidence(root.mentions).values();
    if (first?.hasPhoto) this.takeRow(root.children, 'remainder');
    if (!isOneRemainder(root.mentions)) for (const row of looseRows(root)) this.takeRow(row, 'loose');
  }

  private link(node: PageNode, href: string, outside: 'suggestions' | 'head' | null): void {
    // A row links to its person twice or more in a row.
    const reference = href === this.lastHref ? this.lastReference : referenceOf(href);
    this.lastHref = href;
    this.lastReference = reference;
    if (reference === null) {
      if (/(?:recipient|profileUrn|vanityName)=/.test(href)) node.ties = appended(node.ties, href);
      return;
    }
    if (outside !== null) {
      if (outside === 'head') return;
      for (const open of this.stack) if (open.suggestionsFollow) open.sawSuggested = true;
      return;
    }
    const hasPhoto = OWN_LINK_VIEW.test(node.attributes.dataViewName ?? '');
    const mention: Mention = { reference, anchor: node, hasPhoto, hasText: false };
    node.mentions = appended(node.mentions, mention);
    this.openLinks.push(mention);
  }

  private attach(parent: PageNode, node: PageNode): void {
    if (isVacant(node)) return;
    if (node.weight > (node.mentions.length > 0 ? MAX_WEIGHT : IDLE_WEIGHT)) node.children = [];
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
    if (before.length > 0 && this.becomesList(parent, before, node)) {
      const children = parent.children;
      parent.children = [];
      parent.mentions = [];
      parent.ties = [];
      parent.openRow = [];
      parent.rowModel = node;
      for (const child of children) this.appendToList(parent, child);
    } else if (parent.mentions.length > MAX_LOOSE_MENTIONS) {
      // The lines below the last one are still to come.
      const isLast = node.mentions.length < MAX_LOOSE_MENTIONS;
      const rows = looseRows(parent);
      for (const row of isLast ? rows.slice(0, -node.mentions.length) : rows) this.takeRow(row, 'loose');
      parent.mentions = isLast ? node.mentions : [];
      parent.children = isLast ? [node] : [];
    }
  }

  private becomesList(parent: PageNode, before: readonly Mention[], node: PageNode): boolean {
    if (this.openRows.some((row) => row.mark === 'certain')) return false;
    return isListNow(parent, before, node, this.openRows.length > 0);
  }

  private appendToList(list: PageNode, part: Part): void {
    const row = list.openRow!;
    const start = row[0];
    if (typeof part === 'string' || part.mentions.length === 0) {
      if (start !== undefined && isFlat(start) && row.length < 40) row.push(part);
      return;
    }
    const rowKey = start === undefined ? null : mainKey(mentionsOf(row));
    if (mainKey(part.mentions) === rowKey || mentionKey(part.mentions[0]!) === rowKey) {
      if (row.length < 40) row.push(part);
    } else if (
      part.mentions.some((mention) => mention.hasPhoto) ||
      (start !== undefined && typeof start === 'object' && isSameKind(part, start)) ||
      (list.rowModel !== null && isAlike(part, list.rowModel))
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

  /** "LinkedIn Member" without a link is somebody only where others of the list are; a wrapper may be around each of them. */
  private endHiddenRows(node: PageNode, parent: PageNode): void {
    if (node.decided) for (let i = 0; i < node.hiddenRows; i++) this.withheld.push(HIDDEN_ROW);
    else if (node.children.length === 1 && node.name === 'div') parent.hiddenRows += node.hiddenRows;
  }

  private takeRow(parts: readonly Part[], tier: RowTier): void {
    const row = readPageRow(parts, tier, this.dialogDepth > 0);
    if (row === null) return;
    refuseMoreSightings(this.rows.length + this.withheld.length);
    if (row.kind === 'person') this.rows.push(row);
    else this.withheld.push(row);
  }
}
