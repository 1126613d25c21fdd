export const id = 4348;
export const ids = [4348];
export const modules = {

/***/ 10224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ DEFAULT_RANGE_RULES),
/* harmony export */   k: () => (/* binding */ partRanges)
/* harmony export */ });
/** A request takes about as long as a megabyte; GitHub counts requests by the hour. */
const DEFAULT_RANGE_RULES = { gapBytes: 1024 * 1024, maxRanges: 16, wholeShare: 0.8 };
/** Few ranges that hold all these chunks of a part: the widest gaps stay unread, or none when most is wanted. */
function partRanges(part, chunks, rules) {
    const sorted = chunks.toSorted((a, b) => a.offset - b.offset);
    const breaks = breaksOf(sorted, rules);
    const ranges = [];
    for (const [number, from] of breaks.entries()) {
        const inside = sorted.slice(from, breaks[number + 1]);
        const first = inside.at(0);
        const last = inside.at(-1);
        if (first === undefined || last === undefined)
            continue;
        ranges.push({ begin: first.offset, end: last.offset + last.sizeBytes, chunks: inside });
    }
    const bytes = ranges.reduce((sum, { begin, end }) => sum + end - begin, 0);
    return bytes < part.sizeBytes * rules.wholeShare ? ranges : [{ begin: 0, end: part.sizeBytes, chunks: sorted }];
}
/** Numbers of the chunks with which a range begins. */
function breaksOf(sorted, { gapBytes, maxRanges }) {
    const gaps = sorted.flatMap((chunk, number) => {
        const before = sorted[number - 1];
        if (before === undefined)
            return [];
        const bytes = chunk.offset - before.offset - before.sizeBytes;
        return bytes > gapBytes ? [{ number, bytes }] : [];
    });
    const widest = gaps.toSorted((a, b) => b.bytes - a.bytes).slice(0, maxRanges - 1);
    return [0, ...widest.map(({ number }) => number).toSorted((a, b) => a - b)];
}


/***/ }),

/***/ 82067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ verifiedChunks)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67903);

/**
 * Cuts the bytes of a range into its chunks and yields each one when it is whole and has its digest; bytes between
 * chunks are dropped. One chunk is held in memory.
 *
 * @param refuse makes the error for a chunk with another digest, and for more or fewer bytes than the range has
 */
async function* verifiedChunks(stream, range, refuse) {
    let position = range.begin;
    let number = 0;
    let pieces = [];
    for await (const block of stream) {
        for (let rest = block; rest.length > 0;) {
            if (position >= range.end)
                throw refuse(`More than ${range.end - range.begin} bytes`);
            const chunk = range.chunks[number];
            const piece = rest.subarray(0, nextEdge(chunk, position, range.end) - position);
            if (chunk !== undefined && position >= chunk.offset)
                pieces.push(piece);
            position += piece.length;
            rest = rest.subarray(piece.length);
            if (chunk === undefined || position < chunk.offset + chunk.sizeBytes)
                continue;
            yield { chunk, bytes: withDigest(pieces, chunk, refuse) };
            pieces = [];
            number += 1;
        }
    }
    if (position < range.end)
        throw refuse(`${position - range.begin} of ${range.end - range.begin} bytes`);
}
/** The next position at which a chunk begins or ends. */
function nextEdge(chunk, position, end) {
    if (chunk === undefined)
        return end;
    return position < chunk.offset ? chunk.offset : chunk.offset + chunk.sizeBytes;
}
function withDigest(pieces, chunk, refuse) {
    const [first = new Uint8Array(), ...more] = pieces;
    const bytes = more.length === 0 ? first : Buffer.concat(pieces);
    const digest = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(bytes);
    if (digest === chunk.digest)
        return bytes;
    throw refuse(`Bytes from ${chunk.offset} with ${digest} in place of ${chunk.digest}`);
}


/***/ }),

/***/ 25538:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ syncFolder),
/* harmony export */   s: () => (/* binding */ folderStore)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);



/** Handles that are kept open; further files are opened for each write. */
const MAX_HANDLES = 64;
/** @param folder exists and is empty; names were checked, so none of them leads out of it */
function folderStore(folder) {
    const handles = new Map();
    const names = new Set();
    const folders = new Set([folder]);
    async function withFile(name, work) {
        const kept = handles.get(name);
        if (kept !== undefined)
            return void (await work(kept));
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), 'r+');
        try {
            await work(file);
        }
        finally {
            await file.close();
        }
    }
    async function close() {
        for (const file of handles.values())
            await file.close();
        handles.clear();
    }
    return {
        async create(name, sizeBytes) {
            const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(parent, { recursive: true });
            for (let at = parent; !folders.has(at); at = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(at))
                folders.add(at);
            // Never an existing file, and never through a link.
            const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), 'wx+');
            names.add(name);
            if (handles.size < MAX_HANDLES)
                handles.set(name, file);
            await file.truncate(sizeBytes);
            if (!handles.has(name))
                await file.close();
        },
        write: (name, offset, bytes) => withFile(name, async (file) => {
            // One write may take fewer bytes than it was given.
            for (let done = 0; done < bytes.length;) {
                const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
                done += bytesWritten;
            }
        }),
        read: (name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), { highWaterMark: 1024 * 1024 }),
        async settle() {
            for (const name of names)
                await withFile(name, (file) => file.sync());
            await close();
            for (const path of [...folders].toReversed())
                await syncFolder(path);
        },
        close,
    };
}
/** A name is on the disk when the folder that holds it is. */
async function syncFolder(path) {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, 'r');
    try {
        await folder.sync();
    }
    finally {
        await folder.close();
    }
}


/***/ }),

/***/ 43445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ withoutRoom)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** Explains what a file system refuses while a version is written below a folder: a full disk, a quota, a right. */
async function withoutRoom(folder, work) {
    try {
        return await work();
    }
    catch (cause) {
        if (!isSystemError(cause))
            throw cause;
        const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(cause.code);
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('service', {
            where: `Folder ${folder}`,
            found: cause.message,
            allowed: 'A folder that can be written, with room for the whole model',
            remedy: full ? 'Make room, or name a folder on a larger disk; nothing was left behind' : 'Name another folder',
        }, { cause });
    }
}
function isSystemError(cause) {
    return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && 'syscall' in cause;
}


/***/ }),

/***/ 44348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ readVersion),
  V: () => (/* binding */ verifyRelease)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/registry/src/transfer-watch.js
var transfer_watch = __webpack_require__(87682);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/part-asset.js
var part_asset = __webpack_require__(43752);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/chunk-index.js
var chunk_index = __webpack_require__(74034);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/part-ranges.js
var part_ranges = __webpack_require__(10224);
;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/plan-fetch.js



/**
 * Plans how a version is read: each chunk once, however many places it fills, in few ranges over all releases that
 * hold any.
 *
 * @throws ConfigError for a file that the version does not have
 */
function planFetch({ index, files: names, rules = part_ranges/* DEFAULT_RANGE_RULES */.S }) {
    const files = names === undefined ? index.files : wantedFiles(index, names);
    const byPart = Map.groupBy(wantedChunks(index, files), ({ part }) => part);
    const parts = index.parts.flatMap((part, number) => {
        const chunks = byPart.get(number);
        return chunks === undefined ? [] : [{ part, ranges: (0,part_ranges/* partRanges */.k)(part, chunks, rules) }];
    });
    return {
        files,
        parts,
        modelDigest: files.length === index.files.length ? index.modelDigest : null,
        fetchedBytes: parts.flatMap(({ ranges }) => ranges).reduce((sum, { begin, end }) => sum + end - begin, 0),
    };
}
function wantedFiles(index, names) {
    const wanted = new Set(names);
    const files = index.files.filter(({ name }) => wanted.delete(name));
    if (wanted.size === 0 && files.length > 0)
        return files;
    throw new errors/* ConfigError */.xL([
        {
            where: `Files to fetch of ${index.tag}`,
            found: wanted.size === 0 ? 'None' : [...wanted].map((name) => JSON.stringify(name)).join(', '),
            allowed: index.files.map(({ name }) => JSON.stringify(name)).join(', '),
            remedy: 'Name files that the version has, or none to fetch all of it',
        },
    ]);
}
function wantedChunks(index, files) {
    const wanted = new Map();
    for (const file of files) {
        let offset = 0;
        for (const chunk of (0,chunk_index/* chunksOf */.U_)(index, file)) {
            const place = { file: file.name, offset };
            const known = wanted.get(chunk.digest);
            if (known === undefined)
                wanted.set(chunk.digest, { ...chunk, places: [place] });
            else
                known.places.push(place);
            offset += chunk.sizeBytes;
        }
    }
    return [...wanted.values()];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/packages/core/src/model-digest.js
var model_digest = __webpack_require__(29807);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/verified-chunks.js
var verified_chunks = __webpack_require__(82067);
;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/verify-fetch.js



/** Begins to verify a planned fetch. */
function verifyFetch(plan) {
    const unread = new Set(plan.parts.flatMap(({ ranges }) => ranges));
    const measured = new Map();
    async function* range({ part }, wanted, stream) {
        const where = `${part.asset} of ${part.release}`;
        const refuse = (found) => differs(where, found, `Bytes ${wanted.begin} to ${wanted.end}`);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const { chunk, bytes } of (0,verified_chunks/* verifiedChunks */.D)(hashed(stream, hash), wanted, refuse)) {
            yield { bytes, places: chunk.places };
        }
        if (isWhole(wanted, part))
            requireDigest(where, `sha256:${hash.digest('hex')}`, part.digest);
        unread.delete(wanted);
    }
    async function file(name, stream) {
        const expected = plan.files.find((candidate) => candidate.name === name);
        if (expected === undefined)
            throw differs(fileLabel(name), 'A file that was not asked for', 'The planned files');
        measured.set(name, await measure(expected, stream));
    }
    function finish() {
        if (unread.size > 0)
            throw differs('The version', `${unread.size} ranges were not read`, 'All planned ranges');
        const missing = plan.files.find(({ name }) => !measured.has(name));
        if (missing !== undefined)
            throw differs(fileLabel(missing.name), 'It was not read', 'All planned files');
        if (plan.modelDigest === null)
            return null;
        const digest = (0,model_digest/* modelDigest */.a9)([...measured.values()]);
        requireDigest('The version', digest, plan.modelDigest);
        return digest;
    }
    return { range, file, finish };
}
async function* hashed(stream, hash) {
    for await (const block of stream) {
        hash.update(block);
        yield block;
    }
}
function isWhole({ begin, end }, part) {
    return begin === 0 && end === part.sizeBytes;
}
async function measure(expected, stream) {
    const where = fileLabel(expected.name);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let sizeBytes = 0;
    for await (const block of stream) {
        hash.update(block);
        sizeBytes += block.length;
        if (sizeBytes > expected.sizeBytes)
            throw differs(where, 'More bytes', `${expected.sizeBytes} bytes`);
    }
    const digest = `sha256:${hash.digest('hex')}`;
    requireDigest(where, digest, expected.digest);
    return { name: expected.name, sizeBytes, digest };
}
function requireDigest(where, digest, expected) {
    if (digest !== expected)
        throw differs(where, `Digest ${digest}`, `Digest ${expected}`);
}
function fileLabel(name) {
    return `Model file ${JSON.stringify(name)}`;
}
function differs(where, found, allowed) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `${where}, while it is fetched`,
        found,
        allowed,
        remedy: 'Fetch again; if it stays, do not use this version and find out who made or changed its release',
    }, { reasonCode: 'digest-mismatch' });
}

// EXTERNAL MODULE: ./build/packages/registry/src/in-parallel.js
var in_parallel = __webpack_require__(71554);
// EXTERNAL MODULE: ./build/packages/registry/src/read-range.js
var read_range = __webpack_require__(40719);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/read-release.js
var read_release = __webpack_require__(31582);
;// CONCATENATED MODULE: ./build/packages/registry/src/fetch/fetch-files.js







/** Ranges that are read at once; each holds one chunk in memory. */
const AT_ONCE = 4;
/**
 * Puts the files of a version together, out of all releases that hold any of them. Every chunk is verified before it is
 * written, every file as it lies there afterwards, and then the model digest.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`; `refused`, reason `not-immutable`, when a release that the
 *   version is read from is gone or does not count. Nothing that is in the store then may be used
 */
async function fetchFiles(ports, manifest, into) {
    const { store, watch } = into;
    const plan = planFetch({ index: manifest });
    const assets = await findParts(ports, plan);
    const verifier = verifyFetch(plan);
    for (const { name, sizeBytes } of plan.files)
        await store.create(name, sizeBytes);
    await fetchRanges(ports, { plan, assets, verifier }, into);
    await (0,in_parallel/* inParallel */.H)(plan.files, AT_ONCE, ({ name }) => verifier.file(name, store.read(name)));
    const digest = verifier.finish();
    watch.progress(`Verified ${manifest.tag}: ${plan.files.length} files, ${digest}`);
    return digest ?? manifest.modelDigest;
}
async function fetchRanges(ports, { plan, assets, verifier }, { store, watch }) {
    const meter = (0,transfer_watch/* transferMeter */.$)(watch, 'Downloading', plan.fetchedBytes);
    const reads = plan.parts.flatMap((fetch) => fetch.ranges.map((range) => ({ fetch, range })));
    await (0,in_parallel/* inParallel */.H)(reads, AT_ONCE, async ({ fetch, range }) => {
        const id = assets.get(fetch.part)?.id ?? 0;
        await (0,read_range/* readRange */.q)(ports.releases, { id, range }, async (stream) => {
            for await (const { bytes, places } of verifier.range(fetch, range, stream)) {
                for (const { file, offset } of places)
                    await store.write(file, offset, bytes);
            }
        });
        meter.add(range.end - range.begin);
    });
    meter.finish();
}
/** The asset of each part, compared with what the manifest says of it; every release must still count. */
async function findParts(ports, plan) {
    const found = new Map();
    for (const [tag, fetches] of Map.groupBy(plan.parts, ({ part }) => part.release)) {
        const release = await (0,read_release/* immutableRelease */.Ev)(ports, tag);
        for (const { part } of fetches)
            found.set(part, (0,part_asset/* partAsset */._)(part, release.assets));
    }
    return found;
}

// EXTERNAL MODULE: ./build/packages/registry/src/fetch/folder-store.js
var folder_store = __webpack_require__(25538);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/no-room.js
var no_room = __webpack_require__(43445);
;// CONCATENATED MODULE: ./build/packages/registry/src/fetch/verify-release.js








/**
 * Reads a published version and checks all of it: immutable releases, annotated tag on the manifest's commit, exactly
 * the assets that the manifest lists, and the digest of every byte. Nothing that the release says about itself is
 * believed; whether the model was authorised is for the caller to verify from `authorisation.json`.
 *
 * The files are put together in a temporary folder, because their chunks come in another order than their bytes; it is
 * gone afterwards.
 *
 * @throws ActionError `refused`, reason `not-immutable`, when there is no such immutable release; `integrity`, reason
 *   `digest-mismatch` or `chunk-index-invalid`, for anything that differs
 */
async function verifyRelease(ports, request) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'gatehouse-verify-'));
    const store = (0,folder_store/* folderStore */.s)(folder);
    try {
        return await (0,no_room/* withoutRoom */.S)(folder, () => readVersion(ports, request, store));
    }
    finally {
        await store.close();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** Reads a version into a store, whose content may be used only when this returns. */
async function readVersion(ports, request, store) {
    const { tag, modelDigest, watch = transfer_watch/* UNWATCHED */.o } = request;
    const release = await (0,read_release/* immutableRelease */.Ev)(ports, tag);
    const { manifest, manifestDigest } = await (0,read_release/* readManifest */.WI)(ports, release);
    await (0,read_release/* requireTagOf */.N)(ports, manifest);
    const expected = modelDigest ?? manifest.modelDigest;
    // Before gigabytes are read for nothing; what is compared here is computed again from the bytes.
    if (manifest.modelDigest !== expected) {
        throw (0,read_release/* differs */.Ag)(tag, `Model digest ${manifest.modelDigest}`, `Model digest ${expected}`);
    }
    const attachments = await (0,read_release/* readAttachments */.V_)(ports, release, manifest);
    const found = await fetchFiles(ports, manifest, { store, watch });
    return { tag, release, manifest, modelDigest: found, manifestDigest, attachments };
}


/***/ }),

/***/ 71554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Works on at most `limit` items at once. After the first failure nothing new is begun; what is under way comes to its
 * end, so that nobody cleans up beneath it, and then the first failure is thrown.
 */
async function inParallel(items, limit, work) {
    const queue = items[Symbol.iterator]();
    const failures = [];
    async function worker() {
        while (failures.length === 0) {
            const next = queue.next();
            if (next.done === true)
                return;
            try {
                await work(next.value);
            }
            catch (error) {
                failures.push(error);
            }
        }
    }
    await Promise.all(Array.from({ length: limit }, worker));
    if (failures.length > 0)
        throw failures[0];
}


/***/ }),

/***/ 40719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ readRange)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** A range that breaks, or comes with other bytes, is read this often in all. */
const MAX_TRIES = 3;
/**
 * Reads a range of an asset and hands it over, once more from its beginning when the connection broke or the bytes were
 * not what they should be. What GitHub refuses stays refused, and so does what the caller cannot write.
 *
 * @throws ActionError of the last try
 */
async function readRange(releases, asset, take) {
    for (let tried = 1;; tried += 1) {
        try {
            await take(await releases.download(asset.id, asset.range));
            return;
        }
        catch (error) {
            const broken = error instanceof _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && (error.code === 'service' || error.code === 'integrity');
            if (!broken || tried === MAX_TRIES)
                throw error;
        }
    }
}


/***/ }),

/***/ 87682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ transferMeter),
/* harmony export */   o: () => (/* binding */ UNWATCHED)
/* harmony export */ });
/** Tells nobody. */
const UNWATCHED = { progress: () => undefined, now: () => new Date(0) };
/** A line of the log at most this often. */
const INTERVAL_MS = 5000;
/**
 * Tells how far a transfer is: bytes, throughput and the time that is left.
 *
 * @param what as in "Uploading parts"
 */
function transferMeter(watch, what, totalBytes) {
    const begun = watch.now().getTime();
    let told = begun;
    let done = 0;
    const line = (at) => {
        const seconds = (at - begun) / 1000;
        const speed = seconds > 0 ? done / seconds : 0;
        const left = speed > 0 && done < totalBytes ? `, ${Math.ceil((totalBytes - done) / speed)} s left` : '';
        return `${what}: ${megabytes(done)} of ${megabytes(totalBytes)} MB, ${megabytes(speed)} MB/s${left}`;
    };
    return {
        add(bytes) {
            done += bytes;
            const at = watch.now().getTime();
            if (at - told < INTERVAL_MS)
                return;
            told = at;
            watch.progress(line(at));
        },
        finish() {
            if (done > 0)
                watch.progress(line(watch.now().getTime()));
        },
    };
}
function megabytes(bytes) {
    return (bytes / 1e6).toFixed(1);
}


/***/ })

};
