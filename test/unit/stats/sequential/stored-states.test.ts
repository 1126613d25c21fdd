import {
  acknowledgeAlarm,
  advanceAlarm,
  advanceDetector,
  binomialDraw,
  conformalLogEvidence,
  countOnEdges,
  createRandom,
  type EdgeCounts,
  mergeEdgeCounts,
  mergeRiskMonitors,
  newAlarm,
  newChangeDetector,
  newConformalMartingale,
  newKsMonitor,
  newRiskMonitor,
  observeBins,
  observeEdgeCounts,
  observeEvents,
  parseAlarm,
  parseChangeDetector,
  parseConformalMartingale,
  parseKsMonitor,
  parseRiskMonitor,
  type Random,
  readKsMonitor,
  resumeRandom,
  riskLogEvidence,
} from '@gatehouse/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const EDGES = Float64Array.of(0.2, 0.4, 0.6, 0.8);
const sample = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 30 });
const countsOf = (tenths: readonly number[]): EdgeCounts =>
  countOnEdges(
    Float64Array.from(tenths, (x) => x / 10),
    EDGES,
  );
const total = (rows: readonly (readonly number[])[]): number => rows.flat().length;

describe('the Kolmogorov-Smirnov monitor', () => {
  it('does not see the order of batches, nor how a batch was cut into shards', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 6 }), (batches) => {
        fc.pre(total(batches) > 0);
        const byDay = batches.map(countsOf).reduce(observeEdgeCounts, newKsMonitor(EDGES));
        const backward = batches.map(countsOf).reverse().reduce(observeEdgeCounts, newKsMonitor(EDGES));
        const merged = observeEdgeCounts(newKsMonitor(EDGES), batches.map(countsOf).reduce(mergeEdgeCounts));

        expect(backward).toEqual(byDay);
        expect(merged).toEqual(byDay);
        expect(merged).toEqual(observeEdgeCounts(newKsMonitor(EDGES), countsOf(batches.flat())));
      }),
    );
  });
});

/** A month of all monitors; `store` is what happens to each state over night. */
function month(store: <T>(state: T, parse: (value: unknown) => T) => T): readonly unknown[] {
  let random: Random = createRandom(new Uint8Array(16).fill(9));
  const reference = countsOf(Array.from({ length: 500 }, (_, row) => row % 11));
  let risk = newRiskMonitor(0.1);
  let detector = newChangeDetector(0.1);
  let ks = newKsMonitor(EDGES);
  let martingale = newConformalMartingale([40, 40, 40, 40]);
  let alarm = newAlarm({ alpha: 0.01, runLength: 365 });
  const seen: unknown[] = [];
  for (let day = 0; day < 30; day += 1) {
    const rate = day < 10 ? 0.08 : 0.14;
    const step = observeEvents(newRiskMonitor(0.1), { events: binomialDraw(200, rate, random), rows: 200 });
    risk = store(mergeRiskMonitors(risk, step), parseRiskMonitor);
    detector = store(advanceDetector(detector, step), parseChangeDetector);
    const drawn = Array.from({ length: 20 }, () => Math.floor(random.uniform() * 11));
    ks = store(observeEdgeCounts(ks, countsOf(drawn)), parseKsMonitor);
    const bins = Int32Array.from({ length: 20 }, () => Math.floor(random.uniform() * 4));
    martingale = store(observeBins(martingale, bins, random), parseConformalMartingale);
    random = store(random, (value) => resumeRandom(String(value)));
    const detected = detector.logEvidence === null ? {} : { detectorLogEvidence: detector.logEvidence };
    alarm = store(
      advanceAlarm(alarm, { batch: `day ${day}`, logEvidence: riskLogEvidence(risk), ...detected }),
      parseAlarm,
    );
    seen.push(alarm.level, alarm.epoch, conformalLogEvidence(martingale));
    seen.push(readKsMonitor(ks, reference, { tolerance: 0.01, alpha: 0.05 }));
    if (alarm.level !== 'page') continue;
    alarm = acknowledgeAlarm(alarm);
    risk = newRiskMonitor(0.1);
    detector = newChangeDetector(0.1);
  }
  return seen;
}

describe('states that are stored as JSON every night', () => {
  it('lead to the same month, with a page in it', () => {
    const inMemory = month((state) => state);
    const stored = month((state, parse) => {
      const text = typeof state === 'object' && state !== null && 'uint32' in state ? stateOf(state) : state;
      return parse(JSON.parse(JSON.stringify(text)));
    });

    expect(stored).toEqual(inMemory);
    expect(inMemory).toContain('page');
    expect(inMemory).toContain(2);
  });
});

function stateOf(random: object): unknown {
  return 'state' in random && typeof random.state === 'function' ? random.state() : null;
}
