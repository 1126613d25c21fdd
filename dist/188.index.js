export const id = 188;
export const ids = [188];
export const modules = {

/***/ 26188:
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

// EXTERNAL MODULE: ./build/packages/registry/src/publish-plan.js
var publish_plan = __webpack_require__(88906);
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
    const checked = (0,publish_plan/* checkPlan */.Gy)(plan);
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
    if ((0,publish_plan/* isTagOf */.ke)(tag, plan))
        return true;
    throw versionExists(plan, `A tag on commit ${tag.commit} with the message "${tag.message.split('\n')[0]}"`);
}
async function ensureTag(ports, plan) {
    if (await checkTag(ports, plan))
        return;
    try {
        await ports.tags.create({ name: plan.tag, commit: plan.commit, message: (0,publish_plan/* tagMessage */.ib)(plan) });
    }
    catch (error) {
        // The answer may have been lost although the tag was made.
        if (!(await checkTag(ports, plan)))
            throw error;
    }
}
/** The draft of this very publication, or a new one. GitHub may have made a second one where an answer was lost. */
async function openDraft(ports, plan, earlier) {
    const marker = (0,publish_plan/* draftMarker */.kC)(plan);
    const [own, ...doubles] = earlier
        .filter(({ draft, body }) => draft && body.includes(marker))
        .toSorted((a, b) => a.id - b.id);
    for (const double of doubles)
        await ports.releases.deleteDraft(double.id);
    if (own !== undefined && describes(own, plan))
        return own;
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
    const taken = [...(await ports.tags.list(`${request.model}@v`)), ...published.map(({ tag }) => ({ name: tag }))];
    return (0,version_tag/* nextVersion */.yU)(taken, request.model, request.bump);
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
 * run, hashed here, and hashed once more while they are sent; they are published only if they are the model that the
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
        throw otherBytes(candidate, right);
    const { model, commit } = request;
    const { modelDigest } = authorisation;
    await requireNoLaterVersion(ports, { model, commit, modelDigest, head });
    const published = await publishVersion(ports, {
        tag: await planVersion(ports, { model, commit, modelDigest, bump: request.bump }),
        commit,
        modelDigest,
        files: candidate.files.map((file) => plannedFile(file.name, candidate.bytes.get(file.name) ?? new Uint8Array())),
        attachments: attachmentsOf(right),
        notes: releaseNotes(right, (0,resource_uri/* resourceUri */.N)({ ...request, headSha: authorisation.headSha })),
    });
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

/***/ 9387:
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
;// CONCATENATED MODULE: ./build/packages/core/src/safetensors.js


/** The format's own limit is 100 MB; 16 MiB holds about 150,000 tensors and bounds what a hostile file costs. */
const MAX_SAFETENSORS_HEADER_BYTES = 16 * 1024 * 1024;
/** The little-endian 64-bit length in front of the header. */
const safetensors_SAFETENSORS_PREFIX_BYTES = 8;
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
const size = schemas/* int */.Whr().min(0);
const tensorSchema = schemas/* strictObject */.rej({
    dtype: schemas/* string */.YjP(),
    shape: schemas/* array */.YOg(size).max(MAX_RANK),
    data_offsets: schemas/* tuple */.PVZ([size, size]),
});
const metadataSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
/**
 * Length of the header as the first eight bytes state it.
 *
 * @throws SafetensorsError when the file is too short for it or it exceeds {@link MAX_SAFETENSORS_HEADER_BYTES}.
 */
function safetensors_safetensorsHeaderLength(head, fileSize) {
    if (head.length < safetensors_SAFETENSORS_PREFIX_BYTES)
        throw new SafetensorsError('it is shorter than 8 bytes');
    const stated = new DataView(head.buffer, head.byteOffset, head.byteLength).getBigUint64(0, true);
    if (stated > BigInt(MAX_SAFETENSORS_HEADER_BYTES)) {
        throw new SafetensorsError(`its header claims ${stated} bytes; at most ${MAX_SAFETENSORS_HEADER_BYTES} are read`);
    }
    const length = Number(stated);
    if (safetensors_SAFETENSORS_PREFIX_BYTES + length > fileSize) {
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
    const headerBytes = safetensors_safetensorsHeaderLength(head, fileSize);
    const json = head.subarray(safetensors_SAFETENSORS_PREFIX_BYTES, safetensors_SAFETENSORS_PREFIX_BYTES + headerBytes);
    if (json.length < headerBytes)
        throw new SafetensorsError(`its header has ${headerBytes} bytes, ${json.length} were read`);
    if (json[0] !== 0x7b)
        throw new SafetensorsError('its header does not begin with "{"');
    const entries = Object.entries(parseHeader(json));
    const metadata = entries.find(([name]) => name === '__metadata__');
    const tensors = entries.filter(([name]) => name !== '__metadata__').map(([name, entry]) => parseTensor(name, entry));
    tensors.sort((a, b) => a.begin - b.begin || a.end - b.end);
    checkCoverage(tensors, fileSize - safetensors_SAFETENSORS_PREFIX_BYTES - headerBytes);
    return { headerBytes, tensors, metadata: metadata === undefined ? {} : parseMetadata(metadata[1]) };
}
function parseHeader(json) {
    let value;
    try {
        value = (0,strict_json/* parseStrictJson */.R)(json, 4);
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
            checkSafetensors(head, file.sizeBytes);
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
        if (cause instanceof SafetensorsError || cause instanceof strict_json/* StrictJsonError */.U)
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
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9387);
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


/***/ })

};
