import {
  type BinnedPair,
  chiSquareTest,
  countLeftClosed,
  cramerV,
  energyDistance,
  gTest,
  hellinger,
  jensenShannon,
  kullbackLeibler,
  lInfinity,
  momentsOf,
  normedWasserstein,
  psi,
  type Sample,
  sturgesEdges,
  totalVariation,
  wasserstein,
} from '@gatehouse/stats';
import type { Kind, OurValues } from '../compare.ts';
import { bins, table, twoSamples } from '../inputs.ts';
import { ABSOLUTE, RELATIVE } from '../tolerances.ts';

/** Distances between two samples, and tests of tables. */
export const DRIFT: Readonly<Record<string, Kind>> = {
  binned: { tolerance: ABSOLUTE[12], measure: (input) => binned(bins.parse(input)) },
  'raw-distance': { tolerance: RELATIVE[12], measure: rawDistances },
  table: { tolerance: RELATIVE[9], exceptions: { cramerV: RELATIVE[11] }, measure: tests },
  'evidently-numeric': { tolerance: RELATIVE[11], measure: evidentlyNumeric },
  'evidently-categories': { tolerance: RELATIVE[11], measure: (input) => asEvidently(bins.parse(input)) },
};

function binned(pair: BinnedPair): OurValues {
  return {
    psi: psi(pair).value,
    kullbackLeibler: kullbackLeibler(pair).value,
    jensenShannonNats: jensenShannon(pair, 'nats').value,
    jensenShannonBits: jensenShannon(pair, 'bits').value,
    totalVariation: totalVariation(pair).value,
    lInfinity: lInfinity(pair).value,
  };
}

function sampleOf(values: readonly number[], weights: readonly number[] | null | undefined): Sample {
  const plain = { values: Float64Array.from(values) };
  return weights === null || weights === undefined ? plain : { ...plain, weights: Float64Array.from(weights) };
}

function rawDistances(input: unknown): OurValues {
  const { first, second, firstWeights, secondWeights } = twoSamples.parse(input);
  const [a, b] = [sampleOf(first, firstWeights), sampleOf(second, secondWeights)];
  return { wasserstein: wasserstein(a, b).value, energy: energyDistance(a, b).value };
}

function tests(input: unknown): OurValues {
  const counts = table.parse(input).table;
  const [chi, plain, g] = [chiSquareTest(counts), chiSquareTest(counts, 'none'), gTest(counts)];
  if (chi.undefinedReason !== null || plain.undefinedReason !== null || g.undefinedReason !== null) return {};
  return {
    chiSquare: chi.statistic,
    chiSquareP: chi.p,
    uncorrected: plain.statistic,
    uncorrectedP: plain.p,
    g: g.statistic,
    gP: g.p,
    cramerV: cramerV(counts).value,
  };
}

function asEvidently(pair: BinnedPair): OurValues {
  return {
    psi: psi(pair, 'evidently').value,
    kullbackLeibler: kullbackLeibler(pair, 'evidently').value,
    jensenShannon: jensenShannon(pair, 'nats').value,
    hellinger: hellinger(pair).value,
  };
}

function evidentlyNumeric(input: unknown): OurValues {
  const given = bins.parse(input);
  const [reference, current] = [Float64Array.from(given.reference), Float64Array.from(given.current)];
  const countedOn = (edges: Float64Array): BinnedPair => ({
    reference: countLeftClosed(reference, edges),
    current: countLeftClosed(current, edges),
  });
  // evidently takes the bins of its Hellinger distance from the distinct values.
  const ofDistinct = sturgesEdges(Float64Array.from(new Set([...reference, ...current])), new Float64Array(0));
  const { m2, n } = momentsOf(reference);
  const distance = wasserstein({ values: reference }, { values: current }).value;
  return {
    ...asEvidently(countedOn(sturgesEdges(reference, current))),
    hellinger: hellinger(countedOn(ofDistinct)).value,
    wassersteinNormed: distance === null ? null : normedWasserstein(distance, Math.sqrt(m2 / n)),
    energy: energyDistance({ values: reference }, { values: current }).value,
  };
}
