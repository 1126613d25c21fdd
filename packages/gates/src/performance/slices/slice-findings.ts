import type { Finding, PerformanceGateConfig } from '@gatehouse/core';
import type { GateContext } from '../../decision/assemble-decision.ts';
import { seedOf } from '../../decision/metric-seed.ts';
import type { Exam } from '../exam/exam.ts';
import type { JudgedMetric } from '../exam/judged-metric.ts';
import { differenceFinding, limitFinding } from '../performance-findings.ts';
import type { AnyPerformanceInput } from '../performance-input.ts';
import { type Slice, type SliceRule, slicesOf } from './slice-rows.ts';
import { judgeSliceTests, type SliceQuestion, type SliceResult } from './slice-tests.ts';
import { withheldSlices } from './withheld-slices.ts';

/** What slices are judged by. */
export interface SliceInput extends Pick<AnyPerformanceInput, 'champion' | 'slices' | 'knownSlices'> {
  readonly exam: Exam;
  readonly config: PerformanceGateConfig;
  readonly context: GateContext;
}

interface RuledSlice {
  readonly slice: Slice;
  readonly rule: SliceRule;
}

/**
 * Each metric in each value of the columns that the policy names: non-inferiority to the champion, and without one the floor or
 * ceiling of the policy. The bounds of the slices that decide are widened by Holm's procedure over the slices of a metric, so
 * that all claims about them hold together. A slice that is too small or in which a metric has no value is inconclusive: it
 * blocks, unless the column is only reported.
 */
export function judgeSlices(judged: readonly JudgedMetric[], input: SliceInput): SliceResult {
  const columns = Object.entries(input.config.slices ?? {});
  // An unavailable champion blocks in every metric already.
  if (columns.length === 0 || input.champion.state === 'unavailable') return { findings: [], measures: {} };
  const missing = columns.flatMap(([column, rule]) => (input.slices?.has(column) ? [] : [noColumn(column, rule)]));
  const slices = columns.flatMap(([column, rule]): readonly RuledSlice[] => {
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
    const questions = questionsOf(metric, slices, input);
    const tested = questions.map((of) => judgeSliceTests(of, { confidence: input.config.confidence, withheld }));
    return tested.map((result) => ({ metric: metric.metric, ...result }));
  });
  const unlimited = input.champion.state === 'none' ? judged.filter(isUnlimited) : [];
  return {
    findings: [
      ...missing,
      ...results.flatMap(({ findings }) => findings),
      ...columns.flatMap(([column, rule]) => (unlimited.length === 0 ? [] : [noLimit(column, { rule, unlimited })])),
    ],
    measures: Object.fromEntries(results.map(({ metric, measures }) => [metric, measures])),
  };
}

/** One list for each limit of the metric; with a champion its margin is the only one. */
function questionsOf(
  metric: JudgedMetric,
  slices: readonly RuledSlice[],
  input: SliceInput,
): readonly (readonly SliceQuestion[])[] {
  const { rule, margin } = metric;
  if (rule === null) return [];
  if (input.champion.state === 'evaluated') {
    const { version } = input.champion;
    return margin === null
      ? []
      : [slices.map((of) => championQuestion(of, { metric, margin: margin.value, version, input }))];
  }
  return limitsOf(metric).map((side) => slices.map((of) => limitQuestion(of, { metric, side, input })));
}

interface AgainstChampion {
  readonly metric: JudgedMetric;
  readonly margin: number;
  readonly version: string;
  readonly input: SliceInput;
}

function championQuestion({ slice, rule }: RuledSlice, against: AgainstChampion): SliceQuestion {
  const { metric, version, input } = against;
  const { config, exam } = input;
  // The share of the policy is one of the champion's value in all rows.
  const margin = { value: against.margin * rule['margin-factor'], share: null };
  const limit = metric.direction === 'max' ? 0 - margin.value : margin.value;
  return {
    slice,
    rule,
    measure: `${metric.metric}-difference-in-slice`,
    limit,
    guarding: metric.direction === 'max' ? 'lower' : 'upper',
    unit: exam.task === 'ranking' ? 'queries' : 'rows',
    unjudged: `${metric.metric} is not compared in`,
    estimate: () =>
      exam
        .metric(metric.metric, config.metrics, slice.rows)
        .compare({ ...question('difference', { slice, metric, input }), thresholds: [limit] }),
    finding: (estimate, errors) =>
      differenceFinding(metric, estimate, { margin, superiority: 0, confidence: config.confidence, errors, version }),
    numbers: (estimate) => ({ difference: estimate.value, margin: margin.value }),
  };
}

type LimitSide = 'floor' | 'ceiling';

interface AgainstLimit {
  readonly metric: JudgedMetric;
  readonly side: LimitSide;
  readonly input: SliceInput;
}

/** The limit of the policy, further off where the policy lets the margin of the column be wider: by what the margin grows. */
function limitQuestion({ slice, rule }: RuledSlice, { metric, side, input }: AgainstLimit): SliceQuestion {
  const { config, exam } = input;
  const wider = (rule['margin-factor'] - 1) * (metric.margin?.value ?? 0);
  const limit = (metric.rule?.[side] ?? 0) + (side === 'floor' ? -wider : wider);
  return {
    slice,
    rule,
    measure: `${metric.metric}-in-slice`,
    limit,
    guarding: side === 'floor' ? 'lower' : 'upper',
    unit: exam.task === 'ranking' ? 'queries' : 'rows',
    unjudged: `${metric.metric} is not judged in`,
    estimate: () =>
      exam
        .metric(metric.metric, config.metrics, slice.rows)
        .estimate({ ...question('value', { slice, metric, input }), thresholds: [limit] }),
    finding: (estimate, errors) =>
      limitFinding(metric.metric, estimate, { side, limit, confidence: config.confidence, errors }),
    numbers: (estimate) => ({ value: estimate.value, limit }),
  };
}

interface Asked {
  readonly slice: Slice;
  readonly metric: JudgedMetric;
  readonly input: SliceInput;
}

/** A slice has a seed of its own, so that its draws are not those of all rows. */
function question(
  what: 'difference' | 'value',
  { slice: { column, value }, metric, input }: Asked,
): { readonly confidence: number; readonly seed: string } {
  const check = `performance/${metric.metric}/${what}/${JSON.stringify([column, value])}`;
  return { confidence: input.config.confidence, seed: seedOf(check, input.context) };
}

function limitsOf({ rule }: JudgedMetric): readonly LimitSide[] {
  return (['floor', 'ceiling'] as const).filter((side) => rule?.[side] !== undefined);
}

function isUnlimited(metric: JudgedMetric): boolean {
  return metric.rule !== null && limitsOf(metric).length === 0;
}

/** Says that nothing judges a metric in the slices of a first version. The policy asks for it, so it blocks. */
function noLimit(
  column: string,
  { rule, unlimited }: { readonly rule: SliceRule; readonly unlimited: readonly JudgedMetric[] },
): Finding {
  const metrics = unlimited.map(({ metric, direction }) => `${metric} (${direction === 'max' ? 'floor' : 'ceiling'})`);
  return {
    measure: 'slices',
    outcome: 'inconclusive',
    severity: rule['report-only'] ? 'warn' : 'block',
    reasonCode: 'first-version',
    value: null,
    message: `there is no champion to compare the slices of ${column} with, and no limit to judge them by; set one for ${metrics.join(', ')}`,
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
