import type { PersonIdentity } from '../../domain/person.ts';
import { refuseMoreSightings } from './input-limits.ts';
import { profileLinksIn } from './profile-links.ts';
import type { Findings, Recogniser, Sighting } from './recogniser.ts';
import { cellReference } from './record-fields.ts';
import { textLines } from './text-lines.ts';

/** Plain text with profile addresses anywhere in it, or one address or member id per line. Takes any text that nothing else took. */
export const urlList: Recogniser = {
  kind: 'url-list',
  content: 'text',
  recognise() {
    return 'it is plain text';
  },
  read({ text }): Findings {
    const sightings: Sighting[] = [];
    let skipped = 0;
    const add = (person: PersonIdentity | 'withheld') => {
      if (person === 'withheld') skipped++;
      else {
        const { memberUrn, publicIdentifier } = person;
        sightings.push({ memberUrn, publicIdentifier, name: null, headline: null });
        refuseMoreSightings(sightings.length);
      }
    };
    for (const line of textLines(text.whole())) {
      const whole = wholeLine(line);
      if (whole !== null) add(whole);
      else for (const { person } of profileLinksIn(line)) add(person ?? 'withheld');
    }
    return {
      sightings,
      skipped,
      statedTotal: null,
      warnings: [],
      ifEmpty: {
        message:
          skipped > 0
            ? `this text has ${skipped} Sales Navigator or Recruiter links only, from which no profile can be opened`
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
  return cellReference(/^in\//i.test(trimmed) ? `/${trimmed}` : trimmed);
}
