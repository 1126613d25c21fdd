export const id = 4733;
export const ids = [4733];
export const modules = {

/***/ 34733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/attest/src/signing-key.js
var signing_key = __webpack_require__(41356);
// EXTERNAL MODULE: ./build/packages/core/src/reason-codes.js
var reason_codes = __webpack_require__(85424);
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var src_github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence/store.js + 7 modules
var store = __webpack_require__(26993);
// EXTERNAL MODULE: ./build/packages/governance/src/ledger/entry-file.js
var entry_file = __webpack_require__(64207);
// EXTERNAL MODULE: ./build/packages/attest/src/trust-root.js
var trust_root = __webpack_require__(33916);
// EXTERNAL MODULE: ./build/packages/core/src/needs-candidate.js
var needs_candidate = __webpack_require__(78870);
// EXTERNAL MODULE: ./build/packages/governance/src/subject.js
var src_subject = __webpack_require__(69364);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var src_policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var src_digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/decision-schema.js
var decision_schema = __webpack_require__(90781);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/decision-upload.js
var decision_upload = __webpack_require__(80938);
// EXTERNAL MODULE: ./build/packages/registry/src/candidate.js
var src_candidate = __webpack_require__(72766);
// EXTERNAL MODULE: ./build/packages/registry/src/archive.js
var archive = __webpack_require__(99857);
;// CONCATENATED MODULE: ./build/actions/decide/src/decision-artifacts.js



/**
 * Reads the lines of the input "decisions": gate, artifact id and digest, separated by spaces. A gate that broke put
 * out neither id nor digest; its line is left out here and missed by the summary, as `decision-missing`.
 */
function parseDecisionLines(lines) {
    return lines.flatMap((line) => {
        const [gate, id, digest, ...rest] = line.split(/\s+/);
        if (gate === undefined || id === undefined)
            return [];
        const artifactId = /^[1-9][0-9]{0,15}$/.test(id) ? Number(id) : null;
        if (artifactId === null || !(0,src_digest/* isDigest */.Bc)(digest) || rest.length > 0) {
            throw mismatch(`the line "${line.slice(0, 200)}"`, 'gate, artifact id and artifact digest');
        }
        return [{ gate, artifactId, digest }];
    });
}
/**
 * Downloads one decision of this very run and checks its bytes against the digest from the `needs` context.
 *
 * @throws ActionError `decision-mismatch` for another run's artifact or a malformed decision, `digest-mismatch`.
 */
async function readDecision(runs, artifact, thisRun) {
    const info = await runs.artifact(artifact.artifactId);
    if (info.runId !== thisRun)
        throw mismatch(`an artifact of run ${info.runId}`, `artifacts of this run, ${thisRun}`);
    const zip = await (0,src_candidate/* readVerifiedArtifact */.T6)(runs, artifact.artifactId, artifact.digest);
    const bytes = (await (0,archive/* readArchive */.b)(zip)).get(decision_upload/* DECISION_FILE */.U);
    if (bytes === undefined)
        throw mismatch(`artifact ${artifact.artifactId} without ${decision_upload/* DECISION_FILE */.U}`, 'a decision');
    const parsed = decision_schema/* decisionSchema */.O.safeParse((0,strict_json/* parseStrictJson */.R)(bytes, 50));
    if (!parsed.success)
        throw mismatch(parsed.error.message.slice(0, 500), 'a decision, schema version 1');
    if (parsed.data.gate !== artifact.gate)
        throw mismatch(`a ${parsed.data.gate} decision`, artifact.gate);
    return parsed.data;
}
function mismatch(found, allowed) {
    return new errors/* ActionError */.lZ('integrity', { where: 'Input "decisions"', found, allowed, remedy: 'Pass the outputs of the gates of this run' }, { reasonCode: 'decision-mismatch' });
}

// EXTERNAL MODULE: ./build/packages/attest/src/evaluation-summary.js
var evaluation_summary = __webpack_require__(58214);
// EXTERNAL MODULE: ./build/packages/attest/src/evidence-statement.js
var evidence_statement = __webpack_require__(13204);
// EXTERNAL MODULE: ./build/packages/attest/src/sign.js
var sign = __webpack_require__(95400);
// EXTERNAL MODULE: ./build/packages/core/src/candidate-key.js
var candidate_key = __webpack_require__(79908);
// EXTERNAL MODULE: ./build/packages/core/src/resource-uri.js
var resource_uri = __webpack_require__(52768);
// EXTERNAL MODULE: ./build/packages/core/src/decision.js
var decision = __webpack_require__(61993);
// EXTERNAL MODULE: ./build/packages/governance/src/waivers/apply-waivers.js
var apply_waivers = __webpack_require__(87266);
// EXTERNAL MODULE: ./build/packages/governance/src/utc-day.js
var utc_day = __webpack_require__(92413);
// EXTERNAL MODULE: ./build/packages/attest/src/statement.js
var statement = __webpack_require__(28796);
// EXTERNAL MODULE: ./build/packages/attest/src/predicate-types.js
var predicate_types = __webpack_require__(47192);
;// CONCATENATED MODULE: ./build/actions/decide/src/provenance.js


/**
 * SLSA provenance v1 of the candidate, from what GitHub's API and the base policy say. The run record of the training
 * job is not used: a job that ran untrusted code cannot testify for itself.
 */
function provenanceOf(facts) {
    const { subject, candidate, repositoryUrl } = facts;
    const { run, modelConfig } = subject;
    return (0,statement/* statementOf */.T8)({ model: subject.model, modelDigest: candidate.modelDigest }, predicate_types/* PROVENANCE_PREDICATE */.CK, {
        buildDefinition: {
            buildType: predicate_types/* TRAINING_BUILD_TYPE */.Xz,
            externalParameters: { model: subject.model, repository: repositoryUrl, ref: run.headBranch ?? subject.headSha },
            internalParameters: { event: run.event, actorId: run.actor.id, triggeringActorId: run.triggeringActor.id },
            resolvedDependencies: [
                {
                    uri: `git+${repositoryUrl}@${subject.headSha}`,
                    name: 'source',
                    digest: { gitCommit: subject.headSha },
                    annotations: { kind: 'source' },
                },
                ...Object.entries(modelConfig.data).map(([name, dataset]) => ({
                    uri: dataset.path,
                    name,
                    digest: { sha256: (0,src_digest/* hexOf */.ZD)(dataset.digest) },
                    annotations: { kind: 'dataset' },
                })),
            ],
        },
        runDetails: {
            builder: { id: `${repositoryUrl}/actions` },
            metadata: { invocationId: `${repositoryUrl}/actions/runs/${run.id}` },
            byproducts: candidate.files.map((file) => ({ name: file.name, digest: { sha256: (0,src_digest/* hexOf */.ZD)(file.digest) } })),
        },
    });
}

// EXTERNAL MODULE: ./build/packages/core/src/config/parse-config.js + 11 modules
var parse_config = __webpack_require__(84752);
// EXTERNAL MODULE: ./build/packages/registry/src/same-making.js
var same_making = __webpack_require__(63619);
// EXTERNAL MODULE: ./build/packages/attest/src/run-record.js
var run_record = __webpack_require__(99480);
;// CONCATENATED MODULE: ./build/actions/decide/src/claimed-origin.js



/**
 * Ids of the runs that a candidate says it comes from: the one that it was taken from, and the one that trained it, as the
 * records beside it name them. Claims of a job that nobody trusts; none for a candidate that was trained in its own run.
 *
 * @throws ActionError `evaluation-error` when a record cannot be read: where the candidate comes from would be unknown.
 */
function claimedOrigins({ claims }, about) {
    const own = recordOf(claims, src_candidate/* RUN_RECORD_FILE */.Bg)?.buildDefinition.internalParameters.reusedFrom?.runId;
    const first = recordOf(claims, src_candidate/* FIRST_RUN_RECORD_FILE */.Gk)?.runDetails.metadata.invocationId;
    const ids = [
        ...(own === undefined ? [] : [own]),
        ...(first === undefined ? [] : [runOf(first, about.repositoryUrl)]),
    ];
    return [...new Set(ids)].filter((id) => id !== about.runId);
}
function recordOf(claims, file) {
    const bytes = claims.get(file);
    if (bytes === undefined)
        return null;
    try {
        return (0,run_record/* parseRunRecord */.Y)((0,statement/* parseStatement */.By)(bytes));
    }
    catch (cause) {
        throw unknownOrigin({ where: `${file} of the candidate`, found: 'a file that is no run record' }, cause);
    }
}
function runOf(invocationId, repositoryUrl) {
    const prefix = `${repositoryUrl}/actions/runs/`;
    const [, id] = /^([1-9]\d{0,14})(?:\/attempts\/\d{1,6})?$/.exec(invocationId.slice(prefix.length)) ?? [];
    if (invocationId.startsWith(prefix) && id !== undefined)
        return Number(id);
    throw unknownOrigin({
        where: `${src_candidate/* FIRST_RUN_RECORD_FILE */.Gk} of the candidate`,
        found: `a run "${invocationId.slice(0, 200)}"`,
    });
}
/** Nobody can tell what made a candidate. */
function unknownOrigin(fault, cause) {
    return new errors/* ActionError */.lZ('refused', {
        ...fault,
        allowed: 'a candidate of this run, or of an earlier one of the pull request that was made from the same files',
        remedy: 'Train again instead of reusing this candidate, with reuse: false',
    }, { reasonCode: 'evaluation-error', cause });
}

;// CONCATENATED MODULE: ./build/actions/decide/src/trained-by.js




/**
 * Who trained a candidate: whoever started the run that handed it over, and the runs that it says it was reused from. These
 * are claims of a job that nobody trusts, so they can add people who may not approve and never take one away.
 *
 * The runs themselves are verified: each must be one of the same workflow, branch and pull request, and its head must make
 * the candidate alike. An earlier commit, which no reviewer sees, could have left any bytes for this one to take.
 *
 * @throws ActionError `evaluation-error` when where the candidate comes from is unknown or is no such run.
 */
async function trainedBy(ports, subject, origin) {
    const { run: own } = subject;
    const ids = claimedOrigins(origin.candidate, { runId: own.id, repositoryUrl: origin.repositoryUrl });
    if (ids.length === 0)
        return startersOf(own);
    const [branch, making] = await Promise.all([branchOf(ports, own), makingOf(ports, subject)]);
    const runs = [];
    for (const id of ids) {
        const run = await ports.runs.get(id);
        const known = (0,same_making/* isPredecessor */.C)(run, own, { branch, pullRequest: subject.pull.number });
        const heads = { earlier: run.headSha, own: subject.headSha };
        if (!known || !(await (0,same_making/* isMadeAlike */._)(ports.contents, heads, making)))
            throw refusedOrigin(run, own);
        runs.push(run);
    }
    return [own, ...runs].flatMap(startersOf);
}
function startersOf({ actor, triggeringActor }) {
    return [actor, triggeringActor];
}
async function branchOf({ pulls }, { headBranch }) {
    return headBranch === null ? { pulls: [], complete: false } : pulls.ofBranch(headBranch);
}
/** Training follows the configuration of the head, and the policy says what the model is made from: both must agree. */
async function makingOf({ contents }, { headSha, model, modelConfig }) {
    const bytes = await contents.readFile(src_policy/* POLICY_FILE */.CX, headSha);
    const own = bytes === null ? undefined : configOf(bytes)?.models[model];
    if (own === undefined) {
        throw unknownOrigin({ where: `${src_policy/* POLICY_FILE */.CX} at ${headSha}`, found: `no model ${model} that can be read` });
    }
    return { configPath: src_policy/* POLICY_FILE */.CX, models: [{ config: modelConfig }, { config: own }] };
}
function configOf(bytes) {
    try {
        return (0,parse_config/* parseConfig */.o)(bytes);
    }
    catch (error) {
        if (error instanceof errors/* ConfigError */.xL)
            return null;
        throw error;
    }
}
function refusedOrigin(run, own) {
    return unknownOrigin({
        where: `The candidate of run ${own.id}`,
        found: `it says that it was reused from run ${run.id} of ${run.headBranch ?? 'no branch'} at ${run.headSha}, which is of another branch, workflow or base, or was made from other files`,
    });
}

// EXTERNAL MODULE: ./build/packages/core/src/tuple.js
var tuple = __webpack_require__(10641);
;// CONCATENATED MODULE: ./build/actions/decide/src/used-waivers.js

/**
 * Finds the owners of the waivers that a result rests on. A login may change hands, so the account of today is written
 * down.
 *
 * @throws ActionError `refused`, reason `waiver-invalid`, when an owner is no person on GitHub: nobody answers for it then.
 */
async function withOwners(people, applied) {
    if (applied.length === 0)
        return [];
    const accounts = await people.accounts([...new Set(applied.map(({ owner }) => owner))]);
    return applied.map((waiver) => {
        const account = accounts.get(waiver.owner) ?? null;
        if (account?.type !== 'User')
            throw withoutOwner(waiver, account);
        return { ...waiver, owner: account.login, ownerId: account.id };
    });
}
/** One ledger fact for each waiver that an evaluation rests on. */
function waivedFacts(about, waivers) {
    return waivers.map((waiver) => ({
        kind: 'waived',
        reasonCode: null,
        subject: { model: about.model, modelDigest: about.modelDigest },
        pull: { number: about.pullRequest, headSha: about.headSha },
        people: [{ id: waiver.ownerId, login: waiver.owner, role: 'waiver-owner' }],
        facts: {
            tuple: (0,tuple/* tupleDigest */.H)(about),
            waiver: waiver.id,
            waiverDigest: waiver.digest,
            gate: waiver.gate,
            measure: waiver.measure,
            expiresOn: waiver.expiresOn,
        },
    }));
}
function withoutOwner({ id, owner }, account) {
    return new errors/* ActionError */.lZ('refused', {
        where: `governance/waivers/${id}.yaml`,
        found: account === null ? `no account "${owner}" on GitHub` : `"${owner}" is a ${account.type.toLowerCase()}`,
        allowed: 'the owner of a waiver is a person with an account on GitHub',
        remedy: 'Correct "owner" in a reviewed pull request',
    }, { reasonCode: 'waiver-invalid' });
}

;// CONCATENATED MODULE: ./build/actions/decide/src/evaluate.js








/**
 * Gathers the decisions that the base policy requires, checks that each is about the bytes of this candidate under this
 * policy, applies the waivers that are in force today, signs decisions and summary, and records all of it on the evidence
 * branch.
 *
 * @throws ActionError `decision-missing`, `decision-mismatch`, `digest-mismatch`, `signature-invalid`, `waiver-invalid`.
 */
async function evaluate(request, ports) {
    const { subject, repositoryUrl } = request;
    const { policy, model, headSha } = subject;
    const candidate = await (0,src_candidate/* readCandidate */.G9)(ports.runs, (await (0,src_candidate/* findCandidate */.$6)(ports.runs, subject.run.id, model)).id);
    const decisions = [];
    for (const artifact of request.decisions) {
        decisions.push(await readDecision(ports.runs, artifact, request.thisRun));
    }
    const now = ports.clock.now();
    const { outcome, waivedGates, used } = (0,apply_waivers/* applyWaivers */.Kw)(decisions, policy.waivers, (0,utc_day/* utcDayOf */.kv)(now));
    const waivers = await withOwners(ports.people, used);
    const summary = (0,evaluation_summary/* evaluationSummary */.P)({
        model,
        modelDigest: candidate.modelDigest,
        policy: { uri: `${repositoryUrl}/blob/${policy.commit}/gatehouse.yml`, digest: policy.digest },
        requiredGates: requiredGates(subject),
        decisions,
        waivedGates,
        waivers,
        candidateKey: (0,candidate_key/* candidateKey */.R)(await ports.contents.listFiles(headSha), subject.modelConfig),
        timeVerified: now,
        resourceUri: (0,resource_uri/* resourceUri */.N)({ repositoryUrl, headSha, model }),
    });
    const bundles = await evaluate_sign(ports.key, {
        summary,
        decisions: decisions.map((decision) => (0,evidence_statement/* evidenceStatement */.Z4)(decision)),
        provenance: provenanceOf({ subject, candidate, repositoryUrl }),
    });
    const about = {
        pullRequest: subject.pull.number,
        headSha,
        model,
        modelDigest: candidate.modelDigest,
        evidenceDigest: (0,evidence_statement/* evidenceDigest */.YB)(decisions),
        policyDigest: policy.digest,
    };
    const recorded = {
        ...about,
        ...bundles,
        outcome,
        reasonCode: reasonOf(decisions, outcome),
        candidate: locationOf(candidate),
        trainedBy: await trainedBy(ports, subject, { candidate, repositoryUrl }),
        ...evaluationDataOf(decisions),
        alsoFacts: waivedFacts(about, waivers),
    };
    await ports.evidence.recordEvaluation(recorded, (0,src_policy/* trustRootOf */.KE)(policy));
    const { modelDigest, evidenceDigest: evidence } = about;
    return { outcome, decisions, waivers, modelDigest, evidenceDigest: evidence, summary: bundles.summary, headSha };
}
/** What the performance gate judged on: the rows that every further candidate is judged on too. */
function evaluationDataOf(decisions) {
    const judged = decisions.find(({ gate }) => gate === 'performance');
    const data = judged?.inputs.find(({ name }) => name === 'evaluation-data');
    return data === undefined ? {} : { evaluationData: data.digest };
}
/** Why the worst decision is what it is: the code of its first finding that blocks; `null` when all pass. */
function reasonOf(decisions, outcome) {
    if (outcome === 'pass')
        return null;
    const worst = decisions.find((decision) => decision.outcome === outcome);
    return (worst?.findings.find((finding) => finding.severity === 'block' && finding.outcome === outcome)?.reasonCode ??
        'decision-missing');
}
/** Every gate that has a block in the policy. */
function requiredGates(subject) {
    const { gates } = subject.modelConfig;
    return decision/* GATE_NAMES */.rn.filter((gate) => gates[gate] !== undefined);
}
function locationOf({ runId, artifactId, expiresAt }) {
    return { runId, artifactId, ...(expiresAt === null ? {} : { expiresAt }) };
}
async function evaluate_sign(key, statements) {
    const decisions = [];
    for (const statement of statements.decisions)
        decisions.push(await (0,sign/* signStatement */.f)(statement, key));
    return {
        summary: await (0,sign/* signStatement */.f)(statements.summary, key),
        decisions,
        provenance: await (0,sign/* signStatement */.f)(statements.provenance, key),
    };
}

;// CONCATENATED MODULE: ./build/actions/decide/src/refusal-reason.js

/**
 * What the jobs before may say of themselves. They ran code of the pull request and could say anything: a word that sounds
 * like an approval must not get into the ledger.
 */
const REASONS_OF_JOBS = [
    'candidate-missing',
    'candidate-expired',
    'champion-unavailable',
    'decision-missing',
    'decision-mismatch',
    'digest-mismatch',
    'evaluation-error',
    'evaluation-failed',
    'format-not-allowed',
    'isolation-unavailable',
    'policy-changed',
    'policy-invalid',
    'predictions-refused',
    'service-unavailable',
];
/** The reason code that a job before gave, or `evaluation-error` for a word that it cannot mean. */
function reasonOfJob(given) {
    return REASONS_OF_JOBS.find((reasonCode) => reasonCode === given) ?? 'evaluation-error';
}
/** Why an error kept the head from a decision. */
function reasonOfError(error) {
    const named = error instanceof errors/* ActionError */.lZ || error instanceof errors/* ConfigError */.xL ? error.reasonCode : undefined;
    if (named !== undefined && (0,reason_codes/* isReasonCode */.v)(named))
        return named;
    if (error instanceof errors/* ConfigError */.xL)
        return 'policy-invalid';
    // A 403 or 404 is an answer: what a job before named is not there, or not for this token.
    return error instanceof errors/* ActionError */.lZ && error.code === 'service' ? 'service-unavailable' : 'decision-missing';
}

;// CONCATENATED MODULE: ./build/actions/decide/src/run.js






/**
 * Decides about one model at the head of a pull request. Whatever keeps it from an evaluation is recorded as a refusal of
 * this head, so that the check is red for that reason and nobody waits for a decision that does not come.
 *
 * @returns `not-governed` when the pull request changes nothing that the model is made from: nothing is recorded then.
 * @throws ActionError `decision-mismatch` for lines that are none, whatever GitHub answers; all of `resolveSubject`,
 *   about which nothing can be recorded; all of `evaluate`, after recording.
 */
async function decide(request, ports) {
    let decisions = [];
    try {
        if (request.reasonCode === undefined)
            decisions = parseDecisionLines(request.decisions);
    }
    catch (fault) {
        // Refused, too, where that can be recorded; the fault of the workflow says more than whatever goes wrong then.
        await decideBy(request, ports, () => Promise.reject(fault)).catch(() => undefined);
        throw fault;
    }
    return decideBy(request, ports, (subject) => evaluate({ ...request, decisions, subject }, ports));
}
async function decideBy(request, ports, evaluateSubject) {
    const subject = await (0,src_subject/* resolveSubject */.f9)(ports, request);
    (0,trust_root/* requireTrustedKey */.U)(ports.key, (0,src_policy/* trustRootOf */.KE)(subject.policy), 'Input "signing-key"');
    try {
        const { files } = await ports.contents.comparison(subject.policy.commit, subject.headSha);
        if (!(0,needs_candidate/* needsCandidate */.H)(subject.modelConfig, files))
            return { kind: 'not-governed' };
        if (request.reasonCode === undefined) {
            return { kind: 'evaluated', ...(await evaluateSubject(subject)) };
        }
    }
    catch (error) {
        // When this fails too, the first error says more.
        await refuse(ports, subject, { reasonCode: reasonOfError(error), runId: request.thisRun }).catch(() => undefined);
        throw error;
    }
    const reasonCode = reasonOfJob(request.reasonCode);
    await refuse(ports, subject, { reasonCode, runId: request.thisRun });
    return { kind: 'refused', reasonCode };
}
/** @param why `runId` is the run whose log says more. */
async function refuse({ evidence }, subject, why) {
    const { pull, model, headSha, policy } = subject;
    await evidence.recordRefusal({ pullRequest: pull.number, model }, { headSha, ...why }, (0,src_policy/* trustRootOf */.KE)(policy));
}

// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
// EXTERNAL MODULE: ./build/packages/report/src/decision-headline.js
var decision_headline = __webpack_require__(37951);
// EXTERNAL MODULE: ./build/packages/report/src/decision-markdown.js + 3 modules
var decision_markdown = __webpack_require__(69872);
;// CONCATENATED MODULE: ./build/actions/decide/src/summary.js


/** What the job summary says: one line per gate, then the waivers used and each decision in full. */
function renderDecided(model, result) {
    const rows = result.decisions.map((decision) => {
        const waived = result.waivers.some(({ gate }) => gate === decision.gate) ? ', waived' : '';
        return `| ${decision.gate} | **${decision.outcome}**${waived} | ${(0,escape_markdown/* escapeMarkdown */.F)((0,decision_headline/* decisionHeadline */.f)(decision))} |`;
    });
    return [
        `### Decided: ${(0,escape_markdown/* escapeMarkdown */.F)(model)} ${result.outcome}`,
        '',
        '| Gate | Outcome | |',
        '|---|---|---|',
        ...rows,
        '',
        ...waiverLines(result),
        `Model \`${result.modelDigest}\`, evidence \`${result.evidenceDigest}\`, head \`${result.headSha}\`.`,
        '',
        ...result.decisions.map(decision_markdown/* renderDecisionMarkdown */.Oh),
    ].join('\n');
}
/** What the job summary says of a model that the pull request does not concern. */
function renderNotGoverned(model) {
    return `### Nothing to decide: ${(0,escape_markdown/* escapeMarkdown */.F)(model)}\n\nThe pull request changes nothing that the model is made from.\n`;
}
/** What the job summary says of a head whose evaluation could not be made. */
function renderRefused(model, reasonCode) {
    const words = `${reason_codes/* REASON_CODES */.O[reasonCode]} The log of the job before says what was found and what to do.`;
    return `### Refused: ${(0,escape_markdown/* escapeMarkdown */.F)(model)}\n\n\`${reasonCode}\`: ${words}\n`;
}
function waiverLines({ waivers }) {
    if (waivers.length === 0)
        return [];
    const rows = waivers.map(({ id, gate, measure, owner, expiresOn }) => `| ${(0,escape_markdown/* escapeMarkdown */.F)(id)} | ${gate} ${(0,escape_markdown/* escapeMarkdown */.F)(measure)} | ${(0,escape_markdown/* escapeMarkdown */.F)(owner)} | ${expiresOn} |`);
    return ['| Waiver | Excuses | Owner | Holds until |', '|---|---|---|---|', ...rows, ''];
}

;// CONCATENATED MODULE: ./build/actions/decide/src/perform.js






/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context }) {
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const key = (0,signing_key/* loadSigningKey */.fm)(values['signing-key'], 'Input "signing-key"');
    const clock = { now: () => new Date() };
    const result = await decide({
        model: values.model,
        runId: values['run-id'],
        decisions: values.decisions,
        reasonCode: values['reason-code'],
        thisRun: context.runId,
        repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
    }, {
        ...github,
        evidence: new store/* EvidenceStore */.x({ branch: github.evidence(), clock, signer: (0,entry_file/* ledgerSigner */.qx)(key) }),
        key,
        clock,
    });
    return resultOf(values.model, result);
}
function resultOf(model, result) {
    if (result.kind === 'not-governed') {
        const title = `${model}: the pull request changes nothing that it is made from, so there is nothing to decide`;
        const outputs = { outcome: 'not-governed', 'reason-code': 'no-governed-file' };
        return { outcome: 'done', title, summary: renderNotGoverned(model), outputs };
    }
    if (result.kind === 'refused') {
        const { reasonCode } = result;
        const title = `${model}: refused, ${reasonCode}: ${reason_codes/* REASON_CODES */.O[reasonCode]}`;
        const outputs = { outcome: 'error', 'reason-code': reasonCode };
        return { outcome: 'fail', title, summary: renderRefused(model, reasonCode), outputs };
    }
    const waivers = result.waivers.map(({ id }) => id);
    const resting = waivers.length === 0
        ? ''
        : `, resting on ${waivers.length === 1 ? 'the waiver' : 'the waivers'} ${waivers.join(', ')}`;
    return {
        outcome: result.outcome,
        title: `${model}: ${result.outcome}${resting}, evidence ${result.evidenceDigest}`,
        summary: renderDecided(model, result),
        outputs: {
            outcome: result.outcome,
            summary: result.summary,
            'model-digest': result.modelDigest,
            'evidence-digest': result.evidenceDigest,
            waivers: waivers.join(','),
        },
    };
}


/***/ }),

/***/ 99480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ runRecord),
/* harmony export */   Y: () => (/* binding */ parseRunRecord)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67903);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90892);
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47192);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28796);





const uri = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1);
const named = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), digest: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSetSchema */ .cd });
const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    buildDefinition: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        buildType: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(_predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRAINING_BUILD_TYPE */ .Xz),
        externalParameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            command: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1),
            repository: uri,
            ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
            model: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        }),
        internalParameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            runnerEnvironment: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['github-hosted', 'self-hosted', 'unknown']),
            candidateKey: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .hexSchema */ .PX.nullable(),
            reusedFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ runId: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1), artifactId: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1) }).nullable(),
            image: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).nullable(),
            seeds: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        }),
        resolvedDependencies: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            uri: uri.exactOptional(),
            name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
            digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSetSchema */ .cd, zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ gitCommit: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .commitSchema */ .lN })]),
            annotations: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['source', 'dataset', 'base-model', 'lockfile', 'image']) }),
        })),
    }),
    runDetails: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        builder: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: uri }),
        metadata: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ invocationId: uri, startedOn: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8, finishedOn: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8 }),
        byproducts: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(named),
        gatehouse_hardware: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
            cpuModel: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
            cpuCount: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
            memoryBytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
            gpus: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
            energyJoules: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).nullable(),
        }),
    }),
});
/** The run record as an in-toto statement about the candidate. Unsigned: the training job holds no key. */
function runRecord(input) {
    const { hardware, energyJoules } = input;
    const predicate = {
        buildDefinition: {
            buildType: _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRAINING_BUILD_TYPE */ .Xz,
            externalParameters: {
                command: [...input.command],
                repository: input.repository,
                ref: input.ref,
                model: input.model,
            },
            internalParameters: {
                runnerEnvironment: input.runnerEnvironment,
                candidateKey: input.candidateKey === null ? null : (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(input.candidateKey),
                reusedFrom: input.reusedFrom === null ? null : { ...input.reusedFrom },
                image: input.image,
                seeds: { ...input.seeds },
            },
            resolvedDependencies: dependencies(input),
        },
        runDetails: {
            builder: { id: input.builderId },
            metadata: {
                invocationId: input.invocationId,
                startedOn: (0,_instant_js__WEBPACK_IMPORTED_MODULE_4__/* .toInstant */ .f)(input.startedOn),
                finishedOn: (0,_instant_js__WEBPACK_IMPORTED_MODULE_4__/* .toInstant */ .f)(input.finishedOn),
            },
            byproducts: [{ name: 'oms-root-digest', digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(input.omsRootDigest) } }],
            gatehouse_hardware: { ...hardware, gpus: [...hardware.gpus], energyJoules },
        },
    };
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .statementOf */ .T8)(input, _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVENANCE_PREDICATE */ .CK, predicate);
}
/**
 * Parses a run record.
 *
 * @throws ActionError `evaluation-error` when it is none.
 */
function parseRunRecord(statement) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePredicate */ .rv)(statement, {
        predicateType: _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVENANCE_PREDICATE */ .CK,
        schema,
        what: 'a run record: SLSA provenance v1 of a Gatehouse training run',
        reasonCode: 'evaluation-error',
    });
}
function dependencies(input) {
    const { commit, repository, ref } = input;
    return [
        { uri: `git+${repository}@${ref}`, name: 'source', digest: { gitCommit: commit }, annotations: { kind: 'source' } },
        ...input.datasets.map(({ name, path, digest }) => ({
            uri: path,
            name,
            digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest) },
            annotations: { kind: 'dataset' },
        })),
        ...input.baseModels.map(({ name, digest }) => ({
            name,
            digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest) },
            annotations: { kind: 'base-model' },
        })),
        ...input.lockfiles.map(({ path, digest }) => ({
            name: path,
            digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest) },
            annotations: { kind: 'lockfile' },
        })),
        ...imageOf(input.image),
    ];
}
/** An image that is named by a tag alone is not resolved: another one may have it tomorrow. */
function imageOf(image) {
    const [, name, hex] = /^(.+)@sha256:([0-9a-f]{64})$/.exec(image ?? '') ?? [];
    if (name === undefined || hex === undefined)
        return [];
    return [{ uri: `docker://${image}`, name, digest: { sha256: hex }, annotations: { kind: 'image' } }];
}


/***/ }),

/***/ 95400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ signStatement)
/* harmony export */ });
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47192);
/* harmony import */ var _signing_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41356);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28796);



/**
 * Signs a statement with a key, without certificate, log or timestamp.
 *
 * @returns a Sigstore bundle v0.3 on one line of JSON, fit for a line of `evidence.jsonl`.
 */
async function signStatement(statement, key) {
    const payload = (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .statementPayload */ .Go)(statement);
    (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStatement */ .By)(payload);
    const [{ DSSEBundleBuilder }, { bundleToJSON }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(2830), __webpack_require__.e(2088), __webpack_require__.e(4463), __webpack_require__.e(8275), __webpack_require__.e(5179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
    ]);
    const builder = new DSSEBundleBuilder({
        signer: {
            sign: async (data) => ({
                signature: await (0,_signing_key_js__WEBPACK_IMPORTED_MODULE_1__/* .signWith */ .Ez)(key, data),
                key: { $case: 'publicKey', publicKey: key.publicKeyPem, hint: key.hint },
            }),
        },
        witnesses: [],
    });
    const bundle = await builder.create({ data: Buffer.from(payload), type: _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .PAYLOAD_TYPE */ .Uc });
    return JSON.stringify(bundleToJSON(bundle));
}


/***/ }),

/***/ 79908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ candidateKey)
/* harmony export */ });
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14752);
/* harmony import */ var _code_point_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92400);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _lockfiles_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45153);
/* harmony import */ var _path_globs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48054);






/**
 * What a candidate was made from: the files of the tree that `paths` match (blob and mode), the lockfiles, the inference
 * code that it brings along, the training configuration and the digests of the data. Two trees with one key may share a
 * candidate and its evidence; a merged tree with another key than the approved one is refused as `tree-changed`.
 *
 * @param tree every file of the commit's tree.
 * @throws ConfigError when `paths` match no file: such a key would say nothing about the candidate.
 */
function candidateKey(tree, model) {
    const matches = (0,_path_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k)(model.paths);
    const matched = tree.filter((file) => matches(file.path));
    if (matched.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL([
            {
                where: 'gatehouse.yml: paths',
                found: `${JSON.stringify(model.paths)} match none of ${tree.length} files`,
                allowed: 'globs that match the files the model is made from',
                remedy: 'Correct the globs',
            },
        ]);
    }
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)({
        type: 'gatehouse-candidate-key/v1',
        files: listed(matched),
        lockfiles: listed(tree.filter((file) => _lockfiles_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCKFILES */ .J.includes(file.path))),
        ...inferenceCode(tree, model),
        train: { ...model.train },
        data: Object.fromEntries(Object.entries(model.data).map(([name, dataset]) => [name, dataset.digest])),
    }));
}
/** The exam of the base branch is not in the key but in the policy digest: it is the same for every candidate. */
function inferenceCode(tree, { evaluate }) {
    if (evaluate.code === 'base')
        return {};
    const matches = (0,_path_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k)(evaluate.files);
    return { inference: listed(tree.filter((file) => matches(file.path))) };
}
function listed(files) {
    return files
        .map(({ path, blobSha, mode }) => ({ path, blobSha, mode }))
        .sort((a, b) => (0,_code_point_order_js__WEBPACK_IMPORTED_MODULE_5__/* .compareCodePoints */ .O)(a.path, b.path));
}


/***/ }),

/***/ 45153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ LOCKFILES)
/* harmony export */ });
/** Files at the root that pin what is installed; they count although `paths` may not name them. */
const LOCKFILES = [
    'Cargo.lock',
    'Pipfile.lock',
    'conda-lock.yml',
    'environment.yml',
    'npm-shrinkwrap.json',
    'package-lock.json',
    'pdm.lock',
    'pixi.lock',
    'pnpm-lock.yaml',
    'poetry.lock',
    'renv.lock',
    'requirements.txt',
    'uv.lock',
    'yarn.lock',
];


/***/ }),

/***/ 78870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ needsCandidate),
/* harmony export */   q: () => (/* binding */ candidateFileMatcher)
/* harmony export */ });
/* harmony import */ var _lockfiles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45153);
/* harmony import */ var _path_globs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48054);


/** True when a change touches what a model's candidate is made from, as {@link candidateFileMatcher} tells. */
function needsCandidate(model, files) {
    return files.some(candidateFileMatcher(model));
}
/**
 * Tells the files that a model's candidate is made from: those that `paths` match, the lockfiles at the root, and its
 * inference code when the candidate brings it along. Evaluation code of the base branch is the exam, not the examinee.
 */
function candidateFileMatcher({ paths, evaluate }) {
    const isOfModel = (0,_path_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k)(paths);
    const isInference = evaluate.code === 'candidate' ? (0,_path_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k)(evaluate.files) : () => false;
    return (file) => isOfModel(file) || _lockfiles_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCKFILES */ .J.includes(file) || isInference(file);
}


/***/ }),

/***/ 80938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ DECISION_FILE),
/* harmony export */   W: () => (/* binding */ uploadDecision)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14752);

/** Name of the file inside a decision artifact. */
const DECISION_FILE = 'decision.json';
/**
 * Uploads a decision as an artifact of this run and names it by id and digest, as `decide` wants it.
 *
 * @param beside Further files of the artifact, by name; `decide` does not read them.
 */
async function uploadDecision(decision, uploads, beside = new Map()) {
    const json = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(decision);
    const name = `decision-${decision.gate}-${decision.subject?.model ?? 'table'}`;
    const { id, digest } = await uploads.upload(name, new Map([...beside, [DECISION_FILE, new TextEncoder().encode(json)]]));
    return { outcome: decision.outcome, 'artifact-id': String(id), 'artifact-digest': digest, decision: json };
}


/***/ }),

/***/ 87266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ applyWaivers),
/* harmony export */   Ur: () => (/* binding */ blockingFindings),
/* harmony export */   eV: () => (/* binding */ uncoveredFindings),
/* harmony export */   uF: () => (/* binding */ isWaivable)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61993);
/* harmony import */ var _waiver_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37742);


/**
 * Findings that a waiver may cover: a measure that was judged and missed its limit, or that the data could not settle.
 * What says that the evidence itself is wrong is not here: a broken contract of the predictions, a decision about
 * something else, or a gate that judged nothing.
 */
const WAIVABLE = [
    'limit-exceeded',
    'interval-spans-limit',
    'below-floor',
    'interval-spans-floor',
    'inferior',
    'not-better-than-trivial',
    'empty-group',
    'insufficient-n',
    'no-positives',
    'no-negatives',
    'no-predicted-positives',
    'no-predicted-negatives',
    'undefined-replicates',
    'monte-carlo',
    'single-class',
    'single-group',
    'constant-prediction',
    'champion-unavailable',
];
/**
 * Applies the waivers that are in force for the model of each decision. A decision counts as passed only if a waiver
 * covers each of its blocking findings that does not pass; where some are not covered, its waivers are not used at all.
 */
function applyWaivers(decisions, waivers, today) {
    const used = new Map();
    const waivedGates = [];
    for (const decision of decisions) {
        if (decision.outcome === 'pass')
            continue;
        const covering = blockingFindings(decision).map((finding) => coverOf(decision, finding, { waivers, today }));
        if (covering.length === 0)
            continue;
        const all = covering.flatMap((waiver) => waiver ?? []);
        if (all.length < covering.length)
            continue;
        waivedGates.push(decision.gate);
        for (const waiver of all)
            used.set(waiver.id, waiver);
    }
    const outcomes = decisions.map(({ gate, outcome }) => (waivedGates.includes(gate) ? 'pass' : outcome));
    return {
        outcome: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .worstOutcome */ .Om)(outcomes),
        waivedGates,
        used: [...used.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
}
/**
 * The findings that keep a decision from passing and that none of the named waivers covers. Whoever reads a signed
 * summary asks this of each decision that it calls waived.
 */
function uncoveredFindings(decision, used) {
    return blockingFindings(decision).filter((finding) => !isWaivable(finding) || !used.some(({ gate, measure }) => gate === decision.gate && measure === finding.measure));
}
/** True for what a waiver may cover at all. */
function isWaivable({ reasonCode }) {
    return WAIVABLE.includes(reasonCode);
}
/** The findings that keep a decision from passing. */
function blockingFindings(decision) {
    return decision.findings.filter(({ severity, outcome }) => severity === 'block' && outcome !== 'pass');
}
/** The waiver that covers a finding longest, or `null`. */
function coverOf(decision, finding, rules) {
    if (!isWaivable(finding))
        return null;
    const covers = rules.waivers
        .filter((waiver) => waiver.model === decision.subject?.model && (0,_waiver_js__WEBPACK_IMPORTED_MODULE_1__/* .inForce */ .Nm)(waiver, rules.today))
        .flatMap(({ id, digest, waives, owner, expiresOn }) => 'gate' in waives && waives.gate === decision.gate && waives.measure === finding.measure
        ? [{ id, digest, gate: waives.gate, measure: waives.measure, owner, expiresOn }]
        : [])
        .sort((a, b) => (a.expiresOn === b.expiresOn ? (a.id < b.id ? -1 : 1) : a.expiresOn > b.expiresOn ? -1 : 1));
    return covers[0] ?? null;
}


/***/ }),

/***/ 63619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isPredecessor),
/* harmony export */   _: () => (/* binding */ isMadeAlike)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75622);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79908);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);

/** Files with which a folder becomes an action that workflows can use. */
const ACTION_FILES = ['action.yml', 'action.yaml'];
/**
 * True when the candidate of an earlier run may stand for the own run's: a run of the same workflow file and branch, that
 * nothing but the own pull request, on the base that it has now, can have started.
 *
 * @param branch pull requests of the own run's branch
 */
function isPredecessor(earlier, own, { branch, pullRequest }) {
    const sameSource = earlier.headBranch === own.headBranch && earlier.fromFork === own.fromFork;
    const sameStart = earlier.path === own.path && earlier.event === own.event;
    return sameSource && sameStart && earlier.headBranch !== null && (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .baseDoubtOf */ .H)(earlier, branch, pullRequest) === null;
}
/**
 * True when two heads make a candidate alike: with the same workflows, actions and configuration, and the same key by each
 * of the configurations. Read from GitHub, whatever a run says of itself.
 */
async function isMadeAlike(contents, heads, { configPath, models }) {
    if (heads.earlier === heads.own)
        return true;
    const [before, now] = await Promise.all([contents.listFiles(heads.earlier), contents.listFiles(heads.own)]);
    const isRule = ruleMatcher([...before, ...now], configPath);
    const rulesOf = (tree) => tree
        .filter(({ path }) => isRule(path))
        .map(({ path, blobSha, mode }) => `${mode} ${blobSha} ${path}`)
        .toSorted()
        .join('\n');
    return rulesOf(before) === rulesOf(now) && models.every((model) => haveOneKey({ before, now }, model));
}
/** Workflows, whatever lies below an action of the repository, and the configuration. */
function ruleMatcher(files, configPath) {
    const folders = new Set(['.github/']);
    for (const { path } of files) {
        const start = path.lastIndexOf('/') + 1;
        if (ACTION_FILES.includes(path.slice(start)))
            folders.add(path.slice(0, start));
    }
    return (path) => path === configPath || [...folders].some((folder) => path.startsWith(folder));
}
function haveOneKey({ before, now }, { config, key: expected }) {
    const key = keyOf(before, config);
    return key !== null && key === keyOf(now, config) && (expected === undefined || expected === key);
}
/** `null` for a tree without any file of the model. */
function keyOf(tree, model) {
    try {
        return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .candidateKey */ .R)(tree, model);
    }
    catch (error) {
        if (error instanceof _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL)
            return null;
        throw error;
    }
}


/***/ }),

/***/ 37951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ decisionHeadline)
/* harmony export */ });
/* unused harmony export NOTHING_JUDGED */
/* harmony import */ var _drift_headline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21410);

/** What a reader of a decision without any judged measure is told. */
const NOTHING_JUDGED = 'No measure was judged: no limit was given, or nothing could be compared with one.';
/**
 * A decision in one sentence: for drift how many columns have drifted, else the first finding that made the outcome what it
 * is. Never a note, which decides nothing and may stand first.
 */
function decisionHeadline(decision) {
    const drift = (0,_drift_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .driftHeadline */ .A)(decision);
    if (drift !== '')
        return drift;
    const { findings, outcome } = decision;
    const decisive = findings.find((finding) => finding.severity === 'block' && finding.outcome === outcome);
    return decisive?.message ?? NOTHING_JUDGED;
}


/***/ })

};
