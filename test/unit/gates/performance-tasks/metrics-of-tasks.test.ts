import { METRICS_OF_TASK, type MetricName } from '@gatehouse/core';
import { type AnyPerformanceInput, evaluatePerformance } from '@gatehouse/gates';
import {
  averagePrecisionAt,
  classAccuracy,
  classAucOneVsOne,
  classAucOneVsRest,
  classBalancedAccuracy,
  classBrier,
  classConfusion,
  classF1,
  classLogLoss,
  classMatthews,
  cohenKappa,
  hitAt,
  kendallTauB,
  type Measured,
  maxError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanOfQueries,
  meanSquaredError,
  meanSquaredLogError,
  medianAbsoluteError,
  ndcgAt,
  pinballLoss,
  precisionAt,
  recallAt,
  reciprocalRankAt,
  rootMeanSquaredError,
  rSquared,
  spearmanRho,
  topKAccuracy,
  weightedAbsolutePercentageError,
} from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { INPUT_OF, multiclassInput, rankingInput, regressionInput, rulesFor } from './task-inputs.ts';

const ROWS = 240;
const NOISE = { challenger: 0.3, champion: 0.5 };

/** The measures that have oracles, of the challenger and of the champion. */
function expectedValues(
  input: AnyPerformanceInput,
  side: 'challenger' | 'champion',
): Readonly<Record<string, Measured<string>>> {
  if (input.champion.state !== 'evaluated') throw new Error('the fixture has a champion');
  switch (input.task) {
    case 'multiclass-classification': {
      const model = side === 'challenger' ? input.challenger : input.champion;
      if (!('predicted' in model) || model.probabilities === null) throw new Error('the fixture has probabilities');
      const confusion = classConfusion({ labels: input.labels, predicted: model.predicted, classes: 3 });
      const scored = { labels: input.labels, classes: 3, scores: model.probabilities };
      const accuracy = classAccuracy(confusion);
      return {
        accuracy,
        error: { value: 1 - Number(accuracy.value), undefinedReason: null },
        'balanced-accuracy': classBalancedAccuracy(confusion),
        'macro-f1': classF1(confusion, 'macro'),
        'micro-f1': classF1(confusion, 'micro'),
        'weighted-f1': classF1(confusion, 'weighted'),
        mcc: classMatthews(confusion),
        'cohen-kappa': cohenKappa(confusion),
        'linear-kappa': cohenKappa(confusion, 'linear'),
        'quadratic-kappa': cohenKappa(confusion, 'quadratic'),
        'macro-auc-ovr': classAucOneVsRest(scored),
        'macro-auc-ovo': classAucOneVsOne(scored),
        'top-k-accuracy': topKAccuracy(scored, 2),
        'log-loss': classLogLoss(scored),
        brier: classBrier(scored),
      };
    }
    case 'regression': {
      const model = side === 'challenger' ? input.challenger : input.champion;
      if (!('predicted' in model)) throw new Error('the fixture has predictions');
      const pairs = { truth: input.labels, predicted: model.predicted };
      return {
        mae: meanAbsoluteError(pairs),
        mse: meanSquaredError(pairs),
        rmse: rootMeanSquaredError(pairs),
        'median-absolute-error': medianAbsoluteError(pairs),
        'max-error': maxError(pairs),
        r2: rSquared(pairs),
        pinball: pinballLoss(pairs, 0.9),
        msle: meanSquaredLogError(pairs),
        mape: meanAbsolutePercentageError(pairs),
        wape: weightedAbsolutePercentageError(pairs),
        spearman: spearmanRho(pairs.truth, pairs.predicted),
        'kendall-tau-b': kendallTauB(pairs.truth, pairs.predicted),
      };
    }
    case 'ranking': {
      const model = side === 'challenger' ? input.challenger : input.champion;
      if (!('scores' in model)) throw new Error('the fixture has scores');
      const { offsets, relevance, itemOrder } = input;
      const rankings = { offsets, relevance, scores: model.scores, idOrder: itemOrder };
      return {
        ndcg: meanOfQueries(ndcgAt(rankings, 8)),
        map: meanOfQueries(averagePrecisionAt(rankings, 8)),
        mrr: meanOfQueries(reciprocalRankAt(rankings, 8)),
        'recall-at-k': meanOfQueries(recallAt(rankings, 3)),
        'precision-at-k': meanOfQueries(precisionAt(rankings, 3)),
        'hit-at-k': meanOfQueries(hitAt(rankings, 3)),
      };
    }
    default:
      throw new Error('the other tests are of binary models');
  }
}

interface Reported {
  readonly challenger: number;
  readonly champion: number;
  readonly difference: number;
  readonly interval: readonly [number, number];
  readonly method: string;
}

function reportedOf(input: AnyPerformanceInput): Readonly<Record<string, Reported>> {
  // As a reader of the decision has it.
  return JSON.parse(JSON.stringify(evaluatePerformance(input).measures['metrics']));
}

const TASKS = ['multiclass-classification', 'regression', 'ranking'] as const;

describe.each(TASKS)('every metric of %s', (task) => {
  const names: readonly MetricName[] = METRICS_OF_TASK[task];
  const input = INPUT_OF[task]({ rows: ROWS, noise: NOISE, metrics: rulesFor(names, 0.5) });
  const reported = reportedOf(input);

  it.each(names)('%s is what its measure says of both models', (name) => {
    const [own, other] = [expectedValues(input, 'challenger')[name], expectedValues(input, 'champion')[name]];
    const { challenger, champion, difference } = reported[name] ?? {};

    expect(challenger).toBeCloseTo(Number(own?.value), 9);
    expect(champion).toBeCloseTo(Number(other?.value), 9);
    expect(difference).toBeCloseTo(Number(own?.value) - Number(other?.value), 9);
  });

  it.each(names)('%s has its difference within the interval', (name) => {
    const { difference, interval } = reported[name] ?? {};

    expect(interval?.[0]).toBeLessThanOrEqual(Number(difference));
    expect(interval?.[1]).toBeGreaterThanOrEqual(Number(difference));
  });
});

describe('how intervals come about', () => {
  it.each([
    ['multiclass-classification', 'accuracy', 240, 'tango'],
    ['multiclass-classification', 'top-k-accuracy', 240, 'tango'],
    ['multiclass-classification', 'macro-f1', 240, 'paired bca'],
    ['multiclass-classification', 'quadratic-kappa', 240, 'paired bca'],
    ['multiclass-classification', 'macro-auc-ovo', 240, 'paired bca'],
    ['multiclass-classification', 'log-loss', 240, 'paired student'],
    ['multiclass-classification', 'log-loss', 199, 'paired bca'],
    ['regression', 'mae', 200, 'paired student'],
    ['regression', 'mae', 199, 'paired bca'],
    ['regression', 'rmse', 240, 'paired bca'],
    ['regression', 'r2', 240, 'paired bca'],
    ['regression', 'kendall-tau-b', 240, 'paired bca'],
    ['regression', 'max-error', 240, 'of these rows; up to 1.2 % of other rows may lie beyond'],
    ['ranking', 'ndcg', 240, 'paired student'],
    ['ranking', 'ndcg', 100, 'paired bca'],
    ['ranking', 'hit-at-k', 240, 'tango'],
  ] as const)('%s: %s of %i units by %s', (task, name, rows, method) => {
    const input = INPUT_OF[task]({ rows, noise: NOISE, metrics: rulesFor([name], 0.5) });

    expect(reportedOf(input)[name]?.method).toBe(method);
  });
});

describe('parameters of a metric', () => {
  it.each([
    ['top-k-accuracy', multiclassInput, { k: 1 }, { k: 2 }],
    ['pinball', regressionInput, { tau: 0.1 }, { tau: 0.9 }],
    ['ndcg', rankingInput, { k: 1 }, { k: 5 }],
    ['ndcg', rankingInput, { gain: 'linear' }, { gain: 'exponential' }],
    ['map', rankingInput, { k: 1 }, {}],
    ['mrr', rankingInput, { k: 1 }, {}],
    ['recall-at-k', rankingInput, { k: 1 }, { k: 4 }],
    ['precision-at-k', rankingInput, { k: 1 }, { k: 4 }],
    ['hit-at-k', rankingInput, { k: 1 }, { k: 2 }],
  ] as const)('of %s changes its value', (name, inputOf, first, second) => {
    const valueWith = (parameters: object): unknown =>
      reportedOf(inputOf({ rows: 60, noise: NOISE, metrics: { [name]: { margin: 0.5, ...parameters } } }))[name]
        ?.challenger;

    expect(valueWith(first)).not.toBe(valueWith(second));
  });
});
