export const id = 930;
export const ids = [930];
export const modules = {

/***/ 68930:
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
;// CONCATENATED MODULE: ./build/actions/train-model/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    config: input/* input */.h.path('Path of the configuration in the checked-out repository.').default('gatehouse.yml'),
    model: input/* input */.h.text('Name of the model in the configuration.').required(),
    reuse: input/* input */.h
        .boolean('Takes the candidate of an earlier run of the pull request, if nothing it is made from has changed since.')
        .default('true'),
    'retention-days': input/* input */.h.integer("How long GitHub keeps the candidate, in days; the repository's setting when left out.", { min: 1, max: 400 }),
    'github-token': input/* input */.h.secret('Token that reads actions and pull requests. Without it every run trains, also for a change that concerns no file of the model.'),
});
const outputs = {
    'model-digest': 'SHA-256 that names the candidate: its files, their names and their bytes.',
    'artifact-id': 'Id of the artifact that holds the candidate; empty when the pull request does not concern the model.',
    'artifact-digest': 'SHA-256 of that artifact, as GitHub reports it.',
    'reused-from': 'Id of the run whose candidate was reused; empty when this run trained.',
    'run-record': 'What the run says about itself, as SLSA provenance v1 JSON. A claim of an untrusted job.',
    'reason-code': 'Why nothing was trained, from docs/reason-codes.md; empty after a success.',
};

;// CONCATENATED MODULE: ./build/actions/train-model/src/main.js


function main() {
    return (0,run_action/* runAction */.C)({
        name: 'train-model',
        inputs: inputs,
        outputs: outputs,
        // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(600), __webpack_require__.e(175), __webpack_require__.e(274), __webpack_require__.e(11), __webpack_require__.e(232)]).then(__webpack_require__.bind(__webpack_require__, 61232))).perform(values, ports),
    });
}


/***/ })

};
