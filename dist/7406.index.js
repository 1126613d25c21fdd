export const id = 7406;
export const ids = [7406];
export const modules = {

/***/ 22151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ codesOf),
/* harmony export */   SE: () => (/* binding */ byQuery),
/* harmony export */   WT: () => (/* binding */ refuseNegative)
/* harmony export */ });
/* harmony import */ var _rows_binary_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20952);
/* harmony import */ var _rows_sampled_columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61474);


/**
 * Positions of the values of a query or item column.
 *
 * @throws ActionError `refused`, `value-missing`, for a row without a value.
 */
function codesOf(fetched, column) {
    if (fetched?.as !== 'codes')
        return new Int32Array(0);
    const missing = fetched.values.reduce((count, code) => count + Number(code < 0), 0);
    if (missing === 0)
        return fetched.values;
    throw (0,_rows_sampled_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedRows */ .Ek)('value-missing', {
        where: (0,_rows_binary_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(column),
        found: `${missing} rows without a value`,
        allowed: 'a query and an item in every row',
    });
}
/**
 * Rows by query and then by item.
 *
 * @throws ActionError `refused`, `ids-duplicated`: an item that a query has twice would be shown twice.
 */
function byQuery(queries, items, column) {
    const order = Int32Array.from(queries, (_, row) => row).sort((a, b) => Number(queries[a]) - Number(queries[b]) || Number(items[a]) - Number(items[b]));
    for (let at = 1; at < order.length; at += 1) {
        const [before, row] = [Number(order[at - 1]), Number(order[at])];
        if (queries[before] !== queries[row] || items[before] !== items[row])
            continue;
        throw (0,_rows_sampled_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedRows */ .Ek)('ids-duplicated', {
            where: (0,_rows_binary_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(column),
            found: 'an item that a query has twice',
            allowed: 'every item of a query once',
        });
    }
    return order;
}
/** @throws ActionError `refused`, `value-negative`: a gain below 0 has no meaning. */
function refuseNegative(relevance, column) {
    const negative = relevance.find((value) => value < 0);
    if (negative === undefined)
        return;
    throw (0,_rows_sampled_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedRows */ .Ek)('value-negative', {
        where: (0,_rows_binary_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(column),
        found: `the relevance ${negative}`,
        allowed: 'numbers from 0, where 0 is not relevant',
    });
}


/***/ }),

/***/ 80836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Qc: () => (/* binding */ fetchTask),
/* harmony export */   cZ: () => (/* binding */ numbersOf),
/* harmony export */   wq: () => (/* binding */ MOST_ROWS)
/* harmony export */ });
/* harmony import */ var _rows_known_groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17290);
/* harmony import */ var _rows_row_ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86109);
/* harmony import */ var _rows_sampled_columns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61474);



/** Measures of ranks and drawn samples need rows in JavaScript: some ten bytes of memory for each column. */
const MOST_ROWS = 10_000_000;
/**
 * Fetches columns of every row with what all tasks need. The order is one of the data and not of the file.
 *
 * @throws ConfigError for a reserved group name; ActionError `refused`: `ids-missing`, `ids-duplicated`, `value-missing`,
 *   `value-not-finite`, `weight-not-positive`, and `file-too-large` beyond ten million rows.
 */
async function fetchTask(rows, wanted) {
    const { columns, relation, tables } = rows;
    await (0,_rows_row_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .requireIds */ .U)(rows);
    const knownSlices = await (0,_rows_known_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .knownGroups */ .A)(rows, columns.protected);
    // Of a control column only the reserved name is looked for.
    await (0,_rows_known_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .knownGroups */ .A)(rows, columns.control);
    const named = [...columns.protected, ...columns.control];
    const more = [
        ...named.map(([, column]) => ({ column, as: 'codes' })),
        ...(0,_rows_sampled_columns_js__WEBPACK_IMPORTED_MODULE_2__/* .samplingColumns */ .Zv)(columns),
    ];
    const all = [...wanted, ...more];
    const orderBy = columns.id ?? all.map(({ column }) => column);
    const values = await tables.columnValues(relation, all, { maxRows: MOST_ROWS, orderBy });
    const ofSlices = values.slice(wanted.length, wanted.length + named.length);
    return {
        fetched: values.slice(0, wanted.length),
        context: {
            slices: new Map(named.map(([name], index) => [name, textsOf(ofSlices[index])])),
            knownSlices,
            sampling: (0,_rows_sampled_columns_js__WEBPACK_IMPORTED_MODULE_2__/* .samplingFrom */ .KY)(columns, values.slice(wanted.length + named.length)),
        },
    };
}
/** Numbers of a column that was asked for as numbers. */
function numbersOf(fetched) {
    return fetched?.as === 'numbers' ? fetched.values : new Float64Array(0);
}
/** Values of a column that was asked for as codes; `null` where one is missing. */
function textsOf(fetched) {
    if (fetched?.as !== 'codes')
        return [];
    return Array.from(fetched.values, (code) => fetched.keys[code] ?? null);
}


/***/ }),

/***/ 47931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ withGateInputs)
});

// EXTERNAL MODULE: ./build/packages/core/src/evaluation-record.js
var evaluation_record = __webpack_require__(42499);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var src_digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence/store.js + 7 modules
var evidence_store = __webpack_require__(26993);
// EXTERNAL MODULE: ./build/packages/governance/src/stages/stage-ledger.js + 1 modules
var stage_ledger = __webpack_require__(43254);
// EXTERNAL MODULE: ./build/packages/registry/src/newest-version.js
var newest_version = __webpack_require__(8896);
// EXTERNAL MODULE: ./build/packages/registry/src/champion.js
var champion = __webpack_require__(79932);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/gate-subject.js
var gate_subject = __webpack_require__(30622);
// EXTERNAL MODULE: ./build/packages/core/src/config/task-columns.js
var task_columns = __webpack_require__(63563);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/tables/src/table-limits.js
var table_limits = __webpack_require__(74174);
// EXTERNAL MODULE: ./build/packages/tables/src/engine/operation-support.js
var operation_support = __webpack_require__(68759);
// EXTERNAL MODULE: ./build/packages/tables/src/formats/table-format.js
var table_format = __webpack_require__(92740);
// EXTERNAL MODULE: ./build/packages/tables/src/predictions.js + 1 modules
var src_predictions = __webpack_require__(11624);
// EXTERNAL MODULE: ./build/packages/tables/src/split.js
var split = __webpack_require__(10209);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/gate-sources.js
var gate_sources = __webpack_require__(1328);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/rows/gate-rows.js
/** No column at all: what a caller builds on. */
const NO_COLUMNS = {
    id: null,
    label: null,
    prediction: null,
    score: null,
    scores: null,
    champion: null,
    protected: new Map(),
    control: new Map(),
    weight: null,
    cluster: null,
    query: null,
    item: null,
};

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/rows/model-columns.js


/**
 * The columns of a model over its tables: what is true of a row and what it is about come from the data that the base policy
 * names, and from the predictions nothing but what the model says.
 */
function gateColumns(columns, names) {
    const inData = (column) => ({ table: names.data, column });
    const optional = (column) => (column === null ? null : inData(column));
    const byName = (all) => new Map(all.map((column) => [column, inData(column)]));
    return {
        ...NO_COLUMNS,
        ...modelColumns(columns, names.predictions),
        id: inData(columns.id),
        label: inData(columns.label),
        champion: names.champion === null ? null : modelColumns(columns, names.champion),
        protected: byName(columns.protected),
        control: byName(columns.control),
        weight: optional(columns.weight),
        cluster: optional(columns.cluster),
        query: columns.task === 'ranking' ? inData(columns.query) : null,
        item: columns.task === 'ranking' ? inData(columns.item) : null,
    };
}
function modelColumns(columns, table) {
    const ref = (column) => ({ table, column });
    const none = { prediction: null, score: null, scores: null };
    switch (columns.task) {
        case 'binary-classification':
            return { ...none, prediction: ref(columns.prediction), score: ref(columns.score) };
        case 'multiclass-classification': {
            const { scores, classes } = columns;
            const byClass = scores === null ? null : new Map(classes.map((name, at) => [name, ref(scores[at] ?? '')]));
            return { ...none, prediction: ref(columns.prediction), scores: byClass };
        }
        case 'regression':
            return { ...none, prediction: ref(columns.prediction) };
        case 'ranking':
            return { ...none, score: ref(columns.score) };
    }
}
/** Columns of the data whose values are compared as texts, and not counted with: what stands there is what counts. */
function dataKeys(columns, split) {
    const { id, label, protected: protectedColumns, control, cluster } = columns;
    const labels = isClassification(columns) ? [label] : [];
    const ofTask = columns.task === 'ranking' ? [columns.query, columns.item] : [];
    const more = [cluster, split].filter((column) => column !== null);
    return [id, ...labels, ...protectedColumns, ...control, ...ofTask, ...more];
}
/** Columns of the predictions whose values are compared as texts. */
function predictionKeys(columns) {
    return isClassification(columns) ? (0,task_columns/* predictionColumns */.v)(columns).slice(0, 2) : [columns.id];
}
function isClassification({ task }) {
    return task === 'binary-classification' || task === 'multiclass-classification';
}

// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/private-folder.js
var private_folder = __webpack_require__(622);
;// CONCATENATED MODULE: ./build/packages/gate-runner/src/rows/open-rows.js





/** The names of the tables in messages; the data are named by their path. */
const PREDICTIONS = 'predictions';
const CHAMPION = 'champion predictions';
const FILES = { [PREDICTIONS]: 'evaluation-artifact/predictions.csv', [CHAMPION]: 'evaluation-artifact/champion.csv' };
/**
 * Writes the bytes where only this job looks, and hands the rows that count to `use`: those of the evaluation part, joined
 * by id. What models wrote is hostile; its columns are exactly those of the task.
 *
 * @throws ConfigError when no row counts or the dataset is not for evaluation; ActionError `refused` with the reason code of
 *   what is wrong with a table, `integrity`, reason `digest-mismatch`, when the engine has read other bytes.
 */
async function withRows(request, at, use) {
    const { dataset, data, predictions, champion } = request;
    const files = new Map([
        [dataset.path, data.bytes],
        [FILES[PREDICTIONS], predictions.bytes],
        ...(champion === null ? [] : [[FILES[CHAMPION], champion.bytes]]),
    ]);
    return await (0,private_folder/* withPrivateFolder */.m)(at.temp, files, async (root) => {
        const engine = at.engine({ root, tempFolder: at.temp, limits: { maxTextBytes: table_limits/* DATA_LIMITS */.C.maxBytes } });
        (0,operation_support/* requireOperations */.q)(engine, ['describe', 'integrity', 'join', 'grouped-counts', 'grouped-sums', 'column-values']);
        return await engine.withTables((0,gate_sources/* gateSources */.G)(sourcesOf(request)), async (tables) => use(await rowsOf(tables, request)));
    });
}
function sourcesOf({ model, dataset, champion }) {
    const columns = (0,task_columns/* taskColumns */.x)(model);
    const written = (name) => ({
        name,
        files: [FILES[name]],
        format: 'csv',
        keys: predictionKeys(columns),
        hostile: true,
    });
    return [
        {
            name: dataset.path,
            files: [dataset.path],
            format: (0,table_format/* formatByName */.kb)(dataset.path) ?? 'csv',
            keys: dataKeys(columns, dataset.split?.column ?? null),
        },
        written(PREDICTIONS),
        ...(champion === null ? [] : [written(CHAMPION)]),
    ];
}
async function rowsOf(tables, request) {
    const { model, dataset, data, predictions, champion } = request;
    const columns = (0,task_columns/* taskColumns */.x)(model);
    const written = [[PREDICTIONS, predictions], ...(champion === null ? [] : [[CHAMPION, champion]])];
    for (const [name, { digest }] of [[dataset.path, data], ...written])
        await requireDigest(tables, name, digest);
    for (const [name] of written) {
        const { columns: found } = await tables.describe(name);
        (0,src_predictions/* refuseOtherColumns */._)({ name, columns: found.map((column) => column.name) }, model);
    }
    const part = (0,split/* rowPart */.i$)(dataset, 'evaluation', dataset.path);
    const own = part === null ? { table: dataset.path } : { table: dataset.path, part };
    if ((await tables.rows(own)) === 0)
        throw noEvaluationRow(dataset.path);
    const join = [dataset.path, ...written.map(([name]) => name)].map((table) => ({ table, column: columns.id }));
    const relation = part === null ? { join } : { join, part };
    const names = { data: dataset.path, predictions: PREDICTIONS, champion: champion === null ? null : CHAMPION };
    return { tables, relation, columns: gateColumns(columns, names) };
}
async function requireDigest(tables, name, expected) {
    const { digest } = await tables.describe(name);
    if (digest === expected)
        return;
    const fault = { where: `table ${name}`, found: digest, allowed: `the bytes that were checked: ${expected}` };
    const remedy = 'Run the job again; if it happens again, look at what else runs on this machine';
    throw new errors/* ActionError */.lZ('integrity', { ...fault, remedy }, { reasonCode: 'digest-mismatch' });
}
function noEvaluationRow(where) {
    return new errors/* ConfigError */.xL([
        {
            where,
            found: 'no evaluation row',
            allowed: 'at least one row in the evaluation parts of the split',
            remedy: 'Add rows, or correct "split" in gatehouse.yml',
        },
    ]);
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/gate-inputs.js





/**
 * Derives subject, policy, data and champion anew from GitHub, and takes from the evaluation artifact nothing but the
 * predictions, as hostile bytes. Whatever the evaluation record claims must equal what was derived here. `use` counts the
 * rows; only when no file has changed meanwhile is its result handed on.
 *
 * @throws ActionError `integrity`/`refused`: `digest-mismatch`, `evaluation-error`, `decision-mismatch`, and all of
 *   `resolveSubject` and `withRows`.
 */
async function withGateInputs(request, ports, use) {
    const { subject, record, files, dataset } = await (0,gate_subject/* resolveGateSubject */.yI)(request, ports);
    const data = { bytes: await (0,policy/* readDataset */.JP)(ports.contents, subject.policy, dataset), digest: dataset.digest };
    const version = await championVersion(ports, subject);
    const versionsExist = (await (0,newest_version/* newestVersion */.Rg)(ports, subject.model)) !== null;
    const champion = checkedChampion(record, { version, versionsExist });
    const tables = {
        model: subject.modelConfig,
        dataset,
        data,
        predictions: checkedBytes(files, evaluation_record/* EVALUATION_FILES */.b.predictions, record.predictions),
        champion: record.champion.state === 'evaluated'
            ? checkedBytes(files, evaluation_record/* EVALUATION_FILES */.b.championPredictions, record.champion.predictions)
            : null,
    };
    return await withRows(tables, ports, async (rows) => {
        const count = await rows.tables.rows(rows.relation);
        const inputs = [
            { name: 'evaluation-data', digest: dataset.digest, rows: count },
            { name: 'predictions', digest: tables.predictions.digest, rows: count },
            ...(tables.champion === null
                ? []
                : [{ name: 'champion-predictions', digest: tables.champion.digest, rows: count }]),
        ];
        return await use({ subject, modelDigest: record.modelDigest, rows, champion, inputs });
    });
}
function checkedBytes(files, name, digest) {
    const bytes = (0,gate_subject/* fileOf */.W7)(files, name);
    if ((0,src_digest/* sha256 */.sc)(bytes) !== digest)
        throw (0,gate_subject/* mismatch */.J4)(name, (0,src_digest/* sha256 */.sc)(bytes), digest);
    return { bytes, digest };
}
/** Version tag of the champion, or `null` when the stage was never assigned. */
async function championVersion(ports, subject) {
    const stage = subject.modelConfig.stages.at(-1);
    if (stage === undefined)
        return null;
    const store = new evidence_store/* EvidenceStore */.x({ branch: ports.branch, clock: ports.clock, signer: null });
    const stages = (0,stage_ledger/* createStageLedger */.K)(store, (0,policy/* trustRootOf */.KE)(subject.policy));
    return (await (0,champion/* championOf */.b)({ ...ports, stages }, subject.model, stage))?.tag ?? null;
}
/** The champion is derived here too: an evaluate job that denies it would buy its candidate the floors alone. */
function checkedChampion(record, derived) {
    const claimed = record.champion.state === 'none' ? null : record.champion.version;
    const { version, versionsExist } = derived;
    if (version !== claimed)
        throw (0,gate_subject/* mismatch */.J4)('champion', claimed ?? 'none', version ?? 'none');
    switch (record.champion.state) {
        case 'none':
            return { state: 'none', versionsExist };
        case 'unavailable':
            return { state: 'unavailable', version: record.champion.version, reason: record.champion.reason };
        case 'evaluated':
            return { state: 'evaluated', version: record.champion.version };
    }
}


/***/ }),

/***/ 20952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mv: () => (/* binding */ requireComparable),
/* harmony export */   RP: () => (/* binding */ refusedPredictions),
/* harmony export */   TE: () => (/* binding */ otherValues),
/* harmony export */   TH: () => (/* binding */ requireBinaryCounts),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   ep: () => (/* binding */ isPositive),
/* harmony export */   tG: () => (/* binding */ requireBinary),
/* harmony export */   yO: () => (/* binding */ binaryKeys)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _gatehouse_tables__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31733);


/**
 * Makes sure that every label, where there are labels, and every prediction is one of the two declared values, before
 * anything is counted.
 *
 * @throws ConfigError for a label that is neither; ActionError `refused`: `predictions-refused` for a prediction that is
 *   neither, `type-mismatch` where a label `1` would be compared with a prediction `"1"`.
 */
async function requireBinary(rows, labels) {
    await requireComparable(rows);
    const keys = binaryKeys(rows);
    requireBinaryCounts(rows, labels, await rows.tables.groupedCounts(rows.relation, keys));
}
/** @throws ActionError `refused`, `type-mismatch`, where a label `1` would be compared with a prediction `"1"`. */
async function requireComparable({ tables, columns }) {
    const { label } = columns;
    await tables.requireSameType([...(label === null ? [] : [label]), ...predictionsOf(columns)]);
}
/** Keys of a count that {@link requireBinaryCounts} can look at: where there is no label a prediction takes its place. */
function binaryKeys({ columns }) {
    const predictions = predictionsOf(columns);
    const first = columns.label ?? predictions[0];
    return first === undefined ? [] : [first, ...predictions];
}
function predictionsOf({ prediction, champion }) {
    return [prediction, champion?.prediction ?? null].filter((ref) => ref !== null);
}
/** As {@link requireBinary}, of counts whose keys begin with {@link binaryKeys}. */
function requireBinaryCounts({ columns }, labels, counts) {
    const { label } = columns;
    const allowed = `${(0,_gatehouse_tables__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(labels.positive)} or ${(0,_gatehouse_tables__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(labels.negative)}`;
    const other = label === null ? null : others(counts, 0, labels);
    if (label !== null && other !== null) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL([
            {
                where: nameOf(label),
                found: otherValues(other, 'label'),
                allowed,
                remedy: 'Correct the rows, or the two values of the label',
            },
        ]);
    }
    for (const [index, prediction] of predictionsOf(columns).entries()) {
        const wrong = others(counts, index + 1, labels);
        if (wrong === null)
            continue;
        const found = otherValues(wrong, 'prediction');
        throw refusedPredictions({ where: nameOf(prediction), found, allowed, remedy: 'Predict one of the two' });
    }
}
/** True for the positive value; for a count whose values {@link requireBinary} has looked at. */
function isPositive(key, labels) {
    if (key === labels.positive)
        return true;
    if (key === labels.negative)
        return false;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('bug', {
        where: 'The rows of a gate',
        found: 'a label or prediction that was not there before',
        allowed: 'the two declared values',
        remedy: 'Report this as a bug of Gatehouse',
    });
}
/** A column as messages name it. */
function nameOf({ table, column }) {
    return `table ${(0,_gatehouse_tables__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(table)}, column ${(0,_gatehouse_tables__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .T)(column)}`;
}
function refusedPredictions(fault) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('refused', fault, { reasonCode: 'predictions-refused' });
}
/** `1 label of another value: "maybe"`, or what the values of several rows are like. */
function otherValues({ count, examples }, what) {
    return count === 1
        ? `1 ${what} of another value: ${examples}`
        : `${count} ${what}s of another value, such as ${examples}`;
}
/** Rows whose value at one place of the key is neither of the two. */
function others(counts, at, { positive, negative }) {
    const wrong = counts.filter(({ key }) => key[at] !== positive && key[at] !== negative);
    if (wrong.length === 0)
        return null;
    const named = new Set(wrong.map(({ key }) => key[at] ?? null).filter((value) => value !== null));
    const examples = named.size === 0 ? 'a missing value' : (0,_gatehouse_tables__WEBPACK_IMPORTED_MODULE_0__/* .quotedList */ .p)([...named].slice(0, 3));
    return { count: wrong.reduce((sum, { count }) => sum + count, 0), examples };
}


/***/ }),

/***/ 84496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ probabilityColumns),
/* harmony export */   t: () => (/* binding */ requireProbabilities)
/* harmony export */ });
/* harmony import */ var _gatehouse_tables__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31733);
/* harmony import */ var _binary_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20952);
/* harmony import */ var _needed_columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45459);



/** How far the probabilities of a row may be from 1 together (stats.md §1.1). */
const SUM_TOLERANCE = 1e-6;
/** The probability of each class in the order of the classes; `null` where the model gives none. */
function probabilityColumns({ scores }, classes) {
    return scores === null ? null : classes.map((name) => (0,_needed_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .need */ .$)(scores.get(name), `probability of ${name}`));
}
/**
 * Makes sure that the probabilities of the classes are some, of the model and of its champion. Every gate asks, also one that
 * does not read them: a file that one gate refuses is no evidence for another.
 *
 * @throws ActionError `refused`: `value-missing`, `value-not-finite`, and `predictions-refused` below 0, above 1, or where
 *   those of a row do not sum to 1.
 */
async function requireProbabilities(rows, classes) {
    const { columns } = rows;
    for (const model of [columns, columns.champion]) {
        const scores = model === null ? null : probabilityColumns(model, classes);
        if (scores !== null)
            await requireEach(rows, scores);
    }
}
async function requireEach({ tables, relation }, scores) {
    // Refuses what has no sum: missing values, NaN and infinities.
    await tables.groupedSums(relation, [], scores.map((of) => ({ of })));
    const moments = await tables.moments(relation, scores, { squares: false });
    for (const [at, score] of scores.entries()) {
        const [min, max] = [moments[at]?.min ?? 0, moments[at]?.max ?? 0];
        if (min < 0 || max > 1)
            throw notProbability(score, `scores from ${min} to ${max}`);
    }
    const apart = await tables.unequalSums(relation, { columns: scores, total: 1, tolerance: SUM_TOLERANCE });
    if (apart > 0)
        throw notSummed(scores, apart);
}
function notProbability(score, found) {
    const allowed = 'numbers from 0 to 1, the probability of the class';
    return (0,_binary_values_js__WEBPACK_IMPORTED_MODULE_1__/* .refusedPredictions */ .RP)({ where: (0,_binary_values_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(score), found, allowed, remedy: 'Write probabilities, as in 0.25' });
}
function notSummed(scores, apart) {
    return (0,_binary_values_js__WEBPACK_IMPORTED_MODULE_1__/* .refusedPredictions */ .RP)({
        where: `table ${(0,_gatehouse_tables__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .T)(scores[0]?.table ?? '')}, columns ${(0,_gatehouse_tables__WEBPACK_IMPORTED_MODULE_2__/* .quotedList */ .p)(scores.map(({ column }) => column))}`,
        found: `${apart} ${apart === 1 ? 'row' : 'rows'} whose probabilities do not sum to 1`,
        allowed: `1 in every row, up to ${SUM_TOLERANCE}`,
        remedy: 'Write the probability of every class',
    });
}


/***/ }),

/***/ 1328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ gateSources)
/* harmony export */ });
/**
 * How the tables of a gate are read, in the decide run and on the command line alike. CSV has no types: where all tables are
 * delimited text, a key is the text that stands there, so that `007` and `7` are two ids and `1.0` is no `1`; and an empty
 * field is a missing value, in quotes or not. Beside a table that has types, a text column is what its values look like.
 */
function gateSources(sources) {
    const texts = sources.every(({ format }) => isDelimited(format));
    return sources.map(({ keys, ...source }) => {
        if (!isDelimited(source.format))
            return source;
        const types = texts ? Object.fromEntries([...new Set(keys)].map((key) => [key, 'text'])) : {};
        return { ...source, missing: [''], types };
    });
}
function isDelimited(format) {
    return format === 'csv' || format === 'tsv';
}


/***/ }),

/***/ 17290:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ knownGroups),
/* harmony export */   b: () => (/* binding */ groupsCounted)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _gatehouse_gates__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61639);
/* harmony import */ var _gatehouse_tables__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31733);
/* harmony import */ var _binary_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20952);




/**
 * Every value of each column anywhere in its table, also in rows that do not count, so that a group without a row is noticed.
 *
 * @throws ConfigError when a value is the name under which rows without a value are compared.
 */
async function knownGroups({ tables }, columns) {
    const known = new Map();
    for (const [name, ref] of columns) {
        known.set(name, groupsCounted(ref, await tables.groupedCounts({ table: ref.table }, [ref]), 0));
    }
    return known;
}
/**
 * The values of a column at one place of the keys of a count.
 *
 * @throws ConfigError as {@link knownGroups}.
 */
function groupsCounted(ref, counts, at) {
    const reserved = counts.filter(({ key }) => key[at] === _gatehouse_gates__WEBPACK_IMPORTED_MODULE_0__/* .MISSING_GROUP */ .r);
    const rows = reserved.reduce((sum, { count }) => sum + count, 0);
    if (reserved.length > 0)
        throw reservedGroup(ref, rows);
    return [...new Set(counts.flatMap(({ key }) => key[at] ?? []))];
}
function reservedGroup(ref, count) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL([
        {
            where: (0,_binary_values_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(ref),
            found: `${count} rows with the reserved value ${(0,_gatehouse_tables__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .T)(_gatehouse_gates__WEBPACK_IMPORTED_MODULE_0__/* .MISSING_GROUP */ .r)}`,
            allowed: 'no value where it is not known',
            remedy: 'Leave the field empty',
        },
    ]);
}


/***/ }),

/***/ 45459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ need)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/**
 * A column that a gate cannot do without.
 *
 * @throws ConfigError when the data or the configuration name none.
 */
function need(ref, meaning) {
    if (ref !== null && ref !== undefined)
        return ref;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL([
        {
            where: 'The columns of the gate',
            found: `no column for the ${meaning}`,
            allowed: `a column that holds the ${meaning}`,
            remedy: 'Name it in "columns", or on the command line',
        },
    ]);
}


/***/ }),

/***/ 86109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ requireIds)
/* harmony export */ });
/**
 * Makes sure that every row of a single table has an id of its own: the engine checks that of a join, also of one table. All
 * rows are looked at: an id that is in two parts would let training see a row that is judged.
 *
 * @throws ActionError `refused`: `ids-missing`, `ids-duplicated`, `ids-inexact`.
 */
async function requireIds({ tables, relation, columns: { id } }) {
    if ('table' in relation && id !== null)
        await tables.rows({ join: [id] });
}


/***/ }),

/***/ 61474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ refusedRows),
/* harmony export */   KY: () => (/* binding */ samplingFrom),
/* harmony export */   Zv: () => (/* binding */ samplingColumns)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _binary_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20952);


/** What is fetched to know what rows count and which depend on each other: the weight, then the cluster, where there are. */
function samplingColumns({ weight, cluster }) {
    return [
        ...(weight === null ? [] : [{ column: weight, as: 'numbers' }]),
        ...(cluster === null ? [] : [{ column: cluster, as: 'codes' }]),
    ];
}
/**
 * Weights and clusters from what {@link samplingColumns} fetched.
 *
 * @throws ActionError `refused`: `weight-not-positive`, and `value-missing` for a row without a cluster.
 */
function samplingFrom({ weight, cluster }, fetched) {
    const weights = fetched.find((values) => values.as === 'numbers')?.values ?? null;
    const codes = fetched.find((values) => values.as === 'codes') ?? null;
    const bad = weights?.find((value) => !(value > 0));
    if (weight !== null && bad !== undefined) {
        const found = `the weight ${bad}`;
        throw refusedRows('weight-not-positive', { where: (0,_binary_values_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(weight), found, allowed: 'weights above 0' });
    }
    if (cluster !== null && codes?.values.includes(-1)) {
        const found = `${codes.values.filter((code) => code < 0).length} rows without a cluster`;
        throw refusedRows('value-missing', { where: (0,_binary_values_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(cluster), found, allowed: 'a cluster in every row' });
    }
    return { weights, clusters: codes === null ? null : numbered(codes.values) };
}
/** A cluster of which no row counts is none. */
function numbered(codes) {
    const places = new Map();
    const of = codes.map((code) => {
        const place = places.get(code) ?? places.size;
        places.set(code, place);
        return place;
    });
    return { of, count: places.size };
}
function refusedRows(reasonCode, fault) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('refused', { ...fault, remedy: 'Correct the rows' }, { reasonCode });
}


/***/ }),

/***/ 33479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ requireScores)
/* harmony export */ });
/* harmony import */ var _binary_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20952);

/**
 * Makes sure that every score is a probability.
 *
 * @throws ActionError `refused`: `value-missing`, `value-not-finite`, and `predictions-refused` below 0 or above 1.
 */
async function requireScores({ tables, relation, columns }) {
    for (const score of [columns.score, columns.champion?.score ?? null]) {
        if (score === null)
            continue;
        // Refuses what has no sum: missing values, NaN and infinities.
        const counts = await tables.groupedSums(relation, [{ of: score, atLeast: 0 }], [{ of: score }]);
        const [moments] = await tables.moments(relation, [score]);
        const below = counts.find(({ key: [value] }) => value === 'false')?.count ?? 0;
        const [min, max] = [moments?.min ?? 0, moments?.max ?? 0];
        if (below === 0 && max <= 1)
            continue;
        throw (0,_binary_values_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedPredictions */ .RP)({
            where: (0,_binary_values_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(score),
            found: `scores from ${min} to ${max}`,
            allowed: 'numbers from 0 to 1, the probability of the positive label',
            remedy: 'Write probabilities, as in 0.25',
        });
    }
}


/***/ }),

/***/ 19745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ checkAligned),
/* harmony export */   QN: () => (/* binding */ countConfusion),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   j1: () => (/* binding */ ratesOf)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** Rows counted. */
function totalOf({ tp, fp, fn, tn }) {
    return tp + fp + fn + tn;
}
/**
 * Every rate of a group under its kebab-case name; `null` where its denominator is zero, never 0. Rates are weighted where
 * rows have weights, and counts are of rows.
 * The names tpr, fpr, tnr, fnr, ppv, npv, fdr and for are the usual ratios of the confusion table.
 */
function ratesOf(rows) {
    const counts = rows.sampling?.weights ?? rows;
    const { tp, fp, fn, tn } = counts;
    const n = totalOf(counts);
    return {
        n: totalOf(rows),
        tp: rows.tp,
        fp: rows.fp,
        fn: rows.fn,
        tn: rows.tn,
        ...(rows.sampling === undefined ? {} : { weight: n }),
        'selection-rate': share(tp + fp, n),
        'base-rate': share(tp + fn, n),
        tpr: share(tp, tp + fn),
        fnr: share(fn, tp + fn),
        fpr: share(fp, fp + tn),
        tnr: share(tn, fp + tn),
        ppv: share(tp, tp + fp),
        fdr: share(fp, tp + fp),
        npv: share(tn, tn + fn),
        for: share(fn, tn + fn),
        accuracy: share(tp + tn, n),
    };
}
function share(part, whole) {
    return whole === 0 ? null : part / whole;
}
/** Counts of aligned labels and predictions; true is positive. */
function countConfusion(labels, predicted) {
    checkAligned(labels.length, predicted.length, 'predictions');
    const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
    for (const [index, label] of labels.entries()) {
        if (predicted[index])
            counts[label ? 'tp' : 'fp'] += 1;
        else
            counts[label ? 'fn' : 'tn'] += 1;
    }
    return counts;
}
/** @throws ActionError `bug` when two arrays about the same rows differ in length. */
function checkAligned(rows, other, what) {
    if (rows === other)
        return;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('bug', {
        where: 'The input of the gate',
        found: `${rows} labels and ${other} ${what}`,
        allowed: 'one per row',
        remedy: 'Report this as a bug of Gatehouse',
    });
}


/***/ }),

/***/ 61639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ MISSING_GROUP)
/* harmony export */ });
/* unused harmony export countGroups */

/** Name of the group of rows whose protected value is missing. Readers of data refuse it as a real value. */
const MISSING_GROUP = '__missing__';
/**
 * Confusion counts per sensitive column and group, groups in code-unit order.
 *
 * @throws ActionError `bug` when arrays are not aligned.
 */
function countGroups(rows) {
    checkAligned(rows.labels.length, rows.predicted.length, 'predictions');
    return new Map([...rows.sensitive].map(([column, values]) => {
        checkAligned(rows.labels.length, values.length, `values of ${column}`);
        return [column, countColumn(rows, values, rows.knownGroups?.get(column) ?? [])];
    }));
}
function countColumn(rows, values, known) {
    const none = () => ({ tp: 0, fp: 0, fn: 0, tn: 0 });
    const counts = new Map(known.map((group) => [group, none()]));
    for (const [index, label] of rows.labels.entries()) {
        const group = values[index] ?? MISSING_GROUP;
        const own = counts.get(group) ?? none();
        counts.set(group, own);
        if (rows.predicted[index])
            own[label ? 'tp' : 'fp'] += 1;
        else
            own[label ? 'fn' : 'tn'] += 1;
    }
    return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 34580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   O1: () => (/* binding */ judgeFloor),
/* harmony export */   pN: () => (/* binding */ judgeNonInferiority),
/* harmony export */   vQ: () => (/* binding */ judgeCeiling),
/* harmony export */   w: () => (/* binding */ judgeTrivialBaseline)
/* harmony export */ });
/** Comparisons are closed on the passing side, with room for rounding. */
function tolerance(limit) {
    return 1e-12 * Math.max(1, Math.abs(limit));
}
/** For measures that fail above a limit: passes when the upper bound is at or below it, fails when the lower is above. */
function judgeCeiling([lower, upper], limit) {
    if (lower > limit + tolerance(limit))
        return { outcome: 'fail', reasonCode: 'limit-exceeded' };
    if (upper <= limit + tolerance(limit))
        return { outcome: 'pass', reasonCode: 'within-limit' };
    return { outcome: 'inconclusive', reasonCode: 'interval-spans-limit' };
}
/** For measures that fail below a floor: passes when the lower bound is at or above it, fails when the upper is below. */
function judgeFloor([lower, upper], floor) {
    if (upper < floor - tolerance(floor))
        return { outcome: 'fail', reasonCode: 'below-floor' };
    if (lower >= floor - tolerance(floor))
        return { outcome: 'pass', reasonCode: 'floor-met' };
    return { outcome: 'inconclusive', reasonCode: 'interval-spans-floor' };
}
/** Against a trivial baseline, which must be beaten: equality is not enough. */
function judgeTrivialBaseline([lower, upper], baseline) {
    if (upper <= baseline + tolerance(baseline))
        return { outcome: 'fail', reasonCode: 'not-better-than-trivial' };
    if (lower > baseline + tolerance(baseline))
        return { outcome: 'pass', reasonCode: 'floor-met' };
    return { outcome: 'inconclusive', reasonCode: 'interval-spans-floor' };
}
/**
 * Non-inferiority of challenger minus champion (stats.md §1.4): superior above 0, non-inferior from -margin, inferior when
 * the whole interval is below -margin. Superiority after non-inferiority needs no correction (closed testing). With
 * `superiority`, only a challenger that is better by more than that is called superior.
 */
function judgeNonInferiority([lower, upper], margin, superiority = 0) {
    if (upper < -margin - tolerance(margin))
        return { outcome: 'fail', reasonCode: 'inferior' };
    if (lower > superiority + tolerance(0))
        return { outcome: 'pass', reasonCode: 'superior' };
    if (lower >= -margin - tolerance(margin))
        return { outcome: 'pass', reasonCode: 'non-inferior' };
    return { outcome: 'inconclusive', reasonCode: 'interval-spans-limit' };
}
/** True when the whole interval of challenger minus champion is below 0. */
function isWorse([, upper]) {
    return upper < -tolerance(0);
}


/***/ }),

/***/ 55624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ requiredByMeasure),
/* harmony export */   o: () => (/* binding */ rowsToSettle)
/* harmony export */ });
/* harmony import */ var _gatehouse_stats__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43642);

const POWER = 0.8;
/**
 * About how many rows would tell a value from the limit that its bounds span, with power 0.8 if the value stays what it is:
 * n·((1 + z(0.80)/z)·d/|value - limit|)², where d is the distance to the bound on the side of the limit, which shrinks with √n,
 * and z that of its error. The bound lies beyond the limit, so this is more than n. `null` where the value is at the limit.
 *
 * @example rowsToSettle({ value: 0.86, bounds: [0.84, 0.88], errors: [0.05, 0.05], n: 1000 }, 0.85) // 9141
 */
function rowsToSettle({ value, bounds, errors, n }, limit) {
    const side = value > limit ? 0 : 1;
    const z = -(0,_gatehouse_stats__WEBPACK_IMPORTED_MODULE_0__/* .normalQuantile */ .Z)(errors[side]);
    const rows = Math.ceil(n * (((1 + (0,_gatehouse_stats__WEBPACK_IMPORTED_MODULE_0__/* .normalQuantile */ .Z)(POWER) / z) * (value - bounds[side])) / (value - limit)) ** 2);
    return Number.isSafeInteger(rows) && rows > n ? rows : null;
}
/** By measure the most rows that a finding about it needs. */
function requiredByMeasure(findings) {
    const most = new Map();
    for (const { measure, requiredN } of findings) {
        if (requiredN !== undefined)
            most.set(measure, Math.max(requiredN, most.get(measure) ?? 0));
    }
    return Object.fromEntries(most);
}


/***/ }),

/***/ 8896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rg: () => (/* binding */ newestVersion),
/* harmony export */   hY: () => (/* binding */ publishedAs),
/* harmony export */   "if": () => (/* binding */ requireNewest)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var _publish_publish_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37134);
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86522);



/**
 * The highest version of a model, or `null` when there is none. Annotated tags count beside immutable releases, so
 * that deleting a release does not make the version below it the newest; a version whose release is published and not
 * immutable counts nowhere.
 */
async function newestVersion(ports, model) {
    const published = (await ports.releases.list()).filter(({ draft }) => !draft);
    const mutable = new Set(published.filter(({ immutable }) => !immutable).map(({ tag }) => tag));
    const names = [...(await ports.tags.list(`${model}@v`)).map(({ name }) => name), ...published.map(({ tag }) => tag)];
    const versions = names
        .filter((name) => !mutable.has(name))
        .flatMap((name) => (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(name) ?? [])
        .filter((version) => version.model === model);
    return versions.toSorted(_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy).at(-1) ?? null;
}
/**
 * The version under which a model digest and commit were published first, or `null`. Found by the annotated tag, its
 * commit and its message: notes of a release stay editable for ever. A tag whose release is published and not immutable
 * is passed over.
 */
async function publishedAs(ports, request) {
    const { model, commit, modelDigest, burned = [] } = request;
    const unusable = new Set([...(await mutableVersions(ports)), ...burned]);
    const [first] = (await ports.tags.list(`${model}@v`))
        .filter((tag) => !unusable.has(tag.name) && (0,_publish_publish_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isTagOf */ .ke)(tag, { tag: tag.name, commit, modelDigest }))
        .flatMap(({ name }) => (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(name) ?? [])
        .filter((version) => version.model === model)
        .toSorted(_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy);
    return first === undefined ? null : (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .versionTag */ .Vm)(first);
}
/**
 * Refuses a version below the highest one of its model, and one that publishes again what a lower version published:
 * an authorisation holds for ever and names no version, so whoever can start a deployment could put old bytes back.
 *
 * @throws ActionError `refused`, reason `version-superseded`; also for a tag that names no version.
 */
async function requireNewest(ports, publication) {
    const { tag } = publication;
    const version = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(tag);
    if (version === null)
        throw superseded(tag, 'it names no version');
    const newest = await newestVersion(ports, version.model);
    if (newest !== null && (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version, newest) < 0) {
        throw superseded(tag, `it is older than ${(0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .versionTag */ .Vm)(newest)}`);
    }
    const first = await publishedAs(ports, { ...publication, model: version.model });
    if (first !== tag)
        throw superseded(tag, first === null ? 'its tag is not of these bytes' : `its bytes are ${first}`);
}
async function mutableVersions(ports) {
    const releases = await ports.releases.list();
    return new Set(releases.filter(({ draft, immutable }) => !draft && !immutable).map(({ tag }) => tag));
}
function superseded(tag, found) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('refused', {
        where: `Version ${tag}`,
        found,
        allowed: 'the newest version of the model; an older one only with the input rollback: true',
        remedy: 'Deploy the newest version; to go back on purpose, start a deployment with rollback: true',
    }, { reasonCode: 'version-superseded' });
}


/***/ }),

/***/ 37134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gy: () => (/* binding */ checkPlan),
/* harmony export */   ib: () => (/* binding */ tagMessage),
/* harmony export */   kC: () => (/* binding */ draftMarker),
/* harmony export */   ke: () => (/* binding */ isTagOf),
/* harmony export */   ul: () => (/* binding */ releaseBody)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29807);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);
/* harmony import */ var _asset_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98350);
/* harmony import */ var _version_tag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86522);



/**
 * Checks a plan before anything is asked of GitHub.
 *
 * @throws ConfigError for names, sizes and versions that a release cannot hold
 * @throws ActionError `refused`, reason `not-authorised`, when the files are not the model that was authorised
 */
function checkPlan(plan) {
    const version = (0,_version_tag_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersionTag */ ._Q)(plan.tag);
    if (version === null)
        throw notAVersion(plan.tag);
    (0,_asset_names_js__WEBPACK_IMPORTED_MODULE_1__/* .checkAttachments */ .rm)(plan.attachments);
    const digest = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .modelDigest */ .a9)(plan.files);
    if (digest !== plan.modelDigest)
        throw notThisModel(plan, digest);
    return { ...plan, model: version.model };
}
/**
 * Hidden line in the body of a draft by which a later run finds it again: GitHub shows drafts in lists only. It names
 * the tag, the model and the commit, so that a draft for other bytes is never continued. Everyone who may write can
 * forge it: it decides neither the version nor what is published, see {@link isTagOf}.
 */
function draftMarker(publication) {
    return `<!-- gatehouse-publication ${publication.tag} ${publication.modelDigest} ${publication.commit} -->`;
}
/** The body of the release: the notes, and the marker. */
function releaseBody(plan) {
    return `${plan.notes}\n\n${draftMarker(plan)}\n`;
}
/** Message of the annotated tag. An immutable release locks its tag, so this stays what it was. */
function tagMessage({ tag, modelDigest }) {
    return `${tag}\n\nModel-Digest: ${modelDigest}`;
}
/** True when a tag is the one that publishing makes: same name, commit and message, which names the model digest. */
function isTagOf(tag, publication) {
    const { name, commit, message } = tag;
    return name === publication.tag && commit === publication.commit && message.trimEnd() === tagMessage(publication);
}
function notAVersion(tag) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ConfigError */ .xL([
        {
            where: 'Version tag',
            found: `"${tag}"`,
            allowed: 'A tag "name@vX.Y.Z"',
            remedy: 'Let the next version be computed from the tags of the repository',
        },
    ]);
}
function notThisModel(plan, digest) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('refused', {
        where: `Publishing ${plan.tag}`,
        found: `Files whose model digest is ${digest}`,
        allowed: `The authorised model digest, ${plan.modelDigest}`,
        remedy: 'Find out what changed the files after they were evaluated; train again if in doubt',
    }, { reasonCode: 'not-authorised' });
}


/***/ }),

/***/ 4129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ checkConfusion),
/* harmony export */   dL: () => (/* binding */ confusionTotal),
/* harmony export */   mh: () => (/* binding */ withLabelsSwapped)
/* harmony export */ });
/* unused harmony exports binaryConfusion, mergeConfusions */

/** Rows counted, or the sum of their weights. */
function confusionTotal({ tp, fp, fn, tn }) {
    return tp + fp + fn + tn;
}
/**
 * The confusion of aligned labels and predictions, 1 is positive. No row gives four zeros. O(N).
 *
 * @throws RangeError when a label is not 0 or 1, a weight is not positive and finite, or lengths differ.
 */
function binaryConfusion(labels, predicted, weights) {
    checkSameLength(labels, predicted, 'labels and predictions');
    checkBinary(labels, 'A label');
    checkBinary(predicted, 'A prediction');
    checkWeights(weights, labels);
    const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
    for (let row = 0; row < labels.length; row += 1) {
        const positive = labels[row] === 1;
        const cell = predicted[row] === 1 ? (positive ? 'tp' : 'fp') : positive ? 'fn' : 'tn';
        counts[cell] += weights === undefined ? 1 : Number(weights[row]);
    }
    return counts;
}
/** The same rows with the other label called positive: for a favourable outcome that is coded 0. */
function withLabelsSwapped({ tp, fp, fn, tn }) {
    return { tp: tn, fp: fn, fn: fp, tn: tp };
}
/** The rows of several confusions together; four zeros for none. */
function mergeConfusions(parts) {
    const sum = { tp: 0, fp: 0, fn: 0, tn: 0 };
    for (const part of parts) {
        for (const cell of ['tp', 'fp', 'fn', 'tn'])
            sum[cell] += part[cell];
    }
    return sum;
}
/** @throws RangeError when a count is negative, NaN or infinite. */
function checkConfusion(confusion) {
    for (const cell of ['tp', 'fp', 'fn', 'tn']) {
        const count = confusion[cell];
        if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) {
            throw new RangeError(`A count of a confusion must be finite and not negative, got ${count} for ${cell}.`);
        }
    }
}


/***/ }),

/***/ 40735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ CONFUSION_RATES),
/* harmony export */   r: () => (/* binding */ confusionRate)
/* harmony export */ });
/* harmony import */ var _measured_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24333);
/* harmony import */ var _binary_confusion_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4129);


const all = { whole: _binary_confusion_js__WEBPACK_IMPORTED_MODULE_0__/* .confusionTotal */ .dL, whenUndefined: 'empty-group' };
const positives = { whole: (c) => c.tp + c.fn, whenUndefined: 'no-positives' };
const negatives = { whole: (c) => c.fp + c.tn, whenUndefined: 'no-negatives' };
const selected = { whole: (c) => c.tp + c.fp, whenUndefined: 'no-predicted-positives' };
const rejected = { whole: (c) => c.tn + c.fn, whenUndefined: 'no-predicted-negatives' };
/**
 * Every rate that is one share of a confusion. With P = TP+FN, N = FP+TN, n = P+N:
 * accuracy (TP+TN)/n, error (FP+FN)/n, selection rate (TP+FP)/n, base rate P/n, recall TP/P, fnr FN/P,
 * specificity TN/N, fpr FP/N, precision TP/(TP+FP), fdr FP/(TP+FP), npv TN/(TN+FN), for FN/(TN+FN).
 */
const CONFUSION_RATES = {
    accuracy: { ...all, part: (c) => c.tp + c.tn },
    error: { ...all, part: (c) => c.fp + c.fn },
    'selection-rate': { ...all, part: (c) => c.tp + c.fp },
    'base-rate': { ...all, part: (c) => c.tp + c.fn },
    recall: { ...positives, part: (c) => c.tp },
    fnr: { ...positives, part: (c) => c.fn },
    specificity: { ...negatives, part: (c) => c.tn },
    fpr: { ...negatives, part: (c) => c.fp },
    precision: { ...selected, part: (c) => c.tp },
    fdr: { ...selected, part: (c) => c.fp },
    npv: { ...rejected, part: (c) => c.tn },
    for: { ...rejected, part: (c) => c.fn },
};
/**
 * A rate of a confusion, from 0 to 1; the direction of each is in `METRIC_DIRECTIONS`. Without a denominator it is
 * undefined (scikit-learn says 0 there).
 *
 * @throws RangeError when a count is negative or not finite.
 */
function confusionRate(rate, confusion) {
    (0,_binary_confusion_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfusion */ .Ld)(confusion);
    const { part, whole, whenUndefined } = CONFUSION_RATES[rate];
    return (0,_measured_js__WEBPACK_IMPORTED_MODULE_1__/* .quotient */ .y8)(part(confusion), whole(confusion), whenUndefined);
}


/***/ }),

/***/ 58998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ suppressCells)
});

;// CONCATENATED MODULE: ./build/packages/stats/src/groups/solvable-cell.js
const NEGLIGIBLE = 1e-9;
/**
 * An unknown that the equations fix, or `null` when every unknown can still vary. By Gauss-Jordan elimination: after it
 * an equation with one unknown left gives that unknown away. O(equations² · unknowns).
 */
function solvableCell(equations) {
    const ids = [...new Set(equations.flatMap(({ unknowns }) => unknowns))].sort();
    const column = new Map(ids.map((id, at) => [id, at]));
    const rows = equations
        .filter(({ unknowns }) => unknowns.length > 0)
        .map(({ unknowns, total }) => {
        const row = new Float64Array(ids.length);
        for (const id of unknowns)
            row[column.get(id) ?? 0] = id === total ? -1 : 1;
        return row;
    });
    reduce(rows, ids.length);
    for (const row of rows) {
        const left = ids.filter((_, at) => Math.abs(Number(row[at])) > NEGLIGIBLE);
        if (left.length === 1)
            return left[0] ?? null;
    }
    return null;
}
function reduce(rows, columns) {
    let done = 0;
    for (let at = 0; at < columns && done < rows.length; at += 1) {
        const pivot = largestPivot(rows, done, at);
        const row = rows[pivot];
        const other = rows[done];
        if (row === undefined || other === undefined || Math.abs(Number(row[at])) <= NEGLIGIBLE)
            continue;
        rows[pivot] = other;
        rows[done] = row.map((value) => value / Number(row[at]));
        const unit = rows[done] ?? row;
        for (const [index, target] of rows.entries()) {
            const factor = Number(target[at]);
            if (index === done || factor === 0)
                continue;
            rows[index] = target.map((value, column) => value - factor * Number(unit[column]));
        }
        done += 1;
    }
}
function largestPivot(rows, from, column) {
    let best = from;
    for (let row = from; row < rows.length; row += 1) {
        if (Math.abs(Number(rows[row]?.[column])) > Math.abs(Number(rows[best]?.[column])))
            best = row;
    }
    return best;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/groups/suppression.js

/**
 * Which cells of a table may be printed, so that no suppressed count can be solved from the printed ones.
 *
 * A cell with fewer than k rows is suppressed. Then, until nothing changes: where a printed total has one suppressed
 * part, or suppressed parts of fewer than k rows together, its next smallest part is suppressed as well, and without one
 * the total; where a total is suppressed and no part is, its smallest part; and where the equations of all sums together
 * still fix a suppressed cell, the smallest printed cell beside it. Willenborg and de Waal (2001), Elements of Statistical
 * Disclosure Control, ch. 4. Ties go to the id that sorts first.
 *
 * It prevents that a count is solved and that a remainder below k shows. It does not promise wide bounds for a suppressed
 * cell, and knows only of the sums that it is told.
 *
 * @throws RangeError when a count is not a whole number from 0, an id is unknown or not unique, a sum does not add up
 *   or has no parts, or k is not a whole number from 1.
 */
function suppressCells(table, rule) {
    const cells = checkTable(table, rule);
    const verdicts = new Map([...cells].map(([id, cell]) => [id, isSmall(cell, rule) ? 'small' : 'printed']));
    const state = { cells, verdicts, k: rule.k };
    for (;;) {
        const next = nextOfSums(table.sums, state) ?? nextOfEquations(table.sums, state);
        if (next === null)
            return verdicts;
        verdicts.set(next, 'complementary');
    }
}
function isSmall({ n, shares = [] }, { k, strict = false }) {
    return n < k || (strict && shares.some(({ part, whole }) => part < k || whole - part < k));
}
function nextOfSums(sums, state) {
    for (const { total, parts } of sums) {
        const hidden = parts.filter((id) => isHidden(id, state));
        const printedPart = smallestPrinted(parts, state);
        if (isHidden(total, state)) {
            if (hidden.length === 0)
                return printedPart;
            continue;
        }
        const rows = hidden.reduce((sum, id) => sum + rowsOf(id, state), 0);
        if (hidden.length === 1 || (hidden.length > 1 && rows < state.k))
            return printedPart ?? total;
    }
    return null;
}
function nextOfEquations(sums, state) {
    const solved = solvableCell(sums.map(({ total, parts }) => ({ total, unknowns: [total, ...parts].filter((id) => isHidden(id, state)) })));
    if (solved === null)
        return null;
    const beside = sums.filter(({ total, parts }) => total === solved || parts.includes(solved));
    const near = smallestPrinted(idsOf(beside), state);
    return near ?? smallestPrinted(idsOf(sums), state);
}
function idsOf(sums) {
    return sums.flatMap(({ total, parts }) => [total, ...parts]);
}
function isHidden(id, { verdicts }) {
    return verdicts.get(id) !== 'printed';
}
function rowsOf(id, { cells }) {
    return cells.get(id)?.n ?? 0;
}
function smallestPrinted(ids, state) {
    const printed = ids.filter((id) => !isHidden(id, state));
    return printed.reduce((best, id) => (best === null || isBefore(id, best, state) ? id : best), null);
}
function isBefore(id, other, state) {
    const difference = rowsOf(id, state) - rowsOf(other, state);
    return difference === 0 ? id < other : difference < 0;
}
function checkTable({ cells, sums }, { k }) {
    if (!Number.isSafeInteger(k) || k < 1)
        throw new RangeError(`The smallest cell must be a whole number from 1, got ${k}.`);
    const byId = new Map(cells.map((cell) => [cell.id, cell]));
    if (byId.size !== cells.length)
        throw new RangeError(`Cells must have different ids, got ${cells.length} cells with ${byId.size}.`);
    for (const { id, n } of cells) {
        if (!Number.isSafeInteger(n) || n < 0)
            throw new RangeError(`A cell has a whole number of rows, got ${n} for ${id}.`);
    }
    for (const { total, parts } of sums) {
        const unknown = [total, ...parts].find((id) => !byId.has(id));
        if (unknown !== undefined)
            throw new RangeError(`A sum must name cells of the table, got ${unknown}.`);
        if (parts.length === 0 || new Set([total, ...parts]).size <= parts.length) {
            throw new RangeError(`A sum must have parts, none of them twice or the total, got ${parts.join(', ')} of ${total}.`);
        }
        const sum = parts.reduce((rows, id) => rows + (byId.get(id)?.n ?? 0), 0);
        if (sum !== byId.get(total)?.n) {
            throw new RangeError(`The parts of ${total} must add up to ${byId.get(total)?.n} rows, got ${sum}.`);
        }
    }
    return byId;
}


/***/ }),

/***/ 63165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ meanInterval),
/* harmony export */   j: () => (/* binding */ welchDifference)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);
/* harmony import */ var _measured_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24333);
/* harmony import */ var _special_student_t_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52419);



/**
 * Mean with the interval mean ± t·√(m2/(n-1)/n), t with n - 1 degrees of freedom. Give it the moments of the differences of
 * pairs and it is the paired t interval and test. Where all values are equal the interval has no width, and p is 1 at 0
 * and 0 elsewhere: n equal values is what the data say, and whether n is enough is for the gate.
 *
 * Undefined (`insufficient-n`) for fewer than two values. Student (1908), Biometrika 6, 1-25.
 *
 * @throws RangeError when confidence is not in (0, 1) or the moments are not those of a sample.
 */
function meanInterval(moments, confidence) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfidence */ .p3)(confidence);
    checkMoments(moments);
    if (moments.n < 2)
        return (0,_measured_js__WEBPACK_IMPORTED_MODULE_1__/* .undefinedFor */ .iN)('insufficient-n');
    const variance = moments.m2 / (moments.n - 1) / moments.n;
    return studentEstimate({ estimate: moments.mean, variance, df: moments.n - 1 }, confidence);
}
/**
 * Difference of the means of two independent samples, first minus second, without the assumption of equal variances:
 * Welch (1947), Biometrika 34, 28-35; degrees of freedom of Satterthwaite.
 *
 * Undefined (`insufficient-n`) when a sample has fewer than two values. Two constant samples are as in {@link meanInterval}.
 *
 * @throws RangeError when confidence is not in (0, 1) or the moments are not those of a sample.
 */
function welchDifference(first, second, confidence) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfidence */ .p3)(confidence);
    checkMoments(first);
    checkMoments(second);
    if (first.n < 2 || second.n < 2)
        return (0,_measured_js__WEBPACK_IMPORTED_MODULE_1__/* .undefinedFor */ .iN)('insufficient-n');
    const [a, b] = [first.m2 / (first.n - 1) / first.n, second.m2 / (second.n - 1) / second.n];
    // Shares of the variance rather than squares of it, which would underflow.
    const share = a / (a + b);
    const df = 1 / (share ** 2 / (first.n - 1) + (1 - share) ** 2 / (second.n - 1));
    return studentEstimate({ estimate: first.mean - second.mean, variance: a + b, df }, confidence);
}
function studentEstimate({ estimate, variance, df }, confidence) {
    if (variance === 0) {
        const p = estimate === 0 ? 1 : 0;
        return {
            estimate,
            standardError: 0,
            df: Number.POSITIVE_INFINITY,
            interval: [estimate, estimate],
            p,
            undefinedReason: null,
        };
    }
    const standardError = Math.sqrt(variance);
    const half = (0,_special_student_t_js__WEBPACK_IMPORTED_MODULE_2__/* .studentCritical */ .Dj)(confidence, df) * standardError;
    return {
        estimate,
        standardError,
        df,
        interval: [estimate - half, estimate + half],
        p: Math.min(1, 2 * (0,_special_student_t_js__WEBPACK_IMPORTED_MODULE_2__/* .studentCdf */ .Rf)(-Math.abs(estimate) / standardError, df)),
        undefinedReason: null,
    };
}
function checkMoments({ n, mean, m2 }) {
    if (!Number.isSafeInteger(n) || n < 0)
        throw new RangeError(`A sample size is a whole number from 0, got ${n}.`);
    if (!Number.isFinite(mean) || !(m2 >= 0 && m2 < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`A mean is finite and a sum of squares finite and from 0, got ${mean} and ${m2}.`);
    }
}


/***/ }),

/***/ 12589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ aucScoreInterval)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);
/* harmony import */ var _special_bisection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92061);
/* harmony import */ var _special_critical_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89320);



/**
 * Score interval of an area under the ROC curve: Newcombe (2006), Statistics in Medicine 25, 559-573, method 5.
 *
 * The bounds solve (A - θ)² = z²·V(θ), V(θ) = θ(1-θ)[1 + N*(1-θ)/(2-θ) + N*θ/(1+θ)]/(mn), N* = (m+n)/2 - 1. The
 * interval has positive width also at A = 0 and A = 1, where DeLong's has none.
 *
 * @throws RangeError when auc is not in [0, 1], a class is empty, or confidence is not in (0, 1).
 */
function aucScoreInterval(measured, confidence) {
    const { auc, positives, negatives } = measured;
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkCounts */ .tl)(0, positives);
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkCounts */ .tl)(0, negatives);
    if (!(auc >= 0 && auc <= 1))
        throw new RangeError(`An area is a number from 0 to 1, got ${auc}.`);
    const z = (0,_special_critical_value_js__WEBPACK_IMPORTED_MODULE_1__/* .criticalValue */ .z)(confidence);
    const extra = (positives + negatives) / 2 - 1;
    const error = (theta) => {
        const shape = 1 + (extra * (1 - theta)) / (2 - theta) + (extra * theta) / (1 + theta);
        return z * Math.sqrt((theta * (1 - theta) * shape) / (positives * negatives));
    };
    return [
        auc === 0 ? 0 : (0,_special_bisection_js__WEBPACK_IMPORTED_MODULE_2__/* .crossing */ .T)((theta) => auc - theta - error(theta), 0, auc),
        auc === 1 ? 1 : (0,_special_bisection_js__WEBPACK_IMPORTED_MODULE_2__/* .crossing */ .T)((theta) => auc - theta + error(theta), auc, 1),
    ];
}


/***/ }),

/***/ 1226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ delongInterval),
/* harmony export */   j: () => (/* binding */ delongDifference)
/* harmony export */ });
/* harmony import */ var _special_critical_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89320);
/* harmony import */ var _special_normal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82030);


/**
 * DeLong interval of one area on the linear scale, within [0, 1]; `null` where the variance cannot be estimated.
 * It has no width at 0 and 1: use `aucScoreInterval` there and for fewer than ten rows of a class.
 */
function delongInterval(result, model, confidence) {
    const auc = result.aucs[model];
    const variance = result.covariance?.[model]?.[model];
    if (auc === undefined || variance === undefined)
        return null;
    const half = (0,_special_critical_value_js__WEBPACK_IMPORTED_MODULE_0__/* .criticalValue */ .z)(confidence) * Math.sqrt(variance);
    return [Math.max(0, auc - half), Math.min(1, auc + half)];
}
/**
 * Difference of the first two areas of `result` with the normal interval from their covariance; `null` where that cannot
 * be estimated. Two models that rank every row alike have difference 0, interval [0, 0] and p = 1.
 */
function delongDifference(result, confidence) {
    const [first, second] = result.aucs;
    const [a, b] = result.covariance ?? [];
    if (first === undefined || second === undefined || a === undefined || b === undefined)
        return null;
    const difference = first - second;
    // Rounding can leave a tiny negative number where the variance of the difference is zero.
    const variance = Math.max(0, Number(a[0]) + Number(b[1]) - 2 * Number(a[1]));
    const standardError = variance < 1e-15 ? 0 : Math.sqrt(variance);
    const half = (0,_special_critical_value_js__WEBPACK_IMPORTED_MODULE_0__/* .criticalValue */ .z)(confidence) * standardError;
    return {
        difference,
        interval: [Math.max(-1, difference - half), Math.min(1, difference + half)],
        standardError,
        p: pValue(difference, standardError),
    };
}
function pValue(difference, standardError) {
    if (difference === 0)
        return 1;
    return standardError === 0 ? 0 : 2 * (0,_special_normal_js__WEBPACK_IMPORTED_MODULE_1__/* .normalCdf */ .v)(-Math.abs(difference) / standardError);
}


/***/ }),

/***/ 68052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ bcaInterval)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);
/* harmony import */ var _special_normal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82030);
/* harmony import */ var _special_normal_quantile_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43642);
/* harmony import */ var _percentile_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12059);




/**
 * Bias-corrected and accelerated bootstrap interval: Efron (1987), JASA 82, 171-185. z0 = Φ⁻¹((#{θ* < θ} + #{θ* ≤ θ})/2B),
 * shares Φ(z0 + (z0 + z)/(1 - a(z0 + z))) for z = ±z(confidence), read by linear interpolation. Where that is not defined the
 * plain percentiles are given and `fallback` says why.
 *
 * @throws RangeError when there is no replicate or confidence is not in (0, 1).
 */
function bcaInterval({ estimate, replicates, acceleration }, confidence) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkConfidence */ .p3)(confidence);
    const z = (0,_special_normal_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .normalQuantile */ .Z)((1 - confidence) / 2);
    const ranks = countBelow(replicates, estimate) + countBelow(replicates, estimate, true);
    const biasCorrection = (0,_special_normal_quantile_js__WEBPACK_IMPORTED_MODULE_1__/* .normalQuantile */ .Z)(ranks / (2 * replicates.length));
    const corrected = correctedShares({ biasCorrection, acceleration }, z);
    const usable = typeof corrected !== 'string';
    const shares = usable ? corrected : [(1 - confidence) / 2, 1 - (1 - confidence) / 2];
    return {
        interval: [(0,_percentile_js__WEBPACK_IMPORTED_MODULE_2__/* .linearPercentile */ .H)(replicates, shares[0]), (0,_percentile_js__WEBPACK_IMPORTED_MODULE_2__/* .linearPercentile */ .H)(replicates, shares[1])],
        shares,
        method: usable ? 'bca' : 'percentile',
        fallback: usable ? null : corrected,
        biasCorrection,
        acceleration,
    };
}
function correctedShares({ biasCorrection, acceleration }, z) {
    if (!Number.isFinite(biasCorrection))
        return 'one-sided-replicates';
    if (acceleration === null)
        return 'no-acceleration';
    const [lower, upper] = [biasCorrection + z, biasCorrection - z];
    if (acceleration * lower >= 1 || acceleration * upper >= 1)
        return 'acceleration-too-large';
    return [
        (0,_special_normal_js__WEBPACK_IMPORTED_MODULE_3__/* .normalCdf */ .v)(biasCorrection + lower / (1 - acceleration * lower)),
        (0,_special_normal_js__WEBPACK_IMPORTED_MODULE_3__/* .normalCdf */ .v)(biasCorrection + upper / (1 - acceleration * upper)),
    ];
}
/** How many sorted values lie below `limit`, or with `orEqual` not above it, by bisection. */
function countBelow(sorted, limit, orEqual = false) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >>> 1;
        const value = Number(sorted[middle]);
        if (value < limit || (orEqual && value === limit))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}


/***/ }),

/***/ 87820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ LEAST_CLUSTERS),
  k: () => (/* binding */ bootstrapInterval)
});

// EXTERNAL MODULE: ./build/packages/stats/src/arguments.js
var src_arguments = __webpack_require__(65505);
// EXTERNAL MODULE: ./build/packages/stats/src/measured.js
var measured = __webpack_require__(24333);
// EXTERNAL MODULE: ./build/packages/stats/src/resampling/bca.js
var bca = __webpack_require__(68052);
// EXTERNAL MODULE: ./build/packages/stats/src/random/shuffle.js
var shuffle = __webpack_require__(66272);
// EXTERNAL MODULE: ./build/packages/stats/src/random/binomial.js
var binomial = __webpack_require__(72692);
;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/units.js

/** @throws RangeError when there is no row, a number is out of range, or a stratum or cluster has no row. */
function checkUnits(units) {
    if (rowCount(units) < 1 || !Number.isSafeInteger(rowCount(units))) {
        throw new RangeError(`A number of rows is a whole number from 1, got ${rowCount(units)}.`);
    }
    if (units.kind === 'rows')
        return;
    if (units.kind === 'cells') {
        const negative = units.counts.find((count) => count < 0);
        if (negative !== undefined)
            throw new RangeError(`A count of a cell is a whole number from 0, got ${negative}.`);
        return;
    }
    const [of, count] = units.kind === 'strata' ? [units.stratumOf, units.strata] : [units.clusterOf, units.clusters];
    const sizes = new Int32Array(count);
    for (const part of of) {
        if (part < 0 || part >= count)
            throw new RangeError(`A part of the rows is from 0 to ${count - 1}, got ${part}.`);
        sizes[part] = Number(sizes[part]) + 1;
    }
    const empty = sizes.indexOf(0);
    if (empty >= 0)
        throw new RangeError(`Every part of the rows has a row, got none in ${empty}.`);
}
function rowCount(units) {
    if (units.kind === 'rows')
        return units.rows;
    if (units.kind === 'cells')
        return units.counts.reduce((sum, count) => sum + count, 0);
    return units.kind === 'strata' ? units.stratumOf.length : units.clusterOf.length;
}
/** How many units are drawn: rows, or clusters. */
function unitCount(units) {
    return units.kind === 'clusters' ? units.clusters : rowCount(units);
}
/** A function from multiplicities of the units to those of the rows; the same array where rows are the units. */
function toRowMultiplicities(units) {
    if (units.kind !== 'clusters')
        return (ofUnits) => ofUnits;
    const { clusterOf } = units;
    const ofRows = new Int32Array(clusterOf.length);
    return (ofUnits) => {
        for (let row = 0; row < ofRows.length; row += 1)
            ofRows[row] = Number(ofUnits[Number(clusterOf[row])]);
        return ofRows;
    };
}
/** A function that draws the units with replacement and gives the multiplicities of the rows, in an array that it reuses. */
function resampler(units) {
    checkUnits(units);
    if (units.kind === 'cells')
        return cellResampler(units.counts);
    const ofUnits = new Int32Array(unitCount(units));
    const toRows = toRowMultiplicities(units);
    const blocks = units.kind === 'strata' ? strataBlocks(units) : null;
    return (random) => {
        ofUnits.fill(0);
        if (blocks === null) {
            random.tally(ofUnits, ofUnits.length);
        }
        else {
            for (const block of blocks) {
                for (let draw = 0; draw < block.length; draw += 1)
                    take(ofUnits, Number(block[random.integer(block.length)]));
            }
        }
        return toRows(ofUnits);
    };
}
function cellResampler(counts) {
    const weights = Float64Array.from(counts);
    const rows = rowCount({ kind: 'cells', counts });
    const drawn = new Int32Array(counts.length);
    return (random) => {
        drawn.set((0,binomial/* multinomialDraw */.v)(rows, weights, random));
        return drawn;
    };
}
/** Every unit as it was observed: once, or each cell as often as there are rows in it. */
function observed(units) {
    return units.kind === 'cells' ? units.counts.slice() : new Int32Array(rowCount(units)).fill(1);
}
function take(multiplicities, unit) {
    multiplicities[unit] = Number(multiplicities[unit]) + 1;
}
/** The rows of each stratum. */
function strataBlocks({ stratumOf, strata, }) {
    const sizes = new Int32Array(strata);
    for (const stratum of stratumOf)
        take(sizes, stratum);
    const blocks = Array.from(sizes, (size) => new Int32Array(size));
    const filled = new Int32Array(strata);
    for (const [row, stratum] of stratumOf.entries()) {
        const place = Number(filled[stratum]);
        blocks[stratum]?.fill(row, place, place + 1);
        take(filled, stratum);
    }
    return blocks;
}

;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/jackknife.js


/** How many parts the rows are left out in, when there are more units than that. */
const GROUPS = 200;
/**
 * The acceleration of BCa from values of the statistic without each part of the rows:
 * Σ(θ̄ - θ₍ᵢ₎)³/(6·[Σ(θ̄ - θ₍ᵢ₎)²]^1.5). Null when there are fewer than two values or they are all equal.
 *
 * @param leftOut The closed form where one is known (sums and means), or {@link deleteGroupJackknife}.
 * @throws RangeError when a value is not finite.
 * @example jackknifeAcceleration(Float64Array.of(27.25, 27, 26.75, 26.5, 2.5)) // 0.1116, the mean of 1, 2, 3, 4, 100
 */
function jackknifeAcceleration(leftOut) {
    if (leftOut.length < 2)
        return null;
    if (!leftOut.every(Number.isFinite))
        throw new RangeError('A jackknife value is a finite number.');
    const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
    const scale = leftOut.reduce((largest, value) => Math.max(largest, Math.abs(mean - value)), 0);
    // Deviations that are rounding of equal values have no skewness.
    if (scale <= 1e-14 * Math.abs(mean))
        return null;
    let squares = 0;
    let cubes = 0;
    for (const value of leftOut) {
        const deviation = (mean - value) / scale;
        squares += deviation ** 2;
        cubes += deviation ** 3;
    }
    return cubes / (6 * squares ** 1.5);
}
/**
 * The statistic without each of the units, or with more than 200 of them without each of 200 groups of nearly equal size.
 * The groups are drawn at random: consecutive rows of a sorted table are alike and would say nothing about the whole.
 * Null when the statistic has no value without some group. Rows counted in cells are each left out: those of one cell give
 * the same value.
 */
function deleteGroupJackknife(units, statistic, random) {
    if (units.kind === 'cells')
        return withoutOneOfCell(units.counts, statistic);
    const count = unitCount(units);
    const groups = Math.min(count, GROUPS);
    const order = Int32Array.from({ length: count }, (_, unit) => unit);
    if (groups < count)
        (0,shuffle/* shuffle */.k)(order, random);
    const toRows = toRowMultiplicities(units);
    const values = new Float64Array(groups);
    const ofUnits = new Int32Array(count).fill(1);
    for (let group = 0; group < groups; group += 1) {
        for (let at = group; at < count; at += groups)
            ofUnits[Number(order[at])] = 0;
        const value = statistic(toRows(ofUnits));
        if (value === null)
            return null;
        values[group] = value;
        for (let at = group; at < count; at += groups)
            ofUnits[Number(order[at])] = 1;
    }
    return values;
}
function withoutOneOfCell(counts, statistic) {
    const values = new Float64Array(counts.reduce((sum, count) => sum + count, 0));
    let at = 0;
    for (const [cell, count] of counts.entries()) {
        if (count === 0)
            continue;
        const value = statistic(counts.with(cell, count - 1));
        if (value === null)
            return null;
        values.fill(value, at, at + count);
        at += count;
    }
    return values;
}

// EXTERNAL MODULE: ./build/packages/stats/src/resampling/percentile.js
var percentile = __webpack_require__(12059);
;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/monte-carlo-error.js

/** Divides 9,999, and its doubles, into batches of 303 and more. */
const BATCHES = 33;
/**
 * The standard error that the finite number of replicates leaves in a percentile: by batch means, the percentile of each of
 * 33 batches of consecutive replicates, their standard deviation over √33. Replicates that fill no batch are left out.
 *
 * @param replicates In the order drawn, at least 66.
 * @throws RangeError for fewer replicates or a share that is not from 0 to 1.
 */
function percentileError(replicates, share) {
    const size = Math.floor(replicates.length / BATCHES);
    if (size < 2)
        throw new RangeError(`A Monte-Carlo error needs ${2 * BATCHES} replicates, got ${replicates.length}.`);
    const values = Array.from({ length: BATCHES }, (_, batch) => (0,percentile/* linearPercentile */.H)(replicates.slice(batch * size, (batch + 1) * size).sort(), share));
    const mean = values.reduce((sum, value) => sum + value, 0) / BATCHES;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return Math.sqrt(squares / (BATCHES - 1) / BATCHES);
}

;// CONCATENATED MODULE: ./build/packages/stats/src/resampling/bootstrap-interval.js






/** Fewer clusters say too little about how clusters differ. */
const LEAST_CLUSTERS = 20;
const REPLICATES = 9999;
const MOST_REPLICATES = 39_996;
const LEAST_REPLICATES = 2000;
/** The share of the replicates that may be drawn anew because the statistic had no value. */
const REDRAWN_SHARE = 0.1;
/**
 * Bootstrap interval of any statistic, BCa where it is defined and flagged percentiles elsewhere (stats.md §1.3).
 *
 * Undefined when the statistic has no value on the rows themselves (`undefined-statistic`), when more than a tenth of the
 * replicates had to be drawn anew (`undefined-replicates`), and with fewer than 20 clusters (`too-few-clusters`). The same
 * generator state gives the same interval on every machine.
 *
 * @throws RangeError when an argument is out of range, or the statistic returns what is not finite.
 */
function bootstrapInterval(request) {
    const { units, confidence, replicates = REPLICATES, decisions = [] } = request;
    (0,src_arguments/* checkConfidence */.p3)(confidence);
    checkUnits(units);
    checkReplicates(replicates);
    if (units.kind === 'clusters' && units.clusters < LEAST_CLUSTERS)
        return (0,measured/* undefinedFor */.iN)('too-few-clusters');
    const statistic = checked(request.statistic);
    const estimate = statistic(observed(units));
    if (estimate === null)
        return (0,measured/* undefinedFor */.iN)('undefined-statistic');
    const jackknife = request.jackknife?.() ?? null;
    const leftOut = request.jackknife === undefined ? deleteGroupJackknife(units, statistic, request.random) : jackknife;
    const acceleration = leftOut === null ? null : jackknifeAcceleration(leftOut);
    const draw = drawer({ units, statistic, random: request.random });
    for (let wanted = replicates;; wanted = Math.min(2 * wanted, MOST_REPLICATES)) {
        const drawn = draw(wanted);
        if (drawn === null)
            return (0,measured/* undefinedFor */.iN)('undefined-replicates');
        const sorted = drawn.values.slice().sort();
        const bounds = (0,bca/* bcaInterval */.G)({ estimate, replicates: sorted, acceleration }, confidence);
        const monteCarloError = [
            percentileError(drawn.values, bounds.shares[0]),
            percentileError(drawn.values, bounds.shares[1]),
        ];
        const settled = decisions.every((decision) => isSettled(decision, bounds, monteCarloError));
        if (settled || wanted === MOST_REPLICATES) {
            const { redrawn } = drawn;
            const found = { ...bounds, estimate, replicates: wanted, sorted, redrawn };
            return { ...found, monteCarloError, settled, undefinedReason: null };
        }
    }
}
/** Draws replicates until there are as many as asked for, keeping those of earlier calls; null past the redraw budget. */
function drawer(of) {
    const next = resampler(of.units);
    let values = new Float64Array(0);
    let redrawn = 0;
    return (wanted) => {
        const more = new Float64Array(wanted);
        more.set(values);
        for (let at = values.length; at < wanted;) {
            const value = of.statistic(next(of.random));
            if (value === null) {
                redrawn += 1;
                if (redrawn > REDRAWN_SHARE * wanted)
                    return null;
            }
            else {
                more[at] = value;
                at += 1;
            }
        }
        values = more;
        return { values, redrawn };
    };
}
function isSettled(decision, bounds, errors) {
    const side = decision.bound === 'lower' ? 0 : 1;
    const distance = Math.abs(bounds.interval[side] - decision.threshold);
    // A bound without Monte-Carlo error is certain even at its threshold.
    return errors[side] === 0 || distance > 2 * errors[side];
}
function checked(statistic) {
    return (multiplicities) => {
        const value = statistic(multiplicities);
        if (value !== null && !Number.isFinite(value)) {
            throw new RangeError(`A statistic is a finite number, or null where it is undefined, got ${value}.`);
        }
        return value;
    };
}
function checkReplicates(replicates) {
    if (!Number.isSafeInteger(replicates) || replicates < LEAST_REPLICATES || replicates > MOST_REPLICATES) {
        throw new RangeError(`A number of replicates is a whole number from ${LEAST_REPLICATES} to ${MOST_REPLICATES}, got ${replicates}.`);
    }
}


/***/ }),

/***/ 12059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ linearPercentile)
/* harmony export */ });
/**
 * The quantile of sorted values by linear interpolation between them (type 7 of Hyndman and Fan 1996, numpy's default):
 * position p·(n-1) counted from 0.
 *
 * @param sorted Ascending, at least one value.
 * @throws RangeError when there is no value or p is not from 0 to 1.
 */
function linearPercentile(sorted, p) {
    if (sorted.length === 0)
        throw new RangeError('A percentile needs at least one value, got none.');
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`A share is a number from 0 to 1, got ${p}.`);
    const position = p * (sorted.length - 1);
    const below = Math.floor(position);
    const low = Number(sorted[below]);
    const high = Number(sorted[Math.min(below + 1, sorted.length - 1)]);
    return low === high ? low : low + (position - below) * (high - low);
}


/***/ }),

/***/ 92061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ crossing)
/* harmony export */ });
/**
 * The point of [from, to] at which a non-increasing function crosses zero, by bisection to the last representable digit.
 * Where the function has one sign on the whole range, the end nearer to the crossing is returned.
 */
function crossing(decreasing, from, to) {
    let low = from;
    let high = to;
    for (let step = 0; step < 200; step += 1) {
        const middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            break;
        if (decreasing(middle) > 0)
            low = middle;
        else
            high = middle;
    }
    return decreasing(high) > 0 ? high : low + (high - low) / 2;
}


/***/ }),

/***/ 52419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dj: () => (/* binding */ studentCritical),
/* harmony export */   Rf: () => (/* binding */ studentCdf)
/* harmony export */ });
/* unused harmony export studentQuantile */
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65505);
/* harmony import */ var _beta_tails_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(673);
/* harmony import */ var _normal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82030);
/* harmony import */ var _normal_quantile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43642);
/* harmony import */ var _positive_root_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(66727);





/**
 * P(T ≤ t) of Student's t with `df` degrees of freedom, by the incomplete Beta function; `df` need not be whole (Welch) and
 * may be infinite (the normal law). Both tails keep their digits: the upper is studentCdf(-t, df).
 *
 * @throws RangeError unless df is above 0 and t is a number.
 * @example studentCdf(2.2281388519862735, 10) // 0.975
 */
function studentCdf(t, df) {
    if (!(df > 0))
        throw new RangeError(`Degrees of freedom are a number above 0, got ${df}.`);
    if (Number.isNaN(t))
        throw new RangeError('A t statistic is a number, got NaN.');
    if (df === Number.POSITIVE_INFINITY)
        return (0,_normal_js__WEBPACK_IMPORTED_MODULE_0__/* .normalCdf */ .v)(t);
    const square = t * t;
    const beyond = (0,_beta_tails_js__WEBPACK_IMPORTED_MODULE_1__/* .betaTails */ .Qg)(1 / (1 + square / df), { a: df / 2, b: 0.5 }, 1 / (1 + df / square)).lower / 2;
    return t > 0 ? 1 - beyond : beyond;
}
/**
 * The t with P(T ≤ t) = p. 0 at one half.
 *
 * @throws RangeError unless 0 < p < 1 and df is above 0.
 * @example studentQuantile(0.975, 10) // 2.2281388519862735
 */
function studentQuantile(p, df) {
    if (!(p > 0 && p < 1))
        throw new RangeError(`A probability lies between 0 and 1, got ${p}.`);
    if (p > 0.5)
        return upperQuantile(1 - p, df);
    return p === 0.5 ? 0 : -upperQuantile(p, df);
}
/**
 * The two-sided critical value t with P(|T| ≤ t) = confidence.
 *
 * @throws RangeError unless 0 < confidence < 1 and df is above 0.
 */
function studentCritical(confidence, df) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_2__/* .checkConfidence */ .p3)(confidence);
    return upperQuantile((1 - confidence) / 2, df);
}
function upperQuantile(tail, df) {
    if (df === Number.POSITIVE_INFINITY)
        return -(0,_normal_quantile_js__WEBPACK_IMPORTED_MODULE_3__/* .normalQuantile */ .Z)(tail);
    const isBelow = (t) => studentCdf(-t, df) > tail;
    let top = 1;
    while (isBelow(top) && top < Number.MAX_VALUE / 2)
        top *= 2;
    return (0,_positive_root_js__WEBPACK_IMPORTED_MODULE_4__/* .positiveRoot */ .I)(isBelow, top);
}


/***/ })

};
