export const id = 880;
export const ids = [880];
export const modules = {

/***/ 85880:
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

// EXTERNAL MODULE: ./build/packages/gates/src/assemble-decision.js
var assemble_decision = __webpack_require__(67067);
// EXTERNAL MODULE: ./build/packages/gates/src/confusion.js
var confusion = __webpack_require__(68430);
;// CONCATENATED MODULE: ./build/packages/gates/src/constant-prediction.js

// As for pairs: a column may have fifty groups.
const MOST_WARNINGS = 20;
/**
 * Says where every row is predicted alike. Over all rows it blocks: every difference of rates is zero then, whatever the
 * model has learnt, so that a threshold nobody reaches would buy a pass. In one group only, a person should read it.
 */
function constantPredictionFindings(columns, minimum) {
    // Every column counts all rows, a missing value as a group of its own, so the first speaks for all.
    const all = sumOf([...(columns[0]?.groups.values() ?? [])]);
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
function sumOf(groups) {
    const sum = (cell) => groups.reduce((total, counts) => total + counts[cell], 0);
    return { tp: sum('tp'), fp: sum('fp'), fn: sum('fn'), tn: sum('tn') };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/fairness-measures.js

const SELECTION_RATE = {
    words: 'selection rate',
    count: (c) => ({ successes: c.tp + c.fp, n: (0,confusion/* totalOf */.e6)(c) }),
    whenUndefined: 'empty-group',
};
const FALSE_POSITIVE_RATE = {
    words: 'false positive rate',
    count: (c) => ({ successes: c.fp, n: c.fp + c.tn }),
    whenUndefined: 'no-negatives',
};
const FALSE_NEGATIVE_RATE = {
    words: 'false negative rate',
    count: (c) => ({ successes: c.fn, n: c.fn + c.tp }),
    whenUndefined: 'no-positives',
};
const ACCURACY = {
    words: 'accuracy',
    count: (c) => ({ successes: c.tp + c.tn, n: (0,confusion/* totalOf */.e6)(c) }),
    whenUndefined: 'empty-group',
};
/** The rate behind each measure that can be limited. */
const GATED_RATES = {
    'selection-rate-difference': SELECTION_RATE,
    'false-positive-rate-difference': FALSE_POSITIVE_RATE,
    'false-negative-rate-difference': FALSE_NEGATIVE_RATE,
};
/** Rates whose largest difference between groups is reported, gated or not. */
const REPORTED_RATES = {
    'selection-rate': SELECTION_RATE,
    'false-positive-rate': FALSE_POSITIVE_RATE,
    'false-negative-rate': FALSE_NEGATIVE_RATE,
    'true-positive-rate': { ...FALSE_NEGATIVE_RATE, count: (c) => ({ successes: c.tp, n: c.fn + c.tp }) },
    accuracy: ACCURACY,
};
/** The limits of the policy as pairs, in the order of {@link GATED_RATES}. */
function gatedMeasures(config) {
    const limits = config.measures;
    return FAIRNESS_MEASURES.flatMap((measure) => {
        const rule = limits[measure];
        return rule === undefined ? [] : [{ measure, limit: rule.limit }];
    });
}
const FAIRNESS_MEASURES = [
    'selection-rate-difference',
    'false-positive-rate-difference',
    'false-negative-rate-difference',
];

// EXTERNAL MODULE: ./build/packages/gates/src/limit-rules.js
var limit_rules = __webpack_require__(74415);
// EXTERNAL MODULE: ./build/packages/gates/src/wording.js
var wording = __webpack_require__(35478);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness-findings.js




// A column with many groups has thousands of pairs; the decision lists all of them under its measures.
const MOST_FINDINGS = 20;
/**
 * One finding per pair that fails or cannot be told, worst first, at most twenty of each kind; where every pair passes, one
 * finding for the pair with the largest upper bound.
 */
function pairFindings(column, pairs, rule) {
    const judged = pairs.map((pair) => ({ pair, verdict: (0,limit_rules/* judgeCeiling */.vQ)(pair.interval, rule.limit) }));
    const failing = judged.filter(({ verdict }) => verdict.outcome === 'fail');
    const spanning = judged.filter(({ verdict }) => verdict.outcome === 'inconclusive');
    const listed = [
        ...worstFirst(failing, (pair) => pair.interval[0]),
        ...worstFirst(spanning, (pair) => pair.interval[1]),
    ];
    const shown = listed.length > 0 ? listed : worstFirst(judged, (pair) => pair.interval[1]).slice(0, 1);
    return shown.map(({ pair, verdict }) => ({ ...pairFinding(column, pair, rule), ...verdict }));
}
function worstFirst(judged, by) {
    return [...judged].sort((a, b) => by(b.pair) - by(a.pair)).slice(0, MOST_FINDINGS);
}
function pairFinding(column, pair, rule) {
    const [first, second] = pair.groups;
    const [lower, upper] = pair.interval;
    const n = pair.counts.map((count) => count.n);
    const what = `difference in ${GATED_RATES[rule.measure].words} between groups ${first} and ${second} of ${column.name}`;
    const interval = `simultaneous ${(0,wording/* percent */.K)(rule.confidence)} interval ${(0,wording/* inWords */.r)(lower)} to ${(0,wording/* inWords */.r)(upper)}`;
    return {
        measure: rule.measure,
        severity: 'block',
        groups: pair.groups.map(column.label),
        value: pair.value,
        interval: pair.interval,
        confidence: rule.confidence,
        n,
        limit: rule.limit,
        failsWhen: 'above',
        method: 'newcombe, simultaneous',
        message: `${what} is ${(0,wording/* inWords */.r)(pair.value)} (${interval}, n = ${n.join('/')}); policy limit ${(0,wording/* inWords */.r)(rule.limit)}`,
    };
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
/** Groups in which a gated rate has no denominator. */
function undefinedRateFindings(column, rule) {
    const rate = GATED_RATES[rule.measure];
    return [...column.groups]
        .filter(([, counts]) => rate.count(counts).n === 0)
        .map(([group, counts]) => ({
        ...notJudged(rule.measure, rate.whenUndefined),
        groups: [column.label(group)],
        n: [(0,confusion/* totalOf */.e6)(counts)],
        limit: rule.limit,
        failsWhen: 'above',
        message: `${rate.words} of group ${group} of ${column.name} has no value: its denominator is 0 ` +
            `(n = ${(0,confusion/* totalOf */.e6)(counts)})`,
    }));
}
function notJudged(measure, reasonCode) {
    return { measure, outcome: 'inconclusive', severity: 'block', reasonCode, value: null };
}
function rows(n) {
    return n === 1 ? '1 row' : `${n} rows`;
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/critical-value.js
var critical_value = __webpack_require__(89320);
// EXTERNAL MODULE: ./build/packages/stats/src/special/normal-quantile.js
var normal_quantile = __webpack_require__(43642);
;// CONCATENATED MODULE: ./build/packages/gates/src/fairness-power.js

const POWER = 0.8;
/**
 * Power of the pairwise comparisons at `confidence` per comparison (stats.md §2.4): the largest difference that any pair
 * could hide with power 0.80, and per measure the rows each group needs (in the rate's denominator) to tell the pair with
 * the largest upper bound from the limit. Rates are shrunk by one success and one failure so that an observed 0 or 1 does
 * not claim zero variance.
 */
function fairnessPower(judged, confidence) {
    const z = (0,critical_value/* criticalValue */.z)(confidence) + (0,normal_quantile/* normalQuantile */.Z)(POWER);
    const detectable = judged.flatMap(({ pairs }) => pairs.map(({ counts: [a, b] }) => z * Math.sqrt(varianceOf(a) / a.n + varianceOf(b) / b.n)));
    const required = judged.flatMap(({ name, pairs, limit }) => {
        const [worst] = [...pairs].sort((a, b) => b.interval[1] - a.interval[1]);
        if (worst === undefined)
            return [];
        const distance = Math.abs(limit - worst.value);
        const n = (z ** 2 * (varianceOf(worst.counts[0]) + varianceOf(worst.counts[1]))) / distance ** 2;
        return Number.isSafeInteger(Math.ceil(n)) ? [[name, Math.ceil(n)]] : [];
    });
    return {
        minimumDetectable: detectable.length === 0 ? null : detectable.reduce((a, b) => Math.max(a, b)),
        requiredN: Object.fromEntries(required),
    };
}
function varianceOf({ successes, n }) {
    const p = (successes + 1) / (n + 2);
    return p * (1 - p);
}

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
    const [l1, u1] = (0,wilson/* wilsonInterval */.Y)(first.successes, first.n, confidence);
    const [l2, u2] = (0,wilson/* wilsonInterval */.Y)(second.successes, second.n, confidence);
    const p1 = first.successes / first.n;
    const p2 = second.successes / second.n;
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

;// CONCATENATED MODULE: ./build/packages/gates/src/group-pairs.js

/** Number of unordered pairs of `groups` things. */
function pairCount(groups) {
    return (groups * (groups - 1)) / 2;
}
/**
 * Every pair of groups in which the rate is defined, with the Newcombe interval of the absolute difference. If the signed
 * interval [l, u] covers the true difference, then [max(0, l, -u), max(|l|, |u|)] covers its absolute value.
 */
function comparePairs(groups, rate, confidence) {
    const defined = [...groups]
        .map(([name, counts]) => ({ name, count: rate.count(counts) }))
        .filter((g) => g.count.n > 0);
    return defined.flatMap((a, index) => defined.slice(index + 1).map((b) => {
        const [first, second] = rateOf(a.count) >= rateOf(b.count) ? [a, b] : [b, a];
        const [lower, upper] = newcombeDifference(first.count, second.count, confidence);
        return {
            groups: [first.name, second.name],
            counts: [first.count, second.count],
            value: rateOf(first.count) - rateOf(second.count),
            interval: [Math.max(0, lower), Math.max(upper, -lower)],
        };
    }));
}
/** Largest difference between any two groups; its interval holds when those of the pairs hold together. */
function largestDifference(pairs) {
    if (pairs.length === 0)
        return { value: null, interval: null };
    return {
        value: Math.max(...pairs.map((pair) => pair.value)),
        interval: [Math.max(...pairs.map((pair) => pair.interval[0])), Math.max(...pairs.map((pair) => pair.interval[1]))],
    };
}
/** The larger of two aggregates; `null` when either is not defined. */
function larger(a, b) {
    if (a.value === null || b.value === null || a.interval === null || b.interval === null) {
        return { value: null, interval: null };
    }
    return {
        value: Math.max(a.value, b.value),
        interval: [Math.max(a.interval[0], b.interval[0]), Math.max(a.interval[1], b.interval[1])],
    };
}
/** Smallest ratio of the rates of two groups, smaller over larger; `null` value where every rate is zero. */
function smallestRatio(pairs, confidence) {
    const ratios = pairs.flatMap(({ counts: [larger_, smaller] }) => {
        if (larger_.successes === 0)
            return [];
        const [lower, upper] = moverRatio(smaller, larger_, confidence);
        const [lowerBack, upperBack] = moverRatio(larger_, smaller, confidence);
        // Of a ratio and its inverse the smaller counts, whichever group has the larger rate in truth.
        return [
            {
                value: rateOf(smaller) / rateOf(larger_),
                lower: Math.min(lower, lowerBack),
                upper: Math.min(upper, upperBack, 1),
            },
        ];
    });
    if (ratios.length === 0)
        return { value: null, interval: null };
    return {
        value: Math.min(...ratios.map((ratio) => ratio.value)),
        interval: [Math.min(...ratios.map((ratio) => ratio.lower)), Math.min(...ratios.map((ratio) => ratio.upper))],
    };
}
function rateOf({ successes, n }) {
    return successes / n;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/evaluate-fairness.js









const MOST_GROUPS = 50;
/**
 * Judges the differences in rates between every two groups of every sensitive column (stats.md §2).
 *
 * Each pair gets a Newcombe interval of its absolute difference at the Bonferroni level 1 - (1 - confidence)/k, with k the
 * number of pairs of groups times the number of limited measures, summed over the sensitive columns; so all intervals hold
 * together with the configured confidence. A pair fails when its lower bound is above the limit and passes when its upper
 * bound is at or below it; every pair must pass. A group that is empty, too small or without the rate's denominator, and a
 * column with one group, are inconclusive. So are predictions that are all equal: their differences are zero whatever the
 * model has learnt.
 *
 * @throws ConfigError when a sensitive column is not among `groups` or has more than 50 groups; ActionError `bug` when a
 * count is not a whole number from 0.
 */
function evaluateFairness(input) {
    const columns = sensitiveColumns(input);
    const { config } = input;
    const measures = gatedMeasures(config);
    const pairs = columns.reduce((sum, column) => sum + pairCount(column.groups.size), 0);
    const level = bonferroniConfidence(config.confidence, Math.max(1, pairs * measures.length));
    const minimum = config['minimum-group-size'];
    const judged = columns.flatMap((column) => {
        const large = new Map([...column.groups].filter(([, counts]) => (0,confusion/* totalOf */.e6)(counts) >= minimum));
        return measures.map(({ measure, limit }) => ({
            column: { ...column, groups: large },
            name: columns.length === 1 ? measure : `${column.name}/${measure}`,
            rule: { measure, limit, confidence: config.confidence },
            limit,
            pairs: comparePairs(large, GATED_RATES[measure], level),
        }));
    });
    return (0,assemble_decision/* assembleDecision */.h)('fairness', input.context, {
        findings: [
            ...constantPredictionFindings(columns, minimum),
            ...columns.flatMap((column) => groupSizeFindings(column, minimum)),
            ...judged.flatMap(({ column, rule }) => undefinedRateFindings(column, rule)),
            ...judged.flatMap((entry) => pairFindings(entry.column, entry.pairs, entry.rule)),
        ],
        measures: { ...reportedMeasures(columns, level), 'per-comparison-confidence': level },
        power: fairnessPower(judged, level),
        notMeasured: NOT_MEASURED,
    });
}
const NOT_MEASURED = [
    'groups formed by several sensitive columns together',
    'differences within the values of the control columns',
    'calibration within groups',
    'disparate impact, which needs the favourable label',
    'effects outside the evaluation rows',
];
function sensitiveColumns({ config, groups }) {
    const names = [...new Set(config.sensitive)];
    const faults = names.flatMap((name) => {
        const found = groups.get(name);
        if (found !== undefined && found.size <= MOST_GROUPS)
            return [];
        return [found === undefined ? unknownColumn(name, [...groups.keys()]) : tooManyGroups(name, found.size)];
    });
    if (faults.length > 0)
        throw new errors/* ConfigError */.xL(faults);
    return names.map((name) => {
        const own = groups.get(name) ?? new Map();
        for (const counts of own.values())
            checkCounts(Object.values(counts));
        return { name, groups: own, label: (group) => (names.length === 1 ? group : `${name}=${group}`) };
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
function tooManyGroups(name, groups) {
    return {
        where: 'gatehouse.yml, gates.fairness.sensitive',
        found: `the column "${name}" has ${groups} groups`,
        allowed: `at most ${MOST_GROUPS} groups`,
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
/** Rates of every group, differences and ratios over all groups, and every gated pair; group names as in findings. */
function reportedMeasures(columns, level) {
    const groups = columns.flatMap(({ groups, label }) => [...groups].map(([group, counts]) => [label(group), (0,confusion/* ratesOf */.j1)(counts)]));
    const aggregates = columns.flatMap((column) => Object.entries(aggregatesOf(column.groups, level)).map(([name, value]) => [columns.length === 1 ? name : `${column.name}/${name}`, value]));
    const comparisons = columns.flatMap((column) => Object.entries(GATED_RATES).flatMap(([measure, rate]) => comparePairs(column.groups, rate, level).map((pair) => ({
        measure,
        groups: pair.groups.map(column.label),
        value: pair.value,
        interval: pair.interval,
        n: pair.counts.map((count) => count.n),
    }))));
    return { groups: Object.fromEntries(groups), aggregates: Object.fromEntries(aggregates), comparisons };
}
function aggregatesOf(groups, level) {
    const pairs = (rate) => comparePairs(groups, REPORTED_RATES[rate], level);
    const selection = pairs('selection-rate');
    const falsePositive = largestDifference(pairs('false-positive-rate'));
    const truePositive = largestDifference(pairs('true-positive-rate'));
    return {
        'demographic-parity-difference': largestDifference(selection),
        'demographic-parity-ratio': smallestRatio(selection, level),
        'selection-rate-difference': largestDifference(selection),
        'false-positive-rate-difference': falsePositive,
        'false-negative-rate-difference': largestDifference(pairs('false-negative-rate')),
        'equal-opportunity-difference': truePositive,
        'equalized-odds-difference': larger(truePositive, falsePositive),
        'accuracy-difference': largestDifference(pairs('accuracy')),
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/group-counts.js

/** Name of the group of rows whose protected value is missing. Readers of data refuse it as a real value. */
const MISSING_GROUP = '__missing__';
/**
 * Confusion counts per sensitive column and group, groups in code-unit order.
 *
 * @throws ActionError `bug` when arrays are not aligned.
 */
function countGroups(rows) {
    (0,confusion/* checkAligned */.P1)(rows.labels.length, rows.predicted.length, 'predictions');
    return new Map([...rows.sensitive].map(([column, values]) => {
        (0,confusion/* checkAligned */.P1)(rows.labels.length, values.length, `values of ${column}`);
        return [column, countColumn(rows, values, rows.knownGroups?.get(column) ?? [])];
    }));
}
function countColumn(rows, values, known) {
    const none = () => ({ tp: 0, fp: 0, fn: 0, tn: 0 });
    const counts = new Map(known.map((group) => [group, none()]));
    for (const [index, label] of rows.labels.entries()) {
        const group = values[index] ?? MISSING_GROUP;
        const own = counts.get(group) ?? none();
        counts.set(group, own);
        if (rows.predicted[index])
            own[label ? 'tp' : 'fp'] += 1;
        else
            own[label ? 'fn' : 'tn'] += 1;
    }
    return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./build/actions/fairness-gate/src/run.js



/** Compares the groups of the policy's sensitive columns on the predictions of a training run's candidate. */
async function judgeFairness(request, ports) {
    const { subject, modelDigest, data, challenger, inputs } = await (0,gate_inputs/* loadGateInputs */.R)(request, ports);
    const config = subject.modelConfig.gates.fairness;
    if (config === undefined)
        throw gateNotConfigured(request.model);
    return evaluateFairness({
        config,
        context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
        groups: countGroups({
            labels: data.labels,
            predicted: challenger.predicted,
            sensitive: data.protected,
            knownGroups: data.knownGroups,
        }),
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
