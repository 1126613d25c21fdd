import type { Finding, ReasonCode } from '@gatehouse/core';
import { type Bounds, benjaminiHochberg, normalQuantile, twoSidedConfidence } from '@gatehouse/stats';
import { holmLevels } from '../estimate/holm-levels.ts';
import { type Estimate, isUndefined, type Undefined } from '../estimate/metric-estimate.ts';
import { oneSidedP } from '../estimate/one-sided-p.ts';
import { undefinedReasonInWords } from '../undefined-finding.ts';
import type { Slice, SliceRule } from './slice-rows.ts';
import { withheldSliceFinding } from './withheld-slices.ts';

/** What is asked of one slice: whether a number of its rows clears a limit. */
export interface SliceQuestion {
  readonly slice: Slice;
  readonly rule: SliceRule;
  /** Of the finding. */
  readonly measure: string;
  readonly limit: number;
  /** The bound that must clear the limit. */
  readonly guarding: 'lower' | 'upper';
  /** As a sentence goes on after the slice has no value: `accuracy is not compared in`. */
  readonly unjudged: string;
  readonly estimate: () => Estimate | Undefined;
  readonly finding: (estimate: Estimate, errors: readonly [lower: number, upper: number]) => Finding;
  readonly unit: 'rows' | 'queries';
  /** What the report shows besides the numbers of the test. */
  readonly numbers: (estimate: Estimate) => Readonly<Record<string, unknown>>;
}

/** What slices say: findings, and by metric and slice all that was measured. */
export interface SliceResult {
  readonly findings: readonly Finding[];
  readonly measures: Readonly<Record<string, unknown>>;
}

/** The share of wrongly flagged slices that a report accepts (stats.md §1.4.3). */
const FALSE_DISCOVERIES = 0.1;

interface Measured {
  readonly question: SliceQuestion;
  readonly estimate: Estimate;
  readonly passP: number;
  readonly failP: number;
}

interface Unjudged {
  readonly question: SliceQuestion;
  readonly reasonCode: ReasonCode;
}

function tested(question: SliceQuestion): Measured | Unjudged {
  const { slice, rule, limit, guarding } = question;
  if (slice.rows.length === 0) return { question, reasonCode: 'empty-group' };
  if (slice.rows.length < rule['minimum-rows']) return { question, reasonCode: 'insufficient-n' };
  const estimate = question.estimate();
  if (isUndefined(estimate)) return { question, reasonCode: estimate.reasonCode };
  const passP = oneSidedP(estimate, limit, guarding);
  return { question, estimate, passP, failP: 1 - passP };
}

interface Judging {
  readonly confidence: number;
  readonly withheld: ReadonlySet<Slice>;
}

/** All slices of one metric against one limit. Holm runs over those that decide; the flags of a report over all. */
export function judgeSliceTests(questions: readonly SliceQuestion[], { confidence, withheld }: Judging): SliceResult {
  const tests = questions.map(tested);
  const measured = tests.filter((test) => 'estimate' in test);
  const deciding = measured.filter(({ question }) => !question.rule['report-only']);
  const alpha = 1 - confidence;
  const passLevels = holmLevels(
    deciding.map(({ passP }) => passP),
    alpha,
  );
  const failLevels = holmLevels(
    deciding.map(({ failP }) => failP),
    alpha,
  );
  const flags = benjaminiHochberg(measured.map(({ failP }) => failP));
  const findings = tests.flatMap((test): readonly Finding[] => {
    const finding = findingOf(test);
    const { slice } = test.question;
    return withheld.has(slice) ? withheldSliceFinding(finding, nameOf(slice)) : [finding];
  });
  return { findings, measures: Object.fromEntries(measured.map(numbersOf)) };

  function findingOf(test: Measured | Unjudged): Finding {
    if ('reasonCode' in test) return unjudged(test);
    const { question, estimate } = test;
    const at = deciding.indexOf(test);
    const levels = { pass: passLevels[at] ?? alpha, fail: failLevels[at] ?? alpha, alpha };
    const errors =
      question.guarding === 'lower' ? ([levels.pass, levels.fail] as const) : ([levels.fail, levels.pass] as const);
    const finding = question.finding(widened(estimate, errors, alpha), errors);
    const name = nameOf(question.slice);
    const holm = at < 0 ? '' : `, holm over ${deciding.length} slices`;
    return {
      ...finding,
      measure: question.measure,
      severity: question.rule['report-only'] ? 'warn' : 'block',
      groups: [name],
      method: `${finding.method ?? ''}${holm}`,
      message: `in ${name}, ${finding.message}`,
    };
  }

  function numbersOf({ question, estimate, passP, failP }: Measured, index: number): readonly [string, object] {
    const { slice } = question;
    if (withheld.has(slice)) return [nameOf(slice), { n: null, reason: 'suppressed' }];
    const numbers = {
      n: slice.rows.length,
      ...question.numbers(estimate),
      interval: estimate.interval,
      'p-non-inferior': passP,
      'p-inferior': failP,
      'p-inferior-adjusted': flags[index] ?? null,
      flagged: (flags[index] ?? 1) <= FALSE_DISCOVERIES,
    };
    return [nameOf(slice), numbers];
  }
}

/** The bound that must clear the limit at the level of one procedure, the other at that of the other. */
function widened(estimate: Estimate, errors: readonly [lower: number, upper: number], alpha: number): Estimate {
  const [lower, upper] = errors;
  const bounds: Bounds = [
    estimate.boundsAt(twoSidedConfidence(1 - lower))[0],
    estimate.boundsAt(twoSidedConfidence(1 - upper))[1],
  ];
  const { resampling } = estimate;
  if (resampling === null) return { ...estimate, bounds };
  const scale = (level: number): number => tailError(level) / tailError(alpha);
  const error = [resampling.error[0] * scale(lower), resampling.error[1] * scale(upper)] as const;
  return { ...estimate, bounds, resampling: { ...resampling, error } };
}

/** The Monte-Carlo error of a normal quantile, up to a factor: √(p(1-p)) over the density there. It grows in the tail. */
function tailError(level: number): number {
  return Math.sqrt(level * (1 - level)) / Math.exp(-(normalQuantile(level) ** 2) / 2);
}

function unjudged({ question, reasonCode }: Unjudged): Finding {
  const { slice, rule, measure, unit } = question;
  const n = slice.rows.length;
  const small = n < rule['minimum-rows'];
  const why = small
    ? `it has ${n} ${unit}; policy minimum ${rule['minimum-rows']}`
    : undefinedReasonInWords(reasonCode, { n, unit });
  return {
    measure,
    outcome: 'inconclusive',
    severity: rule['report-only'] ? 'warn' : 'block',
    reasonCode,
    groups: [nameOf(slice)],
    value: null,
    n: [n],
    ...(small ? { requiredN: rule['minimum-rows'] } : {}),
    message: `${question.unjudged} ${nameOf(slice)}: ${why}`,
  };
}

function nameOf({ column, value }: Slice): string {
  return `${column} ${JSON.stringify(value)}`;
}
