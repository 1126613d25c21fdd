import type { Coverage, Finding, Interval } from '@gatehouse/core';

/** A measured number: at most four decimals, `–` where it is not defined. */
export function formatNumber(value: number | null): string {
  if (value === null) return '–';
  const text = value.toFixed(4).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** A size that is not 0: four decimals, or two significant digits where those would be 0. */
export function formatSmall(value: number): string {
  const text = formatNumber(value);
  return text === '0' && value !== 0 ? String(Number(value.toPrecision(2))) : text;
}

/** `0.18 to 0.315`; with one bound `at least 0.18` or `at most 0.315`: an open side is nothing that was measured. */
export function formatInterval([lower, upper]: Interval): string {
  if (lower !== null && upper === null) return `at least ${formatNumber(lower)}`;
  if (lower === null && upper !== null) return `at most ${formatNumber(upper)}`;
  return `${lower === null ? '-∞' : formatNumber(lower)} to ${upper === null ? '∞' : formatNumber(upper)}`;
}

/**
 * What passes: `≤ 0.1` where the measure fails above its limit, `≥ 0.85` where it fails below; `< 0.2` and `> 0.05` where a
 * value equal to the limit fails too. Empty without a limit.
 */
export function formatLimit({
  limit,
  failsWhen,
  failsAtLimit,
}: Pick<Finding, 'limit' | 'failsWhen' | 'failsAtLimit'>): string {
  if (limit === undefined) return '';
  const [without, including] = failsWhen === 'below' ? (['>', '≥'] as const) : (['<', '≤'] as const);
  return `${failsAtLimit === true ? without : including} ${formatNumber(limit)}`;
}

/** `95 %`. */
export function formatPercent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}

/** `120 / 30`. */
export function formatSizes(n: readonly number[] | undefined): string {
  return (n ?? []).join(' / ');
}

const COVERAGE_WORDS: Readonly<Record<Coverage, (level: string) => string>> = {
  'each-bound': (level) => `each bound ${level}`,
  interval: (level) => level,
  'all-intervals': (level) => `all together ${level}`,
};

/**
 * What the interval of a finding is: `each bound 95 %` is a two-sided interval of 90 %; a bound without another holds
 * `with 95 %`. Empty without a confidence.
 */
export function formatCoverage({
  interval,
  confidence,
  coverage,
}: Pick<Finding, 'interval' | 'confidence' | 'coverage'>): string {
  if (confidence === undefined) return '';
  const isOneSided = interval !== undefined && interval.filter((bound) => bound === null).length === 1;
  const level = formatPercent(confidence);
  return isOneSided ? `with ${level}` : COVERAGE_WORDS[coverage ?? 'interval'](level);
}
