import type { Call } from '../../ports/call-source.ts';
import type { Client } from '../../store/clients.ts';
import { foldForMatching } from '../../support/text.ts';

export type NamedClient = Pick<Client, 'slug' | 'name'>;

/** A shorter name stands in too many titles that mean something else. */
const SHORTEST_NAME = 3;

interface Span<C> {
  readonly start: number;
  readonly end: number;
  readonly client: C;
}

/**
 * Finds the clients that a meeting names, by whole words of a title or by the first label of a guest's mail domain. Words that are part of a longer name count
 * for that one only: "Acme Labs" does not name "Acme".
 */
export function clientFinder<C extends NamedClient>(clients: readonly C[]): (call: Call) => ReadonlySet<C> {
  const names = clients.flatMap((client) => namesOf(client).map((name) => ({ name, client })));
  return (call) => {
    const labels = call.domains.map((domain) => joined(domain.split('.')[0]!));
    const byDomain = names.filter(({ name }) => labels.includes(joined(name)));
    const byTitle = [call.title, call.calendarTitle].flatMap((title) => {
      const words = ` ${foldForMatching(title ?? '')} `;
      const spans = names.flatMap(({ name, client }) => occurrences(words, name, client));
      return spans.filter((span) => !spans.some((other) => isPartOf(span, other)));
    });
    return new Set([...byDomain, ...byTitle].map(({ client }) => client));
  };
}

function occurrences<C>(words: string, name: string, client: C): readonly Span<C>[] {
  const spans: Span<C>[] = [];
  for (let start = words.indexOf(` ${name} `); start !== -1; start = words.indexOf(` ${name} `, start + 1))
    spans.push({ start, end: start + name.length, client });
  return spans;
}

function isPartOf(part: Span<unknown>, whole: Span<unknown>): boolean {
  const isShorter = part.end - part.start < whole.end - whole.start;
  return isShorter && part.start >= whole.start && part.end <= whole.end;
}

function namesOf({ slug, name }: NamedClient): readonly string[] {
  return [...new Set([slug, name].map(foldForMatching))].filter((one) => one.length >= SHORTEST_NAME);
}

const joined = (text: string) => foldForMatching(text).replaceAll(' ', '');
