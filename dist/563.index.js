export const id = 563;
export const ids = [563];
export const modules = {

/***/ 52991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ modelSignatureStatement),
/* harmony export */   O: () => (/* binding */ signedModelDigest)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29807);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14752);
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47192);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28796);



/**
 * The statement of an OpenSSF Model Signing v1 signature: the root digest as subject and every file by name. Signed as
 * a Sigstore bundle it is `model.sig`, which other tools verify without knowing of Gatehouse.
 */
function modelSignatureStatement(model, files) {
    const subject = { model, modelDigest: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .omsRootDigest */ .KN)(files) };
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .statementOf */ .T8)(subject, _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MODEL_SIGNATURE_PREDICATE */ .$d, (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .omsPredicate */ .BT)(files));
}
/**
 * The model digest that a model signature is about: by definition the digest of its predicate.
 *
 * @throws ActionError `signature-invalid` when the statement is no model signature.
 */
function signedModelDigest(statement) {
    if (statement.predicateType !== _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .MODEL_SIGNATURE_PREDICATE */ .$d) {
        throw (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .refusedStatement */ .mc)({
            found: `predicate type ${JSON.stringify(statement.predicateType)}`,
            allowed: 'an OpenSSF Model Signing statement',
            reasonCode: 'signature-invalid',
        });
    }
    return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(statement.predicate));
}


/***/ }),

/***/ 9387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ describeModel)
});

// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/model-digest.js
var model_digest = __webpack_require__(29807);
// EXTERNAL MODULE: ./build/packages/core/src/model-files.js
var model_files = __webpack_require__(6804);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
;// CONCATENATED MODULE: ./build/packages/core/src/safetensors.js


/** The format's own limit is 100 MB; 16 MiB holds about 150,000 tensors and bounds what a hostile file costs. */
const MAX_SAFETENSORS_HEADER_BYTES = 16 * 1024 * 1024;
/** The little-endian 64-bit length in front of the header. */
const safetensors_SAFETENSORS_PREFIX_BYTES = 8;
const MAX_RANK = 64;
const BITS = new Map([
    ['BOOL', 8],
    ['F4', 4],
    ['F6_E2M3', 6],
    ['F6_E3M2', 6],
    ['U8', 8],
    ['I8', 8],
    ['F8_E5M2', 8],
    ['F8_E4M3', 8],
    ['F8_E8M0', 8],
    ['I16', 16],
    ['U16', 16],
    ['F16', 16],
    ['BF16', 16],
    ['I32', 32],
    ['U32', 32],
    ['F32', 32],
    ['C64', 64],
    ['F64', 64],
    ['I64', 64],
    ['U64', 64],
]);
/** What is wrong with a file that claims to be safetensors. */
class SafetensorsError extends Error {
    name = 'SafetensorsError';
}
const size = schemas/* int */.Whr().min(0);
const tensorSchema = schemas/* strictObject */.rej({
    dtype: schemas/* string */.YjP(),
    shape: schemas/* array */.YOg(size).max(MAX_RANK),
    data_offsets: schemas/* tuple */.PVZ([size, size]),
});
const metadataSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
/**
 * Length of the header as the first eight bytes state it.
 *
 * @throws SafetensorsError when the file is too short for it or it exceeds {@link MAX_SAFETENSORS_HEADER_BYTES}.
 */
function safetensors_safetensorsHeaderLength(head, fileSize) {
    if (head.length < safetensors_SAFETENSORS_PREFIX_BYTES)
        throw new SafetensorsError('it is shorter than 8 bytes');
    const stated = new DataView(head.buffer, head.byteOffset, head.byteLength).getBigUint64(0, true);
    if (stated > BigInt(MAX_SAFETENSORS_HEADER_BYTES)) {
        throw new SafetensorsError(`its header claims ${stated} bytes; at most ${MAX_SAFETENSORS_HEADER_BYTES} are read`);
    }
    const length = Number(stated);
    if (safetensors_SAFETENSORS_PREFIX_BYTES + length > fileSize) {
        throw new SafetensorsError(`its header claims ${length} bytes and the file has ${fileSize}`);
    }
    return length;
}
/**
 * Parses the header of a safetensors file so strictly that no byte of the file is unaccounted for: the header is one
 * JSON object without a repeated key, every tensor has a known type and as many bytes as its shape needs, and the
 * tensors cover the rest of the file exactly, without hole or overlap. `__metadata__` holds text only.
 *
 * @param head the file's beginning, at least 8 bytes and the header; more is ignored.
 * @param fileSize size of the whole file in bytes.
 * @throws SafetensorsError naming the first rule that is broken.
 */
function checkSafetensors(head, fileSize) {
    const headerBytes = safetensors_safetensorsHeaderLength(head, fileSize);
    const json = head.subarray(safetensors_SAFETENSORS_PREFIX_BYTES, safetensors_SAFETENSORS_PREFIX_BYTES + headerBytes);
    if (json.length < headerBytes)
        throw new SafetensorsError(`its header has ${headerBytes} bytes, ${json.length} were read`);
    if (json[0] !== 0x7b)
        throw new SafetensorsError('its header does not begin with "{"');
    const entries = Object.entries(parseHeader(json));
    const metadata = entries.find(([name]) => name === '__metadata__');
    const tensors = entries.filter(([name]) => name !== '__metadata__').map(([name, entry]) => parseTensor(name, entry));
    tensors.sort((a, b) => a.begin - b.begin || a.end - b.end);
    checkCoverage(tensors, fileSize - safetensors_SAFETENSORS_PREFIX_BYTES - headerBytes);
    return { headerBytes, tensors, metadata: metadata === undefined ? {} : parseMetadata(metadata[1]) };
}
function parseHeader(json) {
    let value;
    try {
        value = (0,strict_json/* parseStrictJson */.R)(json, 4);
    }
    catch (cause) {
        throw new SafetensorsError(`its header is refused: ${cause instanceof Error ? cause.message : String(cause)}`, {
            cause,
        });
    }
    if (typeof value !== 'object' || value === null)
        throw new SafetensorsError('its header is not a JSON object');
    return value;
}
function parseMetadata(value) {
    const parsed = metadataSchema.safeParse(value);
    if (!parsed.success)
        throw new SafetensorsError('its __metadata__ holds something that is not text');
    return parsed.data;
}
function parseTensor(name, entry) {
    const label = `tensor ${JSON.stringify(name.slice(0, 100))}`;
    const parsed = tensorSchema.safeParse(entry);
    if (!parsed.success)
        throw new SafetensorsError(`${label} does not have exactly dtype, shape and data_offsets`);
    const { dtype, shape, data_offsets } = parsed.data;
    const bits = BITS.get(dtype);
    if (bits === undefined)
        throw new SafetensorsError(`${label} has the unknown type ${JSON.stringify(dtype.slice(0, 40))}`);
    const [begin, end] = data_offsets;
    const needed = shape.reduce((product, extent) => product * BigInt(extent), BigInt(bits));
    if (needed !== BigInt(end - begin) * 8n) {
        throw new SafetensorsError(`${label} needs ${needed} bits for its shape and its offsets hold ${end - begin} bytes`);
    }
    return { name, dtype, shape, begin, end };
}
function checkCoverage(tensors, dataBytes) {
    let reached = 0;
    for (const tensor of tensors) {
        if (tensor.begin !== reached) {
            const what = tensor.begin > reached ? 'leaves a hole before' : 'overlaps the one before';
            throw new SafetensorsError(`tensor ${JSON.stringify(tensor.name.slice(0, 100))} ${what} byte ${tensor.begin}`);
        }
        reached = tensor.end;
    }
    if (reached !== dataBytes)
        throw new SafetensorsError(`its tensors end at byte ${reached} and its data at ${dataBytes}`);
}

;// CONCATENATED MODULE: ./build/packages/core/src/model-format.js



/** Large tokenizers have about 40 MB. */
const MAX_MODEL_JSON_BYTES = 64 * 1024 * 1024;
const MAX_JSON_DEPTH = 64;
/**
 * How many bytes from the beginning of a file {@link modelFileFormat} needs: all of a JSON file, and the header of a
 * safetensors file, whose length stands in its first eight bytes.
 *
 * @param head the first bytes of the file, at least eight if it has so many.
 * @throws ActionError `refused`, reason `format-not-allowed`.
 */
function modelFileHeadBytes(file, head) {
    if (formatByName(file.name) === 'json')
        return file.sizeBytes;
    return judged(file.name, () => SAFETENSORS_PREFIX_BYTES + safetensorsHeaderLength(head, file.sizeBytes));
}
/**
 * The format of a model file, judged by its name and its bytes. Only what a strict parser accepts is allowed; pickle
 * and every format nobody here can read are refused whatever they are called.
 *
 * @param head as many bytes as {@link modelFileHeadBytes} says, or the whole file.
 * @throws ActionError `refused`, reason `format-not-allowed`, saying what is wrong.
 */
function modelFileFormat(file, head) {
    const format = formatByName(file.name);
    judged(file.name, () => {
        if (format === 'safetensors')
            checkSafetensors(head, file.sizeBytes);
        else
            checkJson(head, file.sizeBytes);
    });
    return format;
}
function formatByName(name) {
    if (name.endsWith('.safetensors'))
        return 'safetensors';
    if (name.endsWith('.json'))
        return 'json';
    throw refused(name, 'its name ends in neither .safetensors nor .json');
}
function checkJson(head, sizeBytes) {
    if (sizeBytes > MAX_MODEL_JSON_BYTES) {
        throw new strict_json/* StrictJsonError */.U(`it has ${sizeBytes} bytes; at most ${MAX_MODEL_JSON_BYTES} are read`);
    }
    if (head.length !== sizeBytes)
        throw new strict_json/* StrictJsonError */.U(`it has ${sizeBytes} bytes and ${head.length} were read`);
    (0,strict_json/* parseStrictJson */.R)(head, MAX_JSON_DEPTH);
}
function judged(name, judge) {
    try {
        return judge();
    }
    catch (cause) {
        if (cause instanceof SafetensorsError || cause instanceof strict_json/* StrictJsonError */.U)
            throw refused(name, cause.message, cause);
        throw cause;
    }
}
function refused(name, found, cause) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Model file ${JSON.stringify(name)}`,
        found,
        allowed: 'well-formed safetensors and JSON files',
        remedy: 'Save weights as safetensors and settings as JSON, and leave other files out of the model folder',
    }, { reasonCode: 'format-not-allowed', ...(cause === undefined ? {} : { cause }) });
}

;// CONCATENATED MODULE: ./build/packages/core/src/described-model.js




/**
 * Checks the names and formats of model files whose bytes are at hand, hashes them and names the model.
 *
 * @throws ConfigError for names that are not allowed, ActionError `refused`, reason `format-not-allowed`.
 */
function describeModel(contents) {
    const files = [...contents].map(([name, bytes]) => ({ name, sizeBytes: bytes.length, digest: (0,digest/* sha256 */.sc)(bytes) }));
    (0,model_files/* checkModelFiles */.h)(files);
    for (const [name, bytes] of contents)
        modelFileFormat({ name, sizeBytes: bytes.length }, bytes);
    return { modelDigest: (0,model_digest/* modelDigest */.a9)(files), files };
}


/***/ }),

/***/ 28422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ EvidenceStore)
});

// EXTERNAL MODULE: ./build/packages/attest/src/verify.js
var verify = __webpack_require__(53580);
// EXTERNAL MODULE: ./build/packages/attest/src/release-authorisation.js
var release_authorisation = __webpack_require__(72589);
// EXTERNAL MODULE: ./build/packages/attest/src/model-signature.js
var model_signature = __webpack_require__(52991);
// EXTERNAL MODULE: ./build/packages/core/src/tuple.js
var src_tuple = __webpack_require__(10641);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/core/src/reason-codes.js
var reason_codes = __webpack_require__(85424);
;// CONCATENATED MODULE: ./build/packages/governance/src/evidence-layout.js

/**
 * Where an evaluation lies on the evidence branch. The decisions are shared by every head that reuses the candidate;
 * summary, provenance and candidate are about one head.
 */
function evaluationPaths(id) {
    const folder = `evidence/${(0,digest/* hexOf */.ZD)(id.modelDigest)}/${(0,digest/* hexOf */.ZD)(id.evidenceDigest)}`;
    return {
        evidence: `${folder}/evidence.jsonl`,
        summary: `${folder}/${id.headSha}/summary.json`,
        provenance: `${folder}/${id.headSha}/provenance.json`,
        candidate: `${folder}/${id.headSha}/candidate.json`,
    };
}
/** Authorisations of one model digest, by merged commit. */
function authorisationPath(modelDigest, mergedSha) {
    return `authorisations/${(0,digest/* hexOf */.ZD)(modelDigest)}/${mergedSha}.json`;
}
/** The OMS signature that belongs to an authorisation. */
function modelSignaturePath(modelDigest, mergedSha) {
    return `authorisations/${(0,digest/* hexOf */.ZD)(modelDigest)}/${mergedSha}.sig`;
}
/** Copies of the ledger entries of one pull request and model, so that they are found without reading the ledger. */
function pullFolder({ pullRequest, model }) {
    return `pulls/${pullRequest}/${model}`;
}
/** The copy of one ledger entry, under the entry's own number. */
function pullCopyPath(subject, seq) {
    return `${pullFolder(subject)}/${String(seq).padStart(8, '0')}.json`;
}

// EXTERNAL MODULE: ./build/packages/core/src/canonical-json.js
var canonical_json = __webpack_require__(14752);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/packages/governance/src/ledger.js


/** What happened. The list is closed. */
const LEDGER_KINDS = [
    'decision',
    'ready',
    'approved',
    'authorised',
    'published',
    'deployed',
    'refused',
];
const ledger_digest = schemas/* string */.YjP()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .transform((value) => value);
const commit = schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/);
const entrySchema = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    seq: schemas/* int */.Whr().min(1).max(99_999_999),
    /** Digest of the bytes of the entry before; `null` in the first. */
    previous: ledger_digest.nullable(),
    at: iso/* datetime */.w$({ precision: 3 }),
    kind: schemas/* enum */.k5n(LEDGER_KINDS),
    subject: schemas/* strictObject */.rej({ model: schemas/* string */.YjP().min(1), modelDigest: ledger_digest.nullable() }),
    pull: schemas/* strictObject */.rej({ number: schemas/* int */.Whr().min(1), headSha: commit }).nullable(),
    facts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ(), schemas/* array */.YOg(schemas/* string */.YjP())])),
});
const ledger_LEDGER_FOLDER = 'ledger';
const ENTRY_PATH = /^ledger\/(\d{8})\.json$/;
/** Clocks of runners differ by seconds. A time further ahead would hold up everybody's clock until then. */
const MAX_AHEAD_MS = 10 * 60_000;
/** `ledger/00000001.json` */
function ledger_ledgerPath(seq) {
    return `${ledger_LEDGER_FOLDER}/${String(seq).padStart(8, '0')}.json`;
}
/**
 * The number of the newest entry among the files of the ledger's folder, 0 when there is none. Files whose names are
 * not eight digits are no entries and are not looked at.
 *
 * @throws ActionError `ledger-broken`, naming the first entry after a gap.
 */
function ledger_newestSeq(paths) {
    const numbers = paths.flatMap((path) => ENTRY_PATH.exec(path)?.[1] ?? []).map(Number);
    for (const [index, seq] of numbers.sort((a, b) => a - b).entries()) {
        if (seq !== index + 1)
            throw brokenLedger(ledger_ledgerPath(seq), `the entry to follow is ${ledger_ledgerPath(index + 1)}`);
    }
    return numbers.length;
}
/**
 * The entry that follows `previous`, as the file to write.
 *
 * @param previous bytes of the newest entry, `null` when the ledger is empty.
 * @param at now. A clock that runs behind the last entry is moved up to it: time in the ledger never goes back.
 * @throws ActionError `ledger-broken` when `previous` is no entry, or is more than ten minutes ahead of `at`.
 */
function nextEntry(previous, fact, at) {
    const last = previous === null ? null : parseLedgerEntry(previous);
    if (last !== null && Date.parse(last.at) - at.getTime() > MAX_AHEAD_MS) {
        throw brokenLedger(ledger_ledgerPath(last.seq), `its time ${last.at} is more than ten minutes ahead of this clock`);
    }
    const now = at.toISOString();
    const entry = entrySchema.parse({
        schemaVersion: 1,
        seq: (last?.seq ?? 0) + 1,
        previous: previous === null ? null : (0,digest/* sha256 */.sc)(previous),
        at: last !== null && last.at > now ? last.at : now,
        kind: fact.kind,
        subject: fact.subject,
        pull: fact.pull,
        facts: fact.facts,
    });
    return { path: ledger_ledgerPath(entry.seq), bytes: new TextEncoder().encode(`${(0,canonical_json/* canonicalJson */.d)(entry)}\n`), entry };
}
/**
 * Parses one entry; the bytes must be exactly the canonical ones, so that an entry has one spelling.
 *
 * @throws ActionError `ledger-broken`.
 */
function parseLedgerEntry(bytes) {
    let text;
    let entry;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        entry = entrySchema.parse(JSON.parse(text));
    }
    catch (cause) {
        throw brokenLedger('an entry', cause instanceof Error ? cause.message.slice(0, 500) : String(cause), cause);
    }
    // A repeated key or another spelling of a value would not come back as it was.
    if (text !== `${(0,canonical_json/* canonicalJson */.d)(entry)}\n`) {
        throw brokenLedger(ledger_ledgerPath(entry.seq), 'it is not written in canonical form');
    }
    return entry;
}
/**
 * Checks a whole ledger: numbering without gap, every link, time that never goes back. Edits, gaps, reordering and
 * insertions show in the chain itself; a cut tail or a second history does not, and needs anchors.
 *
 * @param files bytes of the entries in the order of their file names.
 * @param anchors points that must lie on this chain.
 * @throws ActionError `ledger-broken` naming the first place.
 */
function verifyLedger(files, anchors = []) {
    const entries = [];
    const digests = [];
    for (const bytes of files) {
        const entry = parseLedgerEntry(bytes);
        const digest = digests.at(-1);
        const before = entries.at(-1);
        checkFollows(entry, entries.length + 1, digest && before ? { entry: before, digest } : null);
        entries.push(entry);
        digests.push(sha256(bytes));
    }
    for (const anchor of anchors)
        checkAnchor(anchor, digests);
    const last = digests.at(-1);
    return { entries, head: last === undefined ? null : { seq: entries.length, digest: last } };
}
/**
 * Checks that an entry has its own number and follows the one before.
 *
 * @param before `null` for the first entry of the ledger.
 * @throws ActionError `ledger-broken` naming the entry.
 */
function checkFollows(entry, seq, before) {
    const place = ledger_ledgerPath(seq);
    if (entry.seq !== seq)
        throw brokenLedger(place, `it holds the number ${entry.seq}`);
    if (entry.previous !== (before?.digest ?? null)) {
        throw brokenLedger(place, 'the entry before it is not the one it names');
    }
    if (before !== null && entry.at < before.entry.at) {
        throw brokenLedger(place, `its time ${entry.at} is before ${before.entry.at}`);
    }
}
function checkAnchor(anchor, digests) {
    const found = digests[anchor.seq - 1];
    const place = ledger_ledgerPath(anchor.seq);
    if (found === undefined)
        throw brokenLedger(place, `the ledger ends at ${digests.length}, before an entry that was seen`);
    if (found !== anchor.digest)
        throw brokenLedger(place, `its digest is ${found}, and ${anchor.digest} was seen: a second history`);
}
/** The error for a ledger that is not what our writers leave; `where` is the path of the file. */
function brokenLedger(where, found, cause) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `Ledger, ${where}`,
        found,
        allowed: 'an unbroken chain of entries, each naming the digest of the one before',
        remedy: 'Compare the branch gatehouse-evidence with an older clone and find who rewrote it',
    }, { reasonCode: 'ledger-broken', ...(cause instanceof Error ? { cause } : {}) });
}

;// CONCATENATED MODULE: ./build/packages/governance/src/evidence-writer.js



/** Several decide runs may write at once; each conflict means that another one got through. */
const MAX_ATTEMPTS = 10;
/**
 * Writes a draft and its ledger entry in one commit. On a conflict everything is read again and the draft is made anew.
 *
 * @param makeDraft reads the branch and says what is missing; `null` when nothing is.
 * @returns the entry written, or `null` when there was nothing to write.
 * @throws ActionError `service` when ten attempts in a row lost to other writers, `ledger-broken`.
 */
async function writeEvidence(branch, clock, makeDraft) {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        // The head is read first: whatever is read after it is as new, or the append below conflicts.
        const expectedHead = await branch.head();
        const draft = await makeDraft();
        if (draft === null)
            return null;
        const next = await followingEntry(branch, draft.fact, clock.now());
        const files = filesOf(draft, next);
        const { conflict } = await branch.append({ message: draft.message, expectedHead, files });
        if (!conflict)
            return next.entry;
    }
    throw new errors/* ActionError */.lZ('service', {
        where: 'Branch gatehouse-evidence',
        found: `${MAX_ATTEMPTS} attempts to write lost to other writers`,
        allowed: 'one writer at a time gets through',
        remedy: 'Run the job again when fewer pull requests are being decided',
    });
}
/**
 * Bytes of all ledger entries in order, to be checked by `verifyLedger`.
 *
 * @throws ActionError `ledger-broken` when one is missing.
 */
async function readLedger(branch) {
    const newest = newestSeq(await branch.list(LEDGER_FOLDER));
    const numbers = Array.from({ length: newest }, (_, index) => index + 1);
    return Promise.all(numbers.map((seq) => mustRead(branch, ledgerPath(seq))));
}
async function followingEntry(branch, fact, at) {
    const newest = ledger_newestSeq(await branch.list(ledger_LEDGER_FOLDER));
    const next = nextEntry(newest === 0 ? null : await mustRead(branch, ledger_ledgerPath(newest)), fact, at);
    if (next.entry.seq === newest + 1)
        return next;
    throw brokenLedger(ledger_ledgerPath(newest), `it holds the number ${next.entry.seq - 1}`);
}
function filesOf(draft, next) {
    const files = new Map([[next.path, next.bytes]]);
    const { pull, subject, seq } = next.entry;
    if (pull !== null)
        files.set(pullCopyPath({ pullRequest: pull.number, model: subject.model }, seq), next.bytes);
    for (const [path, text] of draft.files)
        files.set(path, new TextEncoder().encode(text));
    return files;
}
/** A file that the branch lists. */
async function mustRead(branch, path) {
    const bytes = await branch.read(path);
    if (bytes !== null)
        return bytes;
    throw new errors/* ActionError */.lZ('integrity', {
        where: `${path} on gatehouse-evidence`,
        found: 'it is listed and cannot be read',
        allowed: 'a branch to which files are only added',
        remedy: 'Find who rewrote the branch',
    }, { reasonCode: 'ledger-broken' });
}

;// CONCATENATED MODULE: ./build/packages/governance/src/ledger-reader.js



/** Reads entries by number, each once: an entry never changes. */
class LedgerReader {
    #branch;
    #lines = new Map();
    constructor(branch) {
        this.#branch = branch;
    }
    /** Number of the newest entry, 0 for an empty ledger; throws `ledger-broken` at a gap. */
    async newest() {
        return ledger_newestSeq(await this.#branch.list(ledger_LEDGER_FOLDER));
    }
    /** The entry in the file of that number, whatever number it holds. */
    async read(seq) {
        const known = this.#lines.get(seq);
        if (known !== undefined)
            return known;
        const bytes = await mustRead(this.#branch, ledger_ledgerPath(seq));
        const line = { bytes, entry: parseLedgerEntry(bytes), digest: (0,digest/* sha256 */.sc)(bytes) };
        this.#lines.set(seq, line);
        return line;
    }
    /**
     * The entries from one number to another, each with its own number and linked to the one before it.
     *
     * @throws ActionError `ledger-broken` naming the first that is not.
     */
    async chain(from, to) {
        const start = Math.max(from - 1, 1);
        const numbers = Array.from({ length: to - start + 1 }, (_, index) => start + index);
        const lines = await Promise.all(numbers.map((seq) => this.read(seq)));
        for (const [index, { entry }] of lines.entries()) {
            const seq = start + index;
            const before = lines[index - 1];
            if (seq >= from)
                checkFollows(entry, seq, before ?? null);
        }
        return lines.map(({ entry }) => entry).slice(from - start);
    }
}

;// CONCATENATED MODULE: ./build/packages/governance/src/pull-history.js


/**
 * So many of the newest ledger entries are read as one chain, two requests each: what happened since a pull request was
 * last worked on. Copies of older entries are checked against their own entry and the one before it.
 */
const CHAIN_LENGTH = 25;
/**
 * Entries of one pull request and model, oldest first. The copies only say where to look: each must be the ledger's own
 * entry of that number, byte for byte, in an unbroken chain, and none that the chain holds may be missing.
 *
 * @throws ActionError `ledger-broken` naming the file.
 */
async function pullHistory(ports, subject) {
    const { branch, ledger } = ports;
    // The copies are listed first: what another writer adds meanwhile is then in the ledger, and not a copy without entry.
    const copies = copiesAmong(await branch.list(pullFolder(subject)), subject);
    const newest = await ledger.newest();
    const beyond = copies.find((seq) => seq < 1 || seq > newest);
    if (beyond !== undefined)
        throw brokenLedger(pullCopyPath(subject, beyond), `the ledger ends at ${newest}`);
    const [first] = copies;
    if (first === undefined)
        return [];
    const start = Math.max(first, newest - CHAIN_LENGTH + 1);
    const older = await Promise.all(copies.filter((seq) => seq < start).map((seq) => ledger.chain(seq, seq)));
    const entries = [...older.flat(), ...(await ledger.chain(start, newest))];
    const kept = new Set(copies);
    const own = entries.filter((entry) => kept.has(entry.seq) || isAbout(entry, subject));
    await Promise.all(own.map(({ seq }) => checkCopy(ports, subject, seq)));
    return own.filter((entry) => isAbout(entry, subject));
}
/** Numbers of the copies, ascending; other files in the folder are no copies. */
function copiesAmong(paths, subject) {
    return paths
        .map((path) => Number(/(\d{8})\.json$/.exec(path)?.[1]))
        .filter((seq, index) => paths[index] === pullCopyPath(subject, seq))
        .sort((a, b) => a - b);
}
function isAbout(entry, { pullRequest, model }) {
    return entry.pull?.number === pullRequest && entry.subject.model === model;
}
async function checkCopy({ branch, ledger }, subject, seq) {
    const path = pullCopyPath(subject, seq);
    const [copy, { bytes }] = await Promise.all([branch.read(path), ledger.read(seq)]);
    if (copy === null)
        throw brokenLedger(path, `it is missing, and ${ledger_ledgerPath(seq)} is about this pull request`);
    if (Buffer.compare(copy, bytes) !== 0)
        throw brokenLedger(path, `it is not the same as ${ledger_ledgerPath(seq)}`);
}
/** The announcement of `tuple` that still holds: no entry of another tuple or head after it. */
function currentReady(entries, tuple) {
    const at = entries.findLastIndex((entry) => entry.kind === 'ready' && entry.facts['tuple'] === tuple);
    const ready = entries[at];
    if (ready === undefined)
        return null;
    const replaced = entries.slice(at + 1).some((entry) => {
        const other = entry.facts['tuple'];
        return entry.pull?.headSha !== ready.pull?.headSha || (other !== undefined && other !== tuple);
    });
    return replaced ? null : ready;
}
/** A ledger fact about a pull request. */
function factOf(kind, about, facts) {
    return {
        kind,
        subject: { model: about.model, modelDigest: about.modelDigest },
        pull: { number: about.pullRequest, headSha: about.headSha },
        facts,
    };
}

// EXTERNAL MODULE: ./build/packages/attest/src/evaluation-summary.js
var evaluation_summary = __webpack_require__(58214);
// EXTERNAL MODULE: ./build/packages/attest/src/evidence-statement.js
var evidence_statement = __webpack_require__(13204);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
// EXTERNAL MODULE: ./build/packages/attest/src/predicate-types.js
var predicate_types = __webpack_require__(47192);
// EXTERNAL MODULE: ./build/packages/attest/src/statement.js
var src_statement = __webpack_require__(28796);
// EXTERNAL MODULE: ./build/packages/core/src/resource-uri.js
var resource_uri = __webpack_require__(52768);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(37428);
;// CONCATENATED MODULE: ./build/packages/governance/src/signed-training.js



const accountId = schemas/* int */.Whr().min(1);
/** What is asked of the provenance; the rest of it is for readers. */
const schema = schemas/* object */.Ikc({
    buildDefinition: schemas/* object */.Ikc({
        buildType: schemas/* literal */.euz(predicate_types/* TRAINING_BUILD_TYPE */.Xz),
        externalParameters: schemas/* object */.Ikc({ model: schemas/* string */.YjP(), repository: schemas/* string */.YjP() }),
        internalParameters: schemas/* object */.Ikc({ actorId: accountId, triggeringActorId: accountId }),
        resolvedDependencies: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), digest: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()) })),
    }),
    runDetails: schemas/* object */.Ikc({ metadata: schemas/* object */.Ikc({ invocationId: schemas/* string */.YjP() }) }),
});
/**
 * Who trained, from a verified provenance that is about this model, at this head, in the repository of the summary. The
 * same model can come out of two runs, so the model digest alone does not bind it.
 *
 * @returns what contradicts, as a text, when it is about anything else.
 */
function readSignedTraining(statement, id, summary) {
    if (statement.predicateType !== predicate_types/* PROVENANCE_PREDICATE */.CK)
        return 'the provenance is something else';
    if ((0,src_statement/* subjectDigest */.B7)(statement) !== id.modelDigest)
        return 'the provenance is about another model';
    const parsed = schema.safeParse(statement.predicate);
    if (!parsed.success)
        return `the provenance is not of a training run: ${core_errors/* prettifyError */.S1(parsed.error).slice(0, 500)}`;
    const { externalParameters, internalParameters, resolvedDependencies } = parsed.data.buildDefinition;
    const { model, repository: repositoryUrl } = externalParameters;
    const source = resolvedDependencies.find(({ name }) => name === 'source')?.digest['gitCommit'];
    if (source !== id.headSha)
        return `the provenance is about commit ${source ?? 'unknown'}`;
    if (model !== summary.model || (0,resource_uri/* resourceUri */.N)({ repositoryUrl, headSha: id.headSha, model }) !== summary.resourceUri) {
        return `the provenance is about ${model} of ${repositoryUrl}`;
    }
    const { invocationId } = parsed.data.runDetails.metadata;
    const run = `${repositoryUrl}/actions/runs/`;
    const number = invocationId.startsWith(run) ? invocationId.slice(run.length) : '';
    if (!/^[1-9]\d{0,14}$/.test(number))
        return `the provenance names no run of this repository: ${invocationId}`;
    return { runId: Number(number), actorIds: [internalParameters.actorId, internalParameters.triggeringActorId] };
}

;// CONCATENATED MODULE: ./build/packages/governance/src/stored-evaluation.js





const locationSchema = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    runId: schemas/* int */.Whr().min(1),
    artifactId: schemas/* int */.Whr().min(1),
});
/** The bytes of `candidate.json`. */
function renderCandidateLocation({ runId, artifactId }) {
    return `${JSON.stringify({ schemaVersion: 1, runId, artifactId })}\n`;
}
/**
 * Reads an evaluation back.
 *
 * @returns `null` when the branch has no summary for it.
 * @throws ActionError `signature-invalid`, or `decision-mismatch` when decisions, summary and place contradict.
 */
async function readStoredEvaluation(branch, id, trustRoot) {
    const paths = evaluationPaths(id);
    const summaryText = await readText(branch, paths.summary);
    if (summaryText === null)
        return null;
    const [evidence, provenance, location] = await Promise.all([
        requireText(branch, paths.evidence),
        requireText(branch, paths.provenance),
        requireText(branch, paths.candidate),
    ]);
    const summaryStatement = await (0,verify/* verifyBundle */.I)(summaryText, trustRoot);
    const summary = (0,evaluation_summary/* parseEvaluationSummary */.U)(summaryStatement.statement);
    const statements = await Promise.all(lines(evidence).map((line) => (0,verify/* verifyBundle */.I)(line, trustRoot)));
    const decisions = statements.map(({ statement }) => (0,evidence_statement/* parseEvidence */.vf)(statement));
    checkAgreement({ id, summary, decisions, recomputed: (0,evidence_statement/* evidenceDigestOf */.Zg)(statements.map(({ digest }) => digest)) });
    const training = readSignedTraining((await (0,verify/* verifyBundle */.I)(provenance, trustRoot)).statement, id, summary);
    if (typeof training === 'string')
        throw contradiction(training);
    return {
        id,
        summary,
        summaryStatement,
        decisions,
        training,
        candidate: parseLocation(location, paths.candidate),
        bundles: { evidence, summary: summaryText, provenance },
    };
}
function checkAgreement(found) {
    const { id, summary, decisions, recomputed } = found;
    if (summary.modelDigest !== id.modelDigest)
        throw contradiction('the summary is about another model');
    if (summary.evidenceDigest !== id.evidenceDigest || recomputed !== id.evidenceDigest) {
        throw contradiction(`the evidence digest is ${recomputed}, the summary says ${summary.evidenceDigest}`);
    }
    if (!summary.resourceUri.endsWith(`@${id.headSha}#${summary.model}`)) {
        throw contradiction(`the summary is about ${summary.resourceUri}`);
    }
    for (const decision of decisions) {
        if (decision.subject.modelDigest !== id.modelDigest || decision.policyDigest !== summary.policyDigest) {
            throw contradiction(`the ${decision.gate} decision is about another model or policy`);
        }
    }
}
function parseLocation(text, path) {
    try {
        const { artifactId } = locationSchema.parse((0,strict_json/* parseStrictJson */.R)(new TextEncoder().encode(text), 4));
        return { artifactId };
    }
    catch (cause) {
        throw unreadable(path, 'candidate-missing', cause);
    }
}
function lines(text) {
    return text.split('\n').filter((line) => line !== '');
}
async function readText(branch, path) {
    const bytes = await branch.read(path);
    return bytes === null ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimEnd();
}
async function requireText(branch, path) {
    const text = await readText(branch, path);
    if (text === null)
        throw unreadable(path, 'decision-missing');
    return text;
}
function contradiction(found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: 'Evaluation on gatehouse-evidence',
        found,
        allowed: 'decisions, summary and place that name the same model, evidence, policy and head',
        remedy: 'Let the decide workflow run again for this head',
    }, { reasonCode: 'decision-mismatch' });
}
function unreadable(path, reasonCode, cause) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `${path} on gatehouse-evidence`,
        found: 'it is missing or cannot be read',
        allowed: 'the file that the decide workflow wrote',
        remedy: 'Let the decide workflow run again for this head',
    }, { reasonCode, ...(cause instanceof Error ? { cause } : {}) });
}

;// CONCATENATED MODULE: ./build/packages/governance/src/evidence-store.js







/**
 * Decisions, signed statements and the ledger on the evidence branch. Every write is one commit that adds its files and
 * one ledger entry; nothing is ever replaced, and writing the same thing again changes nothing.
 */
class EvidenceStore {
    #branch;
    #clock;
    #ledger;
    constructor(ports) {
        this.#branch = ports.branch;
        this.#clock = ports.clock;
        this.#ledger = new LedgerReader(ports.branch);
    }
    /**
     * Stores an evaluation. The first one of a tuple stays: a later one of the same tuple adds no file, only a ledger
     * entry when another tuple was evaluated in between.
     */
    async recordEvaluation(evaluation) {
        const paths = evaluationPaths(evaluation);
        const tuple = (0,src_tuple/* tupleDigest */.H)(evaluation);
        await this.#write('decision', async () => {
            const last = (await this.#history(evaluation)).at(-1);
            const known = last?.facts['tuple'] === tuple;
            const files = await this.#missing([
                [paths.evidence, evaluation.decisions.map((line) => `${line}\n`).join('')],
                [paths.summary, `${evaluation.summary}\n`],
                [paths.provenance, `${evaluation.provenance}\n`],
                [paths.candidate, renderCandidateLocation(evaluation.candidate)],
            ]);
            if (known && files.size === 0)
                return null;
            const { evidenceDigest, policyDigest, outcome } = evaluation;
            return { files, fact: factOf('decision', evaluation, { tuple, evidenceDigest, policyDigest, outcome }) };
        });
    }
    /**
     * The newest evaluation of a head, verified and recomputed.
     *
     * @returns `null` when this pull request has none for this head and model.
     * @throws ActionError `signature-invalid`, `decision-mismatch`, `ledger-broken`.
     */
    async readEvaluation(subject, headSha, trustRoot) {
        const entries = await this.#history(subject);
        const entry = entries.findLast((e) => e.kind === 'decision' && e.pull?.headSha === headSha);
        const modelDigest = entry?.subject.modelDigest;
        const evidenceDigest = entry?.facts['evidenceDigest'];
        if (modelDigest === undefined || modelDigest === null || !(0,digest/* isDigest */.Bc)(evidenceDigest))
            return null;
        return readStoredEvaluation(this.#branch, { modelDigest, evidenceDigest, headSha }, trustRoot);
    }
    /** An evaluation by its digests, as an authorisation names it; throws as {@link readEvaluation} does. */
    async readEvaluationById(id, trustRoot) {
        return readStoredEvaluation(this.#branch, id, trustRoot);
    }
    /** Announces that a tuple waits for approvals, unless it is the current announcement already. */
    async announceReady(subject, tuple) {
        const digest = (0,src_tuple/* tupleDigest */.H)(tuple);
        const { evidenceDigest, policyDigest } = tuple;
        await this.#write('ready', async () => {
            if (currentReady(await this.#history(subject), digest) !== null)
                return null;
            return {
                files: new Map(),
                fact: factOf('ready', { ...subject, ...tuple }, { tuple: digest, evidenceDigest, policyDigest }),
            };
        });
        const ready = await this.readReady(subject, digest);
        if (ready !== null)
            return ready;
        throw new errors/* ActionError */.lZ('refused', {
            where: `Pull request #${subject.pullRequest}`,
            found: 'another tuple was recorded while this one was announced',
            allowed: 'approvals of the newest tuple',
            remedy: 'Wait for the run of the newest push',
        }, { reasonCode: 'head-moved' });
    }
    /**
     * The announcement of a tuple, if nothing else was recorded for the pull request since: a tuple that returns after
     * another one needs a new announcement and new reviews.
     */
    async readReady(subject, tuple) {
        const entry = currentReady(await this.#history(subject), tuple);
        return entry === null ? null : { tuple, at: new Date(entry.at) };
    }
    /** Records that every required role approved a tuple; once per tuple and set of reviews. */
    async recordApproval(subject, tuple, approvals) {
        const digest = (0,src_tuple/* tupleDigest */.H)(tuple);
        const reviews = approvals.map(({ role, userId, reviewId }) => `${role} user ${userId} review ${reviewId}`).sort();
        await this.#write('approved', async () => {
            const last = (await this.#history(subject)).at(-1);
            const same = last?.kind === 'approved' && String(last.facts['reviews']) === String(reviews);
            if (same && last.facts['tuple'] === digest)
                return null;
            return { files: new Map(), fact: factOf('approved', { ...subject, ...tuple }, { tuple: digest, reviews }) };
        });
    }
    /** Records that a head was refused, which also ends the announcement of any other head; once per head and reason. */
    async recordRefusal(subject, headSha, reasonCode) {
        await this.#write('refused', async () => {
            const last = (await this.#history(subject)).at(-1);
            const same = last?.kind === 'refused' && last.pull?.headSha === headSha;
            if (same && last.facts['reasonCode'] === reasonCode)
                return null;
            const about = { ...subject, headSha, modelDigest: null };
            return { files: new Map(), fact: factOf('refused', about, { reasonCode }) };
        });
    }
    /** Why a head was refused last, or `null` when the newest entry about it is no refusal. */
    async readRefusal(subject, headSha) {
        const last = (await this.#history(subject)).findLast((entry) => entry.pull?.headSha === headSha);
        const reasonCode = last?.kind === 'refused' ? last.facts['reasonCode'] : null;
        return typeof reasonCode === 'string' && (0,reason_codes/* isReasonCode */.v)(reasonCode) ? reasonCode : null;
    }
    /**
     * Stores a signed release authorisation and returns the one that counts: the first for this model digest and merged
     * commit, which is verified here whether it was there already or not.
     */
    async recordAuthorisation(signed, trustRoot) {
        const { bundle, modelSignature } = signed;
        const { statement } = await (0,verify/* verifyBundle */.I)(bundle, trustRoot);
        const authorisation = (0,release_authorisation/* parseReleaseAuthorisation */.J)(statement);
        const { modelDigest, mergedSha, tupleDigest: tuple, pullRequest } = authorisation;
        await this.#write('authorised', async () => {
            const files = await this.#missing([
                [authorisationPath(modelDigest, mergedSha), `${bundle}\n`],
                [modelSignaturePath(modelDigest, mergedSha), `${modelSignature}\n`],
            ]);
            if (files.size === 0)
                return null;
            return { files, fact: factOf('authorised', authorisation, { tuple, mergedSha, pullRequest }) };
        });
        const stored = await this.readAuthorisation(modelDigest, mergedSha, trustRoot);
        if (stored !== null)
            return stored;
        throw notAuthorised(`the authorisation of ${modelDigest} at ${mergedSha} cannot be read back`);
    }
    /**
     * The authorisation of a model digest at a merged commit.
     *
     * @returns `null` when there is none.
     * @throws ActionError `signature-invalid`, or `not-authorised` when it is about something else than its place says.
     */
    async readAuthorisation(modelDigest, mergedSha, trustRoot) {
        const path = authorisationPath(modelDigest, mergedSha);
        const bytes = await this.#branch.read(path);
        if (bytes === null)
            return null;
        const bundle = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimEnd();
        const statement = await (0,verify/* verifyBundle */.I)(bundle, trustRoot);
        const authorisation = (0,release_authorisation/* parseReleaseAuthorisation */.J)(statement.statement);
        if (authorisation.modelDigest !== modelDigest || authorisation.mergedSha !== mergedSha) {
            throw notAuthorised(`${path} holds an authorisation of ${authorisation.modelDigest} at ${authorisation.mergedSha}`);
        }
        const signature = await this.#branch.read(modelSignaturePath(modelDigest, mergedSha));
        if (signature === null)
            throw notAuthorised(`${path} without a model signature beside it`);
        const modelSignature = new TextDecoder('utf-8', { fatal: true }).decode(signature).trimEnd();
        const signedModel = (0,model_signature/* signedModelDigest */.O)((await (0,verify/* verifyBundle */.I)(modelSignature, trustRoot)).statement);
        if (signedModel !== modelDigest)
            throw notAuthorised(`a model signature of ${signedModel} beside ${path}`);
        return { authorisation, statement, bundle, modelSignature, path };
    }
    /** Records what was done with an authorised model: `published` or `deployed`. */
    async recordUse(kind, use) {
        const { model, modelDigest, facts } = use;
        await this.#write(kind, async () => ({
            files: new Map(),
            fact: { kind, subject: { model, modelDigest }, pull: null, facts },
        }));
    }
    #history(subject) {
        return pullHistory({ branch: this.#branch, ledger: this.#ledger }, subject);
    }
    async #missing(files) {
        const missing = new Map();
        for (const [path, text] of files)
            if ((await this.#branch.read(path)) === null)
                missing.set(path, text);
        return missing;
    }
    async #write(kind, makeDraft) {
        await writeEvidence(this.#branch, this.#clock, async () => {
            const draft = await makeDraft();
            return draft === null ? null : { ...draft, message: `${kind}: ${draft.fact.subject.model}` };
        });
    }
}
function notAuthorised(found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: 'Authorisation on gatehouse-evidence',
        found,
        allowed: 'an authorisation that names the place it lies in',
        remedy: 'Run the authorise workflow again for the merged commit',
    }, { reasonCode: 'not-authorised' });
}


/***/ }),

/***/ 99857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ readArchive)
/* harmony export */ });
/* unused harmony export DEFAULT_ARCHIVE_LIMITS */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

const DEFAULT_ARCHIVE_LIMITS = { maxEntries: 10_000, maxTotalBytes: 2 * 1024 ** 3 };
/**
 * Unpacks a zip from an untrusted run into memory: regular files only, by name.
 *
 * yauzl refuses absolute names, `..`, backslashes and sizes that differ from the directory's; links, encrypted entries,
 * duplicate names and anything above the limits are refused here.
 *
 * @throws ActionError `integrity`.
 */
async function readArchive(zip, limits = DEFAULT_ARCHIVE_LIMITS) {
    const { fromBuffer } = await __webpack_require__.e(/* import() */ 663).then(__webpack_require__.t.bind(__webpack_require__, 20663, 19));
    try {
        const archive = await new Promise((resolve, reject) => {
            fromBuffer(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true }, (error, opened) => {
                if (error !== null || opened === undefined)
                    reject(error ?? new Error('the archive did not open'));
                else
                    resolve(opened);
            });
        });
        return await readEntries(archive, limits);
    }
    catch (cause) {
        if (cause instanceof _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ)
            throw cause;
        throw refused(cause instanceof Error ? cause.message : String(cause), cause);
    }
}
async function readEntries(archive, limits) {
    const files = new Map();
    if (archive.entryCount > limits.maxEntries)
        throw refused(`${archive.entryCount} entries`);
    let totalBytes = 0;
    await new Promise((resolve, reject) => {
        archive.on('error', reject);
        archive.on('end', () => resolve());
        archive.on('entry', (entry) => {
            totalBytes += entry.uncompressedSize;
            const problem = problemOf(entry, files, totalBytes > limits.maxTotalBytes);
            if (problem !== null) {
                reject(refused(problem));
                archive.close();
                return;
            }
            if (entry.fileName.endsWith('/')) {
                archive.readEntry();
                return;
            }
            readEntry(archive, entry).then((bytes) => {
                files.set(entry.fileName, bytes);
                archive.readEntry();
            }, reject);
        });
        archive.readEntry();
    });
    return files;
}
function problemOf(entry, files, tooLarge) {
    const fileType = (entry.externalFileAttributes >>> 16) & 0o170000;
    if (tooLarge)
        return `more than the allowed bytes, at "${entry.fileName}"`;
    if (entry.isEncrypted())
        return `the encrypted file "${entry.fileName}"`;
    if (fileType !== 0 && fileType !== 0o100000 && fileType !== 0o040000)
        return `"${entry.fileName}", not a regular file`;
    if (files.has(entry.fileName))
        return `two files named "${entry.fileName}"`;
    return null;
}
function readEntry(archive, entry) {
    return new Promise((resolve, reject) => {
        archive.openReadStream(entry, (error, stream) => {
            if (error !== null || stream === undefined) {
                reject(error ?? new Error('no stream'));
                return;
            }
            const chunks = [];
            stream.on('data', (chunk) => chunks.push(chunk));
            stream.on('error', reject);
            stream.on('end', () => resolve(Buffer.concat(chunks)));
        });
    });
}
function refused(found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('integrity', {
        where: 'The artifact archive',
        found,
        allowed: 'a zip of regular files with relative names, within the size limits',
        remedy: 'Look at the run that uploaded it; do not use its files',
    }, { cause, reasonCode: 'digest-mismatch' });
}


/***/ }),

/***/ 72766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ findCandidate),
/* harmony export */   Bg: () => (/* binding */ RUN_RECORD_FILE),
/* harmony export */   Fd: () => (/* binding */ MODEL_FOLDER),
/* harmony export */   G9: () => (/* binding */ readCandidate),
/* harmony export */   T6: () => (/* binding */ readVerifiedArtifact),
/* harmony export */   xl: () => (/* binding */ candidateArtifactName)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9387);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);
/* harmony import */ var _archive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99857);


/** Folder of the candidate artifact that holds the model files. */
const MODEL_FOLDER = 'model/';
/** What the training run says about itself; a claim, never believed. */
const RUN_RECORD_FILE = 'run-record.json';
/** Name of the artifact in which a training run leaves its candidate. */
function candidateArtifactName(model) {
    return `candidate-${model}`;
}
/**
 * The candidate artifact of a training run.
 *
 * @throws ActionError `refused`: `candidate-missing` when the run left none or several, `candidate-expired`.
 */
async function findCandidate(runs, runId, model) {
    const name = candidateArtifactName(model);
    const found = (await runs.artifacts(runId)).filter((artifact) => artifact.name === name);
    const [artifact, ...others] = found;
    if (artifact === undefined || others.length > 0) {
        throw refusal('candidate-missing', {
            where: `Training run ${runId}`,
            found: `${found.length} artifacts named "${name}"`,
            allowed: 'exactly one candidate artifact for each model',
            remedy: 'Read the log of the training run, then train again',
        });
    }
    if (artifact.expired)
        throw expired(artifact);
    return artifact;
}
/**
 * Downloads a candidate, unpacks it as hostile bytes, checks its file names and formats and computes its model digest.
 *
 * @throws ActionError `integrity` when the archive is malformed or is not what GitHub's own digest says,
 *   `refused`: `format-not-allowed`, `candidate-missing`, `candidate-expired`.
 */
async function readCandidate(runs, artifactId) {
    const artifact = await runs.artifact(artifactId);
    if (artifact.expired)
        throw expired(artifact);
    const zip = await readVerifiedArtifact(runs, artifact.id, artifact.digest);
    const entries = await (0,_archive_js__WEBPACK_IMPORTED_MODULE_0__/* .readArchive */ .b)(zip);
    const bytes = new Map();
    for (const [name, content] of entries) {
        if (name.startsWith(MODEL_FOLDER))
            bytes.set(name.slice(MODEL_FOLDER.length), content);
    }
    if (bytes.size === 0) {
        throw refusal('candidate-missing', {
            where: `Artifact ${artifact.name}`,
            found: `no file below ${MODEL_FOLDER}`,
            allowed: 'at least one model file',
            remedy: 'Let the training command write its files to the folder that train.output names',
        });
    }
    return { artifactId: artifact.id, runId: artifact.runId, bytes, ...(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .describeModel */ .V)(bytes) };
}
/**
 * Bytes of an artifact's zip after comparing them with the digest the caller expects.
 *
 * @throws ActionError `integrity`, reason `digest-mismatch`; an artifact without a digest is refused too.
 */
async function readVerifiedArtifact(runs, artifactId, expected) {
    const zip = await runs.download(artifactId);
    const found = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(zip);
    if (expected !== null && found === expected)
        return zip;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('integrity', {
        where: `Artifact ${artifactId}`,
        found,
        allowed: expected === null ? 'an artifact with a digest' : `the bytes that were handed over: ${expected}`,
        remedy: 'Something changed the artifact; look at the runs of this commit before you run them again',
    }, { reasonCode: 'digest-mismatch' });
}
function expired(artifact) {
    return refusal('candidate-expired', {
        where: `Artifact ${artifact.name} of run ${artifact.runId}`,
        found: 'it has expired',
        allowed: 'a candidate that GitHub still keeps',
        remedy: 'Run the training workflow again',
    });
}
function refusal(reasonCode, fault) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('refused', fault, { reasonCode });
}


/***/ })

};
