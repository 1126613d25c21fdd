import { describe, expect, it } from 'vitest';
import type { MeasuredColumn } from '../../../../packages/gates/src/drift/effects/column-effects.ts';
import {
  type DriftVerdict,
  judgeColumns,
  worstVerdict,
} from '../../../../packages/gates/src/drift/verdicts/column-verdict.ts';
import { categoryColumn } from './drift-samples.ts';

/** A column of one effect that says the levels it is asked for. */
function telling(
  column: string,
  { bounds, p }: { readonly bounds: readonly [number, number]; readonly p: readonly [number, number] },
): { readonly column: string; readonly measured: MeasuredColumn } {
  const measured: MeasuredColumn = {
    sizes: { reference: 1000, current: 1000 },
    effects: [
      {
        measure: 'ks',
        bounds,
        nullQuantile: (level) => 1 - level,
        detectable: (alpha) => alpha,
        requiredRows: (_, level) => level,
      },
    ],
    evidence: { p, method: 'made up' },
    psi: 0,
    psiBins: 10,
    pair: { reference: [500, 500], current: [500, 500] },
    binNull: { quantile: () => 0, requiredRows: () => null },
    transport: null,
    population: null,
  };
  return { column, measured };
}
const still = { bounds: [0.01, 0.01], p: [0.9, 0.9] } as const;

describe('the evidence of a column', () => {
  it.each([
    [1, 0.01],
    [4, 0.0025],
  ])('among %d has its share of the level', (columns, alpha) => {
    const tested = Array.from({ length: columns }, (_, at) => telling(`c${at}`, still));
    const untested = { column: 'empty', measured: { undefinedReason: 'empty-group' as const } };
    const [first] = judgeColumns([...tested, untested]);

    expect(first?.effects[0]?.detectable).toBeCloseTo(alpha, 12);
    expect(first?.effects[0]?.requiredRows).toBeCloseTo(1 - alpha, 12);
    expect(first?.effects[0]?.nullQuantile).toBeCloseTo(0.05, 12);
  });

  it('lets less PSI be seen among many columns', () => {
    const psiOf = (columns: number): number =>
      Number(judgeColumns(Array.from({ length: columns }, (_, at) => telling(`c${at}`, still)))[0]?.psiDetectable);

    expect(psiOf(20)).toBeGreaterThan(psiOf(1) * 1.2);
  });

  it.each([
    ['just enough for a warning', { bounds: [0.1, 0.1], p: [0.01, 0.01] }, 'warning-exceeded'],
    [
      'of a profile that ends a rounding below the limit',
      { bounds: [0.1, 0.2 - 1e-16], p: [0.001, 0.001] },
      'bounds-span-limit',
    ],
  ] as const)('%s', (_, made, reason) => {
    expect(judgeColumns([telling('x', made)])[0]).toMatchObject({ reason, effects: [{ reason, failsWhen: 'above' }] });
  });

  it('is of PSI in two categories, and none in one', () => {
    const [two] = judgeColumns([categoryColumn('x', { a: 500, b: 500 }, { a: 250, b: 250 })]);
    const [one] = judgeColumns([categoryColumn('x', { a: 500 }, { a: 250 })]);

    expect(two?.psiDetectable).toBeGreaterThan(0);
    expect(one?.psiDetectable).toBeNull();
  });

  it('without an effect is that of an empty side', () => {
    const { column, measured } = telling('x', still);

    expect(judgeColumns([{ column, measured: { ...measured, effects: [] } }])[0]).toMatchObject({
      verdict: 'inconclusive',
      reason: 'empty-group',
    });
  });
});

describe('the worst of several verdicts', () => {
  it.each<[readonly DriftVerdict[], DriftVerdict]>([
    [[], 'inconclusive'],
    [['pass'], 'pass'],
    [['pass', 'warn'], 'warn'],
    [['warn', 'inconclusive', 'pass'], 'inconclusive'],
    [['inconclusive', 'fail', 'warn'], 'fail'],
  ])('of %j is %s', (verdicts, worst) => {
    expect(worstVerdict(verdicts)).toBe(worst);
  });
});
