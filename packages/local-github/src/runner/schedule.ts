import type { Engine } from './engine.ts';
import type { Planner } from './plan-runs.ts';
import { cronTimes, parseCron } from './workflow/cron.ts';

/** Schedules count only on the default branch. Workflows fire in the order of time. */
export async function fireSchedules(
  { host, store }: Planner,
  engine: Engine,
  range: { readonly from: Date; readonly to: Date },
): Promise<void> {
  const due: { readonly at: Date; readonly repository: string; readonly cron: string }[] = [];
  for (const { fullName, defaultBranch } of host.repositories()) {
    const commit = await host.resolveRef(fullName, `refs/heads/${defaultBranch}`);
    if (commit === null) continue;
    const crons = new Set<string>();
    for (const stored of await store.atCommit(fullName, commit)) {
      if (!('workflow' in stored)) engine.fault(stored.fault);
      else for (const cron of stored.workflow.triggers.get('schedule')?.crons ?? []) crons.add(cron);
    }
    for (const cron of crons) {
      const parsed = parseCron(cron);
      const times = parsed === null ? [] : cronTimes(parsed, range.from, range.to);
      due.push(...times.map((at) => ({ at, repository: fullName, cron })));
    }
  }
  due.sort((left, right) => left.at.getTime() - right.at.getTime());
  for (const { repository, cron } of due) await host.emitSchedule(repository, cron);
}
