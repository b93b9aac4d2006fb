import type { PageNode } from './page-node.ts';
import { evidence } from './row-evidence.ts';

/**
 * True when an enclosing row already has its person, so that the one in `node` is only mentioned there. `openRows` and `stack` are the
 * rows and the elements around it, outermost first.
 */
export function isSubordinate(
  node: PageNode,
  openRows: readonly PageNode[],
  stack: readonly PageNode[],
): boolean {
  const own = [...evidence(node.mentions).values()][0];
  const isFull = own?.hasPhoto && own.hasText;
  for (const row of openRows) {
    if (row.mark === 'likely' && (node.mark === 'certain' || isFull)) continue;
    if (stack.slice(stack.indexOf(row)).some((open) => open.mentions.length > 0)) return true;
  }
  return (
    node.mark === 'likely' &&
    own?.hasPhoto !== true &&
    stack.some((open) => open.openRow === null && open.mentions.some((mention) => mention.hasPhoto))
  );
}
