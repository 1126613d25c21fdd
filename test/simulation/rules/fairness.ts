import { evaluateFairness } from '@gatehouse/gates';
import { binomialDraw, cochranMantelHaenszel, fourFifths, pooledZ, type Random } from '@gatehouse/stats';
import { CONTEXT, fairnessConfig } from '../../unit/gates/fixture-inputs.ts';
import { about, atLeast, atMost, type Simulation } from '../simulation.ts';

/** Selected rows of each group. */
type Counts = ReadonlyMap<string, { readonly selected: number; readonly n: number }>;

function drawn(shares: readonly number[], n: number, random: Random): Counts {
  return new Map(shares.map((share, at) => [`g${at}`, { selected: binomialDraw(n, share, random), n }]));
}

function outcomeOf(groups: Counts, limit: number): string {
  const counts = [...groups].map(
    ([name, { selected, n }]) => [name, { tp: selected, fp: 0, fn: 0, tn: n - selected }] as const,
  );
  return evaluateFairness({
    config: fairnessConfig({ 'selection-rate-difference': { limit } }),
    context: CONTEXT,
    groups: new Map([['race', new Map(counts)]]),
  }).outcome;
}

const equal = (groups: number): readonly number[] => Array.from({ length: groups }, () => 0.3);
const GATE = { test: 100, bench: 2000 };
const WIDE = { test: 20, bench: 500 };

/** A run in which the gate on the difference of selection rates comes to an outcome. */
function gate(name: string, shares: readonly number[], n: number, limit: number, outcome: string) {
  return { name, happens: (random: Random) => outcomeOf(drawn(shares, n, random), limit) === outcome };
}

/** Errors and power of the fairness gate (stats.md §2.3 and §2.4). */
export const FAIRNESS: readonly Simulation[] = [
  {
    ...gate('fairness fails 2 equal groups of 100 at limit 0', equal(2), 100, 0, 'fail'),
    claim: atMost(0.05, 'simultaneous 0.95', 0.02),
    runs: GATE,
  },
  {
    ...gate('fairness fails 6 equal groups of 100 at limit 0', equal(6), 100, 0, 'fail'),
    claim: atMost(0.05, 'simultaneous 0.95', 0.01),
    runs: GATE,
  },
  {
    ...gate('fairness fails 12 equal groups of 50 at limit 0', equal(12), 50, 0, 'fail'),
    claim: atMost(0.05, 'simultaneous 0.95', 0.005),
    runs: WIDE,
  },
  {
    ...gate('fairness fails a difference at the limit 0.1, n = 400', [0.3, 0.4], 400, 0.1, 'fail'),
    claim: atMost(0.05, 'simultaneous 0.95', 0.01),
    runs: GATE,
  },
  {
    ...gate('fairness passes a difference at the limit 0.1, n = 400', [0.3, 0.4], 400, 0.1, 'pass'),
    claim: about(0.05, 0.01, 'alpha 0.05, intersection-union'),
    runs: GATE,
  },
  {
    ...gate('fairness passes two equal groups of 400 at limit 0.1', equal(2), 400, 0.1, 'pass'),
    claim: about(0.85, 0.02, 'power 0.85 of ADR 10'),
    runs: GATE,
  },
  {
    ...gate('fairness fails 0.2 against 0.5 at limit 0.1, n = 400', [0.2, 0.5], 400, 0.1, 'fail'),
    claim: atLeast(0.99, 'power'),
    runs: GATE,
  },
  {
    name: 'a bare four-fifths rule breaks for 6 equal groups of 100',
    claim: about(0.9, 0.02, 'the trap of stats.md §2.3: 90 %'),
    runs: { test: 200, bench: 10_000 },
    happens: (random) => fourFifths(drawn(equal(6), 100, random)).meets === false,
  },
  {
    name: 'a difference within strata by Cochran-Mantel-Haenszel is seen where there is none',
    claim: about(0.05, 0.005, 'alpha 0.05'),
    runs: { test: 500, bench: 20_000 },
    happens: (random) => {
      const strata = [0.2, 0.4, 0.6, 0.8].map((p) => ({
        first: { successes: binomialDraw(60, p, random), n: 60 },
        second: { successes: binomialDraw(90, p, random), n: 90 },
      }));
      const found = cochranMantelHaenszel(strata);
      return 'p' in found && found.p <= 0.05;
    },
  },
  {
    name: "Simpson's paradox: without strata the same groups differ",
    claim: atLeast(0.99, 'the reason for control columns'),
    runs: { test: 200, bench: 2000 },
    happens: (random) => {
      const low = { successes: binomialDraw(150, 0.2, random) + binomialDraw(50, 0.8, random), n: 200 };
      const high = { successes: binomialDraw(50, 0.2, random) + binomialDraw(150, 0.8, random), n: 200 };
      return pooledZ(low, high).p <= 0.05;
    },
  },
];
