import { improvement, METRIC_DIRECTIONS } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';

describe('the direction of a metric', () => {
  it.each([
    ['accuracy', 0.1],
    ['error', -0.1],
    ['log-loss', -0.1],
    ['auc', 0.1],
    ['rmse', -0.1],
    ['ndcg', 0.1],
  ] as const)('%s rises by a tenth: the challenger is better by %d', (metric, expected) => {
    expect(improvement(metric, { champion: 0.5, challenger: 0.6 })).toBeCloseTo(expected, 12);
  });

  it('is min for every error, loss and rate of mistakes, and max for the rest', () => {
    const names = (wanted: string) =>
      Object.entries(METRIC_DIRECTIONS).flatMap(([name, direction]) => (direction === wanted ? [name] : []));

    expect(names('min')).toEqual([
      ...['error', 'fpr', 'fnr', 'fdr', 'for', 'log-loss', 'brier', 'expected-calibration-error'],
      ...['mae', 'mse', 'rmse', 'median-absolute-error', 'max-error', 'pinball', 'msle', 'mape', 'wape'],
    ]);
    expect(names('max')).toHaveLength(Object.keys(METRIC_DIRECTIONS).length - names('min').length);
  });
});
