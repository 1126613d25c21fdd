import { readFileSync } from 'node:fs';
import {
  ConfigError,
  formatFault,
  METRICS_OF_TASK,
  type ModelConfig,
  parseConfig,
  predictionColumns,
  TASKS,
  type Task,
  taskColumns,
} from '@gatehouse/core';
import { describe, expect, it } from 'vitest';

const SOURCE = readFileSync(new URL('fixtures/gatehouse.yml', import.meta.url), 'utf8');
const LABEL = /label:\n +column: outcome\n +positive: "1"\n +negative: "0"\n/;
const GATES = / {6}performance:[\s\S]*?(?= {4}approvals:)/;

const COLUMNS: Readonly<Record<Task, string>> = {
  'binary-classification': 'label: { column: outcome, positive: "1", negative: "0" }',
  'multiclass-classification':
    'label: { column: outcome, classes: [a, b, c] }\n      scores: { a: p_a, b: p_b, c: p_c }',
  regression: 'label: { column: outcome }',
  ranking: 'label: { column: outcome }\n      query: session\n      item: offer',
};

interface Changes {
  readonly task?: string;
  readonly columns?: string;
  /** More keys of `columns`. */
  readonly more?: string;
  readonly performance?: string;
}

function sourceWith({ task = 'binary-classification', columns, more = '', performance }: Changes): string {
  const known = TASKS.find((one) => one === task) ?? 'binary-classification';
  const metric = METRICS_OF_TASK[known].find((name) => name === 'accuracy' || name === 'mae' || name === 'ndcg');
  const gate = performance ?? `{ metrics: { ${metric}: { margin: 0.1 } } }`;
  return SOURCE.replace('task: binary-classification', `task: ${task}`)
    .replace(LABEL, `${columns ?? COLUMNS[known]}\n      ${more}\n`)
    .replace(GATES, `      performance: ${gate}\n`);
}

function modelOf(changes: Changes): ModelConfig {
  const model = parseConfig(sourceWith(changes)).models['mortgage-approval'];
  if (model === undefined) throw new Error('the fixture has a model');
  return model;
}

function faultsOf(changes: Changes): string {
  try {
    parseConfig(sourceWith(changes));
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(formatFault).join('\n');
    throw error;
  }
  return '';
}

describe('the columns of a task', () => {
  it.each<[Task, string, readonly string[]]>([
    ['binary-classification', '', ['application', 'prediction', 'score']],
    ['binary-classification', 'prediction: yhat', ['application', 'yhat', 'score']],
    ['multiclass-classification', '', ['application', 'prediction', 'p_a', 'p_b', 'p_c']],
    ['regression', 'prediction: price', ['application', 'price']],
    ['ranking', 'score: relevance', ['application', 'relevance']],
  ])('%s with %j are in the predictions', (task, more, expected) => {
    expect(predictionColumns(taskColumns(modelOf({ task, more })))).toEqual(expected);
  });

  it('may leave the probabilities out', () => {
    const columns = 'label: { column: outcome, classes: [a, b] }';
    const found = taskColumns(modelOf({ task: 'multiclass-classification', columns }));

    expect(predictionColumns(found)).toEqual(['application', 'prediction']);
    expect(found).toMatchObject({ scores: null, classes: ['a', 'b'] });
  });

  it('name a weight and a cluster', () => {
    const found = taskColumns(modelOf({ more: 'weight: w\n      cluster: household' }));

    expect(found).toMatchObject({ weight: 'w', cluster: 'household' });
  });

  it('are a bug where the configuration was not checked', () => {
    expect(() => taskColumns({ ...modelOf({}), task: 'ranking' })).toThrow('no "query"');
  });
});

describe('a key of another task is a fault', () => {
  it.each<[string, Changes, string]>([
    [
      'classes of two labels',
      { columns: 'label: { column: outcome, positive: "1", negative: "0", classes: [a, b] }' },
      'got "classes", which the task binary-classification does not have',
    ],
    [
      'a query',
      { more: 'query: session' },
      'Its columns are score, prediction, weight, label.positive, label.negative',
    ],
    ['probabilities of two labels', { more: 'scores: { a: p }' }, 'got "scores", which the task binary-classification'],
    [
      'no negative label',
      { columns: 'label: { column: outcome, positive: "1" }' },
      'got nothing, "negative" is missing',
    ],
    [
      'equal labels',
      { columns: 'label: { column: outcome, positive: "1", negative: "1" }' },
      'for the positive and for the negative label',
    ],
    [
      'no classes',
      { task: 'multiclass-classification', columns: 'label: { column: outcome }' },
      'got nothing, "classes" is missing. The task multiclass-classification needs classes',
    ],
    [
      'one class',
      { task: 'multiclass-classification', columns: 'label: { column: outcome, classes: [a] }' },
      '"models.mortgage-approval.columns.label.classes"',
    ],
    [
      'a class twice',
      { task: 'multiclass-classification', columns: 'label: { column: outcome, classes: [a, b, a] }' },
      'got "a" a second time',
    ],
    [
      'a class without a column',
      {
        task: 'multiclass-classification',
        columns: 'label: { column: outcome, classes: [a, b] }\n      scores: { a: p_a }',
      },
      'got no column for the class "b"',
    ],
    [
      'a column without a class',
      {
        task: 'multiclass-classification',
        columns: 'label: { column: outcome, classes: [a, b] }\n      scores: { a: p_a, b: p_b, c: p_c }',
      },
      'got a column for "c", which is not a class',
    ],
    [
      'a positive label of a number',
      { task: 'regression', columns: COLUMNS['binary-classification'] },
      'got "positive", which the task regression does not have',
    ],
    [
      'a score of a number',
      { task: 'regression', more: 'score: s' },
      'got "score", which the task regression does not have',
    ],
    [
      'no query',
      { task: 'ranking', columns: 'label: { column: outcome }\n      item: offer' },
      'got nothing, "query" is missing. The task ranking needs query and item',
    ],
    [
      'weights of queries',
      { task: 'ranking', more: 'weight: w' },
      'got "weight", which the task ranking does not have',
    ],
    [
      'an unknown task',
      { task: 'clustering' },
      'It must be one of binary-classification, multiclass-classification, regression, ranking',
    ],
  ])('%s', (_, changes, message) => {
    expect(faultsOf(changes)).toContain(message);
  });

  it.each<[string, Changes]>([
    ['the weight and the label', { more: 'weight: outcome' }],
    ['the cluster and a prediction', { more: 'cluster: prediction' }],
    [
      'two classes',
      {
        task: 'multiclass-classification',
        columns: 'label: { column: outcome, classes: [a, b] }\n      scores: { a: p, b: p }',
      },
    ],
    [
      'the item and the query',
      { task: 'ranking', columns: 'label: { column: outcome }\n      query: session\n      item: session' },
    ],
    ['a protected column and the weight', { more: 'weight: race' }],
  ])('one column for %s', (_, changes) => {
    expect(faultsOf(changes)).toContain('which has another part already');
  });

  it('the query may be the cluster', () => {
    expect(faultsOf({ task: 'ranking', more: 'cluster: session' })).toBe('');
  });
});

describe('the metrics of a task', () => {
  it.each(TASKS)('%s has all of its own', (task) => {
    const parameters: Readonly<Record<string, string>> = {
      'f-beta': 'beta: 2, ',
      'top-k-accuracy': 'k: 2, ',
      pinball: 'tau: 0.9, ',
      'recall-at-k': 'k: 5, ',
      'precision-at-k': 'k: 5, ',
      'hit-at-k': 'k: 5, ',
    };
    const metrics = METRICS_OF_TASK[task].map((name) => `${name}: { ${parameters[name] ?? ''}margin: 0.1 }`).join(', ');

    expect(faultsOf({ task, performance: `{ metrics: { ${metrics} } }` })).toBe('');
  });

  it.each<[Task, string, string]>([
    ['binary-classification', 'mae: { margin: 1 }', 'got "mae", which is no metric of the task binary-classification'],
    [
      'multiclass-classification',
      'auc: { margin: 0.1 }',
      'The metrics of multiclass-classification are accuracy, error, balanced-accuracy',
    ],
    ['regression', 'accuracy: { margin: 0.1 }', 'The metrics of regression are mae, mse, rmse'],
    ['ranking', 'accuracy: { margin: 0.1 }', 'The metrics of ranking are ndcg, map, mrr'],
    ['ranking', 'hit-at-k: { margin: 0.1 }', 'got nothing, "k" is missing'],
    ['regression', 'pinball: { margin: 0.1 }', 'got nothing, "tau" is missing'],
    ['regression', 'mae: { floor: 1, margin: 0.1 }', 'The limit of mae is a ceiling'],
    ['binary-classification', 'brier: { ceiling: 1.5, margin: 0.1 }', 'With two classes the Brier score is at most 1'],
  ])('%s: %s is refused', (task, metrics, message) => {
    expect(faultsOf({ task, performance: `{ metrics: { ${metrics} } }` })).toContain(message);
  });

  it('of probabilities need their columns', () => {
    const columns = 'label: { column: outcome, classes: [a, b] }';
    const performance = '{ metrics: { log-loss: { margin: 0.1 } } }';

    expect(faultsOf({ task: 'multiclass-classification', columns, performance })).toContain(
      'got "log-loss", which reads probabilities. The columns name no probabilities',
    );
  });

  it('of whole rows do not go with weights', () => {
    const performance = '{ metrics: { spearman: { margin: 0.1 } } }';

    expect(faultsOf({ task: 'regression', more: 'weight: w', performance })).toContain(
      'got "spearman", which knows no weights',
    );
  });
});

describe('the trivial baseline', () => {
  it.each<[Task, string, boolean]>([
    ['binary-classification', 'majority-class', true],
    ['binary-classification', 'mean', false],
    ['regression', 'mean', true],
    ['regression', 'majority-class', false],
    ['ranking', 'random-order', true],
    ['ranking', 'none', true],
  ])('%s has %s: %s', (task, baseline, allowed) => {
    const [name] = METRICS_OF_TASK[task];
    const performance = `{ metrics: { ${name}: { margin: 0.1 } }, trivial-baseline: ${baseline} }`;

    expect(faultsOf({ task, performance }) === '').toBe(allowed);
  });
});
