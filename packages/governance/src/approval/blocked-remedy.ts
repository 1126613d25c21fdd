import type { Decision } from '@gatehouse/core';
import { blockingFindings, isWaivable } from '../waivers/apply-waivers.ts';
import { WAIVERS_FOLDER } from '../waivers/waiver.ts';

/**
 * What helps against gates that do not pass, for whoever reads a red check: another candidate, and a waiver where every
 * finding can be waived. That approvals do not help is said, because people ask for them first.
 *
 * @param standing decisions that no waiver covers.
 */
export function blockedRemedy(standing: readonly Decision[]): readonly string[] {
  const failed = standing.some(({ outcome }) => outcome === 'fail');
  const better = failed
    ? 'Push a commit that trains a better candidate.'
    : 'The data cannot tell: let gatehouse.yml name more evaluation data, or push a commit that trains another candidate.';
  return [`${better} Approvals do not help: nobody approves past a gate.`, ...waiverNotes(standing)];
}

/** Waivers are of no use when they leave one finding standing, so they are named only where they can cover all. */
function waiverNotes(standing: readonly Decision[]): readonly string[] {
  const found = standing
    .filter(({ outcome }) => outcome !== 'pass')
    .flatMap((decision) => blockingFindings(decision).map((finding) => ({ gate: decision.gate, finding })));
  const stuck = found.filter(({ finding }) => !isWaivable(finding)).map(({ finding }) => finding.reasonCode);
  if (stuck.length > 0 || found.length === 0) {
    return [stuck.length === 0 ? 'No waiver excuses it.' : `No waiver excuses ${[...new Set(stuck)].join(', ')}.`];
  }
  const things = [...new Set(found.map(({ gate, finding }) => `${gate} ${finding.measure}`))].join(', ');
  return [
    `Where it must be accepted for a while: a waiver in ${WAIVERS_FOLDER}/, merged into the default branch first, of ${things}.`,
    'How to write one: docs/waivers-and-emergencies.md of Gatehouse.',
  ];
}
