import type { BaselineProfile } from '@gatehouse/core';

type NumbersColumn = Extract<BaselineProfile['columns'][string], { readonly kind: 'numbers' }>;

/** Factors between units that are mixed up: decimal places, inch, foot, pound, kilometre per mile, minutes, hours, days. */
const FACTORS: readonly number[] = [
  2.54, 10, 100, 1000, 1e6, 1e9, 0.3048, 0.453_592_37, 1.609_344, 7, 12, 24, 60, 3600, 86_400,
];
const TOLERANCE = 0.05;

/** How the median moved, and the factor of units that it is near to. */
export interface UnitJump {
  readonly ratio: number;
  /** As a person reads it: `1000` or `1/1000`; `null` when the ratio is near none. */
  readonly factor: string | null;
}

/** `null` where no ratio exists: no value, a median of 0, or another sign. */
export function unitJump(median: number | null, reference: NumbersColumn): UnitJump | null {
  const before = medianOf(reference);
  if (median === null || before === null || !(Math.sign(median) * Math.sign(before) > 0)) return null;
  const ratio = median / before;
  const near = (factor: number): boolean => Math.abs(ratio / factor - 1) <= TOLERANCE;
  const up = FACTORS.find(near);
  if (up !== undefined) return { ratio, factor: String(up) };
  const down = FACTORS.find((factor) => near(1 / factor));
  return { ratio, factor: down === undefined ? null : `1/${down}` };
}

/** The middle value when it is an edge of the profile, else the mean of the values between the two edges around it. */
export function medianOf({ n, edges, equal, open, openSums }: NumbersColumn): number | null {
  const middle = Math.ceil(n / 2);
  let passed = 0;
  for (let at = 0; n > 0 && at <= edges.length; at += 1) {
    const between = open[at] ?? 0;
    passed += between;
    if (passed >= middle) return (openSums[at] ?? 0) / between;
    passed += equal[at] ?? 0;
    if (passed >= middle) return edges[at] ?? null;
  }
  return null;
}
