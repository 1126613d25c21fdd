import { ActionError, type Decision, type Finding, type PerformanceGateConfig } from '@gatehouse/core';
import { assembleDecision, type GateContext } from '../decision/assemble-decision.ts';
import { checkAligned, countConfusion, ratesOf } from '../decision/confusion.ts';
import { estimateAccuracy, estimateAccuracyDifference } from './accuracy-metric.ts';
import { estimateAuc, estimateAucDifference } from './auc-metric.ts';
import {
  type DifferenceEstimate,
  type Estimate,
  isUndefined,
  type Metric,
  type ScoredRows,
  type Undefined,
} from './metric-estimate.ts';
import {
  baselineFinding,
  championFinding,
  championUnavailableFinding,
  firstVersionFinding,
  floorFinding,
  undefinedFinding,
} from './performance-findings.ts';
import { type JudgedMetric, performancePower } from './performance-power.ts';
import { predictionFindings } from './prediction-threshold.ts';

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
}

const METRICS: readonly Metric[] = ['accuracy', 'auc'];

/**
 * Judges a candidate against the floors of the policy and against the champion (stats.md §1.4), each by one-sided bounds at
 * the configured confidence. All findings must hold together, so no correction for several metrics is needed
 * (intersection-union). Without a champion the trivial baseline takes its place; an unavailable champion is inconclusive.
 *
 * @throws ActionError `bug` when arrays are not aligned or a score is not a number from 0 to 1.
 */
export function evaluatePerformance(input: PerformanceInput): Decision {
  checkRows(input.challenger, input.labels.length);
  if (input.champion.state === 'evaluated') checkRows(input.champion, input.labels.length);
  const measured = METRICS.map((metric) => measureMetric(metric, input));
  return assembleDecision('performance', input.context, {
    findings: [
      ...measured.flatMap((measurement) => findingsOf(measurement, input)),
      ...predictionFindings(input.challenger),
    ],
    measures: {
      metrics: Object.fromEntries(measured.map((m) => [m.metric, reported(m, input.config.confidence)])),
      confusion: ratesOf(countConfusion(input.labels, input.challenger.predicted)),
    },
    power: performancePower(
      measured.flatMap((m) => judgedMetric(m, input.config)),
      input.config.confidence,
    ),
    notMeasured: ['slices', 'calibration', 'accuracy on data other than the evaluation rows'],
  });
}

interface Measurement {
  readonly metric: Metric;
  readonly challenger: Estimate | Undefined;
  readonly champion: Estimate | Undefined | null;
  readonly difference: DifferenceEstimate | Undefined | null;
}

function measureMetric(metric: Metric, input: PerformanceInput): Measurement {
  const { labels, challenger, champion, config } = input;
  const [estimate, compare] =
    metric === 'accuracy'
      ? ([estimateAccuracy, estimateAccuracyDifference] as const)
      : ([estimateAuc, estimateAucDifference] as const);
  const evaluated = champion.state === 'evaluated' ? champion : null;
  return {
    metric,
    challenger: estimate(labels, challenger, config.confidence),
    champion: evaluated && estimate(labels, evaluated, config.confidence),
    difference: evaluated && compare(labels, { challenger, champion: evaluated }, config.confidence),
  };
}

function findingsOf(measured: Measurement, input: PerformanceInput): readonly Finding[] {
  const { metric, challenger, difference } = measured;
  const { config, champion, labels } = input;
  const { confidence } = config;
  const rule = config.metrics[metric];
  if (rule === undefined) return [];
  if (isUndefined(challenger)) return [undefinedFinding(metric, challenger.reasonCode, labels.length)];
  const { floor, margin } = rule;
  const findings = floor === undefined ? [] : [floorFinding(metric, challenger, { floor, confidence })];
  if (champion.state === 'unavailable') {
    return [...findings, championUnavailableFinding(metric, margin, champion.reason)];
  }
  if (champion.state === 'none') {
    const baseline = trivialBaseline(metric, input);
    const against = baseline === null ? [] : [baselineFinding(metric, challenger, { baseline, confidence })];
    return [
      ...findings,
      ...against,
      firstVersionFinding(metric, rule, { hasBaseline: baseline !== null, ...champion }),
    ];
  }
  if (difference === null || isUndefined(difference)) {
    return [...findings, undefinedFinding(metric, difference?.reasonCode ?? 'champion-unavailable', labels.length)];
  }
  return [...findings, championFinding(metric, difference, { margin, confidence, version: champion.version })];
}

/** Accuracy of always predicting the more frequent label; area under the curve of a random order. */
function trivialBaseline(metric: Metric, input: PerformanceInput): number | null {
  if (input.config['trivial-baseline'] === 'none') return null;
  if (metric === 'auc') return 0.5;
  const positives = input.labels.filter((label) => label).length;
  return Math.max(positives, input.labels.length - positives) / input.labels.length;
}

function reported(measured: Measurement, confidence: number): Readonly<Record<string, unknown>> {
  const { challenger, champion, difference } = measured;
  const compared = difference === null || isUndefined(difference) ? null : difference;
  const own = isUndefined(challenger) ? null : challenger;
  return {
    champion: champion === null || isUndefined(champion) ? null : champion.value,
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

function judgedMetric(measured: Measurement, config: PerformanceGateConfig): readonly JudgedMetric[] {
  const rule = config.metrics[measured.metric];
  if (rule === undefined) return [];
  const estimate = measured.difference ?? measured.challenger;
  return [{ metric: measured.metric, estimate: isUndefined(estimate) ? null : estimate, margin: rule.margin }];
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
