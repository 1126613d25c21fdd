import type { Breaches, Finding, ReasonCode } from '@gatehouse/core';

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

/** Lines of one measure with one verdict; beyond so many they are told together. */
const MOST_LINES = 20;
/** Names in one line; beyond so many they are counted. */
export const MOST_NAMES = 50;

/**
 * Findings of one measure: each that does not pass, and one for all that pass, with the value that is nearest to its limit.
 * A table of a thousand sound columns is one line, and one of a thousand broken ones a page.
 */
export function findingsOf(measure: string, judged: readonly Judged[], passing: string): readonly Finding[] {
  const [passes, others] = [
    judged.filter(({ outcome }) => outcome === 'pass'),
    judged.filter(({ outcome }) => outcome !== 'pass'),
  ];
  const alike = Map.groupBy(others, ({ outcome, severity, reasonCode }) => `${outcome} ${severity} ${reasonCode}`);
  const findings = [...alike.values()].flatMap((some) => folded(some).map((one) => findingOf(measure, one)));
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

/** The worst by themselves, and all the rest in one. */
function folded(judged: readonly Judged[]): readonly Judged[] {
  if (judged.length <= MOST_LINES) return judged;
  const worst = judged.toSorted((a, b) => nearness(b) - nearness(a));
  const [shown, rest] = [worst.slice(0, MOST_LINES - 1), worst.slice(MOST_LINES - 1)];
  const [first] = rest;
  if (first === undefined) return shown;
  const columns = rest.flatMap((one) => one.columns);
  const message = `${rest.length} more: ${namedShortly(columns)}; the first of them: ${first.message}`;
  return [...shown, { ...first, columns: columns.slice(0, MOST_NAMES), message }];
}

/** Names for a sentence, the first of many. */
export function namedShortly(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

/** Values for a sentence, with their first rows where the engine knows them. */
export function examplesOf({ examples, rows }: Breaches): string {
  return examples
    .map((text, at) => {
      const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
      return rows[at] === undefined ? `"${shown}"` : `"${shown}" in row ${rows[at]}`;
    })
    .join(', ');
}

/** The end of a sentence about values that break a rule. */
export function suchAs(breaches: Breaches | null): string {
  return breaches === null || breaches.count === 0 ? '' : `, such as ${examplesOf(breaches)}`;
}

/** Where values that are not shown are to be found. */
export function rowsOf({ rows }: Breaches): string {
  return rows.length === 0 ? '' : `, such as in row ${rows.toSorted((a, b) => a - b).join(', ')}`;
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
