import { describe, expect, it } from 'vitest';
import { memberId } from '../../support/member-id.ts';
import { readOrRefuse, refusalOf, vanitiesIn } from '../../support/read-or-refuse.ts';

const SITE = 'https://www.linkedin.com';
const FOLLOWERS = `${SITE}/voyager/api/graphql?variables=(queryParameters:List((key:resultType,value:List(FOLLOWERS))))&queryId=voyagerSearchDashClusters.1`;

function answer(vanity: string): string {
  const profile = { publicIdentifier: vanity, firstName: 'Ada', lastName: 'Fennimore' };
  return JSON.stringify({ elements: [{ miniProfile: profile }], paging: { total: 2 } });
}

function entry(
  url: string,
  text: string,
  mimeType = 'application/vnd.linkedin.normalized+json+2.1',
  encoding?: string,
) {
  const headers = [{ name: 'Referer', value: `${SITE}/in/client-owner/` }];
  return {
    request: { method: 'GET', url, headers },
    response: { status: 200, content: { mimeType, text, encoding } },
  };
}

const recording = (...entries: object[]) =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector' }, entries } });
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('the people of a recording of network traffic', () => {
  it.each<[string, object[], string[]]>([
    ['an answer', [entry(FOLLOWERS, answer('a-1'))], ['a-1']],
    [
      'an encoded answer',
      [entry(FOLLOWERS, base64(answer('zoë-1')), 'application/json', 'base64')],
      ['zoë-1'],
    ],
    [
      'several',
      [entry(FOLLOWERS, answer('a-1')), entry(FOLLOWERS, 'oh'), entry(FOLLOWERS, answer('b-2'))],
      ['a-1', 'b-2'],
    ],
    [
      'a page',
      [
        entry(
          `${SITE}/mynetwork/`,
          '<ul><li><a href="/in/a-1">Ada</a><li><a href="/in/b-2">Bo</a></ul>',
          'text/html; charset=utf-8',
        ),
      ],
      ['a-1', 'b-2'],
    ],
  ])('are those of %s', async (_what, entries, expected) => {
    const me = entry(`${SITE}/voyager/api/me`, answer('client-owner'));
    expect(await vanitiesIn(recording(me, ...entries))).toEqual(expected);
  });

  it('are counted together against what the answers state', async () => {
    const entries = [entry(FOLLOWERS, answer('a-1')), entry(FOLLOWERS, answer('b-2'))];
    expect(await readOrRefuse(recording(...entries))).toMatchObject({
      kind: 'json',
      statedTotal: 2,
      warnings: [],
    });
  });

  it.each<[string, object]>([
    ['its own requests', entry(`${SITE}/voyager/api/x`, '{}')],
    ['the account', entry(`${SITE}/voyager/api/me`, answer('client-owner'))],
    ['another site', entry(`https://example.org/followers`, answer('a-1'))],
    ['suggestions', entry(`${SITE}/voyager/api/relationships/pymk?connections`, answer('a-1'))],
    ['whom one follows', entry(FOLLOWERS.replace('FOLLOWERS', 'PEOPLE_FOLLOW'), answer('a-1'))],
    ['a script', entry(`${SITE}/followers.js`, `"${SITE}/in/a-1"`, 'text/javascript')],
    ['no body', { request: { url: FOLLOWERS }, response: { content: { mimeType: 'application/json' } } }],
    ['nothing', { a: memberId(7) }],
  ])('are nobody for %s', async (_what, only) => {
    expect(await refusalOf(recording(only))).toMatchObject({ code: 'no_people' });
  });

  it('cannot be told when it is cut off', async () => {
    const text = recording(entry(FOLLOWERS, answer('a-1')));
    expect(await refusalOf(text.slice(0, -5))).toMatchObject({
      code: 'unreadable_input',
      message: expect.stringContaining('HAR'),
    });
  });
});
