export const id = 4761;
export const ids = [4761];
export const modules = {

/***/ 58214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ evaluationSummary),
/* harmony export */   U: () => (/* binding */ parseEvaluationSummary)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61993);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67903);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _evidence_statement_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13204);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90892);
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47192);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28796);
/* harmony import */ var _used_waivers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80552);







/** What consumers of other VSAs see when the result is PASSED; the specification forbids the prefix `SLSA_` here. */
const PASSED_LEVEL = 'GATEHOUSE_REQUIRED_GATES_PASSED';
/** The same where a gate counts as passed by a waiver only: whoever asks for the level above must not get this. */
const WAIVED_LEVEL = 'GATEHOUSE_REQUIRED_GATES_PASSED_OR_WAIVED';
const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    verifier: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(_predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .EVALUATION_VERIFIER */ .cm) }),
    timeVerified: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .instantSchema */ .p8,
    resourceUri: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ uri: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), digest: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSetSchema */ .cd }),
    inputAttestations: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ digest: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSetSchema */ .cd })).min(1),
    verificationResult: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['PASSED', 'FAILED']),
    verifiedLevels: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n([PASSED_LEVEL, WAIVED_LEVEL])),
    slsaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('1.1'),
    gatehouse_evaluation: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
        evidenceDigest: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSchema */ .er,
        candidateKey: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSchema */ .er,
        decisions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            gate: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .GATE_NAMES */ .rn),
            outcome: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive']),
            waived: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
            statement: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSchema */ .er,
        }))
            .min(1),
        waivers: _used_waivers_js__WEBPACK_IMPORTED_MODULE_4__/* .usedWaiversSchema */ .c_,
    }),
});
/**
 * The evaluation summary: a SLSA VSA that is PASSED only when every required gate has one decision, all about this
 * model and policy, and all of them pass. Inconclusive gives FAILED, since a VSA has two values.
 *
 * @throws ActionError `decision-missing` or `decision-mismatch`.
 */
function evaluationSummary(input) {
    const statements = input.decisions.map((decision) => (0,_evidence_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .evidenceStatement */ .Z4)(decision));
    checkDecisions(statements.map((statement) => statement.predicate), input);
    const decisions = statements
        .map((statement) => ({
        gate: statement.predicate.gate,
        outcome: statement.predicate.outcome,
        waived: input.waivedGates?.includes(statement.predicate.gate) ?? false,
        statement: (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .statementDigest */ .e9)(statement),
    }))
        .sort((a, b) => _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .GATE_NAMES */ .rn.indexOf(a.gate) - _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .GATE_NAMES */ .rn.indexOf(b.gate));
    const waivers = (0,_used_waivers_js__WEBPACK_IMPORTED_MODULE_4__/* .sortedWaivers */ .hg)(input.waivers ?? []);
    const contradiction = (0,_used_waivers_js__WEBPACK_IMPORTED_MODULE_4__/* .waiverContradiction */ .q$)(decisions, waivers);
    if (contradiction !== null)
        throw mismatch(contradiction);
    const result = resultOf(decisions);
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .statementOf */ .T8)(input, _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .VSA_PREDICATE */ .rO, {
        verifier: { id: _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .EVALUATION_VERIFIER */ .cm },
        timeVerified: (0,_instant_js__WEBPACK_IMPORTED_MODULE_6__/* .toInstant */ .f)(input.timeVerified),
        resourceUri: input.resourceUri,
        policy: { uri: input.policy.uri, digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_7__/* .hexOf */ .ZD)(input.policy.digest) } },
        inputAttestations: decisions.map((decision) => ({ digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_7__/* .hexOf */ .ZD)(decision.statement) } })),
        verificationResult: result,
        verifiedLevels: levelsOf(result, waivers),
        slsaVersion: '1.1',
        gatehouse_evaluation: {
            schemaVersion: 1,
            evidenceDigest: (0,_evidence_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .evidenceDigestOf */ .Zg)(decisions.map((decision) => decision.statement)),
            candidateKey: input.candidateKey,
            decisions,
            waivers,
        },
    });
}
/**
 * Parses an evaluation summary and recomputes what follows from its parts: evidence digest, inputs and result.
 *
 * @throws ActionError `decision-mismatch`.
 */
function parseEvaluationSummary(statement) {
    const vsa = (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePredicate */ .rv)(statement, {
        predicateType: _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .VSA_PREDICATE */ .rO,
        schema,
        what: 'an evaluation summary, schema version 1',
        reasonCode: 'decision-mismatch',
    });
    const { evidenceDigest, candidateKey, decisions, waivers } = vsa.gatehouse_evaluation;
    const digests = decisions.map((decision) => decision.statement);
    const inputs = vsa.inputAttestations.map((attestation) => `sha256:${attestation.digest.sha256}`);
    const result = resultOf(decisions);
    const gates = new Set(decisions.map((decision) => decision.gate));
    const consistent = (0,_evidence_statement_js__WEBPACK_IMPORTED_MODULE_5__/* .evidenceDigestOf */ .Zg)(digests) === evidenceDigest &&
        inputs.join() === digests.join() &&
        result === vsa.verificationResult &&
        levelsOf(result, waivers).join() === vsa.verifiedLevels.join() &&
        gates.size === decisions.length &&
        (0,_used_waivers_js__WEBPACK_IMPORTED_MODULE_4__/* .waiverContradiction */ .q$)(decisions, waivers) === null;
    if (!consistent)
        throw mismatch('an evaluation summary whose parts contradict each other');
    return {
        model: statement.subject[0].name,
        modelDigest: (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectDigest */ .B7)(statement),
        policyDigest: `sha256:${vsa.policy.digest.sha256}`,
        evidenceDigest,
        candidateKey,
        result,
        decisions,
        waivers,
        timeVerified: vsa.timeVerified,
        resourceUri: vsa.resourceUri,
    };
}
function resultOf(decisions) {
    const outcomes = decisions.map(({ outcome, waived }) => (waived ? 'pass' : outcome));
    return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .worstOutcome */ .Om)(outcomes) === 'pass' ? 'PASSED' : 'FAILED';
}
function levelsOf(result, waivers) {
    if (result === 'FAILED')
        return [];
    return [waivers.length === 0 ? PASSED_LEVEL : WAIVED_LEVEL];
}
function checkDecisions(decisions, input) {
    for (const gate of input.requiredGates) {
        if (!decisions.some((decision) => decision.gate === gate)) {
            throw (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .refusedStatement */ .mc)({
                found: `no ${gate} decision`,
                allowed: `a decision of every required gate: ${input.requiredGates.join(', ')}`,
                reasonCode: 'decision-missing',
            });
        }
    }
    const gates = decisions.map((decision) => decision.gate);
    if (new Set(gates).size !== gates.length)
        throw mismatch(`two decisions of one gate: ${gates.join(', ')}`);
    for (const { gate, subject, policyDigest } of decisions) {
        if (subject.model !== input.model || subject.modelDigest !== input.modelDigest) {
            throw mismatch(`a ${gate} decision about ${subject.model} ${subject.modelDigest}`);
        }
        if (policyDigest !== input.policy.digest)
            throw mismatch(`a ${gate} decision under the policy ${policyDigest}`);
    }
}
function mismatch(found) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .refusedStatement */ .mc)({
        found,
        allowed: 'one decision per gate about this model and policy',
        reasonCode: 'decision-mismatch',
    });
}


/***/ }),

/***/ 13204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ evidenceDigest),
/* harmony export */   Z4: () => (/* binding */ evidenceStatement),
/* harmony export */   Zg: () => (/* binding */ evidenceDigestOf),
/* harmony export */   vf: () => (/* binding */ parseEvidence)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90781);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14752);
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47192);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28796);



/**
 * The evidence statement of one gate: the whole decision, about one model digest. It holds no time and no run, so equal
 * decisions give equal bytes.
 *
 * @throws ActionError `decision-mismatch` when the decision names no model or no policy (a quick look at a table).
 */
function evidenceStatement(decision) {
    const bound = requireBound(decision);
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .statementOf */ .T8)(bound.subject, _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DECISION_PREDICATE */ .p8, bound);
}
/**
 * Parses an evidence statement.
 *
 * @throws ActionError `decision-mismatch` when it is none, or its decision is about another model than its subject.
 */
function parseEvidence(statement) {
    const decision = requireBound((0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePredicate */ .rv)(statement, {
        predicateType: _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .DECISION_PREDICATE */ .p8,
        schema: _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .decisionSchema */ .O,
        what: 'a decision of a gate, schema version 1',
        reasonCode: 'decision-mismatch',
    }));
    const { model, modelDigest } = decision.subject;
    if (modelDigest !== (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectDigest */ .B7)(statement) || model !== statement.subject[0].name) {
        throw mismatch(`a decision about ${model} ${modelDigest} under the subject ${(0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .subjectDigest */ .B7)(statement)}`);
    }
    return decision;
}
/**
 * The evidence digest: one name for a set of decisions, whatever their order, signatures and times.
 *
 * @throws ActionError `decision-missing` when there is none, `decision-mismatch` when one is there twice.
 */
function evidenceDigest(decisions) {
    const digests = decisions.map((decision) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .statementDigest */ .e9)(evidenceStatement(decision)));
    return evidenceDigestOf(digests);
}
/** The evidence digest from the digests of the statement payloads. Throws as {@link evidenceDigest} does. */
function evidenceDigestOf(statementDigests) {
    if (statementDigests.length === 0) {
        throw (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedStatement */ .mc)({ found: 'no decision', allowed: 'at least one decision', reasonCode: 'decision-missing' });
    }
    const sorted = [...statementDigests].sort();
    if (new Set(sorted).size !== sorted.length)
        throw mismatch('one decision twice');
    return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(sorted));
}
function requireBound(decision) {
    const { subject, policyDigest } = decision;
    if (subject === null)
        throw mismatch(`a ${decision.gate} decision that names no model`);
    if (policyDigest === null)
        throw mismatch(`a ${decision.gate} decision that names no policy`);
    return { ...decision, subject, policyDigest };
}
function mismatch(found) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedStatement */ .mc)({
        found,
        allowed: 'one decision per gate about this model and policy',
        reasonCode: 'decision-mismatch',
    });
}


/***/ }),

/***/ 90892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ toInstant)
/* harmony export */ });
/** An instant as SLSA writes it: RFC 3339 in UTC, whole seconds (fractions are cut off). */
function toInstant(date) {
    return `${date.toISOString().slice(0, 19)}Z`;
}


/***/ }),

/***/ 96296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ keyFaultAt)
/* harmony export */ });
/**
 * Why a key does not vouch for something that was anchored at an instant, as the end of a sentence that begins with its
 * name, or `null` when it does. The instant is that of the ledger entry, never one that a signature or bundle claims.
 *
 * @param anchoredAt `null` when it is not known: then a key that counts for a time only does not count.
 */
function keyFaultAt(key, anchoredAt) {
    if (key.neverBelieved)
        return 'is revoked';
    for (const lifetime of key.lifetimes) {
        const fault = faultOf(lifetime, anchoredAt);
        if (fault !== null)
            return fault;
    }
    return null;
}
function faultOf({ validFrom, validUntil, revokedAt }, anchoredAt) {
    if (validFrom === null && validUntil === null && revokedAt === null)
        return null;
    if (anchoredAt === null)
        return 'counts for a time only, while it is not known when the signature was anchored';
    const at = anchoredAt.getTime();
    // Comparisons with an invalid date are all false, so each one asks for what must hold.
    if (revokedAt !== null && !(at < revokedAt.getTime()))
        return `is revoked as of ${written(revokedAt)}`;
    if (validFrom !== null && !(at >= validFrom.getTime()))
        return `counts only from ${written(validFrom)}`;
    if (validUntil !== null && !(at < validUntil.getTime()))
        return `counted only until ${written(validUntil)}`;
    return null;
}
function written(date) {
    return Number.isNaN(date.getTime()) ? 'a date that is none' : date.toISOString();
}


/***/ }),

/***/ 47192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ MODEL_SIGNATURE_PREDICATE),
/* harmony export */   CK: () => (/* binding */ PROVENANCE_PREDICATE),
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   Xz: () => (/* binding */ TRAINING_BUILD_TYPE),
/* harmony export */   cm: () => (/* binding */ EVALUATION_VERIFIER),
/* harmony export */   lG: () => (/* binding */ RELEASE_VERIFIER),
/* harmony export */   p8: () => (/* binding */ DECISION_PREDICATE),
/* harmony export */   rO: () => (/* binding */ VSA_PREDICATE),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE)
/* harmony export */ });
/** Every URI that this package writes into statements, in one place. They name meanings; nothing is fetched from them. */
const OURS = 'https://github.com/gatehouse-actions/gatehouse';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** A gate's full decision. in-toto's test-result cannot say "inconclusive" nor carry intervals. */
const DECISION_PREDICATE = `${OURS}/decision/v1`;
const VSA_PREDICATE = 'https://slsa.dev/verification_summary/v1';
const PROVENANCE_PREDICATE = 'https://slsa.dev/provenance/v1';
/** The two summaries share a predicate type; the verifier tells them apart, so that neither can pass for the other. */
const EVALUATION_VERIFIER = `${OURS}/verifier/evaluation/v1`;
const RELEASE_VERIFIER = `${OURS}/verifier/release/v1`;
/** OpenSSF Model Signing v1.0. */
const MODEL_SIGNATURE_PREDICATE = 'https://model_signing/signature/v1.0';
const TRAINING_BUILD_TYPE = `${OURS}/training/v1`;


/***/ }),

/***/ 72589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ parseReleaseAuthorisation),
/* harmony export */   U: () => (/* binding */ releaseAuthorisation)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(10641);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67903);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _evaluation_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58214);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(90892);
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47192);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28796);
/* harmony import */ var _used_waivers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80552);







const LEVEL = 'GATEHOUSE_RELEASE_AUTHORISED';
const id = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1);
const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    verifier: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(_predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE_VERIFIER */ .lG) }),
    timeVerified: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .instantSchema */ .p8,
    resourceUri: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ uri: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), digest: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSetSchema */ .cd }),
    inputAttestations: zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ digest: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSetSchema */ .cd })]),
    verificationResult: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('PASSED'),
    verifiedLevels: zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(LEVEL)]),
    slsaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('1.1'),
    gatehouse_authorisation: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
        evidenceDigest: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSchema */ .er,
        candidateKey: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSchema */ .er,
        tuple: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSchema */ .er,
        pullRequest: id,
        headSha: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .commitSchema */ .lN,
        mergedSha: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .commitSchema */ .lN,
        approvals: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
            role: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
            userId: id,
            login: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
            reviewId: id,
            tuple: _statement_js__WEBPACK_IMPORTED_MODULE_2__/* .digestSchema */ .er,
        }))
            .min(1),
        waivers: _used_waivers_js__WEBPACK_IMPORTED_MODULE_3__/* .usedWaiversSchema */ .c_,
    }),
});
/**
 * The release authorisation: a SLSA VSA, only ever PASSED. Facts about model, policy and evidence come from the verified
 * summary; the caller adds what people did.
 *
 * @throws ActionError `not-authorised` when the summary is not PASSED, no approval is given, or one is of another
 *   tuple; `tree-changed` when the merged tree has another candidate key.
 */
function releaseAuthorisation(input) {
    const summary = (0,_evaluation_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEvaluationSummary */ .U)(input.summary.statement);
    if (summary.result !== 'PASSED')
        throw notAuthorised('an evaluation summary that is FAILED');
    if (summary.candidateKey !== input.candidateKey) {
        throw (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .refusedStatement */ .mc)({
            found: `candidate key ${input.candidateKey} on the merged tree`,
            allowed: `the approved candidate key ${summary.candidateKey}`,
            reasonCode: 'tree-changed',
        });
    }
    const { modelDigest, evidenceDigest, policyDigest } = summary;
    const tuple = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .tupleDigest */ .H)({ headSha: input.headSha, modelDigest, evidenceDigest, policyDigest });
    const predicate = {
        verifier: { id: _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .RELEASE_VERIFIER */ .lG },
        timeVerified: (0,_instant_js__WEBPACK_IMPORTED_MODULE_6__/* .toInstant */ .f)(input.timeVerified),
        resourceUri: summary.resourceUri,
        policy: { uri: input.policyUri, digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_7__/* .hexOf */ .ZD)(policyDigest) } },
        inputAttestations: [{ digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_7__/* .hexOf */ .ZD)(input.summary.digest) } }],
        verificationResult: 'PASSED',
        verifiedLevels: [LEVEL],
        slsaVersion: '1.1',
        gatehouse_authorisation: {
            schemaVersion: 1,
            evidenceDigest,
            candidateKey: input.candidateKey,
            tuple,
            pullRequest: input.pullRequest,
            headSha: input.headSha,
            mergedSha: input.mergedSha,
            approvals: input.approvals.map(({ role, userId, login, reviewId, tuple: of }) => ({
                role,
                userId,
                login,
                reviewId,
                tuple: of,
            })),
            waivers: (0,_used_waivers_js__WEBPACK_IMPORTED_MODULE_3__/* .sortedWaivers */ .hg)(summary.waivers),
        },
    };
    const statement = (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .statementOf */ .T8)(summary, _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .VSA_PREDICATE */ .rO, predicate);
    parseReleaseAuthorisation(statement);
    return statement;
}
/**
 * Parses a release authorisation. The tuple is recomputed from its parts, and every approval must be of that tuple.
 *
 * @throws ActionError `not-authorised`.
 */
function parseReleaseAuthorisation(statement) {
    const vsa = (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .parsePredicate */ .rv)(statement, {
        predicateType: _predicate_types_js__WEBPACK_IMPORTED_MODULE_1__/* .VSA_PREDICATE */ .rO,
        schema,
        what: 'a release authorisation, schema version 1',
        reasonCode: 'not-authorised',
    });
    const { schemaVersion: _, tuple: statedTuple, ...facts } = vsa.gatehouse_authorisation;
    const tuple = {
        headSha: facts.headSha,
        modelDigest: (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectDigest */ .B7)(statement),
        evidenceDigest: facts.evidenceDigest,
        policyDigest: `sha256:${vsa.policy.digest.sha256}`,
    };
    if ((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .tupleDigest */ .H)(tuple) !== statedTuple)
        throw notAuthorised('a tuple that is not the digest of its parts');
    const foreign = facts.approvals.find((approval) => approval.tuple !== statedTuple);
    if (foreign !== undefined)
        throw notAuthorised(`an approval (review ${foreign.reviewId}) of another tuple`);
    return {
        ...facts,
        model: statement.subject[0].name,
        modelDigest: tuple.modelDigest,
        policyDigest: tuple.policyDigest,
        summaryDigest: `sha256:${vsa.inputAttestations[0].digest.sha256}`,
        tuple,
        tupleDigest: statedTuple,
        timeVerified: vsa.timeVerified,
        resourceUri: vsa.resourceUri,
    };
}
function notAuthorised(found) {
    return (0,_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .refusedStatement */ .mc)({
        found,
        allowed: 'approvals of the tuple that passed evaluation',
        reasonCode: 'not-authorised',
    });
}


/***/ }),

/***/ 41356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ signWith),
/* harmony export */   fg: () => (/* binding */ loadPublicKey),
/* harmony export */   fm: () => (/* binding */ loadSigningKey),
/* harmony export */   yd: () => (/* binding */ publicKeyHint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);


/**
 * Reads a P-256 private key from PEM (PKCS#8 or SEC1, not encrypted).
 *
 * @throws ConfigError that never quotes the text, since it may be most of a secret.
 */
function loadSigningKey(pem, name = 'Signing key') {
    let privateKey;
    try {
        privateKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem);
    }
    catch {
        throw keyFault(name, `text that is not a readable private key in PEM (${pem.length} characters)`);
    }
    requireP256(privateKey, name);
    const publicKeyPem = canonicalPem((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(privateKey));
    return { privateKey, publicKeyPem, hint: hintOf(publicKeyPem) };
}
/**
 * Reads a P-256 public key from PEM.
 *
 * @throws ConfigError when the text is no public key, is a private one, or is on another curve.
 */
function loadPublicKey(pem, name = 'Public key') {
    if (pem.includes('PRIVATE KEY'))
        throw keyFault(name, 'a private key');
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
    }
    catch {
        throw keyFault(name, 'text that is not a readable public key in PEM');
    }
    requireP256(key, name);
    return key;
}
/**
 * How OpenSSF Model Signing names a key in a bundle: hex SHA-256 of the canonical PEM text of its SPKI, so that line
 * ends and extra white space of a committed file do not matter.
 */
function publicKeyHint(publicKeyPem) {
    return hintOf(canonicalPem(loadPublicKey(publicKeyPem)));
}
/** Signs with either kind of key. */
async function signWith(key, bytes) {
    return 'sign' in key ? Buffer.from(await key.sign(bytes)) : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)('sha256', bytes, key.privateKey);
}
function canonicalPem(key) {
    return key.export({ type: 'spki', format: 'pem' }).toString();
}
function hintOf(pem) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(pem).digest('hex');
}
function requireP256(key, name) {
    const curve = key.asymmetricKeyDetails?.namedCurve;
    if (key.asymmetricKeyType === 'ec' && curve === 'prime256v1')
        return;
    throw keyFault(name, `a key of type ${key.asymmetricKeyType ?? 'unknown'}${curve === undefined ? '' : ` on ${curve}`}`);
}
function keyFault(where, found) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ConfigError */ .xL([
        {
            where,
            found,
            allowed: 'an elliptic-curve key on P-256, in PEM',
            remedy: 'Make one with: openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt',
        },
    ]);
}


/***/ }),

/***/ 28796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ subjectDigest),
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   Go: () => (/* binding */ statementPayload),
/* harmony export */   PX: () => (/* binding */ hexSchema),
/* harmony export */   T8: () => (/* binding */ statementOf),
/* harmony export */   cd: () => (/* binding */ digestSetSchema),
/* harmony export */   e9: () => (/* binding */ statementDigest),
/* harmony export */   er: () => (/* binding */ digestSchema),
/* harmony export */   lN: () => (/* binding */ commitSchema),
/* harmony export */   mc: () => (/* binding */ refusedStatement),
/* harmony export */   p8: () => (/* binding */ instantSchema),
/* harmony export */   rv: () => (/* binding */ parsePredicate)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14752);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2117);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53732);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(961);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37428);
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47192);



const hexSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const digestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .transform((value) => value);
const commitSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{40}$/);
/** RFC 3339 in UTC, without fractions, as SLSA writes time. */
const instantSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$({ precision: 0 });
const digestSetSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ sha256: hexSchema });
const statementSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(_predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .STATEMENT_TYPE */ .zG),
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), digest: digestSetSchema })]),
    predicateType: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    predicate: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
});
const MAX_DEPTH = 100;
/** Builds a statement about one model. */
function statementOf(subject, predicateType, predicate) {
    return {
        _type: _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__/* .STATEMENT_TYPE */ .zG,
        subject: [{ name: subject.model, digest: { sha256: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .hexOf */ .ZD)(subject.modelDigest) } }],
        predicateType,
        predicate,
    };
}
/** The bytes that are signed: canonical JSON, so that equal statements have equal bytes. */
function statementPayload(statement) {
    return new TextEncoder().encode((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .canonicalJson */ .d)(statement));
}
/** SHA-256 of {@link statementPayload}; it depends neither on the signature nor on the key. */
function statementDigest(statement) {
    return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(statementPayload(statement));
}
/**
 * Parses the payload of a signed or unsigned statement. Members that in-toto does not know are refused.
 *
 * @throws ActionError `integrity`, reason `signature-invalid`.
 */
function parseStatement(payload) {
    try {
        return statementSchema.parse((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_5__/* .parseStrictJson */ .R)(payload, MAX_DEPTH));
    }
    catch (cause) {
        throw refusedStatement({
            found: cause,
            allowed: 'an in-toto Statement v1 about one model',
            reasonCode: 'signature-invalid',
        });
    }
}
/** The model digest that a statement is about. */
function subjectDigest(statement) {
    return `sha256:${statement.subject[0].digest.sha256}`;
}
/**
 * Parses a predicate of one type.
 *
 * @throws ActionError `integrity` with the given reason code when type or predicate do not match.
 */
function parsePredicate(statement, expected) {
    const { predicateType, schema, what: allowed, reasonCode } = expected;
    if (statement.predicateType !== predicateType) {
        throw refusedStatement({ found: `predicate type ${JSON.stringify(statement.predicateType)}`, allowed, reasonCode });
    }
    const parsed = schema.safeParse(statement.predicate);
    if (!parsed.success)
        throw refusedStatement({ found: parsed.error, allowed, reasonCode });
    return parsed.data;
}
/** The error for a statement that is not what it should be. */
function refusedStatement(refusal) {
    const { found, allowed, reasonCode } = refusal;
    const text = found instanceof zod__WEBPACK_IMPORTED_MODULE_6__/* .ZodError */ .G ? zod__WEBPACK_IMPORTED_MODULE_7__/* .prettifyError */ .S1(found) : found instanceof Error ? found.message : String(found);
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_8__/* .ActionError */ .lZ('integrity', {
        where: 'Signed statement',
        found: text.slice(0, 1000),
        allowed,
        remedy: 'Let the decide workflow make the statement again; do not edit statements by hand',
    }, { reasonCode, ...(found instanceof Error ? { cause: found } : {}) });
}


/***/ }),

/***/ 33916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ requireTrustedKey),
/* harmony export */   f: () => (/* binding */ keysByHint)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);
/* harmony import */ var _key_lifetime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96296);
/* harmony import */ var _signing_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41356);



/**
 * The keys of a trust root by hint. A key that is listed twice is revoked if either entry says so.
 *
 * @throws ConfigError when there is no key, or one cannot be read.
 */
function keysByHint(trustRoot) {
    if (trustRoot.keys.length === 0) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL([
            {
                where: 'gatehouse.yml: trust.keys',
                found: 'no key',
                allowed: 'at least one public key',
                remedy: 'Add the public key of the signing environment',
            },
        ]);
    }
    const keys = new Map();
    for (const { id, publicKeyPem, revoked, lifetime } of trustRoot.keys) {
        const key = (0,_signing_key_js__WEBPACK_IMPORTED_MODULE_1__/* .loadPublicKey */ .fg)(publicKeyPem, `Trusted key "${id}"`);
        const hint = (0,_signing_key_js__WEBPACK_IMPORTED_MODULE_1__/* .publicKeyHint */ .yd)(publicKeyPem);
        const other = keys.get(hint);
        const hasTime = (lifetime?.revokedAt ?? null) !== null;
        keys.set(hint, {
            id,
            key,
            revoked: revoked || hasTime || other?.revoked === true,
            neverBelieved: (revoked && !hasTime) || other?.neverBelieved === true,
            lifetimes: [...(other?.lifetimes ?? []), ...(lifetime === undefined ? [] : [lifetime])],
        });
    }
    return keys;
}
/**
 * Refuses a signing key before anything is signed with it: statements are recorded once and never replaced, so one that
 * nobody would believe must not be recorded.
 *
 * @param now may be left out only where no key has a lifetime.
 * @throws ActionError reason `signature-invalid` when no key of the trust root is its public half, or that one is
 *   revoked or does not count now.
 * @throws ConfigError as {@link keysByHint}.
 */
function requireTrustedKey({ hint, now }, trustRoot, name = 'Signing key') {
    const known = keysByHint(trustRoot).get(hint);
    const fault = known === undefined ? null : signingFault(known, now ?? null);
    if (known !== undefined && fault === null)
        return;
    const valid = trustRoot.keys.filter((trusted) => !trusted.revoked).map(({ id }) => `"${id}"`);
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('refused', {
        where: name,
        found: known === undefined ? 'a key that the base policy does not name' : `key "${known.id}", which ${fault}`,
        allowed: `the private half of a key that "trust.keys" in the base policy names: ${valid.join(', ') || 'none is valid'}`,
        remedy: 'Put the private key that belongs to it into the secret, or merge the new public key first',
    }, { reasonCode: 'signature-invalid' });
}
/** Who signs must be valid now: a revocation to come counts already. */
function signingFault(key, now) {
    return key.revoked ? 'is revoked' : (0,_key_lifetime_js__WEBPACK_IMPORTED_MODULE_2__/* .keyFaultAt */ .L)(key, now);
}


/***/ }),

/***/ 80552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c_: () => (/* binding */ usedWaiversSchema),
/* harmony export */   hg: () => (/* binding */ sortedWaivers),
/* harmony export */   q$: () => (/* binding */ waiverContradiction)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61993);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28796);



const usedWaiver = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    digest: _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .digestSchema */ .er,
    gate: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .GATE_NAMES */ .rn),
    measure: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    owner: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    ownerId: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
    expiresOn: zod__WEBPACK_IMPORTED_MODULE_3__/* .date */ .p6(),
});
/** Used waivers of a signed statement: by id, none twice. */
const usedWaiversSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(usedWaiver)
    .refine((waivers) => waivers.every(({ id }, index) => index === 0 || (waivers[index - 1]?.id ?? id) < id), {
    message: 'must be in the order of their ids, none twice',
});
/** Only the members that a statement holds, in the order that it needs. */
function sortedWaivers(waivers) {
    return waivers
        .map(({ id, digest, gate, measure, owner, ownerId, expiresOn }) => ({
        id,
        digest,
        gate,
        measure,
        owner,
        ownerId,
        expiresOn,
    }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
}
/** What decisions and waivers of one summary contradict each other in, as a text, or `null`. */
function waiverContradiction(decisions, waivers) {
    for (const { gate, outcome, waived } of decisions) {
        const covered = waivers.some((waiver) => waiver.gate === gate);
        if (waived && outcome === 'pass')
            return `a ${gate} decision that passes and is waived`;
        if (waived !== covered)
            return `a ${gate} decision that is ${waived ? '' : 'not '}waived, ${covered ? 'with' : 'without'} a waiver`;
    }
    const idle = waivers.find(({ gate }) => !decisions.some((decision) => decision.gate === gate));
    return idle === undefined ? null : `a waiver of the ${idle.gate} gate, which has no decision`;
}


/***/ }),

/***/ 99056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ verifyBundle)
});

// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/strict-json.js
var strict_json = __webpack_require__(2117);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/attest/src/key-lifetime.js
var key_lifetime = __webpack_require__(96296);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var classic_errors = __webpack_require__(961);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(37428);
;// CONCATENATED MODULE: ./build/packages/attest/src/keyless/instance.js


const MAX_ROOT_BYTES = 4 * 1024 * 1024;
// A key without a beginning would count for all time, so one is required.
const period = schemas/* object */.Ikc({ start: iso/* datetime */.w$(), end: iso/* datetime */.w$().optional() }).loose();
const logs = schemas/* array */.YOg(schemas/* object */.Ikc({ publicKey: schemas/* object */.Ikc({ rawBytes: schemas/* base64 */.K39(), validFor: period }).loose() }).loose());
const authorities = schemas/* array */.YOg(schemas/* object */.Ikc({
    certChain: schemas/* object */.Ikc({ certificates: schemas/* array */.YOg(schemas/* object */.Ikc({ rawBytes: schemas/* base64 */.K39() }).loose()).min(1) }).loose(),
    validFor: period,
})
    .loose());
const schema = schemas/* object */.Ikc({
    mediaType: schemas/* string */.YjP().regex(/^application\/vnd\.dev\.sigstore\.trustedroot(?:\+json;version=0\.1|\.v0\.2\+json)$/),
    certificateAuthorities: authorities.min(1),
    ctlogs: logs.default([]),
    tlogs: logs.default([]),
    timestampAuthorities: authorities.default([]),
})
    .loose();
/**
 * Reads the trusted root of an instance.
 *
 * @throws ConfigError when it cannot be read, vouches for no time (neither log nor timestamp authority), or no workflow
 *   may sign.
 */
async function loadInstance({ trustedRoot, signers }) {
    if (signers.length === 0)
        throw rootFault('no workflow that may sign');
    if (trustedRoot.length > MAX_ROOT_BYTES)
        throw rootFault(`a trusted root of ${trustedRoot.length} bytes`);
    const [{ TrustedRoot }, { toTrustMaterial }] = await Promise.all([
        __webpack_require__.e(/* import() */ 9654).then(__webpack_require__.t.bind(__webpack_require__, 19654, 19)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19)),
    ]);
    const { ctlogs, tlogs, timestampAuthorities, material } = readRoot(trustedRoot, (value) => toTrustMaterial(TrustedRoot.fromJSON(value)));
    if (tlogs.length + timestampAuthorities.length === 0) {
        throw rootFault('neither a log nor a timestamp authority, so that no certificate could be held to its minutes');
    }
    return {
        material,
        thresholds: {
            ctlogThreshold: ctlogs.length > 0 ? 1 : 0,
            tlogThreshold: tlogs.length > 0 ? 1 : 0,
            timestampThreshold: 1,
        },
    };
}
function readRoot(bytes, toMaterial) {
    try {
        const root = schema.parse((0,strict_json/* parseStrictJson */.R)(bytes, 16));
        return { ...root, material: toMaterial(root) };
    }
    catch (cause) {
        const why = cause instanceof classic_errors/* ZodError */.G ? core_errors/* prettifyError */.S1(cause) : String(cause);
        throw rootFault(why.slice(0, 500));
    }
}
function rootFault(found) {
    return new errors/* ConfigError */.xL([
        {
            where: 'Trust root of Sigstore',
            found,
            allowed: 'the trusted_root.json of an instance, each authority and log with the time from which it counts, and at least one workflow that may sign',
            remedy: 'Take the file from the instance (for the public one: "cosign trusted-root create")',
        },
    ]);
}

;// CONCATENATED MODULE: ./build/packages/attest/src/keyless/workflow-identity.js
/** Source Repository URI, in Fulcio's registry of extensions. */
const SOURCE_REPOSITORY = '1.3.6.1.4.1.57264.1.12';
const UTF8_STRING = 0x0c;
/** Reads the identity of a certificate that is verified already. */
function certifiedIdentity({ identity }) {
    return {
        issuer: identity?.extensions?.issuer ?? null,
        workflow: identity?.subjectAlternativeName ?? null,
        repository: extensionOf(identity?.oids ?? [], SOURCE_REPOSITORY),
    };
}
/** The identity of the policy that a certificate is for, or `null`. */
function trustedIdentity(found, trusted) {
    const { issuer, workflow, repository } = found;
    return (trusted.find((identity) => identity.issuer === issuer && identity.workflow === workflow && identity.repository === repository) ?? null);
}
/** The text of an extension; one that stands twice, or is no short DER string, says nothing. */
function extensionOf(oids, wanted) {
    const [only, ...others] = oids.filter(({ oid }) => oid?.id.join('.') === wanted);
    if (only === undefined || others.length > 0)
        return null;
    const { value } = only;
    const [tag, first = 0, second = 0] = value;
    const start = first === 0x81 ? 3 : 2;
    const length = first === 0x81 ? second : first;
    if (tag !== UTF8_STRING || first > 0x81 || value.length !== start + length)
        return null;
    return value.subarray(start).toString('utf8');
}

;// CONCATENATED MODULE: ./build/packages/attest/src/keyless/verify-keyless.js




const MAX_DEPTH = 32;
const MAX_LOG_ENTRIES = 8;
/** The parts of a bundle that count, as for keys; here log entries and timestamps are among them, and are verified. */
const keylessBundleSchema = schemas/* object */.Ikc({
    mediaType: schemas/* enum */.k5n([
        'application/vnd.dev.sigstore.bundle.v0.3+json',
        'application/vnd.dev.sigstore.bundle+json;version=0.3',
    ]),
    dsseEnvelope: schemas/* object */.Ikc({}).loose(),
    verificationMaterial: schemas/* object */.Ikc({
        certificate: schemas/* object */.Ikc({ rawBytes: schemas/* string */.YjP() }),
        tlogEntries: schemas/* array */.YOg(schemas/* object */.Ikc({}).loose()).max(MAX_LOG_ENTRIES).default([]),
        timestampVerificationData: schemas/* object */.Ikc({}).loose().exactOptional(),
    }),
});
/**
 * Verifies a bundle that was signed without a key of one's own: certificate, time, logs and signature against the trust
 * root that is handed over, then who signed. The time is that of the log or of the timestamp authority.
 *
 * @throws ActionError `signature-invalid`; ConfigError when the trust root cannot be read.
 */
async function verifyEnvelope(bundleBytes, trustRoot) {
    const { material, thresholds } = await loadInstance(trustRoot);
    const [{ bundleFromJSON }, { Verifier, toSignedEntity }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19)),
    ]);
    const bundle = readKeyless(bundleBytes, bundleFromJSON);
    const found = attempt('a signature without a key that does not verify', () => certifiedIdentity(new Verifier(material, thresholds).verify(toSignedEntity(bundle))));
    const signer = trustedIdentity(found, trustRoot.signers);
    if (signer === null)
        throw refusedKeyless(`a signature by ${JSON.stringify(found)}`);
    if (bundle.content.$case !== 'dsseEnvelope')
        throw refusedKeyless('a bundle without a DSSE envelope');
    const { payload, payloadType } = bundle.content.dsseEnvelope;
    return { payloadType, payload: new Uint8Array(payload), signer };
}
function readKeyless(bytes, fromJson) {
    return attempt('text that is not a Sigstore bundle v0.3 signed with a certificate', () => fromJson(keylessBundleSchema.parse((0,strict_json/* parseStrictJson */.R)(bytes, MAX_DEPTH))));
}
/** What comes from outside may make a parser throw anything: all of it is a refusal. */
function attempt(found, act) {
    try {
        return act();
    }
    catch (cause) {
        throw refusedKeyless(found, cause);
    }
}
function refusedKeyless(found, cause) {
    const detail = cause instanceof Error ? `${found} (${cause.message.slice(0, 300)})` : found;
    return new errors/* ActionError */.lZ('refused', {
        where: 'Signature',
        found: detail,
        allowed: 'a signature by a workflow that the base policy names, with a certificate and a time of its Sigstore instance',
        remedy: 'Let that workflow sign again; if it was renamed or moved, merge its new identity into the policy first',
    }, { reasonCode: 'signature-invalid', cause });
}

// EXTERNAL MODULE: ./build/packages/attest/src/predicate-types.js
var predicate_types = __webpack_require__(47192);
// EXTERNAL MODULE: ./build/packages/attest/src/statement.js
var statement = __webpack_require__(28796);
// EXTERNAL MODULE: ./build/packages/attest/src/trust-root.js
var trust_root = __webpack_require__(33916);
;// CONCATENATED MODULE: ./build/packages/attest/src/verify.js







const MAX_BUNDLE_BYTES = 16 * 1024 * 1024;
const verify_MAX_DEPTH = 32;
/** The parts of a bundle that count. Everything else is cut off before a parser or verifier can act on it. */
const keyBundleSchema = schemas/* object */.Ikc({
    mediaType: schemas/* literal */.euz('application/vnd.dev.sigstore.bundle.v0.3+json'),
    dsseEnvelope: schemas/* object */.Ikc({}).loose(),
    verificationMaterial: schemas/* object */.Ikc({ publicKey: schemas/* object */.Ikc({ hint: schemas/* string */.YjP() }) }),
});
/**
 * Verifies a Sigstore bundle against a trust root, whose kind says how. By keys, the log entries, timestamps and
 * certificates that a bundle brings along are neither needed nor believed: with or without them the verdict is the same.
 * By a Sigstore instance they are needed, and verified.
 *
 * @param anchoredAt of a key only: when the ledger recorded the statement; without it a key that counts for a time only is refused.
 * @throws ActionError reason `signature-invalid` when the bundle cannot be read, is signed by an unknown
 *   key or one that did not count when it was anchored, does not verify, or does not hold an in-toto statement.
 * @throws ConfigError when the trust root itself cannot be read.
 */
async function verifyBundle(bundleJson, trustRoot, anchoredAt = null) {
    const bytes = bundleBytes(bundleJson);
    if (trustRoot.kind === 'key')
        return verifyByKey(bytes, trustRoot, anchoredAt);
    const { payload, payloadType, signer } = await verifyEnvelope(bytes, trustRoot);
    return verifiedStatement({ payload, payloadType }, signer.id);
}
async function verifyByKey(bytes, trustRoot, anchoredAt) {
    const keys = (0,trust_root/* keysByHint */.f)(trustRoot);
    const [{ bundleFromJSON }, { Verifier, toSignedEntity }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4463), __webpack_require__.e(4187)]).then(__webpack_require__.t.bind(__webpack_require__, 54187, 19)),
    ]);
    const { bundle, hint } = readBundle(bytes, bundleFromJSON);
    const signer = signerOf(hint, keys, anchoredAt);
    try {
        const verifier = new Verifier(materialOf(hint, signer), {
            tlogThreshold: 0,
            ctlogThreshold: 0,
            timestampThreshold: 0,
        });
        verifier.verify(toSignedEntity(bundle));
    }
    catch (cause) {
        throw refused(`a signature by key "${signer.id}" that does not verify`, cause);
    }
    if (bundle.content.$case !== 'dsseEnvelope')
        throw refused('a bundle without a DSSE envelope');
    const { payload, payloadType } = bundle.content.dsseEnvelope;
    return verifiedStatement({ payload: new Uint8Array(payload), payloadType }, signer.id);
}
function verifiedStatement({ payload, payloadType }, keyId) {
    if (payloadType !== predicate_types/* PAYLOAD_TYPE */.Uc)
        throw refused(`payload type ${JSON.stringify(payloadType)}`);
    return { statement: (0,statement/* parseStatement */.By)(payload), payload, digest: (0,digest/* sha256 */.sc)(payload), keyId };
}
function bundleBytes(bundleJson) {
    const bytes = new TextEncoder().encode(bundleJson);
    if (bytes.length <= MAX_BUNDLE_BYTES)
        return bytes;
    throw refused(`a bundle of ${bytes.length} bytes; at most ${MAX_BUNDLE_BYTES} are read`);
}
function readBundle(bytes, fromJson) {
    try {
        const parts = keyBundleSchema.parse((0,strict_json/* parseStrictJson */.R)(bytes, verify_MAX_DEPTH));
        return { bundle: fromJson(parts), hint: parts.verificationMaterial.publicKey.hint };
    }
    catch (cause) {
        throw refused('text that is not a Sigstore bundle v0.3 signed with a key', cause);
    }
}
function signerOf(hint, keys, anchoredAt) {
    const signer = keys.get(hint);
    if (signer === undefined)
        throw refused(`a signature by the unknown key ${JSON.stringify(hint.slice(0, 100))}`);
    const fault = (0,key_lifetime/* keyFaultAt */.L)(signer, anchoredAt);
    if (fault !== null)
        throw refused(`a signature by key "${signer.id}", which ${fault}`);
    return signer;
}
function materialOf(hint, signer) {
    return {
        certificateAuthorities: [],
        timestampAuthorities: [],
        tlogs: [],
        ctlogs: [],
        publicKey: (asked) => {
            if (asked !== hint)
                throw new Error(`asked for key ${asked} while verifying ${hint}`);
            return { publicKey: signer.key, validFor: () => true };
        },
    };
}
function refused(found, cause) {
    const detail = cause instanceof Error ? `${found} (${cause.message.slice(0, 300)})` : found;
    return new errors/* ActionError */.lZ('refused', {
        where: 'Signature',
        found: detail,
        allowed: 'a signature by a key of "trust.keys" in the base policy that is not revoked',
        remedy: 'Let the decide workflow sign again with the current key',
    }, { reasonCode: 'signature-invalid', cause });
}


/***/ }),

/***/ 90781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ decisionSchema)
/* harmony export */ });
/* unused harmony export parseDecision */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61993);
/* harmony import */ var _reason_codes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85424);



const digest = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^sha256:[0-9a-f]{64}$/)
    .transform((value) => value);
const outcome = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['pass', 'fail', 'inconclusive']);
const reasonCode = zod__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((value) => typeof value === 'string' && (0,_reason_codes_js__WEBPACK_IMPORTED_MODULE_1__/* .isReasonCode */ .v)(value), {
    message: 'must be a reason code of the closed list',
});
const bound = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable();
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0);
const finding = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    measure: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    outcome,
    severity: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['block', 'warn']),
    reasonCode,
    groups: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).exactOptional(),
    value: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(),
    interval: zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([bound, bound]).exactOptional(),
    confidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().gt(0).lt(1).exactOptional(),
    coverage: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_decision_js__WEBPACK_IMPORTED_MODULE_2__/* .COVERAGES */ .Oy).exactOptional(),
    n: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(count).exactOptional(),
    requiredN: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).exactOptional(),
    limit: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().exactOptional(),
    failsWhen: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['above', 'below']).exactOptional(),
    failsAtLimit: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(true).exactOptional(),
    method: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().exactOptional(),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
})
    .refine(({ requiredN, outcome, n }) => requiredN === undefined || (outcome === 'inconclusive' && wantsRows(requiredN, n)), {
    message: 'rows are needed only where a finding is inconclusive, and more than there are',
    path: ['requiredN'],
});
/**
 * The shape of a decision, closed: no unknown member. A `pass` must rest on at least one finding and on no blocking
 * `fail`, so that an empty or contradictory list is refused here already.
 */
const decisionSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(1),
    gate: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_decision_js__WEBPACK_IMPORTED_MODULE_2__/* .GATE_NAMES */ .rn),
    outcome,
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ model: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), modelDigest: digest }).nullable(),
    policyDigest: digest.nullable(),
    inputs: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), digest, rows: count.exactOptional() })),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(finding),
    measures: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()),
    power: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ minimumDetectable: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullable(), requiredN: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()) }),
    notMeasured: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
})
    .refine((decision) => decision.outcome !== 'pass' || supportsPass(decision.findings), {
    message: 'outcome "pass" needs at least one finding and no blocking finding that fails',
    path: ['outcome'],
});
function supportsPass(findings) {
    return findings.length > 0 && !findings.some((f) => f.severity === 'block' && f.outcome === 'fail');
}
/**
 * Checks a value that claims to be a decision.
 *
 * @throws ZodError naming every member that is wrong.
 */
function parseDecision(value) {
    return decisionSchema.parse(value);
}
/** True where more rows are asked for than there are; with several groups, than the smallest of them has. */
function wantsRows(requiredN, n) {
    return n === undefined || n.length === 0 || requiredN > Math.min(...n);
}


/***/ }),

/***/ 85424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ REASON_CODES),
/* harmony export */   v: () => (/* binding */ isReasonCode)
/* harmony export */ });
/**
 * Every reason code, with the sentence that explains it. The list is closed and a code is never reused for another
 * meaning; `docs/reason-codes.md` is generated from it.
 */
const REASON_CODES = {
    // gates: judged
    'within-limit': 'The whole interval lies on the passing side of the limit.',
    'limit-exceeded': 'The whole interval lies beyond the limit.',
    'interval-spans-limit': 'The interval contains the limit: the data cannot tell.',
    'floor-met': 'The lower bound is at or above the floor.',
    'below-floor': 'The upper bound is below the floor.',
    'interval-spans-floor': 'The interval contains the floor: the data cannot tell.',
    superior: 'The challenger is better than the champion: the lower bound of the difference is above zero.',
    'non-inferior': 'The challenger is no worse than the champion by more than the margin.',
    'worse-within-margin': 'The challenger is worse than the champion, by no more than the margin: a person should know.',
    inferior: 'The challenger is worse than the champion by more than the margin.',
    'first-version': 'There is no champion: limits and the trivial baseline judge in its place, if there are any.',
    'not-better-than-trivial': 'The model is not better than the declared trivial baseline.',
    'warning-exceeded': 'The effect is at or beyond the limit of warning and surely below that of failure.',
    // gates: not judged
    'compared-with-itself': 'The data are the bytes that they are compared with, so no difference could be found.',
    'empty-group': 'A group has no row, so nothing about it could be measured.',
    'insufficient-n': 'A group has fewer rows than the policy asks for, or a metric fewer than an interval needs.',
    'no-positives': 'No row has the positive label, so the rate has no denominator.',
    'no-negatives': 'No row has the negative label, so the rate has no denominator.',
    'no-predicted-positives': 'No row is predicted positive, so the rate has no denominator.',
    'no-predicted-negatives': 'No row is predicted negative, so the rate has no denominator.',
    'zero-denominator': 'Both rates of a ratio are zero, so the ratio has no value.',
    'undefined-replicates': 'In more than a tenth of the samples drawn again the measure has no value, so no interval is known.',
    'test-set-reused': 'The evaluation rows have judged so many candidates that passing them says little about new rows.',
    'test-set-reuse-unknown': 'How often the evaluation rows were used before is not known.',
    'training-rows-in-evaluation': 'Training has seen rows that the evaluation is made on.',
    'monte-carlo': 'The limit lies so near a bound that the drawn samples cannot tell the side, even after doubling them.',
    'absent-class': 'A class has no row, so its area under the curve has no value.',
    'constant-target': 'All true values are equal, so nothing in them can be explained.',
    'zero-target': 'A true value is zero, so an error as a share of it has no value.',
    'no-relevant-items': 'No query has a relevant item, so no ranking of its items is better than another.',
    'too-few-clusters': 'Fewer than 20 clusters say too little about how clusters differ.',
    'value-negative': 'A value is below zero where the measure needs numbers from zero.',
    'single-class': 'All labels are equal, so ranking cannot be measured.',
    'single-group': 'Only one group is present, so there is nothing to compare.',
    'one-decision-tips': 'One decision the other way round would reverse the result of the selection ratio.',
    'ratio-not-of-favorable': 'A limited ratio of selection rates is not known to be one of the favourable prediction: a person should know.',
    'effect-without-evidence': 'The effect is at or beyond the limit, and chance may explain it.',
    'batch-too-small': 'Chance alone takes an effect to its limit in more than one of twenty batches of this size.',
    'bounds-span-limit': 'A profile bounds the effect, and the limit lies between the bounds.',
    'suspect-pipeline': 'The predictions have drifted and no input has: look at the pipeline before the world.',
    suppressed: 'The numbers are withheld, because a group of very few rows could be worked out from them.',
    'low-coverage': 'Groups that are too small to be judged hold more than a tenth of the rows.',
    'many-missing-groups': 'More than a twentieth of the rows have no value in a sensitive column.',
    'constant-prediction': 'All predictions are equal, so a difference between groups says nothing about the decision rule.',
    'prediction-not-a-threshold': 'A row with a lower score is predicted positive and one with a higher score negative: metrics of the score do not describe the predictions.',
    'champion-unavailable': 'The champion could not be loaded and its stored predictions are of other data.',
    // gates: data
    'schema-broken': 'A column is missing, unexpected or of another type than the policy says.',
    'value-outside-domain': 'A value is outside what the policy allows for its column.',
    'value-repeated': 'A value occurs more than once in a column whose values are unique.',
    'column-constant': 'A column has the same value, or none, in all rows.',
    'row-count-outside': 'The table has fewer or more rows than the policy allows.',
    'rows-duplicated': 'More rows equal an earlier one than the policy allows, or a file of a table is a copy of another.',
    'data-stale': 'The newest timestamp is older than the policy allows.',
    'data-from-future': 'A timestamp lies after the day of the decision.',
    'unit-changed': 'A median is a multiple of that of the profile that is usual between two units.',
    'target-leaked': 'A column gives the label away.',
    'pointer-invalid': 'A Git LFS or DVC pointer cannot be read, or stands for a folder.',
    'description-invalid': 'A Croissant description breaks its format or conforms to another version.',
    'description-mismatch': 'A Croissant description says something else of the data than they are.',
    // tables and the engine that reads them
    'file-missing': 'A path or glob names no file.',
    'file-empty': 'A file has no byte, or a table no row.',
    'file-not-regular': 'A path leads to a folder or a device.',
    'pointer-not-fetched': 'A file is a Git LFS or DVC pointer: the data that it stands for were not fetched.',
    'file-outside-workspace': 'A path, or a link on it, leads out of the folder that may be read.',
    'file-changed': 'A file changed while it was read, so its digest is not that of what was judged.',
    'file-unreadable': 'A file is truncated, corrupt or not in the format that its name says.',
    'file-too-large': 'A file, record or column is larger than what may be read.',
    'mixed-types': 'A column holds values of several types, and no type is declared for it.',
    'type-mismatch': 'Values are not of the declared type, or of another type than in the other table: 1 is not "1".',
    'column-missing': 'A table has no column of that name.',
    'column-unsupported': 'A column has a type that the operation cannot use.',
    'ids-missing': 'A row has no id.',
    'ids-duplicated': 'An id occurs more than once.',
    'ids-inexact': 'An id is a number that cannot be told from its neighbours: a fraction, or beyond 2^53.',
    'id-sets-differ': 'Two tables that are joined do not hold the same ids.',
    'value-missing': 'A value is missing where the measure needs one in every row.',
    'value-not-finite': 'A value is NaN or infinite where the measure needs a number.',
    'weight-not-positive': 'A weight is zero or negative.',
    'operation-unsupported': 'The engine cannot do what the gate asks, and nothing is approximated.',
    'engine-unavailable': 'The data engine could not be found or fetched.',
    'engine-untrusted': 'A copy of the data engine has other bytes than the pinned ones.',
    // evidence and decision
    'no-policy': 'The base branch has no gatehouse.yml.',
    'policy-invalid': 'The gatehouse.yml of the base branch has faults.',
    'decision-missing': 'A gate that the policy requires has no decision for this candidate.',
    'decision-mismatch': 'A decision is about another model, policy or data than this pull request.',
    'digest-mismatch': 'Bytes are not what their digest says.',
    'candidate-missing': 'The training run left no candidate.',
    'candidate-expired': 'The candidate artifact has expired; train again.',
    'format-not-allowed': 'A model file is in a format that is not on the allowlist.',
    'head-moved': 'The pull request has a newer head than the one evaluated.',
    'head-shared': 'Several pull requests of this repository have the same head or branch, so the run may be of another one.',
    'base-changed': "The base of the pull request was changed after the run began, so the run may be of another base's workflows.",
    'predictions-refused': 'The predictions table breaks its contract.',
    'evaluation-failed': 'The evaluation command failed or wrote no predictions.',
    'evaluation-error': 'The evaluation could not be made.',
    'isolation-unavailable': "The candidate's own code may run only in isolation, and this machine offers none.",
    'policy-changed': 'The decision was made under an older policy than the one on the base branch now.',
    'waiver-invalid': 'A waiver breaks its contract or names what cannot be waived.',
    'waiver-expired': 'A waiver that the evaluation rests on has lapsed or is no longer on the base branch.',
    'fork-needs-sponsor': 'The head is in a fork; a maintainer must bring the commit into a branch.',
    // approval
    approved: 'Every required role has approved the current tuple.',
    'ready-for-approval': 'All decisions pass; approvals of the required roles are missing.',
    'no-governed-file': 'The pull request changes no governed file.',
    'reviewer-is-author': 'The reviewer opened the pull request.',
    'policy-only': 'The pull request changes rules and no model: the roles that own the policy decide.',
    'emergency-approved': 'An emergency change has its quorum; the full review is due by the date that it names.',
    'emergency-invalid': 'The declaration of an emergency breaks its contract.',
    'emergency-review-overdue': 'An emergency change was merged and its full review is overdue.',
    'approval-stale': 'The approved head, model, evidence or policy was replaced, so the approvals no longer count.',
    'reviewer-co-authored': 'The reviewer is named as co-author of a commit.',
    'reviewer-owns-waiver': 'The reviewer owns a waiver that the evaluation rests on.',
    'review-after-merge': 'The review was submitted after the merge.',
    'too-many-files': 'The pull request changes more files than GitHub lists, so what it governs is unknown.',
    'merge-group-unknown': "GitHub's merge queue has no entry for this head, so its pull requests are unknown.",
    'merge-group-ready': 'Every pull request of the merge group has its approvals, and its model files are unchanged in the group.',
    'service-unavailable': 'GitHub did not answer, so nothing could be judged.',
    'reviewer-is-committer': 'The reviewer wrote or committed a commit of the pull request.',
    'reviewer-is-pusher': 'The reviewer pushed to the branch of the pull request.',
    'reviewer-started-training': 'The reviewer started the training run.',
    'reviewer-not-human': 'The reviewer is a bot or an app.',
    'reviewer-without-write': 'The reviewer has no write access.',
    'reviewer-permission-unknown': "The reviewer's permission could not be read.",
    'reviewer-without-role': 'The reviewer is in none of the required roles.',
    'role-unknown': "A role's team could not be read, so membership is unknown.",
    'review-not-approving': "The reviewer's latest review is not an approval.",
    'review-of-other-commit': 'The review is of another commit than the head.',
    'review-before-ready': 'The review was submitted before the suite announced that this tuple was ready for approval.',
    'commit-without-user': 'A commit is not linked to a GitHub user, so separation of duties cannot be shown.',
    'pushers-unknown': 'The branch was pushed more often than GitHub tells, so not all who pushed are known.',
    'pushed-by-bot': 'A bot opened the pull request or pushed to its branch, so the person behind it is unknown.',
    'too-many-commits': 'The pull request has more commits than GitHub lists, so its committers are unknown.',
    // release
    authorised: 'The release authorisation is signed by a trusted key and names these bytes.',
    'not-authorised': 'No valid release authorisation names this model digest and commit.',
    'signature-invalid': 'A signature does not verify against the trust root.',
    'model-file-changed': 'A signed file of the model has other bytes.',
    'model-file-missing': 'A signed file of the model is not there.',
    'model-file-additional': 'A file lies with the model that its signature does not name.',
    'model-file-renamed': 'A file of the model has the bytes of a signed one and another name.',
    'model-root-mismatch': 'The digest of the whole in a model signature is not that of its files in the order of its list.',
    'encrypted-header-invalid': 'The header of an encrypted file is not in the format of age v1.',
    'encrypted-header-changed': 'The header of an encrypted file is not as it was written with its file key.',
    'encrypted-no-identity': 'An encrypted file is for none of the identities that are given.',
    'encrypted-payload-invalid': 'The payload of an encrypted file was changed, cut or continued.',
    'not-merged': 'The pull request is not merged.',
    'tree-changed': 'The merged tree has governed files that are not as they were approved.',
    'not-immutable': 'The release is not immutable.',
    'version-exists': 'The version is already published with other bytes.',
    'version-superseded': 'A newer version of the model is published; an older one is deployed only by an explicit rollback.',
    'version-revoked': 'The policy says that the version may come into no stage any more.',
    'stage-moved': 'Another version came into the stage first, so what was asked for may not be wanted any more.',
    'stage-rule-unmet': 'A rule of the stage does not hold for the version or for the person who asked.',
    'stage-broken': 'The tag of the assignment in force is missing, moved or says something else than the ledger.',
    'chunk-index-invalid': 'A chunk index contradicts itself or its version: names, places, sizes, order or the releases that it refers to.',
    'release-full': 'A version needs more or larger parts than a release holds.',
    'release-in-use': 'A live version is read from the release, or may be, so it cannot be retired.',
    'ledger-broken': 'The ledger has a gap, an edit or a fork.',
};
/** True when `value` is one of {@link REASON_CODES}. */
function isReasonCode(value) {
    return Object.hasOwn(REASON_CODES, value);
}


/***/ }),

/***/ 52768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ resourceUri)
/* harmony export */ });
/** `https://github.com/owner/name@<head>#<model>`. */
function resourceUri(resource) {
    return `${resource.repositoryUrl}@${resource.headSha}#${resource.model}`;
}


/***/ })

};
