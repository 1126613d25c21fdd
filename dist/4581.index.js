export const id = 4581;
export const ids = [4581];
export const modules = {

/***/ 54581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/attest/src/signing-key.js
var signing_key = __webpack_require__(41356);
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var src_github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence/store.js + 7 modules
var store = __webpack_require__(26993);
// EXTERNAL MODULE: ./build/packages/governance/src/ledger/entry-file.js
var entry_file = __webpack_require__(64207);
// EXTERNAL MODULE: ./build/packages/registry/src/stages/assign-stage.js + 1 modules
var assign_stage = __webpack_require__(9006);
// EXTERNAL MODULE: ./build/packages/report/src/stage-summary.js
var stage_summary = __webpack_require__(24121);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var src_policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/governance/src/stages/stage-mover.js
var stage_mover = __webpack_require__(27500);
// EXTERNAL MODULE: ./build/packages/governance/src/stages/stage-ledger.js + 1 modules
var stage_ledger = __webpack_require__(43254);
// EXTERNAL MODULE: ./build/packages/governance/src/version-statements.js
var version_statements = __webpack_require__(19723);
// EXTERNAL MODULE: ./build/packages/registry/src/stages/written-move.js
var written_move = __webpack_require__(14104);
// EXTERNAL MODULE: ./build/packages/registry/src/stages/move-stage.js + 1 modules
var move_stage = __webpack_require__(79392);
;// CONCATENATED MODULE: ./build/actions/rollback-model/src/run.js


/**
 * Brings back a version that was in the stage before: verified anew like any other, with the reason and the incident.
 *
 * @throws ConfigError for what the policy does not name.
 * @throws ActionError as `moveStage` and `requireStageMover` do.
 */
async function rollbackModel(request, ports) {
    const { model, stage, reason, incident } = request;
    (0,written_move/* requireReason */.u)(reason);
    (0,written_move/* requireIncident */._)(incident);
    const policy = await (0,src_policy/* readPolicy */.T4)(ports.contents, await ports.contents.branchHead(await ports.contents.defaultBranch()));
    const config = (0,src_policy/* modelOf */.DM)(policy, model);
    ports.evidence.requireTrustedSigner((0,src_policy/* trustRootOf */.KE)(policy));
    const { id, login } = (await ports.runs.get(request.runId)).triggeringActor;
    const mover = { id, login };
    await (0,stage_mover/* requireStageMover */.x)(ports.people, config, { stage, mover });
    return (0,move_stage/* moveStage */.c)({
        ...request,
        move: 'rolled-back',
        stages: config.stages,
        person: mover,
        policy: { rule: config['stage-rules'][stage], revoked: config['revoked-versions'] },
    }, {
        ...ports,
        stages: (0,stage_ledger/* createStageLedger */.K)(ports.evidence, (0,src_policy/* trustRootOf */.KE)(policy)),
        verifyStatements: async (version) => void (await (0,version_statements/* verifyVersionStatements */.o)(policy, version, request)),
    });
}

;// CONCATENATED MODULE: ./build/actions/rollback-model/src/perform.js






/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context }) {
    const key = (0,signing_key/* loadSigningKey */.fm)(values['signing-key'], 'Input "signing-key"');
    const { owner, name: repo } = context.repository;
    const orgToken = values['org-token'];
    const github = (0,src_github/* createGitHub */.C)({
        token: values['github-token'],
        apiUrl: context.apiUrl,
        owner,
        repo,
        ...(orgToken === undefined ? {} : { orgToken }),
    });
    const clock = { now: () => new Date() };
    const { model, version, stage, reason, replaces = null, incident } = values;
    const moved = await rollbackModel({
        ...{ model, version, stage, reason, replaces, incident },
        runId: context.runId,
        repositoryUrl: `${context.serverUrl}/${owner}/${repo}`,
    }, {
        ...github,
        evidence: new store/* EvidenceStore */.x({ branch: github.evidence(), clock, signer: (0,entry_file/* ledgerSigner */.qx)(key) }),
        clock,
        patience: assign_stage/* DEFAULT_CLAIM_PATIENCE */.BS,
    });
    return {
        outcome: 'done',
        title: `${version} is back in ${stage}`,
        summary: (0,stage_summary/* renderMovedStage */.m)(moved),
        outputs: {
            tag: moved.tag,
            'model-digest': moved.stage.modelDigest,
            replaced: moved.before ?? '',
            'already-assigned': String(moved.alreadyAssigned),
        },
    };
}


/***/ })

};
