export const id = 765;
export const ids = [765];
export const modules = {

/***/ 51765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/action-kit/src/artifacts.js
var artifacts = __webpack_require__(52244);
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 18 modules
var src_github = __webpack_require__(88815);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/training/src/clean-environment.js
var clean_environment = __webpack_require__(41055);
// EXTERNAL MODULE: ./build/packages/training/src/contained-file.js
var contained_file = __webpack_require__(19022);
// EXTERNAL MODULE: ./build/packages/training/src/run-command.js + 1 modules
var run_command = __webpack_require__(83290);
;// CONCATENATED MODULE: ./build/packages/training/src/local-sandbox.js





const MAX_COLLECTED_BYTES = 1024 ** 3;
/**
 * Runs a command in a fresh folder that holds what it was given and nothing else, with a home and a temporary folder
 * of its own, and removes all of it afterwards. It is no prison: the process has the rights of the job, which is why
 * the job around it holds no secret.
 */
function createLocalSandbox(options) {
    return {
        run: async (job) => {
            const root = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.temp, 'gatehouse-sandbox-')));
            const [work, home, temp] = [(0,external_node_path_.join)(root, 'work'), (0,external_node_path_.join)(root, 'home'), (0,external_node_path_.join)(root, 'tmp')];
            try {
                for (const folder of [work, home, temp])
                    await (0,promises_.mkdir)(folder);
                await (0,contained_file/* writeFiles */.hV)(work, job.files);
                const given = Object.entries(job.env).map(([name, value]) => [name, absolute(work, value)]);
                await (0,run_command/* runCommand */.d)({
                    command: job.command,
                    cwd: work,
                    env: (0,clean_environment/* cleanEnvironment */.h)(options.env, { HOME: home, TMPDIR: temp, ...Object.fromEntries(given) }),
                    timeoutMs: job.timeoutMs,
                    onLine: options.onLine,
                    ...(options.signal === undefined ? {} : { signal: options.signal }),
                });
                return { files: await collected(work, job.collect) };
            }
            finally {
                await (0,promises_.rm)(root, { recursive: true, force: true });
            }
        },
    };
}
function absolute(folder, value) {
    return value.startsWith('./') ? (0,external_node_path_.join)(folder, value) : value;
}
async function collected(folder, names) {
    const files = new Map();
    for (const name of names) {
        const bytes = await (0,contained_file/* readContained */.gu)(folder, name, MAX_COLLECTED_BYTES);
        if (bytes !== null)
            files.set(name, bytes);
    }
    return files;
}

// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/evaluation-record.js
var evaluation_record = __webpack_require__(42499);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/governance/src/subject.js
var src_subject = __webpack_require__(69364);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/registry/src/candidate.js
var src_candidate = __webpack_require__(72766);
// EXTERNAL MODULE: ./build/packages/registry/src/champion.js
var src_champion = __webpack_require__(79932);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch-version.js
var fetch_version = __webpack_require__(92258);
// EXTERNAL MODULE: ./build/packages/tables/src/columns.js
var columns = __webpack_require__(24462);
// EXTERNAL MODULE: ./build/packages/tables/src/model-tables.js + 1 modules
var model_tables = __webpack_require__(28575);
// EXTERNAL MODULE: ./build/packages/tables/src/predictions.js
var src_predictions = __webpack_require__(24727);
// EXTERNAL MODULE: ./build/packages/tables/src/evaluation-data.js
var evaluation_data = __webpack_require__(73848);
// EXTERNAL MODULE: ./build/packages/core/src/path-globs.js
var path_globs = __webpack_require__(48054);
;// CONCATENATED MODULE: ./build/actions/evaluate-model/src/inference-code.js

const MAX_FILES = 200;
/**
 * The files of a commit that match the policy's globs: the code of the evaluation command, and nothing else.
 *
 * @throws ActionError `refused` when nothing matches, when too much does, or when a match is a link or a submodule.
 */
async function selectFiles(contents, wanted) {
    const matches = (0,path_globs/* pathMatcher */.k)(wanted.globs);
    const matched = (await contents.listFiles(wanted.commit)).filter((file) => matches(file.path));
    const links = matched.filter((file) => !file.mode.startsWith('100'));
    if (matched.length === 0 || matched.length > MAX_FILES || links.length > 0) {
        throw new errors/* ActionError */.lZ('refused', {
            where: `gatehouse.yml: evaluate.files at ${wanted.commit}`,
            found: links[0] === undefined ? `${matched.length} matching files` : `"${links[0].path}" is not a regular file`,
            allowed: `1 to ${MAX_FILES} regular files`,
            remedy: 'Name the files of the inference code, and no data',
        }, { reasonCode: 'evaluation-error' });
    }
    const files = new Map();
    for (const file of matched) {
        const bytes = await contents.readFile(file.path, wanted.commit);
        if (bytes !== null)
            files.set(file.path, bytes);
    }
    return files;
}

;// CONCATENATED MODULE: ./build/actions/evaluate-model/src/run.js





/**
 * Evaluates the candidate of a training run, and the champion beside it, on the data the base policy names (design §8.2,
 * §8.9). The command sees the model files, its own code and a table of ids and features: no label, no protected column,
 * no token. The champion runs first, so that the candidate's code cannot touch what the champion predicted.
 */
async function evaluateModel(request, ports) {
    const subject = await (0,src_subject/* resolveSubject */.f)(ports, request);
    const found = await (0,src_candidate/* findCandidate */.$6)(ports.runs, subject.run.id, subject.model);
    const candidate = await (0,src_candidate/* readCandidate */.G9)(ports.runs, found.id);
    const dataset = (0,columns/* datasetWithRole */.HI)(subject.modelConfig, 'evaluation');
    const table = await (0,policy/* readDataset */.JP)(ports.contents, subject.policy, dataset);
    const base = await codeOf(ports.contents, subject, subject.policy.commit);
    const champion = await evaluateChampion(ports, subject, { code: base, table });
    const code = subject.modelConfig.evaluate.code === 'base' ? base : await codeOf(ports.contents, subject, subject.headSha);
    const predictions = await predict(ports.sandbox, subject, { code, model: candidate.bytes, table });
    const record = {
        schemaVersion: 1,
        model: subject.model,
        headSha: subject.headSha,
        policyDigest: subject.policy.digest,
        modelDigest: candidate.modelDigest,
        datasetDigest: dataset.digest,
        predictions: (0,digest/* sha256 */.sc)(predictions),
        champion: champion.record,
    };
    const uploaded = await ports.uploads.upload(`evaluation-${subject.model}`, filesOf(record, predictions, champion));
    return { record, artifactId: uploaded.id, artifactDigest: uploaded.digest };
}
function filesOf(record, predictions, champion) {
    const files = new Map([
        [evaluation_record/* EVALUATION_FILES */.b.record, new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`)],
        [evaluation_record/* EVALUATION_FILES */.b.predictions, predictions],
    ]);
    if (champion.predictions !== null)
        files.set(evaluation_record/* EVALUATION_FILES */.b.championPredictions, champion.predictions);
    return files;
}
async function codeOf(contents, subject, commit) {
    return selectFiles(contents, { commit, globs: subject.modelConfig.evaluate.files });
}
/** Runs the evaluation command over one model and returns its table, checked against the contract of predictions. */
async function predict(sandbox, subject, given) {
    const { modelConfig } = subject;
    const files = new Map(given.code);
    for (const [name, bytes] of given.model)
        files.set(`model/${name}`, bytes);
    files.set('features.csv', (0,model_tables/* featuresOf */.H)(given.table, modelConfig));
    const result = await sandbox
        .run({
        command: modelConfig.evaluate.command,
        files,
        env: {
            GATEHOUSE_MODEL_DIR: './model',
            GATEHOUSE_FEATURES: './features.csv',
            GATEHOUSE_PREDICTIONS: `./${evaluation_record/* EVALUATION_FILES */.b.predictions}`,
        },
        timeoutMs: modelConfig.evaluate['timeout-minutes'] * 60_000,
        collect: [evaluation_record/* EVALUATION_FILES */.b.predictions],
    })
        .catch((error) => {
        throw commandFailed(error);
    });
    const predictions = result.files.get(evaluation_record/* EVALUATION_FILES */.b.predictions);
    if (predictions === undefined)
        throw nothingWritten(modelConfig);
    // Refused here already, so that the author reads the reason in this job; the gates check the same bytes again.
    (0,src_predictions/* readPredictions */.R)(predictions, modelConfig, (0,evaluation_data/* readEvaluationData */.JB)(given.table, modelConfig));
    return predictions;
}
/** The command's own failure gets its reason; what goes wrong around it keeps what it says. */
function commandFailed(error) {
    if (!(error instanceof errors/* ActionError */.lZ) || error.code !== 'command')
        return error;
    return new errors/* ActionError */.lZ('command', error.fault, { reasonCode: 'evaluation-failed', cause: error });
}
function nothingWritten(config) {
    return new errors/* ActionError */.lZ('command', {
        where: `The evaluation command "${config.evaluate.command.join(' ')}"`,
        found: 'it exited with 0 and wrote no predictions',
        allowed: 'a CSV with the columns id, prediction and score at the path in GATEHOUSE_PREDICTIONS',
        remedy: 'Write the table before the command ends',
    }, { reasonCode: 'evaluation-failed' });
}
async function evaluateChampion(ports, subject, given) {
    const stage = subject.modelConfig.stages.at(-1);
    if (stage === undefined)
        return { record: { state: 'none' }, predictions: null };
    const champion = await (0,src_champion/* championOf */.bw)(ports, subject.model, stage);
    if (champion === null)
        return { record: { state: 'none' }, predictions: null };
    try {
        const version = await (0,fetch_version/* fetchVersion */.p)(ports, champion.tag);
        const predictions = await predict(ports.sandbox, subject, { ...given, model: version.bytes });
        return {
            record: {
                state: 'evaluated',
                version: champion.tag,
                modelDigest: version.modelDigest,
                predictions: (0,digest/* sha256 */.sc)(predictions),
            },
            predictions,
        };
    }
    catch (error) {
        // A champion that cannot be loaded makes the gate inconclusive; it never turns into "there is none".
        const reason = error instanceof Error ? error.message : String(error);
        return {
            record: { state: 'unavailable', version: champion.tag, reason: reason.slice(0, 1000) },
            predictions: null,
        };
    }
}

// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
;// CONCATENATED MODULE: ./build/actions/evaluate-model/src/summary.js

/** What the job summary says about an evaluation. */
function renderEvaluation(record) {
    const { champion } = record;
    const championText = champion.state === 'none'
        ? 'none: no stage names a version'
        : champion.state === 'evaluated'
            ? `${champion.version}, ${champion.modelDigest}`
            : `${champion.version} could not be evaluated: ${champion.reason}`;
    const rows = [
        ['Model', record.model],
        ['Model digest', record.modelDigest],
        ['Head', record.headSha],
        ['Policy', record.policyDigest],
        ['Evaluation data', record.datasetDigest],
        ['Predictions', record.predictions],
        ['Champion', championText],
    ];
    const table = rows.map(([name, value]) => `| ${name} | ${(0,escape_markdown/* escapeMarkdown */.F)(value)} |`).join('\n');
    return `### Evaluated\n\n| | |\n|---|---|\n${table}\n\nPredictions only: the gates of this run judge them.\n`;
}

;// CONCATENATED MODULE: ./build/actions/evaluate-model/src/perform.js





/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context, log, env }) {
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    const { temp } = context;
    const evaluation = await evaluateModel({ model: values.model, runId: values['run-id'] }, {
        ...github,
        sandbox: {
            run: (job) => log.untrusted('Evaluation command', (onLine) => createLocalSandbox({ temp, env, onLine }).run(job)),
        },
        uploads: (0,artifacts/* createArtifacts */.G)({ temp }),
    });
    return {
        outcome: 'done',
        title: `Evaluated ${values.model} ${evaluation.record.modelDigest}`,
        summary: renderEvaluation(evaluation.record),
        outputs: {
            'artifact-id': String(evaluation.artifactId),
            'artifact-digest': evaluation.artifactDigest,
            'model-digest': evaluation.record.modelDigest,
            'predictions-digest': evaluation.record.predictions,
        },
    };
}


/***/ }),

/***/ 48054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ pathMatcher)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14006);

/**
 * Tests paths against globs as `on.push.paths` of a workflow does: a path matches when the last glob that speaks about
 * it is positive; a glob that begins with `!` excludes. `*` stays within a folder, `**` does not, dot files count.
 */
function pathMatcher(globs) {
    const rules = globs.map((glob) => ({
        includes: !glob.startsWith('!'),
        matches: picomatch__WEBPACK_IMPORTED_MODULE_0__(glob.startsWith('!') ? glob.slice(1) : glob, { dot: true, nonegate: true }),
    }));
    return (path) => rules.reduce((matched, rule) => (rule.matches(path) ? rule.includes : matched), false);
}


/***/ }),

/***/ 92258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ fetchVersion)
/* harmony export */ });
/* harmony import */ var _verify_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81838);

/**
 * Downloads and verifies a version into memory.
 *
 * @param expect the model digest that the version must have
 * @throws ActionError as {@link verifyRelease} does
 */
async function fetchVersion(ports, tag, expect = {}) {
    const bytes = new Map();
    const verified = await (0,_verify_release_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyRelease */ .V)(ports, {
        ...expect,
        tag,
        async receive(file, chunks) {
            const parts = [];
            for await (const chunk of chunks)
                parts.push(chunk);
            bytes.set(file.name, Buffer.concat(parts));
        },
    });
    return { ...verified, tag, bytes };
}


/***/ }),

/***/ 28575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ featuresOf),
  $: () => (/* binding */ trainingTable)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/tables/src/columns.js
var columns = __webpack_require__(24462);
// EXTERNAL MODULE: ./build/packages/tables/src/csv-table.js
var csv_table = __webpack_require__(78960);
;// CONCATENATED MODULE: ./build/packages/tables/src/csv-write.js
/** RFC 4180 text with LF line ends: the form in which tables are handed to a user's command. */
function formatCsv(columns, rows) {
    const lines = [formatRecord(columns)];
    for (const row of rows)
        lines.push(formatRecord(row));
    return `${lines.join('\n')}\n`;
}
function formatRecord(cells) {
    // A record of one empty field would be an empty line, which readers skip.
    if (cells.length === 1 && cells[0] === '')
        return '""';
    return cells.map(formatField).join(',');
}
function formatField(value) {
    return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

// EXTERNAL MODULE: ./build/packages/tables/src/evaluation-data.js
var evaluation_data = __webpack_require__(73848);
// EXTERNAL MODULE: ./build/packages/tables/src/split.js
var split = __webpack_require__(10209);
;// CONCATENATED MODULE: ./build/packages/tables/src/model-tables.js







/**
 * What the evaluation command sees: id and features of the evaluation rows, as CSV. Label, protected and control columns
 * are left out, and rows are ordered by SHA-256(dataset digest + LF + id), so that the place of a row says nothing about
 * its label (a file sorted by outcome would otherwise give the labels away).
 *
 * @throws ConfigError as `readEvaluationData`.
 */
function featuresOf(bytes, model) {
    const { table, rows } = (0,evaluation_data/* evaluationRows */.g0)(bytes, model);
    const { digest } = (0,columns/* datasetWithRole */.HI)(model, 'evaluation');
    const id = (0,columns/* columnIndex */.PD)(table, model.columns.id);
    const hidden = (0,columns/* hiddenColumns */.UR)(model);
    const kept = table.columns.flatMap((column, index) => (hidden.includes(column) ? [] : [index]));
    const pick = (cells) => kept.map((index) => cells[index] ?? '');
    const ordered = rows
        .map((row) => ({ row, key: orderKey(digest, row.cells[id] ?? '') }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    const csv = formatCsv(pick(table.columns), ordered.map(({ row }) => pick(row.cells)));
    return new TextEncoder().encode(csv);
}
function orderKey(digest, id) {
    return (0,external_node_crypto_.createHash)('sha256').update(`${digest}\n${id}`).digest('hex');
}
/**
 * What the training command sees: every column of the training rows, in file order, as CSV. No evaluation row is in it.
 *
 * @throws ConfigError when there is no training row or a column that the split or `columns` names is not there.
 */
function trainingTable(bytes, model) {
    const dataset = (0,columns/* datasetWithRole */.HI)(model, 'training');
    const table = (0,csv_table/* readCsvTable */.$)(bytes, dataset.path);
    const missing = (0,columns/* missingColumns */.Q6)(table, [model.columns.id, model.columns.label.column]);
    if (missing.length > 0)
        throw new errors/* ConfigError */.xL(missing);
    const rows = (0,split/* selectRows */.A)(table, dataset, 'training');
    if (rows.length === 0) {
        throw new errors/* ConfigError */.xL([
            {
                where: table.name,
                found: 'no training row',
                allowed: 'at least one row outside the evaluation parts of the split',
                remedy: 'Add rows, or correct "split" in gatehouse.yml',
            },
        ]);
    }
    const csv = formatCsv(table.columns, rows.map((row) => row.cells));
    return new TextEncoder().encode(csv);
}


/***/ }),

/***/ 41055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ cleanEnvironment)
/* harmony export */ });
/**
 * What a user's program may inherit: where programs and libraries are, language, time zone and which GPUs are visible.
 * It is a list of what is allowed because tokens come under any name; everything of the runner and of Gatehouse
 * (`INPUT_*`, `GITHUB_*`, `ACTIONS_*`, `RUNNER_*`) stays behind.
 */
const INHERITED = new Set([
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'SHELL',
    'LANG',
    'LANGUAGE',
    'TZ',
    'TMPDIR',
    'TEMP',
    'TMP',
    'SYSTEMROOT',
    'PATHEXT',
    'COMSPEC',
    'LD_LIBRARY_PATH',
    'VIRTUAL_ENV',
    'CONDA_PREFIX',
    'PYTHONLOCATION',
    'JAVA_HOME',
    'CUDA_HOME',
    'CUDA_PATH',
    'CUDA_VISIBLE_DEVICES',
    'NVIDIA_VISIBLE_DEVICES',
    'ROCR_VISIBLE_DEVICES',
    'OMP_NUM_THREADS',
    'SOURCE_DATE_EPOCH',
]);
/** The allowed part of `env`, plus `extra`, which wins. */
function cleanEnvironment(env, extra = {}) {
    const clean = {};
    for (const [name, value] of Object.entries(env)) {
        const allowed = INHERITED.has(name.toUpperCase()) || /^LC_[A-Z]+$/.test(name);
        if (allowed && value !== undefined)
            clean[name] = value;
    }
    return { ...clean, ...extra };
}


/***/ }),

/***/ 19022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gu: () => (/* binding */ readContained),
/* harmony export */   hV: () => (/* binding */ writeFiles),
/* harmony export */   qk: () => (/* binding */ checkRelativeName)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);




/** Refuses a relative name that could leave its folder; `/` stands between the parts. */
function checkRelativeName(name) {
    const parts = name.split('/');
    const bad = name.includes('\\') || name.includes('\0') || parts.some((part) => ['', '.', '..'].includes(part));
    if (bad)
        throw refused(name, 'it is not a plain relative path', 'Use names with "/" between plain parts.');
}
/** Writes the files below `folder`, which must not hold them yet. */
async function writeFiles(folder, files) {
    for (const [name, bytes] of files) {
        checkRelativeName(name);
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, ...name.split('/'));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, bytes, { flag: 'wx' });
    }
}
/**
 * Bytes of a regular file below `folder`, or `null` when nothing has that name. A program that ran in the folder may
 * have left a link, a pipe or a device under the name; those are refused, so that nothing from elsewhere is read.
 *
 * @throws {ActionError} `integrity` for anything but a regular file of at most `maxBytes`.
 */
async function readContained(folder, name, maxBytes) {
    checkRelativeName(name);
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, ...name.split('/'));
    try {
        const parent = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        if (parent !== (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path))
            throw refused(name, 'a folder on its path is a link', 'Write it as a real file.');
        // Without O_NONBLOCK a pipe would block the open for ever; without O_NOFOLLOW a link would be followed.
        const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
        try {
            const info = await handle.stat();
            if (!info.isFile())
                throw refused(name, 'it is not a regular file', 'Write it as a real file.');
            if (info.size > maxBytes)
                throw refused(name, `it has ${info.size} bytes`, `Keep it below ${maxBytes} bytes.`);
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : null;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return null;
        if (code === 'ELOOP')
            throw refused(name, 'it is a link', 'Write it as a real file.');
        if (code === 'ENXIO')
            throw refused(name, 'it is not a regular file', 'Write it as a real file.');
        throw error;
    }
}
function refused(name, found, remedy) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('integrity', {
        where: `File ${JSON.stringify(name.split(node_path__WEBPACK_IMPORTED_MODULE_2__.sep).join('/'))}`,
        found,
        allowed: 'Only regular files inside the folder are read',
        remedy,
    });
}


/***/ }),

/***/ 83290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// UNUSED EXPORTS: MAX_LINES

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./build/packages/training/src/line-reader.js

const LONGEST_LINE = 4000;
/**
 * Cuts a byte stream into lines. A line that never ends is cut at 4,000 characters and its rest dropped, so that a
 * program cannot fill memory through its log.
 */
class LineReader {
    decoder = new external_node_string_decoder_.StringDecoder('utf8');
    emit;
    pending = '';
    overlong = false;
    constructor(emit) {
        this.emit = emit;
    }
    push(chunk) {
        const parts = this.decoder.write(Buffer.from(chunk)).split('\n');
        for (const part of parts.slice(0, -1)) {
            this.append(part);
            this.flush();
        }
        this.append(parts.at(-1) ?? '');
    }
    /** The last line need not end in a line end. */
    end() {
        this.append(this.decoder.end());
        if (this.pending !== '')
            this.flush();
    }
    append(text) {
        if (this.overlong)
            return;
        this.pending += text;
        if (this.pending.length > LONGEST_LINE) {
            this.pending = `${this.pending.slice(0, LONGEST_LINE)}…`;
            this.overlong = true;
        }
    }
    flush() {
        this.emit(this.pending.replace(/\r$/, ''));
        this.pending = '';
        this.overlong = false;
    }
}

;// CONCATENATED MODULE: ./build/packages/training/src/run-command.js



/** Lines after this one are read and dropped, with one line that says so. */
const MAX_LINES = 10_000;
// A program that ignores the polite signal gets this long before it is killed.
const GRACE_MS = 5000;
// A background process may hold the pipes open after the program itself has ended.
const PIPE_WAIT_MS = 1000;
/**
 * Runs a program to its end and removes every process it left in its group. A process that moves itself to another
 * session escapes this; the job around it is what contains hostile code.
 *
 * @throws {ActionError} `command` when the program is missing, exits non-zero, is ended by a signal or out of time.
 */
async function runCommand(job) {
    const [program, ...args] = job.command;
    if (program === undefined)
        throw failure(job, { found: 'no program is named', remedy: 'Name a program and its arguments.' });
    if (job.signal?.aborted === true)
        throw failure(job, { found: 'it was cancelled before it started', remedy: 'Run the job again.' });
    const output = new OutputTail(job.onLine);
    const child = (0,external_node_child_process_.spawn)(program, args, {
        cwd: job.cwd,
        env: job.env,
        shell: false,
        // Its own process group, so that its children can be ended with it.
        detached: process.platform !== 'win32',
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
    });
    output.read(child);
    let ended = null;
    const stop = (why) => () => {
        ended ??= why;
        killTree(child, 'SIGTERM');
        setTimeout(() => killTree(child, 'SIGKILL'), GRACE_MS).unref();
    };
    const timer = setTimeout(stop('time'), Math.min(job.timeoutMs, 2 ** 31 - 1));
    const cancel = stop('cancelled');
    job.signal?.addEventListener('abort', cancel, { once: true });
    try {
        const end = await ending(child, job);
        killTree(child, 'SIGKILL');
        await output.drained(child);
        judge(job, { ...end, ended, lastLine: output.last });
    }
    finally {
        clearTimeout(timer);
        job.signal?.removeEventListener('abort', cancel);
    }
}
function ending(child, job) {
    return new Promise((resolve, reject) => {
        child.once('exit', (code, signal) => resolve({ code, signal }));
        child.once('error', (cause) => {
            const found = cause.code === 'ENOENT' ? 'the program or its folder was not found' : `it could not be started (${cause.code})`;
            const remedy = 'Install the program in an earlier step, or correct the command.';
            reject(failure(job, { found, remedy, cause }));
        });
    });
}
function judge(job, end) {
    const last = end.lastLine === '' ? '; it printed nothing' : `; its last line was ${JSON.stringify(end.lastLine)}`;
    if (end.ended === 'time') {
        const found = `it was still running after ${job.timeoutMs / 1000} s and was stopped${last}`;
        throw failure(job, { found, remedy: 'Raise "timeout-minutes" in the configuration, or make the program faster.' });
    }
    if (end.ended === 'cancelled')
        throw failure(job, { found: `it was cancelled${last}`, remedy: 'Run the job again.' });
    if (end.signal !== null) {
        const memory = end.signal === 'SIGKILL' ? ' Out of memory ends this way.' : '';
        throw failure(job, { found: `it was ended by ${end.signal}${last}`, remedy: `Read its output above.${memory}` });
    }
    if (end.code !== 0) {
        throw failure(job, { found: `it ended with exit code ${end.code}${last}`, remedy: 'Read its output above.' });
    }
}
function failure(job, { found, remedy, cause }) {
    const shown = job.command.join(' ');
    return new errors/* ActionError */.lZ('command', {
        where: `Command ${JSON.stringify(shown.length > 200 ? `${shown.slice(0, 200)}…` : shown)}`,
        found,
        allowed: 'It must end with exit code 0 within its time',
        remedy,
    }, { cause });
}
function killTree(child, signal) {
    if (child.pid === undefined)
        return;
    try {
        if (process.platform === 'win32')
            (0,external_node_child_process_.spawn)('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
        else
            process.kill(-child.pid, signal);
    }
    catch (error) {
        // ESRCH: nothing is left in the group, which is what was wanted.
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH'))
            throw error;
    }
}
/** Hands lines on up to the limit and remembers the last one for the message of a failure. */
class OutputTail {
    last = '';
    count = 0;
    onLine;
    constructor(onLine) {
        this.onLine = onLine;
    }
    read(child) {
        for (const stream of [child.stdout, child.stderr]) {
            const reader = new LineReader((line) => this.take(line));
            stream?.on('data', (chunk) => reader.push(chunk));
            stream?.once('close', () => reader.end());
        }
    }
    async drained(child) {
        const open = [child.stdout, child.stderr].filter((stream) => stream !== null && !stream.closed);
        const closed = Promise.all(open.map((stream) => new Promise((resolve) => stream?.once('close', resolve))));
        const waited = AbortSignal.timeout(PIPE_WAIT_MS);
        const timeUp = new Promise((resolve) => waited.addEventListener('abort', resolve, { once: true }));
        await Promise.race([closed, timeUp]);
        for (const stream of open)
            stream?.destroy();
    }
    take(line) {
        if (line.trim() !== '')
            this.last = line.slice(0, 200);
        this.count += 1;
        if (this.count <= MAX_LINES)
            this.onLine(line);
        if (this.count === MAX_LINES + 1)
            this.onLine(`(more than ${MAX_LINES} lines: the rest is not shown)`);
    }
}


/***/ })

};
