import type { Environment } from '@gatehouse/action-kit';
import { runCommand } from '@gatehouse/training';
import type { Deployer } from './run.ts';

/**
 * Runs the command in the checked-out repository with the verified files in a folder of their own. Unlike training and
 * evaluation this command is reviewed code of the default branch and needs the credentials of its target: it gets the
 * variables of the job, without Gatehouse's inputs and the runner's own tokens.
 */
export function commandDeployer(options: {
  readonly workspace: string;
  readonly env: Environment;
  readonly onLine: (line: string) => void;
}): Deployer {
  return {
    deploy: async (job) =>
      runCommand({
        command: job.command,
        cwd: options.workspace,
        env: { ...targetEnvironment(options.env), ...job.env, GATEHOUSE_MODEL_DIR: job.modelFolder },
        timeoutMs: job.timeoutMs,
        onLine: options.onLine,
      }),
  };
}

const WITHHELD = /^(INPUT_|ACTIONS_|STATE_|GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY|TOKEN)$)/;

function targetEnvironment(env: Environment): Record<string, string> {
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !WITHHELD.test(entry[0]),
  );
  return Object.fromEntries(kept);
}
