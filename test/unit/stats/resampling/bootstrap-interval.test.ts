import {
  type BootstrapInterval,
  type BootstrapRequest,
  bootstrapInterval,
  createRandom,
  meanInterval,
  momentsOf,
  percentileError,
  type ResamplingUnits,
  resampler,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/scipy-resampling/values.json' with { type: 'json' };
import { at } from '../relative-error.ts';

const random = (byte = 1) => createRandom(new Uint8Array(16).fill(byte));
const rows = (count: number): ResamplingUnits => ({ kind: 'rows', rows: count });
const total = (multiplicities: Int32Array): number => multiplicities.reduce((sum, m) => sum + m, 0);

function meanOf(values: readonly number[]): (multiplicities: Int32Array) => number {
  return (multiplicities) => {
    let sum = 0;
    for (let row = 0; row < values.length; row += 1) sum += Number(multiplicities[row]) * Number(values[row]);
    return sum / total(multiplicities);
  };
}

function interval(
  request: Partial<BootstrapRequest> & Pick<BootstrapRequest, 'units' | 'statistic'>,
): BootstrapInterval {
  const result = bootstrapInterval({ confidence: 0.9, random: random(), replicates: 2000, ...request });
  if (result.undefinedReason !== null) throw new Error(result.undefinedReason);
  return result;
}

const noise = random(9);
const sample = Array.from({ length: 60 }, () => noise.uniform() + noise.uniform());

describe('bootstrapInterval', () => {
  it('of a paired difference of root mean squared errors is that of scipy within 2 % of its width', () => {
    const { truth, first, second, confidence, estimate, interval: expected } = oracle.rmseDifference;
    const [ofFirst, ofSecond] = [first, second].map((predicted) =>
      meanOf(predicted.map((value, row) => (value - at(truth, row)) ** 2)),
    );
    const ours = interval({
      units: rows(truth.length),
      statistic: (m) => Math.sqrt(ofSecond?.(m) ?? Number.NaN) - Math.sqrt(ofFirst?.(m) ?? Number.NaN),
      confidence,
      replicates: 9999,
    });
    const tolerance = 0.02 * (at(expected, 1) - at(expected, 0));

    expect(ours.estimate).toBeCloseTo(estimate, 12);
    expect(ours).toMatchObject({ method: 'bca', replicates: 9999, redrawn: 0, settled: true });
    expect(Math.abs(ours.interval[0] - at(expected, 0))).toBeLessThan(tolerance);
    expect(Math.abs(ours.interval[1] - at(expected, 1))).toBeLessThan(tolerance);
  });

  it('of a mean is near its t interval', () => {
    const ours = interval({ units: rows(60), statistic: meanOf(sample) }).interval;
    const t = meanInterval(momentsOf(sample), 0.9);

    expect(t.undefinedReason).toBeNull();
    if (t.undefinedReason === null)
      expect(Math.abs(ours[0] - t.interval[0])).toBeLessThan(0.1 * (t.interval[1] - t.interval[0]));
  });

  it('is the same from the same generator and another from another', () => {
    const of = (byte: number) =>
      interval({ units: rows(60), statistic: meanOf(sample), random: random(byte) }).interval;

    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });

  it('takes a closed form of the jackknife', () => {
    const sum = sample.reduce((a, b) => a + b, 0);
    const closed = interval({
      units: rows(60),
      statistic: meanOf(sample),
      jackknife: () => Float64Array.from(sample, (x) => (sum - x) / 59),
    });
    const drawn = interval({ units: rows(60), statistic: meanOf(sample) });

    expect(closed.interval[0]).toBeCloseTo(drawn.interval[0], 12);
    expect(closed.acceleration).toBeCloseTo(Number(drawn.acceleration), 10);
  });

  it('is flagged where the jackknife has no value', () => {
    const result = interval({ units: rows(60), statistic: meanOf(sample), jackknife: () => null });

    expect(result).toMatchObject({ method: 'percentile', fallback: 'no-acceleration', acceleration: null });
  });
});

describe('the error of a one-sided bound', () => {
  it('of a skewed mean is near the 5 % it claims', () => {
    // Exponential values, true mean 1. The full-size simulation of a difference of F1 (1,500 runs, n = 600): 4.7 % and 5.9 %.
    const source = random(21);
    const runs = 200;
    let [above, below] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const values = Float64Array.from({ length: 60 }, () => -Math.log1p(-source.uniform()));
      const statistic = (m: Int32Array) => m.reduce((sum, count, row) => sum + count * Number(values[row]), 0) / 60;
      const [lower, upper] = interval({ units: rows(60), statistic, random: source }).interval;
      if (lower > 1) above += 1;
      if (upper < 1) below += 1;
    }

    // 5 % and three standard errors, and what is known of BCa at n = 60.
    expect(above / runs).toBeLessThan(0.1);
    expect(below / runs).toBeLessThan(0.11);
    expect((above + below) / runs).toBeGreaterThan(0.04);
  });
});

describe('the guard against Monte-Carlo error', () => {
  const request = { units: rows(60), statistic: meanOf(sample) };
  const lower = interval(request).interval[0];

  /** Replicates that are uniform numbers: a twentieth lies below the lower bound. */
  function uniform(byte: number): Pick<BootstrapRequest, 'units' | 'statistic' | 'jackknife'> {
    const source = random(byte);
    let calls = 0;
    const statistic = (): number => {
      calls += 1;
      return calls === 1 ? 0.5 : source.uniform();
    };
    return { units: rows(1), statistic, jackknife: () => Float64Array.of(0, 1) };
  }

  it.each([2000, 9999, 39_996])(
    'doubles %i replicates while a bound is too near its threshold, up to 39,996',
    (least) => {
      const decisions = [{ bound: 'lower', threshold: 0.05 }] as const;

      expect(interval({ ...uniform(1), replicates: least, decisions })).toMatchObject({
        replicates: 39_996,
        settled: false,
      });
    },
  );

  it.each([
    ['lower', 0.05],
    ['upper', 0.95],
  ] as const)('looks at the %s bound where it is told to', (bound, threshold) => {
    const decisions = [{ bound, threshold }];
    const other = [{ bound: bound === 'lower' ? 'upper' : 'lower', threshold } as const];

    expect(interval({ ...uniform(1), decisions }).replicates).toBeGreaterThan(2000);
    expect(interval({ ...uniform(1), decisions: other })).toMatchObject({ replicates: 2000, settled: true });
  });

  it('stops doubling as soon as a bound is far enough from its threshold', () => {
    const { interval: bounds, monteCarloError } = interval(uniform(1));
    const threshold = bounds[0] + 1.9 * monteCarloError[0];

    expect(interval({ ...uniform(1), decisions: [{ bound: 'lower', threshold }] })).toMatchObject({
      replicates: 4000,
      settled: true,
    });
  });

  it('doubles them at two errors from the threshold exactly', () => {
    const { interval: bounds, monteCarloError } = interval(uniform(8));
    const threshold = bounds[0] + 2 * monteCarloError[0];

    // These numbers are such that nothing is rounded.
    expect(threshold - bounds[0]).toBe(2 * monteCarloError[0]);
    expect(interval({ ...uniform(8), decisions: [{ bound: 'lower', threshold }] }).replicates).toBe(4000);
  });

  it('rests on all replicates, and its error on the order in which they were drawn', () => {
    const drawn: number[] = [];
    const { statistic, ...of } = uniform(1);
    const recorded = (m: Int32Array): number => {
      const value = Number(statistic(m));
      drawn.push(value);
      return value;
    };
    const decisions = [{ bound: 'lower', threshold: 0.05 }] as const;
    const result = interval({ ...of, statistic: recorded, decisions });
    // The first value is the estimate.
    const replicates = Float64Array.from(drawn.slice(1));

    expect(result.replicates).toBe(39_996);
    expect(result.monteCarloError).toEqual(result.shares.map((share) => percentileError(replicates, share)));
    expect(result.sorted).toEqual(replicates.toSorted());
  });

  it('takes 9,999 replicates where nothing is said', () => {
    const result = bootstrapInterval({ units: rows(1), statistic: () => 1, confidence: 0.9, random: random() });

    expect(result).toMatchObject({ replicates: 9999, settled: true });
  });

  it('is content far from the threshold', () => {
    const decisions = [
      { bound: 'lower', threshold: lower - 0.1 },
      { bound: 'upper', threshold: lower - 0.1 },
    ] as const;

    expect(interval({ ...request, decisions })).toMatchObject({ replicates: 2000, settled: true });
  });

  it('keeps the replicates it has', () => {
    let calls = 0;
    const few = meanOf(sample.slice(0, 12));
    const statistic = (m: Int32Array) => {
      calls += 1;
      return few(m);
    };
    const of = { units: rows(12), statistic };
    const near = interval(of).interval[0];
    calls = 0;
    const result = interval({ ...of, decisions: [{ bound: 'lower', threshold: near }] });

    expect(result.replicates).toBeGreaterThan(2000);
    // The estimate, the jackknife and each replicate once.
    expect(calls).toBe(1 + 12 + result.replicates);
  });

  it('is certain of a bound without error, even at its threshold', () => {
    const result = interval({ ...request, statistic: () => 0, decisions: [{ bound: 'lower', threshold: 0 }] });

    expect(result).toMatchObject({ interval: [0, 0], replicates: 2000, settled: true, monteCarloError: [0, 0] });
  });
});

describe('an undefined statistic', () => {
  it('has no interval when it is undefined on the rows', () => {
    const result = bootstrapInterval({ units: rows(5), statistic: () => null, confidence: 0.9, random: random() });

    expect(result).toEqual({ value: null, undefinedReason: 'undefined-statistic' });
  });

  it('is drawn anew in up to a tenth of the replicates', () => {
    let calls = 0;
    const statistic = (m: Int32Array) => {
      calls += 1;
      return calls > 61 && calls % 20 === 0 ? null : meanOf(sample)(m);
    };
    const result = interval({ units: rows(60), statistic });

    expect(result.redrawn).toBeGreaterThan(90);
    expect(result.redrawn).toBeLessThan(120);
    expect(result.replicates).toBe(2000);
  });

  it.each([
    [200, { redrawn: 200, replicates: 2000 }],
    [201, { value: null, undefinedReason: 'undefined-replicates' }],
  ])('%i times in 2,000', (times, expected) => {
    let calls = 0;
    const statistic = (): number | null => {
      calls += 1;
      return calls > 1 && calls <= 1 + times ? null : calls % 7;
    };
    const jackknife = (): Float64Array => Float64Array.of(0, 1);

    expect(
      bootstrapInterval({ units: rows(1), statistic, jackknife, confidence: 0.9, random: random(), replicates: 2000 }),
    ).toMatchObject(expected);
  });

  it('has no interval beyond that', () => {
    // One of ten rows is needed, and a replicate lacks it with probability 0.35.
    const result = bootstrapInterval({
      units: rows(10),
      statistic: (m) => (m[3] === 0 ? null : 1),
      confidence: 0.9,
      random: random(),
    });

    expect(result).toEqual({ value: null, undefinedReason: 'undefined-replicates' });
  });

  it('is an error when it hides as NaN', () => {
    expect(() => interval({ units: rows(5), statistic: () => Number.NaN })).toThrow('got NaN');
  });
});

describe('units', () => {
  it('are clusters as a whole: the interval is that of the clusters', () => {
    const clusterOf = Int32Array.from({ length: 120 }, (_, row) => row % 30);
    const values = Array.from(clusterOf, (cluster) => at(sample, cluster));
    const clustered = interval({ units: { kind: 'clusters', clusterOf, clusters: 30 }, statistic: meanOf(values) });
    const ofClusters = interval({ units: rows(30), statistic: meanOf(sample.slice(0, 30)) });

    expect(clustered.interval[0]).toBeCloseTo(ofClusters.interval[0], 12);
    expect(clustered.interval[1]).toBeCloseTo(ofClusters.interval[1], 12);
  });

  it('are at least 20 clusters', () => {
    const of = (clusters: number) =>
      bootstrapInterval({
        units: { kind: 'clusters', clusterOf: Int32Array.from({ length: 100 }, (_, row) => row % clusters), clusters },
        statistic: (m) => Number(m[0]),
        confidence: 0.9,
        random: random(),
        replicates: 2000,
      }).undefinedReason;

    expect([of(19), of(20)]).toEqual(['too-few-clusters', null]);
  });

  it('keep the size of each stratum', () => {
    const stratumOf = Int32Array.of(1, 0, 1, 1, 0, 1);
    const draw = resampler({ kind: 'strata', stratumOf, strata: 2 });
    const source = random();

    for (let round = 0; round < 50; round += 1) {
      const m = draw(source);
      expect(Number(m[1]) + Number(m[4])).toBe(2);
      expect(total(m)).toBe(6);
    }
  });

  it('have multiplicities of mean 1 and covariance of the multinomial', () => {
    const draw = resampler(rows(5));
    const source = random();
    const rounds = 4000;
    let [sum, squares, products, wrong] = [0, 0, 0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const m = draw(source);
      if (total(m) !== 5) wrong += 1;
      sum += Number(m[2]);
      squares += (Number(m[2]) - 1) ** 2;
      products += (Number(m[2]) - 1) * (Number(m[4]) - 1);
    }

    expect(wrong).toBe(0);
    expect(sum / rounds).toBeCloseTo(1, 1);
    expect(squares / rounds).toBeCloseTo(0.8, 1);
    expect(products / rounds).toBeCloseTo(-0.2, 1);
  });

  it('of cells are counts that a statistic cannot write to', () => {
    const counts = Int32Array.of(3, 4);
    const statistic = (m: Int32Array): number => {
      const first = Number(m[0]);
      m.fill(9);
      return first;
    };
    interval({ units: { kind: 'cells', counts }, statistic });

    expect([...counts]).toEqual([3, 4]);
  });

  it.each([
    [{ kind: 'rows', rows: 0 }],
    [{ kind: 'rows', rows: 1.5 }],
    [{ kind: 'strata', stratumOf: Int32Array.of(0, 2), strata: 2 }],
    [{ kind: 'strata', stratumOf: Int32Array.of(0, 1, 2), strata: 2 }],
    [{ kind: 'strata', stratumOf: Int32Array.of(0, 0), strata: 2 }],
    [{ kind: 'strata', stratumOf: Int32Array.of(1, 1), strata: 2 }],
    [{ kind: 'rows', rows: -1 }],
    [{ kind: 'clusters', clusterOf: Int32Array.of(0, 0), clusters: 2 }],
    [{ kind: 'clusters', clusterOf: Int32Array.of(-1, 0), clusters: 1 }],
  ] as const)('refuses %o', (units) => {
    expect(() => resampler(units)).toThrow(RangeError);
  });

  it.each([0, 1, -0.5, Number.NaN])('refuses a confidence of %s', (confidence) => {
    expect(() => interval({ units: rows(5), statistic: () => 1, confidence })).toThrow('A confidence level');
  });

  it('and a confidence are refused before the statistic is asked', () => {
    const unasked = { statistic: () => null, random: random(), replicates: 2000 };

    expect(() => bootstrapInterval({ ...unasked, units: rows(5), confidence: 1 })).toThrow('A confidence level');
    expect(() => bootstrapInterval({ ...unasked, units: rows(0), confidence: 0.9 })).toThrow('A number of rows');
  });

  it.each([1999, 39_997, 40_000, 2000.5, Number.NaN])('refuses %s replicates', (replicates) => {
    expect(() => interval({ units: rows(5), statistic: () => 1, replicates })).toThrow('A number of replicates');
  });
});
