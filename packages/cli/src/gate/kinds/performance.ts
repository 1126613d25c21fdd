import {
  type Decision,
  gateBlockSchema,
  type JsonSchema,
  type MetricName,
  OF_PROBABILITIES,
  OF_SCORES,
  type PerformanceGateConfig,
  type Task,
} from '@gatehouse/core';
import { type GateChampion, type GateColumns, judgePerformanceRows, NO_COLUMNS } from '@gatehouse/gate-runner';
import { blockFlags, blockOf } from '../flags/block-flags.ts';
import { requireDistinctColumns, requireOneOfEach } from '../flags/distinct.ts';
import type { Flag } from '../flags/flag.ts';
import { haveOneUnit } from '../flags/metric-units.ts';
import { judgedByFlags, parsedBlock } from '../flags/parsed-block.ts';
import { decimalOf, type Flags, givenTwice, notNumber } from '../flags/read-flags.ts';
import type { GateKind, GatePlace } from '../gate-kind.ts';
import { blockIn, isPolicyLook, POLICY_FLAGS, POLICY_USAGE, withPolicyRows } from './policy-look.ts';
import { seenByTraining } from './policy-training.ts';
import { DATA_FLAGS, quickColumn, withQuickTable } from './quick-table.ts';
import { numberFlags, quickColumns, quickModel, quickTask, TASK_COLUMNS, TASK_FLAGS, taskRefs } from './quick-task.ts';

const SCHEMA = gateBlockSchema('performance');
/** Keys of the block that have flags of their own. */
const OWN = ['metrics', 'slices'];
/** Columns of which none may be another. */
const ANSWERS = ['label', 'challenger', 'champion', 'challenger-score', 'champion-score'];
/** What a metric may be limited by, as flags: of one metric `auc=0.7`, or a number for each of them. */
const RULES = ruleFlags();

const FLAGS: readonly Flag[] = [
  ...DATA_FLAGS,
  { name: 'label', value: 'COLUMN', help: 'What was true' },
  { name: 'challenger', value: 'COLUMN', help: 'What the model that is judged predicts' },
  { name: 'champion', value: 'COLUMN', help: 'What the model it is compared with predicts' },
  { name: 'challenger-score', value: 'COLUMN', help: 'Probability of the positive value, for metrics such as auc' },
  { name: 'champion-score', value: 'COLUMN', help: 'The same of the champion' },
  ...TASK_FLAGS,
  { name: 'metric', value: 'METRIC', repeats: true, help: 'What is judged, such as accuracy, auc or f1' },
  ...RULES,
  { name: 'slice', value: 'COLUMN', repeats: true, help: 'Column in whose values the metrics are judged too' },
  ...blockFlags(SCHEMA, OWN),
  ...POLICY_FLAGS,
];

/** `gatehouse gate performance`. */
export const performanceKind: GateKind = {
  name: 'performance',
  summary: 'A model against floors, a trivial baseline and another model on the same rows',
  usage: [
    '--data FILE --label COLUMN --challenger COLUMN [--champion COLUMN] --metric METRIC [--floor N] [--margin N] [flags]',
    POLICY_USAGE,
  ],
  flags: FLAGS,
  examples: [
    'gatehouse gate performance --data both.csv --label y --champion a --challenger b --metric accuracy --margin 0.01',
  ],
  judge: (flags, place) => (isPolicyLook(flags, ['data'], FLAGS) ? policyLook(flags, place) : quickLook(flags, place)),
};

async function policyLook(flags: Flags, place: GatePlace): Promise<Decision> {
  return await withPolicyRows(flags, place, async ({ model, where, ...judged }) => {
    const block = blockIn(model.gates.performance, where, 'performance');
    const seen = await seenByTraining({ rows: judged.rows, model }, place, flags.required('config'));
    return await judgePerformanceRows(block, { ...judged, ...seen });
  });
}

async function quickLook(flags: Flags, place: GatePlace): Promise<Decision> {
  for (const name of ['data', 'label', 'challenger', 'metric']) flags.required(name);
  const task = quickTask(flags);
  checkScores(flags, task);
  requireOneOfEach(flags, 'data');
  requireDistinctColumns(flags, ANSWERS);
  requireDistinctColumns(flags, ANSWERS, TASK_COLUMNS);
  const config = configOf(flags, task);
  const models = ['challenger', 'champion'];
  const flagsOfColumns = ['label', ...models, 'challenger-score', 'champion-score', 'slice', ...TASK_COLUMNS];
  const named = new Map(flagsOfColumns.map((name) => [name, flags.list(name)]));
  const numbers = numberFlags(task, 'label', models);
  return await withQuickTable(flags, { place, columns: named, numbers }, async ({ tables, inputs }) => {
    const columns = columnsOf(flags, task);
    const judged = {
      rows: { tables, relation: { table: 'data' }, columns },
      columns: await quickColumns(flags, { task, tables, columns }),
      champion: championOf(flags),
      context: { subject: null, policyDigest: null, inputs },
    };
    return await judgedByFlags(flagOf, () => judgePerformanceRows(config, judged));
  });
}

function ruleFlags(): readonly Flag[] {
  const rules = Object.values(SCHEMA.properties?.['metrics']?.properties ?? {});
  const keys = new Map<string, JsonSchema>(rules.flatMap((rule) => Object.entries(rule.properties ?? {})));
  // A rule that is a word needs a configuration.
  return [...keys].flatMap(([name, { type, description = '' }]) =>
    type === 'number' || type === 'integer'
      ? [
          {
            name,
            value: '[METRIC=]NUMBER',
            repeats: true,
            help: `${description.replace(/\.$/, '')}; without METRIC it is of each of them`,
          },
        ]
      : [],
  );
}

/** What the flags say of each metric: what is said of one is worth more than what is said of all. */
function metricsOf(flags: Flags): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const metrics = new Map<string, Record<string, number>>(flags.list('metric').map((metric) => [metric, {}]));
  for (const { name: key } of RULES) {
    const given = flags.list(key).map((text) => ruleOf(flags, key, text));
    for (const metric of repeated(given.map((rule) => rule.metric))) {
      flags.fault(givenTwice(metric === null ? `--${key}` : `--${key} ${metric}`));
    }
    const others = [...metrics.keys()].filter((name) => !given.some(({ metric }) => metric === name));
    for (const { metric, value } of given) {
      if (value === null) continue;
      if (metric === null) checkBare(flags, { key, value, of: others });
      for (const name of metric === null ? others : [metric]) {
        const rule = metrics.get(name);
        if (rule !== undefined) rule[key] = value;
        else flags.fault(unnamedMetric(key, name));
      }
    }
  }
  return metrics;
}

function configOf(flags: Flags, task: Task): PerformanceGateConfig {
  const metrics = metricsOf(flags);
  // Against no champion a margin says nothing, and the schema wants one.
  const isFirst = !flags.has('champion');
  const wanted = [...metrics].map(
    ([name, rule]) => [name, isFirst && !isMargin(rule) ? { ...rule, margin: 0.01 } : rule] as const,
  );
  const raw = {
    ...blockOf(flags, SCHEMA, OWN),
    metrics: wanted.length === 0 ? { accuracy: { margin: 0.01 } } : Object.fromEntries(wanted),
    ...(flags.has('slice') ? { slices: Object.fromEntries(flags.list('slice').map((column) => [column, {}])) } : {}),
  };
  const block = parsedBlock(flags, { gate: 'performance', task, raw, flagOf });
  return isFirst ? { ...block, metrics: Object.fromEntries(metrics) } : block;
}

function flagOf([key, metric, rule]: readonly (string | number)[]): string | undefined {
  if (key === 'metrics') return rule === undefined ? `--metric ${metric ?? ''}`.trim() : `--${rule} of ${metric}`;
  return key === 'slices' ? `--slice ${metric}` : undefined;
}

function isMargin(rule: Readonly<Record<string, number>>): boolean {
  return rule['margin'] !== undefined || rule['relative-margin'] !== undefined;
}

function repeated<T>(values: readonly T[]): ReadonlySet<T> {
  return new Set(values.filter((value, at) => values.indexOf(value) < at));
}

/** `auc=0.7` is of one metric, `0.7` of all; a metric never looks like a number. */
function ruleOf(
  flags: Flags,
  key: string,
  text: string,
): { readonly metric: string | null; readonly value: number | null } {
  const at = text.indexOf('=');
  const metric = at === -1 ? null : text.slice(0, at);
  const value = decimalOf(text.slice(at + 1));
  if (value === null) flags.fault(notNumber(`--${key}${metric === null ? '' : ` of ${metric}`}`, text.slice(at + 1)));
  return { metric, value };
}

/** A number without a metric is of one at least, and of several only where it means the same of each. */
function checkBare(
  flags: Flags,
  { key, value, of }: { readonly key: string; readonly value: number; readonly of: readonly string[] },
): void {
  const [first] = of;
  if (first === undefined && flags.has('metric')) {
    const fault = { where: `--${key}`, found: `got ${value} beside a number for each metric` };
    flags.fault({ ...fault, allowed: 'A number for metrics without one of their own', remedy: 'Remove it' });
  } else if (!haveOneUnit(key, of)) {
    flags.fault({
      where: `--${key}`,
      found: `got ${value} for ${of.join(', ')}, which have no unit in common`,
      allowed: 'A number for each metric',
      remedy: `Write --${key} ${first}=${value}, and so for the others`,
    });
  }
}

function unnamedMetric(key: string, metric: string) {
  return {
    where: `--${key}`,
    found: `got a number for ${JSON.stringify(metric)}`,
    allowed: 'A metric that --metric names',
    remedy: `Add --metric ${metric}, or remove it`,
  };
}

/** Scores of one model alone cannot be compared, and a metric of scores needs them. */
function checkScores(flags: Flags, task: Task): void {
  if (task !== 'binary-classification') {
    requireNone(flags, task);
    return;
  }
  const [own, other] = [flags.has('challenger-score'), flags.has('champion-score')];
  const ofScores: readonly string[] = OF_SCORES satisfies readonly MetricName[];
  const needing = flags.list('metric').filter((metric) => ofScores.includes(metric));
  if (!own && (needing.length > 0 || other)) {
    flags.fault({
      where: '--challenger-score',
      found: 'got nothing',
      allowed: needing.length > 0 ? `${needing.join(', ')} of a score` : 'The scores of both models',
      remedy: 'Name the column with the probability of the positive value',
    });
  }
  if (own && flags.has('champion') && !other) {
    const fault = { where: '--champion-score', found: 'got nothing', allowed: 'The scores of both models' };
    flags.fault({ ...fault, remedy: 'Name the column with the scores of the champion' });
  }
}

/** Scores beside predictions are of binary models here; a configuration knows the others. */
function requireNone(flags: Flags, task: Task): void {
  const ofScores: readonly string[] = task === 'multiclass-classification' ? OF_PROBABILITIES : [];
  for (const metric of flags.list('metric').filter((name) => ofScores.includes(name))) {
    const fault = { where: `--metric ${metric}`, found: 'it reads the probabilities of all classes' };
    flags.fault({ ...fault, allowed: 'Metrics of decisions', remedy: 'Look with --config, which names the columns' });
  }
  for (const name of ['challenger-score', 'champion-score'].filter((flag) => flags.has(flag))) {
    const fault = { where: `--${name}`, found: `it is given for the task ${task}` };
    flags.fault({
      ...fault,
      allowed: 'It belongs to binary classification',
      remedy: 'Remove it, or look with --config',
    });
  }
}

function columnsOf(flags: Flags, task: Task): GateColumns {
  const slices = flags.list('slice').map((column) => [column, { table: 'data', column }] as const);
  const of = (model: string) => quickModel(task, flags.text(model), flags.text(`${model}-score`));
  return {
    ...NO_COLUMNS,
    ...of('challenger'),
    label: quickColumn(flags.text('label')),
    champion: flags.has('champion') ? of('champion') : null,
    protected: new Map(slices),
    ...taskRefs(flags),
  };
}

function championOf(flags: Flags): GateChampion {
  const version = flags.text('champion');
  return version === undefined ? { state: 'none', versionsExist: false } : { state: 'evaluated', version };
}
