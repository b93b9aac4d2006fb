import { describe, expect, it } from 'vitest';
import { chooseMeetings, type MeetingWishes } from '../../../src/app/sync/choose-meetings.ts';
import type { Call } from '../../../src/ports/call-source.ts';
import { silentCall as call } from '../../support/silent-call.ts';

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
const SEVERAL = [CLIENT, { slug: 'zulu', name: 'Zulu' }];
const ids = (wished: MeetingWishes, isOnlyClient = false, client = CLIENT) =>
  chooseMeetings(MEETINGS, wished, client, isOnlyClient ? [client] : SEVERAL).chosen.map(({ id }) => id);

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
      ['domain'],
    ],
    ['exactly those asked for', wishes({ ids: ['internal', 'other'] }), false, ['other', 'internal']],
  ])('%s', (_, wished, isOnlyClient, expected) => {
    expect(ids(wished, isOnlyClient)).toEqual(expected);
  });

  it('is said with the reason and with how many are left', () => {
    expect(chooseMeetings(MEETINGS, wishes(), CLIENT, SEVERAL)).toMatchObject({
      left: 3,
      why: '3 of 6 meetings: those that name "acme-ltd"; 3 left out, 1 of them among colleagues',
    });
  });

  it('is said shorter where all that are left are meetings among colleagues', () => {
    expect(chooseMeetings(MEETINGS, wishes(), CLIENT, [CLIENT]).why).toBe(
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
    expect(chooseMeetings([], wishes(), CLIENT, SEVERAL).chosen).toEqual([]);
  });

  it('an id that is not there is named', () => {
    expect(() => ids(wishes({ ids: ['slug', 'nope', 'never'] }))).toThrow(
      expect.objectContaining({ code: 'unknown_call', message: expect.stringContaining('nope, never') }),
    );
  });
});

describe('meetings that name several clients', () => {
  const acme = { slug: 'acme', name: 'Acme' };
  const labs = { slug: 'acme-labs', name: 'Acme Labs' };
  const globex = { slug: 'globex', name: 'Globex' };
  const meetings = [
    call('1', { title: 'Acme Labs discovery' }),
    call('2', { title: 'Acme discovery' }),
    call('3', { title: 'Acme and Acme Labs' }),
    call('4', { title: 'Acme x Globex' }),
    call('5', { title: 'Acme intro', domains: ['globex.example'] }),
    call('6', { title: 'Discovery', calendarTitle: 'Acme', domains: ['acmelabs.example'] }),
    call('7', { title: 'Budget' }),
    call('8', { title: 'ACME: acme', domains: ['acme.example'] }),
  ];
  const chosen = (client: typeof acme) =>
    chooseMeetings(meetings, wishes(), client, [acme, labs, globex]).chosen.map(({ id }) => id);

  it('are nobody’s; words of a longer name do not name the shorter one', () => {
    expect([chosen(acme), chosen(labs)]).toEqual([['2', '8'], ['1']]);
    expect(() => chosen(globex)).toThrow(
      expect.objectContaining({
        code: 'no_meeting_of_client',
        message: 'none of 8 meetings names "globex" alone; the 2 that do also name another client',
        hint: expect.stringMatching(/--domain.*--all; --calls 4 5 takes those$/),
      }),
    );
  });

  it('are counted, with the way to take them', () => {
    expect(chooseMeetings(meetings, wishes(), acme, [labs, globex, acme])).toMatchObject({
      left: 6,
      why: '2 of 8 meetings: those that name "acme"; 6 left out, 5 of them naming another client too (--calls 1 3 4 … takes them)',
    });
  });

  it('count for a client although two have the same name', () => {
    const twin = { slug: 'acme-2', name: 'Acme' };
    expect(() => chooseMeetings(meetings, wishes(), acme, [acme, twin])).toThrow(
      expect.objectContaining({ message: expect.stringContaining('also name another client') }),
    );
  });
});

describe('meetings whose guests are not known', () => {
  const unknown = call('unknown', { title: 'Globex' });
  const ours = call('ours', { domains: ['us.example'] });
  const theirs = call('theirs', { domains: ['globex.example'] });
  const choose = (...meetings: Call[]) =>
    chooseMeetings(meetings, wishes({ domains: ['us.example'] }), CLIENT, SEVERAL);

  it('are of the domains asked for only where the service is seen to have left out the others', () => {
    expect(choose(unknown, ours).chosen).toEqual([unknown, ours]);
    expect(choose(unknown, ours, theirs).chosen).toEqual([ours]);
    expect(choose(unknown).chosen).toEqual([]);
  });

  it('are counted, with the way to take them', () => {
    expect(choose(unknown).why).toBe(
      '0 of 1 meetings: with guests of us.example; 1 left out, with guests not known (--calls unknown takes it)',
    );
    expect(choose(unknown, theirs, ours).why).toBe(
      '1 of 3 meetings: with guests of us.example; 2 left out, 1 of them with guests not known (--calls unknown takes it)',
    );
  });
});
