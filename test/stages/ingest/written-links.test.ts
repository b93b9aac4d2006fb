import { describe, expect, it } from 'vitest';
import { profileLinksIn } from '../../../src/stages/ingest/profile-links.ts';
import { readPeople } from '../../../src/stages/ingest/read-people.ts';
import { memberId } from '../../support/member-id.ts';

const url = 'https://www.linkedin.com/in/mirela-1';
const read = (content: string) => readPeople({ path: 'input', bytes: Buffer.from(content) });
const vanities = (content: string) => read(content).people.map((person) => person.publicIdentifier);

describe('an address in a text ends', () => {
  it.each([
    ...['。', '、', '，', '；', '：', '！', '？', '）', '」', '』', '】', '》', '…', '—', '–', '―', '・'],
    ...['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '‹', '›', '。', '、', '۔', '،', '؟', '।'],
    ...['\u00a0', '\u00ad', '\u200b', '\u200c', '\u200e', '\u200f', '\u202a', '\u202c', '\u2060', '\ufeff'],
    ...['\u3000', '•', '→', '™', '🙂', '|', ';', ',', ')', '>', '"', "'", '`', '.', '!', '?', ':', '**', '_'],
    ...['%E2%80%8B', '%E2%80%9D', '%E3%80%82', '%EF%BC%8C', '%EF%BC%89', '%C2%A0', '%C2%BB'],
  ])('before %j', (mark) => {
    expect(vanities(`${url}${mark}`)).toEqual(['mirela-1']);
    expect(vanities(`see ${url}${mark} for more`)).toEqual(['mirela-1']);
    expect(vanities(`${mark}${url}${mark}\n${mark} ${url}${mark}`)).toEqual(['mirela-1']);
  });

  it.each([
    ['another', `链接：${url}、https://www.linkedin.com/in/zoe-1，谢谢`, ['mirela-1', 'zoe-1']],
    ['brackets', `（${url}）「https://www.linkedin.com/in/zoe-1」`, ['mirela-1', 'zoe-1']],
    ['dashes without blanks', `Zürich—${url}—ok`, ['mirela-1']],
    ['words before it', `链接${url} 和linkedin.com/in/zoe-1`, ['mirela-1', 'zoe-1']],
  ])('where the text goes on: %s', (_what, text, expected) => {
    expect(vanities(text)).toEqual(expected);
  });

  it.each([
    ['letters of any script', 'https://www.linkedin.com/in/grün-ödel-佐々木', 'grün-ödel-佐々木'],
    ['marks', 'https://www.linkedin.com/in/नमिता-1', 'नमिता-1'],
    ['percent-encoded ones', 'https://www.linkedin.com/in/gr%C3%BCn-%C3%B6del/', 'grün-ödel'],
  ])('not before %s', (_what, text, expected) => {
    expect(vanities(text)).toEqual([expected]);
    expect(vanities(`see ${text}, please`)).toEqual([expected]);
  });

  it('not before the underscore of an id', () => {
    const id = `${memberId(7).slice(0, 38)}_`;
    const expected = [{ memberUrn: id }];
    for (const text of [`https://www.linkedin.com/in/${id}`, `see https://www.linkedin.com/in/${id}.`, id])
      expect(read(text).people).toMatchObject(expected);
  });
});

describe('a profile address that cannot be read', () => {
  it.each([
    ['alone on its line', 'https://www.linkedin.com/in/%%'],
    ['in a sentence', 'see https://www.linkedin.com/in/%%, please'],
    ['beside a good one', 'https://www.linkedin.com/in/zoe-1 and https://www.linkedin.com/in/a%00b'],
    ['a short link', '\u200bhttps://lnkd.in/abc'],
  ])('is told: %s', (_what, line) => {
    expect(read(`${url}\n${line}`).rejects).toMatchObject([{ line: 2 }]);
  });

  it.each([
    'https://www.linkedin.com/in/me/',
    'https://www.linkedin.com/comm/feed/x',
    'linkedin.com/company/x',
  ])('is none when it is nobody: %s', (line) => {
    expect([...profileLinksIn(`see ${line}`)]).toEqual([]);
  });
});
