export const id = 5035;
export const ids = [5035];
export const modules = {

/***/ 25035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/action-kit/src/engine-sources.js + 3 modules
var engine_sources = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/packages/action-kit/src/artifacts.js
var artifacts = __webpack_require__(52244);
// EXTERNAL MODULE: ./build/packages/core/src/baseline-profile/profile-schema.js + 1 modules
var profile_schema = __webpack_require__(64725);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/tables/src/table-limits.js
var table_limits = __webpack_require__(74174);
// EXTERNAL MODULE: ./build/packages/tables/src/engine/operation-support.js
var operation_support = __webpack_require__(68759);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/gate-subject.js
var gate_subject = __webpack_require__(30622);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/private-folder.js
var private_folder = __webpack_require__(622);
// EXTERNAL MODULE: ./build/packages/stats/src/random/xoshiro.js
var xoshiro = __webpack_require__(89155);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/assemble-decision.js
var assemble_decision = __webpack_require__(24840);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/metric-seed.js
var metric_seed = __webpack_require__(14435);
// EXTERNAL MODULE: ./build/packages/stats/src/measured.js
var measured = __webpack_require__(24333);
// EXTERNAL MODULE: ./build/packages/stats/src/sample-checks.js
var sample_checks = __webpack_require__(46405);
;// CONCATENATED MODULE: ./build/packages/stats/src/binning/count-vector.js

/**
 * The sum of the counts.
 *
 * @throws RangeError when a count is negative or not finite, or there is no bin.
 */
function totalCount(counts) {
    if (counts.length === 0)
        throw new RangeError('Counts need at least one bin, got none.');
    let total = 0;
    for (let i = 0; i < counts.length; i += 1) {
        const count = Number(counts[i]);
        if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) {
            throw new RangeError(`A count is a finite number from 0, got ${count} in bin ${i}.`);
        }
        total += count;
    }
    return total;
}
/** @throws RangeError unless the points are finite and each is above the one before. */
function count_vector_checkAscending(points, what) {
    (0,sample_checks/* checkFinite */.ug)(points, what);
    for (let i = 1; i < points.length; i += 1) {
        if (!(Number(points[i - 1]) < Number(points[i]))) {
            throw new RangeError(`${what} ascend strictly, got ${points[i - 1]} before ${points[i]}.`);
        }
    }
}
/** Number of points below `value`, so the index of the first point that is not below it. O(log n). */
function count_vector_pointsBelow(points, value) {
    let low = 0;
    let high = points.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if (Number(points[middle]) < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/binned-pair.js


/**
 * Measures the shares of both sides; undefined when a side has no row.
 *
 * @throws RangeError when the sides differ in their number of bins or a count is negative or not finite.
 */
function measureShares(pair, measure) {
    const totals = pairTotals(pair);
    if (totals === null)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    return measure({
        p: Float64Array.from(pair.reference, (count) => count / totals.reference),
        q: Float64Array.from(pair.current, (count) => count / totals.current),
    });
}
/** Totals of both sides; `null` when one has no row. */
function pairTotals(pair) {
    if (pair.reference.length !== pair.current.length) {
        throw new RangeError(`Both sides must have the same bins, got ${pair.reference.length} and ${pair.current.length}.`);
    }
    const reference = totalCount(pair.reference);
    const current = totalCount(pair.current);
    return reference === 0 || current === 0 ? null : { reference, current };
}
/** Sum over the bins of a term of both shares, with compensation of rounding (Neumaier). */
function sumOverBins(shares, term) {
    let sum = 0;
    let lost = 0;
    for (let i = 0; i < shares.p.length; i += 1) {
        const value = term(Number(shares.p[i]), Number(shares.q[i]));
        const next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }
    return sum + lost;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/jensen-shannon.js


/**
 * Jensen-Shannon distance √(½KL(p‖m) + ½KL(q‖m)), m = (p + q)/2. From 0 (the same shares) to √ln 2 = 0.8326 in nats or 1
 * in bits (no bin in common); higher means more drift. A metric: symmetric, with the triangle inequality. Empty bins need
 * no smoothing.
 *
 * Undefined (`empty-group`) when a side has no row. Endres and Schindelin (2003), IEEE Transactions on Information Theory
 * 49, 1858-1860.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 * @example jensenShannon({ reference: [1, 0], current: [0.5, 0.5] }, 'nats').value // 0.46450140402245893
 */
function jensenShannon(pair, unit) {
    return measureShares(pair, (shares) => {
        const divergence = sumOverBins(shares, term) / (unit === 'bits' ? Math.LN2 : 1);
        return (0,measured/* defined */.sw)(Math.sqrt(Math.min(divergence, unit === 'bits' ? 1 : Math.LN2)));
    });
}
/**
 * ½[p·ln(p/m) + q·ln(q/m)] = (p+q)/4 · [2d·atanh d + ln(1-d²)], d = (p-q)/(p+q). Each term is of the order of d² by
 * itself, where the two logarithms of the definition cancel.
 */
function term(p, q) {
    const sum = p + q;
    if (sum === 0)
        return 0;
    const d = Math.abs(p - q) / sum;
    return d === 1 ? (sum / 2) * Math.LN2 : (sum / 4) * (2 * d * Math.atanh(d) + Math.log1p(-d * d));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/smoothing.js


/** As `measureShares` on smoothed shares. Undefined when a side has no row: smoothing is no evidence. */
function measureSmoothedShares(pair, smoothing, measure) {
    if (smoothing === 'evidently') {
        return measureShares(pair, ({ p, q }) => measure({ p: withFloor(p), q: withFloor(q) }));
    }
    const totals = pairTotals(pair);
    if (totals === null)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    const extra = pair.reference.length / 2;
    return measure({
        p: Float64Array.from(pair.reference, (count) => (count + 0.5) / (totals.reference + extra)),
        q: Float64Array.from(pair.current, (count) => (count + 0.5) / (totals.current + extra)),
    });
}
function withFloor(shares) {
    const smallest = shares.reduce((least, share) => (share > 0 && share < least ? share : least), 1);
    const floor = smallest <= 0.0001 ? smallest / 1e6 : 0.0001;
    return shares.map((share) => (share === 0 ? floor : share));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/psi.js



/**
 * Population stability index Σ(p - q)·ln(p/q), p the shares of the reference, q of the current data: the sum of both
 * Kullback-Leibler divergences. From 0 (the same shares) without upper bound; higher means more drift; nats. Symmetric.
 *
 * Undefined (`empty-group`) when a side has no row. Near no drift it is χ² of B-1 degrees over nm/(n+m), so small samples
 * alone make it large: compare with `chiSquareEffectQuantile`. Yurdakul and Naranjo (2020), Journal of Risk Model
 * Validation 14(4); evidently 0.7 `stattests/psi.py` for the other smoothing.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 * @example psi({ reference: [5, 5], current: [3, 7] }, 'evidently').value // 0.169459572077
 */
function psi(pair, smoothing = 'half') {
    return measureSmoothedShares(pair, smoothing, (shares) => (0,measured/* defined */.sw)(Math.max(0, sumOverBins(shares, (p, q) => (p - q) * Math.log(p / q)))));
}

// EXTERNAL MODULE: ./build/packages/stats/src/arguments.js
var src_arguments = __webpack_require__(65505);
// EXTERNAL MODULE: ./build/packages/stats/src/special/saddle-point.js + 1 modules
var saddle_point = __webpack_require__(22367);
;// CONCATENATED MODULE: ./build/packages/stats/src/special/hypergeometric.js

/** The fewest and the most marked balls that can be drawn. */
function hypergeometricRange({ marked, unmarked, draws }) {
    return [Math.max(0, draws - unmarked), Math.min(marked, draws)];
}
/** The most likely number of marked balls. */
function hypergeometricMode(urn) {
    const { marked, unmarked, draws } = urn;
    const [least, most] = hypergeometricRange(urn);
    return Math.min(most, Math.max(least, Math.floor(((draws + 1) * (marked + 1)) / (marked + unmarked + 2))));
}
/**
 * ln P(X = x) for x marked balls among those drawn, as a quotient of three binomial densities with p = draws/balls
 * (Loader 2000), so that large urns cost no digits. -Infinity outside the range.
 */
function logHypergeometricDensity(x, urn) {
    const { marked, unmarked, draws } = urn;
    const [least, most] = hypergeometricRange(urn);
    if (x < least || x > most)
        return Number.NEGATIVE_INFINITY;
    const balls = marked + unmarked;
    if (balls === 0)
        return 0;
    const p = draws / balls;
    const q = (balls - draws) / balls;
    const density = (successes, n) => (0,saddle_point/* logBinomialDensity */.a)({ successes, failures: n - successes, p, q });
    return density(x, marked) + density(draws - x, unmarked) - density(draws, balls);
}
/** P(X = x+1)/P(X = x). 0 at the upper end. */
function hypergeometricStep(x, { marked, unmarked, draws }) {
    return ((marked - x) * (draws - x)) / ((x + 1) * (unmarked - draws + x + 1));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/fisher-exact.js


/** Tables this much likelier than the observed one count as equally likely: rounding must not lose a tie (R's choice). */
const TIE = Math.log1p(1e-7);
/**
 * Fisher's exact test of a 2×2 table, two-sided: the probability, with all margins fixed, of the tables that are no likelier
 * than the observed one. 1 when a margin is 0: there is only one table then.
 *
 * The cost is that of a few standard deviations of the cell, whatever the size of the table. Fisher (1934).
 *
 * @throws RangeError when a count is not a whole number from 0.
 * @example fisherExact({ first: { yes: 12, no: 3 }, second: { yes: 17, no: 16 } }) // 0.110025
 */
function fisherExact({ first, second }) {
    for (const count of [first.yes, first.no, second.yes, second.no])
        (0,src_arguments/* checkCount */.wE)(count);
    const urn = { marked: first.yes + second.yes, unmarked: first.no + second.no, draws: first.yes + first.no };
    const observed = logHypergeometricDensity(first.yes, urn);
    const limit = observed + TIE;
    const [least, most] = hypergeometricRange(urn);
    const mode = hypergeometricMode(urn);
    if (logHypergeometricDensity(mode, urn) <= limit)
        return 1;
    // The density falls on either side of the mode, so each tail begins where it first is low enough.
    const isLow = (x) => logHypergeometricDensity(x, urn) <= limit;
    const above = firstWhere(isLow, mode, most + 1);
    const below = mode - firstWhere((distance) => isLow(mode - distance), 0, mode - least + 1);
    return Math.min(1, upperSum(above, urn) + lowerSum(below, urn));
}
/** The first whole number from `from` at which a condition holds that holds from there on; `to` when there is none. */
function firstWhere(holds, from, to) {
    let [low, high] = [from, to];
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (holds(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}
function upperSum(from, urn) {
    let term = Math.exp(logHypergeometricDensity(from, urn));
    let sum = 0;
    for (let x = from; term > sum * 1e-17; x += 1) {
        sum += term;
        term *= hypergeometricStep(x, urn);
    }
    return sum;
}
function lowerSum(from, urn) {
    const { marked, unmarked, draws } = urn;
    return upperSum(draws - from, { marked: unmarked, unmarked: marked, draws });
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/chi-square.js + 1 modules
var chi_square = __webpack_require__(70989);
;// CONCATENATED MODULE: ./build/packages/stats/src/contingency/table.js

/**
 * The sums of a table; undefined when it has fewer than two groups or a group has no count.
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 */
function table_margins(table) {
    const width = table[0]?.length ?? 0;
    const all = new Float64Array(width);
    const rows = table.map((row) => rowTotal(row, all));
    if (rows.length < 2)
        return (0,measured/* undefinedFor */.iN)('single-group');
    if (rows.includes(0))
        return (0,measured/* undefinedFor */.iN)('empty-group');
    const kept = Int32Array.from(all.keys()).filter((column) => Number(all[column]) > 0);
    const columns = Float64Array.from(kept, (column) => Number(all[column]));
    return { rows, columns, kept, total: rows.reduce((sum, row) => sum + row, 0) };
}
/** Adds the row to the sums of the columns, and returns its own sum. */
function rowTotal(row, columns) {
    if (row.length !== columns.length) {
        throw new RangeError(`The groups of a table have one length, got ${columns.length} and ${row.length}.`);
    }
    let total = 0;
    for (let column = 0; column < row.length; column += 1) {
        const count = Number(row[column]);
        if (!Number.isSafeInteger(count) || count < 0) {
            throw new RangeError(`A count of a table is a whole number from 0, got ${count}.`);
        }
        columns[column] = Number(columns[column]) + count;
        total += count;
    }
    return total;
}
/** The sum over all cells of what `term` makes of observed and expected count. */
function table_sumOverCells(table, { rows, columns, kept, total }, term) {
    let sum = 0;
    for (const [group, row] of table.entries()) {
        const share = Number(rows[group]) / total;
        for (let at = 0; at < kept.length; at += 1) {
            sum += term(Number(row[Number(kept[at])]), share * Number(columns[at]));
        }
    }
    return sum;
}
/** The smallest expected count. */
function leastExpected({ rows, columns, total }) {
    return (Math.min(...rows) / total) * columns.reduce((least, column) => Math.min(least, column), total);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/contingency/chi-square-test.js


/**
 * Pearson's χ² test that all groups have one distribution over the categories: Σ(O - E)²/E with (r-1)(c-1) degrees of freedom.
 * With two groups and two categories Yates' correction moves each count by min(½, |O - E|) toward its expectation, unless
 * `correction` is `none`. Categories without a count are left out; with a single one left, nothing can differ: statistic 0,
 * df 0, p 1.
 *
 * Undefined when a group has no count (`empty-group`) or there is only one (`single-group`). Valid where the expected counts
 * are at least 5: merge categories with `mergeSmallCategories` first.
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 * @example chiSquareTest([[10, 10, 20], [20, 20, 20]]) // { statistic: 2.7777777777777777, df: 2, p: 0.24935… }
 */
function chiSquareTest(table, correction = 'yates') {
    const sums = margins(table);
    if ('undefinedReason' in sums)
        return sums;
    return pearsonTest({ table, sums }, correction);
}
/** {@link chiSquareTest} of a table whose sums are known to be valid. */
function pearsonTest({ table, sums }, correction) {
    const moved = correction === 'yates' && degrees(sums) === 1 ? 0.5 : 0;
    const statistic = table_sumOverCells(table, sums, (observed, expected) => {
        const distance = Math.abs(observed - expected);
        return (distance - Math.min(moved, distance)) ** 2 / expected;
    });
    return tested(statistic, degrees(sums));
}
/**
 * The G test of homogeneity, 2ΣO·ln(O/E), without continuity correction: as {@link chiSquareTest} from the likelihood ratio.
 *
 * @throws RangeError as {@link chiSquareTest}.
 * @example gTest([[10, 10, 20], [20, 20, 20]]) // { statistic: 2.7688587616781319, df: 2, p: 0.25046668 }
 */
function gTest(table) {
    const sums = margins(table);
    if ('undefinedReason' in sums)
        return sums;
    const statistic = sumOverCells(table, sums, (observed, expected) => observed === 0 ? 0 : 2 * observed * Math.log(observed / expected));
    return tested(Math.max(0, statistic), degrees(sums));
}
function tested(statistic, df) {
    return { statistic, df, p: (0,chi_square/* chiSquareSf */.To)(statistic, df), undefinedReason: null };
}
function degrees({ rows, columns }) {
    return (rows.length - 1) * (columns.length - 1);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/contingency/merge-small-categories.js

/** The expected count from which Pearson's statistic follows the χ² law well enough. */
const LEAST_EXPECTED = 5;
/**
 * Merges the two categories with the smallest pooled counts, again and again, until every expected count is at least 5 or
 * two categories are left. Which are merged depends on the pooled counts only, not on how the groups differ, so the test
 * afterwards keeps its level. Categories without a count vanish; ties go to the earlier category.
 *
 * A table that has no valid sums (an empty group, a single group) is returned without its empty categories, not adequate.
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 */
function mergeSmallCategories(table) {
    const sums = table_margins(table);
    if ('undefinedReason' in sums)
        return { table: table.map((row) => Float64Array.from(row)), categories: [], adequate: false };
    // Ascending, and taken from the front: what is merged goes back to its place.
    const queue = Array.from(sums.kept, (column, at) => ({ count: Number(sums.columns[at]), categories: [column] })).sort((a, b) => a.count - b.count);
    const isAdequate = () => leastExpected({ ...sums, columns: Float64Array.of(Number(queue[0]?.count)) }) >= LEAST_EXPECTED;
    while (queue.length > 2 && !isAdequate()) {
        const rarest = queue.splice(0, 2);
        const merged = {
            count: rarest.reduce((sum, { count }) => sum + count, 0),
            categories: rarest.flatMap(({ categories }) => categories),
        };
        const place = queue.findIndex(({ count }) => count > merged.count);
        queue.splice(place < 0 ? queue.length : place, 0, merged);
    }
    const categories = queue
        .map((part) => part.categories.toSorted((a, b) => a - b))
        .sort(([a], [b]) => Number(a) - Number(b));
    return {
        table: table.map((row) => Float64Array.from(categories, (part) => part.reduce((sum, at) => sum + Number(row[at]), 0))),
        categories,
        adequate: isAdequate(),
    };
}

;// CONCATENATED MODULE: ./build/packages/stats/src/contingency/homogeneity.js




/**
 * The test of stats.md §3.2 that two groups have one distribution over categories: small categories merged until every
 * expected count is 5, then χ², with Yates' correction when two are left, or Fisher's exact test when even those are too
 * small. For very many rare categories `monteCarloHomogeneity` merges nothing.
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 */
function homogeneity(first, second) {
    const { table, categories, adequate } = mergeSmallCategories([first, second]);
    const sums = table_margins(table);
    if ('undefinedReason' in sums)
        return sums;
    const { statistic, df, p } = pearsonTest({ table, sums }, 'yates');
    const found = { categories: categories.length, undefinedReason: null };
    if (df === 0)
        return { ...found, p, statistic, df, method: 'single category' };
    if (adequate)
        return { ...found, p, statistic, df, method: df === 1 ? 'chi-square, yates' : 'chi-square' };
    const exact = fisherExact({ first: yesNo(table[0]), second: yesNo(table[1]) });
    return { ...found, p: exact, statistic: null, df: null, method: 'fisher, exact' };
}
function yesNo(row) {
    return { yes: Number(row?.[0]), no: Number(row?.[1]) };
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/positive-root.js
var positive_root = __webpack_require__(66727);
;// CONCATENATED MODULE: ./build/packages/stats/src/special/kolmogorov.js

/**
 * Q(λ) = P(K > λ) of Kolmogorov's limit law: 2Σ(-1)^(k-1)·e^(-2k²λ²), and below 1 its theta transform
 * 1 - √(2π)/λ·Σe^(-(2k-1)²π²/(8λ²)), which converges there. 1 at 0 and below.
 *
 * @throws RangeError when λ is NaN.
 * @example kolmogorovSf(1.3580986393225505) // 0.05
 */
function kolmogorovSf(lambda) {
    if (Number.isNaN(lambda))
        throw new RangeError('The argument of the Kolmogorov law is a number, got NaN.');
    if (lambda <= 0)
        return 1;
    if (lambda < 1)
        return 1 - lowerTail(lambda);
    let sum = 0;
    for (let k = 1; k <= 6; k += 1)
        sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
    return sum;
}
/**
 * The λ that Kolmogorov's law exceeds with probability `alpha`.
 *
 * @throws RangeError unless 0 < alpha < 1.
 * @example kolmogorovCritical(0.01) // 1.627623611518957
 */
function kolmogorovCritical(alpha) {
    if (!(alpha > 0 && alpha < 1))
        throw new RangeError(`A tail probability lies between 0 and 1, got ${alpha}.`);
    return (0,positive_root/* positiveRoot */.I)((lambda) => kolmogorovSf(lambda) > alpha, 30);
}
function lowerTail(lambda) {
    let sum = 0;
    for (let odd = 7; odd >= 1; odd -= 2)
        sum += Math.exp(-((odd * Math.PI) ** 2) / (8 * lambda * lambda));
    return (Math.sqrt(2 * Math.PI) / lambda) * sum;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/special/noncentral-chi-square.js



/**
 * P(X > x) of a noncentral χ² variable: the power of a χ² test. The mixture of central tails with Poisson(λ/2) weights
 * (Abramowitz and Stegun 26.4.25), summed outward from the largest weight.
 *
 * @throws RangeError unless x ≥ 0, df is finite and above 0, and the noncentrality is a finite number from 0.
 * @example noncentralChiSquareSf(21.665994333461924, { df: 9, noncentrality: 21.43 }) // 0.8001
 */
function noncentralChiSquareSf(x, { df, noncentrality }) {
    if (!(noncentrality >= 0 && noncentrality < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`A noncentrality is a finite number from 0, got ${noncentrality}.`);
    }
    const mean = noncentrality / 2;
    if (mean === 0)
        return (0,chi_square/* chiSquareTails */.ti)(x, df).upper;
    const centre = Math.floor(mean);
    const term = (j) => weight(j, mean) * (0,chi_square/* chiSquareTails */.ti)(x, df + 2 * j).upper;
    let sum = 0;
    // The tails grow with j, so a term below the last digit bounds those above it only by its weight.
    for (let j = centre; j === centre || weight(j, mean) > sum * 1e-18; j += 1)
        sum += term(j);
    for (let j = centre - 1; j >= 0; j -= 1) {
        const next = term(j);
        sum += next;
        if (next <= sum * 1e-18)
            break;
    }
    return Math.min(1, sum);
}
/**
 * The noncentrality λ at which a χ² test at level `alpha` has the power wanted. An effect measure that is χ²/n under the
 * null then sees λ/n: the smallest effect a "no drift" could have seen (stats.md §5).
 *
 * @throws RangeError unless 0 < alpha < power < 1 and df is finite and above 0.
 * @example noncentralityForPower({ df: 9, alpha: 0.01, power: 0.8 }) // 21.43
 */
function noncentralityForPower({ df, alpha, power }) {
    if (!(alpha < power && power < 1)) {
        throw new RangeError(`A power lies between the level ${alpha} and 1, got ${power}.`);
    }
    const critical = (0,chi_square/* chiSquareCritical */.FF)(alpha, df);
    const isWeak = (noncentrality) => noncentralChiSquareSf(critical, { df, noncentrality }) < power;
    let top = 1;
    while (isWeak(top))
        top *= 2;
    return (0,positive_root/* positiveRoot */.I)(isWeak, top);
}
function weight(j, mean) {
    return Math.exp(j === 0 ? -mean : (0,saddle_point/* logPoissonDensity */.U)(j, mean));
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/normal-quantile.js
var normal_quantile = __webpack_require__(43642);
;// CONCATENATED MODULE: ./build/packages/stats/src/drift/effective-size.js
/**
 * Effective size nm/(n + m) of a comparison of two samples: the null distributions of all distances shrink with it.
 *
 * @throws RangeError when a size is not a whole number from 1.
 */
function effectiveSize({ reference, current }) {
    for (const n of [reference, current]) {
        if (!Number.isSafeInteger(n) || n < 1)
            throw new RangeError(`A sample size is a whole number from 1, got ${n}.`);
    }
    return (reference / (reference + current)) * current;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/detectable-effect.js




/**
 * The smallest PSI that a χ² test on these sizes would have seen: λ/n_e, λ the noncentrality that gives the χ² test of
 * bins - 1 degrees its power. An approximation near no drift; 8·JS² and 8·H² read the same.
 *
 * @throws RangeError when a size or the number of bins is not allowed, or not 0 < alpha < power < 1.
 * @example detectablePsi(10, { reference: 1000, current: 1000 }, { alpha: 0.01, power: 0.8 }) // 0.0429, as n_e is 500
 */
function detectablePsi(bins, sizes, design) {
    return psiNoncentrality(bins, design) / effectiveSize(sizes);
}
/** The effective size nm/(n + m) from which a PSI of `effect` would be seen: the inverse of {@link detectablePsi}. */
function requiredSizeForPsi(bins, effect, design) {
    if (!(effect > 0))
        throw new RangeError(`An effect to be seen is above 0, got ${effect}.`);
    return psiNoncentrality(bins, design) / effect;
}
/**
 * The Kolmogorov-Smirnov distance that a test on these sizes would have seen: (K_alpha + ½·z_power)/√n_e, at most 1. A
 * heuristic upper value: one standard error of a difference of two distribution functions is at most ½/√n_e.
 *
 * @throws RangeError when a size is not a whole number from 1, or not 0 < alpha < power < 1.
 * @example detectableKs({ reference: 1000, current: 1000 }, { alpha: 0.01, power: 0.8 }) // 0.0916
 */
function detectableKs(sizes, design) {
    checkDesign(design);
    const critical = kolmogorovCritical(design.alpha) + (0,normal_quantile/* normalQuantile */.Z)(design.power) / 2;
    return Math.min(1, critical / Math.sqrt(effectiveSize(sizes)));
}
function psiNoncentrality(bins, design) {
    if (!Number.isSafeInteger(bins) || bins < 2)
        throw new RangeError(`Bins are a whole number from 2, got ${bins}.`);
    return noncentralityForPower({ df: bins - 1, ...design });
}
function checkDesign({ alpha, power }) {
    if (!(0 < alpha && alpha < power && power < 1)) {
        throw new RangeError(`A design has 0 < alpha < power < 1, got ${alpha} and ${power}.`);
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/contingency/cramer-v.js



/**
 * Cramér's V, √(χ²/(N·(min(r, c) - 1))) without continuity correction: 0 when all groups have one distribution, 1 when the
 * group tells the category or the category the group. Higher is more different. Biased up in small samples, by about
 * √(df/N).
 *
 * Undefined when a group has no count, when there is one group, and when only one category has counts (`single-class`).
 *
 * @throws RangeError when a count is not a whole number from 0 or the groups have different lengths.
 * @example cramerV([[16, 18, 16, 14, 12, 12], [16, 16, 16, 16, 16, 8]]) // 0.0960116
 */
function cramerV(table) {
    const sums = table_margins(table);
    if ('undefinedReason' in sums)
        return sums;
    const smaller = Math.min(sums.rows.length, sums.columns.length) - 1;
    if (smaller === 0)
        return (0,measured/* undefinedFor */.iN)('single-class');
    return (0,measured/* defined */.sw)(Math.min(1, Math.sqrt(pearsonTest({ table, sums }, 'none').statistic / (sums.total * smaller))));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/effect-quantile.js



/**
 * The value that an effect on bins stays below with probability `level` when nothing has drifted: from χ² of bins - 1
 * degrees over n_e = nm/(n + m). Jensen-Shannon in nats. 0 for a single bin, where no effect is possible.
 *
 * An effect limit below this quantile cannot be told from chance with these sizes. The approximation holds for expected
 * counts of about five and more; PSI with half smoothing within 9 % at the 95 % quantile. Lin (1991), IEEE Transactions on
 * Information Theory 37, 145-151 (the expansion); Yurdakul and Naranjo (2020) for PSI.
 *
 * @throws RangeError when a size is not a whole number from 1, bins is not one, or level is not in (0, 1).
 * @example chiSquareEffectQuantile('psi', { bins: 10, sizes: { reference: 2000, current: 700 } }, 0.95) // 0.0326
 */
function chiSquareEffectQuantile(effect, data, level) {
    const { bins, sizes } = data;
    if (!Number.isSafeInteger(bins) || bins < 1)
        throw new RangeError(`Bins are a whole number from 1, got ${bins}.`);
    if (!(level > 0 && level < 1))
        throw new RangeError(`A level is a number between 0 and 1, got ${level}.`);
    const ne = effectiveSize(sizes);
    if (bins === 1)
        return 0;
    const chiSquare = (0,chi_square/* chiSquareQuantile */.pV)(level, bins - 1);
    if (effect === 'psi')
        return chiSquare / ne;
    if (effect === 'cramer-v')
        return Math.min(1, Math.sqrt(chiSquare / (sizes.reference + sizes.current)));
    const limit = effect === 'hellinger' ? 1 : Math.sqrt(Math.LN2);
    return Math.min(limit, Math.sqrt(chiSquare / (8 * ne)));
}
/**
 * The value that the Kolmogorov-Smirnov distance stays below with probability `level` when nothing has drifted: the
 * quantile of Kolmogorov's law over √n_e, at most 1. For data with ties the distance is smaller still. Smirnov (1948),
 * Annals of Mathematical Statistics 19, 279-281.
 *
 * @throws RangeError when a size is not a whole number from 1 or level is not in (0, 1).
 * @example kolmogorovEffectQuantile({ reference: 1000, current: 1000 }, 0.95) // 0.0607
 */
function kolmogorovEffectQuantile(sizes, level) {
    return Math.min(1, kolmogorovCritical(1 - level) / Math.sqrt(effectiveSize(sizes)));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/hellinger.js


/**
 * Hellinger distance √(1 - Σ√(pq)), computed as √(½Σ(√p - √q)²), which keeps its digits for shares that are nearly equal.
 * From 0 (the same shares) to 1 (no bin in common); higher means more drift. A metric.
 *
 * Undefined (`empty-group`) when a side has no row. Hellinger (1909), Crelle 136, 210-271.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 */
function hellinger(pair) {
    return measureShares(pair, (shares) => {
        const squares = sumOverBins(shares, (p, q) => (Math.sqrt(p) - Math.sqrt(q)) ** 2);
        return (0,measured/* defined */.sw)(Math.min(1, Math.sqrt(squares / 2)));
    });
}

// EXTERNAL MODULE: ./build/packages/stats/src/random/binomial.js
var binomial = __webpack_require__(72692);
;// CONCATENATED MODULE: ./build/packages/stats/src/drift/redrawn-quantile.js


/**
 * The values that effects stay below with probability `level` when nothing has drifted, for effects without a known law
 * (total variation, L∞, Wasserstein-1): both sides are drawn anew as multinomial counts with the pooled shares, and the
 * quantile is the value of rank ⌈level·(redraws + 1)⌉, so that a fresh value exceeds it with probability 1 - level at most.
 * All effects see the same draws, in the order given.
 *
 * Counts alone are enough, so a baseline profile without rows serves. `null` when a side has no row. The cost is that of
 * 2·redraws·bins binomial draws, about 3 µs for each pair of them: group the cells of a long profile before.
 *
 * @throws RangeError when the sides have different bins, a count is not a whole number from 0, there are too few redraws
 *   for the level, or an effect is NaN.
 */
function redrawnEffectQuantiles(pair, effects, { level, random, redraws = 999 }) {
    const rank = Math.ceil(level * (redraws + 1) - 1e-9);
    // A rank among the redraws says that the level lies between 0 and 1.
    if (!(Number.isSafeInteger(redraws) && rank >= 1 && rank <= redraws)) {
        throw new RangeError(`A level between 0 and 1 needs 1/(1 - level) redraws or more, got ${level} and ${redraws}.`);
    }
    const n = wholeTotal(pair.reference);
    const m = wholeTotal(pair.current);
    if (pair.reference.length !== pair.current.length) {
        throw new RangeError(`Both sides must have the same bins, got ${pair.reference.length} and ${pair.current.length}.`);
    }
    if (n === 0 || m === 0)
        return null;
    const pooled = Float64Array.from(pair.reference, (count, i) => count + Number(pair.current[i]));
    const drawn = effects.map(() => new Float64Array(redraws));
    for (let b = 0; b < redraws; b += 1) {
        const reference = (0,binomial/* multinomialDraw */.v)(n, pooled, random);
        const redrawn = { reference, current: (0,binomial/* multinomialDraw */.v)(m, pooled, random) };
        for (const [i, effect] of effects.entries()) {
            const value = effect(redrawn);
            if (Number.isNaN(value))
                throw new RangeError('The effect of redrawn counts must be a number, got NaN.');
            drawn[i]?.set([value], b);
        }
    }
    return drawn.map((values) => Number(values.sort()[rank - 1]));
}
/**
 * The Wasserstein-1 distance of counts that sit on known positions, as the effect for {@link redrawnEffectQuantiles}:
 * Σ|F - G|·gap.
 *
 * @param positions Where each bin lies, ascending; for a profile its edges and the means of the open bins between.
 */
function wassersteinOfPositions(positions) {
    return ({ reference, current }) => {
        const n = totalCount(reference);
        const m = totalCount(current);
        let difference = 0;
        let distance = 0;
        for (let i = 0; i + 1 < positions.length; i += 1) {
            difference += Number(reference[i]) / n - Number(current[i]) / m;
            distance += Math.abs(difference) * (Number(positions[i + 1]) - Number(positions[i]));
        }
        return distance;
    };
}
function wholeTotal(counts) {
    const total = totalCount(counts);
    for (let i = 0; i < counts.length; i += 1) {
        if (!Number.isSafeInteger(counts[i]))
            throw new RangeError(`A count is a whole number from 0, got ${counts[i]}.`);
    }
    return total;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/effects/column-effects.js
/** Current rows below which nothing is said of a distribution (stats.md §5). */
const FEWEST_CURRENT_ROWS = 50;
/**
 * Current rows m for which nm/(n + m) reaches an effective size, n the rows of the reference: m = n·n_e/(n - n_e), and
 * {@link FEWEST_CURRENT_ROWS} at least. `null` when n ≤ n_e: no number of current rows is enough then.
 */
function currentRowsFor(effective, reference) {
    if (!(reference > effective))
        return null;
    return Math.max(FEWEST_CURRENT_ROWS, Math.ceil((reference * effective) / (reference - effective) - 1e-9));
}
/** Why these sizes allow no statement about a distribution; `null` when they do. */
function unmeasurable({ reference, current }) {
    if (reference === 0 || current === 0)
        return { undefinedReason: 'empty-group' };
    return current < FEWEST_CURRENT_ROWS ? { undefinedReason: 'insufficient-n' } : null;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/effects/bin-null.js


/** Below this expected count in any cell the effects do not follow their χ² law. */
const bin_null_LEAST_EXPECTED = 5;
/** Cells that may be drawn for one law: many bins make the law narrow, and fewer draws then tell its quantile as well. */
const MOST_DRAWN_CELLS = 100_000;
const FEWEST_REDRAWS = 199;
/**
 * A Jensen-Shannon quantile below which no draw is worth its time: the laws differ by a factor of 1.2, that of V by 4.5 at
 * most (a row with an expected count of 0.05 adds 19 where χ² has 3.84), and the least of usual limits is ten times this.
 */
const NEAR_LIMITS = 0.01;
/** The quantile of drawn laws by which rows are said to be enough: the one that decides whether a batch is too small. */
const DRAWN_LEVEL = 0.95;
/**
 * The law of the effects of a pair of counts when nothing has drifted: χ² where every expected count is 5 or more, else
 * drawn, both sides as multinomial counts with the pooled shares. With rare categories the χ² law errs both ways: cells
 * that expect one to three rows make a Jensen-Shannon distance larger than it says, cells that expect less make it smaller
 * (decision record 12).
 */
function binNull(pair, draws) {
    const sizes = { reference: totalOf(pair.reference), current: totalOf(pair.current) };
    const given = { bins: pair.reference.length, sizes };
    const isRare = bin_null_leastExpected(pair, sizes) < bin_null_LEAST_EXPECTED;
    const isNear = chiSquareEffectQuantile('jensen-shannon', given, DRAWN_LEVEL) >= NEAR_LIMITS;
    return isRare && isNear ? drawnNull(pair, given, draws) : formulaNull(given);
}
function formulaNull({ bins, sizes }) {
    return {
        quantile: (effect, level) => chiSquareEffectQuantile(effect, { bins, sizes }, level),
        requiredRows(effect, limit, level) {
            const chiSquare = bins < 2 ? 0 : (0,chi_square/* chiSquareQuantile */.pV)(level, bins - 1);
            if (effect === 'cramer-v')
                return rowsForTotal(chiSquare / limit ** 2, sizes);
            return currentRowsFor(chiSquare / asPsi(effect, limit), sizes.reference);
        },
    };
}
/** Near no drift PSI ≈ 8·JS² ≈ 8·H². */
function asPsi(effect, value) {
    return effect === 'psi' ? value : 8 * value ** 2;
}
function rowsForTotal(total, { reference }) {
    return Math.max(FEWEST_CURRENT_ROWS, Math.ceil(total - reference));
}
function drawnNull(pair, { bins, sizes }, { random, redraws }) {
    const affordable = Math.min(redraws, Math.max(FEWEST_REDRAWS, Math.floor(MOST_DRAWN_CELLS / bins)));
    const known = new Map();
    const quantile = (effect, level) => {
        const found = known.get(level) ?? drawnQuantiles(pair, { level, random, redraws: affordable });
        known.set(level, found);
        return found[effect];
    };
    return {
        quantile,
        requiredRows(effect, limit) {
            const byFormula = formulaNull({ bins, sizes }).requiredRows(effect, limit, DRAWN_LEVEL);
            const reached = asPsi(effect, quantile(effect, DRAWN_LEVEL)) / asPsi(effect, limit);
            const byScale = effect === 'cramer-v'
                ? rowsForTotal((sizes.reference + sizes.current) * reached, sizes)
                : currentRowsFor(effectiveSize(sizes) * reached, sizes.reference);
            // With more rows more of the rare categories come up: the effects shrink slower than their drawn law here.
            return byFormula === null || byScale === null ? null : Math.max(byFormula, byScale);
        },
    };
}
function drawnQuantiles(pair, draws) {
    const effects = [
        (drawn) => psi(drawn).value,
        (drawn) => jensenShannon(drawn, 'nats').value,
        (drawn) => hellinger(drawn).value,
        // V has no value where both sides hold one and the same category: nothing differs there.
        (drawn) => cramerV([drawn.reference, drawn.current]).value ?? 0,
    ];
    const found = redrawnEffectQuantiles(pair, effects.map((effect) => (drawn) => effect(drawn) ?? Number.NaN), draws);
    const [stability, distance, affinity, association] = found ?? [];
    return {
        psi: stability ?? Number.POSITIVE_INFINITY,
        'jensen-shannon': distance ?? Number.POSITIVE_INFINITY,
        hellinger: affinity ?? Number.POSITIVE_INFINITY,
        'cramer-v': association ?? Number.POSITIVE_INFINITY,
    };
}
function bin_null_leastExpected({ reference, current }, sizes) {
    const smaller = Math.min(sizes.reference, sizes.current) / (sizes.reference + sizes.current);
    let least = Number.POSITIVE_INFINITY;
    for (let bin = 0; bin < reference.length; bin += 1) {
        const pooled = Number(reference[bin]) + Number(current[bin]);
        if (pooled > 0)
            least = Math.min(least, pooled * smaller);
    }
    return least;
}
function totalOf(counts) {
    return Array.from(counts).reduce((total, count) => total + count, 0);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/effects/category-effects.js



/** Categories of the reference that are kept apart; the rest is one bin. */
const MOST_CATEGORIES = 1000;
const POWER = 0.8;
/**
 * Counts of the union of both sides' categories. Beyond {@link MOST_CATEGORIES} the most frequent of the reference stay (of
 * equal ones the first by name) and all others are pooled in the last bin. The order of bins carries no meaning.
 *
 * @throws RangeError when a count is not a whole number from 0.
 */
function categoryBins(reference, current) {
    const present = [...new Set([...withRows(reference), ...withRows(current)])];
    if (present.length <= MOST_CATEGORIES) {
        return { reference: countsOf(reference, present), current: countsOf(current, present) };
    }
    const kept = withRows(reference)
        .sort((a, b) => Number(reference.get(b)) - Number(reference.get(a)) || (a < b ? -1 : 1))
        .slice(0, MOST_CATEGORIES);
    return { reference: withRest(reference, kept), current: withRest(current, kept) };
}
function withRows(counts) {
    return [...counts].flatMap(([category, count]) => {
        if (!Number.isSafeInteger(count) || count < 0) {
            throw new RangeError(`The count of a category is a whole number from 0, got ${count}.`);
        }
        return count > 0 ? [category] : [];
    });
}
function countsOf(counts, categories) {
    return Float64Array.from(categories, (category) => counts.get(category) ?? 0);
}
function withRest(counts, kept) {
    const own = countsOf(counts, kept);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return Float64Array.of(...own, total - own.reduce((sum, count) => sum + count, 0));
}
/**
 * Jensen-Shannon distance in nats and Cramér's V of a column of categories, with the χ² test of homogeneity as evidence.
 * V is left out when both sides hold one and the same category: it has no value there, and nothing differs.
 *
 * V shrinks with the imbalance of the sizes, so against a large reference the Jensen-Shannon distance is what decides.
 *
 * @throws RangeError when a count is not a whole number from 0.
 */
function measureCategories(reference, current, draws) {
    const pair = categoryBins(reference, current);
    const sizes = { reference: sum(pair.reference), current: sum(pair.current) };
    const refused = unmeasurable(sizes);
    if (refused !== null)
        return refused;
    const distance = jensenShannon(pair, 'nats');
    const stability = psi(pair);
    const test = homogeneity(pair.reference, pair.current);
    if (distance.value === null || stability.value === null || test.undefinedReason !== null) {
        return { undefinedReason: 'empty-group' };
    }
    const bins = pair.reference.length;
    const law = binNull(pair, draws);
    const effects = [
        {
            measure: 'jensen-shannon',
            bounds: [distance.value, distance.value],
            nullQuantile: (level) => law.quantile('jensen-shannon', level),
            detectable: (alpha) => (bins < 2 ? 0 : Math.sqrt(detectablePsi(bins, sizes, { alpha, power: POWER }) / 8)),
            requiredRows: (limit, level) => law.requiredRows('jensen-shannon', limit, level),
        },
    ];
    const association = cramerV([pair.reference, pair.current]);
    if (association.value !== null)
        effects.push(associationEffect(association.value, { bins, sizes, law }));
    return {
        sizes,
        effects,
        evidence: { p: [test.p, test.p], method: test.method },
        psi: stability.value,
        psiBins: bins,
        pair,
        binNull: law,
        transport: null,
        population: null,
    };
}
function associationEffect(value, of) {
    const { bins, sizes, law } = of;
    const rows = sizes.reference + sizes.current;
    return {
        measure: 'cramer-v',
        bounds: [value, value],
        nullQuantile: (level) => law.quantile('cramer-v', level),
        detectable: (alpha) => Math.min(1, Math.sqrt(noncentralityForPower({ df: bins - 1, alpha, power: POWER }) / rows)),
        requiredRows: (limit, level) => law.requiredRows('cramer-v', limit, level),
    };
}
function sum(counts) {
    return Array.from(counts).reduce((total, count) => total + count, 0);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/binning/edge-counts.js


/**
 * Counts the values of a sample on and between edges. O(n log edges).
 *
 * @throws RangeError when the edges are empty or do not ascend, or a value is not finite.
 */
function countOnEdges(values, edges) {
    if (edges.length === 0)
        throw new RangeError('Edge counts need at least one edge, got none.');
    checkAscending(edges, 'Edges');
    checkFinite(values, 'A value');
    const equal = new Float64Array(edges.length);
    const open = new Float64Array(edges.length + 1);
    for (const value of values) {
        const at = pointsBelow(edges, value);
        if (edges[at] === value)
            equal[at] = Number(equal[at]) + 1;
        else
            open[at] = Number(open[at]) + 1;
    }
    return { edges, equal, open };
}
/**
 * Counts of two parts of one sample together. Whole counts add without rounding up to 2^53, so the order and grouping of
 * shards cannot be seen in the result.
 *
 * @throws RangeError when the edges differ.
 */
function mergeEdgeCounts(first, second) {
    checkSameEdges(first, second);
    return {
        edges: first.edges,
        equal: first.equal.map((count, i) => count + Number(second.equal[i])),
        open: first.open.map((count, i) => count + Number(second.open[i])),
    };
}
/** Number of values. @throws RangeError when the arrays do not fit each other or a count is no count. */
function edgeTotal(counts) {
    const { edges, equal, open } = counts;
    if (edges.length === 0 || equal.length !== edges.length || open.length !== edges.length + 1) {
        throw new RangeError(`Edge counts hold k edges, k equal and k + 1 open counts, k ≥ 1, got ${edges.length}, ${equal.length} and ${open.length}.`);
    }
    count_vector_checkAscending(edges, 'Edges');
    return totalCount(equal) + totalCount(open);
}
/** @throws RangeError when two profiles do not share every edge: their counts cannot be compared then. */
function checkSameEdges(first, second) {
    const same = first.edges.length === second.edges.length && first.edges.every((edge, i) => Object.is(edge, second.edges[i]));
    if (!same)
        throw new RangeError('Both counts must be of the same edges, got different ones.');
}

;// CONCATENATED MODULE: ./build/packages/stats/src/profile/ks-bounds.js

/**
 * Bounds of the Kolmogorov-Smirnov distance sup|F - G| of two samples known by their counts on and between edges.
 *
 * Lower: the largest |F - G| at an edge and just below one, where both are known. Upper: within an open bin F - G can
 * rise to at most F(e_j-) - G(e_(j-1)), and G - F likewise. They part by max_j min(p_open, q_open) at most, so by 1/1000
 * where the edges are quantiles of one sample at j/1000, and not at all where one side has no value inside a bin.
 *
 * `null` when a side has no value.
 *
 * @throws RangeError when the edges differ or counts are not finite numbers from 0.
 * @example ksBounds(countOnEdges(a, edges), countOnEdges(b, edges)) // [0.0544, 0.0554]
 */
function ksBounds(reference, current) {
    checkSameEdges(reference, current);
    const n = edgeTotal(reference);
    const m = edgeTotal(current);
    if (n === 0 || m === 0)
        return null;
    let [f, g, lower, upper] = [0, 0, 0, 0];
    for (let j = 0; j < reference.open.length; j += 1) {
        const beforeF = f + Number(reference.open[j]);
        const beforeG = g + Number(current.open[j]);
        // Counts are kept whole and divided late, so that equal shares give exactly zero.
        upper = Math.max(upper, beforeF / n - g / m, beforeG / m - f / n);
        lower = Math.max(lower, Math.abs(beforeF / n - beforeG / m));
        f = beforeF + Number(reference.equal[j] ?? 0);
        g = beforeG + Number(current.equal[j] ?? 0);
        lower = Math.max(lower, Math.abs(f / n - g / m));
    }
    return [Math.min(1, lower), Math.min(1, Math.max(lower, upper))];
}

;// CONCATENATED MODULE: ./build/packages/stats/src/profile/wasserstein-bounds.js

/**
 * Bounds of the Wasserstein-1 distance ∫|F - G| dx of two samples known by counts and sums between edges.
 *
 * Over bin j the signed integral is known exactly: I = w·start + p·(e_j - x̄) - q·(e_j - ȳ), start = F - G at the left end,
 * p and q the shares strictly inside, x̄ and ȳ their means. Σ|I| is the lower bound, and exact unless F - G changes its sign
 * inside a bin. That needs q > start > 0, p > -start > 0, or start = 0 and both shares positive; such a bin adds at most
 * ½·w·max(p, q). Outside the edges the least and largest values close the outer bins.
 *
 * `null` when a side has no value. Use the lower bound to fail and the upper to pass.
 *
 * @throws RangeError when the edges differ, counts are not finite numbers from 0, or a mean lies outside its bin.
 */
function wassersteinBounds(reference, current) {
    checkSameEdges(reference.counts, current.counts);
    if (edgeTotal(reference.counts) === 0 || edgeTotal(current.counts) === 0)
        return null;
    let lower = 0;
    let slack = 0;
    for (const bin of bins(reference, current)) {
        const { from, to, start, p, q } = bin;
        const width = to - from;
        lower += Math.abs(width * start + p * (to - bin.meanP) - q * (to - bin.meanQ));
        if (signCanChange(start, p, q))
            slack += (width * Math.max(p, q)) / 2;
    }
    return [lower, lower + slack];
}
function signCanChange(start, p, q) {
    if (start === 0)
        return p > 0 && q > 0;
    return start > 0 ? q > start : p > -start;
}
function* bins(reference, current) {
    const { edges } = reference.counts;
    const n = edgeTotal(reference.counts);
    const m = edgeTotal(current.counts);
    let from = Math.min(reference.minimum, current.minimum, Number(edges[0]));
    const end = Math.max(reference.maximum, current.maximum, Number(edges[edges.length - 1]));
    let [f, g] = [0, 0];
    for (let j = 0; j <= edges.length; j += 1) {
        const to = Number(edges[j] ?? end);
        const inside = Number(reference.counts.open[j]);
        const insideCurrent = Number(current.counts.open[j]);
        yield {
            from,
            to,
            start: f / n - g / m,
            p: inside / n,
            q: insideCurrent / m,
            meanP: meanInside(Number(reference.openSums[j]), inside, { from, to }),
            meanQ: meanInside(Number(current.openSums[j]), insideCurrent, { from, to }),
        };
        f += inside + Number(reference.counts.equal[j] ?? 0);
        g += insideCurrent + Number(current.counts.equal[j] ?? 0);
        from = to;
    }
}
function meanInside(sum, count, { from, to }) {
    if (count === 0)
        return to;
    const mean = sum / count;
    // A sum is rounded, so a mean may end a few units of the last place outside; further out it belongs to another bin.
    const rounding = 1e-9 * Math.max(Math.abs(from), Math.abs(to), to - from);
    if (!(mean >= from - rounding && mean <= to + rounding)) {
        throw new RangeError(`The mean of values between ${from} and ${to} lies between them, got ${mean}.`);
    }
    return Math.min(to, Math.max(from, mean));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/binning/edge-groups.js


/**
 * Cut points of Q(bins) read from the counts of the reference: the smallest edge at or below which a share k/bins of the
 * values lies, distinct, below the maximum. Equal to `quantileCuts` of the rows when the edges hold the quantiles at
 * k/bins, as edges at j/1000 do for every `bins` that divides 1000.
 *
 * @throws RangeError when the counts are empty or `bins` is not a whole number from 2.
 */
function cutsFromEdges(reference, bins) {
    if (!Number.isSafeInteger(bins) || bins < 2) {
        throw new RangeError(`A number of bins is a whole number from 2, got ${bins}.`);
    }
    const n = edgeTotal(reference);
    if (n === 0)
        throw new RangeError('Cut points need at least one value, got none.');
    const cuts = [];
    let below = 0;
    let k = 1;
    for (const [i, edge] of reference.edges.entries()) {
        below += Number(reference.open[i]) + Number(reference.equal[i]);
        const before = k;
        while (k < bins && below * bins >= n * k)
            k += 1;
        if (k > before && below < n)
            cuts.push(edge);
    }
    return Float64Array.from(cuts);
}
/**
 * Counts of the right-closed bins between cuts that are edges: the same numbers that counting the rows would give, so
 * every measure of the bins is exact.
 *
 * @throws RangeError when a cut is not an edge, or the cuts do not ascend.
 * @example groupByCuts(countOnEdges(values, edges), cuts) // countByCuts(values, cuts)
 */
function groupByCuts(counts, cuts) {
    edgeTotal(counts);
    count_vector_checkAscending(cuts, 'Cut points');
    for (const cut of cuts) {
        if (counts.edges[count_vector_pointsBelow(counts.edges, cut)] !== cut) {
            throw new RangeError(`A cut point must be one of the edges, got ${cut}.`);
        }
    }
    const groups = new Float64Array(cuts.length + 1);
    let bin = 0;
    for (let i = 0; i < counts.open.length; i += 1) {
        groups[bin] = Number(groups[bin]) + Number(counts.open[i]) + Number(counts.equal[i] ?? 0);
        if (bin < cuts.length && counts.edges[i] === cuts[bin])
            bin += 1;
    }
    return groups;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/cdf-difference.js

/**
 * ∫ g(F - G) dx over the range of both samples, F and G their distribution functions. The integrand is constant between
 * neighbouring values, so the sum is exact up to rounding. `null` when a sample has no value. O(N log N).
 *
 * @throws RangeError when a value or weight is not finite, a weight is not above zero, or the lengths differ.
 */
function integrateCdfDifference(first, second, g) {
    const a = steps(first);
    const b = steps(second);
    if (a === null || b === null)
        return null;
    let i = 0;
    let j = 0;
    let integral = 0;
    let x = Math.min(Number(a.points[0]), Number(b.points[0]));
    while (i < a.points.length || j < b.points.length) {
        const next = Math.min(a.points[i] ?? Number.POSITIVE_INFINITY, b.points[j] ?? Number.POSITIVE_INFINITY);
        integral += g(Number(a.below[i]) - Number(b.below[j])) * (next - x);
        while (a.points[i] === next)
            i += 1;
        while (b.points[j] === next)
            j += 1;
        x = next;
    }
    return integral;
}
function steps(sample) {
    const { values, weights } = sample;
    (0,sample_checks/* checkFinite */.ug)(values, 'A value');
    const n = values.length;
    if (n === 0)
        return null;
    if (weights === undefined) {
        return { points: Float64Array.from(values).sort(), below: Float64Array.from({ length: n + 1 }, (_, i) => i / n) };
    }
    if (weights.length !== n)
        throw new RangeError(`Each value has one weight, got ${n} and ${weights.length}.`);
    const bad = weights.find((weight) => !(weight > 0 && weight < Number.POSITIVE_INFINITY));
    if (bad !== undefined)
        throw new RangeError(`A weight is a finite number above 0, got ${bad}.`);
    const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => Number(values[i]) - Number(values[j]));
    const cumulated = new Float64Array(n + 1);
    for (let i = 0; i < n; i += 1)
        cumulated[i + 1] = Number(cumulated[i]) + Number(weights[Number(order[i])]);
    const total = Number(cumulated[n]);
    return {
        points: Float64Array.from(order, (index) => Number(values[index])),
        below: cumulated.map((sum) => sum / total),
    };
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/wasserstein.js


/** The least standard deviation that {@link normedWasserstein} divides by; evidently's constant. */
const LEAST_SCALE = 0.001;
/**
 * Wasserstein-1 (earth mover's) distance ∫|F - G| dx: the mean distance by which the values must move. From 0 without upper
 * bound, in the unit of the column; higher means more drift. A metric.
 *
 * Undefined (`empty-group`) when a sample has no value. Vallender (1974), Theory of Probability 18, 784-786.
 *
 * @throws RangeError when a value or weight is not finite, a weight is not above zero, or the lengths differ.
 */
function wasserstein(reference, current) {
    const distance = integrateCdfDifference(reference, current, Math.abs);
    return distance === null ? (0,measured/* undefinedFor */.iN)('empty-group') : (0,measured/* defined */.sw)(distance);
}
/**
 * A Wasserstein-1 distance in standard deviations of the reference: distance / max(sd, 0.001). No unit.
 *
 * The floor keeps a constant reference from dividing by zero; for a column measured in thousandths it also hides drift, so
 * such a column needs a larger unit. `standardDeviation` has the divisor n.
 *
 * @throws RangeError when an argument is negative or not finite.
 */
function normedWasserstein(distance, standardDeviation) {
    for (const value of [distance, standardDeviation]) {
        if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
            throw new RangeError(`A distance and a standard deviation are finite numbers from 0, got ${value}.`);
        }
    }
    return distance / Math.max(standardDeviation, LEAST_SCALE);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranks/kolmogorov-smirnov.js




/** The largest number of cells of the lattice over which paths are still counted. */
const MOST_CELLS = 1e7;
/**
 * D = max|F - G| of two samples, F and G their right-continuous distribution functions, so that tied values count together:
 * 0 when the samples have one distribution, 1 when they do not overlap. Higher is more different. O(N log N).
 *
 * Undefined (`empty-group`) when a sample is empty.
 *
 * @throws RangeError when a value is not finite.
 * @example ksDistance(Float64Array.of(1, 2, 3, 4, 10), Float64Array.of(5, 6, 7, 8, 9)) // { distance: 0.8, n: 5, m: 5, … }
 */
function ksDistance(first, second) {
    (0,sample_checks/* checkFinite */.ug)(first, 'A value');
    (0,sample_checks/* checkFinite */.ug)(second, 'A value');
    const [n, m] = [first.length, second.length];
    if (n === 0 || m === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    const [a, b] = [first.toSorted(), second.toSorted()];
    let [i, j, largest] = [0, 0, 0];
    while (i < n && j < m) {
        const value = Math.min(Number(a[i]), Number(b[j]));
        while (i < n && a[i] === value)
            i += 1;
        while (j < m && b[j] === value)
            j += 1;
        // Whole numbers: F - G is this over nm, and equal differences stay equal.
        largest = Math.max(largest, Math.abs(i * m - j * n));
    }
    return { distance: largest / (n * m), n, m, undefinedReason: null };
}
/**
 * P(D ≥ distance) when both samples come from one continuous distribution; ties make it conservative. Exact by counting
 * lattice paths in O(nm) where nm ≤ 10⁷, else Q(λ) of Kolmogorov's law at λ = √ne·(D - step/2) + (n+2m)/(6√(nm(n+m))), n ≥ m,
 * ne = nm/(n+m), step = gcd(n, m)/(nm): the expansion of Hodges (1958, Arkiv för Matematik 3, 469-486), centred in the step of
 * D. It is off by at most 0.0015. The form of Stephens, (√ne + 0.12 + 0.11/√ne)·D, is for one sample and a known law; for two
 * it is off by 0.005 there, and gives too small a p for equal sizes.
 *
 * @throws RangeError when the distance is not from 0 to 1 or a size is not a whole number from 1.
 * @example ksPValue({ distance: 0.8, n: 5, m: 5 }) // { p: 0.07936507936507936, method: 'exact' }
 */
function ksPValue({ distance, n, m }) {
    for (const size of [n, m]) {
        (0,src_arguments/* checkCount */.wE)(size);
        if (size === 0)
            throw new RangeError('A Kolmogorov-Smirnov test needs a value in each sample, got none in one.');
    }
    if (!(distance >= 0 && distance <= 1))
        throw new RangeError(`A distance is a number from 0 to 1, got ${distance}.`);
    if (n * m <= MOST_CELLS)
        return { p: exactTail({ distance, n, m }), method: 'exact' };
    const pairs = n * m;
    const centred = distance - greatestCommonDivisor(n, m) / pairs / 2;
    const shift = (Math.max(n, m) + 2 * Math.min(n, m)) / (6 * Math.sqrt(pairs) * Math.sqrt(n + m));
    return { p: kolmogorovSf(Math.sqrt(pairs / (n + m)) * centred + shift), method: 'asymptotic' };
}
/**
 * The share of the lattice paths from (0, 0) to (n, m) that reach a difference of `distance`. Of the paths to (i, j) the share
 * i/(i+j) comes from (i-1, j), so the share that has reached it is a mean of two shares: nothing cancels, and a far tail
 * keeps its digits.
 */
function exactTail({ distance, n, m }) {
    const [long, short] = [Math.max(n, m), Math.min(n, m)];
    // Differences are whole numbers over nm; the distance was rounded.
    const limit = distance * n * m - 1e-6;
    if (limit < 0)
        return 1;
    const reached = new Float64Array(short + 1);
    for (let i = 0; i <= long; i += 1) {
        for (let j = 0; j <= short; j += 1) {
            if (Math.abs(i * short - j * long) >= limit) {
                reached[j] = 1;
            }
            else if (i + j === 0) {
                reached[j] = 0;
            }
            else {
                const fromLeft = j === 0 ? 0 : j * Number(reached[j - 1]);
                reached[j] = (i * Number(reached[j]) + fromLeft) / (i + j);
            }
        }
    }
    return Number(reached[short]);
}
function greatestCommonDivisor(a, b) {
    return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/dkw.js
/**
 * Half width of the band that holds a distribution function everywhere with probability 1 - alpha, from n rows:
 * √(ln(2/alpha)/(2n)). Dvoretzky, Kiefer and Wolfowitz with the constant of Massart (1990), Annals of Probability 18,
 * 1269-1283. Holds for every distribution and every n.
 *
 * @throws RangeError when n is not a whole number from 1 or alpha is not in (0, 1).
 */
function dkwHalfWidth(n, alpha) {
    if (!Number.isSafeInteger(n) || n < 1)
        throw new RangeError(`A sample size is a whole number from 1, got ${n}.`);
    if (!(alpha > 0 && alpha < 1))
        throw new RangeError(`An error level is a number between 0 and 1, got ${alpha}.`);
    return Math.sqrt(Math.log(2 / alpha) / (2 * n));
}
/**
 * Bounds of the Kolmogorov-Smirnov distance of the populations from that of the samples: D ± (ε_n + ε_m), each ε at
 * alpha/2, within [0, 1].
 *
 * @throws RangeError when the distance is not in [0, 1], a size not a whole number from 1, or alpha not in (0, 1).
 * @example populationKsBounds(0.1, { reference: 1000, current: 1000 }, 0.05) // [0.0064, 0.1936]
 */
function populationKsBounds(distance, sizes, alpha) {
    if (!(distance >= 0 && distance <= 1))
        throw new RangeError(`A distance is from 0 to 1, got ${distance}.`);
    const margin = dkwHalfWidth(sizes.reference, alpha / 2) + dkwHalfWidth(sizes.current, alpha / 2);
    return [Math.max(0, distance - margin), Math.min(1, distance + margin)];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/effects/numeric-effects.js


/** Effective size up to which a p-value of the Kolmogorov-Smirnov test is read; a profile knows it no better. */
const LARGEST_EFFECTIVE_SIZE = 1e4;
const numeric_effects_POWER = 0.8;
/** Density of a normal column at its mean, in standard deviations: what a small shift adds to the distance D. */
const NORMAL_PEAK = 1 / Math.sqrt(2 * Math.PI);
/**
 * The evidence of a Kolmogorov-Smirnov distance known between bounds. Up to an effective size of 10⁴ its p-value; beyond,
 * the bound 4·exp(-(D/(1/√2n + 1/√2m))²), which is the level at which the bands of Dvoretzky, Kiefer and Wolfowitz of both
 * sides stop to meet: it needs no expansion, and the distance of a profile changes little in it.
 */
function ksEvidence([lower, upper], sizes) {
    if (effectiveSize(sizes) > LARGEST_EFFECTIVE_SIZE) {
        return { p: [bandLevel(upper, sizes), bandLevel(lower, sizes)], method: 'dvoretzky-kiefer-wolfowitz, bound' };
    }
    const { reference: n, current: m } = sizes;
    const largest = ksPValue({ distance: lower, n, m });
    const smallest = upper === lower ? largest : ksPValue({ distance: upper, n, m });
    return { p: [smallest.p, largest.p], method: `kolmogorov-smirnov, ${largest.method}` };
}
function bandLevel(distance, { reference, current }) {
    const scale = 1 / Math.sqrt(2 * reference) + 1 / Math.sqrt(2 * current);
    return Math.min(1, 4 * Math.exp(-((distance / scale) ** 2)));
}
/** Bounds of the distance of the populations, from those of the samples. */
function populationOf([lower, upper], sizes) {
    return [populationKsBounds(lower, sizes, 0.05)[0], populationKsBounds(upper, sizes, 0.05)[1]];
}
/** The Kolmogorov-Smirnov distance as an effect. */
function ksEffect(bounds, sizes) {
    return {
        measure: 'ks',
        bounds,
        nullQuantile: (level) => kolmogorovEffectQuantile(sizes, level),
        detectable: (alpha) => detectableKs(sizes, design(alpha)),
        requiredRows: (limit, level) => currentRowsFor((kolmogorovCritical(1 - level) / limit) ** 2, sizes.reference),
    };
}
/**
 * The Wasserstein-1 distance in standard deviations of the reference as an effect. Its null law is drawn from the pooled
 * cells, and its required rows are those at which the 95 % quantile, which shrinks with √n_e, is at the limit. What it can detect is said for a shift of a normal column, by the Kolmogorov-Smirnov test that is its evidence.
 */
function wassersteinEffect(bounds, column, draws) {
    const { sizes } = column;
    const drawn = new Map();
    const nullQuantile = (level) => {
        const known = drawn.get(level);
        if (known !== undefined)
            return known;
        const quantile = drawnQuantile(column, level, draws);
        drawn.set(level, quantile);
        return quantile;
    };
    return {
        measure: 'wasserstein-normed',
        bounds,
        nullQuantile,
        detectable: (alpha) => detectableKs(sizes, design(alpha)) / NORMAL_PEAK,
        requiredRows: (limit) => currentRowsFor(effectiveSize(sizes) * (nullQuantile(0.95) / limit) ** 2, sizes.reference),
    };
}
function drawnQuantile(column, level, { random, redraws }) {
    const { cells, sizes, scale } = column;
    const [wanted] = redrawnEffectQuantiles(expectedPair(cells.counts, sizes), [wassersteinOfPositions(cells.positions)], { level, random, redraws }) ?? [Number.POSITIVE_INFINITY];
    return Number(wanted) / scale;
}
/** A pair with these totals whose sum is the pooled counts: only totals and sum matter to the draws. */
function expectedPair(pooled, { reference }) {
    const first = new Float64Array(pooled.length);
    let left = reference;
    for (const [cell, count] of pooled.entries()) {
        first[cell] = Math.min(left, count);
        left -= Number(first[cell]);
    }
    return { reference: first, current: pooled.map((count, cell) => count - Number(first[cell])) };
}
function design(alpha) {
    return { alpha, power: numeric_effects_POWER };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/effects/numeric-profile.js




const numeric_profile_LEAST_SCALE = 0.001;
const PSI_BINS = 10;
const NULL_CELLS = 32;
/**
 * Effects of a numeric column known by profiles of the same edges. Both distances lie between bounds: the lower end decides
 * what fails, the upper what passes. PSI is that of the rows, on cuts that are edges.
 *
 * @throws RangeError when the edges differ, a count is not a whole number from 0, or a sum does not fit its bin.
 */
function measureProfiles(pair, draws) {
    const sizes = { reference: valuesOf(pair.reference), current: valuesOf(pair.current) };
    const refused = unmeasurable(sizes);
    if (refused !== null)
        return refused;
    const { m2 } = pair.reference;
    if (m2 === null || !(m2 >= 0 && m2 < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`A sum of squared deviations is a finite number from 0, got ${m2}.`);
    }
    const [reference, current] = [edgeSums(pair.reference), edgeSums(pair.current)];
    const ks = ksBounds(reference.counts, current.counts);
    const transport = wassersteinBounds(reference, current);
    const cuts = cutsFromEdges(reference.counts, PSI_BINS);
    const binned = { reference: groupByCuts(reference.counts, cuts), current: groupByCuts(current.counts, cuts) };
    const stability = psi(binned);
    if (ks === null || transport === null || stability.value === null)
        return { undefinedReason: 'empty-group' };
    const deviation = Math.sqrt(m2 / sizes.reference);
    const normed = [normedWasserstein(transport[0], deviation), normedWasserstein(transport[1], deviation)];
    const column = { sizes, cells: pooledCells(reference, current), scale: Math.max(deviation, numeric_profile_LEAST_SCALE) };
    return {
        sizes,
        effects: [ksEffect(ks, sizes), wassersteinEffect(normed, column, draws)],
        evidence: ksEvidence(ks, sizes),
        psi: stability.value,
        psiBins: cuts.length + 1,
        pair: binned,
        binNull: binNull(binned, draws),
        transport,
        population: populationOf(ks, sizes),
    };
}
function edgeSums(side) {
    const { minimum, maximum } = side;
    if (minimum === null || maximum === null || !(minimum <= maximum)) {
        throw new RangeError(`A range has two numbers that ascend, got ${minimum} and ${maximum}.`);
    }
    return {
        counts: {
            edges: Float64Array.from(side.edges),
            equal: Float64Array.from(side.equal),
            open: Float64Array.from(side.open),
        },
        openSums: Float64Array.from(side.openSums),
        minimum,
        maximum,
    };
}
function valuesOf({ equal, open }) {
    return [equal, open].flat().reduce((total, count) => {
        if (!Number.isSafeInteger(count) || count < 0) {
            throw new RangeError(`A count of a profile is a whole number from 0, got ${count}.`);
        }
        return total + count;
    }, 0);
}
/** Neighbouring bins and edges of both sides together, until each cell holds a 32nd of the rows. */
function pooledCells(reference, current) {
    const points = [...pooledPoints(reference, current)];
    const total = points.reduce((sum, { count }) => sum + count, 0);
    const counts = [];
    const positions = [];
    let cell = { count: 0, sum: 0 };
    for (const point of points) {
        cell = { count: cell.count + point.count, sum: cell.sum + point.sum };
        if (cell.count * NULL_CELLS < total)
            continue;
        counts.push(cell.count);
        positions.push(cell.sum / cell.count);
        cell = { count: 0, sum: 0 };
    }
    if (cell.count > 0) {
        counts.push(cell.count);
        positions.push(cell.sum / cell.count);
    }
    return { counts: Float64Array.from(counts), positions: Float64Array.from(positions) };
}
function* pooledPoints(reference, current) {
    const { edges } = reference.counts;
    for (let j = 0; j <= edges.length; j += 1) {
        yield {
            count: Number(reference.counts.open[j]) + Number(current.counts.open[j]),
            sum: Number(reference.openSums[j]) + Number(current.openSums[j]),
        };
        if (j === edges.length)
            return;
        const count = Number(reference.counts.equal[j]) + Number(current.counts.equal[j]);
        yield { count, sum: count * Number(edges[j]) };
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/binning/quantile-cuts.js


/**
 * Cut points of the binning Q(B): the distinct `inverted_cdf` quantiles of the reference at k/B, k = 1 … B-1, without the
 * maximum. They part the line into the right-closed bins (-∞, c1], (c1, c2], …, (c_last, ∞). A column of one value has
 * no cut and so one bin; point masses make fewer than B bins.
 *
 * The quantile at k/B is the value at rank ⌈n·k/B⌉, so always a value of the reference. Hyndman and Fan (1996), The
 * American Statistician 50, 361-365, type 1. O(n log n).
 *
 * @param values Finite values of the reference, in any order; not changed.
 * @throws RangeError when there is no value, one is not finite, or `bins` is not a whole number from 2.
 * @example quantileCuts(Float64Array.of(1, 2, 3, 4), 2) // [2]
 */
function quantileCuts(values, bins) {
    checkPieces(bins, 2);
    const sorted = sortedFinite(values);
    const maximum = Number(sorted[sorted.length - 1]);
    const cuts = distinctQuantiles(sorted, bins, 1);
    return cuts.filter((cut) => cut < maximum);
}
/**
 * Edges of a baseline profile: the distinct `inverted_cdf` quantiles at j/pieces, j = 0 … pieces, so with the minimum and
 * the maximum. At most n/pieces values lie strictly between two neighbours.
 *
 * @param values Finite values of the reference, in any order; not changed.
 * @throws RangeError when there is no value, one is not finite, or `pieces` is not a whole number from 1.
 * @example quantileEdges(Float64Array.of(4, 1, 3, 2), 2) // [1, 2, 4]
 */
function quantileEdges(values, pieces = 1000) {
    checkPieces(pieces, 1);
    return distinctQuantiles(sortedFinite(values), pieces, 0);
}
/**
 * Counts of the right-closed bins that `cuts` part the line into: bin i holds the values x with c_(i-1) < x ≤ c_i.
 * One bin more than cuts. O(n log bins).
 *
 * @throws RangeError when a value is not finite or the cuts do not ascend.
 */
function countByCuts(values, cuts) {
    count_vector_checkAscending(cuts, 'Cut points');
    (0,sample_checks/* checkFinite */.ug)(values, 'A value');
    const counts = new Float64Array(cuts.length + 1);
    for (const value of values) {
        const bin = count_vector_pointsBelow(cuts, value);
        counts[bin] = Number(counts[bin]) + 1;
    }
    return counts;
}
function distinctQuantiles(sorted, pieces, from) {
    const found = [];
    for (let k = from; k <= pieces; k += 1) {
        // Integers below 2^53 divide without a rounding that could pass the next whole rank; k/pieces as a double would not.
        const rank = Math.max(1, Math.ceil((sorted.length * k) / pieces));
        const value = Number(sorted[rank - 1]) + 0;
        if (found.length === 0 || value > Number(found[found.length - 1]))
            found.push(value);
    }
    return Float64Array.from(found);
}
function sortedFinite(values) {
    if (values.length === 0)
        throw new RangeError('Quantiles need at least one value, got none.');
    (0,sample_checks/* checkFinite */.ug)(values, 'A value');
    return Float64Array.from(values).sort();
}
function checkPieces(pieces, least) {
    if (!Number.isSafeInteger(pieces) || pieces < least) {
        throw new RangeError(`A number of bins is a whole number from ${least}, got ${pieces}.`);
    }
}

// EXTERNAL MODULE: ./build/packages/stats/src/means/moments.js
var moments = __webpack_require__(95837);
;// CONCATENATED MODULE: ./build/packages/gates/src/drift/effects/numeric-rows.js





/** A reference with more distinct values is measured as numbers, others as categories. */
const numeric_rows_MOST_DISTINCT_CATEGORIES = 20;
/** evidently's floor of the scale, as in `normedWasserstein`. */
const numeric_rows_LEAST_SCALE = 0.001;
const numeric_rows_PSI_BINS = 10;
/** Enough to draw the null law of W1 within a few percent, few enough to draw it 999 times. */
const numeric_rows_NULL_CELLS = 32;
/**
 * Effects of a numeric column whose rows are at hand. With 20 distinct reference values or fewer they are categories.
 *
 * @throws RangeError when a value is not finite.
 */
function measureRows(rows, draws) {
    const { reference, current } = rows;
    const sizes = { reference: reference.length, current: current.length };
    const refused = unmeasurable(sizes);
    if (refused !== null)
        return refused;
    if (!hasManyValues(reference))
        return measureCategories(categoriesOf(reference), categoriesOf(current), draws);
    const distance = ksDistance(reference, current);
    const transport = wasserstein({ values: reference }, { values: current });
    const cuts = quantileCuts(reference, numeric_rows_PSI_BINS);
    const pair = { reference: countByCuts(reference, cuts), current: countByCuts(current, cuts) };
    const stability = psi(pair);
    if (distance.undefinedReason !== null || transport.value === null || stability.value === null) {
        return { undefinedReason: 'empty-group' };
    }
    // Sorted, so that the order of rows cannot be seen in the last digit.
    const deviation = Math.sqrt((0,moments/* momentsOf */.Z)(reference.toSorted()).m2 / reference.length);
    const normed = normedWasserstein(transport.value, deviation);
    const column = { sizes, cells: numeric_rows_pooledCells(rows), scale: Math.max(deviation, numeric_rows_LEAST_SCALE) };
    const ks = [distance.distance, distance.distance];
    return {
        sizes,
        effects: [ksEffect(ks, sizes), wassersteinEffect([normed, normed], column, draws)],
        evidence: ksEvidence(ks, sizes),
        psi: stability.value,
        psiBins: cuts.length + 1,
        pair,
        binNull: binNull(pair, draws),
        transport: [transport.value, transport.value],
        population: populationOf(ks, sizes),
    };
}
function hasManyValues(values) {
    const seen = new Set();
    for (const value of values) {
        seen.add(value);
        if (seen.size > numeric_rows_MOST_DISTINCT_CATEGORIES)
            return true;
    }
    return false;
}
function categoriesOf(values) {
    const counts = new Map();
    for (const value of values) {
        if (!Number.isFinite(value))
            throw new RangeError(`A value must be finite, got ${value}.`);
        const key = String(value);
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
}
function numeric_rows_pooledCells({ reference, current }) {
    const pooled = new Float64Array(reference.length + current.length);
    pooled.set(reference);
    pooled.set(current, reference.length);
    const sorted = pooled.sort();
    const cuts = quantileCuts(sorted, numeric_rows_NULL_CELLS);
    const counts = countByCuts(sorted, cuts);
    let from = 0;
    const positions = counts.map((count) => {
        const cell = sorted.subarray(from, from + count);
        from += count;
        return cell.reduce((mean, value, i) => mean + (value - mean) / (i + 1), 0);
    });
    return { counts, positions };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/effects/profile-categories.js
/** Begins with a character that no text of a table holds. */
const REST = '\0rest';
/**
 * Both sides on the categories that the profile names; every other category of the current data joins the unnamed rest, as
 * the profile cannot say whether it holds it. Its rows are counted as new: what may be expected of them knows of the rest.
 *
 * @throws RangeError when a category has the name of the rest.
 */
function alignedCategories(reference, current) {
    const known = new Map(reference.counts);
    if (known.has(REST) || current.has(REST))
        throw new RangeError('A category begins with U+0000, which no text may.');
    const newRows = [...current].reduce((rows, [category, count]) => rows + (known.has(category) ? 0 : count), 0);
    if (reference.other === 0)
        return { reference: known, current, newRows };
    const aligned = new Map();
    for (const [category, count] of current) {
        const key = known.has(category) ? category : REST;
        aligned.set(key, (aligned.get(key) ?? 0) + count);
    }
    return { reference: known.set(REST, reference.other), current: aligned, newRows };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/compared-column.js




/** Effects and evidence of a column. */
function measureColumn({ values }, draws) {
    if (values.kind === 'rows')
        return measureRows(values, draws);
    if (values.kind === 'profiles')
        return measureProfiles(values, draws);
    const aligned = alignedOf(values);
    return measureCategories(aligned.reference, aligned.current, draws);
}
/** What is counted of a column beside its distribution. */
function qualityCounts({ column, rows, missing, values }) {
    const present = { reference: rows.reference - missing.reference, current: rows.current - missing.current };
    const counts = [{ measure: 'missing-rate-difference', column, missing, rows }];
    // Without a value on a side the distribution is inconclusive already, and there is no rate to add to it.
    if (present.reference === 0 || present.current === 0)
        return counts;
    if (values.kind === 'categories') {
        const { newRows } = alignedOf(values);
        const { singletons, other: pooled } = values;
        return [...counts, { measure: 'new-category-rate', column, newRows, singletons, pooled, rows: present }];
    }
    const outside = values.kind === 'profiles' ? values.outside : rowsOutside(values);
    return [...counts, { measure: 'out-of-range-rate', column, outside, rows: present }];
}
function alignedOf(values) {
    return alignedCategories({ counts: values.reference, other: values.other }, values.current);
}
function rowsOutside({ reference, current, }) {
    let [least, largest, outside] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    for (const value of reference) {
        if (value < least)
            least = value;
        if (value > largest)
            largest = value;
    }
    for (const value of current)
        if (value < least || value > largest)
            outside += 1;
    return outside;
}
/** The limits that hold for a column: those of the gate, and its own in their place. */
function limitsOf(config, column) {
    const rules = config['column-rules'];
    const own = Object.hasOwn(rules, column) ? rules[column]?.limits : undefined;
    return Object.fromEntries([...Object.entries(config.limits), ...Object.entries(own ?? {})].flatMap(([measure, limit]) => limit === undefined ? [] : [[measure, { ...limit, failsWhen: 'above' }]]));
}

// EXTERNAL MODULE: ./build/packages/stats/src/classification/scores/roc-auc.js
var roc_auc = __webpack_require__(34818);
// EXTERNAL MODULE: ./build/packages/stats/src/random/shuffle.js
var shuffle = __webpack_require__(66272);
;// CONCATENATED MODULE: ./build/packages/stats/src/domain-classifier/design-matrix.js
/**
 * The matrix of a linear classifier: numbers less their mean over their standard deviation (divisor n), constant ones left
 * out, categories one-hot. Scale and category codes know nothing of the label, so all rows may share them.
 *
 * @throws RangeError when lengths differ, a number is not finite, or a code is negative.
 */
function designMatrix(features, rows) {
    const numbers = [];
    const coded = [];
    for (const feature of features) {
        const length = feature.kind === 'numeric' ? feature.values.length : feature.codes.length;
        if (length !== rows)
            throw new RangeError(`Every feature has ${rows} rows, got ${length}.`);
        if (feature.kind === 'category')
            coded.push({ codes: feature.codes, size: cardinality(feature.codes) });
        else {
            const scaled = standardised(feature.values);
            if (scaled !== null)
                numbers.push(scaled);
        }
    }
    let width = 1 + numbers.length;
    const categories = coded.map(({ codes, size }) => {
        const offset = width;
        width += size;
        return { codes, offset };
    });
    return { rows, width, numbers, categories };
}
/** X·w for the rows given. */
function timesCoefficients(matrix, rows, w) {
    const out = new Float64Array(rows.length).fill(Number(w[0]));
    for (const [j, values] of matrix.numbers.entries()) {
        const weight = Number(w[1 + j]);
        for (let i = 0; i < rows.length; i += 1)
            out[i] = Number(out[i]) + weight * Number(values[Number(rows[i])]);
    }
    for (const { codes, offset } of matrix.categories) {
        for (let i = 0; i < rows.length; i += 1) {
            out[i] = Number(out[i]) + Number(w[offset + Number(codes[Number(rows[i])])]);
        }
    }
    return out;
}
/** Xᵀ·r for the rows given. */
function timesRows(matrix, rows, r) {
    const out = new Float64Array(matrix.width);
    out[0] = r.reduce((sum, value) => sum + value, 0);
    for (const [j, values] of matrix.numbers.entries()) {
        let sum = 0;
        for (let i = 0; i < rows.length; i += 1)
            sum += Number(values[Number(rows[i])]) * Number(r[i]);
        out[1 + j] = sum;
    }
    for (const { codes, offset } of matrix.categories) {
        for (let i = 0; i < rows.length; i += 1) {
            const at = offset + Number(codes[Number(rows[i])]);
            out[at] = Number(out[at]) + Number(r[i]);
        }
    }
    return out;
}
function cardinality(codes) {
    let largest = -1;
    for (const code of codes) {
        if (code < 0)
            throw new RangeError(`A category code is a whole number from 0, got ${code}.`);
        if (code > largest)
            largest = code;
    }
    return largest + 1;
}
function standardised(values) {
    let mean = 0;
    for (const value of values) {
        if (!Number.isFinite(value))
            throw new RangeError(`A number of a feature is finite, got ${value}.`);
        mean += value / values.length;
    }
    let squares = 0;
    for (const value of values)
        squares += (value - mean) ** 2 / values.length;
    const deviation = Math.sqrt(squares);
    // A constant column leaves rounding behind, not variation.
    if (deviation <= 1e-12 * Math.abs(mean))
        return null;
    return values.map((value) => (value - mean) / deviation);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/domain-classifier/logistic-regression.js

const NEWTON_STEPS = 50;
const GRADIENT_LIMIT = 1e-8;
/** For each row: a slope beyond it is no minimum. Standardised columns come to a hundredth of it in some ten steps. */
const REFUSED_GRADIENT = 1e-6;
/**
 * Coefficients of a logistic regression with the penalty ½‖w‖² (intercept free): the minimum of ½‖w‖² + Σ ln(1 + e^-yz).
 * scikit-learn `LogisticRegression(C=1)`. By Newton's method with conjugate gradients inside, so that the cost is that of a
 * few passes over the rows. The penalty makes the minimum exist and be the only one, separated classes included.
 *
 * Columns are standardised, as `designMatrix` makes them. Of columns far from it, such as years beside amounts, the steps may
 * not lead to the minimum, and coefficients from elsewhere are refused.
 *
 * Lin, Weng and Keerthi (2008), Journal of Machine Learning Research 9, 627-650.
 *
 * @throws RangeError when the minimum is not reached.
 */
function fitLogistic(problem) {
    let w = new Float64Array(problem.matrix.width);
    let at = evaluate(problem, w);
    for (let step = 0; step < NEWTON_STEPS; step += 1) {
        if (largest(at.gradient) <= GRADIENT_LIMIT * Math.max(1, problem.rows.length))
            break;
        const direction = newtonDirection(problem, at);
        const slope = dot(at.gradient, direction);
        let moved = at;
        let next = w;
        for (let length = 1; length > 1e-10; length /= 2) {
            next = w.map((value, j) => value + length * Number(direction[j]));
            moved = evaluate(problem, next);
            if (moved.objective <= at.objective + 1e-4 * length * slope)
                break;
        }
        w = next;
        at = moved;
    }
    requireMinimum(largest(at.gradient), problem);
    return w;
}
function requireMinimum(slope, { rows }) {
    if (slope <= REFUSED_GRADIENT * Math.max(1, rows.length))
        return;
    throw new RangeError(`A logistic regression comes to its minimum in ${NEWTON_STEPS} steps, got a slope of ${slope} there: standardise the columns.`);
}
function evaluate({ matrix, rows, labels }, w) {
    const margins = timesCoefficients(matrix, rows, w);
    const residuals = new Float64Array(rows.length);
    const curvature = new Float64Array(rows.length);
    let objective = (dot(w, w) - Number(w[0]) ** 2) / 2;
    for (let i = 0; i < rows.length; i += 1) {
        const margin = Number(margins[i]);
        const label = Number(labels[Number(rows[i])]);
        const p = 1 / (1 + Math.exp(-margin));
        objective += Math.max(0, margin) + Math.log1p(Math.exp(-Math.abs(margin))) - label * margin;
        residuals[i] = p - label;
        curvature[i] = p * (1 - p);
    }
    const gradient = timesRows(matrix, rows, residuals).map((sum, j) => sum + (j === 0 ? 0 : Number(w[j])));
    return { objective, gradient, curvature };
}
/** Solves (XᵀDX + I)·d = -gradient by conjugate gradients, to a tenth of the gradient or better. */
function newtonDirection({ matrix, rows }, { gradient, curvature }) {
    const d = new Float64Array(gradient.length);
    const residual = gradient.map((value) => -value);
    let search = Float64Array.from(residual);
    let squares = dot(residual, residual);
    const limit = squares * Math.min(0.01, Math.sqrt(squares) / Math.max(1, rows.length)) ** 2;
    for (let k = 0; k < 2 * gradient.length + 10 && squares > limit; k += 1) {
        const image = timesRows(matrix, rows, timesCoefficients(matrix, rows, search).map((value, i) => value * Number(curvature[i])));
        for (let j = 1; j < image.length; j += 1)
            image[j] = Number(image[j]) + Number(search[j]);
        const step = squares / dot(search, image);
        for (let j = 0; j < d.length; j += 1) {
            d[j] = Number(d[j]) + step * Number(search[j]);
            residual[j] = Number(residual[j]) - step * Number(image[j]);
        }
        const next = dot(residual, residual);
        const ratio = next / squares;
        search = search.map((value, j) => Number(residual[j]) + ratio * value);
        squares = next;
    }
    return d;
}
function dot(a, b) {
    return a.reduce((sum, value, i) => sum + value * Number(b[i]), 0);
}
function largest(values) {
    return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/domain-classifier/domain-classifier.js






const FOLDS = 5;
/** Fewer rows on a side leave the area too uncertain to say anything. */
const FEWEST_ROWS = 200;
/**
 * A domain classifier: logistic regression of the side on standardised numbers and one-hot categories in five folds, each
 * side split apart, scored on rows left out. It sees a drift of means and of several columns together; not one of spread
 * alone, which the measures of a column see. From 0 to 1; higher means more drift; below ½ is noise. Lopez-Paz and Oquab
 * (2017), ICLR.
 *
 * The folds are drawn from `random`, so the value is the same for the same seed and order of the rows.
 *
 * Undefined (`insufficient-n`) with fewer than 200 rows on a side.
 *
 * @throws RangeError when there is no feature, lengths differ, a number is not finite or a code negative.
 */
function classifyDomains({ features, current }, random) {
    if (features.length === 0)
        throw new RangeError('A domain classifier needs at least one feature, got none.');
    (0,sample_checks/* checkBinary */.WD)(current, 'A side');
    const matrix = designMatrix(features, current.length);
    const sides = [0, 1].map((side) => Int32Array.from(current.keys()).filter((row) => current[row] === side));
    if (sides.some((rows) => rows.length < FEWEST_ROWS))
        return (0,measured/* undefinedFor */.iN)('insufficient-n');
    const scores = outOfFold({ matrix, current, sides }, random);
    // Both sides have rows, so the area has a value.
    return { value: Number((0,roc_auc/* rocAuc */.o)({ labels: current, scores }).value), undefinedReason: null, scores };
}
function outOfFold({ matrix, current, sides }, random) {
    const fold = new Uint8Array(current.length);
    for (const rows of sides) {
        (0,shuffle/* shuffle */.k)(rows, random);
        for (const [at, row] of rows.entries())
            fold[row] = at % FOLDS;
    }
    const scores = new Float64Array(current.length);
    const all = Int32Array.from(current.keys());
    for (let held = 0; held < FOLDS; held += 1) {
        const test = all.filter((row) => fold[row] === held);
        const w = fitLogistic({ matrix, rows: all.filter((row) => fold[row] !== held), labels: current });
        for (const [i, score] of timesCoefficients(matrix, test, w).entries())
            scores[Number(test[i])] = score;
    }
    return scores;
}

// EXTERNAL MODULE: ./build/packages/stats/src/ranks/delong.js
var delong = __webpack_require__(95072);
// EXTERNAL MODULE: ./build/packages/stats/src/special/critical-value.js
var critical_value = __webpack_require__(89320);
;// CONCATENATED MODULE: ./build/packages/gates/src/drift/domain-measure.js

const CONFIDENCE = 0.95;
const TOO_FEW = 'it needs 200 rows of each side';
/** Trains the classifier and bounds its area from below, one-sided with confidence 0.95. */
function measureDomains(table, limit, seed) {
    const { features, rows } = table;
    if (features.length === 0)
        return { limit, undefinedReason: 'insufficient-n', why: 'no column has values for it' };
    const current = new Uint8Array(rows.reference + rows.current).fill(1, rows.reference);
    const found = classifyDomains({ features, current }, (0,xoshiro/* createRandom */.s)(seed));
    if (found.undefinedReason !== null)
        return { limit, undefinedReason: found.undefinedReason, why: TOO_FEW };
    const labels = Array.from(current, (side) => side === 1);
    const variance = (0,delong/* delong */.C)(labels, [Array.from(found.scores)])?.covariance?.[0]?.[0];
    if (variance === undefined)
        return { limit, undefinedReason: 'insufficient-n', why: TOO_FEW };
    const half = (0,critical_value/* criticalValue */.z)((0,critical_value/* twoSidedConfidence */.G)(CONFIDENCE)) * Math.sqrt(variance);
    const lower = Math.max(0, found.value - half);
    return {
        auc: found.value,
        lower,
        confidence: CONFIDENCE,
        n: [rows.reference, rows.current],
        limit,
        undefinedReason: null,
    };
}
/** The measure as the rule on the data as a whole reads it. */
function domainEvidence(measure) {
    if (measure === null)
        return null;
    if (measure.undefinedReason !== null)
        return { lower: null, undefinedReason: measure.undefinedReason };
    return { lower: measure.lower, undefinedReason: null };
}

// EXTERNAL MODULE: ./build/packages/gates/src/decision/wording.js
var wording = __webpack_require__(66305);
;// CONCATENATED MODULE: ./build/packages/gates/src/drift/drift-findings.js


/** A table may have thousands of columns; all of them stand under the measures. */
const MOST_COLUMN_FINDINGS = 50;
/** Drift fails from its limit on: a value equal to it has reached it. */
const FROM_LIMIT = { failsWhen: 'above', failsAtLimit: true };
/** Findings of the native rule: the data as a whole, then columns and outputs that are to be read. */
function driftFindings(judged, domain) {
    const blocking = judged.columns.filter(decides);
    const others = judged.columns.filter((column) => !decides(column) && column.verdict !== 'pass');
    return [
        ...shareFinding(judged),
        ...(domain === null || judged.dataset === null ? [] : [domainFinding(domain, judged)]),
        ...blocking.map((column) => columnFinding(column, 'block')),
        ...worstFirst(others)
            .slice(0, MOST_COLUMN_FINDINGS)
            .map((column) => columnFinding(column, 'warn')),
        ...judged.outputs.flatMap((output) => {
            if (output.label === null)
                return [];
            const { column } = output.judged;
            return [
                {
                    measure: 'prediction-drift',
                    outcome: 'inconclusive',
                    severity: 'warn',
                    reasonCode: output.label,
                    groups: [column],
                    value: null,
                    message: `The predictions in "${column}" have drifted and no input has: look at the pipeline first.`,
                },
            ];
        }),
    ];
}
/** A critical column fails the data alone, and so do a target and a prediction that the policy names. */
function decides({ compared, critical }) {
    return critical || compared.role !== 'feature';
}
/** Columns by how far they are beyond their limit; what could not be measured comes first. */
function worstFirst(columns) {
    const rank = ['fail', 'inconclusive', 'warn', 'pass'];
    return columns.toSorted((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict) ||
        beyond(b) - beyond(a) ||
        (a.compared.column < b.compared.column ? -1 : 1));
}
function beyond({ decisive }) {
    return decisive.ofLimit ?? Number.MAX_VALUE;
}
function outcomeOf(verdict) {
    return verdict === 'warn' ? 'pass' : verdict;
}
function shareFinding({ dataset, columns }) {
    if (dataset === null)
        return [];
    const verdict = dataset.rules.share;
    const features = columns.filter(({ compared }) => compared.role === 'feature');
    const failed = features.filter((column) => column.verdict === 'fail').length;
    const unknown = features.filter((column) => column.verdict === 'inconclusive');
    const [lower, upper] = dataset.share ?? [null, null];
    const { warn, fail } = dataset.limit;
    const doubt = unknown.length === 0 ? '' : `; of ${unknown.length} the data cannot tell, which would make it ${shareWords(upper)}`;
    return [
        {
            measure: 'drifted-share',
            outcome: outcomeOf(verdict),
            severity: 'block',
            reasonCode: shareReason(verdict, unknown),
            value: lower,
            ...(lower === upper ? {} : { interval: [lower, upper] }),
            limit: fail,
            ...FROM_LIMIT,
            method: 'share of columns by importance, Holm over columns',
            message: `${failed} of ${features.length} columns ${failed === 1 ? 'has' : 'have'} drifted, ${shareWords(lower)} by importance${doubt}; from ${(0,wording/* percent */.KN)(fail)} it fails, from ${(0,wording/* percent */.KN)(warn)} it is a warning.`,
        },
    ];
}
function shareWords(value) {
    return value === null ? 'an unknown share' : (0,wording/* percent */.KN)(value);
}
function shareReason(verdict, unknown) {
    if (verdict === 'fail')
        return 'limit-exceeded';
    if (verdict === 'warn')
        return 'warning-exceeded';
    if (verdict === 'pass')
        return 'within-limit';
    return worstFirst(unknown)[0]?.decisive.reason ?? 'empty-group';
}
function domainFinding(domain, { dataset }) {
    const verdict = dataset?.rules.domain ?? 'inconclusive';
    const base = { measure: 'domain-auc', outcome: outcomeOf(verdict), severity: 'block', ...FROM_LIMIT };
    const { limit } = domain;
    if (domain.undefinedReason !== null) {
        return {
            ...base,
            reasonCode: domain.undefinedReason,
            value: null,
            limit: limit.fail,
            message: `The policy requires the domain classifier, and it was not possible: ${domain.why}.`,
        };
    }
    const { auc, lower, confidence, n } = domain;
    const sure = (0,wording/* boundsInWords */.Kg)([lower, null], confidence, 'each-bound');
    return {
        ...base,
        reasonCode: verdict === 'fail' ? 'limit-exceeded' : verdict === 'warn' ? 'warning-exceeded' : 'within-limit',
        value: auc,
        interval: [lower, null],
        confidence,
        coverage: 'each-bound',
        n,
        limit: limit.fail,
        method: 'logistic regression, five folds, DeLong',
        message: `A classifier that sees all columns picks the current row out of one row of each side in ${(0,wording/* percent */.KN)(auc)} of all pairs (area ${(0,wording/* inWords */.r4)(auc)}, ${sure}); guessing picks it in 50 %, a bound of ${(0,wording/* inWords */.r4)(limit.warn)} warns and of ${(0,wording/* inWords */.r4)(limit.fail)} fails.`,
    };
}
function columnFinding(judged, severity) {
    const { compared, distribution, decisive } = judged;
    const { measure, verdict, reason, value, bounds, limit, method } = decisive;
    const requiredN = requiredRows(judged);
    const n = distribution.n ?? sizesOf(judged);
    const reached = verdict === 'warn' ? limit?.warn : limit?.fail;
    return {
        measure,
        outcome: outcomeOf(verdict),
        severity,
        reasonCode: reason,
        groups: [compared.column],
        value,
        ...(bounds === null ? {} : { interval: bounds }),
        n: [n.reference, n.current],
        ...(requiredN === null ? {} : { requiredN }),
        ...(reached === undefined ? {} : { limit: reached, ...FROM_LIMIT }),
        ...(method === null ? {} : { method }),
        message: `${columnWords(judged)}: ${effectWords(decisive)}${reasonWords(decisive)} (n = ${n.reference}/${n.current}).`,
    };
}
/** Current rows that an undecided column needs; `null` where rows would not decide it, or the reference is too small. */
function requiredRows({ decisive, distribution }) {
    if (decisive.reason === 'insufficient-n')
        return FEWEST_CURRENT_ROWS;
    if (decisive.reason !== 'batch-too-small')
        return null;
    const wanted = distribution.effects
        .filter(({ reason }) => reason === 'batch-too-small')
        .map((one) => one.requiredRows);
    const known = wanted.filter((rows) => rows !== null);
    return known.length < wanted.length ? null : Math.max(...known);
}
function sizesOf({ compared }) {
    const { rows, missing } = compared;
    return { reference: rows.reference - missing.reference, current: rows.current - missing.current };
}
function columnWords({ compared }) {
    const role = { feature: 'Column', target: 'Target', prediction: 'Prediction' }[compared.role];
    return `${role} "${compared.column}"`;
}
function effectWords({ measure, value, bounds }) {
    if (value === null)
        return 'nothing can be said of its values';
    return bounds === null
        ? `${measure} is ${(0,wording/* inWords */.r4)(value)}`
        : `${measure} is ${(0,wording/* inWords */.r4)(bounds[0])} to ${(0,wording/* inWords */.r4)(bounds[1])}`;
}
function reasonWords({ reason, limit, requiredRows }) {
    const [warn, fail] = [(0,wording/* inWords */.r4)(limit?.warn ?? 0), (0,wording/* inWords */.r4)(limit?.fail ?? 0)];
    switch (reason) {
        case 'within-limit':
            return `, below ${fail}`;
        case 'limit-exceeded':
            return `, which has reached the limit ${fail}`;
        case 'warning-exceeded':
            return `, which has reached the limit of warning ${warn}`;
        case 'effect-without-evidence':
            return `, which has reached the limit ${fail}, and chance may explain it`;
        case 'batch-too-small':
            return `; chance alone reaches the limit ${fail} with so few rows${requiredRows === null ? ', whatever the batch' : `: ${requiredRows} current rows are needed`}`;
        case 'bounds-span-limit':
            return `, and the limit is ${fail}: the profile is too coarse to tell`;
        case 'empty-group':
            return ', because a side has no value';
        case 'insufficient-n':
            return ', because fewer than 50 current rows have a value';
    }
}

// EXTERNAL MODULE: ./build/packages/core/src/config/gates/drift.js
var drift = __webpack_require__(87854);
;// CONCATENATED MODULE: ./build/packages/gates/src/drift/drift-limits.js

/** What a drift gate can judge. Every one is an effect size from 0 up: higher means more drift. */
const DRIFT_MEASURES = [
    'ks',
    'wasserstein-normed',
    'jensen-shannon',
    'cramer-v',
    'psi',
    'hellinger',
    'missing-rate-difference',
    'new-category-rate',
    'out-of-range-rate',
    'domain-auc',
];
/** Rounding that may separate an effect from a limit it has reached. */
const ROUNDING = 1e-12;
/** True when the effect is at or above the limit; an effect that is no number is refused by the caller. */
function reaches(effect, limit) {
    return effect >= limit - ROUNDING * Math.max(1, Math.abs(limit));
}
/**
 * The default limits with those of the policy in their place.
 *
 * @throws RangeError unless every override has `failsWhen: above` and 0 < warn ≤ fail, both finite.
 */
function driftLimits(overrides = {}) {
    for (const [measure, limit] of Object.entries(overrides)) {
        if (!DRIFT_MEASURES.some((known) => known === measure)) {
            throw new RangeError(`A drift limit is of ${DRIFT_MEASURES.join(', ')}, got "${measure}".`);
        }
        if (limit.failsWhen !== 'above') {
            throw new RangeError(`The limit of ${measure} fails when the effect is above, got "${limit.failsWhen}".`);
        }
        if (!(limit.warn > 0 && limit.warn <= limit.fail && limit.fail < Number.POSITIVE_INFINITY)) {
            throw new RangeError(`The limits of ${measure} are 0 < warn ≤ fail, got ${limit.warn} and ${limit.fail}.`);
        }
    }
    return { ...drift/* DEFAULT_DRIFT_LIMITS */.FD, ...overrides };
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/total-variation.js


/**
 * Total variation distance ½Σ|p - q|: the largest difference of probability of any set of bins, and the share of rows that
 * would have to change bins. From 0 to 1; higher means more drift. A metric.
 *
 * Undefined (`empty-group`) when a side has no row.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 * @example totalVariation({ reference: [1, 1], current: [1, 3] }).value // 0.25
 */
function totalVariation(pair) {
    return measureShares(pair, (shares) => (0,measured/* defined */.sw)(Math.min(1, sumOverBins(shares, (p, q) => Math.abs(p - q)) / 2)));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/drift/l-infinity.js


/**
 * Largest difference of the shares of one bin: max|p - q|. From 0 to 1; higher means more drift. A metric.
 *
 * Undefined (`empty-group`) when a side has no row. NannyML `drift/univariate/methods.py` calls it l_infinity.
 *
 * @throws RangeError when the sides have different bins or a count is negative or not finite.
 * @example lInfinity({ reference: [1, 1, 2], current: [1, 2, 1] }).value // 0.25
 */
function lInfinity(pair) {
    return measureShares(pair, ({ p, q }) => (0,measured/* defined */.sw)(p.reduce((largest, share, i) => Math.max(largest, Math.abs(share - Number(q[i]))), 0)));
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/effects/binned-effects.js

const binned_effects_POWER = 0.8;
/** Near no drift the population stability index is so many squares of the Hellinger distance. */
const PSI_PER_SQUARE = 8;
/** Effects on the bins that are judged only where a policy limits them: with the others they say the same twice. */
function binnedEffects(measured) {
    const effects = [binnedEffect('psi', measured.psi, measured)];
    const distance = hellinger(measured.pair).value;
    return distance === null ? effects : [...effects, binnedEffect('hellinger', distance, measured)];
}
function binnedEffect(measure, value, { psiBins, sizes, binNull }) {
    const ofPsi = (psi) => (measure === 'psi' ? psi : Math.sqrt(psi / PSI_PER_SQUARE));
    return {
        measure,
        bounds: [value, value],
        nullQuantile: (level) => binNull.quantile(measure, level),
        detectable: (alpha) => (psiBins < 2 ? 0 : ofPsi(detectablePsi(psiBins, sizes, { alpha, power: binned_effects_POWER }))),
        requiredRows: (limit, level) => binNull.requiredRows(measure, limit, level),
    };
}
/** Every measure of the bins under its name, judged or not; `null` where it has no value. */
function binnedMeasures({ pair, psi }) {
    const measures = {
        'jensen-shannon': jensenShannon(pair, 'nats'),
        hellinger: hellinger(pair),
        'total-variation': totalVariation(pair),
        'l-infinity': lInfinity(pair),
        'cramer-v': cramerV([pair.reference, pair.current]),
    };
    return { psi, ...Object.fromEntries(Object.entries(measures).map(([name, measured]) => [name, measured.value])) };
}

// EXTERNAL MODULE: ./build/packages/stats/src/multiplicity/holm.js
var holm = __webpack_require__(39663);
// EXTERNAL MODULE: ./build/packages/stats/src/multiplicity/benjamini-hochberg.js
var benjamini_hochberg = __webpack_require__(88999);
;// CONCATENATED MODULE: ./build/packages/gates/src/drift/verdicts/column-verdict.js



/** Level of the evidence, over all columns together (stats.md §3.3). */
const ALPHA = 0.01;
/** An effect limit must lie above this quantile of its null law, or the batch says nothing about it. */
const NULL_LEVEL = 0.95;
/**
 * Judges the columns of a batch together. A column fails when an effect is at or above its limit and the evidence, adjusted
 * over all columns by Holm, is at most 0.01; it passes only when the batch was large enough to tell. Each column has one
 * test, whatever the number of its effects, so the family is the columns. The worst effect decides: fail, inconclusive, warn.
 *
 * An effect at its limit without evidence is inconclusive, not a pass: what was seen is what the policy forbids.
 *
 * @throws RangeError when a column occurs twice or a limit is no limit.
 */
function judgeColumns(columns) {
    const names = columns.map(({ column }) => column);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined)
        throw new RangeError(`Each column is judged once, got "${twice}" twice.`);
    const tested = columns.flatMap(({ column, measured }) => ('effects' in measured ? [{ column, measured }] : []));
    const smallest = (0,holm/* holm */.f)(tested.map(({ measured }) => measured.evidence.p[0]));
    const largest = (0,holm/* holm */.f)(tested.map(({ measured }) => measured.evidence.p[1]));
    const discovery = (0,benjamini_hochberg/* benjaminiHochberg */.U)(tested.map(({ measured }) => measured.evidence.p[1]));
    const alpha = ALPHA / Math.max(1, tested.length);
    const adjusted = new Map(tested.map(({ column }, at) => [
        column,
        { p: [smallest[at] ?? 1, largest[at] ?? 1], falseDiscovery: discovery[at] ?? 1, alpha },
    ]));
    return columns.map((column) => judgeColumn(column, adjusted.get(column.column)));
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
};
function judgeColumn({ column, measured, limits }, adjusted) {
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
function judgeEffect(effect, limit, { p, alpha }) {
    const [lower, upper] = effect.bounds;
    if (!(lower <= upper))
        throw new RangeError(`The bounds of ${effect.measure} ascend, got ${lower} and ${upper}.`);
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
function reasonOf(seen, limit) {
    const [lower, upper] = seen.bounds;
    const surely = seen.p[1] <= ALPHA;
    const possibly = seen.p[0] <= ALPHA;
    if (reaches(lower, limit.fail) && surely)
        return 'limit-exceeded';
    if (reaches(lower, limit.fail))
        return 'effect-without-evidence';
    if (!(seen.nullQuantile <= limit.fail))
        return 'batch-too-small';
    if (!(upper < limit.fail) || reaches(upper, limit.fail))
        return 'bounds-span-limit';
    return reaches(upper, limit.warn) && possibly ? 'warning-exceeded' : 'within-limit';
}
function verdictOf(reason) {
    if (reason === 'within-limit')
        return { verdict: 'pass', reason };
    if (reason === 'limit-exceeded')
        return { verdict: 'fail', reason };
    return { verdict: reason === 'warning-exceeded' ? 'warn' : 'inconclusive', reason };
}
const WORST_FIRST = ['fail', 'inconclusive', 'warn', 'pass'];
/** The worst of several; none at all is inconclusive, and so is one that is no verdict. */
function worstVerdict(verdicts) {
    if (verdicts.some((verdict) => !WORST_FIRST.includes(verdict)))
        return 'inconclusive';
    return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'inconclusive';
}
function worstOf(effects) {
    const verdict = worstVerdict(effects.map((effect) => effect.verdict));
    return effects.find((effect) => effect.verdict === verdict) ?? verdictOf('empty-group');
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/verdicts/dataset-verdict.js


const SHARE_LIMITS = { warn: 0.1, fail: 0.3 };
/**
 * Judges the features together: the importance-weighted share of columns that fail, critical columns, and the domain
 * classifier where one was asked for (`domain` is `null` where none was). An inconclusive column may be a failing one: when
 * that could bring the share to its limit, the dataset is inconclusive. The worst rule decides.
 *
 * @throws RangeError when an importance is negative or not finite, all are 0, limits are not 0 < warn ≤ fail ≤ 1, or an area
 *   is not from 0 to 1.
 */
function judgeDataset(columns, domain, options = {}) {
    const limit = options.share ?? SHARE_LIMITS;
    if (!(limit.warn > 0 && limit.warn <= limit.fail && limit.fail <= 1)) {
        throw new RangeError(`Share limits are 0 < warn ≤ fail ≤ 1, got ${limit.warn} and ${limit.fail}.`);
    }
    const share = failingShare(columns);
    const critical = columns.filter((column) => column.critical === true);
    const rules = {
        share: share === null ? 'inconclusive' : judgeShare(share, limit),
        critical: critical.length === 0 ? 'pass' : worstVerdict(critical.map(({ judged }) => judged.verdict)),
        domain: domain === null ? null : judgeDomain(domain, options.limits),
    };
    return {
        verdict: worstVerdict([rules.share, rules.critical, ...(rules.domain === null ? [] : [rules.domain])]),
        share,
        limit,
        failsWhen: 'above',
        rules,
        criticalColumns: critical.filter(({ judged }) => isBad(judged.verdict)).map(({ judged }) => judged.column),
    };
}
function isBad(verdict) {
    return verdict !== 'pass' && verdict !== 'warn';
}
function failingShare(columns) {
    if (columns.length === 0)
        return null;
    let [failing, unknown, known] = [0, 0, 0];
    for (const { judged, importance = 1 } of columns) {
        if (!(importance >= 0 && importance < Number.POSITIVE_INFINITY)) {
            throw new RangeError(`The importance of "${judged.column}" is a finite number from 0, got ${importance}.`);
        }
        if (judged.verdict === 'fail')
            failing += importance;
        else if (isBad(judged.verdict))
            unknown += importance;
        else
            known += importance;
    }
    const total = failing + unknown + known;
    if (!(total > 0 && total < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`The importance of some column is above 0, and their sum finite, got ${total}.`);
    }
    return [failing / total, (failing + unknown) / total];
}
function judgeShare([lower, upper], limit) {
    if (reaches(lower, limit.fail))
        return 'fail';
    if (reaches(upper, limit.fail))
        return 'inconclusive';
    return reaches(upper, limit.warn) ? 'warn' : 'pass';
}
function judgeDomain(domain, limits) {
    if (domain.undefinedReason !== null)
        return 'inconclusive';
    if (!(domain.lower >= 0 && domain.lower <= 1)) {
        throw new RangeError(`The bound of an area is from 0 to 1, got ${domain.lower}.`);
    }
    const limit = driftLimits(limits)['domain-auc'];
    if (reaches(domain.lower, limit.fail))
        return 'fail';
    return reaches(domain.lower, limit.warn) ? 'warn' : 'pass';
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/verdicts/decisive-measure.js

/**
 * Of the measures with the worst verdict the one furthest beyond its limit, whether of the distribution or of the counts
 * beside it. What could not be measured at all goes before what was.
 */
function decisiveMeasure(distribution, quality) {
    const all = [
        ...(distribution.effects.length === 0 ? [unmeasured(distribution)] : []),
        ...distribution.effects.map((effect) => ofEffect(effect, distribution)),
        ...quality.map(ofCount),
    ];
    const verdict = worstVerdict(all.map((one) => one.verdict));
    const [first] = all
        .filter((one) => one.verdict === verdict)
        .sort((a, b) => (b.ofLimit ?? Number.POSITIVE_INFINITY) - (a.ofLimit ?? Number.POSITIVE_INFINITY) || 0);
    return first ?? unmeasured(distribution);
}
function unmeasured({ verdict, reason }) {
    const none = { value: null, bounds: null, limit: null, ofLimit: null, p: null, method: null, requiredRows: null };
    return { measure: 'distribution', verdict, reason, ...none };
}
function ofEffect(effect, { p, method }) {
    const { measure, verdict, reason, bounds, limit, requiredRows } = effect;
    const [lower, upper] = bounds;
    return {
        measure,
        verdict,
        reason,
        value: lower,
        bounds: upper > lower ? bounds : null,
        limit,
        ofLimit: lower / limit.fail,
        p: p === null ? null : p[1],
        method,
        requiredRows,
    };
}
function ofCount({ measure, verdict, reason, value, limit, p }) {
    const ofLimit = value === null ? null : value / limit.fail;
    return {
        measure,
        verdict,
        reason,
        value,
        bounds: null,
        limit,
        ofLimit,
        p,
        method: 'exact counts',
        requiredRows: null,
    };
}

// EXTERNAL MODULE: ./build/packages/stats/src/proportions/newcombe-difference.js
var newcombe_difference = __webpack_require__(57483);
;// CONCATENATED MODULE: ./build/packages/gates/src/drift/verdicts/output-drift.js

/** Confidence of the printed difference. */
const output_drift_CONFIDENCE = 0.95;
/**
 * Joins the verdict on a target or prediction with the difference of base rates. A prediction that drifts (`warn` or `fail`)
 * while the features pass is labelled `suspect-pipeline`; features that were not judged or are inconclusive prove nothing.
 *
 * @throws RangeError when successes are not whole numbers from 0 to n.
 */
function describeOutput(output, rates, features) {
    const moved = output.judged.verdict === 'fail' || output.judged.verdict === 'warn';
    const suspect = output.role === 'prediction' && moved && features === 'pass';
    return { ...output, baseRateDifference: differenceOf(rates), label: suspect ? 'suspect-pipeline' : null };
}
function differenceOf(rates) {
    if (rates === null || rates.reference.n === 0 || rates.current.n === 0)
        return null;
    const { reference, current } = rates;
    return {
        value: current.successes / current.n - reference.successes / reference.n,
        interval: (0,newcombe_difference/* newcombeDifference */.o)(current, reference, output_drift_CONFIDENCE),
        confidence: output_drift_CONFIDENCE,
    };
}

// EXTERNAL MODULE: ./build/packages/stats/src/drift/out-of-range.js
var out_of_range = __webpack_require__(74435);
// EXTERNAL MODULE: ./build/packages/stats/src/drift/new-categories.js + 1 modules
var new_categories = __webpack_require__(85909);
;// CONCATENATED MODULE: ./build/packages/gates/src/drift/verdicts/quality-verdict.js


const quality_verdict_ALPHA = 0.01;
/**
 * Judges missing rates, new categories and values out of range, all of a batch together.
 *
 * Missing: the difference of the rates either way, with the test of homogeneity. Out of range: the rate, with the
 * beta-binomial law of values that share the two extremes of the reference. New categories: the exact lower bound of the
 * rate, less what Good and Turing expect: the rule of the data gate. Fails from the limit on with evidence at 0.01 over all counts; from the limit on
 * without evidence it is inconclusive.
 *
 * @throws RangeError when a count is not a whole number from 0 or a part is larger than its whole.
 */
function judgeQuality(counts, limits = {}) {
    const weighed = counts.map((count) => {
        checkCounts(count);
        return count.rows.reference === 0 || count.rows.current === 0 ? null : weigh(count);
    });
    const alpha = quality_verdict_ALPHA / Math.max(1, counts.length);
    // A rate without p-value takes part in the family as one that is never rejected, and keeps its own share of alpha.
    const adjusted = (0,holm/* holm */.f)(weighed.map((found) => found?.p ?? 1));
    return counts.map((count, at) => {
        const found = weighed[at] ?? null;
        const own = Object.hasOwn(limits, count.column) ? limits[count.column] : undefined;
        const limit = driftLimits(own)[count.measure];
        const { column, measure } = count;
        const base = { column, measure, limit, failsWhen: 'above' };
        if (found === null) {
            return { ...base, verdict: 'inconclusive', reason: 'empty-group', value: null, expected: null, p: null };
        }
        const p = found.p === null ? null : (adjusted[at] ?? 1);
        return { ...base, ...judge({ ...found, p }, limit, alpha), value: found.value, expected: found.expected, p };
    });
}
function judge({ value, p, sureEffect }, limit, alpha) {
    const sure = sureEffect === undefined ? (p !== null && p <= quality_verdict_ALPHA ? value : 0) : sureEffect(alpha);
    if (reaches(sure, limit.fail))
        return { verdict: 'fail', reason: 'limit-exceeded' };
    if (reaches(value, limit.fail))
        return { verdict: 'inconclusive', reason: 'effect-without-evidence' };
    if (!(value < limit.fail))
        throw new RangeError(`A rate is a number, got ${value}.`);
    if (reaches(sure, limit.warn))
        return { verdict: 'warn', reason: 'warning-exceeded' };
    return { verdict: 'pass', reason: 'within-limit' };
}
function weigh(count) {
    const { rows } = count;
    if (count.measure === 'missing-rate-difference') {
        const { missing } = count;
        const test = homogeneity([missing.reference, rows.reference - missing.reference], [missing.current, rows.current - missing.current]);
        return {
            value: Math.abs(missing.current / rows.current - missing.reference / rows.reference),
            expected: 0,
            p: test.undefinedReason === null ? test.p : 1,
        };
    }
    if (count.measure === 'out-of-range-rate') {
        const p = rows.reference < 2 ? 1 : (0,out_of_range/* outOfRangeTail */.P)(count.outside, rows);
        return { value: count.outside / rows.current, expected: (0,out_of_range/* outOfRangeProbability */.M)(rows.reference), p };
    }
    const known = {
        newRows: count.newRows,
        currentRows: rows.current,
        singletons: count.singletons,
        pooled: count.pooled,
        referenceRows: rows.reference,
    };
    const { rate, expected } = (0,new_categories/* newCategoryRate */.f)(known, 1 - quality_verdict_ALPHA);
    return {
        value: Math.max(0, rate - expected),
        expected,
        p: null,
        sureEffect: (alpha) => Math.max(0, (0,new_categories/* newCategoryRate */.f)(known, 1 - alpha).interval[0] - expected),
    };
}
function checkCounts(count) {
    const { rows } = count;
    const parts = count.measure === 'missing-rate-difference'
        ? [
            [count.missing.reference, rows.reference],
            [count.missing.current, rows.current],
        ]
        : count.measure === 'out-of-range-rate'
            ? [
                [count.outside, rows.current],
                [0, rows.reference],
            ]
            : [
                [count.newRows, rows.current],
                [count.singletons, rows.reference],
                [count.pooled, rows.reference],
            ];
    for (const [part, whole] of parts) {
        const whole1 = Number(whole);
        const part1 = Number(part);
        if (!(Number.isSafeInteger(part1) && Number.isSafeInteger(whole1) && part1 >= 0 && part1 <= whole1)) {
            throw new RangeError(`${count.measure} of "${count.column}" counts 0 ≤ part ≤ rows, got ${part1} of ${whole1}.`);
        }
    }
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/judged-drift.js






/**
 * Judges all columns of a batch together by the native rule (stats.md §3.3). The worst of distribution and counts is the
 * verdict of a column; features are judged as a whole, the target and the prediction each by itself.
 */
function judgeDrift(columns, config, given) {
    const measured = columns.map((column) => ({
        column: column.column,
        measured: measureColumn(column, given.drawsOf(column.column)),
        limits: limitsOf(config, column.column),
    }));
    const distributions = judgeColumns(measured);
    const limits = Object.fromEntries(measured.map((column) => [column.column, column.limits]));
    const quality = Map.groupBy(judgeQuality(columns.flatMap(qualityCounts), limits), ({ column }) => column);
    const judged = columns.flatMap((compared, at) => {
        const distribution = distributions[at];
        const own = measured[at]?.measured;
        if (distribution === undefined || own === undefined)
            return [];
        const counts = quality.get(compared.column) ?? [];
        const decisive = decisiveMeasure(distribution, counts);
        return [
            {
                compared,
                measured: own,
                distribution,
                quality: counts,
                decisive,
                verdict: decisive.verdict,
                ...ruleOf(config, compared.column),
            },
        ];
    });
    const features = judged.filter(({ compared }) => compared.role === 'feature');
    const dataset = features.length === 0
        ? null
        : judgeDataset(features.map((column) => ({
            ...column,
            judged: { column: column.compared.column, verdict: column.verdict },
        })), given.domain, { share: config['drifted-share'], limits: limitsOf(config, '') });
    return { columns: judged, dataset, outputs: outputsOf(judged, features) };
}
function ruleOf(config, column) {
    const rules = config['column-rules'];
    const own = Object.hasOwn(rules, column) ? rules[column] : undefined;
    return { importance: own?.importance ?? 1, critical: own?.critical ?? false };
}
function outputsOf(columns, features) {
    const inputs = features.length === 0 ? null : worstVerdict(features.map(({ verdict }) => verdict));
    return columns.flatMap(({ compared, verdict }) => {
        const { role, column } = compared;
        if (role === 'feature')
            return [];
        return [describeOutput({ role, judged: { column, verdict } }, baseRatesOf(compared), inputs)];
    });
}
/** Of two categories the last by code point is the positive one: `1` and not `0`, `true` and not `false`. */
function positiveOf({ values }) {
    if (values.kind !== 'categories' || values.other > 0)
        return null;
    const found = [...new Set([...values.reference.keys(), ...values.current.keys()])].sort();
    return found.length === 2 ? (found[1] ?? null) : null;
}
function baseRatesOf(compared) {
    const positive = positiveOf(compared);
    const { values } = compared;
    if (positive === null || values.kind !== 'categories')
        return null;
    const side = (counts) => ({
        successes: counts.get(positive) ?? 0,
        n: [...counts.values()].reduce((sum, rows) => sum + rows, 0),
    });
    return { reference: side(values.reference), current: side(values.current) };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/drift-measures.js




/** All measures of the columns and of the data as a whole, judged or not. */
function driftMeasures(judged, domain) {
    const { columns, dataset, outputs } = judged;
    const features = columns.filter(({ compared }) => compared.role === 'feature');
    return {
        columns: Object.fromEntries(worstFirst(columns).map((column) => [column.compared.column, columnMeasures(column)])),
        dataset: {
            'compared-columns': columns.length,
            'judged-columns': features.length,
            'drifted-columns': features.filter(({ verdict }) => verdict === 'fail').length,
            'inconclusive-columns': features.filter(({ verdict }) => verdict === 'inconclusive').length,
            'drifted-share': dataset?.share?.[0] ?? null,
            'drifted-share-at-most': dataset?.share?.[1] ?? null,
            'drifted-share-limit': dataset?.limit.fail ?? null,
            ...(domain === null ? {} : domainMeasures(domain)),
        },
        power: smallestEffects(columns),
        ...(outputs.length === 0
            ? {}
            : {
                outputs: Object.fromEntries(outputs.map(({ role, judged: { column }, baseRateDifference }) => {
                    const compared = columns.find((one) => one.compared.column === column)?.compared;
                    const positive = compared === undefined ? null : positiveOf(compared);
                    return [role, { column, 'base-rate-of': positive, 'base-rate-difference': baseRateDifference }];
                })),
            }),
    };
}
/** The largest of the smallest effects that the columns let be seen, by the measure that each is judged by first. */
function smallestEffects(columns) {
    const smallest = new Map();
    for (const { distribution } of columns) {
        for (const { measure, detectable } of distribution.effects.slice(0, 1)) {
            smallest.set(measure, Math.max(detectable, smallest.get(measure) ?? 0));
        }
    }
    return Object.fromEntries([...smallest].map(([measure, effect]) => [measure, { 'minimum-detectable': effect }]));
}
function domainMeasures(domain) {
    return domain.undefinedReason === null
        ? { 'domain-auc': domain.auc, 'domain-auc-lower': domain.lower }
        : { 'domain-auc': null };
}
function columnMeasures(column) {
    const { compared, distribution, quality, decisive, measured } = column;
    const { rows, missing, role } = compared;
    return {
        role,
        verdict: decisive.verdict,
        reason: decisive.reason,
        // What made the verdict; the finding of the column is about the same measure.
        by: decisive.measure,
        value: decisive.value,
        ...(decisive.bounds === null ? {} : { interval: decisive.bounds }),
        limit: decisive.limit?.fail ?? null,
        'of-limit': decisive.ofLimit,
        n: [rows.reference - missing.reference, rows.current - missing.current],
        ...distances(column),
        ...('effects' in measured ? binnedMeasures(measured) : {}),
        ...Object.fromEntries(quality.map(({ measure, value }) => [measure, value])),
        'p-adjusted': distribution.p?.[1] ?? null,
        'false-discovery': distribution.falseDiscovery,
        detectable: Object.fromEntries(distribution.effects.map(({ measure, detectable }) => [measure, detectable])),
        'null-95': Object.fromEntries(distribution.effects.map(({ measure, nullQuantile }) => [measure, nullQuantile])),
    };
}
/** Distances along the line of numbers; with their bounds where a profile leaves room between them. */
function distances({ measured, distribution, compared }) {
    if (!('effects' in measured))
        return {};
    if (measured.transport === null)
        return fewValues(compared);
    const found = {};
    const tell = (name, [lower, upper]) => {
        found[name] = lower;
        if (upper > lower)
            found[`${name}-bounds`] = [lower, upper];
    };
    for (const { measure, bounds } of measured.effects)
        tell(measure, bounds);
    tell('wasserstein', measured.transport);
    if (distribution.population !== null)
        found['ks-population'] = distribution.population;
    return found;
}
/** Of numbers with few values both are known, and judged is what they are as categories. */
function fewValues({ values }) {
    if (values.kind !== 'rows')
        return {};
    const distance = ksDistance(values.reference, values.current);
    const transport = wasserstein({ values: values.reference }, { values: values.current });
    if (distance.undefinedReason !== null || transport.value === null)
        return {};
    const { m2 } = (0,moments/* momentsOf */.Z)(values.reference.toSorted());
    const deviation = Math.sqrt(m2 / values.reference.length);
    return {
        ks: distance.distance,
        wasserstein: transport.value,
        'wasserstein-normed': normedWasserstein(transport.value, deviation),
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/one-sided-findings.js
/** A table may have thousands of columns; beyond so many they are counted. */
const MOST_NAMES = 50;
/**
 * Columns that only one side has. One that has left the data fails: nothing can be said of its values, and leaving is how a
 * broken feed shows. One that is new has nothing to be compared with and only warns.
 */
function oneSidedFindings({ missingColumns, newColumns, }) {
    const missing = {
        measure: 'missing-columns',
        outcome: 'fail',
        severity: 'block',
        reasonCode: 'column-missing',
        ...namesOf(missingColumns),
        message: `The reference has ${namedWords(missingColumns)}, and the data do not; exclude what should not be compared.`,
    };
    const added = {
        measure: 'new-columns',
        outcome: 'inconclusive',
        severity: 'warn',
        reasonCode: 'schema-broken',
        ...namesOf(newColumns),
        message: `The data have ${namedWords(newColumns)}, and the reference does not: nothing of them was compared.`,
    };
    return [...(missingColumns.length === 0 ? [] : [missing]), ...(newColumns.length === 0 ? [] : [added])];
}
function namesOf(columns) {
    return { groups: columns.slice(0, MOST_NAMES), value: columns.length };
}
function namedWords(columns) {
    const more = columns.length - MOST_NAMES;
    const names = columns.slice(0, MOST_NAMES).map((name) => `"${name}"`);
    return `the ${columns.length === 1 ? 'column' : 'columns'} ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/self-findings.js
/**
 * Data that are their own reference: every distance is 0 then, whatever they hold, so a pass would say nothing. It is
 * inconclusive in a quick look and in the decide run alike, and a policy that wants it all the same names the code.
 */
function selfFindings({ isItsReference }) {
    if (!isItsReference)
        return [];
    return [
        {
            measure: 'reference',
            outcome: 'inconclusive',
            severity: 'block',
            reasonCode: 'compared-with-itself',
            value: null,
            message: 'The data are the bytes that they are compared with: no drift can be found, and none was looked for.',
        },
    ];
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/normal.js
var normal = __webpack_require__(82030);
;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/pooled-z.js


/**
 * The pooled two-proportion z test of equality, two-sided: z = (p1 - p2)/√(p(1-p)(1/n1 + 1/n2)) with p over both samples,
 * positive when the first proportion is the larger. z² is Pearson's χ² without continuity correction.
 *
 * When both samples are constant and equal, z is 0 and p is 1: nothing differs.
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ successes ≤ n, n ≥ 1.
 * @example pooledZ({ successes: 12, n: 15 }, { successes: 17, n: 33 }).p // 0.0614122540
 */
function pooledZ(first, second) {
    (0,src_arguments/* checkCounts */.tl)(first.successes, first.n);
    (0,src_arguments/* checkCounts */.tl)(second.successes, second.n);
    const successes = first.successes + second.successes;
    const n = first.n + second.n;
    if (successes === 0 || successes === n)
        return { z: 0, p: 1 };
    const pooled = successes / n;
    const difference = first.successes / first.n - second.successes / second.n;
    const z = difference / Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n));
    return { z, p: 2 * (0,normal/* normalCdf */.v)(-Math.abs(z)) };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/evidently/evidently-rule.js

/** Up to so many reference rows evidently tests a hypothesis, beyond it measures a distance. */
const SMALL_REFERENCE = 1000;
/** Up to so many distinct values of both sides a number is a category. */
const FEW_VALUES = 5;
const P_LIMIT = 0.05;
const DISTANCE_LIMIT = 0.1;
const SHARE_LIMIT = 0.5;
/**
 * The default rule of evidently (0.7 `get_stattest.py`), for comparison with reports made by it. Not the native rule: its
 * goodness-of-fit test takes the reference for the truth and raises false alarms in 17 to 49 % of batches as large as the
 * reference, its distances ignore that small batches lie apart (stats.md §3.3).
 *
 * Of n reference rows and u distinct values of both sides: numbers of u > 5 by Kolmogorov-Smirnov p ≤ 0.05, from n > 1000 by
 * normed Wasserstein ≥ 0.1. Others by χ² (u > 2) or z (u ≤ 2) p < 0.05, from n > 1000 by Jensen-Shannon ≥ 0.1 in nats.
 *
 * @throws RangeError when a value is not finite or a count is not a whole number from 0.
 */
function judgeAsEvidently(data) {
    if (data.kind === 'categories')
        return judgeCategories(tableOf(data.reference, data.current));
    const { reference, current } = data;
    if (evidently_rule_hasManyValues(reference, current))
        return judgeNumbers(reference, current);
    return judgeCategories(tableOf(evidently_rule_countsOf(reference), evidently_rule_countsOf(current)));
}
/**
 * Dataset drift as evidently says it: half of the columns or more drift.
 *
 * @returns `inconclusive` without a column, or when columns that cannot be judged could make it half.
 */
function judgeDatasetAsEvidently(columns) {
    const failing = columns.filter(({ verdict }) => verdict === 'fail').length;
    const passing = columns.filter(({ verdict }) => verdict === 'pass').length;
    if (columns.length === 0)
        return { share: null, limit: SHARE_LIMIT, verdict: 'inconclusive' };
    const share = failing / columns.length;
    if (share >= SHARE_LIMIT)
        return { share, limit: SHARE_LIMIT, verdict: 'fail' };
    const surelyBelow = 1 - passing / columns.length < SHARE_LIMIT;
    return { share, limit: SHARE_LIMIT, verdict: surelyBelow ? 'pass' : 'inconclusive' };
}
function judgeNumbers(reference, current) {
    if (reference.length <= SMALL_REFERENCE) {
        const distance = ksDistance(reference, current);
        const p = distance.undefinedReason === null ? ksPValue(distance).p : null;
        return column('ks', p);
    }
    const transport = wasserstein({ values: reference }, { values: current });
    const deviation = Math.sqrt((0,moments/* momentsOf */.Z)(reference).m2 / reference.length);
    const value = transport.value === null ? null : normedWasserstein(transport.value, deviation);
    return column('wasserstein-normed', value);
}
function judgeCategories(table) {
    const { reference, current, n, m } = table;
    if (n > SMALL_REFERENCE) {
        return column('jensen-shannon', jensenShannon({ reference, current }, 'nats').value);
    }
    const empty = n === 0 || m === 0;
    if (reference.length > 2) {
        return column('chi-square-goodness-of-fit', empty ? null : goodnessOfFit(table));
    }
    const [first, second] = [Number(reference[0]), Number(current[0])];
    const p = empty ? null : pooledZ({ successes: first, n }, { successes: second, n: m }).p;
    return column('z', p);
}
/** Σ(O - E)²/E with E the reference scaled to the current rows. A category that is new has E = 0 and makes p zero. */
function goodnessOfFit({ reference, current, n, m }) {
    let statistic = 0;
    for (const [at, count] of reference.entries()) {
        const expected = (count / n) * m;
        statistic += (Number(current[at]) - expected) ** 2 / expected;
    }
    return (0,chi_square/* chiSquareSf */.To)(statistic, reference.length - 1);
}
const RULES = {
    ks: { limit: P_LIMIT, failsWhen: 'below', failsAtLimit: true },
    'chi-square-goodness-of-fit': { limit: P_LIMIT, failsWhen: 'below', failsAtLimit: false },
    z: { limit: P_LIMIT, failsWhen: 'below', failsAtLimit: false },
    'wasserstein-normed': { limit: DISTANCE_LIMIT, failsWhen: 'above', failsAtLimit: true },
    'jensen-shannon': { limit: DISTANCE_LIMIT, failsWhen: 'above', failsAtLimit: true },
};
function column(method, value) {
    const rule = RULES[method];
    if (Number.isNaN(value))
        throw new RangeError(`The value of ${method} is a number, got NaN.`);
    return { method, value, ...rule, verdict: value === null ? 'inconclusive' : drifts(value, rule) ? 'fail' : 'pass' };
}
function drifts(value, { limit, failsWhen, failsAtLimit }) {
    if (value === limit)
        return failsAtLimit;
    return failsWhen === 'above' ? value > limit : value < limit;
}
function evidently_rule_hasManyValues(reference, current) {
    const seen = new Set();
    for (const side of [reference, current]) {
        for (const value of side) {
            seen.add(value);
            if (seen.size > FEW_VALUES)
                return true;
        }
    }
    return false;
}
function evidently_rule_countsOf(values) {
    const counts = new Map();
    for (const value of values) {
        if (!Number.isFinite(value))
            throw new RangeError(`A value must be finite, got ${value}.`);
        const key = String(value);
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
}
function tableOf(reference, current) {
    for (const count of [...reference.values(), ...current.values()]) {
        if (!Number.isSafeInteger(count) || count < 0) {
            throw new RangeError(`The count of a category is a whole number from 0, got ${count}.`);
        }
    }
    const keys = [...new Set([...reference.keys(), ...current.keys()])].filter((key) => (reference.get(key) ?? 0) + (current.get(key) ?? 0) > 0);
    const countsIn = (side) => keys.map((key) => side.get(key) ?? 0);
    const [known, seen] = [countsIn(reference), countsIn(current)];
    const total = (counts) => counts.reduce((sum, count) => sum + count, 0);
    return { reference: known, current: seen, n: total(known), m: total(seen) };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/evidently/evaluate-evidently.js





const NAMES = {
    ks: 'ks-p-value',
    'chi-square-goodness-of-fit': 'chi-square-p-value',
    z: 'z-p-value',
    'wasserstein-normed': 'wasserstein-normed',
    'jensen-shannon': 'jensen-shannon',
};
/** The default rules of evidently 0.7, for comparison with reports made by it; see `judgeAsEvidently` for what is wrong. */
function evaluateAsEvidently(input) {
    const judged = input.columns.map((compared) => ({ compared, verdict: evaluate_evidently_judge(compared) }));
    const features = judged.filter(({ compared }) => compared.role === 'feature');
    const dataset = judgeDatasetAsEvidently(features.map(({ verdict }) => verdict));
    const failed = features.filter(({ verdict }) => verdict.verdict === 'fail').length;
    return (0,assemble_decision/* assembleDecision */.h)('drift', input.context, {
        findings: [
            ...selfFindings(input),
            ...oneSidedFindings(input),
            {
                measure: 'drifted-share',
                outcome: dataset.verdict,
                severity: 'block',
                reasonCode: { pass: 'within-limit', fail: 'limit-exceeded', inconclusive: 'empty-group' }[dataset.verdict],
                value: dataset.share,
                limit: dataset.limit,
                failsWhen: 'above',
                failsAtLimit: true,
                method: 'evidently 0.7 defaults',
                message: `${failed} of ${features.length} columns have drifted by the rules of evidently; from ${(0,wording/* percent */.KN)(dataset.limit)} it fails.`,
            },
            ...judged
                .filter(({ compared, verdict }) => compared.role !== 'feature' || verdict.verdict !== 'pass')
                .map(({ compared, verdict }) => findingOf(compared, verdict)),
        ],
        measures: {
            columns: Object.fromEntries(judged.map(({ compared, verdict }) => [
                compared.column,
                {
                    role: compared.role,
                    verdict: verdict.verdict,
                    by: NAMES[verdict.method],
                    value: verdict.value,
                    [NAMES[verdict.method]]: verdict.value,
                    limit: verdict.limit,
                },
            ])),
            dataset: {
                'compared-columns': judged.length,
                'judged-columns': features.length,
                'drifted-columns': failed,
                'drifted-share': dataset.share,
                'drifted-share-limit': dataset.limit,
            },
        },
        power: { minimumDetectable: null, requiredN: {} },
        notMeasured: [
            ...input.notCompared,
            'limits and the drifted share of the policy, in whose place those of evidently stand',
            'drift of several columns together: evidently has no classifier among its default rules',
            'power: evidently has no rule for batches that are too small to tell',
            'missing values, new categories and values out of range, which its default rules leave out',
        ],
    });
}
function evaluate_evidently_judge({ values, column }) {
    if (values.kind === 'profiles')
        throw new RangeError(`The rules of evidently need rows, got a profile of "${column}".`);
    return judgeAsEvidently(values.kind === 'rows'
        ? { kind: 'numbers', reference: values.reference, current: values.current }
        : { kind: 'categories', reference: values.reference, current: values.current });
}
/** An output that the policy names blocks, as by the native rules: evidently only leaves its share of columns to decide. */
function findingOf({ column, role, rows, missing }, verdict) {
    const measure = NAMES[verdict.method];
    const isUnknown = verdict.value === null;
    const beyond = `${verdict.failsAtLimit ? 'at or ' : ''}${verdict.failsWhen}`;
    const side = verdict.verdict === 'pass' ? `not ${beyond}` : beyond;
    const judged = verdict.verdict === 'pass' ? 'within-limit' : 'limit-exceeded';
    return {
        measure,
        outcome: verdict.verdict,
        severity: role === 'feature' ? 'warn' : 'block',
        reasonCode: isUnknown ? 'empty-group' : judged,
        groups: [column],
        value: verdict.value,
        n: [rows.reference - missing.reference, rows.current - missing.current],
        limit: verdict.limit,
        failsWhen: verdict.failsWhen,
        ...(verdict.failsAtLimit ? { failsAtLimit: true } : {}),
        method: `${verdict.method}, evidently 0.7 defaults`,
        message: isUnknown
            ? `Column "${column}": a side has no value.`
            : `Column "${column}": ${measure} is ${(0,wording/* inWords */.r4)(verdict.value)}, ${side} ${(0,wording/* inWords */.r4)(verdict.limit)}.`,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/drift/evaluate-drift.js












/** How often the null law of a distance without a formula is drawn (stats.md §3.3). */
const REDRAWS = 999;
/**
 * Judges whether a batch has drifted from its reference: column by column with effect and evidence, then as a whole by the
 * importance-weighted share of drifted columns, critical columns and a domain classifier (stats.md §3.3). What a batch is
 * too small to show is inconclusive. In the mode `evidently` it follows the default rules of evidently 0.7 instead.
 *
 * The order of rows, of columns and of the parts of a profile cannot be seen in the decision.
 */
function evaluateDrift(input) {
    const columns = input.columns.toSorted((a, b) => (a.column < b.column ? -1 : 1));
    if (input.config.mode === 'evidently')
        return evaluateAsEvidently({ ...input, columns });
    const { config, context } = input;
    // Of the data alone: which model is judged changes nothing about its data.
    const seedBytes = (check) => bytesOf((0,metric_seed/* seedOf */.n)(`drift/${check}`, { ...context, subject: null }));
    const limit = driftLimits(limitsOf(config, ''))['domain-auc'];
    const measured = 'features' in input.domain
        ? measureDomains(input.domain, limit, seedBytes('domain'))
        : { limit, undefinedReason: 'insufficient-n', why: input.domain.notPossible };
    const isMissing = measured.undefinedReason !== null;
    const domain = isMissing && config['domain-classifier'] !== 'required' ? null : measured;
    const judged = judgeDrift(columns, config, {
        domain: domainEvidence(domain),
        drawsOf: (column) => ({ random: (0,xoshiro/* createRandom */.s)(seedBytes(`null/${column}`)), redraws: REDRAWS }),
    });
    return (0,assemble_decision/* assembleDecision */.h)('drift', context, {
        findings: [...selfFindings(input), ...oneSidedFindings(input), ...driftFindings(judged, domain)],
        measures: driftMeasures(judged, domain),
        power: powerOf(judged.columns),
        notMeasured: [
            ...input.notCompared,
            ...(measured.undefinedReason === null ? [] : [`drift of several columns together: ${measured.why}`]),
            ...unnamedCategories(columns),
            'effects of drift on the quality of predictions',
        ],
    });
}
function unnamedCategories(columns) {
    return columns.flatMap(({ column, values }) => values.kind === 'categories' && values.other > 0
        ? [
            `new categories of "${column}", one by one: the profile does not name all, and rows of those it does not name count as new`,
        ]
        : []);
}
/** The largest of the smallest effects that the columns let be seen, and the rows that undecided columns need. */
function powerOf(columns) {
    const smallest = columns.flatMap(({ distribution }) => distribution.effects.slice(0, 1).map((effect) => effect.detectable));
    return {
        minimumDetectable: smallest.length === 0 ? null : smallest.reduce((a, b) => Math.max(a, b)),
        requiredN: Object.fromEntries(columns.flatMap((column) => {
            const rows = requiredRows(column);
            return rows === null ? [] : [[column.compared.column, rows]];
        })),
    };
}
function bytesOf(hex) {
    return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/column-counts.js

/** Categories that a column of a profile names; the rarest of more are counted together. */
const MOST_NAMED = 1000;
/**
 * Numeric columns counted on and between edges, in the order asked for. Without `squares` their spread is left out, which
 * only a reference needs.
 */
async function column_counts_countNumbers({ tables, relation }, wanted, options = {}) {
    const columns = wanted.map(({ column, edges }) => ({ column: column_counts_refOf(relation, column), edges }));
    const counted = await tables.numberCounts(relation, columns, options);
    return wanted.map(({ edges }, at) => {
        const own = counted[at];
        if (own === undefined)
            throw new Error('A column was not counted.');
        return numbersColumn(edges, own);
    });
}
function numbersColumn(edges, { missing, zeros, counts, moments }) {
    const { count, min, max, mean, m2 } = moments;
    return {
        kind: 'numbers',
        n: count,
        missing: column_counts_missingOf(missing),
        zeros,
        edges: [...edges],
        edgesId: (0,profile_schema/* edgesId */.Kg)(edges),
        equal: [...counts.equal],
        open: [...counts.between],
        openSums: [...counts.sums],
        minimum: min,
        maximum: max,
        mean,
        m2,
    };
}
/** Where a value is missing, by the kind of missing. */
function column_counts_missingOf(counts) {
    const { nulls, nans, positiveInfinities, negativeInfinities } = counts;
    return { null: nulls, nan: nans, positiveInfinity: positiveInfinities, negativeInfinity: negativeInfinities };
}
/** Rows of each category of a column; numbers are categories by their value, however they are written. */
async function column_counts_countCategories({ tables, relation }, column, of) {
    const counts = new Map();
    const missing = { null: 0, nan: 0, positiveInfinity: 0, negativeInfinity: 0 };
    for (const { key, count } of await tables.groupedCounts(relation, [column_counts_refOf(relation, column)])) {
        const [text = null] = key;
        const value = of === 'numbers' && text !== null ? Number(text) : 0;
        if (text === null)
            missing.null += count;
        else if (of === 'numbers' && !Number.isFinite(value))
            missing[notFinite(text)] += count;
        else {
            const name = of === 'numbers' ? String(value + 0) : text;
            counts.set(name, (counts.get(name) ?? 0) + count);
        }
    }
    return { counts, missing };
}
/** The engine writes `nan`, `inf` and `-inf`, none of which JavaScript reads as such. */
function notFinite(text) {
    if (/nan/i.test(text))
        return 'nan';
    return text.startsWith('-') ? 'negativeInfinity' : 'positiveInfinity';
}
/** Categories as a profile keeps them: the most frequent by name, of equal ones the first by name, the rest as a number. */
function column_counts_categoriesColumn(of, { counts, missing }) {
    const byRows = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const named = byRows.slice(0, MOST_NAMED).sort(([a], [b]) => (a < b ? -1 : 1));
    const total = (some) => some.reduce((sum, [, rows]) => sum + rows, 0);
    return {
        kind: 'categories',
        of,
        n: total(byRows),
        missing,
        counts: Object.fromEntries(named),
        other: total(byRows) - total(named),
        singletons: byRows.filter(([, rows]) => rows === 1).length,
    };
}
function column_counts_refOf({ table }, column) {
    return { table, column };
}

// EXTERNAL MODULE: ./build/packages/core/src/code-point-order.js
var code_point_order = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/packages/tables/src/quoted.js
var quoted = __webpack_require__(31733);
// EXTERNAL MODULE: ./build/packages/core/src/nearest-name.js
var nearest_name = __webpack_require__(38961);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/profile.js





/** Edges of a profile are quantiles at j/1000 (stats.md §6). */
const PARTS = 1000;
/** Numbers with as many distinct values or fewer are counted by value, once, and all else follows from that. */
const MOST_VALUES = 10_000;
/**
 * Counts a table into a baseline profile without a privacy floor, which comes after merging. Numbers with more than 20
 * distinct values are counted on and between the quantiles at j/1000, everything else by category.
 *
 * @throws ActionError `refused`: `column-missing`, `column-unsupported`, `mixed-types`, `type-mismatch` against `edgesFrom`.
 */
async function collectProfile(rows, request) {
    const { tables, relation } = rows;
    const description = await tables.describe(relation.table);
    const { chosen, leftOut } = chooseColumns(description.columns, request);
    const plan = await planOf(rows, chosen, request.edgesFrom);
    const columns = new Map(plan.counted);
    const numbers = await countNumbers(rows, plan.numbers);
    for (const [at, { column }] of plan.numbers.entries()) {
        const counted = numbers[at];
        if (counted !== undefined)
            columns.set(column, counted);
    }
    for (const { column, of } of plan.categories) {
        columns.set(column, categoriesColumn(of, await countCategories(rows, column, of)));
    }
    const ordered = [...columns].sort(([a], [b]) => compareCodePoints(a, b));
    const profile = checkedProfile({
        schemaVersion: 1,
        kind: 'baseline-profile',
        datasetDigest: request.datasetDigest ?? description.digest,
        rows: await tables.rows(relation),
        shards: [description.digest],
        privacyFloor: null,
        columns: Object.fromEntries(ordered),
    });
    return { profile, leftOut };
}
/** What a column is counted as; `null` where a profile cannot hold it. */
function countedAs(type) {
    if (type === 'integer' || type === 'number')
        return 'numbers';
    if (type === 'boolean')
        return 'booleans';
    return type === 'text' ? 'texts' : null;
}
function chooseColumns(columns, { columns: wanted, exclude = [], edgesFrom }) {
    const names = columns.map(({ name }) => name);
    const asked = wanted ?? (edgesFrom === undefined ? undefined : Object.keys(edgesFrom.columns));
    requireThere([...(asked ?? []), ...exclude], names);
    const some = columns.filter(({ name }) => !exclude.includes(name) && (asked?.includes(name) ?? true));
    const unfit = some.filter(({ type }) => countedAs(type) === null);
    const [first] = unfit;
    // A column of mixed types is a fault of the data and not of the kind of column.
    const mixed = unfit.find(({ type }) => type === 'mixed');
    if (mixed !== undefined)
        throw unusable(mixed, 'mixed-types');
    if (asked !== undefined && first !== undefined)
        throw unusable(first, 'column-unsupported');
    return {
        chosen: some.filter((column) => !unfit.includes(column)),
        leftOut: unfit.map(({ name, type }) => `"${name}", which holds values of type ${type}`),
    };
}
/** @throws ActionError `refused`, reason `column-missing`. */
function requireThere(wanted, names) {
    const missing = wanted.filter((name) => !names.includes(name));
    if (missing.length === 0)
        return;
    const there = [...new Set(names)];
    const near = missing.length === 1 ? (0,nearest_name/* nearestName */.q)(missing[0] ?? '', there) : null;
    const fault = {
        where: 'The columns of the table',
        found: `no column ${(0,quoted/* quotedList */.p)(missing)}`,
        allowed: `the columns ${(0,quoted/* quotedList */.p)(there)}`,
        remedy: near === null ? 'Correct the name' : `Did you mean ${(0,quoted/* quoted */.T)(near)}?`,
    };
    throw new errors/* ActionError */.lZ('refused', fault, { reasonCode: 'column-missing' });
}
/** A column that cannot be counted. */
function unusable({ name, type }, reasonCode) {
    const fault = {
        where: `column ${(0,quoted/* quoted */.T)(name)}`,
        found: `values of type ${type}`,
        allowed: 'numbers, texts, or yes and no',
        remedy: 'Leave the column out, declare its type or correct its values',
    };
    return new errors/* ActionError */.lZ('refused', fault, { reasonCode });
}
async function planOf(rows, chosen, edgesFrom) {
    const numbers = [];
    const categories = [];
    const counted = new Map();
    const givenFor = (name) => edgesFrom && columnOf(edgesFrom, name);
    for (const { name, type } of chosen) {
        const given = givenFor(name);
        if (given !== undefined)
            requireSameKind(name, countedAs(type) ?? 'texts', given);
    }
    const few = await profile_fewValues(rows, chosen);
    for (const { name, type } of chosen) {
        const of = countedAs(type) ?? 'texts';
        const given = givenFor(name);
        const values = few.get(name);
        if (values !== undefined) {
            counted.set(name, columnOfValues(values, given));
            continue;
        }
        const edges = given === undefined ? await edgesOf(rows, name, of) : givenEdges(given);
        if (edges === null)
            categories.push({ column: name, of });
        else
            numbers.push({ column: name, edges });
    }
    return { counted, numbers, categories };
}
/** Numeric columns of few values. */
async function profile_fewValues({ tables, relation }, chosen) {
    const names = chosen.filter(({ type }) => countedAs(type) === 'numbers').map(({ name }) => name);
    const refs = names.map((name) => refOf(relation, name));
    const counts = await tables.valueCounts(relation, refs, { most: MOST_VALUES });
    return new Map(names.flatMap((name, at) => (counts[at] ? [[name, counts[at]]] : [])));
}
/** Edges and kind are the given ones, else those that the values say. */
function columnOfValues(values, given) {
    if (given?.kind === 'numbers')
        return numbersOfValues(values, given.edges);
    if (given === undefined && values.values.length > MOST_DISTINCT_CATEGORIES) {
        return numbersOfValues(values, quantilesOf(values, PARTS));
    }
    const counts = new Map(values.values.map((value, at) => [String(value), Number(values.counts[at])]));
    return categoriesColumn('numbers', { counts, missing: missingOf(values.missing) });
}
/** A column of a profile; a name that every object has is none. */
function columnOf({ columns }, name) {
    return Object.hasOwn(columns, name) ? columns[name] : undefined;
}
function givenEdges(column) {
    return column.kind === 'numbers' ? column.edges : null;
}
/** The edges of the numeric columns that have more than 20 distinct values. */
async function planEdges(rows, columns) {
    const edged = [];
    for (const { column, of } of columns) {
        const edges = await edgesOf(rows, column, of);
        if (edges !== null)
            edged.push({ column, edges });
    }
    return edged;
}
/** `null` for a column that is counted by category. */
async function edgesOf({ tables, relation }, column, of) {
    if (of !== 'numbers')
        return null;
    const edges = await tables.quantiles(relation, column_counts_refOf(relation, column), PARTS);
    if (edges.length > numeric_rows_MOST_DISTINCT_CATEGORIES)
        return edges;
    // Few quantiles may hide many rare values.
    const { distinct } = await tables.distinct(relation, column_counts_refOf(relation, column));
    return distinct > numeric_rows_MOST_DISTINCT_CATEGORIES ? edges : null;
}
/** @throws ActionError `refused`, reason `type-mismatch`. */
function requireSameKind(column, of, given) {
    const known = given.kind === 'numbers' ? 'numbers' : given.of;
    if (known === of)
        return;
    const fault = {
        where: `column ${(0,quoted/* quoted */.T)(column)}`,
        found: `${of}, and ${known} in the profile`,
        allowed: 'values of one type: 1 is not "1"',
        remedy: 'Correct the values, or leave the column out',
    };
    throw new errors/* ActionError */.lZ('refused', fault, { reasonCode: 'type-mismatch' });
}
/** A column of numbers with the counts of the edges `extra` joined to the open bins that they cut. */
function withoutEdges(column, kept) {
    const equal = [];
    const open = [];
    const openSums = [];
    let [rows, sum] = [0, 0];
    for (const [at, edge] of [...column.edges, null].entries()) {
        rows += Number(column.open[at]);
        sum += Number(column.openSums[at]);
        if (edge !== null && !kept.includes(edge)) {
            rows += Number(column.equal[at]);
            sum += Number(column.equal[at]) * edge;
            continue;
        }
        open.push(rows);
        openSums.push(rows === 0 ? 0 : sum);
        [rows, sum] = [0, 0];
        if (edge !== null)
            equal.push(Number(column.equal[at]));
    }
    return { ...column, edges: [...kept], edgesId: column.edgesId, equal, open, openSums };
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/drift-columns.js



/**
 * Chooses the columns to compare: those that the rules name, else all that both sides have and that hold numbers, texts or
 * yes and no. What a rule names must be on both sides, and nothing is left out in silence.
 *
 * @throws ActionError `refused`: `column-missing`, `column-unsupported`, `mixed-types`, `type-mismatch`.
 */
function chooseDriftColumns(reference, current, rules) {
    const known = 'columns' in reference ? Object.keys(reference.columns) : reference.map(({ name }) => name);
    const seen = current.map(({ name }) => name);
    const { target, prediction, exclude } = rules;
    const outputs = [target, prediction].filter((name) => name !== undefined);
    const named = rules.columns === undefined ? null : [...rules.columns, ...outputs];
    for (const side of [known, seen]) {
        requireThere([...(named ?? outputs), ...Object.keys(rules['column-rules'])], side);
    }
    requireThere(exclude, [...known, ...seen]);
    const both = current
        .filter(({ name }) => known.includes(name) && !exclude.includes(name) && (named?.includes(name) ?? true))
        .toSorted((a, b) => (0,code_point_order/* compareCodePoints */.O)(a.name, b.name));
    const columns = [];
    const notCompared = [];
    for (const { name, type } of both) {
        const of = kindOf(name, { type, reference });
        // A rule of a column names it as well: passed over, what is critical would be the one thing that is not judged.
        const isNamed = named?.includes(name) === true || outputs.includes(name) || hasRule(name, rules);
        if (of === null && isNamed)
            throw unusable({ name, type }, 'column-unsupported');
        if (of === null)
            notCompared.push(`column "${name}", which holds values of type ${type}`);
        else
            columns.push({ column: name, role: roleOf(name, rules), of });
    }
    if (columns.length > 0)
        return { columns, notCompared, ...oneSided(known, seen, rules) };
    const fault = {
        where: 'The columns of both sides',
        found: 'none that can be compared',
        allowed: 'at least one column of numbers, texts or yes and no on both sides',
        remedy: 'Name the columns, or compare other data',
    };
    throw new errors/* ActionError */.lZ('refused', fault, { reasonCode: 'column-missing' });
}
function oneSided(known, seen, { columns, exclude }) {
    if (columns !== undefined)
        return { missingColumns: [], newColumns: [] };
    const only = (side, other) => side.filter((name) => !other.includes(name) && !exclude.includes(name)).toSorted(code_point_order/* compareCodePoints */.O);
    return { missingColumns: only(known, seen), newColumns: only(seen, known) };
}
function roleOf(name, { target, prediction }) {
    if (name === target)
        return 'target';
    return name === prediction ? 'prediction' : 'feature';
}
/** True when the rules say something of this column alone. */
function hasRule(name, rules) {
    return Object.hasOwn(rules['column-rules'], name);
}
/**
 * Without a column that weighs anything, the share of drifted columns has no value. Only the data say which columns those are
 * where the policy does not.
 *
 * @throws ConfigError when every feature has importance 0.
 */
function requireWeight(columns, rules) {
    const features = columns.filter(({ role }) => role === 'feature');
    if (features.length === 0 || features.some(({ column }) => weightOf(column, rules) > 0))
        return;
    throw new errors/* ConfigError */.xL([
        {
            where: 'gates.drift.column-rules',
            found: 'got importance 0 for every column that is compared',
            allowed: 'The share of drifted columns is weighed by importance, so one of them is above 0',
            remedy: 'Give a column an importance above 0',
        },
    ]);
}
function weightOf(column, rules) {
    return hasRule(column, rules) ? (rules['column-rules'][column]?.importance ?? 1) : 1;
}
/** The kind that both sides have; a side without a value has any. */
function kindOf(name, { type, reference }) {
    if (type === 'mixed')
        throw unusable({ name, type }, 'mixed-types');
    if ('columns' in reference) {
        const profiled = columnOf(reference, name);
        if (profiled === undefined)
            return null;
        const known = profiled.kind === 'numbers' ? 'numbers' : profiled.of;
        if (type === 'empty')
            return known;
        const of = countedAs(type);
        requireSameKind(name, of ?? type, profiled);
        return of;
    }
    const own = reference.find((column) => column.name === name)?.type ?? 'empty';
    if (own === 'mixed')
        throw unusable({ name, type: own }, 'mixed-types');
    if (type === 'empty' || own === 'empty')
        return countedAs(type === 'empty' ? own : type) ?? 'texts';
    const [first, second] = [countedAs(own), countedAs(type)];
    // A time that became a list is another type too, though neither can be compared.
    if (first === second && (first !== null || own === type))
        return first;
    const fault = {
        where: `column ${(0,quoted/* quoted */.T)(name)}`,
        found: `values of type ${type}, and of type ${own} in the reference`,
        allowed: 'values of one type: 1 is 1.0, and not "1"',
        remedy: 'Correct the values, or leave the column out',
    };
    throw new errors/* ActionError */.lZ('refused', fault, { reasonCode: 'type-mismatch' });
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/drift-domain.js

/** Values of both sides together beyond which a classifier takes longer than the rest of the gate. */
const drift_domain_MOST_CELLS = 2_000_000;
/** More categories than that name rows rather than describe them. */
const drift_domain_MOST_CATEGORIES = 200;
/**
 * Rows of both sides for the domain classifier, features only. Missing numbers become the mean, beside a category that says
 * so; columns with more than 200 categories stay out. Rows are ordered by what they hold, so that files may be in any order.
 */
async function collectDomain(sides, { columns, rules, isExact, }) {
    const features = columns.filter(({ role }) => role === 'feature');
    const { reference, current, sizes } = sides;
    const cells = features.length * (sizes.reference + sizes.current);
    if (rules['domain-classifier'] === 'off' || rules.mode === 'evidently')
        return { notPossible: 'it is off' };
    if (features.length === 0)
        return { notPossible: 'there is no feature' };
    if (!isExact || cells > drift_domain_MOST_CELLS)
        return { notPossible: `more than ${drift_domain_MOST_CELLS} values` };
    const known = await columnsOf(reference, features);
    const seen = await columnsOf(current, features);
    const table = features.flatMap((_, at) => {
        const [first, second] = [known[at], seen[at]];
        return first === undefined || second === undefined ? [] : joined(first, second);
    });
    return { features: ordered(table, sizes), rows: sizes };
}
async function columnsOf({ tables, relation }, features) {
    const wanted = features.map(({ column, of }) => {
        const ref = column_counts_refOf(relation, column);
        return of === 'numbers'
            ? { column: ref, as: 'numbers', missing: 'nan' }
            : { column: ref, as: 'codes' };
    });
    const fetched = await tables.columnValues(relation, wanted, { maxRows: drift_domain_MOST_CELLS });
    return fetched.map((column) => ({
        values: column.as === 'numbers' ? column.values : Float64Array.from(column.values),
        keys: column.as === 'numbers' ? null : column.keys,
    }));
}
function joined(first, second) {
    if (first.keys === null || second.keys === null) {
        const all = new Float64Array(first.values.length + second.values.length);
        all.set(first.values);
        all.set(second.values, first.values.length);
        return numeric(all);
    }
    const keys = [...new Set([...first.keys, ...second.keys])].sort();
    if (keys.length > drift_domain_MOST_CATEGORIES)
        return [];
    const places = new Map(keys.map((key, place) => [key, place + 1]));
    const codes = [first, second].flatMap(({ values, keys: own }) => Array.from(values, (code) => (code < 0 ? 0 : (places.get(own?.[code] ?? '') ?? 0))));
    return [{ kind: 'category', codes: Int32Array.from(codes) }];
}
function numeric(all) {
    const finite = all.filter((value) => Number.isFinite(value));
    if (finite.length === 0)
        return [];
    const mean = finite.toSorted().reduce((sum, value) => sum + value / finite.length, 0);
    const values = all.map((value) => (Number.isFinite(value) ? value : mean));
    if (finite.length === all.length)
        return [{ kind: 'numeric', values }];
    const codes = Int32Array.from(all, (value) => (Number.isFinite(value) ? 0 : 1));
    return [
        { kind: 'numeric', values },
        { kind: 'category', codes },
    ];
}
/** Each side by the values of its rows, one column after the other; rows that are equal cannot be told apart anyway. */
function ordered(features, sizes) {
    const columns = features.map((feature) => (feature.kind === 'numeric' ? feature.values : feature.codes));
    const compare = (a, b) => {
        for (const values of columns) {
            const difference = Number(values[a]) - Number(values[b]);
            if (difference !== 0)
                return difference;
        }
        return 0;
    };
    const all = Array.from({ length: sizes.reference + sizes.current }, (_, row) => row);
    const order = [...all.slice(0, sizes.reference).sort(compare), ...all.slice(sizes.reference).sort(compare)];
    return features.map((feature) => feature.kind === 'numeric'
        ? { kind: 'numeric', values: Float64Array.from(order, (row) => Number(feature.values[row])) }
        : { kind: 'category', codes: Int32Array.from(order, (row) => Number(feature.codes[row])) });
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/numeric-side.js

/** Columns that are held at once: thousands of them would not fit. */
const BATCH = 16;
/** Numeric columns of a table one after the other, some of them fetched in one scan. */
function readNumbers({ tables, relation }, columns, maxRows) {
    let at = 0;
    let batch = [];
    return {
        async next() {
            if (at % BATCH === 0) {
                const wanted = columns.slice(at, at + BATCH).map((column) => {
                    return { column: column_counts_refOf(relation, column), as: 'numbers', missing: 'nan' };
                });
                const fetched = await tables.columnValues(relation, wanted, { maxRows });
                batch = fetched.map(({ values }) => (values instanceof Float64Array ? values : Float64Array.from(values)));
            }
            const all = batch[at % BATCH];
            at += 1;
            if (all === undefined)
                throw new RangeError('There is no further column.');
            const values = all.filter((value) => Number.isFinite(value));
            return { values, missing: all.length - values.length };
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/drift.js





/** With so many rows of both sides or fewer, distances are those of the rows; with more, of counts with their bounds. */
const MOST_EXACT_ROWS = 100_000;
/** The rules of evidently have no form for counts. */
const MOST_EVIDENTLY_ROWS = 5_000_000;
/**
 * Compares a table with another or with a baseline profile, column by column. Rows come into JavaScript only where a measure
 * needs their order and there are at most 100,000 of each side.
 *
 * @throws ActionError `refused`: all of {@link chooseDriftColumns}, `file-too-large` for the rules of evidently; ConfigError
 *   when no compared column has a weight.
 */
async function collectDrift(rows, rules) {
    const { tables, reference } = rows;
    const current = { tables, relation: { table: rows.current } };
    const known = 'table' in reference ? (await tables.describe(reference.table)).columns : reference.profile;
    const choice = chooseDriftColumns(known, (await tables.describe(rows.current)).columns, rules);
    const { missingColumns, newColumns } = choice;
    const m = await tables.rows(current.relation);
    if ('profile' in reference) {
        requireWeight(choice.columns, rules);
        const columns = await againstProfile(current, m, { profile: reference.profile, columns: choice.columns });
        const domain = { notPossible: 'the reference is a profile' };
        return { columns, domain, missingColumns, newColumns, notCompared: choice.notCompared };
    }
    const other = { tables, relation: { table: reference.table } };
    const sizes = { reference: await tables.rows(other.relation), current: m };
    const sides = { reference: other, current, sizes };
    const unique = await uniqueTexts(sides, choice.columns, rules);
    const compared = choice.columns.filter(({ column }) => !unique.includes(column));
    requireWeight(compared, rules);
    const isExact = Math.max(sizes.reference, sizes.current) <= MOST_EXACT_ROWS;
    const most = rules.mode === 'evidently' ? MOST_EVIDENTLY_ROWS : MOST_EXACT_ROWS;
    const columns = isExact || rules.mode === 'evidently' ? await exactly(sides, compared, most) : await byCounts(sides, compared);
    return {
        columns,
        domain: await collectDomain(sides, { columns: compared, rules, isExact }),
        missingColumns,
        newColumns,
        notCompared: [
            ...choice.notCompared,
            ...unique.map((column) => `column "${column}", in which every value of the reference occurs once`),
        ],
    };
}
const FEWEST_FOR_IDS = 50;
/** Texts that name each row: they have no distribution, and only a person who names such a column wants it compared. */
async function uniqueTexts({ reference, sizes }, columns, rules) {
    if (rules.columns !== undefined || sizes.reference < FEWEST_FOR_IDS)
        return [];
    const unique = [];
    for (const { column, of, role } of columns) {
        if (of !== 'texts' || role !== 'feature' || hasRule(column, rules))
            continue;
        const found = await reference.tables.distinct(reference.relation, { table: reference.relation.table, column });
        if (found.singletons === sizes.reference)
            unique.push(column);
    }
    return unique;
}
async function exactly({ reference, current, sizes }, columns, maxRows) {
    const numeric = columns.filter(({ of }) => of === 'numbers').map(({ column }) => column);
    const compared = [];
    const sides = [readNumbers(reference, numeric, maxRows), readNumbers(current, numeric, maxRows)];
    for (const { column, role, of } of columns) {
        if (of !== 'numbers') {
            compared.push(await categories({ reference, current, sizes }, { column, role, of }));
            continue;
        }
        const [first, second] = [await sides[0].next(), await sides[1].next()];
        compared.push({
            column,
            role,
            rows: sizes,
            missing: missingIn(first, second),
            values: { kind: 'rows', reference: first.values, current: second.values },
        });
    }
    return compared;
}
function missingIn(reference, current) {
    return { reference: reference.missing, current: current.missing };
}
async function categories({ reference, current, sizes }, { column, role, of }) {
    const known = await column_counts_countCategories(reference, column, of);
    const seen = await column_counts_countCategories(current, column, of);
    return {
        column,
        role,
        rows: sizes,
        missing: { reference: sumOf(known.missing), current: sumOf(seen.missing) },
        values: {
            kind: 'categories',
            reference: known.counts,
            other: 0,
            singletons: [...known.counts.values()].filter((rows) => rows === 1).length,
            current: seen.counts,
            numeric: of === 'numbers',
        },
    };
}
/** Large tables: the reference is counted on its own quantiles, and the data on the same edges. */
async function byCounts(sides, columns) {
    const { reference, current, sizes } = sides;
    const edges = await planEdges(reference, columns);
    const known = await column_counts_countNumbers(reference, edges);
    const seen = await column_counts_countNumbers(current, edges, { squares: false });
    const compared = [];
    for (const paired of columns) {
        const at = edges.findIndex(({ column }) => column === paired.column);
        const [first, second] = [known[at], seen[at]];
        compared.push(first === undefined || second === undefined
            ? await categories(sides, paired)
            : profiles(paired, { rows: sizes, reference: first, current: second, counted: second }));
    }
    return compared;
}
async function againstProfile(current, m, { profile, columns }) {
    const rows = { reference: profile.rows, current: m };
    const wanted = columns.flatMap(({ column }) => {
        const known = columnOf(profile, column);
        return known?.kind === 'numbers' ? [{ column, edges: edgesWithRange(known) }] : [];
    });
    const counted = await column_counts_countNumbers(current, wanted, { squares: false });
    const compared = [];
    for (const paired of columns) {
        const { column, role, of } = paired;
        const known = columnOf(profile, column);
        const own = counted[wanted.findIndex((one) => one.column === column)];
        if (known === undefined)
            continue;
        if (known.kind === 'numbers') {
            if (own === undefined)
                throw new Error('A column was not counted.');
            const kept = withoutEdges(own, known.edges);
            compared.push(profiles(paired, { rows, reference: known, current: kept, counted: own }));
            continue;
        }
        const seen = await column_counts_countCategories(current, column, of);
        compared.push({
            column,
            role,
            rows,
            missing: { reference: sumOf(known.missing), current: sumOf(seen.missing) },
            values: {
                kind: 'categories',
                reference: new Map(Object.entries(known.counts)),
                other: known.other,
                singletons: known.singletons,
                current: seen.counts,
                numeric: of === 'numbers',
            },
        });
    }
    return compared;
}
/** A privacy floor takes the outer edges away; the range of the reference is needed to count what lies outside it. */
function edgesWithRange({ edges, minimum, maximum }) {
    const range = [minimum, maximum].filter((value) => value !== null);
    return [...new Set([...edges, ...range])].sort((a, b) => a - b);
}
function profiles({ column, role }, sides) {
    const { rows, reference, current, counted } = sides;
    return {
        column,
        role,
        rows,
        missing: { reference: sumOf(reference.missing), current: sumOf(current.missing) },
        values: { kind: 'profiles', reference, current, outside: outsideOf(counted, reference) },
    };
}
function outsideOf({ edges, open, equal }, { minimum, maximum }) {
    if (minimum === null || maximum === null)
        return 0;
    let outside = 0;
    for (const [at, rows] of open.entries()) {
        // The bin below edge `at` lies outside when that edge is at or below the least value, or the one before it at the largest.
        const [from, to] = [edges[at - 1] ?? Number.NEGATIVE_INFINITY, edges[at] ?? Number.POSITIVE_INFINITY];
        if (to <= minimum || from >= maximum)
            outside += rows;
    }
    for (const [at, edge] of edges.entries())
        if (edge < minimum || edge > maximum)
            outside += Number(equal[at]);
    return outside;
}
function sumOf(missing) {
    return Object.values(missing).reduce((sum, rows) => sum + rows, 0);
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/judge/drift.js



/** The tables of a drift gate have these names, in the decide run and on the command line alike. */
const DRIFT_TABLES = { data: 'data', reference: 'reference' };
/** A table of a drift gate: an empty field of delimited text is a missing value. */
function driftSource(name, files) {
    return { name, files, missing: [''] };
}
/**
 * Judges drift: in the decide run and on the command line, the same of the same bytes.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`, for other bytes than expected, and all of `collectDrift`.
 */
async function drift_judgeDrift(config, judged) {
    const { tables, profile, expected, about } = judged;
    const inputs = [];
    for (const name of profile === null ? Object.values(DRIFT_TABLES) : [DRIFT_TABLES.data]) {
        const { digest, rows } = await tables.describe(name);
        inputs.push({ name, digest, rows });
    }
    if (profile !== null)
        inputs.push({ name: 'profile', digest: profile.digest, rows: profile.profile.rows });
    for (const { name, digest } of inputs)
        requireDigest(name, digest, expected.get(name));
    const reference = profile === null ? { table: DRIFT_TABLES.reference } : { profile: profile.profile };
    const compared = await collectDrift({ tables, current: DRIFT_TABLES.data, reference }, config);
    const isItsReference = isSameData(inputs, profile);
    return evaluateDrift({ config, context: { ...about, inputs }, ...compared, isItsReference });
}
function isSameData(inputs, profile) {
    const digestOf = (name) => inputs.find((input) => input.name === name)?.digest;
    const known = profile === null ? digestOf(DRIFT_TABLES.reference) : profile.profile.datasetDigest;
    return known === digestOf(DRIFT_TABLES.data);
}
function requireDigest(name, found, allowed) {
    if (allowed === undefined || allowed === found)
        return;
    throw new errors/* ActionError */.lZ('integrity', {
        where: `gates.drift: ${name}`,
        found,
        allowed: `the bytes that the policy names: ${allowed}`,
        remedy: 'Fetch the bytes that the configuration names, or change them and their digest together in a reviewed pull request',
    }, { reasonCode: 'digest-mismatch' });
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/judge/drift-of-policy.js






/**
 * Judges the data that the drift gate of the base policy names. Nothing of it comes from the candidate: the evaluation
 * artifact says only which model the decision is about.
 *
 * @throws ConfigError when the policy has no drift gate; ActionError as `resolveGateSubject` and `judgeDrift` do.
 */
async function judgeDriftOfPolicy(request, ports) {
    const { subject, record } = await (0,gate_subject/* resolveGateSubject */.yI)(request, ports);
    const config = subject.modelConfig.gates.drift;
    if (config === undefined)
        throw gateNotConfigured(request.model);
    const { files, data, reference, profile, expected } = await filesOf(config, subject, ports);
    return await (0,private_folder/* withPrivateFolder */.m)(ports.temp, files, async (root) => {
        const engine = ports.engine({ root, tempFolder: ports.temp, limits: { maxTextBytes: table_limits/* DATA_LIMITS */.C.maxBytes } });
        (0,operation_support/* requireOperations */.q)(engine, [
            'describe',
            'integrity',
            'grouped-counts',
            'quantiles',
            'number-counts',
            'column-values',
        ]);
        const sources = [
            driftSource('data', [data]),
            ...(reference === null ? [] : [driftSource('reference', [reference])]),
        ];
        return await engine.withTables(sources, (tables) => drift_judgeDrift(config, {
            tables,
            profile,
            expected,
            about: {
                subject: { model: subject.model, modelDigest: record.modelDigest },
                policyDigest: subject.policy.digest,
            },
        }));
    });
}
async function filesOf(config, subject, ports) {
    const files = new Map();
    const expected = new Map();
    const fetched = async (table, name) => {
        const dataset = datasetOf(subject, name);
        // Each side in a folder of its own: the two may have one name.
        const path = `${table}/${dataset.path}`;
        files.set(path, await (0,policy/* readDataset */.JP)(ports.contents, subject.policy, dataset));
        expected.set(table, dataset.digest);
        return path;
    };
    const data = await fetched('data', config.data);
    const reference = config.reference === undefined ? null : await fetched('reference', config.reference);
    if (config.profile === undefined)
        return { files, data, reference, profile: null, expected };
    const file = { ...config.profile, roles: ['batch'] };
    const bytes = await (0,policy/* readDataset */.JP)(ports.contents, subject.policy, file);
    expected.set('profile', config.profile.digest);
    return { files, data, reference, profile: { profile: (0,profile_schema/* parseBaselineProfile */.SS)(bytes), digest: file.digest }, expected };
}
function datasetOf({ modelConfig, model }, name) {
    const dataset = Object.hasOwn(modelConfig.data, name) ? modelConfig.data[name] : undefined;
    if (dataset !== undefined)
        return dataset;
    throw new errors/* ConfigError */.xL([
        {
            where: `gatehouse.yml: models.${model}.gates.drift`,
            found: `the dataset "${name}"`,
            allowed: `one of the datasets ${Object.keys(modelConfig.data).join(', ')}`,
            remedy: 'Correct the name',
        },
    ]);
}
function gateNotConfigured(model) {
    return new errors/* ConfigError */.xL([
        {
            where: `gatehouse.yml: models.${model}.gates`,
            found: 'no block "drift"',
            allowed: 'a block for every gate that a workflow runs',
            remedy: 'Add the block, or remove the step from the workflow',
        },
    ]);
}

// EXTERNAL MODULE: ./build/packages/gate-runner/src/decision-upload.js
var decision_upload = __webpack_require__(80938);
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var src_github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/report/src/decision-headline.js
var decision_headline = __webpack_require__(37951);
// EXTERNAL MODULE: ./build/packages/report/src/decision-markdown.js + 3 modules
var decision_markdown = __webpack_require__(69872);
// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/engine.js + 31 modules
var engine = __webpack_require__(35687);
// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/addon/provision-addon.js + 4 modules
var provision_addon = __webpack_require__(42923);
;// CONCATENATED MODULE: ./build/actions/drift-gate/src/perform.js





/** Puts the real adapters behind the ports of the action. */
async function perform(values, ports) {
    const { context } = ports;
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const decision = await judgeDriftOfPolicy({
        model: values.model,
        runId: values['run-id'],
        evaluationArtifactId: values['evaluation-artifact-id'],
        evaluationArtifactDigest: values['evaluation-artifact-digest'],
    }, {
        ...github,
        temp: context.temp,
        engine: (place) => (0,engine/* duckDbEngine */.u)({ addon: (0,engine_sources/* engineSources */.$)(values, ports, (0,provision_addon/* addonTool */.dp)()), ...place }),
    });
    return {
        outcome: decision.outcome,
        title: `${decision.outcome}: ${(0,decision_headline/* decisionHeadline */.f)(decision)}`,
        summary: (0,decision_markdown/* renderDecisionMarkdown */.Oh)(decision),
        outputs: await (0,decision_upload/* uploadDecision */.W)(decision, (0,artifacts/* createArtifacts */.G)({ temp: context.temp })),
    };
}


/***/ }),

/***/ 64725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Kg: () => (/* binding */ edgesId),
  SS: () => (/* binding */ parseBaselineProfile)
});

// UNUSED EXPORTS: checkedProfile, profileJsonSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(961);
// EXTERNAL MODULE: ./build/packages/core/src/canonical-json.js
var canonical_json = __webpack_require__(14752);
// EXTERNAL MODULE: ./build/packages/core/src/code-point-order.js
var code_point_order = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var src_errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/core/src/first-fault.js
var first_fault = __webpack_require__(58216);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
;// CONCATENATED MODULE: ./build/packages/core/src/baseline-profile/possible-counts.js
/** What no rounding of sums and their merging reaches, in parts of the largest value. */
const ROUNDING = 1e-9;
/** The least numbers lose digits, so that they are not right to a part of themselves. */
const UNDERFLOW = 1e-300;
/**
 * What the counts of numbers say that no table could: a range beside its bins, sums outside of them, moments that the range
 * or the bins forbid, zeros where none can be. The lengths of the lists and the order of the edges were checked before.
 * Counts are exact; sums and moments may be rounded.
 */
function impossibleNumbers(column) {
    const { minimum, maximum, mean, m2 } = column;
    if (minimum === null || maximum === null || mean === null || m2 === null)
        return [];
    const described = { ...column, minimum, maximum, mean, m2 };
    const held = heldPlaces(column);
    const rules = [
        [isAt(column, held.at(0), minimum), 'minimum must lie in the first bin or on the first edge that holds a value'],
        [isAt(column, held.at(-1), maximum), 'maximum must lie in the last bin or on the last edge that holds a value'],
        [sumsArePossible(described), 'a sum must lie between the ends of its bin times its rows'],
        [meanIsPossible(described), 'mean must be that of the bins'],
        [squaresArePossible(described), 'm2 must be at least that between the bins and at most what the range allows'],
        [zerosArePossible(described), 'zeros must be those of the bin or edge at 0'],
    ];
    return rules.flatMap(([kept, fault]) => (kept ? [] : [fault]));
}
/** Places that hold a value, from the left: bins have even numbers, and the edge behind a bin the odd one after it. */
function heldPlaces({ equal, open }) {
    return open.flatMap((rows, bin) => [rows, equal[bin] ?? 0]).flatMap((rows, place) => (rows > 0 ? [place] : []));
}
function isAt({ edges }, place, value) {
    if (place === undefined)
        return false;
    if (place % 2 === 1)
        return edges[(place - 1) / 2] === value;
    return (value > (edges[place / 2 - 1] ?? Number.NEGATIVE_INFINITY) && value < (edges[place / 2] ?? Number.POSITIVE_INFINITY));
}
function sumsArePossible({ edges, open, openSums, minimum, maximum }) {
    return open.every((rows, bin) => {
        if (rows === 0)
            return true;
        const from = Math.max(edges[bin - 1] ?? minimum, minimum);
        const to = Math.min(edges[bin] ?? maximum, maximum);
        const slack = ROUNDING * rows * Math.max(Math.abs(from), Math.abs(to)) + UNDERFLOW;
        const sum = Number(openSums[bin]);
        return sum >= rows * from - slack && sum <= rows * to + slack;
    });
}
function meanIsPossible({ n, edges, equal, open, openSums, minimum, maximum, mean }) {
    // Divided one by one: their sum may be beyond the doubles where the mean is not.
    const onEdges = edges.reduce((total, edge, at) => total + (Number(equal[at]) / n) * edge, 0);
    const ofBins = open.reduce((total, _, bin) => total + Number(openSums[bin]) / n, onEdges);
    return Math.abs(mean - ofBins) <= ROUNDING * Math.max(Math.abs(minimum), Math.abs(maximum)) + UNDERFLOW;
}
/** Between the squares of the means of the bins and the most that values of this range and mean can have (Bhatia, Davis). */
function squaresArePossible({ n, edges, equal, open, openSums, minimum, maximum, mean, m2 }) {
    const [range, size] = [maximum - minimum, Math.max(Math.abs(minimum), Math.abs(maximum))];
    const slack = n * (ROUNDING * range * range + 1e-11 * range * size + 1e-24 * size * size + UNDERFLOW);
    const onEdges = edges.reduce((total, edge, at) => total + Number(equal[at]) * (edge - mean) ** 2, 0);
    const least = open.reduce((total, rows, bin) => {
        return rows === 0 ? total : total + rows * (Number(openSums[bin]) / rows - mean) ** 2;
    }, onEdges);
    // Of squares beyond the doubles nothing is known, and nothing is refused.
    return !(m2 < least - slack || m2 > n * (maximum - mean) * (mean - minimum) + slack);
}
function zerosArePossible({ zeros, edges, equal, open, minimum, maximum }) {
    const at = edges.indexOf(0);
    if (at !== -1)
        return zeros === equal[at];
    if (minimum > 0 || maximum < 0)
        return zeros === 0;
    const bin = edges.filter((edge) => edge < 0).length;
    return zeros <= Number(open[bin]) && (zeros > 0 || (minimum !== 0 && maximum !== 0));
}
/** What the counts of categories say that no table could: names of another kind, and more or fewer singletons than there are. */
function impossibleCategories({ of, counts, other, singletons }) {
    const named = Object.values(counts).filter((rows) => rows === 1).length;
    // A rest of one row would be one more category of one row.
    const unnamed = singletons - named;
    const isPossible = unnamed >= 0 && unnamed <= other && other - unnamed !== 1;
    const isName = { texts: () => true, booleans: isBoolean, numbers: isNumber }[of];
    return [
        ...(isPossible ? [] : ['singletons must be those named with one row, and at most as many more as other rows']),
        ...(Object.keys(counts).every(isName) ? [] : [`names of ${of} must be ${of}, in their shortest form`]),
    ];
}
function isBoolean(name) {
    return name === 'true' || name === 'false';
}
function isNumber(name) {
    return Number.isFinite(Number(name)) && String(Number(name) + 0) === name;
}
/** A count that a privacy floor would have taken away. */
function isBelowFloor(floor, counts) {
    return counts.some((rows) => rows > 0 && rows < floor);
}

;// CONCATENATED MODULE: ./build/packages/core/src/baseline-profile/profile-schema.js








/** Columns, edges and categories beyond these are no baseline of a table. */
const MOST_EDGES = 1001;
const MOST_CATEGORIES = 1000;
const MOST_SHARDS = 100_000;
const DEPTH = 8;
const count = schemas/* number */.aig().int().min(0).max(Number.MAX_SAFE_INTEGER);
const finite = schemas/* number */.aig().refine(Number.isFinite, { message: 'must be a finite number' });
const profile_schema_digest = schemas/* string */.YjP()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .transform((value) => value);
const columnName = schemas/* string */.YjP().min(1).max(1000);
const missing = schemas/* strictObject */.rej({ null: count, nan: count, positiveInfinity: count, negativeInfinity: count });
const numbers = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('numbers'),
    /** Finite values. */
    n: count,
    missing,
    zeros: count,
    /** Finite, ascending. */
    edges: schemas/* array */.YOg(finite).min(1).max(MOST_EDGES),
    edgesId: profile_schema_digest,
    equal: schemas/* array */.YOg(count),
    open: schemas/* array */.YOg(count),
    openSums: schemas/* array */.YOg(finite),
    /** `null` without a value. */
    minimum: finite.nullable(),
    maximum: finite.nullable(),
    mean: finite.nullable(),
    m2: finite.min(0).nullable(),
})
    .superRefine((column, context) => {
    for (const fault of faultsOfNumbers(column))
        context.addIssue({ code: 'custom', message: fault });
});
const categories = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('categories'),
    /** What the names stand for: 1 is not "1". Numbers are those of few values. */
    of: schemas/* enum */.k5n(['numbers', 'texts', 'booleans']),
    n: count,
    missing,
    counts: schemas/* record */.g1P(schemas/* string */.YjP().max(10_000), count.min(1)),
    /** Rows of categories that are not named: too many, or too rare to be shown. */
    other: count,
    /** Categories with one row, named or not. */
    singletons: count,
})
    .superRefine((column, context) => {
    const named = Object.values(column.counts);
    if (named.length > MOST_CATEGORIES)
        context.addIssue({ code: 'custom', message: 'names too many categories' });
    if (sumOf(named) + column.other !== column.n) {
        context.addIssue({ code: 'custom', message: 'counts of categories must add to n' });
    }
    for (const fault of impossibleCategories(column))
        context.addIssue({ code: 'custom', message: fault });
});
const schema = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    kind: schemas/* literal */.euz('baseline-profile'),
    datasetDigest: profile_schema_digest,
    rows: count,
    /** What was counted, each part once: a merge refuses a part it has seen. */
    shards: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(200)).min(1).max(MOST_SHARDS),
    /** The least number of rows that any count but 0 shows, or `null` while shards are still to be merged. */
    privacyFloor: schemas/* number */.aig().int().min(1).nullable(),
    columns: schemas/* record */.g1P(columnName, schemas/* discriminatedUnion */.gMt('kind', [numbers, categories])),
})
    .superRefine((profile, context) => {
    const { shards } = profile;
    const ordered = shards.every((shard, i) => i === 0 || (0,code_point_order/* compareCodePoints */.O)(shards[i - 1] ?? '', shard) < 0);
    if (!ordered)
        context.addIssue({ code: 'custom', message: 'shards must ascend and be distinct' });
    if (Object.keys(profile.columns).length === 0)
        context.addIssue({ code: 'custom', message: 'has no column' });
    for (const [name, column] of Object.entries(profile.columns)) {
        if (column.n + sumOf(Object.values(column.missing)) !== profile.rows) {
            context.addIssue({ code: 'custom', message: `values and missing ones of "${name}" must add to the rows` });
        }
        const counts = column.kind === 'numbers' ? column.open : [...Object.values(column.counts), column.other];
        if (profile.privacyFloor !== null && isBelowFloor(profile.privacyFloor, counts)) {
            context.addIssue({ code: 'custom', message: `counts of "${name}" must be 0 or reach the privacy floor` });
        }
    }
});
/** JSON Schema (draft 2020-12) of a baseline profile; that its counts add up only `parseBaselineProfile` checks. */
function profileJsonSchema() {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return { $schema, title: 'Gatehouse baseline profile', ...rest };
}
/** The identity of edges: SHA-256 of their canonical JSON. Profiles can be compared and merged when it is the same. */
function edgesId(edges) {
    return (0,digest/* sha256 */.sc)((0,canonical_json/* canonicalJson */.d)([...edges]));
}
/**
 * Parses a baseline profile; anything else is refused. Counts must add up, edges ascend and be those of their id.
 *
 * @throws ActionError `integrity` naming the first faults.
 */
function parseBaselineProfile(bytes) {
    try {
        return schema.parse((0,strict_json/* parseStrictJson */.R)(bytes, DEPTH));
    }
    catch (cause) {
        if (cause instanceof errors/* ZodError */.G)
            throw refused((0,first_fault/* firstFault */.R)(cause), cause);
        if (cause instanceof strict_json/* StrictJsonError */.U)
            throw refused(`a document of which ${cause.message}`, cause);
        throw cause;
    }
}
/** The profile again if it keeps every rule of its format; for profiles that were computed. */
function checkedProfile(profile) {
    const parsed = schema.safeParse(profile);
    if (parsed.success)
        return parsed.data;
    throw refused(firstFault(parsed.error), parsed.error);
}
function refused(found, cause) {
    const fault = {
        where: 'Baseline profile',
        found,
        allowed: 'a baseline profile, schema version 1, whose numbers a table can have',
        remedy: 'Make the profile again from the reference data',
    };
    return new src_errors/* ActionError */.lZ('integrity', fault, { cause });
}
function faultsOfNumbers(column) {
    const { edges, equal, open, openSums, n } = column;
    const described = [column.minimum, column.maximum, column.mean, column.m2];
    const rules = [
        [equal.length === edges.length, 'equal must have one count for each edge'],
        [open.length === edges.length + 1, 'open must have one count more than edges'],
        [openSums.length === open.length, 'openSums must have one sum for each open count'],
        [edges.every((edge, i) => i === 0 || Number(edges[i - 1]) < edge), 'edges must ascend'],
        [edgesId(edges) === column.edgesId, 'edgesId must be that of the edges'],
        [sumOf(equal) + sumOf(open) === n, 'counts on and between edges must add to n'],
        [open.every((rows, i) => rows > 0 || openSums[i] === 0), 'the sum of no value must be 0'],
        [column.zeros <= n, 'zeros must be at most n'],
        [
            described.every((value) => (value === null) === (n === 0)),
            'range and moments are null without a value, else not',
        ],
        [column.minimum === null || column.maximum === null || column.minimum <= column.maximum, 'the range must ascend'],
    ];
    const faults = rules.flatMap(([kept, fault]) => (kept ? [] : [fault]));
    return faults.length > 0 ? faults : impossibleNumbers(column);
}
function sumOf(counts) {
    return counts.reduce((sum, part) => sum + part, 0);
}


/***/ }),

/***/ 58216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ firstFault)
/* harmony export */ });
/** The first fault that a schema found, and how many more: a validator's own report is a page that nobody reads. */
function firstFault({ issues }) {
    const [issue, ...more] = issues;
    if (issue === undefined)
        return 'something else';
    const place = issue.path.length === 0 ? 'the top' : `"${issue.path.join('.')}"`;
    const others = more.length === 0 ? '' : `, and ${more.length} more ${more.length === 1 ? 'fault' : 'faults'}`;
    return `at ${place}: ${issue.message}`.slice(0, 300) + others;
}


/***/ }),

/***/ 34818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ rocAucInOrder),
/* harmony export */   o: () => (/* binding */ rocAuc)
/* harmony export */ });
/* harmony import */ var _measured_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24333);
/* harmony import */ var _score_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68662);
/* harmony import */ var _scored_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79098);



/**
 * Area under the ROC curve: the share of (positive, negative) pairs, by product of weights, that the score puts in the
 * right order, ties one half. From 0 to 1, higher is better, one half at chance. Hanley and McNeil (1982), Radiology
 * 143, 29-36. O(N log N).
 *
 * Undefined with one class (`single-class`) and without rows (`empty-group`).
 *
 * @throws RangeError when a score is not finite, a label not 0 or 1, a weight not positive, or lengths differ.
 */
function rocAuc(sample) {
    (0,_scored_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkScoredLabels */ .E)(sample);
    return rocAucInOrder({ order: (0,_score_order_js__WEBPACK_IMPORTED_MODULE_1__/* .scoreOrder */ .v)(sample.scores), labels: sample.labels, weights: sample.weights });
}
/** {@link rocAuc} over rows that are sorted already; nothing is checked, weights of 0 are allowed. O(N). */
function rocAucInOrder(ordered) {
    let positives = 0;
    let negatives = 0;
    let rightPairs = 0;
    (0,_score_order_js__WEBPACK_IMPORTED_MODULE_1__/* .eachRun */ .h)(ordered, (ownPositives, ownNegatives) => {
        rightPairs += ownNegatives * (positives + ownPositives / 2);
        positives += ownPositives;
        negatives += ownNegatives;
    });
    if (positives + negatives === 0)
        return (0,_measured_js__WEBPACK_IMPORTED_MODULE_2__/* .undefinedFor */ .iN)('empty-group');
    if (positives === 0 || negatives === 0)
        return (0,_measured_js__WEBPACK_IMPORTED_MODULE_2__/* .undefinedFor */ .iN)('single-class');
    // Sums of weights can end one rounding step above the product of the totals.
    return (0,_measured_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)(Math.min(1, rightPairs / (positives * negatives)));
}


/***/ }),

/***/ 68662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ eachRun),
  v: () => (/* binding */ scoreOrder)
});

;// CONCATENATED MODULE: ./build/packages/stats/src/descending-order.js
// Below this many values a comparing sort is faster than the passes over 65,536 buckets.
const FEWEST_FOR_RADIX = 8192;
const BITS = 16;
const BUCKETS = 1 << BITS;
const SIGN = 0x8000_0000;
/**
 * Positions of finite numbers from the largest to the smallest; equal ones in the order given. By a radix sort of their
 * bits where they are many: O(N).
 */
function descendingOrder(values) {
    const order = new Uint32Array(values.length);
    for (let at = 0; at < order.length; at += 1)
        order[at] = at;
    if (values.length < FEWEST_FOR_RADIX)
        return order.sort((a, b) => Number(values[b]) - Number(values[a]));
    const { high, low } = descendingKeys(values);
    let from = order;
    let to = new Uint32Array(values.length);
    for (const { key, shift } of [low, high].flatMap((key) => [0, BITS].map((shift) => ({ key, shift })))) {
        if (distribute({ key, shift }, from, to))
            [from, to] = [to, from];
    }
    return from;
}
/** The upper and lower half of each number's bits, changed so that unsigned order is descending order of the numbers. */
function descendingKeys(values) {
    const numbers = new Float64Array(values.length);
    // Adding 0 makes one zero of the two.
    for (let at = 0; at < numbers.length; at += 1)
        numbers[at] = Number(values[at]) + 0;
    const bits = new Uint32Array(numbers.buffer);
    const upper = new Uint32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;
    const high = new Uint32Array(values.length);
    const low = new Uint32Array(values.length);
    for (let at = 0; at < values.length; at += 1) {
        const own = Number(bits[2 * at + upper]);
        const other = Number(bits[2 * at + 1 - upper]);
        const negative = own >= SIGN;
        // Negative numbers descend as their bits ascend; of the others every bit but the sign is turned.
        high[at] = negative ? own : own ^ ~SIGN;
        low[at] = negative ? other : ~other;
    }
    return { high, low };
}
/** One stable pass; `false`, and nothing moved, when all numbers have the same digit. */
function distribute({ key, shift }, from, to) {
    const next = new Uint32Array(BUCKETS);
    const digitOf = (position) => (Number(key[position]) >>> shift) & (BUCKETS - 1);
    for (let at = 0; at < key.length; at += 1)
        next[digitOf(at)] = Number(next[digitOf(at)]) + 1;
    if (next[digitOf(0)] === key.length)
        return false;
    let start = 0;
    for (let digit = 0; digit < BUCKETS; digit += 1) {
        const count = Number(next[digit]);
        next[digit] = start;
        start += count;
    }
    for (let at = 0; at < from.length; at += 1) {
        const position = Number(from[at]);
        const digit = digitOf(position);
        to[Number(next[digit])] = position;
        next[digit] = Number(next[digit]) + 1;
    }
    return true;
}

// EXTERNAL MODULE: ./build/packages/stats/src/sample-checks.js
var sample_checks = __webpack_require__(46405);
;// CONCATENATED MODULE: ./build/packages/stats/src/classification/scores/score-order.js


/**
 * Sorts rows by descending score. O(N log N).
 *
 * @throws RangeError when a score is not finite.
 */
function scoreOrder(scores) {
    (0,sample_checks/* checkFinite */.ug)(scores, 'A score');
    const rows = descendingOrder(scores);
    const ends = new Uint32Array(scores.length);
    let runs = 0;
    for (let at = 1; at <= rows.length; at += 1) {
        if (at < rows.length && scores[Number(rows[at])] === scores[Number(rows[at - 1])])
            continue;
        ends[runs] = at;
        runs += 1;
    }
    return { rows, ends: ends.subarray(0, runs) };
}
/** Calls `visit` with the weight of the positive and of the negative rows of each run of equal scores, highest first. */
function eachRun(ordered, visit) {
    const { order, labels, weights } = ordered;
    let start = 0;
    for (let run = 0; run < order.ends.length; run += 1) {
        const end = Number(order.ends[run]);
        let positives = 0;
        let negatives = 0;
        for (let at = start; at < end; at += 1) {
            const row = Number(order.rows[at]);
            const weight = weights === undefined ? 1 : Number(weights[row]);
            if (labels[row] === 1)
                positives += weight;
            else
                negatives += weight;
        }
        visit(positives, negatives);
        start = end;
    }
}


/***/ }),

/***/ 79098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checkProbabilityLabels),
/* harmony export */   E: () => (/* binding */ checkScoredLabels)
/* harmony export */ });
/* harmony import */ var _sample_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46405);

/** @throws RangeError when a label is not 0 or 1, a weight not positive and finite, or lengths differ. */
function checkScoredLabels({ labels, scores, weights }) {
    (0,_sample_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .checkSameLength */ .dm)(labels, scores, 'labels and scores');
    (0,_sample_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .checkBinary */ .WD)(labels, 'A label');
    (0,_sample_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .checkWeights */ .qO)(weights, labels);
}
/** @throws RangeError as {@link checkScoredLabels}, and when a score is not a probability. */
function checkProbabilityLabels(sample) {
    checkScoredLabels(sample);
    (0,_sample_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProbabilities */ .IU)(sample.scores, 'A probability');
}


/***/ }),

/***/ 85909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ newCategoryRate)
});

// EXTERNAL MODULE: ./build/packages/stats/src/arguments.js
var src_arguments = __webpack_require__(65505);
// EXTERNAL MODULE: ./build/packages/stats/src/special/beta-tails.js
var beta_tails = __webpack_require__(673);
;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/clopper-pearson.js


/**
 * Clopper and Pearson's exact interval of a proportion (1934, Biometrika 26, 404-413): the α/2 quantile of Beta(k, n-k+1) and
 * the 1-α/2 quantile of Beta(k+1, n-k). It covers with at least the confidence asked for. The lower bound is exactly 0
 * without a success, the upper exactly 1 without a failure.
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ successes ≤ n, n ≥ 1, or confidence is not in (0, 1).
 * @example clopperPearson(0, 20, 0.95) // [0, 0.16843347098308536]
 */
function clopperPearson(successes, n, confidence) {
    (0,src_arguments/* checkCounts */.tl)(successes, n);
    (0,src_arguments/* checkConfidence */.p3)(confidence);
    const tail = (1 - confidence) / 2;
    const failures = n - successes;
    return [
        successes === 0 ? 0 : (0,beta_tails/* betaQuantile */.O9)(tail, { a: successes, b: failures + 1 }),
        // From the other end, because the upper tail 1 - tail has fewer digits than tail.
        failures === 0 ? 1 : 1 - (0,beta_tails/* betaQuantile */.O9)(tail, { a: failures, b: successes + 1 }),
    ];
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/critical-value.js
var critical_value = __webpack_require__(89320);
;// CONCATENATED MODULE: ./build/packages/stats/src/drift/new-categories.js



/**
 * Rate of rows with categories that the reference does not know. Good (1953), Biometrika 40, 237-264: without change about
 * N₁/n of the rows are new, so some are no alarm. From 0 to 1; higher means more drift. The bound is exact: Wilson's lower
 * bound of one row in ten is above 0.01 at any level in use, and with a true rate of 0.01 one batch in ten has such a row.
 *
 * @throws RangeError when the counts are not whole numbers with part ≤ whole, whole ≥ 1, or not 0.5 < confidence < 1.
 */
function newCategoryRate(counts, confidence) {
    const { newRows, currentRows, singletons, pooled = 0, referenceRows } = counts;
    (0,src_arguments/* checkCounts */.tl)(singletons, referenceRows);
    (0,src_arguments/* checkCounts */.tl)(pooled, referenceRows);
    const expected = Math.min(1, (singletons + pooled) / referenceRows);
    const interval = clopperPearson(newRows, currentRows, (0,critical_value/* twoSidedConfidence */.G)(confidence));
    return { rate: newRows / currentRows, expected, interval };
}


/***/ }),

/***/ 74435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ outOfRangeProbability),
/* harmony export */   P: () => (/* binding */ outOfRangeTail)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);

/**
 * Probability that one fresh value lies outside the range of `referenceRows` values it is exchangeable with: 2/(n + 1), at
 * most 1; less where values tie.
 *
 * @throws RangeError when the number of rows is not a whole number from 1.
 */
function outOfRangeProbability(referenceRows) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkCounts */ .tl)(0, referenceRows);
    return Math.min(1, 2 / (referenceRows + 1));
}
/**
 * P(X ≥ k) that k or more of m fresh values lie outside the range of n reference values when all n + m are exchangeable:
 * the p-value of "too many values out of range".
 *
 * All m values are held against the same two extremes, so they are not independent and the binomial tail with 2/(n + 1) is
 * too small (six of 1,000 against 1,000 rows: 0.016 instead of 0.062). X counts the values among the n + m that lie above
 * the largest or below the smallest of the reference, P(X = k) = (k+1)·C(n+m-k-2, n-2)/C(n+m, n): a beta-binomial with
 * parameters 2 and n - 1. Summed by parts, P(X ≥ k) = C(n+m-k, n)/C(n+m, n)·(1 + kn/(n+m-k)). Ties make it smaller. Wilks
 * (1942), Annals of Mathematical Statistics 13, 400-409.
 *
 * @throws RangeError when the counts are not whole numbers with k ≤ m, m ≥ 1, or n is below 2.
 * @example outOfRangeTail(6, { reference: 1000, current: 1000 }) // 0.0622
 */
function outOfRangeTail(outside, sizes) {
    const { reference: n, current: m } = sizes;
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkCounts */ .tl)(outside, m);
    if (!Number.isSafeInteger(n) || n < 2)
        throw new RangeError(`A range needs two reference rows, got ${n}.`);
    let logFresh = 0;
    for (let i = 0; i < outside; i += 1)
        logFresh += Math.log1p(-n / (n + m - i));
    return Math.min(1, Math.exp(logFresh) * (1 + (outside * n) / (n + m - outside)));
}


/***/ }),

/***/ 88999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ benjaminiHochberg)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);

/**
 * Benjamini and Hochberg's adjusted p-values (1995, JRSS B 57, 289-300), in the order given: the running minimum, from the
 * largest down, of m·p/i, at most 1. Rejecting those ≤ q keeps the expected share of false rejections at q when the tests
 * are independent or positively dependent.
 *
 * @throws RangeError when a p-value is not a number from 0 to 1.
 * @example benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.05]) // [0.05, 0.05, 0.05, 0.05, 0.05]
 */
function benjaminiHochberg(pValues) {
    for (const p of pValues)
        (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProbability */ .o0)(p);
    const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
    const adjusted = new Array(pValues.length).fill(0);
    let least = 1;
    for (const [at, { p, index }] of descending.entries()) {
        least = Math.min(least, (pValues.length / (pValues.length - at)) * p);
        adjusted[index] = least;
    }
    return adjusted;
}


/***/ }),

/***/ 39663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ holm)
/* harmony export */ });
/**
 * Holm's adjusted p-values (1979, Scandinavian Journal of Statistics 6, 65-70), in the order given: the running maximum of
 * (m-i+1)·p over the sorted values, at most 1. Rejecting those ≤ α keeps the family-wise error at α under any dependence.
 *
 * @throws RangeError when a p-value is not a number from 0 to 1.
 * @example holm([0.01, 0.02, 0.03, 0.04, 0.05]) // [0.05, 0.08, 0.09, 0.09, 0.09]
 */
function holm(pValues) {
    const bad = pValues.find((p) => !(p >= 0 && p <= 1));
    if (bad !== undefined)
        throw new RangeError(`A p-value is a number from 0 to 1, got ${bad}.`);
    const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
    const adjusted = new Array(pValues.length).fill(0);
    let largest = 0;
    for (const [rank, { p, index }] of order.entries()) {
        largest = Math.max(largest, Math.min(1, (pValues.length - rank) * p));
        adjusted[index] = largest;
    }
    return adjusted;
}


/***/ }),

/***/ 57483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ weightedNewcombeDifference),
/* harmony export */   o: () => (/* binding */ newcombeDifference)
/* harmony export */ });
/* harmony import */ var _wilson_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4969);

/**
 * Interval of the difference of two independent proportions, first minus second: Newcombe (1998b), Statistics in Medicine
 * 17, 873-890, method 10 (square and add, from Wilson bounds).
 *
 * lower = d - √((p1-l1)² + (u2-p2)²), upper = d + √((u1-p1)² + (p2-l2)²), within [-1, 1].
 *
 * @throws RangeError for counts or a confidence that {@link wilsonInterval} refuses, so also for an empty group.
 * @example newcombeDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.95) // [0.0524, 0.3339]
 */
function newcombeDifference(first, second, confidence) {
    return squareAndAdd({ p: first.successes / first.n, bounds: (0,_wilson_js__WEBPACK_IMPORTED_MODULE_0__/* .wilsonInterval */ .Y)(first.successes, first.n, confidence) }, { p: second.successes / second.n, bounds: (0,_wilson_js__WEBPACK_IMPORTED_MODULE_0__/* .wilsonInterval */ .Y)(second.successes, second.n, confidence) });
}
/**
 * As {@link newcombeDifference} for weighted rows, from Wilson bounds with Kish's effective sizes.
 *
 * @throws RangeError for what {@link weightedWilsonInterval} refuses.
 */
function weightedNewcombeDifference(first, second, confidence) {
    return squareAndAdd({ p: first.proportion, bounds: (0,_wilson_js__WEBPACK_IMPORTED_MODULE_0__/* .weightedWilsonInterval */ .$)(first, confidence) }, { p: second.proportion, bounds: (0,_wilson_js__WEBPACK_IMPORTED_MODULE_0__/* .weightedWilsonInterval */ .$)(second, confidence) });
}
function squareAndAdd({ p: p1, bounds: [l1, u1] }, { p: p2, bounds: [l2, u2] }) {
    const difference = p1 - p2;
    return [
        Math.max(-1, difference - Math.hypot(p1 - l1, u2 - p2)),
        Math.min(1, difference + Math.hypot(u1 - p1, p2 - l2)),
    ];
}


/***/ }),

/***/ 70989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FF: () => (/* binding */ chiSquareCritical),
  pV: () => (/* binding */ chiSquareQuantile),
  To: () => (/* binding */ chiSquareSf),
  ti: () => (/* binding */ chiSquareTails)
});

// EXTERNAL MODULE: ./build/packages/stats/src/special/saddle-point.js + 1 modules
var saddle_point = __webpack_require__(22367);
// EXTERNAL MODULE: ./build/packages/stats/src/special/tails.js
var tails = __webpack_require__(71194);
;// CONCATENATED MODULE: ./build/packages/stats/src/special/gamma-tails.js


/**
 * P(a, x) and Q(a, x), the regularised incomplete gamma functions: the distribution function and its complement of a
 * Gamma(a, 1) variable. Series for x < a + 1, continued fraction beyond (Abramowitz and Stegun 6.5.29, 6.5.31), with the
 * factor x^a·e^(-x)/Γ(a+1) by its saddle-point expansion. Relative error below 1e-11 against scipy `gammainc(c)`.
 *
 * @throws RangeError unless 0 < a < ∞ and x ≥ 0.
 */
function gammaTails(a, x) {
    if (!(a > 0 && a < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`The shape of an incomplete gamma function is a finite number above 0, got ${a}.`);
    }
    if (!(x >= 0))
        throw new RangeError(`The argument of an incomplete gamma function is a number from 0, got ${x}.`);
    if (x === 0)
        return { lower: 0, upper: 1 };
    if (x === Number.POSITIVE_INFINITY)
        return { lower: 1, upper: 0 };
    const density = Math.exp((0,saddle_point/* logPoissonDensity */.U)(a, x));
    if (x < a + 1) {
        const lower = Math.min(1, density * series(a, x));
        return { lower, upper: 1 - lower };
    }
    const fraction = (0,tails/* continuedFraction */.a)(x + 1 - a, (k) => [k * (a - k), x + 1 - a + 2 * k]);
    const upper = Math.min(1, (density * a) / fraction);
    return { lower: 1 - upper, upper };
}
/** P(a, x): see {@link gammaTails}. */
function regularizedGammaP(a, x) {
    return gammaTails(a, x).lower;
}
/** Q(a, x) = 1 - P(a, x), without cancellation where it is small: see {@link gammaTails}. */
function regularizedGammaQ(a, x) {
    return gammaTails(a, x).upper;
}
/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function series(a, x) {
    let sum = 1;
    let term = 1;
    for (let k = 1; term > sum * 1e-17; k += 1) {
        term *= x / (a + k);
        sum += term;
    }
    return sum;
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/positive-root.js
var positive_root = __webpack_require__(66727);
;// CONCATENATED MODULE: ./build/packages/stats/src/special/chi-square.js


/**
 * P(X ≤ x) and P(X > x) of a χ² variable with `df` degrees of freedom: P and Q(df/2, x/2). All of it lies at 0 when df is 0.
 *
 * @throws RangeError unless x ≥ 0 and df is a finite number from 0.
 */
function chiSquareTails(x, df) {
    if (df === 0 && x >= 0)
        return { lower: 1, upper: 0 };
    return gammaTails(df / 2, x / 2);
}
/**
 * P(X ≥ x) of a χ² variable: the p-value of a χ² test. With df = 0 it is 1 at 0 and 0 beyond.
 *
 * @throws RangeError as {@link chiSquareTails}.
 * @example chiSquareSf(2.7777777777777777, 2) // 0.2493522087772958
 */
function chiSquareSf(x, df) {
    return x === 0 ? 1 : chiSquareTails(x, df).upper;
}
/**
 * The x that a χ² variable exceeds with probability `alpha`: the critical value of a test at that level. Given as the upper
 * tail, so that a small alpha keeps its digits.
 *
 * @throws RangeError unless 0 < alpha < 1 and df is a finite number above 0.
 * @example chiSquareCritical(0.01, 9) // 21.665994333461924
 */
function chiSquareCritical(alpha, df) {
    if (!(alpha > 0 && alpha < 1))
        throw new RangeError(`A tail probability lies between 0 and 1, got ${alpha}.`);
    // The lower tail decides below the median, where the upper has lost its digits.
    const isBelow = (x) => {
        const { lower, upper } = chiSquareTails(x, df);
        return alpha < 0.5 ? upper > alpha : lower < 1 - alpha;
    };
    let top = 1;
    while (isBelow(top))
        top *= 2;
    return (0,positive_root/* positiveRoot */.I)(isBelow, top);
}
/**
 * The x with P(X ≤ x) = p of a χ² variable.
 *
 * @throws RangeError unless 0 < p < 1 and df is a finite number above 0.
 */
function chiSquareQuantile(p, df) {
    if (!(p > 0 && p < 1))
        throw new RangeError(`A probability lies between 0 and 1, got ${p}.`);
    if (p > 0.5)
        return chiSquareCritical(1 - p, df);
    let top = 1;
    while (chiSquareTails(top, df).lower < p)
        top *= 2;
    return (0,positive_root/* positiveRoot */.I)((x) => chiSquareTails(x, df).lower < p, top);
}


/***/ })

};
