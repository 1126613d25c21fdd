import type { EnvironmentProtection } from '../../model.ts';
import type { PendingDeployment, RepositoryRecord } from '../../records.ts';
import type { State } from '../../state.ts';

const MINUTE_MS = 60_000;

export type GateDecision = 'approved' | 'rejected' | 'cancelled';

export interface GateRequest {
  readonly runId: number;
  readonly jobId: number;
  readonly environment: string;
  readonly signal: AbortSignal;
  /** Called the moment the waiting ends, before anybody else can act. */
  readonly ended: () => void;
}

/** Waits until an environment's timer has run out and, where it has reviewers, one of them has decided. */
export function waitAtGate(
  state: State,
  repository: RepositoryRecord,
  { protection, request }: { readonly protection: EnvironmentProtection; readonly request: GateRequest },
): Promise<GateDecision> {
  const { promise, resolve } = Promise.withResolvers<GateDecision>();
  const startedAt = state.now();
  const opensAt = startedAt.getTime() + protection.waitMinutes * MINUTE_MS;
  let approved = protection.reviewers.length === 0;
  // The server's clock may stand still; then `wake` tells that it has moved.
  const timer = setTimeout(() => pending.wake(), Math.max(0, opensAt - startedAt.getTime()));
  const pending: PendingDeployment = {
    runId: request.runId,
    jobId: request.jobId,
    environment: request.environment,
    startedAt,
    decide: (decision) => {
      if (decision === 'rejected') return end('rejected');
      approved = true;
      pending.wake();
    },
    wake: () => {
      if (approved && state.now().getTime() >= opensAt) end('approved');
    },
  };
  function end(decision: GateDecision): void {
    const index = repository.pendingDeployments.indexOf(pending);
    if (index < 0) return;
    repository.pendingDeployments.splice(index, 1);
    clearTimeout(timer);
    request.signal.removeEventListener('abort', cancel);
    request.ended();
    resolve(decision);
  }
  function cancel(): void {
    end('cancelled');
  }
  repository.pendingDeployments.push(pending);
  request.signal.addEventListener('abort', cancel);
  if (request.signal.aborted) cancel();
  return promise;
}
