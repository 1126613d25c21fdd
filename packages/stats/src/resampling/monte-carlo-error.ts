import { linearPercentile } from './percentile.ts';

/** Divides 9,999, and its doubles, into batches of 303 and more. */
const BATCHES = 33;

/**
 * The standard error that the finite number of replicates leaves in a percentile: by batch means, the percentile of each of
 * 33 batches of consecutive replicates, their standard deviation over √33. Replicates that fill no batch are left out.
 *
 * @param replicates In the order drawn, at least 66.
 * @throws RangeError for fewer replicates or a share that is not from 0 to 1.
 */
export function percentileError(replicates: Float64Array, share: number): number {
  const size = Math.floor(replicates.length / BATCHES);
  if (size < 2) throw new RangeError(`A Monte-Carlo error needs ${2 * BATCHES} replicates, got ${replicates.length}.`);
  const values = Array.from({ length: BATCHES }, (_, batch) =>
    linearPercentile(replicates.slice(batch * size, (batch + 1) * size).sort(), share),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / BATCHES;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (BATCHES - 1) / BATCHES);
}
