import type { Bounds, ClassConfusion, ClassRows, Measured } from '@gatehouse/stats';
import { classConfusionOfWeights } from '@gatehouse/stats';
import { undefinedMetric } from '../estimate/metric-estimate.ts';
import type { Side } from '../estimate/paired-cells.ts';
import { resampledEstimate } from '../estimate/resampled-estimate.ts';
import { isPlain, type Sampling } from '../estimate/sampling.ts';
import type { MetricEstimates } from '../exam/exam.ts';
import { resampledMetric } from '../exam/resampled-metric.ts';

/** Predictions of both models for labels of K classes; that of an absent champion is not asked for. */
export interface ClassAnswers {
  readonly classes: number;
  readonly labels: Int32Array;
  readonly predicted: (side: Side) => Int32Array;
}

/** A metric of the confusion of classes. */
export interface OfClasses {
  readonly measure: (confusion: ClassConfusion) => Measured<string>;
  readonly range: Bounds;
}

/** Of more classes, rows of every kind would be too many to add one by one where nothing varies. */
const CLASSES_TO_ADD = 12;

/**
 * A metric of the confusion, by BCa. Rows with one label and the same predictions are alike, so the counts of the kinds of rows are
 * drawn, however many rows there are; with weights or clusters the rows themselves.
 */
export function classMetric({ measure, range }: OfClasses, answers: ClassAnswers, sampling: Sampling): MetricEstimates {
  const { labels, classes, predicted } = answers;
  const rowsOf = (side: Side): Omit<ClassRows, 'weights'> => ({ labels, predicted: predicted(side), classes });
  const resampled = resampledMetric(
    {
      rows: labels.length,
      ofWeights: (side) => {
        const confusion = classConfusionOfWeights(rowsOf(side));
        return (weights) => measure(confusion(weights));
      },
      range,
    },
    sampling,
  );
  if (!isPlain(sampling)) return resampled;
  return {
    value: resampled.value,
    estimate(question) {
      const kinds = kindsOfRows(answers, ['challenger']);
      const value = measure(kinds.confusion('challenger')(kinds.counts));
      if (value.value === null) return undefinedMetric(value.undefinedReason);
      const statistic = ofKinds(measure, kinds, 'challenger');
      const unvaried = kinds.withRowsAdded((confusion) => measure(confusion('challenger')).value);
      const units = { kind: 'cells', counts: kinds.counts } as const;
      return resampledEstimate({ units, statistic, n: [labels.length], name: 'bca', unvaried }, question);
    },
    compare(question) {
      const kinds = kindsOfRows(answers, ['challenger', 'champion']);
      for (const side of ['challenger', 'champion'] as const) {
        const own = measure(kinds.confusion(side)(kinds.counts));
        if (own.value === null) return undefinedMetric(own.undefinedReason);
      }
      const [first, second] = [ofKinds(measure, kinds, 'challenger'), ofKinds(measure, kinds, 'champion')];
      const difference = (a: number | null, b: number | null): number | null =>
        a === null || b === null ? null : a - b;
      const statistic = (counts: Int32Array): number | null => difference(first(counts), second(counts));
      const unvaried = kinds.withRowsAdded((confusion) =>
        difference(measure(confusion('challenger')).value, measure(confusion('champion')).value),
      );
      const units = { kind: 'cells', counts: kinds.counts } as const;
      const of = { units, statistic, n: [labels.length], name: 'paired bca', unvaried };
      const estimate = resampledEstimate(of, question);
      return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
    },
  };
}

function ofKinds(
  measure: OfClasses['measure'],
  kinds: Kinds,
  side: Side,
): (counts: ArrayLike<number>) => number | null {
  const confusion = kinds.confusion(side);
  return (counts) => measure(confusion(counts)).value;
}

type Adding = (confusion: (side: Side) => ClassConfusion) => number | null;

interface Kinds {
  /** How many rows are of each kind that there is. */
  readonly counts: Int32Array;
  /** The confusion of a model from counts of the kinds; the next call reuses it. */
  readonly confusion: (side: Side) => (counts: ArrayLike<number>) => ClassConfusion;
  /** The least and the greatest number when rows of one kind are added, also of a kind that there is not. */
  readonly withRowsAdded: (number: Adding) => (added: number) => Bounds;
}

function kindsOfRows({ labels, classes, predicted }: ClassAnswers, sides: readonly Side[]): Kinds {
  const [first, second] = sides.map(predicted);
  const places = new Map<number, number>();
  const kinds: number[] = [];
  const counts: number[] = [];
  for (let row = 0; row < labels.length; row += 1) {
    const key = (Number(labels[row]) * classes + Number(first?.[row])) * classes + Number((second ?? first)?.[row]);
    const place = places.get(key) ?? kinds.push(key) - 1;
    places.set(key, place);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const cellOf = (key: number, side: Side): number => {
    const label = Math.floor(key / classes / classes);
    const own = side === 'challenger' ? Math.floor(key / classes) % classes : key % classes;
    return label * classes + own;
  };
  const confusion = (side: Side) => {
    const cells = new Float64Array(classes * classes);
    const ofKind = Int32Array.from(kinds, (key) => cellOf(key, side));
    return (of: ArrayLike<number>): ClassConfusion => {
      cells.fill(0);
      for (let kind = 0; kind < ofKind.length; kind += 1) {
        const cell = Number(ofKind[kind]);
        cells[cell] = Number(cells[cell]) + Number(of[kind]);
      }
      return { classes, cells };
    };
  };
  const withRowsAdded = (number: Adding) => (added: number) => {
    const addable = Math.min(classes, CLASSES_TO_ADD);
    const values: number[] = [];
    for (let label = 0; label < addable; label += 1) {
      for (let own = 0; own < addable; own += 1) {
        for (let other = 0; other < (sides.length === 1 ? 1 : addable); other += 1) {
          const key = (label * classes + own) * classes + (sides.length === 1 ? own : other);
          const value = number((side) => {
            const { cells } = confusion(side)(counts);
            const cell = cellOf(key, side);
            cells[cell] = Number(cells[cell]) + added;
            return { classes, cells };
          });
          if (value !== null) values.push(value);
        }
      }
    }
    return [Math.min(...values), Math.max(...values)] as const;
  };
  return { counts: Int32Array.from(counts), confusion, withRowsAdded };
}
