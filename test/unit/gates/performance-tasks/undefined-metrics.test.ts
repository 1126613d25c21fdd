import { ActionError } from '@gatehouse/core';
import { evaluatePerformance } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { findingOf } from '../fixture-inputs.ts';
import { multiclassInput, rankingInput, regressionInput, rulesFor } from './task-inputs.ts';

const NOISE = { challenger: 0.3, champion: null };

describe('a metric without a value is inconclusive', () => {
  it.each(['macro-auc-ovr', 'macro-auc-ovo'] as const)('%s without a row of a class', (name) => {
    const input = multiclassInput({ rows: 60, noise: NOISE, metrics: rulesFor([name], 0.1) });
    const { findings } = evaluatePerformance({ ...input, labels: input.labels.map((label) => Math.min(label, 1)) });

    expect(findingOf(findings, name)).toMatchObject({
      outcome: 'inconclusive',
      severity: 'block',
      reasonCode: 'absent-class',
    });
  });

  it('balanced-accuracy where all labels are one class', () => {
    const input = multiclassInput({ rows: 60, noise: NOISE, metrics: rulesFor(['balanced-accuracy'], 0.1) });
    const { findings } = evaluatePerformance({ ...input, labels: new Int32Array(60) });

    expect(findingOf(findings, 'balanced-accuracy')).toMatchObject({
      outcome: 'inconclusive',
      reasonCode: 'single-class',
    });
  });

  it('r2 of a constant', () => {
    const input = regressionInput({ rows: 60, noise: NOISE, metrics: rulesFor(['r2'], 0.1) });
    const { findings } = evaluatePerformance({ ...input, labels: new Float64Array(60).fill(3) });

    expect(findingOf(findings, 'r2')).toMatchObject({ outcome: 'inconclusive', reasonCode: 'constant-target' });
  });

  it('an error of perfect predictions of a constant: nothing could have been wrong', () => {
    const input = regressionInput({ rows: 60, noise: NOISE, metrics: { mae: { ceiling: 1, margin: 0.1 } } });
    const constant = new Float64Array(60).fill(3);
    const { findings } = evaluatePerformance({ ...input, labels: constant, challenger: { predicted: constant } });

    expect(findingOf(findings, 'mae')).toMatchObject({ outcome: 'inconclusive', reasonCode: 'constant-target' });
  });

  it('an error of perfect predictions has a bound all the same', () => {
    const input = regressionInput({ rows: 60, noise: NOISE, metrics: { mae: { ceiling: 0.01, margin: 0.1 } } });
    const { findings } = evaluatePerformance({ ...input, challenger: { predicted: input.labels } });

    expect(findingOf(findings, 'mae')).toMatchObject({ outcome: 'inconclusive', reasonCode: 'interval-spans-limit' });
  });

  it('mape with a label of 0', () => {
    const input = regressionInput({ rows: 60, noise: NOISE, metrics: rulesFor(['mape'], 0.1) });
    const { findings } = evaluatePerformance({ ...input, labels: input.labels.with(7, 0) });

    expect(findingOf(findings, 'mape')).toMatchObject({ outcome: 'inconclusive', reasonCode: 'zero-target' });
  });

  it('spearman of constant predictions', () => {
    const input = regressionInput({ rows: 60, noise: NOISE, metrics: rulesFor(['spearman'], 0.1) });
    const { findings } = evaluatePerformance({ ...input, challenger: { predicted: new Float64Array(60) } });

    expect(findingOf(findings, 'spearman')).toMatchObject({
      outcome: 'inconclusive',
      reasonCode: 'constant-prediction',
    });
  });

  it.each(['ndcg', 'hit-at-k'] as const)('%s where no query has a relevant item', (name) => {
    const input = rankingInput({ rows: 60, noise: NOISE, metrics: rulesFor([name], 0.1) });
    const { findings } = evaluatePerformance({ ...input, relevance: new Float64Array(480) });

    expect(findingOf(findings, name)).toMatchObject({ outcome: 'inconclusive', reasonCode: 'no-relevant-items' });
  });

  it('queries without a relevant item are counted and left out', () => {
    const input = rankingInput({ rows: 60, noise: NOISE, metrics: rulesFor(['ndcg'], 0.1) });
    const relevance = input.relevance.map((value, item) => (item < 80 ? 0 : value));
    const decision = evaluatePerformance({ ...input, relevance });

    expect(decision.measures['queries']).toMatchObject({ n: 60, 'without-relevant-item': 10 });
    expect(decision.notMeasured).toContain('10 of 60 queries, which have no relevant item');
    expect(findingOf(decision.findings, 'ndcg-over-trivial-baseline').n).toEqual([50]);
  });
});

describe('the logarithmic error of a number below 0 is refused', () => {
  it.each([
    ['label', (values: Float64Array) => ({ labels: values.with(3, -1) }), 'the true value -1'],
    ['prediction', (values: Float64Array) => ({ challenger: { predicted: values.with(3, -2) } }), 'the prediction -2'],
  ])('%s', (_, change, message) => {
    const input = regressionInput({ rows: 60, noise: NOISE, metrics: rulesFor(['msle'], 0.1) });
    const judge = (): unknown => evaluatePerformance({ ...input, ...change(input.labels) });

    expect(judge).toThrow(message);
    expect(judge).toThrow(ActionError);
    expect(judge).toThrow(expect.objectContaining({ reasonCode: 'value-negative' }));
  });
});
