import { ConfigError, type FairnessGateConfig } from '@gatehouse/core';
import type { FairnessInput } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import {
  measuresKnown,
  refuseUnlabelled,
  selectionOnly,
} from '../../../packages/gates/src/fairness/pairs/parity-only.ts';
import { CONTEXT, fairnessConfig } from './fixture-inputs.ts';

describe('what can be said without labels', () => {
  const PARITY = [
    'selection-rate-difference',
    'demographic-parity-difference',
    'selection-rate-ratio',
    'demographic-parity-ratio',
    'disparate-impact',
  ];
  const input = (measures: FairnessGateConfig['measures'], changes: Partial<FairnessInput> = {}): FairnessInput => ({
    config: fairnessConfig(measures, { favorable: 'negative' }),
    context: CONTEXT,
    groups: new Map(),
    labels: 'none',
    ...changes,
  });
  const scored = { labels: [], scores: [], groups: new Map() };

  it('are the measures of selection, and of rejection', () => {
    expect(measuresKnown(input({})).map(({ measure }) => measure)).toEqual(PARITY);
    expect(measuresKnown(input({}, { labels: 'known' }))).toHaveLength(28);
  });

  it.each<[string, FairnessGateConfig['measures'], Partial<FairnessInput>, readonly string[]]>([
    ['selection', { 'selection-rate-difference': { limit: 0.1 }, 'disparate-impact': { limit: 0.8 } }, {}, []],
    [
      'errors',
      { 'false-positive-rate-difference': { limit: 0.1 }, 'selection-rate-ratio': { limit: 0.8 } },
      {},
      ['false-positive-rate-difference'],
    ],
    ['both odds', { 'equalized-odds-difference': { limit: 0.1 } }, {}, ['equalized-odds-difference']],
    [
      'what is right of the selected',
      { 'predictive-parity-difference': { limit: 0.1 } },
      {},
      ['predictive-parity-difference'],
    ],
    ['accuracy', { 'accuracy-difference': { limit: 0.1 } }, {}, ['accuracy-difference']],
    ['scores', { 'auc-difference': { limit: 0.1 } }, {}, ['auc-difference']],
    ['scores with labels of their own', { 'auc-difference': { limit: 0.1 } }, { scored }, []],
    ['errors, with labels', { 'false-positive-rate-difference': { limit: 0.1 } }, { labels: 'known' }, []],
  ])('are limits on %s or not', (_, measures, changes, refused) => {
    let faults: readonly unknown[] | null = null;
    try {
      refuseUnlabelled(input(measures, changes));
    } catch (error) {
      if (error instanceof ConfigError) faults = error.faults;
    }

    if (refused.length === 0) return expect(faults).toBeNull();
    expect(faults).toEqual(
      refused.map((measure) => ({
        where: `gates.fairness.measures.${measure}`,
        found: 'a limit, and no column of labels',
        allowed: 'without labels, limits on selection rates',
        remedy: 'Name the column of labels, or remove the limit',
      })),
    );
  });

  it('are the rows of groups and how many are selected', () => {
    const measures = {
      groups: { a: { n: 10, tp: 3, 'selection-rate': 0.5 }, b: 'suppressed', c: null, d: { n: 'suppressed' } },
      aggregates: { 'generalized-entropy': 1, 'theil-index': 2, 'benefit-variation': 3, 'selection-rate-ratio': 4 },
    };

    expect(selectionOnly(measures)).toEqual({
      groups: { a: { n: 10, 'selection-rate': 0.5 }, b: 'suppressed', c: null, d: { n: 'suppressed' } },
      aggregates: { 'selection-rate-ratio': 4 },
    });
  });
});
