import type { PageNode, Part } from './page-node.ts';
import { hasText } from './page-row.ts';

/** A name and two or three lines; more is a text of its own. */
const MAX_LINES = 3;

/**
 * The people linked in an element that is no list by any sign, as a row each: the link, and where names and lines take turns as a mail or a
 * note has them (`<div><a>Ada Quill</a></div><div>Controller</div>`), the lines below it.
 */
export function looseRows(node: PageNode): readonly (readonly Part[])[] {
  const [only] = node.children.filter(holdsPeople);
  if (only !== undefined && only.mentions.length === node.mentions.length && only.children.length > 0) {
    if (only.name !== 'a') return looseRows(only);
  }
  const lines = linesBelow(node.children);
  const usual = mostFrequent([...lines.values()].map((below) => below.length));
  return node.mentions.map(({ anchor }) => {
    const below = lines.get(anchor) ?? [];
    // One person alone has no turn to take, and what follows the last one may be the end of the mail.
    return lines.size > 1 && below.length === usual ? [anchor, ...below] : [anchor];
  });
}

/** For each child that is nothing but one link, the children after it that say something, up to the next person or an empty line. */
function linesBelow(children: readonly Part[]): ReadonlyMap<PageNode, Part[]> {
  const lines = new Map<PageNode, Part[]>();
  let below: Part[] | null = null;
  for (const child of children) {
    if (child === ' ') continue;
    if (holdsPeople(child)) {
      below = [];
      const anchor = soleLink(child);
      if (anchor !== null) lines.set(anchor, below);
    } else if (!hasText(child)) below = null;
    else below?.push(child);
  }
  for (const [anchor, found] of lines) if (found.length > MAX_LINES) lines.set(anchor, []);
  return lines;
}

function holdsPeople(part: Part): part is PageNode {
  return typeof part !== 'string' && part.mentions.length > 0;
}

/** The link that is all there is in the element, or null. */
function soleLink(node: PageNode): PageNode | null {
  if (node.mentions.length !== 1) return null;
  const { anchor } = node.mentions[0]!;
  let inner: PageNode = node;
  while (inner !== anchor) {
    const said = inner.children.filter(hasText);
    if (said.length !== 1 || !holdsPeople(said[0]!)) return null;
    inner = said[0];
  }
  return anchor;
}

function mostFrequent(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}
