import { defined, undefinedFor } from '../../measured.ts';
import type { MeasureOfWeights } from '../../resampling/measure-of-weights.ts';
import { scoreOrder } from './score-order.ts';
import { checkScoredLabels, type ScoredLabels } from './scored-labels.ts';

/**
 * `averagePrecision` for rows drawn again: one walk down the sorted rows with a few operations each, since it is called ten
 * thousand times. The sums are those of `averagePrecisionInOrder`, in the same order, so the values are equal to the last digit
 * wherever the weights are whole numbers.
 *
 * @throws RangeError when a score is not finite, a label not 0 or 1, or lengths differ.
 */
export function averagePrecisionOfWeights(
  sample: Omit<ScoredLabels, 'weights'>,
): MeasureOfWeights<'empty-group' | 'no-positives'> {
  checkScoredLabels(sample);
  const { rows, ends } = scoreOrder(sample.scores);
  const positive = Uint8Array.from(rows, (row) => Number(sample.labels[row]));
  // 1 where the next row has another score: only there the precision is read.
  const endsRun = new Uint8Array(rows.length);
  for (const end of ends) endsRun[end - 1] = 1;
  return (weights) => {
    let [positives, selected, sum, own] = [0, 0, 0, 0];
    for (let at = 0; at < rows.length; at += 1) {
      const weight = Number(weights[Number(rows[at])]);
      selected += weight;
      if (positive[at] === 1) own += weight;
      if (endsRun[at] === 1 && own > 0) {
        positives += own;
        sum += own * (positives / selected);
        own = 0;
      }
    }
    if (selected === 0) return undefinedFor('empty-group');
    return positives === 0 ? undefinedFor('no-positives') : defined(Math.min(1, sum / positives));
  };
}
