export const id = 585;
export const ids = [585];
export const modules = {

/***/ 95400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ signStatement)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47192);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28796);



/**
 * Signs a statement with a key, without certificate, log or timestamp.
 *
 * @returns a Sigstore bundle v0.3 on one line of JSON, fit for a line of `evidence.jsonl`.
 */
async function signStatement(statement, key) {
    const payload = (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .statementPayload */ .Go)(statement);
    (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStatement */ .By)(payload);
    const [{ DSSEBundleBuilder }, { bundleToJSON }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(830), __webpack_require__.e(88), __webpack_require__.e(463), __webpack_require__.e(275), __webpack_require__.e(179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19)),
        Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(40)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
    ]);
    const builder = new DSSEBundleBuilder({
        signer: {
            sign: (data) => Promise.resolve({
                signature: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)('sha256', data, key.privateKey),
                key: { $case: 'publicKey', publicKey: key.publicKeyPem, hint: key.hint },
            }),
        },
        witnesses: [],
    });
    const bundle = await builder.create({ data: Buffer.from(payload), type: _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .PAYLOAD_TYPE */ .Uc });
    return JSON.stringify(bundleToJSON(bundle));
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

/***/ 87266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kw: () => (/* binding */ applyWaivers),
/* harmony export */   Ur: () => (/* binding */ blockingFindings),
/* harmony export */   eV: () => (/* binding */ uncoveredFindings),
/* harmony export */   uF: () => (/* binding */ isWaivable)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61993);
/* harmony import */ var _waiver_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37742);


/**
 * Findings that a waiver may cover: a measure that was judged and missed its limit, or that the data could not settle.
 * What says that the evidence itself is wrong is not here: a broken contract of the predictions, a decision about
 * something else, or a gate that judged nothing.
 */
const WAIVABLE = [
    'limit-exceeded',
    'interval-spans-limit',
    'below-floor',
    'interval-spans-floor',
    'inferior',
    'not-better-than-trivial',
    'empty-group',
    'insufficient-n',
    'no-positives',
    'no-negatives',
    'no-predicted-positives',
    'no-predicted-negatives',
    'undefined-replicates',
    'monte-carlo',
    'single-class',
    'single-group',
    'constant-prediction',
    'champion-unavailable',
];
/**
 * Applies the waivers that are in force for the model of each decision. A decision counts as passed only if a waiver
 * covers each of its blocking findings that does not pass; where some are not covered, its waivers are not used at all.
 */
function applyWaivers(decisions, waivers, today) {
    const used = new Map();
    const waivedGates = [];
    for (const decision of decisions) {
        if (decision.outcome === 'pass')
            continue;
        const covering = blockingFindings(decision).map((finding) => coverOf(decision, finding, { waivers, today }));
        if (covering.length === 0)
            continue;
        const all = covering.flatMap((waiver) => waiver ?? []);
        if (all.length < covering.length)
            continue;
        waivedGates.push(decision.gate);
        for (const waiver of all)
            used.set(waiver.id, waiver);
    }
    const outcomes = decisions.map(({ gate, outcome }) => (waivedGates.includes(gate) ? 'pass' : outcome));
    return {
        outcome: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .worstOutcome */ .O)(outcomes),
        waivedGates,
        used: [...used.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
}
/**
 * The findings that keep a decision from passing and that none of the named waivers covers. Whoever reads a signed
 * summary asks this of each decision that it calls waived.
 */
function uncoveredFindings(decision, used) {
    return blockingFindings(decision).filter((finding) => !isWaivable(finding) || !used.some(({ gate, measure }) => gate === decision.gate && measure === finding.measure));
}
/** True for what a waiver may cover at all. */
function isWaivable({ reasonCode }) {
    return WAIVABLE.includes(reasonCode);
}
/** The findings that keep a decision from passing. */
function blockingFindings(decision) {
    return decision.findings.filter(({ severity, outcome }) => severity === 'block' && outcome !== 'pass');
}
/** The waiver that covers a finding longest, or `null`. */
function coverOf(decision, finding, rules) {
    if (!isWaivable(finding))
        return null;
    const covers = rules.waivers
        .filter((waiver) => waiver.model === decision.subject?.model && (0,_waiver_js__WEBPACK_IMPORTED_MODULE_1__/* .inForce */ .Nm)(waiver, rules.today))
        .flatMap(({ id, digest, waives, owner, expiresOn }) => 'gate' in waives && waives.gate === decision.gate && waives.measure === finding.measure
        ? [{ id, digest, gate: waives.gate, measure: waives.measure, owner, expiresOn }]
        : [])
        .sort((a, b) => (a.expiresOn === b.expiresOn ? (a.id < b.id ? -1 : 1) : a.expiresOn > b.expiresOn ? -1 : 1));
    return covers[0] ?? null;
}


/***/ }),

/***/ 32385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vZ: () => (/* binding */ decisionBlocks),
  DS: () => (/* binding */ openBlocks),
  Oh: () => (/* binding */ renderDecisionMarkdown)
});

// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
// EXTERNAL MODULE: ./build/packages/report/src/number-format.js
var number_format = __webpack_require__(50609);
;// CONCATENATED MODULE: ./build/packages/report/src/decision-tables.js


/** The findings as the rows of a Markdown table, header first; severest first, as the decision has them. */
function findingRows(findings) {
    return [
        '| outcome | measure | groups | value | interval | limit | n | method | reason |',
        '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        ...findings.map((finding) => row([
            finding.severity === 'warn' ? 'note' : `**${finding.outcome}**`,
            (0,escape_markdown/* escapeMarkdown */.F)(finding.measure),
            (finding.groups ?? []).map((group) => (0,escape_markdown/* escapeMarkdown */.F)(group)).join(' and '),
            (0,number_format/* formatNumber */.ZV)(finding.value),
            intervalCell(finding),
            (0,number_format/* formatLimit */.tW)(finding),
            (0,number_format/* formatSizes */.A9)(finding.n),
            (0,escape_markdown/* escapeMarkdown */.F)(finding.method ?? ''),
            (0,escape_markdown/* escapeMarkdown */.F)(finding.reasonCode),
        ])),
    ];
}
function intervalCell({ interval, confidence }) {
    if (interval === undefined)
        return '';
    return confidence === undefined
        ? (0,number_format/* formatInterval */.vy)(interval)
        : `${(0,number_format/* formatInterval */.vy)(interval)} (${(0,number_format/* formatPercent */.l9)(confidence)})`;
}
/** Every measure of a record of records as a Markdown table, header first; empty when there is none. */
function measureRows(title, measures) {
    if (!isRecord(measures))
        return [];
    const entries = Object.entries(measures).flatMap(([name, values]) => (isRecord(values) ? [{ name, values }] : []));
    const columns = [...new Set(entries.flatMap(({ values }) => Object.keys(values)))];
    if (columns.length === 0)
        return [];
    return [
        row([(0,escape_markdown/* escapeMarkdown */.F)(title), ...columns.map((column) => (0,escape_markdown/* escapeMarkdown */.F)(column))]),
        row(['---', ...columns.map(() => '---')]),
        ...entries.map(({ name, values }) => row([(0,escape_markdown/* escapeMarkdown */.F)(name), ...columns.map((key) => cell(values[key]))])),
    ];
}
/** What the decision could have seen, in sentences. */
function powerLines(power) {
    const required = Object.entries(power.requiredN).map(([name, n]) => `${(0,escape_markdown/* escapeMarkdown */.F)(name)} ${(0,number_format/* formatNumber */.ZV)(n)}`);
    const detectable = power.minimumDetectable === null
        ? 'The smallest difference that these rows could show is not known.'
        : `The smallest difference that these rows could show with power 0.8 is ${(0,number_format/* formatNumber */.ZV)(power.minimumDetectable)}.`;
    return required.length === 0 ? [detectable] : [`${detectable} Rows needed: ${required.join(', ')}.`];
}
function cell(value) {
    if (value === null)
        return '–';
    if (typeof value === 'number')
        return (0,number_format/* formatNumber */.ZV)(value);
    if (typeof value === 'string')
        return (0,escape_markdown/* escapeMarkdown */.F)(value);
    if (Array.isArray(value))
        return value.map(cell).join(' to ');
    return '';
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
/** True for an object that is no list. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/packages/report/src/visible-text.js
var visible_text = __webpack_require__(64274);
;// CONCATENATED MODULE: ./build/packages/report/src/drift-tables.js



/** A summary of thousands of columns would hide the ones that matter. */
const MOST_COLUMNS = 60;
const MOST_BARS = 12;
const NAME_WIDTH = 28;
/** Cells of a bar up to the limit, and beyond it. */
const CELLS = { below: 20, beyond: 20 };
const SHOWN = [
    'ks',
    'wasserstein-normed',
    'jensen-shannon',
    'cramer-v',
    'psi',
    'missing-rate-difference',
    'new-category-rate',
    'out-of-range-rate',
    'p-adjusted',
];
const WORST_FIRST = ['fail', 'inconclusive', 'warn', 'pass'];
/** The columns of a drift decision, drifted ones first: bars of effect against limit, then a table. Empty for other gates. */
function driftBlocks(measures) {
    const rows = rowsOf(measures['columns']);
    if (rows.length === 0)
        return [];
    const more = rows.length - MOST_COLUMNS;
    const used = SHOWN.filter((name) => rows.some(({ values }) => typeof values[name] === 'number'));
    return [
        `\n\`\`\`text\n${bars(rows).join('\n')}\n\`\`\``,
        '',
        line(['column', 'verdict', 'role', 'effect / limit', ...used]),
        line(['---', '---', '---', '---', ...used.map(() => '---')]),
        ...rows
            .slice(0, MOST_COLUMNS)
            .map(({ name, verdict, role, ofLimit, values }) => line([
            (0,escape_markdown/* escapeMarkdown */.F)(name),
            verdict === 'pass' ? 'pass' : `**${(0,escape_markdown/* escapeMarkdown */.F)(verdict)}**`,
            (0,escape_markdown/* escapeMarkdown */.F)(role),
            ofLimit === null ? '–' : (0,number_format/* formatNumber */.ZV)(ofLimit),
            ...used.map((measure) => numberCell(values[measure])),
        ])),
        ...(more > 0 ? [`\n${more} more columns with smaller effects are in the decision.`] : []),
    ];
}
function rowsOf(columns) {
    if (!drift_tables_isRecord(columns))
        return [];
    const rows = Object.entries(columns).flatMap(([name, values]) => {
        if (!drift_tables_isRecord(values) || typeof values['verdict'] !== 'string')
            return [];
        const { verdict, role } = values;
        const ofLimit = values['of-limit'];
        return [
            {
                name,
                verdict,
                role: typeof role === 'string' ? role : '',
                ofLimit: typeof ofLimit === 'number' ? ofLimit : null,
                values,
            },
        ];
    });
    const size = ({ ofLimit }) => ofLimit ?? Number.MAX_VALUE;
    return rows.toSorted((a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict) ||
        size(b) - size(a) ||
        (a.name < b.name ? -1 : 1));
}
/** `income        ████████████████████┊█████               1.25 × limit, fail` */
function bars(rows) {
    return rows.slice(0, MOST_BARS).map(({ name, verdict, ofLimit }) => {
        const words = ofLimit === null ? 'not measured' : `${(0,number_format/* formatNumber */.ZV)(ofLimit)} × limit`;
        return `${nameCell(name)} ${bar(ofLimit ?? 0)} ${words}, ${verdict}`;
    });
}
function bar(ofLimit) {
    const filled = Math.round(Math.min(ofLimit, 1 + CELLS.beyond / CELLS.below) * CELLS.below);
    const [below, beyond] = [Math.min(filled, CELLS.below), Math.max(0, filled - CELLS.below)];
    return `${'█'.repeat(below)}${'·'.repeat(CELLS.below - below)}┊${'█'.repeat(beyond)}${'·'.repeat(CELLS.beyond - beyond)}`;
}
/** Names of columns come from data: without backticks none of them can close the fence. */
function nameCell(name) {
    const safe = Array.from((0,visible_text/* terminalLine */.t)(name).replaceAll('`', "'"));
    const cut = safe.length <= NAME_WIDTH ? safe : [...safe.slice(0, NAME_WIDTH - 1), '…'];
    return cut.join('') + ' '.repeat(NAME_WIDTH - cut.length);
}
function numberCell(value) {
    return typeof value === 'number' ? (0,number_format/* formatNumber */.ZV)(value) : '–';
}
function line(cells) {
    return `| ${cells.join(' | ')} |`;
}
function drift_tables_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./build/packages/report/src/fit-blocks.js
var fit_blocks = __webpack_require__(35764);
;// CONCATENATED MODULE: ./build/packages/report/src/interval-drawing.js

/**
 * A finding's interval against its limit, as one line of `width` characters with the ends of the scale:
 * `0 ····┊··├───●──┤··· 0.36`. Empty when there is no interval with two finite bounds, no value, or neither limit nor
 * `fixed`, or when `width` leaves no room.
 *
 * @param fixed a scale that several drawings share, so that they can be compared; points outside it are drawn at its end.
 */
function drawInterval(finding, width, fixed) {
    const { value, limit } = finding;
    const [lower, upper] = finding.interval ?? [null, null];
    if (value === null || lower === null || upper === null)
        return '';
    const scale = fixed ?? (limit === undefined ? null : scaleOf([value, limit, lower, upper]));
    if (scale === null)
        return '';
    const [from, to] = [(0,number_format/* formatNumber */.ZV)(scale.from), (0,number_format/* formatNumber */.ZV)(scale.to)];
    const cells = width - from.length - to.length - 2;
    if (cells < 10)
        return '';
    const at = (x) => {
        const share = Math.min(1, Math.max(0, (x - scale.from) / (scale.to - scale.from)));
        return Math.round(share * (cells - 1));
    };
    const line = new Array(cells).fill('·').fill('─', at(lower), at(upper) + 1);
    line[at(lower)] = '├';
    line[at(upper)] = '┤';
    if (limit !== undefined)
        line[at(limit)] = at(limit) >= at(lower) && at(limit) <= at(upper) ? '╫' : '┊';
    line[at(value)] = '●';
    return `${from} ${line.join('')} ${to}`;
}
/** A range that shows all points with room on both sides, and does not go below zero when no point does. */
function scaleOf(points) {
    const [least, most] = [Math.min(...points), Math.max(...points)];
    const room = most > least ? (most - least) * 0.15 : 0.5;
    return { from: least >= 0 ? Math.max(0, least - room) : least - room, to: most + room };
}

;// CONCATENATED MODULE: ./build/packages/report/src/decision-markdown.js






/** GitHub refuses a job summary beyond this many bytes. */
const LONGEST_SUMMARY = 1024 * 1024;
const MOST_DRAWINGS = 12;
/** Messages hold group names from data; two of the longest fit. */
const LONGEST_MESSAGE = { maxCharacters: 1000 };
/**
 * A decision as a job summary: outcome, findings with intervals and limits, all measures, power, and what was not
 * measured. All text from data is escaped; at most 1 MiB, shortened from the end and saying so.
 */
function renderDecisionMarkdown(decision) {
    return (0,fit_blocks/* fitBlocks */.U)(decisionBlocks(decision), LONGEST_SUMMARY);
}
/**
 * The parts of a decision's Markdown: what decided it first, then what it could see, and folded what a reader opens when in
 * doubt. Each part stands alone, so that the last can be left out.
 */
function decisionBlocks(decision) {
    const { findings, measures, notMeasured, inputs } = decision;
    const { decided, others } = byWeight(decision);
    return [
        `### ${(0,escape_markdown/* escapeMarkdown */.F)(decision.gate)} gate: ${decision.outcome}`,
        `\n${subjectLine(decision)}`,
        '',
        ...(findings.length === 0 ? ['No measure was judged.'] : findingBlocks(decided)),
        `\n${powerLines(decision.power).join('\n')}`,
        ...(notMeasured.length === 0
            ? []
            : [`\nNot measured: ${notMeasured.map((text) => (0,escape_markdown/* escapeMarkdown */.F)(text)).join('; ')}.`]),
        ...tableBlock(measureRows('metric', measures['metrics'])),
        ...(others.length === 0
            ? []
            : [
                {
                    title: countOf(others.length, 'finding that passes', 'findings that pass'),
                    blocks: findingBlocks(others),
                },
            ]),
        ...foldedTables(measures),
        ...(decision.gate === 'drift' ? driftBlocks(measures) : []),
        ...inputs.map(({ name, digest, rows }, index) => `${index === 0 ? '\n' : ''}- input ${(0,escape_markdown/* escapeMarkdown */.F)(name)}: ${(0,escape_markdown/* digestCode */.K)(digest)}${rows === undefined ? '' : `, ${rows} rows`}`),
    ];
}
/** Without folds, for a place that is folded itself. */
function openBlocks(blocks) {
    return blocks.flatMap((block) => typeof block === 'string' ? [block] : [`\n<b>${block.title}</b>\n`, ...block.blocks]);
}
/** What made the outcome what it is, and notes, which a person should read; of a pass, everything that was judged. */
function byWeight({ outcome, findings }) {
    const isDecisive = (finding) => finding.severity === 'warn' || outcome === 'pass' || finding.outcome !== 'pass';
    const decided = findings.filter(isDecisive);
    return decided.length === 0
        ? { decided: findings, others: [] }
        : { decided, others: findings.filter((finding) => !isDecisive(finding)) };
}
function findingBlocks(findings) {
    return [
        findingRows(findings).join('\n'),
        ...drawingBlock(findings),
        '',
        ...findings.map((finding) => `- ${(0,escape_markdown/* escapeMarkdown */.F)(finding.message, LONGEST_MESSAGE)}`),
    ];
}
/** Tables that say what else was measured; `title` is what a reader sees of each. */
function foldedTables(measures) {
    const { groups, aggregates, champion } = measures;
    return [
        ...foldedTable(measureRows('group', groups), (rows) => countOf(rows, 'group: its rates', 'groups: their rates')),
        ...foldedTable(measureRows('over the groups', aggregates), (rows) => countOf(rows, 'measure over the groups', 'measures over the groups, whether limited or not')),
        ...foldedTable(measureRows('beside the champion', champion), (rows) => countOf(rows, 'measure beside the champion', 'measures beside the champion')),
        ...controlledTables(measures['controlled']),
    ];
}
function foldedTable(rows, title) {
    return rows.length === 0 ? [] : [{ title: title(rows.length - 2), blocks: [rows.join('\n')] }];
}
function tableBlock(rows) {
    return rows.length === 0 ? [] : [`\n${rows.join('\n')}`];
}
/** Two groups by what is left of their difference where the control columns are held constant. */
function controlledTables(controlled) {
    if (!isRecord(controlled))
        return [];
    return Object.entries(controlled).flatMap(([column, report]) => {
        const pairs = isRecord(report) && Array.isArray(report['pairs']) ? report['pairs'].filter(isRecord) : [];
        const named = pairs.map(({ groups, ...numbers }) => [(Array.isArray(groups) ? groups : []).join(' / '), numbers]);
        return foldedTable(measureRows('groups', Object.fromEntries(named)), () => `${(0,escape_markdown/* escapeMarkdown */.F)(column)}: differences within the values of the control columns`);
    });
}
function countOf(count, one, several) {
    return `${count} ${count === 1 ? one : several}`;
}
const DRAWING_WIDTH = 78;
/** The judged intervals against their limits, as a picture: ● the value, ├ ┤ the interval, ┊ or ╫ the limit. */
function drawingBlock(findings) {
    const drawings = findings.slice(0, MOST_DRAWINGS).flatMap((finding) => {
        const drawing = drawInterval(finding, DRAWING_WIDTH);
        const groups = finding.groups === undefined ? '' : `  ${finding.groups.join(' / ')}`;
        return drawing === '' ? [] : [`${finding.measure}${groups}: ${finding.outcome}`, drawing];
    });
    if (drawings.length === 0)
        return [];
    // Group names come from data: without backticks none of them can close the fence.
    const lines = drawings.map((line) => (0,visible_text/* terminalLine */.t)(line).replaceAll('`', "'"));
    return [`\n\`\`\`text\n${lines.join('\n')}\n\`\`\``];
}
function subjectLine({ subject, policyDigest }) {
    const model = subject === null
        ? 'A quick look at a table: bound to no model.'
        : `Model ${(0,escape_markdown/* escapeMarkdown */.F)(subject.model)} ${(0,escape_markdown/* digestCode */.K)(subject.modelDigest)}.`;
    return policyDigest === null ? model : `${model} Policy ${(0,escape_markdown/* digestCode */.K)(policyDigest)}.`;
}


/***/ }),

/***/ 35764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ fitBlocks)
/* harmony export */ });
/** Without the empty lines GitHub would show the Markdown inside as it is written. */
const FOLD_END = '\n</details>';
/**
 * Joins blocks with line breaks and leaves out from the end what does not fit into `maxBytes` of UTF-8, saying how many
 * blocks are missing. Blocks are whole, so no table row, reference or tag is cut; a folded one is always closed.
 */
function fitBlocks(blocks, maxBytes) {
    const parts = blocks.flatMap(partsOf);
    const whole = `${parts.map(({ text }) => text).join('\n')}\n`;
    if (size(whole) <= maxBytes)
        return whole;
    const contents = parts.filter(({ role }) => role === 'content').length;
    const note = (left) => `\n\nShortened: ${left === 1 ? '1 part is' : `${left} parts are`} left out here; the decision files hold the rest.\n`;
    let used = size(note(contents));
    let left = contents;
    const kept = [];
    let isOpen = false;
    for (const { text, role } of parts) {
        // What is opened must be closed, so the end of a fold is paid for with its beginning.
        if (role !== 'end')
            used += size(text) + 1 + (role === 'begin' ? size(FOLD_END) + 1 : 0);
        if (used > maxBytes)
            break;
        if (role === 'content')
            left -= 1;
        else
            isOpen = role === 'begin';
        kept.push(text);
    }
    return `${[...kept, ...(isOpen ? [FOLD_END] : [])].join('\n')}${note(left)}`;
}
function partsOf(block) {
    if (typeof block === 'string')
        return [{ text: block, role: 'content' }];
    const { title, blocks } = block;
    return [
        { text: `\n<details>\n<summary>${title}</summary>\n`, role: 'begin' },
        ...blocks.map((text, index) => ({ text: index === 0 ? text.replace(/^\n/, '') : text, role: 'content' })),
        { text: FOLD_END, role: 'end' },
    ];
}
function size(text) {
    return new TextEncoder().encode(text).byteLength;
}


/***/ }),

/***/ 50609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A9: () => (/* binding */ formatSizes),
/* harmony export */   ZV: () => (/* binding */ formatNumber),
/* harmony export */   l9: () => (/* binding */ formatPercent),
/* harmony export */   tW: () => (/* binding */ formatLimit),
/* harmony export */   vy: () => (/* binding */ formatInterval)
/* harmony export */ });
/** A measured number: at most four decimals, `–` where it is not defined. */
function formatNumber(value) {
    if (value === null)
        return '–';
    const text = value.toFixed(4).replace(/\.?0+$/, '');
    return text === '-0' ? '0' : text;
}
/** `0.18 to 0.315`; an infinite or undefined bound is `∞`. */
function formatInterval([lower, upper]) {
    return `${lower === null ? '-∞' : formatNumber(lower)} to ${upper === null ? '∞' : formatNumber(upper)}`;
}
/** `≤ 0.1` where the measure fails above its limit, `≥ 0.85` where it fails below; empty without a limit. */
function formatLimit(finding) {
    if (finding.limit === undefined)
        return '';
    return `${finding.failsWhen === 'below' ? '≥' : '≤'} ${formatNumber(finding.limit)}`;
}
/** `95 %`. */
function formatPercent(share) {
    return `${Number((share * 100).toFixed(2))} %`;
}
/** `120 / 30`. */
function formatSizes(n) {
    return (n ?? []).join(' / ');
}


/***/ })

};
