import type { Contradiction, ReadableModel } from '../contradiction.ts';
import type { FairnessGateConfig } from '../schema.ts';
import type { Task } from '../task.ts';
import { CONTROLLED_MEASURES, FAIRNESS_MEASURES } from './fairness.ts';

/** Rules between the fields of the fairness gate. Paths begin at the model. */
export function checkFairness(
  gate: FairnessGateConfig,
  {
    task,
    columns,
  }: { readonly task: ReadableModel['task'] | undefined; readonly columns: ReadableModel['columns'] | undefined },
): readonly Contradiction[] {
  return [
    ...(task === undefined ? [] : checkTask(gate, task)),
    ...(task === 'multiclass-classification' ? checkClasses(gate, columns?.label.classes) : []),
    ...checkFavorable(gate),
    ...checkReferenceGroups(gate),
    ...checkControlled(gate, columns?.control),
  ];
}

function checkTask({ measures }: FairnessGateConfig, task: Task): readonly Contradiction[] {
  return Object.keys(measures)
    .filter((measure) => !FAIRNESS_MEASURES[task].includes(measure))
    .map((measure) => ({
      path: ['gates', 'fairness', 'measures', measure],
      found: `got "${measure}" for the task ${task}`,
      allowed: `The measures of that task are ${FAIRNESS_MEASURES[task].join(', ')}`,
      remedy: 'Limit one of these.',
    }));
}

/** What is good for the person among several classes, only the policy can say. */
function checkClasses(gate: FairnessGateConfig, classes: readonly string[] | undefined): readonly Contradiction[] {
  const favorable = gate['favorable-classes'];
  const known = classes === undefined ? 'the classes of the label' : classes.join(', ');
  if (favorable === undefined) {
    return [
      {
        path: ['gates', 'fairness'],
        found: 'got no "favorable-classes"',
        allowed: `Groups are compared by how often they are given one of some classes, out of ${known}`,
        remedy: 'Add "favorable-classes" with those that are good for the person.',
      },
    ];
  }
  if (classes === undefined) return [];
  const unknown = favorable.flatMap((name, index) => (classes.includes(name) ? [] : [{ name, index }]));
  const faults = unknown.map(
    ({ name, index }): Contradiction => ({
      path: ['gates', 'fairness', 'favorable-classes', index],
      found: `got "${name}", which is no class of the label`,
      allowed: `The classes are ${known}`,
      remedy: 'Name one of them.',
    }),
  );
  if (unknown.length > 0 || !classes.every((name) => favorable.includes(name))) return faults;
  return [
    {
      path: ['gates', 'fairness', 'favorable-classes'],
      found: 'got every class of the label',
      allowed: 'At least one class must be unfavourable, or every group is always given a favourable one',
      remedy: 'Take out the classes that are not good for the person.',
    },
  ];
}

function checkControlled(
  { measures }: FairnessGateConfig,
  control: readonly string[] | undefined,
): readonly Contradiction[] {
  if (control === undefined || control.length > 0) return [];
  return Object.keys(measures)
    .filter((measure) => CONTROLLED_MEASURES.includes(measure))
    .map((measure) => ({
      path: ['gates', 'fairness', 'measures', measure],
      found: `got "${measure}" without a control column`,
      allowed: 'The measure compares groups within the values of the control columns',
      remedy: 'Name them in "columns.control", or remove the measure.',
    }));
}

function checkFavorable({ favorable, measures }: FairnessGateConfig): readonly Contradiction[] {
  if (measures['disparate-impact'] === undefined || favorable !== undefined) return [];
  return [
    {
      path: ['gates', 'fairness', 'measures', 'disparate-impact'],
      found: 'got "disparate-impact" without "favorable"',
      allowed: 'Disparate impact is the ratio of the favourable decision, so the policy says which label that is',
      remedy: 'Add "favorable: positive" or "favorable: negative" to the gate.',
    },
  ];
}

function checkReferenceGroups({ sensitive, ...gate }: FairnessGateConfig): readonly Contradiction[] {
  return Object.keys(gate['reference-groups'] ?? {})
    .filter((column) => !sensitive.includes(column))
    .map((column) => ({
      path: ['gates', 'fairness', 'reference-groups', column],
      found: `got a reference group for "${column}", which is not a sensitive column`,
      allowed: `The sensitive columns are ${sensitive.join(', ')}`,
      remedy: `Remove it, or add "${column}" to "sensitive".`,
    }));
}
