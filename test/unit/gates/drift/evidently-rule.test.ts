import { describe, expect, it } from 'vitest';
import {
  type EvidentlyColumn,
  type EvidentlyData,
  judgeAsEvidently,
  judgeDatasetAsEvidently,
} from '../../../../packages/gates/src/drift/evidently/evidently-rule.ts';

function steps(n: number, from: number, repeats = 1): Float64Array {
  return Float64Array.from({ length: n * repeats }, (_, i) => (i % n) / 10 + from);
}
function categories(counts: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(counts));
}

function numbers(reference: Float64Array, current: Float64Array): EvidentlyData {
  return { kind: 'numbers', reference, current };
}
function named(reference: Readonly<Record<string, number>>, current: Readonly<Record<string, number>>): EvidentlyData {
  return { kind: 'categories', reference: categories(reference), current: categories(current) };
}

// Expected values by scipy 1.17.1: ks_2samp, wasserstein_distance, chisquare, jensenshannon, and the pooled z.
describe("evidently's rule", () => {
  it.each([
    ['numbers, at most 1000 reference rows', steps(100, 0), steps(80, 2), 'ks', 0.04985661008315778, 'fail'],
    ['numbers, the same', steps(100, 0), steps(100, 0), 'ks', 1, 'pass'],
    [
      'numbers, more reference rows',
      steps(10, 0, 150).map((x) => x * 10),
      steps(10, 0, 9).map((x) => x * 10 + 0.3),
      'wasserstein-normed',
      0.10444659357341872,
      'fail',
    ],
    ['numbers of 5 values', steps(5, 0, 10), steps(5, 0, 10), 'chi-square-goodness-of-fit', 1, 'pass'],
    ['numbers of 6 values', steps(6, 0, 10), steps(6, 0, 10), 'ks', 1, 'pass'],
    ['numbers of 2 values', steps(2, 0, 10), steps(2, 0, 10), 'z', 1, 'pass'],
    ['numbers of 1 value, -0 among them', Float64Array.of(0, -0), Float64Array.of(0, 0), 'z', 1, 'pass'],
    ['no current number of many', steps(100, 0), new Float64Array(0), 'ks', null, 'inconclusive'],
    ['no number', new Float64Array(0), new Float64Array(0), 'z', null, 'inconclusive'],
  ] as const)('judges %s', (_, reference, current, method, value, verdict) => {
    const judged = judgeAsEvidently({ kind: 'numbers', reference, current });

    expect(judged).toMatchObject({ method, verdict });
    if (value === null) expect(judged.value).toBeNull();
    else expect(judged.value).toBeCloseTo(value, 9);
  });

  it.each([
    [{ a: 50, b: 30, c: 20 }, { a: 30, b: 40, c: 30 }, 'chi-square-goodness-of-fit', 0.0002839629839032563, 'fail'],
    [{ a: 50, b: 30 }, { a: 50, b: 30, c: 1 }, 'chi-square-goodness-of-fit', 0, 'fail'],
    [{ a: 60, b: 40 }, { a: 30, b: 50 }, 'z', 0.0026997960632601866, 'fail'],
    [{ a: 60 }, { a: 30 }, 'z', 1, 'pass'],
    [{ a: 800, b: 700 }, { a: 40, b: 60 }, 'jensen-shannon', 0.09463520038696378, 'pass'],
    [{ a: 800, b: 700 }, { a: 70, b: 30 }, 'jensen-shannon', 0.12156724189092136, 'fail'],
    [{ a: 800, b: 700 }, {}, 'jensen-shannon', null, 'inconclusive'],
    [{}, { a: 5 }, 'z', null, 'inconclusive'],
    [{ a: 1, b: 1, c: 1 }, {}, 'chi-square-goodness-of-fit', null, 'inconclusive'],
  ] as const)('judges categories %o and %o', (reference, current, method, value, verdict) => {
    const data = { kind: 'categories', reference: categories(reference), current: categories(current) } as const;
    const judged = judgeAsEvidently(data);

    expect(judged).toMatchObject({ method, verdict, failsWhen: method === 'jensen-shannon' ? 'above' : 'below' });
    if (value === null) expect(judged.value).toBeNull();
    else expect(judged.value).toBeCloseTo(value, 12);
  });

  it.each([
    ['1000', 1000, 'z'],
    ['1001', 1001, 'jensen-shannon'],
  ] as const)('changes the method after 1000 reference rows: %s', (_, rows, method) => {
    const data = { kind: 'categories', reference: categories({ a: rows }), current: categories({ a: 9 }) } as const;

    expect(judgeAsEvidently(data).method).toBe(method);
  });

  it.each([
    ['ks', numbers(steps(100, 0), steps(80, 2)), { failsWhen: 'below', failsAtLimit: true }],
    ['wasserstein-normed', numbers(steps(10, 0, 150), steps(10, 0)), { failsWhen: 'above', failsAtLimit: true }],
    ['jensen-shannon', named({ a: 1001 }, { a: 9 }), { failsWhen: 'above', failsAtLimit: true }],
    ['chi-square-goodness-of-fit', named({ a: 1, b: 1, c: 1 }, { a: 1 }), { failsWhen: 'below', failsAtLimit: false }],
    ['z', named({ a: 9 }, { a: 9 }), { failsWhen: 'below', failsAtLimit: false }],
  ] as const)('says whether its limit fails by %s, as evidently compares', (method, data, rule) => {
    expect(judgeAsEvidently(data)).toMatchObject({ method, ...rule });
  });

  it('fails at a distance that equals the limit', () => {
    // Values of deviation 10, moved by 0.5 or 1.5, by 1 in the mean.
    const reference = Float64Array.from({ length: 1024 }, (_, i) => (i % 2 === 0 ? 10 : -10));
    const current = reference.map((value, i) => value + (i % 4 < 2 ? 0.5 : 1.5));

    expect(judgeAsEvidently(numbers(reference, current))).toMatchObject({ value: 0.1, limit: 0.1, verdict: 'fail' });
  });

  it.each([Number.NaN, Number.NEGATIVE_INFINITY])('refuses %s', (bad) => {
    const [reference, current] = [steps(9, 0), Float64Array.of(bad, 1)];

    expect(() => judgeAsEvidently({ kind: 'numbers', reference, current })).toThrow(RangeError);
    expect(() => judgeAsEvidently({ kind: 'numbers', reference: Float64Array.of(1), current })).toThrow(RangeError);
    expect(() =>
      judgeAsEvidently({ kind: 'categories', reference: new Map([['a', bad]]), current: new Map([['a', 1]]) }),
    ).toThrow(RangeError);
  });

  it.each([
    [['fail', 'pass'], 'fail'],
    [['fail', 'pass', 'pass'], 'pass'],
    [['fail', 'inconclusive', 'pass'], 'inconclusive'],
    [['inconclusive'], 'inconclusive'],
    [[], 'inconclusive'],
  ] as const)('says of a dataset of %j: %s', (verdicts, verdict) => {
    const columns = verdicts.map(
      (verdict): EvidentlyColumn => ({
        method: 'z',
        value: 1,
        limit: 0.05,
        failsWhen: 'below',
        failsAtLimit: false,
        verdict,
      }),
    );

    expect(judgeDatasetAsEvidently(columns).verdict).toBe(verdict);
  });
});
