import { Command, InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import {
  addGlobalOptions,
  addRerankOptions,
  addScopeOptions,
  addSpendingOptions,
  examples,
  parseCount,
  parseDollars,
  parseScore,
  parseSeconds,
  parseSince,
} from '../../src/cli/options.ts';

const parsers = { parseCount, parseSeconds, parseDollars, parseScore };

describe('option values', () => {
  it.each([
    ['parseCount', '1', 1],
    ['parseCount', '5000', 5000],
    ['parseSeconds', '0', 0],
    ['parseDollars', '2', 2],
    ['parseDollars', '2.50', 2.5],
    ['parseDollars', '$0.01', 0.01],
    ['parseDollars', '0', 0],
    ['parseScore', '0', 0],
    ['parseScore', '72.5', 72.5],
    ['parseScore', '100', 100],
  ] as const)('%s takes %s', (parser, text, value) => {
    expect(parsers[parser](text)).toBe(value);
  });

  it.each([
    ['parseCount', ['', '0', '-1', '1.5', '1e3', ' 5', 'ten', '9999999999', '٣']],
    ['parseSeconds', ['', '-1', '1.5', 'x', '9999999']],
    ['parseDollars', ['', '-1', '1,50', '1e3', 'Infinity', 'NaN', '$', '5$', '0x10']],
    ['parseScore', ['', ' ', '-1', '101', 'NaN', 'abc', '0x10', 'Infinity']],
  ] as const)('%s refuses the rest', (parser, texts) => {
    for (const text of texts) expect(() => parsers[parser](text), text).toThrow(InvalidArgumentError);
  });

  it('parseSince takes dates, times and spans', () => {
    expect(parseSince('2026-11-01').toISOString()).toBe('2026-11-01T00:00:00.000Z');
    expect(parseSince('2026-11-01T10:30:00Z').toISOString()).toBe('2026-11-01T10:30:00.000Z');
    for (const [span, hours] of [
      ['12h', 12],
      ['7d', 168],
      ['2w', 336],
    ] as const) {
      const before = Date.now() - hours * 3_600_000;
      const since = parseSince(span).getTime();
      expect(since).toBeGreaterThanOrEqual(before);
      expect(since).toBeLessThanOrEqual(Date.now() - hours * 3_600_000);
    }
    for (const text of [
      '',
      'yesterday',
      '7',
      '7x',
      '-7d',
      '2026',
      '01.11.2026',
      '2026-13-01',
      '2026-02-31',
      '2026-11-01 or so',
    ]) {
      expect(() => parseSince(text), text).toThrow(InvalidArgumentError);
    }
  });

  it('are the same on every command', () => {
    const command = addRerankOptions(
      addSpendingOptions(addScopeOptions(addGlobalOptions(new Command('x')))),
    ).exitOverride();
    command.parse(
      [
        '--json',
        '-q',
        '-v',
        '--no-color',
        '--client',
        'a',
        '--batch',
        'b',
        '--dry-run',
        '--max-cost',
        '2.5',
        '--no-rerank',
      ],
      { from: 'user' },
    );
    expect(command.opts()).toMatchObject({
      json: true,
      quiet: true,
      verbose: true,
      color: false,
      client: 'a',
      batch: 'b',
      dryRun: true,
      maxCost: 2.5,
      rerank: false,
    });
  });

  it('come with examples', () => {
    const command = examples(new Command('x'), [
      ['icp x', 'does x'],
      ['icp x --all', 'does all'],
    ]);
    let help = '';
    command
      .configureOutput({
        writeOut: (text) => {
          help += text;
        },
      })
      .exitOverride();
    expect(() => command.parse(['--help'], { from: 'user' })).toThrow();
    expect(help).toContain('  $ icp x         does x\n  $ icp x --all   does all');
  });
});
