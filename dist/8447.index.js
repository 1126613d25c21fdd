export const id = 8447;
export const ids = [8447];
export const modules = {

/***/ 33592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ defineInputs)
/* harmony export */ });
/* unused harmony export variableOf */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38961);

/**
 * Declares an action's inputs. Parsing is strict: a text outside what is allowed, a missing required input, an old
 * name and an `INPUT_*` that no input has are faults, because a misspelt threshold must not leave the default in force.
 */
function defineInputs(fields, options = {}) {
    const renamed = options.renamed ?? {};
    return {
        fields,
        renamed,
        secretsIn: (env) => Object.entries(fields)
            .filter(([, field]) => field.secret)
            .map(([name]) => textOf(env, name))
            .filter((text) => text !== ''),
        parse: (env) => {
            const faults = [...strangers(env, Object.keys(fields), renamed)];
            const values = {};
            for (const [name, field] of Object.entries(fields)) {
                const result = parseField(name, field, textOf(env, name));
                if ('fault' in result)
                    faults.push(result.fault);
                else
                    values[name] = result.value;
            }
            if (faults.length > 0)
                throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(faults);
            return values;
        },
    };
}
/** The variable the runner sets for an input: upper case, spaces as `_`, dashes kept. */
function variableOf(inputName) {
    return `INPUT_${inputName.replaceAll(' ', '_').toUpperCase()}`;
}
// The runner sets an empty text for an input that has no default and was not given.
function textOf(env, name) {
    return (env[variableOf(name)] ?? '').trim();
}
function parseField(name, field, given) {
    const text = given === '' ? (field.defaultText ?? '') : given;
    const where = `Input "${name}"`;
    if (text === '') {
        if (!field.isRequired)
            return { value: undefined };
        const remedy = `Give it under "with:" of the step: ${field.description}`;
        return { fault: { where, found: 'nothing given', allowed: `It must be ${field.allowed}`, remedy } };
    }
    const parsed = field.schema.safeParse(text);
    if (parsed.success)
        return { value: parsed.data };
    const found = field.secret ? 'got a secret that is not shown' : `got ${quoted(text)}`;
    const remedy = field.remedy(text) ?? 'Correct it under "with:" of the step.';
    return { fault: { where, found, allowed: `It must be ${field.allowed}`, remedy } };
}
function strangers(env, names, renamed) {
    const known = new Map(names.map((name) => [variableOf(name), name]));
    const old = new Map(Object.entries(renamed).map(([before, now]) => [variableOf(before), { before, now }]));
    const faults = [];
    for (const variable of Object.keys(env).toSorted()) {
        if (!/^INPUT_/i.test(variable) || known.has(variable.toUpperCase()))
            continue;
        const renaming = old.get(variable.toUpperCase());
        if (renaming !== undefined) {
            // Runners set declared inputs even when nobody gave them; a renamed one stays declared for its message.
            if ((env[variable] ?? '').trim() !== '')
                faults.push(renamedFault(renaming.before, renaming.now));
            continue;
        }
        const stranger = variable.slice('INPUT_'.length).toLowerCase();
        const near = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .nearestName */ .q)(stranger, names);
        faults.push({
            where: `Input ${quoted(stranger)}`,
            found: 'this action has no such input',
            allowed: `The inputs are ${names.join(', ')}`,
            remedy: near === null ? 'Remove it.' : `Did you mean "${near}"?`,
        });
    }
    return faults;
}
function renamedFault(before, now) {
    return {
        where: `Input "${before}"`,
        found: 'this name is no longer used',
        allowed: `Its name is now "${now}"`,
        remedy: `Rename "${before}" to "${now}" under "with:" of the step.`,
    };
}
const LONGEST_QUOTE = 120;
function quoted(text) {
    return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}


/***/ }),

/***/ 97207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ input)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67903);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);


const MAX_SAFE = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
// YAML 1.2 core schema; 1.1's yes, on and y are refused because a reader cannot tell them from text.
const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];
function optional(kind) {
    const spec = {
        description: kind.description,
        isRequired: false,
        defaultText: null,
        secret: kind.secret ?? false,
        allowed: kind.allowed,
        remedy: kind.remedy ?? (() => null),
        schema: kind.schema,
    };
    return {
        ...spec,
        required: () => ({ ...spec, isRequired: true, present: true }),
        default: (text) => {
            kind.schema.parse(text);
            return { ...spec, defaultText: text, present: true };
        },
    };
}
function numberKind(description, range, whole) {
    const pattern = whole ? /^-?(0|[1-9][0-9]*)$/ : /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
    const noun = whole ? 'a whole number' : 'a number';
    return optional({
        description,
        allowed: describeRange(noun, range),
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(pattern).transform(Number).pipe(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(range.min).max(range.max)),
        remedy: (text) => {
            if (/^-?[0-9]+,[0-9]+$/.test(text))
                return 'Use a dot as the decimal separator.';
            if (/%$/.test(text))
                return 'Write a share, such as 0.05 for 5 %.';
            return null;
        },
    });
}
function describeRange(noun, range) {
    if (range.max < MAX_SAFE.max)
        return `${noun} from ${range.min} to ${range.max}`;
    return range.min > MAX_SAFE.min ? `${noun} of ${range.min} or more` : noun;
}
const paths = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().refine((path) => !path.includes('\0') && !path.split(/[\\/]/).includes('..'));
/**
 * The kinds of input. Every kind takes the description that `action.yml` shows, word for word.
 * Texts arrive trimmed; an empty text is an absent input.
 */
const input = {
    /** Any text in one line. */
    text: (description) => optional({ description, allowed: 'a text in one line', schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[^\r\n\0]+$/) }),
    /** Text that is masked in the log before anything else happens, and never quoted in a message. */
    secret: (description) => optional({ description, allowed: 'a secret', secret: true, schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1) }),
    /** Decimal literal in a range, bounds included. No exponent, no sign `+`, no thousands separator. */
    number: (description, range) => numberKind(description, range, false),
    /** Whole decimal literal in a range, bounds included. */
    integer: (description, range = MAX_SAFE) => numberKind(description, range, true),
    /** A GitHub id (run, artifact, pull request): 1 or more. */
    id: (description) => numberKind(description, { min: 1, max: Number.MAX_SAFE_INTEGER }, true),
    /** `true` or `false` in the spellings of YAML 1.2. */
    boolean: (description) => optional({
        description,
        allowed: 'true or false',
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n([...TRUE, ...FALSE]).transform((text) => TRUE.includes(text)),
    }),
    /** One of a closed list of words. */
    oneOf: (description, choices) => optional({ description, allowed: `one of ${choices.join(', ')}`, schema: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(choices) }),
    /** `sha256:` and 64 lower-case hex digits. */
    digest: (description) => optional({
        description,
        allowed: '"sha256:" and 64 lower-case hex digits',
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().refine(_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc).transform(asDigest),
        remedy: (text) => (/^[0-9a-f]{64}$/.test(text) ? 'Put "sha256:" before it.' : null),
    }),
    /** A full commit SHA; short ones and branch names can move. */
    commit: (description) => optional({
        description,
        allowed: 'a full commit SHA of 40 lower-case hex digits',
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/),
    }),
    /** A path with no `..` in it. Relative ones start at the workspace. */
    path: (description) => optional({
        description,
        allowed: 'a path without ".."',
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
            .regex(/^[^\r\n]+$/)
            .pipe(paths),
    }),
    /** An address with `https:` or `http:`, without a user, a query or a fragment. */
    url: (description) => optional({
        description,
        allowed: 'an address such as https://npm.example.com, without a user, a query or a fragment',
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().refine(isPlainUrl),
    }),
    /** One text per line; empty lines are dropped, the order stays. */
    lines: (description) => optional({
        description,
        allowed: 'one value per line',
        schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().transform((text) => text
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== '')),
    }),
};
function isPlainUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !['https:', 'http:'].includes(url.protocol))
        return false;
    return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}
function asDigest(text) {
    if (!(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(text))
        throw new TypeError('refined before');
    return text;
}


/***/ }),

/***/ 7056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
;// CONCATENATED MODULE: ./build/packages/action-kit/src/action-context.js



const action_context_text = schemas/* string */.YjP().min(1);
const id = schemas/* string */.YjP()
    .regex(/^[1-9][0-9]{0,15}$/)
    .transform(Number);
const variables = schemas/* object */.Ikc({
    GITHUB_REPOSITORY: schemas/* string */.YjP().regex(/^[^/\s]+\/[^/\s]+$/),
    GITHUB_SHA: schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/),
    GITHUB_REF: action_context_text,
    GITHUB_EVENT_NAME: action_context_text,
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: id.default(1),
    GITHUB_WORKFLOW: schemas/* string */.YjP().default(''),
    GITHUB_JOB: schemas/* string */.YjP().default(''),
    GITHUB_ACTOR: action_context_text,
    GITHUB_ACTOR_ID: id.optional(),
    GITHUB_SERVER_URL: schemas/* url */.OZ5(),
    GITHUB_API_URL: schemas/* url */.OZ5(),
    GITHUB_WORKSPACE: action_context_text,
    RUNNER_TEMP: action_context_text,
    GITHUB_EVENT_PATH: action_context_text,
});
/**
 * Reads the context from the runner's variables.
 *
 * @throws {ConfigError} naming every variable that is missing or malformed: the action was not started by a runner.
 */
function readActionContext(env) {
    const parsed = variables.safeParse(env);
    if (!parsed.success) {
        throw new errors/* ConfigError */.xL(parsed.error.issues.map((issue) => variableFault(env, String(issue.path[0]))));
    }
    const v = parsed.data;
    const [owner = '', name = ''] = v.GITHUB_REPOSITORY.split('/');
    return {
        repository: { owner, name },
        sha: v.GITHUB_SHA,
        ref: v.GITHUB_REF,
        eventName: v.GITHUB_EVENT_NAME,
        runId: v.GITHUB_RUN_ID,
        runAttempt: v.GITHUB_RUN_ATTEMPT,
        workflow: v.GITHUB_WORKFLOW,
        job: v.GITHUB_JOB,
        actor: v.GITHUB_ACTOR,
        actorId: v.GITHUB_ACTOR_ID ?? null,
        serverUrl: v.GITHUB_SERVER_URL,
        apiUrl: v.GITHUB_API_URL,
        workspace: v.GITHUB_WORKSPACE,
        temp: v.RUNNER_TEMP,
        runUrl: `${v.GITHUB_SERVER_URL}/${owner}/${name}/actions/runs/${v.GITHUB_RUN_ID}`,
        readEvent: () => readEventFile(v.GITHUB_EVENT_PATH),
    };
}
async function readEventFile(path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    }
    catch (cause) {
        throw new errors/* ConfigError */.xL([
            {
                where: 'Environment variable GITHUB_EVENT_PATH',
                found: `got ${JSON.stringify(path)}, which is no readable JSON file`,
                allowed: 'The runner of GitHub Actions writes the event there before the first step',
                remedy: 'Run this action as a step of a workflow, and let no earlier step change that file.',
            },
        ], { cause });
    }
}
function variableFault(env, variable) {
    const value = env[variable];
    return {
        where: `Environment variable ${variable}`,
        found: value === undefined || value === '' ? 'not set' : `got ${JSON.stringify(value)}`,
        allowed: 'The runner of GitHub Actions sets it for every step',
        remedy: 'Run this action as a step of a workflow.',
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/packages/action-kit/src/log-text.js
/**
 * Makes text safe to print in a job log: the runner takes a line that begins with `::`, or holds `##[`, for a command
 * (set an output, add a path, stop masking). Such marks get a backslash; carriage returns, which the runner reads as
 * line ends, become line ends; terminal escapes and other control characters are removed. Tabs and line ends stay.
 */
function toLogText(text) {
    return stripControls(text)
        .split('\n')
        .map((line) => line.replace(/^(\s*)::/, '$1\\::').replaceAll('##[', '#\\#['))
        .join('\n');
}
/** As {@link toLogText}, in one line of at most `length` characters. */
function toLogLine(text, length = 1000) {
    const line = toLogText(text)
        .replaceAll(/\s*\n\s*/g, ' ')
        .trim();
    return line.length > length ? `${line.slice(0, length)}…` : line;
}
function stripControls(text) {
    return text
        .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
        .replaceAll(TERMINAL_SEQUENCES, '')
        .replaceAll(INVISIBLE, '');
}
// A control character followed by a CSI or OSC body: colours, cursor moves, window titles, links.
const TERMINAL_SEQUENCES = /(?![\n\t])\p{Cc}(?:\[[0-?]*[ -/]*[@-~]|\][^\p{Cc}]*)/gu;
const INVISIBLE = /(?![\n\t])(?:\p{Cc}|\p{Bidi_Control}|[\u200b\ufeff])/gu;

;// CONCATENATED MODULE: ./build/packages/action-kit/src/secrets.js
const SHORTEST_LINE = 6;
/**
 * Every text that must not be seen for one secret: the whole, each of its lines long enough to give something away
 * (a PEM key is printed line by line), and its JSON spelling.
 */
function maskedForms(secret) {
    const lines = secret
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line.length >= SHORTEST_LINE && !line.startsWith('-----'));
    return [...new Set([secret, JSON.stringify(secret).slice(1, -1), ...lines])];
}
/** Replaces every form of every secret with `***`; the longest first, so that no rest of one remains. */
function maskSecrets(text, secrets) {
    const forms = secrets.flatMap(maskedForms).toSorted((a, b) => b.length - a.length);
    return forms.reduce((masked, form) => masked.replaceAll(form, '***'), text);
}

;// CONCATENATED MODULE: ./build/packages/action-kit/src/action-log.js



/** The log over the toolkit; `secrets` are the texts to mask, read at every call. */
function createActionLog(toolkit, secrets) {
    const text = (raw) => toLogText(maskSecrets(raw, secrets));
    const line = (raw) => toLogLine(maskSecrets(raw, secrets));
    async function group(title, body) {
        toolkit.startGroup(line(title));
        try {
            return await body();
        }
        finally {
            toolkit.endGroup();
        }
    }
    return {
        info: (raw) => toolkit.info(text(raw)),
        debug: (raw) => toolkit.debug(text(raw)),
        warning: (raw) => toolkit.warning(text(raw)),
        notice: (raw) => toolkit.notice(text(raw)),
        group,
        untrusted: (title, body) => group(title, async () => {
            // A program that could guess the token could end the stop; a random one it cannot.
            const token = (0,external_node_crypto_.randomUUID)();
            toolkit.info(`::stop-commands::${token}`);
            try {
                return await body((raw) => toolkit.info(text(raw)));
            }
            finally {
                toolkit.info(`::${token}::`);
            }
        }),
    };
}

;// CONCATENATED MODULE: ./build/packages/action-kit/src/action-result.js
/** Exit code of the step: only `pass` and `done` let the job go on. */
function exitCodeOf(outcome) {
    return outcome === 'pass' || outcome === 'done' ? 0 : 1;
}

;// CONCATENATED MODULE: ./build/packages/action-kit/src/error-report.js

/** Describes anything that can be thrown, also what is no Error and what lies about itself. */
function describeError(error) {
    const details = stacksOf(error);
    if (error instanceof errors/* ConfigError */.xL) {
        return { messages: error.faults.map(errors/* formatFault */.A), reasonCode: error.reasonCode ?? null, details };
    }
    if (error instanceof errors/* ActionError */.lZ) {
        const reason = error.reasonCode === undefined ? '' : `[${error.reasonCode}] `;
        return { messages: [`${reason}${(0,errors/* formatFault */.A)(error.fault)}`], reasonCode: error.reasonCode ?? null, details };
    }
    const found = `an unexpected error, ${JSON.stringify(messageOf(error))}`;
    const fault = {
        where: 'Gatehouse',
        found,
        allowed: 'Nothing was decided or published by this step',
        remedy: 'Run the job again with debug logging and report the log as an issue.',
    };
    return { messages: [(0,errors/* formatFault */.A)(fault)], reasonCode: null, details };
}
function messageOf(error) {
    try {
        return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
    catch {
        return 'a value that cannot be shown';
    }
}
const DEEPEST_CAUSE = 5;
function stacksOf(error) {
    const stacks = [];
    let current = error;
    for (let depth = 0; depth < DEEPEST_CAUSE && current instanceof Error; depth += 1) {
        stacks.push(current.stack ?? messageOf(current));
        current = current.cause;
    }
    return stacks.join('\ncaused by ');
}

;// CONCATENATED MODULE: ./build/packages/action-kit/src/process-host.js
/** The real process. */
const processHost = {
    setExitCode: (code) => {
        process.exitCode = code;
    },
    strayError: () => new Promise((_, reject) => {
        process.once('unhandledRejection', reject);
        process.once('uncaughtException', reject);
        process.once('beforeExit', () => reject(new Error('the run stopped without a result')));
    }),
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    // Waiting for idle keep-alive sockets would cost seconds; pipes are flushed by the empty write.
    exit: (code) => {
        process.exitCode = code;
        process.stdout.write('', () => process.exit());
    },
};

;// CONCATENATED MODULE: ./build/packages/action-kit/src/step-summary.js
// GitHub drops a step's summary above 1 MiB; room is left for the note.
const MAX_BYTES = 1024 * 1024 - 1024;
/** Markdown cut at a line so that GitHub shows it, with a note that it was cut. */
function toSummary(markdown) {
    const bytes = Buffer.from(markdown, 'utf8');
    if (bytes.length <= MAX_BYTES)
        return markdown;
    const cut = bytes.lastIndexOf('\n', MAX_BYTES);
    const kept = bytes.subarray(0, Math.max(cut, 0)).toString('utf8');
    return `${kept}\n\n_The summary was cut at 1 MiB; the decision itself is complete in the outputs._\n`;
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
;// CONCATENATED MODULE: ./build/packages/action-kit/src/toolkit.js

/** The real toolkit, writing to standard output and to the files the runner named. */
const actionsToolkit = {
    setSecret: (secret) => core/* setSecret */.Pq(secret),
    setOutput: (name, value) => core/* setOutput */.uH(name, value),
    info: (text) => core/* info */.pq(text),
    debug: (text) => core/* debug */.Yz(text),
    notice: (text) => core/* notice */.lm(text),
    warning: (text) => core/* warning */.$e(text),
    error: (text, title) => core/* error */.z3(text, { title }),
    startGroup: (title) => core/* startGroup */.Oh(title),
    endGroup: () => core/* endGroup */.N4(),
    writeSummary: async (markdown) => {
        await core/* summary */.z.addRaw(markdown, true).write();
    },
    idToken: (audience) => core/* getIDToken */.V9(audience),
};

;// CONCATENATED MODULE: ./build/packages/action-kit/src/run-action.js









/**
 * Runs an action to its end and ends the process. Inputs are read once and checked before any other work; outputs are
 * written only from a finished result; everything thrown, rejected or forgotten ends as outcome `error`, exit code 1.
 * A run whose promise never settles also exits 1, because the code is set before the run starts.
 */
async function runAction(action, host = { env: process.env, toolkit: actionsToolkit, process: processHost }) {
    host.process.setExitCode(1);
    const secrets = action.inputs.secretsIn(host.env);
    for (const form of secrets.flatMap(maskedForms))
        host.toolkit.setSecret(form);
    const { name, reasonOfErrors = null } = action;
    const report = new StepReport({ name, outputs: Object.keys(action.outputs), reasonOfErrors, secrets, host });
    // Whichever comes first ends the step: the run, an error nobody awaited, or an event loop with nothing left to do.
    const stray = host.process.strayError();
    try {
        const result = await Promise.race([runOnce(action, secrets, host), stray]);
        await host.process.settle();
        await Promise.race([report.finish(result), stray]);
    }
    catch (error) {
        await report.fail(error);
    }
}
async function runOnce(action, secrets, host) {
    const inputs = action.inputs.parse(host.env);
    const ports = {
        context: readActionContext(host.env),
        log: createActionLog(host.toolkit, secrets),
        env: host.env,
        idToken: (audience) => host.toolkit.idToken(audience),
    };
    return action.run(inputs, ports);
}
const MAX_ANNOTATIONS = 9;
// GitHub refuses more than 1 MB of outputs for a job.
const MAX_OUTPUT_CHARACTERS = 400_000;
class StepReport {
    step;
    constructor(step) {
        this.step = step;
    }
    async finish(result) {
        const outputs = checkedOutputs(result, this.step.outputs);
        const { toolkit, process } = this.step.host;
        await this.summary(result.summary ?? `### ${this.step.name}\n\n${result.outcome}\n`);
        for (const [name, value] of outputs)
            toolkit.setOutput(name, value);
        const title = this.line(result.title ?? result.outcome);
        if (exitCodeOf(result.outcome) === 0)
            toolkit.info(title);
        else
            toolkit.error(title, `${this.step.name}: ${result.outcome}`);
        process.exit(exitCodeOf(result.outcome));
    }
    async fail(error) {
        const { messages, details, ...described } = describeError(error);
        const reasonCode = described.reasonCode ?? this.step.reasonOfErrors;
        const { toolkit, process } = this.step.host;
        const lines = messages.map((message) => this.line(message));
        for (const line of lines.slice(0, MAX_ANNOTATIONS))
            toolkit.error(line, `${this.step.name}: error`);
        for (const line of lines.slice(MAX_ANNOTATIONS))
            toolkit.info(line);
        createActionLog(toolkit, this.step.secrets).debug(details);
        if (this.step.outputs.includes('outcome'))
            toolkit.setOutput('outcome', 'error');
        if (reasonCode !== null && this.step.outputs.includes('reason-code'))
            toolkit.setOutput('reason-code', reasonCode);
        const fenced = lines.join('\n').replaceAll('```', "'''");
        await this.summary(`### ${this.step.name}: error\n\n\`\`\`text\n${fenced}\n\`\`\`\n`).catch((reason) => {
            toolkit.info(this.line(`The job summary could not be written: ${String(reason)}`));
        });
        process.exit(1);
    }
    async summary(markdown) {
        await this.step.host.toolkit.writeSummary(toSummary(maskSecrets(markdown, this.step.secrets)));
    }
    line(text) {
        return toLogLine(maskSecrets(text, this.step.secrets), 4000);
    }
}
function checkedOutputs(result, declared) {
    const outputs = Object.entries(result.outputs).flatMap(([name, value]) => value === undefined ? [] : [[name, value]]);
    const undeclared = outputs.find(([name]) => !declared.includes(name));
    if (undeclared !== undefined)
        throw new TypeError(`output "${undeclared[0]}" is not declared`);
    const length = outputs.reduce((sum, [, value]) => sum + value.length, 0);
    if (length > MAX_OUTPUT_CHARACTERS)
        throw new RangeError(`the outputs have ${length} characters`);
    if (declared.includes('outcome') && result.outputs['outcome'] === undefined)
        outputs.push(['outcome', result.outcome]);
    return outputs;
}


/***/ }),

/***/ 67903:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** True when `value` is a well-formed {@link Digest}. Upper-case hex and other algorithms are refused. */
function isDigest(value) {
    return typeof value === 'string' && DIGEST.test(value);
}
/** SHA-256 of bytes, or of a string's UTF-8 encoding. */
function sha256(content) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', content, 'hex')}`;
}
/** The bare hex of a digest, as OMS and in-toto digest sets write it. */
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}


/***/ }),

/***/ 53732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ formatFault),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   xL: () => (/* binding */ ConfigError)
/* harmony export */ });
/** One line per fault: `where: found. allowed. remedy`; an allowed value that is no sentence is led by "Allowed:". */
function formatFault(fault) {
    const allowed = /^[A-Z]/.test(fault.allowed) ? fault.allowed : `Allowed: ${fault.allowed}`;
    return `${fault.where}: ${sentence(fault.found)} ${sentence(allowed)} ${sentence(fault.remedy)}`;
}
function sentence(text) {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
/** A mistake that the caller can fix: an input, the configuration, the data. Carries every fault found, not the first. */
class ConfigError extends Error {
    code = 'config';
    faults;
    /** Which kind of file has the faults, where it is another one than `gatehouse.yml`. */
    reasonCode;
    constructor(faults, options) {
        super(faults.map(formatFault).join('\n'), options);
        this.name = 'ConfigError';
        this.faults = faults;
        this.reasonCode = options?.reasonCode;
    }
}
/** A failure that is not the caller's configuration. `reasonCode` names the rule when one refused the work. */
class ActionError extends Error {
    code;
    fault;
    reasonCode;
    constructor(code, fault, options) {
        super(formatFault(fault), options);
        this.name = 'ActionError';
        this.code = code;
        this.fault = fault;
        this.reasonCode = options?.reasonCode;
    }
}


/***/ }),

/***/ 38961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ nearestName)
/* harmony export */ });
/**
 * The known name that a misspelt one most likely meant: the smallest edit distance (insert, delete, replace, swap of
 * neighbours), at most a third of the longer name's length. `null` when none is near enough; ties go to the first.
 * Case, `-` and `_` do not count, so `Max_PSI` finds `max-psi`.
 */
function nearestName(name, known) {
    const wanted = fold(name);
    let best = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const candidate of known) {
        const folded = fold(candidate);
        const allowed = Math.floor(Math.max(wanted.length, folded.length) / 3);
        if (Math.abs(wanted.length - folded.length) > allowed)
            continue;
        const distance = editDistance(wanted, folded);
        if (distance <= allowed && distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
const LONGEST = 80;
function fold(name) {
    return name.slice(0, LONGEST).toLowerCase().replaceAll('_', '-');
}
/** Optimal string alignment distance. */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= b.length; column += 1) {
            const same = a[row - 1] === b[column - 1];
            const replace = at(last, column - 1) + (same ? 0 : 1);
            const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
            const swap = swapped ? at(beforeLast, column - 2) + 1 : replace;
            current.push(Math.min(replace, swap, at(last, column) + 1, at(current, column - 1) + 1));
        }
        beforeLast = last;
        last = current;
    }
    return at(last, b.length);
}
function at(row, column) {
    return row[column] ?? Number.POSITIVE_INFINITY;
}


/***/ })

};
