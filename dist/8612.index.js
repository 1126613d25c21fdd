export const id = 8612;
export const ids = [8612];
export const modules = {

/***/ 25669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a_: () => (/* binding */ pointerKind),
/* harmony export */   ft: () => (/* binding */ POINTER_NAMES),
/* harmony export */   vp: () => (/* binding */ parsePointer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _config_parse_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24055);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);



/** Pointers are smaller; Git LFS itself says so of its own. */
const LARGEST_POINTER = 1024;
const LARGEST_DVC = 64 * 1024;
const LFS_VERSION = /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\//;
const LFS = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-\w+ [^\n]*\n)*oid sha256:([0-9a-f]{64})\nsize (0|[1-9]\d{0,15})\n$/;
const DVC_KEY = /^(?:outs|md5|deps):(?:\s|$)/m;
/** What data a small file is a pointer to, by its looks; `null` for anything else. */
function pointerKind(head, bytes) {
    if (bytes > LARGEST_POINTER)
        return null;
    const text = new TextDecoder().decode(head.subarray(0, LARGEST_POINTER));
    if (LFS_VERSION.test(text))
        return 'git-lfs';
    return DVC_KEY.test(text) ? 'dvc' : null;
}
/** What fetches the data that a pointer stands for. */
const POINTER_NAMES = {
    'git-lfs': { what: 'a Git LFS pointer', fetch: 'git lfs pull' },
    dvc: { what: 'a DVC pointer', fetch: 'dvc pull' },
};
const hex32 = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{32}$/, { message: 'must be an MD5 of 32 lower-case hex digits, of a file' });
const dvcFile = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    outs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        md5: hex32,
        size: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0),
        path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        hash: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('md5').optional(),
        nfiles: zod__WEBPACK_IMPORTED_MODULE_0__/* .never */ .ZmZ({ message: 'must be absent: a folder is no table' }).optional(),
    }))
        .length(1),
});
/**
 * Reads a Git LFS pointer (version 1) or a `.dvc` file that stands for one file.
 *
 * @throws ActionError `refused`, reason `pointer-invalid`.
 */
function parsePointer(content, file) {
    const text = new TextDecoder().decode(content.subarray(0, LARGEST_DVC));
    if (LFS_VERSION.test(text))
        return lfsPointer(text, content.length, file);
    if (content.length > LARGEST_DVC)
        throw invalid(file, `${content.length} bytes`);
    try {
        const { outs } = (0,_config_parse_document_js__WEBPACK_IMPORTED_MODULE_1__/* .parseYamlDocument */ .Iu)(content, { file, schema: dvcFile, what: 'a DVC pointer' });
        const [out] = outs;
        if (out === undefined)
            throw invalid(file, 'no output');
        return { kind: 'dvc', md5: out.md5, bytes: out.size, path: out.path };
    }
    catch (cause) {
        if (!(cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL))
            throw cause;
        throw invalid(file, cause.faults[0]?.found ?? 'something else', cause);
    }
}
function lfsPointer(text, bytes, file) {
    const [, oid, size] = (bytes <= LARGEST_POINTER ? LFS.exec(text) : null) ?? [];
    if (oid === undefined || size === undefined)
        throw invalid(file, 'a Git LFS pointer of another form');
    return { kind: 'git-lfs', digest: `sha256:${oid}`, bytes: Number(size) };
}
function invalid(file, found, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('refused', {
        where: file,
        found,
        allowed: 'a Git LFS pointer of version 1, or a .dvc file with one output that is a file',
        remedy: 'Write it again with "git lfs track" or "dvc add", or remove "pointer" of the dataset',
    }, { reasonCode: 'pointer-invalid', cause });
}


/***/ }),

/***/ 61993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Om: () => (/* binding */ worstOutcome),
/* harmony export */   Oy: () => (/* binding */ COVERAGES),
/* harmony export */   rn: () => (/* binding */ GATE_NAMES)
/* harmony export */ });
/**
 * What a confidence is said of: of each bound by itself (both together hold with less), of the interval, or of the intervals
 * of all comparisons together (each of them holds with more).
 */
const COVERAGES = ['each-bound', 'interval', 'all-intervals'];
const GATE_NAMES = ['performance', 'fairness', 'drift', 'data'];
/**
 * The worst of several outcomes: fail, then inconclusive, then pass.
 * No outcome at all is inconclusive: an empty list never passes.
 */
function worstOutcome(outcomes) {
    if (outcomes.includes('fail'))
        return 'fail';
    if (outcomes.length === 0 || outcomes.includes('inconclusive'))
        return 'inconclusive';
    return 'pass';
}


/***/ }),

/***/ 10641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tupleDigest),
/* harmony export */   p: () => (/* binding */ policyDigest)
/* harmony export */ });
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14752);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67903);


/**
 * The digest of a tuple, which is the check's `external_id` and what an approval is bound to.
 *
 * @throws TypeError when a part is not a commit SHA or digest: a tuple with a hole must not have a name.
 */
function tupleDigest(tuple) {
    const { headSha, modelDigest, evidenceDigest, policyDigest: policy } = tuple;
    if (!/^[0-9a-f]{40}$/.test(headSha))
        throw new TypeError(`headSha is not a commit SHA: ${headSha}`);
    for (const [name, digest] of Object.entries({ modelDigest, evidenceDigest, policyDigest: policy })) {
        if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
            throw new TypeError(`${name} is not a digest: ${String(digest)}`);
    }
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)({ type: 'gatehouse-tuple/v1', headSha, modelDigest, evidenceDigest, policyDigest: policy }));
}
/**
 * One digest for all files of a policy: `gatehouse.yml` and every file it names, by path, and the exam.
 *
 * @param exam git blob ids of the evaluation code of the base branch, by path: another exam is another policy.
 * @throws TypeError when there is no file, or a value is not a digest.
 */
function policyDigest(files, exam) {
    if (files.size === 0)
        throw new TypeError('a policy has at least one file');
    for (const [path, digest] of files) {
        if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
            throw new TypeError(`${path} has no digest: ${String(digest)}`);
    }
    for (const [path, blob] of exam) {
        if (!/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(blob))
            throw new TypeError(`${path} has no blob id: ${blob}`);
    }
    const { fromEntries } = Object;
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)({ type: 'gatehouse-policy/v1', files: fromEntries(files), exam: fromEntries(exam) }));
}


/***/ }),

/***/ 26743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ed: () => (/* binding */ overdueEmergencies),
/* harmony export */   P: () => (/* binding */ EMERGENCIES_FOLDER),
/* harmony export */   lI: () => (/* binding */ parseEmergencies)
/* harmony export */ });
/* unused harmony export REVIEW_WITHIN_WORKING_DAYS */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24055);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67903);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _governance_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20079);
/* harmony import */ var _utc_day_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92413);
/* harmony import */ var _written_reason_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58696);





const EMERGENCIES_FOLDER = 'governance/emergencies';
/** Compliance gives so long for the full review of what was merged in an emergency. */
const REVIEW_WITHIN_WORKING_DAYS = 5;
const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    incident: _written_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .E.describe('Id or URL of the incident.'),
    reason: (0,_written_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .writtenReason */ .Y)(20).describe('Why the change cannot wait for the usual roles.'),
    models: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(_written_reason_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .E)
        .min(1)
        .refine((models) => new Set(models).size === models.length, { message: 'must name each model once' })
        .describe('The models that the change concerns.'),
    'declared-on': _utc_day_js__WEBPACK_IMPORTED_MODULE_2__/* .utcDaySchema */ .mb.describe('The day of the declaration.'),
    'review-by': _utc_day_js__WEBPACK_IMPORTED_MODULE_2__/* .utcDaySchema */ .mb.describe('The last day for the full review.'),
    'reviewed-on': _utc_day_js__WEBPACK_IMPORTED_MODULE_2__/* .utcDaySchema */ .mb.optional().describe('The day of the full review, added by a later pull request.'),
})
    .superRefine((raw, context) => {
    const declaredOn = raw['declared-on'];
    if (!(0,_utc_day_js__WEBPACK_IMPORTED_MODULE_2__/* .isUtcDay */ .ZQ)(declaredOn))
        return;
    const latest = (0,_utc_day_js__WEBPACK_IMPORTED_MODULE_2__/* .workingDaysAfter */ .LY)(declaredOn, REVIEW_WITHIN_WORKING_DAYS);
    if (raw['review-by'] < declaredOn || raw['review-by'] > latest) {
        context.addIssue({
            code: 'custom',
            path: ['review-by'],
            message: `must be from ${declaredOn} to ${latest}: at most ${REVIEW_WITHIN_WORKING_DAYS} working days after declared-on`,
        });
    }
    const reviewedOn = raw['reviewed-on'];
    if (reviewedOn !== undefined && reviewedOn < declaredOn) {
        context.addIssue({
            code: 'custom',
            path: ['reviewed-on'],
            message: `must not be before declared-on, ${declaredOn}`,
        });
    }
});
/**
 * The declarations in the files of {@link EMERGENCIES_FOLDER}, by id. A declaration may name a model that was removed
 * since: it is history.
 *
 * @throws ConfigError `emergency-invalid` with every fault of every file.
 */
function parseEmergencies(files) {
    return (0,_governance_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .parseFolder */ .I)(files, {
        folder: EMERGENCIES_FOLDER,
        reasonCode: 'emergency-invalid',
        parse: ({ path, id, bytes }) => {
            const raw = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .parseYamlDocument */ .Iu)(bytes, { file: path, schema, what: 'the declaration of an emergency' });
            return {
                id,
                path,
                digest: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(bytes),
                incident: raw.incident,
                reason: raw.reason,
                models: raw.models,
                declaredOn: raw['declared-on'],
                reviewBy: raw['review-by'],
                reviewedOn: raw['reviewed-on'] ?? null,
            };
        },
    });
}
/**
 * Emergencies whose full review is late: not reviewed, and the last day for it is past. While there is one, every other
 * pull request is red.
 */
function overdueEmergencies(policy, today) {
    return policy.emergencies.filter(({ reviewedOn, reviewBy }) => reviewedOn === null && reviewBy < today);
}


/***/ }),

/***/ 20079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ parseFolder)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

const FILE_NAME = /^([a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?)\.yaml$/;
/** Files that say something about the folder and are no document of it. */
const OTHER_FILES = ['README.md', '.gitkeep'];
/**
 * Parses every file of a folder, in the order of their names. A file whose name is not understood is a fault: a waiver
 * that nobody applies and an emergency that nobody sees would both be surprises.
 *
 * @throws ConfigError with the faults of all files.
 */
function parseFolder(files, kind) {
    const faults = [];
    const parsed = [];
    for (const [path, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const name = path.slice(kind.folder.length + 1);
        if (OTHER_FILES.includes(name))
            continue;
        const id = FILE_NAME.exec(name)?.[1];
        if (id === undefined) {
            faults.push(badName(path, kind.folder));
            continue;
        }
        try {
            parsed.push(kind.parse({ path, id, bytes }));
        }
        catch (error) {
            if (!(error instanceof _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL))
                throw error;
            faults.push(...error.faults);
        }
    }
    if (faults.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(faults, { reasonCode: kind.reasonCode });
    return parsed;
}
function badName(path, folder) {
    return {
        where: path,
        found: `got a file of this name`,
        allowed: `Files of ${folder} are called <id>.yaml; an id has 1 to 64 lower-case letters, digits, "-" or "_"`,
        remedy: 'Rename it, or move it out of the folder.',
    };
}


/***/ }),

/***/ 18612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ finishPolicy),
/* harmony export */   CX: () => (/* binding */ POLICY_FILE),
/* harmony export */   DM: () => (/* binding */ modelOf),
/* harmony export */   JP: () => (/* binding */ readDataset),
/* harmony export */   KE: () => (/* binding */ trustRootOf),
/* harmony export */   T4: () => (/* binding */ readPolicy),
/* harmony export */   aZ: () => (/* binding */ draftPolicy),
/* harmony export */   dt: () => (/* binding */ keyedPolicy),
/* harmony export */   oL: () => (/* binding */ completePolicy),
/* harmony export */   rg: () => (/* binding */ POLICY_WANTED)
/* harmony export */ });
/* unused harmony export readPolicyTip */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(84752);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10641);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48054);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53732);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(25669);
/* harmony import */ var _emergencies_emergency_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26743);
/* harmony import */ var _waivers_waiver_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37742);



/** The file that holds the policy, and the only place it is looked for. */
const POLICY_FILE = 'gatehouse.yml';
/** What is read of a commit before it is known where its keys are. */
const POLICY_WANTED = {
    files: [POLICY_FILE],
    folders: [_waivers_waiver_js__WEBPACK_IMPORTED_MODULE_0__/* .WAIVERS_FOLDER */ .Vv, _emergencies_emergency_js__WEBPACK_IMPORTED_MODULE_1__/* .EMERGENCIES_FOLDER */ .P],
};
/**
 * Parses what {@link POLICY_WANTED} asks for.
 *
 * @param options.today given for the head of a pull request: its waivers must not begin in the future.
 * @throws ActionError `refused`, reason `no-policy`, when the commit has no gatehouse.yml.
 * @throws ConfigError for every fault of its files; its reason code says when only waivers or only emergencies have some.
 */
function draftPolicy(view, commit, options = {}) {
    const bytes = view.files.get(POLICY_FILE) ?? null;
    if (bytes === null)
        throw noPolicy(commit);
    const waiverFiles = view.folders.get(_waivers_waiver_js__WEBPACK_IMPORTED_MODULE_0__/* .WAIVERS_FOLDER */ .Vv);
    const emergencyFiles = view.folders.get(_emergencies_emergency_js__WEBPACK_IMPORTED_MODULE_1__/* .EMERGENCIES_FOLDER */ .P);
    if (waiverFiles === undefined || emergencyFiles === undefined) {
        throw new TypeError(`governance/ was not read at ${commit}`);
    }
    const collected = new FaultCollector();
    const config = collected.attempt(() => (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .parseConfig */ .o)(bytes, POLICY_FILE));
    // Without a readable gatehouse.yml nobody knows the models; the waivers are judged when it is put right.
    const models = Object.keys(config?.models ?? {});
    const waivers = config === undefined ? [] : collected.attempt(() => (0,_waivers_waiver_js__WEBPACK_IMPORTED_MODULE_0__/* .parseWaivers */ .dU)(waiverFiles, { models, ...options }));
    const emergencies = collected.attempt(() => (0,_emergencies_emergency_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEmergencies */ .lI)(emergencyFiles));
    if (config === undefined || waivers === undefined || emergencies === undefined)
        throw collected.error();
    const read = [[POLICY_FILE, bytes], ...waiverFiles];
    return {
        commit,
        config,
        waivers,
        emergencies,
        keyFiles: [...new Set(config.trust.keys.map((key) => key.file))],
        digests: new Map(read.map(([path, content]) => [path, (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(content)])),
    };
}
/**
 * Adds the keys and the exam to a draft.
 *
 * @throws ConfigError for every key file that is not there.
 */
function completePolicy(draft, { files, tree }) {
    const policy = keyedPolicy(draft, files);
    const all = new Map(draft.digests);
    for (const file of draft.keyFiles) {
        const pem = files.get(file) ?? null;
        if (pem !== null)
            all.set(file, (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(pem));
    }
    return { ...policy, digest: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .policyDigest */ .p)(all, examOf(draft.config, tree)) };
}
/** Adds the keys to a draft; throws as {@link completePolicy} does. */
function keyedPolicy(draft, files) {
    const { keyFiles, digests: _, ...policy } = draft;
    const missing = keyFiles.filter((file) => (files.get(file) ?? null) === null);
    if (missing.length > 0)
        throw missingKeys(missing, draft.commit);
    const keys = draft.config.trust.keys.map(({ id, file, revoked }) => ({
        id,
        publicKeyPem: new TextDecoder().decode(files.get(file) ?? undefined),
        revoked,
    }));
    return { ...policy, keys };
}
/** Blobs of the evaluation code that is taken from the base branch; a candidate's own is in its key. */
function examOf({ models }, tree) {
    const isExam = Object.values(models)
        .filter(({ evaluate }) => evaluate.code === 'base')
        .map(({ evaluate }) => (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .pathMatcher */ .k)(evaluate.files));
    const exam = tree.filter(({ path }) => isExam.some((matches) => matches(path)));
    return new Map(exam.map(({ path, blobSha }) => [path, blobSha]));
}
/** Reads what a draft still needs, at its own commit; throws as {@link completePolicy} does. */
async function finishPolicy(contents, draft) {
    const { commit, keyFiles } = draft;
    const [{ files }, tree] = await Promise.all([
        contents.readAt(commit, { files: keyFiles }),
        contents.listFiles(commit),
    ]);
    return completePolicy(draft, { files, tree });
}
/** Reads the policy at a commit; throws as {@link draftPolicy} and {@link completePolicy} do. */
async function readPolicy(contents, commit) {
    return finishPolicy(contents, draftPolicy(await contents.readAt(commit, POLICY_WANTED), commit));
}
/** Reads the policy at the tip of the default branch, which is the one that judges; throws as {@link readPolicy} does. */
async function readPolicyTip(contents) {
    const tip = await contents.readTip(POLICY_WANTED);
    return { ...(await finishPolicy(contents, draftPolicy(tip, tip.commit))), branch: tip.branch };
}
/** Gathers the faults of several files, so that one run tells all of them. */
class FaultCollector {
    #errors = [];
    attempt(parse) {
        try {
            return parse();
        }
        catch (error) {
            if (!(error instanceof _gatehouse_core__WEBPACK_IMPORTED_MODULE_6__/* .ConfigError */ .xL))
                throw error;
            this.#errors.push(error);
            return undefined;
        }
    }
    error() {
        const [only, ...others] = this.#errors;
        if (only !== undefined && others.length === 0)
            return only;
        return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_6__/* .ConfigError */ .xL(this.#errors.flatMap(({ faults }) => faults));
    }
}
function noPolicy(commit) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ('refused', {
        where: `${POLICY_FILE} at ${commit}`,
        found: 'no such file',
        allowed: 'the policy is read from the base branch, never from a pull request',
        remedy: 'Merge a pull request that adds gatehouse.yml, then switch the ruleset on',
    }, { reasonCode: 'no-policy' });
}
function missingKeys(files, commit) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_6__/* .ConfigError */ .xL(files.map((file) => ({
        where: `${POLICY_FILE}: trust.keys`,
        found: `"${file}" is not in the repository at ${commit}`,
        allowed: 'every key file lies on the base branch beside the policy',
        remedy: 'Commit the PEM file of the public key, or remove the key',
    })));
}
/** Whom a policy trusts to sign. */
function trustRootOf(policy) {
    return { kind: 'key', keys: policy.keys };
}
/** The block of one model, or a ConfigError that lists the models there are. */
function modelOf(policy, model) {
    const found = Object.hasOwn(policy.config.models, model) ? policy.config.models[model] : undefined;
    if (found !== undefined)
        return found;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_6__/* .ConfigError */ .xL([
        {
            where: 'Input "model"',
            found: `"${model}"`,
            allowed: `one of the models of ${POLICY_FILE}: ${Object.keys(policy.config.models).join(', ')}`,
            remedy: 'Correct the name, or add the model to the policy first',
        },
    ]);
}
/** The decide run reads what the repository holds, where a pointer is all there is. */
function notFetched(kind, where) {
    const { what, fetch } = _gatehouse_core__WEBPACK_IMPORTED_MODULE_7__/* .POINTER_NAMES */ .ft[kind];
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ('refused', {
        where,
        found: what,
        allowed: 'the data themselves: gates read files of the repository',
        remedy: `Fetch them with "${fetch}" and commit the file itself, or a smaller evaluation set`,
    }, { reasonCode: 'pointer-not-fetched' });
}
/** Reads a dataset at the policy's commit and refuses bytes that are not the ones the policy names. */
async function readDataset(contents, policy, dataset) {
    const bytes = await contents.readFile(dataset.path, policy.commit);
    const found = bytes === null ? 'no such file' : (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bytes);
    if (bytes !== null && found === dataset.digest)
        return bytes;
    const pointer = bytes === null ? null : (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_7__/* .pointerKind */ .a_)(bytes, bytes.length);
    if (pointer !== null)
        throw notFetched(pointer, `${dataset.path} at ${policy.commit}`);
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_6__/* .ActionError */ .lZ('integrity', {
        where: `${dataset.path} at ${policy.commit}`,
        found,
        allowed: `the data that the base policy names: ${dataset.digest}`,
        remedy: 'Change the data and its digest in gatehouse.yml together, in a reviewed pull request',
    }, { reasonCode: 'digest-mismatch' });
}


/***/ }),

/***/ 92413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LY: () => (/* binding */ workingDaysAfter),
/* harmony export */   YM: () => (/* binding */ daysBetween),
/* harmony export */   ZQ: () => (/* binding */ isUtcDay),
/* harmony export */   fi: () => (/* binding */ addDays),
/* harmony export */   kv: () => (/* binding */ utcDayOf),
/* harmony export */   mb: () => (/* binding */ utcDaySchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);

const MS_PER_DAY = 86_400_000;
/** A day as a person writes it in a governance file; 30 February is no day. */
const utcDaySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine(isUtcDay, { message: 'must be a day of the calendar such as 2026-11-23' });
/** The day of an instant. */
function utcDayOf(instant) {
    return instant.toISOString().slice(0, 10);
}
/** Days from one day to another; negative when the second is earlier. */
function daysBetween(from, to) {
    return Math.round((timeOf(to) - timeOf(from)) / MS_PER_DAY);
}
/** The day that comes `days` after another. */
function addDays(day, days) {
    return utcDayOf(new Date(timeOf(day) + days * MS_PER_DAY));
}
/**
 * The last day of a period of `count` working days, Monday to Friday, that begins the day after `day`: five working days
 * after a Friday are the next Friday. Public holidays count as working days, since every country has its own.
 */
function workingDaysAfter(day, count) {
    let last = day;
    for (let left = count; left > 0;) {
        last = addDays(last, 1);
        if (isWorkingDay(last))
            left -= 1;
    }
    return last;
}
function isWorkingDay(day) {
    const weekday = new Date(timeOf(day)).getUTCDay();
    return weekday >= 1 && weekday <= 5;
}
/** True for a day of the calendar. A rule between two days waits until both are one. */
function isUtcDay(text) {
    if (!/^[2-9]\d{3}-\d{2}-\d{2}$/.test(text))
        return false;
    const time = timeOf(text);
    return !Number.isNaN(time) && utcDayOf(new Date(time)) === text;
}
function timeOf(day) {
    return Date.parse(`${day}T00:00:00Z`);
}


/***/ }),

/***/ 37742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vv: () => (/* binding */ WAIVERS_FOLDER),
  Nm: () => (/* binding */ inForce),
  dU: () => (/* binding */ parseWaivers)
});

// UNUSED EXPORTS: LONGEST_WAIVER_DAYS

// EXTERNAL MODULE: ./build/packages/core/src/decision.js
var decision = __webpack_require__(61993);
// EXTERNAL MODULE: ./build/packages/core/src/config/parse-document.js
var parse_document = __webpack_require__(24055);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/governance/src/governance-folder.js
var governance_folder = __webpack_require__(20079);
// EXTERNAL MODULE: ./build/packages/governance/src/utc-day.js
var utc_day = __webpack_require__(92413);
// EXTERNAL MODULE: ./build/packages/governance/src/written-reason.js
var written_reason = __webpack_require__(58696);
;// CONCATENATED MODULE: ./build/packages/governance/src/waivers/controls.js
/** How many controls each family of the catalogue has: `GOV-01` to `GOV-09`, and so on. */
const FAMILIES = {
    GOV: 9,
    PRV: 11,
    DAT: 5,
    DOC: 6,
    VAL: 8,
    HUM: 2,
    SEC: 14,
    CHG: 7,
    OPS: 7,
};
/**
 * Controls that no waiver excuses: prohibited use, signatures and provenance, separation of duties, what an approval is
 * bound to, the signed decision at publication, and evidence that is bound to the digest.
 */
const UNWAIVABLE_CONTROLS = [
    'GOV-02',
    'SEC-01',
    'SEC-02',
    'CHG-02',
    'CHG-03',
    'CHG-05',
    'VAL-07',
];
/** True for the id of a control of the catalogue. */
function isControl(id) {
    const [, family = '', number] = /^([A-Z]{3})-(\d{2})$/.exec(id) ?? [];
    const count = Object.hasOwn(FAMILIES, family) ? (FAMILIES[family] ?? 0) : 0;
    return number !== undefined && Number(number) >= 1 && Number(number) <= count;
}

;// CONCATENATED MODULE: ./build/packages/governance/src/waivers/waiver.js






const WAIVERS_FOLDER = 'governance/waivers';
/** A waiver is an exception for a time; whoever needs it longer asks again. */
const LONGEST_WAIVER_DAYS = 90;
const waives = schemas/* strictObject */.rej({
    gate: schemas/* enum */.k5n(decision/* GATE_NAMES */.rn).optional(),
    measure: schemas/* string */.YjP()
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
        message: 'must be the name of a measure in lower case, as findings print it',
    })
        .optional(),
    control: schemas/* string */.YjP()
        .refine(isControl, { message: 'must be the id of a control of the catalogue, such as CHG-04' })
        .refine((id) => !UNWAIVABLE_CONTROLS.includes(id), {
        message: `must be a control that can be waived; ${UNWAIVABLE_CONTROLS.join(', ')} never can`,
    })
        .optional(),
})
    .refine(({ gate, measure, control }) => control === undefined ? gate !== undefined && measure !== undefined : gate === undefined && measure === undefined, { message: 'must name either "gate" and "measure", or "control"' });
const schema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    model: written_reason/* shortName */.E.describe('Name of the model in gatehouse.yml.'),
    waives: waives.describe('One measure of one gate, or one control.'),
    reason: (0,written_reason/* writtenReason */.Y)(20).describe('Why the exception is justified.'),
    owner: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, { message: 'must be the login of one GitHub account, without "@"' })
        .describe('Login of the person who answers for it.'),
    'granted-on': utc_day/* utcDaySchema */.mb.describe('The first day on which it holds.'),
    'expires-on': utc_day/* utcDaySchema */.mb.describe('The last day on which it holds.'),
    'compensating-control': (0,written_reason/* writtenReason */.Y)(10).describe('What limits the harm while it holds.'),
})
    .superRefine((waiver, context) => {
    if (!(0,utc_day/* isUtcDay */.ZQ)(waiver['granted-on']) || !(0,utc_day/* isUtcDay */.ZQ)(waiver['expires-on']))
        return;
    const days = (0,utc_day/* daysBetween */.YM)(waiver['granted-on'], waiver['expires-on']);
    if (days >= 0 && days <= LONGEST_WAIVER_DAYS)
        return;
    context.addIssue({
        code: 'custom',
        path: ['expires-on'],
        message: `must be from ${waiver['granted-on']} to ${(0,utc_day/* addDays */.fi)(waiver['granted-on'], LONGEST_WAIVER_DAYS)}: at most ${LONGEST_WAIVER_DAYS} days after granted-on`,
    });
});
/**
 * The waivers in the files of {@link WAIVERS_FOLDER}, by id.
 *
 * @throws ConfigError `waiver-invalid` with every fault of every file.
 */
function parseWaivers(files, context) {
    return (0,governance_folder/* parseFolder */.I)(files, {
        folder: WAIVERS_FOLDER,
        reasonCode: 'waiver-invalid',
        parse: ({ path, id, bytes }) => {
            const raw = (0,parse_document/* parseYamlDocument */.Iu)(bytes, { file: path, schema: schemaFor(context), what: 'a waiver' });
            return {
                id,
                path,
                digest: (0,digest/* sha256 */.sc)(bytes),
                model: raw.model,
                waives: waivedThing(raw.waives),
                reason: raw.reason,
                owner: raw.owner,
                grantedOn: raw['granted-on'],
                expiresOn: raw['expires-on'],
                compensatingControl: raw['compensating-control'],
            };
        },
    });
}
/** True on the days from granted-on to expires-on, both included. */
function inForce({ grantedOn, expiresOn }, today) {
    return grantedOn <= today && today <= expiresOn;
}
function schemaFor({ models, today }) {
    return schema.superRefine((waiver, context) => {
        if (!models.includes(waiver.model)) {
            context.addIssue({ code: 'custom', path: ['model'], message: `must be one of the models ${models.join(', ')}` });
        }
        if (today !== undefined && waiver['granted-on'] > today) {
            context.addIssue({
                code: 'custom',
                path: ['granted-on'],
                message: `must not be in the future; today is ${today}`,
            });
        }
    });
}
function waivedThing({ gate, measure, control }) {
    if (control !== undefined)
        return { control };
    if (gate !== undefined && measure !== undefined)
        return { gate, measure };
    throw new TypeError('refined before');
}


/***/ }),

/***/ 58696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ shortName),
/* harmony export */   Y: () => (/* binding */ writtenReason)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);

const PLACEHOLDER = /\b(?:todo|tbd|tba|tbc|fixme|xxx+|lorem ipsum|placeholder|fill (?:me )?in|to be (?:done|defined|determined))\b|<[^<>]*>/i;
/** Line breaks are allowed, what no reader can see is not. */
const INVISIBLE = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u;
const LONGEST = 2000;
/** A reason that a person wrote for other people: long enough to say something, and no placeholder. */
function writtenReason(atLeast) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .refine((text) => text.trim().length >= atLeast && text.length <= LONGEST, {
        message: `must be a text of ${atLeast} to ${LONGEST} characters that explains itself`,
    })
        .refine((text) => !PLACEHOLDER.test(text) && new Set(text.toLowerCase().match(/\p{L}/gu)).size >= 4, {
        message: 'must be an explanation, not a placeholder',
    })
        .refine((text) => !INVISIBLE.test(text), { message: 'must not hold invisible characters' });
}
/** One line that names something: an incident id, a URL. */
const shortName = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^\S(?:[^\r\n]{0,298}\S)?$/u, { message: 'must be one line of at most 300 characters' })
    .refine((text) => !INVISIBLE.test(text), { message: 'must not hold invisible characters' })
    .refine((text) => !PLACEHOLDER.test(text), { message: 'must not be a placeholder' });


/***/ })

};
