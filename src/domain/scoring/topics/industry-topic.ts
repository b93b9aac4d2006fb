/** One line of business, finer than the 20 classes, with the words by which companies and clients name it. */
export interface IndustryTopic {
  /** A short name, shown to people: "food production". */
  readonly name: string;
  /** Wider topics that it belongs to, by name, or one of the 20 classes; none where no class fits. */
  readonly within: readonly string[];
  /** Folded words and phrases, comma-separated; one that begins with "-" is the end of a compound word ("-brauerei"). A plural "s" need not be listed. */
  readonly terms: string;
  /** The same for what means the topic only as a whole label: "Legal" is an industry, "legal" in a sentence is not. */
  readonly labels?: string;
}
