import { type Measured, quotient, undefinedFor } from '../measured.ts';
import { checkGroupCount, type GroupCount } from './group-count.ts';

/** A single decision whose reversal changes the result, and how many such decisions the group has. */
export interface TippingDecision {
  readonly group: string;
  /** What the reversed decision becomes. */
  readonly becomes: 'selected' | 'rejected';
  readonly decisions: number;
}

/** The four-fifths rule on counts, and how little it would take to change its result. */
export interface FourFifths {
  /** Lowest over highest selection rate. */
  readonly ratio: Measured;
  /** `null` when the ratio is undefined. */
  readonly meets: boolean | null;
  /** Empty when no single decision matters; otherwise one person tips the result, and it proves nothing. */
  readonly tipping: readonly TippingDecision[];
}

const FOUR_FIFTHS = 0.8;
const TOLERANCE = 1e-12;

/**
 * Four-fifths rule: every group's selection rate is at least `limit` times the highest, equality included. Uniform
 * Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D; that one different decision must not tip the result is
 * question 21 of their Questions and Answers (44 FR 11996, 1979).
 *
 * Groups without rows are left out. The ratio is undefined with fewer than two groups (`single-group`, `empty-group`)
 * and when nobody is selected (`zero-denominator`). A reversal that makes it undefined tips it, too. O(G²).
 *
 * @throws RangeError unless counts are whole, 0 ≤ selected ≤ n, and limit is in (0, 1].
 */
export function fourFifths(groups: ReadonlyMap<string, GroupCount>, limit = FOUR_FIFTHS): FourFifths {
  if (!(limit > 0 && limit <= 1))
    throw new RangeError(`The limit of a selection ratio is above 0, up to 1, got ${limit}.`);
  for (const [group, count] of groups) {
    checkGroupCount(count, group);
    if (!Number.isSafeInteger(count.n) || !Number.isSafeInteger(count.selected)) {
      throw new RangeError(`Decisions are counted in whole numbers, got ${count.selected} of ${count.n} for ${group}.`);
    }
  }
  const present = new Map([...groups].filter(([, { n }]) => n > 0));
  const ratio = ratioOf(present);
  const meets = meetsLimit(ratio, limit);
  return { ratio, meets, tipping: meets === null ? [] : tippingDecisions(present, limit, meets) };
}

function ratioOf(groups: ReadonlyMap<string, GroupCount>): Measured {
  if (groups.size < 2) return undefinedFor(groups.size === 0 ? 'empty-group' : 'single-group');
  const rates = [...groups.values()].map(({ selected, n }) => selected / n);
  const lowest = rates.reduce((least, rate) => Math.min(least, rate));
  return quotient(
    lowest,
    rates.reduce((most, rate) => Math.max(most, rate)),
    'zero-denominator',
  );
}

function meetsLimit({ value }: Measured, limit: number): boolean | null {
  return value === null ? null : value >= limit - TOLERANCE;
}

function tippingDecisions(
  groups: ReadonlyMap<string, GroupCount>,
  limit: number,
  meets: boolean,
): readonly TippingDecision[] {
  return [...groups].flatMap(([group, { selected, n }]) =>
    (['selected', 'rejected'] as const).flatMap((becomes): readonly TippingDecision[] => {
      const decisions = becomes === 'selected' ? n - selected : selected;
      if (decisions === 0) return [];
      const reversed = new Map(groups).set(group, { selected: selected + (becomes === 'selected' ? 1 : -1), n });
      return meetsLimit(ratioOf(reversed), limit) === meets ? [] : [{ group, becomes, decisions }];
    }),
  );
}
