export const id = 1210;
export const ids = [1210];
export const modules = {

/***/ 1210:
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
;// CONCATENATED MODULE: ./build/actions/decide/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    model: input/* input */.h.text('Name of the model in the base policy.').required(),
    'run-id': input/* input */.h.id('Id of the training run, from github.event.workflow_run.id.').required(),
    decisions: input/* input */.h
        .lines('One line for each gate: its name, the artifact id and the artifact digest of its decision.')
        .required(),
    'reason-code': input/* input */.h.text('Why a job before made no evaluation, from its output reason-code: the head is refused for it, and no decision is read.'),
    'github-token': input/* input */.h.secret('App token that reads actions and pull requests and writes contents.').required(),
    'signing-key': input/* input */.h.secret('P-256 private key in PEM; only the environment "governance" holds it.').required(),
});
const outputs = {
    outcome: 'pass, fail or inconclusive: the worst of the required decisions, waived ones counted as passed; not-governed when the pull request changes nothing that the model is made from; error when no evaluation could be made.',
    summary: 'The signed evaluation summary, a Sigstore bundle in one line.',
    'model-digest': 'Digest of the candidate that was decided on.',
    'evidence-digest': 'Digest of the evidence; part of the tuple that people approve.',
    waivers: 'Ids of the waivers that the outcome rests on, separated by commas.',
    'reason-code': 'Why there is no summary, from docs/reason-codes.md; empty after one was signed.',
};

;// CONCATENATED MODULE: ./build/actions/decide/src/main.js


function main() {
    return (0,run_action/* runAction */.C)({
        name: 'decide',
        inputs: inputs,
        outputs: outputs,
        reasonOfErrors: 'decision-missing',
        // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(1600), __webpack_require__.e(3116), __webpack_require__.e(8612), __webpack_require__.e(4761), __webpack_require__.e(6993), __webpack_require__.e(2029), __webpack_require__.e(9872), __webpack_require__.e(4733)]).then(__webpack_require__.bind(__webpack_require__, 34733))).perform(values, ports),
    });
}


/***/ })

};
