export const id = 8732;
export const ids = [8732];
export const modules = {

/***/ 52244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ createArtifacts)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);



/** Loaded on first use, so that actions without artifacts do not start with blob storage in memory. */
async function loadToolkitClient() {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(2271), __webpack_require__.e(8275), __webpack_require__.e(8170)]).then(__webpack_require__.bind(__webpack_require__, 98170));
    return new DefaultArtifactClient();
}
/** Artifacts through `@actions/artifact`. */
function createArtifacts(options) {
    const load = options.loadClient ?? loadToolkitClient;
    const retention = options.retentionDays === undefined ? {} : { retentionDays: options.retentionDays };
    return {
        upload: async (name, files) => {
            const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(options.temp, 'gatehouse-upload-'));
            try {
                const paths = [];
                for (const [file, bytes] of files) {
                    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ...checkedName(file).split('/'));
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
                    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, bytes, { flag: 'wx' });
                    paths.push(path);
                }
                const { id, digest } = await (await load()).uploadArtifact(name, paths, folder, retention);
                // The toolkit gives bare hex, the REST API and our ports the prefixed form.
                const prefixed = `sha256:${digest ?? ''}`;
                if (id === undefined || !(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(prefixed))
                    throw unconfirmed(name, id, digest);
                return { id, digest: prefixed };
            }
            finally {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
            }
        },
        downloadInRun: async (id, folder, expected) => {
            const arriving = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(options.temp, 'gatehouse-download-'));
            try {
                // The toolkit reports another digest as a flag; it does not throw.
                const client = await load();
                const result = await client.downloadArtifact(id, { path: arriving, expectedHash: expected });
                if (result.digestMismatch !== false)
                    throw mismatch(id, expected);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder), { recursive: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(arriving, folder);
            }
            finally {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(arriving, { recursive: true, force: true });
            }
        },
    };
}
function checkedName(name) {
    if (name.includes('\\') || name.split('/').some((part) => ['', '.', '..'].includes(part))) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('bug', {
            where: `Artifact file ${JSON.stringify(name)}`,
            found: 'its name leaves the folder',
            allowed: 'Names are relative, with "/" between plain parts',
            remedy: 'Report this as an issue.',
        });
    }
    return name;
}
function unconfirmed(name, id, digest) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('service', {
        where: `Upload of the artifact ${JSON.stringify(name)}`,
        found: `GitHub answered id ${id ?? 'none'} and digest ${JSON.stringify(digest ?? 'none')}`,
        allowed: 'Both are needed to name the bytes later',
        remedy: 'Run the job again.',
    });
}
function mismatch(id, expected) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('integrity', {
        where: `Artifact ${id}`,
        found: 'its bytes have another digest',
        allowed: `The digest must be ${expected}`,
        remedy: 'Find out which job of this run replaced it, then run the workflow again.',
    }, { reasonCode: 'digest-mismatch' });
}


/***/ }),

/***/ 45153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ LOCKFILES)
/* harmony export */ });
/** Files at the root that pin what is installed; they count although `paths` may not name them. */
const LOCKFILES = [
    'Cargo.lock',
    'Pipfile.lock',
    'conda-lock.yml',
    'environment.yml',
    'npm-shrinkwrap.json',
    'package-lock.json',
    'pdm.lock',
    'pixi.lock',
    'pnpm-lock.yaml',
    'poetry.lock',
    'renv.lock',
    'requirements.txt',
    'uv.lock',
    'yarn.lock',
];


/***/ }),

/***/ 78870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ needsCandidate),
/* harmony export */   q: () => (/* binding */ candidateFileMatcher)
/* harmony export */ });
/* harmony import */ var _lockfiles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45153);
/* harmony import */ var _path_globs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48054);


/** True when a change touches what a model's candidate is made from, as {@link candidateFileMatcher} tells. */
function needsCandidate(model, files) {
    return files.some(candidateFileMatcher(model));
}
/**
 * Tells the files that a model's candidate is made from: those that `paths` match, the lockfiles at the root, and its
 * inference code when the candidate brings it along. Evaluation code of the base branch is the exam, not the examinee.
 */
function candidateFileMatcher({ paths, evaluate }) {
    const isOfModel = (0,_path_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k)(paths);
    const isInference = evaluate.code === 'candidate' ? (0,_path_globs_js__WEBPACK_IMPORTED_MODULE_0__/* .pathMatcher */ .k)(evaluate.files) : () => false;
    return (file) => isOfModel(file) || _lockfiles_js__WEBPACK_IMPORTED_MODULE_1__/* .LOCKFILES */ .J.includes(file) || isInference(file);
}


/***/ }),

/***/ 24462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ datasetWithRole),
/* harmony export */   PD: () => (/* binding */ columnIndex),
/* harmony export */   Q6: () => (/* binding */ missingColumns),
/* harmony export */   UR: () => (/* binding */ hiddenColumns)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63563);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31733);


/**
 * Position of a column.
 *
 * @throws ConfigError that lists the columns there are.
 */
function columnIndex(table, column) {
    const index = table.columns.indexOf(column);
    if (index === -1)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(missingColumns(table, [column]));
    return index;
}
/** One fault per column of `wanted` that the table does not have. */
function missingColumns(table, wanted) {
    return wanted
        .filter((column) => !table.columns.includes(column))
        .map((column) => ({
        where: `${table.name}:1`,
        found: `no column ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(column)}`,
        allowed: `one of the columns there are: ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)(table.columns)}`,
        remedy: 'Correct "columns" or "split" in gatehouse.yml, or add the column to the file',
    }));
}
/**
 * Columns a model must never be given: the label, the protected and the control columns, and the weight, which may have been
 * chosen by the label.
 */
function hiddenColumns(model) {
    const { label, protected: protectedColumns, control, weight } = model.columns;
    return [label.column, ...protectedColumns, ...control, ...(weight === undefined ? [] : [weight])];
}
/**
 * The one dataset of a model that has a role.
 *
 * @throws ConfigError when none or several have it, or when the declared columns name one column twice.
 */
function datasetWithRole(model, role) {
    const found = Object.entries(model.data).filter(([, dataset]) => dataset.roles.includes(role));
    const [entry] = found;
    if (entry === undefined || found.length > 1) {
        const names = (0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)(found.map(([name]) => name));
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL([
            {
                where: 'gatehouse.yml, data',
                found: entry === undefined ? `no dataset with the role ${role}` : `the role ${role} at ${names}`,
                allowed: `one dataset with the role ${role}`,
                remedy: 'Correct "roles" in gatehouse.yml',
            },
        ]);
    }
    checkDeclaredColumns(model);
    return entry[1];
}
function checkDeclaredColumns(model) {
    const { label } = model.columns;
    const declared = [...(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .predictionColumns */ .v)((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .taskColumns */ .x)(model)), ...hiddenColumns(model)];
    const twice = declared.filter((column, index) => declared.indexOf(column) !== index);
    const faults = [];
    if (twice.length > 0) {
        faults.push({
            where: 'gatehouse.yml, columns',
            found: `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)([...new Set(twice)])} in two places`,
            allowed: 'another column for each of id, label, predictions, weight, protected and control',
            remedy: 'Remove one of the two',
        });
    }
    if (label.positive !== undefined && label.positive === label.negative) {
        faults.push({
            where: 'gatehouse.yml, columns.label',
            found: `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .T)(label.positive)} as positive and as negative label`,
            allowed: 'two different values',
            remedy: 'Correct "positive" or "negative"',
        });
    }
    if (faults.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(faults);
}


/***/ }),

/***/ 41596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g0: () => (/* binding */ evaluationRows),
  zW: () => (/* binding */ readEvaluationIds)
});

// UNUSED EXPORTS: MISSING_GROUP

// EXTERNAL MODULE: ./build/packages/core/src/config/task-columns.js
var task_columns = __webpack_require__(63563);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/tables/src/columns.js
var columns = __webpack_require__(24462);
// EXTERNAL MODULE: ./build/packages/tables/src/csv-table.js
var csv_table = __webpack_require__(78960);
// EXTERNAL MODULE: ./build/packages/tables/src/quoted.js
var quoted = __webpack_require__(31733);
// EXTERNAL MODULE: ./build/packages/tables/src/split.js
var split = __webpack_require__(10209);
;// CONCATENATED MODULE: ./build/packages/tables/src/truth-faults.js

const DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?$/;
/** The rules of a task for what is true, and for weights and clusters. */
function truthFaults(columns) {
    const { weight, cluster } = columns;
    return [
        ...labelRules(columns),
        ...(weight === null
            ? []
            : [number(weight, 'the weight', { allowed: 'a number above 0', holds: (value) => value > 0 })]),
        ...(cluster === null ? [] : [named(cluster, 'the cluster')]),
    ];
}
function labelRules(columns) {
    const { label } = columns;
    switch (columns.task) {
        case 'binary-classification':
            return [oneOf(label, [columns.positive, columns.negative])];
        case 'multiclass-classification':
            return [oneOf(label, columns.classes)];
        case 'regression':
            return [number(label, 'the label', { allowed: 'a decimal number', holds: () => true })];
        case 'ranking':
            return [
                number(label, 'the relevance', { allowed: 'a decimal number from 0', holds: (value) => value >= 0 }),
                named(columns.query, 'the query'),
                named(columns.item, 'the item'),
            ];
    }
}
function oneOf(column, labels) {
    const allowed = labels.length === 2 ? labels.map(quoted/* quoted */.T).join(' or ') : `one of the classes ${(0,quoted/* quotedList */.p)(labels)}`;
    return {
        column,
        found: 'the label',
        allowed,
        remedy: 'Correct the row, or "columns.label" in gatehouse.yml',
        accepts: (text) => labels.includes(text),
    };
}
function number(column, found, { allowed, holds }) {
    const accepts = (text) => DECIMAL.test(text) && Number.isFinite(Number(text)) && holds(Number(text));
    return { column, found, allowed, remedy: 'Correct the row', accepts };
}
function named(column, found) {
    return { column, found, allowed: 'a text that is not empty', remedy: 'Fill it in', accepts: (text) => text !== '' };
}

;// CONCATENATED MODULE: ./build/packages/tables/src/evaluation-data.js






/** Name under which the gates compare rows without a protected value as a group of their own. */
const MISSING_GROUP = '__missing__';
/**
 * The ids of the evaluation rows, after all checks of the data that the gates make, for every task.
 *
 * @throws ConfigError for a missing column, an empty or repeated id, a label that is not of the task, a protected value that
 * is the reserved name `__missing__`, no evaluation row, and all that {@link readCsvTable} refuses.
 */
function readEvaluationIds(bytes, model) {
    const { table, rows } = checkedRows(bytes, model);
    const id = (0,columns/* columnIndex */.PD)(table, model.columns.id);
    return rows.map((row) => row.cells[id] ?? '');
}
function checkedRows(bytes, model) {
    const { table, rows } = evaluationRows(bytes, model);
    const faults = [
        ...truthFaults((0,task_columns/* taskColumns */.x)(model)).flatMap(({ column, found, allowed, remedy, accepts }) => {
            const index = (0,columns/* columnIndex */.PD)(table, column);
            const bad = rows.filter((row) => !accepts(row.cells[index] ?? ''));
            const what = `rows with ${found === 'the label' ? 'another label' : `a faulty ${column}`}`;
            const fault = (row) => {
                const cell = `${found} ${(0,quoted/* quoted */.T)(row.cells[index] ?? '')} in column ${(0,quoted/* quoted */.T)(column)}`;
                return rowFault(table, row, cell, allowed, remedy);
            };
            return summarised(bad.map(fault), what);
        }),
        ...reservedGroupFaults(table, model),
    ];
    if (faults.length > 0)
        throw new errors/* ConfigError */.xL(faults);
    return { table, rows };
}
/**
 * The evaluation rows of the model's dataset, after the checks that every reader of them needs.
 *
 * @throws ConfigError as {@link readEvaluationIds}, but for the values of labels and protected columns.
 */
function evaluationRows(bytes, model) {
    const dataset = (0,columns/* datasetWithRole */.HI)(model, 'evaluation');
    const table = (0,csv_table/* readCsvTable */.$)(bytes, dataset.path);
    const { id, label, protected: protectedColumns, control, weight, cluster, query, item } = model.columns;
    const optional = [query, item, weight, cluster].filter((column) => column !== undefined);
    const missing = (0,columns/* missingColumns */.Q6)(table, [id, label.column, ...optional, ...protectedColumns, ...control]);
    if (missing.length > 0)
        throw new errors/* ConfigError */.xL(missing);
    // Over the whole file: an id that is in both halves would let training see an evaluation row.
    const faults = idFaults(table, (0,columns/* columnIndex */.PD)(table, id));
    if (faults.length > 0)
        throw new errors/* ConfigError */.xL(faults);
    const rows = (0,split/* selectRows */.A5)(table, dataset, 'evaluation');
    if (rows.length === 0)
        throw noEvaluationRow(table.name);
    return { table, rows };
}
function idFaults(table, column) {
    const firstLine = new Map();
    const faults = [];
    for (const row of table.rows) {
        const id = row.cells[column] ?? '';
        const first = firstLine.get(id);
        if (id === '') {
            faults.push(rowFault(table, row, 'an empty id', 'an id in every row', 'Give the row an id'));
        }
        else if (first !== undefined) {
            const found = `the id ${(0,quoted/* quoted */.T)(id)} of line ${first} again`;
            faults.push(rowFault(table, row, found, 'every id once', 'Remove or rename the copy'));
        }
        else
            firstLine.set(id, row.line);
    }
    return summarised(faults, 'rows with an empty or repeated id');
}
function reservedGroupFaults(table, model) {
    const indices = model.columns.protected.map((column) => (0,columns/* columnIndex */.PD)(table, column));
    const faults = table.rows
        .filter((row) => indices.some((index) => row.cells[index] === MISSING_GROUP))
        .map((row) => {
        const allowed = 'an empty field where the value is not known';
        return rowFault(table, row, `the reserved value ${(0,quoted/* quoted */.T)(MISSING_GROUP)}`, allowed, 'Leave the field empty');
    });
    return summarised(faults, 'rows with the reserved value');
}
/** The first five faults, and how many more there are: a file of the wrong kind would otherwise fill the log. */
function summarised(faults, what) {
    const [first] = faults;
    if (first === undefined || faults.length <= 5)
        return faults;
    return [...faults.slice(0, 5), { ...first, found: `${faults.length - 5} more ${what}` }];
}
function rowFault(table, row, ...[found, allowed, remedy]) {
    return { where: `${table.name}:${row.line}`, found, allowed, remedy };
}
function noEvaluationRow(name) {
    return new errors/* ConfigError */.xL([
        {
            where: name,
            found: 'no evaluation row',
            allowed: 'at least one row in the evaluation parts of the split',
            remedy: 'Add rows, or correct "split" in gatehouse.yml',
        },
    ]);
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

// EXTERNAL MODULE: ./build/packages/tables/src/evaluation-data.js + 1 modules
var evaluation_data = __webpack_require__(41596);
// EXTERNAL MODULE: ./build/packages/tables/src/split.js
var split = __webpack_require__(10209);
;// CONCATENATED MODULE: ./build/packages/tables/src/model-tables.js







/**
 * What the evaluation command sees: id and features of the evaluation rows, as CSV. Label, protected and control columns
 * are left out, and rows are ordered by SHA-256(dataset digest + LF + id), so that the place of a row says nothing about
 * its label (a file sorted by outcome would otherwise give the labels away).
 *
 * @throws ConfigError as `readEvaluationIds`.
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
    const rows = (0,split/* selectRows */.A5)(table, dataset, 'training');
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

/***/ 31733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ quoted),
/* harmony export */   p: () => (/* binding */ quotedList)
/* harmony export */ });
const LONGEST = 80;
/**
 * A value from a hostile file, fit for a message: in quotes, cut to 80 characters, with control, format and bidirectional
 * characters shown as escapes so that it can neither start a log command nor reorder the line.
 */
function quoted(value) {
    const characters = Array.from(value);
    const kept = characters.slice(0, LONGEST).join('');
    const visible = JSON.stringify(kept).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, escapeCharacter);
    return characters.length > LONGEST ? `${visible} (${characters.length} characters)` : visible;
}
/** Up to ten values of a hostile file as one phrase, and how many more there are. */
function quotedList(values) {
    const shown = values.slice(0, 10).map(quoted).join(', ');
    return values.length > 10 ? `${shown} and ${values.length - 10} more` : shown;
}
function escapeCharacter(character) {
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}


/***/ }),

/***/ 74174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ DATA_LIMITS),
/* harmony export */   P: () => (/* binding */ PREDICTION_LIMITS)
/* harmony export */ });
/** For data whose digest the base policy names: large, but it must fit into memory as text. */
const DATA_LIMITS = { maxBytes: 256 * 1024 * 1024, maxRows: 5_000_000, maxColumns: 10_000 };
/** For predictions, which hostile code wrote. The row limit is the number of evaluation rows; see `readPredictionCells`. */
const PREDICTION_LIMITS = { maxBytes: 128 * 1024 * 1024, maxColumns: 100 };


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
        judge(job, { ...end, ended, said: output.said });
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
    const { text, isError } = end.said;
    const last = text === '' ? '; it printed nothing' : `; its ${isError ? 'error' : 'last line'} was ${JSON.stringify(text)}`;
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
    const shown = (job.shownAs ?? job.command).join(' ');
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
        // ESRCH: nothing is left in the group, which is what was wanted. EPERM: only processes of another user are left,
        // those of a command that isolates by sudo, which has a time limit of its own.
        const code = error instanceof Error && 'code' in error ? error.code : null;
        if (code !== 'ESRCH' && code !== 'EPERM')
            throw error;
    }
}
const ERROR_LINE = /^(?:Uncaught )?[\w.$]*(?:Error|Exception)\b.*:/;
/** Hands lines on up to the limit and remembers for the message of a failure what the program said. */
class OutputTail {
    said = { text: '', isError: false };
    count = 0;
    ends = [];
    onLine;
    constructor(onLine) {
        this.onLine = onLine;
    }
    read(child) {
        for (const stream of [child.stdout, child.stderr]) {
            const reader = new LineReader((line) => this.take(line));
            if (stream === null)
                continue;
            stream.on('data', (chunk) => reader.push(chunk));
            // A stream says that it is closed before its event is out and its last line read.
            const ended = new Promise((resolve) => {
                stream.once('close', () => {
                    reader.end();
                    resolve();
                });
            });
            this.ends.push(ended);
        }
    }
    async drained(child) {
        const waited = AbortSignal.timeout(PIPE_WAIT_MS);
        const timeUp = new Promise((resolve) => waited.addEventListener('abort', resolve, { once: true }));
        await Promise.race([Promise.all(this.ends), timeUp]);
        for (const stream of [child.stdout, child.stderr])
            stream?.destroy();
    }
    take(line) {
        const isError = ERROR_LINE.test(line);
        if (isError || (line.trim() !== '' && !this.said.isError))
            this.said = { text: line.slice(0, 200), isError };
        this.count += 1;
        if (this.count <= MAX_LINES)
            this.onLine(line);
        if (this.count === MAX_LINES + 1)
            this.onLine(`(more than ${MAX_LINES} lines: the rest is not shown)`);
    }
}


/***/ })

};
