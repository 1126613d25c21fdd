import type { FairnessGateConfig, Finding } from '@gatehouse/core';
import { totalOf } from '../decision/confusion.ts';
import { MISSING_GROUP } from '../decision/group-counts.ts';
import { percent } from '../decision/wording.ts';
import type { SensitiveColumn } from './groups/compared-column.ts';
import { sumOfCounts } from './groups/group-pairs.ts';
import { gatedMeasures } from './pairs/fairness-measures.ts';
import { rowsBehind } from './rows/row-sampling.ts';

const LEAST_COVERAGE = 0.9;
const MOST_MISSING = 0.05;

/**
 * What a person should read about the rows behind a column's groups: how many are judged, how many have no group.
 *
 * @param withheld True when numbers of a group of the column are withheld: the share of judged rows could reveal them.
 */
export function coverageFindings(
  column: SensitiveColumn,
  config: FairnessGateConfig,
  withheld: boolean,
): readonly Finding[] {
  const all = totalOf(sumOfCounts([...column.groups.values()]));
  if (all === 0) return [];
  const coverage = judgedRows(column, config) / all;
  const missing = totalOf(column.groups.get(MISSING_GROUP) ?? { tp: 0, fp: 0, fn: 0, tn: 0 }) / all;
  return [
    ...(coverage >= LEAST_COVERAGE
      ? []
      : [
          {
            ...noted('group-coverage', 'low-coverage'),
            value: withheld ? null : coverage,
            n: [all],
            limit: LEAST_COVERAGE,
            failsWhen: 'below' as const,
            message: `groups of ${column.name} that can be judged hold ${withheld ? 'less than 90 %' : percent(coverage)} of ${all} rows`,
          },
        ]),
    ...(missing <= MOST_MISSING
      ? []
      : [
          {
            ...noted('missing-share', 'many-missing-groups'),
            groups: [column.label(MISSING_GROUP)],
            value: missing,
            n: [all],
            limit: MOST_MISSING,
            failsWhen: 'above' as const,
            message: `${percent(missing)} of ${all} rows have no value of ${column.name}; they are judged as a group of their own`,
          },
        ]),
  ];
}

/** Rows in groups that are large enough, with every limited rate resting on enough of them. */
function judgedRows({ groups }: SensitiveColumn, config: FairnessGateConfig): number {
  const rates = gatedMeasures(config).flatMap(({ rule }) => rule.rates);
  const judged = [...groups.values()].filter(
    (counts) =>
      totalOf(counts) >= config['minimum-group-size'] &&
      rates.every((rate) => rowsBehind(rate, counts) >= config['minimum-denominator']),
  );
  return totalOf(sumOfCounts(judged));
}

function noted(
  measure: string,
  reasonCode: Finding['reasonCode'],
): Pick<Finding, 'measure' | 'outcome' | 'severity' | 'reasonCode'> {
  return { measure, outcome: 'inconclusive', severity: 'warn', reasonCode };
}
