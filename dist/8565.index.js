export const id = 8565;
export const ids = [8565];
export const modules = {

/***/ 98565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/packages/action-kit/src/run-action.js + 9 modules
var run_action = __webpack_require__(7056);
// EXTERNAL MODULE: ./build/packages/action-kit/src/define-inputs.js
var define_inputs = __webpack_require__(33592);
// EXTERNAL MODULE: ./build/packages/action-kit/src/input.js
var input = __webpack_require__(97207);
;// CONCATENATED MODULE: ./build/actions/approval-gate/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    mode: input/* input */.h
        .oneOf('check: post the check of a pull request or merge group; sweep: do so for every open pull request; authorise: after the merge, sign the release authorisations.', ['check', 'sweep', 'authorise'])
        .default('check'),
    'run-id': input/* input */.h.id('Id of the run that triggered the decision, from github.event.workflow_run.id; for mode check.'),
    'models-result': input/* input */.h.oneOf('How the jobs before ended that decide on the models, from needs.<job>.result; for mode check. A head that they left without a decision is red then, and waits no longer.', ['success', 'failure', 'cancelled', 'skipped']),
    model: input/* input */.h.text('Name of one model of the base policy; for mode authorise. Without it, all models of the push.'),
    'decide-workflow': input/* input */.h
        .text('Workflow that mode sweep starts where a decision rests on an older policy; it takes the input run-id.')
        .default('decide.yml'),
    comment: input/* input */.h
        .oneOf('always: keep one comment on the pull request that says what the check says. For a check that is a commit status, which has no page.', ['never', 'always'])
        .default('never'),
    'app-id': input/* input */.h.id('Id of the App whose token is github-token. Without it the check is a commit status, which any workflow can forge.'),
    'github-token': input/* input */.h
        .secret('App token: checks and contents write; actions, members, pull requests read; for mode sweep actions write.')
        .required(),
    'org-token': input/* input */.h.secret('Token that reads teams, when github-token cannot.'),
    // Not required by the parser: a secret that is not there must make the check red, not only the step.
    'signing-key': input/* input */.h.secret('P-256 private key in PEM: every entry of the ledger is signed. Needed in every mode; in mode check the check is red without it.'),
});
const outputs = {
    outcome: 'pass when the check is green or something was authorised; fail or inconclusive otherwise.',
    'missing-roles': 'Required roles without a counting approval, separated by commas.',
    'tuple-digest': 'Digest of head, model, evidence and policy: what people approve.',
    authorisations: 'JSON list of what was authorised, [{"model", "commit", "path"}]; for mode authorise. Set also when the step fails because others of the push were refused.',
    authorisation: 'Path of the signed release authorisation on the evidence branch, when there is exactly one.',
    'reason-code': 'The reason code of the result, from docs/reason-codes.md.',
};

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/main.js


function main() {
    return (0,run_action/* runAction */.C)({
        name: 'approval-gate',
        inputs: inputs,
        outputs: outputs,
        // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(1600), __webpack_require__.e(3116), __webpack_require__.e(8612), __webpack_require__.e(4761), __webpack_require__.e(6993), __webpack_require__.e(2029), __webpack_require__.e(9872), __webpack_require__.e(9563)]).then(__webpack_require__.bind(__webpack_require__, 29563))).perform(values, ports),
    });
}


/***/ })

};
