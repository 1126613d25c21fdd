import { comparePolicies } from '@gatehouse/governance';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_POLICY } from '../example-policy.ts';
import { M, policy } from './policies.ts';

const AUC = 'auc: { floor: 0.70, margin: 0.03 }';
const PERFORMANCE = `${M}.gates.performance`;

/** The example's policy with a metric of which less is better, and slices. */
const BASE = EXAMPLE_POLICY.replace(
  AUC,
  `${AUC}\n          brier: { ceiling: 0.2, relative-margin: 0.05 }\n        strict-reuse: true\n        slices: { afam: { minimum-rows: 50, margin-factor: 1.5 } }`,
);

const rows = [
  ['ceiling: 0.2', 'ceiling: 0.3', 'metrics.brier.ceiling', 'the ceiling rises from 0.2 to 0.3: worse models pass.'],
  ['ceiling: 0.2, ', '', 'metrics.brier.ceiling', 'the ceiling is removed; it was 0.2'],
  ['relative-margin: 0.05', 'relative-margin: 0.1', 'metrics.brier.relative-margin', 'the relative margin rises'],
  [
    'slices: { afam: { minimum-rows: 50, margin-factor: 1.5 } }',
    'slices: {}',
    'slices.afam',
    'slicing by afam is removed: it is not judged any more.',
  ],
  ['minimum-rows: 50', 'minimum-rows: 40', 'slices.afam.minimum-rows', 'smaller slices are enough to pass'],
  ['margin-factor: 1.5', 'margin-factor: 2', 'slices.afam.margin-factor', 'worse in a slice by more pass'],
  ['strict-reuse: true\n', '\n', 'strict-reuse', 'any number of candidates at the same error'],
  ['strict-reuse: true', 'strict-reuse: false', 'strict-reuse', 'any number of candidates at the same error'],
  ['factor: 1.5', 'factor: 1.5, report-only: true', 'slices.afam.report-only', 'the slices do not decide any more'],
] as const;

describe('a change of what performance is judged by', () => {
  it.each(rows)('%s to %s loosens, and tightens on the way back', (from, to, path, sentence) => {
    expect(BASE).toContain(from);
    const [base, head] = [policy(BASE), policy(BASE.replace(from, to))];

    expect(comparePolicies(base, head)).toEqual([
      expect.objectContaining({
        kind: 'loosened',
        path: `${PERFORMANCE}.${path}`,
        sentence: expect.stringContaining(sentence),
      }),
    ]);
    expect(comparePolicies(head, base).map(({ kind }) => kind)).toEqual(['tightened']);
  });
});
