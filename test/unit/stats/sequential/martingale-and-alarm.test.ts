import {
  type AlarmState,
  acknowledgeAlarm,
  advanceAlarm,
  anytimeP,
  combineLogEvidence,
  conformalLogEvidence,
  countByCuts,
  epochLevel,
  eValueOfP,
  hasCounted,
  mixedEValueOfP,
  multinomialDraw,
  newAlarm,
  newConformalMartingale,
  observeBins,
  pageLimit,
  parseAlarm,
  parseConformalMartingale,
  quantileCuts,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalFrom, seededRandom } from '../seeded-random.ts';

describe('conformal martingale', () => {
  it('rarely alarms on exchangeable rows', () => {
    const random = seededRandom(51);
    let alarms = 0;
    for (let run = 0; run < 200; run += 1) {
      // The reference is drawn like the current rows: a bag of exactly equal counts is not exchangeable with them.
      const reference = multinomialDraw(500, new Float64Array(10).fill(1), random);
      let state = newConformalMartingale(reference);
      for (let batch = 0; batch < 10; batch += 1) {
        const bins = Int32Array.from({ length: 30 }, () => Math.floor(random.uniform() * 10));
        state = observeBins(state, bins, random);
        if (conformalLogEvidence(state) >= Math.log(20)) {
          alarms += 1;
          break;
        }
      }
    }

    // At most 5 % of 200 runs; four standard errors of 3.1 above.
    expect(alarms).toBeLessThanOrEqual(10 + 13);
  });

  it.each([
    [0.5, 30, 130],
    [0.2, 150, 700],
  ])('sees a shift of %s standard deviations', (shift, atLeast, atMost) => {
    const random = seededRandom(52);
    const reference = Float64Array.from({ length: 5000 }, () => normalFrom(random));
    const cuts = quantileCuts(reference, 100);
    const start = newConformalMartingale(countByCuts(reference, cuts));
    const delays = Array.from({ length: 25 }, () => {
      let state = start;
      let rows = 0;
      while (conformalLogEvidence(state) < Math.log(100) && rows < 3000) {
        const batch = Int32Array.from({ length: 10 }, () => binOf(normalFrom(random) + shift, cuts));
        state = observeBins(state, batch, random);
        rows += 10;
      }
      return rows;
    }).sort((a, b) => a - b);

    // The median of stats.md is 66 and 349 rows.
    expect(delays[12]).toBeGreaterThan(atLeast);
    expect(delays[12]).toBeLessThan(atMost);
  });

  it('counts every row and takes parts as the whole', () => {
    const bins = Int32Array.from([0, 2, 1, 2, 2, 0, 2]);
    const whole = observeBins(newConformalMartingale([3, 1, 0]), bins, seededRandom(1));
    const random = seededRandom(1);
    const first = observeBins(newConformalMartingale([3, 1, 0]), bins.subarray(0, 3), random);
    const parts = observeBins(parseConformalMartingale(JSON.parse(JSON.stringify(first))), bins.subarray(3), random);

    expect(whole.bag).toEqual([5, 2, 4]);
    expect(parts.bag).toEqual(whole.bag);
    expect(conformalLogEvidence(parts)).toBeCloseTo(conformalLogEvidence(whole), 12);
    expect(conformalLogEvidence(newConformalMartingale([1]))).toBeCloseTo(0, 14);
  });

  it('bets on each row by its place among those before, and moves capital between the bets', () => {
    const uniforms = [0.25, 0.5];
    const random = { uniform: () => uniforms.shift() ?? Number.NaN };
    const state = observeBins(newConformalMartingale([3, 1]), Int32Array.of(1, 0), random);
    // p = (3 + ¼·2)/5 = 0.7 and (0 + ½·4)/6 = ⅓; before each row a hundredth of the capital is spread evenly.
    const expected = [-1, -0.5, 0, 0.5, 1].map((slope) => (0.99 * (1 + slope * 0.2) + 0.01) * (1 - slope / 6));

    expect(state.bag).toEqual([4, 2]);
    for (const [i, capital] of expected.entries()) {
      expect(state.logCapitals[i]).toBeCloseTo(Math.log(capital), 13);
    }
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('counts the rows below bin %i of eight', (bin) => {
    const start = newConformalMartingale([1, 2, 4, 8, 16, 32, 64, 128]);
    const row = observeBins(start, Int32Array.of(bin), { uniform: () => 0 });
    const twice = observeBins(start, Int32Array.of(0, bin), { uniform: () => 0 });

    // The bet of slope 1 wins ½ + p, p the share of rows below; first a row of bin 0, below all others, halves its capital.
    expect(Math.exp(Number(row.logCapitals[4]))).toBeCloseTo(0.5 + (2 ** bin - 1) / 256, 13);
    const below = 2 ** bin - 1 + (bin === 0 ? 0 : 1);
    expect(Math.exp(Number(twice.logCapitals[4]))).toBeCloseTo((0.99 * 0.5 + 0.01) * (0.5 + below / 257), 13);
    expect(row.kind).toBe('conformal-martingale');
  });

  it('does not underflow in one batch that wins nothing', () => {
    // Below all rows and above them in turn: every slope loses what it wins.
    const bins = Int32Array.from({ length: 100_000 }, (_, row) => (row % 2) * 2);
    const state = observeBins(newConformalMartingale([0, 1e12, 0]), bins, { uniform: () => 0.5 });

    expect(conformalLogEvidence(state)).toBeLessThan(-750);
    expect(Number.isFinite(conformalLogEvidence(state))).toBe(true);
  });

  it('does not overflow', () => {
    const state = observeBins(newConformalMartingale([1e6, 0]), new Int32Array(5000).fill(1), seededRandom(2));

    expect(conformalLogEvidence(state)).toBeGreaterThan(800);
    expect(Number.isFinite(conformalLogEvidence(state))).toBe(true);
  });

  const stored = newConformalMartingale([3, 4]);
  it.each([
    ['no bins', { ...stored, bag: [] }],
    ['a bag that is text', { ...stored, bag: 'ab' }],
    ['half a row', { ...stored, bag: [0.5, 1] }],
    ['four capitals', { ...stored, logCapitals: [0, 0, 0, 0] }],
    ['another kind', { ...stored, kind: 'ks-monitor' }],
  ])('does not go on from %s', (_, value) => {
    expect(() => parseConformalMartingale(value)).toThrow(RangeError);
  });

  it.each([
    ['no bin', () => newConformalMartingale([])],
    ['a negative count', () => newConformalMartingale([1, -1])],
    ['half a row', () => newConformalMartingale([0.5])],
    ['a bin too high', () => observeBins(stored, Int32Array.of(2), seededRandom(1))],
    ['a negative bin', () => observeBins(stored, Int32Array.of(-1), seededRandom(1))],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

function binOf(value: number, cuts: Float64Array): number {
  return countByCuts(Float64Array.of(value), cuts).indexOf(1);
}

describe('e-values', () => {
  it.each([
    [0.05, 2.236],
    [0.01, 5],
    [0.001, 15.81],
    [1, 0.5],
    [0, Number.POSITIVE_INFINITY],
  ])('of p = %s', (p, e) => {
    expect(eValueOfP(p)).toBeCloseTo(e, 2);
  });

  it.each([
    [0.01, (1 - 0.01 + 0.01 * Math.log(0.01)) / (0.01 * Math.log(0.01) ** 2)],
    [1, 0.5],
    [0, Number.POSITIVE_INFINITY],
    // From the exact series in rational numbers at x = 1e-6: ½ + x/6 + x²/24 + …, over all κ.
    [Math.exp(-1e-6), 0.5 + 1e-6 / 6],
  ])('over all exponents of p = %s', (p, e) => {
    expect(mixedEValueOfP(p)).toBeCloseTo(e, 12);
  });

  it('have a mean of one over uniform p-values', () => {
    // With p = t^4 the integrals are smooth at 0: the midpoint rule on 20,000 points.
    const n = 20_000;
    let [plain, mixed] = [0, 0];
    for (let i = 0; i < n; i += 1) {
      const t = (i + 0.5) / n;
      plain += (eValueOfP(t ** 4) * 4 * t ** 3) / n;
      mixed += (mixedEValueOfP(t ** 4) * 4 * t ** 3) / n;
    }

    expect(plain).toBeCloseTo(1, 6);
    // The mixture still has the mass 1/|ln p| below any p: here up to 1/(4·ln 40,000).
    expect(mixed).toBeGreaterThan(0.95);
    expect(mixed).toBeLessThan(1);
  });

  it('meet smoothly where the series takes over', () => {
    expect(mixedEValueOfP(Math.exp(-0.1 + 1e-9))).toBeCloseTo(mixedEValueOfP(Math.exp(-0.1 - 1e-9)), 8);
  });

  it('combine to their mean', () => {
    expect(Math.exp(combineLogEvidence([Math.log(2), Math.log(6)]))).toBeCloseTo(4, 12);
    expect(Math.exp(combineLogEvidence([Math.log(2), Math.log(6)], [0.75, 0.25]))).toBeCloseTo(3, 12);
    expect(combineLogEvidence([900, -900])).toBeCloseTo(900 - Math.LN2, 12);
    expect(combineLogEvidence([Number.POSITIVE_INFINITY, 3], [0, 1])).toBe(3);
    expect(combineLogEvidence([Number.NEGATIVE_INFINITY])).toBe(Number.NEGATIVE_INFINITY);
  });

  it.each([
    ['a p above one', () => eValueOfP(1.1)],
    ['a NaN p', () => mixedEValueOfP(Number.NaN)],
    ['no e-value', () => combineLogEvidence([])],
    ['a NaN e-value', () => combineLogEvidence([Number.NaN])],
    ['a NaN beside an e-value', () => combineLogEvidence([1, Number.NaN])],
    ['a negative p', () => eValueOfP(-0.1)],
    ['too few weights', () => combineLogEvidence([1, 2], [1])],
    ['weights beyond one', () => combineLogEvidence([1, 2], [0.6, 0.6])],
    ['a negative weight', () => combineLogEvidence([1, 2], [-0.5, 1.5])],
  ])('refuse %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });

  it('say that none was given', () => {
    expect(() => combineLogEvidence([])).toThrow('at least one e-value');
  });
});

describe('alarm', () => {
  const start = newAlarm({ alpha: 0.01, runLength: 365 });
  const following = (state: AlarmState, ...evidence: readonly number[]): AlarmState =>
    evidence.reduce(
      (now, e) => advanceAlarm(now, { batch: `b${now.batches.length}`, logEvidence: Math.log(e) }),
      state,
    );

  it.each([
    [[1, 5, 19.9], 'quiet'],
    [[20.000001], 'warn'],
    [[164.4], 'warn'],
    [[164.5], 'page'],
    [[25, 2], 'warn'],
    [[200, 0.1], 'page'],
  ])('after evidence %j is %s', (evidence, level) => {
    expect(following(start, ...evidence).level).toBe(level);
  });

  it('pages and warns at its limits, not only above them', () => {
    expect(advanceAlarm(start, { batch: 'a', logEvidence: pageLimit(start) }).level).toBe('page');
    expect(advanceAlarm(start, { batch: 'a', logEvidence: Math.log(20) }).level).toBe('warn');
    expect(newAlarm({ alpha: 0.05, runLength: 1 })).toMatchObject({ kind: 'alarm-policy', alpha: 0.05, runLength: 1 });
  });

  it('pages by the change detector', () => {
    const reading = { batch: 'a', logEvidence: 0 };

    expect(advanceAlarm(start, { ...reading, detectorLogEvidence: Math.log(364) }).level).toBe('quiet');
    expect(advanceAlarm(start, { ...reading, detectorLogEvidence: Math.log(365) }).level).toBe('page');
  });

  it('acknowledged as a warning stays silent until the evidence was below it', () => {
    const silent = acknowledgeAlarm(following(start, 30));

    expect(silent).toMatchObject({ level: 'quiet', epoch: 1 });
    expect(following(silent, 40).level).toBe('quiet');
    expect(following(silent, 40, 10, 30).level).toBe('warn');
    expect(following(silent, 170).level).toBe('page');
  });

  it('acknowledged as a page starts the next epoch with a smaller level', () => {
    const next = acknowledgeAlarm(following(start, 170));

    expect(next).toMatchObject({ level: 'quiet', epoch: 2, highest: 0, armed: true });
    expect(pageLimit(next)).toBeCloseTo(pageLimit(start) + Math.log(4), 12);
    expect(following(next, 170).level).toBe('warn');
  });

  it('spends no more than alpha over all epochs', () => {
    let spent = 0;
    for (let epoch = 1; epoch <= 10_000; epoch += 1) spent += epochLevel(0.01, epoch);

    expect(spent).toBeLessThan(0.01);
    expect(spent).toBeGreaterThan(0.0099);
  });

  it('gives a p-value that holds at all times', () => {
    expect(anytimeP(following(start, 5, 40, 3))).toBeCloseTo(1 / 40, 12);
    expect(anytimeP(start)).toBe(1);
    expect(anytimeP(advanceAlarm(start, { batch: 'a', logEvidence: Number.POSITIVE_INFINITY }))).toBe(0);
  });

  it('counts a batch once, also over epochs', () => {
    const next = acknowledgeAlarm(following(start, 170));

    expect(hasCounted(next, 'b0')).toBe(true);
    expect(hasCounted(next, 'b1')).toBe(false);
    expect(() => advanceAlarm(next, { batch: 'b0', logEvidence: 0 })).toThrow(RangeError);
  });

  it('never falls by itself and survives storage', () => {
    const order = ['quiet', 'warn', 'page'];
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true })), (evidence) => {
        let state = start;
        for (const e of evidence) {
          const next = following(parseAlarm(JSON.parse(JSON.stringify(state))), e);

          expect(order.indexOf(next.level)).toBeGreaterThanOrEqual(order.indexOf(state.level));
          expect(next.highest).toBeGreaterThanOrEqual(state.highest);
          state = next;
        }
      }),
    );
  });

  it.each([
    ['no object', 'alarm'],
    ['another version', { ...start, version: '1' }],
    ['an extra key', { ...start, note: '' }],
    ['an alpha above 0.05', { ...start, alpha: 0.06 }],
    ['epoch zero', { ...start, epoch: 0 }],
    ['an unknown level', { ...start, level: 'green' }],
    ['a negative highest', { ...start, highest: -1 }],
    ['an armed that is text', { ...start, armed: 'true' }],
    ['a run length of zero', { ...start, runLength: 0 }],
    ['a batch twice', { ...start, batches: ['a', 'a'] }],
    ['a batch that is a number', { ...start, batches: [1] }],
    ['batches that are text', { ...start, batches: 'a' }],
    ['an empty digest', { ...start, batches: [''] }],
  ])('does not go on from %s', (_, value) => {
    expect(() => parseAlarm(value)).toThrow(RangeError);
  });

  it.each([
    ['an alpha of zero', () => newAlarm({ alpha: 0, runLength: 10 })],
    ['an alpha above 0.05', () => newAlarm({ alpha: 0.051, runLength: 10 })],
    ['an infinite run length', () => newAlarm({ alpha: 0.01, runLength: Number.POSITIVE_INFINITY })],
    ['NaN evidence', () => advanceAlarm(start, { batch: 'a', logEvidence: Number.NaN })],
    ['a NaN detector', () => advanceAlarm(start, { batch: 'a', logEvidence: 0, detectorLogEvidence: Number.NaN })],
    ['a batch without digest', () => advanceAlarm(start, { batch: '', logEvidence: 0 })],
    ['acknowledging a quiet alarm', () => acknowledgeAlarm(start)],
    ['epoch one and a half', () => epochLevel(0.01, 1.5)],
    ['epoch zero', () => epochLevel(0.01, 0)],
    ['an error level of one', () => epochLevel(1, 1)],
    ['an error level of zero', () => epochLevel(0, 1)],
    ['a negative error level', () => epochLevel(-0.01, 1)],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});
