import type { PerformanceGateConfig } from '@gatehouse/core';
import type { GateContext } from '../decision/assemble-decision.ts';
import { binaryExam } from './binary/binary-exam.ts';
import type { ScoredRows } from './estimate/metric-estimate.ts';
import { checkSampling, EQUAL_ROWS, type Sampling } from './estimate/sampling.ts';
import type { Exam } from './exam/exam.ts';
import { type ClassedRows, multiclassExam } from './multiclass/multiclass-exam.ts';
import { rankingExam } from './ranking/ranking-exam.ts';
import type { RankedItems } from './ranking/ranking-rows.ts';
import { type NumberedRows, regressionExam } from './regression/regression-exam.ts';
import type { SliceColumns } from './slices/slice-rows.ts';

/** The version that the policy's stage names, as far as it could be evaluated on the same rows. */
export type Champion<Answers = ScoredRows> =
  | {
      readonly state: 'none';
      /** True when versions are published although no stage names one. */
      readonly versionsExist: boolean;
    }
  | { readonly state: 'unavailable'; readonly version: string; readonly reason: string }
  | ({ readonly state: 'evaluated'; readonly version: string } & Answers);

interface CommonInput {
  readonly config: PerformanceGateConfig;
  readonly context: GateContext;
  /** By column, the slice of each unit; the columns that `config.slices` names. */
  readonly slices?: SliceColumns;
  /** Values that a column is known to have, so that one without an evaluation row is not overlooked. */
  readonly knownSlices?: ReadonlyMap<string, readonly string[]>;
  /** How often these evaluation rows were used before; `null` when that is unknown, absent when it was not asked. */
  readonly evaluations?: number | null;
  /** Ids that are in the training rows too; absent when they were not compared. */
  readonly sharedIds?: number;
  /** Weights and clusters of the units; absent where every unit counts once and is independent. */
  readonly sampling?: Sampling;
}

/** Rows of a binary model. */
export interface PerformanceInput extends CommonInput {
  readonly task?: 'binary-classification';
  /** True where the models gave decisions and no scores: those of the rows are read by nothing then. */
  readonly withoutScores?: boolean;
  /** True where the row is positive. */
  readonly labels: readonly boolean[];
  readonly challenger: ScoredRows;
  readonly champion: Champion;
}

/** Rows of a model of several classes. */
export interface MulticlassInput extends CommonInput {
  readonly task: 'multiclass-classification';
  readonly classes: readonly string[];
  /** Classes from 0 to K-1. */
  readonly labels: Int32Array;
  readonly challenger: ClassedRows;
  readonly champion: Champion<ClassedRows>;
}

/** Rows of a regression. */
export interface RegressionInput extends CommonInput {
  readonly task: 'regression';
  readonly labels: Float64Array;
  readonly challenger: NumberedRows;
  readonly champion: Champion<NumberedRows>;
}

/** Items of a ranking, one query after the other; slices and clusters are of queries. */
export interface RankingInput extends CommonInput {
  readonly task: 'ranking';
  /** One more than queries: query q has the items from `offsets[q]` up to, not including, `offsets[q + 1]`. */
  readonly offsets: Uint32Array;
  readonly relevance: Float64Array;
  /** Place of each item in the order of item names. */
  readonly itemOrder: Uint32Array;
  readonly challenger: RankedItems;
  readonly champion: Champion<RankedItems>;
}

/** What the performance gate judges, by task. */
export type AnyPerformanceInput = PerformanceInput | MulticlassInput | RegressionInput | RankingInput;

/** @throws ActionError `bug` when arrays are not aligned or hold what no reader of rows hands over. */
export function examOf(input: AnyPerformanceInput): Exam {
  const { sampling = EQUAL_ROWS } = input;
  const exam = examOfTask(input, sampling);
  checkSampling(sampling, exam.units);
  return exam;
}

function examOfTask(input: AnyPerformanceInput, sampling: Sampling): Exam {
  switch (input.task) {
    case 'multiclass-classification':
      return multiclassExam({ ...input, sampling, champion: evaluated(input.champion) });
    case 'regression':
      return regressionExam({ ...input, sampling, champion: evaluated(input.champion) });
    case 'ranking':
      return rankingExam({ ...input, sampling, champion: evaluated(input.champion) });
    default:
      return binaryExam({ ...input, sampling, champion: evaluated(input.champion) }, input.config.confidence);
  }
}

function evaluated<Answers>(champion: Champion<Answers>): Answers | null {
  return champion.state === 'evaluated' ? champion : null;
}
