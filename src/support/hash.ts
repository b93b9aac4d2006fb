import { createHash } from 'node:crypto';

/**
 * SHA-256 of the given parts as 64 hex digits. Parts are length-prefixed, so that
 * ("ab","c") and ("a","bc") never share a key.
 */
export function contentHash(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    hash.update(`${bytes.length}:`);
    hash.update(bytes);
  }
  return hash.digest('hex');
}
