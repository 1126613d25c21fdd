import { checkCounts } from '../arguments.ts';
import { logMeanExp } from './log-sum.ts';
import { readNumber, readNumbers, readState, readWhole } from './state-shape.ts';

/** How many bets the capital is spread over: λ_k = 2^-k/limit, k = 1 … 12. */
const BETS = 12;
const KIND = 'risk-monitor';

/**
 * Evidence so far that a mean risk is above its limit. JSON as it is. For rows of 0 and 1 only counts are kept, so states
 * of shards add without rounding; for other values the logarithms of the twelve capitals add.
 */
export interface RiskMonitor {
  readonly kind: typeof KIND;
  readonly version: 1;
  /** m0: the largest mean risk that is no alarm, 0 < m0 < 1. */
  readonly limit: number;
  readonly rows: number;
  /** Rows given as 0 or 1 by counts, and how many of them were 1. */
  readonly countedRows: number;
  readonly events: number;
  /** Logarithm of each bet's capital from the rows that were given as values. */
  readonly logCapitals: readonly number[];
}

/**
 * A monitor of the hypothesis that each row's risk x ∈ [0, 1] has, given the past, a mean of at most `limit`. It looks
 * upward only; to watch a rate that may fall, give it 1 - x.
 *
 * The capital of bet k is Π(1 + λ_k(x - limit)); the evidence E is their mean. Under the hypothesis P(E ever reaches
 * 1/alpha) ≤ alpha (Ville), whatever the sample sizes and however often one looks. Waudby-Smith and Ramdas (2024), JRSS B
 * 86, 1-27; Podkopaev and Ramdas (2022), ICLR, for the limit: an upper confidence bound of the risk on the holdout plus a
 * tolerance; its error level adds to that of the monitor.
 *
 * @throws RangeError unless 0 < limit < 1.
 */
export function newRiskMonitor(limit: number): RiskMonitor {
  if (!(limit > 0 && limit < 1)) throw new RangeError(`A limit of a mean risk is between 0 and 1, got ${limit}.`);
  const logCapitals = Array<number>(BETS).fill(0);
  return { kind: KIND, version: 1, limit, rows: 0, countedRows: 0, events: 0, logCapitals };
}

/**
 * Adds rows of 0 and 1 by their counts.
 *
 * @throws RangeError unless the counts are whole numbers with events ≤ rows, rows ≥ 1.
 * @example riskEvidence(observeEvents(newRiskMonitor(0.1), { events: 30, rows: 200 })) // 2.601940
 */
export function observeEvents(
  state: RiskMonitor,
  batch: { readonly events: number; readonly rows: number },
): RiskMonitor {
  checkCounts(batch.events, batch.rows);
  return {
    ...state,
    rows: state.rows + batch.rows,
    countedRows: state.countedRows + batch.rows,
    events: state.events + batch.events,
  };
}

/** Adds rows by their values. @throws RangeError when a value is not from 0 to 1. */
export function observeRisks(state: RiskMonitor, values: Float64Array): RiskMonitor {
  for (const value of values) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`A risk is a number from 0 to 1, got ${value}.`);
  }
  const logCapitals = state.logCapitals.map((log, k) => {
    const bet = 2 ** -(k + 1) / state.limit;
    let sum = 0;
    for (const value of values) sum += Math.log1p(bet * (value - state.limit));
    return log + sum;
  });
  return { ...state, rows: state.rows + values.length, logCapitals };
}

/** The state that saw the rows of both; shards and days may come in any order. @throws RangeError when limits differ. */
export function mergeRiskMonitors(first: RiskMonitor, second: RiskMonitor): RiskMonitor {
  if (first.limit !== second.limit) {
    throw new RangeError(`Merged monitors must have one limit, got ${first.limit} and ${second.limit}.`);
  }
  return {
    ...first,
    rows: first.rows + second.rows,
    countedRows: first.countedRows + second.countedRows,
    events: first.events + second.events,
    logCapitals: first.logCapitals.map((log, k) => log + Number(second.logCapitals[k])),
  };
}

/** Logarithm of the capital of each bet. */
export function riskLogCapitals(state: RiskMonitor): readonly number[] {
  const { events, countedRows, limit } = state;
  return state.logCapitals.map((log, k) => {
    const share = 2 ** -(k + 1);
    return log + events * Math.log1p((share / limit) * (1 - limit)) + (countedRows - events) * Math.log1p(-share);
  });
}

/** ln E: 0 without rows; alarm at ln(1/alpha). */
export function riskLogEvidence(state: RiskMonitor): number {
  return logMeanExp(riskLogCapitals(state));
}

/** E itself; Infinity where it passes the largest double, so decide by {@link riskLogEvidence}. */
export function riskEvidence(state: RiskMonitor): number {
  return Math.exp(riskLogEvidence(state));
}

/** Reads a stored state. @throws RangeError for anything that {@link newRiskMonitor} and its updates do not write. */
export function parseRiskMonitor(value: unknown): RiskMonitor {
  const state = readState(value, KIND, ['limit', 'rows', 'countedRows', 'events', 'logCapitals']);
  const rows = readWhole(state, 'rows');
  const countedRows = readNumber(state, 'countedRows', (n) => Number.isSafeInteger(n) && n >= 0 && n <= rows);
  return {
    kind: KIND,
    version: 1,
    limit: readNumber(state, 'limit', (limit) => limit > 0 && limit < 1),
    rows,
    countedRows,
    events: readNumber(state, 'events', (n) => Number.isSafeInteger(n) && n >= 0 && n <= countedRows),
    logCapitals: readNumbers(state, 'logCapitals', { length: BETS }),
  };
}
