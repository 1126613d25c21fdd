import { METRICS_OF_TASK, type MetricName } from '@gatehouse/core';
import { type AnyPerformanceInput, evaluatePerformance, type PerformanceInput, type Sampling } from '@gatehouse/gates';
import { wilsonInterval } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { CONTEXT, findingOf, performanceConfig } from '../fixture-inputs.ts';
import { multiclassInput, regressionInput, rulesFor, seeded } from './task-inputs.ts';

const NOISE = { challenger: 0.3, champion: 0.5 };

/** Metrics that whole multiplicities alone can be drawn for. */
const WITHOUT_WEIGHTS: readonly MetricName[] = ['median-absolute-error', 'max-error', 'spearman', 'kendall-tau-b'];

interface Reported {
  readonly champion: number | null;
  readonly challenger: number | null;
  readonly 'challenger-interval': readonly [number, number] | null;
  readonly interval: readonly [number, number] | null;
  readonly method: string | null;
}

function metricsOf(input: AnyPerformanceInput): Readonly<Record<string, Reported>> {
  return JSON.parse(JSON.stringify(evaluatePerformance(input).measures['metrics']));
}

function binaryInput(rows: number, names: readonly MetricName[]): PerformanceInput {
  const random = seeded(4);
  const labels = Array.from({ length: rows }, () => random.uniform() < 0.4);
  const model = (noise: number) => {
    const scores = labels.map((label) => (Number(label) + noise * random.uniform()) / (1 + noise));
    return { scores, predicted: scores.map((score) => score >= 0.5) };
  };
  const challenger = model(1.2);
  return {
    config: performanceConfig({
      ...rulesFor(names, 0.5),
      ...(names.includes('f-beta') ? { 'f-beta': { beta: 2, margin: 0.5 } } : {}),
    }),
    context: CONTEXT,
    labels,
    challenger,
    champion: { state: 'evaluated', version: 'loans@v1.0.0', ...model(1.6) },
  };
}

const TIMES = Float64Array.from({ length: 60 }, (_, row) => 1 + (row % 3));
const REPEATED = Array.from(TIMES).flatMap((times, row) => new Array<number>(times).fill(row));
const WEIGHTED: Sampling = { weights: TIMES, clusters: null };

/** Each row as often as its weight says. */
function repeated(input: AnyPerformanceInput): AnyPerformanceInput {
  switch (input.task) {
    case 'multiclass-classification': {
      const model = (of: typeof input.challenger): typeof input.challenger => ({
        predicted: Int32Array.from(REPEATED, (row) => Number(of.predicted[row])),
        probabilities:
          of.probabilities &&
          Float64Array.from(REPEATED.flatMap((row) => [0, 1, 2].map((k) => Number(of.probabilities?.[3 * row + k])))),
      });
      const champion =
        input.champion.state === 'evaluated' ? { ...input.champion, ...model(input.champion) } : input.champion;
      return {
        ...input,
        labels: Int32Array.from(REPEATED, (row) => Number(input.labels[row])),
        challenger: model(input.challenger),
        champion,
      };
    }
    case 'regression': {
      const pick = (values: Float64Array): Float64Array => Float64Array.from(REPEATED, (row) => Number(values[row]));
      const champion =
        input.champion.state === 'evaluated'
          ? { ...input.champion, predicted: pick(input.champion.predicted) }
          : input.champion;
      return {
        ...input,
        labels: pick(input.labels),
        challenger: { predicted: pick(input.challenger.predicted) },
        champion,
      };
    }
    case 'ranking':
      throw new Error('queries have no weights');
    default: {
      const model = (of: typeof input.challenger): typeof input.challenger => ({
        predicted: REPEATED.map((row) => of.predicted[row] === true),
        scores: REPEATED.map((row) => Number(of.scores[row])),
      });
      const champion =
        input.champion.state === 'evaluated' ? { ...input.champion, ...model(input.champion) } : input.champion;
      return {
        ...input,
        labels: REPEATED.map((row) => input.labels[row] === true),
        challenger: model(input.challenger),
        champion,
      };
    }
  }
}

describe.each([
  ['binary-classification', (names: readonly MetricName[]) => binaryInput(60, names)],
  [
    'multiclass-classification',
    (names: readonly MetricName[]) => multiclassInput({ rows: 60, noise: NOISE, metrics: rulesFor(names, 0.5) }),
  ],
  [
    'regression',
    (names: readonly MetricName[]) => regressionInput({ rows: 60, noise: NOISE, metrics: rulesFor(names, 0.5) }),
  ],
] as const)('weights of %s', (task, inputOf) => {
  const names: readonly MetricName[] = METRICS_OF_TASK[task];
  const known = names.filter((name) => !WITHOUT_WEIGHTS.includes(name));
  const input = inputOf(known);
  const [weighted, plain] = [metricsOf({ ...input, sampling: WEIGHTED }), metricsOf(repeated(input))];

  it.each(known)('%s has the value of the rows repeated', (name) => {
    expect(weighted[name]?.challenger).toBeCloseTo(Number(plain[name]?.challenger), 9);
    expect(weighted[name]?.champion).toBeCloseTo(Number(plain[name]?.champion), 9);
  });

  it.each(known)('%s is compared by drawing weighted rows, not by a formula for equal ones', (name) => {
    expect(weighted[name]?.method).toMatch(/weighted \(effective n \d+\) bca/);
  });
});

describe('shares of weighted rows', () => {
  it("have Wilson's interval with the effective number of rows", () => {
    const input = multiclassInput({
      rows: 60,
      noise: { challenger: 0.3, champion: null },
      metrics: rulesFor(['accuracy'], 0.5),
    });
    const equal = metricsOf({ ...input, sampling: { weights: new Float64Array(60).fill(2.5), clusters: null } });
    const right = Array.from(input.labels).filter((label, row) => label === input.challenger.predicted[row]).length;

    expect(equal['accuracy']?.['challenger-interval']?.[0]).toBeCloseTo(wilsonInterval(right, 60, 0.95)[0], 10);
    expect(equal['accuracy']?.method).toBe('wilson, effective n 60');
  });

  it('are less sure where few rows hold the weight', () => {
    const input = multiclassInput({
      rows: 60,
      noise: { challenger: 0.3, champion: null },
      metrics: rulesFor(['accuracy'], 0.5),
    });
    const weights = Float64Array.from({ length: 60 }, (_, row) => (row < 6 ? 50 : 1));
    const widthOf = (sampling: Sampling): number => {
      const [lower, upper] = metricsOf({ ...input, sampling })['accuracy']?.['challenger-interval'] ?? [0, 0];
      return upper - lower;
    };

    expect(widthOf({ weights, clusters: null })).toBeGreaterThan(1.5 * widthOf({ weights: null, clusters: null }));
  });

  it('are reported with what they rest on', () => {
    const { measures } = evaluatePerformance({ ...binaryInput(60, ['accuracy']), sampling: WEIGHTED });

    expect(measures['sampling']).toMatchObject({ n: 60, clusters: null });
    expect(measures).not.toHaveProperty('calibration');
  });
});

/** Ten equal rows for each of `clusters` different ones. */
function copies(clusters: number) {
  const input = multiclassInput({
    rows: clusters,
    noise: NOISE,
    metrics: rulesFor(['accuracy', 'macro-f1', 'log-loss'], 0.5),
  });
  const of = Int32Array.from({ length: 10 * clusters }, (_, row) => Math.floor(row / 10));
  const rows = Array.from(of);
  const model = (from: typeof input.challenger): typeof input.challenger => ({
    predicted: Int32Array.from(rows, (row) => Number(from.predicted[row])),
    probabilities:
      from.probabilities &&
      Float64Array.from(rows.flatMap((row) => [0, 1, 2].map((k) => Number(from.probabilities?.[3 * row + k])))),
  });
  const champion =
    input.champion.state === 'evaluated' ? { ...input.champion, ...model(input.champion) } : input.champion;
  const copied = {
    ...input,
    labels: Int32Array.from(rows, (row) => Number(input.labels[row])),
    challenger: model(input.challenger),
    champion,
  };
  return { input, copied, sampling: { weights: null, clusters: { of, count: clusters } } };
}

describe('clusters', () => {
  it.each(['accuracy', 'macro-f1', 'log-loss'])(
    'give %s the interval of the rows that differ, not of their copies',
    (name) => {
      const { input, copied, sampling } = copies(120);
      const widthOf = (of: AnyPerformanceInput): number => {
        const [lower, upper] = metricsOf(of)[name]?.interval ?? [0, 0];
        return upper - lower;
      };
      const [differing, clustered, careless] = [widthOf(input), widthOf({ ...copied, sampling }), widthOf(copied)];

      expect(clustered / differing).toBeGreaterThan(0.9);
      expect(clustered / differing).toBeLessThan(1.1);
      expect(careless / differing).toBeLessThan(0.5);
    },
  );

  it.each([
    [19, 'inconclusive', 'too-few-clusters'],
    [20, 'pass', 'non-inferior'],
  ])('%i of them are %s', (clusters, outcome, reasonCode) => {
    const { copied, sampling } = copies(clusters);
    const { findings } = evaluatePerformance({ ...copied, sampling });
    const measure = outcome === 'pass' ? 'accuracy-difference' : 'accuracy';

    expect(findingOf(findings, measure)).toMatchObject({ outcome, severity: 'block', reasonCode });
  });

  it('say so in the method', () => {
    const { copied, sampling } = copies(120);

    expect(metricsOf({ ...copied, sampling })['accuracy']?.method).toBe('paired cluster (120) bca');
  });
});

describe('what the caller may not hand over', () => {
  it.each([
    ['a weight of 0', { weights: new Float64Array(60), clusters: null }, 'the weight 0'],
    ['weights of other rows', { weights: Float64Array.of(1, 2), clusters: null }, '2 weights for 60 rows'],
    [
      'clusters of other rows',
      { weights: null, clusters: { of: Int32Array.of(0), count: 1 } },
      '1 clusters for 60 rows',
    ],
  ])('%s', (_, sampling, message) => {
    expect(() => evaluatePerformance({ ...binaryInput(60, ['accuracy']), sampling })).toThrow(message);
  });
});
