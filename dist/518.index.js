export const id = 518;
export const ids = [518];
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
