import type { Finding, ReasonCode } from '@gatehouse/core';

/** A count that was held against a rule. */
export interface Judged {
  readonly outcome: Finding['outcome'];
  readonly severity?: Finding['severity'];
  readonly reasonCode: ReasonCode;
  readonly columns: readonly string[];
  readonly value: number | null;
  readonly n: readonly number[];
  readonly limit?: number;
  readonly failsWhen?: NonNullable<Finding['failsWhen']>;
  readonly interval?: NonNullable<Finding['interval']>;
  readonly confidence?: number;
  readonly method: string;
  readonly message: string;
}

/**
 * Findings of one measure: each that does not pass, and one for all that pass, with the value that is nearest to its limit.
 * A table of a thousand sound columns is one line.
 */
export function findingsOf(measure: string, judged: readonly Judged[], passing: string): readonly Finding[] {
  const [passes, others] = [
    judged.filter(({ outcome }) => outcome === 'pass'),
    judged.filter(({ outcome }) => outcome !== 'pass'),
  ];
  const findings = others.map((one) => findingOf(measure, one));
  const [first, ...more] = passes;
  if (first === undefined) return findings;
  const nearest = more.reduce((worst, one) => (nearness(one) > nearness(worst) ? one : worst), first);
  if (more.length === 0) return [...findings, findingOf(measure, first)];
  if (nearest.value === null) {
    return [...findings, findingOf(measure, { ...nearest, columns: [], message: `${passes.length} ${passing}` })];
  }
  const message = `${passes.length} ${passing}; nearest: ${nearest.message}`;
  return [...findings, { ...findingOf(measure, nearest), message }];
}

function findingOf(measure: string, { columns, severity = 'block', ...rest }: Judged): Finding {
  return { measure, severity, ...(columns.length === 0 ? {} : { groups: columns }), ...rest };
}

/** How much of its limit a value takes. */
function nearness({ value, limit, failsWhen }: Judged): number {
  if (value === null) return 0;
  if (failsWhen === 'below') return value === 0 ? Number.POSITIVE_INFINITY : (limit ?? 0) / value;
  return limit === undefined || limit === 0 ? value : value / limit;
}

/** True when a share is above its limit by more than rounding. */
export function isAbove(value: number, limit: number): boolean {
  return value > limit + 1e-12 * Math.max(1, Math.abs(limit));
}
