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
  | { readonly kind: 'clusters'; readonly clusterOf: Int32Array; readonly clusters: number };

/** @throws RangeError when there is no row, a number is out of range, or a stratum or cluster has no row. */
export function checkUnits(units: ResamplingUnits): void {
  if (rowCount(units) < 1 || !Number.isSafeInteger(rowCount(units))) {
    throw new RangeError(`A number of rows is a whole number from 1, got ${rowCount(units)}.`);
  }
  if (units.kind === 'rows') return;
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
    const block = blocks[stratum];
    if (block !== undefined) block[Number(filled[stratum])] = row;
    take(filled, stratum);
  }
  return blocks;
}
