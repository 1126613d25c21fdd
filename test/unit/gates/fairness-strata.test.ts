import { ConfigError } from '@gatehouse/core';
import { type ConfusionCounts, type ControlStratum, crossTables, evaluateFairness } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig } from './fixture-inputs.ts';

type Measures = Parameters<typeof fairnessConfig>[0];

const HELD = 'conditional-selection-rate-difference';
const DISPARITY = 'conditional-demographic-disparity';

/** `selected` of `n` rows, in a stratum. */
function cell(group: string, stratum: string, counted: readonly [selected: number, n: number]) {
  const [selected, n] = counted;
  const counts: ConfusionCounts = { tp: selected, fp: 0, fn: 0, tn: n - selected };
  return { groups: [group], strata: [stratum], counts };
}

type Cells = readonly ReturnType<typeof cell>[];

/** Simpson: within each department men and women are treated alike, and over both they are not (§ Berkeley's shape). */
const SIMPSON: Cells = [
  cell('men', 'a', [480, 800]),
  cell('women', 'a', [60, 100]),
  cell('men', 'b', [20, 200]),
  cell('women', 'b', [90, 900]),
];
const UNEQUAL: Cells = [
  cell('men', 'a', [480, 800]),
  cell('women', 'a', [20, 100]),
  cell('men', 'b', [60, 200]),
  cell('women', 'b', [90, 900]),
];

function judge(cells: Cells, measures: Measures, changes: Parameters<typeof fairnessConfig>[1] = {}) {
  const tables = crossTables({ sensitive: ['sex'], control: ['dept'], cells });
  return evaluateFairness({
    config: fairnessConfig(measures, { sensitive: ['sex'], ...changes }),
    context: CONTEXT,
    ...tables,
  });
}

describe('a limit within control strata', () => {
  it.each([
    ['equal within strata, unequal over all', SIMPSON, { [HELD]: { limit: 0.1 } }, 'pass', 'within-limit'],
    [
      'the same rows without strata',
      SIMPSON,
      { 'selection-rate-difference': { limit: 0.1 } },
      'fail',
      'limit-exceeded',
    ],
    ['unequal within strata', UNEQUAL, { [HELD]: { limit: 0.1 } }, 'fail', 'limit-exceeded'],
    ['a limit inside the interval', UNEQUAL, { [HELD]: { limit: 0.3 } }, 'inconclusive', 'interval-spans-limit'],
    ['disparity of nobody', SIMPSON, { [DISPARITY]: { limit: 0.15 } }, 'pass', 'within-limit'],
    ['disparity of women', UNEQUAL, { [DISPARITY]: { limit: 0.05 } }, 'fail', 'limit-exceeded'],
  ])('on %s', (_, cells, measures: Measures, outcome, reasonCode) => {
    const decision = judge(cells, measures);

    expect(decision.outcome).toBe(outcome);
    expect(decision.findings[0]).toMatchObject({ measure: Object.keys(measures)[0], outcome, reasonCode });
  });

  it('says what was compared, on how many rows and how', () => {
    const [finding] = judge(UNEQUAL, { [HELD]: { limit: 0.1 } }).findings;

    expect(finding).toMatchObject({
      groups: ['men', 'women'],
      n: [1000, 1000],
      method: 'mantel-haenszel, sato, simultaneous',
    });
    expect(finding?.message).toMatch(
      /^difference in selection rate within control strata between groups men and women of sex is 0\.2704 /,
    );
  });

  it('counts its comparisons in the error that all share', () => {
    const level = (measures: Measures): unknown => judge(SIMPSON, measures).measures['per-comparison-confidence'];

    expect(level({ [HELD]: { limit: 0.1 } })).toBe(0.95);
    expect(level({ [DISPARITY]: { limit: 0.1 } })).toBe(0.975);
    expect(level({ [HELD]: { limit: 0.1 }, [DISPARITY]: { limit: 0.1 } })).toBeCloseTo(1 - 0.05 / 3, 12);
  });

  it.each([
    [
      'groups that share no stratum',
      [cell('men', 'a', [40, 100]), cell('women', 'b', [40, 100])],
      HELD,
      'insufficient-n',
    ],
    [
      'too few rows in strata with both',
      [cell('men', 'a', [40, 100]), cell('women', 'a', [10, 20]), cell('women', 'b', [40, 100])],
      HELD,
      'insufficient-n',
    ],
    [
      'strata in which all decisions are equal',
      [cell('men', 'a', [100, 100]), cell('women', 'a', [100, 100])],
      DISPARITY,
      'no-predicted-negatives',
    ],
  ])('is inconclusive with %s', (_, cells, measure, reasonCode) => {
    const decision = judge(cells, { [measure]: { limit: 1 } });

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ measure, outcome: 'inconclusive', severity: 'block', reasonCode }),
    );
  });

  it('has an interval with width where no decision varies', () => {
    const none = [cell('men', 'a', [0, 100]), cell('women', 'a', [0, 100]), cell('other', 'b', [50, 100])];
    const decision = judge(none, { [HELD]: { limit: 0.01 } });

    expect(decision.findings).toContainEqual(
      expect.objectContaining({ measure: HELD, groups: ['men', 'women'], value: 0, outcome: 'inconclusive' }),
    );
  });

  it.each([
    ['no decision', [0, 100]],
    ['every decision', [100, 100]],
  ] as const)('names the interval that stands in where %s is to select', (_, counts) => {
    const equal = [cell('men', 'a', counts), cell('women', 'a', counts), cell('other', 'b', [50, 100])];
    const { findings } = judge(equal, { [HELD]: { limit: 0.01 } });

    const methods = findings.map(({ groups, method }) => [groups, method]);
    expect(methods).toContainEqual([['men', 'women'], 'newcombe, pooled, simultaneous']);
  });

  it.each([
    ['no strata', new Map<string, readonly ControlStratum[]>(), 'no control column with a value'],
    [
      'too many',
      new Map([
        [
          'sex',
          Array.from({ length: 401 }, (_, at) => ({
            stratum: `${at}`,
            groups: new Map([['men', { tp: 1, fp: 0, fn: 0, tn: 1 }]]),
          })),
        ],
      ]),
      '401 groups within control strata',
    ],
  ])('is an error of the configuration with %s', (_, strata, found) => {
    const { groups } = crossTables({ sensitive: ['sex'], control: ['dept'], cells: SIMPSON });
    const config = fairnessConfig({ [HELD]: { limit: 0.1 } }, { sensitive: ['sex'] });

    expect(() => evaluateFairness({ config, context: CONTEXT, groups, strata })).toThrow(ConfigError);
    expect(() => evaluateFairness({ config, context: CONTEXT, groups, strata })).toThrow(found);
  });

  it('gives no number of a group with a part that may not be shown', () => {
    const small = [...UNEQUAL, cell('men', 'c', [2, 4]), cell('women', 'c', [20, 40])];
    const [finding] = judge(small, { [HELD]: { limit: 0.1 } }).findings;

    expect(finding).toMatchObject({ outcome: 'fail', reasonCode: 'limit-exceeded', value: null });
    expect(finding).not.toHaveProperty('interval');
    expect(finding?.message).toContain('numbers withheld');
  });
});

describe('the smoothed differential fairness', () => {
  it('is reported with the worst of the strata under its name in the aggregates', () => {
    const { aggregates } = JSON.parse(JSON.stringify(judge(UNEQUAL, { [HELD]: { limit: 1 } }).measures));

    expect(aggregates[HELD].value).toBeCloseTo(0.2704, 4);
    expect(aggregates[DISPARITY].value).toBeGreaterThan(0.05);
    expect(aggregates[DISPARITY].interval[0]).toBeLessThan(aggregates[DISPARITY].value);
    expect(aggregates['smoothed-edf'].value).toBeCloseTo(aggregates['differential-fairness'].value, 12);
  });
});
