import type { PerformanceGateConfig } from '@gatehouse/core';
import { type Champion, type Estimate, evaluatePerformance, holmLevels, oneSidedP } from '@gatehouse/gates';
import { holm, type Moments, meanInterval, normalCdf, tangoDifference } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT, performanceConfig } from './fixture-inputs.ts';

type Slices = NonNullable<PerformanceGateConfig['slices']>;

const RULE = { 'minimum-rows': 30, 'margin-factor': 1, 'report-only': false };

interface Region {
  readonly name: string | null;
  readonly rows: number;
  /** Rows that each of the models gets wrong, and the other right. */
  readonly wrong: readonly [challenger: number, champion: number];
}

function judge(
  regions: readonly Region[],
  slices: Slices | undefined,
  more: { metric?: 'accuracy' | 'error' | 'f1'; none?: boolean; unavailable?: boolean; limit?: object } = {},
) {
  const rows = regions.flatMap(({ name, rows: n, wrong: [challenger, champion] }) =>
    Array.from({ length: n }, (_, row) => ({
      name,
      label: row % 2 === 0,
      challenger: row >= challenger,
      champion: row < n - champion,
    })),
  );
  const predictions = (model: 'challenger' | 'champion') => {
    const predicted = rows.map((row) => row.label === row[model]);
    return { predicted, scores: predicted.map((positive) => (positive ? 0.8 : 0.2)) };
  };
  const champion: Champion =
    more.unavailable === true
      ? { state: 'unavailable', version: 'v1', reason: 'it is gone' }
      : more.none === true
        ? { state: 'none', versionsExist: false }
        : { state: 'evaluated', version: 'v1', ...predictions('champion') };
  const decision = evaluatePerformance({
    config: performanceConfig(
      { [more.metric ?? 'accuracy']: { margin: 0.05, ...more.limit } },
      slices === undefined ? {} : { slices },
    ),
    context: CONTEXT,
    labels: rows.map(({ label }) => label),
    challenger: predictions('challenger'),
    champion,
    slices: new Map([['region', rows.map(({ name }) => name)]]),
    knownSlices: new Map([['region', ['nowhere']]]),
  });
  const findings = decision.findings.filter(
    (f) => f.measure.endsWith('in-slice') && f.groups?.[0] !== 'region "nowhere"',
  );
  return { decision, findings, codes: new Map(findings.map((f) => [f.groups?.[0] ?? '', f.reasonCode])) };
}

const GOOD = { rows: 1000, wrong: [10, 10] } as const;

describe('a slice', () => {
  it('in which the challenger fails is told, although the whole is well', () => {
    const { decision, codes } = judge(
      [
        { name: 'north', ...GOOD },
        { name: 'south', ...GOOD },
        { name: 'west', rows: 200, wrong: [40, 2] },
      ],
      { region: RULE },
    );

    expect(decision.findings.find((f) => f.measure === 'accuracy-difference')?.outcome).toBe('pass');
    expect(decision.outcome).toBe('fail');
    expect([...codes]).toEqual([
      ['region "west"', 'inferior'],
      ['region "north"', 'non-inferior'],
      ['region "south"', 'non-inferior'],
    ]);
  });

  it.each(['accuracy', 'error'] as const)('of %s has bounds by Holm, and says so', (metric) => {
    const { findings } = judge(
      [
        { name: 'north', ...GOOD },
        { name: 'south', ...GOOD },
      ],
      { region: RULE },
      { metric },
    );
    const pairs = { onlyFirst: 10, onlySecond: 10, n: 1000 };
    const widest = findings.find((f) => f.groups?.[0] === 'region "north"');

    expect(widest?.method).toBe('tango, holm over 2 slices');
    // The smaller p is judged at α/2: two-sided 1 - 2·0.025.
    const at = metric === 'accuracy' ? 0 : 1;
    expect(widest?.interval?.[at]).toBeCloseTo(tangoDifference(pairs, 0.95)[at], 12);
    expect(widest?.message).toMatch(/^in region "north", difference in (accuracy|error) between/);
  });

  it('of a metric whose rows are drawn again has a seed of its own', () => {
    const regions = [
      { name: 'north', ...GOOD },
      { name: 'south', ...GOOD },
    ];
    const { findings } = judge(regions, { region: RULE }, { metric: 'f1' });
    const [first, second] = findings;

    expect(first?.method).toBe('paired bca, 9999 replicates, holm over 2 slices');
    expect(findings.map((f) => f.reasonCode)).toEqual(['non-inferior', 'non-inferior']);
    expect(first?.interval).not.toEqual(second?.interval);
    expect(judge(regions, { region: RULE }, { metric: 'f1' }).findings).toEqual(findings);
  });

  it.each([
    [
      'too small',
      { name: 'west', rows: 29, wrong: [0, 0] } as const,
      'insufficient-n',
      'it has 29 rows; policy minimum 30',
    ],
    ['of missing values', { name: null, rows: 10, wrong: [0, 0] } as const, 'insufficient-n', 'region "__missing__"'],
  ])('%s is inconclusive, and blocks unless it is only reported', (_, region, reasonCode, message) => {
    const regions = [{ name: 'north', ...GOOD }, region];
    const strict = judge(regions, { region: RULE });
    const lax = judge(regions, { region: { ...RULE, 'report-only': true } });

    expect(strict.findings[0]).toMatchObject({ reasonCode, outcome: 'inconclusive', severity: 'block' });
    expect(strict.findings[0]?.message).toContain(message);
    expect(strict.decision.outcome).toBe('inconclusive');
    expect(lax.findings.map((f) => f.severity)).toEqual(['warn', 'warn']);
    expect(lax.decision.outcome).toBe('pass');
  });

  it('that is known and has no row is inconclusive', () => {
    const { decision } = judge([{ name: 'north', ...GOOD }], { region: RULE });

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings.find((f) => f.groups?.[0] === 'region "nowhere"')).toMatchObject({
      reasonCode: 'empty-group',
    });
  });

  it('may have a wider margin', () => {
    const regions = [{ name: 'west', rows: 400, wrong: [20, 4] } as const];
    const of = (factor: number) => judge(regions, { region: { ...RULE, 'margin-factor': factor } }).findings[0];

    expect(of(1)).toMatchObject({ reasonCode: 'interval-spans-limit', limit: -0.05 });
    expect(of(2)).toMatchObject({ reasonCode: 'non-inferior', limit: -0.1 });
  });

  it.each([
    ['the policy names none', undefined, {}],
    [
      'the champion is unavailable, which blocks already',
      { region: RULE },
      { unavailable: true, limit: { floor: 0.9 } },
    ],
  ])('is no finding where %s', (_, slices, more) => {
    const { decision, findings } = judge([{ name: 'north', ...GOOD }], slices, more);

    expect(findings).toEqual([]);
    expect(decision.findings.filter((f) => f.measure === 'slices')).toEqual([]);
    expect(decision.measures['slices']).toEqual({});
    expect(decision.notMeasured).toContain('slices');
  });

  it('of a column that was not read blocks', () => {
    const { decision } = judge([{ name: 'north', ...GOOD }], { other: RULE });

    expect(decision.outcome).toBe('inconclusive');
    expect(decision.findings.find((f) => f.measure === 'slices')).toMatchObject({
      reasonCode: 'column-missing',
      severity: 'block',
    });
  });

  it('stands in the measures with its p-values, and is flagged for the report', () => {
    const { decision } = judge(
      [
        { name: 'north', ...GOOD },
        { name: 'west', rows: 200, wrong: [40, 2] },
      ],
      { region: { ...RULE, 'report-only': true } },
    );

    expect(decision.outcome).toBe('pass');
    expect(decision.measures['slices']).toMatchObject({
      accuracy: {
        'region "north"': { n: 1000, flagged: false },
        'region "west"': { n: 200, flagged: true, margin: 0.05 },
      },
    });
    expect(decision.notMeasured).not.toContain('slices');
  });
});

describe('a slice of a first version', () => {
  const REGIONS = [
    { name: 'north', ...GOOD },
    { name: 'south', ...GOOD },
    { name: 'west', rows: 200, wrong: [60, 0] },
  ] as const;

  it.each([
    ['accuracy', { floor: 0.9 }, 'below-floor', 'floor-met', 'policy floor 0.9'],
    ['error', { ceiling: 0.1 }, 'limit-exceeded', 'within-limit', 'policy ceiling 0.1'],
  ] as const)('is judged by the limit of %s', (metric, limit, failing, passing, words) => {
    const { decision, findings, codes } = judge(REGIONS, { region: RULE }, { metric, none: true, limit });

    expect(decision.findings.find((f) => f.measure === metric)?.outcome).toBe('pass');
    expect(decision.outcome).toBe('fail');
    expect([...codes]).toEqual([
      ['region "west"', failing],
      ['region "north"', passing],
      ['region "south"', passing],
    ]);
    expect(findings[0]?.measure).toBe(`${metric}-in-slice`);
    expect(findings[0]?.message).toMatch(new RegExp(`^in region "west", ${metric} is 0.*${words}`));
    expect(findings[0]?.method).toContain('holm over 3 slices');
    expect(decision.measures['slices']).toMatchObject({ [metric]: { 'region "west"': { n: 200, flagged: true } } });
    expect(decision.notMeasured).not.toContain('slices');
  });

  it('of a metric whose rows are drawn again is judged by its limit', () => {
    const { codes } = judge(REGIONS, { region: RULE }, { metric: 'f1', none: true, limit: { floor: 0.9 } });

    expect([...codes.values()]).toEqual(['below-floor', 'floor-met', 'floor-met']);
  });

  it('may be further from the limit by what its margin is wider', () => {
    const regions = [{ name: 'west', rows: 400, wrong: [40, 0] }] as const;
    const of = (factor: number) =>
      judge(
        regions,
        { region: { ...RULE, 'margin-factor': factor } },
        { metric: 'error', none: true, limit: { ceiling: 0.1 } },
      ).findings[0];

    expect(of(1)).toMatchObject({ reasonCode: 'interval-spans-limit', limit: 0.1 });
    expect(of(2)).toMatchObject({ reasonCode: 'within-limit' });
    expect(of(2)?.limit).toBeCloseTo(0.15, 12);
  });

  it('that is too small is inconclusive, with the rows that are asked for', () => {
    const regions = [REGIONS[0], { name: 'west', rows: 12, wrong: [0, 0] }] as const;
    const { findings } = judge(regions, { region: RULE }, { none: true, limit: { floor: 0.5 } });

    expect(findings[0]).toMatchObject({
      reasonCode: 'insufficient-n',
      n: [12],
      requiredN: 30,
      message: 'accuracy is not judged in region "west": it has 12 rows; policy minimum 30',
    });
  });

  it.each([
    [false, 'inconclusive', 'block'],
    [true, 'pass', 'warn'],
  ])('is never passed over for want of a limit (only reported: %s)', (reportOnly, outcome, severity) => {
    const { decision, findings } = judge(
      [REGIONS[0]],
      { region: { ...RULE, 'report-only': reportOnly } },
      { none: true },
    );

    expect(findings).toEqual([]);
    expect(decision.outcome).toBe(outcome);
    expect(decision.findings.find((f) => f.measure === 'slices')).toMatchObject({
      outcome: 'inconclusive',
      reasonCode: 'first-version',
      severity,
      message:
        'there is no champion to compare the slices of region with, and no limit to judge them by; set one for accuracy (floor)',
    });
  });
});

describe('holmLevels', () => {
  const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });

  it('reject what the adjusted p-values reject', () => {
    fc.assert(
      fc.property(p, (values) => {
        const levels = holmLevels(values, 0.05);
        const byLevel = values.map((value, index) => value <= (levels[index] ?? 0));
        // Values that differ from their level by a rounding step may go either way.
        const near = values.some((value, index) => Math.abs(value - (levels[index] ?? 0)) < 1e-12);
        if (!near) expect(byLevel).toEqual(holm(values).map((adjusted) => adjusted <= 0.05));
      }),
    );
  });

  it('judges all later ones as the first that is not rejected', () => {
    expect(holmLevels([0.01, 0.03, 0.026, 0.9], 0.05)).toEqual([0.0125, 0.05 / 3, 0.05 / 3, 0.05 / 3]);
  });

  it('refuses what is no p-value', () => {
    expect(() => holmLevels([0.1, Number.NaN], 0.05)).toThrow(RangeError);
  });
});

describe('oneSidedP', () => {
  const moments: Moments = { n: 2_000_000_000, mean: 1.5, m2: 2_000_000_000 * 1_999_999_999 };
  const estimate: Estimate = {
    value: 1.5,
    bounds: [0, 0],
    interval: [0, 0],
    method: 'normal',
    n: [1],
    boundsAt: (confidence) => {
      const mean = meanInterval(moments, confidence);
      return mean.undefinedReason === null ? mean.interval : [Number.NaN, Number.NaN];
    },
    resampling: null,
  };

  it.each([-1, 0, 1, 1.4, 1.6, 2, 3])('of a normal estimate against %d is its tail', (limit) => {
    expect(oneSidedP(estimate, limit, 'lower')).toBeCloseTo(normalCdf(limit - 1.5), 8);
    expect(oneSidedP(estimate, limit, 'upper')).toBeCloseTo(normalCdf(1.5 - limit), 8);
  });

  it('from replicates is no less than one of them', () => {
    const resampling = { replicates: 9999, seed: '', redrawn: 0, error: [0, 0] as const };

    expect(oneSidedP({ ...estimate, resampling }, -9, 'lower')).toBe(0.0001);
    expect(oneSidedP({ ...estimate, boundsAt: () => [1.5, 1.5] }, 0, 'lower')).toBe(1e-12);
  });
});
