import type { Decision, Finding } from '@gatehouse/core';
import { isRecord } from './decision-tables.ts';
import { formatPercent } from './number-format.ts';

const MOST_NAMED = 2;

/**
 * What a drift gate has to say in one line: `2 of 15 columns have drifted, limit < 50 %`, and what else decided. Empty for
 * other gates, and where no columns were judged together.
 */
export function driftHeadline(decision: Decision): string {
  const dataset = decision.gate === 'drift' ? decision.measures['dataset'] : undefined;
  if (!isRecord(dataset)) return '';
  const { 'judged-columns': judged, 'drifted-columns': drifted, 'drifted-share': share } = dataset;
  const limit = dataset['drifted-share-limit'];
  const counted = typeof judged === 'number' && typeof drifted === 'number' && judged > 0;
  const decided = decision.outcome === 'pass' ? [] : decision.findings.filter((one) => decides(one, decision));
  const parts = [
    counted ? `${drifted} of ${judged} columns ${drifted === 1 ? 'has' : 'have'} drifted` : '',
    counted && typeof share === 'number' && Math.abs(share - drifted / judged) > 1e-9
      ? `${formatPercent(share)} by importance`
      : '',
    counted && typeof limit === 'number' ? `limit < ${formatPercent(limit)}` : '',
    decided.length === 0 ? '' : `${decision.outcome} by ${named(decided)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function decides({ severity, outcome, measure }: Finding, decision: Decision): boolean {
  return severity === 'block' && outcome === decision.outcome && measure !== 'drifted-share';
}

function named(findings: readonly Finding[]): string {
  const names = findings.slice(0, MOST_NAMED).map(({ measure, groups }) => {
    const [column] = groups ?? [];
    return column === undefined ? measure : `${measure} of ${column}`;
  });
  const more = findings.length - names.length;
  return `${names.join(' and ')}${more > 0 ? ` and ${more} more` : ''}`;
}
