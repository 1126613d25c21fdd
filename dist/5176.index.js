export const id = 5176;
export const ids = [5176];
export const modules = {

/***/ 35176:
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
// EXTERNAL MODULE: ./build/packages/action-kit/src/engine-sources.js + 3 modules
var engine_sources = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/packages/action-kit/src/lineage.js
var lineage = __webpack_require__(42946);
;// CONCATENATED MODULE: ./build/actions/data-gate/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    model: input/* input */.h.text('Name of the model in the base policy.').required(),
    'run-id': input/* input */.h.id('Id of the training run, from github.event.workflow_run.id.').required(),
    'evaluation-artifact-id': input/* input */.h.id('Output artifact-id of evaluate-model, from the needs context.').required(),
    'evaluation-artifact-digest': input/* input */.h.digest('Output artifact-digest of evaluate-model.').required(),
    'github-token': input/* input */.h.secret('Token that reads actions, contents and pull requests.').required(),
    ...engine_sources/* ENGINE_INPUTS */.n,
    ...lineage/* LINEAGE_INPUTS */.O,
});
const outputs = {
    outcome: 'pass, fail or inconclusive; error when nothing could be judged.',
    'artifact-id': 'Id of the artifact that holds the decision and the OpenLineage events.',
    'artifact-digest': 'SHA-256 of that artifact; decide refuses any other bytes.',
    decision: 'The decision as JSON.',
    'reason-code': 'Why there is no decision, from docs/reason-codes.md; empty after a decision.',
};

;// CONCATENATED MODULE: ./build/actions/data-gate/src/main.js


function main() {
    return (0,run_action/* runAction */.C)({
        name: 'data-gate',
        inputs: inputs,
        outputs: outputs,
        // Loaded after the inputs are found good, so that a faulty workflow hears of it at once.
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(1600), __webpack_require__.e(5175), __webpack_require__.e(3116), __webpack_require__.e(8612), __webpack_require__.e(2029), __webpack_require__.e(9872), __webpack_require__.e(4727), __webpack_require__.e(8524)]).then(__webpack_require__.bind(__webpack_require__, 98524))).perform(values, ports),
    });
}


/***/ }),

/***/ 33684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ ENGINE_INPUTS),
  $: () => (/* binding */ engineSources)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/packages/action-kit/src/actions-cache.js


/** Loaded on first use: it brings the client of blob storage with it. */
async function loadToolkitClient() {
    return await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(2271), __webpack_require__.e(2088), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142));
}
const READABLE = ['', 'read', 'write'];
const WRITABLE = ['', 'write', 'write-only'];
/**
 * The Actions cache. Where the workflow's `cache-mode` shuts it off it says nothing and does nothing: a job that decides has no
 * cache, and a line about it in every log would be noise. An entry of another key than the one asked for is none.
 */
function createActionsCache(options) {
    const { folder, env, debug } = options;
    const mode = (env['ACTIONS_CACHE_MODE'] ?? '').trim().toLowerCase();
    const client = async (modes) => {
        if (!modes.includes(mode))
            return null;
        const loaded = await (options.loadClient ?? loadToolkitClient)();
        return loaded.isFeatureAvailable() ? loaded : null;
    };
    return {
        restore: async (key) => {
            try {
                const found = await (await client(READABLE))?.restoreCache([folder], key);
                return found === key ? folder : null;
            }
            catch (error) {
                debug(`The Actions cache was not read: ${String(error)}`);
                return null;
            }
        },
        save: async (key, from) => {
            try {
                const cache = await client(WRITABLE);
                if (cache === null)
                    return;
                if ((0,external_node_path_.resolve)(from) !== (0,external_node_path_.resolve)(folder)) {
                    await (0,promises_.rm)(folder, { recursive: true, force: true });
                    await (0,promises_.cp)(from, folder, { recursive: true });
                }
                await cache.saveCache([folder], key);
            }
            catch (error) {
                debug(`The Actions cache was not written: ${String(error)}`);
            }
        },
    };
}

// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
;// CONCATENATED MODULE: ./build/packages/action-kit/src/download.js

const SOCKET_TIMEOUT_MS = 30_000;
const REPORT_EVERY_MS = 10_000;
/**
 * Bytes over HTTP, through the proxy that `HTTPS_PROXY` and `NO_PROXY` name, as other actions go. Whoever asks must know the
 * digest of what comes.
 *
 * @throws ActionError `service` when the answer is not the file.
 */
async function download(url, { progress, maxBytes }) {
    const { HttpClient } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 44942));
    const client = new HttpClient('gatehouse', [], {
        allowRetries: true,
        maxRetries: 3,
        maxRedirects: 5,
        socketTimeout: SOCKET_TIMEOUT_MS,
    });
    try {
        const { message } = await client.get(url);
        const status = message.statusCode ?? 0;
        if (status !== 200) {
            message.destroy();
            throw failed(url, `the answer ${status}`);
        }
        const length = Number(message.headers['content-length'] ?? Number.NaN);
        progress(`Downloading ${url}${Number.isFinite(length) ? `, ${inMegabytes(length)}` : ''}.`);
        const chunks = [];
        let bytes = 0;
        let reported = performance.now();
        for await (const chunk of message) {
            chunks.push(chunk);
            bytes += chunk.length;
            if (bytes > maxBytes)
                throw failed(url, `more than ${inMegabytes(maxBytes)}`);
            if (performance.now() - reported < REPORT_EVERY_MS)
                continue;
            reported = performance.now();
            progress(`${inMegabytes(bytes)} of ${Number.isFinite(length) ? inMegabytes(length) : 'an unknown length'}.`);
        }
        if (Number.isFinite(length) && bytes !== length)
            throw failed(url, `${bytes} of ${length} bytes`);
        return Buffer.concat(chunks);
    }
    finally {
        client.dispose();
    }
}
function inMegabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}
function failed(url, found) {
    const fault = {
        where: url,
        found,
        allowed: 'the whole file',
        remedy: 'Look at the address, the mirror and the proxy',
    };
    return new errors/* ActionError */.lZ('service', fault);
}

// EXTERNAL MODULE: ./build/packages/action-kit/src/input.js
var input = __webpack_require__(97207);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/action-kit/src/tool-cache.js



/**
 * One tool in the runner's tool cache, laid out as setup actions and the images of runners do: the folder, and beside it an
 * empty file `<arch>.complete` that is written last. Without that file the folder is none, as after a job that was killed.
 *
 * On a self-hosted runner other jobs write here too, so whoever loads what it gives must know its digest.
 */
function createToolCache(root, tool) {
    const parent = (0,external_node_path_.join)(root, tool.name, tool.version);
    const folder = (0,external_node_path_.join)(parent, tool.arch);
    const marker = `${folder}.complete`;
    return {
        restore: async () => ((await isFile(marker)) && (await isFolder(folder)) ? folder : null),
        save: async (_key, from) => {
            const part = (0,external_node_path_.join)(parent, `${tool.arch}.part-${(0,external_node_crypto_.randomUUID)()}`);
            try {
                await (0,promises_.mkdir)(parent, { recursive: true });
                await (0,promises_.cp)(from, part, { recursive: true });
                // Whatever lies there without a marker was left by a job that was killed.
                if (!(await isFile(marker)))
                    await (0,promises_.rm)(folder, { recursive: true, force: true });
                await (0,promises_.rename)(part, folder);
                await (0,promises_.writeFile)(marker, '');
            }
            catch {
                // A full disk, a read-only cache, or a job beside this one that was faster: the next job fetches it again.
                await (0,promises_.rm)(part, { recursive: true, force: true }).catch(() => undefined);
            }
        },
    };
}
async function isFile(path) {
    return await (0,promises_.stat)(path).then((found) => found.isFile(), () => false);
}
async function isFolder(path) {
    return await (0,promises_.stat)(path).then((found) => found.isDirectory(), () => false);
}

;// CONCATENATED MODULE: ./build/packages/action-kit/src/engine-sources.js





/** The inputs of every action that reads tables; they mean the same everywhere. */
const ENGINE_INPUTS = {
    'engine-path': input/* input */.h.path('Folder that holds the data engine in node_modules, as "npm install --prefix DIR @duckdb/node-api" leaves it. No cache and no download is tried.'),
    'engine-mirror': input/* input */.h.url('Registry with the paths of npm from which the data engine is downloaded in place of npm.'),
};
const MOST_BYTES = 200_000_000;
/** The places of a runner: the path that an input names, or else its tool cache, the Actions cache and a download. */
function engineSources(inputs, { context, env, log }, tool) {
    const { 'engine-path': explicit, 'engine-mirror': mirror } = inputs;
    if (explicit !== undefined)
        return { explicit: (0,external_node_path_.resolve)(context.workspace, explicit) };
    const tools = env['RUNNER_TOOL_CACHE'] ?? '';
    const downloads = {
        fetch: (url) => download(url, { progress: (text) => log.info(text), maxBytes: MOST_BYTES }),
    };
    return {
        ...(tools === '' ? {} : { toolCache: createToolCache(tools, tool) }),
        actionsCache: createActionsCache({
            folder: (0,external_node_path_.join)(context.temp, 'gatehouse-engine-cache'),
            env,
            debug: (text) => log.debug(text),
        }),
        download: { downloads, ...(mirror === undefined ? {} : { mirror }), into: (0,external_node_path_.join)(context.temp, 'gatehouse-engine') },
    };
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
