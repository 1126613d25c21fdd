import { type ConfusionCounts, type CountSampling, evaluateFairness, type OutcomeSums } from '@gatehouse/gates';
import { createRandom, kishEffectiveSize, weightedNewcombeDifference } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig, oneColumn } from './fixture-inputs.ts';

type Measures = Parameters<typeof fairnessConfig>[0];

interface Row {
  readonly selected: boolean;
  readonly weight: number;
  readonly cluster: string | null;
}

const SELECTION = 'selection-rate-difference';

function countsOf(rows: readonly Row[]): ConfusionCounts {
  const sums = (of: readonly Row[], term: (row: Row) => number): OutcomeSums => ({
    tp: 0,
    fp: of.filter(({ selected }) => selected).reduce((sum, row) => sum + term(row), 0),
    fn: 0,
    tn: of.filter(({ selected }) => !selected).reduce((sum, row) => sum + term(row), 0),
  });
  const clustered = rows.every(({ cluster }) => cluster !== null);
  const parts = Map.groupBy(rows, ({ cluster }) => String(cluster));
  const sampling: CountSampling = {
    weights: sums(rows, ({ weight }) => weight),
    squares: sums(rows, ({ weight }) => weight ** 2),
    clusters: clustered ? new Map([...parts].map(([name, own]) => [name, sums(own, ({ weight }) => weight)])) : null,
  };
  return { ...sums(rows, () => 1), sampling };
}

function judge(groups: Readonly<Record<string, readonly Row[]>>, measures: Measures) {
  const counts = Object.fromEntries(Object.entries(groups).map(([name, rows]) => [name, countsOf(rows)]));
  return evaluateFairness({ config: fairnessConfig(measures), context: CONTEXT, groups: oneColumn(counts) });
}

function intervalOf(decision: ReturnType<typeof judge>): readonly [number, number] {
  return JSON.parse(JSON.stringify(decision.measures)).aggregates[SELECTION].interval;
}

const rows = (n: number, selected: number, more: Partial<Row> = {}): readonly Row[] =>
  Array.from({ length: n }, (_, at) => ({ selected: at < selected, weight: 1, cluster: null, ...more }));

describe('rows with weights', () => {
  const A = [...rows(60, 30, { weight: 1 }), ...rows(60, 15, { weight: 3 })];
  const B = [...rows(90, 30, { weight: 2 }), ...rows(30, 20, { weight: 0.5 })];

  it('count by their weights, and are as sure as fewer rows', () => {
    const decision = judge({ a: A, b: B }, { [SELECTION]: { limit: 0.5 } });
    const share = (of: readonly Row[]) => {
      const sum = of.reduce((total, { weight }) => total + weight, 0);
      const selected = of.filter((row) => row.selected).reduce((total, { weight }) => total + weight, 0);
      const effectiveN = kishEffectiveSize(
        sum,
        of.reduce((total, { weight }) => total + weight ** 2, 0),
      );
      return { proportion: selected / sum, effectiveN };
    };
    const [lower, upper] = weightedNewcombeDifference(share(B), share(A), 0.95);

    expect(decision.findings[0]).toMatchObject({ n: [120, 120], method: 'newcombe, weighted, each pair' });
    expect(intervalOf(decision)[0]).toBeCloseTo(Math.max(0, lower, -upper), 10);
    expect(intervalOf(decision)[1]).toBeCloseTo(Math.max(upper, -lower), 10);
    expect(decision.measures['groups']).toMatchObject({ a: { n: 120, weight: 240, 'selection-rate': 75 / 240 } });
  });

  it('of 1 each are as rows without', () => {
    const plain = evaluateFairness({
      config: fairnessConfig({ [SELECTION]: { limit: 0.5 } }),
      context: CONTEXT,
      groups: oneColumn({ a: { tp: 0, fp: 40, fn: 0, tn: 60 }, b: { tp: 0, fp: 30, fn: 0, tn: 70 } }),
    });

    expect(intervalOf(judge({ a: rows(100, 40), b: rows(100, 30) }, { [SELECTION]: { limit: 0.5 } }))).toEqual(
      intervalOf(plain),
    );
  });

  it('have no four-fifths decision that tips, since decisions weigh differently', () => {
    const { aggregates } = JSON.parse(
      JSON.stringify(judge({ a: A, b: B }, { 'selection-rate-ratio': { limit: 0.1 } }).measures),
    );

    expect(aggregates['four-fifths-tipping'].value).toBeNull();
    expect(aggregates['selection-rate-ratio'].interval[0]).toBeGreaterThan(0);
  });
});

describe('rows of clusters', () => {
  /** Clusters of `size` rows that are all decided alike. */
  const alike = (clusters: number, size: number, share: number, name: string): readonly Row[] =>
    Array.from({ length: clusters }, (_, at) =>
      rows(size, at < clusters * share ? size : 0, { cluster: `${name}${at}` }),
    ).flat();

  it('that are alike are as sure as one row each', () => {
    const groups = { a: alike(50, 10, 0.4, 'a'), b: alike(50, 10, 0.3, 'b') };
    const clustered = intervalOf(judge(groups, { [SELECTION]: { limit: 0.5 } }));
    const asRows = intervalOf(judge({ a: rows(50, 20), b: rows(50, 15) }, { [SELECTION]: { limit: 0.5 } }));

    // Student with 49 degrees of freedom and 50/49 of the variance, so a little wider.
    expect(clustered[1]).toBeGreaterThan(asRows[1]);
    expect(clustered[1]).toBeLessThan(asRows[1] + 0.02);
  });

  it.each([
    ['fewer than twenty', 19, 'inconclusive'],
    ['twenty', 20, 'pass'],
  ])('are judged with %s or not', (_, clusters, outcome) => {
    const groups = { a: alike(clusters, 10, 0.5, 'a'), b: alike(clusters, 10, 0.5, 'b') };

    expect(judge(groups, { [SELECTION]: { limit: 0.9 } }).outcome).toBe(outcome);
  });

  it('say how they were counted', () => {
    const groups = { a: alike(50, 10, 0.4, 'a'), b: alike(50, 10, 0.3, 'b') };

    expect(judge(groups, { [SELECTION]: { limit: 0.9 } }).findings[0]?.method).toBe('newcombe, by clusters, each pair');
  });

  it.each([
    ['in one group each', (at: number, group: string): string => `${group}${at}`],
    ['that both groups share', (at: number): string => `${at}`],
  ])('fail groups that are equal in at most 5 %% of samples, %s', (_, nameOf) => {
    const random = createRandom(new Uint8Array(16).fill(9));
    const samples = 300;
    let failures = 0;
    for (let sample = 0; sample < samples; sample += 1) {
      const groupOf = (group: string): readonly Row[] =>
        Array.from({ length: 40 }, (_, at) => {
          // A cluster has a rate of its own around 0.4.
          const rate = 0.1 + 0.6 * random.uniform();
          return Array.from({ length: 8 }, () => ({
            selected: random.uniform() < rate,
            weight: 1,
            cluster: nameOf(at, group),
          }));
        }).flat();
      const decision = judge({ a: groupOf('a'), b: groupOf('b') }, { [SELECTION]: { limit: 0 } });
      if (decision.outcome === 'fail') failures += 1;
    }

    expect(failures / samples).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / samples));
  });
});
