export const id = 9563;
export const ids = [9563];
export const modules = {

/***/ 29563:
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
// EXTERNAL MODULE: ./build/packages/github/src/github.js + 40 modules
var github = __webpack_require__(46545);
// EXTERNAL MODULE: ./build/packages/governance/src/evidence/store.js + 7 modules
var store = __webpack_require__(26993);
// EXTERNAL MODULE: ./build/packages/governance/src/ledger/entry-file.js
var entry_file = __webpack_require__(64207);
// EXTERNAL MODULE: ./build/packages/attest/src/trust-root.js
var trust_root = __webpack_require__(33916);
// EXTERNAL MODULE: ./build/packages/attest/src/release-authorisation.js
var release_authorisation = __webpack_require__(72589);
// EXTERNAL MODULE: ./build/packages/attest/src/sign.js
var sign = __webpack_require__(95400);
// EXTERNAL MODULE: ./build/packages/attest/src/model-signature.js
var model_signature = __webpack_require__(52991);
// EXTERNAL MODULE: ./build/packages/core/src/candidate-key.js
var candidate_key = __webpack_require__(79908);
// EXTERNAL MODULE: ./build/packages/governance/src/emergencies/emergency.js
var emergency = __webpack_require__(26743);
// EXTERNAL MODULE: ./build/packages/core/src/path-globs.js
var path_globs = __webpack_require__(48054);
// EXTERNAL MODULE: ./build/packages/governance/src/utc-day.js
var utc_day = __webpack_require__(92413);
;// CONCATENATED MODULE: ./build/packages/governance/src/emergencies/emergency-of.js



/**
 * Judges what a pull request does in `governance/emergencies`. It may add one declaration, for the models that it
 * changes, dated on the day of its announcement or the day before, and not past its review; it may set `reviewed-on` in
 * one of the base, and delete one that is reviewed.
 */
function emergencyOf(change, policy, days) {
    const paths = [...new Set(change.files)].filter((path) => path.startsWith(`${emergency/* EMERGENCIES_FOLDER */.P}/`)).sort();
    // What the pull request does not change is as old as its branch and says nothing: only its own changes are read.
    const atHead = new Map([...change.headFiles].filter(([path]) => paths.includes(path)));
    let head;
    try {
        head = (0,emergency/* parseEmergencies */.lI)(atHead);
    }
    catch (error) {
        if (!(error instanceof errors/* ConfigError */.xL))
            throw error;
        return { declared: null, touched: touchedBy(paths, policy), closed: [], problems: error.faults };
    }
    const touched = touchedBy(paths, policy);
    const added = head.filter(({ id }) => !policy.emergencies.some((base) => base.id === id));
    const problems = [
        ...touched.flatMap((base) => editProblems(base, head.find(({ id }) => id === base.id) ?? null, days.today)),
        ...(added.length === 0 ? [] : additionProblems(added, touched)),
        ...added.flatMap((emergency) => declarationProblems(emergency, { change, policy, days })),
    ];
    const closed = touched.filter((base) => base.reviewedOn === null && head.some(({ id }) => id === base.id));
    return {
        declared: problems.length === 0 ? (added[0] ?? null) : null,
        touched,
        closed: problems.length === 0 ? closed : [],
        problems,
    };
}
/** Models that a change of `files` concerns. */
function changedModels(files, { config }) {
    return Object.entries(config.models)
        .filter(([, { paths }]) => files.some((0,path_globs/* pathMatcher */.k)(paths)))
        .map(([model]) => model);
}
function touchedBy(paths, policy) {
    return policy.emergencies.filter(({ path }) => paths.includes(path));
}
/** An edit closes, and does nothing else; a deletion is of what is closed. */
function editProblems(base, head, today) {
    const problem = (found, allowed, remedy) => [
        { where: base.path, found, allowed, remedy },
    ];
    if (head === null) {
        if (base.reviewedOn !== null)
            return [];
        return problem('the pull request deletes it before its review', 'only a reviewed declaration may go', 'Keep it.');
    }
    if (head.digest === base.digest)
        return [];
    const same = JSON.stringify({ ...head, ...UNCOMPARED }) === JSON.stringify({ ...base, ...UNCOMPARED });
    const { reviewedOn } = head;
    if (!same || (base.reviewedOn !== null && reviewedOn !== base.reviewedOn) || reviewedOn === null) {
        const allowed = 'a pull request may add "reviewed-on" to a declaration of the base branch and change nothing else in it';
        return problem('another change of the declaration', allowed, 'Undo the other changes.');
    }
    if (reviewedOn > today)
        return problem(`reviewed-on ${reviewedOn}`, `a day up to today, ${today}`, 'Correct the day.');
    return [];
}
const UNCOMPARED = { digest: null, reviewedOn: null };
function additionProblems(added, touched) {
    const [first] = added;
    if (first === undefined || (added.length === 1 && touched.length === 0))
        return [];
    return [
        {
            where: first.path,
            found: `the pull request changes ${added.length + touched.length} files of ${emergency/* EMERGENCIES_FOLDER */.P}`,
            allowed: 'an emergency change adds one declaration and touches no other',
            remedy: 'Put the others into a pull request of their own.',
        },
    ];
}
function declarationProblems(emergency, about) {
    const { models, declaredOn, reviewBy, reviewedOn, path } = emergency;
    const { change, policy, days } = about;
    const changed = changedModels(change.files, policy);
    const without = changed.filter((model) => policy.config.models[model]?.approvals.emergency === undefined);
    const unnamed = changed.filter((model) => !models.includes(model));
    const { announced, today } = days;
    const before = (0,utc_day/* addDays */.fi)(announced, -1);
    const faults = [];
    const add = (found, allowed, remedy) => {
        faults.push({ where: path, found, allowed, remedy });
    };
    if (changed.length === 0) {
        add('no file of a model is changed', 'an emergency is declared by the pull request that changes the model', 'Add the change to this pull request.');
    }
    if (without.length > 0) {
        add(`no emergency for ${without.join(', ')}`, 'the policy of the base branch allows emergencies under approvals.emergency', 'Ask for the approvals of the tier.');
    }
    if (unnamed.length > 0) {
        add(`"models" without ${unnamed.join(', ')}`, 'the declaration names every model that the pull request changes', 'Add them.');
    }
    if (declaredOn !== announced && declaredOn !== before) {
        add(`declared-on ${declaredOn}`, `the day on which this head was announced, or the day before, in UTC: ${announced} or ${before}`, 'Declare it on the day of the change.');
    }
    if (reviewBy < today) {
        add(`review-by ${reviewBy}`, `a day from today on, ${today}: the review would be overdue with the merge`, 'Ask for the approvals of the tier, or declare the emergency anew.');
    }
    if (reviewedOn !== null) {
        add(`reviewed-on ${reviewedOn}`, 'the full review comes after the merge', 'Remove "reviewed-on".');
    }
    return faults;
}

// EXTERNAL MODULE: ./build/packages/governance/src/ledger/entry.js + 2 modules
var entry = __webpack_require__(95132);
;// CONCATENATED MODULE: ./build/packages/governance/src/required-roles.js

/** A change of these files is a change of policy and needs the policy owner's role as well. */
const POLICY_PATHS = [
    'gatehouse.yml',
    'governance/**',
    '.github/workflows/**',
    '.github/actions/**',
];
/**
 * Tells the files that set the rules for a model: {@link POLICY_PATHS}, files that the base policy names, evaluation code
 * that is taken from the base branch, and code that deploys with the target's credentials. Each list is matched by itself, so that an exclusion in one of them cannot
 * take a file out of another; a path with invisible characters counts, because no reader can tell what it is.
 */
function policyMatcher(model, change) {
    const isPolicyPath = (0,path_globs/* pathMatcher */.k)(POLICY_PATHS);
    // The candidate's own inference code is what is examined; code of the base branch is the exam of the next candidate.
    const isExam = model.evaluate.code === 'base' ? (0,path_globs/* pathMatcher */.k)(model.evaluate.files) : () => false;
    const deploys = Object.values(model.deploy).map(({ files }) => (0,path_globs/* pathMatcher */.k)(files));
    return (file) => (isPolicyPath(file) && !change.declarations.includes(file)) ||
        isExam(file) ||
        deploys.some((matches) => matches(file)) ||
        change.policyFiles.includes(file) ||
        (0,path_globs/* hasInvisibleCharacter */.t)(file);
}
/**
 * The roles that must approve a change of a model: those of its tier, and the policy role when a changed file sets the
 * rules, as {@link policyMatcher} tells.
 *
 * @throws ConfigError when the tier has no roles, or a role is not defined.
 */
function requiredRoles(model, change) {
    const rules = change.files.some(policyMatcher(model, change)) ? policyRole(model) : [];
    return mergedRoles([...tierRoles(model), ...rules]);
}
/** The roles of the model's tier. */
function tierRoles(model) {
    const { approvals, tier } = model;
    const roles = approvals.tiers[tier];
    if (roles === undefined)
        throw rolesFault('approvals.tiers', `no roles for the tier "${tier}"`);
    return roles.map((role) => definitionOf(model, role));
}
/** The role that owns the rules of the model. */
function policyRole(model) {
    return [definitionOf(model, model.approvals['policy-role'])];
}
/** Reads a role's definition, or says that there is none. */
function definitionOf(model, role) {
    const { roles } = model.approvals;
    const found = Object.hasOwn(roles, role) ? roles[role] : undefined;
    if (found === undefined)
        throw rolesFault('approvals.roles', `the role "${role}" is not defined`);
    return { role, users: found.users, teams: found.teams };
}
/** Each role once. Two models may give one name to different people: such roles are told apart by a number. */
function mergedRoles(roles) {
    const merged = [];
    for (const definition of roles) {
        const sameName = merged.filter(({ role }) => role === definition.role || role.startsWith(`${definition.role} (`));
        if (sameName.some((known) => holdersOf(known) === holdersOf(definition)))
            continue;
        const role = sameName.length === 0 ? definition.role : `${definition.role} (${sameName.length + 1})`;
        merged.push({ ...definition, role });
    }
    return merged;
}
function holdersOf({ users, teams }) {
    return JSON.stringify([[...users].sort(), [...teams].sort()]);
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

// EXTERNAL MODULE: ./build/packages/core/src/needs-candidate.js
var needs_candidate = __webpack_require__(78870);
;// CONCATENATED MODULE: ./build/packages/governance/src/approval/concern.js


/**
 * Says which models a change concerns. A model's own files are those that its candidate is made from, by
 * `needsCandidate`; its rules are what {@link policyMatcher} tells.
 */
function concernOf(config, change) {
    const models = Object.entries(config.models);
    const evaluated = models.filter(([, model]) => (0,needs_candidate/* needsCandidate */.H)(model, change.files));
    const ruled = models.filter(([name, model]) => !evaluated.some(([other]) => other === name) && change.files.some(policyMatcher(model, change)));
    return { evaluated: evaluated.map(([name]) => name), ruled: ruled.map(([name]) => name) };
}

// EXTERNAL MODULE: ./build/packages/core/src/tuple.js
var src_tuple = __webpack_require__(10641);
// EXTERNAL MODULE: ./build/packages/core/src/resource-uri.js
var resource_uri = __webpack_require__(52768);
// EXTERNAL MODULE: ./build/packages/governance/src/waivers/apply-waivers.js
var apply_waivers = __webpack_require__(87266);
// EXTERNAL MODULE: ./build/packages/governance/src/waivers/waiver.js + 1 modules
var waiver = __webpack_require__(37742);
;// CONCATENATED MODULE: ./build/packages/governance/src/waivers/judge-used-waivers.js

/**
 * Asks of every waiver that a signed summary rests on whether it holds today: it must lie on the base branch with the same
 * bytes, and the day must not be past its last one.
 */
function judgeUsedWaivers(used, waivers, today) {
    return used.flatMap((use) => {
        const current = waivers.find(({ id }) => id === use.id);
        const about = `The waiver "${use.id}" of ${use.gate} ${use.measure}`;
        const lapsed = (cause, words) => [
            { id: use.id, reasonCode: 'waiver-expired', cause, message: `${about} ${words}` },
        ];
        if (current === undefined)
            return lapsed('removed', 'is not on the base branch any more.');
        if (current.digest !== use.digest)
            return lapsed('changed', 'was changed on the base branch since the evaluation.');
        if (!(0,waiver/* inForce */.Nm)(current, today))
            return lapsed('expired', `held until ${use.expiresOn}; today is ${today}.`);
        return [];
    });
}

// EXTERNAL MODULE: ./build/packages/core/src/reason-codes.js
var reason_codes = __webpack_require__(85424);
;// CONCATENATED MODULE: ./build/packages/governance/src/approval/verdict.js


/** A verdict without evidence: something is missing, refused or not governed. */
function plainVerdict(model, reasonCode, detail) {
    const { state } = detail;
    return {
        model,
        outcome: state === 'success' ? 'pass' : state === 'failure' ? 'fail' : 'inconclusive',
        reasonCode,
        title: `${reasonCode}: ${reason_codes/* REASON_CODES */.O[reasonCode]}`,
        modelDigest: null,
        tuple: null,
        decisions: [],
        roles: [],
        approvals: null,
        missing: [],
        stale: null,
        waivers: [],
        notes: [],
        ledger: [],
        ...detail,
    };
}
const WORST_FIRST = ['failure', 'waiting', 'success'];
/** Of two that wait, the one that is further from green comes first: nobody approves what was not evaluated. */
function byDistance(a, b) {
    const isJudged = ({ approvals }) => (approvals === null ? 0 : 1);
    return isJudged(a) - isJudged(b) || b.missing.length - a.missing.length;
}
/** The worst verdict is the check's; with several models the title says whose it is. */
function combined(models, rules = { loosened: [], changed: [] }) {
    const worst = WORST_FIRST.flatMap((state) => {
        const rows = models.filter((verdict) => verdict.state === state);
        return state === 'waiting' ? rows.toSorted(byDistance) : rows;
    })[0];
    if (worst === undefined)
        throw new RangeError('a check is about at least one model');
    const { state, outcome, reasonCode, title, model } = worst;
    const plain = models.length === 1 || model === '' || model === entry/* POLICY_SUBJECT */.S6;
    const named = plain ? title : `${model}: ${title}`;
    const count = rules.loosened.length;
    const laxer = count === 0 ? '' : `${count} ${count === 1 ? 'rule' : 'rules'} loosened; `;
    return {
        state,
        outcome,
        reasonCode,
        title: `${laxer}${named}`,
        models,
        tuples: models.flatMap(({ tuple }) => tuple ?? []),
        ...rules,
        ledger: models.flatMap(({ ledger }) => ledger),
    };
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/approval-verdict.js

const OF_BOTS = 'Let a person bring the commits onto a branch of their own, or list the bot under approvals.bots if nobody can make it push what they want.';
/** What is said about a tuple once the review rule was applied to it. */
function approvalVerdict(model, approvers, judged) {
    const { approvals, state, missing, stale, ledger } = judged;
    const isEmergency = state === 'success' && approvers.emergency !== null;
    return plainVerdict(model, isEmergency ? 'emergency-approved' : approvals.reasonCode, {
        state,
        outcome: state === 'success' ? 'pass' : 'inconclusive',
        title: titleOf(approvers, judged),
        roles: approvers.roles,
        approvals,
        missing,
        stale,
        ledger,
        notes: approvals.reasonCode === 'pushed-by-bot' ? [OF_BOTS] : [],
    });
}
/** One line: who approved, what could not be read, or which role is missing and who can give it. */
function titleOf({ quorum, emergency }, { approvals, missing }) {
    if (approvals.state === 'inconclusive')
        return approvals.message;
    if (approvals.state === 'approved') {
        if (emergency === null)
            return `Approved: ${approvedBy(approvals)}`;
        return `Emergency approved by ${approvedBy(approvals)}; full review due ${emergency.reviewBy}`;
    }
    // Titles are short: what a team is can be read from the slash in its name.
    const roles = missing.map(({ role, from }) => `${role} (${from.map((each) => each.replace(/^team /, '')).join(', ')})`);
    if (quorum === null)
        return `Ready for approval; missing ${roles.join(', ')}`;
    return `Emergency; approvals missing: ${quorum - approvals.approvals.length} of ${roles.join(' or ')}`;
}
function approvedBy({ approvals }) {
    return approvals.map(({ role, login }) => `${role} by ${login}`).join(', ');
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/blocked-remedy.js


/**
 * What helps against gates that do not pass, for whoever reads a red check: another candidate, and a waiver where every
 * finding can be waived. That approvals do not help is said, because people ask for them first.
 *
 * @param standing decisions that no waiver covers.
 */
function blockedRemedy(standing) {
    const failed = standing.some(({ outcome }) => outcome === 'fail');
    const better = failed
        ? 'Push a commit that trains a better candidate.'
        : 'The data cannot tell: let gatehouse.yml name more evaluation data, or push a commit that trains another candidate.';
    return [`${better} Approvals do not help: nobody approves past a gate.`, ...waiverNotes(standing)];
}
/** Waivers are of no use when they leave one finding standing, so they are named only where they can cover all. */
function waiverNotes(standing) {
    const found = standing
        .filter(({ outcome }) => outcome !== 'pass')
        .flatMap((decision) => (0,apply_waivers/* blockingFindings */.Ur)(decision).map((finding) => ({ gate: decision.gate, finding })));
    const stuck = found.filter(({ finding }) => !(0,apply_waivers/* isWaivable */.uF)(finding)).map(({ finding }) => finding.reasonCode);
    if (stuck.length > 0 || found.length === 0) {
        return [stuck.length === 0 ? 'No waiver excuses it.' : `No waiver excuses ${[...new Set(stuck)].join(', ')}.`];
    }
    const things = [...new Set(found.map(({ gate, finding }) => `${gate} ${finding.measure}`))].join(', ');
    return [
        `Where it must be accepted for a while: a waiver in ${waiver/* WAIVERS_FOLDER */.Vv}/, merged into the default branch first, of ${things}.`,
        'How to write one: docs/waivers-and-emergencies.md of Gatehouse.',
    ];
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/blocked-title.js
/** So much is read at a glance in a list of checks; the summary of the check holds the rest. */
const LONGEST = 100;
/**
 * One line for the list of checks: which gate does not pass, and the measure and groups that decided it.
 * "Blocked by fairness: false-positive-rate-difference is 0.24, limit 0.1 (yes, no)". Of several gates it says how many,
 * and what decided each. Where that is too long, the least important part is left out.
 *
 * @param standing decisions that no waiver covers.
 */
function blockedTitle(standing) {
    const blocking = standing.filter(({ outcome }) => outcome !== 'pass');
    const [only, ...others] = blocking;
    if (only === undefined)
        return 'Blocked, and no decision says why';
    return fitting(others.length === 0 ? titlesOfOne(only) : titlesOfSeveral(blocking));
}
/** The finding that made the decision what it is. */
function decisiveFinding({ findings, outcome }) {
    return findings.find((finding) => finding.severity === 'block' && finding.outcome === outcome);
}
/** From the fullest to the shortest. */
function titlesOfOne(decision) {
    const title = `Blocked by ${gateName(decision)}`;
    const finding = decisiveFinding(decision);
    if (finding === undefined)
        return [title];
    const { measure, message, value, interval, limit, groups = [] } = finding;
    const between = groups.length === 0 ? '' : ` (${groups.join(', ')})`;
    const bound = limit === undefined ? '' : `, limit ${limit}`;
    const is = `${measure} is ${blocked_title_short(value)}`;
    // What could not be measured is told in words: "group yes of afam has 12 rows; policy minimum 30".
    const told = value === null || interval === undefined
        ? [message, message.split('; ')[0]]
        : [
            `${is} (${interval.map(blocked_title_short).join(' to ')})${bound}${between}`,
            `${is}${bound}${between}`,
            `${is} (${interval.map(blocked_title_short).join(' to ')})${bound}`,
            `${is}${bound}`,
        ];
    return [...[...told, `${measure}${between}`, measure].map((text) => `${title}: ${text}`), title];
}
function titlesOfSeveral(decisions) {
    const title = `Blocked by ${decisions.length} gates`;
    const named = decisions.map((decision) => {
        const finding = decisiveFinding(decision);
        return finding === undefined ? gateName(decision) : `${gateName(decision)}: ${finding.measure}`;
    });
    return [`${title}: ${named.join('; ')}`, `${title}: ${decisions.map(gateName).join(', ')}`, title];
}
function gateName({ gate, outcome }) {
    return outcome === 'fail' ? gate : `${gate} (${outcome})`;
}
function fitting(titles) {
    return titles.find((title) => title.length <= LONGEST) ?? titles.at(-1) ?? '';
}
function blocked_title_short(value) {
    return value === null ? '∞' : value.toFixed(2);
}

;// CONCATENATED MODULE: ./build/packages/governance/src/exclusions.js
/** Why an account may not approve whatever it says, by numeric id; `null` when nothing of what it did excludes it. */
function exclusionOf(id, about) {
    const rule = EXCLUSIONS.find(({ ids }) => ids(about).includes(id));
    return rule?.reasonCode ?? null;
}
/** In the order in which they are reported: the plainest reason first. */
const EXCLUSIONS = [
    { reasonCode: 'reviewer-is-author', ids: ({ author }) => [author.id] },
    {
        reasonCode: 'reviewer-is-committer',
        ids: ({ commits }) => commits.commits.flatMap(({ author, committer }) => [author?.id, committer?.id]),
    },
    { reasonCode: 'reviewer-co-authored', ids: ({ coAuthors }) => coAuthors.map(({ id }) => id) },
    { reasonCode: 'reviewer-is-pusher', ids: ({ pushers }) => pushers.accounts.map(({ id }) => id) },
    { reasonCode: 'reviewer-started-training', ids: ({ trainingActors }) => trainingActors.map(({ id }) => id) },
    { reasonCode: 'reviewer-owns-waiver', ids: ({ waiverOwners }) => waiverOwners.map(({ id }) => id) },
];

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
 * the same second may have come before), and not after the merge; and the reviewer is a human with write access who holds
 * a required role and took no part in the change: {@link exclusionOf}. Accounts are compared by numeric id. Each required
 * role needs a person of its own, unless a quorum of all of them is asked for.
 *
 * A commit without an account, or more commits than GitHub lists, makes the result inconclusive whoever approved. So
 * does a bot that opened the pull request or pushed to it, unless the policy lists it, because whoever steered it may be
 * the one who approves; and a missing role whose team, or a reviewer whose permission, could not be read: unknown is not
 * no.
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
    const reviews = latestReviews(input).map((review) => judge(review, input));
    const counted = reviews.filter((verdict) => verdict.counts);
    const { holders, missingRoles } = input.quorum === null ? eachRole(input, counted) : quorum(input.quorum, input, counted);
    const approvals = holders.map(({ role, verdict }) => {
        const { reviewer, reviewId } = verdict;
        return { role, userId: reviewer.id, login: reviewer.login, reviewId, tuple: input.tuple };
    });
    return { ...stateOf(input, reviews, missingRoles), approvals, missingRoles, reviews };
}
function eachRole(input, counted) {
    const roles = input.requiredRoles.map(({ role }) => role);
    const assigned = assignRoles(roles, counted.map(({ reviewer, roles: held }) => ({ id: reviewer.id, roles: held })));
    const holders = [...assigned].flatMap(([role, userId]) => {
        const verdict = counted.find(({ reviewer }) => reviewer.id === userId);
        return verdict === undefined ? [] : [{ role, verdict }];
    });
    return { holders, missingRoles: roles.filter((role) => !assigned.has(role)) };
}
function quorum(people, input, counted) {
    const holders = counted.flatMap((verdict) => {
        const [role] = verdict.roles;
        return role === undefined ? [] : [{ role, verdict }];
    });
    // A quorum of nobody would be none; the configuration refuses it, and so does this.
    const met = people >= 1 && holders.length >= people;
    return { holders, missingRoles: met ? [] : input.requiredRoles.map(({ role }) => role) };
}
/**
 * Each reviewer's newest review that is more than a comment; GitHub numbers reviews in order. An approval after the merge
 * replaces nothing that was said before it.
 */
function latestReviews({ reviews, mergedAt }) {
    const latest = new Map();
    const ordered = [...reviews].sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || a.id - b.id);
    for (const review of ordered) {
        if (review.state === 'COMMENTED' || review.state === 'PENDING')
            continue;
        if (review.state === 'APPROVED' && isAfterMerge(review, mergedAt) && latest.has(review.reviewer.id))
            continue;
        latest.set(review.reviewer.id, review);
    }
    return [...latest.values()].sort((a, b) => a.id - b.id);
}
function isAfterMerge(review, mergedAt) {
    return mergedAt !== null && inLaterSecond(review.submittedAt, mergedAt);
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
    if (reviewer.type !== 'User')
        return 'reviewer-not-human';
    const excluded = exclusionOf(reviewer.id, input);
    if (excluded !== null)
        return excluded;
    if (review.state !== 'APPROVED')
        return 'review-not-approving';
    if (review.commitSha !== input.headSha)
        return 'review-of-other-commit';
    if (isAfterMerge(review, input.mergedAt))
        return 'review-after-merge';
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
    return input.requiredRoles
        .filter(({ members }) => members.some((member) => member.id === id))
        .map(({ role }) => role);
}
function inLaterSecond(later, earlier) {
    // An unreadable date gives NaN here, and every comparison with NaN is false.
    return Math.floor(later.getTime() / 1000) > Math.floor(earlier.getTime() / 1000);
}
function stateOf(input, reviews, missingRoles) {
    const unknown = unknownFact(input, reviews, missingRoles);
    if (unknown !== null) {
        const who = unknown === 'pushed-by-bot' ? ` ${unlistedBots(input).join(', ')}` : '';
        return { state: 'inconclusive', reasonCode: unknown, message: `${reason_codes/* REASON_CODES */.O[unknown]}${who}` };
    }
    if (missingRoles.length === 0)
        return { state: 'approved', reasonCode: 'approved', message: reason_codes/* REASON_CODES */.O.approved };
    return {
        state: 'waiting',
        reasonCode: 'ready-for-approval',
        message: `Missing: ${missingRoles.join(', ')}. ${reviews.filter(({ counts }) => counts).length} of ${reviews.length} reviews count.`,
    };
}
/** Whatever is not certainly a person counts as a bot. Logins are compared as GitHub does, whatever their case. */
function unlistedBots({ author, pushers, bots }) {
    const listed = bots.map((login) => login.toLowerCase());
    const logins = [author, ...pushers.accounts].filter(({ type }) => type !== 'User').map(({ login }) => login);
    return [...new Set(logins)].filter((login) => !listed.includes(login.toLowerCase()));
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
    if (unlistedBots(input).length > 0)
        return 'pushed-by-bot';
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

// EXTERNAL MODULE: ./build/packages/governance/src/role-members.js
var role_members = __webpack_require__(94396);
;// CONCATENATED MODULE: ./build/packages/governance/src/approval/ledger-facts.js
/** The tuple waits for approvals from now on; of an emergency it is also told which one. */
function readyFact(subject, parts, emergency) {
    const facts = { ...tupleFacts(parts), ...(emergency === null ? {} : { emergency: emergency.id }) };
    return about(subject, { kind: 'ready', reasonCode: 'ready-for-approval', people: [], facts });
}
/** Whoever had to approve did; none when the newest entries say so of the same reviews. */
function approvedFacts(subject, found, history) {
    const { parts, approvals, emergency } = found;
    const reviews = approvals.approvals
        .map(({ role, userId, reviewId }) => `${role} user ${userId} review ${reviewId}`)
        .sort();
    const last = history.lastApproved();
    const known = last?.facts.tuple === parts.tuple && JSON.stringify(last.facts.reviews) === JSON.stringify(reviews);
    // The same tuple may have been replaced in between and be announced again: then its approval is said again too.
    const announced = history.entries.findLast(({ kind }) => kind === 'ready')?.seq ?? 0;
    if (known && last.seq > announced)
        return [];
    const people = approvals.approvals.map(({ userId, login, role }) => ({ id: userId, login, role }));
    const approved = about(subject, {
        kind: 'approved',
        reasonCode: 'approved',
        people,
        facts: { ...tupleFacts(parts), reviews },
    });
    if (emergency === null)
        return [approved];
    const { id, incident, reviewBy } = emergency;
    const facts = { ...tupleFacts(parts), emergency: id, incident, reviewBy };
    return [approved, about(subject, { kind: 'emergency', reasonCode: 'emergency-approved', people, facts })];
}
/** When an emergency was first announced at this head; `null` when it was not yet. Another head is another change. */
function emergencyAnnouncedAt(history, id, headSha) {
    const first = history.entries.find(({ kind, facts, pull }) => kind === 'ready' && facts.emergency === id && pull?.headSha === headSha);
    return first === undefined ? null : new Date(first.at);
}
/** An approval that was given does not count any more; said once of each approval and head. */
function staleFact(subject, { approved, by }, history) {
    if (approved.tuple === null)
        return [];
    const told = history.entries.findLast(({ kind }) => kind === 'stale' || kind === 'approved');
    if (told?.kind === 'stale')
        return [];
    const facts = { approvedTuple: approved.tuple, approvedHead: approved.headSha };
    return [about(subject, { kind: 'stale', reasonCode: 'approval-stale', people: [...by], facts })];
}
/**
 * A head cannot be judged, which also ends the announcement of any other head; none when the newest entry says so.
 *
 * @param refused `runId` is the run whose log says why.
 */
function refusedFact(subject, { reasonCode, runId }, history) {
    const last = history.entries.at(-1);
    const same = last?.kind === 'refused' && last.pull?.headSha === subject.headSha && last.reasonCode === reasonCode;
    if (same)
        return [];
    return [about({ ...subject, modelDigest: null }, { kind: 'refused', reasonCode, people: [], facts: { runId } })];
}
function tupleFacts(parts) {
    const { tuple, evidenceDigest, policyDigest } = parts;
    return {
        tuple,
        ...(evidenceDigest === null ? {} : { evidenceDigest }),
        ...(policyDigest === null ? {} : { policyDigest }),
    };
}
function about({ model, modelDigest, pullRequest, headSha }, fact) {
    return { ...fact, subject: { model, modelDigest }, pull: { number: pullRequest, headSha } };
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/missing-roles.js

/** Says of each missing role who can give it. */
function missingRoles(missing, about) {
    return missing.map((role) => {
        const definition = about.roles.find((known) => known.role === role);
        const holders = about.members.find((known) => known.role === role);
        const members = holders?.members ?? [];
        const not = members.flatMap(({ id, login }) => {
            const reasonCode = exclusionOf(id, about.participants);
            return reasonCode === null ? [] : [{ login, reasonCode }];
        });
        return {
            role,
            from: [...(definition?.teams ?? []).map((team) => `team ${team}`), ...(definition?.users ?? [])],
            not,
            anybody: holders?.complete !== true || not.length < members.length,
        };
    });
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/ready-since.js
/**
 * Since when reviews of a tuple count: the later of its two announcements. The ledger is a file that a writer of its
 * branch could date or write ahead; the check run belongs to the App. A check that has not announced the tuple yet does
 * so now, and reviews count from then.
 *
 * @param check `unknown` for a check that keeps no such time.
 * @returns `null` while one of them has not announced the tuple.
 */
function readySince(ledger, check) {
    if (ledger === null || check === 'not-announced')
        return null;
    return check === 'unknown' || check < ledger ? ledger : check;
}

// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var src_digest = __webpack_require__(67903);
;// CONCATENATED MODULE: ./build/packages/governance/src/approval/stale-approval.js

const PARTS = [
    { name: 'head', text: ({ headSha }) => headSha.slice(0, 7) },
    { name: 'model', text: ({ modelDigest }) => shortDigest(modelDigest) },
    { name: 'evidence', text: ({ evidenceDigest }) => shortDigest(evidenceDigest) },
    { name: 'policy', text: ({ policyDigest }) => shortDigest(policyDigest) },
];
/**
 * Compares the newest approval of a pull request with what would be approved now.
 *
 * @param lastApproved the newest ledger entry of kind `approved`, `null` when nobody ever approved.
 * @returns `null` when the approval is of what is there now.
 */
function staleApproval(lastApproved, now) {
    if (lastApproved === null || lastApproved.pull === null)
        return null;
    const { facts, pull, subject, people } = lastApproved;
    if (facts.tuple === undefined || facts.tuple === now.tuple)
        return null;
    const approved = {
        tuple: facts.tuple,
        headSha: pull.headSha,
        modelDigest: subject.modelDigest,
        evidenceDigest: facts.evidenceDigest ?? null,
        policyDigest: facts.policyDigest ?? null,
    };
    // What is not known yet, such as the model of a head that was not evaluated, is not told as different.
    const differing = PARTS.filter(({ text }) => {
        const [before, after] = [text(approved), text(now)];
        return before !== null && after !== null && before !== after;
    });
    const told = (parts) => differing.map(({ name, text }) => `${name} ${text(parts)}`).join(', ');
    const sentence = differing.length === 0
        ? 'approved before, and announced anew since'
        : `approved for ${told(approved)}; now ${told(now)}`;
    return { approved, by: people, sentence };
}
function shortDigest(digest) {
    return digest === null ? null : `sha256:${(0,src_digest/* hexOf */.ZD)(digest).slice(0, 12)}…`;
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/judge-approvals.js






/**
 * Applies the review rule to a tuple and says what the ledger does not hold yet: that an older approval ended, that this
 * tuple waits, that it is approved. A tuple that is announced only now has no approval, whatever was said before.
 */
function judgeApprovals(facts, question) {
    const { history, parts, subject, approvers } = question;
    const announced = history.currentReady(parts.tuple);
    const members = (0,role_members/* roleMembers */.y)(approvers.roles, facts.people);
    const participants = {
        author: facts.pull.author,
        commits: facts.commits,
        coAuthors: facts.coAuthors,
        pushers: facts.pushers,
        trainingActors: [...question.trainingActors, ...[...history.trainingActors()].map((id) => ({ id }))],
        waiverOwners: question.waiverOwners,
    };
    const approvals = evaluateReviews({
        ...participants,
        headSha: facts.headSha,
        tuple: parts.tuple,
        readyAt: readySince(announced === null ? null : new Date(announced.at), announcedByCheck(facts, parts.tuple)),
        mergedAt: facts.pull.mergedAt,
        reviews: facts.reviews,
        permissions: facts.permissions,
        requiredRoles: members,
        quorum: approvers.quorum,
        bots: approvers.bots,
    });
    const stale = staleApproval(history.lastApproved(), parts);
    return {
        approvals,
        state: STATES[approvals.state],
        missing: missingRoles(approvals.missingRoles, { roles: approvers.roles, members, participants }),
        stale,
        ledger: [
            ...(stale === null ? [] : staleFact(subject, stale, history)),
            ...(announced === null ? [readyFact(subject, parts, approvers.emergency)] : []),
            ...(approvals.state === 'approved' ? approvedFacts(subject, { ...approvers, parts, approvals }, history) : []),
        ],
    };
}
const STATES = { approved: 'success', waiting: 'waiting', inconclusive: 'failure' };
function announcedByCheck({ announcements }, tuple) {
    return announcements === 'unknown' ? 'unknown' : (announcements.get(tuple) ?? 'not-announced');
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/without-evaluation.js


/**
 * The workflow of action-templates that only tells of reviews and edits. Its name is the head's own word, so it makes a
 * head wait at most: nothing is evaluated or approved because of it.
 */
const SIGNAL = 'signal';
/**
 * No evaluation of this head: a failed training or evaluation is red and stays so whatever happens to the pull request
 * afterwards, and so is a decide run that ended without a word; one that has not happened yet waits. The note leads to
 * the log that says what to do.
 */
function withoutEvaluation(facts, question) {
    const { training, headSha } = facts;
    const { model, history } = question;
    const refusal = history.refusalOf(headSha);
    if (refusal !== null) {
        const { reasonCode, runId } = refusal;
        const log = runId === null ? '' : ` ${pageOf(facts, runId)} says what was found, what is allowed and what to do.`;
        const notes = [
            ...trainingNotes(facts),
            `This head was refused.${log} Push a commit that puts it right, or run the training again.`,
        ];
        return plainVerdict(model, reasonCode, { state: 'failure', notes });
    }
    if (training !== null && training.conclusion !== 'success' && training.workflow !== SIGNAL) {
        const { runId } = training;
        return refused(facts, question, { reasonCode: 'candidate-missing', runId, notes: trainingNotes(facts) });
    }
    if (training !== null && training.decidedBy !== null) {
        const runId = training.decidedBy;
        const notes = [
            `The decide run ended without an evaluation of this head. ${pageOf(facts, runId)} says what stopped it.`,
            'Put it right, then run the training or the decide run again.',
        ];
        return refused(facts, question, { reasonCode: 'evaluation-error', runId, notes });
    }
    return plainVerdict(model, 'decision-missing', {
        state: 'waiting',
        title: 'Waiting for training and evaluation of this head',
        notes: trainingNotes(facts),
    });
}
/** Red, and in the ledger too, so that no later run takes it for one that has not happened yet. */
function refused({ pull, headSha }, { model, history }, why) {
    const { reasonCode, notes } = why;
    const ledger = refusedFact({ model, modelDigest: null, pullRequest: pull.number, headSha }, why, history);
    return plainVerdict(model, reasonCode, { state: 'failure', notes, ledger });
}
/** How the run ended that the check answers, when it did not succeed. */
function trainingNotes(facts) {
    const { training } = facts;
    if (training === null || training.conclusion === 'success')
        return [];
    const ended = `ended with "${training.conclusion ?? 'no conclusion'}"`;
    const page = pageOf(facts, training.runId);
    if (training.workflow !== SIGNAL)
        return [`Training ${ended}. Its log says why: ${page}`];
    return [`The workflow signal ${ended}, which says nothing about training: ${page}`];
}
function pageOf({ repositoryUrl }, runId) {
    return `${repositoryUrl}/actions/runs/${runId}`;
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/judge-model.js












/** Judges one model of a pull request: its evaluation first, then what people said of it. */
function judgeModel(facts, question) {
    const { model, history } = question;
    const subject = { model, modelDigest: null, pullRequest: facts.pull.number, headSha: facts.headSha };
    const decision = history.decisionOf(facts.headSha);
    // Whatever was evaluated before: the newest word about this head is that it was refused.
    if (decision === null || history.refusalOf(facts.headSha) !== null) {
        const stale = staleHead(facts, history);
        const verdict = withoutEvaluation(facts, { model, history });
        const ended = stale === null ? [] : staleFact(subject, stale, history);
        return { ...verdict, stale, ledger: [...ended, ...verdict.ledger] };
    }
    const evaluation = facts.evaluations.get(model);
    // The ledger was read again, and decide recorded another evaluation meanwhile: its own check comes after it.
    if (evaluation === undefined || !isOf(decision, evaluation)) {
        return plainVerdict(model, 'decision-missing', {
            state: 'waiting',
            title: 'Waiting for the check of an evaluation that was recorded just now',
        });
    }
    return judgeEvaluation(facts, { ...question, evaluation, expiresAt: decision.facts.candidateExpiresAt });
}
function isOf({ subject, facts }, { id }) {
    return subject.modelDigest === id.modelDigest && facts.evidenceDigest === id.evidenceDigest;
}
function judgeEvaluation(facts, question) {
    const { model, evaluation, history } = question;
    const { summary, decisions } = evaluation;
    const { modelDigest, evidenceDigest, policyDigest } = summary;
    const parts = { headSha: facts.headSha, modelDigest, evidenceDigest, policyDigest };
    const tuple = (0,src_tuple/* tupleDigest */.H)(parts);
    const subject = { model, modelDigest, pullRequest: facts.pull.number, headSha: facts.headSha };
    const shown = { modelDigest, decisions, waivers: summary.waivers.map(shownWaiver) };
    const objection = objectionTo(facts, question);
    if (objection !== null) {
        const stale = staleApproval(history.lastApproved(), { ...parts, tuple });
        const ledger = stale === null ? [] : staleFact(subject, stale, history);
        return { ...objection, ...shown, tuple: null, stale, ledger };
    }
    const judged = judgeApprovals(facts, {
        subject,
        parts: { ...parts, tuple },
        history,
        approvers: question.approvers,
        trainingActors: evaluation.training.actorIds.map((id) => ({ id })),
        waiverOwners: summary.waivers.map(({ ownerId }) => ({ id: ownerId })),
    });
    return { ...approvalVerdict(model, question.approvers, judged), ...shown, tuple };
}
/** What stands against an evaluation before people are asked; a lapsed waiver comes before everything else. */
function objectionTo(facts, { model, evaluation, expiresAt }) {
    const { summary, decisions } = evaluation;
    const lapsed = judgeUsedWaivers(summary.waivers, facts.policy.waivers, (0,utc_day/* utcDayOf */.kv)(facts.now));
    if (lapsed.length > 0) {
        const notes = [...lapsed.map(({ message }) => message), 'Renew the waiver or repair the model; then train again.'];
        return plainVerdict(model, 'waiver-expired', { state: 'failure', notes });
    }
    const expected = (0,resource_uri/* resourceUri */.N)({ repositoryUrl: facts.repositoryUrl, headSha: facts.headSha, model });
    const uncovered = evaluation.summary.decisions
        .filter(({ waived }) => waived)
        .flatMap(({ gate }) => decisions.filter((decision) => decision.gate === gate))
        .flatMap((decision) => (0,apply_waivers/* uncoveredFindings */.eV)(decision, summary.waivers));
    if (summary.resourceUri !== expected || uncovered.length > 0) {
        const found = summary.resourceUri === expected
            ? 'calls a decision waived that no waiver covers'
            : `is about ${summary.resourceUri}, not ${expected}`;
        return plainVerdict(model, 'decision-mismatch', { state: 'failure', notes: [`The evaluation ${found}.`] });
    }
    if (expiresAt !== undefined && new Date(expiresAt) <= facts.now && !facts.pull.merged) {
        const notes = [
            `The candidate expired at ${expiresAt}. Run the training workflow again; approvals are needed anew.`,
        ];
        return plainVerdict(model, 'candidate-expired', { state: 'failure', notes });
    }
    if (summary.policyDigest !== facts.policy.digest)
        return ofOlderPolicy(model, summary.policyDigest, facts.policy.digest);
    return summary.result === 'PASSED' ? null : blocked(model, evaluation);
}
function ofOlderPolicy(model, decided, now) {
    const notes = [
        `Decided under policy ${decided}, now ${now}. The next sweep decides again, or run the training again.`,
    ];
    return plainVerdict(model, 'policy-changed', { state: 'failure', notes });
}
function blocked(model, { summary, decisions }) {
    const waived = summary.decisions.filter((decision) => decision.waived).map(({ gate }) => gate);
    const standing = decisions.filter(({ gate }) => !waived.includes(gate));
    const worst = standing.find(({ outcome }) => outcome === 'fail') ?? standing.find((d) => d.outcome !== 'pass');
    const finding = worst === undefined ? undefined : decisiveFinding(worst);
    return plainVerdict(model, finding?.reasonCode ?? 'decision-missing', {
        state: 'failure',
        title: blockedTitle(standing),
        notes: blockedRemedy(standing),
        outcome: worst?.outcome === 'inconclusive' ? 'inconclusive' : 'fail',
    });
}
/** An approval of another head, when this one has no evaluation yet. */
function staleHead({ headSha }, history) {
    const last = history.lastApproved();
    if (last?.pull?.headSha === headSha)
        return null;
    return staleApproval(last, { tuple: null, headSha, modelDigest: null, evidenceDigest: null, policyDigest: null });
}
function shownWaiver(waiver) {
    const { id, gate, measure, owner, expiresOn } = waiver;
    return { id, waives: `${gate} ${measure}`, owner, expiresOn };
}

// EXTERNAL MODULE: ./build/packages/core/src/canonical-json.js
var canonical_json = __webpack_require__(14752);
;// CONCATENATED MODULE: ./build/packages/governance/src/approval/policy-tuple.js

/** The name under which changes of rules stand in the ledger; no model can have it. */
const POLICY_SUBJECT = '_policy';
/**
 * What people approve when a pull request changes rules and no model: this head, judged under this policy.
 *
 * @throws TypeError when a part is not a commit SHA or digest.
 */
function policyTupleDigest(headSha, policyDigest) {
    if (!/^[0-9a-f]{40}$/.test(headSha))
        throw new TypeError(`headSha is not a commit SHA: ${headSha}`);
    if (!(0,src_digest/* isDigest */.Bc)(policyDigest))
        throw new TypeError(`policyDigest is not a digest: ${String(policyDigest)}`);
    return (0,src_digest/* sha256 */.sc)((0,canonical_json/* canonicalJson */.d)({ type: 'gatehouse-policy-tuple/v1', headSha, policyDigest }));
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/judge-policy.js





/**
 * Judges a change of rules: there is nothing to train or to evaluate, and whoever owns the rules of each model approves
 * this head under the policy that is in force.
 *
 * @param ruled models whose rules change.
 */
function judgePolicy(facts, change, history) {
    const { headSha, policy, pull } = facts;
    const roles = policyApprovers(policy.config, change);
    const approvers = { roles, quorum: null, bots: policyBots(policy.config, change), emergency: null };
    const tuple = policyTupleDigest(headSha, policy.digest);
    const judged = judgeApprovals(facts, {
        subject: { model: entry/* POLICY_SUBJECT */.S6, modelDigest: null, pullRequest: pull.number, headSha },
        parts: { tuple, headSha, modelDigest: null, evidenceDigest: null, policyDigest: policy.digest },
        history,
        approvers,
        trainingActors: [],
        waiverOwners: [],
    });
    const verdict = approvalVerdict(entry/* POLICY_SUBJECT */.S6, approvers, judged);
    return {
        ...verdict,
        reasonCode: verdict.state === 'failure' ? verdict.reasonCode : 'policy-only',
        title: `Policy change: ${verdict.title}`,
        tuple,
    };
}
/**
 * Who approves a change of rules: the owner of each model's rules, and for a declaration of an emergency that is closed
 * or removed also the roles of the tier of each model that it names.
 */
function policyApprovers({ models }, change) {
    const owners = concerned({ models }, change).flatMap(({ config, reviewed }) => [
        ...(reviewed ? tierRoles(config) : []),
        ...policyRole(config),
    ]);
    return mergedRoles(owners);
}
/** A bot may change rules that several models share only where each of them lets it. */
function policyBots(config, change) {
    const [first, ...others] = concerned(config, change).map((model) => model.config.approvals.bots);
    return (first ?? []).filter((bot) => others.every((bots) => bots.includes(bot)));
}
/** Models whose rules change, and those whose emergency is reviewed. */
function concerned({ models }, { ruled, emergencies }) {
    const reviewed = emergencies.touched.flatMap((emergency) => emergency.models);
    return [...new Set([...ruled, ...reviewed])].flatMap((model) => {
        const config = Object.hasOwn(models, model) ? models[model] : undefined;
        return config === undefined ? [] : [{ config, reviewed: reviewed.includes(model) }];
    });
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/judge-pull.js











/** What a pull request changes, as far as the base policy and its head tell. */
function policyChangeOf(policy, files, emergencyFiles) {
    const known = policy.emergencies.map(({ path }) => path);
    return {
        files,
        policyFiles: policy.config.trust.keys.map(({ file }) => file),
        declarations: [...emergencyFiles.keys()].filter((path) => files.includes(path) && !known.includes(path) && path.endsWith('.yaml')),
    };
}
/**
 * Judges a pull request: every model that it concerns, and the rules where it changes some. A pure function: equal facts
 * and an equal ledger give an equal verdict, and what it wants written into the ledger is part of it.
 */
function judgePull(facts, historyOf) {
    const { policy, files } = facts;
    const change = policyChangeOf(policy, files, facts.proposed?.emergencyFiles ?? new Map());
    const concern = concernOf(policy.config, change);
    const emergencies = emergencyChangeOf(facts, concern, historyOf);
    const verdicts = [
        ...overdue(facts, emergencies),
        ...rulesAtFault(facts, { change, concern, emergencies }),
        ...concern.evaluated.map((model) => judgeOne(facts, { model, change, emergencies }, historyOf)),
        ...(concern.ruled.length + emergencies.touched.length === 0
            ? []
            : [judgePolicy(facts, { ruled: concern.ruled, emergencies }, historyOf(entry/* POLICY_SUBJECT */.S6))]),
    ];
    const governed = concern.evaluated.length + concern.ruled.length + change.declarations.length > 0;
    return governed ? combined(verdicts, rulesOf(facts, change)) : combined([notGoverned(policy)]);
}
/** True when a pull request changes a file that sets rules for any model. */
function changesRules({ policy, files, proposed }) {
    const change = policyChangeOf(policy, files, proposed?.emergencyFiles ?? new Map());
    return Object.values(policy.config.models).some((model) => files.some(policyMatcher(model, change)));
}
function notGoverned({ config }) {
    const models = Object.entries(config.models);
    const paths = [...new Set(models.flatMap(([, model]) => model.paths))].join(', ');
    const title = `No governed file changed (${paths})`;
    return plainVerdict(models.length === 1 ? (models[0]?.[0] ?? '') : 'all models', 'no-governed-file', {
        state: 'success',
        title,
    });
}
/**
 * The declaration counts from the day on which it was first announced at this head, so that it stays valid while people
 * review. What was merged is judged as of its merge, however late.
 */
function emergencyChangeOf(facts, concern, historyOf) {
    const headFiles = facts.proposed?.emergencyFiles ?? new Map();
    const question = { files: facts.files, headFiles };
    const today = (0,utc_day/* utcDayOf */.kv)(facts.pull.mergedAt ?? facts.now);
    const announced = [...headFiles.keys()]
        .filter((path) => facts.files.includes(path))
        .map((path) => path.slice(emergency/* EMERGENCIES_FOLDER */.P.length + 1).replace(/\.yaml$/, ''))
        .flatMap((id) => concern.evaluated.flatMap((model) => emergencyAnnouncedAt(historyOf(model), id, facts.headSha) ?? []));
    const first = announced.toSorted((a, b) => a.getTime() - b.getTime())[0];
    return emergencyOf(question, facts.policy, { today, announced: first === undefined ? today : (0,utc_day/* utcDayOf */.kv)(first) });
}
/** While the full review of an emergency is late, only a pull request that closes one may be merged. */
function overdue({ policy, now }, { closed }) {
    const late = (0,emergency/* overdueEmergencies */.Ed)(policy, (0,utc_day/* utcDayOf */.kv)(now));
    if (late.length === 0 || late.some(({ id }) => closed.some((emergency) => emergency.id === id)))
        return [];
    const told = late.map(({ id, reviewBy }) => `${id} (due ${reviewBy})`).join(', ');
    const notes = [
        'A pull request that sets "reviewed-on" in the declaration closes it, with the approvals of the full roles.',
    ];
    const title = `Full review of an emergency is overdue: ${told}`;
    return [plainVerdict(entry/* POLICY_SUBJECT */.S6, 'emergency-review-overdue', { state: 'failure', title, notes })];
}
/** Rules that must not come onto the default branch, and a declaration that is no good. */
function rulesAtFault(facts, rules) {
    const { proposed } = facts;
    const faults = proposed?.faults ?? [];
    const problems = [...rules.emergencies.problems.map(errors/* formatFault */.A), ...mixedEmergency(facts, rules)];
    return [
        ...(proposed === null || faults.length === 0 || (proposed.faultCode === 'emergency-invalid' && problems.length > 0)
            ? []
            : [plainVerdict(entry/* POLICY_SUBJECT */.S6, proposed.faultCode, { state: 'failure', notes: faults.map(errors/* formatFault */.A) })]),
        ...(problems.length === 0
            ? []
            : [plainVerdict(entry/* POLICY_SUBJECT */.S6, 'emergency-invalid', { state: 'failure', notes: problems })]),
    ];
}
/** Haste is no reason to change the rules: whoever declares an emergency changes models only. */
function mixedEmergency({ policy, files }, { change, emergencies }) {
    if (emergencies.declared === null)
        return [];
    const isRule = Object.values(policy.config.models).map((model) => policyMatcher(model, change));
    const rules = files.filter((file) => isRule.some((matches) => matches(file)));
    if (rules.length === 0)
        return [];
    return [`An emergency changes no rules, and this pull request changes ${rules.slice(0, 5).join(', ')}.`];
}
function judgeOne(facts, asked, historyOf) {
    const { model, change, emergencies } = asked;
    const modelConfig = facts.policy.config.models[model];
    if (modelConfig === undefined)
        throw new RangeError(`the policy has no model ${model}`);
    const approvers = approversOf(model, modelConfig, { change, declared: emergencies.declared });
    return judgeModel(facts, { model, approvers, history: historyOf(model) });
}
/** The roles of the tier, or the quorum of the policy while the change is an emergency that names the model. */
function approversOf(model, modelConfig, { change, declared }) {
    const { bots, emergency } = modelConfig.approvals;
    if (declared === null || emergency === undefined || !declared.models.includes(model)) {
        return { roles: requiredRoles(modelConfig, change), quorum: null, bots, emergency: null };
    }
    const roles = emergency.roles.map((role) => definitionOf(modelConfig, role));
    return { roles, quorum: emergency.quorum, bots, emergency: declared };
}
/** What the change does to the rules, in sentences. */
function rulesOf({ proposed, policy, files }, change) {
    const deltas = proposed?.deltas ?? [];
    const isRule = Object.values(policy.config.models).map((model) => policyMatcher(model, change));
    // What stands in gatehouse.yml and in the waivers is told rule by rule; of other files only that they change.
    const others = files.filter((file) => file !== 'gatehouse.yml' && !file.startsWith('governance/') && isRule.some((matches) => matches(file)));
    return {
        loosened: deltas.filter(({ kind }) => kind === 'loosened').map(({ sentence }) => sentence),
        changed: [
            ...deltas.filter(({ kind }) => kind !== 'loosened').map(({ sentence }) => sentence),
            ...others.slice(0, 20).map((file) => `${file} is changed.`),
            ...(others.length > 20 ? [`${others.length - 20} more files that set rules are changed.`] : []),
        ],
    };
}

// EXTERNAL MODULE: ./build/packages/governance/src/policy.js
var src_policy = __webpack_require__(18612);
// EXTERNAL MODULE: ./build/packages/registry/src/candidate.js
var src_candidate = __webpack_require__(72766);
;// CONCATENATED MODULE: ./build/actions/approval-gate/src/base-rules.js

/**
 * Reads the rules at the tip of the default branch, in one request.
 *
 * @throws ActionError `refused`, reason `no-policy`; ConfigError for every fault of their files.
 */
async function readBaseRules(contents) {
    const { branch, commit, ...view } = await contents.readTip(src_policy/* POLICY_WANTED */.rg);
    return { branch, commit, view, draft: (0,src_policy/* draftPolicy */.aZ)(view, commit), tree: treeOf(contents, commit) };
}
/** Reads the rules as they were at a commit of the default branch; throws as {@link readBaseRules} does. */
async function readRulesAt(contents, at) {
    const view = await contents.readAt(at.commit, src_policy/* POLICY_WANTED */.rg);
    return { ...at, view, draft: (0,src_policy/* draftPolicy */.aZ)(view, at.commit), tree: treeOf(contents, at.commit) };
}
function treeOf(contents, commit) {
    const tree = contents.listFiles(commit);
    tree.catch(() => undefined);
    return tree;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/packages/governance/src/policy-changes/difference.js
const LONGEST_VALUE = 200;
const PLAIN = /^[\w./@*!:+ -]{1,80}$/;
/** A value in one line. Text that is not plain is written in JSON notation, with all that no reader can see escaped. */
function shownValue(value) {
    const text = typeof value === 'string' && PLAIN.test(value) ? value : (JSON.stringify(value) ?? 'nothing');
    const visible = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
    return visible.length > LONGEST_VALUE ? `${visible.slice(0, LONGEST_VALUE)}…` : visible;
}
/** The delta of a difference that was judged. */
function deltaOf({ path, before, after }, verdict) {
    return {
        kind: verdict.kind,
        path: path.join('.'),
        before: before === undefined ? null : shownValue(before),
        after: after === undefined ? null : shownValue(after),
        sentence: verdict.sentence,
    };
}
/** What is said where no rule knows better: that it differs, and how. */
function plainChange({ path, before, after }) {
    const place = path.join('.');
    if (before === undefined)
        return { kind: 'changed', sentence: `${place} is new: ${shownValue(after)}.` };
    if (after === undefined)
        return { kind: 'changed', sentence: `${place} is removed; it was ${shownValue(before)}.` };
    return { kind: 'changed', sentence: `${place} changes from ${shownValue(before)} to ${shownValue(after)}.` };
}

// EXTERNAL MODULE: ./build/packages/core/src/config/gates/fairness.js
var gates_fairness = __webpack_require__(17684);
;// CONCATENATED MODULE: ./build/packages/governance/src/policy-changes/judges.js

/** For what is there on one side only; a difference inside is left to the rules of its parts. */
function presence(subject, on) {
    return ({ path, before, after }) => {
        if (before === undefined)
            return said(on.added, `${subject(path)} is added`);
        return after === undefined ? said(on.removed, `${subject(path)} is removed`) : null;
    };
}
/** For numbers: more of one direction loosens, the other tightens. Where one may be absent, absence loosens. */
function number(subject, loosens, means) {
    return ({ path, before, after }) => {
        const name = subject(path);
        if (before === undefined)
            return said({ kind: 'tightened', means: '' }, `${name} is set to ${shownValue(after)}`);
        if (after === undefined)
            return said({ kind: 'loosened', means }, `${name} is removed; it was ${shownValue(before)}`);
        if (typeof before !== 'number' || typeof after !== 'number')
            return null;
        const rises = after > before;
        const loosened = rises === (loosens === 'rising');
        const direction = loosened ? { kind: 'loosened', means } : { kind: 'tightened', means: '' };
        return said(direction, `${name} ${rises ? 'rises' : 'falls'} from ${before} to ${after}`);
    };
}
/** For one of a few words, given from the laxest to the strictest. */
function scale(subject, words, means) {
    return ({ path, before, after }) => {
        const [from, to] = [words.indexOf(before), words.indexOf(after)];
        if (from < 0 || to < 0)
            return null;
        const direction = to < from ? { kind: 'loosened', means } : { kind: 'tightened', means: '' };
        return said(direction, `${subject(path)} changes from ${shownValue(before)} to ${shownValue(after)}`);
    };
}
/** For lists of names: what comes in or goes out loosens. Both at once loosen; another order alone is a change. */
function list(subject, loosens, means) {
    return ({ path, before, after }) => {
        if (!isNames(before) || !isNames(after))
            return null;
        const added = after.filter((name) => !before.includes(name));
        const removed = before.filter((name) => !after.includes(name));
        const laxer = loosens === 'growing' ? added : removed;
        const kind = laxer.length > 0 ? 'loosened' : added.length + removed.length > 0 ? 'tightened' : 'changed';
        return said({ kind, means: kind === 'loosened' ? means : '' }, `${subject(path)} ${inWords({ added, removed })}`);
    };
}
/**
 * For globs of governed files: fewer files may be governed when a glob is dropped, an exclusion is added, or the order
 * changes while something is excluded, because the last glob that matches decides.
 */
function globs(subject, means) {
    return ({ path, before, after }) => {
        if (!isNames(before) || !isNames(after))
            return null;
        const added = after.filter((glob) => !before.includes(glob));
        const removed = before.filter((glob) => !after.includes(glob));
        const narrower = removed.some((glob) => !isExclusion(glob)) || added.some(isExclusion);
        const reordered = reorderedAmong(before, after) && [...before, ...after].some(isExclusion);
        const kind = narrower || reordered ? 'loosened' : added.length + removed.length > 0 ? 'tightened' : 'changed';
        return said({ kind, means: kind === 'loosened' ? means : '' }, `${subject(path)} ${inWords({ added, removed })}`);
    };
}
/** For what always goes one way, whatever the values are. */
function always(subject, direction) {
    return ({ path, before, after }) => said(direction, `${subject(path)} changes from ${shownValue(before)} to ${shownValue(after)}`);
}
function said({ kind, means }, sentence) {
    return { kind, sentence: means === '' ? `${sentence}.` : `${sentence}: ${means}.` };
}
function inWords({ added, removed, }) {
    const parts = [
        ...(removed.length > 0 ? [`loses ${removed.map(shownValue).join(', ')}`] : []),
        ...(added.length > 0 ? [`gains ${added.map(shownValue).join(', ')}`] : []),
    ];
    return parts.length === 0 ? 'has another order' : parts.join(' and ');
}
function isNames(value) {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
function isExclusion(glob) {
    return glob.startsWith('!');
}
/** True when what both lists hold does not stand in the same order, or not equally often. */
function reorderedAmong(before, after) {
    const kept = before.filter((item) => after.includes(item));
    return kept.join('\0') !== after.filter((item) => before.includes(item)).join('\0');
}

;// CONCATENATED MODULE: ./build/packages/governance/src/policy-changes/data-rules.js

const GATE = 'models.*.gates.data';
const COLUMN = `${GATE}.columns.*`;
const DATASET = 'models.*.data.*';
const LAX_FIRST = ['allow', 'warn', 'fail'];
const judgedNoMore = { kind: 'loosened', means: 'it is not judged any more' };
const tightened = { kind: 'tightened', means: '' };
const dropped = { added: tightened, removed: judgedNoMore };
const gate = (what) => {
    return ([, model]) => `${model}: ${what} of the data gate`;
};
const column = ([, model, , , , name]) => `${model}: the rules of the column ${name}`;
const ofColumn = (field) => {
    return (path) => `${column(path)}: ${field}`;
};
const ofDataset = (what) => {
    return ([, model, , name]) => `${model}: the ${what} of the dataset ${name}`;
};
/** Which way a change of the rules for data goes. */
function dataGateRules() {
    const rules = [
        [`${DATASET}.pointer`, presence(ofDataset('pointer'), dropped)],
        [`${DATASET}.croissant`, presence(ofDataset('Croissant description'), dropped)],
        [`${GATE}.dataset`, always(gate('the dataset'), { kind: 'changed', means: 'other data are judged' })],
        [`${GATE}.key`, presence(gate('the key'), dropped)],
        [`${GATE}.rows.min`, number(gate('the least number of rows'), 'falling', 'fewer rows are enough to pass')],
        [`${GATE}.rows.max`, number(gate('the largest number of rows'), 'rising', 'more rows pass')],
        [`${GATE}.extra-columns`, scale(gate('extra-columns'), LAX_FIRST, 'columns that nobody named are let in')],
        [`${GATE}.constant-columns`, scale(gate('constant-columns'), LAX_FIRST, 'columns that say nothing are let in')],
        [`${GATE}.missing-rate`, number(gate('the missing rate'), 'rising', 'more missing values pass')],
        [`${GATE}.duplicate-rows`, number(gate('the share of duplicate rows'), 'rising', 'more copies pass')],
        [`${GATE}.probabilities`, lists(gate('probabilities'), 'shrinking', 'columns need not add to 1 any more')],
        ...columnRules(),
        ...profileRules(),
        [`${GATE}.leakage`, presence(gate('leakage'), dropped)],
        [
            `${GATE}.leakage.correlation`,
            number(gate('the correlation with the label'), 'rising', 'columns that tell more of the label pass'),
        ],
        [`${GATE}.leakage.ignore`, list(gate('leakage.ignore'), 'growing', 'more columns may give the label away')],
        [`${GATE}.overlap`, presence(gate('overlap'), dropped)],
        [`${GATE}.overlap.with`, always(gate('overlap.with'), { kind: 'changed', means: 'other rows are compared' })],
        [`${GATE}.overlap.rows`, scale(gate('overlap.rows'), [false, true], 'equal rows under other keys are not found')],
        [`${GATE}.overlap.limit`, number(gate('the limit of shared rows'), 'rising', 'more shared rows pass')],
    ];
    return rules.map(([pattern, judge]) => ({ pattern: pattern.split('.'), judge }));
}
function columnRules() {
    return [
        [COLUMN, presence(column, dropped)],
        [`${COLUMN}.type`, judgeType],
        [`${COLUMN}.required`, scale(ofColumn('required'), [false, true], 'the column may be left out')],
        [`${COLUMN}.nullable`, scale(ofColumn('nullable'), [true, false], 'values may be missing')],
        [`${COLUMN}.missing-rate`, number(ofColumn('the missing rate'), 'rising', 'more missing values pass')],
        [`${COLUMN}.unique`, scale(ofColumn('unique'), [false, true], 'values may repeat')],
        [`${COLUMN}.constant`, scale(ofColumn('constant'), [true, false], 'one value in all rows passes')],
        [`${COLUMN}.min`, number(ofColumn('the least value'), 'falling', 'lower values pass')],
        [`${COLUMN}.max`, number(ofColumn('the largest value'), 'rising', 'higher values pass')],
        [`${COLUMN}.pattern`, presence(ofColumn('the pattern'), dropped)],
        [`${COLUMN}.values`, lists(ofColumn('the values'), 'growing', 'values pass that did not')],
        [`${COLUMN}.probability`, scale(ofColumn('probability'), [false, true], 'values outside 0 to 1 pass')],
        [`${COLUMN}.max-age-days`, number(ofColumn('the age'), 'rising', 'older data pass')],
        [`${COLUMN}.future`, scale(ofColumn('future'), [true, false], 'timestamps may lie in the future')],
    ];
}
function profileRules() {
    const rising = (field, means) => [
        `${GATE}.profile.${field}`,
        number(gate(`profile.${field}`), 'rising', means),
    ];
    return [
        [`${GATE}.profile`, presence(gate('the profile'), dropped)],
        [
            `${GATE}.profile.digest`,
            always(gate('the profile'), { kind: 'changed', means: 'data are compared with others' }),
        ],
        rising('missing-rate-difference', 'larger differences pass'),
        rising('new-category-rate', 'more values that are not in the profile pass'),
        rising('out-of-range-rate', 'more values outside the range of the profile pass'),
        rising('row-count-change', 'larger differences pass'),
        [`${GATE}.profile.unit-jumps`, scale(gate('profile.unit-jumps'), LAX_FIRST, 'values in another unit are let in')],
    ];
}
function judgeType(difference) {
    if (difference.before === undefined || difference.after === undefined)
        return null;
    const direction = difference.after === 'any'
        ? { kind: 'loosened', means: 'values of any type pass' }
        : difference.before === 'any'
            ? tightened
            : { kind: 'changed', means: 'values are read otherwise' };
    return always(ofColumn('the type'), direction)(difference);
}
/** For lists of anything: compared in JSON notation. A list that comes or goes is no list or all of it. */
function lists(subject, loosens, means) {
    const there = presence(subject, dropped);
    return (difference) => {
        const { path, before, after } = difference;
        const texts = [before, after].map((value) => Array.isArray(value) ? value.map((item) => JSON.stringify(item)) : null);
        const [from, to] = texts;
        if (from === null || to === null)
            return there(difference);
        return list(subject, loosens, means)({ path, before: from, after: to });
    };
}

;// CONCATENATED MODULE: ./build/packages/governance/src/policy-changes/drift-rules.js

const DRIFT = 'models.*.gates.drift';
/** Which way a change of the drift gate goes. That the gate comes or goes is told with the other gates. */
function driftGateRules() {
    const gate = (what) => ([, model]) => `${model}: the drift gate: ${what}`;
    const limit = ([, model, , , , measure, end]) => `${model}: the drift limit of ${measure}, "${end}"`;
    const column = ([, model, , , , name]) => `${model}: the drift rules of the column ${name}`;
    const ofColumn = (path) => `${column(path)}: the limit of ${path[7]}, "${path[8]}"`;
    const larger = 'larger drift passes';
    return [
        rule('data', always(gate('the data'), { kind: 'changed', means: 'another dataset is judged' })),
        rule('reference', always(gate('the reference'), { kind: 'changed', means: 'it is compared with other data' })),
        rule('profile', always(gate('the profile'), { kind: 'changed', means: 'it is compared with other data' })),
        rule('mode', scale(gate('the mode'), ['evidently', 'native'], 'the rules of evidently know no small batch')),
        rule('columns', list(gate('columns'), 'shrinking', 'a column is not compared any more')),
        rule('exclude', list(gate('exclude'), 'growing', 'a column is not compared any more')),
        rule('target', presence(gate('the target'), drift_rules_dropped('it is not compared any more'))),
        rule('prediction', presence(gate('the prediction'), drift_rules_dropped('it is not compared any more'))),
        rule('domain-classifier', scale(gate('the domain classifier'), ['off', 'where-possible', 'required'], 'drift of columns together passes')),
        rule('drifted-share.fail', number(gate('the drifted share that fails'), 'rising', 'more columns may drift')),
        rule('drifted-share.warn', number(gate('the drifted share that warns'), 'rising', 'more columns may drift unsaid')),
        rule('limits.*.fail', number(limit, 'rising', larger)),
        rule('limits.*.warn', number(limit, 'rising', larger)),
        // Its own rules take the place of the gate's: what they loosen against those is not worked out here.
        rule('column-rules.*', presence(column, eitherWay('other rules hold for it'))),
        rule('column-rules.*.limits.*', presence(column, eitherWay('another limit holds for it'))),
        rule('column-rules.*.critical', scale(column, [false, true], 'its drift alone does not fail any more')),
        rule('column-rules.*.importance', number(column, 'falling', 'its drift weighs less')),
        rule('column-rules.*.limits.*.fail', number(ofColumn, 'rising', larger)),
        rule('column-rules.*.limits.*.warn', number(ofColumn, 'rising', larger)),
    ];
}
function rule(pattern, judge) {
    return { pattern: [...DRIFT.split('.'), ...pattern.split('.')], judge };
}
function eitherWay(means) {
    const loosened = { kind: 'loosened', means };
    return { added: loosened, removed: loosened };
}
function drift_rules_dropped(means) {
    return { added: { kind: 'tightened', means: '' }, removed: { kind: 'loosened', means } };
}

;// CONCATENATED MODULE: ./build/packages/governance/src/policy-changes/stage-rules.js

const RULE = 'models.*.stage-rules.*';
const stage_rules_tightened = { kind: 'tightened', means: '' };
const anybody = 'whoever may start the job promotes';
/** Which way a change of what stages ask for goes. */
function stageRules() {
    const stage = ([, model, , name]) => `${model}: the rules of the stage ${name}`;
    const ofStage = (what) => (path) => `${stage(path)}: ${what}`;
    const revoked = ([, model, , version]) => `${model}: the revocation of ${version}`;
    return [
        stage_rules_rule(RULE, presence(stage, { added: stage_rules_tightened, removed: loosened('versions come into it without them') })),
        stage_rules_rule(`${RULE}.after`, presence(ofStage('after'), { added: stage_rules_tightened, removed: loosened('versions come into it at once') })),
        stage_rules_rule(`${RULE}.for-hours`, number(ofStage('for-hours'), 'falling', 'versions come into it sooner')),
        stage_rules_rule(`${RULE}.promoters`, judgePromoters(ofStage('promoters'))),
        stage_rules_rule(`${RULE}.rollback-to`, scale(ofStage('rollback-to'), ['any', 'assigned'], 'versions that were never in the stage may come back')),
        stage_rules_rule('models.*.revoked-versions.*', presence(revoked, { added: stage_rules_tightened, removed: loosened('it may come into a stage again') })),
    ];
}
function judgePromoters(subject) {
    const there = presence(subject, { added: stage_rules_tightened, removed: loosened(anybody) });
    const growing = list(subject, 'growing', 'somebody may promote who could not');
    return (difference) => there(difference) ?? growing(difference);
}
function loosened(means) {
    return { kind: 'loosened', means };
}
function stage_rules_rule(pattern, judge) {
    return { pattern: pattern.split('.'), judge };
}

;// CONCATENATED MODULE: ./build/packages/governance/src/policy-changes/rules.js





const MODEL = 'models.*';
const GATES = 'models.*.gates';
const APPROVALS = 'models.*.approvals';
const rules_tightened = { kind: 'tightened', means: '' };
const rules_gate = ([, model, , name]) => `${model}: the ${name} gate`;
/**
 * Which way a change of each rule goes. What no rule knows is told as a change, so a new part of the configuration is
 * never silent. Patterns are tried in this order; each place has one rule.
 */
const POLICY_RULES = [
    ...trustRules(),
    rules_rule(MODEL, presence(named('the model'), {
        added: changed('it is judged from now on'),
        removed: rules_loosened('nothing governs it any more'),
    })),
    rules_rule(`${MODEL}.tier`, scale(named('the tier'), ['minimal', 'limited', 'high'], 'the roles of a lower tier approve')),
    rules_rule(`${MODEL}.paths`, globs(named('paths'), 'fewer files may make a change affect the model')),
    rules_rule(`${MODEL}.evaluate.code`, scale(named('evaluate.code'), ['candidate', 'base'], 'the pull request brings the code that is examined')),
    rules_rule(`${MODEL}.evaluate.command`, always(named('the evaluation command'), changed('the exam is another one'))),
    rules_rule(`${MODEL}.evaluate.files`, always(named('the files of the evaluation'), changed('the exam is laid out otherwise'))),
    rules_rule(`${MODEL}.data.*.digest`, always(dataset, changed('other bytes are read'))),
    rules_rule(`${MODEL}.data.*.split`, always(dataset, changed('other rows are held out'))),
    rules_rule(`${MODEL}.columns.label`, always(named('the label'), changed('the truth is read otherwise'))),
    rules_rule(`${MODEL}.columns.cluster`, presence(named('columns.cluster'), {
        added: rules_tightened,
        removed: rules_loosened('rows that depend on each other count as independent'),
    })),
    rules_rule(`${MODEL}.columns.weight`, always(named('the weight of rows'), changed('rows count otherwise'))),
    rules_rule(`${MODEL}.columns.protected`, list(named('columns.protected'), 'shrinking', "the model's commands see a column that they did not see")),
    rules_rule(`${MODEL}.deploy.*.files`, globs(([, model, , environment]) => `${model}: the files of the deployment to ${environment}`, 'code that deploys may change without the policy role')),
    ...stageRules(),
    ...gateRules(),
    ...approvalRules(),
    rules_rule('waivers.*', judgeWaiver),
];
function trustRules() {
    const key = ([, , id]) => `The key "${id}"`;
    return [
        rules_rule('trust.keys.*', (difference) => {
            const added = isRevoked(difference.after) ? changed('it is revoked already') : rules_loosened('one more key may sign');
            return presence(key, { added, removed: rules_tightened })(difference);
        }),
        rules_rule('trust.keys.*.revoked', scale((path) => `${key(path)}: revoked`, [false, true], 'it may sign again')),
        rules_rule('trust.keys.*.publicKey', always((path) => `${key(path)}: its bytes`, rules_loosened('another key may sign'))),
    ];
}
/** Of a gate or a measure that is judged no more. */
function rules_dropped() {
    return { added: rules_tightened, removed: rules_loosened('it is not judged any more') };
}
function gateRules() {
    const metric = ([, model, , , , name]) => `${model}: the metric ${name}`;
    const slice = ([, model, , , , name]) => `${model}: slicing by ${name}`;
    const performance = `${GATES}.performance`;
    return [
        rules_rule(`${GATES}.*`, presence(rules_gate, rules_dropped())),
        rules_rule(`${GATES}.*.confidence`, number((path) => `${rules_gate(path)}: the confidence`, 'falling', 'less certain results pass')),
        rules_rule(`${performance}.metrics.*`, presence(metric, rules_dropped())),
        rules_rule(`${performance}.metrics.*.floor`, number((path) => `${metric(path)}: the floor`, 'falling', 'worse models pass')),
        rules_rule(`${performance}.metrics.*.margin`, number((path) => `${metric(path)}: the margin`, 'rising', 'models that are worse than the champion by more pass')),
        rules_rule(`${performance}.metrics.*.ceiling`, number((path) => `${metric(path)}: the ceiling`, 'rising', 'worse models pass')),
        rules_rule(`${performance}.metrics.*.relative-margin`, number((path) => `${metric(path)}: the relative margin`, 'rising', 'models that are worse than the champion by more pass')),
        rules_rule(`${performance}.slices.*`, presence(slice, rules_dropped())),
        rules_rule(`${performance}.slices.*.minimum-rows`, number((path) => `${slice(path)}: the minimum of rows`, 'falling', 'smaller slices are enough to pass')),
        rules_rule(`${performance}.slices.*.margin-factor`, number((path) => `${slice(path)}: the margin factor`, 'rising', 'models that are worse in a slice by more pass')),
        rules_rule(`${performance}.slices.*.report-only`, scale((path) => `${slice(path)}: report-only`, [true, false], 'the slices do not decide any more')),
        rules_rule(`${performance}.trivial-baseline`, judgeTrivialBaseline),
        rules_rule(`${performance}.strict-reuse`, scale((path) => `${rules_gate(path)}: strict-reuse`, [undefined, false, true], 'the same rows may judge any number of candidates at the same error')),
        ...fairnessRules(),
        ...driftGateRules(),
        ...dataGateRules(),
    ];
}
/** Only "none" is laxer: the other words name the baseline of the task, which holds too where none is written. */
function judgeTrivialBaseline(difference) {
    const { before, after } = difference;
    if ((before === 'none') === (after === 'none'))
        return null;
    const words = after === 'none' ? [after, before] : [before, after];
    return scale((path) => `${rules_gate(path)}: the trivial baseline`, words, 'a model need not beat a constant')(difference);
}
function fairnessRules() {
    const measure = ([, model, , , , name]) => `${model}: the fairness measure ${name}`;
    const fairness = `${GATES}.fairness`;
    return [
        rules_rule(`${fairness}.sensitive`, list((path) => `${rules_gate(path)}: sensitive`, 'shrinking', 'groups of a column are not compared any more')),
        rules_rule(`${fairness}.minimum-group-size`, number((path) => `${rules_gate(path)}: the minimum group size`, 'falling', 'smaller groups are enough to pass')),
        rules_rule(`${fairness}.minimum-denominator`, number((path) => `${rules_gate(path)}: the minimum denominator`, 'falling', 'rates of fewer rows are enough to pass')),
        rules_rule(`${fairness}.measures.*`, presence(measure, rules_dropped())),
        ...gates_fairness/* FAIRNESS_RATIOS */.t.map((ratio) => rules_rule(`${fairness}.measures.${ratio}.limit`, number((path) => `${measure(path)}: the limit`, 'falling', 'larger differences pass'))),
        rules_rule(`${fairness}.measures.*.disparity-increase`, number((path) => `${measure(path)}: the limit of its increase`, 'rising', 'larger increases pass')),
        rules_rule(`${fairness}.measures.*.limit`, number((path) => `${measure(path)}: the limit`, 'rising', 'larger differences pass')),
    ];
}
function approvalRules() {
    const role = ([, model, , , name]) => `${model}: the role ${name}`;
    const tier = ([, model, , , name]) => `${model}: the tier ${name}`;
    const emergency = ([, model]) => `${model}: approvals.emergency`;
    const mayApprove = 'somebody may approve who could not';
    return [
        rules_rule(`${APPROVALS}.roles.*.users`, list((path) => `${role(path)}: users`, 'growing', mayApprove)),
        rules_rule(`${APPROVALS}.roles.*.teams`, list((path) => `${role(path)}: teams`, 'growing', mayApprove)),
        rules_rule(`${APPROVALS}.tiers.*`, (difference) => {
            const removed = rules_loosened('nobody is asked for it');
            return presence(tier, { added: changed('it names its roles now'), removed })(difference) ?? ofTier(difference);
        }),
        rules_rule(`${APPROVALS}.policy-role`, always(named('the policy role'), rules_loosened('others approve changes of the rules'))),
        rules_rule(`${APPROVALS}.bots`, list(named('approvals.bots'), 'growing', 'nobody is known to stand behind what they push')),
        rules_rule(`${APPROVALS}.emergency`, presence(emergency, { added: rules_loosened('a quorum may replace the roles of the tier'), removed: rules_tightened })),
        rules_rule(`${APPROVALS}.emergency.quorum`, number((path) => `${emergency(path)}: the quorum`, 'falling', 'fewer people approve an emergency')),
        rules_rule(`${APPROVALS}.emergency.roles`, list((path) => `${emergency(path)}: roles`, 'growing', 'more people may approve an emergency')),
    ];
    function ofTier(difference) {
        return list(tier, 'shrinking', 'a role is not asked any more')(difference);
    }
}
/** A waiver excuses; only its end, or an earlier end, makes the policy stricter. */
function judgeWaiver(difference) {
    const { path, before, after } = difference;
    const subject = ([, id]) => `The waiver "${id}"`;
    const { expiresOn: until, digest: _, ...rest } = members(before);
    const { expiresOn: then, digest: __, ...other } = members(after);
    if (before === undefined) {
        const excused = `it excuses ${JSON.stringify(other['waives'])} of ${String(other['model'])} until ${String(then)}`;
        return presence(subject, { added: rules_loosened(excused), removed: rules_tightened })(difference);
    }
    if (after === undefined)
        return presence(subject, { added: changed(''), removed: rules_tightened })(difference);
    if (JSON.stringify(rest) !== JSON.stringify(other))
        return always(subject, rules_loosened('it excuses something else'))(difference);
    if (until === then)
        return { kind: 'changed', sentence: `${subject(path)} has other bytes that mean the same.` };
    const longer = String(then) > String(until);
    const sentence = `${subject(path)} ends on ${String(then)} instead of ${String(until)}.`;
    return { kind: longer ? 'loosened' : 'tightened', sentence };
}
function rules_rule(pattern, judge) {
    return { pattern: pattern.split('.'), judge };
}
function named(what) {
    return ([, model]) => `${model}: ${what}`;
}
function dataset(path) {
    return `${path[1]}: the ${path[4]} of the dataset ${path[3]}`;
}
function rules_loosened(means) {
    return { kind: 'loosened', means };
}
function changed(means) {
    return { kind: 'changed', means };
}
function isRevoked(key) {
    return members(key)['revoked'] === true;
}
function members(value) {
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

;// CONCATENATED MODULE: ./build/packages/governance/src/policy-changes/compare-policies.js




const compare_policies_WORST_FIRST = ['loosened', 'changed', 'tightened'];
/**
 * Every rule that differs between the policy of the base branch and that of a head: loosened first, then what a person
 * must read, then tightened; each in the order of their places. Any difference of two configurations gives at least one.
 */
function comparePolicies(base, head) {
    const deltas = [...differences([], comparable(base), comparable(head)), ...keyOrder(base, head)];
    return compare_policies_WORST_FIRST.flatMap((kind) => deltas.filter((delta) => delta.kind === kind));
}
/** The policy as nested names: what has an id stands under its id. */
function comparable({ config, keys, waivers }) {
    const { trust, ...rest } = config;
    const trusted = trust.keys.map(({ id, file, revoked }) => {
        const pem = keys.find((key) => key.id === id)?.publicKeyPem;
        return [id, { file, revoked, publicKey: pem === undefined ? null : (0,src_digest/* sha256 */.sc)(pem) }];
    });
    return {
        ...rest,
        trust: { ...trust, keys: Object.fromEntries(trusted) },
        waivers: Object.fromEntries(waivers.map(({ id, path: _, ...waiver }) => [id, waiver])),
    };
}
function differences(path, before, after) {
    if ((0,external_node_util_.isDeepStrictEqual)(before, after))
        return [];
    const difference = { path, before, after };
    const verdict = judgeOf(path)?.(difference) ?? null;
    if (verdict !== null)
        return [deltaOf(difference, verdict)];
    if (!isMapping(before) || !isMapping(after))
        return [deltaOf(difference, plainChange(difference))];
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => differences([...path, name], own(before, name), own(after, name)));
}
function judgeOf(path) {
    return POLICY_RULES.find(({ pattern }) => pattern.length === path.length && pattern.every((name, at) => name === '*' || name === path[at]))?.judge;
}
/** The order of the keys means nothing, but it is a difference. */
function keyOrder(base, head) {
    const [before, after] = [base, head].map(({ config }) => config.trust.keys.map(({ id }) => id));
    if (before === undefined || after === undefined || (0,external_node_util_.isDeepStrictEqual)(before, after))
        return [];
    if (!(0,external_node_util_.isDeepStrictEqual)(before.toSorted(), after.toSorted()))
        return [];
    const difference = { path: ['trust', 'keys'], before, after };
    return [deltaOf(difference, { kind: 'changed', sentence: 'The keys are listed in another order.' })];
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function own(value, name) {
    return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/proposed-rules.js




/** True when a pull request changes a file that is parsed as rules, so that its head must be read. */
function changesParsedRules(base, files) {
    const keys = base.config.trust.keys.map(({ file }) => file);
    return files.some((file) => file === src_policy/* POLICY_FILE */.CX || file.startsWith('governance/') || keys.includes(file));
}
/**
 * What the default branch holds after the merge: its own files, and of those that the pull request changes the head's. A
 * branch that is behind takes nothing back that it does not touch.
 */
function afterMerge(base, head, files) {
    const folders = [...base.folders].map(([folder, own]) => {
        const kept = [...own].filter(([path]) => !files.includes(path));
        const brought = [...(head.folders.get(folder) ?? [])].filter(([path]) => files.includes(path));
        return [folder, new Map([...kept, ...brought])];
    });
    const paths = [...new Set([...base.files.keys(), ...head.files.keys()])];
    const contents = paths.map((path) => [path, (files.includes(path) ? head : base).files.get(path) ?? null]);
    return { files: new Map(contents), folders: new Map(folders) };
}
/** Key files that the merged policy would name; empty when it cannot be read. */
function proposedKeyFiles(merged, headSha) {
    try {
        return (0,src_policy/* draftPolicy */.aZ)(merged, headSha).keyFiles;
    }
    catch (error) {
        if (error instanceof errors/* ConfigError */.xL || error instanceof errors/* ActionError */.lZ)
            return [];
        throw error;
    }
}
/**
 * Parses the rules after the merge and compares them with those of the base.
 *
 * @param merged what {@link afterMerge} gives, with the files that {@link proposedKeyFiles} names.
 */
function proposedRules(base, merged, about) {
    const emergencyFiles = merged.folders.get(emergency/* EMERGENCIES_FOLDER */.P) ?? new Map();
    try {
        const draft = (0,src_policy/* draftPolicy */.aZ)(merged, about.headSha, { today: about.today });
        const deltas = comparePolicies(base, (0,src_policy/* keyedPolicy */.dt)(draft, merged.files));
        return { deltas, faults: [], faultCode: 'policy-invalid', emergencyFiles };
    }
    catch (error) {
        return { deltas: [], ...faultsOf(error), emergencyFiles };
    }
}
function faultsOf(error) {
    if (error instanceof errors/* ConfigError */.xL) {
        const { faults, reasonCode } = error;
        const named = reasonCode === 'waiver-invalid' || reasonCode === 'emergency-invalid';
        return { faults, faultCode: named ? reasonCode : 'policy-invalid' };
    }
    if (error instanceof errors/* ActionError */.lZ && error.reasonCode === 'no-policy') {
        return { faults: [error.fault], faultCode: 'policy-invalid' };
    }
    throw error;
}

// EXTERNAL MODULE: ./build/packages/governance/src/evidence/histories.js
var evidence_histories = __webpack_require__(96944);
;// CONCATENATED MODULE: ./build/actions/approval-gate/src/gather.js

/**
 * Asks for everything that depends on the rules and the place of a pull request alone, at once: whatever GraphQL answers
 * goes out as one request. What the head holds and changes is asked by its SHA, because the branch may be moved between
 * two requests; by number and name goes only what says itself which commit it is about, or is only ever added to. The
 * ledger is handed on as a promise, because a change that it does not govern passes whatever is in it.
 */
async function readFirstWave(ports, origin, place) {
    const { contents, pulls, pushes, people, checks, evidence } = ports;
    const { draft, commit } = origin.rules;
    const asked = (0,role_members/* peopleToAsk */.I)(everyRole(draft));
    const owners = draft.waivers.map(({ owner }) => owner);
    const subjects = [...Object.keys(draft.config.models), entry/* POLICY_SUBJECT */.S6].map((model) => ({
        pullRequest: place.number,
        model,
    }));
    const histories = origin.tip.then((known) => evidence.readHistories(known, subjects));
    histories.catch(() => undefined);
    const [keys, head, change, reviews, pushers, accounts, teams, posted] = await Promise.all([
        contents.readAt(commit, { files: draft.keyFiles }),
        contents.readAt(place.headSha, { ...src_policy/* POLICY_WANTED */.rg, files: [...src_policy/* POLICY_WANTED */.rg.files, ...draft.keyFiles] }),
        contents.comparison(commit, place.headSha),
        pulls.reviews(place.number),
        pushes.pushers(place.headRef),
        people.accounts([...new Set([...asked.logins, ...owners])]),
        people.teams(asked.teams),
        checks.current(place.headSha),
    ]);
    return { keys, head, change, reviews, pushers, people: { accounts, teams }, posted, histories };
}
function everyRole({ config }) {
    return Object.values(config.models).flatMap(({ approvals }) => Object.entries(approvals.roles).map(([role, { users, teams }]) => ({ role, users, teams })));
}
/** Verifies what the first wave brought and asks for what it names: evaluations, permissions, keys that are proposed. */
async function readSecondWave(ports, base, found) {
    const { pull, wave, repositoryUrl } = found;
    const now = ports.clock.now();
    const policy = (0,src_policy/* completePolicy */.oL)(base.draft, { files: wave.keys.files, tree: await base.tree });
    const merged = mergedView(base, wave);
    const { files, commits } = wave.change;
    const parsed = changesParsedRules(policy, files);
    const change = policyChangeOf(policy, files, merged.folders.get(emergency/* EMERGENCIES_FOLDER */.P) ?? new Map());
    const concern = concernOf(policy.config, change);
    const governed = concern.evaluated.length + concern.ruled.length + change.declarations.length > 0;
    const state = governed ? await verifiedState(wave, policy) : null;
    const [coAuthors, evaluations, permissions, proposed] = await Promise.all([
        governed ? ports.contents.coAuthors(commits.commits.map(({ sha }) => sha)) : [],
        state === null ? new Map() : readEvaluations(ports, { state, policy, pull, models: concern.evaluated }),
        governed ? readPermissions(ports, wave) : new Map(),
        parsed ? readProposed(ports, { policy, merged, headSha: pull.headSha, now }) : null,
    ]);
    const { pushers, reviews, people, posted } = wave;
    const facts = {
        pull,
        headSha: pull.headSha,
        policy,
        files,
        proposed,
        commits,
        coAuthors,
        pushers,
        reviews,
        permissions,
        people,
        announcements: posted.announcements,
        evaluations,
        training: null,
        repositoryUrl,
        now,
    };
    return { facts, posted, state };
}
function mergedView(base, { keys, head, change }) {
    const own = { files: new Map([...base.view.files, ...keys.files]), folders: base.view.folders };
    return afterMerge(own, head, change.files);
}
/** The App's check remembers a head of the ledger: a ledger that does not hold it was cut off or rewritten. */
async function verifiedState({ histories, posted }, policy) {
    const anchors = posted.ledgerHead === null ? [] : [posted.ledgerHead];
    return (0,evidence_histories/* verifyHistories */.s1)(await histories, (0,src_policy/* trustRootOf */.KE)(policy), anchors);
}
async function readEvaluations({ evidence }, about) {
    const { state, policy, pull, models } = about;
    const decided = models.flatMap((model) => {
        const id = (0,store/* evaluationIdOf */.T)(state.history({ pullRequest: pull.number, model }).decisionOf(pull.headSha));
        return id === null ? [] : [{ model, id }];
    });
    const read = await evidence.readEvaluations(state, decided.map(({ id }) => id), (0,src_policy/* trustRootOf */.KE)(policy));
    return new Map(decided.flatMap(({ model }, index) => {
        const evaluation = read[index] ?? null;
        return evaluation === null ? [] : [[model, evaluation]];
    }));
}
/** Only who approves needs to be asked about. */
async function readPermissions({ people }, { reviews }) {
    const approving = reviews.filter(({ state }) => state === 'APPROVED').map(({ reviewer }) => reviewer);
    const byId = new Map(approving.map((reviewer) => [reviewer.id, reviewer]));
    return byId.size === 0 ? new Map() : people.permissions([...byId.values()]);
}
async function readProposed({ contents }, about) {
    const { policy, merged, headSha, now } = about;
    const further = proposedKeyFiles(merged, headSha).filter((file) => !merged.files.has(file));
    const read = further.length === 0 ? new Map() : (await contents.readAt(headSha, { files: further })).files;
    const view = { ...merged, files: new Map([...merged.files, ...read]) };
    return proposedRules(policy, view, { headSha, today: (0,utc_day/* utcDayOf */.kv)(now) });
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/merged-pulls.js

/** GitHub bounds how much one question may ask; more commits go into further ones. */
const AT_ONCE = 50;
/**
 * Pull requests that a push merged, oldest first: a merge queue may bring several with one push, and a rebase several
 * commits of one.
 *
 * @throws ActionError `refused`: `not-authorised` when history was rewritten, `not-merged` when two pull requests claim one commit.
 */
async function mergedPulls(ports, push) {
    const newestFirst = await ports.contents.commitsBetween(push.before, push.commit);
    if (newestFirst === null) {
        throw merged_pulls_refused('not-authorised', push.commit, `${push.before}, the tip of before, is no ancestor: the branch was rewritten`);
    }
    const commits = newestFirst.toReversed();
    const merged = [];
    for (let start = 0; start < commits.length; start += AT_ONCE) {
        const chunk = commits.slice(start, start + AT_ONCE);
        const found = await Promise.all(chunk.map((commit) => mergedAs(ports.pulls, commit, push.branch)));
        merged.push(...found.flatMap((pull) => pull ?? []));
    }
    return merged;
}
async function mergedAs(pulls, commit, branch) {
    const own = (await pulls.ofCommit(commit)).filter((pull) => pull.merged && pull.mergeCommitSha === commit && pull.baseRef === branch);
    const [pull, ...others] = own;
    if (others.length > 0)
        throw merged_pulls_refused('not-merged', commit, `${own.length} merged pull requests claim this commit`);
    return pull ?? null;
}
function merged_pulls_refused(reasonCode, commit, found) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Commit ${commit}`,
        found,
        allowed: 'a push that adds merged pull requests to the default branch',
        remedy: 'Merge through pull requests only',
    }, { reasonCode });
}

;// CONCATENATED MODULE: ./build/packages/governance/src/approval/governed-changes.js


/**
 * Files that differ between two trees and are governed: those that a candidate of any model is made from, and those that set
 * rules. A declaration of an emergency counts too, since whoever brings one lists it.
 */
function governedChanges({ config, keyFiles }, { before, after }) {
    const [from, to] = [contentOf(before), contentOf(after)];
    const changed = [...new Set([...from.keys(), ...to.keys()])].filter((path) => from.get(path) !== to.get(path));
    const change = { policyFiles: keyFiles, declarations: [] };
    const governs = Object.values(config.models).flatMap((model) => [
        (0,needs_candidate/* candidateFileMatcher */.q)(model),
        policyMatcher(model, change),
    ]);
    return changed.filter((path) => governs.some((matches) => matches(path))).toSorted();
}
/**
 * Those of the changed files that nobody approved as they are after the merge: no pull request lists the file, or the newest
 * that does has it otherwise at its head. Git merges from a common ancestor that it chooses, so what is merged need not be
 * what any of the pull requests showed.
 *
 * @param listed in the order of their merges.
 * @param heads the tree of each head in `listed`; one that is not there vouches for nothing.
 */
function unlistedChanges(changed, after, { listed, heads }) {
    const merged = contentOf(after);
    const contents = new Map([...heads].map(([sha, tree]) => [sha, contentOf(tree)]));
    return changed.filter((path) => {
        const last = listed.findLast(({ files }) => files.includes(path));
        const head = last === undefined ? undefined : contents.get(last.headSha);
        return head === undefined || head.get(path) !== merged.get(path);
    });
}
/** Mode and blob by path: a file that becomes a link or executable is another one. */
function contentOf(tree) {
    return new Map(tree.map(({ path, blobSha, mode }) => [path, `${mode} ${blobSha}`]));
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/merged-tree.js


/**
 * Governed files that a merge changes and that no pull request brought as they are, compared by blob between the whole
 * trees. The heads are listed only where something governed changed.
 *
 * @throws ActionError when GitHub cuts a listing off: what was not seen is not known to be unchanged.
 */
async function changedPastReview(contents, { draft }, merge) {
    const changed = governedChanges(draft, merge);
    const bringing = merge.listed.filter(({ files }) => files.some((file) => changed.includes(file)));
    const heads = await treesOf(contents, bringing.map(({ headSha }) => headSha));
    return unlistedChanges(changed, merge.after, { listed: merge.listed, heads });
}
/**
 * Refuses a merge that changed governed files past its pull request.
 *
 * @throws ActionError `refused`, reason `tree-changed`; also as {@link changedPastReview} does.
 */
async function requireListed(contents, rules, merge) {
    const foreign = await changedPastReview(contents, rules, merge);
    if (foreign.length === 0)
        return;
    throw new errors/* ActionError */.lZ('refused', {
        where: 'The tree after the merge',
        found: `governed files that the pull request does not bring as they are: ${namedPaths(foreign)}`,
        allowed: 'of governed files, those that the pull request lists, as its head has them',
        remedy: 'Read what the merge made of them, then open a pull request from the tip of the default branch',
    }, { reasonCode: 'tree-changed' });
}
/** True when a merge changed a file that sets rules for any model, whatever its pull request says. */
function setsRules({ draft }, trees) {
    const change = { policyFiles: draft.keyFiles, declarations: [] };
    const isRule = Object.values(draft.config.models).map((model) => policyMatcher(model, change));
    return governedChanges(draft, trees).some((file) => isRule.some((matches) => matches(file)));
}
/**
 * The trees before and after the merge of each pull request of one push.
 *
 * @param before the tip before the push.
 * @param pulls in the order of their merges.
 */
async function treesOfMerges(contents, before, pulls) {
    const merged = pulls.flatMap((pull) => (pull.mergeCommitSha === null ? [] : [{ pull, commit: pull.mergeCommitSha }]));
    const commits = [before, ...merged.map(({ commit }) => commit)];
    const trees = await treesOf(contents, commits);
    const treeOf = (commit) => {
        const tree = trees.get(commit);
        if (tree === undefined)
            throw new RangeError(`the tree of ${commit} was not read`);
        return tree;
    };
    return merged.map(({ pull, commit }, index) => ({
        pull,
        before: treeOf(commits[index] ?? before),
        after: treeOf(commit),
    }));
}
/** The first few of them in one line. */
function namedPaths(paths) {
    const shown = paths.slice(0, 10).join(', ');
    return paths.length > 10 ? `${shown} and ${paths.length - 10} more` : shown;
}
/** One after the other: each may be large. */
async function treesOf(contents, commits) {
    const trees = new Map();
    for (const commit of new Set(commits))
        trees.set(commit, await contents.listFiles(commit));
    return trees;
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/refused-merge.js

/**
 * Why a merge is not authorised. Reviews that came too late are named, because who gave them thinks that they count; when
 * they are all that is missing, they are the reason.
 */
function refusedMerge({ facts, verdict, inTime }) {
    const { pull } = facts;
    const late = lateReviews(facts, verdict);
    const onlyLate = late.length > 0 && inTime.state === 'success';
    const reasonCode = onlyLate ? 'review-after-merge' : 'not-authorised';
    const merged = `merged at ${pull.mergedAt?.toISOString() ?? 'an unknown time'}`;
    const told = late.length === 0 ? '' : `; review-after-merge: ${late.join(', ')}, and it was ${merged}`;
    return new errors/* ActionError */.lZ('refused', {
        where: `Authorising #${pull.number}`,
        found: `${verdict.reasonCode}: ${verdict.title}${told}`,
        allowed: 'a pull request whose check would be green now, by reviews of before its merge',
        remedy: 'The merge did not go through gatehouse/governance: find out how, then open a pull request again',
    }, { reasonCode });
}
/** Who reviewed after the merge, and when; each review once, however many models it is about. */
function lateReviews({ reviews }, { models }) {
    const late = models
        .flatMap(({ approvals }) => approvals?.reviews ?? [])
        .filter(({ reasonCode }) => reasonCode === 'review-after-merge')
        .map(({ reviewId }) => reviewId);
    return reviews
        .filter(({ id }) => late.includes(id))
        .map(({ reviewer, submittedAt }) => `${reviewer.login} at ${submittedAt.toISOString()}`);
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/authorise.js









/**
 * After a push to the default branch: applies every rule once more to each pull request that was merged by it, under the
 * policy of before the push, and signs a release authorisation for exactly the evaluated bytes of each model, provided
 * the merged tree has the candidate key that was approved and the merge changed no governed file that was not.
 *
 * @throws ActionError `refused`/`integrity`: `not-authorised` with the reason, `review-after-merge`, `policy-changed`,
 *   `tree-changed`, `digest-mismatch`, `candidate-expired`, `signature-invalid`; when the push holds others that are
 *   signed, these are handed back and the refusals with them.
 */
async function authorise(request, ports) {
    const branch = await ports.contents.defaultBranch();
    if (request.ref !== `refs/heads/${branch}`) {
        throw notAuthorised(request.commit, `the ref ${request.ref}`, `pushes to ${branch}`);
    }
    const rules = await rulesBefore(ports, { branch, commit: request.before });
    if (rules === null)
        return nothing('There was no policy before this push: it enrols the repository.');
    const pulls = await mergedPulls(ports, { ...request, branch });
    if (pulls.length === 0)
        return nothing('No pull request was merged by this push: nothing was approved.');
    const merges = await treesOfMerges(ports.contents, request.before, pulls);
    const done = [];
    let rulesChangedBy = null;
    for (const { pull, ...trees } of merges) {
        try {
            const merged = await judgeMerged(pull, { ...request, rules }, ports);
            await requireListed(ports.contents, rules, { ...trees, listed: [merged.facts] });
            done.push(await authoriseOne(merged, { ...request, rulesChangedBy }, ports));
            if (changesRules(merged.facts))
                rulesChangedBy = pull.number;
        }
        catch (error) {
            done.push(authorise_refused(error));
            rulesChangedBy ??= setsRules(rules, trees) ? pull.number : null;
        }
    }
    const all = together(done);
    const [first] = all.refusals;
    if (first !== undefined && all.signed.length === 0)
        throw first;
    return all;
}
function together(parts) {
    return {
        signed: parts.flatMap(({ signed }) => signed),
        notes: parts.flatMap(({ notes }) => notes),
        refusals: parts.flatMap(({ refusals }) => refusals),
    };
}
/** One that was merged past its check takes nothing from the others. What GitHub did not answer is asked again. */
function authorise_refused(error) {
    if (!(error instanceof errors/* ActionError */.lZ) || error.reasonCode === undefined)
        throw error;
    return { signed: [], notes: [], refusals: [error] };
}
/** Signs for each model that a merged pull request trained. */
async function authoriseOne({ facts, verdict, judge }, request, ports) {
    const { pull } = facts;
    const released = verdict.models.filter(({ model }) => facts.evaluations.has(model));
    if (released.length > 0 && request.rulesChangedBy !== null)
        throw changedBefore(pull, request.rulesChangedBy);
    if (verdict.state !== 'success') {
        const inTime = judge({ ...facts, pull: { ...pull, mergedAt: null } });
        throw refusedMerge({ facts, verdict, inTime });
    }
    const wanted = released.filter(({ model }) => request.model === null || model === request.model);
    if (wanted.length === 0)
        return nothing(`#${pull.number} changes no file of ${request.model ?? 'any model'}.`);
    const parts = [];
    for (const row of wanted) {
        try {
            const stored = await signOne(row, { ...request, facts }, ports);
            const signed = [{ model: row.model, commit: stored.authorisation.mergedSha, stored }];
            parts.push({ signed, notes: [], refusals: [] });
        }
        catch (error) {
            parts.push(authorise_refused(error));
        }
    }
    return together(parts);
}
async function rulesBefore({ contents }, at) {
    if (/^0+$/.test(at.commit))
        return null;
    try {
        return await readRulesAt(contents, at);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ && error.reasonCode === 'no-policy')
            return null;
        throw error;
    }
}
async function judgeMerged(pull, { rules, repositoryUrl }, ports) {
    // Who pushed to a branch of a fork cannot be read here, and a branch of ours with that name is another one.
    if (pull.fromFork) {
        throw notAuthorised(`#${pull.number}`, 'its head is in a fork', 'a pull request from a branch of this repository');
    }
    const wave = await readFirstWave(ports, { rules, tip: ports.evidence.tip() }, pull);
    const { facts, state } = await readSecondWave(ports, rules, { pull, wave, repositoryUrl });
    const judge = (known) => judgePull(known, (model) => {
        if (state === null)
            throw new RangeError('the ledger of a change that it does not govern is not read');
        return state.history({ pullRequest: pull.number, model });
    });
    return { facts, verdict: judge(facts), judge };
}
/** Hashes the candidate's bytes and the merged tree once more, and signs. */
async function signOne({ model, approvals }, { facts, repositoryUrl }, ports) {
    const { policy, pull } = facts;
    const evaluation = facts.evaluations.get(model);
    const config = policy.config.models[model];
    const commit = pull.mergeCommitSha;
    if (evaluation === undefined || config === undefined || commit === null || approvals === null) {
        throw new TypeError(`${model} of #${pull.number} has no evaluation or approvals`);
    }
    const trustRoot = (0,src_policy/* trustRootOf */.KE)(policy);
    (0,trust_root/* requireTrustedKey */.U)(ports.key, trustRoot, 'Input "signing-key"');
    const candidate = await (0,src_candidate/* readCandidate */.G9)(ports.runs, evaluation.candidate.artifactId);
    checkBytes(candidate.modelDigest, evaluation, commit);
    const statement = (0,release_authorisation/* releaseAuthorisation */.U)({
        summary: evaluation.summaryStatement,
        candidateKey: (0,candidate_key/* candidateKey */.R)(await ports.contents.listFiles(commit), config),
        approvals: approvals.approvals,
        pullRequest: pull.number,
        headSha: pull.headSha,
        mergedSha: commit,
        policyUri: `${repositoryUrl}/blob/${policy.commit}/gatehouse.yml`,
        timeVerified: ports.clock.now(),
    });
    const signed = {
        bundle: await (0,sign/* signStatement */.f)(statement, ports.key),
        modelSignature: await (0,sign/* signStatement */.f)((0,model_signature/* modelSignatureStatement */.F)(model, candidate.files), ports.key),
    };
    return ports.evidence.recordAuthorisation(signed, trustRoot);
}
function checkBytes(found, { id }, commit) {
    if (found !== id.modelDigest)
        throw notAuthorised(commit, `candidate bytes of ${found}`, id.modelDigest);
}
function nothing(why) {
    return { signed: [], notes: [why], refusals: [] };
}
function changedBefore(pull, changedBy) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Authorising #${pull.number}`,
        found: `#${changedBy} of the same push changes the rules, and this one was decided before that`,
        allowed: 'a merge that was decided under the policy in force',
        remedy: 'Open a pull request that trains again',
    }, { reasonCode: 'policy-changed' });
}
function notAuthorised(what, found, allowed) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Authorising ${what}`,
        found,
        allowed,
        remedy: 'The merge did not go through gatehouse/governance: find out how, then open a pull request again',
    }, { reasonCode: 'not-authorised' });
}

// EXTERNAL MODULE: ./build/packages/governance/src/subject.js
var subject = __webpack_require__(69364);
;// CONCATENATED MODULE: ./build/actions/approval-gate/src/judge-and-record.js

/**
 * Judges what was gathered and writes into the ledger, in one commit, what it does not say yet. When somebody else wrote
 * meanwhile, the verdict is made anew from the ledger as it is then. A key that could not write is refused beforehand:
 * what decided before this had the same key and left no word, which must not look like one that is still to come.
 *
 * @throws ActionError `signature-invalid`; all that recording throws.
 */
async function judgeAndRecord({ evidence }, { facts, state }) {
    if (state === null)
        return { verdict: judgePull(facts, unread), ledgerHead: null };
    evidence.requireTrustedSigner((0,src_policy/* trustRootOf */.KE)(facts.policy));
    const judge = (known) => judgePull(facts, (model) => known.history({ pullRequest: facts.pull.number, model }));
    let verdict = judge(state);
    if (verdict.ledger.length === 0)
        return { verdict, ledgerHead: headOf(state) };
    const written = await evidence.record(state, (known) => {
        verdict = judge(known);
        return verdict.ledger.length === 0 ? null : { facts: verdict.ledger, files: new Map() };
    }, (0,src_policy/* trustRootOf */.KE)(facts.policy));
    return { verdict, ledgerHead: headOf(written) };
}
function headOf({ tip }) {
    return tip === null ? null : { seq: tip.seq, digest: tip.digest };
}
function unread() {
    throw new RangeError('the ledger of a change that it does not govern is not read');
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/merge-group.js





/**
 * Judges a merge group: each of its pull requests anew, at the head that was queued, and whether the group's tree differs
 * from the base branch in the governed files that they list, as they have them, and in no other.
 */
async function judgeGroup(headSha, request, ports) {
    const entries = await ports.mergeQueue.groupOf(headSha);
    if (entries === null || entries.length === 0)
        return alone(plainVerdict('', 'merge-group-unknown', { state: 'failure' }));
    const [before, tree, ...gathered] = await Promise.all([
        request.rules.tree,
        ports.contents.listFiles(headSha),
        ...entries.map((entry) => gatherEntry(entry, request, ports)),
    ]);
    const rows = [];
    let ledgerHead = null;
    const listed = [];
    let rulesChangedBy = null;
    for (const [index, entry] of entries.entries()) {
        const one = gathered[index] ?? null;
        if (one === null) {
            rows.push(movedRow(entry));
            continue;
        }
        const judged = await judgeAndRecord(ports, one);
        ledgerHead = judged.ledgerHead ?? ledgerHead;
        listed.push(one.facts);
        rows.push(...rowsOf(judged.verdict, { facts: one.facts, tree, rulesChangedBy }));
        if (changesRules(one.facts))
            rulesChangedBy = entry.number;
    }
    // Whatever a red pull request lists, the group is red with it; without the list of one, nothing can be told.
    if (listed.length === entries.length) {
        const foreign = await changedPastReview(ports.contents, request.rules, { before, after: tree, listed });
        if (foreign.length > 0)
            rows.push(mergedRow(foreign));
    }
    return { verdict: groupVerdict(rows), ledgerHead };
}
/** What one pull request contributes: its own verdict, unless the group makes something else of it. */
function rowsOf(verdict, group) {
    const { facts, tree, rulesChangedBy } = group;
    return verdict.models.map((row) => {
        // Nothing is announced or approved on the head of a group: approvals are bound to the pull request's own.
        const named = { ...row, model: `#${facts.pull.number} ${row.model}`, tuple: null };
        if (row.state !== 'success' || row.reasonCode === 'no-governed-file')
            return named;
        if (rulesChangedBy !== null) {
            const notes = [`#${rulesChangedBy}, before it in the group, changes the rules: it is decided anew after that.`];
            return plainVerdict(named.model, 'policy-changed', { state: 'failure', notes });
        }
        return sameTree(row, facts, tree) ? named : plainVerdict(named.model, 'tree-changed', { state: 'failure' });
    });
}
/** True when the group's tree holds the evaluated files of the model; a change of rules alone has none. */
function sameTree(row, { policy, evaluations }, tree) {
    const evaluation = evaluations.get(row.model);
    const config = policy.config.models[row.model];
    if (config === undefined)
        return row.modelDigest === null;
    return evaluation !== undefined && (0,candidate_key/* candidateKey */.R)(tree, config) === evaluation.summary.candidateKey;
}
function groupVerdict(rows) {
    const verdict = combined(rows);
    if (verdict.state !== 'success')
        return verdict;
    const pulls = [...new Set(rows.map(({ model }) => model.split(' ')[0]))].join(', ');
    return { ...verdict, reasonCode: 'merge-group-ready', title: `Ready to merge together: ${pulls}` };
}
/** The pull request as it is now, or `null` when it is not what was queued any more. */
async function gatherEntry(entry, request, ports) {
    const { rules, repositoryUrl } = request;
    const pull = await ports.pulls.get(entry.number);
    if (pull.headSha !== entry.headSha || !pull.open || pull.fromFork || pull.baseRef !== rules.branch)
        return null;
    const wave = await readFirstWave(ports, request, pull);
    return readSecondWave(ports, rules, { pull, wave, repositoryUrl });
}
function movedRow({ number }) {
    return plainVerdict(`#${number}`, 'head-moved', { state: 'failure' });
}
/** What the merge made of histories that no pull request shows: its list of files is drawn from one common ancestor. */
function mergedRow(paths) {
    const notes = [`No pull request of the group brings these files as they would be merged: ${namedPaths(paths)}.`];
    return plainVerdict('the merge', 'tree-changed', { state: 'failure', notes });
}
function alone(row) {
    return { verdict: combined([row]), ledgerHead: null };
}

// EXTERNAL MODULE: ./build/packages/report/src/visible-text.js
var visible_text = __webpack_require__(64274);
// EXTERNAL MODULE: ./build/packages/report/src/decision-markdown.js + 3 modules
var decision_markdown = __webpack_require__(69872);
// EXTERNAL MODULE: ./build/packages/report/src/escape-markdown.js
var escape_markdown = __webpack_require__(40757);
// EXTERNAL MODULE: ./build/packages/report/src/fit-blocks.js
var fit_blocks = __webpack_require__(35764);
;// CONCATENATED MODULE: ./build/packages/report/src/check-summary.js



const SEVEREST_FIRST = ['fail', 'inconclusive', 'pass'];
/** GitHub refuses a check run summary beyond this many characters; counted in bytes here, which is never more. */
const LONGEST_CHECK_SUMMARY = 65_535;
/**
 * The summary of the governance check. What is missing and who can give it comes first, then one row per model, and last
 * each gate's decision, folded where it passes. All text from data is escaped; what does not fit is left out from the end,
 * and the summary says so.
 */
function renderCheckSummary(summary, maxBytes = LONGEST_CHECK_SUMMARY) {
    const { models, tuple } = summary;
    return (0,fit_blocks/* fitBlocks */.U)([
        (0,escape_markdown/* escapeMarkdown */.F)(summary.headline),
        ...missingList(models),
        ...summary.notes.map((note) => `\n${(0,escape_markdown/* escapeMarkdown */.F)(note)}`),
        ...(models.length === 0 ? [] : ['', ...modelRows(summary)]),
        ...models.flatMap(roleTable),
        ...models.flatMap(staleNote),
        ...sentences('Rules that become laxer', summary.loosened),
        ...sentences('Other rules that change', summary.changed),
        ...models.flatMap(waiverTable),
        ...models.flatMap(uncountedTable),
        ...(tuple === null ? [] : [`\nApprovals are bound to the tuple ${(0,escape_markdown/* digestCode */.K)(tuple)}.`]),
        ...models.flatMap(modelBlocks),
    ], maxBytes);
}
/** "Missing: **risk** — anyone of team bank/risk (not carol: committed)" */
function missingList(models) {
    const several = models.filter(({ roles }) => roles.length > 0).length > 1;
    const lines = models.flatMap(({ model, roles }) => roles
        .filter(({ approved }) => !approved)
        .map(({ role, from, not }) => {
        const where = several ? `Missing for ${(0,escape_markdown/* escapeMarkdown */.F)(model)}` : 'Missing';
        const who = from.map((each) => (0,escape_markdown/* escapeMarkdown */.F)(each)).join(', ');
        const barred = not.map(({ login, why }) => `${(0,escape_markdown/* escapeMarkdown */.F)(login)}: ${(0,escape_markdown/* escapeMarkdown */.F)(why)}`).join(', ');
        return `- ${where}: **${(0,escape_markdown/* escapeMarkdown */.F)(role)}** — anyone of ${who}${barred === '' ? '' : ` (not ${barred})`}`;
    }));
    return lines.length === 0 ? [] : ['', ...lines];
}
/** One row per model. What the headline says already is not said again. */
function modelRows({ models, headline }) {
    const tellsState = models.some(({ state }) => state !== headline);
    return [
        `| model | outcome | gates | approvals |${tellsState ? ' state |' : ''}`,
        `| --- | --- | --- | --- |${tellsState ? ' --- |' : ''}`,
        ...models.map((model) => {
            const gates = model.decisions.map(({ gate, outcome }) => `${(0,escape_markdown/* escapeMarkdown */.F)(gate)} ${outcome}`).join(', ') || '–';
            const state = tellsState ? ` ${(0,escape_markdown/* escapeMarkdown */.F)(model.state)} |` : '';
            return `| ${(0,escape_markdown/* escapeMarkdown */.F)(model.model)} | **${outcomeWord(model)}** | ${gates} | ${approvalsCell(model)} |${state}`;
        }),
    ];
}
/** People are waited for, or a training: "inconclusive" would say that the data cannot tell. */
function outcomeWord({ outcome, roles, decisions }) {
    const isWaiting = decisions.length === 0 || roles.some(({ approved }) => !approved);
    return outcome === 'inconclusive' && isWaiting ? 'waiting' : outcome;
}
/** Nobody is asked while something else stands in the way. */
function approvalsCell({ roles }) {
    if (roles.length === 0)
        return '–';
    return `${roles.filter(({ approved }) => approved).length} of ${roles.length} roles`;
}
function roleTable({ model, roles }) {
    if (roles.length === 0)
        return [];
    return [
        `\n| role for ${(0,escape_markdown/* escapeMarkdown */.F)(model)} | approval | by |`,
        '| --- | --- | --- |',
        ...roles.map(({ role, approved, approvedBy }) => {
            const by = approvedBy.map((login) => (0,escape_markdown/* escapeMarkdown */.F)(login)).join(', ');
            return `| ${(0,escape_markdown/* escapeMarkdown */.F)(role)} | ${approved ? 'given' : '**missing**'} | ${by} |`;
        }),
    ];
}
function staleNote({ model, stale }) {
    if (stale === null)
        return [];
    const by = stale.by.map((person) => (0,escape_markdown/* escapeMarkdown */.F)(person)).join(', ');
    return [
        `\n**Approvals given before do not count any more** for ${(0,escape_markdown/* escapeMarkdown */.F)(model)}: ${(0,escape_markdown/* escapeMarkdown */.F)(stale.sentence)}.${by === '' ? '' : ` Had approved: ${by}.`}`,
    ];
}
function sentences(title, list) {
    return list.length === 0 ? [] : [`\n**${title}**\n`, ...list.map((sentence) => `- ${(0,escape_markdown/* escapeMarkdown */.F)(sentence)}`)];
}
function waiverTable({ model, waivers }) {
    if (waivers.length === 0)
        return [];
    return [
        `\n| waiver used for ${(0,escape_markdown/* escapeMarkdown */.F)(model)} | waives | owner | holds until |`,
        '| --- | --- | --- | --- |',
        ...waivers.map(({ id, waives, owner, expiresOn }) => {
            return `| ${[id, waives, owner, expiresOn].map((cell) => (0,escape_markdown/* escapeMarkdown */.F)(cell)).join(' | ')} |`;
        }),
    ];
}
function uncountedTable({ model, uncounted }) {
    if (uncounted.length === 0)
        return [];
    return [
        `\n| review of ${(0,escape_markdown/* escapeMarkdown */.F)(model)} that does not count | reason | |`,
        '| --- | --- | --- |',
        ...uncounted.map(({ reviewer, reasonCode, sentence }) => {
            return `| ${[reviewer, reasonCode, sentence].map((cell) => (0,escape_markdown/* escapeMarkdown */.F)(cell)).join(' | ')} |`;
        }),
    ];
}
/** The decisions of one model: what blocks first and open, what passes behind a line that says so. */
function modelBlocks({ model, modelDigest, decisions }) {
    const sorted = SEVEREST_FIRST.flatMap((outcome) => decisions.filter((decision) => decision.outcome === outcome));
    const digest = modelDigest === null ? '' : `, ${(0,escape_markdown/* digestCode */.K)(modelDigest)}`;
    return sorted.flatMap((decision, index) => [
        ...(index === 0 ? [`\n## ${(0,escape_markdown/* escapeMarkdown */.F)(model)}${digest}`] : []),
        ...(decision.outcome === 'pass'
            ? [{ title: passingTitle(decision), blocks: (0,decision_markdown/* openBlocks */.DS)((0,decision_markdown/* decisionBlocks */.vZ)(decision)).slice(1) }]
            : ['', ...(0,decision_markdown/* decisionBlocks */.vZ)(decision)]),
    ]);
}
function passingTitle({ gate }) {
    return `<b>${(0,escape_markdown/* escapeMarkdown */.F)(gate)} gate: pass</b> – values, intervals, limits and what was not measured`;
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/render-check.js



/** The Markdown of the check, within so many bytes. */
function renderCheck(verdict, maxBytes = LONGEST_CHECK_SUMMARY) {
    const [only, ...others] = verdict.tuples;
    const summary = {
        headline: verdict.title,
        tuple: verdict.state === 'failure' || only === undefined || others.length > 0 ? null : only,
        models: verdict.models.map(modelSummary),
        loosened: verdict.loosened,
        changed: verdict.changed,
        notes: [...new Set(verdict.models.flatMap(({ notes }) => notes))],
    };
    return renderCheckSummary(summary, maxBytes);
}
/** Required roles without a counting approval, over all models. */
function missingRoleNames({ models }) {
    return [...new Set(models.flatMap(({ missing }) => missing.map(({ role }) => role)))];
}
/** How the row of a verdict is called; what concerns no model is about the repository. */
function rowName(model) {
    if (model === '')
        return 'this pull request';
    return model.endsWith(entry/* POLICY_SUBJECT */.S6) ? `${model.slice(0, -entry/* POLICY_SUBJECT */.S6.length)}rules` : model;
}
function modelSummary(verdict) {
    const { approvals, stale } = verdict;
    return {
        model: rowName(verdict.model),
        outcome: verdict.outcome,
        modelDigest: verdict.modelDigest,
        state: verdict.title,
        decisions: verdict.decisions,
        roles: verdict.roles.map(({ role }) => roleSummary(role, verdict)),
        stale: stale === null ? null : { sentence: stale.sentence, by: stale.by.map(({ login, role }) => `${login} (${role})`) },
        waivers: verdict.waivers,
        uncounted: (approvals?.reviews ?? [])
            .filter((review) => !review.counts)
            .map(({ reviewer, reasonCode }) => ({
            reviewer: reviewer.login,
            reasonCode,
            sentence: reason_codes/* REASON_CODES */.O[reasonCode],
        })),
    };
}
function roleSummary(role, { approvals, missing }) {
    const by = approvals?.approvals.filter((approval) => approval.role === role) ?? [];
    const gap = missing.find((each) => each.role === role);
    return {
        role,
        // Of a quorum that is met, a role without a person is not missing.
        approved: gap === undefined,
        approvedBy: by.map(({ login }) => login),
        from: gap?.from ?? [],
        not: (gap?.not ?? []).map(({ login, reasonCode }) => ({ login, why: DEEDS[reasonCode] ?? reasonCode })),
    };
}
/** What somebody did who may not approve, as it follows a login and a colon. */
const DEEDS = {
    'reviewer-is-author': 'opened it',
    'reviewer-is-committer': 'committed',
    'reviewer-co-authored': 'co-authored',
    'reviewer-is-pusher': 'pushed',
    'reviewer-started-training': 'started the training',
    'reviewer-owns-waiver': 'owns a waiver',
};

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/post-verdict.js



/** GitHub shows about so much of a title in the list of checks. */
const LONGEST_TITLE = 120;
/** Posts a verdict on a head, keeping what the check there remembers. */
async function postVerdict(checks, request, posted) {
    await checks.post(checkOf(request), posted ?? (await checks.current(request.headSha)));
}
/**
 * Posts that something went wrong. When the check that is there cannot be read, another one takes its place: it knows no
 * announcement, so that reviews are needed anew, and that is better than a green check that nobody stands for.
 */
async function postProblem(checks, request) {
    const posted = await checks.current(request.headSha).catch(() => NOTHING_KNOWN);
    await checks.post(checkOf(request), posted);
}
const NOTHING_KNOWN = { id: null, announcements: new Map(), ledgerHead: null, shows: null };
/** The check that shows a verdict. */
function checkOf({ headSha, verdict, ledgerHead, detailsUrl }) {
    return {
        headSha,
        state: verdict.state,
        title: post_verdict_titleOf(verdict),
        summary: renderCheck(verdict),
        externalId: externalIdOf(headSha, verdict),
        announces: verdict.tuples,
        detailsUrl,
        ...(ledgerHead === null ? {} : { ledgerHead }),
    };
}
/** At most 120 characters in one line, invisible ones shown: it may hold names from the data. Never half of a surrogate pair. */
function post_verdict_titleOf(verdict) {
    const title = (0,visible_text/* visibleText */.Q)(verdict.title, { maxCharacters: Number.POSITIVE_INFINITY });
    if (title.length <= LONGEST_TITLE)
        return title;
    return `${title.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** The tuple that is judged; of several their common digest, and without one the digest of head and reason. */
function externalIdOf(headSha, { tuples, reasonCode }) {
    const [only, ...others] = tuples;
    if (only === undefined)
        return (0,src_digest/* sha256 */.sc)(`${headSha} ${reasonCode}`);
    return others.length === 0 ? only : (0,src_digest/* sha256 */.sc)((0,canonical_json/* canonicalJson */.d)([...tuples].sort()));
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/refusal.js


/**
 * What an error means for a check that must not stay as it was: a refusal or a fault of the rules in its own words; and
 * for what nobody foresaw, such as GitHub not answering, that nothing could be judged.
 */
function verdictOfError(error, detailsUrl) {
    const told = refusalOf(error);
    if (told !== null)
        return { verdict: combined([told]), known: true };
    const isService = error instanceof errors/* ActionError */.lZ && (error.code === 'service' || error.code === 'permission');
    const reasonCode = isService ? 'service-unavailable' : 'evaluation-error';
    const notes = [`The log says what stopped it: ${detailsUrl}`];
    return { verdict: combined([plainVerdict('', reasonCode, { state: 'failure', notes })]), known: false };
}
function refusalOf(error) {
    if (error instanceof errors/* ConfigError */.xL) {
        const named = error.reasonCode !== undefined && (0,reason_codes/* isReasonCode */.v)(error.reasonCode) ? error.reasonCode : 'policy-invalid';
        return plainVerdict('', named, { state: 'failure', notes: error.faults.map(errors/* formatFault */.A) });
    }
    const reasonCode = error instanceof errors/* ActionError */.lZ ? error.reasonCode : undefined;
    if (!(error instanceof errors/* ActionError */.lZ) || reasonCode === undefined || !(0,reason_codes/* isReasonCode */.v)(reasonCode))
        return null;
    return plainVerdict('', reasonCode, { state: 'failure', notes: [(0,errors/* formatFault */.A)(error.fault)] });
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/check.js








/**
 * Decides what the check of a pull request or merge group says now, and posts it on the head of the run. Everything is
 * read anew: evidence and policy by digest, reviews and roles from GitHub. When something cannot be read, the check says
 * so in red, so that a green one of before does not stay.
 *
 * @returns `null` when no open pull request has the head of the run, so that there is nothing to post on.
 */
async function checkRun(request, ports) {
    const reading = startReading(ports);
    const run = await ports.runs.get(request.runId);
    try {
        const found = await check_judge(run, { ...request, ...reading }, ports);
        const { headSha, posted, ...judged } = found;
        await postVerdict(ports.checks, { ...judged, headSha, detailsUrl: request.detailsUrl }, posted);
        return { headSha, verdict: found.verdict, pullRequest: found.pullRequest };
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ && error.reasonCode === 'head-moved')
            return null;
        const { verdict, known } = verdictOfError(error, request.detailsUrl);
        const post = postProblem(ports.checks, {
            headSha: run.headSha,
            verdict,
            ledgerHead: null,
            detailsUrl: request.detailsUrl,
        });
        if (known) {
            await post;
            return { headSha: run.headSha, verdict, pullRequest: null };
        }
        // When this fails too, the first error says more.
        await post.catch(() => undefined);
        throw error;
    }
}
/** Both requests go out beside the one for the run; what they say of errors is heard where they are awaited. */
function startReading(ports) {
    const rules = readBaseRules(ports.contents);
    const tip = ports.evidence.tip();
    rules.catch(() => undefined);
    tip.catch(() => undefined);
    return { rules, tip };
}
async function check_judge(run, request, ports) {
    const rules = await request.rules;
    if (run.event === 'merge_group') {
        const group = await judgeGroup(run.headSha, { ...request, rules }, ports);
        return { ...group, headSha: run.headSha, posted: null, pullRequest: null };
    }
    const gathered = await gatherForRun(run, { ...request, rules }, ports);
    const { id: runId, name: workflow, conclusion } = run;
    const training = { runId, workflow, conclusion, decidedBy: request.decidedBy ?? null };
    const judged = await judgeAndRecord(ports, { ...gathered, facts: { ...gathered.facts, training } });
    const { headSha, pull } = gathered.facts;
    return { ...judged, headSha, posted: gathered.posted, pullRequest: pull.number };
}
/**
 * The run says which pull request it may be about, so that this one is read at once. What GitHub lists for the head
 * decides; a run that says otherwise costs one more round trip and changes nothing.
 */
async function gatherForRun(run, request, ports) {
    const { rules, repositoryUrl } = request;
    const hint = hintOf(run);
    const early = hint === null ? null : readFirstWave(ports, request, hint);
    early?.catch(() => undefined);
    const pull = (0,subject/* pullOfRun */.eo)(run, await (0,subject/* pullsOfRun */.V7)(ports.pulls, run), rules.branch);
    const isRight = early !== null && hint?.number === pull.number && hint.headRef === pull.headRef;
    const wave = await (isRight ? early : readFirstWave(ports, request, pull));
    return readSecondWave(ports, rules, { pull, wave, repositoryUrl });
}
function hintOf({ pullRequestNumbers, headBranch, headSha, fromFork }) {
    const [number, ...others] = pullRequestNumbers;
    if (number === undefined || others.length > 0 || headBranch === null || fromFork)
        return null;
    return { number, headSha, headRef: headBranch };
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/comment.js

/** Marks the one comment that is kept; only comments of this account are looked at. */
const MARKER = '<!-- gatehouse/governance -->';
/** GitHub takes 65,536 characters; the marker needs some of them. */
const LONGEST_TEXT = 65_000;
/** Keeps one comment on a pull request that says what its check says. */
async function keepComment(comments, pullRequest, verdict) {
    const body = `${MARKER}\n${renderCheck(verdict, LONGEST_TEXT)}`;
    const own = (await comments.own(pullRequest)).find((comment) => comment.body.startsWith(MARKER));
    if (own === undefined)
        await comments.create(pullRequest, body);
    else if (own.body !== body)
        await comments.update(own.id, body);
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/key-fault.js



/**
 * Says on the head of the run that the signing key cannot be read: nothing was decided with it, and nothing will be. The
 * App's token posts a check without it. What goes wrong here is not told: the fault of the key says more.
 */
async function postKeyFault(fault, { runId, detailsUrl }, { runs, checks }) {
    const notes = fault instanceof errors/* ConfigError */.xL ? fault.faults.map(errors/* formatFault */.A) : [];
    const title = 'signature-invalid: The signing key of this repository cannot be read.';
    const verdict = combined([plainVerdict('', 'signature-invalid', { state: 'failure', title, notes })]);
    try {
        const { headSha } = await runs.get(runId);
        await postProblem(checks, { headSha, verdict, ledgerHead: null, detailsUrl });
    }
    catch {
        // Without a check on the head nothing is green either.
    }
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/results.js




/** The step is green when the check was posted; the check itself says whether the pull request may merge. */
function checkResult(checked) {
    if (checked === null) {
        const title = 'No open pull request has the head of this run: nothing to check';
        return { outcome: 'done', title, summary: `### ${title}\n`, outputs: { outcome: 'inconclusive' } };
    }
    const { verdict } = checked;
    const [tuple, ...others] = verdict.tuples;
    return {
        outcome: 'done',
        title: post_verdict_titleOf(verdict),
        summary: renderCheck(verdict),
        outputs: {
            outcome: verdict.outcome,
            'reason-code': verdict.reasonCode,
            'missing-roles': missingRoleNames(verdict).join(','),
            ...(tuple === undefined || others.length > 0 ? {} : { 'tuple-digest': tuple }),
        },
    };
}
/** One row per pull request. The step fails when one could not be judged; the others were. */
function sweepResult({ swept, policyError }) {
    const errors = [
        ...(policyError === null ? [] : [`The ledger was not told of the policy: ${messageOf(policyError)}`]),
        ...swept.flatMap(({ pull, error }) => (error === null ? [] : [`#${pull.number}: ${messageOf(error)}`])),
    ];
    const posted = swept.filter(({ done }) => done === 'posted').length;
    const started = swept.reduce((sum, { dispatched }) => sum + dispatched.length, 0);
    const counts = `${swept.length} open pull requests, ${posted} checks posted, ${started} decisions started again`;
    const failed = errors.length > 0;
    const title = failed ? `${counts}; ${errors.join(' ')}` : counts;
    return {
        outcome: failed ? 'fail' : 'done',
        title,
        summary: sweepTable(counts, swept, errors),
        outputs: failed ? { outcome: 'fail', 'reason-code': 'service-unavailable' } : { outcome: 'pass' },
    };
}
/** The job summary of a sweep. */
function sweepTable(title, swept, errors) {
    const rows = swept.map(({ pull, verdict, done, dispatched }) => {
        const again = dispatched.length === 0 ? '' : `, decision started again for run ${dispatched.join(', ')}`;
        return `| ${pull.number} | ${verdict.state} | ${(0,escape_markdown/* escapeMarkdown */.F)(post_verdict_titleOf(verdict))} | ${done}${again} |`;
    });
    const table = ['| pull request | check | title | |', '| --- | --- | --- | --- |', ...rows];
    const problems = errors.map((error) => `- ${(0,escape_markdown/* escapeMarkdown */.F)(error)}\n`).join('');
    return `### ${title}\n\n${problems}${rows.length === 0 ? '' : `\n${table.join('\n')}\n`}`;
}
function messageOf(error) {
    if (error instanceof errors/* ActionError */.lZ)
        return (0,errors/* formatFault */.A)(error.fault);
    return error instanceof Error ? error.message.slice(0, 500) : String(error).slice(0, 500);
}
/**
 * What was signed; a push that has nothing to authorise is no failure. Where something was refused beside it, the step
 * fails and still hands on what is signed: each authorisation stands for itself, and publish believes nothing else.
 */
function authoriseResult({ signed, notes, refusals }) {
    const [first, ...others] = signed;
    if (first === undefined) {
        const why = notes.join(' ');
        const outputs = { authorisations: '[]' };
        return { outcome: 'done', title: why, summary: `### Nothing to authorise\n\n${(0,escape_markdown/* escapeMarkdown */.F)(why)}\n`, outputs };
    }
    const { authorisation, path } = first.stored;
    const done = `Authorised ${signed.map(({ model, stored }) => `${model} ${stored.authorisation.modelDigest}`).join(', ')}`;
    const [refused] = refusals;
    return {
        outcome: refused === undefined ? 'done' : 'fail',
        title: [...refusals.map(results_refusalOf), done].join(' '),
        summary: authorisedSummary({ signed, notes, refusals }),
        outputs: {
            outcome: refused === undefined ? 'pass' : 'fail',
            'reason-code': refused?.reasonCode ?? 'authorised',
            authorisations: JSON.stringify(signed.map(({ model, commit, stored }) => ({ model, commit, path: stored.path }))),
            ...(others.length > 0 ? {} : { authorisation: path, 'tuple-digest': authorisation.tupleDigest }),
        },
    };
}
function authorisedSummary({ signed, notes, refusals }) {
    const list = refusals.map((refusal) => `- ${(0,escape_markdown/* escapeMarkdown */.F)(results_refusalOf(refusal), WHOLE)}\n`).join('');
    const why = notes.map((note) => `\n${(0,escape_markdown/* escapeMarkdown */.F)(note)}\n`).join('');
    const refused = refusals.length === 0 ? '' : `### Not authorised\n\n${list}\n`;
    return `${refused}### Authorised\n\n${signed.map(authorisedBlock).join('\n')}${why}`;
}
/** A refusal holds a remedy, which must not be cut off. */
const WHOLE = { maxCharacters: 2000 };
function results_refusalOf({ fault, reasonCode }) {
    return `[${reasonCode ?? 'not-authorised'}] ${(0,errors/* formatFault */.A)(fault)}`;
}
function authorisedBlock({ model, stored }) {
    const { approvals, modelDigest, mergedSha } = stored.authorisation;
    const by = approvals.map(({ role, login }) => `- ${(0,escape_markdown/* escapeMarkdown */.F)(`${role}: ${login}`)}`);
    return `${(0,escape_markdown/* escapeMarkdown */.F)(model)} \`${modelDigest}\` at \`${mergedSha}\`:\n\n${by.join('\n')}\n`;
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/decide-again.js

/**
 * Starts the decision again for each model that was decided under an older policy, and writes that into the ledger: once
 * for each head and policy, so that a decision that fails is not started for ever. It is written after the start: what
 * could not be started is started by the next sweep.
 *
 * @returns training runs for which a decision was started.
 */
async function decideAgain(ports, { facts, state }, request) {
    if (state === null)
        return [];
    const { pull, policy, headSha } = facts;
    const subject = (model) => ({
        pullRequest: pull.number,
        model,
    });
    const old = request.verdict.models
        .filter(({ reasonCode }) => reasonCode === 'policy-changed')
        .flatMap(({ model }) => oldDecision(state.history(subject(model)), { headSha, policyDigest: policy.digest }) ?? []);
    const runs = [...new Set(old.map(({ runId }) => runId))];
    for (const runId of runs) {
        await ports.dispatch.workflow(request.workflow, request.branch, { 'run-id': String(runId) });
    }
    if (old.length > 0) {
        const draft = { facts: old.map(({ fact }) => fact), files: new Map() };
        await ports.evidence.record(state, () => draft, (0,src_policy/* trustRootOf */.KE)(policy));
    }
    return runs;
}
function oldDecision(history, now) {
    const { headSha, policyDigest } = now;
    const decision = history.decisionOf(headSha);
    const runId = decision?.facts.runId;
    const told = history.entries.some(({ kind, pull, facts }) => kind === 'policy-changed' && pull?.headSha === headSha && facts.policyDigest === policyDigest);
    if (told || decision === null || decision.pull === null || runId === undefined)
        return null;
    const { model } = history.subject;
    const previous = decision.facts.policyDigest;
    return {
        runId,
        fact: {
            kind: 'policy-changed',
            reasonCode: 'policy-changed',
            subject: { model, modelDigest: decision.subject.modelDigest },
            pull: { number: decision.pull.number, headSha },
            people: [],
            facts: { policyDigest, ...(previous === undefined ? {} : { previousPolicyDigest: previous }) },
        },
    };
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/policy-change.js



/**
 * Writes into the ledger that the default branch has another policy than the ledger knows: which rules were loosened and
 * which keys were revoked. A policy that the ledger's newest entries do not name is written again, without comparison.
 */
async function recordNewPolicy(rules, ports) {
    const { files } = await ports.contents.readAt(rules.commit, { files: rules.draft.keyFiles });
    const policy = (0,src_policy/* completePolicy */.oL)(rules.draft, { files, tree: await rules.tree });
    const trustRoot = (0,src_policy/* trustRootOf */.KE)(policy);
    const state = await ports.evidence.readState({}, trustRoot);
    const known = newestPolicyEntry(state);
    if (known?.facts.policyDigest === policy.digest)
        return;
    const fact = policyFact(policy, known, await policyAt(ports.contents, known?.facts.commit));
    await ports.evidence.record(state, (now) => newestPolicyEntry(now)?.facts.policyDigest === policy.digest ? null : { facts: [fact], files: new Map() }, trustRoot);
}
/** The newest entry about the policy of the default branch, among the newest of the ledger. */
function newestPolicyEntry({ window }) {
    const isPolicy = ({ kind, pull, subject }) => kind === 'policy-changed' && pull === null && subject.model === entry/* POLICY_SUBJECT */.S6;
    return window.findLast(({ entry }) => isPolicy(entry))?.entry ?? null;
}
function policyFact(policy, known, before) {
    const deltas = before === null ? [] : comparePolicies(before, policy);
    const loosened = deltas.filter(({ kind }) => kind === 'loosened').map(({ sentence }) => sentence.slice(0, 1000));
    const revoked = revokedKeys(policy).filter((hint) => before === null || !revokedKeys(before).includes(hint));
    const previous = known?.facts.policyDigest;
    return {
        kind: 'policy-changed',
        reasonCode: 'policy-changed',
        subject: { model: entry/* POLICY_SUBJECT */.S6, modelDigest: null },
        pull: null,
        people: [],
        facts: {
            policyDigest: policy.digest,
            commit: policy.commit,
            ...(previous === undefined ? {} : { previousPolicyDigest: previous }),
            ...(before === null ? {} : { loosened: loosened.slice(0, 500) }),
            ...(revoked.length === 0 ? {} : { revokedKeys: revoked.slice(0, 100) }),
        },
    };
}
function revokedKeys(policy) {
    return [...(0,trust_root/* keysByHint */.f)((0,src_policy/* trustRootOf */.KE)(policy))].filter(([, { revoked }]) => revoked).map(([hint]) => hint);
}
/** The policy that the ledger knows, to compare with; `null` when it cannot be read any more. */
async function policyAt(contents, commit) {
    if (commit === undefined)
        return null;
    try {
        const draft = (0,src_policy/* draftPolicy */.aZ)(await contents.readAt(commit, src_policy/* POLICY_WANTED */.rg), commit);
        return (0,src_policy/* keyedPolicy */.dt)(draft, (await contents.readAt(commit, { files: draft.keyFiles })).files);
    }
    catch (error) {
        // A comparison is for readers. That the policy is another one is recorded with or without it.
        if (error instanceof errors/* ConfigError */.xL || error instanceof errors/* ActionError */.lZ)
            return null;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/sweep.js








/** So many pull requests are read at once: their questions share requests, and their entries one commit. */
const sweep_AT_ONCE = 5;
/**
 * Judges all open pull requests onto the default branch anew. A check that says the same already is not posted again.
 * Where an evaluation was made under an older policy, its decision is started again, once for each head and policy.
 */
async function sweep(request, ports) {
    const [rules, open] = await Promise.all([readBaseRules(ports.contents), ports.pulls.listOpen()]);
    // A ledger that cannot be written reddens checks, and must not keep the sweep from posting them.
    const policyError = await recordNewPolicy(rules, ports).then(() => null, (error) => error);
    const judged = judgedOf(open.filter((pull) => pull.baseRef === rules.branch));
    const swept = [];
    for (let start = 0; start < judged.length; start += sweep_AT_ONCE) {
        // One tip for a chunk: after it the ledger holds what the chunk wrote.
        const tip = ports.evidence.tip();
        tip.catch(() => undefined);
        const chunk = judged.slice(start, start + sweep_AT_ONCE);
        swept.push(...(await Promise.all(chunk.map((pull) => sweepOne(pull, { ...request, rules, tip, open }, ports)))));
    }
    return { swept, policyError };
}
/** Never throws: one pull request that cannot be judged does not stop the others, and its check turns red. */
async function sweepOne(pull, request, ports) {
    try {
        const refused = refusedHead(pull, request.open);
        if (refused !== null) {
            const { detailsUrl } = request;
            return await finish({ pull, verdict: refused, ledgerHead: null, posted: null, detailsUrl }, ports);
        }
        return await sweep_judgeOne(pull, request, ports);
    }
    catch (error) {
        const { verdict } = verdictOfError(error, request.detailsUrl);
        const { headSha } = pull;
        const { detailsUrl } = request;
        await postProblem(ports.checks, { headSha, verdict, ledgerHead: null, detailsUrl }).catch(() => undefined);
        return { pull, verdict, done: 'posted', dispatched: [], error };
    }
}
/** A fork may carry a commit of ours: it says nothing about our pull request, and the check on that commit is ours. */
function judgedOf(pulls) {
    const own = new Set(pulls.filter(({ fromFork }) => !fromFork).map(({ headSha }) => headSha));
    return pulls.filter(({ fromFork, headSha }) => !fromFork || !own.has(headSha));
}
/** Heads that are not judged: those of forks, and those that another pull request of ours has as well. */
function refusedHead(pull, open) {
    if (pull.fromFork) {
        const notes = ['A maintainer may bring the commit into a branch after reading it.'];
        return combined([plainVerdict('', 'fork-needs-sponsor', { state: 'failure', notes })]);
    }
    const same = open.filter(({ fromFork, headSha }) => !fromFork && headSha === pull.headSha);
    if (same.length <= 1)
        return null;
    const notes = [`Open pull requests with this head: ${same.map(({ number }) => `#${number}`).join(', ')}.`];
    return combined([plainVerdict('', 'head-shared', { state: 'failure', notes })]);
}
async function sweep_judgeOne(pull, request, ports) {
    const { rules, repositoryUrl } = request;
    const wave = await readFirstWave(ports, request, pull);
    const gathered = await readSecondWave(ports, rules, { pull, wave, repositoryUrl });
    const judged = await judgeAndRecord(ports, gathered);
    const { detailsUrl } = request;
    const swept = await finish({ ...judged, pull, posted: gathered.posted, detailsUrl }, ports);
    const { decideWorkflow: workflow } = request;
    const again = { verdict: judged.verdict, workflow, branch: rules.branch };
    return { ...swept, dispatched: await decideAgain(ports, gathered, again) };
}
async function finish(found, ports) {
    const { pull, verdict, ledgerHead, detailsUrl } = found;
    const { headSha } = pull;
    const posted = found.posted ?? (await ports.checks.current(headSha));
    const shown = { headSha, verdict, ledgerHead, detailsUrl };
    const unchanged = saysTheSame(posted, checkOf(shown));
    if (!unchanged)
        await postVerdict(ports.checks, shown, posted);
    return { pull, verdict, done: unchanged ? 'unchanged' : 'posted', dispatched: [], error: null };
}
/** True when posting would change nothing that people or a ruleset look at. */
function saysTheSame({ shows, announcements }, check) {
    if (shows === null || shows.state !== check.state)
        return false;
    const announced = announcements !== 'unknown' && (check.announces ?? []).every((tuple) => announcements.has(tuple));
    return announced && shows.externalId === check.externalId && shows.title === check.title;
}

;// CONCATENATED MODULE: ./build/actions/approval-gate/src/perform.js










/** Puts the real adapters behind the ports of the action. */
async function perform(values, { context }) {
    const github = githubOf(values, context);
    const key = await readKey(values, context, github);
    const ports = portsOf(github, key);
    const modes = { check: runCheck, sweep: runSweep, authorise: runAuthorise };
    return modes[values.mode](values, context, ports);
}
function githubOf(values, context) {
    const { owner, name: repo } = context.repository;
    return (0,github/* createGitHub */.C)({
        token: values['github-token'],
        apiUrl: context.apiUrl,
        owner,
        repo,
        ...(values['org-token'] === undefined ? {} : { orgToken: values['org-token'] }),
        check: values['app-id'] === undefined ? { kind: 'commit-status' } : { kind: 'app', appId: values['app-id'] },
    });
}
function portsOf(github, key) {
    const clock = { now: () => new Date() };
    const evidence = new store/* EvidenceStore */.x({ branch: github.evidence(), clock, signer: (0,entry_file/* ledgerSigner */.qx)(key) });
    return { ...github, evidence, clock, key };
}
/** A key that is not there or cannot be read fails the step, and in mode check the check says so first. */
async function readKey(values, context, github) {
    try {
        const pem = values['signing-key'];
        if (pem === undefined)
            throw missing(SIGNING_KEY);
        return (0,signing_key/* loadSigningKey */.fm)(pem, 'Input "signing-key"');
    }
    catch (fault) {
        const runId = values['run-id'];
        if (values.mode === 'check' && runId !== undefined) {
            await postKeyFault(fault, { runId, ...urlsOf(context) }, github);
        }
        throw fault;
    }
}
async function runCheck(values, context, ports) {
    const runId = values['run-id'];
    if (runId === undefined)
        throw missing(RUN_ID);
    const result = values['models-result'];
    const decided = result === undefined || result === 'skipped' ? {} : { decidedBy: context.runId };
    const checked = await checkRun({ runId, ...urlsOf(context), ...decided }, ports);
    if (checked !== null && checked.pullRequest !== null && values.comment === 'always') {
        await keepComment(ports.comments, checked.pullRequest, checked.verdict);
    }
    return checkResult(checked);
}
async function runSweep(values, context, ports) {
    const report = await sweep({ decideWorkflow: values['decide-workflow'], ...urlsOf(context) }, ports);
    const changed = values.comment === 'always' ? report.swept.filter(({ done }) => done === 'posted') : [];
    for (const { pull, verdict } of changed)
        await keepComment(ports.comments, pull.number, verdict);
    return sweepResult(report);
}
async function runAuthorise(values, context, ports) {
    const { repositoryUrl } = urlsOf(context);
    const before = beforeOf(await context.readEvent());
    const { sha: commit, ref } = context;
    return authoriseResult(await authorise({ model: values.model ?? null, commit, before, ref, repositoryUrl }, ports));
}
function urlsOf({ serverUrl, repository, runUrl }) {
    return { repositoryUrl: `${serverUrl}/${repository.owner}/${repository.name}`, detailsUrl: runUrl };
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
const RUN_ID = {
    where: 'Input "run-id"',
    allowed: 'a value in mode check',
    remedy: 'Give it under "with:" of the step',
};
const SIGNING_KEY = {
    where: 'Input "signing-key"',
    allowed: 'an elliptic-curve key on P-256, in PEM',
    remedy: 'Put it into the secret of the environment that the step names under "with:"; one that is not set is empty',
};
function missing(input) {
    return new errors/* ConfigError */.xL([{ ...input, found: 'nothing given' }]);
}


/***/ }),

/***/ 95400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ signStatement)
/* harmony export */ });
/* harmony import */ var _predicate_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47192);
/* harmony import */ var _signing_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41356);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28796);



/**
 * Signs a statement with a key, without certificate, log or timestamp.
 *
 * @returns a Sigstore bundle v0.3 on one line of JSON, fit for a line of `evidence.jsonl`.
 */
async function signStatement(statement, key) {
    const payload = (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .statementPayload */ .Go)(statement);
    (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStatement */ .By)(payload);
    const [{ DSSEBundleBuilder }, { bundleToJSON }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(2830), __webpack_require__.e(2088), __webpack_require__.e(4463), __webpack_require__.e(8275), __webpack_require__.e(5179)]).then(__webpack_require__.t.bind(__webpack_require__, 15179, 19)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.t.bind(__webpack_require__, 61040, 19)),
    ]);
    const builder = new DSSEBundleBuilder({
        signer: {
            sign: async (data) => ({
                signature: await (0,_signing_key_js__WEBPACK_IMPORTED_MODULE_1__/* .signWith */ .Ez)(key, data),
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
        outcome: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .worstOutcome */ .Om)(outcomes),
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


/***/ })

};
