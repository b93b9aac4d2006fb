import { namePlace } from './name-place.ts';
import { type Mention, mentionKey, type PageNode, type Part } from './page-node.ts';
import { hasText } from './page-row.ts';
import { type Evidence, evidence } from './row-evidence.ts';

/**
 * Whether an element turns out to hold a list now that `node` is in it: two people, each with a picture, in places that are alike; or one
 * with a picture, and one whose name stands in just the same place of a like element. `before` are the people of the places before. Inside
 * a list item, `strict`, each person must have a name there and a picture.
 */
export function isListNow(
  parent: PageNode,
  before: readonly Mention[],
  node: PageNode,
  strict: boolean,
): boolean {
  const added = node.mentions;
  const addsPhoto = added.some((mention) => mention.hasPhoto);
  if (!addsPhoto && (strict || !before.some((mention) => mention.hasPhoto))) return false;
  // It goes on about somebody who was there before, and whoever else is in it is mentioned along with them.
  const next = mentionKey(added[0]!);
  if (before.some((mention) => mentionKey(mention) === next)) return false;
  const siblings = parent.children.filter(
    (child): child is PageNode => typeof child === 'object' && child !== node && child.mentions.length > 0,
  );
  // Order does not decide who of the two has the picture.
  if (!strict && isBesideLike(siblings, node)) return true;
  if (!addsPhoto) return false;
  const own = ([, seen]: [string, Evidence]) => seen.hasPhoto && (!strict || seen.hasText);
  const first = [...evidence(before)].find(own);
  if (first === undefined) return false;
  if (![...evidence(added)].some((entry) => own(entry) && entry[0] !== first[0])) return false;
  // Faces in a row, without a word between them, are those of people who are mentioned.
  if (!parent.children.some((child) => child !== node && hasText(child))) return false;
  // Those whom a row merely mentions may have pictures too, but stand in a corner of their own.
  return siblings.length === 0 || siblings.some((child) => isSibling(child, node));
}

/** True when a whole row, picture and name, stands beside one that may lack the picture and is like it in everything else. */
function isBesideLike(siblings: readonly PageNode[], node: PageNode): boolean {
  if (isWhole(node)) return siblings.some((sibling) => isAlike(sibling, node));
  const whole = siblings.find(isWhole);
  return whole !== undefined && isAlike(node, whole);
}

/** The first person in it has both a picture and a name there. */
function isWhole({ mentions }: PageNode): boolean {
  const [first] = mentions;
  if (first === undefined || first.reference.kind !== 'person') return false;
  const key = mentionKey(first);
  let hasPhoto = false;
  let hasName = false;
  for (const mention of mentions) {
    if (mentionKey(mention) !== key) continue;
    hasPhoto ||= mention.hasPhoto;
    hasName ||= mention.hasText;
  }
  return hasPhoto && hasName;
}

/** The same kind of element, as rows of one list are: they share a class, or have none. */
function isSibling(one: PageNode, other: PageNode): boolean {
  if (one.name !== other.name) return false;
  const classes = one.attributes.class?.split(/\s+/u) ?? [];
  const others = other.attributes.class?.split(/\s+/u) ?? [];
  if (classes.length === 0 && others.length === 0) return true;
  return classes.some((name) => name !== '' && others.includes(name));
}

/** The person's link or name itself, without an element around the whole row: the row's other texts are its siblings. */
export function isFlat(part: Part): boolean {
  return typeof part === 'object' && /^(?:a|b|strong|span|img|p|dt|h[1-6]|td)$/.test(part.name);
}

/** The same kind of element, as the first parts of two rows are where rows have no element of their own. */
export function isSameKind(one: PageNode, other: PageNode): boolean {
  return one.name === other.name && one.attributes.class === other.attributes.class;
}

/** True for an element that is a row if `row` is one: the name stands in the same place, and their class or all around it is the same. */
export function isAlike(one: PageNode, row: PageNode): boolean {
  if (one.name !== row.name) return false;
  const place = namePlace(one);
  const model = namePlace(row);
  if (place === null || model === null || place.path !== model.path || place.path === '') return false;
  return place.after === model.after || (one.attributes.class !== null && isSameKind(one, row));
}
