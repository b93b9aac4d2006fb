import { withoutOrders } from '../../domain/scoring/orders-to-models.ts';

/** Parts of a profile text; `title` is what stands before the first label, `text` everything of a text without labels. */
export type ProfileFieldName =
  | 'title'
  | 'name'
  | 'headline'
  | 'company'
  | 'location'
  | 'industry'
  | 'about'
  | 'current'
  | 'past'
  | 'skills'
  | 'text';

export interface ProfileField {
  readonly name: ProfileFieldName;
  readonly text: string;
}

/** Labels in the order in which a profile text has them (SPEC §7); a current or past role may follow another one. */
const LABELS: readonly (readonly [label: string, name: ProfileFieldName])[] = [
  ['Name', 'name'],
  ['Headline', 'headline'],
  ['Company', 'company'],
  ['Location', 'location'],
  ['Industry', 'industry'],
  ['About', 'about'],
  ['Current role', 'current'],
  ['Past role', 'past'],
  ['Skills', 'skills'],
];
const LABELLED = new RegExp(`^(${LABELS.map(([label]) => label).join('|')}): ?(.*)$`);

/**
 * Takes a profile text apart again. A label counts only where the order of the labels allows it, so that a line "Company: …" which
 * somebody wrote into their About section stays what it is: a part of that section. What is written for models, not about the person, is left out.
 */
export function readProfileFields(text: string): readonly ProfileField[] {
  const fields: { name: ProfileFieldName; lines: string[] }[] = [];
  let place = -1;
  for (const line of text.split('\n')) {
    const [, label, value] = LABELLED.exec(line) ?? [];
    const labelPlace = LABELS.findIndex(([known]) => known === label);
    const name = LABELS[labelPlace]?.[1];
    const mayRepeat = name === 'current' || name === 'past';
    if (name !== undefined && (labelPlace > place || (labelPlace === place && mayRepeat))) {
      fields.push({ name, lines: [value ?? ''] });
      place = labelPlace;
    } else if (fields.length > 0) fields.at(-1)!.lines.push(line);
    else fields.push({ name: 'title', lines: [line] });
  }
  const isLabelled = place >= 0;
  return fields
    .map(({ name, lines }) => ({
      name: isLabelled ? name : ('text' as const),
      text: withoutOrders(lines.join('\n')).trim(),
    }))
    .filter((field) => field.text !== '');
}
