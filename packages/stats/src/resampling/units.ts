import { multinomialDraw } from '../random/binomial.ts';
import type { Random } from '../random/xoshiro.ts';

/**
 * What is drawn with replacement: the rows; the rows within strata, when the test set itself was drawn so; or whole clusters,
 * when the rows of one user, patient or query are alike.
 */
export type ResamplingUnits =
  | { readonly kind: 'rows'; readonly rows: number }
  /** `stratumOf[row]` from 0 to `strata` - 1. */
  | { readonly kind: 'strata'; readonly stratumOf: Int32Array; readonly strata: number }
  /** `clusterOf[row]` from 0 to `clusters` - 1; no cluster without a row. */
  | { readonly kind: 'clusters'; readonly clusterOf: Int32Array; readonly clusters: number }
  /**
   * Rows, of which those in one cell are alike: `counts[cell]` rows, multiplicities are of cells. To draw the cells from the
   * multinomial law is to draw the rows, and costs the same for any number of rows.
   */
  | { readonly kind: 'cells'; readonly counts: Int32Array };

/** @throws RangeError when there is no row, a number is out of range, or a stratum or cluster has no row. */
export function checkUnits(units: ResamplingUnits): void {
  if (rowCount(units) < 1 || !Number.isSafeInteger(rowCount(units))) {
    throw new RangeError(`A number of rows is a whole number from 1, got ${rowCount(units)}.`);
  }
  if (units.kind === 'rows') return;
  if (units.kind === 'cells') {
    const negative = units.counts.find((count) => count < 0);
    if (negative !== undefined) throw new RangeError(`A count of a cell is a whole number from 0, got ${negative}.`);
    return;
  }
  const [of, count] = units.kind === 'strata' ? [units.stratumOf, units.strata] : [units.clusterOf, units.clusters];
  const sizes = new Int32Array(count);
  for (const part of of) {
    if (part < 0 || part >= count) throw new RangeError(`A part of the rows is from 0 to ${count - 1}, got ${part}.`);
    sizes[part] = Number(sizes[part]) + 1;
  }
  const empty = sizes.indexOf(0);
  if (empty >= 0) throw new RangeError(`Every part of the rows has a row, got none in ${empty}.`);
}

export function rowCount(units: ResamplingUnits): number {
  if (units.kind === 'rows') return units.rows;
  if (units.kind === 'cells') return units.counts.reduce((sum, count) => sum + count, 0);
  return units.kind === 'strata' ? units.stratumOf.length : units.clusterOf.length;
}

/** How many units are drawn: rows, or clusters. */
export function unitCount(units: ResamplingUnits): number {
  return units.kind === 'clusters' ? units.clusters : rowCount(units);
}

/** A function from multiplicities of the units to those of the rows; the same array where rows are the units. */
export function toRowMultiplicities(units: ResamplingUnits): (ofUnits: Int32Array) => Int32Array {
  if (units.kind !== 'clusters') return (ofUnits) => ofUnits;
  const { clusterOf } = units;
  const ofRows = new Int32Array(clusterOf.length);
  return (ofUnits) => {
    for (let row = 0; row < ofRows.length; row += 1) ofRows[row] = Number(ofUnits[Number(clusterOf[row])]);
    return ofRows;
  };
}

/** A function that draws the units with replacement and gives the multiplicities of the rows, in an array that it reuses. */
export function resampler(units: ResamplingUnits): (random: Random) => Int32Array {
  checkUnits(units);
  if (units.kind === 'cells') return cellResampler(units.counts);
  const ofUnits = new Int32Array(unitCount(units));
  const toRows = toRowMultiplicities(units);
  const blocks = units.kind === 'strata' ? strataBlocks(units) : null;
  return (random) => {
    ofUnits.fill(0);
    if (blocks === null) {
      random.tally(ofUnits, ofUnits.length);
    } else {
      for (const block of blocks) {
        for (let draw = 0; draw < block.length; draw += 1) take(ofUnits, Number(block[random.integer(block.length)]));
      }
    }
    return toRows(ofUnits);
  };
}

function cellResampler(counts: Int32Array): (random: Random) => Int32Array {
  const weights = Float64Array.from(counts);
  const rows = rowCount({ kind: 'cells', counts });
  const drawn = new Int32Array(counts.length);
  return (random) => {
    drawn.set(multinomialDraw(rows, weights, random));
    return drawn;
  };
}

/** Every unit as it was observed: once, or each cell as often as there are rows in it. */
export function observed(units: ResamplingUnits): Int32Array {
  return units.kind === 'cells' ? units.counts.slice() : new Int32Array(rowCount(units)).fill(1);
}

function take(multiplicities: Int32Array, unit: number): void {
  multiplicities[unit] = Number(multiplicities[unit]) + 1;
}

/** The rows of each stratum. */
function strataBlocks({
  stratumOf,
  strata,
}: {
  readonly stratumOf: Int32Array;
  readonly strata: number;
}): readonly Int32Array[] {
  const sizes = new Int32Array(strata);
  for (const stratum of stratumOf) take(sizes, stratum);
  const blocks = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(strata);
  for (const [row, stratum] of stratumOf.entries()) {
    const place = Number(filled[stratum]);
    blocks[stratum]?.fill(row, place, place + 1);
    take(filled, stratum);
  }
  return blocks;
}
