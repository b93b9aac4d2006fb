import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { takeMailDomain } from '../../src/cli/commands/mail-domain.ts';

describe('a mail domain', () => {
  it.each([
    ['acme.example', 'acme.example'],
    [' Acme.EXAMPLE ', 'acme.example'],
    ['@acme.example', 'acme.example'],
    ['ana@acme.example', 'acme.example'],
    ['https://acme.example/', 'acme.example'],
    ['http://www.acme.co.example:8080/team?x=a@b#c', 'acme.co.example'],
    ['acme.example.', 'acme.example'],
    ['münchen-süd.example', 'münchen-süd.example'],
    ['xn--mnchen-3ya.xn--p1ai', 'xn--mnchen-3ya.xn--p1ai'],
  ])('%j is %s', (given, domain) => {
    expect(takeMailDomain(given)).toEqual([domain]);
  });

  it.each([
    '',
    '  ',
    '@',
    'acme',
    'https://',
    '-acme.example',
    'a..example',
    'a.example,b.example',
    'a b.example',
  ])('%j is none', (given) => {
    expect(() => takeMailDomain(given)).toThrow(InvalidArgumentError);
  });

  it.each(['10.0.0.1', `${'a'.repeat(250)}.example`, 'a\u001b[31m.example', 'a.example\u0000'])(
    '%j is none',
    (given) => {
      expect(() => takeMailDomain(given)).toThrow(InvalidArgumentError);
    },
  );

  it('counts once', () => {
    expect(takeMailDomain('@b.example', takeMailDomain('B.example', ['a.example']))).toEqual([
      'a.example',
      'b.example',
    ]);
  });
});
