export const id = 11;
export const ids = [11];
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
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(690), __webpack_require__.e(575)]).then(__webpack_require__.bind(__webpack_require__, 59575));
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

/***/ 24462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HI: () => (/* binding */ datasetWithRole),
/* harmony export */   PD: () => (/* binding */ columnIndex),
/* harmony export */   Q6: () => (/* binding */ missingColumns),
/* harmony export */   UR: () => (/* binding */ hiddenColumns)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);
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
/** Columns a model must never be given: the label, the protected and the control columns. */
function hiddenColumns(model) {
    const { label, protected: protectedColumns, control } = model.columns;
    return [label.column, ...protectedColumns, ...control];
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
    const { id, label, score, prediction } = model.columns;
    const declared = [id, prediction, score, ...hiddenColumns(model)];
    const twice = declared.filter((column, index) => declared.indexOf(column) !== index);
    const faults = [];
    if (twice.length > 0) {
        faults.push({
            where: 'gatehouse.yml, columns',
            found: `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_1__/* .quotedList */ .p)([...new Set(twice)])} in two places`,
            allowed: 'another column for each of id, label, prediction, score, protected and control',
            remedy: 'Remove one of the two',
        });
    }
    if (label.positive === label.negative) {
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
    let parsed;
    try {
        // csv-parse's types do not follow `info: true`, hence the cast at this boundary.
        parsed = (0,csv_parse_sync__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text, {
            info: true,
            relax_column_count: true,
            record_delimiter: ['\r\n', '\n'],
        });
    }
    catch (cause) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ConfigError */ .xL([syntaxFault(cause, name)], { cause });
    }
    // csv-parse reports the line a record ends on; a quoted field may hold line breaks, so it began after the one before.
    return parsed.map((entry, index) => ({ line: (parsed[index - 1]?.info.lines ?? 0) + 1, cells: entry.record }));
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

/***/ 73848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ readEvaluationData),
/* harmony export */   g0: () => (/* binding */ evaluationRows)
/* harmony export */ });
/* unused harmony export MISSING_GROUP */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24462);
/* harmony import */ var _csv_table_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78960);
/* harmony import */ var _quoted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31733);
/* harmony import */ var _split_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10209);





/** Name under which rows without a protected value are compared as a group of their own. */
const MISSING_GROUP = '__missing__';
/**
 * Reads labels, protected and control columns of the evaluation rows from the bytes of the model's evaluation dataset.
 * The caller has compared their digest with the policy.
 *
 * @throws ConfigError for a missing column, an empty or repeated id, a label that is neither of the declared values, a
 * protected value that is the reserved name `__missing__`, no evaluation row, and all that {@link readCsvTable} refuses.
 */
function readEvaluationData(bytes, model) {
    const { table, rows } = evaluationRows(bytes, model);
    const id = (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .columnIndex */ .PD)(table, model.columns.id);
    const label = (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .columnIndex */ .PD)(table, model.columns.label.column);
    const faults = [...labelFaults(table, rows, model), ...reservedGroupFaults(table, model)];
    if (faults.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL(faults);
    const read = (columns) => new Map(columns.map((column) => [column, valuesOf(rows, (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .columnIndex */ .PD)(table, column))]));
    return {
        ids: rows.map((row) => row.cells[id] ?? ''),
        labels: rows.map((row) => row.cells[label] === model.columns.label.positive),
        protected: read(model.columns.protected),
        control: read(model.columns.control),
        knownGroups: new Map(model.columns.protected.map((column) => [column, groupsOf(table, (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .columnIndex */ .PD)(table, column))])),
    };
}
/**
 * The evaluation rows of the model's dataset, after the checks that every reader of them needs.
 *
 * @throws ConfigError as {@link readEvaluationData}, but for the values of labels and protected columns.
 */
function evaluationRows(bytes, model) {
    const dataset = (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .datasetWithRole */ .HI)(model, 'evaluation');
    const table = (0,_csv_table_js__WEBPACK_IMPORTED_MODULE_2__/* .readCsvTable */ .$)(bytes, dataset.path);
    const { id, label, protected: protectedColumns, control } = model.columns;
    const missing = (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .missingColumns */ .Q6)(table, [id, label.column, ...protectedColumns, ...control]);
    if (missing.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL(missing);
    // Over the whole file: an id that is in both halves would let training see an evaluation row.
    const faults = idFaults(table, (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .columnIndex */ .PD)(table, id));
    if (faults.length > 0)
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL(faults);
    const rows = (0,_split_js__WEBPACK_IMPORTED_MODULE_3__/* .selectRows */ .A)(table, dataset, 'evaluation');
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
            const found = `the id ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(id)} of line ${first} again`;
            faults.push(rowFault(table, row, found, 'every id once', 'Remove or rename the copy'));
        }
        else
            firstLine.set(id, row.line);
    }
    return summarised(faults, 'rows with an empty or repeated id');
}
function labelFaults(table, rows, model) {
    const { column, positive, negative } = model.columns.label;
    const index = (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .columnIndex */ .PD)(table, column);
    const allowed = `${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(positive)} or ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(negative)}`;
    const faults = rows
        .filter((row) => row.cells[index] !== positive && row.cells[index] !== negative)
        .map((row) => {
        const found = `the label ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(row.cells[index] ?? '')} in column ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(column)}`;
        return rowFault(table, row, found, allowed, 'Correct the row, or "columns.label" in gatehouse.yml');
    });
    return summarised(faults, 'rows with another label');
}
function reservedGroupFaults(table, model) {
    const indices = model.columns.protected.map((column) => (0,_columns_js__WEBPACK_IMPORTED_MODULE_0__/* .columnIndex */ .PD)(table, column));
    const faults = table.rows
        .filter((row) => indices.some((index) => row.cells[index] === MISSING_GROUP))
        .map((row) => {
        const allowed = 'an empty field where the value is not known';
        return rowFault(table, row, `the reserved value ${(0,_quoted_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(MISSING_GROUP)}`, allowed, 'Leave the field empty');
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
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL([
        {
            where: name,
            found: 'no evaluation row',
            allowed: 'at least one row in the evaluation parts of the split',
            remedy: 'Add rows, or correct "split" in gatehouse.yml',
        },
    ]);
}
function valuesOf(rows, index) {
    return rows.map((row) => {
        const value = row.cells[index] ?? '';
        return value === '' ? null : value;
    });
}
function groupsOf(table, index) {
    const values = new Set(table.rows.map((row) => row.cells[index] ?? ''));
    values.delete('');
    return [...values].sort();
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

/***/ 10209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ selectRows)
/* harmony export */ });
/* unused harmony export splitPart */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _columns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24462);



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
    if (!dataset.roles.includes(part)) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL([
            {
                where: `gatehouse.yml, data at ${dataset.path}`,
                found: `the roles ${dataset.roles.join(', ')}`,
                allowed: `the role ${part} for a table used for ${part}`,
                remedy: `Add the role ${part}, or name another dataset`,
            },
        ]);
    }
    const { split } = dataset;
    if (split === undefined) {
        if (dataset.roles.includes('training') && dataset.roles.includes('evaluation'))
            throw overlap(dataset.path);
        return table.rows;
    }
    const column = (0,_columns_js__WEBPACK_IMPORTED_MODULE_2__/* .columnIndex */ .PD)(table, split.column);
    return table.rows.filter((row) => {
        const held = splitPart({ id: row.cells[column] ?? '', salt: split.salt, parts: split.parts });
        return split.evaluation.includes(held) === (part === 'evaluation');
    });
}
function overlap(path) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL([
        {
            where: `gatehouse.yml, data at ${path}`,
            found: 'the roles training and evaluation without a split',
            allowed: 'a split, or one of the two roles',
            remedy: 'Add a "split" block, so that training never sees evaluation rows',
        },
    ]);
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
/** For predictions, which hostile code wrote. The row limit is the number of evaluation rows; see `readPredictions`. */
const PREDICTION_LIMITS = { maxBytes: 128 * 1024 * 1024, maxColumns: 100 };


/***/ })

};
