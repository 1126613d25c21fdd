import type { DriftRules } from '@gatehouse/core';
import type { SampleSizes } from '@gatehouse/stats';
import type { DriftLimitOverrides } from './drift-limits.ts';
import type { DrawnNull } from './effects/bin-null.ts';
import { type CategoryCounts, measureCategories } from './effects/category-effects.ts';
import type { MeasuredColumn, UnmeasuredColumn } from './effects/column-effects.ts';
import { measureProfiles, type ProfiledNumbers } from './effects/numeric-profile.ts';
import { measureRows } from './effects/numeric-rows.ts';
import { alignedCategories } from './effects/profile-categories.ts';
import type { QualityCounts } from './verdicts/quality-verdict.ts';

/** What a column is for. Features are judged together; a target or a prediction is judged by itself. */
export type DriftRole = 'feature' | 'target' | 'prediction';

/** Values of a column on both sides, without the missing ones. */
export type ComparedValues =
  | { readonly kind: 'rows'; readonly reference: Float64Array; readonly current: Float64Array }
  | {
      readonly kind: 'profiles';
      readonly reference: ProfiledNumbers;
      readonly current: ProfiledNumbers;
      /** Current values below the least or above the largest of the reference. */
      readonly outside: number;
    }
  | {
      readonly kind: 'categories';
      readonly reference: CategoryCounts;
      /** Rows of the reference whose category has no name in its profile. */
      readonly other: number;
      /** Categories that the reference has once. */
      readonly singletons: number;
      readonly current: CategoryCounts;
      /** Whether the categories are numbers of few values. */
      readonly numeric: boolean;
    };

/** A column of both sides before it is judged. */
export interface ComparedColumn {
  readonly column: string;
  readonly role: DriftRole;
  /** Rows, those without a usable value included. */
  readonly rows: SampleSizes;
  /** Rows without a usable value: null, NaN, infinite. */
  readonly missing: SampleSizes;
  readonly values: ComparedValues;
}

/** Effects and evidence of a column. */
export function measureColumn({ values }: ComparedColumn, draws: DrawnNull): MeasuredColumn | UnmeasuredColumn {
  if (values.kind === 'rows') return measureRows(values, draws);
  if (values.kind === 'profiles') return measureProfiles(values, draws);
  const aligned = alignedOf(values);
  return measureCategories(aligned.reference, aligned.current, draws);
}

/** What is counted of a column beside its distribution. */
export function qualityCounts({ column, rows, missing, values }: ComparedColumn): readonly QualityCounts[] {
  const present = { reference: rows.reference - missing.reference, current: rows.current - missing.current };
  const counts: QualityCounts[] = [{ measure: 'missing-rate-difference', column, missing, rows }];
  // Without a value on a side the distribution is inconclusive already, and there is no rate to add to it.
  if (present.reference === 0 || present.current === 0) return counts;
  if (values.kind === 'categories') {
    const { newRows } = alignedOf(values);
    const { singletons, other: pooled } = values;
    return [...counts, { measure: 'new-category-rate', column, newRows, singletons, pooled, rows: present }];
  }
  const outside = values.kind === 'profiles' ? values.outside : rowsOutside(values);
  return [...counts, { measure: 'out-of-range-rate', column, outside, rows: present }];
}

function alignedOf(values: Extract<ComparedValues, { kind: 'categories' }>): ReturnType<typeof alignedCategories> {
  return alignedCategories({ counts: values.reference, other: values.other }, values.current);
}

function rowsOutside({
  reference,
  current,
}: {
  readonly reference: Float64Array;
  readonly current: Float64Array;
}): number {
  let [least, largest, outside] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const value of reference) {
    if (value < least) least = value;
    if (value > largest) largest = value;
  }
  for (const value of current) if (value < least || value > largest) outside += 1;
  return outside;
}

/** The limits that hold for a column: those of the gate, and its own in their place. */
export function limitsOf(config: DriftRules, column: string): DriftLimitOverrides {
  const rules = config['column-rules'];
  const own = Object.hasOwn(rules, column) ? rules[column]?.limits : undefined;
  return Object.fromEntries(
    [...Object.entries(config.limits), ...Object.entries(own ?? {})].flatMap(([measure, limit]) =>
      limit === undefined ? [] : [[measure, { ...limit, failsWhen: 'above' as const }]],
    ),
  );
}
