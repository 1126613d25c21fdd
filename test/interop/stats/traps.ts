import {
  averagePrecision,
  chiSquareTest,
  cochranMantelHaenszel,
  confusionRate,
  expectedAuc,
  ksPValue,
  type Measured,
  matthews,
  meanAbsolutePercentageError,
  ndcgAt,
  rSquared,
} from '@gatehouse/stats';
import type { OracleCase } from './compare.ts';
import { trap } from './inputs.ts';

/** A difference that we know of: what the library gives, and what we give in its place. */
interface KnownDifference {
  readonly theirs: Readonly<Record<string, number>>;
  /** Our reason why there is no value, or our value. */
  readonly ours: () => string | number;
  readonly expected: string | number;
}

/** A known difference as it was found. */
export interface FoundDifference {
  readonly name: string;
  readonly theirs: string;
  readonly ours: string;
  readonly isAsKnown: boolean;
}

const NO_POSITIVES = { tp: 0, fn: 0, fp: 1, tn: 1 };
const pairs = (truth: readonly number[], predicted: readonly number[]) => ({
  truth: Float64Array.from(truth),
  predicted: Float64Array.from(predicted),
});

/** Places where a library gives a number for something that has none, or measures something else under the same name. */
const DIFFERENCES: Readonly<Record<string, KnownDifference>> = {
  'fairlearn, no positives': {
    theirs: { tpr: 0, fnr: 0 },
    ours: () => reasonOf(confusionRate('recall', NO_POSITIVES)),
    expected: 'no-positives',
  },
  'AIF360, none selected': {
    theirs: { ppv: 0 },
    ours: () => reasonOf(confusionRate('precision', { tp: 0, fp: 0, fn: 1, tn: 1 })),
    expected: 'no-predicted-positives',
  },
  // A test of fit takes the reference for the truth: with equal sizes it alarms in up to half of all batches.
  'evidently, fit to the reference': {
    theirs: { p: 0.67309 },
    ours: () => {
      const found = chiSquareTest([
        [16, 18, 16, 14, 12, 12],
        [16, 16, 16, 16, 16, 8],
      ]);
      return found.undefinedReason ?? found.p;
    },
    expected: 0.898526,
  },
  // Its area depends on the order of rows with one score.
  'NannyML, tied scores': {
    theirs: { auc: 0.3 },
    ours: () => numberOf(expectedAuc(Float64Array.of(0.9, 0.1, 0.9, 0.1), new Float64Array(4).fill(0.5))),
    expected: 0.5,
  },
  'scikit-learn, zero target': {
    theirs: { mape: 2 ** 51 },
    ours: () => reasonOf(meanAbsolutePercentageError(pairs([0, 1], [1, 1]))),
    expected: 'zero-target',
  },
  'scikit-learn, constant target': {
    theirs: { right: 1, wrong: 0 },
    ours: () => reasonOf(rSquared(pairs([2, 2], [1, 2]))),
    expected: 'constant-target',
  },
  'scikit-learn, no relevant item': {
    theirs: { ndcg: 0 },
    // The query is left out of the mean and counted as left out.
    ours: () =>
      ndcgAt(
        {
          offsets: Uint32Array.of(0, 2),
          relevance: Float64Array.of(0, 0),
          scores: Float64Array.of(1, 2),
        },
        2,
      ).excluded,
    expected: 1,
  },
  'scikit-learn, constant prediction': {
    theirs: { matthews: 0 },
    ours: () => reasonOf(matthews({ tp: 2, fp: 1, fn: 0, tn: 0 })),
    expected: 'constant-prediction',
  },
  'scikit-learn, no positives': {
    theirs: { averagePrecision: 0 },
    ours: () => reasonOf(averagePrecision({ labels: Uint8Array.of(0, 0), scores: Float64Array.of(0.1, 0.2) })),
    expected: 'no-positives',
  },
  // R corrects nothing there and we stop at 0; statsmodels corrects to the other side.
  'statsmodels, correction past zero': {
    theirs: { statistic: 0.25 / ((20 * 20 * 20 * 20) / (40 * 40 * 39)) },
    ours: () => {
      const half = { successes: 10, n: 20 };
      const found = cochranMantelHaenszel([{ first: half, second: half }], 'continuity');
      return found.undefinedReason ?? found.statistic;
    },
    expected: 0,
  },
};

/** scipy stops counting at 10,000 rows a side; we count up to ten million cells. Its values are drawn anew with the data. */
function manyRows({ expected }: OracleCase): FoundDifference {
  const { auto = Number.NaN, exact = Number.NaN, distance = Number.NaN } = expected;
  const ours = ksPValue({ distance: Number(distance), n: 10_001, m: 9 }).p;
  return {
    name: 'scipy, more than 10000 rows',
    theirs: `auto ${show(Number(auto))}, exact ${show(Number(exact))}`,
    ours: show(ours),
    isAsKnown: isNear(ours, Number(exact)) && !isNear(Number(auto), Number(exact)),
  };
}

/** Checks every known difference; one that no case shows is not as known, and so is a case that is not known here. */
export function checkDifferences(cases: readonly OracleCase[]): readonly FoundDifference[] {
  const shown = new Map(cases.map((one) => [trap.parse(one.input).name, one]));
  const names = new Set([...Object.keys(DIFFERENCES), ...shown.keys()]);
  return [...names].map((name) => {
    const found = shown.get(name);
    const known = DIFFERENCES[name];
    if (found !== undefined && name === 'scipy, more than 10000 rows') return manyRows(found);
    if (found === undefined || known === undefined) {
      return { name, theirs: found === undefined ? 'not measured' : 'unknown here', ours: '', isAsKnown: false };
    }
    const ours = known.ours();
    return {
      name,
      theirs: Object.entries(found.expected)
        .map(([key, value]) => `${key} ${show(Number(value))}`)
        .join(', '),
      ours: typeof ours === 'string' ? `undefined, ${ours}` : show(ours),
      isAsKnown:
        Object.entries(known.theirs).every(([key, value]) => isNear(Number(found.expected[key]), value)) &&
        (typeof ours === 'number' && typeof known.expected === 'number'
          ? isNear(ours, known.expected)
          : ours === known.expected),
    };
  });
}

function reasonOf(measured: Measured): string {
  return measured.undefinedReason ?? 'defined';
}

function numberOf(measured: Measured<string>): string | number {
  return measured.value ?? measured.undefinedReason ?? 'undefined';
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b));
}

function show(value: number): string {
  return String(Number(value.toPrecision(6)));
}
