import type { Finding, ReasonCode } from '@gatehouse/core';

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

/** Why a metric has no value on `n` rows. */
export function undefinedReasonInWords(reasonCode: ReasonCode, n: number): string {
  return WHY[reasonCode] ?? (n === 0 ? 'there is no evaluation row' : 'there are too few evaluation rows');
}

/** Says that a metric, or a difference of it, has no value on these rows. */
export function undefinedFinding(measure: string, reasonCode: ReasonCode, n: number): Finding {
  return {
    measure,
    outcome: 'inconclusive',
    severity: 'block',
    reasonCode,
    value: null,
    n: [n],
    message: `${measure} has no value: ${undefinedReasonInWords(reasonCode, n)} (n = ${n})`,
  };
}
