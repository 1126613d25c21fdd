import { createRandom, type Random, resumeRandom, shuffle } from '@gatehouse/stats';
import { describe, expect, it } from 'vitest';
import oracle from '../../../fixtures/oracles/xoshiro/values.json' with { type: 'json' };

const seed = new Uint8Array(16).fill(7);

function high(outputs: readonly string[]): readonly number[] {
  return outputs.map((output) => Number.parseInt(output.slice(0, 8), 16));
}

/** A state from which the next 64-bit output is this: rotl(s1·5, 7)·9 undone. */
function stateBefore(output: bigint): string {
  const rotated = BigInt.asUintN(64, output * inverse(9n));
  const product = (rotated >> 7n) | BigInt.asUintN(64, rotated << 57n);
  const word = BigInt.asUintN(64, product * inverse(5n));
  return [1n, word, 2n, 3n].map((each) => each.toString(16).padStart(16, '0')).join('');
}

/** 1/odd modulo 2⁶⁴, by Newton's method, which doubles the right bits from three. */
function inverse(odd: bigint): bigint {
  return Array.from({ length: 5 }).reduce<bigint>((x) => BigInt.asUintN(64, x * (2n - odd * x)), odd);
}

/** Pearson's statistic of counts that should be equal. */
function unevenness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('xoshiro256**', () => {
  it.each(oracle.states)(
    'from the state $state gives the numbers of the reference',
    ({ state, outputs, uniforms, after }) => {
      const [ofIntegers, ofUniforms] = [resumeRandom(state), resumeRandom(state)];

      expect(outputs.map(() => ofIntegers.uint32())).toEqual(high(outputs));
      expect(uniforms.map(() => ofUniforms.uniform())).toEqual(uniforms);
      expect(ofUniforms.state()).toBe(after);
    },
  );

  it('knows the test vector of rand_xoshiro', () => {
    expect(oracle.states[0]?.outputs.slice(0, 4).map((output) => BigInt(`0x${output}`))).toEqual([
      11520n,
      0n,
      1509978240n,
      1215971899390074240n,
    ]);
  });

  it.each(oracle.seeds)('is seeded from $bytes', ({ bytes, state, uniforms }) => {
    const random = createRandom(Uint8Array.from(bytes));

    expect(random.state()).toBe(state);
    expect(uniforms.map(() => random.uniform())).toEqual(uniforms);
  });

  it('is seeded from a part of a larger buffer', () => {
    const larger = Uint8Array.from([9, 9, 9, ...seed]);

    expect(createRandom(larger.subarray(3)).state()).toBe(createRandom(seed).state());
  });

  it('is another generator when one bit of the seed is another', () => {
    const states = Array.from({ length: 128 }, (_, bit) => {
      const changed = Uint8Array.from(seed);
      changed[bit >> 3] = Number(changed[bit >> 3]) ^ (1 << (bit & 7));
      return createRandom(changed).state();
    });

    for (let word = 0; word < 4; word += 1) {
      expect(new Set(states.map((state) => state.slice(16 * word, 16 * word + 16))).size).toBe(128);
    }
  });

  it('goes on from a state that was written down', () => {
    const random = createRandom(seed);
    random.uniform();
    const resumed = resumeRandom(random.state());

    expect([resumed.uint32(), resumed.uniform()]).toEqual([random.uint32(), random.uniform()]);
  });

  it.each([`${'0'.repeat(63)}1`, `f${'0'.repeat(63)}`])('goes on from the state %s', (state) => {
    expect(resumeRandom(state).state()).toBe(state);
  });

  it.each([1, 2, 3, 7, 1000, 2 ** 31 + 1, 2 ** 32 - 1])('draws whole numbers below %i evenly', (bound) => {
    const random = createRandom(seed);
    const cells = Math.min(bound, 7);
    const counts = new Array<number>(cells).fill(0);
    for (let draw = 0; draw < 2100; draw += 1) {
      const cell = Math.floor((random.integer(bound) / bound) * cells);
      counts[cell] = Number(counts[cell]) + 1;
    }

    // The 99.99 % point of χ² with six degrees of freedom is 27.9.
    expect(unevenness(counts)).toBeLessThan(28);
  });

  it.each([3, 2 ** 21 + 1, 2 ** 31 - 1, 2 ** 32 - 1])('is the exact high word of the product with %i', (bound) => {
    const [drawn, words] = [createRandom(seed), createRandom(seed)];
    for (let draw = 0; draw < 200; draw += 1) {
      let product = 0n;
      do product = BigInt(words.uint32()) * BigInt(bound);
      while (product % 2n ** 32n < 2n ** 32n % BigInt(bound));

      expect(drawn.integer(bound)).toBe(Number(product >> 32n));
    }
  });

  it('counts the same numbers that it draws one by one', () => {
    const [tallied, single] = [createRandom(seed), createRandom(seed)];
    const [counts, expected] = [new Int32Array(3000), new Int32Array(3000)];
    tallied.tally(counts, 5000);
    for (let draw = 0; draw < 5000; draw += 1) {
      const value = single.integer(3000);
      expected[value] = Number(expected[value]) + 1;
    }

    expect(counts).toEqual(expected);
    expect(tallied.state()).toBe(single.state());
  });

  it('draws anew what would be likelier, when it counts as when it draws', () => {
    // 2³² mod 2,999,999 is 0.04 % of 2³²: some of these draws.
    const [tallied, single] = [createRandom(seed), createRandom(seed)];
    const [counts, expected] = [new Int32Array(2_999_999), new Int32Array(2_999_999)];
    tallied.tally(counts, 12_000);
    for (let draw = 0; draw < 12_000; draw += 1) {
      const value = single.integer(2_999_999);
      expected[value] = Number(expected[value]) + 1;
    }

    expect(tallied.state()).toBe(single.state());
    expect(Buffer.from(counts.buffer).equals(Buffer.from(expected.buffer))).toBe(true);
  });

  it('keeps the first number that is as likely as the others, when it counts as when it draws', () => {
    // 3·0xaaaaaaab is 2·2³² + 1, and 2³² mod 3 is 1: products with the low word 0 are drawn anew, and with 1 they count.
    const state = stateBefore(0xaaaa_aaab_0000_0000n);
    const [single, tallied, once] = [resumeRandom(state), resumeRandom(state), resumeRandom(state)];
    const counts = new Int32Array(3);
    tallied.tally(counts, 1);
    expect(once.uint32()).toBe(0xaaaa_aaab);

    expect(single.integer(3)).toBe(2);
    expect([...counts]).toEqual([0, 0, 1]);
    expect([single.state(), tallied.state()]).toEqual([once.state(), once.state()]);
  });

  it('refuses to count in an array without room', () => {
    expect(() => createRandom(seed).tally(new Int32Array(0), 1)).toThrow('got 0');
  });

  it('throws away what would make small numbers likelier', () => {
    // 2³² is 1·bound + (2³¹ - 1): a plain remainder would give the small half twice as often.
    const random = createRandom(seed);
    const bound = 2 ** 31 + 1;
    const large = Array.from({ length: 4000 }, () => random.integer(bound)).filter((x) => x > bound / 2).length;

    expect(Math.abs(large - 2000)).toBeLessThan(4 * Math.sqrt(1000));
  });

  it.each([0, -1, 1.5, 2 ** 32, Number.NaN])('refuses the bound %s', (bound) => {
    expect(() => createRandom(seed).integer(bound)).toThrow('A bound is a whole number from 1');
  });

  it.each([0, 8, 15, 17, 20])('refuses a seed of %i bytes', (length) => {
    expect(() => createRandom(new Uint8Array(length))).toThrow(`got ${length}`);
  });

  it.each(['', '0'.repeat(64), 'x'.repeat(64), '1'.repeat(63), '1'.repeat(65)])('refuses the state "%s"', (state) => {
    expect(() => resumeRandom(state)).toThrow('A state is 64 hexadecimal digits');
  });
});

describe('shuffle', () => {
  it('makes every order equally often', () => {
    const random: Random = createRandom(seed);
    const counts = new Map<string, number>();
    for (let round = 0; round < 1200; round += 1) {
      const values = Int32Array.of(0, 1, 2, 3);
      shuffle(values, random);
      counts.set(values.join(''), (counts.get(values.join('')) ?? 0) + 1);
    }

    expect(counts.size).toBe(24);
    // The 99.99 % point of χ² with 23 degrees of freedom is 56.
    expect(unevenness([...counts.values()])).toBeLessThan(56);
  });

  it('takes one number fewer than there are things', () => {
    for (const length of [0, 1, 2, 7]) {
      const [shuffled, drawn] = [createRandom(seed), createRandom(seed)];
      shuffle(new Int32Array(length), shuffled);
      for (let last = length - 1; last > 0; last -= 1) drawn.integer(last + 1);

      expect(shuffled.state()).toBe(drawn.state());
    }
  });

  it('leaves nothing and one thing as they are', () => {
    for (const values of [Int32Array.of(), Int32Array.of(5)]) {
      const before = [...values];
      shuffle(values, createRandom(seed));
      expect([...values]).toEqual(before);
    }
  });
});
