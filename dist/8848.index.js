export const id = 8848;
export const ids = [8848];
export const modules = {

/***/ 8848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/action-kit/src/artifacts.js
var artifacts = __webpack_require__(52244);
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var src_github = __webpack_require__(46545);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/training/src/clean-environment.js
var clean_environment = __webpack_require__(41055);
// EXTERNAL MODULE: ./build/packages/training/src/contained-file.js
var contained_file = __webpack_require__(19022);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
;// CONCATENATED MODULE: ./build/packages/training/src/isolation-script.js
/**
 * Runs as root of fresh namespaces and builds what the program sees: a root folder that holds the system's programs and
 * the tools of the runner, read-only, and the program's own folders; its own `/proc`; a few devices; nothing else of the
 * machine. Then the machine's root is unmounted and the program starts without capabilities and without a way to get any.
 * What is not listed here is not there: sockets of services, other folders of the job, files that carry its commands.
 *
 * Arguments: an empty folder to build in, user and group id or `-`, the working folder, the number of writable folders,
 * these, the number of read-only folders, these, then the program and its arguments.
 *
 * The shell stays process 1: it dies with `unshare`, also when the program has left its session, and takes everything
 * in the namespace with it.
 */
const ISOLATION_SCRIPT = `
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
umask 022
root=$1 user=$2 group=$3 work=$4
shift 4
mount -t tmpfs -o mode=755,nosuid,nodev gatehouse "$root"
mkdir "$root/tmp" "$root/proc" "$root/dev" "$root/dev/shm" "$root/.machine"
chmod 1777 "$root/tmp" "$root/dev/shm"
left=$1
shift
while [ "$left" -gt 0 ]; do
  [ "$user" = - ] || chown -R "$user:$group" "$1"
  mkdir -p "$root$1"
  mount --bind "$1" "$root$1"
  mount -o remount,bind,nosuid,nodev "$root$1"
  left=$((left - 1))
  shift
done
left=$1
shift
while [ "$left" -gt 0 ]; do
  if [ -L "$1" ]; then
    mkdir -p "$(dirname "$root$1")"
    ln -s "$(readlink "$1")" "$root$1"
  elif [ -d "$1" ]; then
    mkdir -p "$root$1"
    mount --rbind "$1" "$root$1"
    findmnt -Rlno TARGET "$root$1" | while IFS= read -r below; do mount -o remount,bind,ro "$below"; done
  fi
  left=$((left - 1))
  shift
done
for device in /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/nvidia*; do
  [ -c "$device" ] || continue
  : > "$root$device"
  mount --bind "$device" "$root$device"
done
ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/1 "$root/dev/stdout"
ln -s /proc/self/fd/2 "$root/dev/stderr"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
cd "$root"
pivot_root . .machine
cd /
umount -l /.machine
rmdir /.machine
cd "$work"
identity=
[ "$user" = - ] || identity="--reuid=$user --regid=$group --clear-groups"
set +e
setpriv $identity --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all -- "$@"
exit $?
`;
/**
 * Says what a program in there sees, one fact a line: its namespaces, whether `/proc` is its own and how many processes
 * it lists, capabilities, routes, and whether a file of the machine, the first argument, exists.
 */
const PROBE_SCRIPT = `
set -eu
for name in pid net mnt ipc; do echo "namespace $name $(readlink /proc/self/ns/$name)"; done
read -r number rest < /proc/self/stat
[ "$number" = "$$" ] && echo "own-proc"
echo "processes $(ls -d /proc/[0-9]* | wc -l)"
grep -E '^(CapPrm|CapEff|CapBnd|NoNewPrivs):' /proc/self/status
echo "ipv4-routes $(tail -n +2 /proc/net/route | wc -l)"
if [ -e /proc/net/ipv6_route ]; then echo "ipv6-routes $(grep -vc ' lo$' /proc/net/ipv6_route || true)"; fi
[ -e "$1" ] && echo "sees the machine"
[ -e /run ] && echo "sees /run"
echo "end"
`;

// EXTERNAL MODULE: ./build/packages/training/src/run-command.js + 1 modules
var run_command = __webpack_require__(83290);
;// CONCATENATED MODULE: ./build/packages/training/src/isolation.js




/** Environment of the tools that isolate; the program's own is handed over as arguments. */
const ISOLATION_ENV = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' };
const NAMESPACES = ['--pid', '--fork', '--kill-child', '--mount', '--net', '--ipc'];
const NOBODY = ['65534', '65534'];
// Root's own processes cannot be ended by the job, so the time limit is enforced a second time from above.
const EXTRA_SECONDS = 10;
/**
 * The first way that a probe finds to work: as root, new namespaces and the user nobody; as a user, a user namespace, and
 * where the machine refuses those, `sudo` without a password.
 *
 * @throws ActionError `refused`, `isolation-unavailable`, with what each way answered.
 */
async function findIsolation(probe, ways = waysOf(process.getuid?.(), process.getgid?.())) {
    const refusals = [];
    for (const way of ways) {
        const refusal = await refusalOf(way, probe);
        if (refusal === null)
            return way;
        refusals.push(`${way.name}: ${refusal}`);
    }
    throw new errors/* ActionError */.lZ('refused', {
        where: "The candidate's evaluation code",
        found: `this machine cannot isolate it (${refusals.join('; ') || 'it has no namespaces'})`,
        allowed: 'Code of a pull request must see neither the job, nor the network, nor other files of the machine',
        remedy: 'Use a Linux runner with util-linux (unshare, setpriv, findmnt) that allows user namespaces or sudo without a password, or set "evaluate.code: base"',
    }, { reasonCode: 'isolation-unavailable' });
}
/** The ways to try, in order, for a user id; none where there are no user ids. */
function waysOf(uid, gid) {
    if (process.platform !== 'linux' || uid === undefined || gid === undefined)
        return [];
    if (uid === 0)
        return [way('namespaces and the user nobody', NOBODY, () => ['unshare'])];
    return [
        way('user namespace', ['-', '-'], () => ['unshare', '--user', '--map-root-user']),
        way('namespaces by sudo', [String(uid), String(gid)], (seconds) => [
            ...['sudo', '-n', '--', 'timeout', '--signal=KILL', String(seconds), 'unshare'],
        ]),
    ];
}
function way(name, identity, unshare) {
    return {
        name,
        command: (job) => [
            ...unshare(Math.ceil(job.timeoutMs / 1000) + EXTRA_SECONDS),
            ...[...NAMESPACES, '--', 'sh', '-c', ISOLATION_SCRIPT, 'isolation', job.root, ...identity, job.cwd],
            ...[String(job.writable.length), ...job.writable, String(job.readable.length), ...job.readable],
            ...['env', '-i', ...Object.entries(job.env).map(([key, value]) => `${key}=${value}`), ...job.command],
        ],
    };
}
/** Why a way does not isolate, or null. It must run, and what runs there must see nothing that it should not. */
async function refusalOf(isolation, probe) {
    const timeoutMs = 20_000;
    const lines = [];
    try {
        await (0,run_command/* runCommand */.d)({
            command: isolation.command({
                ...probe,
                timeoutMs,
                env: { ...ISOLATION_ENV },
                command: ['sh', '-c', PROBE_SCRIPT, 'probe', probe.root],
            }),
            cwd: '/',
            env: ISOLATION_ENV,
            timeoutMs,
            onLine: (line) => lines.push(line),
            shownAs: [isolation.name],
        });
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            return lines.at(-1) ?? error.fault.found;
        throw error;
    }
    return shortfallOf(lines, await ownNamespaces());
}
async function ownNamespaces() {
    const names = ['pid', 'net', 'mnt', 'ipc'];
    return new Map(await Promise.all(names.map(async (name) => [name, await (0,promises_.readlink)(`/proc/self/ns/${name}`)])));
}
// The shell that isolates, the probe's shell and what it starts.
const MOST_PROCESSES = 8;
/** What the output of the probe lacks to show isolation from `own` namespaces, or null; what is not shown is lacking. */
function shortfallOf(lines, own) {
    const facts = new Map(lines.map((line) => [line.replace(/\s+\S+$/, ''), line.split(/\s+/).at(-1) ?? '']));
    for (const [name, id] of own) {
        const there = facts.get(`namespace ${name}`);
        if (there === undefined || there === id)
            return `the ${name} namespace is not its own`;
    }
    const processes = Number(facts.get('processes') ?? Number.NaN);
    if (!lines.includes('own-proc') || !(processes <= MOST_PROCESSES))
        return 'it sees other processes';
    const empty = ['CapPrm:', 'CapEff:', 'CapBnd:'].every((name) => /^0+$/.test(facts.get(name) ?? ''));
    if (!empty || facts.get('NoNewPrivs:') !== '1')
        return 'it keeps or can get privileges';
    if (facts.get('ipv4-routes') !== '0' || (facts.get('ipv6-routes') ?? '0') !== '0')
        return 'it has a network';
    if (lines.some((line) => line.startsWith('sees ')))
        return 'it sees files of the machine';
    return lines.at(-1) === 'end' ? null : 'the probe did not end';
}

;// CONCATENATED MODULE: ./build/packages/training/src/isolation-folders.js


/** Where Linux keeps programs and libraries, and the settings they need. `/opt` is not: runners are installed there. */
const SYSTEM = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/etc', '/nix'];
/** Variables that name the folder of a tool which lies elsewhere. */
const TOOLS = [
    'RUNNER_TOOL_CACHE',
    'AGENT_TOOLSDIRECTORY',
    'VIRTUAL_ENV',
    'CONDA_PREFIX',
    'pythonLocation',
    'JAVA_HOME',
    'CUDA_HOME',
    'CUDA_PATH',
];
/** Folders of the job, which no tool folder may contain. */
const OF_THE_JOB = ['HOME', 'GITHUB_WORKSPACE', 'RUNNER_WORKSPACE', 'RUNNER_TEMP', 'GITHUB_ENV', 'GITHUB_EVENT_PATH'];
const OF_THE_MACHINE = ['/proc', '/dev', '/sys', '/run', '/var/run'];
/**
 * The folders an isolated program may read: the system's, those of `PATH`, of the tools that the environment names, and
 * the one where the program really lies. A folder that contains the job's own, or the sandbox, is left out.
 */
async function readableFolders(env, program, sandbox) {
    const path = (env['PATH'] ?? '').split(external_node_path_.delimiter);
    const wanted = [...path, ...TOOLS.map((name) => env[name] ?? ''), await folderOf(program, path)];
    const job = [sandbox, ...OF_THE_JOB.map((name) => env[name] ?? '')].filter((folder) => folder !== '');
    const allowed = wanted
        .filter((folder) => (0,external_node_path_.isAbsolute)(folder))
        .map((folder) => (0,external_node_path_.resolve)(folder))
        .filter((folder) => !job.some((own) => contains(folder, (0,external_node_path_.resolve)(own))))
        .filter((folder) => !OF_THE_MACHINE.some((own) => contains(own, folder)));
    const all = [...new Set([...SYSTEM, ...allowed])];
    return all.filter((folder, index) => !all.some((other, at) => at !== index && contains(other, folder)));
}
/** Folder of the file behind a program's name; empty where there is none, and starting it will say so. */
async function folderOf(program, path) {
    const candidates = program.includes('/') ? [program] : path.map((folder) => (0,external_node_path_.join)(folder, program));
    for (const candidate of candidates.filter((file) => (0,external_node_path_.isAbsolute)(file))) {
        try {
            await (0,promises_.access)(candidate, promises_.constants.X_OK);
            return (0,external_node_path_.dirname)(await (0,promises_.realpath)(candidate));
        }
        catch {
            // Not here: the next folder of PATH.
        }
    }
    return '';
}
function contains(outer, inner) {
    return inner === outer || inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);
}

;// CONCATENATED MODULE: ./build/packages/training/src/local-sandbox.js







const MAX_COLLECTED_BYTES = 1024 ** 3;
/**
 * Runs a command in a fresh folder that holds what it was given and nothing else, with a home and a temporary folder
 * of its own, and removes all of it afterwards. Without isolation it is no prison: the process has the rights of the
 * job, so only reviewed code may run so. With isolation the process sees nothing else of the machine.
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
                const env = (0,clean_environment/* cleanEnvironment */.h)(options.env, { HOME: home, TMPDIR: temp, ...Object.fromEntries(given) });
                const plain = { command: job.command, cwd: work, env };
                const how = job.isolation === 'none' ? plain : await isolated(options, job, { ...plain, root });
                await (0,run_command/* runCommand */.d)({
                    ...how,
                    timeoutMs: job.timeoutMs,
                    shownAs: job.command,
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
/** The same command inside the isolation that this machine offers, which is named in the log. */
async function isolated(options, job, plain) {
    const root = (0,external_node_path_.join)(plain.root, 'isolated');
    await (0,promises_.mkdir)(root);
    const seen = {
        root,
        cwd: plain.cwd,
        writable: ['work', 'home', 'tmp'].map((name) => (0,external_node_path_.join)(plain.root, name)),
        readable: await readableFolders(options.env, job.command[0] ?? '', plain.root),
    };
    const isolation = await findIsolation(seen);
    options.onLine(`isolated (${isolation.name}): without network, other processes and files of the job`);
    return {
        command: isolation.command({ ...seen, command: job.command, env: plain.env, timeoutMs: job.timeoutMs }),
        cwd: '/',
        env: ISOLATION_ENV,
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

// EXTERNAL MODULE: ./build/packages/core/src/needs-candidate.js
var needs_candidate = __webpack_require__(78870);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/evaluation-record.js
var evaluation_record = __webpack_require__(42499);
// EXTERNAL MODULE: ./build/packages/core/src/config/task-columns.js
var task_columns = __webpack_require__(63563);
// EXTERNAL MODULE: ./build/packages/governance/src/subject.js
var src_subject = __webpack_require__(69364);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence/store.js + 7 modules
var evidence_store = __webpack_require__(26993);
// EXTERNAL MODULE: ./build/packages/governance/src/stages/stage-ledger.js + 1 modules
var stage_ledger = __webpack_require__(43254);
// EXTERNAL MODULE: ./build/packages/registry/src/candidate.js
var src_candidate = __webpack_require__(72766);
// EXTERNAL MODULE: ./build/packages/tables/src/columns.js
var columns = __webpack_require__(24462);
// EXTERNAL MODULE: ./build/packages/tables/src/evaluation-data.js + 1 modules
var evaluation_data = __webpack_require__(41596);
// EXTERNAL MODULE: ./build/packages/tables/src/model-tables.js + 1 modules
var model_tables = __webpack_require__(28575);
// EXTERNAL MODULE: ./build/packages/tables/src/predictions.js + 1 modules
var src_predictions = __webpack_require__(11624);
// EXTERNAL MODULE: ./build/packages/governance/src/version-authorisation.js
var version_authorisation = __webpack_require__(52125);
// EXTERNAL MODULE: ./build/packages/registry/src/champion.js
var src_champion = __webpack_require__(79932);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/fetch-version.js + 1 modules
var fetch_version = __webpack_require__(69449);
;// CONCATENATED MODULE: ./build/actions/evaluate-model/src/champion.js



/**
 * Evaluates the version that the last stage of the model names. It is compared with only if a key of the policy signed
 * its authorisation: else whoever can make a release would choose a champion that every candidate beats.
 *
 * @returns `none` when the stage was never assigned, `unavailable` with the reason when the version cannot be used
 * @throws ActionError as `championOf` does
 */
async function evaluateChampion(ports, subject, how) {
    const { model, modelConfig, policy } = subject;
    const stage = modelConfig.stages.at(-1);
    if (stage === undefined)
        return { record: { state: 'none' }, predictions: null };
    const champion = await (0,src_champion/* championOf */.b)(ports, model, stage);
    if (champion === null)
        return { record: { state: 'none' }, predictions: null };
    try {
        const version = await (0,fetch_version/* fetchVersion */.p)(ports, champion.tag, { modelDigest: champion.modelDigest });
        await (0,version_authorisation/* verifyReleaseAuthorisation */.T)(policy, version, { repositoryUrl: how.repositoryUrl, model });
        const predictions = await how.predict(version.bytes);
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
        // A champion that cannot be used makes the gate inconclusive; it never turns into "there is none".
        const reason = error instanceof Error ? error.message : String(error);
        return {
            record: { state: 'unavailable', version: champion.tag, reason: reason.slice(0, 1000) },
            predictions: null,
        };
    }
}

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
 *
 * @returns `null` when the pull request changes nothing that the model is made from: then there is nothing to evaluate
 */
async function evaluateModel(request, ports) {
    const subject = await (0,src_subject/* resolveSubject */.f9)(ports, request);
    const { files } = await ports.contents.comparison(subject.policy.commit, subject.headSha);
    if (!(0,needs_candidate/* needsCandidate */.H)(subject.modelConfig, files))
        return null;
    const found = await (0,src_candidate/* findCandidate */.$6)(ports.runs, subject.run.id, subject.model);
    const candidate = await (0,src_candidate/* readCandidate */.G9)(ports.runs, found.id);
    const dataset = (0,columns/* datasetWithRole */.HI)(subject.modelConfig, 'evaluation');
    const bytes = await (0,policy/* readDataset */.JP)(ports.contents, subject.policy, dataset);
    // Before any command runs: data with faults is neither the candidate's failure nor the champion's.
    const table = { bytes, ids: (0,evaluation_data/* readEvaluationIds */.zW)(bytes, subject.modelConfig) };
    const base = await codeOf(ports.contents, subject, subject.policy.commit);
    const store = new evidence_store/* EvidenceStore */.x({ branch: ports.branch, clock: ports.clock, signer: null });
    const stages = (0,stage_ledger/* createStageLedger */.K)(store, (0,policy/* trustRootOf */.KE)(subject.policy));
    const champion = await evaluateChampion({ ...ports, stages }, subject, {
        repositoryUrl: request.repositoryUrl,
        predict: (model) => predict(ports.sandbox, subject, { code: base, model, table, isolation: 'none' }),
    });
    const own = subject.modelConfig.evaluate.code === 'candidate';
    const predictions = await predict(ports.sandbox, subject, {
        code: own ? await codeOf(ports.contents, subject, subject.headSha) : base,
        model: candidate.bytes,
        table,
        // Nobody has reviewed the candidate's code: the token in this action's environment is not for it to read.
        isolation: own ? 'required' : 'none',
    });
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
    files.set('features.csv', (0,model_tables/* featuresOf */.H)(given.table.bytes, modelConfig));
    const result = await sandbox
        .run({
        command: modelConfig.evaluate.command,
        files,
        env: {
            GATEHOUSE_MODEL_DIR: './model',
            GATEHOUSE_FEATURES: './features.csv',
            GATEHOUSE_PREDICTIONS: `./${evaluation_record/* EVALUATION_FILES */.b.predictions}`,
        },
        isolation: given.isolation,
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
    (0,src_predictions/* readPredictionCells */.J)(predictions, modelConfig, given.table);
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
        allowed: `a CSV with the columns ${(0,task_columns/* predictionColumns */.v)((0,task_columns/* taskColumns */.x)(config)).join(', ')} at the path in GATEHOUSE_PREDICTIONS`,
        remedy: 'Write the table before the command ends',
    }, { reasonCode: 'evaluation-failed' });
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
    const evaluation = await evaluateModel({ model: values.model, runId: values['run-id'], repositoryUrl: `${context.serverUrl}/${owner}/${repo}` }, {
        ...github,
        branch: github.evidence(),
        clock: { now: () => new Date() },
        sandbox: {
            run: (job) => log.untrusted('Evaluation command', (onLine) => createLocalSandbox({ temp, env, onLine }).run(job)),
        },
        uploads: (0,artifacts/* createArtifacts */.G)({ temp }),
    });
    if (evaluation === null) {
        const title = `The pull request changes no file that ${values.model} is made from: nothing to evaluate`;
        return { outcome: 'done', title, summary: `### ${title}\n`, outputs: {} };
    }
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

/***/ 42499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ parseEvaluationRecord),
/* harmony export */   b: () => (/* binding */ EVALUATION_FILES)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);


const digest = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .transform((value) => value);
const champion = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt('state', [
    /** No stage tag names a version: the first version is judged by floors. */
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('none') }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('evaluated'), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), modelDigest: digest, predictions: digest }),
    zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ state: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('unavailable'), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(1000) }),
]);
const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    model: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    headSha: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/),
    policyDigest: digest,
    modelDigest: digest,
    datasetDigest: digest,
    predictions: digest,
    champion,
});
/** Names inside the evaluation artifact. */
const EVALUATION_FILES = {
    record: 'evaluation.json',
    predictions: 'predictions.csv',
    championPredictions: 'champion-predictions.csv',
};
/** Parses the record; anything else is refused as `evaluation-error`. */
function parseEvaluationRecord(bytes) {
    try {
        return schema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('integrity', {
            where: EVALUATION_FILES.record,
            found: cause instanceof Error ? cause.message.slice(0, 500) : String(cause),
            allowed: 'an evaluation record, schema version 1',
            remedy: 'Run evaluate-model and the gates of the same release of Gatehouse',
        }, { cause, reasonCode: 'evaluation-error' });
    }
}


/***/ }),

/***/ 52125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ verifyReleaseAuthorisation)
/* harmony export */ });
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99056);
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72589);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52768);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53732);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18612);



/** The asset that brings the signed authorisation along with a version. */
const AUTHORISATION_ASSET = 'authorisation.json';
/**
 * Verifies the authorisation that a version brings along: signed by a key of the policy, for this model of this
 * repository, for these bytes and for the commit of the version. The policy is that of the default branch; a release
 * that anybody could make by hand has no such signature.
 *
 * @throws ActionError `refused`: `not-authorised`, `signature-invalid`.
 */
async function verifyReleaseAuthorisation(policy, version, expected) {
    const { model, repositoryUrl } = expected;
    const bundle = version.attachments.get(AUTHORISATION_ASSET);
    if (bundle === undefined)
        throw notAuthorised(version, `a release without ${AUTHORISATION_ASSET}`);
    const verified = await (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__/* .verifyBundle */ .I)(textOf(version, bundle).trimEnd(), (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .trustRootOf */ .KE)(policy));
    const authorisation = (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseAuthorisation */ .J)(verified.statement);
    const { headSha, mergedSha } = authorisation;
    const { commit } = version.manifest;
    const problems = [
        authorisation.model === model ? null : `an authorisation of the model "${authorisation.model}"`,
        authorisation.modelDigest === version.modelDigest ? null : `an authorisation of ${authorisation.modelDigest}`,
        authorisation.resourceUri === (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .resourceUri */ .N)({ repositoryUrl, headSha, model })
            ? null
            : `an authorisation for ${authorisation.resourceUri}`,
        mergedSha === commit ? null : `a release of commit ${commit}, authorised is ${mergedSha}`,
    ];
    const problem = problems.find((found) => found !== null);
    if (problem !== undefined && problem !== null)
        throw notAuthorised(version, problem);
    return authorisation;
}
function textOf(version, bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw notAuthorised(version, `${AUTHORISATION_ASSET} that is not UTF-8`, cause);
    }
}
function notAuthorised(version, found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('refused', {
        where: `Version ${version.tag}`,
        found,
        allowed: 'a signed authorisation of this model of this repository, for these bytes and this commit',
        remedy: 'Use a version that publish-model made, from its own tag',
    }, { reasonCode: 'not-authorised', cause });
}


/***/ }),

/***/ 69449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ fetchToFolder),
  p: () => (/* binding */ fetchVersion)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/folder-store.js
var folder_store = __webpack_require__(25538);
;// CONCATENATED MODULE: ./build/packages/registry/src/fetch/memory-store.js

/** A few bytes of index can stand for files of any size. */
const MAX_BYTES = 2 * 1024 ** 3;
function memoryStore() {
    const files = new Map();
    let total = 0;
    const fileOf = (name) => files.get(name) ?? Buffer.alloc(0);
    return {
        files,
        async create(name, sizeBytes) {
            total += sizeBytes;
            if (total > MAX_BYTES)
                throw tooLarge(name);
            files.set(name, Buffer.alloc(sizeBytes));
        },
        async write(name, offset, bytes) {
            fileOf(name).set(bytes, offset);
        },
        async *read(name) {
            yield fileOf(name);
        },
    };
}
function tooLarge(name) {
    return new errors/* ActionError */.lZ('service', {
        where: `Model file ${JSON.stringify(name)}`,
        found: `With it the files of the version have more than ${MAX_BYTES} bytes`,
        allowed: `At most ${MAX_BYTES} bytes where a model is held in memory`,
        remedy: 'Fetch the version into a folder',
    });
}

// EXTERNAL MODULE: ./build/packages/registry/src/fetch/no-room.js
var no_room = __webpack_require__(43445);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/verify-release.js + 3 modules
var verify_release = __webpack_require__(44348);
;// CONCATENATED MODULE: ./build/packages/registry/src/fetch/fetch-version.js







/**
 * Downloads and verifies a version into memory, for models that fit there.
 *
 * @param expect the model digest that the version must have
 * @throws ActionError as `verifyRelease` does
 */
async function fetchVersion(ports, tag, expect = {}) {
    const store = memoryStore();
    const verified = await (0,verify_release/* readVersion */.$)(ports, { ...expect, tag }, store);
    return { ...verified, bytes: store.files };
}
/**
 * Downloads and verifies a version into a new folder. Until every byte is verified it lies in a temporary folder beside
 * it; then it is brought to the disk and renamed, so that the folder is there whole or not at all.
 *
 * @throws ConfigError when something is at the folder's place already
 * @throws ActionError as `verifyRelease` does; `service` when the disk is full
 */
async function fetchToFolder(ports, request) {
    const folder = (0,external_node_path_.resolve)(request.folder);
    return (0,no_room/* withoutRoom */.S)(folder, async () => {
        await requireAbsent(folder);
        const parent = (0,external_node_path_.dirname)(folder);
        const unverified = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, `.${(0,external_node_path_.basename)(folder)}.unverified-`));
        const store = (0,folder_store/* folderStore */.s)(unverified);
        try {
            const verified = await (0,verify_release/* readVersion */.$)(ports, request, store);
            await store.settle();
            await requireAbsent(folder);
            await (0,promises_.rename)(unverified, folder);
            await (0,folder_store/* syncFolder */.Y)(parent);
            return { ...verified, folder };
        }
        catch (error) {
            await store.close();
            await (0,promises_.rm)(unverified, { recursive: true, force: true });
            throw error;
        }
    });
}
async function requireAbsent(folder) {
    const present = await (0,promises_.lstat)(folder).catch((error) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return null;
        throw error;
    });
    if (present === null)
        return;
    throw new errors/* ConfigError */.xL([
        {
            where: `Folder ${folder}`,
            found: present.isDirectory() ? 'A folder that is there already' : 'Something that is there already',
            allowed: 'A new folder, so that nothing in it is older than the model',
            remedy: 'Remove it, or name another one',
        },
    ]);
}


/***/ })

};
