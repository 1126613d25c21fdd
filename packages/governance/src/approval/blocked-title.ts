import type { Decision, Finding } from '@gatehouse/core';

/** So much is read at a glance in a list of checks; the summary of the check holds the rest. */
const LONGEST = 100;

/**
 * One line for the list of checks: which gate does not pass, and the measure and groups that decided it.
 * "Blocked by fairness: false-positive-rate-difference is 0.24, limit 0.1 (yes, no)". Of several gates it says how many,
 * and what decided each. Where that is too long, the least important part is left out.
 *
 * @param standing decisions that no waiver covers.
 */
export function blockedTitle(standing: readonly Decision[]): string {
  const blocking = standing.filter(({ outcome }) => outcome !== 'pass');
  const [only, ...others] = blocking;
  if (only === undefined) return 'Blocked, and no decision says why';
  return fitting(others.length === 0 ? titlesOfOne(only) : titlesOfSeveral(blocking));
}

/** The finding that made the decision what it is. */
export function decisiveFinding({ findings, outcome }: Decision): Finding | undefined {
  return findings.find((finding) => finding.severity === 'block' && finding.outcome === outcome);
}

/** From the fullest to the shortest. */
function titlesOfOne(decision: Decision): readonly string[] {
  const title = `Blocked by ${gateName(decision)}`;
  const finding = decisiveFinding(decision);
  if (finding === undefined) return [title];
  const { measure, message, value, interval, limit, groups = [] } = finding;
  const between = groups.length === 0 ? '' : ` (${groups.join(', ')})`;
  const bound = limit === undefined ? '' : `, limit ${limit}`;
  const is = `${measure} is ${short(value)}`;
  // What could not be measured is told in words: "group yes of afam has 12 rows; policy minimum 30".
  const told =
    value === null || interval === undefined
      ? [message, message.split('; ')[0]]
      : [
          `${is} (${interval.map(short).join(' to ')})${bound}${between}`,
          `${is}${bound}${between}`,
          `${is} (${interval.map(short).join(' to ')})${bound}`,
          `${is}${bound}`,
        ];
  return [...[...told, `${measure}${between}`, measure].map((text) => `${title}: ${text}`), title];
}

function titlesOfSeveral(decisions: readonly Decision[]): readonly string[] {
  const title = `Blocked by ${decisions.length} gates`;
  const named = decisions.map((decision) => {
    const finding = decisiveFinding(decision);
    return finding === undefined ? gateName(decision) : `${gateName(decision)}: ${finding.measure}`;
  });
  return [`${title}: ${named.join('; ')}`, `${title}: ${decisions.map(gateName).join(', ')}`, title];
}

function gateName({ gate, outcome }: Decision): string {
  return outcome === 'fail' ? gate : `${gate} (${outcome})`;
}

function fitting(titles: readonly string[]): string {
  return titles.find((title) => title.length <= LONGEST) ?? titles.at(-1) ?? '';
}

function short(value: number | null): string {
  return value === null ? '∞' : value.toFixed(2);
}
