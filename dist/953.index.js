export const id = 953;
export const ids = [953];
export const modules = {

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

/***/ 78960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readCsvTable)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25175);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31733);
/* harmony import */ var _table_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74174);




const MOST_FAULTS = 10;
/**
 * Reads a CSV file as RFC 4180 has it: a header, commas, double quotes, LF or CRLF, UTF-8.
 *
 * @throws ConfigError naming file and line for: no header, duplicate or empty column names, rows of another length,
 * broken quoting, invalid UTF-8, a NUL character, or more bytes, rows or columns than `limits` allows.
 */
function readCsvTable(bytes, name, limits = _table_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .DATA_LIMITS */ .C) {
    const records = parseRecords(decode(bytes, name, limits), name);
    const [header, ...body] = records;
    if (header === undefined) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([fault(name, 1, 'the file is empty', 'a header line and rows', 'Write the table again')]);
    }
    const faults = [
        ...headerFaults(header, name, limits),
        ...bodyFaults(body, { name, limits, width: header.cells.length }),
    ];
    if (faults.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL(faults);
    return { name, columns: header.cells, rows: body };
}
function decode(bytes, name, limits) {
    if (bytes.byteLength > limits.maxBytes) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([
            {
                where: name,
                found: `the file has ${bytes.byteLength} bytes`,
                allowed: `at most ${limits.maxBytes} bytes`,
                remedy: 'Write fewer rows or columns',
            },
        ]);
    }
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
        const found = `a NUL character at byte ${nul}`;
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([fault(name, lineOfByte(bytes, nul), found, 'text', 'Write the table as UTF-8 text')]);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        const allowed = 'text in UTF-8';
        const problem = fault(name, lineOfInvalidUtf8(bytes), 'bytes that are not UTF-8', allowed, 'Save the file as UTF-8');
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([problem], { cause });
    }
}
function lineOfByte(bytes, end) {
    let line = 1;
    for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1))
        line += 1;
    return line;
}
/** A newline byte is never part of a longer UTF-8 sequence, so each line can be checked alone. */
function lineOfInvalidUtf8(bytes) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
        const newline = bytes.indexOf(10, start);
        const end = newline === -1 ? bytes.length : newline + 1;
        try {
            decoder.decode(bytes.subarray(start, end));
        }
        catch {
            return line;
        }
        start = end;
    }
    return line;
}
function parseRecords(text, name) {
    let parsed;
    try {
        // csv-parse's types do not follow `info: true`, hence the cast at this boundary.
        parsed = (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, {
            info: true,
            relax_column_count: true,
            record_delimiter: ['\r\n', '\n'],
        });
    }
    catch (cause) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([syntaxFault(cause, name)], { cause });
    }
    // csv-parse reports the line a record ends on; a quoted field may hold line breaks, so it began after the one before.
    return parsed.map((entry, index) => ({ line: (parsed[index - 1]?.info.lines ?? 0) + 1, cells: entry.record }));
}
function syntaxFault(cause, name) {
    const problem = cause;
    const line = typeof problem.lines === 'number' ? problem.lines : 1;
    const found = `broken quoting (${problem.code ?? 'unreadable'})`;
    const allowed = 'fields with a comma, quote or line break in double quotes, quotes inside doubled';
    return fault(name, line, found, allowed, 'Write the table with a CSV library');
}
function headerFaults(header, name, limits) {
    const { cells } = header;
    const faults = [];
    if (cells.length > limits.maxColumns) {
        const allowed = `at most ${limits.maxColumns} columns`;
        faults.push(fault(name, header.line, `${cells.length} columns`, allowed, 'Write fewer columns'));
    }
    if (cells.includes('')) {
        const position = cells.indexOf('') + 1;
        faults.push(fault(name, header.line, `column ${position} has no name`, 'a name for every column', 'Name it'));
    }
    const seen = new Set();
    const twice = new Set();
    for (const cell of cells)
        (seen.has(cell) ? twice : seen).add(cell);
    twice.delete('');
    if (twice.size > 0) {
        const found = `the column names ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quotedList */ .p)([...twice])} more than once`;
        faults.push(fault(name, header.line, found, 'every column name once', 'Rename or remove the copies'));
    }
    return faults;
}
function bodyFaults(body, context) {
    const { name, limits, width } = context;
    if (body.length > limits.maxRows) {
        const allowed = `at most ${limits.maxRows} rows`;
        return [fault(name, body[limits.maxRows]?.line ?? 1, `${body.length} rows`, allowed, 'Write fewer rows')];
    }
    const ragged = body.filter((row) => row.cells.length !== width);
    const faults = ragged.slice(0, MOST_FAULTS).map((row) => {
        const found = `${row.cells.length} fields, beginning with ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(row.cells[0] ?? '')}`;
        return fault(name, row.line, found, `${width} fields, as in the header`, 'Write one field per column');
    });
    if (ragged.length > MOST_FAULTS) {
        const found = `${ragged.length - MOST_FAULTS} more rows of another length`;
        faults.push(fault(name, ragged[MOST_FAULTS]?.line ?? 1, found, `${width} fields`, 'Write one field per column'));
    }
    return faults;
}
function fault(name, line, ...[found, allowed, remedy]) {
    return { where: `${name}:${line}`, found, allowed, remedy };
}


/***/ }),

/***/ 11624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ readPredictionCells),
  _: () => (/* binding */ refuseOtherColumns)
});

// EXTERNAL MODULE: ./build/packages/core/src/config/task-columns.js
var task_columns = __webpack_require__(63563);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/tables/src/columns.js
var src_columns = __webpack_require__(24462);
// EXTERNAL MODULE: ./build/packages/tables/src/csv-table.js
var csv_table = __webpack_require__(78960);
// EXTERNAL MODULE: ./build/packages/tables/src/quoted.js
var quoted = __webpack_require__(31733);
;// CONCATENATED MODULE: ./build/packages/tables/src/prediction-cells.js

// Full decimal literals. `NaN`, `Infinity`, `0x1`, ` 1`, `.5` and the empty field are not.
const UNSIGNED = /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?$/;
const LONGEST_NUMBER = 64;
/** How far the probabilities of a row may be from 1 together. */
const SUM_TOLERANCE = 1e-6;
/** The cells of one row as its task wants them, or what is wrong with them. `texts` are in the order of the columns without the id. */
function predictionCells(columns, texts) {
    const [first = '', ...rest] = texts;
    switch (columns.task) {
        case 'binary-classification':
            return together(oneOf(first, [columns.positive, columns.negative]), probability(rest[0] ?? '', POSITIVE));
        case 'multiclass-classification': {
            const label = oneOf(first, columns.classes);
            const probabilities = rest.map((text) => probability(text, OF_CLASS));
            return summedToOne(together(label, ...probabilities), columns.scores);
        }
        case 'regression':
            return together(finite(first, 'the prediction'));
        case 'ranking':
            return together(finite(first, 'the score'));
    }
}
function isCellFault(cells) {
    return 'found' in cells;
}
const POSITIVE = 'the probability of the positive label';
const OF_CLASS = 'the probability of a class';
function together(...cells) {
    const read = [];
    for (const cell of cells) {
        if (typeof cell === 'object')
            return cell;
        read.push(cell);
    }
    return read;
}
function oneOf(text, labels) {
    if (labels.includes(text))
        return text;
    const binary = labels.length === 2;
    const allowed = binary ? labels.map(quoted/* quoted */.T).join(' or ') : `one of the classes ${(0,quoted/* quotedList */.p)(labels)}`;
    return {
        found: `the prediction ${(0,quoted/* quoted */.T)(text)}`,
        allowed,
        remedy: binary ? 'Predict one of the two' : 'Predict one of the classes',
    };
}
function probability(text, meaning) {
    const value = isNumber(text) ? Number(text) : Number.NaN;
    if (value >= 0 && value <= 1)
        return value;
    return {
        found: `the score ${(0,quoted/* quoted */.T)(text)}`,
        allowed: `a decimal number from 0 to 1, ${meaning}`,
        remedy: 'Write it as in 0.25',
    };
}
function finite(text, what) {
    const digits = text.startsWith('-') ? text.slice(1) : text;
    const value = isNumber(digits) ? Number(text) : Number.NaN;
    if (Number.isFinite(value))
        return value;
    return { found: `${what} ${(0,quoted/* quoted */.T)(text)}`, allowed: 'a decimal number', remedy: 'Write it as in -0.25' };
}
function isNumber(text) {
    return text.length <= LONGEST_NUMBER && UNSIGNED.test(text);
}
function summedToOne(cells, scores) {
    if (scores === null || isCellFault(cells))
        return cells;
    const sum = cells.reduce((total, cell) => (typeof cell === 'number' ? total + cell : total), 0);
    if (Math.abs(sum - 1) <= SUM_TOLERANCE)
        return cells;
    return {
        found: `probabilities that sum to ${sum}`,
        allowed: `1, up to ${SUM_TOLERANCE}, in the columns ${(0,quoted/* quotedList */.p)(scores)}`,
        remedy: 'Write the probability of every class',
    };
}

// EXTERNAL MODULE: ./build/packages/tables/src/table-limits.js
var table_limits = __webpack_require__(74174);
;// CONCATENATED MODULE: ./build/packages/tables/src/predictions.js






/**
 * Reads the table that hostile code wrote (design §8.2), for the task of the model. It must hold exactly the id and the columns of
 * the task, in any order, and exactly one row per evaluation id, in any order.
 *
 * @returns by id what the model says, in the order of `predictionColumns` without the id
 * @throws ActionError `refused`, reason `predictions-refused`, for everything else: a label, protected, control or weight
 * column or any other column, a missing, repeated or unknown id, a prediction that is none of the labels, a number that is not
 * a decimal one or out of range, probabilities that do not sum to 1, broken CSV, too many bytes or rows.
 */
function readPredictionCells(bytes, model, expected) {
    const name = expected.name ?? 'predictions';
    const table = readHostileTable(bytes, name, expected.ids.length);
    refuseOtherColumns(table, model);
    const columns = (0,task_columns/* taskColumns */.x)(model);
    const [idAt, ...places] = (0,task_columns/* predictionColumns */.v)(columns).map((column) => (0,src_columns/* columnIndex */.PD)(table, column));
    const wanted = new Set(expected.ids);
    const read = new Map();
    for (const row of table.rows) {
        const where = `${name}:${row.line}`;
        const key = row.cells[idAt ?? -1] ?? '';
        if (!wanted.has(key)) {
            throw refused({ where, found: `the id ${(0,quoted/* quoted */.T)(key)}`, allowed: 'ids of the features table', remedy: REWRITE });
        }
        if (read.has(key)) {
            throw refused({ where, found: `the id ${(0,quoted/* quoted */.T)(key)} again`, allowed: 'one row per id', remedy: REWRITE });
        }
        const texts = places.map((place) => row.cells[place] ?? '');
        const cells = predictionCells(columns, texts);
        if (isCellFault(cells))
            throw refused({ where, ...cells });
        read.set(key, cells);
    }
    refuseMissingIds(expected.ids, read, name);
    return read;
}
const REWRITE = 'Write one row per row of the features table, with the id copied from it';
function readHostileTable(bytes, name, rows) {
    try {
        // One row more than wanted is enough to see that there are too many.
        return (0,csv_table/* readCsvTable */.$)(bytes, name, { ...table_limits/* PREDICTION_LIMITS */.P, maxRows: rows });
    }
    catch (cause) {
        if (!(cause instanceof errors/* ConfigError */.xL))
            throw cause;
        const [first, ...more] = cause.faults;
        if (first === undefined)
            throw cause;
        const found = more.length === 0 ? first.found : `${first.found}; and ${more.length} more faults in the table`;
        throw refused({ ...first, found }, cause);
    }
}
/**
 * Makes sure that a table of predictions has exactly the columns of its task.
 *
 * @throws ActionError `refused`, reason `predictions-refused`; what is hidden from models is told apart, however it is spelt.
 */
function refuseOtherColumns(table, model) {
    const expected = (0,task_columns/* predictionColumns */.v)((0,task_columns/* taskColumns */.x)(model));
    const allowed = `exactly the columns ${(0,quoted/* quotedList */.p)(expected)}`;
    const where = `${table.name}:1`;
    const others = table.columns.filter((column) => !expected.includes(column));
    const hidden = new Set((0,src_columns/* hiddenColumns */.UR)(model).map(comparable));
    const leaked = others.filter((column) => hidden.has(comparable(column)));
    if (leaked.length > 0) {
        const found = `the label, protected or control columns ${(0,quoted/* quotedList */.p)(leaked)}`;
        const remedy = 'Remove them: predictions never carry what the gates join from data that the base policy names';
        throw refused({ where, found, allowed, remedy });
    }
    if (others.length > 0) {
        throw refused({ where, found: `the columns ${(0,quoted/* quotedList */.p)(others)}`, allowed, remedy: 'Remove them' });
    }
    const missing = expected.filter((column) => !table.columns.includes(column));
    if (missing.length > 0) {
        throw refused({ where, found: `no column ${(0,quoted/* quotedList */.p)(missing)}`, allowed, remedy: 'Add what is missing' });
    }
}
/** `Race`, ` race` and `race` are one name to whoever tries. */
function comparable(column) {
    return column.normalize('NFKC').trim().toLowerCase();
}
function refuseMissingIds(ids, read, name) {
    const missing = ids.filter((id) => !read.has(id));
    if (missing.length === 0)
        return;
    const found = `no row for ${missing.length} of ${ids.length} ids, for example ${(0,quoted/* quotedList */.p)(missing.slice(0, 3))}`;
    throw refused({ where: name, found, allowed: 'one row per id: a model may not abstain', remedy: REWRITE });
}
function refused(fault, cause) {
    return new errors/* ActionError */.lZ('refused', fault, {
        reasonCode: 'predictions-refused',
        ...(cause === undefined ? {} : { cause: new Error(cause.faults.map(errors/* formatFault */.A).join('\n')) }),
    });
}


/***/ }),

/***/ 10209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ selectRows),
/* harmony export */   i$: () => (/* binding */ rowPart)
/* harmony export */ });
/* unused harmony export splitPart */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24462);



/**
 * The part, from 0 to `parts` - 1, that a row belongs to: the first 8 bytes of SHA-256(salt + LF + id), read as a
 * big-endian number, modulo `parts`. It depends on nothing but the id, so a row never changes sides when others are
 * added, and anybody can compute it with standard tools.
 */
function splitPart(row) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${row.salt}\n${row.id}`).digest();
    return Number(hash.readBigUInt64BE(0) % BigInt(row.parts));
}
/**
 * The rows of one part, in file order. A dataset without a split is wholly of the role it has; one that claims both
 * roles without a split is refused, because training would see what it is judged on.
 *
 * @throws ConfigError when the dataset does not have that role, has both without a split, or lacks the split column.
 */
function selectRows(table, dataset, part) {
    const { split } = dataset;
    requireRole(dataset, part);
    if (split === undefined)
        return table.rows;
    const column = (0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .columnIndex */ .PD)(table, split.column);
    return table.rows.filter((row) => {
        const held = splitPart({ id: row.cells[column] ?? '', salt: split.salt, parts: split.parts });
        return split.evaluation.includes(held) === (part === 'evaluation');
    });
}
/**
 * The rows of one part as the engine finds them, of a table that holds the dataset; `null` for the whole table.
 *
 * @throws ConfigError as {@link selectRows}.
 */
function rowPart(dataset, part, table) {
    requireRole(dataset, part);
    const { split } = dataset;
    if (split === undefined)
        return null;
    const { column, salt, parts, evaluation } = split;
    const training = Array.from({ length: parts }, (_, at) => at).filter((at) => !evaluation.includes(at));
    return { column: { table, column }, salt, parts, in: part === 'evaluation' ? evaluation : training };
}
function requireRole(dataset, part) {
    if (!dataset.roles.includes(part)) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([
            {
                where: `gatehouse.yml, data at ${dataset.path}`,
                found: `the roles ${dataset.roles.join(', ')}`,
                allowed: `the role ${part} for a table used for ${part}`,
                remedy: `Add the role ${part}, or name another dataset`,
            },
        ]);
    }
    const both = dataset.roles.includes('training') && dataset.roles.includes('evaluation');
    if (dataset.split === undefined && both)
        throw overlap(dataset.path);
}
function overlap(path) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([
        {
            where: `gatehouse.yml, data at ${path}`,
            found: 'the roles training and evaluation without a split',
            allowed: 'a split, or one of the two roles',
            remedy: 'Add a "split" block, so that training never sees evaluation rows',
        },
    ]);
}


/***/ })

};
