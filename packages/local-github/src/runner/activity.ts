import type { WorkflowRunRecord } from '../model.ts';

/** What a runner is busy with. */
export interface Activity {
  /** `run`: the run that the work belongs to, if any. */
  track(work: Promise<void>, run?: WorkflowRunRecord): void;
  /** A run has begun to wait. */
  changed(): void;
  /** Resolves when nothing goes on but waiting. */
  idle(): Promise<void>;
}

export function createActivity(): Activity {
  const active = new Map<Promise<void>, WorkflowRunRecord | null>();
  let change = Promise.withResolvers<void>();
  return {
    track: (work, run) => {
      const settled: Promise<void> = work.finally(() => active.delete(settled));
      active.set(settled, run ?? null);
    },
    changed: () => {
      change.resolve();
      change = Promise.withResolvers();
    },
    idle: async () => {
      for (;;) {
        const busy = [...active].filter(([, run]) => run?.status !== 'waiting').map(([work]) => work);
        if (busy.length === 0) return;
        await Promise.race([Promise.all(busy), change.promise]);
      }
    },
  };
}
