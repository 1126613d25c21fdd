export const id = 8930;
export const ids = [8930];
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
// EXTERNAL MODULE: ./build/packages/action-kit/src/lineage.js
var lineage = __webpack_require__(42946);
;// CONCATENATED MODULE: ./build/actions/train-model/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    config: input/* input */.h.path('Path of the configuration in the checked-out repository.').default('gatehouse.yml'),
    model: input/* input */.h.text('Name of the model in the configuration.').required(),
    reuse: input/* input */.h
        .boolean('Takes the candidate of an earlier run of the pull request, if nothing it is made from has changed since.')
        .default('true'),
    'retention-days': input/* input */.h.integer("How long GitHub keeps the candidate, in days; the repository's setting when left out.", { min: 1, max: 400 }),
    'github-token': input/* input */.h.secret('Token that reads actions and pull requests. Without it every run trains, also for a change that concerns no file of the model.'),
    ...lineage/* LINEAGE_INPUTS */.O,
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
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(1600), __webpack_require__.e(5175), __webpack_require__.e(3116), __webpack_require__.e(8732), __webpack_require__.e(3400)]).then(__webpack_require__.bind(__webpack_require__, 67687))).perform(values, ports),
    });
}


/***/ }),

/***/ 42946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ LINEAGE_INPUTS),
/* harmony export */   Y: () => (/* binding */ postLineage)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97207);



/** The inputs of every action that tells what it read; they mean the same everywhere. */
const LINEAGE_INPUTS = {
    'openlineage-url': _input_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .h.url('Address of an OpenLineage server; run events are posted to its /api/v1/lineage. They are in the artifact either way.'),
    'openlineage-api-key': _input_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .h.secret('Key that the OpenLineage server takes as bearer token.'),
    'openlineage-failure': _input_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .h
        .oneOf('Whether events that cannot be posted are a warning or fail the step.', ['warn', 'fail'])
        .default('warn'),
};
const TIMEOUT_MS = 10_000;
const ATTEMPTS = 2;
const PATH = 'api/v1/lineage';
/**
 * Posts events one after the other, if an address is given. Neither address nor key is in a message: addresses of such
 * servers may hold one. Redirects are not followed, since they could take the key elsewhere.
 *
 * @throws ActionError `service` when it fails and the inputs say that this fails the step.
 */
async function postLineage(events, inputs, { warning, timeoutMs = TIMEOUT_MS }) {
    const url = inputs['openlineage-url'];
    if (url === undefined)
        return;
    const fault = addressFault(url, inputs['openlineage-api-key']) ?? (await posted(events, { url, inputs, timeoutMs }));
    if (fault === null)
        return;
    const error = new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('service', {
        where: 'Input "openlineage-url"',
        found: fault,
        allowed: 'a server that takes OpenLineage events over HTTPS',
        remedy: 'Look at the server, the key and the address',
    });
    if (inputs['openlineage-failure'] === 'fail')
        throw error;
    warning(`${error.message} The events are in the artifact.`);
}
function addressFault(address, key) {
    const { protocol, hostname, username, password } = new URL(address);
    if (username !== '' || password !== '')
        return 'an address with a user or password in it';
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    if (protocol !== 'https:' && key !== undefined && !isLocal)
        return 'an address that would send the key unencrypted';
    return null;
}
async function posted(events, to) {
    const key = to.inputs['openlineage-api-key'];
    const headers = {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    };
    const target = new URL(PATH, to.url.endsWith('/') ? to.url : `${to.url}/`).href;
    for (const event of events) {
        let fault = null;
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
            fault = await once(target, { headers, body: JSON.stringify(event), timeoutMs: to.timeoutMs });
            // An answer of the server's own will be the same again.
            if (fault === null || fault.startsWith('the answer 4'))
                break;
        }
        if (fault !== null)
            return fault;
    }
    return null;
}
/** Through the proxy of the runner, as downloads go. */
async function once(target, { headers, body, timeoutMs }) {
    const { HttpClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 44942));
    const client = new HttpClient('gatehouse', [], { allowRedirects: false, socketTimeout: timeoutMs });
    const late = new AbortController();
    // The client's own limit is one of silence: a server that drips could hold the step.
    const limit = (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(timeoutMs, 'late', { signal: late.signal });
    const answered = client.post(target, body, headers).then(({ message }) => {
        message.destroy();
        return message.statusCode ?? 0;
    });
    try {
        const status = await Promise.race([answered, limit]);
        if (status === 'late')
            return `no answer within ${timeoutMs / 1000} s`;
        return status >= 200 && status < 300 ? null : `the answer ${status}`;
    }
    catch {
        // The message of the error would hold the address.
        return 'a server that cannot be reached';
    }
    finally {
        late.abort();
        limit.catch(() => undefined);
        answered.catch(() => undefined);
        client.dispose();
    }
}


/***/ })

};
