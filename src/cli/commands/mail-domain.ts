import { InvalidArgumentError } from 'commander';

const LONGEST_DOMAIN = 253;
/** Labels of letters of any script, digits and hyphens between points; the last one begins with a letter, as those of addresses of the network do not. */
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]+$/u;

/** Takes one more mail domain to those before it, also as it stands in a mail address (`@acme.example`) or in the address of a page. */
export function takeMailDomain(value: string, before: readonly string[] = []): readonly string[] {
  const domain = value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/s, '')
    .replace(/^www\./, '')
    .replace(/(?::\d+|\.)$/, '');
  if (domain.length > LONGEST_DOMAIN || !DOMAIN.test(domain))
    throw new InvalidArgumentError('It must be a mail domain such as acme.example.');
  return before.includes(domain) ? before : [...before, domain];
}
