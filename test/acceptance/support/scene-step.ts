import type { RepositoryRecord } from '@gatehouse/local-github';
import { MODEL, REPOSITORY } from '../../../packages/cli/src/demo/world.ts';
import { runActionStep, type StepEnd } from './action-step.ts';
import type { Scene } from './scene.ts';

/** One action of the shipped bundle against the scene's GitHub, outside of its workflow, with an administrator's token. */
export function runSceneStep(
  { world, repository }: Scene,
  action: string,
  given: Readonly<Record<string, string>>,
): Promise<StepEnd> {
  return runActionStep({
    action,
    with: {
      ...(action === 'approval-gate' ? { 'signing-key': signingKeyOf(repository) } : { model: MODEL }),
      'github-token': world.people['platform-engineer'].token,
      ...given,
    },
    env: {
      GITHUB_API_URL: world.github.apiUrl,
      GITHUB_SERVER_URL: world.github.serverUrl,
      GITHUB_REPOSITORY: REPOSITORY,
    },
  });
}

/** The secret that the governed jobs of the scene sign with. */
function signingKeyOf({ environments }: RepositoryRecord): string {
  return environments.get('governance')?.secrets.get('GATEHOUSE_SIGNING_KEY') ?? '';
}
