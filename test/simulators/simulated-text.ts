import { createRequire } from 'node:module';
import { seededRandom } from './simulator-server.ts';

/** Deterministic stand-ins for what models make of texts: counts, vectors, and how much two texts share. */

type CountTokens = (text: string) => number;

let encoding: { encode(text: string, options: { disallowedSpecial: Set<string> }): number[] } | undefined;

/** Tokens as cl100k counts them; a word of thousands of letters in pieces, since counting is quadratic in its length. */
export const realTokens: CountTokens = (text) => {
  encoding ??= createRequire(import.meta.url)('gpt-tokenizer/encoding/cl100k_base') as NonNullable<
    typeof encoding
  >;
  const pieces = /\S{2000}/.test(text) ? (text.match(/[\s\S]{1,1000}/g) ?? []) : [text];
  const count = (piece: string) => encoding!.encode(piece, { disallowedSpecial: new Set() }).length;
  return pieces.reduce((sum, piece) => sum + count(piece), 0);
};

/** Much faster, for benchmarks: four bytes a token. */
export const roughTokens: CountTokens = (text) => Math.ceil(Buffer.byteLength(text) / 4);

export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/**
 * A unit vector of the text's words, each at eight hashed places, over a faint noise of its own that fills every place, so that the answer
 * is as long on the wire as a real one. Texts that share words are close.
 */
export function bagOfWordsVector(text: string, dimensions: number): number[] {
  const noise = seededRandom(hashOf(text));
  const vector = Array.from({ length: dimensions }, () => (noise() - 0.5) * 0.002);
  for (const word of words(text)) {
    const place = seededRandom(hashOf(word));
    for (let i = 0; i < 8; i++) {
      const at = Math.floor(place() * dimensions);
      vector[at] = vector[at]! + (place() < 0.5 ? -1 : 1);
    }
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => Number((value / length).toFixed(8)));
}

/** The share of the query's different words that the document has, 0–1. */
export function lexicalOverlap(query: string, document: string): number {
  const wanted = new Set(words(query));
  const present = new Set(words(document));
  const shared = [...wanted].filter((word) => present.has(word)).length;
  return wanted.size === 0 ? 0 : Number((shared / wanted.size).toFixed(6));
}
