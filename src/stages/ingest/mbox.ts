import type { Container, Part } from './container.ts';
import { refuseMoreEntries } from './input-limits.ts';

/** The line before each mail, and the first field of it. */
const START = /^From [^\r\n]{1,300}\r?\n[!-9;-~]{1,60}:/;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A folder of mails in one file (RFC 4155), as Thunderbird, Apple Mail and Google Takeout write it. */
export const mbox: Container = {
  kind: 'mbox',
  recognise({ text }) {
    return START.test(text.head) ? 'it begins as a folder of mails' : null;
  },
  open({ path, bytes }) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const starts = startsIn(buffer, path);
    const parts = starts.map((start, at): Part => {
      const header = buffer.indexOf(LINE_FEED, start) + 1;
      return { path: `${path}/mail ${at + 1}`, bytes: buffer.subarray(header, starts[at + 1]) };
    });
    return Promise.resolve(parts);
  },
};

/** Lines that begin so within a mail are written `>From `, or have no empty line before them. */
function startsIn(buffer: Buffer, path: string): number[] {
  const starts = [0];
  for (let at = buffer.indexOf('\nFrom '); at >= 0; at = buffer.indexOf('\nFrom ', at + 1)) {
    const before = buffer[at - 1] === CARRIAGE_RETURN ? buffer[at - 2] : buffer[at - 1];
    if (before !== LINE_FEED) continue;
    starts.push(at + 1);
    refuseMoreEntries(path, starts.length);
  }
  return starts;
}
