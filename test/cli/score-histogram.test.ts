import { expect, it } from 'vitest';
import { bar, histogramLines } from '../../src/cli/commands/score-histogram.ts';

const plain = (_: string, text: string) => text;

it('a bar is as long as its share, in eighths, and never nothing for something', () => {
  expect([0, 0.001, 0.5, 0.55, 1, 2].map((share) => bar(share, 10))).toEqual([
    '',
    '▏',
    '█████',
    '█████▌',
    '██████████',
    '██████████',
  ]);
});

it('shows the bands that have leads and those between them, the best first', () => {
  expect(histogramLines([12, 0, 0, 0, 0, 0, 0, 3, 1, 0], 40, plain)).toEqual([
    '   80–90    1  ██▏',
    '   70–80    3  ██████▎',
    '   60–70    0',
    '   50–60    0',
    '   40–50    0',
    '   30–40    0',
    '   20–30    0',
    '   10–20    0',
    '    0–10   12  █████████████████████████',
  ]);
});

it('shows nothing for nobody', () => {
  expect(
    histogramLines(
      Array.from({ length: 10 }, () => 0),
      80,
      plain,
    ),
  ).toEqual([]);
});
