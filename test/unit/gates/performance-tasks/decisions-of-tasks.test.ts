import { METRICS_OF_TASK, type MetricName, type PerformanceGateConfig } from '@gatehouse/core';
import { evaluatePerformance } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { findingOf } from '../fixture-inputs.ts';
import { INPUT_OF, multiclassInput, rankingInput, regressionInput, rulesFor } from './task-inputs.ts';

const TASKS = ['multiclass-classification', 'regression', 'ranking'] as const;

/** In their own units, small beside what noise does to them. */
function marginFor(name: MetricName): number {
  return name === 'mse' ? 0.3 : name === 'max-error' ? 1 : 0.05;
}

function rules(names: readonly MetricName[]) {
  return Object.assign({}, ...names.map((name) => rulesFor([name], marginFor(name))));
}

describe.each(TASKS)('a challenger of %s', (task) => {
  const names: readonly MetricName[] = METRICS_OF_TASK[task];
  const decide = (noise: { readonly challenger: number; readonly champion: number | null }) =>
    evaluatePerformance(INPUT_OF[task]({ rows: 240, noise, metrics: rules(names) }));
  // The largest error has no baseline: of other rows nothing is known of it.
  const based = names.filter((name) => name !== 'max-error');
  const better = decide({ challenger: 0.05, champion: 0.8 });
  const worse = decide({ challenger: 0.8, champion: 0.05 });
  const first = decide({ challenger: 0.05, champion: null });
  const knowsNothing = decide({ challenger: 1, champion: null });

  it.each(names)('that is much better is superior in %s', (name) => {
    expect(findingOf(better.findings, `${name}-difference`)).toMatchObject({ outcome: 'pass', reasonCode: 'superior' });
  });

  it.each(names)('that is much worse fails in %s', (name) => {
    expect(findingOf(worse.findings, `${name}-difference`)).toMatchObject({ outcome: 'fail', reasonCode: 'inferior' });
  });

  it.each(based)('that is the first must beat a trivial model in %s', (name) => {
    expect(findingOf(first.findings, `${name}-over-trivial-baseline`).outcome).toBe('pass');
  });

  it.each(based)('that knows nothing does not pass as the first in %s', (name) => {
    expect(findingOf(knowsNothing.findings, `${name}-over-trivial-baseline`).outcome).not.toBe('pass');
  });
});

describe('limits', () => {
  it.each<[string, typeof INPUT_OF.regression, PerformanceGateConfig['metrics'], string, string]>([
    [
      'a floor of accuracy that is met',
      multiclassInput,
      { accuracy: { floor: 0.8, margin: 0.5 } },
      'accuracy',
      'floor-met',
    ],
    [
      'a floor of accuracy that is not',
      multiclassInput,
      { accuracy: { floor: 0.99, margin: 0.5 } },
      'accuracy',
      'below-floor',
    ],
    [
      'a ceiling of the error that is met',
      regressionInput,
      { mae: { ceiling: 1, margin: 0.5 } },
      'mae',
      'within-limit',
    ],
    [
      'a ceiling of the error that is not',
      regressionInput,
      { mae: { ceiling: 0.1, margin: 0.5 } },
      'mae',
      'limit-exceeded',
    ],
    [
      'a ceiling that the largest error keeps',
      regressionInput,
      { 'max-error': { ceiling: 5, margin: 0.5 } },
      'max-error',
      'within-limit',
    ],
    [
      'a ceiling that the largest error breaks',
      regressionInput,
      { 'max-error': { ceiling: 0.5, margin: 0.5 } },
      'max-error',
      'limit-exceeded',
    ],
    [
      'a floor of a ranking that is met',
      rankingInput,
      { ndcg: { floor: 0.8, margin: 0.5, gain: 'linear' } },
      'ndcg',
      'floor-met',
    ],
    [
      'a floor of a ranking that is not',
      rankingInput,
      { ndcg: { floor: 0.999, margin: 0.5, gain: 'linear' } },
      'ndcg',
      'below-floor',
    ],
  ])('%s', (_, inputOf, metrics, measure, reasonCode) => {
    const { findings } = evaluatePerformance(
      inputOf({ rows: 300, noise: { challenger: 0.15, champion: null }, metrics }),
    );

    expect(findingOf(findings, measure).reasonCode).toBe(reasonCode);
  });
});

describe('slices of every task', () => {
  it.each(TASKS)('of %s are judged for themselves', (task) => {
    const [name] = METRICS_OF_TASK[task];
    const input = INPUT_OF[task]({
      rows: 200,
      noise: { challenger: 0.3, champion: 0.3 },
      metrics: rulesFor([name], 0.9),
      config: { slices: { region: { 'minimum-rows': 30, 'margin-factor': 1, 'report-only': false } } },
    });
    const region = Array.from({ length: 200 }, (_, unit) => (unit % 4 === 0 ? 'north' : 'south'));
    const { findings, measures } = evaluatePerformance({ ...input, slices: new Map([['region', region]]) });

    expect(findings.filter(({ measure }) => measure === `${name}-difference-in-slice`)).toHaveLength(2);
    expect(measures['slices']).toMatchObject({ [name]: { 'region "north"': { n: 50 }, 'region "south"': { n: 150 } } });
  });
});
