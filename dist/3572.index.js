export const id = 3572;
export const ids = [3572];
export const modules = {

/***/ 91191:
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
// EXTERNAL MODULE: ./build/packages/core/src/config/task-columns.js
var task_columns = __webpack_require__(63563);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/gate-inputs.js + 3 modules
var gate_inputs = __webpack_require__(47931);
// EXTERNAL MODULE: ./build/packages/core/src/config/gates/fairness.js
var fairness = __webpack_require__(17684);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/assemble-decision.js
var assemble_decision = __webpack_require__(24840);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/required-rows.js
var required_rows = __webpack_require__(55624);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/confusion.js
var confusion = __webpack_require__(19745);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/metric-seed.js
var metric_seed = __webpack_require__(14435);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/groups/check-seeds.js

/** The seed of one check, as bytes. */
function seeds(context) {
    return (check) => {
        const hexadecimal = (0,metric_seed/* seedOf */.n)(`fairness ${check}`, context);
        return Uint8Array.from(hexadecimal.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    };
}

// EXTERNAL MODULE: ./build/packages/stats/src/resampling/bootstrap-interval.js + 3 modules
var bootstrap_interval = __webpack_require__(87820);
// EXTERNAL MODULE: ./build/packages/stats/src/special/normal.js
var normal = __webpack_require__(82030);
// EXTERNAL MODULE: ./build/packages/stats/src/special/student-t.js
var student_t = __webpack_require__(52419);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/rows/row-sampling.js

const OUTCOMES = ['tp', 'fp', 'fn', 'tn'];
// A p-value asks for confidences so high that the normal one would be 1 in binary.
const NEAREST_TO_ONE = 1 - 1e-15;
/**
 * A rate of rows as they were drawn: Kish's effective size with weights (stats.md §0); with clusters, the size that gives
 * the variance between clusters (linearised, C/(C - 1)·Σ e²), or where that is zero the effective number of clusters. Never
 * more than Kish's.
 */
function shareOf(rate, counts) {
    const { sampling } = counts;
    if (sampling === undefined) {
        const { successes, n } = rate.count(counts);
        return { proportion: successes / n, effectiveN: n, mass: n, influence: null };
    }
    const [part, mass] = sumsOf(rate, sampling.weights);
    const [, squares] = sumsOf(rate, sampling.squares);
    const proportion = part / mass;
    const kish = mass ** 2 / squares;
    if (sampling.clusters === null)
        return { proportion, effectiveN: kish, mass, influence: null };
    const influence = new Map();
    let ofClusters = 0;
    for (const [cluster, weights] of sampling.clusters) {
        const [own, whole] = sumsOf(rate, weights);
        if (whole === 0)
            continue;
        influence.set(cluster, (own - proportion * whole) / mass);
        ofClusters += whole ** 2;
    }
    const variance = covarianceOf(influence, influence);
    const isVaried = variance > 1e-15 && proportion > 0 && proportion < 1;
    const effective = isVaried ? (proportion * (1 - proportion)) / variance : mass ** 2 / ofClusters;
    return { proportion, effectiveN: Math.min(kish, effective), mass, influence };
}
/** Rows that a rate rests on; with weights Kish's number of them: a thousand of which one weighs all are one. */
function rowsBehind(rate, counts) {
    const { n } = rate.count(counts);
    if (n === 0 || counts.sampling === undefined)
        return n;
    const [[, mass], [, squares]] = [sumsOf(rate, counts.sampling.weights), sumsOf(rate, counts.sampling.squares)];
    return Math.min(n, mass ** 2 / squares);
}
/** Two groups as a comparison uses them: where clusters of both hang together against it, each is less sure. */
function pairedShares(first, second) {
    if (first.influence === null || second.influence === null)
        return [first, second];
    const [a, b] = [covarianceOf(first.influence, first.influence), covarianceOf(second.influence, second.influence)];
    const correlation = a > 0 && b > 0 ? covarianceOf(first.influence, second.influence) / Math.sqrt(a * b) : 0;
    // a² + b² - 2ρab is at most (1 + |ρ|)(a² + b²). A positive correlation would make the difference surer, and is not used.
    const inflation = 1 + Math.max(0, -correlation);
    const less = (share) => ({ ...share, effectiveN: share.effectiveN / inflation });
    return [less(first), less(second)];
}
/**
 * The confidence at which a normal interval is that of Student with one degree of freedom less than clusters; `null` with
 * fewer than 20 clusters in a group, where no interval is known.
 */
function clusterConfidence(shares, confidence) {
    const clusters = shares.flatMap(({ influence }) => (influence === null ? [] : [influence.size]));
    if (clusters.length === 0)
        return confidence;
    const least = Math.min(...clusters);
    if (least < bootstrap_interval/* LEAST_CLUSTERS */.K)
        return null;
    return Math.min(NEAREST_TO_ONE, 1 - 2 * (0,normal/* normalCdf */.v)(-(0,student_t/* studentCritical */.Dj)(confidence, least - 1)));
}
function covarianceOf(first, second) {
    let sum = 0;
    for (const [cluster, own] of first)
        sum += own * (second.get(cluster) ?? 0);
    const clusters = new Set([...first.keys(), ...second.keys()]).size;
    return clusters < 2 ? 0 : (sum * clusters) / (clusters - 1);
}
/** Part and whole of a rate, in the unit of the sums. */
function sumsOf(rate, sums) {
    let [part, whole] = [0, 0];
    for (const outcome of OUTCOMES) {
        const unit = rate.count({ tp: 0, fp: 0, fn: 0, tn: 0, [outcome]: 1 });
        part += unit.successes * sums[outcome];
        whole += unit.n * sums[outcome];
    }
    return [part, whole];
}
/** How the rows of several groups together were drawn; absent where they count once each, and independently. */
function sumOfSampling(parts) {
    const known = parts.flatMap(({ sampling }) => sampling ?? []);
    if (known.length === 0)
        return undefined;
    const clusters = new Map();
    for (const { clusters: own } of known) {
        for (const [cluster, sums] of own ?? [])
            clusters.set(cluster, added(clusters.get(cluster), sums));
    }
    return {
        weights: known.reduce((sum, { weights }) => added(sum, weights), NOTHING),
        squares: known.reduce((sum, { squares }) => added(sum, squares), NOTHING),
        clusters: known.some((own) => own.clusters !== null) ? clusters : null,
    };
}
/** The counts that measures of whole groups are made of: weights where rows have some. */
function weighed(counts) {
    return counts.sampling === undefined ? counts : counts.sampling.weights;
}
const NOTHING = { tp: 0, fp: 0, fn: 0, tn: 0 };
function added(first, second) {
    if (first === undefined)
        return second;
    return {
        tp: first.tp + second.tp,
        fp: first.fp + second.fp,
        fn: first.fn + second.fn,
        tn: first.tn + second.tn,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/groups/group-pairs.js

/** How all rows are called where a group is compared with them. */
const ALL_ROWS = 'all rows';
/** Number of unordered pairs of `groups` things. */
function pairCount(groups) {
    return (groups * (groups - 1)) / 2;
}
/**
 * Comparisons that the error is divided among. The largest and the best group are found in the data, so every pair could
 * have been one of theirs (stats.md §2.1).
 */
function familySize(groups, reference) {
    if (reference === 'overall')
        return groups.size < 2 ? 0 : groups.size;
    return typeof reference === 'object' ? Math.max(0, groups.size - 1) : pairCount(groups.size);
}
/**
 * The pairs that are compared. Against the best group the worst pair is the worst of all pairs, and which group is best
 * is not known surely, so every pair is compared. All rows are all rows of the column, those of `others` included.
 */
function pairsOf(groups, reference, others = groups) {
    const sides = [...groups].map(([name, counts]) => ({ name, counts }));
    if (reference === 'overall') {
        return sides.length < 2 && others.size < 2 ? [] : sides.map((side) => againstRest(side, others));
    }
    const pairs = sides.flatMap((a, index) => sides.slice(index + 1).map((b) => ({ sides: [a, b], whole: null })));
    const group = typeof reference === 'object' ? reference.group : reference === 'largest' ? largestOf(sides) : null;
    return group === null ? pairs : pairs.filter(({ sides: [a, b] }) => a.name === group || b.name === group);
}
function againstRest(side, groups) {
    const rest = sumOfCounts([...groups].filter(([name]) => name !== side.name).map(([, counts]) => counts));
    return { sides: [side, { name: ALL_ROWS, counts: rest }], whole: sumOfCounts([side.counts, rest]) };
}
function largestOf(sides) {
    const largest = sides.reduce((best, side) => (best === null || rowsOf(side.counts) > rowsOf(best.counts) ? side : best), null);
    return largest?.name ?? null;
}
function rowsOf({ tp, fp, fn, tn }) {
    return tp + fp + fn + tn;
}
/** The rows of several groups together. */
function sumOfCounts(parts) {
    const sum = (cell) => parts.reduce((total, counts) => total + counts[cell], 0);
    const sampling = sumOfSampling(parts);
    const counts = { tp: sum('tp'), fp: sum('fp'), fn: sum('fn'), tn: sum('tn') };
    return sampling === undefined ? counts : { ...counts, sampling };
}

// EXTERNAL MODULE: ./build/packages/stats/src/proportions/newcombe-difference.js
var newcombe_difference = __webpack_require__(57483);
// EXTERNAL MODULE: ./build/packages/stats/src/proportions/wilson.js
var wilson = __webpack_require__(4969);
;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/mover-ratio.js

/**
 * Interval of the ratio of two independent proportions, first over second: MOVER-R of Donner and Zou (2012), Statistical
 * Methods in Medical Research 21, 347-359, from Wilson bounds. The upper bound is Infinity when the second proportion
 * may be zero.
 *
 * @throws RangeError for counts or a confidence that {@link wilsonInterval} refuses.
 * @example moverRatio({ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.95) // [1.07829, 1.66292]
 */
function moverRatio(first, second, confidence) {
    return ratioBounds({ p: first.successes / first.n, bounds: wilsonInterval(first.successes, first.n, confidence) }, { p: second.successes / second.n, bounds: wilsonInterval(second.successes, second.n, confidence) });
}
/**
 * As {@link moverRatio} for weighted rows, from Wilson bounds with Kish's effective sizes.
 *
 * @throws RangeError for what {@link weightedWilsonInterval} refuses.
 */
function weightedMoverRatio(first, second, confidence) {
    return ratioBounds({ p: first.proportion, bounds: (0,wilson/* weightedWilsonInterval */.$)(first, confidence) }, { p: second.proportion, bounds: (0,wilson/* weightedWilsonInterval */.$)(second, confidence) });
}
function ratioBounds({ p: p1, bounds: [l1, u1] }, { p: p2, bounds: [l2, u2] }) {
    const product = p1 * p2;
    // l1(2p1-l1)/(p1p2 + root) is the published (p1p2 - root)/(u2(2p2-u2)) without its 0/0 at u2 = 2p2.
    const numerator = l1 * (2 * p1 - l1);
    const lowerRoot = Math.sqrt(Math.max(0, product ** 2 - numerator * u2 * (2 * p2 - u2)));
    const lower = numerator === 0 ? 0 : numerator / (product + lowerRoot);
    if (l2 === 0)
        return [lower, Number.POSITIVE_INFINITY];
    const denominator = l2 * (2 * p2 - l2);
    const upperRoot = Math.sqrt(Math.max(0, product ** 2 - u1 * (2 * p1 - u1) * denominator));
    return [lower, (product + upperRoot) / denominator];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/compare-pair.js


/** The intervals of a decision from the bounds at any confidence. */
function withIntervals(compared, levels) {
    const [interval, ownInterval] = [compared.boundsAt(levels.simultaneous), compared.boundsAt(levels.own)];
    return { ...compared, interval, ownInterval };
}
/** A pair by every rate of the measure that is defined for both sides. */
function comparePair(pair, rule, levels) {
    if (rule.combine === 'mean')
        return meanOfPair(pair, rule).map((compared) => withIntervals(compared, levels));
    return rule.rates.flatMap((rate) => {
        if (!isDefined(pair, rate))
            return [];
        const [larger, smaller] = ordered(pair, rate);
        const [most, least] = countsOf(pair, rate);
        const values = valuesOf(pair, rate);
        const isRatio = rule.by === 'ratio';
        const bounds = (isRatio ? compare_pair_ratioBounds : differenceBounds)(pair, rate);
        const counts = isRatio ? [least, most] : [most, least];
        const compared = {
            groups: (isRatio ? [smaller, larger] : [larger, smaller]).map(({ name }) => name),
            words: rate.words,
            // Of weighted or clustered rows no number of rows stands for how sure a rate is.
            counts: isPlain(pair) ? counts : null,
            n: counts.map(({ n }) => n),
            value: rule.by === 'ratio' ? ratioOf(values) : differenceOf(values),
            boundsAt: bounds,
            method: `${rule.by === 'ratio' ? 'mover-r' : 'newcombe'}${samplingWords(pair)}`,
        };
        return [withIntervals(compared, levels)];
    });
}
/** True where both sides have the rate's denominator. */
function isDefined({ sides }, rate) {
    return sides.every(({ counts }) => rate.count(counts).n > 0);
}
function isPlain({ sides }) {
    return sides.every(({ counts }) => counts.sampling === undefined);
}
function samplingWords({ sides: [{ counts }] }) {
    if (counts.sampling === undefined)
        return '';
    return counts.sampling.clusters === null ? ', weighted' : ', by clusters';
}
function ordered({ sides: [a, b] }, rate) {
    return shareOf(rate, a.counts).proportion >= shareOf(rate, b.counts).proportion ? [a, b] : [b, a];
}
/** Larger rate first; of all rows where the other side is all rows. */
function rowsCompared(pair, rate) {
    const { whole } = pair;
    const [first, second] = ordered(pair, rate).map((side) => whole !== null && side === pair.sides[1] ? whole : side.counts);
    if (first === undefined || second === undefined)
        throw new RangeError('A pair has two sides.');
    return [first, second];
}
function countsOf(pair, rate) {
    const [first, second] = rowsCompared(pair, rate);
    return [rate.count(first), rate.count(second)];
}
function valuesOf(pair, rate) {
    const [first, second] = rowsCompared(pair, rate);
    return [shareOf(rate, first).proportion, shareOf(rate, second).proportion];
}
function differenceOf([larger, smaller]) {
    return larger - smaller;
}
function ratioOf([larger, smaller]) {
    return larger === 0 ? null : smaller / larger;
}
/** Share of the second side in all rows that the rate rests on; 1 where two groups are compared. */
function scaleOf(first, second, whole) {
    return whole === null ? 1 : second.mass / (first.mass + second.mass);
}
/**
 * Newcombe's interval of the signed difference. A group with the share w of the denominators differs from all rows by
 * 1 - w times what it differs from the rest.
 */
function signedBounds({ sides: [a, b], whole }, rate) {
    const shares = pairedShares(shareOf(rate, a.counts), shareOf(rate, b.counts));
    const [first, second] = shares;
    const scale = scaleOf(first, second, whole);
    return (confidence) => {
        const level = clusterConfidence(shares, confidence);
        if (level === null)
            return [-1, 1];
        const [lower, upper] = (0,newcombe_difference/* weightedNewcombeDifference */.l)(first, second, level);
        return [lower * scale, upper * scale];
    };
}
/** If [l, u] covers the signed difference, then [max(0, l, -u), max(|l|, |u|)] covers its absolute value. */
function differenceBounds(pair, rate) {
    const boundsAt = signedBounds(pair, rate);
    return (confidence) => folded(boundsAt(confidence));
}
/** Of the absolute value of what lies between signed bounds. */
function folded([lower, upper]) {
    return [Math.max(0, lower, -upper), Math.max(upper, -lower)];
}
/** Of a ratio and its inverse the smaller counts, whichever group has the larger rate in truth. */
function compare_pair_ratioBounds({ sides: [a, b], whole }, rate) {
    const shares = pairedShares(shareOf(rate, a.counts), shareOf(rate, b.counts));
    const [first, second] = shares;
    // Rates that are both zero say nothing about their ratio.
    if (first.proportion === 0 && second.proportion === 0)
        return () => [0, 1];
    const share = whole === null ? 0 : first.mass / (first.mass + second.mass);
    return (confidence) => {
        const level = clusterConfidence(shares, confidence);
        if (level === null)
            return [0, 1];
        const bounds = weightedMoverRatio(first, second, level).map((ratio) => toWhole(ratio, share));
        const [lower, upper] = [Math.min(...bounds), Math.max(...bounds)];
        return [Math.min(lower, 1 / upper), Math.min(upper, 1 / lower, 1)];
    };
}
/** The ratio to all rows, of which the group is the share `w`, from the ratio to the rest: r / (wr + 1 - w). */
function toWhole(ratio, share) {
    if (share === 0)
        return ratio;
    return ratio === Number.POSITIVE_INFINITY ? 1 / share : ratio / (share * ratio + 1 - share);
}
/**
 * The mean of the absolute differences of two rates with different denominators, which are independent. |x| + |y| is the
 * largest of ±x ± y, each bounded by square and add; so its own bound is that of every combination of signs, and its
 * simultaneous interval rests on two two-sided ones.
 */
function meanOfPair(pair, { rates, words }) {
    const [one, two] = rates;
    if (one === undefined || two === undefined || !isDefined(pair, one) || !isDefined(pair, two))
        return [];
    const [first, second] = ordered(pair, one);
    const signed = (rate) => {
        const [a, b] = pair.sides.map(({ counts }) => shareOf(rate, counts));
        if (a === undefined || b === undefined)
            throw new RangeError('A pair has two sides.');
        return (a.proportion - b.proportion) * scaleOf(a, b, pair.whole);
    };
    const [boundsOne, boundsTwo] = [signedBounds(pair, one), signedBounds(pair, two)];
    const boundsOf = (confidence) => {
        const x = { value: signed(one), bounds: boundsOne(confidence) };
        const y = { value: signed(two), bounds: boundsTwo(confidence) };
        const sums = [folded(sumBounds(x, y)), folded(sumBounds(x, negated(y)))];
        return [Math.max(...sums.map(([lower]) => lower)) / 2, Math.max(...sums.map(([, upper]) => upper)) / 2];
    };
    const counts = countsOf(pair, one);
    return [
        {
            groups: [first.name, second.name],
            words,
            counts: isPlain(pair) ? counts : null,
            n: counts.map(({ n }) => n),
            value: (Math.abs(signed(one)) + Math.abs(signed(two))) / 2,
            boundsAt: boundsOf,
            method: `newcombe${samplingWords(pair)}`,
        },
    ];
}
function negated({ value, bounds: [lower, upper] }) {
    return { value: -value, bounds: [-upper, -lower] };
}
function sumBounds(x, y) {
    const value = x.value + y.value;
    return [
        value - Math.hypot(x.value - x.bounds[0], y.value - y.bounds[0]),
        value + Math.hypot(x.bounds[1] - x.value, y.bounds[1] - y.value),
    ];
}

// EXTERNAL MODULE: ./build/packages/gates/src/decision/wording.js
var wording = __webpack_require__(66305);
// EXTERNAL MODULE: ./build/packages/stats/src/measured.js
var measured = __webpack_require__(24333);
;// CONCATENATED MODULE: ./build/packages/stats/src/groups/group-count.js
/** @throws RangeError unless 0 ≤ selected ≤ n, both finite. */
function checkGroupCount({ selected, n }, group) {
    if (!(selected >= 0 && selected <= n && n < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`A group has from 0 to n selected rows, got ${selected} of ${n} for ${group}.`);
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/groups/four-fifths.js


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
function fourFifths(groups, limit = FOUR_FIFTHS) {
    if (!(limit > 0 && limit <= 1))
        throw new RangeError(`The limit of a selection ratio is above 0, up to 1, got ${limit}.`);
    for (const [group, count] of groups) {
        checkGroupCount(count, group);
        if (!Number.isSafeInteger(count.n) || !Number.isSafeInteger(count.selected)) {
            throw new RangeError(`Decisions are counted in whole numbers, got ${count.selected} of ${count.n} for ${group}.`);
        }
    }
    const present = new Map([...groups].filter(([, { n }]) => n > 0));
    const ratio = four_fifths_ratioOf(present);
    const meets = meetsLimit(ratio, limit);
    return { ratio, meets, tipping: meets === null ? [] : tippingDecisions(present, limit, meets) };
}
function four_fifths_ratioOf(groups) {
    if (groups.size < 2)
        return (0,measured/* undefinedFor */.iN)(groups.size === 0 ? 'empty-group' : 'single-group');
    const rates = [...groups.values()].map(({ selected, n }) => selected / n);
    const lowest = rates.reduce((least, rate) => Math.min(least, rate));
    return (0,measured/* quotient */.y8)(lowest, rates.reduce((most, rate) => Math.max(most, rate)), 'zero-denominator');
}
function meetsLimit({ value }, limit) {
    return value === null ? null : value >= limit - TOLERANCE;
}
function tippingDecisions(groups, limit, meets) {
    return [...groups].flatMap(([group, { selected, n }]) => ['selected', 'rejected'].flatMap((becomes) => {
        const decisions = becomes === 'selected' ? n - selected : selected;
        if (decisions === 0)
            return [];
        const reversed = new Map(groups).set(group, { selected: selected + (becomes === 'selected' ? 1 : -1), n });
        return meetsLimit(four_fifths_ratioOf(reversed), limit) === meets ? [] : [{ group, becomes, decisions }];
    }));
}

// EXTERNAL MODULE: ./build/packages/gates/src/decision/limit-rules.js
var limit_rules = __webpack_require__(34580);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/pair-verdict.js



/**
 * Compares a pair with its limit (stats.md §2.4). It fails when the simultaneous bound nearest to equality is beyond the
 * limit: many pairs are searched for one that does, so the error is divided among them. It passes when its own one-sided
 * bound keeps the limit: all pairs must, and a model of which one pair is beyond the limit passes no more often than that
 * pair does (intersection-union test), so nothing is divided.
 */
function judgePair(pair, { rule, limit }) {
    if (rule.by === 'difference')
        return (0,limit_rules/* judgeCeiling */.vQ)([pair.interval[0], pair.ownInterval[1]], limit);
    if (pair.value === null)
        return { outcome: 'inconclusive', reasonCode: 'zero-denominator' };
    const verdict = (0,limit_rules/* judgeCeiling */.vQ)([-pair.interval[1], -pair.ownInterval[0]], -limit);
    if (verdict.outcome !== 'fail' || !rule.ofSelection || !tipsByOne(pair, limit))
        return verdict;
    return { outcome: 'inconclusive', reasonCode: 'one-decision-tips' };
}
/** Question 21 to the Uniform Guidelines: one person must not make the difference. */
function tipsByOne({ groups, counts }, limit) {
    if (counts === null || groups.includes(ALL_ROWS))
        return false;
    const selected = new Map(counts.map(({ successes, n }, side) => [String(side), { selected: successes, n }]));
    return fourFifths(selected, limit).tipping.length > 0;
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/critical-value.js
var critical_value = __webpack_require__(89320);
// EXTERNAL MODULE: ./build/packages/stats/src/special/normal-quantile.js
var normal_quantile = __webpack_require__(43642);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/rows-for-pair.js


const POWER = 0.8;
/**
 * About how many rows each side of an inconclusive pair needs, to be told from the limit with power 0.80 if its value stays
 * what it is: for a fail by the simultaneous bound where the value is beyond the limit, else for a pass by its own. Of two
 * plain rates by the formula of stats.md §2.4, elsewhere by how the distance of the bound shrinks with more rows. More than
 * the smaller side has; `null` where the value is at the limit or has no finite bound.
 */
function rowsForPair(pair, rule) {
    if (pair.value === null)
        return null;
    const n = Math.min(...pair.n);
    const ofRates = rowsOfRates(pair, rule);
    return ofRates !== null && ofRates > n ? ofRates : rowsOfBounds({ ...pair, value: pair.value }, n, rule);
}
/** Ratios are compared by their logarithm, of which a rate p has the variance (1 - p)/p for one row. */
function rowsOfRates({ value, counts }, { rule, limit, levels }) {
    // Of a mean of two rates with denominators of their own there is no single number of rows.
    if (value === null || counts === null || rule.combine === 'mean')
        return null;
    const isRatio = rule.by === 'ratio';
    const isBeyond = isRatio ? value < limit : value > limit;
    const z = (0,critical_value/* criticalValue */.z)(isBeyond ? levels.simultaneous : levels.own) + (0,normal_quantile/* normalQuantile */.Z)(POWER);
    const of = isRatio ? logVarianceOf : varianceOf;
    const distance = isRatio ? Math.log(value / limit) : limit - value;
    const rows = Math.ceil((z ** 2 * (of(counts[0]) + of(counts[1]))) / distance ** 2);
    return Number.isSafeInteger(rows) ? rows : null;
}
function rowsOfBounds({ value, interval, ownInterval }, n, { rule, limit, levels }) {
    const [fail, pass] = [(1 - levels.simultaneous) / 2, (1 - levels.own) / 2];
    return rule.by === 'ratio'
        ? (0,required_rows/* rowsToSettle */.o)({ value, bounds: [ownInterval[0], interval[1]], errors: [pass, fail], n }, limit)
        : (0,required_rows/* rowsToSettle */.o)({ value, bounds: [interval[0], ownInterval[1]], errors: [fail, pass], n }, limit);
}
/** Variance of one row. Rates are shrunk so that an observed 0 or 1 does not claim zero variance. */
function varianceOf(count) {
    const p = shrunk(count);
    return p * (1 - p);
}
function logVarianceOf(count) {
    const p = shrunk(count);
    return (1 - p) / p;
}
/** By one success and one failure. */
function shrunk({ successes, n }) {
    return (successes + 1) / (n + 2);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/fairness-findings.js






// A column with many groups has thousands of pairs; the decision lists all of them under its measures.
const MOST_FINDINGS = 20;
/**
 * One finding per pair that fails or cannot be told, worst first, at most twenty of each kind, and one for the pair whose
 * bound is nearest to the limit among those that pass.
 */
function pairFindings(column, pairs, rule) {
    const judged = pairs.map((pair) => ({ pair, verdict: judgePair(pair, rule) }));
    const failing = judged.filter(({ verdict }) => verdict.outcome === 'fail');
    const spanning = judged.filter(({ verdict }) => verdict.outcome === 'inconclusive');
    const isRatio = rule.rule.by === 'ratio';
    const least = ({ interval }) => (isRatio ? -interval[1] : interval[0]);
    const most = ({ ownInterval }) => (isRatio ? -ownInterval[0] : ownInterval[1]);
    const passing = judged.filter(({ verdict }) => verdict.outcome === 'pass');
    return [
        ...[...worstFirst(failing, least), ...worstFirst(spanning, most)].map((own) => pairFinding(column, own, rule)),
        ...worstFirst(passing, most)
            .slice(0, 1)
            .map((own) => nearestFinding(pairFinding(column, own, rule), passing.length)),
    ];
}
/** The pair that passes with the least room speaks for the others. */
function nearestFinding(finding, passing) {
    if (passing === 1)
        return finding;
    return { ...finding, message: `${finding.message}, the nearest to it of ${passing} comparisons within it` };
}
function worstFirst(judged, by) {
    return [...judged].sort((a, b) => by(b.pair) - by(a.pair)).slice(0, MOST_FINDINGS);
}
function pairFinding(column, { pair, verdict }, rule) {
    const { by } = rule.rule;
    const { n } = pair;
    const passes = verdict.outcome === 'pass';
    const interval = passes ? pair.ownInterval : pair.interval;
    const { confidence } = rule;
    // A pass rests on one bound of the pair by itself, a fail on the intervals of all pairs together.
    const coverage = passes ? 'each-bound' : 'all-intervals';
    const is = pair.value === null
        ? `has no value: both rates are 0 (n = ${n.join('/')})`
        : `is ${(0,wording/* inWords */.r4)(pair.value)} (${(0,wording/* boundsInWords */.Kg)(interval, confidence, coverage)}, n = ${n.join('/')})`;
    const tips = verdict.reasonCode === 'one-decision-tips' ? '; one decision the other way round would meet it' : '';
    return {
        measure: rule.measure,
        severity: 'block',
        groups: pair.groups.map((group) => (group === ALL_ROWS ? group : column.label(group))),
        value: pair.value,
        interval,
        confidence,
        coverage,
        n,
        ...requiredRows({ pair, verdict }, rule),
        limit: rule.limit,
        failsWhen: by === 'ratio' ? 'below' : 'above',
        method: `${pair.method}, ${passes ? 'each pair' : 'simultaneous'}`,
        message: `${compared(column, pair, by)} ${is}; policy limit ${(0,wording/* inWords */.r4)(rule.limit)}${tips}`,
        ...verdict,
    };
}
/** Rows that would tell, where rows are what is missing. */
function requiredRows({ pair, verdict }, rule) {
    const rows = verdict.reasonCode === 'interval-spans-limit' ? rowsForPair(pair, rule) : null;
    return rows === null ? {} : { requiredN: rows };
}
function compared(column, { groups, words }, by) {
    const [first, second] = groups;
    if (first === undefined)
        return `${words} over the groups of ${column.name}`;
    if (second === undefined)
        return `${words} of group ${first} of ${column.name}`;
    const named = (group) => (group === ALL_ROWS ? group : `group ${group}`);
    if (by === 'ratio')
        return `ratio of ${words} of ${named(first)} to ${named(second)} of ${column.name}`;
    const group = groups.find((name) => name !== ALL_ROWS);
    return groups.includes(ALL_ROWS)
        ? `difference in ${words} between group ${group} of ${column.name} and all rows`
        : `difference in ${words} between groups ${first} and ${second} of ${column.name}`;
}
/** Groups too small to be compared, and a column that has nothing to compare. */
function groupSizeFindings(column, minimum) {
    const sizes = [...column.groups].map(([group, counts]) => ({ group, n: (0,confusion/* totalOf */.e6)(counts) }));
    const small = sizes
        .filter(({ n }) => n < minimum)
        .map(({ group, n }) => ({
        ...notJudged('group-size', n === 0 ? 'empty-group' : 'insufficient-n'),
        groups: [column.label(group)],
        value: n,
        n: [n],
        limit: minimum,
        failsWhen: 'below',
        message: `group ${group} of ${column.name} has ${rows(n)}; policy minimum ${minimum}`,
    }));
    if (sizes.length === 0) {
        return [{ ...notJudged('group-size', 'empty-group'), n: [0], message: `no group of ${column.name} has a row` }];
    }
    const [only] = sizes;
    if (sizes.length > 1 || only === undefined || only.n === 0)
        return small;
    const message = `only the group ${only.group} of ${column.name} is present, so there is nothing to compare`;
    return [...small, { ...notJudged('group-count', 'single-group'), n: [only.n], message }];
}
/** The group that the others are compared with, where no row is in it. */
function referenceFinding(column, group) {
    if (column.groups.has(group))
        return [];
    const message = `no row is in the reference group ${group} of ${column.name}`;
    return [{ ...notJudged('group-size', 'empty-group'), groups: [column.label(group)], n: [0], message }];
}
/** Groups in which a gated rate has no denominator, or one that is too small to be judged. */
function undefinedRateFindings(column, rule, minimum) {
    return rule.rule.rates.flatMap((rate) => [...column.groups]
        .filter(([, counts]) => rowsBehind(rate, counts) < minimum)
        .map(([group, counts]) => {
        const { n } = rate.count(counts);
        return {
            ...notJudged(rule.measure, n === 0 ? rate.whenUndefined : 'insufficient-n'),
            groups: [column.label(group)],
            n: [n === 0 ? (0,confusion/* totalOf */.e6)(counts) : n],
            limit: rule.limit,
            failsWhen: rule.rule.by === 'ratio' ? 'below' : 'above',
            message: `${rate.words} of group ${group} of ${column.name} ${whyNot(rate, group, column)}`,
        };
    }));
    function whyNot(rate, group, { groups }) {
        const counts = groups.get(group) ?? { tp: 0, fp: 0, fn: 0, tn: 0 };
        const { n } = rate.count(counts);
        if (n === 0)
            return `has no value: its denominator is 0 (n = ${(0,confusion/* totalOf */.e6)(counts)})`;
        const effective = rowsBehind(rate, counts);
        const by = effective < n ? `, by their weights on as many as ${(0,wording/* inWords */.r4)(effective)}` : '';
        return `rests on ${rows(n)}${by}; policy minimum ${minimum}`;
    }
}
function notJudged(measure, reasonCode) {
    return { measure, outcome: 'inconclusive', severity: 'block', reasonCode, value: null };
}
function rows(n) {
    return n === 1 ? '1 row' : `${n} rows`;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/groups/pair-disparities.js



/**
 * Signed comparisons of two groups, under the names of AIF360. Differences are from -1 to 1 and best at 0; ratios are
 * from 0 and best at 1. `disparate-impact` is of the favourable outcome: where that is the negative prediction, give it
 * `withLabelsSwapped` confusions.
 */
const PAIR_DISPARITIES = {
    'statistical-parity-difference': { rate: 'selection-rate', by: 'difference' },
    'disparate-impact': { rate: 'selection-rate', by: 'ratio' },
    'equal-opportunity-difference': { rate: 'tpr', by: 'difference' },
    'predictive-parity-difference': { rate: 'ppv', by: 'difference' },
    'true-negative-rate-difference': { rate: 'tnr', by: 'difference' },
    'false-positive-rate-difference': { rate: 'fpr', by: 'difference' },
    'false-positive-rate-ratio': { rate: 'fpr', by: 'ratio' },
    'false-negative-rate-difference': { rate: 'fnr', by: 'difference' },
    'false-negative-rate-ratio': { rate: 'fnr', by: 'ratio' },
    'false-discovery-rate-difference': { rate: 'fdr', by: 'difference' },
    'false-discovery-rate-ratio': { rate: 'fdr', by: 'ratio' },
    'false-omission-rate-difference': { rate: 'for', by: 'difference' },
    'false-omission-rate-ratio': { rate: 'for', by: 'ratio' },
    'error-rate-difference': { rate: 'error-rate', by: 'difference' },
    'error-rate-ratio': { rate: 'error-rate', by: 'ratio' },
};
/**
 * One of {@link PAIR_DISPARITIES}. Undefined when a rate is, with the reason of that rate, and a ratio whose privileged
 * rate is zero (`zero-denominator`).
 *
 * @throws RangeError when a count is negative or not finite.
 */
function pairDisparity(disparity, pair) {
    const { rate, by } = PAIR_DISPARITIES[disparity];
    const unprivileged = confusionRate(GROUP_RATES[rate], pair.unprivileged);
    const privileged = confusionRate(GROUP_RATES[rate], pair.privileged);
    if (unprivileged.value === null)
        return unprivileged;
    if (privileged.value === null)
        return privileged;
    if (by === 'ratio')
        return quotient(unprivileged.value, privileged.value, 'zero-denominator');
    return defined(unprivileged.value - privileged.value);
}

// EXTERNAL MODULE: ./build/packages/stats/src/classification/confusion/confusion-rates.js
var confusion_rates = __webpack_require__(40735);
;// CONCATENATED MODULE: ./build/packages/stats/src/groups/group-rates.js



/** Names of the rates of a group in decisions, and the rate of its confusion that each is. */
const group_rates_GROUP_RATES = {
    'selection-rate': 'selection-rate',
    'base-rate': 'base-rate',
    tpr: 'recall',
    fnr: 'fnr',
    fpr: 'fpr',
    tnr: 'specificity',
    ppv: 'precision',
    fdr: 'fdr',
    npv: 'npv',
    for: 'for',
    accuracy: 'accuracy',
    'error-rate': 'error',
};
/**
 * A rate of each group, from 0 to 1; undefined where its denominator is zero.
 *
 * @throws RangeError when a count is negative or not finite.
 */
function rateOfGroups(rate, groups) {
    return new Map([...groups].map(([group, confusion]) => [group, confusionRate(group_rates_GROUP_RATES[rate], confusion)]));
}
/**
 * Everything that the confusion of one group says: rows (or their weight), the four counts, and every rate.
 *
 * @throws RangeError when a count is negative or not finite.
 */
function groupMeasures(confusion) {
    const { tp, fp, fn, tn } = confusion;
    const counts = Object.entries({ n: confusionTotal(confusion), tp, fp, fn, tn });
    const rates = Object.entries(group_rates_GROUP_RATES);
    return new Map([
        ...counts.map(([name, count]) => [name, defined(count)]),
        ...rates.map(([name, rate]) => [name, confusionRate(rate, confusion)]),
    ]);
}

// EXTERNAL MODULE: ./build/packages/stats/src/classification/confusion/binary-confusion.js
var binary_confusion = __webpack_require__(4129);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/fairness-measures.js

const WORDS = {
    'selection-rate': 'selection rate',
    'base-rate': 'base rate',
    tpr: 'true positive rate',
    fpr: 'false positive rate',
    tnr: 'true negative rate',
    fnr: 'false negative rate',
    ppv: 'positive predictive value',
    npv: 'negative predictive value',
    fdr: 'false discovery rate',
    for: 'false omission rate',
    accuracy: 'accuracy',
    'error-rate': 'error rate',
};
const ODDS = ['tpr', 'fpr'];
/** What is compared under each name: as `stats` says it for two groups, and what only groups without an order have. */
const RULES = [
    ['selection-rate-difference', { rate: 'selection-rate', by: 'difference' }],
    ['demographic-parity-difference', PAIR_DISPARITIES['statistical-parity-difference']],
    ['selection-rate-ratio', { rate: 'selection-rate', by: 'ratio' }],
    ['demographic-parity-ratio', { rate: 'selection-rate', by: 'ratio' }],
    ['disparate-impact', PAIR_DISPARITIES['disparate-impact']],
    ['true-positive-rate-difference', { rate: 'tpr', by: 'difference' }],
    ['equal-opportunity-difference', PAIR_DISPARITIES['equal-opportunity-difference']],
    ['true-positive-rate-ratio', { rate: 'tpr', by: 'ratio' }],
    ['false-positive-rate-difference', PAIR_DISPARITIES['false-positive-rate-difference']],
    ['false-positive-rate-ratio', PAIR_DISPARITIES['false-positive-rate-ratio']],
    ['true-negative-rate-difference', PAIR_DISPARITIES['true-negative-rate-difference']],
    ['false-negative-rate-difference', PAIR_DISPARITIES['false-negative-rate-difference']],
    ['false-negative-rate-ratio', PAIR_DISPARITIES['false-negative-rate-ratio']],
    ['equalized-odds-difference', { rate: 'tpr', by: 'difference', rates: ODDS }],
    ['equalized-odds-ratio', { rate: 'tpr', by: 'ratio', rates: ODDS }],
    ['average-odds-difference', { rate: 'tpr', by: 'difference', rates: ODDS, mean: 'true and false positive rate' }],
    ['predictive-parity-difference', PAIR_DISPARITIES['predictive-parity-difference']],
    ['positive-predictive-value-difference', { rate: 'ppv', by: 'difference' }],
    ['positive-predictive-value-ratio', { rate: 'ppv', by: 'ratio' }],
    ['negative-predictive-value-difference', { rate: 'npv', by: 'difference' }],
    ['false-discovery-rate-difference', PAIR_DISPARITIES['false-discovery-rate-difference']],
    ['false-discovery-rate-ratio', PAIR_DISPARITIES['false-discovery-rate-ratio']],
    ['false-omission-rate-difference', PAIR_DISPARITIES['false-omission-rate-difference']],
    ['false-omission-rate-ratio', PAIR_DISPARITIES['false-omission-rate-ratio']],
    ['accuracy-difference', { rate: 'accuracy', by: 'difference' }],
    ['accuracy-ratio', { rate: 'accuracy', by: 'ratio' }],
    ['error-rate-difference', PAIR_DISPARITIES['error-rate-difference']],
    ['error-rate-ratio', PAIR_DISPARITIES['error-rate-ratio']],
];
/** Every measure between groups that needs only confusion counts, in the order of reports (stats.md §2.2). */
const MEASURES = RULES.map(([measure, rule]) => ({
    measure,
    rule: measureRule(rule),
}));
/** Every measure that can be computed; without `favorable` there is no disparate impact. */
function knownMeasures({ favorable }) {
    return MEASURES.flatMap(({ measure, rule }) => {
        if (measure !== 'disparate-impact')
            return [{ measure, rule }];
        if (favorable === undefined)
            return [];
        return [{ measure, rule: favorable === 'negative' ? { ...rule, rates: rule.rates.map(ofRejection) } : rule }];
    });
}
/** The measures that the policy limits, in the order of reports. */
function gatedMeasures(config) {
    return knownMeasures(config).flatMap((known) => {
        const limited = config.measures[known.measure];
        return limited === undefined ? [] : [{ ...known, limit: limited.limit }];
    });
}
/** Two-sided intervals that one pair of groups needs: two for a mean, whose signs are not known. */
function comparisonsPerPair({ rates }) {
    return rates.length;
}
function measureRule({ rate, by, rates = [rate], mean }) {
    return {
        by,
        rates: rates.map(groupRate),
        combine: mean === undefined ? 'worst' : 'mean',
        words: mean ?? WORDS[rate],
        ofSelection: by === 'ratio' && rate === 'selection-rate',
    };
}
function groupRate(name) {
    const { part, whole, whenUndefined } = confusion_rates/* CONFUSION_RATES */.P[group_rates_GROUP_RATES[name]];
    return { words: WORDS[name], count: (counts) => ({ successes: part(counts), n: whole(counts) }), whenUndefined };
}
/** The same of the negative prediction. */
function ofRejection(rate) {
    return {
        ...rate,
        words: 'rate of the negative prediction',
        count: (counts) => rate.count((0,binary_confusion/* withLabelsSwapped */.mh)(counts)),
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/champion/champion-split.js



function challengerOf({ positive, negative }) {
    return sumOfCounts([positive, negative]);
}
function championOf({ positive, negative }) {
    return {
        tp: positive.tp + positive.fn,
        fp: positive.fp + positive.tn,
        fn: negative.tp + negative.fn,
        tn: negative.fp + negative.tn,
    };
}
function sumOfSplits(splits) {
    return {
        positive: sumOfCounts(splits.map(({ positive }) => positive)),
        negative: sumOfCounts(splits.map(({ negative }) => negative)),
    };
}
const NONE = { tp: 0, fp: 0, fn: 0, tn: 0 };
const POSITIVE = ['tp', 'fn'];
/** The eight kinds of rows: label, challenger's and champion's prediction. */
function atomsOf(split) {
    return ['positive', 'negative'].flatMap((predicted) => ['tp', 'fp', 'fn', 'tn'].map((outcome) => {
        const isPositive = POSITIVE.includes(outcome);
        const old = predicted === 'positive' ? (isPositive ? 'tp' : 'fp') : isPositive ? 'fn' : 'tn';
        return {
            challenger: { ...NONE, [outcome]: 1 },
            champion: { ...NONE, [old]: 1 },
            n: split[predicted][outcome],
        };
    }));
}
/**
 * Counts both models by sensitive column and group, for `FairnessInput.champion`.
 *
 * @throws ActionError `bug` when arrays are not aligned.
 */
function countChampion(rows, champion) {
    checkAligned(rows.labels.length, champion.length, 'predictions of the champion');
    const where = (predicted) => {
        const isKept = (_, row) => champion[row] === predicted;
        return countGroups({
            ...rows,
            labels: rows.labels.filter(isKept),
            predicted: rows.predicted.filter(isKept),
            sensitive: new Map([...rows.sensitive].map(([column, values]) => [column, values.filter(isKept)])),
        });
    };
    const [positive, negative] = [where(true), where(false)];
    return new Map([...rows.sensitive.keys()].map((column) => {
        const own = positive.get(column) ?? new Map();
        const other = negative.get(column) ?? new Map();
        const names = [...new Set([...own.keys(), ...other.keys()])].sort();
        return [
            column,
            new Map(names.map((name) => [name, { positive: own.get(name) ?? NONE, negative: other.get(name) ?? NONE }])),
        ];
    }));
}

// EXTERNAL MODULE: ./build/packages/stats/src/arguments.js
var src_arguments = __webpack_require__(65505);
;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/newcombe-paired.js


/**
 * Interval of the difference of two paired proportions, first minus second: Newcombe (1998c), Statistics in Medicine 17,
 * 2635-2650, method 10: square and add with the correlation φ, which is corrected for continuity when it is positive.
 *
 * The wider default is `tangoDifference`; both need the same four cells.
 *
 * @throws RangeError when a count is not a whole number from 0, there is no pair, or confidence is not in (0, 1).
 * @example newcombePaired({ both: 1, onlyFirst: 1, onlySecond: 7, neither: 12 }, 0.95) // [-0.50692, -0.025559]
 */
function newcombePaired(pairs, confidence) {
    const { both, onlyFirst, onlySecond, neither } = pairs;
    for (const count of [both, onlyFirst, onlySecond, neither])
        (0,src_arguments/* checkCount */.wE)(count);
    const n = both + onlyFirst + onlySecond + neither;
    const p1 = (both + onlyFirst) / n;
    const p2 = (both + onlySecond) / n;
    const [l1, u1] = (0,wilson/* wilsonInterval */.Y)(both + onlyFirst, n, confidence);
    const [l2, u2] = (0,wilson/* wilsonInterval */.Y)(both + onlySecond, n, confidence);
    const phi = correlation(pairs);
    const difference = (onlyFirst - onlySecond) / n;
    return [
        Math.max(-1, difference - correlated(p1 - l1, u2 - p2, phi)),
        Math.min(1, difference + correlated(u1 - p1, p2 - l2, phi)),
    ];
}
/** √(a² - 2φab + b²); |φ| ≤ 1, so only rounding could make it negative. */
function correlated(a, b, phi) {
    return Math.sqrt(Math.max(0, a * a - 2 * phi * a * b + b * b));
}
function correlation({ both, onlyFirst, onlySecond, neither }) {
    // Roots one by one, because the product of the four margins leaves the whole numbers for some thousand pairs.
    const margins = [both + onlyFirst, onlySecond + neither, both + onlySecond, onlyFirst + neither];
    const scale = margins.reduce((product, margin) => product * Math.sqrt(margin), 1);
    if (scale === 0)
        return 0;
    const excess = both * neither - onlyFirst * onlySecond;
    const half = (both + onlyFirst + onlySecond + neither) / 2;
    return (excess < 0 ? excess : Math.max(0, excess - half)) / scale;
}

// EXTERNAL MODULE: ./build/packages/stats/src/random/xoshiro.js
var xoshiro = __webpack_require__(89155);
// EXTERNAL MODULE: ./build/packages/stats/src/resampling/bca.js
var bca = __webpack_require__(68052);
// EXTERNAL MODULE: ./build/packages/stats/src/means/moments.js
var moments = __webpack_require__(95837);
// EXTERNAL MODULE: ./build/packages/stats/src/means/mean-interval.js
var mean_interval = __webpack_require__(63165);
// EXTERNAL MODULE: ./build/packages/stats/src/ranks/delong.js
var delong = __webpack_require__(95072);
// EXTERNAL MODULE: ./build/packages/stats/src/ranks/delong-difference.js
var delong_difference = __webpack_require__(1226);
// EXTERNAL MODULE: ./build/packages/stats/src/ranks/auc-score.js
var auc_score = __webpack_require__(12589);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/rows/score-intervals.js

/** Bounds of what is not known. */
const UNBOUNDED = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
/** Below this a mean is not near enough to normal for Welch (stats.md §2.3). */
const LEAST_FOR_WELCH = 30;
function sampleOf(values) {
    return { values, moments: (0,moments/* momentsOf */.Z)(values) };
}
/**
 * Signed bounds of the difference of two means: Welch, or BCa within both groups where one has fewer than 30 rows. Values
 * without variation bound nothing: that a few rows are equal says little about others. Nor do fewer than 20 rows, whatever the
 * policy lets be a group: two that are nearly alike would be drawn again as if all were.
 */
function meanDifferenceAt(first, second, seed) {
    const [a, b] = [first.moments, second.moments];
    if (Math.min(a.n, b.n) >= LEAST_FOR_WELCH) {
        const boundsAt = (confidence) => {
            const found = (0,mean_interval/* welchDifference */.j)(a, b, confidence);
            return found.undefinedReason !== null || found.standardError === 0 ? UNBOUNDED : found.interval;
        };
        return { boundsAt, method: 'welch t' };
    }
    return { boundsAt: resampledDifference(first.values, second.values, seed), method: 'stratified bca' };
}
function resampledDifference(first, second, seed) {
    const values = Float64Array.of(...first, ...second);
    const stratumOf = Int32Array.from(values, (_, row) => (row < first.length ? 0 : 1));
    if (Math.min(first.length, second.length) < bootstrap_interval/* LEAST_CLUSTERS */.K)
        return () => UNBOUNDED;
    const meanOf = (counts, from, to) => {
        let sum = 0;
        for (let row = from; row < to; row += 1)
            sum += Number(values[row]) * Number(counts[row]);
        return sum / (to - from);
    };
    const found = (0,bootstrap_interval/* bootstrapInterval */.k)({
        units: { kind: 'strata', stratumOf, strata: 2 },
        statistic: (counts) => meanOf(counts, 0, first.length) - meanOf(counts, first.length, values.length),
        confidence: 0.95,
        random: (0,xoshiro/* createRandom */.s)(seed),
    });
    if (found.undefinedReason !== null || isUnvaried(found.sorted))
        return () => UNBOUNDED;
    const { estimate, sorted, acceleration } = found;
    return (confidence) => (0,bca/* bcaInterval */.G)({ estimate, replicates: sorted, acceleration }, confidence).interval;
}
/** True where replicates differ by rounding only: that rows are alike says little about others. */
function isUnvaried(sorted) {
    const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
    return most - least <= 1e-12 * Math.max(1, Math.abs(most));
}
/** Root of the mean of squares, with the roots of the bounds of the mean. */
function rootMeanSquare(residuals) {
    const squares = (0,moments/* momentsOf */.Z)(residuals.map((residual) => residual ** 2));
    return {
        value: squares.n === 0 ? null : Math.sqrt(squares.mean),
        n: squares.n,
        boundsAt: (confidence) => {
            const found = (0,mean_interval/* meanInterval */.V)(squares, confidence);
            if (found.undefinedReason !== null || found.standardError === 0 || squares.n < bootstrap_interval/* LEAST_CLUSTERS */.K)
                return [0, Number.POSITIVE_INFINITY];
            return [Math.sqrt(Math.max(0, found.interval[0])), Math.sqrt(found.interval[1])];
        },
    };
}
// DeLong's interval has no width at 0 and 1, and too little for a few rows of a class.
const LEAST_FOR_DELONG = 10;
/** Area under the ROC curve of one group: DeLong, or Newcombe's score interval where a class has fewer than ten rows. */
function groupAuc(labels, scores) {
    const found = (0,delong/* delong */.C)(labels, [scores]);
    const [auc = null] = found?.aucs ?? [];
    if (found === null || auc === null)
        return { value: null, n: labels.length, boundsAt: () => [0, 1] };
    const { positives, negatives } = found;
    const isCertain = auc === 0 || auc === 1 || Math.min(positives, negatives) < LEAST_FOR_DELONG;
    return {
        value: auc,
        n: labels.length,
        boundsAt: (confidence) => {
            const bounds = isCertain ? null : (0,delong_difference/* delongInterval */.N)(found, 0, confidence);
            return bounds ?? (0,auc_score/* aucScoreInterval */.Z)({ auc, positives, negatives }, confidence);
        },
    };
}
/** First minus second of two independent estimates: square and add (Zou and Donner, 2008). */
function squareAndAdd(first, second, confidence) {
    const [a, b] = [first.value, second.value];
    if (a === null || b === null)
        return UNBOUNDED;
    const [[l1, u1], [l2, u2]] = [first.boundsAt(confidence), second.boundsAt(confidence)];
    return [a - b - Math.hypot(a - l1, u2 - b), a - b + Math.hypot(u1 - a, b - l2)];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/champion/disparity-increase.js




/**
 * By how much two groups differ more under the challenger than under the champion, |x| - |y| with x and y the differences
 * of a rate, by each rate of the measure.
 *
 * Where the rows that a rate rests on are those of both models (all rows, or those of one label), in closed form: paired
 * Newcombe intervals of x - y and x + y, added by squares over the two groups, hold together at half the error each, and
 * |x| - |y| = max(min(x - y, x + y), -max(x - y, x + y)). Elsewhere by BCa over rows drawn again, which are alike where
 * both models and the label are.
 */
function increasesOfPair(pair, splits, request) {
    const paired = pairedPair(pair, splits);
    const { rule, seed } = request;
    const own = rule.rates.filter((rate) => isKnown(paired, rate));
    if (rule.combine === 'mean')
        return own.length < rule.rates.length ? [] : [meanIncrease(own, paired, rule.words)];
    return own.map((rate) => (hasFixedRows(rate) ? closedForm(rate, paired) : resampled(rate, paired, seed)));
}
/** True where a rate rests on the same rows whatever is predicted. */
function hasFixedRows(rate) {
    const unit = { tp: 0, fp: 0, fn: 0, tn: 0 };
    const rowsOf = (outcome) => rate.count({ ...unit, [outcome]: 1 }).n;
    return rowsOf('tp') === rowsOf('fn') && rowsOf('fp') === rowsOf('tn');
}
function pairedPair({ sides: [a, b], whole }, splits) {
    const splitOf = (name) => splits.get(name) ?? { positive: { tp: 0, fp: 0, fn: 0, tn: 0 }, negative: { tp: 0, fp: 0, fn: 0, tn: 0 } };
    const others = [...splits].filter(([name]) => name !== a.name).map(([, split]) => split);
    return {
        names: [a.name, b.name],
        splits: [splitOf(a.name), b.name === ALL_ROWS ? sumOfSplits(others) : splitOf(b.name)],
        scaleOf: (rate) => (whole === null ? 1 : rate.count(b.counts).n / rate.count(whole).n),
    };
}
function isKnown({ splits }, rate) {
    return splits.every((split) => rate.count(challengerOf(split)).n > 0 && rate.count(championOf(split)).n > 0);
}
/** Challenger's and champion's difference of a rate between the two groups. */
function differencesOf(rate, { splits: [a, b], scaleOf }) {
    const rateOf = (split, of) => {
        const { successes, n } = rate.count(of(split));
        return successes / n;
    };
    const scale = scaleOf(rate);
    return [
        scale * (rateOf(a, challengerOf) - rateOf(b, challengerOf)),
        scale * (rateOf(a, championOf) - rateOf(b, championOf)),
    ];
}
function comparedOf(rate, paired) {
    const [x, y] = differencesOf(rate, paired);
    const { names, splits } = paired;
    const counts = splits.map((split) => rate.count(challengerOf(split)));
    return {
        groups: x >= 0 ? names : [names[1], names[0]],
        words: rate.words,
        counts: null,
        n: (x >= 0 ? counts : counts.toReversed()).map(({ n }) => n),
        value: Math.abs(x) - Math.abs(y),
    };
}
function closedForm(rate, paired) {
    return {
        ...comparedOf(rate, paired),
        boundsAt: (confidence) => closedBounds(rate, paired, 1 - (1 - confidence) / 2),
        method: 'newcombe, paired',
    };
}
function closedBounds(rate, { splits: [a, b], scaleOf }, confidence) {
    const [changes, sums] = [boundedBy(rate, 'minus', confidence), boundedBy(rate, 'plus', confidence)];
    const [difference, sum] = [subtracted(changes(a), changes(b)), subtracted(sums(a), sums(b))];
    const scale = scaleOf(rate);
    return [
        scale * Math.max(Math.min(difference[0], sum[0]), -Math.max(difference[1], sum[1])),
        scale * Math.max(Math.min(difference[1], sum[1]), -Math.max(difference[0], sum[0])),
    ];
}
/**
 * The challenger's rate minus, or plus, the champion's in one group. Plus is minus the share of those that the champion
 * decides otherwise, and 1, which is left out.
 */
function boundedBy(rate, sign, confidence) {
    return (split) => {
        const cells = pairedCells(rate, split, sign);
        const [lower, upper] = newcombePaired(cells, confidence);
        const n = cells.both + cells.onlyFirst + cells.onlySecond + cells.neither;
        return { value: (cells.onlyFirst - cells.onlySecond) / n, bounds: [lower, upper] };
    };
}
function pairedCells(rate, split, sign) {
    const cells = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    for (const { challenger, champion, n } of atomsOf(split)) {
        if (rate.count(challenger).n === 0)
            continue;
        const first = rate.count(challenger).successes > 0;
        const second = rate.count(champion).successes > 0 === (sign === 'minus');
        cells[cellOf(first, second)] += n;
    }
    return cells;
}
function cellOf(first, second) {
    if (first)
        return second ? 'both' : 'onlyFirst';
    return second ? 'onlySecond' : 'neither';
}
/** First minus second of two independent estimates: square and add. The ones of sums cancel. */
function subtracted(a, b) {
    const value = a.value - b.value;
    return [
        value - Math.hypot(a.value - a.bounds[0], b.bounds[1] - b.value),
        value + Math.hypot(a.bounds[1] - a.value, b.value - b.bounds[0]),
    ];
}
/** Both rates have rows of their own labels; half the error each. */
function meanIncrease(rates, paired, words) {
    const parts = rates.map((rate) => closedForm(rate, paired));
    const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [first] = parts;
    return {
        groups: first?.groups ?? paired.names,
        words,
        counts: null,
        n: first?.n ?? [],
        value: mean(parts.map(({ value }) => value ?? 0)),
        boundsAt: (confidence) => {
            const bounds = parts.map(({ boundsAt }) => boundsAt(1 - (1 - confidence) / rates.length));
            return [mean(bounds.map(([lower]) => lower)), mean(bounds.map(([, upper]) => upper))];
        },
        method: 'newcombe, paired',
    };
}
/** Where nothing varies between the samples their bounds would have no width, so they are as wide as can be. */
const UNKNOWN = [-1, 1];
function resampled(rate, paired, seed) {
    const atoms = paired.splits.map(atomsOf);
    const cells = Int32Array.from(atoms.flatMap((own) => own.map(({ n }) => n)));
    const kinds = atoms.flat();
    const half = atoms[0]?.length ?? 0;
    const shareOf = (counts, from, of) => {
        let [successes, n] = [0, 0];
        for (let at = from; at < from + half; at += 1) {
            const kind = kinds[at];
            if (kind === undefined)
                continue;
            const unit = rate.count(kind[of]);
            successes += unit.successes * Number(counts[at]);
            n += unit.n * Number(counts[at]);
        }
        return n === 0 ? null : successes / n;
    };
    const statistic = (counts) => {
        const [a, b] = [shareOf(counts, 0, 'challenger'), shareOf(counts, half, 'challenger')];
        const [c, d] = [shareOf(counts, 0, 'champion'), shareOf(counts, half, 'champion')];
        return a === null || b === null || c === null || d === null ? null : Math.abs(a - b) - Math.abs(c - d);
    };
    const found = (0,bootstrap_interval/* bootstrapInterval */.k)({
        units: { kind: 'cells', counts: cells },
        statistic,
        confidence: 0.95,
        random: (0,xoshiro/* createRandom */.s)(seed),
    });
    const scale = paired.scaleOf(rate);
    const isVaried = found.undefinedReason === null && !isUnvaried(found.sorted);
    return {
        ...comparedOf(rate, paired),
        boundsAt: (confidence) => {
            if (found.undefinedReason !== null || !isVaried)
                return UNKNOWN;
            const { estimate, sorted, acceleration } = found;
            const [lower, upper] = (0,bca/* bcaInterval */.G)({ estimate, replicates: sorted, acceleration }, confidence).interval;
            return [scale * lower, scale * upper];
        },
        method: isVaried ? 'paired bca' : 'paired bca without variation',
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/champion/judge-increase.js








/** The measures with a limit on their increase. */
function limitedIncreases(config) {
    return gatedMeasures(config).flatMap((limited) => {
        const rule = config.measures[limited.measure];
        const increase = rule !== undefined && 'disparity-increase' in rule ? rule['disparity-increase'] : undefined;
        return increase === undefined ? [] : [{ ...limited, increase }];
    });
}
/** Comparisons that the limits on increases add to the family of one column. */
function increaseComparisons({ groups, reference }, config) {
    const perPair = limitedIncreases(config).reduce((sum, { rule }) => sum + (rule.combine === 'mean' ? 1 : rule.rates.length), 0);
    return familySize(groups, reference) * perPair;
}
/** Every two groups that are large enough, by how much more they differ than under the champion. */
function judgeIncreases(columns, champion, request) {
    const parts = columns.flatMap((column) => {
        const splits = champion.get(column.name) ?? new Map();
        return limitedIncreases(request.config).map((limited) => ({
            judged: judgedIncrease(column, splits, { ...request, limited }),
            findings: championRateFindings(column, splits, { ...request, limited }),
        }));
    });
    return { judged: parts.map(({ judged }) => judged), findings: parts.flatMap(({ findings }) => findings) };
}
function judgedIncrease(column, splits, { config, levels, context, limited }) {
    const { rule } = limited;
    const large = [...column.groups].filter(([name, counts]) => isLarge(counts, rule, config) && judge_increase_isKnown(championCounts(splits, name), rule, config));
    const seedOf = seeds(context);
    const pairs = pairsOf(new Map(large), column.reference, column.groups).flatMap((pair) => {
        const seed = seedOf(`${column.name} ${nameOf(limited)} ${pair.sides.map((side) => side.name).join(' ')}`);
        return increasesOfPair(pair, splits, { rule, seed }).map((own) => withIntervals(own, levels));
    });
    return {
        column,
        pairs: pairs.map((pair) => ({ ...pair, words: `${pair.words}, above the champion's,` })),
        rule: ruleOf(limited, { config, levels }),
    };
}
/**
 * Groups in which the champion's rate has no denominator, or one that is too small. Their pairs are not compared, and an
 * increase that nobody could measure is no increase that keeps its limit. Where the challenger's rate is missing too, the
 * findings of the measure itself say so.
 */
function championRateFindings(column, splits, { config, levels, limited }) {
    const groups = [...column.groups]
        .filter(([, counts]) => isLarge(counts, limited.rule, config))
        .map(([name]) => [name, championCounts(splits, name)]);
    const rates = limited.rule.rates.map((rate) => ({ ...rate, words: `the champion's ${rate.words}` }));
    const rule = ruleOf(limited, { config, levels });
    return undefinedRateFindings({ ...column, groups: new Map(groups) }, { ...rule, rule: { ...rule.rule, rates } }, config['minimum-denominator']);
}
function nameOf({ measure }) {
    return `${measure}-increase`;
}
function ruleOf(limited, { config, levels }) {
    return {
        measure: nameOf(limited),
        limit: limited.increase,
        rule: { by: 'difference', rates: [], combine: 'worst', ofSelection: false },
        confidence: config.confidence,
        levels,
    };
}
function championCounts(splits, group) {
    const split = splits.get(group);
    return split === undefined ? { tp: 0, fp: 0, fn: 0, tn: 0 } : championOf(split);
}
function isLarge(counts, rule, config) {
    return (0,confusion/* totalOf */.e6)(counts) >= config['minimum-group-size'] && judge_increase_isKnown(counts, rule, config);
}
function judge_increase_isKnown(counts, { rates }, config) {
    return rates.every((rate) => rate.count(counts).n >= config['minimum-denominator']);
}
const UNNAMED = 'versions are published and no stage tag names one';
/** Where a champion might be expected: what is not compared with it, and why. */
function uncomparedChampion({ champion, championUnavailable, versionsExist, }) {
    const why = championUnavailable ?? (versionsExist === true ? UNNAMED : null);
    return champion !== undefined || why === null ? [] : [`disparities beside those of a champion: ${why}`];
}
/** What is said of limits on increases where the champion's predictions are not there. */
function unjudgedIncreases(config, { championUnavailable: unavailable, versionsExist }) {
    return limitedIncreases(config).map(({ measure, increase }) => ({
        measure: `${measure}-increase`,
        outcome: unavailable === undefined ? 'pass' : 'inconclusive',
        severity: unavailable === undefined ? 'warn' : 'block',
        reasonCode: unavailable === undefined ? 'first-version' : 'champion-unavailable',
        value: null,
        limit: increase,
        failsWhen: 'above',
        message: unavailable === undefined
            ? `there is no champion${versionsExist === true ? `: ${UNNAMED}` : ''}; the increase of ${measure} is not judged`
            : `the champion's predictions are not there (${unavailable}), so the increase of ${measure} cannot be judged`,
    }));
}

// EXTERNAL MODULE: ./build/packages/gates/src/decision/group-counts.js
var group_counts = __webpack_require__(61639);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/coverage-findings.js






const LEAST_COVERAGE = 0.9;
const MOST_MISSING = 0.05;
/**
 * What a person should read about the rows behind a column's groups: how many are judged, how many have no group.
 *
 * @param withheld True when numbers of a group of the column are withheld: the share of judged rows could reveal them.
 */
function coverageFindings(column, config, withheld) {
    const all = (0,confusion/* totalOf */.e6)(sumOfCounts([...column.groups.values()]));
    if (all === 0)
        return [];
    const coverage = judgedRows(column, config) / all;
    const missing = (0,confusion/* totalOf */.e6)(column.groups.get(group_counts/* MISSING_GROUP */.r) ?? { tp: 0, fp: 0, fn: 0, tn: 0 }) / all;
    return [
        ...(coverage >= LEAST_COVERAGE
            ? []
            : [
                {
                    ...noted('group-coverage', 'low-coverage'),
                    value: withheld ? null : coverage,
                    n: [all],
                    limit: LEAST_COVERAGE,
                    failsWhen: 'below',
                    message: `groups of ${column.name} that can be judged hold ${withheld ? 'less than 90 %' : (0,wording/* percent */.KN)(coverage)} of ${all} rows`,
                },
            ]),
        ...(missing <= MOST_MISSING
            ? []
            : [
                {
                    ...noted('missing-share', 'many-missing-groups'),
                    groups: [column.label(group_counts/* MISSING_GROUP */.r)],
                    value: missing,
                    n: [all],
                    limit: MOST_MISSING,
                    failsWhen: 'above',
                    message: `${(0,wording/* percent */.KN)(missing)} of ${all} rows have no value of ${column.name}; they are judged as a group of their own`,
                },
            ]),
    ];
}
/** Rows in groups that are large enough, with every limited rate resting on enough of them. */
function judgedRows({ groups }, config) {
    const rates = gatedMeasures(config).flatMap(({ rule }) => rule.rates);
    const judged = [...groups.values()].filter((counts) => (0,confusion/* totalOf */.e6)(counts) >= config['minimum-group-size'] &&
        rates.every((rate) => rowsBehind(rate, counts) >= config['minimum-denominator']));
    return (0,confusion/* totalOf */.e6)(sumOfCounts(judged));
}
function noted(measure, reasonCode) {
    return { measure, outcome: 'inconclusive', severity: 'warn', reasonCode };
}

// EXTERNAL MODULE: ./build/packages/stats/src/multiplicity/holm.js
var holm = __webpack_require__(39663);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/comparison-p.js

/** Smaller ones are not told apart: the quantile of a confidence so near to 1 has no digits left. */
const SMALLEST_P = 1e-12;
const LARGEST_P = 1 - 1e-9;
const STEPS = 50;
/**
 * P-values of the judged comparisons against their limits, adjusted by Holm (stats.md §2.4). A comparison that could not be
 * judged counts as one with p = 1, as it counts in the level of the simultaneous intervals.
 *
 * @param family Comparisons that the error is divided among.
 */
function comparisonPs(judged, family) {
    const found = judged.flatMap(({ column, pairs, rule }) => pairs.map((pair) => ({
        key: comparisonKey(column.name, rule.measure, pair),
        p: pValue(pair, rule),
    })));
    const others = Math.max(0, family - found.length);
    const adjusted = (0,holm/* holm */.f)([...found.map(({ p }) => p), ...new Array(others).fill(1)]);
    return new Map(found.map(({ key, p }, index) => [key, { p, adjusted: adjusted[index] ?? 1 }]));
}
/** Tells the comparisons of a decision apart. */
function comparisonKey(column, measure, { groups, words }) {
    return JSON.stringify([column, measure, words, ...groups]);
}
/** The smallest error at which the interval, two-sided, is still wholly beyond the limit: the interval inverted. */
function pValue(pair, { rule, limit }) {
    const isBeyond = (error) => {
        const [lower, upper] = pair.boundsAt(1 - error);
        return rule.by === 'ratio' ? upper < limit : lower > limit;
    };
    // A mean of two differences rests on two intervals at each confidence.
    const intervals = rule.combine === 'mean' ? 2 : 1;
    const isPointBeyond = pair.value !== null && (rule.by === 'ratio' ? pair.value < limit : pair.value > limit);
    if (!isPointBeyond)
        return 1;
    if (isBeyond(SMALLEST_P))
        return intervals * SMALLEST_P;
    let [within, beyond] = [Math.log(SMALLEST_P), Math.log(LARGEST_P)];
    for (let step = 0; step < STEPS; step += 1) {
        const middle = (within + beyond) / 2;
        if (isBeyond(Math.exp(middle)))
            beyond = middle;
        else
            within = middle;
    }
    return Math.min(1, intervals * Math.exp(beyond));
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/fairness-aggregates.js




/** Rates of every group, differences and ratios over all groups, and the pairs of listed measures; names as in findings. */
function reportedMeasures(columns, request) {
    const perColumn = columns.map((column) => ({ column, measured: measureColumn(column, request) }));
    const groups = columns.flatMap((column) => [...column.groups].map(([group, counts]) => [
        column.label(group),
        isWithheld(column, group, request) ? { n: 'suppressed' } : (0,confusion/* ratesOf */.j1)(counts),
    ]));
    const aggregates = perColumn.flatMap(({ column, measured }) => measured.map(({ measure, aggregate }) => [nameIn(columns, column.name, measure), aggregate]));
    const comparisons = perColumn.flatMap(({ column, measured }) => measured
        .filter(({ measure }) => request.listed.has(measure))
        .flatMap(({ measure, pairs }) => pairs.map((pair) => ({
        measure,
        groups: pair.groups.map(column.label),
        value: pair.value,
        interval: pair.interval,
        n: pair.n,
        ...pValuesOf(request, comparisonKey(column.name, measure, pair)),
    }))));
    return { groups: Object.fromEntries(groups), aggregates: Object.fromEntries(aggregates), comparisons };
}
/** The p-values of a comparison, where it was judged. */
function pValuesOf({ pValues }, key) {
    const found = pValues?.get(key);
    return found === undefined ? {} : { p: found.p, 'p-adjusted': found.adjusted };
}
/** Several columns have the same measures; their names tell them apart. */
function nameIn(columns, column, measure) {
    return columns.length === 1 ? measure : `${column}/${measure}`;
}
/** The aggregate of every requested measure of one column. */
function reportedAggregates(column, request) {
    return new Map(measureColumn(column, request).map(({ measure, aggregate }) => [measure, aggregate]));
}
function isWithheld({ label }, group, { withheld }) {
    return withheld.has(label(group));
}
function measureColumn(column, request) {
    const { measures, levels } = request;
    const shown = new Map([...column.groups].filter(([group]) => !isWithheld(column, group, request)));
    const all = pairsOf(shown, column.reference, column.groups);
    return measures.map(({ measure, rule }) => {
        // A worst of several rates has no value when one of them has none.
        const byRate = rule.combine === 'mean' ? [rule] : rule.rates.map((rate) => ({ ...rule, rates: [rate] }));
        const pairs = byRate.map((of) => all.flatMap((pair) => comparePair(pair, of, levels)));
        const known = pairs.every((own) => own.some(({ value }) => value !== null));
        const aggregate = known ? worstOf(pairs.flat(), rule.by) : { value: null, interval: null };
        return { measure, rule, pairs: pairs.flat(), aggregate };
    });
}
/** The worst of several comparisons; its interval holds when theirs hold together. */
function worstOf(pairs, by) {
    const defined = pairs.flatMap(({ value, interval }) => (value === null ? [] : [{ value, interval }]));
    const worse = by === 'ratio' ? Math.min : Math.max;
    return defined.reduce((worst, { value, interval }) => ({
        value: worse(worst.value, value),
        interval: [worse(worst.interval[0], interval[0]), worse(worst.interval[1], interval[1])],
    }), { value: by === 'ratio' ? 1 : 0, interval: by === 'ratio' ? [1, 1] : [0, 0] });
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/champion/champion-disparity.js





/**
 * Disparities of the challenger minus those of the champion on the same rows, for the listed measures. The interval
 * is paired where a rate rests on the same rows for both models; elsewhere it takes each model at its worst, which is wider.
 *
 * @throws ActionError `bug` when the champion was counted on other groups or other numbers of rows.
 */
function championDisparities(columns, champion, request) {
    const measures = request.measures.filter(({ measure }) => request.listed.has(measure));
    const entries = columns.flatMap((column) => {
        const splits = champion.get(column.name);
        if (splits === undefined || !isOfSameRows(column.groups, splits))
            refuseOtherRows(column.name);
        const groups = new Map([...column.groups.keys()].map((group) => [group, championOf(splits.get(group) ?? NO_ROWS)]));
        const shown = new Map([...column.groups].filter(([group]) => !request.withheld.has(column.label(group))));
        const pairs = pairsOf(shown, column.reference, column.groups);
        const own = reportedAggregates(column, { ...request, measures });
        const old = reportedAggregates({ ...column, groups }, { ...request, measures });
        return measures.map(({ measure, rule }) => {
            const change = changeOf(old.get(measure) ?? champion_disparity_UNKNOWN, own.get(measure) ?? champion_disparity_UNKNOWN);
            const isPaired = rule.by === 'difference' && rule.rates.every(hasFixedRows) && change.interval !== null;
            const interval = isPaired ? pairedInterval(pairs, splits, { rule, levels: request.levels }) : null;
            return [nameIn(columns, column.name, measure), interval === null ? change : { ...change, interval }];
        });
    });
    return Object.fromEntries(entries);
}
const NO_ROWS = { positive: { tp: 0, fp: 0, fn: 0, tn: 0 }, negative: { tp: 0, fp: 0, fn: 0, tn: 0 } };
/** The largest of several grows by no more than one of them may, and by no less. */
function pairedInterval(pairs, splits, { rule, levels }) {
    const bounds = pairs.flatMap((pair) => increasesOfPair(pair, splits, { rule, seed: new Uint8Array(16) }).map((own) => own.boundsAt(levels.simultaneous)));
    if (bounds.length === 0)
        return null;
    return [Math.min(...bounds.map(([lower]) => lower)), Math.max(...bounds.map(([, upper]) => upper))];
}
const champion_disparity_UNKNOWN = { value: null, interval: null };
function changeOf(champion, challenger) {
    const values = { champion: champion.value, challenger: challenger.value };
    if (champion.value === null ||
        challenger.value === null ||
        champion.interval === null ||
        challenger.interval === null) {
        return { ...values, difference: null, interval: null };
    }
    return {
        ...values,
        difference: challenger.value - champion.value,
        interval: [challenger.interval[0] - champion.interval[1], challenger.interval[1] - champion.interval[0]],
    };
}
function isOfSameRows(groups, splits) {
    const names = new Set([...groups.keys(), ...splits.keys()]);
    return [...names].every((name) => {
        const [own, split] = [groups.get(name), challengerOf(splits.get(name) ?? NO_ROWS)];
        return champion_disparity_OUTCOMES.every((outcome) => (own?.[outcome] ?? 0) === split[outcome]);
    });
}
const champion_disparity_OUTCOMES = ['tp', 'fp', 'fn', 'tn'];
function refuseOtherRows(column) {
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The input of the fairness gate',
        found: `counts of the champion by ${column} that are of other rows`,
        allowed: 'the same groups with the same numbers of rows and of positive labels',
        remedy: 'Report this as a bug of Gatehouse',
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/class-report.js

/** With more classes nobody reads the tables. */
const MOST_CLASSES = 20;
/**
 * Every class against the rest (stats.md §2.1), by its name: the rates of every group and the measures over all groups, for
 * at most twenty classes. The groups are those of the decision, so what may not be printed of them is withheld here too.
 */
function reportedClasses(columns, classes, request) {
    const reported = [...classes].slice(0, MOST_CLASSES).map(([name, groups]) => {
        const own = columns.map((column) => ({ ...column, groups: groups.get(column.name) ?? column.groups }));
        const { pValues: _, ...rest } = request;
        const { groups: rates, aggregates } = reportedMeasures(own, { ...rest, listed: new Set() });
        return [name, { groups: rates, aggregates }];
    });
    return Object.fromEntries(reported);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/groups/generalized-entropy.js


/**
 * Generalised entropy index of the benefits b = ŷ - y + 1 (0 for a false negative, 1 when right, 2 for a false positive),
 * with μ their mean: mean((b/μ)^α - 1) / (α(α - 1)), and mean((b/μ)·ln(b/μ)) for α = 1. From 0, lower is more equal; it
 * sees inequality between all rows, not only between groups. Speicher et al. (2018), KDD, eq. 2; as AIF360.
 *
 * Undefined without rows (`empty-group`) and when every row is a false negative, so that the mean benefit is zero
 * (`zero-denominator`).
 *
 * @throws RangeError unless α is finite and above 0 (below, a benefit of 0 is infinitely unequal), or a count is bad.
 */
function generalizedEntropy(confusion, alpha) {
    (0,binary_confusion/* checkConfusion */.Ld)(confusion);
    if (!(alpha > 0 && alpha < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`The alpha of a generalised entropy must be finite and above 0, got ${alpha}.`);
    }
    const n = (0,binary_confusion/* confusionTotal */.dL)(confusion);
    if (n === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    const { tp, fp, fn, tn } = confusion;
    const mean = (tp + tn + 2 * fp) / n;
    if (mean === 0)
        return (0,measured/* undefinedFor */.iN)('zero-denominator');
    const of = alpha === 1 ? theilTerm : (share) => (share ** alpha - 1) / (alpha * (alpha - 1));
    const sum = (tp + tn) * of(1 / mean) + fp * of(2 / mean) + fn * of(0);
    // Exactly 0 for equal benefits; rounding could leave a hair below.
    return (0,measured/* defined */.sw)(Math.max(0, sum / n));
}
/** 0·ln 0 is 0, its limit. */
function theilTerm(share) {
    return share === 0 ? 0 : share * Math.log(share);
}
/** Theil index: {@link generalizedEntropy} with α = 1. */
function theilIndex(confusion) {
    return generalizedEntropy(confusion, 1);
}
/** Coefficient of variation of the benefits: √(2·GEI) with α = 2; from 0, lower is more equal. */
function benefitVariation(confusion) {
    const squared = generalizedEntropy(confusion, 2);
    return squared.value === null ? squared : (0,measured/* defined */.sw)(Math.sqrt(2 * squared.value));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/groups/differential-fairness.js


/**
 * Smoothed empirical differential fairness ε: with r = (selected + c/2) / (n + c) per group, the largest over pairs of
 * groups of |Δ ln r| and |Δ ln(1 - r)|. From 0, lower is more equal; e^ε bounds the odds by which an outcome tells
 * groups apart. Foulds, Islam, Keya and Pan (2020), ICDE, eq. 7, with Dirichlet concentration c; as AIF360.
 *
 * Groups without rows are left out, for smoothing would give them the rate ½. Undefined with fewer than two groups that
 * have rows (`single-group`, `empty-group`).
 *
 * @throws RangeError unless c is finite and above 0 and 0 ≤ selected ≤ n.
 */
function differentialFairness(groups, concentration = 1) {
    if (!(concentration > 0 && concentration < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`The concentration of a smoothed rate must be finite and above 0, got ${concentration}.`);
    }
    for (const [group, count] of groups)
        checkGroupCount(count, group);
    const present = [...groups.values()].filter(({ n }) => n > 0);
    if (present.length < 2)
        return (0,measured/* undefinedFor */.iN)(present.length === 0 ? 'empty-group' : 'single-group');
    const logOf = (part, n) => Math.log((part + concentration / 2) / (n + concentration));
    // The largest distance of any pair is that of the highest from the lowest.
    return (0,measured/* defined */.sw)(Math.max(range(present.map(({ selected, n }) => logOf(selected, n))), range(present.map(({ selected, n }) => logOf(n - selected, n)))));
}
function range(values) {
    return (values.reduce((most, value) => Math.max(most, value)) - values.reduce((least, value) => Math.min(least, value)));
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/fairness-extras.js





/** What is reported and never judged (stats.md §2.2): each measure by its name, without an interval of its own. */
function extraAggregates(columns, withheld, joint) {
    const [first] = columns;
    const all = weighed(sumOfCounts([...(first?.groups.values() ?? [])]));
    const isShown = !withheld.has(ALL_ROWS);
    const ofRows = {
        'generalized-entropy': isShown ? generalizedEntropy(all, 2).value : null,
        'theil-index': isShown ? theilIndex(all).value : null,
        'benefit-variation': isShown ? benefitVariation(all).value : null,
    };
    const ofColumns = columns.flatMap((column) => {
        const selected = selectedOf(shownGroups(column, withheld));
        const isPlain = [...column.groups.values()].every(({ sampling }) => sampling === undefined);
        return [
            [nameIn(columns, column.name, 'differential-fairness'), differentialFairness(selected).value],
            [nameIn(columns, column.name, 'four-fifths-tipping'), isPlain ? fourFifths(selected).tipping.length : null],
        ];
    });
    const ofAll = joint === null ? [] : [['smoothed-edf', differentialFairness(selectedOf(joint.shown)).value]];
    const named = [...ofColumns, ...ofAll, ...Object.entries(ofRows)];
    return Object.fromEntries(named.map(([name, value]) => [name, { value, interval: null }]));
}
function shownGroups({ groups, label }, withheld) {
    return new Map([...groups].filter(([group]) => !withheld.has(label(group))));
}
function selectedOf(groups) {
    return new Map([...groups].map(([group, counts]) => [group, selectedIn(counts)]));
}
function selectedIn(counts) {
    const own = weighed(counts);
    return { selected: own.tp + own.fp, n: (0,confusion/* totalOf */.e6)(own) };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/parity-only.js


/** Rates of a group that need no label. */
const SELECTION = ['n', 'selection-rate'];
/** Aggregates of all rows that compare predictions with labels. */
const LABELLED = ['generalized-entropy', 'theil-index', 'benefit-variation'];
function isParity({ rule }) {
    // Selection and rejection rest on all rows, whatever their labels, and do not change with them.
    const unit = { tp: 0, fp: 0, fn: 0, tn: 0 };
    return rule.rates.every((rate) => [['tp', 'fp'], ['fn', 'tn']].every(([positive, negative]) => {
        const [a, b] = [rate.count({ ...unit, [positive]: 1 }), rate.count({ ...unit, [negative]: 1 })];
        return a.n === 1 && b.n === 1 && a.successes === b.successes;
    }));
}
/** The measures that can be computed: without labels those of selection. */
function measuresKnown({ config, labels }) {
    const known = knownMeasures(config);
    return labels === 'none' ? known.filter(isParity) : known;
}
/** @throws ConfigError when nothing is known of what was true, and a limit needs it. */
function refuseUnlabelled({ config, labels, scored }) {
    if (labels !== 'none')
        return;
    const counted = gatedMeasures(config)
        .filter((limited) => !isParity(limited))
        .map(({ measure }) => measure);
    const ofScores = ['auc-difference', 'calibration-in-the-large-difference'];
    const needy = [
        ...counted,
        ...(scored === undefined ? ofScores.filter((name) => config.measures[name] !== undefined) : []),
    ];
    if (needy.length === 0)
        return;
    throw new errors/* ConfigError */.xL(needy.map((measure) => ({
        where: `gates.fairness.measures.${measure}`,
        found: 'a limit, and no column of labels',
        allowed: 'without labels, limits on selection rates',
        remedy: 'Name the column of labels, or remove the limit',
    })));
}
/** Without labels, of groups their rows and selection, and no aggregate that needs labels. */
function selectionOnly(measures) {
    const groups = Object.entries(measures.groups).map(([name, rates]) => [
        name,
        typeof rates === 'object' && rates !== null
            ? Object.fromEntries(Object.entries(rates).filter(([rate]) => SELECTION.includes(rate)))
            : rates,
    ]);
    const aggregates = Object.entries(measures.aggregates).filter(([name]) => !LABELLED.includes(name));
    return { groups: Object.fromEntries(groups), aggregates: Object.fromEntries(aggregates) };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/rows/row-measure.js




/** Comparisons that limited measures of rows add to the family. */
function rowFamily(columns, measures) {
    const limited = measures.filter(({ limit }) => limit !== null);
    return columns
        .flatMap(({ groups, reference }) => limited.map(({ familyOf }) => familyOf(groups.size, reference)))
        .reduce((sum, own) => sum + own, 0);
}
/** The limited measures on every column, between the groups that are large enough. What has no value is inconclusive. */
function judgeRows(columns, measures, request) {
    const { config, levels } = request;
    const parts = columns.flatMap((column) => measures.flatMap((of) => {
        const { limit } = of;
        if (limit === null)
            return [];
        const found = of.compare(column, largeGroups(column, config));
        const pairs = found.flatMap((own) => (own.undefinedReason === null ? [withIntervals(own, levels)] : []));
        const rule = row_measure_ruleOf(of, limit, { confidence: config.confidence, levels });
        return [
            { judged: [{ column, pairs, rule }], findings: found.flatMap((own) => undefinedFinding(column, own, rule)) },
        ];
    }));
    return { judged: parts.flatMap(({ judged }) => judged), findings: parts.flatMap(({ findings }) => findings) };
}
function largeGroups({ groups }, config) {
    return [...groups].filter(([, sizes]) => (0,confusion/* totalOf */.e6)(sizes) >= config['minimum-group-size']).map(([name]) => name);
}
function row_measure_ruleOf({ measure, by }, limit, levels) {
    return { measure, limit, rule: { by, rates: [], combine: 'worst', ofSelection: false }, ...levels };
}
function undefinedFinding(column, own, { measure, limit, rule }) {
    if (own.undefinedReason === null)
        return [];
    const { groups, n, why } = own;
    const named = groups.length === 0 ? 'the groups' : `${groups.length > 1 ? 'groups' : 'group'} ${groups.join(' and ')}`;
    return [
        {
            measure,
            outcome: 'inconclusive',
            severity: 'block',
            reasonCode: own.undefinedReason,
            groups: groups.map(column.label),
            value: null,
            n,
            limit,
            failsWhen: rule.by === 'ratio' ? 'below' : 'above',
            message: `${measure} of ${named} of ${column.name} ${why}`,
        },
    ];
}
/** Every measure of rows over all groups that may be shown, gated or not. */
function reportedRows(columns, measures, request) {
    const found = columns.flatMap((column) => {
        const names = [...column.groups]
            .filter(([name, sizes]) => (0,confusion/* totalOf */.e6)(sizes) > 0 && !request.withheld.has(column.label(name)))
            .map(([name]) => name);
        return measures.map((of) => ({
            column,
            of,
            pairs: of
                .compare(column, names)
                .flatMap((own) => (own.undefinedReason === null ? [withIntervals(own, request.levels)] : [])),
        }));
    });
    return {
        aggregates: Object.fromEntries(found.map(({ column, of, pairs }) => [
            nameIn(columns, column.name, of.measure),
            pairs.length === 0 ? { value: null, interval: null } : worstOf(pairs, of.by),
        ])),
        comparisons: found.flatMap(({ column, of, pairs }) => pairs.map((pair) => ({
            measure: of.measure,
            groups: pair.groups.map(column.label),
            value: pair.value,
            interval: pair.interval,
            n: pair.n,
            ...pValuesOf(request, comparisonKey(column.name, of.measure, pair)),
        }))),
    };
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/chi-square.js + 1 modules
var chi_square = __webpack_require__(70989);
;// CONCATENATED MODULE: ./build/packages/stats/src/contingency/mantel-haenszel.js




/**
 * The Cochran-Mantel-Haenszel test that, within every stratum, both groups have the same proportion: χ² with one degree of
 * freedom of (|Σ(a - E a)| - c)²/ΣVar(a), with c = ½, at most the distance, when `correction` is `continuity` (R below a
 * distance of ½ corrects nothing).
 * Cochran (1954), Mantel and Haenszel (1959).
 *
 * Strata with one group only say nothing and are passed over. Undefined when none has both groups (`single-group`), or all
 * that have are constant (`constant-target`).
 *
 * @throws RangeError when the counts of a stratum are not whole numbers with 0 ≤ successes ≤ n.
 */
function cochranMantelHaenszel(strata, correction = 'none') {
    const informative = withBothGroups(strata);
    if (informative.length === 0)
        return (0,measured/* undefinedFor */.iN)('single-group');
    let excess = 0;
    let variance = 0;
    for (const { first, second } of informative) {
        const n = first.n + second.n;
        const successes = first.successes + second.successes;
        excess += first.successes - (first.n / n) * successes;
        variance += ((first.n / n) * (second.n / n) * successes * (n - successes)) / (n - 1);
    }
    if (variance === 0)
        return (0,measured/* undefinedFor */.iN)('constant-target');
    const distance = Math.abs(excess);
    const statistic = (distance - Math.min(distance, correction === 'continuity' ? 0.5 : 0)) ** 2 / variance;
    return { statistic, p: (0,chi_square/* chiSquareSf */.To)(statistic, 1), undefinedReason: null };
}
/**
 * The Mantel-Haenszel difference of proportions, first minus second, over control strata: Σ(a·m - c·n)/N ÷ Σn·m/N with a of n
 * and c of m successes, N = n + m. The standard error is Sato's (1989, Biometrics 45, 1323), which holds for few large
 * strata and for many small ones; the interval is normal, within [-1, 1].
 *
 * Where no stratum has a success or none a failure the standard error is 0 and the interval has no width: report the
 * numbers of rows with it. Undefined when no stratum has both groups (`single-group`).
 *
 * @throws RangeError when the counts of a stratum are not whole numbers with 0 ≤ successes ≤ n, or confidence is not in
 * (0, 1).
 */
function mantelHaenszelDifference(strata, confidence) {
    (0,src_arguments/* checkConfidence */.p3)(confidence);
    const informative = withBothGroups(strata);
    if (informative.length === 0)
        return (0,measured/* undefinedFor */.iN)('single-group');
    let [weighted, weight, p, q] = [0, 0, 0, 0];
    for (const { first, second } of informative) {
        const { successes: a, n } = first;
        const { successes: c, n: m } = second;
        const [ofFirst, ofSecond] = [n / (n + m), m / (n + m)];
        weighted += a * ofSecond - c * ofFirst;
        weight += n * ofSecond;
        p += ofFirst ** 2 * c - ofSecond ** 2 * a + (ofFirst * ofSecond * (m - n)) / 2;
        q += (a * ((m - c) / (n + m)) + c * ((n - a) / (n + m))) / 2;
    }
    const estimate = weighted / weight;
    const standardError = Math.sqrt(Math.max(0, estimate * p + q)) / weight;
    const half = (0,critical_value/* criticalValue */.z)(confidence) * standardError;
    const interval = [Math.max(-1, estimate - half), Math.min(1, estimate + half)];
    return { estimate, standardError, interval, undefinedReason: null };
}
function withBothGroups(strata) {
    const present = (group) => {
        if (group.n === 0 && group.successes === 0)
            return false;
        (0,src_arguments/* checkCounts */.tl)(group.successes, group.n);
        return true;
    };
    return strata.filter(({ first, second }) => [first, second].map(present).every((has) => has));
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/groups/combined-label.js
/**
 * How rows that agree in several columns are called: `race=a, sex=b`. A value that could be read as more than a value is quoted,
 * so that two combinations never have one name.
 */
function combinedLabel(columns, values) {
    return columns.map((name, at) => `${name}=${unmistakable(String(values[at]))}`).join(', ');
}
function unmistakable(value) {
    return /[,="]/.test(value) ? JSON.stringify(value) : value;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/groups/intersections.js


/** Confusion counts of every two sensitive columns together, for `FairnessInput.intersections`. */
function countIntersections(rows) {
    const columns = [...rows.sensitive];
    return columns.flatMap(([first, values], index) => columns.slice(index + 1).map(([second, others]) => {
        const pairs = new Map();
        const keys = values.map((value, row) => {
            const groups = [value ?? MISSING_GROUP, others[row] ?? MISSING_GROUP];
            const key = JSON.stringify(groups);
            pairs.set(key, groups);
            return key;
        });
        const { labels, predicted } = rows;
        const counted = countGroups({ labels, predicted, sensitive: new Map([['both', keys]]) }).get('both') ?? new Map();
        const cells = [...counted].flatMap(([key, counts]) => {
            const groups = pairs.get(key);
            return groups === undefined ? [] : [{ groups, counts }];
        });
        return { columns: [first, second], cells };
    }));
}
// With more cells a table is no longer read, and what may be printed of it takes long to find.
const MOST_CELLS = 400;
/** Intersections of the columns; those with more than 400 groups are left out. */
function intersectColumns(counted, columns) {
    const groupsOf = (name) => columns.find((column) => column.name === name)?.groups;
    return counted.flatMap((counts) => {
        const [one, two] = counts.columns;
        const [first, second] = [groupsOf(one), groupsOf(two)];
        if (first === undefined || second === undefined || counts.cells.length > MOST_CELLS)
            return [];
        const groups = new Map(counts.cells.map((cell) => [intersectionLabel(counts.columns, cell.groups), cell.counts]));
        const empty = [...first.keys()]
            .flatMap((a) => [...second.keys()].map((b) => intersectionLabel(counts.columns, [a, b])))
            .filter((label) => !groups.has(label));
        return [{ name: `${one} × ${two}`, groups, label: (group) => group, counted: counts, empty }];
    });
}
/** How a group of two columns is called: `race=a, sex=b`. */
function intersectionLabel(columns, groups) {
    return combinedLabel(columns, groups);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/withheld/printed-tables.js




/** How a stratum is called among withheld labels, or a group of a column within it. */
function stratumLabel(stratum, column = null, group = null) {
    return JSON.stringify(['stratum', stratum, column, group]);
}
const TOTAL = 'all';
/** All cells with how they add up; empty without rows. */
function printedTable(tables) {
    const { columns, intersections } = tables;
    const [first] = columns;
    const named = [...columns, ...intersections].flatMap((column) => present(column).map(([group, counts]) => ({
        cell: printed_tables_cellOf(idOf(column, group), counts),
        label: column.label(group),
    })));
    if (first === undefined || named.length === 0)
        return { cells: [], sums: [] };
    const all = { cell: printed_tables_cellOf(TOTAL, sumOfCounts([...first.groups.values()])), label: ALL_ROWS };
    return {
        cells: [all, ...named, ...jointCells(tables), ...stratumCells(tables)],
        sums: [
            ...columns.map((column) => ({ total: TOTAL, parts: present(column).map(([group]) => idOf(column, group)) })),
            ...intersections.flatMap((intersection) => marginalSums(intersection, columns)),
            ...jointSums(tables),
            ...stratumSums(tables),
        ],
    };
}
/** Labels of the parts of groups: joint groups, strata, and groups within strata. */
function detailLabels(tables) {
    return new Set([...jointCells(tables), ...stratumCells(tables)].map(({ label }) => label));
}
function present({ groups }) {
    return [...groups].filter(([, counts]) => (0,confusion/* totalOf */.e6)(counts) > 0);
}
function idOf({ name }, group) {
    return JSON.stringify([name, group]);
}
function printed_tables_cellOf(id, counts) {
    const shares = Object.values(confusion_rates/* CONFUSION_RATES */.P).map((rate) => ({ part: rate.part(counts), whole: rate.whole(counts) }));
    return { id, n: (0,confusion/* totalOf */.e6)(counts), shares };
}
function marginalSums(intersection, columns) {
    const { counted } = intersection;
    return [0, 1].flatMap((side) => {
        const column = columns.find(({ name }) => name === counted.columns[side]);
        if (column === undefined)
            return [];
        return present(column).map(([group]) => ({
            total: idOf(column, group),
            parts: counted.cells
                .filter((cell) => cell.groups[side] === group)
                .map((cell) => idOf(intersection, intersectionLabel(counted.columns, cell.groups))),
        }));
    });
}
function jointCells({ joint }) {
    return present({ groups: joint ?? new Map() }).map(([key, counts]) => ({
        cell: printed_tables_cellOf(jointId(key), counts),
        label: key,
    }));
}
function jointId(key) {
    return JSON.stringify(['joint', key]);
}
/** A joint group is a part of the group of every column, and of every two columns, that it agrees with. */
function jointSums({ columns, intersections, joint }) {
    if (joint === null)
        return [];
    const cells = present({ groups: joint }).map(([key]) => ({ id: jointId(key), groups: groupsOfJoint(key) }));
    const at = (name) => columns.findIndex((column) => column.name === name);
    const sum = (total, isPart) => ({
        total,
        parts: cells.filter(({ groups }) => isPart(groups)).map(({ id }) => id),
    });
    return [
        ...columns.flatMap((column, index) => present(column).map(([group]) => sum(idOf(column, group), (groups) => groups[index] === group))),
        ...intersections.flatMap((own) => {
            const [one, two] = own.counted.columns.map(at);
            return own.counted.cells.map(({ groups: [a, b] }) => sum(idOf(own, intersectionLabel(own.counted.columns, [a, b])), (groups) => groups[one ?? -1] === a && groups[two ?? -1] === b));
        }),
    ];
}
function groupsOfJoint(key) {
    const groups = JSON.parse(key);
    return Array.isArray(groups) ? groups.map(String) : [];
}
function stratumCells({ columns, strata }) {
    const totals = [...strata.values()]
        .slice(0, 1)
        .flatMap((own) => own.map(({ stratum, groups }) => named(sumOfCounts([...groups.values()]), stratumLabel(stratum))));
    const parts = columns.flatMap(({ name }) => (strata.get(name) ?? []).flatMap(({ stratum, groups }) => present({ groups }).map(([group, counts]) => named(counts, stratumLabel(stratum, name, group)))));
    return [...totals, ...parts];
    function named(counts, label) {
        return { cell: printed_tables_cellOf(label, counts), label };
    }
}
/** Within every column the groups add up to the stratum, and over the strata to the group. */
function stratumSums({ columns, strata }) {
    const perColumn = columns.flatMap((column) => {
        const own = strata.get(column.name) ?? [];
        const partsOf = (isPart) => own.flatMap(({ stratum, groups }) => present({ groups })
            .filter(([group]) => isPart(stratum, group))
            .map(([group]) => stratumLabel(stratum, column.name, group)));
        if (own.length === 0)
            return [];
        return [
            ...own.map(({ stratum }) => ({ total: stratumLabel(stratum), parts: partsOf((of) => of === stratum) })),
            ...present(column).map(([name]) => ({ total: idOf(column, name), parts: partsOf((_, group) => group === name) })),
        ];
    });
    const [all] = strata.values();
    if (all === undefined)
        return perColumn;
    return [{ total: TOTAL, parts: all.map(({ stratum }) => stratumLabel(stratum)) }, ...perColumn];
}

;// CONCATENATED MODULE: ./build/packages/stats/src/groups/demographic-disparity.js


/**
 * Demographic disparity: the group's share of the rejected minus its share of the selected, from -1 to 1; above 0 the
 * group is rejected more than its part. Undefined without rows (`empty-group`), when all are selected
 * (`no-predicted-negatives`) and when none is (`no-predicted-positives`).
 *
 * @throws RangeError when a count is negative or not finite, or the group's is above that of all.
 */
function demographicDisparity({ group, all }) {
    checkGroupCount(group, 'the group');
    checkGroupCount(all, 'all rows');
    const [rejected, allRejected] = [group.n - group.selected, all.n - all.selected];
    if (group.selected > all.selected || rejected > allRejected) {
        throw new RangeError(`A group is a part of all rows, got ${group.selected} selected and ${rejected} rejected of ${all.selected} and ${allRejected}.`);
    }
    if (all.n === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    if (all.selected === 0)
        return (0,measured/* undefinedFor */.iN)('no-predicted-positives');
    if (allRejected === 0)
        return (0,measured/* undefinedFor */.iN)('no-predicted-negatives');
    return (0,measured/* defined */.sw)(rejected / allRejected - group.selected / all.selected);
}
/**
 * Conditional demographic disparity: mean of the strata's {@link demographicDisparity}, weighted by their rows, over the
 * strata that have one. A group whose disparity vanishes here differs only in the attribute that makes the strata.
 * Wachter, Mittelstadt and Russell (2021), Computer Law & Security Review 41, §4.3. AIF360 has another measure under this
 * name: it takes the protected groups themselves for the strata.
 *
 * Undefined when no stratum has a disparity, with the reason of the first, or `empty-group`.
 *
 * @throws RangeError as {@link demographicDisparity}.
 */
function conditionalDemographicDisparity(strata) {
    const parts = strata.map((stratum) => ({ n: stratum.all.n, disparity: demographicDisparity(stratum) }));
    const rows = parts.reduce((sum, { n }) => sum + n, 0);
    const known = parts.flatMap(({ n, disparity }) => (disparity.value === null ? [] : [{ n, value: disparity.value }]));
    const counted = known.reduce((sum, { n }) => sum + n, 0);
    const first = parts.find(({ n }) => n > 0)?.disparity;
    if (counted === 0)
        return { disparity: (0,measured/* undefinedFor */.iN)(first?.undefinedReason ?? 'empty-group'), coverage: 0 };
    return {
        disparity: (0,measured/* defined */.sw)(known.reduce((sum, { n, value }) => sum + n * value, 0) / counted),
        coverage: counted / rows,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/strata/control-strata.js



/** Two groups within the strata that hold both; the others say nothing about their difference. */
function sharedStrata(strata, first, second) {
    return strata
        .map(({ groups }) => ({ first: control_strata_selectedOf(groups.get(first)), second: control_strata_selectedOf(groups.get(second)) }))
        .filter((stratum) => stratum.first.n > 0 && stratum.second.n > 0);
}
/**
 * The Mantel-Haenszel difference of selection rates, first minus second; `null` where no stratum holds both groups. Where
 * no decision varies its variance is zero, and the interval is Newcombe's for the rows of all strata together.
 */
function heldDifference(tables, confidence) {
    const measured = mantelHaenszelDifference(tables, confidence);
    if (measured.undefinedReason !== null)
        return null;
    if (measured.standardError > 0)
        return { ...measured, method: 'mantel-haenszel, sato' };
    const pooled = (side) => ({
        successes: tables.reduce((sum, table) => sum + side(table).successes, 0),
        n: tables.reduce((sum, table) => sum + side(table).n, 0),
    });
    const bounds = (0,newcombe_difference/* newcombeDifference */.o)(pooled(({ first }) => first), pooled(({ second }) => second), confidence);
    return { ...measured, interval: bounds, method: 'newcombe, pooled' };
}
/** Rows of the group that lie in strata with both groups. */
function sharedRows(tables) {
    return [tables.reduce((sum, { first }) => sum + first.n, 0), tables.reduce((sum, { second }) => sum + second.n, 0)];
}
/** One group against all rows, stratum by stratum. */
function disparityStrata(strata, group) {
    return strata.map(({ groups, all: known }) => {
        const own = control_strata_selectedOf(groups.get(group));
        const all = control_strata_selectedOf(known ?? sumOfCounts([...groups.values()]));
        return { group: { selected: own.successes, n: own.n }, all: { selected: all.successes, n: all.n } };
    });
}
/** Strata in which decisions differ: of the others the disparity is not defined, and their rows say nothing of it. */
function decidedStrata(strata) {
    return strata.filter(({ all }) => all.selected > 0 && all.selected < all.n);
}
/**
 * Conditional demographic disparity of one group with an interval; undefined where no stratum has one. In a stratum it is the
 * difference of two independent proportions, the group's shares of the rejected and of the selected, given how many are;
 * the strata are independent, so the distances of Wilson's bounds are added by squares with the strata's weights (MOVER:
 * Zou and Donner, 2008, Statistics in Medicine 27, 1693).
 */
function groupDisparity(strata, confidence) {
    const { disparity } = conditionalDemographicDisparity(strata);
    if (disparity.value === null)
        return disparity;
    const known = decidedStrata(strata);
    const rows = known.reduce((sum, { all }) => sum + all.n, 0);
    let [below, above] = [0, 0];
    for (const { group, all } of known) {
        const weight = all.n / rows;
        const rejected = shareWithBounds(rejectedOf(group), rejectedOf(all), confidence);
        const selected = shareWithBounds(group.selected, all.selected, confidence);
        below += (weight * rejected.below) ** 2 + (weight * selected.above) ** 2;
        above += (weight * rejected.above) ** 2 + (weight * selected.below) ** 2;
    }
    const { value } = disparity;
    const interval = [Math.max(-1, value - Math.sqrt(below)), Math.min(1, value + Math.sqrt(above))];
    return { value, interval, undefinedReason: null };
}
function shareWithBounds(part, whole, confidence) {
    const [lower, upper] = (0,wilson/* wilsonInterval */.Y)(part, whole, confidence);
    return { below: part / whole - lower, above: upper - part / whole };
}
function rejectedOf({ selected, n }) {
    return n - selected;
}
/** Selected rows of a group. */
function control_strata_selectedOf(counts) {
    return counts === undefined ? { successes: 0, n: 0 } : { successes: counts.tp + counts.fp, n: (0,confusion/* totalOf */.e6)(counts) };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/strata/judge-strata.js






const HELD_DIFFERENCE = 'conditional-selection-rate-difference';
const HELD_DISPARITY = 'conditional-demographic-disparity';
const judge_strata_LEAST_COVERAGE = 0.9;
/** What is known of a difference of shares without a look at rows. */
const WIDEST = [-1, 1];
// As for pairs: a column may have fifty groups.
const MOST_WARNINGS = 20;
/** Comparisons that the limits within control strata add to the family of one column. */
function controlledComparisons(groups, { measures }) {
    const pairs = measures[HELD_DIFFERENCE] === undefined ? 0 : pairCount(groups);
    return pairs + (measures[HELD_DISPARITY] === undefined ? 0 : groups);
}
/**
 * The limited measures within control strata: every two groups by their Mantel-Haenszel difference, and every group by its
 * conditional demographic disparity. Of two groups the rows count that lie in strata with both; too few are inconclusive.
 */
function judgeStrata(columns, strata, request) {
    const { config, levels } = request;
    const parts = columns.flatMap((column) => {
        const own = strata.get(column.name) ?? [];
        const minimum = config['minimum-group-size'];
        const names = [...column.groups].filter(([, counts]) => (0,confusion/* totalOf */.e6)(counts) >= minimum).map(([name]) => name);
        return [
            partOf(column, HELD_DIFFERENCE, heldPairs(names, own)),
            partOf(column, HELD_DISPARITY, disparities(names, own)),
        ];
    });
    return { judged: parts.flatMap(({ judged }) => judged), findings: parts.flatMap(({ findings }) => findings) };
    function partOf(column, measure, compared) {
        const limited = config.measures[measure];
        if (limited === undefined)
            return { judged: [], findings: [] };
        const { limit } = limited;
        const minimum = config['minimum-group-size'];
        const isJudged = ({ n }) => n.every((rows) => rows >= minimum);
        const pairs = compared.flatMap((pair) => isJudged(pair) && pair.undefinedReason === null ? [withIntervals(pair, levels)] : []);
        const rule = { by: 'difference', rates: [], combine: 'worst', ofSelection: false };
        return {
            judged: [{ column, pairs, rule: { measure, limit, rule, confidence: config.confidence, levels } }],
            findings: [
                ...compared
                    .filter((pair) => !isJudged(pair) || pair.undefinedReason !== null)
                    .map((pair) => unjudged(column, pair, { measure, limit, minimum })),
                ...pairs.flatMap((pair) => comparedShare(column, pair, measure)).slice(0, MOST_WARNINGS),
            ],
        };
    }
}
/** A note where many rows of a group lie in strata that say nothing about it: the verdict is one of the others. */
function comparedShare(column, { groups, n }, measure) {
    const sides = groups
        .map((group, side) => ({ group, n: n[side] ?? 0, all: judge_strata_rowsOf(column, group) }))
        .filter((side) => side.n < judge_strata_LEAST_COVERAGE * side.all)
        .sort((a, b) => a.n / a.all - b.n / b.all);
    return sides.slice(0, 1).map((worst) => ({
        measure,
        outcome: 'inconclusive',
        severity: 'warn',
        reasonCode: 'low-coverage',
        groups: groups.map(column.label),
        value: worst.n / worst.all,
        n: [worst.n],
        limit: judge_strata_LEAST_COVERAGE,
        failsWhen: 'below',
        message: `${measure} of ${groups.join(' and ')} of ${column.name} rests on ${worst.n} of ${worst.all} rows of group ${worst.group}: the others lie in strata that cannot be compared`,
    }));
}
function judge_strata_rowsOf({ groups }, group) {
    return (0,confusion/* totalOf */.e6)(groups.get(group) ?? { tp: 0, fp: 0, fn: 0, tn: 0 });
}
function unjudged(column, { groups, n, undefinedReason }, limited) {
    const { measure, limit, minimum } = limited;
    const named = `${groups.length > 1 ? 'groups' : 'group'} ${groups.join(' and ')} of ${column.name}`;
    const isOfEqual = undefinedReason !== null && undefinedReason !== 'insufficient-n';
    const why = isOfEqual
        ? 'has no value: in every stratum all decisions are equal'
        : `rests on ${n.join('/')} rows in strata that can be compared; policy minimum ${minimum}`;
    return {
        measure,
        outcome: 'inconclusive',
        severity: 'block',
        reasonCode: undefinedReason ?? 'insufficient-n',
        groups: groups.map(column.label),
        value: null,
        n,
        limit,
        failsWhen: 'above',
        message: `${measure} of ${named} ${why}`,
    };
}
/** Every two groups by the difference that is left within strata. */
function heldPairs(names, strata) {
    return names.flatMap((first, index) => names.slice(index + 1).map((second) => {
        const tables = sharedStrata(strata, first, second);
        const held = heldDifference(tables, 0.95);
        if (held === null)
            return { groups: [first, second], n: [0, 0], undefinedReason: 'insufficient-n' };
        const isReversed = held.estimate < 0;
        const rows = sharedRows(tables);
        return {
            groups: isReversed ? [second, first] : [first, second],
            words: 'selection rate within control strata',
            counts: null,
            n: isReversed ? rows.toReversed() : rows,
            value: Math.abs(held.estimate),
            boundsAt: (confidence) => folded(heldDifference(tables, confidence)?.interval ?? WIDEST),
            method: held.method,
            undefinedReason: null,
        };
    }));
}
/** Every group by its conditional demographic disparity. */
function disparities(names, strata) {
    return names.map((group) => {
        const tables = disparityStrata(strata, group);
        const n = [decidedStrata(tables).reduce((sum, stratum) => sum + stratum.group.n, 0)];
        const measured = groupDisparity(tables, 0.95);
        if (measured.undefinedReason !== null)
            return { groups: [group], n, undefinedReason: reasonOf(measured.undefinedReason) };
        return {
            groups: [group],
            words: 'conditional demographic disparity',
            counts: null,
            n,
            value: measured.value,
            boundsAt: (confidence) => {
                const found = groupDisparity(tables, confidence);
                return found.undefinedReason === null ? found.interval : WIDEST;
            },
            method: 'wilson, square and add',
            undefinedReason: null,
        };
    });
}
function reasonOf(reason) {
    return reason === 'no-predicted-positives' || reason === 'no-predicted-negatives' ? reason : 'empty-group';
}
/**
 * The strata of every column where they can be printed and judged; `null` where there are none or too many.
 *
 * @throws ConfigError when a limit needs strata that are not there, or are too many to judge.
 */
function usableStrata(strata, { measures }) {
    const cells = [...(strata?.values() ?? [])].map((own) => own.reduce((sum, { groups }) => sum + groups.size, 0));
    const most = cells.reduce((a, b) => Math.max(a, b), 0);
    if (strata !== undefined && most > 0 && most <= MOST_CELLS)
        return strata;
    const limited = [HELD_DIFFERENCE, HELD_DISPARITY].filter((name) => Reflect.get(measures, name) !== undefined);
    if (limited.length === 0)
        return null;
    throw new errors/* ConfigError */.xL(limited.map((name) => ({
        where: `gatehouse.yml, gates.fairness.measures.${name}`,
        found: most === 0 ? 'no control column with a value' : `${most} groups within control strata`,
        allowed: `control columns with at most ${MOST_CELLS} groups within their strata`,
        remedy: most === 0 ? 'Name the columns in "columns.control"' : 'Put their values into fewer groups in the data',
    })));
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/strata/controlled-report.js








/**
 * One sensitive column with the control columns held constant: per two groups the Mantel-Haenszel difference of selection
 * rates and the p-value of Cochran, Mantel and Haenszel, per group its conditional demographic disparity, and the counts
 * within the strata. All of it is made of counts that may be printed: a part of a group that may not is left out of the
 * strata, so that no sum over strata gives it away.
 */
function controlledReport(column, strata, request) {
    const { withheld, levels } = request;
    const shown = strata.map((stratum) => printedStratum(column, stratum, withheld));
    const names = [...column.groups.keys()].filter((name) => !withheld.has(column.label(name)));
    const whole = shown.filter(({ stratum }) => !withheld.has(stratumLabel(stratum)));
    const pairs = heldPairs(names, shown);
    const ofGroups = disparities(names, whole.filter((stratum) => stratum.groups.size > 0));
    return {
        aggregates: [
            [HELD_DIFFERENCE, aggregateOf(pairs, levels)],
            [HELD_DISPARITY, aggregateOf(ofGroups, levels)],
        ],
        report: {
            strata: Object.fromEntries(strata.map((stratum, at) => [
                stratum.stratum,
                stratumReport(column, stratum, { shown: shown[at]?.groups ?? new Map(), withheld }),
            ])),
            pairs: pairs.map((pair) => pairReport(column, pair, { shown, levels })),
            'conditional-demographic-disparity': Object.fromEntries(ofGroups.map((own) => [column.label(String(own.groups[0])), own.undefinedReason === null ? own.value : null])),
        },
    };
}
/** With the groups that may be printed, and all of its rows. */
function printedStratum(column, { stratum, groups }, withheld) {
    const isPrinted = (group) => !withheld.has(column.label(group)) && !withheld.has(stratumLabel(stratum, column.name, group));
    return {
        stratum,
        groups: new Map([...groups].filter(([group]) => isPrinted(group))),
        all: sumOfCounts([...groups.values()]),
    };
}
function stratumReport(column, { stratum, groups }, { shown, withheld }) {
    const shares = [...groups].map(([group, counts]) => {
        const { successes, n } = control_strata_selectedOf(counts);
        const share = { n, 'selection-rate': n === 0 ? null : successes / n };
        return [column.label(group), shown.has(group) ? share : { n: 'suppressed' }];
    });
    const n = withheld.has(stratumLabel(stratum)) ? 'suppressed' : (0,confusion/* totalOf */.e6)(sumOfCounts([...groups.values()]));
    return { n, groups: Object.fromEntries(shares) };
}
function pairReport(column, pair, request) {
    const groups = pair.groups.map(column.label);
    if (pair.undefinedReason !== null)
        return { groups, 'mantel-haenszel-difference': null, interval: null, p: null };
    const [first, second] = pair.groups;
    const tables = sharedStrata(request.shown, String(first), String(second));
    const test = cochranMantelHaenszel(tables);
    return {
        groups,
        'mantel-haenszel-difference': pair.value,
        interval: pair.boundsAt(request.levels.simultaneous),
        p: test.undefinedReason === null ? test.p : null,
        strata: tables.length,
    };
}
function aggregateOf(compared, levels) {
    const known = compared.flatMap((own) => (own.undefinedReason === null ? [withIntervals(own, levels)] : []));
    return known.length === 0 ? { value: null, interval: null } : worstOf(known, 'difference');
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/fairness-report.js







/** What is computed of the columns, gated or not, under its names in `measures`. */
function reportedFairness({ champion, labels, classes }, { columns, crossed, joint, strata, scored }, request) {
    const { groups, aggregates, comparisons } = reportedMeasures(columns, request);
    const byRows = reportedRows(columns, scored, request);
    const controlled = columns.flatMap((column) => {
        const own = strata?.get(column.name);
        return own === undefined ? [] : [{ column, ...controlledReport(column, own, request) }];
    });
    const held = controlled.flatMap(({ column, aggregates: own }) => own.map(([name, aggregate]) => [nameIn(columns, column.name, name), aggregate]));
    const named = {
        groups,
        aggregates: {
            ...aggregates,
            ...Object.fromEntries(held),
            ...byRows.aggregates,
            ...extraAggregates(columns, request.withheld, joint),
        },
    };
    return {
        ...(labels === 'none' ? selectionOnly(named) : named),
        comparisons: [...comparisons, ...byRows.comparisons],
        ...(controlled.length === 0
            ? {}
            : { controlled: Object.fromEntries(controlled.map(({ column, report }) => [column.name, report])) }),
        ...(champion === undefined ? {} : { champion: championDisparities(columns, champion, request) }),
        ...(classes === undefined ? {} : { classes: reportedClasses(columns, classes, request) }),
        ...(crossed.length === 0 ? {} : { intersections: reportedIntersections(crossed, labels, request) }),
    };
}
function reportedIntersections(crossed, labels, request) {
    // Hundreds of groups make ten thousands of pairs: of those only what is asked for is computed.
    const measures = request.measures.filter(({ measure }) => request.listed.has(measure));
    return Object.fromEntries(crossed.map((column) => {
        const own = reportedMeasures([{ ...column, reference: 'none' }], { ...request, measures, listed: new Set() });
        const { groups, aggregates } = labels === 'none' ? selectionOnly(own) : own;
        return [column.name, { groups, aggregates, empty: column.empty }];
    }));
}
/** All pairs of 28 measures would bury the decision; these are what people ask for, gated or not. */
function listedMeasures(gated) {
    return new Set([
        'selection-rate-difference',
        'false-positive-rate-difference',
        'false-negative-rate-difference',
        ...gated.map(({ measure }) => measure),
    ]);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/groups/joint-groups.js


/** Counts by the groups of all columns as JSON; `null` where they were not counted, or are too many to print. */
function jointCounts(joint, columns) {
    const [only] = columns;
    if (columns.length === 1 && only !== undefined) {
        return new Map([...only.groups].map(([group, counts]) => [JSON.stringify([group]), counts]));
    }
    return joint === undefined || joint.size > MOST_CELLS ? null : joint;
}
/**
 * The joint groups that differential fairness compares: stats.md §2.2 takes the extremes of all of them, whatever their
 * number of columns. One that may not be printed is left out, because the extreme is a rate of one group.
 */
function jointGroups(joint, withheld) {
    if (joint === null)
        return null;
    const present = [...joint].filter(([, counts]) => (0,confusion/* totalOf */.e6)(counts) > 0);
    const shown = present.filter(([key]) => !withheld.has(key));
    return { shown: new Map(shown), withheld: present.length - shown.length };
}
/** Differential fairness without some groups is lower than it is: a reader must know. */
function unseenCombinations(joint) {
    if (joint === null)
        return ['differential fairness over all sensitive columns together'];
    if (joint.withheld === 0)
        return [];
    return [
        `differential fairness of ${joint.withheld === 1 ? '1 group' : `${joint.withheld} groups`} with numbers withheld`,
    ];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/groups/sensitive-columns.js




const MOST_GROUPS = 50;
/**
 * The sensitive columns of the policy with their groups.
 *
 * @throws ConfigError when one is not among `groups`, has more than 50 or one called as all rows are; ActionError `bug` for a
 * bad count.
 */
function sensitiveColumns(config, groups) {
    const names = [...new Set(config.sensitive)];
    const faults = names.flatMap((name) => {
        const found = groups.get(name);
        if (found?.has(ALL_ROWS))
            return [reservedName(name)];
        if (found !== undefined && found.size <= MOST_GROUPS)
            return [];
        return [
            found === undefined ? unknownColumn(name, [...groups.keys()]) : tooManyGroups(name, found.size, MOST_GROUPS),
        ];
    });
    if (faults.length > 0)
        throw new errors/* ConfigError */.xL(faults);
    return names.map((name) => {
        const own = groups.get(name) ?? new Map();
        for (const counts of own.values())
            checkCounts(OUTCOMES.map((outcome) => counts[outcome]));
        const references = config['reference-groups'];
        // A column may be called as what every object has: `constructor`.
        const group = Object.hasOwn(references, name) ? references[name] : undefined;
        return {
            name,
            groups: own,
            label: (value) => (names.length === 1 || value === ALL_ROWS ? value : `${name}=${value}`),
            reference: group === undefined ? config.reference : { group },
        };
    });
}
function unknownColumn(name, known) {
    return {
        where: 'gatehouse.yml, gates.fairness.sensitive',
        found: `"${name}"`,
        allowed: `one of the protected columns: ${known.map((column) => `"${column}"`).join(', ') || 'there are none'}`,
        remedy: 'Add the column to "columns.protected", or correct its name',
    };
}
function reservedName(name) {
    return {
        where: 'gatehouse.yml, gates.fairness.sensitive',
        found: `the column "${name}" has a group called "${ALL_ROWS}"`,
        allowed: 'any other name: it is the one of all rows together',
        remedy: 'Call the group otherwise in the data',
    };
}
function tooManyGroups(name, groups, most) {
    return {
        where: 'gatehouse.yml, gates.fairness.sensitive',
        found: `the column "${name}" has ${groups} groups`,
        allowed: `at most ${most} groups`,
        remedy: 'Put its values into fewer groups in the data',
    };
}
function checkCounts(counts) {
    const bad = counts.find((count) => !Number.isSafeInteger(count) || count < 0);
    if (bad === undefined)
        return;
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The input of the fairness gate',
        found: `the count ${bad}`,
        allowed: 'a whole number from 0',
        remedy: 'Report this as a bug of Gatehouse',
    });
}
/**
 * The groups that two sensitive columns form together, as far as the policy wants them and they were counted.
 *
 * @throws ConfigError when they are to be judged and are too many; ActionError `bug` when they are to be judged and were
 * not counted.
 */
function intersections(config, columns, counted) {
    const { depth, gate } = config.intersections;
    if (depth < 2 || columns.length < 2)
        return [];
    const found = (counted ?? []).filter((own) => own.columns.every((name) => config.sensitive.includes(name)));
    for (const { cells } of found)
        for (const { counts } of cells)
            checkCounts(OUTCOMES.map((outcome) => counts[outcome]));
    if (!gate)
        return intersectColumns(found, columns);
    const large = found.filter(({ cells }) => cells.length > MOST_CELLS);
    if (large.length > 0) {
        throw new errors/* ConfigError */.xL(large.map((own) => tooManyGroups(own.columns.join(' × '), own.cells.length, MOST_CELLS)));
    }
    const wanted = (columns.length * (columns.length - 1)) / 2;
    if (found.length === wanted)
        return intersectColumns(found, columns);
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The input of the fairness gate',
        found: `${found.length} intersections of sensitive columns`,
        allowed: `${wanted}, because the policy judges them`,
        remedy: 'Report this as a bug of Gatehouse',
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/groups/row-groups.js



/** By group, the positions of its rows. Groups in code-unit order, a missing value as one of its own. */
function rowsOfGroups({ codes, names }) {
    const sizes = new Map();
    const nameAt = (code) => (code < 0 ? group_counts/* MISSING_GROUP */.r : (names[code] ?? group_counts/* MISSING_GROUP */.r));
    for (const name of names)
        sizes.set(name, 0);
    for (const code of codes)
        sizes.set(nameAt(code), (sizes.get(nameAt(code)) ?? 0) + 1);
    const filled = new Map([...sizes].map(([name, size]) => [name, { rows: new Int32Array(size), used: 0 }]));
    for (const [row, code] of codes.entries()) {
        const own = filled.get(nameAt(code));
        if (own === undefined)
            continue;
        own.rows[own.used] = row;
        own.used += 1;
    }
    const sorted = [...filled].sort(([a], [b]) => (a < b ? -1 : 1));
    return new Map(sorted.map(([name, { rows }]) => [name, rows]));
}
/**
 * Sizes of groups in the form that sizes are judged and withheld by; only totals of it may be read.
 *
 * @throws ActionError `bug` when a column is not aligned with the rows.
 */
function groupSizes(groups, rows) {
    return new Map([...groups].map(([column, own]) => {
        (0,confusion/* checkAligned */.P1)(rows, own.codes.length, `groups of ${column}`);
        const sizes = [...rowsOfGroups(own)].map(([name, { length }]) => [name, { tp: 0, fp: 0, fn: 0, tn: length }]);
        return [column, new Map(sizes)];
    }));
}
/** Values of some rows. */
function row_groups_valuesOf(values, rows) {
    return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
}
/** @throws ActionError `bug` when a number of the rows is not finite. */
function checkNumbers(values, what) {
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad < 0)
        return;
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The input of the fairness gate',
        found: `${what} ${values[bad]} in row ${bad}`,
        allowed: 'finite numbers, which the readers of data make sure of',
        remedy: 'Report this as a bug of Gatehouse',
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/rows/regression-measures.js




/**
 * Differences between groups in the errors of a regression (stats.md §2.2): of the mean residual, which says who is
 * predicted too low, and of the mean absolute and the root mean squared error, which say for whom it works worse.
 */
function residualMeasures(rows, config, seedOf) {
    checkNumbers(rows.residuals, 'the residual');
    const absolute = rows.residuals.map(Math.abs);
    return [
        meanMeasure({ measure: 'mean-residual-difference', words: 'mean residual', values: rows.residuals }, { rows, config, seedOf }),
        meanMeasure({ measure: 'mean-absolute-error-difference', words: 'mean absolute error', values: absolute }, { rows, config, seedOf }),
        estimateMeasure({
            measure: 'root-mean-squared-error-difference',
            words: 'root mean squared error',
            method: 't of squares, square and add',
        }, { groups: rows.groups, config, estimate: (of) => rootMeanSquare(row_groups_valuesOf(rows.residuals, of)) }),
    ];
}
/** The difference of the means of a number between groups, or of a group and all rows. */
function meanMeasure({ measure, words, values }, request) {
    const { rows, config, seedOf } = request;
    const samples = lazily((column) => {
        const parts = [...rowsOfGroups(groupsOf(rows.groups, column))];
        return new Map(parts.map(([name, own]) => [name, sampleOf(row_groups_valuesOf(values, own))]));
    });
    return {
        measure,
        by: 'difference',
        limit: config.measures[measure]?.limit ?? null,
        familyOf: (groups, reference) => familySize(new Map(Array.from({ length: groups }, (_, at) => [`${at}`, regression_measures_NO_ROWS])), reference),
        compare: (column, names) => pairsBetween(column, names).map(({ sides: [a, b], whole }) => {
            const all = samples(column.name);
            const first = all.get(a.name) ?? sampleOf(new Float64Array());
            const second = b.name === ALL_ROWS ? restOf(all, a.name) : (all.get(b.name) ?? sampleOf(new Float64Array()));
            const scale = whole === null ? 1 : second.moments.n / (first.moments.n + second.moments.n);
            const { boundsAt, method } = meanDifferenceAt(first, second, seedOf(`${column.name} ${measure} ${a.name} ${b.name}`));
            return regression_measures_differenceOf({ names: [a.name, b.name], words, method }, {
                values: [first.moments.mean * scale, second.moments.mean * scale],
                n: [first.moments.n, whole === null ? second.moments.n : first.moments.n + second.moments.n],
                boundsAt: (confidence) => {
                    const [lower, upper] = boundsAt(confidence);
                    return [lower * scale, upper * scale];
                },
            });
        }),
    };
}
/** The difference of an estimate that each group has with bounds of its own. */
function estimateMeasure({ measure, words, method }, request) {
    const estimates = lazily((column) => {
        const parts = [...rowsOfGroups(groupsOf(request.groups, column))];
        return new Map(parts.map(([name, own]) => [name, request.estimate(own)]));
    });
    return {
        measure,
        by: 'difference',
        limit: request.config.measures[measure]?.limit ?? null,
        familyOf: (groups, reference) => familySize(new Map(Array.from({ length: groups }, (_, at) => [`${at}`, regression_measures_NO_ROWS])), reference),
        compare: (column, names) => {
            const all = estimates(column.name);
            const undefinedOnes = names.filter((name) => (all.get(name)?.value ?? null) === null);
            const known = names.filter((name) => !undefinedOnes.includes(name));
            return [
                ...undefinedOnes.map((name) => ({
                    groups: [name],
                    n: [all.get(name)?.n ?? 0],
                    undefinedReason: 'single-class',
                    why: 'has no value: all its labels are equal',
                })),
                ...pairsBetween(column, known).flatMap(({ sides: [a, b] }) => {
                    const [first, second] = [all.get(a.name), all.get(b.name)];
                    if (first === undefined || second === undefined)
                        return [];
                    return [
                        regression_measures_differenceOf({ names: [a.name, b.name], words, method }, {
                            values: [first.value ?? 0, second.value ?? 0],
                            n: [first.n, second.n],
                            boundsAt: (confidence) => squareAndAdd(first, second, confidence),
                        }),
                    ];
                }),
            ];
        },
    };
}
const regression_measures_NO_ROWS = { tp: 0, fp: 0, fn: 0, tn: 0 };
function pairsBetween(column, names) {
    const wanted = new Map([...column.groups].filter(([name]) => names.includes(name)));
    return pairsOf(wanted, column.reference, column.groups);
}
function regression_measures_differenceOf({ names, words, method, }, of) {
    const difference = of.values[0] - of.values[1];
    const isReversed = difference < 0;
    return {
        groups: isReversed ? names.toReversed() : names,
        words,
        counts: null,
        n: isReversed ? of.n.toReversed() : of.n,
        value: Math.abs(difference),
        boundsAt: (confidence) => folded(of.boundsAt(confidence)),
        method,
        undefinedReason: null,
    };
}
function restOf(samples, name) {
    const others = [...samples].filter(([other]) => other !== name).map(([, { values }]) => values);
    const rest = new Float64Array(others.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const values of others) {
        rest.set(values, at);
        at += values.length;
    }
    return sampleOf(rest);
}
function groupsOf(groups, column) {
    return groups.get(column) ?? { codes: new Int32Array(), names: [] };
}
/** The same column is asked for several times. */
function lazily(make) {
    const made = new Map();
    return (column) => {
        const known = made.get(column) ?? make(column);
        made.set(column, known);
        return known;
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/rows/scored-measures.js




/**
 * Differences between groups that only scores show (stats.md §2.2): how well they order the rows of a group, and by how much
 * they are too high or too low on the whole.
 *
 * @throws ActionError `bug` when arrays are not aligned or a score is not finite.
 */
function scoredMeasures(rows, config, seedOf) {
    const { labels, scores, groups } = rows;
    (0,confusion/* checkAligned */.P1)(labels.length, scores.length, 'scores');
    checkNumbers(Float64Array.from(scores), 'the score');
    const surplus = Float64Array.from(scores, (score, row) => (labels[row] === true ? 1 : 0) - score);
    const at = (values, own) => [...own].flatMap((row) => values.slice(row, row + 1));
    return [
        estimateMeasure({ measure: 'auc-difference', words: 'area under the ROC curve', method: 'delong, square and add' }, { groups, config, estimate: (own) => groupAuc(at(labels, own), at(scores, own)) }),
        meanMeasure({ measure: 'calibration-in-the-large-difference', words: 'calibration in the large', values: surplus }, { rows, config, seedOf }),
    ];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/fairness-tables.js






/**
 * @throws ConfigError when a sensitive column is not among the groups or has too many of them, or a limit needs control
 * strata that are not there; ActionError `bug` when a limit needs what was not counted.
 */
function fairnessTables(input) {
    const { config } = input;
    const columns = sensitiveColumns(config, input.groups);
    return {
        columns,
        crossed: intersections(config, columns, input.intersections),
        joint: jointCounts(input.joint, columns),
        strata: usableStrata(input.strata, config),
        finest: input.finest ?? null,
        scored: scoredOf(input),
    };
}
function scoredOf({ scored, config, context }) {
    if (scored !== undefined)
        return scoredMeasures(scored, config, seeds(context));
    const limited = SCORED.filter((measure) => config.measures[measure] !== undefined);
    if (limited.length === 0)
        return [];
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The input of the fairness gate',
        found: `no scores, and limits on ${limited.join(' and ')}`,
        allowed: 'the scores of every row',
        remedy: 'Report this as a bug of Gatehouse',
    });
}
const SCORED = ['auc-difference', 'calibration-in-the-large-difference'];

;// CONCATENATED MODULE: ./build/packages/stats/src/multiplicity/simultaneous.js

/**
 * The confidence each of `comparisons` intervals needs so that all hold together with `confidence`, whatever their
 * dependence: 1 - (1 - confidence)/k (Bonferroni).
 *
 * @throws RangeError when confidence is not in (0, 1) or comparisons is not a whole number from 1.
 * @example bonferroniConfidence(0.95, 5) // 0.99
 */
function bonferroniConfidence(confidence, comparisons) {
    check(confidence, comparisons);
    return 1 - (1 - confidence) / comparisons;
}
/**
 * As {@link bonferroniConfidence} for independent intervals: confidence^(1/k) (Šidák). A little narrower; not valid under
 * negative dependence.
 *
 * @throws RangeError when confidence is not in (0, 1) or comparisons is not a whole number from 1.
 */
function sidakConfidence(confidence, comparisons) {
    check(confidence, comparisons);
    return confidence ** (1 / comparisons);
}
function check(confidence, comparisons) {
    (0,src_arguments/* checkConfidence */.p3)(confidence);
    if (!Number.isSafeInteger(comparisons) || comparisons < 1) {
        throw new RangeError(`A number of comparisons is a whole number from 1, got ${comparisons}.`);
    }
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/judge-columns.js





/** Compares the groups that have rows enough, by rates that rest on enough of them. */
function judgeColumns(columns, config, levels) {
    return columns.flatMap((all) => {
        const column = withGroups(all, (counts) => (0,confusion/* totalOf */.e6)(counts) >= config['minimum-group-size']);
        return gatedMeasures(config).map((limited) => {
            const { groups } = withGroups(column, (counts) => limited.rule.rates.every((rate) => rowsBehind(rate, counts) >= config['minimum-denominator']));
            const pairs = pairsOf(groups, column.reference, all.groups);
            return {
                column,
                rule: { ...limited, confidence: config.confidence, levels },
                pairs: pairs.flatMap((pair) => comparePair(pair, limited.rule, levels)),
            };
        });
    });
}
function withGroups(column, keep) {
    return { ...column, groups: new Map([...column.groups].filter(([, counts]) => keep(counts))) };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/judge-fairness.js







/** Judges every limited comparison at levels that all of them share. */
function judgeFairness(input, tables) {
    const { config, champion, context } = input;
    const own = tables.columns.map((column) => ({ ...column, isIntersection: false }));
    const columns = [...own, ...(config.intersections.gate ? tables.crossed.map(asColumn) : [])];
    const family = familyOf(columns, config) + rowFamily(own, tables.scored);
    const levels = levelsOf(family, config);
    return {
        levels,
        family,
        columns,
        rates: judgeColumns(columns, config, levels),
        held: judgeStrata(own, tables.strata ?? new Map(), { config, levels }),
        increases: champion === undefined
            ? { judged: [], findings: [] }
            : judgeIncreases(own, champion, { config, levels, context }),
        byRows: judgeRows(own, tables.scored, { config, levels }),
    };
}
function asColumn(crossed) {
    return { ...crossed, reference: 'none', isIntersection: true };
}
/** Comparisons that the error is divided among. */
function familyOf(columns, config) {
    const perPair = gatedMeasures(config).reduce((sum, { rule }) => sum + comparisonsPerPair(rule), 0);
    const perColumn = columns.map(({ groups, reference, isIntersection }) => {
        const ofColumns = isIntersection
            ? 0
            : controlledComparisons(groups.size, config) + increaseComparisons({ groups, reference }, config);
        return familySize(groups, reference) * perPair + ofColumns;
    });
    return perColumn.reduce((sum, own) => sum + own, 0);
}
function levelsOf(family, config) {
    return {
        simultaneous: bonferroniConfidence(config.confidence, Math.max(1, family)),
        // 2 · 0.95 - 1 is not 0.9 in binary, and people read this number.
        own: Number((0,critical_value/* twoSidedConfidence */.G)(config.confidence).toPrecision(12)),
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/constant-prediction.js


// As for pairs: a column may have fifty groups.
const constant_prediction_MOST_WARNINGS = 20;
/**
 * Says where every row is predicted alike. Over all rows it blocks: every difference of rates is zero then, whatever the
 * model has learnt, so that a threshold nobody reaches would buy a pass. In one group only, a person should read it.
 */
function constantPredictionFindings(columns, minimum) {
    // Every column counts all rows, a missing value as a group of its own, so the first speaks for all.
    const all = sumOfCounts([...(columns[0]?.groups.values() ?? [])]);
    if (isConstant(all)) {
        return [{ ...constant('block', all), message: `every row is predicted ${classOf(all)} (n = ${(0,confusion/* totalOf */.e6)(all)})` }];
    }
    return columns
        .flatMap((column) => [...column.groups]
        .filter(([, counts]) => (0,confusion/* totalOf */.e6)(counts) >= minimum && isConstant(counts))
        .map(([group, counts]) => ({
        ...constant('warn', counts),
        groups: [column.label(group)],
        message: `every row of group ${group} of ${column.name} is predicted ${classOf(counts)} (n = ${(0,confusion/* totalOf */.e6)(counts)})`,
    })))
        .slice(0, constant_prediction_MOST_WARNINGS);
}
function constant(severity, counts) {
    return {
        measure: 'selection-rate',
        outcome: 'inconclusive',
        severity,
        reasonCode: 'constant-prediction',
        value: positives(counts) / (0,confusion/* totalOf */.e6)(counts),
        n: [(0,confusion/* totalOf */.e6)(counts)],
    };
}
function isConstant(counts) {
    const n = (0,confusion/* totalOf */.e6)(counts);
    return n > 0 && (positives(counts) === 0 || positives(counts) === n);
}
function classOf(counts) {
    return positives(counts) === 0 ? 'negative' : 'positive';
}
function positives({ tp, fp }) {
    return tp + fp;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/fairness-power.js


const fairness_power_POWER = 0.8;
/**
 * The largest difference that any compared pair could hide with power 0.80 (stats.md §2.4): of two plain rates by their
 * variance, elsewhere by the distance of the upper bound from the value, which grows as the standard error. Pairs with
 * withheld groups are left out; `null` where no pair is compared.
 */
function detectableDifference(judged, levels, withheld) {
    const errors = judged.flatMap(({ column, pairs, rule }) => pairs
        .filter(({ groups }) => !groups.some((group) => withheld.has(column.label(group))))
        .flatMap((pair) => errorOf(pair, rule.rule.by, levels) ?? []));
    if (errors.length === 0)
        return null;
    const z = (0,critical_value/* criticalValue */.z)(levels.simultaneous) + (0,normal_quantile/* normalQuantile */.Z)(fairness_power_POWER);
    return z * errors.reduce((a, b) => Math.max(a, b));
}
/** Standard error; `null` where a bound is infinite, and of a ratio that is not one of two plain rates. */
function errorOf({ value, counts, boundsAt }, by, { own }) {
    if (counts !== null)
        return Math.sqrt(counts.reduce((sum, count) => sum + varianceOf(count) / count.n, 0));
    if (by === 'ratio')
        return null;
    const [, upper] = boundsAt(own);
    return value === null || !Number.isFinite(upper) ? null : (upper - value) / (0,critical_value/* criticalValue */.z)(own);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pairs/judged-counts.js


/** By measure, and by column where there are several: how many comparisons there were, since findings name the worst only. */
function judgedCounts(judged) {
    const columns = [...new Set(judged.map(({ column }) => column.name))];
    return Object.fromEntries(judged.map(({ column, rule, pairs }) => {
        const outcomes = pairs.map((pair) => judgePair(pair, rule).outcome);
        const count = (outcome) => outcomes.filter((own) => own === outcome).length;
        const counts = { within: count('pass'), beyond: count('fail'), unclear: count('inconclusive') };
        return [nameIn(columns, column.name, rule.measure), { compared: pairs.length, ...counts }];
    }));
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/selection-meaning.js
/** Which prediction counts as selected, and which is favourable: without it no selection rate says who is better off. */
function selectionMeaning({ favorable }, names) {
    const predicted = (label) => {
        const values = names?.[label].map((name) => JSON.stringify(name)).join(' or ');
        return `predicted ${values ?? label}`;
    };
    return { selected: predicted('positive'), favorable: favorable === undefined ? null : predicted(favorable) };
}
/** Ratios of the rates of the positive prediction, whichever is favourable; `disparate-impact` follows the policy. */
const PARITY_RATIOS = ['selection-rate-ratio', 'demographic-parity-ratio'];
/**
 * Notes where a limited ratio is not known to be one of the favourable decision. 0.9 of those rejected can be a third of those
 * accepted: a difference is the same of both predictions, and a ratio is not.
 */
function selectionFindings({ favorable, measures }, names) {
    if (favorable === 'positive')
        return [];
    const { selected } = selectionMeaning({}, names);
    const why = favorable === undefined
        ? 'the policy does not say which prediction is favourable ("favorable")'
        : 'the policy says that the other prediction is favourable; "disparate-impact" follows it';
    return PARITY_RATIOS.flatMap((measure) => {
        const limited = measures[measure];
        if (limited === undefined)
            return [];
        return [
            {
                measure,
                outcome: 'inconclusive',
                severity: 'warn',
                reasonCode: 'ratio-not-of-favorable',
                value: null,
                limit: limited.limit,
                failsWhen: 'below',
                message: `${measure} compares how often groups are ${selected}; ${why}`,
            },
        ];
    });
}

// EXTERNAL MODULE: ./build/packages/stats/src/groups/suppression.js + 1 modules
var suppression = __webpack_require__(58998);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/withheld/counted-sets.js




/** What a reader would miss least is given up first. */
const RANK = { detail: 0, intersection: 1, group: 2 };
/** The finest cells of the tables: as they were counted, or those of the one or two columns that there are. */
function finestCells(tables) {
    const { columns, intersections, finest } = tables;
    if (finest !== null)
        return finest;
    const [first, second] = columns;
    if (first === undefined || tables.strata.size > 0)
        return null;
    if (second === undefined) {
        return [...first.groups].map(([group, counts]) => finestCell([group], counts)).filter(({ n }) => n > 0);
    }
    const [crossed] = intersections;
    if (columns.length > 2 || crossed === undefined)
        return null;
    const isOrdered = crossed.counted.columns[0] === first.name;
    return crossed.counted.cells.map(({ groups: [a, b], counts }) => finestCell(isOrdered ? [a, b] : [b, a], counts));
}
function finestCell(groups, counts) {
    return { groups, stratum: null, n: (0,confusion/* totalOf */.e6)(counts) };
}
/** Everything that may be printed of the rows, as sets of finest cells. */
function countedSets(tables, finest) {
    const { columns, intersections, strata } = tables;
    const set = (label, rank, isMember) => {
        const cells = finest.flatMap((cell, at) => (isMember(cell) ? [at] : []));
        return { label, rank, cells, n: cells.reduce((sum, at) => sum + (finest[at]?.n ?? 0), 0) };
    };
    const names = columns.map(({ name }) => name);
    const ofColumns = columns.flatMap((column, at) => counted_sets_groupsOf(column).map((group) => set(column.label(group), RANK.group, ({ groups }) => groups[at] === group)));
    const ofPairs = intersections.flatMap(({ counted }) => {
        const [one = -1, two = -1] = counted.columns.map((name) => names.indexOf(name));
        return counted.cells.map(({ groups: [a, b] }) => set(intersectionLabel(counted.columns, [a, b]), RANK.intersection, ({ groups }) => groups[one] === a && groups[two] === b));
    });
    const joint = [...(tables.joint?.keys() ?? [])].map((key) => set(key, RANK.detail, ({ groups }) => JSON.stringify(groups) === key));
    const [all = []] = strata.values();
    const ofStrata = all.map((own) => set(stratumLabel(own.stratum), RANK.detail, ({ stratum }) => stratum === own.stratum));
    const within = columns.flatMap(({ name }, at) => (strata.get(name) ?? []).flatMap((own) => [...own.groups.keys()].map((group) => set(stratumLabel(own.stratum, name, group), RANK.detail, ({ groups, stratum }) => groups[at] === group && stratum === own.stratum))));
    return [...ofColumns, ...ofPairs, ...joint, ...ofStrata, ...within].filter(({ label, cells }) => label !== ALL_ROWS && cells.length > 0);
}
function counted_sets_groupsOf({ groups }) {
    return [...groups.keys()];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/withheld/solvable-counts.js
/** Beyond this many steps of elimination, all but the groups themselves is withheld. */
const MOST_STEPS = 3e8;
const NEGLIGIBLE = 1e-9;
/**
 * The withheld labels, with others added until no number of fewer than k rows is a combination of printed ones. Sums of a
 * table are told to `suppressCells`; here every printed number is an equation of the finest cells, so that columns that
 * imply each other (nobody of one group is in a stratum) give nothing away either. `null` when there are too many.
 */
function withoutSolvable(request) {
    const { finest, sets, k } = request;
    const withheld = new Set(request.withheld);
    const isSmall = (n) => n > 0 && n < k;
    // A set of a few rows holds a cell of a few.
    if (!finest.some(isSmall))
        return withheld;
    if (sets.length ** 2 * finest.length > MOST_STEPS)
        return null;
    for (;;) {
        const printed = sets.filter(({ label }) => !withheld.has(label));
        const reduced = reducedRows(printed, finest.length);
        const solved = sets.find(({ label, n, cells }) => isSmall(n) && withheld.has(label) && isSolved(reduced, cells, finest.length)) ?? solvedCell(reduced, (cell) => isSmall(finest[cell] ?? 0));
        if (solved === undefined)
            return withheld;
        const overlaps = printed.filter(({ cells }) => cells.some((cell) => solved.cells.includes(cell)));
        const next = firstToGive(overlaps) ?? firstToGive(printed);
        if (next === undefined)
            return withheld;
        withheld.add(next.label);
    }
}
function firstToGive(sets) {
    return [...sets].sort((a, b) => a.rank - b.rank || a.n - b.n || (a.label < b.label ? -1 : 1))[0];
}
/** Gauss-Jordan elimination of the equations; every pivot is in one row only. The number of all rows is always known. */
function reducedRows(sets, cells) {
    const reduced = [];
    for (const equation of [new Float64Array(cells).fill(1), ...sets.map((set) => vectorOf(set.cells, cells))]) {
        const left = leftOver(reduced, equation);
        const pivot = left.findIndex((value) => Math.abs(value) > NEGLIGIBLE);
        if (pivot < 0)
            continue;
        const row = left.map((value) => value / Number(left[pivot]));
        for (const other of reduced)
            subtract(other.row, row, Number(other.row[pivot]));
        reduced.push({ pivot, row });
    }
    return reduced;
}
function leftOver(reduced, vector) {
    const left = vector.slice();
    for (const { pivot, row } of reduced)
        subtract(left, row, Number(left[pivot]));
    return left;
}
function subtract(target, row, factor) {
    if (factor === 0)
        return;
    for (let at = 0; at < target.length; at += 1)
        target[at] = Number(target[at]) - factor * Number(row[at]);
}
function vectorOf(members, cells) {
    const vector = new Float64Array(cells);
    for (const cell of members)
        vector[cell] = 1;
    return vector;
}
function isSolved(reduced, members, cells) {
    return leftOver(reduced, vectorOf(members, cells)).every((value) => Math.abs(value) <= NEGLIGIBLE);
}
/** A finest cell that an equation has alone. */
function solvedCell(reduced, isSecret) {
    const alone = reduced.find(({ pivot, row }) => isSecret(pivot) && row.every((value, at) => at === pivot || Math.abs(value) <= NEGLIGIBLE));
    return alone === undefined ? undefined : { cells: [alone.pivot] };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/withheld/withheld-groups.js





/**
 * The groups of which no number may be printed, by the labels of the decision: those with fewer rows than the policy
 * shows, and others so that these cannot be worked out from totals (stats.md §2.5). The number of all rows is known, so
 * of a column with one small group a second group is withheld too. A group without rows is no secret. The same of groups
 * within strata, of strata ({@link stratumLabel}) and of joint groups (by their JSON): whatever is computed of rows is
 * computed of what may be printed, so that no result says more than the counts.
 *
 * @throws RangeError when an intersection does not add up to the groups of its columns.
 */
function withheldGroups(tables, config) {
    const coarse = { ...tables, joint: null, strata: new Map() };
    const groups = hiddenLabels(coarse, config);
    const details = detailLabels(tables);
    const all = hiddenLabels(tables, config);
    // The groups are what people came for: rather than one of them, everything about their parts is withheld.
    const isOfParts = [...all].every((label) => groups.has(label) || details.has(label));
    const withheld = isOfParts ? all : new Set([...groups, ...details]);
    const finest = finestCells(tables);
    if (finest === null)
        return withheld;
    const sets = countedSets(tables, finest);
    const k = config['suppress-below'];
    const numbers = finest.map(({ n }) => n);
    const pairs = tables.intersections.flatMap((own) => [...own.groups.keys()].map(own.label));
    return withoutSolvable({ finest: numbers, sets, withheld, k }) ?? new Set([...groups, ...details, ...pairs]);
}
function hiddenLabels(tables, config) {
    const { cells, sums } = printedTable(tables);
    const verdicts = (0,suppression/* suppressCells */.l)({ cells: cells.map(({ cell }) => cell), sums }, { k: config['suppress-below'], strict: config['suppress-rates'] });
    return new Set(cells.filter(({ cell }) => verdicts.get(cell.id) !== 'printed').map(({ label }) => label));
}
/** The labels that findings about strata may not give numbers of: groups of which a part within a stratum is withheld. */
function withheldWithin(strata, columns, withheld) {
    const parts = columns.flatMap(({ name, label }) => (strata?.get(name) ?? []).flatMap(({ stratum, groups }) => [...groups.keys()]
        .filter((group) => withheld.has(stratumLabel(stratum)) || withheld.has(stratumLabel(stratum, name, group)))
        .map(label)));
    return new Set([...withheld, ...parts]);
}
// These codes are counts in words: no positive row, every row predicted alike.
const TELLING = [
    'no-positives',
    'no-negatives',
    'no-predicted-positives',
    'no-predicted-negatives',
    'zero-denominator',
];
/** A finding without the numbers of withheld groups. What it decides stays; a note that is nothing but a number goes. */
function withheldFinding(finding, withheld, least) {
    const { groups = [], measure, outcome, severity, reasonCode, limit, failsWhen } = finding;
    if (!groups.some((group) => withheld.has(group)))
        return [finding];
    if (severity === 'warn')
        return [];
    const named = `${groups.length > 1 ? 'groups' : 'group'} ${groups.join(' and ')}`;
    const withholds = `numbers withheld, because they could reveal a group of fewer than ${least} rows`;
    const message = measure === 'group-size'
        ? `${named} has too few rows; policy minimum ${(0,wording/* inWords */.r4)(limit ?? 0)}; ${withholds}`
        : `${measure} of ${named}: ${withholds}${limit === undefined ? '' : `; policy limit ${(0,wording/* inWords */.r4)(limit)}`}`;
    return [
        {
            measure,
            outcome,
            severity,
            reasonCode: TELLING.includes(reasonCode) ? 'suppressed' : reasonCode,
            groups,
            value: null,
            ...(limit === undefined ? {} : { limit }),
            ...(failsWhen === undefined ? {} : { failsWhen }),
            message,
        },
    ];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/evaluate-fairness.js

















/**
 * Judges the differences in rates between every two groups of every sensitive column (stats.md §2).
 *
 * Each pair gets two intervals. The simultaneous one has the Bonferroni level 1 - (1 - confidence)/k, with k the number of
 * comparisons times the number of limited measures, summed over the sensitive columns; so all of them hold together with
 * the configured confidence, and a pair fails when its simultaneous interval is beyond the limit. The own one bounds the
 * pair alone, one-sided at the configured confidence; a pair passes when that bound keeps the limit, and every pair must
 * pass. A group that is empty, too small or without the rate's denominator, and a column with one group, are
 * inconclusive. So are predictions that are all equal: their differences are zero whatever the model has learnt. Groups
 * that two columns form together are reported, and judged where the policy says so and they are large enough. No number
 * is printed from which the counts of a very small group could be solved.
 *
 * @throws ConfigError when a sensitive column is not among `groups` or has more than 50 groups; ActionError `bug` when a
 * count is not a whole number from 0.
 */
function evaluateFairness(input) {
    const { config } = input;
    refuseUnlabelled(input);
    const tables = fairnessTables(input);
    const { columns, crossed, strata } = tables;
    const withheld = withheldGroups({ ...tables, intersections: crossed, strata: strata ?? new Map() }, config);
    const judged = judgeFairness(input, tables);
    const { levels } = judged;
    const all = [...judged.rates, ...judged.held.judged, ...judged.increases.judged, ...judged.byRows.judged];
    const request = {
        measures: measuresKnown(input),
        listed: listedMeasures(gatedMeasures(config)),
        levels,
        withheld,
        pValues: comparisonPs(all, judged.family),
    };
    const joint = jointGroups(tables.joint, withheld);
    const least = config['suppress-below'];
    const findings = [
        ...[
            ...selectionFindings(config, input.predictions),
            ...rowFindings(columns, config, withheld),
            ...measureFindings([...judged.rates, ...judged.increases.judged, ...judged.byRows.judged], config),
            ...judged.increases.findings,
            ...judged.byRows.findings,
            ...(input.champion === undefined ? unjudgedIncreases(config, input) : []),
        ].flatMap((finding) => withheldFinding(finding, withheld, least)),
        ...[...judged.held.findings, ...measureFindings(judged.held.judged, config)].flatMap((finding) => withheldFinding(finding, withheldWithin(strata, columns, withheld), least)),
    ];
    return (0,assemble_decision/* assembleDecision */.h)('fairness', input.context, {
        findings,
        measures: {
            selection: selectionMeaning(config, input.predictions),
            judged: judgedCounts(all),
            ...reportedFairness(input, { ...tables, joint }, request),
            'per-comparison-confidence': levels.simultaneous,
            'pass-confidence': levels.own,
        },
        power: {
            minimumDetectable: detectableDifference(judged.rates, levels, withheld),
            requiredN: (0,required_rows/* requiredByMeasure */.H)(findings),
        },
        notMeasured: [...notMeasured(input, tables), ...unseenCombinations(joint)],
    });
}
/** What the rows say before any measure. */
function rowFindings(columns, config, withheld) {
    const minimum = config['minimum-group-size'];
    return [
        ...constantPredictionFindings(columns, minimum),
        ...columns.flatMap((column) => groupSizeFindings(column, minimum)),
        ...columns.flatMap((column) => {
            const hidden = [...column.groups.keys()].some((group) => withheld.has(column.label(group)));
            return coverageFindings(column, config, hidden);
        }),
        ...columns.flatMap((column) => typeof column.reference === 'object' ? referenceFinding(column, column.reference.group) : []),
    ];
}
function measureFindings(judged, config) {
    return [
        // A combination that few rows have is expected, and reported with the others.
        ...judged
            .filter(({ column }) => !column.isIntersection)
            .flatMap(({ column, rule }) => undefinedRateFindings(column, rule, config['minimum-denominator'])),
        ...judged.flatMap(({ column, pairs, rule }) => pairFindings(column, pairs, rule)),
    ];
}
function notMeasured(input, { crossed, strata, scored }) {
    const { config, labels } = input;
    return [
        ...(labels === 'none' ? ['everything that needs to know what was true: only selection is compared'] : []),
        ...(crossed.length > 0 ? [] : ['groups formed by several sensitive columns together']),
        ...(strata === null ? ['differences within the values of the control columns'] : []),
        ...(scored.length > 0 ? [] : ['calibration within groups']),
        ...(config.favorable === undefined ? ['disparate impact, which needs the favourable label'] : []),
        ...uncomparedChampion(input),
        'effects outside the evaluation rows',
    ];
}

// EXTERNAL MODULE: ./build/packages/stats/src/sample-checks.js
var sample_checks = __webpack_require__(46405);
;// CONCATENATED MODULE: ./build/packages/stats/src/groups/ndkl.js


const SUM_TOLERANCE = 1e-6;
/**
 * Normalised discounted Kullback-Leibler divergence of one ranking: (1/Z) Σ_i KL(shares in the first i ‖ desired) /
 * log2(i + 1), Z = Σ_i 1/log2(i + 1), in nats; from 0, lower is nearer to the desired shares. Geyik, Ambler and
 * Kenthapadi (2019), KDD, §3.2. Undefined without items (`empty-group`). O(N·G).
 *
 * @param groups Group of each item in order of rank, from 0.
 * @param desired Share that each group should have; they sum to 1. For the pool's own shares see `poolShares`.
 * @throws RangeError when a group is out of range, shares do not sum to 1, or a group that occurs has the share 0.
 */
function ndkl(groups, desired) {
    (0,sample_checks/* checkClasses */.l_)(groups, desired.length, 'A group');
    (0,sample_checks/* checkProbabilities */.IU)(desired, 'A desired share');
    const sum = desired.reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) > SUM_TOLERANCE)
        throw new RangeError(`The desired shares must sum to 1, got ${sum}.`);
    if (groups.length === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    const counts = new Float64Array(desired.length);
    let weighted = 0;
    let weights = 0;
    for (const [at, group] of groups.entries()) {
        if (desired[group] === 0)
            throw new RangeError(`Group ${group} occurs, so its desired share must be above 0, got 0.`);
        counts[group] = Number(counts[group]) + 1;
        const weight = 1 / Math.log2(at + 2);
        weighted += weight * divergence(counts, at + 1, desired);
        weights += weight;
    }
    return (0,measured/* defined */.sw)(Math.max(0, weighted / weights));
}
/** Share of each group among all items, to rank against the pool itself; zeros without items. */
function poolShares(groups, groupCount) {
    checkClasses(groups, groupCount, 'A group');
    const shares = new Float64Array(groupCount);
    for (const group of groups)
        shares[group] = Number(shares[group]) + 1;
    return groups.length === 0 ? shares : shares.map((count) => count / groups.length);
}
function divergence(counts, n, desired) {
    let sum = 0;
    for (const [group, count] of counts.entries()) {
        if (count > 0)
            sum += (count / n) * Math.log(count / n / Number(desired[group]));
    }
    return sum;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/rows/ranking-measures.js





/**
 * How rankings place the items of groups (stats.md §2.2), with the query as what is drawn: each group's share of exposure
 * over its share of relevance, the divergence of the first items from all (NDKL), and the skew among the first k.
 */
function rankingMeasures(rows, config, seedOf) {
    checkNumbers(rows.relevance, 'the relevance');
    const { measures } = config;
    return [
        {
            measure: 'exposure-ratio',
            by: 'ratio',
            limit: measures['exposure-ratio']?.limit ?? null,
            familyOf: (groups) => groups,
            compare: (column, names) => {
                const of = queriesOf(rows, column.name);
                const [exposure, relevance] = [
                    of.sums((_, rank) => exposureAt(rank)),
                    of.sums((item) => Number(rows.relevance[item])),
                ];
                return names.map((name) => shareRatio({ name, words: 'exposure ratio', seed: seedOf(`${column.name} exposure-ratio ${name}`) }, { top: exposure, pool: relevance, group: of.names.indexOf(name) }));
            },
        },
        {
            measure: 'ndkl',
            by: 'difference',
            limit: measures.ndkl?.limit ?? null,
            familyOf: () => 1,
            compare: (column) => [ranking_measures_divergence(queriesOf(rows, column.name), seedOf(`${column.name} ndkl`))],
        },
        skewMeasure(rows, measures['skew-at-k'] ?? null, seedOf),
    ];
}
/** What a place is worth, from rank 0 (stats.md §2.2). */
function exposureAt(rank) {
    return 1 / Math.log2(rank + 2);
}
const DEFAULT_K = 10;
function skewMeasure(rows, rule, seedOf) {
    const k = rule?.k ?? DEFAULT_K;
    return {
        measure: 'skew-at-k',
        by: 'difference',
        limit: rule?.limit ?? null,
        familyOf: (groups) => groups,
        compare: (column, names) => {
            const of = queriesOf(rows, column.name);
            const [top, pool] = [of.sums((_, rank) => (rank < k ? 1 : 0)), of.sums(() => 1)];
            return names.map((name) => {
                const seed = seedOf(`${column.name} skew-at-k ${name}`);
                const ratio = shareRatio({ name, words: `skew among the first ${k}`, seed }, { top, pool, group: of.names.indexOf(name) });
                if (ratio.undefinedReason !== null)
                    return ratio;
                return {
                    ...ratio,
                    value: Math.abs(Math.log(ratio.value ?? 0)),
                    boundsAt: (confidence) => {
                        const [lower, upper] = ratio.boundsAt(confidence);
                        return folded([Math.log(lower), Math.log(upper)]);
                    },
                };
            });
        },
    };
}
function queriesOf({ offsets, groups }, column) {
    const { codes, names } = groups.get(column) ?? { codes: new Int32Array(), names: [] };
    const all = [...names, group_counts/* MISSING_GROUP */.r];
    const groupOf = (item) => (Number(codes[item]) < 0 ? names.length : Number(codes[item]));
    const queries = Math.max(0, offsets.length - 1);
    return {
        names: all,
        queries,
        items: Array.from({ length: queries }, (_, query) => Int32Array.from({ length: Number(offsets[query + 1]) - Number(offsets[query]) }, (__, rank) => groupOf(Number(offsets[query]) + rank))),
        sums: (term) => {
            const ofGroups = new Float64Array(queries * all.length);
            for (let query = 0; query < queries; query += 1) {
                const from = Number(offsets[query]);
                for (let item = from; item < Number(offsets[query + 1]); item += 1) {
                    const at = query * all.length + groupOf(item);
                    ofGroups[at] = Number(ofGroups[at]) + term(item, item - from);
                }
            }
            return { queries, ofGroups, width: all.length };
        },
    };
}
/** A group's share of one sum over its share of another, over all queries, with BCa over queries drawn again. */
function shareRatio({ name, words, seed }, { top, pool, group }) {
    const { queries } = top;
    const statistic = (counts) => {
        const [own, all] = totals(top, group, counts);
        const [ownPool, allPool] = totals(pool, group, counts);
        return all === 0 || allPool === 0 || ownPool === 0 ? null : own / all / (ownPool / allPool);
    };
    const value = statistic(new Int32Array(queries).fill(1));
    const own = queriesWith(pool, group);
    if (own < bootstrap_interval/* LEAST_CLUSTERS */.K) {
        const why = `rests on ${own} queries that it is in; at least ${bootstrap_interval/* LEAST_CLUSTERS */.K} are needed`;
        return { groups: [name], n: [own], undefinedReason: 'insufficient-n', why };
    }
    if (value === null) {
        return {
            groups: [name],
            n: [own],
            undefinedReason: 'zero-denominator',
            why: 'has no value: nothing of it is in any query',
        };
    }
    const boundsAt = resampledQueries(statistic, { queries, seed, widest: [0, Number.POSITIVE_INFINITY] });
    return {
        groups: [name],
        words,
        counts: null,
        n: [own],
        value,
        boundsAt,
        method: 'bca of queries',
        undefinedReason: null,
    };
}
/** Queries that say anything about a group: however many there are, it is these that could have been others. */
function queriesWith({ ofGroups, width, queries }, group) {
    let found = 0;
    for (let query = 0; query < queries; query += 1)
        if (Number(ofGroups[query * width + group]) > 0)
            found += 1;
    return found;
}
function totals({ ofGroups, width, queries }, group, counts) {
    let [own, all] = [0, 0];
    for (let query = 0; query < queries; query += 1) {
        const times = Number(counts[query]);
        if (times === 0)
            continue;
        for (let at = 0; at < width; at += 1) {
            const sum = times * Number(ofGroups[query * width + at]);
            all += sum;
            if (at === group)
                own += sum;
        }
    }
    return [own, all];
}
/**
 * Mean over queries of the divergence of their first items from the shares among all items of the query. A query of one group
 * cannot diverge, whatever the model does, and is left out: many of them would bring the mean below any limit.
 */
function ranking_measures_divergence({ items, names }, seed) {
    const mixed = items.filter((own) => own.some((group) => group !== own[0]));
    const queries = mixed.length;
    if (queries < bootstrap_interval/* LEAST_CLUSTERS */.K) {
        const why = `rests on ${queries} queries with items of several groups; at least ${bootstrap_interval/* LEAST_CLUSTERS */.K} are needed`;
        return { groups: [], n: [queries], undefinedReason: 'insufficient-n', why };
    }
    const values = mixed.flatMap((own) => ndkl(own, sharesOf(own, names.length)).value ?? []);
    const mean = (counts) => {
        let [sum, n] = [0, 0];
        for (const [at, value] of values.entries()) {
            sum += value * Number(counts[at]);
            n += Number(counts[at]);
        }
        return n === 0 ? null : sum / n;
    };
    const value = mean(new Int32Array(values.length).fill(1));
    const boundsAt = resampledQueries(mean, { queries: values.length, seed, widest: [0, Number.POSITIVE_INFINITY] });
    return {
        groups: [],
        words: 'ndkl',
        counts: null,
        n: [queries],
        value,
        boundsAt,
        method: 'bca of queries',
        undefinedReason: null,
    };
}
function sharesOf(items, groups) {
    const shares = new Float64Array(groups);
    for (const group of items)
        shares[group] = Number(shares[group]) + 1 / items.length;
    return shares;
}
function resampledQueries(statistic, { queries, seed, widest }) {
    const found = (0,bootstrap_interval/* bootstrapInterval */.k)({
        units: { kind: 'rows', rows: queries },
        statistic,
        confidence: 0.95,
        random: (0,xoshiro/* createRandom */.s)(seed),
    });
    if (found.undefinedReason !== null || isUnvaried(found.sorted))
        return () => widest;
    const { estimate, sorted, acceleration } = found;
    return (confidence) => (0,bca/* bcaInterval */.G)({ estimate, replicates: sorted, acceleration }, confidence).interval;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/rows/evaluate-row-fairness.js
















/**
 * Judges how the errors of a regression differ between groups (stats.md §2): as `evaluateFairness` does with rates, every
 * pair by a simultaneous and an own interval, in the unit of the label.
 *
 * @throws ConfigError when a sensitive column is not among the groups or has more than 50 groups; ActionError `bug` when
 * arrays are not aligned or a residual is not finite.
 */
function evaluateRegressionFairness(input) {
    const { rows, config } = input;
    const measures = residualMeasures(rows, config, seeds(input.context));
    return decide(input, measures, {
        groups: rows.groups,
        length: rows.residuals.length,
        report: (own) => residualReport(row_groups_valuesOf(rows.residuals, own)),
        notMeasured: [],
    });
}
/**
 * Judges how rankings place the items of groups (stats.md §2). Items of one query hang together, so queries are what is
 * drawn, and fewer than 20 of them are inconclusive.
 *
 * @throws ConfigError and ActionError as {@link evaluateRegressionFairness}.
 */
function evaluateRankingFairness(input) {
    const { rows, config } = input;
    const measures = rankingMeasures(rows, config, seeds(input.context));
    const exposure = exposureOfItems(rows.offsets, rows.relevance.length);
    const shareOf = (values, own) => {
        const all = sumOf(values);
        return all === 0 ? null : sumOf(row_groups_valuesOf(values, own)) / all;
    };
    return decide(input, measures, {
        groups: rows.groups,
        length: rows.relevance.length,
        report: (own) => ({
            n: own.length,
            'exposure-share': shareOf(exposure, own),
            'relevance-share': shareOf(rows.relevance, own),
        }),
        notMeasured: ['what users click'],
    });
}
function exposureOfItems(offsets, items) {
    const exposure = new Float64Array(items);
    for (let query = 1; query < offsets.length; query += 1) {
        const first = Number(offsets[query - 1]);
        for (let item = first; item < Number(offsets[query]); item += 1)
            exposure[item] = exposureAt(item - first);
    }
    return exposure;
}
function sumOf(values) {
    return values.reduce((sum, value) => sum + value, 0);
}
function decide(input, measures, of) {
    const { config, context } = input;
    const columns = sensitiveColumns(config, groupSizes(of.groups, of.length));
    const tables = { columns, intersections: [], joint: null, strata: new Map(), finest: null };
    const withheld = withheldGroups(tables, config);
    const judgedColumns = columns.map((column) => ({ ...column, isIntersection: false }));
    const family = Math.max(1, rowFamily(judgedColumns, measures));
    const levels = {
        simultaneous: bonferroniConfidence(config.confidence, family),
        own: Number((0,critical_value/* twoSidedConfidence */.G)(config.confidence).toPrecision(12)),
    };
    const { judged, findings } = judgeRows(judgedColumns, measures, { config, levels });
    const rowsOf = new Map([...of.groups].map(([name, own]) => [name, rowsOfGroups(own)]));
    const pValues = comparisonPs(judged, family);
    const reported = reportedRows(columns, measures, { levels, withheld, pValues });
    const shown = [
        ...columns.flatMap((column) => sizeFindings(column, config, withheld)),
        ...findings,
        ...judged.flatMap(({ column, pairs, rule }) => pairFindings(column, pairs, rule)),
    ].flatMap((finding) => withheldFinding(finding, withheld, config['suppress-below']));
    return (0,assemble_decision/* assembleDecision */.h)('fairness', context, {
        findings: shown,
        measures: {
            judged: judgedCounts(judged),
            groups: Object.fromEntries(columns.flatMap((column) => [...column.groups.keys()].map((name) => [
                column.label(name),
                withheld.has(column.label(name))
                    ? { n: 'suppressed' }
                    : of.report(rowsOf.get(column.name)?.get(name) ?? new Int32Array()),
            ]))),
            ...reported,
            'per-comparison-confidence': levels.simultaneous,
            'pass-confidence': levels.own,
        },
        power: {
            minimumDetectable: detectableDifference(judged, levels, withheld),
            requiredN: (0,required_rows/* requiredByMeasure */.H)(shown),
        },
        notMeasured: [
            ...of.notMeasured,
            'groups formed by several sensitive columns together',
            'effects outside the evaluation rows',
        ],
    });
}
function sizeFindings(column, config, withheld) {
    const isHidden = [...column.groups.keys()].some((name) => withheld.has(column.label(name)));
    return [
        ...groupSizeFindings(column, config['minimum-group-size']),
        ...coverageFindings(column, config, isHidden),
        ...(typeof column.reference === 'object' ? referenceFinding(column, column.reference.group) : []),
    ];
}
function residualReport(residuals) {
    const [plain, absolute] = [sampleOf(residuals), sampleOf(residuals.map(Math.abs))];
    const isEmpty = residuals.length === 0;
    return {
        n: residuals.length,
        'mean-residual': isEmpty ? null : plain.moments.mean,
        mae: isEmpty ? null : absolute.moments.mean,
        rmse: rootMeanSquare(residuals).value,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/withheld/cross-counts.js





/**
 * Every table as sums over the cells, so that one question to the engine answers all of them. O(cells · columns²).
 *
 * @throws ActionError `bug` when a cell names another number of columns, or only some cells have the champion's counts.
 */
function crossTables(cross) {
    checkCells(cross);
    const { sensitive, control, cells } = cross;
    const columnOf = (at, from, read) => summed(from, (cell) => String(cell.groups[at]), read);
    const perColumn = (read) => new Map(sensitive.map((name, at) => [name, withKnown(columnOf(at, cells, read), cross.knownGroups?.get(name) ?? [])]));
    return {
        groups: perColumn(({ counts }) => counts),
        intersections: intersectionsOf(cross),
        joint: summed(cells, ({ groups }) => JSON.stringify(groups), ({ counts }) => counts),
        finest: cells
            .map(({ groups, strata, counts }) => ({
            groups,
            stratum: control.length === 0 ? null : combinedLabel(control, strata),
            n: (0,confusion/* totalOf */.e6)(counts),
        }))
            .filter(({ n }) => n > 0),
        ...(control.length === 0 ? {} : { strata: new Map(sensitive.map((name, at) => [name, strataOf(cross, at)])) }),
        ...(cells.some(({ champion }) => champion !== undefined)
            ? { champion: new Map(sensitive.map((name, at) => [name, splitsOf(cells, at)])) }
            : {}),
    };
    function strataOf({ cells: all }, at) {
        const keys = [...new Set(all.map((cell) => combinedLabel(control, cell.strata)))].sort();
        return keys.map((stratum) => ({
            stratum,
            groups: columnOf(at, all.filter((cell) => combinedLabel(control, cell.strata) === stratum), ({ counts }) => counts),
        }));
    }
}
function splitsOf(cells, at) {
    const parts = Map.groupBy(cells, ({ groups }) => String(groups[at]));
    return new Map([...parts].map(([group, own]) => [group, sumOfSplits(own.flatMap(({ champion }) => champion ?? []))]));
}
function summed(cells, keyOf, read) {
    const parts = Map.groupBy(cells, keyOf);
    const sums = [...parts].map(([key, own]) => [key, sumOfCounts(own.map(read))]);
    return new Map(sums.sort(([a], [b]) => (a < b ? -1 : 1)));
}
function withKnown(counts, known) {
    const none = { tp: 0, fp: 0, fn: 0, tn: 0 };
    const all = new Map([...known.map((group) => [group, none]), ...counts]);
    return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function intersectionsOf({ sensitive, cells }) {
    return sensitive.flatMap((first, one) => sensitive.slice(one + 1).map((second, offset) => {
        const two = one + 1 + offset;
        const pairs = new Map();
        const counts = summed(cells, ({ groups }) => {
            const pair = [String(groups[one]), String(groups[two])];
            pairs.set(JSON.stringify(pair), pair);
            return JSON.stringify(pair);
        }, (cell) => cell.counts);
        return {
            columns: [first, second],
            cells: [...counts].flatMap(([key, own]) => {
                const groups = pairs.get(key);
                return groups === undefined || (0,confusion/* totalOf */.e6)(own) === 0 ? [] : [{ groups, counts: own }];
            }),
        };
    }));
}
function checkCells({ sensitive, control, cells }) {
    const faulty = cells.find(({ groups, strata }) => groups.length !== sensitive.length || strata.length !== control.length);
    const withChampion = cells.filter(({ champion }) => champion !== undefined).length;
    if (faulty === undefined && (withChampion === 0 || withChampion === cells.length))
        return;
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The counts of the fairness gate',
        found: faulty === undefined
            ? `${withChampion} of ${cells.length} cells with counts of the champion`
            : `a cell with ${faulty.groups.length} groups and ${faulty.strata.length} control values`,
        allowed: `${sensitive.length} groups and ${control.length} control values in every cell, and the champion in all or none`,
        remedy: 'Report this as a bug of Gatehouse',
    });
}

// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/binary-values.js
var binary_values = __webpack_require__(20952);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/known-groups.js
var known_groups = __webpack_require__(17290);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/needed-columns.js
var needed_columns = __webpack_require__(45459);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/row-ids.js
var row_ids = __webpack_require__(86109);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/sampled-columns.js
var sampled_columns = __webpack_require__(61474);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/rows/sampled-counts.js


/**
 * Counts rows by keys, and by cluster where there is one, with their weights.
 *
 * @throws ActionError `refused`: `weight-not-positive`, `value-missing` and `value-not-finite` for a weight, and
 *   `value-missing` for a row without a cluster.
 */
async function countRows(rows, keys) {
    const { tables, relation, columns } = rows;
    const { weight, cluster } = columns;
    const all = cluster === null ? keys : [...keys, cluster];
    if (weight !== null)
        await requirePositive(rows, weight);
    const counts = weight === null
        ? (await tables.groupedCounts(relation, all)).map((own) => ({ ...own, sums: [own.count, own.count] }))
        : await tables.groupedSums(relation, all, [{ of: weight }, { of: weight, transform: 'square' }]);
    if (weight !== null && counts.some(({ sums: [, square = 0] }) => square === 0))
        throw tooSmall(weight);
    const isSampled = weight !== null || cluster !== null;
    return counts.map(({ key, count, sums: [sum = count, square = count] }) => ({
        key: cluster === null ? key : key.slice(0, -1),
        count,
        sampled: isSampled
            ? { weight: sum, square, cluster: cluster === null ? null : clusterOf(key.at(-1), cluster) }
            : null,
    }));
}
async function requirePositive({ tables, relation }, weight) {
    const [found] = await tables.integrity(relation, [weight]);
    const bad = (found?.negatives ?? 0) + (found?.zeros ?? 0);
    if (bad === 0)
        return;
    throw (0,sampled_columns/* refusedRows */.Ek)('weight-not-positive', {
        where: (0,binary_values/* nameOf */.Vb)(weight),
        found: `${bad} weights that are zero or negative`,
        allowed: 'weights above 0',
    });
}
function tooSmall(weight) {
    return (0,sampled_columns/* refusedRows */.Ek)('weight-not-positive', {
        where: (0,binary_values/* nameOf */.Vb)(weight),
        found: 'weights so small that their squares are 0 as numbers',
        allowed: 'weights from 1e-150',
    });
}
function clusterOf(value, column) {
    if (value !== null && value !== undefined)
        return value;
    throw (0,sampled_columns/* refusedRows */.Ek)('value-missing', {
        where: (0,binary_values/* nameOf */.Vb)(column),
        found: 'rows without a cluster',
        allowed: 'a cluster in every row',
    });
}

// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/scores.js
var scores = __webpack_require__(33479);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/fairness.js







/**
 * Counts the rows of a binary model by the groups of `columns.protected` within the values of `columns.control`. One question
 * to the engine counts all columns together, and every table of the gate is a sum of its cells. Without a label column
 * every row counts as one without the positive label, and only selection may be judged.
 *
 * @throws ConfigError for a label that is neither value, a reserved group name, or no column for the prediction;
 *   ActionError `refused` for predictions and scores that break their contract.
 */
async function collectFairness(rows, labels) {
    const { label, prediction, champion, protected: sensitive, control } = rows.columns;
    const own = champion?.prediction ?? null;
    const models = [(0,needed_columns/* need */.$)(prediction, 'prediction'), ...(own === null ? [] : [own])];
    await (0,row_ids/* requireIds */.U)(rows);
    await (0,binary_values/* requireComparable */.Mv)(rows);
    const named = [...sensitive, ...control];
    const keys = [...(0,binary_values/* binaryKeys */.yO)(rows), ...named.map(([, ref]) => ref)];
    const counts = await countRows(rows, keys);
    (0,binary_values/* requireBinaryCounts */.TH)(rows, labels, counts);
    await (0,scores/* requireScores */.P)(rows);
    const known = await knownIn(rows, counts, 1 + models.length);
    const shape = { models: models.length, sensitive: sensitive.size, isLabelled: label !== null };
    const tables = crossTables({
        sensitive: [...sensitive.keys()],
        control: [...control.keys()],
        cells: cellsOf(counts, (value) => (0,binary_values/* isPositive */.ep)(value, labels), shape),
        knownGroups: known,
    });
    return { ...tables, labels: label === null ? 'none' : 'known' };
}
/**
 * Groups that there are, also in rows that do not count. Where every row of one table counts, the count says it. Of a control
 * column only the reserved name is looked for.
 */
async function knownIn(rows, counts, first) {
    const { relation, columns } = rows;
    const named = [...columns.protected, ...columns.control];
    const isWhole = 'table' in relation && relation.part === undefined;
    if (!isWhole) {
        await (0,known_groups/* knownGroups */.A)(rows, columns.control);
        return await (0,known_groups/* knownGroups */.A)(rows, columns.protected);
    }
    return new Map(named.map(([name, ref], at) => [name, (0,known_groups/* groupsCounted */.b)(ref, counts, first + at)]));
}
/** Rows that agree in every group and stratum, in the order of the counts. */
function cellsOf(counts, isPositiveKey, shape) {
    const first = 1 + shape.models;
    const cells = new Map();
    for (const { key, count, sampled } of counts) {
        const values = key.slice(first).map((value) => value ?? group_counts/* MISSING_GROUP */.r);
        const name = JSON.stringify(values);
        const cell = cells.get(name) ?? emptyCell(values, shape);
        cells.set(name, cell);
        const [label, predicted, champion] = key.slice(0, first).map(isPositiveKey);
        const outcome = outcomeOf(shape.isLabelled && label === true, predicted === true);
        cell.counts[outcome] += count;
        cell.champion[champion === true ? 'positive' : 'negative'][outcome] += count;
        if (sampled !== null)
            addSampled(cell, outcome, sampled);
    }
    const isSampled = counts.some(({ sampled }) => sampled !== null);
    return [...cells.values()].map((cell) => crossCell(cell, { isSampled, isPaired: shape.models > 1 && !isSampled }));
}
function addSampled(cell, outcome, { weight, square, cluster }) {
    cell.weights[outcome] += weight;
    cell.squares[outcome] += square;
    if (cluster === null)
        return;
    const own = cell.clusters.get(cluster) ?? noCounts();
    cell.clusters.set(cluster, own);
    own[outcome] += weight;
}
/** Counts of both models on rows with weights or clusters would need sums of their own, so they are not paired. */
function crossCell({ groups, strata, counts, champion, weights, squares, clusters }, { isSampled, isPaired }) {
    if (isPaired)
        return { groups, strata, counts, champion };
    if (!isSampled)
        return { groups, strata, counts };
    return {
        groups,
        strata,
        counts: { ...counts, sampling: { weights, squares, clusters: clusters.size === 0 ? null : clusters } },
    };
}
function noCounts() {
    return { tp: 0, fp: 0, fn: 0, tn: 0 };
}
function emptyCell(values, { sensitive }) {
    return {
        groups: values.slice(0, sensitive),
        strata: values.slice(sensitive),
        counts: noCounts(),
        weights: noCounts(),
        squares: noCounts(),
        clusters: new Map(),
        champion: { positive: noCounts(), negative: noCounts() },
    };
}
function outcomeOf(label, predicted) {
    if (predicted)
        return label ? 'tp' : 'fp';
    return label ? 'fn' : 'tn';
}

// EXTERNAL MODULE: ./build/packages/tables/src/quoted.js
var quoted = __webpack_require__(31733);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/class-probabilities.js
var class_probabilities = __webpack_require__(84496);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/multiclass-fairness.js










/**
 * Counts the rows of a model of several classes, in one question to the engine.
 *
 * @throws ConfigError for a label that is no class and a reserved group name; ActionError `refused`, `predictions-refused`,
 *   for a prediction that is no class, and all of `requireProbabilities`.
 */
async function collectMulticlassFairness(rows, { classes }, favorable) {
    const { prediction, champion, protected: sensitive, control } = rows.columns;
    const label = (0,needed_columns/* need */.$)(rows.columns.label, 'label');
    const own = champion?.prediction ?? null;
    const models = [(0,needed_columns/* need */.$)(prediction, 'prediction'), ...(own === null ? [] : [own])];
    await (0,row_ids/* requireIds */.U)(rows);
    await rows.tables.requireSameType([label, ...models]);
    const known = await (0,known_groups/* knownGroups */.A)(rows, sensitive);
    // Of a control column only the reserved name is looked for.
    await (0,known_groups/* knownGroups */.A)(rows, control);
    const keys = [label, ...models, ...sensitive.values(), ...control.values()];
    const counts = await countRows(rows, keys);
    refuseOthers(counts, [label, ...models], classes);
    await (0,class_probabilities/* requireProbabilities */.t)(rows, classes);
    const shape = { models: models.length, sensitive: sensitive.size, isLabelled: true };
    const tablesOf = (positive) => crossTables({
        sensitive: [...sensitive.keys()],
        control: [...control.keys()],
        cells: cellsOf(counts, (value) => positive.includes(value ?? ''), shape),
        knownGroups: known,
    });
    return {
        ...tablesOf(favorable),
        classes: new Map(classes.map((name) => [name, tablesOf([name]).groups])),
    };
}
function refuseOthers(counts, refs, classes) {
    for (const [at, ref] of refs.entries()) {
        const wrong = counts.filter(({ key }) => !classes.includes(key[at] ?? '') || (key[at] ?? null) === null);
        if (wrong.length === 0)
            continue;
        const rows = wrong.reduce((sum, { count }) => sum + count, 0);
        const named = [...new Set(wrong.map(({ key }) => key[at] ?? null))].slice(0, 3);
        const examples = named.map((value) => (value === null ? 'a missing value' : (0,quoted/* quoted */.T)(value))).join(', ');
        const fault = {
            where: (0,binary_values/* nameOf */.Vb)(ref),
            found: (0,binary_values/* otherValues */.TE)({ count: rows, examples }, at === 0 ? 'label' : 'prediction'),
            allowed: `one of the classes ${(0,quoted/* quotedList */.p)(classes)}`,
        };
        if (at === 0)
            throw new errors/* ConfigError */.xL([{ ...fault, remedy: 'Correct the rows, or the classes of the label' }]);
        throw (0,binary_values/* refusedPredictions */.RP)({ ...fault, remedy: 'Predict one of the classes' });
    }
}

// EXTERNAL MODULE: ./build/packages/gate-runner/src/collect/ranking-checks.js
var ranking_checks = __webpack_require__(22151);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/collect/task-columns.js
var collect_task_columns = __webpack_require__(80836);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/row-fairness.js







/**
 * The errors of a regression, label minus prediction, with the group of every row.
 *
 * @throws ActionError `refused`: `value-missing` and `value-not-finite` for a label or prediction that is no number.
 */
async function collectResiduals(rows) {
    const { label, prediction } = rows.columns;
    const wanted = [(0,needed_columns/* need */.$)(label, 'label'), (0,needed_columns/* need */.$)(prediction, 'prediction')].map((column) => ({ column, as: 'numbers' }));
    const { fetched, groups } = await fetchGroups(rows, wanted);
    const [truth, predicted] = [(0,collect_task_columns/* numbersOf */.cZ)(fetched[0]), (0,collect_task_columns/* numbersOf */.cZ)(fetched[1])];
    return { residuals: truth.map((value, row) => value - Number(predicted[row])), groups };
}
/** Scores of a binary model whose rows were checked when they were counted, with the group of every row. */
async function collectScores(rows, labels) {
    const { label, score } = rows.columns;
    const { fetched, groups } = await fetchGroups(rows, [
        { column: (0,needed_columns/* need */.$)(label, 'label'), as: 'codes' },
        { column: (0,needed_columns/* need */.$)(score, 'score'), as: 'numbers' },
    ]);
    const [truth] = fetched;
    const isTrue = truth?.as === 'codes' ? truth.keys.map((key) => (0,binary_values/* isPositive */.ep)(key, labels)) : [];
    return {
        labels: Array.from(truth?.values ?? [], (code) => isTrue[code] === true),
        scores: Array.from((0,collect_task_columns/* numbersOf */.cZ)(fetched[1])),
        groups,
    };
}
/**
 * The items of every query in the order of their scores, ties in that of their names, with the group of every item.
 *
 * @throws ActionError `refused`: `value-missing` for a row without query or item, `ids-duplicated` for an item that a query has
 *   twice, `value-negative` for a relevance below 0.
 */
async function collectRanked(rows) {
    const { query, item, label, score } = rows.columns;
    const [queryOf, itemOf] = [(0,needed_columns/* need */.$)(query, 'query'), (0,needed_columns/* need */.$)(item, 'item')];
    const relevanceOf = (0,needed_columns/* need */.$)(label, 'relevance');
    const { fetched, groups } = await fetchGroups(rows, [
        { column: queryOf, as: 'codes' },
        { column: itemOf, as: 'codes' },
        { column: relevanceOf, as: 'numbers' },
        { column: (0,needed_columns/* need */.$)(score, 'score'), as: 'numbers' },
    ]);
    const [queries, items] = [(0,ranking_checks/* codesOf */.MZ)(fetched[0], queryOf), (0,ranking_checks/* codesOf */.MZ)(fetched[1], itemOf)];
    const [relevance, scores] = [(0,collect_task_columns/* numbersOf */.cZ)(fetched[2]), (0,collect_task_columns/* numbersOf */.cZ)(fetched[3])];
    const by = (values, row) => Number(values[row]);
    const order = (0,ranking_checks/* byQuery */.SE)(queries, items, queryOf).sort((a, b) => by(queries, a) - by(queries, b) || by(scores, b) - by(scores, a) || by(items, a) - by(items, b));
    const starts = Array.from(order.keys()).filter((at) => at === 0 || by(queries, Number(order[at])) !== by(queries, Number(order[at - 1])));
    const sorted = Float64Array.from(order, (row) => by(relevance, row));
    (0,ranking_checks/* refuseNegative */.WT)(sorted, relevanceOf);
    return {
        offsets: Uint32Array.from([...starts, order.length]),
        relevance: sorted,
        groups: new Map([...groups].map(([column, { names, codes }]) => [
            column,
            { names, codes: Int32Array.from(order, (row) => Number(codes[row])) },
        ])),
    };
}
/** Columns of every row with the groups of all sensitive columns, in an order that is one of the data and not of the file. */
async function fetchGroups(rows, wanted) {
    const { columns, relation, tables } = rows;
    await (0,row_ids/* requireIds */.U)(rows);
    const known = await (0,known_groups/* knownGroups */.A)(rows, columns.protected);
    const sensitive = [...columns.protected];
    const all = [...wanted, ...sensitive.map(([, column]) => ({ column, as: 'codes' }))];
    const orderBy = columns.id ?? all.map(({ column }) => column);
    const values = await tables.columnValues(relation, all, { maxRows: collect_task_columns/* MOST_ROWS */.wq, orderBy });
    const groups = sensitive.map(([name], at) => [name, row_fairness_withKnown(values[wanted.length + at], known.get(name) ?? [])]);
    return { fetched: values.slice(0, wanted.length), groups: new Map(groups) };
}
/** With the groups that no row is in. */
function row_fairness_withKnown(fetched, known) {
    if (fetched?.as !== 'codes')
        return { codes: new Int32Array(0), names: known };
    const others = known.filter((name) => !fetched.keys.includes(name) && name !== group_counts/* MISSING_GROUP */.r);
    return { codes: fetched.values, names: [...fetched.keys, ...others] };
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/judge/fairness.js





/** Compares the groups of the sensitive columns: in the decide run and on the command line, the same of the same rows. */
async function judgeFairnessRows(config, judged) {
    const { context, columns } = judged;
    const rows = onlySensitive(judged.rows, config);
    const isSampled = rows.columns.weight !== null || rows.columns.cluster !== null;
    if (isSampled)
        refuseSampled(config, columns);
    const reason = championReason(judged, isSampled);
    const { champion } = judged;
    const input = {
        config,
        context,
        ...(reason === null ? {} : { championUnavailable: reason }),
        ...(champion.state === 'none' ? { versionsExist: champion.versionsExist } : {}),
    };
    switch (columns.task) {
        case 'binary-classification': {
            const counts = await collectFairness(rows, columns);
            const scored = counts.labels === 'known' && !isSampled ? await scoresOf(config, rows, columns) : null;
            const predictions = { positive: [columns.positive], negative: [columns.negative] };
            const tables = plainTables(counts, isSampled);
            return evaluateFairness({ ...input, ...tables, predictions, ...(scored === null ? {} : { scored }) });
        }
        case 'multiclass-classification':
            return evaluateFairness(plainTables(await multiclassInput(input, rows, columns), isSampled));
        case 'regression':
            return evaluateRegressionFairness({ config, context, rows: await collectResiduals(rows) });
        case 'ranking':
            return evaluateRankingFairness({ config, context, rows: await collectRanked(rows) });
    }
}
/** In the order of the policy. Columns that are protected and not compared would only make the cells of the count smaller. */
function onlySensitive(rows, { sensitive }) {
    const kept = [...new Set(sensitive)].flatMap((name) => {
        const ref = rows.columns.protected.get(name);
        return ref === undefined ? [] : [[name, ref]];
    });
    return { ...rows, columns: { ...rows.columns, protected: new Map(kept) } };
}
/** Up to here the measures of scores are reported although no limit asks for them. */
const MOST_UNASKED_SCORES = 200_000;
/** Rows in JavaScript cost time and memory that counts do not. */
async function scoresOf({ measures }, rows, labels) {
    const isLimited = measures['auc-difference'] !== undefined || measures['calibration-in-the-large-difference'] !== undefined;
    if (isLimited)
        return await collectScores(rows, labels);
    if (rows.columns.score === null || (await rows.tables.rows(rows.relation)) > MOST_UNASKED_SCORES)
        return null;
    return await collectScores(rows, labels);
}
async function multiclassInput(input, rows, columns) {
    const favorable = input.config['favorable-classes'];
    if (favorable === undefined) {
        throw new errors/* ConfigError */.xL([
            {
                where: 'gates.fairness',
                found: 'no "favorable-classes"',
                allowed: 'the classes that are good for the person',
                remedy: 'Name them',
            },
        ]);
    }
    const counts = await collectMulticlassFairness(rows, columns, favorable);
    const others = columns.classes.filter((name) => !favorable.includes(name));
    const predictions = { positive: favorable, negative: others };
    return { ...input, ...counts, predictions, config: { ...input.config, favorable: 'positive' } };
}
/** Differences within control strata know neither weights nor clusters. */
function plainTables(tables, isSampled) {
    if (!isSampled)
        return tables;
    const { strata: _, ...rest } = tables;
    return rest;
}
/** Why a champion that there is cannot be compared with: never may it look as if there were none. */
function championReason({ champion, rows }, isSampled) {
    if (champion.state === 'unavailable')
        return champion.reason;
    if (champion.state === 'none')
        return null;
    if (isSampled)
        return 'rows with weights or clusters are not paired';
    return (rows.columns.champion?.prediction ?? null) === null ? 'its predictions were not read' : null;
}
/** Rows that count several times or hang together, counted as if they did not, would be known too surely. */
function refuseSampled({ measures }, { task, weight, cluster }) {
    const named = weight === null ? `the cluster ${cluster ?? ''}` : `the weight ${weight}`;
    const byTask = task === 'regression' || task === 'ranking' ? [`the task ${task}`] : [];
    const limited = [...fairness/* CONTROLLED_MEASURES */.zV, 'auc-difference', 'calibration-in-the-large-difference']
        .filter((measure) => Object.hasOwn(measures, measure))
        .map((measure) => `a limit on ${measure}`);
    const faults = [...byTask, ...limited];
    if (faults.length === 0)
        return;
    throw new errors/* ConfigError */.xL(faults.map((found) => ({
        where: 'gates.fairness',
        found: `${found}, and ${named} in "columns"`,
        allowed: 'with weights or clusters, limits on the rates of groups',
        remedy: 'Remove the limit, or the weight and the cluster from "columns"',
    })));
}

;// CONCATENATED MODULE: ./build/actions/fairness-gate/src/run.js


/** Compares the groups of the policy's sensitive columns on the predictions of a training run's candidate. */
async function run_judgeFairness(request, ports) {
    return await (0,gate_inputs/* withGateInputs */.$)(request, ports, async ({ subject, modelDigest, rows, champion, inputs }) => {
        const config = subject.modelConfig.gates.fairness;
        if (config === undefined)
            throw gateNotConfigured(request.model);
        return await judgeFairnessRows(config, {
            rows,
            champion,
            columns: (0,task_columns/* taskColumns */.x)(subject.modelConfig),
            context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
        });
    });
}
function gateNotConfigured(model) {
    return new errors/* ConfigError */.xL([
        {
            where: `gatehouse.yml: models.${model}.gates`,
            found: 'no block "fairness"',
            allowed: 'a block for every gate that a workflow runs',
            remedy: 'Add the block, or remove the step from the workflow',
        },
    ]);
}

;// CONCATENATED MODULE: ./build/actions/fairness-gate/src/perform.js






/** Puts the real adapters behind the ports of the action. */
async function perform(values, ports) {
    const { context } = ports;
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const decision = await run_judgeFairness({
        model: values.model,
        runId: values['run-id'],
        evaluationArtifactId: values['evaluation-artifact-id'],
        evaluationArtifactDigest: values['evaluation-artifact-digest'],
    }, {
        ...github,
        branch: github.evidence(),
        clock: { now: () => new Date() },
        temp: context.temp,
        engine: (place) => (0,engine/* duckDbEngine */.u)({ addon: (0,engine_sources/* engineSources */.$)(values, ports, (0,provision_addon/* addonTool */.dp)()), ...place }),
    });
    return {
        outcome: decision.outcome,
        title: (0,decision_headline/* decisionHeadline */.f)(decision),
        summary: (0,decision_markdown/* renderDecisionMarkdown */.Oh)(decision),
        outputs: await (0,decision_upload/* uploadDecision */.W)(decision, (0,artifacts/* createArtifacts */.G)({ temp: context.temp })),
    };
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
