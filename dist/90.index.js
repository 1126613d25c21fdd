export const id = 90;
export const ids = [90];
export const modules = {

/***/ 90090:
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
// EXTERNAL MODULE: ./build/packages/tables/src/split.js
var split = __webpack_require__(10209);
// EXTERNAL MODULE: ./build/packages/tables/src/table-limits.js
var table_limits = __webpack_require__(74174);
// EXTERNAL MODULE: ./build/packages/tables/src/formats/table-format.js
var table_format = __webpack_require__(92740);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/gate-sources.js
var gate_sources = __webpack_require__(1328);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/needed-columns.js
var needed_columns = __webpack_require__(45459);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/private-folder.js
var private_folder = __webpack_require__(622);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/rows/shared-ids.js





const MOST_ROWS = 10_000_000;
/**
 * How many ids of the evaluation rows are in training data too. Of one dataset for both the split answers: no row is on two
 * sides.
 *
 * @param training Datasets for training beside the one that is evaluated on.
 * @returns `null` when a dataset has no column of ids of that name and no other shares any: then nobody knows.
 * @throws ActionError `column-missing` when it lacks the column of its split, `file-too-large` beyond ten million rows, and what the engine says of a file that it cannot read.
 */
async function countSharedIds(rows, training, at) {
    if (training.length === 0)
        return 0;
    const id = (0,needed_columns/* need */.$)(rows.columns.id, 'id');
    const judged = new Set(await idsOf(rows.tables, rows.relation, id));
    const shared = new Set();
    let unknown = false;
    for (const { dataset, bytes } of training) {
        const seen = await trainingIds({ dataset, bytes }, id.column, at);
        unknown ||= seen === null;
        for (const one of seen ?? [])
            if (judged.has(one))
                shared.add(one);
    }
    return unknown && shared.size === 0 ? null : shared.size;
}
async function trainingIds({ dataset, bytes }, column, at) {
    const { path } = dataset;
    const part = (0,split/* rowPart */.i$)(dataset, 'training', path);
    const keys = part === null ? [column] : [column, part.column.column];
    return await (0,private_folder/* withPrivateFolder */.m)(at.temp, new Map([[path, bytes]]), async (root) => {
        const engine = at.engine({ root, tempFolder: at.temp, limits: { maxTextBytes: table_limits/* DATA_LIMITS */.C.maxBytes } });
        const sourcesOf = (named) => (0,gate_sources/* gateSources */.G)([{ name: path, files: [path], format: (0,table_format/* formatByName */.kb)(path) ?? 'csv', keys: named }]);
        const relation = part === null ? { table: path } : { table: path, part };
        try {
            return await engine.withTables(sourcesOf(keys), async (tables) => idsOf(tables, relation, { table: path, column }));
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ) || error.reasonCode !== 'column-missing')
                throw error;
            // Without ids nothing can be compared. Any other column that is missing, such as that of the split, is a fault.
            const names = await engine.withTables(sourcesOf([]), async (tables) => namesOf(tables, path));
            if (names.includes(column) || (part !== null && !names.includes(part.column.column)))
                throw error;
            return null;
        }
    });
}
async function namesOf(tables, table) {
    const { columns } = await tables.describe(table);
    return columns.map(({ name }) => name);
}
async function idsOf(tables, relation, column) {
    const [fetched] = await tables.columnValues(relation, [{ column, as: 'codes' }], { maxRows: MOST_ROWS });
    return fetched?.as === 'codes' ? fetched.keys : [];
}

// EXTERNAL MODULE: ./build/packages/core/src/config/gates/performance-metrics.js
var performance_metrics = __webpack_require__(33647);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/assemble-decision.js
var assemble_decision = __webpack_require__(24840);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/required-rows.js
var required_rows = __webpack_require__(55624);
// EXTERNAL MODULE: ./build/packages/core/src/reason-codes.js
var reason_codes = __webpack_require__(85424);
// EXTERNAL MODULE: ./build/packages/stats/src/special/critical-value.js
var critical_value = __webpack_require__(89320);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/estimate/metric-estimate.js


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

;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/kish-effective-size.js
/**
 * Kish's effective sample size of weighted rows, (Σw)²/Σw² (1965, Survey Sampling, section 11.7): how many unweighted rows
 * would be as informative. Equal weights give n.
 *
 * @throws RangeError when a sum is not finite and above 0.
 * @example kishEffectiveSize(6, 14) // 2.5714285714285716, of the weights 1, 2, 3
 */
function kishEffectiveSize(sumOfWeights, sumOfSquares) {
    for (const sum of [sumOfWeights, sumOfSquares]) {
        if (!(sum > 0 && sum < Number.POSITIVE_INFINITY)) {
            throw new RangeError(`A sum of weights or of their squares is a finite number above 0, got ${sum}.`);
        }
    }
    return sumOfWeights ** 2 / sumOfSquares;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/exam/exam-input.js

/** What the caller of a gate handed over that no reader of rows hands over. */
function unfitInput(found, allowed) {
    return new errors/* ActionError */.lZ('bug', {
        where: 'The input of the performance gate',
        found,
        allowed,
        remedy: 'Report this as a bug of Gatehouse',
    });
}
/**
 * The metric as one of its task.
 *
 * @throws ActionError `bug` for a metric of another task, which the configuration refuses.
 */
function ofTask(name, known) {
    const found = known.find((one) => one === name);
    if (found === undefined)
        throw unfitInput(`the metric ${name}`, `one of ${known.join(', ')}`);
    return found;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/estimate/sampling.js


const EQUAL_ROWS = { weights: null, clusters: null };
/** True where every row counts once and is independent of the others. */
function isPlain({ weights, clusters }) {
    return weights === null && clusters === null;
}
/**
 * The sampling of some of the rows. Clusters are numbered anew, since one without a row is none.
 */
function samplingOf({ weights, clusters }, rows) {
    if (rows === null)
        return { weights, clusters };
    return {
        weights: weights && Float64Array.from(rows, (row) => Number(weights[row])),
        clusters: clusters && numbered(Int32Array.from(rows, (row) => Number(clusters.of[row]))),
    };
}
function numbered(codes) {
    const places = new Map();
    const of = codes.map((code) => {
        const known = places.get(code) ?? places.size;
        places.set(code, known);
        return known;
    });
    return { of, count: places.size };
}
/** Kish's effective number of rows; the number of rows where all count the same. */
function effectiveRows(rows, { weights }) {
    if (weights === null || rows === 0)
        return rows;
    // Scaled, so that squares of large or small weights stay finite.
    const scale = weights.reduce((largest, weight) => Math.max(largest, weight), 0);
    let [sum, squares] = [0, 0];
    for (const weight of weights) {
        sum += weight / scale;
        squares += (weight / scale) ** 2;
    }
    return kishEffectiveSize(sum, squares);
}
/** @throws ActionError `bug` when weights or clusters are not one per row, or a weight is not above 0 and finite. */
function checkSampling({ weights, clusters }, rows) {
    const bad = weights?.find((weight) => !(weight > 0 && weight < Number.POSITIVE_INFINITY));
    if (bad !== undefined)
        throw unfitInput(`the weight ${bad}`, 'a finite number above 0');
    for (const [what, given] of [
        ['weights', weights],
        ['clusters', clusters?.of],
    ]) {
        if (given && given.length !== rows)
            throw unfitInput(`${given.length} ${what} for ${rows} rows`, 'one per row');
    }
}

// EXTERNAL MODULE: ./build/packages/gates/src/decision/metric-seed.js
var metric_seed = __webpack_require__(14435);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/exam/judged-metric.js

/** Measures one metric of both models, and their difference, for the numbers that the policy compares them with. */
function judgedMetric(metric, { exam, config, context, champion: state }) {
    const rule = config.metrics[metric] ?? null;
    const examined = exam.metric(metric, config.metrics, null);
    const evaluated = state === 'evaluated';
    const champion = evaluated ? examined.value('champion') : null;
    const margin = rule && marginOf(rule, champion?.value ?? null);
    const baseline = config['trivial-baseline'] === 'none' ? null : examined.baseline;
    const question = (check, thresholds) => ({
        confidence: config.confidence,
        seed: (0,metric_seed/* seedOf */.n)(`performance/${metric}/${check}`, context),
        thresholds,
    });
    return {
        metric,
        direction: examined.direction,
        rule,
        challenger: examined.estimate(question('value', limitsOf(rule, state === 'none' ? baseline : null))),
        champion,
        difference: evaluated ? examined.compare(question('difference', differencesOf(examined, rule, margin))) : null,
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




const LIMITS = {
    floor: { judge: limit_rules/* judgeFloor */.O1, failsWhen: 'below' },
    ceiling: { judge: limit_rules/* judgeCeiling */.vQ, failsWhen: 'above' },
};
/** The metric against a floor or a ceiling, by its worse bound. */
function limitFinding(metric, estimate, { side, limit, confidence, errors }) {
    const { judge, failsWhen } = LIMITS[side];
    const verdict = settledVerdict(estimate, (bounds) => judge(bounds, limit));
    const sentence = `${metric} is ${(0,wording/* inWords */.r4)(estimate.value)} (${measuredInWords(estimate, confidence)})`;
    return {
        measure: metric,
        ...verdict,
        ...described(estimate, confidence),
        ...rowsNeeded(verdict, estimate, { limit, confidence, errors }),
        limit,
        failsWhen,
        message: `${sentence}; policy ${side} ${(0,wording/* inWords */.r4)(limit)}${uncertainty(verdict, estimate, limit)}`,
    };
}
/** The metric against the limits of the policy; none where the policy has neither. */
function limitFindings(metric, estimate, { rule, confidence }) {
    return ['floor', 'ceiling'].flatMap((side) => {
        const limit = rule[side];
        return limit === undefined ? [] : [limitFinding(metric, estimate, { side, limit, confidence })];
    });
}
/** The metric against what a model that knows nothing of the features would reach. */
function baselineFinding({ metric, direction }, estimate, { baseline, confidence }) {
    const sign = direction === 'max' ? 1 : -1;
    const verdict = settledVerdict(estimate, (bounds) => inWordsOf(direction, (0,limit_rules/* judgeTrivialBaseline */.w)(oriented(bounds, direction), sign * baseline.value)));
    const sentence = `${metric} is ${(0,wording/* inWords */.r4)(estimate.value)} (${measuredInWords(estimate, confidence)})`;
    return {
        measure: `${metric}-over-trivial-baseline`,
        ...verdict,
        ...described(estimate, confidence),
        ...rowsNeeded(verdict, estimate, { limit: baseline.value, confidence }),
        limit: baseline.value,
        failsWhen: direction === 'max' ? 'below' : 'above',
        message: `${sentence}; ${baseline.words} ${(0,wording/* inWords */.r4)(baseline.value)}${uncertainty(verdict, estimate, baseline.value)}`,
    };
}
/** Challenger minus champion against the non-inferiority margin. */
function differenceFinding({ metric, direction }, estimate, { margin, superiority, confidence, errors, version }) {
    const limit = direction === 'max' ? 0 - margin.value : margin.value;
    const verdict = settledVerdict(estimate, (bounds) => (0,limit_rules/* judgeNonInferiority */.pN)(oriented(bounds, direction), margin.value, superiority));
    const sentence = `difference in ${metric} between the challenger and the champion ${version} is ${(0,wording/* inWords */.r4)(estimate.value)}`;
    const worse = settledWorse(estimate, direction) ? '; the challenger is worse than the champion' : '';
    const aside = `${worse}${uncertainty(verdict, estimate, limit)}`;
    return {
        measure: `${metric}-difference`,
        ...verdict,
        ...described(estimate, confidence),
        ...rowsNeeded(verdict, estimate, { limit, confidence, errors }),
        limit,
        failsWhen: direction === 'max' ? 'below' : 'above',
        message: `${sentence} (${measuredInWords(estimate, confidence)}); policy margin ${marginInWords(margin)}${aside}`,
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
        coverage: 'each-bound',
        n: estimate.n,
        method: `${method}${drawn}`,
    };
}
/** Of a finding whose bounds span the limit, the rows that would tell. */
function rowsNeeded(verdict, { value, bounds, n }, { limit, confidence, errors = [1 - confidence, 1 - confidence] }) {
    if (!isSpanning(verdict))
        return {};
    const rows = (0,required_rows/* rowsToSettle */.o)({ value, bounds, errors, n: n.reduce((sum, count) => sum + count, 0) }, limit);
    return rows === null ? {} : { requiredN: rows };
}
function isSpanning({ reasonCode }) {
    return reasonCode === 'interval-spans-limit' || reasonCode === 'interval-spans-floor';
}
/** Why a verdict is not known, where more rows would not help or more replicates would. */
function uncertainty(verdict, { value, resampling }, limit) {
    if (isSpanning(verdict) && value === limit)
        return '; no number of rows tells a value from the limit that it equals';
    if (verdict.reasonCode !== 'monte-carlo' || resampling === null)
        return '';
    return `; ${resampling.replicates} replicates leave the bounds uncertain by up to ${(0,wording/* inWords */.r4)(2 * Math.max(...resampling.error))}`;
}
function marginInWords({ value, share }) {
    return share === null ? (0,wording/* inWords */.r4)(value) : `${(0,wording/* inWords */.r4)(value)}, ${(0,wording/* percent */.KN)(share)} of the champion's value`;
}
function measuredInWords({ bounds, n }, confidence) {
    return `${(0,wording/* boundsInWords */.Kg)(bounds, confidence, 'each-bound')}, n = ${n.join('/')}`;
}

// EXTERNAL MODULE: ./build/packages/stats/src/measured.js
var measured = __webpack_require__(24333);
// EXTERNAL MODULE: ./build/packages/stats/src/classification/scores/scored-labels.js
var scored_labels = __webpack_require__(79098);
;// CONCATENATED MODULE: ./build/packages/stats/src/classification/calibration/logistic-line.js

/** ln(odds) = intercept + slope·x, by Newton's method with halved steps on a covariate of mean 0 and variance 1. */
function logisticLine(labels, covariate) {
    const reason = whyNoLine(labels, covariate);
    if (reason !== null)
        return reason;
    const n = covariate.length;
    const mean = covariate.reduce((sum, x) => sum + x, 0) / n;
    const scale = Math.sqrt(covariate.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n);
    const standard = covariate.map((x) => (x - mean) / scale);
    const { a, b } = climb(labels, standard);
    const { aa, ab, bb } = slopesAt(labels, standard, { a, b });
    const determinant = aa * bb - ab * ab;
    // Back to the covariate as given: slope = b/scale, intercept = a - b·mean/scale.
    const shift = mean / scale;
    const variance = (bb + 2 * ab * shift + aa * shift * shift) / determinant;
    return {
        intercept: a - b * shift,
        interceptError: Math.sqrt(variance),
        slope: b / scale,
        slopeError: Math.sqrt(aa / determinant) / scale,
        undefinedReason: null,
    };
}
/** The estimate is finite if and only if the classes overlap (Albert and Anderson 1984, Biometrika 71, 1-10). */
function whyNoLine(labels, covariate) {
    const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    const high = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < covariate.length; row += 1) {
        const x = Number(covariate[row]);
        const label = Number(labels[row]);
        low[label] = Math.min(Number(low[label]), x);
        high[label] = Math.max(Number(high[label]), x);
    }
    const [low0 = 0, low1 = 0] = low;
    const [high0 = 0, high1 = 0] = high;
    if (labels.length === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    if (low0 > high0 || low1 > high1)
        return (0,measured/* undefinedFor */.iN)('single-class');
    if (Math.min(low0, low1) === Math.max(high0, high1))
        return (0,measured/* undefinedFor */.iN)('constant-prediction');
    return high0 <= low1 || high1 <= low0 ? (0,measured/* undefinedFor */.iN)('separated-classes') : null;
}
/** Every step raises the concave likelihood, so the loop ends: at the maximum no step does. */
function climb(labels, x) {
    let here = { a: 0, b: 0 };
    let height = logLikelihood(labels, x, here);
    for (;;) {
        const { ga, gb, aa, ab, bb } = slopesAt(labels, x, here);
        const determinant = aa * bb - ab * ab;
        const da = (bb * ga - ab * gb) / determinant;
        const db = (aa * gb - ab * ga) / determinant;
        let step = 1;
        let next = { a: here.a + da, b: here.b + db };
        let nextHeight = logLikelihood(labels, x, next);
        while (!(nextHeight > height) && step > SMALLEST_STEP) {
            step /= 2;
            next = { a: here.a + step * da, b: here.b + step * db };
            nextHeight = logLikelihood(labels, x, next);
        }
        // The likelihood is flat to its last digit here; the gradient still shows where the maximum lies.
        if (!(nextHeight > height))
            return { a: here.a + da, b: here.b + db };
        here = next;
        height = nextHeight;
    }
}
const SMALLEST_STEP = 2 ** -30;
function logLikelihood(labels, x, { a, b }) {
    let sum = 0;
    for (let row = 0; row < x.length; row += 1) {
        const eta = a + b * Number(x[row]);
        const toward = labels[row] === 1 ? -eta : eta;
        // -ln(1 + e^toward) without overflow.
        sum -= Math.max(toward, 0) + Math.log1p(Math.exp(-Math.abs(toward)));
    }
    return sum;
}
/** Gradient of the log-likelihood and the information matrix. */
function slopesAt(labels, x, { a, b }) {
    const sums = { ga: 0, gb: 0, aa: 0, ab: 0, bb: 0 };
    for (let row = 0; row < x.length; row += 1) {
        const value = Number(x[row]);
        const p = 1 / (1 + Math.exp(-(a + b * value)));
        const residual = Number(labels[row]) - p;
        const information = p * (1 - p);
        sums.ga += residual;
        sums.gb += residual * value;
        sums.aa += information;
        sums.ab += information * value;
        sums.bb += information * value * value;
    }
    return sums;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/calibration/calibration-line.js




// Probabilities of 0 and 1 have no logit; they count as the nearest that log loss knows.
const SMALLEST = 2 ** -52;
/**
 * Logistic regression of the label on the logit of the probability: intercept 0 and slope 1 are best. A slope below 1
 * says that the probabilities are too extreme, an intercept above 0 that they are too low. Cox (1958), Biometrika 45,
 * 562-565. Maximum likelihood; intervals are estimate ± z·standard error (Wald). Probabilities are clipped to
 * [2⁻⁵², 1 - 2⁻⁵²]. Weights are not supported. O(N) a step of Newton.
 *
 * Undefined without rows (`empty-group`), with one class (`single-class`), with equal probabilities
 * (`constant-prediction`), and when the probabilities separate the classes so that the slope has no finite estimate
 * (`separated-classes`).
 *
 * @throws RangeError when a score is not in [0, 1], a label not 0 or 1, confidence not in (0, 1), or lengths differ.
 */
function calibrationLine({ labels, scores }, confidence) {
    (0,scored_labels/* checkProbabilityLabels */.D)({ labels, scores });
    const z = (0,critical_value/* criticalValue */.z)(confidence);
    const logits = scores.map((p) => {
        const clipped = Math.min(1 - SMALLEST, Math.max(SMALLEST, p));
        return Math.log(clipped) - Math.log1p(-clipped);
    });
    const line = logisticLine(labels, logits);
    if (line.undefinedReason !== null)
        return (0,measured/* undefinedFor */.iN)(line.undefinedReason);
    const around = (estimate, error) => [estimate - z * error, estimate + z * error];
    return {
        intercept: line.intercept,
        interceptInterval: around(line.intercept, line.interceptError),
        slope: line.slope,
        slopeInterval: around(line.slope, line.slopeError),
        undefinedReason: null,
    };
}

// EXTERNAL MODULE: ./build/packages/gates/src/decision/confusion.js
var decision_confusion = __webpack_require__(19745);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/exam/trivial-baseline.js
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
function trivialBaseline(metric, labels, { beta = 1, weights = null, } = {}) {
    if (labels.length === 0)
        return null;
    const total = weights === null ? labels.length : weights.reduce((sum, weight) => sum + weight, 0);
    const positives = labels.reduce((sum, label, row) => (label ? sum + (weights === null ? 1 : Number(weights[row])) : sum), 0);
    const p = positives / total;
    const negatives = total - positives;
    // Quotients of counts, so that a share that can be written exactly is exact.
    const majority = Math.max(positives, negatives) / total;
    const minority = Math.min(positives, negatives) / total;
    const square = beta * beta;
    const known = {
        accuracy: { value: majority, words: MAJORITY },
        error: { value: minority, words: MAJORITY },
        precision: { value: p, words: ALL_POSITIVE },
        npv: { value: negatives / total, words: ALL_NEGATIVE },
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

// EXTERNAL MODULE: ./build/packages/gates/src/decision/group-counts.js
var group_counts = __webpack_require__(61639);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/slices/slice-rows.js


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

// EXTERNAL MODULE: ./build/packages/stats/src/classification/confusion/binary-confusion.js
var binary_confusion = __webpack_require__(4129);
;// CONCATENATED MODULE: ./build/packages/stats/src/classification/confusion/f-beta.js


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
function weighted_mean_sumOver(n, term) {
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
        return (0,measured/* undefinedFor */.iN)('empty-group');
    if (weights === undefined)
        return (0,measured/* defined */.sw)(weighted_mean_sumOver(n, term) / n);
    const total = weighted_mean_sumOver(n, (index) => Number(weights[index]));
    return (0,measured/* defined */.sw)(weighted_mean_sumOver(n, (index) => Number(weights[index]) * term(index)) / total);
}

// EXTERNAL MODULE: ./build/packages/stats/src/sample-checks.js
var sample_checks = __webpack_require__(46405);
;// CONCATENATED MODULE: ./build/packages/stats/src/classification/classes/class-confusion.js

/**
 * Counts rows by true and predicted class, classes from 0 to K-1. O(N + K²).
 *
 * @throws RangeError when a class is out of range, K is below 2, a weight is not positive and finite, or lengths differ.
 */
function classConfusion({ labels, predicted, classes, weights }) {
    (0,sample_checks/* checkSameLength */.dm)(labels, predicted, 'labels and predictions');
    (0,sample_checks/* checkClasses */.l_)(labels, classes, 'A label');
    (0,sample_checks/* checkClasses */.l_)(predicted, classes, 'A prediction');
    (0,sample_checks/* checkWeights */.qO)(weights, labels);
    const cells = new Float64Array(classes * classes);
    for (let row = 0; row < labels.length; row += 1) {
        const cell = Number(labels[row]) * classes + Number(predicted[row]);
        cells[cell] = Number(cells[cell]) + (weights === undefined ? 1 : Number(weights[row]));
    }
    return { classes, cells };
}
/** @throws RangeError when the cells are not K·K counts, finite and not negative. */
function classMargins({ classes, cells }) {
    (0,sample_checks/* checkClasses */.l_)([], classes, 'A class');
    if (cells.length !== classes * classes) {
        throw new RangeError(`A confusion of ${classes} classes must have ${classes * classes} cells, got ${cells.length}.`);
    }
    (0,sample_checks/* checkNotNegative */.Fj)(cells, 'A count of a confusion');
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

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/classes/cohen-kappa.js



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
    const observed = weighted_mean_sumOver(cells.length, (cell) => weightOf(cell) * Number(cells[cell]));
    const expected = weighted_mean_sumOver(cells.length, (cell) => (weightOf(cell) * Number(actual[rowOf(cell)]) * Number(predicted[cell % classes])) / total);
    return expected === 0 ? (0,measured/* undefinedFor */.iN)('single-class') : (0,measured/* defined */.sw)(1 - observed / expected);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/confusion/balanced-accuracy.js


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

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/confusion/matthews.js


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

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/calibration/log-loss.js



// The smallest probability that counts, so that one sure mistake does not make the mean infinite: the machine epsilon.
const log_loss_SMALLEST = 2 ** -52;
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
    return Math.min(1 - log_loss_SMALLEST, Math.max(log_loss_SMALLEST, probability));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/calibration/brier.js



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

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/exam/worst-loss.js
/** The largest log loss of a row: of a probability that is clipped to 2⁻⁵². */
const WORST_LOG_LOSS = 52 * Math.LN2;

// EXTERNAL MODULE: ./build/packages/stats/src/classification/scores/roc-auc.js
var roc_auc = __webpack_require__(34818);
// EXTERNAL MODULE: ./build/packages/stats/src/ranks/delong.js
var delong = __webpack_require__(95072);
// EXTERNAL MODULE: ./build/packages/stats/src/ranks/delong-difference.js
var delong_difference = __webpack_require__(1226);
// EXTERNAL MODULE: ./build/packages/stats/src/ranks/auc-score.js
var auc_score = __webpack_require__(12589);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/auc-metric.js


// DeLong's normal interval is not trusted below this many rows of a class (stats.md §1.3).
const FEWEST_FOR_DELONG = 10;
/** Area under the ROC curve: DeLong, or the score interval (Newcombe method 5) where DeLong's degenerates. */
const AUC = {
    value: (labels, { scores }) => (0,roc_auc/* rocAuc */.o)({ labels: Uint8Array.from(labels, Number), scores: Float64Array.from(scores) }),
    estimate: estimateAuc,
    compare: compareAuc,
};
function estimateAuc(labels, model, { confidence }) {
    const result = (0,delong/* delong */.C)(labels, [model.scores]);
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
    const result = (0,delong/* delong */.C)(labels, [models.challenger.scores, models.champion.scores]);
    if (result === null)
        return undefinedMetric('single-class');
    const n = [result.positives, result.negatives];
    const paired = (0,delong_difference/* delongDifference */.j)(result, confidence);
    const identical = paired !== null && paired.standardError === 0 && paired.difference === 0;
    if (paired !== null && (identical || (usesDelong(result, 0) && usesDelong(result, 1)))) {
        const boundsAt = (level) => (0,delong_difference/* delongDifference */.j)(result, level)?.interval ?? paired.interval;
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
    const interval = usesDelong(result, model) ? (0,delong_difference/* delongInterval */.N)(result, model, confidence) : null;
    const { positives, negatives } = result;
    return interval ?? (0,auc_score/* aucScoreInterval */.Z)({ auc: aucOf(result, model), positives, negatives }, confidence);
}
/**
 * Combines the two single intervals as Newcombe does for proportions. It leaves out that models scored on the same rows
 * are positively correlated, which makes it too wide and never too narrow for them.
 */
function squareAndAdd(result, confidence) {
    const [a, b] = [aucOf(result, 0), aucOf(result, 1)];
    const { positives, negatives } = result;
    const [lowerA, upperA] = (0,auc_score/* aucScoreInterval */.Z)({ auc: a, positives, negatives }, confidence);
    const [lowerB, upperB] = (0,auc_score/* aucScoreInterval */.Z)({ auc: b, positives, negatives }, confidence);
    return [
        Math.max(-1, a - b - Math.hypot(a - lowerA, upperB - b)),
        Math.min(1, a - b + Math.hypot(upperA - a, b - lowerB)),
    ];
}
function aucOf(result, model) {
    // Sums of thirds and the like can end one rounding step outside the range.
    return Math.min(1, Math.max(0, Number(result.aucs[model])));
}

// EXTERNAL MODULE: ./build/packages/stats/src/classification/scores/score-order.js + 1 modules
var score_order = __webpack_require__(68662);
;// CONCATENATED MODULE: ./build/packages/stats/src/classification/scores/average-precision.js



/**
 * Average precision, the area under the precision-recall curve by steps: Σ (R_k - R_{k-1})·P_k over the distinct scores,
 * highest first, without interpolation. From 0 to 1, higher is better; the base rate at chance. O(N log N).
 *
 * Undefined without a positive (`no-positives`; scikit-learn says 0) and without rows (`empty-group`).
 *
 * @throws RangeError when a score is not finite, a label not 0 or 1, a weight not positive, or lengths differ.
 */
function averagePrecision(sample) {
    (0,scored_labels/* checkScoredLabels */.E)(sample);
    return averagePrecisionInOrder({ order: (0,score_order/* scoreOrder */.v)(sample.scores), labels: sample.labels, weights: sample.weights });
}
/** {@link averagePrecision} over rows that are sorted already; nothing is checked, weights of 0 are allowed. O(N). */
function averagePrecisionInOrder(ordered) {
    let positives = 0;
    let selected = 0;
    let sum = 0;
    (0,score_order/* eachRun */.h)(ordered, (ownPositives, ownNegatives) => {
        positives += ownPositives;
        selected += ownPositives + ownNegatives;
        if (ownPositives > 0)
            sum += ownPositives * (positives / selected);
    });
    if (selected === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    return positives === 0 ? (0,measured/* undefinedFor */.iN)('no-positives') : (0,measured/* defined */.sw)(Math.min(1, sum / positives));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/scores/average-precision-of-weights.js



/**
 * `averagePrecision` for rows drawn again: one walk down the sorted rows with a few operations each, since it is called ten
 * thousand times. The sums are those of `averagePrecisionInOrder`, in the same order, so the values are equal to the last digit
 * wherever the weights are whole numbers.
 *
 * @throws RangeError when a score is not finite, a label not 0 or 1, or lengths differ.
 */
function averagePrecisionOfWeights(sample) {
    (0,scored_labels/* checkScoredLabels */.E)(sample);
    const { rows, ends } = (0,score_order/* scoreOrder */.v)(sample.scores);
    const positive = Uint8Array.from(rows, (row) => Number(sample.labels[row]));
    // 1 where the next row has another score: only there the precision is read.
    const endsRun = new Uint8Array(rows.length);
    for (const end of ends)
        endsRun[end - 1] = 1;
    return (weights) => {
        let [positives, selected, sum, own] = [0, 0, 0, 0];
        for (let at = 0; at < rows.length; at += 1) {
            const weight = Number(weights[Number(rows[at])]);
            selected += weight;
            if (positive[at] === 1)
                own += weight;
            if (endsRun[at] === 1 && own > 0) {
                positives += own;
                sum += own * (positives / selected);
                own = 0;
            }
        }
        if (selected === 0)
            return (0,measured/* undefinedFor */.iN)('empty-group');
        return positives === 0 ? (0,measured/* undefinedFor */.iN)('no-positives') : (0,measured/* defined */.sw)(Math.min(1, sum / positives));
    };
}

// EXTERNAL MODULE: ./build/packages/stats/src/resampling/bootstrap-interval.js + 3 modules
var bootstrap_interval = __webpack_require__(87820);
// EXTERNAL MODULE: ./build/packages/stats/src/random/xoshiro.js
var xoshiro = __webpack_require__(89155);
// EXTERNAL MODULE: ./build/packages/stats/src/resampling/bca.js
var bca = __webpack_require__(68052);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/estimate/resampled-estimate.js


/** Beyond this many rows that cannot be counted in cells, fewer replicates are drawn (stats.md §1.3). */
const MANY_ROWS = 200_000;
const FEWER_REPLICATES = 2000;
/**
 * Fewer units that vary, and no interval is read off how they do: two rows that happen to be alike would give one without
 * width. A row is a cluster of one, so it is the number that clusters need (stats.md §1.3).
 */
const LEAST_UNITS = bootstrap_interval/* LEAST_CLUSTERS */.K;
/** Smaller differences between replicates are rounding, as a share of the numbers that they were computed from. */
const ROUNDING = 1e-9;
/**
 * A metric with bounds from drawing the rows again: BCa, or the plain percentiles where BCa is not defined, which the method
 * says. The replicates are doubled while a threshold lies within two Monte-Carlo errors of a bound.
 */
function resampledEstimate(of, question) {
    const { units, statistic, jackknife, n, name } = of;
    const result = (0,bootstrap_interval/* bootstrapInterval */.k)({
        units,
        statistic,
        confidence: (0,critical_value/* twoSidedConfidence */.G)(question.confidence),
        random: (0,xoshiro/* createRandom */.s)(bytesOf(question.seed)),
        decisions: question.thresholds.flatMap((threshold) => [
            { bound: 'lower', threshold },
            { bound: 'upper', threshold },
        ]),
        ...(jackknife === undefined ? {} : { jackknife }),
        ...(units.kind === 'rows' && units.rows > MANY_ROWS ? { replicates: FEWER_REPLICATES } : {}),
    });
    if (result.undefinedReason !== null) {
        const tooFew = result.undefinedReason === 'too-few-clusters';
        return { reasonCode: tooFew ? 'too-few-clusters' : 'undefined-replicates' };
    }
    const { estimate, sorted, acceleration, interval, fallback, replicates, redrawn, monteCarloError } = result;
    const [least, greatest] = [Number(sorted[0]), Number(sorted.at(-1))];
    const size = Math.max(of.size ?? 0, Math.abs(least), Math.abs(greatest));
    if (of.unvaried !== null && greatest - least <= ROUNDING * size) {
        return unvariedEstimate({ value: estimate, n, unvaried: of.unvaried }, question.confidence);
    }
    if ((of.effective ?? countOf(units)) < LEAST_UNITS)
        return { reasonCode: 'insufficient-n' };
    const boundsAt = (confidence) => (0,bca/* bcaInterval */.G)({ estimate, replicates: sorted, acceleration }, confidence).interval;
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
function countOf(units) {
    switch (units.kind) {
        case 'rows':
            return units.rows;
        case 'cells':
            return units.counts.reduce((sum, count) => sum + count, 0);
        case 'strata':
            return units.stratumOf.length;
        case 'clusters':
            return units.clusters;
    }
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

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/average-precision-metric.js



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
        const unvaried = rowsAtEnds(labels, { challenger, champion });
        const of = { units: { kind: 'rows', rows: n }, statistic, n: [n], name: 'paired bca', unvaried, size: 1 };
        const estimate = resampledEstimate(of, question);
        return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
    },
};
function ofMultiplicities(labels, { scores }) {
    const measure = averagePrecisionOfWeights({
        labels: Uint8Array.from(labels, Number),
        scores: Float64Array.from(scores),
    });
    return (multiplicities) => measure(multiplicities).value;
}
/** Bounds of an area that does not vary: the least when negative rows are added above all others, and 1. */
function negativesOnTop(labels, model) {
    const least = withRows(labels, model, { positive: false, on: 'top' });
    return (added) => [least(added), 1];
}
/** Bounds of a difference that does not vary: rows are added that one model places at the top and the other at the bottom. */
function rowsAtEnds(labels, { challenger, champion }) {
    const most = (better, worse) => {
        const gaps = [true, false].map((positive) => {
            const high = withRows(labels, better, { positive, on: positive ? 'top' : 'bottom' });
            const low = withRows(labels, worse, { positive, on: positive ? 'bottom' : 'top' });
            return (added) => high(added) - low(added);
        });
        return (added) => Math.max(...gaps.map((gap) => gap(added)));
    };
    const [above, below] = [most(challenger, champion), most(champion, challenger)];
    return (added) => [-below(added), above(added)];
}
/** The area when so many rows of one label are added above or below all others. */
function withRows(labels, { scores }, { positive, on }) {
    // Beyond every probability.
    const order = (0,score_order/* scoreOrder */.v)(Float64Array.from([on === 'top' ? 2 : -1, ...scores]));
    const positives = Uint8Array.from([positive, ...labels], Number);
    return (added) => {
        const weights = Float64Array.from(positives, (_, row) => (row === 0 ? added : 1));
        return averagePrecisionInOrder({ order, labels: positives, weights }).value ?? 0;
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/estimate/paired-cells.js

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

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/cell-metric.js




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

// EXTERNAL MODULE: ./build/packages/stats/src/means/moments.js
var means_moments = __webpack_require__(95837);
// EXTERNAL MODULE: ./build/packages/stats/src/means/mean-interval.js
var mean_interval = __webpack_require__(63165);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/estimate/unit-mean.js



/** Fewer differences are too few for the t interval (stats.md §1.3). */
const LEAST_FOR_T = 200;
/** Smaller differences between losses are rounding, as a share of the losses of the row itself. */
const unit_mean_ROUNDING = 1e-9;
/**
 * Whether nothing but rounding tells the values apart. Each row has a rounding of its own: measured by the largest loss of all,
 * every true difference beside one huge loss would be called rounding.
 */
function isUnvaried({ values, sizes }) {
    const smallest = sizes.reduce((least, size, row) => (size < Number(sizes[least]) ? row : least), 0);
    const reference = Number(values[smallest]);
    return values.every((value, row) => Math.abs(value - reference) <= unit_mean_ROUNDING * Number(sizes[row]));
}
/** The mean of values that are all equal; `null` where they vary. Rows of the least and the greatest value are added. */
function unvariedMean(sized, { question, range }) {
    const [least, greatest] = range;
    const n = sized.values.length;
    if (n === 0 || !isUnvaried(sized))
        return null;
    const { mean: value } = (0,means_moments/* momentsOf */.Z)(sized.values);
    // Two models with the same losses are no exception: of a few rows that says little about the others (ADR 10).
    const unvaried = (added) => [
        (n * value + added * least) / (n + added),
        (n * value + added * greatest) / (n + added),
    ];
    return { ...unvariedEstimate({ value, n: [n], unvaried }, question.confidence), p: null };
}
/** The mean with its t interval, and a p-value of the null that it is 0. */
function meanOfUnits(values, of) {
    return studentMean({ values, sizes: values.map(Math.abs) }, of);
}
function studentMean(sized, { question, range }) {
    const lowest = range[0];
    const moments = (0,means_moments/* momentsOf */.Z)(sized.values);
    const fixed = unvariedMean(sized, { question, range });
    if (fixed !== null)
        return fixed;
    if (moments.n < LEAST_UNITS)
        return undefinedMetric('insufficient-n');
    const mean = (0,mean_interval/* meanInterval */.V)(moments, question.confidence);
    if (mean.undefinedReason !== null)
        return undefinedMetric(mean.undefinedReason);
    const boundsAt = (level) => {
        const at = (0,mean_interval/* meanInterval */.V)(moments, level);
        const [lower, upper] = at.undefinedReason === null ? at.interval : mean.interval;
        return [Math.max(lowest, lower), upper];
    };
    const estimate = estimateOf({ value: mean.estimate, boundsAt, method: 'student', n: [moments.n] }, question.confidence);
    return { ...estimate, method: lowest === 0 ? 'student' : 'paired student', p: mean.p };
}
/** The mean with its BCa interval, from the closed form of the jackknife. */
function resampledMean(sized, { question, range }) {
    const { values } = sized;
    const n = values.length;
    const fixed = unvariedMean(sized, { question, range });
    if (fixed !== null)
        return fixed;
    if (n < LEAST_UNITS)
        return undefinedMetric('insufficient-n');
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
/** The mean of first minus second, of the same units: t with 200 of them, and BCa with fewer. */
function meanDifference([first, second], of) {
    const values = first.map((value, unit) => value - Number(second[unit]));
    const sizes = first.map((value, unit) => Math.max(Math.abs(value), Math.abs(Number(second[unit]))));
    return values.length < LEAST_FOR_T ? resampledMean({ values, sizes }, of) : studentMean({ values, sizes }, of);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/loss-metric.js


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
        value: (labels, model) => labels.length === 0 ? (0,measured/* undefinedFor */.iN)('empty-group') : (0,measured/* defined */.sw)((0,means_moments/* momentsOf */.Z)(losses(labels, model)).mean),
        estimate: (labels, model, question) => meanOfUnits(losses(labels, model), { question, range: [0, worst] }),
        compare(labels, { challenger, champion }, question) {
            return meanDifference([losses(labels, challenger), losses(labels, champion)], {
                question,
                range: [-worst, worst],
            });
        },
    };
}

// EXTERNAL MODULE: ./build/packages/stats/src/classification/confusion/confusion-rates.js
var confusion_rates = __webpack_require__(40735);
// EXTERNAL MODULE: ./build/packages/stats/src/proportions/wilson.js
var wilson = __webpack_require__(4969);
// EXTERNAL MODULE: ./build/packages/stats/src/arguments.js
var src_arguments = __webpack_require__(65505);
// EXTERNAL MODULE: ./build/packages/stats/src/special/bisection.js
var bisection = __webpack_require__(92061);
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
        (0,bisection/* crossing */.T)((delta) => scoreStatistic(pairs, delta) - z, -1, estimate),
        (0,bisection/* crossing */.T)((delta) => scoreStatistic(pairs, delta) + z, estimate, 1),
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

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/rate-metric.js





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

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/binary-metrics.js







function directed(name, metric) {
    return { ...metric, direction: METRIC_DIRECTIONS[name] };
}
function fScore(beta) {
    return directed('f-beta', cellMetric((confusion) => fBeta(confusion, beta)));
}
const KAPPA = cellMetric(({ tp, fp, fn, tn }) => cohenKappa({ classes: 2, cells: Float64Array.of(tn, fp, fn, tp) }));
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

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/binary-rows.js

/** @throws ActionError `bug` when there is no champion and one is asked for. */
function modelOf({ challenger, champion }, side) {
    const model = side === 'challenger' ? challenger : champion;
    if (model === null)
        throw unfitInput('no champion', 'the answers of both models');
    return model;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/exam/resampled-metric.js



/**
 * Any metric by drawing rows again: BCa, paired for a difference. Rows of a cluster are drawn together; with fewer than 20
 * clusters there is no interval. Weights stay with their rows.
 */
function resampledMetric(of, sampling) {
    const { rows, range } = of;
    const drawn = drawnAs(rows, sampling);
    const observedWeights = sampling.weights ?? new Float64Array(rows).fill(1);
    const [least, greatest] = range;
    return {
        value: (side) => of.ofWeights(side)(observedWeights),
        estimate(question) {
            const measure = of.ofWeights('challenger');
            const observed = measure(observedWeights);
            if (observed.undefinedReason !== null)
                return undefinedMetric(observed.undefinedReason);
            const statistic = (multiplicities) => measure(drawn.weighted(multiplicities)).value;
            const unvaried = drawn.towards(observed.value, [least, greatest]);
            return resampledEstimate({ ...drawn.of, statistic, name: `${drawn.name}bca`, unvaried }, question);
        },
        compare(question) {
            const [challenger, champion] = [of.ofWeights('challenger'), of.ofWeights('champion')];
            const difference = differenceOf(challenger, champion);
            const observed = difference(observedWeights);
            if (observed.undefinedReason !== null)
                return undefinedMetric(observed.undefinedReason);
            const statistic = (multiplicities) => difference(drawn.weighted(multiplicities)).value;
            const unvaried = drawn.towards(observed.value, [least - greatest, greatest - least]);
            const name = `paired ${drawn.name}bca`;
            const size = Math.max(...[challenger, champion].map((side) => Math.abs(side(observedWeights).value ?? 0)));
            const estimate = resampledEstimate({ ...drawn.of, statistic, name, unvaried, size }, question);
            return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
        },
    };
}
function differenceOf(challenger, champion) {
    return (weights) => {
        const first = challenger(weights);
        if (first.value === null)
            return first;
        const second = champion(weights);
        return second.value === null ? second : { value: first.value - second.value, undefinedReason: null };
    };
}
/** With clusters it is their number that says how sure a value is. */
function weightedName(independent, isClustered) {
    return isClustered ? 'weighted ' : `weighted (effective n ${Math.floor(independent)}) `;
}
function drawnAs(rows, sampling) {
    const { weights, clusters } = sampling;
    const independent = clusters?.count ?? effectiveRows(rows, sampling);
    const products = new Float64Array(rows);
    return {
        of: {
            units: clusters === null
                ? { kind: 'rows', rows }
                : { kind: 'clusters', clusterOf: clusters.of, clusters: clusters.count },
            n: [rows],
            effective: independent,
        },
        name: `${weights === null ? '' : weightedName(independent, clusters !== null)}${clusters === null ? '' : `cluster (${clusters.count}) `}`,
        weighted(multiplicities) {
            if (weights === null)
                return multiplicities;
            for (let row = 0; row < rows; row += 1)
                products[row] = Number(weights[row]) * Number(multiplicities[row]);
            return products;
        },
        towards: (value, [least, greatest]) => (added) => [
            (independent * value + added * least) / (independent + added),
            (independent * value + added * greatest) / (independent + added),
        ],
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/exam/unit-metric.js





/**
 * The mean of a number of each unit, as a loss: t intervals, and paired t or with few units paired BCa for the difference.
 * With weights or clusters rows are drawn again.
 */
function meanMetric(of, sampling) {
    const { numbers, range } = of;
    const [least, greatest] = range;
    const resampled = resampledMetric(weighable(of), sampling);
    if (!isPlain(sampling))
        return resampled;
    return {
        value: resampled.value,
        estimate(question) {
            const own = numbers('challenger');
            return own.length === 0 ? undefinedMetric('empty-group') : meanOfUnits(own, { question, range });
        },
        compare(question) {
            return meanDifference([numbers('challenger'), numbers('champion')], {
                question,
                range: [least - greatest, greatest - least],
            });
        },
    };
}
/** The share of the units of which something holds, such as a right prediction: its numbers are 0 and 1. */
function shareMetric(numbers, sampling) {
    const resampled = resampledMetric(weighable({ numbers, range: [0, 1] }), sampling);
    const plain = isPlain(sampling);
    return {
        value: resampled.value,
        estimate(question) {
            if (sampling.clusters !== null)
                return resampled.estimate(question);
            const value = resampled.value('challenger');
            if (value.value === null)
                return undefinedMetric(value.undefinedReason);
            const proportion = Math.min(1, value.value);
            const units = numbers('challenger').length;
            const effectiveN = effectiveRows(units, sampling);
            const method = plain ? 'wilson' : `wilson, effective n ${Math.floor(effectiveN)}`;
            const boundsAt = (level) => (0,wilson/* weightedWilsonInterval */.$)({ proportion, effectiveN }, level);
            return estimateOf({ value: proportion, boundsAt, method, n: [units] }, question.confidence);
        },
        compare(question) {
            // Exact tests count rows, and weighted rows are no counts.
            if (!plain)
                return resampled.compare(question);
            const [first, second] = [numbers('challenger'), numbers('champion')];
            const pairs = { onlyFirst: 0, onlySecond: 0, n: first.length };
            for (let unit = 0; unit < first.length; unit += 1) {
                if (Number(first[unit]) > Number(second[unit]))
                    pairs.onlyFirst += 1;
                if (Number(first[unit]) < Number(second[unit]))
                    pairs.onlySecond += 1;
            }
            if (pairs.n === 0)
                return undefinedMetric('empty-group');
            const boundsAt = (level) => tangoDifference(pairs, level);
            const value = (pairs.onlyFirst - pairs.onlySecond) / pairs.n;
            const estimate = estimateOf({ value, boundsAt, method: 'tango', n: [pairs.n] }, question.confidence);
            return { ...estimate, p: mcnemarExact(pairs) };
        },
    };
}
function weighable({ numbers, range }) {
    const ofWeights = (side) => {
        const own = numbers(side);
        return (weights) => {
            let [sum, total] = [0, 0];
            for (let unit = 0; unit < own.length; unit += 1) {
                const weight = Number(weights[unit]);
                sum += weight * Number(own[unit]);
                total += weight;
            }
            return total === 0 ? (0,measured/* undefinedFor */.iN)('empty-group') : (0,measured/* defined */.sw)(sum / total);
        };
    };
    return { rows: numbers('challenger').length, ofWeights, range };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/binary-sampled.js







/** A metric of rows that do not all count the same, or depend on each other: by drawing rows again. */
function sampledBinaryMetric(metric, rows, beta) {
    const { labels, sampling } = rows;
    const resampled = (ofWeights, least) => resampledMetric({ rows: labels.length, ofWeights, range: [least, 1] }, sampling);
    const ofConfusion = (measure) => resampled((side) => {
        const confusion = confusionOfWeights(rows, side);
        return (weights) => measure(confusion(weights));
    }, metric === 'mcc' || metric === 'cohen-kappa' ? -1 : 0);
    const sampleOf = (side) => ({
        labels: Uint8Array.from(labels, Number),
        scores: Float64Array.from(modelOf(rows, side).scores),
    });
    const loss = (ofRow, worst) => {
        const numbers = (side) => {
            const lossOf = ofRow(sampleOf(side));
            return Float64Array.from(labels, (_, row) => lossOf(row));
        };
        return meanMetric({ numbers, range: [0, worst] }, sampling);
    };
    switch (metric) {
        case 'auc':
            return resampled((side) => {
                const { labels: positive, scores } = sampleOf(side);
                const order = (0,score_order/* scoreOrder */.v)(scores);
                return (weights) => (0,roc_auc/* rocAucInOrder */.V)({ order, labels: positive, weights });
            }, 0);
        case 'average-precision':
            return resampled((side) => averagePrecisionOfWeights(sampleOf(side)), 0);
        case 'log-loss':
            return loss(logLossOfRow, WORST_LOG_LOSS);
        case 'brier':
            return loss(brierOfRow, 1);
        case 'f1':
            return ofConfusion((confusion) => fBeta(confusion, 1));
        case 'f-beta':
            return ofConfusion((confusion) => fBeta(confusion, beta));
        case 'balanced-accuracy':
            return ofConfusion(balancedAccuracy);
        case 'mcc':
            return ofConfusion(matthews);
        case 'cohen-kappa':
            return ofConfusion(({ tp, fp, fn, tn }) => cohenKappa({ classes: 2, cells: Float64Array.of(tn, fp, fn, tp) }));
        default: {
            const estimates = ofConfusion((confusion) => (0,confusion_rates/* confusionRate */.r)(metric, confusion));
            return sampling.clusters === null ? { ...estimates, estimate: binary_sampled_wilson(metric, rows, estimates.value) } : estimates;
        }
    }
}
/** A share of weighted rows: Wilson's interval with the effective number of the rows that it is a share of. */
function binary_sampled_wilson(rate, rows, value) {
    return ({ confidence }) => {
        const share = value('challenger');
        if (share.value === null)
            return undefinedMetric(share.undefinedReason);
        const { whole } = confusion_rates/* CONFUSION_RATES */.P[rate];
        const { predicted } = rows.challenger;
        const counted = rows.labels.flatMap((label, row) => whole(confusionOfRow(label, predicted[row] === true)) > 0 ? [row] : []);
        const effectiveN = effectiveRows(counted.length, samplingOf(rows.sampling, counted));
        const proportion = Math.min(1, share.value);
        const boundsAt = (level) => (0,wilson/* weightedWilsonInterval */.$)({ proportion, effectiveN }, level);
        const method = `wilson, effective n ${Math.floor(effectiveN)}`;
        return estimateOf({ value: proportion, boundsAt, method, n: [counted.length] }, confidence);
    };
}
function confusionOfRow(label, predicted) {
    return {
        tp: Number(label && predicted),
        fp: Number(!label && predicted),
        fn: Number(label && !predicted),
        tn: Number(!label && !predicted),
    };
}
function confusionOfWeights(rows, side) {
    const { predicted } = modelOf(rows, side);
    const cellOf = Uint8Array.from(rows.labels, (label, row) => 2 * Number(label) + Number(predicted[row] === true));
    return (weights) => {
        const cells = [0, 0, 0, 0];
        for (let row = 0; row < cellOf.length; row += 1) {
            const cell = Number(cellOf[row]);
            cells[cell] = Number(cells[cell]) + Number(weights[row]);
        }
        const [tn = 0, fp = 0, fn = 0, tp = 0] = cells;
        return { tp, fp, fn, tn };
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/prediction-threshold.js

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
    const against = `predicted positive at the score ${(0,wording/* inWords */.r4)(lowestPositive)} and negative at ${(0,wording/* inWords */.r4)(highestNegative)}`;
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

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/binary/binary-exam.js











/**
 * The exam of a binary model (stats.md §1.2).
 *
 * @param confidence Of the interval of the calibration line.
 * @throws ActionError `bug` when arrays are not aligned or a score is not from 0 to 1.
 */
function binaryExam(rows, confidence) {
    const { labels, challenger, champion, sampling = EQUAL_ROWS, withoutScores = false } = rows;
    const known = performance_metrics/* METRICS_OF_TASK */.w4['binary-classification'].filter((name) => !withoutScores || !performance_metrics/* OF_SCORES */.IE.includes(name));
    checkRows(challenger, labels.length);
    if (champion !== null)
        checkRows(champion, labels.length);
    const calibration = isPlain(sampling) && !withoutScores ? calibrated(rows, confidence) : null;
    return {
        task: 'binary-classification',
        units: labels.length,
        metrics: known,
        always: withoutScores ? ['accuracy'] : ['accuracy', 'auc'],
        metric: (name, rules, units) => examined(ofTask(name, known), rules, units === null ? rows : someOf(rows, units)),
        measures: {
            confusion: (0,decision_confusion/* ratesOf */.j1)((0,decision_confusion/* countConfusion */.QN)(labels, challenger.predicted)),
            ...(calibration === null ? {} : { calibration }),
        },
        findings: withoutScores ? [] : predictionFindings(challenger),
        // A Wald interval takes rows as equal and independent.
        notMeasured: [
            ...(withoutScores ? ['metrics of scores, of which there are none'] : []),
            ...(calibration === null ? ['calibration'] : []),
        ],
    };
}
function examined(name, rules, rows) {
    const { labels, sampling = EQUAL_ROWS } = rows;
    const beta = rules['f-beta']?.beta;
    const metric = binaryMetric(name, beta);
    const baseline = trivialBaseline(name, labels, {
        beta: name === 'f-beta' ? beta : undefined,
        weights: sampling.weights,
    });
    const { direction } = metric;
    if (!isPlain(sampling))
        return { ...sampledBinaryMetric(name, { ...rows, sampling }, beta ?? 1), direction, baseline };
    return {
        value: (side) => metric.value(labels, modelOf(rows, side)),
        estimate: (question) => metric.estimate(labels, rows.challenger, question),
        compare: (question) => metric.compare(labels, { challenger: rows.challenger, champion: modelOf(rows, 'champion') }, question),
        direction,
        baseline,
    };
}
/** Intercept 0 and slope 1 are best; it is reported and limits nothing. */
function calibrated({ labels, challenger }, confidence) {
    const sample = { labels: Uint8Array.from(labels, Number), scores: Float64Array.from(challenger.scores) };
    const line = calibrationLine(sample, confidence);
    if (line.undefinedReason !== null)
        return { intercept: null, slope: null, reason: line.undefinedReason };
    const { intercept, interceptInterval, slope, slopeInterval } = line;
    return {
        intercept,
        'intercept-interval': interceptInterval,
        slope,
        'slope-interval': slopeInterval,
        confidence,
        method: 'wald',
        reason: null,
    };
}
function someOf(rows, units) {
    return {
        labels: units.map((row) => rows.labels[row] === true),
        challenger: rowsOf(rows.challenger, units),
        champion: rows.champion && rowsOf(rows.champion, units),
        sampling: samplingOf(rows.sampling ?? EQUAL_ROWS, units),
    };
}
function checkRows(rows, n) {
    (0,decision_confusion/* checkAligned */.P1)(n, rows.predicted.length, 'predictions');
    (0,decision_confusion/* checkAligned */.P1)(n, rows.scores.length, 'scores');
    const bad = rows.scores.find((score) => !(score >= 0 && score <= 1));
    if (bad !== undefined)
        throw unfitInput(`the score ${bad}`, 'a number from 0 to 1');
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/classes/class-balanced-accuracy.js



/**
 * Mean recall over the classes that have a true row, from 0 to 1, higher is better.
 * Undefined with fewer than two such classes (`single-class`) and without rows (`empty-group`).
 *
 * @throws RangeError when the confusion is not K·K counts.
 */
function classBalancedAccuracy(confusion) {
    const { right, actual, total } = classMargins(confusion);
    if (total === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    const present = presentClasses(actual);
    if (present < 2)
        return (0,measured/* undefinedFor */.iN)('single-class');
    const recall = (k) => (Number(actual[k]) === 0 ? 0 : Number(right[k]) / Number(actual[k]));
    return (0,measured/* defined */.sw)(weighted_mean_sumOver(confusion.classes, recall) / present);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/classes/class-f1.js



/**
 * F1 of K classes, from 0 to 1, higher is better. Per class F1 = 2·TP / (true rows + predicted rows).
 * `macro`: plain mean over the classes that have a true or a predicted row. `micro`: over pooled counts, which with one
 * label a row is the accuracy. `weighted`: mean weighted by true rows. Undefined without rows (`empty-group`).
 *
 * @throws RangeError when the confusion is not K·K counts.
 */
function classF1(confusion, average) {
    const { right, actual, predicted, total } = classMargins(confusion);
    if (total === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    const { classes } = confusion;
    const seen = (k) => Number(actual[k]) + Number(predicted[k]);
    const f1 = (k) => (seen(k) === 0 ? 0 : (2 * Number(right[k])) / seen(k));
    switch (average) {
        case 'micro':
            return (0,measured/* defined */.sw)(weighted_mean_sumOver(classes, (k) => Number(right[k])) / total);
        case 'weighted':
            return (0,measured/* defined */.sw)(weighted_mean_sumOver(classes, (k) => Number(actual[k]) * f1(k)) / total);
        case 'macro':
            return (0,measured/* defined */.sw)(weighted_mean_sumOver(classes, f1) / weighted_mean_sumOver(classes, (k) => Number(seen(k) > 0)));
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/classes/class-matthews.js



/**
 * R_K, the Matthews correlation of K classes: (c·s - Σ p_k·t_k) / √((s² - Σp_k²)(s² - Σt_k²)), c right of s rows, p_k
 * predicted and t_k true rows of class k. From about -1 to 1, higher is better; with two classes it is `matthews`.
 * Gorodkin (2004), Computational Biology and Chemistry 28, 367-374.
 *
 * Undefined with one true class (`single-class`), one predicted class (`constant-prediction`) or no row
 * (`empty-group`); scikit-learn says 0.
 *
 * @throws RangeError when the confusion is not K·K counts.
 */
function classMatthews(confusion) {
    const { right, actual, predicted, total } = classMargins(confusion);
    if (total === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    if (presentClasses(actual) < 2)
        return (0,measured/* undefinedFor */.iN)('single-class');
    if (presentClasses(predicted) < 2)
        return (0,measured/* undefinedFor */.iN)('constant-prediction');
    const { classes } = confusion;
    const covariance = weighted_mean_sumOver(classes, (k) => total * Number(right[k]) - Number(predicted[k]) * Number(actual[k]));
    const scale = Math.sqrt(spread(actual)) * Math.sqrt(spread(predicted));
    return (0,measured/* defined */.sw)(Math.min(1, Math.max(-1, covariance / scale)));
}
/** s² - Σ m_k² as twice the sum of m_k·m_l over k < l: every term is positive, so nothing cancels. */
function spread(margin) {
    let before = 0;
    let sum = 0;
    for (const count of margin) {
        sum += count * before;
        before += count;
    }
    return 2 * sum;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/classes/top-k-accuracy.js



/**
 * Share of rows whose true class is among the k classes with the highest scores, from 0 to 1, higher is better. Of equal
 * scores the higher class comes first, as in scikit-learn. It is 1 when k is K or more. Undefined without rows
 * (`empty-group`). O(N·K).
 *
 * @throws RangeError when k is not a whole number from 1, a class is out of range, a score not finite, or lengths differ.
 */
function topKAccuracy(sample, k) {
    checkScoredClasses(sample);
    checkDepth(k, 'The k of top-k accuracy');
    return meanOver(sample.labels.length, topKHitOfRow(sample, k), sample.weights);
}
/** 1 where the true class of the row is among the k best, else 0: {@link topKAccuracy} is its mean. */
function topKHitOfRow({ labels, classes, scores }, k) {
    return (row) => {
        const label = Number(labels[row]);
        const own = Number(scores[row * classes + label]);
        let before = 0;
        for (let other = 0; other < classes; other += 1) {
            const score = Number(scores[row * classes + other]);
            if (score > own || (score === own && other > label))
                before += 1;
        }
        return Number(before < k);
    };
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/classes/class-probabilities.js

// How far the probabilities of a row may be from one in sum (stats.md §1.1).
const SUM_TOLERANCE = 1e-6;
/** @throws RangeError when a class is out of range, a score not finite, a weight not positive, or lengths differ. */
function class_probabilities_checkScoredClasses({ labels, classes, scores, weights }) {
    (0,sample_checks/* checkClasses */.l_)(labels, classes, 'A label');
    (0,sample_checks/* checkFinite */.ug)(scores, 'A score');
    (0,sample_checks/* checkWeights */.qO)(weights, labels);
    if (scores.length !== labels.length * classes) {
        throw new RangeError(`${labels.length} rows of ${classes} classes must have ${labels.length * classes} scores, got ${scores.length}.`);
    }
}
/** @throws RangeError as {@link checkScoredClasses}, and when the scores of a row are not probabilities that sum to 1. */
function class_probabilities_checkClassProbabilities(sample) {
    class_probabilities_checkScoredClasses(sample);
    checkProbabilities(sample.scores, 'A probability');
    for (let row = 0; row < sample.labels.length; row += 1) {
        let sum = 0;
        for (let k = 0; k < sample.classes; k += 1)
            sum += Number(sample.scores[row * sample.classes + k]);
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new RangeError(`The probabilities of a row must sum to 1 within ${SUM_TOLERANCE}, got ${sum} in row ${row}.`);
        }
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/classes/class-auc-of-weights.js



/**
 * `classAucOneVsRest` for rows drawn again. O(K·N) a call after K sorts.
 *
 * @throws RangeError when a class is out of range, a score not finite, or lengths differ.
 */
function classAucOneVsRestOfWeights(sample) {
    return areasOfWeights(sample, (area) => {
        let sum = 0;
        for (let own = 0; own < area.classes; own += 1) {
            let right = 0;
            let others = 0;
            for (let other = 0; other < area.classes; other += 1) {
                if (other === own)
                    continue;
                right += area.rightPairs(own, other);
                others += area.weightOf(other);
            }
            sum += Math.min(1, right / (area.weightOf(own) * others));
        }
        return sum / area.classes;
    });
}
/**
 * `classAucOneVsOne` for rows drawn again. O(K·N + K²) a call after K sorts.
 *
 * @throws RangeError when a class is out of range, a score not finite, or lengths differ.
 */
function classAucOneVsOneOfWeights(sample) {
    return areasOfWeights(sample, (area) => {
        let sum = 0;
        for (let own = 0; own < area.classes; own += 1) {
            for (let other = 0; other < area.classes; other += 1) {
                if (other === own)
                    continue;
                sum += Math.min(1, area.rightPairs(own, other) / (area.weightOf(own) * area.weightOf(other)));
            }
        }
        return sum / (area.classes * (area.classes - 1));
    });
}
function areasOfWeights({ labels, classes, scores }, measure) {
    class_probabilities_checkScoredClasses({ labels, classes, scores });
    const orders = Array.from({ length: classes }, (_, k) => (0,score_order/* scoreOrder */.v)(Float64Array.from(labels, (_label, row) => Number(scores[row * classes + k]))));
    const right = new Float64Array(classes * classes);
    const ofClass = new Float64Array(classes);
    const areas = {
        classes,
        rightPairs: (own, other) => Number(right[own * classes + other]),
        weightOf: (own) => Number(ofClass[own]),
    };
    return (weights) => {
        ofClass.fill(0);
        for (let row = 0; row < labels.length; row += 1) {
            const label = Number(labels[row]);
            ofClass[label] = Number(ofClass[label]) + Number(weights[row]);
        }
        if (ofClass.every((weight) => weight === 0))
            return (0,measured/* undefinedFor */.iN)('empty-group');
        if (ofClass.includes(0))
            return (0,measured/* undefinedFor */.iN)('absent-class');
        right.fill(0);
        for (const [own, order] of orders.entries())
            countPairs({ order, own, labels, classes }, weights, right);
        return (0,measured/* defined */.sw)(measure(areas));
    };
}
/** Walks down the scores of one class and counts, for the rows of each other class, the own rows above them. */
function countPairs({ order, own, labels, classes }, weights, right) {
    const { rows, ends } = order;
    let above = 0;
    let start = 0;
    for (let run = 0; run < ends.length; run += 1) {
        const end = Number(ends[run]);
        let tied = 0;
        for (let at = start; at < end; at += 1) {
            const row = Number(rows[at]);
            if (labels[row] === own)
                tied += Number(weights[row]);
        }
        const before = above + tied / 2;
        for (let at = start; at < end; at += 1) {
            const row = Number(rows[at]);
            const label = Number(labels[row]);
            if (label !== own)
                right[own * classes + label] = Number(right[own * classes + label]) + before * Number(weights[row]);
        }
        above += tied;
        start = end;
    }
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/multiclass/class-baselines.js
const MOST_FREQUENT = 'always predicting the most frequent class gives';
const class_baselines_CHANCE = 'predicting by chance gives';
const class_baselines_RANDOM_ORDER = 'a random order gives';
const SHARES = 'always predicting the shares of the classes gives';
/**
 * What a model of several classes must beat, from the shares of the classes in the rows; `null` where there is no row.
 * F1 is that of the most frequent class alone, over the classes that have a row, or of guessing by their shares.
 */
function classBaseline(metric, truth) {
    if (truth.labels.length === 0)
        return null;
    const shares = sharesOf(truth).sort((a, b) => b - a);
    const most = Number(shares[0]);
    const present = shares.filter((share) => share > 0).length;
    const f1 = (2 * most) / (1 + most);
    const squares = shares.reduce((sum, share) => sum + share * share, 0);
    const known = {
        accuracy: { value: most, words: MOST_FREQUENT },
        error: { value: 1 - most, words: MOST_FREQUENT },
        'balanced-accuracy': { value: 1 / present, words: class_baselines_CHANCE },
        // Guessing by the shares finds each class as often as it is there.
        'macro-f1': greater({ value: f1 / present, words: MOST_FREQUENT }, { value: 1 / present, words: class_baselines_CHANCE }),
        'micro-f1': { value: most, words: MOST_FREQUENT },
        'weighted-f1': greater({ value: most * f1, words: MOST_FREQUENT }, { value: squares, words: class_baselines_CHANCE }),
        mcc: { value: 0, words: class_baselines_CHANCE },
        'cohen-kappa': { value: 0, words: class_baselines_CHANCE },
        'linear-kappa': { value: 0, words: class_baselines_CHANCE },
        'quadratic-kappa': { value: 0, words: class_baselines_CHANCE },
        'macro-auc-ovr': { value: 0.5, words: class_baselines_RANDOM_ORDER },
        'macro-auc-ovo': { value: 0.5, words: class_baselines_RANDOM_ORDER },
        'top-k-accuracy': {
            value: Math.min(1, shares.slice(0, truth.k).reduce((sum, share) => sum + share, 0)),
            words: 'always naming the most frequent classes gives',
        },
        'log-loss': { value: class_baselines_entropy(shares), words: SHARES },
        brier: { value: 1 - squares, words: SHARES },
    };
    return known[metric];
}
function greater(first, second) {
    return first.value >= second.value ? first : second;
}
function sharesOf({ labels, classes, weights }) {
    const sums = new Array(classes).fill(0);
    let total = 0;
    for (const [row, label] of labels.entries()) {
        const weight = weights === null ? 1 : Number(weights[row]);
        sums[label] = (sums[label] ?? 0) + weight;
        total += weight;
    }
    return sums.map((sum) => sum / total);
}
function class_baselines_entropy(shares) {
    return shares.reduce((sum, share) => (share === 0 ? sum : sum - share * Math.log(share)), 0);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/classification/classes/confusion-of-weights.js

/**
 * `classConfusion` for rows drawn again. The confusion is reused by the next call. O(N) a call.
 *
 * @throws RangeError when a class is out of range or lengths differ.
 */
function classConfusionOfWeights({ labels, predicted, classes, }) {
    (0,sample_checks/* checkSameLength */.dm)(labels, predicted, 'labels and predictions');
    (0,sample_checks/* checkClasses */.l_)(labels, classes, 'A label');
    (0,sample_checks/* checkClasses */.l_)(predicted, classes, 'A prediction');
    const cellOf = labels.map((label, row) => label * classes + Number(predicted[row]));
    const cells = new Float64Array(classes * classes);
    return (weights) => {
        cells.fill(0);
        for (let row = 0; row < cellOf.length; row += 1) {
            const cell = Number(cellOf[row]);
            cells[cell] = Number(cells[cell]) + Number(weights[row]);
        }
        return { classes, cells };
    };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/multiclass/class-cells.js





/** Of more classes, rows of every kind would be too many to add one by one where nothing varies. */
const CLASSES_TO_ADD = 12;
/**
 * A metric of the confusion, by BCa. Rows with one label and the same predictions are alike, so the counts of the kinds of rows are
 * drawn, however many rows there are; with weights or clusters the rows themselves.
 */
function classMetric({ measure, range }, answers, sampling) {
    const { labels, classes, predicted } = answers;
    const rowsOf = (side) => ({ labels, predicted: predicted(side), classes });
    const resampled = resampledMetric({
        rows: labels.length,
        ofWeights: (side) => {
            const confusion = classConfusionOfWeights(rowsOf(side));
            return (weights) => measure(confusion(weights));
        },
        range,
    }, sampling);
    if (!isPlain(sampling))
        return resampled;
    return {
        value: resampled.value,
        estimate(question) {
            const kinds = kindsOfRows(answers, ['challenger']);
            const value = measure(kinds.confusion('challenger')(kinds.counts));
            if (value.value === null)
                return undefinedMetric(value.undefinedReason);
            const statistic = ofKinds(measure, kinds, 'challenger');
            const unvaried = kinds.withRowsAdded((confusion) => measure(confusion('challenger')).value);
            const units = { kind: 'cells', counts: kinds.counts };
            return resampledEstimate({ units, statistic, n: [labels.length], name: 'bca', unvaried }, question);
        },
        compare(question) {
            const kinds = kindsOfRows(answers, ['challenger', 'champion']);
            for (const side of ['challenger', 'champion']) {
                const own = measure(kinds.confusion(side)(kinds.counts));
                if (own.value === null)
                    return undefinedMetric(own.undefinedReason);
            }
            const [first, second] = [ofKinds(measure, kinds, 'challenger'), ofKinds(measure, kinds, 'champion')];
            const difference = (a, b) => a === null || b === null ? null : a - b;
            const statistic = (counts) => difference(first(counts), second(counts));
            const unvaried = kinds.withRowsAdded((confusion) => difference(measure(confusion('challenger')).value, measure(confusion('champion')).value));
            const units = { kind: 'cells', counts: kinds.counts };
            const of = { units, statistic, n: [labels.length], name: 'paired bca', unvaried };
            const estimate = resampledEstimate(of, question);
            return 'reasonCode' in estimate ? estimate : { ...estimate, p: null };
        },
    };
}
function ofKinds(measure, kinds, side) {
    const confusion = kinds.confusion(side);
    return (counts) => measure(confusion(counts)).value;
}
function kindsOfRows({ labels, classes, predicted }, sides) {
    const [first, second] = sides.map(predicted);
    const places = new Map();
    const kinds = [];
    const counts = [];
    for (let row = 0; row < labels.length; row += 1) {
        const key = (Number(labels[row]) * classes + Number(first?.[row])) * classes + Number((second ?? first)?.[row]);
        const place = places.get(key) ?? kinds.push(key) - 1;
        places.set(key, place);
        counts[place] = (counts[place] ?? 0) + 1;
    }
    const cellOf = (key, side) => {
        const label = Math.floor(key / classes / classes);
        const own = side === 'challenger' ? Math.floor(key / classes) % classes : key % classes;
        return label * classes + own;
    };
    const confusion = (side) => {
        const cells = new Float64Array(classes * classes);
        const ofKind = Int32Array.from(kinds, (key) => cellOf(key, side));
        return (of) => {
            cells.fill(0);
            for (let kind = 0; kind < ofKind.length; kind += 1) {
                const cell = Number(ofKind[kind]);
                cells[cell] = Number(cells[cell]) + Number(of[kind]);
            }
            return { classes, cells };
        };
    };
    const withRowsAdded = (number) => (added) => {
        const addable = Math.min(classes, CLASSES_TO_ADD);
        const values = [];
        for (let label = 0; label < addable; label += 1) {
            for (let own = 0; own < addable; own += 1) {
                for (let other = 0; other < (sides.length === 1 ? 1 : addable); other += 1) {
                    const key = (label * classes + own) * classes + (sides.length === 1 ? own : other);
                    const value = number((side) => {
                        const { cells } = confusion(side)(counts);
                        const cell = cellOf(key, side);
                        cells[cell] = Number(cells[cell]) + added;
                        return { classes, cells };
                    });
                    if (value !== null)
                        values.push(value);
                }
            }
        }
        return [Math.min(...values), Math.max(...values)];
    };
    return { counts: Int32Array.from(counts), confusion, withRowsAdded };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/multiclass/multiclass-exam.js









const CONFUSION = {
    'balanced-accuracy': classBalancedAccuracy,
    'macro-f1': (confusion) => classF1(confusion, 'macro'),
    'weighted-f1': (confusion) => classF1(confusion, 'weighted'),
    mcc: classMatthews,
    'cohen-kappa': (confusion) => cohenKappa(confusion),
    'linear-kappa': (confusion) => cohenKappa(confusion, 'linear'),
    'quadratic-kappa': (confusion) => cohenKappa(confusion, 'quadratic'),
};
const CORRELATIONS = ['mcc', 'cohen-kappa', 'linear-kappa', 'quadratic-kappa'];
/**
 * The exam of a model of several classes (stats.md §1.2).
 *
 * @throws ActionError `bug` when arrays are not aligned or a class is out of range.
 */
function multiclassExam(rows) {
    const known = performance_metrics/* METRICS_OF_TASK */.w4['multiclass-classification'];
    multiclass_exam_checkRows(rows);
    const { challenger, classes, labels } = rows;
    const confusion = classConfusion({ labels, predicted: challenger.predicted, classes: classes.length });
    return {
        task: 'multiclass-classification',
        units: labels.length,
        metrics: known,
        always: ['accuracy', 'macro-f1'],
        metric: (name, rules, units) => multiclass_exam_examined(ofTask(name, known), rules, units === null ? rows : multiclass_exam_someOf(rows, units)),
        measures: { confusion: shownConfusion(confusion, classes) },
        findings: [],
        notMeasured: ['calibration'],
    };
}
function multiclass_exam_examined(name, rules, rows) {
    const k = rules['top-k-accuracy']?.k ?? 1;
    const { labels, classes } = rows;
    const direction = METRIC_DIRECTIONS[DIRECTION_OF[name] ?? 'accuracy'];
    const baseline = classBaseline(name, { labels, classes: classes.length, weights: rows.sampling?.weights ?? null, k });
    return { ...estimates(name, rows, k), direction, baseline };
}
const DIRECTION_OF = {
    accuracy: 'accuracy',
    error: 'error',
    'balanced-accuracy': 'balanced-accuracy',
    'macro-f1': 'macro-f1',
    'micro-f1': 'micro-f1',
    'weighted-f1': 'weighted-f1',
    mcc: 'matthews',
    'cohen-kappa': 'cohen-kappa',
    'linear-kappa': 'cohen-kappa',
    'quadratic-kappa': 'cohen-kappa',
    'macro-auc-ovr': 'macro-auc-ovr',
    'macro-auc-ovo': 'macro-auc-ovo',
    'top-k-accuracy': 'top-k-accuracy',
    'log-loss': 'log-loss',
    brier: 'brier',
};
function estimates(name, rows, k) {
    const { labels, sampling = EQUAL_ROWS } = rows;
    const numbers = (of) => (side) => {
        const ofRow = of(side);
        return Float64Array.from(labels, (_, row) => ofRow(row));
    };
    const right = (side) => {
        const { predicted } = multiclass_exam_modelOf(rows, side);
        return (row) => Number(predicted[row] === labels[row]);
    };
    const measure = CONFUSION[name];
    if (measure !== undefined) {
        const range = CORRELATIONS.includes(name) ? [-1, 1] : [0, 1];
        return classMetric({ measure, range }, answersOf(rows), sampling);
    }
    switch (name) {
        case 'error':
            return shareMetric(numbers((side) => (row) => 1 - right(side)(row)), sampling);
        case 'top-k-accuracy':
            return shareMetric(numbers((side) => topKHitOfRow(scoredOf(rows, side), k)), sampling);
        case 'log-loss':
            return meanMetric({ numbers: numbers((side) => classLogLossOfRow(scoredOf(rows, side))), range: [0, WORST_LOG_LOSS] }, sampling);
        case 'brier':
            return meanMetric({ numbers: numbers((side) => classBrierOfRow(scoredOf(rows, side))), range: [0, 2] }, sampling);
        case 'macro-auc-ovr':
        case 'macro-auc-ovo': {
            const area = name === 'macro-auc-ovr' ? classAucOneVsRestOfWeights : classAucOneVsOneOfWeights;
            const ofWeights = (side) => area(scoredOf(rows, side));
            return resampledMetric({ rows: labels.length, ofWeights, range: [0, 1] }, sampling);
        }
        default:
            // With one label a row, the F1 of pooled counts is the accuracy.
            return shareMetric(numbers(right), sampling);
    }
}
function answersOf(rows) {
    return { classes: rows.classes.length, labels: rows.labels, predicted: (side) => multiclass_exam_modelOf(rows, side).predicted };
}
function multiclass_exam_modelOf({ challenger, champion }, side) {
    const model = side === 'challenger' ? challenger : champion;
    if (model === null)
        throw unfitInput('no champion', 'the answers of both models');
    return model;
}
function scoredOf(rows, side) {
    const { probabilities } = multiclass_exam_modelOf(rows, side);
    if (probabilities === null)
        throw unfitInput('no probabilities', 'a probability for every class and row');
    return { labels: rows.labels, classes: rows.classes.length, scores: probabilities };
}
function multiclass_exam_someOf(rows, units) {
    const classes = rows.classes.length;
    const some = ({ predicted, probabilities }) => ({
        predicted: Int32Array.from(units, (row) => Number(predicted[row])),
        probabilities: probabilities &&
            Float64Array.from({ length: units.length * classes }, (_, at) => Number(probabilities[Number(units[Math.floor(at / classes)]) * classes + (at % classes)])),
    });
    return {
        classes: rows.classes,
        labels: Int32Array.from(units, (row) => Number(rows.labels[row])),
        challenger: some(rows.challenger),
        champion: rows.champion && some(rows.champion),
        sampling: samplingOf(rows.sampling ?? EQUAL_ROWS, units),
    };
}
/** By true class how many rows each class was predicted for. */
function shownConfusion({ cells }, classes) {
    const k = classes.length;
    return Object.fromEntries(classes.map((truth, row) => [
        truth,
        Object.fromEntries(classes.map((name, column) => [name, Number(cells[row * k + column])])),
    ]));
}
function multiclass_exam_checkRows({ labels, classes, challenger, champion }) {
    for (const model of [challenger, champion]) {
        if (model === null)
            continue;
        const { predicted, probabilities } = model;
        if (predicted.length !== labels.length) {
            throw unfitInput(`${predicted.length} predictions for ${labels.length} rows`, 'one per row');
        }
        if (probabilities !== null && probabilities.length !== labels.length * classes.length) {
            throw unfitInput(`${probabilities.length} probabilities`, `${labels.length * classes.length}`);
        }
    }
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranking/judged-rankings.js



/** Mean over the queries that have a value; `empty-group` without queries, `no-relevant-items` when none has a value. */
function meanOfQueries({ values, excluded }) {
    if (values.length > 0)
        return defined(sumOver(values.length, (at) => Number(values[at])) / values.length);
    return undefinedFor(excluded === 0 ? 'empty-group' : 'no-relevant-items');
}
/** @throws RangeError when offsets do not divide the items, a number is not finite, or relevance is negative. */
function checkRankings({ offsets, relevance, scores }) {
    (0,sample_checks/* checkSameLength */.dm)(relevance, scores, 'relevances and scores');
    (0,sample_checks/* checkNotNegative */.Fj)(relevance, 'A relevance');
    (0,sample_checks/* checkFinite */.ug)(scores, 'A score');
    if (offsets[0] !== 0 || offsets[offsets.length - 1] !== relevance.length) {
        throw new RangeError(`Offsets must run from 0 to ${relevance.length}, got ${offsets[0]} to ${offsets.at(-1)}.`);
    }
    for (let query = 1; query < offsets.length; query += 1) {
        if (Number(offsets[query]) < Number(offsets[query - 1])) {
            throw new RangeError(`Offsets must not fall, got ${offsets[query]} after ${offsets[query - 1]}.`);
        }
    }
}
/** Values of all queries: `measure` is called with the first and the end item of each query that has a relevant item. */
function valuesOfQueries({ offsets, relevance }, measure) {
    const count = offsets.length - 1;
    const values = new Float64Array(count);
    const queries = new Uint32Array(count);
    let judged = 0;
    for (let query = 0; query < count; query += 1) {
        const [first, end] = [Number(offsets[query]), Number(offsets[query + 1])];
        if (!relevance.subarray(first, end).some((value) => value > 0))
            continue;
        values[judged] = measure(first, end);
        queries[judged] = query;
        judged += 1;
    }
    return { values: values.slice(0, judged), queries: queries.slice(0, judged), excluded: count - judged };
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranking/ndcg.js


const GAINS = {
    linear: (relevance) => relevance,
    exp2: (relevance) => 2 ** relevance - 1,
};
/**
 * Normalised discounted cumulative gain of the first k items of each query, from 0 to 1, higher is better: Σ gain /
 * log2(rank + 1) over that of the ideal order. Järvelin and Kekäläinen (2002), ACM TOIS 20, 422-446. Items with equal
 * scores share the mean of their gains, as if all their orders were averaged: McSherry and Najork (2008), ECIR.
 *
 * A query without a relevant item has no value and is counted (scikit-learn says 0). O(N log N).
 *
 * @throws RangeError when k is not a whole number from 1, relevance negative, a gain not finite, or the arrays do not fit.
 */
function ndcgAt(rankings, k, gain = 'linear') {
    checkRankings(rankings);
    (0,sample_checks/* checkDepth */.kP)(k, 'The k of NDCG');
    const gains = rankings.relevance.map(GAINS[gain]);
    const largest = gains.indexOf(Number.POSITIVE_INFINITY);
    if (largest >= 0) {
        throw new RangeError(`A gain must be finite, got relevance ${rankings.relevance[largest]} with gain ${gain}.`);
    }
    return valuesOfQueries(rankings, (first, end) => {
        const own = gains.subarray(first, end);
        const ideal = Float64Array.from(own).sort().reverse();
        const best = ideal.subarray(0, k).reduce((sum, value, at) => sum + value * discountAt(at), 0);
        return Math.min(1, discountedGain(own, rankings.scores.subarray(first, end), k) / best);
    });
}
function discountedGain(gains, scores, k) {
    const order = Uint32Array.from(gains, (_, item) => item).sort((a, b) => Number(scores[b]) - Number(scores[a]));
    let sum = 0;
    for (let start = 0; start < Math.min(k, order.length);) {
        let gained = 0;
        let discount = 0;
        let end = start;
        while (end < order.length && scores[Number(order[end])] === scores[Number(order[start])]) {
            gained += Number(gains[Number(order[end])]);
            if (end < k)
                discount += discountAt(end);
            end += 1;
        }
        sum += (gained / (end - start)) * discount;
        start = end;
    }
    return sum;
}
/** 1/log2(rank + 1) of the item `at` places behind the first. */
function discountAt(at) {
    return 1 / Math.log2(at + 2);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranking/top-items.js


/**
 * A metric of the first k items of each query that has a relevant item. Equal scores are ranked by id.
 *
 * @throws RangeError when k is not a whole number from 1, the arrays do not fit, or two items of a query have equal
 *   scores and one place in the order of ids.
 */
function valuesOfTopItems(rankings, k, measure) {
    checkRankings(rankings);
    (0,sample_checks/* checkSameLength */.dm)(rankings.relevance, rankings.idOrder, 'relevances and places of ids');
    (0,sample_checks/* checkDepth */.kP)(k, 'The k of a ranking metric');
    const { relevance } = rankings;
    return valuesOfQueries(rankings, (first, end) => {
        const ranked = rankedItems(rankings, first, end);
        const relevant = ranked.reduce((count, item) => count + Number(Number(relevance[item]) > 0), 0);
        const relevantAt = Array.from(ranked.subarray(0, k), (item) => Number(relevance[item]) > 0);
        return measure({ relevantAt, relevant });
    });
}
function rankedItems({ scores, idOrder }, first, end) {
    const items = Uint32Array.from({ length: end - first }, (_, at) => first + at);
    return items.sort((a, b) => {
        const [place, other] = [Number(idOrder[a]), Number(idOrder[b])];
        const difference = Number(scores[b]) - Number(scores[a]);
        if (difference === 0 && place === other && a !== b) {
            throw new RangeError(`Ids of a query must differ, got the place ${place} twice for one score.`);
        }
        return difference === 0 ? place - other : difference;
    });
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranking/mean-average-precision.js

/**
 * Average precision of the first k items of each query, from 0 to 1, higher is better: the sum of the precisions at the
 * ranks of relevant items, divided by the smaller of k and the number of relevant items, so that a perfect ranking has 1.
 * MAP@k is the mean over queries. Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, §8.4.
 *
 * A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
function averagePrecisionAt(rankings, k) {
    return valuesOfTopItems(rankings, k, ({ relevantAt, relevant }) => {
        let hits = 0;
        let sum = 0;
        for (const [at, isRelevant] of relevantAt.entries()) {
            if (!isRelevant)
                continue;
            hits += 1;
            sum += hits / (at + 1);
        }
        return sum / Math.min(k, relevant);
    });
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranking/reciprocal-rank.js

/**
 * One over the rank of the first relevant item of each query, 0 when none is among the first k; from 0 to 1, higher is
 * better. MRR@k is the mean over queries. Voorhees (1999), TREC-8.
 *
 * A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
function reciprocalRankAt(rankings, k) {
    return valuesOfTopItems(rankings, k, ({ relevantAt }) => {
        const first = relevantAt.indexOf(true);
        return first < 0 ? 0 : 1 / (first + 1);
    });
}

;// CONCATENATED MODULE: ./build/packages/stats/src/ranking/hits.js

/**
 * Share of a query's relevant items that are among the first k, from 0 to 1, higher is better.
 * A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
function recallAt(rankings, k) {
    return valuesOfTopItems(rankings, k, (top) => hits(top) / top.relevant);
}
/**
 * Share of the first k ranks that hold a relevant item, from 0 to 1, higher is better. Divided by k also where a query
 * has fewer items. A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
function precisionAt(rankings, k) {
    return valuesOfTopItems(rankings, k, (top) => hits(top) / k);
}
/**
 * 1 where a relevant item of the query is among the first k, else 0; higher is better.
 * A query without a relevant item has no value and is counted. O(N log N).
 *
 * @throws RangeError as `valuesOfTopItems`.
 */
function hitAt(rankings, k) {
    return valuesOfTopItems(rankings, k, (top) => Number(hits(top) > 0));
}
function hits({ relevantAt }) {
    return relevantAt.filter((isRelevant) => isRelevant).length;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/exam/without-value.js


/** A metric that these rows cannot give, for both models. */
function metricWithoutValue(reason) {
    return {
        value: () => (0,measured/* undefinedFor */.iN)(reason),
        estimate: () => undefinedMetric(reason),
        compare: () => undefinedMetric(reason),
    };
}
/** A metric that has a value on these units, and too few of them to say anything of others. */
function metricOfFewUnits({ value }) {
    const few = undefinedMetric('insufficient-n');
    return { value, estimate: () => few, compare: () => few };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/ranking/ranking-baselines.js

/** What a random order of the items of each query gives on average, exactly; `null` where no query has a relevant item. */
function rankingBaseline(metric, { rows, queries, k, gain }) {
    if (queries.length === 0)
        return null;
    const words = 'a random order gives';
    const { offsets, relevance } = rows;
    if (metric === 'ndcg') {
        // Items of one score share the mean of their gains, which is the average over all their orders.
        const { values, queries: of } = ndcgAt({ offsets, relevance, scores: new Float64Array(relevance.length) }, k, gain);
        const wanted = new Set(queries);
        const kept = values.filter((_, at) => wanted.has(Number(of[at])));
        return { value: meanOf(Array.from(kept)), words };
    }
    const expected = EXPECTED[metric];
    const values = queries.map((query) => {
        const own = relevance.subarray(Number(offsets[query]), Number(offsets[query + 1]));
        return expected({ items: own.length, relevant: own.filter((value) => value > 0).length, k });
    });
    return { value: meanOf(values), words };
}
const EXPECTED = {
    'recall-at-k': ({ items, k }) => Math.min(k, items) / items,
    'precision-at-k': ({ items, relevant, k }) => (Math.min(k, items) * relevant) / items / k,
    'hit-at-k': ({ items, relevant, k }) => 1 - noneAmong(Math.min(k, items), { items, relevant }),
    mrr: ({ items, relevant, k }) => {
        let [sum, none] = [0, 1];
        for (let rank = 1; rank <= Math.min(k, items); rank += 1) {
            const left = items - rank + 1;
            sum += (none * relevant) / left / rank;
            none *= (left - relevant) / left;
            if (none <= 0)
                break;
        }
        return sum;
    },
    // The item at a rank is relevant with a chance of R/N, and of the items above it a share of (R-1)/(N-1) then.
    map: ({ items, relevant, k }) => {
        let sum = 0;
        for (let rank = 1; rank <= Math.min(k, items); rank += 1) {
            const above = items === 1 ? 0 : ((rank - 1) * (relevant - 1)) / (items - 1);
            sum += ((relevant / items) * (1 + above)) / rank;
        }
        return sum / Math.min(k, relevant);
    },
};
/** The chance that none of the first items is relevant. */
function noneAmong(first, { items, relevant }) {
    let chance = 1;
    for (let taken = 0; taken < first; taken += 1)
        chance *= Math.max(0, items - relevant - taken) / (items - taken);
    return chance;
}
function meanOf(values) {
    return values.reduce((sum, value) => sum + value / values.length, 0);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/ranking/ranking-exam.js







/**
 * The exam of a ranking (stats.md §1.2). The query is the unit: it is what is drawn again and what intervals count. Queries without a
 * relevant item have no value; they are counted and left out.
 *
 * @throws ActionError `bug` when arrays are not aligned or there are weights.
 */
function rankingExam(rows) {
    const known = performance_metrics/* METRICS_OF_TASK */.w4.ranking;
    const queries = rows.offsets.length - 1;
    if (rows.sampling?.weights)
        throw unfitInput('weights of a ranking', 'queries that all count once');
    const of = createValues(rows);
    const judged = of('ndcg', {}, 'challenger');
    return {
        task: 'ranking',
        units: queries,
        metrics: known,
        always: ['ndcg', 'mrr'],
        metric: (name, rules, units) => ranking_exam_examined(ofTask(name, known), { rules, units, rows, of }),
        measures: {
            queries: {
                n: queries,
                'without-relevant-item': judged.excluded,
                items: rows.relevance.length,
                'longest-query': longestQuery(rows),
            },
        },
        findings: [],
        notMeasured: judged.excluded === 0 ? [] : [`${judged.excluded} of ${queries} queries, which have no relevant item`],
    };
}
function ranking_exam_examined(name, { rules, units, rows, of }) {
    const wanted = units === null ? null : new Set(units);
    const all = of(name, rules, 'challenger');
    // Which queries have a value depends on relevance alone, so both models have values of the same.
    const kept = Array.from(all.queries.keys()).filter((at) => wanted === null || wanted.has(Number(all.queries[at])));
    const judged = kept.map((at) => Number(all.queries[at]));
    const numbers = (side) => {
        const { values } = of(name, rules, side);
        return Float64Array.from(kept, (at) => Number(values[at]));
    };
    const sampling = samplingOf(rows.sampling ?? EQUAL_ROWS, judged);
    const baseline = rankingBaseline(name, { rows, queries: judged, k: depthOf(name, rules, rows), gain: gainOf(rules) });
    return {
        ...ranking_exam_estimates(name, numbers, { judged: judged.length, sampling, units: units?.length ?? rows.offsets.length - 1 }),
        direction: METRIC_DIRECTIONS[name],
        baseline,
    };
}
function ranking_exam_estimates(name, numbers, { judged, sampling, units }) {
    if (judged === 0)
        return metricWithoutValue(units === 0 ? 'empty-group' : 'no-relevant-items');
    return name === 'hit-at-k' ? shareMetric(numbers, sampling) : meanMetric({ numbers, range: [0, 1] }, sampling);
}
/** Values of all queries; computed once for each metric and model, since slices ask again. */
function createValues(rows) {
    const known = new Map();
    return (name, rules, side) => {
        const k = depthOf(name, rules, rows);
        const key = JSON.stringify([name, k, gainOf(rules), side]);
        const values = known.get(key) ?? valuesOf(name, { k, gain: gainOf(rules) }, rankingsOf(rows, side));
        known.set(key, values);
        return values;
    };
}
function valuesOf(name, { k, gain }, rankings) {
    switch (name) {
        case 'ndcg':
            return ndcgAt(rankings, k, gain);
        case 'map':
            return averagePrecisionAt(rankings, k);
        case 'mrr':
            return reciprocalRankAt(rankings, k);
        case 'recall-at-k':
            return recallAt(rankings, k);
        case 'precision-at-k':
            return precisionAt(rankings, k);
        case 'hit-at-k':
            return hitAt(rankings, k);
    }
}
/** All items where the policy names no depth. */
function depthOf(name, rules, rows) {
    return rules[name]?.k ?? Math.max(1, longestQuery(rows));
}
function gainOf({ ndcg }) {
    return ndcg?.gain === 'exponential' ? 'exp2' : 'linear';
}
function longestQuery({ offsets }) {
    return offsets.reduce((longest, end, at) => (at === 0 ? 0 : Math.max(longest, end - Number(offsets[at - 1]))), 0);
}
function rankingsOf(rows, side) {
    const model = side === 'challenger' ? rows.challenger : rows.champion;
    if (model === null)
        throw unfitInput('no champion', 'the answers of both models');
    const { offsets, relevance, itemOrder } = rows;
    return { offsets, relevance, scores: model.scores, idOrder: itemOrder };
}

// EXTERNAL MODULE: ./build/packages/stats/src/ranks/ascending-order.js
var ascending_order = __webpack_require__(31030);
;// CONCATENATED MODULE: ./build/packages/stats/src/regression/numeric-pairs.js

/** @throws RangeError when a number is not finite, a weight not positive, or lengths differ. */
function checkPairs({ truth, predicted, weights }) {
    (0,sample_checks/* checkSameLength */.dm)(truth, predicted, 'true and predicted values');
    (0,sample_checks/* checkFinite */.ug)(truth, 'A true value');
    (0,sample_checks/* checkFinite */.ug)(predicted, 'A prediction');
    (0,sample_checks/* checkWeights */.qO)(weights, truth);
}
/** The loss of each row. */
function lossOfRow({ truth, predicted }, loss) {
    return (row) => loss(Number(truth[row]), Number(predicted[row]));
}
/** True minus predicted value of a row. */
function residualOf({ truth, predicted }) {
    return (row) => Number(truth[row]) - Number(predicted[row]);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/regression/errors-of-weights.js



/**
 * `rootMeanSquaredError` for rows drawn again. O(N) a call.
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
function rootMeanSquaredErrorOfWeights(pairs) {
    const squares = errorsOf(pairs).map((error) => error * error);
    return (weights) => {
        let [sum, total] = [0, 0];
        for (let row = 0; row < squares.length; row += 1) {
            const weight = Number(weights[row]);
            sum += weight * Number(squares[row]);
            total += weight;
        }
        return total === 0 ? (0,measured/* undefinedFor */.iN)('empty-group') : (0,measured/* defined */.sw)(Math.sqrt(sum / total));
    };
}
/**
 * `weightedAbsolutePercentageError` for rows drawn again. O(N) a call.
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
function percentageErrorOfWeights(pairs) {
    const errors = errorsOf(pairs);
    const { truth } = pairs;
    return (weights) => {
        let [error, size, total] = [0, 0, 0];
        for (let row = 0; row < errors.length; row += 1) {
            const weight = Number(weights[row]);
            error += weight * Number(errors[row]);
            size += weight * Math.abs(Number(truth[row]));
            total += weight;
        }
        return total === 0 ? (0,measured/* undefinedFor */.iN)('empty-group') : (0,measured/* quotient */.y8)(error, size, 'zero-target');
    };
}
/**
 * `rSquared` for rows drawn again. O(N) a call.
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
function rSquaredOfWeights(pairs) {
    const squares = errorsOf(pairs).map((error) => error * error);
    const { truth } = pairs;
    // Near the mean of the draws, so that the difference of two squares below does not cancel.
    const centre = truth.reduce((sum, value) => sum + value / truth.length, 0);
    return (weights) => {
        let [unexplained, sum, square, total] = [0, 0, 0, 0];
        let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
        for (let row = 0; row < squares.length; row += 1) {
            const weight = Number(weights[row]);
            if (weight === 0)
                continue;
            const value = Number(truth[row]) - centre;
            unexplained += weight * Number(squares[row]);
            sum += weight * value;
            square += weight * value * value;
            total += weight;
            if (value < least)
                least = value;
            if (value > greatest)
                greatest = value;
        }
        if (total === 0)
            return (0,measured/* undefinedFor */.iN)('empty-group');
        const spread = square - (sum * sum) / total;
        return least === greatest || !(spread > 0) ? (0,measured/* undefinedFor */.iN)('constant-target') : (0,measured/* defined */.sw)(1 - unexplained / spread);
    };
}
/**
 * `medianAbsoluteError` for rows drawn again; the weights are whole numbers. O(N) a call after one sort.
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
function medianAbsoluteErrorOfWeights(pairs) {
    const errors = errorsOf(pairs);
    const order = (0,ascending_order/* ascendingOrder */.b)(errors);
    return (weights) => {
        let total = 0;
        for (let row = 0; row < errors.length; row += 1)
            total += Number(weights[row]);
        if (total === 0)
            return (0,measured/* undefinedFor */.iN)('empty-group');
        const [lower, upper] = [Math.ceil(total / 2), Math.floor(total / 2) + 1];
        let [counted, first] = [0, Number.NaN];
        for (let at = 0; at < order.length; at += 1) {
            const row = Number(order[at]);
            counted += Number(weights[row]);
            if (Number.isNaN(first) && counted >= lower)
                first = Number(errors[row]);
            if (counted >= upper)
                return (0,measured/* defined */.sw)(first / 2 + Number(errors[row]) / 2);
        }
        return (0,measured/* defined */.sw)(first);
    };
}
function errorsOf(pairs) {
    checkPairs(pairs);
    const residual = residualOf(pairs);
    return pairs.truth.map((_, row) => Math.abs(residual(row)));
}

// EXTERNAL MODULE: ./build/packages/stats/src/ranks/midranks.js
var midranks = __webpack_require__(26348);
;// CONCATENATED MODULE: ./build/packages/stats/src/ranks/correlation-of-weights.js




/**
 * `spearmanRho` for rows drawn again; the weights are whole numbers. O(N) a call after two sorts.
 *
 * @throws RangeError when the lengths differ or a value is not finite.
 */
function spearmanRhoOfWeights(target, prediction) {
    const [a, b] = checkedOrders(target, prediction);
    const [x, y] = [new Float64Array(target.length), new Float64Array(target.length)];
    return (weights) => {
        const total = centredRanks(a, weights, x);
        if (total < 2)
            return (0,measured/* undefinedFor */.iN)('insufficient-n');
        centredRanks(b, weights, y);
        let [products, ofX, ofY] = [0, 0, 0];
        for (let row = 0; row < x.length; row += 1) {
            const weight = Number(weights[row]);
            products += weight * Number(x[row]) * Number(y[row]);
            ofX += weight * Number(x[row]) ** 2;
            ofY += weight * Number(y[row]) ** 2;
        }
        return correlation(products, ofX, ofY);
    };
}
/**
 * `kendallTauB` for rows drawn again; the weights are whole numbers. O(N log N) a call: rows come in the order of the target,
 * and a tree of sums over the places of the predictions tells how many came before with a lower and with a higher one.
 *
 * @throws RangeError when the lengths differ or a value is not finite.
 */
function kendallTauBOfWeights(target, prediction) {
    const [byTarget, byPrediction] = checkedOrders(target, prediction);
    const placeOf = new Int32Array(target.length);
    for (const [place, { first, end }] of byPrediction.runs.entries()) {
        for (let at = first; at < end; at += 1)
            placeOf[Number(byPrediction.order[at])] = place + 1;
    }
    const tree = new Float64Array(byPrediction.runs.length + 1);
    return (weights) => {
        tree.fill(0);
        let [score, before] = [0, 0];
        for (const { first, end } of byTarget.runs) {
            let own = 0;
            for (let at = first; at < end; at += 1) {
                const row = Number(byTarget.order[at]);
                const weight = Number(weights[row]);
                if (weight === 0)
                    continue;
                const place = Number(placeOf[row]);
                score += weight * (sumTo(tree, place - 1) - (before - sumTo(tree, place)));
                own += weight;
            }
            for (let at = first; at < end; at += 1) {
                const row = Number(byTarget.order[at]);
                add(tree, Number(placeOf[row]), Number(weights[row]));
            }
            before += own;
        }
        if (before < 2)
            return (0,measured/* undefinedFor */.iN)('insufficient-n');
        const pairs = pairsOf(before);
        return correlation(score, pairs - tiedPairs(byTarget, weights), pairs - tiedPairs(byPrediction, weights));
    };
}
function checkedOrders(target, prediction) {
    (0,sample_checks/* checkSameLength */.dm)(target, prediction, 'targets and predictions');
    (0,sample_checks/* checkFinite */.ug)(target, 'A target');
    (0,sample_checks/* checkFinite */.ug)(prediction, 'A prediction');
    return [ordered(target), ordered(prediction)];
}
function ordered(values) {
    const order = (0,ascending_order/* ascendingOrder */.b)(values);
    const runs = [];
    for (let first = 0; first < order.length;) {
        const end = (0,midranks/* endOfTie */.V)(values, order, first);
        runs.push({ first, end });
        first = end;
    }
    return { order, runs };
}
/** Midranks minus their mean, in rows of weight; returns the sum of the weights. */
function centredRanks({ order, runs }, weights, into) {
    let total = 0;
    for (let at = 0; at < order.length; at += 1)
        total += Number(weights[Number(order[at])]);
    let before = 0;
    for (const { first, end } of runs) {
        let own = 0;
        for (let at = first; at < end; at += 1)
            own += Number(weights[Number(order[at])]);
        const rank = before + own / 2 - total / 2;
        for (let at = first; at < end; at += 1)
            into[Number(order[at])] = rank;
        before += own;
    }
    return total;
}
function correlation(products, ofTarget, ofPrediction) {
    if (ofTarget === 0)
        return (0,measured/* undefinedFor */.iN)('constant-target');
    if (ofPrediction === 0)
        return (0,measured/* undefinedFor */.iN)('constant-prediction');
    return (0,measured/* defined */.sw)(Math.min(1, Math.max(-1, products / Math.sqrt(ofTarget) / Math.sqrt(ofPrediction))));
}
function tiedPairs({ order, runs }, weights) {
    let tied = 0;
    for (const { first, end } of runs) {
        let own = 0;
        for (let at = first; at < end; at += 1)
            own += Number(weights[Number(order[at])]);
        tied += pairsOf(own);
    }
    return tied;
}
function pairsOf(n) {
    return (n * (n - 1)) / 2;
}
/** Fenwick (1994), Software: Practice and Experience 24, 327-336. */
function add(tree, place, amount) {
    for (let at = place; at < tree.length; at += at & -at)
        tree[at] = Number(tree[at]) + amount;
}
function sumTo(tree, place) {
    let sum = 0;
    for (let at = place; at > 0; at -= at & -at)
        sum += Number(tree[at]);
    return sum;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/regression/row-losses.js
/** |y - ŷ|. */
function absoluteLoss(truth, predicted) {
    return Math.abs(truth - predicted);
}
/** (y - ŷ)². */
function squaredLoss(truth, predicted) {
    return (truth - predicted) ** 2;
}
/** (ln(1 + y) - ln(1 + ŷ))², for numbers from 0. */
function squaredLogLoss(truth, predicted) {
    return (Math.log1p(truth) - Math.log1p(predicted)) ** 2;
}
/** |(y - ŷ)/y|, infinite for a true value of 0. */
function absolutePercentageLoss(truth, predicted) {
    return Math.abs((truth - predicted) / truth);
}
/** tau·e for a residual e = y - ŷ from 0 on, (tau - 1)·e below; tau from 0 to 1. */
function pinballRowLoss(tau) {
    return (truth, predicted) => (truth >= predicted ? tau : tau - 1) * (truth - predicted);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/regression/max-error.js


/**
 * Largest absolute error, in the unit of the target, from 0, lower is better. Undefined without rows (`empty-group`).
 * O(N).
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
function maxError({ truth, predicted }) {
    const pairs = { truth, predicted };
    checkPairs(pairs);
    const residual = residualOf(pairs);
    if (truth.length === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    return (0,measured/* defined */.sw)(truth.reduce((worst, _, row) => Math.max(worst, Math.abs(residual(row))), 0));
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/exam/observed-metric.js


/**
 * A metric of which these rows have a value and other rows no bound, as a largest error. The bounds are the value itself, and the
 * method says what share of other rows may lie beyond it: 1 - α^(1/n), since n rows that all lie within are seen with a
 * probability of at least α only where that share is at most that.
 */
function observedMetric(value, n) {
    const fixed = (of, confidence) => {
        if (of.value === null)
            return undefinedMetric(of.undefinedReason);
        if (n < LEAST_UNITS)
            return undefinedMetric('insufficient-n');
        const bounds = [of.value, of.value];
        const beyond = Number(((1 - (1 - confidence) ** (1 / n)) * 100).toPrecision(2));
        const method = `of these rows; up to ${beyond} % of other rows may lie beyond`;
        return {
            value: of.value,
            bounds,
            interval: bounds,
            method,
            n: [n],
            boundsAt: () => bounds,
            resampling: null,
            p: null,
        };
    };
    return {
        value,
        estimate: ({ confidence }) => fixed(value('challenger'), confidence),
        compare({ confidence }) {
            const [first, second] = [value('challenger'), value('champion')];
            if (first.value === null)
                return fixed(first, confidence);
            const difference = second.value === null ? second : { ...second, value: first.value - second.value };
            return fixed(difference, confidence);
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/stats/src/regression/mean-absolute-error.js



/**
 * Mean absolute error, in the unit of the target, from 0, lower is better. Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
function meanAbsoluteError(pairs) {
    checkPairs(pairs);
    return weighted_mean_meanOver(pairs.truth.length, lossOfRow(pairs, absoluteLoss), pairs.weights);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/regression/mean-squared-error.js




/**
 * Mean squared error, in the squared unit of the target, from 0, lower is better; infinite when a square overflows.
 * Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
function meanSquaredError(pairs) {
    checkPairs(pairs);
    return weighted_mean_meanOver(pairs.truth.length, lossOfRow(pairs, squaredLoss), pairs.weights);
}
/** Square root of {@link meanSquaredError}, in the unit of the target, from 0, lower is better. */
function rootMeanSquaredError(pairs) {
    const mean = meanSquaredError(pairs);
    return mean.value === null ? mean : (0,measured/* defined */.sw)(Math.sqrt(mean.value));
}

;// CONCATENATED MODULE: ./build/packages/stats/src/regression/median-absolute-error.js


/**
 * Median absolute error, in the unit of the target, from 0, lower is better; with an even number of rows the mean of the
 * two in the middle. Weights are not supported. Undefined without rows (`empty-group`). O(N log N).
 *
 * @throws RangeError when a number is not finite or lengths differ.
 */
function medianAbsoluteError({ truth, predicted }) {
    const pairs = { truth, predicted };
    checkPairs(pairs);
    const residual = residualOf(pairs);
    const errors = truth.map((_, row) => Math.abs(residual(row))).sort();
    const upper = Math.floor(errors.length / 2);
    const lower = Math.ceil(errors.length / 2) - 1;
    if (errors.length === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    // Halved before they are added: the sum of two large errors would overflow.
    return (0,measured/* defined */.sw)(Number(errors[lower]) / 2 + Number(errors[upper]) / 2);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/regression/pinball-loss.js



/**
 * Mean pinball (quantile) loss for predictions of the quantile `tau`: tau·e for a residual e = true - predicted from 0
 * on, (tau - 1)·e below. In the unit of the target, from 0, lower is better; at tau = ½ half the mean absolute error.
 * Koenker and Bassett (1978), Econometrica 46, 33-50. Undefined without rows (`empty-group`). O(N).
 *
 * @throws RangeError when tau is not in [0, 1], a number not finite, a weight not positive, or lengths differ.
 */
function pinballLoss(pairs, tau) {
    checkPairs(pairs);
    if (!(tau >= 0 && tau <= 1))
        throw new RangeError(`The quantile of a pinball loss must be from 0 to 1, got ${tau}.`);
    return weighted_mean_meanOver(pairs.truth.length, lossOfRow(pairs, pinballRowLoss(tau)), pairs.weights);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/regression/mean-squared-log-error.js




/**
 * Mean squared logarithmic error, mean (ln(1 + y) - ln(1 + ŷ))², without unit, from 0, lower is better. Undefined without
 * rows (`empty-group`). O(N).
 *
 * @throws RangeError when a true or predicted value is negative or not finite, a weight not positive, or lengths differ.
 */
function meanSquaredLogError(pairs) {
    checkPairs(pairs);
    const { truth, predicted, weights } = pairs;
    (0,sample_checks/* checkNotNegative */.Fj)(truth, 'A true value of the logarithmic error');
    (0,sample_checks/* checkNotNegative */.Fj)(predicted, 'A prediction of the logarithmic error');
    return weighted_mean_meanOver(truth.length, lossOfRow(pairs, squaredLogLoss), weights);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/regression/percentage-errors.js




/**
 * Mean absolute percentage error, mean |(y - ŷ)/y|, a share (1 is 100 %), from 0, lower is better. Undefined without
 * rows (`empty-group`) and when a true value is zero (`zero-target`: scikit-learn divides by a tiny number there; take
 * {@link weightedAbsolutePercentageError} instead). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
function meanAbsolutePercentageError(pairs) {
    checkPairs(pairs);
    const { truth, weights } = pairs;
    if (truth.includes(0))
        return (0,measured/* undefinedFor */.iN)('zero-target');
    return weighted_mean_meanOver(truth.length, lossOfRow(pairs, absolutePercentageLoss), weights);
}
/**
 * Weighted absolute percentage error Σ|y - ŷ| / Σ|y|, a share, from 0, lower is better. Undefined without rows
 * (`empty-group`) and when every true value is zero (`zero-target`). O(N).
 *
 * @throws RangeError when a number is not finite, a weight not positive, or lengths differ.
 */
function weightedAbsolutePercentageError(pairs) {
    checkPairs(pairs);
    const { truth, weights } = pairs;
    if (truth.length === 0)
        return (0,measured/* undefinedFor */.iN)('empty-group');
    const weight = (row) => (weights === undefined ? 1 : Number(weights[row]));
    const residual = residualOf(pairs);
    return (0,measured/* quotient */.y8)(weighted_mean_sumOver(truth.length, (row) => weight(row) * Math.abs(residual(row))), weighted_mean_sumOver(truth.length, (row) => weight(row) * Math.abs(Number(truth[row]))), 'zero-target');
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/regression/regression-baselines.js

const MEAN = 'always predicting the mean gives';
const regression_baselines_RANDOM_ORDER = 'a random order gives';
/** Errors of one number for every row; the others have a value whatever that number is. */
const OF_MEAN = {
    mae: meanAbsoluteError,
    mse: meanSquaredError,
    rmse: rootMeanSquaredError,
    'median-absolute-error': medianAbsoluteError,
    pinball: pinballLoss,
    msle: meanSquaredLogError,
    mape: meanAbsolutePercentageError,
    wape: weightedAbsolutePercentageError,
};
/**
 * What a regression must beat: the same number for every row, the mean of the labels; `null` where there is no row or the metric
 * has no such value. A largest error has none to beat: of other rows it has no bound, so to be better here would be luck.
 */
function regressionBaseline(metric, { labels, weights, tau }) {
    if (labels.length === 0)
        return null;
    if (metric === 'spearman' || metric === 'kendall-tau-b')
        return { value: 0, words: regression_baselines_RANDOM_ORDER };
    if (metric === 'r2')
        return { value: 0, words: MEAN };
    const measure = OF_MEAN[metric];
    // The logarithmic error of a negative number has no meaning; such rows are refused where the metric is computed.
    if (measure === undefined || (metric === 'msle' && labels.some((label) => label < 0)))
        return null;
    const mean = regression_baselines_meanOf(labels, weights);
    if (!Number.isFinite(mean))
        return null;
    const predicted = new Float64Array(labels.length).fill(mean);
    const { value } = measure({ truth: labels, predicted, ...(weights === null ? {} : { weights }) }, tau);
    return value === null || !Number.isFinite(value) ? null : { value, words: MEAN };
}
function regression_baselines_meanOf(labels, weights) {
    let [sum, total] = [0, 0];
    for (const [row, label] of labels.entries()) {
        const weight = weights === null ? 1 : Number(weights[row]);
        sum += weight * label;
        total += weight;
    }
    return sum / total;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/regression/regression-exam.js










/**
 * The exam of a regression (stats.md §1.2).
 *
 * @throws ActionError `bug` when arrays are not aligned or a number is not finite.
 */
function regressionExam(rows) {
    const known = performance_metrics/* METRICS_OF_TASK */.w4.regression;
    regression_exam_checkRows(rows);
    const { labels, challenger } = rows;
    const residuals = (0,means_moments/* momentsOf */.Z)(labels.map((label, row) => label - Number(challenger.predicted[row])));
    const summary = (values) => {
        const { n, mean, m2 } = (0,means_moments/* momentsOf */.Z)(values);
        return { n, mean: n === 0 ? null : mean, 'standard-deviation': n < 2 ? null : Math.sqrt(m2 / (n - 1)) };
    };
    return {
        task: 'regression',
        units: labels.length,
        metrics: known,
        always: ['mae', 'r2'],
        metric: (name, rules, units) => regression_exam_examined(ofTask(name, known), rules, units === null ? rows : regression_exam_someOf(rows, units)),
        measures: {
            target: summary(labels),
            prediction: summary(challenger.predicted),
            residual: { mean: residuals.n === 0 ? null : residuals.mean },
        },
        findings: [],
        notMeasured: [],
    };
}
function regression_exam_examined(name, rules, rows) {
    const tau = rules.pinball?.tau ?? 0.5;
    const baseline = regressionBaseline(name, { labels: rows.labels, weights: rows.sampling?.weights ?? null, tau });
    const known = regression_exam_estimates(name, rows, tau);
    // What a row can be off by is read from the rows, and a few of them do not show it.
    const bounded = rows.labels.length < LEAST_UNITS ? metricOfFewUnits(known) : known;
    return { ...bounded, direction: METRIC_DIRECTIONS[name], baseline };
}
const OF_PAIRS = {
    rmse: rootMeanSquaredErrorOfWeights,
    wape: percentageErrorOfWeights,
    'median-absolute-error': medianAbsoluteErrorOfWeights,
    r2: rSquaredOfWeights,
    spearman: ({ truth, predicted }) => spearmanRhoOfWeights(truth, predicted),
    'kendall-tau-b': ({ truth, predicted }) => kendallTauBOfWeights(truth, predicted),
};
function regression_exam_estimates(name, rows, tau) {
    const { labels, sampling = EQUAL_ROWS } = rows;
    const pairsOf = (side) => ({ truth: labels, predicted: regression_exam_modelOf(rows, side).predicted });
    if (sampling.weights !== null && performance_metrics/* WITHOUT_WEIGHTS */.R_.includes(name)) {
        throw unfitInput(`weights, and the metric ${name}`, 'metrics that know weights');
    }
    if (name === 'max-error')
        return largestError(rows);
    if (name === 'msle')
        refuseNegative(rows);
    if (name === 'mape' && labels.includes(0))
        return metricWithoutValue('zero-target');
    const worst = worstError(rows);
    const loss = LOSSES[name]?.(tau);
    // Perfect predictions of a constant say nothing about other rows: nothing in them could have been wrong.
    if (labels.length > 0 && worst === 0)
        return metricWithoutValue('constant-target');
    if (loss !== undefined) {
        const numbers = (side) => {
            const { truth, predicted } = pairsOf(side);
            return truth.map((value, row) => loss(value, Number(predicted[row])));
        };
        const champion = rows.champion === null ? [] : [numbers('champion')];
        const largest = [numbers('challenger'), ...champion].flatMap((of) => of.reduce((a, b) => Math.max(a, b), 0));
        const greatest = Math.max(...largest, worstLoss(labels, loss));
        return meanMetric({ numbers, range: [0, greatest] }, sampling);
    }
    const measure = OF_PAIRS[name];
    if (measure === undefined)
        throw unfitInput(`the metric ${name}`, 'a metric of a regression');
    const ofWeights = (side) => measure(pairsOf(side));
    return resampledMetric({ rows: labels.length, ofWeights, range: rangeOf(name, labels, worst) }, sampling);
}
/** Losses of a row, whose mean the metric is. */
const LOSSES = {
    mae: () => absoluteLoss,
    mse: () => squaredLoss,
    pinball: pinballRowLoss,
    msle: () => squaredLogLoss,
    mape: () => absolutePercentageLoss,
};
/** The largest error is one of the rows: drawing them again says nothing about larger ones (ADR 14). */
function largestError(rows) {
    const value = (side) => maxError({ truth: rows.labels, predicted: regression_exam_modelOf(rows, side).predicted });
    return observedMetric(value, rows.labels.length);
}
/** The error of a row that nobody has seen is taken to be at most that of the worst guess within the labels. */
function worstError({ labels, challenger, champion }) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const label of labels)
        [low, high] = [Math.min(low, label), Math.max(high, label)];
    let worst = Math.max(0, high - low);
    for (const model of [challenger, champion]) {
        for (const [row, predicted] of (model?.predicted ?? []).entries()) {
            worst = Math.max(worst, Math.abs(Number(labels[row]) - predicted));
        }
    }
    return worst;
}
function worstLoss(labels, loss) {
    const low = labels.reduce((least, label) => Math.min(least, label), Number.POSITIVE_INFINITY);
    const high = labels.reduce((most, label) => Math.max(most, label), Number.NEGATIVE_INFINITY);
    return labels.length === 0 ? 0 : Math.max(loss(low, high), loss(high, low));
}
function rangeOf(name, labels, worst) {
    switch (name) {
        case 'spearman':
        case 'kendall-tau-b':
            return [-1, 1];
        case 'r2': {
            const { n, m2 } = (0,means_moments/* momentsOf */.Z)(labels);
            return [m2 === 0 ? 0 : 1 - (n * worst * worst) / m2, 1];
        }
        case 'wape': {
            const size = labels.reduce((sum, label) => sum + Math.abs(label), 0);
            return [0, size === 0 ? 0 : (labels.length * worst) / size];
        }
        default:
            return [0, worst];
    }
}
/** @throws ActionError `refused`, `value-negative`: the logarithmic error of such a number has no meaning. */
function refuseNegative({ labels, challenger, champion }) {
    for (const [what, values] of [
        ['true value', labels],
        ['prediction', challenger.predicted],
        ['prediction of the champion', champion?.predicted ?? new Float64Array(0)],
    ]) {
        const found = values.find((value) => value < 0);
        if (found === undefined)
            continue;
        throw new errors/* ActionError */.lZ('refused', {
            where: 'The rows of the performance gate',
            found: `the ${what} ${found}`,
            allowed: 'numbers from 0: msle takes their logarithm',
            remedy: 'Choose another metric, or correct the numbers',
        }, { reasonCode: 'value-negative' });
    }
}
function regression_exam_modelOf({ challenger, champion }, side) {
    const model = side === 'challenger' ? challenger : champion;
    if (model === null)
        throw unfitInput('no champion', 'the answers of both models');
    return model;
}
function regression_exam_someOf(rows, units) {
    const some = ({ predicted }) => ({
        predicted: Float64Array.from(units, (row) => Number(predicted[row])),
    });
    return {
        labels: Float64Array.from(units, (row) => Number(rows.labels[row])),
        challenger: some(rows.challenger),
        champion: rows.champion && some(rows.champion),
        sampling: samplingOf(rows.sampling ?? EQUAL_ROWS, units),
    };
}
function regression_exam_checkRows({ labels, challenger, champion }) {
    for (const values of [labels, challenger.predicted, champion?.predicted ?? labels]) {
        if (values.length !== labels.length)
            throw unfitInput(`${values.length} numbers for ${labels.length} rows`, 'one per row');
        if (!values.every(Number.isFinite))
            throw unfitInput('a number that is not finite', 'finite numbers');
    }
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/performance-input.js





/** @throws ActionError `bug` when arrays are not aligned or hold what no reader of rows hands over. */
function examOf(input) {
    const { sampling = EQUAL_ROWS } = input;
    const exam = examOfTask(input, sampling);
    checkSampling(sampling, exam.units);
    return exam;
}
function examOfTask(input, sampling) {
    switch (input.task) {
        case 'multiclass-classification':
            return multiclassExam({ ...input, sampling, champion: evaluated(input.champion) });
        case 'regression':
            return regressionExam({ ...input, sampling, champion: evaluated(input.champion) });
        case 'ranking':
            return rankingExam({ ...input, sampling, champion: evaluated(input.champion) });
        default:
            return binaryExam({ ...input, sampling, champion: evaluated(input.champion) }, input.config.confidence);
    }
}
function evaluated(champion) {
    return champion.state === 'evaluated' ? champion : null;
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/normal-quantile.js
var normal_quantile = __webpack_require__(43642);
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
    const isCompared = difference !== null && margin !== null && margin.value !== 0;
    const required = !isCompared ? null : Math.ceil(n * (detectable / margin.value) ** 2);
    return { minimumDetectable: detectable, requiredN: required };
}
/** The largest difference in a metric that could be missed; `null` where no metric shows any variation. */
function minimumDetectable(judged, confidence) {
    const detectable = judged.flatMap((metric) => metricPower(metric, confidence).minimumDetectable ?? []);
    return detectable.length === 0 ? null : Math.max(...detectable);
}

// EXTERNAL MODULE: ./build/packages/stats/src/multiplicity/benjamini-hochberg.js
var benjamini_hochberg = __webpack_require__(88999);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/estimate/holm-levels.js
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

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/estimate/one-sided-p.js

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

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/undefined-finding.js

const WHY = {
    'single-class': 'all labels are equal',
    'no-positives': 'no row has the positive label',
    'no-negatives': 'no row has the negative label',
    'no-predicted-positives': 'no row is predicted positive',
    'no-predicted-negatives': 'no row is predicted negative',
    'constant-prediction': 'all predictions are equal',
    'absent-class': 'a class has no row',
    'constant-target': 'all true values are equal',
    'zero-target': 'a true value is zero, and a share of it has no value',
    'no-relevant-items': 'no query has a relevant item',
    'too-few-clusters': 'fewer than 20 clusters say too little about how they differ',
    'undefined-replicates': 'it has none in more than a tenth of the samples drawn again',
};
/** Why a metric has no value, or none with bounds, on these units. */
function undefinedReasonInWords(reasonCode, { n, unit }) {
    const known = WHY[reasonCode];
    if (known !== undefined)
        return known;
    if (n === 0)
        return unit === 'rows' ? 'there is no evaluation row' : 'there is no query';
    if (n < LEAST_UNITS)
        return `${n} ${unit} say too little about how others differ; at least ${LEAST_UNITS} do`;
    return `too few of the ${unit} count, or they weigh as much as too few: at least ${LEAST_UNITS} say how others differ`;
}
/** Says that a metric, or a difference of it, has no value or no bounds on these units. */
function undefinedFinding(measure, reasonCode, counted) {
    const { n, unit } = counted;
    return {
        measure,
        outcome: 'inconclusive',
        severity: 'block',
        reasonCode,
        value: null,
        n: [n],
        ...(reasonCode === 'insufficient-n' && n < LEAST_UNITS ? { requiredN: LEAST_UNITS } : {}),
        message: `${measure} is not judged: ${undefinedReasonInWords(reasonCode, counted)} (${n} ${unit})`,
    };
}

// EXTERNAL MODULE: ./build/packages/stats/src/groups/suppression.js + 1 modules
var suppression = __webpack_require__(58998);
;// CONCATENATED MODULE: ./build/packages/gates/src/performance/slices/withheld-slices.js

/** Of a slice with fewer units no number is shown, nor of slices from which its numbers could be solved (stats.md §2.5). */
const LEAST_SHOWN = 10;
const TOTAL = 'all';
/**
 * The slices of which no number may be printed. The number of all units is known, so of a column with one small slice a second
 * is withheld too. A slice without units is no secret.
 */
function withheldSlices(slices, units) {
    const present = slices.filter(({ rows }) => rows.length > 0);
    if (present.length === 0)
        return new Set();
    const byColumn = Map.groupBy(present, ({ column }) => column);
    const verdicts = (0,suppression/* suppressCells */.l)({
        cells: [{ id: TOTAL, n: units }, ...present.map((slice) => ({ id: idOf(slice), n: slice.rows.length }))],
        sums: [...byColumn.values()].map((parts) => ({ total: TOTAL, parts: parts.map(idOf) })),
    }, { k: LEAST_SHOWN });
    return new Set(present.filter((slice) => verdicts.get(idOf(slice)) !== 'printed'));
}
/** A finding about a slice without its numbers. What it decides stays; a note that is nothing but a number goes. */
function withheldSliceFinding(finding, name) {
    const { measure, outcome, severity, reasonCode, limit, failsWhen } = finding;
    if (severity === 'warn')
        return [];
    const withheld = `numbers withheld, because they could reveal a slice of fewer than ${LEAST_SHOWN} rows`;
    return [
        {
            measure,
            outcome,
            severity,
            // Other codes of what has no value are counts in words, such as no positive row.
            reasonCode: outcome === 'inconclusive' && reasonCode !== 'insufficient-n' ? 'suppressed' : reasonCode,
            groups: [name],
            value: null,
            ...(limit === undefined ? {} : { limit }),
            ...(failsWhen === undefined ? {} : { failsWhen }),
            message: `${measure} of ${name}: ${withheld}`,
        },
    ];
}
function idOf({ column, value }) {
    return JSON.stringify([column, value]);
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/slices/slice-tests.js






/** The share of wrongly flagged slices that a report accepts (stats.md §1.4.3). */
const FALSE_DISCOVERIES = 0.1;
function tested(question) {
    const { slice, rule, limit, guarding } = question;
    if (slice.rows.length === 0)
        return { question, reasonCode: 'empty-group' };
    if (slice.rows.length < rule['minimum-rows'])
        return { question, reasonCode: 'insufficient-n' };
    const estimate = question.estimate();
    if (isUndefined(estimate))
        return { question, reasonCode: estimate.reasonCode };
    const passP = oneSidedP(estimate, limit, guarding);
    return { question, estimate, passP, failP: 1 - passP };
}
/** All slices of one metric against one limit. Holm runs over those that decide; the flags of a report over all. */
function judgeSliceTests(questions, { confidence, withheld }) {
    const tests = questions.map(tested);
    const measured = tests.filter((test) => 'estimate' in test);
    const deciding = measured.filter(({ question }) => !question.rule['report-only']);
    const alpha = 1 - confidence;
    const passLevels = holmLevels(deciding.map(({ passP }) => passP), alpha);
    const failLevels = holmLevels(deciding.map(({ failP }) => failP), alpha);
    const flags = (0,benjamini_hochberg/* benjaminiHochberg */.U)(measured.map(({ failP }) => failP));
    const findings = tests.flatMap((test) => {
        const finding = findingOf(test);
        const { slice } = test.question;
        return withheld.has(slice) ? withheldSliceFinding(finding, nameOf(slice)) : [finding];
    });
    return { findings, measures: Object.fromEntries(measured.map(numbersOf)) };
    function findingOf(test) {
        if ('reasonCode' in test)
            return unjudged(test);
        const { question, estimate } = test;
        const at = deciding.indexOf(test);
        const levels = { pass: passLevels[at] ?? alpha, fail: failLevels[at] ?? alpha, alpha };
        const errors = question.guarding === 'lower' ? [levels.pass, levels.fail] : [levels.fail, levels.pass];
        const finding = question.finding(widened(estimate, errors, alpha), errors);
        const name = nameOf(question.slice);
        const holm = at < 0 ? '' : `, holm over ${deciding.length} slices`;
        return {
            ...finding,
            measure: question.measure,
            severity: question.rule['report-only'] ? 'warn' : 'block',
            groups: [name],
            method: `${finding.method ?? ''}${holm}`,
            message: `in ${name}, ${finding.message}`,
        };
    }
    function numbersOf({ question, estimate, passP, failP }, index) {
        const { slice } = question;
        if (withheld.has(slice))
            return [nameOf(slice), { n: null, reason: 'suppressed' }];
        const numbers = {
            n: slice.rows.length,
            ...question.numbers(estimate),
            interval: estimate.interval,
            'p-non-inferior': passP,
            'p-inferior': failP,
            'p-inferior-adjusted': flags[index] ?? null,
            flagged: (flags[index] ?? 1) <= FALSE_DISCOVERIES,
        };
        return [nameOf(slice), numbers];
    }
}
/** The bound that must clear the limit at the level of one procedure, the other at that of the other. */
function widened(estimate, errors, alpha) {
    const [lower, upper] = errors;
    const bounds = [
        estimate.boundsAt((0,critical_value/* twoSidedConfidence */.G)(1 - lower))[0],
        estimate.boundsAt((0,critical_value/* twoSidedConfidence */.G)(1 - upper))[1],
    ];
    const { resampling } = estimate;
    if (resampling === null)
        return { ...estimate, bounds };
    const scale = (level) => tailError(level) / tailError(alpha);
    const error = [resampling.error[0] * scale(lower), resampling.error[1] * scale(upper)];
    return { ...estimate, bounds, resampling: { ...resampling, error } };
}
/** The Monte-Carlo error of a normal quantile, up to a factor: √(p(1-p)) over the density there. It grows in the tail. */
function tailError(level) {
    return Math.sqrt(level * (1 - level)) / Math.exp(-((0,normal_quantile/* normalQuantile */.Z)(level) ** 2) / 2);
}
function unjudged({ question, reasonCode }) {
    const { slice, rule, measure, unit } = question;
    const n = slice.rows.length;
    const small = n < rule['minimum-rows'];
    const why = small
        ? `it has ${n} ${unit}; policy minimum ${rule['minimum-rows']}`
        : undefinedReasonInWords(reasonCode, { n, unit });
    return {
        measure,
        outcome: 'inconclusive',
        severity: rule['report-only'] ? 'warn' : 'block',
        reasonCode,
        groups: [nameOf(slice)],
        value: null,
        n: [n],
        ...(small ? { requiredN: rule['minimum-rows'] } : {}),
        message: `${question.unjudged} ${nameOf(slice)}: ${why}`,
    };
}
function nameOf({ column, value }) {
    return `${column} ${JSON.stringify(value)}`;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/slices/slice-findings.js





/**
 * Each metric in each value of the columns that the policy names: non-inferiority to the champion, and without one the floor or
 * ceiling of the policy. The bounds of the slices that decide are widened by Holm's procedure over the slices of a metric, so
 * that all claims about them hold together. A slice that is too small or in which a metric has no value is inconclusive: it
 * blocks, unless the column is only reported.
 */
function judgeSlices(judged, input) {
    const columns = Object.entries(input.config.slices ?? {});
    // An unavailable champion blocks in every metric already.
    if (columns.length === 0 || input.champion.state === 'unavailable')
        return { findings: [], measures: {} };
    const missing = columns.flatMap(([column, rule]) => (input.slices?.has(column) ? [] : [noColumn(column, rule)]));
    const slices = columns.flatMap(([column, rule]) => {
        const values = input.slices?.get(column);
        const known = input.knownSlices?.get(column);
        return values === undefined
            ? []
            : slicesOf(column, values, { known, rows: input.exam.units }).map((slice) => ({ slice, rule }));
    });
    const withheld = withheldSlices(slices.map(({ slice }) => slice), input.exam.units);
    const results = judged.flatMap((metric) => {
        const questions = questionsOf(metric, slices, input);
        const tested = questions.map((of) => judgeSliceTests(of, { confidence: input.config.confidence, withheld }));
        return tested.map((result) => ({ metric: metric.metric, ...result }));
    });
    const unlimited = input.champion.state === 'none' ? judged.filter(isUnlimited) : [];
    return {
        findings: [
            ...missing,
            ...results.flatMap(({ findings }) => findings),
            ...columns.flatMap(([column, rule]) => (unlimited.length === 0 ? [] : [noLimit(column, { rule, unlimited })])),
        ],
        measures: Object.fromEntries(results.map(({ metric, measures }) => [metric, measures])),
    };
}
/** One list for each limit of the metric; with a champion its margin is the only one. */
function questionsOf(metric, slices, input) {
    const { rule, margin } = metric;
    if (rule === null)
        return [];
    if (input.champion.state === 'evaluated') {
        const { version } = input.champion;
        return margin === null
            ? []
            : [slices.map((of) => championQuestion(of, { metric, margin: margin.value, version, input }))];
    }
    return slice_findings_limitsOf(metric).map((side) => slices.map((of) => limitQuestion(of, { metric, side, input })));
}
function championQuestion({ slice, rule }, against) {
    const { metric, version, input } = against;
    const { config, exam } = input;
    // The share of the policy is one of the champion's value in all rows.
    const margin = { value: against.margin * rule['margin-factor'], share: null };
    const limit = metric.direction === 'max' ? 0 - margin.value : margin.value;
    return {
        slice,
        rule,
        measure: `${metric.metric}-difference-in-slice`,
        limit,
        guarding: metric.direction === 'max' ? 'lower' : 'upper',
        unit: exam.task === 'ranking' ? 'queries' : 'rows',
        unjudged: `${metric.metric} is not compared in`,
        estimate: () => exam
            .metric(metric.metric, config.metrics, slice.rows)
            .compare({ ...question('difference', { slice, metric, input }), thresholds: [limit] }),
        finding: (estimate, errors) => differenceFinding(metric, estimate, { margin, superiority: 0, confidence: config.confidence, errors, version }),
        numbers: (estimate) => ({ difference: estimate.value, margin: margin.value }),
    };
}
/** The limit of the policy, further off where the policy lets the margin of the column be wider: by what the margin grows. */
function limitQuestion({ slice, rule }, { metric, side, input }) {
    const { config, exam } = input;
    const wider = (rule['margin-factor'] - 1) * (metric.margin?.value ?? 0);
    const limit = (metric.rule?.[side] ?? 0) + (side === 'floor' ? -wider : wider);
    return {
        slice,
        rule,
        measure: `${metric.metric}-in-slice`,
        limit,
        guarding: side === 'floor' ? 'lower' : 'upper',
        unit: exam.task === 'ranking' ? 'queries' : 'rows',
        unjudged: `${metric.metric} is not judged in`,
        estimate: () => exam
            .metric(metric.metric, config.metrics, slice.rows)
            .estimate({ ...question('value', { slice, metric, input }), thresholds: [limit] }),
        finding: (estimate, errors) => limitFinding(metric.metric, estimate, { side, limit, confidence: config.confidence, errors }),
        numbers: (estimate) => ({ value: estimate.value, limit }),
    };
}
/** A slice has a seed of its own, so that its draws are not those of all rows. */
function question(what, { slice: { column, value }, metric, input }) {
    const check = `performance/${metric.metric}/${what}/${JSON.stringify([column, value])}`;
    return { confidence: input.config.confidence, seed: (0,metric_seed/* seedOf */.n)(check, input.context) };
}
function slice_findings_limitsOf({ rule }) {
    return ['floor', 'ceiling'].filter((side) => rule?.[side] !== undefined);
}
function isUnlimited(metric) {
    return metric.rule !== null && slice_findings_limitsOf(metric).length === 0;
}
/** Says that nothing judges a metric in the slices of a first version. The policy asks for it, so it blocks. */
function noLimit(column, { rule, unlimited }) {
    const metrics = unlimited.map(({ metric, direction }) => `${metric} (${direction === 'max' ? 'floor' : 'ceiling'})`);
    return {
        measure: 'slices',
        outcome: 'inconclusive',
        severity: rule['report-only'] ? 'warn' : 'block',
        reasonCode: 'first-version',
        value: null,
        message: `there is no champion to compare the slices of ${column} with, and no limit to judge them by; set one for ${metrics.join(', ')}`,
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
/** The confidence that a decision is made at: that of the policy, or with `strict-reuse` that of the k-th evaluation. */
function confidenceOf(config, evaluations) {
    if (config['strict-reuse'] !== true || evaluations === null || evaluations === undefined)
        return config.confidence;
    return reuseConfidence(counted(evaluations) + 1, 1 - config.confidence);
}
/**
 * Warns when the evaluation rows have judged so many candidates that passing them was learned, or when nobody knows how many.
 *
 * Where the policy divides the error among the evaluations, not to know their number blocks, and there may be many.
 *
 * @param evaluations How often rows with this digest were used before; `null` when that is unknown, absent when not asked.
 */
function reuseFindings(evaluations, strict = false) {
    if (evaluations === null || (strict && evaluations === undefined)) {
        const unknown = 'it is not known how often the evaluation rows were used before';
        return [{ ...note('test-set-reuse-unknown', null, unknown), severity: strict ? 'block' : 'warn' }];
    }
    if (evaluations === undefined)
        return [];
    const k = counted(evaluations) + 1;
    if (strict || k <= MANY_EVALUATIONS)
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
        throw unfitInput(`${sharedIds} shared ids`, 'a whole number from 0');
    throw new errors/* ActionError */.lZ('refused', {
        where: 'The evaluation rows',
        found: `${sharedIds} ${sharedIds === 1 ? 'id that is' : 'ids that are'} in the training rows too`,
        allowed: 'rows that training has not seen',
        remedy: 'Take them out of the training data, train again, and evaluate',
    }, { reasonCode: 'training-rows-in-evaluation' });
}
function counted(evaluations) {
    if (!Number.isSafeInteger(evaluations) || evaluations < 0)
        throw unfitInput(`${evaluations} evaluations`, 'a whole number from 0');
    return evaluations;
}
function note(reasonCode, value, message) {
    return { measure: 'test-set-evaluations', outcome: 'inconclusive', severity: 'warn', reasonCode, value, message };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/performance/evaluate-performance.js











/**
 * Judges a candidate against the limits of the policy and against the champion (stats.md §1.4), each by one-sided bounds at
 * the configured confidence. All findings must hold together, so no correction for several metrics is needed
 * (intersection-union). Without a champion the trivial baseline takes its place; an unavailable champion is inconclusive.
 *
 * @throws ActionError `bug` when arrays are not aligned or a number is out of its range; `refused` when training has seen an
 *   evaluation row, or a number has no meaning for a metric.
 */
function evaluatePerformance(input) {
    const { champion, context, evaluations } = input;
    refuseLeakage(input.sharedIds);
    const exam = examOf(input);
    const config = { ...input.config, confidence: confidenceOf(input.config, evaluations) };
    const wanted = exam.metrics.filter((name) => exam.always.includes(name) || config.metrics[name] !== undefined);
    const state = champion.state === 'unavailable' ? 'unknown' : champion.state;
    const judged = wanted.map((metric) => judgedMetric(metric, { exam, config, context, champion: state }));
    const slices = judgeSlices(judged, { ...input, exam, config });
    const findings = [
        ...judged.flatMap((metric) => findingsOf(metric, { exam, config, champion })),
        ...slices.findings,
        ...exam.findings,
        ...reuseFindings(evaluations, config['strict-reuse'] === true),
    ];
    return (0,assemble_decision/* assembleDecision */.h)('performance', context, {
        findings,
        measures: {
            metrics: Object.fromEntries(judged.map((metric) => [metric.metric, reported(metric, config.confidence)])),
            power: Object.fromEntries(judged.flatMap((metric) => powerOf(metric, config.confidence))),
            slices: slices.measures,
            resampling: Object.fromEntries(judged.flatMap(drawn)),
            ...exam.measures,
            ...sampled(input, exam),
        },
        power: {
            minimumDetectable: minimumDetectable(judged, config.confidence),
            requiredN: (0,required_rows/* requiredByMeasure */.H)(findings),
        },
        notMeasured: notMeasured(input, exam, slices),
    });
}
/** How many rows the weights and clusters leave. */
function sampled({ sampling = EQUAL_ROWS }, exam) {
    if (isPlain(sampling))
        return {};
    const { weights, clusters } = sampling;
    return {
        sampling: {
            n: exam.units,
            'effective-n': weights === null ? null : effectiveRows(exam.units, sampling),
            clusters: clusters?.count ?? null,
        },
    };
}
function notMeasured({ evaluations, sharedIds }, exam, { measures }) {
    return [
        ...(Object.keys(measures).length === 0 ? ['slices'] : []),
        ...exam.notMeasured,
        ...(evaluations === undefined ? ['how often the evaluation rows were used before'] : []),
        ...(sharedIds === undefined ? ['whether training has seen evaluation rows'] : []),
        'accuracy on data other than the evaluation rows',
    ];
}
function unitsOf({ task, units }) {
    return { n: units, unit: task === 'ranking' ? 'queries' : 'rows' };
}
function findingsOf(judged, { exam, config, champion }) {
    const { metric, rule, challenger, difference, margin, baseline } = judged;
    const { confidence } = config;
    if (rule === null)
        return [];
    if (isUndefined(challenger))
        return [undefinedFinding(metric, challenger.reasonCode, unitsOf(exam))];
    const limits = limitFindings(metric, challenger, { rule, confidence });
    if (champion.state === 'unavailable')
        return [...limits, championUnavailableFinding(judged, champion.reason)];
    if (champion.state === 'none') {
        const against = baseline === null ? [] : [baselineFinding(judged, challenger, { baseline, confidence })];
        return [...limits, ...against, firstVersionFinding(judged, champion.versionsExist)];
    }
    if (difference === null || isUndefined(difference) || margin === null) {
        const reasonCode = difference !== null && isUndefined(difference) ? difference.reasonCode : 'champion-unavailable';
        return [...limits, undefinedFinding(`${metric}-difference`, reasonCode, unitsOf(exam))];
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
    const { minimumDetectable: detectable, requiredN } = metricPower(judged, confidence);
    return [[judged.metric, { 'minimum-detectable': detectable, 'required-n': requiredN }]];
}

// EXTERNAL MODULE: ./build/packages/tables/src/quoted.js
var quoted = __webpack_require__(31733);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/binary-values.js
var binary_values = __webpack_require__(20952);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/class-probabilities.js
var class_probabilities = __webpack_require__(84496);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/collect/task-columns.js
var collect_task_columns = __webpack_require__(80836);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/multiclass.js






/**
 * Fetches the rows of a model of several classes.
 *
 * @throws ConfigError for a label that is no class; ActionError `refused`, `predictions-refused`, for a prediction that is
 *   none, a probability out of range and probabilities that do not sum to 1; and all of `fetchTask`.
 */
async function collectMulticlass(rows, { classes }) {
    const { columns, tables } = rows;
    const label = (0,needed_columns/* need */.$)(columns.label, 'label');
    const models = [columns, ...(columns.champion === null ? [] : [columns.champion])].map((model) => ({
        prediction: (0,needed_columns/* need */.$)(model.prediction, 'prediction'),
        scores: (0,class_probabilities/* probabilityColumns */.l)(model, classes),
    }));
    await tables.requireSameType([label, ...models.map(({ prediction }) => prediction)]);
    const wanted = [
        { column: label, as: 'codes' },
        ...models.flatMap(({ prediction, scores }) => [
            { column: prediction, as: 'codes' },
            ...(scores ?? []).map((column) => ({ column, as: 'numbers' })),
        ]),
    ];
    const { fetched, context } = await (0,collect_task_columns/* fetchTask */.Qc)(rows, wanted);
    const labels = classesOf(fetched[0], classes, (found) => otherLabels(label, found, classes));
    const answers = [];
    let at = 1;
    for (const { prediction, scores } of models) {
        const predicted = classesOf(fetched[at], classes, (found) => otherPredictions(prediction, found, classes));
        const own = fetched.slice(at + 1, at + 1 + (scores?.length ?? 0)).map(collect_task_columns/* numbersOf */.cZ);
        answers.push({ predicted, probabilities: scores === null ? null : probabilitiesOf(own) });
        at += 1 + (scores?.length ?? 0);
    }
    await (0,class_probabilities/* requireProbabilities */.t)(rows, classes);
    const [challenger, champion = null] = answers;
    if (challenger === undefined)
        throw new Error('The rows have a challenger.');
    return { ...context, task: 'multiclass-classification', classes, labels, challenger, champion };
}
function classesOf(fetched, classes, refuse) {
    if (fetched?.as !== 'codes')
        return new Int32Array(0);
    const places = fetched.keys.map((key) => classes.indexOf(key));
    const classed = fetched.values.map((code) => places[code] ?? -1);
    const wrong = classed.reduce((count, place) => count + Number(place < 0), 0);
    if (wrong === 0)
        return classed;
    const others = fetched.keys.filter((_, code) => places[code] === -1 && fetched.values.includes(code));
    const examples = others.length === 0 ? 'a missing value' : (0,quoted/* quotedList */.p)(others.slice(0, 3));
    throw refuse({ count: wrong, examples });
}
function otherLabels(column, found, classes) {
    const allowed = `one of the classes ${(0,quoted/* quotedList */.p)(classes)}`;
    const remedy = 'Correct the rows, or the classes of the label';
    return new errors/* ConfigError */.xL([{ where: (0,binary_values/* nameOf */.Vb)(column), found: (0,binary_values/* otherValues */.TE)(found, 'label'), allowed, remedy }]);
}
function otherPredictions(column, found, classes) {
    const allowed = `one of the classes ${(0,quoted/* quotedList */.p)(classes)}`;
    const remedy = 'Predict one of the classes';
    return (0,binary_values/* refusedPredictions */.RP)({ where: (0,binary_values/* nameOf */.Vb)(column), found: (0,binary_values/* otherValues */.TE)(found, 'prediction'), allowed, remedy });
}
/** Row by row, the classes of a row beside each other. */
function probabilitiesOf(columns) {
    const classes = columns.length;
    const probabilities = new Float64Array((columns[0]?.length ?? 0) * classes);
    for (const [k, column] of columns.entries()) {
        for (const [row, value] of column.entries())
            probabilities[row * classes + k] = value;
    }
    return probabilities;
}

// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/known-groups.js
var known_groups = __webpack_require__(17290);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/row-ids.js
var row_ids = __webpack_require__(86109);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/sampled-columns.js
var sampled_columns = __webpack_require__(61474);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/scores.js
var scores = __webpack_require__(33479);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/performance.js







/** Measures of ranks need an order, so rows come into JavaScript: about 100 bytes of memory each. */
const performance_MOST_ROWS = 10_000_000;
/**
 * Fetches the rows of a binary model. Their order is one of the data and not of the file: by id, or by all values that are
 * fetched, among which equal rows can change places unseen. So the bounds of drawn samples do not hang on who wrote the file.
 *
 * @throws ConfigError for a label that is neither value, a reserved group name, or no column for label, prediction or score;
 *   ActionError `refused` for predictions and scores that break their contract, and `file-too-large` beyond ten million rows.
 */
async function collectPerformance(rows, labels) {
    const { columns } = rows;
    const withoutScores = columns.score === null && (columns.champion?.score ?? null) === null;
    const challenger = scored(columns, withoutScores);
    const champion = columns.champion === null ? null : scored(columns.champion, withoutScores, ' of the champion');
    await (0,row_ids/* requireIds */.U)(rows);
    await (0,binary_values/* requireBinary */.tG)(rows, labels);
    await (0,scores/* requireScores */.P)(rows);
    const knownSlices = await (0,known_groups/* knownGroups */.A)(rows, columns.protected);
    // Of a control column only the reserved name is looked for.
    await (0,known_groups/* knownGroups */.A)(rows, columns.control);
    const slices = [...columns.protected, ...columns.control];
    const models = champion === null ? [challenger] : [challenger, champion];
    const wanted = [
        { column: (0,needed_columns/* need */.$)(columns.label, 'label'), as: 'codes' },
        ...models.flatMap(({ prediction, score }) => [
            { column: prediction, as: 'codes' },
            // One value for two keeps the places of the others.
            score === null ? { column: prediction, as: 'codes' } : { column: score, as: 'numbers' },
        ]),
        ...slices.map(([, column]) => ({ column, as: 'codes' })),
        ...(0,sampled_columns/* samplingColumns */.Zv)(columns),
    ];
    const orderBy = columns.id ?? wanted.map(({ column }) => column);
    const fetched = await rows.tables.columnValues(rows.relation, wanted, { maxRows: performance_MOST_ROWS, orderBy });
    const modelAt = (at) => {
        const predicted = booleansOf(fetched[at], labels);
        return { predicted, scores: withoutScores ? predicted.map(Number) : Array.from(fetched[at + 1]?.values ?? []) };
    };
    return {
        labels: booleansOf(fetched[0], labels),
        ...(withoutScores ? { withoutScores } : {}),
        challenger: modelAt(1),
        champion: champion === null ? null : modelAt(3),
        slices: new Map(slices.map(([name], index) => [name, (0,collect_task_columns/* textsOf */.CB)(fetched[1 + 2 * models.length + index])])),
        knownSlices,
        sampling: (0,sampled_columns/* samplingFrom */.KY)(columns, fetched.slice(1 + 2 * models.length + slices.length)),
    };
}
function scored(columns, withoutScores, model = '') {
    return {
        prediction: (0,needed_columns/* need */.$)(columns.prediction, `prediction${model}`),
        score: withoutScores ? null : (0,needed_columns/* need */.$)(columns.score, `score${model}`),
    };
}
function booleansOf(fetched, labels) {
    if (fetched?.as !== 'codes')
        return [];
    const meanings = fetched.keys.map((key) => (0,binary_values/* isPositive */.ep)(key, labels));
    return Array.from(fetched.values, (code) => meanings[code] ?? (0,binary_values/* isPositive */.ep)(undefined, labels));
}

// EXTERNAL MODULE: ./build/packages/gate-runner/src/collect/ranking-checks.js
var ranking_checks = __webpack_require__(22151);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/ranking.js






/**
 * Fetches the items of a ranking, by query and then by item.
 *
 * @throws ConfigError for a query of two clusters; ActionError `refused`: `value-missing` for a row without query or item,
 *   `ids-duplicated` for an item that a query has twice, `value-negative` for a relevance below 0, and all of `fetchTask`.
 */
async function collectRanking(rows) {
    const { columns } = rows;
    const [query, item, label] = [
        (0,needed_columns/* need */.$)(columns.query, 'query'),
        (0,needed_columns/* need */.$)(columns.item, 'item'),
        (0,needed_columns/* need */.$)(columns.label, 'relevance'),
    ];
    const scores = [(0,needed_columns/* need */.$)(columns.score, 'score')];
    if (columns.champion !== null)
        scores.push((0,needed_columns/* need */.$)(columns.champion.score, 'score of the champion'));
    const wanted = [
        { column: query, as: 'codes' },
        { column: item, as: 'codes' },
        ...[label, ...scores].map((column) => ({ column, as: 'numbers' })),
    ];
    const { fetched, context } = await (0,collect_task_columns/* fetchTask */.Qc)(rows, wanted);
    const [queries, items] = [(0,ranking_checks/* codesOf */.MZ)(fetched[0], query), (0,ranking_checks/* codesOf */.MZ)(fetched[1], item)];
    const order = (0,ranking_checks/* byQuery */.SE)(queries, items, query);
    const relevance = inOrder((0,collect_task_columns/* numbersOf */.cZ)(fetched[2]), order);
    (0,ranking_checks/* refuseNegative */.WT)(relevance, label);
    const offsets = offsetsOf(order, queries);
    const firsts = Array.from(offsets.subarray(0, -1), (at) => Number(order[at]));
    return {
        task: 'ranking',
        offsets,
        relevance,
        itemOrder: Uint32Array.from(order, (row) => Number(items[row])),
        challenger: { scores: inOrder((0,collect_task_columns/* numbersOf */.cZ)(fetched[3]), order) },
        champion: columns.champion === null ? null : { scores: inOrder((0,collect_task_columns/* numbersOf */.cZ)(fetched[4]), order) },
        slices: slicesOfQueries(context.slices, { order, offsets }),
        knownSlices: context.knownSlices,
        sampling: samplingOfQueries(context.sampling, { order, offsets, firsts }, columns.cluster),
    };
}
function offsetsOf(order, queries) {
    const starts = Array.from(order.keys()).filter((at) => at === 0 || queries[Number(order[at])] !== queries[Number(order[at - 1])]);
    return Uint32Array.from([...starts, order.length]);
}
function inOrder(values, order) {
    return Float64Array.from(order, (row) => Number(values[row]));
}
/** A column whose value differs within a query says nothing about queries and is left out, so that its slices are not judged. */
function slicesOfQueries(slices, { order, offsets }) {
    return new Map([...slices].flatMap(([name, values]) => {
        const own = Array.from({ length: offsets.length - 1 }, (_, query) => {
            const of = Array.from(order.subarray(offsets[query], offsets[query + 1]), (row) => values[row] ?? null);
            return { value: of[0] ?? null, single: of.every((value) => value === of[0]) };
        });
        return own.every(({ single }) => single) ? [[name, own.map(({ value }) => value)]] : [];
    }));
}
function samplingOfQueries({ clusters }, { order, offsets, firsts }, column) {
    if (clusters === null || column === null)
        return { weights: null, clusters: null };
    for (const [query, first] of firsts.entries()) {
        const rows = order.subarray(offsets[query], offsets[query + 1]);
        if (rows.every((row) => clusters.of[row] === clusters.of[first]))
            continue;
        throw new errors/* ConfigError */.xL([
            {
                where: (0,binary_values/* nameOf */.Vb)(column),
                found: 'a query with rows of two clusters',
                allowed: 'one cluster for all rows of a query: whole queries are drawn',
                remedy: `Correct the rows, or take ${(0,quoted/* quoted */.T)(column.column)} out of "columns"`,
            },
        ]);
    }
    return {
        weights: null,
        clusters: { of: Int32Array.from(firsts, (row) => Number(clusters.of[row])), count: clusters.count },
    };
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/regression.js


/**
 * Fetches the rows of a regression.
 *
 * @throws ActionError `refused`: `value-missing` and `value-not-finite` for a label or prediction that is no number, and all of
 *   `fetchTask`.
 */
async function collectRegression(rows) {
    const { label, prediction, champion } = rows.columns;
    const predictions = [
        (0,needed_columns/* need */.$)(prediction, 'prediction'),
        ...(champion === null ? [] : [(0,needed_columns/* need */.$)(champion.prediction, 'prediction of the champion')]),
    ];
    const wanted = [(0,needed_columns/* need */.$)(label, 'label'), ...predictions].map((column) => ({ column, as: 'numbers' }));
    const { fetched, context } = await (0,collect_task_columns/* fetchTask */.Qc)(rows, wanted);
    return {
        ...context,
        task: 'regression',
        labels: (0,collect_task_columns/* numbersOf */.cZ)(fetched[0]),
        challenger: { predicted: (0,collect_task_columns/* numbersOf */.cZ)(fetched[1]) },
        champion: champion === null ? null : { predicted: (0,collect_task_columns/* numbersOf */.cZ)(fetched[2]) },
    };
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/task-rows.js




/** Fetches the rows of a model by its task, with all the checks of that task. */
async function collectTask(rows, columns) {
    switch (columns.task) {
        case 'binary-classification':
            return { task: columns.task, ...(await collectPerformance(rows, columns)) };
        case 'multiclass-classification':
            return await collectMulticlass(rows, columns);
        case 'regression':
            return await collectRegression(rows);
        case 'ranking':
            return await collectRanking(rows);
    }
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/judge/performance.js



/** Judges a candidate against limits and champion: in the decide run and on the command line, the same of the same rows. */
async function judgePerformanceRows(config, judged) {
    requireScored(config, judged);
    const collected = await collectTask(judged.rows, judged.columns);
    return evaluatePerformance(inputOf(config, judged, collected));
}
/** Without scores only decisions are judged, and a limit that nothing can be compared with would be a limit kept. */
function requireScored({ metrics }, { rows, columns: { task } }) {
    if (task !== 'binary-classification' || rows.columns.score !== null)
        return;
    const names = performance_metrics/* OF_SCORES */.IE.filter((name) => metrics[name] !== undefined);
    if (names.length === 0)
        return;
    throw new errors/* ConfigError */.xL([
        {
            where: 'The columns of the gate',
            found: `no column for the score, which ${names.join(', ')} ${names.length === 1 ? 'reads' : 'read'}`,
            allowed: 'a column that holds the probability of the positive label, of both models',
            remedy: 'Name it, or leave the metric out',
        },
    ]);
}
function inputOf(config, { champion, context, evaluations, sharedIds }, rows) {
    const common = {
        config,
        context,
        ...(evaluations === undefined ? {} : { evaluations }),
        ...(sharedIds === undefined ? {} : { sharedIds }),
    };
    switch (rows.task) {
        case 'binary-classification':
            return { ...common, ...rows, champion: championOf(champion, rows.champion) };
        case 'multiclass-classification':
            return { ...common, ...rows, champion: championOf(champion, rows.champion) };
        case 'regression':
            return { ...common, ...rows, champion: championOf(champion, rows.champion) };
        case 'ranking':
            return { ...common, ...rows, champion: championOf(champion, rows.champion) };
    }
}
function championOf(champion, answers) {
    if (champion.state !== 'evaluated')
        return champion;
    if (answers !== null)
        return { ...champion, ...answers };
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The rows of the performance gate',
        found: 'a champion without its predictions',
        allowed: 'the predictions of an evaluated champion',
        remedy: 'Report this as a bug of Gatehouse',
    });
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/rows/training-datasets.js
/** Datasets for training alone; of one for both, the split says which rows are whose. */
function trainingDatasets({ data }) {
    return Object.values(data).filter(({ roles }) => roles.includes('training') && !roles.includes('evaluation'));
}

// EXTERNAL MODULE: ./build/packages/governance/src/evidence/store.js + 7 modules
var evidence_store = __webpack_require__(26993);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/governance/src/ledger/broken.js
var broken = __webpack_require__(35419);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence/layout.js
var layout = __webpack_require__(27352);
;// CONCATENATED MODULE: ./build/packages/governance/src/evidence/judged-candidates.js



/**
 * How many other candidates the evaluation data have judged, whatever came of it. A candidate that is judged again, for
 * another head or under another policy, has learned nothing new from the rows and counts once. The marks that are counted are
 * not signed; the newest entries of the ledger are, and none of them may be about a candidate without a mark.
 *
 * @throws ActionError `ledger-broken`.
 */
async function evaluationsOn(judged, at, trustRoot) {
    const { tip, window } = await at.store.readState({}, trustRoot);
    if (tip === null)
        return 0;
    const folder = (0,layout/* judgedFolder */.I3)(judged.evaluationData);
    const { folders } = await at.branch.readAt(tip.head, { folders: [folder] });
    return countJudged([...(folders.get(folder)?.keys() ?? [])], window, judged);
}
function countJudged(marks, window, { evaluationData, modelDigest }) {
    const known = new Set(marks.filter((path) => /\/[0-9a-f]{64}\.json$/.test(path)));
    for (const { entry } of window) {
        const judged = entry.subject.modelDigest;
        if (entry.kind !== 'decision' || entry.facts.evaluationData !== evaluationData || judged === null)
            continue;
        const path = (0,layout/* judgedPath */.FH)(evaluationData, judged);
        if (!known.has(path))
            throw (0,broken/* brokenLedger */.n)(path, `it is missing, and entry ${entry.seq} is about ${(0,digest/* hexOf */.ZD)(judged)}`);
    }
    known.delete((0,layout/* judgedPath */.FH)(evaluationData, modelDigest));
    return known.size;
}

// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var src_policy = __webpack_require__(18612);
;// CONCATENATED MODULE: ./build/actions/performance-gate/src/run.js



/** Judges the candidate of a training run against floors and champion, on the data the base policy names. */
async function judgePerformance(request, ports) {
    return await (0,gate_inputs/* withGateInputs */.$)(request, ports, async ({ subject, modelDigest, rows, champion, inputs }) => {
        const config = subject.modelConfig.gates.performance;
        if (config === undefined)
            throw gateNotConfigured(request.model);
        const shared = await countSharedIds(rows, await trainingData(subject, ports), ports);
        const store = new evidence_store/* EvidenceStore */.x({ branch: ports.branch, clock: ports.clock, signer: null });
        const judged = { evaluationData: evaluationDataOf(inputs), modelDigest };
        return await judgePerformanceRows(config, {
            rows,
            evaluations: await evaluationsOn(judged, { store, branch: ports.branch }, (0,src_policy/* trustRootOf */.KE)(subject.policy)),
            ...(shared === null ? {} : { sharedIds: shared }),
            champion,
            columns: (0,task_columns/* taskColumns */.x)(subject.modelConfig),
            context: { subject: { model: subject.model, modelDigest }, policyDigest: subject.policy.digest, inputs },
        });
    });
}
async function trainingData({ modelConfig, policy }, { contents }) {
    return await Promise.all(trainingDatasets(modelConfig).map(async (dataset) => ({
        dataset,
        bytes: await (0,src_policy/* readDataset */.JP)(contents, policy, dataset),
    })));
}
function evaluationDataOf(inputs) {
    const data = inputs.find(({ name }) => name === 'evaluation-data');
    if (data !== undefined)
        return data.digest;
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The inputs of the performance gate',
        found: 'no evaluation data',
        allowed: 'the digest of the rows that are judged',
        remedy: 'Report this as a bug of Gatehouse',
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
async function perform(values, ports) {
    const { context } = ports;
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const decision = await judgePerformance({
        model: values.model,
        runId: values['run-id'],
        evaluationArtifactId: values['evaluation-artifact-id'],
        evaluationArtifactDigest: values['evaluation-artifact-digest'],
    }, {
        ...github,
        temp: context.temp,
        branch: github.evidence(),
        clock: { now: () => new Date() },
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


/***/ })

};
