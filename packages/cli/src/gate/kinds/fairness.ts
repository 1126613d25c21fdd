import {
  type ColumnRef,
  ConfigError,
  type Decision,
  type FairnessGateConfig,
  gateBlockSchema,
  type Task,
  type TaskColumns,
} from '@gatehouse/core';
import { type GateColumns, judgeFairnessRows, NO_COLUMNS } from '@gatehouse/gate-runner';
import { quoted } from '@gatehouse/tables';
import { blockFlags, blockOf } from '../flags/block-flags.ts';
import { requireDistinctColumns, requireOneOfEach } from '../flags/distinct.ts';
import type { Flag } from '../flags/flag.ts';
import { judgedByFlags, parsedBlock } from '../flags/parsed-block.ts';
import { decimalOf, type Flags, notNumber } from '../flags/read-flags.ts';
import type { GateKind, GatePlace } from '../gate-kind.ts';
import { blockIn, isPolicyLook, POLICY_FLAGS, POLICY_USAGE, withPolicyRows } from './policy-look.ts';
import { DATA_FLAGS, quickColumn, withQuickTable } from './quick-table.ts';
import { numberFlags, quickColumns, quickModel, quickTask, TASK_COLUMNS, TASK_FLAGS, taskRefs } from './quick-task.ts';

const SCHEMA = gateBlockSchema('fairness');
/** Columns of which none may be another. */
const ANSWERS = ['label', 'prediction', 'score'];
/** Keys of the block that have flags of their own. */
const OWN = ['sensitive', 'favorable', 'favorable-classes', 'reference-groups', 'measures'];

const FLAGS: readonly Flag[] = [
  ...DATA_FLAGS,
  { name: 'label', value: 'COLUMN', help: 'What was true; without it only selection rates are compared' },
  { name: 'prediction', value: 'COLUMN', help: 'What the model decided' },
  { name: 'score', value: 'COLUMN', help: 'Probability of the positive value' },
  { name: 'sensitive', value: 'COLUMN', repeats: true, help: 'Column whose groups are compared' },
  { name: 'control', value: 'COLUMN', repeats: true, help: 'Column within whose values differences are reported too' },
  ...TASK_FLAGS,
  { name: 'favorable', value: 'VALUE', repeats: true, help: 'Which value, or which classes, are good for the person' },
  { name: 'limit', value: 'MEASURE=NUMBER', repeats: true, help: 'Limit of a measure; without one nothing is judged' },
  {
    name: 'reference-group',
    value: 'COLUMN=VALUE',
    repeats: true,
    help: 'The group that the others are compared with',
  },
  ...blockFlags(SCHEMA, OWN),
  ...POLICY_FLAGS,
];

/** `gatehouse gate fairness`. */
export const fairnessKind: GateKind = {
  name: 'fairness',
  summary: 'Differences in rates between groups of people, with intervals that hold together, against limits',
  usage: [
    '--data FILE --prediction COLUMN --sensitive COLUMN [--label COLUMN] [--limit MEASURE=NUMBER] [flags]',
    POLICY_USAGE,
  ],
  flags: FLAGS,
  examples: [
    'gatehouse gate fairness --data p.csv --label y --prediction yhat --sensitive race --limit false-positive-rate-difference=0.1',
  ],
  judge: (flags, place) => (isPolicyLook(flags, ['data'], FLAGS) ? policyLook(flags, place) : quickLook(flags, place)),
};

async function policyLook(flags: Flags, place: GatePlace): Promise<Decision> {
  return await withPolicyRows(flags, place, ({ model, where, ...judged }) =>
    judgeFairnessRows(blockIn(model.gates.fairness, where, 'fairness'), judged),
  );
}

async function quickLook(flags: Flags, place: GatePlace): Promise<Decision> {
  for (const name of ['data', 'prediction', 'sensitive']) flags.required(name);
  const task = quickTask(flags);
  requireOneOfEach(flags, 'data');
  requireDistinctColumns(flags, ANSWERS);
  requireDistinctColumns(flags, ANSWERS, ['sensitive', ...TASK_COLUMNS]);
  // Differences among those who have one label are a question; among those with one prediction there are none.
  requireDistinctColumns(flags, ['prediction', 'score', 'sensitive'], ['control']);
  const config = configOf(flags, task);
  const named = ['label', 'prediction', 'score', 'sensitive', 'control', ...TASK_COLUMNS].map(
    (name) => [name, flags.list(name)] as const,
  );
  const numbers = numberFlags(task, 'label', ['prediction']);
  return await withQuickTable(flags, { place, columns: new Map(named), numbers }, async ({ tables, inputs }) => {
    const columns = columnsOf(flags, task);
    const meaning = await quickColumns(flags, { task, tables, columns });
    const judged = {
      rows: { tables, relation: { table: 'data' }, columns },
      columns: meaning,
      champion: { state: 'none', versionsExist: false },
      context: { subject: null, policyDigest: null, inputs },
    } as const;
    const block = { ...config, ...favorableOf(flags, meaning) };
    return await judgedByFlags(flagOf, () => judgeFairnessRows(block, judged));
  });
}

/** Measures whose limit is taken out again: the schema wants one, and a quick look may do without. */
const NO_LIMIT: Readonly<Record<Task, string>> = {
  'binary-classification': 'selection-rate-difference',
  'multiclass-classification': 'selection-rate-difference',
  regression: 'mean-residual-difference',
  ranking: 'exposure-ratio',
};

function configOf(flags: Flags, task: Task): FairnessGateConfig {
  const limits = flags.pairs('limit').flatMap(({ name, value }) => {
    const limit = decimalOf(value);
    if (limit === null) flags.fault(notNumber(`--limit ${name}`, value));
    return limit === null ? [] : [[name, { limit }] as const];
  });
  const groups = flags.pairs('reference-group').map(({ name, value }) => [name, value] as const);
  const raw = {
    ...blockOf(flags, SCHEMA, OWN),
    sensitive: flags.has('sensitive') ? flags.list('sensitive') : ['-'],
    measures: limits.length === 0 ? { [NO_LIMIT[task]]: { limit: 1 } } : Object.fromEntries(limits),
    'reference-groups': Object.fromEntries(groups),
    ...favorableRaw(flags, task),
  };
  const config = parsedBlock(flags, { gate: 'fairness', task, raw, flagOf });
  return limits.length === 0 ? { ...config, measures: {} } : config;
}

function flagOf([key, name]: readonly (string | number)[]): string | undefined {
  if (key === 'measures') return name === undefined ? '--limit' : `--limit ${name}`;
  return key === 'reference-groups' ? `--reference-group ${name ?? ''}`.trim() : undefined;
}

function columnsOf(flags: Flags, task: Task): GateColumns {
  const byName = (flag: string): ReadonlyMap<string, ColumnRef> =>
    new Map(flags.list(flag).map((column) => [column, { table: 'data', column }]));
  return {
    ...NO_COLUMNS,
    label: quickColumn(flags.text('label')),
    ...quickModel(task, flags.text('prediction'), flags.text('score')),
    protected: byName('sensitive'),
    control: byName('control'),
    ...taskRefs(flags),
  };
}

/** Of a binary model only the values in the file say which of the two it is. */
function favorableRaw(flags: Flags, task: Task): object {
  const values = flags.list('favorable');
  if (task === 'multiclass-classification') {
    if (values.length === 0) flags.required('favorable');
    return { 'favorable-classes': values };
  }
  if (values.length > 1 || (values.length === 1 && task !== 'binary-classification')) {
    const found = task === 'binary-classification' ? 'it is given twice' : `it is given for the task ${task}`;
    flags.fault({ where: '--favorable', found, allowed: 'One of the two values of a label', remedy: 'Remove it' });
  }
  return values.length === 0 ? {} : { favorable: 'positive' };
}

function favorableOf(flags: Flags, columns: TaskColumns): Pick<FairnessGateConfig, 'favorable'> {
  const value = flags.text('favorable');
  if (value === undefined || columns.task !== 'binary-classification') return {};
  const { positive, negative } = columns;
  if (value === positive) return { favorable: 'positive' };
  if (value === negative) return { favorable: 'negative' };
  const allowed = `${quoted(positive)} or ${quoted(negative)}`;
  throw new ConfigError([
    {
      where: '--favorable',
      found: `got ${quoted(value)}`,
      allowed,
      remedy: 'Name the value that is good for the person',
    },
  ]);
}
