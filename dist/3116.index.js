export const id = 3116;
export const ids = [3116];
export const modules = {

/***/ 14752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98799);

/** Deeper values than this are refused: nothing of ours nests so far, and a hostile document may. */
const MAX_DEPTH = 200;
/**
 * RFC 8785 canonical JSON: equal values give equal text, whatever the order of keys.
 *
 * Unlike `JSON.stringify` it never drops or replaces anything, since a digest over a silently changed value would bind
 * something else: `undefined`, functions, symbols, big integers, NaN, infinities, dates and other class instances,
 * array holes, lone surrogates, cycles and more than 200 levels are refused.
 *
 * @throws TypeError naming the place of the first value that JSON cannot hold.
 */
function canonicalJson(value) {
    refuseNonJson(value, { path: '$', depth: 0, above: new Set() });
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('$ has no JSON representation');
    return text;
}
function refuseNonJson(value, place) {
    if (value === null || typeof value === 'boolean')
        return;
    if (typeof value === 'string') {
        if (!value.isWellFormed())
            throw new TypeError(`${place.path} is text with a lone surrogate, which JSON cannot hold`);
        return;
    }
    if (typeof value === 'number') {
        if (!Number.isFinite(value))
            throw new TypeError(`${place.path} is ${value}, which JSON cannot hold`);
        return;
    }
    if (typeof value !== 'object')
        throw new TypeError(`${place.path} is ${typeof value}, which JSON cannot hold`);
    if (place.above.has(value))
        throw new TypeError(`${place.path} refers back to a value that contains it`);
    if (place.depth >= MAX_DEPTH)
        throw new TypeError(`${place.path} is nested more than ${MAX_DEPTH} levels deep`);
    place.above.add(value);
    if (Array.isArray(value))
        refuseInArray(value, place);
    else
        refuseInObject(value, place);
    place.above.delete(value);
}
function refuseInArray(list, place) {
    for (let index = 0; index < list.length; index++) {
        refuseNonJson(list[index], { ...place, path: `${place.path}[${index}]`, depth: place.depth + 1 });
    }
}
function refuseInObject(value, place) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
        throw new TypeError(`${place.path} is not a plain object: convert it to JSON values first`);
    }
    if (Object.getOwnPropertySymbols(value).length > 0)
        throw new TypeError(`${place.path} has a symbol as a key`);
    for (const [key, member] of Object.entries(value)) {
        if (!key.isWellFormed())
            throw new TypeError(`${place.path} has a key with a lone surrogate`);
        refuseNonJson(member, { ...place, path: `${place.path}.${key}`, depth: place.depth + 1 });
    }
}


/***/ }),

/***/ 92400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ compareCodePoints)
/* harmony export */ });
/**
 * Compares by Unicode code point, as OMS sorts resources. The built-in order compares UTF-16 units and puts characters
 * beyond U+FFFF before U+E000 to U+FFFF.
 */
function compareCodePoints(a, b) {
    const left = a[Symbol.iterator]();
    const right = b[Symbol.iterator]();
    for (;;) {
        const x = left.next();
        const y = right.next();
        if (x.done === true || y.done === true)
            return Number(y.done === true) - Number(x.done === true);
        const difference = (x.value.codePointAt(0) ?? 0) - (y.value.codePointAt(0) ?? 0);
        if (difference !== 0)
            return difference;
    }
}


/***/ }),

/***/ 97941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rm: () => (/* binding */ confidence),
/* harmony export */   UU: () => (/* binding */ name),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   iZ: () => (/* binding */ relativePath),
/* harmony export */   uM: () => (/* binding */ share)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);

/** Fields that several parts of `gatehouse.yml` share. */
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1);
const relativePath = text.refine((path) => !path.startsWith('/') && !path.split('/').includes('..'), {
    message: 'must be a path inside the repository, with "/" between its parts',
});
const command = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(text).min(1).describe('Program and arguments; no shell is involved.');
const digest = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^sha256:[0-9a-f]{64}$/, { message: 'must be "sha256:" and 64 lower-case hex digits' })
    .transform((value) => value);
const share = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(1);
const confidence = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0.5).lt(1).default(0.95);
const name = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/, {
    message: 'must be 1 to 64 lower-case letters, digits, "-" or "_", beginning and ending with a letter or digit',
});


/***/ }),

/***/ 87854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ DEFAULT_DRIFT_LIMITS),
/* harmony export */   dj: () => (/* binding */ driftGate),
/* harmony export */   xp: () => (/* binding */ driftRules)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97941);


/** A limit of an effect, never of a p-value: a value at or above it has reached it. */
function limitUpTo(highest, what) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        warn: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).max(highest).describe('From here on a person should look.'),
        fail: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).max(highest).describe('From here on, with evidence, the column has drifted.'),
    })
        .refine(({ warn, fail }) => warn <= fail, { message: '"warn" must be at or below "fail"' })
        .describe(what);
}
/** The largest Jensen-Shannon distance in nats. */
const JENSEN_SHANNON_MOST = 0.832_554_611_157_697_8;
const ofColumns = {
    ks: limitUpTo(1, 'Kolmogorov-Smirnov distance, 0 to 1.'),
    'wasserstein-normed': limitUpTo(1e6, 'Wasserstein-1 distance in standard deviations of the reference.'),
    'jensen-shannon': limitUpTo(JENSEN_SHANNON_MOST, 'Jensen-Shannon distance in nats, 0 to 0.8326.'),
    'cramer-v': limitUpTo(1, "Cramér's V, 0 to 1."),
    'missing-rate-difference': limitUpTo(1, 'Difference of the shares of missing values, either way.'),
    'new-category-rate': limitUpTo(1, 'Share of rows with a category that the reference does not have.'),
    'out-of-range-rate': limitUpTo(1, 'Share of values below the least or above the largest of the reference.'),
};
const onlyWhereWritten = {
    psi: limitUpTo(1e3, 'Population stability index on ten bins; judged only where a limit is written.').optional(),
    hellinger: limitUpTo(1, 'Hellinger distance on ten bins; judged only where a limit is written.').optional(),
};
const domainAuc = limitUpTo(1, 'Lower bound of the area of a classifier that tells the two sides apart.');
const ofOneColumn = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(ofColumns).partial().extend(onlyWhereWritten);
/**
 * Conventions, not laws (stats.md §3.3): Kolmogorov-Smirnov and V from 0 to 1, Jensen-Shannon in nats, Wasserstein-1 in
 * standard deviations of the reference. `psi` and `hellinger` have none, and are judged where a policy has.
 */
const DEFAULT_DRIFT_LIMITS = {
    ks: { warn: 0.1, fail: 0.2 },
    'wasserstein-normed': { warn: 0.1, fail: 0.2 },
    'jensen-shannon': { warn: 0.1, fail: 0.2 },
    'cramer-v': { warn: 0.1, fail: 0.2 },
    'missing-rate-difference': { warn: 0.02, fail: 0.05 },
    'new-category-rate': { warn: 0.01, fail: 0.05 },
    'out-of-range-rate': { warn: 0.01, fail: 0.05 },
    'domain-auc': { warn: 0.6, fail: 0.7 },
};
/** Filled in, so that a policy that loosens one shows as looser. */
const limits = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    ks: ofColumns.ks.default(DEFAULT_DRIFT_LIMITS.ks),
    'wasserstein-normed': ofColumns['wasserstein-normed'].default(DEFAULT_DRIFT_LIMITS['wasserstein-normed']),
    'jensen-shannon': ofColumns['jensen-shannon'].default(DEFAULT_DRIFT_LIMITS['jensen-shannon']),
    'cramer-v': ofColumns['cramer-v'].default(DEFAULT_DRIFT_LIMITS['cramer-v']),
    'missing-rate-difference': ofColumns['missing-rate-difference'].default(DEFAULT_DRIFT_LIMITS['missing-rate-difference']),
    'new-category-rate': ofColumns['new-category-rate'].default(DEFAULT_DRIFT_LIMITS['new-category-rate']),
    'out-of-range-rate': ofColumns['out-of-range-rate'].default(DEFAULT_DRIFT_LIMITS['out-of-range-rate']),
    'domain-auc': domainAuc.default(DEFAULT_DRIFT_LIMITS['domain-auc']),
    ...onlyWhereWritten,
});
const columnRule = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    importance: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(1e6).default(1).describe('Weight of the column in the share of drifted ones.'),
    critical: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false).describe('Whether drift of this column alone fails the gate.'),
    limits: ofOneColumn.prefault({}).describe('Limits of this column, in place of those of the gate.'),
});
const share = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ warn: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).max(1), fail: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).max(1) })
    .refine(({ warn, fail }) => warn <= fail, { message: '"warn" must be at or below "fail"' });
/** What a drift gate is told beside its data; the flags of the command line mirror it. */
const rules = {
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['native', 'evidently'])
        .default('native')
        .describe('"evidently" judges as evidently 0.7 does by default; its false alarms are known, see docs/drift.md.'),
    columns: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq).min(1).optional().describe('Columns that are compared; without it all that can be.'),
    exclude: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq).default([]).describe('Columns that are not compared, such as ids and times.'),
    target: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional().describe('The column that the model predicts, where the data has it.'),
    prediction: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq.optional().describe('The column with what the model predicted, where the data has it.'),
    'column-rules': zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, columnRule).default({}).describe('Rules of single columns, by name.'),
    limits: limits.prefault({}),
    'drifted-share': share
        .default({ warn: 0.1, fail: 0.3 })
        .describe('Share of the columns, weighed by importance, from which the data as a whole has drifted.'),
    'domain-classifier': zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['where-possible', 'required', 'off'])
        .default('where-possible')
        .describe('Whether a classifier tries to tell the two sides apart; it needs rows of both and 200 of each.'),
};
/** Rules alone, as the command line makes them. */
const driftRules = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(rules);
/** `gates.drift` of a model. */
const driftGate = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    data: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU.describe('The dataset that is judged, by its name under "data".'),
    reference: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .name */ .UU.optional().describe('The dataset that it is compared with. Write either this or "profile".'),
    profile: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        path: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .relativePath */ .iZ.describe('Where the baseline profile is in the repository.'),
        digest: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br.describe('SHA-256 of the whole file.'),
    })
        .optional()
        .describe('A baseline profile in place of the reference, made by "gatehouse profile build".'),
    ...rules,
});


/***/ }),

/***/ 17684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ fairnessGate),
/* harmony export */   sf: () => (/* binding */ FAIRNESS_MEASURES),
/* harmony export */   t: () => (/* binding */ FAIRNESS_RATIOS),
/* harmony export */   zV: () => (/* binding */ CONTROLLED_MEASURES)
/* harmony export */ });
/* unused harmony export COUNTED_MEASURES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97941);


const atMost = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ limit: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .share */ .uM }).optional();
const difference = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    limit: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .share */ .uM,
    'disparity-increase': _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .share */ .uM
        .optional()
        .describe('How much more than under the champion two groups may differ, on the same rows.'),
})
    .optional();
const atLeast = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ limit: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .share */ .uM.gt(0) }).optional();
/** 0 is equal, and more than the limit fails. */
const differences = {
    'selection-rate-difference': difference,
    'demographic-parity-difference': difference,
    'equal-opportunity-difference': difference,
    'true-positive-rate-difference': difference,
    'false-positive-rate-difference': difference,
    'true-negative-rate-difference': difference,
    'false-negative-rate-difference': difference,
    'predictive-parity-difference': difference,
    'positive-predictive-value-difference': difference,
    'negative-predictive-value-difference': difference,
    'false-discovery-rate-difference': difference,
    'false-omission-rate-difference': difference,
    'accuracy-difference': difference,
    'error-rate-difference': difference,
    'equalized-odds-difference': difference,
    'average-odds-difference': difference,
};
/** The smaller over the larger: 1 is equal, and less than the limit fails. */
const ratios = {
    'selection-rate-ratio': atLeast,
    'demographic-parity-ratio': atLeast,
    'disparate-impact': atLeast,
    'true-positive-rate-ratio': atLeast,
    'false-positive-rate-ratio': atLeast,
    'false-negative-rate-ratio': atLeast,
    'positive-predictive-value-ratio': atLeast,
    'false-discovery-rate-ratio': atLeast,
    'false-omission-rate-ratio': atLeast,
    'accuracy-ratio': atLeast,
    'error-rate-ratio': atLeast,
    'equalized-odds-ratio': atLeast,
};
/** What is left of a difference within the values of the control columns. */
const controlled = {
    'conditional-selection-rate-difference': atMost,
    'conditional-demographic-disparity': atMost,
};
/** Measures that need control columns. */
const CONTROLLED_MEASURES = Object.keys(controlled);
/** Of the scores of a binary model. */
const scored = {
    'auc-difference': atMost,
    'calibration-in-the-large-difference': atMost,
};
const inUnits = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ limit: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).describe('In the unit of the label, squared for no measure.') })
    .optional();
/** Of the errors of a regression, label minus prediction. */
const errors = {
    'mean-residual-difference': inUnits,
    'mean-absolute-error-difference': inUnits,
    'root-mean-squared-error-difference': inUnits,
};
/** Of the places that a ranking gives to the items of groups. */
const places = {
    'exposure-ratio': atLeast,
    ndkl: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ limit: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0) }).optional(),
    'skew-at-k': zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        limit: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
            .min(0)
            .describe('Most that the logarithm of the share among the first k over that among all may be from 0.'),
        k: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(10_000).describe('How many of the first items of each query are looked at.'),
    })
        .optional(),
};
/** Which measures a task has. */
const FAIRNESS_MEASURES = {
    'binary-classification': Object.keys({ ...differences, ...ratios, ...controlled, ...scored }),
    'multiclass-classification': Object.keys({ ...differences, ...ratios, ...controlled }),
    regression: Object.keys(errors),
    ranking: Object.keys(places),
};
/** Measures that need nothing but the counts of a binary model. */
const COUNTED_MEASURES = Object.keys({ ...differences, ...ratios });
/** Measures of which a lower limit is the looser one. */
const FAIRNESS_RATIOS = [...Object.keys(ratios), 'exposure-ratio'];
/** `gates.fairness` of a model. */
const fairnessGate = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    confidence: _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .confidence */ .Rm,
    sensitive: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq).min(1).describe('Protected columns whose groups are compared.'),
    favorable: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['positive', 'negative'])
        .optional()
        .describe('Which label is good for the person; "disparate-impact" needs it.'),
    'favorable-classes': zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)
        .min(1)
        .optional()
        .describe('Of a multiclass model, the classes that are good for the person; the others together are not.'),
    reference: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['none', 'overall', 'largest', 'best'])
        .default('none')
        .describe('What a group is compared with: every other ("none", "best"), all rows, or the largest group.'),
    'reference-groups': zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)
        .default({})
        .describe('By sensitive column, the one group that the others are compared with, in place of "reference".'),
    'minimum-group-size': zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .min(1)
        .default(50)
        .describe('Rows that a group must have; with fewer the gate is inconclusive.'),
    'minimum-denominator': zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .min(1)
        .default(30)
        .describe('Rows that a rate of a group must rest on, such as the negatives for the false positive rate.'),
    intersections: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        depth: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(2).default(2).describe('How many sensitive columns form groups together; 1 is none.'),
        gate: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false).describe('Whether those groups are judged where they are large enough.'),
    })
        .prefault({}),
    'suppress-below': zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr()
        .min(1)
        .default(10)
        .describe('Of a group with fewer rows no number is shown, nor of groups from which its numbers could be solved.'),
    'suppress-rates': zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY()
        .default(false)
        .describe('Whether a rate of which the part, or the rest, has fewer rows is a reason to show no number, too.'),
    measures: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ...differences, ...ratios, ...controlled, ...scored, ...errors, ...places })
        .refine((m) => Object.values(m).some((v) => v !== undefined), { message: 'must name at least one measure' }),
});


/***/ }),

/***/ 33647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CX: () => (/* binding */ performanceMetrics),
/* harmony export */   IE: () => (/* binding */ OF_SCORES),
/* harmony export */   R_: () => (/* binding */ WITHOUT_WEIGHTS),
/* harmony export */   Uo: () => (/* binding */ LOWER_IS_BETTER),
/* harmony export */   w4: () => (/* binding */ METRICS_OF_TASK),
/* harmony export */   wt: () => (/* binding */ OF_PROBABILITIES)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);

function metricRule({ lowest, highest }) {
    const above = lowest === undefined ? zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() : zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(lowest);
    const value = highest === undefined ? above : above.max(highest);
    const width = highest === undefined || lowest === undefined
        ? zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0)
        : zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
            .gt(0)
            .max(highest - lowest);
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        floor: value
            .optional()
            .describe('The lower confidence bound must not be below this. Only for metrics of which more is better.'),
        ceiling: value
            .optional()
            .describe('The upper confidence bound must not be above this. Only for metrics of which less is better.'),
        margin: width
            .optional()
            .describe('Non-inferiority margin against the champion, absolute. Write either this or "relative-margin".'),
        'relative-margin': zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()
            .gt(0)
            .lt(1)
            .optional()
            .describe("Non-inferiority margin against the champion, as a share of the champion's value."),
        'superiority-margin': width
            .optional()
            .describe('The challenger is called superior only when it is better by more than this; 0 when left out.'),
    });
}
const share = metricRule({ lowest: 0, highest: 1 }).optional();
const correlation = metricRule({ lowest: -1, highest: 1 }).optional();
/** In the units of the label, or of its square. */
const loss = metricRule({ lowest: 0 }).optional();
const depth = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(1000);
const cut = metricRule({ lowest: 0, highest: 1 })
    .extend({ k: depth.optional().describe('How many items from the top count; all when left out.') })
    .optional();
const top = metricRule({ lowest: 0, highest: 1 })
    .extend({ k: depth.describe('How many items from the top count.') })
    .optional();
/** `gates.performance.metrics`: every metric of every task. Which of them a task has, `METRICS_OF_TASK` says. */
const performanceMetrics = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    accuracy: share,
    error: share,
    precision: share,
    recall: share,
    specificity: share,
    npv: share,
    fpr: share,
    fnr: share,
    f1: share,
    'f-beta': metricRule({ lowest: 0, highest: 1 })
        .extend({ beta: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).max(100).describe('How many times recall counts as much as precision.') })
        .optional(),
    'macro-f1': share,
    'micro-f1': share,
    'weighted-f1': share,
    'balanced-accuracy': share,
    mcc: correlation,
    'cohen-kappa': correlation,
    'linear-kappa': correlation,
    'quadratic-kappa': correlation,
    auc: share,
    'macro-auc-ovr': share,
    'macro-auc-ovo': share,
    'average-precision': share,
    'top-k-accuracy': metricRule({ lowest: 0, highest: 1 })
        .extend({ k: depth.describe('The class counts as found when it is among the k most probable.') })
        .optional(),
    'log-loss': loss,
    // Of several classes it is a sum over them, up to 2.
    brier: metricRule({ lowest: 0, highest: 2 }).optional(),
    mae: loss,
    mse: loss,
    rmse: loss,
    'median-absolute-error': loss,
    'max-error': loss,
    pinball: metricRule({ lowest: 0 })
        .extend({ tau: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).lt(1).describe('The quantile that the model predicts, such as 0.9.') })
        .optional(),
    msle: loss,
    mape: loss,
    wape: loss,
    r2: metricRule({ highest: 1 }).optional(),
    spearman: correlation,
    'kendall-tau-b': correlation,
    ndcg: metricRule({ lowest: 0, highest: 1 })
        .extend({
        k: depth.optional().describe('How many items from the top count; all when left out.'),
        gain: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['linear', 'exponential'])
            .default('linear')
            .describe('What an item of relevance r is worth: r, or 2^r - 1.'),
    })
        .optional(),
    map: cut,
    mrr: cut,
    'recall-at-k': top,
    'precision-at-k': top,
    'hit-at-k': top,
});
const BINARY = [
    'accuracy',
    'error',
    'precision',
    'recall',
    'specificity',
    'npv',
    'fpr',
    'fnr',
    'f1',
    'f-beta',
    'balanced-accuracy',
    'mcc',
    'cohen-kappa',
    'auc',
    'average-precision',
    'log-loss',
    'brier',
];
const MULTICLASS = [
    'accuracy',
    'error',
    'balanced-accuracy',
    'macro-f1',
    'micro-f1',
    'weighted-f1',
    'mcc',
    'cohen-kappa',
    'linear-kappa',
    'quadratic-kappa',
    'macro-auc-ovr',
    'macro-auc-ovo',
    'top-k-accuracy',
    'log-loss',
    'brier',
];
const REGRESSION = [
    'mae',
    'mse',
    'rmse',
    'median-absolute-error',
    'max-error',
    'r2',
    'pinball',
    'msle',
    'mape',
    'wape',
    'spearman',
    'kendall-tau-b',
];
const RANKING = [
    'ndcg',
    'map',
    'mrr',
    'recall-at-k',
    'precision-at-k',
    'hit-at-k',
];
/** Which metrics a task has, in the order of reports. */
const METRICS_OF_TASK = {
    'binary-classification': BINARY,
    'multiclass-classification': MULTICLASS,
    regression: REGRESSION,
    ranking: RANKING,
};
/** Metrics of several classes that read probabilities, not predictions. */
const OF_PROBABILITIES = [
    'macro-auc-ovr',
    'macro-auc-ovo',
    'top-k-accuracy',
    'log-loss',
    'brier',
];
/** Metrics of a binary model that read scores, not predictions. */
const OF_SCORES = ['auc', 'average-precision', 'log-loss', 'brier'];
/** Metrics that know whole rows and no weights. */
const WITHOUT_WEIGHTS = [
    'median-absolute-error',
    'max-error',
    'spearman',
    'kendall-tau-b',
];
/** Metrics of which less is better: a ceiling limits them, and a floor the others. */
const LOWER_IS_BETTER = [
    'error',
    'fpr',
    'fnr',
    'log-loss',
    'brier',
    'mae',
    'mse',
    'rmse',
    'median-absolute-error',
    'max-error',
    'pinball',
    'msle',
    'mape',
    'wape',
];


/***/ }),

/***/ 16470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ TRIVIAL_BASELINES),
  S: () => (/* binding */ performanceGate)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/core/src/config/fields.js
var fields = __webpack_require__(97941);
// EXTERNAL MODULE: ./build/packages/core/src/config/gates/performance-metrics.js
var performance_metrics = __webpack_require__(33647);
;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/performance-slices.js


const slice = schemas/* strictObject */.rej({
    'minimum-rows': schemas/* int */.Whr()
        .min(1)
        .default(30)
        .describe('A value of the column with fewer rows is inconclusive: it may hide a model that fails there.'),
    'margin-factor': schemas/* number */.aig()
        .min(1)
        .max(10)
        .default(1)
        .describe('Widens the margins of all metrics within the slices of this column; no slice is without a margin. Of a first version it moves floors and ceilings by what the margin grows.'),
    'report-only': schemas/* boolean */.zMY().default(false).describe('True when the slices are shown and do not decide.'),
});
/** `gates.performance.slices`: by column, how the metrics are judged in the rows of each of its values. */
const performanceSlices = schemas/* record */.g1P(fields/* text */.Qq, slice)
    .optional()
    .describe('Protected or control columns in whose values the challenger must be non-inferior too; a first version must keep its floors and ceilings there.');

;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/performance.js




/** What a model that knows nothing of the features does, by task. */
const TRIVIAL_BASELINES = {
    'binary-classification': 'majority-class',
    'multiclass-classification': 'majority-class',
    regression: 'mean',
    ranking: 'random-order',
};
/** `gates.performance` of a model. */
const performanceGate = schemas/* strictObject */.rej({
    confidence: fields/* confidence */.Rm,
    metrics: performance_metrics/* performanceMetrics */.CX.refine((named) => Object.values(named).some((rule) => rule !== undefined), {
        message: `must name at least one of the metrics ${Object.keys(performance_metrics/* performanceMetrics */.CX.shape).join(', ')}`,
    }),
    slices: performanceSlices,
    'trivial-baseline': schemas/* enum */.k5n(['majority-class', 'mean', 'random-order', 'none'])
        .optional()
        .describe('What a first version must beat: "majority-class" for classes, "mean" for regression, "random-order" for ranking, or "none". That of the task when left out.'),
    'strict-reuse': schemas/* boolean */.zMY()
        .optional()
        .describe('Whether the k-th evaluation on the same rows is judged at 6α/(π²k²) in place of α, so that all evaluations together keep α.'),
});


/***/ }),

/***/ 13572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ inputJsonSchema),
/* harmony export */   Mk: () => (/* binding */ configJsonSchema),
/* harmony export */   cX: () => (/* binding */ describeAllowed),
/* harmony export */   lv: () => (/* binding */ schemaAt)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98439);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96241);


/** JSON Schema (draft 2020-12) of `gatehouse.yml`, for editors; rules between fields are checked by `parseConfig` only. */
function configJsonSchema() {
    const { $schema, ...rest } = zod__WEBPACK_IMPORTED_MODULE_0__/* .toJSONSchema */ .bl(_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .configSchema */ .Q, { io: 'input' });
    return { $schema, title: 'gatehouse.yml', ...rest };
}
/** JSON Schema of what a person writes in a file that `schema` reads. */
function inputJsonSchema(schema) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .toJSONSchema */ .bl(schema, { io: 'input' });
}
/** The schema of the value at `path`, or `null` where the schema knows no such place. */
function schemaAt(root, path) {
    let schema = root;
    for (const step of path) {
        if (schema === undefined)
            return null;
        const extra = schema.additionalProperties;
        if (typeof step === 'number')
            schema = schema.items;
        else
            schema = schema.properties?.[step] ?? (typeof extra === 'object' ? extra : undefined);
    }
    return schema ?? null;
}
/** What a schema allows, as it follows "It must be". */
function describeAllowed(schema) {
    if (schema.const !== undefined)
        return JSON.stringify(schema.const);
    if (schema.enum !== undefined)
        return `one of ${schema.enum.join(', ')}`;
    if (schema.type === 'number' || schema.type === 'integer')
        return describeNumber(schema);
    if (schema.type === 'array') {
        return schema.items === undefined ? 'a list' : `a list; each item must be ${describeAllowed(schema.items)}`;
    }
    if (schema.type === 'boolean')
        return 'true or false';
    if (schema.type === 'string')
        return 'a text that is not empty';
    const keys = Object.keys(schema.properties ?? {});
    return keys.length === 0 ? 'a mapping' : `a mapping with the keys ${keys.join(', ')}`;
}
function describeNumber(schema) {
    const noun = schema.type === 'integer' ? 'a whole number' : 'a number';
    const low = Math.max(schema.minimum ?? Number.MIN_SAFE_INTEGER, schema.exclusiveMinimum ?? Number.MIN_SAFE_INTEGER);
    const high = Math.min(schema.maximum ?? Number.MAX_SAFE_INTEGER, schema.exclusiveMaximum ?? Number.MAX_SAFE_INTEGER);
    const bounds = [
        low === Number.MIN_SAFE_INTEGER ? [] : [`${low === schema.exclusiveMinimum ? 'above' : 'at least'} ${low}`],
        high === Number.MAX_SAFE_INTEGER ? [] : [`${high === schema.exclusiveMaximum ? 'below' : 'at most'} ${high}`],
    ].flat();
    return bounds.length === 0 ? noun : `${noun} ${bounds.join(' and ')}`;
}


/***/ }),

/***/ 84752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
;// CONCATENATED MODULE: ./build/packages/core/src/config/contradiction.js
/** A value that a list names twice. */
function duplicate(path, value) {
    return {
        path,
        found: `got "${value}" a second time`,
        allowed: 'Each may be named once',
        remedy: 'Remove one of the two.',
    };
}
/** Positions of the values that stood earlier in the list already. */
function repeated(values) {
    return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

// EXTERNAL MODULE: ./build/packages/core/src/config/task-columns.js
var task_columns = __webpack_require__(63563);
;// CONCATENATED MODULE: ./build/packages/core/src/config/column-checks.js


/** Which keys a task has; the other tasks' keys would be ignored, so they are faults. */
const KEYS = {
    'binary-classification': {
        columns: ['score', 'prediction', 'weight'],
        label: ['positive', 'negative'],
        required: ['positive', 'negative'],
    },
    'multiclass-classification': {
        columns: ['scores', 'prediction', 'weight'],
        label: ['classes'],
        required: ['classes'],
    },
    regression: { columns: ['prediction', 'weight'], label: [], required: [] },
    // What a query of rows with several weights would count is not defined.
    ranking: { columns: ['score', 'query', 'item'], label: [], required: ['query', 'item'] },
};
const COLUMN_KEYS = ['score', 'scores', 'prediction', 'query', 'item', 'weight'];
const LABEL_KEYS = ['positive', 'negative', 'classes'];
/** Rules between the columns of a model and its task. Paths begin at the model. */
function checkColumns({ task, columns }) {
    if (columns === undefined)
        return [];
    const faults = repeated(columns.control).map((index) => duplicate(['columns', 'control', index], columns.control[index] ?? ''));
    if (task === undefined)
        return faults;
    const ofTask = [...checkKeys(task, columns), ...checkClasses(task, columns)];
    faults.push(...ofTask);
    // Without the columns of its task a model has no list of columns.
    if (ofTask.length === 0)
        faults.push(...checkDistinct(task, columns));
    if (columns.label.positive !== undefined && columns.label.positive === columns.label.negative) {
        faults.push({
            path: ['columns', 'label', 'negative'],
            found: `got "${columns.label.negative}" for the positive and for the negative label`,
            allowed: 'The two labels must differ',
            remedy: 'Write the two values as they stand in the data.',
        });
    }
    return faults;
}
function checkKeys(task, columns) {
    const known = KEYS[task];
    const places = [
        ...COLUMN_KEYS.map((key) => ({
            key,
            path: ['columns', key],
            value: columns[key],
            has: known.columns.includes(key),
        })),
        ...LABEL_KEYS.map((key) => ({
            key,
            path: ['columns', 'label', key],
            value: columns.label[key],
            has: known.label.includes(key),
        })),
    ];
    return places.flatMap(({ key, path, value, has }) => {
        if (value !== undefined && !has) {
            const keys = [...known.columns, ...known.label.map((name) => `label.${name}`)];
            const found = `got "${key}", which the task ${task} does not have`;
            return [{ path, found, allowed: `Its columns are ${keys.join(', ')}`, remedy: 'Remove it, or correct "task".' }];
        }
        if (value === undefined && known.required.includes(key)) {
            const found = `got nothing, "${key}" is missing`;
            return [
                { path, found, allowed: `The task ${task} needs ${known.required.join(' and ')}`, remedy: `Add "${key}".` },
            ];
        }
        return [];
    });
}
function checkClasses(task, { label, scores }) {
    const { classes = [] } = label;
    if (task !== 'multiclass-classification' || label.classes === undefined)
        return [];
    const faults = repeated(classes).map((index) => duplicate(['columns', 'label', 'classes', index], classes[index] ?? ''));
    if (scores === undefined)
        return faults;
    const allowed = `Every class must have a column, and no other: the classes are ${classes.join(', ')}`;
    for (const name of Object.keys(scores).filter((key) => !classes.includes(key))) {
        const found = `got a column for "${name}", which is not a class`;
        faults.push({ path: ['columns', 'scores', name], found, allowed, remedy: 'Remove it, or add it to the classes.' });
    }
    for (const name of classes.filter((key) => !Object.hasOwn(scores, key))) {
        const found = `got no column for the class "${name}"`;
        faults.push({ path: ['columns', 'scores'], found, allowed, remedy: `Add the column of "${name}".` });
    }
    return faults;
}
/** A column that has two parts would be hidden and shown at once. */
function checkDistinct(task, columns) {
    const of = (0,task_columns/* taskColumns */.x)({ task, columns });
    const declared = (key) => {
        const column = columns[key];
        return column === undefined ? [] : [[['columns', key], column]];
    };
    const single = [
        [['columns', 'label', 'column'], of.label],
        ...(0,task_columns/* predictionColumns */.v)(of).map((column) => [placeOf(columns, column), column]),
        ...['query', 'item', 'weight'].flatMap(declared),
        // A query may be the cluster: then the declaration says nothing new and does no harm.
        ...declared('cluster').filter(([, column]) => column !== columns.query),
        ...columns.protected.map((name, index) => [['columns', 'protected', index], name]),
    ];
    return repeated(single.map(([, name]) => name)).map((index) => {
        const [path, name] = single[index] ?? [['columns'], ''];
        return {
            path,
            found: `got the column "${name}", which has another part already`,
            allowed: 'The id, the label, the predictions, the query, the item, the weight, the cluster and the protected columns must be different columns',
            remedy: 'Name another column.',
        };
    });
}
function placeOf({ id, prediction, score, scores }, column) {
    if (column === id)
        return ['columns', 'id'];
    const name = Object.entries(scores ?? {}).find(([, of]) => of === column)?.[0];
    if (name !== undefined)
        return ['columns', 'scores', name];
    if (column === (prediction ?? 'prediction'))
        return ['columns', 'prediction'];
    return score === undefined ? ['columns'] : ['columns', 'score'];
}

// EXTERNAL MODULE: ./build/packages/core/src/path-globs.js
var path_globs = __webpack_require__(48054);
;// CONCATENATED MODULE: ./build/packages/core/src/config/deployment-checks.js

/**
 * What a deployment runs must be named by its `files`: those are rules, so that a change of them needs the policy role. Only
 * what looks like a path of the repository can be checked here; what such a file imports is for its author to name.
 */
function checkDeployments(deploy) {
    return Object.entries(deploy).flatMap(([environment, { command, files }]) => {
        const isNamed = (0,path_globs/* pathMatcher */.k)(files);
        return command.flatMap((argument, index) => {
            const path = repositoryPath(argument, index === 0);
            if (path === null || isNamed(path))
                return [];
            return [
                {
                    path: ['deploy', environment, 'command', index],
                    found: `got "${argument}", which no glob of "files" matches`,
                    allowed: 'Every file of the repository that the deployment runs or reads must be one of its files',
                    remedy: `Add "${path}" to files, and what it imports.`,
                },
            ];
        });
    });
}
/** The path that an argument names, as far as its look tells; `null` for programs, options, addresses and plain words. */
function repositoryPath(argument, isProgram) {
    const value = argument.startsWith('-') ? (/=(.*)$/s.exec(argument)?.[1] ?? '') : argument;
    if (value.startsWith('/') || value.includes('://'))
        return null;
    // A program with a dot in its name, such as python3.13, is looked up on the PATH.
    const looksLikePath = value.includes('/') || (!isProgram && /[^.]\.[A-Za-z][A-Za-z0-9]*$/.test(value));
    return looksLikePath ? value.replace(/^(\.\/+)+/, '') : null;
}

;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/data-checks.js

/** Rules between the fields of the data gate, and between them and the datasets. Paths begin at the model. */
function checkDataGate(gate, data) {
    const below = (path) => ['gates', 'data', ...path];
    const faults = [...checkDataRules(gate), ...checkOverlap(gate, data), ...checkLeakage(gate)];
    if (data !== undefined && !Object.hasOwn(data, gate.dataset))
        faults.push(noDataset(['dataset'], gate.dataset, data));
    return faults.map((fault) => ({ ...fault, path: below(fault.path) }));
}
/** Rules between the fields that need no policy around them. Paths begin at the gate. */
function checkDataRules(rules) {
    const { rows, key = [], probabilities } = rules;
    const faults = Object.entries(rules.columns).flatMap(([name, column]) => checkColumn(column).map((fault) => ({ ...fault, path: ['columns', name, ...fault.path] })));
    if (rows.max !== undefined && rows.max < rows.min)
        faults.push(crossed(['rows', 'max'], rows.min, rows.max));
    for (const at of repeated(key))
        faults.push(duplicate(['key', at], key[at] ?? ''));
    for (const [list, names] of probabilities.entries()) {
        for (const at of repeated(names))
            faults.push(duplicate(['probabilities', list, at], names[at] ?? ''));
    }
    return faults;
}
const NUMERIC = ['integer', 'number'];
function checkColumn(column) {
    const { type, min, max, nullable } = column;
    const faults = [];
    if (min !== undefined && max !== undefined && max < min)
        faults.push(crossed(['max'], min, max));
    for (const [field, types, what] of TYPED) {
        const value = column[field];
        const isSet = typeof value === 'boolean' ? value : value !== undefined;
        if (isSet && !types.includes(type))
            faults.push(needsType(field, type, { types, what }));
    }
    if (column.probability && (min !== undefined || max !== undefined)) {
        faults.push({
            path: ['probability'],
            found: 'got "probability" beside "min" or "max"',
            allowed: 'A probability lies between 0 and 1, and nothing else',
            remedy: 'Remove the one or the other.',
        });
    }
    if (!nullable && column['missing-rate'] !== undefined) {
        faults.push({
            path: ['missing-rate'],
            found: 'got "missing-rate" for a column that is not nullable',
            allowed: 'A column that is not nullable has no missing value',
            remedy: 'Remove "missing-rate", or "nullable: false".',
        });
    }
    return [...faults, ...checkValues(column)];
}
/** Which types a field makes sense for. An undeclared type would let a rule wait for values that never come. */
const TYPED = [
    ['min', NUMERIC, 'numbers have a least value'],
    ['max', NUMERIC, 'numbers have a largest value'],
    ['probability', ['number'], 'a probability is a number'],
    ['pattern', ['text'], 'a pattern is for text'],
    ['max-age-days', ['timestamp'], 'a timestamp has an age'],
    ['future', ['timestamp'], 'a timestamp can be in the future'],
];
function needsType(field, type, needs) {
    return {
        path: [field],
        found: `got "${field}" for a column of type ${type}`,
        allowed: `Only ${needs.what}`,
        remedy: `Write "type: ${needs.types.join('" or "type: ')}", or remove "${field}".`,
    };
}
const VALUE_TYPES = {
    integer: ['number'],
    number: ['number'],
    text: ['string'],
    boolean: ['boolean'],
    timestamp: [],
    any: ['string', 'number', 'boolean'],
};
function checkValues({ type, values = [] }) {
    const allowed = VALUE_TYPES[type] ?? [];
    const wrong = values.flatMap((value, at) => allowed.includes(typeof value) && (type !== 'integer' || Number.isInteger(value))
        ? []
        : [
            {
                path: ['values', at],
                found: `got ${JSON.stringify(value)} among the values of a column of type ${type}`,
                allowed: type === 'timestamp' ? 'Timestamps have no list of values' : 'Every value is of the type of the column',
                remedy: 'Correct the value or the type: 1 is not "1".',
            },
        ]);
    const texts = values.map((value) => JSON.stringify(value));
    return [...wrong, ...repeated(texts).map((at) => duplicate(['values', at], String(values[at])))];
}
function checkLeakage({ leakage }) {
    const ignore = leakage?.ignore ?? [];
    return repeated(ignore).map((at) => duplicate(['leakage', 'ignore', at], ignore[at] ?? ''));
}
function checkOverlap(gate, data) {
    const { overlap, key } = gate;
    if (overlap === undefined)
        return [];
    const keyless = overlap.with !== undefined && !overlap.rows && key === undefined;
    return [...(data === undefined ? [] : checkOther(gate, overlap, data)), ...(keyless ? [noKey()] : [])];
}
function checkOther({ dataset }, overlap, data) {
    const other = overlap.with;
    if (other === undefined)
        return checkOwnSplit(overlap, Object.hasOwn(data, dataset) ? data[dataset] : undefined);
    if (!Object.hasOwn(data, other))
        return [noDataset(['overlap', 'with'], other, data)];
    if (other !== dataset)
        return [];
    return [
        {
            path: ['overlap', 'with'],
            found: `got "${other}", which is the dataset itself`,
            allowed: 'Rows are shared with another dataset, or with the other part of a split',
            remedy: 'Name another dataset, or remove "with" to compare the parts of the split.',
        },
    ];
}
function noKey() {
    return {
        path: ['overlap'],
        found: 'got "overlap" without "key"',
        allowed: 'Shared rows are found by the columns of the key',
        remedy: 'Add "key", or "rows: true" to compare all columns.',
    };
}
/** One value of the split column is in one part, so only equal rows under different ids can be in both. */
function checkOwnSplit({ rows }, dataset) {
    if (dataset === undefined)
        return [];
    if (dataset.split === undefined) {
        return [
            {
                path: ['overlap'],
                found: 'got "overlap" without "with" for a dataset that has no split',
                allowed: 'Rows are compared with another dataset, or with the other part of a split',
                remedy: 'Add "with" and the name of a dataset.',
            },
        ];
    }
    if (rows)
        return [];
    return [
        {
            path: ['overlap', 'rows'],
            found: 'got "rows: false" for the parts of one split',
            allowed: 'An id is in one part only, so equal rows under different ids are all that can be found',
            remedy: 'Write "rows: true".',
        },
    ];
}
function noDataset(path, name, data) {
    return {
        path: [...path],
        found: `got the unknown dataset "${name}"`,
        allowed: `The datasets are ${Object.keys(data).join(', ')}`,
        remedy: `Add "${name}" under "data", or name another.`,
    };
}
function crossed(path, min, max) {
    return {
        path: [...path],
        found: `got a largest value of ${max}, which is below the least, ${min}`,
        allowed: 'The largest is at or above the least',
        remedy: 'Correct one of the two.',
    };
}

// EXTERNAL MODULE: ./build/packages/core/src/config/gates/drift.js
var drift = __webpack_require__(87854);
;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/drift-checks.js


/** Rules between the fields of the drift gate, and between them and the data. Paths begin at the model. */
function checkDrift(gate, data) {
    return [...checkReference(gate), ...checkDatasets(gate, data), ...checkDriftColumns(gate)];
}
function checkReference(gate) {
    const { reference, profile } = gate;
    const faults = checkMode(gate);
    if ((reference === undefined) !== (profile === undefined))
        return faults;
    const none = reference === undefined;
    return [
        ...faults,
        {
            path: ['gates', 'drift'],
            found: none ? 'got neither "reference" nor "profile"' : 'got "reference" and "profile"',
            allowed: 'Exactly one of them says what the data is compared with',
            remedy: none ? 'Add "reference" with the name of a dataset.' : 'Remove one of the two.',
        },
    ];
}
/** The rules of evidently would not hear of what is written beside them. */
function checkMode({ mode, profile, ...gate }) {
    if (mode === 'native')
        return [];
    const filledIn = drift/* driftRules */.xp.parse({});
    const beside = [
        ['profile', profile !== undefined, 'The rules of evidently need the rows of both sides'],
        ['column-rules', Object.keys(gate['column-rules']).length > 0, 'The rules of evidently know no rules of columns'],
        ['limits', differs(gate.limits, filledIn.limits), 'The rules of evidently have limits of their own'],
        [
            'drifted-share',
            differs(gate['drifted-share'], filledIn['drifted-share']),
            'The rules of evidently fail from half of the columns on',
        ],
        ['domain-classifier', gate['domain-classifier'] === 'required', 'The rules of evidently know no classifier'],
    ];
    return beside
        .filter(([, isThere]) => isThere)
        .map(([key, , allowed]) => ({
        path: ['gates', 'drift', 'mode'],
        found: `got the mode "evidently" with "${key}"`,
        allowed,
        remedy: `Take the mode "native", or remove "${key}".`,
    }));
}
/** Limits that nobody wrote are filled in, and ignoring those says nothing against anyone. */
function differs(written, filledIn) {
    return JSON.stringify(written) !== JSON.stringify(filledIn);
}
function checkDatasets({ data: current, reference }, data) {
    if (data === undefined)
        return [];
    const names = Object.keys(data);
    const faults = Object.entries({ data: current, reference }).flatMap(([key, dataset]) => dataset === undefined || names.includes(dataset)
        ? []
        : [
            {
                path: ['gates', 'drift', key],
                found: `got the unknown dataset "${dataset}"`,
                allowed: names.length === 0 ? 'No dataset is defined' : `The datasets are ${names.join(', ')}`,
                remedy: `Define "${dataset}" under "data", with the role "batch" if nothing else reads it.`,
            },
        ]);
    if (current !== reference)
        return faults;
    return [
        ...faults,
        {
            path: ['gates', 'drift', 'reference'],
            found: `got "${current}" for both sides`,
            allowed: 'Data that is compared with itself never drifts',
            remedy: 'Name another dataset.',
        },
    ];
}
/** Rules of a column that is not compared would be silent. */
function checkDriftColumns(gate) {
    const { columns, exclude, target, prediction } = gate;
    const path = ['gates', 'drift'];
    const isCompared = (column) => !exclude.includes(column) && (columns?.includes(column) ?? true);
    const faults = [
        ...repeated(columns ?? []).map((index) => duplicate([...path, 'columns', index], columns?.[index] ?? '')),
        ...repeated(exclude).map((index) => duplicate([...path, 'exclude', index], exclude[index] ?? '')),
    ];
    for (const [index, column] of (columns ?? []).entries()) {
        if (!exclude.includes(column))
            continue;
        faults.push({
            path: [...path, 'columns', index],
            found: `got "${column}", which is excluded too`,
            allowed: 'A column is compared or not',
            remedy: 'Remove it from one of the two lists.',
        });
    }
    for (const column of Object.keys(gate['column-rules'])) {
        if (isCompared(column) && column !== target && column !== prediction)
            continue;
        faults.push({
            path: [...path, 'column-rules', column],
            found: `got rules for "${column}", which is not among the compared features`,
            allowed: 'Rules are of columns that are compared and are neither target nor prediction',
            remedy: 'Remove the rules, or compare the column.',
        });
    }
    const features = (columns ?? []).filter((column) => column !== target && column !== prediction);
    if (features.length > 0 && features.every((column) => importanceOf(gate, column) === 0)) {
        faults.push({
            path: [...path, 'column-rules'],
            found: 'got importance 0 for every column that is compared',
            allowed: 'The share of drifted columns is weighed by importance, so one of them is above 0',
            remedy: 'Give a column an importance above 0.',
        });
    }
    for (const [role, column] of Object.entries({ target, prediction })) {
        if (column === undefined || !exclude.includes(column))
            continue;
        faults.push({
            path: [...path, role],
            found: `got "${column}", which is excluded`,
            allowed: 'The target and the prediction are compared',
            remedy: 'Remove it from "exclude".',
        });
    }
    if (target !== undefined && target === prediction) {
        faults.push({
            path: [...path, 'prediction'],
            found: `got "${target}" for the target and the prediction`,
            allowed: 'They are two columns',
            remedy: 'Name another column.',
        });
    }
    return faults;
}
function importanceOf({ 'column-rules': rules }, column) {
    return (Object.hasOwn(rules, column) ? rules[column]?.importance : undefined) ?? 1;
}

// EXTERNAL MODULE: ./build/packages/core/src/config/gates/fairness.js
var fairness = __webpack_require__(17684);
;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/fairness-checks.js

/** Rules between the fields of the fairness gate. Paths begin at the model. */
function checkFairness(gate, { task, columns, }) {
    return [
        ...(task === undefined ? [] : checkTask(gate, task)),
        ...(task === 'multiclass-classification' ? fairness_checks_checkClasses(gate, columns?.label.classes) : []),
        ...checkFavorable(gate),
        ...checkReferenceGroups(gate),
        ...checkControlled(gate, columns?.control),
    ];
}
function checkTask({ measures }, task) {
    return Object.keys(measures)
        .filter((measure) => !fairness/* FAIRNESS_MEASURES */.sf[task].includes(measure))
        .map((measure) => ({
        path: ['gates', 'fairness', 'measures', measure],
        found: `got "${measure}" for the task ${task}`,
        allowed: `The measures of that task are ${fairness/* FAIRNESS_MEASURES */.sf[task].join(', ')}`,
        remedy: 'Limit one of these.',
    }));
}
/** What is good for the person among several classes, only the policy can say. */
function fairness_checks_checkClasses(gate, classes) {
    const favorable = gate['favorable-classes'];
    const known = classes === undefined ? 'the classes of the label' : classes.join(', ');
    if (favorable === undefined) {
        return [
            {
                path: ['gates', 'fairness'],
                found: 'got no "favorable-classes"',
                allowed: `Groups are compared by how often they are given one of some classes, out of ${known}`,
                remedy: 'Add "favorable-classes" with those that are good for the person.',
            },
        ];
    }
    if (classes === undefined)
        return [];
    const unknown = favorable.flatMap((name, index) => (classes.includes(name) ? [] : [{ name, index }]));
    const faults = unknown.map(({ name, index }) => ({
        path: ['gates', 'fairness', 'favorable-classes', index],
        found: `got "${name}", which is no class of the label`,
        allowed: `The classes are ${known}`,
        remedy: 'Name one of them.',
    }));
    if (unknown.length > 0 || !classes.every((name) => favorable.includes(name)))
        return faults;
    return [
        {
            path: ['gates', 'fairness', 'favorable-classes'],
            found: 'got every class of the label',
            allowed: 'At least one class must be unfavourable, or every group is always given a favourable one',
            remedy: 'Take out the classes that are not good for the person.',
        },
    ];
}
function checkControlled({ measures }, control) {
    if (control === undefined || control.length > 0)
        return [];
    return Object.keys(measures)
        .filter((measure) => fairness/* CONTROLLED_MEASURES */.zV.includes(measure))
        .map((measure) => ({
        path: ['gates', 'fairness', 'measures', measure],
        found: `got "${measure}" without a control column`,
        allowed: 'The measure compares groups within the values of the control columns',
        remedy: 'Name them in "columns.control", or remove the measure.',
    }));
}
function checkFavorable({ favorable, measures }) {
    if (measures['disparate-impact'] === undefined || favorable !== undefined)
        return [];
    return [
        {
            path: ['gates', 'fairness', 'measures', 'disparate-impact'],
            found: 'got "disparate-impact" without "favorable"',
            allowed: 'Disparate impact is the ratio of the favourable decision, so the policy says which label that is',
            remedy: 'Add "favorable: positive" or "favorable: negative" to the gate.',
        },
    ];
}
function checkReferenceGroups({ sensitive, ...gate }) {
    return Object.keys(gate['reference-groups'] ?? {})
        .filter((column) => !sensitive.includes(column))
        .map((column) => ({
        path: ['gates', 'fairness', 'reference-groups', column],
        found: `got a reference group for "${column}", which is not a sensitive column`,
        allowed: `The sensitive columns are ${sensitive.join(', ')}`,
        remedy: `Remove it, or add "${column}" to "sensitive".`,
    }));
}

// EXTERNAL MODULE: ./build/packages/core/src/config/gates/performance-metrics.js
var performance_metrics = __webpack_require__(33647);
// EXTERNAL MODULE: ./build/packages/core/src/config/gates/performance.js + 1 modules
var performance = __webpack_require__(16470);
;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/performance-task-checks.js


/** Rules between the gate and the task of the model. Paths begin at the model. */
function checkPerformanceTask(gate, task, columns) {
    const multiclass = task === 'multiclass-classification';
    const withoutScores = multiclass && columns !== undefined && columns.scores === undefined;
    return [
        ...unknownMetrics(gate, task),
        ...(withoutScores ? metricsOfProbabilities(gate) : []),
        ...(columns?.weight === undefined ? [] : metricsWithoutWeights(gate)),
        ...(multiclass ? [] : checkBrier(gate)),
        ...checkBaseline(gate, task),
    ];
}
function unknownMetrics({ metrics }, task) {
    const known = performance_metrics/* METRICS_OF_TASK */.w4[task];
    return Object.keys(metrics)
        .filter((metric) => !known.includes(metric))
        .map((metric) => ({
        path: pathOf(metric),
        found: `got "${metric}", which is no metric of the task ${task}`,
        allowed: `The metrics of ${task} are ${known.join(', ')}`,
        remedy: 'Write one of them, or correct "task".',
    }));
}
function metricsOfProbabilities({ metrics }) {
    return performance_metrics/* OF_PROBABILITIES */.wt.filter((metric) => metrics[metric] !== undefined).map((metric) => ({
        path: pathOf(metric),
        found: `got "${metric}", which reads probabilities`,
        allowed: 'The columns name no probabilities',
        remedy: 'Add columns.scores with a column for each class, or remove the metric.',
    }));
}
function metricsWithoutWeights({ metrics }) {
    return performance_metrics/* WITHOUT_WEIGHTS */.R_.filter((metric) => metrics[metric] !== undefined).map((metric) => ({
        path: pathOf(metric),
        found: `got "${metric}", which knows no weights`,
        allowed: 'The columns name a weight of rows',
        remedy: 'Choose another metric, or remove columns.weight.',
    }));
}
/** Of two classes it is the square of one difference; of several a sum over the classes. */
function checkBrier({ metrics: { brier } }) {
    return ['ceiling', 'margin', 'superiority-margin']
        .filter((key) => (brier?.[key] ?? 0) > 1)
        .map((key) => ({
        path: [...pathOf('brier'), key],
        found: `got ${brier?.[key]}`,
        allowed: 'With two classes the Brier score is at most 1',
        remedy: 'Write a smaller number.',
    }));
}
function checkBaseline(gate, task) {
    const baseline = gate['trivial-baseline'];
    const own = performance/* TRIVIAL_BASELINES */.l[task];
    if (baseline === undefined || baseline === 'none' || baseline === own)
        return [];
    return [
        {
            path: ['gates', 'performance', 'trivial-baseline'],
            found: `got "${baseline}"`,
            allowed: `The trivial baseline of ${task} is "${own}", or "none"`,
            remedy: `Write "${own}", or leave it out.`,
        },
    ];
}
function pathOf(metric) {
    return ['gates', 'performance', 'metrics', metric];
}

;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/performance-checks.js


/** Rules between the fields of the gate, and between them, the task and the columns. Paths begin at the model. */
function checkPerformance(gate, { task, columns }) {
    return [
        ...Object.entries(gate.metrics).flatMap(([metric, rule]) => rule === undefined ? [] : [...checkLimit(metric, rule), ...checkMargin(metric, rule)]),
        ...(task === undefined ? [] : checkPerformanceTask(gate, task, columns)),
        ...(columns === undefined ? [] : checkSlices(Object.keys(gate.slices ?? {}), columns)),
    ];
}
/** Only these columns are read beside the labels. */
function checkSlices(slices, columns) {
    const readable = [...columns.protected, ...columns.control];
    return slices
        .filter((column) => !readable.includes(column))
        .map((column) => ({
        path: ['gates', 'performance', 'slices', column],
        found: `got slices of "${column}", which is neither a protected nor a control column`,
        allowed: readable.length === 0 ? 'No column is protected or control' : `These columns are ${readable.join(', ')}`,
        remedy: `Add "${column}" to columns.protected or columns.control.`,
    }));
}
/** A floor under a loss would pass every bad model. */
function checkLimit(metric, rule) {
    const lowerIsBetter = performance_metrics/* LOWER_IS_BETTER */.Uo.includes(metric);
    const [right, wrong] = lowerIsBetter ? ['ceiling', 'floor'] : ['floor', 'ceiling'];
    if (rule[wrong] === undefined)
        return [];
    return [
        {
            path: [...performance_checks_pathOf(metric), wrong],
            found: `got a ${wrong} for ${metric}, of which ${lowerIsBetter ? 'less' : 'more'} is better`,
            allowed: `The limit of ${metric} is a ${right}`,
            remedy: rule[right] === undefined ? `Write "${right}" in place of "${wrong}".` : `Remove "${wrong}".`,
        },
    ];
}
function checkMargin(metric, rule) {
    const named = ['margin', 'relative-margin'].filter((name) => rule[name] !== undefined);
    if (named.length === 1)
        return [];
    return [
        {
            path: performance_checks_pathOf(metric),
            found: named.length === 0 ? 'got neither "margin" nor "relative-margin"' : 'got "margin" and "relative-margin"',
            allowed: 'Exactly one of them says how much worse than the champion a challenger may be',
            remedy: named.length === 0 ? 'Add "margin", such as 0.02.' : 'Remove one of the two.',
        },
    ];
}
function performance_checks_pathOf(metric) {
    return ['gates', 'performance', 'metrics', metric];
}

;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/gate-checks.js





/** Rules between the gates of a model and its columns. Paths begin at the model. */
function checkGates({ task, gates, columns, data }) {
    if (gates === undefined)
        return [];
    const faults = [];
    if (gates.performance === undefined && gates.fairness === undefined) {
        faults.push({
            path: ['gates'],
            found: 'got no gate',
            allowed: 'At least one gate must judge the model',
            remedy: 'Add "performance", and "fairness" where people are concerned.',
        });
    }
    if (gates.performance === undefined && gates.fairness !== undefined) {
        faults.push({
            path: ['gates', 'fairness'],
            found: 'got "fairness" without "performance"',
            allowed: 'Predictions that are worth nothing differ little between groups, so both gates must judge the model',
            remedy: 'Add "performance" with at least one metric.',
        });
    }
    if (gates.performance !== undefined)
        faults.push(...checkPerformance(gates.performance, { task, columns }));
    if (gates.fairness !== undefined)
        faults.push(...checkFairness(gates.fairness, { task, columns }));
    if (gates.drift !== undefined)
        faults.push(...checkDrift(gates.drift, data));
    if (gates.data !== undefined)
        faults.push(...checkDataGate(gates.data, data));
    const sensitive = gates.fairness?.sensitive ?? [];
    for (const index of repeated(sensitive)) {
        faults.push(duplicate(['gates', 'fairness', 'sensitive', index], sensitive[index] ?? ''));
    }
    for (const [index, column] of sensitive.entries()) {
        if (columns === undefined || columns.protected.includes(column))
            continue;
        faults.push({
            path: ['gates', 'fairness', 'sensitive', index],
            found: `got "${column}", which is not a protected column`,
            allowed: columns.protected.length === 0
                ? 'No column is protected'
                : `The protected columns are ${columns.protected.join(', ')}`,
            remedy: `Add "${column}" to columns.protected, so that the model's commands never see it.`,
        });
    }
    return faults;
}

;// CONCATENATED MODULE: ./build/packages/core/src/config/stage-checks.js

/** Each stage stands once in the list. */
function checkStages({ stages = [] }) {
    return repeated(stages).map((index) => duplicate(['stages', index], stages[index] ?? ''));
}
/** Rules are about stages that exist, and ask for stages that come before and for roles that somebody holds. */
function checkStageRules(model) {
    const { stages, 'stage-rules': rules = {}, approvals } = model;
    if (stages === undefined)
        return [];
    const roles = approvals === undefined ? null : Object.keys(approvals.roles);
    return Object.entries(rules).flatMap(([stage, rule]) => [
        ...unknownStage(stages, stage),
        ...wrongOrder(stages, stage, rule),
        ...unknownRoles(roles, stage, rule),
    ]);
}
function unknownStage(stages, stage) {
    if (stages.includes(stage))
        return [];
    return [
        {
            path: ['stage-rules', stage],
            found: `got rules for "${stage}"`,
            allowed: `Rules are for one of the stages${listed(stages)}`,
            remedy: 'Correct the name, or add it to "stages".',
        },
    ];
}
function wrongOrder(stages, stage, rule) {
    const { after } = rule;
    const path = ['stage-rules', stage];
    if (after === undefined) {
        if (rule['for-hours'] === undefined)
            return [];
        return [
            {
                path: [...path, 'for-hours'],
                found: 'got it without "after"',
                allowed: 'It is the time in the stage that "after" names',
                remedy: 'Add "after", or remove "for-hours".',
            },
        ];
    }
    const earlier = stages.slice(0, Math.max(0, stages.indexOf(stage)));
    if (earlier.includes(after))
        return [];
    return [
        {
            path: [...path, 'after'],
            found: `got "${after}"`,
            allowed: `Only a stage that stands before "${stage}" in "stages"${listed(earlier)}`,
            remedy: 'Name an earlier stage.',
        },
    ];
}
function unknownRoles(roles, stage, rule) {
    // Without readable approvals nobody knows the roles.
    if (roles === null)
        return [];
    return (rule.promoters ?? []).flatMap((role, index) => roles.includes(role)
        ? []
        : [
            {
                path: ['stage-rules', stage, 'promoters', index],
                found: `got "${role}"`,
                allowed: `Only roles of "approvals"${listed(roles)}`,
                remedy: 'Correct the name, or add the role.',
            },
        ]);
}
function listed(names) {
    return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

;// CONCATENATED MODULE: ./build/packages/core/src/config/cross-checks.js





/** Rules between the fields of one model. Paths begin at the model. */
function checkModel(model) {
    return [
        ...checkApprovals(model),
        ...checkData(model),
        ...checkColumns(model),
        ...checkGates(model),
        ...checkStages(model),
        ...checkStageRules(model),
        ...checkDeployments(model.deploy ?? {}),
    ];
}
/** Rules about the keys that may sign. Paths begin at the top. */
function checkTrust(trust) {
    const faults = repeated(trust.keys.map((key) => key.id)).map((index) => ({
        path: ['trust', 'keys', index, 'id'],
        found: `got the id ${JSON.stringify(trust.keys[index]?.id)} a second time`,
        allowed: 'Every key must have its own id',
        remedy: 'Rename one of the two.',
    }));
    if (trust.keys.every((key) => key.revoked)) {
        faults.push({
            path: ['trust', 'keys'],
            found: 'got only revoked keys',
            allowed: 'At least one key must be valid',
            remedy: 'Add the key that signs now.',
        });
    }
    return faults;
}
function checkApprovals({ approvals, tier }) {
    if (approvals === undefined)
        return [];
    const roles = Object.keys(approvals.roles);
    const allowed = roles.length === 0 ? 'No role is defined' : `The roles are ${roles.join(', ')}`;
    const unknown = (path, role) => roles.includes(role)
        ? []
        : [{ path, found: `got the unknown role "${role}"`, allowed, remedy: `Define "${role}" under approvals.roles.` }];
    const faults = Object.entries(approvals.tiers).flatMap(([name, needed]) => (needed ?? []).flatMap((role, index) => unknown(['approvals', 'tiers', name, index], role)));
    faults.push(...unknown(['approvals', 'policy-role'], approvals['policy-role']));
    approvals.emergency?.roles.forEach((role, index) => {
        faults.push(...unknown(['approvals', 'emergency', 'roles', index], role));
    });
    faults.push(...checkEmergency(approvals));
    if (tier !== undefined && approvals.tiers[tier] === undefined) {
        faults.push({
            path: ['approvals', 'tiers'],
            found: `got no roles for the tier "${tier}" of this model`,
            allowed: 'The tier of the model must name the roles that approve it',
            remedy: `Add "${tier}" with at least one role.`,
        });
    }
    return faults;
}
/** A quorum that nobody can reach would be found out in the emergency. */
function checkEmergency({ emergency, roles }) {
    if (emergency === undefined)
        return [];
    const faults = repeated(emergency.roles).map((index) => duplicate(['approvals', 'emergency', 'roles', index], emergency.roles[index] ?? ''));
    const holders = emergency.roles.flatMap((role) => (Object.hasOwn(roles, role) ? (roles[role] ?? []) : []));
    const people = new Set(holders.flatMap(({ users }) => users.map((login) => login.toLowerCase()))).size;
    // How many are in a team is not known here.
    const countable = holders.length > 0 && holders.every(({ teams }) => teams.length === 0);
    if (countable && people < emergency.quorum) {
        faults.push({
            path: ['approvals', 'emergency', 'quorum'],
            found: `got a quorum of ${emergency.quorum}`,
            allowed: `The roles ${emergency.roles.join(', ')} have ${people} ${people === 1 ? 'holder' : 'holders'}`,
            remedy: 'Lower the quorum, or name another role or user.',
        });
    }
    return faults;
}
function checkData({ data }) {
    if (data === undefined)
        return [];
    const withRole = (role) => Object.entries(data).flatMap(([name, dataset]) => (dataset.roles.includes(role) ? [name] : []));
    const faults = ['evaluation', 'labels']
        .filter((role) => withRole(role).length !== 1)
        .map((role) => ({
        path: ['data'],
        found: `got ${withRole(role).length} datasets with the role "${role}"${named(withRole(role))}`,
        allowed: `Exactly one dataset must have the role "${role}"`,
        remedy: withRole(role).length === 0 ? `Add "${role}" to the roles of one.` : 'Take the role away from the others.',
    }));
    if (withRole('training').length === 0) {
        faults.push({
            path: ['data'],
            found: 'got no dataset with the role "training"',
            allowed: 'At least one dataset must have the role "training"',
            remedy: 'Add "training" to the roles of the data that the training command reads.',
        });
    }
    for (const [name, { roles, split }] of Object.entries(data)) {
        if (roles.includes('training') && roles.includes('evaluation') && split === undefined) {
            faults.push({
                path: ['data', name],
                found: 'got the roles "training" and "evaluation" without "split"',
                allowed: 'A dataset for both must say which rows are held out',
                remedy: 'Add "split" with column, salt, parts and evaluation.',
            });
        }
        for (const index of repeated(roles)) {
            faults.push(duplicate(['data', name, 'roles', index], roles[index] ?? ''));
        }
    }
    return faults;
}
function named(names) {
    return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

// EXTERNAL MODULE: ./build/packages/core/src/config/json-schema.js
var json_schema = __webpack_require__(13572);
// EXTERNAL MODULE: ./build/packages/core/src/config/parse-document.js
var parse_document = __webpack_require__(24055);
// EXTERNAL MODULE: ./build/packages/core/src/config/schema.js + 5 modules
var schema = __webpack_require__(96241);
// EXTERNAL MODULE: ./build/packages/core/src/config/schema-faults.js
var schema_faults = __webpack_require__(75125);
// EXTERNAL MODULE: ./build/packages/core/src/config/yaml-source.js + 1 modules
var yaml_source = __webpack_require__(14574);
;// CONCATENATED MODULE: ./build/packages/core/src/config/parse-config.js







/**
 * Reads `gatehouse.yml`. `content` is the file's text or its bytes, which must be UTF-8; `file` is the name that
 * messages print.
 *
 * @throws {ConfigError} with every fault of the file: place, value found, what is allowed and what to do.
 */
function parseConfig(content, file = 'gatehouse.yml') {
    const source = (0,yaml_source/* readYaml */.g)((0,parse_document/* decodeText */.g7)(content, file), file);
    if (source.data === undefined)
        throw new errors/* ConfigError */.xL(source.faults);
    const parsed = schema/* configSchema */.Q.safeParse(source.data);
    const issues = parsed.error?.issues ?? [];
    // The schema of a page of metrics takes longer to print than the file to read; only messages need it.
    const faults = (0,parse_document/* documentFaults */.Z0)(source, issues, issues.length === 0 ? {} : (0,json_schema/* configJsonSchema */.Mk)());
    faults.push(...contradictions(source));
    if (!parsed.success || faults.length > 0)
        throw new errors/* ConfigError */.xL(faults);
    return parsed.data;
}
/** Checks what can be read even when other parts have faults, so that one run reports all of them. */
function contradictions(source) {
    const top = schema/* configSchema */.Q.shape;
    const trust = top.trust.safeParse(property(source.data, 'trust'));
    const found = trust.success ? [...checkTrust(trust.data)] : [];
    const models = property(source.data, 'models');
    for (const [name, raw] of typeof models === 'object' && models !== null ? Object.entries(models) : []) {
        found.push(...checkModel(readable(raw)).map((fault) => ({ ...fault, path: ['models', name, ...fault.path] })));
    }
    return found.map(({ path, ...rest }) => ({ where: parse_config_placeOf(source, path), ...rest }));
}
function parse_config_placeOf(source, path) {
    return `${source.where(path)} "${(0,schema_faults/* printPath */.b)(path)}"`;
}
function readable(raw) {
    const entries = Object.entries(schema/* modelSchema */.h.shape).flatMap(([section, schema]) => {
        const parsed = schema.safeParse(property(raw, section));
        return parsed.success ? [[section, parsed.data]] : [];
    });
    return Object.fromEntries(entries);
}
function property(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}


/***/ }),

/***/ 24055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iu: () => (/* binding */ parseYamlDocument),
/* harmony export */   Z0: () => (/* binding */ documentFaults),
/* harmony export */   g7: () => (/* binding */ decodeText)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _json_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13572);
/* harmony import */ var _schema_faults_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75125);
/* harmony import */ var _yaml_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14574);




/**
 * Reads a YAML file as strictly as `gatehouse.yml`: UTF-8, one document, no anchor, alias, tag or duplicate key, no key
 * that the schema does not know.
 *
 * @throws {ConfigError} with every fault of the file.
 */
function parseYamlDocument(content, shape) {
    const source = (0,_yaml_source_js__WEBPACK_IMPORTED_MODULE_0__/* .readYaml */ .g)(decodeText(content, shape.file), shape.file, shape.what);
    if (source.data === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL(source.faults);
    const parsed = shape.schema.safeParse(source.data);
    const faults = documentFaults(source, parsed.error?.issues ?? [], (0,_json_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .inputJsonSchema */ .I6)(shape.schema));
    if (!parsed.success || faults.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL(faults);
    return parsed.data;
}
/** Faults of the text and of its values. A number that is written badly is one fault, although the schema refuses it too. */
function documentFaults(source, issues, schema) {
    const told = (fault) => source.faults.some((earlier) => fault.where.startsWith(`${earlier.where} `));
    return [...source.faults, ...(0,_schema_faults_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaFaults */ .d)(issues, source, schema).filter((fault) => !told(fault))];
}
/**
 * Text of a file.
 *
 * @throws {ConfigError} when its bytes are not UTF-8.
 */
function decodeText(content, file) {
    if (typeof content === 'string')
        return content;
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(content);
    }
    catch (cause) {
        const fault = {
            where: `${file}:1:1`,
            found: `got ${content.length} bytes that are not UTF-8`,
            allowed: 'The file must be text in UTF-8',
            remedy: 'Save it with the encoding UTF-8.',
        };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL([fault], { cause });
    }
}


/***/ }),

/***/ 75125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ printPath),
/* harmony export */   d: () => (/* binding */ schemaFaults)
/* harmony export */ });
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38961);
/* harmony import */ var _json_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13572);


/** One fault for each thing that the schema refuses, in the order of the file's sections. */
function schemaFaults(issues, source, root) {
    return issues.flatMap((issue) => {
        const path = dataPath(issue.path);
        if (issue.code === 'unrecognized_keys')
            return issue.keys.map((key) => unknownKey(source, root, [...path, key]));
        if (issue.code === 'invalid_key')
            return [invalidKey(issue, source)];
        if (isMissing(source.data, path))
            return [missing(source, root, path)];
        return [wrongValue(issue, source, root)];
    });
}
/** `models.fraud.data`, as the messages print a place. */
function printPath(path) {
    return path
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
        .join('');
}
function dataPath(path) {
    return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}
function isMissing(data, path) {
    let value = data;
    for (const step of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
            return true;
        value = Reflect.get(value, step);
    }
    return false;
}
function unknownKey(source, root, path) {
    const key = String(path.at(-1));
    const parent = (0,_json_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaAt */ .lv)(root, path.slice(0, -1));
    const known = keysOf(parent);
    const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(key, known);
    return {
        where: `${source.whereKey(path)} "${printPath(path)}"`,
        found: `got the unknown key ${JSON.stringify(key)}`,
        allowed: `The keys here are ${known.join(', ')}`,
        remedy: near === null ? remedyForStranger(key) : `Did you mean "${near}"?`,
    };
}
/** `{ limit: 0,10 }` is a limit of 0 and a key "10": removing the key would leave a number that nobody wrote. */
function remedyForStranger(key) {
    return /^[0-9]+$/.test(key) ? 'If it belongs to a number, use a dot as the decimal separator.' : 'Remove it.';
}
function keysOf(schema) {
    return schema?.properties === undefined
        ? (schema?.propertyNames?.enum ?? []).map(String)
        : Object.keys(schema.properties);
}
function invalidKey(issue, source) {
    const path = dataPath(issue.path);
    const key = String(path.at(-1));
    const rule = issue.issues[0]?.message ?? 'is not allowed';
    return {
        where: `${source.whereKey(path)} "${printPath(path)}"`,
        found: `got the name ${JSON.stringify(key)}`,
        allowed: `It ${rule}`,
        remedy: 'Rename it.',
    };
}
function missing(source, root, path) {
    const schema = (0,_json_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaAt */ .lv)(root, path);
    const meaning = schema?.description === undefined ? '' : `: ${schema.description}`;
    return {
        where: `${source.where(path.slice(0, -1))} "${printPath(path)}"`,
        found: `got nothing, "${String(path.at(-1))}" is missing`,
        allowed: schema === null ? 'It is required' : `It must be ${(0,_json_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAllowed */ .cX)(schema)}`,
        remedy: `Add "${String(path.at(-1))}"${meaning}`,
    };
}
function wrongValue(issue, source, root) {
    const path = dataPath(issue.path);
    const schema = (0,_json_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaAt */ .lv)(root, path);
    const shown = source.shown(path);
    // A rule with its own words is more precise than the schema: patterns and rules between fields.
    const ownWords = issue.code === 'custom' || (issue.code === 'invalid_format' && issue.message.startsWith('must be'));
    const allowed = ownWords || schema === null ? `It ${issue.message}` : `It must be ${(0,_json_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .describeAllowed */ .cX)(schema)}`;
    return {
        where: `${source.where(path)} "${printPath(path)}"`,
        found: `got ${shown}`,
        allowed,
        remedy: remedyFor(issue, shown, schema),
    };
}
function remedyFor(issue, shown, schema) {
    const text = shown.replaceAll('"', '');
    if (/^[0-9a-f]{64}$/.test(text))
        return 'Put "sha256:" before it.';
    if (issue.code === 'invalid_type')
        return remedyForType(issue.expected, text);
    if (issue.code === 'invalid_value') {
        const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(text, (schema?.enum ?? []).map(String));
        return near === null ? 'Write one of the allowed values.' : `Did you mean "${near}"?`;
    }
    if (issue.code === 'too_small' || issue.code === 'too_big')
        return 'Change it to an allowed value.';
    return 'Correct the value.';
}
function remedyForType(expected, text) {
    if (expected === 'number' || expected === 'int') {
        if (/^-?[0-9]+,[0-9]+$/.test(text))
            return 'Use a dot as the decimal separator.';
        if (/^-?[0-9.]+ ?%$/.test(text))
            return 'Write a share, such as 0.05 for 5 %.';
        if (/^-?[0-9]+(\.[0-9]+)?$/.test(text))
            return `Write ${text} without quotes, and without a fraction where a whole number is asked for.`;
        return 'Write a number such as 0.05.';
    }
    if (expected === 'string')
        return `Put quotes around it: "${text}"`;
    if (expected === 'boolean')
        return 'Write true or false; yes, no, on and off are plain text in YAML 1.2.';
    if (expected === 'array')
        return 'Write it as a list, one "- item" on each line.';
    return 'Indent its keys below it, one on each line.';
}


/***/ }),

/***/ 96241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ configSchema),
  h: () => (/* binding */ modelSchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/core/src/config/fields.js
var fields = __webpack_require__(97941);
;// CONCATENATED MODULE: ./build/packages/core/src/config/columns.js


const label = schemas/* strictObject */.rej({
    column: fields/* text */.Qq.describe('What is true: a class, a number, or for ranking how relevant the item is (0 is not at all).'),
    positive: fields/* text */.Qq.optional().describe('For binary classification, the value that is positive.'),
    negative: fields/* text */.Qq.optional().describe('For binary classification, the other value.'),
    classes: schemas/* array */.YOg(fields/* text */.Qq)
        .min(2)
        .max(1000)
        .optional()
        .describe('For multiclass classification, all values; where they have an order, in this order.'),
});
/**
 * `columns` of a model. Which of the keys a task has is a rule between fields (`column-checks.ts`), and `taskColumns` gives
 * the columns of a checked model by task.
 */
const columns = schemas/* strictObject */.rej({
    id: fields/* text */.Qq.describe('Names a row; every row has its own. Of a ranking, a row is an item of a query.'),
    label,
    score: fields/* text */.Qq
        .optional()
        .describe('Column of the predictions: the probability of the positive label, or for ranking by what the items are ordered, highest first; "score" when left out.'),
    scores: schemas/* record */.g1P(fields/* text */.Qq, fields/* text */.Qq)
        .optional()
        .describe('For multiclass classification, by class its column of the predictions: the probability of the class. The probabilities of a row sum to 1.'),
    prediction: fields/* text */.Qq
        .optional()
        .describe('Column of the predictions: the predicted label or number; "prediction" when left out.'),
    query: fields/* text */.Qq.optional().describe('For ranking, the query of a row; the items of a query are ranked together.'),
    item: fields/* text */.Qq.optional().describe('For ranking, the item of a row; it breaks ties of the score.'),
    weight: fields/* text */.Qq
        .optional()
        .describe('How many rows a row stands for, above 0. It is hidden from the model, as the label is.'),
    cluster: fields/* text */.Qq
        .optional()
        .describe('Rows of one cluster depend on each other, as those of one person; clusters are drawn, not rows.'),
    protected: schemas/* array */.YOg(fields/* text */.Qq).default([]),
    control: schemas/* array */.YOg(fields/* text */.Qq).default([]),
});

;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/data-columns.js


/** Syntax that the engine's linear-time patterns lack; with it a pattern could also take exponential time. */
const NOT_REGULAR = /\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</;
const pattern = schemas/* string */.YjP().min(1).max(1000).refine(isRegular, {
    message: 'must be a regular expression without look-around and back-references',
});
function isRegular(source) {
    if (NOT_REGULAR.test(source.replaceAll('\\\\', '')))
        return false;
    try {
        new RegExp(source, 'u');
        return true;
    }
    catch {
        return false;
    }
}
/** What a column must be: `gates.data.columns.<name>`. */
const dataColumn = schemas/* strictObject */.rej({
    type: schemas/* enum */.k5n(['integer', 'number', 'text', 'boolean', 'timestamp', 'any'])
        .default('any')
        .describe('What the values are. A timestamp is one of Parquet, or text in ISO 8601, read as UTC without a zone.'),
    required: schemas/* boolean */.zMY().default(true).describe('Whether the column must be there.'),
    nullable: schemas/* boolean */.zMY().default(true).describe('Whether values may be missing: null, NaN, infinite or an empty text.'),
    'missing-rate': fields/* share */.uM
        .optional()
        .describe('Share of missing values that the column may have, in place of the common one.'),
    unique: schemas/* boolean */.zMY().default(false).describe('Whether every value occurs once.'),
    constant: schemas/* boolean */.zMY().default(false).describe('Whether the column may have one value in all rows.'),
    min: schemas/* number */.aig().optional().describe('The least value that is allowed.'),
    max: schemas/* number */.aig().optional().describe('The largest value that is allowed.'),
    pattern: pattern.optional().describe('Regular expression that the whole of every value matches.'),
    values: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]))
        .min(1)
        .max(10_000)
        .optional()
        .describe('The only values that are allowed.'),
    probability: schemas/* boolean */.zMY().default(false).describe('Short for a number from 0 to 1.'),
    'max-age-days': schemas/* number */.aig().gt(0).optional().describe('How old the newest timestamp may be.'),
    future: schemas/* boolean */.zMY().default(false).describe('Whether timestamps may be later than now.'),
});

;// CONCATENATED MODULE: ./build/packages/core/src/config/gates/data.js



const profileRules = schemas/* strictObject */.rej({
    path: fields/* relativePath */.iZ.describe('Where the baseline profile is in the repository.'),
    digest: fields/* digest */.br.describe('SHA-256 of the profile.'),
    'missing-rate-difference': fields/* share */.uM
        .default(0.05)
        .describe('How far the share of missing values of a column may move from that of the profile, either way.'),
    'new-category-rate': fields/* share */.uM
        .default(0.01)
        .describe('Share of rows with a category that the profile does not have, above what chance alone would give.'),
    'out-of-range-rate': fields/* share */.uM
        .default(0.01)
        .describe('Share of values below the least or above the largest of the profile.'),
    'row-count-change': schemas/* number */.aig()
        .gt(0)
        .optional()
        .describe('How much the number of rows may differ from the profile, as a share of it: 0.5 is half.'),
    'unit-jumps': schemas/* enum */.k5n(['fail', 'warn', 'allow'])
        .default('warn')
        .describe('A median that is 10, 100, 1000, 2.54 … times that of the profile, or that part of it.'),
})
    .describe('Rules that compare the data with a baseline profile.');
const leakage = schemas/* strictObject */.rej({
    correlation: schemas/* number */.aig()
        .gt(0.5)
        .max(1)
        .default(0.999)
        .describe('A column whose correlation with the label is above this, either way, gives the label away.'),
    ignore: schemas/* array */.YOg(fields/* text */.Qq).default([]).describe('Columns that may tell the label, such as a copy that no model reads.'),
})
    .describe('Whether a column gives the label away. The data must hold the label.');
const overlap = schemas/* strictObject */.rej({
    with: fields/* name */.UU.optional().describe('Dataset that no row may be shared with. Left out, the parts of its own split.'),
    rows: schemas/* boolean */.zMY()
        .default(false)
        .describe('Whether rows count as shared when all columns but the key are equal, not only the key.'),
    limit: fields/* share */.uM.default(0).describe('Share of rows that may be shared.'),
})
    .describe('Whether rows are in training and in evaluation.');
/** Rules of the data gate that stand by themselves, without the rest of a policy: what `gate data --schema` reads. */
const dataRules = schemas/* strictObject */.rej({
    confidence: fields/* confidence */.Rm,
    key: schemas/* array */.YOg(fields/* text */.Qq).min(1).optional().describe('Columns that together name a row: none may be missing or repeat.'),
    rows: schemas/* strictObject */.rej({ min: schemas/* int */.Whr().min(1).default(1), max: schemas/* int */.Whr().min(1).optional() })
        .prefault({})
        .describe('How many rows there must be.'),
    columns: schemas/* record */.g1P(fields/* text */.Qq, dataColumn).default({}).describe('What is known of each column.'),
    'extra-columns': schemas/* enum */.k5n(['fail', 'warn', 'allow'])
        .default('fail')
        .describe('Columns that are not under "columns"; judged only where at least one column is.'),
    'constant-columns': schemas/* enum */.k5n(['fail', 'warn', 'allow'])
        .default('fail')
        .describe('Columns with one value in all rows, or none.'),
    'missing-rate': fields/* share */.uM.optional().describe('Share of missing values that any column may have.'),
    'duplicate-rows': fields/* share */.uM
        .optional()
        .describe('Share of rows that may equal an earlier one in all columns but the key.'),
    probabilities: schemas/* array */.YOg(schemas/* array */.YOg(fields/* text */.Qq).min(2))
        .default([])
        .describe('Lists of columns that add to 1 in every row, each between 0 and 1.'),
});
/** `gates.data` of a model. */
const dataGate = dataRules.extend({
    dataset: fields/* name */.UU.describe('Name of the dataset under "data" that is judged.'),
    profile: profileRules.optional(),
    leakage: leakage.optional(),
    overlap: overlap.optional(),
});
/** How the rules are written that a profile is compared by, without where it is. */
const dataProfileRules = profileRules.omit({ path: true, digest: true });

// EXTERNAL MODULE: ./build/packages/core/src/config/gates/drift.js
var drift = __webpack_require__(87854);
// EXTERNAL MODULE: ./build/packages/core/src/config/gates/fairness.js
var fairness = __webpack_require__(17684);
// EXTERNAL MODULE: ./build/packages/core/src/config/gates/performance.js + 1 modules
var performance = __webpack_require__(16470);
;// CONCATENATED MODULE: ./build/packages/core/src/config/stage-rule.js


/** What a stage asks for. */
const stageRule = schemas/* strictObject */.rej({
    after: fields/* name */.UU.optional().describe('Stage that a version must have been in before.'),
    'for-hours': schemas/* number */.aig()
        .gt(0)
        .max(8760)
        .optional()
        .describe('How long it must have been there in all; only with "after".'),
    promoters: schemas/* array */.YOg(fields/* name */.UU)
        .min(1)
        .optional()
        .describe('Roles of which the person who starts the promotion holds one; without it, whoever may start the job.'),
    'rollback-to': schemas/* enum */.k5n(['assigned', 'any'])
        .default('assigned')
        .describe('assigned: only versions that were in this stage before. any: every version that verifies.'),
})
    .describe('What must hold before a version comes into a stage.');
/** A version without its model's name. */
const versionName = schemas/* string */.YjP().regex(/^v(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$/, {
    error: 'must be a version such as v1.2.0',
});

;// CONCATENATED MODULE: ./build/packages/core/src/config/task.js

/** What a model does; it decides which columns, metrics and measures there are. */
const TASKS = ['binary-classification', 'multiclass-classification', 'regression', 'ranking'];
const task = schemas/* enum */.k5n(TASKS)
    .describe('What the model does; it decides which columns, metrics and measures there are.');

;// CONCATENATED MODULE: ./build/packages/core/src/config/schema.js









const trustKey = schemas/* strictObject */.rej({
    id: fields/* name */.UU.describe('Name of the key, quoted in messages.'),
    file: fields/* relativePath */.iZ.describe('PEM file of the P-256 public key, in the repository.'),
    revoked: schemas/* boolean */.zMY().default(false).describe('A revoked key verifies nothing that was not anchored before.'),
});
const split = schemas/* strictObject */.rej({
    column: fields/* text */.Qq.describe('The id column whose hash decides.'),
    salt: fields/* text */.Qq.describe('Prepended to the id before hashing, so that the halves of two models differ.'),
    parts: schemas/* int */.Whr().min(2).max(100).describe('Number of parts.'),
    evaluation: schemas/* array */.YOg(schemas/* int */.Whr().min(0)).min(1).describe('The parts that are held out for evaluation.'),
})
    .refine((s) => s.evaluation.every((part) => part < s.parts) && new Set(s.evaluation).size < s.parts, {
    message: 'every evaluation part must be below "parts", and at least one part must be left for training',
});
const dataset = schemas/* strictObject */.rej({
    path: fields/* relativePath */.iZ.describe('Where the file is in the repository.'),
    digest: fields/* digest */.br.describe('SHA-256 of the whole file.'),
    licence: fields/* text */.Qq.optional(),
    roles: schemas/* array */.YOg(schemas/* enum */.k5n(['training', 'evaluation', 'labels', 'batch']))
        .min(1)
        .describe('What the dataset is for; "batch" is data that a gate judges and nothing else reads.'),
    split: split.optional(),
    pointer: fields/* relativePath */.iZ
        .optional()
        .describe('Where the Git LFS or DVC pointer of the file is; the file must be the one that it points to.'),
    croissant: fields/* relativePath */.iZ.optional().describe('Where the Croissant description of the dataset is.'),
});
const gates = schemas/* strictObject */.rej({
    performance: performance/* performanceGate */.S.optional(),
    fairness: fairness/* fairnessGate */.BT.optional(),
    drift: drift/* driftGate */.dj.optional(),
    data: dataGate.optional(),
});
const role = schemas/* strictObject */.rej({ users: schemas/* array */.YOg(fields/* text */.Qq).default([]), teams: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[^/]+\/[^/]+$/)).default([]) })
    .refine((r) => r.users.length + r.teams.length > 0, { message: 'must name at least one user or team' });
const emergency = schemas/* strictObject */.rej({
    roles: schemas/* array */.YOg(fields/* name */.UU).min(1).describe('Roles whose holders may approve an emergency change.'),
    quorum: schemas/* int */.Whr()
        .min(1)
        .max(20)
        .default(1)
        .describe('How many different people must approve; each holds at least one of the roles, whichever.'),
})
    .describe('Who approves an emergency change in place of the roles of the tier; without it there is no emergency.');
/** No person's login has brackets, so that a list of bots cannot name a person. */
const bot = schemas/* string */.YjP()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]*\[bot\]$/, { error: 'must be the login of a bot, as in dependabot[bot]' });
const approvals = schemas/* strictObject */.rej({
    roles: schemas/* record */.g1P(fields/* name */.UU, role),
    tiers: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['high', 'limited', 'minimal']), schemas/* array */.YOg(fields/* name */.UU).min(1)),
    'policy-role': fields/* name */.UU.describe('The role that must also approve a change of gatehouse.yml, governance/ or workflows.'),
    bots: schemas/* array */.YOg(bot)
        .default([])
        .describe('Bots that may open pull requests and push to their branches, such as dependabot[bot]. List none that people can make push what they want: they could approve their own change.'),
    emergency: emergency.optional(),
});
const deployment = schemas/* strictObject */.rej({
    command: fields/* command */.G5,
    files: schemas/* array */.YOg(fields/* text */.Qq)
        .min(1)
        .describe('Globs of the code that the command runs; a change of it is a change of the rules.'),
    'timeout-minutes': schemas/* number */.aig().gt(0).max(1440).default(15),
});
/** One model; its sections are also read one by one, so that faults of one section do not hide those of another. */
const modelSchema = schemas/* strictObject */.rej({
    task: task,
    tier: schemas/* enum */.k5n(['high', 'limited', 'minimal']),
    paths: schemas/* array */.YOg(fields/* text */.Qq).min(1).default(['**']).describe('Globs of the files that make a change affect this model.'),
    train: schemas/* strictObject */.rej({
        command: fields/* command */.G5,
        output: fields/* relativePath */.iZ.default('model').describe('Folder that the command fills with the model files.'),
        'timeout-minutes': schemas/* number */.aig().gt(0).max(7200).default(360),
    }),
    evaluate: schemas/* strictObject */.rej({
        command: fields/* command */.G5,
        files: schemas/* array */.YOg(fields/* text */.Qq).min(1).describe('Globs of the code that the command needs; nothing else is laid out for it.'),
        code: schemas/* enum */.k5n(['base', 'candidate'])
            .default('base')
            .describe('Whose code runs: the base branch or the pull request.'),
        'timeout-minutes': schemas/* number */.aig().gt(0).max(1440).default(30),
    }),
    data: schemas/* record */.g1P(fields/* name */.UU, dataset),
    columns: columns,
    gates,
    approvals,
    stages: schemas/* array */.YOg(fields/* name */.UU).default([]).describe('From the first to the one that serves; the last one names the champion.'),
    'stage-rules': schemas/* record */.g1P(fields/* name */.UU, stageRule).default({}),
    'revoked-versions': schemas/* record */.g1P(versionName, schemas/* string */.YjP().min(10, { error: 'must say why, in at least 10 characters' }))
        .default({})
        .describe('Versions that may come into no stage any more, each with the reason.'),
    deploy: schemas/* record */.g1P(fields/* name */.UU, deployment).default({}),
});
/**
 * The shape of `gatehouse.yml`, version 1. Keys are kebab-case in YAML and stay so in TypeScript: one word, one place.
 * The published JSON Schema is generated from this source.
 */
const configSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    trust: schemas/* strictObject */.rej({ keys: schemas/* array */.YOg(trustKey).min(1) }),
    models: schemas/* record */.g1P(fields/* name */.UU, modelSchema)
        .refine((m) => Object.keys(m).length > 0, { message: 'must name at least one model' }),
});


/***/ }),

/***/ 63563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ predictionColumns),
/* harmony export */   x: () => (/* binding */ taskColumns)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/**
 * The columns of a model whose configuration was checked.
 *
 * @throws ActionError `bug` when the columns are not those of the task, which `parseConfig` refuses.
 */
function taskColumns({ task, columns }) {
    const { id, label, protected: protectedColumns, control } = columns;
    const common = {
        id,
        label: label.column,
        protected: protectedColumns,
        control,
        weight: columns.weight ?? null,
        cluster: columns.cluster ?? null,
    };
    const { prediction = 'prediction', score = 'score', scores } = columns;
    switch (task) {
        case 'binary-classification': {
            const [positive, negative] = [given(label.positive, 'positive'), given(label.negative, 'negative')];
            return { ...common, task, positive, negative, prediction, score };
        }
        case 'multiclass-classification': {
            const classes = given(label.classes, 'classes');
            const ofClass = (name) => given(Object.hasOwn(scores ?? {}, name) ? scores?.[name] : undefined, name);
            return { ...common, task, classes, prediction, scores: scores === undefined ? null : classes.map(ofClass) };
        }
        case 'regression':
            return { ...common, task, prediction };
        case 'ranking':
            return { ...common, task, query: given(columns.query, 'query'), item: given(columns.item, 'item'), score };
    }
}
/** The columns that a table of predictions has: the id, and what the model says of a row. */
function predictionColumns(columns) {
    switch (columns.task) {
        case 'binary-classification':
            return [columns.id, columns.prediction, columns.score];
        case 'multiclass-classification':
            return [columns.id, columns.prediction, ...(columns.scores ?? [])];
        case 'regression':
            return [columns.id, columns.prediction];
        case 'ranking':
            return [columns.id, columns.score];
    }
}
function given(value, name) {
    if (value !== undefined)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('bug', {
        where: 'The columns of the model',
        found: `no "${name}"`,
        allowed: 'the columns of the task, which the configuration was checked for',
        remedy: 'Report this as a bug of Gatehouse',
    });
}


/***/ }),

/***/ 14574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/packages/core/src/config/yaml-style.js

const LONGEST_QUOTE = 80;
const DECIMAL = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
/** What YAML allows and a policy file must not use: a reviewer has to see every value where it is used. */
function styleFaults(document, at) {
    const faults = [];
    (0,dist/* visit */.YR)(document, {
        Node: (_, node) => {
            for (const fault of nodeFaults(node))
                faults.push({ where: at(node.range?.[0] ?? 0), ...fault });
        },
    });
    return faults;
}
/** True when the document repeats a part of itself by reference; such a document can be unfolded to any size. */
function holdsAlias(document) {
    let found = false;
    (0,dist/* visit */.YR)(document, {
        Alias: () => {
            found = true;
            return dist/* visit */.YR.BREAK;
        },
    });
    return found;
}
/** A text as messages quote it: in JSON notation, cut when it is long. */
function quoted(text) {
    return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}
function nodeFaults(node) {
    const faults = [];
    if ((0,dist/* isAlias */.Vj)(node)) {
        const found = `got the alias ${quoted(`*${node.source}`)}`;
        faults.push({ found, allowed: 'Aliases are not allowed', remedy: 'Write the value here.' });
    }
    else if ('anchor' in node && node.anchor !== undefined) {
        const found = `got the anchor ${quoted(`&${node.anchor}`)}`;
        faults.push({ found, allowed: 'Anchors are not allowed', remedy: 'Remove it.' });
    }
    if (node.tag !== undefined) {
        faults.push({ found: `got the tag ${quoted(node.tag)}`, allowed: 'Tags are not allowed', remedy: 'Remove it.' });
    }
    if (!(0,dist/* isScalar */.jn)(node))
        return faults;
    if (typeof node.value === 'number' && !DECIMAL.test(node.source ?? '')) {
        faults.push({
            found: `got ${quoted(node.source ?? '')}`,
            allowed: 'A number must be a plain decimal such as 0.05',
            remedy: 'Write it with digits and a dot, or put quotes around a text.',
        });
    }
    if (node.value === '__proto__') {
        faults.push({ found: 'got "__proto__"', allowed: 'This word is reserved', remedy: 'Use another name.' });
    }
    return faults;
}

;// CONCATENATED MODULE: ./build/packages/core/src/config/yaml-source.js


const MAX_CHARACTERS = 1_000_000;
const CONFIG = 'one YAML document with "version", "trust" and "models"';
const MAX_SYNTAX_FAULTS = 5;
/**
 * Reads YAML 1.2 strictly. Refused: several documents, duplicate keys, tabs as indentation, anchors, aliases and tags
 * (a reviewer must see the value where it is used), and numbers that are not plain decimals (`010`, `0x1f`, `1e-2`).
 *
 * @param expected what the file must be, as it follows "It must be"; said of a file that cannot be read at all.
 */
function readYaml(text, file, expected = CONFIG) {
    const lines = new dist/* LineCounter */.HN();
    const unreadable = (found) => unreadableSource(file, found, expected);
    if (text.length > MAX_CHARACTERS)
        return unreadable(`${text.length} characters`);
    let documents;
    try {
        const options = {
            lineCounter: lines,
            prettyErrors: false,
            stringKeys: true,
            version: '1.2',
            schema: 'core',
        };
        const parsed = (0,dist/* parseAllDocuments */.hR)(text, options);
        documents = 'empty' in parsed ? [] : parsed;
        const [document] = documents;
        if (document === undefined || document.contents === null)
            return unreadable('an empty file');
        const at = (offset) => position(file, lines, offset);
        const faults = [...syntaxFaults(documents, text, at), ...styleFaults(document, at)];
        const data = document.errors.length > 0 || holdsAlias(document) ? undefined : document.toJS();
        return { data, faults, ...locator(document, text, at) };
    }
    catch (error) {
        // The parser recurses, so deep nesting ends in a RangeError.
        return unreadable(`text that cannot be parsed (${error instanceof Error ? error.message : 'unknown'})`);
    }
}
function unreadableSource(file, found, expected) {
    const where = `${file}:1:1`;
    const fault = {
        where,
        found: `got ${found}`,
        allowed: `It must be ${expected}`,
        remedy: 'See the configuration guide for a complete example.',
    };
    return { data: undefined, faults: [fault], where: () => where, whereKey: () => where, shown: () => found };
}
function position(file, lines, offset) {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
}
const SYNTAX_REMEDIES = {
    DUPLICATE_KEY: 'Keep one of the two.',
    MULTIPLE_DOCS: 'Remove the "---" line between the documents.',
    TAB_AS_INDENT: 'Indent with spaces.',
    NON_STRING_KEY: 'Write the key as plain text.',
};
function syntaxFaults(documents, text, at) {
    // One unclosed bracket breaks every line after it, and one slip makes several errors on its line: the first of each
    // of the first few lines says enough.
    const firstOfLine = new Map();
    for (const error of documents.flatMap((document) => [...document.errors, ...document.warnings])) {
        const line = at(error.pos[0]).replace(/:[0-9]+$/, '');
        if (firstOfLine.size < MAX_SYNTAX_FAULTS && !firstOfLine.has(line))
            firstOfLine.set(line, error);
    }
    const errors = [...firstOfLine.values()];
    const faults = errors.map((error) => ({
        where: at(error.pos[0]),
        found: `got ${quoted(lineAt(text, error.pos[0]))}`,
        allowed: `YAML 1.2 is expected here: ${error.message}`,
        remedy: SYNTAX_REMEDIES[error.code] ?? 'Correct the line; an editor with YAML support shows the place.',
    }));
    const second = documents[1];
    if (second !== undefined) {
        faults.push({
            where: at(second.contents?.range?.[0] ?? 0),
            found: `got ${documents.length} documents`,
            allowed: 'The file must hold one YAML document',
            remedy: SYNTAX_REMEDIES['MULTIPLE_DOCS'] ?? '',
        });
    }
    return faults;
}
function locator(document, text, at) {
    const start = (node) => node?.range?.[0] ?? 0;
    return {
        where: (path) => at(start(nearest(document, path))),
        whereKey: (path) => {
            const parent = document.getIn(path.slice(0, -1), true);
            const pair = (0,dist/* isMap */.jh)(parent)
                ? parent.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === path.at(-1))
                : undefined;
            return at(start(pair !== undefined && (0,dist/* isNode */.Ll)(pair.key) ? pair.key : nearest(document, path)));
        },
        shown: (path) => {
            const node = path.length === 0 ? document.contents : document.getIn(path, true);
            if ((0,dist/* isMap */.jh)(node))
                return 'a mapping';
            if ((0,dist/* isSeq */.oP)(node))
                return 'a list';
            if (!(0,dist/* isScalar */.jn)(node) || node.range == null)
                return 'nothing';
            const source = text.slice(node.range[0], node.range[1]);
            return typeof node.value === 'string' ? quoted(node.value) : quoted(source);
        },
    };
}
/** The node at `path`, or the deepest one on the way to it. */
function nearest(document, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if ((0,dist/* isNode */.Ll)(node))
            return node;
    }
    return document.contents;
}
function lineAt(text, offset) {
    const begin = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', begin);
    return text.slice(begin, end < 0 ? text.length : end).trim();
}


/***/ }),

/***/ 29807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ omsPredicate),
/* harmony export */   KN: () => (/* binding */ omsRootDigest),
/* harmony export */   a9: () => (/* binding */ modelDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14752);
/* harmony import */ var _code_point_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _model_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6804);





/**
 * What OMS says about these files, sorted by code point of the name. Nothing is ignored but the signature itself.
 *
 * @throws ConfigError for every fault that `checkModelFiles` finds.
 */
function omsPredicate(files) {
    (0,_model_files_js__WEBPACK_IMPORTED_MODULE_1__/* .checkModelFiles */ .h)(files);
    return {
        serialization: {
            method: 'files',
            hash_type: 'sha256',
            allow_symlinks: false,
            ignore_paths: [_model_files_js__WEBPACK_IMPORTED_MODULE_1__/* .SIGNATURE_FILE */ .I],
        },
        resources: files
            .map(({ name, digest }) => ({ name, algorithm: 'sha256', digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .hexOf */ .ZD)(digest) }))
            .sort((a, b) => (0,_code_point_order_js__WEBPACK_IMPORTED_MODULE_3__/* .compareCodePoints */ .O)(a.name, b.name)),
    };
}
/**
 * The model digest: SHA-256 of the RFC 8785 JSON of the OMS predicate. It binds names and bytes of every file, so a
 * renamed, swapped, added, removed or changed file gives another digest; the order of `files` does not matter.
 *
 * @throws ConfigError for every fault that `checkModelFiles` finds.
 */
function modelDigest(files) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(omsPredicate(files)));
}
/**
 * The root digest of OMS v1: SHA-256 over the raw digests in the order of the resources. It does not bind names and is
 * recorded for interoperability only; identify models by {@link modelDigest}.
 *
 * @throws ConfigError for every fault that `checkModelFiles` finds.
 */
function omsRootDigest(files) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const resource of omsPredicate(files).resources)
        hash.update(resource.digest, 'hex');
    return `sha256:${hash.digest('hex')}`;
}


/***/ }),

/***/ 6804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ SIGNATURE_FILE),
/* harmony export */   h: () => (/* binding */ checkModelFiles)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67903);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);


/** The one name the model digest leaves out, so a model may not bring a file of that name. */
const SIGNATURE_FILE = 'model.sig';
const MAX_NAME_BYTES = 1024;
const MAX_PART_BYTES = 255;
/** Control and format characters, line separators and lone surrogates: what a name can be disguised with. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/**
 * Refuses a list of model files that some file system or reader would understand in another way than we do.
 *
 * @throws ConfigError with every fault: no file at all; a name that is empty, absolute, not NFC, too long, or has
 *   `..`, `.`, an empty part, `\`, `:` (drives, streams), an invisible character, or a part that ends in a dot or a
 *   space (Windows drops them); two names that collide when case or normalisation is ignored; a name that is a file
 *   and a folder; the name of the signature; a digest or size that is not one.
 */
function checkModelFiles(files) {
    const faults = [];
    if (files.length === 0) {
        faults.push({
            where: 'Model',
            found: 'it has no files',
            allowed: 'a model has at least one file',
            remedy: 'Let the training command write its files into the output folder',
        });
    }
    for (const file of files)
        faults.push(...faultsOf(file));
    faults.push(...collisions(files));
    if (faults.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(faults);
}
function faultsOf(file) {
    const where = `Model file ${JSON.stringify(file.name)}`;
    const faults = nameFaults(file.name).map((found) => ({
        where,
        found,
        allowed: 'a relative path in Unicode NFC with "/" between plain parts',
        remedy: 'Rename the file',
    }));
    if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(file.digest)) {
        faults.push({
            where,
            found: `digest ${file.digest}`,
            allowed: '"sha256:" and 64 hex digits',
            remedy: 'Hash the file',
        });
    }
    if (!Number.isSafeInteger(file.sizeBytes) || file.sizeBytes < 0) {
        faults.push({
            where,
            found: `size ${file.sizeBytes}`,
            allowed: 'a whole number of bytes',
            remedy: 'Measure the file',
        });
    }
    return faults;
}
function nameFaults(name) {
    const faults = [];
    const parts = name.split('/');
    if (name === '')
        return ['the name is empty'];
    if (name.startsWith('/'))
        faults.push('the name is absolute');
    else if (parts.includes(''))
        faults.push('the name has an empty part');
    if (parts.includes('..'))
        faults.push('the name has the part ".."');
    if (parts.includes('.'))
        faults.push('the name has the part "."');
    if (name.includes('\\'))
        faults.push('the name has a backslash');
    if (name.includes(':'))
        faults.push('the name has a colon, which means a drive or a stream on Windows');
    if (INVISIBLE.test(name))
        faults.push('the name has a control or invisible character');
    else if (name !== name.normalize('NFC'))
        faults.push('the name is not in Unicode normal form NFC');
    if (parts.some((part) => part !== '.' && part !== '..' && /[. ]$/.test(part))) {
        faults.push('a part of the name ends in a dot or a space');
    }
    const tooLong = byteLength(name) > MAX_NAME_BYTES || parts.some((part) => byteLength(part) > MAX_PART_BYTES);
    if (tooLong)
        faults.push(`the name is longer than ${MAX_NAME_BYTES} bytes, or a part longer than ${MAX_PART_BYTES}`);
    if (folded(name) === SIGNATURE_FILE)
        faults.push(`"${SIGNATURE_FILE}" is kept for the signature`);
    return faults;
}
/** Names that are one name to a file system that ignores case or normalisation, folders included. */
function collisions(files) {
    const seen = new Map();
    const faults = [];
    for (const { name } of files) {
        const parts = name.split('/');
        for (let length = 1; length <= parts.length; length++) {
            const path = parts.slice(0, length).join('/');
            const kind = length === parts.length ? 'file' : 'folder';
            const other = seen.get(folded(path));
            if (other === undefined)
                seen.set(folded(path), { path, kind });
            else if (other.path !== path || other.kind === 'file' || kind === 'file') {
                faults.push(collision(`${kind} ${JSON.stringify(path)}`, `${other.kind} ${JSON.stringify(other.path)}`));
            }
        }
    }
    return faults;
}
function collision(one, other) {
    return {
        where: `Model ${one}`,
        found: `it collides with the ${other}`,
        allowed: 'names that differ in more than case and normalisation',
        remedy: 'Rename one of them',
    };
}
function folded(name) {
    return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}
function byteLength(text) {
    return new TextEncoder().encode(text).length;
}


/***/ }),

/***/ 48054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ pathMatcher),
/* harmony export */   t: () => (/* binding */ hasInvisibleCharacter)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14006);

/**
 * Tests paths against globs as `on.push.paths` of a workflow does: a path matches when the last glob that speaks about
 * it is positive; a glob that begins with `!` excludes. `*` stays within a folder, `**` does not, dot files count. Git allows
 * line terminators in names, and a wildcard matches them too: a name must not escape a glob.
 */
function pathMatcher(globs) {
    const rules = globs.map((glob) => ({
        includes: !glob.startsWith('!'),
        matches: picomatch__WEBPACK_IMPORTED_MODULE_0__(glob.startsWith('!') ? glob.slice(1) : glob, { dot: true, nonegate: true, flags: 's' }),
    }));
    return (path) => rules.reduce((matched, rule) => (rule.matches(path) ? rule.includes : matched), false);
}
/** True when a path holds a control, format or line-separator character: nobody can see what such a name says. */
function hasInvisibleCharacter(path) {
    return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path);
}


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseStrictJson),
/* harmony export */   U: () => (/* binding */ StrictJsonError)
/* harmony export */ });
/** Where a document breaks a rule that `JSON.parse` does not know. */
class StrictJsonError extends Error {
    name = 'StrictJsonError';
}
/**
 * Parses JSON that another program will read too, so that both must see the same thing: UTF-8 without a byte order
 * mark, no key twice in one object, at most `maxDepth` levels.
 *
 * @throws StrictJsonError saying which rule is broken.
 */
function parseStrictJson(bytes, maxDepth) {
    const text = decode(bytes);
    const value = parse(text);
    scan(text, maxDepth);
    return value;
}
function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new StrictJsonError('it is not UTF-8', { cause });
    }
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new StrictJsonError('it is not JSON', { cause });
    }
}
/** Walks text that is known to be JSON, so it only has to find brackets, strings and colons. */
function scan(text, maxDepth) {
    /** The keys of every open object; `null` for an open array. */
    const open = [];
    for (let at = 0; at < text.length; at++) {
        const character = text[at];
        if (character === '{' || character === '[') {
            open.push(character === '{' ? new Set() : null);
            if (open.length > maxDepth)
                throw new StrictJsonError(`it is nested more than ${maxDepth} levels deep`);
        }
        else if (character === '}' || character === ']') {
            open.pop();
        }
        else if (character === '"') {
            const end = endOfString(text, at);
            if (followedByColon(text, end))
                addKey(open.at(-1), JSON.parse(text.slice(at, end)));
            at = end - 1;
        }
    }
}
function endOfString(text, start) {
    let at = start + 1;
    while (text[at] !== '"')
        at += text[at] === '\\' ? 2 : 1;
    return at + 1;
}
function followedByColon(text, from) {
    let at = from;
    while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t')
        at++;
    return text[at] === ':';
}
function addKey(keys, key) {
    if (keys === null || keys === undefined)
        return;
    if (keys.has(key))
        throw new StrictJsonError(`the key ${JSON.stringify(key.slice(0, 100))} is there twice`);
    keys.add(key);
}


/***/ }),

/***/ 46545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ createGitHub)
});

// UNUSED EXPORTS: EVIDENCE_BRANCH

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var src_digest = __webpack_require__(67903);
;// CONCATENATED MODULE: ./build/packages/github/src/check-announcements.js

const LINE = /^- `(?<tuple>sha256:[0-9a-f]{64})` waits for approvals since (?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/gm;
const HEAD_LINE = /^- ledger head (?<seq>[1-9]\d{0,14}) `(?<digest>sha256:[0-9a-f]{64})`$/gm;
/**
 * Reads the announcements back from the text of a check run, which only its own App can write. Of a tuple that is there
 * twice the later time counts.
 */
function readAnnouncements(text) {
    const found = new Map();
    for (const { groups } of (text ?? '').matchAll(LINE)) {
        const tuple = groups?.['tuple'];
        const at = new Date(groups?.['at'] ?? '');
        const known = (0,src_digest/* isDigest */.Bc)(tuple) ? found.get(tuple) : undefined;
        if ((0,src_digest/* isDigest */.Bc)(tuple) && !Number.isNaN(at.getTime()) && (known === undefined || known < at))
            found.set(tuple, at);
    }
    return found;
}
/**
 * The announcements after a check of `tuples` is posted: a tuple that is announced already keeps its time, a tuple that
 * was replaced loses it. A check of no tuple (something could not be read just now) changes nothing.
 */
function announcementsAfter(known, tuples, now) {
    return tuples.length === 0 ? known : new Map(tuples.map((tuple) => [tuple, known.get(tuple) ?? now]));
}
/** Reads the ledger's head back. Of several, which only a fault could write, the one that promises most counts. */
function readLedgerHead(text) {
    let newest = null;
    for (const { groups } of (text ?? '').matchAll(HEAD_LINE)) {
        const seq = Number(groups?.['seq']);
        const digest = groups?.['digest'];
        if ((0,src_digest/* isDigest */.Bc)(digest) && (newest === null || seq > newest.seq))
            newest = { seq, digest };
    }
    return newest;
}
/** The text of the check run; empty when there is nothing to remember. */
function renderMemory(announcements, ledgerHead) {
    return [
        ...[...announcements].map(([tuple, at]) => `- \`${tuple}\` waits for approvals since ${at.toISOString()}`),
        ...(ledgerHead === null ? [] : [`- ledger head ${ledgerHead.seq} \`${ledgerHead.digest}\``]),
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/packages/github/src/graphql/repository-field.js
/** The field of the client's repository with this selection. */
function repositoryField(client, selection, variables = {}) {
    return {
        field: `repository(owner: $owner, name: $repo) { ${selection} }`,
        variables: {
            owner: { type: 'String!', value: client.options.owner },
            repo: { type: 'String!', value: client.options.repo },
            ...variables,
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/github/src/own-check-run.js


const SUITES = 'checkSuites(first: 20, filterBy: { appId: $appId, checkName: $name })';
const RUNS = 'checkRuns(first: 100, filterBy: { appId: $appId, checkName: $name, checkType: LATEST })';
const NODES = 'nodes { databaseId name text title externalId conclusion } pageInfo { hasNextPage }';
const SELECTION = `object(oid: $sha) { ... on Commit { ${SUITES} { nodes { app { databaseId } ${RUNS} { ${NODES} } } pageInfo { hasNextPage } } } }`;
const pageInfo = schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY() });
const runAnswer = schemas/* object */.Ikc({
    databaseId: schemas/* int */.Whr().nullable(),
    name: schemas/* string */.YjP(),
    text: schemas/* string */.YjP().nullable(),
    title: schemas/* string */.YjP().nullable(),
    externalId: schemas/* string */.YjP().nullable(),
    conclusion: schemas/* string */.YjP().nullable(),
});
const suiteAnswer = schemas/* object */.Ikc({
    app: schemas/* object */.Ikc({ databaseId: schemas/* int */.Whr().nullable() }).nullable(),
    checkRuns: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(runAnswer), pageInfo }),
});
const commitAnswer = schemas/* object */.Ikc({ checkSuites: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(suiteAnswer), pageInfo }) });
const restAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    app: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }).nullable(),
    external_id: schemas/* string */.YjP().nullish(),
    conclusion: schemas/* string */.YjP().nullish(),
    output: schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullish(), title: schemas/* string */.YjP().nullish() }).nullish(),
});
/** The App's newest run of a name on a commit, or `null`; a run of another App is never taken. */
async function findOwnCheckRun(source, query) {
    const { appId, name, headSha } = query;
    const purpose = { doing: `find the check ${name} on ${headSha}`, permission: 'checks: read' };
    const { object } = await source.graphql.ask({
        ...purpose,
        ...repositoryField(source.client, SELECTION, {
            sha: { type: 'GitObjectID!', value: headSha },
            appId: { type: 'Int!', value: appId },
            name: { type: 'String!', value: name },
        }),
        answer: schemas/* object */.Ikc({ object: commitAnswer }),
        // GraphQL's Int ends at 2^31, which the numbers of check runs passed long ago. [live]
        mayFail: ({ path }) => path.at(-1) === 'databaseId' && path.includes('checkRuns'),
    });
    const suites = object.checkSuites.nodes.filter(({ app }) => app?.databaseId === appId);
    const runs = suites.flatMap(({ checkRuns }) => checkRuns.nodes).filter((run) => run.name === name);
    const cutOff = object.checkSuites.pageInfo.hasNextPage || suites.some(({ checkRuns }) => checkRuns.pageInfo.hasNextPage);
    const numbered = runs.flatMap(({ databaseId: id, text, title, externalId, conclusion }) => id === null ? [] : [{ id, text, title, externalId, conclusion: conclusion?.toLowerCase() ?? null }]);
    return cutOff || numbered.length < runs.length ? listOwnCheckRuns(source.client, query, purpose) : newest(numbered);
}
/** REST gives every number and every page. */
async function listOwnCheckRuns(client, { appId, name, headSha }, purpose) {
    const runs = await client.list({
        ...purpose,
        path: `${client.repository}/commits/${encodeURIComponent(headSha)}/check-runs`,
        params: { check_name: name, app_id: appId, filter: 'latest' },
        key: 'check_runs',
        item: restAnswer,
    });
    const own = runs.filter((run) => run.app?.id === appId && run.name === name);
    return newest(own.map(({ id, output, external_id: externalId, conclusion }) => ({
        id,
        text: output?.text ?? null,
        title: output?.title ?? null,
        externalId: externalId ?? null,
        conclusion: conclusion ?? null,
    })));
}
function newest(runs) {
    return runs.toSorted((a, b) => b.id - a.id)[0] ?? null;
}

;// CONCATENATED MODULE: ./build/packages/github/src/checks.js



/** The one check that a ruleset requires. Check run and commit status of this name would both be required: use one. */
const CHECK_NAME = 'gatehouse/governance';
const MAX_SUMMARY = 65_535;
const MAX_DESCRIPTION = 140;
const SUMMARY_CUT = '\n\n… cut here, because GitHub shows no more. The whole text is in the job summary.';
/** Design §8.5: never `neutral` or `skipped`, because both pass a required check. */
const CONCLUSION = { success: 'success', failure: 'failure', waiting: 'action_required' };
const STATUS = { success: 'success', failure: 'failure', waiting: 'pending' };
const checks_runAnswer = schemas/* object */.Ikc({ id: schemas/* int */.Whr(), html_url: schemas/* url */.OZ5(), app: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }).nullable() });
const NOTHING_POSTED = { id: null, announcements: new Map(), ledgerHead: null, shows: null };
function createChecks(client, graphql, writer) {
    const read = async (headSha) => {
        if (writer.kind !== 'app')
            return { ...NOTHING_POSTED, announcements: 'unknown' };
        const own = await findOwnCheckRun({ client, graphql }, { appId: writer.appId, name: CHECK_NAME, headSha });
        if (own === null)
            return NOTHING_POSTED;
        return {
            id: own.id,
            announcements: readAnnouncements(own.text),
            ledgerHead: readLedgerHead(own.text),
            shows: shownBy(own),
        };
    };
    return {
        current: read,
        async post(check, current) {
            if (writer.kind !== 'app')
                return postStatus(client, check);
            return postCheckRun(client, check, current ?? (await read(check.headSha)));
        },
    };
}
/** `null` for a run that this adapter did not post as it is, such as one that GitHub set to stale. */
function shownBy({ conclusion, externalId, title }) {
    const states = ['success', 'failure', 'waiting'];
    const state = states.find((candidate) => CONCLUSION[candidate] === conclusion);
    return state === undefined || externalId === null || title === null ? null : { externalId, state, title };
}
/** Updates the App's run of this name on this commit where there is one, so that no stale red one stays beside it. */
async function postCheckRun(client, check, posted) {
    const { id, announcements } = posted;
    const known = announcements === 'unknown' ? new Map() : announcements;
    const text = renderMemory(announcementsAfter(known, check.announces ?? [], client.waits.now()), check.ledgerHead ?? posted.ledgerHead);
    const answer = await client.call({
        doing: `post the check ${CHECK_NAME} on ${check.headSha}`,
        permission: 'checks: write',
        ...(id === null
            ? { method: 'POST', path: `${client.repository}/check-runs` }
            : { method: 'PATCH', path: `${client.repository}/check-runs/${id}` }),
        params: { ...(id === null ? { head_sha: check.headSha } : {}), ...checkRunBody(check, text) },
        answer: checks_runAnswer,
    });
    return { url: answer.html_url };
}
function checkRunBody(check, text) {
    return {
        name: CHECK_NAME,
        status: 'completed',
        conclusion: CONCLUSION[check.state],
        external_id: check.externalId,
        ...(check.detailsUrl === undefined ? {} : { details_url: check.detailsUrl }),
        output: {
            title: check.title,
            summary: cut(check.summary, MAX_SUMMARY, SUMMARY_CUT),
            ...(text === '' ? {} : { text }),
        },
    };
}
/** A status has no room for a summary or an external id: the job summary and the evidence branch hold them. */
async function postStatus(client, check) {
    const answer = await client.call({
        doing: `set the status ${CHECK_NAME} on ${check.headSha}`,
        permission: 'statuses: write',
        method: 'POST',
        path: `${client.repository}/statuses/${encodeURIComponent(check.headSha)}`,
        params: {
            state: STATUS[check.state],
            context: CHECK_NAME,
            description: cut(check.title, MAX_DESCRIPTION, '…'),
            ...(check.detailsUrl === undefined ? {} : { target_url: check.detailsUrl }),
        },
        answer: schemas/* object */.Ikc({ url: schemas/* url */.OZ5(), target_url: schemas/* string */.YjP().nullable() }),
    });
    return { url: answer.target_url ?? answer.url };
}
/** At most `limit` characters; never half of a surrogate pair. */
function cut(text, limit, ending) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit - ending.length).replace(/[\uD800-\uDBFF]$/, '')}${ending}`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 12 modules
var dist_src = __webpack_require__(14730);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(49735);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(86856);
;// CONCATENATED MODULE: ./build/packages/github/src/graphql/broken-answers.js

const LIMITED = /^RATE_LIMIT(?:ED)?$/;
const LIMIT_WORDS = /secondary rate limit|API rate limit (?:already )?exceeded|abuse detection/i;
const errorsAnswer = schemas/* object */.Ikc({
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP().catch(''), message: schemas/* string */.YjP().catch('') })),
});
/**
 * Octokit plugin that turns two kinds of success into the failures that they are: GraphQL's rate limit, which comes with
 * status 200, and text where JSON was announced, which is what Octokit makes of a body that was cut off. It goes before
 * the other plugins, so that what it throws is tried again like any other failure.
 */
function brokenAnswers(octokit) {
    octokit.hook.wrap('request', async (request, options) => {
        const response = await request(options);
        const isGraphql = options.method === 'POST' && options.url.endsWith('/graphql');
        if (!isGraphql && options.method !== 'GET')
            return response;
        const data = response.data;
        const wantsBytes = options.request?.['parseSuccessResponseBody'] === false;
        const announced = isGraphql || String(response.headers['content-type'] ?? '').startsWith('application/json');
        if (!wantsBytes && announced && typeof data === 'string' && response.status === 200) {
            throw new BrokenAnswer(502, 'the answer is cut off, or is no JSON', { response, options });
        }
        const limited = isGraphql ? limitMessage(data) : null;
        if (limited !== null)
            throw new BrokenAnswer(429, limited, { response, options });
        return response;
    });
    return {};
}
function limitMessage(data) {
    const { data: answer } = errorsAnswer.safeParse(data);
    const limit = answer?.errors.find(({ type, message }) => LIMITED.test(type) || LIMIT_WORDS.test(message));
    return limit === undefined ? null : `${limit.type}: ${limit.message}`;
}
/** In the shape of Octokit's request error; without the request's headers, which hold the token. */
class BrokenAnswer extends Error {
    status;
    response;
    request;
    constructor(status, message, exchange) {
        super(message);
        this.name = 'BrokenAnswer';
        this.status = status;
        this.response = { headers: { ...exchange.response.headers } };
        const { method, url, request } = exchange.options;
        this.request = { method, url, headers: {}, request: { ...request } };
    }
}

;// CONCATENATED MODULE: ./build/packages/github/src/rate-limit.js
/** GitHub asks for at least a minute after a secondary limit that names no time, then exponential. */
const SECONDARY_WAIT_SECONDS = 60;
/** Longer than this, the job's minutes are better spent by running it again later. */
const MAX_WAIT_SECONDS = 900;
/** Refusals in a row after which the request is given up: continuing may get the integration banned. */
const MAX_WAITS = 4;
/**
 * Seconds to wait before the request is sent again, or `null` when the refusal is no rate limit (a 403 for want of a
 * permission). `retry-after` wins, then the reset time of an exhausted primary limit, then 60 s doubled per wait.
 * Source: docs.github.com, "Rate limits for the REST API", read 2026-11.
 *
 * @param waits how often this request has waited already, from 0
 */
function rateLimitSeconds(refusal, waits, now) {
    if (refusal.status !== 403 && refusal.status !== 429)
        return null;
    const retryAfter = retryAfterSeconds(refusal.headers['retry-after'], now);
    if (retryAfter !== null)
        return retryAfter;
    const backoff = SECONDARY_WAIT_SECONDS * 2 ** waits;
    if (String(refusal.headers['x-ratelimit-remaining']) === '0') {
        const reset = Number(refusal.headers['x-ratelimit-reset']);
        if (!Number.isFinite(reset))
            return backoff;
        // One second more, because the reset time is rounded down.
        return Math.max(Math.ceil(reset - now.getTime() / 1000), 0) + 1;
    }
    return refusal.status === 429 || /secondary rate limit|abuse detection/i.test(refusal.message) ? backoff : null;
}
function retryAfterSeconds(header, now) {
    if (header === undefined)
        return null;
    const text = String(header).trim();
    if (/^\d+$/.test(text))
        return Number(text);
    const date = Date.parse(text);
    return Number.isNaN(date) ? null : Math.max(Math.ceil((date - now.getTime()) / 1000), 0);
}
/** Runs `send` again after each rate limit, as long as the waits stay few and short; other errors pass through. */
async function withRateLimit(waits, send) {
    for (let count = 0;; count += 1) {
        try {
            return await send();
        }
        catch (error) {
            const refusal = refusalOf(error);
            const seconds = refusal === null ? null : rateLimitSeconds(refusal, count, waits.now());
            if (refusal === null || seconds === null || seconds > MAX_WAIT_SECONDS || count === MAX_WAITS)
                throw error;
            waits.onWait({ seconds, status: refusal.status });
            await waits.sleep(seconds * 1000);
        }
    }
}
/** The refusal that an Octokit request error or an upload error carries; `null` for anything else. */
function refusalOf(error) {
    if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number')
        return null;
    return { status: error.status, message: error.message, headers: headersOf(error) };
}
function headersOf(error) {
    const response = 'response' in error ? error.response : undefined;
    if (typeof response !== 'object' || response === null || !('headers' in response))
        return {};
    const { headers } = response;
    if (typeof headers !== 'object' || headers === null)
        return {};
    return Object.fromEntries(Object.entries(headers).filter((entry) => ['string', 'number'].includes(typeof entry[1])));
}
/** True when GitHub answered at all: Octokit gives a broken connection status 500 and no response. */
function wasAnswered(error) {
    return error instanceof Error && 'response' in error && error.response !== undefined;
}

;// CONCATENATED MODULE: ./build/packages/github/src/service-errors.js


/** Turns what a request threw into one message with four parts; an {@link ActionError} passes through. */
function toActionError(error, purpose, now) {
    if (error instanceof errors/* ActionError */.lZ)
        return error;
    const refusal = refusalOf(error);
    if (refusal === null || !wasAnswered(error))
        return noAnswer(error, purpose);
    const where = `GitHub, to ${purpose.doing}`;
    const found = `${refusal.status} "${firstLine(refusal.message)}"`;
    const limit = rateLimitSeconds(refusal, 0, now);
    if (limit !== null) {
        return new errors/* ActionError */.lZ('service', {
            where,
            found,
            allowed: 'The rate limit of the token must not be used up',
            remedy: `Run the job again in ${Math.ceil(limit / 60)} min, or use the token of a GitHub App, whose limit is higher`,
        }, { cause: error });
    }
    return refused({ where, found, refusal, purpose, cause: error });
}
function refused(failure) {
    const { where, found, refusal, purpose, cause } = failure;
    const grant = `Add "${purpose.permission}" under "permissions:" of the job, or grant it to the GitHub App whose token is used`;
    switch (refusal.status) {
        case 401:
            return new errors/* ActionError */.lZ('permission', {
                where,
                found: `${found}: the token is revoked or expired`,
                allowed: 'A valid token; the token of a job ends with the job, that of an App after one hour',
                remedy: 'Run the job again, and make the App token in the job that uses it',
            }, { cause });
        case 403: {
            const accepted = refusal.headers['x-accepted-github-permissions'];
            const named = accepted === undefined ? '' : ` (GitHub names "${accepted}")`;
            return new errors/* ActionError */.lZ('permission', { where, found, allowed: `The token needs the permission "${purpose.permission}"${named}`, remedy: grant }, { cause });
        }
        case 404:
            return new errors/* ActionError */.lZ('permission', {
                where,
                found: `${found}: it does not exist or the token cannot see it`,
                allowed: `It must exist, and the token needs the permission "${purpose.permission}"`,
                remedy: `Check the name. If it exists: ${grant.charAt(0).toLowerCase()}${grant.slice(1)}`,
            }, { cause });
        default:
            return new errors/* ActionError */.lZ('service', {
                where,
                found: refusal.status >= 500 ? `${found}, also after retries` : found,
                allowed: 'GitHub must accept the request',
                remedy: refusal.status >= 500
                    ? 'Look at githubstatus.com and run the job again; it takes up where it stopped'
                    : 'Read what GitHub says, put it right and run the job again',
            }, { cause });
    }
}
function noAnswer(error, purpose) {
    return new errors/* ActionError */.lZ('service', {
        where: `GitHub, to ${purpose.doing}`,
        found: `No answer: ${error instanceof Error ? firstLine(error.message) : String(error)}`,
        allowed: 'The API must be reachable from the runner',
        remedy: 'Check GITHUB_API_URL and the network of the runner, then run the job again',
    }, { cause: error });
}
/** An answer that lacks a field, or holds one that cannot be: never guessed around. */
function unexpectedAnswer(purpose, found, cause) {
    return new errors/* ActionError */.lZ('service', {
        where: `GitHub, to ${purpose.doing}`,
        found: `An answer that cannot be used: ${found}`,
        allowed: 'The fields that the API documents, for REST in version 2022-11-28',
        remedy: 'Check that GITHUB_API_URL is the API of GitHub; if it is, report this as a bug of Gatehouse',
    }, { cause });
}
function firstLine(text) {
    const [line = ''] = text.split('\n');
    return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

;// CONCATENATED MODULE: ./build/packages/github/src/client.js









const API_VERSION = { 'x-github-api-version': '2022-11-28' };
const PAGE = 100;
/** Retrying these can only repeat the refusal; 403 and 429 are the rate limit's business. */
const NEVER_RETRIED = [400, 401, 403, 404, 405, 409, 410, 412, 415, 422, 429, 451];
const Client = dist_src/* Octokit */.E.plugin(brokenAnswers, plugin_throttling_dist_bundle/* throttling */.A, dist_bundle/* retry */.L);
const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/;
/** Builds the client; a missing token, owner, repository or API address is a `ConfigError` that names all of them. */
function createClient(options) {
    checkOptions(options);
    const waits = waitsOf(options);
    const octokit = connect(options, waits, { spaced: spacesWrites(options) });
    // Octokit's throttling takes every POST for a write; a query writes nothing and need not wait a second.
    const reader = connect(options, waits, { spaced: false });
    const graphqlUrl = graphqlAddress(options.apiUrl);
    const send = async (request, params) => {
        const answer = await octokit.request(request, params);
        return { status: answer.status, data: answer.data, headers: answer.headers };
    };
    async function call(request) {
        const { method = 'GET', path, params = {}, answer } = request;
        try {
            const { data } = await send(`${method} ${path}`, { headers: API_VERSION, ...params });
            return parsed(answer, data, request);
        }
        catch (error) {
            throw toActionError(error, request, waits.now());
        }
    }
    async function list(request) {
        try {
            return await readPages(send, request);
        }
        catch (error) {
            throw toActionError(error, request, waits.now());
        }
    }
    return {
        options,
        waits,
        repository: `/repos/${encodeURIComponent(options.owner)}/${encodeURIComponent(options.repo)}`,
        call,
        list,
        find: async (request, absent = [404]) => call(request).catch((error) => nullIfAbsent(error, absent, waits.now())),
        findList: async (request, absent) => list(request).catch((error) => nullIfAbsent(error, absent, waits.now())),
        async bytes(request) {
            try {
                const answer = await send(`GET ${request.path}`, {
                    headers: { ...API_VERSION, accept: request.accept },
                    request: { redirect: 'manual', parseSuccessResponseBody: false },
                });
                return toBytesAnswer(answer, request, options.apiUrl);
            }
            catch (error) {
                throw toActionError(error, request, waits.now());
            }
        },
        async graphql(kind, { query, variables }) {
            const sender = kind === 'query' ? reader : octokit;
            const { data } = await sender.request(`POST ${graphqlUrl}`, { query, variables });
            return data;
        },
    };
}
/** GitHub Enterprise Server answers REST under `/api/v3` and GraphQL under `/api/graphql`. */
function graphqlAddress(apiUrl) {
    return `${apiUrl.replace(/\/+$/, '').replace(/\/v3$/, '')}/graphql`;
}
/** A rate limit is never "absent", though it comes as a 403 too. */
function nullIfAbsent(error, absent, now) {
    const refusal = error instanceof Error ? refusalOf(error.cause) : null;
    if (refusal !== null && absent.includes(refusal.status) && rateLimitSeconds(refusal, 0, now) === null)
        return null;
    throw error;
}
async function readPages(send, request) {
    const { path, params, key, item, unpaged = false } = request;
    const array = schemas/* array */.YOg(item);
    const found = [];
    for (let page = 1;; page += 1) {
        const paging = unpaged ? {} : { per_page: PAGE, page };
        const { data, headers } = await send(`GET ${path}`, { headers: API_VERSION, ...params, ...paging });
        const items = key === undefined ? parsed(array, data, request) : parsed(schemas/* object */.Ikc({ [key]: array }), data, request)[key];
        if (items === undefined)
            throw unexpectedAnswer(request, `no "${key}"`);
        found.push(...items);
        // A page may hold fewer than asked for although more follow, and a server may leave out the Link header.
        const linked = /;\s*rel="next"/.test(String(headers['link'] ?? ''));
        if (unpaged)
            return linked ? readPages(send, { ...request, unpaged: false }) : items;
        if (!linked && items.length < PAGE)
            return found;
    }
}
function toBytesAnswer(answer, purpose, apiUrl) {
    const location = answer.headers['location'];
    if (answer.status >= 300 && typeof location === 'string') {
        const target = URL.parse(location, apiUrl);
        const plainAllowed = new URL(apiUrl).protocol === 'http:';
        if (target === null || !(target.protocol === 'https:' || (plainAllowed && target.protocol === 'http:'))) {
            throw unexpectedAnswer(purpose, 'a redirect to an address that is not https');
        }
        return { kind: 'redirect', location: target };
    }
    if (answer.status === 200 && answer.data instanceof ReadableStream)
        return { kind: 'bytes', body: answer.data };
    throw unexpectedAnswer(purpose, `status ${answer.status} without content`);
}
function parsed(schema, data, purpose) {
    const result = schema.safeParse(data);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw unexpectedAnswer(purpose, `${issue?.path.join('.') || 'the whole answer'}: ${issue?.message}`, result.error);
}
function spacesWrites(options) {
    return options.spaceWrites ?? !LOOPBACK.test(new URL(options.apiUrl).hostname);
}
function connect(options, waits, { spaced }) {
    const { log } = options;
    // The handlers answer nothing, which means "do not retry": withRateLimit below decides, so that one rule covers
    // retry-after without the word "secondary", exponential waits, and uploads, which do not pass through Octokit.
    const decline = () => undefined;
    const octokit = new Client({
        auth: options.token,
        baseUrl: options.apiUrl.replace(/\/+$/, ''),
        userAgent: options.userAgent ?? 'gatehouse',
        request: options.fetch === undefined ? {} : { fetch: options.fetch },
        throttle: spaced ? { onRateLimit: decline, onSecondaryRateLimit: decline } : { enabled: false },
        retry: { doNotRetry: NEVER_RETRIED, retries: 3, retryAfterBaseValue: options.sleep === undefined ? 1000 : 0 },
        log: {
            debug: (message) => log?.debug(message),
            info: (message) => log?.info(message),
            warn: (message) => log?.warn(message),
            error: (message) => log?.warn(message),
        },
    });
    octokit.hook.wrap('request', (request, parameters) => withRateLimit(waits, async () => request(parameters)));
    return octokit;
}
function waitsOf(options) {
    return {
        now: () => options.clock?.now() ?? new Date(),
        sleep: async (milliseconds) => {
            await (options.sleep ?? promises_.setTimeout)(milliseconds);
        },
        onWait: ({ seconds, status }) => options.log?.info(`GitHub's rate limit (${status}): waiting ${seconds} s`),
    };
}
function checkOptions(options) {
    const faults = [
        { where: 'Token for GitHub', value: options.token, remedy: 'Pass "github-token: ${{ github.token }}"' },
        { where: 'Repository owner', value: options.owner, remedy: 'Run in GitHub Actions, or set GITHUB_REPOSITORY' },
        { where: 'Repository name', value: options.repo, remedy: 'Run in GitHub Actions, or set GITHUB_REPOSITORY' },
        {
            where: 'Address of the API',
            value: /^https?:$/.test(URL.parse(options.apiUrl)?.protocol ?? '') ? options.apiUrl : '',
            remedy: 'Set GITHUB_API_URL to an address such as https://api.github.com',
        },
    ].filter(({ value }) => value.trim() === '');
    if (faults.length === 0)
        return;
    throw new errors/* ConfigError */.xL(faults.map(({ where, remedy }) => ({ where, found: 'It is missing or not usable', allowed: 'A value', remedy })));
}

;// CONCATENATED MODULE: ./build/packages/github/src/comments.js

const commentAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }).nullable(),
});
/** Comments on pull requests, which GitHub keeps as comments on issues. */
function createComments(client, graphql) {
    const folder = `${client.repository}/issues`;
    const permission = 'pull-requests: write';
    return {
        async own(pullRequest) {
            const doing = `read the comments of #${pullRequest}`;
            const [self, comments] = await Promise.all([
                ownLogin(graphql),
                client.list({ doing, permission, path: `${folder}/${pullRequest}/comments`, item: commentAnswer }),
            ]);
            return comments.filter(({ user }) => user?.login === self).map(({ id, body }) => ({ id, body: body ?? '' }));
        },
        async create(pullRequest, body) {
            await client.call({
                doing: `comment on #${pullRequest}`,
                permission,
                method: 'POST',
                path: `${folder}/${pullRequest}/comments`,
                params: { body },
                answer: commentAnswer,
            });
        },
        async update(id, body) {
            await client.call({
                doing: `update the comment ${id}`,
                permission,
                method: 'PATCH',
                path: `${folder}/comments/${id}`,
                params: { body },
                answer: commentAnswer,
            });
        },
    };
}
/** REST tells an App nothing about itself with an installation token; GraphQL does: `name[bot]`. */
async function ownLogin(graphql) {
    const { login } = await graphql.ask({
        doing: 'find out which account this token belongs to',
        permission: 'metadata: read',
        field: 'viewer { login }',
        variables: {},
        answer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }),
    });
    return login;
}

;// CONCATENATED MODULE: ./build/packages/github/src/answer-fields.js


/** An account in any answer. A type that GitHub adds some day counts as a bot: only `User` is a person. */
const accountAnswer = schemas/* object */.Ikc({ id: schemas/* int */.Whr(), login: schemas/* string */.YjP().min(1), type: schemas/* string */.YjP() })
    .transform(({ id, login, type }) => ({ id, login, type: toType(type) }));
function toType(type) {
    return type === 'User' || type === 'Organization' ? type : 'Bot';
}
/** A commit SHA of a SHA-1 or SHA-256 repository. */
const shaAnswer = schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** A digest that GitHub computed; `null` where it computed none. Another algorithm is an unusable answer. */
const digestAnswer = schemas/* string */.YjP()
    .refine(src_digest/* isDigest */.Bc, { message: 'must be "sha256:" and 64 lower-case hex digits' })
    .transform((value) => value)
    .nullish()
    .transform((value) => value ?? null);

;// CONCATENATED MODULE: ./build/packages/github/src/blobs.js

const blobAnswer = schemas/* object */.Ikc({ encoding: schemas/* literal */.euz('base64'), content: schemas/* string */.YjP(), size: schemas/* int */.Whr() });
/** Bytes of a git blob, up to GitHub's 100 MB. */
async function readBlob(client, sha, doing) {
    const blob = await client.call({
        doing,
        permission: 'contents: read',
        path: `${client.repository}/git/blobs/${sha}`,
        answer: blobAnswer,
    });
    return Buffer.from(blob.content, 'base64');
}

;// CONCATENATED MODULE: ./build/packages/github/src/graphql/account.js

/** Selection of an `Actor`, to be read by {@link actorAnswer}. */
const ACTOR = '{ __typename login ... on User { databaseId } ... on Bot { databaseId } ... on Organization { databaseId } }';
/** An account, or `null` when GitHub gives it no number: without one nobody can be told from anybody else. */
const actorAnswer = schemas/* object */.Ikc({ __typename: schemas/* string */.YjP(), login: schemas/* string */.YjP().min(1), databaseId: schemas/* int */.Whr().nullish() })
    .transform(({ __typename, login, databaseId }) => databaseId === null || databaseId === undefined ? null : toAccount({ id: databaseId, login, type: __typename }));
/** A `User` that was asked for `databaseId` and `login`. */
const userAnswer = schemas/* object */.Ikc({ login: schemas/* string */.YjP().min(1), databaseId: schemas/* int */.Whr().nullable() })
    .transform(({ login, databaseId }) => databaseId === null ? null : { id: databaseId, login, type: 'User' });
/** GraphQL names a bot `dependabot`, REST `dependabot[bot]`: the second cannot be mistaken for a person's login. */
function toAccount({ id, login, type, }) {
    if (type === 'User' || type === 'Organization')
        return { id, login, type };
    return { id, login: login.endsWith('[bot]') ? login : `${login}[bot]`, type: 'Bot' };
}

;// CONCATENATED MODULE: ./build/packages/github/src/co-authors.js




/** Commits in one question. */
const MAX_COMMITS = 50;
const USER = 'user { databaseId login }';
const AUTHORS = `oid author { ${USER} } authors(first: 100) { nodes { ${USER} } pageInfo { hasNextPage } }`;
const gitActor = schemas/* object */.Ikc({ user: userAnswer.nullable() });
/** Co-authors of one commit: GitHub lists the author among them. */
const co_authors_commitAnswer = schemas/* object */.Ikc({
    oid: shaAnswer,
    author: gitActor.nullable(),
    authors: schemas/* object */.Ikc({
        nodes: schemas/* array */.YOg(gitActor),
        // Whoever writes a hundred names does it to hide one.
        pageInfo: schemas/* object */.Ikc({ hasNextPage: schemas/* literal */.euz(false, { error: 'a commit with more than 100 authors' }) }),
    }),
})
    .transform(({ oid, author, authors }) => ({
    oid,
    named: authors.nodes.flatMap(({ user }) => user === null || user.id === author?.user?.id ? [] : [user]),
}));
/** Asks for each commit by its SHA, not by its pull request, whose list is another one after a push. */
async function coAuthors({ client, graphql }, commits) {
    const groups = [];
    for (let start = 0; start < commits.length; start += MAX_COMMITS)
        groups.push(commits.slice(start, start + MAX_COMMITS));
    const answers = await Promise.all(groups.map(async (group) => graphql.ask({
        doing: `list the co-authors of ${group.length} commits`,
        permission: 'contents: read',
        ...repositoryField(client, group.map((_, index) => `c${index}: object(oid: $c${index}) { ... on Commit { ${AUTHORS} } }`).join(' '), Object.fromEntries(group.map((sha, index) => [`c${index}`, { type: 'GitObjectID!', value: sha }]))),
        answer: answerOf(group),
    })));
    return [...new Map(answers.flat().map((account) => [account.id, account])).values()];
}
/** Reads the answer for exactly these commits: one that is missing could hide a name. */
function answerOf(group) {
    return schemas/* object */.Ikc(Object.fromEntries(group.map((_, index) => [`c${index}`, co_authors_commitAnswer])))
        .refine((found) => group.every((sha, index) => found[`c${index}`]?.oid === sha), {
        message: 'another commit than the one asked for',
    })
        .transform((found) => Object.values(found).flatMap(({ named }) => named));
}

;// CONCATENATED MODULE: ./build/packages/github/src/compare.js



const PER_PAGE = 100;
const compareAnswer = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(['ahead', 'behind', 'identical', 'diverged']),
    total_commits: schemas/* int */.Whr().min(0),
    commits: schemas/* array */.YOg(schemas/* object */.Ikc({ sha: shaAnswer })),
});
/** Commits of a push, newest first, or `null` when `before` is no ancestor of `after`, as after a force-push. */
async function commitsBetween(client, before, after) {
    const purpose = { doing: `list the commits from ${before} to ${after}`, permission: 'contents: read' };
    const found = [];
    for (let page = 1;; page += 1) {
        const answer = await client.find({
            ...purpose,
            path: `${client.repository}/compare/${before}...${after}`,
            params: { per_page: PER_PAGE, page },
            answer: compareAnswer,
        });
        if (answer === null) {
            // The commit before a force-push may be gone, and one before the first push is all zeros; the other must be there.
            await client.call({ ...purpose, path: `${client.repository}/git/commits/${after}`, answer: schemas/* unknown */.L5J() });
            return null;
        }
        if (answer.status === 'behind' || answer.status === 'diverged')
            return null;
        found.push(...answer.commits.map(({ sha }) => sha));
        if (found.length === answer.total_commits)
            return found.reverse();
        if (answer.commits.length === 0 || found.length > answer.total_commits) {
            throw unexpectedAnswer(purpose, `${found.length} commits where GitHub counts ${answer.total_commits}`);
        }
    }
}

;// CONCATENATED MODULE: ./build/packages/github/src/git-trees.js



const treeAnswer = schemas/* object */.Ikc({
    truncated: schemas/* boolean */.zMY(),
    tree: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP().min(1), mode: schemas/* string */.YjP(), type: schemas/* enum */.k5n(['blob', 'tree', 'commit']), sha: shaAnswer })),
});
/** The files below a commit or tree, as many as GitHub lists. */
async function readTree(client, root) {
    const { truncated, tree } = await client.call({
        ...purposeOf(root),
        path: `${client.repository}/git/trees/${root}`,
        params: { recursive: '1' },
        answer: treeAnswer,
    });
    const files = tree.filter(({ type }) => type !== 'tree').map(({ path, sha, mode }) => ({ path, blobSha: sha, mode }));
    return { files, truncated };
}
/** Every file below a commit or tree; throws when GitHub truncates the listing. */
async function listTree(client, root) {
    const { files, truncated } = await readTree(client, root);
    if (!truncated)
        return files;
    const found = 'the listing is cut off, because the tree has more than 100,000 entries or 7 MB';
    throw unexpectedAnswer(purposeOf(root), found);
}
function purposeOf(root) {
    return { doing: `list the files of ${root}`, permission: 'contents: read' };
}

;// CONCATENATED MODULE: ./build/packages/github/src/comparison.js





const PERMISSION = 'contents: read';
const comparison_PER_PAGE = 100;
/** GitHub lists no more files than these, all with the first page, and says nothing about the rest. */
const MAX_FILES = 300;
/** A pull request shows no more commits, so nobody could have read further ones there. */
const comparison_MAX_COMMITS = 249;
// GitHub writes an empty object where it knows no account.
const person = schemas/* union */.KCZ([accountAnswer, schemas/* strictObject */.rej({}).transform(() => null)]).nullable();
const fileAnswer = schemas/* object */.Ikc({ filename: schemas/* string */.YjP().min(1), previous_filename: schemas/* string */.YjP().optional() });
const pageAnswer = schemas/* object */.Ikc({
    merge_base_commit: schemas/* object */.Ikc({ sha: shaAnswer }),
    total_commits: schemas/* int */.Whr().min(0),
    commits: schemas/* array */.YOg(schemas/* object */.Ikc({ sha: shaAnswer, author: person, committer: person })),
    files: schemas/* array */.YOg(fileAnswer).optional(),
});
/** What a head changes since it left its base, from REST: GraphQL compares only what a branch points at by now. */
async function comparison(client, range) {
    const first = await readPage(client, range, 1);
    const [commits, files] = await Promise.all([commitsOf(client, range, first), filesOf(client, range, first)]);
    return { files, commits: { commits, truncated: first.total_commits > comparison_MAX_COMMITS } };
}
function comparison_purposeOf({ base, head }) {
    return { doing: `compare ${base} with ${head}`, permission: PERMISSION };
}
async function readPage(client, range, page) {
    return client.call({
        ...comparison_purposeOf(range),
        path: `${client.repository}/compare/${range.base}...${range.head}`,
        params: { per_page: comparison_PER_PAGE, page },
        answer: pageAnswer,
    });
}
/** All commits, or those of the first page where there are more than anybody may judge. */
async function commitsOf(client, range, first) {
    const total = first.total_commits;
    if (total > comparison_MAX_COMMITS)
        return first.commits;
    const further = Array.from({ length: Math.max(0, Math.ceil(total / comparison_PER_PAGE) - 1) }, (_, index) => index + 2);
    const pages = await Promise.all(further.map((page) => readPage(client, range, page)));
    const commits = [first, ...pages].flatMap((page) => page.commits);
    const different = new Set(commits.map(({ sha }) => sha)).size;
    if (different !== total || commits.length !== total) {
        throw unexpectedAnswer(comparison_purposeOf(range), `${different} different commits where GitHub counts ${total}`);
    }
    return commits;
}
/** Both names of a renamed file, so that moving a governed file away counts as changing it. */
async function filesOf(client, range, first) {
    if (first.files === undefined)
        throw unexpectedAnswer(comparison_purposeOf(range), 'no "files"');
    if (first.files.length >= MAX_FILES)
        return filesOfTrees(client, range, first.merge_base_commit.sha);
    const names = first.files.flatMap(({ filename, previous_filename: before }) => [filename, before ?? filename]);
    return [...new Set(names)];
}
/** What differs between the trees, where the list of files is cut off. A rename is a path less and a path more. */
async function filesOfTrees(client, range, start) {
    const [before, after] = await Promise.all([readTree(client, start), readTree(client, range.head)]);
    if (before.truncated || after.truncated)
        throw tooManyFiles(range);
    const [old, now] = [byPath(before.files), byPath(after.files)];
    return [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
}
function byPath(files) {
    return new Map(files.map(({ path, mode, blobSha }) => [path, `${mode} ${blobSha}`]));
}
function tooManyFiles({ base, head }) {
    return new errors/* ActionError */.lZ('refused', {
        where: `The changes from ${base} to ${head}`,
        found: `${MAX_FILES} files or more, in a tree that GitHub does not list whole`,
        allowed: `Fewer than ${MAX_FILES} changed files, or a tree of at most 100,000 entries and 7 MB`,
        remedy: 'Split the pull request into smaller ones',
    }, { reasonCode: 'too-many-files' });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/github/src/tree-view.js






/** Paths in one question. GitHub bounds the time of a query; what is beyond is read at the same commit beside it. */
const MAX_PATHS = 100;
const BLOB = '... on Blob { oid text }';
/** Git's mode of a link, as the number that it is and as its octal digits read: GitHub documents only "Int". [live] */
const LINK_MODES = [0o120000, 120_000];
const tree_view_blobAnswer = schemas/* object */.Ikc({ oid: shaAnswer, text: schemas/* string */.YjP().nullable() });
const tree_view_treeAnswer = schemas/* object */.Ikc({
    entries: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP().min(1), type: schemas/* string */.YjP(), mode: schemas/* int */.Whr(), object: schemas/* unknown */.L5J() })),
});
const entryAnswer = schemas/* object */.Ikc({ type: schemas/* string */.YjP(), mode: schemas/* int */.Whr(), object: schemas/* unknown */.L5J() }).nullish();
/** A commit that was asked for `oid` and the selection of {@link selectTree}. */
const tree_view_commitAnswer = schemas/* looseObject */._H3({ oid: shaAnswer });
/** Selection within a commit, with its variables. Nothing wanted is an empty selection. */
function selectTree({ files = [], folders = [] }) {
    const entry = `type mode object { ${BLOB} }`;
    const tree = `type mode object { ... on Tree { entries { name ${entry} } } }`;
    return {
        selection: [
            ...files.map((_, index) => `f${index}: file(path: $f${index}) { ${entry} }`),
            ...folders.map((_, index) => `d${index}: file(path: $d${index}) { ${tree} }`),
        ].join(' '),
        variables: Object.fromEntries([
            ...files.map((value, index) => [`f${index}`, { type: 'String!', value }]),
            ...folders.map((value, index) => [`d${index}`, { type: 'String!', value }]),
        ]),
    };
}
/** A path that is not there is `null`, with or without an error that says so. */
function isMissingPath({ type, path }) {
    return type === 'NOT_FOUND' && /^[fd]\d+$/.test(String(path.at(-1)));
}
/** As many questions as the paths need; the first holds whatever fits. */
function splitWanted({ files = [], folders = [] }) {
    const rest = [];
    for (let start = MAX_PATHS; start < files.length; start += MAX_PATHS) {
        rest.push({ files: files.slice(start, start + MAX_PATHS) });
    }
    for (let start = MAX_PATHS; start < folders.length; start += MAX_PATHS) {
        rest.push({ folders: folders.slice(start, start + MAX_PATHS) });
    }
    return [{ files: files.slice(0, MAX_PATHS), folders: folders.slice(0, MAX_PATHS) }, ...rest];
}
function joinViews(views) {
    return {
        files: new Map(views.flatMap(({ files }) => [...files])),
        folders: new Map(views.flatMap(({ folders }) => [...folders])),
    };
}
/** Reads the view out of a commit's answer. Bytes that GraphQL's text does not give exactly are read by REST. */
async function toTreeView(client, commit, wanted) {
    const { files = [], folders = [] } = wanted;
    const source = { client, commit: commit.oid };
    const [fileEntries, folderEntries] = await Promise.all([
        Promise.all(files.map(async (path, index) => [path, await toFile(source, path, entryOf(source, path, commit[`f${index}`]))])),
        Promise.all(folders.map(async (path, index) => [path, await toFolder(source, path, entryOf(source, path, commit[`d${index}`]))])),
    ]);
    return { files: new Map(fileEntries), folders: new Map(folderEntries) };
}
function tree_view_purposeOf({ commit }, path) {
    return { doing: `read ${path} at ${commit}`, permission: 'contents: read' };
}
function entryOf(source, path, value) {
    if (value === undefined)
        throw unexpectedAnswer(tree_view_purposeOf(source, path), 'nothing is said of this path');
    return tree_view_parsed(entryAnswer, value, tree_view_purposeOf(source, path)) ?? null;
}
async function toFile(source, path, entry) {
    if (entry === null || entry.type === 'tree')
        return null;
    if (entry.type !== 'blob' || LINK_MODES.includes(entry.mode))
        throw notAFile(source, path, entry);
    return exactBytes(source, path, entry.object);
}
async function toFolder(source, path, entry) {
    if (entry !== null && entry.type !== 'tree' && entry.type !== 'blob')
        throw notAFile(source, path, entry);
    if (entry !== null && LINK_MODES.includes(entry.mode))
        throw notAFile(source, path, entry);
    if (entry === null || entry.type !== 'tree')
        return new Map();
    const { entries } = tree_view_parsed(tree_view_treeAnswer, entry.object, tree_view_purposeOf(source, path));
    const files = await Promise.all(entries.map(async (child) => {
        const childPath = `${path}/${child.name}`;
        return [childPath, await toFile(source, childPath, child)];
    }));
    return new Map(files.filter((file) => file[1] !== null));
}
/** Text counts only when it is the blob, byte for byte: not of a file that is binary, cut off, or no UTF-8. */
async function exactBytes(source, path, object) {
    const purpose = tree_view_purposeOf(source, path);
    const { oid, text } = tree_view_parsed(tree_view_blobAnswer, object, purpose);
    const fromText = text === null ? null : Buffer.from(text, 'utf8');
    if (fromText !== null && blobId(fromText, oid) === oid)
        return fromText;
    const bytes = await readBlob(source.client, oid, purpose.doing);
    if (blobId(bytes, oid) === oid)
        return bytes;
    throw unexpectedAnswer(purpose, `bytes that are not the blob ${oid}`);
}
/** Git's name of a blob, with SHA-1 or SHA-256 as the name it is compared with. */
function blobId(bytes, like) {
    return (0,external_node_crypto_.createHash)(like.length === 64 ? 'sha256' : 'sha1')
        .update(`blob ${bytes.length}\0`)
        .update(bytes)
        .digest('hex');
}
function tree_view_parsed(schema, value, purpose) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    throw unexpectedAnswer(purpose, result.error.issues[0]?.message ?? 'another shape', result.error);
}
function notAFile({ commit }, path, { type }) {
    return new errors/* ActionError */.lZ('refused', {
        where: `${path} at ${commit}`,
        found: `It is a ${type === 'blob' ? 'symlink' : 'submodule'}`,
        allowed: 'A plain file or folder',
        remedy: 'Put the file itself there',
    });
}

;// CONCATENATED MODULE: ./build/packages/github/src/tree-questions.js




const tree_questions_PERMISSION = 'contents: read';
const tipAnswer = schemas/* object */.Ikc({ name: schemas/* string */.YjP().min(1), target: tree_view_commitAnswer.extend({ message: schemas/* string */.YjP() }) });
const TIP = (selection) => `name target { ... on Commit { oid message ${selection} } }`;
/** What a commit holds; a commit that is not there is an error. */
async function readTreeAt(source, commit, wanted) {
    const parts = splitWanted(wanted).filter(({ files, folders }) => (files?.length ?? 0) + (folders?.length ?? 0) > 0);
    return joinViews(await Promise.all(parts.map(async (part) => readPartAt(source, commit, part))));
}
async function readPartAt({ client, graphql }, commit, wanted) {
    const { selection, variables } = selectTree(wanted);
    const answer = await graphql.ask({
        doing: `read files of the commit ${commit}`,
        permission: tree_questions_PERMISSION,
        ...repositoryField(client, `object(oid: $commit) { ... on Commit { oid ${selection} } }`, {
            commit: { type: 'GitObjectID!', value: commit },
            ...variables,
        }),
        answer: schemas/* object */.Ikc({ object: tree_view_commitAnswer.nullable() }),
        mayFail: isMissingPath,
    });
    if (answer.object === null)
        throw noSuchCommit(commit);
    return toTreeView(client, answer.object, wanted);
}
/** What the tip of the default branch holds. */
async function readTreeOfDefaultBranch(source, wanted) {
    const doing = 'read the tip of the default branch';
    const [first, ...rest] = splitWanted(wanted);
    const { selection, variables } = selectTree(first);
    const { defaultBranchRef: tip } = await source.graphql.ask({
        ...question(source, doing, { selection: `defaultBranchRef { ${TIP(selection)} }`, variables }),
        answer: schemas/* object */.Ikc({ defaultBranchRef: tipAnswer.nullable() }),
    });
    if (tip === null)
        throw noCommits(doing);
    return { branch: tip.name, ...(await completed(source, tip.target, [first, ...rest])) };
}
/** What the tip of a branch holds, or `null` when the repository has branches, but not this one. */
async function readTreeOfBranch(source, branch, wanted) {
    const doing = `read the tip of branch "${branch}"`;
    const [first, ...rest] = splitWanted(wanted);
    const { selection, variables } = selectTree(first);
    const answer = await source.graphql.ask({
        ...question(source, doing, {
            selection: `defaultBranchRef { name } ref(qualifiedName: $ref) { ${TIP(selection)} }`,
            variables: { ref: { type: 'String!', value: `refs/heads/${branch}` }, ...variables },
        }),
        answer: schemas/* object */.Ikc({ defaultBranchRef: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }).nullable(), ref: tipAnswer.nullable() }),
    });
    if (answer.ref !== null)
        return completed(source, answer.ref.target, [first, ...rest]);
    // A token that may not read sees no branch at all: only another branch shows that this one is missing.
    if (answer.defaultBranchRef === null)
        throw noCommits(doing);
    return null;
}
function question({ client }, doing, part) {
    return {
        doing,
        permission: tree_questions_PERMISSION,
        ...repositoryField(client, part.selection, part.variables),
        mayFail: isMissingPath,
    };
}
async function completed(source, target, [first, ...rest]) {
    const views = await Promise.all([
        toTreeView(source.client, target, first),
        ...rest.map(async (wanted) => readTreeAt(source, target.oid, wanted)),
    ]);
    return { commit: target.oid, message: target.message, ...joinViews(views) };
}
function noSuchCommit(commit) {
    return new errors/* ActionError */.lZ('permission', {
        where: `GitHub, to read files of the commit ${commit}`,
        found: 'It does not exist or the token cannot see it',
        allowed: `It must exist, and the token needs the permission "${tree_questions_PERMISSION}"`,
        remedy: `Check the SHA. If it exists: add "${tree_questions_PERMISSION}" under "permissions:" of the job`,
    });
}
function noCommits(doing) {
    return new errors/* ActionError */.lZ('permission', {
        where: `GitHub, to ${doing}`,
        found: 'The repository has no default branch, or the token cannot see it',
        allowed: `A repository with a commit, and a token with the permission "${tree_questions_PERMISSION}"`,
        remedy: `Push a first commit. If there is one: add "${tree_questions_PERMISSION}" under "permissions:" of the job`,
    });
}

;// CONCATENATED MODULE: ./build/packages/github/src/contents.js










const contents_PERMISSION = 'contents: read';
const encodedFile = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('file'),
    encoding: schemas/* string */.YjP(),
    content: schemas/* string */.YjP(),
    size: schemas/* int */.Whr(),
    sha: shaAnswer,
});
const contents_fileAnswer = schemas/* union */.KCZ([
    encodedFile,
    schemas/* object */.Ikc({ type: schemas/* enum */.k5n(['symlink', 'submodule']) }),
    schemas/* array */.YOg(schemas/* unknown */.L5J()), // a folder
]);
/**
 * Reads the repository: many small files at once through GraphQL; single files, listings and whatever is no text through
 * the contents and git data API. Files above 1 MB are read as blobs, up to 100 MB.
 */
function createContents(client, graphql) {
    return {
        async readTip(wanted) {
            return readTreeOfDefaultBranch({ client, graphql }, wanted);
        },
        async readAt(commit, wanted) {
            return readTreeAt({ client, graphql }, commit, wanted);
        },
        async commitsBetween(before, after) {
            return commitsBetween(client, before, after);
        },
        async comparison(base, head) {
            return comparison(client, { base, head });
        },
        async coAuthors(commits) {
            return coAuthors({ client, graphql }, commits);
        },
        async defaultBranch() {
            const answer = await client.call({
                doing: 'read the name of the default branch',
                permission: contents_PERMISSION,
                path: client.repository,
                answer: schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP().min(1) }),
            });
            return answer.default_branch;
        },
        async branchHead(branch) {
            const answer = await client.call({
                doing: `read the head of branch "${branch}"`,
                permission: contents_PERMISSION,
                path: `${client.repository}/git/ref/heads/${encodePath(branch)}`,
                answer: schemas/* object */.Ikc({ object: schemas/* object */.Ikc({ sha: shaAnswer }) }),
            });
            return answer.object.sha;
        },
        async readFile(path, commit) {
            return readFile(client, path, commit);
        },
        async listFiles(commit) {
            return listTree(client, commit);
        },
    };
}
/** Bytes of a file at a commit; `null` only when the commit can be read and has no such file. */
async function readFile(client, path, commit) {
    const purpose = { doing: `read ${path} at ${commit}`, permission: contents_PERMISSION };
    const answer = await client.find({
        ...purpose,
        path: `${client.repository}/contents/${encodePath(path)}`,
        params: { ref: commit },
        answer: contents_fileAnswer,
    });
    if (answer === null) {
        // 404 also means "this token may not read": only a commit that can be read shows that the file is missing.
        await client.call({ ...purpose, path: `${client.repository}/git/commits/${commit}`, answer: schemas/* unknown */.L5J() });
        return null;
    }
    if (Array.isArray(answer))
        return null;
    if (answer.type !== 'file')
        throw contents_notAFile(path, commit, answer.type);
    const bytes = answer.encoding === 'base64'
        ? Buffer.from(answer.content, 'base64')
        : await readBlob(client, answer.sha, `read ${path} at ${commit}`);
    if (bytes.length !== answer.size) {
        throw unexpectedAnswer(purpose, `${bytes.length} bytes where GitHub says ${answer.size}`);
    }
    return bytes;
}
function contents_notAFile(path, commit, type) {
    return new errors/* ActionError */.lZ('refused', {
        where: `${path} at ${commit}`,
        found: `It is a ${type}`,
        allowed: 'A plain file',
        remedy: 'Put the file itself there',
    });
}
/** Encodes each part of a path, and the `/` between them not. */
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./build/packages/github/src/deployments.js


const deployments_PERMISSION = 'deployments: write';
const deployments_MAX_DESCRIPTION = 140;
function createDeployments(client) {
    return {
        async create({ ref, environment, description, payload }) {
            const answer = await client.call({
                doing: `record the deployment of ${ref} to "${environment}"`,
                permission: deployments_PERMISSION,
                method: 'POST',
                path: `${client.repository}/deployments`,
                params: {
                    ref,
                    environment,
                    description: cut(description, deployments_MAX_DESCRIPTION, '…'),
                    payload,
                    // GitHub's defaults would merge the default branch into the ref and wait for every check of any name.
                    auto_merge: false,
                    required_contexts: [],
                },
                answer: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }),
            });
            return answer.id;
        },
        async setState(id, { state, description, logUrl }) {
            await client.call({
                doing: `set deployment ${id} to "${state}"`,
                permission: deployments_PERMISSION,
                method: 'POST',
                path: `${client.repository}/deployments/${id}/statuses`,
                params: {
                    state,
                    description: cut(description, deployments_MAX_DESCRIPTION, '…'),
                    ...(logUrl === undefined ? {} : { log_url: logUrl }),
                },
                answer: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }),
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/github/src/dispatch.js

function createDispatch(client) {
    return {
        async workflow(file, ref, inputs) {
            await client.call({
                doing: `start the workflow ${file} on ${ref}`,
                permission: 'actions: write',
                method: 'POST',
                path: `${client.repository}/actions/workflows/${encodeURIComponent(file)}/dispatches`,
                params: { ref, inputs },
                answer: schemas/* unknown */.L5J(),
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/github/src/graphql/document.js
const VARIABLE = /\$([A-Za-z_]\w*)/g;
/** Alias of the part at `index`; its variables begin with it as well, so that no two parts share a name. */
function aliasOf(index) {
    return `q${index}`;
}
/**
 * Puts parts side by side into one operation. Texts are constants of this package; whatever a user wrote travels as the
 * value of a variable.
 */
function toDocument(kind, parts) {
    const declarations = [];
    const values = [];
    const fields = parts.map(({ field, variables }, index) => {
        const alias = aliasOf(index);
        for (const [name, { type, value }] of Object.entries(variables)) {
            declarations.push(`$${alias}_${name}: ${type}`);
            values.push([`${alias}_${name}`, value]);
        }
        return `${alias}: ${field.replaceAll(VARIABLE, (_, name) => `$${alias}_${name}`)}`;
    });
    const declared = declarations.length === 0 ? '' : `(${declarations.join(', ')})`;
    return { query: `${kind}${declared} {\n${fields.join('\n')}\n}`, variables: Object.fromEntries(values) };
}

;// CONCATENATED MODULE: ./build/packages/github/src/graphql/failures.js


const failureAnswer = schemas/* object */.Ikc({
    type: schemas/* string */.YjP().catch(''),
    message: schemas/* string */.YjP().catch('no message'),
    path: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* int */.Whr()])).catch([]),
});
/** A whole answer: GitHub sends `data` and `errors` together when only parts of a query failed. */
const graphqlAnswer = schemas/* object */.Ikc({
    data: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish(),
    errors: schemas/* array */.YOg(failureAnswer).nullish(),
});
function attribute(errors, parts) {
    const aliases = new Set(Array.from({ length: parts }, (_, index) => aliasOf(index)));
    const root = ({ path }) => path[0] ?? '';
    return {
        ofAll: errors.filter((error) => !aliases.has(root(error))),
        ofPart: (index) => errors
            .filter((error) => root(error) === aliasOf(index))
            .map(({ type, message, path }) => ({ type, message, path: path.slice(1) })),
    };
}
/** The status with which the REST API refuses for the same reason; anything else was not understood. */
const failures_STATUS = {
    FORBIDDEN: 403,
    INSUFFICIENT_SCOPES: 403,
    NOT_FOUND: 404,
    STALE_DATA: 409,
    SERVICE_UNAVAILABLE: 503,
};
const NOT_UNDERSTOOD = 422;
/** A failure in the shape of Octokit's request error, so that one rule explains both APIs. */
class GraphqlRefused extends Error {
    status;
    type;
    response = { headers: {} };
    constructor({ type, message }) {
        super(type === '' ? message : `${type}: ${message}`);
        this.name = 'GraphqlRefused';
        this.status = failures_STATUS[type] ?? NOT_UNDERSTOOD;
        this.type = type;
    }
}

;// CONCATENATED MODULE: ./build/packages/github/src/commit-on-branch.js



const CONFLICT = { conflict: true, head: null };
/** GitHub's words, and git's own when the reference moves while GitHub writes it. [live] */
const MOVED = /expected branch to point to|is at [0-9a-f]{40,64} but expected|cannot lock ref/i;
/** Adds files in one commit, if the branch is still at the expected head: one request that is both write and comparison. */
async function commitOnBranch({ client, graphql }, branch, change) {
    const { owner, repo } = client.options;
    try {
        const { commit } = await graphql.change({
            doing: `write to branch "${branch}"`,
            permission: 'contents: write',
            field: 'createCommitOnBranch(input: $input) { commit { oid } }',
            variables: {
                input: {
                    type: 'CreateCommitOnBranchInput!',
                    value: {
                        branch: { repositoryNameWithOwner: `${owner}/${repo}`, branchName: branch },
                        message: toMessage(change.message),
                        expectedHeadOid: change.expectedHead,
                        fileChanges: {
                            additions: [...change.files].map(([path, bytes]) => ({
                                path,
                                contents: Buffer.from(bytes).toString('base64'),
                            })),
                        },
                    },
                },
            },
            answer: schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ oid: shaAnswer }) }),
        });
        return { conflict: false, head: commit.oid };
    }
    catch (error) {
        if (error instanceof Error && error.cause instanceof GraphqlRefused && isMoved(error.cause))
            return CONFLICT;
        throw error;
    }
}
function isMoved({ type, message }) {
    return type === 'STALE_DATA' || MOVED.test(message);
}
/** GitHub joins the two with an empty line. */
function toMessage(message) {
    const [headline = '', ...rest] = message.split('\n');
    const body = rest.join('\n').trim();
    return body === '' ? { headline } : { headline, body };
}

;// CONCATENATED MODULE: ./build/packages/github/src/evidence-branch.js






const WRITE = 'contents: write';
const withSha = schemas/* object */.Ikc({ sha: shaAnswer });
/**
 * One branch that only grows: a commit either adds all its files or is not made. It is one mutation that names the head
 * it builds on; only the first commit, which has no head, is made through the git data API.
 */
function createEvidenceBranch(client, graphql, branch) {
    const source = { client, graphql };
    const ref = `refs/heads/${branch}`;
    return {
        async readTip(wanted) {
            const tip = await readTreeOfBranch(source, branch, wanted);
            if (tip === null)
                return null;
            const { commit, message, files, folders } = tip;
            return { head: commit, message, files, folders };
        },
        async readAt(commit, wanted) {
            return readTreeAt(source, commit, wanted);
        },
        async append(change) {
            checkChange(change);
            if (change.expectedHead === null)
                return createBranch(client, ref, change);
            return commitOnBranch(source, branch, { ...change, expectedHead: change.expectedHead });
        },
    };
}
/** Makes the branch with its first commit; somebody else who does so at the same time wins or loses as a whole. */
async function createBranch(client, ref, change) {
    const doing = 'write the evidence branch';
    const tree = await client.call({
        doing,
        permission: WRITE,
        method: 'POST',
        path: `${client.repository}/git/trees`,
        params: {
            tree: await Promise.all([...change.files].map(async ([path, bytes]) => toTreeItem(client, path, bytes))),
        },
        answer: withSha,
    });
    const commit = await client.call({
        doing,
        permission: WRITE,
        method: 'POST',
        path: `${client.repository}/git/commits`,
        params: { message: change.message, tree: tree.sha, parents: [] },
        answer: withSha,
    });
    try {
        await client.call({
            doing: `create ${ref} at ${commit.sha}`,
            permission: WRITE,
            method: 'POST',
            path: `${client.repository}/git/refs`,
            params: { ref, sha: commit.sha },
            answer: schemas/* object */.Ikc({ object: withSha }),
        });
        return { conflict: false, head: commit.sha };
    }
    catch (error) {
        const refusal = error instanceof Error ? refusalOf(error.cause) : null;
        // A refusal by a ruleset is an error: trying again would not help.
        if (refusal?.status === 409 || (refusal?.status === 422 && /already exists/i.test(refusal.message)))
            return CONFLICT;
        throw error;
    }
}
/** Text travels inside the tree, which saves a request per file; bytes that are no UTF-8 need a blob. */
async function toTreeItem(client, path, bytes) {
    const item = { path, mode: '100644', type: 'blob' };
    const text = utf8(bytes);
    if (text !== null)
        return { ...item, content: text };
    const blob = await client.call({
        doing: `write ${path} to the evidence branch`,
        permission: WRITE,
        method: 'POST',
        path: `${client.repository}/git/blobs`,
        params: { content: Buffer.from(bytes).toString('base64'), encoding: 'base64' },
        answer: withSha,
    });
    return { ...item, sha: blob.sha };
}
function checkChange(change) {
    const bad = [...change.files.keys()].filter((path) => path.split('/').some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git'));
    if (change.files.size > 0 && bad.length === 0)
        return;
    throw new errors/* ActionError */.lZ('bug', {
        where: 'Commit to the evidence branch',
        found: bad.length === 0 ? 'No file' : `Paths ${JSON.stringify(bad)}`,
        allowed: 'At least one file, each with a relative path without empty parts, "." or ".."',
        remedy: 'Report this as a bug of Gatehouse',
    });
}
/** The text of valid UTF-8 without a byte that JSON or git would alter; else `null`. */
function utf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/packages/github/src/graphql/graphql.js



/** Parts in one request. GitHub bounds the nodes and the time of a query; more parts go out beside it. */
const MAX_PARTS = 60;
function createGraphql(client) {
    let waiting = [];
    function enqueue(entry) {
        // Promise chains of a few steps, such as Promise.all over readers, end before the next immediate.
        if (waiting.length === 0)
            setImmediate(flush);
        waiting.push(entry);
    }
    function flush() {
        const batch = waiting;
        waiting = [];
        for (let start = 0; start < batch.length; start += MAX_PARTS) {
            void send(client, 'query', batch.slice(start, start + MAX_PARTS));
        }
    }
    return {
        ask: async (question) => new Promise((resolve, reject) => enqueue(waitingFor(client, question, { resolve, reject }))),
        change: async (question) => new Promise((resolve, reject) => {
            void send(client, 'mutation', [waitingFor(client, question, { resolve, reject })]);
        }),
    };
}
function waitingFor(client, question, promise) {
    const failed = (error) => promise.reject(toActionError(error, question, client.waits.now()));
    return {
        question,
        failed,
        answered(value, failures) {
            const failure = failures.find((candidate) => question.mayFail?.(candidate) !== true);
            if (failure !== undefined)
                return failed(new GraphqlRefused(failure));
            const result = question.answer.safeParse(value);
            if (result.success)
                return promise.resolve(result.data);
            const [issue] = result.error.issues;
            const found = `${issue?.path.join('.') || 'the whole answer'}: ${issue?.message}`;
            failed(unexpectedAnswer(question, found, result.error));
        },
    };
}
async function send(client, kind, batch) {
    try {
        const parts = batch.map(({ question }) => question);
        settle(await client.graphql(kind, toDocument(kind, parts)), batch);
    }
    catch (error) {
        for (const { failed } of batch)
            failed(error);
    }
}
function settle(data, batch) {
    const answer = graphqlAnswer.safeParse(data);
    const failures = attribute(answer.data?.errors ?? [], batch.length);
    const [general] = failures.ofAll;
    for (const [index, { answered, failed, question }] of batch.entries()) {
        if (!answer.success)
            failed(unexpectedAnswer(question, 'neither data nor errors', answer.error));
        else if (general !== undefined)
            failed(new GraphqlRefused(general));
        else
            answered(answer.data.data?.[aliasOf(index)], failures.ofPart(index));
    }
}

;// CONCATENATED MODULE: ./build/packages/github/src/graphql/page.js


/** A connection that was asked for `nodes` and `pageInfo { hasNextPage endCursor }`. */
function page_pageAnswer(item) {
    return schemas/* object */.Ikc({
        nodes: schemas/* array */.YOg(item),
        pageInfo: schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY(), endCursor: schemas/* string */.YjP().min(1).nullable() }),
    })
        .refine(({ pageInfo }) => !pageInfo.hasNextPage || pageInfo.endCursor !== null, {
        message: 'more pages and no cursor to them',
    })
        .transform(({ nodes, pageInfo }) => ({ items: nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null }));
}
/** Reads pages until the last. */
async function page_readPages(purpose, read) {
    const found = await readVisiblePages(purpose, read);
    if (found === null)
        throw unexpectedAnswer(purpose, 'no page');
    return found;
}
/** Reads pages until the last; `null` as soon as one cannot be seen. */
async function readVisiblePages(purpose, read) {
    const found = [];
    let after = null;
    for (;;) {
        const page = await read(after);
        if (page === null)
            return null;
        found.push(...page.items);
        if (page.next === null)
            return found;
        if (page.next === after)
            throw unexpectedAnswer(purpose, 'the same page again');
        after = page.next;
    }
}

;// CONCATENATED MODULE: ./build/packages/github/src/merge-queue.js




const PURPOSE = { doing: 'read the merge queue', permission: 'pull-requests: read' };
const ENTRY = 'position headCommit { oid } pullRequest { number headRefOid }';
const merge_queue_SELECTION = `mergeQueue { entries(first: 100, after: $after) { nodes { ${ENTRY} } pageInfo { hasNextPage endCursor } } }`;
const merge_queue_entryAnswer = schemas/* object */.Ikc({
    position: schemas/* int */.Whr(),
    headCommit: schemas/* object */.Ikc({ oid: shaAnswer }).nullable(),
    pullRequest: schemas/* object */.Ikc({ number: schemas/* int */.Whr(), headRefOid: shaAnswer }),
});
const queueAnswer = schemas/* object */.Ikc({ mergeQueue: schemas/* object */.Ikc({ entries: page_pageAnswer(merge_queue_entryAnswer) }).nullable() })
    .transform(({ mergeQueue }) => mergeQueue?.entries ?? null);
/** The merge queue of the default branch, the only branch that governance lets anything into. */
function createMergeQueue(client, graphql) {
    return {
        async groupOf(headSha) {
            const entries = await readVisiblePages(PURPOSE, async (after) => graphql.ask({
                ...PURPOSE,
                ...repositoryField(client, merge_queue_SELECTION, { after: { type: 'String', value: after } }),
                answer: queueAnswer,
            }));
            if (entries === null)
                return null;
            const ordered = entries.toSorted((a, b) => a.position - b.position);
            const last = ordered.findIndex(({ headCommit }) => headCommit?.oid === headSha);
            // Each group is built on the one before it, so that its head holds the changes of every entry up to its own.
            return last === -1 ? null : ordered.slice(0, last + 1).map(toQueuedPull);
        },
    };
}
function toQueuedPull({ pullRequest }) {
    return { number: pullRequest.number, headSha: pullRequest.headRefOid };
}

;// CONCATENATED MODULE: ./build/packages/github/src/collaborators.js

const collaboratorAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    permissions: schemas/* object */.Ikc({ admin: schemas/* boolean */.zMY(), push: schemas/* boolean */.zMY(), pull: schemas/* boolean */.zMY() }),
});
/** Permission of everybody who has any, by numeric id, or `null` when the token may not see them. */
async function listCollaborators(client) {
    const collaborators = await client.findList({
        doing: 'list the collaborators',
        permission: 'metadata: read',
        path: `${client.repository}/collaborators`,
        item: collaboratorAnswer,
    }, [403, 404]);
    return collaborators === null
        ? null
        : new Map(collaborators.map(({ id, permissions }) => [id, highest(permissions)]));
}
function highest({ admin, push, pull }) {
    if (admin)
        return 'admin';
    if (push)
        return 'write';
    return pull ? 'read' : 'unknown';
}

;// CONCATENATED MODULE: ./build/packages/github/src/people.js





/** Accounts in one question. */
const MAX_ACCOUNTS = 50;
/** GitHub's five permissions as those that governance tells apart; a custom role counts as what it is based on. */
const PERMISSIONS = {
    ADMIN: 'admin',
    MAINTAIN: 'write',
    WRITE: 'write',
    TRIAGE: 'read',
    READ: 'read',
};
/** What GitHub says where a token may not look. */
const NOT_VISIBLE = ['NOT_FOUND', 'FORBIDDEN', 'INSUFFICIENT_SCOPES'];
const collaboratorsAnswer = schemas/* object */.Ikc({
    edges: schemas/* array */.YOg(schemas/* object */.Ikc({ permission: schemas/* string */.YjP(), node: schemas/* object */.Ikc({ databaseId: schemas/* int */.Whr().nullable() }) })),
});
/** Who may do what. Questions of one tick go out as one request, however many people they are about. */
function createPeople({ client, graphql, organisation }) {
    return {
        async permissions(accounts) {
            const known = await askPermissions({ client, graphql }, accounts);
            const refused = [...known.values()].includes('refused');
            // Whether an App may see collaborators through GraphQL is documented nowhere [live]; REST says that it may.
            const listed = refused ? await listCollaborators(client) : null;
            return new Map([...known].map(([id, permission]) => [
                id,
                permission !== 'refused' ? permission : listed === null ? 'unknown' : (listed.get(id) ?? 'none'),
            ]));
        },
        async accounts(logins) {
            const wanted = [...new Set(logins)];
            const found = await Promise.all(wanted.map(async (login) => askAccount(graphql, login)));
            return new Map(wanted.map((login, index) => [login, found[index] ?? null]));
        },
        async teams(names) {
            const wanted = [...new Set(names)];
            const found = await Promise.all(wanted.map(async (name) => askTeam(organisation, name)));
            return new Map(wanted.map((name, index) => [name, found[index] ?? null]));
        },
    };
}
/** `refused` where GitHub shows no collaborators at all, which says nothing about the account. */
async function askPermissions(source, accounts) {
    const people = [...new Map(accounts.map((account) => [account.id, account])).values()];
    const groups = [];
    for (let start = 0; start < people.length; start += MAX_ACCOUNTS)
        groups.push(people.slice(start, start + MAX_ACCOUNTS));
    const answers = await Promise.all(groups.map(async (group) => askGroup(source, group)));
    return new Map(answers.flat());
}
async function askGroup({ client, graphql }, group) {
    const one = (index) => `p${index}: collaborators(login: $p${index}, first: 10) { edges { permission node { databaseId } } }`;
    const answer = await graphql.ask({
        doing: `read the permissions of ${group.length} accounts`,
        permission: 'metadata: read',
        ...repositoryField(client, group.map((_, index) => one(index)).join(' '), Object.fromEntries(group.map(({ login }, index) => [`p${index}`, { type: 'String!', value: login }]))),
        answer: schemas/* record */.g1P(schemas/* string */.YjP(), collaboratorsAnswer.nullable()),
        mayFail: ({ path }) => path.length > 0,
    });
    return group.map(({ id }, index) => [id, permissionOf(id, answer[`p${index}`] ?? null)]);
}
/** A login can change hands between two requests; only the id says whose permission this is. */
function permissionOf(id, collaborators) {
    if (collaborators === null)
        return 'refused';
    if (collaborators.edges.length === 0)
        return 'none';
    const own = collaborators.edges.find(({ node }) => node.databaseId === id);
    return own === undefined ? 'unknown' : (PERMISSIONS[own.permission] ?? 'unknown');
}
async function askAccount(graphql, login) {
    return graphql.ask({
        doing: `look up the account "${login}"`,
        permission: 'metadata: read',
        field: 'user(login: $login) { databaseId login }',
        variables: { login: { type: 'String!', value: login } },
        answer: userAnswer.nullable(),
        mayFail: ({ type, path }) => type === 'NOT_FOUND' && path.length === 0,
    });
}
const teamAnswer = schemas/* object */.Ikc({ team: schemas/* object */.Ikc({ members: page_pageAnswer(userAnswer.nullable()) }).nullable() })
    .nullable()
    .transform((organization) => organization?.team?.members ?? null);
/** Members of `org/slug`; `null` when the team, or any member of it, cannot be seen. */
async function askTeam(graphql, name) {
    const [org, slug, ...rest] = name.split('/');
    if (org === undefined || slug === undefined || rest.length > 0)
        return null;
    const purpose = { doing: `list the members of team "${name}"`, permission: 'members: read' };
    const page = 'nodes { databaseId login } pageInfo { hasNextPage endCursor }';
    const members = await readVisiblePages(purpose, async (after) => graphql.ask({
        ...purpose,
        field: `organization(login: $org) { team(slug: $slug) { members(first: 100, after: $after, membership: ALL) { ${page} } } }`,
        variables: {
            org: { type: 'String!', value: org },
            slug: { type: 'String!', value: slug },
            after: { type: 'String', value: after },
        },
        answer: teamAnswer,
        mayFail: isNotVisible,
    }));
    const known = members?.filter((member) => member !== null);
    return known === undefined || known.length !== members?.length ? null : known;
}
function isNotVisible({ type }) {
    return NOT_VISIBLE.includes(type);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/packages/github/src/branch-pulls.js



/** GitHub changes the base by itself when the branch that was the base is merged and deleted. */
const BASE_CHANGES = [
    ['BASE_REF_CHANGED_EVENT', 'BaseRefChangedEvent'],
    ['AUTOMATIC_BASE_CHANGE_SUCCEEDED_EVENT', 'AutomaticBaseChangeSucceededEvent'],
];
const TIMELINE = `timelineItems(itemTypes: [${BASE_CHANGES.map(([item]) => item).join(', ')}], last: 1) ` +
    `{ nodes { ${BASE_CHANGES.map(([, type]) => `... on ${type} { createdAt }`).join(' ')} } }`;
const PULL = `number createdAt closedAt headRefOid baseRefName isCrossRepository headRepository { id } ${TIMELINE}`;
const instant = iso/* datetime */.w$({ offset: true }).transform((text) => new Date(text));
const pullAnswer = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    createdAt: instant,
    closedAt: instant.nullable(),
    headRefOid: shaAnswer,
    baseRefName: schemas/* string */.YjP(),
    isCrossRepository: schemas/* boolean */.zMY(),
    headRepository: schemas/* object */.Ikc({ id: schemas/* string */.YjP() }).nullable(),
    timelineItems: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ createdAt: instant })).max(1) }),
})
    .transform(({ timelineItems, ...pull }) => ({
    number: pull.number,
    headSha: pull.headRefOid,
    baseRef: pull.baseRefName,
    fromFork: pull.isCrossRepository || pull.headRepository === null,
    createdAt: pull.createdAt,
    closedAt: pull.closedAt,
    baseChangedAt: timelineItems.nodes[0]?.createdAt ?? null,
}));
const answer = schemas/* object */.Ikc({
    pullRequests: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(pullAnswer), pageInfo: schemas/* object */.Ikc({ hasNextPage: schemas/* boolean */.zMY() }) }),
});
/**
 * Reads the pull requests whose head branch has one name, those of forks too, for GitHub selects by the name alone. Only
 * one page: whoever has more is told that they are not all.
 */
async function readBranchPulls(client, graphql, branch) {
    const connection = 'pullRequests(headRefName: $branch, states: [OPEN, CLOSED, MERGED], first: 100)';
    const { pullRequests } = await graphql.ask({
        doing: `list the pull requests of branch ${branch}`,
        permission: 'pull-requests: read',
        ...repositoryField(client, `${connection} { nodes { ${PULL} } pageInfo { hasNextPage } }`, {
            branch: { type: 'String!', value: branch },
        }),
        answer,
    });
    return { pulls: pullRequests.nodes, complete: !pullRequests.pageInfo.hasNextPage };
}

;// CONCATENATED MODULE: ./build/packages/github/src/pull-answers.js



/** GitHub's own stand-in for deleted accounts, as REST names it. Nobody can sign in as it. */
const GHOST = { id: 10_137, login: 'ghost', type: 'User' };
/** Selection of a pull request, to be read by {@link pullAnswer}. */
const pull_answers_PULL = 'number url isDraft state merged mergedAt mergeCommit { oid } isCrossRepository headRepository { id } ' +
    `headRefName headRefOid baseRefName baseRefOid author ${ACTOR}`;
const pull_answers_instant = iso/* datetime */.w$({ offset: true }).transform((text) => new Date(text));
const pull_answers_pullAnswer = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    url: schemas/* url */.OZ5(),
    isDraft: schemas/* boolean */.zMY(),
    state: schemas/* enum */.k5n(['OPEN', 'CLOSED', 'MERGED']),
    merged: schemas/* boolean */.zMY(),
    mergedAt: pull_answers_instant.nullable(),
    mergeCommit: schemas/* object */.Ikc({ oid: shaAnswer }).nullable(),
    isCrossRepository: schemas/* boolean */.zMY(),
    headRepository: schemas/* object */.Ikc({ id: schemas/* string */.YjP() }).nullable(),
    headRefName: schemas/* string */.YjP(),
    headRefOid: shaAnswer,
    baseRefName: schemas/* string */.YjP(),
    baseRefOid: shaAnswer,
    // An account without a number is an unusable answer: nobody could tell whether it is the reviewer.
    author: actorAnswer.refine((account) => account !== null, { message: 'an account without a number' }).nullable(),
})
    .transform((pull) => ({
    number: pull.number,
    author: pull.author ?? GHOST,
    headSha: pull.headRefOid,
    headRef: pull.headRefName,
    baseRef: pull.baseRefName,
    baseSha: pull.baseRefOid,
    draft: pull.isDraft,
    merged: pull.merged,
    mergedAt: pull.mergedAt,
    // Before the merge GitHub may name a test merge commit, which it makes and drops at will.
    mergeCommitSha: pull.merged ? (pull.mergeCommit?.oid ?? null) : null,
    open: pull.state === 'OPEN',
    // The head's repository is null when the fork was deleted.
    fromFork: pull.isCrossRepository || pull.headRepository === null,
    url: pull.url,
}));
/** Selection of a review. Not `databaseId`: GitHub is taking it away, because newer reviews do not fit it. */
const REVIEW = `fullDatabaseId state submittedAt commit { oid } author ${ACTOR}`;
/** A 64-bit number, which GitHub writes as text. */
const bigNumber = schemas/* union */.KCZ([schemas/* int */.Whr(), schemas/* string */.YjP().regex(/^\d{1,16}$/)])
    .transform(Number)
    .pipe(schemas/* int */.Whr());
/** `null` for a review of a deleted account, or one not submitted yet: it can count for nothing. */
const reviewAnswer = schemas/* object */.Ikc({
    fullDatabaseId: bigNumber.nullable(),
    state: schemas/* enum */.k5n(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
    submittedAt: pull_answers_instant.nullable(),
    commit: schemas/* object */.Ikc({ oid: shaAnswer }).nullable(),
    author: actorAnswer.nullable(),
})
    .transform(({ fullDatabaseId: id, state, submittedAt, commit, author }) => id === null || author === null || submittedAt === null
    ? null
    : { id, reviewer: author, state, commitSha: commit?.oid ?? null, submittedAt });

;// CONCATENATED MODULE: ./build/packages/github/src/pull-questions.js





const pull_questions_PERMISSION = 'pull-requests: read';
const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
/** Pull requests through GraphQL: every question may share its request with others. */
function createPullQuestions(client, graphql) {
    async function ask(doing, selection, rest) {
        const { variables, answer } = rest;
        const field = repositoryField(client, selection, variables);
        return graphql.ask({ doing, permission: pull_questions_PERMISSION, ...field, answer });
    }
    /** All items of a connection of one pull request, each read by `item`. */
    async function listOf(doing, list, item) {
        const { number, name, nodes } = list;
        const connection = `list: ${name}(first: 100, after: $after) { nodes { ${nodes} } ${PAGE_INFO} }`;
        return page_readPages({ doing, permission: pull_questions_PERMISSION }, async (after) => {
            const { pullRequest } = await ask(doing, `pullRequest(number: $number) { ${connection} }`, {
                variables: { number: { type: 'Int!', value: number }, ...afterCursor(after) },
                answer: schemas/* object */.Ikc({ pullRequest: schemas/* object */.Ikc({ list: page_pageAnswer(item) }) }),
            });
            return pullRequest.list;
        });
    }
    return {
        async get(number) {
            const { pullRequest } = await ask(`read pull request ${number}`, `pullRequest(number: $number) { ${pull_answers_PULL} }`, {
                variables: { number: { type: 'Int!', value: number } },
                answer: schemas/* object */.Ikc({ pullRequest: pull_answers_pullAnswer }),
            });
            return pullRequest;
        },
        async ofCommit(sha) {
            const doing = `find the pull requests of commit ${sha}`;
            const connection = `associatedPullRequests(first: 100, after: $after) { nodes { ${pull_answers_PULL} } ${PAGE_INFO} }`;
            const pulls = await page_readPages({ doing, permission: pull_questions_PERMISSION }, async (after) => {
                const { object } = await ask(doing, `object(oid: $sha) { ... on Commit { ${connection} } }`, {
                    variables: { sha: { type: 'GitObjectID!', value: sha }, ...afterCursor(after) },
                    answer: schemas/* object */.Ikc({ object: schemas/* object */.Ikc({ associatedPullRequests: page_pageAnswer(pull_answers_pullAnswer) }) }),
                });
                return object.associatedPullRequests;
            });
            // GitHub also names pull requests that merely contain the commit.
            return pulls.filter((pull) => pull.headSha === sha || pull.mergeCommitSha === sha);
        },
        async listOpen() {
            const doing = 'list the open pull requests';
            const order = 'orderBy: { field: CREATED_AT, direction: DESC }';
            return page_readPages({ doing, permission: pull_questions_PERMISSION }, async (after) => {
                const connection = `pullRequests(states: [OPEN], first: 100, after: $after, ${order})`;
                const { pullRequests } = await ask(doing, `${connection} { nodes { ${pull_answers_PULL} } ${PAGE_INFO} }`, {
                    variables: afterCursor(after),
                    answer: schemas/* object */.Ikc({ pullRequests: page_pageAnswer(pull_answers_pullAnswer) }),
                });
                return pullRequests;
            });
        },
        ofBranch: (branch) => readBranchPulls(client, graphql, branch),
        async reviews(number) {
            const doing = `list the reviews of pull request ${number}`;
            const reviews = await listOf(doing, { number, name: 'reviews', nodes: REVIEW }, reviewAnswer);
            return reviews.filter((review) => review !== null);
        },
    };
}
function afterCursor(after) {
    return { after: { type: 'String', value: after } };
}

;// CONCATENATED MODULE: ./build/packages/github/src/pushes.js


/** GitHub pages this list by cursor; nobody needs more than the newest page of one branch. */
const MOST = 100;
// An account that was deleted has no actor any more, and nobody left who could review.
const activityAnswer = schemas/* object */.Ikc({ activity_type: schemas/* string */.YjP(), actor: accountAnswer.nullable() });
function createPushes(client) {
    return {
        async pushers(branch) {
            const moves = await client.call({
                doing: `list who pushed to "${branch}"`,
                permission: 'contents: read',
                path: `${client.repository}/activity`,
                params: { ref: `refs/heads/${branch}`, per_page: MOST },
                answer: schemas/* array */.YOg(activityAnswer),
            });
            const accounts = moves
                .filter(({ activity_type }) => activity_type !== 'branch_deletion')
                .flatMap(({ actor }) => (actor === null ? [] : [actor]));
            const byId = new Map(accounts.map((account) => [account.id, account]));
            return { accounts: [...byId.values()], complete: moves.length < MOST };
        },
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/packages/github/src/release-answer.js


const assetAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    size: schemas/* int */.Whr().min(0),
    state: schemas/* string */.YjP(),
    digest: digestAnswer,
    browser_download_url: schemas/* url */.OZ5(),
})
    .transform((asset) => ({
    id: asset.id,
    name: asset.name,
    sizeBytes: asset.size,
    // Anything but `uploaded` is an asset whose bytes are not all there.
    state: asset.state === 'uploaded' ? 'uploaded' : 'starter',
    digest: asset.digest,
    url: asset.browser_download_url,
}));
const releaseAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    tag_name: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().nullable(),
    body: schemas/* string */.YjP().nullish(),
    draft: schemas/* boolean */.zMY(),
    // Absent on servers that do not know immutable releases: then it is not immutable.
    immutable: schemas/* boolean */.zMY().optional(),
    target_commitish: schemas/* string */.YjP(),
    html_url: schemas/* url */.OZ5(),
    upload_url: schemas/* string */.YjP().min(1),
    assets: schemas/* array */.YOg(assetAnswer),
})
    .transform((release) => ({
    id: release.id,
    tag: release.tag_name,
    title: release.name ?? '',
    body: release.body ?? '',
    draft: release.draft,
    immutable: release.immutable === true,
    targetCommit: release.target_commitish,
    url: release.html_url,
    // An RFC 6570 template: "…/assets{?name,label}".
    uploadUrl: release.upload_url.replace(/\{[^}]*\}$/, ''),
    assets: release.assets,
}));

;// CONCATENATED MODULE: ./build/packages/github/src/asset-upload.js







const IDLE_MILLISECONDS = 300_000;
const MAX_ANSWER_BYTES = 1_000_000;
/**
 * Streams one asset to the release's own upload address. Not through Octokit or fetch: both hold the whole file in
 * memory (2 GB file: 2250 MB resident with fetch, 130 MB here).
 *
 * A broken upload is not tried again here, rate limits apart: it may leave an asset in state `starter` that the caller
 * must delete first.
 */
async function uploadAsset(client, release, asset) {
    const purpose = { doing: `upload asset "${asset.name}"`, permission: 'contents: write' };
    const target = uploadAddress(client, release, asset);
    try {
        const text = await withRateLimit(client.waits, async () => asset_upload_send(client, target, asset));
        const result = assetAnswer.safeParse(parseJson(text));
        if (!result.success)
            throw unexpectedAnswer(purpose, 'it describes no asset', result.error);
        return result.data;
    }
    catch (error) {
        throw toActionError(error, purpose, client.waits.now());
    }
}
function uploadAddress(client, release, asset) {
    const url = URL.parse(release.uploadUrl);
    const api = new URL(client.options.apiUrl);
    // The token goes there, so the address must be as protected as the API itself.
    if (url === null || !(url.protocol === 'https:' || (api.protocol === 'http:' && url.protocol === 'http:'))) {
        throw unexpectedAnswer({ doing: `upload asset "${asset.name}"`, permission: 'contents: write' }, 'upload_url is not https');
    }
    url.searchParams.set('name', asset.name);
    return url;
}
async function asset_upload_send(client, target, asset) {
    const open = target.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    const request = open(target, {
        method: 'POST',
        headers: {
            accept: 'application/vnd.github+json',
            authorization: `token ${client.options.token}`,
            'content-length': asset.sizeBytes,
            'content-type': asset.contentType,
            'user-agent': client.options.userAgent ?? 'gatehouse',
            'x-github-api-version': '2022-11-28',
        },
    });
    request.setTimeout(IDLE_MILLISECONDS, () => request.destroy(new Error('no traffic for five minutes')));
    const answered = asset_upload_answerOf(request);
    // A server may answer and close before it has read everything; its answer says more than the broken pipe.
    answered.catch(() => undefined);
    let sendingFailed;
    try {
        await (0,external_node_stream_promises_.pipeline)(exactly(asset), request);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            throw error;
        sendingFailed = error;
    }
    const response = await answered.catch((error) => {
        throw sendingFailed ?? error;
    });
    const text = await readText(response);
    if (response.statusCode === 201)
        return text;
    throw new UploadRefused(response, text);
}
/** What GitHub answered to an upload, in the shape of Octokit's request error. */
class UploadRefused extends Error {
    status;
    response;
    constructor(response, text) {
        super(messageOf(text));
        this.name = 'UploadRefused';
        this.status = response.statusCode ?? 0;
        this.response = {
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [
                name,
                Array.isArray(value) ? value.join(', ') : value,
            ])),
        };
    }
}
async function asset_upload_answerOf(request) {
    return new Promise((resolve, reject) => {
        request.once('response', resolve);
        request.once('error', reject);
        request.once('close', () => reject(new Error('the connection was closed without an answer')));
    });
}
/** Node sends whatever it is given: a source that changed its size since it was measured must not get through. */
async function* exactly(asset) {
    let sizeBytes = 0;
    for await (const chunk of asset.open()) {
        sizeBytes += chunk.length;
        if (sizeBytes > asset.sizeBytes)
            throw wrongSize(asset, 'more bytes');
        yield chunk;
    }
    if (sizeBytes < asset.sizeBytes)
        throw wrongSize(asset, `only ${sizeBytes} bytes`);
}
function wrongSize(asset, found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `Asset "${asset.name}"`,
        found: `Its source gives ${found}`,
        allowed: `${asset.sizeBytes} bytes, as measured before`,
        remedy: 'Find out what changed the file, and run the job again',
    }, { reasonCode: 'digest-mismatch' });
}
async function readText(response) {
    const chunks = [];
    let sizeBytes = 0;
    for await (const chunk of response) {
        if (!(chunk instanceof Uint8Array))
            continue;
        sizeBytes += chunk.length;
        if (sizeBytes > MAX_ANSWER_BYTES)
            break;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function messageOf(text) {
    const data = parseJson(text);
    if (typeof data !== 'object' || data === null || !('message' in data))
        return text.slice(0, 300);
    const errors = 'errors' in data ? `: ${JSON.stringify(data.errors)}` : '';
    return `${String(data.message)}${errors}`;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/packages/github/src/byte-stream.js


/**
 * Bytes behind an API address, following one redirect. The second request is our own and carries no token: the storage
 * host authorises by the address itself, and would be sent a credential that is none of its business.
 *
 * A range is asked of the storage host. Whoever answers with all bytes in place of it costs time and nothing else.
 */
async function toByteStream(client, purpose, request) {
    const { range } = request;
    const answer = await client.bytes({ ...purpose, ...request });
    if (answer.kind === 'bytes')
        return cutOut(explained(answer.body, client, purpose), range);
    const fetch = client.options.fetch ?? globalThis.fetch;
    const response = await fetch(answer.location, {
        headers: {
            'user-agent': client.options.userAgent ?? 'gatehouse',
            ...(range === undefined ? {} : { range: `bytes=${range.begin}-${range.end - 1}` }),
        },
    }).catch((error) => {
        throw toActionError(error, purpose, client.waits.now());
    });
    const partial = range !== undefined && isAnswerOf(response, range);
    if (response.body === null || !(partial || response.status === 200)) {
        await response.body?.cancel();
        throw unexpectedAnswer(purpose, `status ${response.status} from ${answer.location.host}, where the bytes should be`);
    }
    const stream = explained(response.body, client, purpose);
    return partial ? stream : cutOut(stream, range);
}
function isAnswerOf(response, { begin, end }) {
    const found = response.headers.get('content-range') ?? '';
    return response.status === 206 && found.startsWith(`bytes ${begin}-${end - 1}/`);
}
/** The bytes of a range out of all bytes; the rest is not waited for. */
async function* cutOut(stream, range) {
    let position = 0;
    for await (const block of stream) {
        const begin = Math.max((range?.begin ?? 0) - position, 0);
        const end = Math.min((range?.end ?? Number.POSITIVE_INFINITY) - position, block.length);
        if (end > begin)
            yield block.subarray(begin, end);
        position += block.length;
        if (range !== undefined && position >= range.end)
            return;
    }
}
/** A connection that breaks midway is explained like one that was never made. */
async function* explained(body, client, purpose) {
    try {
        yield* body;
    }
    catch (error) {
        throw toActionError(error, purpose, client.waits.now());
    }
}
/** All bytes in one piece; refuses as soon as there are more than `maxBytes`. */
async function readAtMost(stream, maxBytes, purpose) {
    const chunks = [];
    let sizeBytes = 0;
    for await (const chunk of stream) {
        sizeBytes += chunk.length;
        if (sizeBytes > maxBytes) {
            throw new errors/* ActionError */.lZ('refused', {
                where: `GitHub, to ${purpose.doing}`,
                found: `More than ${maxBytes} bytes`,
                allowed: `At most ${maxBytes} bytes`,
                remedy: 'Put less into the artifact',
            });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, sizeBytes);
}

;// CONCATENATED MODULE: ./build/packages/github/src/releases.js





const READ = 'contents: read';
const releases_WRITE = 'contents: write';
function createReleases(client) {
    const base = `${client.repository}/releases`;
    const list = async () => client.list({ doing: 'list the releases', permission: READ, path: base, item: releaseAnswer });
    return {
        list,
        async byTag(tag) {
            const doing = `read the release of tag "${tag}"`;
            const path = `${base}/tags/${encodeURIComponent(tag)}`;
            const release = await client.find({ doing, permission: READ, path, answer: releaseAnswer });
            if (release !== null)
                return release;
            // 404 also means "this token may not read": an answer to another read shows that it may.
            await client.call({ doing, permission: READ, path: base, params: { per_page: 1 }, answer: schemas/* array */.YOg(schemas/* unknown */.L5J()) });
            return null;
        },
        async get(id) {
            const doing = `read release ${id}`;
            return client.call({ doing, permission: READ, path: `${base}/${id}`, answer: releaseAnswer });
        },
        async createDraft({ tag, targetCommit, title, body }) {
            return unlessBurned(client.call({
                doing: `draft the release of tag "${tag}"`,
                permission: releases_WRITE,
                method: 'POST',
                path: base,
                params: { tag_name: tag, target_commitish: targetCommit, name: title, body, draft: true },
                answer: releaseAnswer,
            }));
        },
        async upload(release, asset) {
            return uploadAsset(client, release, asset);
        },
        async deleteAsset(assetId) {
            await remove(client, `delete asset ${assetId}`, `${base}/assets/${assetId}`);
        },
        async deleteDraft(id) {
            const release = await client.call({
                doing: `read release ${id}`,
                permission: READ,
                path: `${base}/${id}`,
                answer: releaseAnswer,
            });
            if (!release.draft)
                throw notADraft(release);
            await remove(client, `delete the draft release ${id}`, `${base}/${id}`);
        },
        async publish(id) {
            return unlessBurned(client.call({
                doing: `publish release ${id}`,
                permission: releases_WRITE,
                method: 'PATCH',
                path: `${base}/${id}`,
                // Which model is current is what a stage says; GitHub's "latest" of many models means nothing.
                params: { draft: false, make_latest: 'false' },
                answer: releaseAnswer,
            }));
        },
        async download(assetId, range) {
            const purpose = { doing: `download asset ${assetId}`, permission: READ };
            const path = `${base}/assets/${assetId}`;
            return toByteStream(client, purpose, { path, accept: 'application/octet-stream', range });
        },
    };
}
async function remove(client, doing, path) {
    await client.call({ doing, permission: releases_WRITE, method: 'DELETE', path, answer: schemas/* unknown */.L5J() });
}
/** The name of an immutable release is used up for ever, also after the release was deleted. */
async function unlessBurned(call) {
    try {
        return await call;
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || !error.fault.found.includes('was used by an immutable release'))
            throw error;
        const remedy = 'Publish under the next version';
        throw new errors/* ActionError */.lZ('refused', { ...error.fault, remedy }, { cause: error, reasonCode: 'version-exists' });
    }
}
function notADraft(release) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Release ${release.id}, tag "${release.tag}"`,
        found: 'It is published',
        allowed: 'Only drafts are ever deleted',
        remedy: 'Publish another version',
    });
}

;// CONCATENATED MODULE: ./build/packages/github/src/runs.js





const runs_PERMISSION = 'actions: read';
const runs_runAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP().nullish(),
    path: schemas/* string */.YjP().min(1),
    created_at: iso/* datetime */.w$({ offset: true }),
    head_sha: shaAnswer,
    head_branch: schemas/* string */.YjP().nullable(),
    event: schemas/* string */.YjP(),
    conclusion: schemas/* string */.YjP().nullable(),
    actor: accountAnswer,
    triggering_actor: accountAnswer,
    repository: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }),
    head_repository: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }).nullable(),
    pull_requests: schemas/* array */.YOg(schemas/* object */.Ikc({ number: schemas/* int */.Whr() })).nullable(),
})
    .transform((run) => ({
    id: run.id,
    headSha: run.head_sha,
    headBranch: run.head_branch,
    event: run.event,
    name: run.name ?? '',
    // GitHub adds `@` and a ref where the file is not the one of the run's own commit.
    path: run.path.replace(/@.*$/, ''),
    createdAt: new Date(run.created_at),
    actor: run.actor,
    triggeringActor: run.triggering_actor,
    conclusion: run.conclusion,
    // A head repository that is gone was a fork.
    fromFork: run.head_repository?.id !== run.repository.id,
    pullRequestNumbers: (run.pull_requests ?? []).map(({ number }) => number),
}));
const artifactAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    size_in_bytes: schemas/* int */.Whr().min(0),
    expired: schemas/* boolean */.zMY(),
    expires_at: iso/* datetime */.w$({ offset: true }).nullish(),
    digest: digestAnswer,
    workflow_run: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }),
})
    .transform((artifact) => ({
    id: artifact.id,
    name: artifact.name,
    sizeBytes: artifact.size_in_bytes,
    expired: artifact.expired,
    expiresAt: artifact.expires_at == null ? null : new Date(artifact.expires_at),
    digest: artifact.digest,
    runId: artifact.workflow_run.id,
}));
/** @param maxBytes artifacts above this size are refused, because they are held in memory */
function createRuns(client, maxBytes) {
    const actions = `${client.repository}/actions`;
    return {
        async get(runId) {
            const doing = `read workflow run ${runId}`;
            return client.call({ doing, permission: runs_PERMISSION, path: `${actions}/runs/${runId}`, answer: runs_runAnswer });
        },
        async listForHead(headSha) {
            return client.list({
                doing: `list the workflow runs of ${headSha}`,
                permission: runs_PERMISSION,
                path: `${actions}/runs`,
                params: { head_sha: headSha },
                key: 'workflow_runs',
                item: runs_runAnswer,
            });
        },
        async artifacts(runId) {
            return client.list({
                doing: `list the artifacts of run ${runId}`,
                permission: runs_PERMISSION,
                path: `${actions}/runs/${runId}/artifacts`,
                key: 'artifacts',
                item: artifactAnswer,
            });
        },
        async artifactsNamed(name) {
            return client.list({
                doing: `look for artifacts named ${name}`,
                permission: runs_PERMISSION,
                path: `${actions}/artifacts`,
                params: { name },
                key: 'artifacts',
                item: artifactAnswer,
            });
        },
        async artifact(artifactId) {
            const doing = `read artifact ${artifactId}`;
            const path = `${actions}/artifacts/${artifactId}`;
            return client.call({ doing, permission: runs_PERMISSION, path, answer: artifactAnswer });
        },
        async download(artifactId) {
            return downloadArtifact(client, artifactId, maxBytes);
        },
    };
}
async function downloadArtifact(client, artifactId, maxBytes) {
    const purpose = { doing: `download artifact ${artifactId}`, permission: runs_PERMISSION };
    try {
        const stream = await toByteStream(client, purpose, {
            path: `${client.repository}/actions/artifacts/${artifactId}/zip`,
            accept: 'application/vnd.github+json',
        });
        return await readAtMost(stream, maxBytes, purpose);
    }
    catch (error) {
        const gone = error instanceof Error && refusalOf(error.cause)?.status === 410;
        throw gone ? expired(artifactId, error) : error;
    }
}
function expired(artifactId, cause) {
    return new errors/* ActionError */.lZ('service', {
        where: `Artifact ${artifactId}`,
        found: 'It has expired',
        allowed: 'An artifact that GitHub still keeps',
        remedy: 'Run the training again, and raise retention-days if this happens often',
    }, { cause, reasonCode: 'candidate-expired' });
}

;// CONCATENATED MODULE: ./build/packages/github/src/tags.js



const gitObject = schemas/* object */.Ikc({ type: schemas/* string */.YjP(), sha: shaAnswer });
const refAnswer = schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), object: gitObject });
const tagAnswer = schemas/* object */.Ikc({ tag: schemas/* string */.YjP(), message: schemas/* string */.YjP(), object: gitObject });
const REF = 'refs/tags/';
/** Tags of tags of tags: more than this is mischief. */
const MAX_DEPTH = 5;
/** Annotated tags; `#` and `@` of GTO's grammar are percent-encoded in addresses. */
function createTags(client) {
    const matching = async (prefix) => client.list({
        doing: `list the tags that start with "${prefix}"`,
        permission: 'contents: read',
        path: `${client.repository}/git/matching-refs/tags/${encodeURIComponent(prefix)}`,
        item: refAnswer,
        unpaged: true,
    });
    return {
        async names(prefix) {
            return (await matching(prefix)).map(({ ref }) => ref.slice(REF.length));
        },
        async list(prefix) {
            const refs = await matching(prefix);
            const annotated = refs.filter(({ object }) => object.type === 'tag');
            return Promise.all(annotated.map(async ({ ref, object }) => peel(client, ref, object.sha)));
        },
        async create({ name, commit, message }) {
            const purpose = { doing: `create the tag "${name}"`, permission: 'contents: write' };
            const tag = await client.call({
                ...purpose,
                method: 'POST',
                path: `${client.repository}/git/tags`,
                params: { tag: name, message, object: commit, type: 'commit' },
                answer: schemas/* object */.Ikc({ sha: shaAnswer }),
            });
            await client.call({
                ...purpose,
                method: 'POST',
                path: `${client.repository}/git/refs`,
                params: { ref: `refs/tags/${name}`, sha: tag.sha },
                answer: refAnswer,
            });
        },
    };
}
async function peel(client, ref, sha) {
    const name = ref.slice(REF.length);
    const purpose = { doing: `read the tag "${name}"`, permission: 'contents: read' };
    const read = async (tagSha) => client.call({ ...purpose, path: `${client.repository}/git/tags/${tagSha}`, answer: tagAnswer });
    const outer = await read(sha);
    // A reference to another tag's object would lend that tag's message and signature to this name.
    if (outer.tag !== name)
        throw unexpectedAnswer(purpose, `its object says that it is the tag "${outer.tag}"`);
    let { object } = outer;
    for (let depth = 1; object.type === 'tag' && depth < MAX_DEPTH; depth += 1)
        ({ object } = await read(object.sha));
    if (object.type !== 'commit')
        throw unexpectedAnswer(purpose, `it points at a ${object.type}, not at a commit`);
    return { name, commit: object.sha, message: outer.message };
}

;// CONCATENATED MODULE: ./build/packages/github/src/github.js















/** Name of the orphan branch that holds decisions and signed statements. */
const EVIDENCE_BRANCH = 'gatehouse-evidence';
const DEFAULT_MAX_ARTIFACT_BYTES = 512 * 1024 * 1024;
/**
 * Connects to one repository. Makes no request.
 *
 * Every method of every port throws an `ActionError`: `permission` for 401, 403 and 404 (which GitHub also uses for
 * "not visible to this token"), `service` for everything else, `integrity` when bytes are not what was announced.
 *
 * @throws ConfigError naming every option that is missing
 */
function createGitHub(options) {
    const { orgToken, check = { kind: 'commit-status' }, maxArtifactBytes = DEFAULT_MAX_ARTIFACT_BYTES } = options;
    const client = createClient(options);
    const graphql = createGraphql(client);
    // What the same token may ask goes out in the same request.
    const organisation = orgToken === undefined || orgToken === '' ? graphql : createGraphql(createClient({ ...options, token: orgToken }));
    return {
        contents: createContents(client, graphql),
        pulls: createPullQuestions(client, graphql),
        pushes: createPushes(client),
        mergeQueue: createMergeQueue(client, graphql),
        people: createPeople({ client, graphql, organisation }),
        checks: createChecks(client, graphql, check),
        comments: createComments(client, graphql),
        runs: createRuns(client, maxArtifactBytes),
        releases: createReleases(client),
        tags: createTags(client),
        deployments: createDeployments(client),
        dispatch: createDispatch(client),
        evidence: (branch = EVIDENCE_BRANCH) => createEvidenceBranch(client, graphql, branch),
    };
}


/***/ }),

/***/ 40757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ escapeMarkdown),
/* harmony export */   K: () => (/* binding */ digestCode)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67903);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64274);


/**
 * Text from data as GitHub-flavoured Markdown that renders to that text and nothing else.
 *
 * Everything but letters, digits, single spaces, a few signs that mean nothing to Markdown, hyphens between letters, dots
 * between digits and full stops becomes a numeric character reference, which CommonMark never reads as markup. A
 * zero-width space after `@` and `#`, and after a `:` that begins an emoji name or `://`, keeps GitHub from making
 * mentions, issue links, emoji and links of the rendered text. Invisible characters are shown and long text is cut, see
 * {@link visibleText}.
 *
 * @example escapeMarkdown('a|b') // 'a&#124;b'
 */
function escapeMarkdown(text, cut) {
    return (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(text, cut).replaceAll(MARKUP, (character, at, whole) => {
        const reference = `&#${Number(character.codePointAt(0))};`;
        return linksAt(whole, at) ? `${reference}&#8203;` : reference;
    });
}
function linksAt(text, at) {
    REFERENCE.lastIndex = at;
    return REFERENCE.test(text);
}
// What GitHub turns into something else after rendering, at one place of the text.
const REFERENCE = /[@#]|:(?:\/\/|[\w+-]+:)/y;
// A hyphen or dot inside a word is safe and keeps the source readable; spaces that Markdown would drop are kept.
const MARKUP = /(?<!\p{L})-|-(?!\p{L})|(?<![\d\p{L}])\.|(?<=\d)\.(?!\d)|(?<=\p{L})\.(?! [^ ]|$)|^ | (?= )| $|[^\p{L}\p{M}\p{N} ,;%(/.-]/gu;
/** A digest as a code span that can be copied; what is no digest is escaped. */
function digestCode(digest) {
    return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) ? `\`${digest}\`` : escapeMarkdown(digest);
}


/***/ }),

/***/ 64274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText),
/* harmony export */   t: () => (/* binding */ terminalLine)
/* harmony export */ });
const LONGEST = { maxCharacters: 200 };
/**
 * Text from data made harmless to read: control, format, bidirectional, private, unassigned and invisible characters, line
 * and paragraph separators are shown as `⟨U+202E⟩`, and what is longer than 200 characters is cut with `…`. One line results.
 */
function visibleText(text, { maxCharacters } = LONGEST) {
    const characters = Array.from(text);
    const kept = characters.slice(0, maxCharacters).join('');
    const shown = kept.replaceAll(/[\p{C}\p{Zl}\p{Zp}\p{DI}]/gu, codePointName);
    return characters.length > maxCharacters ? `${shown}…` : shown;
}
function codePointName(character) {
    return `⟨U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
/**
 * One line for a terminal or a workflow log: visible text in which no workflow command can be read, neither `::name::`
 * at its beginning nor the older `##[name]` anywhere.
 */
function terminalLine(text) {
    return visibleText(text, { maxCharacters: Number.POSITIVE_INFINITY })
        .replaceAll(/:(?=:)/g, ': ')
        .replaceAll('##[', '## [');
}


/***/ })

};
