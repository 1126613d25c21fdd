import { epochLevel } from './epoch-level.ts';
import { readNumber, readState, readWhole, readWord } from './state-shape.ts';

const KIND = 'alarm-policy';
/** Evidence from which a person should look: 20 is 1/0.05. */
const WARN_AT = Math.log(20);
const LEVELS = ['quiet', 'warn', 'page'] as const;

export type AlarmLevel = (typeof LEVELS)[number];

/** Where the alarm of one family of monitors stands. JSON as it is. */
export interface AlarmState {
  readonly kind: typeof KIND;
  readonly version: 1;
  /** Probability of ever paging without cause, over all epochs together. */
  readonly alpha: number;
  /** Least mean number of steps to a page of the change detector without cause. */
  readonly runLength: number;
  /** Counts from 1; each incident that was paged starts the next. */
  readonly epoch: number;
  readonly level: AlarmLevel;
  /** Largest ln E of this epoch, at least 0: exp of minus it is a p-value that holds at all times. */
  readonly highest: number;
  /** False from the acknowledgement of a warning until the evidence falls below the warning again. */
  readonly armed: boolean;
  /** Digests of the batches that were counted, in their order. */
  readonly batches: readonly string[];
}

/** What the monitors say after a batch. */
export interface AlarmReading {
  /** Digest of the batch; each counts once, also over epochs. */
  readonly batch: string;
  /** ln E of the risk monitor, or of several combined. */
  readonly logEvidence: number;
  /** ln of the evidence of the change detector; left out where none runs. */
  readonly detectorLogEvidence?: number;
}

/**
 * An alarm without incidents. It warns at E ≥ 20 and pages at E ≥ 1/alpha_r, alpha_r = alpha·6/(π²r²) in epoch r, or when
 * the change detector reaches `runLength`. The alpha_r of all epochs add to alpha, so the page limit of the first epoch is
 * 1.64/alpha.
 *
 * @throws RangeError unless 0 < alpha ≤ 0.05 and runLength is at least 1: above 0.05 a page would come before a warning.
 */
export function newAlarm(settings: { readonly alpha: number; readonly runLength: number }): AlarmState {
  const { alpha, runLength } = settings;
  if (!isAlpha(alpha)) throw new RangeError(`An error level of an alarm is above 0 and at most 0.05, got ${alpha}.`);
  if (!isRunLength(runLength)) throw new RangeError(`A run length is a number from 1, got ${runLength}.`);
  return { kind: KIND, version: 1, alpha, runLength, epoch: 1, level: 'quiet', highest: 0, armed: true, batches: [] };
}

/** ln E from which the present epoch pages. */
export function pageLimit(state: AlarmState): number {
  return -Math.log(epochLevel(state.alpha, state.epoch));
}

/** Whether a batch is counted already; its rows must not be given to a monitor again. */
export function hasCounted(state: AlarmState, batch: string): boolean {
  return state.batches.includes(batch);
}

/**
 * The alarm after a reading. A level never falls by itself: evidence that sinks again does not undo an incident.
 *
 * @throws RangeError when a logarithm is NaN, or the batch has no digest or is counted already.
 */
export function advanceAlarm(state: AlarmState, reading: AlarmReading): AlarmState {
  const { batch, logEvidence, detectorLogEvidence = Number.NEGATIVE_INFINITY } = reading;
  if (batch === '' || hasCounted(state, batch)) {
    throw new RangeError(`A batch has a digest and counts once, got "${batch}" after ${state.batches.length} batches.`);
  }
  for (const log of [logEvidence, detectorLogEvidence]) {
    if (Number.isNaN(log)) throw new RangeError('The logarithm of evidence is a number, got NaN.');
  }
  const pages = logEvidence >= pageLimit(state) || detectorLogEvidence >= Math.log(state.runLength);
  const above = logEvidence >= WARN_AT;
  const armed = state.armed || !above;
  const reached = pages ? 'page' : above && armed ? 'warn' : 'quiet';
  return {
    ...state,
    level: LEVELS.indexOf(reached) > LEVELS.indexOf(state.level) ? reached : state.level,
    highest: Math.min(Number.MAX_VALUE, Math.max(state.highest, logEvidence)),
    armed,
    batches: [...state.batches, batch],
  };
}

/**
 * The alarm after a person has dealt with it. A warning falls silent until the evidence has been below it once; the epoch
 * goes on. After a page the next epoch starts and every monitor must be started anew, since its evidence is spent.
 *
 * @throws RangeError when the alarm is quiet.
 */
export function acknowledgeAlarm(state: AlarmState): AlarmState {
  if (state.level === 'quiet') throw new RangeError('Only an alarm can be acknowledged; this one is quiet.');
  if (state.level === 'warn') return { ...state, level: 'quiet', armed: false };
  return { ...state, level: 'quiet', epoch: state.epoch + 1, highest: 0, armed: true };
}

/** A p-value of this epoch's hypothesis that holds at all times: 1/max E. */
export function anytimeP(state: AlarmState): number {
  return Math.exp(-state.highest);
}

/** Reads a stored state. @throws RangeError for anything that this module does not write. */
export function parseAlarm(value: unknown): AlarmState {
  const state = readState(value, KIND, ['alpha', 'runLength', 'epoch', 'level', 'highest', 'armed', 'batches']);
  const armed = state['armed'];
  const batches = state['batches'];
  if (!isDistinctDigests(batches)) throw new RangeError('The state must hold distinct digests in "batches".');
  if (typeof armed !== 'boolean') throw new RangeError('The state must hold true or false in "armed".');
  return {
    kind: KIND,
    version: 1,
    alpha: readNumber(state, 'alpha', isAlpha),
    runLength: readNumber(state, 'runLength', isRunLength),
    epoch: readWhole(state, 'epoch', 1),
    level: readWord(state, 'level', LEVELS),
    highest: readNumber(state, 'highest', (log) => log >= 0),
    armed,
    batches,
  };
}

function isDistinctDigests(value: unknown): value is readonly string[] {
  if (!Array.isArray(value)) return false;
  const list: readonly unknown[] = value;
  return list.every((digest) => typeof digest === 'string' && digest !== '') && new Set(list).size === list.length;
}

function isAlpha(alpha: number): boolean {
  return alpha > 0 && alpha <= 0.05;
}

function isRunLength(steps: number): boolean {
  return steps >= 1 && steps < Number.POSITIVE_INFINITY;
}
