import { describe, expect, it } from 'vitest';
import { isViewSource, shownSource } from '../../../src/stages/ingest/view-source.ts';

const LINES = ['<p title="a &amp; b">', 'Ada &lt;Quill&gt;</p>'];
const escaped = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('the source that a view-source tab shows', () => {
  it.each([
    [
      'of Chrome',
      `<body><table>${LINES.map((line, at) => `<tr><td class="line-number" value="${at}"></td><td class="line-content"><span class="html-tag">${escaped(line)}</span></td></tr>`).join('\n')}</table>`,
      `${LINES.join('\n')}\n`,
    ],
    [
      'of Firefox',
      `<body id="viewsource" class="highlight"><pre id="line1">${LINES.map((line) => `<span>${escaped(line)}</span>`).join('\n')}</pre>`,
      `${LINES.join('\n')}\n`,
    ],
  ])('%s', (_, page, source) => {
    expect(isViewSource(page)).toBe(true);
    expect(shownSource([page]).join('')).toBe(source);
  });

  it('is not sought in other pages', () => {
    expect(isViewSource('<table><tr><td class="line">class="line-content"</td></tr></table>')).toBe(false);
  });
});
