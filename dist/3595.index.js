export const id = 3595;
export const ids = [3595];
export const modules = {

/***/ 94396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ peopleToAsk),
/* harmony export */   y: () => (/* binding */ roleMembers)
/* harmony export */ });
/** Logins and teams to ask for, each once. */
function peopleToAsk(roles) {
    return {
        logins: [...new Set(roles.flatMap(({ users }) => users))],
        teams: [...new Set(roles.flatMap(({ teams }) => teams))],
    };
}
/**
 * Who holds the roles: users by login, teams by membership. A team that cannot be read, or was not asked for, leaves the
 * role incomplete, and so does a login that was not asked for. A login without an account holds nothing.
 */
function roleMembers(roles, known) {
    return roles.map(({ role, users, teams }) => {
        const accounts = users.map((login) => known.accounts.get(login));
        const members = teams.map((team) => known.teams.get(team));
        const byId = new Map([...accounts, ...members.flatMap((list) => list ?? [])].flatMap((account) => account === null || account === undefined ? [] : [[account.id, account]]));
        const complete = !accounts.includes(undefined) && members.every((list) => list !== null && list !== undefined);
        return { role, members: [...byId.values()], complete };
    });
}


/***/ }),

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

/***/ 27500:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ requireStageMover)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _role_members_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94396);


/**
 * Refuses somebody who holds none of the roles that the stage names; without such names the job's own guards decide.
 * Compared by numeric id. A team that cannot be read is no membership.
 *
 * @throws ActionError `refused`: `stage-rule-unmet`, or `role-unknown` where the membership cannot be told.
 */
async function requireStageMover(people, config, asked) {
    const { stage, mover } = asked;
    const rules = config['stage-rules'];
    const promoters = Object.hasOwn(rules, stage) ? rules[stage]?.promoters : undefined;
    if (promoters === undefined)
        return;
    const roles = promoters.map((role) => {
        const { users = [], teams = [] } = config.approvals.roles[role] ?? {};
        return { role, users, teams };
    });
    const wanted = (0,_role_members_js__WEBPACK_IMPORTED_MODULE_0__/* .peopleToAsk */ .I)(roles);
    const [accounts, teams] = await Promise.all([people.accounts(wanted.logins), people.teams(wanted.teams)]);
    const members = (0,_role_members_js__WEBPACK_IMPORTED_MODULE_0__/* .roleMembers */ .y)(roles, { accounts, teams });
    if (members.some((role) => role.members.some(({ id }) => id === mover.id)))
        return;
    const unknown = members.filter(({ complete }) => !complete).map(({ role }) => role);
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('refused', {
        where: `Stage "${stage}"`,
        found: unknown.length === 0
            ? `${mover.login} (user ${mover.id}) holds none of its roles`
            : `it cannot be told whether ${mover.login} (user ${mover.id}) holds ${unknown.join(' or ')}`,
        allowed: `a person with one of the roles ${promoters.join(', ')}`,
        remedy: unknown.length === 0
            ? 'Let somebody with one of these roles start the job'
            : 'Give the action an org-token that reads the teams of these roles',
    }, { reasonCode: unknown.length === 0 ? 'stage-rule-unmet' : 'role-unknown' });
}


/***/ }),

/***/ 52125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ verifyReleaseAuthorisation)
/* harmony export */ });
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99056);
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72589);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52768);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53732);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18612);



/** The asset that brings the signed authorisation along with a version. */
const AUTHORISATION_ASSET = 'authorisation.json';
/**
 * Verifies the authorisation that a version brings along: signed by a key of the policy, for this model of this
 * repository, for these bytes and for the commit of the version. The policy is that of the default branch; a release
 * that anybody could make by hand has no such signature.
 *
 * @throws ActionError `refused`: `not-authorised`, `signature-invalid`.
 */
async function verifyReleaseAuthorisation(policy, version, expected) {
    const { model, repositoryUrl } = expected;
    const bundle = version.attachments.get(AUTHORISATION_ASSET);
    if (bundle === undefined)
        throw notAuthorised(version, `a release without ${AUTHORISATION_ASSET}`);
    const verified = await (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_0__/* .verifyBundle */ .I)(textOf(version, bundle).trimEnd(), (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .trustRootOf */ .KE)(policy));
    const authorisation = (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseAuthorisation */ .J)(verified.statement);
    const { headSha, mergedSha } = authorisation;
    const { commit } = version.manifest;
    const problems = [
        authorisation.model === model ? null : `an authorisation of the model "${authorisation.model}"`,
        authorisation.modelDigest === version.modelDigest ? null : `an authorisation of ${authorisation.modelDigest}`,
        authorisation.resourceUri === (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .resourceUri */ .N)({ repositoryUrl, headSha, model })
            ? null
            : `an authorisation for ${authorisation.resourceUri}`,
        mergedSha === commit ? null : `a release of commit ${commit}, authorised is ${mergedSha}`,
    ];
    const problem = problems.find((found) => found !== null);
    if (problem !== undefined && problem !== null)
        throw notAuthorised(version, problem);
    return authorisation;
}
function textOf(version, bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw notAuthorised(version, `${AUTHORISATION_ASSET} that is not UTF-8`, cause);
    }
}
function notAuthorised(version, found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('refused', {
        where: `Version ${version.tag}`,
        found,
        allowed: 'a signed authorisation of this model of this repository, for these bytes and this commit',
        remedy: 'Use a version that publish-model made, from its own tag',
    }, { reasonCode: 'not-authorised', cause });
}


/***/ }),

/***/ 19723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ verifyVersionStatements)
/* harmony export */ });
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99056);
/* harmony import */ var _gatehouse_attest__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52991);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53732);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18612);
/* harmony import */ var _version_authorisation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52125);




/**
 * Verifies every signed statement that a version brings along: the authorisation, the model's signature, and the
 * evidence with the summary that the authorisation rests on.
 *
 * @throws ActionError `refused`: `not-authorised`, `signature-invalid`.
 */
async function verifyVersionStatements(policy, version, expected) {
    const authorisation = await (0,_version_authorisation_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyReleaseAuthorisation */ .T)(policy, version, expected);
    const trustRoot = (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .trustRootOf */ .KE)(policy);
    const verified = (text) => (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_2__/* .verifyBundle */ .I)(text, trustRoot);
    const signed = (0,_gatehouse_attest__WEBPACK_IMPORTED_MODULE_3__/* .signedModelDigest */ .O)((await verified(textOf(version, 'model.sig').trimEnd())).statement);
    if (signed !== version.modelDigest)
        throw refused(version, `a model signature of ${signed}`);
    const lines = textOf(version, 'evidence.jsonl').trimEnd().split('\n');
    const statements = await Promise.all(lines.map(verified));
    // The summary is the last line; the decisions before it are what it was made of.
    if (statements.length < 2 || statements.at(-1)?.digest !== authorisation.summaryDigest) {
        throw refused(version, 'evidence without the summary that the authorisation rests on');
    }
    return authorisation;
}
function textOf(version, name) {
    const bytes = version.attachments.get(name);
    if (bytes === undefined)
        throw refused(version, `a release without ${name}`);
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw refused(version, `${name} that is not UTF-8`, cause);
    }
}
function refused(version, found, cause) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_4__/* .ActionError */ .lZ('refused', {
        where: `Version ${version.tag}`,
        found,
        allowed: 'the signed model and the signed evidence that its authorisation names',
        remedy: 'Use a version that publish-model made, from its own tag',
    }, { reasonCode: 'not-authorised', cause });
}


/***/ }),

/***/ 9006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BS: () => (/* binding */ DEFAULT_CLAIM_PATIENCE),
  e$: () => (/* binding */ assignStage),
  Gm: () => (/* binding */ stageMoved)
});

// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/registry/src/stages/gto-tag.js
var gto_tag = __webpack_require__(730);
;// CONCATENATED MODULE: ./build/packages/registry/src/stages/stage-counter.js


/** The largest counter that every reader of ours takes for a number without losing digits. */
const LARGEST = 999_999_999_999_999;
/**
 * The counter of a model's next stage tag: as in GTO one more than the highest counter over all tags of the model, so
 * that the counters of all its stages are one order. Tags that nobody recorded count too: their names are taken.
 *
 * @param names of tags, of this model or others; `recorded` counters of the ledger, whose tags may be gone
 * @throws ActionError `refused`, reason `stage-broken`, when somebody used the numbers up
 * @example nextCounter(['m#staging#3', 'm@v1.0.0#7'], [], 'm') === 8
 */
function nextCounter(names, recorded, model) {
    let highest = Math.max(0, ...recorded);
    let last = '';
    for (const name of names) {
        const tag = (0,gto_tag/* parseGtoTag */.e)(name);
        if (tag?.model !== model || tag.counter === null || tag.counter <= highest)
            continue;
        highest = tag.counter;
        last = name;
    }
    if (highest < LARGEST)
        return highest + 1;
    throw new errors/* ActionError */.lZ('refused', {
        where: `Tags of "${model}"`,
        found: `"${last === '' ? (0,gto_tag/* formatStageTag */.s)({ model, stage: '?', counter: highest }) : last}"`,
        allowed: `Counters up to ${LARGEST}: no tag of Gatehouse comes near`,
        remedy: 'Find out who made this tag, delete it, and let only the App make tags "*#*"',
    }, { reasonCode: 'stage-broken' });
}

// EXTERNAL MODULE: ./build/packages/registry/src/stages/stage-in-force.js + 1 modules
var stage_in_force = __webpack_require__(47720);
// EXTERNAL MODULE: ./build/packages/registry/src/stages/stage-message.js
var stage_message = __webpack_require__(30071);
;// CONCATENATED MODULE: ./build/packages/registry/src/stages/assign-stage.js





const DEFAULT_CLAIM_PATIENCE = {
    claimMs: 30_000,
    deadlineMs: 10 * 60_000,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
const POLL_MS = 1000;
/**
 * Brings a version into a stage: a counter is claimed by the create-only tag, then the ledger tells of it.
 *
 * A run that was interrupted in between left its tag; the next one with the same version takes that over. Whoever loses
 * a counter looks again: the same version in force is what was wanted, another version is `stage-moved`, and only while
 * the stage is as it was when this run began is the next counter taken.
 *
 * @param seen the newest assignment that this run has judged by; `null` when the stage had none
 * @throws ActionError `refused`, reasons `stage-moved` and `stage-broken`; `ledger-broken`.
 */
async function assignStage(ports, intent, seen) {
    const expected = seen === null ? null : (0,gto_tag/* formatStageTag */.s)(seen);
    const { clock, patience } = ports;
    const started = clock.now().getTime();
    const elapsed = () => clock.now().getTime() - started;
    for (;;) {
        const recorded = await ports.stages.read(intent.model);
        const newest = (0,stage_in_force/* newestOf */.su)(recorded, intent.stage);
        if ((newest === null ? null : (0,gto_tag/* formatStageTag */.s)(newest)) !== expected)
            return settled(intent, newest);
        if (newest !== null && newest.version === intent.version && (await (0,stage_in_force/* forceFinding */.Jq)(ports, newest)) === null) {
            return { tag: (0,gto_tag/* formatStageTag */.s)(newest), stage: newest, alreadyAssigned: true };
        }
        if (elapsed() > patience.deadlineMs)
            throw outOfTime(intent, patience);
        const names = await namesOf(ports, intent.model);
        const claims = claimsOf(names, intent, newest?.counter ?? 0);
        const own = await ownClaim(ports, intent, claims);
        if (own === null && claims.length > 0 && elapsed() < patience.claimMs) {
            await patience.sleep(POLL_MS);
            continue;
        }
        const counters = recorded.map(({ counter }) => counter);
        const counter = own ?? (await claim(ports, intent, nextCounter(names, counters, intent.model)));
        if (counter === null)
            continue;
        const result = await ports.stages.record({ ...intent, counter }, expected);
        if (result.kind === 'moved')
            return settled(intent, result.by);
        return { tag: (0,gto_tag/* formatStageTag */.s)(result.stage), stage: result.stage, alreadyAssigned: false };
    }
}
/** Names of the model's tags: of its stages and of its versions, whose counters are the same order. */
async function namesOf({ tags }, model) {
    const names = await Promise.all([tags.names(`${model}#`), tags.names(`${model}@`)]);
    return names.flat();
}
/** Somebody else came first: fine when they wanted the same. */
function settled(intent, newest) {
    if (newest !== null && newest.version === intent.version && newest.counts) {
        return { tag: (0,gto_tag/* formatStageTag */.s)(newest), stage: newest, alreadyAssigned: true };
    }
    throw stageMoved(intent, newest);
}
/** Counters of tags of the stage that are newer than the newest entry: claimed, and not yet told. */
function claimsOf(names, { model, stage }, above) {
    return names
        .flatMap((name) => {
        const tag = (0,gto_tag/* parseGtoTag */.e)(name);
        const isClaim = tag?.event === 'stage' && tag.model === model && tag.stage === stage && tag.counter !== null;
        return isClaim && tag.counter > above && name === (0,gto_tag/* formatStageTag */.s)({ model, stage, counter: tag.counter })
            ? [tag.counter]
            : [];
    })
        .toSorted((a, b) => a - b);
}
/**
 * The counter of a claim that says exactly what this run would say. Whoever made it: version and commit were verified
 * here, and what the ledger will tell is what this run says.
 */
async function ownClaim(ports, intent, claims) {
    for (const counter of claims.toReversed()) {
        const name = (0,gto_tag/* formatStageTag */.s)({ ...intent, counter });
        const tag = (await ports.tags.list(name)).find((each) => each.name === name);
        if (tag?.commit === intent.commit && (0,stage_message/* stageMessageVersion */.m)(tag.message) === intent.version)
            return counter;
    }
    return null;
}
/** Claims a counter; `null` when somebody else has it. The answer of a request that took effect may be lost. */
async function claim(ports, intent, counter) {
    const name = (0,gto_tag/* formatStageTag */.s)({ ...intent, counter });
    try {
        await ports.tags.create({ name, commit: intent.commit, message: (0,stage_message/* stageTagMessage */.V)(intent.version, intent.reason) });
        return counter;
    }
    catch (error) {
        if ((await ports.tags.names(name)).includes(name))
            return null;
        throw error;
    }
}
/** @param by what is in the stage now */
function stageMoved(intent, by) {
    const found = by === null
        ? 'the assignment that it was judged by is gone'
        : `${(0,gto_tag/* formatStageTag */.s)(by)} brought ${by.version} there, asked for by ${by.person.login}`;
    return new errors/* ActionError */.lZ('refused', {
        where: `Stage "${intent.stage}" of "${intent.model}"`,
        found,
        allowed: `the assignment that was in force when ${intent.version} was asked for`,
        remedy: 'Look at what is in the stage now, and run again if it is to be replaced',
    }, { reasonCode: 'stage-moved' });
}
function outOfTime(intent, { deadlineMs }) {
    return new errors/* ActionError */.lZ('service', {
        where: `Stage "${intent.stage}" of "${intent.model}"`,
        found: `no counter could be claimed in ${Math.round(deadlineMs / 1000)} seconds: each was taken by somebody else`,
        allowed: 'one of the attempts gets through',
        remedy: 'Run again, and find out who makes so many tags if it happens again',
    });
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

/***/ 79392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ moveStage)
});

// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/read-release.js
var read_release = __webpack_require__(31582);
// EXTERNAL MODULE: ./build/packages/registry/src/fetch/verify-release.js + 3 modules
var verify_release = __webpack_require__(44348);
// EXTERNAL MODULE: ./build/packages/registry/src/version-tag.js
var version_tag = __webpack_require__(86522);
// EXTERNAL MODULE: ./build/packages/registry/src/stages/assign-stage.js + 1 modules
var assign_stage = __webpack_require__(9006);
// EXTERNAL MODULE: ./build/packages/registry/src/stages/stage-in-force.js + 1 modules
var stage_in_force = __webpack_require__(47720);
;// CONCATENATED MODULE: ./build/packages/registry/src/stages/stage-rules.js

const HOUR_MS = 3_600_000;
/**
 * Whether the rules of a stage let a version come into it. A promotion needs the time in the stage before; a rollback
 * needs that the version was here already, since a way back must not be a way around the stages.
 *
 * @param recorded every move of the model's stages, oldest first
 * @throws ActionError `refused`: `version-revoked`, `stage-rule-unmet`
 */
function requireStageRules(asked, policy, facts) {
    const { version, model, stage } = asked;
    const short = version.slice(model.length + 1);
    const why = Object.hasOwn(policy.revoked, short) ? policy.revoked[short] : undefined;
    if (why !== undefined)
        throw revoked(version, why);
    const counted = facts.recorded.filter(({ counts }) => counts);
    if (asked.move === 'rolled-back') {
        const wasHere = counted.some((each) => each.stage === stage && each.version === version);
        if (wasHere || policy.rule?.['rollback-to'] === 'any')
            return;
        const found = `${version} was never in it`;
        throw unmet(asked, found, 'a rollback brings back a version that was in the stage before');
    }
    const { after, 'for-hours': hours = 0 } = policy.rule ?? {};
    if (after === undefined)
        return;
    const there = millisecondsIn(counted, { stage: after, version, now: facts.now });
    if (there === null)
        throw unmet(asked, `${version} was never in "${after}"`, `a version that was in "${after}" before`);
    if (there >= hours * HOUR_MS)
        return;
    const found = `${version} was in "${after}" for ${(there / HOUR_MS).toFixed(1)} hours`;
    throw unmet(asked, found, `a version that was there for ${hours} hours`);
}
/**
 * How long a version was in a stage in all: from each of its assignments to the next assignment of the stage, or to now.
 *
 * @returns `null` when it never was.
 */
function millisecondsIn(recorded, of) {
    const moves = recorded.filter(({ stage }) => stage === of.stage);
    let total = null;
    for (const [index, move] of moves.entries()) {
        if (move.version !== of.version)
            continue;
        const until = moves[index + 1]?.at;
        const end = until === undefined ? of.now.getTime() : Date.parse(until);
        // The clock of this runner may be behind the one that wrote the entry.
        total = (total ?? 0) + Math.max(0, end - Date.parse(move.at));
    }
    return total;
}
function revoked(version, why) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Version ${version}`,
        found: `the policy revokes it: ${why}`,
        allowed: 'versions that are not under "revoked-versions" in gatehouse.yml of the default branch',
        remedy: 'Name another version',
    }, { reasonCode: 'version-revoked' });
}
function unmet({ model, stage }, found, allowed) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Stage "${stage}" of "${model}"`,
        found,
        allowed,
        remedy: 'See "stage-rules" in gatehouse.yml of the default branch',
    }, { reasonCode: 'stage-rule-unmet' });
}

;// CONCATENATED MODULE: ./build/packages/registry/src/stages/move-stage.js







/**
 * Brings a version into a stage after everything about it was verified again: the rules of the stage, the immutable
 * release, every byte, and every signed statement. Nothing is written before all of it holds.
 *
 * @throws ConfigError for a name that is none of the policy or no version of the model.
 * @throws ActionError `refused`: `version-revoked`, `stage-rule-unmet`, `stage-moved`, `stage-broken`, `not-immutable`,
 *   `not-authorised`, `signature-invalid`; `integrity`: `digest-mismatch`; `ledger-broken`.
 */
async function moveStage(request, ports) {
    requireNames(request);
    const { model, stage, version, policy } = request;
    const recorded = await ports.stages.read(model);
    const seen = (0,stage_in_force/* newestOf */.su)(recorded, stage);
    requireReplaced(request, seen);
    requireStageRules(request, policy, { recorded, now: ports.clock.now() });
    // Asked for first: a version that does not count is refused before gigabytes of it are read.
    await (0,read_release/* immutableRelease */.Ev)(ports, version);
    const verified = await (0,verify_release/* verifyRelease */.V)(ports, { tag: version });
    await ports.verifyStatements({ ...verified, tag: version });
    const { move, reason, incident, person } = request;
    const { commit } = verified.manifest;
    const { modelDigest, release } = verified;
    const intent = { move, model, stage, version, commit, modelDigest, release: release.id, reason, incident, person };
    const assigned = await (0,assign_stage/* assignStage */.e$)(ports, intent, seen);
    return { ...assigned, before: seen?.version ?? null };
}
function requireReplaced(request, seen) {
    const { replaces, version } = request;
    // The version itself in the stage means that an earlier run of the same request came to its end.
    if (replaces === null || seen?.version === replaces || seen?.version === version)
        return;
    throw (0,assign_stage/* stageMoved */.Gm)(request, seen);
}
function requireNames(request) {
    const { model, stage, stages, version } = request;
    const faults = [];
    if (!stages.includes(stage)) {
        faults.push({
            where: 'Input "stage"',
            found: JSON.stringify(stage),
            allowed: stages.length === 0 ? 'The policy names no stage of this model' : `one of ${stages.join(', ')}`,
            remedy: 'Correct the name, or add it to "stages" in gatehouse.yml of the default branch',
        });
    }
    for (const [name, value] of [
        ['version', version],
        ['replaces', request.replaces],
    ]) {
        if (value === null || (0,version_tag/* parseVersionTag */._Q)(value)?.model === model)
            continue;
        faults.push({
            where: `Input "${name}"`,
            found: JSON.stringify(value),
            allowed: `a version tag of the model, such as ${model}@v1.0.0: branches, commits and candidates come into no stage`,
            remedy: 'Merge the pull request and name the version that publish-model made',
        });
    }
    if (faults.length > 0)
        throw new errors/* ConfigError */.xL(faults);
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

/***/ 14104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ requireIncident),
/* harmony export */   u: () => (/* binding */ requireReason)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);

const SHORTEST = 10;
const LONGEST = 1000;
/** What no reader can see, and line ends: the reason is one line of a tag's message. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const ISSUE = /^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+\/issues\/[1-9]\d{0,9}$/;
/** A GitHub on this machine has no certificate. */
const LOCAL_ISSUE = /^http:\/\/[a-z0-9.-]*localhost(?::\d{1,5})?\/[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+\/issues\/[1-9]\d{0,9}$/;
/** @throws ConfigError for a reason that says nothing or holds what nobody can read. */
function requireReason(reason) {
    const length = reason.trim().length;
    if (length >= SHORTEST && reason.length <= LONGEST && !INVISIBLE.test(reason))
        return;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL([
        {
            where: 'Input "reason"',
            found: `got ${JSON.stringify(reason.slice(0, 60))} with ${reason.length} characters`,
            allowed: `one line of ${SHORTEST} to ${LONGEST} visible characters that says why`,
            remedy: 'Write what the next person who looks at the history needs to know',
        },
    ]);
}
/** @throws ConfigError for an address that is none of an issue. */
function requireIncident(incident) {
    if (ISSUE.test(incident) || LOCAL_ISSUE.test(incident))
        return;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL([
        {
            where: 'Input "incident"',
            found: `got ${JSON.stringify(incident.slice(0, 200))}`,
            allowed: 'The address of an issue, such as https://github.com/bank/credit/issues/7',
            remedy: 'Open an issue about what went wrong and pass its address',
        },
    ]);
}


/***/ }),

/***/ 24121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ renderMovedStage)
/* harmony export */ });
/* harmony import */ var _escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40757);

/** What the job summary says about a stage that moved. */
function renderMovedStage(moved) {
    const { tag, stage, before, alreadyAssigned } = moved;
    const title = alreadyAssigned
        ? `${stage.version} was in ${stage.stage} already`
        : `${stage.version} ${stage.move === 'promoted' ? 'is promoted to' : 'is back in'} ${stage.stage}`;
    const rows = [
        ['Stage tag', tag],
        ['Model', stage.modelDigest],
        ['Took the place of', alreadyAssigned ? '-' : (before ?? 'nothing: the first of this stage')],
        ['Asked for by', `${stage.person.login} (${stage.person.id})`],
        ['Reason', stage.reason],
        ...(stage.incident === null ? [] : [['Incident', stage.incident]]),
        ['Ledger', `entry ${stage.seq}, ${stage.at}`],
    ];
    return [
        `### ${(0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(title)}`,
        '',
        '| | |',
        '|---|---|',
        ...rows.map(([name, value]) => `| ${name} | ${(0,_escape_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .F)(value)} |`),
        '',
        'Release, every byte, authorisation, model signature and evidence were verified before the stage moved.',
        '',
    ].join('\n');
}


/***/ })

};
