/** A source of independent uniform numbers. Stateful; a caller that needs the same draws again makes the source anew. */
export interface RandomSource {
  /** The next number, 0 ≤ u < 1. */
  uniform(): number;
}
