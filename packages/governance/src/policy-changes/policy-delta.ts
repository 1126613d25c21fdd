/** One rule that differs between two policies. */
export interface PolicyDelta {
  /**
   * `loosened`: something may pass, sign or approve that could not before. `changed`: which way it goes cannot be told from
   * the rule alone, so a person must read it.
   */
  readonly kind: 'loosened' | 'tightened' | 'changed';
  /** Where it stands: `models.fraud.gates.fairness.measures.selection-rate-difference.limit`. */
  readonly path: string;
  /** The value on the base in one line, cut when long; `null` where there was none. Text of the file, to be escaped. */
  readonly before: string | null;
  readonly after: string | null;
  /** What it means, for a person. */
  readonly sentence: string;
}
