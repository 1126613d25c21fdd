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

// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var src_github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/registry/src/version-tag.js
var version_tag = __webpack_require__(86522);
// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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
        deploy: async (job) => {
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.temp, 'gatehouse-deploy-'));
            try {
                for (const [name, bytes] of job.model) {
                    const path = (0,external_node_path_.join)(folder, name);
                    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
                    await (0,promises_.writeFile)(path, bytes, { flag: 'wx' });
                }
                await (0,run_command/* runCommand */.d)({
                    command: job.command,
                    cwd: options.workspace,
                    env: { ...targetEnvironment(options.env), ...job.env, GATEHOUSE_MODEL_DIR: folder },
                    timeoutMs: job.timeoutMs,
                    onLine: options.onLine,
                });
            }
            finally {
                await (0,promises_.rm)(folder, { recursive: true, force: true });
            }
        },
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
// EXTERNAL MODULE: ./build/packages/registry/src/fetch-version.js
var fetch_version = __webpack_require__(92258);
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
    const version = await (0,fetch_version/* fetchVersion */.p)(ports, tag);
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
            model: version.bytes,
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
    return { deploymentId, modelDigest: version.modelDigest, files: version.bytes.size };
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
    const deployed = await deployModel({
        model: values.model ?? modelOfTag(values.tag),
        environment: values.environment,
        tag: values.tag,
        rollback: values.rollback,
        checkedOut: context.sha,
        repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
        runUrl: context.runUrl,
    }, {
        ...github,
        deployer: {
            deploy: (job) => log.untrusted('Deployment command', (onLine) => commandDeployer({ workspace, temp, env, onLine }).deploy(job)),
        },
    });
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
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53580);
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

/***/ 98350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PB: () => (/* binding */ assetNames),
/* harmony export */   bJ: () => (/* binding */ assetNameOf),
/* harmony export */   ny: () => (/* binding */ MANIFEST_ASSET)
/* harmony export */ });
/* unused harmony exports MAX_ASSETS, MAX_ASSET_BYTES */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** The asset that lists all others; written last, so that a draft with it is complete. */
const MANIFEST_ASSET = 'manifest.json';
/** GitHub allows 1000 assets per release; the rest is kept for headers and signatures that come later. */
const MAX_ASSETS = 900;
/** GitHub refuses assets of 2 GiB and answers errors of its own shortly below. */
const MAX_ASSET_BYTES = 1_900_000_000;
const MAX_NAME = 200;
/**
 * Name of the release asset that holds a model file: every character but letters of ASCII, digits, `.`, `_` and `-`
 * becomes `_`, and so does a dot at either end. GitHub would change such characters itself, after the upload.
 *
 * @example assetNameOf('weights/part 1.safetensors') === 'weights_part_1.safetensors'
 */
function assetNameOf(fileName) {
    return fileName.replace(/[^A-Za-z0-9._-]/gu, '_').replace(/^\.|\.$/g, '_');
}
/**
 * Asset name by model file name, checked before a byte is uploaded.
 *
 * @param attachments files that are assets under their own name: authorisation, evidence, model card
 * @throws ConfigError with every fault: two files with one asset name (case ignored, because downloads may land on a
 *   file system that ignores it), a name GitHub would change, a file or a number of files above the limits
 */
function assetNames(files, attachments) {
    const names = new Map(files.map(({ name }) => [name, assetNameOf(name)]));
    const faults = [...attachmentFaults(attachments), ...sizeFaults([...files, ...attachments])];
    const owners = new Map([[MANIFEST_ASSET, 'the manifest']]);
    const claims = [
        ...attachments.map(({ name }) => ({ asset: name, owner: `attachment "${name}"` })),
        ...files.map(({ name }) => ({ asset: names.get(name) ?? name, owner: `model file "${name}"` })),
    ];
    for (const { asset, owner } of claims) {
        const other = owners.get(asset.toLowerCase());
        if (other === undefined)
            owners.set(asset.toLowerCase(), owner);
        else
            faults.push(collision(owner, other, asset));
        if (asset.length > MAX_NAME)
            faults.push(tooLong(owner, asset));
    }
    if (faults.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(faults);
    return names;
}
function attachmentFaults(attachments) {
    return attachments
        .filter(({ name }) => name === '' || assetNameOf(name) !== name)
        .map(({ name }) => ({
        where: `Attachment "${name}"`,
        found: 'A name that GitHub changes when it is uploaded',
        allowed: 'Letters of ASCII, digits, ".", "_" and "-", with no dot at either end',
        remedy: 'Rename it',
    }));
}
function sizeFaults(files) {
    const large = files
        .filter(({ sizeBytes }) => sizeBytes > MAX_ASSET_BYTES)
        .map(({ name, sizeBytes }) => ({
        where: `File "${name}"`,
        found: `${sizeBytes} bytes`,
        allowed: `At most ${MAX_ASSET_BYTES} bytes in one release asset`,
        remedy: 'Let the training write several smaller files',
    }));
    if (files.length < MAX_ASSETS)
        return large;
    const many = {
        where: 'Release',
        found: `${files.length} files`,
        allowed: `At most ${MAX_ASSETS - 1} files beside the manifest`,
        remedy: 'Let the training write fewer files',
    };
    return [...large, many];
}
function collision(owner, other, asset) {
    return {
        where: `Release asset "${asset}"`,
        found: `Both ${other} and ${owner} would have this name`,
        allowed: 'One asset name for each file, when case is ignored and other characters than A-Z a-z 0-9 . _ - become _',
        remedy: 'Rename one of them',
    };
}
function tooLong(owner, asset) {
    return {
        where: `Release asset "${asset.slice(0, 40)}…"`,
        found: `A name of ${asset.length} characters for ${owner}`,
        allowed: `At most ${MAX_NAME} characters`,
        remedy: 'Use shorter names',
    };
}


/***/ }),

/***/ 92258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ fetchVersion)
/* harmony export */ });
/* harmony import */ var _verify_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81838);

/**
 * Downloads and verifies a version into memory.
 *
 * @param expect the model digest that the version must have
 * @throws ActionError as {@link verifyRelease} does
 */
async function fetchVersion(ports, tag, expect = {}) {
    const bytes = new Map();
    const verified = await (0,_verify_release_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyRelease */ .V)(ports, {
        ...expect,
        tag,
        async receive(file, chunks) {
            const parts = [];
            for await (const chunk of chunks)
                parts.push(chunk);
            bytes.set(file.name, Buffer.concat(parts));
        },
    });
    return { ...verified, tag, bytes };
}


/***/ }),

/***/ 12526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ writeManifest),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   u1: () => (/* binding */ buildManifest)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29807);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14752);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2117);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(92400);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(53732);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(961);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(37428);
/* harmony import */ var _asset_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98350);
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86522);




const digest = zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY(_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc, { message: 'must be "sha256:" and 64 lower-case hex digits' });
const sized = { name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), sizeBytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0), digest };
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    model: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    tag: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().refine((tag) => (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersionTag */ ._Q)(tag) !== null, { message: 'must be a version tag name@vX.Y.Z' }),
    commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
    modelDigest: digest,
    omsRootDigest: digest,
    files: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ...sized, asset: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1) })).min(1),
    attachments: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej(sized)),
});
const MAX_DEPTH = 8;
/**
 * Makes the manifest of a version; both digests are computed here, from the files.
 *
 * @throws ConfigError for file names that the model or the release cannot hold
 */
function buildManifest(version) {
    const { tag, model, commit, files, attachments } = version;
    const assets = (0,_asset_names_js__WEBPACK_IMPORTED_MODULE_3__/* .assetNames */ .PB)(files, attachments);
    return {
        schemaVersion: 1,
        model,
        tag,
        commit,
        modelDigest: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .modelDigest */ .a9)(files),
        omsRootDigest: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .omsRootDigest */ .KN)(files),
        files: sorted(files).map(({ name, sizeBytes, digest }) => ({
            name,
            sizeBytes,
            digest,
            asset: assets.get(name) ?? name,
        })),
        attachments: sorted(attachments).map(({ name, sizeBytes, digest }) => ({ name, sizeBytes, digest })),
    };
}
/** The bytes of `manifest.json`: canonical JSON and a line feed, so that equal manifests are equal files. */
function writeManifest(manifest) {
    return new TextEncoder().encode(`${(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .canonicalJson */ .d)(manifest)}\n`);
}
/**
 * Reads `manifest.json` as hostile bytes: closed shape, no key twice, names and assets as {@link buildManifest} gives
 * them, and both digests recomputed from the list of files.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`
 */
function parseManifest(bytes) {
    const manifest = readShape(bytes);
    const expected = rebuild(manifest);
    if ((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .canonicalJson */ .d)(expected) === (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .canonicalJson */ .d)(manifest))
        return manifest;
    throw refused('Model name, digests, asset names or order do not follow from its list of files');
}
function readShape(bytes) {
    try {
        return manifestSchema.parse((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_6__/* .parseStrictJson */ .R)(bytes, MAX_DEPTH));
    }
    catch (cause) {
        throw refused(cause instanceof zod__WEBPACK_IMPORTED_MODULE_7__/* .ZodError */ .G ? zod__WEBPACK_IMPORTED_MODULE_8__/* .prettifyError */ .S1(cause) : String(cause), cause);
    }
}
function rebuild(manifest) {
    try {
        return buildManifest({ ...manifest, model: (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersionTag */ ._Q)(manifest.tag)?.model ?? '' });
    }
    catch (cause) {
        throw refused(cause instanceof Error ? cause.message : String(cause), cause);
    }
}
function sorted(files) {
    return files.toSorted((a, b) => (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_9__/* .compareCodePoints */ .O)(a.name, b.name));
}
function refused(found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_10__/* .ActionError */ .lZ('integrity', {
        where: 'manifest.json of the release',
        found,
        allowed: 'The manifest that publish-model writes, schema version 1',
        remedy: 'Do not use this version; find out who made its release',
    }, { cause, reasonCode: 'digest-mismatch' });
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

/***/ 86522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vm: () => (/* binding */ versionTag),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   _Q: () => (/* binding */ parseVersionTag),
/* harmony export */   s_: () => (/* binding */ parseStageTag),
/* harmony export */   yU: () => (/* binding */ nextVersion)
/* harmony export */ });
/* unused harmony export stageTag */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

const NUMBER = '(0|[1-9][0-9]{0,8})';
const VERSION = new RegExp(`^([^@#/\\s]+)@v${NUMBER}\\.${NUMBER}\\.${NUMBER}$`);
const STAGE = /^([^@#/\s]+)#([^@#/\s]+)#([1-9][0-9]{0,8})$/;
/** The version that a tag names, or `null` when it names none; `v01.0.0` and `v1.0.0-rc1` name none. */
function parseVersionTag(tag) {
    const [, model, major, minor, patch] = VERSION.exec(tag) ?? [];
    if (model === undefined)
        return null;
    return { model, major: Number(major), minor: Number(minor), patch: Number(patch) };
}
function versionTag(version) {
    return `${version.model}@v${version.major}.${version.minor}.${version.patch}`;
}
/** The stage assignment that a tag names, or `null` when it names none. */
function parseStageTag(tag) {
    const [, model, stage, counter] = STAGE.exec(tag) ?? [];
    return model === undefined || stage === undefined ? null : { model, stage, counter: Number(counter) };
}
function stageTag({ model, stage, counter }) {
    return `${model}#${stage}#${counter}`;
}
/** Order of versions: negative when `a` is older. */
function compareVersions(a, b) {
    return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}
/**
 * The tag of the next version of a model: `v1.0.0` for the first, else the highest one raised by `bump`. Every tag of
 * the grammar counts, also one whose publishing failed: its name can never be used again.
 *
 * @param taken names of tags and of releases, of this model or others
 * @example nextVersion([{ name: 'm@v1.2.3' }], 'm', 'minor') === 'm@v1.3.0'
 */
function nextVersion(taken, model, bump) {
    const versions = taken
        .flatMap(({ name }) => parseVersionTag(name) ?? [])
        .filter((version) => version.model === model);
    const highest = versions.toSorted(compareVersions).at(-1);
    const next = highest === undefined ? { model, major: 1, minor: 0, patch: 0 } : raise(highest, bump);
    const tag = versionTag(next);
    if (parseVersionTag(tag) !== null)
        return tag;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL([
        {
            where: 'Version of the model',
            found: `"${tag}"`,
            allowed: 'A model name without "@", "#", "/" and spaces, and numbers of at most nine digits',
            remedy: 'Rename the model, or raise a higher part of the version',
        },
    ]);
}
function raise(version, bump) {
    const { model, major, minor, patch } = version;
    switch (bump) {
        case 'major':
            return { model, major: major + 1, minor: 0, patch: 0 };
        case 'minor':
            return { model, major, minor: minor + 1, patch: 0 };
        case 'patch':
            return { model, major, minor, patch: patch + 1 };
    }
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
