export const id = 401;
export const ids = [401];
export const modules = {

/***/ 28401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/action-kit/src/artifacts.js
var artifacts = __webpack_require__(52244);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/decision-upload.js
var decision_upload = __webpack_require__(80938);
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var src_github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/report/src/decision-markdown.js + 3 modules
var decision_markdown = __webpack_require__(88446);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/gate-inputs.js + 1 modules
var gate_inputs = __webpack_require__(55911);
// EXTERNAL MODULE: ./build/packages/stats/src/arguments.js
var src_arguments = __webpack_require__(65505);
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

// EXTERNAL MODULE: ./build/packages/stats/src/special/critical-value.js
var critical_value = __webpack_require__(89320);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/assemble-decision.js
var assemble_decision = __webpack_require__(24840);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/confusion.js
var confusion = __webpack_require__(19745);
// EXTERNAL MODULE: ./build/packages/stats/src/proportions/wilson.js
var wilson = __webpack_require__(4969);
;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/newcombe-difference.js

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
    return squareAndAdd({ p: first.successes / first.n, bounds: (0,wilson/* wilsonInterval */.Y)(first.successes, first.n, confidence) }, { p: second.successes / second.n, bounds: (0,wilson/* wilsonInterval */.Y)(second.successes, second.n, confidence) });
}
/**
 * As {@link newcombeDifference} for weighted rows, from Wilson bounds with Kish's effective sizes.
 *
 * @throws RangeError for what {@link weightedWilsonInterval} refuses.
 */
function weightedNewcombeDifference(first, second, confidence) {
    return squareAndAdd({ p: first.proportion, bounds: weightedWilsonInterval(first, confidence) }, { p: second.proportion, bounds: weightedWilsonInterval(second, confidence) });
}
function squareAndAdd({ p: p1, bounds: [l1, u1] }, { p: p2, bounds: [l2, u2] }) {
    const difference = p1 - p2;
    return [
        Math.max(-1, difference - Math.hypot(p1 - l1, u2 - p2)),
        Math.min(1, difference + Math.hypot(u1 - p1, p2 - l2)),
    ];
}

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
    const [l1, u1] = (0,wilson/* wilsonInterval */.Y)(first.successes, first.n, confidence);
    const [l2, u2] = (0,wilson/* wilsonInterval */.Y)(second.successes, second.n, confidence);
    const p1 = first.successes / first.n;
    const p2 = second.successes / second.n;
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

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/compare-pair.js

/** A pair by every rate of the measure that is defined for both sides. */
function comparePair(pair, rule, levels) {
    if (rule.combine === 'mean')
        return meanOfPair(pair, rule, levels);
    return rule.rates.flatMap((rate) => {
        if (!isDefined(pair, rate))
            return [];
        const [first, second] = ordered(pair, rate);
        const compared = { groups: [first.name, second.name], words: rate.words, counts: countsOf(pair, rate) };
        const bounds = rule.by === 'ratio' ? ratioBounds : differenceBounds;
        return [
            {
                ...compared,
                value: rule.by === 'ratio' ? ratioOf(compared.counts) : differenceOf(compared.counts),
                interval: bounds(pair, rate, levels.simultaneous),
                ownInterval: bounds(pair, rate, levels.own),
            },
        ];
    });
}
/** True where both sides have the rate's denominator. */
function isDefined({ sides }, rate) {
    return sides.every(({ counts }) => rate.count(counts).n > 0);
}
function ordered({ sides: [a, b] }, rate) {
    return rateOf(rate.count(a.counts)) >= rateOf(rate.count(b.counts)) ? [a, b] : [b, a];
}
/** Larger rate first; of all rows where the other side is all rows. */
function countsOf(pair, rate) {
    const { whole } = pair;
    const [first, second] = ordered(pair, rate).map((side) => rate.count(whole !== null && side === pair.sides[1] ? whole : side.counts));
    if (first === undefined || second === undefined)
        throw new RangeError('A pair has two sides.');
    return [first, second];
}
function rateOf({ successes, n }) {
    return successes / n;
}
function differenceOf([larger, smaller]) {
    return rateOf(larger) - rateOf(smaller);
}
function ratioOf([larger, smaller]) {
    return larger.successes === 0 ? null : rateOf(smaller) / rateOf(larger);
}
/**
 * Newcombe's interval of the signed difference. A group with the share w of the denominators differs from all rows by
 * 1 - w times what it differs from the rest.
 */
function signedBounds({ sides: [a, b], whole }, rate, confidence) {
    const [lower, upper] = newcombeDifference(rate.count(a.counts), rate.count(b.counts), confidence);
    const scale = whole === null ? 1 : rate.count(b.counts).n / rate.count(whole).n;
    return [lower * scale, upper * scale];
}
/** If [l, u] covers the signed difference, then [max(0, l, -u), max(|l|, |u|)] covers its absolute value. */
function differenceBounds(pair, rate, confidence) {
    return folded(signedBounds(pair, rate, confidence));
}
function folded([lower, upper]) {
    return [Math.max(0, lower, -upper), Math.max(upper, -lower)];
}
/** Of a ratio and its inverse the smaller counts, whichever group has the larger rate in truth. */
function ratioBounds({ sides: [a, b], whole }, rate, confidence) {
    const [first, second] = [rate.count(a.counts), rate.count(b.counts)];
    // Rates that are both zero say nothing about their ratio.
    if (first.successes === 0 && second.successes === 0)
        return [0, 1];
    const share = whole === null ? 0 : first.n / rate.count(whole).n;
    const bounds = moverRatio(first, second, confidence).map((ratio) => toWhole(ratio, share));
    const [lower, upper] = [Math.min(...bounds), Math.max(...bounds)];
    return [Math.min(lower, 1 / upper), Math.min(upper, 1 / lower, 1)];
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
function meanOfPair(pair, { rates, words }, levels) {
    const [one, two] = rates;
    if (one === undefined || two === undefined || !isDefined(pair, one) || !isDefined(pair, two))
        return [];
    const [first, second] = ordered(pair, one);
    const signed = (rate) => {
        const scale = pair.whole === null ? 1 : rate.count(pair.sides[1].counts).n / rate.count(pair.whole).n;
        const [a, b] = pair.sides;
        return (rateOf(rate.count(a.counts)) - rateOf(rate.count(b.counts))) * scale;
    };
    const boundsOf = (confidence) => {
        const x = { value: signed(one), bounds: signedBounds(pair, one, confidence) };
        const y = { value: signed(two), bounds: signedBounds(pair, two, confidence) };
        const sums = [folded(sumBounds(x, y)), folded(sumBounds(x, negated(y)))];
        return [Math.max(...sums.map(([lower]) => lower)) / 2, Math.max(...sums.map(([, upper]) => upper)) / 2];
    };
    return [
        {
            groups: [first.name, second.name],
            words,
            counts: countsOf(pair, one),
            value: (Math.abs(signed(one)) + Math.abs(signed(two))) / 2,
            interval: boundsOf(levels.simultaneous),
            ownInterval: boundsOf(levels.own),
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

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/group-pairs.js
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
    return { tp: sum('tp'), fp: sum('fp'), fn: sum('fn'), tn: sum('tn') };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/fairness-aggregates.js



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
        n: pair.counts.map((count) => count.n),
    }))));
    return { groups: Object.fromEntries(groups), aggregates: Object.fromEntries(aggregates), comparisons };
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
/** Its interval holds when those of the pairs hold together. */
function worstOf(pairs, by) {
    const defined = pairs.flatMap(({ value, interval }) => (value === null ? [] : [{ value, interval }]));
    const worse = by === 'ratio' ? Math.min : Math.max;
    return defined.reduce((worst, { value, interval }) => ({
        value: worse(worst.value, value),
        interval: [worse(worst.interval[0], interval[0]), worse(worst.interval[1], interval[1])],
    }), { value: by === 'ratio' ? 1 : 0, interval: by === 'ratio' ? [1, 1] : [0, 0] });
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/champion-disparity.js



/**
 * Disparities of the challenger minus those of the champion on the same rows, for the listed measures. Counts do not say
 * which rows both models get right, so the interval takes each model at its worst: it is wider than a paired one.
 *
 * @throws ActionError `bug` when the champion was counted on other groups or other numbers of rows.
 */
function championDisparities(columns, champion, request) {
    const measures = request.measures.filter(({ measure }) => request.listed.has(measure));
    const entries = columns.flatMap((column) => {
        const groups = champion.get(column.name);
        if (groups === undefined || !isOfSameRows(column.groups, groups))
            throw otherRows(column.name);
        const own = reportedAggregates(column, { ...request, measures });
        const old = reportedAggregates({ ...column, groups }, { ...request, measures });
        return measures.map(({ measure }) => [
            nameIn(columns, column.name, measure),
            changeOf(old.get(measure) ?? UNKNOWN, own.get(measure) ?? UNKNOWN),
        ]);
    });
    return Object.fromEntries(entries);
}
const UNKNOWN = { value: null, interval: null };
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
function isOfSameRows(groups, others) {
    return (groups.size === others.size &&
        [...groups].every(([group, counts]) => {
            const other = others.get(group);
            return other !== undefined && (0,confusion/* totalOf */.e6)(other) === (0,confusion/* totalOf */.e6)(counts) && other.tp + other.fn === counts.tp + counts.fn;
        }));
}
function otherRows(column) {
    return new errors/* ActionError */.lZ('bug', {
        where: 'The input of the fairness gate',
        found: `counts of the champion by ${column} that are of other rows`,
        allowed: 'the same groups with the same numbers of rows and of positive labels',
        remedy: 'Report this as a bug of Gatehouse',
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/constant-prediction.js


// As for pairs: a column may have fifty groups.
const MOST_WARNINGS = 20;
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
        .slice(0, MOST_WARNINGS);
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

// EXTERNAL MODULE: ./build/packages/gates/src/decision/wording.js
var wording = __webpack_require__(66305);
// EXTERNAL MODULE: ./build/packages/stats/src/classification/confusion-rates.js
var confusion_rates = __webpack_require__(84720);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/fairness-measures.js

const SELECTION_RATE = rate('selection-rate', 'selection rate');
const TRUE_POSITIVE_RATE = rate('recall', 'true positive rate');
const FALSE_POSITIVE_RATE = rate('fpr', 'false positive rate');
const TRUE_NEGATIVE_RATE = rate('specificity', 'true negative rate');
const FALSE_NEGATIVE_RATE = rate('fnr', 'false negative rate');
const POSITIVE_VALUE = rate('precision', 'positive predictive value');
const NEGATIVE_VALUE = rate('npv', 'negative predictive value');
const FALSE_DISCOVERY_RATE = rate('fdr', 'false discovery rate');
const FALSE_OMISSION_RATE = rate('for', 'false omission rate');
const ACCURACY = rate('accuracy', 'accuracy');
const ERROR_RATE = rate('error', 'error rate');
const REJECTION_RATE = {
    ...SELECTION_RATE,
    count: (c) => ({ successes: c.tn + c.fn, n: SELECTION_RATE.count(c).n }),
};
const ODDS = [TRUE_POSITIVE_RATE, FALSE_POSITIVE_RATE];
/** Every measure between groups that needs only confusion counts, in the order of reports (stats.md §2.2). */
const MEASURES = [
    { measure: 'selection-rate-difference', rule: difference(SELECTION_RATE) },
    { measure: 'demographic-parity-difference', rule: difference(SELECTION_RATE) },
    { measure: 'selection-rate-ratio', rule: ratio(SELECTION_RATE) },
    { measure: 'demographic-parity-ratio', rule: ratio(SELECTION_RATE) },
    { measure: 'disparate-impact', rule: ratio(SELECTION_RATE) },
    { measure: 'true-positive-rate-difference', rule: difference(TRUE_POSITIVE_RATE) },
    { measure: 'equal-opportunity-difference', rule: difference(TRUE_POSITIVE_RATE) },
    { measure: 'true-positive-rate-ratio', rule: ratio(TRUE_POSITIVE_RATE) },
    { measure: 'false-positive-rate-difference', rule: difference(FALSE_POSITIVE_RATE) },
    { measure: 'false-positive-rate-ratio', rule: ratio(FALSE_POSITIVE_RATE) },
    { measure: 'true-negative-rate-difference', rule: difference(TRUE_NEGATIVE_RATE) },
    { measure: 'false-negative-rate-difference', rule: difference(FALSE_NEGATIVE_RATE) },
    { measure: 'false-negative-rate-ratio', rule: ratio(FALSE_NEGATIVE_RATE) },
    { measure: 'equalized-odds-difference', rule: { ...difference(TRUE_POSITIVE_RATE), rates: ODDS } },
    { measure: 'equalized-odds-ratio', rule: { ...ratio(TRUE_POSITIVE_RATE), rates: ODDS } },
    {
        measure: 'average-odds-difference',
        rule: { ...difference(TRUE_POSITIVE_RATE), rates: ODDS, combine: 'mean', words: 'true and false positive rate' },
    },
    { measure: 'predictive-parity-difference', rule: difference(POSITIVE_VALUE) },
    { measure: 'positive-predictive-value-difference', rule: difference(POSITIVE_VALUE) },
    { measure: 'positive-predictive-value-ratio', rule: ratio(POSITIVE_VALUE) },
    { measure: 'negative-predictive-value-difference', rule: difference(NEGATIVE_VALUE) },
    { measure: 'false-discovery-rate-difference', rule: difference(FALSE_DISCOVERY_RATE) },
    { measure: 'false-discovery-rate-ratio', rule: ratio(FALSE_DISCOVERY_RATE) },
    { measure: 'false-omission-rate-difference', rule: difference(FALSE_OMISSION_RATE) },
    { measure: 'false-omission-rate-ratio', rule: ratio(FALSE_OMISSION_RATE) },
    { measure: 'accuracy-difference', rule: difference(ACCURACY) },
    { measure: 'accuracy-ratio', rule: ratio(ACCURACY) },
    { measure: 'error-rate-difference', rule: difference(ERROR_RATE) },
    { measure: 'error-rate-ratio', rule: ratio(ERROR_RATE) },
];
/** Every measure that can be computed; without `favorable` there is no disparate impact. */
function knownMeasures({ favorable }) {
    return MEASURES.flatMap(({ measure, rule }) => {
        if (measure !== 'disparate-impact')
            return [{ measure, rule }];
        if (favorable === undefined)
            return [];
        return [{ measure, rule: favorable === 'negative' ? { ...rule, rates: [REJECTION_RATE] } : rule }];
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
function rate(name, words) {
    const { part, whole, whenUndefined } = confusion_rates/* CONFUSION_RATES */.P[name];
    return { words, count: (counts) => ({ successes: part(counts), n: whole(counts) }), whenUndefined };
}
function difference(of) {
    return { by: 'difference', rates: [of], combine: 'worst', words: of.words, ofSelection: false };
}
function ratio(of) {
    return { by: 'ratio', rates: [of], combine: 'worst', words: of.words, ofSelection: of === SELECTION_RATE };
}

// EXTERNAL MODULE: ./build/packages/gates/src/fairness/group-counts.js
var group_counts = __webpack_require__(77202);
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
                    message: `groups of ${column.name} that can be judged hold ${withheld ? 'less than 90 %' : (0,wording/* percent */.K)(coverage)} of ${all} rows`,
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
                    message: `${(0,wording/* percent */.K)(missing)} of ${all} rows have no value of ${column.name}; they are judged as a group of their own`,
                },
            ]),
    ];
}
/** Rows in groups that are large enough, with every limited rate resting on enough of them. */
function judgedRows({ groups }, config) {
    const rates = gatedMeasures(config).flatMap(({ rule }) => rule.rates);
    const judged = [...groups.values()].filter((counts) => (0,confusion/* totalOf */.e6)(counts) >= config['minimum-group-size'] &&
        rates.every((rate) => rate.count(counts).n >= config['minimum-denominator']));
    return (0,confusion/* totalOf */.e6)(sumOfCounts(judged));
}
function noted(measure, reasonCode) {
    return { measure, outcome: 'inconclusive', severity: 'warn', reasonCode };
}

// EXTERNAL MODULE: ./build/packages/stats/src/classification/binary-confusion.js
var binary_confusion = __webpack_require__(47352);
// EXTERNAL MODULE: ./build/packages/stats/src/measured.js
var measured = __webpack_require__(24333);
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
    return positiveRoot(isBelow, top);
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
    return positiveRoot((x) => chiSquareTails(x, df).lower < p, top);
}

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
    return { statistic, p: chiSquareSf(statistic, 1), undefinedReason: null };
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

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/fairness-extras.js




/** What is reported and never judged (stats.md §2.2): each measure by its name, without an interval of its own. */
function extraAggregates(columns, withheld) {
    const [first] = columns;
    const all = sumOfCounts([...(first?.groups.values() ?? [])]);
    const ofRows = {
        'generalized-entropy': generalizedEntropy(all, 2).value,
        'theil-index': theilIndex(all).value,
        'benefit-variation': benefitVariation(all).value,
    };
    const ofColumns = columns.flatMap((column) => {
        const selected = selectedOf(shownGroups(column, withheld));
        const { tipping } = fourFifths(selected);
        return [
            [nameIn(columns, column.name, 'differential-fairness'), differentialFairness(selected).value],
            [nameIn(columns, column.name, 'four-fifths-tipping'), tipping.length],
        ];
    });
    const named = [...ofColumns, ...Object.entries(ofRows)];
    return Object.fromEntries(named.map(([name, value]) => [name, { value, interval: null }]));
}
/**
 * Differences of selection rates held together over the values of the control columns: per two groups the Mantel-Haenszel
 * difference with its interval and the p-value of Cochran, Mantel and Haenszel, and per group its conditional demographic
 * disparity. `null` where it has no value.
 */
function controlledDifferences(column, strata, request) {
    const names = [...shownGroups(column, request.withheld).keys()];
    const pairs = names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second]));
    return {
        pairs: pairs.map((pair) => {
            const tables = strata.map(({ groups }) => ({
                first: proportionOf(groups.get(pair[0])),
                second: proportionOf(groups.get(pair[1])),
            }));
            const difference = mantelHaenszelDifference(tables, request.confidence);
            const test = cochranMantelHaenszel(tables);
            const isKnown = difference.undefinedReason === null;
            return {
                groups: pair.map(column.label),
                'mantel-haenszel-difference': isKnown ? difference.estimate : null,
                interval: isKnown ? difference.interval : null,
                p: test.undefinedReason === null ? test.p : null,
            };
        }),
        'conditional-demographic-disparity': Object.fromEntries(names.map((name) => [column.label(name), conditionalDisparity(name, strata)])),
    };
}
function conditionalDisparity(name, strata) {
    const parts = strata.map(({ groups }) => ({
        group: selectedIn(groups.get(name) ?? NO_ROWS),
        all: selectedIn(sumOfCounts([...groups.values()])),
    }));
    return conditionalDemographicDisparity(parts).disparity.value;
}
const NO_ROWS = { tp: 0, fp: 0, fn: 0, tn: 0 };
function shownGroups({ groups, label }, withheld) {
    return new Map([...groups].filter(([group]) => !withheld.has(label(group))));
}
function selectedOf(groups) {
    return new Map([...groups].map(([group, counts]) => [group, selectedIn(counts)]));
}
function selectedIn(counts) {
    return { selected: counts.tp + counts.fp, n: (0,confusion/* totalOf */.e6)(counts) };
}
function proportionOf(counts) {
    const { selected, n } = selectedIn(counts ?? NO_ROWS);
    return { successes: selected, n };
}

// EXTERNAL MODULE: ./build/packages/gates/src/decision/limit-rules.js
var limit_rules = __webpack_require__(34580);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/pair-verdict.js



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
    if (groups.includes(ALL_ROWS))
        return false;
    const selected = new Map(counts.map(({ successes, n }, side) => [String(side), { selected: successes, n }]));
    return fourFifths(selected, limit).tipping.length > 0;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/fairness-findings.js




// A column with many groups has thousands of pairs; the decision lists all of them under its measures.
const MOST_FINDINGS = 20;
/**
 * One finding per pair that fails or cannot be told, worst first, at most twenty of each kind; where every pair passes, one
 * finding for the pair whose bound is nearest to the limit.
 */
function pairFindings(column, pairs, rule) {
    const judged = pairs.map((pair) => ({ pair, verdict: judgePair(pair, rule) }));
    const failing = judged.filter(({ verdict }) => verdict.outcome === 'fail');
    const spanning = judged.filter(({ verdict }) => verdict.outcome === 'inconclusive');
    const isRatio = rule.rule.by === 'ratio';
    const least = ({ interval }) => (isRatio ? -interval[1] : interval[0]);
    const most = ({ ownInterval }) => (isRatio ? -ownInterval[0] : ownInterval[1]);
    const listed = [...worstFirst(failing, least), ...worstFirst(spanning, most)];
    const shown = listed.length > 0 ? listed : worstFirst(judged, most).slice(0, 1);
    return shown.map(({ pair, verdict }) => pairFinding(column, { pair, verdict }, rule));
}
function worstFirst(judged, by) {
    return [...judged].sort((a, b) => by(b.pair) - by(a.pair)).slice(0, MOST_FINDINGS);
}
function pairFinding(column, { pair, verdict }, rule) {
    const { by } = rule.rule;
    const n = pair.counts.map((count) => count.n);
    const passes = verdict.outcome === 'pass';
    const interval = passes ? pair.ownInterval : pair.interval;
    const confidence = passes ? rule.ownConfidence : rule.confidence;
    const bounds = `${(0,wording/* percent */.K)(confidence)} interval ${(0,wording/* inWords */.r)(interval[0])} to ${(0,wording/* inWords */.r)(interval[1])}`;
    const is = pair.value === null
        ? `has no value: both rates are 0 (n = ${n.join('/')})`
        : `is ${(0,wording/* inWords */.r)(pair.value)} (${passes ? bounds : `simultaneous ${bounds}`}, n = ${n.join('/')})`;
    const tips = verdict.reasonCode === 'one-decision-tips' ? '; one decision the other way round would meet it' : '';
    return {
        measure: rule.measure,
        severity: 'block',
        groups: pair.groups.map((group) => (group === ALL_ROWS ? group : column.label(group))),
        value: pair.value,
        interval,
        confidence,
        n,
        limit: rule.limit,
        failsWhen: by === 'ratio' ? 'below' : 'above',
        method: `${by === 'ratio' ? 'mover-r' : 'newcombe'}, ${passes ? 'each pair' : 'simultaneous'}`,
        message: `${compared(column, pair, by)} ${is}; policy limit ${(0,wording/* inWords */.r)(rule.limit)}${tips}`,
        ...verdict,
    };
}
function compared(column, { groups, words }, by) {
    const [first, second] = groups;
    const what = by === 'ratio' ? `ratio of ${words}` : `difference in ${words}`;
    const group = groups.find((name) => name !== ALL_ROWS);
    return groups.includes(ALL_ROWS)
        ? `${what} between group ${group} of ${column.name} and all rows`
        : `${what} between groups ${first} and ${second} of ${column.name}`;
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
        .filter(([, counts]) => rate.count(counts).n < minimum)
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
        return `rests on ${rows(n)}; policy minimum ${minimum}`;
    }
}
function notJudged(measure, reasonCode) {
    return { measure, outcome: 'inconclusive', severity: 'block', reasonCode, value: null };
}
function rows(n) {
    return n === 1 ? '1 row' : `${n} rows`;
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/normal-quantile.js
var normal_quantile = __webpack_require__(43642);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/fairness-power.js

const POWER = 0.8;
/**
 * Power of the comparisons (stats.md §2.4): the largest difference of two rates that any pair could hide with power 0.80,
 * and per measure the rows each group needs (in the rate's denominator) to tell the pair that is nearest to failing from
 * the limit: for a fail by the simultaneous bound where its value is beyond the limit, else for a pass by its own. Rates
 * are shrunk by one success and one failure so that an observed 0 or 1 does not claim zero variance.
 */
function fairnessPower(judged, levels) {
    const z = (0,critical_value/* criticalValue */.z)(levels.simultaneous) + (0,normal_quantile/* normalQuantile */.Z)(POWER);
    const detectable = judged.flatMap(({ pairs }) => pairs.map(({ counts: [a, b] }) => z * Math.sqrt(varianceOf(a) / a.n + varianceOf(b) / b.n)));
    const required = judged.flatMap(({ name, ...entry }) => {
        const n = requiredRows(entry, levels);
        return n === null ? [] : [[name, n]];
    });
    return {
        minimumDetectable: detectable.length === 0 ? null : detectable.reduce((a, b) => Math.max(a, b)),
        requiredN: Object.fromEntries(required),
    };
}
function requiredRows({ pairs, rule, limit }, levels) {
    const isRatio = rule.by === 'ratio';
    const nearness = ({ ownInterval }) => (isRatio ? -ownInterval[0] : ownInterval[1]);
    const [worst] = pairs.filter(({ value }) => value !== null).sort((a, b) => nearness(b) - nearness(a));
    // Of a mean of two rates with denominators of their own there is no single number of rows.
    if (worst === undefined || worst.value === null || rule.combine === 'mean')
        return null;
    const beyond = isRatio ? worst.value < limit : worst.value > limit;
    const z = (0,critical_value/* criticalValue */.z)(beyond ? levels.simultaneous : levels.own) + (0,normal_quantile/* normalQuantile */.Z)(POWER);
    // Ratios are compared by their logarithm, of which a rate p has the variance (1 - p)/p for one row.
    const of = isRatio ? logVarianceOf : varianceOf;
    const distance = isRatio ? Math.log(worst.value / limit) : limit - worst.value;
    const n = Math.ceil((z ** 2 * (of(worst.counts[0]) + of(worst.counts[1]))) / distance ** 2);
    return Number.isSafeInteger(n) && n > 0 ? n : null;
}
function varianceOf(count) {
    const p = shrunk(count);
    return p * (1 - p);
}
function logVarianceOf(count) {
    const p = shrunk(count);
    return (1 - p) / p;
}
function shrunk({ successes, n }) {
    return (successes + 1) / (n + 2);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/judge-columns.js




/** Compares the groups that have rows enough, by rates that rest on enough of them. */
function judgeColumns(columns, config, levels) {
    return columns.flatMap((all) => {
        const column = withGroups(all, (counts) => (0,confusion/* totalOf */.e6)(counts) >= config['minimum-group-size']);
        return gatedMeasures(config).map((limited) => {
            const { groups } = withGroups(column, (counts) => limited.rule.rates.every((rate) => rate.count(counts).n >= config['minimum-denominator']));
            const pairs = pairsOf(groups, column.reference, all.groups);
            return {
                column,
                rule: { ...limited, confidence: config.confidence, ownConfidence: levels.own },
                pairs: pairs.flatMap((pair) => comparePair(pair, limited.rule, levels)),
            };
        });
    });
}
function withGroups(column, keep) {
    return { ...column, groups: new Map([...column.groups].filter(([, counts]) => keep(counts))) };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/intersections.js

/** Confusion counts of every two sensitive columns together, for `FairnessInput.intersections`. */
function countIntersections(rows) {
    const columns = [...rows.sensitive];
    return columns.flatMap(([first, values], index) => columns.slice(index + 1).map(([second, others]) => {
        const pairs = new Map();
        const keys = values.map((value, row) => {
            const groups = [value ?? group_counts/* MISSING_GROUP */.r, others[row] ?? group_counts/* MISSING_GROUP */.r];
            const key = JSON.stringify(groups);
            pairs.set(key, groups);
            return key;
        });
        const { labels, predicted } = rows;
        const counted = (0,group_counts/* countGroups */.e)({ labels, predicted, sensitive: new Map([['both', keys]]) }).get('both') ?? new Map();
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
    return `${columns[0]}=${groups[0]}, ${columns[1]}=${groups[1]}`;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/sensitive-columns.js



const MOST_GROUPS = 50;
/**
 * The sensitive columns of the policy with their groups.
 *
 * @throws ConfigError when one is not among `groups` or has more than 50; ActionError `bug` for a bad count.
 */
function sensitiveColumns(config, groups) {
    const names = [...new Set(config.sensitive)];
    const faults = names.flatMap((name) => {
        const found = groups.get(name);
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
            checkCounts(Object.values(counts));
        const group = config['reference-groups'][name];
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
            checkCounts(Object.values(counts));
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

;// CONCATENATED MODULE: ./build/packages/stats/src/groups/solvable-cell.js
const NEGLIGIBLE = 1e-9;
/**
 * An unknown that the equations fix, or `null` when every unknown can still vary. By Gauss-Jordan elimination: after it
 * an equation with one unknown left gives that unknown away. O(equations² · unknowns).
 */
function solvableCell(equations) {
    const ids = [...new Set(equations.flatMap(({ unknowns }) => unknowns))].sort();
    const column = new Map(ids.map((id, at) => [id, at]));
    const rows = equations
        .filter(({ unknowns }) => unknowns.length > 0)
        .map(({ unknowns, total }) => {
        const row = new Float64Array(ids.length);
        for (const id of unknowns)
            row[column.get(id) ?? 0] = id === total ? -1 : 1;
        return row;
    });
    reduce(rows, ids.length);
    for (const row of rows) {
        const left = ids.filter((_, at) => Math.abs(Number(row[at])) > NEGLIGIBLE);
        if (left.length === 1)
            return left[0] ?? null;
    }
    return null;
}
function reduce(rows, columns) {
    let done = 0;
    for (let at = 0; at < columns && done < rows.length; at += 1) {
        const pivot = largestPivot(rows, done, at);
        const row = rows[pivot];
        const other = rows[done];
        if (row === undefined || other === undefined || Math.abs(Number(row[at])) <= NEGLIGIBLE)
            continue;
        rows[pivot] = other;
        rows[done] = row.map((value) => value / Number(row[at]));
        const unit = rows[done] ?? row;
        for (const [index, target] of rows.entries()) {
            const factor = Number(target[at]);
            if (index === done || factor === 0)
                continue;
            rows[index] = target.map((value, column) => value - factor * Number(unit[column]));
        }
        done += 1;
    }
}
function largestPivot(rows, from, column) {
    let best = from;
    for (let row = from; row < rows.length; row += 1) {
        if (Math.abs(Number(rows[row]?.[column])) > Math.abs(Number(rows[best]?.[column])))
            best = row;
    }
    return best;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/groups/suppression.js

/**
 * Which cells of a table may be printed, so that no suppressed count can be solved from the printed ones.
 *
 * A cell with fewer than k rows is suppressed. Then, until nothing changes: where a printed total has one suppressed
 * part, or suppressed parts of fewer than k rows together, its next smallest part is suppressed as well, and without one
 * the total; where a total is suppressed and no part is, its smallest part; and where the equations of all sums together
 * still fix a suppressed cell, the smallest printed cell beside it. Willenborg and de Waal (2001), Elements of Statistical
 * Disclosure Control, ch. 4. Ties go to the id that sorts first.
 *
 * It prevents that a count is solved and that a remainder below k shows. It does not promise wide bounds for a suppressed
 * cell, and knows only of the sums that it is told.
 *
 * @throws RangeError when a count is not a whole number from 0, an id is unknown or not unique, a sum does not add up
 *   or has no parts, or k is not a whole number from 1.
 */
function suppressCells(table, rule) {
    const cells = checkTable(table, rule);
    const verdicts = new Map([...cells].map(([id, cell]) => [id, isSmall(cell, rule) ? 'small' : 'printed']));
    const state = { cells, verdicts, k: rule.k };
    for (;;) {
        const next = nextOfSums(table.sums, state) ?? nextOfEquations(table.sums, state);
        if (next === null)
            return verdicts;
        verdicts.set(next, 'complementary');
    }
}
function isSmall({ n, shares = [] }, { k, strict = false }) {
    return n < k || (strict && shares.some(({ part, whole }) => part < k || whole - part < k));
}
function nextOfSums(sums, state) {
    for (const { total, parts } of sums) {
        const hidden = parts.filter((id) => isHidden(id, state));
        const printedPart = smallestPrinted(parts, state);
        if (isHidden(total, state)) {
            if (hidden.length === 0)
                return printedPart;
            continue;
        }
        const rows = hidden.reduce((sum, id) => sum + suppression_rowsOf(id, state), 0);
        if (hidden.length === 1 || (hidden.length > 1 && rows < state.k))
            return printedPart ?? total;
    }
    return null;
}
function nextOfEquations(sums, state) {
    const solved = solvableCell(sums.map(({ total, parts }) => ({ total, unknowns: [total, ...parts].filter((id) => isHidden(id, state)) })));
    if (solved === null)
        return null;
    const beside = sums.filter(({ total, parts }) => total === solved || parts.includes(solved));
    const near = smallestPrinted(idsOf(beside), state);
    return near ?? smallestPrinted(idsOf(sums), state);
}
function idsOf(sums) {
    return sums.flatMap(({ total, parts }) => [total, ...parts]);
}
function isHidden(id, { verdicts }) {
    return verdicts.get(id) !== 'printed';
}
function suppression_rowsOf(id, { cells }) {
    return cells.get(id)?.n ?? 0;
}
function smallestPrinted(ids, state) {
    const printed = ids.filter((id) => !isHidden(id, state));
    return printed.reduce((best, id) => (best === null || isBefore(id, best, state) ? id : best), null);
}
function isBefore(id, other, state) {
    const difference = suppression_rowsOf(id, state) - suppression_rowsOf(other, state);
    return difference === 0 ? id < other : difference < 0;
}
function checkTable({ cells, sums }, { k }) {
    if (!Number.isSafeInteger(k) || k < 1)
        throw new RangeError(`The smallest cell must be a whole number from 1, got ${k}.`);
    const byId = new Map(cells.map((cell) => [cell.id, cell]));
    if (byId.size !== cells.length)
        throw new RangeError(`Cells must have different ids, got ${cells.length} cells with ${byId.size}.`);
    for (const { id, n } of cells) {
        if (!Number.isSafeInteger(n) || n < 0)
            throw new RangeError(`A cell has a whole number of rows, got ${n} for ${id}.`);
    }
    for (const { total, parts } of sums) {
        const unknown = [total, ...parts].find((id) => !byId.has(id));
        if (unknown !== undefined)
            throw new RangeError(`A sum must name cells of the table, got ${unknown}.`);
        if (parts.length === 0 || new Set([total, ...parts]).size <= parts.length) {
            throw new RangeError(`A sum must have parts, none of them twice or the total, got ${parts.join(', ')} of ${total}.`);
        }
        const sum = parts.reduce((rows, id) => rows + (byId.get(id)?.n ?? 0), 0);
        if (sum !== byId.get(total)?.n) {
            throw new RangeError(`The parts of ${total} must add up to ${byId.get(total)?.n} rows, got ${sum}.`);
        }
    }
    return byId;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness/withheld-groups.js





const TOTAL = 'all';
/**
 * The groups of which no number may be printed, by the labels of the decision: those with fewer rows than the policy
 * shows, and others so that these cannot be worked out from totals (stats.md §2.5). The number of all rows is known, so
 * of a column with one small group a second group is withheld too. A group without rows is no secret.
 *
 * @throws RangeError when an intersection does not add up to the groups of its columns.
 */
function withheldGroups(columns, intersections, config) {
    const cells = [...columns, ...intersections].flatMap((column) => present(column).map(([group, counts]) => ({
        cell: cellOf(idOf(column, group), counts),
        label: column.label(group),
    })));
    const [first] = columns;
    if (first === undefined || cells.length === 0)
        return new Set();
    const total = cellOf(TOTAL, sumOfCounts([...first.groups.values()]));
    const sums = [
        ...columns.map((column) => ({ total: TOTAL, parts: present(column).map(([group]) => idOf(column, group)) })),
        ...intersections.flatMap((intersection) => marginalSums(intersection, columns)),
    ];
    const verdicts = suppressCells({ cells: [total, ...cells.map(({ cell }) => cell)], sums }, { k: config['suppress-below'], strict: config['suppress-rates'] });
    return new Set(cells.filter(({ cell }) => verdicts.get(cell.id) !== 'printed').map(({ label }) => label));
}
function present({ groups }) {
    return [...groups].filter(([, counts]) => (0,confusion/* totalOf */.e6)(counts) > 0);
}
function idOf({ name }, group) {
    return JSON.stringify([name, group]);
}
function cellOf(id, counts) {
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
        ? `${named} has too few rows; policy minimum ${(0,wording/* inWords */.r)(limit ?? 0)}; ${withholds}`
        : `${measure} of ${named}: ${withholds}${limit === undefined ? '' : `; policy limit ${(0,wording/* inWords */.r)(limit)}`}`;
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
    const columns = sensitiveColumns(config, input.groups);
    const crossed = intersections(config, columns, input.intersections);
    const withheld = withheldGroups(columns, crossed, config);
    const gated = gatedMeasures(config);
    const all = [
        ...columns.map((column) => ({ ...column, isIntersection: false })),
        ...(config.intersections.gate ? crossed.map(asColumn) : []),
    ];
    const levels = levelsOf(all, config);
    const judged = judgeColumns(all, config, levels);
    const request = { measures: knownMeasures(config), listed: listedMeasures(gated), levels, withheld };
    return (0,assemble_decision/* assembleDecision */.h)('fairness', input.context, {
        findings: [...rowFindings(columns, config, withheld), ...measureFindings(judged, config)].flatMap((finding) => withheldFinding(finding, withheld, config['suppress-below'])),
        measures: {
            ...measuresOf(input, columns, request),
            ...(crossed.length === 0 ? {} : { intersections: reportedIntersections(crossed, request) }),
            'per-comparison-confidence': levels.simultaneous,
            'pass-confidence': levels.own,
        },
        power: fairnessPower(judged.map(({ column, rule, pairs }) => ({
            name: nameIn(all, column.name, rule.measure),
            pairs: pairs.filter(({ groups }) => !groups.some((group) => withheld.has(column.label(group)))),
            rule: rule.rule,
            limit: rule.limit,
        })), levels),
        notMeasured: notMeasured(input, crossed),
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
/** What is computed of the columns, gated or not. */
function measuresOf({ config, champion, strata }, columns, request) {
    const { groups, aggregates, comparisons } = reportedMeasures(columns, request);
    const controlled = columns.flatMap((column) => {
        const own = strata?.get(column.name);
        const { withheld } = request;
        if (own === undefined)
            return [];
        return [[column.name, controlledDifferences(column, own, { withheld, confidence: config.confidence })]];
    });
    return {
        groups,
        aggregates: { ...aggregates, ...extraAggregates(columns, request.withheld) },
        comparisons,
        ...(controlled.length === 0 ? {} : { controlled: Object.fromEntries(controlled) }),
        ...(champion === undefined ? {} : { champion: championDisparities(columns, champion, request) }),
    };
}
function asColumn(crossed) {
    return { ...crossed, reference: 'none', isIntersection: true };
}
function reportedIntersections(crossed, request) {
    // Hundreds of groups make ten thousands of pairs: of those only what is asked for is computed.
    const measures = request.measures.filter(({ measure }) => request.listed.has(measure));
    return Object.fromEntries(crossed.map((column) => {
        const { groups, aggregates } = reportedMeasures([{ ...column, reference: 'none' }], {
            ...request,
            measures,
            listed: new Set(),
        });
        return [column.name, { groups, aggregates, empty: column.empty }];
    }));
}
function levelsOf(columns, config) {
    const pairs = columns.reduce((sum, { groups, reference }) => sum + familySize(groups, reference), 0);
    const perPair = gatedMeasures(config).reduce((sum, { rule }) => sum + comparisonsPerPair(rule), 0);
    return {
        simultaneous: bonferroniConfidence(config.confidence, Math.max(1, pairs * perPair)),
        // 2 · 0.95 - 1 is not 0.9 in binary, and people read this number.
        own: Number((0,critical_value/* twoSidedConfidence */.G)(config.confidence).toPrecision(12)),
    };
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
function notMeasured({ config, strata }, crossed) {
    return [
        ...(crossed.length > 0 ? [] : ['groups formed by several sensitive columns together']),
        ...(strata === undefined ? ['differences within the values of the control columns'] : []),
        'calibration within groups',
        ...(config.favorable === undefined ? ['disparate impact, which needs the favourable label'] : []),
        'effects outside the evaluation rows',
    ];
}

;// CONCATENATED MODULE: ./build/actions/fairness-gate/src/run.js



/** Compares the groups of the policy's sensitive columns on the predictions of a training run's candidate. */
async function judgeFairness(request, ports) {
    const { subject, modelDigest, data, challenger, champion, inputs } = await (0,gate_inputs/* loadGateInputs */.R)(request, ports);
    const config = subject.modelConfig.gates.fairness;
    if (config === undefined)
        throw gateNotConfigured(request.model);
    const rowsOf = (predicted) => ({
        labels: data.labels,
        predicted,
        sensitive: data.protected,
        knownGroups: data.knownGroups,
    });
    const rows = rowsOf(challenger.predicted);
    return evaluateFairness({
        config,
        context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
        groups: (0,group_counts/* countGroups */.e)(rows),
        intersections: countIntersections(rows),
        ...(champion.state === 'evaluated' ? { champion: (0,group_counts/* countGroups */.e)(rowsOf(champion.predictions.predicted)) } : {}),
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
async function perform(values, { context }) {
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const decision = await judgeFairness({
        model: values.model,
        runId: values['run-id'],
        evaluationArtifactId: values['evaluation-artifact-id'],
        evaluationArtifactDigest: values['evaluation-artifact-digest'],
    }, github);
    return {
        outcome: decision.outcome,
        title: decision.findings[0]?.message ?? decision.outcome,
        summary: (0,decision_markdown/* renderDecisionMarkdown */.O)(decision),
        outputs: await (0,decision_upload/* uploadDecision */.W)(decision, (0,artifacts/* createArtifacts */.G)({ temp: context.temp })),
    };
}


/***/ })

};
