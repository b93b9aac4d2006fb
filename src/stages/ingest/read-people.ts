import { UsageError } from '../../domain/errors.ts';
import type { FoundPerson } from '../../domain/person.ts';
import { decodeText } from './decode.ts';
import { MAX_INPUT_BYTES, refuseLargerThan } from './input-limits.ts';
import { mergePeople } from './merge-people.ts';
import { NobodyFound, type RejectedRow } from './nobody-found.ts';
import type { ProfileItem, ReadOptions } from './recogniser.ts';
import { RECOGNISERS } from './recognisers.ts';

/** What one input file holds. */
export interface Reading {
  /** The kind of input, such as `linkedin-page`. */
  readonly kind: string;
  /** Why it was taken for that. */
  readonly why: string;
  /** Each person once, in the order of first appearance; never empty. */
  readonly people: readonly FoundPerson[];
  /** Rows that look like people but cannot be used: "LinkedIn Member", Sales Navigator ids, rows without a link. */
  readonly skipped: number;
  /** How many people the file itself says its list has, or null. */
  readonly statedTotal: number | null;
  readonly warnings: readonly string[];
  /** Those of the skipped rows that can be shown. */
  readonly rejects: readonly RejectedRow[];
  readonly profileItems: readonly ProfileItem[];
}

/** First bytes of files that people try, and what to do instead. */
const BINARY_KINDS: readonly { starts: readonly number[]; kind: string; hint: string }[] = [
  {
    starts: [0x25, 0x50, 0x44, 0x46, 0x2d],
    kind: 'a PDF',
    hint: 'A printed page has no profile links. Save the page as HTML instead ("Webpage, Complete").',
  },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], kind: 'a 7-Zip archive', hint: 'Unpack it first.' },
  { starts: [0x52, 0x61, 0x72, 0x21, 0x1a], kind: 'a RAR archive', hint: 'Unpack it first.' },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    kind: 'an old Excel or Word file or a message of Outlook',
    hint: 'Export it as CSV; save a message as HTML or text.',
  },
  {
    starts: [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74],
    kind: 'a Safari web archive',
    hint: 'In Safari choose File, Save As, Format: Page Source; or save the page with Chrome.',
  },
  { starts: [0x89, 0x50, 0x4e, 0x47], kind: 'a picture', hint: 'Save the page as HTML instead.' },
  { starts: [0xff, 0xd8, 0xff], kind: 'a picture', hint: 'Save the page as HTML instead.' },
];
const NONE = { rejects: [], skipped: 0 };
const WHAT_IS_READ =
  'Give a saved LinkedIn page (HTML), a CSV or JSON export, or a text with one profile URL per line.';

/**
 * The people in one file, whatever its kind; told by content. Throws UsageError only: NobodyFound (says what the file turned out to be and what
 * was looked for), `input_too_large` (over 200 MB, JSON over 100 MB), `unreadable_input` (binary, or broken JSON).
 */
export function readPeople(
  source: { readonly path: string; readonly bytes: Uint8Array },
  options: ReadOptions = {},
): Reading {
  const { path, bytes } = source;
  refuseLargerThan(MAX_INPUT_BYTES, path, bytes.length);
  if (bytes.length === 0) throw new NobodyFound(`${path}: the file is empty`, WHAT_IS_READ, NONE);

  refuseBinaryKinds(path, bytes);
  const text = decodeText(bytes);
  for (const recogniser of RECOGNISERS) {
    if (recogniser.content === 'text' && text.looksBinary) continue;
    const why = recogniser.recognise({ path, bytes, text }, options);
    if (why === null) continue;
    const findings = recogniser.read({ path, bytes, text }, options);
    const people = mergePeople([findings.sightings]);
    const { skipped, ifEmpty, profileItems = [] } = findings;
    const rejects = (findings.rejects ?? []).map((reject) => ({ path, ...reject }));
    if (people.length === 0) {
      const message = `${path} (${recogniser.kind}: ${why}): ${ifEmpty.message}`;
      throw new NobodyFound(message, ifEmpty.hint, { rejects, skipped });
    }
    const statedTotal = credibleTotal(findings.statedTotal, people.length);
    const warnings = [...findings.warnings, ...missingWarning(people.length, statedTotal)];
    return { kind: recogniser.kind, why, people, skipped, statedTotal, warnings, rejects, profileItems };
  }

  throw new UsageError(
    'unreadable_input',
    `${path}: this is no text in any encoding that icp knows`,
    WHAT_IS_READ,
  );
}

/** A number smaller than that of the people found counts something else. */
function credibleTotal(stated: number | null, found: number): number | null {
  return stated === null || stated < found ? null : stated;
}

/** A PDF may be text from its first byte to its last. */
function refuseBinaryKinds(path: string, bytes: Uint8Array): void {
  const known = BINARY_KINDS.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte));
  if (known === undefined) return;
  throw new UsageError('unreadable_input', `${path}: this is ${known.kind}`, known.hint);
}

/** LinkedIn loads a list while one scrolls, and of followers and search results not more than 1,000 (LINKEDIN.md §0). */
function missingWarning(found: number, stated: number | null): string[] {
  if (stated === null || found >= stated) return [];
  const limit = stated > 1000 ? ' (LinkedIn shows at most 1,000 followers or search results)' : '';
  return [
    `${found.toLocaleString('en-US')} of the ${stated.toLocaleString('en-US')} people that the page states are in it: scroll to the end of the list before saving${limit}`,
  ];
}
