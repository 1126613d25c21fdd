import type { Finding, ReasonCode } from '@gatehouse/core';
import { LEAST_UNITS } from './estimate/resampled-estimate.ts';

const WHY: Readonly<Partial<Record<ReasonCode, string>>> = {
  'single-class': 'all labels are equal',
  'no-positives': 'no row has the positive label',
  'no-negatives': 'no row has the negative label',
  'no-predicted-positives': 'no row is predicted positive',
  'no-predicted-negatives': 'no row is predicted negative',
  'constant-prediction': 'all predictions are equal',
  'absent-class': 'a class has no row',
  'constant-target': 'all true values are equal',
  'zero-target': 'a true value is zero, and a share of it has no value',
  'no-relevant-items': 'no query has a relevant item',
  'too-few-clusters': 'fewer than 20 clusters say too little about how they differ',
  'undefined-replicates': 'it has none in more than a tenth of the samples drawn again',
};

/** What the metric counts: of a ranking queries, else rows. */
export interface CountedUnits {
  readonly n: number;
  readonly unit: 'rows' | 'queries';
}

/** Why a metric has no value, or none with bounds, on these units. */
export function undefinedReasonInWords(reasonCode: ReasonCode, { n, unit }: CountedUnits): string {
  const known = WHY[reasonCode];
  if (known !== undefined) return known;
  if (n === 0) return unit === 'rows' ? 'there is no evaluation row' : 'there is no query';
  if (n < LEAST_UNITS) return `${n} ${unit} say too little about how others differ; at least ${LEAST_UNITS} do`;
  return `too few of the ${unit} count, or they weigh as much as too few: at least ${LEAST_UNITS} say how others differ`;
}

/** Says that a metric, or a difference of it, has no value or no bounds on these units. */
export function undefinedFinding(measure: string, reasonCode: ReasonCode, counted: CountedUnits): Finding {
  const { n, unit } = counted;
  return {
    measure,
    outcome: 'inconclusive',
    severity: 'block',
    reasonCode,
    value: null,
    n: [n],
    ...(reasonCode === 'insufficient-n' && n < LEAST_UNITS ? { requiredN: LEAST_UNITS } : {}),
    message: `${measure} is not judged: ${undefinedReasonInWords(reasonCode, counted)} (${n} ${unit})`,
  };
}
