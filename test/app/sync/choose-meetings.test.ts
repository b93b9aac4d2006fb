import { describe, expect, it } from 'vitest';
import { chooseMeetings, type MeetingWishes } from '../../../src/app/sync/choose-meetings.ts';
import type { Call } from '../../../src/ports/call-source.ts';

const call = (id: string, more: Partial<Call> = {}): Call => ({
  source: 'fathom',
  id,
  title: null,
  url: null,
  heldAt: null,
  calendarTitle: null,
  domains: [],
  internal: false,
  turns: null,
  ...more,
});
const MEETINGS = [
  call('slug', { title: 'Discovery: ACME-Ltd / us' }),
  call('name', { calendarTitle: 'Intro with Acmé Limited' }),
  call('domain', { title: 'Intro', domains: ['us.example', 'acme-ltd.co.example'] }),
  call('longer', { title: 'Acme Ltdx', domains: ['mail.acme.example', 'notacmeltd.example'] }),
  call('other', { title: 'Budget' }),
  call('internal', { title: 'About Acme Ltd', internal: true }),
];
const CLIENT = { slug: 'acme-ltd', name: 'Acme Limited' };
const wishes = (more: Partial<MeetingWishes> = {}): MeetingWishes => ({
  ids: null,
  domains: [],
  all: false,
  ...more,
});
const ids = (wished: MeetingWishes, isOnlyClient = false, client = CLIENT) =>
  chooseMeetings(MEETINGS, wished, client, isOnlyClient).chosen.map(({ id }) => id);

describe('which meetings are the client’s', () => {
  it.each<[string, MeetingWishes, boolean, string[]]>([
    ['those that name it', wishes(), false, ['slug', 'name', 'domain']],
    [
      'all but those among colleagues, of the only client',
      wishes(),
      true,
      ['slug', 'name', 'domain', 'longer', 'other'],
    ],
    ['all', wishes({ all: true }), false, MEETINGS.map(({ id }) => id)],
    [
      'all but those among colleagues, of some domains',
      wishes({ domains: ['us.example'] }),
      false,
      ['slug', 'name', 'domain', 'other'],
    ],
    ['exactly those asked for', wishes({ ids: ['internal', 'other'] }), false, ['other', 'internal']],
  ])('%s', (_, wished, isOnlyClient, expected) => {
    expect(ids(wished, isOnlyClient)).toEqual(expected);
  });

  it('is said with the reason and with how many are left', () => {
    expect(chooseMeetings(MEETINGS, wishes(), CLIENT, false)).toMatchObject({
      left: 3,
      why: '3 of 6 meetings: those that name "acme-ltd"; 3 left out, 1 of them among colleagues',
    });
  });

  it('is said shorter where all that are left are meetings among colleagues', () => {
    expect(chooseMeetings(MEETINGS, wishes(), CLIENT, true).why).toBe(
      '5 of 6 meetings: all, as "acme-ltd" is the only client; 1 left out, among colleagues',
    );
  });

  it('cannot be told by a name of two letters, which stand everywhere', () => {
    expect(() => ids(wishes(), false, { slug: 'us', name: 'US' })).toThrow(
      expect.objectContaining({ code: 'no_meeting_of_client' }),
    );
  });

  it('is asked when none names it, with the ways to say so', () => {
    expect(() => ids(wishes(), false, { slug: 'zebra', name: 'Zebra' })).toThrow(
      expect.objectContaining({
        code: 'no_meeting_of_client',
        message: expect.stringContaining('none of 6 meetings names "zebra"'),
        hint: expect.stringMatching(/--calls.*--domain.*--all/),
      }),
    );
    expect(chooseMeetings([], wishes(), CLIENT, false).chosen).toEqual([]);
  });

  it('an id that is not there is named', () => {
    expect(() => ids(wishes({ ids: ['slug', 'nope', 'never'] }))).toThrow(
      expect.objectContaining({ code: 'unknown_call', message: expect.stringContaining('nope, never') }),
    );
  });
});
