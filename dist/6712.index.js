export const id = 6712;
export const ids = [6712];
export const modules = {

/***/ 6712:
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
;// CONCATENATED MODULE: ./build/actions/promote-model/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    model: input/* input */.h.text('Name of the model in the policy of the default branch.').required(),
    version: input/* input */.h.text('Version tag that comes into the stage, such as mortgage-approval@v1.0.0.').required(),
    stage: input/* input */.h.text('Name of the stage, one of "stages" in the policy.').required(),
    reason: input/* input */.h.text('Why, for the tag and the ledger: 10 to 1000 characters.').required(),
    replaces: input/* input */.h.text('Version tag that must be in the stage now; another one there is refused. Left out, whichever is there is replaced.'),
    'github-token': input/* input */.h.secret('App token that reads actions and writes contents.').required(),
    'org-token': input/* input */.h.secret('Token that reads teams, where a stage names promoters and github-token cannot.'),
    'signing-key': input/* input */.h.secret('P-256 private key in PEM: the ledger entry is signed.').required(),
});
const outputs = {
    tag: 'The stage tag that is in force, such as mortgage-approval#production#7.',
    'model-digest': 'Digest of the model in the stage.',
    replaced: 'The version that was in the stage before; empty for the first.',
    'already-assigned': 'true when the version was in the stage already, so that nothing was done.',
    'reason-code': 'Why the stage did not move, from docs/reason-codes.md; empty after a success.',
};

;// CONCATENATED MODULE: ./build/actions/promote-model/src/main.js


function main() {
    return (0,run_action/* runAction */.C)({
        name: 'promote-model',
        inputs: inputs,
        outputs: outputs,
        // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(1600), __webpack_require__.e(3116), __webpack_require__.e(8612), __webpack_require__.e(4761), __webpack_require__.e(6993), __webpack_require__.e(1582), __webpack_require__.e(4348), __webpack_require__.e(3595), __webpack_require__.e(5207)]).then(__webpack_require__.bind(__webpack_require__, 95207))).perform(values, ports),
    });
}


/***/ })

};
