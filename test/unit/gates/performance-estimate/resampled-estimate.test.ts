import { bcaInterval, bootstrapInterval, createRandom, criticalValue, twoSidedConfidence } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import {
  estimateOf,
  isUndefined,
  type MetricQuestion,
  undefinedMetric,
} from '../../../../packages/gates/src/performance/estimate/metric-estimate.ts';
import {
  LEAST_UNITS,
  type Resampled,
  resampledEstimate,
} from '../../../../packages/gates/src/performance/estimate/resampled-estimate.ts';

const QUESTION: MetricQuestion = { confidence: 0.95, seed: '000102030405060708090a0b0c0d0eff', thresholds: [] };

/** The mean of squares of the places of rows. */
function squares(rows: number): Resampled {
  const values = Float64Array.from({ length: rows }, (_, row) => row * row);
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    units: { kind: 'rows', rows },
    statistic: (multiplicities) =>
      values.reduce((total, value, row) => total + value * Number(multiplicities[row]), 0) / rows,
    jackknife: () => values.map((value) => (sum - value) / (rows - 1)),
    n: [rows],
    name: 'paired bca',
    unvaried: null,
  };
}

function constant(units: Resampled['units'], changes: Partial<Resampled> = {}): Resampled {
  const unvaried = (added: number) => [-added, added] as const;
  return { units, statistic: () => 0.5, n: [7], name: 'bca', unvaried, ...changes };
}

function estimated(of: Resampled, question = QUESTION) {
  const estimate = resampledEstimate(of, question);
  if (isUndefined(estimate)) throw new Error(`undefined: ${estimate.reasonCode}`);
  return estimate;
}

describe('an estimate of a formula', () => {
  it('has bounds that hold each and an interval that holds together', () => {
    const boundsAt = (confidence: number) => [-confidence, confidence] as const;
    const estimate = estimateOf({ value: 0, boundsAt, method: 'a formula', n: [3] }, 0.95);

    expect(estimate).toEqual({
      value: 0,
      bounds: [-twoSidedConfidence(0.95), twoSidedConfidence(0.95)],
      interval: [-0.95, 0.95],
      method: 'a formula',
      n: [3],
      boundsAt,
      resampling: null,
    });
    expect(isUndefined(estimate)).toBe(false);
  });
});

describe('the reason why there is no value', () => {
  it.each([
    ['empty-group', 'insufficient-n'],
    ['single-class', 'single-class'],
  ])('%s is %s', (reason, reasonCode) => {
    expect(undefinedMetric(reason)).toEqual({ reasonCode });
    expect(isUndefined(undefinedMetric(reason))).toBe(true);
  });

  it('that is no reason code is a bug', () => {
    expect(() => undefinedMetric('whatever')).toThrow(
      expect.objectContaining({ code: 'bug', fault: expect.objectContaining({ found: 'the reason "whatever"' }) }),
    );
  });
});

describe('an estimate of rows drawn again', () => {
  it('is the bootstrap with the generator of the seed', () => {
    const of = squares(30);
    const random = createRandom(Uint8Array.from([...Array.from({ length: 15 }, (_, at) => at), 255]));
    const drawn = bootstrapInterval({ ...of, confidence: twoSidedConfidence(0.95), random });
    if (drawn.undefinedReason !== null) throw new Error(drawn.undefinedReason);
    const estimate = estimated(of);

    expect(estimate).toMatchObject({
      value: drawn.estimate,
      bounds: drawn.interval,
      method: 'paired bca',
      n: [30],
      resampling: { replicates: 9999, seed: QUESTION.seed, redrawn: 0, error: drawn.monteCarloError },
    });
    const at = (confidence: number) =>
      bcaInterval({ estimate: drawn.estimate, replicates: drawn.sorted, acceleration: drawn.acceleration }, confidence);
    expect(estimate.interval).toEqual(at(0.95).interval);
    expect(estimate.boundsAt(0.5)).toEqual(at(0.5).interval);
    expect(estimate.interval[0]).toBeLessThan(estimate.bounds[0]);
  });

  it.each(['lower', 'upper'] as const)('is drawn more often where its %s bound is a threshold', (bound) => {
    const [lower, upper] = estimated(squares(30)).bounds;
    const { resampling } = estimated(squares(30), { ...QUESTION, thresholds: [bound === 'lower' ? lower : upper] });

    expect(resampling?.replicates).toBeGreaterThan(9999);
  });

  it('is not drawn more often where thresholds are far', () => {
    const thresholds = [-1e6, 1e6];

    expect(estimated(squares(30), { ...QUESTION, thresholds }).resampling?.replicates).toBe(9999);
  });

  it('says so where its bounds are plain percentiles', () => {
    const estimate = estimated({ ...squares(30), jackknife: () => null });

    expect(estimate.method).toBe('paired percentile, no acceleration');
  });

  it('has no bounds from fewer rows than the least', () => {
    expect(LEAST_UNITS).toBe(20);
    expect(resampledEstimate(squares(19), QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
    expect(estimated(squares(20)).n).toEqual([20]);
  });

  it.each<[string, Resampled['units'], readonly [string, string]]>([
    ['cells', { kind: 'cells', counts: Int32Array.of(10, 9) }, ['insufficient-n', '']],
    ['as many in cells', { kind: 'cells', counts: Int32Array.of(10, 10) }, ['', '']],
    [
      'strata',
      { kind: 'strata', stratumOf: Int32Array.from({ length: 19 }, (_, row) => row % 2), strata: 2 },
      ['insufficient-n', ''],
    ],
    [
      'as many in strata',
      { kind: 'strata', stratumOf: Int32Array.from({ length: 20 }, (_, row) => row % 2), strata: 2 },
      ['', ''],
    ],
    [
      'clusters',
      { kind: 'clusters', clusterOf: Int32Array.from({ length: 38 }, (_, row) => row % 19), clusters: 19 },
      ['too-few-clusters', ''],
    ],
    [
      'as many clusters',
      { kind: 'clusters', clusterOf: Int32Array.from({ length: 40 }, (_, row) => row % 20), clusters: 20 },
      ['', ''],
    ],
  ])('counts %s', (_, units, [reasonCode]) => {
    const statistic = (multiplicities: Int32Array) => Number(multiplicities[0]);
    const estimate = resampledEstimate({ units, statistic, n: [1], name: 'bca', unvaried: null }, QUESTION);

    expect('reasonCode' in estimate ? estimate.reasonCode : '').toBe(reasonCode);
  });

  it('counts rows as their weights leave them', () => {
    expect(resampledEstimate({ ...squares(30), effective: 19.9 }, QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
    expect(estimated({ ...squares(30), effective: 20 }).n).toEqual([30]);
  });

  it('has none where too many samples have no value', () => {
    let calls = 0;
    const statistic = () => {
      calls += 1;
      return calls === 1 ? 0.5 : null;
    };
    const of = { ...constant({ kind: 'rows', rows: 30 }), statistic, jackknife: () => null };

    expect(resampledEstimate(of, QUESTION)).toEqual({ reasonCode: 'undefined-replicates' });
  });

  it.each([
    [200_000, false],
    [200_001, true],
  ])('of %i rows needs fewer samples: %s', (rows, fewer) => {
    let calls = 0;
    const statistic = () => {
      calls += 1;
      if (calls > 210) throw new Error('many samples');
      return calls === 1 ? 0.5 : null;
    };
    const ask = () =>
      resampledEstimate({ ...constant({ kind: 'rows', rows }), statistic, jackknife: () => null }, QUESTION);

    if (fewer) expect(ask()).toEqual({ reasonCode: 'undefined-replicates' });
    else expect(ask).toThrow('many samples');
  });

  it('of many rows in cells does not', () => {
    const units = { kind: 'cells', counts: Int32Array.of(150_000, 150_001) } as const;
    const statistic = (multiplicities: Int32Array) => Number(multiplicities[0]) / 300_001;

    expect(estimated({ units, statistic, n: [300_001], name: 'bca', unvaried: null }).resampling?.replicates).toBe(
      9999,
    );
  });
});

describe('rows that do not vary', () => {
  const few = { kind: 'rows', rows: 3 } as const;

  it('are told by z² rows added, however few they are', () => {
    const estimate = estimated(constant(few));
    const added = (confidence: number) => criticalValue(confidence) ** 2;

    expect(estimate).toMatchObject({ value: 0.5, n: [7], method: 'no variation, z² rows added', resampling: null });
    expect(estimate.interval).toEqual([-added(0.95), added(0.95)]);
    const each = added(twoSidedConfidence(0.95));
    expect(estimate.bounds).toEqual([-each, each]);
    expect(estimate.boundsAt(0.5)).toEqual([-added(0.5), added(0.5)]);
  });

  it('need as many as others where no bounds are known for them', () => {
    expect(resampledEstimate(constant(few, { unvaried: null }), QUESTION)).toEqual({ reasonCode: 'insufficient-n' });
  });

  it.each<[string, { value: number; by: number; size?: number }, boolean]>([
    ['a difference of rounding', { value: 0.5, by: 1e-10 }, true],
    ['a difference of more than rounding', { value: 0.5, by: 1e-7 }, false],
    ['a difference of rounding, of larger numbers', { value: 0, by: 1e-10, size: 1 }, true],
    ['the same, of smaller numbers', { value: 0, by: 1e-10, size: 0.01 }, false],
    ['a difference of values that are small themselves', { value: 0, by: 1e-12 }, false],
  ])('%s', (_, { value, by, ...size }, unvaried) => {
    const rows = 25;
    const statistic = (multiplicities: Int32Array) => value + (by * Number(multiplicities[0])) / rows;
    const estimate = estimated(constant({ kind: 'rows', rows }, { statistic, ...size }));

    expect(estimate.resampling === null).toBe(unvaried);
  });
});
