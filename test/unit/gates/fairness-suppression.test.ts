import { decisionSchema } from '@gatehouse/core';
import { type ConfusionCounts, countGroups, countIntersections, evaluateFairness } from '@gatehouse/gates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

type Config = Parameters<typeof fairnessConfig>[1];
type Counts = Readonly<Record<string, ConfusionCounts>>;

const LARGE: Counts = {
  large: { tp: 311, fp: 127, fn: 89, tn: 401 },
  middle: { tp: 97, fp: 53, fn: 43, tn: 113 },
};
const SMALL: ConfusionCounts = { tp: 2, fp: 1, fn: 1, tn: 3 };

function judge(groups: Counts, changes: Config = {}): ReturnType<typeof evaluateFairness> {
  return evaluateFairness({
    config: fairnessConfig({ 'false-positive-rate-difference': { limit: 0.01 } }, changes),
    context: CONTEXT,
    groups: oneColumn(groups),
  });
}

function groupsOf(decision: ReturnType<typeof judge>): Readonly<Record<string, { readonly n: number | string }>> {
  return decision.measures['groups'] as Readonly<Record<string, { readonly n: number | string }>>;
}

describe('a group of fewer rows than may be shown', () => {
  const LOSER = { ...LARGE, third: { tp: 103, fp: 88, fn: 31, tn: 121 } };

  it('is withheld with the next smallest, and the others are shown', () => {
    const decision = judge({ ...LOSER, tiny: SMALL });

    expect(groupsOf(decision)).toMatchObject({
      large: { n: 928 },
      middle: { n: 'suppressed' },
      third: { n: 343 },
      tiny: { n: 'suppressed' },
    });
    expect(decisionSchema.parse(JSON.parse(JSON.stringify(decision)))).toEqual(decision);
  });

  it('leaves no trace: other counts of the withheld groups give the same bytes', () => {
    const decision = judge({ ...LOSER, tiny: SMALL });
    const moved = judge({
      ...LOSER,
      middle: { tp: 98, fp: 54, fn: 43, tn: 111 },
      tiny: { tp: 1, fp: 0, fn: 1, tn: 5 },
    });

    expect(JSON.stringify(moved)).toBe(JSON.stringify(decision));
  });

  it('decides what it decided, without numbers', () => {
    const shown = judge(LOSER);
    const decision = judge({ ...LOSER, tiny: SMALL });
    const withheld = decision.findings.filter((finding) => finding.groups?.includes('middle'));

    expect(shown.outcome).toBe('fail');
    expect(decision.outcome).toBe('fail');
    expect(withheld.map(({ value, interval, n }) => [value, interval, n])).toEqual(
      withheld.map(() => [null, undefined, undefined]),
    );
    expect(decision.findings.find((finding) => finding.measure === 'group-size')).toEqual({
      measure: 'group-size',
      outcome: 'inconclusive',
      severity: 'block',
      reasonCode: 'insufficient-n',
      groups: ['tiny'],
      value: null,
      limit: 30,
      failsWhen: 'below',
      message:
        'group tiny has too few rows; policy minimum 30; numbers withheld, because they could reveal a group of fewer than 10 rows',
    });
  });

  it('does not say in words that a rate of a withheld group has no denominator', () => {
    const decision = judge({ ...LARGE, none: { tp: 20, fp: 0, fn: 20, tn: 0 }, tiny: SMALL });

    expect(decision.findings.map(({ reasonCode }) => reasonCode)).toContain('suppressed');
    expect(decision.findings.map(({ reasonCode }) => reasonCode)).not.toContain('no-negatives');
  });

  it('is shown where the policy allows it, and a group without rows is no secret', () => {
    expect(groupsOf(judge({ ...LARGE, tiny: SMALL }, { 'suppress-below': 7 }))['tiny']?.n).toBe(7);
    expect(groupsOf(judge({ ...LARGE, none: { tp: 0, fp: 0, fn: 0, tn: 0 } }))['none']?.n).toBe(0);
  });

  it('may be one of which a rate has too few rows, where the policy says so', () => {
    const rare = { tp: 60, fp: 3, fn: 40, tn: 90 };

    expect(groupsOf(judge({ ...LARGE, rare }))['rare']?.n).toBe(193);
    expect(groupsOf(judge({ ...LARGE, rare }, { 'suppress-rates': true }))['rare']?.n).toBe('suppressed');
  });

  it('never stands alone, and what is withheld together never is fewer rows than may be shown', () => {
    const count = fc.nat({ max: 12 });
    const confusion = fc.record({ tp: count, fp: count, fn: count, tn: count });
    fc.assert(
      fc.property(fc.array(confusion, { minLength: 2, maxLength: 6 }), (counts) => {
        const groups = Object.fromEntries(counts.map((own, index) => [`g${index}`, own]));
        const shown = groupsOf(judge(groups));
        const hidden = counts.filter((_, index) => shown[`g${index}`]?.n === 'suppressed');
        const rows = hidden.reduce((sum, { tp, fp, fn, tn }) => sum + tp + fp + fn + tn, 0);
        const total = counts.reduce((sum, { tp, fp, fn, tn }) => sum + tp + fp + fn + tn, 0);

        if (hidden.length === 0 || rows === total) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(rows).toBeGreaterThanOrEqual(10);
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });
});

describe('groups of two columns together', () => {
  const SEX = ['f', 'm'] as const;
  const RACE = ['a', 'b'] as const;

  /** Rows of every combination, `few` of the last, right in three of four. */
  function rows(few: number): Parameters<typeof countGroups>[0] {
    const cells = SEX.flatMap((sex) => RACE.map((race) => ({ sex, race, n: sex === 'm' && race === 'b' ? few : 200 })));
    const all = cells.flatMap(({ sex, race, n }) => Array.from({ length: n }, (_, index) => ({ sex, race, index })));
    return {
      labels: all.map(({ index }) => index % 2 === 0),
      predicted: all.map(({ index }) => index % 4 === 3 || index % 2 === 0),
      sensitive: new Map<string, readonly (string | null)[]>([
        ['sex', all.map(({ sex }) => sex)],
        ['race', all.map(({ race }) => race)],
      ]),
    };
  }

  function judgeRows(few: number, changes: Config = {}): ReturnType<typeof evaluateFairness> {
    const config = { sensitive: ['sex', 'race'], 'suppress-below': 10, ...changes };
    return evaluateFairness({
      config: fairnessConfig({ 'selection-rate-difference': { limit: 0.3 } }, config),
      context: CONTEXT,
      groups: countGroups(rows(few)),
      intersections: countIntersections(rows(few)),
    });
  }

  it('are reported and not judged', () => {
    const decision = judgeRows(200);
    const [name, reported] = Object.entries(decision.measures['intersections'] ?? {})[0] ?? [];

    expect(name).toBe('sex × race');
    expect(Object.keys(reported.groups)).toEqual(['sex=f, race=a', 'sex=f, race=b', 'sex=m, race=a', 'sex=m, race=b']);
    expect(reported.groups['sex=f, race=a'].n).toBe(200);
    expect(reported.empty).toEqual([]);
    expect(decision.findings).toHaveLength(2);
    expect(decision.notMeasured).not.toContain('groups formed by several sensitive columns together');
  });

  it('that no row has are listed', () => {
    const [reported] = Object.values(judgeRows(0).measures['intersections'] ?? {});

    expect(reported.empty).toEqual(['sex=m, race=b']);
  });

  it('are judged where the policy says so and they are large enough', () => {
    const gate = { intersections: { depth: 2, gate: true } };
    const names = (few: number): readonly string[] =>
      judgeRows(few, gate).findings.flatMap(({ groups }) => groups ?? []);

    expect(judgeRows(200, gate).findings).toHaveLength(3);
    expect(judgeRows(200, gate).outcome).toBe('pass');
    expect(judgeRows(200, gate).measures['per-comparison-confidence']).toBeCloseTo(1 - 0.05 / 8, 12);
    expect(names(20)).not.toContain('sex=m, race=b');
  });

  it('are not passed over when they are to be judged and were not counted', () => {
    expect(() =>
      evaluateFairness({
        config: fairnessConfig(
          { 'selection-rate-difference': { limit: 0.3 } },
          { sensitive: ['sex', 'race'], intersections: { depth: 2, gate: true } },
        ),
        context: CONTEXT,
        groups: countGroups(rows(200)),
      }),
    ).toThrow('0 intersections of sensitive columns');
  });

  it('are left out at depth 1', () => {
    expect(judgeRows(200, { intersections: { depth: 1, gate: false } }).measures).not.toHaveProperty('intersections');
  });

  it('hide a small one behind others, so that no margin gives it away', () => {
    const [reported] = Object.values(judgeRows(4).measures['intersections'] ?? {});

    expect(Object.values<{ n: unknown }>(reported.groups).map(({ n }) => n)).toEqual(Array(4).fill('suppressed'));
  });
});
