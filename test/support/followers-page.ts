import { memberNumber } from '../../src/domain/linkedin-id.ts';

/** One row of a generated page. */
export interface PageFollower {
  readonly memberUrn: string;
  readonly name: string;
  readonly headline: string | null;
}

export interface FollowersPageOptions {
  /** What the subtitle says; the number of people by default. */
  readonly statedTotal?: number;
  /** Which tab the page was saved on; `followers` by default. */
  readonly tab?: 'followers' | 'following';
  /** Links as `https://www.linkedin.com/in/…` (the default) or as `/in/…`, as extensions save them. */
  readonly relativeLinks?: boolean;
  /** About how many bytes each row has, filled up with the nested elements that LinkedIn's rows have. 1,400 by default. */
  readonly rowBytes?: number;
}

/** A followers page in the shape of LINKEDIN.md §1a: hashed classes, two links a row, member ids only, a viewer in the navigation. */
export function followersPage(people: Iterable<PageFollower>, options: FollowersPageOptions = {}): string {
  return [...followersPageParts(people, options)].join('');
}

/** The same in parts, a few rows each, for pages too large to build as one string. */
export function* followersPageParts(
  people: Iterable<PageFollower>,
  options: FollowersPageOptions = {},
): Generator<string> {
  const { tab = 'followers', relativeLinks = false, rowBytes = 1400 } = options;
  const list = [...people];
  const total = (options.statedTotal ?? list.length).toLocaleString('en-US');
  const subtitle =
    tab === 'followers' ? `${total} people are following you` : `You are following ${total} people`;
  yield `<!DOCTYPE html>
<!-- saved from url=(0077)https://www.linkedin.com/mynetwork/network-manager/people-follow/${tab}/ -->
<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>(3) Manage Follows | LinkedIn</title></head>
<body class="render-mode-BIGPIPE nav-v2 ember-application"><header id="global-nav" class="global-nav"><nav aria-label="Primary Navigation"><ul>
<li><a href="https://www.linkedin.com/feed/"><span>Home</span></a></li>
<li><img alt="Photo of Page Owner" class="global-nav__me-photo"><a href="https://www.linkedin.com/in/page-owner-7/">View Profile</a></li></ul></nav></header>
<main><section><header><p class="t-black--light t-14 mn-network-manager__subtitle">${subtitle}</p>
<div role="tablist"><button role="tab" aria-selected="${tab === 'following'}">Following</button><button role="tab" aria-selected="${tab === 'followers'}">Followers</button></div></header>
<div class="scaffold-finite-scroll"><ul class="list-style-none">`;
  for (const person of list) yield followerRow(person, relativeLinks, rowBytes);
  yield `</ul><button class="scaffold-finite-scroll__load-button"><span>Show more results</span></button></div></section></main>
<aside class="scaffold-layout__aside"><h2>People you may know</h2><ul><li><a href="https://www.linkedin.com/in/somebody-suggested/"><img alt="Somebody Suggested"><span>Somebody Suggested</span></a></li></ul></aside>
<footer><a href="https://www.linkedin.com/company/linkedin/">About</a></footer></body></html>
`;
}

function followerRow(person: PageFollower, relativeLinks: boolean, rowBytes: number): string {
  const id = person.memberUrn;
  const name = escapeHtml(person.name);
  const origin = relativeLinks ? '' : 'https://www.linkedin.com';
  const href = `${origin}/in/${id}?miniProfileUrn=urn%3Ali%3Afs_miniProfile%3A${id}`;
  const row = `<li class="aoxVrQsRFhhllftKnQyzEtCqgGkSx"><!---->
<div class="BdzRjlBuVkTqYcMhWnXs" data-chameleon-result-urn="urn:li:member:${memberNumber(id)}" data-view-name="search-entity-result-universal-template">
<div class="linked-area flex-1 cursor-pointer"><div class="mNrTqXbZkWdPfHgLs"><div class="display-flex align-items-center"><!---->
<a class="DgyYRhTkVbNmQwXz scale-down" aria-hidden="true" tabindex="-1" href="${href}" data-test-app-aware-link=""><div class="ivm-image-view-model"><div class="ivm-view-attr__img-wrapper"><img width="56" loading="lazy" height="56" alt="${name}" class="ivm-view-attr__img--centered EntityPhoto-circle-3 evi-image lazy-image ember-view"></div></div></a></div>
<div class="t-roman t-sans"><span class="t-16"><a class="DgyYRhTkVbNmQwXz" href="${href}" data-test-app-aware-link=""><!---->${name}<!----></a></span>
<div class="KuAOzVbXtRqYw t-14 t-black t-normal"><!---->${person.headline === null ? '--' : escapeHtml(person.headline)}<!----></div></div>`;
  const end = `<div class="pQzTrWkXvBnM"><button aria-label="Click to follow ${name}" class="artdeco-button artdeco-button--2 artdeco-button--secondary ember-view" type="button"><svg role="none" aria-hidden="true" class="artdeco-button__icon" width="16" height="16" viewBox="0 0 16 16"><use href="#add-small" width="16" height="16"></use></svg><span class="artdeco-button__text">Follow</span></button></div></div></div></div></li>
`;
  const filler =
    '<div class="hVxTqWnRkZcYbMsDfGpLj QwErTyUiOp"><!----><span class="zXcVbNmAsDfGh"></span></div>\n';
  const missing = rowBytes - row.length - end.length;
  return row + filler.repeat(Math.max(0, Math.round(missing / filler.length))) + end;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
