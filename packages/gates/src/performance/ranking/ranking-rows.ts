import type { Sampling } from '../estimate/sampling.ts';

/** By what one model orders the items. */
export interface RankedItems {
  /** A higher score ranks first. */
  readonly scores: Float64Array;
}

/** Items of several queries, one query after the other. */
export interface RankingRows {
  /** One more than queries: query q has the items from `offsets[q]` up to, not including, `offsets[q + 1]`. */
  readonly offsets: Uint32Array;
  /** From 0; above 0 is relevant. */
  readonly relevance: Float64Array;
  /** Place of each item in the order of item names, which breaks ties of the score. */
  readonly itemOrder: Uint32Array;
  readonly challenger: RankedItems;
  readonly champion: RankedItems | null;
  /** Of the queries. Weights are not supported. */
  readonly sampling?: Sampling;
}
