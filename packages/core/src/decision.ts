import type { Digest } from './digest.ts';
import type { ReasonCode } from './reason-codes.ts';

/** What a gate found. Broken input is an error, never an outcome. */
export type Outcome = 'pass' | 'fail' | 'inconclusive';

/** `warn` marks a finding a person should read; it never changes the outcome. */
export type Severity = 'block' | 'warn';

/** Lower and upper bound; `null` where a bound is infinite or not defined. */
export type Interval = readonly [number | null, number | null];

/**
 * What a confidence is said of: of each bound by itself (both together hold with less), of the interval, or of the intervals
 * of all comparisons together (each of them holds with more).
 */
export const COVERAGES = ['each-bound', 'interval', 'all-intervals'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** One judged measure, or one reason why none could be judged. */
export interface Finding {
  /** Kebab-case name of the measure: `false-positive-rate-difference`, `accuracy`. */
  readonly measure: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly reasonCode: ReasonCode;
  /** The groups compared, for fairness: the one with the larger rate first, of a ratio the numerator first. */
  readonly groups?: readonly string[];
  readonly value: number | null;
  readonly interval?: Interval;
  readonly confidence?: number;
  /** What `confidence` is said of; a bound that is `null` is not part of it. Without it, of the interval. */
  readonly coverage?: Coverage;
  /** Sample sizes the value rests on, in the order of `groups` where there are groups. */
  readonly n?: readonly number[];
  /**
   * About how many rows, in each group where there are groups, would settle the finding with power 0.8 if its value stays
   * what it is. Only of a finding that is inconclusive for want of rows, so it is more than the smallest `n`.
   */
  readonly requiredN?: number;
  readonly limit?: number;
  /** A p-value and a distance cannot be confused: the side of the limit that fails is part of the finding. */
  readonly failsWhen?: 'above' | 'below';
  /** A value equal to the limit fails too. Without it, equality passes. */
  readonly failsAtLimit?: true;
  readonly method?: string;
  /** One sentence for a person, following the wording rules: what was measured, how surely, against which limit. */
  readonly message: string;
}

/** What a decision rests on, by digest. */
export interface DecisionInput {
  readonly name: string;
  readonly digest: Digest;
  readonly rows?: number;
}

/** The result of one gate: outcome plus findings. Holds no time and no run id, so equal inputs give equal bytes. */
export interface Decision {
  readonly schemaVersion: 1;
  readonly gate: GateName;
  readonly outcome: Outcome;
  /** `null` only in a quick look at a table, where no model file is in sight. */
  readonly subject: { readonly model: string; readonly modelDigest: Digest } | null;
  readonly policyDigest: Digest | null;
  readonly inputs: readonly DecisionInput[];
  readonly findings: readonly Finding[];
  /** Every computed measure under its kebab-case name, not only gated ones. */
  readonly measures: Readonly<Record<string, unknown>>;
  /** `requiredN` is by measure, the most that a finding about it needs; empty where no finding is for want of rows. */
  readonly power: { readonly minimumDetectable: number | null; readonly requiredN: Readonly<Record<string, number>> };
  /** What a reader might expect here and was not measured. */
  readonly notMeasured: readonly string[];
}

export const GATE_NAMES = ['performance', 'fairness', 'drift', 'data'] as const;
export type GateName = (typeof GATE_NAMES)[number];

/**
 * The worst of several outcomes: fail, then inconclusive, then pass.
 * No outcome at all is inconclusive: an empty list never passes.
 */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('fail')) return 'fail';
  if (outcomes.length === 0 || outcomes.includes('inconclusive')) return 'inconclusive';
  return 'pass';
}
