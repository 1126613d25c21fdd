export const id = 2745;
export const ids = [2745];
export const modules = {

/***/ 52745:
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
;// CONCATENATED MODULE: ./build/actions/evaluate-model/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    model: input/* input */.h.text('Name of the model in the base policy.').required(),
    'run-id': input/* input */.h.id('Id of the training run, from github.event.workflow_run.id.').required(),
    'github-token': input/* input */.h.secret('Token that reads actions, contents and pull requests.').required(),
});
const outputs = {
    'artifact-id': 'Id of the artifact that holds the predictions and the evaluation record; empty when the pull request does not concern the model.',
    'artifact-digest': 'SHA-256 of that artifact; the gates refuse any other bytes.',
    'model-digest': 'Digest of the candidate that was evaluated.',
    'predictions-digest': 'SHA-256 of the predictions table.',
    'reason-code': 'Why there is no evaluation, from docs/reason-codes.md; empty after a success.',
};

;// CONCATENATED MODULE: ./build/actions/evaluate-model/src/main.js


function main() {
    return (0,run_action/* runAction */.C)({
        name: 'evaluate-model',
        inputs: inputs,
        outputs: outputs,
        reasonOfErrors: 'evaluation-error',
        // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(1600), __webpack_require__.e(5175), __webpack_require__.e(3116), __webpack_require__.e(8612), __webpack_require__.e(4761), __webpack_require__.e(6993), __webpack_require__.e(1582), __webpack_require__.e(2029), __webpack_require__.e(4348), __webpack_require__.e(6388), __webpack_require__.e(8732), __webpack_require__.e(8848)]).then(__webpack_require__.bind(__webpack_require__, 8848))).perform(values, ports),
    });
}


/***/ })

};
