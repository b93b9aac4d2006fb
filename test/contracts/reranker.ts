import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reranker } from '../../src/ports/reranker.ts';
import { expectUsage } from './embedder.ts';

const QUERY = 'Target titles: CFO, VP Finance | Industries: SaaS, Payments | Keywords: fundraising';
const CFO = 'CFO\nHeadline: CFO at Ledgerly, SaaS for payments\nAbout: Finance, fundraising, billing.';
const NURSE = 'Nurse\nHeadline: Nurse at Sankt Anna\nAbout: Night shifts and wound care.';
const PAINTER = 'Painter\nHeadline: Painter in Lisbon\nAbout: Oil on canvas.';

/** What every Reranker must do, whoever is behind it. `make` is called before each test, `close` after it. */
export function rerankerContract(
  name: string,
  make: () => Promise<{ reranker: Reranker; close?: () => Promise<void> }>,
): void {
  describe(`${name} keeps the reranker contract`, () => {
    let reranker: Reranker;
    let close: (() => Promise<void>) | undefined;
    const signal = new AbortController().signal;
    beforeEach(async () => {
      ({ reranker, close } = await make());
    });
    afterEach(async () => await close?.());

    it('names itself and states whole, positive limits', () => {
      expect(reranker.provider).not.toBe('');
      expect(reranker.model).not.toBe('');
      for (const limit of Object.values(reranker.limits)) {
        expect(Number.isInteger(limit)).toBe(true);
        expect(limit).toBeGreaterThan(0);
      }
    });

    it('answers one finite score per document, in the order of the documents', async () => {
      const { scores, usage } = await reranker.rerank(QUERY, [NURSE, CFO, PAINTER], signal);
      expect(scores).toHaveLength(3);
      expect(scores.every((score) => Number.isFinite(score))).toBe(true);
      expect(scores[1]).toBeGreaterThan(scores[0]!);
      expect(scores[1]).toBeGreaterThan(scores[2]!);
      expectUsage(usage);
    });

    it('gives the same document the same place wherever it stands', async () => {
      const documents = Array.from({ length: 12 }, (_, i) => (i === 9 ? CFO : `${PAINTER} Number ${i}.`));
      const { scores } = await reranker.rerank(QUERY, documents, signal);
      expect(scores.indexOf(Math.max(...scores))).toBe(9);
    });

    it('scores from 0 to 1, whatever else is in the request, if it says that its scores are absolute', async () => {
      if (!reranker.absoluteScores) return;
      const [alone] = (await reranker.rerank(QUERY, [CFO], signal)).scores;
      const [, amongOthers] = (await reranker.rerank(QUERY, [NURSE, CFO, CFO], signal)).scores;
      expect(amongOthers).toBeCloseTo(alone!, 6);
      for (const score of (await reranker.rerank(QUERY, [NURSE, PAINTER, QUERY], signal)).scores) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    });

    it('takes odd documents', async () => {
      const odd = ['x', '…!', 'CFO \ud83d <|endoftext|>', 'word '.repeat(3000), '財務責任者'];
      const { scores } = await reranker.rerank(QUERY, odd, signal);
      expect(scores).toHaveLength(odd.length);
      expect(scores.every((score) => Number.isFinite(score))).toBe(true);
    });

    it('answers no documents with no scores', async () => {
      expect((await reranker.rerank(QUERY, [], signal)).scores).toEqual([]);
    });

    it("rejects with the caller's reason when it has been aborted", async () => {
      const reason = new Error('stopped by the test');
      await expect(reranker.rerank(QUERY, [CFO], AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}
