export const id = 940;
export const ids = [940];
export const modules = {

/***/ 55940:
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
// EXTERNAL MODULE: ./build/packages/stats/src/proportions/wilson.js
var wilson = __webpack_require__(4969);
// EXTERNAL MODULE: ./build/packages/stats/src/special/critical-value.js
var critical_value = __webpack_require__(89320);
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

;// CONCATENATED MODULE: ./build/packages/gates/src/accuracy-metric.js

/** Share of rows predicted right, with Wilson intervals. Undefined without rows. */
function estimateAccuracy(labels, model, confidence) {
    const n = labels.length;
    if (n === 0)
        return { reasonCode: 'insufficient-n' };
    const right = labels.filter((label, index) => model.predicted[index] === label).length;
    return {
        value: right / n,
        bounds: (0,wilson/* wilsonInterval */.Y)(right, n, (0,critical_value/* twoSidedConfidence */.G)(confidence)),
        interval: (0,wilson/* wilsonInterval */.Y)(right, n, confidence),
        method: 'wilson',
        n: [n],
    };
}
/** Accuracy of the challenger minus that of the champion on the same rows: Tango intervals, exact McNemar p. */
function estimateAccuracyDifference(labels, models, confidence) {
    const n = labels.length;
    if (n === 0)
        return { reasonCode: 'insufficient-n' };
    let onlyFirst = 0;
    let onlySecond = 0;
    for (const [index, label] of labels.entries()) {
        const challengerRight = models.challenger.predicted[index] === label;
        const championRight = models.champion.predicted[index] === label;
        if (challengerRight && !championRight)
            onlyFirst += 1;
        if (championRight && !challengerRight)
            onlySecond += 1;
    }
    const pairs = { onlyFirst, onlySecond, n };
    return {
        value: (onlyFirst - onlySecond) / n,
        bounds: tangoDifference(pairs, (0,critical_value/* twoSidedConfidence */.G)(confidence)),
        interval: tangoDifference(pairs, confidence),
        method: 'tango',
        n: [n],
        p: mcnemarExact(pairs),
    };
}

// EXTERNAL MODULE: ./build/packages/gates/src/assemble-decision.js
var assemble_decision = __webpack_require__(67067);
;// CONCATENATED MODULE: ./build/packages/stats/src/ranks/midranks.js
/** Ranks from 1 in ascending order; equal values share the mean of their ranks. O(N log N). */
function midranks(values) {
    const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
    const ranks = new Array(values.length).fill(0);
    for (let start = 0; start < order.length;) {
        let end = start + 1;
        while (end < order.length && order[end]?.value === order[start]?.value)
            end += 1;
        for (const { index } of order.slice(start, end))
            ranks[index] = (start + 1 + end) / 2;
        start = end;
    }
    return ranks;
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

;// CONCATENATED MODULE: ./build/packages/gates/src/auc-metric.js

// DeLong's normal interval is not trusted below this many rows of a class (stats.md §1.3).
const FEWEST_FOR_DELONG = 10;
/** Area under the ROC curve: DeLong, or the score interval (Newcombe method 5) where DeLong's degenerates. */
function estimateAuc(labels, model, confidence) {
    const result = delong(labels, [model.scores]);
    if (result === null)
        return { reasonCode: 'single-class' };
    const oneSided = (0,critical_value/* twoSidedConfidence */.G)(confidence);
    return {
        value: aucOf(result, 0),
        bounds: aucBounds(result, 0, oneSided),
        interval: aucBounds(result, 0, confidence),
        method: usesDelong(result, 0) ? 'delong' : 'newcombe method 5',
        n: [result.positives, result.negatives],
    };
}
/** Area of the challenger minus that of the champion on the same rows. */
function estimateAucDifference(labels, models, confidence) {
    const result = delong(labels, [models.challenger.scores, models.champion.scores]);
    if (result === null)
        return { reasonCode: 'single-class' };
    const n = [result.positives, result.negatives];
    const oneSided = (0,critical_value/* twoSidedConfidence */.G)(confidence);
    const paired = delongDifference(result, oneSided);
    const reported = delongDifference(result, confidence);
    const identical = paired !== null && paired.standardError === 0 && paired.difference === 0;
    if (paired !== null && reported !== null && (identical || (usesDelong(result, 0) && usesDelong(result, 1)))) {
        const method = identical ? 'delong, identical ranking' : 'delong';
        return { value: paired.difference, bounds: paired.interval, interval: reported.interval, method, n, p: paired.p };
    }
    return {
        value: aucOf(result, 0) - aucOf(result, 1),
        bounds: squareAndAdd(result, oneSided),
        interval: squareAndAdd(result, confidence),
        method: 'newcombe method 5, square and add',
        n,
        p: null,
    };
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

// EXTERNAL MODULE: ./build/packages/gates/src/confusion.js
var confusion = __webpack_require__(68430);
;// CONCATENATED MODULE: ./build/packages/gates/src/metric-estimate.js
function isUndefined(estimate) {
    return 'reasonCode' in estimate;
}

// EXTERNAL MODULE: ./build/packages/gates/src/limit-rules.js
var limit_rules = __webpack_require__(74415);
// EXTERNAL MODULE: ./build/packages/gates/src/wording.js
var wording = __webpack_require__(35478);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance-findings.js


/** The lower bound of the metric against the floor of the policy. */
function floorFinding(metric, estimate, rule) {
    const { floor, confidence } = rule;
    return {
        measure: metric,
        ...(0,limit_rules/* judgeFloor */.O1)(estimate.bounds, floor),
        ...described(estimate, confidence),
        limit: floor,
        message: `${metric} is ${(0,wording/* inWords */.r)(estimate.value)} (${boundsInWords(estimate, confidence)}); policy floor ${(0,wording/* inWords */.r)(floor)}`,
    };
}
/** The metric against what a model that knows nothing of the features would reach. */
function baselineFinding(metric, estimate, rule) {
    const { baseline, confidence } = rule;
    const trivial = metric === 'accuracy' ? 'always predicting the more frequent label gives' : 'a random order gives';
    const sentence = `${metric} is ${(0,wording/* inWords */.r)(estimate.value)} (${boundsInWords(estimate, confidence)})`;
    return {
        measure: `${metric}-over-trivial-baseline`,
        ...(0,limit_rules/* judgeTrivialBaseline */.w)(estimate.bounds, baseline),
        ...described(estimate, confidence),
        limit: baseline,
        message: `${sentence}; ${trivial} ${(0,wording/* inWords */.r)(baseline)}`,
    };
}
/** Challenger minus champion against the non-inferiority margin. */
function championFinding(metric, estimate, rule) {
    const { margin, confidence, version } = rule;
    const sentence = `difference in ${metric} between the challenger and the champion ${version} is ${(0,wording/* inWords */.r)(estimate.value)}`;
    const worse = estimate.bounds[1] < 0 ? '; the challenger is worse than the champion' : '';
    return {
        measure: `${metric}-difference`,
        ...(0,limit_rules/* judgeNonInferiority */.pN)(estimate.bounds, margin),
        ...described(estimate, confidence),
        limit: -margin,
        message: `${sentence} (${boundsInWords(estimate, confidence)}); policy margin ${(0,wording/* inWords */.r)(margin)}${worse}`,
    };
}
/** Says that a metric could not be compared with the champion, and why. */
function championUnavailableFinding(metric, margin, reason) {
    return {
        measure: `${metric}-difference`,
        outcome: 'inconclusive',
        severity: 'block',
        reasonCode: 'champion-unavailable',
        value: null,
        limit: -margin,
        failsWhen: 'below',
        message: `difference in ${metric} between the challenger and the champion is not known: ${reason}`,
    };
}
/**
 * Says that there is no champion. Where neither a floor nor a trivial baseline applies either, nothing was judged, and
 * the finding blocks. Versions that exist without a stage are told: a deleted stage tag looks like one never made.
 */
function firstVersionFinding(metric, config, found) {
    const used = [
        ...(config.floor === undefined ? [] : ['the floor of the policy']),
        ...(found.hasBaseline ? ['the trivial baseline'] : []),
    ];
    const judged = used.length > 0;
    const how = judged ? `judged by ${used.join(' and ')}` : 'judged by nothing; set a floor or a trivial baseline';
    return {
        measure: metric,
        outcome: judged ? 'pass' : 'inconclusive',
        severity: judged ? 'warn' : 'block',
        reasonCode: 'first-version',
        value: null,
        message: `there is no champion${found.versionsExist ? ': versions are published and no stage tag names one' : ''}; ${metric} is ${how}`,
    };
}
/** Says that a metric has no value on these rows. */
function undefinedFinding(metric, reasonCode, n) {
    const why = reasonCode === 'single-class' ? 'all labels are equal' : 'there is no evaluation row';
    return {
        measure: metric,
        outcome: 'inconclusive',
        severity: 'block',
        reasonCode,
        value: null,
        n: [n],
        message: `${metric} has no value: ${why} (n = ${n})`,
    };
}
function described(estimate, confidence) {
    return {
        severity: 'block',
        value: estimate.value,
        interval: estimate.bounds,
        confidence,
        n: estimate.n,
        failsWhen: 'below',
        method: `${estimate.method}, one-sided bounds`,
    };
}
function boundsInWords(estimate, confidence) {
    const [lower, upper] = estimate.bounds;
    const bounds = `${(0,wording/* inWords */.r)(lower)} and ${(0,wording/* inWords */.r)(upper)}`;
    return `one-sided ${(0,wording/* percent */.K)(confidence)} bounds ${bounds}, n = ${estimate.n.join('/')}`;
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/normal-quantile.js
var normal_quantile = __webpack_require__(43642);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance-power.js

const POWER = 0.8;
/**
 * Power of the comparison (stats.md §1.4.4): SE = width of the one-sided bounds / 2z; the minimum detectable difference is
 * (z + z(0.80))·SE, the largest over the metrics; the required n is n·(that / margin)² for each metric. `null` and absent
 * where SE is zero or unknown, because data that show no variation say nothing about power.
 */
function performancePower(judged, confidence) {
    const z = (0,critical_value/* criticalValue */.z)((0,critical_value/* twoSidedConfidence */.G)(confidence));
    const rows = judged.flatMap(({ metric, estimate, margin }) => {
        if (estimate === null)
            return [];
        const detectable = ((z + (0,normal_quantile/* normalQuantile */.Z)(POWER)) * (estimate.bounds[1] - estimate.bounds[0])) / (2 * z);
        const n = estimate.n.reduce((sum, count) => sum + count, 0);
        return detectable > 0 ? [{ metric, detectable, required: Math.ceil(n * (detectable / margin) ** 2) }] : [];
    });
    return {
        minimumDetectable: rows.length === 0 ? null : Math.max(...rows.map((row) => row.detectable)),
        requiredN: Object.fromEntries(rows.map((row) => [row.metric, row.required])),
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/prediction-threshold.js

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

;// CONCATENATED MODULE: ./build/packages/gates/src/evaluate-performance.js









const METRICS = ['accuracy', 'auc'];
/**
 * Judges a candidate against the floors of the policy and against the champion (stats.md §1.4), each by one-sided bounds at
 * the configured confidence. All findings must hold together, so no correction for several metrics is needed
 * (intersection-union). Without a champion the trivial baseline takes its place; an unavailable champion is inconclusive.
 *
 * @throws ActionError `bug` when arrays are not aligned or a score is not a number from 0 to 1.
 */
function evaluatePerformance(input) {
    checkRows(input.challenger, input.labels.length);
    if (input.champion.state === 'evaluated')
        checkRows(input.champion, input.labels.length);
    const measured = METRICS.map((metric) => measureMetric(metric, input));
    return (0,assemble_decision/* assembleDecision */.h)('performance', input.context, {
        findings: [
            ...measured.flatMap((measurement) => findingsOf(measurement, input)),
            ...predictionFindings(input.challenger),
        ],
        measures: {
            metrics: Object.fromEntries(measured.map((m) => [m.metric, reported(m, input.config.confidence)])),
            confusion: (0,confusion/* ratesOf */.j1)((0,confusion/* countConfusion */.QN)(input.labels, input.challenger.predicted)),
        },
        power: performancePower(measured.flatMap((m) => judgedMetric(m, input.config)), input.config.confidence),
        notMeasured: ['slices', 'calibration', 'accuracy on data other than the evaluation rows'],
    });
}
function measureMetric(metric, input) {
    const { labels, challenger, champion, config } = input;
    const [estimate, compare] = metric === 'accuracy'
        ? [estimateAccuracy, estimateAccuracyDifference]
        : [estimateAuc, estimateAucDifference];
    const evaluated = champion.state === 'evaluated' ? champion : null;
    return {
        metric,
        challenger: estimate(labels, challenger, config.confidence),
        champion: evaluated && estimate(labels, evaluated, config.confidence),
        difference: evaluated && compare(labels, { challenger, champion: evaluated }, config.confidence),
    };
}
function findingsOf(measured, input) {
    const { metric, challenger, difference } = measured;
    const { config, champion, labels } = input;
    const { confidence } = config;
    const rule = config.metrics[metric];
    if (rule === undefined)
        return [];
    if (isUndefined(challenger))
        return [undefinedFinding(metric, challenger.reasonCode, labels.length)];
    const { floor, margin } = rule;
    const findings = floor === undefined ? [] : [floorFinding(metric, challenger, { floor, confidence })];
    if (champion.state === 'unavailable') {
        return [...findings, championUnavailableFinding(metric, margin, champion.reason)];
    }
    if (champion.state === 'none') {
        const baseline = trivialBaseline(metric, input);
        const against = baseline === null ? [] : [baselineFinding(metric, challenger, { baseline, confidence })];
        return [
            ...findings,
            ...against,
            firstVersionFinding(metric, rule, { hasBaseline: baseline !== null, ...champion }),
        ];
    }
    if (difference === null || isUndefined(difference)) {
        return [...findings, undefinedFinding(metric, difference?.reasonCode ?? 'champion-unavailable', labels.length)];
    }
    return [...findings, championFinding(metric, difference, { margin, confidence, version: champion.version })];
}
/** Accuracy of always predicting the more frequent label; area under the curve of a random order. */
function trivialBaseline(metric, input) {
    if (input.config['trivial-baseline'] === 'none')
        return null;
    if (metric === 'auc')
        return 0.5;
    const positives = input.labels.filter((label) => label).length;
    return Math.max(positives, input.labels.length - positives) / input.labels.length;
}
function reported(measured, confidence) {
    const { challenger, champion, difference } = measured;
    const compared = difference === null || isUndefined(difference) ? null : difference;
    const own = isUndefined(challenger) ? null : challenger;
    return {
        champion: champion === null || isUndefined(champion) ? null : champion.value,
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
function judgedMetric(measured, config) {
    const rule = config.metrics[measured.metric];
    if (rule === undefined)
        return [];
    const estimate = measured.difference ?? measured.challenger;
    return [{ metric: measured.metric, estimate: isUndefined(estimate) ? null : estimate, margin: rule.margin }];
}
function checkRows(rows, n) {
    (0,confusion/* checkAligned */.P1)(n, rows.predicted.length, 'predictions');
    (0,confusion/* checkAligned */.P1)(n, rows.scores.length, 'scores');
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


/***/ })

};
