import {
  advanceDetector,
  binomialDraw,
  mergeRiskMonitors,
  newChangeDetector,
  newRiskMonitor,
  observeEvents,
  observeRisks,
  parseChangeDetector,
  parseRiskMonitor,
  type RiskMonitor,
  riskEvidence,
  riskLogEvidence,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../seeded-random.ts';

const bits = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }).map((list) => list.map(Number));
const limits = fc.double({ min: 0.01, max: 0.99, noNaN: true });

function ofBits(limit: number, list: readonly number[]): RiskMonitor {
  return observeEvents(newRiskMonitor(limit), { events: list.filter((bit) => bit === 1).length, rows: list.length });
}

describe('risk monitor', () => {
  it.each([
    [20, 0.606948],
    [25, 0.937418],
    [30, 2.60194],
    [40, 712.5817],
  ])('%s of 200 above a limit of 0.1', (events, evidence) => {
    expect(riskEvidence(observeEvents(newRiskMonitor(0.1), { events, rows: 200 }))).toBeCloseTo(
      evidence,
      events === 40 ? 4 : 6,
    );
  });

  it('has no evidence at the start', () => {
    expect(riskEvidence(newRiskMonitor(0.3))).toBeCloseTo(1, 14);
  });

  it('takes counts and values for the same', () => {
    fc.assert(
      fc.property(limits, bits, (limit, list) => {
        const values = observeRisks(newRiskMonitor(limit), Float64Array.from(list));

        expect(riskLogEvidence(values)).toBeCloseTo(riskLogEvidence(ofBits(limit, list)), 9);
        expect(values.rows).toBe(list.length);
      }),
    );
  });

  it('merges shards to the whole in any order, counts to the last digit', () => {
    fc.assert(
      fc.property(limits, bits, bits, (limit, left, right) => {
        const whole = ofBits(limit, [...left, ...right]);
        const [a, b] = [ofBits(limit, left), ofBits(limit, right)];

        expect(mergeRiskMonitors(a, b)).toEqual(whole);
        expect(mergeRiskMonitors(b, a)).toEqual(whole);
        expect(mergeRiskMonitors(a, newRiskMonitor(limit))).toEqual(a);
      }),
    );
  });

  it('merges shards of values', () => {
    const seen = (...values: readonly number[]) => observeRisks(newRiskMonitor(0.1), Float64Array.from(values));
    const merged = mergeRiskMonitors(seen(0.1, 0.7), seen(0.4));

    expect(merged.rows).toBe(3);
    expect(riskLogEvidence(merged)).toBeCloseTo(riskLogEvidence(seen(0.1, 0.7, 0.4)), 13);
  });

  it('has evidence of mean at most one under the limit, whatever the number of rows', () => {
    // Every sequence of six rows, weighted by its probability at the limit.
    for (const limit of [0.05, 0.3, 0.8]) {
      let mean = 0;
      for (let events = 0, ways = 1; events <= 6; ways = (ways * (6 - events)) / (events + 1), events += 1) {
        const monitor = observeEvents(newRiskMonitor(limit), { events, rows: 6 });
        mean += ways * limit ** events * (1 - limit) ** (6 - events) * riskEvidence(monitor);
      }

      expect(mean).toBeCloseTo(1, 12);
    }
  });

  it('rarely alarms in two months at the limit, and soon above it', () => {
    const random = seededRandom(31);
    const daysTo = (rate: number): number => {
      let monitor = newRiskMonitor(0.1);
      for (let day = 1; day <= 60; day += 1) {
        monitor = observeEvents(monitor, { events: binomialDraw(200, rate, random), rows: 200 });
        if (riskEvidence(monitor) >= 20) return day;
      }
      return Number.POSITIVE_INFINITY;
    };
    const falseAlarms = Array.from({ length: 300 }, () => daysTo(0.1)).filter(Number.isFinite).length;
    const delays = Array.from({ length: 60 }, () => daysTo(0.15)).sort((a, b) => a - b);

    // Ville: at most 5 % of 300 runs; four standard errors of 3.8 above.
    expect(falseAlarms).toBeLessThanOrEqual(15 + 16);
    expect(delays[30]).toBeLessThanOrEqual(4);
  });

  it('survives storage', () => {
    fc.assert(
      fc.property(limits, bits, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (limit, list, values) => {
        const monitor = observeRisks(ofBits(limit, list), Float64Array.from(values));

        expect(parseRiskMonitor(JSON.parse(JSON.stringify(monitor)))).toEqual(monitor);
      }),
    );
  });

  it('goes on from a state that saw nothing', () => {
    const monitor = newRiskMonitor(0.1);

    expect(monitor.kind).toBe('risk-monitor');
    expect(parseRiskMonitor(JSON.parse(JSON.stringify(monitor)))).toEqual(monitor);
  });

  const stored = observeEvents(newRiskMonitor(0.1), { events: 2, rows: 9 });
  it.each([
    ['a list', [stored], 'a list of 1'],
    ['an object', { ...stored, kind: {} }, 'got an object'],
    ['null', null, 'got null'],
    ['a number', 3, 'got 3'],
    ['a word', 'risk', 'got "risk"'],
    ['nothing', undefined, 'got undefined'],
  ])('says that it found %s', (_, value, words) => {
    expect(() => parseRiskMonitor(value)).toThrow(words);
  });

  it.each([
    ['nothing', null],
    ['nothing at all', undefined],
    ['an empty object', {}],
    ['a kind that is an object', { ...stored, kind: {} }],
    ['a kind that is missing', { ...stored, kind: undefined }],
    ['a list', [stored]],
    ['a number', 3],
    ['another kind', { ...stored, kind: 'alarm-policy' }],
    ['another version', { ...stored, version: 2 }],
    ['an extra key', { ...stored, seed: 1 }],
    ['a missing key', { kind: stored.kind, version: 1, limit: 0.1 }],
    ['a limit of one', { ...stored, limit: 1 }],
    ['more events than rows', { ...stored, events: 10 }],
    ['more counted rows than rows', { ...stored, countedRows: 10 }],
    ['half a row', { ...stored, rows: 9.5 }],
    ['half a counted row', { ...stored, countedRows: 8.5 }],
    ['half an event', { ...stored, events: 1.5 }],
    ['a negative number of events', { ...stored, events: -1 }],
    ['a limit of zero', { ...stored, limit: 0 }],
    ['a negative limit', { ...stored, limit: -0.1 }],
    ['a capital that is infinite', { ...stored, logCapitals: [...Array(11).fill(0), Number.POSITIVE_INFINITY] }],
    ['eleven capitals', { ...stored, logCapitals: Array(11).fill(0) }],
    ['a capital that is null', { ...stored, logCapitals: [...Array(11).fill(0), null] }],
    ['capitals with holes', { ...stored, logCapitals: Array(12) }],
    ['capitals that are text', { ...stored, logCapitals: '000000000000' }],
  ])('does not go on from %s', (_, value) => {
    expect(() => parseRiskMonitor(value)).toThrow(RangeError);
  });

  it.each([
    ['a limit of zero', () => newRiskMonitor(0)],
    ['a limit of one', () => newRiskMonitor(1)],
    ['a NaN limit', () => newRiskMonitor(Number.NaN)],
    ['more events than rows', () => observeEvents(newRiskMonitor(0.1), { events: 3, rows: 2 })],
    ['no rows', () => observeEvents(newRiskMonitor(0.1), { events: 0, rows: 0 })],
    ['a risk above one', () => observeRisks(newRiskMonitor(0.1), Float64Array.of(0.5, 1.01))],
    ['a negative risk', () => observeRisks(newRiskMonitor(0.1), Float64Array.of(-0.01))],
    ['a risk that is NaN', () => observeRisks(newRiskMonitor(0.1), Float64Array.of(Number.NaN))],
    ['other limits', () => mergeRiskMonitors(newRiskMonitor(0.1), newRiskMonitor(0.2))],
  ])('refuses %s', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

describe('change detector', () => {
  const random = seededRandom(32);
  const day = (rate: number): RiskMonitor =>
    observeEvents(newRiskMonitor(0.1), { events: binomialDraw(200, rate, random), rows: 200 });

  it('is the risk monitor on its first step', () => {
    const step = observeEvents(newRiskMonitor(0.1), { events: 30, rows: 200 });

    expect(advanceDetector(newChangeDetector(0.1), step).logEvidence).toBeCloseTo(Math.log(2.60194), 6);
    expect(newChangeDetector(0.1).kind).toBe('change-detector');
  });

  it('follows R ← (R + 1)·e of each bet', () => {
    const steps = [12, 33, 21].map((events) => observeEvents(newRiskMonitor(0.1), { events, rows: 200 }));
    const expected = Array<number>(12).fill(0);
    for (const { events } of steps) {
      for (const k of expected.keys()) {
        const bet = 2 ** -(k + 1) / 0.1;
        expected[k] = (Number(expected[k]) + 1) * (1 + bet * 0.9) ** events * (1 - bet * 0.1) ** (200 - events);
      }
    }
    const { logEvidence, steps: counted } = steps.reduce(advanceDetector, newChangeDetector(0.1));

    expect(Math.exp(Number(logEvidence))).toBeCloseTo(expected.reduce((sum, r) => sum + r, 0) / 12, 9);
    expect(counted).toBe(3);
  });

  it('runs on average at least as long without a change as it says', () => {
    const lengths = Array.from({ length: 150 }, () => {
      let detector = newChangeDetector(0.1);
      while ((detector.logEvidence ?? 0) < Math.log(40) && detector.steps < 200) {
        detector = advanceDetector(detector, day(0.1));
      }
      return detector.steps;
    });
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

    // Cut off at 200 steps the mean is still above 40; its standard error is at most 100/√150 = 8.2.
    expect(mean).toBeGreaterThan(40);
  });

  it('sees a late change sooner than the risk monitor', () => {
    const delays = Array.from({ length: 40 }, () => {
      let detector = newChangeDetector(0.1);
      let monitor = newRiskMonitor(0.1);
      const seen = { detector: 0, monitor: 0 };
      for (let at = 1; at <= 160 && (seen.detector === 0 || seen.monitor === 0); at += 1) {
        const step = day(at <= 40 ? 0.09 : 0.13);
        detector = advanceDetector(detector, step);
        monitor = mergeRiskMonitors(monitor, step);
        if (seen.detector === 0 && Number(detector.logEvidence) >= Math.log(365)) seen.detector = at;
        if (seen.monitor === 0 && riskLogEvidence(monitor) >= Math.log(365)) seen.monitor = at;
      }
      return seen;
    });

    expect(delays.filter(({ detector, monitor }) => detector <= monitor || monitor === 0).length).toBe(40);
  });

  it('survives storage', () => {
    for (const detector of [newChangeDetector(0.1), advanceDetector(newChangeDetector(0.1), day(0.12))]) {
      expect(parseChangeDetector(JSON.parse(JSON.stringify(detector)))).toEqual(detector);
    }
  });

  const stored = advanceDetector(newChangeDetector(0.1), day(0.1));
  it.each<readonly [string, unknown]>([
    ['evidence before the first step', { ...newChangeDetector(0.1), logEvidence: 0 }],
    ['capital before the first step', { ...newChangeDetector(0.1), logOnePlus: [...Array(11).fill(0), 1] }],
    ['no evidence after it', { ...stored, logEvidence: null }],
    ['a negative R', { ...stored, logOnePlus: [...Array(11).fill(0), -1] }],
    ['a risk monitor', newRiskMonitor(0.1)],
    ...[-0.1, 0, 1, 1.1].map((limit) => [`a limit of ${limit}`, { ...newChangeDetector(0.1), limit }] as const),
  ])('does not go on from %s', (_, value) => {
    expect(() => parseChangeDetector(value)).toThrow(RangeError);
  });

  it.each([
    ['a step without rows', newRiskMonitor(0.1)],
    ['a step of another limit', observeEvents(newRiskMonitor(0.2), { events: 1, rows: 2 })],
  ])('refuses %s', (_, step) => {
    expect(() => advanceDetector(stored, step)).toThrow(RangeError);
  });
});
