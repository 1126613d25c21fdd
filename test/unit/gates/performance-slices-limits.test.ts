import type { PerformanceGateConfig } from '@gatehouse/core';
import { type Champion, evaluatePerformance } from '@gatehouse/gates';
import { describe, expect, it } from 'vitest';
import { CONTEXT, findingOf, performanceConfig } from './fixture-inputs.ts';
import { rankingInput } from './performance-tasks/task-inputs.ts';

type Metrics = PerformanceGateConfig['metrics'];

const RULE = { 'minimum-rows': 30, 'margin-factor': 1, 'report-only': false };
const NONE: Champion = { state: 'none', versionsExist: false };
const REGIONS = [...new Array<string>(100).fill('south'), ...new Array<string>(100).fill('north')];

interface Looked {
  readonly rule?: Partial<typeof RULE>;
  readonly champion?: boolean;
  readonly regions?: readonly (string | null)[];
  readonly unread?: 'column' | 'all';
}

/** 200 rows, every second positive; the challenger gets the first 10 of each region wrong, the champion none. */
function judge(metrics: Metrics, { rule = {}, champion = false, regions = REGIONS, unread }: Looked = {}) {
  const labels = Array.from({ length: 200 }, (_, row) => row % 2 === 0);
  const model = (wrong: number) => {
    const predicted = labels.map((label, row) => (row % 100 < wrong ? !label : label));
    return { predicted, scores: predicted.map(Number) };
  };
  return evaluatePerformance({
    config: performanceConfig(metrics, { slices: { region: { ...RULE, ...rule } } }),
    context: CONTEXT,
    labels,
    challenger: model(10),
    champion: champion ? { state: 'evaluated', version: 'v1', ...model(0) } : NONE,
    ...(unread === 'all' ? {} : { slices: new Map([[unread === 'column' ? 'other' : 'region', regions]]) }),
  });
}

describe('the limit in a slice', () => {
  it.each([
    ['of a floor is lower', { accuracy: { floor: 0.9, margin: 0.05 } }, 'accuracy-in-slice', 0.8, 'below'],
    ['of a ceiling is higher', { error: { ceiling: 0.1, margin: 0.05 } }, 'error-in-slice', 0.2, 'above'],
    [
      'of a share of an unknown champion does not move',
      { accuracy: { floor: 0.9, 'relative-margin': 0.05 } },
      'accuracy-in-slice',
      0.9,
      'below',
    ],
  ] as const)('%s where margins are three times as wide', (_, metrics, measure, limit, failsWhen) => {
    const { findings, measures } = judge(metrics, { rule: { 'margin-factor': 3 } });
    const finding = findingOf(findings, measure);

    expect(finding).toMatchObject({ limit: expect.closeTo(limit, 12), failsWhen });
    const [metric = ''] = measure.split('-in');
    expect(measures['slices']).toMatchObject({
      [metric]: {
        'region "north"': { n: 100, value: expect.closeTo(finding.value ?? 0, 12), limit: expect.closeTo(limit, 12) },
      },
    });
  });

  it.each([
    ['accuracy', { accuracy: { margin: 0.05 } }, -0.05, 'below'],
    ['error', { error: { margin: 0.05 } }, 0.05, 'above'],
  ] as const)('of a difference in %s is the margin', (metric, metrics, limit, failsWhen) => {
    const { findings, measures } = judge(metrics, { champion: true });

    expect(findingOf(findings, `${metric}-difference-in-slice`)).toMatchObject({ limit, failsWhen });
    expect(measures['slices']).toMatchObject({
      [metric]: { 'region "north"': { margin: 0.05, difference: expect.any(Number) } },
    });
    expect(findings.filter((f) => f.measure === 'slices')).toEqual([]);
  });

  it('is tested from the side that is worse, so that a metric says what its complement says', () => {
    const { measures } = judge({ accuracy: { margin: 0.05 }, error: { margin: 0.05 } }, { champion: true });
    const { accuracy, error } = measures['slices'] as Record<string, Record<string, Record<string, number>>>;

    expect(accuracy?.['region "north"']?.['p-non-inferior']).toBeGreaterThan(0.9);
    expect(error?.['region "north"']?.['p-non-inferior']).toBeCloseTo(
      accuracy?.['region "north"']?.['p-non-inferior'] ?? Number.NaN,
      9,
    );
  });

  it('is compared with draws of its own', () => {
    const { findings } = judge({ f1: { floor: 0.5, margin: 0.05 } });
    const [north, south] = findings.filter((f) => f.measure === 'f1-in-slice');

    expect(north?.value).toBe(south?.value);
    expect(north?.n).toEqual(south?.n);
    expect(north?.interval?.[1]).not.toBe(south?.interval?.[1]);
  });

  it('of a metric that is only measured is none', () => {
    const { findings } = judge({ accuracy: { floor: 0.5, margin: 0.05 } });

    expect(new Set(findings.filter((f) => f.groups !== undefined).map((f) => f.measure))).toEqual(
      new Set(['accuracy-in-slice']),
    );
    expect(findings.filter((f) => f.measure === 'slices')).toEqual([]);
  });

  it('is missed by name for each metric that has none', () => {
    const { findings } = judge({
      accuracy: { margin: 0.05 },
      error: { margin: 0.05 },
      recall: { floor: 0.5, margin: 0.1 },
    });

    expect(findings.filter((f) => f.measure === 'slices').map((f) => f.message)).toEqual([
      'there is no champion to compare the slices of region with, and no limit to judge them by; set one for accuracy (floor), error (ceiling)',
    ]);
  });
});

describe('slices', () => {
  it('stand in the order of their names', () => {
    const { findings } = judge({ accuracy: { floor: 0.5, margin: 0.05 } });

    expect(findings.flatMap((f) => f.groups ?? [])).toEqual(['region "north"', 'region "south"']);
  });

  it('are one per row', () => {
    expect(() => judge({ accuracy: { floor: 0.5, margin: 0.05 } }, { regions: ['a'] })).toThrow(
      '200 labels and 1 values of region',
    );
  });

  it.each([
    ['of a column that was not read', 'column', false, 'block'],
    ['that were not read', 'all', false, 'block'],
    ['that were not read and are only reported', 'all', true, 'warn'],
  ] as const)('%s are told', (_, unread, reportOnly, severity) => {
    const { findings } = judge(
      { accuracy: { floor: 0.5, margin: 0.05 } },
      { unread, rule: { 'report-only': reportOnly } },
    );

    expect(findings.filter((f) => f.measure.includes('slice'))).toEqual([
      {
        measure: 'slices',
        outcome: 'inconclusive',
        severity,
        reasonCode: 'column-missing',
        value: null,
        message: 'the values of region were not read, so its slices are not compared',
      },
    ]);
  });

  it.each([
    ['with a champion', true, 'ndcg is not compared in kind "b": it has 12 queries; policy minimum 30'],
    ['without', false, 'ndcg is not judged in kind "b": it has 12 queries; policy minimum 30'],
  ])('of a ranking are of queries, %s', (_, compared, message) => {
    const input = rankingInput({
      rows: 52,
      noise: { challenger: 0, champion: 0 },
      metrics: { ndcg: { floor: 0.1, margin: 0.5, gain: 'linear' } },
      config: { slices: { kind: RULE } },
    });
    const kind = Array.from({ length: 52 }, (_, query) => (query < 12 ? 'b' : 'a'));
    const { findings } = evaluatePerformance({
      ...input,
      ...(compared ? {} : { champion: NONE }),
      slices: new Map([['kind', kind]]),
    });

    expect(findings.find((f) => f.groups?.[0] === 'kind "b"')?.message).toBe(message);
  });

  it.each([
    ['without a champion', false, 'accuracy-in-slice', 'floor-met', 0.5],
    ['with one', true, 'accuracy-difference-in-slice', 'non-inferior', -0.9],
  ])(
    'of few rows keep the verdict and the limit, and lose their numbers, %s',
    (_, champion, measure, reasonCode, limit) => {
      const regions = REGIONS.map((region, row) => (row < 9 ? 'few' : region));
      const { findings } = judge(
        { accuracy: { floor: 0.5, margin: 0.9 } },
        { regions, champion, rule: { 'minimum-rows': 1 } },
      );
      const withheld = findings.filter((f) => f.measure === measure && f.value === null);

      expect(withheld.map((f) => f.groups?.[0])).toContain('region "few"');
      expect(withheld.find((f) => f.groups?.[0] === 'region "south"')).toEqual({
        measure,
        outcome: 'pass',
        severity: 'block',
        reasonCode,
        groups: ['region "south"'],
        value: null,
        limit,
        failsWhen: 'below',
        message: `${measure} of region "south": numbers withheld, because they could reveal a slice of fewer than 10 rows`,
      });
    },
  );

  it('of few rows are no note where slices are only reported', () => {
    const regions = REGIONS.map((region, row) => (row < 9 ? 'few' : region));
    const { findings } = judge(
      { accuracy: { floor: 0.5, margin: 0.9 } },
      { regions, rule: { 'minimum-rows': 1, 'report-only': true } },
    );

    expect(findings.filter((f) => f.measure === 'accuracy-in-slice').map((f) => f.groups)).toEqual([
      ['region "north"'],
    ]);
  });

  it('of too few rows have no limit where they are withheld', () => {
    const regions = REGIONS.map((region, row) => (row < 9 ? 'few' : region));
    const { findings } = judge({ accuracy: { floor: 0.5, margin: 0.9 } }, { regions });
    const few = findings.find((f) => f.groups?.[0] === 'region "few"');

    expect(few?.reasonCode).toBe('insufficient-n');
    expect(Object.keys(few ?? {}).sort()).toEqual(
      ['groups', 'measure', 'message', 'outcome', 'reasonCode', 'severity', 'value'].sort(),
    );
  });

  it('are judged by scores too', () => {
    const { findings } = judge({ auc: { floor: 0.6, margin: 0.05 } });

    expect(findings.filter((f) => f.measure === 'auc-in-slice')).toMatchObject([
      { reasonCode: 'floor-met', value: 0.9, groups: ['region "north"'] },
      { reasonCode: 'floor-met', value: 0.9, groups: ['region "south"'] },
    ]);
  });

  it('are not compared with a value of the champion that is not known', () => {
    const labels = Array.from({ length: 200 }, (_, row) => row % 2 === 0);
    const never = { predicted: labels.map(() => false), scores: labels.map(() => 0) };
    const { findings } = evaluatePerformance({
      config: performanceConfig({ precision: { 'relative-margin': 0.05 } }, { slices: { region: RULE } }),
      context: CONTEXT,
      labels,
      challenger: { predicted: labels, scores: labels.map(Number) },
      champion: { state: 'evaluated', version: 'v1', ...never },
      slices: new Map([['region', REGIONS]]),
    });

    expect(findings.map((f) => [f.measure, f.outcome])).toEqual([['precision-difference', 'inconclusive']]);
  });

  it('of one column do not hide those of another', () => {
    const labels = Array.from({ length: 200 }, (_, row) => row % 2 === 0);
    const model = { predicted: labels, scores: labels.map(Number) };
    const { findings } = evaluatePerformance({
      config: performanceConfig({ accuracy: { floor: 0.5, margin: 0.9 } }, { slices: { region: RULE, kind: RULE } }),
      context: CONTEXT,
      labels,
      challenger: model,
      champion: NONE,
      slices: new Map([
        ['region', REGIONS],
        ['kind', labels.map((_, row) => (row < 60 ? 'x' : 'y'))],
      ]),
    });

    expect(findings.filter((f) => f.measure === 'accuracy-in-slice').map((f) => f.n)).toEqual([
      [100],
      [100],
      [60],
      [140],
    ]);
  });
});
