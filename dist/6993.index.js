export const id = 6993;
export const ids = [6993];
export const modules = {

/***/ 72056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ signDsse),
/* harmony export */   bF: () => (/* binding */ dsseSignatureSchema),
/* harmony export */   v9: () => (/* binding */ verifyDsse)
/* harmony export */ });
/* unused harmony exports preAuthenticationEncoding, signDsseRemotely */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2503);


/** `keyid` is the hint of a public key, `sig` canonical base64 of an ECDSA signature in DER: one spelling each. */
const dsseSignatureSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    keyid: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    sig: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .max(120)
        .refine((text) => text !== '' && Buffer.from(text, 'base64').toString('base64') === text, 'not canonical base64'),
});
/** The bytes that DSSE signs: `DSSEv1 <length of type> <type> <length of payload> <payload>`. */
function preAuthenticationEncoding({ type, payload }) {
    const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `;
    return Buffer.concat([Buffer.from(head), payload]);
}
/** Signs a payload that lies beside its signature; nothing but the two is needed to verify it. */
function signDsse(message, key) {
    const signature = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)('sha256', preAuthenticationEncoding(message), key.privateKey);
    return { keyid: key.hint, sig: signature.toString('base64') };
}
/** As {@link signDsse}, with a key that stays in a service. */
async function signDsseRemotely(message, key) {
    const signature = await key.sign(preAuthenticationEncoding(message));
    return { keyid: key.hint, sig: Buffer.from(signature).toString('base64') };
}
/**
 * Verifies a signature with the trusted key that it names. A revoked key may have signed long before it was revoked:
 * what that means is for the caller to say.
 *
 * @param keys as `keysByHint` gives them.
 */
function verifyDsse(message, { keyid, sig }, keys) {
    const by = keys.get(keyid);
    if (by === undefined)
        return { verdict: 'unknown-key' };
    const valid = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)('sha256', preAuthenticationEncoding(message), by.key, Buffer.from(sig, 'base64'));
    return { verdict: valid ? 'valid' : 'invalid', by };
}


/***/ }),

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

/***/ 96944:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ay: () => (/* binding */ historiesWanted),
/* harmony export */   s1: () => (/* binding */ verifyHistories),
/* harmony export */   vx: () => (/* binding */ requireAnchor)
/* harmony export */ });
/* unused harmony export WINDOW_LENGTH */
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33916);
/* harmony import */ var _ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35419);
/* harmony import */ var _ledger_chain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74285);
/* harmony import */ var _ledger_entry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95132);
/* harmony import */ var _ledger_entry_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64207);
/* harmony import */ var _ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77608);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30205);







/**
 * So many of the newest entries are read as one chain: what happened since a pull request was last worked on. Older
 * ones of it, and of the stages of a model, are known by their copies, each of which is signed and names the one before it.
 */
const WINDOW_LENGTH = 25;
/** What must be read at a tip to verify the histories of subjects. */
function historiesWanted({ seq }, asked) {
    const newest = numbers(windowStart(seq), seq + 1).map(_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerPath */ .tf);
    return { files: [...new Set([...newest, ...asked.files])], folders: [...new Set(asked.subjects.map(_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .copyFolder */ .mo))] };
}
/**
 * Verifies what was read: the newest entries are one chain that ends at the tip, every signature holds, the copies of
 * each pull request and of each model's stages are their entries without a gap, and the ledger contains every anchor.
 *
 * An entry whose key is revoked now stays in the chain and counts for nothing. Anchors older than the newest entries
 * are left to the next read or write of the store.
 *
 * @throws ActionError `ledger-broken` naming the file.
 */
function verifyHistories(unverified, trustRoot, anchors = []) {
    const { tip, subjects, view } = unverified;
    const keys = (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_1__/* .keysByHint */ .f)(trustRoot);
    const window = tip === null ? [] : verifiedWindow(tip, view, keys);
    const newest = window.at(-1);
    const histories = subjects.map((subject) => {
        const lines = verifiedCopies(subject, { window, keys, view });
        return [(0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectKey */ .ow)(subject), { subject, lines }];
    });
    return (0,_state_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceState */ .ZK)({
        tip: tip === null || newest === undefined ? null : { ...tip, digest: newest.digest },
        window,
        files: new Map(unverified.files.map((path) => [path, (view.files.get(path) ?? null) !== null])),
        anchors,
        unconfirmed: anchors.filter((anchor) => !isConfirmed(anchor, window)),
        histories: new Map(histories),
    });
}
/** @throws ActionError `ledger-broken` when the file that an anchor names is not the one that was seen. */
function requireAnchor(anchor, bytes) {
    const path = (0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerPath */ .tf)(anchor.seq);
    const line = bytes === null ? null : (0,_ledger_entry_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLedgerFile */ .zy)(bytes, path);
    const problem = (0,_ledger_chain_js__WEBPACK_IMPORTED_MODULE_4__/* .anchorProblem */ .rC)(anchor, anchor.seq, line?.digest ?? null);
    if (problem !== null)
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)(path, problem);
}
/** False for an anchor that is older than the window. */
function isConfirmed(anchor, window) {
    const newest = window.at(-1)?.entry.seq ?? 0;
    const line = window.find(({ entry }) => entry.seq === anchor.seq);
    if (line === undefined && anchor.seq <= newest)
        return false;
    const problem = (0,_ledger_chain_js__WEBPACK_IMPORTED_MODULE_4__/* .anchorProblem */ .rC)(anchor, newest, line?.digest ?? null);
    if (problem !== null)
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)((0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerPath */ .tf)(anchor.seq), problem);
    return true;
}
function verifiedWindow(tip, view, keys) {
    const beyond = (0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerPath */ .tf)(tip.seq + 1);
    if (view.files.get(beyond) !== null) {
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)(beyond, `the newest commit says that the ledger ends at ${tip.seq}`);
    }
    const start = windowStart(tip.seq);
    const window = [];
    for (const seq of numbers(start, tip.seq)) {
        const path = (0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerPath */ .tf)(seq);
        const bytes = view.files.get(path) ?? null;
        if (bytes === null)
            throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)(path, `it is missing, and the ledger ends at ${tip.seq}`);
        const line = (0,_ledger_entry_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLedgerFile */ .zy)(bytes, path);
        const before = window.at(-1) ?? null;
        // What the first of the window follows was not read.
        if (seq > 1 && before === null)
            requireNumber(line, seq);
        else
            (0,_ledger_chain_js__WEBPACK_IMPORTED_MODULE_4__/* .requireFollows */ .ow)(line, seq, before);
        (0,_ledger_chain_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSignature */ .Mg)(line, keys, path);
        window.push(line);
    }
    return window;
}
function requireNumber({ entry }, seq) {
    if (entry.seq !== seq)
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)((0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerPath */ .tf)(seq), `it holds the number ${entry.seq}`);
}
function verifiedCopies(subject, read) {
    const { window, keys, view } = read;
    const lines = copiesIn(view, subject).map(({ path, seq, bytes }) => {
        const line = (0,_ledger_entry_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseLedgerFile */ .zy)(bytes, path);
        checkPlace(line, { path, seq, subject, window });
        return { line, counts: (0,_ledger_chain_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSignature */ .Mg)(line, keys, path) };
    });
    for (const [index, { line }] of lines.entries()) {
        const before = lines[index - 1]?.line.entry ?? null;
        checkLink(line, (0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .copyPath */ .be)(subject, line.entry.seq), before);
    }
    const kept = new Set(lines.map(({ line }) => line.entry.seq));
    const lost = window.find(({ entry }) => isAbout(entry, subject) && !kept.has(entry.seq));
    if (lost === undefined)
        return lines;
    const { seq } = lost.entry;
    throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)((0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .copyPath */ .be)(subject, seq), `it is missing, and ${(0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerPath */ .tf)(seq)} belongs there`);
}
/** The copies among the files of a folder, ascending; other files are no copies and are not looked at. */
function copiesIn(view, subject) {
    const files = view.folders.get((0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .copyFolder */ .mo)(subject)) ?? new Map();
    return [...files]
        .map(([path, bytes]) => ({ path, seq: (0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .copyOfPath */ .yF)(path)?.seq ?? 0, bytes }))
        .filter(({ path, seq }) => path === (0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .copyPath */ .be)(subject, seq))
        .sort((a, b) => a.seq - b.seq);
}
function checkPlace({ entry, bytes }, place) {
    const { path, seq, subject, window } = place;
    const newest = window.at(-1)?.entry.seq ?? 0;
    if (seq > newest)
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)(path, `the ledger ends at ${newest}`);
    if (entry.seq !== seq)
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)(path, `it holds the number ${entry.seq}`);
    if (!isAbout(entry, subject))
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)(path, 'it is about another pull request or model');
    const original = window.find((line) => line.entry.seq === seq);
    if (original !== undefined && Buffer.compare(original.bytes, bytes) !== 0) {
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)(path, `it is not the same as ${(0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .ledgerPath */ .tf)(seq)}`);
    }
}
function checkLink({ entry }, path, before) {
    if (entry.previousOfPull !== (before?.seq ?? null)) {
        const found = before === null ? 'is the first' : `follows ${before.seq}`;
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)(path, `it names ${entry.previousOfPull ?? 'no entry'} before it and ${found}: a copy is missing`);
    }
    if (before !== null && entry.at < before.at)
        throw (0,_ledger_broken_js__WEBPACK_IMPORTED_MODULE_5__/* .brokenLedger */ .n)(path, `its time ${entry.at} is before ${before.at}`);
}
function isAbout(entry, subject) {
    const about = (0,_ledger_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .subjectOf */ .et)(entry);
    return about !== null && (0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectKey */ .ow)(about) === (0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectKey */ .ow)(subject);
}
function windowStart(seq) {
    return Math.max(1, seq - WINDOW_LENGTH + 1);
}
function numbers(from, to) {
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}


/***/ }),

/***/ 27352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BV: () => (/* binding */ modelSignaturePath),
/* harmony export */   FH: () => (/* binding */ judgedPath),
/* harmony export */   I3: () => (/* binding */ judgedFolder),
/* harmony export */   Xt: () => (/* binding */ evaluationPaths),
/* harmony export */   yc: () => (/* binding */ authorisationPath)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67903);

/**
 * Where an evaluation lies on the evidence branch. The decisions are shared by every head that reuses the candidate;
 * summary, provenance and candidate are about one head.
 */
function evaluationPaths(id) {
    const folder = `evidence/${(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(id.modelDigest)}/${(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(id.evidenceDigest)}`;
    return {
        evidence: `${folder}/evidence.jsonl`,
        summary: `${folder}/${id.headSha}/summary.json`,
        provenance: `${folder}/${id.headSha}/provenance.json`,
        candidate: `${folder}/${id.headSha}/candidate.json`,
    };
}
/** Marks of the candidates that evaluation data have judged: one file for each, whatever the outcome. */
function judgedFolder(evaluationData) {
    return `judged/${(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(evaluationData)}`;
}
/** The mark of one candidate. */
function judgedPath(evaluationData, modelDigest) {
    return `${judgedFolder(evaluationData)}/${(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(modelDigest)}.json`;
}
/** Authorisations of one model digest, by merged commit and model. */
function authorisationPath(id) {
    return `${authorisationStem(id)}.json`;
}
/** The OMS signature that belongs to an authorisation. */
function modelSignaturePath(id) {
    return `${authorisationStem(id)}.sig`;
}
function authorisationStem({ model, modelDigest, mergedSha }) {
    return `authorisations/${(0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)(modelDigest)}/${mergedSha}/${model}`;
}


/***/ }),

/***/ 52332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ pullHistory),
/* harmony export */   Mt: () => (/* binding */ TRAINING_ROLE),
/* harmony export */   yD: () => (/* binding */ factOf)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85424);

/** Role of whoever started a training run, in the entry of its decision. */
const TRAINING_ROLE = 'training';
/** The history of one pull request and model from its verified entries, oldest first. */
function pullHistory(subject, lines) {
    const entries = lines.filter(({ counts }) => counts).map(({ line }) => line.entry);
    return {
        subject,
        lines,
        entries,
        newestSeq: lines.at(-1)?.line.entry.seq ?? null,
        decisionOf: (headSha) => entries.findLast(({ kind, pull }) => kind === 'decision' && pull?.headSha === headSha) ?? null,
        refusalOf: (headSha) => refusalOf(entries, headSha),
        currentReady: (tuple) => currentReady(entries, tuple),
        lastApproved: () => entries.findLast(({ kind }) => kind === 'approved') ?? null,
        // A decision under a revoked key is no decision, but who trained stays excluded from approving.
        trainingActors: () => new Set(lines.flatMap(({ line }) => trainersOf(line.entry)).map(({ id }) => id)),
    };
}
function refusalOf(entries, headSha) {
    const last = entries.findLast(({ pull }) => pull?.headSha === headSha);
    if (last?.kind !== 'refused' || last.reasonCode === null)
        return null;
    const reasonCode = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .isReasonCode */ .v)(last.reasonCode) ? last.reasonCode : 'evaluation-error';
    return { reasonCode, runId: last.facts.runId ?? null };
}
function currentReady(entries, tuple) {
    const at = entries.findLastIndex(({ kind, facts }) => kind === 'ready' && facts.tuple === tuple);
    const ready = entries[at];
    if (ready === undefined)
        return null;
    const replaced = entries.slice(at + 1).some(({ kind, pull, facts }) => {
        const otherTuple = facts.tuple !== undefined && facts.tuple !== tuple;
        return kind === 'stale' || pull?.headSha !== ready.pull?.headSha || otherTuple;
    });
    return replaced ? null : ready;
}
function trainersOf({ kind, people }) {
    return kind === 'decision' ? people.filter(({ role }) => role === TRAINING_ROLE) : [];
}
/** A fact about a pull request. */
function factOf(kind, about, said) {
    return {
        kind,
        reasonCode: said.reasonCode,
        subject: { model: about.model, modelDigest: about.modelDigest },
        pull: { number: about.pullRequest, headSha: about.headSha },
        people: said.people ?? [],
        facts: said.facts,
    };
}


/***/ }),

/***/ 30205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ mergedState),
/* harmony export */   Mp: () => (/* binding */ written),
/* harmony export */   Vn: () => (/* binding */ mergedInterest),
/* harmony export */   ZK: () => (/* binding */ evidenceState),
/* harmony export */   qF: () => (/* binding */ confirmed),
/* harmony export */   uQ: () => (/* binding */ extended)
/* harmony export */ });
/* unused harmony export partsOf */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53732);
/* harmony import */ var _ledger_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95132);
/* harmony import */ var _ledger_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77608);
/* harmony import */ var _pull_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52332);




const partsOfStates = new WeakMap();
/** A state that answers from its parts. */
function evidenceState(parts) {
    const histories = new Map([...parts.histories].map(([key, { subject, lines }]) => [key, (0,_pull_history_js__WEBPACK_IMPORTED_MODULE_0__/* .pullHistory */ .GB)(subject, lines)]));
    const state = {
        tip: parts.tip,
        window: parts.window,
        interest: {
            subjects: [...parts.histories.values()].map(({ subject }) => subject),
            files: [...parts.files.keys()],
            anchors: parts.anchors,
        },
        unconfirmed: parts.unconfirmed,
        holds: (path) => parts.files.get(path) ?? notRead(path),
        history: (subject) => histories.get((0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectKey */ .ow)(subject)) ?? notRead((0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .copyFolder */ .mo)(subject)),
    };
    partsOfStates.set(state, parts);
    return state;
}
/** The parts that a state was made of. */
function partsOf(state) {
    return partsOfStates.get(state) ?? notRead('this state of the branch');
}
/** One state that answers what each of several states of the same commit does. */
function mergedState(states) {
    const [first] = states.map(partsOf);
    const all = states.map(partsOf);
    if (first === undefined || all.length === 1)
        return states[0];
    return evidenceState({
        tip: first.tip,
        window: first.window,
        files: new Map(all.flatMap(({ files }) => [...files])),
        anchors: uniqueAnchors(all.flatMap(({ anchors }) => anchors)),
        unconfirmed: uniqueAnchors(all.flatMap(({ unconfirmed }) => unconfirmed)),
        histories: new Map(all.flatMap(({ histories }) => [...histories])),
    });
}
/** What several states want to know, each once. */
function mergedInterest(states) {
    const interests = states.map(({ interest }) => interest);
    const subjects = interests.flatMap((interest) => interest.subjects);
    return {
        subjects: [...new Map(subjects.map((subject) => [(0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectKey */ .ow)(subject), subject])).values()],
        files: [...new Set(interests.flatMap(({ files }) => files))],
        anchors: uniqueAnchors(interests.flatMap(({ anchors }) => anchors)),
    };
}
/** The state after entries and files were added; {@link written} says by which commit. */
function extended(state, added) {
    const parts = partsOf(state);
    const histories = new Map(parts.histories);
    for (const line of added.lines) {
        const about = (0,_ledger_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .et)(line.entry);
        if (about === null)
            continue;
        const key = (0,_ledger_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectKey */ .ow)(about);
        const known = histories.get(key) ?? notRead(key);
        histories.set(key, { ...known, lines: [...known.lines, { line, counts: true }] });
    }
    const window = [...parts.window, ...added.lines];
    const newest = window.at(-1);
    return evidenceState({
        ...parts,
        tip: newest === undefined ? null : { head: parts.tip?.head ?? '', seq: newest.entry.seq, digest: newest.digest },
        window,
        files: new Map([...parts.files, ...added.paths.map((path) => [path, true])]),
        histories,
    });
}
/** The same state, now that a commit holds it. */
function written(state, head) {
    const parts = partsOf(state);
    return evidenceState({ ...parts, tip: parts.tip === null ? null : { ...parts.tip, head } });
}
/** The same state, its older anchors compared. */
function confirmed(state) {
    return state.unconfirmed.length === 0 ? state : evidenceState({ ...partsOf(state), unconfirmed: [] });
}
function uniqueAnchors(anchors) {
    return [...new Map(anchors.map((anchor) => [`${anchor.seq} ${anchor.digest}`, anchor])).values()];
}
function notRead(what) {
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('bug', {
        where: 'Evidence branch',
        found: `a question about ${what}, which was not read`,
        allowed: 'questions about what was asked for when the branch was read',
        remedy: 'Report this as a bug of Gatehouse',
    });
}


/***/ }),

/***/ 26993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ EvidenceStore),
  T: () => (/* binding */ evaluationIdOf)
});

// EXTERNAL MODULE: ./build/packages/attest/src/trust-root.js
var trust_root = __webpack_require__(33916);
// EXTERNAL MODULE: ./build/packages/attest/src/release-authorisation.js
var release_authorisation = __webpack_require__(72589);
// EXTERNAL MODULE: ./build/packages/attest/src/verify.js + 3 modules
var verify = __webpack_require__(99056);
// EXTERNAL MODULE: ./build/packages/core/src/tuple.js
var src_tuple = __webpack_require__(10641);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/governance/src/ledger/paths.js
var ledger_paths = __webpack_require__(77608);
// EXTERNAL MODULE: ./build/packages/core/src/canonical-json.js
var canonical_json = __webpack_require__(14752);
// EXTERNAL MODULE: ./build/packages/governance/src/ledger/chain.js
var chain = __webpack_require__(74285);
// EXTERNAL MODULE: ./build/packages/governance/src/ledger/entry.js + 2 modules
var entry = __webpack_require__(95132);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence/state.js
var evidence_state = __webpack_require__(30205);
;// CONCATENATED MODULE: ./build/packages/governance/src/evidence/draft.js





/** A commit that adds nothing yet. */
function emptyPlan(state) {
    return { head: state.tip?.head ?? null, state, lines: [], files: new Map() };
}
/** The plan with one more draft, its entries numbered, linked and signed; the same plan when all is there already. */
function planned(plan, draft, writing) {
    if (draft.facts.length === 0)
        throw emptyDraft();
    if (areThere(plan.state, draft.facts))
        return plan;
    requireSigner(draft.facts, writing.signer);
    const files = new Map(plan.files);
    const lines = [];
    let { state } = plan;
    for (const fact of draft.facts) {
        const about = (0,entry/* subjectOf */.et)(fact);
        const previousOfPull = about === null ? null : state.history(about).newestSeq;
        const line = (0,chain/* nextEntry */.oP)(state.window.at(-1) ?? null, fact, { ...writing, previousOfPull });
        files.set((0,ledger_paths/* ledgerPath */.tf)(line.entry.seq), line.bytes);
        if (about !== null)
            files.set((0,ledger_paths/* copyPath */.be)(about, line.entry.seq), line.bytes);
        lines.push(line);
        state = (0,evidence_state/* extended */.uQ)(state, { lines: [line], paths: [] });
    }
    for (const [path, text] of draft.files)
        files.set(path, new TextEncoder().encode(text));
    return {
        head: plan.head,
        state: (0,evidence_state/* extended */.uQ)(state, { lines: [], paths: [...draft.files.keys()] }),
        lines: [...plan.lines, ...lines],
        files,
    };
}
/**
 * Refuses to write what only the holder of a key can write.
 *
 * @throws ActionError before anything is read or written.
 */
function requireSigner(facts, signer) {
    if (signer !== null)
        return;
    const fact = facts.find(({ kind, pull }) => (0,entry/* mustBeSigned */.lC)(kind) || pull !== null);
    if (fact === undefined)
        return;
    throw new errors/* ActionError */.lZ('permission', {
        where: `Ledger entry of kind "${fact.kind}"`,
        found: 'no signing key',
        allowed: 'entries of pull requests are signed with a key of the base policy',
        remedy: 'Give the action its input "signing-key" in a job of the environment that holds it',
    });
}
/** True when the newest entries of every pull request concerned say exactly these facts. */
function areThere(state, facts) {
    const bySubject = Map.groupBy(facts, (fact) => {
        const about = (0,entry/* subjectOf */.et)(fact);
        return about === null ? null : (0,ledger_paths/* subjectKey */.ow)(about);
    });
    return [...bySubject.values()].every((asked) => {
        const about = asked[0] === undefined ? null : (0,entry/* subjectOf */.et)(asked[0]);
        if (about === null)
            return false;
        const newest = state.history(about).entries.slice(-asked.length);
        return newest.length === asked.length && newest.every((entry, at) => saysSame(entry, asked[at]));
    });
}
function saysSame(entry, fact) {
    if (fact === undefined)
        return false;
    const said = ({ kind, reasonCode, subject, pull, people, facts }) => (0,canonical_json/* canonicalJson */.d)({ kind, reasonCode, subject, pull, people, facts });
    return said(entry) === said(fact);
}
function emptyDraft() {
    return new errors/* ActionError */.lZ('bug', {
        where: 'Commit to the evidence branch',
        found: 'no fact for the ledger',
        allowed: 'at least one: every commit adds an entry',
        remedy: 'Report this as a bug of Gatehouse',
    });
}

// EXTERNAL MODULE: ./build/packages/governance/src/evidence/layout.js
var layout = __webpack_require__(27352);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence/pull-history.js
var pull_history = __webpack_require__(52332);
// EXTERNAL MODULE: ./build/packages/attest/src/evaluation-summary.js
var evaluation_summary = __webpack_require__(58214);
// EXTERNAL MODULE: ./build/packages/attest/src/evidence-statement.js
var evidence_statement = __webpack_require__(13204);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/attest/src/predicate-types.js
var predicate_types = __webpack_require__(47192);
// EXTERNAL MODULE: ./build/packages/attest/src/statement.js
var src_statement = __webpack_require__(28796);
// EXTERNAL MODULE: ./build/packages/core/src/resource-uri.js
var resource_uri = __webpack_require__(52768);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(37428);
;// CONCATENATED MODULE: ./build/packages/governance/src/evidence/signed-training.js



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

;// CONCATENATED MODULE: ./build/packages/governance/src/evidence/stored-evaluation.js





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
 * Verifies an evaluation as its files hold it.
 *
 * @param files what the branch has at each of `evaluationPaths`.
 * @returns `null` when the branch has no summary for it.
 * @throws ActionError `signature-invalid`, or `decision-mismatch` when decisions, summary and place contradict.
 */
async function verifyStoredEvaluation(files, id, trustRoot) {
    const paths = (0,layout/* evaluationPaths */.Xt)(id);
    const summaryText = textAt(files, paths.summary);
    if (summaryText === null)
        return null;
    const evidence = requireText(files, paths.evidence);
    const provenance = requireText(files, paths.provenance);
    const location = requireText(files, paths.candidate);
    const summaryStatement = await (0,verify/* verifyBundle */.I)(summaryText, trustRoot);
    const summary = (0,evaluation_summary/* parseEvaluationSummary */.U)(summaryStatement.statement);
    const statements = await Promise.all(lines(evidence).map((line) => (0,verify/* verifyBundle */.I)(line, trustRoot)));
    const decisions = statements.map(({ statement }) => (0,evidence_statement/* parseEvidence */.vf)(statement));
    checkAgreement({ id, summary, decisions, recomputed: (0,evidence_statement/* evidenceDigestOf */.Zg)(statements.map(({ digest }) => digest)) });
    const training = readSignedTraining((await (0,verify/* verifyBundle */.I)(provenance, trustRoot)).statement, id, summary);
    if (typeof training === 'string')
        throw contradiction(training);
    const stored = parseLocation(location, paths.candidate);
    return {
        id,
        summary,
        summaryStatement,
        decisions,
        training,
        candidate: { artifactId: id.artifactId ?? stored.artifactId },
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
function textAt(files, path) {
    const bytes = files.get(path) ?? null;
    return bytes === null ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimEnd();
}
function requireText(files, path) {
    const text = textAt(files, path);
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

;// CONCATENATED MODULE: ./build/packages/governance/src/evidence/drafts.js




/** The evaluation of a head, unless it is the newest that was recorded. Files that are there already stay. */
function evaluationDraft(evaluation) {
    const paths = (0,layout/* evaluationPaths */.Xt)(evaluation);
    const fact = decisionFact(evaluation);
    return (state) => {
        const files = missingFiles(state, evaluation, paths);
        if (files.size === 0 && isNewest(state, evaluation, fact))
            return null;
        return { facts: [fact, ...(evaluation.alsoFacts ?? [])], files };
    };
}
/** The newest decision is this one, of the same bytes at the same place, and nothing that came after it replaces it. */
function isNewest(state, evaluation, { facts }) {
    const { entries } = state.history(evaluation);
    const at = entries.findLastIndex(({ kind }) => kind === 'decision');
    const decision = entries[at];
    if (decision === undefined || decision.pull?.headSha !== evaluation.headSha)
        return false;
    const { tuple, artifactId, runId } = decision.facts;
    if (tuple !== facts.tuple || artifactId !== facts.artifactId || runId !== facts.runId)
        return false;
    return entries.slice(at + 1).every((entry) => {
        const ends = entry.kind === 'refused' || entry.kind === 'stale' || entry.pull?.headSha !== evaluation.headSha;
        return !ends && (entry.facts.tuple === undefined || entry.facts.tuple === tuple);
    });
}
function decisionFact(evaluation) {
    const { outcome, reasonCode, evidenceDigest, policyDigest, candidate, trainedBy } = evaluation;
    const people = new Map(trainedBy.map(({ id, login }) => [id, { id, login, role: pull_history/* TRAINING_ROLE */.Mt }]));
    return (0,pull_history/* factOf */.yD)('decision', evaluation, {
        reasonCode,
        people: [...people.values()],
        facts: {
            tuple: (0,src_tuple/* tupleDigest */.H)(evaluation),
            evidenceDigest,
            policyDigest,
            outcome,
            runId: candidate.runId,
            artifactId: candidate.artifactId,
            ...(evaluation.evaluationData === undefined ? {} : { evaluationData: evaluation.evaluationData }),
            ...(candidate.expiresAt === undefined ? {} : { candidateExpiresAt: candidate.expiresAt.toISOString() }),
        },
    });
}
function missingFiles(state, evaluation, paths) {
    const { decisions, summary, provenance, candidate } = evaluation;
    const files = [
        [paths.evidence, decisions.map((line) => `${line}\n`).join('')],
        [paths.summary, `${summary}\n`],
        [paths.provenance, `${provenance}\n`],
        [paths.candidate, renderCandidateLocation(candidate)],
        ...judgedMark(evaluation),
    ];
    return new Map(files.filter(([path]) => !state.holds(path)));
}
/** Of every evaluation data set which candidates it has judged, so that they are counted without reading the ledger. */
function judgedMark(evaluation) {
    const { evaluationData, modelDigest, model } = evaluation;
    if (evaluationData === undefined)
        return [];
    return [[(0,layout/* judgedPath */.FH)(evaluationData, modelDigest), `${(0,canonical_json/* canonicalJson */.d)({ model, modelDigest })}\n`]];
}
/** The announcement that a tuple waits for approvals, unless it is the current one already. */
function readyDraft(subject, tuple) {
    const digest = (0,src_tuple/* tupleDigest */.H)(tuple);
    const { evidenceDigest, policyDigest } = tuple;
    return (state) => {
        if (state.history(subject).currentReady(digest) !== null)
            return null;
        const facts = { tuple: digest, evidenceDigest, policyDigest };
        const fact = (0,pull_history/* factOf */.yD)('ready', { ...subject, ...tuple }, { reasonCode: 'ready-for-approval', facts });
        return { facts: [fact], files: new Map() };
    };
}
/** That every required role approved a tuple; once per tuple and set of reviews. */
function approvalDraft(subject, tuple, approvals) {
    const digest = (0,src_tuple/* tupleDigest */.H)(tuple);
    const sorted = [...approvals].sort((a, b) => a.reviewId - b.reviewId || (a.role < b.role ? -1 : 1));
    const reviews = sorted.map(({ role, userId, reviewId }) => `${role} user ${userId} review ${reviewId}`);
    const fact = (0,pull_history/* factOf */.yD)('approved', { ...subject, ...tuple }, { reasonCode: 'approved', people: peopleOf(sorted), facts: { tuple: digest, reviews } });
    return () => ({ facts: [fact], files: new Map() });
}
/** That a head was refused, which also ends the announcement of any other head; once per head, reason and run. */
function refusalDraft(subject, { headSha, reasonCode, runId }) {
    const facts = runId === undefined ? {} : { runId };
    const fact = (0,pull_history/* factOf */.yD)('refused', { ...subject, headSha, modelDigest: null }, { reasonCode, facts });
    return () => ({ facts: [fact], files: new Map() });
}
/** A release authorisation; the first for a model, its digest and merged commit stays. */
function authorisationDraft(authorisation, signed) {
    const { modelDigest, mergedSha, tupleDigest: tuple, approvals } = authorisation;
    const fact = (0,pull_history/* factOf */.yD)('authorised', authorisation, {
        reasonCode: 'authorised',
        people: peopleOf(approvals),
        facts: { tuple, mergedSha },
    });
    return (state) => {
        const known = state
            .history(authorisation)
            .entries.some((entry) => entry.kind === 'authorised' &&
            entry.facts.mergedSha === mergedSha &&
            entry.subject.modelDigest === modelDigest);
        if (known)
            return null;
        const files = new Map([
            [(0,layout/* authorisationPath */.yc)(authorisation), `${signed.bundle}\n`],
            [(0,layout/* modelSignaturePath */.BV)(authorisation), `${signed.modelSignature}\n`],
        ]);
        return { facts: [fact], files };
    };
}
/** That a model was used, each time that it is. */
function useDraft({ kind, model, modelDigest, facts }) {
    const fact = {
        kind,
        reasonCode: null,
        subject: { model, modelDigest },
        pull: null,
        people: [],
        facts,
    };
    return () => ({ facts: [fact], files: new Map() });
}
function peopleOf(approvals) {
    return approvals.map(({ userId, login, role }) => ({ id: userId, login, role }));
}

// EXTERNAL MODULE: ./build/packages/governance/src/evidence/histories.js
var histories = __webpack_require__(96944);
// EXTERNAL MODULE: ./build/packages/governance/src/ledger/broken.js
var broken = __webpack_require__(35419);
;// CONCATENATED MODULE: ./build/packages/governance/src/evidence/tip.js


const TRAILER = /(?:^|\n)Ledger-Seq: ([1-9]\d{0,7})\n*$/;
/** The message of a commit that adds entries. Its trailer says where the newest one lies. */
function commitMessage(entries) {
    const [first] = entries;
    const last = entries.at(-1);
    const title = entries.length === 1 && first !== undefined
        ? `${first.kind}: ${first.subject.model}`
        : `${entries.length} entries: ${[...new Set(entries.map(({ kind }) => kind))].join(', ')}`;
    return `${title}\n\nLedger-Seq: ${last?.seq ?? 0}`;
}
/**
 * The number in a commit's trailer. It only says where to look: that entry must be there, and the next must not.
 *
 * @throws ActionError `ledger-broken` when there is none.
 */
function seqOfMessage(message, head) {
    const seq = Number(TRAILER.exec(message)?.[1] ?? 0);
    if (seq >= 1 && seq <= ledger_paths/* MAX_SEQ */.vj)
        return seq;
    throw (0,broken/* brokenLedger */.n)(`commit ${head} on gatehouse-evidence`, 'its message does not end with "Ledger-Seq: <number>": somebody else wrote it. Gatehouse makes the branch itself; a branch made by hand must be deleted before the first pull request is decided');
}

;// CONCATENATED MODULE: ./build/packages/governance/src/evidence/recorder.js





const DEFAULT_PATIENCE = {
    deadlineMs: 10 * 60_000,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    random: Math.random,
};
/**
 * The longest wait after the first lost race, and how it grows with each further one. A hundred writers must ask for
 * fewer than the 80 writes a minute that GitHub allows, lost ones included; two of them must not wait for minutes.
 */
const FIRST_WAIT_MS = 2000;
const GROWTH = 4;
const LONGEST_WAIT_MS = 128_000;
/**
 * A writer that makes one commit of all drafts that wait at the same time. When another process was faster, it reads
 * the branch again, lets every draft be made anew, and goes on until the deadline.
 */
function createRecorder(ports) {
    const queue = [];
    let busy = false;
    /** Those that wait and believe the same keys as the first. */
    function takeAll(trustRoot) {
        const keys = JSON.stringify(trustRoot);
        const taken = queue.filter((waiting) => JSON.stringify(waiting.trustRoot) === keys);
        for (const waiting of taken)
            queue.splice(queue.indexOf(waiting), 1);
        return taken;
    }
    async function drain() {
        busy = true;
        // Whatever is asked for in this tick goes into one commit.
        await new Promise((resolve) => setImmediate(resolve));
        for (let batch = takeAll(queue[0]?.trustRoot); batch.length > 0; batch = takeAll(queue[0]?.trustRoot)) {
            await writeBatch(ports, batch, takeAll);
        }
        busy = false;
    }
    return (state, makeDraft, trustRoot) => {
        const { promise, resolve, reject } = Promise.withResolvers();
        queue.push({ state, makeDraft, trustRoot, resolve, reject });
        if (!busy)
            void drain();
        return promise;
    };
}
/** Never throws: every caller of the batch gets the new state or the error. */
async function writeBatch(ports, batch, takeAll) {
    const started = ports.clock.now().getTime();
    try {
        let state = await commonState(ports, batch);
        for (let attempt = 1;; attempt++) {
            const plan = planBatch(ports, batch, state);
            if (plan.lines.length === 0)
                return settle(batch, state);
            const result = await attemptToWrite(ports, plan, batch);
            if (result.kind === 'written')
                return settle(batch, result.state);
            await waitAfter(ports, { attempt, started, cause: result.cause });
            batch.push(...takeAll(batch[0]?.trustRoot));
            state = await rereadState(ports, batch);
            if (holdsPlan(state, plan))
                return settle(batch, state);
        }
    }
    catch (error) {
        for (const { reject } of batch)
            reject(error);
    }
}
/** One state for the whole batch: what the callers read, if all read the same commit. */
async function commonState(ports, batch) {
    const states = batch.map(({ state }) => state);
    const [first, ...others] = states;
    if (first !== undefined && others.every(({ tip }) => tip?.head === first.tip?.head)) {
        return (0,evidence_state/* mergedState */.Ag)([first, ...others]);
    }
    return rereadState(ports, batch);
}
async function rereadState({ read }, batch) {
    const interest = (0,evidence_state/* mergedInterest */.Vn)(batch.map(({ state }) => state));
    return read(interest, batch[0]?.trustRoot ?? { kind: 'key', keys: [] });
}
/**
 * True when the commit was made although its answer said otherwise: a request that was sent twice by the network's
 * fault conflicts with itself.
 */
function holdsPlan(state, plan) {
    const known = new Set(state.window.map(({ digest }) => digest));
    return plan.lines.every(({ digest }) => known.has(digest));
}
/** Lets each draft be made in the state that the ones before it leave. A draft that throws fails alone. */
function planBatch(ports, batch, state) {
    const { clock, signer } = ports;
    const writing = { at: clock.now(), signer };
    let plan = emptyPlan(state);
    for (const waiting of [...batch]) {
        try {
            const draft = waiting.makeDraft(plan.state);
            if (draft !== null)
                plan = planned(plan, draft, writing);
        }
        catch (error) {
            batch.splice(batch.indexOf(waiting), 1);
            waiting.reject(error);
        }
    }
    return plan;
}
async function attemptToWrite(ports, plan, batch) {
    const { branch, signer, confirm } = ports;
    const [first] = batch;
    // An entry that nobody would believe stops everybody, so it must not be written.
    if (signer !== null && first !== undefined) {
        (0,trust_root/* requireTrustedKey */.U)({ hint: signer.keyId }, first.trustRoot, 'Key that signs ledger entries');
    }
    const state = await confirm(plan.state);
    try {
        const { conflict, head } = await branch.append({
            message: commitMessage(plan.lines.map(({ entry }) => entry)),
            expectedHead: plan.head,
            files: plan.files,
        });
        if (!conflict && head !== null)
            return { kind: 'written', state: (0,evidence_state/* written */.Mp)(state, head) };
        return { kind: 'not-written', cause: null };
    }
    catch (error) {
        // A limit on writes, or an outage: both pass, and an entry must not be lost to them before the deadline.
        if (error instanceof errors/* ActionError */.lZ && error.code === 'service')
            return { kind: 'not-written', cause: error };
        throw error;
    }
}
async function waitAfter({ clock, patience }, lost) {
    const { attempt, started, cause } = lost;
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * GROWTH ** (attempt - 1));
    const elapsed = clock.now().getTime() - started;
    const left = patience.deadlineMs - elapsed;
    if (left > 0)
        return patience.sleep(Math.min(left, patience.random() * longest));
    const why = cause === null ? 'lost to other writers' : `failed, the last because: ${cause.fault.found}`;
    throw new errors/* ActionError */.lZ('service', {
        where: 'Branch gatehouse-evidence',
        found: `${attempt} attempts to write in ${Math.round(elapsed / 1000)} seconds ${why}`,
        allowed: `one of the attempts of ${Math.round(patience.deadlineMs / 1000)} seconds gets through`,
        remedy: 'Run the job again when fewer pull requests are being decided',
    }, cause === null ? {} : { cause });
}
function settle(batch, state) {
    for (const { resolve } of batch)
        resolve(state);
}

// EXTERNAL MODULE: ./build/packages/attest/src/model-signature.js
var model_signature = __webpack_require__(52991);
;// CONCATENATED MODULE: ./build/packages/governance/src/evidence/stored-authorisation.js



/** The files of an authorisation. */
function authorisationPaths(id) {
    return [(0,layout/* authorisationPath */.yc)(id), (0,layout/* modelSignaturePath */.BV)(id)];
}
/**
 * Verifies an authorisation as its files hold it.
 *
 * @returns `null` when there is none.
 * @throws ActionError `signature-invalid`, or `not-authorised` when it is about something else than its place says.
 */
async function verifyStoredAuthorisation(files, id, trustRoot) {
    const { model, modelDigest, mergedSha } = id;
    const [path, signaturePath] = authorisationPaths(id);
    const bytes = files.get(path) ?? null;
    if (bytes === null)
        return null;
    const bundle = textOf(bytes);
    const statement = await (0,verify/* verifyBundle */.I)(bundle, trustRoot);
    const authorisation = (0,release_authorisation/* parseReleaseAuthorisation */.J)(statement.statement);
    if (authorisation.model !== model ||
        authorisation.modelDigest !== modelDigest ||
        authorisation.mergedSha !== mergedSha) {
        const about = `${authorisation.model} ${authorisation.modelDigest} at ${authorisation.mergedSha}`;
        throw notAuthorised(`${path} holds an authorisation of ${about}`);
    }
    const signature = files.get(signaturePath) ?? null;
    if (signature === null)
        throw notAuthorised(`${path} without a model signature beside it`);
    const modelSignature = textOf(signature);
    const signedModel = (0,model_signature/* signedModelDigest */.O)((await (0,verify/* verifyBundle */.I)(modelSignature, trustRoot)).statement);
    if (signedModel !== modelDigest)
        throw notAuthorised(`a model signature of ${signedModel} beside ${path}`);
    return { authorisation, statement, bundle, modelSignature, path };
}
/** The error for an authorisation that is not what its place says. */
function notAuthorised(found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: 'Authorisation on gatehouse-evidence',
        found,
        allowed: 'an authorisation that names the place it lies in',
        remedy: 'Run the authorise workflow again for the merged commit',
    }, { reasonCode: 'not-authorised' });
}
function textOf(bytes) {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trimEnd();
}

;// CONCATENATED MODULE: ./build/packages/governance/src/evidence/store.js












const EMPTY_VIEW = { files: new Map(), folders: new Map() };
/**
 * Decisions, signed statements and the ledger on the evidence branch. Every write is one commit that adds its files and
 * its ledger entries; nothing is ever replaced, and writing the same thing again changes nothing.
 *
 * A caller that counts its round trips uses `tip`, `readHistories`, `verifyHistories`, `readEvaluations` and `record`,
 * one request each; the other methods are made of these.
 */
class EvidenceStore {
    #branch;
    #signer;
    /** Writes what a draft says is missing; every further property of a write is told at {@link createRecorder}. */
    record;
    /** @param ports `signer: null` can write only what goes unsigned: `published` and `deployed`. */
    constructor(ports) {
        this.#branch = ports.branch;
        this.#signer = ports.signer;
        this.record = createRecorder({
            ...ports,
            patience: ports.patience ?? DEFAULT_PATIENCE,
            read: (interest, trustRoot) => this.readState(interest, trustRoot),
            confirm: (state) => this.#confirm(state, new Map()),
        });
    }
    /**
     * Refuses a signing key that nobody would believe, before anything is judged by what it was to write.
     *
     * @throws ActionError `signature-invalid`.
     */
    requireTrustedSigner(trustRoot) {
        if (this.#signer !== null)
            (0,trust_root/* requireTrustedKey */.U)({ hint: this.#signer.keyId }, trustRoot, 'Input "signing-key"');
    }
    /**
     * The newest commit of the branch and the number of its newest entry.
     *
     * @returns `null` when there is no branch yet.
     * @throws ActionError `ledger-broken` when somebody else wrote the newest commit.
     */
    async tip() {
        const tip = await this.#branch.readTip({});
        return tip === null ? null : { head: tip.head, seq: seqOfMessage(tip.message, tip.head) };
    }
    /**
     * Reads the newest entries and the copies of some pull requests, in one request; `verifyHistories` makes a state of it.
     *
     * @param files paths whose presence a draft asks for.
     */
    async readHistories(tip, subjects, files = []) {
        const asked = { subjects, files };
        if (tip === null)
            return { tip, ...asked, view: EMPTY_VIEW };
        return { tip, ...asked, view: await this.#branch.readAt(tip.head, (0,histories/* historiesWanted */.ay)(tip, asked)) };
    }
    /** The branch as it is now, verified: `tip`, `readHistories` and `verifyHistories` in one. */
    async readState({ subjects, files = [], anchors = [] }, trustRoot) {
        const unverified = await this.readHistories(await this.tip(), subjects ?? [], files);
        return (0,histories/* verifyHistories */.s1)(unverified, trustRoot, anchors);
    }
    /**
     * Evaluations by their digests, every signature verified and every digest recomputed; all files in one request, with
     * those of the anchors that are older than the state's newest entries.
     *
     * @returns one for each id, `null` where the branch has none.
     * @throws ActionError `signature-invalid`, `decision-mismatch`, `ledger-broken`.
     */
    async readEvaluations(state, ids, trustRoot) {
        const paths = ids.flatMap((id) => Object.values((0,layout/* evaluationPaths */.Xt)(id)));
        const wanted = [...new Set([...paths, ...state.unconfirmed.map(({ seq }) => (0,ledger_paths/* ledgerPath */.tf)(seq))])];
        const { files } = state.tip === null || wanted.length === 0 ? EMPTY_VIEW : await this.#readAt(state, wanted);
        await this.#confirm(state, files);
        return Promise.all(ids.map((id) => verifyStoredEvaluation(files, id, trustRoot)));
    }
    /** Stores an evaluation. The files of the first one of a tuple stay. */
    async recordEvaluation(evaluation, trustRoot) {
        const { evaluationData, modelDigest } = evaluation;
        const marks = evaluationData === undefined ? [] : [(0,layout/* judgedPath */.FH)(evaluationData, modelDigest)];
        const files = [...Object.values((0,layout/* evaluationPaths */.Xt)(evaluation)), ...marks];
        return this.#write({ subject: evaluation, kind: 'decision', files }, evaluationDraft(evaluation), trustRoot);
    }
    /**
     * The newest evaluation of a head, verified and recomputed; throws as {@link readEvaluations} does.
     *
     * @returns `null` when this pull request has none for this head and model.
     */
    async readEvaluation(subject, headSha, trustRoot) {
        const state = await this.readState({ subjects: [subject] }, trustRoot);
        const id = evaluationIdOf(state.history(subject).decisionOf(headSha));
        if (id === null)
            return null;
        const [evaluation] = await this.readEvaluations(state, [id], trustRoot);
        return evaluation ?? null;
    }
    /** Announces that a tuple waits for approvals, unless it is the current announcement already. */
    async announceReady(subject, tuple, trustRoot) {
        const state = await this.#write({ subject, kind: 'ready' }, readyDraft(subject, tuple), trustRoot);
        const digest = (0,src_tuple/* tupleDigest */.H)(tuple);
        const ready = state.history(subject).currentReady(digest);
        if (ready !== null)
            return { tuple: digest, at: new Date(ready.at) };
        throw headMoved(subject);
    }
    /**
     * The announcement of a tuple, if nothing else was recorded for the pull request since: a tuple that returns after
     * another one needs a new announcement and new reviews.
     */
    async readReady(subject, tuple, trustRoot) {
        const entry = (await this.#readHistory(subject, trustRoot)).currentReady(tuple);
        return entry === null ? null : { tuple, at: new Date(entry.at) };
    }
    /** Records that every required role approved a tuple; once per tuple and set of reviews. */
    async recordApproval(subject, approved, trustRoot) {
        const { tuple, approvals } = approved;
        return this.#write({ subject, kind: 'approved' }, approvalDraft(subject, tuple, approvals), trustRoot);
    }
    /** Records that a head was refused, which also ends the announcement of any other head; once per head, reason and run. */
    async recordRefusal(subject, refused, trustRoot) {
        return this.#write({ subject, kind: 'refused' }, refusalDraft(subject, refused), trustRoot);
    }
    /** Why a head was refused last, or `null` when the newest entry about it is no refusal. */
    async readRefusal(subject, headSha, trustRoot) {
        return (await this.#readHistory(subject, trustRoot)).refusalOf(headSha)?.reasonCode ?? null;
    }
    /**
     * Stores a signed release authorisation and returns the one that counts: the first for this model digest and merged
     * commit, which is verified here whether it was there already or not.
     */
    async recordAuthorisation(signed, trustRoot) {
        const authorisation = (0,release_authorisation/* parseReleaseAuthorisation */.J)((await (0,verify/* verifyBundle */.I)(signed.bundle, trustRoot)).statement);
        const { modelDigest, mergedSha } = authorisation;
        const draft = authorisationDraft(authorisation, signed);
        const state = await this.#write({ subject: authorisation, kind: 'authorised' }, draft, trustRoot);
        const { files } = await this.#readAt(state, authorisationPaths(authorisation));
        const stored = await verifyStoredAuthorisation(files, authorisation, trustRoot);
        if (stored !== null)
            return stored;
        throw notAuthorised(`the authorisation of ${modelDigest} at ${mergedSha} cannot be read back`);
    }
    /**
     * The authorisation of a model digest at a merged commit, in one request.
     *
     * @returns `null` when there is none.
     * @throws ActionError `signature-invalid`, or `not-authorised` when it is about something else than its place says.
     */
    async readAuthorisation(id, trustRoot) {
        const tip = await this.#branch.readTip({ files: authorisationPaths(id) });
        return tip === null ? null : verifyStoredAuthorisation(tip.files, id, trustRoot);
    }
    /** Records what was done with an authorised model. */
    async recordUse(use, trustRoot) {
        return this.#write({ subject: null, kind: use.kind }, useDraft(use), trustRoot);
    }
    async #readHistory(subject, trustRoot) {
        return (await this.readState({ subjects: [subject] }, trustRoot)).history(subject);
    }
    async #write(about, makeDraft, trustRoot) {
        const { subject, kind, files = [] } = about;
        requireSigner([{ kind, pull: null }], this.#signer);
        const state = await this.readState({ subjects: subject === null ? [] : [subject], files }, trustRoot);
        return this.record(state, makeDraft, trustRoot);
    }
    async #readAt(state, files) {
        return state.tip === null ? EMPTY_VIEW : this.#branch.readAt(state.tip.head, { files });
    }
    /** Compares the anchors that are older than the state's window; those not among `files` are read. */
    async #confirm(state, files) {
        if (state.unconfirmed.length === 0)
            return state;
        const paths = state.unconfirmed.map(({ seq }) => (0,ledger_paths/* ledgerPath */.tf)(seq)).filter((path) => !files.has(path));
        const read = paths.length === 0 ? files : (await this.#readAt(state, paths)).files;
        for (const anchor of state.unconfirmed) {
            const path = (0,ledger_paths/* ledgerPath */.tf)(anchor.seq);
            (0,histories/* requireAnchor */.vx)(anchor, files.get(path) ?? read.get(path) ?? null);
        }
        return (0,evidence_state/* confirmed */.qF)(state);
    }
}
/** The evaluation that a decision of the ledger is about. */
function evaluationIdOf(decision) {
    const modelDigest = decision?.subject.modelDigest;
    const headSha = decision?.pull?.headSha;
    const { evidenceDigest, artifactId } = decision?.facts ?? {};
    if (!(0,digest/* isDigest */.Bc)(modelDigest) || !(0,digest/* isDigest */.Bc)(evidenceDigest) || headSha === undefined)
        return null;
    return { modelDigest, evidenceDigest, headSha, ...(artifactId === undefined ? {} : { artifactId }) };
}
function headMoved(subject) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Pull request #${subject.pullRequest}`,
        found: 'another tuple was recorded while this one was announced',
        allowed: 'approvals of the newest tuple',
        remedy: 'Wait for the run of the newest push',
    }, { reasonCode: 'head-moved' });
}


/***/ }),

/***/ 35419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ brokenLedger)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

/** The error for a ledger that is not what our writers leave; `where` is the path of the file. */
function brokenLedger(where, found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('integrity', {
        where: `Ledger, ${where}`,
        found,
        allowed: 'an unbroken chain of signed entries, each naming the digest of the one before',
        remedy: 'Run "gatehouse ledger verify" in a clone, compare it with an older clone and find who rewrote the branch',
    }, { reasonCode: 'ledger-broken', ...(cause instanceof Error ? { cause } : {}) });
}


/***/ }),

/***/ 74285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mg: () => (/* binding */ requireSignature),
/* harmony export */   oP: () => (/* binding */ nextEntry),
/* harmony export */   ow: () => (/* binding */ requireFollows),
/* harmony export */   rC: () => (/* binding */ anchorProblem)
/* harmony export */ });
/* unused harmony exports followProblem, entrySignature */
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72056);
/* harmony import */ var _broken_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35419);
/* harmony import */ var _entry_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64207);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77608);




/** Clocks of runners differ by seconds. A time further ahead would hold up everybody's clock until then. */
const MAX_AHEAD_MS = 10 * 60_000;
/**
 * The entry that follows `previous`.
 *
 * @param previous the newest entry, `null` when the ledger is empty.
 * @param writing `at`: now. A clock that runs behind the last entry is moved up to it: time in the ledger never goes
 *   back. `previousOfPull`: number of the entry before of the same pull request and model.
 * @throws ActionError `ledger-broken` when `previous` is more than ten minutes ahead of `at`.
 */
function nextEntry(previous, fact, writing) {
    const last = previous?.entry ?? null;
    if (last !== null && Date.parse(last.at) - writing.at.getTime() > MAX_AHEAD_MS) {
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenLedger */ .n)((0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerPath */ .tf)(last.seq), `its time ${last.at} is more than ten minutes ahead of this clock`);
    }
    const now = writing.at.toISOString();
    const entry = {
        schemaVersion: 1,
        seq: (last?.seq ?? 0) + 1,
        previous: previous?.digest ?? null,
        previousOfPull: writing.previousOfPull,
        at: last !== null && last.at > now ? last.at : now,
        kind: fact.kind,
        reasonCode: fact.reasonCode,
        subject: fact.subject,
        pull: fact.pull,
        people: fact.people,
        facts: fact.facts,
    };
    return (0,_entry_file_js__WEBPACK_IMPORTED_MODULE_2__/* .renderLedgerFile */ .yv)(entry, writing.signer);
}
/**
 * Whether an entry has its own number and follows the one before.
 *
 * @param before `null` for the first entry of the ledger.
 */
function followProblem(link, seq, before) {
    if (link.seq !== seq)
        return { code: 'misplaced', found: `it holds the number ${link.seq}` };
    if (link.previous !== (before?.digest ?? null)) {
        return { code: 'link', found: 'the entry before it is not the one it names' };
    }
    if (before !== null && link.at < before.at) {
        return { code: 'time', found: `its time ${link.at} is before ${before.at}` };
    }
    return null;
}
/** @throws ActionError `ledger-broken` naming the file; as {@link followProblem}. */
function requireFollows(line, seq, before) {
    const problem = followProblem(linkOf(line), seq, before === null ? null : linkOf(before));
    if (problem !== null)
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenLedger */ .n)((0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerPath */ .tf)(seq), problem.found);
}
function linkOf({ entry: { seq, previous, at }, digest }) {
    return { seq, previous, at, digest };
}
/** What the signature of an entry is worth; `unsigned` only where no signature is needed. */
function entrySignature({ signature, payload }, keys) {
    return signature === null ? { verdict: 'unsigned' } : (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_3__/* .verifyDsse */ .v9)({ type: _entry_file_js__WEBPACK_IMPORTED_MODULE_2__/* .ENTRY_TYPE */ .IR, payload }, signature, keys);
}
/**
 * Verifies the signature of an entry.
 *
 * @returns whether the entry may be relied on: not when it is unsigned or its key is revoked now.
 * @throws ActionError `ledger-broken` when the key is unknown or the signature does not hold.
 */
function requireSignature(line, keys, where) {
    const found = entrySignature(line, keys);
    if (found.verdict === 'valid')
        return !found.by.revoked;
    if (found.verdict === 'unsigned')
        return false;
    const hint = line.signature?.keyid ?? '';
    throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_0__/* .brokenLedger */ .n)(where, found.verdict === 'invalid'
        ? `its signature by key "${found.by.id}" does not hold`
        : `it is signed by the unknown key ${hint}`);
}
/** What is wrong with an anchor: `beyond` a ledger that was cut, or on another one. */
function anchorProblem(anchor, tipSeq, found) {
    if (anchor.seq > tipSeq)
        return `the ledger ends at ${tipSeq}, before an entry that was seen: its tail was cut off`;
    if (found === anchor.digest)
        return null;
    return `its digest is ${found ?? 'unknown'}, and ${anchor.digest} was seen: a second history`;
}


/***/ }),

/***/ 64207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IR: () => (/* binding */ ENTRY_TYPE),
/* harmony export */   qx: () => (/* binding */ ledgerSigner),
/* harmony export */   yv: () => (/* binding */ renderLedgerFile),
/* harmony export */   zy: () => (/* binding */ parseLedgerFile)
/* harmony export */ });
/* unused harmony export MAX_FILE_BYTES */
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72056);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14752);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67903);
/* harmony import */ var _broken_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35419);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95132);




/** What a signature of an entry says that it signs; a signature of anything else is none. */
const ENTRY_TYPE = 'application/vnd.gatehouse.ledger-entry+json';
/** Ours have about one KiB. A larger one is refused before it is parsed. */
const MAX_FILE_BYTES = 64 * 1024;
/** Signs entries with the key that signs statements. */
function ledgerSigner(key) {
    return { keyId: key.hint, sign: (payload) => (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__/* .signDsse */ .Be)({ type: ENTRY_TYPE, payload }, key) };
}
/** The file of an entry: its canonical JSON on one line, and the signature on a second. */
function renderLedgerFile(entry, signer) {
    const payload = new TextEncoder().encode((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .entrySchema */ .Oo.parse(entry)));
    const signature = signer === null ? null : signer.sign(payload);
    const second = signature === null ? '' : `${signatureText(signature)}\n`;
    return parseLedgerFile(Buffer.concat([payload, Buffer.from(`\n${second}`)]), 'an entry to write');
}
/**
 * Parses the file of one entry. Its bytes must be exactly the ones that {@link renderLedgerFile} makes, so that an entry
 * has one spelling; whether the signature holds is not asked here.
 *
 * @param where path of the file, for the message.
 * @throws ActionError `ledger-broken`.
 */
function parseLedgerFile(bytes, where) {
    if (bytes.length > MAX_FILE_BYTES) {
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .brokenLedger */ .n)(where, `it has ${bytes.length} bytes; at most ${MAX_FILE_BYTES} are read`);
    }
    const text = decode(bytes, where);
    const [first = '', second, ...rest] = text.split('\n');
    const signed = second !== undefined && second !== '';
    if (rest.length !== (signed ? 1 : 0) || (signed ? rest[0] : second) !== '') {
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .brokenLedger */ .n)(where, 'it is not one line for the entry and at most one for its signature');
    }
    const { entry, isCanonical } = parseJson(first, where, (value) => {
        return { entry: _entry_js__WEBPACK_IMPORTED_MODULE_2__/* .entrySchema */ .Oo.parse(value), isCanonical: isCanonicalText(value, first) };
    });
    if (!isCanonical)
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .brokenLedger */ .n)(where, 'it is not written in canonical form');
    const signature = signed ? parseJson(second, where, (value) => _gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__/* .dsseSignatureSchema */ .bF.parse(value)) : null;
    if (signature === null)
        refuseUnsigned(entry, where);
    else if (signatureText(signature) !== second)
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .brokenLedger */ .n)(where, 'its signature is not in canonical form');
    return { entry, signature, payload: bytes.subarray(0, bytes.indexOf(0x0a)), bytes, digest: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(bytes) };
}
/** An unsigned entry is nothing that anybody decides by, so it may not take part in the history of a pull request. */
function refuseUnsigned({ kind, pull }, where) {
    if ((0,_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .mustBeSigned */ .lC)(kind))
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .brokenLedger */ .n)(where, `its kind "${kind}" needs a signature, and it has none`);
    if (pull !== null)
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .brokenLedger */ .n)(where, 'it is about a pull request, which needs a signature, and it has none');
}
function decode(bytes, where) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .brokenLedger */ .n)(where, 'it is not UTF-8', cause);
    }
}
function parseJson(line, where, check) {
    try {
        return check(JSON.parse(line));
    }
    catch (cause) {
        throw (0,_broken_js__WEBPACK_IMPORTED_MODULE_3__/* .brokenLedger */ .n)(where, cause instanceof Error ? cause.message.slice(0, 500) : String(cause), cause);
    }
}
function signatureText({ keyid, sig }) {
    return JSON.stringify({ keyid, sig });
}
/** A half of a pair of surrogates, or text that looks like one. */
const SURROGATE_ESCAPE = /\\ud[89a-f]/;
/**
 * Whether text is the RFC 8785 form of the value that it was parsed to. `JSON.stringify` writes values as RFC 8785 does
 * and keeps the order of keys, so only that order is left to compare; sorting each entry anew would take most of the
 * time of a long ledger. A test holds this to `canonicalJson`.
 */
function isCanonicalText(value, text) {
    if (SURROGATE_ESCAPE.test(text))
        return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)(value) === text;
    return JSON.stringify(value) === text && hasSortedKeys(value);
}
function hasSortedKeys(value) {
    if (typeof value !== 'object' || value === null)
        return true;
    if (Array.isArray(value))
        return value.every(hasSortedKeys);
    let before = '';
    for (const [key, member] of Object.entries(value)) {
        if (key < before || !hasSortedKeys(member))
            return false;
        before = key;
    }
    return true;
}


/***/ }),

/***/ 95132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S6: () => (/* binding */ POLICY_SUBJECT),
  Oo: () => (/* binding */ entrySchema),
  lC: () => (/* binding */ mustBeSigned),
  et: () => (/* binding */ subjectOf)
});

// UNUSED EXPORTS: LEDGER_KINDS, LOGIN, MODEL, REASON_CODE, STAGE_KINDS

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
;// CONCATENATED MODULE: ./build/packages/governance/src/ledger/plain-spelling.js
/**
 * JSON values in the spelling that our writers use, as sources of regular expressions. Each matches canonical text alone
 * and no value that its schema refuses; values that it leaves out, such as text that is not ASCII, are left to the schema.
 * Tests hold every one to its schema.
 */
const plain_spelling_digest = '"sha256:[0-9a-f]{64}"';
const day = [
    '\\d{4}-(?:',
    '(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|',
    '(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|',
    // Whether a year has a 29 February is for the schema to say.
    '02-(?:0[1-9]|1\\d|2[0-8]))',
].join('');
const time = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d';
/** Neither quotes nor backslashes: nothing that JSON could spell in two ways. */
const letter = '[ !#-\\[\\]-~]';
const plain_spelling_text = `"${letter}{0,1000}"`;
const PLAIN = {
    digest: plain_spelling_digest,
    commit: '"[0-9a-f]{40}"',
    keyHints: list('"[0-9a-f]{64}"', 100),
    /** Fifteen digits are exact as a number; more need not be. */
    id: '[1-9]\\d{0,14}',
    text: plain_spelling_text,
    texts: list(plain_spelling_text, 500),
    role: `"${letter}{1,100}"`,
    date: `"${day}"`,
    instant: `"${day}T${time}(?:\\.\\d{1,9})?Z"`,
    /** Without quotes. */
    milliseconds: `${day}T${time}\\.\\d{3}Z`,
};
/** One of some names that need no escape. */
function plainEnum(names) {
    return `"(?:${names.join('|')})"`;
}
/** What another expression matches, or `null`. */
function orNull(expression) {
    return `(?:null|${expression})`;
}
/** An array of up to `most` values. */
function list(expression, most) {
    return `\\[(?:${expression}(?:,${expression}){0,${most - 1}})?\\]`;
}
/** An object with exactly these members. */
function plainObject(members) {
    return `\\{${sorted(members).map(memberOf).join(',')}\\}`;
}
/** An object with any of these members and no others. */
function plainChoice(members) {
    // A comma stands between two members: never before the end, never missing before the next.
    const optional = sorted(members).map((member) => `(?:${memberOf(member)}(?:,(?!\\})|(?=\\})))?`);
    return `\\{${optional.join('')}\\}`;
}
function memberOf([name, expression]) {
    return `"${name}":${expression}`;
}
/** Canonical JSON sorts by UTF-16 code units, as `<` does. */
function sorted(members) {
    return Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/packages/governance/src/ledger/facts.js



const digestField = schemas/* custom */.IeY((value) => typeof value === 'string' && (0,digest/* isDigest */.Bc)(value), 'not a digest');
const commitField = schemas/* string */.YjP().regex(/^[0-9a-f]{40}$/);
const OUTCOMES = ['pass', 'fail', 'inconclusive'];
const textField = schemas/* string */.YjP().max(1000);
const facts_digest = kind(digestField, PLAIN.digest);
const commit = kind(commitField, PLAIN.commit);
const facts_text = kind(textField, PLAIN.text);
const texts = kind(schemas/* array */.YOg(textField).max(500), PLAIN.texts);
const id = kind(schemas/* int */.Whr().min(1), PLAIN.id);
const date = kind(iso/* date */.p6(), PLAIN.date);
const instant = kind(iso/* datetime */.w$(), PLAIN.instant);
const outcome = kind(schemas/* enum */.k5n(OUTCOMES), plainEnum(OUTCOMES));
const keyHints = kind(schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/)).max(100), PLAIN.keyHints);
/**
 * Every fact that an entry can hold, by name. The list is closed: who, why and which digests is what a ledger is for,
 * and nothing can slip into it that a person would have to be asked for. A new fact gets a line here.
 */
const FACTS = {
    tuple: facts_digest,
    evidenceDigest: facts_digest,
    policyDigest: facts_digest,
    outcome,
    // decision: where the candidate's bytes are, and how long; refused: `runId` is the run whose log says why
    runId: id,
    artifactId: id,
    candidateExpiresAt: instant,
    // decision: which evaluation data the candidate was judged on, since rows that judge often are learned
    evaluationData: facts_digest,
    // approved, authorised: which reviews
    reviews: texts,
    mergedSha: commit,
    // stale: what was approved before
    approvedTuple: facts_digest,
    approvedHead: commit,
    // waived
    waiver: facts_text,
    waiverDigest: facts_digest,
    gate: facts_text,
    measure: facts_text,
    control: facts_text,
    expiresOn: date,
    // emergency
    emergency: facts_text,
    incident: facts_text,
    reviewBy: date,
    reviewedOn: date,
    // policy-changed: `revokedKeys` are hints of public keys, hex SHA-256 of their PEM text
    previousPolicyDigest: facts_digest,
    revokedKeys: keyHints,
    loosened: texts,
    // published, deployed
    tag: facts_text,
    commit,
    release: id,
    environment: facts_text,
    deployment: id,
    // promoted, rolled-back: `tag` is the stage tag, `replaces` the one before; `incident` above is the issue
    version: facts_text,
    replaces: facts_text,
    reason: facts_text,
};
const facts_schemas = new Map(Object.entries(FACTS).map(([name, { schema }]) => [name, schema]));
/** Facts as our writers spell them. */
const PLAIN_FACTS = plainChoice(Object.fromEntries(Object.entries(FACTS).map(([name, { plain }]) => [name, plain])));
/**
 * Facts of the list, each of its kind. An entry has a handful of the three dozen, and a ledger a hundred thousand
 * entries: asking a schema for those that are not there would cost more than all else.
 */
const factsSchema = schemas/* custom */.IeY(isObject, 'not an object').superRefine((facts, context) => {
    for (const [name, value] of Object.entries(facts)) {
        const schema = facts_schemas.get(name);
        const issues = schema === undefined ? [{ message: 'no such fact' }] : (schema.safeParse(value).error?.issues ?? []);
        for (const { message } of issues)
            context.addIssue({ code: 'custom', message, path: [name] });
    }
});
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function kind(schema, plain) {
    return { schema, plain };
}

// EXTERNAL MODULE: ./build/packages/governance/src/ledger/paths.js
var paths = __webpack_require__(77608);
;// CONCATENATED MODULE: ./build/packages/governance/src/ledger/entry.js



/** What happened. The list is closed. */
const LEDGER_KINDS = [
    'decision',
    'ready',
    'approved',
    'stale',
    'refused',
    'waived',
    'emergency',
    'policy-changed',
    'authorised',
    'published',
    'deployed',
    'promoted',
    'rolled-back',
];
/** Stands for the model in entries about a pull request that changes rules and no model; no model has that name. */
const POLICY_SUBJECT = '_policy';
/** The only kinds that may lack a signature: they are written by jobs that hold no key. Nothing is concluded from them. */
const UNSIGNED_KINDS = new Set(['published', 'deployed']);
/** What moves a stage. Such entries are followed, so they are always signed. */
const STAGE_KINDS = new Set(['promoted', 'rolled-back']);
/** True when an entry of that kind counts only with a signature. */
function mustBeSigned(kind) {
    return !UNSIGNED_KINDS.has(kind);
}
const seqField = schemas/* int */.Whr().min(1).max(paths/* MAX_SEQ */.vj);
/** A name that `gatehouse.yml` allows, or the stand-in: it is part of paths. The source of an expression without groups. */
const MODEL = '(?:_policy|[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?)';
/** The account of a person or of an App. */
const LOGIN = '[A-Za-z0-9_-]{1,100}(?:\\[bot\\])?';
/** As in our list, which may be longer or shorter than the one of the time. */
const REASON_CODE = '[a-z][a-z0-9-]{0,63}';
const modelField = schemas/* string */.YjP().regex(whole(MODEL));
/** Login, numeric id and role: all that the ledger knows of a person. */
const personSchema = schemas/* strictObject */.rej({
    id: schemas/* int */.Whr().min(1),
    login: schemas/* string */.YjP().regex(whole(LOGIN)),
    role: schemas/* string */.YjP().min(1).max(100),
});
const entrySchema = schemas/* strictObject */.rej({
    schemaVersion: schemas/* literal */.euz(1),
    seq: seqField,
    /** Digest of the file of the entry before; `null` in the first. */
    previous: digestField.nullable(),
    /** Number of the entry before of the same subject, as {@link subjectOf} tells it; `null` in the first, and without one. */
    previousOfPull: seqField.nullable(),
    at: iso/* datetime */.w$({ precision: 3 }),
    kind: schemas/* enum */.k5n(LEDGER_KINDS),
    /** Why: a reason code of the time it was written, which later lists may not hold any more. */
    reasonCode: schemas/* string */.YjP().regex(whole(REASON_CODE)).nullable(),
    subject: schemas/* strictObject */.rej({ model: modelField, modelDigest: digestField.nullable() }),
    pull: schemas/* strictObject */.rej({ number: schemas/* int */.Whr().min(1).max(9_999_999_999), headSha: commitField }).nullable(),
    people: schemas/* array */.YOg(personSchema).max(500),
    facts: factsSchema,
});
/** What an entry or fact belongs to: its pull request, the stages of its model, or nothing. */
function subjectOf(entry) {
    const { model } = entry.subject;
    if (entry.pull !== null)
        return { pullRequest: entry.pull.number, model };
    return STAGE_KINDS.has(entry.kind) ? { pullRequest: null, model } : null;
}
function whole(expression) {
    return new RegExp(`^(?:${expression})$`);
}


/***/ }),

/***/ 77608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   be: () => (/* binding */ copyPath),
/* harmony export */   mo: () => (/* binding */ copyFolder),
/* harmony export */   ow: () => (/* binding */ subjectKey),
/* harmony export */   tf: () => (/* binding */ ledgerPath),
/* harmony export */   vj: () => (/* binding */ MAX_SEQ),
/* harmony export */   yF: () => (/* binding */ copyOfPath)
/* harmony export */ });
/* unused harmony exports LEDGER_FOLDER, seqOfLedgerPath, COPY_FOLDERS */
/** Folder of the ledger on the evidence branch. */
const LEDGER_FOLDER = 'ledger';
/** Numbers have eight digits. */
const MAX_SEQ = 99_999_999;
/** So many entries lie in one folder: git and GitHub slow down in folders of many thousand files. */
const ENTRIES_PER_FOLDER = 1000;
const ENTRY_PATH = /^ledger\/(\d{5})\/(\d{8})\.json$/;
const COPY_PATH = /^(?:pulls\/([1-9]\d{0,9})|stages)\/([^/]+)\/(\d{8})\.json$/;
/** `ledger/00012/00012345.json` */
function ledgerPath(seq) {
    return `${LEDGER_FOLDER}/${digits(Math.floor(seq / ENTRIES_PER_FOLDER), 5)}/${digits(seq, 8)}.json`;
}
/** The number that a path of the ledger stands for; `null` for every path that {@link ledgerPath} does not make. */
function seqOfLedgerPath(path) {
    const seq = Number(ENTRY_PATH.exec(path)?.[2]);
    return seq >= 1 && ledgerPath(seq) === path ? seq : null;
}
/** Copies of the ledger entries of one subject, so that they are found without reading the ledger. */
function copyFolder({ pullRequest, model }) {
    return pullRequest === null ? `stages/${model}` : `pulls/${pullRequest}/${model}`;
}
/** The copy of one ledger entry, under the entry's own number. */
function copyPath(subject, seq) {
    return `${copyFolder(subject)}/${digits(seq, 8)}.json`;
}
/** Folders that hold copies and nothing else. */
const COPY_FOLDERS = (/* unused pure expression or super */ null && (['pulls', 'stages']));
/** What a path is a copy of; `null` for every path that {@link copyPath} does not make. */
function copyOfPath(path) {
    const match = COPY_PATH.exec(path);
    if (match === null)
        return null;
    const [, pull, model = '', number = ''] = match;
    const seq = Number(number);
    if (seq < 1)
        return null;
    return pull === undefined ? { pullRequest: null, model, seq } : { pullRequest: Number(pull), model, seq };
}
/** One text for each subject, to look it up by. */
function subjectKey(subject) {
    return copyFolder(subject);
}
function digits(number, length) {
    return String(number).padStart(length, '0');
}


/***/ })

};
