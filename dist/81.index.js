export const id = 81;
export const ids = [81];
export const modules = {

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
    const subject = await (0,src_subject/* resolveSubject */.f)(ports, request);
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

/***/ 67067:
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

/***/ 68430:
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

/***/ 74415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
 * the whole interval is below -margin. Superiority after non-inferiority needs no correction (closed testing).
 */
function judgeNonInferiority([lower, upper], margin) {
    if (upper < -margin - tolerance(margin))
        return { outcome: 'fail', reasonCode: 'inferior' };
    if (lower > tolerance(0))
        return { outcome: 'pass', reasonCode: 'superior' };
    if (lower >= -margin - tolerance(margin))
        return { outcome: 'pass', reasonCode: 'non-inferior' };
    return { outcome: 'inconclusive', reasonCode: 'interval-spans-limit' };
}


/***/ }),

/***/ 35478:
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

/***/ 69364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ resolveSubject)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18612);


/** Events whose runs are about the head of a pull request; a run of any other event was not started by one. */
const PULL_EVENTS = ['pull_request', 'pull_request_review'];
/**
 * Finds, from the id of a pull-request run, the open pull request whose head that run was about, and the policy at the
 * tip of its base branch. Nothing is taken from the run but its id: head, base and policy are read from GitHub.
 *
 * @throws ActionError `refused`: `fork-needs-sponsor`, `head-shared`, `head-moved` when no open pull request onto the
 *   default branch has that head any more, `no-policy` from {@link readPolicy}.
 */
async function resolveSubject(ports, request) {
    const run = await ports.runs.get(request.runId);
    const defaultBranch = await ports.contents.defaultBranch();
    const pulls = (await ports.pulls.ofCommit(run.headSha)).filter((pull) => pull.open && pull.headSha === run.headSha);
    const own = pulls.filter((pull) => !pull.fromFork);
    // A fork may carry a commit of ours: its run says nothing about our pull request and must not redden it.
    if (run.fromFork && own.length === 0) {
        throw refusal('fork-needs-sponsor', {
            where: `Workflow run ${run.id}`,
            found: 'its head is in a fork',
            allowed: 'candidates come from branches of this repository',
            remedy: 'A maintainer may bring the commit into a branch after reading it',
        });
    }
    const [pull, ...others] = own;
    // Whoever opens a second pull request from the head, onto a base of their own, chooses the workflow that trains it.
    if (others.length > 0) {
        throw refusal('head-shared', {
            where: `Workflow run ${run.id}`,
            found: `${own.length} open pull requests have the head ${run.headSha}: ${own.map(({ number }) => `#${number}`).join(', ')}`,
            allowed: 'one open pull request for each head',
            remedy: 'Close the others, or push another commit to one of them',
        });
    }
    // A base branch that anyone may create could carry a policy of their own: only the default branch's policy counts.
    if (pull === undefined || run.fromFork || pull.baseRef !== defaultBranch || !PULL_EVENTS.includes(run.event)) {
        throw refusal('head-moved', {
            where: `Workflow run ${run.id} (${run.event})`,
            found: `no open pull request onto ${defaultBranch} has the head ${run.headSha}`,
            allowed: 'a pull-request run of the newest head of an open pull request onto the default branch',
            remedy: 'Wait for the run of the newest push',
        });
    }
    const policy = await (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .readPolicy */ .T4)(ports.contents, await ports.contents.branchHead(defaultBranch));
    return {
        run,
        pull,
        headSha: run.headSha,
        policy,
        model: request.model,
        modelConfig: (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .modelOf */ .DM)(policy, request.model),
    };
}
function refusal(reasonCode, fault) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('refused', fault, { reasonCode });
}


/***/ }),

/***/ 79932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bw: () => (/* binding */ championOf)
/* harmony export */ });
/* unused harmony exports stageTagMessage, nextStageTag */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var _verify_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81838);
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86522);



const VERSION_LINE = /^Version: (\S+)$/m;
/** Message of a stage tag: it names the version, because one commit may carry several. */
function stageTagMessage(version, reason) {
    return `${version}\n\nVersion: ${version}\nReason: ${reason.replaceAll(/\s+/g, ' ')}`;
}
/** Name of the next stage tag of a model; the first counter is 1. */
function nextStageTag(tags, model, stage) {
    const counter = (inForce(tags, model, stage)?.counter ?? 0) + 1;
    return stageTag({ model, stage, counter });
}
/**
 * The champion: the highest `model#stage#N`, the version on the same commit, its immutable release. Never "latest".
 *
 * @returns `null` when the stage has no tag. A deleted tag looks like one that was never made: only the protection of
 *   `*#*` tags tells them apart, so the performance decision says when versions exist without a stage.
 * @throws ActionError `refused`, reason `champion-unavailable`, when the stage tag leads to no version or to several;
 *   reason `not-immutable` when the version's release does not count
 */
async function championOf(ports, model, stage) {
    const assignment = inForce(await ports.tags.list(`${model}#${stage}#`), model, stage);
    if (assignment === null)
        return null;
    const { tag: stageOf } = assignment;
    const versions = (await ports.tags.list(`${model}@v`)).filter(({ name, commit }) => (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(name)?.model === model && commit === stageOf.commit);
    const named = VERSION_LINE.exec(stageOf.message)?.[1];
    const candidates = named === undefined ? versions : versions.filter(({ name }) => name === named);
    const [version, ...others] = candidates;
    if (version === undefined || others.length > 0)
        throw unclear(stageOf, candidates, named);
    const release = await (0,_verify_release_js__WEBPACK_IMPORTED_MODULE_1__/* .immutableRelease */ .E)(ports, version.name);
    return { tag: version.name, commit: version.commit, stageTag: stageOf.name, release };
}
function inForce(tags, model, stage) {
    const assignments = tags.flatMap((tag) => {
        const parsed = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStageTag */ .s_)(tag.name);
        return parsed?.model === model && parsed.stage === stage ? [{ tag, counter: parsed.counter }] : [];
    });
    return assignments.toSorted((a, b) => b.counter - a.counter)[0] ?? null;
}
function unclear(stageOf, versions, named) {
    const names = versions.map(({ name }) => name).join(', ');
    const missing = named === undefined ? 'No version tag' : `No version tag "${named}"`;
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('refused', {
        where: `Stage tag ${stageOf.name}`,
        found: versions.length === 0 ? `${missing} on its commit ${stageOf.commit}` : `Several versions there: ${names}`,
        allowed: 'One version of the model on the commit of the stage tag',
        remedy: 'Assign the stage again with promote-model, which names the version',
    }, { reasonCode: 'champion-unavailable' });
}


/***/ }),

/***/ 81838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ immutableRelease),
/* harmony export */   V: () => (/* binding */ verifyRelease)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29807);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53732);
/* harmony import */ var _asset_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98350);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12526);




/** Manifest and attachments are read into memory. */
const MAX_SIDE_FILE_BYTES = 32 * 1024 * 1024;
/**
 * Reads a published version and checks all of it: immutable release, annotated tag on the manifest's commit, exactly
 * the assets that the manifest lists, and the digest of every byte. Nothing that the release says about itself is
 * believed; whether the model was authorised is for the caller to verify from `authorisation.json`.
 *
 * @throws ActionError `refused`, reason `not-immutable`, when there is no such immutable release; `integrity`, reason
 *   `digest-mismatch`, for anything that differs
 */
async function verifyRelease(ports, request) {
    const { tag, receive = drain } = request;
    const release = await immutableRelease(ports, tag);
    const manifestBytes = await readSideFile(ports, onlyAsset(release, _asset_names_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_ASSET */ .ny), null);
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(manifestBytes.bytes);
    if (manifest.tag !== tag)
        throw differs(tag, `The manifest is of ${manifest.tag}`, `A manifest of ${tag}`);
    await checkTag(ports, manifest);
    checkAssetSet(release, manifest);
    const attachments = new Map();
    for (const attachment of manifest.attachments) {
        const read = await readSideFile(ports, onlyAsset(release, attachment.name), attachment.digest);
        attachments.set(attachment.name, read.bytes);
    }
    const files = [];
    for (const file of manifest.files) {
        const found = await receiveFile(ports, onlyAsset(release, file.asset), { file, receive });
        if (found.digest !== file.digest || found.sizeBytes !== file.sizeBytes) {
            throw differs(`${tag}, "${file.asset}"`, `${found.sizeBytes} bytes with ${found.digest}`, file.digest);
        }
        files.push({ name: file.name, ...found });
    }
    const digest = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .modelDigest */ .a9)(files);
    const expected = request.modelDigest ?? manifest.modelDigest;
    if (digest !== expected)
        throw differs(tag, `Model digest ${digest}`, `Model digest ${expected}`);
    return { release, manifest, modelDigest: digest, manifestDigest: manifestBytes.digest, attachments };
}
/** The release of a tag, if it counts. */
async function immutableRelease(ports, tag) {
    const release = await ports.releases.byTag(tag);
    if (release !== null && !release.draft && release.immutable && release.tag === tag)
        return release;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('refused', {
        where: `Version ${tag}`,
        found: release === null ? 'No published release of this tag' : 'A release that is not immutable',
        allowed: 'An immutable release: without it a version does not count',
        remedy: 'Name another version, or publish the next one with release immutability switched on',
    }, { reasonCode: 'not-immutable' });
}
async function checkTag(ports, manifest) {
    const tag = (await ports.tags.list(manifest.tag)).find(({ name }) => name === manifest.tag);
    if (tag?.commit === manifest.commit)
        return;
    const found = tag === undefined ? 'No annotated tag' : `A tag on commit ${tag.commit}`;
    throw differs(manifest.tag, found, `An annotated tag on commit ${manifest.commit}`);
}
/** An asset that the manifest does not list could be taken for part of the version. */
function checkAssetSet(release, manifest) {
    const listed = new Set([
        _asset_names_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_ASSET */ .ny,
        ...manifest.files.map(({ asset }) => asset),
        ...manifest.attachments.map(({ name }) => name),
    ]);
    const extra = release.assets.find(({ name }) => !listed.has(name));
    if (extra !== undefined)
        throw differs(release.tag, `Asset "${extra.name}"`, 'The assets that the manifest lists');
}
function onlyAsset(release, name) {
    const [asset, ...others] = release.assets.filter((candidate) => candidate.name === name);
    if (asset !== undefined && others.length === 0 && asset.state === 'uploaded')
        return asset;
    const found = asset === undefined ? `No asset "${name}"` : `Asset "${name}" ${others.length + 1} times or incomplete`;
    throw differs(release.tag, found, `One whole asset "${name}"`);
}
async function receiveFile(ports, asset, into) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let sizeBytes = 0;
    const download = await ports.releases.download(asset.id);
    async function* hashed() {
        for await (const chunk of download) {
            sizeBytes += chunk.length;
            if (sizeBytes > into.file.sizeBytes)
                throw differs(asset.name, 'More bytes', `${into.file.sizeBytes} bytes`);
            hash.update(chunk);
            yield chunk;
        }
    }
    await into.receive(into.file, hashed());
    return { sizeBytes, digest: `sha256:${hash.digest('hex')}` };
}
async function readSideFile(ports, asset, expected) {
    const chunks = [];
    let sizeBytes = 0;
    for await (const chunk of await ports.releases.download(asset.id)) {
        sizeBytes += chunk.length;
        if (sizeBytes > MAX_SIDE_FILE_BYTES) {
            throw differs(`"${asset.name}"`, 'A larger file', `At most ${MAX_SIDE_FILE_BYTES} bytes`);
        }
        chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    const digest = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
    // What GitHub computed at the upload is a witness of its own, where it computed one.
    const other = [expected, asset.digest].find((witness) => witness !== null && witness !== digest);
    if (other !== undefined)
        throw differs(`"${asset.name}"`, `Digest ${digest}`, `Digest ${other}`);
    return { bytes, digest };
}
async function drain(_file, bytes) {
    for await (const _ of bytes)
        ;
}
function differs(where, found, allowed) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('integrity', {
        where: `Release of ${where}`,
        found,
        allowed,
        remedy: 'Do not use this version; find out who made or changed its release',
    }, { reasonCode: 'digest-mismatch' });
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
/**
 * Joins blocks with line breaks and leaves out from the end what does not fit into `maxBytes` of UTF-8, saying how many
 * blocks are missing. Blocks are whole, so no table row, reference or tag is cut.
 */
function fitBlocks(blocks, maxBytes) {
    const encoder = new TextEncoder();
    const size = (text) => encoder.encode(text).byteLength;
    const whole = `${blocks.join('\n')}\n`;
    if (size(whole) <= maxBytes)
        return whole;
    const note = (left) => `\n\nShortened: ${left} parts are left out here; the decision files hold them.\n`;
    let used = size(note(blocks.length));
    const kept = [];
    for (const block of blocks) {
        used += size(block) + 1;
        if (used > maxBytes)
            break;
        kept.push(block);
    }
    return `${kept.join('\n')}${note(blocks.length - kept.length)}`;
}


/***/ }),

/***/ 65505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ checkConfidence),
/* harmony export */   t: () => (/* binding */ checkCounts)
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


/***/ }),

/***/ 49064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ twoSidedConfidence),
/* harmony export */   z: () => (/* binding */ criticalValue)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);
/* harmony import */ var _normal_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98458);


/**
 * The two-sided critical value z with P(|Z| ≤ z) = confidence.
 *
 * @throws RangeError unless 0 < confidence < 1.
 * @example criticalValue(0.95) // 1.959963984540054
 */
function criticalValue(confidence) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfidence */ .p)(confidence);
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
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfidence */ .p)(twoSided);
    return twoSided;
}


/***/ }),

/***/ 98458:
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

/***/ 15797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ wilsonInterval)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);
/* harmony import */ var _critical_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49064);


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
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkCounts */ .t)(successes, n);
    const z = (0,_critical_value_js__WEBPACK_IMPORTED_MODULE_1__/* .criticalValue */ .z)(confidence);
    const p = successes / n;
    const scale = 1 + (z * z) / n;
    const centre = (p + (z * z) / (2 * n)) / scale;
    const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
    return [successes === 0 ? 0 : Math.max(0, centre - half), successes === n ? 1 : Math.min(1, centre + half)];
}


/***/ }),

/***/ 24727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readPredictions)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53732);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24462);
/* harmony import */ var _csv_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78960);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31733);
/* harmony import */ var _table_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74174);





// A full decimal literal. `NaN`, `Infinity`, `0x1`, ` 1`, `.5` and the empty field are not.
const DECIMAL = /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?$/;
const LONGEST_NUMBER = 64;
/**
 * Reads the table that hostile code wrote (design §8.2). It must hold exactly the id, prediction and score columns, in
 * any order, and exactly one row per evaluation id, in any order.
 *
 * @throws ActionError `refused`, reason `predictions-refused`, for everything else: a label, protected or control column
 * or any other column, a missing, repeated or unknown id, a prediction that is neither label value, a score that is not
 * a decimal number from 0 to 1, broken CSV, too many bytes or rows.
 */
function readPredictions(bytes, model, expected) {
    const name = expected.name ?? 'predictions';
    const table = readHostileTable(bytes, name, expected.ids.length);
    refuseOtherColumns(table, model);
    const { id, prediction, score, label } = model.columns;
    const [idAt, predictionAt, scoreAt] = [id, prediction, score].map((column) => (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .columnIndex */ .PD)(table, column));
    const wanted = new Set(expected.ids);
    const read = new Map();
    for (const row of table.rows) {
        const where = `${name}:${row.line}`;
        const key = row.cells[idAt ?? -1] ?? '';
        if (!wanted.has(key)) {
            throw refused({ where, found: `the id ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(key)}`, allowed: 'ids of the features table', remedy: REWRITE });
        }
        if (read.has(key)) {
            throw refused({ where, found: `the id ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(key)} again`, allowed: 'one row per id', remedy: REWRITE });
        }
        const positive = parseLabel(row.cells[predictionAt ?? -1] ?? '', label, where);
        read.set(key, { positive, score: parseScore(row.cells[scoreAt ?? -1] ?? '', where) });
    }
    refuseMissingIds(expected.ids, read, name);
    return read;
}
const REWRITE = 'Write one row per row of the features table, with the id copied from it';
function readHostileTable(bytes, name, rows) {
    try {
        // One row more than wanted is enough to see that there are too many.
        return (0,_csv_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readCsvTable */ .$)(bytes, name, { ..._table_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .PREDICTION_LIMITS */ .P, maxRows: rows });
    }
    catch (cause) {
        if (!(cause instanceof _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ConfigError */ .xL))
            throw cause;
        const [first, ...more] = cause.faults;
        if (first === undefined)
            throw cause;
        const found = more.length === 0 ? first.found : `${first.found}; and ${more.length} more faults in the table`;
        throw refused({ ...first, found }, cause);
    }
}
function refuseOtherColumns(table, model) {
    const { id, prediction, score } = model.columns;
    const expected = [id, prediction, score];
    const allowed = `exactly the columns ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)(expected)}`;
    const where = `${table.name}:1`;
    const others = table.columns.filter((column) => !expected.includes(column));
    const hidden = new Set((0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .hiddenColumns */ .UR)(model).map(comparable));
    const leaked = others.filter((column) => hidden.has(comparable(column)));
    if (leaked.length > 0) {
        const found = `the label, protected or control columns ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)(leaked)}`;
        const remedy = 'Remove them: predictions never carry what the gates join from data that the base policy names';
        throw refused({ where, found, allowed, remedy });
    }
    if (others.length > 0) {
        throw refused({ where, found: `the columns ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)(others)}`, allowed, remedy: 'Remove them' });
    }
    const missing = expected.filter((column) => !table.columns.includes(column));
    if (missing.length > 0) {
        throw refused({ where, found: `no column ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)(missing)}`, allowed, remedy: 'Add what is missing' });
    }
}
/** `Race`, ` race` and `race` are one name to whoever tries. */
function comparable(column) {
    return column.normalize('NFKC').trim().toLowerCase();
}
function parseLabel(text, label, where) {
    if (text !== label.positive && text !== label.negative) {
        const allowed = `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(label.positive)} or ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(label.negative)}`;
        throw refused({ where, found: `the prediction ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(text)}`, allowed, remedy: 'Predict one of the two' });
    }
    return text === label.positive;
}
function parseScore(text, where) {
    const value = text.length <= LONGEST_NUMBER && DECIMAL.test(text) ? Number(text) : Number.NaN;
    if (!(value >= 0 && value <= 1)) {
        const allowed = 'a decimal number from 0 to 1, the probability of the positive label';
        throw refused({ where, found: `the score ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(text)}`, allowed, remedy: 'Write it as in 0.25' });
    }
    return value;
}
function refuseMissingIds(ids, read, name) {
    const missing = ids.filter((id) => !read.has(id));
    if (missing.length === 0)
        return;
    const found = `no row for ${missing.length} of ${ids.length} ids, for example ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)(missing.slice(0, 3))}`;
    throw refused({ where: name, found, allowed: 'one row per id: a model may not abstain', remedy: REWRITE });
}
function refused(fault, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('refused', fault, {
        reasonCode: 'predictions-refused',
        ...(cause === undefined ? {} : { cause: new Error(cause.faults.map(_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .formatFault */ .A).join('\n')) }),
    });
}


/***/ })

};
