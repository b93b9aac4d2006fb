/**
 * Mail gateways and web mail put the links of a mail behind addresses of their own, with the real one in it: Outlook's Safe Links,
 * Proofpoint's URL Defense (version 3), and Google. Each pattern's group is the real address, percent-encoded or not.
 */
const WRAPPERS: readonly RegExp[] = [
  /https:\/\/[a-z0-9.-]{1,60}\.safelinks\.protection\.outlook\.com\/\?url=([^\s"'<>&]{1,4000})[^\s"'<>]{0,4000}/gi,
  /https:\/\/urldefense\.(?:com|us)\/v3\/__([^\s"'<>]{1,4000}?)__;[^\s"'<>]{0,4000}/gi,
  /https:\/\/www\.google\.[a-z.]{2,6}\/url\?(?:[a-z]{1,10}=[^\s"'<>&]{0,100}&(?:amp;)?){0,5}(?:q|url)=([^\s"'<>&]{1,4000})[^\s"'<>]{0,4000}/gi,
];
const LINKEDIN = /^https?:\/\/(?:[a-z0-9-]{1,30}\.){0,3}linkedin\.com\/[^\s"'<>]*$/i;

/** A mail's text or HTML with the wrapped addresses of LinkedIn laid bare; everything else as it was. */
export function withBareLinks(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  let bare = text;
  for (const wrapper of WRAPPERS) {
    bare = bare.replace(wrapper, (whole: string, target: string) => {
      const address = decoded(target);
      return LINKEDIN.test(address) ? address : whole;
    });
  }
  return bare === text ? bytes : Buffer.from(bare, 'latin1');
}

/** Addresses under which others show LinkedIn's own pages: what is behind the prefix is the path of the profile. */
const COPIES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/web\.archive\.org\/web\/\d{1,14}[a-z_]{0,4}\/(?=https?:\/\/)/i, ''],
  [/^https?:\/\/www-linkedin-com\.translate\.goog\//i, 'https://www.linkedin.com/'],
  // A relative link, made absolute by the browser that had the page open from the disk.
  [/^file:\/\/\/(?:[a-z]:\/)?(?=in\/)/i, 'https://www.linkedin.com/'],
];

/** The address of LinkedIn that a link leads to by way of somebody else's, or null for any other link. */
export function bareAddress(href: string): string | null {
  if (href.startsWith('/') || LINKEDIN.test(href)) return null;
  for (const [prefix, origin] of COPIES) {
    if (prefix.test(href)) return linkedinAddress(href.replace(prefix, origin));
  }
  for (const wrapper of WRAPPERS) {
    wrapper.lastIndex = 0;
    const target = wrapper.exec(href);
    if (target?.index === 0) return linkedinAddress(decoded(target[1]!));
  }
  return null;
}

function linkedinAddress(address: string): string | null {
  return LINKEDIN.test(address) ? address : null;
}

/** Decoded once; bytes of other alphabets stay encoded in the address, as addresses have them. */
function decoded(target: string): string {
  try {
    return encodeURI(decodeURIComponent(target)).replaceAll('%25', '%');
  } catch {
    return target;
  }
}
