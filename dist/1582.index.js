export const id = 1582;
export const ids = [1582];
export const modules = {

/***/ 98350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ MAX_ASSET_BYTES),
/* harmony export */   LY: () => (/* binding */ MAX_ATTACHMENT_BYTES),
/* harmony export */   ny: () => (/* binding */ MANIFEST_ASSET),
/* harmony export */   rm: () => (/* binding */ checkAttachments),
/* harmony export */   v8: () => (/* binding */ MAX_ASSETS)
/* harmony export */ });
/* unused harmony export isPartName */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** The asset that lists all others; written last, so that a draft with it is complete. */
const MANIFEST_ASSET = 'manifest.json';
/** GitHub allows 1000 assets per release; what parts leave is for the manifest, attachments and headers. */
const MAX_ASSETS = 900;
/** GitHub refuses assets of 2 GiB and answers errors of its own shortly below. */
const MAX_ASSET_BYTES = 1_900_000_000;
/** Attachments are read into memory by whoever verifies a version. */
const MAX_ATTACHMENT_BYTES = 32 * 1024 * 1024;
const MAX_ATTACHMENTS = 50;
const MAX_NAME = 200;
const PART_NAME = /^part-[0-9]{4}$/i;
/** GitHub would change any other character, and a dot at either end, after the upload. */
const UNCHANGED_NAME = /^(?!\.)[A-Za-z0-9._-]+(?<!\.)$/;
/** True for the names that parts have. */
function isPartName(asset) {
    return PART_NAME.test(asset);
}
/**
 * Checks the files that are assets under their own name, such as `authorisation.json`, before a byte is uploaded.
 *
 * @throws ConfigError with every fault: a name that GitHub would change, one that is taken (case ignored, because
 *   downloads may land on a file system that ignores it), a file or a number of files above the limits
 */
function checkAttachments(attachments) {
    const taken = new Set([MANIFEST_ASSET]);
    const faults = attachments.flatMap((file) => {
        const found = [...nameFaults(file.name, taken), ...sizeFaults(file)];
        taken.add(file.name.toLowerCase());
        return found;
    });
    if (attachments.length > MAX_ATTACHMENTS) {
        faults.push({
            where: 'Release',
            found: `${attachments.length} attachments`,
            allowed: `At most ${MAX_ATTACHMENTS} files beside the model and the manifest`,
            remedy: 'Attach fewer files',
        });
    }
    if (faults.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(faults);
}
function nameFaults(name, taken) {
    const where = `Attachment "${name.slice(0, MAX_NAME)}"`;
    const remedy = 'Rename it';
    if (name.length > MAX_NAME) {
        return [{ where, found: `A name of ${name.length} characters`, allowed: `At most ${MAX_NAME} characters`, remedy }];
    }
    if (!UNCHANGED_NAME.test(name)) {
        const allowed = 'Letters of ASCII, digits, ".", "_" and "-", with no dot at either end';
        return [{ where, found: 'A name that GitHub changes when it is uploaded', allowed, remedy }];
    }
    if (!taken.has(name.toLowerCase()) && !isPartName(name))
        return [];
    const allowed = 'A name that neither the manifest, a part nor another attachment has when case is ignored';
    return [{ where, found: 'A name that is taken', allowed, remedy }];
}
function sizeFaults({ name, sizeBytes }) {
    if (sizeBytes <= MAX_ATTACHMENT_BYTES)
        return [];
    return [
        {
            where: `Attachment "${name}"`,
            found: `${sizeBytes} bytes`,
            allowed: `At most ${MAX_ATTACHMENT_BYTES} bytes: who verifies the version reads it into memory`,
            remedy: 'Attach a smaller file, or a digest of this one',
        },
    ];
}


/***/ }),

/***/ 22047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ checkChunkIndex)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29807);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _asset_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98350);
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86522);
/* harmony import */ var _chunk_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74034);
/* harmony import */ var _earlier_version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(37991);
/* harmony import */ var _refused_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28555);






/** A few bytes of index could stand for a file of any size; 4 million chunks are 600 GB. */
const MAX_CHUNK_USES = 4_000_000;
/** Every rule says what breaks it, or `null`. Later rules rely on earlier ones. */
const RULES = [
    tagFault,
    partOrderFault,
    partFault,
    releaseFault,
    chunkFault,
    layoutFault,
    fileChunkFault,
    orderOfUseFault,
];
/**
 * Checks that an index holds together: names and model digest follow from the files, every file is made of chunks that
 * are there, every chunk lies within its part and beside the others, own parts hold nothing else, and what is referred
 * to are releases of *earlier versions* of the model, so that no release can lead back to itself.
 *
 * @throws ActionError `integrity`, reason `chunk-index-invalid`
 */
function checkChunkIndex(index) {
    for (const rule of RULES) {
        const fault = rule(index);
        if (fault !== null)
            throw (0,_refused_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedIndex */ .n)(index.tag, fault);
    }
    if (modelDigestOf(index) === index.modelDigest)
        return;
    throw (0,_refused_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedIndex */ .n)(index.tag, 'Its model digest does not follow from its files');
}
function modelDigestOf(index) {
    try {
        return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .modelDigest */ .a9)(index.files);
    }
    catch (cause) {
        throw (0,_refused_index_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedIndex */ .n)(index.tag, cause instanceof Error ? cause.message : String(cause), cause);
    }
}
function tagFault({ tag, model }) {
    const version = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseVersionTag */ ._Q)(tag);
    if (version === null)
        return 'Its tag names no version';
    return version.model === model ? null : `It is of model "${model}" and its tag names "${version.model}"`;
}
function partOrderFault({ parts }) {
    return firstOf(parts, (part, number) => {
        const before = parts[number - 1];
        if (before === undefined)
            return null;
        const order = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .compareCodePoints */ .O)(before.release, part.release) || (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .compareCodePoints */ .O)(before.asset, part.asset);
        return order < 0 ? null : `${nameOf(part)} is listed twice or out of order`;
    });
}
function partFault({ parts }) {
    return firstOf(parts, (part) => {
        if (!/^part-[0-9]{4}$/.test(part.asset))
            return `${nameOf(part)} is not named as parts are`;
        return part.sizeBytes > _asset_names_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_ASSET_BYTES */ .IC ? `${nameOf(part)} has ${part.sizeBytes} bytes` : null;
    });
}
function releaseFault(index) {
    const releases = (0,_chunk_index_js__WEBPACK_IMPORTED_MODULE_5__/* .releasesOf */ .w0)(index);
    if (releases.length > _chunk_index_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_RELEASES */ .c1)
        return `It reads ${releases.length} releases; at most ${_chunk_index_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_RELEASES */ .c1} are allowed`;
    const own = index.parts.filter(({ release }) => release === index.tag);
    if (own.length > _asset_names_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_ASSETS */ .v8)
        return `It has ${own.length} parts; a release holds at most ${_asset_names_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_ASSETS */ .v8}`;
    return firstOf(releases, (release) => {
        const fault = release === index.tag ? null : (0,_earlier_version_js__WEBPACK_IMPORTED_MODULE_6__/* .notEarlier */ .A)(release, index.tag);
        return fault === null ? null : `It refers to a release that it may not: ${fault}`;
    });
}
function chunkFault({ chunks, parts }) {
    const digests = new Set();
    return firstOf(chunks, ({ digest, sizeBytes, part: number, offset }) => {
        if (digests.has(digest))
            return `Chunk ${digest} is listed twice`;
        digests.add(digest);
        const part = parts[number];
        if (part === undefined)
            return `Chunk ${digest} is in part ${number} of ${parts.length}`;
        return offset + sizeBytes > part.sizeBytes ? `Chunk ${digest} ends beyond ${nameOf(part)}` : null;
    });
}
/** No two chunks of a part overlap, every part is used, and own parts are chunks from the first byte to the last. */
function layoutFault({ chunks, parts, tag }) {
    const byPart = Map.groupBy(chunks, ({ part }) => part);
    return firstOf(parts, (part, number) => {
        const inside = (byPart.get(number) ?? []).toSorted((a, b) => a.offset - b.offset);
        if (inside.length === 0)
            return `No chunk is in ${nameOf(part)}`;
        const own = part.release === tag;
        let reached = 0;
        for (const { offset, sizeBytes, digest } of inside) {
            if (offset < reached)
                return `Chunk ${digest} overlaps the one before it in ${nameOf(part)}`;
            if (own && offset > reached)
                return `${nameOf(part)} has bytes before ${offset} that are no chunk`;
            reached = offset + sizeBytes;
        }
        return own && reached < part.sizeBytes ? `${nameOf(part)} has bytes after ${reached} that are no chunk` : null;
    });
}
function fileChunkFault(index) {
    const uses = index.files.flatMap(({ chunks }) => chunks).reduce((sum, { count }) => sum + count, 0);
    if (uses > MAX_CHUNK_USES)
        return `Its files use ${uses} chunks; at most ${MAX_CHUNK_USES} are read`;
    return firstOf(index.files, (file) => {
        const beyond = file.chunks.find(({ first, count }) => first + count > index.chunks.length);
        const where = `File ${JSON.stringify(file.name)}`;
        if (beyond !== undefined)
            return `${where} names chunk ${beyond.first + beyond.count - 1}, which is not there`;
        const sizeBytes = (0,_chunk_index_js__WEBPACK_IMPORTED_MODULE_5__/* .chunksOf */ .U_)(index, file).reduce((sum, chunk) => sum + chunk.sizeBytes, 0);
        return sizeBytes === file.sizeBytes ? null : `${where} has ${file.sizeBytes} bytes and its chunks ${sizeBytes}`;
    });
}
/** Files are sorted, chunks stand in the order of their first use, none is unused, and runs are as long as they can be. */
function orderOfUseFault({ files, chunks }) {
    let known = 0;
    const fault = firstOf(files, (file, number) => {
        const before = files[number - 1];
        if (before !== undefined && (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .compareCodePoints */ .O)(before.name, file.name) >= 0) {
            return `File ${JSON.stringify(file.name)} is listed twice or out of order`;
        }
        return firstOf(file.chunks, ({ first, count }, at) => {
            const last = file.chunks[at - 1];
            if (last !== undefined && last.first + last.count === first)
                return `Chunk ${first} begins a run within a run`;
            if (first > known)
                return `Chunk ${first} is used before chunk ${known}`;
            known = Math.max(known, first + count);
            return null;
        });
    });
    return fault ?? (known === chunks.length ? null : `No file uses chunk ${known}`);
}
function firstOf(items, faultOf) {
    for (const [number, item] of items.entries()) {
        const fault = faultOf(item, number);
        if (fault !== null)
            return fault;
    }
    return null;
}
function nameOf({ release, asset }) {
    return `${asset} of ${release}`;
}


/***/ }),

/***/ 74034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q$: () => (/* binding */ buildChunkIndex),
/* harmony export */   U: () => (/* binding */ compactIndex),
/* harmony export */   U_: () => (/* binding */ chunksOf),
/* harmony export */   c1: () => (/* binding */ MAX_RELEASES),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92400);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29807);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);

/** Most releases that one version is read from, its own among them; one more and a fetch takes too many requests. */
const MAX_RELEASES = 8;
/**
 * Makes the index of a version. The same content gives the same index whatever the order of the files.
 *
 * @throws ConfigError for file names that a model cannot have
 */
function buildChunkIndex(content) {
    const files = content.files.toSorted((a, b) => (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .compareCodePoints */ .O)(a.name, b.name));
    const distinct = new Map();
    for (const chunk of files.flatMap(({ chunks }) => chunks)) {
        if (!distinct.has(chunk.digest))
            distinct.set(chunk.digest, chunk);
    }
    const placed = [...distinct.values()].map((chunk) => ({ chunk, place: content.placeOf(chunk) }));
    const parts = sortedParts(placed.map(({ place }) => place.part));
    const partNumbers = new Map(parts.map((part, number) => [keyOf(part), number]));
    const chunkNumbers = new Map([...distinct.keys()].map((digest, number) => [digest, number]));
    return {
        model: content.model,
        tag: content.tag,
        modelDigest: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .modelDigest */ .a9)(files),
        parts,
        chunks: placed.map(({ chunk, place }) => ({
            digest: chunk.digest,
            sizeBytes: chunk.sizeBytes,
            part: partNumbers.get(keyOf(place.part)) ?? 0,
            offset: place.offset,
        })),
        files: files.map(({ name, sizeBytes, digest, chunks }) => ({
            name,
            sizeBytes,
            digest,
            chunks: runsOf(chunks.map((chunk) => chunkNumbers.get(chunk.digest) ?? 0)),
        })),
    };
}
function sortedParts(parts) {
    const distinct = new Map(parts.map((part) => [keyOf(part), part]));
    return [...distinct.values()].sort((a, b) => (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .compareCodePoints */ .O)(a.release, b.release) || (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .compareCodePoints */ .O)(a.asset, b.asset));
}
function keyOf({ release, asset }) {
    return `${release} ${asset}`;
}
function runsOf(numbers) {
    const runs = [];
    for (const number of numbers) {
        const last = runs.at(-1);
        if (last !== undefined && last.first + last.count === number)
            last.count += 1;
        else
            runs.push({ first: number, count: 1 });
    }
    return runs;
}
/** The chunks of a file in the order of its bytes. */
function chunksOf(index, file) {
    return file.chunks.flatMap(({ first, count }) => index.chunks.slice(first, first + count));
}
/** Releases that a version is read from: its own, if it stores anything, and earlier ones. */
function releasesOf(index) {
    return [...new Set(index.parts.map(({ release }) => release))];
}
/** An index as it is written: chunks and runs are lists without keys there, about 90 bytes a chunk. */
function compactIndex({ parts, chunks, files }) {
    return {
        parts,
        chunks: chunks.map(({ digest, sizeBytes, part, offset }) => [(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .hexOf */ .ZD)(digest), sizeBytes, part, offset]),
        files: files.map((file) => ({ ...file, chunks: file.chunks.map(({ first, count }) => [first, count]) })),
    };
}


/***/ }),

/***/ 66449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ CUT_SIZES),
/* harmony export */   x: () => (/* binding */ MAX_CHUNK_BYTES)
/* harmony export */ });
/**
 * The sizes of every version. With 1 % of 5 GB changed in 200 runs, 2.2 % of the bytes are new, and the index is 0.06 %
 * of the model; twice the size stores 3.9 %, half of it 1.6 % with an index twice as long.
 *
 * Other sizes, another table or another rule find no chunk of earlier versions again, so all three stay as they are.
 */
const CUT_SIZES = { minBytes: 32 * 1024, normalBytes: 128 * 1024, maxBytes: 512 * 1024 };
/** What a reader takes: one chunk is held in memory at a time, and a later cutter may choose larger ones. */
const MAX_CHUNK_BYTES = 16 * 1024 * 1024;


/***/ }),

/***/ 37991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ notEarlier)
/* harmony export */ });
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86522);

/**
 * Why the version `tag` may not be stored in the release of `other`, or `null` when that is an earlier version of the
 * same model. Versions only rise, so nothing that keeps this rule leads back to itself.
 */
function notEarlier(other, tag) {
    const referred = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(other);
    const own = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(tag);
    if (referred === null || own === null || referred.model !== own.model) {
        return `${JSON.stringify(other)} is no version of the model of ${tag}`;
    }
    return (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(referred, own) < 0 ? null : `${other} is not earlier than ${tag}, which would be a loop`;
}


/***/ }),

/***/ 43752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ partAsset)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/**
 * The asset of a release that is a part of an index: there once, wholly uploaded, of the size that the index says and
 * with its digest where GitHub has computed one. Ranges of a part cannot show its digest, so it is compared before.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`
 */
function partAsset(part, assets) {
    const [asset, ...others] = assets.filter(({ name }) => name === part.asset);
    if (asset === undefined)
        throw differs(part, 'No such asset');
    if (others.length > 0)
        throw differs(part, `${others.length + 1} assets of this name`);
    if (asset.state !== 'uploaded')
        throw differs(part, 'An upload that was not finished');
    if (asset.sizeBytes !== part.sizeBytes)
        throw differs(part, `${asset.sizeBytes} bytes`);
    if (asset.digest !== null && asset.digest !== part.digest)
        throw differs(part, `Digest ${asset.digest}`);
    return asset;
}
function differs(part, found) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('integrity', {
        where: `${part.asset} of ${part.release}`,
        found,
        allowed: `One asset of ${part.sizeBytes} bytes with ${part.digest}`,
        remedy: 'Do not use versions that are read from it; find out who changed the release',
    }, { reasonCode: 'digest-mismatch' });
}


/***/ }),

/***/ 28555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ refusedIndex)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** What is wrong with a chunk index, as an error that stops whoever reads it. */
function refusedIndex(where, found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('integrity', {
        where: `Chunk index of ${where}`,
        found,
        allowed: 'The index that publish-model writes, in which every byte has one place',
        remedy: 'Do not use this version; find out who made its release',
    }, { cause, reasonCode: 'chunk-index-invalid' });
}


/***/ }),

/***/ 31582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ differs),
/* harmony export */   Ev: () => (/* binding */ immutableRelease),
/* harmony export */   N: () => (/* binding */ requireTagOf),
/* harmony export */   V_: () => (/* binding */ readAttachments),
/* harmony export */   WI: () => (/* binding */ readManifest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _asset_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98350);
/* harmony import */ var _chunks_part_asset_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43752);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41401);





/** The release of a tag, if it counts. */
async function immutableRelease(ports, tag) {
    const release = await ports.releases.byTag(tag);
    if (release !== null && !release.draft && release.immutable && release.tag === tag)
        return release;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('refused', {
        where: `Version ${tag}`,
        found: release === null ? 'No published release of this tag' : 'A release that is not immutable',
        allowed: 'An immutable release: without it a version does not count',
        remedy: 'Name another version, or publish the next one with release immutability switched on',
    }, { reasonCode: 'not-immutable' });
}
/**
 * Reads the manifest of a release: hostile bytes of the release's own tag, with exactly the assets that it lists, each of
 * its parts there once, whole, and of the size and digest that the manifest says.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch` or `chunk-index-invalid`
 */
async function readManifest(ports, release) {
    const read = await readSideFile(ports, onlyAsset(release, _asset_names_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_ASSET */ .ny), { maxBytes: _manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_MANIFEST_BYTES */ .ZJ });
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(read.bytes);
    const { tag } = release;
    if (manifest.tag !== tag)
        throw differs(tag, `The manifest is of ${manifest.tag}`, `A manifest of ${tag}`);
    const own = manifest.parts.filter((part) => part.release === tag);
    const listed = new Set([_asset_names_js__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_ASSET */ .ny, ...own.map(({ asset }) => asset)]);
    for (const { name } of manifest.attachments)
        listed.add(name);
    // An asset that the manifest does not list could be taken for part of the version.
    const extra = release.assets.find(({ name }) => !listed.has(name));
    if (extra !== undefined)
        throw differs(tag, `Asset "${extra.name}"`, 'The assets that the manifest lists');
    for (const part of own)
        (0,_chunks_part_asset_js__WEBPACK_IMPORTED_MODULE_4__/* .partAsset */ ._)(part, release.assets);
    return { manifest, manifestDigest: read.digest };
}
/**
 * The annotated tag of a version must be on the commit of its manifest.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`
 */
async function requireTagOf(ports, manifest) {
    const tag = (await ports.tags.list(manifest.tag)).find(({ name }) => name === manifest.tag);
    if (tag?.commit === manifest.commit)
        return;
    const found = tag === undefined ? 'No annotated tag' : `A tag on commit ${tag.commit}`;
    throw differs(manifest.tag, found, `An annotated tag on commit ${manifest.commit}`);
}
/** Bytes by name: `authorisation.json`, `evidence.jsonl` and what else travels with the model. */
async function readAttachments(ports, release, { attachments }) {
    const found = new Map();
    for (const { name, digest } of attachments) {
        const limits = { maxBytes: _asset_names_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_ATTACHMENT_BYTES */ .LY, digest };
        found.set(name, (await readSideFile(ports, onlyAsset(release, name), limits)).bytes);
    }
    return found;
}
/** What is wrong with a release, as an error that stops whoever reads it. */
function differs(where, found, allowed) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('integrity', {
        where: `Release of ${where}`,
        found,
        allowed,
        remedy: 'Do not use this version; find out who made or changed its release',
    }, { reasonCode: 'digest-mismatch' });
}
function onlyAsset(release, name) {
    const [asset, ...others] = release.assets.filter((candidate) => candidate.name === name);
    if (asset !== undefined && others.length === 0 && asset.state === 'uploaded')
        return asset;
    const found = asset === undefined ? `No asset "${name}"` : `Asset "${name}" ${others.length + 1} times or incomplete`;
    throw differs(release.tag, found, `One whole asset "${name}"`);
}
async function readSideFile(ports, asset, expected) {
    const blocks = [];
    let sizeBytes = 0;
    for await (const block of await ports.releases.download(asset.id)) {
        sizeBytes += block.length;
        if (sizeBytes > expected.maxBytes) {
            throw differs(`"${asset.name}"`, 'A larger file', `At most ${expected.maxBytes} bytes`);
        }
        blocks.push(block);
    }
    const bytes = Buffer.concat(blocks);
    const digest = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
    // What GitHub computed at the upload is a witness of its own, where it computed one.
    const other = [expected.digest ?? null, asset.digest].find((witness) => witness !== null && witness !== digest);
    if (other !== undefined)
        throw differs(`"${asset.name}"`, `Digest ${digest}`, `Digest ${other}`);
    return { bytes, digest };
}


/***/ }),

/***/ 41401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZJ: () => (/* binding */ MAX_MANIFEST_BYTES),
  u1: () => (/* binding */ buildManifest),
  Ng: () => (/* binding */ parseManifest),
  HN: () => (/* binding */ writeManifest)
});

// EXTERNAL MODULE: ./build/packages/core/src/model-digest.js
var model_digest = __webpack_require__(29807);
// EXTERNAL MODULE: ./build/packages/core/src/code-point-order.js
var code_point_order = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/packages/core/src/canonical-json.js
var canonical_json = __webpack_require__(14752);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var classic_errors = __webpack_require__(961);
// EXTERNAL MODULE: ./build/packages/registry/src/asset-names.js
var asset_names = __webpack_require__(98350);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/check-chunk-index.js
var check_chunk_index = __webpack_require__(22047);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/chunk-index.js
var chunk_index = __webpack_require__(74034);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/cut-sizes.js
var cut_sizes = __webpack_require__(66449);
;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/chunk-index-shape.js



const digestShape = schemas/* custom */.IeY(digest/* isDigest */.Bc, { message: 'must be "sha256:" and 64 lower-case hex digits' });
const count = schemas/* int */.Whr().min(0);
const hex = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/);
const part = schemas/* strictObject */.rej({
    release: schemas/* string */.YjP().min(1),
    asset: schemas/* string */.YjP().min(1),
    sizeBytes: count,
    digest: digestShape,
});
const chunk = schemas/* tuple */.PVZ([hex, count.min(1).max(cut_sizes/* MAX_CHUNK_BYTES */.x), count, count])
    .transform(([digits, sizeBytes, part, offset]) => ({
    digest: `sha256:${digits}`,
    sizeBytes,
    part,
    offset,
}));
const run = schemas/* tuple */.PVZ([count, count.min(1)]).transform(([first, count]) => ({ first, count }));
const file = schemas/* strictObject */.rej({ name: schemas/* string */.YjP().min(1), sizeBytes: count, digest: digestShape, chunks: schemas/* array */.YOg(run) });
/** Members of a chunk index as the manifest has them, read as hostile values. */
const CHUNK_INDEX_SHAPE = {
    model: schemas/* string */.YjP().min(1),
    tag: schemas/* string */.YjP().min(1),
    modelDigest: digestShape,
    parts: schemas/* array */.YOg(part),
    chunks: schemas/* array */.YOg(chunk),
    files: schemas/* array */.YOg(file).min(1),
};

;// CONCATENATED MODULE: ./build/packages/registry/src/manifest.js






/** What a manifest may weigh: 128 MiB are 1.4 million chunks, a model of 200 GB. */
const MAX_MANIFEST_BYTES = 128 * 1024 * 1024;
const MAX_DEPTH = 6;
const manifestSchema = schemas/* strictObject */.rej({
    ...CHUNK_INDEX_SHAPE,
    schemaVersion: schemas/* literal */.euz(2),
    commit: schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
    omsRootDigest: digestShape,
    encryption: schemas/* null */.chJ(),
    attachments: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP().min(1), sizeBytes: schemas/* int */.Whr().min(0), digest: digestShape })),
});
/**
 * Makes the manifest of a version from its chunk index.
 *
 * @throws ConfigError for attachments that the release cannot hold
 */
function buildManifest(version) {
    const { model, tag, modelDigest, parts, chunks, files } = version.index;
    (0,asset_names/* checkAttachments */.rm)(version.attachments);
    return {
        schemaVersion: 2,
        model,
        tag,
        commit: version.commit,
        modelDigest,
        omsRootDigest: (0,model_digest/* omsRootDigest */.KN)(files),
        encryption: null,
        parts,
        chunks,
        files,
        attachments: version.attachments
            .map(({ name, sizeBytes, digest }) => ({ name, sizeBytes, digest }))
            .toSorted((a, b) => (0,code_point_order/* compareCodePoints */.O)(a.name, b.name)),
    };
}
/** The bytes of `manifest.json`: canonical JSON and a line feed, so that equal manifests are equal files. */
function writeManifest(manifest) {
    return new TextEncoder().encode(`${(0,canonical_json/* canonicalJson */.d)({ ...manifest, ...(0,chunk_index/* compactIndex */.U)(manifest) })}\n`);
}
/**
 * Reads `manifest.json` as hostile bytes: closed shape, every rule of {@link checkChunkIndex}, digests that follow from
 * the files, and the very bytes that {@link writeManifest} gives.
 *
 * @throws ActionError `integrity`, reason `chunk-index-invalid`
 */
function parseManifest(bytes) {
    if (bytes.length > MAX_MANIFEST_BYTES)
        throw refused(`${bytes.length} bytes; at most ${MAX_MANIFEST_BYTES} are read`);
    const manifest = readShape(bytes);
    (0,check_chunk_index/* checkChunkIndex */.a)(manifest);
    const expected = rebuild(manifest);
    if (expected.omsRootDigest !== manifest.omsRootDigest)
        throw refused('Its root digest does not follow from its files');
    if (Buffer.compare(writeManifest(expected), bytes) === 0)
        return manifest;
    throw refused('Its attachments are out of order, or it is not canonical JSON and a line feed');
}
function readShape(bytes) {
    try {
        return manifestSchema.parse((0,strict_json/* parseStrictJson */.R)(bytes, MAX_DEPTH));
    }
    catch (cause) {
        throw refused(messageOf(cause), cause);
    }
}
function rebuild(manifest) {
    try {
        return buildManifest({ ...manifest, index: manifest });
    }
    catch (cause) {
        throw refused(messageOf(cause), cause);
    }
}
/** The first faults only: a hostile manifest may have a million. */
function messageOf(cause) {
    if (!(cause instanceof classic_errors/* ZodError */.G))
        return cause instanceof Error ? cause.message : String(cause);
    return cause.issues
        .slice(0, 3)
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ');
}
function refused(found, cause) {
    return new errors/* ActionError */.lZ('integrity', {
        where: 'manifest.json of the release',
        found,
        allowed: 'The manifest that publish-model writes, schema version 2',
        remedy: 'Do not use this version; find out who made its release',
    }, { cause, reasonCode: 'chunk-index-invalid' });
}


/***/ }),

/***/ 86522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vm: () => (/* binding */ versionTag),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   _Q: () => (/* binding */ parseVersionTag),
/* harmony export */   yU: () => (/* binding */ nextVersion)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

const NUMBER = '(0|[1-9][0-9]{0,8})';
const VERSION = new RegExp(`^([^@#/\\s]+)@v${NUMBER}\\.${NUMBER}\\.${NUMBER}$`);
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


/***/ })

};
