import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/calls/read-transcript.ts';
import type { Turn } from '../../src/domain/targeting/turn.ts';

const turnsOf = (text: string) =>
  readTranscript(text, 'call').turns.map(({ speaker, atSeconds, text: said }) => [speaker, atSeconds, said]);

describe('the kinds of transcripts', () => {
  it.each<[string, string, (string | number | null)[][]]>([
    [
      'WebVTT with voices, tags, notes and entities',
      'WEBVTT - Call\n\nNOTE made by hand\n\nintro\n00:01.500 --> 00:04.000 align:start\n<v.loud Ana Brandt>We sell to <b>CFOs</b> &amp; COOs</v>\n\n00:01:05.000 --> 00:01:07.000\n<v Ben>Good.</v> <v Ana Brandt>And\nfounders.\n\n00:01:08.000 --> 00:01:09.000\nWho is that?',
      [
        ['Ana Brandt', 1, 'We sell to CFOs & COOs'],
        ['Ben', 65, 'Good.'],
        ['Ana Brandt', 65, 'And founders.'],
        [null, 68, 'Who is that?'],
      ],
    ],
    [
      'WebVTT as Zoom writes it',
      'WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nAna Brandt: Hello there.\r\n\r\n2\r\n00:00:03.000 --> 00:00:04.000\r\nBen Okoro: Hi.\r\n\r\n3\r\n00:00:05.000 --> 00:00:06.000\r\nour target: anybody\r\n',
      [
        ['Ana Brandt', 1, 'Hello there.'],
        ['Ben Okoro', 3, 'Hi.'],
        ['Ben Okoro', 5, 'our target: anybody'],
      ],
    ],
    [
      'SubRip, where who speaks goes on until somebody else does',
      '1\n00:00:01,000 --> 00:00:02,000\nAna: We sell to\n\n2\n00:00:02,000 --> 00:00:03,000\n<i>heads of finance.</i>\n\n3\n01:00:00,000 --> 01:00:02,000\nBen: I see.\n\n4\n01:00:03,000 --> 01:00:04,000\nAna: Yes',
      [
        ['Ana', 1, 'We sell to'],
        ['Ana', 2, 'heads of finance.'],
        ['Ben', 3600, 'I see.'],
        ['Ana', 3603, 'Yes'],
      ],
    ],
    [
      'SubRip with two who speak in one cue',
      '1\n00:00:01,000 --> 00:00:02,000\nAna: We mostly sell\nto CFOs\nBen: whom we never reach.\n\n2\n00:00:03,000 --> 00:00:04,000\n- Ana: Yes.\n- No.\n- Ben: Hm\nour target: anybody\n\n3\n00:00:05,000 --> 00:00:06,000\n- Who is that?\n\n4\n00:00:07,000 --> 00:00:08,000\nIt is me.',
      [
        ['Ana', 1, 'We mostly sell to CFOs'],
        ['Ben', 1, 'whom we never reach.'],
        ['Ana', 3, 'Yes.'],
        [null, 3, '- No.'],
        ['Ben', 3, 'Hm our target: anybody'],
        [null, 5, '- Who is that?'],
        [null, 7, 'It is me.'],
      ],
    ],
    ['SubRip without names', '1\n00:00:01,000 --> 00:00:02,000\nJust words\n', [[null, 1, 'Just words']]],
    [
      "Fathom's list of entries",
      JSON.stringify([
        {
          speaker: { display_name: 'Ana', matched_calendar_invitee_email: null },
          text: 'One.',
          timestamp: '00:05:32',
        },
        { speaker: null, text: 'Two.', timestamp: null },
        { speaker: { display_name: null }, text: '  ', timestamp: '00:06:00' },
        { text: 'Three.' },
        null,
        'four',
        { text: 5 },
      ]),
      [
        ['Ana', 332, 'One.'],
        [null, null, 'Two.'],
        [null, null, 'Three.'],
      ],
    ],
    [
      'the answer of a transcript request',
      '{"transcript":[{"speaker":"Ana","text":"One.","timestamp":"01:02"}]}',
      [['Ana', 62, 'One.']],
    ],
    [
      'a whole meeting of which nothing else is known',
      '{"title":null,"url":5,"transcript":[{"text":"One."}],"created_at":"never"}',
      [[null, null, 'One.']],
    ],
    [
      'Whisper, with and without speakers',
      '{"text":"…","segments":[{"id":0,"start":0.4,"end":2,"text":" Hello there. ","speaker":"SPEAKER_00"},{"start":61.9,"text":"Hi."}]}',
      [
        ['SPEAKER_00', 0, 'Hello there.'],
        [null, 61, 'Hi.'],
      ],
    ],
    [
      'lines with names',
      'Ana Brandt: We sell to CFOs.\nThat is: only to them.\n\nBen Okoro: I see.\nAna Brandt: Yes.',
      [
        ['Ana Brandt', null, 'We sell to CFOs.'],
        ['Ana Brandt', null, 'That is: only to them.'],
        ['Ben Okoro', null, 'I see.'],
        ['Ana Brandt', null, 'Yes.'],
      ],
    ],
    [
      'a colon that names nobody',
      'We talked for an hour.\nOur target: CFOs of banks.\nThey are hard to reach.\nThat is all.',
      [
        [null, null, 'We talked for an hour.'],
        [null, null, 'Our target: CFOs of banks.'],
        [null, null, 'They are hard to reach.'],
        [null, null, 'That is all.'],
      ],
    ],
    [
      'lines with times and names',
      '[00:01:02] Ana: One.\n[00:01:05] Ben: Two.\n00:02:00 Ana: Three.\nDr. Cy (00:03:00): Four.',
      [
        ['Ana', 62, 'One.'],
        ['Ben', 65, 'Two.'],
        ['Ana', 120, 'Three.'],
        ['Dr. Cy', 180, 'Four.'],
      ],
    ],
    [
      'headings with name and time (Zoom, Otter, Teams)',
      'Ana Brandt  00:12\nWe sell to CFOs.\nAnd to COOs.\n\nBen Okoro 1:00:40\nI see.\n',
      [
        ['Ana Brandt', 12, 'We sell to CFOs.'],
        ['Ana Brandt', 12, 'And to COOs.'],
        ['Ben Okoro', 3640, 'I see.'],
      ],
    ],
    [
      'headings with time and name (Fathom)',
      '0:12 - Ana Brandt (Nordlicht)\n  We sell to CFOs.\n0:40 - Ben Okoro\n  I see.',
      [
        ['Ana Brandt (Nordlicht)', 12, 'We sell to CFOs.'],
        ['Ben Okoro', 40, 'I see.'],
      ],
    ],
    ['plain text', 'We sell to CFOs.', [[null, null, 'We sell to CFOs.']]],
    [
      'control characters and overrides',
      'Ana\u0000: We \u001b[31msell\u001b[0m to\u202e CFOs.\nAna\u0000: Yes\u0007.',
      [
        ['Ana', null, 'We sell to CFOs.'],
        ['Ana', null, 'Yes.'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(turnsOf(text)).toEqual(expected);
  });

  it.each<[string, string, (boolean | undefined)[]]>([
    [
      'cues',
      '1\n00:01,0 --> 00:02,0\nWe sell to\n\n2\n00:02,0 --> 00:03,0\nCFOs.\n- Of banks?\n- No\n\n3\n00:03,0 --> 00:04,0\nno.',
      [undefined, true, undefined, undefined, true],
    ],
    ['lines', 'We sell to\nCFOs.\n- Of banks?', [undefined, true, undefined]],
    [
      'segments of a speech recogniser',
      '{"segments":[{"text":"We sell to"},{"text":"CFOs."}]}',
      [undefined, true],
    ],
    [
      'entries of a meeting',
      '{"transcript":[{"text":"We sell to"},{"text":"CFOs."}]}',
      [undefined, undefined],
    ],
    [
      'lines, some of which are named',
      'We sell to\nCFOs.\nAna: No.\nAna: Yes.',
      [undefined, undefined, undefined, undefined],
    ],
  ])('%s that name nobody go on only where they are cut anywhere', (_, text, expected) => {
    expect(readTranscript(text, 'call').turns.map(({ continues }) => continues)).toEqual(expected);
  });

  it('takes title, link and day from a whole meeting', () => {
    const meeting = {
      meeting_title: 'Nordlicht x Us',
      url: 'https://fathom.video/calls/1',
      recording_start_time: '2026-10-01T09:01:00Z',
      transcript: [{ text: 'One.' }],
    };
    expect(readTranscript(JSON.stringify(meeting), 'call').details).toEqual({
      title: 'Nordlicht x Us',
      url: 'https://fathom.video/calls/1',
      heldAt: new Date('2026-10-01T09:01:00Z'),
    });
  });
});

describe('what holds no words', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n'],
    ['cues without text', 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\n'],
    ['numbers', '1\n2\n3'],
    ['JSON of something else', '{"leads":[1,2]}'],
    ['JSON that is cut off', '{"transcript":[{"text":"We sell'],
  ])('%s is refused, with what was looked for', (_, text) => {
    expect(() => readTranscript(text, 'call.txt')).toThrow(
      expect.objectContaining({ code: 'no_transcript', message: expect.stringContaining('call.txt') }),
    );
  });
});

describe('any text', () => {
  const isClean = ({ speaker, atSeconds, text }: Turn) =>
    text.trim() !== '' &&
    !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(`${speaker}${text}`) &&
    (atSeconds === null || (Number.isInteger(atSeconds) && atSeconds >= 0));

  it('is read into clean turns, or refused', () => {
    const piece = fc.constantFrom(
      'WEBVTT',
      '\n',
      '\n\n',
      '00:00:01.000 --> 00:00:02.000',
      '<v Ana>',
      '</v>',
      'Ana: ',
      '[00:01] ',
      '0:12 - ',
      '{',
      '[',
      '"text"',
      '1:2',
      '\u001b[31m',
      '\u202e',
      'words ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.oneof(piece, fc.string({ maxLength: 10 })), { maxLength: 40 })
        .map((parts) => parts.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(text, (given) => {
        try {
          return readTranscript(given, 'call').turns.every(isClean);
        } catch (error) {
          return (error as { code?: string }).code === 'no_transcript';
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of 5 MB on one line is read in no time', () => {
    const began = performance.now();
    for (const line of [
      `Ana: ${'we sell to CFOs. '.repeat(300_000)}`,
      'a'.repeat(5_000_000),
      '<v ab '.repeat(800_000),
    ])
      expect(readTranscript(line, 'call').turns.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
