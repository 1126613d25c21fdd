export const id = 6388;
export const ids = [6388];
export const modules = {

/***/ 43254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ createStageLedger)
});

// EXTERNAL MODULE: ./build/packages/governance/src/ledger/broken.js
var broken = __webpack_require__(35419);
// EXTERNAL MODULE: ./build/packages/governance/src/ledger/paths.js
var paths = __webpack_require__(77608);
;// CONCATENATED MODULE: ./build/packages/governance/src/stages/stage-entry.js


/** Role of whoever asked for a move, in its entry. */
const MOVER_ROLE = 'stage-mover';
const MOVES = ['promoted', 'rolled-back'];
const TAG = /^([^#]+)#([^#]+)#([1-9]\d{0,14})$/;
/** What the ledger is told of a stage that moves. */
function stageFact(change, replaces) {
    const { move, model, stage, counter, version, commit, modelDigest, release, reason, incident, person } = change;
    return {
        kind: move,
        reasonCode: null,
        subject: { model, modelDigest },
        pull: null,
        people: [{ id: person.id, login: person.login, role: MOVER_ROLE }],
        facts: {
            tag: `${model}#${stage}#${counter}`,
            version,
            commit,
            release,
            reason,
            ...(incident === null ? {} : { incident }),
            ...(replaces === null ? {} : { replaces }),
        },
    };
}
/**
 * Every move of a model's stages, oldest first. What lies among them and is none, or does not follow the move that it
 * says it follows, breaks the ledger: a hole in it would let an older assignment look like the newest.
 *
 * @param lines the copies of the model's stages, their signatures and links verified.
 * @throws ActionError `ledger-broken` naming the entry.
 */
function recordedStages(model, lines) {
    const newest = new Map();
    return lines.map((line) => {
        const stage = recordedStage(model, line);
        const before = newest.get(stage.stage) ?? null;
        const tagOf = ({ counter }) => `${model}#${stage.stage}#${counter}`;
        if (stage.replaces !== (before === null ? null : tagOf(before))) {
            const found = `it takes the place of ${stage.replaces ?? 'nothing'}, which was not in force`;
            throw (0,broken/* brokenLedger */.n)((0,paths/* ledgerPath */.tf)(stage.seq), found);
        }
        if (before !== null && stage.counter <= before.counter) {
            throw (0,broken/* brokenLedger */.n)((0,paths/* ledgerPath */.tf)(stage.seq), `its counter ${stage.counter} does not rise above ${before.counter}`);
        }
        newest.set(stage.stage, stage);
        return stage;
    });
}
function recordedStage(model, { line, counts }) {
    const { seq, at, kind, subject, people, facts } = line.entry;
    const { tag = '', version, commit, release, reason, incident = null, replaces = null } = facts;
    const [, tagModel, stage, counter] = TAG.exec(tag) ?? [];
    const move = MOVES.find((known) => known === kind);
    const [person] = people;
    if (move === undefined ||
        person === undefined ||
        people.length !== 1 ||
        stage === undefined ||
        tagModel !== model ||
        version === undefined ||
        !version.startsWith(`${model}@v`) ||
        commit === undefined ||
        release === undefined ||
        reason === undefined ||
        subject.modelDigest === null) {
        throw (0,broken/* brokenLedger */.n)((0,paths/* ledgerPath */.tf)(seq), `it is no promotion or rollback of "${model}" that says what came where`);
    }
    const { id, login } = person;
    return {
        ...{ seq, at, move, model, stage, counter: Number(counter), version, commit, release, reason, incident, replaces },
        modelDigest: subject.modelDigest,
        person: { id, login },
        counts,
    };
}

;// CONCATENATED MODULE: ./build/packages/governance/src/stages/stage-ledger.js

/** The stages of models in the ledger of the evidence branch, as far as keys of the policy signed them. */
function createStageLedger(store, trustRoot) {
    const readState = (model) => store.readState({ subjects: [stagesOf(model)] }, trustRoot);
    return {
        async read(model) {
            return stagesIn(await readState(model), model);
        },
        async record(change, expected) {
            let came = null;
            const state = await store.record(await readState(change.model), (current) => {
                // Asked again after each lost race, so what was true of an older state counts no more.
                const { next, first } = nextMove(stagesIn(current, change.model), change, expected);
                came = first;
                return next === null ? null : { facts: [stageFact(change, next.replaces)], files: new Map() };
            }, trustRoot);
            return recordingOf(stagesIn(state, change.model), change, came);
        },
    };
}
function stagesOf(model) {
    return { pullRequest: null, model };
}
function stagesIn(state, model) {
    return recordedStages(model, state.history(stagesOf(model)).lines);
}
/** What is to be written, or which move came first; neither when it is written already. */
function nextMove(stages, change, expected) {
    const known = stages.find((stage) => isAt(stage, change));
    if (known !== undefined)
        return { next: null, first: null };
    const newest = stages.findLast(({ stage }) => stage === change.stage) ?? null;
    const replaces = newest === null ? null : tagOf(newest);
    if (replaces !== expected || (newest !== null && newest.counter >= change.counter)) {
        return { next: null, first: newest };
    }
    return { next: { replaces }, first: null };
}
function recordingOf(stages, change, first) {
    const written = stages.find((stage) => isAt(stage, change));
    if (written !== undefined) {
        return written.version === change.version ? { kind: 'recorded', stage: written } : { kind: 'moved', by: written };
    }
    const by = first ?? stages.findLast(({ stage }) => stage === change.stage);
    if (by === undefined)
        throw new TypeError(`${tagOf(change)} was neither written nor refused`);
    return { kind: 'moved', by };
}
function isAt(stage, change) {
    return stage.stage === change.stage && stage.counter === change.counter;
}
function tagOf({ model, stage, counter }) {
    return `${model}#${stage}#${counter}`;
}


/***/ }),

/***/ 79932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ championOf)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);
/* harmony import */ var _fetch_read_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31582);
/* harmony import */ var _stages_gto_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(730);
/* harmony import */ var _stages_stage_in_force_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47720);




/**
 * The champion: the assignment of the stage that is in force by ledger and tag, the version that it names, its immutable
 * release. Never "latest", and never a tag that only somebody's push made.
 *
 * @returns `null` when the ledger knows no assignment of the stage; the performance decision says when versions exist
 *   all the same
 * @throws ActionError `refused`: `stage-broken` when the tag in force is gone or says something else;
 *   `champion-unavailable` when the version has no tag on the commit that the ledger names; `not-immutable` when its
 *   release does not count. `ledger-broken`.
 */
async function championOf(ports, model, stage) {
    const inForce = await (0,_stages_stage_in_force_js__WEBPACK_IMPORTED_MODULE_0__/* .stageInForce */ .Bc)(ports, model, stage);
    if (inForce === null)
        return null;
    const { version, commit, modelDigest } = inForce;
    const tag = (await ports.tags.list(version)).find(({ name }) => name === version);
    if (tag?.commit !== commit)
        throw unclear(inForce, tag?.commit);
    const release = await (0,_fetch_read_release_js__WEBPACK_IMPORTED_MODULE_1__/* .immutableRelease */ .Ev)(ports, version);
    return { tag: version, commit, modelDigest, stageTag: (0,_stages_gto_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .formatStageTag */ .s)(inForce), release };
}
function unclear(inForce, found) {
    const { version, commit } = inForce;
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('refused', {
        where: `Stage tag ${(0,_stages_gto_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .formatStageTag */ .s)(inForce)}`,
        found: found === undefined ? `No annotated tag ${version}` : `${version} on commit ${found}`,
        allowed: `The version that it names, on commit ${commit}`,
        remedy: 'Find out who changed the tag of the version, then assign the stage again with promote-model',
    }, { reasonCode: 'champion-unavailable' });
}


/***/ }),

/***/ 730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseGtoTag),
/* harmony export */   s: () => (/* binding */ formatStageTag)
/* harmony export */ });
const NAME = '[a-zA-Z0-9](?:[a-zA-Z0-9\\-/_]*[a-zA-Z0-9])?';
const FOLDER = '[a-zA-Z0-9\\-_./]+';
const NUMBER = '(?:0|[1-9]\\d*)';
const PRERELEASE = `(?:${NUMBER}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const BUILD = '[0-9a-zA-Z-]+';
const VERSION = `v${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${PRERELEASE}(?:\\.${PRERELEASE})*)?(?:\\+${BUILD}(?:\\.${BUILD})*)?`;
/** https://github.com/iterative/gto/blob/4b652c8/gto/constants.py (version 1.10.1). */
const TAG = new RegExp(`^((?:${FOLDER}=)?${NAME})(?:(?:#(${NAME})|@(${VERSION}))(!?)|@(deprecated|created))(?:#(\\d+))?$`);
/** GitHub shows at most so many characters of a ref in a list, and git refuses longer file names. */
const LONGEST = 250;
/** Reads a tag as GTO does; `null` for one that GTO passes over. */
function parseGtoTag(tag) {
    const match = tag.length > LONGEST ? null : TAG.exec(tag);
    if (match === null)
        return null;
    const [, model = '', stage = null, version = null, cancel, word, digits] = match;
    const counter = digits === undefined ? null : Number(digits);
    const isEnd = cancel === '!';
    const event = stage !== null
        ? isEnd
            ? 'unstage'
            : 'stage'
        : version !== null
            ? isEnd
                ? 'unversion'
                : 'version'
            : word === 'created'
                ? 'created'
                : 'deprecated';
    return { model, event, stage, version, counter };
}
/** The tag that assigns a stage, `name#stage#7`. */
function formatStageTag(assigned) {
    return `${assigned.model}#${assigned.stage}#${assigned.counter}`;
}


/***/ }),

/***/ 47720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jq: () => (/* binding */ forceFinding),
  su: () => (/* binding */ newestOf),
  Bc: () => (/* binding */ stageInForce)
});

// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/registry/src/stages/gto-tag.js
var gto_tag = __webpack_require__(730);
// EXTERNAL MODULE: ./build/packages/registry/src/stages/stage-message.js
var stage_message = __webpack_require__(30071);
;// CONCATENATED MODULE: ./build/packages/registry/src/stages/stage-findings.js


/** Compares the tags about a model's stages with the ledger. The ledger decides; what differs is told. */
function stageFindings(model, recorded, tags) {
    const known = new Map(recorded.map((stage) => [formatStageTag(stage), stage]));
    const foreign = tags.names.filter((name) => !known.has(name) && isAboutStage(name, model));
    return [
        ...[...known].flatMap(([tag, stage]) => assignmentFinding(tag, stage, tags) ?? []),
        ...foreign.map((tag) => ({ code: 'out-of-band', tag, found: 'the ledger has no entry for it' })),
    ];
}
/** What is wrong with the tag of one assignment; `null` when it says what the ledger does. */
function assignmentFinding(tag, stage, tags) {
    if (!tags.names.includes(tag))
        return { code: 'missing', tag, found: 'the ledger knows it, and there is no such tag' };
    const object = tags.annotated.find(({ name }) => name === tag);
    if (object === undefined)
        return { code: 'lightweight', tag, found: 'it is no annotated tag' };
    if (object.commit !== stage.commit) {
        return { code: 'moved', tag, found: `it points at ${object.commit}, and the ledger says ${stage.commit}` };
    }
    const version = (0,stage_message/* stageMessageVersion */.m)(object.message);
    if (version === stage.version)
        return null;
    return { code: 'other-version', tag, found: `it names ${version ?? 'no version'}, and the ledger ${stage.version}` };
}
/** Also what GTO reads and we never write: the short form, and the end of an assignment. */
function isAboutStage(name, model) {
    const tag = parseGtoTag(name);
    // What is no tag of GTO's but begins like one could fool a person who reads the list.
    if (tag === null)
        return name.startsWith(`${model}#`);
    return tag.model === model && tag.stage !== null;
}

;// CONCATENATED MODULE: ./build/packages/registry/src/stages/stage-in-force.js



/** The newest assignment of a stage among all of a model; `null` when it never had one. */
function newestOf(recorded, stage) {
    return recorded.findLast((each) => each.stage === stage) ?? null;
}
/** What is wrong with the newest assignment; `null` when it may be followed. */
async function forceFinding(ports, newest) {
    const tag = (0,gto_tag/* formatStageTag */.s)(newest);
    if (!newest.counts)
        return { code: 'missing', tag, found: 'the key that signed its entry is revoked' };
    const [names, annotated] = await Promise.all([ports.tags.names(tag), ports.tags.list(tag)]);
    return assignmentFinding(tag, newest, { names, annotated });
}
/**
 * The assignment of a stage that is in force: the newest one of the ledger, whose tag must say the same. A tag that the
 * ledger does not know is never followed; one that is gone does not bring back the assignment before it.
 *
 * @returns `null` when the ledger knows no assignment of the stage.
 * @throws ActionError `refused`, reason `stage-broken`; `ledger-broken`.
 */
async function stageInForce(ports, model, stage) {
    const newest = newestOf(await ports.stages.read(model), stage);
    if (newest === null)
        return null;
    const finding = await forceFinding(ports, newest);
    if (finding === null)
        return newest;
    throw new errors/* ActionError */.lZ('refused', {
        where: `Stage tag ${finding.tag}`,
        found: finding.found,
        allowed: 'The annotated tag that the ledger tells of',
        remedy: 'Find out who changed it, then assign the stage again with promote-model or rollback-model',
    }, { reasonCode: 'stage-broken' });
}


/***/ }),

/***/ 30071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stageTagMessage),
/* harmony export */   m: () => (/* binding */ stageMessageVersion)
/* harmony export */ });
const VERSION_LINE = /^Version: (\S+)$/m;
/** Message of a stage tag: it names the version, because one commit may carry several. */
function stageTagMessage(version, reason) {
    return `${version}\n\nVersion: ${version}\nReason: ${reason.replaceAll(/\s+/g, ' ')}`;
}
/** The version that the message of a stage tag names. */
function stageMessageVersion(message) {
    return VERSION_LINE.exec(message)?.[1] ?? null;
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

/***/ 11624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ readPredictionCells),
  _: () => (/* binding */ refuseOtherColumns)
});

// EXTERNAL MODULE: ./build/packages/core/src/config/task-columns.js
var task_columns = __webpack_require__(63563);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/tables/src/columns.js
var src_columns = __webpack_require__(24462);
// EXTERNAL MODULE: ./build/packages/tables/src/csv-table.js
var csv_table = __webpack_require__(78960);
// EXTERNAL MODULE: ./build/packages/tables/src/quoted.js
var quoted = __webpack_require__(31733);
;// CONCATENATED MODULE: ./build/packages/tables/src/prediction-cells.js

// Full decimal literals. `NaN`, `Infinity`, `0x1`, ` 1`, `.5` and the empty field are not.
const UNSIGNED = /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?$/;
const LONGEST_NUMBER = 64;
/** How far the probabilities of a row may be from 1 together. */
const SUM_TOLERANCE = 1e-6;
/** The cells of one row as its task wants them, or what is wrong with them. `texts` are in the order of the columns without the id. */
function predictionCells(columns, texts) {
    const [first = '', ...rest] = texts;
    switch (columns.task) {
        case 'binary-classification':
            return together(oneOf(first, [columns.positive, columns.negative]), probability(rest[0] ?? '', POSITIVE));
        case 'multiclass-classification': {
            const label = oneOf(first, columns.classes);
            const probabilities = rest.map((text) => probability(text, OF_CLASS));
            return summedToOne(together(label, ...probabilities), columns.scores);
        }
        case 'regression':
            return together(finite(first, 'the prediction'));
        case 'ranking':
            return together(finite(first, 'the score'));
    }
}
function isCellFault(cells) {
    return 'found' in cells;
}
const POSITIVE = 'the probability of the positive label';
const OF_CLASS = 'the probability of a class';
function together(...cells) {
    const read = [];
    for (const cell of cells) {
        if (typeof cell === 'object')
            return cell;
        read.push(cell);
    }
    return read;
}
function oneOf(text, labels) {
    if (labels.includes(text))
        return text;
    const binary = labels.length === 2;
    const allowed = binary ? labels.map(quoted/* quoted */.T).join(' or ') : `one of the classes ${(0,quoted/* quotedList */.p)(labels)}`;
    return {
        found: `the prediction ${(0,quoted/* quoted */.T)(text)}`,
        allowed,
        remedy: binary ? 'Predict one of the two' : 'Predict one of the classes',
    };
}
function probability(text, meaning) {
    const value = isNumber(text) ? Number(text) : Number.NaN;
    if (value >= 0 && value <= 1)
        return value;
    return {
        found: `the score ${(0,quoted/* quoted */.T)(text)}`,
        allowed: `a decimal number from 0 to 1, ${meaning}`,
        remedy: 'Write it as in 0.25',
    };
}
function finite(text, what) {
    const digits = text.startsWith('-') ? text.slice(1) : text;
    const value = isNumber(digits) ? Number(text) : Number.NaN;
    if (Number.isFinite(value))
        return value;
    return { found: `${what} ${(0,quoted/* quoted */.T)(text)}`, allowed: 'a decimal number', remedy: 'Write it as in -0.25' };
}
function isNumber(text) {
    return text.length <= LONGEST_NUMBER && UNSIGNED.test(text);
}
function summedToOne(cells, scores) {
    if (scores === null || isCellFault(cells))
        return cells;
    const sum = cells.reduce((total, cell) => (typeof cell === 'number' ? total + cell : total), 0);
    if (Math.abs(sum - 1) <= SUM_TOLERANCE)
        return cells;
    return {
        found: `probabilities that sum to ${sum}`,
        allowed: `1, up to ${SUM_TOLERANCE}, in the columns ${(0,quoted/* quotedList */.p)(scores)}`,
        remedy: 'Write the probability of every class',
    };
}

// EXTERNAL MODULE: ./build/packages/tables/src/table-limits.js
var table_limits = __webpack_require__(74174);
;// CONCATENATED MODULE: ./build/packages/tables/src/predictions.js






/**
 * Reads the table that hostile code wrote (design §8.2), for the task of the model. It must hold exactly the id and the columns of
 * the task, in any order, and exactly one row per evaluation id, in any order.
 *
 * @returns by id what the model says, in the order of `predictionColumns` without the id
 * @throws ActionError `refused`, reason `predictions-refused`, for everything else: a label, protected, control or weight
 * column or any other column, a missing, repeated or unknown id, a prediction that is none of the labels, a number that is not
 * a decimal one or out of range, probabilities that do not sum to 1, broken CSV, too many bytes or rows.
 */
function readPredictionCells(bytes, model, expected) {
    const name = expected.name ?? 'predictions';
    const table = readHostileTable(bytes, name, expected.ids.length);
    refuseOtherColumns(table, model);
    const columns = (0,task_columns/* taskColumns */.x)(model);
    const [idAt, ...places] = (0,task_columns/* predictionColumns */.v)(columns).map((column) => (0,src_columns/* columnIndex */.PD)(table, column));
    const wanted = new Set(expected.ids);
    const read = new Map();
    for (const row of table.rows) {
        const where = `${name}:${row.line}`;
        const key = row.cells[idAt ?? -1] ?? '';
        if (!wanted.has(key)) {
            throw refused({ where, found: `the id ${(0,quoted/* quoted */.T)(key)}`, allowed: 'ids of the features table', remedy: REWRITE });
        }
        if (read.has(key)) {
            throw refused({ where, found: `the id ${(0,quoted/* quoted */.T)(key)} again`, allowed: 'one row per id', remedy: REWRITE });
        }
        const texts = places.map((place) => row.cells[place] ?? '');
        const cells = predictionCells(columns, texts);
        if (isCellFault(cells))
            throw refused({ where, ...cells });
        read.set(key, cells);
    }
    refuseMissingIds(expected.ids, read, name);
    return read;
}
const REWRITE = 'Write one row per row of the features table, with the id copied from it';
function readHostileTable(bytes, name, rows) {
    try {
        // One row more than wanted is enough to see that there are too many.
        return (0,csv_table/* readCsvTable */.$)(bytes, name, { ...table_limits/* PREDICTION_LIMITS */.P, maxRows: rows });
    }
    catch (cause) {
        if (!(cause instanceof errors/* ConfigError */.xL))
            throw cause;
        const [first, ...more] = cause.faults;
        if (first === undefined)
            throw cause;
        const found = more.length === 0 ? first.found : `${first.found}; and ${more.length} more faults in the table`;
        throw refused({ ...first, found }, cause);
    }
}
/**
 * Makes sure that a table of predictions has exactly the columns of its task.
 *
 * @throws ActionError `refused`, reason `predictions-refused`; what is hidden from models is told apart, however it is spelt.
 */
function refuseOtherColumns(table, model) {
    const expected = (0,task_columns/* predictionColumns */.v)((0,task_columns/* taskColumns */.x)(model));
    const allowed = `exactly the columns ${(0,quoted/* quotedList */.p)(expected)}`;
    const where = `${table.name}:1`;
    const others = table.columns.filter((column) => !expected.includes(column));
    const hidden = new Set((0,src_columns/* hiddenColumns */.UR)(model).map(comparable));
    const leaked = others.filter((column) => hidden.has(comparable(column)));
    if (leaked.length > 0) {
        const found = `the label, protected or control columns ${(0,quoted/* quotedList */.p)(leaked)}`;
        const remedy = 'Remove them: predictions never carry what the gates join from data that the base policy names';
        throw refused({ where, found, allowed, remedy });
    }
    if (others.length > 0) {
        throw refused({ where, found: `the columns ${(0,quoted/* quotedList */.p)(others)}`, allowed, remedy: 'Remove them' });
    }
    const missing = expected.filter((column) => !table.columns.includes(column));
    if (missing.length > 0) {
        throw refused({ where, found: `no column ${(0,quoted/* quotedList */.p)(missing)}`, allowed, remedy: 'Add what is missing' });
    }
}
/** `Race`, ` race` and `race` are one name to whoever tries. */
function comparable(column) {
    return column.normalize('NFKC').trim().toLowerCase();
}
function refuseMissingIds(ids, read, name) {
    const missing = ids.filter((id) => !read.has(id));
    if (missing.length === 0)
        return;
    const found = `no row for ${missing.length} of ${ids.length} ids, for example ${(0,quoted/* quotedList */.p)(missing.slice(0, 3))}`;
    throw refused({ where: name, found, allowed: 'one row per id: a model may not abstain', remedy: REWRITE });
}
function refused(fault, cause) {
    return new errors/* ActionError */.lZ('refused', fault, {
        reasonCode: 'predictions-refused',
        ...(cause === undefined ? {} : { cause: new Error(cause.faults.map(errors/* formatFault */.A).join('\n')) }),
    });
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
