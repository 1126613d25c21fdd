import type { Coverage } from '@gatehouse/core';

/** A measured number for a sentence: four significant digits, at most four decimals. */
export function inWords(value: number): string {
  const text = value.toFixed(4).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** A confidence level for a sentence: `95 %`. */
export function percent(level: number): string {
  return `${Number((level * 100).toFixed(2))} %`;
}

/**
 * Bounds for a sentence, which says what their confidence is of: `one-sided 95 % bounds 0.18 and 0.25`, `95 % interval 0.18
 * to 0.25`, `at least 0.65 with 95 % confidence` where the other bound is open.
 */
export function boundsInWords(
  [lower, upper]: readonly [number | null, number | null],
  confidence: number,
  coverage: Coverage,
): string {
  const level = percent(confidence);
  if (coverage === 'each-bound') {
    if (upper === null && lower !== null) return `at least ${boundInWords(lower)} with ${level} confidence`;
    if (lower === null && upper !== null) return `at most ${boundInWords(upper)} with ${level} confidence`;
    return `one-sided ${level} bounds ${boundInWords(lower, -1)} and ${boundInWords(upper)}`;
  }
  const together = coverage === 'all-intervals' ? ', all comparisons together' : '';
  return `${level} interval ${boundInWords(lower, -1)} to ${boundInWords(upper)}${together}`;
}

function boundInWords(bound: number | null, open: 1 | -1 = 1): string {
  if (bound !== null && Number.isFinite(bound)) return inWords(bound);
  return (bound ?? open) < 0 ? '-∞' : '∞';
}
