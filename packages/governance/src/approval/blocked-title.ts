import type { BoundDecision } from '@gatehouse/attest';

/**
 * One line for the list of checks, naming every gate that does not pass and the measure that decided it:
 * "Blocked by fairness: false-positive-rate-difference is 0.24 (0.13 to 0.35), limit 0.1".
 */
export function blockedTitle(decisions: readonly BoundDecision[]): string {
  const parts = decisions.filter(({ outcome }) => outcome !== 'pass').map(blockedPart);
  return `Blocked by ${parts.join('; ')}`;
}

function blockedPart(decision: BoundDecision): string {
  const finding = decision.findings.find((f) => f.severity === 'block' && f.outcome === decision.outcome);
  const gate = decision.outcome === 'fail' ? decision.gate : `${decision.gate} (${decision.outcome})`;
  if (finding === undefined) return gate;
  const { measure, value, interval, limit } = finding;
  // What could not be measured is told in words: "group yes of afam has 12 rows; policy minimum 30".
  if (value === null || interval === undefined) return `${gate}: ${finding.message}`;
  const range = ` (${interval.map(short).join(' to ')})`;
  return `${gate}: ${measure} is ${short(value)}${range}${limit === undefined ? '' : `, limit ${limit}`}`;
}

function short(value: number | null): string {
  return value === null ? '∞' : value.toFixed(2);
}
