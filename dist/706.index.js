export const id = 706;
export const ids = [706];
export const modules = {

/***/ 706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var src_github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/registry/src/version-tag.js
var version_tag = __webpack_require__(86522);
// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
// EXTERNAL MODULE: ./build/packages/training/src/run-command.js + 1 modules
var run_command = __webpack_require__(83290);
;// CONCATENATED MODULE: ./build/actions/deploy-model/src/command-deployer.js

/**
 * Runs the command in the checked-out repository with the verified files in a folder of their own. Unlike training and
 * evaluation this command is reviewed code of the default branch and needs the credentials of its target: it gets the
 * variables of the job, without Gatehouse's inputs and the runner's own tokens.
 */
function commandDeployer(options) {
    return {
        deploy: async (job) => (0,run_command/* runCommand */.d)({
            command: job.command,
            cwd: options.workspace,
            env: { ...targetEnvironment(options.env), ...job.env, GATEHOUSE_MODEL_DIR: job.modelFolder },
            timeoutMs: job.timeoutMs,
            onLine: options.onLine,
        }),
    };
}
const WITHHELD = /^(INPUT_|ACTIONS_|STATE_|GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY|TOKEN)$)/;
function targetEnvironment(env) {
    const kept = Object.entries(env).filter((entry) => entry[1] !== undefined && !WITHHELD.test(entry[0]));
    return Object.fromEntries(kept);
}

// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var src_policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/governance/src/version-authorisation.js
var version_authorisation = __webpack_require__(52125);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/fetch-version.js + 1 modules
var fetch_version = __webpack_require__(69449);
// EXTERNAL MODULE: ./build/packages/registry/src/newest-version.js
var newest_version = __webpack_require__(8896);
;// CONCATENATED MODULE: ./build/actions/deploy-model/src/run.js



/**
 * Deploys a version: verifies release, bytes and authorisation anew, records a GitHub deployment, runs the policy's
 * command with the verified files, and records how it ended. Nothing runs before everything is verified.
 *
 * @throws ActionError `refused`: `version-superseded`, `not-authorised`, `not-immutable`, `signature-invalid`;
 *   `integrity`: `digest-mismatch`; `command` when the deployment command fails, after the deployment was marked as failed.
 */
async function deployModel(request, ports) {
    const { model, tag, environment } = request;
    if ((0,version_tag/* parseVersionTag */._Q)(tag)?.model !== model)
        throw notThisModel(request);
    const policy = await (0,src_policy/* readPolicy */.T4)(ports.contents, await ports.contents.branchHead(await ports.contents.defaultBranch()));
    const deploy = deploymentOf((0,src_policy/* modelOf */.DM)(policy, model), environment);
    const { watch } = ports;
    const fetched = { tag, folder: request.modelFolder, ...(watch === undefined ? {} : { watch }) };
    const version = await (0,fetch_version/* fetchToFolder */.e)(ports, fetched);
    const { mergedSha } = await (0,version_authorisation/* verifyReleaseAuthorisation */.T)(policy, version, request);
    if (mergedSha !== request.checkedOut)
        throw otherCommand(request, mergedSha);
    if (!request.rollback)
        await (0,newest_version/* requireNewest */["if"])(ports, { tag, commit: mergedSha, modelDigest: version.modelDigest });
    const deploymentId = await ports.deployments.create({
        ref: tag,
        environment,
        description: `${tag} to ${environment}`,
        payload: {
            model,
            version: tag,
            modelDigest: version.modelDigest,
            manifestDigest: version.manifestDigest,
            rollback: request.rollback,
        },
    });
    const status = { logUrl: request.runUrl };
    await ports.deployments.setState(deploymentId, { state: 'in_progress', description: 'Verified', ...status });
    try {
        await ports.deployer.deploy({
            command: deploy.command,
            modelFolder: version.folder,
            env: {
                GATEHOUSE_MODEL: model,
                GATEHOUSE_VERSION: tag,
                GATEHOUSE_MODEL_DIGEST: version.modelDigest,
                GATEHOUSE_ENVIRONMENT: environment,
            },
            timeoutMs: deploy['timeout-minutes'] * 60_000,
        });
    }
    catch (error) {
        await ports.deployments.setState(deploymentId, { state: 'failure', description: 'The command failed', ...status });
        throw error;
    }
    await ports.deployments.setState(deploymentId, { state: 'success', description: `${tag} is deployed`, ...status });
    return { deploymentId, modelDigest: version.modelDigest, files: version.manifest.files.length };
}
function deploymentOf(config, environment) {
    const found = Object.hasOwn(config.deploy, environment) ? config.deploy[environment] : undefined;
    if (found !== undefined)
        return found;
    throw new errors/* ConfigError */.xL([
        {
            where: 'Input "environment"',
            found: `"${environment}"`,
            allowed: `one of the deployments of the policy: ${Object.keys(config.deploy).join(', ') || 'there is none'}`,
            remedy: 'Correct the name, or add it under "deploy" in gatehouse.yml',
        },
    ]);
}
function notThisModel(request) {
    return new errors/* ConfigError */.xL([
        {
            where: 'Input "tag"',
            found: `"${request.tag}"`,
            allowed: 'a version tag of the model, such as mortgage-approval@v1.0.0',
            remedy: 'Pass the tag of the release, from github.event.release.tag_name',
        },
    ]);
}
function otherCommand(request, authorised) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Deploying ${request.tag}`,
        found: `the deployment command of ${request.checkedOut}, authorised is ${authorised}`,
        allowed: 'the authorised bytes, with the deployment command of the commit they were authorised at',
        remedy: 'Deploy a version that publish-model made, from its own tag',
    }, { reasonCode: 'not-authorised' });
}

;// CONCATENATED MODULE: ./build/actions/deploy-model/src/perform.js







/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context, log, env }) {
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const { workspace, temp } = context;
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, 'gatehouse-deploy-'));
    const deployed = await deployModel({
        model: values.model ?? modelOfTag(values.tag),
        environment: values.environment,
        tag: values.tag,
        rollback: values.rollback,
        checkedOut: context.sha,
        repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
        runUrl: context.runUrl,
        modelFolder: (0,external_node_path_.join)(folder, 'model'),
    }, {
        ...github,
        deployer: {
            deploy: (job) => log.untrusted('Deployment command', (onLine) => commandDeployer({ workspace, env, onLine }).deploy(job)),
        },
        watch: { progress: (line) => log.info(line), now: () => new Date() },
    }).finally(() => (0,promises_.rm)(folder, { recursive: true, force: true }));
    const title = `Deployed ${values.tag} to ${values.environment}`;
    return {
        outcome: 'done',
        title,
        summary: `### ${(0,escape_markdown/* escapeMarkdown */.F)(title)}\n\nModel \`${deployed.modelDigest}\`, ${deployed.files} files, deployment ${deployed.deploymentId}.\n`,
        outputs: { 'deployment-id': String(deployed.deploymentId), 'model-digest': deployed.modelDigest },
    };
}
/** A tag that names no model stays as it is, so that it is refused with the words for a wrong tag. */
function modelOfTag(tag) {
    return (0,version_tag/* parseVersionTag */._Q)(tag)?.model ?? tag;
}


/***/ }),

/***/ 52125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ verifyReleaseAuthorisation)
/* harmony export */ });
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99056);
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72589);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52768);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53732);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18612);



/** The asset that brings the signed authorisation along with a version. */
const AUTHORISATION_ASSET = 'authorisation.json';
/**
 * Verifies the authorisation that a version brings along: signed by a key of the policy, for this model of this
 * repository, for these bytes and for the commit of the version. The policy is that of the default branch; a release
 * that anybody could make by hand has no such signature.
 *
 * @throws ActionError `refused`: `not-authorised`, `signature-invalid`.
 */
async function verifyReleaseAuthorisation(policy, version, expected) {
    const { model, repositoryUrl } = expected;
    const bundle = version.attachments.get(AUTHORISATION_ASSET);
    if (bundle === undefined)
        throw notAuthorised(version, `a release without ${AUTHORISATION_ASSET}`);
    const verified = await (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__/* .verifyBundle */ .I)(textOf(version, bundle).trimEnd(), (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .trustRootOf */ .KE)(policy));
    const authorisation = (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseAuthorisation */ .J)(verified.statement);
    const { headSha, mergedSha } = authorisation;
    const { commit } = version.manifest;
    const problems = [
        authorisation.model === model ? null : `an authorisation of the model "${authorisation.model}"`,
        authorisation.modelDigest === version.modelDigest ? null : `an authorisation of ${authorisation.modelDigest}`,
        authorisation.resourceUri === (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .resourceUri */ .N)({ repositoryUrl, headSha, model })
            ? null
            : `an authorisation for ${authorisation.resourceUri}`,
        mergedSha === commit ? null : `a release of commit ${commit}, authorised is ${mergedSha}`,
    ];
    const problem = problems.find((found) => found !== null);
    if (problem !== undefined && problem !== null)
        throw notAuthorised(version, problem);
    return authorisation;
}
function textOf(version, bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw notAuthorised(version, `${AUTHORISATION_ASSET} that is not UTF-8`, cause);
    }
}
function notAuthorised(version, found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('refused', {
        where: `Version ${version.tag}`,
        found,
        allowed: 'a signed authorisation of this model of this repository, for these bytes and this commit',
        remedy: 'Use a version that publish-model made, from its own tag',
    }, { reasonCode: 'not-authorised', cause });
}


/***/ }),

/***/ 69449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ fetchToFolder),
  p: () => (/* binding */ fetchVersion)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/folder-store.js
var folder_store = __webpack_require__(25538);
;// CONCATENATED MODULE: ./build/packages/registry/src/fetch/memory-store.js

/** A few bytes of index can stand for files of any size. */
const MAX_BYTES = 2 * 1024 ** 3;
function memoryStore() {
    const files = new Map();
    let total = 0;
    const fileOf = (name) => files.get(name) ?? Buffer.alloc(0);
    return {
        files,
        async create(name, sizeBytes) {
            total += sizeBytes;
            if (total > MAX_BYTES)
                throw tooLarge(name);
            files.set(name, Buffer.alloc(sizeBytes));
        },
        async write(name, offset, bytes) {
            fileOf(name).set(bytes, offset);
        },
        async *read(name) {
            yield fileOf(name);
        },
    };
}
function tooLarge(name) {
    return new errors/* ActionError */.lZ('service', {
        where: `Model file ${JSON.stringify(name)}`,
        found: `With it the files of the version have more than ${MAX_BYTES} bytes`,
        allowed: `At most ${MAX_BYTES} bytes where a model is held in memory`,
        remedy: 'Fetch the version into a folder',
    });
}

// EXTERNAL MODULE: ./build/packages/registry/src/fetch/no-room.js
var no_room = __webpack_require__(43445);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/verify-release.js + 3 modules
var verify_release = __webpack_require__(44348);
;// CONCATENATED MODULE: ./build/packages/registry/src/fetch/fetch-version.js







/**
 * Downloads and verifies a version into memory, for models that fit there.
 *
 * @param expect the model digest that the version must have
 * @throws ActionError as `verifyRelease` does
 */
async function fetchVersion(ports, tag, expect = {}) {
    const store = memoryStore();
    const verified = await (0,verify_release/* readVersion */.$)(ports, { ...expect, tag }, store);
    return { ...verified, bytes: store.files };
}
/**
 * Downloads and verifies a version into a new folder. Until every byte is verified it lies in a temporary folder beside
 * it; then it is brought to the disk and renamed, so that the folder is there whole or not at all.
 *
 * @throws ConfigError when something is at the folder's place already
 * @throws ActionError as `verifyRelease` does; `service` when the disk is full
 */
async function fetchToFolder(ports, request) {
    const folder = (0,external_node_path_.resolve)(request.folder);
    return (0,no_room/* withoutRoom */.S)(folder, async () => {
        await requireAbsent(folder);
        const parent = (0,external_node_path_.dirname)(folder);
        const unverified = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, `.${(0,external_node_path_.basename)(folder)}.unverified-`));
        const store = (0,folder_store/* folderStore */.s)(unverified);
        try {
            const verified = await (0,verify_release/* readVersion */.$)(ports, request, store);
            await store.settle();
            await requireAbsent(folder);
            await (0,promises_.rename)(unverified, folder);
            await (0,folder_store/* syncFolder */.Y)(parent);
            return { ...verified, folder };
        }
        catch (error) {
            await store.close();
            await (0,promises_.rm)(unverified, { recursive: true, force: true });
            throw error;
        }
    });
}
async function requireAbsent(folder) {
    const present = await (0,promises_.lstat)(folder).catch((error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return null;
        throw error;
    });
    if (present === null)
        return;
    throw new errors/* ConfigError */.xL([
        {
            where: `Folder ${folder}`,
            found: present.isDirectory() ? 'A folder that is there already' : 'Something that is there already',
            allowed: 'A new folder, so that nothing in it is older than the model',
            remedy: 'Remove it, or name another one',
        },
    ]);
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
/* harmony import */ var _publish_publish_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37134);
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
async function publishedAs(ports, request) {
    const { model, commit, modelDigest, burned = [] } = request;
    const unusable = new Set([...(await mutableVersions(ports)), ...burned]);
    const [first] = (await ports.tags.list(`${model}@v`))
        .filter((tag) => !unusable.has(tag.name) && (0,_publish_publish_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isTagOf */ .ke)(tag, { tag: tag.name, commit, modelDigest }))
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

/***/ 37134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ checkPlan),
/* harmony export */   ib: () => (/* binding */ tagMessage),
/* harmony export */   kC: () => (/* binding */ draftMarker),
/* harmony export */   ke: () => (/* binding */ isTagOf),
/* harmony export */   ul: () => (/* binding */ releaseBody)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29807);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);
/* harmony import */ var _asset_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98350);
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86522);



/**
 * Checks a plan before anything is asked of GitHub.
 *
 * @throws ConfigError for names, sizes and versions that a release cannot hold
 * @throws ActionError `refused`, reason `not-authorised`, when the files are not the model that was authorised
 */
function checkPlan(plan) {
    const version = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(plan.tag);
    if (version === null)
        throw notAVersion(plan.tag);
    (0,_asset_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkAttachments */ .rm)(plan.attachments);
    const digest = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .modelDigest */ .a9)(plan.files);
    if (digest !== plan.modelDigest)
        throw notThisModel(plan, digest);
    return { ...plan, model: version.model };
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
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ConfigError */ .xL([
        {
            where: 'Version tag',
            found: `"${tag}"`,
            allowed: 'A tag "name@vX.Y.Z"',
            remedy: 'Let the next version be computed from the tags of the repository',
        },
    ]);
}
function notThisModel(plan, digest) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('refused', {
        where: `Publishing ${plan.tag}`,
        found: `Files whose model digest is ${digest}`,
        allowed: `The authorised model digest, ${plan.modelDigest}`,
        remedy: 'Find out what changed the files after they were evaluated; train again if in doubt',
    }, { reasonCode: 'not-authorised' });
}


/***/ }),

/***/ 83290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// UNUSED EXPORTS: MAX_LINES

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/packages/training/src/line-reader.js

const LONGEST_LINE = 4000;
/**
 * Cuts a byte stream into lines. A line that never ends is cut at 4,000 characters and its rest dropped, so that a
 * program cannot fill memory through its log.
 */
class LineReader {
    decoder = new external_node_string_decoder_.StringDecoder('utf8');
    emit;
    pending = '';
    overlong = false;
    constructor(emit) {
        this.emit = emit;
    }
    push(chunk) {
        const parts = this.decoder.write(Buffer.from(chunk)).split('\n');
        for (const part of parts.slice(0, -1)) {
            this.append(part);
            this.flush();
        }
        this.append(parts.at(-1) ?? '');
    }
    /** The last line need not end in a line end. */
    end() {
        this.append(this.decoder.end());
        if (this.pending !== '')
            this.flush();
    }
    append(text) {
        if (this.overlong)
            return;
        this.pending += text;
        if (this.pending.length > LONGEST_LINE) {
            this.pending = `${this.pending.slice(0, LONGEST_LINE)}…`;
            this.overlong = true;
        }
    }
    flush() {
        this.emit(this.pending.replace(/\r$/, ''));
        this.pending = '';
        this.overlong = false;
    }
}

;// CONCATENATED MODULE: ./build/packages/training/src/run-command.js



/** Lines after this one are read and dropped, with one line that says so. */
const MAX_LINES = 10_000;
// A program that ignores the polite signal gets this long before it is killed.
const GRACE_MS = 5000;
// A background process may hold the pipes open after the program itself has ended.
const PIPE_WAIT_MS = 1000;
/**
 * Runs a program to its end and removes every process it left in its group. A process that moves itself to another
 * session escapes this; the job around it is what contains hostile code.
 *
 * @throws {ActionError} `command` when the program is missing, exits non-zero, is ended by a signal or out of time.
 */
async function runCommand(job) {
    const [program, ...args] = job.command;
    if (program === undefined)
        throw failure(job, { found: 'no program is named', remedy: 'Name a program and its arguments.' });
    if (job.signal?.aborted === true)
        throw failure(job, { found: 'it was cancelled before it started', remedy: 'Run the job again.' });
    const output = new OutputTail(job.onLine);
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd: job.cwd,
        env: job.env,
        shell: false,
        // Its own process group, so that its children can be ended with it.
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
    });
    output.read(child);
    let ended = null;
    const stop = (why) => () => {
        ended ??= why;
        killTree(child, 'SIGTERM');
        setTimeout(() => killTree(child, 'SIGKILL'), GRACE_MS).unref();
    };
    const timer = setTimeout(stop('time'), Math.min(job.timeoutMs, 2 ** 31 - 1));
    const cancel = stop('cancelled');
    job.signal?.addEventListener('abort', cancel, { once: true });
    try {
        const end = await ending(child, job);
        killTree(child, 'SIGKILL');
        await output.drained(child);
        judge(job, { ...end, ended, said: output.said });
    }
    finally {
        clearTimeout(timer);
        job.signal?.removeEventListener('abort', cancel);
    }
}
function ending(child, job) {
    return new Promise((resolve, reject) => {
        child.once('exit', (code, signal) => resolve({ code, signal }));
        child.once('error', (cause) => {
            const found = cause.code === 'ENOENT' ? 'the program or its folder was not found' : `it could not be started (${cause.code})`;
            const remedy = 'Install the program in an earlier step, or correct the command.';
            reject(failure(job, { found, remedy, cause }));
        });
    });
}
function judge(job, end) {
    const { text, isError } = end.said;
    const last = text === '' ? '; it printed nothing' : `; its ${isError ? 'error' : 'last line'} was ${JSON.stringify(text)}`;
    if (end.ended === 'time') {
        const found = `it was still running after ${job.timeoutMs / 1000} s and was stopped${last}`;
        throw failure(job, { found, remedy: 'Raise "timeout-minutes" in the configuration, or make the program faster.' });
    }
    if (end.ended === 'cancelled')
        throw failure(job, { found: `it was cancelled${last}`, remedy: 'Run the job again.' });
    if (end.signal !== null) {
        const memory = end.signal === 'SIGKILL' ? ' Out of memory ends this way.' : '';
        throw failure(job, { found: `it was ended by ${end.signal}${last}`, remedy: `Read its output above.${memory}` });
    }
    if (end.code !== 0) {
        throw failure(job, { found: `it ended with exit code ${end.code}${last}`, remedy: 'Read its output above.' });
    }
}
function failure(job, { found, remedy, cause }) {
    const shown = (job.shownAs ?? job.command).join(' ');
    return new errors/* ActionError */.lZ('command', {
        where: `Command ${JSON.stringify(shown.length > 200 ? `${shown.slice(0, 200)}…` : shown)}`,
        found,
        allowed: 'It must end with exit code 0 within its time',
        remedy,
    }, { cause });
}
function killTree(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            (0,external_node_child_process_.spawn)('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
        else
            process.kill(-child.pid, signal);
    }
    catch (error) {
        // ESRCH: nothing is left in the group, which is what was wanted. EPERM: only processes of another user are left,
        // those of a command that isolates by sudo, which has a time limit of its own.
        const code = error instanceof Error && 'code' in error ? error.code : null;
        if (code !== 'ESRCH' && code !== 'EPERM')
            throw error;
    }
}
const ERROR_LINE = /^(?:Uncaught )?[\w.$]*(?:Error|Exception)\b.*:/;
/** Hands lines on up to the limit and remembers for the message of a failure what the program said. */
class OutputTail {
    said = { text: '', isError: false };
    count = 0;
    ends = [];
    onLine;
    constructor(onLine) {
        this.onLine = onLine;
    }
    read(child) {
        for (const stream of [child.stdout, child.stderr]) {
            const reader = new LineReader((line) => this.take(line));
            if (stream === null)
                continue;
            stream.on('data', (chunk) => reader.push(chunk));
            // A stream says that it is closed before its event is out and its last line read.
            const ended = new Promise((resolve) => {
                stream.once('close', () => {
                    reader.end();
                    resolve();
                });
            });
            this.ends.push(ended);
        }
    }
    async drained(child) {
        const waited = AbortSignal.timeout(PIPE_WAIT_MS);
        const timeUp = new Promise((resolve) => waited.addEventListener('abort', resolve, { once: true }));
        await Promise.race([Promise.all(this.ends), timeUp]);
        for (const stream of [child.stdout, child.stderr])
            stream?.destroy();
    }
    take(line) {
        const isError = ERROR_LINE.test(line);
        if (isError || (line.trim() !== '' && !this.said.isError))
            this.said = { text: line.slice(0, 200), isError };
        this.count += 1;
        if (this.count <= MAX_LINES)
            this.onLine(line);
        if (this.count === MAX_LINES + 1)
            this.onLine(`(more than ${MAX_LINES} lines: the rest is not shown)`);
    }
}


/***/ })

};
