import {
  acknowledgeAlarm,
  advanceAlarm,
  advanceDetector,
  binomialDraw,
  categorySeparation,
  combineLogEvidence,
  conformalLogEvidence,
  countOnEdges,
  eBenjaminiHochberg,
  mergeRiskMonitors,
  multinomialDraw,
  newAlarm,
  newChangeDetector,
  newConformalMartingale,
  newKsMonitor,
  newRiskMonitor,
  normalCdf,
  observeBins,
  observeEdgeCounts,
  observeEvents,
  pageLimit,
  type Random,
  type RiskMonitor,
  readKsMonitor,
  riskEvidence,
  riskLogEvidence,
} from '@gatehouse/stats';
import { normal } from '../draws.ts';
import { atLeast, atMost, type Simulation } from '../simulation.ts';

const YEAR = 365;
const ROWS = 200;
const LIMIT = 0.1;

const dayAt = (rate: number, random: Random): RiskMonitor =>
  observeEvents(newRiskMonitor(LIMIT), { events: binomialDraw(ROWS, rate, random), rows: ROWS });

/** The day on which the risk monitor alarms at 1/0.01, Infinity when not within `days`. */
function riskAlarm(rate: number, days: number, random: Random): number {
  let monitor = newRiskMonitor(LIMIT);
  for (let day = 1; day <= days; day += 1) {
    monitor = mergeRiskMonitors(monitor, dayAt(rate, random));
    if (riskLogEvidence(monitor) >= Math.log(100)) return day;
  }
  return Number.POSITIVE_INFINITY;
}

/** The day on which the change detector alarms at 1/(1/365); the rate changes on day 60. */
function detectorAlarm(rates: readonly [number, number], days: number, random: Random): number {
  let detector = newChangeDetector(LIMIT);
  for (let day = 1; day <= days; day += 1) {
    detector = advanceDetector(detector, dayAt(day <= 60 ? rates[0] : rates[1], random));
    if (Number(detector.logEvidence) >= Math.log(YEAR)) return day;
  }
  return Number.POSITIVE_INFINITY;
}

/** Equal pieces of the normal distribution: what a profile with 50 pieces holds of a normal column. */
const EDGES = 50;
const EDGE_POINTS = Float64Array.from({ length: EDGES - 1 }, (_, at) => (at + 1) / EDGES);

/** Chances of the pieces after a shift, by what share of it lies between two edges of the reference. */
function pieces(shift: number, quantile: (p: number) => number): Float64Array {
  const cdf = [0, ...Array.from(EDGE_POINTS, (p) => normalCdf(quantile(p) - shift)), 1];
  return Float64Array.from({ length: EDGES }, (_, at) => Number(cdf[at + 1]) - Number(cdf[at]));
}

const EMPTY = countOnEdges(new Float64Array(0), EDGE_POINTS);
const onEdges = (n: number, shares: Float64Array, random: Random) => ({
  ...EMPTY,
  open: multinomialDraw(n, shares, random),
});

/** The day on which the sequential Kolmogorov-Smirnov monitor alarms, 500 rows a day. */
function ksAlarm(shares: Float64Array, days: number, random: Random): number {
  const reference = onEdges(10_000, SAME, random);
  let monitor = newKsMonitor(EDGE_POINTS);
  for (let day = 1; day <= days; day += 1) {
    monitor = observeEdgeCounts(monitor, onEdges(500, shares, random));
    if (readKsMonitor(monitor, reference, { tolerance: 0, alpha: 0.05 })?.alarm === true) return day;
  }
  return Number.POSITIVE_INFINITY;
}

const SAME = new Float64Array(EDGES).fill(1 / EDGES);
const SHIFTED = pieces(0.2, inverse);

/** Bisection is enough here, and independent of the quantile under test. */
function inverse(p: number): number {
  let [low, high] = [-10, 10];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

/** Rows until the conformal martingale alarms at 1/0.01, among 100 bins and a reference of 5000. */
function conformalAlarm(shift: number, most: number, random: Random): number {
  let state = newConformalMartingale(multinomialDraw(5000, new Float64Array(100).fill(1), random));
  for (let rows = 10; rows <= most; rows += 10) {
    const bins = Int32Array.from({ length: 10 }, () =>
      Math.min(99, Math.floor(100 * normalCdf(normal(random) + shift))),
    );
    state = observeBins(state, bins, random);
    if (conformalLogEvidence(state) >= Math.log(100)) return rows;
  }
  return Number.POSITIVE_INFINITY;
}

const VILLE = 'Ville; alpha 0.01';
const MANY = { test: 60, bench: 3000 };
const SOME = { test: 40, bench: 600 };

/** False alarms and delays of the monitors over a simulated year (stats.md §8). */
export const MONITORS: readonly Simulation[] = [
  {
    name: 'M1 alarms within a year at its limit',
    claim: atMost(0.01, `${VILLE}, 0.25 % in stats.md §8`),
    runs: MANY,
    happens: (random) => riskAlarm(0.1, YEAR, random) <= YEAR,
  },
  {
    name: 'M1 alarms within a year below its limit',
    claim: atMost(0.001, '0 % in stats.md §8'),
    runs: MANY,
    happens: (random) => riskAlarm(0.09, YEAR, random) <= YEAR,
  },
  ...(
    [
      [0.11, 58, 8],
      [0.12, 17, 2],
      [0.15, 3, 0],
    ] as const
  ).flatMap(([rate, median, slack]) => [
    delay(
      `M1 sees a rate of ${rate} within ${median + slack} days`,
      (random) => riskAlarm(rate, median + slack, random) <= median + slack,
    ),
    early(
      `M1 sees a rate of ${rate} before day ${median - slack}`,
      (random) => riskAlarm(rate, median - slack - 1, random) < median - slack,
    ),
  ]),
  {
    name: 'M2 alarms within a year without drift',
    claim: atMost(0.05, 'Howard and Ramdas; 0 % in stats.md §8'),
    runs: { test: 2, bench: 120 },
    happens: (random) => ksAlarm(SAME, YEAR, random) <= YEAR,
  },
  delay('M2 sees a shift of 0.2 standard deviations within 4 days', (random) => ksAlarm(SHIFTED, 4, random) <= 4),
  {
    name: 'M3 has alarmed by the 365th day without change',
    claim: atMost(0.37, 'mean run length 365 or more; 34 % in stats.md §8', 0.25),
    runs: SOME,
    happens: (random) => detectorAlarm([LIMIT, LIMIT], YEAR, random) <= YEAR,
  },
  delay('M3 sees a change to 0.13 on day 60 within 8 days', (random) => detectorAlarm([0.1, 0.13], 68, random) <= 68),
  early('M1 does so within 20 days', (random) => {
    let monitor = newRiskMonitor(LIMIT);
    for (let day = 1; day <= 80; day += 1) {
      monitor = mergeRiskMonitors(monitor, dayAt(day <= 60 ? 0.1 : 0.13, random));
      if (riskLogEvidence(monitor) >= Math.log(100)) return true;
    }
    return false;
  }),
  {
    name: 'M4 alarms within 2000 rows without drift',
    claim: atMost(0.01, VILLE),
    runs: { test: 10, bench: 400 },
    happens: (random) => conformalAlarm(0, 2000, random) <= 2000,
  },
  delay('M4 sees a shift of 0.5 standard deviations within 80 rows', (random) => conformalAlarm(0.5, 80, random) <= 80),
  delay(
    'M4 sees a shift of 0.2 standard deviations within 400 rows',
    (random) => conformalAlarm(0.2, 400, random) <= 400,
  ),
  {
    name: 'categories alarm in 10 looks at 900 rows each without drift',
    claim: atMost(0.05, 'all intervals hold together'),
    runs: { test: 20, bench: 800 },
    happens: categoriesAlarm,
  },
  {
    name: 'the mean of 8 streams alarms within a year without cause',
    claim: atMost(0.01, `${VILLE}, whatever the dependence`),
    runs: { test: 20, bench: 400 },
    happens: (random) => {
      let monitors = Array.from({ length: 8 }, () => newRiskMonitor(LIMIT));
      for (let day = 0; day < YEAR; day += 1) {
        // All streams see one day: the strongest dependence there is between four of them.
        const shared = dayAt(LIMIT, random);
        monitors = monitors.map((one, at) => mergeRiskMonitors(one, at < 4 ? shared : dayAt(LIMIT, random)));
        if (combineLogEvidence(monitors.map(riskLogEvidence)) >= Math.log(100)) return true;
      }
      return false;
    },
  },
  {
    name: 'e-BH at 0.1: a rejection is false, streams dependent',
    claim: atMost(0.1, 'Wang and Ramdas'),
    runs: { test: 200, bench: 5000 },
    happens: (random) => {
      const shared = binomialDraw(500, LIMIT, random);
      const evidence = Array.from({ length: 20 }, (_, at) => {
        const events = at < 6 ? binomialDraw(500, 0.16, random) : at < 14 ? shared : binomialDraw(500, LIMIT, random);
        return riskEvidence(observeEvents(newRiskMonitor(LIMIT), { events, rows: 500 }));
      });
      const rejected = [...eBenjaminiHochberg(evidence, 0.1).entries()].flatMap(([at, is]) => (is ? [at] : []));
      const one = rejected[Math.floor(random.uniform() * rejected.length)];
      return one !== undefined && one >= 6;
    },
  },
  {
    name: 'the alarm policy pages within a year and two epochs without cause',
    claim: atMost(0.01, 'the levels of all epochs add to alpha 0.01'),
    runs: MANY,
    happens: pagesWithoutCause,
  },
];

/** Half of all runs or more have alarmed by then: the median that stats.md gives, with some room. */
function delay(name: string, happens: (random: Random) => boolean): Simulation {
  return { name, claim: atLeast(0.5, 'median delay of stats.md §8'), runs: SOME, happens };
}

/** At most half have alarmed before then. */
function early(name: string, happens: (random: Random) => boolean): Simulation {
  return { name, claim: atMost(0.5, 'median delay of stats.md §8'), runs: SOME, happens };
}

function categoriesAlarm(random: Random): boolean {
  const shares = Float64Array.of(0.6, 0.25, 0.1, 0.05);
  const reference = multinomialDraw(5000, shares, random);
  let current = new Float64Array(4);
  for (let look = 0; look < 10; look += 1) {
    const batch = multinomialDraw(900, shares, random);
    current = current.map((count, at) => count + Number(batch[at]));
    if (categorySeparation({ reference, current }, { tolerance: 0, alpha: 0.05 })?.alarm === true) return true;
  }
  return false;
}

/** An incident is paged for cause, so the rest of the year is epoch two with a smaller level and fresh monitors. */
function pagesWithoutCause(random: Random): boolean {
  const caused = advanceAlarm(newAlarm({ alpha: 0.01, runLength: YEAR }), { batch: 'incident', logEvidence: 20 });
  const alarm = acknowledgeAlarm(caused);
  let monitor = newRiskMonitor(LIMIT);
  for (let day = 0; day < YEAR; day += 1) {
    monitor = mergeRiskMonitors(monitor, dayAt(LIMIT, random));
    if (riskLogEvidence(monitor) >= pageLimit(alarm)) return true;
  }
  return false;
}
