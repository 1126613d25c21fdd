import type { RandomSource } from './random-source.ts';

/** A generator of pseudo-random numbers whose state can be written down and taken up again. */
export interface Random extends RandomSource {
  /** The next whole number, 0 to 2³² - 1. */
  uint32(): number;
  /** The next number 0 ≤ u < 1, a multiple of 2⁻⁵³. */
  uniform(): number;
  /** The next whole number below `bound`, each as likely as any other. @throws RangeError unless 1 ≤ bound < 2³². */
  integer(bound: number): number;
  /** Draws `draws` whole numbers below the length of `counts`, as {@link Random.integer} would, and counts each. */
  tally(counts: Int32Array, draws: number): void;
  /** All of the state, as 64 hexadecimal digits, for {@link resumeRandom}. */
  state(): string;
}

const WORDS = 4;
/** Outputs that are made at once where many are wanted. */
const BATCH = 1024;
const SEED_BYTES = 16;
const MASK = 0xffff_ffff_ffff_ffffn;

/**
 * xoshiro256** (Blackman and Vigna 2021, ACM TOMS 47(4), 36) seeded by splitmix64: the seed is read as 64-bit words, least
 * byte first, and absorbed four times, z ← mix(z + γ) ⊕ word, mix(z + γ) after each time being a word of the state. So each
 * word of the state depends on every byte of the seed.
 *
 * @param seed At least 16 bytes, a multiple of 8; gates take the first 16 bytes of a SHA-256 (stats.md §0).
 * @throws RangeError when the seed is shorter or no multiple of 8 bytes.
 */
export function createRandom(seed: Uint8Array): Random {
  if (seed.length < SEED_BYTES || seed.length % 8 !== 0) {
    throw new RangeError(`A seed has at least ${SEED_BYTES} bytes, a multiple of 8, got ${seed.length}.`);
  }
  const words = seedWords(seed);
  const state: bigint[] = [];
  let z = 0n;
  for (let round = 0; round < WORDS; round += 1) {
    for (const word of words) z = splitmix(z) ^ word;
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
export function resumeRandom(state: string): Random {
  if (!/^[0-9a-f]{64}$/.test(state) || /^0+$/.test(state)) {
    throw new RangeError(`A state is 64 hexadecimal digits, not all 0, got "${state}".`);
  }
  return fromWords(Array.from({ length: WORDS }, (_, word) => BigInt(`0x${state.slice(16 * word, 16 * word + 16)}`)));
}

function seedWords(seed: Uint8Array): readonly bigint[] {
  const view = new DataView(seed.buffer, seed.byteOffset, seed.byteLength);
  return Array.from({ length: seed.length / 8 }, (_, word) => view.getBigUint64(8 * word, true));
}

/** One output of splitmix64 from the state z (Steele, Lea and Flood 2014). */
function splitmix(z: bigint): bigint {
  let mixed = (z + 0x9e37_79b9_7f4a_7c15n) & MASK;
  mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & MASK;
  mixed = ((mixed ^ (mixed >> 27n)) * 0x94d0_49bb_1331_11ebn) & MASK;
  return mixed ^ (mixed >> 31n);
}

function fromWords(words: readonly bigint[]): Random {
  // High and low halves, since 64-bit integers of JavaScript are a hundred times slower than halves of 32.
  const s = new Int32Array(2 * WORDS);
  for (const [index, word] of words.entries()) {
    s[2 * index] = Number(BigInt.asIntN(32, word >> 32n));
    s[2 * index + 1] = Number(BigInt.asIntN(32, word));
  }
  const out = new Uint32Array(2 * BATCH);
  const uint32 = (): number => {
    advance(s, out, 1);
    return Number(out[0]);
  };
  return {
    uint32,
    uniform(): number {
      advance(s, out, 1);
      return (Number(out[0]) * 2 ** 21 + (Number(out[1]) >>> 11)) * 2 ** -53;
    },
    integer(bound: number): number {
      const refused = refusedBelow(bound);
      for (;;) {
        const drawn = uint32();
        const low = Math.imul(drawn, bound) >>> 0;
        if (low >= refused) return highWord(drawn * bound, low);
      }
    },
    tally(counts: Int32Array, draws: number): void {
      const bound = counts.length;
      const refused = refusedBelow(bound);
      for (let left = draws; left > 0; ) {
        const batch = Math.min(left, BATCH);
        advance(s, out, batch);
        for (let at = 0; at < batch; at += 1) {
          const drawn = Number(out[2 * at]);
          const low = Math.imul(drawn, bound) >>> 0;
          if (low < refused) continue;
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
function refusedBelow(bound: number): number {
  if (!Number.isInteger(bound) || bound < 1 || bound >= 2 ** 32) {
    throw new RangeError(`A bound is a whole number from 1 to 2^32 - 1, got ${bound}.`);
  }
  return 2 ** 32 % bound;
}

/** The high word of a product below 2⁶⁴ whose low word is known. The product was rounded, by less than 2¹¹. */
function highWord(product: number, low: number): number {
  return ((product - low) * 2 ** -32 + 0.5) >>> 0;
}

/**
 * Writes `count` outputs rotl(s1·5, 7)·9 into `out`, high half first, and moves the state on. The state stays in variables
 * over the whole batch, which makes a batch several times as fast as single steps.
 */
function advance(s: Int32Array, out: Uint32Array, count: number): void {
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
