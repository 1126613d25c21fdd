import { countOnEdges, type EdgeCounts, edgeTotal, mergeEdgeCounts } from '../binning/edge-counts.ts';
import { ksBounds } from '../profile/ks-bounds.ts';
import { type SequentialKsDesign, sequentialKsLimit } from './sequential-ks.ts';
import { readNumbers, readState } from './state-shape.ts';

const KIND = 'ks-monitor';

/** All current rows so far, counted on the edges of the baseline profile. JSON as it is. */
export interface KsMonitor {
  readonly kind: typeof KIND;
  readonly version: 1;
  readonly edges: readonly number[];
  readonly equal: readonly number[];
  readonly open: readonly number[];
}

/** What the monitor says of all rows so far. */
export interface KsMonitorReading {
  readonly rows: number;
  /** The largest distance at an edge: at most the true one, so that an alarm holds. */
  readonly distance: number;
  /** Alarm above this. Infinity while there are too few rows. */
  readonly limit: number;
  readonly alarm: boolean;
}

/** @throws RangeError when the edges are empty or do not ascend. */
export function newKsMonitor(edges: Float64Array): KsMonitor {
  return toState(countOnEdges(new Float64Array(0), edges));
}

/** Adds counts on the same edges; whole counts add exactly and in any order. @throws RangeError when the edges differ. */
export function observeEdgeCounts(state: KsMonitor, batch: EdgeCounts): KsMonitor {
  edgeTotal(batch);
  return toState(mergeEdgeCounts(toCounts(state), batch));
}

/**
 * Compares all rows so far with the reference; `null` while there is no row.
 *
 * @throws RangeError when the reference has other edges or other rows than the design says.
 */
export function readKsMonitor(
  state: KsMonitor,
  reference: EdgeCounts,
  design: Omit<SequentialKsDesign, 'referenceRows'>,
): KsMonitorReading | null {
  const current = toCounts(state);
  const rows = edgeTotal(current);
  const bounds = ksBounds(reference, current);
  if (bounds === null) return null;
  const limit = sequentialKsLimit(rows, { ...design, referenceRows: edgeTotal(reference) });
  return { rows, distance: bounds[0], limit, alarm: bounds[0] > limit };
}

/** Reads a stored state. @throws RangeError for anything that this module does not write. */
export function parseKsMonitor(value: unknown): KsMonitor {
  const state = readState(value, KIND, ['edges', 'equal', 'open']);
  const stored = state['edges'];
  if (!Array.isArray(stored)) throw new RangeError('The state must hold a list of edges.');
  const length = stored.length;
  const allowed = Number.isSafeInteger;
  const counts = {
    edges: Float64Array.from(readNumbers(state, 'edges', { length })),
    equal: Float64Array.from(readNumbers(state, 'equal', { length, allowed })),
    open: Float64Array.from(readNumbers(state, 'open', { length: length + 1, allowed })),
  };
  // That no count is negative, and that the edges ascend.
  edgeTotal(counts);
  return toState(counts);
}

function toState(counts: EdgeCounts): KsMonitor {
  return { kind: KIND, version: 1, edges: [...counts.edges], equal: [...counts.equal], open: [...counts.open] };
}

function toCounts(state: KsMonitor): EdgeCounts {
  return {
    edges: Float64Array.from(state.edges),
    equal: Float64Array.from(state.equal),
    open: Float64Array.from(state.open),
  };
}
