import { describe, expect, it } from 'vitest';
import { readLabels } from '../../src/app/evaluation/label-file.ts';
import { UsageError } from '../../src/domain/errors.ts';

const read = (text: string | Uint8Array) =>
  readLabels(typeof text === 'string' ? Buffer.from(text) : text, 'labels');
const label = { row: 1, icp: null, trap: null, why: null };

describe('labels', () => {
  it.each<[string, string | Uint8Array, object]>([
    [
      'JSONL',
      '{"profile_url":"in/ada","grade":3,"reason":"runs finance"}\n',
      { profile: 'in/ada', grade: 3, why: 'runs finance' },
    ],
    [
      'a JSON array',
      '[{"url": "in/ada", "label": "2", "icp": "acme"}]',
      { profile: 'in/ada', grade: 2, icp: 'acme' },
    ],
    [
      'an object over several lines',
      '[\n {\n "profile": "in/ada",\n "grade": 0, "trap": "vendor"}\n]',
      { profile: 'in/ada', grade: 0, trap: 'vendor' },
    ],
    [
      'a whole profile',
      '{"profile":{"headline":"CFO"},"grade":1}',
      { profile: { headline: 'CFO' }, grade: 1 },
    ],
    ['CSV', 'Profile URL,Grade,Comment\r\nin/ada,3,"a, b"\r\n', { profile: 'in/ada', grade: 3, why: 'a, b' }],
    ['CSV with semicolons and a mark', '\ufeffgrade;LinkedIn\n1;in/ada\n', { profile: 'in/ada', grade: 1 }],
    [
      'CSV in UTF-16',
      Buffer.from('\ufeffgrade\tprofile_url\n2\tin/ada\n', 'utf16le'),
      { profile: 'in/ada', grade: 2 },
    ],
  ])('are read from %s', (_, text, expected) => {
    expect(read(text)).toEqual([{ ...label, ...expected }]);
  });

  it.each<[string, string, RegExp]>([
    ['nothing', '', /neither JSON/],
    ['a list without labels', '[]', /holds no label/],
    ['some other table', 'name,age\nAda,36\n', /neither JSON, JSONL nor a table/],
    ['a grade that is none', '{"url":"in/ada","grade":4}', /1: its grade is not 0, 1, 2 or 3/],
    ['an empty grade', 'url,grade\nin/ada,\n', /1: its grade/],
    ['no profile', '{"grade":1}', /1: it names no profile/],
    ['a broken line', '{"url":"in/ada","grade":1}\n{"url":', /2: it is no JSON object/],
    ['a list of numbers', '[1, 2]', /no JSON object/],
  ])('of %s are refused, not passed over', (_, text, message) => {
    expect(() => read(text)).toThrow(UsageError);
    expect(() => read(text)).toThrow(message);
  });

  it('are read by the columns of the first row of names, whatever else the names are', () => {
    const table = 'note,2024,grade,profile_url,,1\n"a ""b""",0,3,in/ada,2,1\n';
    expect(read(table)).toEqual([{ ...label, profile: 'in/ada', grade: 3, why: 'a "b"' }]);
    expect(() => read('grade,profile_url,Grade\n3,in/ada,0\n')).toThrow(
      /columns 1 \(grade\) and 3 \(Grade\)/,
    );
    const stray = 'profile_url,note,grade\nin/ada,"hello,3\nin/bo,"x",0\n';
    expect(read(stray)).toMatchObject([
      { profile: 'in/ada', grade: 3 },
      { profile: 'in/bo', grade: 0 },
    ]);
  });

  it('are refused where a comma without quotation marks may have moved a grade, and read where it cannot', () => {
    expect(() => read('profile_url,note,grade\nin/ada,grew by 1,2,3\n')).toThrow(
      /1: it has 4 cells.* 3 columns/,
    );
    expect(read('profile_url,grade,note\nin/ada,3,"grew, by"\nin/bo,0,no, thanks\n')).toMatchObject([
      { grade: 3, why: 'grew, by' },
      { grade: 0, why: 'no' },
    ]);
  });

  it('with many mistakes names the first and counts the rest', () => {
    const text = Array.from({ length: 9 }, () => '{"grade":1}').join('\n');
    expect(() => read(text)).toThrow(/5: it names[\s\S]*and 4 more/);
  });
});
