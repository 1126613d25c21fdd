import { populationKsBounds, quantileEdges } from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesId, type NumbersColumn } from '../../../../packages/core/src/baseline-profile/profile-schema.ts';
import { driftLimits } from '../../../../packages/gates/src/drift/drift-limits.ts';
import { measureCategories } from '../../../../packages/gates/src/drift/effects/category-effects.ts';
import type { ColumnEffect, MeasuredColumn } from '../../../../packages/gates/src/drift/effects/column-effects.ts';
import { ksEvidence } from '../../../../packages/gates/src/drift/effects/numeric-effects.ts';
import { measureProfiles } from '../../../../packages/gates/src/drift/effects/numeric-profile.ts';
import { measureRows } from '../../../../packages/gates/src/drift/effects/numeric-rows.ts';
import { alignedCategories } from '../../../../packages/gates/src/drift/effects/profile-categories.ts';
import { judgeColumns } from '../../../../packages/gates/src/drift/verdicts/column-verdict.ts';
import { categoryColumn, normals, numericColumn, profiled, seeded } from './drift-samples.ts';

/** A column of one effect whose evidence, bounds and null quantile are given. */
function madeUp(
  column: string,
  made: { bounds: readonly [number, number]; p: readonly [number, number]; null95?: number },
) {
  const effect: ColumnEffect = {
    measure: 'ks',
    bounds: made.bounds,
    nullQuantile: () => made.null95 ?? 0.05,
    detectable: () => 0.08,
    requiredRows: () => 120,
  };
  const measured: MeasuredColumn = {
    sizes: { reference: 1000, current: 1000 },
    effects: [effect],
    evidence: { p: made.p, method: 'made up' },
    psi: 0,
    psiBins: 10,
    pair: { reference: [500, 500], current: [500, 500] },
    binNull: { quantile: () => 0, requiredRows: () => null },
    transport: null,
    population: null,
  };
  return { column, measured };
}

describe('a column', () => {
  it.each([
    ['below both limits', { bounds: [0.05, 0.05], p: [0.5, 0.5] }, 'within-limit'],
    ['at the limit of failure, with evidence', { bounds: [0.2, 0.2], p: [0.01, 0.01] }, 'limit-exceeded'],
    ['one rounding below it', { bounds: [0.2 - 1e-16, 0.2 - 1e-16], p: [0.001, 0.001] }, 'limit-exceeded'],
    ['clearly below it', { bounds: [0.199, 0.199], p: [0.001, 0.001] }, 'warning-exceeded'],
    [
      'at the limit of failure, evidence just missing',
      { bounds: [0.3, 0.3], p: [0.0101, 0.0101] },
      'effect-without-evidence',
    ],
    ['at the limit of warning, with evidence', { bounds: [0.1, 0.1], p: [0.001, 0.001] }, 'warning-exceeded'],
    ['at the limit of warning, by chance', { bounds: [0.1, 0.1], p: [0.2, 0.2] }, 'within-limit'],
    [
      'in a batch where chance reaches the limit',
      { bounds: [0.05, 0.05], p: [0.5, 0.5], null95: 0.21 },
      'batch-too-small',
    ],
    ['in a batch where chance ends at the limit', { bounds: [0.05, 0.05], p: [0.5, 0.5], null95: 0.2 }, 'within-limit'],
    ['whose null law is unknown', { bounds: [0.05, 0.05], p: [0.5, 0.5], null95: Number.NaN }, 'batch-too-small'],
    ['of a profile, surely beyond', { bounds: [0.21, 0.3], p: [0.0001, 0.001] }, 'limit-exceeded'],
    ['of a profile, perhaps beyond', { bounds: [0.1, 0.3], p: [0.0001, 0.001] }, 'bounds-span-limit'],
    ['of a profile, perhaps at a warning', { bounds: [0.05, 0.15], p: [0.001, 0.3] }, 'warning-exceeded'],
  ] as const)('%s is %s', (_, made, reason) => {
    expect(judgeColumns([madeUp('x', made)])[0]?.reason).toBe(reason);
  });

  it.each([
    ['limit-exceeded', 'fail'],
    ['warning-exceeded', 'warn'],
    ['within-limit', 'pass'],
  ] as const)('with the reason %s has the verdict %s', (reason, verdict) => {
    const found = judgeColumns([
      madeUp('limit-exceeded', { bounds: [0.3, 0.3], p: [0.001, 0.001] }),
      madeUp('warning-exceeded', { bounds: [0.15, 0.15], p: [0.001, 0.001] }),
      madeUp('within-limit', { bounds: [0.01, 0.01], p: [0.9, 0.9] }),
    ]).find(({ column }) => column === reason);

    expect(found).toMatchObject({ verdict, reason });
  });

  it('is held to evidence over all columns by Holm', () => {
    const one = madeUp('drifted', { bounds: [0.3, 0.3], p: [0.004, 0.004] });
    const others = ['a', 'b'].map((name) => madeUp(name, { bounds: [0.01, 0.01], p: [0.9, 0.9] }));

    expect(judgeColumns([one])[0]).toMatchObject({ verdict: 'fail', p: [0.004, 0.004] });
    expect(judgeColumns([one, ...others])[0]).toMatchObject({
      verdict: 'inconclusive',
      reason: 'effect-without-evidence',
    });
  });

  it('is named among discoveries by Benjamini and Hochberg, which decides nothing', () => {
    const judged = judgeColumns([0.01, 0.02, 0.9].map((p, i) => madeUp(`c${i}`, { bounds: [0.01, 0.01], p: [p, p] })));

    expect(judged.map(({ falseDiscovery }) => falseDiscovery)).toEqual([0.03, 0.03, 0.9]);
    expect(judged.every(({ verdict }) => verdict === 'pass')).toBe(true);
  });

  it('is judged once', () => {
    const twice = madeUp('x', { bounds: [0.01, 0.01], p: [0.9, 0.9] });

    expect(() => judgeColumns([twice, twice])).toThrow(/got "x" twice/);
  });

  it('takes the limits of the policy, which name their side', () => {
    const column = madeUp('x', { bounds: [0.15, 0.15], p: [0.001, 0.001] });
    const limits = { ks: { failsWhen: 'above', warn: 0.05, fail: 0.12 } } as const;

    expect(judgeColumns([{ ...column, limits }])[0]?.verdict).toBe('fail');
  });

  it.each([
    ['no side', { ks: { failsWhen: 'below', warn: 0.1, fail: 0.2 } }, /fails when the effect is above/],
    ['NaN', { 'cramer-v': { failsWhen: 'above', warn: 0.1, fail: Number.NaN } }, /0 < warn ≤ fail/],
    ['a warning above', { 'cramer-v': { failsWhen: 'above', warn: 0.3, fail: 0.2 } }, /0 < warn ≤ fail/],
    ['zero', { 'cramer-v': { failsWhen: 'above', warn: 0, fail: 0.2 } }, /0 < warn ≤ fail/],
    ['a measure unheard of', { psy: { failsWhen: 'above', warn: 0.1, fail: 0.2 } }, /got "psy"/],
  ])('refuses a limit with %s', (_, overrides, message) => {
    const parsed: Parameters<typeof driftLimits>[0] = JSON.parse(
      JSON.stringify(overrides, (_key, value) => (Number.isNaN(value) ? 'NaN' : value)),
    );

    expect(() => driftLimits(parsed)).toThrow(message);
  });
});

describe('rows of numbers', () => {
  const reference = normals(2000, seeded(1));

  it.each([
    ['the same law', normals(2000, seeded(2)), 'pass'],
    // D is 0.197, below its limit; W1 is 0.5, beyond.
    ['a shift of half a deviation', normals(2000, seeded(3), { mean: 0.5 }), 'fail'],
    ['a shift of one', normals(2000, seeded(4), { mean: 1 }), 'fail'],
    ['twice the spread', normals(2000, seeded(5), { sd: 2 }), 'fail'],
    ['49 rows of a far shift', normals(49, seeded(6), { mean: 5 }), 'inconclusive'],
    ['50 rows of a far shift', normals(50, seeded(6), { mean: 5 }), 'fail'],
    ['no row', new Float64Array(0), 'inconclusive'],
  ])('of %s are judged', (_, current, verdict) => {
    const [judged] = judgeColumns([numericColumn('x', reference, current)]);

    expect(judged?.verdict).toBe(verdict);
  });

  it('print effect, limit, null quantile, smallest effect seen, rows needed and PSI', () => {
    const [judged] = judgeColumns([numericColumn('x', reference, normals(1000, seeded(8)))]);
    const [ks, transport] = judged?.effects ?? [];

    expect(judged).toMatchObject({ verdict: 'pass', method: 'kolmogorov-smirnov, exact' });
    expect(judged?.psi).toBeLessThan(0.05);
    // λ = 21.43 for ten bins (stats.md §5).
    expect(judged?.psiDetectable).toBeCloseTo(21.43 / (2000 / 3), 4);
    // K(0.95)/√n_e and (K(0.99) + ½z(0.8))/√n_e with n_e = 2000/3.
    expect(ks?.nullQuantile).toBeCloseTo(1.3581 / Math.sqrt(2000 / 3), 4);
    expect(ks?.detectable).toBeCloseTo((1.6276 + 0.4208) / Math.sqrt(2000 / 3), 4);
    // n_e = (1.6276/0.2)² = 66.2, so 2000·66.2/(2000 - 66.2) rows.
    expect(ks?.requiredRows).toBe(69);
    expect(transport?.nullQuantile).toBeGreaterThan(0.03);
    expect(transport?.nullQuantile).toBeLessThan(0.15);
  });

  it('with few distinct values are categories', () => {
    const few = Float64Array.from({ length: 400 }, (_, i) => i % 20);
    const [judged] = judgeColumns([numericColumn('x', few, few)]);

    expect(judged?.effects.map(({ measure }) => measure)).toEqual(['jensen-shannon', 'cramer-v']);
    expect(judged?.verdict).toBe('pass');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('with %s are refused', (value) => {
    const bad = Float64Array.from(reference).fill(value, 0, 1);

    expect(() => numericColumn('x', bad, reference)).toThrow(/finite/);
    expect(() => numericColumn('x', reference, bad)).toThrow(/finite/);
    expect(() => numericColumn('x', Float64Array.of(1, 2), bad)).toThrow(/finite/);
  });

  it('beyond an effective size of 10,000 are held against the bands of both sides', () => {
    const [first, second] = [normals(30_000, seeded(11)), normals(30_000, seeded(12), { mean: 0.01 })];
    const [judged] = judgeColumns([numericColumn('x', first, second)]);

    expect(judged).toMatchObject({ verdict: 'pass', method: 'dvoretzky-kiefer-wolfowitz, bound' });
    expect(judgeColumns([numericColumn('x', first, normals(30_000, seeded(13), { mean: 1 }))])[0]?.verdict).toBe(
      'fail',
    );
  });
});

describe('evidence in large samples', () => {
  it.each([0.01, 0.02, 0.03])('is given at the level where the bands of both sides part: %d', (distance) => {
    const sizes = { reference: 40_000, current: 60_000 };
    const { p } = ksEvidence([distance, distance], sizes);

    expect(populationKsBounds(distance, sizes, Math.min(0.99, p[0] * 1.001))[0]).toBeGreaterThan(0);
    expect(populationKsBounds(distance, sizes, p[0] * 0.999)[0]).toBe(0);
  });
});

describe('profiles of numbers', () => {
  const reference = normals(3000, seeded(21));
  const edges = quantileEdges(reference);
  const draws = { random: seeded(9), redraws: 199 };
  const judged = (current: Float64Array) => {
    const pair = { reference: profiled(reference, edges), current: profiled(current, edges) };
    return judgeColumns([{ column: 'x', measured: measureProfiles(pair, draws) }])[0];
  };

  it.each([
    ['the same law', { mean: 0 }, 'pass'],
    ['a shift of one deviation', { mean: 1 }, 'fail'],
  ])('of %s enclose the distances of the rows', (_, law, verdict) => {
    const current = normals(1500, seeded(22), law);
    const ofRows = judgeColumns([numericColumn('x', reference, current)])[0];
    const ofProfile = judged(current);

    expect(ofProfile?.verdict).toBe(verdict);
    expect(ofProfile?.psi).toBeCloseTo(Number(ofRows?.psi), 12);
    for (const [at, { bounds }] of (ofProfile?.effects ?? []).entries()) {
      const exact = Number(ofRows?.effects[at]?.bounds[0]);
      expect(bounds[0]).toBeLessThanOrEqual(exact + 1e-12);
      expect(bounds[1]).toBeGreaterThanOrEqual(exact - 1e-12);
      expect(ofProfile?.effects[at]?.nullQuantile).toBeCloseTo(Number(ofRows?.effects[at]?.nullQuantile), 1);
    }
  });

  it('fit the columns of a baseline profile', () => {
    const column: NumbersColumn = {
      ...profiled(reference, edges),
      kind: 'numbers',
      n: reference.length,
      missing: { null: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 },
      zeros: 0,
      mean: 0,
      edges: [...edges],
      edgesId: edgesId([...edges]),
      equal: [...profiled(reference, edges).equal],
      open: [...profiled(reference, edges).open],
      openSums: [...profiled(reference, edges).openSums],
      m2: profiled(reference, edges).m2,
    };

    expect('effects' in measureProfiles({ reference: column, current: column }, draws)).toBe(true);
  });

  it('without current values are not judged', () => {
    expect(judged(new Float64Array(0))).toMatchObject({ verdict: 'inconclusive', reason: 'empty-group' });
  });

  it('that cannot say on which side of the limit a distance is do not pass', () => {
    const coarse = Float64Array.of(-0.4, 3);
    const measured = measureProfiles(
      { reference: profiled(reference, coarse), current: profiled(normals(1500, seeded(23), { sd: 0.7 }), coarse) },
      draws,
    );

    expect(judgeColumns([{ column: 'x', measured }])[0]).toMatchObject({
      verdict: 'inconclusive',
      reason: 'bounds-span-limit',
    });
  });
});

describe('categories', () => {
  const draws = { random: seeded(9), redraws: 199 };

  it.each([
    ['equal shares', { a: 500, b: 500 }, { a: 250, b: 250 }, 'pass'],
    ['other shares', { a: 500, b: 500 }, { a: 450, b: 50 }, 'fail'],
    ['a single category on both sides', { a: 500 }, { a: 100 }, 'pass'],
    ['a single category each, another', { a: 500 }, { b: 100 }, 'fail'],
    ['no current row', { a: 500 }, {}, 'inconclusive'],
    ['no reference row', {}, { a: 500 }, 'inconclusive'],
    ['categories of count 0', { a: 0 }, { a: 0 }, 'inconclusive'],
    ['a batch below 50', { a: 500, b: 500 }, { a: 49 }, 'inconclusive'],
  ])('of %s', (_, reference, current, verdict) => {
    expect(judgeColumns([categoryColumn('x', reference, current)])[0]?.verdict).toBe(verdict);
  });

  it.each([Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY])('with a count of %s are refused', (count) => {
    expect(() => measureCategories(new Map([['a', count]]), new Map([['a', 60]]), draws)).toThrow(/whole number/);
  });

  it('print what these sizes let be seen, and the rows needed', () => {
    const even = { a: 25, b: 25, c: 25, d: 25 };
    const [distance, association] = judgeColumns([categoryColumn('x', even, even)])[0]?.effects ?? [];

    // λ = 15.458 for df 3, level 0.01, power 0.8; n_e = 50, N = 200; χ²(0.99, df 3) = 11.345.
    expect(distance?.detectable).toBeCloseTo(Math.sqrt(15.458 / 400), 4);
    expect(association?.detectable).toBeCloseTo(Math.sqrt(15.458 / 200), 4);
    // n_e = 11.345/(8·0.2²) = 35.45, so 100·35.45/64.55 rows; N = 11.345/0.2² = 283.6.
    expect(distance?.requiredRows).toBe(55);
    expect(association?.requiredRows).toBe(184);
    // A hundred reference rows reach no effective size of 142.
    const limits = { 'jensen-shannon': { failsWhen: 'above', warn: 0.05, fail: 0.1 } } as const;
    expect(judgeColumns([{ ...categoryColumn('x', even, even), limits }])[0]?.effects[0]?.requiredRows).toBeNull();
  });

  it('beyond a thousand are pooled, so that many rare new ones are one', () => {
    const reference = new Map(Array.from({ length: 1200 }, (_, i) => [`r${i}`, 5]));
    const measured = measureCategories(reference, new Map(Array.from({ length: 3000 }, (_, i) => [`n${i}`, 1])), draws);

    expect('psiBins' in measured && measured.psiBins).toBe(1001);
    expect(judgeColumns([{ column: 'x', measured }])[0]?.verdict).toBe('fail');
  });

  it('of a profile with a rest join the rest when the profile does not name them', () => {
    const current = new Map([
      ['a', 60],
      ['c', 3],
    ]);

    expect(alignedCategories({ counts: new Map([['a', 90]]), other: 10 }, current)).toMatchObject({ newRows: 3 });
    expect(alignedCategories({ counts: new Map([['a', 90]]), other: 0 }, current)).toMatchObject({ newRows: 3 });
    expect([...alignedCategories({ counts: new Map([['a', 90]]), other: 10 }, current).current.values()]).toEqual([
      60, 3,
    ]);
    expect(() => alignedCategories({ counts: new Map(), other: 1 }, new Map([['\0rest', 1]]))).toThrow(/U\+0000/);
  });
});

describe('laws', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 });

  it('names and order of categories do not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (pairs, shift) => {
          const sides = (table: readonly (readonly [number, number])[], name: (i: number) => string) =>
            categoryColumn(
              'x',
              Object.fromEntries(table.map(([n], i) => [name(i), n])),
              Object.fromEntries(table.map(([, m], i) => [name(i), m])),
            );
          const at = shift % pairs.length;
          const turned = [...pairs.slice(at), ...pairs.slice(0, at)];
          const [plain] = judgeColumns([sides(pairs, (i) => `k${i}`)]);
          const [other] = judgeColumns([sides(turned.toReversed(), (i) => `other ${i}`)]);

          expect(other?.verdict).toBe(plain?.verdict);
          expect(other?.psi ?? 0).toBeCloseTo(plain?.psi ?? 0, 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('the order of rows does not matter', () => {
    const [reference, current] = [normals(300, seeded(31)), normals(200, seeded(32), { mean: 0.3 })];
    const plain = judgeColumns([numericColumn('x', reference, current)]);

    expect(judgeColumns([numericColumn('x', reference.toReversed(), current.toSorted())])).toEqual(plain);
  });

  it('what has no rows never passes', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (side, first) => {
        const filled = Object.fromEntries(side.map((count, i) => [`k${i}`, count]));
        const [judged] = judgeColumns([first ? categoryColumn('x', {}, filled) : categoryColumn('x', filled, {})]);

        expect(judged?.verdict).toBe('inconclusive');
      }),
      { numRuns: 40 },
    );
  });

  it('an effect or p-value that is no number never passes', () => {
    expect(() => judgeColumns([madeUp('x', { bounds: [Number.NaN, Number.NaN], p: [0.5, 0.5] })])).toThrow(RangeError);
    expect(() => judgeColumns([madeUp('x', { bounds: [0, Number.NaN], p: [0.5, 0.5] })])).toThrow(RangeError);
    expect(() => judgeColumns([madeUp('x', { bounds: [0, 0], p: [Number.NaN, 0.5] })])).toThrow(RangeError);
    expect(judgeColumns([])).toEqual([]);
  });

  it('a column whose effects are missing does not pass', () => {
    const { column, measured } = madeUp('x', { bounds: [0, 0], p: [1, 1] });

    expect(judgeColumns([{ column, measured: { ...measured, effects: [] } }])[0]?.verdict).toBe('inconclusive');
    expect(
      judgeColumns([
        {
          column,
          measured: measureRows(
            { reference: normals(99, seeded(1)), current: new Float64Array(9) },
            { random: seeded(1), redraws: 99 },
          ),
        },
      ])[0]?.verdict,
    ).toBe('inconclusive');
  });
});
