import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../src/stages/ingest/attributes.ts';
import { scanHtml } from '../../../src/stages/ingest/html-scanner.ts';

/** The page as the scanner understood it, with every end tag written out. */
function normalised(pieces: readonly string[]): string {
  const out: string[] = [];
  const open: string[] = [];
  scanHtml(pieces, {
    open(name: string, attributes: Attributes) {
      open.push(name);
      out.push(`<${name}${attributes.href === null ? '' : ` href=${attributes.href}`}>`);
    },
    close() {
      out.push(`</${open.pop()}>`);
    },
    text: (text) => out.push(text),
    comment: (text) => out.push(`<!--${text}-->`),
    wantsText: () => true,
  });
  expect(open).toEqual([]);
  return out.join('');
}

describe('scanHtml', () => {
  it.each([
    ['<ul><li>a<li>b</ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['<ul><li><p>a<li><p>b</ul>', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['<ul><li>a<ul><li>b</ul><li>c</ul>', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
    [
      '<table><tr><td>a<td>b<tr><td>c</table>',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    ],
    ['<p>a<div>b</div>', '<p>a</p><div>b</div>'],
    ['<a href=x><div><a href=y>n</a></div></a>', '<a href=x><div><a href=y>n</a></div></a>'],
    ['<svg><path/><title>t</title></svg>x', '<svg></svg>x'],
    ['<svg><path><div>x</div>', '<svg></svg><div>x</div>'],
    ['<br>a<img>b', '<br></br>a<img></img>b'],
    ['<li></span>a</li>', '<li>a</li>'],
    ['<A HREF="a&amp;b">R&amp;D &eacute;&#128640;</A>', '<a href=a&b>R&D é🚀</a>'],
    ["<a href='a\"b'>x</a>", '<a href=a"b>x</a>'],
    ['<a href=1 href=2>x</a>', '<a href=1>x</a>'],
    ['a &lt;b&gt; < c', 'a <b> < c'],
    ['<script>if (a &amp;&amp; b<c) "</a>"</script>', '<script>if (a &amp;&amp; b<c) "</a>"</script>'],
    ['x<!---->y', 'x<!---->y'.replace('<!---->', '')],
    ['<div>a', '<div>a</div>'],
    ['<div><a href="cut', '<div></div>'],
  ])('%s', (page, expected) => {
    expect(normalised([page])).toBe(expected);
  });

  it('decodes a value of any length, wherever it is cut', () => {
    const value = 'a&amp;b&lt;c&#128640;'.repeat(9000);
    const page = `<a href="${value}">x</a>`;
    const expected = `<a href=${'a&b<c🚀'.repeat(9000)}>x</a>`;
    for (const size of [7, 65_537, 70_001, 131_072]) {
      const pieces = page.match(new RegExp(`.{1,${size}}`, 'gsu')) ?? [];
      expect(normalised(pieces)).toBe(expected);
    }
  });

  it('reads a page the same however it is cut into pieces', () => {
    const page =
      '<ul><li class=x><a href="/in/a?b=1&amp;c=2">R&amp;D <b>x</b></a><!-- note --><li>é🚀</ul><script>a</script>';
    fc.assert(
      fc.property(fc.array(fc.nat(page.length), { maxLength: 8 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), page.length];
        expect(normalised(at.slice(1).map((end, i) => page.slice(at[i], end)))).toBe(normalised([page]));
      }),
    );
  });

  it('bounds nesting', () => {
    const depth = 100_000;
    const page = `${'<div>'.repeat(depth)}x${'</div>'.repeat(depth)}<p>y</p>`;
    const text = normalised([page]);
    expect(text.endsWith('<p>y</p>')).toBe(true);
    expect(text.match(/<div>/g)!.length).toBeLessThan(1000);
  });
});
