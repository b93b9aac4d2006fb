/** What server and page tell each other: the server promises these shapes, the page relies on them. Texts are clean, but strangers wrote them. */

export type Verdict = 'fit' | 'not_fit';

/** `GET api/queue?reviewer=` */
export interface ReviewQueue {
  readonly reviewer: string;
  /** Null: several clients. */
  readonly client: string | null;
  readonly batch: string | null;
  readonly showScores: boolean;
  readonly leads: readonly QueuedLead[];
}

export interface QueuedLead {
  readonly id: number;
  readonly client: string;
  readonly name: string | null;
  readonly headline: string | null;
  readonly company: string | null;
  readonly verdict: Verdict | null;
  /** Verdicts count in the order in which they were given. */
  readonly turn: number | null;
}

/** `GET api/leads/ID?reviewer=` */
export interface ShownLead {
  readonly id: number;
  readonly client: string;
  readonly icp: number;
  readonly name: string | null;
  readonly headline: string | null;
  readonly location: string | null;
  readonly industry: string | null;
  readonly companyType: string | null;
  readonly profileUrl: string;
  /** False: the profile was dropped since, and only what lists show is left. */
  readonly hasProfile: boolean;
  readonly about: string | null;
  readonly roles: readonly ShownRole[];
  readonly pastRoles: readonly ShownRole[];
  readonly skills: readonly string[];
}

export interface ShownRole {
  readonly title: string | null;
  readonly company: string | null;
  readonly period: string | null;
  readonly location: string | null;
  readonly size: string | null;
  readonly industries: string | null;
  readonly description: string | null;
}

/** `GET api/leads/ID/score?reviewer=`; refused before the verdict. */
export interface ShownScore {
  readonly score: number;
  readonly reasoning: string;
  readonly parts: readonly {
    readonly name: string;
    readonly points: number;
    readonly possible: number;
    readonly reason: string;
    readonly quote: string | null;
  }[];
}

/** `GET api/icps/ID` */
export interface ShownIcp {
  readonly id: number;
  readonly client: string;
  readonly clientName: string;
  readonly version: number;
  readonly newestVersion: number;
  readonly criteria: readonly {
    readonly label: string;
    readonly avoids: boolean;
    /** Prose, not a list. */
    readonly isNote: boolean;
    readonly values: readonly ShownCriterion[];
  }[];
}

export interface ShownCriterion {
  readonly value: string;
  readonly quotes: readonly {
    readonly quote: string;
    readonly speaker: string | null;
    readonly call: string | null;
    /** `2026-11-03` */
    readonly date: string | null;
  }[];
}

/** `GET api/check?reviewer=`: how the cut did; null until all is decided. */
export interface ShownCheck {
  readonly leftOut: number;
  readonly checks: readonly { readonly id: number; readonly verdict: Verdict }[];
}

/** `POST api/verdicts`; answers with nothing, once all is saved. */
export interface VerdictPost {
  readonly reviewer: string;
  /** A random UUID of this load of the page. */
  readonly page: string;
  /** In the order in which they were given; more than one when the page is left. */
  readonly words: readonly Word[];
}

/** What a reviewer says of a lead. */
export interface Word {
  /** Only ever grows within a page: a word that was sent twice, or is overtaken by a later one for its lead, counts once or not at all. */
  readonly number: number;
  readonly lead: number;
  /** Null takes back the verdict before. */
  readonly verdict: Verdict | null;
}

/** What comes instead of any of these. */
export interface ErrorDocument {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}
