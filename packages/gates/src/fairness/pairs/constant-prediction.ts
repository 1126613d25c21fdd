import type { Finding } from '@gatehouse/core';
import { type ConfusionCounts, totalOf } from '../../decision/confusion.ts';
import type { SensitiveColumn } from '../groups/compared-column.ts';
import { sumOfCounts } from '../groups/group-pairs.ts';

// As for pairs: a column may have fifty groups.
const MOST_WARNINGS = 20;

/**
 * Says where every row is predicted alike. Over all rows it blocks: every difference of rates is zero then, whatever the
 * model has learnt, so that a threshold nobody reaches would buy a pass. In one group only, a person should read it.
 */
export function constantPredictionFindings(columns: readonly SensitiveColumn[], minimum: number): readonly Finding[] {
  // Every column counts all rows, a missing value as a group of its own, so the first speaks for all.
  const all = sumOfCounts([...(columns[0]?.groups.values() ?? [])]);
  if (isConstant(all)) {
    return [{ ...constant('block', all), message: `every row is predicted ${classOf(all)} (n = ${totalOf(all)})` }];
  }
  return columns
    .flatMap((column) =>
      [...column.groups]
        .filter(([, counts]) => totalOf(counts) >= minimum && isConstant(counts))
        .map(([group, counts]) => ({
          ...constant('warn', counts),
          groups: [column.label(group)],
          message: `every row of group ${group} of ${column.name} is predicted ${classOf(counts)} (n = ${totalOf(counts)})`,
        })),
    )
    .slice(0, MOST_WARNINGS);
}

function constant(severity: Finding['severity'], counts: ConfusionCounts): Omit<Finding, 'message'> {
  return {
    measure: 'selection-rate',
    outcome: 'inconclusive',
    severity,
    reasonCode: 'constant-prediction',
    value: positives(counts) / totalOf(counts),
    n: [totalOf(counts)],
  };
}

function isConstant(counts: ConfusionCounts): boolean {
  const n = totalOf(counts);
  return n > 0 && (positives(counts) === 0 || positives(counts) === n);
}

function classOf(counts: ConfusionCounts): string {
  return positives(counts) === 0 ? 'negative' : 'positive';
}

function positives({ tp, fp }: ConfusionCounts): number {
  return tp + fp;
}
