import { ActionError, type FetchedValues, type WantedValues } from '@gatehouse/core';
import type { Sampling } from '@gatehouse/gates';
import { nameOf } from './binary-values.ts';
import type { GateColumns } from './gate-rows.ts';

/** What is fetched to know what rows count and which depend on each other: the weight, then the cluster, where there are. */
export function samplingColumns({ weight, cluster }: GateColumns): readonly WantedValues[] {
  return [
    ...(weight === null ? [] : [{ column: weight, as: 'numbers' } as const]),
    ...(cluster === null ? [] : [{ column: cluster, as: 'codes' } as const]),
  ];
}

/**
 * Weights and clusters from what {@link samplingColumns} fetched.
 *
 * @throws ActionError `refused`: `weight-not-positive`, and `value-missing` for a row without a cluster.
 */
export function samplingFrom({ weight, cluster }: GateColumns, fetched: readonly FetchedValues[]): Sampling {
  const weights = fetched.find((values) => values.as === 'numbers')?.values ?? null;
  const codes = fetched.find((values) => values.as === 'codes') ?? null;
  const bad = weights?.find((value) => !(value > 0));
  if (weight !== null && bad !== undefined) {
    const found = `the weight ${bad}`;
    throw refusedRows('weight-not-positive', { where: nameOf(weight), found, allowed: 'weights above 0' });
  }
  if (cluster !== null && codes?.values.includes(-1)) {
    const found = `${codes.values.filter((code) => code < 0).length} rows without a cluster`;
    throw refusedRows('value-missing', { where: nameOf(cluster), found, allowed: 'a cluster in every row' });
  }
  return { weights, clusters: codes === null ? null : numbered(codes.values) };
}

/** A cluster of which no row counts is none. */
function numbered(codes: Int32Array): NonNullable<Sampling['clusters']> {
  const places = new Map<number, number>();
  const of = codes.map((code) => {
    const place = places.get(code) ?? places.size;
    places.set(code, place);
    return place;
  });
  return { of, count: places.size };
}

export function refusedRows(
  reasonCode: 'weight-not-positive' | 'value-missing' | 'value-negative' | 'ids-duplicated',
  fault: { readonly where: string; readonly found: string; readonly allowed: string },
): ActionError {
  return new ActionError('refused', { ...fault, remedy: 'Correct the rows' }, { reasonCode });
}
