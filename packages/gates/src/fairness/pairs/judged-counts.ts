import { nameIn } from './fairness-aggregates.ts';
import type { JudgedMeasure } from './judged-measure.ts';
import { judgePair } from './pair-verdict.ts';

/** What became of the comparisons of one limited measure. */
export interface JudgedCounts {
  readonly compared: number;
  readonly within: number;
  readonly beyond: number;
  /** The rows cannot tell, or there is no value. */
  readonly unclear: number;
}

/** By measure, and by column where there are several: how many comparisons there were, since findings name the worst only. */
export function judgedCounts(judged: readonly JudgedMeasure[]): Readonly<Record<string, JudgedCounts>> {
  const columns = [...new Set(judged.map(({ column }) => column.name))];
  return Object.fromEntries(
    judged.map(({ column, rule, pairs }) => {
      const outcomes = pairs.map((pair) => judgePair(pair, rule).outcome);
      const count = (outcome: string): number => outcomes.filter((own) => own === outcome).length;
      const counts = { within: count('pass'), beyond: count('fail'), unclear: count('inconclusive') };
      return [nameIn(columns, column.name, rule.measure), { compared: pairs.length, ...counts }];
    }),
  );
}
