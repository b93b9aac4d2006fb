/** Parts of the ICP text that `icpText` of domain/icp.ts makes; `text` for a query that is not of that form. */
export type IcpFieldName = 'titles' | 'industries' | 'sizes' | 'keywords' | 'locations' | 'notes' | 'text';

export interface IcpField {
  readonly name: IcpFieldName;
  /** The entries of a list; notes and other text are one entry. */
  readonly entries: readonly string[];
}

const LABELS: Readonly<Record<string, IcpFieldName>> = {
  'Target titles': 'titles',
  Industries: 'industries',
  'Company sizes': 'sizes',
  Keywords: 'keywords',
  Locations: 'locations',
  Notes: 'notes',
};

/** Lines that every profile text has and no ICP text; a job title can say "Target titles: …" too. */
const PROFILE_LINE = /^(?:Name|Headline|Current role): /m;

/**
 * Takes an ICP text apart again, or gives null for a text that is none. Entries that hold a comma come back as several ("VP, Finance" as "VP"
 * and "Finance"), since the text does not tell them apart.
 */
export function readIcpFields(text: string): readonly IcpField[] | null {
  if (PROFILE_LINE.test(text)) return null;
  const fields: { name: IcpFieldName; text: string }[] = [];
  for (const part of text.split(' | ')) {
    const label = /^([A-Z][a-z ]+): /.exec(part)?.[1];
    const name = label === undefined ? undefined : LABELS[label];
    if (name !== undefined) fields.push({ name, text: part.slice(label!.length + 2) });
    else if (fields.length > 0) fields.at(-1)!.text += ` | ${part}`;
    else return null;
  }
  return fields.map(({ name, text: value }) => ({
    name,
    entries: name === 'notes' ? [value] : value.split(', ').filter((entry) => entry.trim() !== ''),
  }));
}
