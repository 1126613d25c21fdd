import type { Finding, Outcome, ReasonCode } from '@gatehouse/core';
import { boundsInWords, inWords, percent } from '../decision/wording.ts';
import type { DomainMeasure } from './domain-measure.ts';
import { FEWEST_CURRENT_ROWS } from './effects/column-effects.ts';
import type { JudgedColumn, JudgedDrift } from './judged-drift.ts';
import type { DriftVerdict } from './verdicts/column-verdict.ts';
import type { DecisiveMeasure } from './verdicts/decisive-measure.ts';

/** A table may have thousands of columns; all of them stand under the measures. */
const MOST_COLUMN_FINDINGS = 50;
/** Drift fails from its limit on: a value equal to it has reached it. */
const FROM_LIMIT = { failsWhen: 'above', failsAtLimit: true } as const;

/** Findings of the native rule: the data as a whole, then columns and outputs that are to be read. */
export function driftFindings(judged: JudgedDrift, domain: DomainMeasure | null): readonly Finding[] {
  const blocking = judged.columns.filter(decides);
  const others = judged.columns.filter((column) => !decides(column) && column.verdict !== 'pass');
  return [
    ...shareFinding(judged),
    ...(domain === null || judged.dataset === null ? [] : [domainFinding(domain, judged)]),
    ...blocking.map((column) => columnFinding(column, 'block')),
    ...worstFirst(others)
      .slice(0, MOST_COLUMN_FINDINGS)
      .map((column) => columnFinding(column, 'warn')),
    ...judged.outputs.flatMap((output): readonly Finding[] => {
      if (output.label === null) return [];
      const { column } = output.judged;
      return [
        {
          measure: 'prediction-drift',
          outcome: 'inconclusive',
          severity: 'warn',
          reasonCode: output.label,
          groups: [column],
          value: null,
          message: `The predictions in "${column}" have drifted and no input has: look at the pipeline first.`,
        },
      ];
    }),
  ];
}

/** A critical column fails the data alone, and so do a target and a prediction that the policy names. */
function decides({ compared, critical }: JudgedColumn): boolean {
  return critical || compared.role !== 'feature';
}

/** Columns by how far they are beyond their limit; what could not be measured comes first. */
export function worstFirst(columns: readonly JudgedColumn[]): readonly JudgedColumn[] {
  const rank: readonly DriftVerdict[] = ['fail', 'inconclusive', 'warn', 'pass'];
  return columns.toSorted(
    (a, b) =>
      rank.indexOf(a.verdict) - rank.indexOf(b.verdict) ||
      beyond(b) - beyond(a) ||
      (a.compared.column < b.compared.column ? -1 : 1),
  );
}

function beyond({ decisive }: JudgedColumn): number {
  return decisive.ofLimit ?? Number.MAX_VALUE;
}

export function outcomeOf(verdict: DriftVerdict): Outcome {
  return verdict === 'warn' ? 'pass' : verdict;
}

function shareFinding({ dataset, columns }: JudgedDrift): readonly Finding[] {
  if (dataset === null) return [];
  const verdict = dataset.rules.share;
  const features = columns.filter(({ compared }) => compared.role === 'feature');
  const failed = features.filter((column) => column.verdict === 'fail').length;
  const unknown = features.filter((column) => column.verdict === 'inconclusive');
  const [lower, upper] = dataset.share ?? [null, null];
  const { warn, fail } = dataset.limit;
  const doubt =
    unknown.length === 0 ? '' : `; of ${unknown.length} the data cannot tell, which would make it ${shareWords(upper)}`;
  return [
    {
      measure: 'drifted-share',
      outcome: outcomeOf(verdict),
      severity: 'block',
      reasonCode: shareReason(verdict, unknown),
      value: lower,
      ...(lower === upper ? {} : { interval: [lower, upper] as const }),
      limit: fail,
      ...FROM_LIMIT,
      method: 'share of columns by importance, Holm over columns',
      message: `${failed} of ${features.length} columns ${failed === 1 ? 'has' : 'have'} drifted, ${shareWords(lower)} by importance${doubt}; from ${percent(fail)} it fails, from ${percent(warn)} it is a warning.`,
    },
  ];
}

function shareWords(value: number | null): string {
  return value === null ? 'an unknown share' : percent(value);
}

function shareReason(verdict: DriftVerdict, unknown: readonly JudgedColumn[]): ReasonCode {
  if (verdict === 'fail') return 'limit-exceeded';
  if (verdict === 'warn') return 'warning-exceeded';
  if (verdict === 'pass') return 'within-limit';
  return worstFirst(unknown)[0]?.decisive.reason ?? 'empty-group';
}

function domainFinding(domain: DomainMeasure, { dataset }: JudgedDrift): Finding {
  const verdict = dataset?.rules.domain ?? 'inconclusive';
  const base = { measure: 'domain-auc', outcome: outcomeOf(verdict), severity: 'block', ...FROM_LIMIT } as const;
  const { limit } = domain;
  if (domain.undefinedReason !== null) {
    return {
      ...base,
      reasonCode: domain.undefinedReason,
      value: null,
      limit: limit.fail,
      message: `The policy requires the domain classifier, and it was not possible: ${domain.why}.`,
    };
  }
  const { auc, lower, confidence, n } = domain;
  const sure = boundsInWords([lower, null], confidence, 'each-bound');
  return {
    ...base,
    reasonCode: verdict === 'fail' ? 'limit-exceeded' : verdict === 'warn' ? 'warning-exceeded' : 'within-limit',
    value: auc,
    interval: [lower, null],
    confidence,
    coverage: 'each-bound',
    n,
    limit: limit.fail,
    method: 'logistic regression, five folds, DeLong',
    message: `A classifier that sees all columns picks the current row out of one row of each side in ${percent(auc)} of all pairs (area ${inWords(auc)}, ${sure}); guessing picks it in 50 %, a bound of ${inWords(limit.warn)} warns and of ${inWords(limit.fail)} fails.`,
  };
}

function columnFinding(judged: JudgedColumn, severity: Finding['severity']): Finding {
  const { compared, distribution, decisive } = judged;
  const { measure, verdict, reason, value, bounds, limit, method } = decisive;
  const requiredN = requiredRows(judged);
  const n = distribution.n ?? sizesOf(judged);
  const reached = verdict === 'warn' ? limit?.warn : limit?.fail;
  return {
    measure,
    outcome: outcomeOf(verdict),
    severity,
    reasonCode: reason,
    groups: [compared.column],
    value,
    ...(bounds === null ? {} : { interval: bounds }),
    n: [n.reference, n.current],
    ...(requiredN === null ? {} : { requiredN }),
    ...(reached === undefined ? {} : { limit: reached, ...FROM_LIMIT }),
    ...(method === null ? {} : { method }),
    message: `${columnWords(judged)}: ${effectWords(decisive)}${reasonWords(decisive)} (n = ${n.reference}/${n.current}).`,
  };
}

/** Current rows that an undecided column needs; `null` where rows would not decide it, or the reference is too small. */
export function requiredRows({ decisive, distribution }: JudgedColumn): number | null {
  if (decisive.reason === 'insufficient-n') return FEWEST_CURRENT_ROWS;
  if (decisive.reason !== 'batch-too-small') return null;
  const wanted = distribution.effects
    .filter(({ reason }) => reason === 'batch-too-small')
    .map((one) => one.requiredRows);
  const known = wanted.filter((rows) => rows !== null);
  return known.length < wanted.length ? null : Math.max(...known);
}

function sizesOf({ compared }: JudgedColumn): { readonly reference: number; readonly current: number } {
  const { rows, missing } = compared;
  return { reference: rows.reference - missing.reference, current: rows.current - missing.current };
}

function columnWords({ compared }: JudgedColumn): string {
  const role = { feature: 'Column', target: 'Target', prediction: 'Prediction' }[compared.role];
  return `${role} "${compared.column}"`;
}

function effectWords({ measure, value, bounds }: DecisiveMeasure): string {
  if (value === null) return 'nothing can be said of its values';
  return bounds === null
    ? `${measure} is ${inWords(value)}`
    : `${measure} is ${inWords(bounds[0])} to ${inWords(bounds[1])}`;
}

function reasonWords({ reason, limit, requiredRows }: DecisiveMeasure): string {
  const [warn, fail] = [inWords(limit?.warn ?? 0), inWords(limit?.fail ?? 0)];
  switch (reason) {
    case 'within-limit':
      return `, below ${fail}`;
    case 'limit-exceeded':
      return `, which has reached the limit ${fail}`;
    case 'warning-exceeded':
      return `, which has reached the limit of warning ${warn}`;
    case 'effect-without-evidence':
      return `, which has reached the limit ${fail}, and chance may explain it`;
    case 'batch-too-small':
      return `; chance alone reaches the limit ${fail} with so few rows${requiredRows === null ? ', whatever the batch' : `: ${requiredRows} current rows are needed`}`;
    case 'bounds-span-limit':
      return `, and the limit is ${fail}: the profile is too coarse to tell`;
    case 'empty-group':
      return ', because a side has no value';
    case 'insufficient-n':
      return ', because fewer than 50 current rows have a value';
  }
}
