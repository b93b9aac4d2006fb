import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  identityKeys,
  isMemberId,
  isProfileMemberId,
  memberIdOfUrn,
  memberNumber,
  normaliseVanity,
  parseProfileLink,
  profileUrl,
} from '../../src/domain/linkedin-id.ts';
import { memberId } from '../support/member-id.ts';

const ID = memberId(3_100_015_839);
const SALES = `ACwAA${ID.slice(5)}`;
const RECRUITER = Buffer.concat([
  Buffer.from([0x00, 0x43, 0x00]),
  Buffer.from(ID, 'base64url').subarray(3),
]).toString('base64url');
const vanity = (publicIdentifier: string, memberUrn: string | null = null) => ({
  memberUrn,
  publicIdentifier,
});
const urn = (memberUrn: string) => ({ memberUrn, publicIdentifier: null });
const PERCENT = encodeURIComponent(`urn:li:fs_miniProfile:${ID}`);

describe('parseProfileLink', () => {
  it.each<[string, ReturnType<typeof vanity> | ReturnType<typeof urn>]>([
    ['/in/mirela-okonjari-1/', vanity('mirela-okonjari-1')],
    ['/in/mirela-okonjari-1', vanity('mirela-okonjari-1')],
    ['https://www.linkedin.com/in/mirela-okonjari-1', vanity('mirela-okonjari-1')],
    ['http://www.linkedin.com/in/mirela-okonjari-1', vanity('mirela-okonjari-1')],
    ['https://linkedin.com/in/mirela-okonjari-1', vanity('mirela-okonjari-1')],
    ['linkedin.com/in/mirela-okonjari-1', vanity('mirela-okonjari-1')],
    ['www.linkedin.com/in/mirela-okonjari-1/', vanity('mirela-okonjari-1')],
    ['//www.linkedin.com/in/mirela-okonjari-1/', vanity('mirela-okonjari-1')],
    ['  https://www.linkedin.com/in/mirela-okonjari-1/\n', vanity('mirela-okonjari-1')],
    ['HTTPS://WWW.LinkedIn.COM/in/Mirela-Okonjari-1/', vanity('mirela-okonjari-1')],
    ['https://www.linkedin.com/IN/x-y-z', vanity('x-y-z')],
    [`https://www.linkedin.com/in/${ID}`, urn(ID)],
    [`/in/${ID}/`, urn(ID)],
    [`https://www.linkedin.com/in/${ID}?miniProfileUrn=${PERCENT}`, urn(ID)],
    [`https://www.linkedin.com/in/x-y-z?miniProfileUrn=${PERCENT}`, vanity('x-y-z', ID)],
    [`https://www.linkedin.com/in/x-y-z?miniProfileUrn=urn%3Ali%3Afsd_profile%3A${ID}`, vanity('x-y-z', ID)],
    [`/in/x-y-z/details/experience?profileUrn=urn:li:fsd_profile:${ID}`, vanity('x-y-z', ID)],
    [
      `/in/x-y-z?lipi=urn%3Ali%3Apage%3Ad_flagship3_search_srp_all%3BAbc%3D%3D&miniProfileUrn=${PERCENT}`,
      vanity('x-y-z', ID),
    ],
    ['/in/x-y-z?lipi=urn%3Ali%3Apage%3Ad_flagship3_search_srp_all%3BAbc%3D%3D', vanity('x-y-z')],
    ['/in/x-y-z?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3Anonsense', vanity('x-y-z')],
    ['/in/x-y-z/overlay/contact-info/', vanity('x-y-z')],
    ['/in/x-y-z/overlay/about-this-profile/', vanity('x-y-z')],
    ['/in/x-y-z/recent-activity/all/', vanity('x-y-z')],
    [`/in/x-y-z/overlay/urn:li:fsd_skill:(${ID},14)/endorsers`, vanity('x-y-z')],
    ['/in/x-y-z/detail/contact-info/', vanity('x-y-z')],
    ['/in/x-y-z#experience', vanity('x-y-z')],
    ['https://uk.linkedin.com/in/x-y-z', vanity('x-y-z')],
    ['https://de.linkedin.com/in/x-y-z?originalSubdomain=de', vanity('x-y-z')],
    ['https://m.linkedin.com/in/x-y-z', vanity('x-y-z')],
    ['https://touch.linkedin.com/in/x-y-z', vanity('x-y-z')],
    ['https://www.linkedin.com/mwlite/in/x-y-z', vanity('x-y-z')],
    ['https://www.linkedin.com/mwlite/profile/in/x-y-z', vanity('x-y-z')],
    ['https://www.linkedin.com:443/in/x-y-z', vanity('x-y-z')],
    ['https://www.linkedin.com./in/x-y-z', vanity('x-y-z')],
    ['/in/zo%C3%AB-%C3%A6r%C3%B8', vanity('zoë-ærø')],
    ['/in/ZO%C3%8B', vanity('zoë')],
    ['/in/zoe%CC%88', vanity('zoë')],
    ['/in/%D0%B8%D0%B2%D0%B0%D0%BD', vanity('иван')],
    ['/in/acoaa-fan', vanity('acoaa-fan')],
    [`/in/${ID.toLowerCase()}`, vanity(ID.toLowerCase())],
    ['https://uk.linkedin.com/pub/first-last/50/814/5b1', vanity('first-last-5b181450')],
    ['/pub/first-last/1/2/3', vanity('first-last-0030021')],
    ['/pub/First-Last/a1b/c2/d/', vanity('first-last-00d0c2a1b')],
  ])('reads %s', (href, expected) => {
    expect(parseProfileLink(href)).toEqual(expected);
  });

  it.each([
    '',
    'x-y-z',
    '/in/',
    '/in',
    '/in/me/',
    '/in/ME',
    '/in/%20',
    '/in/a%2Fb',
    '/in/al%2569ce',
    '/in/50%',
    '/in/a b',
    '/in/<script>',
    '/in/a%00b',
    '/in/..',
    '/in/%2e%2e/feed',
    '/company/ledgerly/',
    '/school/somewhere/',
    '/showcase/x/',
    '/feed/',
    '/posts/orla-fenwick_finance-activity-7100000000000000000-aB3d',
    `/posts/orla_x?rcm=${ID}`,
    '/search/results/people/headless?origin=x',
    `/search/results/people/?facetConnectionOf=%5B%22${ID}%22%5D`,
    `/messaging/compose/?recipient=${ID}`,
    `/sales/lead/${SALES},NAME_SEARCH,q4Xz?_ntb=x`,
    '/preload/search-custom-invite/?vanityName=x-y-z',
    'https://lnkd.in/in/x-y-z',
    'https://lnkd.in/abc',
    'https://notlinkedin.com/in/x-y-z',
    'https://linkedin.com.evil.example/in/x-y-z',
    'https://linkedin.com@evil.example/in/x-y-z',
    'https://evil.example/linkedin.com/in/x-y-z',
    'https://evil.example/?u=https://www.linkedin.com/in/x-y-z',
    'javascript:location="https://www.linkedin.com/in/x-y-z"',
    'ftp://www.linkedin.com/in/x-y-z',
    'mailto:x@linkedin.com/in/x-y-z',
    `/in/${'x'.repeat(101)}`,
    `/in/x?${'y'.repeat(5000)}`,
    '/pub/dir/First/Last',
    '/pub/first-last/50/814',
    '/pub/first-last/xyz/814/5b1',
  ])('finds nobody in %s', (href) => {
    expect(parseProfileLink(href)).toBeNull();
  });

  it('never throws, and what it finds can be stored and found again', () => {
    const part = fc.constantFrom(
      '/',
      'in',
      'pub',
      '%',
      '%41',
      '%C3',
      '..',
      ID,
      'a-b',
      'é',
      '?',
      '#',
      '&',
      '=',
      ':',
      '//',
      'linkedin.com',
      'https:',
      'www.',
      '@',
      '\\',
      ' ',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part).map((parts) => parts.join('')),
          fc.webUrl(),
        ),
        (href) => {
          const found = parseProfileLink(href);
          if (found !== null)
            expect(parseProfileLink(profileUrl(found))).toMatchObject({
              publicIdentifier: found.publicIdentifier,
            });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('member ids', () => {
  it.each([ID, SALES, RECRUITER, memberId(1), memberId(0xffffffff)])('%s is one', (token) => {
    expect(isMemberId(token)).toBe(true);
  });

  it.each([
    '',
    'orla-fenwick',
    ID.toLowerCase(),
    ID.slice(1),
    `${ID}A`.slice(0, 39).replace('A', 'B'),
    'acoaa',
    'ACoAA',
    'A'.repeat(39),
    `AC${'-'.repeat(37)}`,
  ])('%j is none', (token) => {
    expect(isMemberId(token)).toBe(false);
  });

  it('tell their kind and their number', () => {
    expect([ID, SALES, RECRUITER].map(isProfileMemberId)).toEqual([true, false, false]);
    expect(memberNumber(ID)).toBe(3_100_015_839);
    expect(memberNumber(SALES)).toBeNull();
    expect(memberNumber('orla-fenwick')).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (number) => {
        expect(memberNumber(memberId(number))).toBe(number);
        expect(parseProfileLink(profileUrl(urn(memberId(number))))).toEqual(urn(memberId(number)));
      }),
    );
  });

  it.each(['fsd_profile', 'fs_miniProfile', 'fs_profile', 'member', 'person'])(
    'are read from urn:li:%s',
    (kind) => {
      expect(memberIdOfUrn(`urn:li:${kind}:${ID}`)).toBe(ID);
    },
  );

  it.each([
    'urn:li:member:3100015839',
    `urn:li:company:${ID}`,
    ID,
    `x urn:li:member:${ID}`,
    `urn:li:member:${ID} `,
    'urn:li:member:',
  ])('are not read from %j', (text) => {
    expect(memberIdOfUrn(text)).toBeNull();
  });
});

describe('vanity names', () => {
  it('compare without case, decoded once, composed', () => {
    const forms = ['Zoë-Ærø', 'zoe\u0308-ærø', 'ZO%C3%8B-%C3%86R%C3%98', ' zoë-ærø '];
    expect(new Set(forms.map(normaliseVanity))).toEqual(new Set(['zoë-ærø']));
  });

  it.each([
    '',
    ' ',
    'me',
    'Me',
    'edit',
    'unavailable',
    'headless',
    'a b',
    'a/b',
    'a?b',
    'a%b',
    '%',
    'a%2525',
    '<b>',
    'a\u0000',
    '.',
    '..',
    '\u202e',
    'x'.repeat(101),
    '👩‍💻',
  ])('%j is none', (text) => {
    expect(normaliseVanity(text)).toBeNull();
  });

  it('are the same however often they are normalised, and survive their URL', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcXYZ019-_.éÉßẞİıñ王ÅΩжЖ·’\u0301\u0307'),
      minLength: 1,
      maxLength: 100,
    });
    fc.assert(
      fc.property(letters, (raw) => {
        const name = normaliseVanity(raw);
        if (name === null) return;
        expect(normaliseVanity(name)).toBe(name);
        expect(parseProfileLink(profileUrl(vanity(name)))).toEqual(vanity(name));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('identityKeys and profileUrl', () => {
  it('know a person under both names, the permanent one first', () => {
    expect(identityKeys(vanity('x-y-z', ID))).toEqual([`urn:${ID}`, 'in:x-y-z']);
    expect(identityKeys(urn(ID))).toEqual([`urn:${ID}`]);
    expect(profileUrl(vanity('x-y-z', ID))).toBe('https://www.linkedin.com/in/x-y-z');
    expect(profileUrl(vanity('zoë'))).toBe('https://www.linkedin.com/in/zo%C3%AB');
    expect(() => profileUrl({ memberUrn: null, publicIdentifier: null })).toThrow();
  });
});
