export const id = 899;
export const ids = [899];
export const modules = {

/***/ 14752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ canonicalJson)
/* harmony export */ });
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98799);

/** Deeper values than this are refused: nothing of ours nests so far, and a hostile document may. */
const MAX_DEPTH = 200;
/**
 * RFC 8785 canonical JSON: equal values give equal text, whatever the order of keys.
 *
 * Unlike `JSON.stringify` it never drops or replaces anything, since a digest over a silently changed value would bind
 * something else: `undefined`, functions, symbols, big integers, NaN, infinities, dates and other class instances,
 * array holes, lone surrogates, cycles and more than 200 levels are refused.
 *
 * @throws TypeError naming the place of the first value that JSON cannot hold.
 */
function canonicalJson(value) {
    refuseNonJson(value, { path: '$', depth: 0, above: new Set() });
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError('$ has no JSON representation');
    return text;
}
function refuseNonJson(value, place) {
    if (value === null || typeof value === 'boolean')
        return;
    if (typeof value === 'string') {
        if (!value.isWellFormed())
            throw new TypeError(`${place.path} is text with a lone surrogate, which JSON cannot hold`);
        return;
    }
    if (typeof value === 'number') {
        if (!Number.isFinite(value))
            throw new TypeError(`${place.path} is ${value}, which JSON cannot hold`);
        return;
    }
    if (typeof value !== 'object')
        throw new TypeError(`${place.path} is ${typeof value}, which JSON cannot hold`);
    if (place.above.has(value))
        throw new TypeError(`${place.path} refers back to a value that contains it`);
    if (place.depth >= MAX_DEPTH)
        throw new TypeError(`${place.path} is nested more than ${MAX_DEPTH} levels deep`);
    place.above.add(value);
    if (Array.isArray(value))
        refuseInArray(value, place);
    else
        refuseInObject(value, place);
    place.above.delete(value);
}
function refuseInArray(list, place) {
    for (let index = 0; index < list.length; index++) {
        refuseNonJson(list[index], { ...place, path: `${place.path}[${index}]`, depth: place.depth + 1 });
    }
}
function refuseInObject(value, place) {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
        throw new TypeError(`${place.path} is not a plain object: convert it to JSON values first`);
    }
    if (Object.getOwnPropertySymbols(value).length > 0)
        throw new TypeError(`${place.path} has a symbol as a key`);
    for (const [key, member] of Object.entries(value)) {
        if (!key.isWellFormed())
            throw new TypeError(`${place.path} has a key with a lone surrogate`);
        refuseNonJson(member, { ...place, path: `${place.path}.${key}`, depth: place.depth + 1 });
    }
}


/***/ }),

/***/ 92400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ compareCodePoints)
/* harmony export */ });
/**
 * Compares by Unicode code point, as OMS sorts resources. The built-in order compares UTF-16 units and puts characters
 * beyond U+FFFF before U+E000 to U+FFFF.
 */
function compareCodePoints(a, b) {
    const left = a[Symbol.iterator]();
    const right = b[Symbol.iterator]();
    for (;;) {
        const x = left.next();
        const y = right.next();
        if (x.done === true || y.done === true)
            return Number(y.done === true) - Number(x.done === true);
        const difference = (x.value.codePointAt(0) ?? 0) - (y.value.codePointAt(0) ?? 0);
        if (difference !== 0)
            return difference;
    }
}


/***/ }),

/***/ 59061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
;// CONCATENATED MODULE: ./build/packages/core/src/config/cross-checks.js
/** Rules between the fields of one model. Paths begin at the model. */
function checkModel(model) {
    return [
        ...checkApprovals(model),
        ...checkData(model),
        ...checkColumns(model),
        ...checkGates(model),
        ...checkStages(model),
    ];
}
/** Rules about the keys that may sign. Paths begin at the top. */
function checkTrust(trust) {
    const faults = repeated(trust.keys.map((key) => key.id)).map((index) => ({
        path: ['trust', 'keys', index, 'id'],
        found: `got the id ${JSON.stringify(trust.keys[index]?.id)} a second time`,
        allowed: 'Every key must have its own id',
        remedy: 'Rename one of the two.',
    }));
    if (trust.keys.every((key) => key.revoked)) {
        faults.push({
            path: ['trust', 'keys'],
            found: 'got only revoked keys',
            allowed: 'At least one key must be valid',
            remedy: 'Add the key that signs now.',
        });
    }
    return faults;
}
function checkApprovals({ approvals, tier }) {
    if (approvals === undefined)
        return [];
    const roles = Object.keys(approvals.roles);
    const allowed = roles.length === 0 ? 'No role is defined' : `The roles are ${roles.join(', ')}`;
    const unknown = (path, role) => roles.includes(role)
        ? []
        : [{ path, found: `got the unknown role "${role}"`, allowed, remedy: `Define "${role}" under approvals.roles.` }];
    const faults = Object.entries(approvals.tiers).flatMap(([name, needed]) => (needed ?? []).flatMap((role, index) => unknown(['approvals', 'tiers', name, index], role)));
    faults.push(...unknown(['approvals', 'policy-role'], approvals['policy-role']));
    if (tier !== undefined && approvals.tiers[tier] === undefined) {
        faults.push({
            path: ['approvals', 'tiers'],
            found: `got no roles for the tier "${tier}" of this model`,
            allowed: 'The tier of the model must name the roles that approve it',
            remedy: `Add "${tier}" with at least one role.`,
        });
    }
    return faults;
}
function checkData({ data }) {
    if (data === undefined)
        return [];
    const withRole = (role) => Object.entries(data).flatMap(([name, dataset]) => (dataset.roles.includes(role) ? [name] : []));
    const faults = ['evaluation', 'labels']
        .filter((role) => withRole(role).length !== 1)
        .map((role) => ({
        path: ['data'],
        found: `got ${withRole(role).length} datasets with the role "${role}"${named(withRole(role))}`,
        allowed: `Exactly one dataset must have the role "${role}"`,
        remedy: withRole(role).length === 0 ? `Add "${role}" to the roles of one.` : 'Take the role away from the others.',
    }));
    if (withRole('training').length === 0) {
        faults.push({
            path: ['data'],
            found: 'got no dataset with the role "training"',
            allowed: 'At least one dataset must have the role "training"',
            remedy: 'Add "training" to the roles of the data that the training command reads.',
        });
    }
    for (const [name, { roles, split }] of Object.entries(data)) {
        if (roles.includes('training') && roles.includes('evaluation') && split === undefined) {
            faults.push({
                path: ['data', name],
                found: 'got the roles "training" and "evaluation" without "split"',
                allowed: 'A dataset for both must say which rows are held out',
                remedy: 'Add "split" with column, salt, parts and evaluation.',
            });
        }
        for (const index of repeated(roles)) {
            faults.push(duplicate(['data', name, 'roles', index], roles[index] ?? ''));
        }
    }
    return faults;
}
function named(names) {
    return names.length === 0 ? '' : ` (${names.join(', ')})`;
}
function checkColumns({ columns }) {
    if (columns === undefined)
        return [];
    const faults = [];
    const single = [
        [['columns', 'id'], columns.id],
        [['columns', 'label', 'column'], columns.label.column],
        [['columns', 'score'], columns.score],
        [['columns', 'prediction'], columns.prediction],
        ...columns.protected.map((name, index) => [['columns', 'protected', index], name]),
    ];
    for (const index of repeated(single.map(([, name]) => name))) {
        const [path, name] = single[index] ?? [['columns'], ''];
        faults.push({
            path,
            found: `got the column "${name}", which has another part already`,
            allowed: 'The id, the label, the score, the prediction and the protected columns must be different columns',
            remedy: 'Name another column.',
        });
    }
    for (const index of repeated(columns.control))
        faults.push(duplicate(['columns', 'control', index], columns.control[index] ?? ''));
    if (columns.label.positive === columns.label.negative) {
        faults.push({
            path: ['columns', 'label', 'negative'],
            found: `got "${columns.label.negative}" for the positive and for the negative label`,
            allowed: 'The two labels must differ',
            remedy: 'Write the two values as they stand in the data.',
        });
    }
    return faults;
}
function checkGates({ gates, columns }) {
    if (gates === undefined)
        return [];
    const faults = [];
    if (gates.performance === undefined && gates.fairness === undefined) {
        faults.push({
            path: ['gates'],
            found: 'got no gate',
            allowed: 'At least one gate must judge the model',
            remedy: 'Add "performance", and "fairness" where people are concerned.',
        });
    }
    if (gates.performance === undefined && gates.fairness !== undefined) {
        faults.push({
            path: ['gates', 'fairness'],
            found: 'got "fairness" without "performance"',
            allowed: 'Predictions that are worth nothing differ little between groups, so both gates must judge the model',
            remedy: 'Add "performance" with at least one metric.',
        });
    }
    const sensitive = gates.fairness?.sensitive ?? [];
    for (const index of repeated(sensitive)) {
        faults.push(duplicate(['gates', 'fairness', 'sensitive', index], sensitive[index] ?? ''));
    }
    for (const [index, column] of sensitive.entries()) {
        if (columns === undefined || columns.protected.includes(column))
            continue;
        faults.push({
            path: ['gates', 'fairness', 'sensitive', index],
            found: `got "${column}", which is not a protected column`,
            allowed: columns.protected.length === 0
                ? 'No column is protected'
                : `The protected columns are ${columns.protected.join(', ')}`,
            remedy: `Add "${column}" to columns.protected, so that the model's commands never see it.`,
        });
    }
    return faults;
}
function checkStages({ stages = [] }) {
    return repeated(stages).map((index) => duplicate(['stages', index], stages[index] ?? ''));
}
function duplicate(path, value) {
    return {
        path,
        found: `got "${value}" a second time`,
        allowed: 'Each may be named once',
        remedy: 'Remove one of the two.',
    };
}
/** Positions of the values that stood earlier in the list already. */
function repeated(values) {
    return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
;// CONCATENATED MODULE: ./build/packages/core/src/config/schema.js

/**
 * The shape of `gatehouse.yml`, version 1. Keys are kebab-case in YAML and stay so in TypeScript: one word, one place.
 * The published JSON Schema is generated from this source.
 */
const schema_text = schemas/* string */.YjP().min(1);
const relativePath = schema_text.refine((path) => !path.startsWith('/') && !path.split('/').includes('..'), {
    message: 'must be a path inside the repository, with "/" between its parts',
});
const command = schemas/* array */.YOg(schema_text).min(1).describe('Program and arguments; no shell is involved.');
const digest = schemas/* string */.YjP()
    .regex(/^sha256:[0-9a-f]{64}$/, { message: 'must be "sha256:" and 64 lower-case hex digits' })
    .transform((value) => value);
const share = schemas/* number */.aig().min(0).max(1);
const schema_name = schemas/* string */.YjP().regex(/^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/, {
    message: 'must be 1 to 64 lower-case letters, digits, "-" or "_", beginning and ending with a letter or digit',
});
const trustKey = schemas/* strictObject */.rej({
    id: schema_name.describe('Name of the key, quoted in messages.'),
    file: relativePath.describe('PEM file of the P-256 public key, in the repository.'),
    revoked: schemas/* boolean */.zMY().default(false).describe('A revoked key verifies nothing that was not anchored before.'),
});
const split = schemas/* strictObject */.rej({
    column: schema_text.describe('The id column whose hash decides.'),
    salt: schema_text.describe('Prepended to the id before hashing, so that the halves of two models differ.'),
    parts: schemas/* int */.Whr().min(2).max(100).describe('Number of parts.'),
    evaluation: schemas/* array */.YOg(schemas/* int */.Whr().min(0)).min(1).describe('The parts that are held out for evaluation.'),
})
    .refine((s) => s.evaluation.every((part) => part < s.parts) && new Set(s.evaluation).size < s.parts, {
    message: 'every evaluation part must be below "parts", and at least one part must be left for training',
});
const dataset = schemas/* strictObject */.rej({
    path: relativePath.describe('Where the file is in the repository.'),
    digest: digest.describe('SHA-256 of the whole file.'),
    licence: schema_text.optional(),
    roles: schemas/* array */.YOg(schemas/* enum */.k5n(['training', 'evaluation', 'labels'])).min(1),
    split: split.optional(),
});
const columns = schemas/* strictObject */.rej({
    id: schema_text,
    label: schemas/* strictObject */.rej({ column: schema_text, positive: schema_text, negative: schema_text }),
    score: schema_text.default('score').describe('Column of the predictions: the probability of the positive label.'),
    prediction: schema_text.default('prediction').describe('Column of the predictions: the predicted label.'),
    protected: schemas/* array */.YOg(schema_text).default([]),
    control: schemas/* array */.YOg(schema_text).default([]),
});
const performanceMetric = schemas/* strictObject */.rej({
    floor: share.optional().describe('The lower confidence bound must not be below this.'),
    margin: share.gt(0).describe('Non-inferiority margin against the champion, absolute.'),
});
const gates = schemas/* strictObject */.rej({
    performance: schemas/* strictObject */.rej({
        confidence: schemas/* number */.aig().gt(0.5).lt(1).default(0.95),
        metrics: schemas/* strictObject */.rej({ accuracy: performanceMetric.optional(), auc: performanceMetric.optional() }),
        'trivial-baseline': schemas/* enum */.k5n(['majority-class', 'none']).default('majority-class'),
    })
        .refine((g) => g.metrics.accuracy !== undefined || g.metrics.auc !== undefined, {
        message: 'must name at least one of the metrics accuracy, auc',
    })
        .optional(),
    fairness: schemas/* strictObject */.rej({
        confidence: schemas/* number */.aig().gt(0.5).lt(1).default(0.95),
        sensitive: schemas/* array */.YOg(schema_text).min(1).describe('Protected columns whose groups are compared.'),
        'minimum-group-size': schemas/* int */.Whr().min(1).default(30),
        measures: schemas/* strictObject */.rej({
            'selection-rate-difference': schemas/* strictObject */.rej({ limit: share }).optional(),
            'false-positive-rate-difference': schemas/* strictObject */.rej({ limit: share }).optional(),
            'false-negative-rate-difference': schemas/* strictObject */.rej({ limit: share }).optional(),
        })
            .refine((m) => Object.values(m).some((v) => v !== undefined), { message: 'must name at least one measure' }),
    })
        .optional(),
});
const role = schemas/* strictObject */.rej({ users: schemas/* array */.YOg(schema_text).default([]), teams: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[^/]+\/[^/]+$/)).default([]) })
    .refine((r) => r.users.length + r.teams.length > 0, { message: 'must name at least one user or team' });
const approvals = schemas/* strictObject */.rej({
    roles: schemas/* record */.g1P(schema_name, role),
    tiers: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(['high', 'limited', 'minimal']), schemas/* array */.YOg(schema_name).min(1)),
    'policy-role': schema_name.describe('The role that must also approve a change of gatehouse.yml, governance/ or workflows.'),
});
/** One model; its sections are also read one by one, so that faults of one section do not hide those of another. */
const modelSchema = schemas/* strictObject */.rej({
    task: schemas/* enum */.k5n(['binary-classification']),
    tier: schemas/* enum */.k5n(['high', 'limited', 'minimal']),
    paths: schemas/* array */.YOg(schema_text).min(1).default(['**']).describe('Globs of the files that make a change affect this model.'),
    train: schemas/* strictObject */.rej({
        command,
        output: relativePath.default('model').describe('Folder that the command fills with the model files.'),
        'timeout-minutes': schemas/* number */.aig().gt(0).max(7200).default(360),
    }),
    evaluate: schemas/* strictObject */.rej({
        command,
        files: schemas/* array */.YOg(schema_text).min(1).describe('Globs of the code that the command needs; nothing else is laid out for it.'),
        code: schemas/* enum */.k5n(['base', 'candidate'])
            .default('base')
            .describe('Whose code runs: the base branch or the pull request.'),
        'timeout-minutes': schemas/* number */.aig().gt(0).max(1440).default(30),
    }),
    data: schemas/* record */.g1P(schema_name, dataset),
    columns,
    gates,
    approvals,
    stages: schemas/* array */.YOg(schema_name).default([]),
    deploy: schemas/* record */.g1P(schema_name, schemas/* strictObject */.rej({ command, 'timeout-minutes': schemas/* number */.aig().gt(0).max(1440).default(15) }))
        .default({}),
});
const configSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1),
    trust: schemas/* strictObject */.rej({ keys: schemas/* array */.YOg(trustKey).min(1) }),
    models: schemas/* record */.g1P(schema_name, modelSchema)
        .refine((m) => Object.keys(m).length > 0, { message: 'must name at least one model' }),
});

;// CONCATENATED MODULE: ./build/packages/core/src/config/json-schema.js


/** JSON Schema (draft 2020-12) of `gatehouse.yml`, for editors; rules between fields are checked by `parseConfig` only. */
function configJsonSchema() {
    const { $schema, ...rest } = json_schema_processors/* toJSONSchema */.bl(configSchema, { io: 'input' });
    return { $schema, title: 'gatehouse.yml', ...rest };
}
/** The schema of the value at `path`, or `null` where the schema knows no such place. */
function schemaAt(root, path) {
    let schema = root;
    for (const step of path) {
        if (schema === undefined)
            return null;
        const extra = schema.additionalProperties;
        if (typeof step === 'number')
            schema = schema.items;
        else
            schema = schema.properties?.[step] ?? (typeof extra === 'object' ? extra : undefined);
    }
    return schema ?? null;
}
/** What a schema allows, as it follows "It must be". */
function describeAllowed(schema) {
    if (schema.const !== undefined)
        return JSON.stringify(schema.const);
    if (schema.enum !== undefined)
        return `one of ${schema.enum.join(', ')}`;
    if (schema.type === 'number' || schema.type === 'integer')
        return describeNumber(schema);
    if (schema.type === 'array') {
        return schema.items === undefined ? 'a list' : `a list; each item must be ${describeAllowed(schema.items)}`;
    }
    if (schema.type === 'boolean')
        return 'true or false';
    if (schema.type === 'string')
        return 'a text that is not empty';
    const keys = Object.keys(schema.properties ?? {});
    return keys.length === 0 ? 'a mapping' : `a mapping with the keys ${keys.join(', ')}`;
}
function describeNumber(schema) {
    const noun = schema.type === 'integer' ? 'a whole number' : 'a number';
    const low = Math.max(schema.minimum ?? Number.MIN_SAFE_INTEGER, schema.exclusiveMinimum ?? Number.MIN_SAFE_INTEGER);
    const high = Math.min(schema.maximum ?? Number.MAX_SAFE_INTEGER, schema.exclusiveMaximum ?? Number.MAX_SAFE_INTEGER);
    const bounds = [
        low === Number.MIN_SAFE_INTEGER ? [] : [`${low === schema.exclusiveMinimum ? 'above' : 'at least'} ${low}`],
        high === Number.MAX_SAFE_INTEGER ? [] : [`${high === schema.exclusiveMaximum ? 'below' : 'at most'} ${high}`],
    ].flat();
    return bounds.length === 0 ? noun : `${noun} ${bounds.join(' and ')}`;
}

// EXTERNAL MODULE: ./build/packages/core/src/nearest-name.js
var nearest_name = __webpack_require__(38961);
;// CONCATENATED MODULE: ./build/packages/core/src/config/schema-faults.js


/** One fault for each thing that the schema refuses, in the order of the file's sections. */
function schemaFaults(issues, source, root) {
    return issues.flatMap((issue) => {
        const path = dataPath(issue.path);
        if (issue.code === 'unrecognized_keys')
            return issue.keys.map((key) => unknownKey(source, root, [...path, key]));
        if (issue.code === 'invalid_key')
            return [invalidKey(issue, source)];
        if (isMissing(source.data, path))
            return [missing(source, root, path)];
        return [wrongValue(issue, source, root)];
    });
}
/** `models.fraud.data`, as the messages print a place. */
function printPath(path) {
    return path
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
        .join('');
}
function dataPath(path) {
    return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}
function isMissing(data, path) {
    let value = data;
    for (const step of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
            return true;
        value = Reflect.get(value, step);
    }
    return false;
}
function unknownKey(source, root, path) {
    const key = String(path.at(-1));
    const parent = schemaAt(root, path.slice(0, -1));
    const known = keysOf(parent);
    const near = (0,nearest_name/* nearestName */.q)(key, known);
    return {
        where: `${source.whereKey(path)} "${printPath(path)}"`,
        found: `got the unknown key ${JSON.stringify(key)}`,
        allowed: `The keys here are ${known.join(', ')}`,
        remedy: near === null ? remedyForStranger(key) : `Did you mean "${near}"?`,
    };
}
/** `{ limit: 0,10 }` is a limit of 0 and a key "10": removing the key would leave a number that nobody wrote. */
function remedyForStranger(key) {
    return /^[0-9]+$/.test(key) ? 'If it belongs to a number, use a dot as the decimal separator.' : 'Remove it.';
}
function keysOf(schema) {
    return schema?.properties === undefined
        ? (schema?.propertyNames?.enum ?? []).map(String)
        : Object.keys(schema.properties);
}
function invalidKey(issue, source) {
    const path = dataPath(issue.path);
    const key = String(path.at(-1));
    const rule = issue.issues[0]?.message ?? 'is not allowed';
    return {
        where: `${source.whereKey(path)} "${printPath(path)}"`,
        found: `got the name ${JSON.stringify(key)}`,
        allowed: `It ${rule}`,
        remedy: 'Rename it.',
    };
}
function missing(source, root, path) {
    const schema = schemaAt(root, path);
    const meaning = schema?.description === undefined ? '' : `: ${schema.description}`;
    return {
        where: `${source.where(path.slice(0, -1))} "${printPath(path)}"`,
        found: `got nothing, "${String(path.at(-1))}" is missing`,
        allowed: schema === null ? 'It is required' : `It must be ${describeAllowed(schema)}`,
        remedy: `Add "${String(path.at(-1))}"${meaning}`,
    };
}
function wrongValue(issue, source, root) {
    const path = dataPath(issue.path);
    const schema = schemaAt(root, path);
    const shown = source.shown(path);
    // A rule with its own words is more precise than the schema: patterns and rules between fields.
    const ownWords = issue.code === 'custom' || (issue.code === 'invalid_format' && issue.message.startsWith('must be'));
    const allowed = ownWords || schema === null ? `It ${issue.message}` : `It must be ${describeAllowed(schema)}`;
    return {
        where: `${source.where(path)} "${printPath(path)}"`,
        found: `got ${shown}`,
        allowed,
        remedy: remedyFor(issue, shown, schema),
    };
}
function remedyFor(issue, shown, schema) {
    const text = shown.replaceAll('"', '');
    if (/^[0-9a-f]{64}$/.test(text))
        return 'Put "sha256:" before it.';
    if (issue.code === 'invalid_type')
        return remedyForType(issue.expected, text);
    if (issue.code === 'invalid_value') {
        const near = (0,nearest_name/* nearestName */.q)(text, (schema?.enum ?? []).map(String));
        return near === null ? 'Write one of the allowed values.' : `Did you mean "${near}"?`;
    }
    if (issue.code === 'too_small' || issue.code === 'too_big')
        return 'Change it to an allowed value.';
    return 'Correct the value.';
}
function remedyForType(expected, text) {
    if (expected === 'number' || expected === 'int') {
        if (/^-?[0-9]+,[0-9]+$/.test(text))
            return 'Use a dot as the decimal separator.';
        if (/^-?[0-9.]+ ?%$/.test(text))
            return 'Write a share, such as 0.05 for 5 %.';
        if (/^-?[0-9]+(\.[0-9]+)?$/.test(text))
            return `Write ${text} without quotes, and without a fraction where a whole number is asked for.`;
        return 'Write a number such as 0.05.';
    }
    if (expected === 'string')
        return `Put quotes around it: "${text}"`;
    if (expected === 'boolean')
        return 'Write true or false; yes, no, on and off are plain text in YAML 1.2.';
    if (expected === 'array')
        return 'Write it as a list, one "- item" on each line.';
    return 'Indent its keys below it, one on each line.';
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/packages/core/src/config/yaml-style.js

const LONGEST_QUOTE = 80;
const DECIMAL = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
/** What YAML allows and a policy file must not use: a reviewer has to see every value where it is used. */
function styleFaults(document, at) {
    const faults = [];
    (0,dist/* visit */.YR)(document, {
        Node: (_, node) => {
            for (const fault of nodeFaults(node))
                faults.push({ where: at(node.range?.[0] ?? 0), ...fault });
        },
    });
    return faults;
}
/** True when the document repeats a part of itself by reference; such a document can be unfolded to any size. */
function holdsAlias(document) {
    let found = false;
    (0,dist/* visit */.YR)(document, {
        Alias: () => {
            found = true;
            return dist/* visit */.YR.BREAK;
        },
    });
    return found;
}
/** A text as messages quote it: in JSON notation, cut when it is long. */
function quoted(text) {
    return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}
function nodeFaults(node) {
    const faults = [];
    if ((0,dist/* isAlias */.Vj)(node)) {
        const found = `got the alias ${quoted(`*${node.source}`)}`;
        faults.push({ found, allowed: 'Aliases are not allowed', remedy: 'Write the value here.' });
    }
    else if ('anchor' in node && node.anchor !== undefined) {
        const found = `got the anchor ${quoted(`&${node.anchor}`)}`;
        faults.push({ found, allowed: 'Anchors are not allowed', remedy: 'Remove it.' });
    }
    if (node.tag !== undefined) {
        faults.push({ found: `got the tag ${quoted(node.tag)}`, allowed: 'Tags are not allowed', remedy: 'Remove it.' });
    }
    if (!(0,dist/* isScalar */.jn)(node))
        return faults;
    if (typeof node.value === 'number' && !DECIMAL.test(node.source ?? '')) {
        faults.push({
            found: `got ${quoted(node.source ?? '')}`,
            allowed: 'A number must be a plain decimal such as 0.05',
            remedy: 'Write it with digits and a dot, or put quotes around a text.',
        });
    }
    if (node.value === '__proto__') {
        faults.push({ found: 'got "__proto__"', allowed: 'This word is reserved', remedy: 'Use another name.' });
    }
    return faults;
}

;// CONCATENATED MODULE: ./build/packages/core/src/config/yaml-source.js


const MAX_CHARACTERS = 1_000_000;
const MAX_SYNTAX_FAULTS = 5;
/**
 * Reads YAML 1.2 strictly. Refused: several documents, duplicate keys, tabs as indentation, anchors, aliases and tags
 * (a reviewer must see the value where it is used), and numbers that are not plain decimals (`010`, `0x1f`, `1e-2`).
 */
function readYaml(text, file) {
    const lines = new dist/* LineCounter */.HN();
    if (text.length > MAX_CHARACTERS)
        return unreadable(file, `${text.length} characters`);
    let documents;
    try {
        const options = {
            lineCounter: lines,
            prettyErrors: false,
            stringKeys: true,
            version: '1.2',
            schema: 'core',
        };
        const parsed = (0,dist/* parseAllDocuments */.hR)(text, options);
        documents = 'empty' in parsed ? [] : parsed;
        const [document] = documents;
        if (document === undefined || document.contents === null)
            return unreadable(file, 'an empty file');
        const at = (offset) => position(file, lines, offset);
        const faults = [...syntaxFaults(documents, text, at), ...styleFaults(document, at)];
        const data = document.errors.length > 0 || holdsAlias(document) ? undefined : document.toJS();
        return { data, faults, ...locator(document, text, at) };
    }
    catch (error) {
        // The parser recurses, so deep nesting ends in a RangeError.
        return unreadable(file, `text that cannot be parsed (${error instanceof Error ? error.message : 'unknown'})`);
    }
}
function unreadable(file, found) {
    const where = `${file}:1:1`;
    const fault = {
        where,
        found: `got ${found}`,
        allowed: 'It must be one YAML document with "version", "trust" and "models"',
        remedy: 'See the configuration guide for a complete example.',
    };
    return { data: undefined, faults: [fault], where: () => where, whereKey: () => where, shown: () => found };
}
function position(file, lines, offset) {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
}
const SYNTAX_REMEDIES = {
    DUPLICATE_KEY: 'Keep one of the two.',
    MULTIPLE_DOCS: 'Remove the "---" line between the documents.',
    TAB_AS_INDENT: 'Indent with spaces.',
    NON_STRING_KEY: 'Write the key as plain text.',
};
function syntaxFaults(documents, text, at) {
    // One unclosed bracket breaks every line after it, and one slip makes several errors on its line: the first of each
    // of the first few lines says enough.
    const firstOfLine = new Map();
    for (const error of documents.flatMap((document) => [...document.errors, ...document.warnings])) {
        const line = at(error.pos[0]).replace(/:[0-9]+$/, '');
        if (firstOfLine.size < MAX_SYNTAX_FAULTS && !firstOfLine.has(line))
            firstOfLine.set(line, error);
    }
    const errors = [...firstOfLine.values()];
    const faults = errors.map((error) => ({
        where: at(error.pos[0]),
        found: `got ${quoted(lineAt(text, error.pos[0]))}`,
        allowed: `YAML 1.2 is expected here: ${error.message}`,
        remedy: SYNTAX_REMEDIES[error.code] ?? 'Correct the line; an editor with YAML support shows the place.',
    }));
    const second = documents[1];
    if (second !== undefined) {
        faults.push({
            where: at(second.contents?.range?.[0] ?? 0),
            found: `got ${documents.length} documents`,
            allowed: 'The file must hold one YAML document',
            remedy: SYNTAX_REMEDIES['MULTIPLE_DOCS'] ?? '',
        });
    }
    return faults;
}
function locator(document, text, at) {
    const start = (node) => node?.range?.[0] ?? 0;
    return {
        where: (path) => at(start(nearest(document, path))),
        whereKey: (path) => {
            const parent = document.getIn(path.slice(0, -1), true);
            const pair = (0,dist/* isMap */.jh)(parent)
                ? parent.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === path.at(-1))
                : undefined;
            return at(start(pair !== undefined && (0,dist/* isNode */.Ll)(pair.key) ? pair.key : nearest(document, path)));
        },
        shown: (path) => {
            const node = path.length === 0 ? document.contents : document.getIn(path, true);
            if ((0,dist/* isMap */.jh)(node))
                return 'a mapping';
            if ((0,dist/* isSeq */.oP)(node))
                return 'a list';
            if (!(0,dist/* isScalar */.jn)(node) || node.range == null)
                return 'nothing';
            const source = text.slice(node.range[0], node.range[1]);
            return typeof node.value === 'string' ? quoted(node.value) : quoted(source);
        },
    };
}
/** The node at `path`, or the deepest one on the way to it. */
function nearest(document, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if ((0,dist/* isNode */.Ll)(node))
            return node;
    }
    return document.contents;
}
function lineAt(text, offset) {
    const begin = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', begin);
    return text.slice(begin, end < 0 ? text.length : end).trim();
}

;// CONCATENATED MODULE: ./build/packages/core/src/config/parse-config.js






/**
 * Reads `gatehouse.yml`. `content` is the file's text or its bytes, which must be UTF-8; `file` is the name that
 * messages print.
 *
 * @throws {ConfigError} with every fault of the file: place, value found, what is allowed and what to do.
 */
function parseConfig(content, file = 'gatehouse.yml') {
    const source = readYaml(typeof content === 'string' ? content : decoded(content, file), file);
    if (source.data === undefined)
        throw new errors/* ConfigError */.xL(source.faults);
    const parsed = configSchema.safeParse(source.data);
    const faults = [...source.faults];
    // A number that is written badly is one fault, although the schema refuses its value too.
    const told = (fault) => source.faults.some((earlier) => fault.where.startsWith(`${earlier.where} `));
    if (!parsed.success) {
        faults.push(...schemaFaults(parsed.error.issues, source, configJsonSchema()).filter((fault) => !told(fault)));
    }
    faults.push(...contradictions(source));
    if (!parsed.success || faults.length > 0)
        throw new errors/* ConfigError */.xL(faults);
    return parsed.data;
}
function decoded(bytes, file) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        const fault = {
            where: `${file}:1:1`,
            found: `got ${bytes.length} bytes that are not UTF-8`,
            allowed: 'The file must be text in UTF-8',
            remedy: 'Save it with the encoding UTF-8.',
        };
        throw new errors/* ConfigError */.xL([fault], { cause });
    }
}
/** Checks what can be read even when other parts have faults, so that one run reports all of them. */
function contradictions(source) {
    const top = configSchema.shape;
    const trust = top.trust.safeParse(property(source.data, 'trust'));
    const found = trust.success ? [...checkTrust(trust.data)] : [];
    const models = property(source.data, 'models');
    for (const [name, raw] of typeof models === 'object' && models !== null ? Object.entries(models) : []) {
        found.push(...checkModel(readable(raw)).map((fault) => ({ ...fault, path: ['models', name, ...fault.path] })));
    }
    return found.map(({ path, ...rest }) => ({ where: placeOf(source, path), ...rest }));
}
function placeOf(source, path) {
    return `${source.where(path)} "${printPath(path)}"`;
}
function readable(raw) {
    const entries = Object.entries(modelSchema.shape).flatMap(([section, schema]) => {
        const parsed = schema.safeParse(property(raw, section));
        return parsed.success ? [[section, parsed.data]] : [];
    });
    return Object.fromEntries(entries);
}
function property(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}


/***/ }),

/***/ 29807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ omsPredicate),
/* harmony export */   KN: () => (/* binding */ omsRootDigest),
/* harmony export */   a9: () => (/* binding */ modelDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14752);
/* harmony import */ var _code_point_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92400);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _model_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6804);





/**
 * What OMS says about these files, sorted by code point of the name. Nothing is ignored but the signature itself.
 *
 * @throws ConfigError for every fault that `checkModelFiles` finds.
 */
function omsPredicate(files) {
    (0,_model_files_js__WEBPACK_IMPORTED_MODULE_1__/* .checkModelFiles */ .h)(files);
    return {
        serialization: {
            method: 'files',
            hash_type: 'sha256',
            allow_symlinks: false,
            ignore_paths: [_model_files_js__WEBPACK_IMPORTED_MODULE_1__/* .SIGNATURE_FILE */ .I],
        },
        resources: files
            .map(({ name, digest }) => ({ name, algorithm: 'sha256', digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .hexOf */ .ZD)(digest) }))
            .sort((a, b) => (0,_code_point_order_js__WEBPACK_IMPORTED_MODULE_3__/* .compareCodePoints */ .O)(a.name, b.name)),
    };
}
/**
 * The model digest: SHA-256 of the RFC 8785 JSON of the OMS predicate. It binds names and bytes of every file, so a
 * renamed, swapped, added, removed or changed file gives another digest; the order of `files` does not matter.
 *
 * @throws ConfigError for every fault that `checkModelFiles` finds.
 */
function modelDigest(files) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(omsPredicate(files)));
}
/**
 * The root digest of OMS v1: SHA-256 over the raw digests in the order of the resources. It does not bind names and is
 * recorded for interoperability only; identify models by {@link modelDigest}.
 *
 * @throws ConfigError for every fault that `checkModelFiles` finds.
 */
function omsRootDigest(files) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const resource of omsPredicate(files).resources)
        hash.update(resource.digest, 'hex');
    return `sha256:${hash.digest('hex')}`;
}


/***/ }),

/***/ 6804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ SIGNATURE_FILE),
/* harmony export */   h: () => (/* binding */ checkModelFiles)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67903);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);


/** The one name the model digest leaves out, so a model may not bring a file of that name. */
const SIGNATURE_FILE = 'model.sig';
const MAX_NAME_BYTES = 1024;
const MAX_PART_BYTES = 255;
/** Control and format characters, line separators and lone surrogates: what a name can be disguised with. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/**
 * Refuses a list of model files that some file system or reader would understand in another way than we do.
 *
 * @throws ConfigError with every fault: no file at all; a name that is empty, absolute, not NFC, too long, or has
 *   `..`, `.`, an empty part, `\`, `:` (drives, streams), an invisible character, or a part that ends in a dot or a
 *   space (Windows drops them); two names that collide when case or normalisation is ignored; a name that is a file
 *   and a folder; the name of the signature; a digest or size that is not one.
 */
function checkModelFiles(files) {
    const faults = [];
    if (files.length === 0) {
        faults.push({
            where: 'Model',
            found: 'it has no files',
            allowed: 'a model has at least one file',
            remedy: 'Let the training command write its files into the output folder',
        });
    }
    for (const file of files)
        faults.push(...faultsOf(file));
    faults.push(...collisions(files));
    if (faults.length > 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(faults);
}
function faultsOf(file) {
    const where = `Model file ${JSON.stringify(file.name)}`;
    const faults = nameFaults(file.name).map((found) => ({
        where,
        found,
        allowed: 'a relative path in Unicode NFC with "/" between plain parts',
        remedy: 'Rename the file',
    }));
    if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(file.digest)) {
        faults.push({
            where,
            found: `digest ${file.digest}`,
            allowed: '"sha256:" and 64 hex digits',
            remedy: 'Hash the file',
        });
    }
    if (!Number.isSafeInteger(file.sizeBytes) || file.sizeBytes < 0) {
        faults.push({
            where,
            found: `size ${file.sizeBytes}`,
            allowed: 'a whole number of bytes',
            remedy: 'Measure the file',
        });
    }
    return faults;
}
function nameFaults(name) {
    const faults = [];
    const parts = name.split('/');
    if (name === '')
        return ['the name is empty'];
    if (name.startsWith('/'))
        faults.push('the name is absolute');
    else if (parts.includes(''))
        faults.push('the name has an empty part');
    if (parts.includes('..'))
        faults.push('the name has the part ".."');
    if (parts.includes('.'))
        faults.push('the name has the part "."');
    if (name.includes('\\'))
        faults.push('the name has a backslash');
    if (name.includes(':'))
        faults.push('the name has a colon, which means a drive or a stream on Windows');
    if (INVISIBLE.test(name))
        faults.push('the name has a control or invisible character');
    else if (name !== name.normalize('NFC'))
        faults.push('the name is not in Unicode normal form NFC');
    if (parts.some((part) => part !== '.' && part !== '..' && /[. ]$/.test(part))) {
        faults.push('a part of the name ends in a dot or a space');
    }
    const tooLong = byteLength(name) > MAX_NAME_BYTES || parts.some((part) => byteLength(part) > MAX_PART_BYTES);
    if (tooLong)
        faults.push(`the name is longer than ${MAX_NAME_BYTES} bytes, or a part longer than ${MAX_PART_BYTES}`);
    if (folded(name) === SIGNATURE_FILE)
        faults.push(`"${SIGNATURE_FILE}" is kept for the signature`);
    return faults;
}
/** Names that are one name to a file system that ignores case or normalisation, folders included. */
function collisions(files) {
    const seen = new Map();
    const faults = [];
    for (const { name } of files) {
        const parts = name.split('/');
        for (let length = 1; length <= parts.length; length++) {
            const path = parts.slice(0, length).join('/');
            const kind = length === parts.length ? 'file' : 'folder';
            const other = seen.get(folded(path));
            if (other === undefined)
                seen.set(folded(path), { path, kind });
            else if (other.path !== path || other.kind === 'file' || kind === 'file') {
                faults.push(collision(`${kind} ${JSON.stringify(path)}`, `${other.kind} ${JSON.stringify(other.path)}`));
            }
        }
    }
    return faults;
}
function collision(one, other) {
    return {
        where: `Model ${one}`,
        found: `it collides with the ${other}`,
        allowed: 'names that differ in more than case and normalisation',
        remedy: 'Rename one of them',
    };
}
function folded(name) {
    return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFC');
}
function byteLength(text) {
    return new TextEncoder().encode(text).length;
}


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseStrictJson),
/* harmony export */   U: () => (/* binding */ StrictJsonError)
/* harmony export */ });
/** Where a document breaks a rule that `JSON.parse` does not know. */
class StrictJsonError extends Error {
    name = 'StrictJsonError';
}
/**
 * Parses JSON that another program will read too, so that both must see the same thing: UTF-8 without a byte order
 * mark, no key twice in one object, at most `maxDepth` levels.
 *
 * @throws StrictJsonError saying which rule is broken.
 */
function parseStrictJson(bytes, maxDepth) {
    const text = decode(bytes);
    const value = parse(text);
    scan(text, maxDepth);
    return value;
}
function decode(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new StrictJsonError('it is not UTF-8', { cause });
    }
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new StrictJsonError('it is not JSON', { cause });
    }
}
/** Walks text that is known to be JSON, so it only has to find brackets, strings and colons. */
function scan(text, maxDepth) {
    /** The keys of every open object; `null` for an open array. */
    const open = [];
    for (let at = 0; at < text.length; at++) {
        const character = text[at];
        if (character === '{' || character === '[') {
            open.push(character === '{' ? new Set() : null);
            if (open.length > maxDepth)
                throw new StrictJsonError(`it is nested more than ${maxDepth} levels deep`);
        }
        else if (character === '}' || character === ']') {
            open.pop();
        }
        else if (character === '"') {
            const end = endOfString(text, at);
            if (followedByColon(text, end))
                addKey(open.at(-1), JSON.parse(text.slice(at, end)));
            at = end - 1;
        }
    }
}
function endOfString(text, start) {
    let at = start + 1;
    while (text[at] !== '"')
        at += text[at] === '\\' ? 2 : 1;
    return at + 1;
}
function followedByColon(text, from) {
    let at = from;
    while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t')
        at++;
    return text[at] === ':';
}
function addKey(keys, key) {
    if (keys === null || keys === undefined)
        return;
    if (keys.has(key))
        throw new StrictJsonError(`the key ${JSON.stringify(key.slice(0, 100))} is there twice`);
    keys.add(key);
}


/***/ }),

/***/ 40757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ escapeMarkdown),
/* harmony export */   K: () => (/* binding */ digestCode)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67903);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64274);


/**
 * Text from data as GitHub-flavoured Markdown that renders to that text and nothing else.
 *
 * Everything but letters, digits, single spaces, a few signs that mean nothing to Markdown, hyphens between letters, dots
 * between digits and full stops becomes a numeric character reference, which CommonMark never reads as markup. A
 * zero-width space after `@` and `#`, and after a `:` that begins an emoji name or `://`, keeps GitHub from making
 * mentions, issue links, emoji and links of the rendered text. Invisible characters are shown and long text is cut, see
 * {@link visibleText}.
 *
 * @example escapeMarkdown('a|b') // 'a&#124;b'
 */
function escapeMarkdown(text, cut) {
    return (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(text, cut).replaceAll(MARKUP, (character, at, whole) => {
        const reference = `&#${Number(character.codePointAt(0))};`;
        return linksAt(whole, at) ? `${reference}&#8203;` : reference;
    });
}
function linksAt(text, at) {
    REFERENCE.lastIndex = at;
    return REFERENCE.test(text);
}
// What GitHub turns into something else after rendering, at one place of the text.
const REFERENCE = /[@#]|:(?:\/\/|[\w+-]+:)/y;
// A hyphen or dot inside a word is safe and keeps the source readable; spaces that Markdown would drop are kept.
const MARKUP = /(?<!\p{L})-|-(?!\p{L})|(?<![\d\p{L}])\.|(?<=\d)\.(?!\d)|(?<=\p{L})\.(?! [^ ]|$)|^ | (?= )| $|[^\p{L}\p{M}\p{N} ,;%(/.-]/gu;
/** A digest as a code span that can be copied; what is no digest is escaped. */
function digestCode(digest) {
    return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) ? `\`${digest}\`` : escapeMarkdown(digest);
}


/***/ }),

/***/ 64274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText),
/* harmony export */   t: () => (/* binding */ terminalLine)
/* harmony export */ });
const LONGEST = { maxCharacters: 200 };
/**
 * Text from data made harmless to read: control, format, bidirectional, private, unassigned and invisible characters, line
 * and paragraph separators are shown as `⟨U+202E⟩`, and what is longer than 200 characters is cut with `…`. One line results.
 */
function visibleText(text, { maxCharacters } = LONGEST) {
    const characters = Array.from(text);
    const kept = characters.slice(0, maxCharacters).join('');
    const shown = kept.replaceAll(/[\p{C}\p{Zl}\p{Zp}\p{DI}]/gu, codePointName);
    return characters.length > maxCharacters ? `${shown}…` : shown;
}
function codePointName(character) {
    return `⟨U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
/**
 * One line for a terminal or a workflow log: visible text in which no workflow command can be read, neither `::name::`
 * at its beginning nor the older `##[name]` anywhere.
 */
function terminalLine(text) {
    return visibleText(text, { maxCharacters: Number.POSITIVE_INFINITY })
        .replaceAll(/:(?=:)/g, ': ')
        .replaceAll('##[', '## [');
}


/***/ })

};
