export const id = 4013;
export const ids = [4013];
export const modules = {

/***/ 64013:
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
;// CONCATENATED MODULE: ./build/actions/deploy-model/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    model: input/* input */.h.text('Name of the model in the policy of the default branch; the one that the tag names when left out.'),
    environment: input/* input */.h.text('Name of the deployment in the policy, and of the GitHub environment.').required(),
    tag: input/* input */.h.text('Version tag of the release to deploy.').required(),
    rollback: input/* input */.h
        .boolean('Deploys a version although a newer one of the model is published; without it that is refused.')
        .default('false'),
    'github-token': input/* input */.h.secret('Token that reads contents and writes deployments.').required(),
});
const outputs = {
    'deployment-id': 'Id of the GitHub deployment.',
    'model-digest': 'Digest of the deployed model.',
    'reason-code': 'Why nothing was deployed, from docs/reason-codes.md; empty after a success.',
};

;// CONCATENATED MODULE: ./build/actions/deploy-model/src/main.js


function main() {
    return (0,run_action/* runAction */.C)({
        name: 'deploy-model',
        inputs: inputs,
        outputs: outputs,
        // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(1600), __webpack_require__.e(3116), __webpack_require__.e(8612), __webpack_require__.e(4761), __webpack_require__.e(1582), __webpack_require__.e(4348), __webpack_require__.e(706)]).then(__webpack_require__.bind(__webpack_require__, 706))).perform(values, ports),
    });
}


/***/ })

};
