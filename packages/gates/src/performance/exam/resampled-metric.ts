import type { Bounds, Measured, MeasureOfWeights } from '@gatehouse/stats';
import { undefinedMetric } from '../estimate/metric-estimate.ts';
import type { Side } from '../estimate/paired-cells.ts';
import { type Resampled, resampledEstimate } from '../estimate/resampled-estimate.ts';
import { effectiveRows, type Sampling } from '../estimate/sampling.ts';
import type { MetricEstimates } from './exam.ts';

/** A metric of fixed rows as a function of how much each row counts, and the range of its values. */
export interface Weighable {
  readonly rows: number;
  /** Sorts what must be sorted; what it returns is called for each of ten thousand replicates. */
  readonly ofWeights: (side: Side) => MeasureOfWeights<string>;
  /** The least and the greatest value; a value that no replicate changes is drawn towards them. */
  readonly range: Bounds;
}

/**
 * Any metric by drawing rows again: BCa, paired for a difference. Rows of a cluster are drawn together; with fewer than 20
 * clusters there is no interval. Weights stay with their rows.
 */
export function resampledMetric(of: Weighable, sampling: Sampling): MetricEstimates {
  const { rows, range } = of;
  const drawn = drawnAs(rows, sampling);
  const observedWeights = sampling.weights ?? new Float64Array(rows).fill(1);
  const [least, greatest] = range;
  return {
    value: (side) => of.ofWeights(side)(observedWeights),
    estimate(question) {
      const measure = of.ofWeights('challenger');
      const observed = measure(observedWeights);
      if (observed.undefinedReason !== null) return undefinedMetric(observed.undefinedReason);
      const statistic = (multiplicities: Int32Array) => measure(drawn.weighted(multiplicities)).value;
      const unvaried = drawn.towards(observed.value, [least, greatest]);
      return resampledEstimate({ ...drawn.of, statistic, name: `${drawn.name}bca`, unvaried }, question);
    },
    compare(question) {
      const [challenger, champion] = [of.ofWeights('challenger'), of.ofWeights('champion')];
      const difference = differenceOf(challenger, champion);
      const observed = difference(observedWeights);
      if (observed.undefinedReason !== null) return undefinedMetric(observed.undefinedReason);
      const statistic = (multiplicities: Int32Array) => difference(drawn.weighted(multiplicities)).value;
      const unvaried = drawn.towards(observed.value, [least - greatest, greatest - least]);
      const name = `paired ${drawn.name}bca`;
      const size = Math.max(...[challenger, champion].map((side) => Math.abs(side(observedWeights).value ?? 0)));
      const estimate = resampledEstimate({ ...drawn.of, statistic, name, unvaried, size }, question);
      return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
    },
  };
}

function differenceOf(
  challenger: MeasureOfWeights<string>,
  champion: MeasureOfWeights<string>,
): (weights: Float64Array | Int32Array) => Measured<string> {
  return (weights) => {
    const first = challenger(weights);
    if (first.value === null) return first;
    const second = champion(weights);
    return second.value === null ? second : { value: first.value - second.value, undefinedReason: null };
  };
}

/** With clusters it is their number that says how sure a value is. */
function weightedName(independent: number, isClustered: boolean): string {
  return isClustered ? 'weighted ' : `weighted (effective n ${Math.floor(independent)}) `;
}

interface Drawn {
  readonly of: Pick<Resampled, 'units' | 'n' | 'effective'>;
  readonly name: string;
  readonly weighted: (multiplicities: Int32Array) => Float64Array | Int32Array;
  /** Bounds of a value that does not vary: rows, or clusters, of the least and the greatest value are added. */
  readonly towards: (value: number, range: Bounds) => (added: number) => Bounds;
}

function drawnAs(rows: number, sampling: Sampling): Drawn {
  const { weights, clusters } = sampling;
  const independent = clusters?.count ?? effectiveRows(rows, sampling);
  const products = new Float64Array(rows);
  return {
    of: {
      units:
        clusters === null
          ? { kind: 'rows', rows }
          : { kind: 'clusters', clusterOf: clusters.of, clusters: clusters.count },
      n: [rows],
      effective: independent,
    },
    name: `${weights === null ? '' : weightedName(independent, clusters !== null)}${clusters === null ? '' : `cluster (${clusters.count}) `}`,
    weighted(multiplicities) {
      if (weights === null) return multiplicities;
      for (let row = 0; row < rows; row += 1) products[row] = Number(weights[row]) * Number(multiplicities[row]);
      return products;
    },
    towards:
      (value, [least, greatest]) =>
      (added) => [
        (independent * value + added * least) / (independent + added),
        (independent * value + added * greatest) / (independent + added),
      ],
  };
}
