export const id = 2648;
export const ids = [2648];
export const modules = {

/***/ 2648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var src_github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence/store.js + 7 modules
var store = __webpack_require__(26993);
// EXTERNAL MODULE: ./build/packages/core/src/resource-uri.js
var resource_uri = __webpack_require__(52768);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var src_policy = __webpack_require__(18612);
;// CONCATENATED MODULE: ./build/packages/governance/src/release-right.js


/**
 * The merged pull request that produced a commit of the default branch, or `null` for a direct push.
 *
 * @throws ActionError `refused`, reason `not-merged`, when several claim to.
 */
async function mergedPullOf(ports, commit) {
    const defaultBranch = await ports.contents.defaultBranch();
    const merged = (await ports.pulls.ofCommit(commit)).filter((pull) => pull.merged && pull.mergeCommitSha === commit && pull.baseRef === defaultBranch);
    const [pull, ...others] = merged;
    if (others.length > 0) {
        throw refused('not-merged', commit, `${merged.length} merged pull requests claim this commit`);
    }
    return pull ?? null;
}
/**
 * Finds and verifies the release authorisation of a model at a merged commit. This is the only door to a release:
 * whoever asks, from whichever branch, without a signed authorisation that names this commit there is none.
 *
 * @throws ActionError `refused`, reason `not-authorised`; `signature-invalid`; `decision-mismatch`.
 */
async function findReleaseRight(ports, policy, request) {
    const { model, commit } = request;
    const trustRoot = (0,src_policy/* trustRootOf */.KE)(policy);
    const pull = await mergedPullOf(ports, commit);
    if (pull === null)
        throw refused('not-authorised', commit, 'no pull request was merged as this commit');
    const subject = { pullRequest: pull.number, model };
    const evaluation = await ports.evidence.readEvaluation(subject, pull.headSha, trustRoot);
    if (evaluation === null)
        throw refused('not-authorised', commit, `no evaluation of "${model}" for its head`);
    const stored = await ports.evidence.readAuthorisation({ model, modelDigest: evaluation.id.modelDigest, mergedSha: commit }, trustRoot);
    if (stored === null)
        throw refused('not-authorised', commit, `no authorisation of ${evaluation.id.modelDigest}`);
    const { authorisation } = stored;
    const expected = (0,resource_uri/* resourceUri */.N)({ repositoryUrl: request.repositoryUrl, headSha: pull.headSha, model });
    const problem = authorisation.model !== model
        ? `an authorisation of the model "${authorisation.model}"`
        : authorisation.resourceUri !== expected
            ? `an authorisation for ${authorisation.resourceUri}`
            : authorisation.headSha !== pull.headSha || authorisation.pullRequest !== pull.number
                ? `an authorisation of pull request #${authorisation.pullRequest} at ${authorisation.headSha}`
                : authorisation.summaryDigest !== evaluation.summaryStatement.digest
                    ? 'an authorisation that rests on another evaluation summary'
                    : null;
    if (problem !== null)
        throw refused('not-authorised', commit, problem);
    return { pull, stored, evaluation };
}
function refused(reasonCode, commit, found) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Commit ${commit}`,
        found,
        allowed: 'a commit of the default branch whose pull request was approved, merged and authorised',
        remedy: 'Merge a pull request with a green gatehouse/governance and let the workflow "authorise" run',
    }, { reasonCode });
}

// EXTERNAL MODULE: ./build/packages/registry/src/candidate.js
var src_candidate = __webpack_require__(72766);
// EXTERNAL MODULE: ./build/packages/registry/src/newest-version.js
var newest_version = __webpack_require__(8896);
// EXTERNAL MODULE: ./build/packages/registry/src/version-tag.js
var version_tag = __webpack_require__(86522);
;// CONCATENATED MODULE: ./build/packages/registry/src/later-version.js



/**
 * Refuses to publish a commit of which a later one is a version of the model already: an authorisation holds for ever, so
 * whoever can start a publication could put old bytes in front as the newest version. What this very commit was published
 * as may be published on, after a run that was killed.
 *
 * @param head tip of the default branch.
 * @throws ActionError `refused`, reason `version-superseded`; also for a commit that is not on the default branch.
 */
async function requireNoLaterVersion(ports, request) {
    const { model, commit, head } = request;
    if ((await (0,newest_version/* publishedAs */.hY)(ports, request)) !== null)
        return;
    const others = (await ports.tags.list(`${model}@v`)).filter((tag) => (0,version_tag/* parseVersionTag */._Q)(tag.name)?.model === model && tag.commit !== commit);
    if (others.length === 0)
        return;
    const since = await ports.contents.commitsBetween(commit, head);
    if (since === null)
        throw superseded(request, 'the commit is not on the default branch');
    const later = others.find((tag) => since.includes(tag.commit));
    if (later !== undefined)
        throw superseded(request, `${later.name} is of ${later.commit}, which came after it`);
}
function superseded({ model, commit }, found) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Publishing ${model} of ${commit}`,
        found,
        allowed: 'a commit after every one that is a version of the model',
        remedy: 'Publish the newest merge; to go back, deploy the older version with rollback: true',
    }, { reasonCode: 'version-superseded' });
}

;// CONCATENATED MODULE: ./build/packages/registry/src/plan-version.js


/**
 * The tag to publish under: the one that an earlier, perhaps killed, run made for this model digest and commit, else
 * the next. Without this a job that is run again would publish the same bytes a second time, under a higher version.
 *
 * Drafts count for nothing: everyone who may write can make one. A killed run that had not made its tag finds the same
 * number again, as long as nothing else was published.
 */
async function planVersion(ports, request) {
    const own = await (0,newest_version/* publishedAs */.hY)(ports, request);
    if (own !== null)
        return own;
    const published = (await ports.releases.list()).filter(({ draft }) => !draft);
    const names = [...published.map(({ tag }) => tag), ...(request.burned ?? [])];
    const taken = [...(await ports.tags.list(`${request.model}@v`)), ...names.map((name) => ({ name }))];
    return (0,version_tag/* nextVersion */.yU)(taken, request.model, request.bump);
}

// EXTERNAL MODULE: ./build/packages/registry/src/fetch/read-release.js
var read_release = __webpack_require__(31582);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/verify-release.js + 3 modules
var verify_release = __webpack_require__(44348);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/registry/src/publish/upload-asset.js


/** Uploads that break are tried this often in all; each further try begins with what GitHub says it has. */
const MAX_TRIES = 3;
/**
 * Brings one asset to the state "on GitHub, whole, with the planned bytes", whatever is there already.
 *
 * The digest is computed over the very bytes that are sent, or over those that would be where GitHub has an asset
 * already; it must be the planned one and GitHub's own.
 *
 * @param seen the draft as it was read last; it is read again only after a failure, which saves a request per asset
 * @throws ActionError `integrity`, reason `digest-mismatch`, when the bytes are others than planned; the wrong asset is
 *   deleted. `service` when the upload breaks three times.
 */
async function ensureAsset(releases, seen, asset) {
    let draft = seen;
    for (let tried = 1;; tried += 1) {
        const kept = await keepOrDelete(releases, draft, asset);
        if (kept !== null)
            return kept;
        try {
            return await uploadOnce(releases, draft, asset);
        }
        catch (error) {
            const broken = error instanceof errors/* ActionError */.lZ && error.code === 'service';
            if (!broken || tried === MAX_TRIES)
                throw error;
            draft = await releases.get(seen.id);
        }
    }
}
/** What the draft holds already. Half an upload (`starter`), or one with other bytes, is deleted. */
async function keepOrDelete(releases, draft, asset) {
    const same = draft.assets.filter(({ name }) => name === asset.name);
    if (same.length === 0)
        return null;
    const uploaded = same.some(({ state, sizeBytes }) => state === 'uploaded' && sizeBytes === asset.sizeBytes);
    // Nothing that is in a draft says whose bytes they are, so ours are read.
    const digest = asset.digest ?? (uploaded ? await digestOf(asset) : null);
    const planned = digest === null ? null : { name: asset.name, sizeBytes: asset.sizeBytes, digest };
    const whole = planned === null ? undefined : same.find((present) => isWhole(present, planned));
    for (const present of same) {
        if (present !== whole)
            await releases.deleteAsset(present.id);
    }
    return whole === undefined ? null : planned;
}
/** True when GitHub has all bytes of the asset, and they are the planned ones. */
function isWhole(present, asset) {
    return present.state === 'uploaded' && present.sizeBytes === asset.sizeBytes && present.digest === asset.digest;
}
async function digestOf(asset) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const block of asset.open())
        hash.update(block);
    return `sha256:${hash.digest('hex')}`;
}
async function uploadOnce(releases, draft, asset) {
    let hash = (0,external_node_crypto_.createHash)('sha256');
    const { name, contentType, sizeBytes } = asset;
    const uploaded = await releases.upload(draft, {
        name,
        contentType,
        sizeBytes,
        async *open() {
            // The adapter opens again when a rate limit made it start over.
            hash = (0,external_node_crypto_.createHash)('sha256');
            for await (const block of asset.open()) {
                hash.update(block);
                yield block;
            }
        },
    });
    const sent = `sha256:${hash.digest('hex')}`;
    const planned = { name, sizeBytes, digest: asset.digest ?? sent };
    if (sent === planned.digest && uploaded.name === name && isWhole(uploaded, planned))
        return planned;
    await releases.deleteAsset(uploaded.id);
    throw mismatch(planned, sent, uploaded);
}
function mismatch(asset, sent, uploaded) {
    const found = sent === asset.digest
        ? `GitHub has "${uploaded.name}", ${uploaded.sizeBytes} bytes, state "${uploaded.state}", digest ${uploaded.digest}`
        : `The bytes that were sent have the digest ${sent}`;
    return new errors/* ActionError */.lZ('integrity', {
        where: `Asset "${asset.name}"`,
        found,
        allowed: `${asset.sizeBytes} bytes with the digest ${asset.digest}`,
        remedy: 'Nothing was published; find out what changed the file, and run the job again',
    }, { reasonCode: 'digest-mismatch' });
}

;// CONCATENATED MODULE: ./build/packages/registry/src/publish/confirm-release.js




/** The first way in which a release does not hold exactly these assets, or `null`. */
function differenceOf(release, tag, assets) {
    if (release.tag !== tag)
        return `its tag is "${release.tag}"`;
    for (const asset of assets) {
        const present = release.assets.filter(({ name }) => name === asset.name);
        const [only] = present;
        if (only === undefined)
            return `"${asset.name}" is missing`;
        if (present.length > 1 || !isWhole(only, asset))
            return `"${asset.name}" has the digest ${only.digest}`;
    }
    const planned = new Set(assets.map(({ name }) => name));
    const extra = release.assets.find(({ name }) => !planned.has(name));
    return extra === undefined ? null : `"${extra.name}" was not planned`;
}
/** @throws ActionError `integrity`, reason `digest-mismatch` */
function requireUnchanged(release, tag, assets) {
    const different = differenceOf(release, tag, assets);
    if (different !== null)
        throw changedAtPublishing(tag, different);
}
/**
 * What is true of a release that counts; the tag is read back by whoever uses the version.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`; `refused`, reason `not-immutable`
 */
function requireConfirmed(release, tag, assets) {
    if (release.draft)
        throw changedAtPublishing(tag, 'it is still a draft');
    requireUnchanged(release, tag, assets);
    if (!release.immutable)
        throw notImmutable(tag);
}
/**
 * The manifest of a version that an earlier run published, once all of it was read and found to be this publication. It
 * is not planned anew: what it refers to may be retired since.
 *
 * @throws ActionError `refused`, reason `version-exists` or `not-immutable`
 */
async function requireSame(ports, release, { plan, watch }) {
    try {
        const { manifest } = await (0,read_release/* readManifest */.WI)(ports, release);
        const other = otherPublication(manifest, plan);
        if (other !== null)
            throw versionExists(plan, other);
        if (!release.immutable)
            throw notImmutable(plan.tag);
        await (0,verify_release/* verifyRelease */.V)(ports, { tag: plan.tag, modelDigest: plan.modelDigest, watch });
        return manifest;
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'integrity')
            throw error;
        throw versionExists(plan, error.fault.found, error);
    }
}
function otherPublication(manifest, plan) {
    if (manifest.commit !== plan.commit)
        return `commit ${manifest.commit}`;
    if (manifest.modelDigest !== plan.modelDigest)
        return `model ${manifest.modelDigest}`;
    const digests = new Map(manifest.attachments.map(({ name, digest }) => [name, digest]));
    const other = plan.attachments.find(({ name, digest }) => digests.get(name) !== digest);
    if (other !== undefined)
        return `another "${other.name}"`;
    return digests.size === plan.attachments.length ? null : 'other attachments';
}
function versionExists(plan, found, cause) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Version ${plan.tag}`,
        found: `It is there already, with ${found}`,
        allowed: `Nothing, or the same bytes on commit ${plan.commit}`,
        remedy: 'Publish the next version; a version is never replaced',
    }, { cause, reasonCode: 'version-exists' });
}
function changedAtPublishing(tag, found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `Release of ${tag}`,
        found: `Not what was uploaded: ${found}`,
        allowed: 'Exactly the planned assets with the planned digests',
        remedy: 'Somebody changes releases while they are published: find out who, then publish the next version',
    }, { reasonCode: 'digest-mismatch' });
}
function notImmutable(tag) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Release of ${tag}`,
        found: 'It is published and not immutable, so this version does not count',
        allowed: 'Immutable releases only',
        remedy: 'Switch on "Enable release immutability" under Settings > General > Releases of the repository (it holds for later releases only), then publish the next version',
    }, { reasonCode: 'not-immutable' });
}

// EXTERNAL MODULE: ./build/packages/registry/src/publish/publish-plan.js
var publish_plan = __webpack_require__(37134);
;// CONCATENATED MODULE: ./build/packages/registry/src/publish/ensure-tag.js


/**
 * True when the tag is there; it must be the one that an earlier run of this plan made.
 *
 * @throws ActionError `refused`, reason `version-exists`
 */
async function hasTag(ports, plan) {
    const tag = (await ports.tags.list(plan.tag)).find(({ name }) => name === plan.tag);
    if (tag === undefined)
        return false;
    if ((0,publish_plan/* isTagOf */.ke)(tag, plan))
        return true;
    throw versionExists(plan, `a tag on commit ${tag.commit} with the message "${tag.message.split('\n')[0]}"`);
}
/** Makes the annotated tag unless it is there. */
async function ensureTag(ports, plan) {
    if (await hasTag(ports, plan))
        return;
    try {
        await ports.tags.create({ name: plan.tag, commit: plan.commit, message: (0,publish_plan/* tagMessage */.ib)(plan) });
    }
    catch (error) {
        // The answer may have been lost although the tag was made.
        if (!(await hasTag(ports, plan)))
            throw error;
    }
}

// EXTERNAL MODULE: ./build/packages/registry/src/asset-names.js
var asset_names = __webpack_require__(98350);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/verified-chunks.js
var verified_chunks = __webpack_require__(82067);
;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/part-bytes.js


/**
 * The bytes of a new part, chunk by chunk, read from the model files in as few ranges as there are. Every chunk is
 * hashed again before it leaves, because the files may have changed since they were cut.
 *
 * @throws ActionError `integrity`, reason `file-changed`
 */
async function* partBytes(part, read) {
    for (const source of sourcesOf(part)) {
        const range = { file: source.file, begin: source.begin, end: source.end };
        for await (const { bytes } of (0,verified_chunks/* verifiedChunks */.D)(read(range), source, (found) => changed(range, found)))
            yield bytes;
    }
}
function sourcesOf(part) {
    const sources = [];
    for (const { file, fileOffset, ...chunk } of part.chunks) {
        const inFile = { ...chunk, file, fileOffset, offset: fileOffset };
        const end = fileOffset + chunk.sizeBytes;
        const last = sources.at(-1);
        if (last !== undefined && last.file === file && last.end === fileOffset) {
            last.end = end;
            last.chunks.push(inFile);
        }
        else
            sources.push({ file, begin: fileOffset, end, chunks: [inFile] });
    }
    return sources;
}
function changed({ file, begin, end }, found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `Model file ${JSON.stringify(file)}, bytes ${begin} to ${end}`,
        found,
        allowed: 'The bytes that it had when it was cut into chunks',
        remedy: 'Let nothing write into the folder while it is published, and run it again',
    }, { reasonCode: 'file-changed' });
}

// EXTERNAL MODULE: ./build/packages/core/src/model-files.js
var model_files = __webpack_require__(6804);
// EXTERNAL MODULE: ./build/packages/core/src/code-point-order.js
var code_point_order = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/check-chunk-index.js
var check_chunk_index = __webpack_require__(22047);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/refused-index.js
var refused_index = __webpack_require__(28555);
;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/choose-releases.js


/**
 * Places in earlier releases for as many bytes of these chunks as at most `maxReleases` releases hold: again and again
 * the release that holds most of what has no place yet. A version therefore never needs a longer chain; what lies in
 * the releases that are left out is stored anew.
 *
 * Only what a release stores itself is looked at, so nothing that an index says of other releases is believed.
 *
 * @throws ActionError `integrity`, reason `chunk-index-invalid`, when an earlier version gives a chunk another size
 */
function chooseReleases(chunks, earlier, maxReleases) {
    const wanted = new Map(chunks.map((chunk) => [chunk.digest, chunk]));
    const offers = new Map(earlier
        .toSorted((a, b) => (0,code_point_order/* compareCodePoints */.O)(a.tag, b.tag))
        .map((index) => [index.tag, offersOf(index, wanted)]));
    const places = new Map();
    for (let chosen = 0; chosen < maxReleases; chosen++) {
        const best = mostBytes(offers, wanted);
        if (best === null)
            break;
        for (const [digest, place] of best) {
            if (wanted.delete(digest))
                places.set(digest, place);
        }
    }
    return places;
}
function offersOf(index, wanted) {
    const offers = new Map();
    for (const { digest, sizeBytes, part: number, offset } of index.chunks) {
        const chunk = wanted.get(digest);
        const part = index.parts[number];
        if (chunk === undefined || part === undefined || part.release !== index.tag)
            continue;
        if (chunk.sizeBytes !== sizeBytes)
            throw (0,refused_index/* refusedIndex */.n)(index.tag, `Chunk ${digest} has ${sizeBytes} bytes there`);
        offers.set(digest, { part, offset });
    }
    return offers;
}
/** The first of those that hold as many, so that planning again gives the same. */
function mostBytes(offers, wanted) {
    let best = null;
    for (const offer of offers.values()) {
        let bytes = 0;
        for (const digest of offer.keys())
            bytes += wanted.get(digest)?.sizeBytes ?? 0;
        if (bytes > (best?.bytes ?? 0))
            best = { offer, bytes };
    }
    return best?.offer ?? null;
}

// EXTERNAL MODULE: ./build/packages/registry/src/chunks/chunk-index.js
var chunk_index = __webpack_require__(74034);
// EXTERNAL MODULE: ./build/packages/registry/src/chunks/earlier-version.js
var earlier_version = __webpack_require__(37991);
;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/pack-parts.js


const PART_LIMITS = {
    usualPartBytes: 256 * 1024 * 1024,
    maxPartBytes: asset_names/* MAX_ASSET_BYTES */.IC,
    maxParts: asset_names/* MAX_ASSETS */.v8,
};
/**
 * Packs chunks into parts, in their order and one behind the other. Parts grow from the usual size to the largest one
 * as far as the number of parts asks for it.
 *
 * @throws ActionError `refused`, reason `release-full`, when a release cannot hold them
 */
function packParts(chunks, limits) {
    const size = partSize(chunks, limits);
    const parts = [];
    let packed = [];
    let filled = 0;
    const close = () => {
        if (packed.length > 0)
            parts.push({ asset: assetOf(parts.length + 1), sizeBytes: filled, chunks: packed });
        packed = [];
        filled = 0;
    };
    for (const chunk of chunks) {
        if (filled + chunk.sizeBytes > size)
            close();
        packed.push({ ...chunk, offset: filled });
        filled += chunk.sizeBytes;
    }
    close();
    if (parts.length > limits.maxParts || parts.some(({ sizeBytes }) => sizeBytes > limits.maxPartBytes)) {
        throw releaseFull(parts, limits);
    }
    return parts;
}
/** A part is closed with less than one chunk of room left, so parts of this size are never too many. */
function partSize(chunks, { usualPartBytes, maxPartBytes, maxParts }) {
    let total = 0;
    let largest = 0;
    for (const { sizeBytes } of chunks) {
        total += sizeBytes;
        largest = Math.max(largest, sizeBytes);
    }
    return Math.min(maxPartBytes, Math.max(usualPartBytes, Math.ceil(total / maxParts) + largest));
}
function assetOf(number) {
    return `part-${String(number).padStart(4, '0')}`;
}
function releaseFull(parts, limits) {
    const total = parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    return new errors/* ActionError */.lZ('refused', {
        where: 'Parts of the release',
        found: `${total} bytes to store, which take ${parts.length} parts`,
        allowed: `At most ${limits.maxParts} parts of ${limits.maxPartBytes} bytes`,
        remedy: 'Split the model into several models, each with versions of its own',
    }, { reasonCode: 'release-full' });
}

;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/plan-chunks.js








/**
 * Decides what a version stores: every chunk that is in none of the releases it refers to, once, in the order of the
 * files. Releases that would make the chain longer than {@link MAX_RELEASES} are not referred to.
 *
 * @throws ConfigError for file names that a model cannot have
 * @throws ActionError `refused`, reason `release-full`; `integrity`, reason `chunk-index-invalid`, for an index of
 *   another model or of a version that is not earlier
 */
function planChunks(request) {
    const { tag, earlier, repack = false, limits = { ...PART_LIMITS, maxReleases: chunk_index/* MAX_RELEASES */.c1 } } = request;
    const model = modelOf(tag);
    (0,model_files/* checkModelFiles */.h)(request.files);
    for (const index of earlier) {
        const fault = (0,earlier_version/* notEarlier */.A)(index.tag, tag);
        if (fault !== null)
            throw (0,refused_index/* refusedIndex */.n)(index.tag, `It was given as an earlier version: ${fault}`);
    }
    const files = request.files.toSorted((a, b) => (0,code_point_order/* compareCodePoints */.O)(a.name, b.name));
    const distinct = distinctChunks(files);
    // One release of the chain is the version's own.
    const referenced = chooseReleases(distinct, repack ? [] : earlier, limits.maxReleases - 1);
    const stored = distinct.filter(({ digest }) => !referenced.has(digest));
    const storedBytes = bytesOf(stored);
    return {
        tag,
        model,
        files,
        parts: packParts(stored, limits),
        referenced,
        storedBytes,
        referencedBytes: bytesOf(distinct) - storedBytes,
    };
}
/**
 * The index of a planned version, once the bytes of its parts were read.
 *
 * @param digests SHA-256 of each new part by asset name
 * @throws ActionError `bug` for a part without a digest, and whatever a reader of the index would throw
 */
function indexOf(plan, digests) {
    const places = new Map(plan.referenced);
    for (const { asset, sizeBytes, chunks } of plan.parts) {
        const part = { release: plan.tag, asset, sizeBytes, digest: digests.get(asset) ?? missing(asset) };
        for (const { digest, offset } of chunks)
            places.set(digest, { part, offset });
    }
    const index = (0,chunk_index/* buildChunkIndex */.Q$)({ ...plan, placeOf: ({ digest }) => places.get(digest) ?? missing(digest) });
    (0,check_chunk_index/* checkChunkIndex */.a)(index);
    return index;
}
function distinctChunks(files) {
    const distinct = new Map();
    for (const { name, chunks } of files) {
        let fileOffset = 0;
        for (const chunk of chunks) {
            if (!distinct.has(chunk.digest))
                distinct.set(chunk.digest, { ...chunk, file: name, fileOffset });
            fileOffset += chunk.sizeBytes;
        }
    }
    return [...distinct.values()];
}
function bytesOf(chunks) {
    return chunks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
function modelOf(tag) {
    const version = (0,version_tag/* parseVersionTag */._Q)(tag);
    if (version !== null)
        return version.model;
    throw new errors/* ConfigError */.xL([
        {
            where: 'Version tag',
            found: `"${tag}"`,
            allowed: 'A tag "name@vX.Y.Z"',
            remedy: 'Let the next version be computed from the tags of the repository',
        },
    ]);
}
function missing(what) {
    throw new errors/* ActionError */.lZ('bug', {
        where: 'Chunk index that is being made',
        found: `Nothing is known of ${what}`,
        allowed: 'A digest for every part, and a part for every chunk',
        remedy: 'Report this as a bug',
    });
}

// EXTERNAL MODULE: ./build/packages/registry/src/in-parallel.js
var in_parallel = __webpack_require__(71554);
// EXTERNAL MODULE: ./build/packages/registry/src/manifest.js + 1 modules
var src_manifest = __webpack_require__(41401);
// EXTERNAL MODULE: ./build/packages/registry/src/transfer-watch.js
var transfer_watch = __webpack_require__(87682);
;// CONCATENATED MODULE: ./build/packages/registry/src/publish/fill-draft.js








/** Uploads at once; each holds one chunk in memory. */
const AT_ONCE = 4;
const OCTETS = 'application/octet-stream';
const CONTENT_TYPES = {
    json: 'application/json',
    jsonl: 'application/jsonl',
    md: 'text/markdown',
};
/** Deletes what a draft holds beside the planned assets. */
async function clearDraft(ports, { plan, chunks, draft }) {
    const planned = new Set([asset_names/* MANIFEST_ASSET */.ny, ...chunks.parts.map(({ asset }) => asset)]);
    for (const { name } of plan.attachments)
        planned.add(name);
    for (const { id, name } of draft.assets) {
        if (!planned.has(name))
            await ports.releases.deleteAsset(id);
    }
}
/** Uploads the parts that the draft does not hold whole. */
async function storeParts(ports, filling) {
    const { plan, chunks, draft, watch } = filling;
    const read = readerOf(plan);
    const meter = (0,transfer_watch/* transferMeter */.$)(watch, 'Uploading parts', chunks.storedBytes);
    const stored = [];
    await (0,in_parallel/* inParallel */.H)(chunks.parts, AT_ONCE, async (part) => {
        const { asset: name, sizeBytes } = part;
        const open = () => metered(partBytes(part, read), meter);
        stored.push(await ensureAsset(ports.releases, draft, { name, sizeBytes, contentType: OCTETS, digest: null, open }));
    });
    meter.finish();
    return stored;
}
async function storeAttachments(ports, { plan, draft }) {
    const stored = [];
    await (0,in_parallel/* inParallel */.H)(plan.attachments, AT_ONCE, async (file) => {
        stored.push(await ensureAsset(ports.releases, draft, { ...file, ...fill_draft_assetOf(file) }));
    });
    return stored;
}
/** Uploads the manifest; when it is there, so is everything else. */
async function storeManifest(ports, { plan, chunks, draft }, parts) {
    const digests = new Map(parts.map(({ name, digest }) => [name, digest]));
    const manifest = (0,src_manifest/* buildManifest */.u1)({ ...plan, index: indexOf(chunks, digests) });
    const bytes = (0,src_manifest/* writeManifest */.HN)(manifest);
    const stored = await ensureAsset(ports.releases, draft, {
        name: asset_names/* MANIFEST_ASSET */.ny,
        contentType: contentType(asset_names/* MANIFEST_ASSET */.ny),
        sizeBytes: bytes.length,
        digest: (0,digest/* sha256 */.sc)(bytes),
        async *open() {
            yield bytes;
        },
    });
    return { manifest, stored };
}
function readerOf(plan) {
    const files = new Map(plan.files.map((file) => [file.name, file]));
    return ({ file, begin, end }) => {
        const found = files.get(file);
        if (found !== undefined)
            return found.open({ begin, end });
        throw new errors/* ActionError */.lZ('bug', {
            where: `Publishing ${plan.tag}`,
            found: `A part with bytes of ${JSON.stringify(file)}`,
            allowed: 'Parts with bytes of planned files',
            remedy: 'Report this as a bug',
        });
    };
}
function fill_draft_assetOf(file) {
    return { contentType: contentType(file.name), open: () => file.open() };
}
function contentType(name) {
    return CONTENT_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? OCTETS;
}
async function* metered(stream, meter) {
    for await (const block of stream) {
        meter.add(block.length);
        yield block;
    }
}

;// CONCATENATED MODULE: ./build/packages/registry/src/publish/open-draft.js

/**
 * The draft of this very publication, or a new one. GitHub may have made a second one where an answer was lost.
 *
 * @param earlier releases and drafts of the tag
 */
async function openDraft(ports, plan, earlier) {
    const marker = (0,publish_plan/* draftMarker */.kC)(plan);
    const [own, ...doubles] = earlier
        .filter(({ draft, body }) => draft && body.includes(marker))
        .toSorted((a, b) => a.id - b.id);
    for (const double of doubles)
        await ports.releases.deleteDraft(double.id);
    if (own !== undefined && describes(own, plan))
        return ports.releases.get(own.id);
    if (own !== undefined)
        await ports.releases.deleteDraft(own.id);
    return ports.releases.createDraft({
        tag: plan.tag,
        targetCommit: plan.commit,
        title: plan.tag,
        body: (0,publish_plan/* releaseBody */.ul)(plan),
    });
}
/** False for a draft whose commit, title or notes somebody wrote; GitHub may give line ends and white space back otherwise. */
function describes({ targetCommit, title, body }, plan) {
    const written = (text) => text.replaceAll('\r\n', '\n').trimEnd();
    return targetCommit === plan.commit && title === plan.tag && written(body) === written((0,publish_plan/* releaseBody */.ul)(plan));
}

;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/content-cut.js

/** Bits by which the strict rule asks for more than the size needs, and the loose one for less (FastCDC, level 2). */
const NORMALISATION = 2;
const WORD_BITS = 32;
const VALUES_PER_HASH = 8;
/**
 * One random number for each byte. They come out of SHA-256, so that nobody chose them and another implementation can
 * make them too: number 8·i + j is the j-th big-endian word of SHA-256 of the text `gatehouse gear <i>`.
 */
const GEAR = Int32Array.from({ length: 256 }, (_, byte) => (0,external_node_crypto_.hash)('sha256', `gatehouse gear ${Math.floor(byte / VALUES_PER_HASH)}`, 'buffer').readInt32BE((byte % VALUES_PER_HASH) * 4));
function emptyChunk() {
    return { sizeBytes: 0, gear: 0 };
}
/**
 * Takes bytes into a chunk until its content ends it: FastCDC with normalisation, over a gear hash of 32 bits. Where a
 * chunk ends depends on its own bytes only, never on how the stream was split, so the state may be kept between calls.
 * Bytes below the smallest size are not looked at, which makes chunks larger than the bits of the rules say.
 */
function advance(chunk, bytes, sizes) {
    const bits = Math.round(Math.log2(sizes.normalBytes));
    const unread = Math.min(bytes.length, Math.max(0, sizes.minBytes - chunk.sizeBytes));
    chunk.sizeBytes += unread;
    const strict = scan(chunk, bytes, {
        from: unread,
        until: sizes.normalBytes,
        bits: bits + NORMALISATION,
    });
    if (strict.complete)
        return strict;
    const loose = scan(chunk, bytes, { from: strict.taken, until: sizes.maxBytes, bits: bits - NORMALISATION });
    return { taken: loose.taken, complete: loose.complete || chunk.sizeBytes >= sizes.maxBytes };
}
function scan(chunk, bytes, zone) {
    const end = Math.min(bytes.length, zone.from + Math.max(0, zone.until - chunk.sizeBytes));
    // The highest bits of the hash depend on the most bytes.
    const mask = -1 << (WORD_BITS - zone.bits);
    let gear = chunk.gear;
    let at = zone.from;
    let complete = false;
    while (at < end && !complete) {
        gear = ((gear << 1) + (GEAR[bytes[at] ?? 0] ?? 0)) | 0;
        complete = (gear & mask) === 0;
        at += 1;
    }
    chunk.gear = gear;
    chunk.sizeBytes += at - zone.from;
    return { taken: at, complete };
}

// EXTERNAL MODULE: ./build/packages/registry/src/chunks/cut-sizes.js
var cut_sizes = __webpack_require__(66449);
// EXTERNAL MODULE: ./build/packages/core/src/safetensors.js
var safetensors = __webpack_require__(31518);
;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/tensor-fences.js

/**
 * Offsets at which a safetensors file is cut whatever its content is, ascending, so that a changed tensor changes its
 * own chunks only: behind the header, around every tensor of at least `minBytes`, and within a row of smaller ones as
 * soon as together they have as many. That bounds the number of chunks by the size of the file, whatever its header
 * says.
 *
 * A file of another name, or one that is not what its name says, has no fences: whether it may be published is for the
 * artifact gate to judge.
 */
async function tensorFences(file, readHead, minBytes) {
    if (!file.name.endsWith('.safetensors'))
        return [];
    try {
        const prefix = await readHead(safetensors/* SAFETENSORS_PREFIX_BYTES */.Zf);
        const dataAt = safetensors/* SAFETENSORS_PREFIX_BYTES */.Zf + (0,safetensors/* safetensorsHeaderLength */.fq)(prefix, file.sizeBytes);
        const { tensors } = (0,safetensors/* checkSafetensors */.Ir)(await readHead(dataAt), file.sizeBytes);
        const ends = tensors.map(({ begin, end }) => ({ begin: dataAt + begin, end: dataAt + end }));
        return fencesOf(ends, { dataAt, minBytes }).filter((offset) => offset < file.sizeBytes);
    }
    catch (error) {
        if (error instanceof safetensors/* SafetensorsError */.qW)
            return [];
        throw error;
    }
}
function fencesOf(tensors, file) {
    const fences = [file.dataAt];
    const fence = (offset) => {
        if (offset > (fences.at(-1) ?? 0))
            fences.push(offset);
    };
    for (const { begin, end } of tensors) {
        if (end - begin >= file.minBytes)
            fence(begin);
        if (end - (fences.at(-1) ?? 0) >= file.minBytes)
            fence(end);
    }
    return fences;
}

;// CONCATENATED MODULE: ./build/packages/registry/src/chunks/cut-file.js





/**
 * Cuts a file by its content, and at tensor boundaries where it is safetensors. Nothing but the header of safetensors
 * is held in memory; the chunks are the same however the stream is split.
 *
 * @throws ActionError `integrity`, reason `file-changed`, when the stream has another number of bytes than stated
 */
async function cutFile(file, sizes = cut_sizes/* CUT_SIZES */.M) {
    const fences = await tensorFences(file, (sizeBytes) => readHead(file, sizeBytes), sizes.minBytes);
    const cutter = fileCutter(fences, sizes);
    for await (const block of file.open()) {
        cutter.take(block);
        if (cutter.position() > file.sizeBytes)
            throw otherSize(file, `More than ${file.sizeBytes} bytes`);
    }
    if (cutter.position() !== file.sizeBytes)
        throw otherSize(file, `${cutter.position()} bytes`);
    return { name: file.name, sizeBytes: file.sizeBytes, ...cutter.finish() };
}
function fileCutter(fences, sizes) {
    const whole = (0,external_node_crypto_.createHash)('sha256');
    const chunks = [];
    let open = emptyChunk();
    let hash = (0,external_node_crypto_.createHash)('sha256');
    let position = 0;
    let nextFence = 0;
    function close() {
        chunks.push({ digest: cut_file_digestOf(hash), sizeBytes: open.sizeBytes });
        open = emptyChunk();
        hash = (0,external_node_crypto_.createHash)('sha256');
    }
    function take(block) {
        whole.update(block);
        for (let rest = block; rest.length > 0;) {
            const fence = fences[nextFence] ?? Number.POSITIVE_INFINITY;
            const { taken, complete } = advance(open, rest.subarray(0, fence - position), sizes);
            hash.update(rest.subarray(0, taken));
            position += taken;
            rest = rest.subarray(taken);
            if (position === fence)
                nextFence += 1;
            if (complete || position === fence)
                close();
        }
    }
    function finish() {
        if (open.sizeBytes > 0)
            close();
        return { digest: cut_file_digestOf(whole), chunks };
    }
    return { take, position: () => position, finish };
}
async function readHead(file, sizeBytes) {
    const blocks = [];
    let read = 0;
    for await (const block of file.open()) {
        blocks.push(block);
        read += block.length;
        if (read >= sizeBytes)
            break;
    }
    return Buffer.concat(blocks).subarray(0, sizeBytes);
}
function cut_file_digestOf(hash) {
    return `sha256:${hash.digest('hex')}`;
}
function otherSize(file, found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `Model file ${JSON.stringify(file.name)}`,
        found,
        allowed: `${file.sizeBytes} bytes, as it had when it was listed`,
        remedy: 'Let nothing write into the folder while it is published, and run it again',
    }, { reasonCode: 'file-changed' });
}

// EXTERNAL MODULE: ./build/packages/registry/src/chunks/part-asset.js
var part_asset = __webpack_require__(43752);
;// CONCATENATED MODULE: ./build/packages/registry/src/publish/earlier-versions.js







/** Manifests that are read: one request and a megabyte or more each, for bytes that older versions rarely still share. */
const MAX_READ = 32;
/**
 * The versions that a new one may refer to: immutable releases of earlier versions with the tag that publishing makes,
 * the newest first, then what that one refers to, at most 32. Without the second rule an old release that holds most of
 * the model would be forgotten behind many small versions.
 *
 * A version that does not hold together is left out, so that its bytes are stored anew: whoever can make a release by
 * hand must not be able to stop publishing.
 */
async function earlierVersions(ports, request) {
    const waiting = candidatesOf(request);
    const tags = await ports.tags.list(`${request.model}@v`);
    const found = [];
    for (let read = 0; read < MAX_READ; read += 1) {
        const release = waiting.shift();
        if (release === undefined)
            break;
        const earlier = await readEarlier(ports, { release, tags, skip: request.skip });
        if (earlier === null)
            continue;
        found.push(earlier.version);
        if (found.length === 1)
            bringForward(waiting, earlier.refersTo);
    }
    return found;
}
function candidatesOf({ tag, releases }) {
    return releases
        .filter((release) => !release.draft && release.immutable && (0,earlier_version/* notEarlier */.A)(release.tag, tag) === null)
        .flatMap((release) => {
        const version = (0,version_tag/* parseVersionTag */._Q)(release.tag);
        return version === null ? [] : [{ release, version }];
    })
        .toSorted((a, b) => (0,version_tag/* compareVersions */.Zy)(b.version, a.version))
        .map(({ release }) => release);
}
function bringForward(waiting, tags) {
    const first = waiting.filter(({ tag }) => tags.includes(tag));
    const others = waiting.filter(({ tag }) => !tags.includes(tag));
    waiting.splice(0, waiting.length, ...first, ...others);
}
async function readEarlier(ports, { release, tags, skip, }) {
    try {
        const { manifest } = await (0,read_release/* readManifest */.WI)(ports, release);
        const { tag, parts, chunks } = manifest;
        if (!tags.some((candidate) => (0,publish_plan/* isTagOf */.ke)(candidate, manifest))) {
            skip(tag, 'no annotated tag that publishing makes');
            return null;
        }
        for (const part of parts.filter((candidate) => candidate.release === tag))
            (0,part_asset/* partAsset */._)(part, release.assets);
        // The rest of an index is as large as the model's, and 32 of them are held.
        const own = chunks.filter(({ part }) => parts[part]?.release === tag);
        return { version: { store: { tag, parts, chunks: own }, assets: release.assets }, refersTo: (0,chunk_index/* releasesOf */.w0)(manifest) };
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'integrity')
            throw error;
        skip(release.tag, error.fault.found);
        return null;
    }
}

// EXTERNAL MODULE: ./build/packages/registry/src/chunks/part-ranges.js
var part_ranges = __webpack_require__(10224);
// EXTERNAL MODULE: ./build/packages/registry/src/read-range.js
var read_range = __webpack_require__(40719);
;// CONCATENATED MODULE: ./build/packages/registry/src/publish/verify-references.js







const verify_references_AT_ONCE = 4;
/**
 * Reads every byte that a version is going to refer to. The manifest of an earlier version says which chunks its parts
 * hold, and nothing but the bytes can show that it is true: without this a release made by hand would give us versions
 * that can never be fetched.
 *
 * @returns the first release whose bytes are others, or `null`
 */
async function findFalseRelease(ports, plan, known) {
    const assets = new Map(known.earlier.map(({ store, assets: listed }) => [store.tag, listed]));
    const meter = (0,transfer_watch/* transferMeter */.$)(known.watch, 'Verifying bytes of earlier versions', plan.referencedBytes);
    const found = [];
    await (0,in_parallel/* inParallel */.H)(wantedByPart(plan), verify_references_AT_ONCE, async ([part, chunks]) => {
        const { id } = (0,part_asset/* partAsset */._)(part, assets.get(part.release) ?? []);
        for (const range of (0,part_ranges/* partRanges */.k)(part, chunks, part_ranges/* DEFAULT_RANGE_RULES */.S)) {
            if (found.length > 0)
                return;
            const refuse = (text) => otherBytes(part, text);
            try {
                await (0,read_range/* readRange */.q)(ports.releases, { id, range }, async (stream) => {
                    for await (const _ of (0,verified_chunks/* verifiedChunks */.D)(stream, range, refuse))
                        ;
                });
            }
            catch (error) {
                if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'integrity')
                    throw error;
                found.push(part.release);
            }
            meter.add(range.chunks.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
        }
    });
    meter.finish();
    return found[0] ?? null;
}
function wantedByPart(plan) {
    const sizes = new Map();
    for (const { digest, sizeBytes } of plan.files.flatMap(({ chunks }) => chunks))
        sizes.set(digest, sizeBytes);
    const byPart = new Map();
    for (const [digest, { part, offset }] of plan.referenced) {
        const wanted = { digest, sizeBytes: sizes.get(digest) ?? 0, offset, places: [] };
        const known = byPart.get(part);
        if (known === undefined)
            byPart.set(part, [wanted]);
        else
            known.push(wanted);
    }
    return byPart;
}
function otherBytes(part, found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `${part.asset} of ${part.release}`,
        found,
        allowed: 'The chunks that the manifest of its release names',
        remedy: 'Find out who made this release',
    }, { reasonCode: 'digest-mismatch' });
}

;// CONCATENATED MODULE: ./build/packages/registry/src/publish/plan-parts.js







/**
 * Decides what a version stores and what it refers to. A release whose bytes are not what its manifest says is left out,
 * and everything is decided again without it.
 *
 * @throws ActionError `integrity`, reason `file-changed`, for a file that is not what the plan says; `refused`, reason
 *   `release-full`
 */
async function planParts(ports, plan, known) {
    const { tag, model, repack = false, limits = PART_LIMITS } = plan;
    const { watch, releases } = known;
    const skip = (left, reason) => watch.progress(`Nothing is taken from ${left}: ${reason}`);
    const files = [];
    for (const file of plan.files)
        files.push(await cutPlanned(file));
    let earlier = repack ? [] : await earlierVersions(ports, { tag, model, releases, skip });
    for (;;) {
        const chunks = planChunks({
            tag,
            files,
            earlier: earlier.map(({ store }) => store),
            repack,
            limits: { ...limits, maxReleases: chunk_index/* MAX_RELEASES */.c1 },
        });
        const refused = await findFalseRelease(ports, chunks, { earlier, watch });
        if (refused === null)
            return chunks;
        skip(refused, 'its parts are not what its manifest says');
        earlier = earlier.filter(({ store }) => store.tag !== refused);
    }
}
async function cutPlanned(file) {
    const cut = await cutFile(file);
    if (cut.digest === file.digest)
        return cut;
    throw new errors/* ActionError */.lZ('integrity', {
        where: `Model file ${JSON.stringify(file.name)}`,
        found: cut.digest,
        allowed: `${file.digest}, as it had when it was listed`,
        remedy: 'Let nothing write into the folder while it is published, and run it again',
    }, { reasonCode: 'file-changed' });
}

;// CONCATENATED MODULE: ./build/packages/registry/src/publish/publish-watch.js

const UNWATCHED_PUBLISH = { ...transfer_watch/* UNWATCHED */.o, reached: () => undefined };

;// CONCATENATED MODULE: ./build/packages/registry/src/publish/publish-version.js








/**
 * Publishes a version, from state to state as `PUBLISH_STATES` lists them. May be killed anywhere and run again with the
 * same plan: it continues the draft that carries the plan's marker, keeps assets that are whole, and returns the release
 * when it is published already.
 *
 * @throws ConfigError for names and sizes that a release cannot hold, before anything is written
 * @throws ActionError `integrity` with reason `digest-mismatch` or `file-changed` (the draft is deleted), `refused` with
 *   reason `not-authorised`, `version-exists`, `release-full` or `not-immutable`, `service` when GitHub fails
 */
async function publishVersion(ports, plan, watch = UNWATCHED_PUBLISH) {
    const checked = (0,publish_plan/* checkPlan */.Gy)(plan);
    watch.reached('checked');
    const releases = await ports.releases.list();
    const earlier = releases.filter(({ tag }) => tag === plan.tag);
    const published = earlier.find(({ draft }) => !draft);
    if (published !== undefined) {
        const manifest = await requireSame(ports, published, { plan: checked, watch });
        watch.reached('confirmed');
        return versionOf(published, manifest, true);
    }
    await hasTag(ports, checked);
    const chunks = await planParts(ports, checked, { releases, watch });
    watch.reached('planned');
    const draft = await openDraft(ports, checked, earlier);
    const filling = { plan: checked, chunks, draft, watch };
    const filled = await fillOrDelete(ports, filling);
    await ensureTag(ports, checked);
    watch.reached('tagged');
    await ports.releases.publish(draft.id);
    watch.reached('published');
    const release = await ports.releases.get(draft.id);
    requireConfirmed(release, plan.tag, filled.assets);
    watch.reached('confirmed');
    return versionOf(release, filled.manifest, false);
}
/** Leaves the draft with exactly the planned assets. */
async function fillOrDelete(ports, filling) {
    try {
        return await fill(ports, filling);
    }
    catch (error) {
        // Left behind, the draft would be continued by the next run; a failing clean-up must not hide why.
        const wrong = error instanceof errors/* ActionError */.lZ && error.code === 'integrity';
        if (wrong)
            await ports.releases.deleteDraft(filling.draft.id).catch(() => undefined);
        throw error;
    }
}
async function fill(ports, filling) {
    const { plan, draft, watch } = filling;
    const done = (state, result) => {
        watch.reached(state);
        return result;
    };
    done('drafted', await clearDraft(ports, filling));
    const parts = done('parts-stored', await storeParts(ports, filling));
    const attachments = done('attachments-stored', await storeAttachments(ports, filling));
    const { manifest, stored } = await storeManifest(ports, filling, parts);
    const assets = [...parts, ...attachments, stored];
    requireUnchanged(await ports.releases.get(draft.id), plan.tag, assets);
    return done('manifest-stored', { manifest, assets });
}
function versionOf(release, manifest, alreadyPublished) {
    let storedBytes = 0;
    let referencedBytes = 0;
    for (const { part, sizeBytes } of manifest.chunks) {
        if (manifest.parts[part]?.release === manifest.tag)
            storedBytes += sizeBytes;
        else
            referencedBytes += sizeBytes;
    }
    return { tag: manifest.tag, release, manifest, storedBytes, referencedBytes, alreadyPublished };
}

;// CONCATENATED MODULE: ./build/packages/registry/src/publish/publish-next.js




/** Names in a row that were used once and can never be used again. */
const MAX_BURNED = 20;
/**
 * Publishes under the version that an earlier run began, else under the next one. GitHub never gives the name of a
 * deleted immutable release again and lists it nowhere, so a name that it refuses is passed over.
 *
 * @throws ActionError as `publishVersion` does
 */
async function publishNext(ports, request, watch = UNWATCHED_PUBLISH) {
    const burned = [];
    for (;;) {
        const tag = await planVersion(ports, { ...request, burned });
        try {
            return await publishVersion(ports, { ...request, tag }, watch);
        }
        catch (error) {
            if (!isBurned(error) || burned.length === MAX_BURNED || burned.includes(tag))
                throw error;
            watch.progress(`${tag} cannot be used: ${error.fault.found}`);
            burned.push(tag);
        }
    }
}
/** GitHub refused the name. A version that is there with other bytes is refused here, and never passed over. */
function isBurned(error) {
    const refused = error instanceof errors/* ActionError */.lZ && error.reasonCode === 'version-exists';
    return refused && error.cause instanceof errors/* ActionError */.lZ && error.cause.code === 'service';
}

// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
;// CONCATENATED MODULE: ./build/actions/publish-model/src/release-notes.js

/** Notes for people. They stay editable after publishing, so nothing ever reads them back. */
function releaseNotes(right, resource) {
    const { authorisation } = right.stored;
    const decisions = right.evaluation.decisions.map(({ gate, outcome }) => {
        const waived = outcome !== 'pass' && authorisation.waivers.some((waiver) => waiver.gate === gate);
        return `| ${gate} | ${outcome}${waived ? ', waived' : ''} |`;
    });
    const approvals = authorisation.approvals.map(({ role, login, userId, reviewId }) => `| ${(0,escape_markdown/* escapeMarkdown */.F)(role)} | ${(0,escape_markdown/* escapeMarkdown */.F)(login)} (${userId}) | ${reviewId} |`);
    return [
        `Model \`${authorisation.modelDigest}\`, from pull request #${authorisation.pullRequest}.`,
        '',
        '| Gate | Outcome |',
        '|---|---|',
        ...decisions,
        '',
        '| Role | Approved by | Review |',
        '|---|---|---|',
        ...approvals,
        '',
        ...waiverLines(authorisation.waivers),
        `Authorised for \`${(0,escape_markdown/* escapeMarkdown */.F)(resource)}\`. \`authorisation.json\` and \`evidence.jsonl\` hold the signed statements; these notes are not evidence.`,
    ].join('\n');
}
function waiverLines(waivers) {
    if (waivers.length === 0)
        return [];
    const rows = waivers.map(({ id, gate, measure, owner, ownerId, expiresOn }) => `| ${(0,escape_markdown/* escapeMarkdown */.F)(id)} | ${gate} ${(0,escape_markdown/* escapeMarkdown */.F)(measure)} | ${(0,escape_markdown/* escapeMarkdown */.F)(owner)} (${ownerId}) | ${expiresOn} |`);
    return ['| Waiver | Excuses | Owner | Held until |', '|---|---|---|---|', ...rows, ''];
}

;// CONCATENATED MODULE: ./build/actions/publish-model/src/run.js




/**
 * Publishes the authorised bytes of a merged commit as an immutable release. The bytes are fetched from the training
 * run, hashed here, again when they are cut into chunks, and once more while they are sent; they are published only if they are the model that the
 * signed authorisation names.
 *
 * @throws ActionError `refused`: `not-authorised`, `candidate-expired`, `version-exists`,
 *   `version-superseded`, `not-immutable`; `integrity`: `digest-mismatch`, `signature-invalid`.
 */
async function publishModel(request, ports) {
    const head = await ports.contents.branchHead(await ports.contents.defaultBranch());
    const policy = await (0,src_policy/* readPolicy */.T4)(ports.contents, head);
    (0,src_policy/* modelOf */.DM)(policy, request.model);
    const right = await findReleaseRight(ports, policy, request);
    const { authorisation } = right.stored;
    const candidate = await (0,src_candidate/* readCandidate */.G9)(ports.runs, right.evaluation.candidate.artifactId);
    if (candidate.modelDigest !== authorisation.modelDigest)
        throw run_otherBytes(candidate, right);
    const { model, commit } = request;
    const { modelDigest } = authorisation;
    await requireNoLaterVersion(ports, { model, commit, modelDigest, head });
    const publication = {
        model,
        commit,
        modelDigest,
        bump: request.bump,
        files: candidate.files.map((file) => plannedFile(file.name, candidate.bytes.get(file.name) ?? new Uint8Array())),
        attachments: attachmentsOf(right),
        notes: releaseNotes(right, (0,resource_uri/* resourceUri */.N)({ ...request, headSha: authorisation.headSha })),
    };
    const published = await publishNext(ports, publication, ports.watch);
    const { tag, release } = published;
    const facts = { tag, commit, release: release.id, tuple: authorisation.tupleDigest };
    await ports.evidence.recordUse({ kind: 'published', model, modelDigest, facts }, (0,src_policy/* trustRootOf */.KE)(policy));
    return published;
}
/** What travels with the model: who authorised it, on which evidence, and where it came from; all signed. */
function attachmentsOf({ stored, evaluation }) {
    const { evidence, summary, provenance } = evaluation.bundles;
    const lines = (...texts) => new TextEncoder().encode(`${texts.join('\n')}\n`);
    return [
        plannedFile('authorisation.json', lines(stored.bundle)),
        plannedFile('evidence.jsonl', lines(evidence.trimEnd(), summary)),
        plannedFile('provenance.json', lines(provenance)),
        plannedFile('model.sig', lines(stored.modelSignature)),
    ];
}
function plannedFile(name, bytes) {
    return {
        name,
        sizeBytes: bytes.length,
        digest: (0,digest/* sha256 */.sc)(bytes),
        async *open(range) {
            yield range === undefined ? bytes : bytes.subarray(range.begin, range.end);
        },
    };
}
function run_otherBytes(candidate, right) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `The candidate artifact ${candidate.artifactId} of run ${candidate.runId}`,
        found: candidate.modelDigest,
        allowed: `the authorised model ${right.stored.authorisation.modelDigest}`,
        remedy: 'Somebody changed the artifact after the decision: find out who, then train again',
    }, { reasonCode: 'digest-mismatch' });
}

;// CONCATENATED MODULE: ./build/actions/publish-model/src/summary.js

/** What the job summary says about a published version. */
function renderPublished(published) {
    const rows = published.release.assets.map((asset) => `| ${(0,escape_markdown/* escapeMarkdown */.F)(asset.name)} | ${asset.sizeBytes} | \`${asset.digest ?? 'none'}\` |`);
    return [
        `### Published ${(0,escape_markdown/* escapeMarkdown */.F)(published.tag)}`,
        '',
        `Immutable release ${(0,escape_markdown/* escapeMarkdown */.F)(published.release.url)}, model \`${published.manifest.modelDigest}\`${published.alreadyPublished ? '; an earlier run had published it' : ''}.`,
        '',
        savedLine(published),
        '',
        '| Asset | Bytes | Digest |',
        '|---|---:|---|',
        ...rows,
        '',
    ].join('\n');
}
function savedLine({ storedBytes, referencedBytes }) {
    if (referencedBytes === 0)
        return `Stores ${storedBytes} bytes of the model, and needs no other release.`;
    const share = ((100 * storedBytes) / (storedBytes + referencedBytes)).toFixed(1);
    return `Stores ${storedBytes} bytes of the model (${share} %); earlier releases hold the other ${referencedBytes}.`;
}

;// CONCATENATED MODULE: ./build/actions/publish-model/src/perform.js




/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context, log }) {
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const evidence = new store/* EvidenceStore */.x({
        branch: github.evidence(),
        clock: { now: () => new Date() },
        // The job that publishes holds no key; it writes the one kind of entry that needs none.
        signer: null,
    });
    const published = await publishModel({
        model: values.model,
        commit: values.commit,
        bump: values.bump,
        repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
    }, { ...github, evidence, watch: watchOf(log) });
    return {
        outcome: 'done',
        title: `Published ${published.tag}`,
        summary: renderPublished(published),
        outputs: {
            version: published.tag,
            'release-url': published.release.url,
            'model-digest': published.manifest.modelDigest,
        },
    };
}
function watchOf(log) {
    return {
        reached: (state) => log.info(`Publication: ${state}`),
        progress: (line) => log.info(line),
        now: () => new Date(),
    };
}


/***/ }),

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


/***/ })

};
