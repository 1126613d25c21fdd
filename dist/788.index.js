export const id = 788;
export const ids = [788];
export const modules = {

/***/ 97788:
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
// EXTERNAL MODULE: ./build/packages/gates/src/decision/assemble-decision.js
var assemble_decision = __webpack_require__(24840);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/confusion.js
var decision_confusion = __webpack_require__(19745);
;// CONCATENATED MODULE: ./build/packages/stats/src/metric-directions.js
/**
 * Which way each metric of performance is better. The one place that says so: a comparison that takes the direction from
 * here cannot hold a distance for a score. Calibration intercept and slope have no direction: 0 and 1 are best.
 */
const METRIC_DIRECTIONS = {
    accuracy: 'max',
    error: 'min',
    precision: 'max',
    recall: 'max',
    specificity: 'max',
    npv: 'max',
    fpr: 'min',
    fnr: 'min',
    fdr: 'min',
    for: 'min',
    'f-beta': 'max',
    'balanced-accuracy': 'max',
    matthews: 'max',
    'cohen-kappa': 'max',
    'macro-f1': 'max',
    'micro-f1': 'max',
    'weighted-f1': 'max',
    auc: 'max',
    'macro-auc-ovr': 'max',
    'macro-auc-ovo': 'max',
    'average-precision': 'max',
    'top-k-accuracy': 'max',
    'log-loss': 'min',
    brier: 'min',
    'expected-calibration-error': 'min',
    mae: 'min',
    mse: 'min',
    rmse: 'min',
    'median-absolute-error': 'min',
    'max-error': 'min',
    pinball: 'min',
    msle: 'min',
    mape: 'min',
    wape: 'min',
    r2: 'max',
    spearman: 'max',
    'kendall-tau-b': 'max',
    ndcg: 'max',
    map: 'max',
    mrr: 'max',
    'recall-at-k': 'max',
    'precision-at-k': 'max',
    'hit-at-k': 'max',
};
/** How much better `challenger` is than `champion`: above zero is better, whatever the direction of the metric. */
function improvement(metric, values) {
    const change = values.challenger - values.champion;
    return METRIC_DIRECTIONS[metric] === 'max' ? change : -change;
}

// EXTERNAL MODULE: ./build/packages/stats/src/measured.js
var measured = __webpack_require__(24333);
// EXTERNAL MODULE: ./build/packages/stats/src/classification/binary-confusion.js
var binary_confusion = __webpack_require__(47352);
;// CONCATENATED MODULE: ./build/packages/stats/src/classification/f-beta.js


/**
 * F_β = (1+β²)TP / ((1+β²)TP + β²FN + FP), from 0 to 1, higher is better; β = 1 weighs precision and recall equally, a
 * larger β favours recall, β = 0 is precision. Van Rijsbergen (1979), Information Retrieval, ch. 7.
 *
 * Undefined when nothing is positive and nothing is predicted positive (`no-positives`); with β = 0 when nothing is
 * predicted positive.
 *
 * @throws RangeError when β is negative or not finite, or a count is.
 */
function fBeta(confusion, beta) {
    (0,binary_confusion/* checkConfusion */.Ld)(confusion);
    if (!(beta >= 0 && beta < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`The beta of an F score must be finite and not negative, got ${beta}.`);
    }
    const square = beta * beta;
    const right = (1 + square) * confusion.tp;
    const whole = right + square * confusion.fn + confusion.fp;
    return (0,measured/* quotient */.y8)(right, whole, beta === 0 ? 'no-predicted-positives' : 'no-positives');
}

;// CONCATENATED MODULE: ./build/packages/stats/src/weighted-mean.js

/**
 * Sum of `term(0)` to `term(n - 1)` with the rounding errors carried along (Neumaier 1974, ZAMM 54, 39-51), so that the
 * order of the rows does not show in the digits that are printed. A sum that overflows is infinite.
 */
function sumOver(n, term) {
    let sum = 0;
    let lost = 0;
    for (let index = 0; index < n; index += 1) {
        const value = term(index);
        const next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }
    return Number.isFinite(sum) ? sum + lost : sum;
}
/** Mean of `term(row)` over rows, weighted when there are weights; `empty-group` without rows. O(N). */
function weighted_mean_meanOver(n, term, weights) {
    if (n === 0)
        return undefinedFor('empty-group');
    if (weights === undefined)
        return defined(sumOver(n, term) / n);
    const total = sumOver(n, (index) => Number(weights[index]));
    return defined(sumOver(n, (index) => Number(weights[index]) * term(index)) / total);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/sample-checks.js
/** @throws RangeError unless both have one length. */
function sample_checks_checkSameLength(first, second, what) {
    if (first.length !== second.length) {
        throw new RangeError(`The ${what} must have one length, got ${first.length} and ${second.length}.`);
    }
}
/** @throws RangeError when a value is NaN or infinite. */
function checkFinite(values, what) {
    checkEach(values, Number.isFinite, `${what} must be finite`);
}
/** @throws RangeError when a value is below zero, NaN or infinite. */
function checkNotNegative(values, what) {
    checkEach(values, (value) => value >= 0 && value < Number.POSITIVE_INFINITY, `${what} must be finite and not negative`);
}
/** @throws RangeError when there are weights and one is not positive and finite, or their number is not that of the rows. */
function sample_checks_checkWeights(weights, rows) {
    if (weights === undefined)
        return;
    sample_checks_checkSameLength(rows, weights, 'rows and weights');
    checkEach(weights, (value) => value > 0 && value < Number.POSITIVE_INFINITY, 'A weight must be positive and finite');
}
/** @throws RangeError when a label is neither 0 nor 1. */
function checkBinary(labels, what) {
    checkEach(labels, (value) => value === 0 || value === 1, `${what} must be 0 or 1`);
}
/** @throws RangeError when a class is not a whole number from 0 to one below the number of classes. */
function sample_checks_checkClasses(labels, classes, what) {
    if (!Number.isSafeInteger(classes) || classes < 2) {
        throw new RangeError(`The number of classes must be a whole number from 2, got ${classes}.`);
    }
    const isClass = (value) => Number.isInteger(value) && value >= 0 && value < classes;
    checkEach(labels, isClass, `${what} must be a whole number from 0 to ${classes - 1}`);
}
/** @throws RangeError when a value is not in [0, 1]. */
function sample_checks_checkProbabilities(values, what) {
    checkEach(values, (value) => value >= 0 && value <= 1, `${what} must be a number from 0 to 1`);
}
/** @throws RangeError unless `value` is a whole number from 1. */
function checkDepth(value, what) {
    if (!Number.isSafeInteger(value) || value < 1) {
        throw new RangeError(`${what} must be a whole number from 1, got ${value}.`);
    }
}
function checkEach(values, allowed, rule) {
    for (let index = 0; index < values.length; index += 1) {
        const value = Number(values[index]);
        if (!allowed(value))
            throw new RangeError(`${rule}, got ${value} at position ${index}.`);
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/class-confusion.js

/**
 * Counts rows by true and predicted class, classes from 0 to K-1. O(N + K²).
 *
 * @throws RangeError when a class is out of range, K is below 2, a weight is not positive and finite, or lengths differ.
 */
function classConfusion({ labels, predicted, classes, weights }) {
    checkSameLength(labels, predicted, 'labels and predictions');
    checkClasses(labels, classes, 'A label');
    checkClasses(predicted, classes, 'A prediction');
    checkWeights(weights, labels);
    const cells = new Float64Array(classes * classes);
    for (let row = 0; row < labels.length; row += 1) {
        const cell = Number(labels[row]) * classes + Number(predicted[row]);
        cells[cell] = Number(cells[cell]) + (weights === undefined ? 1 : Number(weights[row]));
    }
    return { classes, cells };
}
/** @throws RangeError when the cells are not K·K counts, finite and not negative. */
function classMargins({ classes, cells }) {
    sample_checks_checkClasses([], classes, 'A class');
    if (cells.length !== classes * classes) {
        throw new RangeError(`A confusion of ${classes} classes must have ${classes * classes} cells, got ${cells.length}.`);
    }
    checkNotNegative(cells, 'A count of a confusion');
    const right = new Float64Array(classes);
    const actual = new Float64Array(classes);
    const predicted = new Float64Array(classes);
    let total = 0;
    for (let cell = 0; cell < cells.length; cell += 1) {
        const count = Number(cells[cell]);
        const row = Math.floor(cell / classes);
        const column = cell % classes;
        actual[row] = Number(actual[row]) + count;
        predicted[column] = Number(predicted[column]) + count;
        if (row === column)
            right[row] = count;
        total += count;
    }
    return { total, right, actual, predicted };
}
/** How many classes have a row. */
function presentClasses(margin) {
    return margin.filter((count) => count > 0).length;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/cohen-kappa.js



const DISAGREEMENT = {
    none: (distance) => Number(distance > 0),
    linear: (distance) => distance,
    quadratic: (distance) => distance * distance,
};
/**
 * Cohen's κ = 1 - Σ w·observed / Σ w·expected, at most 1, 0 at chance, higher is better. Linear and quadratic weights
 * take the classes as ordered and equally spaced. Cohen (1968), Psychological Bulletin 70, 213-220.
 *
 * Undefined when all rows lie in one cell of the diagonal, for there no disagreement can be expected (`single-class`),
 * and without rows (`empty-group`).
 *
 * @throws RangeError when the confusion is not K·K counts.
 */
function cohenKappa(confusion, weights = 'none') {
    const { actual, predicted, total } = classMargins(confusion);
    if (total === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    const { classes, cells } = confusion;
    const disagreement = DISAGREEMENT[weights];
    const rowOf = (cell) => Math.floor(cell / classes);
    const weightOf = (cell) => disagreement(Math.abs(rowOf(cell) - (cell % classes)));
    const observed = sumOver(cells.length, (cell) => weightOf(cell) * Number(cells[cell]));
    const expected = sumOver(cells.length, (cell) => (weightOf(cell) * Number(actual[rowOf(cell)]) * Number(predicted[cell % classes])) / total);
    return expected === 0 ? (0,measured/* undefinedFor */.iN)('single-class') : (0,measured/* defined */.sw)(1 - observed / expected);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/balanced-accuracy.js


/**
 * Mean of recall and specificity, from 0 to 1, higher is better; one half for a constant prediction.
 * Undefined with one class (`single-class`: scikit-learn returns the one recall and warns) and without rows.
 *
 * @throws RangeError when a count is negative or not finite.
 */
function balancedAccuracy(confusion) {
    (0,binary_confusion/* checkConfusion */.Ld)(confusion);
    const { tp, fp, fn, tn } = confusion;
    if ((0,binary_confusion/* confusionTotal */.dL)(confusion) === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    if (tp + fn === 0 || fp + tn === 0)
        return (0,measured/* undefinedFor */.iN)('single-class');
    return (0,measured/* defined */.sw)((tp / (tp + fn) + tn / (fp + tn)) / 2);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/matthews.js


/**
 * Matthews correlation coefficient (TP·TN - FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN)), from -1 to 1, higher is better.
 * Matthews (1975), Biochimica et Biophysica Acta 405, 442-451.
 *
 * Undefined when a factor of the radicand is zero (scikit-learn says 0): `empty-group`, `single-class`, or
 * `constant-prediction`.
 *
 * @throws RangeError when a count is negative or not finite.
 */
function matthews(confusion) {
    (0,binary_confusion/* checkConfusion */.Ld)(confusion);
    const { tp, fp, fn, tn } = confusion;
    if ((0,binary_confusion/* confusionTotal */.dL)(confusion) === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    if (tp + fn === 0 || fp + tn === 0)
        return (0,measured/* undefinedFor */.iN)('single-class');
    if (tp + fp === 0 || fn + tn === 0)
        return (0,measured/* undefinedFor */.iN)('constant-prediction');
    // Two roots, not one: the product of four large counts would overflow, and this pairing is exact for a perfect model.
    const scale = Math.sqrt((tp + fp) * (tp + fn)) * Math.sqrt((tn + fp) * (tn + fn));
    return (0,measured/* defined */.sw)(Math.min(1, Math.max(-1, (tp * tn - fp * fn) / scale)));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/log-loss.js



// The smallest probability that counts, so that one sure mistake does not make the mean infinite: the machine epsilon.
const SMALLEST = 2 ** -52;
/**
 * Log loss of binary probabilities, mean of -ln of the probability that was given to the true label, in nats; that
 * probability is clipped to [2⁻⁵², 1 - 2⁻⁵²] as scikit-learn does. From 0, lower is better. Undefined without rows
 * (`empty-group`). O(N).
 *
 * @throws RangeError when a score is not in [0, 1], a label not 0 or 1, a weight not positive, or lengths differ.
 */
function logLoss(sample) {
    checkProbabilityLabels(sample);
    return meanOver(sample.labels.length, logLossOfRow(sample), sample.weights);
}
/** The loss of each row, whose mean {@link logLoss} is: for intervals from the spread of the rows. */
function logLossOfRow({ labels, scores }) {
    return (row) => {
        const p = clip(Number(scores[row]));
        return labels[row] === 1 ? -Math.log(p) : -Math.log1p(-p);
    };
}
/**
 * Log loss of the probabilities of K classes; see {@link logLoss}. Only the probability of the true class counts.
 *
 * @throws RangeError when the scores of a row are not probabilities that sum to 1, or as {@link logLoss}.
 */
function classLogLoss(sample) {
    checkClassProbabilities(sample);
    return meanOver(sample.labels.length, classLogLossOfRow(sample), sample.weights);
}
/** The loss of each row, whose mean {@link classLogLoss} is. */
function classLogLossOfRow({ labels, classes, scores }) {
    return (row) => -Math.log(clip(Number(scores[row * classes + Number(labels[row])])));
}
function clip(probability) {
    return Math.min(1 - SMALLEST, Math.max(SMALLEST, probability));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/brier.js



/**
 * Brier score of binary probabilities, mean (p - y)², from 0 to 1, lower is better. Brier (1950), Monthly Weather Review
 * 78, 1-3, halved as is usual for two classes. Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when a score is not in [0, 1], a label not 0 or 1, a weight not positive, or lengths differ.
 */
function brier(sample) {
    checkProbabilityLabels(sample);
    return meanOver(sample.labels.length, brierOfRow(sample), sample.weights);
}
/** The loss of each row, whose mean {@link brier} is: for intervals from the spread of the rows. */
function brierOfRow({ labels, scores }) {
    return (row) => (Number(scores[row]) - Number(labels[row])) ** 2;
}
/**
 * Brier score of K classes, mean Σ_k (p_k - y_k)², not halved, from 0 to 2, lower is better. For two classes it is twice
 * {@link brier}. Undefined without rows (`empty-group`). O(N·K).
 *
 * @throws RangeError when the scores of a row are not probabilities that sum to 1, or as {@link brier}.
 */
function classBrier(sample) {
    checkClassProbabilities(sample);
    return meanOver(sample.labels.length, classBrierOfRow(sample), sample.weights);
}
/** The loss of each row, whose mean {@link classBrier} is. */
function classBrierOfRow({ labels, classes, scores }) {
    return (row) => {
        let sum = 0;
        for (let k = 0; k < classes; k += 1)
            sum += (Number(scores[row * classes + k]) - Number(labels[row] === k)) ** 2;
        return sum;
    };
}

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

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/score-order.js


/**
 * Sorts rows by descending score. O(N log N).
 *
 * @throws RangeError when a score is not finite.
 */
function scoreOrder(scores) {
    checkFinite(scores, 'A score');
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

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/scored-labels.js

/** @throws RangeError when a label is not 0 or 1, a weight not positive and finite, or lengths differ. */
function checkScoredLabels({ labels, scores, weights }) {
    sample_checks_checkSameLength(labels, scores, 'labels and scores');
    checkBinary(labels, 'A label');
    sample_checks_checkWeights(weights, labels);
}
/** @throws RangeError as {@link checkScoredLabels}, and when a score is not a probability. */
function scored_labels_checkProbabilityLabels(sample) {
    checkScoredLabels(sample);
    checkProbabilities(sample.scores, 'A probability');
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/roc-auc.js



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
    checkScoredLabels(sample);
    return rocAucInOrder({ order: scoreOrder(sample.scores), labels: sample.labels, weights: sample.weights });
}
/** {@link rocAuc} over rows that are sorted already; nothing is checked, weights of 0 are allowed. O(N). */
function rocAucInOrder(ordered) {
    let positives = 0;
    let negatives = 0;
    let rightPairs = 0;
    eachRun(ordered, (ownPositives, ownNegatives) => {
        rightPairs += ownNegatives * (positives + ownPositives / 2);
        positives += ownPositives;
        negatives += ownNegatives;
    });
    if (positives + negatives === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    if (positives === 0 || negatives === 0)
        return (0,measured/* undefinedFor */.iN)('single-class');
    // Sums of weights can end one rounding step above the product of the totals.
    return (0,measured/* defined */.sw)(Math.min(1, rightPairs / (positives * negatives)));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranks/ascending-order.js
/**
 * The indices of the values in ascending order; equal values, 0 and -0 among them, keep the order they had. O(N log N).
 *
 * @param values No NaN.
 * @param before The order to keep among equals; that of the array when absent. Not changed.
 */
function ascendingOrder(values, before) {
    const order = before?.slice() ?? new Int32Array(values.length).map((_, index) => index);
    return order.sort((a, b) => Number(values[a]) - Number(values[b]));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranks/midranks.js

/** Ranks from 1 in ascending order; equal values share the mean of their ranks. O(N log N). */
function midranks(values) {
    const order = ascendingOrder(values);
    const ranks = new Float64Array(values.length);
    for (let start = 0; start < order.length;) {
        const end = endOfTie(values, order, start);
        for (let at = start; at < end; at += 1)
            ranks[Number(order[at])] = (start + 1 + end) / 2;
        start = end;
    }
    return ranks;
}
/** The position after the last value that equals the one at `start`, in the order given. */
function endOfTie(values, order, start) {
    const value = values[Number(order[start])];
    let end = start + 1;
    while (end < order.length && values[Number(order[end])] === value)
        end += 1;
    return end;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranks/delong.js

/**
 * Areas under the ROC curve (ties count one half) with their covariance: DeLong, DeLong and Clarke-Pearson (1988),
 * Biometrics 44, 837-845, by midranks in O(N log N) as Sun and Xu (2014), IEEE Signal Processing Letters 21, 1389-1393.
 *
 * Per positive row V10 = (R - Rpos)/n, per negative row V01 = 1 - (R - Rneg)/m, with m positives and n negatives;
 * covariance = cov(V10)/m + cov(V01)/n, each with divisor minus one.
 *
 * `null` when there is no positive or no negative row: the area is not defined then.
 *
 * @param labels True where the row is positive.
 * @param scores One array per model, aligned with `labels`; a higher score means more likely positive.
 * @throws RangeError when a score is not finite or an array has another length than `labels`.
 */
function delong(labels, scores) {
    const positives = labels.filter((label) => label).length;
    const negatives = labels.length - positives;
    if (positives === 0 || negatives === 0)
        return null;
    const parts = scores.map((values) => components(labels, values));
    const aucs = parts.map(({ ofPositives }) => mean(ofPositives));
    if (positives < 2 || negatives < 2)
        return { aucs, covariance: null, positives, negatives };
    const covariance = parts.map((a) => parts.map((b) => sampleCovariance(a.ofPositives, b.ofPositives) / positives +
        sampleCovariance(a.ofNegatives, b.ofNegatives) / negatives));
    return { aucs, covariance, positives, negatives };
}
function components(labels, scores) {
    if (scores.length !== labels.length) {
        throw new RangeError(`Scores and labels must have one length, got ${scores.length} and ${labels.length}.`);
    }
    const bad = scores.find((score) => !Number.isFinite(score));
    if (bad !== undefined)
        throw new RangeError(`A score is a finite number, got ${bad}.`);
    const all = midranks(scores);
    const positive = indices(labels, true);
    const negative = indices(labels, false);
    const share = (own, others) => {
        const within = midranks(own.map((index) => Number(scores[index])));
        return own.map((index, at) => (Number(all[index]) - Number(within[at])) / others);
    };
    return {
        ofPositives: share(positive, negative.length),
        ofNegatives: share(negative, positive.length).map((outranked) => 1 - outranked),
    };
}
function indices(labels, wanted) {
    return labels.flatMap((label, index) => (label === wanted ? [index] : []));
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function sampleCovariance(a, b) {
    const meanA = mean(a);
    const meanB = mean(b);
    const sum = a.reduce((total, value, index) => total + (value - meanA) * (Number(b[index]) - meanB), 0);
    return sum / (a.length - 1);
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/critical-value.js
var critical_value = __webpack_require__(89320);
;// CONCATENATED MODULE: ./build/packages/stats/src/special/normal.js
/**
 * Standard normal distribution function Φ(x).
 *
 * Taylor series around 0 for |x| ≤ 3 (Marsaglia 2004, J. Stat. Softw. 11(4)), the continued fraction of the Mills ratio
 * beyond. Relative error below 1e-13 against scipy `ndtr` for -37 ≤ x ≤ 8; NaN for NaN.
 *
 * @example normalCdf(1.96) // 0.9750021048517795
 */
function normalCdf(x) {
    if (Number.isNaN(x))
        return Number.NaN;
    if (x < -3)
        return upperTail(-x);
    if (x > 3)
        return 1 - upperTail(x);
    let term = x;
    let sum = x;
    for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
        term *= (x * x) / odd;
        sum += term;
    }
    return 0.5 + sum * density(x);
}
/** P(Z > x) for x ≥ 3 by the continued fraction 1/(x+1/(x+2/(x+3/(x+…)))), evaluated from its tail. */
function upperTail(x) {
    let fraction = x;
    for (let k = 120; k >= 1; k -= 1)
        fraction = x + k / fraction;
    return density(x) / fraction;
}
function density(x) {
    return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranks/delong-difference.js


/**
 * DeLong interval of one area on the linear scale, within [0, 1]; `null` where the variance cannot be estimated.
 * It has no width at 0 and 1: use `aucScoreInterval` there and for fewer than ten rows of a class.
 */
function delongInterval(result, model, confidence) {
    const auc = result.aucs[model];
    const variance = result.covariance?.[model]?.[model];
    if (auc === undefined || variance === undefined)
        return null;
    const half = (0,critical_value/* criticalValue */.z)(confidence) * Math.sqrt(variance);
    return [Math.max(0, auc - half), Math.min(1, auc + half)];
}
/**
 * Difference of the first two areas of `result` with the normal interval from their covariance; `null` where that cannot
 * be estimated. Two models that rank every row alike have difference 0, interval [0, 0] and p = 1.
 */
function delongDifference(result, confidence) {
    const [first, second] = result.aucs;
    const [a, b] = result.covariance ?? [];
    if (first === undefined || second === undefined || a === undefined || b === undefined)
        return null;
    const difference = first - second;
    // Rounding can leave a tiny negative number where the variance of the difference is zero.
    const variance = Math.max(0, Number(a[0]) + Number(b[1]) - 2 * Number(a[1]));
    const standardError = variance < 1e-15 ? 0 : Math.sqrt(variance);
    const half = (0,critical_value/* criticalValue */.z)(confidence) * standardError;
    return {
        difference,
        interval: [Math.max(-1, difference - half), Math.min(1, difference + half)],
        standardError,
        p: pValue(difference, standardError),
    };
}
function pValue(difference, standardError) {
    if (difference === 0)
        return 1;
    return standardError === 0 ? 0 : 2 * normalCdf(-Math.abs(difference) / standardError);
}

// EXTERNAL MODULE: ./build/packages/stats/src/arguments.js
var src_arguments = __webpack_require__(65505);
;// CONCATENATED MODULE: ./build/packages/stats/src/special/bisection.js
/**
 * The point of [from, to] at which a non-increasing function crosses zero, by bisection to the last representable digit.
 * Where the function has one sign on the whole range, the end nearer to the crossing is returned.
 */
function crossing(decreasing, from, to) {
    let low = from;
    let high = to;
    for (let step = 0; step < 200; step += 1) {
        const middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        if (decreasing(middle) > 0)
            low = middle;
        else
            high = middle;
    }
    return decreasing(high) > 0 ? high : low + (high - low) / 2;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranks/auc-score.js



/**
 * Score interval of an area under the ROC curve: Newcombe (2006), Statistics in Medicine 25, 559-573, method 5.
 *
 * The bounds solve (A - θ)² = z²·V(θ), V(θ) = θ(1-θ)[1 + N*(1-θ)/(2-θ) + N*θ/(1+θ)]/(mn), N* = (m+n)/2 - 1. The
 * interval has positive width also at A = 0 and A = 1, where DeLong's has none.
 *
 * @throws RangeError when auc is not in [0, 1], a class is empty, or confidence is not in (0, 1).
 */
function aucScoreInterval(measured, confidence) {
    const { auc, positives, negatives } = measured;
    (0,src_arguments/* checkCounts */.tl)(0, positives);
    (0,src_arguments/* checkCounts */.tl)(0, negatives);
    if (!(auc >= 0 && auc <= 1))
        throw new RangeError(`An area is a number from 0 to 1, got ${auc}.`);
    const z = (0,critical_value/* criticalValue */.z)(confidence);
    const extra = (positives + negatives) / 2 - 1;
    const error = (theta) => {
        const shape = 1 + (extra * (1 - theta)) / (2 - theta) + (extra * theta) / (1 + theta);
        return z * Math.sqrt((theta * (1 - theta) * shape) / (positives * negatives));
    };
    return [
        auc === 0 ? 0 : crossing((theta) => auc - theta - error(theta), 0, auc),
        auc === 1 ? 1 : crossing((theta) => auc - theta + error(theta), auc, 1),
    ];
}

// EXTERNAL MODULE: ./build/packages/core/src/reason-codes.js
var reason_codes = __webpack_require__(85424);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/metric-estimate.js


function isUndefined(estimate) {
    return 'reasonCode' in estimate;
}
/** An estimate whose bounds a formula gives. */
function estimateOf(formula, confidence) {
    return {
        ...formula,
        bounds: formula.boundsAt((0,critical_value/* twoSidedConfidence */.G)(confidence)),
        interval: formula.boundsAt(confidence),
        resampling: null,
    };
}
/** The reason of a measure as a reason code; no row at all is too few of them. */
function undefinedMetric(reason) {
    const code = reason === 'empty-group' ? 'insufficient-n' : reason;
    if ((0,reason_codes/* isReasonCode */.v)(code))
        return { reasonCode: code };
    throw new errors/* ActionError */.lZ('bug', {
        where: 'A metric of the performance gate',
        found: `the reason "${reason}"`,
        allowed: 'a reason code',
        remedy: 'Report this as a bug of Gatehouse',
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/auc-metric.js


// DeLong's normal interval is not trusted below this many rows of a class (stats.md §1.3).
const FEWEST_FOR_DELONG = 10;
/** Area under the ROC curve: DeLong, or the score interval (Newcombe method 5) where DeLong's degenerates. */
const AUC = {
    value: (labels, { scores }) => rocAuc({ labels: Uint8Array.from(labels, Number), scores: Float64Array.from(scores) }),
    estimate: estimateAuc,
    compare: compareAuc,
};
function estimateAuc(labels, model, { confidence }) {
    const result = delong(labels, [model.scores]);
    if (result === null)
        return undefinedMetric('single-class');
    const formula = {
        value: aucOf(result, 0),
        boundsAt: (level) => aucBounds(result, 0, level),
        method: usesDelong(result, 0) ? 'delong' : 'newcombe method 5',
        n: [result.positives, result.negatives],
    };
    return estimateOf(formula, confidence);
}
/** Area of the challenger minus that of the champion on the same rows. */
function compareAuc(labels, models, { confidence }) {
    const result = delong(labels, [models.challenger.scores, models.champion.scores]);
    if (result === null)
        return undefinedMetric('single-class');
    const n = [result.positives, result.negatives];
    const paired = delongDifference(result, confidence);
    const identical = paired !== null && paired.standardError === 0 && paired.difference === 0;
    if (paired !== null && (identical || (usesDelong(result, 0) && usesDelong(result, 1)))) {
        const boundsAt = (level) => delongDifference(result, level)?.interval ?? paired.interval;
        const method = identical ? 'delong, identical ranking' : 'delong';
        return { ...estimateOf({ value: paired.difference, boundsAt, method, n }, confidence), p: paired.p };
    }
    const formula = {
        value: aucOf(result, 0) - aucOf(result, 1),
        boundsAt: (level) => squareAndAdd(result, level),
        method: 'newcombe method 5, square and add',
        n,
    };
    return { ...estimateOf(formula, confidence), p: null };
}
function usesDelong(result, model) {
    const auc = aucOf(result, model);
    return (result.covariance !== null &&
        auc > 0 &&
        auc < 1 &&
        Math.min(result.positives, result.negatives) >= FEWEST_FOR_DELONG);
}
function aucBounds(result, model, confidence) {
    const interval = usesDelong(result, model) ? delongInterval(result, model, confidence) : null;
    const { positives, negatives } = result;
    return interval ?? aucScoreInterval({ auc: aucOf(result, model), positives, negatives }, confidence);
}
/**
 * Combines the two single intervals as Newcombe does for proportions. It leaves out that models scored on the same rows
 * are positively correlated, which makes it too wide and never too narrow for them.
 */
function squareAndAdd(result, confidence) {
    const [a, b] = [aucOf(result, 0), aucOf(result, 1)];
    const { positives, negatives } = result;
    const [lowerA, upperA] = aucScoreInterval({ auc: a, positives, negatives }, confidence);
    const [lowerB, upperB] = aucScoreInterval({ auc: b, positives, negatives }, confidence);
    return [
        Math.max(-1, a - b - Math.hypot(a - lowerA, upperB - b)),
        Math.min(1, a - b + Math.hypot(upperA - a, b - lowerB)),
    ];
}
function aucOf(result, model) {
    // Sums of thirds and the like can end one rounding step outside the range.
    return Math.min(1, Math.max(0, Number(result.aucs[model])));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/average-precision.js



/**
 * Average precision, the area under the precision-recall curve by steps: Σ (R_k - R_{k-1})·P_k over the distinct scores,
 * highest first, without interpolation. From 0 to 1, higher is better; the base rate at chance. O(N log N).
 *
 * Undefined without a positive (`no-positives`; scikit-learn says 0) and without rows (`empty-group`).
 *
 * @throws RangeError when a score is not finite, a label not 0 or 1, a weight not positive, or lengths differ.
 */
function averagePrecision(sample) {
    checkScoredLabels(sample);
    return averagePrecisionInOrder({ order: scoreOrder(sample.scores), labels: sample.labels, weights: sample.weights });
}
/** {@link averagePrecision} over rows that are sorted already; nothing is checked, weights of 0 are allowed. O(N). */
function averagePrecisionInOrder(ordered) {
    let positives = 0;
    let selected = 0;
    let sum = 0;
    eachRun(ordered, (ownPositives, ownNegatives) => {
        positives += ownPositives;
        selected += ownPositives + ownNegatives;
        if (ownPositives > 0)
            sum += ownPositives * (positives / selected);
    });
    if (selected === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    return positives === 0 ? (0,measured/* undefinedFor */.iN)('no-positives') : (0,measured/* defined */.sw)(Math.min(1, sum / positives));
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/normal-quantile.js
var normal_quantile = __webpack_require__(43642);
;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/percentile.js
/**
 * The quantile of sorted values by linear interpolation between them (type 7 of Hyndman and Fan 1996, numpy's default):
 * position p·(n-1) counted from 0.
 *
 * @param sorted Ascending, at least one value.
 * @throws RangeError when there is no value or p is not from 0 to 1.
 */
function linearPercentile(sorted, p) {
    if (sorted.length === 0)
        throw new RangeError('A percentile needs at least one value, got none.');
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`A share is a number from 0 to 1, got ${p}.`);
    const position = p * (sorted.length - 1);
    const below = Math.floor(position);
    const low = Number(sorted[below]);
    const high = Number(sorted[Math.min(below + 1, sorted.length - 1)]);
    return low === high ? low : low + (position - below) * (high - low);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/bca.js




/**
 * Bias-corrected and accelerated bootstrap interval: Efron (1987), JASA 82, 171-185. z0 = Φ⁻¹((#{θ* < θ} + #{θ* ≤ θ})/2B),
 * shares Φ(z0 + (z0 + z)/(1 - a(z0 + z))) for z = ±z(confidence), read by linear interpolation. Where that is not defined the
 * plain percentiles are given and `fallback` says why.
 *
 * @throws RangeError when there is no replicate or confidence is not in (0, 1).
 */
function bcaInterval({ estimate, replicates, acceleration }, confidence) {
    (0,src_arguments/* checkConfidence */.p3)(confidence);
    const z = (0,normal_quantile/* normalQuantile */.Z)((1 - confidence) / 2);
    const ranks = countBelow(replicates, estimate) + countBelow(replicates, estimate, true);
    const biasCorrection = (0,normal_quantile/* normalQuantile */.Z)(ranks / (2 * replicates.length));
    const corrected = correctedShares({ biasCorrection, acceleration }, z);
    const usable = typeof corrected !== 'string';
    const shares = usable ? corrected : [(1 - confidence) / 2, 1 - (1 - confidence) / 2];
    return {
        interval: [linearPercentile(replicates, shares[0]), linearPercentile(replicates, shares[1])],
        shares,
        method: usable ? 'bca' : 'percentile',
        fallback: usable ? null : corrected,
        biasCorrection,
        acceleration,
    };
}
function correctedShares({ biasCorrection, acceleration }, z) {
    if (!Number.isFinite(biasCorrection))
        return 'one-sided-replicates';
    if (acceleration === null)
        return 'no-acceleration';
    const [lower, upper] = [biasCorrection + z, biasCorrection - z];
    if (acceleration * lower >= 1 || acceleration * upper >= 1)
        return 'acceleration-too-large';
    return [
        normalCdf(biasCorrection + lower / (1 - acceleration * lower)),
        normalCdf(biasCorrection + upper / (1 - acceleration * upper)),
    ];
}
/** How many sorted values lie below `limit`, or with `orEqual` not above it, by bisection. */
function countBelow(sorted, limit, orEqual = false) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >>> 1;
        const value = Number(sorted[middle]);
        if (value < limit || (orEqual && value === limit))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/random/shuffle.js
/** Puts the values into a random order, in place, each order as likely as any other (Fisher and Yates). */
function shuffle(values, random) {
    for (let last = values.length - 1; last > 0; last -= 1) {
        const other = random.integer(last + 1);
        const moved = Number(values[last]);
        values[last] = Number(values[other]);
        values[other] = moved;
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/random/binomial.js
/** ln k! minus Stirling's √(2π)·(k+1)^(k+½)·e^-(k+1) for k = 0 … 9. */
const STIRLING_TAIL = [
    0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
    0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
];
/**
 * A binomial count: n trials of probability p. Sequential inversion where the mean of the rarer side is below 10,
 * Hörmann's transformed rejection BTRS otherwise, so the cost does not grow with n. Hörmann (1993), Journal of Statistical
 * Computation and Simulation 46, 101-110.
 *
 * @throws RangeError when n is not a whole number from 0 or p is not in [0, 1].
 */
function binomialDraw(n, p, random) {
    if (!Number.isSafeInteger(n) || n < 0)
        throw new RangeError(`A number of trials is a whole number from 0, got ${n}.`);
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`A probability is a number from 0 to 1, got ${p}.`);
    if (p > 0.5)
        return n - binomialDraw(n, 1 - p, random);
    if (n === 0 || p === 0)
        return 0;
    return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}
/**
 * Multinomial counts of n trials: one conditional binomial per cell.
 *
 * @param weights Finite and not negative, with a positive sum.
 */
function multinomialDraw(n, weights, random) {
    const counts = new Float64Array(weights.length);
    // Suffix sums rather than a running subtraction: the last cell with weight then takes exactly what is left.
    const rest = Float64Array.from(weights);
    for (let i = rest.length - 2; i >= 0; i -= 1)
        rest[i] = Number(rest[i]) + Number(rest[i + 1]);
    if (!(Number(rest[0]) > 0))
        throw new RangeError('Weights must have a positive sum.');
    let left = n;
    for (let i = 0; i < weights.length && left > 0; i += 1) {
        const weight = Number(weights[i]);
        if (weight === 0)
            continue;
        const drawn = binomialDraw(left, Math.min(1, weight / Number(rest[i])), random);
        counts[i] = drawn;
        left -= drawn;
    }
    return counts;
}
function byInversion(n, p, random) {
    const odds = p / (1 - p);
    let mass = Math.exp(n * Math.log1p(-p));
    let u = random.uniform();
    let k = 0;
    while (u > mass && k < n) {
        u -= mass;
        mass *= (odds * (n - k)) / (k + 1);
        k += 1;
    }
    return k;
}
function byRejection(n, p, random) {
    const spread = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * spread;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const alpha = (2.83 + 5.1 / b) * spread;
    const squeeze = 0.92 - 4.2 / b;
    const odds = p / (1 - p);
    const mode = Math.floor((n + 1) * p);
    const atMode = (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) + tail(mode) + tail(n - mode);
    for (;;) {
        const u = random.uniform() - 0.5;
        const v = random.uniform();
        const edge = 0.5 - Math.abs(u);
        const k = Math.floor(((2 * a) / edge + b) * u + n * p + 0.5);
        if (edge >= 0.07 && v <= squeeze)
            return k;
        if (!(k >= 0 && k <= n))
            continue;
        const height = Math.log((v * alpha) / (a / (edge * edge) + b));
        const ratio = (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) + (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1));
        if (height <= atMode + ratio - tail(k) - tail(n - k))
            return k;
    }
}
function tail(k) {
    const known = STIRLING_TAIL[k];
    if (known !== undefined)
        return known;
    const square = (k + 1) * (k + 1);
    return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/units.js

/** @throws RangeError when there is no row, a number is out of range, or a stratum or cluster has no row. */
function checkUnits(units) {
    if (rowCount(units) < 1 || !Number.isSafeInteger(rowCount(units))) {
        throw new RangeError(`A number of rows is a whole number from 1, got ${rowCount(units)}.`);
    }
    if (units.kind === 'rows')
        return;
    if (units.kind === 'cells') {
        const negative = units.counts.find((count) => count < 0);
        if (negative !== undefined)
            throw new RangeError(`A count of a cell is a whole number from 0, got ${negative}.`);
        return;
    }
    const [of, count] = units.kind === 'strata' ? [units.stratumOf, units.strata] : [units.clusterOf, units.clusters];
    const sizes = new Int32Array(count);
    for (const part of of) {
        if (part < 0 || part >= count)
            throw new RangeError(`A part of the rows is from 0 to ${count - 1}, got ${part}.`);
        sizes[part] = Number(sizes[part]) + 1;
    }
    const empty = sizes.indexOf(0);
    if (empty >= 0)
        throw new RangeError(`Every part of the rows has a row, got none in ${empty}.`);
}
function rowCount(units) {
    if (units.kind === 'rows')
        return units.rows;
    if (units.kind === 'cells')
        return units.counts.reduce((sum, count) => sum + count, 0);
    return units.kind === 'strata' ? units.stratumOf.length : units.clusterOf.length;
}
/** How many units are drawn: rows, or clusters. */
function unitCount(units) {
    return units.kind === 'clusters' ? units.clusters : rowCount(units);
}
/** A function from multiplicities of the units to those of the rows; the same array where rows are the units. */
function toRowMultiplicities(units) {
    if (units.kind !== 'clusters')
        return (ofUnits) => ofUnits;
    const { clusterOf } = units;
    const ofRows = new Int32Array(clusterOf.length);
    return (ofUnits) => {
        for (let row = 0; row < ofRows.length; row += 1)
            ofRows[row] = Number(ofUnits[Number(clusterOf[row])]);
        return ofRows;
    };
}
/** A function that draws the units with replacement and gives the multiplicities of the rows, in an array that it reuses. */
function resampler(units) {
    checkUnits(units);
    if (units.kind === 'cells')
        return cellResampler(units.counts);
    const ofUnits = new Int32Array(unitCount(units));
    const toRows = toRowMultiplicities(units);
    const blocks = units.kind === 'strata' ? strataBlocks(units) : null;
    return (random) => {
        ofUnits.fill(0);
        if (blocks === null) {
            random.tally(ofUnits, ofUnits.length);
        }
        else {
            for (const block of blocks) {
                for (let draw = 0; draw < block.length; draw += 1)
                    take(ofUnits, Number(block[random.integer(block.length)]));
            }
        }
        return toRows(ofUnits);
    };
}
function cellResampler(counts) {
    const weights = Float64Array.from(counts);
    const rows = rowCount({ kind: 'cells', counts });
    const drawn = new Int32Array(counts.length);
    return (random) => {
        drawn.set(multinomialDraw(rows, weights, random));
        return drawn;
    };
}
/** Every unit as it was observed: once, or each cell as often as there are rows in it. */
function observed(units) {
    return units.kind === 'cells' ? units.counts.slice() : new Int32Array(rowCount(units)).fill(1);
}
function take(multiplicities, unit) {
    multiplicities[unit] = Number(multiplicities[unit]) + 1;
}
/** The rows of each stratum. */
function strataBlocks({ stratumOf, strata, }) {
    const sizes = new Int32Array(strata);
    for (const stratum of stratumOf)
        take(sizes, stratum);
    const blocks = Array.from(sizes, (size) => new Int32Array(size));
    const filled = new Int32Array(strata);
    for (const [row, stratum] of stratumOf.entries()) {
        const place = Number(filled[stratum]);
        blocks[stratum]?.fill(row, place, place + 1);
        take(filled, stratum);
    }
    return blocks;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/jackknife.js


/** How many parts the rows are left out in, when there are more units than that. */
const GROUPS = 200;
/**
 * The acceleration of BCa from values of the statistic without each part of the rows:
 * Σ(θ̄ - θ₍ᵢ₎)³/(6·[Σ(θ̄ - θ₍ᵢ₎)²]^1.5). Null when there are fewer than two values or they are all equal.
 *
 * @param leftOut The closed form where one is known (sums and means), or {@link deleteGroupJackknife}.
 * @throws RangeError when a value is not finite.
 * @example jackknifeAcceleration(Float64Array.of(27.25, 27, 26.75, 26.5, 2.5)) // 0.1116, the mean of 1, 2, 3, 4, 100
 */
function jackknifeAcceleration(leftOut) {
    if (leftOut.length < 2)
        return null;
    if (!leftOut.every(Number.isFinite))
        throw new RangeError('A jackknife value is a finite number.');
    const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
    const scale = leftOut.reduce((largest, value) => Math.max(largest, Math.abs(mean - value)), 0);
    // Deviations that are rounding of equal values have no skewness.
    if (scale <= 1e-14 * Math.abs(mean))
        return null;
    let squares = 0;
    let cubes = 0;
    for (const value of leftOut) {
        const deviation = (mean - value) / scale;
        squares += deviation ** 2;
        cubes += deviation ** 3;
    }
    return cubes / (6 * squares ** 1.5);
}
/**
 * The statistic without each of the units, or with more than 200 of them without each of 200 groups of nearly equal size.
 * The groups are drawn at random: consecutive rows of a sorted table are alike and would say nothing about the whole.
 * Null when the statistic has no value without some group. Rows counted in cells are each left out: those of one cell give
 * the same value.
 */
function deleteGroupJackknife(units, statistic, random) {
    if (units.kind === 'cells')
        return withoutOneOfCell(units.counts, statistic);
    const count = unitCount(units);
    const groups = Math.min(count, GROUPS);
    const order = Int32Array.from({ length: count }, (_, unit) => unit);
    if (groups < count)
        shuffle(order, random);
    const toRows = toRowMultiplicities(units);
    const values = new Float64Array(groups);
    const ofUnits = new Int32Array(count).fill(1);
    for (let group = 0; group < groups; group += 1) {
        for (let at = group; at < count; at += groups)
            ofUnits[Number(order[at])] = 0;
        const value = statistic(toRows(ofUnits));
        if (value === null)
            return null;
        values[group] = value;
        for (let at = group; at < count; at += groups)
            ofUnits[Number(order[at])] = 1;
    }
    return values;
}
function withoutOneOfCell(counts, statistic) {
    const values = new Float64Array(counts.reduce((sum, count) => sum + count, 0));
    let at = 0;
    for (const [cell, count] of counts.entries()) {
        if (count === 0)
            continue;
        const value = statistic(counts.with(cell, count - 1));
        if (value === null)
            return null;
        values.fill(value, at, at + count);
        at += count;
    }
    return values;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/monte-carlo-error.js

/** Divides 9,999, and its doubles, into batches of 303 and more. */
const BATCHES = 33;
/**
 * The standard error that the finite number of replicates leaves in a percentile: by batch means, the percentile of each of
 * 33 batches of consecutive replicates, their standard deviation over √33. Replicates that fill no batch are left out.
 *
 * @param replicates In the order drawn, at least 66.
 * @throws RangeError for fewer replicates or a share that is not from 0 to 1.
 */
function percentileError(replicates, share) {
    const size = Math.floor(replicates.length / BATCHES);
    if (size < 2)
        throw new RangeError(`A Monte-Carlo error needs ${2 * BATCHES} replicates, got ${replicates.length}.`);
    const values = Array.from({ length: BATCHES }, (_, batch) => linearPercentile(replicates.slice(batch * size, (batch + 1) * size).sort(), share));
    const mean = values.reduce((sum, value) => sum + value, 0) / BATCHES;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return Math.sqrt(squares / (BATCHES - 1) / BATCHES);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/bootstrap-interval.js






/** Fewer clusters say too little about how clusters differ. */
const LEAST_CLUSTERS = 20;
const REPLICATES = 9999;
const MOST_REPLICATES = 39_996;
const LEAST_REPLICATES = 2000;
/** The share of the replicates that may be drawn anew because the statistic had no value. */
const REDRAWN_SHARE = 0.1;
/**
 * Bootstrap interval of any statistic, BCa where it is defined and flagged percentiles elsewhere (stats.md §1.3).
 *
 * Undefined when the statistic has no value on the rows themselves (`undefined-statistic`), when more than a tenth of the
 * replicates had to be drawn anew (`undefined-replicates`), and with fewer than 20 clusters (`too-few-clusters`). The same
 * generator state gives the same interval on every machine.
 *
 * @throws RangeError when an argument is out of range, or the statistic returns what is not finite.
 */
function bootstrapInterval(request) {
    const { units, confidence, replicates = REPLICATES, decisions = [] } = request;
    (0,src_arguments/* checkConfidence */.p3)(confidence);
    checkUnits(units);
    checkReplicates(replicates);
    if (units.kind === 'clusters' && units.clusters < LEAST_CLUSTERS)
        return (0,measured/* undefinedFor */.iN)('too-few-clusters');
    const statistic = checked(request.statistic);
    const estimate = statistic(observed(units));
    if (estimate === null)
        return (0,measured/* undefinedFor */.iN)('undefined-statistic');
    const jackknife = request.jackknife?.() ?? null;
    const leftOut = request.jackknife === undefined ? deleteGroupJackknife(units, statistic, request.random) : jackknife;
    const acceleration = leftOut === null ? null : jackknifeAcceleration(leftOut);
    const draw = drawer({ units, statistic, random: request.random });
    for (let wanted = replicates;; wanted = Math.min(2 * wanted, MOST_REPLICATES)) {
        const drawn = draw(wanted);
        if (drawn === null)
            return (0,measured/* undefinedFor */.iN)('undefined-replicates');
        const sorted = drawn.values.slice().sort();
        const bounds = bcaInterval({ estimate, replicates: sorted, acceleration }, confidence);
        const monteCarloError = [
            percentileError(drawn.values, bounds.shares[0]),
            percentileError(drawn.values, bounds.shares[1]),
        ];
        const settled = decisions.every((decision) => isSettled(decision, bounds, monteCarloError));
        if (settled || wanted === MOST_REPLICATES) {
            const { redrawn } = drawn;
            const found = { ...bounds, estimate, replicates: wanted, sorted, redrawn };
            return { ...found, monteCarloError, settled, undefinedReason: null };
        }
    }
}
/** Draws replicates until there are as many as asked for, keeping those of earlier calls; null past the redraw budget. */
function drawer(of) {
    const next = resampler(of.units);
    let values = new Float64Array(0);
    let redrawn = 0;
    return (wanted) => {
        const more = new Float64Array(wanted);
        more.set(values);
        for (let at = values.length; at < wanted;) {
            const value = of.statistic(next(of.random));
            if (value === null) {
                redrawn += 1;
                if (redrawn > REDRAWN_SHARE * wanted)
                    return null;
            }
            else {
                more[at] = value;
                at += 1;
            }
        }
        values = more;
        return { values, redrawn };
    };
}
function isSettled(decision, bounds, errors) {
    const side = decision.bound === 'lower' ? 0 : 1;
    const distance = Math.abs(bounds.interval[side] - decision.threshold);
    // A bound without Monte-Carlo error is certain even at its threshold.
    return errors[side] === 0 || distance > 2 * errors[side];
}
function checked(statistic) {
    return (multiplicities) => {
        const value = statistic(multiplicities);
        if (value !== null && !Number.isFinite(value)) {
            throw new RangeError(`A statistic is a finite number, or null where it is undefined, got ${value}.`);
        }
        return value;
    };
}
function checkReplicates(replicates) {
    if (!Number.isSafeInteger(replicates) || replicates < LEAST_REPLICATES || replicates > MOST_REPLICATES) {
        throw new RangeError(`A number of replicates is a whole number from ${LEAST_REPLICATES} to ${MOST_REPLICATES}, got ${replicates}.`);
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/random/xoshiro.js
const WORDS = 4;
/** Outputs that are made at once where many are wanted. */
const BATCH = 1024;
const SEED_BYTES = 16;
const MASK = 0xffffffffffffffffn;
/**
 * xoshiro256** (Blackman and Vigna 2021, ACM TOMS 47(4), 36) seeded by splitmix64: the seed is read as 64-bit words, least
 * byte first, and absorbed four times, z ← mix(z + γ) ⊕ word, mix(z + γ) after each time being a word of the state. So each
 * word of the state depends on every byte of the seed.
 *
 * @param seed At least 16 bytes, a multiple of 8; gates take the first 16 bytes of a SHA-256 (stats.md §0).
 * @throws RangeError when the seed is shorter or no multiple of 8 bytes.
 */
function createRandom(seed) {
    if (seed.length < SEED_BYTES || seed.length % 8 !== 0) {
        throw new RangeError(`A seed has at least ${SEED_BYTES} bytes, a multiple of 8, got ${seed.length}.`);
    }
    const words = seedWords(seed);
    const state = [];
    let z = 0n;
    for (let round = 0; round < WORDS; round += 1) {
        for (const word of words)
            z = splitmix(z) ^ word;
        z = splitmix(z);
        state.push(z);
    }
    return fromWords(state);
}
/**
 * The generator as it was when its state was written down.
 *
 * @throws RangeError unless the state is 64 hexadecimal digits and not zero, which xoshiro never leaves.
 */
function resumeRandom(state) {
    if (!/^[0-9a-f]{64}$/.test(state) || /^0+$/.test(state)) {
        throw new RangeError(`A state is 64 hexadecimal digits, not all 0, got "${state}".`);
    }
    return fromWords(Array.from({ length: WORDS }, (_, word) => BigInt(`0x${state.slice(16 * word, 16 * word + 16)}`)));
}
function seedWords(seed) {
    const view = new DataView(seed.buffer, seed.byteOffset, seed.byteLength);
    return Array.from({ length: seed.length / 8 }, (_, word) => view.getBigUint64(8 * word, true));
}
/** One output of splitmix64 from the state z (Steele, Lea and Flood 2014). */
function splitmix(z) {
    let mixed = (z + 0x9e3779b97f4a7c15n) & MASK;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return mixed ^ (mixed >> 31n);
}
function fromWords(words) {
    // High and low halves, since 64-bit integers of JavaScript are a hundred times slower than halves of 32.
    const s = new Int32Array(2 * WORDS);
    for (const [index, word] of words.entries()) {
        s[2 * index] = Number(BigInt.asIntN(32, word >> 32n));
        s[2 * index + 1] = Number(BigInt.asIntN(32, word));
    }
    const out = new Uint32Array(2 * BATCH);
    const uint32 = () => {
        advance(s, out, 1);
        return Number(out[0]);
    };
    return {
        uint32,
        uniform() {
            advance(s, out, 1);
            return (Number(out[0]) * 2 ** 21 + (Number(out[1]) >>> 11)) * 2 ** -53;
        },
        integer(bound) {
            const refused = refusedBelow(bound);
            for (;;) {
                const drawn = uint32();
                const low = Math.imul(drawn, bound) >>> 0;
                if (low >= refused)
                    return highWord(drawn * bound, low);
            }
        },
        tally(counts, draws) {
            const bound = counts.length;
            const refused = refusedBelow(bound);
            for (let left = draws; left > 0;) {
                const batch = Math.min(left, BATCH);
                advance(s, out, batch);
                for (let at = 0; at < batch; at += 1) {
                    const drawn = Number(out[2 * at]);
                    const low = Math.imul(drawn, bound) >>> 0;
                    if (low < refused)
                        continue;
                    const value = highWord(drawn * bound, low);
                    counts[value] = Number(counts[value]) + 1;
                    left -= 1;
                }
            }
        },
        state: () => Array.from(s, (half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
    };
}
/**
 * Lemire (2019, ACM TOMACS 29(1), 3): the high word of a random word times the bound is a number below the bound, and each is
 * as likely as any other when products whose low word is below 2³² mod bound are drawn anew.
 */
function refusedBelow(bound) {
    if (!Number.isInteger(bound) || bound < 1 || bound >= 2 ** 32) {
        throw new RangeError(`A bound is a whole number from 1 to 2^32 - 1, got ${bound}.`);
    }
    return 2 ** 32 % bound;
}
/** The high word of a product below 2⁶⁴ whose low word is known. The product was rounded, by less than 2¹¹. */
function highWord(product, low) {
    return ((product - low) * 2 ** -32 + 0.5) >>> 0;
}
/**
 * Writes `count` outputs rotl(s1·5, 7)·9 into `out`, high half first, and moves the state on. The state stays in variables
 * over the whole batch, which makes a batch several times as fast as single steps.
 */
function advance(s, out, count) {
    let [s0h, s0l, s1h, s1l] = [Number(s[0]), Number(s[1]), Number(s[2]), Number(s[3])];
    let [s2h, s2l, s3h, s3l] = [Number(s[4]), Number(s[5]), Number(s[6]), Number(s[7])];
    for (let at = 0; at < count; at += 1) {
        const five = (s1l >>> 0) * 5;
        const fiveHigh = (Math.imul(s1h, 5) + ((five * 2 ** -32) | 0)) | 0;
        const rotatedHigh = (fiveHigh << 7) | ((five >>> 0) >>> 25);
        const rotatedLow = ((five >>> 0) << 7) | (fiveHigh >>> 25);
        const nine = (rotatedLow >>> 0) * 9;
        out[2 * at] = Math.imul(rotatedHigh, 9) + ((nine * 2 ** -32) | 0);
        out[2 * at + 1] = nine >>> 0;
        const shiftedHigh = (s1h << 17) | (s1l >>> 15);
        const shiftedLow = s1l << 17;
        s2h ^= s0h;
        s2l ^= s0l;
        s3h ^= s1h;
        s3l ^= s1l;
        s1h ^= s2h;
        s1l ^= s2l;
        s0h ^= s3h;
        s0l ^= s3l;
        s2h ^= shiftedHigh;
        s2l ^= shiftedLow;
        // Rotation by 45 is by 32, which swaps the halves, and 13.
        const high = s3h;
        s3h = (s3l << 13) | (high >>> 19);
        s3l = (high << 13) | (s3l >>> 19);
    }
    s[0] = s0h;
    s[1] = s0l;
    s[2] = s1h;
    s[3] = s1l;
    s[4] = s2h;
    s[5] = s2l;
    s[6] = s3h;
    s[7] = s3l;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/resampled-estimate.js


/** Beyond this many rows that cannot be counted in cells, fewer replicates are drawn (stats.md §1.3). */
const MANY_ROWS = 200_000;
const FEWER_REPLICATES = 2000;
/**
 * A metric with bounds from drawing the rows again: BCa, or the plain percentiles where BCa is not defined, which the method
 * says. The replicates are doubled while a threshold lies within two Monte-Carlo errors of a bound.
 */
function resampledEstimate(of, question) {
    const { units, statistic, jackknife, n, name } = of;
    const result = bootstrapInterval({
        units,
        statistic,
        confidence: (0,critical_value/* twoSidedConfidence */.G)(question.confidence),
        random: createRandom(bytesOf(question.seed)),
        decisions: question.thresholds.flatMap((threshold) => [
            { bound: 'lower', threshold },
            { bound: 'upper', threshold },
        ]),
        ...(jackknife === undefined ? {} : { jackknife }),
        ...(units.kind === 'rows' && units.rows > MANY_ROWS ? { replicates: FEWER_REPLICATES } : {}),
    });
    if (result.undefinedReason !== null)
        return { reasonCode: 'undefined-replicates' };
    const { estimate, sorted, acceleration, interval, fallback, replicates, redrawn, monteCarloError } = result;
    if (of.unvaried !== null && sorted[0] === sorted.at(-1)) {
        return unvariedEstimate({ value: estimate, n, unvaried: of.unvaried }, question.confidence);
    }
    const boundsAt = (confidence) => bcaInterval({ estimate, replicates: sorted, acceleration }, confidence).interval;
    return {
        value: estimate,
        bounds: interval,
        interval: boundsAt(question.confidence),
        method: fallback === null ? name : `${name.replace('bca', 'percentile')}, ${fallback.replaceAll('-', ' ')}`,
        n,
        boundsAt,
        resampling: { replicates, seed: question.seed, redrawn, error: monteCarloError },
    };
}
/**
 * Bounds where nothing varies: z² rows are added wherever they change the value most. That is what Wilson's interval does
 * at 0 and n successes and Tango's without discordant pairs, exactly.
 */
function unvariedEstimate(of, confidence) {
    const boundsAt = (level) => of.unvaried((0,critical_value/* criticalValue */.z)(level) ** 2);
    return estimateOf({ value: of.value, n: of.n, boundsAt, method: 'no variation, z² rows added' }, confidence);
}
function bytesOf(hexadecimal) {
    return Uint8Array.from(hexadecimal.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/average-precision-metric.js



/** Average precision: BCa, and paired BCa for the difference. The scores are sorted once. */
const AVERAGE_PRECISION = {
    value: (labels, { scores }) => averagePrecision({ labels: Uint8Array.from(labels, Number), scores: Float64Array.from(scores) }),
    estimate(labels, model, question) {
        const value = AVERAGE_PRECISION.value(labels, model);
        if (value.undefinedReason !== null)
            return undefinedMetric(value.undefinedReason);
        const statistic = ofMultiplicities(labels, model);
        const n = labels.length;
        const units = { kind: 'rows', rows: n };
        const unvaried = negativesOnTop(labels, model);
        return resampledEstimate({ units, statistic, n: [n], name: 'bca', unvaried }, question);
    },
    compare(labels, { challenger, champion }, question) {
        const value = AVERAGE_PRECISION.value(labels, challenger);
        if (value.undefinedReason !== null)
            return undefinedMetric(value.undefinedReason);
        const [first, second] = [ofMultiplicities(labels, challenger), ofMultiplicities(labels, champion)];
        const statistic = (multiplicities) => {
            const [a, b] = [first(multiplicities), second(multiplicities)];
            return a === null || b === null ? null : a - b;
        };
        const n = labels.length;
        const of = { units: { kind: 'rows', rows: n }, statistic, n: [n], name: 'paired bca', unvaried: null };
        const estimate = resampledEstimate(of, question);
        return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
    },
};
function ofMultiplicities(labels, { scores }) {
    const order = scoreOrder(Float64Array.from(scores));
    const positives = Uint8Array.from(labels, Number);
    return (weights) => averagePrecisionInOrder({ order, labels: positives, weights }).value;
}
/** Bounds of an area that does not vary: the least when negative rows are added above all others, and 1. */
function negativesOnTop(labels, { scores }) {
    // Above every probability.
    const order = scoreOrder(Float64Array.from([2, ...scores]));
    const positives = Uint8Array.from([false, ...labels], Number);
    return (added) => {
        const weights = Float64Array.from(positives, (_, row) => (row === 0 ? added : 1));
        return [averagePrecisionInOrder({ order, labels: positives, weights }).value ?? 0, 1];
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/paired-cells.js

/** The confusion of one row, by 2·label + prediction. */
const ONE_ROW = [
    { tp: 0, fp: 0, fn: 0, tn: 1 },
    { tp: 0, fp: 1, fn: 0, tn: 0 },
    { tp: 0, fp: 0, fn: 1, tn: 0 },
    { tp: 1, fp: 0, fn: 0, tn: 0 },
];
const CELLS = 8;
/**
 * Rows by label and both predictions: all that metrics of predictions need of two models on the same rows, and eight numbers
 * however many rows there are. The place of a cell is 4·label + 2·challenger + champion.
 */
function pairedCells(labels, { challenger, champion }) {
    (0,decision_confusion/* checkAligned */.P1)(labels.length, challenger.length, 'predictions');
    (0,decision_confusion/* checkAligned */.P1)(labels.length, champion.length, 'predictions of the champion');
    const cells = new Int32Array(CELLS);
    for (let row = 0; row < labels.length; row += 1) {
        const cell = 4 * Number(labels[row]) + 2 * Number(challenger[row]) + Number(champion[row]);
        cells[cell] = Number(cells[cell]) + 1;
    }
    return cells;
}
/** The confusion of one model in rows counted by {@link pairedCells}. */
function confusionOf(cells, side) {
    const count = (label, predicted) => [0, 1].reduce((sum, other) => {
        const [challenger, champion] = side === 'challenger' ? [predicted, other] : [other, predicted];
        return sum + Number(cells[4 * label + 2 * challenger + champion]);
    }, 0);
    return { tp: count(1, 1), fp: count(0, 1), fn: count(1, 0), tn: count(0, 0) };
}
/** The confusion of the one row of each cell, for one model. */
function rowConfusion(cell, side) {
    const predicted = side === 'challenger' ? (cell >> 1) & 1 : cell & 1;
    return ONE_ROW[2 * (cell >> 2) + predicted] ?? { tp: 0, fp: 0, fn: 0, tn: 0 };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/cell-metric.js




/** A metric that is no single share, such as an F score: BCa, and paired BCa for the difference. */
function cellMetric(measure) {
    return {
        value: (labels, { predicted }) => measure((0,decision_confusion/* countConfusion */.QN)(labels, predicted)),
        estimate(labels, { predicted }, question) {
            const cells = pairedCells(labels, { challenger: predicted, champion: predicted });
            const value = measure(confusionOf(cells, 'challenger'));
            if (value.undefinedReason !== null)
                return undefinedMetric(value.undefinedReason);
            const statistic = (counts) => measure(confusionOf(counts, 'challenger')).value;
            const unvaried = (added) => withRowsAdded(statistic, cells, added);
            const units = { kind: 'cells', counts: cells };
            const of = { units, statistic, n: [labels.length], name: 'bca', unvaried };
            return resampledEstimate(of, question);
        },
        compare: (labels, models, question) => compareCells(measure, { labels, models }, question),
    };
}
/** The difference of a metric of the confusion, by paired BCa. */
function compareCells(measure, rows, question) {
    const { labels, models } = rows;
    const cells = pairedCells(labels, {
        challenger: models.challenger.predicted,
        champion: models.champion.predicted,
    });
    for (const side of ['challenger', 'champion']) {
        const own = measure(confusionOf(cells, side));
        if (own.undefinedReason !== null)
            return undefinedMetric(own.undefinedReason);
    }
    const statistic = (counts) => {
        const challenger = measure(confusionOf(counts, 'challenger')).value;
        const champion = measure(confusionOf(counts, 'champion')).value;
        return challenger === null || champion === null ? null : challenger - champion;
    };
    const unvaried = (added) => withRowsAdded(statistic, cells, added);
    const units = { kind: 'cells', counts: cells };
    const of = { units, statistic, n: [labels.length], name: 'paired bca', unvaried };
    const estimate = resampledEstimate(of, question);
    return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
}
/** The least and the greatest value when rows are added to one cell. */
function withRowsAdded(statistic, cells, added) {
    const values = Array.from(cells, (count, cell) => statistic(Float64Array.from(cells).with(cell, count + added)));
    const defined = values.flatMap((value) => value ?? []);
    return [Math.min(...defined), Math.max(...defined)];
}

;// CONCATENATED MODULE: ./build/packages/stats/src/means/moments.js
/**
 * Moments of the values: mean first, deviations then, with the correction of Chan, Golub and LeVeque (1983, American
 * Statistician 37, 242-247, formula 1.7) for the rounding of the mean.
 *
 * @throws RangeError when a value is not finite.
 * @example momentsOf(Float64Array.of(1, 2, 6)) // { n: 3, mean: 3, m2: 14 }
 */
function momentsOf(values) {
    const n = values.length;
    if (n === 0)
        return { n: 0, mean: 0, m2: 0 };
    let sum = 0;
    for (let i = 0; i < n; i += 1)
        sum += finite(values[i]);
    const mean = sum / n;
    let deviations = 0;
    let squares = 0;
    for (let i = 0; i < n; i += 1) {
        const deviation = Number(values[i]) - mean;
        deviations += deviation;
        squares += deviation * deviation;
    }
    return { n, mean: mean + deviations / n, m2: Math.max(0, squares - (deviations * deviations) / n) };
}
/**
 * Moments of two samples taken together: Chan, Golub and LeVeque (1979). The order of merging changes the last digits, so
 * no decision may depend on them.
 *
 * @throws RangeError when a size is not a whole number from 0.
 */
function mergeMoments(first, second) {
    for (const { n } of [first, second]) {
        if (!Number.isSafeInteger(n) || n < 0)
            throw new RangeError(`A sample size is a whole number from 0, got ${n}.`);
    }
    if (first.n === 0)
        return second;
    if (second.n === 0)
        return first;
    const n = first.n + second.n;
    const distance = second.mean - first.mean;
    return {
        n,
        mean: first.mean + distance * (second.n / n),
        m2: first.m2 + second.m2 + distance * distance * first.n * (second.n / n),
    };
}
function finite(value) {
    if (!Number.isFinite(value))
        throw new RangeError(`A value of a mean is a finite number, got ${value}.`);
    return Number(value);
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/saddle-point.js + 1 modules
var saddle_point = __webpack_require__(22367);
// EXTERNAL MODULE: ./build/packages/stats/src/special/tails.js
var tails = __webpack_require__(71194);
;// CONCATENATED MODULE: ./build/packages/stats/src/special/beta-tails.js



/**
 * I_x(a, b) and its complement I_(1-x)(b, a): the tails of a Beta(a, b) variable at x, where `complement` is 1 - x with
 * all its digits. Continued fraction of DiDonato and Morris (1992, ACM TOMS 18, 360-373), with the factor
 * x^a·(1-x)^b/B(a, b) by the saddle-point expansion. Relative error of the smaller tail below 1e-11 against scipy `betainc`.
 *
 * @throws RangeError unless a and b are finite and above 0 and 0 ≤ x ≤ 1.
 */
function betaTails(x, shape, complement = 1 - x) {
    const { a, b } = shape;
    for (const parameter of [a, b]) {
        if (!(parameter > 0 && parameter < Number.POSITIVE_INFINITY)) {
            throw new RangeError(`A parameter of a Beta distribution is a finite number above 0, got ${parameter}.`);
        }
    }
    if (!(x >= 0 && x <= 1))
        throw new RangeError(`The argument of a Beta distribution is from 0 to 1, got ${x}.`);
    if (x === 0)
        return { lower: 0, upper: 1 };
    if (complement === 0)
        return { lower: 1, upper: 0 };
    if (x < (a + 1) / (a + b + 2)) {
        const lower = lowerTail({ x, complement }, shape);
        return { lower, upper: 1 - lower };
    }
    const upper = lowerTail({ x: complement, complement: x }, { a: b, b: a });
    return { lower: 1 - upper, upper };
}
/** I_x(a, b), the regularised incomplete Beta function: see {@link betaTails}. */
function regularizedBeta(x, shape) {
    return betaTails(x, shape).lower;
}
/**
 * The x with I_x(a, b) = p: the quantile of a Beta(a, b) variable. 0 at 0, 1 at 1.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1 and a and b are finite and above 0.
 * @example betaQuantile(0.025, { a: 8, b: 4 }) // 0.3902574406688542
 */
function betaQuantile(p, shape) {
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`A probability is a number from 0 to 1, got ${p}.`);
    if (betaTails(1, shape).lower <= p)
        return 1;
    return p === 0 ? 0 : positiveRoot((x) => betaTails(x, shape).lower < p, 1);
}
function lowerTail({ x, complement }, shape) {
    const { a, b } = shape;
    const density = Math.exp((0,saddle_point/* logBinomialDensity */.a)({ successes: a, failures: b, p: x, q: complement }));
    const fraction = (0,tails/* continuedFraction */.a)(denominator(0, x, { ...shape, complement }), (m) => {
        const at = a + 2 * m - 1;
        const numerator = ((a + m - 1) / at) * ((a + b + m - 1) / at) * m * (b - m) * x * x;
        return [numerator, denominator(m, x, { ...shape, complement })];
    });
    return Math.min(1, (density * a * b) / (a + b) / fraction);
}
function denominator(m, x, shape) {
    const { a, b, complement } = shape;
    const at = a + 2 * m;
    const slope = ((a + m) * (a * complement - b * x + 1 + m * (1 + complement))) / (at + 1);
    return m === 0 ? slope : m + (m * (b - m) * x) / (at - 1) + slope;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/special/positive-root.js
/** The least positive double that has all its digits. */
const LEAST = 2 ** -1022;
/**
 * The positive number up to `top` at which a condition stops to hold, to the last representable digit: it must hold
 * below that number and not above it. The bisection is of exponents first and of digits then, so that a root of 1e-200
 * is found as fast, and as exactly, as one of 0.5. 0 where the condition holds nowhere, `top` where it holds everywhere.
 */
function positive_root_positiveRoot(holds, top) {
    if (!holds(LEAST))
        return 0;
    if (holds(top))
        return top;
    let low = LEAST;
    let high = top;
    for (;;) {
        const middle = high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
        if (middle <= low || middle >= high)
            return high;
        if (holds(middle))
            low = middle;
        else
            high = middle;
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/special/student-t.js





/**
 * P(T ≤ t) of Student's t with `df` degrees of freedom, by the incomplete Beta function; `df` need not be whole (Welch) and
 * may be infinite (the normal law). Both tails keep their digits: the upper is studentCdf(-t, df).
 *
 * @throws RangeError unless df is above 0 and t is a number.
 * @example studentCdf(2.2281388519862735, 10) // 0.975
 */
function studentCdf(t, df) {
    if (!(df > 0))
        throw new RangeError(`Degrees of freedom are a number above 0, got ${df}.`);
    if (Number.isNaN(t))
        throw new RangeError('A t statistic is a number, got NaN.');
    if (df === Number.POSITIVE_INFINITY)
        return normalCdf(t);
    const square = t * t;
    const beyond = betaTails(1 / (1 + square / df), { a: df / 2, b: 0.5 }, 1 / (1 + df / square)).lower / 2;
    return t > 0 ? 1 - beyond : beyond;
}
/**
 * The t with P(T ≤ t) = p. 0 at one half.
 *
 * @throws RangeError unless 0 < p < 1 and df is above 0.
 * @example studentQuantile(0.975, 10) // 2.2281388519862735
 */
function studentQuantile(p, df) {
    if (!(p > 0 && p < 1))
        throw new RangeError(`A probability lies between 0 and 1, got ${p}.`);
    if (p > 0.5)
        return upperQuantile(1 - p, df);
    return p === 0.5 ? 0 : -upperQuantile(p, df);
}
/**
 * The two-sided critical value t with P(|T| ≤ t) = confidence.
 *
 * @throws RangeError unless 0 < confidence < 1 and df is above 0.
 */
function studentCritical(confidence, df) {
    (0,src_arguments/* checkConfidence */.p3)(confidence);
    return upperQuantile((1 - confidence) / 2, df);
}
function upperQuantile(tail, df) {
    if (df === Number.POSITIVE_INFINITY)
        return -(0,normal_quantile/* normalQuantile */.Z)(tail);
    const isBelow = (t) => studentCdf(-t, df) > tail;
    let top = 1;
    while (isBelow(top) && top < Number.MAX_VALUE / 2)
        top *= 2;
    return positive_root_positiveRoot(isBelow, top);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/means/mean-interval.js



/**
 * Mean with the interval mean ± t·√(m2/(n-1)/n), t with n - 1 degrees of freedom. Give it the moments of the differences of
 * pairs and it is the paired t interval and test. Where all values are equal the interval has no width, and p is 1 at 0
 * and 0 elsewhere: n equal values is what the data say, and whether n is enough is for the gate.
 *
 * Undefined (`insufficient-n`) for fewer than two values. Student (1908), Biometrika 6, 1-25.
 *
 * @throws RangeError when confidence is not in (0, 1) or the moments are not those of a sample.
 */
function meanInterval(moments, confidence) {
    (0,src_arguments/* checkConfidence */.p3)(confidence);
    checkMoments(moments);
    if (moments.n < 2)
        return (0,measured/* undefinedFor */.iN)('insufficient-n');
    const variance = moments.m2 / (moments.n - 1) / moments.n;
    return studentEstimate({ estimate: moments.mean, variance, df: moments.n - 1 }, confidence);
}
/**
 * Difference of the means of two independent samples, first minus second, without the assumption of equal variances:
 * Welch (1947), Biometrika 34, 28-35; degrees of freedom of Satterthwaite.
 *
 * Undefined (`insufficient-n`) when a sample has fewer than two values. Two constant samples are as in {@link meanInterval}.
 *
 * @throws RangeError when confidence is not in (0, 1) or the moments are not those of a sample.
 */
function welchDifference(first, second, confidence) {
    checkConfidence(confidence);
    checkMoments(first);
    checkMoments(second);
    if (first.n < 2 || second.n < 2)
        return undefinedFor('insufficient-n');
    const [a, b] = [first.m2 / (first.n - 1) / first.n, second.m2 / (second.n - 1) / second.n];
    // Shares of the variance rather than squares of it, which would underflow.
    const share = a / (a + b);
    const df = 1 / (share ** 2 / (first.n - 1) + (1 - share) ** 2 / (second.n - 1));
    return studentEstimate({ estimate: first.mean - second.mean, variance: a + b, df }, confidence);
}
function studentEstimate({ estimate, variance, df }, confidence) {
    if (variance === 0) {
        const p = estimate === 0 ? 1 : 0;
        return {
            estimate,
            standardError: 0,
            df: Number.POSITIVE_INFINITY,
            interval: [estimate, estimate],
            p,
            undefinedReason: null,
        };
    }
    const standardError = Math.sqrt(variance);
    const half = studentCritical(confidence, df) * standardError;
    return {
        estimate,
        standardError,
        df,
        interval: [estimate - half, estimate + half],
        p: Math.min(1, 2 * studentCdf(-Math.abs(estimate) / standardError, df)),
        undefinedReason: null,
    };
}
function checkMoments({ n, mean, m2 }) {
    if (!Number.isSafeInteger(n) || n < 0)
        throw new RangeError(`A sample size is a whole number from 0, got ${n}.`);
    if (!Number.isFinite(mean) || !(m2 >= 0 && m2 < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`A mean is finite and a sum of squares finite and from 0, got ${mean} and ${m2}.`);
    }
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/loss-metric.js



/** Fewer differences of losses are too few for the t interval (stats.md §1.3). */
const LEAST_FOR_T = 200;
/**
 * The mean of a loss of each row: t intervals, and for a difference of fewer than 200 rows paired BCa.
 *
 * @param worst The largest loss of a row, for losses that do not vary; the least is 0.
 */
function lossMetric(lossOf, worst) {
    const losses = (labels, { scores }) => {
        const loss = lossOf({ labels: Uint8Array.from(labels, Number), scores: Float64Array.from(scores) });
        return Float64Array.from(labels, (_, row) => loss(row));
    };
    return {
        value: (labels, model) => labels.length === 0 ? (0,measured/* undefinedFor */.iN)('empty-group') : (0,measured/* defined */.sw)(momentsOf(losses(labels, model)).mean),
        estimate: (labels, model, question) => meanOfRows(losses(labels, model), { question, range: [0, worst] }),
        compare(labels, { challenger, champion }, question) {
            const second = losses(labels, champion);
            const differences = losses(labels, challenger).map((loss, row) => loss - Number(second[row]));
            return differences.length < LEAST_FOR_T
                ? resampledMean(differences, { question, range: [-worst, worst] })
                : meanOfRows(differences, { question, range: [-worst, worst] });
        },
    };
}
/** Smaller differences between losses are rounding, as a share of the largest loss. */
const ROUNDING = 1e-9;
/** The mean of values that are all equal; `null` where they vary. Rows of the least and the greatest value are added. */
function unvariedMean(values, { question, range }) {
    const [least, greatest] = range;
    const n = values.length;
    const value = Number(values[0]);
    const rounding = ROUNDING * greatest;
    if (n === 0 || values.some((other) => Math.abs(other - value) > rounding))
        return null;
    // Two models with the same loss in every row are one model as far as the rows can tell, as with identical rankings.
    const identical = least < 0 && Math.abs(value) <= rounding;
    const unvaried = (added) => identical ? [0, 0] : [(n * value + added * least) / (n + added), (n * value + added * greatest) / (n + added)];
    return { ...unvariedEstimate({ value: identical ? 0 : value, n: [n], unvaried }, question.confidence), p: null };
}
function meanOfRows(values, { question, range }) {
    const lowest = range[0];
    const moments = momentsOf(values);
    const fixed = unvariedMean(values, { question, range });
    if (fixed !== null)
        return fixed;
    const mean = meanInterval(moments, question.confidence);
    if (mean.undefinedReason !== null)
        return undefinedMetric(mean.undefinedReason);
    const boundsAt = (level) => {
        const at = meanInterval(moments, level);
        const [lower, upper] = at.undefinedReason === null ? at.interval : mean.interval;
        return [Math.max(lowest, lower), upper];
    };
    const estimate = estimateOf({ value: mean.estimate, boundsAt, method: 'student', n: [moments.n] }, question.confidence);
    return { ...estimate, method: lowest === 0 ? 'student' : 'paired student', p: mean.p };
}
function resampledMean(values, { question, range }) {
    const n = values.length;
    if (n < 2)
        return undefinedMetric('insufficient-n');
    const fixed = unvariedMean(values, { question, range });
    if (fixed !== null)
        return fixed;
    const sum = values.reduce((total, value) => total + value, 0);
    const statistic = (multiplicities) => {
        let total = 0;
        for (let row = 0; row < n; row += 1)
            total += Number(multiplicities[row]) * Number(values[row]);
        return total / n;
    };
    const estimate = resampledEstimate({
        units: { kind: 'rows', rows: n },
        statistic,
        jackknife: () => values.map((value) => (sum - value) / (n - 1)),
        n: [n],
        name: 'paired bca',
        unvaried: null,
    }, question);
    return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
}

// EXTERNAL MODULE: ./build/packages/stats/src/classification/confusion-rates.js
var confusion_rates = __webpack_require__(84720);
// EXTERNAL MODULE: ./build/packages/stats/src/proportions/wilson.js
var wilson = __webpack_require__(4969);
;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/tango-difference.js



/**
 * Score interval of the difference of two paired proportions, first minus second: Tango (1998), Statistics in Medicine 17,
 * 891-908.
 *
 * The bounds solve T(δ) = ±z with T(δ) = (b - c - nδ) / √(n(2q + δ(1-δ))), b = onlyFirst, c = onlySecond, and q the
 * restricted maximum likelihood estimate of the second discordant cell. Without any discordant pair the interval is
 * still of positive width, ±z²/(n + z²): agreement on n rows says that much and no more.
 *
 * @throws RangeError when the counts are not whole numbers with b + c ≤ n, n ≥ 1, or confidence is not in (0, 1).
 * @example tangoDifference({ onlyFirst: 1, onlySecond: 7, n: 21 }, 0.95) // [-0.517232, -0.026003]
 */
function tangoDifference(pairs, confidence) {
    (0,src_arguments/* checkCounts */.tl)(pairs.onlyFirst, pairs.n);
    (0,src_arguments/* checkCounts */.tl)(pairs.onlySecond, pairs.n);
    (0,src_arguments/* checkCounts */.tl)(pairs.onlyFirst + pairs.onlySecond, pairs.n);
    const z = (0,critical_value/* criticalValue */.z)(confidence);
    const estimate = (pairs.onlyFirst - pairs.onlySecond) / pairs.n;
    return [
        crossing((delta) => scoreStatistic(pairs, delta) - z, -1, estimate),
        crossing((delta) => scoreStatistic(pairs, delta) + z, estimate, 1),
    ];
}
function scoreStatistic(pairs, delta) {
    const { onlyFirst: b, onlySecond: c, n } = pairs;
    const excess = b - c - n * delta;
    if (excess === 0)
        return 0;
    const linear = -b - c + (2 * n - b + c) * delta;
    const constant = -c * delta * (1 - delta);
    const discriminant = Math.max(0, linear * linear - 8 * n * constant);
    const q = Math.max(0, (Math.sqrt(discriminant) - linear) / (4 * n));
    const variance = Math.max(0, n * (2 * q + delta * (1 - delta)));
    return excess / Math.sqrt(variance);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/mcnemar.js
/**
 * Exact two-sided McNemar p-value: min(1, 2·P(X ≤ min(b, c))) with X ~ Binomial(b + c, ½). 1 when nothing differs.
 *
 * @throws RangeError when a count is not a whole number from 0.
 * @example mcnemarExact({ onlyFirst: 1, onlySecond: 7 }) // 0.0703125
 */
function mcnemarExact(pairs) {
    for (const count of [pairs.onlyFirst, pairs.onlySecond]) {
        if (!Number.isSafeInteger(count) || count < 0)
            throw new RangeError(`A count is a whole number from 0, got ${count}.`);
    }
    const n = pairs.onlyFirst + pairs.onlySecond;
    const k = Math.min(pairs.onlyFirst, pairs.onlySecond);
    if (2 * k >= n)
        return 1;
    // Logarithms keep the top term from underflowing; the others follow by P(X = i-1) = P(X = i)·i/(n-i+1).
    let logTop = -n * Math.LN2;
    for (let i = 1; i <= k; i += 1)
        logTop += Math.log((n - k + i) / i);
    let relative = 1;
    let sum = 1;
    for (let i = k; i >= 1 && relative > Number.EPSILON * Number.EPSILON; i -= 1) {
        relative *= i / (n - i + 1);
        sum += relative;
    }
    return Math.min(1, 2 * Math.exp(logTop) * sum);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/rate-metric.js





/** Rates whose rows the predictions choose, so that two models are not measured on the same rows. */
const OF_PREDICTED = ['precision', 'npv', 'fdr', 'for'];
/** A share of the rows that the label chooses, as accuracy or recall: Wilson intervals, Tango for the difference. */
function rateMetric(rate) {
    const { part, whole } = confusion_rates/* CONFUSION_RATES */.P[rate];
    return {
        value: (labels, { predicted }) => (0,confusion_rates/* confusionRate */.r)(rate, (0,decision_confusion/* countConfusion */.QN)(labels, predicted)),
        estimate(labels, { predicted }, { confidence }) {
            const confusion = (0,decision_confusion/* countConfusion */.QN)(labels, predicted);
            const value = (0,confusion_rates/* confusionRate */.r)(rate, confusion);
            if (value.undefinedReason !== null)
                return undefinedMetric(value.undefinedReason);
            const [successes, n] = [part(confusion), whole(confusion)];
            const boundsAt = (level) => (0,wilson/* wilsonInterval */.Y)(successes, n, level);
            return estimateOf({ value: value.value, boundsAt, method: 'wilson', n: [n] }, confidence);
        },
        compare(labels, models, question) {
            if (OF_PREDICTED.includes(rate)) {
                return compareCells((confusion) => (0,confusion_rates/* confusionRate */.r)(rate, confusion), { labels, models }, question);
            }
            const pairs = discordance(rate, labels, models);
            if (pairs.n === 0)
                return undefinedMetric(confusion_rates/* CONFUSION_RATES */.P[rate].whenUndefined);
            const boundsAt = (level) => tangoDifference(pairs, level);
            const value = (pairs.onlyFirst - pairs.onlySecond) / pairs.n;
            const estimate = estimateOf({ value, boundsAt, method: 'tango', n: [pairs.n] }, question.confidence);
            return { ...estimate, p: mcnemarExact(pairs) };
        },
    };
}
/** Of the rows that the rate is a share of: those that count for one model only. */
function discordance(rate, labels, models) {
    const { part, whole } = confusion_rates/* CONFUSION_RATES */.P[rate];
    const cells = pairedCells(labels, {
        challenger: models.challenger.predicted,
        champion: models.champion.predicted,
    });
    const pairs = { onlyFirst: 0, onlySecond: 0, n: 0 };
    for (const [cell, count] of cells.entries()) {
        const [challenger, champion] = [rowConfusion(cell, 'challenger'), rowConfusion(cell, 'champion')];
        if (whole(challenger) === 0)
            continue;
        pairs.n += count;
        if (part(challenger) > part(champion))
            pairs.onlyFirst += count;
        if (part(champion) > part(challenger))
            pairs.onlySecond += count;
    }
    return pairs;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary-metrics.js






function directed(name, metric) {
    return { ...metric, direction: METRIC_DIRECTIONS[name] };
}
function fScore(beta) {
    return directed('f-beta', cellMetric((confusion) => fBeta(confusion, beta)));
}
const KAPPA = cellMetric(({ tp, fp, fn, tn }) => cohenKappa({ classes: 2, cells: Float64Array.of(tn, fp, fn, tp) }));
/** Of a probability that is clipped to 2⁻⁵². */
const WORST_LOG_LOSS = 52 * Math.LN2;
/** Every metric of binary models, in the order of reports. */
const REGISTRY = {
    accuracy: directed('accuracy', rateMetric('accuracy')),
    error: directed('error', rateMetric('error')),
    precision: directed('precision', rateMetric('precision')),
    recall: directed('recall', rateMetric('recall')),
    specificity: directed('specificity', rateMetric('specificity')),
    npv: directed('npv', rateMetric('npv')),
    fpr: directed('fpr', rateMetric('fpr')),
    fnr: directed('fnr', rateMetric('fnr')),
    f1: fScore(1),
    'f-beta': fScore(1),
    'balanced-accuracy': directed('balanced-accuracy', cellMetric(balancedAccuracy)),
    mcc: directed('matthews', cellMetric(matthews)),
    'cohen-kappa': directed('cohen-kappa', KAPPA),
    auc: directed('auc', AUC),
    'average-precision': directed('average-precision', AVERAGE_PRECISION),
    'log-loss': directed('log-loss', lossMetric(logLossOfRow, WORST_LOG_LOSS)),
    brier: directed('brier', lossMetric(brierOfRow, 1)),
};
/** The names of all metrics. */
const BINARY_METRICS = Object.keys(REGISTRY);
/** How a metric is computed and which way is better. Only `f-beta` reads β. */
function binaryMetric(metric, beta) {
    return metric === 'f-beta' && beta !== undefined ? fScore(beta) : REGISTRY[metric];
}

// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/metric-seed.js

/** Changes when the same rows would be drawn differently, so that evidence says which law its seed was for. */
const LAW = 'gatehouse-bootstrap-1';
const SEED_DIGITS = 32;
/**
 * The seed of one check in hexadecimal: the first 16 bytes of the SHA-256 of the law, the candidate's digest, the digests of what was read,
 * and the name of the check (stats.md §0). Nobody can choose it: other seeds need another model or other data. The policy's
 * digest is left out, because a comment in the policy changes it.
 */
function seedOf(check, { subject, inputs }) {
    const read = inputs.map(({ name, digest }) => `${name} ${digest}`).sort();
    const text = [LAW, subject?.modelDigest ?? 'no candidate', ...read, check].join('\n');
    return (0,digest/* hexOf */.ZD)((0,digest/* sha256 */.sc)(text)).slice(0, SEED_DIGITS);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/trivial-baseline.js
const MAJORITY = 'always predicting the more frequent label gives';
const RANDOM_ORDER = 'a random order gives';
const ALL_POSITIVE = 'always predicting the positive label gives';
const ALL_NEGATIVE = 'always predicting the negative label gives';
const BASE_RATE = 'always predicting the share of positives gives';
const CHANCE = 'predicting by chance gives';
/**
 * The value that a model must beat, from the share of positives; `null` for a metric that a constant prediction brings to its
 * best value, as recall: there a floor must judge. `null` too where there is no row.
 */
function trivialBaseline(metric, labels, beta = 1) {
    if (labels.length === 0)
        return null;
    const positives = labels.filter((label) => label).length;
    const p = positives / labels.length;
    const negatives = labels.length - positives;
    // Quotients of counts, so that a share that can be written exactly is exact.
    const majority = Math.max(positives, negatives) / labels.length;
    const minority = Math.min(positives, negatives) / labels.length;
    const square = beta * beta;
    const known = {
        accuracy: { value: majority, words: MAJORITY },
        error: { value: minority, words: MAJORITY },
        precision: { value: p, words: ALL_POSITIVE },
        npv: { value: negatives / labels.length, words: ALL_NEGATIVE },
        f1: { value: (2 * p) / (1 + p), words: ALL_POSITIVE },
        'f-beta': { value: ((1 + square) * p) / (square * p + 1), words: ALL_POSITIVE },
        'balanced-accuracy': { value: 0.5, words: CHANCE },
        mcc: { value: 0, words: CHANCE },
        'cohen-kappa': { value: 0, words: CHANCE },
        auc: { value: 0.5, words: RANDOM_ORDER },
        'average-precision': { value: p, words: RANDOM_ORDER },
        'log-loss': { value: entropy(p), words: BASE_RATE },
        brier: { value: p * (1 - p), words: BASE_RATE },
    };
    return known[metric] ?? null;
}
function entropy(p) {
    return p === 0 || p === 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/judged-metric.js



/** Measures one metric of both models, and their difference, for the numbers that the policy compares them with. */
function judgedMetric(metric, input) {
    const { labels, challenger, config, context } = input;
    const rule = config.metrics[metric] ?? null;
    const beta = metric === 'f-beta' ? config.metrics[metric]?.beta : undefined;
    const registered = binaryMetric(metric, beta);
    const evaluated = input.champion.state === 'evaluated' ? input.champion : null;
    const champion = evaluated && registered.value(labels, evaluated);
    const margin = rule && marginOf(rule, champion?.value ?? null);
    const baseline = config['trivial-baseline'] === 'none' ? null : trivialBaseline(metric, labels, beta);
    const question = (check, thresholds) => ({
        confidence: config.confidence,
        seed: seedOf(`performance/${metric}/${check}`, context),
        thresholds,
    });
    return {
        metric,
        direction: registered.direction,
        rule,
        challenger: registered.estimate(labels, challenger, question('value', limitsOf(rule, input.champion.state === 'none' ? baseline : null))),
        champion,
        difference: evaluated &&
            registered.compare(labels, { challenger, champion: evaluated }, question('difference', differencesOf(registered, rule, margin))),
        margin,
        baseline,
    };
}
/** The margin in units of the metric; for a share, of the champion's value on the same rows. */
function marginOf(rule, champion) {
    const { margin, 'relative-margin': share } = rule;
    if (margin !== undefined)
        return { value: margin, share: null };
    return share === undefined || champion === null ? null : { value: share * Math.abs(champion), share };
}
function limitsOf(rule, baseline) {
    return [rule?.floor, rule?.ceiling, baseline?.value].filter((limit) => limit !== undefined);
}
function differencesOf({ direction }, rule, margin) {
    if (margin === null)
        return [];
    const better = rule?.['superiority-margin'] ?? 0;
    return direction === 'max' ? [-margin.value, better] : [margin.value, -better];
}

// EXTERNAL MODULE: ./build/packages/gates/src/decision/limit-rules.js
var limit_rules = __webpack_require__(34580);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/wording.js
var wording = __webpack_require__(66305);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/settled-verdict.js
/**
 * The verdict of a rule on the bounds of an estimate. Where rows were drawn again, each bound is known up to two Monte-Carlo
 * errors: if that could change the outcome, it is inconclusive, and of two reasons to pass the weaker is claimed.
 */
function settledVerdict({ bounds, resampling }, rule) {
    const verdict = rule(bounds);
    if (resampling === null)
        return verdict;
    const [lower, upper] = resampling.error;
    const possible = [-2, 2].flatMap((low) => [-2, 2].map((high) => rule([bounds[0] + low * lower, bounds[1] + high * upper])));
    if (possible.some(({ outcome }) => outcome !== verdict.outcome)) {
        return { outcome: 'inconclusive', reasonCode: 'monte-carlo' };
    }
    return possible.find(({ reasonCode }) => reasonCode !== 'superior') ?? verdict;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/performance-findings.js



/** The metric against the floor or ceiling of the policy, by its worse bound; none where the policy has neither. */
function limitFindings(metric, estimate, { rule, confidence }) {
    const { floor, ceiling } = rule;
    const limits = [
        ...(floor === undefined ? [] : [{ limit: floor, word: 'floor', judge: limit_rules/* judgeFloor */.O1, side: 'below' }]),
        ...(ceiling === undefined
            ? []
            : [{ limit: ceiling, word: 'ceiling', judge: limit_rules/* judgeCeiling */.vQ, side: 'above' }]),
    ];
    return limits.map(({ limit, word, judge, side }) => {
        const verdict = settledVerdict(estimate, (bounds) => judge(bounds, limit));
        const sentence = `${metric} is ${(0,wording/* inWords */.r)(estimate.value)} (${boundsInWords(estimate, confidence)})`;
        return {
            measure: metric,
            ...verdict,
            ...described(estimate, confidence),
            limit,
            failsWhen: side,
            message: `${sentence}; policy ${word} ${(0,wording/* inWords */.r)(limit)}${uncertainty(verdict, estimate)}`,
        };
    });
}
/** The metric against what a model that knows nothing of the features would reach. */
function baselineFinding({ metric, direction }, estimate, { baseline, confidence }) {
    const sign = direction === 'max' ? 1 : -1;
    const verdict = settledVerdict(estimate, (bounds) => inWordsOf(direction, (0,limit_rules/* judgeTrivialBaseline */.w)(oriented(bounds, direction), sign * baseline.value)));
    const sentence = `${metric} is ${(0,wording/* inWords */.r)(estimate.value)} (${boundsInWords(estimate, confidence)})`;
    return {
        measure: `${metric}-over-trivial-baseline`,
        ...verdict,
        ...described(estimate, confidence),
        limit: baseline.value,
        failsWhen: direction === 'max' ? 'below' : 'above',
        message: `${sentence}; ${baseline.words} ${(0,wording/* inWords */.r)(baseline.value)}${uncertainty(verdict, estimate)}`,
    };
}
/** Challenger minus champion against the non-inferiority margin. */
function differenceFinding({ metric, direction }, estimate, { margin, superiority, confidence, version }) {
    const verdict = settledVerdict(estimate, (bounds) => (0,limit_rules/* judgeNonInferiority */.pN)(oriented(bounds, direction), margin.value, superiority));
    const sentence = `difference in ${metric} between the challenger and the champion ${version} is ${(0,wording/* inWords */.r)(estimate.value)}`;
    const worse = settledWorse(estimate, direction) ? '; the challenger is worse than the champion' : '';
    const aside = `${worse}${uncertainty(verdict, estimate)}`;
    return {
        measure: `${metric}-difference`,
        ...verdict,
        ...described(estimate, confidence),
        limit: direction === 'max' ? 0 - margin.value : margin.value,
        failsWhen: direction === 'max' ? 'below' : 'above',
        message: `${sentence} (${boundsInWords(estimate, confidence)}); policy margin ${marginInWords(margin)}${aside}`,
    };
}
/** {@link differenceFinding}, and a second finding for people where a challenger passes although it is surely worse. */
function championFindings(judged, estimate, against) {
    const finding = differenceFinding(judged, estimate, against);
    if (finding.outcome !== 'pass' || !settledWorse(estimate, judged.direction))
        return [finding];
    const { metric } = judged;
    const within = `by less than the policy margin ${marginInWords(against.margin)}`;
    const warning = {
        ...finding,
        measure: `${metric}-worse-within-margin`,
        severity: 'warn',
        reasonCode: 'worse-within-margin',
        message: `${metric} of the challenger is surely worse than that of the champion ${against.version}, ${within}; margins that are used up again and again add up`,
    };
    return [finding, warning];
}
/** Says that a metric could not be compared with the champion, and why. */
function championUnavailableFinding({ metric, margin, direction }, reason) {
    const max = direction === 'max';
    return {
        measure: `${metric}-difference`,
        outcome: 'inconclusive',
        severity: 'block',
        reasonCode: 'champion-unavailable',
        value: null,
        ...(margin === null ? {} : { limit: max ? 0 - margin.value : margin.value }),
        failsWhen: max ? 'below' : 'above',
        message: `difference in ${metric} between the challenger and the champion is not known: ${reason}`,
    };
}
/**
 * Says that there is no champion. Where neither a limit nor a trivial baseline applies either, nothing was judged, and
 * the finding blocks. Versions that exist without a stage are told: a deleted stage tag looks like one never made.
 */
function firstVersionFinding({ metric, rule, baseline, direction }, versionsExist) {
    const limit = direction === 'max' ? 'floor' : 'ceiling';
    const used = [
        ...(rule?.floor === undefined ? [] : ['the floor of the policy']),
        ...(rule?.ceiling === undefined ? [] : ['the ceiling of the policy']),
        ...(baseline === null ? [] : ['the trivial baseline']),
    ];
    const judged = used.length > 0;
    const how = judged ? `judged by ${used.join(' and ')}` : `judged by nothing; set a ${limit} or a trivial baseline`;
    return {
        measure: metric,
        outcome: judged ? 'pass' : 'inconclusive',
        severity: judged ? 'warn' : 'block',
        reasonCode: 'first-version',
        value: null,
        message: `there is no champion${versionsExist ? ': versions are published and no stage tag names one' : ''}; ${metric} is ${how}`,
    };
}
/** Bounds of which more is better. */
function oriented([lower, upper], direction) {
    return direction === 'max' ? [lower, upper] : [-upper, -lower];
}
/** The words of a ceiling for a metric of which less is better. */
function inWordsOf(direction, verdict) {
    if (direction === 'max')
        return verdict;
    if (verdict.reasonCode === 'floor-met')
        return { ...verdict, reasonCode: 'within-limit' };
    return verdict.reasonCode === 'interval-spans-floor' ? { ...verdict, reasonCode: 'interval-spans-limit' } : verdict;
}
/** True when the whole interval is on the worse side, also after two Monte-Carlo errors. */
function settledWorse({ bounds, resampling }, direction) {
    const [low, high] = resampling?.error ?? [0, 0];
    return (0,limit_rules/* isWorse */.Bx)(oriented([bounds[0] - 2 * low, bounds[1] + 2 * high], direction));
}
function described(estimate, confidence) {
    const { resampling, method } = estimate;
    const drawn = resampling === null ? '' : `, ${resampling.replicates} replicates`;
    return {
        severity: 'block',
        value: estimate.value,
        interval: estimate.bounds,
        confidence,
        n: estimate.n,
        method: `${method}${drawn}, one-sided bounds`,
    };
}
function uncertainty({ reasonCode }, { resampling }) {
    if (reasonCode !== 'monte-carlo' || resampling === null)
        return '';
    return `; ${resampling.replicates} replicates leave the bounds uncertain by up to ${(0,wording/* inWords */.r)(2 * Math.max(...resampling.error))}`;
}
function marginInWords({ value, share }) {
    return share === null ? (0,wording/* inWords */.r)(value) : `${(0,wording/* inWords */.r)(value)}, ${(0,wording/* percent */.K)(share)} of the champion's value`;
}
function boundsInWords(estimate, confidence) {
    const [lower, upper] = estimate.bounds;
    const bounds = `${(0,wording/* inWords */.r)(lower)} and ${(0,wording/* inWords */.r)(upper)}`;
    return `one-sided ${(0,wording/* percent */.K)(confidence)} bounds ${bounds}, n = ${estimate.n.join('/')}`;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/performance-power.js


const POWER = 0.8;
/**
 * Power of the comparison (stats.md §1.4.4): SE = width of the one-sided bounds / 2z; the minimum detectable difference is
 * (z + z(0.80))·SE; the required n is n·(that / margin)². Data that show no variation say nothing about power.
 */
function metricPower({ challenger, difference, rule, margin }, confidence) {
    const estimate = difference ?? challenger;
    if (rule === null || isUndefined(estimate))
        return { minimumDetectable: null, requiredN: null };
    const z = (0,critical_value/* criticalValue */.z)((0,critical_value/* twoSidedConfidence */.G)(confidence));
    const width = estimate.bounds[1] - estimate.bounds[0];
    const detectable = ((z + (0,normal_quantile/* normalQuantile */.Z)(POWER)) * width) / (2 * z);
    if (!(detectable > 0))
        return { minimumDetectable: null, requiredN: null };
    const n = estimate.n.reduce((sum, count) => sum + count, 0);
    const required = margin === null || margin.value === 0 ? null : Math.ceil(n * (detectable / margin.value) ** 2);
    return { minimumDetectable: detectable, requiredN: required };
}
/** The power of the gate: the largest difference of its metrics that could be missed, and the rows that each needs. */
function performancePower(judged, confidence) {
    const rows = judged.map((metric) => ({ name: metric.metric, ...metricPower(metric, confidence) }));
    const detectable = rows.flatMap(({ minimumDetectable }) => minimumDetectable ?? []);
    return {
        minimumDetectable: detectable.length === 0 ? null : Math.max(...detectable),
        requiredN: Object.fromEntries(rows.flatMap(({ name, requiredN }) => (requiredN === null ? [] : [[name, requiredN]]))),
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/prediction-threshold.js

/**
 * Warns when no threshold of the score gives the predictions: some row with a lower score is predicted positive while one
 * with a higher score is predicted negative. The area under the curve reads scores and the rates of groups read
 * predictions; a person should know when the two are not one rule. Equal scores predicted differently are no contradiction.
 */
function predictionFindings({ predicted, scores }) {
    const lowestPositive = scores.reduce((low, score, row) => (predicted[row] ? Math.min(low, score) : low), Infinity);
    const highestNegative = scores.reduce((high, score, row) => (predicted[row] ? high : Math.max(high, score)), -Infinity);
    if (lowestPositive >= highestNegative)
        return [];
    const against = `predicted positive at the score ${(0,wording/* inWords */.r)(lowestPositive)} and negative at ${(0,wording/* inWords */.r)(highestNegative)}`;
    return [
        {
            measure: 'prediction',
            outcome: 'inconclusive',
            severity: 'warn',
            reasonCode: 'prediction-not-a-threshold',
            value: null,
            n: [scores.length],
            message: `the predictions are no threshold of the score: ${against} (n = ${scores.length})`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/packages/stats/src/multiplicity/benjamini-hochberg.js

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
        (0,src_arguments/* checkProbability */.o0)(p);
    const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
    const adjusted = new Array(pValues.length).fill(0);
    let least = 1;
    for (const [at, { p, index }] of descending.entries()) {
        least = Math.min(least, (pValues.length / (pValues.length - at)) * p);
        adjusted[index] = least;
    }
    return adjusted;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/holm-levels.js
/**
 * The error at which each of several tests is judged in Holm's step-down procedure: α/(m - i + 1) for the i-th smallest p
 * while all smaller ones were rejected; from the first that is not, all are judged as that one was. Bounds at these levels
 * say exactly what Holm says, so a reader sees in them why a test was not rejected. Holm (1979), Scandinavian Journal of
 * Statistics 6, 65-70.
 *
 * @throws RangeError when a p-value is not a number from 0 to 1.
 */
function holmLevels(pValues, alpha) {
    const bad = pValues.find((p) => !(p >= 0 && p <= 1));
    if (bad !== undefined)
        throw new RangeError(`A p-value is a number from 0 to 1, got ${bad}.`);
    const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
    const levels = new Array(pValues.length).fill(alpha);
    let stoppedAt = null;
    for (const [rank, { p, index }] of order.entries()) {
        const level = stoppedAt ?? alpha / (pValues.length - rank);
        levels[index] = level;
        if (stoppedAt === null && p > level)
            stoppedAt = level;
    }
    return levels;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/one-sided-p.js

/** Nothing is decided by smaller p-values. */
const one_sided_p_SMALLEST = 1e-12;
/**
 * The one-sided p-value of the null that the true value is at or beyond `limit`, on the side that a bound guards against:
 * the error at which the one-sided bound reaches the limit. It belongs to the bounds, so both always decide alike.
 * From replicates it is at least one of their number.
 *
 * @param bound `lower`: the null is a value at or below the limit. `upper`: at or above it.
 */
function oneSidedP({ value, boundsAt, resampling }, limit, bound) {
    const least = resampling === null ? one_sided_p_SMALLEST : 1 / (resampling.replicates + 1);
    const isAbove = value > limit;
    // The tail towards the limit, whichever null is asked for: beyond the estimate the other side's tail is the complement.
    const side = isAbove ? 0 : 1;
    const clears = (p) => {
        const reached = boundsAt((0,critical_value/* twoSidedConfidence */.G)(1 - p))[side];
        return isAbove ? reached >= limit : reached <= limit;
    };
    let [low, high] = [least, 0.5 - one_sided_p_SMALLEST];
    if (clears(low))
        high = low;
    for (let step = 0; step < 60 && high - low > one_sided_p_SMALLEST; step += 1) {
        const middle = (low + high) / 2;
        if (clears(middle))
            high = middle;
        else
            low = middle;
    }
    return isAbove === (bound === 'lower') ? high : 1 - high;
}

// EXTERNAL MODULE: ./build/packages/gates/src/fairness/group-counts.js
var group_counts = __webpack_require__(77202);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/slice-rows.js


/**
 * The slices of one column in code-unit order.
 *
 * @param known Values that exist, so that one without an evaluation row is not overlooked.
 * @throws ActionError `bug` when there is not one value per row.
 */
function slicesOf(column, values, { known = [], rows }) {
    (0,decision_confusion/* checkAligned */.P1)(rows, values.length, `values of ${column}`);
    const slices = new Map(known.map((value) => [value, []]));
    for (const [row, found] of values.entries()) {
        const value = found ?? group_counts/* MISSING_GROUP */.r;
        const own = slices.get(value);
        if (own === undefined)
            slices.set(value, [row]);
        else
            own.push(row);
    }
    return [...slices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, own]) => ({ column, value, rows: own }));
}
/** What a model predicts for some of the rows. */
function rowsOf({ predicted, scores }, rows) {
    return { predicted: rows.map((row) => predicted[row] === true), scores: rows.map((row) => Number(scores[row])) };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/undefined-finding.js
const WHY = {
    'single-class': 'all labels are equal',
    'no-positives': 'no row has the positive label',
    'no-negatives': 'no row has the negative label',
    'no-predicted-positives': 'no row is predicted positive',
    'no-predicted-negatives': 'no row is predicted negative',
    'constant-prediction': 'all predictions are equal',
    'undefined-replicates': 'it has none in more than a tenth of the samples drawn again',
};
/** Why a metric has no value on `n` rows. */
function undefinedReasonInWords(reasonCode, n) {
    return WHY[reasonCode] ?? (n === 0 ? 'there is no evaluation row' : 'there are too few evaluation rows');
}
/** Says that a metric, or a difference of it, has no value on these rows. */
function undefinedFinding(measure, reasonCode, n) {
    return {
        measure,
        outcome: 'inconclusive',
        severity: 'block',
        reasonCode,
        value: null,
        n: [n],
        message: `${measure} has no value: ${undefinedReasonInWords(reasonCode, n)} (n = ${n})`,
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/slice-findings.js









/** The share of wrongly flagged slices that a report accepts (stats.md §1.4.3). */
const FALSE_DISCOVERIES = 0.1;
/**
 * Non-inferiority of each metric in each value of the columns that the policy names. The bounds of the slices that decide are
 * widened by Holm's procedure over the slices of a metric, so that all claims about them hold together. A slice that is too
 * small or in which a metric has no value is inconclusive: it blocks, unless the column is only reported.
 */
function judgeSlices(judged, input) {
    const columns = Object.entries(input.config.slices ?? {});
    const { champion } = input;
    // An unavailable champion blocks in every metric already.
    if (columns.length === 0 || champion.state === 'unavailable')
        return { findings: [], measures: {} };
    if (champion.state === 'none')
        return { findings: [noChampion(columns.map(([column]) => column))], measures: {} };
    const missing = columns.flatMap(([column, rule]) => (input.slices?.has(column) ? [] : [noColumn(column, rule)]));
    const slices = columns.flatMap(([column, rule]) => {
        const values = input.slices?.get(column);
        const known = input.knownSlices?.get(column);
        return values === undefined
            ? []
            : slicesOf(column, values, { known, rows: input.labels.length }).map((slice) => ({ slice, rule }));
    });
    const results = judged.flatMap((metric) => {
        const { rule, margin } = metric;
        if (rule === null || margin === null)
            return [];
        const tested = slices.map((of) => testSlice({ ...of, metric, margin }, input, champion));
        return [{ metric: metric.metric, ...judgeTests(tested, { confidence: input.config.confidence, champion }) }];
    });
    return {
        findings: [...missing, ...results.flatMap(({ findings }) => findings)],
        measures: Object.fromEntries(results.map(({ metric, measures }) => [metric, measures])),
    };
}
function testSlice(question, input, champion) {
    const { slice, rule, metric } = question;
    // The share of the policy is one of the champion's value in all rows.
    const margin = { value: question.margin.value * rule['margin-factor'], share: null };
    const of = { slice, rule, metric, margin };
    const { rows, column, value } = slice;
    if (rows.length === 0)
        return { ...of, outcome: { reasonCode: 'empty-group' } };
    if (rows.length < rule['minimum-rows'])
        return { ...of, outcome: { reasonCode: 'insufficient-n' } };
    const labels = rows.map((row) => input.labels[row] === true);
    const models = { challenger: rowsOf(input.challenger, rows), champion: rowsOf(champion, rows) };
    const beta = metric.metric === 'f-beta' ? input.config.metrics['f-beta']?.beta : undefined;
    const limit = metric.direction === 'max' ? 0 - margin.value : margin.value;
    const estimate = binaryMetric(metric.metric, beta).compare(labels, models, {
        confidence: input.config.confidence,
        seed: seedOf(`performance/${metric.metric}/difference/${JSON.stringify([column, value])}`, input.context),
        thresholds: [limit],
    });
    if (isUndefined(estimate))
        return { ...of, outcome: estimate };
    const guarding = metric.direction === 'max' ? 'lower' : 'upper';
    const nonInferiorP = oneSidedP(estimate, limit, guarding);
    return { ...of, outcome: { estimate, nonInferiorP, inferiorP: 1 - nonInferiorP } };
}
/** All slices of one metric. Holm runs over those that decide; the flags of a report over all. */
function judgeTests(tests, { confidence, champion }) {
    const measured = tests.flatMap(({ outcome, ...of }) => ('estimate' in outcome ? [{ ...of, ...outcome }] : []));
    const deciding = measured.filter(({ rule }) => !rule['report-only']);
    const alpha = 1 - confidence;
    const passLevels = holmLevels(deciding.map(({ nonInferiorP }) => nonInferiorP), alpha);
    const failLevels = holmLevels(deciding.map(({ inferiorP }) => inferiorP), alpha);
    const flags = benjaminiHochberg(measured.map(({ inferiorP }) => inferiorP));
    const findings = tests.map((test) => {
        if (!('estimate' in test.outcome))
            return unjudged(test, test.outcome.reasonCode);
        const at = deciding.findIndex(({ slice }) => slice === test.slice);
        const levels = at < 0
            ? { pass: alpha, fail: alpha, alpha }
            : { pass: passLevels[at] ?? alpha, fail: failLevels[at] ?? alpha, alpha };
        const against = { margin: test.margin, superiority: 0, confidence, version: champion.version };
        const finding = differenceFinding(test.metric, widened(test.metric, test.outcome.estimate, levels), against);
        const holm = at < 0 ? '' : `, holm over ${deciding.length} slices`;
        return {
            ...finding,
            measure: `${test.metric.metric}-difference-in-slice`,
            severity: test.rule['report-only'] ? 'warn' : 'block',
            groups: [nameOf(test.slice)],
            method: `${finding.method ?? ''}${holm}`,
            message: `in ${nameOf(test.slice)}, ${finding.message}`,
        };
    });
    const measures = measured.map((test, index) => [
        nameOf(test.slice),
        {
            n: test.slice.rows.length,
            difference: test.estimate.value,
            interval: test.estimate.interval,
            margin: test.margin.value,
            'p-non-inferior': test.nonInferiorP,
            'p-inferior': test.inferiorP,
            'p-inferior-adjusted': flags[index] ?? null,
            flagged: (flags[index] ?? 1) <= FALSE_DISCOVERIES,
        },
    ]);
    return { findings, measures: Object.fromEntries(measures) };
}
/** The bound that must clear the margin at the level of one procedure, the other at that of the other. */
function widened({ direction }, estimate, levels) {
    const [lower, upper] = direction === 'max' ? [levels.pass, levels.fail] : [levels.fail, levels.pass];
    const bounds = [
        estimate.boundsAt((0,critical_value/* twoSidedConfidence */.G)(1 - lower))[0],
        estimate.boundsAt((0,critical_value/* twoSidedConfidence */.G)(1 - upper))[1],
    ];
    const { resampling } = estimate;
    if (resampling === null)
        return { ...estimate, bounds };
    const scale = (level) => tailError(level) / tailError(levels.alpha);
    const error = [resampling.error[0] * scale(lower), resampling.error[1] * scale(upper)];
    return { ...estimate, bounds, resampling: { ...resampling, error } };
}
/** The Monte-Carlo error of a normal quantile, up to a factor: √(p(1-p)) over the density there. It grows in the tail. */
function tailError(level) {
    return Math.sqrt(level * (1 - level)) / Math.exp(-((0,normal_quantile/* normalQuantile */.Z)(level) ** 2) / 2);
}
function unjudged({ slice, rule, metric }, reasonCode) {
    const n = slice.rows.length;
    const small = n < rule['minimum-rows'];
    const why = small
        ? `it has ${n} rows; policy minimum ${rule['minimum-rows']}`
        : undefinedReasonInWords(reasonCode, n);
    return {
        measure: `${metric.metric}-difference-in-slice`,
        outcome: 'inconclusive',
        severity: rule['report-only'] ? 'warn' : 'block',
        reasonCode,
        groups: [nameOf(slice)],
        value: null,
        n: [n],
        message: `${metric.metric} is not compared in ${nameOf(slice)}: ${why}`,
    };
}
function noChampion(columns) {
    return {
        measure: 'slices',
        outcome: 'pass',
        severity: 'warn',
        reasonCode: 'first-version',
        value: null,
        message: `there is no champion, so nothing is compared in the slices of ${columns.join(', ')}`,
    };
}
function noColumn(column, rule) {
    return {
        measure: 'slices',
        outcome: 'inconclusive',
        severity: rule['report-only'] ? 'warn' : 'block',
        reasonCode: 'column-missing',
        value: null,
        message: `the values of ${column} were not read, so its slices are not compared`,
    };
}
function nameOf({ column, value }) {
    return `${column} ${JSON.stringify(value)}`;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/test-set-reuse.js

/** Beyond this many evaluations on the same rows, the best of them says little about new rows. */
const MANY_EVALUATIONS = 20;
/**
 * The confidence at which the k-th evaluation on the same rows must be judged, so that all evaluations ever made together
 * keep the error α: 1 - α_k with α_k = 6α/(π²k²), because Σ 1/k² = π²/6. From 1 - 0.61·α for the first it grows towards 1.
 *
 * @param k Counted from 1, this evaluation included.
 * @param alpha One-sided, above 0 and below one half.
 * @throws RangeError when k is not a whole number from 1 or alpha is out of range.
 * @example reuseConfidence(1, 0.05) // 0.9696
 */
function reuseConfidence(k, alpha) {
    if (!Number.isSafeInteger(k) || k < 1)
        throw new RangeError(`Evaluations are counted from 1, got ${k}.`);
    if (!(alpha > 0 && alpha < 0.5))
        throw new RangeError(`An alpha is above 0 and below 0.5, got ${alpha}.`);
    return 1 - (6 * alpha) / (Math.PI ** 2 * k ** 2);
}
/**
 * Warns when the evaluation rows have judged so many candidates that passing them was learned, or when nobody knows how many.
 *
 * @param evaluations How often rows with this digest were used before; `null` when that is unknown, absent when not asked.
 */
function reuseFindings(evaluations) {
    if (evaluations === undefined)
        return [];
    if (evaluations === null) {
        return [note('test-set-reuse-unknown', null, 'it is not known how often the evaluation rows were used before')];
    }
    if (!Number.isSafeInteger(evaluations) || evaluations < 0)
        throw bug(`${evaluations} evaluations`);
    const k = evaluations + 1;
    if (k <= MANY_EVALUATIONS)
        return [];
    const said = `this is evaluation ${k} on the same rows; beyond ${MANY_EVALUATIONS}, rows that no candidate has seen should replace them`;
    return [note('test-set-reused', k, said)];
}
/**
 * @param sharedIds Ids that are both in the training and in the evaluation rows; absent when they were not compared.
 * @throws ActionError `refused`, `training-rows-in-evaluation`, when there is one: such evidence is broken, not inconclusive.
 */
function refuseLeakage(sharedIds) {
    if (sharedIds === undefined || sharedIds === 0)
        return;
    if (!Number.isSafeInteger(sharedIds) || sharedIds < 0)
        throw bug(`${sharedIds} shared ids`);
    throw new errors/* ActionError */.lZ('refused', {
        where: 'The evaluation rows',
        found: `${sharedIds} ${sharedIds === 1 ? 'id that is' : 'ids that are'} in the training rows too`,
        allowed: 'rows that training has not seen',
        remedy: 'Take them out of the training data, train again, and evaluate',
    }, { reasonCode: 'training-rows-in-evaluation' });
}
function note(reasonCode, value, message) {
    return { measure: 'test-set-evaluations', outcome: 'inconclusive', severity: 'warn', reasonCode, value, message };
}
function bug(found) {
    return new errors/* ActionError */.lZ('bug', {
        where: 'The input of the performance gate',
        found,
        allowed: 'a whole number from 0',
        remedy: 'Report this as a bug of Gatehouse',
    });
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/evaluate-performance.js












/** Measured always, so that reports of a model can be compared over time. */
const ALWAYS = ['accuracy', 'auc'];
/**
 * Judges a candidate against the limits of the policy and against the champion (stats.md §1.4), each by one-sided bounds at
 * the configured confidence. All findings must hold together, so no correction for several metrics is needed
 * (intersection-union). Without a champion the trivial baseline takes its place; an unavailable champion is inconclusive.
 *
 * @throws ActionError `bug` when arrays are not aligned or a score is not a number from 0 to 1; `refused` when training has
 *   seen an evaluation row.
 */
function evaluatePerformance(input) {
    const { challenger, champion, config, context, labels } = input;
    refuseLeakage(input.sharedIds);
    checkRows(challenger, labels.length);
    if (champion.state === 'evaluated')
        checkRows(champion, labels.length);
    const wanted = BINARY_METRICS.filter((metric) => ALWAYS.includes(metric) || config.metrics[metric] !== undefined);
    const judged = wanted.map((metric) => judgedMetric(metric, input));
    const slices = judgeSlices(judged, input);
    return (0,assemble_decision/* assembleDecision */.h)('performance', context, {
        findings: [
            ...judged.flatMap((metric) => findingsOf(metric, input)),
            ...slices.findings,
            ...predictionFindings(challenger),
            ...reuseFindings(input.evaluations),
        ],
        measures: {
            metrics: Object.fromEntries(judged.map((metric) => [metric.metric, reported(metric, config.confidence)])),
            power: Object.fromEntries(judged.flatMap((metric) => powerOf(metric, config.confidence))),
            slices: slices.measures,
            resampling: Object.fromEntries(judged.flatMap(drawn)),
            confusion: (0,decision_confusion/* ratesOf */.j1)((0,decision_confusion/* countConfusion */.QN)(labels, challenger.predicted)),
        },
        power: performancePower(judged, config.confidence),
        notMeasured: notMeasured(input, slices),
    });
}
function notMeasured({ evaluations, sharedIds }, { measures }) {
    return [
        ...(Object.keys(measures).length === 0 ? ['slices'] : []),
        'calibration',
        ...(evaluations === undefined ? ['how often the evaluation rows were used before'] : []),
        ...(sharedIds === undefined ? ['whether training has seen evaluation rows'] : []),
        'accuracy on data other than the evaluation rows',
    ];
}
function findingsOf(judged, input) {
    const { metric, rule, challenger, difference, margin, baseline } = judged;
    const { champion, labels } = input;
    const { confidence } = input.config;
    if (rule === null)
        return [];
    if (isUndefined(challenger))
        return [undefinedFinding(metric, challenger.reasonCode, labels.length)];
    const limits = limitFindings(metric, challenger, { rule, confidence });
    if (champion.state === 'unavailable')
        return [...limits, championUnavailableFinding(judged, champion.reason)];
    if (champion.state === 'none') {
        const against = baseline === null ? [] : [baselineFinding(judged, challenger, { baseline, confidence })];
        return [...limits, ...against, firstVersionFinding(judged, champion.versionsExist)];
    }
    if (difference === null || isUndefined(difference) || margin === null) {
        const reasonCode = difference !== null && isUndefined(difference) ? difference.reasonCode : 'champion-unavailable';
        return [...limits, undefinedFinding(`${metric}-difference`, reasonCode, labels.length)];
    }
    const superiority = rule['superiority-margin'] ?? 0;
    return [
        ...limits,
        ...championFindings(judged, difference, { margin, superiority, confidence, version: champion.version }),
    ];
}
function reported(judged, confidence) {
    const { challenger, champion, difference } = judged;
    const compared = difference === null || isUndefined(difference) ? null : difference;
    const own = isUndefined(challenger) ? null : challenger;
    return {
        champion: champion?.value ?? null,
        challenger: own?.value ?? null,
        'challenger-interval': own?.interval ?? null,
        difference: compared?.value ?? null,
        interval: compared?.interval ?? null,
        p: compared?.p ?? null,
        confidence,
        method: compared?.method ?? own?.method ?? null,
        reason: isUndefined(challenger) ? challenger.reasonCode : null,
    };
}
/** How the rows were drawn again, by metric; metrics with a formula have no entry. */
function drawn(judged) {
    return [
        ['value', judged.challenger],
        ...(judged.difference === null ? [] : [['difference', judged.difference]]),
    ].flatMap(([what, estimate]) => {
        if (isUndefined(estimate) || estimate.resampling === null)
            return [];
        const { replicates, redrawn, seed } = estimate.resampling;
        return [[`${judged.metric}-${what}`, { replicates, redrawn, seed }]];
    });
}
function powerOf(judged, confidence) {
    if (judged.rule === null)
        return [];
    const { minimumDetectable, requiredN } = metricPower(judged, confidence);
    return [[judged.metric, { 'minimum-detectable': minimumDetectable, 'required-n': requiredN }]];
}
function checkRows(rows, n) {
    (0,decision_confusion/* checkAligned */.P1)(n, rows.predicted.length, 'predictions');
    (0,decision_confusion/* checkAligned */.P1)(n, rows.scores.length, 'scores');
    const bad = rows.scores.find((score) => !(score >= 0 && score <= 1));
    if (bad === undefined)
        return;
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The input of the performance gate',
        found: `the score ${bad}`,
        allowed: 'a number from 0 to 1',
        remedy: 'Report this as a bug of Gatehouse',
    });
}

;// CONCATENATED MODULE: ./build/actions/performance-gate/src/run.js



/** Judges the candidate of a training run against floors and champion, on the data the base policy names. */
async function judgePerformance(request, ports) {
    const { subject, modelDigest, data, challenger, champion, inputs } = await (0,gate_inputs/* loadGateInputs */.R)(request, ports);
    const config = subject.modelConfig.gates.performance;
    if (config === undefined)
        throw gateNotConfigured(request.model);
    return evaluatePerformance({
        config,
        context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
        labels: data.labels,
        challenger,
        champion: champion.state === 'evaluated'
            ? { state: 'evaluated', version: champion.version, ...champion.predictions }
            : champion,
        slices: new Map([...data.protected, ...data.control]),
        knownSlices: data.knownGroups,
    });
}
function gateNotConfigured(model) {
    return new errors/* ConfigError */.xL([
        {
            where: `gatehouse.yml: models.${model}.gates`,
            found: 'no block "performance"',
            allowed: 'a block for every gate that a workflow runs',
            remedy: 'Add the block, or remove the step from the workflow',
        },
    ]);
}

;// CONCATENATED MODULE: ./build/actions/performance-gate/src/perform.js





/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context }) {
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const decision = await judgePerformance({
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


/***/ }),

/***/ 85424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ REASON_CODES),
/* harmony export */   v: () => (/* binding */ isReasonCode)
/* harmony export */ });
/**
 * Every reason code, with the sentence that explains it. The list is closed and a code is never reused for another
 * meaning; `docs/reason-codes.md` is generated from it.
 */
const REASON_CODES = {
    // gates: judged
    'within-limit': 'The whole interval lies on the passing side of the limit.',
    'limit-exceeded': 'The whole interval lies beyond the limit.',
    'interval-spans-limit': 'The interval contains the limit: the data cannot tell.',
    'floor-met': 'The lower bound is at or above the floor.',
    'below-floor': 'The upper bound is below the floor.',
    'interval-spans-floor': 'The interval contains the floor: the data cannot tell.',
    superior: 'The challenger is better than the champion: the lower bound of the difference is above zero.',
    'non-inferior': 'The challenger is no worse than the champion by more than the margin.',
    'worse-within-margin': 'The challenger is worse than the champion, by no more than the margin: a person should know.',
    inferior: 'The challenger is worse than the champion by more than the margin.',
    'first-version': 'There is no champion: floors and the trivial baseline were used.',
    'not-better-than-trivial': 'The model is not better than the declared trivial baseline.',
    // gates: not judged
    'empty-group': 'A group has no row, so nothing about it could be measured.',
    'insufficient-n': 'A group has fewer rows than the policy asks for.',
    'no-positives': 'No row has the positive label, so the rate has no denominator.',
    'no-negatives': 'No row has the negative label, so the rate has no denominator.',
    'no-predicted-positives': 'No row is predicted positive, so the rate has no denominator.',
    'no-predicted-negatives': 'No row is predicted negative, so the rate has no denominator.',
    'zero-denominator': 'Both rates of a ratio are zero, so the ratio has no value.',
    'undefined-replicates': 'In more than a tenth of the samples drawn again the measure has no value, so no interval is known.',
    'test-set-reused': 'The evaluation rows have judged so many candidates that passing them says little about new rows.',
    'test-set-reuse-unknown': 'How often the evaluation rows were used before is not known.',
    'training-rows-in-evaluation': 'Training has seen rows that the evaluation is made on.',
    'monte-carlo': 'The limit lies so near a bound that the drawn samples cannot tell the side, even after doubling them.',
    'single-class': 'All labels are equal, so ranking cannot be measured.',
    'single-group': 'Only one group is present, so there is nothing to compare.',
    'one-decision-tips': 'One decision the other way round would reverse the result of the selection ratio.',
    suppressed: 'The numbers are withheld, because a group of very few rows could be worked out from them.',
    'low-coverage': 'Groups that are too small to be judged hold more than a tenth of the rows.',
    'many-missing-groups': 'More than a twentieth of the rows have no value in a sensitive column.',
    'constant-prediction': 'All predictions are equal, so a difference between groups says nothing about the decision rule.',
    'prediction-not-a-threshold': 'A row with a lower score is predicted positive and one with a higher score negative: metrics of the score do not describe the predictions.',
    'champion-unavailable': 'The champion could not be loaded and its stored predictions are of other data.',
    // tables and the engine that reads them
    'file-missing': 'A path or glob names no file.',
    'file-empty': 'A file has no byte, or a table no row.',
    'file-not-regular': 'A path leads to a folder, a device or a pointer to a file that was not fetched.',
    'file-outside-workspace': 'A path, or a link on it, leads out of the folder that may be read.',
    'file-changed': 'A file changed while it was read, so its digest is not that of what was judged.',
    'file-unreadable': 'A file is truncated, corrupt or not in the format that its name says.',
    'file-too-large': 'A file, record or column is larger than what may be read.',
    'mixed-types': 'A column holds values of several types, and no type is declared for it.',
    'type-mismatch': 'Values are not of the declared type, or of another type than in the other table: 1 is not "1".',
    'column-missing': 'A table has no column of that name.',
    'column-unsupported': 'A column has a type that the operation cannot use.',
    'ids-missing': 'A row has no id.',
    'ids-duplicated': 'An id occurs more than once.',
    'ids-inexact': 'An id is a number that cannot be told from its neighbours: a fraction, or beyond 2^53.',
    'id-sets-differ': 'Two tables that are joined do not hold the same ids.',
    'value-missing': 'A value is missing where the measure needs one in every row.',
    'value-not-finite': 'A value is NaN or infinite where the measure needs a number.',
    'weight-not-positive': 'A weight is zero or negative.',
    'operation-unsupported': 'The engine cannot do what the gate asks, and nothing is approximated.',
    'engine-unavailable': 'The data engine could not be found or fetched.',
    'engine-untrusted': 'A copy of the data engine has other bytes than the pinned ones.',
    // evidence and decision
    'no-policy': 'The base branch has no gatehouse.yml.',
    'policy-invalid': 'The gatehouse.yml of the base branch has faults.',
    'decision-missing': 'A gate that the policy requires has no decision for this candidate.',
    'decision-mismatch': 'A decision is about another model, policy or data than this pull request.',
    'digest-mismatch': 'Bytes are not what their digest says.',
    'candidate-missing': 'The training run left no candidate.',
    'candidate-expired': 'The candidate artifact has expired; train again.',
    'format-not-allowed': 'A model file is in a format that is not on the allowlist.',
    'head-moved': 'The pull request has a newer head than the one evaluated.',
    'head-shared': 'Several pull requests of this repository have the same head or branch, so the run may be of another one.',
    'base-changed': "The base of the pull request was changed after the run began, so the run may be of another base's workflows.",
    'predictions-refused': 'The predictions table breaks its contract.',
    'evaluation-failed': 'The evaluation command failed or wrote no predictions.',
    'evaluation-error': 'The evaluation could not be made.',
    'isolation-unavailable': "The candidate's own code may run only in isolation, and this machine offers none.",
    'policy-changed': 'The decision was made under an older policy than the one on the base branch now.',
    'waiver-invalid': 'A waiver breaks its contract or names what cannot be waived.',
    'waiver-expired': 'A waiver that the evaluation rests on has lapsed or is no longer on the base branch.',
    'fork-needs-sponsor': 'The head is in a fork; a maintainer must bring the commit into a branch.',
    // approval
    approved: 'Every required role has approved the current tuple.',
    'ready-for-approval': 'All decisions pass; approvals of the required roles are missing.',
    'no-governed-file': 'The pull request changes no governed file.',
    'reviewer-is-author': 'The reviewer opened the pull request.',
    'policy-only': 'The pull request changes rules and no model: the roles that own the policy decide.',
    'emergency-approved': 'An emergency change has its quorum; the full review is due by the date that it names.',
    'emergency-invalid': 'The declaration of an emergency breaks its contract.',
    'emergency-review-overdue': 'An emergency change was merged and its full review is overdue.',
    'approval-stale': 'The approved head, model, evidence or policy was replaced, so the approvals no longer count.',
    'reviewer-co-authored': 'The reviewer is named as co-author of a commit.',
    'reviewer-owns-waiver': 'The reviewer owns a waiver that the evaluation rests on.',
    'review-after-merge': 'The review was submitted after the merge.',
    'too-many-files': 'The pull request changes more files than GitHub lists, so what it governs is unknown.',
    'merge-group-unknown': "GitHub's merge queue has no entry for this head, so its pull requests are unknown.",
    'merge-group-ready': 'Every pull request of the merge group has its approvals, and its model files are unchanged in the group.',
    'service-unavailable': 'GitHub did not answer, so nothing could be judged.',
    'reviewer-is-committer': 'The reviewer wrote or committed a commit of the pull request.',
    'reviewer-is-pusher': 'The reviewer pushed to the branch of the pull request.',
    'reviewer-started-training': 'The reviewer started the training run.',
    'reviewer-not-human': 'The reviewer is a bot or an app.',
    'reviewer-without-write': 'The reviewer has no write access.',
    'reviewer-permission-unknown': "The reviewer's permission could not be read.",
    'reviewer-without-role': 'The reviewer is in none of the required roles.',
    'role-unknown': "A role's team could not be read, so membership is unknown.",
    'review-not-approving': "The reviewer's latest review is not an approval.",
    'review-of-other-commit': 'The review is of another commit than the head.',
    'review-before-ready': 'The review was submitted before the suite announced that this tuple was ready for approval.',
    'commit-without-user': 'A commit is not linked to a GitHub user, so separation of duties cannot be shown.',
    'pushers-unknown': 'The branch was pushed more often than GitHub tells, so not all who pushed are known.',
    'pushed-by-bot': 'A bot opened the pull request or pushed to its branch, so the person behind it is unknown.',
    'too-many-commits': 'The pull request has more commits than GitHub lists, so its committers are unknown.',
    // release
    authorised: 'The release authorisation is signed by a trusted key and names these bytes.',
    'not-authorised': 'No valid release authorisation names this model digest and commit.',
    'signature-invalid': 'A signature does not verify against the trust root.',
    'not-merged': 'The pull request is not merged.',
    'tree-changed': 'The merged tree has governed files that are not as they were approved.',
    'not-immutable': 'The release is not immutable.',
    'version-exists': 'The version is already published with other bytes.',
    'version-superseded': 'A newer version of the model is published; an older one is deployed only by an explicit rollback.',
    'ledger-broken': 'The ledger has a gap, an edit or a fork.',
};
/** True when `value` is one of {@link REASON_CODES}. */
function isReasonCode(value) {
    return Object.hasOwn(REASON_CODES, value);
}


/***/ })

};
