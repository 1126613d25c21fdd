import { readFileSync } from 'node:fs';
import { ConfigError, parseConfig } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const GOOD = readFileSync(new URL('./fixtures/gatehouse.yml', import.meta.url), 'utf8');

function withMetrics(metrics: string): string {
  const text = GOOD.replace('          accuracy:\n            floor: 0.6\n            margin: 0.02\n', `${metrics}\n`);
  if (text === GOOD) throw new Error('the fixture has other metrics');
  return text;
}

function faultsOf(metrics: string): readonly string[] {
  try {
    parseConfig(withMetrics(metrics));
  } catch (error) {
    if (error instanceof ConfigError)
      return error.faults.map((f) => `${f.where}: ${f.found}. ${f.allowed}. ${f.remedy}`);
    throw error;
  }
  return [];
}

const MORE = ['accuracy', 'precision', 'recall', 'specificity', 'npv', 'f1', 'balanced-accuracy', 'mcc'];
const ALSO_MORE = ['cohen-kappa', 'auc', 'average-precision'];
const LESS = ['error', 'fpr', 'fnr', 'log-loss', 'brier'];

describe('a metric of the performance gate', () => {
  it.each([...MORE, ...ALSO_MORE])('%s takes a floor and no ceiling', (metric) => {
    expect(faultsOf(`          ${metric}: { floor: 0.5, margin: 0.02 }`)).toEqual([]);
    expect(faultsOf(`          ${metric}: { ceiling: 0.5, margin: 0.02 }`)).toEqual([
      expect.stringMatching(
        `"models.mortgage-approval.gates.performance.metrics.${metric}.ceiling": got a ceiling for ${metric}, of which more is better. The limit of ${metric} is a floor. Write "floor" in place of "ceiling".`,
      ),
    ]);
  });

  it.each(LESS)('%s takes a ceiling and no floor', (metric) => {
    expect(faultsOf(`          ${metric}: { ceiling: 0.5, margin: 0.02 }`)).toEqual([]);
    expect(faultsOf(`          ${metric}: { floor: 0.5, margin: 0.02 }`)).toEqual([
      expect.stringMatching(`got a floor for ${metric}, of which less is better`),
    ]);
  });

  it.each([
    ['no margin', 'accuracy: { floor: 0.5 }', 'got neither "margin" nor "relative-margin"'],
    ['two margins', 'accuracy: { margin: 0.1, relative-margin: 0.1 }', 'got "margin" and "relative-margin"'],
    ['both limits', 'accuracy: { floor: 0.5, ceiling: 0.6, margin: 0.1 }', 'Remove "ceiling".'],
    ['a relative margin of all', 'accuracy: { relative-margin: 1 }', 'It must be a number above 0 and below 1'],
    ['a floor out of range', 'mcc: { floor: -1.5, margin: 0.1 }', 'It must be a number at least -1 and at most 1'],
    ['a loss below 0', 'log-loss: { ceiling: -1, margin: 0.1 }', 'It must be a number at least 0'],
    ['an F score without β', 'f-beta: { margin: 0.1 }', '"beta" is missing'],
    ['a β elsewhere', 'f1: { margin: 0.1, beta: 2 }', 'got the unknown key "beta"'],
    [
      'a metric of another task',
      'rmse: { ceiling: 1, margin: 0.1 }',
      'got "rmse", which is no metric of the task binary-classification. The metrics of binary-classification are accuracy, error,',
    ],
  ])('with %s is refused', (_, metric, expected) => {
    expect(faultsOf(`          ${metric}`).join('\n')).toContain(expected);
  });

  it.each([
    'f-beta: { beta: 0.5, floor: 0.6, relative-margin: 0.05 }',
    'log-loss: { ceiling: 3, margin: 1.5 }',
    'cohen-kappa: { floor: -0.1, margin: 1.5 }',
    'auc: { margin: 0.02, superiority-margin: 0.01 }',
  ])('%s is read', (metric) => {
    expect(faultsOf(`          ${metric}`)).toEqual([]);
  });

  it.each([
    ['a protected column', '{ race: {} }', ''],
    ['all that can be said', '{ race: { minimum-rows: 50, margin-factor: 2, report-only: true } }', ''],
    ['another column', '{ region: {} }', 'got slices of "region", which is neither a protected nor a control column'],
    ['a margin that is tighter', '{ race: { margin-factor: 0.5 } }', 'It must be a number at least 1 and at most 10'],
  ])('is judged in the slices of %s', (_, slices, expected) => {
    const faults = faultsOf(`          accuracy: { margin: 0.1 }\n        slices: ${slices}`).join('\n');

    expect(faults).toContain(expected);
    expect(faults === '').toBe(expected === '');
  });

  it('must be named', () => {
    expect(faultsOf('          {}').join('\n')).toContain('must name at least one of the metrics accuracy, error,');
  });
});
