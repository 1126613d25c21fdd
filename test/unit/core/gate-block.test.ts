import { ConfigError, gateBlockSchema, parseGateBlock } from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const PLACE = {
  task: 'binary-classification',
  nameOf: (path: readonly (string | number)[]) => `--${path.join('-')}`,
} as const;

function faultsOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigError)
      return error.faults.map(({ where, found, allowed }) => `${where}: ${found}. ${allowed}`);
    throw error;
  }
  return [];
}

describe('a gate block that no file holds', () => {
  it('has the defaults of the configuration', () => {
    const raw = { sensitive: ['race'], measures: { 'selection-rate-difference': { limit: 0.1 } } };

    const block = parseGateBlock('fairness', raw, PLACE);

    expect(block).toMatchObject({
      sensitive: ['race'],
      confidence: 0.95,
      'minimum-group-size': 50,
      intersections: { depth: 2, gate: false },
    });
  });

  it.each([
    [
      'a number out of range',
      { sensitive: ['race'], confidence: 2, measures: { 'accuracy-difference': { limit: 0.1 } } },
      ['--confidence: got 2. It must be a number above 0.5 and below 1'],
    ],
    [
      'a measure that there is not',
      { sensitive: ['race'], measures: { 'fairness-difference': { limit: 0.1 } } },
      [
        expect.stringMatching(
          /^--measures-fairness-difference: got the unknown key "fairness-difference"\. The keys here are /,
        ),
        '--measures: got {"fairness-difference":{"limit":0.1}}. It must name at least one measure',
      ],
    ],
    [
      'two fields that do not go together',
      { sensitive: ['race'], measures: { 'disparate-impact': { limit: 0.8 } } },
      [expect.stringMatching(/^--measures-disparate-impact: got "disparate-impact" without "favorable"/)],
    ],
    [
      'two faults at once',
      { sensitive: [], measures: { 'accuracy-difference': { limit: -1 } } },
      [
        expect.stringMatching(/^--sensitive: got \[\]\. /),
        '--measures-accuracy-difference-limit: got -1. It must be a number at least 0 and at most 1',
      ],
    ],
  ])('is refused with every fault, by the name that its place gives: %s', (_, raw, faults) => {
    expect(faultsOf(() => parseGateBlock('fairness', raw, PLACE))).toEqual(faults);
  });

  it('is not asked for the other gates of a model', () => {
    const raw = { sensitive: ['race'], measures: { 'accuracy-difference': { limit: 0.1 } } };

    expect(faultsOf(() => parseGateBlock('fairness', raw, PLACE))).toEqual([]);
  });

  it('is checked against the rules between its fields', () => {
    const raw = { metrics: { accuracy: { ceiling: 0.1 } } };

    expect(faultsOf(() => parseGateBlock('performance', raw, PLACE))).toEqual([
      expect.stringContaining('--metrics-accuracy-ceiling: got a ceiling for accuracy'),
      expect.stringContaining('--metrics-accuracy: got neither "margin" nor "relative-margin"'),
    ]);
  });

  it('has a JSON Schema from the same source', () => {
    expect(gateBlockSchema('fairness').properties).toHaveProperty('minimum-group-size');
  });
});
