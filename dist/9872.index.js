export const id = 9872;
export const ids = [9872];
export const modules = {

/***/ 69872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vZ: () => (/* binding */ decisionBlocks),
  DS: () => (/* binding */ openBlocks),
  Oh: () => (/* binding */ renderDecisionMarkdown)
});

// EXTERNAL MODULE: ./build/packages/report/src/decision-tables.js
var decision_tables = __webpack_require__(3334);
// EXTERNAL MODULE: ./build/packages/report/src/drift-headline.js
var drift_headline = __webpack_require__(21410);
// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
// EXTERNAL MODULE: ./build/packages/report/src/number-format.js
var number_format = __webpack_require__(50609);
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
        line(['column', 'verdict', 'role', 'by', 'value', 'limit', 'value / limit', ...used]),
        line(['---', '---', '---', '---', '---', '---', '---', ...used.map(() => '---')]),
        ...rows
            .slice(0, MOST_COLUMNS)
            .map(({ name, verdict, role, ofLimit, values }) => line([
            (0,escape_markdown/* escapeMarkdown */.F)(name),
            verdict === 'pass' ? 'pass' : `**${(0,escape_markdown/* escapeMarkdown */.F)(verdict)}**`,
            (0,escape_markdown/* escapeMarkdown */.F)(role),
            typeof values['by'] === 'string' ? (0,escape_markdown/* escapeMarkdown */.F)(values['by']) : '–',
            valueCell(values),
            numberCell(values['limit']),
            ofLimit === null ? '–' : (0,number_format/* formatNumber */.ZV)(ofLimit),
            ...used.map((measure) => numberCell(values[measure])),
        ])),
        ...(more > 0 ? [`\n${more} more columns with smaller effects are in the decision.`] : []),
    ];
}
function rowsOf(columns) {
    if (!isRecord(columns))
        return [];
    const rows = Object.entries(columns).flatMap(([name, values]) => {
        if (!isRecord(values) || typeof values['verdict'] !== 'string')
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
/** `income        ████████████████████┊█████               1.25 × limit, fail by ks` */
function bars(rows) {
    return rows.slice(0, MOST_BARS).map(({ name, verdict, ofLimit, values }) => {
        const words = ofLimit === null ? 'not measured' : `${(0,number_format/* formatNumber */.ZV)(ofLimit)} × limit`;
        const by = typeof values['by'] === 'string' && ofLimit !== null ? ` by ${plain(values['by'])}` : '';
        return `${nameCell(name)} ${bar(ofLimit ?? 0)} ${words}, ${verdict}${by}`;
    });
}
function bar(ofLimit) {
    const filled = Math.round(Math.min(ofLimit, 1 + CELLS.beyond / CELLS.below) * CELLS.below);
    const [below, beyond] = [Math.min(filled, CELLS.below), Math.max(0, filled - CELLS.below)];
    return `${'█'.repeat(below)}${'·'.repeat(CELLS.below - below)}┊${'█'.repeat(beyond)}${'·'.repeat(CELLS.beyond - beyond)}`;
}
/** Names of columns come from data: without backticks none of them can close the fence. */
function nameCell(name) {
    const safe = Array.from(plain(name));
    const cut = safe.length <= NAME_WIDTH ? safe : [...safe.slice(0, NAME_WIDTH - 1), '…'];
    return cut.join('') + ' '.repeat(NAME_WIDTH - cut.length);
}
function plain(text) {
    return (0,visible_text/* terminalLine */.t)(text).replaceAll('`', "'");
}
/** The value of what made the verdict; both ends where a profile leaves room. */
function valueCell({ value, interval }) {
    const [lower, upper] = Array.isArray(interval) ? interval : [];
    return typeof lower === 'number' && typeof upper === 'number' ? (0,number_format/* formatInterval */.vy)([lower, upper]) : numberCell(value);
}
function numberCell(value) {
    return typeof value === 'number' ? (0,number_format/* formatNumber */.ZV)(value) : '–';
}
function line(cells) {
    return `| ${cells.join(' | ')} |`;
}
function isRecord(value) {
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
function interval_drawing_drawInterval(finding, width, fixed) {
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

;// CONCATENATED MODULE: ./build/packages/report/src/measures-text.js



/** What of each entry a person reads first, in this order; everything else is in the JSON. */
const COLUMNS = {
    groups: [
        'n',
        'selection-rate',
        'tpr',
        'fpr',
        'fnr',
        'ppv',
        'accuracy',
        'mean-residual',
        'mae',
        'rmse',
        'exposure-share',
    ],
    judged: ['compared', 'within', 'beyond', 'unclear'],
    metrics: ['challenger', 'challenger-interval', 'champion', 'difference', 'interval', 'p'],
    columns: [
        'verdict',
        'by',
        'value',
        'interval',
        'limit',
        'p-adjusted',
        'kind',
        'ks',
        'wasserstein-normed',
        'jensen-shannon',
        'cramer-v',
        'psi',
        'missing-rate-difference',
    ],
};
/** Headings of the first column, and what a table of many rows is cut to. */
const TITLES = {
    groups: 'group',
    metrics: 'metric',
    columns: 'column',
    judged: 'limited',
};
const MOST_ROWS = 30;
/** What people ask for first between groups; the others are shown where none of these is there. */
const MAIN_AGGREGATES = new Set([
    'demographic-parity-difference',
    'demographic-parity-ratio',
    'disparate-impact',
    'equal-opportunity-difference',
    'false-positive-rate-difference',
    'equalized-odds-difference',
    'predictive-parity-difference',
    'conditional-demographic-disparity',
    'conditional-selection-rate-difference',
    'auc-difference',
    'smoothed-edf',
]);
const MOST_AGGREGATES = 24;
const SCALE = { from: 0, to: 1 };
/** The measures of a decision as tables for a terminal, each after an empty line. */
function measureLines({ measures }, width) {
    const selection = wrapLines(selectionWords(measures['selection']), width);
    return [
        ...after(entryTable('judged', severalOf(measures['judged']), width)),
        ...after([...entryTable('metrics', measures['metrics'], width), ...levelLines(measures['metrics'], width)]),
        ...after([...selection, ...entryTable('groups', measures['groups'], width)]),
        ...after(entryTable('columns', measures['columns'], width)),
        ...after(aggregateLines(measures['aggregates'], width)),
    ];
}
/** Findings have bounds of which each holds for itself; beside them a table with other numbers needs a word. */
function levelLines(metrics, width) {
    const levels = new Set(recordsOf(metrics).map(({ values }) => values['confidence']));
    const [level] = levels;
    if (levels.size !== 1 || typeof level !== 'number')
        return [];
    return wrapLines(`intervals of this table hold with ${formatPercent(level)}, both sides together`, width);
}
/** What the rates of groups count; a fact that no table of rates is understood without. */
function selectionWords(selection) {
    if (!measures_text_isRecord(selection) || typeof selection['selected'] !== 'string')
        return '';
    const { favorable } = selection;
    const good = typeof favorable === 'string' ? `favourable: ${favorable}` : 'which prediction is favourable is not said';
    return `selected: ${selection['selected']}; ${good}`;
}
/** One comparison is its own finding; of several the findings name the worst. */
function severalOf(judged) {
    return Object.fromEntries(recordsOf(judged).flatMap(({ name, values }) => {
        const { compared } = values;
        return typeof compared === 'number' && compared > 1 ? [[name, values]] : [];
    }));
}
function after(lines) {
    return lines.length === 0 ? [] : ['', ...lines];
}
function entryTable(name, value, width) {
    const entries = recordsOf(value);
    const columns = (COLUMNS[name] ?? []).filter((column) => entries.some(({ values }) => has(values, column)));
    if (columns.length === 0)
        return [];
    const rows = entries
        .slice(0, MOST_ROWS)
        .map(({ name: entry, values }) => [entry, ...columns.map((key) => cell(values[key], key))]);
    const more = entries.length - rows.length;
    return [
        ...tableLines([[TITLES[name] ?? name, ...columns], ...rows], width),
        ...(more > 0 ? [cutLine(`and ${more} more, all of them with --json`, width)] : []),
    ];
}
/** Disparities between groups, each with its interval drawn on one scale where it lies between 0 and 1. */
function aggregateLines(value, width) {
    const known = recordsOf(value).flatMap(({ name, values }) => {
        const measured = values['value'];
        return typeof measured === 'number' ? [{ name, value: measured, interval: boundsOf(values['interval']) }] : [];
    });
    if (known.length === 0)
        return [];
    const main = known.filter(({ name }) => MAIN_AGGREGATES.has(name.slice(name.lastIndexOf('/') + 1)));
    const shown = (main.length > 0 ? main : known).slice(0, MOST_AGGREGATES);
    const rows = shown.map((one) => [
        one.name,
        formatNumber(one.value),
        one.interval === null ? '' : formatInterval(one.interval),
    ]);
    const table = tableLines([['between groups', 'value', 'interval'], ...rows], width);
    const used = Math.max(...table.map((line) => Array.from(line).length));
    const lines = table.map((line, index) => {
        const own = shown[index - 1];
        if (own === undefined || own.interval === null || !isOnScale(own.interval))
            return line;
        const drawn = drawInterval({ value: own.value, interval: own.interval }, width - used - 2, SCALE);
        return drawn === '' ? line : `${line}${' '.repeat(used - Array.from(line).length)}  ${drawn}`;
    });
    const more = known.length - shown.length;
    return [...lines, ...(more > 0 ? [cutLine(`and ${more} more, all of them with --json`, width)] : [])];
}
function isOnScale([lower, upper]) {
    return lower >= SCALE.from && upper <= SCALE.to;
}
function boundsOf(value) {
    if (!Array.isArray(value))
        return null;
    const [lower, upper] = value;
    return typeof lower === 'number' && typeof upper === 'number' ? [lower, upper] : null;
}
function recordsOf(value) {
    return measures_text_isRecord(value)
        ? Object.entries(value).flatMap(([name, values]) => (measures_text_isRecord(values) ? [{ name, values }] : []))
        : [];
}
function has(values, key) {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return value !== undefined && value !== null;
}
function cell(value, key) {
    // No p-value is zero.
    if ((key === 'p' || key === 'p-adjusted') && typeof value === 'number' && value < 0.0001)
        return '<0.0001';
    if (typeof value === 'number' || value === null || value === undefined)
        return formatNumber(value ?? null);
    const bounds = boundsOf(value);
    if (bounds !== null)
        return formatInterval(bounds);
    return typeof value === 'string' ? value : '';
}
function measures_text_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
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
        ...headlineBlock(decision),
        ...(findings.length === 0 ? ['No measure was judged.'] : findingBlocks(decided)),
        `\n${(0,decision_tables/* powerLines */.l6)(decision).join('\n')}`,
        ...(notMeasured.length === 0
            ? []
            : [`\nNot measured: ${notMeasured.map((text) => (0,escape_markdown/* escapeMarkdown */.F)(text)).join('; ')}.`]),
        ...selectionBlocks(measures),
        ...tableBlock((0,decision_tables/* measureRows */._$)('metric', measures['metrics'])),
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
/** Names of columns come from data. */
function headlineBlock(decision) {
    const headline = (0,drift_headline/* driftHeadline */.A)(decision);
    return headline === '' ? [] : [`**${(0,escape_markdown/* escapeMarkdown */.F)(headline)}.**\n`];
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
        (0,decision_tables/* findingRows */.d9)(findings).join('\n'),
        ...drawingBlock(findings),
        '',
        ...findings.map((finding) => `- ${(0,escape_markdown/* escapeMarkdown */.F)(finding.message, LONGEST_MESSAGE)}`),
    ];
}
/** What the rates count, and how many comparisons the findings stand for. */
function selectionBlocks({ selection, judged }) {
    const words = selectionWords(selection);
    const rows = (0,decision_tables/* measureRows */._$)('limited', judged);
    return [...(words === '' ? [] : [`\n${(0,escape_markdown/* escapeMarkdown */.F)(words)}`]), ...tableBlock(rows)];
}
/** Tables that say what else was measured; `title` is what a reader sees of each. */
function foldedTables(measures) {
    const { groups, aggregates, champion } = measures;
    return [
        ...foldedTable((0,decision_tables/* measureRows */._$)('group', groups), (rows) => countOf(rows, 'group: its rates', 'groups: their rates')),
        ...foldedTable((0,decision_tables/* measureRows */._$)('over the groups', aggregates), (rows) => countOf(rows, 'measure over the groups', 'measures over the groups, whether limited or not')),
        ...foldedTable((0,decision_tables/* measureRows */._$)('beside the champion', champion), (rows) => countOf(rows, 'measure beside the champion', 'measures beside the champion')),
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
    if (!(0,decision_tables/* isRecord */.u4)(controlled))
        return [];
    return Object.entries(controlled).flatMap(([column, report]) => {
        const pairs = (0,decision_tables/* isRecord */.u4)(report) && Array.isArray(report['pairs']) ? report['pairs'].filter(decision_tables/* isRecord */.u4) : [];
        const named = pairs.map(({ groups, ...numbers }) => [(Array.isArray(groups) ? groups : []).join(' / '), numbers]);
        return foldedTable((0,decision_tables/* measureRows */._$)('groups', Object.fromEntries(named)), () => `${(0,escape_markdown/* escapeMarkdown */.F)(column)}: differences within the values of the control columns`);
    });
}
function countOf(count, one, several) {
    return `${count} ${count === 1 ? one : several}`;
}
const DRAWING_WIDTH = 78;
/** The judged intervals against their limits, as a picture: ● the value, ├ ┤ the interval, ┊ or ╫ the limit. */
function drawingBlock(findings) {
    const drawings = findings.slice(0, MOST_DRAWINGS).flatMap((finding) => {
        const drawing = interval_drawing_drawInterval(finding, DRAWING_WIDTH);
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

/***/ 3334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _$: () => (/* binding */ measureRows),
/* harmony export */   d9: () => (/* binding */ findingRows),
/* harmony export */   l6: () => (/* binding */ powerLines),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* unused harmony export smallestDifferences */
/* harmony import */ var _escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40757);
/* harmony import */ var _number_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50609);


/** The findings as the rows of a Markdown table, header first; severest first, as the decision has them. */
function findingRows(findings) {
    return [
        '| outcome | measure | groups | value | interval | limit | n | method | reason |',
        '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
        ...findings.map((finding) => row([
            outcomeCell(finding),
            (0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(finding.measure),
            (finding.groups ?? []).map((group) => (0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(group)).join(' and '),
            (0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(finding.value),
            intervalCell(finding),
            (0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatLimit */ .tW)(finding),
            sizesCell(finding),
            (0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(finding.method ?? ''),
            (0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(finding.reasonCode),
        ])),
    ];
}
function outcomeCell({ severity, outcome, reasonCode }) {
    if (severity === 'warn')
        return 'note';
    return reasonCode === 'warning-exceeded' ? `**${outcome}**, warning` : `**${outcome}**`;
}
function sizesCell({ n, requiredN }) {
    return requiredN === undefined ? (0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSizes */ .A9)(n) : `${(0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSizes */ .A9)(n)} (about ${requiredN} would tell)`.trimStart();
}
function intervalCell(finding) {
    const { interval, confidence } = finding;
    if (interval === undefined)
        return '';
    const bounds = (0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatInterval */ .vy)(interval);
    return confidence === undefined ? bounds : `${bounds} (${(0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCoverage */ .Om)(finding)})`;
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
        row([(0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(title), ...columns.map((column) => (0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(column))]),
        row(['---', ...columns.map(() => '---')]),
        ...entries.map(({ name, values }) => row([(0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(name), ...columns.map((key) => cell(values[key]))])),
    ];
}
/** What the decision could have seen, in sentences. */
function powerLines(decision) {
    const smallest = smallestDifferences(decision);
    return [
        smallest.length === 0
            ? 'The smallest difference that these rows could show is not known.'
            : `The smallest difference that these rows could show with power 0.8: ${(0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(smallest.join(', '))}.`,
    ];
}
/** The smallest difference of each metric, since they have no unit in common; else the one of the decision. */
function smallestDifferences({ power, measures }) {
    const byMetric = isRecord(measures['power']) ? Object.entries(measures['power']) : [];
    const named = byMetric.flatMap(([name, of]) => {
        const smallest = isRecord(of) ? of['minimum-detectable'] : null;
        return typeof smallest === 'number' ? [`${name} ${(0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSmall */ .j3)(smallest)}`] : [];
    });
    if (named.length > 0 || power.minimumDetectable === null)
        return named;
    return [(0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSmall */ .j3)(power.minimumDetectable)];
}
function cell(value) {
    if (value === null)
        return '–';
    if (typeof value === 'number')
        return (0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatNumber */ .ZV)(value);
    if (typeof value === 'string')
        return (0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(value);
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


/***/ }),

/***/ 21410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ driftHeadline)
/* harmony export */ });
/* harmony import */ var _decision_tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3334);
/* harmony import */ var _number_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50609);


const MOST_NAMED = 2;
/**
 * What a drift gate has to say in one line: `2 of 15 columns have drifted, limit < 50 %`, and what else decided. Empty for
 * other gates, and where no columns were judged together.
 */
function driftHeadline(decision) {
    const dataset = decision.gate === 'drift' ? decision.measures['dataset'] : undefined;
    if (!(0,_decision_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(dataset))
        return '';
    const { 'judged-columns': judged, 'drifted-columns': drifted, 'drifted-share': share } = dataset;
    const limit = dataset['drifted-share-limit'];
    const counted = typeof judged === 'number' && typeof drifted === 'number' && judged > 0;
    const decided = decision.outcome === 'pass' ? [] : decision.findings.filter((one) => decides(one, decision));
    const parts = [
        counted ? `${drifted} of ${judged} columns ${drifted === 1 ? 'has' : 'have'} drifted` : '',
        counted && typeof share === 'number' && Math.abs(share - drifted / judged) > 1e-9
            ? `${(0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(share)} by importance`
            : '',
        counted && typeof limit === 'number' ? `limit < ${(0,_number_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPercent */ .l9)(limit)}` : '',
        decided.length === 0 ? '' : `${decision.outcome} by ${named(decided)}`,
    ];
    return parts.filter((part) => part !== '').join(', ');
}
function decides({ severity, outcome, measure }, decision) {
    return severity === 'block' && outcome === decision.outcome && measure !== 'drifted-share';
}
function named(findings) {
    const names = findings.slice(0, MOST_NAMED).map(({ measure, groups }) => {
        const [column] = groups ?? [];
        return column === undefined ? measure : `${measure} of ${column}`;
    });
    const more = findings.length - names.length;
    return `${names.join(' and ')}${more > 0 ? ` and ${more} more` : ''}`;
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
/* harmony export */   Om: () => (/* binding */ formatCoverage),
/* harmony export */   ZV: () => (/* binding */ formatNumber),
/* harmony export */   j3: () => (/* binding */ formatSmall),
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
/** A size that is not 0: four decimals, or two significant digits where those would be 0. */
function formatSmall(value) {
    const text = formatNumber(value);
    return text === '0' && value !== 0 ? String(Number(value.toPrecision(2))) : text;
}
/** `0.18 to 0.315`; with one bound `at least 0.18` or `at most 0.315`: an open side is nothing that was measured. */
function formatInterval([lower, upper]) {
    if (lower !== null && upper === null)
        return `at least ${formatNumber(lower)}`;
    if (lower === null && upper !== null)
        return `at most ${formatNumber(upper)}`;
    return `${lower === null ? '-∞' : formatNumber(lower)} to ${upper === null ? '∞' : formatNumber(upper)}`;
}
/**
 * What passes: `≤ 0.1` where the measure fails above its limit, `≥ 0.85` where it fails below; `< 0.2` and `> 0.05` where a
 * value equal to the limit fails too. Empty without a limit.
 */
function formatLimit({ limit, failsWhen, failsAtLimit, }) {
    if (limit === undefined)
        return '';
    const [without, including] = failsWhen === 'below' ? ['>', '≥'] : ['<', '≤'];
    return `${failsAtLimit === true ? without : including} ${formatNumber(limit)}`;
}
/** `95 %`. */
function formatPercent(share) {
    return `${Number((share * 100).toFixed(2))} %`;
}
/** `120 / 30`. */
function formatSizes(n) {
    return (n ?? []).join(' / ');
}
const COVERAGE_WORDS = {
    'each-bound': (level) => `each bound ${level}`,
    interval: (level) => level,
    'all-intervals': (level) => `all together ${level}`,
};
/**
 * What the interval of a finding is: `each bound 95 %` is a two-sided interval of 90 %; a bound without another holds
 * `with 95 %`. Empty without a confidence.
 */
function formatCoverage({ interval, confidence, coverage, }) {
    if (confidence === undefined)
        return '';
    const isOneSided = interval !== undefined && interval.filter((bound) => bound === null).length === 1;
    const level = formatPercent(confidence);
    return isOneSided ? `with ${level}` : COVERAGE_WORDS[coverage ?? 'interval'](level);
}


/***/ })

};
