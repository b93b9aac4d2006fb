/**
 * A valid 39-character member id (base64url of `00 2a 00 00 | number | 01 | 20 bytes`, LINKEDIN.md §0), the same for the same number. The
 * tail is a hash of the number, so that ids look and compress like real ones.
 */
export function memberId(number: number): string {
  const bytes = Buffer.alloc(29);
  bytes.writeUInt8(0x2a, 1);
  bytes.writeUInt32BE(number, 4);
  bytes[8] = 1;
  let state = (number ^ 0x9e3779b9) >>> 0;
  for (let i = 9; i < 29; i++) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes.toString('base64url');
}
