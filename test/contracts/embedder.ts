import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/ports/embedder.ts';

/** What every Embedder must do, whoever is behind it. `make` is called before each test, `close` after it. */
export function embedderContract(
  name: string,
  make: () => Promise<{ embedder: Embedder; close?: () => Promise<void> }>,
): void {
  describe(`${name} keeps the embedder contract`, () => {
    let embedder: Embedder;
    let close: (() => Promise<void>) | undefined;
    const signal = new AbortController().signal;
    beforeEach(async () => {
      ({ embedder, close } = await make());
    });
    afterEach(async () => await close?.());

    const texts = [
      'CFO at a payments company. Finance leader who has scaled billing and fundraising.',
      'Chief financial officer, payments. Fundraising, billing, finance.',
      'Pediatric nurse at a hospital, night shifts, wound care.',
    ];

    it('names itself and states whole, positive limits', () => {
      expect(embedder.provider).not.toBe('');
      expect(embedder.model).not.toBe('');
      for (const limit of Object.values(embedder.limits)) {
        expect(Number.isInteger(limit)).toBe(true);
        expect(limit).toBeGreaterThan(0);
      }
    });

    it('answers one vector per text: finite, of one length, not zero', async () => {
      const { vectors, usage } = await embedder.embed(texts, signal);
      expect(vectors).toHaveLength(texts.length);
      expect(new Set(vectors.map((vector) => vector.length)).size).toBe(1);
      for (const vector of vectors) {
        expect(vector.every((value) => Number.isFinite(value))).toBe(true);
        expect(Math.hypot(...vector)).toBeGreaterThan(0);
      }
      expectUsage(usage);
    });

    it('answers in the order of the texts, whatever they are sent with', async () => {
      const [first, second, third] = (await embedder.embed(texts, signal)).vectors;
      const [onlyThird, onlyFirst] = (await embedder.embed([texts[2]!, texts[0]!], signal)).vectors;
      expect(cosine(first!, onlyFirst!)).toBeGreaterThan(0.999);
      expect(cosine(third!, onlyThird!)).toBeGreaterThan(0.999);
      expect(cosine(second!, onlyThird!)).toBeLessThan(0.999);
    });

    it('puts texts about the same thing closer together', async () => {
      const [finance, alsoFinance, nurse] = (await embedder.embed(texts, signal)).vectors;
      expect(cosine(finance!, alsoFinance!)).toBeGreaterThan(cosine(finance!, nurse!) + 0.05);
    });

    it('embeds the same text twice in one call', async () => {
      const { vectors } = await embedder.embed([texts[0]!, texts[0]!], signal);
      expect(cosine(vectors[0]!, vectors[1]!)).toBeGreaterThan(0.999);
    });

    it('answers no texts with no vectors', async () => {
      expect((await embedder.embed([], signal)).vectors).toEqual([]);
    });

    it.each([
      ['one letter', 'x'],
      ['other scripts', '財務責任者 مدير مالي финансовый директор'],
      ['a lone surrogate', 'CFO \ud83d at work'],
      ['what looks like a special token', 'CFO <|endoftext|> Ledgerly'],
      ['punctuation alone', '… — !!! 🙂'],
    ])('embeds %s', async (_, text) => {
      const { vectors } = await embedder.embed([embedder.fit(text).text], signal);
      expect(Math.hypot(...vectors[0]!)).toBeGreaterThan(0);
    });

    it('leaves a text that fits as it is', () => {
      expect(embedder.fit(texts[0]!)).toEqual({ text: texts[0], cut: false });
    });

    it.each([
      ['words', 'Finance leader in payments and lending. '.repeat(8000)],
      ['one endless word', 'a'.repeat(300_000)],
      ['emoji of several code units', '👩🏽‍💼'.repeat(40_000)],
    ])('cuts %s to a beginning that fits and can be embedded', async (_, text) => {
      const fitted = embedder.fit(text);
      expect(fitted.cut).toBe(true);
      expect(fitted.text).not.toBe('');
      expect(text.startsWith(fitted.text)).toBe(true);
      expect(fitted.text).not.toMatch(/\p{Surrogate}/u);
      expect((await embedder.embed([fitted.text], signal)).vectors).toHaveLength(1);
    });

    it("rejects with the caller's reason when it has been aborted", async () => {
      const reason = new Error('stopped by the test');
      await expect(embedder.embed(texts, AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}

export function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = one.reduce((sum, value, i) => sum + value * other[i]!, 0);
  return dot / (Math.hypot(...one) * Math.hypot(...other));
}

/** Whole numbers or null, which means unknown. */
export function expectUsage(usage: {
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
}): void {
  for (const count of [usage.promptTokens, usage.completionTokens]) {
    expect(count === null || (Number.isInteger(count) && count >= 0)).toBe(true);
  }
}
