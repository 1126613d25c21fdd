import { logMeanExp, logSumExp } from './log-sum.ts';
import { newRiskMonitor, type RiskMonitor, riskLogCapitals } from './risk-monitor.ts';
import { readNumber, readNumbers, readState, readWhole } from './state-shape.ts';

const KIND = 'change-detector';
const BETS = newRiskMonitor(0.5).logCapitals.length;

/** Evidence that a mean risk has risen above its limit lately. JSON as it is. */
export interface ChangeDetector {
  readonly kind: typeof KIND;
  readonly version: 1;
  readonly limit: number;
  readonly steps: number;
  /** ln(1 + R) of each bet; 0 before the first step. */
  readonly logOnePlus: readonly number[];
  /** ln of the mean of R; `null` before the first step, where R is 0. */
  readonly logEvidence: number | null;
}

/**
 * A Shiryaev-Roberts e-detector over the bets of the risk monitor: R ← (R + 1)·e, e the capital that the bet makes of one
 * step's rows; the evidence is the mean of R. Unlike the capital itself it forgets quiet times, so a late change shows
 * within days.
 *
 * Alarm at 1/alpha: without change the mean time to an alarm is at least 1/alpha steps. That is no bound on the
 * probability of ever alarming, which is 1. Shin, Ramdas and Rinaldo (2024), New England Journal of Statistics in Data
 * Science 2, 229-260.
 *
 * @throws RangeError unless 0 < limit < 1.
 */
export function newChangeDetector(limit: number): ChangeDetector {
  const logOnePlus = newRiskMonitor(limit).logCapitals;
  return { kind: KIND, version: 1, limit, steps: 0, logOnePlus, logEvidence: null };
}

/**
 * One step, a day for example.
 *
 * @param step A risk monitor that saw the rows of this step and no others; shards of it are merged before.
 * @throws RangeError when the limits differ or the step has no row: a day without data is no evidence of calm.
 */
export function advanceDetector(state: ChangeDetector, step: RiskMonitor): ChangeDetector {
  if (step.limit !== state.limit) {
    throw new RangeError(`The step must have the limit of the detector, ${state.limit}, got ${step.limit}.`);
  }
  if (step.rows === 0) throw new RangeError('A step has at least one row, got none.');
  const capitals = riskLogCapitals(step);
  const logs = state.logOnePlus.map((log, k) => log + Number(capitals[k]));
  return {
    ...state,
    steps: state.steps + 1,
    logOnePlus: logs.map((log) => logSumExp([0, log])),
    logEvidence: logMeanExp(logs),
  };
}

/** Reads a stored state. @throws RangeError for anything that this module does not write. */
export function parseChangeDetector(value: unknown): ChangeDetector {
  const state = readState(value, KIND, ['limit', 'steps', 'logOnePlus', 'logEvidence']);
  const steps = readWhole(state, 'steps');
  const fresh = steps === 0;
  const allowed = (log: number): boolean => (fresh ? log === 0 : log >= 0);
  if (fresh !== (state['logEvidence'] === null)) {
    throw new RangeError(`A detector has evidence from its first step on, got ${steps} steps.`);
  }
  return {
    kind: KIND,
    version: 1,
    limit: readNumber(state, 'limit', (limit) => limit > 0 && limit < 1),
    steps,
    logOnePlus: readNumbers(state, 'logOnePlus', { length: BETS, allowed }),
    logEvidence: fresh ? null : readNumber(state, 'logEvidence', () => true),
  };
}
