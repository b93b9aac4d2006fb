/** Of names as `identityKeys` writes them: whether this one is a member id. */
export const isMemberKey = (key: string) => key.startsWith('urn:');

/** The member ids among a person's names, as keys. */
export function memberKeys(keys: Iterable<string>): string[] {
  return [...keys].filter(isMemberKey);
}

/** Whether those known under these member ids can be one person: they share one, or one side has none. A vanity name says nothing, since it can change hands. */
export function canBeOnePerson(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((key) => other.includes(key));
}
