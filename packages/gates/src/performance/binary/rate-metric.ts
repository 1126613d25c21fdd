import {
  CONFUSION_RATES,
  type ConfusionRate,
  confusionRate,
  mcnemarExact,
  tangoDifference,
  wilsonInterval,
} from '@gatehouse/stats';
import { countConfusion } from '../../decision/confusion.ts';
import { estimateOf, type PairedRows, undefinedMetric } from '../estimate/metric-estimate.ts';
import { pairedCells, rowConfusion } from '../estimate/paired-cells.ts';
import type { BinaryMetric } from './binary-metric.ts';
import { compareCells } from './cell-metric.ts';

/** Rates whose rows the predictions choose, so that two models are not measured on the same rows. */
const OF_PREDICTED: readonly ConfusionRate[] = ['precision', 'npv', 'fdr', 'for'];

/** A share of the rows that the label chooses, as accuracy or recall: Wilson intervals, Tango for the difference. */
export function rateMetric(rate: ConfusionRate): BinaryMetric {
  const { part, whole } = CONFUSION_RATES[rate];
  return {
    value: (labels, { predicted }) => confusionRate(rate, countConfusion(labels, predicted)),
    estimate(labels, { predicted }, { confidence }) {
      const confusion = countConfusion(labels, predicted);
      const value = confusionRate(rate, confusion);
      if (value.undefinedReason !== null) return undefinedMetric(value.undefinedReason);
      const [successes, n] = [part(confusion), whole(confusion)];
      const boundsAt = (level: number) => wilsonInterval(successes, n, level);
      return estimateOf({ value: value.value, boundsAt, method: 'wilson', n: [n] }, confidence);
    },
    compare(labels, models, question) {
      if (OF_PREDICTED.includes(rate)) {
        return compareCells((confusion) => confusionRate(rate, confusion), { labels, models }, question);
      }
      const pairs = discordance(rate, labels, models);
      if (pairs.n === 0) return undefinedMetric(CONFUSION_RATES[rate].whenUndefined);
      const boundsAt = (level: number) => tangoDifference(pairs, level);
      const value = (pairs.onlyFirst - pairs.onlySecond) / pairs.n;
      const estimate = estimateOf({ value, boundsAt, method: 'tango', n: [pairs.n] }, question.confidence);
      return { ...estimate, p: mcnemarExact(pairs) };
    },
  };
}

/** Of the rows that the rate is a share of: those that count for one model only. */
function discordance(rate: ConfusionRate, labels: readonly boolean[], models: PairedRows) {
  const { part, whole } = CONFUSION_RATES[rate];
  const cells = pairedCells(labels, {
    challenger: models.challenger.predicted,
    champion: models.champion.predicted,
  });
  const pairs = { onlyFirst: 0, onlySecond: 0, n: 0 };
  for (const [cell, count] of cells.entries()) {
    const [challenger, champion] = [rowConfusion(cell, 'challenger'), rowConfusion(cell, 'champion')];
    if (whole(challenger) === 0) continue;
    pairs.n += count;
    if (part(challenger) > part(champion)) pairs.onlyFirst += count;
    if (part(champion) > part(challenger)) pairs.onlySecond += count;
  }
  return pairs;
}
