import { ConfigError, type Decision, type FairnessGateConfig } from '@gatehouse/core';
import {
  type ConfusionCounts,
  type CrossCell,
  crossTables,
  evaluateFairness,
  evaluateRankingFairness,
  evaluateRegressionFairness,
} from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { decisionMeasures } from './fairness-judge.ts';
import { CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

type Measures = FairnessGateConfig['measures'];
type Changes = Partial<FairnessGateConfig>;

const SELECTION = 'selection-rate-difference';
const HELD = 'conditional-selection-rate-difference';
const DISPARITY = 'conditional-demographic-disparity';
const TINY: Changes = { 'minimum-group-size': 1, 'minimum-denominator': 1 };

function rows(selected: number, n: number): ConfusionCounts {
  return { tp: selected, fp: 0, fn: 0, tn: n - selected };
}

function judge(groups: Readonly<Record<string, ConfusionCounts>>, measures: Measures, changes: Changes = {}): Decision {
  return evaluateFairness({ config: fairnessConfig(measures, changes), context: CONTEXT, groups: oneColumn(groups) });
}

function cell(groups: readonly string[], strata: readonly string[], counts: ConfusionCounts): CrossCell {
  return { groups, strata, counts };
}

function reasonsOf({ findings }: Decision): readonly string[] {
  return findings.map(({ severity, reasonCode }) => `${severity} ${reasonCode}`);
}

describe('a gate that has too little to judge does not pass', () => {
  const LIMIT: Measures = { [SELECTION]: { limit: 0.5 } };

  it.each<[string, Readonly<Record<string, ConfusionCounts>>, Changes]>([
    ['groups of one row each', { a: rows(1, 1), b: rows(0, 1) }, TINY],
    ['two groups of one row that agree', { a: rows(1, 1), b: rows(1, 1) }, TINY],
    ['only groups whose numbers are withheld', { a: rows(2, 5), b: rows(2, 5), c: rows(2, 5) }, {}],
    ['one group, however large', { a: rows(500, 1000) }, {}],
    ['one group and an empty one', { a: rows(500, 1000), b: rows(0, 0) }, {}],
    [
      'a reference group that is missing',
      { a: rows(500, 1000), b: rows(500, 1000) },
      { 'reference-groups': { race: 'c' } },
    ],
    [
      'a reference group that is too small',
      { a: rows(500, 1000), b: rows(5, 10) },
      { 'reference-groups': { race: 'b' } },
    ],
    ['a small group beside large ones that are equal', { a: rows(500, 1000), b: rows(500, 1000), c: rows(0, 20) }, {}],
    ['predictions that are all equal', { a: rows(0, 1000), b: rows(0, 1000) }, {}],
  ])('%s', (_, groups, changes) => {
    expect(judge(groups, LIMIT, changes).outcome).toBe('inconclusive');
  });

  it('no limit at all', () => {
    expect(judge({ a: rows(500, 1000), b: rows(500, 1000) }, {}).outcome).toBe('inconclusive');
  });

  it.each<[string, Changes]>([
    ['every other', {}],
    ['all rows', { reference: 'overall' }],
    ['the largest', { reference: 'largest' }],
    ['the best', { reference: 'best' }],
  ])('weights that leave two rows of a group, compared with %s', (_, changes) => {
    const even = { tp: 50, fp: 0, fn: 0, tn: 50 };
    const one = { tp: 1e9, fp: 0, fn: 0, tn: 1e9 };
    const weighed = { ...even, sampling: { weights: one, squares: { ...one, tp: 1e18, tn: 1e18 }, clusters: null } };
    const plain = { ...even, sampling: { weights: even, squares: even, clusters: null } };

    const decision = judge({ a: weighed, b: plain }, LIMIT, changes);

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings.map(({ message }) => message).join()).toContain(
      'rests on 100 rows, by their weights on as many as 2; policy minimum 30',
    );
    expect(judge({ a: plain, b: plain }, LIMIT, changes).outcome).toBe('pass');
  });
});

describe('names that are made to be mistaken', () => {
  it('of a group called as all rows are is refused', () => {
    const groups = { a: rows(900, 1000), 'all rows': rows(100, 1000) };

    expect(() => judge(groups, { [SELECTION]: { limit: 0.1 } })).toThrow(ConfigError);
  });

  it('do not put two strata into one', () => {
    const tables = crossTables({
      sensitive: ['race'],
      control: ['x', 'y'],
      cells: [
        cell(['a'], ['1, y=2', '3'], rows(40, 50)),
        cell(['b'], ['1, y=2', '3'], rows(40, 50)),
        cell(['a'], ['1', '2, y=3'], rows(10, 50)),
        cell(['b'], ['1', '2, y=3'], rows(10, 50)),
      ],
    });

    expect(tables.strata?.get('race')?.map(({ stratum }) => stratum)).toEqual(['x="1, y=2", y=3', 'x=1, y="2, y=3"']);
  });

  it('do not put two combinations of columns into one, of which the worse would be lost', () => {
    const good = rows(50, 100);
    const tables = crossTables({
      sensitive: ['race', 'sex'],
      control: [],
      cells: [
        cell(['a, sex=b', 'c'], [], rows(0, 100)),
        cell(['a', 'b, sex=c'], [], good),
        cell(['a', 'c'], [], good),
        cell(['a, sex=b', 'b, sex=c'], [], good),
      ],
    });
    const config = fairnessConfig(
      { [SELECTION]: { limit: 0.3 } },
      { sensitive: ['race', 'sex'], intersections: { depth: 2, gate: true } },
    );
    const decision = evaluateFairness({ config, context: CONTEXT, ...tables });

    expect(Object.keys(decisionMeasures(decision).intersections['race × sex'].groups)).toHaveLength(4);
    expect(decision.findings.filter(({ outcome }) => outcome === 'fail').map(({ groups }) => groups?.at(1))).toContain(
      'race="a, sex=b", sex=c',
    );
  });
});

describe('rows that are moved where nothing is compared', () => {
  function held(cells: readonly CrossCell[], measures: Measures): Decision {
    const tables = crossTables({ sensitive: ['sex'], control: ['dept'], cells });
    return evaluateFairness({ config: fairnessConfig(measures, { sensitive: ['sex'] }), context: CONTEXT, ...tables });
  }

  /** Alike where both are; 900 of 1000 women are where no man is, and none of them is selected. */
  const APART = [
    cell(['men'], ['a'], rows(500, 1000)),
    cell(['women'], ['a'], rows(50, 100)),
    cell(['women'], ['b'], rows(0, 900)),
  ];

  it('leave a note that the verdict is of the others', () => {
    const decision = held(APART, { [HELD]: { limit: 0.3 } });
    const note = decision.findings.find(({ reasonCode }) => reasonCode === 'low-coverage');

    expect(note).toMatchObject({ measure: HELD, severity: 'warn', value: 0.1, n: [100], limit: 0.9 });
    expect(note?.message).toContain('rests on 100 of 1000 rows of group women');
  });

  it('leave none where all rows are compared', () => {
    const together = [...APART.slice(0, 2), cell(['men'], ['b'], rows(0, 900)), cell(['women'], ['b'], rows(10, 900))];

    expect(reasonsOf(held(together, { [HELD]: { limit: 0.3 } }))).toEqual(['block within-limit']);
  });

  it('do not make up the rows of a disparity: in strata where all decisions are equal there is none', () => {
    const decision = held(
      [
        cell(['men'], ['a'], rows(5, 10)),
        cell(['women'], ['a'], rows(5, 10)),
        cell(['men'], ['b'], rows(0, 990)),
        cell(['women'], ['b'], rows(0, 990)),
      ],
      { [DISPARITY]: { limit: 0.9 } },
    );

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings.filter(({ measure }) => measure === DISPARITY)).toMatchObject([
      { reasonCode: 'insufficient-n', n: [10] },
      { reasonCode: 'insufficient-n', n: [10] },
    ]);
  });
});

describe('rankings in which a group is hardly seen', () => {
  /** Items of a and b in turn; queries from `mixed` on hold a only. */
  function ranked(queries: number, mixed: number, measures: Measures): Decision {
    const codes = Int32Array.from({ length: queries * 8 }, (_, item) => {
      const query = Math.floor(item / 8);
      return query < mixed ? (item + query) % 2 : 0;
    });
    return evaluateRankingFairness({
      config: fairnessConfig(measures, TINY),
      context: CONTEXT,
      rows: {
        offsets: Uint32Array.from({ length: queries + 1 }, (_, query) => query * 8),
        relevance: new Float64Array(queries * 8).fill(1),
        groups: new Map([['race', { codes, names: ['a', 'b'] }]]),
      },
    });
  }

  it.each<[string, Measures]>([
    ['exposure', { 'exposure-ratio': { limit: 0.5 } }],
    ['skew', { 'skew-at-k': { limit: 2, k: 4 } }],
    ['divergence', { ndkl: { limit: 2 } }],
  ])('are inconclusive by %s with 19 such queries of 200, and judged with 20', (_, measures) => {
    const [few, enough] = [ranked(200, 19, measures), ranked(200, 20, measures)];

    expect(few.outcome).toBe('inconclusive');
    expect(few.findings.filter(({ reasonCode }) => reasonCode === 'insufficient-n')).toMatchObject([{ n: [19] }]);
    expect(reasonsOf(enough)).not.toContain('block insufficient-n');
  });

  it('do not diverge less for queries of one group', () => {
    const ndklOf = (decision: Decision): number => decisionMeasures(decision).aggregates.ndkl.value;
    const limit: Measures = { ndkl: { limit: 2 } };

    expect(ndklOf(ranked(400, 40, limit))).toBeCloseTo(ndklOf(ranked(40, 40, limit)), 12);
  });
});

describe('errors of a few rows', () => {
  function regression(n: number, measures: Measures): Decision {
    const residuals = Float64Array.from({ length: 2 * n }, (_, row) => 1 + (row % 2) * 1e-6);
    const codes = Int32Array.from(residuals, (_, row) => (row < n ? 0 : 1));
    return evaluateRegressionFairness({
      config: fairnessConfig(measures, TINY),
      context: CONTEXT,
      rows: { residuals, groups: new Map([['race', { codes, names: ['a', 'b'] }]]) },
    });
  }

  it.each([
    'mean-residual-difference',
    'mean-absolute-error-difference',
    'root-mean-squared-error-difference',
  ] as const)('that are nearly alike bound nothing: %s', (measure) => {
    const measures: Measures = { [measure]: { limit: 0.1 } };

    expect(regression(2, measures).outcome).toBe('inconclusive');
    expect(regression(19, measures).outcome).toBe('inconclusive');
    expect(regression(20, measures).outcome).toBe('pass');
  });
});
