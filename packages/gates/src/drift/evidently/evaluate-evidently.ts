import type { Decision, Finding } from '@gatehouse/core';
import { assembleDecision } from '../../decision/assemble-decision.ts';
import { inWords, percent } from '../../decision/wording.ts';
import type { ComparedColumn } from '../compared-column.ts';
import type { DriftInput } from '../drift-input.ts';
import { oneSidedFindings } from '../one-sided-findings.ts';
import { selfFindings } from '../self-findings.ts';
import { type EvidentlyColumn, judgeAsEvidently, judgeDatasetAsEvidently } from './evidently-rule.ts';

const NAMES: Readonly<Record<EvidentlyColumn['method'], string>> = {
  ks: 'ks-p-value',
  'chi-square-goodness-of-fit': 'chi-square-p-value',
  z: 'z-p-value',
  'wasserstein-normed': 'wasserstein-normed',
  'jensen-shannon': 'jensen-shannon',
};

/** The default rules of evidently 0.7, for comparison with reports made by it; see `judgeAsEvidently` for what is wrong. */
export function evaluateAsEvidently(input: DriftInput): Decision {
  const judged = input.columns.map((compared) => ({ compared, verdict: judge(compared) }));
  const features = judged.filter(({ compared }) => compared.role === 'feature');
  const dataset = judgeDatasetAsEvidently(features.map(({ verdict }) => verdict));
  const failed = features.filter(({ verdict }) => verdict.verdict === 'fail').length;
  return assembleDecision('drift', input.context, {
    findings: [
      ...selfFindings(input),
      ...oneSidedFindings(input),
      {
        measure: 'drifted-share',
        outcome: dataset.verdict,
        severity: 'block',
        reasonCode: ({ pass: 'within-limit', fail: 'limit-exceeded', inconclusive: 'empty-group' } as const)[
          dataset.verdict
        ],
        value: dataset.share,
        limit: dataset.limit,
        failsWhen: 'above',
        failsAtLimit: true,
        method: 'evidently 0.7 defaults',
        message: `${failed} of ${features.length} columns have drifted by the rules of evidently; from ${percent(dataset.limit)} it fails.`,
      },
      ...judged
        .filter(({ compared, verdict }) => compared.role !== 'feature' || verdict.verdict !== 'pass')
        .map(({ compared, verdict }) => findingOf(compared, verdict)),
    ],
    measures: {
      columns: Object.fromEntries(
        judged.map(({ compared, verdict }) => [
          compared.column,
          {
            role: compared.role,
            verdict: verdict.verdict,
            by: NAMES[verdict.method],
            value: verdict.value,
            [NAMES[verdict.method]]: verdict.value,
            limit: verdict.limit,
          },
        ]),
      ),
      dataset: {
        'compared-columns': judged.length,
        'judged-columns': features.length,
        'drifted-columns': failed,
        'drifted-share': dataset.share,
        'drifted-share-limit': dataset.limit,
      },
    },
    power: { minimumDetectable: null, requiredN: {} },
    notMeasured: [
      ...input.notCompared,
      'limits and the drifted share of the policy, in whose place those of evidently stand',
      'drift of several columns together: evidently has no classifier among its default rules',
      'power: evidently has no rule for batches that are too small to tell',
      'missing values, new categories and values out of range, which its default rules leave out',
    ],
  });
}

function judge({ values, column }: ComparedColumn): EvidentlyColumn {
  if (values.kind === 'profiles')
    throw new RangeError(`The rules of evidently need rows, got a profile of "${column}".`);
  return judgeAsEvidently(
    values.kind === 'rows'
      ? { kind: 'numbers', reference: values.reference, current: values.current }
      : { kind: 'categories', reference: values.reference, current: values.current },
  );
}

/** An output that the policy names blocks, as by the native rules: evidently only leaves its share of columns to decide. */
function findingOf({ column, role, rows, missing }: ComparedColumn, verdict: EvidentlyColumn): Finding {
  const measure = NAMES[verdict.method];
  const isUnknown = verdict.value === null;
  const beyond = `${verdict.failsAtLimit ? 'at or ' : ''}${verdict.failsWhen}`;
  const side = verdict.verdict === 'pass' ? `not ${beyond}` : beyond;
  const judged = verdict.verdict === 'pass' ? 'within-limit' : 'limit-exceeded';
  return {
    measure,
    outcome: verdict.verdict,
    severity: role === 'feature' ? 'warn' : 'block',
    reasonCode: isUnknown ? 'empty-group' : judged,
    groups: [column],
    value: verdict.value,
    n: [rows.reference - missing.reference, rows.current - missing.current],
    limit: verdict.limit,
    failsWhen: verdict.failsWhen,
    ...(verdict.failsAtLimit ? { failsAtLimit: true as const } : {}),
    method: `${verdict.method}, evidently 0.7 defaults`,
    message: isUnknown
      ? `Column "${column}": a side has no value.`
      : `Column "${column}": ${measure} is ${inWords(verdict.value)}, ${side} ${inWords(verdict.limit)}.`,
  };
}
