import { ownCopy } from './own-copy.ts';
import type { Reject } from './recogniser.ts';

/** Of more rejected rows than this in one file, the rest is only counted. */
export const MAX_REJECTS = 10_000;
const MAX_CHARACTERS = 300;

/** Why a row cannot be used. Scripts may compare with these. */
export const REJECTED = {
  noUrl: 'no profile URL',
  salesNavigator: 'Sales Navigator link: opens no profile',
  recruiter: 'Recruiter link: opens no profile',
  unreadable: 'profile URL cannot be read',
  shortLink: 'short link: cannot be resolved offline',
  hidden: 'LinkedIn Member: LinkedIn shows neither name nor profile',
  several: 'several profile URLs',
  broken: 'row is broken',
  noJson: 'no JSON',
} as const;

/** The rows of one file that look like people and cannot be used. */
export class RejectList {
  readonly kept: Reject[] = [];
  /** Of all of them, kept or not. */
  count = 0;

  /** Line and text are asked for only while rows are kept. */
  add(reason: string, row: () => { readonly line: number | null; readonly text: string }): void {
    this.count++;
    if (this.kept.length >= MAX_REJECTS) return;
    const { line, text } = row();
    this.kept.push({ line, reason, text: rejectText(text) });
  }
}

/** The row without line breaks around it, cut between characters. */
function rejectText(row: string): string {
  return ownCopy(
    row
      .slice(0, MAX_CHARACTERS * 4)
      .trim()
      .slice(0, MAX_CHARACTERS),
  ).replace(/\ufffd$/, '');
}
