export const id = 529;
export const ids = [529];
export const modules = {

/***/ 80098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/github/src/github.js + 18 modules
var src_github = __webpack_require__(88815);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence-store.js + 5 modules
var evidence_store = __webpack_require__(24541);
// EXTERNAL MODULE: ./build/packages/core/src/resource-uri.js
var resource_uri = __webpack_require__(52768);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var src_policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/governance/src/release-right.js
var release_right = __webpack_require__(28770);
// EXTERNAL MODULE: ./build/packages/registry/src/candidate.js
var src_candidate = __webpack_require__(72766);
// EXTERNAL MODULE: ./build/packages/registry/src/asset-names.js
var asset_names = __webpack_require__(98350);
// EXTERNAL MODULE: ./build/packages/registry/src/manifest.js
var src_manifest = __webpack_require__(12526);
// EXTERNAL MODULE: ./build/packages/registry/src/version-tag.js
var version_tag = __webpack_require__(86522);
;// CONCATENATED MODULE: ./build/packages/registry/src/publish-plan.js




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
    const version = (0,version_tag/* parseVersionTag */._Q)(plan.tag);
    if (version === null)
        throw notAVersion(plan.tag);
    const manifest = (0,src_manifest/* buildManifest */.u1)({ ...plan, model: version.model });
    if (manifest.modelDigest !== plan.modelDigest)
        throw notThisModel(plan, manifest);
    const bytes = (0,src_manifest/* writeManifest */.HN)(manifest);
    const assets = [
        ...plan.files.map((file) => toAsset(file, (0,asset_names/* assetNameOf */.bJ)(file.name))),
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
        name: asset_names/* MANIFEST_ASSET */.ny,
        sizeBytes: bytes.length,
        digest: (0,digest/* sha256 */.sc)(bytes),
        contentType: contentType(asset_names/* MANIFEST_ASSET */.ny),
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
 * the tag, the model and the commit, so that a draft for other bytes is never continued.
 */
function draftMarker(publication) {
    return `<!-- gatehouse-publication ${publication.tag} ${publication.modelDigest} ${publication.commit} -->`;
}
function notAVersion(tag) {
    return new errors/* ConfigError */.xL([
        {
            where: 'Version tag',
            found: `"${tag}"`,
            allowed: 'A tag "name@vX.Y.Z"',
            remedy: 'Let the next version be computed from the tags of the repository',
        },
    ]);
}
function notThisModel(plan, manifest) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Publishing ${plan.tag}`,
        found: `Files whose model digest is ${manifest.modelDigest}`,
        allowed: `The authorised model digest, ${plan.modelDigest}`,
        remedy: 'Find out what changed the files after they were evaluated; train again if in doubt',
    }, { reasonCode: 'not-authorised' });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/registry/src/upload-asset.js


/** Uploads that break are tried this often in all; each further try begins with what GitHub says it has. */
const MAX_TRIES = 3;
/**
 * Brings one asset to the state "on GitHub, whole, with the planned bytes", whatever is there already.
 *
 * The digest is computed over the very bytes that are sent, and must be the planned one and GitHub's own.
 *
 * @param seen the draft as it was read last; it is read again only after a failure, which saves a request per asset
 * @throws ActionError `integrity`, reason `digest-mismatch`, when the bytes are others than planned; the wrong asset is
 *   deleted. `service` when the upload breaks three times.
 */
async function ensureAsset(releases, seen, asset) {
    let draft = seen;
    for (let tried = 1;; tried += 1) {
        if (await keepOrDelete(releases, draft, asset))
            return;
        try {
            await uploadOnce(releases, draft, asset);
            return;
        }
        catch (error) {
            const broken = error instanceof errors/* ActionError */.lZ && error.code === 'service';
            if (!broken || tried === MAX_TRIES)
                throw error;
            draft = await releases.get(seen.id);
        }
    }
}
/** True when the draft holds the asset already. Half an upload (`starter`), or one with other bytes, is deleted. */
async function keepOrDelete(releases, draft, asset) {
    const same = draft.assets.filter(({ name }) => name === asset.name);
    const whole = same.find((present) => isWhole(present, asset));
    for (const present of same) {
        if (present !== whole)
            await releases.deleteAsset(present.id);
    }
    return whole !== undefined;
}
/** True when GitHub has all bytes of the asset, and they are the planned ones. */
function isWhole(present, asset) {
    return present.state === 'uploaded' && present.sizeBytes === asset.sizeBytes && present.digest === asset.digest;
}
async function uploadOnce(releases, draft, asset) {
    let hash = (0,external_node_crypto_.createHash)('sha256');
    const uploaded = await releases.upload(draft, {
        name: asset.name,
        contentType: asset.contentType,
        sizeBytes: asset.sizeBytes,
        async *open() {
            // The adapter opens again when a rate limit made it start over.
            hash = (0,external_node_crypto_.createHash)('sha256');
            for await (const chunk of asset.open()) {
                hash.update(chunk);
                yield chunk;
            }
        },
    });
    const sent = `sha256:${hash.digest('hex')}`;
    if (sent === asset.digest && uploaded.name === asset.name && isWhole(uploaded, asset))
        return;
    await releases.deleteAsset(uploaded.id);
    throw mismatch(asset, sent, uploaded);
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

;// CONCATENATED MODULE: ./build/packages/registry/src/publish-version.js



/**
 * Publishes a version: draft → assets, each confirmed → manifest → annotated tag → publish → read again, immutable.
 *
 * May be killed anywhere and run again with the same plan: it continues the draft that carries the plan's marker, keeps
 * assets that are whole, and returns the release when it is published already.
 *
 * @throws ConfigError for names and sizes that a release cannot hold, before anything is written
 * @throws ActionError `integrity` with reason `digest-mismatch` (asset and draft are deleted), `refused` with reason
 *   `not-authorised`, `version-exists` or `not-immutable`, `service` when GitHub fails
 */
async function publishVersion(ports, plan) {
    const checked = checkPlan(plan);
    const earlier = (await ports.releases.list()).filter(({ tag }) => tag === plan.tag);
    const published = earlier.find(({ draft }) => !draft);
    if (published !== undefined)
        return alreadyPublished(published, checked);
    await checkTag(ports, checked);
    const draft = await openDraft(ports, checked, earlier);
    try {
        await fillDraft(ports, checked, draft.id);
    }
    catch (error) {
        // Left behind, the draft would be continued by the next run; a failing clean-up must not hide why.
        if (isIntegrity(error))
            await ports.releases.deleteDraft(draft.id).catch(() => undefined);
        throw error;
    }
    await ensureTag(ports, checked);
    await ports.releases.publish(draft.id);
    const release = await ports.releases.get(draft.id);
    return confirmed(release, checked, false);
}
function isIntegrity(error) {
    return error instanceof errors/* ActionError */.lZ && error.code === 'integrity';
}
function alreadyPublished(release, plan) {
    if (difference(release, plan) === null)
        return confirmed(release, plan, true);
    throw versionExists(plan, `A published release with other assets: ${difference(release, plan)}`);
}
/** What is true of a release that counts; the tag is read back by whoever uses the version. */
function confirmed(release, plan, already) {
    const different = release.draft ? 'it is still a draft' : difference(release, plan);
    if (different !== null)
        throw changedAtPublishing(plan, different);
    if (!release.immutable)
        throw notImmutable(plan);
    return { tag: plan.tag, release, manifest: plan.manifest, alreadyPublished: already };
}
/** A tag that is there already must be the one an earlier run of this plan made. */
async function checkTag(ports, plan) {
    const tag = (await ports.tags.list(plan.tag)).find(({ name }) => name === plan.tag);
    if (tag === undefined)
        return false;
    if (tag.commit === plan.commit && tag.message === tagMessage(plan))
        return true;
    throw versionExists(plan, `A tag on commit ${tag.commit} with the message "${tag.message.split('\n')[0]}"`);
}
async function ensureTag(ports, plan) {
    if (await checkTag(ports, plan))
        return;
    try {
        await ports.tags.create({ name: plan.tag, commit: plan.commit, message: tagMessage(plan) });
    }
    catch (error) {
        // The answer may have been lost although the tag was made.
        if (!(await checkTag(ports, plan)))
            throw error;
    }
}
function tagMessage(plan) {
    return `${plan.tag}\n\nModel-Digest: ${plan.modelDigest}`;
}
/** The draft of this very publication, or a new one. GitHub may have made a second one where an answer was lost. */
async function openDraft(ports, plan, earlier) {
    const marker = draftMarker(plan);
    const [own, ...doubles] = earlier
        .filter(({ draft, body }) => draft && body.includes(marker))
        .toSorted((a, b) => a.id - b.id);
    for (const double of doubles)
        await ports.releases.deleteDraft(double.id);
    if (own !== undefined && own.targetCommit === plan.commit)
        return own;
    if (own !== undefined)
        await ports.releases.deleteDraft(own.id);
    return ports.releases.createDraft({
        tag: plan.tag,
        targetCommit: plan.commit,
        title: plan.tag,
        body: `${plan.notes}\n\n${marker}\n`,
    });
}
/** Leaves the draft with exactly the planned assets; the manifest, last in the list, is uploaded last. */
async function fillDraft(ports, plan, draftId) {
    const planned = new Set(plan.assets.map(({ name }) => name));
    const draft = await ports.releases.get(draftId);
    for (const { id } of draft.assets.filter(({ name }) => !planned.has(name)))
        await ports.releases.deleteAsset(id);
    for (const asset of plan.assets)
        await ensureAsset(ports.releases, draft, asset);
    const different = difference(await ports.releases.get(draftId), plan);
    if (different !== null)
        throw changedAtPublishing(plan, different);
}
/** The first way in which a release does not hold exactly the planned assets, or `null`. */
function difference(release, plan) {
    if (release.tag !== plan.tag)
        return `its tag is "${release.tag}"`;
    for (const asset of plan.assets) {
        const present = release.assets.filter(({ name }) => name === asset.name);
        const [only] = present;
        if (only === undefined)
            return `"${asset.name}" is missing`;
        if (present.length > 1 || !isWhole(only, asset))
            return `"${asset.name}" has the digest ${only.digest}`;
    }
    const planned = new Set(plan.assets.map(({ name }) => name));
    const extra = release.assets.find(({ name }) => !planned.has(name));
    return extra === undefined ? null : `"${extra.name}" was not planned`;
}
function versionExists(plan, found) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Version ${plan.tag}`,
        found,
        allowed: `Nothing, or the same bytes on commit ${plan.commit}`,
        remedy: 'Publish the next version; a version is never replaced',
    }, { reasonCode: 'version-exists' });
}
function changedAtPublishing(plan, found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `Release of ${plan.tag}`,
        found: `Not what was uploaded: ${found}`,
        allowed: 'Exactly the planned assets with the planned digests',
        remedy: 'Somebody changes releases while they are published: find out who, then publish the next version',
    }, { reasonCode: 'digest-mismatch' });
}
function notImmutable(plan) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Release of ${plan.tag}`,
        found: 'It is published and not immutable, so this version does not count',
        allowed: 'Immutable releases only',
        remedy: 'Switch on "Enable release immutability" under Settings > General > Releases of the repository (it holds for later releases only), then publish the next version',
    }, { reasonCode: 'not-immutable' });
}

;// CONCATENATED MODULE: ./build/packages/registry/src/plan-version.js


/**
 * The tag to publish under: the one that an earlier, perhaps killed, run chose for this model digest and commit, else
 * the next. Without this a job that is run again would publish the same bytes a second time.
 *
 * Drafts and immutable releases are continued; a published release that is not immutable does not count, and its tag
 * is passed over.
 */
async function planVersion(ports, request) {
    const { model, commit, modelDigest, bump } = request;
    const releases = await ports.releases.list();
    const own = releases.find(({ tag, body, draft, immutable }) => (0,version_tag/* parseVersionTag */._Q)(tag)?.model === model &&
        (draft || immutable) &&
        body.includes(draftMarker({ tag, modelDigest, commit })));
    if (own !== undefined)
        return own.tag;
    const tags = await ports.tags.list(`${model}@v`);
    return (0,version_tag/* nextVersion */.yU)([...tags, ...releases.map(({ tag }) => ({ name: tag }))], model, bump);
}

// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
;// CONCATENATED MODULE: ./build/actions/publish-model/src/release-notes.js

/** Notes for people. They stay editable after publishing, so nothing ever reads them back. */
function releaseNotes(right, resource) {
    const { authorisation } = right.stored;
    const decisions = right.evaluation.decisions.map(({ gate, outcome }) => `| ${gate} | ${outcome} |`);
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
        `Authorised for \`${(0,escape_markdown/* escapeMarkdown */.F)(resource)}\`. \`authorisation.json\` and \`evidence.jsonl\` hold the signed statements; these notes are not evidence.`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/actions/publish-model/src/run.js




/**
 * Publishes the authorised bytes of a merged commit as an immutable release. The bytes are fetched from the training
 * run, hashed here, and hashed once more while they are sent; they are published only if they are the model that the
 * signed authorisation names.
 *
 * @throws ActionError `refused`: `not-authorised`, `candidate-expired`, `version-exists`, `not-immutable`; `integrity`:
 *   `digest-mismatch`, `signature-invalid`.
 */
async function publishModel(request, ports) {
    const head = await ports.contents.branchHead(await ports.contents.defaultBranch());
    const policy = await (0,src_policy/* readPolicy */.T4)(ports.contents, head);
    (0,src_policy/* modelOf */.DM)(policy, request.model);
    const right = await (0,release_right/* findReleaseRight */.N)(ports, policy, request);
    const { authorisation } = right.stored;
    const candidate = await (0,src_candidate/* readCandidate */.G9)(ports.runs, right.evaluation.candidate.artifactId);
    if (candidate.modelDigest !== authorisation.modelDigest)
        throw otherBytes(candidate, right);
    const { model, commit } = request;
    const { modelDigest } = authorisation;
    const published = await publishVersion(ports, {
        tag: await planVersion(ports, { model, commit, modelDigest, bump: request.bump }),
        commit,
        modelDigest,
        files: candidate.files.map((file) => plannedFile(file.name, candidate.bytes.get(file.name) ?? new Uint8Array())),
        attachments: attachmentsOf(right),
        notes: releaseNotes(right, (0,resource_uri/* resourceUri */.N)({ ...request, headSha: authorisation.headSha })),
    });
    const { tag, release } = published;
    await ports.evidence.recordUse('published', {
        model,
        modelDigest,
        facts: { tag, commit, release: release.id, tuple: authorisation.tupleDigest },
    });
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
        async *open() {
            yield bytes;
        },
    };
}
function otherBytes(candidate, right) {
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
        '| Asset | Bytes | Digest |',
        '|---|---:|---|',
        ...rows,
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/actions/publish-model/src/perform.js




/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context }) {
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const evidence = new evidence_store/* EvidenceStore */.x({ branch: github.evidence(), clock: { now: () => new Date() } });
    const published = await publishModel({
        model: values.model,
        commit: values.commit,
        bump: values.bump,
        repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
    }, { ...github, evidence });
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


/***/ }),

/***/ 28770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findReleaseRight),
/* harmony export */   X: () => (/* binding */ mergedPullOf)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52768);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18612);


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
    const trustRoot = (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .trustRootOf */ .KE)(policy);
    const pull = await mergedPullOf(ports, commit);
    if (pull === null)
        throw refused('not-authorised', commit, 'no pull request was merged as this commit');
    const subject = { pullRequest: pull.number, model };
    const evaluation = await ports.evidence.readEvaluation(subject, pull.headSha, trustRoot);
    if (evaluation === null)
        throw refused('not-authorised', commit, `no evaluation of "${model}" for its head`);
    const stored = await ports.evidence.readAuthorisation(evaluation.id.modelDigest, commit, trustRoot);
    if (stored === null)
        throw refused('not-authorised', commit, `no authorisation of ${evaluation.id.modelDigest}`);
    const { authorisation } = stored;
    const expected = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .resourceUri */ .N)({ repositoryUrl: request.repositoryUrl, headSha: pull.headSha, model });
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
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('refused', {
        where: `Commit ${commit}`,
        found,
        allowed: 'a commit of the default branch whose pull request was approved, merged and authorised',
        remedy: 'Merge a pull request with a green gatehouse/governance and let the workflow "authorise" run',
    }, { reasonCode });
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

/***/ 86522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _Q: () => (/* binding */ parseVersionTag),
/* harmony export */   s_: () => (/* binding */ parseStageTag),
/* harmony export */   yU: () => (/* binding */ nextVersion)
/* harmony export */ });
/* unused harmony exports versionTag, stageTag, compareVersions */
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
