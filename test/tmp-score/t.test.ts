import { test } from 'vitest';
import { matchTitles } from '../../src/domain/scoring/title-match.ts';
import { titled, profile } from '../domain/scoring/invented-profiles.ts';
test('t', () => { const [target, ...ts]=(process.env.T??'').split('##'); for (const t of ts) { const r=matchTitles(target!.split(';'), titled(t)); const h=matchTitles(target!.split(';'), profile({headline:t})); console.log((r.match??-1).toFixed(2), (h.match??-1).toFixed(2), t, '=>', r.note);} });
