import type { ColumnRef, ModelConfig, PerformanceGateConfig, TaskColumns } from '@gatehouse/core';
import { taskColumns } from '@gatehouse/core';
import { dataKeys, gateColumns, gateSources, judgePerformanceRows, predictionKeys } from '@gatehouse/gate-runner';
import { describe, expect, it } from 'vitest';
import { CONTEXT, findingOf, performanceConfig } from '../gates/fixture-inputs.ts';
import { folderWith, withTables } from '../tables/engine/fixture-tables.ts';
import { modelWith } from '../tables/fixture-model.ts';

interface Example {
  readonly columns: ModelConfig['columns'];
  readonly task: ModelConfig['task'];
  readonly data: readonly string[];
  readonly predictions: readonly string[];
  readonly champion?: readonly string[];
  readonly metrics: PerformanceGateConfig['metrics'];
  readonly config?: Partial<PerformanceGateConfig>;
}

const NO_GROUPS = { protected: [], control: [] };
const ROWS = Array.from({ length: 60 }, (_, row) => row);

/** Through the engine and the collectors to the decision, as the decide run and the command line do it. */
async function judge({ columns, task, data, predictions, champion, metrics, config = {} }: Example) {
  const of: TaskColumns = taskColumns(modelWith({ columns, task }));
  const files = {
    'data.csv': data.join('\n'),
    'predictions.csv': predictions.join('\n'),
    ...(champion === undefined ? {} : { 'champion.csv': champion.join('\n') }),
  };
  const names = Object.keys(files).map((file) => file.replace('.csv', ''));
  const sources = gateSources(
    names.map((name) => ({
      name,
      files: [`${name}.csv`],
      format: 'csv' as const,
      keys: name === 'data' ? dataKeys(of, null) : predictionKeys(of),
      hostile: name !== 'data',
    })),
  );
  return await withTables(folderWith(files), sources, async (tables) => {
    const join = names.map((table): ColumnRef => ({ table, column: of.id }));
    const where = { data: 'data', predictions: 'predictions', champion: champion === undefined ? null : 'champion' };
    return await judgePerformanceRows(performanceConfig(metrics, { 'trivial-baseline': 'none', ...config }), {
      rows: { tables, relation: { join }, columns: gateColumns(of, where) },
      columns: of,
      champion:
        champion === undefined ? { state: 'none', versionsExist: false } : { state: 'evaluated', version: 'm@v1.0.0' },
      context: CONTEXT,
    });
  });
}

const CLASSES = ['cat', 'dog', 'fox'];
const classOf = (row: number): string => CLASSES[row % 3] ?? '';
const probabilities = (name: string): string => CLASSES.map((one) => (one === name ? '0.8' : '0.1')).join(',');

const multiclass: Example = {
  task: 'multiclass-classification',
  columns: {
    id: 'id',
    label: { column: 'animal', classes: CLASSES },
    scores: { cat: 'p_cat', dog: 'p_dog', fox: 'p_fox' },
    ...NO_GROUPS,
    control: ['region'],
  },
  data: ['id,animal,region', ...ROWS.map((row) => `${row},${classOf(row)},${row % 2 === 0 ? 'north' : 'south'}`)],
  // Six of 60 rows are taken for the next class.
  predictions: [
    'id,prediction,p_cat,p_dog,p_fox',
    ...ROWS.map((row) => {
      const said = classOf(row % 10 === 0 ? row + 1 : row);
      return `${row},${said},${probabilities(said)}`;
    }).reverse(),
  ],
  champion: [
    'id,prediction,p_cat,p_dog,p_fox',
    ...ROWS.map((row) => {
      const said = classOf(row % 4 < 2 ? row + 1 : row);
      return `${row},${said},${probabilities(said)}`;
    }),
  ],
  metrics: { accuracy: { floor: 0.7, margin: 0.02 }, 'macro-auc-ovr': { margin: 0.02 }, 'log-loss': { margin: 0.05 } },
};

const regression: Example = {
  task: 'regression',
  columns: { id: 'id', label: { column: 'price' }, prediction: 'guess', ...NO_GROUPS },
  data: ['id,price', ...ROWS.map((row) => `${row},${100 + row}`)],
  predictions: ['id,guess', ...ROWS.map((row) => `${row},${100 + row + (row % 3) - 1}`)],
  champion: ['id,guess', ...ROWS.map((row) => `${row},${100 + row + 6 * ((row % 3) - 1)}.5`)],
  metrics: { mae: { ceiling: 1, margin: 0.1 }, r2: { floor: 0.9, margin: 0.05 } },
};

/** Twenty queries of three items, the first of which is relevant. */
const ranking: Example = {
  task: 'ranking',
  columns: { id: 'id', label: { column: 'clicks' }, query: 'session', item: 'offer', ...NO_GROUPS, cluster: 'person' },
  data: [
    'id,session,offer,clicks,person',
    ...ROWS.map(
      (row) => `${row},q${Math.floor(row / 3)},o${row % 3},${row % 3 === 0 ? 2 : 0},p${Math.floor(row / 3)}`,
    ).reverse(),
  ],
  // In every fourth query the relevant item comes second.
  predictions: ['id,score', ...ROWS.map((row) => `${row},${row % 12 === 1 ? 9 : 5 - (row % 3)}`)],
  metrics: { mrr: { floor: 0.6, margin: 0.02 }, 'hit-at-k': { k: 1, floor: 0.4, margin: 0.1 } },
};

describe('a table becomes a decision', () => {
  it('of several classes', async () => {
    const decision = await judge({
      ...multiclass,
      config: { slices: { region: { 'minimum-rows': 10, 'margin-factor': 10, 'report-only': false } } },
    });

    expect(decision.measures['metrics']).toMatchObject({
      accuracy: { challenger: 0.9, champion: 0.5, difference: 0.4 },
    });
    expect(decision.measures['confusion']).toMatchObject({ cat: { cat: 18, dog: 2, fox: 0 } });
    expect(decision.measures['slices']).toMatchObject({ accuracy: { 'region "north"': { n: 30 } } });
    expect(findingOf(decision.findings, 'accuracy-difference').reasonCode).toBe('superior');
    expect(decision.findings.filter(({ outcome }) => outcome !== 'pass').map(({ message }) => message)).toEqual([]);
    expect(decision.outcome).toBe('pass');
  });

  it('of a regression', async () => {
    const decision = await judge(regression);

    expect(decision.measures['metrics']).toMatchObject({ mae: { challenger: expect.closeTo(2 / 3, 9) } });
    expect(decision.findings.filter(({ outcome }) => outcome !== 'pass').map(({ message }) => message)).toEqual([]);
    expect(decision.outcome).toBe('pass');
  });

  it('of a ranking, whose clusters are of queries', async () => {
    const decision = await judge(ranking);

    expect(decision.measures['metrics']).toMatchObject({
      mrr: { challenger: 0.875 },
      'hit-at-k': { challenger: 0.75 },
    });
    expect(decision.measures['sampling']).toMatchObject({ n: 20, clusters: 20 });
    expect(findingOf(decision.findings, 'mrr')).toMatchObject({ outcome: 'pass', n: [20] });
  });

  it('whatever the order of rows and columns', async () => {
    const turned = (lines: readonly string[]): readonly string[] =>
      [...lines.slice(0, 1), ...lines.slice(1).reverse()].map((line) => line.split(',').reverse().join(','));
    const [plain, other] = [
      await judge(ranking),
      await judge({ ...ranking, data: turned(ranking.data), predictions: turned(ranking.predictions) }),
    ];

    expect(other).toEqual(plain);
  });

  it('with the weights of the rows', async () => {
    const decision = await judge({
      ...regression,
      columns: { ...regression.columns, weight: 'times' },
      data: ['id,price,times', ...ROWS.map((row) => `${row},${100 + row},${row % 3 === 1 ? 4 : 1}`)],
    });

    expect(decision.measures['metrics']).toMatchObject({
      mae: { challenger: expect.closeTo(40 / 120, 9), method: 'paired weighted (effective n 40) bca' },
    });
  });
});

const replaced = (lines: readonly string[], from: string, to: string): readonly string[] => {
  const changed = lines.map((line) => (line === from ? to : line));
  if (changed.every((line, at) => line === lines[at])) throw new Error(`no line "${from}"`);
  return changed;
};

describe('rows that break the contract of their task never pass', () => {
  it.each<[string, Example, string, string | undefined]>([
    [
      'a label that is no class',
      { ...multiclass, data: replaced(multiclass.data, '0,cat,north', '0,cow,north') },
      '1 label of another value: "cow"',
      undefined,
    ],
    [
      'a prediction that is no class',
      { ...multiclass, predictions: replaced(multiclass.predictions, '1,dog,0.1,0.8,0.1', '1,Dog,0.1,0.8,0.1') },
      '1 prediction of another value: "Dog"',
      'predictions-refused',
    ],
    [
      'a missing prediction',
      { ...multiclass, predictions: replaced(multiclass.predictions, '1,dog,0.1,0.8,0.1', '1,,0.1,0.8,0.1') },
      '1 prediction of another value: a missing value',
      'predictions-refused',
    ],
    [
      'a probability above 1',
      { ...multiclass, predictions: replaced(multiclass.predictions, '1,dog,0.1,0.8,0.1', '1,dog,0.1,1.8,0.1') },
      'scores from 0.1 to 1.8',
      'predictions-refused',
    ],
    [
      'probabilities that sum to more',
      { ...multiclass, predictions: replaced(multiclass.predictions, '1,dog,0.1,0.8,0.1', '1,dog,0.1,0.8,0.2') },
      '1 row whose probabilities do not sum to 1',
      'predictions-refused',
    ],
    [
      'a prediction that is no number',
      { ...regression, predictions: replaced(regression.predictions, '1,101', '1,NaN') },
      '',
      'value-not-finite',
    ],
    [
      'no prediction of a number',
      { ...regression, predictions: replaced(regression.predictions, '1,101', '1,') },
      '',
      'value-missing',
    ],
    [
      'a relevance below 0',
      { ...ranking, data: replaced(ranking.data, '1,q0,o1,0,p0', '1,q0,o1,-1,p0') },
      'the relevance -1',
      'value-negative',
    ],
    [
      'an item that a query has twice',
      { ...ranking, data: replaced(ranking.data, '1,q0,o1,0,p0', '1,q0,o0,0,p0') },
      'an item that a query has twice',
      'ids-duplicated',
    ],
    [
      'a row without a query',
      { ...ranking, data: replaced(ranking.data, '1,q0,o1,0,p0', '1,,o1,0,p0') },
      '1 rows without a value',
      'value-missing',
    ],
    [
      'a query of two clusters',
      { ...ranking, data: replaced(ranking.data, '1,q0,o1,0,p0', '1,q0,o1,0,p9') },
      'a query with rows of two clusters',
      undefined,
    ],
    [
      'a row without a cluster',
      { ...ranking, data: replaced(ranking.data, '1,q0,o1,0,p0', '1,q0,o1,0,') },
      '1 rows without a cluster',
      'value-missing',
    ],
    [
      'a weight of 0',
      {
        ...regression,
        columns: { ...regression.columns, weight: 'times' },
        data: ['id,price,times', ...ROWS.map((row) => `${row},${100 + row},${row === 7 ? 0 : 1}`)],
      },
      'the weight 0',
      'weight-not-positive',
    ],
    [
      'a negative weight',
      {
        ...regression,
        columns: { ...regression.columns, weight: 'times' },
        data: ['id,price,times', ...ROWS.map((row) => `${row},${100 + row},${row === 7 ? -2 : 1}`)],
      },
      'the weight -2',
      'weight-not-positive',
    ],
  ])('%s', async (_, example, message, reasonCode) => {
    const judged = judge(example);

    await expect(judged).rejects.toThrow(message);
    if (reasonCode !== undefined) await expect(judged).rejects.toMatchObject({ reasonCode });
  });
});
