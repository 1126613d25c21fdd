export const id = 464;
export const ids = [464];
export const modules = {

/***/ 80938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ DECISION_FILE),
/* harmony export */   W: () => (/* binding */ uploadDecision)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14752);

/** Name of the file inside a decision artifact. */
const DECISION_FILE = 'decision.json';
/** Uploads a decision as an artifact of this run and names it by id and digest, as `decide` wants it. */
async function uploadDecision(decision, uploads) {
    const json = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(decision);
    const name = `decision-${decision.gate}-${decision.subject?.model ?? 'table'}`;
    const { id, digest } = await uploads.upload(name, new Map([[DECISION_FILE, new TextEncoder().encode(json)]]));
    return { outcome: decision.outcome, 'artifact-id': String(id), 'artifact-digest': digest, decision: json };
}


/***/ }),

/***/ 55911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ loadGateInputs)
});

// EXTERNAL MODULE: ./build/packages/core/src/evaluation-record.js
var evaluation_record = __webpack_require__(42499);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var src_digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/governance/src/subject.js
var src_subject = __webpack_require__(69364);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/registry/src/candidate.js
var candidate = __webpack_require__(72766);
// EXTERNAL MODULE: ./build/packages/registry/src/archive.js
var archive = __webpack_require__(99857);
// EXTERNAL MODULE: ./build/packages/registry/src/newest-version.js
var newest_version = __webpack_require__(8896);
// EXTERNAL MODULE: ./build/packages/registry/src/champion.js
var champion = __webpack_require__(79932);
// EXTERNAL MODULE: ./build/packages/tables/src/columns.js
var columns = __webpack_require__(24462);
// EXTERNAL MODULE: ./build/packages/tables/src/evaluation-data.js
var evaluation_data = __webpack_require__(73848);
// EXTERNAL MODULE: ./build/packages/tables/src/quoted.js
var quoted = __webpack_require__(31733);
;// CONCATENATED MODULE: ./build/packages/tables/src/join.js


/**
 * Brings predictions into the order of the evaluation rows, so that element i of every array is about the same row.
 *
 * @throws ActionError `bug` when an id has no prediction: `readPredictions` refuses such a table.
 */
function joinById(data, predictions) {
    const rows = data.ids.map((id) => {
        const prediction = predictions.get(id);
        if (prediction === undefined) {
            throw new errors/* ActionError */.lZ('bug', {
                where: 'The join of predictions and labels',
                found: `no prediction for the id ${(0,quoted/* quoted */.T)(id)}`,
                allowed: 'one prediction per evaluation row',
                remedy: 'Report this as a bug of Gatehouse',
            });
        }
        return prediction;
    });
    return { predicted: rows.map((row) => row.positive), scores: rows.map((row) => row.score) };
}

// EXTERNAL MODULE: ./build/packages/tables/src/predictions.js
var predictions = __webpack_require__(24727);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/gate-inputs.js




/**
 * Derives subject, policy, data and champion anew from GitHub, and takes from the evaluation artifact nothing but the
 * predictions, as hostile bytes. Whatever the evaluation record claims must equal what was derived here.
 *
 * @throws ActionError `integrity`/`refused`: `digest-mismatch`, `evaluation-error`, `decision-mismatch`,
 *   `predictions-refused`, and all of `resolveSubject`.
 */
async function loadGateInputs(request, ports) {
    const zip = await (0,candidate/* readVerifiedArtifact */.T6)(ports.runs, request.evaluationArtifactId, request.evaluationArtifactDigest);
    const subject = await (0,src_subject/* resolveSubject */.f9)(ports, request);
    const files = await (0,archive/* readArchive */.b)(zip);
    const record = (0,evaluation_record/* parseEvaluationRecord */.V)(fileOf(files, evaluation_record/* EVALUATION_FILES */.b.record));
    const dataset = (0,columns/* datasetWithRole */.HI)(subject.modelConfig, 'evaluation');
    expectRecord(record, subject, dataset.digest);
    const data = (0,evaluation_data/* readEvaluationData */.JB)(await (0,policy/* readDataset */.JP)(ports.contents, subject.policy, dataset), subject.modelConfig);
    const read = (name, digest) => {
        const bytes = fileOf(files, name);
        if ((0,src_digest/* sha256 */.sc)(bytes) !== digest)
            throw mismatch(name, (0,src_digest/* sha256 */.sc)(bytes), digest);
        return joinById(data, (0,predictions/* readPredictions */.R)(bytes, subject.modelConfig, { ids: data.ids, name }));
    };
    const challenger = read(evaluation_record/* EVALUATION_FILES */.b.predictions, record.predictions);
    const version = await championVersion(ports, subject);
    const versionsExist = (await (0,newest_version/* newestVersion */.Rg)(ports, subject.model)) !== null;
    const champion = checkedChampion(record, { version, versionsExist }, read);
    const rows = data.ids.length;
    return {
        subject,
        modelDigest: record.modelDigest,
        data,
        challenger,
        champion,
        inputs: [
            { name: 'evaluation-data', digest: dataset.digest, rows },
            { name: 'predictions', digest: record.predictions, rows },
            ...(record.champion.state === 'evaluated'
                ? [{ name: 'champion-predictions', digest: record.champion.predictions, rows }]
                : []),
        ],
    };
}
/** Version tag of the champion, or `null` when the stage was never assigned. */
async function championVersion(ports, subject) {
    const stage = subject.modelConfig.stages.at(-1);
    if (stage === undefined)
        return null;
    return (await (0,champion/* championOf */.bw)(ports, subject.model, stage))?.tag ?? null;
}
/** The champion is derived here too: an evaluate job that denies it would buy its candidate the floors alone. */
function checkedChampion(record, derived, read) {
    const claimed = record.champion.state === 'none' ? null : record.champion.version;
    const { version, versionsExist } = derived;
    if (version !== claimed)
        throw mismatch('champion', claimed ?? 'none', version ?? 'none');
    switch (record.champion.state) {
        case 'none':
            return { state: 'none', versionsExist };
        case 'unavailable':
            return { state: 'unavailable', version: record.champion.version, reason: record.champion.reason };
        case 'evaluated':
            return {
                state: 'evaluated',
                version: record.champion.version,
                predictions: read(evaluation_record/* EVALUATION_FILES */.b.championPredictions, record.champion.predictions),
            };
    }
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
function fileOf(files, name) {
    const bytes = files.get(name);
    if (bytes !== undefined)
        return bytes;
    throw new errors/* ActionError */.lZ('integrity', {
        where: 'The evaluation artifact',
        found: `no file "${name}"`,
        allowed: `the files that evaluate-model writes: ${Object.values(evaluation_record/* EVALUATION_FILES */.b).join(', ')}`,
        remedy: 'Pass the artifact id and digest that evaluate-model put out',
    }, { reasonCode: 'evaluation-error' });
}
function mismatch(what, found, allowed) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `The evaluation record: ${what}`,
        found,
        allowed: `what GitHub and the base policy say: ${allowed}`,
        remedy: 'Evaluate again; if it happens again, look at what ran in the evaluate job',
    }, { reasonCode: 'decision-mismatch' });
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
        outcome: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .worstOutcome */ .O)(blocking.map((finding) => finding.outcome)),
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

/***/ 19745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ checkAligned),
/* harmony export */   QN: () => (/* binding */ countConfusion),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   j1: () => (/* binding */ ratesOf)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** Rows counted. */
function totalOf({ tp, fp, fn, tn }) {
    return tp + fp + fn + tn;
}
/**
 * Every rate of a group under its kebab-case name; `null` where its denominator is zero, never 0.
 * The names tpr, fpr, tnr, fnr, ppv, npv, fdr and for are the usual ratios of the confusion table.
 */
function ratesOf(counts) {
    const { tp, fp, fn, tn } = counts;
    const n = totalOf(counts);
    return {
        n,
        tp,
        fp,
        fn,
        tn,
        'selection-rate': share(tp + fp, n),
        'base-rate': share(tp + fn, n),
        tpr: share(tp, tp + fn),
        fnr: share(fn, tp + fn),
        fpr: share(fp, fp + tn),
        tnr: share(tn, fp + tn),
        ppv: share(tp, tp + fp),
        fdr: share(fp, tp + fp),
        npv: share(tn, tn + fn),
        for: share(fn, tn + fn),
        accuracy: share(tp + tn, n),
    };
}
function share(part, whole) {
    return whole === 0 ? null : part / whole;
}
/** Counts of aligned labels and predictions; true is positive. */
function countConfusion(labels, predicted) {
    checkAligned(labels.length, predicted.length, 'predictions');
    const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
    for (const [index, label] of labels.entries()) {
        if (predicted[index])
            counts[label ? 'tp' : 'fp'] += 1;
        else
            counts[label ? 'fn' : 'tn'] += 1;
    }
    return counts;
}
/** @throws ActionError `bug` when two arrays about the same rows differ in length. */
function checkAligned(rows, other, what) {
    if (rows === other)
        return;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('bug', {
        where: 'The input of the gate',
        found: `${rows} labels and ${other} ${what}`,
        allowed: 'one per row',
        remedy: 'Report this as a bug of Gatehouse',
    });
}


/***/ }),

/***/ 34580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   O1: () => (/* binding */ judgeFloor),
/* harmony export */   pN: () => (/* binding */ judgeNonInferiority),
/* harmony export */   vQ: () => (/* binding */ judgeCeiling),
/* harmony export */   w: () => (/* binding */ judgeTrivialBaseline)
/* harmony export */ });
/** Comparisons are closed on the passing side, with room for rounding. */
function tolerance(limit) {
    return 1e-12 * Math.max(1, Math.abs(limit));
}
/** For measures that fail above a limit: passes when the upper bound is at or below it, fails when the lower is above. */
function judgeCeiling([lower, upper], limit) {
    if (lower > limit + tolerance(limit))
        return { outcome: 'fail', reasonCode: 'limit-exceeded' };
    if (upper <= limit + tolerance(limit))
        return { outcome: 'pass', reasonCode: 'within-limit' };
    return { outcome: 'inconclusive', reasonCode: 'interval-spans-limit' };
}
/** For measures that fail below a floor: passes when the lower bound is at or above it, fails when the upper is below. */
function judgeFloor([lower, upper], floor) {
    if (upper < floor - tolerance(floor))
        return { outcome: 'fail', reasonCode: 'below-floor' };
    if (lower >= floor - tolerance(floor))
        return { outcome: 'pass', reasonCode: 'floor-met' };
    return { outcome: 'inconclusive', reasonCode: 'interval-spans-floor' };
}
/** Against a trivial baseline, which must be beaten: equality is not enough. */
function judgeTrivialBaseline([lower, upper], baseline) {
    if (upper <= baseline + tolerance(baseline))
        return { outcome: 'fail', reasonCode: 'not-better-than-trivial' };
    if (lower > baseline + tolerance(baseline))
        return { outcome: 'pass', reasonCode: 'floor-met' };
    return { outcome: 'inconclusive', reasonCode: 'interval-spans-floor' };
}
/**
 * Non-inferiority of challenger minus champion (stats.md §1.4): superior above 0, non-inferior from -margin, inferior when
 * the whole interval is below -margin. Superiority after non-inferiority needs no correction (closed testing). With
 * `superiority`, only a challenger that is better by more than that is called superior.
 */
function judgeNonInferiority([lower, upper], margin, superiority = 0) {
    if (upper < -margin - tolerance(margin))
        return { outcome: 'fail', reasonCode: 'inferior' };
    if (lower > superiority + tolerance(0))
        return { outcome: 'pass', reasonCode: 'superior' };
    if (lower >= -margin - tolerance(margin))
        return { outcome: 'pass', reasonCode: 'non-inferior' };
    return { outcome: 'inconclusive', reasonCode: 'interval-spans-limit' };
}
/** True when the whole interval of challenger minus champion is below 0. */
function isWorse([, upper]) {
    return upper < -tolerance(0);
}


/***/ }),

/***/ 66305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ percent),
/* harmony export */   r: () => (/* binding */ inWords)
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


/***/ }),

/***/ 77202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ countGroups),
/* harmony export */   r: () => (/* binding */ MISSING_GROUP)
/* harmony export */ });
/* harmony import */ var _decision_confusion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19745);

/** Name of the group of rows whose protected value is missing. Readers of data refuse it as a real value. */
const MISSING_GROUP = '__missing__';
/**
 * Confusion counts per sensitive column and group, groups in code-unit order.
 *
 * @throws ActionError `bug` when arrays are not aligned.
 */
function countGroups(rows) {
    (0,_decision_confusion_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAligned */ .P1)(rows.labels.length, rows.predicted.length, 'predictions');
    return new Map([...rows.sensitive].map(([column, values]) => {
        (0,_decision_confusion_js__WEBPACK_IMPORTED_MODULE_0__/* .checkAligned */ .P1)(rows.labels.length, values.length, `values of ${column}`);
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


/***/ }),

/***/ 8896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rg: () => (/* binding */ newestVersion),
/* harmony export */   hY: () => (/* binding */ publishedAs),
/* harmony export */   "if": () => (/* binding */ requireNewest)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var _publish_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88906);
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86522);



/**
 * The highest version of a model, or `null` when there is none. Annotated tags count beside immutable releases, so
 * that deleting a release does not make the version below it the newest; a version whose release is published and not
 * immutable counts nowhere.
 */
async function newestVersion(ports, model) {
    const published = (await ports.releases.list()).filter(({ draft }) => !draft);
    const mutable = new Set(published.filter(({ immutable }) => !immutable).map(({ tag }) => tag));
    const names = [...(await ports.tags.list(`${model}@v`)).map(({ name }) => name), ...published.map(({ tag }) => tag)];
    const versions = names
        .filter((name) => !mutable.has(name))
        .flatMap((name) => (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(name) ?? [])
        .filter((version) => version.model === model);
    return versions.toSorted(_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy).at(-1) ?? null;
}
/**
 * The version under which a model digest and commit were published first, or `null`. Found by the annotated tag, its
 * commit and its message: notes of a release stay editable for ever. A tag whose release is published and not immutable
 * is passed over.
 */
async function publishedAs(ports, { model, commit, modelDigest }) {
    const mutable = await mutableVersions(ports);
    const [first] = (await ports.tags.list(`${model}@v`))
        .filter((tag) => !mutable.has(tag.name) && (0,_publish_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isTagOf */ .ke)(tag, { tag: tag.name, commit, modelDigest }))
        .flatMap(({ name }) => (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(name) ?? [])
        .filter((version) => version.model === model)
        .toSorted(_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy);
    return first === undefined ? null : (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .versionTag */ .Vm)(first);
}
/**
 * Refuses a version below the highest one of its model, and one that publishes again what a lower version published:
 * an authorisation holds for ever and names no version, so whoever can start a deployment could put old bytes back.
 *
 * @throws ActionError `refused`, reason `version-superseded`; also for a tag that names no version.
 */
async function requireNewest(ports, publication) {
    const { tag } = publication;
    const version = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(tag);
    if (version === null)
        throw superseded(tag, 'it names no version');
    const newest = await newestVersion(ports, version.model);
    if (newest !== null && (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, newest) < 0) {
        throw superseded(tag, `it is older than ${(0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .versionTag */ .Vm)(newest)}`);
    }
    const first = await publishedAs(ports, { ...publication, model: version.model });
    if (first !== tag)
        throw superseded(tag, first === null ? 'its tag is not of these bytes' : `its bytes are ${first}`);
}
async function mutableVersions(ports) {
    const releases = await ports.releases.list();
    return new Set(releases.filter(({ draft, immutable }) => !draft && !immutable).map(({ tag }) => tag));
}
function superseded(tag, found) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('refused', {
        where: `Version ${tag}`,
        found,
        allowed: 'the newest version of the model; an older one only with the input rollback: true',
        remedy: 'Deploy the newest version; to go back on purpose, start a deployment with rollback: true',
    }, { reasonCode: 'version-superseded' });
}


/***/ }),

/***/ 88906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ checkPlan),
/* harmony export */   ib: () => (/* binding */ tagMessage),
/* harmony export */   kC: () => (/* binding */ draftMarker),
/* harmony export */   ke: () => (/* binding */ isTagOf),
/* harmony export */   ul: () => (/* binding */ releaseBody)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53732);
/* harmony import */ var _asset_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98350);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12526);
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86522);




const OCTETS = 'application/octet-stream';
const CONTENT_TYPES = {
    json: 'application/json',
    jsonl: 'application/jsonl',
    md: 'text/markdown',
};
/**
 * Checks a plan before anything is written.
 *
 * @throws ConfigError for names, sizes and versions that a release cannot hold
 * @throws ActionError `refused`, reason `not-authorised`, when the files are not the model that was authorised
 */
function checkPlan(plan) {
    const version = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(plan.tag);
    if (version === null)
        throw notAVersion(plan.tag);
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .buildManifest */ .u1)({ ...plan, model: version.model });
    if (manifest.modelDigest !== plan.modelDigest)
        throw notThisModel(plan, manifest);
    const bytes = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .writeManifest */ .HN)(manifest);
    const assets = [
        ...plan.files.map((file) => toAsset(file, (0,_asset_names_js__WEBPACK_IMPORTED_MODULE_2__/* .assetNameOf */ .bJ)(file.name))),
        ...plan.attachments.map((file) => toAsset(file, file.name)),
    ];
    return { ...plan, manifest, assets: [...assets, manifestAsset(bytes)] };
}
function toAsset(file, name) {
    const { sizeBytes, digest } = file;
    return { name, sizeBytes, digest, contentType: contentType(name), open: () => file.open() };
}
function manifestAsset(bytes) {
    return {
        name: _asset_names_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_ASSET */ .ny,
        sizeBytes: bytes.length,
        digest: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bytes),
        contentType: contentType(_asset_names_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_ASSET */ .ny),
        async *open() {
            yield bytes;
        },
    };
}
function contentType(name) {
    return CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? OCTETS;
}
/**
 * Hidden line in the body of a draft by which a later run finds it again: GitHub shows drafts in lists only. It names
 * the tag, the model and the commit, so that a draft for other bytes is never continued. Everyone who may write can
 * forge it: it decides neither the version nor what is published, see {@link isTagOf}.
 */
function draftMarker(publication) {
    return `<!-- gatehouse-publication ${publication.tag} ${publication.modelDigest} ${publication.commit} -->`;
}
/** The body of the release: the notes, and the marker. */
function releaseBody(plan) {
    return `${plan.notes}\n\n${draftMarker(plan)}\n`;
}
/** Message of the annotated tag. An immutable release locks its tag, so this stays what it was. */
function tagMessage({ tag, modelDigest }) {
    return `${tag}\n\nModel-Digest: ${modelDigest}`;
}
/** True when a tag is the one that publishing makes: same name, commit and message, which names the model digest. */
function isTagOf(tag, publication) {
    const { name, commit, message } = tag;
    return name === publication.tag && commit === publication.commit && message.trimEnd() === tagMessage(publication);
}
function notAVersion(tag) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ConfigError */ .xL([
        {
            where: 'Version tag',
            found: `"${tag}"`,
            allowed: 'A tag "name@vX.Y.Z"',
            remedy: 'Let the next version be computed from the tags of the repository',
        },
    ]);
}
function notThisModel(plan, manifest) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('refused', {
        where: `Publishing ${plan.tag}`,
        found: `Files whose model digest is ${manifest.modelDigest}`,
        allowed: `The authorised model digest, ${plan.modelDigest}`,
        remedy: 'Find out what changed the files after they were evaluated; train again if in doubt',
    }, { reasonCode: 'not-authorised' });
}


/***/ }),

/***/ 88446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ decisionBlocks),
  O: () => (/* binding */ renderDecisionMarkdown)
});

// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
;// CONCATENATED MODULE: ./build/packages/report/src/number-format.js
/** A measured number: at most four decimals, `–` where it is not defined. */
function formatNumber(value) {
    if (value === null)
        return '–';
    const text = value.toFixed(4).replace(/\.?0+$/, '');
    return text === '-0' ? '0' : text;
}
/** `0.18 to 0.315`; an infinite or undefined bound is `∞`. */
function formatInterval([lower, upper]) {
    return `${lower === null ? '-∞' : formatNumber(lower)} to ${upper === null ? '∞' : formatNumber(upper)}`;
}
/** `≤ 0.1` where the measure fails above its limit, `≥ 0.85` where it fails below; empty without a limit. */
function formatLimit(finding) {
    if (finding.limit === undefined)
        return '';
    return `${finding.failsWhen === 'below' ? '≥' : '≤'} ${formatNumber(finding.limit)}`;
}
/** `95 %`. */
function formatPercent(share) {
    return `${Number((share * 100).toFixed(2))} %`;
}
/** `120 / 30`. */
function formatSizes(n) {
    return (n ?? []).join(' / ');
}

;// CONCATENATED MODULE: ./build/packages/report/src/decision-tables.js


/** The findings as the rows of a Markdown table, header first; severest first, as the decision has them. */
function findingRows(findings) {
    return [
        '| outcome | measure | groups | value | interval | limit | n | method | reason |',
        '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        ...findings.map((finding) => row([
            finding.severity === 'warn' ? 'note' : `**${finding.outcome}**`,
            (0,escape_markdown/* escapeMarkdown */.F)(finding.measure),
            (finding.groups ?? []).map((group) => (0,escape_markdown/* escapeMarkdown */.F)(group)).join(' and '),
            formatNumber(finding.value),
            intervalCell(finding),
            formatLimit(finding),
            formatSizes(finding.n),
            (0,escape_markdown/* escapeMarkdown */.F)(finding.method ?? ''),
            (0,escape_markdown/* escapeMarkdown */.F)(finding.reasonCode),
        ])),
    ];
}
function intervalCell({ interval, confidence }) {
    if (interval === undefined)
        return '';
    return confidence === undefined
        ? formatInterval(interval)
        : `${formatInterval(interval)} (${formatPercent(confidence)})`;
}
/** Every measure of a record of records as a Markdown table, header first; empty when there is none. */
function measureRows(title, measures) {
    if (!isRecord(measures))
        return [];
    const entries = Object.entries(measures).flatMap(([name, values]) => (isRecord(values) ? [{ name, values }] : []));
    const columns = [...new Set(entries.flatMap(({ values }) => Object.keys(values)))];
    if (columns.length === 0)
        return [];
    return [
        row([(0,escape_markdown/* escapeMarkdown */.F)(title), ...columns.map((column) => (0,escape_markdown/* escapeMarkdown */.F)(column))]),
        row(['---', ...columns.map(() => '---')]),
        ...entries.map(({ name, values }) => row([(0,escape_markdown/* escapeMarkdown */.F)(name), ...columns.map((key) => cell(values[key]))])),
    ];
}
/** What the decision could have seen, in sentences. */
function powerLines(power) {
    const required = Object.entries(power.requiredN).map(([name, n]) => `${(0,escape_markdown/* escapeMarkdown */.F)(name)} ${formatNumber(n)}`);
    const detectable = power.minimumDetectable === null
        ? 'The smallest difference that these rows could show is not known.'
        : `The smallest difference that these rows could show with power 0.8 is ${formatNumber(power.minimumDetectable)}.`;
    return required.length === 0 ? [detectable] : [`${detectable} Rows needed: ${required.join(', ')}.`];
}
function cell(value) {
    if (value === null)
        return '–';
    if (typeof value === 'number')
        return formatNumber(value);
    if (typeof value === 'string')
        return (0,escape_markdown/* escapeMarkdown */.F)(value);
    if (Array.isArray(value))
        return value.map(cell).join(' to ');
    return '';
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/packages/report/src/fit-blocks.js
var fit_blocks = __webpack_require__(35764);
;// CONCATENATED MODULE: ./build/packages/report/src/interval-drawing.js

/**
 * A finding's interval against its limit, as one line of `width` characters with the ends of the scale:
 * `0 ····┊··├───●──┤··· 0.36`. Empty when there is no interval with two finite bounds, no value or no limit, or when
 * `width` leaves no room.
 *
 * @param fixed a scale that several drawings share, so that they can be compared; points outside it are drawn at its end.
 */
function drawInterval(finding, width, fixed) {
    const { value, limit } = finding;
    const [lower, upper] = finding.interval ?? [null, null];
    if (value === null || limit === undefined || lower === null || upper === null)
        return '';
    const scale = fixed ?? scaleOf([value, limit, lower, upper]);
    const [from, to] = [formatNumber(scale.from), formatNumber(scale.to)];
    const cells = width - from.length - to.length - 2;
    if (cells < 10)
        return '';
    const at = (x) => {
        const share = Math.min(1, Math.max(0, (x - scale.from) / (scale.to - scale.from)));
        return Math.round(share * (cells - 1));
    };
    const line = new Array(cells).fill('·').fill('─', at(lower), at(upper) + 1);
    line[at(lower)] = '├';
    line[at(upper)] = '┤';
    line[at(limit)] = at(limit) >= at(lower) && at(limit) <= at(upper) ? '╫' : '┊';
    line[at(value)] = '●';
    return `${from} ${line.join('')} ${to}`;
}
/** A range that shows all points with room on both sides, and does not go below zero when no point does. */
function scaleOf(points) {
    const [least, most] = [Math.min(...points), Math.max(...points)];
    const room = most > least ? (most - least) * 0.15 : 0.5;
    return { from: least >= 0 ? Math.max(0, least - room) : least - room, to: most + room };
}

// EXTERNAL MODULE: ./build/packages/report/src/visible-text.js
var visible_text = __webpack_require__(64274);
;// CONCATENATED MODULE: ./build/packages/report/src/decision-markdown.js





/** GitHub refuses a job summary beyond this many bytes. */
const LONGEST_SUMMARY = 1024 * 1024;
const MOST_DRAWINGS = 12;
/** Messages hold group names from data; two of the longest fit. */
const LONGEST_MESSAGE = { maxCharacters: 1000 };
/**
 * A decision as a job summary: outcome, findings with intervals and limits, all measures, power, and what was not
 * measured. All text from data is escaped; at most 1 MiB, shortened from the end and saying so.
 */
function renderDecisionMarkdown(decision) {
    return (0,fit_blocks/* fitBlocks */.U)(decisionBlocks(decision), LONGEST_SUMMARY);
}
/** The parts of a decision's Markdown, most important first; each stands alone, so that the last can be left out. */
function decisionBlocks(decision) {
    const { findings, measures, notMeasured, inputs } = decision;
    return [
        `### ${(0,escape_markdown/* escapeMarkdown */.F)(decision.gate)} gate: ${decision.outcome}`,
        `\n${subjectLine(decision)}`,
        '',
        ...(findings.length === 0 ? ['No measure was judged.'] : findingRows(findings)),
        ...drawingBlock(findings),
        ...(findings.length === 0 ? [] : ['']),
        ...findings.map((finding) => `- ${(0,escape_markdown/* escapeMarkdown */.F)(finding.message, LONGEST_MESSAGE)}`),
        `\n${powerLines(decision.power).join('\n')}`,
        ...(notMeasured.length === 0
            ? []
            : [`\nNot measured: ${notMeasured.map((text) => (0,escape_markdown/* escapeMarkdown */.F)(text)).join('; ')}.`]),
        ...Object.entries({ group: measures['groups'], metric: measures['metrics'], aggregate: measures['aggregates'] })
            .map(([title, values]) => measureRows(title, values))
            .filter((rows) => rows.length > 0)
            .map((rows) => `\n${rows.join('\n')}`),
        ...inputs.map(({ name, digest, rows }, index) => `${index === 0 ? '\n' : ''}- input ${(0,escape_markdown/* escapeMarkdown */.F)(name)}: ${(0,escape_markdown/* digestCode */.K)(digest)}${rows === undefined ? '' : `, ${rows} rows`}`),
    ];
}
const DRAWING_WIDTH = 78;
/** The judged intervals against their limits, as a picture: ● the value, ├ ┤ the interval, ┊ or ╫ the limit. */
function drawingBlock(findings) {
    const drawings = findings.slice(0, MOST_DRAWINGS).flatMap((finding) => {
        const drawing = drawInterval(finding, DRAWING_WIDTH);
        const groups = finding.groups === undefined ? '' : `  ${finding.groups.join(' / ')}`;
        return drawing === '' ? [] : [`${finding.measure}${groups}: ${finding.outcome}`, drawing];
    });
    if (drawings.length === 0)
        return [];
    // Group names come from data: without backticks none of them can close the fence.
    const lines = drawings.map((line) => (0,visible_text/* terminalLine */.t)(line).replaceAll('`', "'"));
    return [`\n\`\`\`text\n${lines.join('\n')}\n\`\`\``];
}
function subjectLine({ subject, policyDigest }) {
    const model = subject === null
        ? 'A quick look at a table: bound to no model.'
        : `Model ${(0,escape_markdown/* escapeMarkdown */.F)(subject.model)} ${(0,escape_markdown/* digestCode */.K)(subject.modelDigest)}.`;
    return policyDigest === null ? model : `${model} Policy ${(0,escape_markdown/* digestCode */.K)(policyDigest)}.`;
}


/***/ }),

/***/ 35764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ fitBlocks)
/* harmony export */ });
/** Without the empty lines GitHub would show the Markdown inside as it is written. */
const FOLD_END = '\n</details>';
/**
 * Joins blocks with line breaks and leaves out from the end what does not fit into `maxBytes` of UTF-8, saying how many
 * blocks are missing. Blocks are whole, so no table row, reference or tag is cut; a folded one is always closed.
 */
function fitBlocks(blocks, maxBytes) {
    const parts = blocks.flatMap(partsOf);
    const whole = `${parts.map(({ text }) => text).join('\n')}\n`;
    if (size(whole) <= maxBytes)
        return whole;
    const contents = parts.filter(({ role }) => role === 'content').length;
    const note = (left) => `\n\nShortened: ${left === 1 ? '1 part is' : `${left} parts are`} left out here; the decision files hold the rest.\n`;
    let used = size(note(contents));
    let left = contents;
    const kept = [];
    let isOpen = false;
    for (const { text, role } of parts) {
        // What is opened must be closed, so the end of a fold is paid for with its beginning.
        if (role !== 'end')
            used += size(text) + 1 + (role === 'begin' ? size(FOLD_END) + 1 : 0);
        if (used > maxBytes)
            break;
        if (role === 'content')
            left -= 1;
        else
            isOpen = role === 'begin';
        kept.push(text);
    }
    return `${[...kept, ...(isOpen ? [FOLD_END] : [])].join('\n')}${note(left)}`;
}
function partsOf(block) {
    if (typeof block === 'string')
        return [{ text: block, role: 'content' }];
    const { title, blocks } = block;
    return [
        { text: `\n<details>\n<summary>${title}</summary>\n`, role: 'begin' },
        ...blocks.map((text, index) => ({ text: index === 0 ? text.replace(/^\n/, '') : text, role: 'content' })),
        { text: FOLD_END, role: 'end' },
    ];
}
function size(text) {
    return new TextEncoder().encode(text).byteLength;
}


/***/ }),

/***/ 65505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o0: () => (/* binding */ checkProbability),
/* harmony export */   p3: () => (/* binding */ checkConfidence),
/* harmony export */   tl: () => (/* binding */ checkCounts)
/* harmony export */ });
/* unused harmony export checkCount */
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

/***/ 47352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ checkConfusion),
/* harmony export */   dL: () => (/* binding */ confusionTotal)
/* harmony export */ });
/* unused harmony exports binaryConfusion, withLabelsSwapped, mergeConfusions */

/** Rows counted, or the sum of their weights. */
function confusionTotal({ tp, fp, fn, tn }) {
    return tp + fp + fn + tn;
}
/**
 * The confusion of aligned labels and predictions, 1 is positive. No row gives four zeros. O(N).
 *
 * @throws RangeError when a label is not 0 or 1, a weight is not positive and finite, or lengths differ.
 */
function binaryConfusion(labels, predicted, weights) {
    checkSameLength(labels, predicted, 'labels and predictions');
    checkBinary(labels, 'A label');
    checkBinary(predicted, 'A prediction');
    checkWeights(weights, labels);
    const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
    for (let row = 0; row < labels.length; row += 1) {
        const positive = labels[row] === 1;
        const cell = predicted[row] === 1 ? (positive ? 'tp' : 'fp') : positive ? 'fn' : 'tn';
        counts[cell] += weights === undefined ? 1 : Number(weights[row]);
    }
    return counts;
}
/** The same rows with the other label called positive: for a favourable outcome that is coded 0. */
function withLabelsSwapped({ tp, fp, fn, tn }) {
    return { tp: tn, fp: fn, fn: fp, tn: tp };
}
/** The rows of several confusions together; four zeros for none. */
function mergeConfusions(parts) {
    const sum = { tp: 0, fp: 0, fn: 0, tn: 0 };
    for (const part of parts) {
        for (const cell of ['tp', 'fp', 'fn', 'tn'])
            sum[cell] += part[cell];
    }
    return sum;
}
/** @throws RangeError when a count is negative, NaN or infinite. */
function checkConfusion(confusion) {
    for (const cell of ['tp', 'fp', 'fn', 'tn']) {
        const count = confusion[cell];
        if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) {
            throw new RangeError(`A count of a confusion must be finite and not negative, got ${count} for ${cell}.`);
        }
    }
}


/***/ }),

/***/ 84720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ CONFUSION_RATES),
/* harmony export */   r: () => (/* binding */ confusionRate)
/* harmony export */ });
/* harmony import */ var _measured_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24333);
/* harmony import */ var _binary_confusion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47352);


const all = { whole: _binary_confusion_js__WEBPACK_IMPORTED_MODULE_0__/* .confusionTotal */ .dL, whenUndefined: 'empty-group' };
const positives = { whole: (c) => c.tp + c.fn, whenUndefined: 'no-positives' };
const negatives = { whole: (c) => c.fp + c.tn, whenUndefined: 'no-negatives' };
const selected = { whole: (c) => c.tp + c.fp, whenUndefined: 'no-predicted-positives' };
const rejected = { whole: (c) => c.tn + c.fn, whenUndefined: 'no-predicted-negatives' };
/**
 * Every rate that is one share of a confusion. With P = TP+FN, N = FP+TN, n = P+N:
 * accuracy (TP+TN)/n, error (FP+FN)/n, selection rate (TP+FP)/n, base rate P/n, recall TP/P, fnr FN/P,
 * specificity TN/N, fpr FP/N, precision TP/(TP+FP), fdr FP/(TP+FP), npv TN/(TN+FN), for FN/(TN+FN).
 */
const CONFUSION_RATES = {
    accuracy: { ...all, part: (c) => c.tp + c.tn },
    error: { ...all, part: (c) => c.fp + c.fn },
    'selection-rate': { ...all, part: (c) => c.tp + c.fp },
    'base-rate': { ...all, part: (c) => c.tp + c.fn },
    recall: { ...positives, part: (c) => c.tp },
    fnr: { ...positives, part: (c) => c.fn },
    specificity: { ...negatives, part: (c) => c.tn },
    fpr: { ...negatives, part: (c) => c.fp },
    precision: { ...selected, part: (c) => c.tp },
    fdr: { ...selected, part: (c) => c.fp },
    npv: { ...rejected, part: (c) => c.tn },
    for: { ...rejected, part: (c) => c.fn },
};
/**
 * A rate of a confusion, from 0 to 1; the direction of each is in `METRIC_DIRECTIONS`. Without a denominator it is
 * undefined (scikit-learn says 0 there).
 *
 * @throws RangeError when a count is negative or not finite.
 */
function confusionRate(rate, confusion) {
    (0,_binary_confusion_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfusion */ .Ld)(confusion);
    const { part, whole, whenUndefined } = CONFUSION_RATES[rate];
    return (0,_measured_js__WEBPACK_IMPORTED_MODULE_1__/* .quotient */ .y8)(part(confusion), whole(confusion), whenUndefined);
}


/***/ }),

/***/ 24333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iN: () => (/* binding */ undefinedFor),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   y8: () => (/* binding */ quotient)
/* harmony export */ });
/**
 * @throws RangeError when the value is NaN: NaN is how an undefined value hides.
 */
function defined(value) {
    if (Number.isNaN(value))
        throw new RangeError('A measured value is a number, got NaN.');
    return { value, undefinedReason: null };
}
function undefinedFor(undefinedReason) {
    return { value: null, undefinedReason };
}
/** A quotient of two sums; without a denominator it is undefined for the reason given. */
function quotient(part, whole, whenZero) {
    return whole === 0 ? undefinedFor(whenZero) : defined(part / whole);
}


/***/ }),

/***/ 4969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ wilsonInterval)
/* harmony export */ });
/* unused harmony export weightedWilsonInterval */
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
    checkProbability(measured.proportion);
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
    }
    throw new RangeError(`A continued fraction has not settled after ${MOST_TERMS} terms: the arguments are too large.`);
}
const TINY = 1e-300;
const MOST_TERMS = 5_000_000;
function notZero(value) {
    return Math.abs(value) < TINY ? TINY : value;
}


/***/ })

};
