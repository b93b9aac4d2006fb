// LinkedIn's followers page as Chrome saves it ("Webpage, Complete") in the shape of 2025: see LINKEDIN.md §1a, §1j and §2.
import { createHash } from 'node:crypto';

const PAGE_URL = 'https://www.linkedin.com/mynetwork/network-manager/people-follow/followers/';
const FILES = './(3) Manage Follows _ LinkedIn_files';
/** The list comes in pages of ten; only the first one stands in the page's own JSON. */
const FIRST_PAGE = 10;

const text = (value) =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u001b', '&#27;');
const attribute = (value) => text(value).replaceAll('"', '&quot;');

/** A class name as the site's build hashes it: letters without meaning, the same wherever the same style is used. */
function hashed(style) {
  const letters = createHash('sha256')
    .update(style)
    .digest('base64')
    .replace(/[^A-Za-z]/g, '');
  return letters.slice(0, 32);
}

const miniProfileUrn = (person) => `urn:li:fs_miniProfile:${person.urn}`;
const rowLink = (person) => `${person.url}?miniProfileUrn=${encodeURIComponent(miniProfileUrn(person))}`;

/** JSON as LinkedIn writes it into a page, which escapes what could matter in HTML. */
const embedded = (value) =>
  text(
    JSON.stringify(value).replaceAll('=', '\\u003D').replaceAll('&', '\\u0026').replaceAll('<', '\\u003C'),
  );

function dataBlock(id, request, body) {
  const datalet = { request, status: 200, body: `bpr-guid-${id}`, method: 'GET' };
  return `<code style="display: none" id="bpr-guid-${id}">
      ${embedded(body)}
    </code>
    <code style="display: none" id="datalet-bpr-guid-${id}">
      ${embedded(datalet)}
    </code><img src="${FILES}/saved_resource" style="display: none" class="datalet-bpr-guid-${id}" alt="">`;
}

function photo(person) {
  if (person.hidden) return `<div class="${hashed('photo')} ghost-person ember-view"></div>`;
  const image = createHash('sha256').update(person.urn).digest('hex').slice(0, 13);
  return `<a class="${hashed('row link')}  scale-down " aria-hidden="true" tabindex="-1" href="${attribute(rowLink(person))}" data-test-app-aware-link="">
              <div class="ivm-image-view-model ${hashed('image')} "><div class="ivm-view-attr__img-wrapper "><!----><!---->
                <img width="48" src="${FILES}/${image}" loading="lazy" height="48" alt="${attribute(person.fullName)}" id="ember${Number(person.member) % 9000}" class="ivm-view-attr__img--centered EntityPhoto-circle-3  evi-image lazy-image ember-view">
              </div></div></a>`;
}

function row(person) {
  const member = person.hidden ? 'headless' : person.member;
  const name = person.hidden
    ? `<!---->${text(person.fullName)}<!---->`
    : `<a class="${hashed('row link')} " href="${attribute(rowLink(person))}" data-test-app-aware-link=""><!---->${text(person.fullName)}<!----></a>`;
  const insight = person.insight
    ? `<div class="entity-result__insights t-12"><div class="${hashed('insight')}"><!----><span class="${hashed('insight text')} t-black--light"><!---->${text(person.insight)}<!----></span></div></div>`
    : '<!---->';
  const button = person.hidden
    ? '<!---->'
    : `<button aria-label="Click to follow ${attribute(person.fullName)}" id="ember${(Number(person.member) % 9000) + 9000}" class="artdeco-button artdeco-button--2 artdeco-button--secondary ember-view" type="button"><!----><span class="artdeco-button__text">Follow</span></button>`;
  return `<li class="${hashed('row')}"><!----><!---->
      <div class="${hashed('card')}" data-chameleon-result-urn="urn:li:member:${member}" data-view-name="search-entity-result-universal-template">
        <div class="linked-area flex-1 cursor-pointer"><div class="${hashed('columns')}">
          <div class="${hashed('photo column')}"><!---->
            ${photo(person)}
          </div>
          <div class="${hashed('text column')} t-sans"><div class="mb1"><div class="t-roman t-sans"><div class="display-flex">
            <span class="${hashed('name')} t-16">${name}</span><!----></div></div>
            <div class="${hashed('headline')} t-14 t-black t-normal"><!---->${text(person.headline)}<!----></div><!----></div>
            ${insight}
          </div>
          <div class="${hashed('actions')} entity-result__actions--empty"><!----><div>${button}</div></div>
        </div></div>
      </div></li>`;
}

/** The answer from which the site drew the first rows; ties some vanity names to member ids, as real ones do. */
function listJson({ followers, statedTotal, mutual }) {
  const shown = followers.slice(0, FIRST_PAGE);
  const viewModel = (person) =>
    `urn:li:fsd_entityResultViewModel:(urn:li:fsd_profile:${person.urn},MYNETWORK_CURATION_HUB,DEFAULT)`;
  const type = (name) => `com.linkedin.voyager.dash.${name}`;
  return {
    data: {
      data: {
        searchDashClustersByAll: {
          metadata: { totalResultCount: statedTotal, $type: type('search.SearchClusterCollectionMetadata') },
          paging: { start: 0, count: FIRST_PAGE, total: 1000 },
          elements: [
            {
              items: shown.map((person) => ({ item: { '*entityResult': viewModel(person) } })),
              position: 0,
              $type: type('search.SearchClusterViewModel'),
            },
          ],
        },
      },
    },
    meta: {
      microSchema: {
        isGraphQL: true,
        types: {
          profile: {
            fields: { firstName: { type: 'string' }, publicIdentifier: { type: 'string' } },
            baseType: type('identity.profile.Profile'),
          },
        },
      },
    },
    included: [
      ...shown.map((person) => ({
        entityUrn: viewModel(person),
        title: { text: person.fullName, textDirection: 'FIRST_STRONG' },
        primarySubtitle: { text: person.headline },
        navigationUrl: rowLink(person),
        trackingUrn: `urn:li:member:${person.member}`,
        template: 'UNIVERSAL',
        $type: type('search.EntityResultViewModel'),
      })),
      ...shown.map((person) => ({
        entityUrn: `urn:li:fsd_profile:${person.urn}`,
        ...(person.tied && {
          firstName: person.name[0],
          lastName: person.name[1],
          publicIdentifier: person.vanity,
        }),
        profilePicture: { a11yText: person.fullName },
        $type: type('identity.profile.Profile'),
      })),
      ...mutual.map((person) => ({
        entityUrn: `urn:li:fsd_profile:${person.urn}`,
        profilePicture: {},
        $type: type('identity.profile.Profile'),
      })),
    ],
  };
}

const ownerJson = (viewer) => ({
  data: {
    plainId: viewer.member,
    premiumSubscriber: false,
    '*miniProfile': miniProfileUrn(viewer),
    $type: 'com.linkedin.voyager.common.Me',
  },
  included: [
    {
      firstName: viewer.name[0],
      lastName: viewer.name[1],
      occupation: viewer.headline,
      publicIdentifier: viewer.vanity,
      entityUrn: miniProfileUrn(viewer),
      dashEntityUrn: `urn:li:fsd_profile:${viewer.urn}`,
      objectUrn: `urn:li:member:${viewer.member}`,
      $type: 'com.linkedin.voyager.identity.shared.MiniProfile',
    },
  ],
});

const suggestion = (person) => `<li class="discover-person-card artdeco-card">
          <a class="discover-person-card__link" href="https://www.linkedin.com/in/${person.vanity}?miniProfileUrn=${encodeURIComponent(miniProfileUrn(person))}"><img alt="${attribute(person.fullName)}" src="${FILES}/ghost"><span class="discover-person-card__name t-16 t-black t-bold">${text(person.fullName)}</span></a>
          <span class="discover-person-card__occupation t-14">${text(person.headline)}</span>
          <button aria-label="Invite ${attribute(person.fullName)} to connect" class="artdeco-button" type="button">Connect</button></li>`;

const LIST_REQUEST =
  '/voyager/api/graphql?variables=(start:0,count:10,origin:CurationHub,query:(flagshipSearchIntent:MYNETWORK_CURATION_HUB,includeFiltersInResponse:true,queryParameters:List((key:resultType,value:List(FOLLOWERS)))))&queryId=voyagerSearchDashClusters';

/** @returns {string} the page, UTF-8, of what the viewer had scrolled into it */
export function followersPage({ viewer, followers, statedTotal, suggestions, chat, mutual }) {
  const viewerUrl = `https://www.linkedin.com/in/${viewer.vanity}/`;
  return `<!DOCTYPE html>
<!-- saved from url=(${String(PAGE_URL.length).padStart(4, '0')})${PAGE_URL} -->
<html lang="en" class="theme theme--mercado theme--light"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
  <meta name="viewport" content="width=device-width, initial-scale=1"><title>(3) Manage Follows | LinkedIn</title>
  <link rel="stylesheet" href="${FILES}/${hashed('style sheet').toLowerCase()}"></head>
<body dir="ltr" class="render-mode-BIGPIPE nav-v2 ember-application icons-loaded boot-complete">
  <div class="application-outlet"><div id="ember3" class="ember-view"><!---->
  <header id="global-nav" class="global-nav" role="banner"><div class="global-nav__content">
    <a href="https://www.linkedin.com/feed/?nis=true" class="global-nav__branding">LinkedIn</a>
    <nav class="global-nav__nav" aria-label="Primary Navigation"><ul class="global-nav__primary-items">
      <li><a href="https://www.linkedin.com/mynetwork/?" class="global-nav__primary-link">My Network</a></li>
      <li><a href="https://www.linkedin.com/messaging/?" class="global-nav__primary-link">Messaging</a></li>
      <li class="global-nav__me"><button class="global-nav__primary-link-me-menu-trigger" type="button"><img alt="Photo of ${attribute(viewer.fullName)}" src="${FILES}/me"></button>
        <div class="global-nav__me-content"><a href="${viewerUrl}" class="ember-view block"><div class="artdeco-entity-lockup__title">${text(viewer.fullName)}</div><div class="artdeco-entity-lockup__subtitle">${text(viewer.headline)}</div></a>
        <a href="${viewerUrl}recent-activity/">Posts &amp; Activity</a></div></li>
    </ul></nav></div></header>
  <div class="scaffold-layout__inner"><main class="scaffold-layout__main" aria-label="Manage Follows">
    <section class="artdeco-card"><header class="mn-network-manager__header"><h1 class="t-20">Followers</h1>
      <div role="tablist"><button role="tab" aria-selected="false" type="button">Following</button><button role="tab" aria-selected="true" type="button">Followers</button></div>
      <p class="t-black--light t-14 mn-network-manager__subtitle"><!---->${statedTotal.toLocaleString('en-US')} people are following you<!----></p></header>
    <div class="scaffold-finite-scroll scaffold-finite-scroll--infinite"><div class="scaffold-finite-scroll__content"><ul role="list" class="${hashed('list')} list-style-none">
    ${followers.map(row).join('\n    ')}
    </ul></div><button class="artdeco-button scaffold-finite-scroll__load-button" type="button"><span class="artdeco-button__text">Show more results</span></button></div></section>
  </main>
  <aside class="scaffold-layout__aside" aria-label="People you may know">
    <section class="artdeco-card"><h2 class="t-16">People you may know</h2><ul>
        ${suggestions.map(suggestion).join('\n        ')}
    </ul></section>
    <section class="ad-banner-container"><a href="https://www.linkedin.com/company/quillbrook/">Promoted: Quillbrook</a></section>
  </aside></div>
  <footer class="global-footer"><ul><li><a href="https://about.linkedin.com/">About</a></li><li><a href="https://www.linkedin.com/help/linkedin">Help Center</a></li><li><a href="https://www.linkedin.com/in/me/">Your profile</a></li></ul><p>LinkedIn Corporation © 2025</p></footer>
  <aside id="msg-overlay" class="msg-overlay-container"><div class="msg-overlay-list-bubble"><h2>Messaging</h2><div class="msg-conversation-card"><a href="https://www.linkedin.com/in/${chat.urn}/" class="msg-thread__link-to-profile">${text(chat.fullName)}</a><p class="msg-overlay-list-bubble__message-snippet">${text(chat.name[0])}: proofs are ready</p></div></div></aside>
  </div></div>
  ${dataBlock('2409115', '/voyager/api/me', ownerJson(viewer))}
  ${dataBlock('2409121', LIST_REQUEST, listJson({ followers, statedTotal, mutual }))}
</body></html>
`;
}
