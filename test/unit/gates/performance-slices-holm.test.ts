import type { Finding } from '@gatehouse/core';
import type { Estimate } from '@gatehouse/gates';
import { normalQuantile } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import type { Slice } from '../../../packages/gates/src/performance/slices/slice-rows.ts';
import { judgeSliceTests, type SliceQuestion } from '../../../packages/gates/src/performance/slices/slice-tests.ts';

const RULE = { 'minimum-rows': 30, 'margin-factor': 1, 'report-only': false };

interface Asked {
  readonly name: string;
  /** Standard errors that the value lies above the limit. */
  readonly above?: number;
  readonly rows?: number;
  readonly reportOnly?: boolean;
  readonly guarding?: 'lower' | 'upper';
  readonly error?: number;
  readonly undefinedReason?: 'no-positives' | 'insufficient-n';
  readonly unit?: 'rows' | 'queries';
}

/** A normal estimate with the standard error 1, against the limit 0. */
function normalEstimate(value: number, error: number | undefined): Estimate {
  const boundsAt = (confidence: number) => {
    const half = normalQuantile((1 + confidence) / 2);
    return [value - half, value + half] as const;
  };
  const resampling =
    error === undefined ? null : { replicates: 9999, seed: '', redrawn: 0, error: [error, error] as const };
  return { value, bounds: boundsAt(0.9), interval: boundsAt(0.95), method: 'normal', n: [1], boundsAt, resampling };
}

function judge(asked: readonly Asked[], withheld: readonly string[] = []) {
  const seen = new Map<string, { readonly estimate: Estimate; readonly errors: readonly [number, number] }>();
  const questions = asked.map((of): SliceQuestion => {
    const slice: Slice = { column: 'c', value: of.name, rows: Array.from({ length: of.rows ?? 100 }, (_, row) => row) };
    const estimate = normalEstimate(of.above ?? 9, of.error);
    return {
      slice,
      rule: { ...RULE, 'report-only': of.reportOnly ?? false },
      measure: 'auc-in-slice',
      limit: 0,
      guarding: of.guarding ?? 'lower',
      unjudged: 'auc is not judged in',
      unit: of.unit ?? 'rows',
      estimate: () => (of.undefinedReason === undefined ? estimate : { reasonCode: of.undefinedReason }),
      finding: (found, errors): Finding => {
        seen.set(of.name, { estimate: found, errors });
        const verdict = { measure: 'auc', outcome: 'pass', severity: 'block', reasonCode: 'floor-met' } as const;
        return {
          ...verdict,
          value: found.value,
          ...(of.name === 'bare' ? {} : { method: found.method }),
          message: 'auc is 1',
        };
      },
      numbers: (found) => ({ value: found.value }),
    };
  });
  const hidden = new Set(questions.map(({ slice }) => slice).filter(({ value }) => withheld.includes(value)));
  const { findings, measures } = judgeSliceTests(questions, { confidence: 0.95, withheld: hidden });
  return { findings, measures, seen, errorsOf: (name: string) => seen.get(name)?.errors };
}

describe('errors of the slices that decide', () => {
  it.each([
    {
      guarding: 'lower',
      expected: [
        { name: 'a', lower: 0.05, upper: 0.05 / 3 },
        { name: 'b', lower: 0.05 / 2, upper: 0.05 / 3 },
        { name: 'c', lower: 0.05 / 3, upper: 0.05 / 3 },
      ],
    },
    {
      guarding: 'upper',
      expected: [
        { name: 'a', lower: 0.05 / 3, upper: 0.05 / 3 },
        { name: 'b', lower: 0.05 / 3, upper: 0.05 / 2 },
        { name: 'c', lower: 0.05 / 3, upper: 0.05 },
      ],
    },
  ] as const)('are by Holm, on each side for itself, where the $guarding bound guards', ({ guarding, expected }) => {
    const sign = guarding === 'lower' ? 1 : -1;
    const asked = [3, 4, 5].map((above, at) => ({
      name: 'abc'[guarding === 'lower' ? at : 2 - at] ?? '',
      above: sign * above,
      guarding,
    }));
    const { errorsOf, findings } = judge(asked);

    for (const { name, lower, upper } of expected) {
      expect(errorsOf(name)).toEqual([expect.closeTo(lower, 12), expect.closeTo(upper, 12)]);
    }
    expect(findings.map(({ method }) => method)).toEqual(new Array(3).fill('normal, holm over 3 slices'));
  });

  it('are smaller on the failing side where slices fail', () => {
    const { errorsOf } = judge([
      { name: 'a', above: -3 },
      { name: 'b', above: -4 },
    ]);

    expect(errorsOf('a')).toEqual([expect.closeTo(0.025, 12), expect.closeTo(0.05, 12)]);
    expect(errorsOf('b')).toEqual([expect.closeTo(0.025, 12), expect.closeTo(0.025, 12)]);
  });

  it('do not count slices that are only reported, which keep the whole error', () => {
    const { errorsOf, findings } = judge([{ name: 'a' }, { name: 'b' }, { name: 'seen', reportOnly: true }]);

    expect(errorsOf('seen')).toEqual([1 - 0.95, 1 - 0.95]);
    expect(findings.map(({ method, severity }) => [method, severity])).toEqual([
      ['normal, holm over 2 slices', 'block'],
      ['normal, holm over 2 slices', 'block'],
      ['normal', 'warn'],
    ]);
  });

  it('widen the bounds, and with them what the replicates leave uncertain', () => {
    const { seen } = judge([
      { name: 'a', above: 3, error: 0.01 },
      { name: 'b', above: 5, error: 0.01 },
    ]);
    const { bounds, resampling } = seen.get('b')?.estimate ?? {};

    expect(bounds?.[0]).toBeCloseTo(5 - 1.959963984540054, 9);
    expect(bounds?.[1]).toBeCloseTo(5 + 1.959963984540054, 9);
    // √(p(1-p)) over the density at p, of 0.025 to 0.05; by scipy.
    expect(resampling?.error[0]).toBeCloseTo(0.01 * TAIL, 9);
    expect(resampling?.error[1]).toBeCloseTo(0.01 * TAIL, 9);
    expect(seen.get('a')?.estimate.resampling?.error[0]).toBeCloseTo(0.01, 9);
  });

  it('leave a formula without replicates', () => {
    expect(judge([{ name: 'a' }, { name: 'b' }]).seen.get('a')?.estimate.resampling).toBeNull();
  });
});

const TAIL = 1.264114448368412;

describe('the finding of a slice', () => {
  it('is that of its rows, with its name', () => {
    expect(judge([{ name: 'bare' }]).findings).toEqual([
      {
        measure: 'auc-in-slice',
        outcome: 'pass',
        severity: 'block',
        reasonCode: 'floor-met',
        groups: ['c "bare"'],
        value: 9,
        method: ', holm over 1 slices',
        message: 'in c "bare", auc is 1',
      },
    ]);
  });

  it.each<[string, Asked, object]>([
    [
      'no row',
      { name: 'a', rows: 0 },
      {
        reasonCode: 'empty-group',
        n: [0],
        requiredN: 30,
        message: 'auc is not judged in c "a": it has 0 rows; policy minimum 30',
      },
    ],
    [
      'one row too few',
      { name: 'a', rows: 29 },
      {
        reasonCode: 'insufficient-n',
        n: [29],
        requiredN: 30,
        message: 'auc is not judged in c "a": it has 29 rows; policy minimum 30',
      },
    ],
    [
      'queries',
      { name: 'a', rows: 12, unit: 'queries' },
      { message: 'auc is not judged in c "a": it has 12 queries; policy minimum 30' },
    ],
    [
      'no positive',
      { name: 'a', undefinedReason: 'no-positives' },
      { reasonCode: 'no-positives', n: [100], message: 'auc is not judged in c "a": no row has the positive label' },
    ],
    [
      'weights that leave few',
      { name: 'a', undefinedReason: 'insufficient-n', unit: 'queries' },
      { reasonCode: 'insufficient-n', message: expect.stringContaining('too few of the queries count') },
    ],
  ])('says why it is not judged: %s', (_, asked, expected) => {
    const [finding] = judge([asked]).findings;

    expect(finding).toMatchObject({
      outcome: 'inconclusive',
      severity: 'block',
      value: null,
      groups: ['c "a"'],
      ...expected,
    });
    if (asked.undefinedReason !== undefined) expect(finding).not.toHaveProperty('requiredN');
  });

  it('is judged with as many rows as the policy asks for', () => {
    expect(judge([{ name: 'a', rows: 30 }]).findings[0]?.outcome).toBe('pass');
    const few = judge([{ name: 'a', rows: 30, undefinedReason: 'no-positives' }]).findings[0];
    expect(few?.message).toBe('auc is not judged in c "a": no row has the positive label');
  });
});

describe('the numbers of slices', () => {
  it('have their tests, and a flag by the false discoveries of all', () => {
    const { measures } = judge([
      { name: 'good', above: 2 },
      { name: 'bad', above: -2, reportOnly: true },
    ]);

    expect(measures['c "good"']).toEqual({
      n: 100,
      value: 2,
      interval: [expect.closeTo(2 - 1.96, 3), expect.closeTo(2 + 1.96, 3)],
      'p-non-inferior': expect.closeTo(0.02275, 5),
      'p-inferior': expect.closeTo(0.97725, 5),
      'p-inferior-adjusted': expect.closeTo(0.97725, 5),
      flagged: false,
    });
    expect(measures['c "bad"']).toMatchObject({
      'p-inferior': expect.closeTo(0.02275, 5),
      'p-inferior-adjusted': expect.closeTo(0.0455, 5),
      flagged: true,
    });
  });

  it('are withheld where they could reveal a small one', () => {
    const { measures, findings } = judge([{ name: 'a' }, { name: 'b' }], ['b']);

    expect(measures['c "b"']).toEqual({ n: null, reason: 'suppressed' });
    expect(findings[1]).toMatchObject({ value: null, groups: ['c "b"'] });
  });
});
