import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/stages/ingest/decode.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('decodeText', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['a byte-order mark', Buffer.from('\ufeffZoë'), 'utf-8', 'Zoë'],
    ['UTF-16 with mark', Buffer.from('\ufeffZoë', 'utf16le'), 'utf-16le', 'Zoë'],
    ['big-endian UTF-16', Buffer.from('\ufeffZoë 12', 'utf16le').swap16(), 'utf-16be', 'Zoë 12'],
    ['UTF-16 without mark', Buffer.from('plain text ë', 'utf16le'), 'utf-16le', 'plain text ë'],
    [
      'a declared charset',
      latin1('<meta charset="iso-8859-1"><p>Zo\u00eb'),
      'windows-1252',
      '<meta charset="iso-8859-1"><p>Zoë',
    ],
    [
      'a declared charset of the old form',
      Buffer.from([
        ...latin1('<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        0xc4,
        0xe0,
      ]),
      'windows-1251',
      '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Да',
    ],
    [
      'an unknown charset',
      Buffer.from('<meta charset="nonsense">Zoë'),
      'utf-8',
      '<meta charset="nonsense">Zoë',
    ],
    ['valid UTF-8', Buffer.from('Zoë 🚀'), 'utf-8', 'Zoë 🚀'],
    ['anything else', Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x80]), 'windows-1252', 'Zoë €'],
  ])('%s', (_what, bytes, encoding, text) => {
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.whole()).toBe(text);
    expect([...decoded.pieces()].join('')).toBe(text);
  });

  it('keeps characters whole across pieces', () => {
    for (const unit of ['ë', '€', '🚀']) {
      for (let shift = 0; shift < 4; shift++) {
        const text = 'x'.repeat(shift) + unit.repeat(60_000);
        expect([...decodeText(Buffer.from(text)).pieces()].join('')).toBe(text);
      }
    }
  });

  it('takes text that was cut inside a character for UTF-8', () => {
    expect(decodeText(Buffer.from('Zoë 🚀').subarray(0, -1)).encoding).toBe('utf-8');
  });

  it('knows binary from text', () => {
    expect(decodeText(Buffer.from('%PDF-1.7\n\u0001\u0002\u0003\u0004')).looksBinary).toBe(true);
    expect(decodeText(Buffer.from('name\turl\r\nZoë')).looksBinary).toBe(false);
  });
});
