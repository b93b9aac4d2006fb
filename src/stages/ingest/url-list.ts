import type { PersonIdentity } from '../../domain/person.ts';
import { cellReference } from './cell-reference.ts';
import { refuseMoreSightings } from './input-limits.ts';
import { trimInvisible } from './invisible-marks.ts';
import { endsInPunctuation, profileLinksIn } from './profile-links.ts';
import type { Findings, Recogniser, Sighting } from './recogniser.ts';
import { RejectList } from './reject-list.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { isOwnPage, unreadableReason, withheldReason } from './unusable-link.ts';

/** A line that may be one address or id and nothing else: nothing in it would end an address. */
const ONE_ADDRESS = /^[\w.~:/?#@!$&*+=%\p{L}\p{M}\p{N}-]+$/u;
const LONGEST = 4096;

/** Plain text with profile addresses anywhere in it, or one address or member id per line. Takes any text that nothing else took. */
export const urlList: Recogniser = {
  kind: 'url-list',
  content: 'text',
  recognise() {
    return 'it is plain text';
  },
  read({ text }): Findings {
    const sightings: Sighting[] = [];
    const rejects = new RejectList();
    const add = ({ memberUrn, publicIdentifier }: PersonIdentity) => {
      sightings.push({ memberUrn, publicIdentifier, name: null, headline: null });
      refuseMoreSightings(sightings.length);
    };
    for (const line of textLines(text.whole())) {
      const trimmed = trimInvisible(line.text);
      const whole = wholeLine(trimmed);
      if (whole === 'withheld') rejects.add(withheldReason(trimmed), () => rowOf(line));
      else if (whole !== null) add(whole);
      if (whole !== null) continue;
      let found = 0;
      for (const link of profileLinksIn(line.text)) {
        found++;
        if (link.person === null) rejects.add(link.reason, () => rowOf(line));
        else add(link.person);
      }
      const reason = found === 0 ? reasonAgainst(trimmed) : null;
      if (reason !== null) rejects.add(reason, () => rowOf(line));
    }
    const { count, kept } = rejects;
    return {
      sightings,
      skipped: count,
      rejects: kept,
      statedTotal: null,
      warnings: [],
      ifEmpty: {
        message:
          count > 0
            ? `this text has no profile addresses that open a profile, but ${count} other link(s) to people; the first: ${kept[0]!.reason}`
            : 'this text has no profile addresses: looked for linkedin.com/in/… and member ids (ACoAA…)',
        hint: 'Give one profile URL per line, a CSV with a URL column, or a saved followers page.',
      },
    };
  },
};

/** Most lists hold one plain address a line, which needs no search. */
function wholeLine(line: string): ReturnType<typeof cellReference> {
  if (line.length > LONGEST || !ONE_ADDRESS.test(line) || endsInPunctuation(line)) return null;
  return cellReference(line);
}

/** Why an address alone on its line says no profile; `/in/me` and its like are everybody's own. */
function reasonAgainst(line: string): string | null {
  if (line.length > LONGEST || /\s/.test(line) || isOwnPage(line)) return null;
  return unreadableReason(line);
}

function rowOf({ number, text }: TextLine): { line: number; text: string } {
  return { line: number, text };
}
