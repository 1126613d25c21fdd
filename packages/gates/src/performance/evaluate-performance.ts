import type { Decision, Finding, PerformanceGateConfig } from '@gatehouse/core';
import { assembleDecision } from '../decision/assemble-decision.ts';
import { requiredByMeasure } from '../decision/required-rows.ts';
import { isUndefined } from './estimate/metric-estimate.ts';
import { EQUAL_ROWS, effectiveRows, isPlain } from './estimate/sampling.ts';
import type { Exam } from './exam/exam.ts';
import { type JudgedMetric, judgedMetric } from './exam/judged-metric.ts';
import {
  baselineFinding,
  championFindings,
  championUnavailableFinding,
  firstVersionFinding,
  limitFindings,
} from './performance-findings.ts';
import { type AnyPerformanceInput, examOf } from './performance-input.ts';
import { metricPower, minimumDetectable } from './performance-power.ts';
import { judgeSlices } from './slices/slice-findings.ts';
import type { SliceResult } from './slices/slice-tests.ts';
import { confidenceOf, refuseLeakage, reuseFindings } from './test-set-reuse.ts';
import { type CountedUnits, undefinedFinding } from './undefined-finding.ts';

/**
 * Judges a candidate against the limits of the policy and against the champion (stats.md §1.4), each by one-sided bounds at
 * the configured confidence. All findings must hold together, so no correction for several metrics is needed
 * (intersection-union). Without a champion the trivial baseline takes its place; an unavailable champion is inconclusive.
 *
 * @throws ActionError `bug` when arrays are not aligned or a number is out of its range; `refused` when training has seen an
 *   evaluation row, or a number has no meaning for a metric.
 */
export function evaluatePerformance(input: AnyPerformanceInput): Decision {
  const { champion, context, evaluations } = input;
  refuseLeakage(input.sharedIds);
  const exam = examOf(input);
  const config: PerformanceGateConfig = { ...input.config, confidence: confidenceOf(input.config, evaluations) };
  const wanted = exam.metrics.filter((name) => exam.always.includes(name) || config.metrics[name] !== undefined);
  const state = champion.state === 'unavailable' ? 'unknown' : champion.state;
  const judged = wanted.map((metric) => judgedMetric(metric, { exam, config, context, champion: state }));
  const slices = judgeSlices(judged, { ...input, exam, config });
  const findings = [
    ...judged.flatMap((metric) => findingsOf(metric, { exam, config, champion })),
    ...slices.findings,
    ...exam.findings,
    ...reuseFindings(evaluations, config['strict-reuse'] === true),
  ];
  return assembleDecision('performance', context, {
    findings,
    measures: {
      metrics: Object.fromEntries(judged.map((metric) => [metric.metric, reported(metric, config.confidence)])),
      power: Object.fromEntries(judged.flatMap((metric) => powerOf(metric, config.confidence))),
      slices: slices.measures,
      resampling: Object.fromEntries(judged.flatMap(drawn)),
      ...exam.measures,
      ...sampled(input, exam),
    },
    power: {
      minimumDetectable: minimumDetectable(judged, config.confidence),
      requiredN: requiredByMeasure(findings),
    },
    notMeasured: notMeasured(input, exam, slices),
  });
}

/** How many rows the weights and clusters leave. */
function sampled({ sampling = EQUAL_ROWS }: AnyPerformanceInput, exam: Exam): Readonly<Record<string, object>> {
  if (isPlain(sampling)) return {};
  const { weights, clusters } = sampling;
  return {
    sampling: {
      n: exam.units,
      'effective-n': weights === null ? null : effectiveRows(exam.units, sampling),
      clusters: clusters?.count ?? null,
    },
  };
}

function notMeasured(
  { evaluations, sharedIds }: AnyPerformanceInput,
  exam: Exam,
  { measures }: SliceResult,
): readonly string[] {
  return [
    ...(Object.keys(measures).length === 0 ? ['slices'] : []),
    ...exam.notMeasured,
    ...(evaluations === undefined ? ['how often the evaluation rows were used before'] : []),
    ...(sharedIds === undefined ? ['whether training has seen evaluation rows'] : []),
    'accuracy on data other than the evaluation rows',
  ];
}

function unitsOf({ task, units }: Exam): CountedUnits {
  return { n: units, unit: task === 'ranking' ? 'queries' : 'rows' };
}

interface Against {
  readonly exam: Exam;
  readonly config: PerformanceGateConfig;
  readonly champion: AnyPerformanceInput['champion'];
}

function findingsOf(judged: JudgedMetric, { exam, config, champion }: Against): readonly Finding[] {
  const { metric, rule, challenger, difference, margin, baseline } = judged;
  const { confidence } = config;
  if (rule === null) return [];
  if (isUndefined(challenger)) return [undefinedFinding(metric, challenger.reasonCode, unitsOf(exam))];
  const limits = limitFindings(metric, challenger, { rule, confidence });
  if (champion.state === 'unavailable') return [...limits, championUnavailableFinding(judged, champion.reason)];
  if (champion.state === 'none') {
    const against = baseline === null ? [] : [baselineFinding(judged, challenger, { baseline, confidence })];
    return [...limits, ...against, firstVersionFinding(judged, champion.versionsExist)];
  }
  if (difference === null || isUndefined(difference) || margin === null) {
    const reasonCode = difference !== null && isUndefined(difference) ? difference.reasonCode : 'champion-unavailable';
    return [...limits, undefinedFinding(`${metric}-difference`, reasonCode, unitsOf(exam))];
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
  const { minimumDetectable: detectable, requiredN } = metricPower(judged, confidence);
  return [[judged.metric, { 'minimum-detectable': detectable, 'required-n': requiredN }]];
}
