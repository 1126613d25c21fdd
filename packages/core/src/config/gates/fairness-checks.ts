import type { Contradiction } from '../contradiction.ts';
import type { FairnessGateConfig } from '../schema.ts';
import { CONTROLLED_MEASURES } from './fairness.ts';

/** Rules between the fields of the fairness gate. Paths begin at the model. */
export function checkFairness(
  gate: FairnessGateConfig,
  columns: { readonly control: readonly string[] } | undefined,
): readonly Contradiction[] {
  return [...checkFavorable(gate), ...checkReferenceGroups(gate), ...checkControlled(gate, columns?.control)];
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
