import type { Target } from './target.ts';

export interface UnsafeCheckoutRequest {
  readonly eventName: string;
  readonly event: unknown;
  readonly repository: string;
  readonly target: Target;
}

/**
 * Refuses a fork's pull request code where secrets and a write token are at hand.
 * Source: actions/checkout 7.0.0, which does so under pull_request_target and workflow_run.
 */
export function refuseUnsafeCheckout({ eventName, event, repository, target }: UnsafeCheckoutRequest): void {
  if (eventName !== 'workflow_run') return;
  const run = at(event, 'workflow_run');
  const own = textAt(at(event, 'repository'), 'full_name');
  const head = textAt(at(run, 'head_repository'), 'full_name');
  if (!textAt(run, 'event').startsWith('pull_request') || head.toLowerCase() === own.toLowerCase()) return;
  const fromFork = repository.toLowerCase() !== own.toLowerCase() && repository.toLowerCase() === head.toLowerCase();
  const pullRef = target.ref.startsWith('refs/pull/') || target.ref.startsWith('pull/');
  if (!fromFork && !pullRef && target.commit !== textAt(run, 'head_sha')) return;
  throw new Error(
    `Refusing to check out fork pull request code from a '${eventName}' workflow. Set 'allow-unsafe-pr-checkout: true' to opt in.`,
  );
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
}

function textAt(value: unknown, key: string): string {
  const found = at(value, key);
  return typeof found === 'string' ? found : '';
}
