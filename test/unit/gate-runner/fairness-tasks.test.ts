import { ConfigError, type TaskColumns } from '@gatehouse/core';
import { type GateColumns, judgeFairnessRows } from '@gatehouse/gate-runner';
import { describe, expect, it } from 'vitest';
import { CONTEXT, fairnessConfig } from '../gates/fixture-inputs.ts';
import { withRows } from './fixture-rows.ts';

type Measures = Parameters<typeof fairnessConfig>[0];
type Changes = Parameters<typeof fairnessConfig>[1];

const COMMON = { id: 'id', label: 'deny', protected: ['race'], control: ['dept'], weight: null, cluster: null };
const BINARY: TaskColumns = {
  ...COMMON,
  task: 'binary-classification',
  positive: 'yes',
  negative: 'no',
  prediction: 'prediction',
  score: 'score',
};
const MULTICLASS: TaskColumns = {
  ...COMMON,
  task: 'multiclass-classification',
  classes: ['low', 'mid', 'high'],
  prediction: 'prediction',
  scores: null,
};
const REGRESSION: TaskColumns = { ...COMMON, task: 'regression', prediction: 'prediction' };
const RANKING: TaskColumns = { ...COMMON, task: 'ranking', query: 'dept', item: 'id', score: 'score' };

const QUERIES: Partial<GateColumns> = {
  query: { table: 'data', column: 'dept' },
  item: { table: 'data', column: 'id' },
  control: new Map(),
};
const EXPOSURE: Measures = { 'exposure-ratio': { limit: 0.9 } };

interface Row {
  readonly label: string;
  readonly race: string;
  readonly dept: string;
  readonly prediction: string;
  readonly score: string;
}

async function judge(
  rows: readonly Row[],
  of: {
    readonly columns: TaskColumns;
    readonly measures: Measures;
    readonly changes?: Changes;
    readonly at?: Partial<GateColumns>;
    readonly champion?: Parameters<typeof judgeFairnessRows>[1]['champion'];
  },
) {
  const table = (header: string, line: (row: Row, at: number) => string): string =>
    `${[header, ...rows.map(line)].join('\n')}\n`;
  const files = {
    'data.csv': table('id,deny,race,dept', (row, at) => `r${at},${row.label},${row.race},${row.dept}`),
    'predictions.csv': table('id,prediction,score', (row, at) => `r${at},${row.prediction},${row.score}`),
  };
  return await withRows(
    files,
    async (found) =>
      await judgeFairnessRows(fairnessConfig(of.measures, of.changes ?? {}), {
        rows: found,
        columns: of.columns,
        champion: of.champion ?? { state: 'none', versionsExist: false },
        context: CONTEXT,
      }),
    { keys: of.columns.task === 'binary-classification', columns: of.at ?? {} },
  );
}

/** `count` rows of each group, made by a rule. */
function rowsOf(count: number, rule: (race: string, at: number) => Partial<Row>): readonly Row[] {
  const none = { label: 'no', dept: 'x', prediction: 'no', score: '0.5' };
  return ['a', 'b'].flatMap((race) => Array.from({ length: count }, (_, at) => ({ ...none, race, ...rule(race, at) })));
}

const json = (value: unknown): ReturnType<typeof JSON.parse> => JSON.parse(JSON.stringify(value));

describe('the fairness gate of a task, over files', () => {
  it('of a regression compares errors in the unit of the label', async () => {
    const rows = rowsOf(200, (race, at) => ({
      label: String(1000 + (at % 7)),
      prediction: String(1000 + (race === 'b' ? 30 : 0) + (at % 5)),
    }));
    const decision = await judge(rows, {
      columns: REGRESSION,
      measures: { 'mean-residual-difference': { limit: 10 } },
    });

    expect(decision).toMatchObject({ gate: 'fairness', outcome: 'fail' });
    expect(decision.findings[0]).toMatchObject({
      reasonCode: 'limit-exceeded',
      groups: ['a', 'b'],
      value: 30,
      n: [200, 200],
    });
  });

  it('of a ranking orders the items of a query by their scores', async () => {
    const rows = rowsOf(200, (race, at) => ({
      label: '1',
      dept: `q${Math.floor(at / 5)}`,
      // In nine queries of ten every item of a comes first.
      score: String((race === 'a') === Math.floor(at / 5) % 10 > 0 ? 0.9 : 0.1),
    }));
    const decision = await judge(rows, { columns: RANKING, measures: EXPOSURE, at: QUERIES });

    expect(decision.findings[0]).toMatchObject({
      outcome: 'fail',
      reasonCode: 'limit-exceeded',
      groups: ['b'],
      n: [40],
    });
  });

  it.each<[string, Partial<Row>, Partial<GateColumns>, string, string]>([
    // The item of these rows is what stands in the column of the score.
    [
      'an item that a query has twice',
      { label: '1' },
      { item: { table: 'predictions', column: 'score' } },
      'ids-duplicated',
      'an item that a query has twice',
    ],
    ['a relevance below 0', { label: '-1' }, {}, 'value-negative', 'the relevance -1'],
    ['a row without a query', { label: '1', dept: '' }, {}, 'value-missing', 'rows without a value'],
  ])('of a ranking refuses %s', async (_, row, at, reasonCode, message) => {
    const rows = rowsOf(20, () => ({ dept: 'q0', ...row }));
    const judged = judge(rows, { columns: RANKING, measures: EXPOSURE, at: { ...QUERIES, ...at } });

    await expect(judged).rejects.toMatchObject({ reasonCode, message: expect.stringContaining(message) });
  });

  describe('of several classes', () => {
    const rows = rowsOf(300, (race, at) => {
      const label = ['low', 'mid', 'high'][at % 3] ?? '';
      return { label, prediction: race === 'b' && at % 6 < 2 ? 'low' : label };
    });
    const measures: Measures = { 'selection-rate-difference': { limit: 0.05 } };

    it('compares how often a favourable class is given, and reports every class', async () => {
      const changes = { 'favorable-classes': ['mid', 'high'] };
      const decision = await judge(rows, { columns: MULTICLASS, measures, changes });
      const { classes, groups } = json(decision.measures);

      expect(decision.outcome).toBe('fail');
      expect(groups).toMatchObject({ a: { 'selection-rate': 0.666666666667 }, b: { 'selection-rate': 0.5 } });
      expect(Object.keys(classes)).toEqual(['low', 'mid', 'high']);
      expect(classes.low.aggregates['selection-rate-difference'].value).toBeCloseTo(1 / 6, 10);
      expect(classes.high.aggregates['selection-rate-difference'].value).toBe(0);
    });

    it('refuses values that are no class, and a policy that does not say which are favourable', async () => {
      const other = [...rows.slice(1), { label: 'low', race: 'a', dept: 'x', prediction: 'none', score: '0.5' }];
      const changes = { 'favorable-classes': ['mid', 'high'] };

      await expect(judge(other, { columns: MULTICLASS, measures, changes })).rejects.toMatchObject({
        reasonCode: 'predictions-refused',
      });
      await expect(judge(rows, { columns: MULTICLASS, measures })).rejects.toThrow('no "favorable-classes"');
    });
  });

  describe('of two labels', () => {
    const rows = rowsOf(300, (race, at) => ({
      label: at % 3 === 0 ? 'yes' : 'no',
      prediction: at % (race === 'a' ? 3 : 4) === 0 ? 'yes' : 'no',
      score: String(((at * 7) % 100) / 100),
      dept: at % 2 === 0 ? 'x' : 'y',
    }));

    it('compares scores where a limit asks for them', async () => {
      const decision = await judge(rows, { columns: BINARY, measures: { 'auc-difference': { limit: 0.3 } } });

      expect(decision.findings).toMatchObject([{ measure: 'auc-difference', outcome: 'pass', n: [300, 300] }]);
    });

    it('compares selection alone where there is no label', async () => {
      const at = { label: null, champion: null };
      const decision = await judge(rows, {
        columns: BINARY,
        measures: { 'selection-rate-difference': { limit: 0.5 } },
        at,
      });
      const { groups, aggregates } = json(decision.measures);

      expect(decision.outcome).toBe('pass');
      expect(groups).toEqual({
        a: { n: 300, 'selection-rate': 0.333333333333 },
        b: { n: 300, 'selection-rate': 0.25 },
      });
      expect(Object.keys(aggregates)).not.toContain('false-positive-rate-difference');
      expect(Object.keys(aggregates)).not.toContain('theil-index');
      expect(decision.notMeasured.join()).toContain('everything that needs to know what was true');
    });

    it.each(['false-positive-rate-difference', 'auc-difference'])(
      'refuses a limit on %s without labels',
      async (measure) => {
        const judged = judge(rows, { columns: BINARY, measures: { [measure]: { limit: 0.5 } }, at: { label: null } });

        await expect(judged).rejects.toThrow(ConfigError);
        await expect(judged).rejects.toThrow('without labels, limits on selection rates');
      },
    );

    it('does not take a champion whose predictions are not there for none', async () => {
      const increase = { 'selection-rate-difference': { limit: 0.5, 'disparity-increase': 0.5 } };
      const judged = async (state: 'none' | 'evaluated') =>
        await judge(rows, {
          columns: BINARY,
          measures: increase,
          at: { champion: null },
          champion: state === 'none' ? { state, versionsExist: false } : { state, version: 'loans@v1.0.0' },
        });

      expect((await judged('none')).outcome).toBe('pass');
      expect(await judged('evaluated')).toMatchObject({
        outcome: 'inconclusive',
        findings: [{ measure: 'selection-rate-difference-increase', reasonCode: 'champion-unavailable' }, {}],
      });
    });

    it.each([
      [true, ['disparities beside those of a champion: versions are published and no stage tag names one']],
      [false, []],
    ])('says of no champion whether versions are published: %s', async (versionsExist, words) => {
      const measures: Measures = { 'selection-rate-difference': { limit: 0.5 } };
      const champion = { state: 'none', versionsExist } as const;
      const { notMeasured } = await judge(rows, { columns: BINARY, measures, at: { champion: null }, champion });

      expect(notMeasured.filter((text) => text.includes('champion'))).toEqual(words);
    });

    it('holds the control columns constant', async () => {
      const decision = await judge(rows, {
        columns: BINARY,
        measures: { 'conditional-selection-rate-difference': { limit: 0.5 } },
      });
      const { controlled } = json(decision.measures);

      expect(decision.outcome).toBe('pass');
      expect(Object.keys(controlled.race.strata)).toEqual(['dept=x', 'dept=y']);
    });
  });

  describe('with weights and clusters', () => {
    const rows = rowsOf(300, (race, at) => ({
      label: at % 3 === 0 ? 'yes' : 'no',
      prediction: at % (race === 'a' ? 3 : 4) === 0 ? 'yes' : 'no',
      score: String(1 + (at % 2)),
      dept: `d${at % 50}`,
    }));
    const dept = { table: 'data', column: 'dept' };
    const weight = { table: 'predictions', column: 'score' };
    const plain = { score: null, control: new Map() };
    const measures: Measures = { 'selection-rate-difference': { limit: 0.5 } };

    it.each([
      ['weights', { weight }, 'newcombe, weighted, each pair'],
      ['clusters', { cluster: dept }, 'newcombe, by clusters, each pair'],
      ['both', { weight, cluster: dept }, 'newcombe, by clusters, each pair'],
    ])('counts %s', async (_, more, method) => {
      const decision = await judge(rows, { columns: BINARY, measures, at: { ...plain, ...more } });

      expect(decision.findings).toMatchObject([{ outcome: 'pass', n: [300, 300], method }]);
    });

    it.each(['0', '-1', '1e-320'])('refuses the weight %s', async (score) => {
      const bad = [...rows, { label: 'yes', race: 'a', dept: 'd1', prediction: 'no', score }];

      await expect(judge(bad, { columns: BINARY, measures, at: { ...plain, weight } })).rejects.toMatchObject({
        reasonCode: 'weight-not-positive',
      });
    });

    it('refuses a limit that knows neither', async () => {
      const limited: Measures = { 'conditional-demographic-disparity': { limit: 0.5 } };

      await expect(
        judge(rows, { columns: { ...BINARY, weight: 'w' }, measures: limited, at: { ...plain, weight } }),
      ).rejects.toThrow('with weights or clusters, limits on the rates of groups');
    });
  });
});
