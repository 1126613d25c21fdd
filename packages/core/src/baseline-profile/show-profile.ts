import type { Digest } from '../digest.ts';
import type { BaselineProfile, ProfileColumn } from './profile-schema.ts';

/** One column in a few numbers, for a person. */
export interface ShownColumn {
  readonly column: string;
  readonly kind: ProfileColumn['kind'];
  readonly n: number;
  readonly missing: number;
  /** Edges of numbers, named categories of categories. */
  readonly bins: number;
  /** Rows of categories without a name; 0 for numbers. */
  readonly pooledRows: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly mean: number | null;
  /** Divisor n. */
  readonly standardDeviation: number | null;
}

/** A profile in a few numbers, for a person. */
export interface ShownProfile {
  readonly datasetDigest: Digest;
  readonly rows: number;
  readonly shards: number;
  readonly privacyFloor: number | null;
  readonly columns: readonly ShownColumn[];
}

/** What a profile holds, without its counts. */
export function showProfile(profile: BaselineProfile): ShownProfile {
  return {
    datasetDigest: profile.datasetDigest,
    rows: profile.rows,
    shards: profile.shards.length,
    privacyFloor: profile.privacyFloor,
    columns: Object.entries(profile.columns).map(([column, kept]) => showColumn(column, kept)),
  };
}

function showColumn(column: string, kept: ProfileColumn): ShownColumn {
  const missing = Object.values(kept.missing).reduce((sum, rows) => sum + rows, 0);
  const base = { column, kind: kept.kind, n: kept.n, missing };
  if (kept.kind === 'numbers') {
    const { minimum, maximum, mean, m2 } = kept;
    const standardDeviation = m2 === null ? null : Math.sqrt(m2 / kept.n);
    return { ...base, bins: kept.edges.length, pooledRows: 0, minimum, maximum, mean, standardDeviation };
  }
  const bins = Object.keys(kept.counts).length;
  return { ...base, bins, pooledRows: kept.other, minimum: null, maximum: null, mean: null, standardDeviation: null };
}
