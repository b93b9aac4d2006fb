import { bdi, element, longText } from './elements.ts';
import type { ShownCriterion, ShownIcp } from './review-api.ts';

const NOTES = 700;

/** Whom the client wants to reach, each wish with what was said of it in calls. */
export function icpView(icp: ShownIcp): HTMLElement {
  return element(
    'div',
    { class: 'icp' },
    icp.criteria.map(({ label, avoids, isNote, values }) =>
      element(
        'section',
        avoids ? { class: 'avoids' } : {},
        element('h3', {}, label),
        isNote ? values.map(noteView) : criteriaList(values),
      ),
    ),
    element(
      'p',
      { class: 'quiet' },
      `ICP version ${icp.version}`,
      icp.newestVersion > icp.version
        ? `, under which this lead was scored. Version ${icp.newestVersion} is newer: icp qualify --rescore adopts it.`
        : null,
    ),
  );
}

function noteView(note: ShownCriterion): HTMLElement {
  return element('div', {}, longText(note.value, NOTES), quotesOf(note));
}

/** Words side by side; those that somebody was heard to say fold out. */
function criteriaList(values: readonly ShownCriterion[]): HTMLElement {
  return element(
    'ul',
    { class: 'criteria' },
    values.map((one) =>
      one.quotes.length === 0
        ? element('li', { class: 'criterion' }, bdi(one.value))
        : element(
            'li',
            { class: 'quoted' },
            element(
              'details',
              {},
              element(
                'summary',
                {},
                element(
                  'span',
                  { class: 'criterion' },
                  bdi(one.value),
                  element(
                    'span',
                    { class: 'said' },
                    ` ${one.quotes.length} ${one.quotes.length === 1 ? 'quote' : 'quotes'}`,
                  ),
                ),
              ),
              quotesOf(one),
            ),
          ),
    ),
  );
}

function quotesOf({ quotes }: ShownCriterion): HTMLElement | null {
  if (quotes.length === 0) return null;
  return element(
    'ul',
    { class: 'quotes' },
    quotes.map(({ quote, speaker, call, date }) => {
      const source = [speaker, call, date === null ? null : day(date)].filter((text) => text !== null);
      return element(
        'li',
        {},
        element('blockquote', { dir: 'auto' }, `“${quote}”`),
        source.length === 0
          ? null
          : element(
              'p',
              { class: 'quiet' },
              source.flatMap((text, place) => (place === 0 ? [bdi(text)] : [' · ', bdi(text)])),
            ),
      );
    }),
  );
}

function day(iso: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
