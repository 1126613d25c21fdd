import { type Contradiction, duplicate, type ReadableModel, repeated } from '../contradiction.ts';
import { checkDataGate } from './data-checks.ts';
import { checkDrift } from './drift-checks.ts';
import { checkFairness } from './fairness-checks.ts';
import { checkPerformance } from './performance-checks.ts';

/** Rules between the gates of a model and its columns. Paths begin at the model. */
export function checkGates({ task, gates, columns, data }: ReadableModel): readonly Contradiction[] {
  if (gates === undefined) return [];
  const faults: Contradiction[] = [];
  if (gates.performance === undefined && gates.fairness === undefined) {
    faults.push({
      path: ['gates'],
      found: 'got no gate',
      allowed: 'At least one gate must judge the model',
      remedy: 'Add "performance", and "fairness" where people are concerned.',
    });
  }
  if (gates.performance === undefined && gates.fairness !== undefined) {
    faults.push({
      path: ['gates', 'fairness'],
      found: 'got "fairness" without "performance"',
      allowed: 'Predictions that are worth nothing differ little between groups, so both gates must judge the model',
      remedy: 'Add "performance" with at least one metric.',
    });
  }
  if (gates.performance !== undefined) faults.push(...checkPerformance(gates.performance, { task, columns }));
  if (gates.fairness !== undefined) faults.push(...checkFairness(gates.fairness, { task, columns }));
  if (gates.drift !== undefined) faults.push(...checkDrift(gates.drift, data));
  if (gates.data !== undefined) faults.push(...checkDataGate(gates.data, data));
  const sensitive = gates.fairness?.sensitive ?? [];
  for (const index of repeated(sensitive)) {
    faults.push(duplicate(['gates', 'fairness', 'sensitive', index], sensitive[index] ?? ''));
  }
  for (const [index, column] of sensitive.entries()) {
    if (columns === undefined || columns.protected.includes(column)) continue;
    faults.push({
      path: ['gates', 'fairness', 'sensitive', index],
      found: `got "${column}", which is not a protected column`,
      allowed:
        columns.protected.length === 0
          ? 'No column is protected'
          : `The protected columns are ${columns.protected.join(', ')}`,
      remedy: `Add "${column}" to columns.protected, so that the model's commands never see it.`,
    });
  }
  return faults;
}
