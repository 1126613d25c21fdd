import type { WorkflowRunRecord } from '@gatehouse/local-github';
import type { Answer } from '../../../packages/cli/src/demo/person.ts';
import { type Green, proveGreen } from './attack.ts';
import { jobConclusion, type Pull, type Scene } from './scene.ts';

/** The check of this head lets it merge. */
export async function approved(scene: Scene, pull: Pull): Promise<Green> {
  const { conclusion, title } = await scene.check(pull);
  return proveGreen(`the check of #${pull.number}, "${title}"`, conclusion, 'success');
}

/** Every gate passed, and only approvals are missing: what an attack before the approvals would otherwise reach. */
export async function ready(scene: Scene, pull: Pull): Promise<Green> {
  const { conclusion, title } = await scene.check(pull);
  const waits = conclusion === 'action_required' && /(?:^|: )Ready for approval; missing /.test(title);
  return proveGreen(`the check of #${pull.number}, "${title}"`, waits, true);
}

/** The pull request is merged. */
export function merged(answer: Answer): Green {
  return proveGreen(`the merge, ${JSON.stringify(answer.body)}`, answer.status, 200);
}

/** A run, or one job of it, ended well. */
export function succeeded(run: WorkflowRunRecord | undefined, job?: string): Green {
  const conclusion = job === undefined ? run?.conclusion : jobConclusion(run, job);
  return proveGreen(`${run?.name} ${job ?? ''}`, conclusion, 'success');
}

/** Anything else that was looked at and is as it must be. */
export function equal(what: string, found: unknown, wanted: unknown): Green {
  return proveGreen(what, found, wanted);
}
