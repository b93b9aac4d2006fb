import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRITERION_KINDS, STANCES } from '../../../src/domain/targeting/criterion.ts';
import { accumulate } from '../../../src/domain/targeting/insight.ts';
import { mention } from '../../support/mentions.ts';

describe('what was said over several calls', () => {
  it('is one insight for each criterion and side, with how often, when and by whom', () => {
    const insights = accumulate([
      mention(['wants', 'title', 'Chief Financial Officer'], { call: 2, speaker: 'Ben' }),
      mention(['wants', 'title', 'CFO'], { call: 5, at: 90 }),
      mention(['wants', 'title', 'CFO'], { call: 5, at: 30 }),
      mention(['wants', 'title', 'CFO'], { call: 3, speaker: null, undated: true }),
      mention(['avoids', 'title', 'CFO'], { call: 4 }),
    ]);
    expect(
      insights.map(({ stance, value, calls, mentions }) => [stance, value, calls, mentions.length]),
    ).toEqual([
      ['wants', 'CFO', 3, 4],
      ['avoids', 'CFO', 1, 1],
    ]);
    const [wanted] = insights;
    expect(wanted).toMatchObject({
      key: insights[1]!.key,
      first: new Date(Date.UTC(2026, 9, 2)),
      last: new Date(Date.UTC(2026, 9, 5)),
      speakers: ['Ana', 'Ben'],
    });
    expect(wanted!.mentions.map(({ call, atSeconds }) => [call.id, atSeconds])).toEqual([
      [5, 30],
      [5, 90],
      [2, 60],
      [3, 60],
    ]);
  });

  it('comes in this order: more calls, then later, then by the alphabet', () => {
    const insights = accumulate([
      mention(['wants', 'keyword', 'late'], { call: 9 }),
      mention(['wants', 'keyword', 'undated'], { undated: true }),
      mention(['wants', 'keyword', 'often'], { call: 1 }),
      mention(['wants', 'keyword', 'often'], { call: 2 }),
      mention(['wants', 'keyword', 'twice in one'], { call: 8, at: 1 }),
      mention(['wants', 'keyword', 'twice in one'], { call: 8, at: 2 }),
      mention(['wants', 'keyword', 'b'], { call: 3 }),
      mention(['wants', 'keyword', 'a'], { call: 3 }),
    ]);
    expect(insights.map(({ value }) => value)).toEqual([
      'often',
      'late',
      'twice in one',
      'a',
      'b',
      'undated',
    ]);
  });

  it('does not depend on which call was recorded first', () => {
    const said = (call: number, recorded: number) => {
      const one = mention(['wants', 'keyword', `ARR${'!'.repeat(call)}`], { call, undated: true });
      return { ...one, call: { ...one.call, id: recorded } };
    };
    const [one] = accumulate([said(1, 10), said(2, 11), said(3, 12)]);
    const [other] = accumulate([said(1, 12), said(2, 10), said(3, 11)]);
    expect(one!.mentions.map(({ call }) => call.callId)).toEqual(['1', '2', '3']);
    expect(other!.mentions.map(({ call }) => call.callId)).toEqual(['1', '2', '3']);
    expect(other!.value).toBe(one!.value);
  });

  it('does not depend on the order in which it was read, and loses nothing', () => {
    const anyMention = fc
      .record({
        stance: fc.constantFrom(...STANCES),
        kind: fc.constantFrom(...CRITERION_KINDS),
        value: fc.constantFrom('CFO', 'CFOs', 'Chief Financial Officer', '51-200', 'banks', 'bank'),
        call: fc.integer({ min: 1, max: 4 }),
        at: fc.nat(3),
      })
      .map(({ stance, kind, value, ...more }) => mention([stance, kind, value], more));
    fc.assert(
      fc.property(fc.array(anyMention, { maxLength: 20 }), (mentions) => {
        const insights = accumulate(mentions);
        expect(insights.reduce((sum, insight) => sum + insight.mentions.length, 0)).toBe(mentions.length);
        expect(accumulate([...mentions].reverse())).toEqual(insights);
      }),
    );
  });
});
