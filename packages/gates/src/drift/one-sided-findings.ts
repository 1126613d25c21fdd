import type { Finding } from '@gatehouse/core';
import type { DriftInput } from './drift-input.ts';

/** A table may have thousands of columns; beyond so many they are counted. */
const MOST_NAMES = 50;

/**
 * Columns that only one side has. One that has left the data fails: nothing can be said of its values, and leaving is how a
 * broken feed shows. One that is new has nothing to be compared with and only warns.
 */
export function oneSidedFindings({
  missingColumns,
  newColumns,
}: Pick<DriftInput, 'missingColumns' | 'newColumns'>): readonly Finding[] {
  const missing = {
    measure: 'missing-columns',
    outcome: 'fail',
    severity: 'block',
    reasonCode: 'column-missing',
    ...namesOf(missingColumns),
    message: `The reference has ${namedWords(missingColumns)}, and the data do not; exclude what should not be compared.`,
  } as const;
  const added = {
    measure: 'new-columns',
    outcome: 'inconclusive',
    severity: 'warn',
    reasonCode: 'schema-broken',
    ...namesOf(newColumns),
    message: `The data have ${namedWords(newColumns)}, and the reference does not: nothing of them was compared.`,
  } as const;
  return [...(missingColumns.length === 0 ? [] : [missing]), ...(newColumns.length === 0 ? [] : [added])];
}

function namesOf(columns: readonly string[]): Pick<Finding, 'groups' | 'value'> {
  return { groups: columns.slice(0, MOST_NAMES), value: columns.length };
}

function namedWords(columns: readonly string[]): string {
  const more = columns.length - MOST_NAMES;
  const names = columns.slice(0, MOST_NAMES).map((name) => `"${name}"`);
  return `the ${columns.length === 1 ? 'column' : 'columns'} ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
