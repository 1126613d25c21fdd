import { requireTrustedKey, type TrustRoot } from '@gatehouse/attest';
import { ActionError, type Clock, type EvidenceBranch } from '@gatehouse/core';
import type { LedgerSigner } from '../ledger/entry-file.ts';
import { type EvidencePlan, emptyPlan, type MakeDraft, planned } from './draft.ts';
import { type EvidenceInterest, type EvidenceState, mergedInterest, mergedState, written } from './state.ts';
import { commitMessage } from './tip.ts';

/** How long a writer that loses to others goes on. */
export interface RecordPatience {
  readonly deadlineMs: number;
  /** Waits between attempts; a test's clock needs no real time. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A number from 0 to 1, as `Math.random` gives: writers that met once must not meet again. */
  readonly random: () => number;
}

export const DEFAULT_PATIENCE: RecordPatience = {
  deadlineMs: 10 * 60_000,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

/**
 * The longest wait after the first lost race, and how it grows with each further one. A hundred writers must ask for
 * fewer than the 80 writes a minute that GitHub allows, lost ones included; two of them must not wait for minutes.
 */
const FIRST_WAIT_MS = 2000;
const GROWTH = 4;
const LONGEST_WAIT_MS = 128_000;

export interface RecorderPorts {
  readonly branch: EvidenceBranch;
  readonly clock: Clock;
  readonly signer: LedgerSigner | null;
  readonly patience: RecordPatience;
  /** Reads and verifies the branch as it is now. */
  readonly read: (interest: EvidenceInterest, trustRoot: TrustRoot) => Promise<EvidenceState>;
  /** Compares anchors that are older than what was read. */
  readonly confirm: (state: EvidenceState) => Promise<EvidenceState>;
}

interface Waiting {
  readonly state: EvidenceState;
  readonly makeDraft: MakeDraft;
  readonly trustRoot: TrustRoot;
  readonly resolve: (state: EvidenceState) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes drafts, as {@link createRecorder} makes it. */
export type RecordDraft = (state: EvidenceState, makeDraft: MakeDraft, trustRoot: TrustRoot) => Promise<EvidenceState>;

/**
 * A writer that makes one commit of all drafts that wait at the same time. When another process was faster, it reads
 * the branch again, lets every draft be made anew, and goes on until the deadline.
 */
export function createRecorder(ports: RecorderPorts): RecordDraft {
  const queue: Waiting[] = [];
  let busy = false;

  /** Those that wait and believe the same keys as the first. */
  function takeAll(trustRoot: TrustRoot | undefined): Waiting[] {
    const keys = JSON.stringify(trustRoot);
    const taken = queue.filter((waiting) => JSON.stringify(waiting.trustRoot) === keys);
    for (const waiting of taken) queue.splice(queue.indexOf(waiting), 1);
    return taken;
  }

  async function drain(): Promise<void> {
    busy = true;
    // Whatever is asked for in this tick goes into one commit.
    await new Promise((resolve) => setImmediate(resolve));
    for (let batch = takeAll(queue[0]?.trustRoot); batch.length > 0; batch = takeAll(queue[0]?.trustRoot)) {
      await writeBatch(ports, batch, takeAll);
    }
    busy = false;
  }

  return (state, makeDraft, trustRoot) => {
    const { promise, resolve, reject } = Promise.withResolvers<EvidenceState>();
    queue.push({ state, makeDraft, trustRoot, resolve, reject });
    if (!busy) void drain();
    return promise;
  };
}

/** Never throws: every caller of the batch gets the new state or the error. */
async function writeBatch(
  ports: RecorderPorts,
  batch: Waiting[],
  takeAll: (trustRoot: TrustRoot | undefined) => readonly Waiting[],
): Promise<void> {
  const started = ports.clock.now().getTime();
  try {
    let state = await commonState(ports, batch);
    for (let attempt = 1; ; attempt++) {
      const plan = planBatch(ports, batch, state);
      if (plan.lines.length === 0) return settle(batch, state);
      const result = await attemptToWrite(ports, plan, batch);
      if (result.kind === 'written') return settle(batch, result.state);
      await waitAfter(ports, { attempt, started, cause: result.cause });
      batch.push(...takeAll(batch[0]?.trustRoot));
      state = await rereadState(ports, batch);
      if (holdsPlan(state, plan)) return settle(batch, state);
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

/** One state for the whole batch: what the callers read, if all read the same commit. */
async function commonState(ports: RecorderPorts, batch: readonly Waiting[]): Promise<EvidenceState> {
  const states = batch.map(({ state }) => state);
  const [first, ...others] = states;
  if (first !== undefined && others.every(({ tip }) => tip?.head === first.tip?.head)) {
    return mergedState([first, ...others]);
  }
  return rereadState(ports, batch);
}

async function rereadState({ read }: RecorderPorts, batch: readonly Waiting[]): Promise<EvidenceState> {
  const interest = mergedInterest(batch.map(({ state }) => state));
  return read(interest, batch[0]?.trustRoot ?? { kind: 'key', keys: [] });
}

/**
 * True when the commit was made although its answer said otherwise: a request that was sent twice by the network's
 * fault conflicts with itself.
 */
function holdsPlan(state: EvidenceState, plan: EvidencePlan): boolean {
  const known = new Set(state.window.map(({ digest }) => digest));
  return plan.lines.every(({ digest }) => known.has(digest));
}

/** Lets each draft be made in the state that the ones before it leave. A draft that throws fails alone. */
function planBatch(ports: RecorderPorts, batch: Waiting[], state: EvidenceState): EvidencePlan {
  const { clock, signer } = ports;
  const writing = { at: clock.now(), signer };
  let plan = emptyPlan(state);
  for (const waiting of [...batch]) {
    try {
      const draft = waiting.makeDraft(plan.state);
      if (draft !== null) plan = planned(plan, draft, writing);
    } catch (error) {
      batch.splice(batch.indexOf(waiting), 1);
      waiting.reject(error);
    }
  }
  return plan;
}

type Attempt =
  | { readonly kind: 'written'; readonly state: EvidenceState }
  /** Another writer was faster, or GitHub did not say what became of the commit: whoever reads again will see. */
  | { readonly kind: 'not-written'; readonly cause: ActionError | null };

async function attemptToWrite(ports: RecorderPorts, plan: EvidencePlan, batch: readonly Waiting[]): Promise<Attempt> {
  const { branch, signer, confirm } = ports;
  const [first] = batch;
  // An entry that nobody would believe stops everybody, so it must not be written.
  if (signer !== null && first !== undefined) {
    requireTrustedKey({ hint: signer.keyId }, first.trustRoot, 'Key that signs ledger entries');
  }
  const state = await confirm(plan.state);
  try {
    const { conflict, head } = await branch.append({
      message: commitMessage(plan.lines.map(({ entry }) => entry)),
      expectedHead: plan.head,
      files: plan.files,
    });
    if (!conflict && head !== null) return { kind: 'written', state: written(state, head) };
    return { kind: 'not-written', cause: null };
  } catch (error) {
    // A limit on writes, or an outage: both pass, and an entry must not be lost to them before the deadline.
    if (error instanceof ActionError && error.code === 'service') return { kind: 'not-written', cause: error };
    throw error;
  }
}

async function waitAfter(
  { clock, patience }: RecorderPorts,
  lost: { readonly attempt: number; readonly started: number; readonly cause: ActionError | null },
): Promise<void> {
  const { attempt, started, cause } = lost;
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * GROWTH ** (attempt - 1));
  const elapsed = clock.now().getTime() - started;
  const left = patience.deadlineMs - elapsed;
  if (left > 0) return patience.sleep(Math.min(left, patience.random() * longest));
  const why = cause === null ? 'lost to other writers' : `failed, the last because: ${cause.fault.found}`;
  throw new ActionError(
    'service',
    {
      where: 'Branch gatehouse-evidence',
      found: `${attempt} attempts to write in ${Math.round(elapsed / 1000)} seconds ${why}`,
      allowed: `one of the attempts of ${Math.round(patience.deadlineMs / 1000)} seconds gets through`,
      remedy: 'Run the job again when fewer pull requests are being decided',
    },
    cause === null ? {} : { cause },
  );
}

function settle(batch: readonly Waiting[], state: EvidenceState): void {
  for (const { resolve } of batch) resolve(state);
}
