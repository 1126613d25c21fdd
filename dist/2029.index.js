export const id = 2029;
export const ids = [2029];
export const modules = {

/***/ 15577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ describeModel)
});

// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/model-digest.js
var model_digest = __webpack_require__(29807);
// EXTERNAL MODULE: ./build/packages/core/src/model-files.js
var model_files = __webpack_require__(6804);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/core/src/safetensors.js
var safetensors = __webpack_require__(31518);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
;// CONCATENATED MODULE: ./build/packages/core/src/model-format.js



/** Large tokenizers have about 40 MB. */
const MAX_MODEL_JSON_BYTES = 64 * 1024 * 1024;
const MAX_JSON_DEPTH = 64;
/**
 * How many bytes from the beginning of a file {@link modelFileFormat} needs: all of a JSON file, and the header of a
 * safetensors file, whose length stands in its first eight bytes.
 *
 * @param head the first bytes of the file, at least eight if it has so many.
 * @throws ActionError `refused`, reason `format-not-allowed`.
 */
function modelFileHeadBytes(file, head) {
    if (formatByName(file.name) === 'json')
        return file.sizeBytes;
    return judged(file.name, () => SAFETENSORS_PREFIX_BYTES + safetensorsHeaderLength(head, file.sizeBytes));
}
/**
 * The format of a model file, judged by its name and its bytes. Only what a strict parser accepts is allowed; pickle
 * and every format nobody here can read are refused whatever they are called.
 *
 * @param head as many bytes as {@link modelFileHeadBytes} says, or the whole file.
 * @throws ActionError `refused`, reason `format-not-allowed`, saying what is wrong.
 */
function modelFileFormat(file, head) {
    const format = formatByName(file.name);
    judged(file.name, () => {
        if (format === 'safetensors')
            (0,safetensors/* checkSafetensors */.Ir)(head, file.sizeBytes);
        else
            checkJson(head, file.sizeBytes);
    });
    return format;
}
function formatByName(name) {
    if (name.endsWith('.safetensors'))
        return 'safetensors';
    if (name.endsWith('.json'))
        return 'json';
    throw refused(name, 'its name ends in neither .safetensors nor .json');
}
function checkJson(head, sizeBytes) {
    if (sizeBytes > MAX_MODEL_JSON_BYTES) {
        throw new strict_json/* StrictJsonError */.U(`it has ${sizeBytes} bytes; at most ${MAX_MODEL_JSON_BYTES} are read`);
    }
    if (head.length !== sizeBytes)
        throw new strict_json/* StrictJsonError */.U(`it has ${sizeBytes} bytes and ${head.length} were read`);
    (0,strict_json/* parseStrictJson */.R)(head, MAX_JSON_DEPTH);
}
function judged(name, judge) {
    try {
        return judge();
    }
    catch (cause) {
        if (cause instanceof safetensors/* SafetensorsError */.qW || cause instanceof strict_json/* StrictJsonError */.U)
            throw refused(name, cause.message, cause);
        throw cause;
    }
}
function refused(name, found, cause) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Model file ${JSON.stringify(name)}`,
        found,
        allowed: 'well-formed safetensors and JSON files',
        remedy: 'Save weights as safetensors and settings as JSON, and leave other files out of the model folder',
    }, { reasonCode: 'format-not-allowed', ...(cause === undefined ? {} : { cause }) });
}

;// CONCATENATED MODULE: ./build/packages/core/src/described-model.js




/**
 * Checks the names and formats of model files whose bytes are at hand, hashes them and names the model.
 *
 * @throws ConfigError for names that are not allowed, ActionError `refused`, reason `format-not-allowed`.
 */
function describeModel(contents) {
    const files = [...contents].map(([name, bytes]) => ({ name, sizeBytes: bytes.length, digest: (0,digest/* sha256 */.sc)(bytes) }));
    (0,model_files/* checkModelFiles */.h)(files);
    for (const [name, bytes] of contents)
        modelFileFormat({ name, sizeBytes: bytes.length }, bytes);
    return { modelDigest: (0,model_digest/* modelDigest */.a9)(files), files };
}


/***/ }),

/***/ 75622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ baseDoubtOf)
/* harmony export */ });
/** GitHub may create a run so long after what started it, and so with another base than the one that it shows then. */
const LATEST_START_MS = 10 * 60_000;
/**
 * Doubts whether a pull-request run is of one pull request on the base that this has now. A run names its head and branch
 * and never its base. Whoever opens another pull request from the branch, onto a base of their own, chooses the workflow
 * that runs, and may close or retarget it before anybody looks.
 *
 * @param branch pull requests of the run's head branch
 * @param number the pull request that the run is taken to be about
 * @returns `null` when no other base can have started it
 */
function baseDoubtOf(run, branch, number) {
    const own = branch.pulls.filter(({ fromFork }) => !fromFork);
    const pull = own.find((candidate) => candidate.number === number);
    if (!branch.complete)
        return doubt('head-shared', 'more pull requests have this branch name than GitHub lists at once');
    if (pull === undefined || pull.createdAt.getTime() > run.createdAt.getTime()) {
        return doubt('head-moved', `pull request #${number} was not there when the run began`);
    }
    if (mayPrecede(pull.baseChangedAt, run)) {
        return {
            ...doubt('base-changed', `the base of #${number} was changed at ${instant(pull.baseChangedAt)}`),
            remedy: WAIT,
        };
    }
    const others = own.filter((other) => other.number !== number && mayHaveStarted(run, other, pull.baseRef));
    if (others.length === 0)
        return null;
    const named = others.map((other) => `#${other.number} onto ${other.baseRef}`).join(', ');
    return doubt('head-shared', `other pull requests of the same branch may have started it: ${named}`);
}
function mayHaveStarted(run, other, base) {
    const hadAnotherBase = other.baseRef !== base || mayPrecede(other.baseChangedAt, run);
    const hadTheHead = other.headSha === run.headSha || other.closedAt === null || mayPrecede(other.closedAt, run);
    return hadAnotherBase && hadTheHead;
}
/** True when the run may be older than what happened then: it is not known to have been started after it. */
function mayPrecede(then, run) {
    return then !== null && run.createdAt.getTime() <= then.getTime() + LATEST_START_MS;
}
const WAIT = 'Wait ten minutes after the change, then close the pull request and open it again';
function doubt(reasonCode, found) {
    return { reasonCode, found, remedy: 'Open the pull request from a new branch' };
}
function instant(date) {
    return date === null ? 'an unknown time' : date.toISOString();
}


/***/ }),

/***/ 31518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ checkSafetensors),
/* harmony export */   Zf: () => (/* binding */ SAFETENSORS_PREFIX_BYTES),
/* harmony export */   fq: () => (/* binding */ safetensorsHeaderLength),
/* harmony export */   qW: () => (/* binding */ SafetensorsError)
/* harmony export */ });
/* unused harmony export MAX_SAFETENSORS_HEADER_BYTES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2117);


/** The format's own limit is 100 MB; 16 MiB holds about 150,000 tensors and bounds what a hostile file costs. */
const MAX_SAFETENSORS_HEADER_BYTES = 16 * 1024 * 1024;
/** The little-endian 64-bit length in front of the header. */
const SAFETENSORS_PREFIX_BYTES = 8;
const MAX_RANK = 64;
const BITS = new Map([
    ['BOOL', 8],
    ['F4', 4],
    ['F6_E2M3', 6],
    ['F6_E3M2', 6],
    ['U8', 8],
    ['I8', 8],
    ['F8_E5M2', 8],
    ['F8_E4M3', 8],
    ['F8_E8M0', 8],
    ['I16', 16],
    ['U16', 16],
    ['F16', 16],
    ['BF16', 16],
    ['I32', 32],
    ['U32', 32],
    ['F32', 32],
    ['C64', 64],
    ['F64', 64],
    ['I64', 64],
    ['U64', 64],
]);
/** What is wrong with a file that claims to be safetensors. */
class SafetensorsError extends Error {
    name = 'SafetensorsError';
}
const size = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0);
const tensorSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    dtype: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    shape: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(size).max(MAX_RANK),
    data_offsets: zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([size, size]),
});
const metadataSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
/**
 * Length of the header as the first eight bytes state it.
 *
 * @throws SafetensorsError when the file is too short for it or it exceeds {@link MAX_SAFETENSORS_HEADER_BYTES}.
 */
function safetensorsHeaderLength(head, fileSize) {
    if (head.length < SAFETENSORS_PREFIX_BYTES)
        throw new SafetensorsError('it is shorter than 8 bytes');
    const stated = new DataView(head.buffer, head.byteOffset, head.byteLength).getBigUint64(0, true);
    if (stated > BigInt(MAX_SAFETENSORS_HEADER_BYTES)) {
        throw new SafetensorsError(`its header claims ${stated} bytes; at most ${MAX_SAFETENSORS_HEADER_BYTES} are read`);
    }
    const length = Number(stated);
    if (SAFETENSORS_PREFIX_BYTES + length > fileSize) {
        throw new SafetensorsError(`its header claims ${length} bytes and the file has ${fileSize}`);
    }
    return length;
}
/**
 * Parses the header of a safetensors file so strictly that no byte of the file is unaccounted for: the header is one
 * JSON object without a repeated key, every tensor has a known type and as many bytes as its shape needs, and the
 * tensors cover the rest of the file exactly, without hole or overlap. `__metadata__` holds text only.
 *
 * @param head the file's beginning, at least 8 bytes and the header; more is ignored.
 * @param fileSize size of the whole file in bytes.
 * @throws SafetensorsError naming the first rule that is broken.
 */
function checkSafetensors(head, fileSize) {
    const headerBytes = safetensorsHeaderLength(head, fileSize);
    const json = head.subarray(SAFETENSORS_PREFIX_BYTES, SAFETENSORS_PREFIX_BYTES + headerBytes);
    if (json.length < headerBytes)
        throw new SafetensorsError(`its header has ${headerBytes} bytes, ${json.length} were read`);
    if (json[0] !== 0x7b)
        throw new SafetensorsError('its header does not begin with "{"');
    const entries = Object.entries(parseHeader(json));
    const metadata = entries.find(([name]) => name === '__metadata__');
    const tensors = entries.filter(([name]) => name !== '__metadata__').map(([name, entry]) => parseTensor(name, entry));
    tensors.sort((a, b) => a.begin - b.begin || a.end - b.end);
    checkCoverage(tensors, fileSize - SAFETENSORS_PREFIX_BYTES - headerBytes);
    return { headerBytes, tensors, metadata: metadata === undefined ? {} : parseMetadata(metadata[1]) };
}
function parseHeader(json) {
    let value;
    try {
        value = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStrictJson */ .R)(json, 4);
    }
    catch (cause) {
        throw new SafetensorsError(`its header is refused: ${cause instanceof Error ? cause.message : String(cause)}`, {
            cause,
        });
    }
    if (typeof value !== 'object' || value === null)
        throw new SafetensorsError('its header is not a JSON object');
    return value;
}
function parseMetadata(value) {
    const parsed = metadataSchema.safeParse(value);
    if (!parsed.success)
        throw new SafetensorsError('its __metadata__ holds something that is not text');
    return parsed.data;
}
function parseTensor(name, entry) {
    const label = `tensor ${JSON.stringify(name.slice(0, 100))}`;
    const parsed = tensorSchema.safeParse(entry);
    if (!parsed.success)
        throw new SafetensorsError(`${label} does not have exactly dtype, shape and data_offsets`);
    const { dtype, shape, data_offsets } = parsed.data;
    const bits = BITS.get(dtype);
    if (bits === undefined)
        throw new SafetensorsError(`${label} has the unknown type ${JSON.stringify(dtype.slice(0, 40))}`);
    const [begin, end] = data_offsets;
    const needed = shape.reduce((product, extent) => product * BigInt(extent), BigInt(bits));
    if (needed !== BigInt(end - begin) * 8n) {
        throw new SafetensorsError(`${label} needs ${needed} bits for its shape and its offsets hold ${end - begin} bytes`);
    }
    return { name, dtype, shape, begin, end };
}
function checkCoverage(tensors, dataBytes) {
    let reached = 0;
    for (const tensor of tensors) {
        if (tensor.begin !== reached) {
            const what = tensor.begin > reached ? 'leaves a hole before' : 'overlaps the one before';
            throw new SafetensorsError(`tensor ${JSON.stringify(tensor.name.slice(0, 100))} ${what} byte ${tensor.begin}`);
        }
        reached = tensor.end;
    }
    if (reached !== dataBytes)
        throw new SafetensorsError(`its tensors end at byte ${reached} and its data at ${dataBytes}`);
}


/***/ }),

/***/ 69364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V7: () => (/* binding */ pullsOfRun),
/* harmony export */   eo: () => (/* binding */ pullOfRun),
/* harmony export */   f9: () => (/* binding */ resolveSubject)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75622);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18612);


/** Events whose runs are about the head of a pull request; a run of any other event was not started by one. */
const PULL_EVENTS = ['pull_request', 'pull_request_review'];
/**
 * Finds, from the id of a pull-request run, the open pull request whose head that run was about, and the policy at the
 * tip of its base branch. Nothing is taken from the run but its id: head, base and policy are read from GitHub.
 *
 * @throws ActionError `refused`: all of {@link pullOfRun}, and `no-policy`.
 * @throws ConfigError when the policy has faults.
 */
async function resolveSubject(ports, request) {
    const [run, tip] = await Promise.all([ports.runs.get(request.runId), ports.contents.readTip(_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .POLICY_WANTED */ .rg)]);
    const pull = pullOfRun(run, await pullsOfRun(ports.pulls, run), tip.branch);
    const policy = await (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .finishPolicy */ .AR)(ports.contents, (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .draftPolicy */ .aZ)(tip, tip.commit));
    const { model } = request;
    return { run, pull, headSha: run.headSha, policy, model, modelConfig: (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .modelOf */ .DM)(policy, model) };
}
/** Asks for both lists at once. */
async function pullsOfRun(pulls, run) {
    const { headBranch, headSha } = run;
    const [ofHead, ofBranch] = await Promise.all([
        pulls.ofCommit(headSha),
        headBranch === null ? { pulls: [], complete: true } : pulls.ofBranch(headBranch),
    ]);
    return { ofHead, ofBranch };
}
/**
 * The open pull request onto the default branch that a run is about.
 *
 * @throws ActionError `refused`: `fork-needs-sponsor`; `head-shared` and `base-changed` when another base may have
 *   started the run; `head-moved` when no open pull request from its branch onto the default branch has its head any more.
 */
function pullOfRun(run, pulls, defaultBranch) {
    const open = pulls.ofHead.filter((pull) => pull.open && pull.headSha === run.headSha);
    const own = open.filter((pull) => !pull.fromFork);
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
    if (pull === undefined || !isAbout(run, pull, defaultBranch)) {
        throw refusal('head-moved', {
            where: `Workflow run ${run.id} (${run.event} of ${run.headBranch ?? 'no branch'})`,
            found: `no open pull request from this branch onto ${defaultBranch} has the head ${run.headSha}`,
            allowed: 'a pull-request run of the newest head of an open pull request onto the default branch',
            remedy: 'Wait for the run of the newest push',
        });
    }
    const doubt = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .baseDoubtOf */ .H)(run, pulls.ofBranch, pull.number);
    if (doubt === null)
        return pull;
    throw refusal(doubt.reasonCode, {
        where: `Workflow run ${run.id} of ${run.createdAt.toISOString()}`,
        found: doubt.found,
        allowed: `a run that only pull request #${pull.number} can have started, with ${defaultBranch} as its base`,
        remedy: doubt.remedy,
    });
}
/** A base branch that anyone may create could carry a policy of their own: only the default branch's policy counts. */
function isAbout(run, pull, defaultBranch) {
    const ofIt = !run.fromFork && run.headBranch === pull.headRef && PULL_EVENTS.includes(run.event);
    return ofIt && pull.baseRef === defaultBranch;
}
function refusal(reasonCode, fault) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('refused', fault, { reasonCode });
}


/***/ }),

/***/ 99857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readArchive)
/* harmony export */ });
/* unused harmony export DEFAULT_ARCHIVE_LIMITS */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

const DEFAULT_ARCHIVE_LIMITS = { maxEntries: 10_000, maxTotalBytes: 2 * 1024 ** 3 };
/**
 * Unpacks a zip from an untrusted run into memory: regular files only, by name.
 *
 * yauzl refuses absolute names, `..`, backslashes and sizes that differ from the directory's; links, encrypted entries,
 * duplicate names and anything above the limits are refused here.
 *
 * @throws ActionError `integrity`.
 */
async function readArchive(zip, limits = DEFAULT_ARCHIVE_LIMITS) {
    const { fromBuffer } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    try {
        const archive = await new Promise((resolve, reject) => {
            fromBuffer(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true }, (error, opened) => {
                if (error !== null || opened === undefined)
                    reject(error ?? new Error('the archive did not open'));
                else
                    resolve(opened);
            });
        });
        return await readEntries(archive, limits);
    }
    catch (cause) {
        if (cause instanceof _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
            throw cause;
        throw refused(cause instanceof Error ? cause.message : String(cause), cause);
    }
}
async function readEntries(archive, limits) {
    const files = new Map();
    if (archive.entryCount > limits.maxEntries)
        throw refused(`${archive.entryCount} entries`);
    let totalBytes = 0;
    await new Promise((resolve, reject) => {
        archive.on('error', reject);
        archive.on('end', () => resolve());
        archive.on('entry', (entry) => {
            totalBytes += entry.uncompressedSize;
            const problem = problemOf(entry, files, totalBytes > limits.maxTotalBytes);
            if (problem !== null) {
                reject(refused(problem));
                archive.close();
                return;
            }
            if (entry.fileName.endsWith('/')) {
                archive.readEntry();
                return;
            }
            readEntry(archive, entry).then((bytes) => {
                files.set(entry.fileName, bytes);
                archive.readEntry();
            }, reject);
        });
        archive.readEntry();
    });
    return files;
}
function problemOf(entry, files, tooLarge) {
    const fileType = (entry.externalFileAttributes >>> 16) & 0o170000;
    if (tooLarge)
        return `more than the allowed bytes, at "${entry.fileName}"`;
    if (entry.isEncrypted())
        return `the encrypted file "${entry.fileName}"`;
    if (fileType !== 0 && fileType !== 0o100000 && fileType !== 0o040000)
        return `"${entry.fileName}", not a regular file`;
    if (files.has(entry.fileName))
        return `two files named "${entry.fileName}"`;
    return null;
}
function readEntry(archive, entry) {
    return new Promise((resolve, reject) => {
        archive.openReadStream(entry, (error, stream) => {
            if (error !== null || stream === undefined) {
                reject(error ?? new Error('no stream'));
                return;
            }
            const chunks = [];
            stream.on('data', (chunk) => chunks.push(chunk));
            stream.on('error', reject);
            stream.on('end', () => resolve(Buffer.concat(chunks)));
        });
    });
}
function refused(found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('integrity', {
        where: 'The artifact archive',
        found,
        allowed: 'a zip of regular files with relative names, within the size limits',
        remedy: 'Look at the run that uploaded it; do not use its files',
    }, { cause, reasonCode: 'digest-mismatch' });
}


/***/ }),

/***/ 72766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ findCandidate),
/* harmony export */   Bg: () => (/* binding */ RUN_RECORD_FILE),
/* harmony export */   Fd: () => (/* binding */ MODEL_FOLDER),
/* harmony export */   G9: () => (/* binding */ readCandidate),
/* harmony export */   Gk: () => (/* binding */ FIRST_RUN_RECORD_FILE),
/* harmony export */   T6: () => (/* binding */ readVerifiedArtifact),
/* harmony export */   xl: () => (/* binding */ candidateArtifactName)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15577);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);
/* harmony import */ var _archive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99857);


/** Folder of the candidate artifact that holds the model files. */
const MODEL_FOLDER = 'model/';
/** What the training run says about itself; a claim, never believed. */
const RUN_RECORD_FILE = 'run-record.json';
/** Of a candidate that was reused: the record of the run that trained it. */
const FIRST_RUN_RECORD_FILE = 'first-run-record.json';
/** Name of the artifact in which a training run leaves its candidate. */
function candidateArtifactName(model) {
    return `candidate-${model}`;
}
/**
 * The candidate artifact of a training run.
 *
 * @throws ActionError `refused`: `candidate-missing` when the run left none or several, `candidate-expired`.
 */
async function findCandidate(runs, runId, model) {
    const name = candidateArtifactName(model);
    const found = (await runs.artifacts(runId)).filter((artifact) => artifact.name === name);
    const [artifact, ...others] = found;
    if (artifact === undefined || others.length > 0) {
        throw refusal('candidate-missing', {
            where: `Training run ${runId}`,
            found: `${found.length} artifacts named "${name}"`,
            allowed: 'exactly one candidate artifact for each model',
            remedy: 'Read the log of the training run, then train again',
        });
    }
    if (artifact.expired)
        throw expired(artifact);
    return artifact;
}
/**
 * Downloads a candidate, unpacks it as hostile bytes, checks its file names and formats and computes its model digest.
 *
 * @throws ActionError `integrity` when the archive is malformed or is not what GitHub's own digest says,
 *   `refused`: `format-not-allowed`, `candidate-missing`, `candidate-expired`.
 */
async function readCandidate(runs, artifactId) {
    const artifact = await runs.artifact(artifactId);
    if (artifact.expired)
        throw expired(artifact);
    const zip = await readVerifiedArtifact(runs, artifact.id, artifact.digest);
    const entries = await (0,_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .readArchive */ .b)(zip);
    const bytes = new Map();
    const claims = new Map();
    for (const [name, content] of entries) {
        if (name.startsWith(MODEL_FOLDER))
            bytes.set(name.slice(MODEL_FOLDER.length), content);
        else
            claims.set(name, content);
    }
    if (bytes.size === 0) {
        throw refusal('candidate-missing', {
            where: `Artifact ${artifact.name}`,
            found: `no file below ${MODEL_FOLDER}`,
            allowed: 'at least one model file',
            remedy: 'Let the training command write its files to the folder that train.output names',
        });
    }
    const { id, runId, expiresAt } = artifact;
    return { artifactId: id, runId, expiresAt, bytes, claims, ...(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .describeModel */ .V)(bytes) };
}
/**
 * Bytes of an artifact's zip after comparing them with the digest the caller expects.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`; an artifact without a digest is refused too.
 */
async function readVerifiedArtifact(runs, artifactId, expected) {
    const zip = await runs.download(artifactId);
    const found = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(zip);
    if (expected !== null && found === expected)
        return zip;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('integrity', {
        where: `Artifact ${artifactId}`,
        found,
        allowed: expected === null ? 'an artifact with a digest' : `the bytes that were handed over: ${expected}`,
        remedy: 'Something changed the artifact; look at the runs of this commit before you run them again',
    }, { reasonCode: 'digest-mismatch' });
}
function expired(artifact) {
    return refusal('candidate-expired', {
        where: `Artifact ${artifact.name} of run ${artifact.runId}`,
        found: 'it has expired',
        allowed: 'a candidate that GitHub still keeps',
        remedy: 'Run the training workflow again',
    });
}
function refusal(reasonCode, fault) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('refused', fault, { reasonCode });
}


/***/ })

};
