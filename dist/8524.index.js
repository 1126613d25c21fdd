export const id = 8524;
export const ids = [8524];
export const modules = {

/***/ 98524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/action-kit/src/lineage.js
var lineage = __webpack_require__(42946);
// EXTERNAL MODULE: ./build/packages/action-kit/src/artifacts.js
var artifacts = __webpack_require__(52244);
// EXTERNAL MODULE: ./build/packages/action-kit/src/engine-sources.js + 3 modules
var engine_sources = __webpack_require__(33684);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/decision-upload.js
var decision_upload = __webpack_require__(80938);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/packages/core/src/config/task-columns.js
var task_columns = __webpack_require__(63563);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var src_digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/tables/src/table-limits.js
var table_limits = __webpack_require__(74174);
// EXTERNAL MODULE: ./build/packages/tables/src/engine/operation-support.js
var operation_support = __webpack_require__(68759);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/gate-subject.js
var gate_subject = __webpack_require__(30622);
// EXTERNAL MODULE: ./build/packages/gate-runner/src/rows/private-folder.js
var private_folder = __webpack_require__(622);
// EXTERNAL MODULE: ./build/packages/core/src/baseline-profile/profile-schema.js + 1 modules
var profile_schema = __webpack_require__(64725);
// EXTERNAL MODULE: ./build/packages/core/src/dataset/pointer.js
var dataset_pointer = __webpack_require__(25669);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/core/src/first-fault.js
var first_fault = __webpack_require__(58216);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
;// CONCATENATED MODULE: ./build/packages/core/src/dataset/croissant.js





/** Larger or deeper documents are refused unread: descriptions are written by people, and by those who attack them. */
const LARGEST = 4 * 1024 * 1024;
const DEPTH = 32;
const MOST_FILES = 10_000;
const MOST_FIELDS = 20_000;
const CONFORMS = 'http://mlcommons.org/croissant/1.1';
const croissant_text = schemas/* string */.YjP().min(1).max(10_000);
const someText = schemas/* union */.KCZ([croissant_text, schemas/* array */.YOg(croissant_text).min(1).max(1000)]);
const reference = schemas/* looseObject */._H3({ '@id': croissant_text });
/** Person, organisation or licence: a text, an object, or several. */
const named = schemas/* union */.KCZ([someText, schemas/* looseObject */._H3({}), schemas/* array */.YOg(schemas/* looseObject */._H3({})).min(1).max(1000)]);
const distribution = schemas/* looseObject */._H3({
    '@type': croissant_text,
    '@id': croissant_text,
    name: croissant_text.optional(),
    contentUrl: croissant_text.optional(),
    encodingFormat: someText.optional(),
    sha256: schemas/* string */.YjP()
        .regex(/^[0-9a-fA-F]{64}$/, { message: 'must be a SHA-256 of 64 hex digits' })
        .optional(),
});
const field = schemas/* looseObject */._H3({
    '@id': croissant_text,
    name: croissant_text.optional(),
    dataType: someText.optional(),
    source: schemas/* looseObject */._H3({
        fileObject: reference.optional(),
        extract: schemas/* looseObject */._H3({ column: croissant_text.optional() }).optional(),
    })
        .optional(),
});
const croissant_document = schemas/* looseObject */._H3({
    '@context': schemas/* union */.KCZ([croissant_text, schemas/* looseObject */._H3({}), schemas/* array */.YOg(schemas/* unknown */.L5J()).min(1)]),
    '@type': croissant_text,
    conformsTo: someText,
    name: croissant_text,
    description: croissant_text,
    license: named,
    url: croissant_text,
    creator: named,
    datePublished: croissant_text,
    version: schemas/* union */.KCZ([croissant_text, schemas/* number */.aig()]).optional(),
    distribution: schemas/* array */.YOg(distribution).min(1).max(MOST_FILES),
    recordSet: schemas/* array */.YOg(schemas/* looseObject */._H3({ '@id': croissant_text, field: schemas/* array */.YOg(field).max(MOST_FIELDS).default([]) }))
        .max(MOST_FILES)
        .default([]),
});
/**
 * Reads a Croissant 1.1 description: JSON-LD with the names of Croissant's own context. Names of other vocabularies are
 * passed over; no context is fetched.
 *
 * @throws ActionError `refused`, reason `description-invalid`.
 */
function parseCroissant(content, file) {
    if (content.length > LARGEST)
        throw invalid(file, `${content.length} bytes`);
    const parsed = croissant_document.safeParse(plainNames(parsedJson(content, file)));
    if (!parsed.success)
        throw invalid(file, (0,first_fault/* firstFault */.R)(parsed.error), parsed.error);
    const { data } = parsed;
    const versions = texts(data.conformsTo);
    if (!versions.includes(CONFORMS))
        throw invalid(file, `conformsTo ${versions.join(', ').slice(0, 200)}`);
    if (!['sc:Dataset', 'Dataset', 'https://schema.org/Dataset'].includes(data['@type'])) {
        throw invalid(file, `the type ${data['@type'].slice(0, 200)}`);
    }
    const files = data.distribution
        .filter((part) => ['cr:FileObject', 'FileObject'].includes(part['@type']))
        .map((part) => {
        const digest = `sha256:${part.sha256?.toLowerCase() ?? ''}`;
        return { id: part['@id'], contentUrl: part.contentUrl ?? null, digest: (0,src_digest/* isDigest */.Bc)(digest) ? digest : null };
    });
    const fields = data.recordSet.flatMap((set) => set.field).map(fieldOf);
    if (fields.length > MOST_FIELDS)
        throw invalid(file, `${fields.length} fields`);
    requireDistinct(file, files.map(({ id }) => id), 'file');
    requireDistinct(file, fields.map(({ id }) => id), 'field');
    return { name: data.name, version: data.version === undefined ? null : String(data.version), files, fields };
}
function parsedJson(content, file) {
    try {
        return (0,strict_json/* parseStrictJson */.R)(content, DEPTH);
    }
    catch (cause) {
        if (cause instanceof strict_json/* StrictJsonError */.U)
            throw invalid(file, `a document of which ${cause.message}`, cause);
        throw cause;
    }
}
/** Documents without the alias in their context write the property with its prefix. */
function plainNames(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return value;
    const aliased = Object.hasOwn(value, 'dct:conformsTo') && !Object.hasOwn(value, 'conformsTo');
    return aliased ? { ...value, conformsTo: Reflect.get(value, 'dct:conformsTo') } : value;
}
function fieldOf(raw) {
    return {
        id: raw['@id'],
        file: raw.source?.fileObject?.['@id'] ?? null,
        column: raw.source?.extract?.column ?? null,
        types: raw.dataType === undefined ? [] : texts(raw.dataType),
    };
}
function texts(value) {
    return typeof value === 'string' ? [value] : value;
}
/** Of two things with one id nobody could say which is meant. */
function requireDistinct(file, ids, what) {
    const seen = new Set();
    for (const id of ids) {
        if (seen.has(id))
            throw invalid(file, `the ${what} "${id.slice(0, 200)}" twice`);
        seen.add(id);
    }
}
function invalid(file, found, cause) {
    return new errors/* ActionError */.lZ('refused', {
        where: file,
        found,
        allowed: `a Croissant description that conforms to ${CONFORMS}, at most ${LARGEST / 1024 / 1024} MiB`,
        remedy: 'Correct it; "mlcroissant validate" names what is wrong',
    }, { reasonCode: 'description-invalid', cause });
}

;// CONCATENATED MODULE: ./build/packages/gates/src/data/finding-list.js
/** Lines of one measure with one verdict; beyond so many they are told together. */
const MOST_LINES = 20;
/** Names in one line; beyond so many they are counted. */
const MOST_NAMES = 50;
/**
 * Findings of one measure: each that does not pass, and one for all that pass, with the value that is nearest to its limit.
 * A table of a thousand sound columns is one line, and one of a thousand broken ones a page.
 */
function findingsOf(measure, judged, passing) {
    const [passes, others] = [
        judged.filter(({ outcome }) => outcome === 'pass'),
        judged.filter(({ outcome }) => outcome !== 'pass'),
    ];
    const alike = Map.groupBy(others, ({ outcome, severity, reasonCode }) => `${outcome} ${severity} ${reasonCode}`);
    const findings = [...alike.values()].flatMap((some) => folded(some).map((one) => findingOf(measure, one)));
    const [first, ...more] = passes;
    if (first === undefined)
        return findings;
    const nearest = more.reduce((worst, one) => (nearness(one) > nearness(worst) ? one : worst), first);
    if (more.length === 0)
        return [...findings, findingOf(measure, first)];
    if (nearest.value === null) {
        return [...findings, findingOf(measure, { ...nearest, columns: [], message: `${passes.length} ${passing}` })];
    }
    const message = `${passes.length} ${passing}; nearest: ${nearest.message}`;
    return [...findings, { ...findingOf(measure, nearest), message }];
}
/** The worst by themselves, and all the rest in one. */
function folded(judged) {
    if (judged.length <= MOST_LINES)
        return judged;
    const worst = judged.toSorted((a, b) => nearness(b) - nearness(a));
    const [shown, rest] = [worst.slice(0, MOST_LINES - 1), worst.slice(MOST_LINES - 1)];
    const [first] = rest;
    if (first === undefined)
        return shown;
    const columns = rest.flatMap((one) => one.columns);
    const message = `${rest.length} more: ${namedShortly(columns)}; the first of them: ${first.message}`;
    return [...shown, { ...first, columns: columns.slice(0, MOST_NAMES), message }];
}
/** Names for a sentence, the first of many. */
function namedShortly(names) {
    const shown = names.slice(0, 10).join(', ');
    return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}
/** Values for a sentence, with their first rows where the engine knows them. */
function examplesOf({ examples, rows }) {
    return examples
        .map((text, at) => {
        const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
        return rows[at] === undefined ? `"${shown}"` : `"${shown}" in row ${rows[at]}`;
    })
        .join(', ');
}
/** The end of a sentence about values that break a rule. */
function suchAs(breaches) {
    return breaches === null || breaches.count === 0 ? '' : `, such as ${examplesOf(breaches)}`;
}
/** Where values that are not shown are to be found. */
function rowsOf({ rows }) {
    return rows.length === 0 ? '' : `, such as in row ${rows.toSorted((a, b) => a - b).join(', ')}`;
}
function findingOf(measure, { columns, severity = 'block', ...rest }) {
    return { measure, severity, ...(columns.length === 0 ? {} : { groups: columns }), ...rest };
}
/** How much of its limit a value takes. */
function nearness({ value, limit, failsWhen }) {
    if (value === null)
        return 0;
    if (failsWhen === 'below')
        return value === 0 ? Number.POSITIVE_INFINITY : (limit ?? 0) / value;
    return limit === undefined || limit === 0 ? value : value / limit;
}
/** True when a share is above its limit by more than rounding. */
function isAbove(value, limit) {
    return value > limit + 1e-12 * Math.max(1, Math.abs(limit));
}

;// CONCATENATED MODULE: ./build/packages/gates/src/data/identity-findings.js


/** Judges whether the bytes that were read are those that the policy and a pointer name. */
function identityFindings(read) {
    return [
        ...findingsOf('dataset-digest', digestOf(read), 'datasets are the ones that the policy names'),
        ...findingsOf('dataset-pointer', pointerOf(read), 'datasets are the ones that their pointers name'),
    ];
}
const COMMON = { columns: [], n: [], value: null };
const MISMATCH = { outcome: 'fail', reasonCode: 'digest-mismatch' };
const SAME = { outcome: 'pass', reasonCode: 'within-limit' };
function digestOf({ digest, named }) {
    if (named === null)
        return [];
    const same = digest === named;
    const message = same
        ? `the data are ${digest}, as the policy names them`
        : `the data are ${digest}, and the policy names ${named}`;
    return [{ ...COMMON, ...(same ? SAME : MISMATCH), method: 'sha-256', message }];
}
function pointerOf({ digest, bytes, md5, pointer }) {
    if (pointer === null)
        return [];
    const { what } = dataset_pointer/* POINTER_NAMES */.ft[pointer.kind];
    const read = pointer.kind === 'git-lfs' ? digest : `md5:${md5 ?? 'unknown'}`;
    const names = pointer.kind === 'git-lfs' ? pointer.digest : `md5:${pointer.md5}`;
    const same = read === names && bytes === pointer.bytes;
    const message = same
        ? `${what} names the ${bytes} bytes that were read`
        : `${what} names ${pointer.bytes} bytes with ${names}, and ${bytes} bytes with ${read} were read`;
    const method = pointer.kind === 'git-lfs' ? 'sha-256' : 'md5';
    return [{ ...COMMON, ...(same ? SAME : MISMATCH), method, message }];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/data/description-findings.js

const NUMBER = ['integer', 'number'];
const TIME = ['temporal', 'text'];
const TEXT = ['text'];
/** What a type of a description may be in a table. Other types say what values mean and not how they are written. */
const TYPES = new Map([
    ...['Text', 'URL', 'Enumeration'].map((name) => [name, TEXT]),
    ...['Integer', 'Int8', 'Int16', 'Int32', 'Int64', 'UInt8', 'UInt16', 'UInt32', 'UInt64'].map((name) => [name, ['integer']]),
    ...['Float', 'Number', 'Float16', 'Float32', 'Float64', 'BFloat16'].map((name) => [name, NUMBER]),
    ['Boolean', ['boolean']],
    ...['Date', 'DateTime', 'Time'].map((name) => [name, TIME]),
]);
const PREFIXES = ['sc:', 'https://schema.org/', 'http://schema.org/', 'cr:', 'http://mlcommons.org/croissant/'];
/** Judges whether a Croissant description is of these bytes and says of their columns what they are. */
function descriptionFindings(description, { digest, table }) {
    const files = description.files.filter((file) => file.digest === digest);
    const ids = files.map(({ id }) => id);
    const fields = description.fields.filter(({ file }) => file !== null && ids.includes(file));
    return [
        ...findingsOf('description-digest', [description_findings_digestOf(description, { digest, found: ids })], 'files are described'),
        ...(ids.length === 0
            ? []
            : findingsOf('description-columns', columnsOf(fields, table), 'columns are as they are described')),
    ];
}
const description_findings_MISMATCH = { outcome: 'fail', reasonCode: 'description-mismatch' };
const description_findings_SAME = { outcome: 'pass', reasonCode: 'within-limit' };
function description_findings_digestOf({ name, files }, { digest, found }) {
    const common = { columns: [], n: [], value: null, method: 'sha-256' };
    if (found.length > 0)
        return { ...common, ...description_findings_SAME, message: `${name} describes the file as ${found.join(', ')}` };
    const message = `none of the ${files.length} files of ${name} is ${digest}`;
    return { ...common, ...description_findings_MISMATCH, message };
}
function columnsOf(fields, table) {
    const common = { n: [table.rows], value: null, method: 'names and types' };
    const described = fields.flatMap(({ column }) => (column === null ? [] : [column]));
    if (described.length === 0) {
        return [{ ...common, ...description_findings_MISMATCH, columns: [], message: 'no column of the file is described' }];
    }
    const there = new Map(table.columns.map(({ name, type }) => [name, type]));
    const judged = fields.flatMap(({ column, types }) => {
        if (column === null)
            return [];
        const type = there.get(column);
        const one = { ...common, columns: [column] };
        if (type === undefined)
            return [{ ...one, ...description_findings_MISMATCH, message: `${column} is described and not there` }];
        if (fits(type, types, table))
            return [{ ...one, ...description_findings_SAME, message: `${column} is described as ${wordsOf(types)}` }];
        return [{ ...one, ...description_findings_MISMATCH, message: `${column} has the type ${type} and is described as ${wordsOf(types)}` }];
    });
    const silent = table.columns.filter(({ name }) => !described.includes(name));
    const names = silent.map(({ name }) => name);
    const note = { outcome: 'inconclusive', severity: 'warn', reasonCode: 'description-mismatch' };
    const message = `${namedShortly(names)} ${names.length === 1 ? 'is' : 'are'} there and not described`;
    return names.length === 0
        ? judged
        : [...judged, { ...common, ...note, columns: names.slice(0, MOST_NAMES), message }];
}
function fits(type, types, { format }) {
    const known = types.flatMap((name) => TYPES.get(localName(name)) ?? []);
    if (known.length === 0 || type === 'empty' || known.includes(type))
        return true;
    // Delimited text does not say whether digits are a number: what is described as text may look like one.
    const scalar = [...NUMBER, 'boolean', 'mixed'];
    return known.includes('text') && (format === 'csv' || format === 'tsv') && scalar.includes(type);
}
function localName(name) {
    const prefix = PREFIXES.find((one) => name.startsWith(one)) ?? '';
    return name.slice(prefix.length);
}
function wordsOf(types) {
    return types.length === 0 ? 'of no type' : types.join(' or ');
}

// EXTERNAL MODULE: ./build/packages/gates/src/decision/assemble-decision.js
var assemble_decision = __webpack_require__(24840);
// EXTERNAL MODULE: ./build/packages/gates/src/decision/wording.js
var wording = __webpack_require__(66305);
;// CONCATENATED MODULE: ./build/packages/gates/src/data/time-findings.js



const DAY = 86_400_000;
/** Judges columns of timestamps: readable, none in the future, the newest not too old. */
function timeFindings(columns, { table, asOf }, rules) {
    const timed = columns.flatMap((column) => (column.times === null ? [] : [{ ...column, times: column.times }]));
    const absent = absentAges(table, rules);
    if (timed.length === 0)
        return findingsOf('age-days', absent, 'columns are fresh');
    const day = dayOf(asOf);
    return [
        ...findingsOf('timestamps', timed.flatMap(readable), 'columns hold times'),
        ...findingsOf('future-timestamps', timed.flatMap((column) => notLater(column, day)), 'columns end before now'),
        ...findingsOf('age-days', [...absent, ...timed.flatMap((column) => fresh(column, day))], 'columns are fresh'),
    ];
}
/** A column that may be left out, and is: how old the data are is not known then. */
function absentAges({ columns, rows }, rules) {
    const there = new Set(columns.map(({ name }) => name));
    return Object.entries(rules.columns).flatMap(([name, { required, 'max-age-days': limit }]) => {
        if (limit === undefined || required || there.has(name))
            return [];
        const message = `${name} is not there, so the age of the data is not known`;
        const unknown = { outcome: 'inconclusive', reasonCode: 'column-missing', value: null };
        return [{ ...unknown, columns: [name], n: [rows], method: 'all rows', limit, failsWhen: 'above', message }];
    });
}
function dayOf(asOf) {
    const day = asOf === null ? Number.NaN : Date.parse(`${asOf}T00:00:00Z`);
    if (Number.isFinite(day))
        return day;
    throw new errors/* ActionError */.lZ('bug', {
        where: 'The data gate',
        found: `the day ${String(asOf)}`,
        allowed: 'a day such as 2026-01-31 for rules of timestamps',
        remedy: 'Report this as a bug of Gatehouse',
    });
}
function readable(column) {
    const { unreadable } = column.times;
    return [
        {
            ...common(column),
            ...(unreadable > 0
                ? { outcome: 'fail', reasonCode: 'value-outside-domain' }
                : { outcome: 'pass', reasonCode: 'within-limit' }),
            value: unreadable / column.integrity.rows,
            limit: 0,
            failsWhen: 'above',
            message: `${unreadable} of ${column.integrity.rows} values of ${column.name} are no time in ISO 8601`,
        },
    ];
}
function notLater(column, day) {
    if (column.rules?.future === true)
        return [];
    const { latest } = column.times;
    if (latest === null)
        return [];
    const later = latest >= day + DAY;
    return [
        {
            ...common(column),
            ...(later
                ? { outcome: 'fail', reasonCode: 'data-from-future' }
                : { outcome: 'pass', reasonCode: 'within-limit' }),
            value: later ? (latest - day) / DAY : 0,
            message: later
                ? `the latest value of ${column.name}, ${iso(latest)}, is after ${iso(day).slice(0, 10)}`
                : `the latest value of ${column.name} is ${iso(latest)}`,
        },
    ];
}
function fresh(column, day) {
    const limit = column.rules?.['max-age-days'];
    if (limit === undefined)
        return [];
    const { latest } = column.times;
    const bounds = { limit, failsWhen: 'above' };
    if (latest === null) {
        const message = `${column.name} holds no time, so its age is not known`;
        return [{ ...common(column), ...bounds, outcome: 'inconclusive', reasonCode: 'empty-group', value: null, message }];
    }
    const value = Math.max(0, (day - latest) / DAY);
    return [
        {
            ...common(column),
            ...bounds,
            ...(isAbove(value, limit)
                ? { outcome: 'fail', reasonCode: 'data-stale' }
                : { outcome: 'pass', reasonCode: 'within-limit' }),
            value,
            message: `the latest value of ${column.name}, ${iso(latest)}, is ${(0,wording/* inWords */.r4)(value)} days old, limit ${(0,wording/* inWords */.r4)(limit)}`,
        },
    ];
}
function common({ name, times }) {
    return { columns: [name], n: [times.count], method: 'all rows' };
}
function iso(time) {
    // Years that ISO 8601 has no four digits for come from data.
    const date = new Date(time);
    return Number.isNaN(date.getTime()) ? 'a time out of range' : date.toISOString();
}

;// CONCATENATED MODULE: ./build/packages/gates/src/data/column-findings.js



/** Judges every column by itself: missing values, domain, uniqueness, constants, times. */
function columnFindings(facts, rules) {
    const columns = [...facts.columns].map(([name, column]) => {
        return { name, rules: Object.hasOwn(rules.columns, name) ? (rules.columns[name] ?? null) : null, ...column };
    });
    const each = (judge) => columns.flatMap(judge);
    return [
        ...findingsOf('missing-rate', each((column) => missingRate(column, rules)), 'columns have few enough missing values'),
        ...findingsOf('finite-values', each(finiteValues), 'columns of numbers are finite'),
        ...findingsOf('domain', each(domain), 'rules of columns are kept'),
        ...findingsOf('unique-values', each(uniqueness), 'columns have no value twice'),
        ...findingsOf('constant-columns', each((column) => constant(column, rules)), 'columns vary'),
        ...timeFindings(columns, facts, rules),
    ];
}
/** Values that nothing can be computed from; in text an empty one counts too. */
function missingValues({ integrity }) {
    const { nulls, nans, positiveInfinities, negativeInfinities, emptyTexts } = integrity;
    return nulls + nans + positiveInfinities + negativeInfinities + emptyTexts;
}
function missingRate(column, rules) {
    const own = column.rules?.nullable === false ? 0 : column.rules?.['missing-rate'];
    const limit = own ?? rules['missing-rate'];
    if (limit === undefined)
        return [];
    const value = missingValues(column) / column.integrity.rows;
    return [
        {
            ...counted(column),
            ...(isAbove(value, limit)
                ? { outcome: 'fail', reasonCode: 'limit-exceeded' }
                : { outcome: 'pass', reasonCode: 'within-limit' }),
            value,
            limit,
            failsWhen: 'above',
            message: `${missingValues(column)} of ${column.integrity.rows} values of ${column.name} are missing (${(0,wording/* percent */.KN)(value)}), limit ${(0,wording/* percent */.KN)(limit)}`,
        },
    ];
}
/** Infinite values are no measurement; NaN is how many programs write a missing one. */
function finiteValues(column) {
    const { type, positiveInfinities, negativeInfinities, rows } = column.integrity;
    if (column.rules === null || (type !== 'number' && type !== 'integer'))
        return [];
    const infinite = positiveInfinities + negativeInfinities;
    return [
        {
            ...counted(column),
            ...(infinite > 0
                ? { outcome: 'fail', reasonCode: 'value-not-finite' }
                : { outcome: 'pass', reasonCode: 'within-limit' }),
            value: infinite / rows,
            limit: 0,
            failsWhen: 'above',
            message: `${infinite} of ${rows} values of ${column.name} are infinite`,
        },
    ];
}
function domain(column) {
    return column.breaches.map(({ rule, ...found }) => {
        const { count } = found;
        // What does not fit a pattern may be a name or an address: only values of lists and sizes are shown.
        const shown = count === 0 ? '' : rule === 'pattern' ? rowsOf(found) : suchAs(found);
        return {
            ...counted(column),
            ...(count > 0
                ? { outcome: 'fail', reasonCode: 'value-outside-domain' }
                : { outcome: 'pass', reasonCode: 'within-limit' }),
            value: count / column.integrity.rows,
            limit: 0,
            failsWhen: 'above',
            message: `${count} of ${column.integrity.rows} values of ${column.name} (${(0,wording/* percent */.KN)(count / column.integrity.rows)}) ${brokenBy(rule, column.rules)}${shown}`,
        };
    });
}
function brokenBy(rule, rules) {
    switch (rule) {
        case 'min':
            return `are below ${(0,wording/* inWords */.r4)(rules?.min ?? 0)}`;
        case 'max':
            return `are above ${(0,wording/* inWords */.r4)(rules?.max ?? 0)}`;
        case 'probability':
            return 'are not between 0 and 1';
        case 'pattern':
            return 'do not match the pattern';
        case 'values':
            return 'are not among the allowed ones';
    }
}
function uniqueness(column) {
    if (column.rules?.unique !== true || column.distinct === null)
        return [];
    const { integrity, distinct } = column;
    const copies = integrity.rows - integrity.nulls - distinct.distinct;
    return [
        {
            ...counted(column),
            ...(copies > 0
                ? { outcome: 'fail', reasonCode: 'value-repeated' }
                : { outcome: 'pass', reasonCode: 'within-limit' }),
            value: copies / integrity.rows,
            limit: 0,
            failsWhen: 'above',
            message: `${copies} of ${integrity.rows} values of ${column.name} repeat an earlier one${suchAs(column.repeated)}`,
        },
    ];
}
function constant(column, rules) {
    const severity = rules['constant-columns'];
    if (column.varies === null || severity === 'allow' || column.rules?.constant === true)
        return [];
    const { varies } = column;
    const verdict = varies
        ? { outcome: 'pass', reasonCode: 'within-limit' }
        : severity === 'fail'
            ? { outcome: 'fail', reasonCode: 'column-constant' }
            : { outcome: 'inconclusive', severity: 'warn', reasonCode: 'column-constant' };
    const { rows, nulls } = column.integrity;
    const same = nulls === rows
        ? `no value in any of its ${rows} rows`
        : `the same value in all ${rows - nulls} rows${nulls > 0 ? ' that have one' : ''}`;
    const message = `${column.name} has ${varies ? 'several values' : same}`;
    return [{ ...counted(column), ...verdict, value: null, message }];
}
function counted({ name, integrity, }) {
    return { columns: [name], n: [integrity.rows], method: 'all rows' };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/data/leak-findings.js


/**
 * Rows that a label and its others must have before the one can be told from the others: of 15 and 15 rows a column that
 * has nothing to do with the label puts all of the one above all of the others once in 78 million times.
 */
const ROWS_TO_TELL = 15;
/** Chance that values which have nothing to do with the label have one label each, below which it is no accident. */
const ACCIDENT = 1e-6;
const PASS = { outcome: 'pass', reasonCode: 'within-limit' };
/** Judges whether a column gives the label away; each column by what tells the most. */
function leakJudged(facts, { leakage }) {
    if (leakage === undefined || facts.leaks === null)
        return [];
    const { columns, label } = facts.leaks;
    if (columns.length === 0)
        return [nothing(facts, label)];
    return columns.map((leak) => judgedLeak(leak, { label, limit: leakage.correlation }));
}
function nothing({ table }, label) {
    const message = `the table has no column beside the label ${label} that could give it away`;
    return { ...PASS, columns: [], n: [table.rows], method: 'all rows', value: null, message };
}
function judgedLeak(leak, { label, limit }) {
    const { column } = leak;
    const bounds = { columns: [column], limit, failsWhen: 'above' };
    if (leak.type === 'unsupported') {
        const message = `whether ${column} gives the label away was not measured: it has no type that can be compared; name it under "ignore" if it may`;
        const unknown = { outcome: 'inconclusive', reasonCode: 'column-unsupported', value: null };
        return { ...bounds, ...unknown, n: [leak.telling.rows], method: 'none', message };
    }
    const strongest = strongestTelling(leak);
    // A limit of 1 is broken by equality: nothing is above it.
    const tells = strongest !== null && (isAbove(strongest.value, limit) || strongest.value >= 1 - 1e-12);
    if (strongest === null || !(tells || hasRowsToTell(leak)))
        return { ...bounds, ...tooFew(leak, label) };
    const { value, rows, method, message } = strongest;
    const verdict = tells ? { outcome: 'fail', reasonCode: 'target-leaked' } : PASS;
    return { ...bounds, ...verdict, value, n: [rows], method, message: `${message}, limit ${(0,wording/* inWords */.r4)(limit)}` };
}
/** Whether a column could be found to tell the label, whichever way it does. */
function hasRowsToTell({ telling, spearman }) {
    if (spearman !== null)
        return telling.rows >= 2 * ROWS_TO_TELL;
    return telling.labels.some(({ rows }) => rows >= ROWS_TO_TELL && telling.rows - rows >= ROWS_TO_TELL);
}
function tooFew(leak, label) {
    const { column, telling } = leak;
    const { rows, labels } = telling;
    const varies = labels.length > 1;
    const why = varies ? whyUntold(leak) : `the label ${label} does not vary`;
    const reasonCode = varies ? 'insufficient-n' : 'constant-target';
    const message = `whether ${column} gives the label away was not measured: ${why}`;
    return { outcome: 'inconclusive', reasonCode, value: null, n: [rows], method: 'none', message };
}
/** What it is that there is too little of: rows, rows of a label, values, or values that occur again. */
function whyUntold(leak) {
    const { telling, spearman } = leak;
    const { rows, missing } = telling;
    const both = `${ROWS_TO_TELL} of one label and ${ROWS_TO_TELL} of others`;
    if (spearman !== null)
        return `${spearman.rows} rows with a value are too few: ${2 * ROWS_TO_TELL} are needed`;
    if (!hasRowsToTell(leak))
        return `of ${rows} rows too few differ in the label: ${both} are needed`;
    const present = rows - missing;
    const isCompared = telling.labels.some((one) => {
        const valued = one.rows - one.missing;
        return valued >= ROWS_TO_TELL && present - valued >= ROWS_TO_TELL;
    });
    return isCompared
        ? 'its values have no order, and too few of them occur again'
        : `of the ${present} rows with a value too few differ in the label: ${both} are needed`;
}
/** `null` where no way of telling has the rows that it takes. */
function strongestTelling(leak) {
    const ways = [...correlations(leak), ...orders(leak), ...absences(leak), ...values(leak), ...words(leak)];
    return ways.reduce((best, way) => (best === null || way.value > best.value ? way : best), null);
}
function correlations({ column, pearson, spearman, telling }) {
    const of = (kind, what) => {
        const found = kind === 'pearson' ? pearson : spearman;
        if (found === null || found.rows < 2 * ROWS_TO_TELL || isRare(telling))
            return [];
        const { value, rows } = found;
        const message = value === null
            ? `${column} or the label does not vary, so they have no ${what}`
            : `the ${what} of ${column} with the label is ${(0,wording/* inWords */.r4)(value)}`;
        return [{ value: Math.abs(value ?? 0), rows, method: kind, message }];
    };
    return [...of('pearson', 'correlation'), ...of('spearman', 'correlation of ranks')];
}
/** True of two labels of which one has too few rows; a label of many numbers has no rare one. */
function isRare({ labels }) {
    return labels.length <= 2 && labels.some(({ rows }) => rows < ROWS_TO_TELL);
}
/** Twice the area under the curve less one: 1 when all rows of a label lie above all others, or all below. */
function orders({ column, telling }) {
    return telling.labels.flatMap(({ label, rows, missing, above }) => {
        const valued = rows - missing;
        const others = telling.rows - telling.missing - valued;
        if (above === null || valued < ROWS_TO_TELL || others < ROWS_TO_TELL)
            return [];
        const side = above < 0.5 ? 'below' : 'above';
        const share = (0,wording/* percent */.KN)(Math.max(above, 1 - above));
        const message = `in ${share} of all pairs ${column} is ${side} where the label is "${label}"`;
        return [{ value: Math.abs(2 * above - 1), rows: valued + others, method: 'auc, as 2·auc - 1', message }];
    });
}
function absences({ column, telling }) {
    const { rows: all, missing: gone } = telling;
    const present = all - gone;
    if (gone < ROWS_TO_TELL || present < ROWS_TO_TELL)
        return [];
    return telling.labels.flatMap(({ label, rows, missing }) => {
        const others = all - rows;
        if (rows < ROWS_TO_TELL || others < ROWS_TO_TELL)
            return [];
        const value = (all * missing - gone * rows) / Math.sqrt(gone * present) / Math.sqrt(rows * others);
        const message = `${column} is missing in ${missing} of the ${rows} rows with the label "${label}" and in ${gone - missing} of the ${others} others`;
        return [{ value: Math.min(1, Math.abs(value)), rows: all, method: 'correlation of missing values', message }];
    });
}
/** The share of the errors of a guess at the commonest label that knowing the value takes away. */
function values({ column, telling }) {
    const { rows, values: distinct, told, commonest } = telling.repeated;
    if (rows === commonest)
        return [];
    // Of k rows with one value all have one label by chance with at most (share of the commonest) ^ (k - 1).
    const accident = (rows - distinct) * Math.log(commonest / rows);
    if (accident > Math.log(ACCIDENT))
        return [];
    const value = (told - commonest) / (rows - commonest);
    const message = told === rows
        ? `each of the ${distinct} values of ${column} that occur more than once has one label only, in ${rows} rows`
        : `knowing ${column} takes away ${(0,wording/* percent */.KN)(value)} of the errors of guessing the commonest label, in ${rows} rows`;
    return [{ value, rows, method: 'errors taken away', message }];
}
function words({ column, telling, word }) {
    if (word === null)
        return [];
    const shown = word.word.length > 40 ? `${word.word.slice(0, 40)}…` : word.word;
    const message = `whether ${column} contains "${shown}" correlates with the label "${word.label}" by ${(0,wording/* inWords */.r4)(word.value)}`;
    return [{ value: Math.abs(word.value), rows: telling.rows, method: 'correlation of a word', message }];
}

// EXTERNAL MODULE: ./build/packages/stats/src/proportions/newcombe-difference.js
var newcombe_difference = __webpack_require__(57483);
// EXTERNAL MODULE: ./build/packages/stats/src/drift/new-categories.js + 1 modules
var new_categories = __webpack_require__(85909);
// EXTERNAL MODULE: ./build/packages/stats/src/drift/out-of-range.js
var out_of_range = __webpack_require__(74435);
// EXTERNAL MODULE: ./build/packages/stats/src/proportions/wilson.js
var wilson = __webpack_require__(4969);
;// CONCATENATED MODULE: ./build/packages/gates/src/data/unit-jump.js
/** Factors between units that are mixed up: decimal places, inch, foot, pound, kilometre per mile, minutes, hours, days. */
const FACTORS = [
    2.54, 10, 100, 1000, 1e6, 1e9, 0.3048, 0.453_592_37, 1.609_344, 7, 12, 24, 60, 3600, 86_400,
];
const TOLERANCE = 0.05;
/** `null` where no ratio exists: no value, a median of 0, or another sign. */
function unitJump(median, reference) {
    const before = medianOf(reference);
    if (median === null || before === null || !(Math.sign(median) * Math.sign(before) > 0))
        return null;
    const ratio = median / before;
    const near = (factor) => Math.abs(ratio / factor - 1) <= TOLERANCE;
    const up = FACTORS.find(near);
    if (up !== undefined)
        return { ratio, factor: String(up) };
    const down = FACTORS.find((factor) => near(1 / factor));
    return { ratio, factor: down === undefined ? null : `1/${down}` };
}
/** The middle value when it is an edge of the profile, else the mean of the values between the two edges around it. */
function medianOf({ n, edges, equal, open, openSums }) {
    const middle = Math.ceil(n / 2);
    let passed = 0;
    for (let at = 0; n > 0 && at <= edges.length; at += 1) {
        const between = open[at] ?? 0;
        passed += between;
        if (passed >= middle)
            return (openSums[at] ?? 0) / between;
        passed += equal[at] ?? 0;
        if (passed >= middle)
            return edges[at] ?? null;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/packages/gates/src/data/profile-findings.js




/**
 * Judges the data against a profile. A value beyond its limit fails when chance cannot explain it, all comparisons taken
 * together, and is inconclusive when it can; a value within its limit passes.
 */
function profileFindings(facts, rules) {
    const { profile } = facts;
    const limits = rules.profile;
    if (profile === null || limits === undefined)
        return [];
    const shared = Object.entries(profile.columns).flatMap(([name, reference]) => {
        const column = facts.columns.get(name);
        return column === undefined ? [] : [{ name, facts: column, reference }];
    });
    const alpha = (1 - rules.confidence) / Math.max(1, 2 * shared.length);
    const compared = shared.map((column) => {
        return { ...column, referenceRows: profile.rows, rules: limits, alpha };
    });
    const each = (judge) => compared.flatMap(judge);
    return [
        ...findingsOf('profile-columns', profileColumns(facts, profile), 'columns are as in the profile'),
        ...findingsOf('row-count-change', rowCount(facts, profile, limits), 'tables are as large as the profile'),
        ...findingsOf('missing-rate-difference', each(missingDifference), 'columns miss as many values as in the profile'),
        ...findingsOf('new-category-rate', each(newCategories), 'columns have the categories of the profile'),
        ...findingsOf('out-of-range-rate', each(outOfRange), 'columns have the range of the profile'),
        ...findingsOf('unit-jump', each(unitJumps), 'columns are in the unit of the profile'),
    ];
}
const profile_findings_PASS = { outcome: 'pass', reasonCode: 'within-limit' };
const CHANCE = { outcome: 'inconclusive', reasonCode: 'effect-without-evidence' };
const FAIL = { outcome: 'fail', reasonCode: 'limit-exceeded' };
const profile_findings_TYPES = {
    numbers: ['integer', 'number'],
    texts: ['text'],
    booleans: ['boolean'],
};
/** Numbers with few values are categories in a profile, and numbers still. */
function kindOf(reference) {
    return reference.kind === 'numbers' ? 'numbers' : reference.of;
}
/** True for values of the kind that the profile counted: 1 is not "1". */
function isOfKind(type, reference) {
    return profile_findings_TYPES[kindOf(reference)].includes(type);
}
function profileColumns({ table, columns }, profile) {
    const broken = Object.entries(profile.columns).flatMap(([name, reference]) => {
        const column = columns.get(name);
        const common = { columns: [name], n: [table.rows], method: 'all rows', outcome: 'fail', value: null };
        if (column === undefined) {
            return [
                { ...common, reasonCode: 'column-missing', message: `${name} is in the profile and cannot be read here` },
            ];
        }
        const { type } = column.integrity;
        if (type === 'empty' || isOfKind(type, reference))
            return [];
        const message = `${name} holds ${kindOf(reference)} in the profile and values of type ${type} here`;
        return [{ ...common, reasonCode: 'type-mismatch', message }];
    });
    const all = Object.keys(profile.columns).length;
    if (all === 0) {
        const message = 'the profile has no column to compare with';
        const nothing = { outcome: 'inconclusive', reasonCode: 'empty-group', value: null };
        return [{ ...nothing, columns: [], n: [table.rows], method: 'all rows', message }];
    }
    const message = all === 1
        ? 'the column of the profile is there, with its type'
        : `the ${all} columns of the profile are there, with their types`;
    const sound = { ...profile_findings_PASS, columns: [], n: [table.rows], method: 'all rows', value: 0, message };
    return broken.length > 0 ? broken : [sound];
}
function rowCount({ table }, profile, rules) {
    const limit = rules['row-count-change'];
    if (limit === undefined)
        return [];
    const common = { columns: [], n: [table.rows, profile.rows], method: 'all rows', limit, failsWhen: 'above' };
    if (profile.rows === 0) {
        const message = 'the profile has no row to compare with';
        return [{ ...common, outcome: 'inconclusive', reasonCode: 'empty-group', value: null, message }];
    }
    const value = Math.abs(table.rows / profile.rows - 1);
    const message = `the table has ${table.rows} rows and the profile ${profile.rows}, a change of ${(0,wording/* percent */.KN)(value)}, limit ${(0,wording/* percent */.KN)(limit)}`;
    return [{ ...common, ...(isAbove(value, limit) ? FAIL : profile_findings_PASS), value, message }];
}
/** Missing as the profile counts it: an empty text is a category there. */
function missingDifference({ name, facts, reference, referenceRows, rules, alpha }) {
    const { nulls, nans, positiveInfinities, negativeInfinities, rows } = facts.integrity;
    const limit = rules['missing-rate-difference'];
    const now = { successes: nulls + nans + positiveInfinities + negativeInfinities, n: rows };
    const before = { successes: Object.values(reference.missing).reduce((sum, part) => sum + part, 0), n: referenceRows };
    const common = {
        columns: [name],
        n: [now.n, before.n],
        limit,
        failsWhen: 'above',
        method: 'newcombe, simultaneous',
    };
    if (before.n === 0)
        return [{ ...common, ...emptyProfile(name) }];
    const confidence = 1 - 2 * alpha;
    const [lower, upper] = (0,newcombe_difference/* newcombeDifference */.o)(now, before, confidence);
    const difference = now.successes / now.n - before.successes / before.n;
    const value = Math.abs(difference);
    const least = lower > 0 ? lower : upper < 0 ? -upper : 0;
    const verdict = !isAbove(value, limit) ? profile_findings_PASS : isAbove(least, limit) ? FAIL : CHANCE;
    const interval = [least, Math.max(-lower, upper)];
    const message = `${(0,wording/* percent */.KN)(now.successes / now.n)} of ${name} are missing, ${(0,wording/* percent */.KN)(before.successes / before.n)} in the profile, limit ${(0,wording/* percent */.KN)(limit)} either way`;
    return [{ ...common, ...verdict, value, interval, confidence, message }];
}
function newCategories({ name, facts, reference, rules, alpha }) {
    if (reference.kind !== 'categories' || facts.newCategories === null)
        return [];
    const { rows, nulls, nans, positiveInfinities, negativeInfinities } = facts.integrity;
    const limit = rules['new-category-rate'];
    const valued = rows - nulls - nans - positiveInfinities - negativeInfinities;
    const common = {
        columns: [name],
        n: [valued, reference.n],
        method: 'clopper-pearson against good-turing, simultaneous',
    };
    if (reference.n === 0 || valued === 0)
        return [{ ...common, ...emptyProfile(name), limit, failsWhen: 'above' }];
    const counts = {
        newRows: facts.newCategories.count,
        currentRows: valued,
        singletons: reference.singletons,
        pooled: reference.other,
        referenceRows: reference.n,
    };
    const { rate, expected, interval } = (0,new_categories/* newCategoryRate */.f)(counts, 1 - alpha);
    const allowed = Math.min(1, limit + expected);
    const confidence = 1 - 2 * alpha;
    const verdict = !isAbove(rate, allowed) ? profile_findings_PASS : isAbove(interval[0], allowed) ? FAIL : CHANCE;
    const seen = verdict === profile_findings_PASS ? '' : `; such as ${examplesOf(facts.newCategories)}`;
    const message = `${counts.newRows} of ${valued} values of ${name} are categories that the profile does not have (${(0,wording/* percent */.KN)(rate)}), ${(0,wording/* percent */.KN)(expected)} expected, limit ${(0,wording/* percent */.KN)(limit)} more${seen}`;
    return [{ ...common, ...verdict, value: rate, interval, confidence, limit: allowed, failsWhen: 'above', message }];
}
function outOfRange({ name, facts, reference, rules, alpha }) {
    if (reference.kind !== 'numbers' || facts.outside === null)
        return [];
    const { rows, nulls, nans, positiveInfinities, negativeInfinities } = facts.integrity;
    const finite = rows - nulls - nans - positiveInfinities - negativeInfinities;
    const limit = rules['out-of-range-rate'];
    const method = 'exact tail of exchangeable values';
    const common = { columns: [name], n: [finite, reference.n], limit, failsWhen: 'above', method };
    if (reference.n === 0 || finite === 0)
        return [{ ...common, ...emptyProfile(name) }];
    const value = facts.outside / finite;
    const p = reference.n < 2 ? 1 : (0,out_of_range/* outOfRangeTail */.P)(facts.outside, { reference: reference.n, current: finite });
    const verdict = !isAbove(value, limit) ? profile_findings_PASS : p <= alpha ? FAIL : CHANCE;
    const confidence = 1 - 2 * alpha;
    const interval = (0,wilson/* wilsonInterval */.Y)(facts.outside, finite, confidence);
    const message = `${facts.outside} of ${finite} values of ${name} lie outside the range of the profile (${(0,wording/* percent */.KN)(value)}), limit ${(0,wording/* percent */.KN)(limit)}; p = ${(0,wording/* inWords */.r4)(p)}`;
    return [{ ...common, ...verdict, value, interval, confidence, message }];
}
function emptyProfile(name) {
    const message = `${name} has no value here or in the profile, so they cannot be compared`;
    return { outcome: 'inconclusive', reasonCode: 'empty-group', value: null, message };
}
function unitJumps({ name, facts, reference, rules }) {
    const severity = rules['unit-jumps'];
    if (reference.kind !== 'numbers' || severity === 'allow')
        return [];
    const jump = unitJump(facts.median, reference);
    if (jump === null)
        return [];
    const common = { columns: [name], n: [facts.integrity.rows, reference.n], method: 'ratio of medians' };
    if (jump.factor === null) {
        const message = `the median of ${name} is ${(0,wording/* inWords */.r4)(jump.ratio)} times that of the profile`;
        return [{ ...common, ...profile_findings_PASS, value: jump.ratio, message }];
    }
    const verdict = severity === 'fail'
        ? { outcome: 'fail', reasonCode: 'unit-changed' }
        : { outcome: 'inconclusive', severity: 'warn', reasonCode: 'unit-changed' };
    const message = `the median of ${name} is ${(0,wording/* inWords */.r4)(jump.ratio)} times that of the profile, nearly ${jump.factor}: look at the unit`;
    return [{ ...common, ...verdict, value: jump.ratio, message }];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/data/table-findings.js



/** Judges the table as a whole: number of rows, key, copies, sums, leakage and overlap. */
function tableFindings(facts, rules) {
    return [
        ...findingsOf('row-count', table_findings_rowCount(facts, rules), 'tables have enough rows'),
        ...findingsOf('key', keyOf(facts, rules), 'keys name their rows'),
        ...findingsOf('duplicate-rows', duplicates(facts, rules), 'tables have few enough copies'),
        ...findingsOf('probability-sum', sums(facts, rules), 'lists of probabilities add to 1'),
        ...findingsOf('label-leakage', leakJudged(facts, rules), 'columns do not give the label away'),
        ...findingsOf('shared-rows', overlap(facts, rules), 'datasets share few enough rows'),
    ];
}
const table_findings_PASS = { outcome: 'pass', reasonCode: 'within-limit' };
function whole({ table }) {
    return { columns: [], n: [table.rows], method: 'all rows' };
}
function table_findings_rowCount(facts, { rows: { min, max } }) {
    const { rows } = facts.table;
    const range = max === undefined ? `at least ${min}` : `${min} to ${max}`;
    const verdict = rows < min || (max !== undefined && rows > max)
        ? { outcome: 'fail', reasonCode: 'row-count-outside' }
        : table_findings_PASS;
    const side = max !== undefined && rows > max
        ? { limit: max, failsWhen: 'above' }
        : { limit: min, failsWhen: 'below' };
    return [
        { ...whole(facts), ...verdict, ...side, value: rows, message: `the table has ${rows} rows, allowed ${range}` },
    ];
}
function keyOf(facts, { key }) {
    if (key === undefined || facts.key === null)
        return [];
    const { rows } = facts.table;
    const { missing, distinct } = facts.key;
    const repeated = rows - distinct;
    const common = { ...whole(facts), columns: key, limit: 0, failsWhen: 'above' };
    if (missing > 0) {
        const message = `${missing} of ${rows} rows have no value in the key ${key.join(', ')}`;
        return [{ ...common, outcome: 'fail', reasonCode: 'ids-missing', value: missing / rows, message }];
    }
    const verdict = repeated > 0 ? { outcome: 'fail', reasonCode: 'ids-duplicated' } : table_findings_PASS;
    const message = `${repeated} of ${rows} rows have the key ${key.join(', ')} of an earlier one${suchAs(facts.key.repeated)}`;
    return [{ ...common, ...verdict, value: repeated / rows, message }];
}
function duplicates(facts, rules) {
    const limit = rules['duplicate-rows'];
    if (limit === undefined || facts.distinctRows === null)
        return [];
    const { rows } = facts.table;
    const copies = rows - facts.distinctRows;
    const value = copies / rows;
    const verdict = isAbove(value, limit) ? { outcome: 'fail', reasonCode: 'rows-duplicated' } : table_findings_PASS;
    const but = rules.key === undefined ? 'in all columns' : `in all columns but ${rules.key.join(', ')}`;
    const message = `${copies} of ${rows} rows equal an earlier one ${but} (${(0,wording/* percent */.KN)(value)}), limit ${(0,wording/* percent */.KN)(limit)}`;
    return [{ ...whole(facts), ...verdict, value, limit, failsWhen: 'above', message }];
}
function sums(facts, { probabilities }) {
    const { rows } = facts.table;
    return probabilities.flatMap((columns, index) => {
        const apart = facts.unequalSums[index] ?? null;
        if (apart === null)
            return [];
        const verdict = apart > 0 ? { outcome: 'fail', reasonCode: 'value-outside-domain' } : table_findings_PASS;
        const message = `in ${apart} of ${rows} rows ${columns.join(', ')} do not add to 1, give or take 0.000001`;
        return [
            { ...whole(facts), ...verdict, columns, value: apart / rows, limit: 0, failsWhen: 'above', message },
        ];
    });
}
function overlap(facts, rules) {
    if (rules.overlap === undefined || facts.overlap === null)
        return [];
    const { limit } = rules.overlap;
    const { shared, rows } = facts.overlap;
    const value = rows === 0 ? null : shared / rows;
    const common = { columns: [], n: [rows], method: 'all rows', limit, failsWhen: 'above', value };
    if (value === null) {
        const message = 'no row to compare with the other data';
        return [{ ...common, outcome: 'inconclusive', reasonCode: 'empty-group', message }];
    }
    const verdict = isAbove(value, limit)
        ? { outcome: 'fail', reasonCode: 'training-rows-in-evaluation' }
        : table_findings_PASS;
    const message = `${shared} of ${rows} rows are also in the other data (${(0,wording/* percent */.KN)(value)}), limit ${(0,wording/* percent */.KN)(limit)}`;
    return [{ ...common, ...verdict, message }];
}

;// CONCATENATED MODULE: ./build/packages/gates/src/data/table-schema.js

const READ_AS = {
    integer: ['integer', 'empty'],
    number: ['integer', 'number', 'empty'],
    text: ['text', 'empty'],
    boolean: ['boolean', 'empty'],
    timestamp: ['temporal', 'text', 'empty'],
    any: ['integer', 'number', 'text', 'boolean', 'temporal', 'empty', 'unsupported'],
};
/** Types that delimited text may be read as text from: nothing in the file says that `007` is a number. */
const WRITTEN = ['integer', 'number', 'boolean', 'mixed'];
/** Compares the columns of a table with those that the rules name: missing, unexpected, or of another type. */
function readSchema(rules, table, misread = new Map()) {
    const there = new Map(table.columns.map(({ name, type }) => [name, type]));
    const reread = {};
    const judged = namedColumns(rules).flatMap((name) => (there.has(name) ? [] : missing(name, rules, table)));
    const usable = [];
    for (const [name, type] of there) {
        const wanted = Object.hasOwn(rules.columns, name) ? (rules.columns[name]?.type ?? 'any') : 'any';
        const asText = wanted === 'text' && isDelimited(table) && WRITTEN.includes(type);
        if (asText)
            Object.defineProperty(reread, name, { value: 'text', enumerable: true });
        // A rule for a column that nothing can be counted of would never be broken.
        const fits = asText || (READ_AS[wanted].includes(type) && !(type === 'unsupported' && isNamed(rules, name)));
        if (!fits)
            judged.push(wrongType(name, type, { wanted, rows: table.rows, odd: misread.get(name) }));
        if (fits && type !== 'unsupported')
            usable.push(name);
    }
    const extra = table.columns.map(({ name }) => name).filter((name) => !isNamed(rules, name));
    judged.push(...unexpected(extra, rules, table));
    const named = Object.keys(rules.columns).length;
    const all = table.columns.length;
    const present = all === 1 ? '1 column is there' : `${all} columns are there`;
    const message = `${present}, and those that the policy names have its types`;
    const passes = judged.some(({ severity }) => severity !== 'warn') || named === 0
        ? []
        : [{ ...base(table.rows), outcome: 'pass', reasonCode: 'within-limit', columns: [], value: 0, message }];
    return { findings: findingsOf('schema', [...judged, ...passes], 'columns as declared'), usable, reread };
}
function isDelimited({ format }) {
    return format === 'csv' || format === 'tsv';
}
/** Columns that some rule cannot do without, each once. */
function namedColumns({ columns, key = [], probabilities }) {
    const required = Object.entries(columns).flatMap(([name, { required }]) => (required ? [name] : []));
    return [...new Set([...required, ...key, ...probabilities.flat()])];
}
function isNamed(rules, name) {
    return Object.hasOwn(rules.columns, name) || namedColumns(rules).includes(name);
}
function missing(name, rules, { rows }) {
    const why = Object.hasOwn(rules.columns, name) ? 'is required' : 'is named by a rule';
    return [{ ...broken(rows), columns: [name], message: `the column ${name} ${why} and is not there` }];
}
function unexpected(names, rules, { rows }) {
    const severity = rules['extra-columns'];
    if (names.length === 0 || severity === 'allow' || Object.keys(rules.columns).length === 0)
        return [];
    const what = names.length === 1 ? 'the column' : `${names.length} columns`;
    const message = `${what} ${namedShortly(names)} ${names.length === 1 ? 'is' : 'are'} not among those that the policy names`;
    const columns = names.slice(0, MOST_NAMES);
    return [
        severity === 'fail'
            ? { ...broken(rows), columns, message }
            : { ...broken(rows), outcome: 'inconclusive', severity: 'warn', columns, message },
    ];
}
function wrongType(name, type, at) {
    const { wanted, rows } = at;
    if (type === 'unsupported') {
        const message = `the column ${name} holds lists, structures or bytes, of which no rule can be judged`;
        return { ...broken(rows), reasonCode: 'column-unsupported', columns: [name], message };
    }
    if (wanted === 'any') {
        return {
            ...broken(rows),
            reasonCode: 'mixed-types',
            columns: [name],
            message: `the column ${name} holds values of several types, and the policy declares none${oddWords('number', at)}`,
        };
    }
    return {
        ...broken(rows),
        columns: [name],
        message: `the column ${name} has the type ${type} and not ${wanted}${oddWords(wanted, at)}`,
    };
}
/** Where most values are wrong they are no exception, and may be of persons. */
function oddWords(wanted, { rows, odd }) {
    if (odd === undefined || odd.count === 0 || odd.count > rows / 2)
        return '';
    const are = odd.count === 1 ? 'is' : 'are';
    return `: ${odd.count} of ${rows} values ${are} no ${wanted}, such as ${examplesOf(odd)}`;
}
function broken(rows) {
    return { ...base(rows), outcome: 'fail', reasonCode: 'schema-broken', value: null };
}
function base(rows) {
    return { n: [rows], method: 'all rows' };
}

;// CONCATENATED MODULE: ./build/packages/gates/src/data/evaluate-data.js







/**
 * Judges data: identity, schema, values, key, copies, comparison with a profile, leakage and overlap.
 *
 * Counts are exact and are held against their limits as they are; only comparisons with a profile allow for chance. A table
 * that breaks the schema fails, and the rules of the columns that could not be read are not judged besides.
 *
 * @throws ActionError `bug` when a rule has no facts: what nobody counted is not a pass.
 */
function evaluateData({ rules, facts, context, identity = [] }) {
    const schema = readSchema(rules, facts.table, facts.misread);
    requireFacts(rules, facts, schema.usable);
    const findings = [
        ...identity,
        ...schema.findings,
        ...tableFindings(facts, rules),
        ...columnFindings(facts, rules),
        ...profileFindings(facts, rules),
    ];
    return (0,assemble_decision/* assembleDecision */.h)('data', context, {
        findings,
        measures: { dataset: datasetMeasures(facts), columns: columnMeasures(facts) },
        power: { minimumDetectable: null, requiredN: {} },
        notMeasured: notMeasured(rules, facts),
    });
}
function requireFacts(rules, facts, usable) {
    for (const name of usable) {
        const column = facts.columns.get(name);
        if (column === undefined)
            throw uncounted(`the column ${name}`);
        const own = Object.hasOwn(rules.columns, name) ? rules.columns[name] : undefined;
        const asked = domainRules(own).filter(() => column.integrity.type !== 'empty');
        const lacking = asked.find((rule) => !column.breaches.some((breach) => breach.rule === rule));
        if (lacking !== undefined)
            throw uncounted(`"${lacking}" of the column ${name}`);
        if (own?.unique === true && column.distinct === null)
            throw uncounted(`the distinct values of ${name}`);
        if (rules['constant-columns'] !== 'allow' && column.varies === null)
            throw uncounted(`whether ${name} varies`);
        if (own?.type === 'timestamp' && column.times === null)
            throw uncounted(`the times of ${name}`);
    }
    const has = (columns) => columns.every((name) => usable.includes(name));
    if (rules.key !== undefined && has(rules.key) && facts.key === null)
        throw uncounted('the key');
    if (rules['duplicate-rows'] !== undefined && facts.distinctRows === null)
        throw uncounted('the copies');
    if (rules.profile !== undefined && facts.profile === null)
        throw uncounted('the profile');
    if (rules.leakage !== undefined && facts.leaks === null)
        throw uncounted('leakage');
    if (rules.overlap !== undefined && facts.overlap === null)
        throw uncounted('the overlap');
    rules.probabilities.forEach((columns, index) => {
        if (has(columns) && (facts.unequalSums[index] ?? null) === null)
            throw uncounted(`the sum of ${columns.join(', ')}`);
    });
}
function uncounted(what) {
    return new errors/* ActionError */.lZ('bug', {
        where: 'The data gate',
        found: `a rule for ${what} and nothing counted for it`,
        allowed: 'a count for every rule',
        remedy: 'Report this as a bug of Gatehouse',
    });
}
/** The rules of a column that the engine is asked about. */
function domainRules(column) {
    if (column === undefined)
        return [];
    const { min, max, probability, pattern, values } = column;
    return [
        ...(min === undefined ? [] : ['min']),
        ...(max === undefined ? [] : ['max']),
        ...(probability ? ['probability'] : []),
        ...(pattern === undefined ? [] : ['pattern']),
        ...(values === undefined ? [] : ['values']),
    ];
}
function datasetMeasures({ table, distinctRows, overlap, profile, asOf }) {
    return {
        rows: table.rows,
        columns: table.columns.length,
        ...(distinctRows === null ? {} : { 'duplicate-rows': table.rows - distinctRows }),
        ...(overlap === null ? {} : { 'shared-rows': overlap.shared }),
        ...(profile === null ? {} : { 'profile-rows': profile.rows }),
        ...(asOf === null ? {} : { 'as-of': asOf }),
    };
}
function columnMeasures({ columns, leaks }) {
    const told = new Map((leaks?.columns ?? []).map((leak) => [leak.column, leak]));
    return Object.fromEntries([...columns].map(([name, column]) => {
        const { integrity, distinct, outside, newCategories } = column;
        const leak = told.get(name);
        return [
            name,
            {
                type: integrity.type,
                n: integrity.rows - missingValues(column),
                ...missingMeasures(integrity),
                'missing-rate': missingValues(column) / integrity.rows,
                ...(distinct === null ? {} : { distinct: distinct.distinct }),
                ...(newCategories === null ? {} : { 'new-categories': newCategories.count }),
                ...(outside === null ? {} : { 'out-of-range': outside }),
                ...(leak === undefined ? {} : leakMeasures(leak)),
            },
        ];
    }));
}
function leakMeasures(leak) {
    const strongest = strongestTelling(leak);
    const { pearson, spearman } = leak;
    return {
        'tells-label': strongest?.value ?? null,
        ...(strongest === null ? {} : { 'tells-label-by': strongest.method }),
        ...(pearson === null ? {} : { 'correlation-with-label': pearson.value }),
        ...(spearman === null ? {} : { 'rank-correlation-with-label': spearman.value }),
    };
}
function missingMeasures(integrity) {
    const { nulls, nans, positiveInfinities, negativeInfinities, emptyTexts } = integrity;
    return { nulls, nans, infinities: positiveInfinities + negativeInfinities, 'empty-texts': emptyTexts };
}
/** A column that could be the key of a table whose policy names none: no value is missing, and none is there twice. */
function likelyKey({ columns, table }) {
    const unique = [...columns].find(([, { integrity, distinct }]) => {
        return ['integer', 'text'].includes(integrity.type) && table.rows > 1 && distinct?.distinct === table.rows;
    });
    return unique === undefined ? '' : `; ${unique[0]} has another value in every row and could be named as the key`;
}
function notMeasured(rules, facts) {
    const { table, leaks } = facts;
    const lists = table.columns.filter(({ type }) => type === 'unsupported').map(({ name }) => name);
    return [
        ...(lists.length === 0 ? [] : [`columns of lists, structures or bytes: ${lists.join(', ')}`]),
        ...(Object.keys(rules.columns).length === 0 ? ['columns and types, of which the policy names none'] : []),
        ...(rules.key === undefined ? [`whether a row occurs twice under one key${likelyKey(facts)}`] : []),
        ...(rules['duplicate-rows'] === undefined ? ['copies of rows'] : []),
        ...(rules.profile === undefined ? ['change against a profile'] : []),
        ...(rules.leakage === undefined ? ['whether a column gives the label away'] : []),
        ...(leaks?.columns.some(({ spearman }) => spearman !== null)
            ? ['whether words of a text give away a label that is a number']
            : []),
        ...(rules.overlap === undefined ? ['whether training has seen rows of the evaluation'] : []),
        'how late the labels came',
    ];
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/data-question.js
/** All rows of the data. */
function relationOf({ question }) {
    return { table: question.data.name };
}
/** A column of the data. */
function refTo({ question }, column) {
    return { table: question.data.name, column };
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/data-columns.js


const NUMERIC = ['integer', 'number'];
/**
 * Of wider tables, and of fractions, the distinct values are counted only where a rule asks: each column takes a pass of its
 * own, and nearly every fraction is another one.
 */
const MOST_DISTINCT = 100;
/** Counts what the rules ask of each column that fits the schema, in the order of the table. */
async function collectColumns(open) {
    const { tables, usable, question } = open;
    const { rules, profile } = question;
    const refs = usable.map((name) => refTo(open, name));
    const counts = refs.length === 0 ? [] : await tables.integrity(relationOf(open), refs);
    const needsVarying = rules['constant-columns'] !== 'allow' && refs.length > 0;
    const varying = needsVarying ? await tables.varying(relationOf(open), refs) : [];
    const found = new Map();
    for (const [index, name] of usable.entries()) {
        const integrity = counts[index];
        if (integrity === undefined)
            throw new RangeError(`Nothing was counted of the column ${name}.`);
        const own = Object.hasOwn(rules.columns, name) ? rules.columns[name] : undefined;
        const reference = profile !== undefined && Object.hasOwn(profile.columns, name) ? profile.columns[name] : undefined;
        const isCounted = usable.length <= MOST_DISTINCT && integrity.type !== 'number';
        const needsDistinct = own?.unique === true || isCounted;
        const distinct = needsDistinct ? await tables.distinct(relationOf(open), refTo(open, name)) : null;
        found.set(name, {
            integrity,
            distinct,
            repeated: own?.unique === true && (distinct?.repeated ?? 0) > 0 ? await repeatedValues(open, name) : null,
            varies: varying[index] ?? null,
            breaches: integrity.type === 'empty' ? [] : await domainBreaches(open, name, own),
            times: own?.type === 'timestamp' ? await timesOf(open, integrity) : null,
            ...(await againstProfile(open, { name, integrity, reference })),
        });
    }
    return found;
}
/** Values that occur more than once. */
async function repeatedValues(open, name) {
    const [found = null] = await open.tables.breaches(relationOf(open), [{ column: refTo(open, name), occurs: 'once' }]);
    return found;
}
/** A column without a value has no time either, which leaves its age unknown. */
async function timesOf(open, { column, type }) {
    if (type === 'empty')
        return { count: 0, unreadable: 0, earliest: null, latest: null };
    return await open.tables.times(relationOf(open), refTo(open, column));
}
async function domainBreaches(open, name, own) {
    if (own === undefined)
        return [];
    const found = [];
    for (const rule of domainRules(own)) {
        const asked = await open.tables.breaches(relationOf(open), valueRules(open, name, { rule, own }));
        found.push({ rule, ...together(asked) });
    }
    return found;
}
function valueRules(open, name, { rule, own }) {
    const column = refTo(open, name);
    switch (rule) {
        case 'min':
            return [{ column, atLeast: own.min ?? Number.NaN }];
        case 'max':
            return [{ column, atMost: own.max ?? Number.NaN }];
        case 'probability':
            return [
                { column, atLeast: 0 },
                { column, atMost: 1 },
            ];
        case 'pattern':
            return [{ column, matches: own.pattern ?? '' }];
        case 'values':
            return [{ column, oneOf: (own.values ?? []).map(data_columns_keyOf) }];
    }
}
/** As the port writes keys: `1.0` is `1`. */
function data_columns_keyOf(value) {
    return String(value);
}
function together(breaches) {
    return {
        count: breaches.reduce((sum, { count }) => sum + count, 0),
        examples: breaches.flatMap(({ examples }) => examples).slice(0, 3),
        rows: breaches.flatMap(({ rows }) => rows).slice(0, 3),
    };
}
async function againstProfile(open, column) {
    const { name, integrity, reference } = column;
    const nothing = { median: null, newCategories: null, outside: null };
    // Numbers with few values are categories in a profile. Text where it has numbers is told as such, and not counted.
    const isNumeric = NUMERIC.includes(integrity.type);
    if (reference === undefined || (integrity.type !== 'empty' && !isOfKind(integrity.type, reference)))
        return nothing;
    const { nans, positiveInfinities, negativeInfinities } = integrity;
    const ref = refTo(open, name);
    if (reference.kind === 'categories') {
        const rule = { column: ref, oneOf: Object.keys(reference.counts) };
        const [found = null] = await open.tables.breaches(relationOf(open), [rule]);
        if (found === null)
            throw new RangeError(`Nothing was counted of the categories of ${name}.`);
        // What is missing for the profile is no category here either.
        return {
            ...nothing,
            newCategories: { ...found, count: found.count - nans - positiveInfinities - negativeInfinities },
        };
    }
    const { minimum, maximum } = reference;
    if (minimum === null || maximum === null)
        return { ...nothing, outside: 0 };
    const [below, above] = await open.tables.breaches(relationOf(open), [
        { column: ref, atLeast: minimum },
        { column: ref, atMost: maximum },
    ]);
    if (below === undefined || above === undefined)
        throw new RangeError(`Nothing was counted of the range of ${name}.`);
    const outside = below.count + above.count - positiveInfinities - negativeInfinities;
    const wanted = open.question.rules.profile?.['unit-jumps'] ?? 'allow';
    return { newCategories: null, outside, median: wanted === 'allow' || !isNumeric ? null : await data_columns_medianOf(open, name) };
}
/** The engine gives distinct quantiles, so of two it is still to be found out which one is the middle. */
async function data_columns_medianOf(open, name) {
    const column = refTo(open, name);
    const quantiles = await open.tables.quantiles(relationOf(open), column, 2);
    const [first = null, second = null, third] = quantiles;
    if (first === null || second === null)
        return first;
    if (third !== undefined)
        return second;
    const [counts] = await open.tables.histogram(relationOf(open), [{ column, edges: [first] }]);
    const upTo = (counts?.equal[0] ?? 0) + (counts?.between[0] ?? 0);
    const all = upTo + (counts?.between[1] ?? 0);
    return upTo >= Math.ceil(all / 2) ? first : second;
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/data-leaks.js



const data_leaks_NUMERIC = ['integer', 'number'];
const ORDERED = [...data_leaks_NUMERIC, 'boolean', 'text', 'temporal'];
const NOTHING = {
    rows: 0,
    missing: 0,
    labels: [],
    repeated: { rows: 0, values: 0, told: 0, commonest: 0 },
};
/** What every column but the key and the ignored ones tells about the label. */
async function collectLeaks(open) {
    const { question, description, usable } = open;
    const { label, rules } = question;
    if (label === undefined)
        throw noLabel();
    const apart = [label, ...(rules.key ?? []), ...(rules.leakage?.ignore ?? [])];
    const typeOf = (name) => description.columns.find((column) => column.name === name)?.type ?? 'unsupported';
    // Refused by the engine when it is not there: without a label nothing is known of leakage.
    const { distinct } = await open.tables.distinct(relationOf(open), refTo(open, label));
    const target = await targetOf(open, label, { type: typeOf(label), distinct });
    // Columns that break the schema are not judged besides; lists break none, and what they tell is not known.
    const asked = description.columns.filter(({ name, type }) => usable.includes(name) || type === 'unsupported');
    return {
        label,
        columns: await leaksOf(open, asked.filter(({ name }) => !apart.includes(name)), target),
    };
}
async function targetOf(open, label, { type, distinct }) {
    const isNumber = data_leaks_NUMERIC.includes(type);
    if (isNumber)
        return { label, number: refTo(open, label), isRanked: distinct > 2 };
    if (distinct !== 2)
        return { label, number: null, isRanked: false };
    const groups = await open.tables.groupedCounts(relationOf(open), [refTo(open, label)]);
    const equals = groups.flatMap(({ key: [value] }) => (typeof value === 'string' ? [value] : [])).at(-1);
    return { label, number: equals === undefined ? null : { of: refTo(open, label), equals }, isRanked: false };
}
/** Columns of a table of thousands are asked about together, each question once. */
async function leaksOf(open, columns, { label, number, isRanked }) {
    const { tables } = open;
    const relation = relationOf(open);
    const some = (types) => {
        const names = columns.filter(({ type }) => types.includes(type)).map(({ name }) => name);
        return { names, compared: { columns: names.map((name) => refTo(open, name)), label: refTo(open, label) } };
    };
    const [all, valued] = [some([...ORDERED, 'empty']), some(ORDERED)];
    const tellings = byName(all, await tables.labelTellings(relation, all.compared));
    const numbers = some([...data_leaks_NUMERIC, 'boolean']);
    const pearson = number === null ? [] : await tables.correlations(relation, { columns: numbers.compared.columns, label: number });
    const spearman = isRanked ? await tables.rankCorrelations(relation, valued.compared) : [];
    const texts = some(['text']);
    const labels = [...tellings.values()][0]?.labels.map((one) => one.label) ?? [];
    const words = isRanked ? [] : await tables.tellingWords(relation, { ...texts.compared, labels, least: ROWS_TO_TELL });
    const [pearsons, spearmans, wordOf] = [byName(numbers, pearson), byName(valued, spearman), byName(texts, words)];
    return columns.map(({ name, type }) => {
        return {
            column: name,
            type,
            telling: tellings.get(name) ?? NOTHING,
            pearson: correlated(pearsons.get(name)),
            spearman: correlated(spearmans.get(name)),
            word: wordOf.get(name) ?? null,
        };
    });
}
function byName({ names }, answers) {
    return new Map(answers.map((answer, at) => [names[at] ?? '', answer]));
}
function correlated(found) {
    return found === undefined ? null : { rows: found.count, value: found.value };
}
function noLabel() {
    return new errors/* ActionError */.lZ('refused', {
        where: 'The rule "leakage" of the data gate',
        found: 'no label',
        allowed: 'the column of what is true',
        remedy: 'Name it with columns.label, or --label',
    }, { reasonCode: 'column-missing' });
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/collect/data.js





/**
 * Counts everything that the rules ask of the data. Delimited text is opened a second time when a column is declared text
 * that reads as something else: what `007` is, the file does not say.
 *
 * @throws ActionError `refused` with the reason codes of the tables; `file-changed` when the two readings differ.
 */
async function collectData(engine, question) {
    const first = await opened(engine, question, {});
    if ('facts' in first)
        return first;
    const second = await opened(engine, question, first.types);
    if (!('facts' in second) || second.description.digest !== first.digest)
        throw changed(question.data);
    return second;
}
async function opened(engine, question, types) {
    const { data, other } = question;
    const source = { ...data, types: { ...data.types, ...types } };
    return await engine.withTables(other === undefined ? [source] : [source, other], async (tables) => {
        const description = await tables.describe(data.name);
        const { usable, reread } = readSchema(question.rules, description);
        if (Object.keys(reread).length > 0)
            return { types: reread, digest: description.digest };
        const facts = await factsOf({ question, tables, description, usable });
        return { facts, description, other: other === undefined ? null : await tables.describe(other.name) };
    });
}
async function factsOf(open) {
    const { rules, profile, today } = open.question;
    const columns = await collectColumns(open);
    const timed = [...columns.values()].some(({ times }) => times !== null);
    return {
        table: open.description,
        misread: await misreadOf(open),
        columns,
        key: await data_keyOf(open, columns),
        distinctRows: rules['duplicate-rows'] === undefined ? null : await distinctRows(open),
        unequalSums: await unequalSums(open),
        leaks: rules.leakage === undefined ? null : await collectLeaks(open),
        overlap: rules.overlap === undefined ? null : await overlapOf(open),
        profile: profile ?? null,
        asOf: timed ? today : null,
    };
}
/** So many columns of a wrong type are looked into; a table of which more are wrong is another table. */
const MOST_MISREAD = 20;
/** Values that keep a column from being what it is declared, or nearly is. */
async function misreadOf(open) {
    const { rules } = open.question;
    const found = new Map();
    const unfit = open.description.columns.filter(({ name, type }) => type !== 'unsupported' && !open.usable.includes(name));
    for (const { name, type } of unfit.slice(0, MOST_MISREAD)) {
        const declared = Object.hasOwn(rules.columns, name) ? rules.columns[name]?.type : undefined;
        const reads = declared === undefined || declared === 'any' ? (type === 'mixed' ? 'number' : null) : declared;
        if (reads !== 'integer' && reads !== 'number' && reads !== 'boolean')
            continue;
        const [breaches] = await open.tables.breaches(relationOf(open), [{ column: refTo(open, name), reads }]);
        if (breaches !== undefined)
            found.set(name, breaches);
    }
    return found;
}
async function data_keyOf(open, columns) {
    const { key } = open.question.rules;
    if (key === undefined || !key.every((name) => open.usable.includes(name)))
        return null;
    const missing = key.map((name) => {
        const counts = columns.get(name)?.integrity;
        if (counts === undefined)
            throw new RangeError(`Nothing was counted of the key column ${name}.`);
        return counts.nulls + counts.nans + counts.positiveInfinities + counts.negativeInfinities + counts.emptyTexts;
    });
    const refs = key.map((name) => refTo(open, name));
    const distinct = await open.tables.distinctRows(relationOf(open), refs);
    const [only, ...more] = key;
    const repeats = only !== undefined && more.length === 0 && distinct < open.description.rows;
    return { missing: Math.max(...missing), distinct, repeated: repeats ? await repeatedValues(open, only) : null };
}
/** Columns that say what a row is like: all but those that name it. */
function contentColumns({ question, usable }) {
    const naming = [...(question.rules.key ?? []), ...(question.split === undefined ? [] : [question.split.column])];
    return usable.filter((name) => !naming.includes(name));
}
async function distinctRows(open) {
    const columns = contentColumns(open);
    // Rows of which nothing but the name is known are all alike.
    if (columns.length === 0)
        return 1;
    return await open.tables.distinctRows(relationOf(open), columns.map((name) => refTo(open, name)));
}
async function unequalSums(open) {
    const found = [];
    for (const names of open.question.rules.probabilities) {
        if (!names.every((name) => open.usable.includes(name))) {
            found.push(null);
            continue;
        }
        const columns = names.map((name) => refTo(open, name));
        found.push(await open.tables.unequalSums(relationOf(open), { columns, total: 1, tolerance: 1e-6 }));
    }
    return found;
}
async function overlapOf(open) {
    const { rules, other, split } = open.question;
    const byRows = rules.overlap?.rows === true;
    const names = byRows ? contentColumns(open) : (rules.key ?? []);
    const columns = names.map((name) => refTo(open, name));
    const [first, second] = other === undefined ? partsOf(open, split) : [relationOf(open), { table: other.name }];
    // Without a column to compare by nothing was compared, which no row tells from no overlap.
    if (columns.length === 0)
        return { shared: 0, rows: 0 };
    const others = other === undefined ? columns : names.map((column) => ({ table: other.name, column }));
    const shared = await open.tables.sharedRows({ relation: first, columns }, { relation: second, columns: others });
    return { shared, rows: await open.tables.rows(first) };
}
/** The rows held out for evaluation, and those that training sees. */
function partsOf(open, split) {
    if (split === undefined) {
        throw new errors/* ActionError */.lZ('bug', {
            where: 'The data gate',
            found: 'rows to compare and neither another dataset nor a split',
            allowed: 'one of the two',
            remedy: 'Report this as a bug of Gatehouse',
        });
    }
    const { salt, parts, evaluation } = split;
    const table = open.question.data.name;
    const held = { column: { table, column: split.column }, salt, parts, in: evaluation };
    const seen = Array.from({ length: parts }, (_, part) => part).filter((part) => !evaluation.includes(part));
    return [
        { table, part: held },
        { table, part: { ...held, in: seen } },
    ];
}
function changed({ name }) {
    return new errors/* ActionError */.lZ('refused', {
        where: `table "${name}"`,
        found: 'a file that was written while it was read',
        allowed: 'a file that nobody writes to',
        remedy: 'Let the step that writes it finish first',
    }, { reasonCode: 'file-changed' });
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/judge/data.js



/** Judges data: in the decide run and on the command line, the same of the same bytes. Throws as `collectData` does. */
async function judgeData(engine, judged) {
    const { question, profile, pointer, croissant, named, about } = judged;
    const collected = await collectData(engine, {
        ...question,
        ...(profile === null ? {} : { profile: profile.value }),
    });
    const { description, facts, other } = collected;
    const { digest, rows } = description;
    const bytes = description.files.reduce((sum, file) => sum + file.bytes, 0);
    const md5 = pointer?.value.kind === 'dvc' ? await judged.md5(description) : null;
    const identity = [
        ...identityFindings({ digest, bytes, md5, named, pointer: pointer?.value ?? null }),
        ...(croissant === null ? [] : descriptionFindings(croissant.value, { digest, table: description })),
    ];
    const inputs = [
        { name: 'data', digest, rows },
        ...(other === null ? [] : [{ name: 'other-data', digest: other.digest, rows: other.rows }]),
        ...(profile === null ? [] : [{ name: 'profile', digest: profile.digest, rows: profile.value.rows }]),
        ...(pointer === null ? [] : [{ name: 'pointer', digest: pointer.digest }]),
        ...(croissant === null ? [] : [{ name: 'croissant', digest: croissant.digest }]),
    ];
    const decision = evaluateData({ rules: question.rules, facts, identity, context: { ...about, inputs } });
    return { decision, description, facts };
}
/** Parses the files beside the data; throws as their parsers do. */
function parseDataFiles(files) {
    const parsed = (file, parse) => file === null ? null : { value: parse(file[1], file[0]), digest: (0,src_digest/* sha256 */.sc)(file[1]) };
    return {
        profile: parsed(files.profile, (bytes) => (0,profile_schema/* parseBaselineProfile */.SS)(bytes)),
        pointer: parsed(files.pointer, dataset_pointer/* parsePointer */.vp),
        croissant: parsed(files.croissant, parseCroissant),
    };
}

;// CONCATENATED MODULE: ./build/packages/gate-runner/src/judge/data-of-policy.js







/**
 * Judges the dataset that the data gate of the base policy names. Nothing of it comes from the candidate: the evaluation
 * artifact says only which model the decision is about.
 *
 * @throws ConfigError when the policy has no data gate or names a file that is not there; ActionError as
 *   `resolveGateSubject`, `readDataset` and `judgeData` do, and `digest-mismatch` for another profile than named.
 */
async function judgeDataOfPolicy(request, ports) {
    const { subject, record } = await (0,gate_subject/* resolveGateSubject */.yI)(request, ports);
    const config = subject.modelConfig.gates.data;
    if (config === undefined)
        throw fault(`models.${request.model}.gates`, 'no block "data"', 'Add the block, or remove the step from the workflow');
    const dataset = datasetOf(subject, config.dataset);
    const other = config.overlap?.with === undefined ? null : datasetOf(subject, config.overlap.with);
    const bytes = await (0,policy/* readDataset */.JP)(ports.contents, subject.policy, dataset);
    // Each side in a folder of its own: the two may have one name.
    const files = new Map([[`data/${dataset.path}`, bytes]]);
    if (other !== null)
        files.set(`other/${other.path}`, await (0,policy/* readDataset */.JP)(ports.contents, subject.policy, other));
    const beside = await filesBeside({ subject, dataset, config }, ports);
    const verdict = await (0,private_folder/* withPrivateFolder */.m)(ports.temp, files, async (root) => {
        const engine = ports.engine({ root, tempFolder: ports.temp, limits: { maxTextBytes: table_limits/* DATA_LIMITS */.C.maxBytes } });
        (0,operation_support/* requireOperations */.q)(engine, ['describe', 'integrity', 'grouped-counts', 'quantiles', 'histogram', 'checks']);
        return await judgeData(engine, {
            ...beside,
            question: {
                rules: rulesOf(config),
                data: { name: 'data', files: [`data/${dataset.path}`] },
                ...(other === null ? {} : { other: { name: 'other-data', files: [`other/${other.path}`] } }),
                ...(config.overlap !== undefined && other === null && dataset.split !== undefined
                    ? { split: dataset.split }
                    : {}),
                label: (0,task_columns/* taskColumns */.x)(subject.modelConfig).label,
                today: ports.clock.now().toISOString().slice(0, 10),
            },
            named: dataset.digest,
            md5: async () => (0,external_node_crypto_.createHash)('md5').update(bytes).digest('hex'),
            about: {
                subject: { model: subject.model, modelDigest: record.modelDigest },
                policyDigest: subject.policy.digest,
            },
        });
    });
    return { ...verdict, dataset: { name: config.dataset, ...dataset }, subject };
}
/** The rules of a block without the names of datasets and files. */
function rulesOf({ dataset: _, profile, overlap, ...rules }) {
    const limitsOf = ({ path: __, digest: ___, ...limits }) => limits;
    const withoutName = ({ with: __, ...rest }) => rest;
    const [limits, shared] = [
        profile === undefined ? undefined : limitsOf(profile),
        overlap === undefined ? undefined : withoutName(overlap),
    ];
    return {
        ...rules,
        ...(limits === undefined ? {} : { profile: limits }),
        ...(shared === undefined ? {} : { overlap: shared }),
    };
}
async function filesBeside({ subject, dataset, config, }, { contents }) {
    const { commit } = subject.policy;
    const read = async (path) => {
        if (path === undefined)
            return null;
        const bytes = await contents.readFile(path, commit);
        if (bytes !== null)
            return [`${path} at ${commit}`, bytes];
        throw fault(`models.${subject.model}`, `"${path}", which is not in the repository at ${commit}`, 'Commit it, or remove its name');
    };
    const profile = await read(config.profile?.path);
    if (profile !== null && config.profile !== undefined)
        requireDigest(profile, config.profile.digest);
    return parseDataFiles({ profile, pointer: await read(dataset.pointer), croissant: await read(dataset.croissant) });
}
function requireDigest([where, bytes], named) {
    const found = (0,src_digest/* sha256 */.sc)(bytes);
    if (found === named)
        return;
    const allowed = `the profile that the base policy names: ${named}`;
    const remedy = 'Change the profile and its digest in gatehouse.yml together, in a reviewed pull request';
    throw new errors/* ActionError */.lZ('integrity', { where, found, allowed, remedy }, { reasonCode: 'digest-mismatch' });
}
function datasetOf({ modelConfig, model }, name) {
    const dataset = Object.hasOwn(modelConfig.data, name) ? modelConfig.data[name] : undefined;
    if (dataset !== undefined)
        return dataset;
    throw fault(`models.${model}.gates.data`, `the dataset "${name}"`, 'Correct the name');
}
function fault(where, found, remedy) {
    const allowed = 'what the gate judges and compares with, in the repository and the policy of the base branch';
    return new errors/* ConfigError */.xL([{ where: `gatehouse.yml: ${where}`, found, allowed, remedy }]);
}

// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var src_github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/report/src/lineage/run-events.js
var run_events = __webpack_require__(29327);
// EXTERNAL MODULE: ./build/packages/report/src/decision-headline.js
var decision_headline = __webpack_require__(37951);
// EXTERNAL MODULE: ./build/packages/report/src/decision-markdown.js + 3 modules
var decision_markdown = __webpack_require__(69872);
// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
// EXTERNAL MODULE: ./build/packages/report/src/fit-blocks.js
var fit_blocks = __webpack_require__(35764);
// EXTERNAL MODULE: ./build/packages/report/src/number-format.js
var number_format = __webpack_require__(50609);
;// CONCATENATED MODULE: ./build/packages/report/src/data-tables.js




/** GitHub refuses a job summary beyond this many bytes. */
const LONGEST_SUMMARY = 1024 * 1024;
/** Columns that a person reads; the others are in the decision. */
const MOST_COLUMNS = 200;
/**
 * A decision on data as a job summary: what {@link decisionBlocks} says, then a table of the columns, those with findings
 * against them first, then by their missing values.
 */
function renderDataMarkdown(decision) {
    return (0,fit_blocks/* fitBlocks */.U)([...(0,decision_markdown/* decisionBlocks */.vZ)(decision), ...columnBlocks(decision)], LONGEST_SUMMARY);
}
function columnBlocks({ findings, measures }) {
    const columns = Object.entries(recordOf(measures['columns']));
    if (columns.length === 0)
        return [];
    const against = Map.groupBy(findings.filter(({ outcome, groups }) => outcome !== 'pass' && groups?.length === 1), ({ groups = [] }) => groups[0] ?? '');
    const rows = columns
        .map(([name, raw]) => {
        const values = recordOf(raw);
        const missing = numberOf(values['missing-rate']);
        return { name, against: (against.get(name) ?? []).map(({ reasonCode }) => reasonCode), values, missing };
    })
        .sort((a, b) => b.against.length - a.against.length || b.missing - a.missing);
    const shown = rows.slice(0, MOST_COLUMNS);
    const more = rows.length - shown.length;
    return [
        `\n#### Columns`,
        '\n| column | type | values | missing | | distinct | found |\n| --- | --- | --- | --- | --- | --- | --- |',
        ...shown.map(rowOf),
        ...(more === 0 ? [] : [`\n${more} more columns are in the decision.`]),
    ];
}
function rowOf({ name, against, values, missing }) {
    const cells = [
        (0,escape_markdown/* escapeMarkdown */.F)(name),
        (0,escape_markdown/* escapeMarkdown */.F)(String(values['type'] ?? '')),
        numberCell(values['n']),
        (0,number_format/* formatPercent */.l9)(missing),
        bar(missing),
        numberCell(values['distinct']),
        (0,escape_markdown/* escapeMarkdown */.F)([...new Set(against)].join(', ')),
    ];
    return `| ${cells.join(' | ')} |`;
}
const BAR_WIDTH = 10;
/** The missing share as a picture: a full bar is a column without a value, and a part of a block is never nothing. */
function bar(share) {
    const filled = share === 0 ? 0 : Math.max(1, Math.round(share * BAR_WIDTH));
    return `\`${'█'.repeat(filled)}${'·'.repeat(BAR_WIDTH - filled)}\``;
}
function numberCell(value) {
    return typeof value === 'number' ? (0,number_format/* formatNumber */.ZV)(value) : '–';
}
function numberOf(value) {
    return typeof value === 'number' && value >= 0 && value <= 1 ? value : 0;
}
function recordOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? value
        : {};
}

// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/engine.js + 31 modules
var engine = __webpack_require__(35687);
// EXTERNAL MODULE: ./build/packages/tables/src/duckdb/addon/provision-addon.js + 4 modules
var provision_addon = __webpack_require__(42923);
;// CONCATENATED MODULE: ./build/actions/data-gate/src/lineage.js

/** The events of a gate that came to a decision, whichever it is: the assertions say what it found. */
function eventsOfVerdict(verdict, run) {
    return (0,run_events/* lineageEvents */.zK)({ ...runOf(run), error: null, inputs: [lineage_datasetOf(verdict, run.repositoryUrl)], outputs: [] });
}
/** The events of a gate that could not judge. */
function eventsOfError(message, run) {
    return (0,run_events/* lineageEvents */.zK)({ ...runOf(run), error: message, inputs: [], outputs: [] });
}
function runOf({ repositoryUrl, model, commit, ...run }) {
    const { workflowRun, startedAt, finishedAt } = run;
    const job = { namespace: repositoryUrl, name: `data-gate/${model}` };
    return { job, workflowRun, startedAt, finishedAt, source: { repositoryUrl, commit } };
}
function lineage_datasetOf({ decision, description, facts, dataset }, namespace) {
    const columns = [...facts.columns].map(([name, { integrity, distinct }]) => {
        const { rows, nulls, nans, positiveInfinities, negativeInfinities, emptyTexts } = integrity;
        const missing = nulls + nans + positiveInfinities + negativeInfinities + emptyTexts;
        return [name, { missing, distinct: distinct?.distinct ?? null, count: rows - missing }];
    });
    return {
        namespace,
        name: dataset.name,
        digest: description.digest,
        fields: description.columns,
        quality: {
            rows: description.rows,
            bytes: description.files.reduce((sum, { bytes }) => sum + bytes, 0),
            files: description.files.length,
            columns: Object.fromEntries(columns),
            findings: decision.findings,
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/data-gate/src/perform.js






/** Puts the real adapters behind the ports of the action. */
async function perform(values, ports) {
    const { context, log } = ports;
    const startedAt = new Date();
    const run = () => ({
        repositoryUrl: `${context.serverUrl}/${context.repository.owner}/${context.repository.name}`,
        workflowRun: context.runUrl,
        model: values.model,
        commit: context.sha,
        startedAt,
        finishedAt: new Date(),
    });
    const verdict = await judged(values, ports).catch(async (error) => {
        // The first error is the one to tell; that nobody could be told of it besides is not.
        const message = error instanceof Error ? error.message : String(error);
        await (0,lineage/* postLineage */.Y)(eventsOfError(message, run()), { ...values, 'openlineage-failure': 'warn' }, log);
        throw error;
    });
    const { decision } = verdict;
    const events = eventsOfVerdict(verdict, run());
    const beside = new Map([[run_events/* LINEAGE_FILE */.tE, (0,run_events/* lineageFile */.kf)(events)]]);
    const uploaded = await (0,decision_upload/* uploadDecision */.W)(decision, (0,artifacts/* createArtifacts */.G)({ temp: context.temp }), beside);
    await (0,lineage/* postLineage */.Y)(events, values, log);
    return {
        outcome: decision.outcome,
        title: (0,decision_headline/* decisionHeadline */.f)(decision),
        summary: renderDataMarkdown(decision),
        outputs: uploaded,
    };
}
async function judged(values, ports) {
    const { context } = ports;
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({ token: values['github-token'], apiUrl: context.apiUrl, owner, repo });
    return await judgeDataOfPolicy({
        model: values.model,
        runId: values['run-id'],
        evaluationArtifactId: values['evaluation-artifact-id'],
        evaluationArtifactDigest: values['evaluation-artifact-digest'],
    }, {
        ...github,
        clock: { now: () => new Date() },
        temp: context.temp,
        engine: (place) => (0,engine/* duckDbEngine */.u)({ addon: (0,engine_sources/* engineSources */.$)(values, ports, (0,provision_addon/* addonTool */.dp)()), ...place }),
    });
}


/***/ }),

/***/ 64725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Kg: () => (/* binding */ edgesId),
  SS: () => (/* binding */ parseBaselineProfile)
});

// UNUSED EXPORTS: checkedProfile, profileJsonSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(961);
// EXTERNAL MODULE: ./build/packages/core/src/canonical-json.js
var canonical_json = __webpack_require__(14752);
// EXTERNAL MODULE: ./build/packages/core/src/code-point-order.js
var code_point_order = __webpack_require__(92400);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var src_errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/core/src/first-fault.js
var first_fault = __webpack_require__(58216);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
;// CONCATENATED MODULE: ./build/packages/core/src/baseline-profile/possible-counts.js
/** What no rounding of sums and their merging reaches, in parts of the largest value. */
const ROUNDING = 1e-9;
/** The least numbers lose digits, so that they are not right to a part of themselves. */
const UNDERFLOW = 1e-300;
/**
 * What the counts of numbers say that no table could: a range beside its bins, sums outside of them, moments that the range
 * or the bins forbid, zeros where none can be. The lengths of the lists and the order of the edges were checked before.
 * Counts are exact; sums and moments may be rounded.
 */
function impossibleNumbers(column) {
    const { minimum, maximum, mean, m2 } = column;
    if (minimum === null || maximum === null || mean === null || m2 === null)
        return [];
    const described = { ...column, minimum, maximum, mean, m2 };
    const held = heldPlaces(column);
    const rules = [
        [isAt(column, held.at(0), minimum), 'minimum must lie in the first bin or on the first edge that holds a value'],
        [isAt(column, held.at(-1), maximum), 'maximum must lie in the last bin or on the last edge that holds a value'],
        [sumsArePossible(described), 'a sum must lie between the ends of its bin times its rows'],
        [meanIsPossible(described), 'mean must be that of the bins'],
        [squaresArePossible(described), 'm2 must be at least that between the bins and at most what the range allows'],
        [zerosArePossible(described), 'zeros must be those of the bin or edge at 0'],
    ];
    return rules.flatMap(([kept, fault]) => (kept ? [] : [fault]));
}
/** Places that hold a value, from the left: bins have even numbers, and the edge behind a bin the odd one after it. */
function heldPlaces({ equal, open }) {
    return open.flatMap((rows, bin) => [rows, equal[bin] ?? 0]).flatMap((rows, place) => (rows > 0 ? [place] : []));
}
function isAt({ edges }, place, value) {
    if (place === undefined)
        return false;
    if (place % 2 === 1)
        return edges[(place - 1) / 2] === value;
    return (value > (edges[place / 2 - 1] ?? Number.NEGATIVE_INFINITY) && value < (edges[place / 2] ?? Number.POSITIVE_INFINITY));
}
function sumsArePossible({ edges, open, openSums, minimum, maximum }) {
    return open.every((rows, bin) => {
        if (rows === 0)
            return true;
        const from = Math.max(edges[bin - 1] ?? minimum, minimum);
        const to = Math.min(edges[bin] ?? maximum, maximum);
        const slack = ROUNDING * rows * Math.max(Math.abs(from), Math.abs(to)) + UNDERFLOW;
        const sum = Number(openSums[bin]);
        return sum >= rows * from - slack && sum <= rows * to + slack;
    });
}
function meanIsPossible({ n, edges, equal, open, openSums, minimum, maximum, mean }) {
    // Divided one by one: their sum may be beyond the doubles where the mean is not.
    const onEdges = edges.reduce((total, edge, at) => total + (Number(equal[at]) / n) * edge, 0);
    const ofBins = open.reduce((total, _, bin) => total + Number(openSums[bin]) / n, onEdges);
    return Math.abs(mean - ofBins) <= ROUNDING * Math.max(Math.abs(minimum), Math.abs(maximum)) + UNDERFLOW;
}
/** Between the squares of the means of the bins and the most that values of this range and mean can have (Bhatia, Davis). */
function squaresArePossible({ n, edges, equal, open, openSums, minimum, maximum, mean, m2 }) {
    const [range, size] = [maximum - minimum, Math.max(Math.abs(minimum), Math.abs(maximum))];
    const slack = n * (ROUNDING * range * range + 1e-11 * range * size + 1e-24 * size * size + UNDERFLOW);
    const onEdges = edges.reduce((total, edge, at) => total + Number(equal[at]) * (edge - mean) ** 2, 0);
    const least = open.reduce((total, rows, bin) => {
        return rows === 0 ? total : total + rows * (Number(openSums[bin]) / rows - mean) ** 2;
    }, onEdges);
    // Of squares beyond the doubles nothing is known, and nothing is refused.
    return !(m2 < least - slack || m2 > n * (maximum - mean) * (mean - minimum) + slack);
}
function zerosArePossible({ zeros, edges, equal, open, minimum, maximum }) {
    const at = edges.indexOf(0);
    if (at !== -1)
        return zeros === equal[at];
    if (minimum > 0 || maximum < 0)
        return zeros === 0;
    const bin = edges.filter((edge) => edge < 0).length;
    return zeros <= Number(open[bin]) && (zeros > 0 || (minimum !== 0 && maximum !== 0));
}
/** What the counts of categories say that no table could: names of another kind, and more or fewer singletons than there are. */
function impossibleCategories({ of, counts, other, singletons }) {
    const named = Object.values(counts).filter((rows) => rows === 1).length;
    // A rest of one row would be one more category of one row.
    const unnamed = singletons - named;
    const isPossible = unnamed >= 0 && unnamed <= other && other - unnamed !== 1;
    const isName = { texts: () => true, booleans: isBoolean, numbers: isNumber }[of];
    return [
        ...(isPossible ? [] : ['singletons must be those named with one row, and at most as many more as other rows']),
        ...(Object.keys(counts).every(isName) ? [] : [`names of ${of} must be ${of}, in their shortest form`]),
    ];
}
function isBoolean(name) {
    return name === 'true' || name === 'false';
}
function isNumber(name) {
    return Number.isFinite(Number(name)) && String(Number(name) + 0) === name;
}
/** A count that a privacy floor would have taken away. */
function isBelowFloor(floor, counts) {
    return counts.some((rows) => rows > 0 && rows < floor);
}

;// CONCATENATED MODULE: ./build/packages/core/src/baseline-profile/profile-schema.js








/** Columns, edges and categories beyond these are no baseline of a table. */
const MOST_EDGES = 1001;
const MOST_CATEGORIES = 1000;
const MOST_SHARDS = 100_000;
const DEPTH = 8;
const count = schemas/* number */.aig().int().min(0).max(Number.MAX_SAFE_INTEGER);
const finite = schemas/* number */.aig().refine(Number.isFinite, { message: 'must be a finite number' });
const profile_schema_digest = schemas/* string */.YjP()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .transform((value) => value);
const columnName = schemas/* string */.YjP().min(1).max(1000);
const missing = schemas/* strictObject */.rej({ null: count, nan: count, positiveInfinity: count, negativeInfinity: count });
const numbers = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('numbers'),
    /** Finite values. */
    n: count,
    missing,
    zeros: count,
    /** Finite, ascending. */
    edges: schemas/* array */.YOg(finite).min(1).max(MOST_EDGES),
    edgesId: profile_schema_digest,
    equal: schemas/* array */.YOg(count),
    open: schemas/* array */.YOg(count),
    openSums: schemas/* array */.YOg(finite),
    /** `null` without a value. */
    minimum: finite.nullable(),
    maximum: finite.nullable(),
    mean: finite.nullable(),
    m2: finite.min(0).nullable(),
})
    .superRefine((column, context) => {
    for (const fault of faultsOfNumbers(column))
        context.addIssue({ code: 'custom', message: fault });
});
const categories = schemas/* strictObject */.rej({
    kind: schemas/* literal */.euz('categories'),
    /** What the names stand for: 1 is not "1". Numbers are those of few values. */
    of: schemas/* enum */.k5n(['numbers', 'texts', 'booleans']),
    n: count,
    missing,
    counts: schemas/* record */.g1P(schemas/* string */.YjP().max(10_000), count.min(1)),
    /** Rows of categories that are not named: too many, or too rare to be shown. */
    other: count,
    /** Categories with one row, named or not. */
    singletons: count,
})
    .superRefine((column, context) => {
    const named = Object.values(column.counts);
    if (named.length > MOST_CATEGORIES)
        context.addIssue({ code: 'custom', message: 'names too many categories' });
    if (sumOf(named) + column.other !== column.n) {
        context.addIssue({ code: 'custom', message: 'counts of categories must add to n' });
    }
    for (const fault of impossibleCategories(column))
        context.addIssue({ code: 'custom', message: fault });
});
const schema = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    kind: schemas/* literal */.euz('baseline-profile'),
    datasetDigest: profile_schema_digest,
    rows: count,
    /** What was counted, each part once: a merge refuses a part it has seen. */
    shards: schemas/* array */.YOg(schemas/* string */.YjP().min(1).max(200)).min(1).max(MOST_SHARDS),
    /** The least number of rows that any count but 0 shows, or `null` while shards are still to be merged. */
    privacyFloor: schemas/* number */.aig().int().min(1).nullable(),
    columns: schemas/* record */.g1P(columnName, schemas/* discriminatedUnion */.gMt('kind', [numbers, categories])),
})
    .superRefine((profile, context) => {
    const { shards } = profile;
    const ordered = shards.every((shard, i) => i === 0 || (0,code_point_order/* compareCodePoints */.O)(shards[i - 1] ?? '', shard) < 0);
    if (!ordered)
        context.addIssue({ code: 'custom', message: 'shards must ascend and be distinct' });
    if (Object.keys(profile.columns).length === 0)
        context.addIssue({ code: 'custom', message: 'has no column' });
    for (const [name, column] of Object.entries(profile.columns)) {
        if (column.n + sumOf(Object.values(column.missing)) !== profile.rows) {
            context.addIssue({ code: 'custom', message: `values and missing ones of "${name}" must add to the rows` });
        }
        const counts = column.kind === 'numbers' ? column.open : [...Object.values(column.counts), column.other];
        if (profile.privacyFloor !== null && isBelowFloor(profile.privacyFloor, counts)) {
            context.addIssue({ code: 'custom', message: `counts of "${name}" must be 0 or reach the privacy floor` });
        }
    }
});
/** JSON Schema (draft 2020-12) of a baseline profile; that its counts add up only `parseBaselineProfile` checks. */
function profileJsonSchema() {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return { $schema, title: 'Gatehouse baseline profile', ...rest };
}
/** The identity of edges: SHA-256 of their canonical JSON. Profiles can be compared and merged when it is the same. */
function edgesId(edges) {
    return (0,digest/* sha256 */.sc)((0,canonical_json/* canonicalJson */.d)([...edges]));
}
/**
 * Parses a baseline profile; anything else is refused. Counts must add up, edges ascend and be those of their id.
 *
 * @throws ActionError `integrity` naming the first faults.
 */
function parseBaselineProfile(bytes) {
    try {
        return schema.parse((0,strict_json/* parseStrictJson */.R)(bytes, DEPTH));
    }
    catch (cause) {
        if (cause instanceof errors/* ZodError */.G)
            throw refused((0,first_fault/* firstFault */.R)(cause), cause);
        if (cause instanceof strict_json/* StrictJsonError */.U)
            throw refused(`a document of which ${cause.message}`, cause);
        throw cause;
    }
}
/** The profile again if it keeps every rule of its format; for profiles that were computed. */
function checkedProfile(profile) {
    const parsed = schema.safeParse(profile);
    if (parsed.success)
        return parsed.data;
    throw refused(firstFault(parsed.error), parsed.error);
}
function refused(found, cause) {
    const fault = {
        where: 'Baseline profile',
        found,
        allowed: 'a baseline profile, schema version 1, whose numbers a table can have',
        remedy: 'Make the profile again from the reference data',
    };
    return new src_errors/* ActionError */.lZ('integrity', fault, { cause });
}
function faultsOfNumbers(column) {
    const { edges, equal, open, openSums, n } = column;
    const described = [column.minimum, column.maximum, column.mean, column.m2];
    const rules = [
        [equal.length === edges.length, 'equal must have one count for each edge'],
        [open.length === edges.length + 1, 'open must have one count more than edges'],
        [openSums.length === open.length, 'openSums must have one sum for each open count'],
        [edges.every((edge, i) => i === 0 || Number(edges[i - 1]) < edge), 'edges must ascend'],
        [edgesId(edges) === column.edgesId, 'edgesId must be that of the edges'],
        [sumOf(equal) + sumOf(open) === n, 'counts on and between edges must add to n'],
        [open.every((rows, i) => rows > 0 || openSums[i] === 0), 'the sum of no value must be 0'],
        [column.zeros <= n, 'zeros must be at most n'],
        [
            described.every((value) => (value === null) === (n === 0)),
            'range and moments are null without a value, else not',
        ],
        [column.minimum === null || column.maximum === null || column.minimum <= column.maximum, 'the range must ascend'],
    ];
    const faults = rules.flatMap(([kept, fault]) => (kept ? [] : [fault]));
    return faults.length > 0 ? faults : impossibleNumbers(column);
}
function sumOf(counts) {
    return counts.reduce((sum, part) => sum + part, 0);
}


/***/ }),

/***/ 58216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ firstFault)
/* harmony export */ });
/** The first fault that a schema found, and how many more: a validator's own report is a page that nobody reads. */
function firstFault({ issues }) {
    const [issue, ...more] = issues;
    if (issue === undefined)
        return 'something else';
    const place = issue.path.length === 0 ? 'the top' : `"${issue.path.join('.')}"`;
    const others = more.length === 0 ? '' : `, and ${more.length} more ${more.length === 1 ? 'fault' : 'faults'}`;
    return `at ${place}: ${issue.message}`.slice(0, 300) + others;
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

/***/ 85909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ newCategoryRate)
});

// EXTERNAL MODULE: ./build/packages/stats/src/arguments.js
var src_arguments = __webpack_require__(65505);
// EXTERNAL MODULE: ./build/packages/stats/src/special/beta-tails.js
var beta_tails = __webpack_require__(673);
;// CONCATENATED MODULE: ./build/packages/stats/src/proportions/clopper-pearson.js


/**
 * Clopper and Pearson's exact interval of a proportion (1934, Biometrika 26, 404-413): the α/2 quantile of Beta(k, n-k+1) and
 * the 1-α/2 quantile of Beta(k+1, n-k). It covers with at least the confidence asked for. The lower bound is exactly 0
 * without a success, the upper exactly 1 without a failure.
 *
 * @throws RangeError when the counts are not whole numbers with 0 ≤ successes ≤ n, n ≥ 1, or confidence is not in (0, 1).
 * @example clopperPearson(0, 20, 0.95) // [0, 0.16843347098308536]
 */
function clopperPearson(successes, n, confidence) {
    (0,src_arguments/* checkCounts */.tl)(successes, n);
    (0,src_arguments/* checkConfidence */.p3)(confidence);
    const tail = (1 - confidence) / 2;
    const failures = n - successes;
    return [
        successes === 0 ? 0 : (0,beta_tails/* betaQuantile */.O9)(tail, { a: successes, b: failures + 1 }),
        // From the other end, because the upper tail 1 - tail has fewer digits than tail.
        failures === 0 ? 1 : 1 - (0,beta_tails/* betaQuantile */.O9)(tail, { a: failures, b: successes + 1 }),
    ];
}

// EXTERNAL MODULE: ./build/packages/stats/src/special/critical-value.js
var critical_value = __webpack_require__(89320);
;// CONCATENATED MODULE: ./build/packages/stats/src/drift/new-categories.js



/**
 * Rate of rows with categories that the reference does not know. Good (1953), Biometrika 40, 237-264: without change about
 * N₁/n of the rows are new, so some are no alarm. From 0 to 1; higher means more drift. The bound is exact: Wilson's lower
 * bound of one row in ten is above 0.01 at any level in use, and with a true rate of 0.01 one batch in ten has such a row.
 *
 * @throws RangeError when the counts are not whole numbers with part ≤ whole, whole ≥ 1, or not 0.5 < confidence < 1.
 */
function newCategoryRate(counts, confidence) {
    const { newRows, currentRows, singletons, pooled = 0, referenceRows } = counts;
    (0,src_arguments/* checkCounts */.tl)(singletons, referenceRows);
    (0,src_arguments/* checkCounts */.tl)(pooled, referenceRows);
    const expected = Math.min(1, (singletons + pooled) / referenceRows);
    const interval = clopperPearson(newRows, currentRows, (0,critical_value/* twoSidedConfidence */.G)(confidence));
    return { rate: newRows / currentRows, expected, interval };
}


/***/ }),

/***/ 74435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ outOfRangeProbability),
/* harmony export */   P: () => (/* binding */ outOfRangeTail)
/* harmony export */ });
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65505);

/**
 * Probability that one fresh value lies outside the range of `referenceRows` values it is exchangeable with: 2/(n + 1), at
 * most 1; less where values tie.
 *
 * @throws RangeError when the number of rows is not a whole number from 1.
 */
function outOfRangeProbability(referenceRows) {
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkCounts */ .tl)(0, referenceRows);
    return Math.min(1, 2 / (referenceRows + 1));
}
/**
 * P(X ≥ k) that k or more of m fresh values lie outside the range of n reference values when all n + m are exchangeable:
 * the p-value of "too many values out of range".
 *
 * All m values are held against the same two extremes, so they are not independent and the binomial tail with 2/(n + 1) is
 * too small (six of 1,000 against 1,000 rows: 0.016 instead of 0.062). X counts the values among the n + m that lie above
 * the largest or below the smallest of the reference, P(X = k) = (k+1)·C(n+m-k-2, n-2)/C(n+m, n): a beta-binomial with
 * parameters 2 and n - 1. Summed by parts, P(X ≥ k) = C(n+m-k, n)/C(n+m, n)·(1 + kn/(n+m-k)). Ties make it smaller. Wilks
 * (1942), Annals of Mathematical Statistics 13, 400-409.
 *
 * @throws RangeError when the counts are not whole numbers with k ≤ m, m ≥ 1, or n is below 2.
 * @example outOfRangeTail(6, { reference: 1000, current: 1000 }) // 0.0622
 */
function outOfRangeTail(outside, sizes) {
    const { reference: n, current: m } = sizes;
    (0,_arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .checkCounts */ .tl)(outside, m);
    if (!Number.isSafeInteger(n) || n < 2)
        throw new RangeError(`A range needs two reference rows, got ${n}.`);
    let logFresh = 0;
    for (let i = 0; i < outside; i += 1)
        logFresh += Math.log1p(-n / (n + m - i));
    return Math.min(1, Math.exp(logFresh) * (1 + (outside * n) / (n + m - outside)));
}


/***/ }),

/***/ 57483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ weightedNewcombeDifference),
/* harmony export */   o: () => (/* binding */ newcombeDifference)
/* harmony export */ });
/* harmony import */ var _wilson_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4969);

/**
 * Interval of the difference of two independent proportions, first minus second: Newcombe (1998b), Statistics in Medicine
 * 17, 873-890, method 10 (square and add, from Wilson bounds).
 *
 * lower = d - √((p1-l1)² + (u2-p2)²), upper = d + √((u1-p1)² + (p2-l2)²), within [-1, 1].
 *
 * @throws RangeError for counts or a confidence that {@link wilsonInterval} refuses, so also for an empty group.
 * @example newcombeDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.95) // [0.0524, 0.3339]
 */
function newcombeDifference(first, second, confidence) {
    return squareAndAdd({ p: first.successes / first.n, bounds: (0,_wilson_js__WEBPACK_IMPORTED_MODULE_0__/* .wilsonInterval */ .Y)(first.successes, first.n, confidence) }, { p: second.successes / second.n, bounds: (0,_wilson_js__WEBPACK_IMPORTED_MODULE_0__/* .wilsonInterval */ .Y)(second.successes, second.n, confidence) });
}
/**
 * As {@link newcombeDifference} for weighted rows, from Wilson bounds with Kish's effective sizes.
 *
 * @throws RangeError for what {@link weightedWilsonInterval} refuses.
 */
function weightedNewcombeDifference(first, second, confidence) {
    return squareAndAdd({ p: first.proportion, bounds: (0,_wilson_js__WEBPACK_IMPORTED_MODULE_0__/* .weightedWilsonInterval */ .$)(first, confidence) }, { p: second.proportion, bounds: (0,_wilson_js__WEBPACK_IMPORTED_MODULE_0__/* .weightedWilsonInterval */ .$)(second, confidence) });
}
function squareAndAdd({ p: p1, bounds: [l1, u1] }, { p: p2, bounds: [l2, u2] }) {
    const difference = p1 - p2;
    return [
        Math.max(-1, difference - Math.hypot(p1 - l1, u2 - p2)),
        Math.min(1, difference + Math.hypot(u1 - p1, p2 - l2)),
    ];
}


/***/ })

};
