import type { Chunk } from './cut-file.ts';

/** Where a chunk belongs. */
export interface FilePlace {
  readonly file: string;
  readonly offset: number;
}

/** A chunk to fetch, and every place that it fills. */
export interface WantedChunk extends Chunk {
  /** First byte within its part. */
  readonly offset: number;
  readonly places: readonly FilePlace[];
}
