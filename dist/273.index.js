export const id = 273;
export const ids = [273];
export const modules = {

/***/ 87273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/github/src/github.js + 20 modules
var src_github = __webpack_require__(11335);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence-store.js + 7 modules
var evidence_store = __webpack_require__(28422);
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

// EXTERNAL MODULE: ./build/packages/registry/src/newest-version.js
var newest_version = __webpack_require__(8896);
// EXTERNAL MODULE: ./build/packages/registry/src/version-tag.js
var version_tag = __webpack_require__(86522);
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


/***/ })

};
