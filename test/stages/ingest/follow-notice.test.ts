import { describe, expect, it } from 'vitest';
import { isFollowNotice } from '../../../src/stages/ingest/follow-notice.ts';

describe('what stands behind the name of a new follower', () => {
  it.each([
    'started following you',
    ' has started following you.',
    ' and 3 others started following you.',
    ' is now following you',
    ' folgt Ihnen jetzt.',
    ' hat begonnen, Ihnen zu folgen',
    ' a commencé à vous suivre',
    ' ha empezado a seguirte.',
    ' começou a seguir você',
    ' ha iniziato a seguirti',
    ' volgt u nu.',
    'さんがあなたをフォローしました',
    ' подписался на вас',
  ])('%s', (text) => expect(isFollowNotice(text)).toBe(true));
  it.each([
    ' viewed your profile',
    ' started following Tideglass',
    ' posted: why nobody started following you at first',
    ' commented: folgt Ihnen jemand?',
    '',
  ])('not: %s', (text) => expect(isFollowNotice(text)).toBe(false));
});
