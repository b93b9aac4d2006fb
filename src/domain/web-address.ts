/** An address that may be shown as a link later on: an http(s) URL in full, or null. */
export function webAddress(address: string | null | undefined): string | null {
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : null;
}
