import type { Finding, PerformanceGateConfig, ReasonCode } from '@gatehouse/core';
import { type Bounds, benjaminiHochberg, normalQuantile, twoSidedConfidence } from '@gatehouse/stats';
import type { GateContext } from '../../decision/assemble-decision.ts';
import { seedOf } from '../../decision/metric-seed.ts';
import { holmLevels } from '../estimate/holm-levels.ts';
import { type DifferenceEstimate, isUndefined } from '../estimate/metric-estimate.ts';
import { oneSidedP } from '../estimate/one-sided-p.ts';
import type { Exam } from '../exam/exam.ts';
import type { JudgedMetric, Margin } from '../exam/judged-metric.ts';
import { differenceFinding } from '../performance-findings.ts';
import type { AnyPerformanceInput } from '../performance-input.ts';
import { undefinedReasonInWords } from '../undefined-finding.ts';
import { type Slice, slicesOf } from './slice-rows.ts';
import { withheldSliceFinding, withheldSlices } from './withheld-slices.ts';

type SliceRule = NonNullable<PerformanceGateConfig['slices']>[string];

/** What slices are judged by. */
export interface SliceInput extends Pick<AnyPerformanceInput, 'champion' | 'slices' | 'knownSlices'> {
  readonly exam: Exam;
  readonly config: PerformanceGateConfig;
  readonly context: GateContext;
}

/** What the slices say: findings, and by metric and slice all that was measured. */
export interface SliceResult {
  readonly findings: readonly Finding[];
  readonly measures: Readonly<Record<string, unknown>>;
}

/** The share of wrongly flagged slices that a report accepts (stats.md §1.4.3). */
const FALSE_DISCOVERIES = 0.1;

/**
 * Non-inferiority of each metric in each value of the columns that the policy names. The bounds of the slices that decide are
 * widened by Holm's procedure over the slices of a metric, so that all claims about them hold together. A slice that is too
 * small or in which a metric has no value is inconclusive: it blocks, unless the column is only reported.
 */
export function judgeSlices(judged: readonly JudgedMetric[], input: SliceInput): SliceResult {
  const columns = Object.entries(input.config.slices ?? {});
  const { champion } = input;
  // An unavailable champion blocks in every metric already.
  if (columns.length === 0 || champion.state === 'unavailable') return { findings: [], measures: {} };
  if (champion.state === 'none') return { findings: [noChampion(columns.map(([column]) => column))], measures: {} };
  const missing = columns.flatMap(([column, rule]) => (input.slices?.has(column) ? [] : [noColumn(column, rule)]));
  const slices = columns.flatMap(([column, rule]) => {
    const values = input.slices?.get(column);
    const known = input.knownSlices?.get(column);
    return values === undefined
      ? []
      : slicesOf(column, values, { known, rows: input.exam.units }).map((slice) => ({ slice, rule }));
  });
  const withheld = withheldSlices(
    slices.map(({ slice }) => slice),
    input.exam.units,
  );
  const results = judged.flatMap((metric) => {
    const { rule, margin } = metric;
    if (rule === null || margin === null) return [];
    const tested = slices.map((of) => testSlice({ ...of, metric, margin }, input));
    return [
      { metric: metric.metric, ...judgeTests(tested, { confidence: input.config.confidence, champion, withheld }) },
    ];
  });
  return {
    findings: [...missing, ...results.flatMap(({ findings }) => findings)],
    measures: Object.fromEntries(results.map(({ metric, measures }) => [metric, measures])),
  };
}

interface SliceTest {
  readonly slice: Slice;
  readonly rule: SliceRule;
  readonly metric: JudgedMetric;
  readonly margin: Margin;
  readonly outcome:
    | { readonly estimate: DifferenceEstimate; readonly nonInferiorP: number; readonly inferiorP: number }
    | { readonly reasonCode: ReasonCode };
}

type Question = Pick<SliceTest, 'slice' | 'rule' | 'metric' | 'margin'>;

function testSlice(question: Question, { exam, config, context }: SliceInput): SliceTest {
  const { slice, rule, metric } = question;
  // The share of the policy is one of the champion's value in all rows.
  const margin = { value: question.margin.value * rule['margin-factor'], share: null };
  const of = { slice, rule, metric, margin };
  const { rows, column, value } = slice;
  if (rows.length === 0) return { ...of, outcome: { reasonCode: 'empty-group' } };
  if (rows.length < rule['minimum-rows']) return { ...of, outcome: { reasonCode: 'insufficient-n' } };
  const limit = metric.direction === 'max' ? 0 - margin.value : margin.value;
  const estimate = exam.metric(metric.metric, config.metrics, rows).compare({
    confidence: config.confidence,
    seed: seedOf(`performance/${metric.metric}/difference/${JSON.stringify([column, value])}`, context),
    thresholds: [limit],
  });
  if (isUndefined(estimate)) return { ...of, outcome: estimate };
  const guarding = metric.direction === 'max' ? 'lower' : 'upper';
  const nonInferiorP = oneSidedP(estimate, limit, guarding);
  return { ...of, outcome: { estimate, nonInferiorP, inferiorP: 1 - nonInferiorP } };
}

interface Judging {
  readonly confidence: number;
  readonly champion: { readonly version: string };
  readonly withheld: ReadonlySet<Slice>;
}

/** All slices of one metric. Holm runs over those that decide; the flags of a report over all. */
function judgeTests(tests: readonly SliceTest[], { confidence, champion, withheld }: Judging): SliceResult {
  const measured = tests.flatMap(({ outcome, ...of }) => ('estimate' in outcome ? [{ ...of, ...outcome }] : []));
  const deciding = measured.filter(({ rule }) => !rule['report-only']);
  const alpha = 1 - confidence;
  const passLevels = holmLevels(
    deciding.map(({ nonInferiorP }) => nonInferiorP),
    alpha,
  );
  const failLevels = holmLevels(
    deciding.map(({ inferiorP }) => inferiorP),
    alpha,
  );
  const flags = benjaminiHochberg(measured.map(({ inferiorP }) => inferiorP));
  const findings = tests.flatMap((test): readonly Finding[] => {
    const finding = findingOf(test);
    return withheld.has(test.slice) ? withheldSliceFinding(finding, nameOf(test.slice)) : [finding];
  });
  return { findings, measures: Object.fromEntries(measuresOf()) };

  function findingOf(test: SliceTest): Finding {
    if (!('estimate' in test.outcome)) return unjudged(test, test.outcome.reasonCode);
    const at = deciding.findIndex(({ slice }) => slice === test.slice);
    const levels =
      at < 0
        ? { pass: alpha, fail: alpha, alpha }
        : { pass: passLevels[at] ?? alpha, fail: failLevels[at] ?? alpha, alpha };
    const errors = errorsOf(test.metric, levels);
    const against = { margin: test.margin, superiority: 0, confidence, errors, version: champion.version };
    const finding = differenceFinding(test.metric, widened(test.metric, test.outcome.estimate, levels), against);
    const holm = at < 0 ? '' : `, holm over ${deciding.length} slices`;
    return {
      ...finding,
      measure: `${test.metric.metric}-difference-in-slice`,
      severity: test.rule['report-only'] ? 'warn' : 'block',
      groups: [nameOf(test.slice)],
      method: `${finding.method ?? ''}${holm}`,
      message: `in ${nameOf(test.slice)}, ${finding.message}`,
    };
  }

  function measuresOf(): readonly (readonly [string, object])[] {
    return measured.map((test, index) => {
      if (withheld.has(test.slice)) return [nameOf(test.slice), { n: null, reason: 'suppressed' }];
      const numbers = {
        n: test.slice.rows.length,
        difference: test.estimate.value,
        interval: test.estimate.interval,
        margin: test.margin.value,
        'p-non-inferior': test.nonInferiorP,
        'p-inferior': test.inferiorP,
        'p-inferior-adjusted': flags[index] ?? null,
        flagged: (flags[index] ?? 1) <= FALSE_DISCOVERIES,
      };
      return [nameOf(test.slice), numbers];
    });
  }
}

interface Levels {
  readonly pass: number;
  readonly fail: number;
  readonly alpha: number;
}

function errorsOf({ direction }: JudgedMetric, { pass, fail }: Levels): readonly [lower: number, upper: number] {
  return direction === 'max' ? [pass, fail] : [fail, pass];
}

/** The bound that must clear the margin at the level of one procedure, the other at that of the other. */
function widened(metric: JudgedMetric, estimate: DifferenceEstimate, levels: Levels): DifferenceEstimate {
  const [lower, upper] = errorsOf(metric, levels);
  const bounds: Bounds = [
    estimate.boundsAt(twoSidedConfidence(1 - lower))[0],
    estimate.boundsAt(twoSidedConfidence(1 - upper))[1],
  ];
  const { resampling } = estimate;
  if (resampling === null) return { ...estimate, bounds };
  const scale = (level: number): number => tailError(level) / tailError(levels.alpha);
  const error = [resampling.error[0] * scale(lower), resampling.error[1] * scale(upper)] as const;
  return { ...estimate, bounds, resampling: { ...resampling, error } };
}

/** The Monte-Carlo error of a normal quantile, up to a factor: √(p(1-p)) over the density there. It grows in the tail. */
function tailError(level: number): number {
  return Math.sqrt(level * (1 - level)) / Math.exp(-(normalQuantile(level) ** 2) / 2);
}

function unjudged({ slice, rule, metric }: SliceTest, reasonCode: ReasonCode): Finding {
  const n = slice.rows.length;
  const small = n < rule['minimum-rows'];
  const why = small
    ? `it has ${n} rows; policy minimum ${rule['minimum-rows']}`
    : undefinedReasonInWords(reasonCode, n);
  return {
    measure: `${metric.metric}-difference-in-slice`,
    outcome: 'inconclusive',
    severity: rule['report-only'] ? 'warn' : 'block',
    reasonCode,
    groups: [nameOf(slice)],
    value: null,
    n: [n],
    ...(small ? { requiredN: rule['minimum-rows'] } : {}),
    message: `${metric.metric} is not compared in ${nameOf(slice)}: ${why}`,
  };
}

function noChampion(columns: readonly string[]): Finding {
  return {
    measure: 'slices',
    outcome: 'pass',
    severity: 'warn',
    reasonCode: 'first-version',
    value: null,
    message: `there is no champion, so nothing is compared in the slices of ${columns.join(', ')}`,
  };
}

function noColumn(column: string, rule: SliceRule): Finding {
  return {
    measure: 'slices',
    outcome: 'inconclusive',
    severity: rule['report-only'] ? 'warn' : 'block',
    reasonCode: 'column-missing',
    value: null,
    message: `the values of ${column} were not read, so its slices are not compared`,
  };
}

function nameOf({ column, value }: Slice): string {
  return `${column} ${JSON.stringify(value)}`;
}
