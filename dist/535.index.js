export const id = 535;
export const ids = [535];
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

/***/ 86856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ throttling)
/* harmony export */ });
/* harmony import */ var bottleneck_light_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63251);
// pkg/dist-src/index.js


// pkg/dist-src/version.js
var VERSION = "0.0.0-development";

// pkg/dist-src/wrap-request.js
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
  return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
  const { pathname } = new URL(options.url, "http://github.test");
  const isAuth = isAuthRequest(options.method, pathname);
  const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
  const isSearch = options.method === "GET" && pathname.startsWith("/search/");
  const isGraphQL = pathname.startsWith("/graphql");
  const retryCount = ~~request.retryCount;
  const jobOptions = retryCount > 0 ? { priority: 0, weight: 0 } : {};
  if (state.clustering) {
    jobOptions.expiration = 1e3 * 60;
  }
  if (isWrite || isGraphQL) {
    await state.write.key(state.id).schedule(jobOptions, noop);
  }
  if (isWrite && state.triggersNotification(pathname)) {
    await state.notifications.key(state.id).schedule(jobOptions, noop);
  }
  if (isSearch) {
    await state.search.key(state.id).schedule(jobOptions, noop);
  }
  const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
  if (isGraphQL) {
    const res = await req;
    if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) {
      const error = Object.assign(new Error("GraphQL Rate Limit Exceeded"), {
        response: res,
        data: res.data
      });
      throw error;
    }
  }
  return req;
}
function isAuthRequest(method, pathname) {
  return method === "PATCH" && // https://docs.github.com/en/rest/apps/apps?apiVersion=2022-11-28#create-a-scoped-access-token
  /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && // https://docs.github.com/en/rest/apps/oauth-applications?apiVersion=2022-11-28#reset-a-token
  (/^\/applications\/[^/]+\/token$/.test(pathname) || // https://docs.github.com/en/rest/apps/apps?apiVersion=2022-11-28#create-an-installation-access-token-for-an-app
  /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || // https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
  pathname === "/login/oauth/access_token");
}

// pkg/dist-src/generated/triggers-notification-paths.js
var triggers_notification_paths_default = [
  "/orgs/{org}/invitations",
  "/orgs/{org}/invitations/{invitation_id}",
  "/orgs/{org}/teams/{team_slug}/discussions",
  "/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
  "/repos/{owner}/{repo}/collaborators/{username}",
  "/repos/{owner}/{repo}/commits/{commit_sha}/comments",
  "/repos/{owner}/{repo}/issues",
  "/repos/{owner}/{repo}/issues/{issue_number}/comments",
  "/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
  "/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
  "/repos/{owner}/{repo}/pulls",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
  "/repos/{owner}/{repo}/pulls/{pull_number}/merge",
  "/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "/repos/{owner}/{repo}/releases",
  "/teams/{team_id}/discussions",
  "/teams/{team_id}/discussions/{discussion_number}/comments"
];

// pkg/dist-src/route-matcher.js
function routeMatcher(paths) {
  const regexes = paths.map(
    (path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")
  );
  const regex2 = `^(?:${regexes.map((r) => `(?:${r})`).join("|")})[^/]*$`;
  return new RegExp(regex2, "i");
}

// pkg/dist-src/index.js
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
  groups.global = new Bottleneck.Group({
    id: "octokit-global",
    maxConcurrent: 10,
    ...common
  });
  groups.auth = new Bottleneck.Group({
    id: "octokit-auth",
    maxConcurrent: 1,
    ...common
  });
  groups.search = new Bottleneck.Group({
    id: "octokit-search",
    maxConcurrent: 1,
    minTime: 2e3,
    ...common
  });
  groups.write = new Bottleneck.Group({
    id: "octokit-write",
    maxConcurrent: 1,
    minTime: 1e3,
    ...common
  });
  groups.notifications = new Bottleneck.Group({
    id: "octokit-notifications",
    maxConcurrent: 1,
    minTime: 3e3,
    ...common
  });
};
function throttling(octokit, octokitOptions) {
  const {
    enabled = true,
    Bottleneck = bottleneck_light_js__WEBPACK_IMPORTED_MODULE_0__,
    id = "no-id",
    timeout = 1e3 * 60 * 2,
    // Redis TTL: 2 minutes
    connection
  } = octokitOptions.throttle || {};
  if (!enabled) {
    return {};
  }
  const common = { timeout };
  if (typeof connection !== "undefined") {
    common.connection = connection;
  }
  const state = Object.assign(
    {
      clustering: connection != null,
      triggersNotification,
      fallbackSecondaryRateRetryAfter: 60,
      retryAfterBaseValue: 1e3,
      id
    },
    octokitOptions.throttle
  );
  if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") {
    throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
  }
  let initialized = false;
  const initializeBottleneck = () => {
    if (initialized) {
      return;
    }
    initialized = true;
    if (groups.global == null) {
      createGroups(Bottleneck, common);
    }
    state.global = state.global ?? groups.global;
    state.auth = state.auth ?? groups.auth;
    state.search = state.search ?? groups.search;
    state.write = state.write ?? groups.write;
    state.notifications = state.notifications ?? groups.notifications;
    state.retryLimiter = state.retryLimiter ?? new Bottleneck();
    const events = {};
    const emitter = new Bottleneck.Events(events);
    events.on("secondary-limit", state.onSecondaryRateLimit);
    events.on("rate-limit", state.onRateLimit);
    events.on(
      "error",
      (e) => octokit.log.warn("Error in throttling-plugin limit handler", e)
    );
    state.retryLimiter.on("failed", async function(error, info) {
      const [state2, request, options] = info.args;
      const { pathname } = new URL(options.url, "http://github.test");
      const shouldRetryGraphQL = pathname.startsWith("/graphql") && error.status !== 401;
      if (!(shouldRetryGraphQL || error.status === 403 || error.status === 429)) {
        return;
      }
      const retryCount = ~~request.retryCount;
      request.retryCount = retryCount;
      options.request.retryCount = retryCount;
      const { wantRetry, retryAfter = 0 } = await (async function() {
        if (/\bsecondary rate\b/i.test(error.message)) {
          const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
          const wantRetry2 = await emitter.trigger(
            "secondary-limit",
            retryAfter2,
            options,
            octokit,
            retryCount
          );
          return { wantRetry: wantRetry2, retryAfter: retryAfter2 };
        }
        if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some(
          (error2) => error2.type === "RATE_LIMITED"
        )) {
          const rateLimitReset = new Date(
            ~~error.response.headers["x-ratelimit-reset"] * 1e3
          ).getTime();
          const retryAfter2 = Math.max(
            // Add one second so we retry _after_ the reset time
            // https://docs.github.com/en/rest/overview/resources-in-the-rest-api?apiVersion=2022-11-28#exceeding-the-rate-limit
            Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1,
            0
          );
          const wantRetry2 = await emitter.trigger(
            "rate-limit",
            retryAfter2,
            options,
            octokit,
            retryCount
          );
          return { wantRetry: wantRetry2, retryAfter: retryAfter2 };
        }
        return {};
      })();
      if (wantRetry) {
        request.retryCount++;
        return retryAfter * state2.retryAfterBaseValue;
      }
    });
  };
  octokit.hook.wrap("request", (request, options) => {
    initializeBottleneck();
    return wrapRequest(state, request, options);
  });
  return {};
}
throttling.VERSION = VERSION;
throttling.triggersNotification = triggersNotification;



/***/ })

};
