import { ActionError } from '@gatehouse/core';

/** Something summed by outcome: true and false positives, false and true negatives. */
export interface OutcomeSums {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** How rows were drawn, where they do not count once each and independently. */
export interface CountSampling {
  /** Σ w. */
  readonly weights: OutcomeSums;
  /** Σ w². */
  readonly squares: OutcomeSums;
  /** Σ w of each cluster; `null` where rows are independent. */
  readonly clusters: ReadonlyMap<string, OutcomeSums> | null;
}

/** Counts of a binary classifier, in rows. */
export interface ConfusionCounts extends OutcomeSums {
  readonly sampling?: CountSampling;
}

/** Rows counted. */
export function totalOf({ tp, fp, fn, tn }: ConfusionCounts): number {
  return tp + fp + fn + tn;
}

/**
 * Every rate of a group under its kebab-case name; `null` where its denominator is zero, never 0. Rates are weighted where
 * rows have weights, and counts are of rows.
 * The names tpr, fpr, tnr, fnr, ppv, npv, fdr and for are the usual ratios of the confusion table.
 */
export function ratesOf(rows: ConfusionCounts): Readonly<Record<string, number | null>> {
  const counts = rows.sampling?.weights ?? rows;
  const { tp, fp, fn, tn } = counts;
  const n = totalOf(counts);
  return {
    n: totalOf(rows),
    tp: rows.tp,
    fp: rows.fp,
    fn: rows.fn,
    tn: rows.tn,
    ...(rows.sampling === undefined ? {} : { weight: n }),
    'selection-rate': share(tp + fp, n),
    'base-rate': share(tp + fn, n),
    tpr: share(tp, tp + fn),
    fnr: share(fn, tp + fn),
    fpr: share(fp, fp + tn),
    tnr: share(tn, fp + tn),
    ppv: share(tp, tp + fp),
    fdr: share(fp, tp + fp),
    npv: share(tn, tn + fn),
    for: share(fn, tn + fn),
    accuracy: share(tp + tn, n),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Counts of aligned labels and predictions; true is positive. */
export function countConfusion(labels: readonly boolean[], predicted: readonly boolean[]): ConfusionCounts {
  checkAligned(labels.length, predicted.length, 'predictions');
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const [index, label] of labels.entries()) {
    if (predicted[index]) counts[label ? 'tp' : 'fp'] += 1;
    else counts[label ? 'fn' : 'tn'] += 1;
  }
  return counts;
}

/** @throws ActionError `bug` when two arrays about the same rows differ in length. */
export function checkAligned(rows: number, other: number, what: string): void {
  if (rows === other) return;
  throw new ActionError('bug', {
    where: 'The input of the gate',
    found: `${rows} labels and ${other} ${what}`,
    allowed: 'one per row',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
