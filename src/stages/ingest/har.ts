import { UsageError } from '../../domain/errors.ts';
import type { Container, Part } from './container.ts';
import { isPeopleRequest } from './embedded-people.ts';
import { MAX_JSON_BYTES, refuseLargerThan, refuseMoreEntries } from './input-limits.ts';
import { isJsonObject, parseJson } from './json-walk.ts';

/** What a browser's developer tools recorded (HAR 1.2): LinkedIn's pages and its answers about people, never what was asked of it. */
export const har: Container = {
  kind: 'har',
  recognise({ text }) {
    const isLog = /^\s*\{\s*"log"\s*:\s*\{/.test(text.head) && /"(?:creator|entries)"\s*:/.test(text.head);
    return isLog ? 'it is a recording of network traffic' : null;
  },
  open({ path, bytes, text }) {
    refuseLargerThan(MAX_JSON_BYTES, path, bytes.length);
    const recording = parseJson(text.whole());
    const entries = fieldOf(fieldOf(recording, 'log'), 'entries');
    if (!Array.isArray(entries)) {
      throw new UsageError(
        'unreadable_input',
        `${path}: this is a recording of network traffic (HAR) that is damaged or cut off`,
        'Export it again; or save the page itself as HTML.',
      );
    }
    const answers = entries.flatMap((entry) => answerIn(entry) ?? []);
    const pages = answers.filter((answer) => answer.isPage);
    refuseMoreEntries(path, pages.length);
    // The answers of one list, loaded while scrolling, are read as one: each states the length of the whole.
    const lists = answers.filter(({ isPage, text: body }) => !isPage && parseJson(body) !== undefined);
    const joined = `[${lists.map((answer) => answer.text).join(',\n')}]`;
    return Promise.resolve([
      ...pages.map((page, at): Part => ({ path: `${path}/page ${at + 1}`, bytes: Buffer.from(page.text) })),
      ...(lists.length === 0 ? [] : [{ path: `${path}/answers`, bytes: Buffer.from(joined) }]),
    ]);
  },
};

interface Answer {
  readonly isPage: boolean;
  readonly text: string;
}

/** An answer of LinkedIn that may list people; null for any other. */
function answerIn(entry: unknown): Answer | null {
  const url = fieldOf(fieldOf(entry, 'request'), 'url');
  const content = fieldOf(fieldOf(entry, 'response'), 'content');
  const [text, type] = [fieldOf(content, 'text'), fieldOf(content, 'mimeType')];
  if (typeof url !== 'string' || typeof text !== 'string' || typeof type !== 'string') return null;
  if (!/^https:\/\/(?:[a-z0-9-]{1,30}\.){0,3}linkedin\.com\//i.test(url)) return null;
  const isPage = /^text\/html\b/i.test(type);
  if (!isPage && !(/[/+]json\b/i.test(type) && isPeopleRequest(url))) return null;
  const isEncoded = fieldOf(content, 'encoding') === 'base64';
  return { isPage, text: isEncoded ? Buffer.from(text, 'base64').toString('utf8') : text };
}

function fieldOf(value: unknown, key: string): unknown {
  return isJsonObject(value) ? value[key] : undefined;
}
