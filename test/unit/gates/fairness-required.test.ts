import { type Decision, decisionSchema, type FairnessGateConfig } from '@gatehouse/core';
import { type ConfusionCounts, evaluateFairness, evaluateRegressionFairness } from '@gatehouse/gates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

type Measures = FairnessGateConfig['measures'];
type Groups = Readonly<Record<string, ConfusionCounts>>;

const SELECTION = 'selection-rate-difference';

function judge(groups: Groups, measures: Measures, changes: Partial<FairnessGateConfig> = {}): Decision {
  return evaluateFairness({
    config: fairnessConfig(measures, { favorable: 'positive', ...changes }),
    context: CONTEXT,
    groups: oneColumn(groups),
  });
}

function rows(selected: number, n: number, times = 1): ConfusionCounts {
  return { tp: selected * times, fp: 0, fn: 0, tn: (n - selected) * times };
}

/** The same rates on so many times the rows. */
function more(groups: Groups, times: number): Groups {
  const by = (count: number): number => Math.round(count * times);
  return Object.fromEntries(
    Object.entries(groups).map(([name, { tp, fp, fn, tn }]) => [
      name,
      { tp: by(tp), fp: by(fp), fn: by(fn), tn: by(tn) },
    ]),
  );
}

const ODDS: Groups = { a: { tp: 80, fp: 60, fn: 20, tn: 140 }, b: { tp: 65, fp: 40, fn: 35, tn: 160 } };
const SELECTED: Groups = { a: rows(300, 1000), b: rows(250, 1000) };
const UNEQUAL: Groups = { a: rows(1200, 4000), b: rows(20, 100) };

describe('the rows that would tell', () => {
  it.each<{ name: string; groups: Groups; measures: Measures; changes?: Partial<FairnessGateConfig> }>([
    { name: 'a difference within its limit', groups: SELECTED, measures: { [SELECTION]: { limit: 0.08 } } },
    { name: 'a difference beyond its limit', groups: SELECTED, measures: { [SELECTION]: { limit: 0.03 } } },
    { name: 'a ratio within its limit', groups: SELECTED, measures: { 'selection-rate-ratio': { limit: 0.75 } } },
    { name: 'a ratio beyond its limit', groups: SELECTED, measures: { 'selection-rate-ratio': { limit: 0.9 } } },
    { name: 'the mean of both odds', groups: ODDS, measures: { 'average-odds-difference': { limit: 0.15 } } },
    { name: 'the worse of both odds', groups: ODDS, measures: { 'equalized-odds-difference': { limit: 0.2 } } },
    { name: 'groups of other sizes', groups: UNEQUAL, measures: { [SELECTION]: { limit: 0.12 } } },
    {
      name: 'a group against all rows',
      groups: SELECTED,
      measures: { [SELECTION]: { limit: 0.03 } },
      changes: { reference: 'overall' },
    },
  ])('of $name are more than there are, and tell', ({ groups, measures, changes = {} }) => {
    const [finding] = judge(groups, measures, changes).findings;
    const { requiredN = 0, n = [] } = finding ?? {};
    const least = Math.min(...n);

    expect(finding).toMatchObject({ outcome: 'inconclusive', reasonCode: 'interval-spans-limit' });
    expect(requiredN).toBeGreaterThan(least);

    const again = judge(more(groups, (1.02 * requiredN) / least), measures, changes);
    const same = again.findings.find(({ groups: named }) => named?.join() === finding?.groups?.join());
    expect(same?.outcome ?? 'pass').not.toBe('inconclusive');
  });

  it.each<[string, Groups, Measures]>([
    ['passes', SELECTED, { [SELECTION]: { limit: 0.2 } }],
    ['fails', SELECTED, { [SELECTION]: { limit: 0.01 } }],
    ['is exactly at its limit', SELECTED, { [SELECTION]: { limit: 0.05 } }],
    [
      'has no value',
      { a: rows(0, 100), b: rows(0, 100), c: rows(30, 100) },
      { 'selection-rate-ratio': { limit: 0.8 } },
    ],
  ])('are not said of a pair that %s', (_, groups, measures) => {
    const decision = judge(groups, measures);
    const of = decision.findings.filter(({ value }) => value === null || groups === SELECTED);

    expect(of.length).toBeGreaterThan(0);
    for (const finding of of) expect(finding).not.toHaveProperty('requiredN');
  });

  it('stand with each pair, and the most of them with the measure', () => {
    const groups = { a: rows(300, 1000), b: rows(250, 1000), c: rows(220, 700) };
    const decision = judge(groups, { [SELECTION]: { limit: 0.08 } });
    const needed = decision.findings.flatMap(({ requiredN = 0, outcome }) =>
      outcome === 'inconclusive' ? [requiredN] : [],
    );

    expect(new Set(needed).size).toBe(2);
    expect(decision.power.requiredN).toEqual({ [SELECTION]: Math.max(...needed) });
  });

  it('are not printed of a group whose numbers are withheld', () => {
    const groups = { a: rows(100, 400), b: rows(90, 300), tiny: rows(2, 5), small: rows(2, 6) };
    const decision = judge(
      groups,
      { [SELECTION]: { limit: 0.06 } },
      { 'minimum-group-size': 3, 'minimum-denominator': 3 },
    );
    const hidden = decision.findings.filter(({ groups: named = [] }) => named.includes('tiny'));

    expect(hidden.length).toBeGreaterThan(0);
    for (const finding of hidden) expect(finding).not.toHaveProperty('requiredN');
  });

  it('of errors of a regression are those of its bounds', () => {
    const half = Float64Array.from({ length: 200 }, (_, row) => (row % 7) - 3 + (row < 100 ? 0 : 0.4));
    const codes = Int32Array.from(half, (_, row) => (row < 100 ? 0 : 1));
    const { findings } = evaluateRegressionFairness({
      config: fairnessConfig({ 'mean-residual-difference': { limit: 0.6 } }),
      context: CONTEXT,
      rows: { residuals: half, groups: new Map([['race', { codes, names: ['a', 'b'] }]]) },
    });

    expect(findings).toMatchObject([{ reasonCode: 'interval-spans-limit', n: [100, 100] }]);
    expect(findings[0]?.requiredN).toBeGreaterThan(100);
    expect(findings[0]?.requiredN).toBeLessThan(100_000);
  });

  it('agree with the schema of decisions, whatever the counts and the limit', () => {
    const counts = fc.record({ tp: fc.nat(300), fp: fc.nat(300), fn: fc.nat(300), tn: fc.nat(300) });
    fc.assert(
      fc.property(counts, counts, fc.double({ min: 0.001, max: 1, noNaN: true }), (a, b, limit) => {
        const decision = judge(
          { a, b },
          { [SELECTION]: { limit }, 'false-positive-rate-ratio': { limit }, 'average-odds-difference': { limit } },
        );

        expect(decisionSchema.safeParse(JSON.parse(JSON.stringify(decision))).error).toBeUndefined();
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
