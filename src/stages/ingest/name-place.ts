import { mentionKey, type PageNode } from './page-node.ts';

/** Where in an element the name of its first person stands. */
export interface NamePlace {
  /** The elements from there down to the link that shows the name, `#` where text stands before: `div/p/#a`. Empty when the element is that link. */
  readonly path: string;
  /** What follows on the way, in the same spelling. */
  readonly after: string;
}

/** Each row of a list may be compared with several others. */
const places = new WeakMap<PageNode, NamePlace | null>();

/** The place of the name in a row; null when no link of its person shows one. */
export function namePlace(row: PageNode): NamePlace | null {
  let place = places.get(row);
  if (place === undefined) {
    place = findPlace(row);
    places.set(row, place);
  }
  return place;
}

function findPlace(row: PageNode): NamePlace | null {
  const [first] = row.mentions;
  if (first === undefined) return null;
  const key = mentionKey(first);
  const named = row.mentions.find((mention) => mention.hasText && mentionKey(mention) === key);
  return named === undefined ? null : placeBelow(row, named.anchor);
}

function placeBelow(node: PageNode, anchor: PageNode): NamePlace | null {
  if (node === anchor) return { path: '', after: '' };
  const parts = node.children.filter((child) => child !== ' ');
  for (const [at, child] of parts.entries()) {
    if (typeof child === 'string' || !child.mentions.some((mention) => mention.anchor === anchor)) continue;
    const below = placeBelow(child, anchor);
    if (below === null) continue;
    const mark = typeof parts[at - 1] === 'string' ? '#' : '';
    const following = parts.slice(at + 1).map((part) => (typeof part === 'string' ? '#' : part.name));
    return {
      path: `${mark}${child.name}/${below.path}`,
      after: `${below.after}|${following.join(' ')}`,
    };
  }
  return null;
}
