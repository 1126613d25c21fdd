export const id = 2471;
export const ids = [2471];
export const modules = {

/***/ 14435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ seedOf)
/* harmony export */ });
/* harmony import */ var _gatehouse_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67903);

/** Changes when the same rows would be drawn differently, so that evidence says which law its seed was for. */
const LAW = 'gatehouse-bootstrap-1';
const SEED_DIGITS = 32;
/**
 * The seed of one check in hexadecimal: the first 16 bytes of the SHA-256 of the law, the candidate's digest, the digests of what was read,
 * and the name of the check (stats.md §0). Nobody can choose it: other seeds need another model or other data. The policy's
 * digest is left out, because a comment in the policy changes it.
 */
function seedOf(check, { subject, inputs }) {
    const read = inputs.map(({ name, digest }) => `${name} ${digest}`).sort();
    const text = [LAW, subject?.modelDigest ?? 'no candidate', ...read, check].join('\n');
    return (0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .hexOf */ .ZD)((0,_gatehouse_core__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(text)).slice(0, SEED_DIGITS);
}


/***/ }),

/***/ 95837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ momentsOf)
/* harmony export */ });
/* unused harmony export mergeMoments */
/**
 * Moments of the values: mean first, deviations then, with the correction of Chan, Golub and LeVeque (1983, American
 * Statistician 37, 242-247, formula 1.7) for the rounding of the mean.
 *
 * @throws RangeError when a value is not finite.
 * @example momentsOf(Float64Array.of(1, 2, 6)) // { n: 3, mean: 3, m2: 14 }
 */
function momentsOf(values) {
    const n = values.length;
    if (n === 0)
        return { n: 0, mean: 0, m2: 0 };
    let sum = 0;
    for (let i = 0; i < n; i += 1)
        sum += finite(values[i]);
    const mean = sum / n;
    let deviations = 0;
    let squares = 0;
    for (let i = 0; i < n; i += 1) {
        const deviation = Number(values[i]) - mean;
        deviations += deviation;
        squares += deviation * deviation;
    }
    return { n, mean: mean + deviations / n, m2: Math.max(0, squares - (deviations * deviations) / n) };
}
/**
 * Moments of two samples taken together: Chan, Golub and LeVeque (1979). The order of merging changes the last digits, so
 * no decision may depend on them.
 *
 * @throws RangeError when a size is not a whole number from 0.
 */
function mergeMoments(first, second) {
    for (const { n } of [first, second]) {
        if (!Number.isSafeInteger(n) || n < 0)
            throw new RangeError(`A sample size is a whole number from 0, got ${n}.`);
    }
    if (first.n === 0)
        return second;
    if (second.n === 0)
        return first;
    const n = first.n + second.n;
    const distance = second.mean - first.mean;
    return {
        n,
        mean: first.mean + distance * (second.n / n),
        m2: first.m2 + second.m2 + distance * distance * first.n * (second.n / n),
    };
}
function finite(value) {
    if (!Number.isFinite(value))
        throw new RangeError(`A value of a mean is a finite number, got ${value}.`);
    return Number(value);
}


/***/ }),

/***/ 24333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iN: () => (/* binding */ undefinedFor),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   y8: () => (/* binding */ quotient)
/* harmony export */ });
/**
 * @throws RangeError when the value is NaN: NaN is how an undefined value hides.
 */
function defined(value) {
    if (Number.isNaN(value))
        throw new RangeError('A measured value is a number, got NaN.');
    return { value, undefinedReason: null };
}
function undefinedFor(undefinedReason) {
    return { value: null, undefinedReason };
}
/** A quotient of two sums; without a denominator it is undefined for the reason given. */
function quotient(part, whole, whenZero) {
    return whole === 0 ? undefinedFor(whenZero) : defined(part / whole);
}


/***/ }),

/***/ 72692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ multinomialDraw)
/* harmony export */ });
/* unused harmony export binomialDraw */
/** ln k! minus Stirling's √(2π)·(k+1)^(k+½)·e^-(k+1) for k = 0 … 9. */
const STIRLING_TAIL = [
    0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509, 0.01664469118982119,
    0.01387612882307075, 0.01189670994589177, 0.01041126526197209, 0.009255462182712733, 0.008330563433362871,
];
/**
 * A binomial count: n trials of probability p. Sequential inversion where the mean of the rarer side is below 10,
 * Hörmann's transformed rejection BTRS otherwise, so the cost does not grow with n. Hörmann (1993), Journal of Statistical
 * Computation and Simulation 46, 101-110.
 *
 * @throws RangeError when n is not a whole number from 0 or p is not in [0, 1].
 */
function binomialDraw(n, p, random) {
    if (!Number.isSafeInteger(n) || n < 0)
        throw new RangeError(`A number of trials is a whole number from 0, got ${n}.`);
    if (!(p >= 0 && p <= 1))
        throw new RangeError(`A probability is a number from 0 to 1, got ${p}.`);
    if (p > 0.5)
        return n - binomialDraw(n, 1 - p, random);
    if (n === 0 || p === 0)
        return 0;
    return n * p < 10 ? byInversion(n, p, random) : byRejection(n, p, random);
}
/**
 * Multinomial counts of n trials: one conditional binomial per cell.
 *
 * @param weights Finite and not negative, with a positive sum.
 */
function multinomialDraw(n, weights, random) {
    const counts = new Float64Array(weights.length);
    // Suffix sums rather than a running subtraction: the last cell with weight then takes exactly what is left.
    const rest = Float64Array.from(weights);
    for (let i = rest.length - 2; i >= 0; i -= 1)
        rest[i] = Number(rest[i]) + Number(rest[i + 1]);
    if (!(Number(rest[0]) > 0))
        throw new RangeError('Weights must have a positive sum.');
    let left = n;
    for (let i = 0; i < weights.length && left > 0; i += 1) {
        const weight = Number(weights[i]);
        if (weight === 0)
            continue;
        const drawn = binomialDraw(left, Math.min(1, weight / Number(rest[i])), random);
        counts[i] = drawn;
        left -= drawn;
    }
    return counts;
}
function byInversion(n, p, random) {
    const odds = p / (1 - p);
    let mass = Math.exp(n * Math.log1p(-p));
    let u = random.uniform();
    let k = 0;
    while (u > mass && k < n) {
        u -= mass;
        mass *= (odds * (n - k)) / (k + 1);
        k += 1;
    }
    return k;
}
function byRejection(n, p, random) {
    const spread = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * spread;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const alpha = (2.83 + 5.1 / b) * spread;
    const squeeze = 0.92 - 4.2 / b;
    const odds = p / (1 - p);
    const mode = Math.floor((n + 1) * p);
    const atMode = (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) + tail(mode) + tail(n - mode);
    for (;;) {
        const u = random.uniform() - 0.5;
        const v = random.uniform();
        const edge = 0.5 - Math.abs(u);
        const k = Math.floor(((2 * a) / edge + b) * u + n * p + 0.5);
        if (edge >= 0.07 && v <= squeeze)
            return k;
        if (!(k >= 0 && k <= n))
            continue;
        const height = Math.log((v * alpha) / (a / (edge * edge) + b));
        const ratio = (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) + (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1));
        if (height <= atMode + ratio - tail(k) - tail(n - k))
            return k;
    }
}
function tail(k) {
    const known = STIRLING_TAIL[k];
    if (known !== undefined)
        return known;
    const square = (k + 1) * (k + 1);
    return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}


/***/ }),

/***/ 66272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ shuffle)
/* harmony export */ });
/** Puts the values into a random order, in place, each order as likely as any other (Fisher and Yates). */
function shuffle(values, random) {
    for (let last = values.length - 1; last > 0; last -= 1) {
        const other = random.integer(last + 1);
        const moved = Number(values[last]);
        values[last] = Number(values[other]);
        values[other] = moved;
    }
}


/***/ }),

/***/ 89155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ createRandom)
/* harmony export */ });
/* unused harmony export resumeRandom */
const WORDS = 4;
/** Outputs that are made at once where many are wanted. */
const BATCH = 1024;
const SEED_BYTES = 16;
const MASK = 0xffffffffffffffffn;
/**
 * xoshiro256** (Blackman and Vigna 2021, ACM TOMS 47(4), 36) seeded by splitmix64: the seed is read as 64-bit words, least
 * byte first, and absorbed four times, z ← mix(z + γ) ⊕ word, mix(z + γ) after each time being a word of the state. So each
 * word of the state depends on every byte of the seed.
 *
 * @param seed At least 16 bytes, a multiple of 8; gates take the first 16 bytes of a SHA-256 (stats.md §0).
 * @throws RangeError when the seed is shorter or no multiple of 8 bytes.
 */
function createRandom(seed) {
    if (seed.length < SEED_BYTES || seed.length % 8 !== 0) {
        throw new RangeError(`A seed has at least ${SEED_BYTES} bytes, a multiple of 8, got ${seed.length}.`);
    }
    const words = seedWords(seed);
    const state = [];
    let z = 0n;
    for (let round = 0; round < WORDS; round += 1) {
        for (const word of words)
            z = splitmix(z) ^ word;
        z = splitmix(z);
        state.push(z);
    }
    return fromWords(state);
}
/**
 * The generator as it was when its state was written down.
 *
 * @throws RangeError unless the state is 64 hexadecimal digits and not zero, which xoshiro never leaves.
 */
function resumeRandom(state) {
    if (!/^[0-9a-f]{64}$/.test(state) || /^0+$/.test(state)) {
        throw new RangeError(`A state is 64 hexadecimal digits, not all 0, got "${state}".`);
    }
    return fromWords(Array.from({ length: WORDS }, (_, word) => BigInt(`0x${state.slice(16 * word, 16 * word + 16)}`)));
}
function seedWords(seed) {
    const view = new DataView(seed.buffer, seed.byteOffset, seed.byteLength);
    return Array.from({ length: seed.length / 8 }, (_, word) => view.getBigUint64(8 * word, true));
}
/** One output of splitmix64 from the state z (Steele, Lea and Flood 2014). */
function splitmix(z) {
    let mixed = (z + 0x9e3779b97f4a7c15n) & MASK;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return mixed ^ (mixed >> 31n);
}
function fromWords(words) {
    // High and low halves, since 64-bit integers of JavaScript are a hundred times slower than halves of 32.
    const s = new Int32Array(2 * WORDS);
    for (const [index, word] of words.entries()) {
        s[2 * index] = Number(BigInt.asIntN(32, word >> 32n));
        s[2 * index + 1] = Number(BigInt.asIntN(32, word));
    }
    const out = new Uint32Array(2 * BATCH);
    const uint32 = () => {
        advance(s, out, 1);
        return Number(out[0]);
    };
    return {
        uint32,
        uniform() {
            advance(s, out, 1);
            return (Number(out[0]) * 2 ** 21 + (Number(out[1]) >>> 11)) * 2 ** -53;
        },
        integer(bound) {
            const refused = refusedBelow(bound);
            for (;;) {
                const drawn = uint32();
                const low = Math.imul(drawn, bound) >>> 0;
                if (low >= refused)
                    return highWord(drawn * bound, low);
            }
        },
        tally(counts, draws) {
            const bound = counts.length;
            const refused = refusedBelow(bound);
            for (let left = draws; left > 0;) {
                const batch = Math.min(left, BATCH);
                advance(s, out, batch);
                for (let at = 0; at < batch; at += 1) {
                    const drawn = Number(out[2 * at]);
                    const low = Math.imul(drawn, bound) >>> 0;
                    if (low < refused)
                        continue;
                    const value = highWord(drawn * bound, low);
                    counts[value] = Number(counts[value]) + 1;
                    left -= 1;
                }
            }
        },
        state: () => Array.from(s, (half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
    };
}
/**
 * Lemire (2019, ACM TOMACS 29(1), 3): the high word of a random word times the bound is a number below the bound, and each is
 * as likely as any other when products whose low word is below 2³² mod bound are drawn anew.
 */
function refusedBelow(bound) {
    if (!Number.isInteger(bound) || bound < 1 || bound >= 2 ** 32) {
        throw new RangeError(`A bound is a whole number from 1 to 2^32 - 1, got ${bound}.`);
    }
    return 2 ** 32 % bound;
}
/** The high word of a product below 2⁶⁴ whose low word is known. The product was rounded, by less than 2¹¹. */
function highWord(product, low) {
    return ((product - low) * 2 ** -32 + 0.5) >>> 0;
}
/**
 * Writes `count` outputs rotl(s1·5, 7)·9 into `out`, high half first, and moves the state on. The state stays in variables
 * over the whole batch, which makes a batch several times as fast as single steps.
 */
function advance(s, out, count) {
    let [s0h, s0l, s1h, s1l] = [Number(s[0]), Number(s[1]), Number(s[2]), Number(s[3])];
    let [s2h, s2l, s3h, s3l] = [Number(s[4]), Number(s[5]), Number(s[6]), Number(s[7])];
    for (let at = 0; at < count; at += 1) {
        const five = (s1l >>> 0) * 5;
        const fiveHigh = (Math.imul(s1h, 5) + ((five * 2 ** -32) | 0)) | 0;
        const rotatedHigh = (fiveHigh << 7) | ((five >>> 0) >>> 25);
        const rotatedLow = ((five >>> 0) << 7) | (fiveHigh >>> 25);
        const nine = (rotatedLow >>> 0) * 9;
        out[2 * at] = Math.imul(rotatedHigh, 9) + ((nine * 2 ** -32) | 0);
        out[2 * at + 1] = nine >>> 0;
        const shiftedHigh = (s1h << 17) | (s1l >>> 15);
        const shiftedLow = s1l << 17;
        s2h ^= s0h;
        s2l ^= s0l;
        s3h ^= s1h;
        s3l ^= s1l;
        s1h ^= s2h;
        s1l ^= s2l;
        s0h ^= s3h;
        s0l ^= s3l;
        s2h ^= shiftedHigh;
        s2l ^= shiftedLow;
        // Rotation by 45 is by 32, which swaps the halves, and 13.
        const high = s3h;
        s3h = (s3l << 13) | (high >>> 19);
        s3l = (high << 13) | (s3l >>> 19);
    }
    s[0] = s0h;
    s[1] = s0l;
    s[2] = s1h;
    s[3] = s1l;
    s[4] = s2h;
    s[5] = s2l;
    s[6] = s3h;
    s[7] = s3l;
}


/***/ }),

/***/ 31030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ ascendingOrder)
/* harmony export */ });
/**
 * The indices of the values in ascending order; equal values, 0 and -0 among them, keep the order they had. O(N log N).
 *
 * @param values No NaN.
 * @param before The order to keep among equals; that of the array when absent. Not changed.
 */
function ascendingOrder(values, before) {
    const order = before?.slice() ?? new Int32Array(values.length).map((_, index) => index);
    return order.sort((a, b) => Number(values[a]) - Number(values[b]));
}


/***/ }),

/***/ 95072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ delong)
/* harmony export */ });
/* harmony import */ var _midranks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26348);

/**
 * Areas under the ROC curve (ties count one half) with their covariance: DeLong, DeLong and Clarke-Pearson (1988),
 * Biometrics 44, 837-845, by midranks in O(N log N) as Sun and Xu (2014), IEEE Signal Processing Letters 21, 1389-1393.
 *
 * Per positive row V10 = (R - Rpos)/n, per negative row V01 = 1 - (R - Rneg)/m, with m positives and n negatives;
 * covariance = cov(V10)/m + cov(V01)/n, each with divisor minus one.
 *
 * `null` when there is no positive or no negative row: the area is not defined then.
 *
 * @param labels True where the row is positive.
 * @param scores One array per model, aligned with `labels`; a higher score means more likely positive.
 * @throws RangeError when a score is not finite or an array has another length than `labels`.
 */
function delong(labels, scores) {
    const positives = labels.filter((label) => label).length;
    const negatives = labels.length - positives;
    if (positives === 0 || negatives === 0)
        return null;
    const parts = scores.map((values) => components(labels, values));
    const aucs = parts.map(({ ofPositives }) => mean(ofPositives));
    if (positives < 2 || negatives < 2)
        return { aucs, covariance: null, positives, negatives };
    const covariance = parts.map((a) => parts.map((b) => sampleCovariance(a.ofPositives, b.ofPositives) / positives +
        sampleCovariance(a.ofNegatives, b.ofNegatives) / negatives));
    return { aucs, covariance, positives, negatives };
}
function components(labels, scores) {
    if (scores.length !== labels.length) {
        throw new RangeError(`Scores and labels must have one length, got ${scores.length} and ${labels.length}.`);
    }
    const bad = scores.find((score) => !Number.isFinite(score));
    if (bad !== undefined)
        throw new RangeError(`A score is a finite number, got ${bad}.`);
    const all = (0,_midranks_js__WEBPACK_IMPORTED_MODULE_0__/* .midranks */ .U)(scores);
    const positive = indices(labels, true);
    const negative = indices(labels, false);
    const share = (own, others) => {
        const within = (0,_midranks_js__WEBPACK_IMPORTED_MODULE_0__/* .midranks */ .U)(own.map((index) => Number(scores[index])));
        return own.map((index, at) => (Number(all[index]) - Number(within[at])) / others);
    };
    return {
        ofPositives: share(positive, negative.length),
        ofNegatives: share(negative, positive.length).map((outranked) => 1 - outranked),
    };
}
function indices(labels, wanted) {
    return labels.flatMap((label, index) => (label === wanted ? [index] : []));
}
function mean(values) {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
function sampleCovariance(a, b) {
    const meanA = mean(a);
    const meanB = mean(b);
    const sum = a.reduce((total, value, index) => total + (value - meanA) * (Number(b[index]) - meanB), 0);
    return sum / (a.length - 1);
}


/***/ }),

/***/ 26348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ midranks),
/* harmony export */   V: () => (/* binding */ endOfTie)
/* harmony export */ });
/* harmony import */ var _ascending_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31030);

/** Ranks from 1 in ascending order; equal values share the mean of their ranks. O(N log N). */
function midranks(values) {
    const order = (0,_ascending_order_js__WEBPACK_IMPORTED_MODULE_0__/* .ascendingOrder */ .b)(values);
    const ranks = new Float64Array(values.length);
    for (let start = 0; start < order.length;) {
        const end = endOfTie(values, order, start);
        for (let at = start; at < end; at += 1)
            ranks[Number(order[at])] = (start + 1 + end) / 2;
        start = end;
    }
    return ranks;
}
/** The position after the last value that equals the one at `start`, in the order given. */
function endOfTie(values, order, start) {
    const value = values[Number(order[start])];
    let end = start + 1;
    while (end < order.length && values[Number(order[end])] === value)
        end += 1;
    return end;
}


/***/ }),

/***/ 46405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ checkNotNegative),
/* harmony export */   IU: () => (/* binding */ checkProbabilities),
/* harmony export */   WD: () => (/* binding */ checkBinary),
/* harmony export */   dm: () => (/* binding */ checkSameLength),
/* harmony export */   kP: () => (/* binding */ checkDepth),
/* harmony export */   l_: () => (/* binding */ checkClasses),
/* harmony export */   qO: () => (/* binding */ checkWeights),
/* harmony export */   ug: () => (/* binding */ checkFinite)
/* harmony export */ });
/** @throws RangeError unless both have one length. */
function checkSameLength(first, second, what) {
    if (first.length !== second.length) {
        throw new RangeError(`The ${what} must have one length, got ${first.length} and ${second.length}.`);
    }
}
/** @throws RangeError when a value is NaN or infinite. */
function checkFinite(values, what) {
    checkEach(values, Number.isFinite, `${what} must be finite`);
}
/** @throws RangeError when a value is below zero, NaN or infinite. */
function checkNotNegative(values, what) {
    checkEach(values, (value) => value >= 0 && value < Number.POSITIVE_INFINITY, `${what} must be finite and not negative`);
}
/** @throws RangeError when there are weights and one is not positive and finite, or their number is not that of the rows. */
function checkWeights(weights, rows) {
    if (weights === undefined)
        return;
    checkSameLength(rows, weights, 'rows and weights');
    checkEach(weights, (value) => value > 0 && value < Number.POSITIVE_INFINITY, 'A weight must be positive and finite');
}
/** @throws RangeError when a label is neither 0 nor 1. */
function checkBinary(labels, what) {
    checkEach(labels, (value) => value === 0 || value === 1, `${what} must be 0 or 1`);
}
/** @throws RangeError when a class is not a whole number from 0 to one below the number of classes. */
function checkClasses(labels, classes, what) {
    if (!Number.isSafeInteger(classes) || classes < 2) {
        throw new RangeError(`The number of classes must be a whole number from 2, got ${classes}.`);
    }
    const isClass = (value) => Number.isInteger(value) && value >= 0 && value < classes;
    checkEach(labels, isClass, `${what} must be a whole number from 0 to ${classes - 1}`);
}
/** @throws RangeError when a value is not in [0, 1]. */
function checkProbabilities(values, what) {
    checkEach(values, (value) => value >= 0 && value <= 1, `${what} must be a number from 0 to 1`);
}
/** @throws RangeError unless `value` is a whole number from 1. */
function checkDepth(value, what) {
    if (!Number.isSafeInteger(value) || value < 1) {
        throw new RangeError(`${what} must be a whole number from 1, got ${value}.`);
    }
}
function checkEach(values, allowed, rule) {
    for (let index = 0; index < values.length; index += 1) {
        const value = Number(values[index]);
        if (!allowed(value))
            throw new RangeError(`${rule}, got ${value} at position ${index}.`);
    }
}


/***/ }),

/***/ 82030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ normalCdf)
/* harmony export */ });
/**
 * Standard normal distribution function Φ(x).
 *
 * Taylor series around 0 for |x| ≤ 3 (Marsaglia 2004, J. Stat. Softw. 11(4)), the continued fraction of the Mills ratio
 * beyond. Relative error below 1e-13 against scipy `ndtr` for -37 ≤ x ≤ 8; NaN for NaN.
 *
 * @example normalCdf(1.96) // 0.9750021048517795
 */
function normalCdf(x) {
    if (Number.isNaN(x))
        return Number.NaN;
    if (x < -3)
        return upperTail(-x);
    if (x > 3)
        return 1 - upperTail(x);
    let term = x;
    let sum = x;
    for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
        term *= (x * x) / odd;
        sum += term;
    }
    return 0.5 + sum * density(x);
}
/** P(Z > x) for x ≥ 3 by the continued fraction 1/(x+1/(x+2/(x+3/(x+…)))), evaluated from its tail. */
function upperTail(x) {
    let fraction = x;
    for (let k = 120; k >= 1; k -= 1)
        fraction = x + k / fraction;
    return density(x) / fraction;
}
function density(x) {
    return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}


/***/ })

};
