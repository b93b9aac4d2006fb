/** How LinkedIn names a person; at least one of the two is set wherever a person is stored. */
export interface PersonIdentity {
  /** Permanent member id such as `ACoAA…` (39 characters, case-sensitive), or null. */
  readonly memberUrn: string | null;
  /** Vanity name in comparison form: percent-decoded once, NFC, lower case; or null. */
  readonly publicIdentifier: string | null;
}

/** A person as an input file shows them. */
export interface FoundPerson extends PersonIdentity {
  readonly name: string | null;
  readonly headline: string | null;
}
