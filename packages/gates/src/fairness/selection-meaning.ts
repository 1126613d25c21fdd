import type { FairnessGateConfig, Finding } from '@gatehouse/core';

/** What a model says of a row, by the values of the label. */
export interface PredictionNames {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

/** What the rates of the decision count, in words. */
export interface SelectionMeaning {
  readonly selected: string;
  /** `null` where the policy does not say which prediction is good for the person. */
  readonly favorable: string | null;
}

/** Which prediction counts as selected, and which is favourable: without it no selection rate says who is better off. */
export function selectionMeaning(
  { favorable }: Pick<FairnessGateConfig, 'favorable'>,
  names: PredictionNames | undefined,
): SelectionMeaning {
  const predicted = (label: 'positive' | 'negative'): string => {
    const values = names?.[label].map((name) => JSON.stringify(name)).join(' or ');
    return `predicted ${values ?? label}`;
  };
  return { selected: predicted('positive'), favorable: favorable === undefined ? null : predicted(favorable) };
}

/** Ratios of the rates of the positive prediction, whichever is favourable; `disparate-impact` follows the policy. */
const PARITY_RATIOS = ['selection-rate-ratio', 'demographic-parity-ratio'] as const;

/**
 * Notes where a limited ratio is not known to be one of the favourable decision. 0.9 of those rejected can be a third of those
 * accepted: a difference is the same of both predictions, and a ratio is not.
 */
export function selectionFindings(
  { favorable, measures }: Pick<FairnessGateConfig, 'favorable' | 'measures'>,
  names: PredictionNames | undefined,
): readonly Finding[] {
  if (favorable === 'positive') return [];
  const { selected } = selectionMeaning({}, names);
  const why =
    favorable === undefined
      ? 'the policy does not say which prediction is favourable ("favorable")'
      : 'the policy says that the other prediction is favourable; "disparate-impact" follows it';
  return PARITY_RATIOS.flatMap((measure) => {
    const limited = measures[measure];
    if (limited === undefined) return [];
    return [
      {
        measure,
        outcome: 'inconclusive' as const,
        severity: 'warn' as const,
        reasonCode: 'ratio-not-of-favorable' as const,
        value: null,
        limit: limited.limit,
        failsWhen: 'below' as const,
        message: `${measure} compares how often groups are ${selected}; ${why}`,
      },
    ];
  });
}
