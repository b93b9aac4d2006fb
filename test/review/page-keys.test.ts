import { describe, expect, it } from 'vitest';
import { actionOf, type KeyPress } from '../../src/review/page/keys.ts';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code: '', ctrlKey: false, altKey: false, metaKey: false },
  ...{ repeat: false, isComposing: false, inField: false },
  ...change,
});

describe('keys of the review page', () => {
  it.each([
    ['f', 'fit'],
    ['F', 'fit'],
    ['x', 'not_fit'],
    ['j', 'next'],
    ['k', 'previous'],
    ['u', 'undo'],
    ['o', 'open'],
    ['/', 'filter'],
    ['?', 'help'],
    ['a', null],
    ['Escape', null],
    ['Enter', null],
    [' ', null],
    ['constructor', null],
    ['toString', null],
  ])('%s: %s', (key, action) => {
    expect(actionOf(press(key))).toBe(action);
  });

  it.each<[string, Partial<KeyPress>]>([
    ['Ctrl', { ctrlKey: true }],
    ['Alt', { altKey: true }],
    ['Meta', { metaKey: true }],
    ['a composition', { isComposing: true }],
    ['a field', { inField: true }],
  ])('do nothing with %s', (_, change) => {
    for (const key of 'fxjkuo/?') expect(actionOf(press(key, change))).toBeNull();
  });

  it('decide one lead, not twenty, when held down; going on may go on', () => {
    for (const key of 'fxuo/?') expect(actionOf(press(key, { repeat: true }))).toBeNull();
    expect(actionOf(press('j', { repeat: true }))).toBe('next');
  });

  it('are known by their place on keyboards of other scripts only', () => {
    expect(actionOf(press('а', { code: 'KeyF' }))).toBe('fit');
    expect(actionOf(press('ب', { code: 'KeyF' }))).toBe('fit');
    expect(actionOf(press('u', { code: 'KeyF' }))).toBe('undo');
  });
});
