export const id = 3400;
export const ids = [3400];
export const modules = {

/***/ 67687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/action-kit/src/artifacts.js
var artifacts = __webpack_require__(52244);
// EXTERNAL MODULE: ./build/packages/action-kit/src/lineage.js
var lineage = __webpack_require__(42946);
// EXTERNAL MODULE: ./build/packages/core/src/config/parse-config.js + 11 modules
var parse_config = __webpack_require__(84752);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/candidate-key.js
var candidate_key = __webpack_require__(79908);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/report/src/lineage/run-events.js
var run_events = __webpack_require__(29327);
// EXTERNAL MODULE: ./build/packages/training/src/clean-environment.js
var clean_environment = __webpack_require__(41055);
// EXTERNAL MODULE: ./build/packages/training/src/contained-file.js
var contained_file = __webpack_require__(19022);
;// CONCATENATED MODULE: ./build/packages/training/src/collect-model-files.js




const LIMITS = { maxFiles: 10_000, maxTotalBytes: 1024 ** 3 };
/**
 * The files that a training command left in its output folder, by name relative to it. Names and formats are judged by
 * the model digest; here only regular files are read, and links, pipes and devices are refused, not skipped.
 *
 * @throws {ActionError} `command` when there is no file; `integrity` for what is no regular file or too large.
 */
async function collectModelFiles(folder, limits = LIMITS) {
    await checkFolder(folder);
    const names = await namesBelow(folder, '');
    if (names.length === 0)
        throw nothingWritten(folder);
    if (names.length > limits.maxFiles)
        throw tooMuch(`${names.length} files`, `at most ${limits.maxFiles} files`);
    const files = new Map();
    let total = 0;
    for (const name of names.toSorted()) {
        const bytes = await (0,contained_file/* readContained */.gu)(folder, name, limits.maxTotalBytes - total);
        if (bytes === null)
            throw tooMuch(`${JSON.stringify(name)} vanished while it was read`, 'files that stay');
        total += bytes.length;
        files.set(name, bytes);
    }
    return files;
}
async function checkFolder(folder) {
    const info = await (0,promises_.lstat)(folder).catch(() => null);
    if (info === null)
        throw nothingWritten(folder);
    const real = (0,external_node_path_.join)(await (0,promises_.realpath)((0,external_node_path_.dirname)(folder)), folder.slice((0,external_node_path_.dirname)(folder).length + 1));
    if (!info.isDirectory() || (await (0,promises_.realpath)(folder)) !== real)
        throw tooMuch('a link or a file', 'a real folder');
}
async function namesBelow(folder, prefix) {
    const names = [];
    for (const entry of await (0,promises_.readdir)((0,external_node_path_.join)(folder, prefix), { withFileTypes: true })) {
        const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
        if (entry.isDirectory())
            names.push(...(await namesBelow(folder, name)));
        else
            names.push(name);
    }
    return names;
}
function nothingWritten(folder) {
    return new errors/* ActionError */.lZ('command', {
        where: 'Training command',
        found: `it wrote no file into ${JSON.stringify(folder.split('/').at(-1))}`,
        allowed: 'It must leave at least one model file in its output folder',
        remedy: 'Let it write into the folder that "train.output" names, or correct "train.output".',
    });
}
function tooMuch(found, allowed) {
    return new errors/* ActionError */.lZ('integrity', {
        where: 'Output folder of the training command',
        found: `got ${found}`,
        allowed: `It must hold ${allowed}`,
        remedy: 'Let the training command write only the files of the model there.',
    });
}

// EXTERNAL MODULE: ./build/packages/training/src/run-command.js + 1 modules
var run_command = __webpack_require__(83290);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/packages/training/src/stage-workspace.js



/**
 * Copies regular files, folders and links, without `.git` and without what is excluded. Pipes, sockets and devices are
 * left out. Links that point into the checkout point into the copy afterwards, so that they do not lead to a file that
 * was left out. This keeps honest code honest; a program that reads the checkout by its absolute path is not stopped.
 */
async function stageWorkspace(staging) {
    const excluded = new Set(staging.exclude.map((path) => path.replace(/^\.\//, '').replace(/\/$/, '')));
    await copyFolder(staging, excluded, '');
}
async function copyFolder(staging, excluded, folder) {
    await (0,promises_.mkdir)((0,external_node_path_.join)(staging.to, folder), { recursive: true });
    for (const entry of await (0,promises_.readdir)((0,external_node_path_.join)(staging.from, folder), { withFileTypes: true })) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        const source = (0,external_node_path_.join)(staging.from, path);
        if (entry.name === '.git' || excluded.has(path) || source === staging.to)
            continue;
        const target = (0,external_node_path_.join)(staging.to, path);
        if (entry.isDirectory())
            await copyFolder(staging, excluded, path);
        else if (entry.isFile())
            await (0,promises_.copyFile)(source, target, external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE);
        else if (entry.isSymbolicLink())
            await (0,promises_.symlink)(redirected(await (0,promises_.readlink)(source), staging), target);
    }
}
function redirected(link, { from, to }) {
    if (!(0,external_node_path_.isAbsolute)(link))
        return link;
    const inside = (0,external_node_path_.relative)(from, link);
    return inside === '..' || inside.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(inside) ? link : (0,external_node_path_.join)(to, inside);
}

;// CONCATENATED MODULE: ./build/packages/training/src/local-trainer.js







const MAX_DATA_BYTES = 1024 ** 3;
/** Trains as a process of this machine. The copy is removed afterwards, also after a failure. */
function createLocalTrainer(options) {
    return {
        readFile: (path) => (0,contained_file/* readContained */.gu)(options.workspace, path, MAX_DATA_BYTES),
        train: async (job) => {
            (0,contained_file/* checkRelativeName */.qk)(job.outputFolder);
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(options.temp, 'gatehouse-train-'));
            const copy = (0,external_node_path_.join)(folder, 'workspace');
            try {
                // What lies in the output folder of the checkout is not what this run trained.
                const exclude = [...job.withheld, ...job.replaced.keys(), job.outputFolder];
                await stageWorkspace({ from: options.workspace, to: copy, exclude });
                for (const [path, bytes] of job.replaced) {
                    (0,contained_file/* checkRelativeName */.qk)(path);
                    await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(copy, path)), { recursive: true });
                    await (0,promises_.writeFile)((0,external_node_path_.join)(copy, path), bytes, { flag: 'wx' });
                }
                await (0,promises_.mkdir)((0,external_node_path_.join)(copy, job.outputFolder), { recursive: true });
                const startedAt = options.clock.now();
                await (0,run_command/* runCommand */.d)({
                    command: job.command,
                    cwd: copy,
                    env: (0,clean_environment/* cleanEnvironment */.h)(options.env),
                    timeoutMs: job.timeoutMs,
                    onLine: options.onLine,
                    ...(options.signal === undefined ? {} : { signal: options.signal }),
                });
                const finishedAt = options.clock.now();
                return { files: await collectModelFiles((0,external_node_path_.join)(copy, job.outputFolder)), startedAt, finishedAt };
            }
            finally {
                await (0,promises_.rm)(folder, { recursive: true, force: true });
            }
        },
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/packages/training/src/checked-out-tree.js



const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
/**
 * Every file of the commit that a checkout is at, by git's own ids and modes, provided that no file of it was changed
 * since. Files that git does not know, such as installed packages, are no part of it.
 */
async function checkedOutTree(workspace, env) {
    const git = async (...args) => {
        const own = ['-c', `safe.directory=${workspace}`, '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
        const { stdout } = await run('git', [...own, ...args], {
            cwd: workspace,
            env: (0,clean_environment/* cleanEnvironment */.h)(env, { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' }),
            maxBuffer: MAX_OUTPUT_BYTES,
        });
        return stdout;
    };
    try {
        // A checkout without .git inside of another one must not be taken for that one.
        if ((await git('rev-parse', '--show-prefix')).trim() !== '')
            return { known: false, why: 'it is no git checkout' };
        const [changed = ''] = (await git('status', '--porcelain', '-z', '--untracked-files=no')).split('\0');
        if (changed !== '')
            return { known: false, why: `${JSON.stringify(changed.slice(3))} was changed after the checkout` };
        return { known: true, files: parseTree(await git('ls-tree', '-r', '-z', '--full-tree', 'HEAD')) };
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { known: false, why: `git cannot read it: ${reason.trim().split('\n').at(-1)?.slice(0, 200) ?? ''}` };
    }
}
/** Entries such as `100644 blob 1f3a…<tab>lib/model.mjs`. */
function parseTree(listing) {
    return listing
        .split('\0')
        .filter((line) => line !== '')
        .map((line) => {
        const [, mode, blobSha, path] = /^([0-7]{6}) [a-z]+ ([0-9a-f]{40})\t([\s\S]+)$/.exec(line) ?? [];
        if (mode === undefined || blobSha === undefined || path === undefined) {
            throw new Error(`git ls-tree printed ${JSON.stringify(line.slice(0, 100))}`);
        }
        return { path, blobSha, mode };
    });
}

// EXTERNAL MODULE: ./build/packages/core/src/needs-candidate.js
var needs_candidate = __webpack_require__(78870);
// EXTERNAL MODULE: ./build/packages/registry/src/candidate.js
var src_candidate = __webpack_require__(72766);
// EXTERNAL MODULE: ./build/packages/registry/src/same-making.js
var same_making = __webpack_require__(63619);
;// CONCATENATED MODULE: ./build/packages/registry/src/candidate-reuse.js



/** Earlier runs to look at, newest first; candidates of one key are equal for whoever wants to reuse one. */
const MAX_RUNS = 5;
/**
 * Name of the artifact by which later runs find a candidate without downloading it. It says what the training run claims
 * its candidate was made from.
 */
function candidateKeyArtifactName(model, candidateKey) {
    return `candidate-key-${model}-${(0,digest/* hexOf */.ZD)(candidateKey)}`;
}
/**
 * The candidate of an earlier run of the same workflow, for the same branch and pull request, that was made from the same
 * files, configuration and data. Its bytes are hashed; that they are what training would give is not known. A wrong one is
 * a candidate of other bytes, which is judged like any other.
 *
 * The name of an artifact only claims a key, and every program of the earlier run could choose it: a commit with a hostile
 * workflow or training script could leave any bytes under any key, and the next commit would take it back, so that
 * reviewers see nothing of it. So the earlier head must hold the same workflows, configuration and candidate key, and no
 * pull request onto another base can have started the earlier run, all read here. `decide` asks the same again.
 *
 * @returns `null` when there is none that GitHub still keeps
 */
async function findReusable({ runs, contents, pulls }, request) {
    const { runId: ownId, pullRequest, configPath } = request;
    const marks = await runs.artifactsNamed(candidateKeyArtifactName(request.model, request.candidateKey));
    const earlier = [...new Set(marks.filter(({ expired }) => !expired).map(({ runId }) => runId))]
        .filter((runId) => runId !== ownId)
        .slice(0, MAX_RUNS);
    if (earlier.length === 0)
        return null;
    const own = await runs.get(ownId);
    if (own.headBranch === null)
        return null;
    const branch = await pulls.ofBranch(own.headBranch);
    const making = { configPath, models: [{ config: request.modelConfig, key: request.candidateKey }] };
    for (const runId of earlier) {
        const run = await runs.get(runId);
        if (!(0,same_making/* isPredecessor */.C)(run, own, { branch, pullRequest }))
            continue;
        if (!(await (0,same_making/* isMadeAlike */._)(contents, { earlier: run.headSha, own: own.headSha }, making)))
            continue;
        const candidate = await candidateOf(runs, runId, request.model);
        if (candidate !== null)
            return candidate;
    }
    return null;
}
/** `null` when the run left none, or none that is still kept: then another run may help, or training. */
async function candidateOf(runs, runId, model) {
    try {
        return await (0,src_candidate/* readCandidate */.G9)(runs, (await (0,src_candidate/* findCandidate */.$6)(runs, runId, model)).id);
    }
    catch (error) {
        const gone = error instanceof errors/* ActionError */.lZ && error.reasonCode !== undefined && GONE.includes(error.reasonCode);
        if (gone)
            return null;
        throw error;
    }
}
const GONE = ['candidate-missing', 'candidate-expired'];

;// CONCATENATED MODULE: ./build/actions/train-model/src/earlier-work.js


function earlierWork({ model, runId, configPath, pull, github, log }) {
    if (pull === null || github === null) {
        return { isConcerned: async () => true, reusable: async () => null };
    }
    async function ask(what, question, otherwise) {
        try {
            return await question();
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ))
                throw error;
            log(`Not known ${what}, so the model is trained. ${error.message}`);
            return otherwise;
        }
    }
    return {
        isConcerned: (config) => ask('which files the pull request changes', async () => {
            const modelConfig = config.models[model];
            if (modelConfig === undefined)
                return true;
            const { files } = await github.contents.comparison(pull.baseSha, pull.headSha);
            return (0,needs_candidate/* needsCandidate */.H)(modelConfig, files);
        }, true),
        reusable: (candidateKey, modelConfig) => ask('whether an earlier run made this candidate', () => findReusable(github, { model, candidateKey, modelConfig, configPath, runId, pullRequest: pull.number }), null),
    };
}

;// CONCATENATED MODULE: ./build/actions/train-model/src/pull-of-event.js
const SHA = /^[0-9a-f]{40,64}$/;
/** The pull request of the runner's event; `null` when the event is about none, or says of it what nobody can use. */
function pullOfEvent(event) {
    const pull = property(event, 'pull_request');
    const baseSha = property(property(pull, 'base'), 'sha');
    const headSha = property(property(pull, 'head'), 'sha');
    const number = property(pull, 'number');
    if (typeof baseSha !== 'string' || typeof headSha !== 'string' || typeof number !== 'number')
        return null;
    return SHA.test(baseSha) && SHA.test(headSha) && Number.isSafeInteger(number) ? { baseSha, headSha, number } : null;
}
/** A field of a value that may be anything. */
function property(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

;// CONCATENATED MODULE: ./build/actions/train-model/src/fork-rule.js


/**
 * Refuses to run a fork's code on a self-hosted runner: such a machine keeps what hostile code leaves on it.
 * A runner that does not say what it is counts as self-hosted.
 *
 * @throws ActionError `refused`, reason `fork-needs-sponsor`.
 */
function refuseForkOnSelfHosted(event, run) {
    const head = headRepositoryOf(event);
    if (head === null || head.toLowerCase() === run.repository.toLowerCase())
        return;
    if (run.runnerEnvironment === 'github-hosted')
        return;
    throw new errors/* ActionError */.lZ('refused', {
        where: 'train-model',
        found: `a pull request from ${head} on a self-hosted runner`,
        allowed: `pull requests from branches of ${run.repository}`,
        remedy: 'A maintainer may bring the commit into a branch after reading it, or train forks on a hosted runner',
    }, { reasonCode: 'fork-needs-sponsor' });
}
/** Full name of the head repository; `null` when the event is about no pull request. */
function headRepositoryOf(event) {
    const pull = property(event, 'pull_request');
    if (pull === undefined)
        return null;
    const name = property(property(property(pull, 'head'), 'repo'), 'full_name');
    if (typeof name === 'string')
        return name;
    throw new errors/* ConfigError */.xL([
        {
            where: 'The pull_request event',
            found: 'a head repository without a name; it may have been deleted',
            allowed: 'pull requests whose head repository is known',
            remedy: 'Close this pull request and open it from a branch',
        },
    ]);
}

;// CONCATENATED MODULE: ./build/actions/train-model/src/lineage.js

/** The events of a training run: which data by digest it read, and which model by digest it made. */
function eventsOfTraining(facts, place) {
    const namespace = repositoryUrl(place);
    const { startedAt, finishedAt } = facts;
    return (0,run_events/* lineageEvents */.zK)({
        ...runOf(facts.model, place),
        startedAt,
        finishedAt,
        error: null,
        inputs: facts.datasets.map(({ name, digest }) => ({ namespace, name, digest })),
        outputs: [{ namespace, name: facts.model, digest: facts.modelDigest }],
    });
}
/** The events of a run that left no candidate. */
function eventsOfFailure(failure, place) {
    const { model, message, startedAt, finishedAt } = failure;
    return (0,run_events/* lineageEvents */.zK)({ ...runOf(model, place), startedAt, finishedAt, error: message, inputs: [], outputs: [] });
}
function runOf(model, place) {
    return {
        job: { namespace: repositoryUrl(place), name: `train-model/${model}` },
        workflowRun: place.runUrl,
        source: { repositoryUrl: repositoryUrl(place), commit: place.sha },
    };
}
function repositoryUrl({ serverUrl, repository }) {
    return `${serverUrl}/${repository.owner}/${repository.name}`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/packages/attest/src/run-record.js
var run_record = __webpack_require__(99480);
// EXTERNAL MODULE: ./build/packages/core/src/model-digest.js
var model_digest = __webpack_require__(29807);
// EXTERNAL MODULE: ./build/packages/core/src/canonical-json.js
var canonical_json = __webpack_require__(14752);
;// CONCATENATED MODULE: ./build/actions/train-model/src/record-run.js



/**
 * The run record of this job as SLSA provenance v1. Unsigned on purpose: the job ran untrusted code. What this machine
 * does not measure, such as energy, is null and never zero.
 */
function recordRun(facts, context, env) {
    const repository = `${context.serverUrl}/${context.repository.owner}/${context.repository.name}`;
    const processors = (0,external_node_os_.cpus)();
    const statement = (0,run_record/* runRecord */.D)({
        model: facts.model,
        modelDigest: facts.modelDigest,
        omsRootDigest: (0,model_digest/* omsRootDigest */.KN)(facts.files),
        candidateKey: facts.candidateKey,
        reusedFrom: facts.reusedFrom,
        command: facts.command,
        repository,
        commit: context.sha,
        ref: context.ref,
        datasets: facts.datasets,
        baseModels: [],
        lockfiles: [],
        image: null,
        seeds: {},
        hardware: {
            platform: `${(0,external_node_os_.platform)()}-${(0,external_node_os_.arch)()}`,
            cpuModel: processors[0]?.model ?? null,
            cpuCount: Math.max(1, processors.length),
            memoryBytes: (0,external_node_os_.totalmem)(),
            gpus: [],
        },
        energyJoules: null,
        builderId: `${repository}/actions/workflows/${context.workflow}`,
        invocationId: `${context.runUrl}/attempts/${context.runAttempt}`,
        runnerEnvironment: runnerEnvironmentOf(env['RUNNER_ENVIRONMENT']),
        startedOn: facts.startedAt,
        finishedOn: facts.finishedAt,
    });
    return new TextEncoder().encode((0,canonical_json/* canonicalJson */.d)(statement));
}
function runnerEnvironmentOf(value) {
    return value === 'github-hosted' || value === 'self-hosted' ? value : 'unknown';
}

// EXTERNAL MODULE: ./build/packages/core/src/described-model.js + 1 modules
var described_model = __webpack_require__(15577);
// EXTERNAL MODULE: ./build/packages/tables/src/model-tables.js + 1 modules
var model_tables = __webpack_require__(28575);
;// CONCATENATED MODULE: ./build/actions/train-model/src/run.js



/**
 * Trains one model and leaves the candidate as an artifact, or hands an earlier candidate on that was made from the same
 * things. The training command sees the rows that the configuration calls training and no others: evaluation-only data is
 * withheld, and a dataset that is split arrives as its training part. A hostile pull request can undo this in its own run,
 * and only spoils its own preview: what it cannot change is the evaluation, which reads its data from the base branch.
 */
async function trainModel(request, ports) {
    const model = request.config.models[request.model];
    if (model === undefined)
        throw unknownModel(request);
    const prepared = await prepareData(ports.trainer, model);
    const { candidateKey } = request;
    const made = (candidateKey === null ? null : await reuse(candidateKey, ports)) ?? (await train(model, prepared, ports));
    // Names and formats are judged here, so that the author need not wait for the evaluation to hear it.
    const { files, modelDigest } = (0,described_model/* describeModel */.V)(made.files);
    const { startedAt, finishedAt, reusedFrom } = made;
    const facts = {
        model: request.model,
        files,
        modelDigest,
        configDigest: request.configDigest,
        datasets: prepared.datasets,
        command: model.train.command,
        candidateKey,
        reusedFrom,
        startedAt,
        finishedAt,
    };
    const runRecord = ports.recordRun(facts);
    // A candidate that another run made is none of this one.
    const beside = reusedFrom === null ? ports.beside?.(facts) : undefined;
    const artifact = await upload(request, ports.uploads, { made, runRecord, beside: beside ?? new Map() });
    const durationMs = finishedAt.getTime() - startedAt.getTime();
    const { id: artifactId, digest: artifactDigest } = artifact;
    return { modelDigest, files, artifactId, artifactDigest, runRecord, reusedFrom, durationMs };
}
async function train(model, { withheld, replaced }, ports) {
    const result = await ports.trainer.train({
        command: model.train.command,
        outputFolder: model.train.output,
        withheld,
        replaced,
        timeoutMs: model.train['timeout-minutes'] * 60_000,
    });
    return { ...result, reusedFrom: null, firstRecord: null };
}
async function reuse(candidateKey, ports) {
    const startedAt = ports.clock.now();
    const candidate = await ports.reusable(candidateKey);
    if (candidate === null)
        return null;
    const { runId, artifactId, bytes, claims } = candidate;
    return {
        files: bytes,
        startedAt,
        finishedAt: ports.clock.now(),
        reusedFrom: { runId, artifactId },
        firstRecord: claims.get(src_candidate/* FIRST_RUN_RECORD_FILE */.Gk) ?? claims.get(src_candidate/* RUN_RECORD_FILE */.Bg) ?? null,
    };
}
async function upload({ model, candidateKey }, uploads, { made, runRecord, beside, }) {
    const files = new Map([...beside, [src_candidate/* RUN_RECORD_FILE */.Bg, runRecord]]);
    if (made.firstRecord !== null)
        files.set(src_candidate/* FIRST_RUN_RECORD_FILE */.Gk, made.firstRecord);
    for (const [name, bytes] of made.files)
        files.set(`${src_candidate/* MODEL_FOLDER */.Fd}${name}`, bytes);
    const artifact = await uploads.upload((0,src_candidate/* candidateArtifactName */.xl)(model), files);
    // Later runs look for this name, and so need not download candidates that they cannot use.
    if (candidateKey !== null) {
        await uploads.upload(candidateKeyArtifactName(model, candidateKey), new Map([[src_candidate/* RUN_RECORD_FILE */.Bg, runRecord]]));
    }
    return artifact;
}
async function prepareData(trainer, model) {
    const replaced = new Map();
    const withheld = [];
    const datasets = [];
    for (const [name, dataset] of Object.entries(model.data)) {
        if (!dataset.roles.includes('training')) {
            withheld.push(dataset.path);
            continue;
        }
        const bytes = await trainer.readFile(dataset.path);
        const found = bytes === null ? 'no such file' : (0,digest/* sha256 */.sc)(bytes);
        if (bytes === null || found !== dataset.digest)
            throw wrongData(name, dataset.path, { found, named: dataset.digest });
        if (dataset.split !== undefined)
            replaced.set(dataset.path, (0,model_tables/* trainingTable */.$)(bytes, model));
        datasets.push({ name, path: dataset.path, digest: dataset.digest });
    }
    return { replaced, withheld, datasets };
}
function unknownModel(request) {
    return new errors/* ActionError */.lZ('refused', {
        where: 'Input "model"',
        found: `"${request.model}"`,
        allowed: `one of the models of the configuration: ${Object.keys(request.config.models).join(', ')}`,
        remedy: 'Correct the name',
    });
}
function wrongData(name, path, digests) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `data.${name} at ${path}`,
        found: digests.found,
        allowed: `the bytes that the configuration names: ${digests.named}`,
        remedy: 'Restore the file, or change the data and its digest together',
    }, { reasonCode: 'digest-mismatch' });
}

// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
;// CONCATENATED MODULE: ./build/actions/train-model/src/summary.js

/**
 * What the job summary says about a training run.
 *
 * @param runsUrl page of the repository's runs, without a slash at its end.
 */
function renderTraining(model, training, runsUrl) {
    const { reusedFrom } = training;
    const rows = training.files.map((file) => `| ${(0,escape_markdown/* escapeMarkdown */.F)(file.name)} | ${file.sizeBytes} | \`${file.digest}\` |`);
    return [
        `### ${reusedFrom === null ? 'Trained' : 'Reused'} ${(0,escape_markdown/* escapeMarkdown */.F)(model)}`,
        '',
        `Candidate \`${training.modelDigest}\`, ${reusedFrom === null
            ? `in ${(training.durationMs / 1000).toFixed(1)} s`
            : `from run [${reusedFrom.runId}](${runsUrl}/${reusedFrom.runId}): no file, setting or data that it is made from has changed since`}.`,
        '',
        '| File | Bytes | Digest |',
        '|---|---:|---|',
        ...rows,
        '',
        'Nothing is decided here: this run executed the code of the pull request. The workflow "decide" judges the candidate.',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/actions/train-model/src/perform.js














/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context, log, env }) {
    const event = await context.readEvent();
    const { owner, name: repo } = context.repository;
    refuseForkOnSelfHosted(event, { repository: `${owner}/${repo}`, runnerEnvironment: env['RUNNER_ENVIRONMENT'] });
    const { model } = values;
    const { config, configDigest } = await readConfig(values.config, context.workspace);
    const token = values['github-token'];
    const work = earlierWork({
        model,
        runId: context.runId,
        configPath: values.config,
        pull: pullOfEvent(event),
        github: token === undefined ? null : (0,github/* createGitHub */.C)({ token, apiUrl: context.apiUrl, owner, repo }),
        log: log.info,
    });
    if (!(await work.isConcerned(config)))
        return nothingToTrain(model);
    const modelConfig = config.models[model];
    const key = await keyOf(modelConfig, { workspace: context.workspace, env, log: log.info });
    let events = [];
    const beside = (facts) => {
        events = eventsOfTraining(facts, context);
        return new Map([[run_events/* LINEAGE_FILE */.tE, (0,run_events/* lineageFile */.kf)(events)]]);
    };
    const startedAt = new Date();
    const training = await trainModel({ model, config, configDigest, candidateKey: key }, {
        trainer: trainerOf({ context, log, env }),
        uploads: (0,artifacts/* createArtifacts */.G)(uploadOptions(context.temp, values['retention-days'])),
        clock: { now: () => new Date() },
        reusable: async (wanted) => values.reuse && modelConfig !== undefined ? work.reusable(wanted, modelConfig) : null,
        recordRun: (facts) => recordRun(facts, context, env),
        beside,
    }).catch(async (error) => {
        const message = error instanceof Error ? error.message : String(error);
        const failure = { model, message, startedAt, finishedAt: new Date() };
        // The error of the training is the one to tell, whatever becomes of the events.
        await (0,lineage/* postLineage */.Y)(eventsOfFailure(failure, context), { ...values, 'openlineage-failure': 'warn' }, log);
        throw error;
    });
    await (0,lineage/* postLineage */.Y)(events, values, log);
    return resultOf(model, training, `${context.serverUrl}/${owner}/${repo}/actions/runs`);
}
function trainerOf({ context, log, env }) {
    const { workspace, temp } = context;
    const trainer = (onLine) => createLocalTrainer({ workspace, temp, env, clock: { now: () => new Date() }, onLine });
    return {
        readFile: (path) => trainer(log.info).readFile(path),
        train: (job) => log.untrusted('Training command', (onLine) => trainer(onLine).train(job)),
    };
}
function uploadOptions(temp, retentionDays) {
    return retentionDays === undefined ? { temp } : { temp, retentionDays };
}
async function readConfig(path, workspace) {
    const bytes = await (0,promises_.readFile)((0,external_node_path_.join)(workspace, path)).catch(() => null);
    if (bytes === null)
        throw missingConfig(path);
    return { config: (0,parse_config/* parseConfig */.o)(bytes, path), configDigest: (0,digest/* sha256 */.sc)(bytes) };
}
/** The candidate key of the checkout. What cannot be told is said in the log; the run trains then. */
async function keyOf(model, checkout) {
    if (model === undefined)
        return null;
    const tree = await checkedOutTree(checkout.workspace, checkout.env);
    if (tree.known)
        return (0,candidate_key/* candidateKey */.R)(tree.files, model);
    checkout.log(`No candidate can be reused: the commit of the checkout is not known, because ${tree.why}.`);
    return null;
}
function resultOf(model, training, runsUrl) {
    const { modelDigest, reusedFrom } = training;
    return {
        outcome: 'done',
        title: reusedFrom === null
            ? `Trained ${model} ${modelDigest}`
            : `Reused ${model} ${modelDigest} of run ${reusedFrom.runId}: nothing it is made from has changed`,
        summary: renderTraining(model, training, runsUrl),
        outputs: {
            'model-digest': modelDigest,
            'artifact-id': String(training.artifactId),
            'artifact-digest': training.artifactDigest,
            'reused-from': reusedFrom === null ? '' : String(reusedFrom.runId),
            'run-record': new TextDecoder().decode(training.runRecord),
        },
    };
}
function nothingToTrain(model) {
    const title = `The pull request changes no file that ${model} is made from: nothing to train`;
    return { outcome: 'done', title, summary: `### ${title}\n`, outputs: {} };
}
function missingConfig(path) {
    return new errors/* ConfigError */.xL([
        {
            where: 'Input "config"',
            found: `no file ${path} in the workspace`,
            allowed: 'the path of gatehouse.yml in the checked-out repository',
            remedy: 'Check the repository out before this step, and add gatehouse.yml to it',
        },
    ]);
}


/***/ }),

/***/ 90892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toInstant)
/* harmony export */ });
/** An instant as SLSA writes it: RFC 3339 in UTC, whole seconds (fractions are cut off). */
function toInstant(date) {
    return `${date.toISOString().slice(0, 19)}Z`;
}


/***/ }),

/***/ 47192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ MODEL_SIGNATURE_PREDICATE),
/* harmony export */   CK: () => (/* binding */ PROVENANCE_PREDICATE),
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   Xz: () => (/* binding */ TRAINING_BUILD_TYPE),
/* harmony export */   cm: () => (/* binding */ EVALUATION_VERIFIER),
/* harmony export */   lG: () => (/* binding */ RELEASE_VERIFIER),
/* harmony export */   p8: () => (/* binding */ DECISION_PREDICATE),
/* harmony export */   rO: () => (/* binding */ VSA_PREDICATE),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE)
/* harmony export */ });
/** Every URI that this package writes into statements, in one place. They name meanings; nothing is fetched from them. */
const OURS = 'https://github.com/gatehouse-actions/gatehouse';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** A gate's full decision. in-toto's test-result cannot say "inconclusive" nor carry intervals. */
const DECISION_PREDICATE = `${OURS}/decision/v1`;
const VSA_PREDICATE = 'https://slsa.dev/verification_summary/v1';
const PROVENANCE_PREDICATE = 'https://slsa.dev/provenance/v1';
/** The two summaries share a predicate type; the verifier tells them apart, so that neither can pass for the other. */
const EVALUATION_VERIFIER = `${OURS}/verifier/evaluation/v1`;
const RELEASE_VERIFIER = `${OURS}/verifier/release/v1`;
/** OpenSSF Model Signing v1.0. */
const MODEL_SIGNATURE_PREDICATE = 'https://model_signing/signature/v1.0';
const TRAINING_BUILD_TYPE = `${OURS}/training/v1`;


/***/ }),

/***/ 99480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ runRecord),
/* harmony export */   Y: () => (/* binding */ parseRunRecord)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67903);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90892);
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47192);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28796);





const uri = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1);
const named = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), digest: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSetSchema */ .cd });
const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    buildDefinition: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        buildType: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(_predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRAINING_BUILD_TYPE */ .Xz),
        externalParameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            command: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1),
            repository: uri,
            ref: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
            model: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
        }),
        internalParameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            runnerEnvironment: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['github-hosted', 'self-hosted', 'unknown']),
            candidateKey: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .hexSchema */ .PX.nullable(),
            reusedFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ runId: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1), artifactId: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1) }).nullable(),
            image: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).nullable(),
            seeds: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
        }),
        resolvedDependencies: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            uri: uri.exactOptional(),
            name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
            digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSetSchema */ .cd, zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ gitCommit: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .commitSchema */ .lN })]),
            annotations: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['source', 'dataset', 'base-model', 'lockfile', 'image']) }),
        })),
    }),
    runDetails: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        builder: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: uri }),
        metadata: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ invocationId: uri, startedOn: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8, finishedOn: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .instantSchema */ .p8 }),
        byproducts: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(named),
        gatehouse_hardware: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
            cpuModel: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
            cpuCount: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
            memoryBytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
            gpus: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
            energyJoules: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).nullable(),
        }),
    }),
});
/** The run record as an in-toto statement about the candidate. Unsigned: the training job holds no key. */
function runRecord(input) {
    const { hardware, energyJoules } = input;
    const predicate = {
        buildDefinition: {
            buildType: _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .TRAINING_BUILD_TYPE */ .Xz,
            externalParameters: {
                command: [...input.command],
                repository: input.repository,
                ref: input.ref,
                model: input.model,
            },
            internalParameters: {
                runnerEnvironment: input.runnerEnvironment,
                candidateKey: input.candidateKey === null ? null : (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(input.candidateKey),
                reusedFrom: input.reusedFrom === null ? null : { ...input.reusedFrom },
                image: input.image,
                seeds: { ...input.seeds },
            },
            resolvedDependencies: dependencies(input),
        },
        runDetails: {
            builder: { id: input.builderId },
            metadata: {
                invocationId: input.invocationId,
                startedOn: (0,_instant_js__WEBPACK_IMPORTED_MODULE_4__/* .toInstant */ .f)(input.startedOn),
                finishedOn: (0,_instant_js__WEBPACK_IMPORTED_MODULE_4__/* .toInstant */ .f)(input.finishedOn),
            },
            byproducts: [{ name: 'oms-root-digest', digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(input.omsRootDigest) } }],
            gatehouse_hardware: { ...hardware, gpus: [...hardware.gpus], energyJoules },
        },
    };
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .statementOf */ .T8)(input, _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVENANCE_PREDICATE */ .CK, predicate);
}
/**
 * Parses a run record.
 *
 * @throws ActionError `evaluation-error` when it is none.
 */
function parseRunRecord(statement) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePredicate */ .rv)(statement, {
        predicateType: _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVENANCE_PREDICATE */ .CK,
        schema,
        what: 'a run record: SLSA provenance v1 of a Gatehouse training run',
        reasonCode: 'evaluation-error',
    });
}
function dependencies(input) {
    const { commit, repository, ref } = input;
    return [
        { uri: `git+${repository}@${ref}`, name: 'source', digest: { gitCommit: commit }, annotations: { kind: 'source' } },
        ...input.datasets.map(({ name, path, digest }) => ({
            uri: path,
            name,
            digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest) },
            annotations: { kind: 'dataset' },
        })),
        ...input.baseModels.map(({ name, digest }) => ({
            name,
            digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest) },
            annotations: { kind: 'base-model' },
        })),
        ...input.lockfiles.map(({ path, digest }) => ({
            name: path,
            digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(digest) },
            annotations: { kind: 'lockfile' },
        })),
        ...imageOf(input.image),
    ];
}
/** An image that is named by a tag alone is not resolved: another one may have it tomorrow. */
function imageOf(image) {
    const [, name, hex] = /^(.+)@sha256:([0-9a-f]{64})$/.exec(image ?? '') ?? [];
    if (name === undefined || hex === undefined)
        return [];
    return [{ uri: `docker://${image}`, name, digest: { sha256: hex }, annotations: { kind: 'image' } }];
}


/***/ }),

/***/ 28796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ subjectDigest),
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   Go: () => (/* binding */ statementPayload),
/* harmony export */   PX: () => (/* binding */ hexSchema),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   cd: () => (/* binding */ digestSetSchema),
/* harmony export */   e9: () => (/* binding */ statementDigest),
/* harmony export */   er: () => (/* binding */ digestSchema),
/* harmony export */   lN: () => (/* binding */ commitSchema),
/* harmony export */   mc: () => (/* binding */ refusedStatement),
/* harmony export */   p8: () => (/* binding */ instantSchema),
/* harmony export */   rv: () => (/* binding */ parsePredicate)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14752);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2117);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53732);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(961);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37428);
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47192);



const hexSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const digestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .transform((value) => value);
const commitSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/);
/** RFC 3339 in UTC, without fractions, as SLSA writes time. */
const instantSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$({ precision: 0 });
const digestSetSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ sha256: hexSchema });
const statementSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(_predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .STATEMENT_TYPE */ .zG),
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), digest: digestSetSchema })]),
    predicateType: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    predicate: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
});
const MAX_DEPTH = 100;
/** Builds a statement about one model. */
function statementOf(subject, predicateType, predicate) {
    return {
        _type: _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .STATEMENT_TYPE */ .zG,
        subject: [{ name: subject.model, digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(subject.modelDigest) } }],
        predicateType,
        predicate,
    };
}
/** The bytes that are signed: canonical JSON, so that equal statements have equal bytes. */
function statementPayload(statement) {
    return new TextEncoder().encode((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(statement));
}
/** SHA-256 of {@link statementPayload}; it depends neither on the signature nor on the key. */
function statementDigest(statement) {
    return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(statementPayload(statement));
}
/**
 * Parses the payload of a signed or unsigned statement. Members that in-toto does not know are refused.
 *
 * @throws ActionError `integrity`, reason `signature-invalid`.
 */
function parseStatement(payload) {
    try {
        return statementSchema.parse((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .parseStrictJson */ .R)(payload, MAX_DEPTH));
    }
    catch (cause) {
        throw refusedStatement({
            found: cause,
            allowed: 'an in-toto Statement v1 about one model',
            reasonCode: 'signature-invalid',
        });
    }
}
/** The model digest that a statement is about. */
function subjectDigest(statement) {
    return `sha256:${statement.subject[0].digest.sha256}`;
}
/**
 * Parses a predicate of one type.
 *
 * @throws ActionError `integrity` with the given reason code when type or predicate do not match.
 */
function parsePredicate(statement, expected) {
    const { predicateType, schema, what: allowed, reasonCode } = expected;
    if (statement.predicateType !== predicateType) {
        throw refusedStatement({ found: `predicate type ${JSON.stringify(statement.predicateType)}`, allowed, reasonCode });
    }
    const parsed = schema.safeParse(statement.predicate);
    if (!parsed.success)
        throw refusedStatement({ found: parsed.error, allowed, reasonCode });
    return parsed.data;
}
/** The error for a statement that is not what it should be. */
function refusedStatement(refusal) {
    const { found, allowed, reasonCode } = refusal;
    const text = found instanceof zod__WEBPACK_IMPORTED_MODULE_6__/* .ZodError */ .G ? zod__WEBPACK_IMPORTED_MODULE_7__/* .prettifyError */ .S1(found) : found instanceof Error ? found.message : String(found);
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_8__/* .ActionError */ .lZ('integrity', {
        where: 'Signed statement',
        found: text.slice(0, 1000),
        allowed,
        remedy: 'Let the decide workflow make the statement again; do not edit statements by hand',
    }, { reasonCode, ...(found instanceof Error ? { cause: found } : {}) });
}


/***/ }),

/***/ 79908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ candidateKey)
/* harmony export */ });
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14752);
/* harmony import */ var _code_point_order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92400);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _lockfiles_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(45153);
/* harmony import */ var _path_globs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48054);






/**
 * What a candidate was made from: the files of the tree that `paths` match (blob and mode), the lockfiles, the inference
 * code that it brings along, the training configuration and the digests of the data. Two trees with one key may share a
 * candidate and its evidence; a merged tree with another key than the approved one is refused as `tree-changed`.
 *
 * @param tree every file of the commit's tree.
 * @throws ConfigError when `paths` match no file: such a key would say nothing about the candidate.
 */
function candidateKey(tree, model) {
    const matches = (0,_path_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k)(model.paths);
    const matched = tree.filter((file) => matches(file.path));
    if (matched.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL([
            {
                where: 'gatehouse.yml: paths',
                found: `${JSON.stringify(model.paths)} match none of ${tree.length} files`,
                allowed: 'globs that match the files the model is made from',
                remedy: 'Correct the globs',
            },
        ]);
    }
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .d)({
        type: 'gatehouse-candidate-key/v1',
        files: listed(matched),
        lockfiles: listed(tree.filter((file) => _lockfiles_js__WEBPACK_IMPORTED_MODULE_4__/* .LOCKFILES */ .J.includes(file.path))),
        ...inferenceCode(tree, model),
        train: { ...model.train },
        data: Object.fromEntries(Object.entries(model.data).map(([name, dataset]) => [name, dataset.digest])),
    }));
}
/** The exam of the base branch is not in the key but in the policy digest: it is the same for every candidate. */
function inferenceCode(tree, { evaluate }) {
    if (evaluate.code === 'base')
        return {};
    const matches = (0,_path_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k)(evaluate.files);
    return { inference: listed(tree.filter((file) => matches(file.path))) };
}
function listed(files) {
    return files
        .map(({ path, blobSha, mode }) => ({ path, blobSha, mode }))
        .sort((a, b) => (0,_code_point_order_js__WEBPACK_IMPORTED_MODULE_5__/* .compareCodePoints */ .O)(a.path, b.path));
}


/***/ }),

/***/ 15577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ describeModel)
});

// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/model-digest.js
var model_digest = __webpack_require__(29807);
// EXTERNAL MODULE: ./build/packages/core/src/model-files.js
var model_files = __webpack_require__(6804);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/core/src/safetensors.js
var safetensors = __webpack_require__(31518);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
;// CONCATENATED MODULE: ./build/packages/core/src/model-format.js



/** Large tokenizers have about 40 MB. */
const MAX_MODEL_JSON_BYTES = 64 * 1024 * 1024;
const MAX_JSON_DEPTH = 64;
/**
 * How many bytes from the beginning of a file {@link modelFileFormat} needs: all of a JSON file, and the header of a
 * safetensors file, whose length stands in its first eight bytes.
 *
 * @param head the first bytes of the file, at least eight if it has so many.
 * @throws ActionError `refused`, reason `format-not-allowed`.
 */
function modelFileHeadBytes(file, head) {
    if (formatByName(file.name) === 'json')
        return file.sizeBytes;
    return judged(file.name, () => SAFETENSORS_PREFIX_BYTES + safetensorsHeaderLength(head, file.sizeBytes));
}
/**
 * The format of a model file, judged by its name and its bytes. Only what a strict parser accepts is allowed; pickle
 * and every format nobody here can read are refused whatever they are called.
 *
 * @param head as many bytes as {@link modelFileHeadBytes} says, or the whole file.
 * @throws ActionError `refused`, reason `format-not-allowed`, saying what is wrong.
 */
function modelFileFormat(file, head) {
    const format = formatByName(file.name);
    judged(file.name, () => {
        if (format === 'safetensors')
            (0,safetensors/* checkSafetensors */.Ir)(head, file.sizeBytes);
        else
            checkJson(head, file.sizeBytes);
    });
    return format;
}
function formatByName(name) {
    if (name.endsWith('.safetensors'))
        return 'safetensors';
    if (name.endsWith('.json'))
        return 'json';
    throw refused(name, 'its name ends in neither .safetensors nor .json');
}
function checkJson(head, sizeBytes) {
    if (sizeBytes > MAX_MODEL_JSON_BYTES) {
        throw new strict_json/* StrictJsonError */.U(`it has ${sizeBytes} bytes; at most ${MAX_MODEL_JSON_BYTES} are read`);
    }
    if (head.length !== sizeBytes)
        throw new strict_json/* StrictJsonError */.U(`it has ${sizeBytes} bytes and ${head.length} were read`);
    (0,strict_json/* parseStrictJson */.R)(head, MAX_JSON_DEPTH);
}
function judged(name, judge) {
    try {
        return judge();
    }
    catch (cause) {
        if (cause instanceof safetensors/* SafetensorsError */.qW || cause instanceof strict_json/* StrictJsonError */.U)
            throw refused(name, cause.message, cause);
        throw cause;
    }
}
function refused(name, found, cause) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Model file ${JSON.stringify(name)}`,
        found,
        allowed: 'well-formed safetensors and JSON files',
        remedy: 'Save weights as safetensors and settings as JSON, and leave other files out of the model folder',
    }, { reasonCode: 'format-not-allowed', ...(cause === undefined ? {} : { cause }) });
}

;// CONCATENATED MODULE: ./build/packages/core/src/described-model.js




/**
 * Checks the names and formats of model files whose bytes are at hand, hashes them and names the model.
 *
 * @throws ConfigError for names that are not allowed, ActionError `refused`, reason `format-not-allowed`.
 */
function describeModel(contents) {
    const files = [...contents].map(([name, bytes]) => ({ name, sizeBytes: bytes.length, digest: (0,digest/* sha256 */.sc)(bytes) }));
    (0,model_files/* checkModelFiles */.h)(files);
    for (const [name, bytes] of contents)
        modelFileFormat({ name, sizeBytes: bytes.length }, bytes);
    return { modelDigest: (0,model_digest/* modelDigest */.a9)(files), files };
}


/***/ }),

/***/ 75622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ baseDoubtOf)
/* harmony export */ });
/** GitHub may create a run so long after what started it, and so with another base than the one that it shows then. */
const LATEST_START_MS = 10 * 60_000;
/**
 * Doubts whether a pull-request run is of one pull request on the base that this has now. A run names its head and branch
 * and never its base. Whoever opens another pull request from the branch, onto a base of their own, chooses the workflow
 * that runs, and may close or retarget it before anybody looks.
 *
 * @param branch pull requests of the run's head branch
 * @param number the pull request that the run is taken to be about
 * @returns `null` when no other base can have started it
 */
function baseDoubtOf(run, branch, number) {
    const own = branch.pulls.filter(({ fromFork }) => !fromFork);
    const pull = own.find((candidate) => candidate.number === number);
    if (!branch.complete)
        return doubt('head-shared', 'more pull requests have this branch name than GitHub lists at once');
    if (pull === undefined || pull.createdAt.getTime() > run.createdAt.getTime()) {
        return doubt('head-moved', `pull request #${number} was not there when the run began`);
    }
    if (mayPrecede(pull.baseChangedAt, run)) {
        return {
            ...doubt('base-changed', `the base of #${number} was changed at ${instant(pull.baseChangedAt)}`),
            remedy: WAIT,
        };
    }
    const others = own.filter((other) => other.number !== number && mayHaveStarted(run, other, pull.baseRef));
    if (others.length === 0)
        return null;
    const named = others.map((other) => `#${other.number} onto ${other.baseRef}`).join(', ');
    return doubt('head-shared', `other pull requests of the same branch may have started it: ${named}`);
}
function mayHaveStarted(run, other, base) {
    const hadAnotherBase = other.baseRef !== base || mayPrecede(other.baseChangedAt, run);
    const hadTheHead = other.headSha === run.headSha || other.closedAt === null || mayPrecede(other.closedAt, run);
    return hadAnotherBase && hadTheHead;
}
/** True when the run may be older than what happened then: it is not known to have been started after it. */
function mayPrecede(then, run) {
    return then !== null && run.createdAt.getTime() <= then.getTime() + LATEST_START_MS;
}
const WAIT = 'Wait ten minutes after the change, then close the pull request and open it again';
function doubt(reasonCode, found) {
    return { reasonCode, found, remedy: 'Open the pull request from a new branch' };
}
function instant(date) {
    return date === null ? 'an unknown time' : date.toISOString();
}


/***/ }),

/***/ 31518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ checkSafetensors),
/* harmony export */   Zf: () => (/* binding */ SAFETENSORS_PREFIX_BYTES),
/* harmony export */   fq: () => (/* binding */ safetensorsHeaderLength),
/* harmony export */   qW: () => (/* binding */ SafetensorsError)
/* harmony export */ });
/* unused harmony export MAX_SAFETENSORS_HEADER_BYTES */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _strict_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2117);


/** The format's own limit is 100 MB; 16 MiB holds about 150,000 tensors and bounds what a hostile file costs. */
const MAX_SAFETENSORS_HEADER_BYTES = 16 * 1024 * 1024;
/** The little-endian 64-bit length in front of the header. */
const SAFETENSORS_PREFIX_BYTES = 8;
const MAX_RANK = 64;
const BITS = new Map([
    ['BOOL', 8],
    ['F4', 4],
    ['F6_E2M3', 6],
    ['F6_E3M2', 6],
    ['U8', 8],
    ['I8', 8],
    ['F8_E5M2', 8],
    ['F8_E4M3', 8],
    ['F8_E8M0', 8],
    ['I16', 16],
    ['U16', 16],
    ['F16', 16],
    ['BF16', 16],
    ['I32', 32],
    ['U32', 32],
    ['F32', 32],
    ['C64', 64],
    ['F64', 64],
    ['I64', 64],
    ['U64', 64],
]);
/** What is wrong with a file that claims to be safetensors. */
class SafetensorsError extends Error {
    name = 'SafetensorsError';
}
const size = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0);
const tensorSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    dtype: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    shape: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(size).max(MAX_RANK),
    data_offsets: zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([size, size]),
});
const metadataSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
/**
 * Length of the header as the first eight bytes state it.
 *
 * @throws SafetensorsError when the file is too short for it or it exceeds {@link MAX_SAFETENSORS_HEADER_BYTES}.
 */
function safetensorsHeaderLength(head, fileSize) {
    if (head.length < SAFETENSORS_PREFIX_BYTES)
        throw new SafetensorsError('it is shorter than 8 bytes');
    const stated = new DataView(head.buffer, head.byteOffset, head.byteLength).getBigUint64(0, true);
    if (stated > BigInt(MAX_SAFETENSORS_HEADER_BYTES)) {
        throw new SafetensorsError(`its header claims ${stated} bytes; at most ${MAX_SAFETENSORS_HEADER_BYTES} are read`);
    }
    const length = Number(stated);
    if (SAFETENSORS_PREFIX_BYTES + length > fileSize) {
        throw new SafetensorsError(`its header claims ${length} bytes and the file has ${fileSize}`);
    }
    return length;
}
/**
 * Parses the header of a safetensors file so strictly that no byte of the file is unaccounted for: the header is one
 * JSON object without a repeated key, every tensor has a known type and as many bytes as its shape needs, and the
 * tensors cover the rest of the file exactly, without hole or overlap. `__metadata__` holds text only.
 *
 * @param head the file's beginning, at least 8 bytes and the header; more is ignored.
 * @param fileSize size of the whole file in bytes.
 * @throws SafetensorsError naming the first rule that is broken.
 */
function checkSafetensors(head, fileSize) {
    const headerBytes = safetensorsHeaderLength(head, fileSize);
    const json = head.subarray(SAFETENSORS_PREFIX_BYTES, SAFETENSORS_PREFIX_BYTES + headerBytes);
    if (json.length < headerBytes)
        throw new SafetensorsError(`its header has ${headerBytes} bytes, ${json.length} were read`);
    if (json[0] !== 0x7b)
        throw new SafetensorsError('its header does not begin with "{"');
    const entries = Object.entries(parseHeader(json));
    const metadata = entries.find(([name]) => name === '__metadata__');
    const tensors = entries.filter(([name]) => name !== '__metadata__').map(([name, entry]) => parseTensor(name, entry));
    tensors.sort((a, b) => a.begin - b.begin || a.end - b.end);
    checkCoverage(tensors, fileSize - SAFETENSORS_PREFIX_BYTES - headerBytes);
    return { headerBytes, tensors, metadata: metadata === undefined ? {} : parseMetadata(metadata[1]) };
}
function parseHeader(json) {
    let value;
    try {
        value = (0,_strict_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStrictJson */ .R)(json, 4);
    }
    catch (cause) {
        throw new SafetensorsError(`its header is refused: ${cause instanceof Error ? cause.message : String(cause)}`, {
            cause,
        });
    }
    if (typeof value !== 'object' || value === null)
        throw new SafetensorsError('its header is not a JSON object');
    return value;
}
function parseMetadata(value) {
    const parsed = metadataSchema.safeParse(value);
    if (!parsed.success)
        throw new SafetensorsError('its __metadata__ holds something that is not text');
    return parsed.data;
}
function parseTensor(name, entry) {
    const label = `tensor ${JSON.stringify(name.slice(0, 100))}`;
    const parsed = tensorSchema.safeParse(entry);
    if (!parsed.success)
        throw new SafetensorsError(`${label} does not have exactly dtype, shape and data_offsets`);
    const { dtype, shape, data_offsets } = parsed.data;
    const bits = BITS.get(dtype);
    if (bits === undefined)
        throw new SafetensorsError(`${label} has the unknown type ${JSON.stringify(dtype.slice(0, 40))}`);
    const [begin, end] = data_offsets;
    const needed = shape.reduce((product, extent) => product * BigInt(extent), BigInt(bits));
    if (needed !== BigInt(end - begin) * 8n) {
        throw new SafetensorsError(`${label} needs ${needed} bits for its shape and its offsets hold ${end - begin} bytes`);
    }
    return { name, dtype, shape, begin, end };
}
function checkCoverage(tensors, dataBytes) {
    let reached = 0;
    for (const tensor of tensors) {
        if (tensor.begin !== reached) {
            const what = tensor.begin > reached ? 'leaves a hole before' : 'overlaps the one before';
            throw new SafetensorsError(`tensor ${JSON.stringify(tensor.name.slice(0, 100))} ${what} byte ${tensor.begin}`);
        }
        reached = tensor.end;
    }
    if (reached !== dataBytes)
        throw new SafetensorsError(`its tensors end at byte ${reached} and its data at ${dataBytes}`);
}


/***/ }),

/***/ 99857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readArchive)
/* harmony export */ });
/* unused harmony export DEFAULT_ARCHIVE_LIMITS */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

const DEFAULT_ARCHIVE_LIMITS = { maxEntries: 10_000, maxTotalBytes: 2 * 1024 ** 3 };
/**
 * Unpacks a zip from an untrusted run into memory: regular files only, by name.
 *
 * yauzl refuses absolute names, `..`, backslashes and sizes that differ from the directory's; links, encrypted entries,
 * duplicate names and anything above the limits are refused here.
 *
 * @throws ActionError `integrity`.
 */
async function readArchive(zip, limits = DEFAULT_ARCHIVE_LIMITS) {
    const { fromBuffer } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    try {
        const archive = await new Promise((resolve, reject) => {
            fromBuffer(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true }, (error, opened) => {
                if (error !== null || opened === undefined)
                    reject(error ?? new Error('the archive did not open'));
                else
                    resolve(opened);
            });
        });
        return await readEntries(archive, limits);
    }
    catch (cause) {
        if (cause instanceof _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
            throw cause;
        throw refused(cause instanceof Error ? cause.message : String(cause), cause);
    }
}
async function readEntries(archive, limits) {
    const files = new Map();
    if (archive.entryCount > limits.maxEntries)
        throw refused(`${archive.entryCount} entries`);
    let totalBytes = 0;
    await new Promise((resolve, reject) => {
        archive.on('error', reject);
        archive.on('end', () => resolve());
        archive.on('entry', (entry) => {
            totalBytes += entry.uncompressedSize;
            const problem = problemOf(entry, files, totalBytes > limits.maxTotalBytes);
            if (problem !== null) {
                reject(refused(problem));
                archive.close();
                return;
            }
            if (entry.fileName.endsWith('/')) {
                archive.readEntry();
                return;
            }
            readEntry(archive, entry).then((bytes) => {
                files.set(entry.fileName, bytes);
                archive.readEntry();
            }, reject);
        });
        archive.readEntry();
    });
    return files;
}
function problemOf(entry, files, tooLarge) {
    const fileType = (entry.externalFileAttributes >>> 16) & 0o170000;
    if (tooLarge)
        return `more than the allowed bytes, at "${entry.fileName}"`;
    if (entry.isEncrypted())
        return `the encrypted file "${entry.fileName}"`;
    if (fileType !== 0 && fileType !== 0o100000 && fileType !== 0o040000)
        return `"${entry.fileName}", not a regular file`;
    if (files.has(entry.fileName))
        return `two files named "${entry.fileName}"`;
    return null;
}
function readEntry(archive, entry) {
    return new Promise((resolve, reject) => {
        archive.openReadStream(entry, (error, stream) => {
            if (error !== null || stream === undefined) {
                reject(error ?? new Error('no stream'));
                return;
            }
            const chunks = [];
            stream.on('data', (chunk) => chunks.push(chunk));
            stream.on('error', reject);
            stream.on('end', () => resolve(Buffer.concat(chunks)));
        });
    });
}
function refused(found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('integrity', {
        where: 'The artifact archive',
        found,
        allowed: 'a zip of regular files with relative names, within the size limits',
        remedy: 'Look at the run that uploaded it; do not use its files',
    }, { cause, reasonCode: 'digest-mismatch' });
}


/***/ }),

/***/ 72766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ findCandidate),
/* harmony export */   Bg: () => (/* binding */ RUN_RECORD_FILE),
/* harmony export */   Fd: () => (/* binding */ MODEL_FOLDER),
/* harmony export */   G9: () => (/* binding */ readCandidate),
/* harmony export */   Gk: () => (/* binding */ FIRST_RUN_RECORD_FILE),
/* harmony export */   T6: () => (/* binding */ readVerifiedArtifact),
/* harmony export */   xl: () => (/* binding */ candidateArtifactName)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15577);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);
/* harmony import */ var _archive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99857);


/** Folder of the candidate artifact that holds the model files. */
const MODEL_FOLDER = 'model/';
/** What the training run says about itself; a claim, never believed. */
const RUN_RECORD_FILE = 'run-record.json';
/** Of a candidate that was reused: the record of the run that trained it. */
const FIRST_RUN_RECORD_FILE = 'first-run-record.json';
/** Name of the artifact in which a training run leaves its candidate. */
function candidateArtifactName(model) {
    return `candidate-${model}`;
}
/**
 * The candidate artifact of a training run.
 *
 * @throws ActionError `refused`: `candidate-missing` when the run left none or several, `candidate-expired`.
 */
async function findCandidate(runs, runId, model) {
    const name = candidateArtifactName(model);
    const found = (await runs.artifacts(runId)).filter((artifact) => artifact.name === name);
    const [artifact, ...others] = found;
    if (artifact === undefined || others.length > 0) {
        throw refusal('candidate-missing', {
            where: `Training run ${runId}`,
            found: `${found.length} artifacts named "${name}"`,
            allowed: 'exactly one candidate artifact for each model',
            remedy: 'Read the log of the training run, then train again',
        });
    }
    if (artifact.expired)
        throw expired(artifact);
    return artifact;
}
/**
 * Downloads a candidate, unpacks it as hostile bytes, checks its file names and formats and computes its model digest.
 *
 * @throws ActionError `integrity` when the archive is malformed or is not what GitHub's own digest says,
 *   `refused`: `format-not-allowed`, `candidate-missing`, `candidate-expired`.
 */
async function readCandidate(runs, artifactId) {
    const artifact = await runs.artifact(artifactId);
    if (artifact.expired)
        throw expired(artifact);
    const zip = await readVerifiedArtifact(runs, artifact.id, artifact.digest);
    const entries = await (0,_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .readArchive */ .b)(zip);
    const bytes = new Map();
    const claims = new Map();
    for (const [name, content] of entries) {
        if (name.startsWith(MODEL_FOLDER))
            bytes.set(name.slice(MODEL_FOLDER.length), content);
        else
            claims.set(name, content);
    }
    if (bytes.size === 0) {
        throw refusal('candidate-missing', {
            where: `Artifact ${artifact.name}`,
            found: `no file below ${MODEL_FOLDER}`,
            allowed: 'at least one model file',
            remedy: 'Let the training command write its files to the folder that train.output names',
        });
    }
    const { id, runId, expiresAt } = artifact;
    return { artifactId: id, runId, expiresAt, bytes, claims, ...(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .describeModel */ .V)(bytes) };
}
/**
 * Bytes of an artifact's zip after comparing them with the digest the caller expects.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`; an artifact without a digest is refused too.
 */
async function readVerifiedArtifact(runs, artifactId, expected) {
    const zip = await runs.download(artifactId);
    const found = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(zip);
    if (expected !== null && found === expected)
        return zip;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('integrity', {
        where: `Artifact ${artifactId}`,
        found,
        allowed: expected === null ? 'an artifact with a digest' : `the bytes that were handed over: ${expected}`,
        remedy: 'Something changed the artifact; look at the runs of this commit before you run them again',
    }, { reasonCode: 'digest-mismatch' });
}
function expired(artifact) {
    return refusal('candidate-expired', {
        where: `Artifact ${artifact.name} of run ${artifact.runId}`,
        found: 'it has expired',
        allowed: 'a candidate that GitHub still keeps',
        remedy: 'Run the training workflow again',
    });
}
function refusal(reasonCode, fault) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('refused', fault, { reasonCode });
}


/***/ }),

/***/ 63619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isPredecessor),
/* harmony export */   _: () => (/* binding */ isMadeAlike)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75622);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79908);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);

/** Files with which a folder becomes an action that workflows can use. */
const ACTION_FILES = ['action.yml', 'action.yaml'];
/**
 * True when the candidate of an earlier run may stand for the own run's: a run of the same workflow file and branch, that
 * nothing but the own pull request, on the base that it has now, can have started.
 *
 * @param branch pull requests of the own run's branch
 */
function isPredecessor(earlier, own, { branch, pullRequest }) {
    const sameSource = earlier.headBranch === own.headBranch && earlier.fromFork === own.fromFork;
    const sameStart = earlier.path === own.path && earlier.event === own.event;
    return sameSource && sameStart && earlier.headBranch !== null && (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .baseDoubtOf */ .H)(earlier, branch, pullRequest) === null;
}
/**
 * True when two heads make a candidate alike: with the same workflows, actions and configuration, and the same key by each
 * of the configurations. Read from GitHub, whatever a run says of itself.
 */
async function isMadeAlike(contents, heads, { configPath, models }) {
    if (heads.earlier === heads.own)
        return true;
    const [before, now] = await Promise.all([contents.listFiles(heads.earlier), contents.listFiles(heads.own)]);
    const isRule = ruleMatcher([...before, ...now], configPath);
    const rulesOf = (tree) => tree
        .filter(({ path }) => isRule(path))
        .map(({ path, blobSha, mode }) => `${mode} ${blobSha} ${path}`)
        .toSorted()
        .join('\n');
    return rulesOf(before) === rulesOf(now) && models.every((model) => haveOneKey({ before, now }, model));
}
/** Workflows, whatever lies below an action of the repository, and the configuration. */
function ruleMatcher(files, configPath) {
    const folders = new Set(['.github/']);
    for (const { path } of files) {
        const start = path.lastIndexOf('/') + 1;
        if (ACTION_FILES.includes(path.slice(start)))
            folders.add(path.slice(0, start));
    }
    return (path) => path === configPath || [...folders].some((folder) => path.startsWith(folder));
}
function haveOneKey({ before, now }, { config, key: expected }) {
    const key = keyOf(before, config);
    return key !== null && key === keyOf(now, config) && (expected === undefined || expected === key);
}
/** `null` for a tree without any file of the model. */
function keyOf(tree, model) {
    try {
        return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .candidateKey */ .R)(tree, model);
    }
    catch (error) {
        if (error instanceof _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL)
            return null;
        throw error;
    }
}


/***/ }),

/***/ 29327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kf: () => (/* binding */ lineageFile),
/* harmony export */   tE: () => (/* binding */ LINEAGE_FILE),
/* harmony export */   zK: () => (/* binding */ lineageEvents)
/* harmony export */ });
/* unused harmony export lineageRunId */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14752);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67903);

const PRODUCER = 'https://github.com/gatehouse-actions/gatehouse';
const SPEC = 'https://openlineage.io/spec';
const EVENT_SCHEMA = `${SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent`;
/** START and COMPLETE or FAIL of a run, under one id that equal runs share. */
function lineageEvents(run) {
    const runId = lineageRunId(run);
    const common = { producer: PRODUCER, schemaURL: EVENT_SCHEMA, job: jobOf(run) };
    const inputs = run.inputs.map((dataset) => ({ ...namesOf(dataset), facets: datasetFacets(dataset) }));
    const outputs = run.outputs.map((dataset) => ({ ...namesOf(dataset), facets: datasetFacets(dataset) }));
    const start = {
        ...common,
        eventType: 'START',
        eventTime: run.startedAt.toISOString(),
        run: { runId },
        inputs,
        outputs: [],
    };
    const facets = run.error === null ? {} : { errorMessage: errorFacet(run.error) };
    const end = {
        ...common,
        eventType: run.error === null ? 'COMPLETE' : 'FAIL',
        eventTime: run.finishedAt.toISOString(),
        run: { runId, facets },
        inputs: run.inputs.map((dataset, index) => ({ ...inputs[index], ...inputFacets(dataset) })),
        outputs: run.error === null ? outputs : [],
    };
    return [start, end];
}
/** Name of the file with the events in an artifact. */
const LINEAGE_FILE = 'openlineage.jsonl';
/** Events as a file: one JSON text in a line. */
function lineageFile(events) {
    return new TextEncoder().encode(events.map((event) => `${(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(event)}\n`).join(''));
}
/**
 * A UUID of version 8 (RFC 9562) out of SHA-256 over job, workflow run, begin and the digests of the inputs: whoever has the
 * facts can compute it, and no two runs share it.
 */
function lineageRunId({ job, workflowRun, startedAt, inputs }) {
    const facts = {
        job,
        workflowRun,
        startedAt: startedAt.toISOString(),
        inputs: inputs.map(({ namespace, name, digest }) => ({ namespace, name, digest })),
    };
    const hex = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .hexOf */ .ZD)((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .d)(facts)));
    const variant = (8 + (Number.parseInt(hex.slice(16, 17), 16) % 4)).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
function namesOf({ namespace, name }) {
    return { namespace, name };
}
function jobOf({ job, source }) {
    return {
        ...job,
        facets: {
            jobType: facet('2-0-4/JobTypeJobFacet', { processingType: 'BATCH', integration: 'GATEHOUSE', jobType: 'JOB' }),
            sourceCodeLocation: facet('1-1-0/SourceCodeLocationJobFacet', {
                type: 'git',
                url: `${source.repositoryUrl}/tree/${source.commit}`,
                repoUrl: source.repositoryUrl,
                version: source.commit,
            }),
        },
    };
}
function datasetFacets({ digest, fields }) {
    return {
        version: facet('1-0-1/DatasetVersionDatasetFacet', { datasetVersion: digest }),
        ...(fields === undefined
            ? {}
            : { schema: facet('1-2-0/SchemaDatasetFacet', { fields: fields.map(({ name, type }) => ({ name, type })) }) }),
    };
}
function inputFacets({ quality }) {
    if (quality === undefined)
        return {};
    const { rows, bytes, files, columns, findings } = quality;
    const columnMetrics = Object.fromEntries(Object.entries(columns).map(([name, { missing, distinct, count }]) => [
        name,
        { nullCount: missing, count, ...(distinct === null ? {} : { distinctCount: distinct }) },
    ]));
    return {
        inputFacets: {
            dataQualityMetrics: facet('1-0-3/DataQualityMetricsInputDatasetFacet', {
                rowCount: rows,
                bytes,
                fileCount: files,
                columnMetrics,
            }),
            dataQualityAssertions: facet('1-1-0/DataQualityAssertionsDatasetFacet', {
                assertions: findings.map(assertionOf),
            }),
        },
    };
}
/** A finding of several columns is about the table; one of a single column is about that. */
function assertionOf(finding) {
    const { measure, outcome, severity, reasonCode, groups = [], value, limit, message } = finding;
    const [column, ...more] = groups;
    return {
        assertion: measure,
        success: outcome === 'pass',
        severity: severity === 'block' ? 'error' : 'warn',
        name: reasonCode,
        description: message,
        ...(column === undefined || more.length > 0 ? {} : { column }),
        ...(limit === undefined ? {} : { expected: String(limit) }),
        ...(value === null ? {} : { actual: String(value) }),
    };
}
function errorFacet(message) {
    return facet('1-0-1/ErrorMessageRunFacet', { message, programmingLanguage: 'TypeScript' });
}
/** `versioned` is the path below the folder of facets, without its ending. */
function facet(versioned, members) {
    const [, name] = versioned.split('/');
    return { _producer: PRODUCER, _schemaURL: `${SPEC}/facets/${versioned}.json#/$defs/${name}`, ...members };
}


/***/ }),

/***/ 78960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readCsvTable)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25175);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31733);
/* harmony import */ var _table_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74174);




const MOST_FAULTS = 10;
/**
 * Reads a CSV file as RFC 4180 has it: a header, commas, double quotes, LF or CRLF, UTF-8.
 *
 * @throws ConfigError naming file and line for: no header, duplicate or empty column names, rows of another length,
 * broken quoting, invalid UTF-8, a NUL character, or more bytes, rows or columns than `limits` allows.
 */
function readCsvTable(bytes, name, limits = _table_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .DATA_LIMITS */ .C) {
    const records = parseRecords(decode(bytes, name, limits), name);
    const [header, ...body] = records;
    if (header === undefined) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([fault(name, 1, 'the file is empty', 'a header line and rows', 'Write the table again')]);
    }
    const faults = [
        ...headerFaults(header, name, limits),
        ...bodyFaults(body, { name, limits, width: header.cells.length }),
    ];
    if (faults.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL(faults);
    return { name, columns: header.cells, rows: body };
}
function decode(bytes, name, limits) {
    if (bytes.byteLength > limits.maxBytes) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([
            {
                where: name,
                found: `the file has ${bytes.byteLength} bytes`,
                allowed: `at most ${limits.maxBytes} bytes`,
                remedy: 'Write fewer rows or columns',
            },
        ]);
    }
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
        const found = `a NUL character at byte ${nul}`;
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([fault(name, lineOfByte(bytes, nul), found, 'text', 'Write the table as UTF-8 text')]);
    }
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        const allowed = 'text in UTF-8';
        const problem = fault(name, lineOfInvalidUtf8(bytes), 'bytes that are not UTF-8', allowed, 'Save the file as UTF-8');
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([problem], { cause });
    }
}
function lineOfByte(bytes, end) {
    let line = 1;
    for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1))
        line += 1;
    return line;
}
/** A newline byte is never part of a longer UTF-8 sequence, so each line can be checked alone. */
function lineOfInvalidUtf8(bytes) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let line = 1;
    for (let start = 0; start < bytes.length; line += 1) {
        const newline = bytes.indexOf(10, start);
        const end = newline === -1 ? bytes.length : newline + 1;
        try {
            decoder.decode(bytes.subarray(start, end));
        }
        catch {
            return line;
        }
        start = end;
    }
    return line;
}
function parseRecords(text, name) {
    const ends = [];
    let parsed;
    try {
        parsed = (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, {
            relax_column_count: true,
            record_delimiter: ['\r\n', '\n'],
            on_record: (record, { lines }) => {
                ends.push(lines);
                return record;
            },
        });
    }
    catch (cause) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([syntaxFault(cause, name)], { cause });
    }
    // csv-parse reports the line a record ends on; a quoted field may hold line breaks, so it began after the one before.
    const records = parsed.map((cells, index) => ({ line: (ends[index - 1] ?? 0) + 1, cells }));
    // With a single column an empty line may be a record without a value.
    const isWide = (records[0]?.cells.length ?? 0) > 1;
    return isWide ? records.slice(0, records.length - emptyLinesAtEnd(text)) : records;
}
/** Many writers end a file with an empty line, which is no record of several columns. */
function emptyLinesAtEnd(text) {
    let ends = 0;
    for (let at = text.length; text[at - 1] === '\n'; ends += 1)
        at -= text[at - 2] === '\r' ? 2 : 1;
    return Math.max(0, ends - 1);
}
function syntaxFault(cause, name) {
    const problem = cause;
    const line = typeof problem.lines === 'number' ? problem.lines : 1;
    const found = `broken quoting (${problem.code ?? 'unreadable'})`;
    const allowed = 'fields with a comma, quote or line break in double quotes, quotes inside doubled';
    return fault(name, line, found, allowed, 'Write the table with a CSV library');
}
function headerFaults(header, name, limits) {
    const { cells } = header;
    const faults = [];
    if (cells.length > limits.maxColumns) {
        const allowed = `at most ${limits.maxColumns} columns`;
        faults.push(fault(name, header.line, `${cells.length} columns`, allowed, 'Write fewer columns'));
    }
    if (cells.includes('')) {
        const position = cells.indexOf('') + 1;
        faults.push(fault(name, header.line, `column ${position} has no name`, 'a name for every column', 'Name it'));
    }
    const seen = new Set();
    const twice = new Set();
    for (const cell of cells)
        (seen.has(cell) ? twice : seen).add(cell);
    twice.delete('');
    if (twice.size > 0) {
        const found = `the column names ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quotedList */ .p)([...twice])} more than once`;
        faults.push(fault(name, header.line, found, 'every column name once', 'Rename or remove the copies'));
    }
    return faults;
}
function bodyFaults(body, context) {
    const { name, limits, width } = context;
    if (body.length > limits.maxRows) {
        const allowed = `at most ${limits.maxRows} rows`;
        return [fault(name, body[limits.maxRows]?.line ?? 1, `${body.length} rows`, allowed, 'Write fewer rows')];
    }
    const ragged = body.filter((row) => row.cells.length !== width);
    const faults = ragged.slice(0, MOST_FAULTS).map((row) => {
        const found = `${row.cells.length} fields, beginning with ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(row.cells[0] ?? '')}`;
        return fault(name, row.line, found, `${width} fields, as in the header`, 'Write one field per column');
    });
    if (ragged.length > MOST_FAULTS) {
        const found = `${ragged.length - MOST_FAULTS} more rows of another length`;
        faults.push(fault(name, ragged[MOST_FAULTS]?.line ?? 1, found, `${width} fields`, 'Write one field per column'));
    }
    return faults;
}
function fault(name, line, ...[found, allowed, remedy]) {
    return { where: `${name}:${line}`, found, allowed, remedy };
}


/***/ }),

/***/ 10209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ selectRows),
/* harmony export */   i$: () => (/* binding */ rowPart)
/* harmony export */ });
/* unused harmony export splitPart */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24462);



/**
 * The part, from 0 to `parts` - 1, that a row belongs to: the first 8 bytes of SHA-256(salt + LF + id), read as a
 * big-endian number, modulo `parts`. It depends on nothing but the id, so a row never changes sides when others are
 * added, and anybody can compute it with standard tools.
 */
function splitPart(row) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${row.salt}\n${row.id}`).digest();
    return Number(hash.readBigUInt64BE(0) % BigInt(row.parts));
}
/**
 * The rows of one part, in file order. A dataset without a split is wholly of the role it has; one that claims both
 * roles without a split is refused, because training would see what it is judged on.
 *
 * @throws ConfigError when the dataset does not have that role, has both without a split, or lacks the split column.
 */
function selectRows(table, dataset, part) {
    const { split } = dataset;
    requireRole(dataset, part);
    if (split === undefined)
        return table.rows;
    const column = (0,_columns_js__WEBPACK_IMPORTED_MODULE_1__/* .columnIndex */ .PD)(table, split.column);
    return table.rows.filter((row) => {
        const held = splitPart({ id: row.cells[column] ?? '', salt: split.salt, parts: split.parts });
        return split.evaluation.includes(held) === (part === 'evaluation');
    });
}
/**
 * The rows of one part as the engine finds them, of a table that holds the dataset; `null` for the whole table.
 *
 * @throws ConfigError as {@link selectRows}.
 */
function rowPart(dataset, part, table) {
    requireRole(dataset, part);
    const { split } = dataset;
    if (split === undefined)
        return null;
    const { column, salt, parts, evaluation } = split;
    const training = Array.from({ length: parts }, (_, at) => at).filter((at) => !evaluation.includes(at));
    return { column: { table, column }, salt, parts, in: part === 'evaluation' ? evaluation : training };
}
function requireRole(dataset, part) {
    if (!dataset.roles.includes(part)) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([
            {
                where: `gatehouse.yml, data at ${dataset.path}`,
                found: `the roles ${dataset.roles.join(', ')}`,
                allowed: `the role ${part} for a table used for ${part}`,
                remedy: `Add the role ${part}, or name another dataset`,
            },
        ]);
    }
    const both = dataset.roles.includes('training') && dataset.roles.includes('evaluation');
    if (dataset.split === undefined && both)
        throw overlap(dataset.path);
}
function overlap(path) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([
        {
            where: `gatehouse.yml, data at ${path}`,
            found: 'the roles training and evaluation without a split',
            allowed: 'a split, or one of the two roles',
            remedy: 'Add a "split" block, so that training never sees evaluation rows',
        },
    ]);
}


/***/ })

};
