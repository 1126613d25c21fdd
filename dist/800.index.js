export const id = 800;
export const ids = [800];
export const modules = {

/***/ 45800:
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
;// CONCATENATED MODULE: ./build/actions/performance-gate/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    model: input/* input */.h.text('Name of the model in the base policy.').required(),
    'run-id': input/* input */.h.id('Id of the training run, from github.event.workflow_run.id.').required(),
    'evaluation-artifact-id': input/* input */.h.id('Output artifact-id of evaluate-model, from the needs context.').required(),
    'evaluation-artifact-digest': input/* input */.h.digest('Output artifact-digest of evaluate-model.').required(),
    'github-token': input/* input */.h.secret('Token that reads actions, contents and pull requests.').required(),
});
const outputs = {
    outcome: 'pass, fail or inconclusive; error when nothing could be judged.',
    'artifact-id': 'Id of the artifact that holds the decision.',
    'artifact-digest': 'SHA-256 of that artifact; decide refuses any other bytes.',
    decision: 'The decision as JSON.',
    'reason-code': 'Why there is no decision, from docs/reason-codes.md; empty after a decision.',
};

;// CONCATENATED MODULE: ./build/actions/performance-gate/src/main.js


function main() {
    return (0,run_action/* runAction */.C)({
        name: 'performance-gate',
        inputs: inputs,
        outputs: outputs,
        // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(600), __webpack_require__.e(175), __webpack_require__.e(274), __webpack_require__.e(612), __webpack_require__.e(29), __webpack_require__.e(11), __webpack_require__.e(518), __webpack_require__.e(464), __webpack_require__.e(788)]).then(__webpack_require__.bind(__webpack_require__, 97788))).perform(values, ports),
    });
}


/***/ })

};
