import { MODEL, REPOSITORY } from '../../../packages/cli/src/demo/world.ts';
import { runActionStep, type StepEnd } from './action-step.ts';
import type { Scene } from './scene.ts';

/** One action of the shipped bundle against the scene's GitHub, outside of its workflow, with an administrator's token. */
export function runSceneStep(
  { world }: Scene,
  action: string,
  given: Readonly<Record<string, string>>,
): Promise<StepEnd> {
  return runActionStep({
    action,
    with: { model: MODEL, 'github-token': world.people['platform-engineer'].token, ...given },
    env: {
      GITHUB_API_URL: world.github.apiUrl,
      GITHUB_SERVER_URL: world.github.serverUrl,
      GITHUB_REPOSITORY: REPOSITORY,
    },
  });
}
