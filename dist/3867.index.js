export const id = 3867;
export const ids = [3867];
export const modules = {

/***/ 53867:
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
;// CONCATENATED MODULE: ./build/actions/publish-model/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    model: input/* input */.h.text('Name of the model in the policy of the default branch.').required(),
    commit: input/* input */.h.commit('Merged commit on the default branch whose authorised model is published.').required(),
    bump: input/* input */.h.oneOf('Which part of the version rises.', ['major', 'minor', 'patch']).default('minor'),
    'github-token': input/* input */.h.secret('App token that reads actions and pull requests and writes contents.').required(),
});
const outputs = {
    version: 'The version tag, such as mortgage-approval@v1.0.0.',
    'release-url': 'Page of the immutable release.',
    'model-digest': 'Digest of the published model.',
    'reason-code': 'Why nothing was published, from docs/reason-codes.md; empty after a success.',
};

;// CONCATENATED MODULE: ./build/actions/publish-model/src/main.js


function main() {
    return (0,run_action/* runAction */.C)({
        name: 'publish-model',
        inputs: inputs,
        outputs: outputs,
        // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(1600), __webpack_require__.e(3116), __webpack_require__.e(8612), __webpack_require__.e(4761), __webpack_require__.e(6993), __webpack_require__.e(1582), __webpack_require__.e(4348), __webpack_require__.e(2648)]).then(__webpack_require__.bind(__webpack_require__, 2648))).perform(values, ports),
    });
}


/***/ })

};
