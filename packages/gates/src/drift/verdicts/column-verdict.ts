import { type Bounds, benjaminiHochberg, detectablePsi, holm } from '@gatehouse/stats';
import { type DriftLimit, type DriftLimitOverrides, type DriftMeasure, driftLimits, reaches } from '../drift-limits.ts';
import { binnedEffects } from '../effects/binned-effects.ts';
import type { ColumnEffect, MeasuredColumn, UnmeasuredColumn } from '../effects/column-effects.ts';

/** `warn` never changes the outcome of a gate; `inconclusive` does, as no policy may take it for a pass. */
export type DriftVerdict = 'pass' | 'warn' | 'fail' | 'inconclusive';

/** Why a verdict is what it is. */
export type DriftReason =
  | 'within-limit'
  | 'limit-exceeded'
  | 'warning-exceeded'
  | 'effect-without-evidence' // beyond the limit, and chance explains it
  | 'batch-too-small' // chance alone reaches the limit in more than one of twenty batches
  | 'bounds-span-limit' // a profile does not say on which side of the limit the effect is
  | 'empty-group'
  | 'insufficient-n';

/** Level of the evidence, over all columns together (stats.md §3.3). */
const ALPHA = 0.01;
/** An effect limit must lie above this quantile of its null law, or the batch says nothing about it. */
const NULL_LEVEL = 0.95;

/** A column and what was measured of it. */
export interface DriftColumn {
  readonly column: string;
  readonly measured: MeasuredColumn | UnmeasuredColumn;
  readonly limits?: DriftLimitOverrides;
}

/** One judged effect. */
export interface EffectVerdict {
  readonly measure: DriftMeasure;
  readonly verdict: DriftVerdict;
  readonly reason: DriftReason;
  readonly bounds: Bounds;
  readonly limit: DriftLimit;
  readonly failsWhen: 'above';
  /** 95 % of effects lie below this when nothing has drifted. */
  readonly nullQuantile: number;
  /** Smallest effect that these sizes let be seen. */
  readonly detectable: number;
  /** Current rows from which chance no longer reaches the limit; `null` when the reference is too small. */
  readonly requiredRows: number | null;
}

/** The verdict on the distribution of one column. */
export interface ColumnVerdict {
  readonly column: string;
  readonly verdict: DriftVerdict;
  readonly reason: DriftReason;
  readonly effects: readonly EffectVerdict[];
  /** Adjusted for all columns; smallest and largest that the data allow. `null` when nothing was tested. */
  readonly p: Bounds | null;
  readonly method: string | null;
  /** Adjusted by Benjamini and Hochberg, for reading only: at 0.05, one column in twenty named so has not drifted. */
  readonly falseDiscovery: number | null;
  readonly psi: number | null;
  /** Smallest PSI that these sizes let be seen; `null` for a single bin. */
  readonly psiDetectable: number | null;
  readonly population: Bounds | null;
  readonly n: { readonly reference: number; readonly current: number } | null;
}

/**
 * Judges the columns of a batch together. A column fails when an effect is at or above its limit and the evidence, adjusted
 * over all columns by Holm, is at most 0.01; it passes only when the batch was large enough to tell. Each column has one
 * test, whatever the number of its effects, so the family is the columns. The worst effect decides: fail, inconclusive, warn.
 *
 * An effect at its limit without evidence is inconclusive, not a pass: what was seen is what the policy forbids.
 *
 * @throws RangeError when a column occurs twice or a limit is no limit.
 */
export function judgeColumns(columns: readonly DriftColumn[]): readonly ColumnVerdict[] {
  const names = columns.map(({ column }) => column);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new RangeError(`Each column is judged once, got "${twice}" twice.`);
  const tested = columns.flatMap(({ column, measured }) => ('effects' in measured ? [{ column, measured }] : []));
  const smallest = holm(tested.map(({ measured }) => measured.evidence.p[0]));
  const largest = holm(tested.map(({ measured }) => measured.evidence.p[1]));
  const discovery = benjaminiHochberg(tested.map(({ measured }) => measured.evidence.p[1]));
  const alpha = ALPHA / Math.max(1, tested.length);
  const adjusted = new Map(
    tested.map(({ column }, at) => [
      column,
      { p: [smallest[at] ?? 1, largest[at] ?? 1] as const, falseDiscovery: discovery[at] ?? 1, alpha },
    ]),
  );
  return columns.map((column) => judgeColumn(column, adjusted.get(column.column)));
}

/** The evidence of a column among all columns. */
interface Adjusted {
  readonly p: Bounds;
  readonly falseDiscovery: number;
  /** The level that an effect of one column must have to be evidence among all. */
  readonly alpha: number;
}

const UNMEASURED = {
  effects: [],
  p: null,
  method: null,
  falseDiscovery: null,
  psi: null,
  psiDetectable: null,
  population: null,
  n: null,
} as const;

function judgeColumn({ column, measured, limits }: DriftColumn, adjusted: Adjusted | undefined): ColumnVerdict {
  const allLimits = driftLimits(limits);
  if (!('effects' in measured) || adjusted === undefined) {
    const reason = 'undefinedReason' in measured ? measured.undefinedReason : 'empty-group';
    return { column, ...verdictOf(reason), ...UNMEASURED };
  }
  const { p, falseDiscovery, alpha } = adjusted;
  const { psi, psiBins, sizes } = measured;
  const effects = [...measured.effects, ...binnedEffects(measured)].flatMap((effect) => {
    const limit = allLimits[effect.measure];
    return limit === undefined ? [] : [judgeEffect(effect, limit, adjusted)];
  });
  const worst = worstOf(effects);
  return {
    column,
    verdict: worst.verdict,
    reason: worst.reason,
    effects,
    p,
    method: measured.evidence.method,
    falseDiscovery,
    psi,
    psiDetectable: psiBins < 2 ? null : detectablePsi(psiBins, sizes, { alpha, power: 0.8 }),
    population: measured.population,
    n: sizes,
  };
}

function judgeEffect(effect: ColumnEffect, limit: DriftLimit, { p, alpha }: Adjusted): EffectVerdict {
  const [lower, upper] = effect.bounds;
  if (!(lower <= upper)) throw new RangeError(`The bounds of ${effect.measure} ascend, got ${lower} and ${upper}.`);
  const nullQuantile = effect.nullQuantile(NULL_LEVEL);
  const reason = reasonOf({ bounds: effect.bounds, p, nullQuantile }, limit);
  return {
    measure: effect.measure,
    ...verdictOf(reason),
    bounds: effect.bounds,
    limit,
    failsWhen: 'above',
    nullQuantile,
    detectable: effect.detectable(alpha),
    requiredRows: effect.requiredRows(limit.fail, 1 - alpha),
  };
}

/** The last line of this function is reached only by an effect that is known to be below the limit of failure. */
function reasonOf(
  seen: { readonly bounds: Bounds; readonly p: Bounds; readonly nullQuantile: number },
  limit: DriftLimit,
): DriftReason {
  const [lower, upper] = seen.bounds;
  const surely = seen.p[1] <= ALPHA;
  const possibly = seen.p[0] <= ALPHA;
  if (reaches(lower, limit.fail) && surely) return 'limit-exceeded';
  if (reaches(lower, limit.fail)) return 'effect-without-evidence';
  if (!(seen.nullQuantile <= limit.fail)) return 'batch-too-small';
  if (!(upper < limit.fail) || reaches(upper, limit.fail)) return 'bounds-span-limit';
  return reaches(upper, limit.warn) && possibly ? 'warning-exceeded' : 'within-limit';
}

function verdictOf(reason: DriftReason): { readonly verdict: DriftVerdict; readonly reason: DriftReason } {
  if (reason === 'within-limit') return { verdict: 'pass', reason };
  if (reason === 'limit-exceeded') return { verdict: 'fail', reason };
  return { verdict: reason === 'warning-exceeded' ? 'warn' : 'inconclusive', reason };
}

const WORST_FIRST: readonly DriftVerdict[] = ['fail', 'inconclusive', 'warn', 'pass'];

/** The worst of several; none at all is inconclusive, and so is one that is no verdict. */
export function worstVerdict(verdicts: readonly DriftVerdict[]): DriftVerdict {
  if (verdicts.some((verdict) => !WORST_FIRST.includes(verdict))) return 'inconclusive';
  return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'inconclusive';
}

function worstOf(effects: readonly EffectVerdict[]): { readonly verdict: DriftVerdict; readonly reason: DriftReason } {
  const verdict = worstVerdict(effects.map((effect) => effect.verdict));
  return effects.find((effect) => effect.verdict === verdict) ?? verdictOf('empty-group');
}
