export const id = 5800;
export const ids = [5800];
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
// EXTERNAL MODULE: ./build/packages/action-kit/src/engine-sources.js + 3 modules
var engine_sources = __webpack_require__(33684);
;// CONCATENATED MODULE: ./build/actions/performance-gate/src/inputs.js

const inputs = (0,define_inputs/* defineInputs */.p)({
    model: input/* input */.h.text('Name of the model in the base policy.').required(),
    'run-id': input/* input */.h.id('Id of the training run, from github.event.workflow_run.id.').required(),
    'evaluation-artifact-id': input/* input */.h.id('Output artifact-id of evaluate-model, from the needs context.').required(),
    'evaluation-artifact-digest': input/* input */.h.digest('Output artifact-digest of evaluate-model.').required(),
    'github-token': input/* input */.h.secret('Token that reads actions, contents and pull requests.').required(),
    ...engine_sources/* ENGINE_INPUTS */.n,
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
        run: async (values, ports) => (await Promise.all(/* import() */[__webpack_require__.e(1600), __webpack_require__.e(5175), __webpack_require__.e(3116), __webpack_require__.e(8612), __webpack_require__.e(4761), __webpack_require__.e(6993), __webpack_require__.e(1582), __webpack_require__.e(2029), __webpack_require__.e(9872), __webpack_require__.e(4727), __webpack_require__.e(6388), __webpack_require__.e(2471), __webpack_require__.e(7406), __webpack_require__.e(90)]).then(__webpack_require__.bind(__webpack_require__, 90090))).perform(values, ports),
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


/***/ })

};
