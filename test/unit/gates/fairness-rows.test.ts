import { decisionSchema } from '@gatehouse/core';
import {
  evaluateFairness,
  evaluateRankingFairness,
  evaluateRegressionFairness,
  type RowGroups,
} from '@gatehouse/gates';
import { createRandom } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig } from './fixture-inputs.ts';

type Measures = Parameters<typeof fairnessConfig>[0];
type Changes = Parameters<typeof fairnessConfig>[1];

function column(names: readonly string[], codes: Int32Array): ReadonlyMap<string, RowGroups> {
  return new Map([['race', { names, codes }]]);
}

/** Residuals 0.3 + 2 sin i of 60 rows of a, and 1.5 cos i of 80 rows of b. */
const A = Float64Array.from({ length: 60 }, (_, i) => Math.sin(i + 1) * 2 + 0.3);
const B = Float64Array.from({ length: 80 }, (_, i) => Math.cos(i + 1) * 1.5);

function regression(
  measures: Measures,
  changes: Changes = {},
  groups: readonly (readonly [string, Float64Array])[] = [
    ['a', A],
    ['b', B],
  ],
) {
  const residuals = Float64Array.from(groups.flatMap(([, values]) => [...values]));
  const codes = Int32Array.from(groups.flatMap(([, { length }], at) => new Array<number>(length).fill(at)));
  const names = groups.map(([name]) => name);
  return evaluateRegressionFairness({
    config: fairnessConfig(measures, changes),
    context: CONTEXT,
    rows: { residuals, groups: column(names, codes) },
  });
}

const RESIDUAL = 'mean-residual-difference';
const ABSOLUTE = 'mean-absolute-error-difference';
const ROOT = 'root-mean-squared-error-difference';

describe('the errors of a regression', () => {
  // scipy 1.17.1 ttest_ind(equal_var=False).confidence_interval(0.95), and the same of absolute residuals; for the root the
  // t intervals of the squares, their roots, and square and add.
  it.each([
    [RESIDUAL, 0.3819501165317832, 0.8157525132724046],
    [ABSOLUTE, 0.35470431294012406, 0.5539573416820784],
    [ROOT, 0.40131444073386957, 0.5686225422871684],
  ])('%s has the value and the interval of scipy', (measure, value, upper) => {
    const { aggregates } = JSON.parse(JSON.stringify(regression({ [measure]: { limit: 100 } }).measures));

    expect(aggregates[measure].value).toBeCloseTo(value, 10);
    expect(aggregates[measure].interval[1]).toBeCloseTo(upper, 8);
  });

  it.each([
    [10, 'pass', 'within-limit'],
    [0.6, 'inconclusive', 'interval-spans-limit'],
    [0, 'inconclusive', 'interval-spans-limit'],
  ])('a limit of %s on the mean residual gives %s', (limit, outcome, reasonCode) => {
    const decision = regression({ [RESIDUAL]: { limit } });

    expect(decision.outcome).toBe(outcome);
    expect(decision.findings).toMatchObject([
      { measure: RESIDUAL, reasonCode, groups: ['a', 'b'], n: [60, 80], limit },
    ]);
  });

  it('fail a limit, in the unit of the label', () => {
    const high = A.map((value) => value + 5000);
    const decision = regression({ [RESIDUAL]: { limit: 1000 } }, {}, [
      ['a', high],
      ['b', B],
    ]);

    expect(decision.findings).toMatchObject([{ outcome: 'fail', reasonCode: 'limit-exceeded', groups: ['a', 'b'] }]);
    expect(decision.findings[0]?.message).toMatch(
      /^difference in mean residual between groups a and b of race is 5000\.\d+ /,
    );
    expect(decisionSchema.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision);
  });

  it('are drawn again where a group is too small for a t interval', () => {
    const few = { 'minimum-group-size': 20, 'suppress-below': 1 };
    const decision = regression({ [RESIDUAL]: { limit: 10 } }, few, [
      ['a', A.subarray(0, 25)],
      ['b', B],
    ]);

    expect(decision.findings).toMatchObject([{ outcome: 'pass', method: 'stratified bca, each pair' }]);
    expect(
      JSON.stringify(
        regression({ [RESIDUAL]: { limit: 10 } }, few, [
          ['a', A.subarray(0, 25)],
          ['b', B],
        ]),
      ),
    ).toBe(JSON.stringify(decision));
  });

  it.each([
    [
      'no variation at all',
      [
        ['a', new Float64Array(50)],
        ['b', new Float64Array(50)],
      ],
      'interval-spans-limit',
    ],
    [
      'a small group',
      [
        ['a', A.subarray(0, 12)],
        ['b', B],
      ],
      'insufficient-n',
    ],
    [
      'a group without rows',
      [
        ['a', new Float64Array()],
        ['b', B],
      ],
      'empty-group',
    ],
    ['one group', [['b', B]], 'single-group'],
  ] as const)('are inconclusive with %s', (_, groups, reasonCode) => {
    const decision = regression({ [RESIDUAL]: { limit: 10 } }, {}, groups);

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings.map((finding) => finding.reasonCode)).toContain(reasonCode);
  });

  it('withhold a group of very few rows and what would give it away', () => {
    const { groups, comparisons } = regression({ [RESIDUAL]: { limit: 10 } }, {}, [
      ['a', A],
      ['b', B],
      ['c', A.subarray(0, 4)],
    ]).measures as { groups: Record<string, unknown>; comparisons: readonly { groups: readonly string[] }[] };

    expect(groups).toMatchObject({ a: { n: 'suppressed' }, b: { n: 80 }, c: { n: 'suppressed' } });
    expect(comparisons).toEqual([]);
  });

  it('compare a group with all rows as with the rest, by its share', () => {
    const { aggregates } = JSON.parse(
      JSON.stringify(regression({ [RESIDUAL]: { limit: 10 } }, { reference: 'overall' }).measures),
    );
    const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const all = mean(Float64Array.of(...A, ...B));

    expect(aggregates[RESIDUAL].value).toBeCloseTo(Math.max(Math.abs(mean(A) - all), Math.abs(mean(B) - all)), 10);
  });

  it('are refused when one is not finite', () => {
    expect(() => regression({ [RESIDUAL]: { limit: 1 } }, {}, [['a', Float64Array.of(Number.NaN)]])).toThrow(
      'the residual NaN',
    );
  });
});

/** `queries` rankings of eight items, a and b in turn, of which `first` says which group stands first. */
function ranking(measures: Measures, options: { readonly queries: number; readonly first: (query: number) => number }) {
  const { queries, first } = options;
  const codes = Int32Array.from({ length: queries * 8 }, (_, item) => {
    const [query, rank] = [Math.floor(item / 8), item % 8];
    return rank < 4 ? first(query) : 1 - first(query);
  });
  return evaluateRankingFairness({
    config: fairnessConfig(measures),
    context: CONTEXT,
    rows: {
      offsets: Uint32Array.from({ length: queries + 1 }, (_, query) => query * 8),
      relevance: new Float64Array(queries * 8).fill(1),
      groups: column(['a', 'b'], codes),
    },
  });
}

describe('the places of a ranking', () => {
  const random = createRandom(new Uint8Array(16).fill(5));
  const draws = Array.from({ length: 400 }, () => random.uniform());
  const fair = (query: number): number => (Number(draws[query]) < 0.5 ? 0 : 1);
  const skewed = (query: number): number => (Number(draws[query]) < 0.9 ? 0 : 1);

  it.each([
    ['exposure of groups that lead equally often', { 'exposure-ratio': { limit: 0.8 } }, fair, 'pass'],
    ['exposure of a group that leads nine times of ten', { 'exposure-ratio': { limit: 0.8 } }, skewed, 'fail'],
    ['skew among the first, equal', { 'skew-at-k': { limit: 0.3, k: 4 } }, fair, 'pass'],
    ['skew among the first, of nine of ten', { 'skew-at-k': { limit: 0.3, k: 4 } }, skewed, 'fail'],
    ['divergence, which sees each query alone', { ndkl: { limit: 0.1 } }, fair, 'inconclusive'],
  ] as const)('%s', (_, measures, first, outcome) => {
    expect(ranking(measures, { queries: 400, first }).outcome).toBe(outcome);
  });

  it('have the values of their definitions', () => {
    const { aggregates } = JSON.parse(
      JSON.stringify(
        ranking({ 'skew-at-k': { limit: 9, k: 4 } }, { queries: 40, first: (query) => (query % 4 === 0 ? 1 : 0) })
          .measures,
      ),
    );
    const weight = (from: number): number =>
      [0, 1, 2, 3].reduce((sum, rank) => sum + 1 / Math.log2(from + rank + 2), 0);
    const total = weight(0) + weight(4);

    expect(aggregates['exposure-ratio'].value).toBeCloseTo((0.25 * weight(0) + 0.75 * weight(4)) / total / 0.5, 10);
    expect(aggregates['skew-at-k'].value).toBeCloseTo(Math.abs(Math.log(0.25 / 0.5)), 10);
  });

  it('are inconclusive with fewer than 20 queries', () => {
    const decision = ranking({ 'exposure-ratio': { limit: 0.1 }, ndkl: { limit: 9 } }, { queries: 19, first: fair });

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings.map(({ measure, reasonCode }) => [measure, reasonCode])).toContainEqual([
      'ndkl',
      'insufficient-n',
    ]);
    expect(decision.findings.map(({ measure, reasonCode }) => [measure, reasonCode])).toContainEqual([
      'exposure-ratio',
      'insufficient-n',
    ]);
  });
});

describe('the scores of a binary model', () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({
    label: (i * 7) % 10 < 4,
    score: ((i * 37) % 101) / 200 + ((i * 7) % 10 < 4 ? 0.2 : 0),
    group: i % 2,
  }));

  function judge(measures: Measures, labels = rows.map(({ label }) => label)) {
    const half = { tp: 30, fp: 20, fn: 10, tn: 40 };
    return evaluateFairness({
      config: fairnessConfig(measures),
      context: CONTEXT,
      groups: new Map([
        [
          'race',
          new Map([
            ['a', half],
            ['b', half],
          ]),
        ],
      ]),
      scored: {
        labels,
        scores: rows.map(({ score }) => score),
        groups: column(
          ['a', 'b'],
          Int32Array.from(rows, ({ group }) => group),
        ),
      },
    });
  }

  // scikit-learn roc_auc_score of either half, and the means of label minus score.
  it.each([
    ['auc-difference', 0.8654166666666667 - 0.815],
    ['calibration-in-the-large-difference', 0.0707 - 0.06885],
  ])('%s has the value of scikit-learn', (measure, value) => {
    const { aggregates } = JSON.parse(JSON.stringify(judge({ [measure]: { limit: 1 } }).measures));

    expect(aggregates[measure].value).toBeCloseTo(value, 10);
  });

  it.each([
    [1, 'pass'],
    [0.01, 'inconclusive'],
  ])('with a limit of %s are judged as %s', (limit, outcome) => {
    const decision = judge({ 'auc-difference': { limit }, 'calibration-in-the-large-difference': { limit } });

    expect(decision.outcome).toBe(outcome);
    expect(decision.findings.map(({ method }) => method?.split(', ')[0]).sort()).toEqual(['delong', 'welch t']);
  });

  it('give no area where all labels of a group are equal', () => {
    const decision = judge(
      { 'auc-difference': { limit: 1 } },
      rows.map(({ group }) => group === 0),
    );

    expect(decision.findings).toContainEqual(
      expect.objectContaining({ measure: 'auc-difference', reasonCode: 'single-class', outcome: 'inconclusive' }),
    );
  });

  it('are not passed over where a limit needs them', () => {
    const config = fairnessConfig({ 'auc-difference': { limit: 1 } });
    const groups = new Map([['race', new Map([['a', { tp: 30, fp: 20, fn: 10, tn: 40 }]])]]);

    expect(() => evaluateFairness({ config, context: CONTEXT, groups })).toThrow(
      'no scores, and limits on auc-difference',
    );
  });
});
