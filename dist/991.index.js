export const id = 991;
export const ids = [991];
export const modules = {

/***/ 8991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  perform: () => (/* binding */ perform)
});

// EXTERNAL MODULE: ./build/packages/attest/src/signing-key.js
var signing_key = __webpack_require__(41356);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 20 modules
var src_github = __webpack_require__(11335);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence-store.js + 7 modules
var evidence_store = __webpack_require__(28422);
// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
// EXTERNAL MODULE: ./build/packages/attest/src/trust-root.js
var trust_root = __webpack_require__(33916);
// EXTERNAL MODULE: ./build/packages/attest/src/release-authorisation.js
var release_authorisation = __webpack_require__(72589);
// EXTERNAL MODULE: ./build/packages/attest/src/sign.js
var sign = __webpack_require__(95400);
// EXTERNAL MODULE: ./build/packages/attest/src/model-signature.js
var model_signature = __webpack_require__(52991);
// EXTERNAL MODULE: ./build/packages/core/src/path-globs.js
var path_globs = __webpack_require__(48054);
// EXTERNAL MODULE: ./build/packages/core/src/tuple.js
var src_tuple = __webpack_require__(10641);
// EXTERNAL MODULE: ./build/packages/core/src/candidate-key.js
var candidate_key = __webpack_require__(79908);
// EXTERNAL MODULE: ./build/packages/core/src/resource-uri.js
var resource_uri = __webpack_require__(52768);
// EXTERNAL MODULE: ./build/packages/governance/src/release-right.js
var release_right = __webpack_require__(28770);
// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var src_policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/registry/src/candidate.js
var src_candidate = __webpack_require__(72766);
;// CONCATENATED MODULE: ./build/packages/governance/src/required-roles.js

/** A change of these files is a change of policy and needs the policy owner's role as well. */
const POLICY_PATHS = [
    'gatehouse.yml',
    'governance/**',
    '.github/workflows/**',
    '.github/actions/**',
];
/**
 * Tells the files that set the rules for a model: {@link POLICY_PATHS}, files that the base policy names, and evaluation
 * code that is taken from the base branch. Each list is matched by itself, so that an exclusion in one of them cannot
 * take a file out of another; a path with invisible characters counts, because no reader can tell what it is.
 */
function policyMatcher(model, policyFiles) {
    const isPolicyPath = (0,path_globs/* pathMatcher */.k)(POLICY_PATHS);
    // The candidate's own inference code is what is examined; code of the base branch is the exam of the next candidate.
    const isExam = model.evaluate.code === 'base' ? (0,path_globs/* pathMatcher */.k)(model.evaluate.files) : () => false;
    return (file) => isPolicyPath(file) || isExam(file) || policyFiles.includes(file) || (0,path_globs/* hasInvisibleCharacter */.t)(file);
}
/**
 * The roles that must approve: those of the model's tier, and the policy role when a changed file sets the rules:
 * {@link POLICY_PATHS}, files that the policy names, and evaluation code that is taken from the base branch.
 *
 * @param change.files files of the pull request; old names of renamed files belong in it.
 * @param change.policyFiles files that the base policy names, such as the keys of the trust root.
 * @throws ConfigError when the tier has no roles, or a role is not defined.
 */
function requiredRoles(model, change) {
    const { approvals, tier } = model;
    const ofTier = approvals.tiers[tier];
    if (ofTier === undefined)
        throw rolesFault('approvals.tiers', `no roles for the tier "${tier}"`);
    const isPolicy = policyMatcher(model, change.policyFiles);
    const roles = [...new Set([...ofTier, ...(change.files.some(isPolicy) ? [approvals['policy-role']] : [])])];
    for (const role of roles) {
        if (!Object.hasOwn(approvals.roles, role))
            throw rolesFault('approvals.roles', `the role "${role}" is not defined`);
    }
    return roles;
}
/**
 * Reads who holds the roles: users by login, teams by membership. A team that cannot be read leaves the role incomplete.
 * A login without an account holds nothing.
 */
async function readRoleMembers(model, roles, people) {
    return Promise.all(roles.map(async (role) => {
        const { users, teams } = model.approvals.roles[role] ?? { users: [], teams: [] };
        const [accounts, members] = await Promise.all([
            Promise.all(users.map((login) => people.account(login))),
            Promise.all(teams.map((team) => people.teamMembers(team))),
        ]);
        const known = [...accounts, ...members.flatMap((list) => list ?? [])];
        return {
            role,
            memberIds: new Set(known.flatMap((account) => (account === null ? [] : [account.id]))),
            complete: !members.includes(null),
        };
    }));
}
function rolesFault(key, found) {
    return new errors/* ConfigError */.xL([
        {
            where: `gatehouse.yml: ${key}`,
            found,
            allowed: 'every tier in use names roles that are defined under approvals.roles',
            remedy: 'Define the role, or correct its name',
        },
    ]);
}

// EXTERNAL MODULE: ./build/packages/core/src/reason-codes.js
var reason_codes = __webpack_require__(85424);
;// CONCATENATED MODULE: ./build/packages/governance/src/role-assignment.js
/**
 * Gives every role a person of its own, as many roles as possible: a maximum bipartite matching by augmenting paths
 * (Kuhn 1955). Someone who holds two roles is moved to the other one when that fills both.
 *
 * @returns the id of the person per filled role; equal input in equal order gives an equal result.
 */
function assignRoles(roles, holders) {
    const holderOf = new Map();
    function place(role, tried) {
        for (const holder of holders) {
            if (!holder.roles.includes(role) || tried.has(holder.id))
                continue;
            tried.add(holder.id);
            const current = [...holderOf].find(([, id]) => id === holder.id)?.[0];
            if (current === undefined || place(current, tried)) {
                holderOf.set(role, holder.id);
                return true;
            }
        }
        return false;
    }
    for (const role of new Set(roles))
        place(role, new Set());
    return holderOf;
}

;// CONCATENATED MODULE: ./build/packages/governance/src/review-rule.js


/**
 * The review rule. A review counts when it is its reviewer's latest state beyond a comment and approves the head; it
 * was submitted in a later second than the announcement for the current tuple (GitHub gives whole seconds, so one in
 * the same second may have come before); and the reviewer is a human with write access who holds a required role and is
 * neither the author, nor author or committer of any commit, nor a pusher, nor an actor of the training run. Accounts are compared by
 * numeric id. Each required role needs a person of its own.
 *
 * A commit without an account, or more commits than GitHub lists, makes the result inconclusive whoever approved. So
 * does a missing role whose team, or a reviewer whose permission, could not be read: unknown is not no.
 *
 * @throws ConfigError when no role is required: then nobody's approval would be needed.
 */
function evaluateReviews(input) {
    if (input.requiredRoles.length === 0) {
        throw new errors/* ConfigError */.xL([
            {
                where: 'gatehouse.yml: approvals',
                found: 'no role is required',
                allowed: 'at least one role for every tier',
                remedy: "Name the roles of the model's tier under approvals.tiers",
            },
        ]);
    }
    const reviews = latestReviews(input.reviews).map((review) => judge(review, input));
    const counted = reviews.filter((verdict) => verdict.counts);
    const assigned = assignRoles(input.requiredRoles.map(({ role }) => role), counted.map(({ reviewer, roles }) => ({ id: reviewer.id, roles })));
    const approvals = [...assigned].flatMap(([role, userId]) => {
        const verdict = counted.find(({ reviewer }) => reviewer.id === userId);
        if (verdict === undefined)
            return [];
        return [{ role, userId, login: verdict.reviewer.login, reviewId: verdict.reviewId, tuple: input.tuple }];
    });
    const missingRoles = input.requiredRoles.map(({ role }) => role).filter((role) => !assigned.has(role));
    return { ...stateOf(input, reviews, missingRoles), approvals, missingRoles, reviews };
}
/** Each reviewer's newest review that is more than a comment; GitHub numbers reviews in order. */
function latestReviews(reviews) {
    const latest = new Map();
    const ordered = [...reviews].sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || a.id - b.id);
    for (const review of ordered) {
        if (review.state !== 'COMMENTED' && review.state !== 'PENDING')
            latest.set(review.reviewer.id, review);
    }
    return [...latest.values()].sort((a, b) => a.id - b.id);
}
function judge(review, input) {
    const roles = rolesOf(review.reviewer.id, input);
    const reasonCode = firstObjection(review, input) ?? roleObjection(roles, input) ?? 'approved';
    const counts = reasonCode === 'approved';
    const what = counts ? `counts for ${roles.join(', ')}` : `does not count: ${reason_codes/* REASON_CODES */.O[reasonCode]}`;
    return {
        reviewId: review.id,
        reviewer: review.reviewer,
        counts,
        reasonCode,
        message: `The review of ${review.reviewer.login} ${what}`,
        roles: counts ? roles : [],
    };
}
/** The rules in the order in which they are reported: what never counts first, then what can still change. */
function firstObjection(review, input) {
    const { reviewer } = review;
    const committers = input.commits.commits.flatMap(({ author, committer }) => [author?.id, committer?.id]);
    if (reviewer.type !== 'User')
        return 'reviewer-not-human';
    if (reviewer.id === input.author.id)
        return 'reviewer-is-author';
    if (committers.includes(reviewer.id))
        return 'reviewer-is-committer';
    if (input.pushers.accounts.some((pusher) => pusher.id === reviewer.id))
        return 'reviewer-is-pusher';
    if (input.trainingActors.some((actor) => actor.id === reviewer.id))
        return 'reviewer-started-training';
    if (review.state !== 'APPROVED')
        return 'review-not-approving';
    if (review.commitSha !== input.headSha)
        return 'review-of-other-commit';
    if (input.readyAt === null || !inLaterSecond(review.submittedAt, input.readyAt))
        return 'review-before-ready';
    const permission = input.permissions.get(reviewer.id) ?? 'unknown';
    if (permission === 'unknown')
        return 'reviewer-permission-unknown';
    return permission === 'admin' || permission === 'write' ? null : 'reviewer-without-write';
}
function roleObjection(roles, input) {
    if (roles.length > 0)
        return null;
    return input.requiredRoles.every(({ complete }) => complete) ? 'reviewer-without-role' : 'role-unknown';
}
function rolesOf(id, input) {
    return input.requiredRoles.filter(({ memberIds }) => memberIds.has(id)).map(({ role }) => role);
}
function inLaterSecond(later, earlier) {
    // An unreadable date gives NaN here, and every comparison with NaN is false.
    return Math.floor(later.getTime() / 1000) > Math.floor(earlier.getTime() / 1000);
}
function stateOf(input, reviews, missingRoles) {
    const unknown = unknownFact(input, reviews, missingRoles);
    if (unknown !== null)
        return { state: 'inconclusive', reasonCode: unknown, message: reason_codes/* REASON_CODES */.O[unknown] };
    if (missingRoles.length === 0)
        return { state: 'approved', reasonCode: 'approved', message: reason_codes/* REASON_CODES */.O.approved };
    return {
        state: 'waiting',
        reasonCode: 'ready-for-approval',
        message: `Missing: ${missingRoles.join(', ')}. ${reviews.filter(({ counts }) => counts).length} of ${reviews.length} reviews count.`,
    };
}
/** What could not be read and may change the result. */
function unknownFact(input, reviews, missingRoles) {
    const { commits, truncated } = input.commits;
    if (truncated)
        return 'too-many-commits';
    if (commits.length === 0 || commits.some(({ author, committer }) => author === null || committer === null)) {
        return 'commit-without-user';
    }
    if (!input.pushers.complete)
        return 'pushers-unknown';
    if (missingRoles.length === 0)
        return null;
    const incomplete = input.requiredRoles.some(({ role, complete }) => !complete && missingRoles.includes(role));
    if (incomplete)
        return 'role-unknown';
    const permissionUnknown = reviews.some(({ reasonCode, reviewer }) => {
        return reasonCode === 'reviewer-permission-unknown' && rolesOf(reviewer.id, input).length > 0;
    });
    return permissionUnknown ? 'reviewer-permission-unknown' : null;
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/approval-state.js

/** Reads from GitHub everything that the review rule needs, and applies it. Nothing is taken from an event's payload. */
async function readApprovals(ports, question) {
    const { pull, modelConfig } = question;
    const [announcedAt, commits, pushers, reviews, trainingRun, roles] = await Promise.all([
        ports.checks.announcedAt(pull.headSha, question.tuple),
        ports.pulls.commits(pull.number),
        ports.pushes.pushers(pull.headRef),
        ports.pulls.reviews(pull.number),
        ports.runs.get(question.training.runId),
        readRoleMembers(modelConfig, requiredRoles(modelConfig, question.change), ports.people),
    ]);
    return evaluateReviews({
        headSha: pull.headSha,
        tuple: question.tuple,
        readyAt: readySince(question.readyAt, announcedAt),
        author: pull.author,
        commits,
        pushers,
        trainingActors: [
            ...question.training.actorIds.map((id) => ({ id })),
            trainingRun.actor,
            trainingRun.triggeringActor,
        ],
        reviews,
        permissions: await readPermissions(ports.people, reviews.map(({ reviewer }) => reviewer)),
        requiredRoles: roles,
    });
}
/**
 * The later of the two announcements. The ledger is a file that a writer of its branch could date or write ahead; the
 * check run belongs to the App. A check that has not announced the tuple yet does so now, and reviews count from then.
 */
function readySince(ledger, check) {
    if (ledger === null || check === 'not-announced')
        return null;
    return check === 'unknown' || check < ledger ? ledger : check;
}
async function readPermissions(people, reviewers) {
    const byId = new Map(reviewers.map((reviewer) => [reviewer.id, reviewer]));
    const known = await Promise.all([...byId.values()].map(async (reviewer) => [reviewer.id, await people.permission(reviewer)]));
    return new Map(known);
}

// EXTERNAL MODULE: ./build/packages/report/src/decision-markdown.js + 3 modules
var decision_markdown = __webpack_require__(88446);
// EXTERNAL MODULE: ./build/packages/report/src/fit-blocks.js
var fit_blocks = __webpack_require__(35764);
;// CONCATENATED MODULE: ./build/packages/report/src/check-summary.js



const SEVEREST_FIRST = ['fail', 'inconclusive', 'pass'];
/** GitHub refuses a check run summary beyond this many characters; counted in bytes here, which is never more. */
const LONGEST_CHECK_SUMMARY = 65_535;
/**
 * The summary of the governance check: headline, one row per model, roles and reviews, then each gate's decision. All text
 * from data is escaped; what does not fit is left out from the end, and the summary says so.
 */
function renderCheckSummary(summary) {
    return (0,fit_blocks/* fitBlocks */.U)([
        (0,escape_markdown/* escapeMarkdown */.F)(summary.headline),
        ...(summary.tuple === null ? [] : [`\nApprovals are bound to the tuple ${(0,escape_markdown/* digestCode */.K)(summary.tuple)}.`]),
        ...summary.notes.map((note) => `\n${(0,escape_markdown/* escapeMarkdown */.F)(note)}`),
        ...(summary.models.length === 0 ? [] : ['', ...modelRows(summary.models)]),
        ...summary.models.flatMap(roleBlocks),
        ...summary.models.flatMap(modelBlocks),
    ], LONGEST_CHECK_SUMMARY);
}
/** The decisions of one model, what blocks first. */
function modelBlocks({ model, modelDigest, decisions }) {
    const sorted = SEVEREST_FIRST.flatMap((outcome) => decisions.filter((decision) => decision.outcome === outcome));
    const digest = modelDigest === null ? '' : `, ${(0,escape_markdown/* digestCode */.K)(modelDigest)}`;
    return sorted.flatMap((decision, index) => [
        ...(index === 0 ? [`\n## ${(0,escape_markdown/* escapeMarkdown */.F)(model)}${digest}\n`] : ['']),
        ...(0,decision_markdown/* decisionBlocks */.v)(decision),
    ]);
}
function modelRows(models) {
    return [
        '| model | outcome | gates | approvals | state |',
        '| --- | --- | --- | --- | --- |',
        ...models.map((model) => {
            const gates = model.decisions.map(({ gate, outcome }) => `${(0,escape_markdown/* escapeMarkdown */.F)(gate)} ${outcome}`).join(', ');
            const approved = model.roles.filter((role) => role.approved).length;
            const name = (0,escape_markdown/* escapeMarkdown */.F)(model.model);
            const approvals = `${approved} of ${model.roles.length} roles`;
            return `| ${name} | **${model.outcome}** | ${gates} | ${approvals} | ${(0,escape_markdown/* escapeMarkdown */.F)(model.state)} |`;
        }),
    ];
}
function roleBlocks({ model, roles, uncounted }) {
    return [
        ...(roles.length === 0
            ? []
            : [
                `\n| role for ${(0,escape_markdown/* escapeMarkdown */.F)(model)} | approval | by |`,
                '| --- | --- | --- |',
                ...roles.map(({ role, approved, approvedBy }) => {
                    const by = approvedBy.map((login) => (0,escape_markdown/* escapeMarkdown */.F)(login)).join(', ');
                    return `| ${(0,escape_markdown/* escapeMarkdown */.F)(role)} | ${approved ? 'given' : '**missing**'} | ${by} |`;
                }),
            ]),
        ...(uncounted.length === 0
            ? []
            : [
                `\n| review of ${(0,escape_markdown/* escapeMarkdown */.F)(model)} that does not count | reason |`,
                '| --- | --- |',
                ...uncounted.map((review) => `| ${(0,escape_markdown/* escapeMarkdown */.F)(review.reviewer)} | ${(0,escape_markdown/* escapeMarkdown */.F)(review.reasonCode)} |`),
            ]),
    ];
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/verdict.js


/** A verdict that needs no evidence: something is missing, refused or not governed. */
function plainVerdict(reasonCode, state, detail = {}) {
    return {
        state,
        outcome: state === 'success' ? 'pass' : state === 'failure' ? 'fail' : 'inconclusive',
        reasonCode,
        title: detail.title ?? `${reasonCode}: ${reason_codes/* REASON_CODES */.O[reasonCode]}`,
        modelDigest: null,
        tuple: null,
        decisions: [],
        approvals: null,
        requiredRoles: [],
        notes: detail.notes ?? [],
    };
}
/**
 * One line for the list of checks, naming every gate that does not pass and the measure that decided it:
 * "Blocked by fairness: false-positive-rate-difference is 0.24 (0.13 to 0.35), limit 0.1".
 */
function blockedTitle(decisions) {
    const parts = decisions.filter(({ outcome }) => outcome !== 'pass').map(blockedPart);
    return `Blocked by ${parts.join('; ')}`;
}
function blockedPart(decision) {
    const finding = decision.findings.find((f) => f.severity === 'block' && f.outcome === decision.outcome);
    const gate = decision.outcome === 'fail' ? decision.gate : `${decision.gate} (${decision.outcome})`;
    if (finding === undefined)
        return gate;
    const { measure, value, interval, limit } = finding;
    // What could not be measured is told in words: "group yes of afam has 12 rows; policy minimum 30".
    if (value === null || interval === undefined)
        return `${gate}: ${finding.message}`;
    const range = ` (${interval.map(verdict_short).join(' to ')})`;
    return `${gate}: ${measure} is ${verdict_short(value)}${range}${limit === undefined ? '' : `, limit ${limit}`}`;
}
function verdict_short(value) {
    return value === null ? '∞' : value.toFixed(2);
}
const WORST_FIRST = ['failure', 'waiting', 'success'];
/** The worst verdict is the check's; with several models the title says whose it is. */
function combined(models) {
    const worst = WORST_FIRST.flatMap((state) => models.filter(([, verdict]) => verdict.state === state))[0];
    if (worst === undefined)
        throw new RangeError('a check is about at least one model');
    const [model, { state, outcome, reasonCode, title }] = worst;
    const tuples = models.flatMap(([, verdict]) => verdict.tuple ?? []);
    return { state, outcome, reasonCode, title: models.length === 1 ? title : `${model}: ${title}`, models, tuples };
}
/** Required roles without a counting approval, over all models. */
function missingRoles(verdict) {
    return [...new Set(verdict.models.flatMap(([, { approvals }]) => approvals?.missingRoles ?? []))];
}
/** The Markdown of the check. */
function renderCheck(verdict) {
    const [only, ...others] = verdict.tuples;
    return renderCheckSummary({
        headline: verdict.title,
        tuple: verdict.state === 'failure' || only === undefined || others.length > 0 ? null : only,
        models: verdict.models.map(([model, each]) => modelSummary(model, each)),
        notes: verdict.models.flatMap(([, { notes }]) => notes),
    });
}
function modelSummary(model, verdict) {
    const { approvals } = verdict;
    return {
        model,
        outcome: verdict.outcome,
        modelDigest: verdict.modelDigest,
        state: verdict.title,
        decisions: verdict.decisions,
        roles: verdict.requiredRoles.map((role) => {
            const by = approvals?.approvals.filter((approval) => approval.role === role) ?? [];
            return { role, approved: by.length > 0, approvedBy: by.map(({ login }) => login) };
        }),
        uncounted: (approvals?.reviews ?? [])
            .filter((review) => !review.counts)
            .map((review) => ({ reviewer: review.reviewer.login, reasonCode: review.reasonCode })),
    };
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/judge-model.js




/** True when a change concerns a model: its files, its evaluation's code, or the rules it is judged by. */
function governs(subject, change) {
    const isModelFile = (0,path_globs/* pathMatcher */.k)(subject.modelConfig.paths);
    const isPolicy = policyMatcher(subject.modelConfig, change.policyFiles);
    const isExam = (0,path_globs/* pathMatcher */.k)(subject.modelConfig.evaluate.files);
    return change.files.some((file) => isModelFile(file) || isPolicy(file) || isExam(file));
}
/** Reads the evaluation of the head and says what can be said without reviews. */
async function assess(ports, subject, trigger) {
    const about = { pullRequest: subject.pull.number, model: subject.model };
    const evaluation = await ports.evidence.readEvaluation(about, subject.headSha, (0,src_policy/* trustRootOf */.KE)(subject.policy));
    if (evaluation === null) {
        const refused = await ports.evidence.readRefusal(about, subject.headSha);
        const verdict = withoutEvaluation(trigger, refused);
        // Another head came in between: should the one before return, its approvals must be given again.
        if (verdict.state === 'failure') {
            await ports.evidence.recordRefusal(about, subject.headSha, verdict.reasonCode);
        }
        return { kind: 'decided', verdict };
    }
    const stale = staleReason(evaluation, subject, trigger.repositoryUrl);
    if (stale !== null) {
        return { kind: 'decided', verdict: plainVerdict('decision-mismatch', 'failure', { notes: [stale] }) };
    }
    const tuple = tupleOf(subject.headSha, evaluation);
    if (evaluation.summary.result === 'PASSED')
        return { kind: 'passed', subject, evaluation, tuple };
    return { kind: 'decided', verdict: blockedVerdict(evaluation, tuple) };
}
/** What people approve: this head with this evidence. */
function tupleOf(headSha, evaluation) {
    const { modelDigest, evidenceDigest, policyDigest } = evaluation.summary;
    return { headSha, modelDigest, evidenceDigest, policyDigest };
}
/** Announces a tuple that passed and applies the review rule to what people said since. */
async function judgeApprovals(ports, passed, change) {
    const { subject, evaluation, tuple } = passed;
    const about = { pullRequest: subject.pull.number, model: subject.model };
    const ready = await ports.evidence.announceReady(about, tuple);
    const approvals = await readApprovals(ports, {
        pull: subject.pull,
        modelConfig: subject.modelConfig,
        change,
        tuple: (0,src_tuple/* tupleDigest */.H)(tuple),
        readyAt: ready.at,
        training: evaluation.training,
    });
    const { state, missingRoles, reasonCode, message } = approvals;
    if (state === 'approved')
        await ports.evidence.recordApproval(about, tuple, approvals.approvals);
    const by = approvals.approvals.map(({ role, login }) => `${role} by ${login}`).join(', ');
    const titles = {
        approved: `Approved: ${by}`,
        waiting: `Ready for approval; missing ${missingRoles.join(', ')}`,
        inconclusive: message,
    };
    const checkState = state === 'approved' ? 'success' : state === 'waiting' ? 'waiting' : 'failure';
    return {
        ...plainVerdict(reasonCode, checkState, { title: titles[state] }),
        outcome: state === 'approved' ? 'pass' : 'inconclusive',
        modelDigest: tuple.modelDigest,
        tuple: (0,src_tuple/* tupleDigest */.H)(tuple),
        decisions: evaluation.decisions,
        requiredRoles: requiredRoles(subject.modelConfig, change),
        approvals,
    };
}
function blockedVerdict({ summary, decisions }, tuple) {
    const worst = decisions.find(({ outcome }) => outcome === 'fail') ?? decisions.find((d) => d.outcome !== 'pass');
    const finding = worst?.findings.find((f) => f.severity === 'block' && f.outcome === worst.outcome);
    return {
        ...plainVerdict(finding?.reasonCode ?? 'decision-missing', 'failure', { title: blockedTitle(decisions) }),
        outcome: worst?.outcome === 'inconclusive' ? 'inconclusive' : 'fail',
        modelDigest: summary.modelDigest,
        tuple: (0,src_tuple/* tupleDigest */.H)(tuple),
        decisions,
    };
}
/**
 * No evaluation of this head: a failed training or evaluation is red and stays so whatever happens to the pull request
 * afterwards; one that has not happened yet waits. The note leads to the log that says what to do.
 */
function withoutEvaluation(trigger, refused) {
    const { reasonCode: given, conclusion, repositoryUrl, runId, detailsUrl } = trigger;
    if (given !== undefined) {
        const notes = [`The failed job of ${detailsUrl} says what was found, what is allowed and what to do.`];
        return plainVerdict((0,reason_codes/* isReasonCode */.v)(given) ? given : 'evaluation-error', 'failure', { notes });
    }
    if (conclusion !== 'success') {
        const training = `${repositoryUrl}/actions/runs/${runId}`;
        const notes = [`Training ended with "${conclusion ?? 'no conclusion'}". Its log says why: ${training}`];
        return plainVerdict('candidate-missing', 'failure', { notes });
    }
    if (refused !== null) {
        const notes = ['This head was refused before. Push a commit that puts it right, or run the training again.'];
        return plainVerdict(refused, 'failure', { notes });
    }
    return plainVerdict('decision-missing', 'waiting', { title: 'Waiting for training and evaluation of this head' });
}
function staleReason(evaluation, subject, repositoryUrl) {
    const { summary } = evaluation;
    const expected = (0,resource_uri/* resourceUri */.N)({ repositoryUrl, headSha: subject.headSha, model: subject.model });
    if (summary.resourceUri !== expected)
        return `The evaluation is about ${summary.resourceUri}, not ${expected}.`;
    if (summary.policyDigest === subject.policy.digest)
        return null;
    return `Decided under policy ${summary.policyDigest}, now ${subject.policy.digest}: run the training workflow again.`;
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/authorise.js






/**
 * After a merge: applies the review rule once more to what is on GitHub now, and signs the release authorisation for
 * exactly the evaluated bytes, provided the merged tree has the candidate key that was approved.
 *
 * @throws ActionError `refused`/`integrity`: `not-authorised` with the reason, `tree-changed`, `digest-mismatch`,
 *   `candidate-expired`, `signature-invalid`.
 */
async function authorise(request, ports) {
    const defaultBranch = await ports.contents.defaultBranch();
    if (request.ref !== `refs/heads/${defaultBranch}`) {
        throw notAuthorised(request, `the ref ${request.ref}`, `pushes to ${defaultBranch}`);
    }
    const policy = await policyBefore(ports.contents, request.before);
    if (policy === null)
        return { kind: 'nothing', why: 'There was no policy before this push: it enrols the repository.' };
    const pull = await (0,release_right/* mergedPullOf */.X)(ports, request.commit);
    if (pull === null)
        return { kind: 'nothing', why: 'No pull request was merged as this commit: nothing was approved.' };
    const modelConfig = (0,src_policy/* modelOf */.DM)(policy, request.model);
    const changedFiles = await ports.pulls.changedFiles(pull.number);
    if (!changedFiles.some((0,path_globs/* pathMatcher */.k)(modelConfig.paths))) {
        return { kind: 'nothing', why: `No file of ${request.model} changed.` };
    }
    const about = { pullRequest: pull.number, model: request.model };
    const trustRoot = (0,src_policy/* trustRootOf */.KE)(policy);
    (0,trust_root/* requireTrustedKey */.U)(ports.key, trustRoot, 'Input "signing-key"');
    const evaluation = await ports.evidence.readEvaluation(about, pull.headSha, trustRoot);
    if (evaluation === null)
        throw notAuthorised(request, `no evaluation of head ${pull.headSha}`, 'an evaluated head');
    checkEvaluation(request, policy, evaluation);
    const tuple = (0,src_tuple/* tupleDigest */.H)(tupleOf(pull.headSha, evaluation));
    const ready = await ports.evidence.readReady(about, tuple);
    const approvals = await readApprovals(ports, {
        pull,
        modelConfig,
        change: { files: changedFiles, policyFiles: policy.config.trust.keys.map((key) => key.file) },
        tuple,
        readyAt: ready?.at ?? null,
        training: evaluation.training,
    });
    if (approvals.state !== 'approved')
        throw notAuthorised(request, approvals.message, 'approvals of every required role');
    const candidate = await (0,src_candidate/* readCandidate */.G9)(ports.runs, evaluation.candidate.artifactId);
    if (candidate.modelDigest !== evaluation.id.modelDigest) {
        throw notAuthorised(request, `candidate bytes of ${candidate.modelDigest}`, evaluation.id.modelDigest);
    }
    const statement = (0,release_authorisation/* releaseAuthorisation */.U)({
        summary: evaluation.summaryStatement,
        candidateKey: (0,candidate_key/* candidateKey */.R)(await ports.contents.listFiles(request.commit), modelConfig),
        approvals: approvals.approvals,
        pullRequest: pull.number,
        headSha: pull.headSha,
        mergedSha: request.commit,
        policyUri: `${request.repositoryUrl}/blob/${policy.commit}/gatehouse.yml`,
        timeVerified: ports.clock.now(),
    });
    const signed = {
        bundle: await (0,sign/* signStatement */.f)(statement, ports.key),
        modelSignature: await (0,sign/* signStatement */.f)((0,model_signature/* modelSignatureStatement */.F)(request.model, candidate.files), ports.key),
    };
    return { kind: 'signed', stored: await ports.evidence.recordAuthorisation(signed, trustRoot) };
}
async function policyBefore(contents, before) {
    if (/^0+$/.test(before))
        return null;
    try {
        return await (0,src_policy/* readPolicy */.T4)(contents, before);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ && error.reasonCode === 'no-policy')
            return null;
        throw error;
    }
}
function checkEvaluation(request, policy, evaluation) {
    const { summary } = evaluation;
    const expected = (0,resource_uri/* resourceUri */.N)({ ...request, headSha: evaluation.id.headSha });
    if (summary.resourceUri !== expected)
        throw notAuthorised(request, summary.resourceUri, expected);
    if (summary.policyDigest !== policy.digest) {
        throw notAuthorised(request, `an evaluation under policy ${summary.policyDigest}`, `the policy ${policy.digest}`);
    }
    if (summary.result !== 'PASSED')
        throw notAuthorised(request, 'an evaluation that did not pass', 'one that passed');
}
function notAuthorised(request, found, allowed) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Authorising ${request.model} at ${request.commit}`,
        found,
        allowed,
        remedy: 'The merge did not go through gatehouse/governance: find out how, then open a pull request again',
    }, { reasonCode: 'not-authorised' });
}

// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
// EXTERNAL MODULE: ./build/packages/core/src/canonical-json.js
var canonical_json = __webpack_require__(14752);
// EXTERNAL MODULE: ./build/packages/governance/src/subject.js
var src_subject = __webpack_require__(69364);
;// CONCATENATED MODULE: ./build/actions/approval-gate/src/check.js




/**
 * Decides what the check of a pull request says now, and posts it on the head. Everything is read anew: evidence and
 * policy by digest, reviews and roles from GitHub. Every model of the policy that the change concerns is judged, whatever
 * model the workflow names, and the worst verdict is the check's.
 *
 * @returns `null` when no open pull request has the head of the run, so that there is nothing to post on.
 */
async function checkPullRequest(request, ports) {
    const { headSha, conclusion } = await ports.runs.get(request.runId);
    try {
        const verdict = await check_judge({ ...request, conclusion }, ports);
        if (verdict !== null)
            await post(request, ports, { headSha, verdict });
        return verdict;
    }
    catch (error) {
        // Also when nothing can be judged: a green check of before must not stay.
        const refusal = refusalVerdict(error);
        if (refusal !== null) {
            const verdict = combined([[request.model, refusal]]);
            await post(request, ports, { headSha, verdict });
            return verdict;
        }
        // When this fails too, the first error says more.
        const verdict = combined([[request.model, unforeseen(request)]]);
        await post(request, ports, { headSha, verdict }).catch(() => undefined);
        throw error;
    }
}
async function check_judge(trigger, ports) {
    let subject;
    try {
        subject = await (0,src_subject/* resolveSubject */.f)(ports, trigger);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ && error.reasonCode === 'head-moved')
            return null;
        throw error;
    }
    const change = {
        files: await ports.pulls.changedFiles(subject.pull.number),
        policyFiles: subject.policy.config.trust.keys.map((key) => key.file),
    };
    const subjects = Object.keys(subject.policy.config.models)
        .map((model) => ({ ...subject, model, modelConfig: (0,src_policy/* modelOf */.DM)(subject.policy, model) }))
        .filter((candidate) => governs(candidate, change));
    if (subjects.length === 0) {
        const paths = subject.modelConfig.paths.join(', ');
        const title = `No governed file changed (${paths})`;
        return combined([[trigger.model, plainVerdict('no-governed-file', 'success', { title })]]);
    }
    const verdicts = [];
    for (const candidate of subjects) {
        // What the triggering run says of its own model explains nothing about another.
        const own = candidate.model === trigger.model;
        const told = own ? trigger : { ...trigger, reasonCode: undefined, conclusion: 'success' };
        const assessment = await assess(ports, candidate, told);
        const verdict = assessment.kind === 'decided' ? assessment.verdict : await judgeApprovals(ports, assessment, change);
        verdicts.push([candidate.model, verdict]);
    }
    return combined(verdicts);
}
function unforeseen({ detailsUrl }) {
    return plainVerdict('evaluation-error', 'failure', { notes: [`The log says what stopped it: ${detailsUrl}`] });
}
/** What a refusal or a fault of the policy means for the check, in its own words; `null` for what nobody foresaw. */
function refusalVerdict(error) {
    if (error instanceof errors/* ConfigError */.xL) {
        return plainVerdict('policy-invalid', 'failure', { notes: error.faults.map(errors/* formatFault */.A) });
    }
    const reasonCode = error instanceof errors/* ActionError */.lZ ? error.reasonCode : undefined;
    if (!(error instanceof errors/* ActionError */.lZ) || reasonCode === undefined || !(0,reason_codes/* isReasonCode */.v)(reasonCode))
        return null;
    return plainVerdict(reasonCode, 'failure', { notes: [(0,errors/* formatFault */.A)(error.fault)] });
}
async function post(request, ports, found) {
    const { headSha, verdict } = found;
    const [only, ...others] = verdict.tuples;
    const externalId = only === undefined
        ? (0,digest/* sha256 */.sc)(`${headSha} ${verdict.reasonCode}`)
        : others.length === 0
            ? only
            : (0,digest/* sha256 */.sc)((0,canonical_json/* canonicalJson */.d)([...verdict.tuples].sort()));
    await ports.checks.post({
        headSha,
        state: verdict.state,
        title: verdict.title,
        summary: renderCheck(verdict),
        externalId,
        announces: verdict.tuples,
        detailsUrl: request.detailsUrl,
    });
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/perform.js








const clock = { now: () => new Date() };
/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context }) {
    const { owner, name: repo } = context.repository;
    const github = (0,src_github/* createGitHub */.C)({
        token: values['github-token'],
        apiUrl: context.apiUrl,
        owner,
        repo,
        ...(values['org-token'] === undefined ? {} : { orgToken: values['org-token'] }),
        check: values['app-id'] === undefined ? { kind: 'commit-status' } : { kind: 'app', appId: values['app-id'] },
    });
    return values.mode === 'check' ? runCheck(values, context, github) : runAuthorise(values, context, github);
}
async function runCheck(values, context, github) {
    const runId = values['run-id'];
    if (runId === undefined)
        throw missingInput('run-id', 'check');
    const verdict = await checkPullRequest({
        model: values.model,
        runId,
        reasonCode: values['reason-code'],
        repositoryUrl: repositoryUrlOf(context),
        detailsUrl: context.runUrl,
    }, { ...github, evidence: new evidence_store/* EvidenceStore */.x({ branch: github.evidence(), clock }) });
    if (verdict === null) {
        const title = 'No open pull request has the head of this run: nothing to check';
        return { outcome: 'done', title, summary: `### ${title}\n`, outputs: { outcome: 'inconclusive' } };
    }
    return {
        // The step is green when the check was posted; the check itself says whether the pull request may merge.
        outcome: 'done',
        title: verdict.title,
        summary: renderCheck(verdict),
        outputs: {
            outcome: verdict.outcome,
            'reason-code': verdict.reasonCode,
            'missing-roles': missingRoles(verdict).join(','),
            ...(verdict.tuples.length === 1 ? { 'tuple-digest': verdict.tuples[0] ?? '' } : {}),
        },
    };
}
async function runAuthorise(values, context, github) {
    if (values['signing-key'] === undefined)
        throw missingInput('signing-key', 'authorise');
    const result = await authorise({
        model: values.model,
        commit: context.sha,
        before: beforeOf(await context.readEvent()),
        ref: context.ref,
        repositoryUrl: repositoryUrlOf(context),
    }, {
        ...github,
        evidence: new evidence_store/* EvidenceStore */.x({ branch: github.evidence(), clock }),
        key: (0,signing_key/* loadSigningKey */.fm)(values['signing-key'], 'Input "signing-key"'),
        clock,
    });
    if (result.kind === 'nothing') {
        return { outcome: 'done', title: result.why, summary: `### Nothing to authorise\n\n${result.why}\n`, outputs: {} };
    }
    const { authorisation, path } = result.stored;
    const approvers = authorisation.approvals.map(({ role, login }) => `- ${(0,escape_markdown/* escapeMarkdown */.F)(`${role}: ${login}`)}`);
    return {
        outcome: 'done',
        title: `Authorised ${values.model} ${authorisation.modelDigest}`,
        summary: `### Authorised\n\nModel \`${authorisation.modelDigest}\` at \`${authorisation.mergedSha}\`.\n\n${approvers.join('\n')}\n`,
        outputs: {
            outcome: 'pass',
            'tuple-digest': authorisation.tupleDigest,
            authorisation: path,
            'reason-code': 'authorised',
        },
    };
}
function repositoryUrlOf({ serverUrl, repository }) {
    return `${serverUrl}/${repository.owner}/${repository.name}`;
}
/** The tip of the branch before the push, from the runner's own event file. */
function beforeOf(event) {
    const before = typeof event === 'object' && event !== null ? Reflect.get(event, 'before') : undefined;
    if (typeof before === 'string' && /^[0-9a-f]{40}$/.test(before))
        return before;
    throw new errors/* ConfigError */.xL([
        {
            where: 'Input "mode"',
            found: 'authorise, on an event that is no push',
            allowed: 'mode authorise in a workflow "on: push" of the default branch',
            remedy: 'Use action-templates/authorise.yml as it is',
        },
    ]);
}
function missingInput(name, mode) {
    return new errors/* ConfigError */.xL([
        {
            where: `Input "${name}"`,
            found: 'nothing given',
            allowed: `a value in mode ${mode}`,
            remedy: `Give it under "with:" of the step`,
        },
    ]);
}


/***/ }),

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
        Promise.all(/* import() */[__webpack_require__.e(654), __webpack_require__.e(463), __webpack_require__.e(690), __webpack_require__.e(179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19)),
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
/* unused harmony export LOCKFILES */
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14752);
/* harmony import */ var _code_point_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92400);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _path_globs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48054);





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
/**
 * What a candidate was made from: the files of the tree that `paths` match (blob and mode), the lockfiles, the training
 * configuration and the digests of the data. Two trees with one key may share a candidate and its evidence; a merged
 * tree with another key than the approved one is refused as `tree-changed`.
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
        lockfiles: listed(tree.filter((file) => LOCKFILES.includes(file.path))),
        train: { ...model.train },
        data: Object.fromEntries(Object.entries(model.data).map(([name, dataset]) => [name, dataset.digest])),
    }));
}
function listed(files) {
    return files
        .map(({ path, blobSha, mode }) => ({ path, blobSha, mode }))
        .sort((a, b) => (0,_code_point_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareCodePoints */ .O)(a.path, b.path));
}


/***/ }),

/***/ 48054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ pathMatcher),
/* harmony export */   t: () => (/* binding */ hasInvisibleCharacter)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14006);

/**
 * Tests paths against globs as `on.push.paths` of a workflow does: a path matches when the last glob that speaks about
 * it is positive; a glob that begins with `!` excludes. `*` stays within a folder, `**` does not, dot files count. Git allows
 * line terminators in names, and a wildcard matches them too: a name must not escape a glob.
 */
function pathMatcher(globs) {
    const rules = globs.map((glob) => ({
        includes: !glob.startsWith('!'),
        matches: picomatch__WEBPACK_IMPORTED_MODULE_0__(glob.startsWith('!') ? glob.slice(1) : glob, { dot: true, nonegate: true, flags: 's' }),
    }));
    return (path) => rules.reduce((matched, rule) => (rule.matches(path) ? rule.includes : matched), false);
}
/** True when a path holds a control, format or line-separator character: nobody can see what such a name says. */
function hasInvisibleCharacter(path) {
    return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path);
}


/***/ }),

/***/ 28770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findReleaseRight),
/* harmony export */   X: () => (/* binding */ mergedPullOf)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52768);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53732);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18612);


/**
 * The merged pull request that produced a commit of the default branch, or `null` for a direct push.
 *
 * @throws ActionError `refused`, reason `not-merged`, when several claim to.
 */
async function mergedPullOf(ports, commit) {
    const defaultBranch = await ports.contents.defaultBranch();
    const merged = (await ports.pulls.ofCommit(commit)).filter((pull) => pull.merged && pull.mergeCommitSha === commit && pull.baseRef === defaultBranch);
    const [pull, ...others] = merged;
    if (others.length > 0) {
        throw refused('not-merged', commit, `${merged.length} merged pull requests claim this commit`);
    }
    return pull ?? null;
}
/**
 * Finds and verifies the release authorisation of a model at a merged commit. This is the only door to a release:
 * whoever asks, from whichever branch, without a signed authorisation that names this commit there is none.
 *
 * @throws ActionError `refused`, reason `not-authorised`; `signature-invalid`; `decision-mismatch`.
 */
async function findReleaseRight(ports, policy, request) {
    const { model, commit } = request;
    const trustRoot = (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .trustRootOf */ .KE)(policy);
    const pull = await mergedPullOf(ports, commit);
    if (pull === null)
        throw refused('not-authorised', commit, 'no pull request was merged as this commit');
    const subject = { pullRequest: pull.number, model };
    const evaluation = await ports.evidence.readEvaluation(subject, pull.headSha, trustRoot);
    if (evaluation === null)
        throw refused('not-authorised', commit, `no evaluation of "${model}" for its head`);
    const stored = await ports.evidence.readAuthorisation(evaluation.id.modelDigest, commit, trustRoot);
    if (stored === null)
        throw refused('not-authorised', commit, `no authorisation of ${evaluation.id.modelDigest}`);
    const { authorisation } = stored;
    const expected = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .resourceUri */ .N)({ repositoryUrl: request.repositoryUrl, headSha: pull.headSha, model });
    const problem = authorisation.model !== model
        ? `an authorisation of the model "${authorisation.model}"`
        : authorisation.resourceUri !== expected
            ? `an authorisation for ${authorisation.resourceUri}`
            : authorisation.headSha !== pull.headSha || authorisation.pullRequest !== pull.number
                ? `an authorisation of pull request #${authorisation.pullRequest} at ${authorisation.headSha}`
                : authorisation.summaryDigest !== evaluation.summaryStatement.digest
                    ? 'an authorisation that rests on another evaluation summary'
                    : null;
    if (problem !== null)
        throw refused('not-authorised', commit, problem);
    return { pull, stored, evaluation };
}
function refused(reasonCode, commit, found) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ('refused', {
        where: `Commit ${commit}`,
        found,
        allowed: 'a commit of the default branch whose pull request was approved, merged and authorised',
        remedy: 'Merge a pull request with a green gatehouse/governance and let the workflow "authorise" run',
    }, { reasonCode });
}


/***/ }),

/***/ 69364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ resolveSubject)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53732);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18612);


/** Events whose runs are about the head of a pull request; a run of any other event was not started by one. */
const PULL_EVENTS = ['pull_request', 'pull_request_review'];
/**
 * Finds, from the id of a pull-request run, the open pull request whose head that run was about, and the policy at the
 * tip of its base branch. Nothing is taken from the run but its id: head, base and policy are read from GitHub.
 *
 * @throws ActionError `refused`: `fork-needs-sponsor`, `head-shared`, `head-moved` when no open pull request onto the
 *   default branch has that head any more, `no-policy` from {@link readPolicy}.
 */
async function resolveSubject(ports, request) {
    const run = await ports.runs.get(request.runId);
    const defaultBranch = await ports.contents.defaultBranch();
    const pulls = (await ports.pulls.ofCommit(run.headSha)).filter((pull) => pull.open && pull.headSha === run.headSha);
    const own = pulls.filter((pull) => !pull.fromFork);
    // A fork may carry a commit of ours: its run says nothing about our pull request and must not redden it.
    if (run.fromFork && own.length === 0) {
        throw refusal('fork-needs-sponsor', {
            where: `Workflow run ${run.id}`,
            found: 'its head is in a fork',
            allowed: 'candidates come from branches of this repository',
            remedy: 'A maintainer may bring the commit into a branch after reading it',
        });
    }
    const [pull, ...others] = own;
    // Whoever opens a second pull request from the head, onto a base of their own, chooses the workflow that trains it.
    if (others.length > 0) {
        throw refusal('head-shared', {
            where: `Workflow run ${run.id}`,
            found: `${own.length} open pull requests have the head ${run.headSha}: ${own.map(({ number }) => `#${number}`).join(', ')}`,
            allowed: 'one open pull request for each head',
            remedy: 'Close the others, or push another commit to one of them',
        });
    }
    // A base branch that anyone may create could carry a policy of their own: only the default branch's policy counts.
    if (pull === undefined || run.fromFork || pull.baseRef !== defaultBranch || !PULL_EVENTS.includes(run.event)) {
        throw refusal('head-moved', {
            where: `Workflow run ${run.id} (${run.event})`,
            found: `no open pull request onto ${defaultBranch} has the head ${run.headSha}`,
            allowed: 'a pull-request run of the newest head of an open pull request onto the default branch',
            remedy: 'Wait for the run of the newest push',
        });
    }
    const policy = await (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .readPolicy */ .T4)(ports.contents, await ports.contents.branchHead(defaultBranch));
    return {
        run,
        pull,
        headSha: run.headSha,
        policy,
        model: request.model,
        modelConfig: (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .modelOf */ .DM)(policy, request.model),
    };
}
function refusal(reasonCode, fault) {
    return new _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('refused', fault, { reasonCode });
}


/***/ }),

/***/ 88446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ decisionBlocks),
  O: () => (/* binding */ renderDecisionMarkdown)
});

// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
;// CONCATENATED MODULE: ./build/packages/report/src/number-format.js
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
            formatNumber(finding.value),
            intervalCell(finding),
            formatLimit(finding),
            formatSizes(finding.n),
            (0,escape_markdown/* escapeMarkdown */.F)(finding.method ?? ''),
            (0,escape_markdown/* escapeMarkdown */.F)(finding.reasonCode),
        ])),
    ];
}
function intervalCell({ interval, confidence }) {
    if (interval === undefined)
        return '';
    return confidence === undefined
        ? formatInterval(interval)
        : `${formatInterval(interval)} (${formatPercent(confidence)})`;
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
    const required = Object.entries(power.requiredN).map(([name, n]) => `${(0,escape_markdown/* escapeMarkdown */.F)(name)} ${formatNumber(n)}`);
    const detectable = power.minimumDetectable === null
        ? 'The smallest difference that these rows could show is not known.'
        : `The smallest difference that these rows could show with power 0.8 is ${formatNumber(power.minimumDetectable)}.`;
    return required.length === 0 ? [detectable] : [`${detectable} Rows needed: ${required.join(', ')}.`];
}
function cell(value) {
    if (value === null)
        return '–';
    if (typeof value === 'number')
        return formatNumber(value);
    if (typeof value === 'string')
        return (0,escape_markdown/* escapeMarkdown */.F)(value);
    if (Array.isArray(value))
        return value.map(cell).join(' to ');
    return '';
}
function row(cells) {
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
 * `0 ····┊··├───●──┤··· 0.36`. Empty when there is no interval with two finite bounds, no value or no limit, or when
 * `width` leaves no room.
 *
 * @param fixed a scale that several drawings share, so that they can be compared; points outside it are drawn at its end.
 */
function drawInterval(finding, width, fixed) {
    const { value, limit } = finding;
    const [lower, upper] = finding.interval ?? [null, null];
    if (value === null || limit === undefined || lower === null || upper === null)
        return '';
    const scale = fixed ?? scaleOf([value, limit, lower, upper]);
    const [from, to] = [formatNumber(scale.from), formatNumber(scale.to)];
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

// EXTERNAL MODULE: ./build/packages/report/src/visible-text.js
var visible_text = __webpack_require__(64274);
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
/** The parts of a decision's Markdown, most important first; each stands alone, so that the last can be left out. */
function decisionBlocks(decision) {
    const { findings, measures, notMeasured, inputs } = decision;
    return [
        `### ${(0,escape_markdown/* escapeMarkdown */.F)(decision.gate)} gate: ${decision.outcome}`,
        `\n${subjectLine(decision)}`,
        '',
        ...(findings.length === 0 ? ['No measure was judged.'] : findingRows(findings)),
        ...drawingBlock(findings),
        ...(findings.length === 0 ? [] : ['']),
        ...findings.map((finding) => `- ${(0,escape_markdown/* escapeMarkdown */.F)(finding.message, LONGEST_MESSAGE)}`),
        `\n${powerLines(decision.power).join('\n')}`,
        ...(notMeasured.length === 0
            ? []
            : [`\nNot measured: ${notMeasured.map((text) => (0,escape_markdown/* escapeMarkdown */.F)(text)).join('; ')}.`]),
        ...Object.entries({ group: measures['groups'], metric: measures['metrics'], aggregate: measures['aggregates'] })
            .map(([title, values]) => measureRows(title, values))
            .filter((rows) => rows.length > 0)
            .map((rows) => `\n${rows.join('\n')}`),
        ...inputs.map(({ name, digest, rows }, index) => `${index === 0 ? '\n' : ''}- input ${(0,escape_markdown/* escapeMarkdown */.F)(name)}: ${(0,escape_markdown/* digestCode */.K)(digest)}${rows === undefined ? '' : `, ${rows} rows`}`),
    ];
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
/**
 * Joins blocks with line breaks and leaves out from the end what does not fit into `maxBytes` of UTF-8, saying how many
 * blocks are missing. Blocks are whole, so no table row, reference or tag is cut.
 */
function fitBlocks(blocks, maxBytes) {
    const encoder = new TextEncoder();
    const size = (text) => encoder.encode(text).byteLength;
    const whole = `${blocks.join('\n')}\n`;
    if (size(whole) <= maxBytes)
        return whole;
    const note = (left) => `\n\nShortened: ${left} parts are left out here; the decision files hold them.\n`;
    let used = size(note(blocks.length));
    const kept = [];
    for (const block of blocks) {
        used += size(block) + 1;
        if (used > maxBytes)
            break;
        kept.push(block);
    }
    return `${kept.join('\n')}${note(blocks.length - kept.length)}`;
}


/***/ })

};
