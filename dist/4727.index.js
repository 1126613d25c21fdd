export const id = 4727;
export const ids = [4727];
export const modules = {

/***/ 52244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createArtifacts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);



/** Loaded on first use, so that actions without artifacts do not start with blob storage in memory. */
async function loadToolkitClient() {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(2271), __webpack_require__.e(8275), __webpack_require__.e(8170)]).then(__webpack_require__.bind(__webpack_require__, 98170));
    return new DefaultArtifactClient();
}
/** Artifacts through `@actions/artifact`. */
function createArtifacts(options) {
    const load = options.loadClient ?? loadToolkitClient;
    const retention = options.retentionDays === undefined ? {} : { retentionDays: options.retentionDays };
    return {
        upload: async (name, files) => {
            const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(options.temp, 'gatehouse-upload-'));
            try {
                const paths = [];
                for (const [file, bytes] of files) {
                    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ...checkedName(file).split('/'));
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, bytes, { flag: 'wx' });
                    paths.push(path);
                }
                const { id, digest } = await (await load()).uploadArtifact(name, paths, folder, retention);
                // The toolkit gives bare hex, the REST API and our ports the prefixed form.
                const prefixed = `sha256:${digest ?? ''}`;
                if (id === undefined || !(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(prefixed))
                    throw unconfirmed(name, id, digest);
                return { id, digest: prefixed };
            }
            finally {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
            }
        },
        downloadInRun: async (id, folder, expected) => {
            const arriving = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(options.temp, 'gatehouse-download-'));
            try {
                // The toolkit reports another digest as a flag; it does not throw.
                const client = await load();
                const result = await client.downloadArtifact(id, { path: arriving, expectedHash: expected });
                if (result.digestMismatch !== false)
                    throw mismatch(id, expected);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder), { recursive: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(arriving, folder);
            }
            finally {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(arriving, { recursive: true, force: true });
            }
        },
    };
}
function checkedName(name) {
    if (name.includes('\\') || name.split('/').some((part) => ['', '.', '..'].includes(part))) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('bug', {
            where: `Artifact file ${JSON.stringify(name)}`,
            found: 'its name leaves the folder',
            allowed: 'Names are relative, with "/" between plain parts',
            remedy: 'Report this as an issue.',
        });
    }
    return name;
}
function unconfirmed(name, id, digest) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('service', {
        where: `Upload of the artifact ${JSON.stringify(name)}`,
        found: `GitHub answered id ${id ?? 'none'} and digest ${JSON.stringify(digest ?? 'none')}`,
        allowed: 'Both are needed to name the bytes later',
        remedy: 'Run the job again.',
    });
}
function mismatch(id, expected) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('integrity', {
        where: `Artifact ${id}`,
        found: 'its bytes have another digest',
        allowed: `The digest must be ${expected}`,
        remedy: 'Find out which job of this run replaced it, then run the workflow again.',
    }, { reasonCode: 'digest-mismatch' });
}


/***/ }),

/***/ 42499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parseEvaluationRecord),
/* harmony export */   b: () => (/* binding */ EVALUATION_FILES)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);


const digest = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .transform((value) => value);
const champion = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('state', [
    /** No stage tag names a version: the first version is judged by floors. */
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('none') }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('evaluated'), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), modelDigest: digest, predictions: digest }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('unavailable'), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(1000) }),
]);
const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    model: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    headSha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/),
    policyDigest: digest,
    modelDigest: digest,
    datasetDigest: digest,
    predictions: digest,
    champion,
});
/** Names inside the evaluation artifact. */
const EVALUATION_FILES = {
    record: 'evaluation.json',
    predictions: 'predictions.csv',
    championPredictions: 'champion-predictions.csv',
};
/** Parses the record; anything else is refused as `evaluation-error`. */
function parseEvaluationRecord(bytes) {
    try {
        return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('integrity', {
            where: EVALUATION_FILES.record,
            found: cause instanceof Error ? cause.message.slice(0, 500) : String(cause),
            allowed: 'an evaluation record, schema version 1',
            remedy: 'Run evaluate-model and the gates of the same release of Gatehouse',
        }, { cause, reasonCode: 'evaluation-error' });
    }
}


/***/ }),

/***/ 80938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ DECISION_FILE),
/* harmony export */   W: () => (/* binding */ uploadDecision)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14752);

/** Name of the file inside a decision artifact. */
const DECISION_FILE = 'decision.json';
/**
 * Uploads a decision as an artifact of this run and names it by id and digest, as `decide` wants it.
 *
 * @param beside Further files of the artifact, by name; `decide` does not read them.
 */
async function uploadDecision(decision, uploads, beside = new Map()) {
    const json = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(decision);
    const name = `decision-${decision.gate}-${decision.subject?.model ?? 'table'}`;
    const { id, digest } = await uploads.upload(name, new Map([...beside, [DECISION_FILE, new TextEncoder().encode(json)]]));
    return { outcome: decision.outcome, 'artifact-id': String(id), 'artifact-digest': digest, decision: json };
}


/***/ }),

/***/ 30622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J4: () => (/* binding */ mismatch),
/* harmony export */   W7: () => (/* binding */ fileOf),
/* harmony export */   yI: () => (/* binding */ resolveGateSubject)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42499);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53732);
/* harmony import */ var _gatehouse_governance__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69364);
/* harmony import */ var _gatehouse_registry__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72766);
/* harmony import */ var _gatehouse_registry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99857);
/* harmony import */ var _gatehouse_tables__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24462);




/**
 * Derives subject and policy anew from GitHub. The evaluation artifact says which model it was about, and whatever else its
 * record claims must equal what was derived here.
 *
 * @throws ActionError `integrity`/`refused`: `digest-mismatch`, `evaluation-error`, `decision-mismatch`, and all of
 *   `resolveSubject`.
 */
async function resolveGateSubject(request, ports) {
    const zip = await (0,_gatehouse_registry__WEBPACK_IMPORTED_MODULE_0__/* .readVerifiedArtifact */ .T6)(ports.runs, request.evaluationArtifactId, request.evaluationArtifactDigest);
    const subject = await (0,_gatehouse_governance__WEBPACK_IMPORTED_MODULE_1__/* .resolveSubject */ .f9)(ports, request);
    const files = await (0,_gatehouse_registry__WEBPACK_IMPORTED_MODULE_2__/* .readArchive */ .b)(zip);
    const record = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .parseEvaluationRecord */ .V)(fileOf(files, _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .EVALUATION_FILES */ .b.record));
    const dataset = (0,_gatehouse_tables__WEBPACK_IMPORTED_MODULE_4__/* .datasetWithRole */ .HI)(subject.modelConfig, 'evaluation');
    expectRecord(record, subject, dataset.digest);
    return { subject, record, dataset, files };
}
function expectRecord(record, subject, datasetDigest) {
    const expected = {
        model: subject.model,
        headSha: subject.headSha,
        policyDigest: subject.policy.digest,
        datasetDigest,
    };
    for (const [name, value] of Object.entries(expected)) {
        const claimed = String(Reflect.get(record, name));
        if (claimed !== value)
            throw mismatch(name, claimed, value);
    }
}
/** A file of the evaluation artifact. */
function fileOf(files, name) {
    const bytes = files.get(name);
    if (bytes !== undefined)
        return bytes;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ('integrity', {
        where: 'The evaluation artifact',
        found: `no file "${name}"`,
        allowed: `the files that evaluate-model writes: ${Object.values(_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .EVALUATION_FILES */ .b).join(', ')}`,
        remedy: 'Pass the artifact id and digest that evaluate-model put out',
    }, { reasonCode: 'evaluation-error' });
}
/** A claim of the evaluation record that is not so. */
function mismatch(what, found, allowed) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ('integrity', {
        where: `The evaluation record: ${what}`,
        found,
        allowed: `what GitHub and the base policy say: ${allowed}`,
        remedy: 'Evaluate again; if it happens again, look at what ran in the evaluate job',
    }, { reasonCode: 'decision-mismatch' });
}


/***/ }),

/***/ 622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ withPrivateFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Runs `use` with a folder that only this user may look into and that holds these files, and removes it afterwards. */
async function withPrivateFolder(temp, files, use) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(temp, { recursive: true });
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, 'gatehouse-inputs-'));
    try {
        for (const [name, bytes] of files) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ...name.split('/'));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, bytes, { flag: 'wx' });
        }
        return await use(folder);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    }
}


/***/ }),

/***/ 24840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ assembleDecision)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61993);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);

const SEVEREST_FIRST = ['fail', 'inconclusive', 'pass'];
/**
 * Makes the decision of a gate: the worst outcome of its blocking findings, severest first. No blocking finding is
 * inconclusive, so a gate that judged nothing never passes. Numbers are rounded to 12 significant digits, beyond which
 * nothing is decided, so that equal inputs give equal bytes on every machine.
 *
 * @throws ActionError `bug` when any number is NaN: an undefined value must be `null` with a reason.
 */
function assembleDecision(gate, context, result) {
    const blocking = result.findings.filter((finding) => finding.severity === 'block');
    const findings = SEVEREST_FIRST.flatMap((outcome) => result.findings.filter((f) => f.outcome === outcome));
    return {
        schemaVersion: 1,
        gate,
        outcome: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .worstOutcome */ .Om)(blocking.map((finding) => finding.outcome)),
        subject: context.subject,
        policyDigest: context.policyDigest,
        inputs: context.inputs,
        findings: findings.map((finding, index) => roundedFinding(finding, `findings.${index}`)),
        measures: roundedEntries(result.measures, 'measures'),
        power: {
            minimumDetectable: roundedOrNull(result.power.minimumDetectable, 'power.minimumDetectable'),
            requiredN: result.power.requiredN,
        },
        notMeasured: result.notMeasured,
    };
}
function roundedFinding(finding, path) {
    const value = roundedOrNull(finding.value, `${path}.value`);
    const { interval } = finding;
    if (interval === undefined)
        return { ...finding, value };
    const [lower, upper] = interval;
    return {
        ...finding,
        value,
        interval: [roundedOrNull(lower, `${path}.lower`), roundedOrNull(upper, `${path}.upper`)],
    };
}
function roundedEntries(value, path) {
    // fromEntries makes own properties of any name, `__proto__` too: group names come from data.
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, roundedValue(item, `${path}.${key}`)]));
}
function roundedValue(value, path) {
    if (typeof value === 'number')
        return roundedNumber(value, path);
    if (Array.isArray(value))
        return value.map((item, index) => roundedValue(item, `${path}.${index}`));
    return typeof value === 'object' && value !== null ? roundedEntries(value, path) : value;
}
function roundedOrNull(value, path) {
    return value === null ? null : roundedNumber(value, path);
}
function roundedNumber(value, path) {
    if (Number.isNaN(value)) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('bug', {
            where: `The decision at ${path}`,
            found: 'NaN',
            allowed: 'a number, or null with a reason code',
            remedy: 'Report this as a bug of Gatehouse',
        });
    }
    if (!Number.isFinite(value))
        return null;
    const short = Number(value.toPrecision(12));
    return short === 0 ? 0 : short;
}


/***/ }),

/***/ 66305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Kg: () => (/* binding */ boundsInWords),
/* harmony export */   r4: () => (/* binding */ inWords)
/* harmony export */ });
/** A measured number for a sentence: four significant digits, at most four decimals. */
function inWords(value) {
    const text = value.toFixed(4).replace(/\.?0+$/, '');
    return text === '-0' ? '0' : text;
}
/** A confidence level for a sentence: `95 %`. */
function percent(level) {
    return `${Number((level * 100).toFixed(2))} %`;
}
/**
 * Bounds for a sentence, which says what their confidence is of: `one-sided 95 % bounds 0.18 and 0.25`, `95 % interval 0.18
 * to 0.25`, `at least 0.65 with 95 % confidence` where the other bound is open.
 */
function boundsInWords([lower, upper], confidence, coverage) {
    const level = percent(confidence);
    if (coverage === 'each-bound') {
        if (upper === null && lower !== null)
            return `at least ${boundInWords(lower)} with ${level} confidence`;
        if (lower === null && upper !== null)
            return `at most ${boundInWords(upper)} with ${level} confidence`;
        return `one-sided ${level} bounds ${boundInWords(lower, -1)} and ${boundInWords(upper)}`;
    }
    const together = coverage === 'all-intervals' ? ', all comparisons together' : '';
    return `${level} interval ${boundInWords(lower, -1)} to ${boundInWords(upper)}${together}`;
}
function boundInWords(bound, open = 1) {
    if (bound !== null && Number.isFinite(bound))
        return inWords(bound);
    return (bound ?? open) < 0 ? '-∞' : '∞';
}


/***/ }),

/***/ 37951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ decisionHeadline)
/* harmony export */ });
/* unused harmony export NOTHING_JUDGED */
/* harmony import */ var _drift_headline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21410);

/** What a reader of a decision without any judged measure is told. */
const NOTHING_JUDGED = 'No measure was judged: no limit was given, or nothing could be compared with one.';
/**
 * A decision in one sentence: for drift how many columns have drifted, else the first finding that made the outcome what it
 * is. Never a note, which decides nothing and may stand first.
 */
function decisionHeadline(decision) {
    const drift = (0,_drift_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .driftHeadline */ .A)(decision);
    if (drift !== '')
        return drift;
    const { findings, outcome } = decision;
    const decisive = findings.find((finding) => finding.severity === 'block' && finding.outcome === outcome);
    return decisive?.message ?? NOTHING_JUDGED;
}


/***/ }),

/***/ 65505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o0: () => (/* binding */ checkProbability),
/* harmony export */   p3: () => (/* binding */ checkConfidence),
/* harmony export */   tl: () => (/* binding */ checkCounts),
/* harmony export */   wE: () => (/* binding */ checkCount)
/* harmony export */ });
/** @throws RangeError unless 0 ≤ successes ≤ n, both whole numbers, n at least 1. */
function checkCounts(successes, n) {
    if (!Number.isSafeInteger(n) || n < 1)
        throw new RangeError(`A sample size is a whole number from 1, got ${n}.`);
    if (!Number.isSafeInteger(successes) || successes < 0 || successes > n) {
        throw new RangeError(`A count of successes is a whole number from 0 to ${n}, got ${successes}.`);
    }
}
/** @throws RangeError unless 0 < confidence < 1. */
function checkConfidence(confidence) {
    if (!(confidence > 0 && confidence < 1)) {
        throw new RangeError(`A confidence level is a number between 0 and 1, got ${confidence}.`);
    }
}
/** @throws RangeError unless 0 ≤ p ≤ 1. */
function checkProbability(p) {
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`A probability is a number from 0 to 1, got ${p}.`);
}
/** @throws RangeError unless the count is a whole number from 0. */
function checkCount(count) {
    if (!Number.isSafeInteger(count) || count < 0)
        throw new RangeError(`A count is a whole number from 0, got ${count}.`);
}


/***/ }),

/***/ 4969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ weightedWilsonInterval),
/* harmony export */   Y: () => (/* binding */ wilsonInterval)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);
/* harmony import */ var _special_critical_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89320);


/**
 * Wilson score interval of a proportion.
 *
 * centre = (p + z²/2n) / (1 + z²/n), half width = z/(1 + z²/n) · √(p(1-p)/n + z²/4n²). The lower bound is exactly 0 when
 * there is no success, the upper exactly 1 when there is no failure. Wilson (1927), JASA 22, 209-212.
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ successes ≤ n, n ≥ 1, or confidence is not in (0, 1).
 * @example wilsonInterval(81, 263, 0.95) // [0.2553, 0.3662]
 */
function wilsonInterval(successes, n, confidence) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkCounts */ .tl)(successes, n);
    return scoreInterval({ proportion: successes / n, effectiveN: n }, confidence);
}
/**
 * As {@link wilsonInterval} for weighted rows, with Kish's effective size in the place of n.
 *
 * @throws RangeError when the proportion is not from 0 to 1, the size not finite and above 0, or confidence not in (0, 1).
 */
function weightedWilsonInterval(measured, confidence) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProbability */ .o0)(measured.proportion);
    if (!(measured.effectiveN > 0 && measured.effectiveN < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`An effective size is a finite number above 0, got ${measured.effectiveN}.`);
    }
    return scoreInterval(measured, confidence);
}
function scoreInterval({ proportion: p, effectiveN: n }, confidence) {
    const z = (0,_special_critical_value_js__WEBPACK_IMPORTED_MODULE_1__/* .criticalValue */ .z)(confidence);
    const scale = 1 + (z * z) / n;
    const centre = (p + (z * z) / (2 * n)) / scale;
    const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
    return [p === 0 ? 0 : Math.max(0, centre - half), p === 1 ? 1 : Math.min(1, centre + half)];
}


/***/ }),

/***/ 673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ betaQuantile),
/* harmony export */   Qg: () => (/* binding */ betaTails)
/* harmony export */ });
/* unused harmony export regularizedBeta */
/* harmony import */ var _positive_root_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66727);
/* harmony import */ var _saddle_point_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22367);
/* harmony import */ var _tails_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(71194);



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
    return p === 0 ? 0 : (0,_positive_root_js__WEBPACK_IMPORTED_MODULE_0__/* .positiveRoot */ .I)((x) => betaTails(x, shape).lower < p, 1);
}
function lowerTail({ x, complement }, shape) {
    const { a, b } = shape;
    const density = Math.exp((0,_saddle_point_js__WEBPACK_IMPORTED_MODULE_1__/* .logBinomialDensity */ .a)({ successes: a, failures: b, p: x, q: complement }));
    const fraction = (0,_tails_js__WEBPACK_IMPORTED_MODULE_2__/* .continuedFraction */ .a)(denominator(0, x, { ...shape, complement }), (m) => {
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


/***/ }),

/***/ 89320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ twoSidedConfidence),
/* harmony export */   z: () => (/* binding */ criticalValue)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);
/* harmony import */ var _normal_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43642);


/**
 * The two-sided critical value z with P(|Z| ≤ z) = confidence.
 *
 * @throws RangeError unless 0 < confidence < 1.
 * @example criticalValue(0.95) // 1.959963984540054
 */
function criticalValue(confidence) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfidence */ .p3)(confidence);
    // The lower tail keeps its digits when confidence is so near 1 that 1 - alpha/2 would round.
    return -(0,_normal_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .normalQuantile */ .Z)((1 - confidence) / 2);
}
/**
 * The two-sided confidence level whose bounds are the one-sided bounds at `confidence`: 2c - 1.
 *
 * @throws RangeError unless 0.5 < confidence < 1: a one-sided level of one half or less bounds nothing.
 */
function twoSidedConfidence(confidence) {
    const twoSided = 2 * confidence - 1;
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfidence */ .p3)(twoSided);
    return twoSided;
}


/***/ }),

/***/ 43642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ normalQuantile)
/* harmony export */ });
// Coefficients of PPND16 rounded to doubles, lowest power first: Wichura (1988), Algorithm AS 241, Applied Statistics 37, 477-484.
const CENTRE = {
    numerator: [
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
        33430.57558358813, 2509.0809287301227,
    ],
    denominator: [
        1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
        28729.085735721943, 5226.495278852854,
    ],
};
const TAIL = {
    numerator: [
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
        0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
    ],
    denominator: [
        1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
        0.0005475938084995345, 1.0507500716444169e-9,
    ],
};
const FAR_TAIL = {
    numerator: [
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
        0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
    ],
    denominator: [
        1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
        1.421511758316446e-7, 2.0442631033899397e-15,
    ],
};
/**
 * Standard normal quantile Φ⁻¹(p), Wichura's AS 241: relative error about 1e-16.
 *
 * -Infinity at 0, Infinity at 1.
 *
 * @throws RangeError when p is not a number from 0 to 1.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
function normalQuantile(p) {
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`A probability is a number from 0 to 1, got ${p}.`);
    if (p === 0)
        return Number.NEGATIVE_INFINITY;
    if (p === 1)
        return Number.POSITIVE_INFINITY;
    const q = p - 0.5;
    if (Math.abs(q) <= 0.425)
        return q * ratio(CENTRE, 0.180625 - q * q);
    const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
    const x = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
    return q < 0 ? -x : x;
}
function ratio(fit, x) {
    return horner(fit.numerator, x) / horner(fit.denominator, x);
}
function horner(coefficients, x) {
    return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}


/***/ }),

/***/ 66727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ positiveRoot)
/* harmony export */ });
/** The least positive double that has all its digits. */
const LEAST = 2 ** -1022;
/**
 * The positive number up to `top` at which a condition stops to hold, to the last representable digit: it must hold
 * below that number and not above it. The bisection is of exponents first and of digits then, so that a root of 1e-200
 * is found as fast, and as exactly, as one of 0.5. 0 where the condition holds nowhere, `top` where it holds everywhere.
 */
function positiveRoot(holds, top) {
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


/***/ }),

/***/ 22367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ logBinomialDensity),
  U: () => (/* binding */ logPoissonDensity)
});

;// CONCATENATED MODULE: ./build/packages/stats/src/special/log-gamma.js
/** (ζ(k) - 1)/k for k = 2, 3, …: with alternating signs the Taylor coefficients of lnΓ around 2. */
const TAYLOR = [
    0.3224670334241132, 0.0673523010531981, 0.020580808427784546, 0.007385551028673986, 0.0028905103307415234,
    0.001192753911703261, 0.0005096695247430425, 0.00022315475845357939, 9.945751278180853e-5, 4.492623673813314e-5,
    2.050721277567069e-5, 9.439488275268397e-6, 4.374866789907488e-6, 2.039215753801366e-6, 9.55141213040742e-7,
    4.492469198764566e-7, 2.1207184805554665e-7, 1.0043224823968099e-7, 4.7698101693639804e-8, 2.2711094608943164e-8,
    1.0838659214896955e-8, 5.183475041970047e-9, 2.4836745438024785e-9, 1.1921401405860912e-9, 5.731367241678862e-10,
];
/** 1 - γ. */
const SLOPE_AT_TWO = 0.42278433509846713;
/** B(2k)/(2k(2k-1)), the coefficients of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400];
/** Where eight terms of Stirling's series reach the last digit. */
const LARGE = 10;
/** ½·ln 2π. */
const HALF_LOG_TWO_PI = 0.9189385332046728;
/**
 * lnΓ(x) for x > 0. The Taylor series around 2 keeps the relative precision at the zeros 1 and 2, the recurrence
 * Γ(x+1) = xΓ(x) carries it from 0 to 10, Stirling's series beyond (Abramowitz and Stegun 6.1.33, 6.1.41).
 * Relative error below 1e-13 against scipy `gammaln`.
 *
 * @throws RangeError unless 0 < x < ∞.
 * @example logGamma(5) // 3.1780538303479458, that is ln 24
 */
function logGamma(x) {
    if (!(x > 0 && x < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`lnΓ is computed for finite numbers above 0, got ${x}.`);
    }
    if (x < 0.5)
        return aroundTwo(x) - Math.log(x) - Math.log1p(x);
    if (x < 1.5)
        return aroundTwo(x - 1) - Math.log1p(x - 1);
    if (x >= LARGE)
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingSeries(x);
    let product = 1;
    let reduced = x;
    while (reduced > 2.5) {
        reduced -= 1;
        product *= reduced;
    }
    return Math.log(product) + aroundTwo(reduced - 2);
}
/**
 * What Stirling's approximation of ln x! lacks: lnΓ(x+1) - (x+½)ln x + x - ½ln 2π, for x > 0. Densities built on it keep
 * their digits where x! itself has lost them (Loader 2000, Fast and accurate computation of binomial probabilities).
 */
function stirlingError(x) {
    if (x >= LARGE)
        return stirlingSeries(x);
    return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}
/** lnΓ(2+z) for |z| ≤ ½. */
function aroundTwo(z) {
    let sum = 0;
    for (let k = TAYLOR.length - 1; k >= 0; k -= 1)
        sum = Number(TAYLOR[k]) - z * sum;
    return z * (SLOPE_AT_TWO + z * sum);
}
function stirlingSeries(x) {
    const square = 1 / (x * x);
    return STIRLING.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / x;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/special/saddle-point.js

/**
 * ln of Γ(n+1)/(Γ(s+1)Γ(f+1))·p^s·q^f with n = s + f, by the saddle-point expansion of Loader (2000): no large terms
 * cancel, so the density keeps about thirteen digits for any n. s, f ≥ 0; -Infinity where the density is 0.
 */
function logBinomialDensity({ successes, failures, p, q }) {
    const n = successes + failures;
    if (successes === 0)
        return failures === 0 ? 0 : failures * logOf(q, p);
    if (failures === 0)
        return successes * logOf(p, q);
    if (p === 0 || q === 0)
        return Number.NEGATIVE_INFINITY;
    return (stirlingError(n) -
        stirlingError(successes) -
        stirlingError(failures) -
        deviance(successes, n * p) -
        deviance(failures, n * q) -
        HALF_LOG_TWO_PI +
        0.5 * (Math.log(n / successes) - Math.log(failures)));
}
/** ln of e^(-mean)·mean^x/Γ(x+1), the Poisson density at a real x > 0; mean > 0. Loader (2000). */
function logPoissonDensity(x, mean) {
    return -stirlingError(x) - deviance(x, mean) - HALF_LOG_TWO_PI - 0.5 * Math.log(x);
}
/** ln p, where p + q = 1 and the smaller of the two has all its digits. */
function logOf(p, q) {
    return p > 0.5 ? Math.log1p(-q) : Math.log(p);
}
/** x·ln(x/mean) + mean - x, at least 0, without the cancellation at x ≈ mean. */
function deviance(x, mean) {
    if (Math.abs(x - mean) >= 0.1 * (x + mean))
        return x * Math.log(x / mean) + mean - x;
    const v = (x - mean) / (x + mean);
    let sum = (x - mean) * v;
    let term = 2 * x * v;
    for (let odd = 3;; odd += 2) {
        term *= v * v;
        const next = sum + term / odd;
        if (next === sum)
            return sum;
        sum = next;
    }
}


/***/ }),

/***/ 71194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ continuedFraction)
/* harmony export */ });
/** The sum of a continued fraction b0 + a1/(b1 + a2/(b2 + …)) by Lentz's method as Thompson and Barnett changed it. */
function continuedFraction(first, term) {
    let value = notZero(first);
    let c = value;
    let d = 0;
    for (let k = 1; k <= MOST_TERMS; k += 1) {
        const [a, b] = term(k);
        d = 1 / notZero(b + a * d);
        c = notZero(b + a / c);
        const factor = c * d;
        value *= factor;
        if (Math.abs(factor - 1) < 1e-15)
            return value;
        // What is no number stays none, however many terms follow.
        if (Number.isNaN(factor))
            break;
    }
    throw new RangeError(`A continued fraction has not settled after ${MOST_TERMS} terms: the arguments are too large.`);
}
const TINY = 1e-300;
const MOST_TERMS = 5_000_000;
function notZero(value) {
    return Math.abs(value) < TINY ? TINY : value;
}


/***/ }),

/***/ 24462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ datasetWithRole),
/* harmony export */   PD: () => (/* binding */ columnIndex),
/* harmony export */   Q6: () => (/* binding */ missingColumns),
/* harmony export */   UR: () => (/* binding */ hiddenColumns)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63563);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31733);


/**
 * Position of a column.
 *
 * @throws ConfigError that lists the columns there are.
 */
function columnIndex(table, column) {
    const index = table.columns.indexOf(column);
    if (index === -1)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(missingColumns(table, [column]));
    return index;
}
/** One fault per column of `wanted` that the table does not have. */
function missingColumns(table, wanted) {
    return wanted
        .filter((column) => !table.columns.includes(column))
        .map((column) => ({
        where: `${table.name}:1`,
        found: `no column ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(column)}`,
        allowed: `one of the columns there are: ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)(table.columns)}`,
        remedy: 'Correct "columns" or "split" in gatehouse.yml, or add the column to the file',
    }));
}
/**
 * Columns a model must never be given: the label, the protected and the control columns, and the weight, which may have been
 * chosen by the label.
 */
function hiddenColumns(model) {
    const { label, protected: protectedColumns, control, weight } = model.columns;
    return [label.column, ...protectedColumns, ...control, ...(weight === undefined ? [] : [weight])];
}
/**
 * The one dataset of a model that has a role.
 *
 * @throws ConfigError when none or several have it, or when the declared columns name one column twice.
 */
function datasetWithRole(model, role) {
    const found = Object.entries(model.data).filter(([, dataset]) => dataset.roles.includes(role));
    const [entry] = found;
    if (entry === undefined || found.length > 1) {
        const names = (0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)(found.map(([name]) => name));
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL([
            {
                where: 'gatehouse.yml, data',
                found: entry === undefined ? `no dataset with the role ${role}` : `the role ${role} at ${names}`,
                allowed: `one dataset with the role ${role}`,
                remedy: 'Correct "roles" in gatehouse.yml',
            },
        ]);
    }
    checkDeclaredColumns(model);
    return entry[1];
}
function checkDeclaredColumns(model) {
    const { label } = model.columns;
    const declared = [...(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .predictionColumns */ .v)((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .taskColumns */ .x)(model)), ...hiddenColumns(model)];
    const twice = declared.filter((column, index) => declared.indexOf(column) !== index);
    const faults = [];
    if (twice.length > 0) {
        faults.push({
            where: 'gatehouse.yml, columns',
            found: `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)([...new Set(twice)])} in two places`,
            allowed: 'another column for each of id, label, predictions, weight, protected and control',
            remedy: 'Remove one of the two',
        });
    }
    if (label.positive !== undefined && label.positive === label.negative) {
        faults.push({
            where: 'gatehouse.yml, columns.label',
            found: `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(label.positive)} as positive and as negative label`,
            allowed: 'two different values',
            remedy: 'Correct "positive" or "negative"',
        });
    }
    if (faults.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(faults);
}


/***/ }),

/***/ 40640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ engineUntrusted),
/* harmony export */   J: () => (/* binding */ engineUnavailable)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** The engine is nowhere to be had. */
function engineUnavailable(fault, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('service', fault, {
        reasonCode: 'engine-unavailable',
        ...(cause === undefined ? {} : { cause }),
    });
}
/** A copy of the engine is not the pinned one: nothing of it may run. */
function engineUntrusted(where, found, allowed) {
    const remedy = 'Remove that copy: an earlier job or a mirror may have replaced it. Then run again';
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('integrity', { where, found, allowed, remedy }, { reasonCode: 'engine-untrusted' });
}


/***/ }),

/***/ 42923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FK: () => (/* binding */ addonPins),
  dp: () => (/* binding */ addonTool),
  Gp: () => (/* binding */ provisionAddon)
});

// UNUSED EXPORTS: addonKey

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/addon/addon-errors.js
var addon_errors = __webpack_require__(40640);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/addon/tarball.js

const BLOCK = 512;
/** Far above the 75 MB of the addon: a bomb must not take the machine. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
/**
 * The files of an npm tarball by their path below the one folder that every entry is in (`package/`).
 *
 * Only what npm writes is understood: regular files and folders in ustar headers. Links, devices, absolute paths, `..`
 * and entries that say one thing twice are an Error: the caller has compared the digest of the tarball before, so
 * anything else means that the pins are wrong.
 */
function readNpmTarball(gzipped) {
    const tar = (0,external_node_zlib_.gunzipSync)(gzipped, { maxOutputLength: MAX_UNPACKED_BYTES });
    const files = new Map();
    for (let at = 0; at + BLOCK <= tar.length;) {
        const header = tar.subarray(at, at + BLOCK);
        if (header.every((byte) => byte === 0))
            break;
        const type = String.fromCharCode(header[156] ?? 0);
        const size = octal(header, 124, 12);
        const body = at + BLOCK;
        if (body + size > tar.length)
            throw new Error('The tarball ends within a file.');
        if (type === '0' || type === '\0')
            addFile(files, pathOf(header), tar.subarray(body, body + size));
        else if (type !== '5')
            throw new Error(`The tarball has an entry of type ${JSON.stringify(type)}.`);
        at = body + Math.ceil(size / BLOCK) * BLOCK;
    }
    return files;
}
function addFile(files, path, content) {
    const parts = path.split('/').slice(1);
    const safe = parts.length > 0 && parts.every((part) => part !== '' && part !== '.' && part !== '..');
    if (!safe || path.startsWith('/') || path.includes('\\')) {
        throw new Error(`The tarball has a file named ${JSON.stringify(path)}.`);
    }
    const name = parts.join('/');
    if (files.has(name))
        throw new Error(`The tarball has ${name} twice.`);
    files.set(name, content);
}
function pathOf(header) {
    const prefix = tarball_text(header, 345, 155);
    const name = tarball_text(header, 0, 100);
    return prefix === '' ? name : `${prefix}/${name}`;
}
function tarball_text(header, from, length) {
    const field = header.subarray(from, from + length);
    const end = field.indexOf(0);
    return Buffer.from(end === -1 ? field : field.subarray(0, end)).toString('utf8');
}
function octal(header, from, length) {
    const digits = tarball_text(header, from, length).trim();
    if (!/^[0-7]+$/.test(digits))
        throw new Error('The tarball has a header that is no ustar header.');
    return Number.parseInt(digits, 8);
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/addon/addon-download.js





const REGISTRY = 'https://registry.npmjs.org';
/**
 * Fetches the packages of the addon and unpacks them. A tarball is unpacked only when it has the pinned SHA-512, so it
 * does not matter who runs the mirror.
 *
 * @throws ActionError `service`, reason `engine-unavailable`; `integrity`, reason `engine-untrusted`.
 */
async function downloadAddon(plan, pins) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(plan.into), { recursive: true });
    const part = await (0,promises_.mkdtemp)(`${plan.into}.part-`);
    try {
        for (const pin of [...pins.shared, pins.platform]) {
            const files = readNpmTarball(await fetchTarball(plan, pin));
            for (const [path, content] of files) {
                const file = (0,external_node_path_.join)(part, 'node_modules', ...pin.name.split('/'), ...path.split('/'));
                await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
                await (0,promises_.writeFile)(file, content);
            }
        }
        await (0,promises_.rm)(plan.into, { recursive: true, force: true });
        await (0,promises_.rename)(part, plan.into);
    }
    finally {
        await (0,promises_.rm)(part, { recursive: true, force: true });
    }
}
async function fetchTarball(plan, pin) {
    const base = (plan.mirror ?? REGISTRY).replace(/\/+$/, '');
    const url = `${base}/${pin.name}/-/${pin.name.split('/').at(-1)}-${pin.version}.tgz`;
    let bytes;
    try {
        bytes = await plan.downloads.fetch(url);
    }
    catch (cause) {
        const found = `no answer with the file: ${cause instanceof Error ? cause.message : String(cause)}`;
        const remedy = 'Name a mirror that the runner reaches, or provide the addon in the tool cache or by an explicit path';
        throw (0,addon_errors/* engineUnavailable */.J)({ where: url, found, allowed: 'the pinned tarball', remedy }, cause);
    }
    const integrity = `sha512-${(0,external_node_crypto_.hash)('sha512', bytes, 'base64')}`;
    if (integrity !== pin.integrity)
        throw (0,addon_errors/* engineUntrusted */.B)(url, integrity, pin.integrity);
    return bytes;
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/addon/addon-pins.js
/** Loaded on every platform. */
const SHARED_PACKAGES = [
    {
        name: '@duckdb/node-api',
        version: '1.5.5-r.5',
        integrity: 'sha512-ZMX+sel3DjSKbGuQ44Y5Tp5LwYjlJkhB5faKr+9sSMcxixDMSW+8vaTOD1uRDuN9o0udUoCY/XX9PI1haEZuZg==',
        tree: '64728033af9cc3c67bdea89fde42358e83619a288d6442277ab3fd6a27f055c8',
    },
    {
        name: '@duckdb/node-bindings',
        version: '1.5.5-r.5',
        integrity: 'sha512-sR7x91TfBunLqLbdvrcdiPCU+VGEQFPicxh1STZM402fuHW2ituPTAo2bY3IlntsvJShltrKF4R6B+JYPlAPZg==',
        tree: '3e9a9396039c5508c89b5d420ce0dfe05da9bb8fa37c6f72ab3153a8c23ba4e9',
    },
    {
        name: 'detect-libc',
        version: '2.1.2',
        integrity: 'sha512-Btj2BOOO83o3WyH59e8MgXsxEQVcarkUOpEYrubB0urwnN10yQ364rsiByU11nZlqWYZm05i/of7io4mzihBtQ==',
        tree: '6d8de4f5d749b92a661c8e685a2e8019d2ea003c3fcd6266215c87661e2b2e28',
    },
];
/** The native code, by platform as {@link addonPlatform} names it. */
const PLATFORM_PACKAGES = {
    'darwin-arm64': {
        name: '@duckdb/node-bindings-darwin-arm64',
        version: '1.5.5-r.5',
        integrity: 'sha512-WJdeLTFy4pRg60rkbp9smtlP1iIQ8ErtIJkxS+2LQtM1ZZMSByyW+3WPpNoKe7IwPtVl2fLlPw7tDmQW4Z974g==',
        tree: '20b6dca73dab73824afbed2a10342c7a9d67bfdfdbfdd8f99996e88f183c82ad',
        native: {
            'duckdb.node': 'ba396b8fc069b1c34d1b5d3bdb7f54b1ddef160b6f440b2539fcef89720e9947',
            'libduckdb.dylib': 'b9027d18ef3e8d960568f77e946a83ca68009cb22d71cf7f94de842afdd094d8',
        },
    },
    'darwin-x64': {
        name: '@duckdb/node-bindings-darwin-x64',
        version: '1.5.5-r.5',
        integrity: 'sha512-rN0KjX13MwVQ5V5ufykolty/tf4SaafOpGWcUA1Cegf98jPeRdsJsEE1IMXn8n3u6WvMSZEVJmHJ3ma4Hr7Vzg==',
        tree: '01bd4ed53ceb291fa623f3e7e532a26cd0b5a32d73e33056432c7b0afc078ee7',
        native: {
            'duckdb.node': 'c7d75d167487bc96d3bd2a54969f0fb816c5415c3a1d064b3e88966acaf4e4c3',
            'libduckdb.dylib': 'b9027d18ef3e8d960568f77e946a83ca68009cb22d71cf7f94de842afdd094d8',
        },
    },
    'linux-arm64': {
        name: '@duckdb/node-bindings-linux-arm64',
        version: '1.5.5-r.5',
        integrity: 'sha512-CafH2AIvXtpwDynG3KB/4uEOHRGlFoB7auCRMIwH3BKNIobsANV5LSpDJ3tfyRCFIsK6e8AT1eseWVnu2Dv3cw==',
        tree: '08fb0380942d644ba8de74b008c468bb51ed8f0c4a66b7a60772681aa320eef0',
        native: {
            'duckdb.node': '51b959ad6a5b57cfa3e9a5d20bffebe0e58974222efcddcd97c85e12700dbbb1',
            'libduckdb.so': 'd00d007f3f7ca1f2896a5e4b89c2ce141bf0508506a9d6d56f9598b8e59d074e',
        },
    },
    'linux-arm64-musl': {
        name: '@duckdb/node-bindings-linux-arm64-musl',
        version: '1.5.5-r.5',
        integrity: 'sha512-00z3mYHUBAucp3L73EoftKDdaGOaV8ENELejiT+PK7dFjTzdXxqhJwZ1LaQV1/zEhIecz+x23f6WvFhWw+7XXQ==',
        tree: '108c9a3031a11b0203d3f0a21b7f2f4445f4a48c0554821497cfe7129253bd6c',
        native: {
            'duckdb.node': '12d8c980901c88eea2d5c7622f364a50800e639714458d16de486365c0c48f6d',
            'libduckdb.so': 'b7ca0fcde2828167e9b5d8741d0eb5dbe520d67b0a4687f19cf2974fd59d11c3',
        },
    },
    'linux-x64': {
        name: '@duckdb/node-bindings-linux-x64',
        version: '1.5.5-r.5',
        integrity: 'sha512-kCyq6BXhn6QXfwF8yVdVKriSSHP+rfVWcJ56cG8qZzlOZpxyvT5WGm6jMshxg4ditLlOsHsIN/D47RYrcjXuHQ==',
        tree: '71941908f2c29226b9fe1cd652dffda31d1feef1b73af703593bcbf99c103c8b',
        native: {
            'duckdb.node': '778d45b3d918a8d3b6dfeb819472472d3ff85d427110973fc9c1b0d462514c15',
            'libduckdb.so': 'fc23f12e376c47be520f75221288281906e7942e8fd6f6ce4849198ba60d0405',
        },
    },
    'linux-x64-musl': {
        name: '@duckdb/node-bindings-linux-x64-musl',
        version: '1.5.5-r.5',
        integrity: 'sha512-S5qEc7F+GjXt85T2xArjjvN5oc/IjtH6zsLJsuo8N3fQolheBCefemIMdZoK2Jik8a0sBxidiS6Ld4qprMPPDw==',
        tree: '7cced64ed3b28c254c1f98f7055d5e63fdc017b51a00af6ae440e29cca9ff2fa',
        native: {
            'duckdb.node': 'bf0160e4c5a1c0b1fc821252553883c8f16f07112385df35cf066ac4a60cbe73',
            'libduckdb.so': 'f9f9884b72a730751fdf4d6dd96368153f2f6c8b7358162c819166788dbd60bc',
        },
    },
    'win32-arm64': {
        name: '@duckdb/node-bindings-win32-arm64',
        version: '1.5.5-r.5',
        integrity: 'sha512-L3Mroc23xhqOowWVElni8LgEmsm5e9DdG1y2pLka/1ug3Pl2vpQMl1Phxwz4UEMF8DOBbMgN5BBNrYwG2BFo+g==',
        tree: 'd9dfdbe33352e2eb0f2b75c3df6fb5bfeca515cefc737990af483b05c04e60ac',
        native: {
            'duckdb.dll': 'ca938da6e124d6c91fcbff5983860ebc3753576e5b04c11ad8bc9135853aa752',
            'duckdb.node': 'e4e6d94b1c8d30497222356ce7761fd3a50c8a121cf484d7eae54fef818ea9c1',
        },
    },
    'win32-x64': {
        name: '@duckdb/node-bindings-win32-x64',
        version: '1.5.5-r.5',
        integrity: 'sha512-mBGFn8netT/AAhK4TOG6Fw47+Db68CxCVtQ9qfxZc1kZAjds+aYrh17Fd/u5CbTDdxILsrcyuF8q9cUcm54kQA==',
        tree: '9b24cd47a3b7e43ba35abc2fbf7375837a34720a6dbfa3bd830a3a372064dfe0',
        native: {
            'duckdb.dll': '2b7468a4ad844429e6af2fde0b5f91893e8130a5686a88f11442ab547c7ede46',
            'duckdb.node': 'a587a097a6ce7f370e12cf6530a187813cabd03aba36a6caeaba6912e01a3d63',
        },
    },
};

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/addon/addon-platform.js


/** The machine this runs on. */
function thisMachine() {
    return { platform: process.platform, arch: process.arch, musl: process.platform === 'linux' && !hasGlibc() };
}
/**
 * Key of {@link PLATFORM_PACKAGES}: `linux-x64`, `linux-arm64-musl`, `win32-x64`.
 *
 * @throws ActionError `service`, reason `engine-unavailable`, where DuckDB has no addon for the machine.
 */
function addonPlatform(machine) {
    const name = `${machine.platform}-${machine.arch}${machine.musl ? '-musl' : ''}`;
    if (Object.hasOwn(PLATFORM_PACKAGES, name))
        return name;
    throw (0,addon_errors/* engineUnavailable */.J)({
        where: 'DuckDB addon',
        found: `the platform ${name}`,
        allowed: `one of ${Object.keys(PLATFORM_PACKAGES).join(', ')}`,
        remedy: 'Run the gates on another runner',
    });
}
/** Node's own report says which C library it runs on; detect-libc, which chooses the package, asks the same. */
function hasGlibc() {
    Object.assign(process.report, { excludeNetwork: true }); // else it looks up the name of every open connection
    const report = process.report.getReport();
    return report.header?.glibcVersionRuntime !== undefined;
}

// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/addon/verify-addon.js + 1 modules
var verify_addon = __webpack_require__(37622);
;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/addon/provision-addon.js





/** The pins of a machine. */
function addonPins(machine = thisMachine()) {
    const platform = addonPlatform(machine);
    const pin = PLATFORM_PACKAGES[platform];
    if (pin === undefined)
        throw new Error(`No pin for ${platform}.`);
    return { shared: SHARED_PACKAGES, platform: pin };
}
/** Where the addon lies in the tool cache of a runner, `<name>/<version>/<arch>`: in `node_modules` of that folder. */
function addonTool(pins = addonPins()) {
    const { name, version } = pins.platform;
    return { name: 'gatehouse-duckdb', version, arch: name.slice('@duckdb/node-bindings-'.length) };
}
/** Name under which stores keep the addon: `duckdb-1.5.5-r.5-node-bindings-linux-x64`. */
function addonKey({ platform }) {
    return `duckdb-${platform.version}-${platform.name.slice('@duckdb/'.length)}`;
}
/**
 * The `node_modules` from which the addon can be loaded, verified. A store that holds another addon than the pinned one is an error
 * and not a miss: somebody replaced it.
 *
 * @throws ActionError `integrity`, reason `engine-untrusted`; `service`, reason `engine-unavailable`.
 */
async function provisionAddon(sources, pins = addonPins()) {
    const { explicit } = sources;
    if (explicit !== undefined) {
        const modules = await verified(explicit, pins);
        if (modules === null)
            throw nowhere(pins, `no ${pins.platform.name} at ${explicit}`);
        return modules;
    }
    const key = addonKey(pins);
    const fromTools = await verified(await sources.toolCache?.restore(key), pins);
    if (fromTools !== null)
        return fromTools;
    const restored = (await sources.actionsCache?.restore(key)) ?? null;
    const fromActions = await verified(restored, pins);
    if (fromActions !== null && restored !== null) {
        await sources.toolCache?.save(key, restored);
        return fromActions;
    }
    if (sources.download === undefined)
        throw nowhere(pins, `no ${key} in the caches, and no download is allowed`);
    await downloadAddon(sources.download, pins);
    const { into } = sources.download;
    const downloaded = await verified(into, pins);
    if (downloaded === null)
        throw new Error('The download left no addon.');
    await sources.actionsCache?.save(key, into);
    await sources.toolCache?.save(key, into);
    return downloaded;
}
/** The addon in a folder, or `null` when it has none. */
async function verified(folder, pins) {
    const modules = folder === null || folder === undefined ? null : (0,verify_addon/* addonModules */.oC)(folder);
    if (modules !== null)
        await (0,verify_addon/* verifyAddon */.cA)(modules, pins);
    return modules;
}
function nowhere({ platform }, found) {
    return (0,addon_errors/* engineUnavailable */.J)({
        where: 'DuckDB addon',
        found,
        allowed: `@duckdb/node-api ${platform.version} with ${platform.name} in an explicit path, the tool cache or the Actions cache, or by download`,
        remedy: `Allow the download, name a mirror, or run "npm install --prefix DIR @duckdb/node-api@${platform.version}" when the runner's image is made and name DIR`,
    });
}


/***/ }),

/***/ 37622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oC: () => (/* binding */ addonModules),
  Ms: () => (/* binding */ entryOf),
  cA: () => (/* binding */ verifyAddon)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/addon/addon-errors.js
var addon_errors = __webpack_require__(40640);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/addon/addon-tree.js



const CHUNK_BYTES = 1024 * 1024;
/** Every regular file below `folder` by its path with `/`, in code-unit order; a link or device is reported as such. */
async function listTree(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true });
    const pathOf = (entry) => (0,external_node_path_.join)(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/');
    return {
        files: entries
            .filter((entry) => entry.isFile())
            .map(pathOf)
            .sort(),
        others: entries
            .filter((entry) => !entry.isFile() && !entry.isDirectory())
            .map(pathOf)
            .sort(),
    };
}
/** SHA-256 of a file in bare hex, read in pieces: the library has 70 MB. */
async function hashFile(path) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        const { size } = await file.stat();
        if (size <= CHUNK_BYTES)
            return (0,external_node_crypto_.hash)('sha256', await file.readFile(), 'hex');
        const digest = (0,external_node_crypto_.createHash)('sha256');
        const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
        for (;;) {
            const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, null);
            if (bytesRead === 0)
                return digest.digest('hex');
            digest.update(chunk.subarray(0, bytesRead));
        }
    }
    finally {
        await file.close();
    }
}
/** One digest for many files: SHA-256 of the lines `<hex>  <path>`, as `sha256sum` prints them, sorted by path. */
function treeDigest(digests) {
    const paths = [...digests.keys()].sort();
    return (0,external_node_crypto_.hash)('sha256', paths.map((path) => `${digests.get(path)}  ${path}\n`).join(''), 'hex');
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/addon/verify-addon.js





const API = '@duckdb/node-api';
const IN_SCOPE = /^node-(?:api|bindings(?:-[a-z0-9-]+)?)$/;
/** The nearest `node_modules` in or above `folder` that has the addon's entry package, as Node would find it. */
function addonModules(folder) {
    for (let at = (0,external_node_path_.resolve)(folder);; at = (0,external_node_path_.dirname)(at)) {
        const modules = (0,external_node_path_.join)(at, 'node_modules');
        if ((0,external_node_path_.basename)(at) !== 'node_modules' && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(modules, API)))
            return modules;
        if ((0,external_node_path_.dirname)(at) === at)
            return null;
    }
}
/** What is loaded, by its path: no name is left to be resolved. */
function entryOf(modules) {
    return (0,external_node_path_.join)(modules, ...API.split('/'));
}
/**
 * Compares every file that loading the addon from a `node_modules` would run with the pins: the JavaScript of three packages
 * and the native code of the platform. On a shared runner any earlier job could have replaced them, so this precedes every
 * load. All packages must lie side by side, and nothing may lie where Node would look before it finds them.
 *
 * @throws ActionError `integrity`, reason `engine-untrusted`, for another byte, a missing file or one too many.
 */
async function verifyAddon(modules, pins) {
    await verifyLayout(modules, pins);
    const folderOf = (pin) => (0,external_node_path_.join)(modules, ...pin.name.split('/'));
    await verifyNative(folderOf(pins.platform), pins.platform);
    await Promise.all([...pins.shared, pins.platform].map((pin) => verifyTree(folderOf(pin), pin)));
}
/** Node takes `node-bindings.js` before the folder `node-bindings`, and `@duckdb/node_modules` before its own place. */
async function verifyLayout(modules, pins) {
    for (const name of await (0,promises_.readdir)((0,external_node_path_.join)(modules, '@duckdb'))) {
        if (!IN_SCOPE.test(name))
            throw (0,addon_errors/* engineUntrusted */.B)((0,external_node_path_.join)(modules, '@duckdb', name), 'an unknown entry', 'the packages of the addon');
    }
    const real = await (0,promises_.realpath)(modules);
    for (const pin of [...pins.shared, pins.platform]) {
        const folder = (0,external_node_path_.join)(modules, ...pin.name.split('/'));
        const status = await (0,promises_.lstat)(folder).catch(() => null);
        if (status === null)
            throw (0,addon_errors/* engineUntrusted */.B)(modules, `no package ${pin.name}`, 'all packages of the addon');
        const link = !status.isDirectory() || (await (0,promises_.realpath)(folder)) !== (0,external_node_path_.join)(real, ...pin.name.split('/'));
        if (link)
            throw (0,addon_errors/* engineUntrusted */.B)(folder, 'a link or file', 'the folder of a package');
        for (const ending of ['.js', '.json', '.node']) {
            if ((0,external_node_fs_.existsSync)(`${folder}${ending}`))
                throw (0,addon_errors/* engineUntrusted */.B)(`${folder}${ending}`, 'a file', 'only the folder of that name');
        }
    }
}
async function verifyNative(folder, pin) {
    for (const [name, expected] of Object.entries(pin.native)) {
        const path = (0,external_node_path_.join)(folder, name);
        const digest = await hashFile(path).catch(() => null);
        if (digest === null)
            throw (0,addon_errors/* engineUntrusted */.B)(path, 'no such file', `the file of ${pin.name}@${pin.version}`);
        if (digest !== expected)
            throw (0,addon_errors/* engineUntrusted */.B)(path, `SHA-256 ${digest}`, `SHA-256 ${expected}`);
    }
}
/** The native files are compared on their own, which says which of them is wrong; 70 MB are not hashed twice. */
async function verifyTree(folder, pin) {
    const { files, others } = await listTree(folder);
    const [odd] = others;
    if (odd !== undefined)
        throw (0,addon_errors/* engineUntrusted */.B)((0,external_node_path_.join)(folder, odd), 'a link or device', 'regular files');
    const native = 'native' in pin ? pin.native : {};
    const digests = new Map();
    for (const file of files)
        digests.set(file, native[file] ?? (await hashFile((0,external_node_path_.join)(folder, file))));
    const tree = treeDigest(digests);
    const allowed = `the files of ${pin.name}@${pin.version}, together ${pin.tree}`;
    if (tree !== pin.tree)
        throw (0,addon_errors/* engineUntrusted */.B)(folder, `other files, together ${tree}`, allowed);
}


/***/ }),

/***/ 35687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ duckDbEngine)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/packages/core/src/engine-ports.js
/** What an engine can be asked. */
const ENGINE_OPERATIONS = [
    'describe',
    'integrity',
    'join',
    'grouped-counts',
    'grouped-sums',
    'quantiles',
    'histogram',
    'moments',
    'number-counts',
    'value-counts',
    'column-values',
    'checks',
];

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/packages/tables/src/engine/refused-input.js
var refused_input = __webpack_require__(11925);
// EXTERNAL MODULE: ./build/packages/tables/src/quoted.js
var quoted = __webpack_require__(31733);
;// CONCATENATED MODULE: ./build/packages/tables/src/formats/file-stamp.js





const CHUNK_BYTES = 1024 * 1024;
/** Opens the file itself, not what a link that came meanwhile leads to. */
async function openInput(file) {
    try {
        return await (0,promises_.open)(file.realPath, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0));
    }
    catch (cause) {
        const fault = { where: (0,quoted/* quoted */.T)(file.path), found: 'a file that cannot be opened', allowed: 'a readable file' };
        throw (0,refused_input/* refusedInput */.v)('file-unreadable', { ...fault, remedy: 'Correct its permissions' }, cause);
    }
}
async function stampOf(target) {
    const s = typeof target === 'string' ? await (0,promises_.stat)(target, { bigint: true }) : await target.stat({ bigint: true });
    return [s.dev, s.ino, s.size, s.mtimeNs, s.ctimeNs].join(':');
}
/** The bytes of an open file from its begin. With `reuse` a piece is overwritten by the next. */
async function* readChunks(handle, reuse = false) {
    const shared = reuse ? Buffer.allocUnsafe(CHUNK_BYTES) : null;
    for (let position = 0;;) {
        const chunk = shared ?? Buffer.allocUnsafe(CHUNK_BYTES);
        const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES, position);
        if (bytesRead === 0)
            return;
        position += bytesRead;
        yield chunk.subarray(0, bytesRead);
    }
}
/**
 * Reads a file once and hashes it.
 *
 * @throws ActionError `refused`: `file-changed` when it was written, replaced or touched meanwhile.
 */
async function hashInput(file, each) {
    const handle = await openInput(file);
    try {
        const stamp = await stampOf(handle);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let bytes = 0;
        for await (const chunk of readChunks(handle, true)) {
            hash.update(chunk);
            each?.(chunk);
            bytes += chunk.length;
        }
        await requireUnchanged(file, stamp);
        return { digest: `sha256:${hash.digest('hex')}`, bytes, stamp };
    }
    finally {
        await handle.close();
    }
}
/** @throws ActionError `refused`: `file-changed`. */
async function requireUnchanged(file, stamp) {
    const now = await stampOf(file.realPath).catch(() => 'gone');
    if (now !== stamp)
        throw fileChanged(file);
}
function fileChanged(file) {
    return (0,refused_input/* refusedInput */.v)('file-changed', {
        where: (0,quoted/* quoted */.T)(file.path),
        found: 'a file that was written while it was read',
        allowed: 'a file that nobody writes to',
        remedy: 'Let the step that writes it finish first',
    });
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./node_modules/csv-parse/lib/sync.js + 9 modules
var sync = __webpack_require__(25175);
;// CONCATENATED MODULE: ./build/packages/tables/src/formats/csv-header.js



const MAX_COLUMNS = 20_000;
/** The names in the header of a CSV or TSV file. The scanner has checked its quoting. */
function headerNames(header, delimiter) {
    const [names] = (0,sync/* parse */.qg)(header, { delimiter, bom: false });
    return names ?? [];
}
/**
 * Names that every table must have: each once, none empty. Upper and lower case make no difference, because engines see none.
 *
 * @throws ActionError `refused`: `file-unreadable`, `file-too-large`.
 */
function requireColumnNames(where, names) {
    const allowed = 'a name for every column, each once, also if upper and lower case are not told apart';
    const remedy = 'Rename or remove columns';
    if (names.length > MAX_COLUMNS) {
        const found = `${names.length} columns`;
        throw (0,refused_input/* refusedInput */.v)('file-too-large', { where, found, allowed: `at most ${MAX_COLUMNS} columns`, remedy });
    }
    const empty = names.indexOf('');
    if (empty !== -1) {
        throw (0,refused_input/* refusedInput */.v)('file-unreadable', { where, found: `column ${empty + 1} without a name`, allowed, remedy });
    }
    const seen = new Map();
    for (const name of names) {
        const folded = name.toLowerCase();
        const before = seen.get(folded);
        if (before !== undefined) {
            throw (0,refused_input/* refusedInput */.v)('file-unreadable', {
                where,
                found: `the columns ${(0,quoted/* quotedList */.p)([before, name])}`,
                allowed,
                remedy,
            });
        }
        seen.set(folded, name);
    }
}
/**
 * Position in `names` of each column of `expected`: files of one table may have their columns in another order.
 *
 * @throws ActionError `refused`, reason `column-missing`, when the two do not have the same columns.
 */
function positionsOf(where, names, expected) {
    const missing = expected.filter((name) => !names.includes(name));
    const others = names.filter((name) => !expected.includes(name));
    if (missing.length === 0 && others.length === 0)
        return expected.map((name) => names.indexOf(name));
    throw (0,refused_input/* refusedInput */.v)('column-missing', {
        where,
        found: `${missing.length > 0 ? `no column ${(0,quoted/* quotedList */.p)(missing)}` : `the columns ${(0,quoted/* quotedList */.p)(others)} besides`}`,
        allowed: `the columns of the first file of the table: ${(0,quoted/* quotedList */.p)(expected)}`,
        remedy: 'Write the files of one table with the same columns',
    });
}

;// CONCATENATED MODULE: ./build/packages/tables/src/formats/resolve-files.js




const GLOB = /[*?[\]{}]/;
/**
 * The files that paths and globs name, sorted by path, each once. A name that exists is never taken for a glob.
 *
 * @throws ActionError `refused`: `file-missing`, `file-not-regular`, `file-outside-workspace`.
 */
async function resolveFiles({ root, alsoReadable = [] }, patterns) {
    const readable = await Promise.all([root, ...alsoReadable].map((folder) => (0,promises_.realpath)(folder)));
    const found = new Map();
    for (const pattern of patterns) {
        for (const path of await namesOf(root, pattern)) {
            const file = await inputFile({ root, readable, path });
            found.set(file.realPath, file);
        }
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
async function namesOf(root, pattern) {
    const exists = await (0,promises_.lstat)((0,external_node_path_.resolve)(root, pattern)).then(() => true, () => false);
    if (exists)
        return [pattern];
    const names = [];
    if (GLOB.test(pattern))
        for await (const name of (0,promises_.glob)(pattern, { cwd: root }))
            names.push(name);
    if (names.length > 0)
        return names;
    throw (0,refused_input/* refusedInput */.v)('file-missing', {
        where: (0,quoted/* quoted */.T)(pattern),
        found: 'no such file',
        allowed: 'a path or glob of files that are there',
        remedy: 'Correct the path, or fetch the data first',
    });
}
async function inputFile(at) {
    const absolute = (0,external_node_path_.resolve)(at.root, at.path);
    const realPath = await (0,promises_.realpath)(absolute).catch((cause) => {
        const allowed = 'a file, or a link to one';
        const fault = { where: (0,quoted/* quoted */.T)(at.path), found: 'a link to nowhere', allowed, remedy: 'Fetch the data first' };
        throw (0,refused_input/* refusedInput */.v)('file-missing', fault, cause);
    });
    if (!at.readable.some((folder) => isBelow(folder, realPath))) {
        throw (0,refused_input/* refusedInput */.v)('file-outside-workspace', {
            where: (0,quoted/* quoted */.T)(at.path),
            found: 'a path that leads out of the workspace',
            allowed: 'files inside the workspace, also through links',
            remedy: 'Copy the data into the workspace',
        });
    }
    const status = await (0,promises_.lstat)(realPath);
    if (!status.isFile()) {
        throw (0,refused_input/* refusedInput */.v)('file-not-regular', {
            where: (0,quoted/* quoted */.T)(at.path),
            found: status.isDirectory() ? 'a folder' : 'no regular file',
            allowed: 'a file; for the files of a folder a glob such as "data/*.parquet"',
            remedy: 'Name the files',
        });
    }
    return { path: (0,external_node_path_.relative)(at.root, absolute).replaceAll('\\', '/'), realPath, bytes: status.size };
}
function isBelow(folder, path) {
    const below = (0,external_node_path_.relative)(folder, path);
    return below !== '..' && !below.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(below);
}

;// CONCATENATED MODULE: ./build/packages/tables/src/formats/split-columns.js


const QUOTE = 0x22;
const LF = 0x0a;
/** Positions at which a table is cut. A block of one column could be a blank line, which DuckDB skips, so there is none. */
function blocksOf(columns, width) {
    const count = Math.max(1, Math.floor((columns + width - 2) / width));
    return Array.from({ length: count }, (_, at) => ({
        first: at * width,
        width: at === count - 1 ? columns - at * width : width,
    }));
}
/**
 * Cuts a staged text into files of some columns each. DuckDB needs a vector for every column of a file, also for those that
 * nobody asks for: with 10,000 that is more memory than we give it, and more than a second for each question.
 */
async function splitColumns(path, how) {
    const blocks = how.blocks.map((block, at) => ({ ...block, path: `${path}-${at}` }));
    const files = [];
    try {
        for (const block of blocks)
            files.push(await (0,promises_.open)(block.path, 'wx', 0o600));
        const cutter = new Cutter(how.delimiter.charCodeAt(0), blocks);
        for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024 })) {
            const pieces = cutter.push(chunk);
            for (const [at, file] of files.entries())
                await file.writev(pieces[at]?.length ? pieces[at] : [Buffer.alloc(0)]);
        }
    }
    finally {
        for (const file of files)
            await file.close();
    }
    return blocks;
}
const LINE_END = Buffer.from('\n');
/** The scanner has checked the text, so a quote is the begin or end of a quoted field and LF outside is the end of a record. */
class Cutter {
    #quoted = false;
    #field = 0;
    #block = 0;
    #delimiter;
    #blocks;
    constructor(delimiter, blocks) {
        this.#delimiter = delimiter;
        this.#blocks = blocks;
    }
    push(chunk) {
        const pieces = this.#blocks.map(() => []);
        let from = 0;
        for (let at = 0; at < chunk.length; at += 1) {
            const byte = chunk[at];
            if (byte === QUOTE)
                this.#quoted = !this.#quoted;
            else if (this.#quoted)
                continue;
            else if (byte === LF) {
                pieces[this.#block]?.push(chunk.subarray(from, at + 1));
                from = at + 1;
                this.#field = 0;
                this.#block = 0;
            }
            else if (byte === this.#delimiter) {
                this.#field += 1;
                if (this.#field !== this.#blocks[this.#block + 1]?.first)
                    continue;
                pieces[this.#block]?.push(chunk.subarray(from, at), LINE_END);
                from = at + 1;
                this.#block += 1;
            }
        }
        pieces[this.#block]?.push(chunk.subarray(from));
        return pieces;
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/packages/tables/src/formats/csv-scanner.js
const csv_scanner_QUOTE = 0x22;
const csv_scanner_LF = 0x0a;
const CR = 0x0d;
/** Quote, comma, tab and line ends are all up to here. */
const LAST_SPECIAL = 0x2c;
/** DuckDB must hold a record in memory, and so must we the header. */
const MAX_RECORD_BYTES = 8 * 1024 * 1024;
/** What is wrong with a text, and where. */
class TextProblem extends Error {
    line;
    found;
    allowed;
    constructor(line, found, allowed) {
        super(`line ${line}: ${found}`);
        this.name = 'TextProblem';
        this.line = line;
        this.found = found;
        this.allowed = allowed;
    }
}
/** Where in a field the scanner stands. */
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
/** After a quote in a quoted field: the end of the field, or the first half of a doubled quote. */
const CLOSED = 3;
/** After a carriage return: only a line feed may follow. */
const RETURN = 4;
/**
 * Reads delimited text byte by byte as RFC 4180 has it, takes the header out and writes each record with LF at its end:
 * the one form that DuckDB's reader does not have to guess about. Left to itself it drops a trailing delimiter and blank
 * lines, takes a quote in the middle of a field for text, and fails on a mixture of line ends.
 *
 * Blank lines at the end are left out, as many writers end a file with one. With a single column a blank line may be a record
 * without a value, so there none is left out.
 *
 * @throws TextProblem for broken quoting, a lone CR, a blank line before a record, a record of another length or one that is
 *   too long.
 */
class CsvScanner {
    #state = START;
    #fields = 1;
    #width = 0;
    #line = 1;
    #quoteLine = 1;
    /** The first of the blank lines since the last record. */
    #blankLine = null;
    #recordBytes = 0;
    #headerParts = [];
    #header = null;
    #records = 0;
    #delimiter;
    constructor(delimiter) {
        this.#delimiter = delimiter.charCodeAt(0);
    }
    /** Bytes of the first record, without its line end; `null` while it has not ended. */
    get header() {
        return this.#header;
    }
    /** Records after the header. */
    get records() {
        return this.#records;
    }
    /** The next bytes; returns what belongs into the body. */
    push(chunk) {
        const body = new Kept(chunk, this.#headerParts, this.#header !== null);
        let recordStart = -this.#recordBytes;
        let state = this.#state;
        for (let at = 0; at < chunk.length; at += 1) {
            const byte = chunk[at] ?? 0;
            // Most bytes are text outside quotes: they take a local variable and nothing else.
            if (byte > LAST_SPECIAL && (state === PLAIN || state === START)) {
                state = PLAIN;
                continue;
            }
            this.#state = state;
            if (state === QUOTED)
                at = this.#skipQuoted(chunk, at);
            else if (byte === csv_scanner_LF) {
                const bytes = at - recordStart - (this.#state === RETURN ? 1 : 0);
                if (this.#header === null)
                    body.endHeader(at);
                else if (bytes === 0)
                    body.drop(at);
                this.#endRecord(bytes);
                recordStart = at + 1;
            }
            else if (this.#state === RETURN)
                throw this.#misplaced();
            else if (byte === CR) {
                body.drop(at);
                this.#state = RETURN;
            }
            else
                this.#step(byte);
            state = this.#state;
        }
        this.#state = state;
        this.#recordBytes = chunk.length - recordStart;
        if (this.#recordBytes > MAX_RECORD_BYTES)
            throw this.#tooLong();
        return body.end();
    }
    /** One byte outside quotes that ends no line. */
    #step(byte) {
        if (byte === this.#delimiter) {
            this.#state = START;
            this.#fields += 1;
        }
        else if (byte !== csv_scanner_QUOTE) {
            if (this.#state === CLOSED)
                throw this.#misplaced();
            this.#state = PLAIN;
        }
        else {
            if (this.#state === PLAIN)
                throw this.#misplaced();
            if (this.#state === START)
                this.#quoteLine = this.#line;
            this.#state = QUOTED;
        }
    }
    /** Position of the next quote, or of the end. */
    #skipQuoted(chunk, at) {
        // A loop, because a search by the runtime costs more than most fields have bytes.
        let end = at;
        for (; end < chunk.length; end += 1) {
            const byte = chunk[end];
            if (byte === csv_scanner_LF)
                this.#line += 1;
            else if (byte === csv_scanner_QUOTE) {
                this.#state = CLOSED;
                break;
            }
        }
        return end;
    }
    /** The end of the text; returns what still belongs into the body. */
    end() {
        if (this.#state === RETURN)
            throw this.#misplaced();
        if (this.#state === QUOTED) {
            throw new TextProblem(this.#quoteLine, 'a quote that is never closed', 'a quote at the end of the field');
        }
        if (this.#recordBytes === 0)
            return Buffer.alloc(0);
        const inHeader = this.#header === null;
        this.#endRecord(this.#recordBytes);
        return inHeader ? Buffer.alloc(0) : Buffer.from('\n');
    }
    #endRecord(bytes) {
        if (bytes > MAX_RECORD_BYTES)
            throw this.#tooLong();
        if (bytes === 0)
            this.#endBlank();
        else if (this.#blankLine !== null)
            throw blank(this.#blankLine);
        else if (this.#header === null) {
            this.#header = Buffer.concat(this.#headerParts);
            this.#width = this.#fields;
        }
        else {
            if (this.#fields !== this.#width) {
                const allowed = `${this.#width} fields, as in the header`;
                throw new TextProblem(this.#line, `${this.#fields} fields`, allowed);
            }
            this.#records += 1;
        }
        this.#line += 1;
        this.#fields = 1;
        this.#state = START;
    }
    #endBlank() {
        if (this.#width < 2)
            throw blank(this.#line);
        this.#blankLine ??= this.#line;
    }
    #misplaced() {
        if (this.#state === RETURN) {
            return new TextProblem(this.#line, 'a carriage return without a line feed', 'LF or CRLF at the end of a line');
        }
        const found = this.#state === CLOSED ? 'text after a closing quote' : 'a quote inside a field without quotes';
        return new TextProblem(this.#line, found, 'fields with a quote in double quotes, the quote itself doubled');
    }
    #tooLong() {
        const allowed = `at most ${MAX_RECORD_BYTES} bytes in a record`;
        return new TextProblem(this.#line, 'a record that is too long', allowed);
    }
}
function blank(line) {
    return new TextProblem(line, 'a blank line', 'a record in every line');
}
/** What remains of a piece after the header and carriage returns outside quotes were taken out. */
class Kept {
    #from = 0;
    #length = 0;
    #inBody;
    #out = null;
    #chunk;
    #header;
    constructor(chunk, header, inBody) {
        this.#chunk = chunk;
        this.#header = header;
        this.#inBody = inBody;
    }
    drop(at) {
        this.#keep(at);
        this.#from = at + 1;
    }
    endHeader(at) {
        this.#keep(at);
        this.#from = at + 1;
        this.#inBody = true;
    }
    end() {
        // Most pieces have nothing to take out and need no copy.
        if (this.#out === null && this.#inBody)
            return this.#chunk.subarray(this.#from);
        this.#keep(this.#chunk.length);
        return this.#out?.subarray(0, this.#length) ?? Buffer.alloc(0);
    }
    #keep(to) {
        if (this.#inBody) {
            this.#out ??= Buffer.allocUnsafe(this.#chunk.length);
            this.#length += this.#chunk.copy(this.#out, this.#length, this.#from, to);
        }
        else if (to > this.#from)
            this.#header.push(Buffer.from(this.#chunk.subarray(this.#from, to)));
    }
}

// EXTERNAL MODULE: ./build/packages/tables/src/formats/table-format.js
var table_format = __webpack_require__(92740);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/packages/tables/src/formats/text-check.js


const text_check_LF = 0x0a;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/**
 * Makes sure that a stream of pieces is UTF-8 without NUL, and takes a byte order mark from its begin. Pieces come out cut
 * between characters.
 *
 * @throws TextProblem with the line.
 */
class TextCheck {
    #rest = Buffer.alloc(0);
    #line = 1;
    #begun = false;
    push(chunk) {
        const whole = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
        // Three bytes are needed to see the mark.
        if (!this.#begun && whole.length < BOM.length) {
            this.#rest = whole;
            return Buffer.alloc(0);
        }
        const cut = whole.length - incompleteTail(whole);
        this.#rest = Buffer.from(whole.subarray(cut));
        return this.#checked(whole.subarray(0, cut));
    }
    end() {
        const rest = this.#rest;
        this.#rest = Buffer.alloc(0);
        return this.#checked(rest);
    }
    #checked(text) {
        const body = this.#begun || !text.subarray(0, BOM.length).equals(BOM) ? text : text.subarray(BOM.length);
        if (!this.#begun && (text[0] === 0xff || text[0] === 0xfe) && (text[1] === 0xff || text[1] === 0xfe)) {
            throw new TextProblem(1, 'text in UTF-16', 'text in UTF-8');
        }
        this.#begun = true;
        const nul = body.indexOf(0);
        if (nul !== -1)
            throw new TextProblem(this.#line + lines(body.subarray(0, nul)), 'a NUL character', 'text');
        if (!(0,external_node_buffer_.isUtf8)(body))
            throw new TextProblem(this.#lineOfInvalid(body), 'bytes that are not UTF-8', 'text in UTF-8');
        this.#line += lines(body);
        return body;
    }
    /** A line feed is never part of a longer sequence, so each line can be checked alone. */
    #lineOfInvalid(body) {
        for (let from = 0, line = this.#line; from < body.length; line += 1) {
            const end = body.indexOf(text_check_LF, from);
            const to = end === -1 ? body.length : end + 1;
            if (!(0,external_node_buffer_.isUtf8)(body.subarray(from, to)))
                return line;
            from = to;
        }
        return this.#line;
    }
}
/** How many bytes at the end are the begin of a character that goes on in the next piece. */
function incompleteTail(text) {
    for (let back = 1; back <= Math.min(3, text.length); back += 1) {
        const byte = text[text.length - back] ?? 0;
        if (byte < 0x80)
            return 0;
        if (byte >= 0xc0) {
            const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
            return length > back ? back : 0;
        }
    }
    return 0;
}
/** A loop is faster than searches by the runtime where lines are short. */
function lines(text) {
    let count = 0;
    for (let at = 0; at < text.length; at += 1)
        if (text[at] === text_check_LF)
            count += 1;
    return count;
}

;// CONCATENATED MODULE: ./build/packages/tables/src/formats/staged-text.js











/**
 * Copies a text file into a private folder in one pass that hashes, decompresses and checks it.
 *
 * @throws ActionError `refused`: `file-empty`, `pointer-not-fetched`, `file-changed`, `file-unreadable`, `file-too-large`.
 */
async function stageText(file, options) {
    const handle = await openInput(file);
    try {
        const stamp = await stampOf(handle);
        const head = Buffer.alloc(1024);
        const { bytesRead } = await handle.read(head, 0, head.length, 0);
        if (bytesRead === 0)
            throw emptyFile(file, '0 bytes');
        const { size } = await handle.stat();
        (0,table_format/* refusePointer */.wm)(file, head.subarray(0, bytesRead), size);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let bytes = 0;
        const raw = external_node_stream_.Readable.from(tapped(readChunks(handle), (chunk) => {
            hash.update(chunk);
            bytes += chunk.length;
            options.onChunk?.(chunk);
        }));
        const scanner = options.delimiter === null ? null : new CsvScanner(options.delimiter);
        const body = (chunks) => scanned(chunks, scanner, options.maxBytes);
        const inflate = { none: null, gzip: external_node_zlib_.createGunzip, zstd: external_node_zlib_.createZstdDecompress }[(0,table_format/* compressionOf */.MB)(head)];
        const sink = (0,external_node_fs_.createWriteStream)(options.to, { flags: 'wx', mode: 0o600 });
        await (inflate === null ? (0,external_node_stream_promises_.pipeline)(raw, body, sink) : (0,external_node_stream_promises_.pipeline)(raw, inflate(), body, sink)).catch((cause) => {
            throw problemOf(file, cause);
        });
        await requireUnchanged(file, stamp);
        const header = scanner?.header ?? Buffer.alloc(0);
        if (scanner !== null && header.length === 0)
            throw emptyFile(file, 'no header');
        return { digest: `sha256:${hash.digest('hex')}`, bytes, header, records: scanner?.records ?? null };
    }
    finally {
        await handle.close();
    }
}
async function* tapped(chunks, tap) {
    for await (const chunk of chunks) {
        tap(chunk);
        yield chunk;
    }
}
async function* scanned(chunks, scanner, maxBytes) {
    const check = new TextCheck();
    let bytes = 0;
    for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > maxBytes)
            throw new TooLarge(`more than ${maxBytes} bytes of text`);
        const text = check.push(chunk);
        const out = scanner === null ? text : scanner.push(text);
        if (out.length > 0)
            yield out;
    }
    const rest = check.end();
    if (scanner === null)
        yield rest;
    else {
        yield scanner.push(rest);
        yield scanner.end();
    }
}
class TooLarge extends Error {
}
function emptyFile(file, found) {
    const fault = { where: (0,quoted/* quoted */.T)(file.path), found, allowed: 'a table', remedy: 'Write the table again' };
    return (0,refused_input/* refusedInput */.v)('file-empty', fault);
}
function problemOf(file, cause) {
    const where = (0,quoted/* quoted */.T)(file.path);
    if (cause instanceof TextProblem) {
        const { line, found, allowed } = cause;
        const remedy = 'Write the file with a library for its format';
        return (0,refused_input/* refusedInput */.v)('file-unreadable', { where: `${where}:${line}`, found, allowed, remedy }, cause);
    }
    if (cause instanceof TooLarge) {
        const allowed = 'a smaller table';
        return (0,refused_input/* refusedInput */.v)('file-too-large', { where, found: cause.message, allowed, remedy: 'Use Parquet' }, cause);
    }
    if (!isZlibError(cause))
        return cause;
    const found = `compressed data that are truncated or corrupt (${cause.code})`;
    const fault = { where, found, allowed: 'whole gzip or zstd data', remedy: 'Write or fetch the file again' };
    return (0,refused_input/* refusedInput */.v)('file-unreadable', fault, cause);
}
function isZlibError(cause) {
    return (cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && /^(?:Z_|ZSTD_|ERR_)/.test(cause.code));
}

;// CONCATENATED MODULE: ./build/packages/tables/src/formats/prepare-source.js











/** More columns than this are kept in several tables of the engine. */
const BLOCK_COLUMNS = 250;
const GLOB_CHARACTERS = /[*?[\]]/;
/**
 * Finds, checks and hashes the files of a table, and copies those that are text.
 *
 * @throws ActionError `refused` with the reason code of what is wrong with a file.
 */
async function prepareSource(source, options) {
    const inputs = await resolveFiles(options, source.files);
    const format = (0,table_format/* formatOf */.be)(inputs, source.format);
    const files = [];
    for (const [index, input] of inputs.entries()) {
        const copy = (0,external_node_path_.join)(options.folder, `${source.name.replaceAll(/[^a-z0-9]/gi, '_')}-${index}`);
        files.push(format === 'parquet'
            ? await prepareParquet(input, options.onRead)
            : await prepareText(input, { format, copy, options }));
    }
    return { source, format, files, digest: digestOf(files) };
}
async function prepareText(input, how) {
    const delimiter = { csv: ',', tsv: '\t', jsonl: null, parquet: null }[how.format];
    const { maxTextBytes: maxBytes, onRead } = how.options;
    const staged = await stageText(input, { delimiter, to: how.copy, maxBytes, onChunk: counted(input, onRead) });
    const header = delimiter === null ? [] : headerNames(staged.header, delimiter);
    if (delimiter !== null)
        requireColumnNames((0,quoted/* quoted */.T)(input.path), header);
    const { digest, bytes, records } = staged;
    const whole = { first: 0, width: header.length, path: how.copy };
    const cuts = blocksOf(header.length, BLOCK_COLUMNS);
    const blocks = delimiter === null || cuts.length === 1 ? [whole] : await splitColumns(how.copy, { delimiter, blocks: cuts });
    return { path: input.path, digest, bytes, input, blocks, header, records, stamp: null };
}
/** Sums the pieces up. */
function counted(input, onRead) {
    let bytes = 0;
    return (chunk) => {
        bytes += chunk.length;
        onRead?.({ path: input.path, bytes, of: input.bytes });
    };
}
async function prepareParquet(input, onRead) {
    if (GLOB_CHARACTERS.test(input.realPath)) {
        const fault = { where: (0,quoted/* quoted */.T)(input.path), found: 'a name that the engine takes for a glob' };
        const allowed = 'a name without *, ?, [ and ]';
        throw (0,refused_input/* refusedInput */.v)('file-unreadable', { ...fault, allowed, remedy: 'Rename the file' });
    }
    let head = null;
    const told = counted(input, onRead);
    const { digest, bytes, stamp } = await hashInput(input, (chunk) => {
        told(chunk);
        head ??= Buffer.from(chunk.subarray(0, 1024));
    });
    if (head === null) {
        const fault = { where: (0,quoted/* quoted */.T)(input.path), found: '0 bytes', allowed: 'a table', remedy: 'Write the table again' };
        throw (0,refused_input/* refusedInput */.v)('file-empty', fault);
    }
    (0,table_format/* refusePointer */.wm)(input, head, bytes);
    refusePacked(input, head);
    await requireParquetEnds(input, bytes);
    return {
        path: input.path,
        digest,
        bytes,
        input,
        blocks: [{ first: 0, width: 0, path: input.realPath }],
        header: [],
        records: null,
        stamp,
    };
}
/** Parquet is read by seeking, which nothing packed around it allows, and its pages are compressed already. */
function refusePacked(input, head) {
    const packing = (0,table_format/* compressionOf */.MB)(head);
    if (packing === 'none')
        return;
    throw (0,refused_input/* refusedInput */.v)('file-unreadable', {
        where: (0,quoted/* quoted */.T)(input.path),
        found: `a Parquet file inside ${packing}`,
        allowed: 'Parquet as it is, with gzip or zstd of its own pages; .gz and .zst are for text',
        remedy: `Unpack it with "${packing === 'gzip' ? 'gunzip' : 'unzstd'}" first`,
    });
}
/** The engine's own words for a file that was cut off are about metadata; ours say what happened. */
async function requireParquetEnds(input, bytes) {
    const handle = await (0,promises_.open)(input.realPath, 'r');
    try {
        const ends = Buffer.alloc(8);
        await handle.read(ends, 0, 4, 0);
        if (bytes >= 12)
            await handle.read(ends, 4, 4, bytes - 4);
        if (ends.toString('latin1') === 'PAR1PAR1')
            return;
    }
    finally {
        await handle.close();
    }
    throw (0,refused_input/* refusedInput */.v)('file-unreadable', {
        where: (0,quoted/* quoted */.T)(input.path),
        found: 'a file that does not begin and end with PAR1',
        allowed: 'whole Parquet files without encryption',
        remedy: 'Write or fetch the file again',
    });
}
/** What `sha256sum` prints of several files, hashed, stands for them all. */
function digestOf(files) {
    const [first, ...others] = files;
    if (first !== undefined && others.length === 0)
        return first.digest;
    return (0,digest/* sha256 */.sc)(files.map((file) => `${(0,digest/* hexOf */.ZD)(file.digest)}  ${file.path}\n`).join(''));
}

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/addon/addon-errors.js
var addon_errors = __webpack_require__(40640);
// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/addon/provision-addon.js + 4 modules
var provision_addon = __webpack_require__(42923);
// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/addon/verify-addon.js + 1 modules
var verify_addon = __webpack_require__(37622);
;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/addon/load-addon.js





/** What this process has loaded, by folder. The system maps a library once, so hashing it again would prove nothing. */
const loaded = new Map();
/**
 * Finds, verifies and loads DuckDB. The package is never bundled: it is found at run time, so no bundler sees its name.
 *
 * @throws ActionError as {@link provisionAddon}.
 */
async function loadDuckDb(sources) {
    const { explicit } = sources;
    const before = explicit === undefined ? undefined : loaded.get(explicit);
    if (before !== undefined)
        return before;
    const modules = await (0,provision_addon/* provisionAddon */.Gp)(sources);
    const module = (0,external_node_module_.createRequire)((0,external_node_path_.join)(modules, 'gatehouse.cjs'))((0,verify_addon/* entryOf */.Ms)(modules));
    if (!isDuckDb(module)) {
        throw (0,addon_errors/* engineUntrusted */.B)(modules, 'a module without DuckDBInstance', `@duckdb/node-api ${(0,provision_addon/* addonPins */.FK)().platform.version}`);
    }
    if (explicit !== undefined)
        loaded.set(explicit, module);
    return module;
}
function isDuckDb(module) {
    return typeof module === 'object' && module !== null && 'DuckDBInstance' in module;
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/cells.js
/**
 * A count as a number.
 *
 * @throws Error when it is none or cannot be told from its neighbours.
 */
function countOf(cell) {
    const value = typeof cell === 'bigint' ? Number(cell) : cell;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    throw new Error(`DuckDB answered ${String(cell)} where a count was expected.`);
}
function numberOf(cell) {
    if (typeof cell === 'number')
        return cell;
    throw new Error(`DuckDB answered ${String(cell)} where a number was expected.`);
}
function numberOrNull(cell) {
    return cell === null ? null : numberOf(cell);
}
function textOf(cell) {
    if (typeof cell === 'string')
        return cell;
    throw new Error(`DuckDB answered ${String(cell)} where a text was expected.`);
}
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/**
 * A text that the query gave as bytes with `encode`, or `null`. DuckDB's client takes a byte order mark from the begin of
 * every text, so that two group names that differ in it would become one.
 */
function encodedTextOf(cell) {
    if (cell === null)
        return null;
    if (cell instanceof Uint8Array)
        return decoder.decode(cell);
    throw new Error(`DuckDB answered ${String(cell)} where bytes were expected.`);
}

// EXTERNAL MODULE: ./build/packages/core/src/nearest-name.js
var nearest_name = __webpack_require__(38961);
;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/sql-text.js
/** A name as SQL: in double quotes, those inside doubled. */
function identifier(name) {
    return `"${name.replaceAll('"', '""')}"`;
}
/** A text as SQL, for places where DuckDB takes no parameter: table functions in a view, and settings. */
function literal(text) {
    return `'${text.replaceAll("'", "''")}'`;
}
/**
 * A number as SQL. With an exponent DuckDB reads it as a double with correct rounding; `0.1234567890123456789` would be a
 * decimal first, and its conversion is off by a unit in the last place now and then.
 */
function doubleLiteral(value) {
    if (!Number.isFinite(value))
        throw new RangeError(`A literal must be a finite number, got ${value}.`);
    return value.toExponential();
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/parquet-columns.js


/**
 * Top-level columns of a Parquet file, with the names that stand in the file. DuckDB itself renames the second of two
 * columns whose names differ in case only, so its names are not taken.
 */
async function parquetColumns(session, path) {
    const described = await session.rows(`DESCRIBE SELECT * FROM read_parquet(${literal(path)}, hive_partitioning=false, filename=false)`);
    const types = described.map(([, type]) => textOf(type));
    const names = topLevelNames(await session.rows(`SELECT encode(name), num_children FROM parquet_schema(${literal(path)})`));
    if (names.length !== types.length)
        throw new Error(`DuckDB sees ${types.length} of ${names.length} columns.`);
    return names.map((name, at) => ({ name, type: types[at] ?? '' }));
}
/** The schema is a tree, written out depth first; its root has the columns as children. */
function topLevelNames(nodes) {
    const names = [];
    let at = 1;
    const skip = () => {
        const children = childrenOf(nodes[at]);
        at += 1;
        for (let child = 0; child < children; child += 1)
            skip();
    };
    while (at < nodes.length) {
        names.push(encodedTextOf(nodes[at]?.[0] ?? null) ?? '');
        skip();
    }
    return names;
}
function childrenOf(node) {
    const children = node?.[1] ?? null;
    return children === null ? 0 : countOf(children);
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/open-table.js









/**
 * Makes a prepared table known to the engine under the name `t<index>`.
 *
 * @throws ActionError `refused`: `file-empty`, `file-unreadable`, `column-missing`, `mixed-types`.
 */
async function openTable(session, prepared, index) {
    const sqlName = `t${index}`;
    const open = { csv: openCsv, tsv: openCsv, jsonl: openJsonLines, parquet: openParquet }[prepared.format];
    const { columns, narrow } = await open(session, prepared, sqlName);
    const [[cell] = []] = await session.rows(`SELECT count(*) FROM ${columns[0]?.part}`);
    const rows = countOf(cell);
    const { source, format, digest } = prepared;
    const where = `table ${(0,quoted/* quoted */.T)(source.name)}`;
    if (rows === 0) {
        const fault = { where, found: 'no row', allowed: 'at least one row', remedy: 'Write the table again' };
        throw (0,refused_input/* refusedInput */.v)('file-empty', fault);
    }
    requireRecords(prepared, rows);
    const declared = new Map(Object.entries(source.types ?? {}));
    const names = columns.map((column) => column.name);
    for (const name of declared.keys())
        if (!names.includes(name))
            throw noColumn(where, name, names);
    const files = prepared.files.map((file) => ({ path: file.path, digest: file.digest, bytes: file.bytes }));
    const table = { name: source.name, format, rows, digest, files, columns, declared };
    return narrow === undefined ? table : { ...table, narrow };
}
/** Names of columns in a message; beyond so many they are counted. */
const MOST_SHOWN = 10;
function noColumn(where, name, names) {
    const shown = names.slice(0, MOST_SHOWN).map(quoted/* quoted */.T).join(', ');
    const more = names.length - MOST_SHOWN;
    const near = (0,nearest_name/* nearestName */.q)(name, names);
    return (0,refused_input/* refusedInput */.v)('column-missing', {
        where,
        found: `no column ${(0,quoted/* quoted */.T)(name)}`,
        allowed: `one of its ${names.length} columns: ${shown}${more > 0 ? ` and ${more} more` : ''}`,
        remedy: near === null ? 'Correct the name, or add the column' : `Did you mean ${(0,quoted/* quoted */.T)(near)}?`,
    });
}
/** We counted the records while we copied them: an engine that read another number has misread the text. */
function requireRecords(prepared, rows) {
    const records = prepared.files.map((file) => file.records);
    const counted = records.reduce((sum, count) => sum + (count ?? 0), 0);
    if (records.every((count) => count !== null) && counted !== rows) {
        throw new Error(`DuckDB read ${rows} rows of ${counted} records of ${prepared.source.name}.`);
    }
}
/** Columns by the parts that a table is kept in. */
function columnsOf(sqlName, names, options = {}) {
    return blocksOf(names.length, options.blockColumns ?? BLOCK_COLUMNS).flatMap(({ first, width }, block) => names.slice(first, first + width).map((name, at) => ({
        name,
        sqlName: `c${first + at}`,
        part: `${sqlName}_${block}`,
        engineType: options.engineTypes?.[first + at] ?? null,
    })));
}
/** Makes the parts of a table; `select` is the query of the columns of one of them. */
async function createParts(session, columns, select) {
    const parts = [...Map.groupBy(columns, (column) => column.part)];
    for (const [block, [part, some]] of parts.entries()) {
        await session.rows(`CREATE TABLE ${part} AS ${select(some, block)}`);
    }
    return { columns };
}
/** Every field as text: what a column holds is decided over all its rows, never by a sample. */
async function openCsv(session, prepared, sqlName) {
    const names = prepared.files[0]?.header ?? [];
    const missing = prepared.source.missing ?? [];
    const orders = prepared.files.map((file) => orderOf(file, names));
    return await createParts(session, columnsOf(sqlName, names), (columns, block) => {
        const selects = prepared.files.map((file, index) => {
            const values = columns.map(({ sqlName: to }) => {
                const from = `c${orders[index]?.[Number(to.slice(1))] ?? ''}`;
                return `${textOrMissing(from, missing)} AS ${to}`;
            });
            return `SELECT ${values.join(', ')} FROM ${csvReader(prepared, file.blocks[block])}`;
        });
        return selects.join(' UNION ALL ');
    });
}
/** Position in a file of each column of the first file. */
function orderOf(file, names) {
    const order = positionsOf((0,quoted/* quoted */.T)(file.path), file.header, names);
    if (file.blocks.length === 1 || order.every((from, to) => from === to))
        return order;
    throw (0,refused_input/* refusedInput */.v)('file-unreadable', {
        where: (0,quoted/* quoted */.T)(file.path),
        found: 'its columns in another order than in the first file',
        allowed: `files of one order where a table has more than ${BLOCK_COLUMNS} columns`,
        remedy: 'Write the files in one order',
    });
}
function textOrMissing(sqlName, missing) {
    if (missing.length === 0)
        return sqlName;
    return `CASE WHEN ${sqlName} IN (${missing.map(literal).join(', ')}) THEN NULL ELSE ${sqlName} END`;
}
/** Nothing is detected: the scanner has made the text what these options say. */
function csvReader(prepared, block) {
    if (block === undefined)
        throw new Error('A file has fewer blocks than its table.');
    const delimiter = prepared.format === 'tsv' ? '\t' : ',';
    const columns = Array.from({ length: block.width }, (_, at) => `'c${block.first + at}': 'VARCHAR'`).join(', ');
    const options = [
        'auto_detect=false',
        'header=false',
        `delim=${literal(delimiter)}`,
        `quote='"'`,
        `escape='"'`,
        `new_line='\\n'`,
        `comment=''`,
        `nullstr=''`,
        'allow_quoted_nulls=false',
        'null_padding=false',
        'ignore_errors=false',
        'strict_mode=true',
        `compression='none'`,
        `max_line_size=${8 * 1024 * 1024 + 1024}`,
        `columns={${columns}}`,
    ];
    return `read_csv(${literal(block.path)}, ${options.join(', ')})`;
}
const JSON_OPTIONS = `format='newline_delimited', compression='uncompressed', maximum_object_size=${16 * 1024 * 1024}`;
/** Every value as JSON text. Names are collected over all rows, so a key that comes late is a column too. */
async function openJsonLines(session, prepared, sqlName) {
    const paths = `[${pathsOf(prepared).map(literal).join(', ')}]`;
    const objects = `read_json_objects(${paths}, ${JSON_OPTIONS})`;
    const where = `table ${(0,quoted/* quoted */.T)(prepared.source.name)}`;
    const [[others] = []] = await session.rows(`SELECT count(*) FROM ${objects} WHERE json_type(json) <> 'OBJECT'`);
    if (countOf(others) > 0) {
        const found = `${countOf(others)} lines that are no object`;
        const allowed = 'one object in every line';
        throw (0,refused_input/* refusedInput */.v)('file-unreadable', { where, found, allowed, remedy: 'Write the table as JSON Lines' });
    }
    const keys = await session.rows(`SELECT encode(k), min(pos) FROM (SELECT unnest(json_keys(json)) AS k, generate_subscripts(json_keys(json), 1) AS pos FROM ${objects}) GROUP BY k ORDER BY min(pos), k`);
    const names = keys.map(([key]) => encodedTextOf(key) ?? '');
    if (names.length === 0) {
        throw (0,refused_input/* refusedInput */.v)('file-empty', { where, found: 'no value', allowed: 'a table', remedy: 'Write the table again' });
    }
    requireColumnNames(where, names);
    return await createParts(session, columnsOf(sqlName, names), (columns) => {
        const types = columns.map(({ name }) => `${literal(name)}: 'JSON'`).join(', ');
        const values = columns.map((column) => `${identifier(column.name)}::VARCHAR AS ${column.sqlName}`).join(', ');
        return `SELECT ${values} FROM read_json(${paths}, ${JSON_OPTIONS}, auto_detect=false, columns={${types}})`;
    });
}
function pathsOf(prepared) {
    return prepared.files.flatMap((file) => file.blocks.map((block) => block.path));
}
async function openParquet(session, prepared, sqlName) {
    const [first, ...others] = prepared.files;
    if (first === undefined)
        return { columns: [] };
    const [path = ''] = pathsOf(prepared);
    const found = await parquetColumns(session, path);
    const names = found.map(({ name }) => name);
    requireColumnNames((0,quoted/* quoted */.T)(first.path), names);
    for (const file of others)
        await requireSameColumns(session, file, found);
    const reader = `read_parquet([${pathsOf(prepared).map(literal).join(', ')}], hive_partitioning=false, union_by_name=false, filename=false)`;
    const select = (columns) => `SELECT ${columns.map((column) => `${identifier(column.name)} AS ${column.sqlName}`).join(', ')} FROM ${reader}`;
    const engineTypes = found.map(({ type }) => type);
    if (prepared.source.hostile === true)
        return await createParts(session, columnsOf(sqlName, names, { engineTypes }), select);
    // A view has no rowid that could hold parts together, and needs none: only what is asked for is read.
    const columns = columnsOf(sqlName, names, { engineTypes, blockColumns: names.length });
    await session.rows(`CREATE VIEW ${columns[0]?.part} AS ${select(columns)}`);
    return { columns, narrow: select };
}
/** DuckDB would take the first file's columns and leave out what others have besides. */
async function requireSameColumns(session, file, expected) {
    const columns = await parquetColumns(session, file.blocks[0]?.path ?? '');
    const names = columns.map((column) => column.name);
    const positions = positionsOf((0,quoted/* quoted */.T)(file.path), names, expected.map((column) => column.name));
    expected.forEach((column, at) => {
        const type = columns[positions[at] ?? -1]?.type;
        if (type === column.type)
            return;
        throw (0,refused_input/* refusedInput */.v)('mixed-types', {
            where: (0,quoted/* quoted */.T)(file.path),
            found: `the column ${(0,quoted/* quoted */.T)(column.name)} of type ${type ?? 'unknown'}`,
            allowed: `${column.type}, as in the first file`,
            remedy: 'Write the files of one table with the same types',
        });
    });
}
/** What the engine's type is in the words of the port. */
function typeOfEngine(engineType) {
    if (/^(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|UHUGEINT|DECIMAL\(\d+,0\))$/.test(engineType)) {
        return 'integer';
    }
    if (/^(?:FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/.test(engineType))
        return 'number';
    if (/^(?:VARCHAR|UUID)$|^ENUM\(/.test(engineType) && !engineType.endsWith('[]'))
        return 'text';
    if (engineType === 'BOOLEAN')
        return 'boolean';
    if (/^(?:DATE|TIME|TIMESTAMP)/.test(engineType) && !engineType.endsWith(']'))
        return 'temporal';
    return 'unsupported';
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/text-kinds.js
const NUMBER = `'[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?'`;
const NOT_FINITE = `'[+-]?([iI]nf(inity)?|INF|[nN]a[nN]|NAN)'`;
const CODE = `'\\+?[0-9]+|-0[0-9]+'`;
/**
 * Conditions by kind, in the order of {@link KindCounts}, over the text `x`; the first that holds counts. A cast that comes
 * back as the same text is the test for an integer: casts alone also take ` 1`, `0x1` and `1_000`.
 */
function kindConditions(format, x) {
    const integer = `coalesce(TRY_CAST(${x} AS BIGINT)::VARCHAR = ${x}, TRY_CAST(${x} AS HUGEINT)::VARCHAR = ${x}, false)`;
    if (format === 'jsonl') {
        const type = `json_type(${x}::JSON)`;
        const token = `regexp_full_match(${x}, ${NOT_FINITE})`;
        return [
            `${type} IN ('UBIGINT', 'BIGINT', 'DOUBLE') AND ${integer}`,
            `${type} IN ('UBIGINT', 'BIGINT', 'DOUBLE') AND NOT ${token}`,
            'false',
            token,
            `${type} = 'BOOLEAN'`,
            `${type} = 'VARCHAR'`,
            'true',
        ];
    }
    return [
        integer,
        `regexp_full_match(${x}, ${NUMBER}) AND NOT regexp_full_match(${x}, ${CODE})`,
        `regexp_full_match(${x}, ${CODE})`,
        `regexp_full_match(${x}, ${NOT_FINITE})`,
        `${x} IN ('true', 'false', 'True', 'False', 'TRUE', 'FALSE')`,
        'true',
        'false',
    ];
}
/** One number per value: position of the first condition that holds. */
function kindExpression(format, x) {
    const whens = kindConditions(format, x).map((condition, kind) => `WHEN ${condition} THEN ${kind}`);
    return `CASE WHEN ${x} IS NULL THEN NULL ${whens.join(' ')} END`;
}
/** What a column holds, by all of its values. */
function typeOfKinds(counts) {
    const { values, integers, numbers, codes, notFinite, booleans, texts, nested } = counts;
    if (nested > 0)
        return 'unsupported';
    if (values === 0)
        return 'empty';
    if (integers === values)
        return 'integer';
    if (booleans === values)
        return 'boolean';
    const digits = integers + codes;
    if (codes > 0 && digits === values)
        return 'text';
    // A word such as "Nan" is a name as long as no number stands beside it.
    if (texts + booleans + notFinite === values && texts + booleans > 0)
        return 'text';
    if (integers + numbers + notFinite === values)
        return 'number';
    return 'mixed';
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/typed-column.js





const KINDS = ['integers', 'numbers', 'codes', 'notFinite', 'booleans', 'texts', 'nested'];
/** Types of columns of one table, each found out once and over all rows. */
class ColumnTypes {
    #session;
    #known = new Map();
    constructor(session) {
        this.#session = session;
    }
    /**
     * Types in the order of `columns`. What is declared is checked here.
     *
     * @throws ActionError `refused`, reason `type-mismatch`, for a column that is not what is declared.
     */
    async of(table, columns) {
        const unknown = columns.filter((column) => !this.#known.has(keyOf(column)));
        for (const some of Map.groupBy(unknown, (column) => column.part).values())
            await this.#find(table, some);
        return columns.map((column) => ({ table, column, type: this.#known.get(keyOf(column)) ?? 'unsupported' }));
    }
    async #find(table, columns) {
        const counts = table.format === 'parquet' ? null : await this.#kinds(table, columns);
        for (const [at, column] of columns.entries()) {
            const kinds = counts?.[at];
            const found = kinds === undefined ? typeOfEngine(column.engineType ?? '') : typeOfKinds(kinds);
            const declared = table.declared.get(column.name);
            const type = declared === undefined
                ? found
                : declaredType({ declared, found, kinds: table.format === 'jsonl' ? undefined : kinds });
            if (type === null)
                throw await this.#mismatch(table, column, found);
            this.#known.set(keyOf(column), type);
        }
    }
    /** Over one column of names and values: an expression for each column takes longer to plan than to run. */
    async #kinds(table, columns) {
        const names = columns.map((column) => column.sqlName).join(', ');
        const rows = await this.#session.rows(`SELECT name, kind, count(*) FROM (SELECT name, ${kindExpression(table.format, 'value')} AS kind
       FROM (UNPIVOT ${columns[0]?.part} ON ${names} INTO NAME name VALUE value)) GROUP BY ALL`);
        const counts = new Map(rows.map(([name, kind, count]) => [`${textOf(name)} ${countOf(kind)}`, countOf(count)]));
        return columns.map((column) => {
            const found = KINDS.map((_, kind) => counts.get(`${column.sqlName} ${kind}`) ?? 0);
            const [integers = 0, numbers = 0, codes = 0, notFinite = 0, booleans = 0, texts = 0, nested = 0] = found;
            const values = found.reduce((sum, count) => sum + count, 0);
            return { values, integers, numbers, codes, notFinite, booleans, texts, nested };
        });
    }
    async #mismatch(table, column, found) {
        const examples = await examplesOf(this.#session, table, column);
        return (0,refused_input/* refusedInput */.v)('type-mismatch', {
            where: `table ${(0,quoted/* quoted */.T)(table.name)}, column ${(0,quoted/* quoted */.T)(column.name)}`,
            found: `values of type ${found}${examples.length > 0 ? `, such as ${(0,quoted/* quotedList */.p)(examples)}` : ''}`,
            allowed: `the declared type ${table.declared.get(column.name) ?? ''}`,
            remedy: 'Correct the values, or what is declared',
        });
    }
}
/** One value of each kind that a text column holds, the rarest kind first. */
async function examplesOf(session, table, column) {
    if (table.format === 'parquet')
        return [];
    const kind = kindExpression(table.format, column.sqlName);
    const rows = await session.rows(`SELECT encode(min(${column.sqlName})), count(*) FROM ${column.part} WHERE ${column.sqlName} IS NOT NULL GROUP BY ${kind} ORDER BY count(*), 1 LIMIT 3`);
    return rows.map(([text = null]) => encodedTextOf(text) ?? '');
}
function keyOf(column) {
    return `${column.part}.${column.sqlName}`;
}
/** The type that a declaration makes of a column, or `null` when the values are not of it. */
function declaredType(at) {
    const { declared, found, kinds } = at;
    if (found === 'empty' || found === declared)
        return declared;
    if (declared === 'number' && found === 'integer')
        return 'number';
    // JSON and Parquet say themselves what a value is; only delimited text is read as declared.
    if (kinds === undefined || kinds.nested > 0 || found === 'unsupported')
        return null;
    if (declared === 'text')
        return 'text';
    const { values, integers, numbers, codes, notFinite } = kinds;
    if (declared === 'number' && integers + numbers + codes + notFinite === values)
        return 'number';
    return null;
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/column-sql.js



/** Beyond it a double cannot be told from its neighbours. */
const LARGEST_EXACT = 9_007_199_254_740_992;
/** The value as it is stored, qualified by the alias of its table. */
function storedSql({ column }) {
    return `${column.part}.${column.sqlName}`;
}
/** The value as a double; NULL where it is missing. */
function numberSql(typed, value = storedSql(typed)) {
    if (typed.type === 'boolean')
        return `CAST(CAST(${value} AS BOOLEAN) AS DOUBLE)`;
    return `CAST(${value} AS DOUBLE)`;
}
/**
 * The value as the text of a key, the same from every format; NULL where it is missing. Only whole doubles up to 2^53 are
 * written as integers: beyond it the digits would claim what is not known.
 */
function keySql(typed, value = storedSql(typed)) {
    const { format } = typed.table;
    switch (typed.type) {
        case 'text':
            return format === 'jsonl' ? `json_extract_string(${value}::JSON, '$')` : `CAST(${value} AS VARCHAR)`;
        case 'number':
            return numberKeySql(typed, value);
        case 'boolean':
            return `CAST(CAST(${value} AS BOOLEAN) AS VARCHAR)`;
        default:
            return `CAST(${value} AS VARCHAR)`;
    }
}
function numberKeySql(typed, value) {
    const engineType = typed.column.engineType ?? '';
    if (engineType.startsWith('DECIMAL'))
        return `rtrim(rtrim(CAST(${value} AS VARCHAR), '0'), '.')`;
    const double = numberSql(typed, value);
    const whole = `isfinite(${double}) AND trunc(${double}) = ${double} AND abs(${double}) <= ${LARGEST_EXACT}`;
    // A single-precision number has a shorter text than the double that it becomes.
    const text = engineType === 'FLOAT' ? `CAST(${value} AS VARCHAR)` : `CAST(${double} AS VARCHAR)`;
    return `CASE WHEN ${whole} THEN CAST(CAST(${double} AS BIGINT) AS VARCHAR) ELSE ${text} END`;
}
/** @throws ActionError `refused`: `mixed-types`, `column-unsupported`. */
async function requireType(session, typed, allowed) {
    if (allowed.includes(typed.type) || typed.type === 'empty')
        return;
    const where = `table ${(0,quoted/* quoted */.T)(typed.table.name)}, column ${(0,quoted/* quoted */.T)(typed.column.name)}`;
    if (typed.type === 'mixed') {
        const examples = await examplesOf(session, typed.table, typed.column);
        throw (0,refused_input/* refusedInput */.v)('mixed-types', {
            where,
            found: `values of several types, such as ${(0,quoted/* quotedList */.p)(examples)}`,
            allowed: 'values of one type, or a declared type',
            remedy: 'Declare the type, name the texts that stand for a missing value, or correct the values',
        });
    }
    throw (0,refused_input/* refusedInput */.v)('column-unsupported', {
        where,
        found: `values of type ${typed.type}`,
        allowed: `values of type ${allowed.join(', ')}`,
        remedy: 'Name another column, or convert it',
    });
}
const NUMERIC = ['integer', 'number'];
const NUMERIC_OR_BOOLEAN = [...NUMERIC, 'boolean'];
const KEYED = ['integer', 'number', 'text', 'boolean', 'temporal'];

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/column-values.js




/** Rows in JavaScript, as typed arrays and never as objects. */
async function columnValues(at, relation, what) {
    const { from: fromOf, count } = await at.catalog.rows(relation);
    if (count > what.maxRows) {
        const fault = { where: 'rows for a measure that needs an order', found: `${count} rows` };
        const remedy = 'Judge fewer rows, or use a measure of counts';
        throw (0,refused_input/* refusedInput */.v)('file-too-large', { ...fault, allowed: `at most ${what.maxRows} rows`, remedy });
    }
    const orderBy = [what.orderBy ?? []].flat();
    const refs = [...what.wanted.map((wanted) => wanted.column), ...orderBy];
    const from = fromOf(await at.catalog.typed(refs));
    const targets = [];
    for (const [index, wanted] of what.wanted.entries()) {
        targets.push(wanted.as === 'numbers'
            ? await numbers(at, wanted, count)
            : await codes(at, wanted.column, { from, count, index }));
    }
    const ordered = await at.catalog.columns(orderBy, KEYED);
    const order = ordered.length === 0 ? '' : ` ORDER BY ${ordered.map((column) => keySql(column)).join(', ')}`;
    const joins = targets.map((target) => target.join).join('');
    let row = 0;
    await at.session.stream(`SELECT ${targets.map((target) => target.select).join(', ')} FROM ${from}${joins}${order}`, (columns, rows) => {
        columns.forEach((column, index) => {
            const target = targets[index];
            if (target !== undefined)
                copyInto(target, column, { row, rows });
        });
        row += rows;
    });
    if (row !== count)
        throw new Error(`DuckDB gave ${row} of ${count} rows.`);
    return targets.map((target) => target.fetched);
}
async function keyed(at, ref) {
    const [typed] = await at.catalog.columns([ref], KEYED);
    if (typed === undefined)
        throw new Error('A column was not found.');
    return typed;
}
async function numbers(at, wanted, count) {
    const { column: ref } = wanted;
    const [typed] = await at.catalog.columns([ref], NUMERIC_OR_BOOLEAN);
    if (typed === undefined)
        throw new Error('A column was not found.');
    const anyNumber = wanted.missing === 'nan';
    const select = anyNumber ? `coalesce(${numberSql(typed)}, 'nan'::DOUBLE)` : numberSql(typed);
    return { select, join: '', fetched: { as: 'numbers', values: new Float64Array(count) }, ref, anyNumber };
}
/** The distinct keys get numbers in the engine, so that no text crosses over once per row. */
async function codes(at, ref, of) {
    const key = keySql(await keyed(at, ref));
    const alias = `d${of.index}`;
    const dictionary = `SELECT x, row_number() OVER (ORDER BY x) - 1 AS code FROM (SELECT DISTINCT ${key} AS x FROM ${of.from}) WHERE x IS NOT NULL`;
    const rows = await at.session.rows(`SELECT encode(x), code FROM (${dictionary}) ORDER BY code`);
    const keys = rows.map(([cell = null]) => encodedTextOf(cell) ?? '');
    rows.forEach(([, code], position) => {
        if (countOf(code) !== position)
            throw new Error('DuckDB numbered the keys with a gap.');
    });
    return {
        select: `CAST(coalesce(${alias}.code, -1) AS INTEGER)`,
        join: ` LEFT JOIN (${dictionary}) AS ${alias} ON ${alias}.x = ${key}`,
        fetched: { as: 'codes', values: new Int32Array(of.count), keys },
        ref,
        anyNumber: false,
    };
}
function copyInto(target, column, at) {
    const { values, as } = target.fetched;
    const finite = as === 'numbers' && !target.anyNumber;
    for (let index = 0; index < at.rows; index += 1) {
        const value = column.getItem(index);
        if (typeof value !== 'number')
            throw unusable(target.ref, 'value-missing');
        if (finite && !Number.isFinite(value))
            throw unusable(target.ref, 'value-not-finite');
        values[at.row + index] = value;
    }
}
function unusable(ref, code) {
    return (0,refused_input/* refusedInput */.v)(code, {
        where: `table ${(0,quoted/* quoted */.T)(ref.table)}, column ${(0,quoted/* quoted */.T)(ref.column)}`,
        found: code === 'value-missing' ? 'a missing value' : 'a value that is NaN or infinite',
        allowed: 'a number in every row',
        remedy: 'Correct the values',
    });
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/bin-grid.js

/** Edges in one cell that a row is compared with. */
const MOST_IN_CELL = 4;
/** Cells for each edge: so many that most hold none, and so few that the look-up table stays in a processor's cache. */
const CELLS_PER_EDGE = 16;
/**
 * Cells of equal width when none of them holds more than four edges; else both halves of the edges by themselves, and so
 * on. Quantiles of most columns need one stretch, of skewed ones a few.
 */
function binGrid(edges) {
    let [cells, stretches] = [0, 0];
    const grow = (from, to) => {
        const stretch = stretchOf(edges, { from, to }, cells);
        if (stretch !== null) {
            cells += stretch.cells;
            stretches += 1;
            return stretch;
        }
        const middle = Math.ceil((from + to) / 2);
        const left = grow(from, middle);
        return { at: Number(edges[middle]), left, right: grow(middle, to) };
    };
    const root = grow(0, edges.length);
    const grid = { root, least: Number(edges[0]), cells, stretches, inCell: 1 };
    return { ...grid, inCell: mostInCell(edges.map((edge) => cellOf(grid, edge))) };
}
function stretchOf(edges, { from, to }, first) {
    const least = Number(edges[from]);
    if (to - from <= MOST_IN_CELL)
        return { from: least, scale: 0, first, cells: 1 };
    const cells = CELLS_PER_EDGE * (to - from);
    const scale = cells / (Number(edges[Math.min(to, edges.length - 1)]) - least);
    // A width that is no number, or none, puts all values into one cell or into none.
    if (!(scale > 0 && scale < Number.POSITIVE_INFINITY))
        return null;
    const stretch = { from: least, scale, first, cells };
    return mostInCell(edges.slice(from, to).map((edge) => cellIn(stretch, edge))) <= MOST_IN_CELL ? stretch : null;
}
function mostInCell(cells) {
    return Math.max(...Array.from(Map.groupBy(cells, (cell) => cell).values(), (own) => own.length));
}
/** The cell of a value: -1 below the grid. The same operations on doubles as in {@link cellSql}, so the same cell. */
function cellOf({ root, least }, value) {
    if (value < least)
        return -1;
    let node = root;
    while ('at' in node)
        node = value < node.at ? node.left : node.right;
    return cellIn(node, value);
}
function cellIn({ from, scale, first, cells }, value) {
    return cells === 1 ? first : first + Math.floor(Math.min((value - from) * scale, cells - 1));
}
/** The cell of a finite value as SQL. */
function cellSql({ root, least }, x) {
    return `CASE WHEN ${x} < ${doubleLiteral(least)} THEN -1 ELSE ${nodeSql(root, x)} END`;
}
function nodeSql(node, x) {
    if ('at' in node) {
        return `CASE WHEN ${x} < ${doubleLiteral(node.at)} THEN ${nodeSql(node.left, x)} ELSE ${nodeSql(node.right, x)} END`;
    }
    const { from, scale, first, cells } = node;
    if (cells === 1)
        return String(first);
    const place = `(${x} - ${doubleLiteral(from)}) * ${doubleLiteral(scale)}`;
    return `${first} + CAST(floor(least(${place}, ${doubleLiteral(cells - 1)})) AS INTEGER)`;
}
/**
 * Rows `cell, base, e0 …`: for each cell the number of edges before it, and the edges that it holds. The edges are lists in
 * a text: as a thousand rows of VALUES the engine plans them longer than it reads a hundred thousand rows.
 */
function cellsSql(grid, edges) {
    const held = [...Map.groupBy(edges.keys(), (at) => cellOf(grid, Number(edges[at])))];
    const names = edgeNames(grid);
    const edgesAt = (at) => held.map(([, places]) => edges[places[at] ?? -1] ?? Number.POSITIVE_INFINITY);
    const cells = held.map(([cell]) => cell);
    const sizes = held.map(([, places]) => places.length);
    const columns = [
        `${listSql('INTEGER', cells)} AS cell`,
        `${listSql('INTEGER', sizes)} AS n`,
        ...names.map((name, at) => `${listSql('DOUBLE', edgesAt(at))} AS ${name}`),
    ];
    const before = 'sum(coalesce(h.n, 0)) OVER (ORDER BY r.cell ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)';
    const filled = names.map((name) => `coalesce(h.${name}, 'infinity'::DOUBLE) AS ${name}`);
    return (`SELECT r.cell, CAST(coalesce(${before}, 0) AS INTEGER) AS base, ${filled.join(', ')} ` +
        `FROM (SELECT CAST(unnest(range(-1, ${grid.cells})) AS INTEGER) AS cell) AS r ` +
        `LEFT JOIN (SELECT ${columns.join(', ')}) AS h ON h.cell = r.cell`);
}
/** One row for each number. The shortest text of a double is read back as the same double. */
function listSql(type, values) {
    return `unnest(CAST('[${values.join(', ')}]' AS ${type}[]))`;
}
/** Twice the number of edges at or below a value, less one for a value that is an edge: odd on an edge, even between. */
function placeSql(grid, x) {
    const names = edgeNames(grid);
    const atOrBelow = names.map((name) => `CAST(${x} >= ${name} AS INTEGER)`).join(' + ');
    return `2 * (base + ${atOrBelow}) - CAST(${names.map((name) => `${x} = ${name}`).join(' OR ')} AS INTEGER)`;
}
function edgeNames({ inCell }) {
    return Array.from({ length: inCell }, (_, at) => `e${at}`);
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/distribution.js




/** Rows and numeric columns of a question. */
async function asked(at, relation, refs) {
    const { from } = await at.catalog.rows(relation);
    const columns = await at.catalog.columns(refs, NUMERIC);
    return { from: from(columns), values: columns.map((column) => numberSql(column)) };
}
/**
 * One sort and a look at the positions. `quantile_disc` with a list of 1001 fractions takes 80 times as long (DuckDB 1.5,
 * ten million rows: 147 s), and rounds positions by floating point unless the fractions are decimals.
 */
async function quantiles(at, relation, wanted) {
    const { parts } = wanted;
    if (!Number.isSafeInteger(parts) || parts < 1 || parts > 100_000) {
        throw new RangeError(`parts must be an integer from 1 to 100000, got ${parts}.`);
    }
    const { from, values: [x = ''], } = await asked(at, relation, [wanted.column]);
    const values = `SELECT ${x} AS x FROM ${from} WHERE isfinite(${x})`;
    const [[cell] = []] = await at.session.rows(`SELECT count(*) FROM (${values})`);
    const positions = quantilePositions(countOf(cell), parts);
    if (positions.length === 0)
        return [];
    const rows = await at.session.rows(`SELECT DISTINCT x FROM (SELECT x, row_number() OVER (ORDER BY x) AS pos FROM (${values})) WHERE pos IN (${positions.join(', ')}) ORDER BY x`);
    // -0 and 0 are one value, whichever of the two the sort found first.
    return rows.map(([value]) => numberOf(value) + 0);
}
/** Positions from 1 of the quantiles j/parts of `count` values: ceil(count · j / parts), in whole numbers throughout. */
function quantilePositions(count, parts) {
    if (count === 0)
        return [];
    const [n, all] = [BigInt(count), BigInt(parts)];
    const positions = Array.from({ length: parts + 1 }, (_, j) => (n * BigInt(j) + all - 1n) / all || 1n);
    return [...new Set(positions)];
}
/**
 * A question for each column: each row finds its cell in a grid, and there its bin, so counts and sums come from one scan
 * of one column. DuckDB's own histogram has no sums, takes a second one for the values on edges, and as long for both.
 */
async function histogram(at, relation, columns) {
    for (const { edges } of columns)
        requireEdges(edges);
    const { from } = await at.catalog.rows(relation);
    const typed = await at.catalog.columns(columns.map(({ column }) => column), NUMERIC);
    const found = [];
    for (const [index, { edges, sums = false }] of columns.entries()) {
        const own = typed[index];
        if (own === undefined)
            throw new Error('A column was not found.');
        found.push(await countedOn(at.session, { from: from([own]), x: numberSql(own), edges }, sums));
    }
    return found;
}
/** One scan; `aggregates` are of the value `v.x`. */
async function countedPlaces(session, { from, x, edges }, aggregates) {
    const grid = binGrid(edges);
    const rows = await session.rows(`WITH cells AS (${cellsSql(grid, edges)})
     SELECT ${[`${placeSql(grid, 'v.x')} AS place`, 'count(*)', ...aggregates].join(', ')}
     FROM (SELECT x, ${cellSql(grid, 'x')} AS cell FROM (SELECT ${x} AS x FROM ${from}) WHERE isfinite(x)) AS v
     JOIN cells ON cells.cell = v.cell GROUP BY 1`);
    const counts = new Array(2 * edges.length + 1).fill(0);
    const cells = new Map();
    for (const [place, count, ...others] of rows) {
        counts[countOf(place)] = countOf(count);
        cells.set(countOf(place), others);
    }
    return { counts, cells };
}
async function countedOn(session, question, sums) {
    const { counts, cells } = await countedPlaces(session, question, sums ? ['fsum(v.x)'] : []);
    const sumAt = (place) => numberOf(cells.get(place)?.[0] ?? 0);
    return {
        equal: counts.filter((_, place) => place % 2 === 1),
        between: counts.filter((_, place) => place % 2 === 0),
        sums: sums ? [...counts.keys()].filter((place) => place % 2 === 0).map(sumAt) : null,
    };
}
/** @throws RangeError unless edges are finite and ascend. */
function requireEdges(edges) {
    const bad = edges.findIndex((edge, index) => !Number.isFinite(edge) || (index > 0 && edge <= (edges[index - 1] ?? edge)));
    if (edges.length === 0 || bad !== -1) {
        throw new RangeError(`Edges must be finite and ascend strictly, got ${edges[bad] ?? 'none'} at ${bad}.`);
    }
}
/** Two scans: the squares are taken of differences from the mean, which is known only after the first. */
async function moments(at, relation, wanted) {
    if (wanted.columns.length === 0)
        return [];
    const { from, values } = await asked(at, relation, wanted.columns);
    const rows = finiteRows(from, values);
    const first = values.flatMap((_, index) => [
        `count(v${index})`,
        `min(v${index})`,
        `max(v${index})`,
        `fsum(v${index})`,
    ]);
    const [row = []] = await at.session.rows(`SELECT ${first.join(', ')} FROM ${rows}`);
    const found = values.map((_, index) => {
        const [count, min, max, sum] = row.slice(index * 4, index * 4 + 4);
        const n = countOf(count);
        const total = n === 0 ? 0 : numberOf(sum);
        return { count: n, min: numberOrNull(min), max: numberOrNull(max), sum: total, mean: n === 0 ? null : total / n };
    });
    const squares = wanted.squares ? await squaresOf(at.session, { rows, means: found.map(({ mean }) => mean) }) : [];
    return found.map((part, index) => ({ ...part, m2: squares[index] ?? null }));
}
/** Sums of the squared differences from the means of `v0`, `v1` … of `rows`; `null` without a finite mean. */
async function squaresOf(session, { rows, means }) {
    const squares = means.map((mean, index) => {
        if (mean === null || !Number.isFinite(mean))
            return 'NULL';
        const difference = `(v${index} - ${doubleLiteral(mean)})`;
        return `fsum(${difference} * ${difference})`;
    });
    const [row = []] = await session.rows(`SELECT ${squares.join(', ')} FROM ${rows}`);
    return means.map((_, index) => numberOrNull(row[index] ?? null));
}
/** Columns `v0`, `v1` … One NULL in place of a condition on each aggregate: those take as long as the aggregates. */
function finiteRows(from, values) {
    return `(SELECT ${values.map((x, index) => `CASE WHEN isfinite(${x}) THEN ${x} END AS v${index}`).join(', ')} FROM ${from})`;
}

// EXTERNAL MODULE: ./build/packages/core/src/code-point-order.js
var code_point_order = __webpack_require__(92400);
;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/grouped.js






/** More groups than this are no groups: somebody grouped by an id. */
const MAX_GROUPS = 1_000_000;
async function keysOf(catalog, keys) {
    const found = [];
    for (const key of keys) {
        if ('atLeast' in key) {
            const [typed] = await catalog.columns([key.of], NUMERIC);
            if (typed === undefined)
                continue;
            const x = numberSql(typed);
            // NaN sorts above every number and would be at least anything.
            const stored = `CASE WHEN isnan(${x}) THEN NULL ELSE ${x} >= ${doubleLiteral(key.atLeast)} END`;
            found.push({ typed, stored, shown: (alias) => `CAST(${alias} AS VARCHAR)` });
        }
        else {
            const [typed] = await catalog.columns([key], KEYED);
            if (typed !== undefined)
                found.push({ typed, stored: storedSql(typed), shown: (alias) => keySql(typed, alias) });
        }
    }
    return found;
}
async function groupedCounts(at, relation, keys) {
    const rows = await grouped(at, { relation, keys, aggregates: [], uses: [] });
    return rows.map(({ key, count }) => ({ key, count }));
}
async function groupedSums(at, relation, wanted) {
    const terms = [];
    for (const term of wanted.terms)
        terms.push(await termSql(at.catalog, term));
    const uses = await at.catalog.typed(wanted.terms.flatMap(refsOf));
    await requireSummable(at, relation, { ...wanted, sql: terms });
    const aggregates = terms.map((term) => `fsum(${term})`);
    const rows = await grouped(at, { relation, keys: wanted.keys, aggregates, uses });
    return rows.map(({ key, count, sums }) => ({ key, count, sums: sums.map(numberOf) }));
}
async function grouped(at, what) {
    const keys = await keysOf(at.catalog, what.keys);
    const from = (await at.catalog.rows(what.relation)).from([...what.uses, ...keys.map((key) => key.typed)]);
    const inner = [
        ...keys.map((key, index) => `${key.stored} AS k${index}`),
        'count(*) AS n',
        ...what.aggregates.map((aggregate, index) => `${aggregate} AS s${index}`),
    ];
    const byStored = keys.length === 0 ? '' : ` GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`;
    const shown = keys.map((key, index) => `${key.shown(`k${index}`)} AS x${index}`);
    const middle = [...shown, 'n', ...what.aggregates.map((_, index) => `s${index}`)].join(', ');
    const outer = [
        ...keys.map((_, index) => `encode(x${index})`),
        'CAST(sum(n) AS BIGINT)',
        ...what.aggregates.map((_, index) => `fsum(s${index})`),
    ];
    const byShown = keys.length === 0 ? '' : ` GROUP BY ${keys.map((_, index) => `x${index}`).join(', ')}`;
    const rows = await at.session.rows(`SELECT ${outer.join(', ')} FROM (SELECT ${middle} FROM (SELECT ${inner.join(', ')} FROM ${from}${byStored}))${byShown} LIMIT ${MAX_GROUPS + 1}`);
    if (rows.length > MAX_GROUPS) {
        const found = `more than ${MAX_GROUPS} groups`;
        const fault = { where: 'grouped counts', found, allowed: 'columns with few values', remedy: 'Name other columns' };
        throw (0,refused_input/* refusedInput */.v)('file-too-large', fault);
    }
    const groups = rows.map((row) => ({
        key: row.slice(0, keys.length).map(encodedTextOf),
        count: countOf(row[keys.length]),
        sums: row.slice(keys.length + 1),
    }));
    return groups.sort((a, b) => compareKeys(a.key, b.key));
}
/** By code points, missing values last: the order of rows in a file makes no difference. */
function compareKeys(a, b) {
    for (const [at, left] of a.entries()) {
        const right = b[at] ?? null;
        if (left === right)
            continue;
        if (left === null)
            return 1;
        return right === null ? -1 : (0,code_point_order/* compareCodePoints */.O)(left, right);
    }
    return 0;
}
async function termSql(catalog, term) {
    const refs = 'minus' in term.of ? term.of.minus : [term.of];
    const columns = await catalog.columns(refs, NUMERIC_OR_BOOLEAN);
    const value = columns.map((column) => numberSql(column)).join(' - ');
    const transformed = { absolute: `abs(${value})`, square: `power(${value}, 2)`, none: `(${value})` }[term.transform ?? 'none'];
    if (term.weight === undefined)
        return transformed;
    const [weight] = await catalog.columns([term.weight], NUMERIC);
    return weight === undefined ? transformed : `${transformed} * ${numberSql(weight)}`;
}
/** @throws ActionError `refused`: `value-missing`, `value-not-finite`, `weight-not-positive`. */
async function requireSummable(at, relation, wanted) {
    const { from } = await at.catalog.rows(relation);
    for (const [index, term] of wanted.terms.entries()) {
        const sql = wanted.sql[index] ?? '';
        const [weight] = term.weight === undefined ? [] : await at.catalog.columns([term.weight], NUMERIC);
        const notPositive = weight === undefined ? 'false' : `${numberSql(weight)} <= 0`;
        const [[nulls, notFinite, weights] = []] = await at.session.rows(`SELECT count(*) FILTER (WHERE ${sql} IS NULL), count(*) FILTER (WHERE NOT isfinite(${sql})), count(*) FILTER (WHERE ${notPositive}) FROM ${from(await at.catalog.typed(refsOf(term)))}`);
        const where = grouped_namesOf(term);
        const remedy = 'Correct the values';
        if (countOf(weights) > 0) {
            const found = `${countOf(weights)} weights of zero or below`;
            throw (0,refused_input/* refusedInput */.v)('weight-not-positive', { where, found, allowed: 'weights above zero', remedy });
        }
        requireNone('value-missing', countOf(nulls), { where, what: 'missing values', remedy });
        requireNone('value-not-finite', countOf(notFinite), { where, what: 'values that are NaN or infinite', remedy });
    }
}
function requireNone(code, count, say) {
    if (count === 0)
        return;
    const found = `${count} ${say.what}`;
    throw (0,refused_input/* refusedInput */.v)(code, { where: say.where, found, allowed: 'a number in every row', remedy: say.remedy });
}
function refsOf(term) {
    const refs = 'minus' in term.of ? term.of.minus : [term.of];
    return term.weight === undefined ? refs : [...refs, term.weight];
}
function grouped_namesOf(term) {
    return refsOf(term)
        .map((ref) => `table ${(0,quoted/* quoted */.T)(ref.table)}, column ${(0,quoted/* quoted */.T)(ref.column)}`)
        .join(' and ');
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/integrity.js


/** Columns counted in one query: more would make statements that take longer to plan than to run. */
const BATCH = 10;
async function integrity(at, relation, refs) {
    const { from } = await at.catalog.rows(relation);
    const columns = await at.catalog.typed(refs);
    const found = [];
    for (let first = 0; first < columns.length; first += BATCH) {
        const batch = columns.slice(first, first + BATCH);
        const [row = []] = await at.session.rows(`SELECT count(*), ${batch.flatMap(countsOf).join(', ')} FROM ${from(batch)}`);
        const rows = countOf(row[0]);
        for (const [index, typed] of batch.entries()) {
            const cells = row.slice(1 + index * COUNTS, 1 + (index + 1) * COUNTS).map(countOf);
            const [present = 0, finite = 0, emptyTexts = 0, negatives = 0, zeros = 0] = cells;
            const notFinite = finite === present ? ALL_FINITE : await notFiniteOf(at.session, from([typed]), typed);
            const { column, type } = { column: typed.column.name, type: typed.type };
            found.push({ column, type, rows, nulls: rows - present, ...notFinite, emptyTexts, negatives, zeros });
        }
    }
    return found;
}
const COUNTS = 5;
const ALL_FINITE = { nans: 0, positiveInfinities: 0, negativeInfinities: 0 };
/** Values that are there, finite ones, empty texts, values below zero, zeros. NaN is above every number, so not below zero. */
function countsOf(typed) {
    const present = `count(${storedSql(typed)})`;
    const count = (condition) => `count(*) FILTER (WHERE ${condition})`;
    if (typed.type === 'text')
        return [present, present, count(`${keySql(typed)} = ''`), '0', '0'];
    if (!NUMERIC.includes(typed.type))
        return [present, present, '0', '0', '0'];
    const x = numberSql(typed);
    const finite = typed.type === 'integer' ? present : count(`isfinite(${x})`);
    return [present, finite, '0', count(`${x} < 0`), count(`${x} = 0`)];
}
/** Of which kinds: asked only where some value is not finite. In DuckDB NaN equals itself, so the tests are explicit. */
async function notFiniteOf(session, from, typed) {
    const x = numberSql(typed);
    const kinds = [`isnan(${x})`, `isinf(${x}) AND ${x} > 0`, `isinf(${x}) AND ${x} < 0`];
    const [row = []] = await session.rows(`SELECT ${kinds.map((kind) => `count(*) FILTER (WHERE ${kind})`).join(', ')} FROM ${from}`);
    const [nans = 0, positiveInfinities = 0, negativeInfinities = 0] = row.map(countOf);
    return { nans, positiveInfinities, negativeInfinities };
}
async function distinct(at, relation, ref) {
    const { from } = await at.catalog.rows(relation);
    const [typed] = await at.catalog.columns([ref], KEYED);
    if (typed === undefined)
        throw new Error('A column was not found.');
    const key = `SELECT ${storedSql(typed)} AS k, count(*) AS n FROM ${from([typed])} WHERE ${storedSql(typed)} IS NOT NULL GROUP BY 1`;
    const byKey = `SELECT ${keySql(typed, 'k')} AS x, sum(n) AS n FROM (${key}) GROUP BY 1`;
    const [[all, repeated, singletons] = []] = await at.session.rows(`SELECT count(*), count(*) FILTER (WHERE n > 1), count(*) FILTER (WHERE n = 1) FROM (${byKey})`);
    return { distinct: countOf(all), repeated: countOf(repeated), singletons: countOf(singletons) };
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/label-telling.js


/** Labels beyond the commonest hundred are compared as the rest of the others. */
const MOST_LABELS = 100;
/** What only NaN, an infinity or an empty text stands for is missing: nothing can be ordered by it. */
function orderSql(typed) {
    if (typed.type === 'text')
        return `nullif(${keySql(typed)}, '')`;
    if (!NUMERIC_OR_BOOLEAN.includes(typed.type))
        return storedSql(typed);
    return finiteSql(typed);
}
function finiteSql(typed) {
    const x = numberSql(typed);
    return typed.type === 'number' ? `CASE WHEN isfinite(${x}) THEN ${x} END` : x;
}
function labelSql(typed) {
    return typed.type === 'number' ? `CASE WHEN isfinite(${numberSql(typed)}) THEN ${keySql(typed)} END` : keySql(typed);
}
/** Cells of one query: of a table of few rows many columns are counted together, of one of many rows one by one. */
const MOST_CELLS = 1_000_000;
const MOST_COLUMNS = 200;
/**
 * Asks one question of all columns, some of them together: under each other, with `name` the position of the column, `x`
 * its value and `y` the label. Answers come back in the order of the columns, rows of a column together.
 */
async function ofEach(at, relation, asked) {
    const { from, count } = await at.catalog.rows(relation);
    const size = Math.max(1, Math.min(MOST_COLUMNS, Math.floor(MOST_CELLS / Math.max(1, count))));
    const answers = asked.columns.map(() => []);
    const positions = asked.columns.map((_, position) => position);
    const kindAt = (position) => {
        const typed = asked.columns[position];
        if (typed === undefined)
            return '';
        if (NUMERIC_OR_BOOLEAN.includes(typed.type))
            return 'number';
        return typed.type === 'temporal' ? `temporal ${typed.column.engineType}` : typed.type;
    };
    for (const alike of Map.groupBy(positions, kindAt).values()) {
        for (let first = 0; first < alike.length; first += size) {
            const some = alike.slice(first, first + size);
            const columns = some.flatMap((position) => asked.columns[position] ?? []);
            const selected = columns.map((typed, index) => `${asked.x(typed)} AS x${index}`).join(', ');
            const read = `SELECT ${selected}, ${asked.y} AS y FROM ${from([...columns, asked.label])}`;
            const under = columns.map((_, index) => `x${index}`).join(', ');
            const rows = columns.length === 1
                ? `SELECT 'x0' AS name, x0 AS x, y FROM (${read})`
                : `SELECT name, x, y FROM (${read}) UNPIVOT INCLUDE NULLS (x FOR name IN (${under}))`;
            const answer = await at.session.rows(asked.question(rows), asked.values ?? []);
            for (const [name, of] of Map.groupBy(answer, ([cell]) => textOf(cell))) {
                const position = some[Number(name.slice(1))];
                if (position !== undefined)
                    answers[position] = of.map((row) => row.slice(1));
            }
        }
    }
    return answers;
}
async function typedOf(at, { columns, label }) {
    const [y] = await at.catalog.columns([label], KEYED);
    if (y === undefined)
        throw new Error('A column was not found.');
    return { columns: await at.catalog.columns(columns, KEYED), label: y };
}
/** Rows are counted by value and label first; everything else is made of these counts, in whole numbers. */
const TELLING = (rows) => `
  WITH g AS MATERIALIZED (
    SELECT name, x, y, CAST(count(*) AS HUGEINT) AS n FROM (${rows}) WHERE y IS NOT NULL GROUP BY name, x, y),
  l AS (SELECT name, y, sum(n) AS n, coalesce(sum(n) FILTER (WHERE x IS NULL), 0) AS missing FROM g GROUP BY name, y),
  v AS (SELECT name, x, sum(n) AS t, sum(sum(n)) OVER (PARTITION BY name ORDER BY x) - sum(n) AS below
    FROM g WHERE x IS NOT NULL GROUP BY name, x),
  r AS (SELECT g.name, g.y, g.n, t, below, sum(g.n) OVER (PARTITION BY g.name, g.y ORDER BY g.x) - g.n AS own
    FROM g JOIN v ON g.name = v.name AND g.x = v.x),
  u AS (SELECT name, y, sum(n * (2 * (below - own) + t - n)) AS twice FROM r GROUP BY name, y),
  w AS (SELECT name, x, sum(n) AS t, max(n) AS top FROM g GROUP BY name, x HAVING sum(n) > 1),
  c AS (SELECT g.name, sum(g.n) AS n FROM g JOIN w ON g.name = w.name AND g.x IS NOT DISTINCT FROM w.x GROUP BY g.name, g.y),
  s AS (SELECT name, sum(t) AS rows, count(*) AS values, sum(top) AS told FROM w GROUP BY name),
  m AS (SELECT name, max(n) AS commonest FROM c GROUP BY name),
  a AS (SELECT name, sum(n) AS rows, sum(missing) AS missing FROM l GROUP BY name)
  SELECT l.name, encode(l.y), CAST(l.n AS BIGINT), CAST(l.missing AS BIGINT), CAST(u.twice AS DOUBLE),
    CAST(coalesce(s.rows, 0) AS BIGINT), coalesce(s.values, 0), CAST(coalesce(s.told, 0) AS BIGINT),
    CAST(coalesce(m.commonest, 0) AS BIGINT), CAST(a.rows AS BIGINT), CAST(a.missing AS BIGINT)
  FROM l JOIN a ON l.name = a.name LEFT JOIN u ON l.name = u.name AND l.y = u.y
    LEFT JOIN s ON l.name = s.name LEFT JOIN m ON l.name = m.name
  QUALIFY row_number() OVER (PARTITION BY l.name ORDER BY l.n DESC, l.y) <= ${MOST_LABELS}
  ORDER BY l.name, l.n DESC, l.y`;
async function labelTellings(at, relation, compared) {
    const { columns, label } = await typedOf(at, compared);
    const asked = { columns, label, x: orderSql, y: labelSql(label), question: TELLING };
    return (await ofEach(at, relation, asked)).map(tellingOf);
}
function tellingOf(rows) {
    const [ofRows = 0, values = 0, told = 0, commonest = 0, all = 0, missing = 0] = (rows[0] ?? []).slice(4).map(countOf);
    const labels = rows.map(([key = null, n, lacking, twice]) => {
        const own = { label: encodedTextOf(key) ?? '', rows: countOf(n), missing: countOf(lacking) };
        const valued = own.rows - own.missing;
        const pairs = valued * (all - missing - valued);
        return { ...own, above: pairs === 0 ? null : numberOf(twice) / 2 / pairs };
    });
    return { rows: all, missing, labels, repeated: { rows: ofRows, values, told, commonest } };
}
/** Words are runs of letters or of digits. The label itself is looked for also within a word. */
async function tellingWords(at, relation, asked) {
    const { columns, label } = await typedOf(at, asked);
    if (columns.some(({ type }) => type !== 'text'))
        throw new RangeError('Words are of texts.');
    const least = Math.max(1, Math.floor(asked.least));
    const within = `list_filter(from_json(?, '["VARCHAR"]'), l -> contains(lower(x), l))`;
    const words = `list_distinct(list_concat(regexp_extract_all(lower(x), '\\p{L}+|\\p{N}+'), ${within}))`;
    const question = (rows) => `
    WITH g AS MATERIALIZED (SELECT name, x, y, count(*) AS n FROM (${rows}) WHERE y IS NOT NULL GROUP BY name, x, y),
    l AS (SELECT name, y, CAST(sum(n) AS DOUBLE) AS c FROM g GROUP BY name, y),
    k AS (SELECT name, w, y, CAST(sum(n) AS DOUBLE) AS n
      FROM (SELECT name, unnest(${words}) AS w, y, n FROM g WHERE x IS NOT NULL) GROUP BY name, w, y),
    t AS (SELECT name, w, sum(n) AS t FROM k GROUP BY name, w HAVING sum(n) >= ${least}),
    a AS (SELECT name, sum(c) AS a FROM l GROUP BY name)
    SELECT k.name, encode(k.w), encode(k.y), (a * n - t * c) / sqrt(t * (a - t)) / sqrt(c * (a - c)) AS phi
    FROM k JOIN t ON k.name = t.name AND k.w = t.w JOIN l ON k.name = l.name AND k.y = l.y JOIN a ON k.name = a.name
    WHERE t <= a - ${least} AND c BETWEEN ${least} AND a - ${least}
    QUALIFY row_number() OVER (PARTITION BY k.name ORDER BY abs(phi) DESC, k.w, k.y) = 1`;
    const labels = [...new Set(asked.labels.map((one) => one.toLowerCase()).filter((one) => one !== ''))];
    const values = [JSON.stringify(labels)];
    const answers = await ofEach(at, relation, { columns, label, x: orderSql, y: labelSql(label), question, values });
    return answers.map(([row]) => {
        if (row === undefined)
            return null;
        const [word = null, of = null, value] = row;
        const bounded = Math.max(-1, Math.min(1, numberOf(value)));
        return { word: encodedTextOf(word) ?? '', label: encodedTextOf(of) ?? '', value: bounded };
    });
}
/** Values are divided by the largest first: the square of a large number is no number. */
const PEARSON = (rows) => `
  WITH b AS MATERIALIZED (SELECT name, x, y FROM (${rows}) WHERE isfinite(x) AND isfinite(y)),
  m AS (SELECT name, greatest(max(abs(x)), 1e-300) AS mx, greatest(max(abs(y)), 1e-300) AS my FROM b GROUP BY name)
  SELECT name, count(*), regr_sxx(v, u), regr_syy(v, u), regr_sxy(v, u)
  FROM (SELECT b.name, x / mx AS u, y / my AS v FROM b JOIN m ON b.name = m.name) GROUP BY name`;
/** Pearson's, of each column with one other. */
async function correlations(at, relation, { columns: refs, label: target }) {
    const columns = await at.catalog.columns(refs, NUMERIC_OR_BOOLEAN);
    const other = 'of' in target ? target.of : target;
    const [label] = await at.catalog.columns([other], 'of' in target ? KEYED : NUMERIC_OR_BOOLEAN);
    if (label === undefined)
        throw new Error('A column was not found.');
    const [y, values] = 'of' in target ? [`CAST(${keySql(label)} = ? AS DOUBLE)`, [target.equals]] : [numberSql(label), []];
    const asked = { columns, label, x: (typed) => numberSql(typed), y, question: PEARSON, values };
    return (await ofEach(at, relation, asked)).map(correlationOf);
}
const SPEARMAN = (rows) => {
    const rank = (value) => `rank() OVER (PARTITION BY name ORDER BY ${value}) + (count(*) OVER (PARTITION BY name, ${value}) - 1) / 2.0`;
    const ranks = `SELECT name, ${rank('x')} AS u, ${rank('y')} AS v FROM (${rows}) WHERE x IS NOT NULL AND y IS NOT NULL`;
    return `SELECT name, count(*), regr_sxx(v, u), regr_syy(v, u), regr_sxy(v, u) FROM (${ranks}) GROUP BY name`;
};
/** Pearson's of the ranks; equal values share the mean of their ranks. */
async function rankCorrelations(at, relation, compared) {
    const { columns, label } = await typedOf(at, compared);
    if (!NUMERIC.includes(label.type))
        throw new RangeError('Ranks are compared with those of a label of numbers.');
    const asked = { columns, label, x: orderSql, y: finiteSql(label), question: SPEARMAN };
    return (await ofEach(at, relation, asked)).map(correlationOf);
}
function correlationOf([row = [0, null, null, null]]) {
    const [count, sxx, syy, sxy] = row;
    const [ofX, ofY, ofBoth] = [numberOrNull(sxx) ?? 0, numberOrNull(syy) ?? 0, numberOrNull(sxy) ?? 0];
    if (!(ofX > 0 && ofY > 0))
        return { count: countOf(count), value: null };
    const value = ofBoth / Math.sqrt(ofX) / Math.sqrt(ofY);
    return { count: countOf(count), value: Math.max(-1, Math.min(1, value)) };
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/number-counts.js




/** Columns whose squares one statement sums: of more the engine plans longer than it sums. */
const number_counts_BATCH = 20;
/**
 * One scan for each column, a second one of many for the squares, and a look at what is missing only where something is:
 * a scan for every kind of number took two fifths of the time of the drift gate.
 */
async function numberCounts(at, relation, wanted) {
    for (const { edges } of wanted.columns)
        requireEdges(edges);
    const found = [];
    for (const column of wanted.columns)
        found.push(await number_counts_countsOf(at, relation, column));
    if (!wanted.squares)
        return found;
    const squared = [];
    for (let first = 0; first < found.length; first += number_counts_BATCH) {
        const batch = found.slice(first, first + number_counts_BATCH);
        const refs = wanted.columns.slice(first, first + number_counts_BATCH).map(({ column }) => column);
        squared.push(...(await withSquares(at, relation, { refs, counts: batch })));
    }
    return squared;
}
async function number_counts_countsOf(at, relation, { column, edges }) {
    const { from, count: rows } = await at.catalog.rows(relation);
    const [typed] = await at.catalog.columns([column], NUMERIC);
    if (typed === undefined)
        throw new Error('A column was not found.');
    // On an edge of their own zeros are counted; its two sides are put together again.
    const withZero = edges.includes(0) ? edges : [...edges, 0].sort((a, b) => a - b);
    const question = { from: from([typed]), x: numberSql(typed), edges: withZero };
    const { counts, cells } = await countedPlaces(at.session, question, ['fsum(v.x)', 'min(v.x)', 'max(v.x)']);
    const sums = counts.map((_, place) => aggregate(cells, place, 0) ?? 0);
    const count = counts.reduce((total, own) => total + own, 0);
    const sum = compensated(sums);
    const zeroAt = 2 * withZero.indexOf(0) + 1;
    return {
        missing: count === rows ? NONE_MISSING : await missingIn(at, relation, column),
        zeros: counts[zeroAt] ?? 0,
        counts: edgeCounts(withZero === edges ? { counts, sums } : joined({ counts, sums }, zeroAt)),
        moments: {
            count,
            // Places rise with the values, so the ends of a column lie in the first and in the last that hold any.
            min: aggregate(cells, Math.min(...cells.keys()), 1),
            max: aggregate(cells, Math.max(...cells.keys()), 2),
            sum,
            mean: count === 0 ? null : sum / count,
            m2: null,
        },
    };
}
const NONE_MISSING = { nulls: 0, nans: 0, positiveInfinities: 0, negativeInfinities: 0 };
async function missingIn(at, relation, column) {
    const [found] = await integrity(at, relation, [column]);
    if (found === undefined)
        throw new Error('A column was not counted.');
    const { nulls, nans, positiveInfinities, negativeInfinities } = found;
    return { nulls, nans, positiveInfinities, negativeInfinities };
}
function aggregate(cells, place, at) {
    const own = cells.get(place);
    return own === undefined ? null : numberOf(own[at] ?? null);
}
/** Without the edge at a place: what lies on it and on both its sides is between the edges beside it. */
function joined({ counts, sums }, place) {
    const join = (values) => {
        const together = values.slice(place - 1, place + 2).reduce((total, value) => total + value, 0);
        return values.toSpliced(place - 1, 3, together);
    };
    return { counts: join(counts), sums: join(sums) };
}
function edgeCounts({ counts, sums }) {
    const isBetween = (_, place) => place % 2 === 0;
    return {
        equal: counts.filter((_, place) => place % 2 === 1),
        between: counts.filter(isBetween),
        // The sum of no value is 0 and never -0.
        sums: sums.filter(isBetween).map((sum) => sum + 0),
    };
}
/** Rounding errors are carried along (Neumaier); a sum that is beyond the doubles has none. */
function compensated(values) {
    let [sum, error] = [0, 0];
    for (const value of values) {
        const next = sum + value;
        error += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }
    return Number.isFinite(error) ? sum + error : sum;
}
async function withSquares(at, relation, { refs, counts }) {
    const { from } = await at.catalog.rows(relation);
    const columns = await at.catalog.columns(refs, NUMERIC);
    const rows = finiteRows(from(columns), columns.map((column) => numberSql(column)));
    const squares = await squaresOf(at.session, { rows, means: counts.map(({ moments }) => moments.mean) });
    return counts.map((own, index) => ({ ...own, moments: { ...own.moments, m2: squares[index] ?? null } }));
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/row-part.js


/** All rows. */
function wholeSql(part) {
    return { part, sql: part };
}
/**
 * Makes a table of the values whose rows are of the part: hashing takes longer than counting, so each value is hashed once
 * and not in every question.
 */
async function createPart(session, name, { column, part }) {
    const { salt, parts, in: wanted } = part;
    const numbers = wanted.map(whole).join(', ');
    const { part: table } = column.column;
    const values = `SELECT DISTINCT ${storedSql(column)} AS v FROM ${table}`;
    const text = `coalesce(${keySql(column, 'v')}, '')`;
    const hash = `CAST(concat('0x', left(sha256(concat(${literal(`${salt}\n`)}, ${text})), 16)) AS UBIGINT)`;
    const chosen = numbers === '' ? 'false' : `${hash} % ${whole(parts)} IN (${numbers})`;
    await session.rows(`CREATE TABLE ${name} AS SELECT v FROM (${values}) WHERE ${chosen}`);
    // A view, which has no numbers of rows, is never kept in several parts.
    const several = column.table.columns.some((other) => other.part !== table);
    const rowid = several ? `${table}.rowid, ` : '';
    const match = `${storedSql(column)} IS NOT DISTINCT FROM ${name}.v`;
    return { part: table, sql: `(SELECT ${rowid}${table}.* FROM ${table} SEMI JOIN ${name} ON ${match}) AS ${table}` };
}
function whole(value) {
    if (Number.isSafeInteger(value) && value >= 0)
        return String(value);
    throw new RangeError(`A number of parts is an integer from 0, got ${value}.`);
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/relation.js







const EXAMPLES = 3;
const relation_LARGEST_EXACT = 9_007_199_254_740_992;
/** The open tables, their columns, and the joins that were found to be sound. */
class Catalog {
    #session;
    #tables;
    #types;
    #relations = new Map();
    #parts = new Map();
    constructor(session, tables) {
        this.#session = session;
        this.#tables = new Map(tables.map((table) => [table.name, table]));
        this.#types = new ColumnTypes(session);
    }
    table(name) {
        const table = this.#tables.get(name);
        if (table === undefined)
            throw new RangeError(`No table ${name}; open are ${[...this.#tables.keys()].join(', ')}.`);
        return table;
    }
    /** All columns of a table with their types. */
    async columnsOf(name) {
        const table = this.table(name);
        return await this.#types.of(table, table.columns);
    }
    /** @throws ActionError `refused`: `column-missing`, `mixed-types`, `column-unsupported`, `type-mismatch`. */
    async columns(refs, allowed) {
        const typed = await this.typed(refs);
        for (const column of typed)
            await requireType(this.#session, column, allowed);
        return typed;
    }
    /** Columns with their types, whatever those are; a table's are found out together. */
    async typed(refs) {
        const byTable = Map.groupBy(refs, (ref) => ref.table);
        const found = new Map();
        for (const [name, some] of byTable) {
            const table = this.table(name);
            const columns = some.map((ref) => columnOf(table, ref.column));
            for (const typed of await this.#types.of(table, columns))
                found.set(`${name}\n${typed.column.name}`, typed);
        }
        return refs.map((ref) => {
            const typed = found.get(`${ref.table}\n${ref.column}`);
            if (typed === undefined)
                throw new Error('A column was not found.');
            return typed;
        });
    }
    /**
     * A relation as SQL. A join is checked the first time that it is asked for, and never used unchecked.
     *
     * @throws ActionError `refused`: `ids-missing`, `ids-duplicated`, `ids-inexact`, `id-sets-differ`, `type-mismatch`.
     */
    async rows(relation) {
        if ('table' in relation && relation.part === undefined) {
            const table = this.table(relation.table);
            return { from: (columns) => tableSql(table, columns), count: table.rows };
        }
        const key = JSON.stringify(relation);
        const known = this.#relations.get(key) ?? this.#checked(relation);
        this.#relations.set(key, known);
        return await known;
    }
    async #checked(relation) {
        if ('join' in relation)
            return await this.#join(relation);
        const base = await this.#base(this.table(relation.table), relation.part);
        const from = (columns) => fromSql([base], columns);
        return { from, count: await this.#count(from([])) };
    }
    /** The rows of the first table: all, or those of a part. */
    async #base(table, part) {
        if (part === undefined)
            return wholeSql(table.columns[0]?.part ?? '');
        if (part.column.table !== table.name)
            throw new RangeError('A part is of the first table of a relation.');
        const [column] = await this.columns([part.column], KEYED);
        if (column === undefined)
            throw new Error('A column was not found.');
        const key = JSON.stringify(part);
        const known = this.#parts.get(key) ?? createPart(this.#session, `k${this.#parts.size}`, { column, part });
        this.#parts.set(key, known);
        return await known;
    }
    async #count(from) {
        const [[count] = []] = await this.#session.rows(`SELECT count(*) FROM ${from}`);
        return countOf(count);
    }
    async #join({ join: refs, sameIds = true, part }) {
        const ids = await this.columns(refs, KEYED);
        const [first, ...others] = ids;
        if (first === undefined || new Set(ids.map((id) => id.table.name)).size < ids.length) {
            throw new RangeError('A join needs one id column of each of several tables.');
        }
        for (const id of ids)
            await this.#requireIds(id);
        for (const other of others)
            requireSameType(first, other);
        const base = part === undefined ? wholeSql(first.column.part) : await this.#base(first.table, part);
        const rows = { from: fromSql([base], [first]), count: first.table.rows };
        const counted = part === undefined ? rows : { ...rows, count: await this.#count(rows.from) };
        for (const other of others)
            await this.#requireSameIds({ id: first, ...counted }, other, sameIds);
        const joins = others.map((other) => ({
            part: other.column.part,
            sql: `JOIN ${other.column.part} ON ${equalIds(first, other)}`,
        }));
        const from = (columns) => fromSql([base, ...joins], [first, ...columns]);
        return { from, count: counted.count };
    }
    async #requireIds(id) {
        const where = whereOf(id);
        const value = idSql(id);
        const missing = id.type === 'text' ? `${value} IS NULL OR ${value} = ''` : `${value} IS NULL`;
        const [[nulls, distinct] = []] = await this.#session.rows(`SELECT count(*) FILTER (WHERE ${missing}), count(DISTINCT ${value}) FROM ${id.column.part}`);
        const empty = countOf(nulls);
        if (empty > 0) {
            const fault = { where, found: `${empty} rows without an id`, allowed: 'an id in every row' };
            throw (0,refused_input/* refusedInput */.v)('ids-missing', { ...fault, remedy: 'Give every row an id' });
        }
        await this.#requireExact(id);
        if (countOf(distinct) === id.table.rows)
            return;
        const rows = await this.#session.rows(`SELECT encode(${keySql(id)}) FROM ${id.column.part} GROUP BY ${keySql(id)} HAVING count(*) > 1 ORDER BY 1 LIMIT ${EXAMPLES}`);
        throw (0,refused_input/* refusedInput */.v)('ids-duplicated', {
            where,
            found: `${id.table.rows - countOf(distinct)} rows with the id of another, such as ${examples(rows)}`,
            allowed: 'every id once',
            remedy: 'Remove or rename the copies',
        });
    }
    async #requireExact(id) {
        if (id.type !== 'number')
            return;
        const x = numberSql(id);
        const inexact = `NOT isfinite(${x}) OR trunc(${x}) <> ${x} OR abs(${x}) > ${relation_LARGEST_EXACT - 1}`;
        const [[count] = []] = await this.#session.rows(`SELECT count(*) FROM ${id.column.part} WHERE ${inexact}`);
        if (countOf(count) === 0)
            return;
        throw (0,refused_input/* refusedInput */.v)('ids-inexact', {
            where: whereOf(id),
            found: `${countOf(count)} ids that are fractions, not finite or beyond 2^53`,
            allowed: 'whole numbers that a double holds, or ids as integers or text',
            remedy: 'Write the ids as integers or text',
        });
    }
    async #requireSameIds(left, right, sameIds) {
        const [[cell] = []] = await this.#session.rows(`SELECT count(*) FROM ${left.from} JOIN ${right.column.part} ON ${equalIds(left.id, right)}`);
        const both = countOf(cell);
        const onlyLeft = left.count - both;
        const onlyRight = right.table.rows - both;
        if (onlyLeft === 0 && (onlyRight === 0 || !sameIds))
            return;
        const other = right.column.part;
        const [has, from] = onlyLeft > 0
            ? [left.id, `${left.from} ANTI JOIN ${other} ON ${equalIds(left.id, right)}`]
            : [right, `${other} ANTI JOIN (SELECT ${keySql(left.id)} AS k FROM ${left.from}) ON k = ${keySql(right)}`];
        const rows = await this.#session.rows(`SELECT encode(${keySql(has)}) FROM ${from} ORDER BY 1 LIMIT ${EXAMPLES}`);
        throw (0,refused_input/* refusedInput */.v)('id-sets-differ', {
            where: `${whereOf(left.id)} and ${whereOf(right)}`,
            found: `${onlyLeft} ids only in the first and ${onlyRight} only in the second, such as ${examples(rows)}`,
            allowed: sameIds ? 'the same ids in both' : 'every id of the first in the second',
            remedy: 'Make both tables of the same rows',
        });
    }
}
/** All rows of a table, with no more columns than are used where it is read in place. */
function tableSql(table, columns) {
    const part = table.columns[0]?.part ?? '';
    if (table.narrow === undefined || columns.length === 0)
        return fromSql([wholeSql(part)], columns);
    const used = new Set(columns.map(({ column }) => column));
    return `(${table.narrow([...used])}) AS ${part}`;
}
/** Parts of one table that hold columns besides are joined by the number of their rows. `bases` has one part of each table. */
function fromSql(bases, columns) {
    const tableOf = (part) => part.slice(0, part.indexOf('_'));
    const [first, ...others] = bases;
    if (first === undefined)
        throw new RangeError('A relation needs a table.');
    const known = new Set(bases.map(({ part }) => part));
    const more = [...new Set(columns.map((typed) => typed.column.part))].filter((part) => !known.has(part));
    const joined = more.map((part) => {
        const base = bases.find((candidate) => tableOf(candidate.part) === tableOf(part));
        if (base === undefined)
            throw new RangeError('A column is of a table that the relation does not have.');
        return { base, sql: `JOIN ${part} ON ${part}.rowid = ${base.part}.rowid` };
    });
    // The condition of a join may use any part of the first table, so these come before it.
    const ofFirst = joined.filter(({ base }) => base === first);
    const ofOthers = joined.filter(({ base }) => base !== first);
    return [first, ...ofFirst, ...others, ...ofOthers].map(({ sql }) => sql).join(' ');
}
function columnOf(table, name) {
    const column = table.columns.find((candidate) => candidate.name === name);
    if (column !== undefined)
        return column;
    throw noColumn(`table ${(0,quoted/* quoted */.T)(table.name)}`, name, table.columns.map((candidate) => candidate.name));
}
/**
 * Values of two columns may be compared only when both are numbers or both of the same other type: 1 is 1.0, and not "1".
 *
 * @throws ActionError `refused`, reason `type-mismatch`.
 */
function requireSameType(left, right) {
    const kind = (type) => (type === 'integer' ? 'number' : type);
    if (left.type === 'empty' || right.type === 'empty' || kind(left.type) === kind(right.type))
        return;
    throw (0,refused_input/* refusedInput */.v)('type-mismatch', {
        where: `${whereOf(left)} and ${whereOf(right)}`,
        found: `values of type ${left.type} and of type ${right.type}`,
        allowed: 'values of one type: 1 is not "1"',
        remedy: 'Write both with the same type, or declare how the text file is read',
    });
}
function whereOf({ table, column }) {
    return `table ${(0,quoted/* quoted */.T)(table.name)}, column ${(0,quoted/* quoted */.T)(column.name)}`;
}
function examples(rows) {
    return (0,quoted/* quotedList */.p)(rows.map(([cell = null]) => encodedTextOf(cell) ?? ''));
}
/** An id on its own: integers of Parquet need no text, which is several times faster. */
function idSql(id) {
    return isEngineInteger(id) ? storedSql(id) : keySql(id);
}
function isEngineInteger(id) {
    return id.type === 'integer' && id.table.format === 'parquet';
}
function equalIds(left, right) {
    if (isEngineInteger(left) && isEngineInteger(right))
        return `${storedSql(left)} = ${storedSql(right)}`;
    return `${keySql(left)} = ${keySql(right)}`;
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/row-checks.js




async function unequalSums(at, relation, sum) {
    const { from } = await at.catalog.rows(relation);
    const columns = await at.catalog.columns(sum.columns, NUMERIC);
    const added = columns.map((typed) => numberSql(typed)).join(' + ');
    const apart = `abs(${added} - ${doubleLiteral(sum.total)})`;
    // NaN is above every number, and NULL is not true: both count as apart.
    const kept = `coalesce(${apart} <= ${doubleLiteral(sum.tolerance)}, false)`;
    const [[count] = []] = await at.session.rows(`SELECT count(*) FILTER (WHERE NOT ${kept}) FROM ${from(columns)}`);
    return countOf(count);
}
/** Columns of one query: each of them is planned once, and a query of thousands takes longer to plan than to run. */
const row_checks_BATCH = 50;
async function varying(at, relation, refs) {
    const { from } = await at.catalog.rows(relation);
    const columns = await at.catalog.columns(refs, KEYED);
    const found = [];
    for (let first = 0; first < columns.length; first += row_checks_BATCH) {
        const batch = columns.slice(first, first + row_checks_BATCH);
        const keys = batch.map(meaningSql);
        const [row = []] = await at.session.rows(`SELECT ${keys.map((key) => `coalesce(min(${key}) <> max(${key}), false)`).join(', ')} FROM ${from(batch)}`);
        found.push(...batch.map((_, index) => row[index] === true));
    }
    return found;
}
/** A value within one column: Parquet's are stored as what they mean, and need no text to be compared. */
function meaningSql(typed) {
    return typed.table.format === 'parquet' ? storedSql(typed) : keySql(typed);
}
async function distinctRows(at, relation, refs) {
    const { from } = await at.catalog.rows(relation);
    const columns = await at.catalog.typed(refs);
    const rows = columns.length > MOST_KEYS
        ? fingerprintsSql(relation, columns, from)
        : `${columns.map(meaningSql).join(', ')} FROM ${from(columns)}`;
    const [[count] = []] = await at.session.rows(`SELECT count(*) FROM (SELECT DISTINCT ${rows})`);
    return countOf(count);
}
/** Rows of more columns are compared by a digest: a table of thousands of keys takes megabytes for each of them. */
const MOST_KEYS = 50;
/** SHA-256 of all keys with their lengths, so that none can run into the next; a missing one is no empty one. */
function fingerprintSql(columns) {
    const parts = columns.map((typed) => `coalesce(strlen(${keySql(typed)}) || ':' || ${keySql(typed)}, '-')`);
    return `sha256(concat(${parts.join(', ')}))`;
}
/** Parts of a wide table are digested each by itself: joined first, a row of all their columns would have to be held. */
function fingerprintsSql(relation, columns, from) {
    const parts = [...Map.groupBy(columns, ({ column }) => column.part)];
    const isWhole = 'table' in relation && relation.part === undefined;
    if (parts.length === 1 || !isWhole)
        return `${fingerprintSql(columns)} AS k0 FROM ${from(columns)}`;
    const digests = parts.map(([part, some], at) => `(SELECT rowid AS r, ${fingerprintSql(some)} AS d FROM ${part}) AS p${at}`);
    const joined = digests.map((digest, at) => (at === 0 ? digest : `JOIN ${digest} ON p0.r = p${at}.r`)).join(' ');
    return `concat(${parts.map((_, at) => `p${at}.d`).join(', ')}) AS k0 FROM ${joined}`;
}
async function sharedRows(at, first, second) {
    if (first.columns.length !== second.columns.length || first.columns.length === 0) {
        throw new RangeError('Rows are compared by as many columns of the one as of the other, and by one at least.');
    }
    const [left, right] = [await at.catalog.typed(first.columns), await at.catalog.typed(second.columns)];
    left.forEach((column, index) => {
        const other = right[index];
        if (other !== undefined)
            requireSameType(column, other);
    });
    const keys = left.length > MOST_KEYS ? [0] : [...left.keys()];
    const equal = keys.map((index) => `l.k${index} IS NOT DISTINCT FROM r.k${index}`).join(' AND ');
    const [rowsOfLeft, rowsOfRight] = [
        await keysSql(at, first.relation, left),
        await keysSql(at, second.relation, right),
    ];
    const [[count] = []] = await at.session.rows(`SELECT count(*) FROM (SELECT ${rowsOfLeft}) AS l SEMI JOIN (SELECT ${rowsOfRight}) AS r ON ${equal}`);
    return countOf(count);
}
/** What stands after SELECT for the keys of columns, named `k0`, `k1` … */
async function keysSql(at, relation, columns) {
    const { from } = await at.catalog.rows(relation);
    if (columns.length > MOST_KEYS)
        return fingerprintsSql(relation, columns, from);
    const keys = columns.map((typed, index) => `${keySql(typed)} AS k${index}`);
    return `${keys.join(', ')} FROM ${from(columns)}`;
}
/** Date and time of ISO 8601; the engine alone would also read `1/2/2020` and take a guess. */
const ISO = '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?';
async function times(at, relation, ref) {
    const { from } = await at.catalog.rows(relation);
    const [typed] = await at.catalog.columns([ref], ['temporal', 'text']);
    if (typed === undefined)
        throw new Error('A column was not found.');
    const time = typed.type === 'temporal'
        ? `TRY_CAST(${storedSql(typed)} AS TIMESTAMPTZ)`
        : `CASE WHEN regexp_full_match(${keySql(typed)}, '${ISO}') THEN TRY_CAST(${keySql(typed)} AS TIMESTAMPTZ) END`;
    const read = `SELECT ${storedSql(typed)} IS NULL AS missing, ${time} AS t FROM ${from([typed])}`;
    const known = 'FILTER (WHERE isfinite(t))';
    const [[values, count, earliest, latest] = []] = await at.session.rows(`SELECT count(*) FILTER (WHERE NOT missing), count(*) ${known},
       CAST(epoch_ms(min(t) ${known}) AS DOUBLE), CAST(epoch_ms(max(t) ${known}) AS DOUBLE) FROM (${read})`);
    return {
        count: countOf(count),
        unreadable: countOf(values) - countOf(count),
        earliest: numberOrNull(earliest),
        latest: numberOrNull(latest),
    };
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/value-counts.js


/** Columns that one statement looks at: of more the engine plans longer than it counts. */
const value_counts_BATCH = 20;
/** The estimate has an error of about an eighth; a column that it puts far too high is told as one of many values. */
const MARGIN = 2;
/** NULL, NaN and two infinities. */
const NOT_FINITE_GROUPS = 4;
/**
 * A look at many columns tells which of them have few values, by an estimate; only those are grouped, and counted exactly. To
 * group a column of many values takes longer than to sort it.
 */
async function valueCounts(at, relation, { columns: refs, most }) {
    const { from } = await at.catalog.rows(relation);
    const columns = await at.catalog.columns(refs, NUMERIC);
    const found = [];
    for (let first = 0; first < columns.length; first += value_counts_BATCH) {
        const batch = columns.slice(first, first + value_counts_BATCH);
        const estimates = batch.map((typed) => `approx_count_distinct(${numberSql(typed)})`);
        const [row = []] = await at.session.rows(`SELECT ${estimates.join(', ')} FROM ${from(batch)}`);
        for (const [index, typed] of batch.entries()) {
            const isFew = countOf(row[index]) <= (most + NOT_FINITE_GROUPS) * MARGIN;
            found.push(isFew ? await value_counts_countsOf(at.session, { from: from([typed]), typed, most }) : null);
        }
    }
    return found;
}
async function value_counts_countsOf(session, { from, typed, most }) {
    const limit = most + NOT_FINITE_GROUPS + 1;
    const rows = await session.rows(`SELECT x, count(*) FROM (SELECT ${numberSql(typed)} AS x FROM ${from}) GROUP BY 1 LIMIT ${limit}`);
    if (rows.length === limit)
        return null;
    const missing = { nulls: 0, nans: 0, positiveInfinities: 0, negativeInfinities: 0 };
    const counts = new Map();
    for (const [cell, count] of rows) {
        const value = cell === null ? null : numberOf(cell);
        if (value !== null && Number.isFinite(value))
            counts.set(value + 0, (counts.get(value + 0) ?? 0) + countOf(count));
        else
            missing[missingKind(value)] += countOf(count);
    }
    if (counts.size > most)
        return null;
    const ordered = [...counts].sort(([a], [b]) => a - b);
    return { missing, values: ordered.map(([value]) => value), counts: ordered.map(([, count]) => count) };
}
function missingKind(value) {
    if (value === null)
        return 'nulls';
    if (Number.isNaN(value))
        return 'nans';
    return value > 0 ? 'positiveInfinities' : 'negativeInfinities';
}

// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/queries/value-rules.js






const value_rules_EXAMPLES = 3;
const NONE = { count: 0, examples: [], rows: [] };
async function breaches(at, relation, rules) {
    const found = [];
    for (const rule of rules)
        found.push(await breachesOf(at, relation, rule));
    return found;
}
/** Values are grouped first, so that a pattern or list is tried once for each value and not once for each row. */
async function breachesOf(at, relation, rule) {
    const { from } = await at.catalog.rows(relation);
    const allowed = 'atLeast' in rule || 'atMost' in rule ? NUMERIC : 'matches' in rule ? ['text'] : KEYED;
    const [typed] = await ('reads' in rule
        ? at.catalog.typed([rule.column])
        : at.catalog.columns([rule.column], allowed));
    if (typed === undefined)
        throw new Error('A column was not found.');
    if (typed.type === 'empty')
        return NONE;
    const key = 'reads' in rule ? `CAST(${storedSql(typed)} AS VARCHAR)` : keySql(typed);
    const { where, kept, values } = await conditionOf(at, rule, typed);
    const first = hasOrder(relation, typed) ? `min(${typed.column.part}.rowid)` : 'NULL';
    const groups = `SELECT ${key} AS x, count(*) AS n, ${first} AS r FROM ${from([typed])} WHERE ${where} GROUP BY 1`;
    const broken = `FROM (${groups}) WHERE x IS NOT NULL AND NOT (${kept})`;
    const rowsOf = 'occurs' in rule ? 'n - 1' : 'n';
    const [[count] = []] = await at.session.rows(`SELECT CAST(coalesce(sum(${rowsOf}), 0) AS BIGINT) ${broken}`, values);
    if (countOf(count) === 0)
        return NONE;
    const rows = await at.session.rows(`SELECT encode(x), r ${broken} ORDER BY x LIMIT ${value_rules_EXAMPLES}`, values);
    return {
        count: countOf(count),
        examples: rows.map(([cell = null]) => encodedTextOf(cell) ?? ''),
        rows: rows.flatMap(([, row = null]) => (row === null ? [] : [countOf(row) + 1])),
    };
}
/** Text is copied in the order of the file; Parquet is read where it lies, and several files have no common order. */
function hasOrder(relation, { table }) {
    return 'table' in relation && relation.part === undefined && table.format !== 'parquet' && table.files.length === 1;
}
async function conditionOf(at, rule, typed) {
    if ('reads' in rule)
        return { where: `NOT (${readsSql(typed, rule.reads)})`, kept: 'false', values: [] };
    const number = numberSql(typed);
    // NaN is above every number for the engine; it is missing, and no matter of size.
    if ('atLeast' in rule)
        return {
            where: `NOT isnan(${number}) AND ${number} < ${doubleLiteral(rule.atLeast)}`,
            kept: 'false',
            values: [],
        };
    if ('atMost' in rule)
        return { where: `NOT isnan(${number}) AND ${number} > ${doubleLiteral(rule.atMost)}`, kept: 'false', values: [] };
    if ('oneOf' in rule)
        return {
            where: 'true',
            kept: `list_contains(from_json(?, '["VARCHAR"]'), x)`,
            values: [JSON.stringify(rule.oneOf)],
        };
    if ('occurs' in rule)
        return { where: 'true', kept: 'n = 1', values: [] };
    await requirePattern(at.session, rule.matches);
    return { where: 'true', kept: 'regexp_full_match(x, ?)', values: [rule.matches] };
}
/** Positions of the kinds of text that read as a type; Parquet says its types itself. */
const value_rules_KINDS = { integer: [0], number: [0, 1, 2, 3], boolean: [4] };
function readsSql(typed, type) {
    if (typed.table.format === 'parquet')
        return 'true';
    const stored = storedSql(typed);
    return `${stored} IS NULL OR ${kindExpression(typed.table.format, stored)} IN (${value_rules_KINDS[type].join(', ')})`;
}
async function requirePattern(session, pattern) {
    try {
        await session.rows("SELECT regexp_full_match('', ?)", [pattern]);
    }
    catch (cause) {
        throw new errors/* ActionError */.lZ('refused', {
            where: 'A pattern of the data gate',
            found: (0,quoted/* quoted */.T)(pattern),
            allowed: 'a regular expression in the syntax of RE2',
            remedy: 'Write it without what RE2 lacks, such as \\u escapes and more than 1000 repetitions',
        }, { reasonCode: 'policy-invalid', cause });
    }
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/engine-error.js



/** Kinds of errors that only our own SQL can cause. */
const OURS = /^(?:Parser|Binder|Catalog|Permission|Not implemented|Dependency|TransactionContext) Error/;
const MEMORY = /^Out of Memory Error|could not allocate/i;
/**
 * An error of DuckDB in our words. Its text quotes the data, so it is cut and escaped.
 *
 * What is neither our SQL nor the memory can only be the bytes that were read.
 */
function engineError(cause, sql) {
    if (cause instanceof errors/* ActionError */.lZ)
        return cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    const found = (0,quoted/* quoted */.T)(message.split('\n')[0] ?? '');
    if (OURS.test(message)) {
        const fault = { where: 'DuckDB', found, allowed: 'a statement that it understands', remedy: 'Report this' };
        return new errors/* ActionError */.lZ('bug', fault, { cause: new Error(sql.slice(0, 2000), { cause }) });
    }
    if (MEMORY.test(message)) {
        const remedy = 'Give the engine more memory, or fewer columns at a time';
        return (0,refused_input/* refusedInput */.v)('file-too-large', { where: 'DuckDB', found, allowed: 'what fits', remedy }, cause);
    }
    const allowed = 'a whole file of its format';
    return (0,refused_input/* refusedInput */.v)('file-unreadable', { where: 'DuckDB', found, allowed, remedy: 'Write or fetch it again' }, cause);
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/session.js




/** A private folder below the runner's temporary folder: only this user may look into it. */
async function makePrivateFolder(tempFolder) {
    await (0,promises_.mkdir)(tempFolder, { recursive: true });
    return await (0,promises_.mkdtemp)((0,external_node_path_.join)(tempFolder, 'gatehouse-tables-'));
}
async function removePrivateFolder(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
}
/**
 * Opens a database in `folder`, shuts it off from everything but `allowedPaths`, and hands it to `use`.
 *
 * The tables lie in a file of the folder and not in memory, so that they are compressed and may be larger than it. No
 * link may be among the paths: DuckDB would allow what it leads to.
 */
async function withSession(module, options, use) {
    const { folder, allowedPaths, limits, wide = false } = options;
    const spill = (0,external_node_path_.join)(folder, 'spill');
    await (0,promises_.mkdir)(spill, { recursive: true });
    const instance = await module.DuckDBInstance.create((0,external_node_path_.join)(folder, 'tables.duckdb'), startOptions(spill, limits, wide));
    try {
        const connection = await instance.connect();
        try {
            await lockDown(connection, allowedPaths);
            return await use(sessionOn(connection));
        }
        finally {
            connection.closeSync();
        }
    }
    finally {
        instance.closeSync();
    }
}
function startOptions(spill, limits, wide) {
    return {
        // A column takes a block at least: 10,000 columns would need 2.5 GB in blocks of the usual size.
        ...(wide ? { default_block_size: '16384' } : {}),
        temp_directory: spill,
        memory_limit: `${Math.floor(limits.memoryBytes / 1024 / 1024)}MiB`,
        threads: String(limits.threads),
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
        allow_community_extensions: 'false',
        allow_unsigned_extensions: 'false',
        allow_persistent_secrets: 'false',
        // A cache of what a file held is no evidence of what it holds, and takes memory.
        enable_external_file_cache: 'false',
    };
}
/** The order matters: once access is off the paths cannot be changed, and once the lock is on nothing can. */
async function lockDown(connection, allowedPaths) {
    await connection.run("SET TimeZone='UTC'");
    // Nobody opens the file again: to tidy it up at the end took as long as to fill it.
    await connection.run('PRAGMA disable_checkpoint_on_shutdown');
    await connection.run(`SET allowed_paths=[${allowedPaths.map(literal).join(', ')}]`);
    await connection.run('SET enable_external_access=false');
    await connection.run('SET lock_configuration=true');
}
/** Statements of one connection run one after the other, also when their callers do not wait. */
function sessionOn(connection) {
    let last = Promise.resolve();
    const queued = (sql, run) => {
        const next = last.then(run).catch((cause) => {
            throw engineError(cause, sql);
        });
        last = next.catch(() => undefined);
        return next;
    };
    return {
        rows: (sql, values = []) => queued(sql, () => readRows(connection, sql, values)),
        stream: (sql, each) => queued(sql, () => streamChunks(connection, sql, each)),
    };
}
/** Numbers of DuckDB's C interface for the kinds of statements that we make. */
const QUESTIONS = new Set([1 /* SELECT */, 7 /* CREATE */]);
/**
 * Prepared, so it is one statement: text that smuggled in a second would be an error. The lock leaves some doors open,
 * which this closes: `COPY … TO` an allowed path, `ATTACH` of memory, `PRAGMA`s that print.
 */
async function prepareQuestion(connection, sql) {
    const statement = await connection.prepare(sql);
    if (QUESTIONS.has(statement.statementType))
        return statement;
    statement.destroySync();
    throw new Error(`Permission Error: statements of type ${statement.statementType} are not made here`);
}
async function readRows(connection, sql, values) {
    const statement = await prepareQuestion(connection, sql);
    try {
        values.forEach((value, index) => {
            if (typeof value === 'number')
                statement.bindDouble(index + 1, value);
            else
                statement.bindVarchar(index + 1, value);
        });
        return (await statement.runAndReadAll()).getRowsJS();
    }
    finally {
        statement.destroySync();
    }
}
async function streamChunks(connection, sql, each) {
    const statement = await prepareQuestion(connection, sql);
    try {
        await forEachChunk(await statement.stream(), each);
    }
    finally {
        statement.destroySync();
    }
}
async function forEachChunk(result, each) {
    for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0)
            return;
        const columns = Array.from({ length: chunk.columnCount }, (_, index) => chunk.getColumnVector(index));
        each(columns, chunk.rowCount);
    }
}

;// CONCATENATED MODULE: ./build/packages/tables/src/duckdb/engine.js



















/** With Node itself this stays under the gigabyte that a gate may take. */
const DEFAULT_LIMITS = { memoryBytes: 700 * 1024 * 1024, threads: (0,external_node_os_.availableParallelism)() };
const MAX_TEXT_BYTES = 64 * 1024 * 1024 * 1024;
/** DuckDB as {@link AggregateEngine}. Nothing is loaded before tables are opened. */
function duckDbEngine(options) {
    return {
        name: 'duckdb',
        version: (0,provision_addon/* addonPins */.FK)().platform.version,
        supports: new Set(ENGINE_OPERATIONS),
        withTables: (sources, use) => withTables(options, sources, use),
    };
}
async function withTables(options, sources, use) {
    const names = sources.map((source) => source.name);
    if (new Set(names).size < names.length)
        throw new RangeError(`Every table needs its own name, got ${names.join(', ')}.`);
    const { maxTextBytes = MAX_TEXT_BYTES, ...limits } = options.limits ?? {};
    const folder = await makePrivateFolder(options.tempFolder);
    try {
        const prepared = [];
        const { root, alsoReadable, onRead } = options;
        for (const source of sources)
            prepared.push(await prepareSource(source, { root, alsoReadable, onRead, folder, maxTextBytes }));
        return await judged(options, { folder, prepared, limits: { ...DEFAULT_LIMITS, ...limits } }, use);
    }
    finally {
        await removePrivateFolder(folder);
    }
}
/** What `use` makes of the tables, if their files are afterwards what they were before. */
async function judged(options, { folder, prepared, limits }, use) {
    const module = await loadDuckDb(options.addon);
    const allowedPaths = prepared.flatMap((table) => table.files.flatMap((file) => file.blocks.map((block) => block.path)));
    const wide = prepared.some((table) => table.files.some((file) => file.blocks.length > 1));
    let result;
    try {
        result = await withSession(module, { folder, allowedPaths, limits, wide }, async (session) => use(await openTables(session, prepared)));
    }
    catch (cause) {
        // A file that was written to meanwhile explains any other error.
        for (const file of readInPlace(prepared))
            await requireUnchanged(file.input, file.stamp);
        throw cause;
    }
    for (const file of readInPlace(prepared)) {
        await requireUnchanged(file.input, file.stamp);
        const { digest } = await hashInput(file.input);
        if (digest !== file.digest)
            throw fileChanged(file.input);
    }
    return result;
}
/** Files that the engine opened itself; of the others it read a private copy, made of the bytes that were hashed. */
function readInPlace(prepared) {
    return prepared.flatMap((table) => table.files.flatMap((file) => (file.stamp === null ? [] : [{ ...file, stamp: file.stamp }])));
}
async function openTables(session, prepared) {
    const tables = [];
    for (const [index, table] of prepared.entries())
        tables.push(await openTable(session, table, index));
    return tablesOn({ session, catalog: new Catalog(session, tables) });
}
function tablesOn(at) {
    const { catalog } = at;
    return {
        describe: async (name) => {
            const { format, rows, digest, files } = catalog.table(name);
            const columns = (await catalog.columnsOf(name)).map(({ column, type }) => ({ name: column.name, type }));
            return { name, format, rows, digest, files, columns };
        },
        integrity: (relation, columns) => integrity(at, relation, columns),
        distinct: (relation, column) => distinct(at, relation, column),
        rows: async (relation) => (await catalog.rows(relation)).count,
        requireSameType: async (refs) => {
            const [first, ...others] = await catalog.columns(refs, KEYED);
            for (const other of others)
                if (first !== undefined)
                    requireSameType(first, other);
        },
        groupedCounts: (relation, keys) => groupedCounts(at, relation, keys),
        groupedSums: (relation, keys, terms) => groupedSums(at, relation, { keys, terms }),
        quantiles: (relation, column, parts) => quantiles(at, relation, { column, parts }),
        histogram: (relation, columns) => histogram(at, relation, columns),
        moments: (relation, columns, { squares = true } = {}) => moments(at, relation, { columns, squares }),
        numberCounts: (relation, columns, { squares = true } = {}) => numberCounts(at, relation, { columns, squares }),
        valueCounts: (relation, columns, { most }) => valueCounts(at, relation, { columns, most }),
        breaches: (relation, rules) => breaches(at, relation, rules),
        unequalSums: (relation, sum) => unequalSums(at, relation, sum),
        varying: (relation, columns) => varying(at, relation, columns),
        distinctRows: (relation, columns) => distinctRows(at, relation, columns),
        sharedRows: (first, second) => sharedRows(at, first, second),
        times: (relation, column) => times(at, relation, column),
        correlations: (relation, compared) => correlations(at, relation, compared),
        rankCorrelations: (relation, compared) => rankCorrelations(at, relation, compared),
        labelTellings: (relation, compared) => labelTellings(at, relation, compared),
        tellingWords: (relation, asked) => tellingWords(at, relation, asked),
        columnValues: (relation, wanted, { maxRows, orderBy }) => columnValues(at, relation, { wanted, maxRows, orderBy }),
    };
}


/***/ }),

/***/ 68759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ requireOperations)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/**
 * Makes sure that an engine can do all that a gate is going to ask, before the gate begins.
 *
 * @throws ActionError `refused`, reason `operation-unsupported`.
 */
function requireOperations(engine, wanted) {
    const missing = wanted.filter((operation) => !engine.supports.has(operation));
    if (missing.length === 0)
        return;
    const fault = {
        where: `engine ${engine.name} ${engine.version}`,
        found: `no support for ${missing.join(', ')}`,
        allowed: `what it supports: ${[...engine.supports].join(', ')}`,
        remedy: 'Use another engine for this gate; nothing is approximated',
    };
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('refused', fault, { reasonCode: 'operation-unsupported' });
}


/***/ }),

/***/ 11925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ refusedInput)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** A table that breaks its contract: never a statistical result, whatever it holds. */
function refusedInput(reasonCode, fault, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('refused', fault, { reasonCode, ...(cause === undefined ? {} : { cause }) });
}


/***/ }),

/***/ 92740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ compressionOf),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   kb: () => (/* binding */ formatByName),
/* harmony export */   wm: () => (/* binding */ refusePointer)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25669);
/* harmony import */ var _engine_refused_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11925);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31733);



const BY_ENDING = {
    csv: 'csv',
    tsv: 'tsv',
    jsonl: 'jsonl',
    ndjson: 'jsonl',
    parquet: 'parquet',
    pq: 'parquet',
};
/** Format by the ending of the name, before `.gz` or `.zst`; the same for all files of a table. */
function formatOf(files, declared) {
    if (declared !== undefined)
        return declared;
    const formats = new Set(files.map((file) => byName(file)));
    const [format] = formats;
    if (format !== undefined && formats.size === 1)
        return format;
    throw (0,_engine_refused_input_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedInput */ .v)('file-unreadable', {
        where: files.map((file) => (0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(file.path)).join(', '),
        found: `the formats ${[...formats].join(', ')} in one table`,
        allowed: 'files of one format',
        remedy: 'Write them in one format',
    });
}
/** Format that the ending of a path or glob says, before `.gz` or `.zst`; `null` when it says none. */
function formatByName(path) {
    const ending = /\.([a-z0-9]+)(?:\.(?:gz|zst|zstd))?$/.exec(path.toLowerCase())?.[1] ?? '';
    return (Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined) ?? null;
}
function byName(file) {
    const format = formatByName(file.path);
    if (format !== null)
        return format;
    throw (0,_engine_refused_input_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedInput */ .v)('file-unreadable', {
        where: (0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(file.path),
        found: 'a name that says no format',
        allowed: `a name that ends in .${Object.keys(BY_ENDING).join(', .')}; text also with .gz or .zst behind it`,
        remedy: 'Rename the file; on the command line --format says it too',
    });
}
/** By the first bytes, so that a wrong ending cannot mislead. */
function compressionOf(head) {
    if (head[0] === 0x1f && head[1] === 0x8b)
        return 'gzip';
    if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd)
        return 'zstd';
    return 'none';
}
/** @throws ActionError `refused`: `pointer-not-fetched` for a small file that only says where the data are. */
function refusePointer(file, head, bytes) {
    const kind = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .pointerKind */ .a_)(head, bytes);
    if (kind === null)
        return;
    const { what: found, fetch } = _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .POINTER_NAMES */ .ft[kind];
    const remedy = `Run "${fetch}" first`;
    throw (0,_engine_refused_input_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedInput */ .v)('pointer-not-fetched', {
        where: (0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(file.path),
        found,
        allowed: 'the data themselves',
        remedy,
    });
}


/***/ }),

/***/ 31733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quoted),
/* harmony export */   p: () => (/* binding */ quotedList)
/* harmony export */ });
const LONGEST = 80;
/**
 * A value from a hostile file, fit for a message: in quotes, cut to 80 characters, with control, format and bidirectional
 * characters shown as escapes so that it can neither start a log command nor reorder the line.
 */
function quoted(value) {
    const characters = Array.from(value);
    const kept = characters.slice(0, LONGEST).join('');
    const visible = JSON.stringify(kept).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escapeCharacter);
    return characters.length > LONGEST ? `${visible} (${characters.length} characters)` : visible;
}
/** Up to ten values of a hostile file as one phrase, and how many more there are. */
function quotedList(values) {
    const shown = values.slice(0, 10).map(quoted).join(', ');
    return values.length > 10 ? `${shown} and ${values.length - 10} more` : shown;
}
function escapeCharacter(character) {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}


/***/ }),

/***/ 74174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ DATA_LIMITS),
/* harmony export */   P: () => (/* binding */ PREDICTION_LIMITS)
/* harmony export */ });
/** For data whose digest the base policy names: large, but it must fit into memory as text. */
const DATA_LIMITS = { maxBytes: 256 * 1024 * 1024, maxRows: 5_000_000, maxColumns: 10_000 };
/** For predictions, which hostile code wrote. The row limit is the number of evaluation rows; see `readPredictionCells`. */
const PREDICTION_LIMITS = { maxBytes: 128 * 1024 * 1024, maxColumns: 100 };


/***/ })

};
