export const id = 174;
export const ids = [174];
export const modules = {

/***/ 61993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ worstOutcome),
/* harmony export */   r: () => (/* binding */ GATE_NAMES)
/* harmony export */ });
const GATE_NAMES = ['performance', 'fairness'];
/**
 * The worst of several outcomes: fail, then inconclusive, then pass.
 * No outcome at all is inconclusive: an empty list never passes.
 */
function worstOutcome(outcomes) {
    if (outcomes.includes('fail'))
        return 'fail';
    if (outcomes.length === 0 || outcomes.includes('inconclusive'))
        return 'inconclusive';
    return 'pass';
}


/***/ }),

/***/ 10641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tupleDigest),
/* harmony export */   p: () => (/* binding */ policyDigest)
/* harmony export */ });
/* harmony import */ var _canonical_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14752);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67903);


/**
 * The digest of a tuple, which is the check's `external_id` and what an approval is bound to.
 *
 * @throws TypeError when a part is not a commit SHA or digest: a tuple with a hole must not have a name.
 */
function tupleDigest(tuple) {
    const { headSha, modelDigest, evidenceDigest, policyDigest: policy } = tuple;
    if (!/^[0-9a-f]{40}$/.test(headSha))
        throw new TypeError(`headSha is not a commit SHA: ${headSha}`);
    for (const [name, digest] of Object.entries({ modelDigest, evidenceDigest, policyDigest: policy })) {
        if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
            throw new TypeError(`${name} is not a digest: ${String(digest)}`);
    }
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)({ type: 'gatehouse-tuple/v1', headSha, modelDigest, evidenceDigest, policyDigest: policy }));
}
/**
 * One digest for all files of a policy: `gatehouse.yml` and every file it names, by path.
 *
 * @throws TypeError when there is no file, or a value is not a digest.
 */
function policyDigest(files) {
    if (files.size === 0)
        throw new TypeError('a policy has at least one file');
    for (const [path, digest] of files) {
        if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
            throw new TypeError(`${path} has no digest: ${String(digest)}`);
    }
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .d)({ type: 'gatehouse-policy/v1', files: Object.fromEntries(files) }));
}


/***/ }),

/***/ 11335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ createGitHub)
});

// UNUSED EXPORTS: EVIDENCE_BRANCH

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/packages/core/src/digest.js
var digest = __webpack_require__(67903);
;// CONCATENATED MODULE: ./build/packages/github/src/check-announcements.js

const LINE = /^- `(?<tuple>sha256:[0-9a-f]{64})` waits for approvals since (?<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/gm;
/**
 * Reads the announcements back from the text of a check run, which only its own App can write. Of a tuple that is there
 * twice the later time counts.
 */
function readAnnouncements(text) {
    const found = new Map();
    for (const { groups } of (text ?? '').matchAll(LINE)) {
        const tuple = groups?.['tuple'];
        const at = new Date(groups?.['at'] ?? '');
        const known = (0,digest/* isDigest */.Bc)(tuple) ? found.get(tuple) : undefined;
        if ((0,digest/* isDigest */.Bc)(tuple) && !Number.isNaN(at.getTime()) && (known === undefined || known < at))
            found.set(tuple, at);
    }
    return found;
}
/**
 * The announcements after a check of `tuples` is posted: a tuple that is announced already keeps its time, a tuple that
 * was replaced loses it. A check of no tuple (something could not be read just now) changes nothing.
 */
function announcementsAfter(known, tuples, now) {
    return tuples.length === 0 ? known : new Map(tuples.map((tuple) => [tuple, known.get(tuple) ?? now]));
}
/** The text of the check run; empty when there is nothing to announce. */
function renderAnnouncements(announcements) {
    return [...announcements]
        .map(([tuple, at]) => `- \`${tuple}\` waits for approvals since ${at.toISOString()}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./build/packages/github/src/checks.js


/** The one check that a ruleset requires. Check run and commit status of this name would both be required: use one. */
const CHECK_NAME = 'gatehouse/governance';
const MAX_SUMMARY = 65_535;
const MAX_DESCRIPTION = 140;
const SUMMARY_CUT = '\n\n… cut here, because GitHub shows no more. The whole text is in the job summary.';
/** Design §8.5: never `neutral` or `skipped`, because both pass a required check. */
const CONCLUSION = { success: 'success', failure: 'failure', waiting: 'action_required' };
const STATUS = { success: 'success', failure: 'failure', waiting: 'pending' };
const runAnswer = schemas/* object */.Ikc({ id: schemas/* int */.Whr(), html_url: schemas/* url */.OZ5(), app: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }).nullable() });
const ownRunAnswer = runAnswer.extend({
    name: schemas/* string */.YjP(),
    output: schemas/* object */.Ikc({ text: schemas/* string */.YjP().nullish() }).nullish(),
});
function createChecks(client, writer) {
    return {
        async post(check) {
            return writer.kind === 'app' ? postCheckRun(client, writer.appId, check) : postStatus(client, check);
        },
        async announcedAt(headSha, tuple) {
            if (writer.kind !== 'app')
                return 'unknown';
            const own = await ownCheckRun(client, writer.appId, { headSha, permission: 'checks: read' });
            return readAnnouncements(own?.output?.text).get(tuple) ?? 'not-announced';
        },
    };
}
/** The App's run of this name on a commit, the newest if there are several; a run of another App is never taken. */
async function ownCheckRun(client, appId, { headSha, permission }) {
    const runs = await client.list({
        doing: `find the check ${CHECK_NAME} on ${headSha}`,
        permission,
        path: `${client.repository}/commits/${encodeURIComponent(headSha)}/check-runs`,
        params: { check_name: CHECK_NAME, app_id: appId, filter: 'latest' },
        key: 'check_runs',
        item: ownRunAnswer,
    });
    const own = runs.filter(({ app, name }) => app?.id === appId && name === CHECK_NAME);
    return own.toSorted((a, b) => b.id - a.id)[0];
}
/** Updates the App's run of this name on this commit where there is one, so that no stale red one stays beside it. */
async function postCheckRun(client, appId, check) {
    const permission = 'checks: write';
    const newest = await ownCheckRun(client, appId, { headSha: check.headSha, permission });
    const known = readAnnouncements(newest?.output?.text);
    const text = renderAnnouncements(announcementsAfter(known, check.announces ?? [], client.waits.now()));
    const answer = await client.call({
        doing: `post the check ${CHECK_NAME} on ${check.headSha}`,
        permission,
        ...(newest === undefined
            ? { method: 'POST', path: `${client.repository}/check-runs` }
            : { method: 'PATCH', path: `${client.repository}/check-runs/${newest.id}` }),
        params: { ...(newest === undefined ? { head_sha: check.headSha } : {}), ...checkRunBody(check, text) },
        answer: runAnswer,
    });
    return { url: answer.html_url };
}
function checkRunBody(check, text) {
    return {
        name: CHECK_NAME,
        status: 'completed',
        conclusion: CONCLUSION[check.state],
        external_id: check.externalId,
        ...(check.detailsUrl === undefined ? {} : { details_url: check.detailsUrl }),
        output: {
            title: check.title,
            summary: cut(check.summary, MAX_SUMMARY, SUMMARY_CUT),
            ...(text === '' ? {} : { text }),
        },
    };
}
/** A status has no room for a summary or an external id: the job summary and the evidence branch hold them. */
async function postStatus(client, check) {
    const answer = await client.call({
        doing: `set the status ${CHECK_NAME} on ${check.headSha}`,
        permission: 'statuses: write',
        method: 'POST',
        path: `${client.repository}/statuses/${encodeURIComponent(check.headSha)}`,
        params: {
            state: STATUS[check.state],
            context: CHECK_NAME,
            description: cut(check.title, MAX_DESCRIPTION, '…'),
            ...(check.detailsUrl === undefined ? {} : { target_url: check.detailsUrl }),
        },
        answer: schemas/* object */.Ikc({ url: schemas/* url */.OZ5(), target_url: schemas/* string */.YjP().nullable() }),
    });
    return { url: answer.target_url ?? answer.url };
}
/** At most `limit` characters; never half of a surrogate pair. */
function cut(text, limit, ending) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit - ending.length).replace(/[\uD800-\uDBFF]$/, '')}${ending}`;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/packages/core/src/errors.js
var errors = __webpack_require__(53732);
// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 12 modules
var dist_src = __webpack_require__(14730);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(49735);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(86856);
;// CONCATENATED MODULE: ./build/packages/github/src/rate-limit.js
/** GitHub asks for at least a minute after a secondary limit that names no time, then exponential. */
const SECONDARY_WAIT_SECONDS = 60;
/** Longer than this, the job's minutes are better spent by running it again later. */
const MAX_WAIT_SECONDS = 900;
/** Refusals in a row after which the request is given up: continuing may get the integration banned. */
const MAX_WAITS = 4;
/**
 * Seconds to wait before the request is sent again, or `null` when the refusal is no rate limit (a 403 for want of a
 * permission). `retry-after` wins, then the reset time of an exhausted primary limit, then 60 s doubled per wait.
 * Source: docs.github.com, "Rate limits for the REST API", read 2026-11.
 *
 * @param waits how often this request has waited already, from 0
 */
function rateLimitSeconds(refusal, waits, now) {
    if (refusal.status !== 403 && refusal.status !== 429)
        return null;
    const retryAfter = retryAfterSeconds(refusal.headers['retry-after'], now);
    if (retryAfter !== null)
        return retryAfter;
    const backoff = SECONDARY_WAIT_SECONDS * 2 ** waits;
    if (String(refusal.headers['x-ratelimit-remaining']) === '0') {
        const reset = Number(refusal.headers['x-ratelimit-reset']);
        if (!Number.isFinite(reset))
            return backoff;
        // One second more, because the reset time is rounded down.
        return Math.max(Math.ceil(reset - now.getTime() / 1000), 0) + 1;
    }
    return refusal.status === 429 || /secondary rate limit|abuse detection/i.test(refusal.message) ? backoff : null;
}
function retryAfterSeconds(header, now) {
    if (header === undefined)
        return null;
    const text = String(header).trim();
    if (/^\d+$/.test(text))
        return Number(text);
    const date = Date.parse(text);
    return Number.isNaN(date) ? null : Math.max(Math.ceil((date - now.getTime()) / 1000), 0);
}
/** Runs `send` again after each rate limit, as long as the waits stay few and short; other errors pass through. */
async function withRateLimit(waits, send) {
    for (let count = 0;; count += 1) {
        try {
            return await send();
        }
        catch (error) {
            const refusal = refusalOf(error);
            const seconds = refusal === null ? null : rateLimitSeconds(refusal, count, waits.now());
            if (refusal === null || seconds === null || seconds > MAX_WAIT_SECONDS || count === MAX_WAITS)
                throw error;
            waits.onWait({ seconds, status: refusal.status });
            await waits.sleep(seconds * 1000);
        }
    }
}
/** The refusal that an Octokit request error or an upload error carries; `null` for anything else. */
function refusalOf(error) {
    if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number')
        return null;
    return { status: error.status, message: error.message, headers: headersOf(error) };
}
function headersOf(error) {
    const response = 'response' in error ? error.response : undefined;
    if (typeof response !== 'object' || response === null || !('headers' in response))
        return {};
    const { headers } = response;
    if (typeof headers !== 'object' || headers === null)
        return {};
    return Object.fromEntries(Object.entries(headers).filter((entry) => ['string', 'number'].includes(typeof entry[1])));
}
/** True when GitHub answered at all: Octokit gives a broken connection status 500 and no response. */
function wasAnswered(error) {
    return error instanceof Error && 'response' in error && error.response !== undefined;
}

;// CONCATENATED MODULE: ./build/packages/github/src/service-errors.js


/** Turns what a request threw into one message with four parts; an {@link ActionError} passes through. */
function toActionError(error, purpose, now) {
    if (error instanceof errors/* ActionError */.lZ)
        return error;
    const refusal = refusalOf(error);
    if (refusal === null || !wasAnswered(error))
        return noAnswer(error, purpose);
    const where = `GitHub, to ${purpose.doing}`;
    const found = `${refusal.status} "${firstLine(refusal.message)}"`;
    const limit = rateLimitSeconds(refusal, 0, now);
    if (limit !== null) {
        return new errors/* ActionError */.lZ('service', {
            where,
            found,
            allowed: 'The rate limit of the token must not be used up',
            remedy: `Run the job again in ${Math.ceil(limit / 60)} min, or use the token of a GitHub App, whose limit is higher`,
        }, { cause: error });
    }
    return refused({ where, found, refusal, purpose, cause: error });
}
function refused(failure) {
    const { where, found, refusal, purpose, cause } = failure;
    const grant = `Add "${purpose.permission}" under "permissions:" of the job, or grant it to the GitHub App whose token is used`;
    switch (refusal.status) {
        case 401:
            return new errors/* ActionError */.lZ('permission', {
                where,
                found: `${found}: the token is revoked or expired`,
                allowed: 'A valid token; the token of a job ends with the job, that of an App after one hour',
                remedy: 'Run the job again, and make the App token in the job that uses it',
            }, { cause });
        case 403: {
            const accepted = refusal.headers['x-accepted-github-permissions'];
            const named = accepted === undefined ? '' : ` (GitHub names "${accepted}")`;
            return new errors/* ActionError */.lZ('permission', { where, found, allowed: `The token needs the permission "${purpose.permission}"${named}`, remedy: grant }, { cause });
        }
        case 404:
            return new errors/* ActionError */.lZ('permission', {
                where,
                found: `${found}: it does not exist or the token cannot see it`,
                allowed: `It must exist, and the token needs the permission "${purpose.permission}"`,
                remedy: `Check the name. If it exists: ${grant.charAt(0).toLowerCase()}${grant.slice(1)}`,
            }, { cause });
        default:
            return new errors/* ActionError */.lZ('service', {
                where,
                found: refusal.status >= 500 ? `${found}, also after retries` : found,
                allowed: 'GitHub must accept the request',
                remedy: refusal.status >= 500
                    ? 'Look at githubstatus.com and run the job again; it takes up where it stopped'
                    : 'Read what GitHub says, put it right and run the job again',
            }, { cause });
    }
}
function noAnswer(error, purpose) {
    return new errors/* ActionError */.lZ('service', {
        where: `GitHub, to ${purpose.doing}`,
        found: `No answer: ${error instanceof Error ? firstLine(error.message) : String(error)}`,
        allowed: 'The API must be reachable from the runner',
        remedy: 'Check GITHUB_API_URL and the network of the runner, then run the job again',
    }, { cause: error });
}
/** An answer that lacks a field, or holds one that cannot be: never guessed around. */
function unexpectedAnswer(purpose, found, cause) {
    return new errors/* ActionError */.lZ('service', {
        where: `GitHub, to ${purpose.doing}`,
        found: `An answer that cannot be used: ${found}`,
        allowed: 'The fields that the REST API, version 2022-11-28, documents',
        remedy: 'Check that GITHUB_API_URL is the API of GitHub; if it is, report this as a bug of Gatehouse',
    }, { cause });
}
function firstLine(text) {
    const [line = ''] = text.split('\n');
    return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

;// CONCATENATED MODULE: ./build/packages/github/src/client.js








const API_VERSION = { 'x-github-api-version': '2022-11-28' };
const PAGE = 100;
/** Retrying these can only repeat the refusal; 403 and 429 are the rate limit's business. */
const NEVER_RETRIED = [400, 401, 403, 404, 405, 409, 410, 412, 415, 422, 429, 451];
const Client = dist_src/* Octokit */.E.plugin(plugin_throttling_dist_bundle/* throttling */.A, dist_bundle/* retry */.L);
const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/;
/** Builds the client; a missing token, owner, repository or API address is a `ConfigError` that names all of them. */
function createClient(options) {
    checkOptions(options);
    const waits = waitsOf(options);
    const octokit = connect(options, waits);
    const send = async (request, params) => {
        const answer = await octokit.request(request, params);
        return { status: answer.status, data: answer.data, headers: answer.headers };
    };
    async function call(request) {
        const { method = 'GET', path, params = {}, answer } = request;
        try {
            const { data } = await send(`${method} ${path}`, { headers: API_VERSION, ...params });
            return parsed(answer, data, request);
        }
        catch (error) {
            throw toActionError(error, request, waits.now());
        }
    }
    async function list(request) {
        try {
            return await readPages(send, request);
        }
        catch (error) {
            throw toActionError(error, request, waits.now());
        }
    }
    return {
        options,
        waits,
        repository: `/repos/${encodeURIComponent(options.owner)}/${encodeURIComponent(options.repo)}`,
        call,
        list,
        find: async (request, absent = [404]) => call(request).catch((error) => nullIfAbsent(error, absent, waits.now())),
        findList: async (request, absent) => list(request).catch((error) => nullIfAbsent(error, absent, waits.now())),
        async bytes(request) {
            try {
                const answer = await send(`GET ${request.path}`, {
                    headers: { ...API_VERSION, accept: request.accept },
                    request: { redirect: 'manual', parseSuccessResponseBody: false },
                });
                return toBytesAnswer(answer, request, options.apiUrl);
            }
            catch (error) {
                throw toActionError(error, request, waits.now());
            }
        },
    };
}
/** A rate limit is never "absent", though it comes as a 403 too. */
function nullIfAbsent(error, absent, now) {
    const refusal = error instanceof Error ? refusalOf(error.cause) : null;
    if (refusal !== null && absent.includes(refusal.status) && rateLimitSeconds(refusal, 0, now) === null)
        return null;
    throw error;
}
async function readPages(send, request) {
    const { path, params, key, item, atMost = Number.POSITIVE_INFINITY, unpaged = false } = request;
    const array = schemas/* array */.YOg(item);
    const found = [];
    for (let page = 1;; page += 1) {
        const paging = unpaged ? {} : { per_page: PAGE, page };
        const { data, headers } = await send(`GET ${path}`, { headers: API_VERSION, ...params, ...paging });
        const items = key === undefined ? parsed(array, data, request) : parsed(schemas/* object */.Ikc({ [key]: array }), data, request)[key];
        if (items === undefined)
            throw unexpectedAnswer(request, `no "${key}"`);
        found.push(...items);
        // A page may hold fewer than asked for although more follow, and a server may leave out the Link header.
        const linked = /;\s*rel="next"/.test(String(headers['link'] ?? ''));
        if (unpaged)
            return linked ? readPages(send, { ...request, unpaged: false }) : items;
        const more = linked || items.length === PAGE;
        if (!more || found.length >= atMost)
            return found;
    }
}
function toBytesAnswer(answer, purpose, apiUrl) {
    const location = answer.headers['location'];
    if (answer.status >= 300 && typeof location === 'string') {
        const target = URL.parse(location, apiUrl);
        const plainAllowed = new URL(apiUrl).protocol === 'http:';
        if (target === null || !(target.protocol === 'https:' || (plainAllowed && target.protocol === 'http:'))) {
            throw unexpectedAnswer(purpose, 'a redirect to an address that is not https');
        }
        return { kind: 'redirect', location: target };
    }
    if (answer.status === 200 && answer.data instanceof ReadableStream)
        return { kind: 'bytes', body: answer.data };
    throw unexpectedAnswer(purpose, `status ${answer.status} without content`);
}
function parsed(schema, data, purpose) {
    const result = schema.safeParse(data);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    throw unexpectedAnswer(purpose, `${issue?.path.join('.') || 'the whole answer'}: ${issue?.message}`, result.error);
}
function connect(options, waits) {
    const { log } = options;
    const spaced = options.spaceWrites ?? !LOOPBACK.test(new URL(options.apiUrl).hostname);
    // The handlers answer nothing, which means "do not retry": withRateLimit below decides, so that one rule covers
    // retry-after without the word "secondary", exponential waits, and uploads, which do not pass through Octokit.
    const decline = () => undefined;
    const octokit = new Client({
        auth: options.token,
        baseUrl: options.apiUrl.replace(/\/+$/, ''),
        userAgent: options.userAgent ?? 'gatehouse',
        request: options.fetch === undefined ? {} : { fetch: options.fetch },
        throttle: spaced ? { onRateLimit: decline, onSecondaryRateLimit: decline } : { enabled: false },
        retry: { doNotRetry: NEVER_RETRIED, retries: 3, retryAfterBaseValue: options.sleep === undefined ? 1000 : 0 },
        log: {
            debug: (message) => log?.debug(message),
            info: (message) => log?.info(message),
            warn: (message) => log?.warn(message),
            error: (message) => log?.warn(message),
        },
    });
    octokit.hook.wrap('request', (request, parameters) => withRateLimit(waits, async () => request(parameters)));
    return octokit;
}
function waitsOf(options) {
    return {
        now: () => options.clock?.now() ?? new Date(),
        sleep: async (milliseconds) => {
            await (options.sleep ?? promises_.setTimeout)(milliseconds);
        },
        onWait: ({ seconds, status }) => options.log?.info(`GitHub's rate limit (${status}): waiting ${seconds} s`),
    };
}
function checkOptions(options) {
    const faults = [
        { where: 'Token for GitHub', value: options.token, remedy: 'Pass "github-token: ${{ github.token }}"' },
        { where: 'Repository owner', value: options.owner, remedy: 'Run in GitHub Actions, or set GITHUB_REPOSITORY' },
        { where: 'Repository name', value: options.repo, remedy: 'Run in GitHub Actions, or set GITHUB_REPOSITORY' },
        {
            where: 'Address of the API',
            value: /^https?:$/.test(URL.parse(options.apiUrl)?.protocol ?? '') ? options.apiUrl : '',
            remedy: 'Set GITHUB_API_URL to an address such as https://api.github.com',
        },
    ].filter(({ value }) => value.trim() === '');
    if (faults.length === 0)
        return;
    throw new errors/* ConfigError */.xL(faults.map(({ where, remedy }) => ({ where, found: 'It is missing or not usable', allowed: 'A value', remedy })));
}

;// CONCATENATED MODULE: ./build/packages/github/src/answer-fields.js


/** An account in any answer. A type that GitHub adds some day counts as a bot: only `User` is a person. */
const accountAnswer = schemas/* object */.Ikc({ id: schemas/* int */.Whr(), login: schemas/* string */.YjP().min(1), type: schemas/* string */.YjP() })
    .transform(({ id, login, type }) => ({ id, login, type: toType(type) }));
function toType(type) {
    return type === 'User' || type === 'Organization' ? type : 'Bot';
}
/** A commit SHA of a SHA-1 or SHA-256 repository. */
const shaAnswer = schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** A digest that GitHub computed; `null` where it computed none. Another algorithm is an unusable answer. */
const digestAnswer = schemas/* string */.YjP()
    .refine(digest/* isDigest */.Bc, { message: 'must be "sha256:" and 64 lower-case hex digits' })
    .transform((value) => value)
    .nullish()
    .transform((value) => value ?? null);

;// CONCATENATED MODULE: ./build/packages/github/src/git-trees.js



const treeAnswer = schemas/* object */.Ikc({
    truncated: schemas/* boolean */.zMY(),
    tree: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP().min(1), mode: schemas/* string */.YjP(), type: schemas/* enum */.k5n(['blob', 'tree', 'commit']), sha: shaAnswer })),
});
function createGitTrees(client) {
    const known = new Map();
    async function entries(root, recursive) {
        const key = `${root}:${recursive}`;
        const before = known.get(key);
        if (before !== undefined)
            return before;
        const reading = readTree(client, root, recursive);
        known.set(key, reading);
        reading.catch(() => known.delete(key));
        return reading;
    }
    return {
        entries,
        async find(commit, path) {
            let root = commit;
            const parts = path.split('/');
            for (const [index, part] of parts.entries()) {
                const entry = (await entries(root, false)).find((candidate) => candidate.path === part);
                if (entry === undefined)
                    return null;
                if (index === parts.length - 1)
                    return { ...entry, path };
                if (entry.type !== 'tree')
                    return null;
                root = entry.sha;
            }
            return null;
        },
    };
}
async function readTree(client, root, recursive) {
    const purpose = { doing: `list the files of ${root}`, permission: 'contents: read' };
    const answer = await client.call({
        ...purpose,
        path: `${client.repository}/git/trees/${root}`,
        params: recursive ? { recursive: '1' } : {},
        answer: treeAnswer,
    });
    if (answer.truncated) {
        throw unexpectedAnswer(purpose, 'the listing is cut off, because the tree has more than 100,000 entries or 7 MB');
    }
    return answer.tree;
}
function toTreeFile(entry) {
    return { path: entry.path, blobSha: entry.sha, mode: entry.mode };
}

;// CONCATENATED MODULE: ./build/packages/github/src/contents.js





const PERMISSION = 'contents: read';
const encodedFile = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('file'),
    encoding: schemas/* string */.YjP(),
    content: schemas/* string */.YjP(),
    size: schemas/* int */.Whr(),
    sha: shaAnswer,
});
const fileAnswer = schemas/* union */.KCZ([
    encodedFile,
    schemas/* object */.Ikc({ type: schemas/* enum */.k5n(['symlink', 'submodule']) }),
    schemas/* array */.YOg(schemas/* unknown */.L5J()), // a folder
]);
const blobAnswer = schemas/* object */.Ikc({ encoding: schemas/* literal */.euz('base64'), content: schemas/* string */.YjP(), size: schemas/* int */.Whr() });
/** Reads the repository through the contents and git data API. Files above 1 MB are read as blobs, up to 100 MB. */
function createContents(client) {
    const trees = createGitTrees(client);
    return {
        async defaultBranch() {
            const answer = await client.call({
                doing: 'read the name of the default branch',
                permission: PERMISSION,
                path: client.repository,
                answer: schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP().min(1) }),
            });
            return answer.default_branch;
        },
        async branchHead(branch) {
            const answer = await client.call({
                doing: `read the head of branch "${branch}"`,
                permission: PERMISSION,
                path: `${client.repository}/git/ref/heads/${encodePath(branch)}`,
                answer: schemas/* object */.Ikc({ object: schemas/* object */.Ikc({ sha: shaAnswer }) }),
            });
            return answer.object.sha;
        },
        async readFile(path, commit) {
            return readFile(client, path, commit);
        },
        async listFiles(commit) {
            const entries = await trees.entries(commit, true);
            return entries.filter(({ type }) => type !== 'tree').map(toTreeFile);
        },
    };
}
/** Bytes of a file at a commit; `null` only when the commit can be read and has no such file. */
async function readFile(client, path, commit) {
    const purpose = { doing: `read ${path} at ${commit}`, permission: PERMISSION };
    const answer = await client.find({
        ...purpose,
        path: `${client.repository}/contents/${encodePath(path)}`,
        params: { ref: commit },
        answer: fileAnswer,
    });
    if (answer === null) {
        // 404 also means "this token may not read": only a commit that can be read shows that the file is missing.
        await client.call({ ...purpose, path: `${client.repository}/git/commits/${commit}`, answer: schemas/* unknown */.L5J() });
        return null;
    }
    if (Array.isArray(answer))
        return null;
    if (answer.type !== 'file')
        throw notAFile(path, commit, answer.type);
    const bytes = answer.encoding === 'base64'
        ? Buffer.from(answer.content, 'base64')
        : await readBlob(client, answer.sha, `read ${path} at ${commit}`);
    if (bytes.length !== answer.size) {
        throw unexpectedAnswer(purpose, `${bytes.length} bytes where GitHub says ${answer.size}`);
    }
    return bytes;
}
async function readBlob(client, sha, doing) {
    const blob = await client.call({
        doing,
        permission: PERMISSION,
        path: `${client.repository}/git/blobs/${sha}`,
        answer: blobAnswer,
    });
    return Buffer.from(blob.content, 'base64');
}
function notAFile(path, commit, type) {
    return new errors/* ActionError */.lZ('refused', {
        where: `${path} at ${commit}`,
        found: `It is a ${type}`,
        allowed: 'A plain file',
        remedy: 'Put the file itself there',
    });
}
/** Encodes each part of a path, and the `/` between them not. */
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}

;// CONCATENATED MODULE: ./build/packages/github/src/deployments.js


const deployments_PERMISSION = 'deployments: write';
const deployments_MAX_DESCRIPTION = 140;
function createDeployments(client) {
    return {
        async create({ ref, environment, description, payload }) {
            const answer = await client.call({
                doing: `record the deployment of ${ref} to "${environment}"`,
                permission: deployments_PERMISSION,
                method: 'POST',
                path: `${client.repository}/deployments`,
                params: {
                    ref,
                    environment,
                    description: cut(description, deployments_MAX_DESCRIPTION, '…'),
                    payload,
                    // GitHub's defaults would merge the default branch into the ref and wait for every check of any name.
                    auto_merge: false,
                    required_contexts: [],
                },
                answer: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }),
            });
            return answer.id;
        },
        async setState(id, { state, description, logUrl }) {
            await client.call({
                doing: `set deployment ${id} to "${state}"`,
                permission: deployments_PERMISSION,
                method: 'POST',
                path: `${client.repository}/deployments/${id}/statuses`,
                params: {
                    state,
                    description: cut(description, deployments_MAX_DESCRIPTION, '…'),
                    ...(logUrl === undefined ? {} : { log_url: logUrl }),
                },
                answer: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }),
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/github/src/dispatch.js

function createDispatch(client) {
    return {
        async workflow(file, ref, inputs) {
            await client.call({
                doing: `start the workflow ${file} on ${ref}`,
                permission: 'actions: write',
                method: 'POST',
                path: `${client.repository}/actions/workflows/${encodeURIComponent(file)}/dispatches`,
                params: { ref, inputs },
                answer: schemas/* unknown */.L5J(),
            });
        },
    };
}

;// CONCATENATED MODULE: ./build/packages/github/src/evidence-branch.js






const READ = 'contents: read';
const WRITE = 'contents: write';
const withSha = schemas/* object */.Ikc({ sha: shaAnswer });
/** One branch that only grows, written through the git data API: a commit either adds all its files or is not made. */
function createEvidenceBranch(client, branch) {
    const trees = createGitTrees(client);
    const ref = `refs/heads/${branch}`;
    async function head() {
        // Not GET git/ref: its 404 cannot be told from a missing permission, an empty list can.
        const matches = await client.list({
            doing: `read the head of branch "${branch}"`,
            permission: READ,
            path: `${client.repository}/git/matching-refs/heads/${encodePath(branch)}`,
            item: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), object: schemas/* object */.Ikc({ sha: shaAnswer }) }),
            unpaged: true,
        });
        return matches.find((match) => match.ref === ref)?.object.sha ?? null;
    }
    return {
        head,
        async read(path) {
            const commit = await head();
            return commit === null ? null : readFile(client, path, commit);
        },
        async list(folder) {
            const commit = await head();
            if (commit === null)
                return [];
            const clean = folder.replace(/\/+$/, '');
            const root = clean === '' ? { sha: commit, type: 'tree' } : await trees.find(commit, clean);
            if (root === null || root.type !== 'tree')
                return [];
            const entries = await trees.entries(root.sha, true);
            const prefix = clean === '' ? '' : `${clean}/`;
            return entries.filter(({ type }) => type === 'blob').map(({ path }) => `${prefix}${path}`);
        },
        async append(change) {
            checkChange(change);
            if (await anyExists(trees, change))
                return { conflict: true, head: await head() };
            const commit = await makeCommit(client, change);
            const moved = await moveBranch(client, { ref, commit, create: change.expectedHead === null });
            return moved ? { conflict: false, head: commit } : { conflict: true, head: await head() };
        },
    };
}
async function anyExists(trees, change) {
    if (change.expectedHead === null)
        return false;
    for (const path of change.files.keys()) {
        if ((await trees.find(change.expectedHead, path)) !== null)
            return true;
    }
    return false;
}
async function makeCommit(client, change) {
    const doing = 'write the evidence branch';
    const parent = change.expectedHead === null
        ? null
        : await client.call({
            doing,
            permission: WRITE,
            path: `${client.repository}/git/commits/${change.expectedHead}`,
            answer: schemas/* object */.Ikc({ tree: withSha }),
        });
    const tree = await client.call({
        doing,
        permission: WRITE,
        method: 'POST',
        path: `${client.repository}/git/trees`,
        params: {
            ...(parent === null ? {} : { base_tree: parent.tree.sha }),
            tree: await Promise.all([...change.files].map(async ([path, bytes]) => toTreeItem(client, path, bytes))),
        },
        answer: withSha,
    });
    const commit = await client.call({
        doing,
        permission: WRITE,
        method: 'POST',
        path: `${client.repository}/git/commits`,
        params: {
            message: change.message,
            tree: tree.sha,
            parents: change.expectedHead === null ? [] : [change.expectedHead],
        },
        answer: withSha,
    });
    return commit.sha;
}
/** Text travels inside the tree, which saves a request per file; bytes that are no UTF-8 need a blob. */
async function toTreeItem(client, path, bytes) {
    const item = { path, mode: '100644', type: 'blob' };
    const text = utf8(bytes);
    if (text !== null)
        return { ...item, content: text };
    const blob = await client.call({
        doing: `write ${path} to the evidence branch`,
        permission: WRITE,
        method: 'POST',
        path: `${client.repository}/git/blobs`,
        params: { content: Buffer.from(bytes).toString('base64'), encoding: 'base64' },
        answer: withSha,
    });
    return { ...item, sha: blob.sha };
}
/** False when another commit came first. A refusal by a ruleset is an error: trying again would not help. */
async function moveBranch(client, move) {
    const { ref, commit, create } = move;
    try {
        await client.call({
            doing: `move ${ref} to ${commit}`,
            permission: WRITE,
            ...(create
                ? { method: 'POST', path: `${client.repository}/git/refs`, params: { ref, sha: commit } }
                : {
                    method: 'PATCH',
                    path: `${client.repository}/git/${encodePath(ref)}`,
                    params: { sha: commit, force: false },
                }),
            answer: schemas/* object */.Ikc({ object: withSha }),
        });
        return true;
    }
    catch (error) {
        const refusal = error instanceof Error ? refusalOf(error.cause) : null;
        if (refusal?.status === 409)
            return false;
        if (refusal?.status === 422 && /fast.forward|already exists/i.test(refusal.message))
            return false;
        throw error;
    }
}
function checkChange(change) {
    const bad = [...change.files.keys()].filter((path) => path.split('/').some((part) => part === '' || part === '.' || part === '..' || part.toLowerCase() === '.git'));
    if (change.files.size > 0 && bad.length === 0)
        return;
    throw new errors/* ActionError */.lZ('bug', {
        where: 'Commit to the evidence branch',
        found: bad.length === 0 ? 'No file' : `Paths ${JSON.stringify(bad)}`,
        allowed: 'At least one file, each with a relative path without empty parts, "." or ".."',
        remedy: 'Report this as a bug of Gatehouse',
    });
}
/** The text of valid UTF-8 without a byte that JSON or git would alter; else `null`. */
function utf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/packages/github/src/people.js


const permissionAnswer = schemas/* object */.Ikc({
    permission: schemas/* enum */.k5n(['admin', 'write', 'read', 'none']).or(schemas/* string */.YjP().transform(() => 'unknown')),
    user: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }).nullable(),
});
/**
 * Who may do what.
 *
 * @param organisation a client whose token may read teams (a GitHub App with organization permission "members: read");
 *   the job's own token never can, and then membership is `null`, unknown
 */
function createPeople(client, organisation) {
    return {
        async permission(account) {
            const answer = await client.find({
                doing: `read the permission of "${account.login}"`,
                permission: 'metadata: read',
                path: `${client.repository}/collaborators/${encodeURIComponent(account.login)}/permission`,
                answer: permissionAnswer,
            }, [403, 404]);
            // A login can change hands between two requests; only the id says whose permission this is.
            if (answer === null || answer.user?.id !== account.id)
                return 'unknown';
            return answer.permission;
        },
        async account(login) {
            return client.find({
                doing: `look up the account "${login}"`,
                permission: 'metadata: read',
                path: `/users/${encodeURIComponent(login)}`,
                answer: accountAnswer,
            });
        },
        async teamMembers(team) {
            const [org, slug, ...rest] = team.split('/');
            if (org === undefined || slug === undefined || rest.length > 0)
                return null;
            return organisation.findList({
                doing: `list the members of team "${team}"`,
                permission: 'members: read',
                path: `/orgs/${encodeURIComponent(org)}/teams/${encodeURIComponent(slug)}/members`,
                item: accountAnswer,
            }, [403, 404]);
        },
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/packages/github/src/pulls.js



const pulls_PERMISSION = 'pull-requests: read';
/** GitHub lists no more files and commits than these, and says nothing about the rest. */
const MAX_FILES = 3000;
const MAX_COMMITS = 250;
const repository = schemas/* object */.Ikc({ id: schemas/* int */.Whr() });
const pullAnswer = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    user: accountAnswer,
    head: schemas/* object */.Ikc({ sha: shaAnswer, ref: schemas/* string */.YjP(), repo: repository.nullable() }),
    base: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), repo: repository }),
    state: schemas/* enum */.k5n(['open', 'closed']),
    merged_at: schemas/* string */.YjP().nullable(),
    merge_commit_sha: shaAnswer.nullish(),
    html_url: schemas/* url */.OZ5(),
})
    .transform(({ number, user, head, base, state, merged_at, merge_commit_sha, html_url }) => ({
    number,
    author: user,
    headSha: head.sha,
    headRef: head.ref,
    baseRef: base.ref,
    merged: merged_at !== null,
    // Before the merge this is a test merge commit that GitHub makes and drops at will.
    mergeCommitSha: merged_at === null ? null : (merge_commit_sha ?? null),
    open: state === 'open',
    // The head's repository is null when the fork was deleted.
    fromFork: head.repo?.id !== base.repo.id,
    url: html_url,
}));
const pulls_fileAnswer = schemas/* object */.Ikc({ filename: schemas/* string */.YjP().min(1), previous_filename: schemas/* string */.YjP().optional() });
// GitHub writes an empty object where it knows no account.
const commitPerson = schemas/* union */.KCZ([accountAnswer, schemas/* strictObject */.rej({}).transform(() => null)]).nullable();
const commitAnswer = schemas/* object */.Ikc({ sha: shaAnswer, author: commitPerson, committer: commitPerson });
const reviewAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    user: accountAnswer.nullable(),
    state: schemas/* enum */.k5n(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
    commit_id: shaAnswer.nullable(),
    submitted_at: iso/* datetime */.w$({ offset: true }).optional(),
});
function createPullRequests(client) {
    const path = (number, part = '') => `${client.repository}/pulls/${number}${part}`;
    return {
        async get(number) {
            const doing = `read pull request ${number}`;
            return client.call({ doing, permission: pulls_PERMISSION, path: path(number), answer: pullAnswer });
        },
        async ofCommit(sha) {
            const pulls = await client.list({
                doing: `find the pull requests of commit ${sha}`,
                permission: pulls_PERMISSION,
                path: `${client.repository}/commits/${encodeURIComponent(sha)}/pulls`,
                item: pullAnswer,
            });
            // GitHub also names pull requests that merely contain the commit.
            return pulls.filter((pull) => pull.headSha === sha || pull.mergeCommitSha === sha);
        },
        async listOpen() {
            return client.list({
                doing: 'list the open pull requests',
                permission: pulls_PERMISSION,
                path: `${client.repository}/pulls`,
                params: { state: 'open' },
                item: pullAnswer,
            });
        },
        async changedFiles(number) {
            return changedFiles(client, number, path(number, '/files'));
        },
        async commits(number) {
            const commits = await client.list({
                doing: `list the commits of pull request ${number}`,
                permission: pulls_PERMISSION,
                path: path(number, '/commits'),
                item: commitAnswer,
                atMost: MAX_COMMITS,
            });
            // With exactly 250 nobody can tell whether there are more: unknown counts as more.
            return { commits, truncated: commits.length >= MAX_COMMITS };
        },
        async reviews(number) {
            const reviews = await client.list({
                doing: `list the reviews of pull request ${number}`,
                permission: pulls_PERMISSION,
                path: path(number, '/reviews'),
                item: reviewAnswer,
            });
            return reviews.flatMap(toReview);
        },
    };
}
/** The files of both sides of a rename, so that moving a governed file away counts as changing it. */
async function changedFiles(client, number, path) {
    const doing = `list the files of pull request ${number}`;
    const files = await client.list({ doing, permission: pulls_PERMISSION, path, item: pulls_fileAnswer, atMost: MAX_FILES });
    if (files.length >= MAX_FILES) {
        throw new errors/* ActionError */.lZ('refused', {
            where: `Pull request ${number}`,
            found: `It changes ${MAX_FILES} files or more, and GitHub lists only the first ${MAX_FILES}`,
            allowed: `Fewer than ${MAX_FILES} changed files, so that all of them can be judged`,
            remedy: 'Split it into smaller pull requests',
        });
    }
    return [...new Set(files.flatMap(({ filename, previous_filename: before }) => [filename, before ?? filename]))];
}
/** A review of a deleted account, or one not submitted yet, can count for nothing and is left out. */
function toReview(answer) {
    const { id, user, state, commit_id, submitted_at } = answer;
    if (user === null || submitted_at === undefined)
        return [];
    return [{ id, reviewer: user, state, commitSha: commit_id, submittedAt: new Date(submitted_at) }];
}

;// CONCATENATED MODULE: ./build/packages/github/src/pushes.js


/** GitHub pages this list by cursor; nobody needs more than the newest page of one branch. */
const MOST = 100;
// An account that was deleted has no actor any more, and nobody left who could review.
const activityAnswer = schemas/* object */.Ikc({ activity_type: schemas/* string */.YjP(), actor: accountAnswer.nullable() });
function createPushes(client) {
    return {
        async pushers(branch) {
            const moves = await client.call({
                doing: `list who pushed to "${branch}"`,
                permission: 'contents: read',
                path: `${client.repository}/activity`,
                params: { ref: `refs/heads/${branch}`, per_page: MOST },
                answer: schemas/* array */.YOg(activityAnswer),
            });
            const accounts = moves
                .filter(({ activity_type }) => activity_type !== 'branch_deletion')
                .flatMap(({ actor }) => (actor === null ? [] : [actor]));
            const byId = new Map(accounts.map((account) => [account.id, account]));
            return { accounts: [...byId.values()], complete: moves.length < MOST };
        },
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/packages/github/src/release-answer.js


const assetAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    size: schemas/* int */.Whr().min(0),
    state: schemas/* string */.YjP(),
    digest: digestAnswer,
    browser_download_url: schemas/* url */.OZ5(),
})
    .transform((asset) => ({
    id: asset.id,
    name: asset.name,
    sizeBytes: asset.size,
    // Anything but `uploaded` is an asset whose bytes are not all there.
    state: asset.state === 'uploaded' ? 'uploaded' : 'starter',
    digest: asset.digest,
    url: asset.browser_download_url,
}));
const releaseAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    tag_name: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().nullable(),
    body: schemas/* string */.YjP().nullish(),
    draft: schemas/* boolean */.zMY(),
    // Absent on servers that do not know immutable releases: then it is not immutable.
    immutable: schemas/* boolean */.zMY().optional(),
    target_commitish: schemas/* string */.YjP(),
    html_url: schemas/* url */.OZ5(),
    upload_url: schemas/* string */.YjP().min(1),
    assets: schemas/* array */.YOg(assetAnswer),
})
    .transform((release) => ({
    id: release.id,
    tag: release.tag_name,
    title: release.name ?? '',
    body: release.body ?? '',
    draft: release.draft,
    immutable: release.immutable === true,
    targetCommit: release.target_commitish,
    url: release.html_url,
    // An RFC 6570 template: "…/assets{?name,label}".
    uploadUrl: release.upload_url.replace(/\{[^}]*\}$/, ''),
    assets: release.assets,
}));

;// CONCATENATED MODULE: ./build/packages/github/src/asset-upload.js







const IDLE_MILLISECONDS = 300_000;
const MAX_ANSWER_BYTES = 1_000_000;
/**
 * Streams one asset to the release's own upload address. Not through Octokit or fetch: both hold the whole file in
 * memory (2 GB file: 2250 MB resident with fetch, 130 MB here).
 *
 * A broken upload is not tried again here, rate limits apart: it may leave an asset in state `starter` that the caller
 * must delete first.
 */
async function uploadAsset(client, release, asset) {
    const purpose = { doing: `upload asset "${asset.name}"`, permission: 'contents: write' };
    const target = uploadAddress(client, release, asset);
    try {
        const text = await withRateLimit(client.waits, async () => send(client, target, asset));
        const result = assetAnswer.safeParse(parseJson(text));
        if (!result.success)
            throw unexpectedAnswer(purpose, 'it describes no asset', result.error);
        return result.data;
    }
    catch (error) {
        throw toActionError(error, purpose, client.waits.now());
    }
}
function uploadAddress(client, release, asset) {
    const url = URL.parse(release.uploadUrl);
    const api = new URL(client.options.apiUrl);
    // The token goes there, so the address must be as protected as the API itself.
    if (url === null || !(url.protocol === 'https:' || (api.protocol === 'http:' && url.protocol === 'http:'))) {
        throw unexpectedAnswer({ doing: `upload asset "${asset.name}"`, permission: 'contents: write' }, 'upload_url is not https');
    }
    url.searchParams.set('name', asset.name);
    return url;
}
async function send(client, target, asset) {
    const open = target.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
    const request = open(target, {
        method: 'POST',
        headers: {
            accept: 'application/vnd.github+json',
            authorization: `token ${client.options.token}`,
            'content-length': asset.sizeBytes,
            'content-type': asset.contentType,
            'user-agent': client.options.userAgent ?? 'gatehouse',
            'x-github-api-version': '2022-11-28',
        },
    });
    request.setTimeout(IDLE_MILLISECONDS, () => request.destroy(new Error('no traffic for five minutes')));
    const answered = answerOf(request);
    // A server may answer and close before it has read everything; its answer says more than the broken pipe.
    answered.catch(() => undefined);
    let sendingFailed;
    try {
        await (0,external_node_stream_promises_.pipeline)(exactly(asset), request);
    }
    catch (error) {
        if (error instanceof errors/* ActionError */.lZ)
            throw error;
        sendingFailed = error;
    }
    const response = await answered.catch((error) => {
        throw sendingFailed ?? error;
    });
    const text = await readText(response);
    if (response.statusCode === 201)
        return text;
    throw new UploadRefused(response, text);
}
/** What GitHub answered to an upload, in the shape of Octokit's request error. */
class UploadRefused extends Error {
    status;
    response;
    constructor(response, text) {
        super(messageOf(text));
        this.name = 'UploadRefused';
        this.status = response.statusCode ?? 0;
        this.response = {
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [
                name,
                Array.isArray(value) ? value.join(', ') : value,
            ])),
        };
    }
}
async function answerOf(request) {
    return new Promise((resolve, reject) => {
        request.once('response', resolve);
        request.once('error', reject);
        request.once('close', () => reject(new Error('the connection was closed without an answer')));
    });
}
/** Node sends whatever it is given: a source that changed its size since it was measured must not get through. */
async function* exactly(asset) {
    let sizeBytes = 0;
    for await (const chunk of asset.open()) {
        sizeBytes += chunk.length;
        if (sizeBytes > asset.sizeBytes)
            throw wrongSize(asset, 'more bytes');
        yield chunk;
    }
    if (sizeBytes < asset.sizeBytes)
        throw wrongSize(asset, `only ${sizeBytes} bytes`);
}
function wrongSize(asset, found) {
    return new errors/* ActionError */.lZ('integrity', {
        where: `Asset "${asset.name}"`,
        found: `Its source gives ${found}`,
        allowed: `${asset.sizeBytes} bytes, as measured before`,
        remedy: 'Find out what changed the file, and run the job again',
    }, { reasonCode: 'digest-mismatch' });
}
async function readText(response) {
    const chunks = [];
    let sizeBytes = 0;
    for await (const chunk of response) {
        if (!(chunk instanceof Uint8Array))
            continue;
        sizeBytes += chunk.length;
        if (sizeBytes > MAX_ANSWER_BYTES)
            break;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function messageOf(text) {
    const data = parseJson(text);
    if (typeof data !== 'object' || data === null || !('message' in data))
        return text.slice(0, 300);
    const errors = 'errors' in data ? `: ${JSON.stringify(data.errors)}` : '';
    return `${String(data.message)}${errors}`;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/packages/github/src/byte-stream.js


/**
 * Bytes behind an API address, following one redirect. The second request is our own and carries no token: the storage
 * host authorises by the address itself, and would be sent a credential that is none of its business.
 */
async function toByteStream(client, purpose, request) {
    const answer = await client.bytes({ ...purpose, ...request });
    if (answer.kind === 'bytes')
        return explained(answer.body, client, purpose);
    const fetch = client.options.fetch ?? globalThis.fetch;
    const response = await fetch(answer.location, {
        headers: { 'user-agent': client.options.userAgent ?? 'gatehouse' },
    }).catch((error) => {
        throw toActionError(error, purpose, client.waits.now());
    });
    if (response.status !== 200 || response.body === null) {
        await response.body?.cancel();
        throw unexpectedAnswer(purpose, `status ${response.status} from ${answer.location.host}, where the bytes should be`);
    }
    return explained(response.body, client, purpose);
}
/** A connection that breaks midway is explained like one that was never made. */
async function* explained(body, client, purpose) {
    try {
        yield* body;
    }
    catch (error) {
        throw toActionError(error, purpose, client.waits.now());
    }
}
/** All bytes in one piece; refuses as soon as there are more than `maxBytes`. */
async function readAtMost(stream, maxBytes, purpose) {
    const chunks = [];
    let sizeBytes = 0;
    for await (const chunk of stream) {
        sizeBytes += chunk.length;
        if (sizeBytes > maxBytes) {
            throw new errors/* ActionError */.lZ('refused', {
                where: `GitHub, to ${purpose.doing}`,
                found: `More than ${maxBytes} bytes`,
                allowed: `At most ${maxBytes} bytes`,
                remedy: 'Put less into the artifact',
            });
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, sizeBytes);
}

;// CONCATENATED MODULE: ./build/packages/github/src/releases.js





const releases_READ = 'contents: read';
const releases_WRITE = 'contents: write';
function createReleases(client) {
    const base = `${client.repository}/releases`;
    const list = async () => client.list({ doing: 'list the releases', permission: releases_READ, path: base, item: releaseAnswer });
    return {
        list,
        async byTag(tag) {
            const doing = `read the release of tag "${tag}"`;
            const path = `${base}/tags/${encodeURIComponent(tag)}`;
            const release = await client.find({ doing, permission: releases_READ, path, answer: releaseAnswer });
            if (release !== null)
                return release;
            // 404 also means "this token may not read": an answer to another read shows that it may.
            await client.call({ doing, permission: releases_READ, path: base, params: { per_page: 1 }, answer: schemas/* array */.YOg(schemas/* unknown */.L5J()) });
            return null;
        },
        async get(id) {
            const doing = `read release ${id}`;
            return client.call({ doing, permission: releases_READ, path: `${base}/${id}`, answer: releaseAnswer });
        },
        async createDraft({ tag, targetCommit, title, body }) {
            return client.call({
                doing: `draft the release of tag "${tag}"`,
                permission: releases_WRITE,
                method: 'POST',
                path: base,
                params: { tag_name: tag, target_commitish: targetCommit, name: title, body, draft: true },
                answer: releaseAnswer,
            });
        },
        async upload(release, asset) {
            return uploadAsset(client, release, asset);
        },
        async deleteAsset(assetId) {
            await remove(client, `delete asset ${assetId}`, `${base}/assets/${assetId}`);
        },
        async deleteDraft(id) {
            const release = await client.call({
                doing: `read release ${id}`,
                permission: releases_READ,
                path: `${base}/${id}`,
                answer: releaseAnswer,
            });
            if (!release.draft)
                throw notADraft(release);
            await remove(client, `delete the draft release ${id}`, `${base}/${id}`);
        },
        async publish(id) {
            return client.call({
                doing: `publish release ${id}`,
                permission: releases_WRITE,
                method: 'PATCH',
                path: `${base}/${id}`,
                // Which model is current is what a stage says; GitHub's "latest" of many models means nothing.
                params: { draft: false, make_latest: 'false' },
                answer: releaseAnswer,
            });
        },
        async download(assetId) {
            const purpose = { doing: `download asset ${assetId}`, permission: releases_READ };
            const path = `${base}/assets/${assetId}`;
            return toByteStream(client, purpose, { path, accept: 'application/octet-stream' });
        },
    };
}
async function remove(client, doing, path) {
    await client.call({ doing, permission: releases_WRITE, method: 'DELETE', path, answer: schemas/* unknown */.L5J() });
}
function notADraft(release) {
    return new errors/* ActionError */.lZ('refused', {
        where: `Release ${release.id}, tag "${release.tag}"`,
        found: 'It is published',
        allowed: 'Only drafts are ever deleted',
        remedy: 'Publish another version',
    });
}

;// CONCATENATED MODULE: ./build/packages/github/src/runs.js





const runs_PERMISSION = 'actions: read';
const runs_runAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP().nullish(),
    head_sha: shaAnswer,
    head_branch: schemas/* string */.YjP().nullable(),
    event: schemas/* string */.YjP(),
    conclusion: schemas/* string */.YjP().nullable(),
    actor: accountAnswer,
    triggering_actor: accountAnswer,
    repository: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }),
    head_repository: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }).nullable(),
    pull_requests: schemas/* array */.YOg(schemas/* object */.Ikc({ number: schemas/* int */.Whr() })).nullable(),
})
    .transform((run) => ({
    id: run.id,
    headSha: run.head_sha,
    headBranch: run.head_branch,
    event: run.event,
    name: run.name ?? '',
    actor: run.actor,
    triggeringActor: run.triggering_actor,
    conclusion: run.conclusion,
    // A head repository that is gone was a fork.
    fromFork: run.head_repository?.id !== run.repository.id,
    pullRequestNumbers: (run.pull_requests ?? []).map(({ number }) => number),
}));
const artifactAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    size_in_bytes: schemas/* int */.Whr().min(0),
    expired: schemas/* boolean */.zMY(),
    digest: digestAnswer,
    workflow_run: schemas/* object */.Ikc({ id: schemas/* int */.Whr() }),
})
    .transform((artifact) => ({
    id: artifact.id,
    name: artifact.name,
    sizeBytes: artifact.size_in_bytes,
    expired: artifact.expired,
    digest: artifact.digest,
    runId: artifact.workflow_run.id,
}));
/** @param maxBytes artifacts above this size are refused, because they are held in memory */
function createRuns(client, maxBytes) {
    const actions = `${client.repository}/actions`;
    return {
        async get(runId) {
            const doing = `read workflow run ${runId}`;
            return client.call({ doing, permission: runs_PERMISSION, path: `${actions}/runs/${runId}`, answer: runs_runAnswer });
        },
        async listForHead(headSha) {
            return client.list({
                doing: `list the workflow runs of ${headSha}`,
                permission: runs_PERMISSION,
                path: `${actions}/runs`,
                params: { head_sha: headSha },
                key: 'workflow_runs',
                item: runs_runAnswer,
            });
        },
        async artifacts(runId) {
            return client.list({
                doing: `list the artifacts of run ${runId}`,
                permission: runs_PERMISSION,
                path: `${actions}/runs/${runId}/artifacts`,
                key: 'artifacts',
                item: artifactAnswer,
            });
        },
        async artifact(artifactId) {
            const doing = `read artifact ${artifactId}`;
            const path = `${actions}/artifacts/${artifactId}`;
            return client.call({ doing, permission: runs_PERMISSION, path, answer: artifactAnswer });
        },
        async download(artifactId) {
            return downloadArtifact(client, artifactId, maxBytes);
        },
    };
}
async function downloadArtifact(client, artifactId, maxBytes) {
    const purpose = { doing: `download artifact ${artifactId}`, permission: runs_PERMISSION };
    try {
        const stream = await toByteStream(client, purpose, {
            path: `${client.repository}/actions/artifacts/${artifactId}/zip`,
            accept: 'application/vnd.github+json',
        });
        return await readAtMost(stream, maxBytes, purpose);
    }
    catch (error) {
        const gone = error instanceof Error && refusalOf(error.cause)?.status === 410;
        throw gone ? expired(artifactId, error) : error;
    }
}
function expired(artifactId, cause) {
    return new errors/* ActionError */.lZ('service', {
        where: `Artifact ${artifactId}`,
        found: 'It has expired',
        allowed: 'An artifact that GitHub still keeps',
        remedy: 'Run the training again, and raise retention-days if this happens often',
    }, { cause, reasonCode: 'candidate-expired' });
}

;// CONCATENATED MODULE: ./build/packages/github/src/tags.js



const gitObject = schemas/* object */.Ikc({ type: schemas/* string */.YjP(), sha: shaAnswer });
const refAnswer = schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), object: gitObject });
const tagAnswer = schemas/* object */.Ikc({ tag: schemas/* string */.YjP(), message: schemas/* string */.YjP(), object: gitObject });
/** Tags of tags of tags: more than this is mischief. */
const MAX_DEPTH = 5;
/** Annotated tags; `#` and `@` of GTO's grammar are percent-encoded in addresses. */
function createTags(client) {
    return {
        async list(prefix) {
            const refs = await client.list({
                doing: `list the tags that start with "${prefix}"`,
                permission: 'contents: read',
                path: `${client.repository}/git/matching-refs/tags/${encodeURIComponent(prefix)}`,
                item: refAnswer,
                unpaged: true,
            });
            const annotated = refs.filter(({ object }) => object.type === 'tag');
            return Promise.all(annotated.map(async ({ ref, object }) => peel(client, ref, object.sha)));
        },
        async create({ name, commit, message }) {
            const purpose = { doing: `create the tag "${name}"`, permission: 'contents: write' };
            const tag = await client.call({
                ...purpose,
                method: 'POST',
                path: `${client.repository}/git/tags`,
                params: { tag: name, message, object: commit, type: 'commit' },
                answer: schemas/* object */.Ikc({ sha: shaAnswer }),
            });
            await client.call({
                ...purpose,
                method: 'POST',
                path: `${client.repository}/git/refs`,
                params: { ref: `refs/tags/${name}`, sha: tag.sha },
                answer: refAnswer,
            });
        },
    };
}
async function peel(client, ref, sha) {
    const name = ref.slice('refs/tags/'.length);
    const purpose = { doing: `read the tag "${name}"`, permission: 'contents: read' };
    const read = async (tagSha) => client.call({ ...purpose, path: `${client.repository}/git/tags/${tagSha}`, answer: tagAnswer });
    const outer = await read(sha);
    // A reference to another tag's object would lend that tag's message and signature to this name.
    if (outer.tag !== name)
        throw unexpectedAnswer(purpose, `its object says that it is the tag "${outer.tag}"`);
    let { object } = outer;
    for (let depth = 1; object.type === 'tag' && depth < MAX_DEPTH; depth += 1)
        ({ object } = await read(object.sha));
    if (object.type !== 'commit')
        throw unexpectedAnswer(purpose, `it points at a ${object.type}, not at a commit`);
    return { name, commit: object.sha, message: outer.message };
}

;// CONCATENATED MODULE: ./build/packages/github/src/github.js












/** Name of the orphan branch that holds decisions and signed statements. */
const EVIDENCE_BRANCH = 'gatehouse-evidence';
const DEFAULT_MAX_ARTIFACT_BYTES = 512 * 1024 * 1024;
/**
 * Connects to one repository. Makes no request.
 *
 * Every method of every port throws an `ActionError`: `permission` for 401, 403 and 404 (which GitHub also uses for
 * "not visible to this token"), `service` for everything else, `integrity` when bytes are not what was announced.
 *
 * @throws ConfigError naming every option that is missing
 */
function createGitHub(options) {
    const { orgToken, check = { kind: 'commit-status' }, maxArtifactBytes = DEFAULT_MAX_ARTIFACT_BYTES } = options;
    const client = createClient(options);
    const organisation = orgToken === undefined || orgToken === '' ? client : createClient({ ...options, token: orgToken });
    return {
        contents: createContents(client),
        pulls: createPullRequests(client),
        pushes: createPushes(client),
        people: createPeople(client, organisation),
        checks: createChecks(client, check),
        runs: createRuns(client, maxArtifactBytes),
        releases: createReleases(client),
        tags: createTags(client),
        deployments: createDeployments(client),
        dispatch: createDispatch(client),
        evidence: (branch = EVIDENCE_BRANCH) => createEvidenceBranch(client, branch),
    };
}


/***/ }),

/***/ 18612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ modelOf),
/* harmony export */   JP: () => (/* binding */ readDataset),
/* harmony export */   KE: () => (/* binding */ trustRootOf),
/* harmony export */   T4: () => (/* binding */ readPolicy)
/* harmony export */ });
/* unused harmony export POLICY_FILE */
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53732);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59061);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67903);
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10641);

/** The file that holds the policy, and the only place it is looked for. */
const POLICY_FILE = 'gatehouse.yml';
/**
 * Reads the policy at a commit.
 *
 * @throws ActionError `refused`, reason `no-policy`, when the commit has no gatehouse.yml.
 * @throws ConfigError for every fault of the file, and for key files that are not there.
 */
async function readPolicy(contents, commit) {
    const bytes = await contents.readFile(POLICY_FILE, commit);
    if (bytes === null) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('refused', {
            where: `${POLICY_FILE} at ${commit}`,
            found: 'no such file',
            allowed: 'the policy is read from the base branch, never from a pull request',
            remedy: 'Merge a pull request that adds gatehouse.yml, then switch the ruleset on',
        }, { reasonCode: 'no-policy' });
    }
    const config = (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o)(bytes, POLICY_FILE);
    const digests = new Map([[POLICY_FILE, (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(bytes)]]);
    const keys = [];
    const missing = [];
    for (const key of config.trust.keys) {
        const pem = await contents.readFile(key.file, commit);
        if (pem === null) {
            missing.push(key.file);
            continue;
        }
        digests.set(key.file, (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(pem));
        keys.push({ id: key.id, publicKeyPem: new TextDecoder().decode(pem), revoked: key.revoked });
    }
    if (missing.length > 0) {
        throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL(missing.map((file) => ({
            where: `${POLICY_FILE}: trust.keys`,
            found: `"${file}" is not in the repository at ${commit}`,
            allowed: 'every key file lies on the base branch beside the policy',
            remedy: 'Commit the PEM file of the public key, or remove the key',
        })));
    }
    return { commit, digest: (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_3__/* .policyDigest */ .p)(digests), config, keys };
}
/** Whom a policy trusts to sign. */
function trustRootOf(policy) {
    return { kind: 'key', keys: policy.keys };
}
/** The block of one model, or a ConfigError that lists the models there are. */
function modelOf(policy, model) {
    const found = Object.hasOwn(policy.config.models, model) ? policy.config.models[model] : undefined;
    if (found !== undefined)
        return found;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ConfigError */ .xL([
        {
            where: 'Input "model"',
            found: `"${model}"`,
            allowed: `one of the models of ${POLICY_FILE}: ${Object.keys(policy.config.models).join(', ')}`,
            remedy: 'Correct the name, or add the model to the policy first',
        },
    ]);
}
/** Reads a dataset at the policy's commit and refuses bytes that are not the ones the policy names. */
async function readDataset(contents, policy, dataset) {
    const bytes = await contents.readFile(dataset.path, policy.commit);
    const found = bytes === null ? 'no such file' : (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(bytes);
    if (bytes !== null && found === dataset.digest)
        return bytes;
    throw new _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ('integrity', {
        where: `${dataset.path} at ${policy.commit}`,
        found,
        allowed: `the data that the base policy names: ${dataset.digest}`,
        remedy: 'Change the data and its digest in gatehouse.yml together, in a reviewed pull request',
    }, { reasonCode: 'digest-mismatch' });
}


/***/ })

};
