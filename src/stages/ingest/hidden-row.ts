import type { PageNode, Part } from './page-node.ts';
import type { WithheldRow } from './page-row.ts';
import { isHiddenMember } from './person-text.ts';

/** All that there is to say of such a row. */
export const HIDDEN_ROW: WithheldRow = { kind: 'withheld', salesId: null, name: null, headline: null };
/** A row of a person is larger, but says its name first. */
const MAX_TEXTS = 3;

/** True for a list item that shows "LinkedIn Member" where others show a name, and more beside it, and links to nobody. */
export function isHiddenRow(node: PageNode): boolean {
  if (node.mentions.length > 0 || node.decided || node.openRow !== null) return false;
  const texts: string[] = [];
  collectTexts(node, texts);
  return texts.length > 1 && isHiddenMember(texts[0]!);
}

/** The first texts that a reader sees. */
function collectTexts(part: Part, into: string[]): void {
  if (into.length >= MAX_TEXTS) return;
  if (typeof part === 'string') {
    if (part.trim() !== '') into.push(part);
  } else if (!part.look.screenReader) for (const child of part.children) collectTexts(child, into);
}
