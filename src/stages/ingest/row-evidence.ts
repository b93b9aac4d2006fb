import { type Mention, mentionKey, type PageNode, type Part } from './page-node.ts';
import { personName } from './person-text.ts';

export interface Evidence {
  hasPhoto: boolean;
  hasText: boolean;
}

/** What the links to each person amount to, by person, in order of appearance. */
export function evidence(mentions: readonly Mention[]): Map<string, Evidence> {
  const found = new Map<string, Evidence>();
  for (const mention of mentions) {
    if (mention.reference.kind !== 'person') continue;
    const key = mentionKey(mention);
    const seen = found.get(key);
    if (seen === undefined) found.set(key, { hasPhoto: mention.hasPhoto, hasText: mention.hasText });
    else {
      seen.hasPhoto ||= mention.hasPhoto;
      seen.hasText ||= mention.hasText;
    }
  }
  return found;
}

/** True when a page ends with one person who has a picture, and after them at most a few who are merely mentioned. */
export function isOneRemainder(mentions: readonly Mention[]): boolean {
  const [first, ...others] = evidence(mentions).values();
  return first?.hasPhoto === true && others.length <= 3 && others.every((seen) => !seen.hasPhoto);
}

/** A list item is a row unless it names several people and shows none of them: then it is a text or a list of links. */
export function isOneRow(node: PageNode): boolean {
  const people = [...evidence(node.mentions).values()];
  return people.length < 2 || people.some((seen) => seen.hasPhoto) || showsFirst(node);
}

/** True when a picture beside the first link is described by the name that the link shows. */
function showsFirst(node: PageNode): boolean {
  const [first] = node.mentions;
  const name = first === undefined ? null : personName(textOf(first.anchor));
  return name !== null && pictureLabels(node).some((label) => personName(label) === name);
}

function pictureLabels(node: PageNode): string[] {
  const isPicture = node.name === 'img' || node.name === 'figure' || node.name === 'svg';
  const label = isPicture ? (node.attributes.alt ?? node.attributes.ariaLabel) : null;
  const inner = node.children.flatMap((child) => (typeof child === 'string' ? [] : pictureLabels(child)));
  return label === null ? inner : [label, ...inner];
}

function textOf(node: PageNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export function mainKey(mentions: readonly Mention[]): string | null {
  const main = mentions.find((mention) => mention.hasPhoto) ?? mentions[0];
  return main === undefined ? null : mentionKey(main);
}

export function mentionsOf(parts: readonly Part[]): readonly Mention[] {
  const [first] = parts;
  if (parts.length === 1 && typeof first === 'object') return first.mentions;
  return parts.flatMap((part) => (typeof part === 'string' ? [] : part.mentions));
}
