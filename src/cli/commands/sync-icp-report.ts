import stringWidth from 'string-width';
import type { PlannedReading } from '../../app/sync/planned-reading.ts';
import type { GatheredCalls } from '../../app/sync/sync-icp.ts';
import { MOST_OF_A_PART } from '../../calls/check-criteria.ts';
import type { ContradictingSide, Contradiction } from '../../domain/targeting/contradictions.ts';
import { ICP_KEYS } from '../../domain/targeting/icp-keys.ts';
import type { Insight } from '../../domain/targeting/insight.ts';
import type { BackedEntry } from '../../domain/targeting/proposal.ts';
import { sameCriterionKey } from '../../domain/targeting/same-criterion.ts';
import { counted, dollars } from '../format.ts';
import { type Paint, shown } from '../io.ts';
import { wrap } from '../wrap.ts';
import { fileKey } from './client.ts';
import { costText } from './spending.ts';
import type { SyncOutcome } from './sync-icp-document.ts';
import { quoteLines, type ReportStyle, summary, summaryOf } from './sync-icp-evidence.ts';

/** Of what does not fit an ICP, so many are shown. */
const MOST_OTHERS = 10;
const VALUE_CELLS = 26;

/** What came of the calls, and the proposal as a diff against the current ICP. */
export function syncLines(outcome: SyncOutcome, style: ReportStyle): string[] {
  const { proposal, reading } = outcome;
  const { paint } = style;
  const dropped = [
    ...(reading.withoutQuote > 0
      ? [`${criteria(reading.withoutQuote)} dropped: the quote is not in the transcript.`]
      : []),
    ...(reading.withoutValue > 0
      ? [`${criteria(reading.withoutValue)} dropped: nothing an ICP can say.`]
      : []),
    ...(reading.tooMany > 0
      ? [`${criteria(reading.tooMany)} dropped: more than ${MOST_OF_A_PART} in one part of a call.`]
      : []),
  ];
  return [
    callsLine(outcome),
    '',
    paint('bold', headline(outcome)),
    ...diffLines([...proposal.added, ...proposal.confirmed], new Set(proposal.added), style),
    ...contradictionLines(proposal.contradictions, style),
    ...otherLines('Said, but not for an ICP file', proposal.other, style),
    ...otherLines('Taken out of the ICP by somebody, and not proposed again', proposal.takenOut, style),
    ...(dropped.length > 0 ? ['', ...dropped.map((line) => paint('dim', line))] : []),
    ...(reading.read > 0 ? ['', `Cost: ${costText(reading.costUsd, reading.unknownCosts)}.`] : []),
  ];
}

/** What was done, and what is to be typed next; nothing where there is nothing to do. */
export function nextLines(outcome: SyncOutcome, paint: Paint): string[] {
  const { client, proposal, applied, offline, fromFiles } = outcome;
  if (applied !== null) {
    return [
      `The ICP of ${client} is now version ${applied.version}.`,
      paint('dim', `Next: icp qualify --client ${client} --rescore${offline ? ' --offline' : ''}`),
    ];
  }
  if (!proposal.applicable) return [];
  // With files, other flags would ask for keys that these do without.
  const how =
    offline || fromFiles ? 'the same command with --apply' : `icp sync-icp --client ${client} --apply`;
  return [paint('dim', `Make it current: ${how}`)];
}

/** What a `--dry-run` prints. */
export function syncPlanLines(gathered: GatheredCalls, plan: PlannedReading, model: string): string[] {
  const { calls, known, notTranscribed, parts, knownParts, tokens, costUsd } = plan;
  return [
    `${counted(gathered.found - gathered.left, 'call')}: ${calls.length} to read, ${known} read before${notTranscribed > 0 ? `, ${notTranscribed} not transcribed yet` : ''}.`,
    `${counted(parts, 'part')} for ${model}, ${knownParts} of them bought before; ${tokens.toLocaleString('en-US')} tokens, about ${dollars(costUsd)}.`,
    'No model was called.',
  ];
}

function callsLine({ gathered, plan, reading }: SyncOutcome): string {
  const parts = [
    ...(reading.read > 0 ? [`${counted(reading.read, 'call')} read now`] : []),
    ...(plan.known > 0 ? [`${plan.known} read before`] : []),
    ...(plan.notTranscribed > 0 ? [`${plan.notTranscribed} not transcribed yet`] : []),
    ...(reading.failed.length > 0 ? [`${reading.failed.length} failed`] : []),
  ];
  const nothingNew = reading.read + reading.failed.length === 0 ? 'Nothing new' : '';
  const counts = parts.join(', ') || (gathered.found === 0 ? 'no call was looked at' : 'no call to read');
  return `${nothingNew === '' ? counts : `${nothingNew}: ${counts}`}.`;
}

function headline({ client, proposal, applied }: SyncOutcome): string {
  const { currentVersion, applicable, added, confirmed } = proposal;
  const next = (currentVersion ?? 0) + 1;
  if (applied !== null) return `ICP of ${client}, version ${applied.version}`;
  if (applicable) {
    return `Proposed ICP of ${client}, version ${next}: ${counted(added.length, 'new entry', 'new entries')}`;
  }
  if (added.length > 0) {
    return `No ICP of ${client} can be made of this yet: nothing says whom to look for`;
  }
  if (currentVersion === null) return `Nothing was said yet that makes an ICP of ${client}`;
  const backing =
    confirmed.length > 0 ? `, ${counted(confirmed.length, 'entry', 'entries')} of it confirmed` : '';
  return `The calls add nothing to the ICP of ${client} (version ${currentVersion})${backing}`;
}

function diffLines(
  entries: readonly BackedEntry[],
  added: ReadonlySet<BackedEntry>,
  style: ReportStyle,
): string[] {
  const keys = new Set(entries.map(({ key }) => key));
  return ICP_KEYS.filter((key) => keys.has(key)).flatMap((key) => [
    '',
    style.paint('cyan', fileKey(key)),
    ...entries
      .filter((entry) => entry.key === key)
      .flatMap((entry) => {
        const isNew = added.has(entry);
        const mark = isNew ? style.paint('green', '+') : ' ';
        return [
          ...entryLines(mark, entry.value, summary(entry.insight), style, isNew ? 'green' : null),
          ...(isNew || style.everything ? quoteLines(entry.insight.mentions, style) : []),
        ];
      }),
  ]);
}

/** `+ CFO    3 calls, last 2026-10-01, Ana Brandt`, on two lines where one has no room for it. */
function entryLines(
  mark: string,
  value: string,
  about: string,
  { width, paint }: ReportStyle,
  colour: 'green' | null,
): string[] {
  const text = shown(value);
  const name = (part: string) => (colour === null ? part : paint(colour, part));
  const padding = ' '.repeat(Math.max(2, VALUE_CELLS - stringWidth(text)));
  if (stringWidth(text) + padding.length + stringWidth(about) + 2 <= width)
    return [`${mark} ${name(text)}${padding}${paint('dim', about)}`];
  return [
    ...wrap(text, width - 2).map((line, index) => `${index === 0 ? mark : ' '} ${name(line)}`),
    ...wrap(about, width, '    ').map((line) => paint('dim', line)),
  ];
}

function contradictionLines(contradictions: readonly Contradiction[], style: ReportStyle): string[] {
  if (contradictions.length === 0) return [];
  const { paint, width } = style;
  return [
    '',
    paint('yellow', 'Contradictions, for you to settle; nothing of them was added'),
    ...contradictions.flatMap(({ wanted, avoided }) => [
      ...wrap(contradictionTitle(wanted, avoided), width, '  ').map((line, index) =>
        index === 0 ? `!${line.slice(1)}` : line,
      ),
      ...sideLines('wanted', wanted, style),
      ...sideLines('avoided', avoided, style),
    ]),
  ];
}

/** `title COO`, or both where they are not said in the same words: `title Finance Director, but no title Directors`. */
function contradictionTitle(wanted: ContradictingSide, avoided: ContradictingSide): string {
  const name = ({ kind, value }: ContradictingSide) => `${kindName(kind)} ${shown(value)}`;
  const isOne =
    wanted.kind === avoided.kind &&
    sameCriterionKey(wanted.kind, wanted.value) === sameCriterionKey(avoided.kind, avoided.value);
  if (!isOne) return `${name(wanted)}, but no ${name(avoided)}`;
  return name(wanted.mentions.length === 0 ? avoided : wanted);
}

function sideLines(
  side: string,
  { mentions, standsIn }: ContradictingSide,
  style: ReportStyle,
): readonly string[] {
  const about = [
    ...(mentions.length > 0 ? [summaryOf(mentions)] : []),
    ...(standsIn === null ? [] : [`in ${fileKey(standsIn)} now`]),
  ].join('; ');
  return [...wrap(`${side}: ${about}`, style.width, '    '), ...quoteLines(mentions, style)];
}

function otherLines(heading: string, other: readonly Insight[], style: ReportStyle): string[] {
  if (other.length === 0) return [];
  const some = style.everything ? other : other.slice(0, MOST_OTHERS);
  const rest = other.length - some.length;
  return [
    '',
    style.paint('cyan', heading),
    ...some.flatMap((insight) => [
      ...entryLines(
        ' ',
        `${insight.stance} ${kindName(insight.kind)} ${insight.value}`,
        summary(insight),
        style,
        null,
      ),
      ...quoteLines(style.everything ? insight.mentions : insight.mentions.slice(0, 1), style),
    ]),
    ...(rest > 0 ? [style.paint('dim', `  and ${rest} more (-v shows all)`)] : []),
  ];
}

const kindName = (kind: string) => kind.replaceAll('_', ' ');
const criteria = (count: number) => counted(count, 'criterion', 'criteria');
