import type { Decision } from '@gatehouse/core';
import { type DriftRules, driftRules, sha256 } from '@gatehouse/core';
import { type ComparedColumn, type DriftInput, evaluateDrift } from '@gatehouse/gates';

export function rulesOf(given: object = {}): DriftRules {
  return driftRules.parse(given);
}

export function rowsColumn(
  column: string,
  reference: Float64Array,
  current: Float64Array,
  role: ComparedColumn['role'] = 'feature',
): ComparedColumn {
  return {
    column,
    role,
    rows: { reference: reference.length, current: current.length },
    missing: { reference: 0, current: 0 },
    values: { kind: 'rows', reference, current },
  };
}

export function categoriesColumn(
  column: string,
  reference: Readonly<Record<string, number>>,
  current: Readonly<Record<string, number>>,
  role: ComparedColumn['role'] = 'feature',
): ComparedColumn {
  const total = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((sum, rows) => sum + rows, 0);
  return {
    column,
    role,
    rows: { reference: total(reference), current: total(current) },
    missing: { reference: 0, current: 0 },
    values: {
      kind: 'categories',
      reference: new Map(Object.entries(reference)),
      other: 0,
      singletons: Object.values(reference).filter((rows) => rows === 1).length,
      current: new Map(Object.entries(current)),
      numeric: false,
    },
  };
}

export function judge(
  columns: readonly ComparedColumn[],
  given: object = {},
  more: Partial<DriftInput> = {},
): Decision {
  return evaluateDrift({
    config: rulesOf(given),
    context: { subject: null, policyDigest: null, inputs: [{ name: 'data', digest: sha256('batch') }] },
    columns,
    domain: { notPossible: 'no rows' },
    notCompared: [],
    missingColumns: [],
    newColumns: [],
    isItsReference: false,
    ...more,
  });
}
