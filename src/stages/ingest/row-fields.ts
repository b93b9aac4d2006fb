import type { Attributes } from './attributes.ts';
import { isOwnBadge } from './connection-degree.ts';
import { isFollowNotice } from './follow-notice.ts';
import { type ClassFacts, headingLevel } from './page-marks.ts';
import type { PageNode, Part } from './page-node.ts';
import { isHiddenMember, personHeadline, personName } from './person-text.ts';
import { isAdvertMark, isRowFurniture } from './row-furniture.ts';

type Hint = 'name' | 'headline' | 'other' | null;

/** A stretch of text that no element boundary interrupts. */
interface Segment {
  text: string;
  /** Segments of one block of the page share a line number. */
  readonly line: number;
  readonly inOwnLink: boolean;
  readonly heading: boolean;
  readonly hint: Hint;
}

interface RowText {
  readonly segments: Segment[];
  /** Picture descriptions: `alt` of images and `aria-label` of figures, in order. */
  readonly labels: string[];
  /** `aria-label` of buttons: "Click to follow X". */
  readonly buttonLabels: string[];
}

const INLINE = new Set(
  'a span strong b em i u mark font small sub sup wbr label time img svg figure'.split(' '),
);
/** Mere formatting: text inside belongs to the text around it. */
const FORMATTING = new Set('strong b em i u mark font sub sup wbr'.split(' '));
const PICTURES = new Set(['img', 'svg', 'figure']);
const SKIPPED = new Set('button input select time svg'.split(' '));
const BUTTON_LABEL =
  /^(?:Click to (?:follow|unfollow|stop following)|Invite|Send (?:a )?message to|Message|Follow|Unfollow|Connect with)\s+(.+?)(?:\s+to connect)?$/iu;
/** Between name and headline where both are one text: "Ada Quill, controller". */
const LEADING_MARK = /^[,;:|–—-]\s+/u;
const MAX_SEGMENTS = 400;

/** What a row says about its person, and about itself. */
export interface RowFields {
  readonly name: string | null;
  readonly headline: string | null;
  /** It is the reader's own row: "• You". */
  readonly isOwn: boolean;
  readonly isAdvert: boolean;
  /** It says "LinkedIn Member" where a name should be. */
  readonly isHidden: boolean;
  /** It is a notification, which has no headline: they started following the reader. */
  readonly isFollowNotice: boolean;
}

/** Name and headline of the person whose row this is; `ownAnchors` are the links of the row that point at that person. */
export function rowFields(parts: readonly Part[], ownAnchors: ReadonlySet<PageNode>): RowFields {
  const row = readRow(parts, ownAnchors);
  const label = row.labels.map(personName).find((name) => name !== null) ?? null;
  const hasNotice = label !== null && withoutNotice(row.segments, label);
  const { segments } = row;
  const isHidden = segments.some(
    ({ text, hint, inOwnLink }) => (inOwnLink || hint === 'name') && text.length < 40 && isHiddenMember(text),
  );
  const { name, at } = findName(row, label, ownAnchors);
  return {
    name: isHidden ? null : name,
    headline: hasNotice ? null : findHeadline(segments, name, at),
    isOwn: segments.some((segment) => isOwnBadge(segment.text)),
    isAdvert: segments.some((segment) => isAdvertMark(segment.text)),
    isHidden,
    isFollowNotice: hasNotice,
  };
}

/** Takes a notice off the name that it stands behind, if there is one: "Ada Quill started following you". */
function withoutNotice(segments: Segment[], label: string): boolean {
  for (const [at, segment] of segments.entries()) {
    const { text } = segment;
    if (text.length > label.length && text.startsWith(label) && isFollowNotice(text.slice(label.length))) {
      segment.text = label;
      return true;
    }
    const before = segments[at - 1];
    if (before?.text === label && before.line === segment.line && isFollowNotice(text)) {
      segments.splice(at, 1);
      return true;
    }
  }
  return false;
}

/** True when the links to the person are there, the one with a picture and the one for the name, but none shows a name. */
function lacksName(ownAnchors: ReadonlySet<PageNode>): boolean {
  const anchors = [...ownAnchors];
  return (
    anchors.length > 1 && anchors.some((anchor) => anchor.children.length === 0) && anchors.some(hasPicture)
  );
}

function hasPicture({ children }: PageNode): boolean {
  return children.some(
    (child) => typeof child !== 'string' && (PICTURES.has(child.name) || hasPicture(child)),
  );
}

function findName(
  row: RowText,
  label: string | null,
  ownAnchors: ReadonlySet<PageNode>,
): { name: string | null; at: number } {
  const { segments } = row;
  const preferences: ((segment: Segment) => boolean)[] = [
    (segment) => segment.hint === 'name',
    (segment) => segment.inOwnLink && segment.hint === null,
    (segment) => segment.heading,
  ];
  for (const isCandidate of preferences) {
    const at = segments.findIndex(
      (segment) => isCandidate(segment) && !isRowFurniture(segment.text) && personName(segment.text) !== null,
    );
    if (at < 0) continue;
    const found = personName(segments[at]!.text)!;
    // A name in two elements: the picture's description says where it ends.
    const whole = personName(lineFrom(segments, at));
    return label?.startsWith(`${found} `) && whole?.startsWith(label)
      ? { name: label, at: lastOfLine(segments, at) }
      : { name: found, at };
  }
  const button = row.buttonLabels
    .map((text) => personName(BUTTON_LABEL.exec(text)?.[1]))
    .find((name) => name !== null);
  const fromLabel = label ?? button ?? null;
  if (fromLabel !== null) {
    return { name: fromLabel, at: segments.findIndex((segment) => personName(segment.text) === fromLabel) };
  }
  // The first text is then the headline.
  if (lacksName(ownAnchors)) return { name: null, at: -1 };
  const at = segments.findIndex((segment) => segment.hint === null && !isRowFurniture(segment.text));
  const first = at < 0 ? null : personName(segments[at]!.text);
  return { name: first, at: first === null ? -1 : at };
}

function findHeadline(segments: readonly Segment[], name: string | null, nameAt: number): string | null {
  const hinted = segments.findIndex((segment) => segment.hint === 'headline');
  if (hinted >= 0) return personHeadline(lineFrom(segments, hinted));
  const nameLine = segments[nameAt]?.line;
  const isOwn = (segment: Segment) =>
    segment.hint === null && !isRowFurniture(segment.text) && !isNameAgain(segment, name, nameLine);
  for (let i = nameAt + 1; i < segments.length; i++) {
    if (segments[i]!.hint === 'other') return null;
    if (isOwn(segments[i]!)) return personHeadline(lineFrom(segments, i, isOwn).replace(LEADING_MARK, ''));
  }
  return null;
}

/** Also "View …’s profile" in any language, which stands for screen readers in the link, right behind the name. */
function isNameAgain(segment: Segment, name: string | null, nameLine: number | undefined): boolean {
  if (name === null || !segment.text.includes(name)) return false;
  return (segment.inOwnLink && segment.line === nameLine) || personName(segment.text) === name;
}

function lineFrom(
  segments: readonly Segment[],
  start: number,
  keep: (segment: Segment) => boolean = () => true,
): string {
  const end = lastOfLine(segments, start);
  const { hint } = segments[start]!;
  return segments
    .slice(start, end + 1)
    .filter((segment) => segment.hint === hint && keep(segment))
    .map((segment) => segment.text)
    .join(' ');
}

function lastOfLine(segments: readonly Segment[], start: number): number {
  let end = start;
  while (end + 1 < segments.length && segments[end + 1]!.line === segments[start]!.line) end++;
  return end;
}

function readRow(parts: readonly Part[], ownAnchors: ReadonlySet<PageNode>): RowText {
  const row: RowText = { segments: [], labels: [], buttonLabels: [] };
  let line = 0;
  let open: Segment | null = null;

  const add = (text: string, context: Context) => {
    if (open !== null) open.text += text;
    else if (row.segments.length < MAX_SEGMENTS && text.trim() !== '') {
      open = { text, line, ...context };
      row.segments.push(open);
    }
  };
  const visit = (part: Part, context: Context) => {
    if (typeof part === 'string') return add(part, context);
    const { name, attributes } = part;
    const label = attributes.alt ?? (PICTURES.has(name) ? attributes.ariaLabel : null);
    if (label !== null && label.trim() !== '') row.labels.push(label);
    if (name === 'button' || name === 'a') {
      const action = attributes.ariaLabel;
      if (action !== null && row.buttonLabels.length < 10) row.buttonLabels.push(action);
    }
    if (FORMATTING.has(name)) {
      for (const child of part.children) visit(child, context);
      return;
    }
    open = null;
    if (!INLINE.has(name)) line++;
    const ownLink = ownAnchors.has(part);
    const foreignLink = name === 'a' && attributes.href !== null && !ownLink;
    if (!SKIPPED.has(name) && !foreignLink && !part.look.screenReader) {
      const inner: Context = {
        inOwnLink: context.inOwnLink || ownLink,
        heading: context.heading || headingLevel(name, attributes) < 7,
        hint: hintOf(attributes, part.look) ?? context.hint,
      };
      for (const child of part.children) visit(child, inner);
    }
    open = null;
    if (!INLINE.has(name)) line++;
  };

  for (const part of parts) visit(part, { inOwnLink: false, heading: false, hint: null });
  for (const segment of row.segments) {
    const text = segment.text.trim();
    segment.text = /\s\s|[^\S ]/u.test(text) ? text.replace(/\s+/gu, ' ') : text;
  }
  return row;
}

interface Context {
  readonly inOwnLink: boolean;
  readonly heading: boolean;
  readonly hint: Hint;
}

function hintOf({ dataAnonymize }: Attributes, look: ClassFacts): Hint {
  if (dataAnonymize === 'person-name') return 'name';
  return dataAnonymize === 'title' || dataAnonymize === 'headline' ? 'headline' : look.field;
}
