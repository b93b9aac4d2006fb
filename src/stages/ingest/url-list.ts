import type { PersonIdentity } from '../../domain/person.ts';
import { refuseMoreSightings } from './input-limits.ts';
import { profileLinksIn } from './profile-links.ts';
import type { Findings, Recogniser, Sighting } from './recogniser.ts';
import { cellReference, looksLikeProfileAddress, withheldReason } from './record-fields.ts';
import { REJECTED, RejectList } from './reject-list.ts';
import { type TextLine, textLines } from './text-lines.ts';

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
    const add = (person: PersonIdentity | 'withheld', line: TextLine) => {
      if (person === 'withheld') rejects.add(withheldReason(line.text), () => rowOf(line));
      else {
        const { memberUrn, publicIdentifier } = person;
        sightings.push({ memberUrn, publicIdentifier, name: null, headline: null });
        refuseMoreSightings(sightings.length);
      }
    };
    for (const line of textLines(text.whole())) {
      const whole = wholeLine(line.text);
      if (whole !== null) {
        add(whole, line);
        continue;
      }
      let found = 0;
      for (const { person } of profileLinksIn(line.text)) {
        found++;
        add(person ?? 'withheld', line);
      }
      if (found === 0 && isUnreadable(line.text)) rejects.add(REJECTED.unreadable, () => rowOf(line));
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
  const trimmed = line.trim();
  if (trimmed.length > 4096 || /[\s,;<>"')\]]/.test(trimmed)) return null;
  return cellReference(trimmed);
}

/** An address alone on its line that says no profile; `/in/me` and its like are everybody's own. */
function isUnreadable(line: string): boolean {
  const trimmed = line.trim();
  return (
    trimmed.length <= 4096 &&
    !/\s/.test(trimmed) &&
    looksLikeProfileAddress(trimmed) &&
    !/\/in\/(?:me|edit|unavailable)?\/?(?:[?#].*)?$/i.test(trimmed)
  );
}

function rowOf({ number, text }: TextLine): { line: number; text: string } {
  return { line: number, text };
}
