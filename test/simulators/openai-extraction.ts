import { hashOf } from './simulated-text.ts';

/** The transcript in a question about one, or null for any other question. */
export function quotedTranscript(question: string): string | null {
  const data = /<transcript>("(?:[^"\\]|\\.)*")<\/transcript>/s.exec(question)?.[1];
  return data === undefined ? null : String(JSON.parse(data));
}

/** Models tire of lists. */
const MOST_OF_A_KIND = 20;

interface Criterion {
  quote: string;
  kind: string;
  stance: string;
  value: string;
}

const SAYINGS: readonly (readonly [pattern: RegExp, kind: string, stance: string])[] = [
  [/[^.\n:]*\bsell to (?:the )?([A-Z][\w ]+?) (?:at|of) [A-Z]\w+ companies\b[^.\n]*\./g, 'title', 'wants'],
  [/[^.\n:]*\b(?:at|of) ([A-Z]\w+) companies[^.\n]*\./g, 'industry', 'wants'],
  [/[^.\n:]*\bwith (\d+-\d+) people[^.\n]*\./g, 'company_size', 'wants'],
  [/[^.\n:]*\bbased in ([A-Z]\w+)[^.\n]*\./g, 'location', 'wants'],
  [/[^.\n:]*\bleave out ([A-Z][\w ]+?)s?\b(?: please)?\./g, 'title', 'avoids'],
  [/[^.\n:]*\bnobody from ([A-Z]\w+) please[^.\n]*\./g, 'company', 'avoids'],
  [/[^.\n:]*\bno ([a-z]+) companies please[^.\n]*\./g, 'industry', 'avoids'],
];

/**
 * What a model would say of a transcript in the words that this looks for, always the same: true quotes, with the blanks and quotation marks of a model, and for
 * some transcripts an invented quote, a size that is none, and a quote that proves nothing.
 */
export function simulatedExtraction(transcript: string): { criteria: Criterion[] } {
  const criteria = SAYINGS.flatMap(([pattern, kind, stance]) =>
    [...transcript.matchAll(pattern)].slice(0, MOST_OF_A_KIND).map(([quote, value]) => ({
      quote: `“${quote.trim()}”`,
      kind,
      stance,
      value: value!,
    })),
  );
  const [first] = criteria;
  const hash = hashOf(transcript);
  if (first !== undefined && hash % 3 === 0) {
    criteria.push({
      ...first,
      kind: 'title',
      value: 'Astronaut',
      quote: 'We only sell to astronauts on the moon.',
    });
  }
  if (first !== undefined && hash % 4 === 0)
    criteria.push({ ...first, kind: 'company_size', value: 'neither big nor little' });
  if (first !== undefined && hash % 5 === 0)
    criteria.push({ ...first, kind: 'keyword', value: 'sell', quote: 'sell to' });
  return { criteria };
}
