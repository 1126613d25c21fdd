import { ConfigError, type FairnessGateConfig } from '@gatehouse/core';
import {
  type ConfusionCounts,
  type CrossCell,
  crossTables,
  evaluateFairness,
  type FairnessInput,
} from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { selectionFindings } from '../../../packages/gates/src/fairness/selection-meaning.ts';
import { decisionMeasures } from './fairness-judge.ts';
import { CONTEXT, fairnessConfig } from './fixture-inputs.ts';

type Measures = FairnessGateConfig['measures'];

const counts = (tp: number, fp = 0, fn = 0, tn = 0): ConfusionCounts => ({ tp, fp, fn, tn });
const cell = (race: string, sex: string, own: ConfusionCounts): CrossCell => ({
  groups: [race, sex],
  strata: [],
  counts: own,
});
const SELECTION: Measures = { 'selection-rate-difference': { limit: 0.9 } };
const FPR: Measures = { 'false-positive-rate-difference': { limit: 0.9 } };
const GROWING: Measures = { 'selection-rate-difference': { limit: 0.9, 'disparity-increase': 0.9 } };
const GATED = { intersections: { depth: 2, gate: true } } as const;

const EVEN: readonly CrossCell[] = ['a', 'b'].flatMap((race) =>
  ['f', 'm'].map((sex) => cell(race, sex, counts(40, 30, 20, 60))),
);

function judge(
  cells: readonly CrossCell[],
  measures: Measures,
  changes: Partial<FairnessGateConfig> = {},
  input: Partial<FairnessInput> = {},
) {
  return evaluateFairness({
    config: fairnessConfig(measures, { sensitive: ['race', 'sex'], ...changes }),
    context: CONTEXT,
    ...crossTables({ sensitive: ['race', 'sex'], control: [], cells }),
    ...input,
  });
}

describe('groups that two columns form together', () => {
  it('are reported with what is asked for, and the combinations that no row has', () => {
    const { intersections } = decisionMeasures(judge(EVEN.slice(0, 3), { 'accuracy-ratio': { limit: 0.1 } }));
    const { groups, aggregates, empty } = intersections['race × sex'];

    expect(Object.keys(groups)).toEqual(['race=a, sex=f', 'race=a, sex=m', 'race=b, sex=f']);
    expect(groups['race=a, sex=f']).toMatchObject({ n: 150, tp: 40 });
    expect(new Set(Object.keys(aggregates))).toEqual(
      new Set([
        ...['selection-rate-difference', 'false-positive-rate-difference', 'false-negative-rate-difference'],
        'accuracy-ratio',
      ]),
    );
    expect(aggregates['accuracy-ratio'].value).toBe(1);
    expect(empty).toEqual(['race=b, sex=m']);
  });

  it('are reported by their selection alone without labels', () => {
    const [known, unknown] = [judge(EVEN, SELECTION), judge(EVEN, SELECTION, {}, { labels: 'none' })].map(
      (decision) => decisionMeasures(decision).intersections['race × sex'],
    );

    expect(unknown.groups['race=a, sex=f']).toEqual({ n: 150, 'selection-rate': expect.closeTo(70 / 150, 10) });
    expect(Object.keys(unknown.aggregates)).toEqual(['selection-rate-difference']);
    expect(known.groups['race=a, sex=f']).toHaveProperty('fpr');
  });

  it('are not said to be unmeasured', () => {
    expect(judge(EVEN, SELECTION).notMeasured).toEqual([
      'differences within the values of the control columns',
      'calibration within groups',
      'disparate impact, which needs the favourable label',
      'effects outside the evaluation rows',
    ]);
  });

  it.each<[string, Measures, Partial<FairnessGateConfig>, number]>([
    ['alone are not judged', SELECTION, {}, 2],
    ['are judged in six pairs where the policy says so', SELECTION, GATED, 8],
    ['have no increase over the champion', GROWING, GATED, 10],
  ])('%s', (_, measures, changes, family) => {
    expect(judge(EVEN, measures, changes).measures['per-comparison-confidence']).toBeCloseTo(1 - 0.05 / family, 12);
  });

  it('of which a rate rests on few rows are expected, and a group is not', () => {
    // 29 negative rows of a, all of them f; of b as many as it takes.
    const cells = [
      cell('a', 'f', counts(60, 15, 20, 14)),
      cell('a', 'm', counts(60, 0, 40, 0)),
      cell('b', 'f', counts(60, 30, 20, 40)),
      cell('b', 'm', counts(60, 30, 20, 40)),
    ];
    const few = judge(cells, FPR, GATED).findings.filter(({ reasonCode }) =>
      /insufficient-n|no-negatives/.test(reasonCode),
    );

    expect(few.map(({ groups }) => groups)).toEqual([['race=a']]);
  });
});

describe('the decision on groups', () => {
  it('needs labels where a limit does', () => {
    expect(() => judge(EVEN, FPR, {}, { labels: 'none' })).toThrow(ConfigError);
    expect(judge(EVEN, SELECTION, {}, { labels: 'none' }).outcome).toBe('pass');
  });

  it('says of how few rows a group could be revealed', () => {
    const cells = [...EVEN, cell('c', 'f', counts(2, 1, 1, 1))];
    const messages = judge(cells, SELECTION, { 'suppress-below': 12 }).findings.map(({ message }) => message);

    expect(messages.join('\n')).toContain('could reveal a group of fewer than 12 rows');
  });

  it('names a group with few rows', () => {
    const cells = [...EVEN, cell('c', 'f', counts(10, 6, 6, 7))];

    expect(judge(cells, SELECTION).findings).toContainEqual(
      expect.objectContaining({ measure: 'group-size', reasonCode: 'insufficient-n', groups: ['race=c'], value: 29 }),
    );
  });

  it('judges increases beside the champion, and then needs no note that there is none', () => {
    const none = counts(0);
    const cells = EVEN.map((own) => ({ ...own, champion: { positive: own.counts, negative: none } }));
    const { findings } = judge(cells, GROWING);

    expect(findings.map(({ measure, reasonCode }) => `${measure} ${reasonCode}`).toSorted()).toEqual([
      ...['selection-rate-difference within-limit', 'selection-rate-difference within-limit'],
      ...['selection-rate-difference-increase within-limit', 'selection-rate-difference-increase within-limit'],
    ]);
  });

  it('judges what is left within strata, and says so', () => {
    const strata = [
      {
        stratum: 'dept=x',
        groups: crossTables({ sensitive: ['race', 'sex'], control: [], cells: EVEN }).groups.get('race') ?? new Map(),
      },
    ];
    const limits: Measures = { 'conditional-selection-rate-difference': { limit: 0.9 } };
    const decision = judge(
      EVEN,
      limits,
      { sensitive: ['race'] },
      { strata: new Map([['race', strata]]), intersections: [] },
    );

    expect(decision.findings.map(({ measure }) => measure)).toEqual(['conditional-selection-rate-difference']);
    expect(decision.notMeasured).toEqual([
      'groups formed by several sensitive columns together',
      'calibration within groups',
      'disparate impact, which needs the favourable label',
      'effects outside the evaluation rows',
    ]);
  });
});

describe('a note on a ratio', () => {
  it.each<[string, Measures, FairnessGateConfig['favorable']]>([
    ['that is of the favourable prediction', { 'selection-rate-ratio': { limit: 0.8 } }, 'positive'],
    ['that is not limited', SELECTION, 'negative'],
  ])('is none of one %s', (_, measures, favorable) => {
    expect(selectionFindings({ measures, favorable }, undefined)).toEqual([]);
  });
});
