import { describe, expect, it } from 'vitest';
import type { Icp } from '../../../src/domain/icp.ts';
import { quoteIcp, type SaidCriterion } from '../../../src/domain/targeting/quoted-icp.ts';

const ICP: Icp = {
  targetTitles: ['VP Finance', 'CFO'],
  targetIndustries: [],
  companySizes: ['51-200'],
  targetKeywords: ['Series B'],
  targetLocations: [],
  excludeTitles: ['CFO'],
  excludeCompanies: ['Ledgerly'],
  excludeKeywords: [],
  notes: 'They have scaled to 100M ARR. Never agencies.',
};

function said(
  kind: SaidCriterion['kind'],
  stance: SaidCriterion['stance'],
  value: string,
  quote = `“${value}”`,
): SaidCriterion {
  return { kind, stance, value, quote, speaker: 'Ana', call: 'Kick-off', heldAt: null };
}

describe('an ICP with what was said of it', () => {
  it('has its lists in their order, the empty ones left out', () => {
    expect(
      quoteIcp(ICP, []).map(({ kind, stance, values }) => [kind, stance, values.map(({ value }) => value)]),
    ).toEqual([
      ['title', 'wants', ['VP Finance', 'CFO']],
      ['company_size', 'wants', ['51-200']],
      ['keyword', 'wants', ['Series B']],
      ['title', 'avoids', ['CFO']],
      ['company', 'avoids', ['Ledgerly']],
      ['note', 'wants', [ICP.notes]],
    ]);
  });

  it.each<[string, SaidCriterion, string[]]>([
    ['another spelling', said('title', 'wants', 'vp-finance'), ['title wants VP Finance']],
    ['another word for it', said('title', 'wants', 'Chief Financial Officers'), ['title wants CFO']],
    ['the other stance', said('title', 'avoids', 'CFO'), ['title avoids CFO']],
    ['another kind', said('keyword', 'wants', 'CFO'), []],
    ['something else', said('title', 'wants', 'VP Sales'), []],
    ['a company', said('company', 'avoids', 'LEDGERLY'), ['company avoids Ledgerly']],
    ['words of the notes', said('note', 'avoids', 'never agencies'), [`note wants ${ICP.notes}`]],
    ['half a word of the notes', said('note', 'wants', 'have scale'), []],
    ['no word', said('note', 'wants', '!'), []],
  ])('puts %s where it belongs', (_, one, expected) => {
    const found = quoteIcp(ICP, [one]).flatMap(({ kind, stance, values }) =>
      values.flatMap((value) => (value.said.length === 0 ? [] : [`${kind} ${stance} ${value.value}`])),
    );
    expect(found).toEqual(expected);
  });

  it('tells each quote once', () => {
    const twice = [
      said('title', 'wants', 'CFO', 'a'),
      said('title', 'wants', 'cfo', 'a'),
      said('title', 'wants', 'CFO', 'b'),
    ];
    expect(quoteIcp(ICP, twice)[0]!.values[1]!.said.map(({ quote }) => quote)).toEqual(['a', 'b']);
  });
});
