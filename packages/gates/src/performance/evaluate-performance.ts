import { ActionError, type Decision, type Finding, type PerformanceGateConfig } from '@gatehouse/core';
import { assembleDecision, type GateContext } from '../decision/assemble-decision.ts';
import { checkAligned, countConfusion, ratesOf } from '../decision/confusion.ts';
import { BINARY_METRICS } from './binary-metrics.ts';
import { type JudgedMetric, judgedMetric } from './judged-metric.ts';
import { isUndefined, type Metric, type ScoredRows } from './metric-estimate.ts';
import {
  baselineFinding,
  championFindings,
  championUnavailableFinding,
  firstVersionFinding,
  limitFindings,
} from './performance-findings.ts';
import { metricPower, performancePower } from './performance-power.ts';
import { predictionFindings } from './prediction-threshold.ts';
import { judgeSlices, type SliceResult } from './slice-findings.ts';
import type { SliceColumns } from './slice-rows.ts';
import { refuseLeakage, reuseFindings } from './test-set-reuse.ts';
import { undefinedFinding } from './undefined-finding.ts';

/** The version that the policy's stage names, as far as it could be evaluated on the same rows. */
export type Champion =
  | {
      readonly state: 'none';
      /** True when versions are published although no stage names one. */
      readonly versionsExist: boolean;
    }
  | { readonly state: 'unavailable'; readonly version: string; readonly reason: string }
  | ({ readonly state: 'evaluated'; readonly version: string } & ScoredRows);

export interface PerformanceInput {
  readonly config: PerformanceGateConfig;
  readonly context: GateContext;
  /** True where the row is positive. */
  readonly labels: readonly boolean[];
  readonly challenger: ScoredRows;
  readonly champion: Champion;
  /** By column, the slice of each row; the columns that `config.slices` names. */
  readonly slices?: SliceColumns;
  /** Values that a column is known to have, so that one without an evaluation row is not overlooked. */
  readonly knownSlices?: ReadonlyMap<string, readonly string[]>;
  /** How often these evaluation rows were used before; `null` when that is unknown, absent when it was not asked. */
  readonly evaluations?: number | null;
  /** Ids that are in the training rows too; absent when they were not compared. */
  readonly sharedIds?: number;
}

/** Measured always, so that reports of a model can be compared over time. */
const ALWAYS: readonly Metric[] = ['accuracy', 'auc'];

/**
 * Judges a candidate against the limits of the policy and against the champion (stats.md §1.4), each by one-sided bounds at
 * the configured confidence. All findings must hold together, so no correction for several metrics is needed
 * (intersection-union). Without a champion the trivial baseline takes its place; an unavailable champion is inconclusive.
 *
 * @throws ActionError `bug` when arrays are not aligned or a score is not a number from 0 to 1; `refused` when training has
 *   seen an evaluation row.
 */
export function evaluatePerformance(input: PerformanceInput): Decision {
  const { challenger, champion, config, context, labels } = input;
  refuseLeakage(input.sharedIds);
  checkRows(challenger, labels.length);
  if (champion.state === 'evaluated') checkRows(champion, labels.length);
  const wanted = BINARY_METRICS.filter((metric) => ALWAYS.includes(metric) || config.metrics[metric] !== undefined);
  const judged = wanted.map((metric) => judgedMetric(metric, input));
  const slices = judgeSlices(judged, input);
  return assembleDecision('performance', context, {
    findings: [
      ...judged.flatMap((metric) => findingsOf(metric, input)),
      ...slices.findings,
      ...predictionFindings(challenger),
      ...reuseFindings(input.evaluations),
    ],
    measures: {
      metrics: Object.fromEntries(judged.map((metric) => [metric.metric, reported(metric, config.confidence)])),
      power: Object.fromEntries(judged.flatMap((metric) => powerOf(metric, config.confidence))),
      slices: slices.measures,
      resampling: Object.fromEntries(judged.flatMap(drawn)),
      confusion: ratesOf(countConfusion(labels, challenger.predicted)),
    },
    power: performancePower(judged, config.confidence),
    notMeasured: notMeasured(input, slices),
  });
}

function notMeasured({ evaluations, sharedIds }: PerformanceInput, { measures }: SliceResult): readonly string[] {
  return [
    ...(Object.keys(measures).length === 0 ? ['slices'] : []),
    'calibration',
    ...(evaluations === undefined ? ['how often the evaluation rows were used before'] : []),
    ...(sharedIds === undefined ? ['whether training has seen evaluation rows'] : []),
    'accuracy on data other than the evaluation rows',
  ];
}

function findingsOf(judged: JudgedMetric, input: PerformanceInput): readonly Finding[] {
  const { metric, rule, challenger, difference, margin, baseline } = judged;
  const { champion, labels } = input;
  const { confidence } = input.config;
  if (rule === null) return [];
  if (isUndefined(challenger)) return [undefinedFinding(metric, challenger.reasonCode, labels.length)];
  const limits = limitFindings(metric, challenger, { rule, confidence });
  if (champion.state === 'unavailable') return [...limits, championUnavailableFinding(judged, champion.reason)];
  if (champion.state === 'none') {
    const against = baseline === null ? [] : [baselineFinding(judged, challenger, { baseline, confidence })];
    return [...limits, ...against, firstVersionFinding(judged, champion.versionsExist)];
  }
  if (difference === null || isUndefined(difference) || margin === null) {
    const reasonCode = difference !== null && isUndefined(difference) ? difference.reasonCode : 'champion-unavailable';
    return [...limits, undefinedFinding(`${metric}-difference`, reasonCode, labels.length)];
  }
  const superiority = rule['superiority-margin'] ?? 0;
  return [
    ...limits,
    ...championFindings(judged, difference, { margin, superiority, confidence, version: champion.version }),
  ];
}

function reported(judged: JudgedMetric, confidence: number): Readonly<Record<string, unknown>> {
  const { challenger, champion, difference } = judged;
  const compared = difference === null || isUndefined(difference) ? null : difference;
  const own = isUndefined(challenger) ? null : challenger;
  return {
    champion: champion?.value ?? null,
    challenger: own?.value ?? null,
    'challenger-interval': own?.interval ?? null,
    difference: compared?.value ?? null,
    interval: compared?.interval ?? null,
    p: compared?.p ?? null,
    confidence,
    method: compared?.method ?? own?.method ?? null,
    reason: isUndefined(challenger) ? challenger.reasonCode : null,
  };
}

/** How the rows were drawn again, by metric; metrics with a formula have no entry. */
function drawn(judged: JudgedMetric): readonly (readonly [string, object])[] {
  return [
    ['value', judged.challenger] as const,
    ...(judged.difference === null ? [] : [['difference', judged.difference] as const]),
  ].flatMap(([what, estimate]) => {
    if (isUndefined(estimate) || estimate.resampling === null) return [];
    const { replicates, redrawn, seed } = estimate.resampling;
    return [[`${judged.metric}-${what}`, { replicates, redrawn, seed }] as const];
  });
}

function powerOf(judged: JudgedMetric, confidence: number): readonly (readonly [string, object])[] {
  if (judged.rule === null) return [];
  const { minimumDetectable, requiredN } = metricPower(judged, confidence);
  return [[judged.metric, { 'minimum-detectable': minimumDetectable, 'required-n': requiredN }]];
}

function checkRows(rows: ScoredRows, n: number): void {
  checkAligned(n, rows.predicted.length, 'predictions');
  checkAligned(n, rows.scores.length, 'scores');
  const bad = rows.scores.find((score) => !(score >= 0 && score <= 1));
  if (bad === undefined) return;
  throw new ActionError('bug', {
    where: 'The input of the performance gate',
    found: `the score ${bad}`,
    allowed: 'a number from 0 to 1',
    remedy: 'Report this as a bug of Gatehouse',
  });
}
