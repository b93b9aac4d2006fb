import type { PersonIdentity } from '../../domain/person.ts';
import type { Attributes } from './attributes.ts';
import { type HtmlSink, scanHtml } from './html-scanner.ts';
import { type PageFacts, PageFactsCollector } from './page-facts.ts';
import { PageLists } from './page-lists.ts';
import { classFacts, headingLevel, type Zone, zoneOf } from './page-marks.ts';
import { emptied, type PageNode } from './page-node.ts';
import type { PageRow, WithheldRow } from './page-row.ts';
import { profileLinksIn } from './profile-links.ts';
import { referenceOf } from './profile-reference.ts';
import { isAdvertMark } from './row-furniture.ts';
import { isSuggestionHeading } from './suggestion-headings.ts';

/** Data that a page carries for its own scripts. */
export interface DataBlock {
  readonly kind: 'json' | 'flight';
  /** The `id` of its element: the block after it says which request it answers, and names it so. */
  readonly id: string;
  readonly text: string;
}

export interface PageScan {
  readonly facts: PageFacts;
  readonly rows: readonly PageRow[];
  /** Rows of people who cannot be opened. */
  readonly withheld: readonly WithheldRow[];
  /** People whom the page's navigation links to: the account that was signed in. */
  readonly viewers: readonly PersonIdentity[];
  /** Profile addresses written out in the page's text. */
  readonly written: readonly PersonIdentity[];
  /** Pages inside the page, which SingleFile writes into their frames; only those that may hold people. */
  readonly frames: readonly string[];
}

const MAX_DATA_CHARACTERS = 20_000_000;
const MAX_ALL_DATA_CHARACTERS = 100_000_000;
const MAX_WRITTEN = 200_000;
const MAX_FRAMES = 20;
const FRAME_WITH_PEOPLE = /\/in\/|id=.?(?:bpr-guid-|rehydrate-data)/;
const SECTION = new Set(['section', 'article', 'main', 'body']);

/** Reads a page in one pass. `onData` gets each data block as it ends, so that no two are held at once. */
export function scanPage(pieces: Iterable<string>, onData: (block: DataBlock) => void): PageScan {
  const sink = new PageSink(onData);
  scanHtml(pieces, sink);
  return sink.finish();
}

class PageSink implements HtmlSink {
  private readonly onData: (block: DataBlock) => void;
  private readonly facts = new PageFactsCollector();
  private readonly lists = new PageLists();
  private readonly viewers: PersonIdentity[] = [];
  private readonly written: PersonIdentity[] = [];
  private readonly frames: string[] = [];
  /** One entry per open element: its node, or null inside zones that hold no list. */
  private readonly nodes: (PageNode | null)[] = [];
  private zone: Zone = null;
  /** For each open element, the zone around it. */
  private readonly zones: Zone[] = [];
  private screenReaderDepth = 0;
  private suggestionDepth = 0;
  private suggestionLevel = 7;
  private data: {
    kind: 'json' | 'flight';
    id: string;
    depth: number;
    length: number;
    parts: string[];
  } | null = null;
  private dataLeft = MAX_ALL_DATA_CHARACTERS;

  constructor(onData: (block: DataBlock) => void) {
    this.onData = onData;
  }

  finish(): PageScan {
    this.lists.end();
    const { rows, withheld } = this.lists;
    const { viewers, written, frames } = this;
    return { facts: this.facts.facts(), rows, withheld, viewers, written, frames };
  }

  wantsText(): boolean {
    return this.zone === null || this.zone === 'head' || this.data !== null || this.facts.wantsText;
  }

  open(name: string, attributes: Attributes): void {
    const look = classFacts(attributes.class);
    const outer = this.zone;
    const zone = zoneInside(outer, zoneOf(name, attributes, look), look.reactions);
    this.zones.push(outer);
    this.zone = zone;
    // Frames beside the list are the chat's and the adverts'.
    if (attributes.srcdoc !== null && (outer === null || outer === 'head'))
      this.frame(name, attributes.srcdoc);
    const depth = this.zones.length;
    const isMachine = zone === 'data' || zone === 'silent';
    const isElsewhere = isMachine || zone === 'viewer' || zone === 'aside' || this.lists.insideRow;
    this.facts.open(name, attributes, look, depth, isElsewhere);
    if (zone !== null && zone !== 'head') {
      this.nodes.push(null);
      if (zone === 'viewer' && name === 'a' && attributes.href !== null) this.viewerLink(attributes.href);
      if (zone === 'data' && this.data === null) {
        const kind = name === 'script' ? 'flight' : 'json';
        this.data = { kind, id: attributes.id ?? '', depth, length: 0, parts: [] };
      }
      return;
    }
    if (look.screenReader) this.screenReaderDepth++;
    const suggested = this.suggestionDepth > 0 && !this.facts.isOrganisationPage;
    const outside = zone === 'head' ? 'head' : suggested ? 'suggestions' : null;
    this.nodes.push(this.lists.open(name, attributes, look, outside));
  }

  close(): void {
    const depth = this.zones.length;
    this.facts.close(depth);
    if (this.data?.depth === depth) this.endData();
    const zone = this.zone;
    this.zone = this.zones.pop()!;
    const node = this.nodes.pop()!;
    if (node === null) return;
    if (node.look.screenReader) this.screenReaderDepth--;
    if (node.suggestionsFollow) this.suggestionDepth--;
    // The heading in it counts, its text is nobody's.
    const level = headingLevel(node.name, node.attributes);
    const isTitle = (level < 7 || node.name === 'p') && !this.lists.insideRow;
    const heading = isTitle ? shortText(node).trim() : '';
    if (zone === 'head' && this.zone !== 'head') emptied(node);
    this.lists.close();
    if (!this.lists.insideRow) this.noteSuggestions(node, this.lists.current, level, heading);
  }

  text(text: string): void {
    if (this.data !== null) {
      this.addData(text);
      return;
    }
    this.facts.text(text);
    if (this.zone !== null && this.zone !== 'head') return;
    if (!this.lists.insideRow) this.facts.bareText(text);
    this.lists.text(text, this.screenReaderDepth === 0);
    if (this.zone === 'head' || !text.includes('linkedin.com/') || this.lists.insideLink) return;
    for (const { person } of profileLinksIn(text)) {
      if (this.written.length >= MAX_WRITTEN) return;
      if (person !== null) this.written.push(person);
    }
  }

  comment(text: string): void {
    if (this.data !== null) this.addData(text);
    else this.facts.comment(text);
  }

  private frame(name: string, page: string): void {
    if (name !== 'iframe' || this.frames.length >= MAX_FRAMES || !FRAME_WITH_PEOPLE.test(page)) return;
    this.frames.push(page);
  }

  private viewerLink(href: string): void {
    const reference = referenceOf(href);
    if (reference?.kind === 'person' && this.viewers.length < 100) this.viewers.push(reference.person);
  }

  private noteSuggestions(node: PageNode, parent: PageNode, level: number, text: string): void {
    if (isAdvertMark(text)) {
      const isOverList = parent.decided || parent.openRow !== null || parent.mentions.length > 0;
      // An advert is a block of its own: unlike a heading, its mark says nothing about what comes after the block.
      if (!isOverList) this.markSuggestions(parent);
      parent.sawSuggested = true;
    } else if (text !== '' && isSuggestionHeading(text)) {
      this.suggestionLevel = level;
      this.markSuggestions(parent);
    } else if (text !== '' && level <= this.suggestionLevel && this.suggestionDepth > 0) {
      for (const open of this.nodes) if (open !== null) open.suggestionsFollow = false;
      parent.suggestionsFollow = false;
      this.suggestionDepth = 0;
    } else if (
      node.suggestionsFollow &&
      !node.sawSuggested &&
      node.mentions.length === 0 &&
      !SECTION.has(node.name)
    ) {
      // The heading's wrapper ends before the people begin, so the note climbs until it meets them.
      this.markSuggestions(parent);
    }
  }

  private markSuggestions(parent: PageNode): void {
    if (parent.suggestionsFollow) return;
    parent.suggestionsFollow = true;
    this.suggestionDepth++;
  }

  private addData(text: string): void {
    const data = this.data!;
    data.length += text.length;
    if (data.length <= MAX_DATA_CHARACTERS) data.parts.push(text);
  }

  private endData(): void {
    const data = this.data!;
    this.data = null;
    this.dataLeft -= data.length;
    if (data.length > MAX_DATA_CHARACTERS || this.dataLeft < 0) return;
    this.onData({ kind: data.kind, id: data.id, text: data.parts.join('') });
  }
}

/** Data and what is never shown stay so all through; a list of reactions counts even inside a post. */
function zoneInside(outer: Zone, own: Zone, isReactions: boolean): Zone {
  if (outer === 'data' || outer === 'silent') return outer;
  if (outer === null || own === 'data' || own === 'silent') return own;
  if (outer === 'head') return own ?? outer;
  return isReactions ? null : outer;
}

function shortText(node: PageNode): string {
  if (node.weight > 20) return '';
  return node.children.map((child) => (typeof child === 'string' ? child : shortText(child))).join('');
}
